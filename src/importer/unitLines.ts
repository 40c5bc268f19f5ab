/** Units named beside what they answer for: lines (责任单位：…) and brackets (（市教育局牵头）), and how far back or on each reaches. */
import type { Layout, Line } from "./layout";
import {
  firstLeadsThroughout,
  helpersIn,
  ledByFirst,
  ownersIn,
  type Owners,
  type Responsibility,
  type Written,
} from "./owners";
import type { MarkedWord, Scan } from "./scan";
import { namedInCells } from "./unitCells";
import { itemAround } from "./unitWithin";
import { itemsAnsweredFor, lowerBound, type UnitPlace } from "./unitItems";

interface UnitsNamed extends Written, UnitPlace {
  /** Closes a heading, and answers for what stands below: 一、教育领域（市教育局）. */
  readonly isOver: boolean;
}

const LONGEST_LIST = 160;
/** How far a list of units goes: to the end of its line, to the next item, or to the bracket that it stands in. 各县（市、区） closes its own. */
function listEnd(text: string, start: number): number {
  let depth = 0;
  const next = NEXT_ITEM.exec(text.slice(start, start + LONGEST_LIST))?.index ?? LONGEST_LIST;
  for (let at = start; at < Math.min(text.length, start + next); at++) {
    const character = text[at] ?? "";
    if (character === "\n" || character === "。") return at;
    if ("（([【［〔".includes(character)) depth++;
    else if ("）)]】］〕".includes(character) && --depth < 0) return at;
  }
  return Math.min(text.length, start + next);
}
/** 责任单位：市交通局 4.新增站点9个, 市交通局 东区 西区 3 5 8: what runs on behind the list on its line. */
const NEXT_ITEM = /[\s　；]\d{1,3}(?:[.．、][\s　]*[\u4e00-\u9fff]|[\s　]+\d)/u;

/** What a label names up to the end of its line. */
function readLabelled(text: string, { start, end }: MarkedWord): (Owners & { end: number }) | null {
  const isClosed = /[：:]$/u.test(text.slice(start, end)); // 主办： is a label as it stands
  const behind = text.slice(end, end + 20);
  if (!isClosed && !/^(?:及责任人|名称|（[^）]{0,10}）)?\s*[：:]/u.test(behind) && !BLANK_AND_UNIT.test(behind))
    return null;
  const last = listEnd(text, end);
  const written = text.slice(start, last).replace(LABEL_AND_BLANK, "$&：");
  const helpers = /^(?:配合|协|参)/u.test(written) ? helpersIn(written) : null;
  const owners = helpers === null ? ownersIn(written, true) : { lead: [], supporting: helpers };
  return owners && { ...owners, end: last };
}

/** 牵头单位 县教育局 配合单位 县财政局: a blank or nothing for the colon, where a unit follows. */
const BLANK_AND_UNIT =
  /^(?:[ 　]+|(?=[省市县区州旗]))[\u4e00-\u9fff]{1,12}?(?:局|委|委员会|厅|办|办公室|中心|政府|街道|集团|公司)(?=[ 　、，,。；\n]|$)/u;
const LABEL_AND_BLANK = /(?:牵头|责任|主办|承办|配合|协办|协同)(?:单位|部门)(?=[ 　]+[\u4e00-\u9fff]|[省市县区州旗])/gu;

const LONGEST_NAMES = 32;
/** 免费接种疫苗3万人次——区卫健局: units behind a dash at the end of a line. */
function namedBehindDashes(text: string, lines: readonly Line[]): Written[] {
  return lines.flatMap(({ start, end }) => {
    const from = Math.max(start + SHORT_BEFORE, end - LONGEST_NAMES);
    const at = text.slice(from, end).lastIndexOf("——");
    if (at < 0) return [];
    const dash = from + at;
    const owners = ownersIn(text.slice(dash + 2, end).trim());
    return owners ? [{ ...owners, start: dash, end }] : [];
  });
}

