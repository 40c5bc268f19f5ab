/** Quantities: a figure and its unit, read as people write them and converted exactly along the unit ladders. */
import { CatalogError } from "./errors";
import { tidy } from "./expression";
import { behindFigure, isOfFew, PARTS_OF, rateOf, USUAL_RATES, withoutOne } from "./rates";
import { chineseNumeral, normaliseFigure } from "./text";

/** No statistic is larger in any unit; beyond it arithmetic would leave the numbers there are. */
export const LARGEST_AMOUNT = 1e20;

/** A unit taken apart: `1 unit = scale base`, as a fraction of whole numbers so that conversion stays exact. */
export interface Unit {
  /** What is counted or measured; only units with the same base convert into each other. */
  readonly base: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A figure as typed: the number, the unit if one was written, and whether it was hedged (约, 左右, 余). */
export interface Quantity {
  readonly amount: number;
  readonly unit: string | null;
  readonly isApproximate: boolean;
  /** The bare 万 or 亿 that scaled the number: it counts the thing, whatever unit that has. */
  readonly scale?: string;
  /** 增长, 减少: the number is a change and no level. A fall is negative. */
  readonly change?: "rise" | "fall";
  /** 同比, 比上年: the change is against last year. */
  readonly isCompared?: true;
}

// Named steps of the ladders, each in whole numbers of the smallest one. 1公顷 = 15亩, 1平方公里 = 1500亩, 1公斤 = 2斤, 1吨 = 2000斤.
const NAMED: ReadonlyMap<string, readonly [base: string, scale: number, divisor?: number]> = new Map([
  ["元", ["元", 1]],
  ["块", ["元", 1]],
  ["人民币", ["元", 1]],
  ["亩", ["亩", 1]],
  ["公顷", ["亩", 15]],
  ["平方公里", ["亩", 1500]],
  ["平方千米", ["亩", 1500]],
  ["km2", ["亩", 1500]],
  ["斤", ["斤", 1]],
  ["市斤", ["斤", 1]],
  ["公斤", ["斤", 2]],
  ["千克", ["斤", 2]],
  ["kg", ["斤", 2]],
  ["吨", ["斤", 2000]],
  ["t", ["斤", 2000]],
  ["平方米", ["平方米", 1]],
  ["平米", ["平方米", 1]],
  ["㎡", ["平方米", 1]],
  ["m2", ["平方米", 1]],
  ["立方米", ["立方米", 1]],
  ["方", ["立方米", 1]],
  ["m3", ["立方米", 1]],
  ["米", ["米", 1]],
  ["m", ["米", 1]],
  ["公里", ["米", 1000]],
  ["千米", ["米", 1000]],
  ["km", ["米", 1000]],
  ["千瓦", ["千瓦", 1]],
  ["kw", ["千瓦", 1]],
  ["兆瓦", ["千瓦", 1000]],
  ["千瓦时", ["千瓦时", 1]],
  ["度", ["千瓦时", 1]],
  ["%", ["%", 1]],
  ["‰", ["%", 1, 10]],
  ["百分点", ["百分点", 1]],
  ["个百分点", ["百分点", 1]],
  ["pct", ["百分点", 1]],
]);
const SCALES: readonly (readonly [string, number])[] = [
  ["万亿", 1e12],
  ["千亿", 1e11],
  ["百亿", 1e10],
  ["亿", 1e8],
  ["千万", 1e7],
  ["百万", 1e6],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 1e2],
];

/**
 * A unit taken apart. 万 scales the number, not the unit: 万亩 is ten thousand 亩. A word of no ladder is a unit of its own.
 * 万 alone has the base "": nothing is said of what it counts.
 * @throws CatalogError unitUnreadable
 */
export function parseUnit(unit: string): Unit {
  const known = UNITS.get(unit);
  if (known !== undefined) return known;
  const parsed = takeApart(unit);
  if (UNITS.size < UNIT_MEMO) UNITS.set(unit, parsed);
  return parsed;
}
const UNIT_MEMO = 1000;
const UNITS = new Map<string, Unit>();

