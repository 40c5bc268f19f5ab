/** The formulas that read what people type into the quarters: one figure in the target's unit, nothing, or the text that can not be read. */
import { DONE_WORDS, NOT_DONE_WORDS } from "../core/actual";
import type { Reading } from "./entryReading";
import { textLiteral } from "./calls";
import { Formula } from "./plan";

/** The quarters of a row, and the cell that says which of them 截至期 lies in (1 to 4, or 0). */
export interface Quarters {
  readonly cells: readonly string[];
  readonly quarter: string;
}

/** What a quarter's formula says where an entry can be told to be unreadable only by its kind. */
export const UNREADABLE = "读不出";

/** What was typed for 截至期. The quarter is a number by N, without which some spreadsheets hand a blank cell on as 0. */
export const typedNow = ({ cells, quarter }: Quarters): string => `CHOOSE(N(${quarter}),${cells.join(",")})`;

/** What was typed last before the quarter of 截至期; blank where there is nothing. */
export function typedBefore({ cells, quarter }: Quarters): string {
  const lastOf = (count: number): string =>
    count === 0
      ? '""'
      : count === 1
        ? (cells[0] ?? "")
        : `IF(LEN(${cells[count - 1] ?? ""})=0,${lastOf(count - 1)},${cells[count - 1] ?? ""})`;
  return `CHOOSE(N(${quarter}),${cells.map((_, position) => lastOf(position)).join(",")})`;
}

/**
 * The figure at 截至期 by a row's reading: a number in the target's unit, "" where nothing was reported, else what was typed, as text.
 * @param doubt when a bare number may mean two things, and so counts as unreadable; null where it never does
 * @param stays what the last figure before must satisfy to count although nothing newer was reported; null where none does
 */
export function latestOf(
  quarters: Quarters,
  reading: Reading,
  doubt: ((number: string) => string) | null,
  stays: ((actual: string) => string) | null,
): Formula {
  const typed = typedNow(quarters);
  const text = textOf(typed, reading);
  if (doubt === null) return whereReported(quarters, reading, stays, `IF(ISNUMBER(${typed}),${typed},${text})`);
  const number = `--(${trimmed(typed)}&"e0")`; // also a number in a cell that is formatted as text
  const read = `IF(ISNUMBER(${number}),IF(${doubt(number)},${shown(typed)},${number}),${text})`;
  return whereReported(quarters, reading, stays, read);
}

/**
 * The sum of quarters that are typed alone, up to the one of 截至期, once all of them hold a number: the sum of some would look like a
 * whole one. What is no number makes the sum unreadable.
 */
export function sumSoFar(
  quarters: Quarters,
  reading: Reading,
  doubt: ((number: string) => string) | null,
  stays: ((actual: string) => string) | null,
): Formula {
  const { cells, quarter } = quarters;
  const upTo = (last: number) => cells.slice(0, last).join(",");
  const sums = (skipped: number) =>
    `CHOOSE(N(${quarter}),${cells.map((_, position) => (position < skipped ? "0" : `SUM(${upTo(position + 1 - skipped)})`)).join(",")})`;
  const counted = `CHOOSE(N(${quarter}),${cells.map((_, position) => `COUNT(${upTo(position + 1)})`).join(",")})`;
  const filled = `CHOOSE(N(${quarter}),${cells
    .map((_, position) =>
      cells
        .slice(0, position + 1)
        .map((cell) => `(IFERROR(LEN(${cell}),1)>0)`)
        .join("+"),
    )
    .join(",")})`;
  const before = sums(1);
  const otherwise = stays === null ? '""' : `IF(IFERROR(${stays(before)},FALSE),${before},"")`;
  const isUnreadable = `AND(NOT(${isNothing(typedNow(quarters), reading)}),${counted}<${filled})`;
  const sum = doubt === null ? sums(0) : `IF(${doubt(sums(0))},${shown(sums(0))},${sums(0)})`;
  const whole = `IF(${counted}=${quarter},${sum},IF(${isUnreadable},${textLiteral(UNREADABLE)},IF(ISNUMBER(${typedNow(quarters)}),"",${otherwise})))`;
  return reported(quarters, whole);
}

/** For a milestone: 已完成 or 未完成 whatever the word for it, else what was typed. */
export function deedOf(quarters: Quarters, reading: Reading): Formula {
  const typed = typedNow(quarters);
  const [done, notDone] = [DONE_WORDS, NOT_DONE_WORDS];
  const read = `IF(${isAmong(typed, done)},${textLiteral(done[0])},IF(${isAmong(typed, notDone)},${textLiteral(notDone[0])},${shown(typed)}))`;
  return whereReported(quarters, reading, (before) => isAmong(before, done), read, textLiteral(done[0]));
}

function whereReported(
  quarters: Quarters,
  reading: Reading,
  stays: ((actual: string) => string) | null,
  read: string,
  asStays = typedBefore(quarters),
): Formula {
  const before = typedBefore(quarters);
  const otherwise = stays === null ? '""' : `IF(IFERROR(${stays(before)},FALSE),${asStays},"")`;
  return reported(quarters, `IF(${isNothing(typedNow(quarters), reading)},${otherwise},${read})`);
}

