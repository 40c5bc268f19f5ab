/** Names of indicators as people keep them in their sheets: numbered, with a unit in brackets, as one of which (RULES: Names people keep). */
import { normaliseName } from "./text";

/** What a name is without what a sheet adds to it. Names are as `normaliseName` compares them. */
export interface SheetName {
  /** Without numbering and 其中. */
  readonly whole: string;
  /** Without what stands in brackets at its end, too. */
  readonly name: string;
  /** What stands in brackets at its end: a unit, or a part of the name. */
  readonly inBrackets: string | null;
}

const NUMERAL = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})";
const ADDED = [
  /^[①-⑳㈠-㈩⒈-⒛⑴-⒇●○■□◆◇★☆▲△※*#·•]\s*/, // signs, and numbers in one sign
  new RegExp(`^[(（\\[【]${NUMERAL}[)）\\]】][、.．,，]?\\s*`), // （一）
  new RegExp(`^${NUMERAL}(?:[、）)]|[.．](?!\\d)|是[:：])\\s*`), // 1. 1、 1） 一、
  /^\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?\s+/, // 1.2.3 and a blank
  /^第[一二三四五六七八九十]{1,3}[、,，:：]\s*/,
  /^[-–—]+\s*/,
  /^其中[:：,，]?\s*/,
];
const FULL_WIDTH = /[！-～]/g; // NFKC would make numbers of the signs ① and ⑴, too
const HALF_WIDTH_BY = 0xfee0;
const BRACKETS = /^(.+?)\s*[(（[【](?:单位[:：])?([^()（）[\]【】]+)[)）\]】]$/;
const NO_INDICATORS = new Set(["合计", "总计", "小计", "共计", "注", "备注", "说明"]);

/** A name without its numbering and 其中, and what stands in brackets behind it. @example asKept("（一）新增学位（个）") // { whole: "新增学位(个)", name: "新增学位", inBrackets: "个" } */
export function asKept(typed: string): SheetName {
  const kept = withoutNumber(typed);
  const whole = normaliseName(kept);
  const [, front, inBrackets] = BRACKETS.exec(kept) ?? [];
  return front === undefined || inBrackets === undefined
    ? { whole, name: whole, inBrackets: null }
    : { whole, name: normaliseName(front), inBrackets };
}

/** Whether a cell under the heading of indicators names none: 合计, 小计, 注：…. */
export function isNoIndicator(typed: string): boolean {
  const { name } = asKept(typed);
  return NO_INDICATORS.has(name) || /^(?:注|备注|说明)[:：]/.test(name);
}

function withoutNumber(typed: string): string {
  let name = typed
    .trim()
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - HALF_WIDTH_BY));
  for (let before = ""; name !== before;) {
    before = name;
    for (const added of ADDED) name = name.replace(added, "");
  }
  return name;
}
