/** A draft in the review's list: what it promises in one line, and the sentence it was found in. */
import { html, nothing, type TemplateResult } from "lit";
import type { Review, ReviewItem } from "../importer/review";
import { strings } from "../strings/strings";
import { besides, draftFigure } from "./draftWords";
import { classes } from "./parts";

/** Its name, its figure, and what else is known of it in small print. */
export function summaryOfDraft({ draft, state, doubts, mergedInto }: ReviewItem, review: Review): TemplateResult {
  const words = strings();
  const about = [
    doubts.length > 0 ? (draft.department ?? words.review.noDepartment) : null,
    words.kind[draft.kind],
    draft.modality === "stated" ? null : words.modality[draft.modality],
    words.review.yearNow(draft.period),
    draft.baseline ? words.review.baseline(draft.baseline.phrase) : null,
    ...besides(draft),
  ].filter((each) => each !== null);
  const into = mergedInto === null ? undefined : review.items[mergedInto]?.draft.indicator;
  const note = state === "open" ? null : into === undefined ? words.review.state[state] : words.review.mergedInto(into);
  return html`<div class="row">
    <span class="name">${draft.indicator || draft.phrase}</span
    ><span class=${classes("number", { without: draft.value === null })}>${draftFigure(draft)}</span
    ><span class="about">${about.join(" · ")}${note === null ? nothing : html`<span class="tag">${note}</span>`}</span>
  </div>`;
}

/** The sentence with its figure marked. */
export function quoteOfDraft({ context, mark }: ReviewItem): TemplateResult {
  return html`<blockquote>
    ${context.slice(0, mark[0])}<mark>${context.slice(mark[0], mark[1])}</mark>${context.slice(mark[1])}
  </blockquote>`;
}
