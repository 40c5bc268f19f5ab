/** Figures as reports write them: 1.9万个, 25—30家, 八成, 百分之八十, 千分之五, 翻一番, 740元/月. Each is read at one place, in one step forward. */
import { chineseNumeral } from "../core/text";
import { tidy } from "../core/expression";
import type { UnitClass } from "../core/unitWords";
import { closesAt, roundNumber } from "./roundNumbers";
import { isCountedBehind, NOT_JOINED } from "./latinNames";
import { CHINESE_SCALES, isBlank, readUnit, SCALES } from "./unitPattern";

/** A number with its unit. The span covers figure and unit alone. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueMax: number | null;
  /** As written, 万 and 亿 included: 万人, 亿元, %. Empty for a bare number. */
  readonly unit: string;
  /** The unit without 万 and 亿. */
  readonly bareUnit: string;
  readonly unitClass: UnitClass | "none";
  /** 3000余名: more than the number says. */
  readonly isMore: boolean;
  readonly isChinese: boolean;
  /** 翻一番: a growth by itself. */
  readonly isGrowth: boolean;
  /** How many digits matter: 23.35 has four. Facts are counted exactly, promises are round. */
  readonly digits: number;
}

const LONGEST_NUMBER = 15; // digits that a cell holds

const isDigit = (code: number) => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
const isLatin = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0x2160 && code <= 0x217f);
/** The codes of some characters, to ask for one without making a string of it. */
export const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((each) => each.charCodeAt(0)));
const DASHES = codesOf("-—–~～－〜─―");
const isDash = (code: number) => DASHES.has(code);
const NUMERALS = codesOf("零〇一二两三四五六七八九十百千万亿点");
const NUMERAL_BEGINNINGS = codesOf("一二两三四五六七八九十");

interface NumberRead {
  readonly end: number;
  readonly value: number;
  readonly digits: number;
}

function toAscii(text: string): string {
  return text.replace(/[０-９．，]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
}

/** A number in digits at `at`; its value is NaN where the run of digits is none (too long, or 1.2.3). */
function readNumber(text: string, at: number): NumberRead {
  let end = at;
  let points = 0;
  let isPlain = true; // neither full width nor thousands separators
  let digits = 0;
  let zeros = 0; // at the end: they do not matter
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) {
      isPlain &&= code < 128;
      if (code === 48 || code === 0xff10) zeros += digits > 0 ? 1 : 0;
      else {
        digits += zeros + 1;
        zeros = 0;
      }
      continue;
    }
    if ((code === 46 || code === 0xff0e) && isDigit(text.charCodeAt(end + 1))) {
      isPlain &&= code === 46;
      points++;
    } else if (code === 44 && isDigit(text.charCodeAt(end + 1)) && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5))) {
      isPlain = false;
    } else break;
  }
  if (end - at > LONGEST_NUMBER + 5 || points > 1) return { end, value: NaN, digits };
  const written = text.slice(at, end);
  const value = Number(isPlain ? written : toAscii(written).replaceAll(",", ""));
  return { end, value: Number.isFinite(value) ? value : NaN, digits };
}

