/** An unfinished review is kept in the workbook, a while after each decision, and is there again when the pane opens anew. */
import { readPart, keepPart } from "../excel/workbookStore";
import type { Review, ReviewItem } from "../importer/review";
import type { Pane } from "./pane";

const SAVE_PAUSE = 1200; // ms without a decision before the review is kept in the workbook
const REVIEW_VERSION = 1;

export class ReviewKeeping {
  private saving: number | undefined;
  private lastSave = Promise.resolve();

  /** @param current the review there is to keep, if any */
  constructor(
    private readonly pane: Pane,
    private readonly current: () => Review | null,
  ) {}

  saveSoon(): void {
    window.clearTimeout(this.saving);
    this.saving = window.setTimeout(() => {
      this.lastSave = this.save();
    }, SAVE_PAUSE);
  }

  /** Puts off what was to be saved, and waits for a saving that is under way: two at once would delete each other's part. */
  end(): Promise<void> {
    window.clearTimeout(this.saving);
    return this.lastSave;
  }

  /** Takes what is kept out of the workbook. */
  async forget(): Promise<void> {
    await this.end();
    await this.pane.run((context) => keepPart(context, "review", null));
  }

  /** What was kept, or null. */
  async restored(): Promise<Review | null> {
    const outcome = await this.pane.run((context) => readPart(context, "review"));
    return outcome.done ? keptReview(outcome.answer) : null;
  }

  private async save(): Promise<void> {
    const review = this.current();
    if (review) await this.pane.run((context) => keepPart(context, "review", keptForm(review)));
  }
}

/** A review as it is written into the workbook. */
export const keptForm = (review: Review) => ({ version: REVIEW_VERSION, review });

/** Fields that a review kept by an earlier version lacks. */
type KeptReview = Omit<Review, "items" | "leftOut"> & {
  readonly items: readonly (Omit<ReviewItem, "draft"> & {
    readonly draft: Omit<ReviewItem["draft"], "supporting"> & Partial<Pick<ReviewItem["draft"], "supporting">>;
  })[];
  readonly leftOut?: Review["leftOut"];
};

/** A review as it was kept; null for what another version wrote. One from before figures were listed as left out has none. */
function keptReview(kept: unknown): Review | null {
  if (typeof kept !== "object" || kept === null || !("version" in kept) || !("review" in kept)) return null;
  const { version, review } = kept;
  if (version !== REVIEW_VERSION || typeof review !== "object" || review === null || !("items" in review)) return null;
  // A version before this one wrote neither who helps nor what was left out.
  const { items, ...rest } = review as KeptReview;
  const named = items.map((item) => ({ ...item, draft: { ...item.draft, supporting: item.draft.supporting ?? [] } }));
  return { ...rest, items: named, leftOut: rest.leftOut ?? [] };
}
