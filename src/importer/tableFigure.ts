/** One cell of a table as a figure: 3900（预计）, ≥90%, 增长6%左右, 10—12, 1.2万. All of the cell must be understood, or none of it is taken. */
import { tidy } from "../core/expression";
import { chineseNumeral } from "../core/text";
import type { Comparator, Direction, Modality } from "../core/types";
import { isUnitWord } from "../core/unitWords";
import { COMPARATORS_AFTER, COMPARATORS_BEFORE, FALL, MODALITIES, RISE } from "./lexicon";
import { EndingList, WordList } from "./wordList";

export interface CellFigure {
  readonly value: number;
  readonly valueMax: number | null;
  /** As written in the cell; empty where it has none. A bare 万 or 亿 scales what the column counts. */
  readonly unit: string;
  readonly comparator: Comparator;
  /** 增长6%, 下降3.2%: a change. With 到 it is a level: 降到5.5%. */
  readonly change: Direction | null;
  readonly isLevel: boolean;
  /** 新增8所: what is done to the thing counted; empty where the cell does not say. */
  readonly verb: string;
  readonly modality: Modality;
  readonly modalityWord: string | null;
  /** What stands in brackets behind it: 预计. */
  readonly note: string;
  /** Where figure and unit stand in the cell. */
  readonly start: number;
  readonly end: number;
}

export type CellRead = CellFigure | "blank" | "words";

