/** The decisions of a review in their order, so that the last can be taken back wherever a person has gone since. */
import type { Review } from "./review";

const MOST_KEPT = 200; // more than anybody takes back one by one

interface Step {
  readonly before: Review;
  /** The item it was about, or null where it was about several. */
  readonly item: number | null;
}

export interface Decisions {
  readonly review: Review;
  readonly steps: readonly Step[];
}

export const beginDecisions = (review: Review): Decisions => ({ review, steps: [] });

/** @param item the item that was decided, or null for several at once */
export function decide({ review, steps }: Decisions, decided: Review, item: number | null): Decisions {
  if (decided === review) return { review, steps };
  return { review: decided, steps: [...steps.slice(1 - MOST_KEPT), { before: review, item }] };
}

/** @returns the review before the last decision, and the item it was about; null where nothing was decided */
export function takeBack({ steps }: Decisions): { readonly decisions: Decisions; readonly item: number | null } | null {
  const last = steps.at(-1);
  return last ? { decisions: { review: last.before, steps: steps.slice(0, -1) }, item: last.item } : null;
}
