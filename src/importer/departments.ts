/** Who is responsible for what stands where: unit lines (责任单位：…), the bureau that speaks, and headings that name one. */
import { AUTHORITY_BEFORE } from "./lexicon";
import type { Layout, Line } from "./layout";
import type { MarkedWord, Scan } from "./scan";

/** A stretch of the text and the department that answers for it. */
export interface Responsibility {
  readonly start: number;
  readonly end: number;
  /** As written; several lead units are joined by 、. */
  readonly department: string;
  readonly from: "unitLine" | "speaker" | "heading";
  readonly speaker: string | null;
}

export function responsibilities(text: string, found: Scan, layout: Layout): Responsibility[] {
  return [...unitLines(text, found, layout), ...speakers(text, found, layout)];
}

/** The department that answers for a place: a unit line before a speaker. Both lists are in the order of the text. */
export class DepartmentFinder {
  constructor(
    private readonly lined: readonly Responsibility[],
    private readonly spoken: readonly Responsibility[],
  ) {}

  find(place: number): Responsibility | null {
    return over(this.lined, place) ?? over(this.spoken, place);
  }
}

/** The first stretch that ends behind a place, where it holds it. */
function over(stretches: readonly Responsibility[], place: number): Responsibility | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found && found.start <= place ? found : null;
}

interface UnitLine {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly department: string;
  readonly isInline: boolean;
}

interface UnitsRead {
  readonly department: string;
  readonly start: number;
  readonly end: number;
}

// （市教育局牵头，市财政局配合）: in brackets, behind what they answer for.
const LED_BY = /[（([［]([^（([［）)\]］。\n]{2,60})$/u;
const AUTHORITY = /(?:局|委|厅|办|办公室|中心|公司|集团|部|会|政府|院|处|银行)$/u;

function readLeads(text: string, mark: MarkedWord): UnitsRead | null {
  const before = text.slice(Math.max(0, mark.start - 62), mark.start);
  const said = LED_BY.exec(before);
  if (!said?.[1]) return null;
  const names = said[1]
    .replace(/^由/u, "")
    .replace(/(?:等)?(?:按|分)?$/u, "")
    .split("、")
    .filter((name) => !GENERIC.test(name));
  if (names.length === 0 || !names.every((name) => AUTHORITY.test(name) && name.length <= 24)) return null;
  return { department: names.join("、"), start: mark.start - before.length + said.index, end: mark.end };
}

const LEADS_ONLY = /[，,；;。\n]|(?:配合|协办|协助|参与|参加|责任|承办|督办)(?:单位|部门|领导)/u;
const GENERIC = /^(?:各|相关|有关|其他|市直|县直|区直)/u;
const LONGEST_UNIT_LIST = 160;

function readUnits(text: string, { start, end: at }: MarkedWord): UnitsRead | null {
  const written = text.slice(at, at + LONGEST_UNIT_LIST);
  const opening = /^(?:及责任人|名称|（[^）]{0,10}）)?\s*[：:]\s*/u.exec(written);
  if (!opening) return null;
  const rest = written.slice(opening[0].length);
  const bracket = /[）)\]】］〕]/.exec(rest)?.index ?? rest.length;
  const end = Math.min(LEADS_ONLY.exec(rest)?.index ?? rest.length, bracket);
  const names = rest
    .slice(0, end)
    .split(/[、\s　]+/u)
    .map((name) => name.trim())
    .filter((name) => name.length >= 2 && name.length <= 24 && !GENERIC.test(name));
  if (names.length === 0) return null;
  return { department: names.join("、"), start, end: at + opening[0].length + end };
}