/** A dash or 至 between two figures; where it ends, or null. */
function rangeDash(text: string, at: number, begun: number): number | null {
  if (isDash(text.charCodeAt(at))) return isDash(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  // 从77%到80% tells a change, not a range.
  if ((text[at] === "至" || text[at] === "到") && !/[从由]/.test(text.slice(Math.max(0, begun - 8), begun)))
    return at + 1;
  return null;
}

/** The result of reading at a place: the figure, if one stands there, or else where to go on. */
export type Reading = Figure | number;

/** Behind these a number is part of a name: 1+9, 第3, 前10. */
const JOINING = codesOf("+＋×√#№^_=.第前");
/** Before these a bare number is part of a name. */
const NAMING = codesOf("+＋×:：.．/／Ｇ");
/** Behind these only after a digit or a letter: 1:100, PM-10. */
const JOINING_DIGITS = codesOf(":：-—");

/** 10/10万, 5.2/千人: so many among so many. */
const RATE = /^[/／](?:(?:10万|十万|百万)(?:人口?)?|[万千]人口?)/u;
const LONGEST_RATE = 6;

const PARTED = /^(\d{1,4})万(\d)千(?:(\d)百)?(?!\d)/u;
/** 1万2千套: ten thousands, thousands and hundreds, each with its own word. */
function inParts(text: string, at: number, parted: RegExpExecArray, digits: number): Reading {
  const [written, tenThousands, thousands, hundreds = "0"] = parted;
  const { unit, bareUnit, unitClass, isMore, end } = readUnit(text, at + written.length, SCALES);
  const value = Number(tenThousands) * 10_000 + Number(thousands) * 1000 + Number(hundreds) * 100;
  return {
    start: at,
    end,
    value,
    valueMax: null,
    unit,
    bareUnit,
    unitClass,
    isMore,
    isChinese: false,
    isGrowth: false,
    digits: digits + 1,
  };
}

/** Reads a figure written in digits. `at` must stand on the first digit. */
export function readDigits(text: string, at: number): Reading {
  const first = readNumber(text, at);
  const firstEnd = first.end;
  if (Number.isNaN(first.value)) return firstEnd;
  const before = text.charCodeAt(at - 1);
  // 1:100 and PM2.5 are names; 目标：100个 is none.
  if ((isLatin(before) && !isCountedBehind(text, at, firstEnd)) || isJoined(text, at)) return firstEnd;
  if (JOINING_DIGITS.has(before)) {
    const second = text.charCodeAt(at - 2);
    if (isDigit(second) || isLatin(second)) return firstEnd;
  }
  // 1万2千套: one number.
  const parted = PARTED.exec(text.slice(at, at + 10));
  if (parted && firstEnd === at + (parted[1]?.length ?? 0)) return inParts(text, at, parted, first.digits);
  // 8千套: so many thousands. 千瓦, 千米 and 百分点 are units.
  const thousands = /^[千百](?=[余多]?[个家套户所座条处人名场台亩件辆吨元张])/u.exec(
    text.slice(firstEnd, firstEnd + 3),
  )?.[0];
  const scale = thousands === undefined ? 1 : thousands === "千" ? 1000 : 100;
  let unit = readUnit(text, firstEnd + (thousands?.length ?? 0), SCALES);
  const [rate] = RATE.exec(text.slice(firstEnd, firstEnd + LONGEST_RATE)) ?? [];
  if (rate !== undefined) {
    const written = rate.replace("／", "/");
    unit = { end: firstEnd + rate.length, unit: written, bareUnit: written, unitClass: "share", isMore: false };
  }
  let second: NumberRead | null = null;
  const dash = rangeDash(text, unit.end, at);
  if (dash !== null) {
    let from = dash;
    if (isBlank(text.charCodeAt(from))) from++;
    if (isDigit(text.charCodeAt(from))) {
      const read = readNumber(text, from);
      const end = read.end;
      if (!Number.isNaN(read.value)) {
        const other = readUnit(text, end, SCALES);
        const fits = unit.unit === "" || unit.unit === other.unit || other.bareUnit === unit.bareUnit;
        if (fits && read.value >= first.value && (other.unit !== "" || unit.unit === "")) {
          second = read;
          // 5000—6000元, 1万—2万人: the unit stands behind the second number.
          const scaledAlike = unit.unit === "" || unit.unit === other.unit;
          if (!scaledAlike) return other.end;
          unit = other;
        } else if (!fits || unit.unit === "") return end;
      }
    } else if (unit.unit === "" && /[A-Za-z]/.test(text[from] ?? "")) return from;
  }
  // 2.50个小区 at the head of a line is item 2: nobody counts half a thing.
  if (unit.unitClass === "count" && unit.unit === unit.bareUnit && isItemNumber(text, at, first.value))
    return text.indexOf(".", at);
  const next = text.charCodeAt(unit.end);
  if (unit.unit === "" && (isLatin(next) || NAMING.has(next))) return unit.end;
  return {
    start: at,
    end: unit.end,
    value: scale === 1 ? first.value : tidy(first.value * scale),
    valueMax: second === null ? null : tidy(second.value * scale),
    unit: unit.unit,
    bareUnit: unit.bareUnit,
    unitClass: unit.unitClass,
    isMore: unit.isMore,
    isChinese: false,
    isGrowth: false,
    digits: Math.max(first.digits, second?.digits ?? 0),
  };
}

/** Part of a name: 1+9, 第3. Behind an item's number (2.50个) a figure begins. */
const isJoined = (text: string, at: number) =>
  JOINING.has(text.charCodeAt(at - 1)) && !NOT_JOINED.test(text.slice(Math.max(0, at - 9), at));

function isItemNumber(text: string, at: number, value: number): boolean {
  return (
    !Number.isInteger(value) &&
    /^\d{1,2}\./.test(text.slice(at, at + 3)) &&
    /(?:^|\n)[ \u3000]*$/u.test(text.slice(Math.max(0, at - 6), at))
  );
}

const LONGEST_NUMERAL = 12;
/** What round numbers without a number count: 千亿元, 百万人次, 百万吨. */
const ROUND_UNITS: ReadonlySet<string> = new Set(["count", "money", "measure"]);

/** Reads a figure written in Chinese numerals: 三十所, 八成, 两座, 百分之八十, 三至五个. `at` must stand on a numeral, 百分之 or 翻. */
export function readChinese(text: string, at: number): Reading {
  const nothing = at + 1;
  if (text[at] === "翻") return readDoubling(text, at);
  if (/^[百千]分之/u.test(text.slice(at, at + 3))) {
    const written = numeralRun(text, at + 3);
    const value = chineseNumeral(written);
    if (value === null) return nothing;
    return share(at, at + 3 + written.length, value, { unit: text[at] === "千" ? "‰" : "%" });
  }
  const round = roundNumber(text, at);
  if (round) {
    const unit = readUnit(text, at + round.length, CHINESE_SCALES);
    const isUnit = unit.bareUnit === "" ? unit.unit.endsWith("亿") : ROUND_UNITS.has(unit.unitClass);
    if (!isUnit || !closesAt(text, unit.end)) return nothing;
    return { ...unit, start: at, value: round.value, valueMax: null, isChinese: true, isGrowth: false, digits: 1 };
  }
  if (!NUMERAL_BEGINNINGS.has(text.charCodeAt(at))) return nothing;
  let written = numeralRun(text, at);
  const passed = at + Math.max(1, written.length);
  const before = text[at - 1] ?? "";
  if (/[第初正周之老十一二三四五六七八九前统唯万专]/.test(before)) return passed;
  // 三万人: 万 belongs to the unit, as in digits.
  const scale = /(?:万亿|亿|万)$/.exec(written)?.[0] ?? "";
  if (scale !== "" && written.length > scale.length) written = written.slice(0, -scale.length);
  const value = chineseNumeral(written);
  if (value === null || written.length > LONGEST_NUMERAL) return passed;
  let end = at + written.length;
  if (text[end] === "成") {
    const half =
      text[end + 1] === "半"
        ? 5
        : (chineseNumeral(/^[一二三四五六七八九]/.exec(text.slice(end + 1, end + 2))?.[0] ?? "") ?? 0);
    if (value > 10 || /^[立效功员果为长熟交本都品就人套不群]/.test(text.slice(end + 1, end + 2))) return passed;
    return share(at, end + (half > 0 ? 2 : 1), value * 10 + half);
  }
  let valueMax: number | null = null;
  if (text[end] === "至" || text[end] === "到" || isDash(text.charCodeAt(end))) {
    const more = numeralRun(text, end + 1);
    const top = chineseNumeral(more);
    if (top !== null && top > value) {
      valueMax = top;
      end += 1 + more.length;
    }
  }
  const unit = readUnit(text, end, CHINESE_SCALES);
  if (unit.bareUnit === "" || unit.unitClass === "none") return passed;
  return {
    start: at,
    end: unit.end,
    value,
    valueMax,
    unit: unit.unit,
    bareUnit: unit.bareUnit,
    unitClass: unit.unitClass,
    isMore: unit.isMore,
    isChinese: true,
    isGrowth: false,
    digits: 1,
  };
}

function numeralRun(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at <= LONGEST_NUMERAL + 2 && NUMERALS.has(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

function share(start: number, end: number, value: number, { unit = "%", isGrowth = false } = {}): Reading {
  return {
    start,
    end,
    value,
    valueMax: null,
    unit,
    bareUnit: unit,
    unitClass: "share",
    isMore: false,
    isChinese: true,
    isGrowth,
    digits: 1,
  };
}

/** 翻一番 is a growth of 100 %, 翻两番 of 300 %. */
function readDoubling(text: string, at: number): Reading {
  const found = /^翻(?:([一两二三])|(\d))?番/.exec(text.slice(at, at + 3));
  if (!found) return at + 1;
  const times = found[2] !== undefined ? Number(found[2]) : (chineseNumeral(found[1] ?? "一") ?? 1);
  return share(at, at + found[0].length, tidy((2 ** times - 1) * 100), { isGrowth: true });
}
