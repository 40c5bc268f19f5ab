/** Parts of a figure that is left out, which are left out with it: 梳理出16条产业链，其中制造业13条; 承办9项（其中主办5项，协办4项）. */
import type { LeftOutReason } from "./drafts";
import type { Figure } from "./patterns";

/** Reasons that hold for the parts as well: how many there are, and what was told of. */
const HANDED_ON: ReadonlySet<LeftOutReason> = new Set(["past", "scope"] as const);
const LONGEST_PARTS = 100; // characters of a bracket in which parts stand
const OPENS_PARTS = /[（(](?:其中)?[：:，]?[^（）()]*$/u;

export class PartsLeft {
  /** The last figure that was left out in its sentence, where none behind it was taken. */
  private last: {
    readonly sentence: number;
    readonly reason: LeftOutReason;
    readonly end: number;
    readonly isByTense: boolean;
  } | null = null;

  constructor(private readonly text: string) {}

  /**
   * A figure is left out. Parts of another say nothing of those behind them.
   * @param sentence where its sentence begins
   * @param isByTense whether only the words of time told so: they may tell otherwise of 其中, in a clause of its own
   */
  left(figure: Figure, reason: LeftOutReason, sentence: number, isByTense = false): void {
    if (HANDED_ON.has(reason) && this.besideIn(figure, sentence) === null)
      this.last = { sentence, reason, end: figure.end, isByTense };
  }

  /** A clause with figures of its own. */
  taken(): void {
    this.last = null;
  }

  /** Why all of a clause is left out that begins with 其中. */
  reasonOf(clauseStart: number, sentence: number): LeftOutReason | null {
    const whole = this.last;
    if (whole?.sentence !== sentence || whole.isByTense) return null;
    return this.text.startsWith("其中", clauseStart) ? whole.reason : null;
  }

  /** Why a figure is left out that stands in the bracket right behind the whole: 9项事项（其中主办5项，协办4项）. */
  besideIn({ start }: Figure, sentence: number): LeftOutReason | null {
    const whole = this.last;
    if (whole?.sentence !== sentence || start - whole.end > LONGEST_PARTS) return null;
    const between = this.text.slice(whole.end, start);
    const opened = OPENS_PARTS.exec(between);
    return opened !== null && PARTS.test(opened[0]) && !/[\d，。；]/u.test(between.slice(0, opened.index))
      ? whole.reason
      : null;
  }
}
/** What is said to be part: 其中…, or the roles in which the items are taken on. */
const PARTS = /^.(?:其中|(?:牵头|主办|承办|协办|配合|主责|参与))/u;
