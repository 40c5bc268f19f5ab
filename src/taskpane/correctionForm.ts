/** <target-correction>: correcting one commitment of a catalog. What stood there, who, when and why are kept in the catalog. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import {
  confirmed,
  nextId,
  retired,
  revised,
  withBaseline,
  withCommitment,
  withEarlierFigure,
  type Signed,
} from "../core/corrections";
import { isDay, yearOf } from "../core/periods";
import { PART_OF } from "../core/places";
import { unitOfTarget } from "../core/targetUnit";
import type { Catalog, Commitment, Correction, Kind } from "../core/types";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import { keep, standing } from "./catalogTaking";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, choice, heading, hint } from "./parts";

type What = Exclude<Correction["what"], "decided">;
type Field = "value" | "valueMax" | "day" | "period" | "indicator" | "unit" | "by" | "why";

export class CorrectionForm extends PaneElement {
  private what: What;
  private kind: Kind = "flow";
  private written: Readonly<Record<Field, string>>;
  private isSaving = false;

  /** @param done is called when it is saved, and on the way back */
  constructor(
    private readonly pane: Pane,
    private readonly commitment: Commitment,
    private readonly done: () => void,
  ) {
    super();
    const { target } = commitment;
    this.what = this.possible()[0] ?? "retired";
    const unit = unitOfTarget(target) ?? "";
    this.written = { value: "", valueMax: "", day: "", period: "", indicator: "", unit, by: "", why: "" };
  }

  protected override render(): TemplateResult {
    const words = strings().catalogs;
    const { indicator } = this.commitment;
    return html`<div class="correction">
      ${backButton(this.done)} ${heading(words.correctTitle(indicator))}
      <div class="settings">
        ${choice(
          words.what,
          this.possible().map((what) => [what, words.corrections[what]] as const),
          this.what,
          (what) => {
            this.what = what;
            this.requestUpdate();
          },
        )}
        ${this.fields().map(([field, label]) => this.field(field, label))}
        ${
          this.what === "added"
            ? choice(
                words.kind,
                (["flow", "stock", "growth", "ratio"] as const).map((each) => [each, strings().kind[each]] as const),
                this.kind === "milestone" ? "flow" : this.kind,
                (kind) => (this.kind = kind),
              )
            : nothing
        }
        ${hint(words.recordedIn)}
      </div>
      ${actions(button(words.save, "primary", () => void this.save(), this.isSaving))}
    </div>`;
  }

  /** What can be corrected of this one; a place's own figure is set where targets are split. */
  private possible(): What[] {
    const { id, review, target, kind } = this.commitment;
    if (id.includes(PART_OF)) return ["history"];
    const hasFigure = target !== undefined && "value" in target;
    const isRelative = target !== undefined && "relativeTo" in target;
    return [
      ...(review === "unclear" ? (["confirmed"] as const) : []),
      ...(hasFigure ? (["revised"] as const) : []),
      ...(kind === "stock" || isRelative ? (["baseline"] as const) : []),
      ...(target !== undefined && !("coverage" in target) ? (["history"] as const) : []),
      "added",
      "retired",
    ];
  }

  private fields(): (readonly [Field, string])[] {
    const words = strings().catalogs;
    const { target } = this.commitment;
    const isRange = target !== undefined && "comparator" in target && target.comparator === "range";
    const unit = unitOfTarget(target) ?? "";
    const signed = [
      ["by", words.by],
      ["why", words.why],
    ] as const;
    const own: Readonly<Record<What, readonly (readonly [Field, string])[]>> = {
      revised: [
        ["value", words.inUnit(words.newValue, unit)],
        ...(isRange ? ([["valueMax", words.newMax]] as const) : []),
        ["day", words.from],
      ],
      confirmed: [],
      baseline: [
        ["value", words.inUnit(words.level, unit)],
        ["day", words.asOf],
      ],
      history: [
        ["value", words.level],
        ["unit", words.unit],
        ["period", words.period],
      ],
      added: [
        ["indicator", words.indicator],
        ["value", words.newValue],
        ["unit", words.unit],
      ],
      retired: [],
    };
    return [...own[this.what], ...signed];
  }

  private field(field: Field, label: string): TemplateResult {
    return html`<label
      >${label}<input
        name=${field}
        type="text"
        maxlength="400"
        placeholder=${field === "day" ? `${session.index.catalog.year}-07-01` : nothing}
        .value=${live(this.written[field])}
        @input=${({ target }: Event) => {
          this.written = { ...this.written, [field]: (target as HTMLInputElement).value };
        }}
    /></label>`;
  }

  private async save(): Promise<void> {
    const words = strings().catalogs;
    const { indicator } = this.commitment;
    const [whole] = this.commitment.id.split(PART_OF);
    const found = [session.own, ...session.beside, ...session.shipped].find(({ index }) =>
      index.catalog.commitments.some(({ id }) => id === whole),
    );
    const at = found && standing(found.index.catalog.id);
    const wrong = this.fields().find(([field]) => !this.isGood(field));
    if (wrong) {
      this.pane.say("warning", words.wrong(wrong[1]));
      return;
    }
    if (!at) return;
    this.isSaving = true;
    this.requestUpdate();
    const { catalog } = at.on.index;
    const from = at.on.pin === null ? ({ origin: { kind: "embedded" }, sourceSha256: null } as const) : undefined;
    const isSaved = await keep(this.pane, this.corrected(catalog), at.place, from, words.corrected(indicator)).catch(
      (error: unknown) => {
        this.pane.say("error", strings().unexpectedError + String(error));
        return false;
      },
    );
    this.isSaving = false;
    this.requestUpdate();
    if (isSaved) this.done();
  }

  private isGood(field: Field): boolean {
    const text = this.written[field].trim();
    if (field === "value" || field === "valueMax") return text !== "" && Number.isFinite(amountIn(text));
    if (field === "day")
      return (this.what === "baseline" && text === "") || (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text));
    return text !== "";
  }

  private corrected(catalog: Catalog): Catalog {
    const { id } = this.commitment;
    const { value, valueMax, day, period, unit, by, why } = this.written;
    const amount = amountIn(value);
    const signed: Signed = { by: by.trim(), recorded: new Date().toISOString().slice(0, 10), why: why.trim() };
    const end = valueMax.trim() === "" ? {} : { valueMax: amountIn(valueMax) };
    switch (this.what) {
      case "revised":
        return revised(catalog, id, { from: day.trim(), value: amount, ...end }, signed);
      case "confirmed":
        return confirmed(catalog, id, signed);
      case "baseline":
        return withBaseline(catalog, id, { value: amount, ...(day.trim() === "" ? {} : { asOf: day.trim() }) }, signed);
      case "history":
        return withEarlierFigure(
          catalog,
          id,
          { period: period.trim(), value: amount, unit: unit.trim(), state: "final" },
          signed,
        );
      case "added":
        return withCommitment(catalog, this.made(catalog, amount, signed), signed);
      case "retired":
        return retired(catalog, id, signed);
    }
  }

  /** A further commitment of the same department. */
  private made(catalog: Catalog, value: number, { why }: Signed): Commitment {
    const { from, to } = yearOf(catalog.year);
    const { department, source } = this.commitment;
    return {
      id: nextId(catalog),
      department,
      indicator: this.written.indicator.trim(),
      kind: this.kind,
      modality: "stated",
      target: { comparator: "plain", value, unit: this.written.unit.trim() },
      from,
      due: to,
      review: "confirmed",
      source: { document: source.document, section: source.section, phrase: why },
    };
  }
}
customElements.define("target-correction", CorrectionForm);

const amountIn = (text: string) => Number(text.normalize("NFKC").replace(/[,\s]/g, ""));
