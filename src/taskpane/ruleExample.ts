/** What the rules in force make of an actual, on a promise that everybody can reckon with: 8,310 places by the end of the year. */
import { html, type TemplateResult } from "lit";
import { reasonAnswer } from "../core/answers";
import { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Rules } from "../core/status";
import { STATUS_LOOKS } from "../sheets/statusColours";
import { reasonText } from "../strings/reason";
import { errorSentence, strings } from "../strings/strings";
import { PaneElement } from "./paneElement";
import { hint } from "./parts";

const index = new CatalogIndex({
  schemaVersion: 1,
  id: "example",
  title: "例",
  region: "市",
  year: 2024,
  version: "1",
  documents: [{ id: "d", title: "例" }],
  departments: [{ id: "education", name: "市教育局" }],
  commitments: [
    {
      id: "EX2024-001",
      department: "education",
      indicator: "新增学位",
      kind: "flow",
      modality: "plan",
      target: { comparator: "plain", value: 8310, unit: "个" },
      from: "2024-01-01",
      due: "2024-12-31",
      review: "confirmed",
      source: { document: "d", section: "例", phrase: "新增学位8310个" },
    },
  ],
});
const AS_OF = "2024Q2";

export class RuleExample extends PaneElement {
  /** The rules it shows at work. */
  rules: Rules | null = null;
  private actual = "3900";

  constructor() {
    super();
    this.className = "fields";
  }

  protected override render(): TemplateResult {
    const words = strings().settings;
    const typed = ({ target }: Event) => {
      this.actual = (target as HTMLInputElement).value;
      this.requestUpdate();
    };
    return html`<label
        >${words.example}<input inputmode="decimal" autocomplete="off" .value=${this.actual} @input=${typed}
      /></label>
      ${hint(this.sentence())}`;
  }

  private sentence(): string {
    const [commitment] = index.catalog.commitments;
    if (!commitment || !this.rules) return "";
    try {
      const reason = reasonAnswer(index, this.rules, commitment, { actual: this.actual, asOf: AS_OF });
      return `${STATUS_LOOKS[reason.standing.status].shape} ${reasonText(reason)}`;
    } catch (error) {
      if (error instanceof CatalogError) return errorSentence(error);
      throw error;
    }
  }
}

customElements.define("target-rule-example", RuleExample);