const PER = /^([^/]+)\/[^/]+$/; // 元/月, 张/千人
const LONGEST_UNIT = 20; // 吨标准煤/万元 has seven characters
/** What no unit holds: digits, quotation marks, and signs that a cell or a number format would take for its own. */
const UNREADABLE = /[\d"'`\\;:,<>=+*?!@#$&|{}[\]\p{Cc}\p{Cs}]|^-|-$/u;

function takeApart(unit: string): Unit {
  const word = normaliseFigure(unit).toLowerCase();
  const rate = rateOf(word);
  if (rate) return { base: "%", ...rate };
  if (word === "" || word.length > LONGEST_UNIT || UNREADABLE.test(word.replace(/m[23]$/, "")))
    throw new CatalogError("unitUnreadable", { given: unit });
  const named = NAMED.get(word);
  if (named) return { base: named[0], numerator: named[1], denominator: named[2] ?? 1 };
  for (const [prefix, scale] of SCALES) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    if (rest === "") return { base: "", numerator: scale, denominator: 1 }; // a bare 万: the number is scaled, the unit unsaid
    const step = NAMED.get(rest);
    return step
      ? { base: step[0], numerator: step[1] * scale, denominator: step[2] ?? 1 }
      : { base: rest, numerator: scale, denominator: 1 };
  }
  return { base: word, numerator: 1, denominator: 1 };
}

/** What a unit counts, without the 万 or 亿 it carries. @example thingCounted("亿元") // "元" */
export function thingCounted(unit: string): string {
  const word = normaliseFigure(unit).toLowerCase();
  if (NAMED.has(word)) return word; // 千瓦 and 百分点 carry no number
  const [scale = ""] = SCALES.find(([prefix]) => word.startsWith(prefix) && word !== prefix) ?? [];
  return word.slice(scale.length);
}

/** Every name of a unit's ladder, without 万 and 亿. @example unitNames("万吨") // ["斤", "市斤", "公斤", …, "t"] */
export function unitNames(unit: string): string[] {
  const { base } = parseUnit(unit);
  const names = [...NAMED].flatMap(([name, [ladder]]) => (ladder === base ? [name] : []));
  return [...new Set([...usualUnits(unit), ...names])];
}

/** The names in which people write figures of a unit's ladder, one a step, without 万 and 亿. @example usualUnits("万吨") // ["斤", "公斤", "吨"] */
export function usualUnits(unit: string): string[] {
  const { base } = parseUnit(unit);
  const steps = new Map<string, string>();
  for (const [name, [ladder, scale, divisor = 1]] of NAMED)
    if (ladder === base && !steps.has(`${scale}/${divisor}`)) steps.set(`${scale}/${divisor}`, name);
  const names = steps.size === 0 && base !== "" ? [base] : [...steps.values()];
  return isOfFew(unit) ? [...new Set([...names, ...USUAL_RATES])] : names;
}

/** Whether a text is a unit that can be read. 万 alone is none: it says how many, not of what. */
export function isUnit(unit: string): boolean {
  try {
    return parseUnit(unit).base !== "";
  } catch {
    return false;
  }
}

/** Whether a unit is of shares and changes (%, ‰, 百分点), of which nothing is counted. @throws CatalogError unitUnreadable */
export function isRateUnit(unit: string): boolean {
  const { base } = parseUnit(unit);
  return base === "%" || base === "百分点";
}

/** Whether two units stand on the same ladder. */
export function areAlike(left: string, right: string): boolean {
  return left === right || parseUnit(left).base === parseUnit(right).base;
}

/**
 * An amount in another unit of the same ladder, exact to the fifteen digits a cell shows.
 * @example convert(1, "亿斤", "万吨") // 5
 * @throws CatalogError unitMismatch for unlike units, as 个 into 公里
 */
