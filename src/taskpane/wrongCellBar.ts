/** The bar that explains a selected cell in error while another tab is open, so that nobody loses the page they were reading. */
import { strings } from "../strings/strings";
import { troubleOf } from "./cellTrouble";
import { button, element, replaceContent } from "./elements";
import type { Pane } from "./pane";
import type { Look } from "./selectionWatch";

const REMEDIES_SHOWN = 3; // what fits the bar; all of them are in the view of the cell

export class WrongCellBar {
  readonly element = element("div", { class: "wrongCell", "aria-live": "polite", hidden: true });

  constructor(private readonly pane: Pane) {}

  /** @param look null where nothing is to be said */
  show(look: Look | null): void {
    const trouble = look && troubleOf(look, this.pane);
    this.element.hidden = !trouble;
    if (!trouble) return replaceContent(this.element);
    const words = strings().pane;
    const explain = button(words.explain, "link", () => this.pane.open("cell"));
    replaceContent(
      this.element,
      element("p", {}, words.cellWrong(look.asked.cell.address, trouble.sentence)),
      element("div", { class: "answers" }, ...trouble.remedies.slice(0, REMEDIES_SHOWN), explain),
    );
  }
}
