/** What people type: names made comparable, numbers written in Chinese. */
import { distance } from "fastest-levenshtein";

const PLAIN = /^[\u4e00-\u9fffa-z0-9]+$/;
// Blanks, quotation marks of every kind, and the dots set between parts of a name mean nothing in a name.
const IGNORED = /[\s\u200b-\u200d\ufeff"'“”‘’„‟「」『』《》〈〉`´·•・]/g;
const DASHES = /[‐‑‒–—―−－﹣~～〜]/g;

/**
 * A name as it is compared: half width, lower case, without blanks and quotation marks.
 * @example normaliseName(" “一事联办” ") // "一事联办"
 */
export function normaliseName(name: string): string {
  if (PLAIN.test(name)) return name;
  return name.normalize("NFKC").replace(IGNORED, "").toLowerCase();
}

/** A quantity or a period as it is read: half width, no blanks, one kind of dash. */
export function normaliseFigure(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\ufeff]/g, "")
    .replace(DASHES, "-");
}

const DIGITS = new Map([..."零一二三四五六七八九"].map((character, value) => [character, value]));
for (const [character, value] of [
  ["〇", 0],
  ["两", 2],
  ["壹", 1],
  ["贰", 2],
  ["叁", 3],
  ["肆", 4],
  ["伍", 5],
  ["陆", 6],
  ["柒", 7],
  ["捌", 8],
  ["玖", 9],
] as const)
  DIGITS.set(character, value);
const TENS = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
const MYRIADS = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

/**
 * The number a Chinese numeral says, or null where the text is none.
 * @example chineseNumeral("一千二百三十") // 1230
 * @example chineseNumeral("三万二") // 32000
 */
export function chineseNumeral(text: string): number | null {
  if (text === "") return null;
  const [whole = "", fraction, ...more] = text.split("点");
  if (more.length > 0) return null;
  const value = wholeNumeral(whole);
  if (value === null || fraction === undefined) return value;
  const digits = [...fraction].map((character) => DIGITS.get(character));
  if (digits.length === 0 || digits.some((digit) => digit === undefined)) return null;
  return Number(`${value}.${digits.join("")}`);
}

function wholeNumeral(text: string): number | null {
  const characters = [...text];
  if (characters.length === 0) return null;
  if (characters.length > 1 && characters.every((character) => DIGITS.has(character))) {
    const digits = characters.map((character) => DIGITS.get(character)).join(""); // 二〇二四: digits read one by one
    return digits.length > 15 ? null : Number(digits);
  }
  let total = 0; // closed by 亿 and 万
  let section = 0; // below the next 万 or 亿
  let digit: number | null = null;
  let unit = 1; // the last unit said, for 三万二 and 一千二
  let step = Infinity; // units go down within a section: 一千二千 is no number
  let hasMyriad = false; // 万 said since the last 亿
  let hasHundredMillion = false;
  let zero = false;
  for (const character of characters) {
    const value = DIGITS.get(character);
    const ten = TENS.get(character);
    const myriad = MYRIADS.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) zero = true;
    } else if (ten !== undefined) {
      if (digit === 0 && !zero) return null;
      if (digit === null && (section > 0 || ten !== 10)) return null; // 十二, but not 百二
      if (ten >= step) return null;
      section += (digit === null || digit === 0 ? 1 : digit) * ten;
      step = ten;
      digit = null;
      unit = ten;
      zero = false;
    } else if (myriad !== undefined) {
      section += digit ?? 0;
      const isLarge = myriad === 1e8;
      if (section === 0 && !(isLarge && hasMyriad)) return null; // 万亿 is 亿 ten thousand times
      if (isLarge ? hasHundredMillion : hasMyriad) return null;
      [hasMyriad, hasHundredMillion] = [!isLarge, hasHundredMillion || isLarge];
      step = Infinity;
      total = isLarge ? (total + section) * myriad : total + section * myriad;
      section = 0;
      digit = null;
      unit = myriad;
      zero = false;
    } else return null;
  }
  if (digit === 0 && characters.length > 1) return null; // 一百零
  if (digit !== null && !zero && unit >= 100) digit *= unit / 10;
  return total + section + (digit ?? 0);
}

/** How many letters must be put in, left out or exchanged to make one word of another. @example lettersChanged("TRAGET", "TARGET") // 2 */
export const lettersChanged = (one: string, other: string): number => distance(one, other);

const SUGGESTIONS = 3; // as many as fit a cell's message
const LONGEST_COMPARED = 40; // a pasted paragraph is no name: only its beginning is compared

/**
 * The names nearest to what was typed, at most three: fewest changes first, names that share a stretch with it before others.
 * Names that share no character with it are no help and are left out.
 */
export function nearestNames(typed: string, names: Iterable<string>): string[] {
  const wanted = normaliseName(typed.slice(0, LONGEST_COMPARED));
  const scored: { name: string; score: number }[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const other = normaliseName(name);
    const shared = [...new Set(wanted)].filter((character) => other.includes(character)).length;
    if (shared === 0) continue;
    const contains = wanted !== "" && (other.includes(wanted) || wanted.includes(other)) ? 2 : 0;
    scored.push({ name, score: distance(wanted, other.slice(0, LONGEST_COMPARED)) - shared - contains });
  }
  return scored
    .sort((left, right) => left.score - right.score || left.name.length - right.name.length)
    .slice(0, SUGGESTIONS)
    .map(({ name }) => name);
}