/** Unit lines stand after what they answer for, or before it; a document keeps to one way, which its figures show. */
function unitLines(text: string, found: Scan, { lines }: Layout): Responsibility[] {
  const marks = found.words.filter(({ mark }) => mark === "unitLine" || mark === "leads");
  if (marks.length === 0) return [];
  const units: UnitLine[] = [];
  let line = 0;
  for (const mark of marks) {
    while ((lines[line]?.end ?? Infinity) < mark.start) line++;
    const read = mark.mark === "leads" ? readLeads(text, mark) : readUnits(text, mark);
    const own = lines[line];
    if (!read || !own) continue;
    const { start } = read;
    const before = text.slice(own.start, start).replace(/[\s　（(【[#*]/gu, "");
    const last = units.at(-1);
    // 牵头单位 leads; a 责任单位 or 配合单位 line right under it assists.
    const isUnder = last && !last.isInline && before === "" && nothingBetween(text, lines, last.line, line);
    // The units named with it in one bracket or line assist; another bracket answers for what stands before it.
    const isBesides = last?.line === line && !/[）)］\]。；]/u.test(text.slice(last.end, start));
    if (last && (isBesides || isUnder)) continue;
    units.push({ start, end: read.end, line, department: read.department, isInline: before !== "" });
  }
  const figureStarts = found.figures.map(({ start }) => start);
  const hasFigure = (start: number, end: number) => countBetween(figureStarts, start, end) > 0;
  const numbered = lines.flatMap((each, index) => (each.numbering === null ? [] : [index]));
  let after = 0;
  let before = 0;
  const blocks = units.map((unit, index) => {
    const previous = units[index - 1];
    const beginning = previous ? Math.min(previous.line + 1, unit.line) : 0;
    const item = itemStart(lines, numbered, beginning, unit.line, unit.isInline);
    const start = unit.isInline ? Math.max(lines[item]?.start ?? 0, previous?.end ?? 0) : (lines[item]?.start ?? 0);
    if (unit.isInline || hasFigure(start, unit.start)) after++;
    else before++;
    return { unit, start, over: lines[item]?.numbering == null ? unit.start : start };
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
    return {
      start: isAfter || unit.isInline ? start : unit.end,
      end: isAfter || unit.isInline ? unit.start : (next?.over ?? text.length),
      department: unit.department,
      from: "unitLine",
      speaker: null,
    };
  });
}

function nothingBetween(text: string, lines: readonly Line[], first: number, second: number): boolean {
  const between = text.slice(lines[first]?.end ?? 0, lines[second]?.start ?? 0);
  return between.length < 8 && between.trim() === "";
}

/** The line at which the item with this unit line begins: the last one numbered in the style of the first after `beginning`. */
function itemStart(
  lines: readonly Line[],
  numbered: readonly number[],
  beginning: number,
  end: number,
  isInline: boolean,
): number {
  let from = lowerBound(numbered, beginning);
  let style: string | null = null;
  let item = beginning;
  for (; from < numbered.length && (numbered[from] ?? 0) <= (isInline ? end : end - 1); from++) {
    const index = numbered[from] ?? 0;
    const numbering = lines[index]?.numbering ?? null;
    style ??= numbering;
    if (numbering === style) item = index;
  }
  return item;
}

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

const SPEAKS =
  /^(?:[、，,]?(?:[\u4e00-\u9fff]{0,8}?(?:局长|主任|厅长|书记|部长|院长|行长|总经理|工程师|经济师|成员)))*\s*[\u4e00-\u9fff·]{1,2}\s?[\u4e00-\u9fff·]{1,6}?\s*(?:[在就向对][^，。；：\n]{1,16}?)?(?:表示|说|介绍|指出|谈到|认为|谈|强调|告诉|[：:])/u;
const NEVER = /^(?:省委|市委|县委|区委|州委|党委|全国人大常委|[省市县区]?人大常委|中央)$/u;
// 市教育局：…, 【市教育局】…: whoever a line begins with.
const LABEL =
  /^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?:[【［[]([\u4e00-\u9fff]{2,14}(?:局|委|厅|中心))[】］\]]|((?:[\u4e00-\u9fff]{0,3}[省市县区州])[\u4e00-\u9fff]{2,12}(?:局|委|厅))[：:])/u;
const LONGEST_LABEL = 30;
const COMMITTEE = /(?:办|工委|党组|党委)$/u;
const SAME_PERSON = 30; // characters within which several offices belong to one speaker

interface Voice {
  readonly start: number;
  readonly end: number;
  readonly department: string;
  readonly speaker: string | null;
}

function voiceOf(text: string, word: MarkedWord): Voice | null {
  const end = word.mark === "subject" ? word.end - 1 : word.start;
  const cut = word.mark === "subject" ? (/[局委厅办]|中心|公司/u.exec(word.word)?.[0].length ?? 1) : 0;
  const before = text.slice(Math.max(0, word.start - 26), word.mark === "subject" ? word.start + cut : word.start);
  // A name does not reach over a stop or a quotation mark.
  const near = /[^。；;！？：:“”"‘’'\n，,]*(?:[，,][^。；;：:“”"\n，,]{0,6})?$/u.exec(before)?.[0] ?? "";
  const found = AUTHORITY_BEFORE.exec(near);
  if (!found?.[1]) return null;
  const name = trimName(found[1]);
  if (name.length < 3 || NEVER.test(name)) return null;
  if (word.mark === "subject") return { start: end - name.length, end, department: name, speaker: null };
  const behind = text.slice(word.end, word.end + 40);
  if (!SPEAKS.test(behind)) return null;
  const speaker =
    /^[^\u4e00-\u9fff]*([\u4e00-\u9fff·]{2,4}?)(?=在|就|向|对|表示|说|介绍|指出|谈|认为|强调|告诉|\s*[：:])/u.exec(
      behind,
    )?.[1];
  return { start: word.start - (near.length - found.index), end: word.end, department: name, speaker: speaker ?? null };
}

