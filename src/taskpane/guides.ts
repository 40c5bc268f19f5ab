/** The guide that comes with the add-in: pages beside it, opened from where one stands. */
import type { TemplateResult } from "lit";
import { outsideLink } from "./outsideLink";

/** Its parts, as the page names them. */
export const GUIDES = ["start", "ledgers", "sheets", "summary", "errors", "questions"] as const;
export type Guide = (typeof GUIDES)[number];

/** The way to a part of the guide, in a window of its own: the pane stays as it is. */
export const guideLink = (guide: Guide, label: string): TemplateResult =>
  outsideLink(`help/guide.html#${guide}`, label);
