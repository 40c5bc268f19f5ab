/** The parts that the numbering of a text makes of it: 二、 ends what 一、 opened, 3. ends what 2. opened. */
import type { Line } from "./layout";
import { ordinalOf } from "./sections";

interface Part {
  readonly rank: number;
  readonly ordinal: number;
  /** The part around it. */
  readonly around: Part | null;
  /** Where the next of its numbering begins; endless where none does. */
  end: number;
}

/** Numberings, the outermost first. 一是 counts sentences, and parts nothing. */
const RANKS = [/^第/u, /^一、/u, /^[（(]一/u, /^1/u, /^[（(]1/u, /^[①-⑳]/u];
const rankOf = (numbering: string | null) =>
  numbering === null || numbering.endsWith("是") ? -1 : RANKS.findIndex((rank) => rank.test(numbering));

/**
 * Tells where the part ends in which a line stands; endless where its numbering does not go on, or starts again.
 * @example partEnds("一、教育\n建校2所。\n二、医疗", lines)(1) // 12: where 二、 begins
 */
export function partEnds(text: string, lines: readonly Line[]): (line: number) => number {
  let open: Part | null = null;
  const partOf = lines.map(({ start, end, numbering }): Part | null => {
    const rank = rankOf(numbering);
    if (rank < 0) return open;
    const ordinal = ordinalOf(text.slice(start, end));
    while (open && open.rank > rank) open = open.around;
    if (open?.rank === rank) {
      if (ordinal > open.ordinal) open.end = start;
      open = open.around;
    }
    open = { rank, ordinal, around: open, end: Infinity };
    return open;
  });
  return (line) => {
    let end = Infinity;
    for (let part = partOf[line] ?? null; part; part = part.around) end = Math.min(end, part.end);
    return end;
  };
}
