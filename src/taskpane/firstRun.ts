/** The first screen, once for each person, in an empty workbook: three ways to begin. */
import { html, type TemplateResult } from "lit";
import { keepPersonSetting, personSetting } from "../excel/personSettings";
import { isWorkbookEmpty } from "../excel/readSheets";
import { strings } from "../strings/strings";
import { guideLink } from "./guides";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { button, hint } from "./parts";

const WAYS = ["sample", "search", "import"] as const;
export type Way = (typeof WAYS)[number];

export class FirstRun extends PaneElement {
  private isOffered = false;

  /** @param chosen called with the way, or null for none of them, once the screen is gone */
  constructor(
    private readonly pane: Pane,
    private readonly chosen: (way: Way | null) => void,
  ) {
    super();
    this.className = "firstRun";
  }

  /** Whether it stands in place of the tabs' views. */
  get isShown(): boolean {
    return this.isOffered;
  }

  /** Offers itself in an empty workbook to somebody who never began. @returns whether it is shown */
  async offer(): Promise<boolean> {
    if (personSetting("hasBegun") !== null) return false;
    const outcome = await this.pane.run(isWorkbookEmpty);
    this.isOffered = outcome.done && outcome.answer;
    return this.isOffered;
  }

  /** It is gone for good. */
  end(): void {
    if (!this.isOffered) return;
    this.isOffered = false;
    keepPersonSetting("hasBegun", "yes");
  }

  protected override render(): TemplateResult {
    const words = strings().firstRun;
    const choose = (way: Way | null) => {
      this.end();
      this.chosen(way);
    };
    return html`<h2>${words.title}</h2>
      ${hint(words.about)}
      ${WAYS.map(
        (way) =>
          html`<div class="path">
            <h3>${words.ways[way].name}</h3>
            ${hint(words.ways[way].about)}
            ${button(words.ways[way].action, "secondary", () => choose(way), false, null, words.ways[way].name)}
          </div>`,
      )}
      <div class="answers">${button(words.skip, "link", () => choose(null))} ${guideLink("start", words.guide)}</div>`;
  }
}

customElements.define("target-first-run", FirstRun);