const BLANK = /^(?:[-—–─－/／\\\\.…·*×]+|无|暂无|待定|不涉及|空)?$/u;
const NUMBER = /^[-−－]?(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+)(?:[.．]\d+)?/u;
const NUMERAL = /^[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?/u;
const RANGE = /^\s*(?:[-—–~～－〜─―]{1,2}|至|到)\s*/u;
const LONGEST_FIGURE = 60; // characters, a note in brackets included
const NOTE = /\s*[（(]([^（）()]*)[）)]\s*$/u;
const FIRST_WORDS =
  /^(?:[\s：:，,]+|全年|全市|全县|全区|年度?内?|到?20\d\d年(?:底|末)?|[今明]年|年均|比?上年|同比|较上年|比20\d\d年|累计|总数|总量|稳定(?=在)|保持(?=在)|维持(?=在)|在|完成|实现|新增|净增|新建|改造|建成|目标|任务|数?为|再|各|均|计)/u;

const listOf = (groups: Partial<Record<Comparator, readonly string[]>>) =>
  (Object.entries(groups) as [Comparator, readonly string[]][]).flatMap(([comparator, words]) =>
    words.map((word) => [word, comparator] as const),
  );
const BEFORE = new WordList<Comparator>([
  ...listOf(COMPARATORS_BEFORE),
  ["＞", "moreThan"],
  ["＜", "lessThan"],
  ["≧", "atLeast"],
  ["≦", "atMost"],
  ["＞=", "atLeast"],
  ["＜=", "atMost"],
  ["＝", "plain"],
  ["=", "plain"],
]);
const AFTER = new EndingList<Comparator>([...listOf(COMPARATORS_AFTER), ["及以上", "atLeast"], ["+", "atLeast"]]);
const CHANGES = new WordList<Direction>([
  ...RISE.map((word) => [word, "up"] as const),
  ...FALL.map((word) => [word, "down"] as const),
]);
const MODAL = new WordList<Modality>(MODALITIES.map(({ word, modality }) => [word, modality] as const));
const DONE_TO = /^(?:新增|净增|新建|改造|建成)$/u;
const LEVEL = /^(?:到|至|为)/u;
const COMPLETE: Omit<CellFigure, "start" | "end"> = {
  value: 100,
  valueMax: null,
  unit: "%",
  comparator: "plain",
  change: null,
  isLevel: true,
  verb: "",
  modality: "stated",
  modalityWord: null,
  note: "",
};

/** [15]: what is reached over all years of a plan together. */
const OVER_ALL_YEARS = /^([[［〔【]\s*)([^[\]［］〔〕【】]+?)\s*[\]］〕】]$/u;
export const OVER_YEARS = "累计";

/** @returns "blank" for nothing and its signs, "words" for what is no single figure */
export function readFigureCell(cell: string): CellRead {
  const whole = cell.trim();
  if (whole.length > LONGEST_FIGURE) return "words";
  if (BLANK.test(whole)) return "blank";
  const together = OVER_ALL_YEARS.exec(whole);
  if (together) {
    const read = readFigureCell(together[2] ?? "");
    const from = cell.indexOf(whole) + (together[1]?.length ?? 0);
    return typeof read === "object"
      ? { ...read, note: OVER_YEARS, start: read.start + from, end: read.end + from }
      : read;
  }
  // All of what is counted is 100 % of it.
  if (/^(?:达到|实现)?(?:全|100%)覆盖$/u.test(whole))
    return { ...COMPLETE, start: cell.indexOf(whole), end: cell.indexOf(whole) + whole.length };
  let rest = whole;
  const notes: string[] = [];
  for (let found = NOTE.exec(rest); found; found = NOTE.exec(rest)) {
    if (found.index === 0) return "words"; // （3.2）: a negative number to some, a note to others
    notes.unshift(found[1] ?? "");
    rest = rest.slice(0, found.index);
  }
  let comparator: Comparator = "plain";
  const behind = AFTER.endOf(rest.trimEnd());
  if (behind) {
    comparator = behind.value;
    rest = rest.trimEnd().slice(0, -behind.word.length);
  }
  const front = readFront(rest);
  if (front === null) return "words";
  if (front.comparator !== null && comparator === "plain") comparator = front.comparator;
  const offset = cell.indexOf(whole);
  const read = readAmount(rest, front.at);
  if (read === null) return "words";
  const { value, valueMax, unit, end, isMore } = read;
  if (isMore && comparator === "plain") comparator = "moreThan";
  return {
    value,
    valueMax,
    unit,
    comparator: valueMax === null ? comparator : "range",
    change: front.change,
    isLevel: front.isLevel,
    verb: front.verb,
    modality: front.modality ?? "stated",
    modalityWord: front.modalityWord,
    note: notes.join("，"),
    start: offset + front.at,
    end: offset + end,
  };
}

interface Front {
  readonly at: number;
  readonly comparator: Comparator | null;
  readonly change: Direction | null;
  readonly isLevel: boolean;
  readonly verb: string;
  readonly modality: Modality | null;
  readonly modalityWord: string | null;
}

/** The words before the number, each known; null where one is not. */
function readFront(text: string): Front | null {
  let at = 0;
  let comparator: Comparator | null = null;
  let change: Direction | null = null;
  let isLevel = false;
  let verb = "";
  let modality: Modality | null = null;
  let modalityWord: string | null = null;
  while (at < text.length && !beginsNumber(text.slice(at))) {
    const compared = BEFORE.at(text, at);
    const changed = CHANGES.at(text, at);
    const modal = MODAL.at(text, at);
    const filler = FIRST_WORDS.exec(text.slice(at))?.[0] ?? "";
    const level = change !== null ? (LEVEL.exec(text.slice(at))?.[0] ?? "") : "";
    const longest = Math.max(
      compared?.word.length ?? 0,
      changed?.word.length ?? 0,
      modal?.word.length ?? 0,
      filler.length,
      level.length,
    );
    if (longest === 0) return null;
    if (compared?.word.length === longest) comparator = compared.value;
    else if (changed?.word.length === longest) change = changed.value;
    else if (level.length === longest) isLevel = true;
    else if (modal?.word.length === longest) [modality, modalityWord] = [modal.value, modal.word];
    else if (DONE_TO.test(filler)) verb = filler;
    at += longest;
  }
  // 达到, 提高到: what is said is where it stands then.
  if (/(?:达到?|[到至为])\s*$/u.test(text.slice(0, at))) isLevel = true;
  return at < text.length ? { at, comparator, change, isLevel, verb, modality, modalityWord } : null;
}

const beginsNumber = (text: string) =>
  NUMBER.test(text) || (NUMERAL.test(text) && numeralAt(text) !== null) || text.startsWith("翻");

function numeralAt(text: string): { value: number; length: number } | null {
  const written = NUMERAL.exec(text)?.[0] ?? "";
  const value = chineseNumeral(written);
  return value === null ? null : { value, length: written.length };
}

function numberAt(text: string): { value: number; length: number } | null {
  const written = NUMBER.exec(text)?.[0];
  if (written === undefined) return numeralAt(text);
  const value = Number(
    written
      .normalize("NFKC")
      .replace(/[−－]/gu, "-")
      .replace(/[,，\s]/gu, ""),
  );
  return Number.isFinite(value) && written.length <= 20 ? { value, length: written.length } : null;
}

interface Amount {
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly end: number;
  /** 3000余: more than the number says. */
  readonly isMore: boolean;
}

function readAmount(text: string, start: number): Amount | null {
  const doubling = /^翻([一两二三])番\s*$/u.exec(text.slice(start));
  if (doubling) {
    const times = chineseNumeral(doubling[1] ?? "一") ?? 1;
    return { value: tidy((2 ** times - 1) * 100), valueMax: null, unit: "%", end: start + 3, isMore: false };
  }
  const first = numberAt(text.slice(start));
  if (first === null) return null;
  const firstEnd = start + first.length;
  const tenths = /^成\s*$/u.test(text.slice(firstEnd));
  if (tenths) return { value: tidy(first.value * 10), valueMax: null, unit: "%", end: firstEnd + 1, isMore: false };
  const firstUnit = unitAt(text, firstEnd);
  if (firstUnit === null) return null;
  const dash = RANGE.exec(text.slice(firstUnit.end));
  if (dash === null)
    return text.slice(firstUnit.end).trim() === "" ? { value: first.value, valueMax: null, ...firstUnit } : null;
  const from = firstUnit.end + dash[0].length;
  const second = numberAt(text.slice(from));
  if (second === null) return null;
  const unit = unitAt(text, from + second.length);
  // 2—3万: the unit stands behind the second number. 3—2 is no range, and 1万—2千 are two scales.
  if (unit === null || text.slice(unit.end).trim() !== "" || second.value <= first.value) return null;
  if (firstUnit.unit !== "" && firstUnit.unit !== unit.unit) return null;
  return { value: first.value, valueMax: second.value, ...unit };
}

/** The unit behind a number, up to a dash or the end; null where something else stands there. */
function unitAt(text: string, at: number): { unit: string; end: number; isMore: boolean } | null {
  const rest = text.slice(at);
  const written = /^\s*([^\s\d\-—–~～－〜─―至到]*)/u.exec(rest);
  const found = written?.[1] ?? "";
  const word = found.replace(/^((?:百|千)?[万亿]?)[余多]/u, "$1");
  const isMore = word !== found;
  if (word === "") return { unit: "", end: at + found.length, isMore };
  if (!isUnitWord(word)) return null;
  return { unit: word.normalize("NFKC").replace("m²", "m2"), end: at + (written?.[0].length ?? 0), isMore };
}