/** …造林12万亩，由市林业局负责实施。: at the end of a sentence, and of that alone. */
function namedInSentences(text: string): Written[] {
  return [...text.matchAll(BY_WHOM)].flatMap(({ index, 0: said, 1: names = "" }) => {
    const owners = ownersIn(names);
    const from = Math.max(...["。", "；", "\n"].map((stop) => text.lastIndexOf(stop, index))) + 1;
    return owners ? [{ ...owners, start: index, end: index + said.length, from }] : [];
  });
}
/** 以上事项由县民政局牵头组织。: on a line of its own, of all above. */
function namedOfAllAbove(text: string): Written[] {
  return [...text.matchAll(OF_ALL_ABOVE)].flatMap(({ index, 0: said, 1: names = "" }) => {
    const owners = ownersIn(names);
    return owners ? [{ ...owners, start: index, end: index + said.length }] : [];
  });
}
const OF_ALL_ABOVE =
  /(?:上述|以上)(?<=(?:^|\n)[\s　]*(?:上述|以上))[^，。；：\n]{0,8}?由([^，,。；：\n\d]{3,40}?(?:牵头|负责|主办|承办))(?:负责|组织|实施|落实)*(?=[。；\n]|$)/gu;
const BY_WHOM =
  /[，,]由([^，,。；：\n\d]{3,40}?(?:牵头|负责|主办|承办))(?:(?:组织|具体)?(?:实施|落实|推进|办理|完成))?(?=[。；\n]|$)/gu;

function isHeadOfLine(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SHORT_BEFORE), start);
  return (
    /(?:^|\n)[\s　\d.、．]*$/u.test(before) &&
    /^[ \t　]*[^\s　。；;，,）)\d]/u.test(text.slice(end, end + SHORT_BEFORE))
  );
}
const SHORT_BEFORE = 8;

/** Every place where units are named, in the order of the text; what stands right under or beside another only helps it. */
function unitsNamed(text: string, { words, brackets }: Scan, lines: readonly Line[]): UnitsNamed[] {
  const found: Written[] = [];
  for (const [start, end] of brackets) {
    if (end - start > LONGEST_LIST || end - start < 5) continue;
    const owners = ownersIn(text.slice(start + 1, end - 1));
    // 市卫健委（市中医药局） names one authority twice; 【市教育局】新建… is the head of its line.
    if (owners && !isHeadOfLine(text, start, end) && !/[局委厅办]$/u.test(text.slice(Math.max(0, start - 1), start)))
      found.push({ ...owners, start, end });
  }
  found.push(
    ...namedBehindDashes(text, lines),
    ...namedInSentences(text),
    ...namedOfAllAbove(text),
    ...namedInCells(text, lines),
  );
  found.sort((left, right) => left.start - right.start);
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
    const isUnder =
      last &&
      !last.isInline &&
      before === "" &&
      (each.lead.length === 0 ? labelsBetween : nothingBetween)(text, lines, last.line, line);
    if (last && (isBesides || isUnder)) {
      helpers.push(...each.lead, ...each.supporting);
      // What stands under the second is beside it.
      units[units.length - 1] = { ...last, end: each.end, line };
      continue;
    }
    if (each.lead.length === 0) continue; // helpers of nobody
    helpers = [...each.supporting]; // one list a unit: it grows with what stands under it
    const isOver = before !== "" && closesHeading(text, own, each);
    units.push({ ...each, supporting: helpers, line, isInline: before !== "" && !isOver, isOver });
  }
  return units;
}

/** Whether a bracket ends a heading that counts nothing. */
function closesHeading(
  text: string,
  line: Line,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (
    !line.isHeading ||
    line.numbering === null ||
    /\d/u.test(text.slice(line.start, start).replace(/^[^\u4e00-\u9fff]*/u, ""))
  )
    return false;
  return text[end - 1] === "）" && text.slice(end, line.end).trim() === "";
}

function nothingBetween(text: string, lines: readonly Line[], first: number, second: number): boolean {
  const between = text.slice(lines[first]?.end ?? 0, Math.min(lines[second]?.start ?? 0, (lines[first]?.end ?? 0) + 9));
  return second > first && between.length < 8 && between.trim() === "";
}

const LABELLED = /^[\s　]*(?:[^，。；：:\n]{2,8}[：:][^。；\n]{0,30})?[\s　]*$/u;
/** 责任单位：…, 责任人：…, 配合单位：…: what stands between is labelled as well. */
function labelsBetween(text: string, lines: readonly Line[], first: number, second: number): boolean {
  if (second <= first || second - first > LABELS_AT_MOST) return false;
  return lines.slice(first + 1, second).every(({ start, end }) => LABELLED.test(text.slice(start, end)));
}
const LABELS_AT_MOST = 4;

