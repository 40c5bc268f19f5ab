/** The paragraph of a circular, to be copied into a document. */
import { strings } from "../strings/strings";
import { button, element } from "./elements";
import type { Pane } from "./pane";

const LINES = 6;

/** The paragraph in a field of its own with a button that copies it. A browser may forbid the clipboard: then it is selected for Ctrl+C. */
export function circularText(pane: Pane, paragraph: string): HTMLElement {
  const words = strings().pane;
  const field = element("textarea", { id: "circular", readonly: true, rows: String(LINES), lang: "zh-CN" });
  field.value = paragraph;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(paragraph);
      pane.say("success", words.circularCopied);
    } catch {
      field.focus();
      field.select();
      pane.say("info", words.circularSelected);
    }
  };
  return element(
    "section",
    { class: "circular" },
    element(
      "div",
      { class: "heading" },
      element("label", { for: "circular" }, words.circular),
      button(words.copyText, "secondary", () => void copy()),
    ),
    field,
  );
}
