/** Marking a person's own sheet in the pane: what was understood is shown and corrected, then targets and verdicts are written beside it. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { CatalogError } from "../core/errors";
import { parsePeriod } from "../core/periods";
import { asKept } from "../core/sheetNames";
import { markOwnSheet, seeOwnSheet, unmarkOwnSheet, type MarkRefusal, type OwnSheetSeen } from "../excel/markOwnSheet";
import { session } from "../excel/session";
import { columnKey, doubtfulColumns, type OwnBlock } from "../sheets/ownSheet";
import { CHOSEN_COLUMNS, USUAL_COLUMNS, type MarkColumn } from "../sheets/markColumns";
import { isSettled, type OwnMatched } from "../sheets/ownSheetMatch";
import type { OwnRole } from "../sheets/ownSheetWords";
import { strings } from "../strings/strings";
import { zh } from "../strings/zh";
import type { Form } from "./form";
import { OwnPromiseView } from "./ownPromiseView";
import { ownSheetPicture } from "./ownSheetPicture";
import { ownSheetRows } from "./ownSheetRows";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, heading, hint, status, type Drawn } from "./parts";
import { undecided } from "./undecidedCatalog";
import { pinQuietly } from "./pinning";

export class OwnSheetView extends PaneElement implements Form {
  private seen: OwnSheetSeen | null = null;
  private roles = new Map<string, OwnRole>();
  private names = new Map<string, string>();
  private asOf = "";
  private shown: readonly MarkColumn[] = USUAL_COLUMNS;
  private isBusy = false;
  /** Adding a promise takes the place of the rest until one goes back. */
  private isAdding = false;
  private readonly adding: OwnPromiseView;

  constructor(
    private readonly pane: Pane,
    private readonly back: () => void,
  ) {
    super();
    this.className = "form ownSheet";
    this.adding = new OwnPromiseView(pane, () => void this.goBack());
  }

  /** Opening the form is a question about the sheet that is open; coming back to it is none. */
  show(): void {
    this.requestUpdate();
    if (this.seen === null && !this.isBusy && !session.refusal) void this.lookAnew();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("button")?.focus({ preventScroll: true }));
  }

  goBack(): boolean {
    if (!this.isAdding) return false;
    this.isAdding = false;
    void this.look();
    return true;
  }

  /** What the sheet says of a row that the catalog does not have is where the short form begins. */
  private add({ row, series, department, name }: OwnMatched): void {
    this.isAdding = true;
    this.requestUpdate();
    this.adding.show({
      department,
      indicator: asKept(name).name,
      figure: (series.target === null ? undefined : this.seen?.textAt(row.row, series.target)) ?? "",
      unit: row.unit ?? "",
    });
  }

  protected override render(): TemplateResult {
    if (this.isAdding) return html`${this.adding}`;
    const words = strings().ownSheet.pane;
    if (session.refusal) return html`${backButton(this.back)} ${undecided(session.refusal, this.pane)}`;
    return html`${backButton(this.back)} ${heading(words.title)} ${hint(words.hint)}
    ${actions(
      status(this.isBusy ? words.looking : (this.seen?.name ?? "")),
      button(words.look, this.seen?.sheet ? "secondary" : "primary", () => void this.lookAnew(), this.isBusy),
    )}
    ${this.seen ? this.understood(this.seen) : nothing}`;
  }

  private understood(seen: OwnSheetSeen): Drawn {
    const words = strings().ownSheet.pane;
    const { sheet, name } = seen;
    if (seen.isOurs) return hint(words.ledger(name));
    if (seen.isTooLarge) return hint(words.tooLarge(name));
    if (!sheet) return hint(words.none(name));
    // Of a table in which the catalog finds nothing nothing is written, whatever its columns are.
    const isFound = (block: number) =>
      (seen.matched[block] ?? []).some(({ match }) => match.how !== "notFound" && match.how !== "unreadable");
    const doubts = doubtfulColumns(sheet).filter(({ block }) => isFound(block)).length;
    const hasActual = sheet.blocks.some(({ series }) => series.some(({ actual }) => actual !== null));
    const settled = seen.matched.flat().filter(({ match }) => isSettled(match)).length;
    const whyNot = doubts > 0 ? words.doubtFirst : !hasActual ? words.noActual : null;
    return html`${sheet.blocks.map((block, at) => this.table(seen, block, at))} ${this.settings()}
    ${ownSheetRows(
      seen.matched.flat(),
      (key, id) => this.choose(key, id),
      (row) => this.add(row),
    )}
    ${actions(
      status(whyNot ?? words.settledRows(settled)),
      seen.marked ? button(words.remove, "secondary", () => void this.takeAway(), this.isBusy) : nothing,
      button(
        seen.marked ? words.again : words.write,
        "primary",
        () => void this.write(),
        this.isBusy,
        whyNot ?? (settled === 0 ? words.nothingToWrite : null),
      ),
    )}`;
  }

  private table(seen: OwnSheetSeen, block: OwnBlock, at: number): TemplateResult {
    const rows = block.rows.filter(({ kind }) => kind === "promise").length;
    return html`<section>
      <h3>${strings().ownSheet.pane.table(at + 1, rows)}</h3>
      ${ownSheetPicture(block, seen.textAt, (column, role) => {
        this.roles.set(columnKey(at, column), role);
        void this.look();
      })}
    </section>`;
  }

  private settings(): TemplateResult {
    const words = strings().ownSheet.pane;
    const { headings } = zh.ownSheet.sheet;
    const turn = (name: MarkColumn, isOn: boolean) => {
      this.shown = CHOSEN_COLUMNS.filter((each) => (each === name ? isOn : this.shown.includes(each)));
      this.requestUpdate();
    };
    return html`<div class="settings">
      <label
        >${words.asOf}<input
          type="text"
          maxlength="20"
          .value=${live(this.asOf)}
          @change=${({ target }: Event) => {
            this.asOf = (target as HTMLInputElement).value.trim();
            void this.look();
          }}
      /></label>
      <div role="group" aria-label=${words.shown}>
        ${hint(words.shown)}
        ${CHOSEN_COLUMNS.map(
          (name) =>
            html`<label class="row choice">
              <input
                type="checkbox"
                .checked=${this.shown.includes(name)}
                @change=${({ target }: Event) => turn(name, (target as HTMLInputElement).checked)}
              />
              <span class="name">${headings[name]}</span>
            </label>`,
        )}
      </div>
    </div>`;
  }

  private choose(key: string, id: string): void {
    if (id === "") this.names.delete(key);
    else this.names.set(key, id);
    void this.look();
  }

  /** Another sheet may be open: what was decided of the one before is no answer for it. */
  private async lookAnew(): Promise<void> {
    this.pane.hush();
    this.roles = new Map();
    this.names = new Map();
    this.asOf = "";
    await this.look(true);
  }

  private async look(isAnew = false): Promise<void> {
    this.isBusy = true;
    this.requestUpdate();
    const { roles, names } = this;
    const chosen = isAnew ? null : { roles, names, asOf: this.readableAsOf() };
    const outcome = await this.pane.run((context) => seeOwnSheet(context, session.inForce(), chosen));
    this.isBusy = false;
    if (outcome.done) {
      this.seen = outcome.answer;
      if (isAnew) this.takeOver(outcome.answer);
    }
    this.requestUpdate();
  }

  private takeOver({ roles, sheet, marked }: OwnSheetSeen): void {
    this.roles = new Map(roles);
    this.shown = marked?.shown ?? this.shown;
    this.asOf = marked?.asOf ?? sheet?.blocks.map(({ asOf }) => asOf).find((asOf) => asOf !== null) ?? "";
  }

  private readableAsOf(): string | null {
    try {
      parsePeriod(this.asOf, session.index.catalog.year);
      return this.asOf;
    } catch (error) {
      if (error instanceof CatalogError) return null;
      throw error;
    }
  }

  private async write(): Promise<void> {
    const words = strings().ownSheet.pane;
    const asOf = this.readableAsOf();
    const sheet = this.seen?.name;
    if (sheet === undefined) return;
    if (asOf === null) {
      this.pane.say("warning", words.asOfFirst);
      return;
    }
    const { roles, names, shown } = this;
    await this.working(async () => {
      const outcome = await this.pane.run((context) =>
        markOwnSheet(context, session.inForce(), { sheet, roles, names, asOf, shown }),
      );
      if (!outcome.done) return;
      const { answer } = outcome;
      if ("marked" in answer) {
        this.pane.say("success", words.written(answer.marked.sheet, answer.marked.rows));
        await pinQuietly(this.pane);
      } else this.pane.say("warning", refusalSentence(answer));
    });
  }

  private async takeAway(): Promise<void> {
    const words = strings().ownSheet.pane;
    const sheet = this.seen?.name ?? null;
    await this.working(async () => {
      const outcome = await this.pane.run((context) => unmarkOwnSheet(context, sheet));
      if (!outcome.done) return;
      const { answer } = outcome;
      if ("removed" in answer) this.pane.say("success", words.removed(answer.removed));
      else
        this.pane.say("warning", "nothing" in answer ? words.nothingMarked(answer.nothing) : refusalSentence(answer));
    });
  }

  private async working(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.requestUpdate();
    await work();
    this.isBusy = false;
    await this.look();
  }
}

function refusalSentence(refusal: MarkRefusal): string {
  const { ownSheet, pane } = strings();
  if ("foreign" in refusal) return ownSheet.pane.foreign(refusal.foreign);
  switch (refusal.refused) {
    case "none":
      return ownSheet.pane.none(refusal.sheet);
    case "ours":
      return ownSheet.pane.ledger(refusal.sheet);
    case "tooLarge":
      return ownSheet.pane.tooLarge(refusal.sheet);
    case "noRows":
      return ownSheet.pane.nothingToWrite;
    case "locked":
      return pane.sheetProtected;
    case "denied":
      return pane.accessDenied;
  }
}

customElements.define("target-own-sheet", OwnSheetView);
