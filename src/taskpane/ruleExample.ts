/** What the rules in force make of an actual at half-year, on a commitment of the catalog in use that everybody can reckon with. */
import { html, nothing } from "lit";
import { reasonAnswer } from "../core/answers";
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { isSeveralYears } from "../core/paths";
import { judge, RULES, type Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { STATUS_LOOKS } from "../sheets/statusColours";
import { reasonText } from "../strings/reason";
import { errorSentence, strings } from "../strings/strings";
import { PaneElement } from "./paneElement";
import { hint, type Drawn } from "./parts";
import { targetInShort } from "./targetWords";

const LOOKED_AT = 2000; // commitments; a large catalog has a good example among its first
const SOMEWHAT = 0.06; // short of what is due: enough to show a verdict, and not yet far behind

export interface Example {
  readonly commitment: Commitment;
  /** What somebody might report at half-year, in the target's unit. */
  readonly actual: string;
}

/** The commitment an example is made of: the largest counted over the catalog's year, else the largest with a figure at half-year; null where there is none. */
export function exampleOf(index: CatalogIndex): Example | null {
  const { commitments, year } = index.catalog;
  const fit = commitments.slice(0, LOOKED_AT).flatMap((commitment) => {
    const judged = caseOf(index, commitment);
    if (judged.judged instanceof CatalogError || isSeveralYears(commitment)) return [];
    const { expected } = judge(judged, null, `${year}-06-30`, RULES.standard);
    if (expected === null || expected <= 0) return [];
    const { value, direction } = judged.judged;
    return [{ commitment, value, expected, isFlow: judged.terms.kind === "flow", isLess: direction === "down" }];
  });
  const [best] = fit.sort((one, other) => Number(other.isFlow) - Number(one.isFlow) || other.value - one.value);
  if (!best) return null;
  const { commitment, expected, isLess } = best;
  return { commitment, actual: String(Number((expected * (1 + (isLess ? SOMEWHAT : -SOMEWHAT))).toPrecision(2))) };
}

export class RuleExample extends PaneElement {
  /** The rules it shows at work. */
  private rules: Rules | null = null;
  private index: CatalogIndex | null = null;
  private example: Example | null = null;
  private actual = "";

  constructor() {
    super();
    this.className = "fields";
  }

  /** Another catalog brings an example of its own. @param index null where none is in force */
  show(index: CatalogIndex | null, rules: Rules): void {
    this.rules = rules;
    if (this.index !== index) {
      this.index = index;
      this.example = index && exampleOf(index);
      this.actual = this.example?.actual ?? "";
    }
    this.requestUpdate();
  }

  protected override render(): Drawn {
    const { index, example, rules } = this;
    if (!index || !example || !rules) return nothing;
    const words = strings();
    const { commitment } = example;
    const typed = ({ target }: Event) => {
      this.actual = (target as HTMLInputElement).value;
      this.requestUpdate();
    };
    const target = targetInShort(index, commitment, words);
    return html`<label
        >${words.settings.example(commitment.indicator, target, index.catalog.year)}<input
          inputmode="decimal"
          autocomplete="off"
          .value=${this.actual}
          @input=${typed}
      /></label>
      ${hint(this.sentence(index, commitment, rules))}`;
  }

  private sentence(index: CatalogIndex, commitment: Commitment, rules: Rules): string {
    try {
      const asOf = `${index.catalog.year}Q2`;
      const reason = reasonAnswer(index, rules, commitment, { actual: this.actual, asOf });
      return `${STATUS_LOOKS[reason.standing.status].shape} ${reasonText(reason)}`;
    } catch (error) {
      if (error instanceof CatalogError) return errorSentence(error);
      throw error;
    }
  }
}

customElements.define("target-rule-example", RuleExample);
