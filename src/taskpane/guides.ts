/** The guide that comes with the add-in: pages beside it, opened from where one stands. */
import { html, type TemplateResult } from "lit";

/** Its parts, as the page names them. */
export const GUIDES = ["start", "ledgers", "sheets", "summary", "errors", "questions"] as const;
export type Guide = (typeof GUIDES)[number];

/** The way to a part of the guide, in a window of its own: the pane stays as it is. */
export function guideLink(guide: Guide, label: string): TemplateResult {
  return html`<a class="guide" href="help/guide.html#${guide}" target="_blank" rel="noopener">${label}</a>`;
}
