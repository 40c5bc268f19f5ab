/** The bar that explains a selected cell in error while another tab is open, so that nobody loses the page they were reading. */
import { html, nothing, type TemplateResult } from "lit";
import { strings } from "../strings/strings";
import { remedyButtons, troubleOf } from "./cellTrouble";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button } from "./parts";
import type { Look } from "./selectionWatch";

const REMEDIES_SHOWN = 3; // what fits the bar; all of them are in the view of the cell

export class WrongCellBar extends PaneElement {
  private look: Look | null = null;
  private pane: Pane | null = null;

  /** @param look null where nothing is to be said */
  show(look: Look | null, pane: Pane): void {
    this.look = look;
    this.pane = pane;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { look, pane } = this;
    const trouble = look && pane && troubleOf(look, pane);
    this.hidden = !trouble;
    if (!trouble) return nothing;
    const words = strings().pane;
    return html`<p>${words.cellWrong(look.asked.cell.address, trouble.sentence)}</p>
      ${answers(
        ...remedyButtons(trouble).slice(0, REMEDIES_SHOWN),
        button(words.explain, "link", () => pane.open("cell")),
      )}`;
  }
}

customElements.define("target-wrong-cell", WrongCellBar);
