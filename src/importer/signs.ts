/**
 * Signs that a figure is no number of anything promised, as rows of a table: of which figures, what stands before, what stands behind.
 * The tables are read in their order and the first row that fits gives the reason; a new kind is a row.
 */
import type { LeftOutReason } from "./drafts";
import type { Figure } from "./patterns";

const NEIGHBOURS = 16; // characters before a figure that tell what it is
const BEHIND = 32; // and behind it, where more stands of what is counted
const SENTENCE = 120; // and of its sentence, where the one thing is named whose size it is

/** A figure with what stands around it. What is asked for seldom is cut out when it is asked for. */
export class Surroundings {
  /** The last characters of its clause before the figure, without blanks at their end. */
  readonly before: string;
  /** The first characters of its clause behind the figure. */
  readonly behind: string;
  private headCut: string | null = null;
  private saidCut: string | null = null;
  private restCut: string | null = null;
  private beyondCut: string | null = null;

  constructor(
    private readonly text: string,
    readonly figure: Figure,
    private readonly clauseStart: number,
    private readonly clauseEnd: number,
    private readonly sentenceStart: number,
  ) {
    const { start, end } = figure;
    this.before = text.slice(Math.max(clauseStart, start - NEIGHBOURS), start).replace(/[ 　]+$/u, "");
    this.behind = text.slice(end, Math.min(clauseEnd, end + BEHIND));
  }

  /** The figure as written: 60万人口 counts in 人. */
  get phrase(): string {
    return this.text.slice(this.figure.start, this.figure.end);
  }

  /** Its clause up to the figure. */
  get head(): string {
    return (this.headCut ??= this.text.slice(this.clauseStart, this.figure.start));
  }

  /** Its sentence up to the figure, as far as it is near. */
  get said(): string {
    const { start } = this.figure;
    return (this.saidCut ??= this.text.slice(Math.max(this.sentenceStart, start - SENTENCE), start));
  }

  /** All of its clause that is near behind the figure: a list may close in it. */
  get rest(): string {
    return (this.restCut ??= this.text.slice(this.figure.end, Math.min(this.clauseEnd, this.figure.end + SENTENCE)));
  }

  /** What follows, over the end of its clause. */
  get beyond(): string {
    const { end } = this.figure;
    return (this.beyondCut ??= this.text.slice(end, end + BEHIND));
  }
}

/** What must stand around a figure; all that is given must fit. */
interface Fit {
  readonly before?: RegExp;
  readonly behind?: RegExp;
  readonly head?: RegExp;
  readonly said?: RegExp;
  readonly rest?: RegExp;
  readonly beyond?: RegExp;
}

/** One sign. */
export interface Sign extends Fit {
  readonly reason: LeftOutReason;
  /** Of which units; of all where nothing is said. */
  readonly of?: Of;
  /** The figure closes its clause. */
  readonly isLast?: true;
  /** Where this stands as well, the figure is promised after all. */
  readonly unless?: Fit;
  /** What words alone do not tell. */
  readonly holds?: (seen: Surroundings) => boolean;
}

function fits({ before, behind, head, said, rest, beyond }: Fit, seen: Surroundings): boolean {
  return (
    (before === undefined || before.test(seen.before)) &&
    (behind === undefined || behind.test(seen.behind)) &&
    (head === undefined || head.test(seen.head)) &&
    (said === undefined || said.test(seen.said)) &&
    (rest === undefined || rest.test(seen.rest)) &&
    (beyond === undefined || beyond.test(seen.beyond))
  );
}

/** Signs in their order. Most say of which units they are: for each unit the others are left aside once. */
export class SignTable {
  private readonly byUnit = new Map<string, readonly Sign[]>();

  constructor(private readonly signs: readonly Sign[]) {}

  /** The reason of the first sign that fits, or null. */
  reasonFor(seen: Surroundings): LeftOutReason | null {
    for (const sign of this.signsOf(seen.figure))
      if (
        (sign.isLast === undefined || seen.behind === "") &&
        fits(sign, seen) &&
        (sign.unless === undefined || !fits(sign.unless, seen)) &&
        (sign.holds === undefined || sign.holds(seen))
      )
        return sign.reason;
    return null;
  }

  private signsOf(counted: Counted): readonly Sign[] {
    const { unitClass, unit, isChinese, isGrowth } = counted;
    const key = `${unitClass} ${unit} ${isChinese ? "一" : ""}${isGrowth ? "翻" : ""}`;
    let own = this.byUnit.get(key);
    if (own === undefined) {
      own = this.signs.filter(({ of }) => of?.(counted) ?? true);
      this.byUnit.set(key, own);
    }
    return own;
  }
}

/** What a figure counts, and how it is written, without its number. */
type Counted = Pick<Figure, "unitClass" | "unit" | "bareUnit" | "isChinese" | "isGrowth">;
export type Of = (counted: Counted) => boolean;
export const counts: Of = ({ unitClass }) => unitClass === "count";
export const money: Of = ({ unitClass }) => unitClass === "money";
export const measures: Of = ({ unitClass }) => unitClass === "measure";
export const shares: Of = ({ unitClass }) => unitClass === "share";
export const inWords: Of = ({ isChinese }) => isChinese;
/** 件, 项: what headings and plans are divided into. */
export const items: Of = ({ unitClass, unit }) => unitClass === "count" && ITEMS.has(unit);
const ITEMS = new Set(["件", "项", "条", "个"]);
/** Figures in one of these units, 万 and 亿 apart: `inUnits("亩 公顷")`. */
export function inUnits(units: string): Of {
  const known = new Set(units.split(" "));
  return ({ bareUnit }) => known.has(bareUnit);
}
