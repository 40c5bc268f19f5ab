/** The paragraph of a circular, to be copied into a document. */
import { html, type TemplateResult } from "lit";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";
import { button } from "./parts";

const LINES = 6;

/** The paragraph in a field of its own with a button that copies it. A browser may forbid the clipboard: then it is selected for Ctrl+C. */
export function circularText(pane: Pane, paragraph: string): TemplateResult {
  const words = strings().pane;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(paragraph);
      pane.say("success", words.circularCopied);
    } catch {
      const field = document.querySelector<HTMLTextAreaElement>("#circular");
      field?.focus();
      field?.select();
      pane.say("info", words.circularSelected);
    }
  };
  return html`<section class="circular">
    <div class="heading">
      <label for="circular">${words.circular}</label>
      ${button(words.copyText, "secondary", () => void copy())}
    </div>
    <textarea id="circular" readonly rows=${LINES} lang="zh-CN" .value=${paragraph}></textarea>
  </section>`;
}
