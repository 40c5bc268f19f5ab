/** A draft in words, for the review's list and for the note of what a catalog has no field for. */
import type { Draft } from "../importer/drafts";
import { isFall } from "../importer/promise";
import { amountText, figureText } from "../strings/evidence";
import { strings } from "../strings/strings";

/** @example draftFigure(draft) // "下降3.2%" */
export function draftFigure(draft: Draft): string {
  const words = strings();
  const { value, valueMax, unit, comparator } = draft;
  if (value === null) return draft.phrase;
  const falls = isFall(draft);
  const figure = { value: falls ? Math.abs(value) : value, unit, comparator, direction: "up" as const };
  const text = figureText(
    { ...figure, ...(valueMax === null ? {} : { valueMax: falls ? Math.abs(valueMax) : valueMax }) },
    words,
  );
  return falls ? words.evidence.falls(text) : text;
}

/** What a table says of a promise beside its figure, each as a few words. */
export function besides(draft: Draft): string[] {
  const words = strings().review.details;
  return [...(draft.due === undefined ? [] : [words.due(draft.due)]), ...unserved(draft)];
}

/** What has no field of its own in a catalog. */
function unserved({ lastYear, supporting, parts }: Draft): string[] {
  const words = strings().review.details;
  return [
    lastYear === undefined ? null : words.lastYear(amountText(lastYear.value, lastYear.unit)),
    supporting.length === 0 ? null : words.supporting(supporting),
    parts === undefined ? null : words.parts(parts.map((part) => `${part.place}${amountText(part.value, part.unit)}`)),
  ].filter((each) => each !== null);
}

/** What is kept of a draft in the catalog's note, or null: shares, supporters and last year's figure have no field of their own. */
export function noteOf(draft: Draft): string | null {
  const said = unserved(draft);
  return said.length === 0 ? null : strings().review.details.note(said);
}
