/** What a word, a year or a heading says of time, and how far it reaches. */

export type Tense = "past" | "future";

/** A word that tells of its sentence, or of all that follows, whether it is past. */
export interface TimeSaid {
  readonly at: number;
  readonly end: number;
  readonly tense: Tense;
  readonly isLasting: boolean;
  /** Where the word stops to tell. */
  readonly until: number;
  /** Said of what was done as well (争取资金, 将标准提高到): it counts only where no past is told; a weak past, only where no future is. */
  readonly isWeak: boolean;
}

/** Something that tells of the past as far as here, and no further. */
export const pastUntil = (at: number, end: number, until: number): TimeSaid => ({
  at,
  end,
  tense: "past",
  isLasting: false,
  until,
  isWeak: false,
});