/** 将加压奋进市教育局 is 市教育局: the name begins at its level of government, where one is written. */
function trimName(name: string): string {
  const last = /.*((?:省|市|县|区|州|盟|旗)[\u4e00-\u9fff]{1,12})$/u.exec(name);
  const start = name.search(/[\u4e00-\u9fff]{0,3}?[省市县区州盟旗](?=[\u4e00-\u9fff]{2,})/u);
  if (start > 0 || /^.{1,12}[，,、]/u.test(name)) return last?.[1] ?? name;
  return name;
}

function speakers(text: string, found: Scan, { lines }: Layout): Responsibility[] {
  const voices: Voice[] = [];
  let line = 0;
  for (const word of found.words) {
    if (word.mark !== "title" && word.mark !== "subject") continue;
    const voice = voiceOf(text, word);
    if (!voice) continue;
    const last = voices.at(-1);
    const isSame =
      last && voice.start - last.end < SAME_PERSON && !/[：:。\n说]|表示/u.test(text.slice(last.end, voice.start));
    if (isSame) {
      // Of several offices of one person the bureau counts, not the office of a committee.
      const better = COMMITTEE.test(last.department) && !COMMITTEE.test(voice.department);
      voices[voices.length - 1] = {
        start: last.start,
        end: voice.end,
        department: better ? voice.department : last.department,
        speaker: voice.speaker ?? last.speaker,
      };
      continue;
    }
    voices.push(voice);
  }
  const headings = lines.flatMap(({ start, end, isHeading }) => {
    const label = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
    const labelled = label?.[1] ?? label?.[2];
    if (labelled !== undefined) return [{ start, end, department: labelled, speaker: null }];
    if (!isHeading) return [];
    const name = text
      .slice(start, end)
      .replace(
        /^[\s　#*]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])?/u,
        "",
      )
      .replace(/[\s　:：*]+$/u, "");
    return /^(?:[\u4e00-\u9fff]{0,4}[省市县区州])?[\u4e00-\u9fff]{2,14}(?:局|委|厅|管委会|中心)$/u.test(name) &&
      name.length <= 16 &&
      !/单位/u.test(name)
      ? [{ start, end, department: name, speaker: null }]
      : [];
  });
  const all = [...voices, ...headings].sort((left, right) => left.start - right.start);
  const starts = all.map((voice) => {
    while ((lines[line]?.end ?? Infinity) < voice.start) line++;
    const begin = lines[line]?.start ?? 0;
    // “…。”某局长说: what was said stands before who said it.
    return /^[\s　]*[“"「]/u.test(text.slice(begin, begin + 4)) && voice.speaker !== null ? begin : voice.start;
  });
  return all.map((voice, index) => ({
    start: starts[index] ?? voice.start,
    end: Math.max(starts[index + 1] ?? text.length, voice.end),
    department: voice.department,
    from: headings.includes(voice as (typeof headings)[number]) ? "heading" : "speaker",
    speaker: voice.speaker,
  }));
}