/** Who answers for what: the units beside it, and those that stand over its section, which go after them. */
export interface UnitStretches {
  /** In the order of the text, none within another. */
  readonly beside: Responsibility[];
  /** One may hold another; the later is the inner one. */
  readonly over: Responsibility[];
}

export function unitLines(text: string, found: Scan, { lines }: Layout): UnitStretches {
  const named = unitsNamed(text, found, lines);
  const units = firstLeadsThroughout(text) ? named.map(ledByFirst) : named;
  const over = units
    .filter(({ isOver }) => isOver)
    .map((unit) => stretchOf(unit, unit.end, sectionEnd(lines, unit.line, text.length)));
  return {
    beside: besideEach(
      text,
      found,
      lines,
      units.filter(({ isOver }) => !isOver),
      over,
    ),
    over,
  };
}

const stretchOf = ({ lead, supporting }: UnitsNamed, start: number, end: number): Responsibility => ({
  start,
  end,
  department: lead.join("、"),
  supporting,
  from: "unitLine",
  speaker: null,
});

/** Unit lines stand after what they answer for, or before it; a document keeps to one way, which its figures show. */
function besideEach(
  text: string,
  found: Scan,
  lines: readonly Line[],
  units: readonly UnitsNamed[],
  over: readonly Responsibility[],
): Responsibility[] {
  if (units.length === 0) return [];
  const figureStarts = found.figures.filter(({ unitClass }) => unitClass !== "time").map(({ start }) => start);
  const hasFigure = (start: number, end: number) => countBetween(figureStarts, start, end) > 0;
  const items = itemsAnsweredFor(
    lines,
    units,
    over.map(({ start }) => start),
  );
  let after = 0;
  let before = 0;
  let section = 0; // of the headings that units close, the next one
  const blocks = units.map((unit, index) => {
    const previous = units[index - 1];
    const item = items[index] ?? null;
    while ((over[section]?.start ?? Infinity) <= unit.start) section++;
    const ownLine = lines[unit.line]?.start ?? 0;
    const behindPrevious = previous ? (previous.isInline ? previous.end : (lines[previous.line]?.end ?? 0)) : 0;
    const begin = item === null ? (unit.isInline ? ownLine : behindPrevious) : (lines[item]?.start ?? 0);
    const start = Math.max(unit.from ?? begin, previous?.end ?? 0, over[section - 1]?.start ?? 0);
    if (unit.isInline || hasFigure(start, unit.start)) after++;
    else before++;
    return { unit, start, head: item === null ? unit.start : start };
  });
  const [first, last] = [units[0], units.at(-1)];
  const beginsWithUnits =
    first !== undefined &&
    last !== undefined &&
    !units.some(({ isInline }) => isInline) &&
    !hasFigure(0, first.start) &&
    hasFigure(last.end, text.length);
  const isAfter = after >= before && !beginsWithUnits;
  const within = units.map((unit, index) => {
    const item = itemAround(text, lines, unit);
    if (item === null) return null;
    const isShared = (units[index - 1]?.start ?? -1) >= item.start || (units[index + 1]?.start ?? Infinity) < item.end;
    return isShared ? null : item;
  });
  return blocks.map(({ unit, start }, index) => {
    const item = within[index];
    if (item) return stretchOf(unit, item.start, item.end);
    if (isAfter || unit.isInline) return stretchOf(unit, start, unit.start);
    const next = blocks[index + 1];
    return stretchOf(unit, unit.end, (next?.unit.isInline ? next.head : next?.unit.start) ?? text.length);
  });
}

/** Where the section of a heading ends: at the next one of its numbering. */
function sectionEnd(lines: readonly Line[], line: number, otherwise: number): number {
  const own = lines[line]?.numbering;
  return lines.slice(line + 1).find(({ numbering }) => numbering === own)?.start ?? otherwise;
}

const countBetween = (sorted: readonly number[], start: number, end: number) =>
  lowerBound(sorted, end) - lowerBound(sorted, start);
