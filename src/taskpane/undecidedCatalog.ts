/** What stands in place of a catalog while none is in force: why, and what a person may decide. */
import { html, type TemplateResult } from "lit";
import type { CatalogError } from "../core/errors";
import { errorSentence } from "../strings/strings";
import { waysOut } from "./ownCatalog";
import type { Pane } from "./pane";
import { answers, button } from "./parts";

export function undecided(refusal: CatalogError, pane: Pane): TemplateResult {
  return html`<div class="undecided">
    <p>${errorSentence(refusal)}</p>
    ${answers(...waysOut(pane, refusal).map(({ label, chosen }) => button(label, "secondary", chosen)))}
  </div>`;
}
