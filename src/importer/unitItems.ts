/** Which numbered item each unit answers for: 1.新建学校3所。… ⏎ 责任单位：市教育局. */
import type { Line } from "./layout";

/** Where units are named. */
export interface UnitPlace {
  readonly line: number;
  /** Stands behind something on its line, and answers for that. */
  readonly isInline: boolean;
}

/**
 * The line at which the item of each unit line begins, or null. Items are numbered in the style that comes once between one unit line
 * and the next: sub-items come oftener, headings over several items more rarely. One unit alone shows no style: it answers for its own
 * line. No item begins before the section in which the unit stands.
 *
 * @param sections where sections begin whose headings name units of their own, in the order of the text
 */
export function itemsAnsweredFor(
  lines: readonly Line[],
  units: readonly UnitPlace[],
  sections: readonly number[],
): (number | null)[] {
  const numbered = lines.flatMap(({ numbering }, index) => (numbering === null ? [] : [{ index, numbering }]));
  const starts = numbered.map(({ index }) => index);
  const [alone] = units;
  if (units.length === 1 && alone?.isInline && (lines[alone.line]?.numbering ?? null) !== null) return [alone.line];
  let section = 0; // the next one
  let opened = 0; // the line below the heading of the last one
  const inBlock = units.map((unit, at) => {
    const previous = units[at - 1];
    while ((sections[section] ?? Infinity) <= (lines[unit.line]?.start ?? 0)) {
      const begin = sections[section++] ?? 0;
      while ((lines[opened]?.start ?? Infinity) < begin) opened++;
    }
    const behind = previous ? (previous.isInline && previous.line === unit.line ? unit.line : previous.line + 1) : 0;
    const from = Math.max(behind, opened);
    const last = lowerBound(starts, unit.line + 1);
    return numbered.slice(Math.max(lowerBound(starts, from), last - LONGEST_ITEM), last);
  });
  const once = new Map<string, number>();
  for (const block of inBlock)
    for (const style of new Set(block.map(({ numbering }) => numbering))) {
      const count = block.filter(({ numbering }) => numbering === style).length;
      once.set(style, (once.get(style) ?? 0) + (count === 1 ? 2 : 1));
    }
  return inBlock.map((block) => {
    const best = Math.max(0, ...block.map(({ numbering }) => once.get(numbering) ?? 0));
    return block.filter(({ numbering }) => once.get(numbering) === best).at(-1)?.index ?? null;
  });
}
const LONGEST_ITEM = 200; // numbered lines that one unit line may stand for

/** The first place in a sorted list whose value is no smaller. */
export function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
