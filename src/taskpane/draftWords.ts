/** A draft in words, for the review's list and for the note of what a catalog has no field for. */
import type { Draft, Part } from "../importer/drafts";
import type { Unserved } from "../importer/promise";
import { isFall } from "../importer/promisedFigure";
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
  return [...(draft.due === undefined ? [] : [words.due(draft.due)]), ...said(draft)];
}

function shareText({ place, value, unit, ownPledge }: Part): string {
  const pledge = ownPledge ? amountText(ownPledge.value, ownPledge.unit) : null;
  return strings().review.details.share(place, amountText(value, unit), pledge);
}

function said({ lastYear, supporting, parts }: Unserved): string[] {
  const words = strings().review.details;
  return [
    lastYear === undefined ? null : words.lastYear(amountText(lastYear.value, lastYear.unit)),
    supporting.length === 0 ? null : words.supporting(supporting),
    parts === undefined ? null : words.parts(parts.map((part) => shareText(part))),
  ].filter((each) => each !== null);
}

/** What a catalog keeps of a draft in a note, or null: what it has no field for. */
export function noteOf(unserved: Unserved): string | null {
  const words = said(unserved);
  return words.length === 0 ? null : strings().review.details.note(words);
}
