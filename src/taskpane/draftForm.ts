/** The fields of a draft, to be put right by hand. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { isUnit } from "../core/units";
import type { Comparator, Kind, Modality } from "../core/types";
import type { Draft } from "../importer/drafts";
import { strings } from "../strings/strings";
import { PaneElement } from "./paneElement";
import { button } from "./parts";

/** The list of departments known, which the view around the form holds. */
export const DEPARTMENT_LIST = "known-departments";
const PERIOD = /^(?:19|20)\d{2}(?:-(?:19|20)\d{2})?$/;

/** What stands in the form, as written. */
interface Written {
  readonly department: string;
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly value: string;
  readonly valueMax: string;
  readonly unit: string;
  readonly kind: Kind;
  readonly modality: Modality;
  readonly period: string;
}
type TextField = "department" | "indicator" | "value" | "valueMax" | "unit" | "period";

export interface FormAnswers {
  /** What was written, once all of it can be used. */
  saved(changes: Partial<Draft>): void;
  /** On Esc, and by its button. */
  cancelled(): void;
  warn(sentence: string): void;
}

export class DraftForm extends PaneElement {
  private written: Written;

  constructor(
    draft: Draft,
    private readonly answers: FormAnswers,
  ) {
    super();
    this.written = {
      department: draft.department ?? "",
      indicator: draft.indicator,
      comparator: draft.comparator,
      value: draft.value === null ? "" : String(draft.value),
      valueMax: draft.valueMax === null ? "" : String(draft.valueMax),
      unit: draft.unit,
      kind: draft.kind,
      modality: draft.modality,
      period: draft.period ?? "",
    };
  }

  /** Puts the focus into a field; the first one where none is named. */
  focusField(name?: TextField): void {
    const selector = name === undefined ? "input" : `input[name="${name}"]`;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult {
    const words = strings();
    const { comparator, kind, modality } = this.written;
    return html`<form
      class="correcting"
      novalidate
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => this.pressed(event)}
    >
      ${this.field("department", true)} ${this.field("indicator", true)}
      ${this.choice("comparator", words.comparator, comparator)} ${this.field("value")}
      ${comparator === "range" ? this.field("valueMax") : nothing} ${this.field("unit")}
      ${this.choice("kind", words.kind, kind)} ${this.choice("modality", words.modality, modality)}
      ${this.field("period")}
      <div class="answers wide">
        ${button(words.review.save, "primary", () => this.save())}
        ${button(words.pane.cancel, "secondary", () => this.answers.cancelled())}
      </div>
    </form>`;
  }

  private field(name: TextField, isWide = false): TemplateResult {
    const words = strings().review;
    const isNumber = name === "value" || name === "valueMax";
    return html`<label class=${isWide ? "wide" : nothing}
      ><span>${words.fields[name]}</span
      ><input
        name=${name}
        autocomplete="off"
        spellcheck="false"
        inputmode=${isNumber ? "decimal" : nothing}
        list=${name === "department" ? DEPARTMENT_LIST : nothing}
        placeholder=${name === "period" ? words.periodHint : nothing}
        .value=${live(this.written[name])}
        @input=${({ target }: Event) => this.put({ [name]: (target as HTMLInputElement).value })}
    /></label>`;
  }

  private choice<Name extends "comparator" | "kind" | "modality">(
    name: Name,
    called: Readonly<Record<Written[Name], string>>,
    chosen: Written[Name],
  ): TemplateResult {
    const options = Object.keys(called) as Written[Name][];
    const changed = ({ target }: Event) => this.put({ [name]: options[(target as HTMLSelectElement).selectedIndex] });
    return html`<label
      ><span>${strings().review.fields[name]}</span
      ><select name=${name} .value=${live<string>(chosen)} @change=${changed}>
        ${options.map((each) => html`<option value=${each} ?selected=${each === chosen}>${called[each]}</option>`)}
      </select></label
    >`;
  }

  private put(written: Partial<Written>): void {
    this.written = { ...this.written, ...written };
    this.requestUpdate();
  }

  private save(): void {
    const words = strings().review;
    const { department, indicator, comparator, value, valueMax, unit, kind, modality, period } = this.written;
    const amount = numberIn(value);
    const top = comparator === "range" ? numberIn(valueMax) : null;
    const wrong = wrongField(this.written, amount, top);
    if (wrong !== null) {
      this.answers.warn(words.wrongField(words.fields[wrong]));
      this.focusField(wrong);
      return;
    }
    this.answers.saved({
      department: department.trim() === "" ? null : department.trim(),
      indicator: indicator.trim(),
      comparator,
      value: amount,
      valueMax: top,
      unit: unit.trim(),
      kind,
      modality,
      period: period.trim(),
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.key === "Escape") this.answers.cancelled();
    else if (event.key === "Enter") this.save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
customElements.define("target-draft-form", DraftForm);

/** The first field with which nothing can be done, or null. */
function wrongField(written: Written, amount: number | null, top: number | null): TextField | null {
  if (written.indicator.trim() === "") return "indicator";
  if (amount === null) return "value";
  if (written.comparator === "range" && (top === null || top < amount)) return "valueMax";
  if (!isUnit(written.unit.trim())) return "unit";
  return PERIOD.test(written.period.trim()) ? null : "period";
}

function numberIn(text: string): number | null {
  const written = text.normalize("NFKC").replace(/[,\s]/g, "");
  const value = Number(written);
  return written !== "" && Number.isFinite(value) ? value : null;
}