export function convert(amount: number, from: string, to: string): number {
  if (from === to) return amount;
  const source = parseUnit(from);
  const wanted = parseUnit(to);
  if (source.base !== wanted.base) throw new CatalogError("unitMismatch", { given: from, expected: to });
  // Common factors go first, so that 1亿斤 in 万吨 is a division by a small whole number and not a product of large ones.
  const numerator = source.numerator * wanted.denominator;
  const denominator = source.denominator * wanted.numerator;
  const common = greatestCommonDivisor(numerator, denominator);
  const divisor = denominator / common;
  const multiple = tidy(amount * (numerator / common));
  const whole = tidy(multiple / divisor);
  // A fifteenth (亩 into 公顷) may have no last digit: cut to fifteen digits it would not come back exactly.
  return tidy(whole * divisor) === multiple ? whole : multiple / divisor;
}

/**
 * A quantity as read, in a unit: a bare number is in it, and a bare 万 or 亿 counts the thing, so that 16亿 in 亿元 is 16.
 * @throws CatalogError unitMismatch for an unlike unit, and for 9万 in %
 */
export function amountIn({ amount, unit, scale }: Pick<Quantity, "amount" | "unit" | "scale">, wanted: string): number {
  if (unit !== null) return convert(amount, unit, wanted);
  if (scale === undefined) return tidy(amount);
  if (isRateUnit(wanted)) throw new CatalogError("unitMismatch", { given: scale, expected: wanted });
  return convert(amount, thingCounted(wanted), wanted);
}

/** A quantity without its words of doubt, as it may be typed: 约16亿 is 16亿, which 1600000000 beside 亿元 would not be. */
export function bareFigure({ amount, unit, scale }: Pick<Quantity, "amount" | "unit" | "scale">): string {
  return scale === undefined ? `${amount}${unit ?? ""}` : `${tidy(amount / parseUnit(scale).numerator)}${scale}`;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}

// 约8310, 不到8310, 8公里多 are no exact figure; 达到8310, 完成8310 are.
const HEDGE_BEFORE =
  /^(?:大约|约为|约|大概|大致|将近|接近|几近|近乎|近|超过|超|逾|不到|不足|未到|未满|不满|不超过|不低于|不少于|至少|最少|最多|至多|起码|不止|差不多|估计|[~∼≈≒])/;
const SAID_BEFORE = /^(?:达到|多达|高达|达|共计|共|累计|合计|总计|已完成|完成|实现|新增)/;
const HEDGE_AFTER = /(?:左右|上下|以上|以下|以内|之内|以外|开外|出头|有余|不到|不足|未到|多|余|来|许|[~+])$/;
// 可比增长, 按可比口径同比增长, 比上年同期增长: the official rate, whatever levels at current prices would say.
const COMPARED =
  /^(?:按?(?:可比|不变)(?:价格?|口径)?(?:计算)?[,，]?|按?同口径(?:计算)?[,，]?|同比|[比较](?:上年|去年)(?:同期)?)+/;
