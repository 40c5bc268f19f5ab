/** What is about to change, old and new side by side, to be seen before anything is written. */
import { html, type TemplateResult } from "lit";
import { strings } from "../strings/strings";
import { actions, button, findingRow, findings, heading, hint } from "./parts";

/** One change: what it is about, and old → new. */
export interface ChangeRow {
  readonly name: string;
  readonly about: string;
}

export interface Changes {
  readonly title: string;
  readonly hint: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly ChangeRow[] }[];
  /** What the button that writes them says. */
  readonly write: string;
}

/** The list with its two answers. */
export function changeList(
  { title, hint: said, sections, write }: Changes,
  answered: { readonly write: () => void; readonly cancel: () => void },
): TemplateResult {
  return html`<div class="changes">
    ${heading(title)} ${hint(said)}
    <div class="findings">
      ${sections.map((section) => findings(section.title, section.rows, (row) => findingRow(row)))}
    </div>
    ${actions(button(strings().pane.cancel, "secondary", answered.cancel), button(write, "primary", answered.write))}
  </div>`;
}
