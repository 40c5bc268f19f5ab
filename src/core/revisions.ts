/** Targets set anew in the course of the year: which figure was in force on a day (RULES: Revised targets). */
import type { CatalogIndex } from "./catalog";
import type { Commitment, Day, Revision } from "./types";

/** The revision in force on a day; null before the first one, where the original figure holds. */
export function revisionAt({ revisions }: Commitment, day: Day): Revision | null {
  let found: Revision | null = null;
  for (const revision of revisions ?? []) if (revision.from <= day) found = revision;
  return found;
}

/** The days on which the figure of a commitment changes, a declared total's parts included, in their order. */
export function revisionDays(index: CatalogIndex, commitment: Commitment): readonly Day[] {
  const own = commitment.revisions ?? [];
  const ofParts = commitment.sumOf ? index.partsOf(commitment).flatMap(({ revisions }) => revisions ?? []) : [];
  return own.length + ofParts.length === 0 ? NONE : [...new Set([...own, ...ofParts].map(({ from }) => from))].sort();
}

const NONE: readonly Day[] = [];

/** The commitment with the figure that was in force on a day in its target's place. */
export function asOfDay(commitment: Commitment, day: Day): Commitment {
  const revision = revisionAt(commitment, day);
  if (revision === null || !commitment.target || !("value" in commitment.target)) return commitment;
  const { value, valueMax } = revision;
  return {
    ...commitment,
    target: { ...commitment.target, value, ...(valueMax === undefined ? {} : { valueMax }) },
  };
}