/** What was reported, once the year has begun. An error among the quarters, as it comes with what is pasted, can not be read. */
const reported = ({ quarter }: Quarters, figure: string) =>
  new Formula(`=IF(${quarter}<1,"",IFERROR(${figure},${textLiteral(UNREADABLE)}))`);

/** Whether a cell is blank, or holds a word for "no figure". */
const isNothing = (typed: string, { nothing }: Reading) => isAmong(typed, ["", ...nothing]);

/** Whether what was typed is one of some words, whatever its width and case. */
function isAmong(typed: string, words: readonly string[]): string {
  const all = words.map((word) => word.toLowerCase());
  return `ISNUMBER(FIND("|"&LOWER(SUBSTITUTE(ASC(${typed}&"")," ",""))&"|",${textLiteral(`|${all.join("|")}|`)}))`;
}

/** What was typed, as text, so that nothing calculates with it. */
const shown = (typed: string) => `IFERROR(${typed}&"",${textLiteral(UNREADABLE)})`;

/**
 * A text with its unit: each ending the row takes is cut off in turn, and what is left must be a number by itself. Written with an
 * exponent, it can be neither a date nor a share nor an amount of money. The signs at both ends keep endings where they belong.
 */
function textOf(typed: string, { endings, marks }: Reading): string {
  const bare = `"#"&SUBSTITUTE(ASC(${typed})," ","")&"#"`;
  const unmarked =
    marks.length === 0 ? bare : `SUBSTITUTE(${bare},{${["#", ...marks].map(textLiteral).join(";")}},"#")`;
  const texts = endings.map(({ ending }) => textLiteral(`${ending}#`)).join(",");
  const powers = endings.map(({ power }) => textLiteral(`e${power}`));
  const number = `SUBSTITUTE(MID(${unmarked},2,99),{${texts}},{${powers.join(",")}})`;
  const times = endings.some(({ times }) => times !== 1) ? `*{${endings.map(({ times }) => times).join(",")}}` : "";
  const parts = endings.some(({ parts }) => parts !== 1) ? `/{${endings.map(({ parts }) => parts).join(",")}}` : "";
  const value = times === "" && parts === "" ? `--${number}` : `${number}${times}${parts}`;
  return `IF(${isBroken(typed)},${shown(typed)},IFERROR(AGGREGATE(14,6,${value},1),${shown(typed)}))`;
}

/** What was typed without the blanks around it, half width. */
const trimmed = (typed: string) => `TRIM(ASC(${typed}))`;

const PLACES = 30; // a longer text is no figure
const placesFrom = (first: number) => `{${Array.from({ length: PLACES }, (_, at) => first + at).join(",")}}`;

/**
 * Whether a blank stands between digits, anywhere in a text: 3900 4155 is two figures, and 8310. 5 perhaps one; none of them is the row's.
 * Elsewhere a blank says nothing: 预计 9 %.
 */
function isBroken(typed: string): string {
  const text = trimmed(typed);
  const digit = (from: number) => `FIND(MID(${text},${placesFrom(from)},1),"0123456789.,")`;
  const blank = `(MID(${text},${placesFrom(2)},1)=" ")`;
  return `IF(LEN(${text})>${PLACES},TRUE,COUNT(${digit(1)}*${digit(3)}/${blank})>0)`;
}

/** What a part of a total holds for a quarter, and how many of the total's units one of its own is. */
export interface Part {
  readonly id: string;
  readonly times: number;
}

/**
 * A total's quarter: the sum of its parts' once all of them hold a number. Parts are found by their 编号, so that sorting, moving and
 * inserting rows never changes the sum; without one of their rows there is none. OFFSET names only the cell it finds: a look-up in the
 * quarter's own column would name the total itself among the rest.
 * @param id the column of 编号, as $W
 * @param figure the quarter's own column
 */
export function totalOf(parts: readonly Part[], id: string, figure: string): Formula {
  const cell = (part: Part) =>
    `OFFSET(${id}$1,MATCH(${textLiteral(part.id)},${id}:${id},0)-1,COLUMN(${figure}$1)-COLUMN(${id}$1))`;
  const all = parts.map((part) => `ISNUMBER(${cell(part)})`).join(",");
  const sum = parts.map((part) => `${cell(part)}${part.times === 1 ? "" : `*${part.times}`}`).join("+");
  return new Formula(`=IF(AND(${all}),${sum},"")`);
}

/** How many of a total's parts have a row. */
export const partsThere = (parts: readonly Part[], column: string): string =>
  `COUNT(${parts.map(({ id }) => `MATCH(${textLiteral(id)},${column}:${column},0)`).join(",")})`;

/** For validation: a text, or a number that means one thing only. */
export function plausibleNumber(typed: string, doubt: (number: string) => string): string {
  return `=OR(ISTEXT(${typed}),AND(ISNUMBER(${typed}),NOT(${doubt(typed)})))`;
}
