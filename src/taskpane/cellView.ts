/** The selected cell, explained: where its target comes from, or why it shows an error and what would put it right. */
import { evidenceOf } from "../core/evidence";
import type { Commitment } from "../core/types";
import { reasonText } from "../strings/reason";
import { strings } from "../strings/strings";
import { troubleOf } from "./cellTrouble";
import { button, element, replaceContent } from "./elements";
import { quoteOf, targetBlock } from "./evidenceView";
import type { Pane, View } from "./pane";
import type { Look } from "./selectionWatch";

export class CellView implements View {
  readonly element = element("div", { class: "cell" });

  constructor(private readonly pane: Pane) {}

  shown(): void {
    this.pane.lookAgain();
  }

  show(look: Look): void {
    const words = strings().pane;
    const { cell, call } = look.asked;
    const heading = element(
      "div",
      { class: "heading" },
      element("h2", {}, words.cell),
      element("span", { class: "address" }, `${cell.sheet}!${cell.address}`),
    );
    if (!call) {
      const find = button(words.openCatalog, "secondary", () => this.pane.open("catalog"));
      return replaceContent(this.element, heading, element("p", { class: "hint" }, words.notOurs), find);
    }
    const asStands = element(
      "div",
      { class: "asStands" },
      element("code", {}, cell.formula),
      element("span", { class: "label" }, words.cellAnswer),
      element("span", { class: cell.text.startsWith("#") ? "answer wrong" : "answer" }, cell.text),
    );
    replaceContent(this.element, heading, asStands, ...this.explained(look));
  }

  private explained(look: Look): HTMLElement[] {
    const { explanation } = look;
    const trouble = troubleOf(look, this.pane);
    const shown: HTMLElement[] = [];
    if (trouble) shown.push(element("p", { class: "reason warning" }, trouble.sentence));
    if (trouble && trouble.remedies.length > 0) shown.push(element("div", { class: "answers" }, ...trouble.remedies));
    if (explanation.is === "unreadable")
      shown.push(element("p", { class: "hint" }, strings().pane.argumentsUnreadable));
    if (explanation.is === "answered" && explanation.reason)
      shown.push(element("p", { class: "because" }, reasonText(explanation.reason)));
    if ("commitment" in explanation && explanation.commitment) shown.push(this.inShort(look, explanation.commitment));
    return shown;
  }

  private inShort({ index }: Look, commitment: Commitment): HTMLElement {
    const words = strings();
    const evidence = evidenceOf(index, commitment);
    return element(
      "section",
      { class: "evidence short" },
      element("p", { class: "department" }, evidence.department),
      element("h3", {}, evidence.indicator),
      targetBlock(evidence, words),
      quoteOf(evidence.sources[0], words),
      button(words.pane.wholeEvidence, "link", () => this.pane.showEvidence(commitment)),
    );
  }
}
