/** Units named beside what they answer for: lines (责任单位：…) and brackets (（市教育局牵头）), and how far back or on each reaches. */
import type { Layout, Line } from "./layout";
import { ownersIn, type Owners, type Responsibility } from "./owners";
import type { MarkedWord, Scan } from "./scan";

interface UnitsNamed extends Owners {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Stands behind something on its line, and answers for that. */
  readonly isInline: boolean;
}

const LONGEST_LIST = 160;
const LINE_END = /[\n。）)\]】］〕]/u;

/** What a label names up to the end of its line. */
function readLabelled(text: string, { start, end }: MarkedWord): (Owners & { end: number }) | null {
  const written = text.slice(start, start + LONGEST_LIST);
  if (!/^(?:及责任人|名称|（[^）]{0,10}）)?\s*[：:]/u.test(text.slice(end, end + 20))) return null;
  const length = LINE_END.exec(written.slice(end - start))?.index ?? LONGEST_LIST;
  const owners = ownersIn(written.slice(0, end - start + length), true);
  return owners && { ...owners, end: Math.min(text.length, end + length) };
}

/** Every place where units are named, in the order of the text; what stands right under or beside another only helps it. */
function unitsNamed(text: string, { words, brackets }: Scan, lines: readonly Line[]): UnitsNamed[] {
  const found: (Owners & { start: number; end: number })[] = [];
  for (const [start, end] of brackets) {
    if (end - start > LONGEST_LIST || end - start < 5) continue;
    const owners = ownersIn(text.slice(start + 1, end - 1));
    // 市卫健委（市中医药局） names one authority twice.
    if (owners && !/[局委厅办]$/u.test(text.slice(Math.max(0, start - 1), start)))
      found.push({ ...owners, start, end });
  }
  let bracket = 0;
  const inBrackets = found.length;
  for (const mark of words) {
    if (mark.mark !== "unitLine") continue;
    while (bracket < inBrackets && (found[bracket]?.end ?? 0) <= mark.start) bracket++;
    if (bracket < inBrackets && (found[bracket]?.start ?? Infinity) <= mark.start) continue;
    const read = readLabelled(text, mark);
    if (read) found.push({ ...read, start: mark.start });
  }
  const units: UnitsNamed[] = [];
  let line = 0;
  let helpers: string[] = [];
  for (const each of found.sort((left, right) => left.start - right.start)) {
    while ((lines[line]?.end ?? Infinity) < each.start) line++;
    const own = lines[line];
    const last = units.at(-1);
    if (!own || (last && each.start < last.end)) continue;
    const before = text
      .slice(Math.max(own.start, each.start - LONGEST_LIST), each.start)
      .replace(/[\s　（(【[#*]/gu, "");
    // A second label right behind or under the first names who helps: 牵头单位 leads, a 责任单位 under it assists.
    const isBesides =
      last?.line === line && each.start - last.end < 4 && !/[）)］】。\n]/u.test(text.slice(last.end - 1, each.start));
    const isUnder = last && !last.isInline && before === "" && nothingBetween(text, lines, last.line, line);
    if (last && (isBesides || isUnder)) {
      helpers = [...last.supporting, ...each.lead, ...each.supporting];
      units[units.length - 1] = { ...last, end: each.end, supporting: helpers };
      continue;
    }
    units.push({ ...each, line, isInline: before !== "" });
  }
  return units;
}

function nothingBetween(text: string, lines: readonly Line[], first: number, second: number): boolean {
  const between = text.slice(lines[first]?.end ?? 0, Math.min(lines[second]?.start ?? 0, (lines[first]?.end ?? 0) + 9));
  return second > first && between.length < 8 && between.trim() === "";
}

/** Unit lines stand after what they answer for, or before it; a document keeps to one way, which its figures show. */
export function unitLines(text: string, found: Scan, { lines }: Layout): Responsibility[] {
  const units = unitsNamed(text, found, lines);
  if (units.length === 0) return [];
  const figureStarts = found.figures.filter(({ unitClass }) => unitClass !== "time").map(({ start }) => start);
  const hasFigure = (start: number, end: number) => countBetween(figureStarts, start, end) > 0;
  const items = itemsAnsweredFor(lines, units);
  let after = 0;
  let before = 0;
  const blocks = units.map((unit, index) => {
    const previous = units[index - 1];
    const item = items[index] ?? null;
    const ownLine = lines[unit.line]?.start ?? 0;
    const behindPrevious = previous ? (previous.isInline ? previous.end : (lines[previous.line]?.end ?? 0)) : 0;
    const begin = item === null ? (unit.isInline ? ownLine : behindPrevious) : (lines[item]?.start ?? 0);
    const start = Math.max(begin, previous?.end ?? 0);
    if (unit.isInline || hasFigure(start, unit.start)) after++;
    else before++;
    return { unit, start, over: item === null ? unit.start : start };
  });
  const [first, last] = [units[0], units.at(-1)];
  const beginsWithUnits =
    first !== undefined &&
    last !== undefined &&
    !units.some(({ isInline }) => isInline) &&
    !hasFigure(0, first.start) &&
    hasFigure(last.end, text.length);
  const isAfter = after >= before && !beginsWithUnits;
  return blocks.map(({ unit, start }, index) => {
    const next = blocks[index + 1];
    const isBehind = isAfter || unit.isInline;
    return {
      start: isBehind ? start : unit.end,
      end: isBehind ? unit.start : (next?.over ?? text.length),
      department: unit.lead.join("、"),
      supporting: unit.supporting,
      from: "unitLine",
      speaker: null,
    };
  });
}

/**
 * The line at which the item of each unit line begins, or null. Items are numbered in the style that comes once between one unit line
 * and the next: sub-items come oftener, headings over several items more rarely.
 */
function itemsAnsweredFor(lines: readonly Line[], units: readonly UnitsNamed[]): (number | null)[] {
  const numbered = lines.flatMap(({ numbering }, index) => (numbering === null ? [] : [{ index, numbering }]));
  const starts = numbered.map(({ index }) => index);
  const inBlock = units.map((unit, at) => {
    const previous = units[at - 1];
    const from = previous ? (previous.isInline && previous.line === unit.line ? unit.line : previous.line + 1) : 0;
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

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
const countBetween = (sorted: readonly number[], start: number, end: number) =>
  lowerBound(sorted, end) - lowerBound(sorted, start);