const RISE = /^(?:增长|增加|上升|提高|提升|增)/;
const FALL = /^(?:下降|降低|减少|回落|负增长|下滑|下跌|压减|缩减|降|减)/; // 下降3.2% is a change of -3.2 %
/** How people begin what a figure changed by. */
export const CHANGES = "增长 增加 上升 提高 提升 增 下降 降低 减少 回落 负增长 下滑 下跌 压减 缩减 降 减".split(" ");
const FOREIGN = /[^\P{Sc}¥]|^(?:us|hk|usd|eur|hkd|jpy|gbp)\b/iu; // ¥ is 元 here; every other sign of money is not
const OWN_MONEY = /^(?:¥|人民币|rmb|cny)/i;
// No number is said: 几十, 数百, 上百家, 百余家, 十几个, 若干, 一大批, 大量.
const VAGUE = /几|^[数若多上成]|^十多|^[百千万亿](余|多|[^分]|$)|^一(大|整)?批|^一(些|系列)|^(大量|许多|不少)/;
// At half width the sign of a note would be one more digit: 8310① is not 83101. m² and km² are units.
const NOTE_SIGN = /[①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉₀-₉]|(?<![m米])[⁰¹²³⁴-⁹]/i;
// Only last year's level, or the whole, says how much it is: 翻一番, 2倍, 一半, 三分之一.
const RELATIVE = /翻.{0,3}番|倍|^(过|一|大?)半$|[^百千]分之/;
const PLAIN_NUMBER = /^[+-]?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d{1,3})?/i;
const NUMERAL_CHARACTERS = /^[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+/;

/**
 * Reads a quantity as typed or pasted: 10,693.9亿元, ３.２万, 一千二百三十, 九成, 8.5%, 约200家, 下降3.2%.
 * The unit is what was written, 万 and 亿 included; a bare 万 or 亿 scales the number (3.2万 is 32000 without a unit) and is named.
 * @throws CatalogError quantityRelative for 翻一番, 两倍 and 一半 (they need last year's level, or the whole), quantityVague
 *   for 数百, 几十 and 一大批, currencyForeign for money that is not 元, quantityUnreadable for anything else that is no quantity
 */
export function parseQuantity(typed: string): Quantity {
  if (isBroken(typed) || NOTE_SIGN.test(typed)) throw new CatalogError("quantityUnreadable", { given: typed });
  // A wave in front is 约; elsewhere it is a dash.
  const wave = /^\s*[~～〜∼]/.test(typed);
  let text = normaliseFigure(withoutOne(wave ? typed.replace(/[~～〜∼]/, "") : typed));
  if (FOREIGN.test(text)) throw new CatalogError("currencyForeign", { given: typed });
  const isMoney = OWN_MONEY.test(text);
  text = text.replace(OWN_MONEY, "");
  if (RELATIVE.test(text) && !SHARE.test(text)) throw new CatalogError("quantityRelative", { given: typed });
  const isCompared = COMPARED.test(text);
  text = text.replace(COMPARED, "");
  const change: Quantity["change"] = FALL.test(text) ? "fall" : RISE.test(text) ? "rise" : undefined;
  text = text.replace(change === "fall" ? FALL : RISE, "");
  let isApproximate = wave;
  for (let before = text; ; before = text) {
    text = text.replace(SAID_BEFORE, "");
    if (HEDGE_BEFORE.test(text)) isApproximate = true;
    text = text.replace(HEDGE_BEFORE, "");
    if (text === before) break;
  }
  const trailing = HEDGE_AFTER.exec(text);
  if (trailing && text.length > trailing[0].length) {
    isApproximate = true;
    text = text.slice(0, -trailing[0].length);
  }
  if (VAGUE.test(text) && !SHARE.test(text)) throw new CatalogError("quantityVague", { given: typed });
  const read = readAmount(text, typed);
  const unreadable = new CatalogError("quantityUnreadable", { given: typed });
  if (change === "fall" && read.amount < 0) throw unreadable; // 下降-3.2% may mean either
  const amount = change === "fall" ? -read.amount || 0 : read.amount;
  let unit = read.rest;
  if (MORE.test(unit)) {
    isApproximate = true;
    unit = unit.replace(MORE, "$1");
  }
  const found = { isApproximate, ...(change ? { change } : {}), ...(isCompared ? { isCompared: true as const } : {}) };
  if (unit === "" && read.scale !== undefined && !isMoney) return { amount, unit: null, ...found, scale: read.scale };
  if (unit === "") return { amount, unit: isMoney ? "元" : null, ...found };
  if (rateOf(unit)) return { amount, unit: behindFigure(unit), ...found };
  if (/[\d,.。，;；+*/=<>?!]|^-|-$/.test(unit.replace(/m[23]$/i, "").replace(PER, "$1"))) throw unreadable;
  const parsed = parseUnit(unit);
  if (parsed.base === "" && isMoney) return { amount, unit: `${unit}元`, ...found };
  if (parsed.base === "") return { amount: tidy(amount * parsed.numerator), unit: null, ...found, scale: unit };
  if (isMoney && parsed.base !== "元") throw unreadable;
  return { amount, unit, ...found };
}

// 3900 4155 is two figures, 8310. 5 perhaps one; 10 693.9 is grouped by thousands.
const BROKEN = /\d[.,]?\s+[.,]?(?!1\/)\d/; // but 10 1/10万 is one rate
const GROUPED = /(?<![\d.,])\d{1,3}(?:\s\d{3})+(?![\d])/;
/** Whether a blank stands between two figures, so that nobody can say which is meant. */
export const isBroken = (typed: string): boolean => BROKEN.test(typed.normalize("NFKC").replace(GROUPED, ""));
const MORE = /^([百千万亿]*)[余多来]/; // 十余家, 1.2万多人
const SHARE = /^负?(百万|十万|百|千|万)分之(.+)$/; // 百分之九, 十万分之八

/** The number, what follows it, and the 万 or 亿 that a number in words ends its own scale with: 十六亿 counts things, as 16亿 does. */
function readAmount(text: string, typed: string): { amount: number; rest: string; scale?: string } {
  const unreadable = new CatalogError("quantityUnreadable", { given: typed });
  const share = SHARE.exec(text);
  if (share) {
    const value = numberOf(share[2] ?? "");
    if (value === null) throw unreadable;
    return { amount: text.startsWith("负") ? -value : value, rest: PARTS_OF.get(share[1] ?? "") ?? "%" };
  }
  const digits = PLAIN_NUMBER.exec(text)?.[0] ?? "";
  if (/\d/.test(digits)) {
    const amount = Number(digits.replaceAll(",", ""));
    if (!(Math.abs(amount) <= LARGEST_AMOUNT)) throw unreadable;
    const rest = text.slice(digits.length);
    return rest === "成" ? { amount: tidy(amount * 10), rest: "%" } : { amount, rest };
  }
  const words = NUMERAL_CHARACTERS.exec(text.replace(/^负/, ""))?.[0] ?? "";
  const isNegative = text.startsWith("负");
  const rest = text.slice(words.length + (isNegative ? 1 : 0));
  const value = chineseNumeral(words);
  if (value === null) throw unreadable;
  const amount = isNegative ? -value : value;
  const tenths = /^成(.?)$/.exec(rest);
  if (tenths) {
    const half = tenths[1] === "" ? 0 : tenths[1] === "半" ? 5 : chineseNumeral(tenths[1] ?? "");
    if (half === null) throw unreadable;
    return { amount: amount * 10 + half, rest: "%" }; // 九成 is 90 %, 九成五 is 95 %
  }
  const scale = /[万亿](?=[^万亿]*$)/.exec(words)?.[0];
  return scale === undefined ? { amount, rest } : { amount, rest, scale };
}

function numberOf(text: string): number | null {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : chineseNumeral(text);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** A factor by which a figure is off when a unit was mistaken, and how near to it an actual must lie, as a share of it. */
export interface Slip {
  readonly factor: number;
  readonly margin: number;
}

const SLIPS: readonly Slip[] = [10, 100, 1e4].map((factor) => ({ factor, margin: 0.25 })); // a slipped digit, 万 forgotten
const WEIGHT_SLIPS: readonly Slip[] = [{ factor: 2, margin: 0.1 }, ...SLIPS]; // 斤 and 公斤

/** The slips that a unit invites, upwards and, as their inverse, downwards. An unreadable or missing unit invites those of any number. */
export function magnitudeSlips(unit: string): readonly Slip[] {
  return unit !== "" && parseUnit(unit).base === "斤" ? WEIGHT_SLIPS : SLIPS;
}
