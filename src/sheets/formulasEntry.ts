/** The formulas that read what people type into the periods: one figure in the target's unit, nothing, or the text that can not be read. */
import { DONE_WORDS, NOT_DONE_WORDS } from "../core/actual";
import type { BesideReading, Change, LevelReading, Reading } from "./entryReading";
import { textLiteral } from "./calls";
import { Formula } from "./plan";

/** The periods of a row, as formulas name them. */
export interface Periods {
  readonly cells: readonly string[];
  /** What people call them. */
  readonly names: readonly string[];
  /** Which of them counts at 截至期: from 1; 0 where none does. */
  readonly current: string;
  /** The cell of what counts of what was typed for 截至期; null where there is none, and each formula looks for it. */
  readonly counted: string | null;
}

/** What a period's formula says where an entry can be told to be unreadable only by its kind. */
export const UNREADABLE = "读不出";

/** The period's cell. The period is a number by N, without which some spreadsheets hand a blank cell on as 0. */
const chosen = ({ cells, current }: Periods): string => `CHOOSE(N(${current}),${cells.join(",")})`;

/** What was typed for 截至期, or what counts of it. */
const typedNow = (periods: Periods): string => periods.counted ?? chosen(periods);

/** The same as it was typed. */
export const asTypedNow = chosen;

/**
 * The cell of what counts of what was typed for 截至期: a rate beside its level, else all of it. With it the formulas beside it, which look
 * at it over and over, have room for more spellings.
 */
export function countedOf(periods: Periods, { beside }: Pick<Reading, "beside">): Formula {
  const typed = chosen(periods);
  const rate = beside && `IF(${isBroken(typed)},${typed},IFERROR(${rateBeside(typed, beside)},${typed}))`;
  const counts = rate === null ? typed : `IF(ISTEXT(${typed}),${rate},${typed})`;
  return new Formula(
    `=IF(N(${periods.current})<1,"",IFERROR(IF(LEN(${typed})=0,"",${counts}),${textLiteral(UNREADABLE)}))`,
  );
}

/**
 * What was typed last before the period of 截至期, as `told` makes something of it; blank where there is nothing. Later periods are not
 * looked at: an error in one of them is none of this period's.
 * @param told what the formula says of the cell at a position
 */
export function typedBefore(
  { cells, current }: Periods,
  told: (cell: string, position: number) => string = (cell) => cell,
): string {
  return cells
    .slice(0, -1)
    .reduce(
      (earlier, cell, position) =>
        `IF(IF(${current}>${position + 1},LEN(${cell})>0),${told(cell, position)},${earlier})`,
      '""',
    );
}

const MOST_CHARACTERS = 8192; // of a formula
const MOST_LEVELS = 64; // of functions within functions

/**
 * The figure at 截至期 by a row's reading: a number in the target's unit, "" where nothing was reported, else what was typed, as text.
 * Where the formula would come out too long, it reads fewer spellings.
 * @param doubt when a bare number may mean two things, and so counts as unreadable; null where it never does
 * @param stays what the last figure before must satisfy to count although nothing newer was reported; null where none does
 * @param level how a level in a row of growth is read, and the cell of the day it is judged at; null where none is
 */
export function latestOf(
  periods: Periods,
  reading: Reading,
  doubt: ((number: string) => string) | null,
  stays: ((actual: string) => string) | null,
  level: LevelAt | null = null,
): Formula {
  const formula = latestBy(periods, reading, doubt, stays, level);
  if (reading.shorter === null || isTaken(String(formula))) return formula;
  const usual = level && { ...level, reading: { ...level.reading, ...level.reading.shorter } };
  return latestOf(periods, reading.shorter, doubt, stays, usual);
}

/** Whether a formula is not beyond what Excel takes. */
function isTaken(formula: string): boolean {
  if (formula.length > MOST_CHARACTERS) return false;
  let level = 0;
  for (const sign of formula.replace(/"[^"]*"/g, "")) {
    if (sign === "(" && (level += 1) > MOST_LEVELS) return false;
    if (sign === ")") level -= 1;
  }
  return true;
}

function latestBy(
  periods: Periods,
  reading: Reading,
  doubt: ((number: string) => string) | null,
  stays: ((actual: string) => string) | null,
  level: LevelAt | null,
): Formula {
  const typed = typedNow(periods);
  const text = textOf(typed, periods.counted === null ? reading : { ...reading, beside: null }, doubt, level);
  if (doubt === null) return whereReported(periods, reading, stays, `IF(ISNUMBER(${typed}),${typed},${text})`);
  const number = `--(${trimmed(typed)}&"e0")`; // also a number in a cell that is formatted as text
  const read = `IF(ISNUMBER(${number}),IF(${doubt(number)},${shown(typed)},${number}),${text})`;
  return whereReported(periods, reading, stays, read);
}

/**
 * The sum of periods that are typed alone, up to the one of 截至期, once all of them hold a number: the sum of some would look like a
 * whole one. What is no number makes the sum unreadable.
 */
export function sumSoFar(
  periods: Periods,
  reading: Reading,
  doubt: ((number: string) => string) | null,
  stays: ((actual: string) => string) | null,
): Formula {
  const { cells, current } = periods;
  const upTo = (of: (cell: string) => string) =>
    cells.map((cell, position) => `IF(${current}>${position},${of(cell)},0)`).join("+");
  const sum = upTo((cell) => `SUM(${cell})`);
  const counted = upTo((cell) => `COUNT(${cell})`);
  const filled = upTo((cell) => `(IFERROR(LEN(${cell}),1)>0)`);
  const before = cells
    .slice(0, -1)
    .map((cell, position) => `IF(${current}>${position + 1},SUM(${cell}),0)`)
    .join("+");
  const otherwise = stays === null ? '""' : `IF(IFERROR(${stays(`(${before})`)},FALSE),${before},"")`;
  const isUnreadable = `AND(NOT(${isNothing(typedNow(periods), reading)}),${counted}<${filled})`;
  const read = doubt === null ? sum : `IF(${doubt(`(${sum})`)},${shown(`(${sum})`)},${sum})`;
  const whole = `IF(${counted}=${current},${read},IF(${isUnreadable},${textLiteral(UNREADABLE)},IF(ISNUMBER(${typedNow(periods)}),"",${otherwise})))`;
  return reported(periods, whole);
}

/** For a milestone: 已完成 or 未完成 whatever the word for it, else what was typed. */
export function deedOf(periods: Periods, reading: Reading): Formula {
  const typed = typedNow(periods);
  const [done, notDone] = [DONE_WORDS, NOT_DONE_WORDS];
  const read = `IF(${isAmong(typed, done)},${textLiteral(done[0])},IF(${isAmong(typed, notDone)},${textLiteral(notDone[0])},${shown(typed)}))`;
  return whereReported(periods, reading, (before) => isAmong(before, done), read, textLiteral(done[0]));
}

function whereReported(
  periods: Periods,
  reading: Reading,
  stays: ((actual: string) => string) | null,
  read: string,
  asStays = typedBefore(periods),
): Formula {
  const before = typedBefore(periods);
  const otherwise = stays === null ? '""' : `IF(IFERROR(${stays(before)},FALSE),${asStays},"")`;
  return reported(periods, `IF(${isNothing(typedNow(periods), reading)},${otherwise},${read})`);
}

/** What was reported, once the year has begun. An error among the periods, as it comes with what is pasted, can not be read. */
const reported = ({ current }: Periods, figure: string) =>
  new Formula(`=IF(${current}<1,"",IFERROR(${figure},${textLiteral(UNREADABLE)}))`);

/** Whether a cell is blank, or holds a word for "no figure". */
const isNothing = (typed: string, { nothing }: Reading) => isAmong(typed, ["", ...nothing]);

/** Whether what was typed is one of some words, whatever its width and case. */
function isAmong(typed: string, words: readonly string[]): string {
  const all = words.map((word) => word.toLowerCase());
  return `ISNUMBER(FIND("|"&LOWER(SUBSTITUTE(ASC(${typed}&"")," ",""))&"|",${textLiteral(`|${all.join("|")}|`)}))`;
}

/** What was typed, as text, so that nothing calculates with it. */
const shown = (typed: string) => `IFERROR(${typed}&"",${textLiteral(UNREADABLE)})`;

/** How levels are read, and the cell of the day at which the row is judged. */
export interface LevelAt {
  readonly reading: LevelReading;
  readonly asOfDay: string;
}

/**
 * A text with its unit: each ending the row takes is cut off in turn, and what is left must be a number by itself. Written with an
 * exponent, it can be neither a date nor a share nor an amount of money. The signs at both ends keep endings where they belong.
 * @param doubt as for `latestOf`: a bare number with a remark, 6.79（快报）, is as doubtful as one without
 */
function textOf(
  typed: string,
  reading: Reading,
  doubt: ((number: string) => string) | null,
  level: LevelAt | null,
): string {
  const { endings, marks, moreMarks, bareChanges, refusesMinus, beside } = reading;
  const counts = beside === null ? typed : `IFERROR(${rateBeside(typed, beside)},${typed})`;
  const within = withinMarks(counts, { ...reading, marks: [...marks, ...moreMarks] });
  // Without a unit only the usual words are taken off: the doubts repeat what they are about, and a formula has at most 8,192 characters.
  const remarked = largest(`--SUBSTITUTE(${withoutRemarks(typed, marks, bareChanges)},"#","e0")`);
  const isBare = doubt !== null && marks.length > 0 && !endings.some(({ ending }) => ending === "");
  const bare = isBare ? `IFERROR(IF(${doubt(remarked)},${shown(typed)},${remarked}),${shown(typed)})` : shown(typed);
  const otherwise = level === null ? bare : `IFERROR(${rateOfLevel(typed, level)},${bare})`;
  const number = largest(endedBy(within, endings));
  const read = refusesMinus ? `IF(COUNT(FIND("-",ASC(${typed})))>0,NA(),${number})` : number;
  return `IF(${isBroken(typed)},${shown(typed)},IFERROR(${read},${otherwise}))`;
}

/** What may stand between a level and the rate behind it, the opening bracket last. */
const BETWEEN = ["(", ",", ";", "、"];
/** What stands for a level's unit, once it was found. */
const UNIT = "~";

/** What counts of 142.05亿元，可比增长11.8%: the rate behind a level, an error where what stands before it is no level (RULES: Last year, levels and growth). */
function rateBeside(typed: string, { begins, units, scales, marks }: BesideReading): string {
  const text = withoutBlanks(typed);
  const at = `AGGREGATE(15,6,FIND(${across(begins)},${text}),1)`;
  const before = [...BETWEEN.map((sign) => `${sign}#`), ...marks].reduce(
    (left, mark) => `SUBSTITUTE(${left},${textLiteral(mark)},"#")`,
    `"#"&LEFT(${text},${at}-1)&"#"`,
  );
  const counted = `SUBSTITUTE(${before},${across(units.map((unit) => `${unit}#`))},${textLiteral(UNIT)})`;
  const level = largest(`--MID(SUBSTITUTE(${counted},${below(scales.map((scale) => scale + UNIT))},"e0"),2,${PLACES})`);
  const hasRate = `COUNT(FIND({"%","‰","百分点"},${text}))`;
  return `SUBSTITUTE(SUBSTITUTE(MID(${text},IF(${hasRate}>0,${at})+0*${level},${PLACES}),"(",""),")","")`;
}

/** @param changes words of change that come off as well, with their sign */
function withoutRemarks(typed: string, marks: Reading["marks"], changes: readonly Change[] = []): string {
  if (changes.length === 0) return withinMarks(typed, { marks, comparisons: [], changes: [] });
  const before = ["#", ...marks, ...changes.map(({ word }) => `#${word}`)];
  const instead = before.map((_, at) => ((changes[at - 1 - marks.length]?.sign ?? 1) < 0 ? "#-" : "#"));
  return `MID(SUBSTITUTE(${enclosed(typed)},${below(before)},${below(instead)}),2,99)`;
}

/** Texts as alternatives in a row, or one below the other. */
const across = (texts: readonly string[]) => `{${texts.map(textLiteral).join(",")}}`;
const below = (texts: readonly string[]) => `{${texts.map(textLiteral).join(";")}}`;

const withoutBlanks = (typed: string) => `SUBSTITUTE(ASC(${typed})," ","")`;
/** What was typed between two #, where it begins and ends. */
const enclosed = (typed: string) => `"#"&${withoutBlanks(typed)}&"#"`;

const largest = (values: string) => `AGGREGATE(14,6,${values},1)`;

/** What was typed without the remarks and words of change around it, one alternative below the other; # ends it. */
function withinMarks(
  typed: string,
  { marks, comparisons, changes }: Pick<Reading, "marks" | "comparisons" | "changes">,
): string {
  const bare = enclosed(typed);
  if (changes.length === 0)
    return `MID(${marks.length === 0 ? bare : `SUBSTITUTE(${bare},${below(["#", ...marks])},"#")`},2,99)`;
  // Of 预计增长9%（快报） remarks go first, the longest of them before those they begin with.
  const unmarked = [
    ...[...marks].sort((one, other) => other.length - one.length).map((mark) => [mark, "#"] as const),
    ...comparisons,
  ].reduce((text, [from, to]) => `SUBSTITUTE(${text},${textLiteral(from)},${textLiteral(to)})`, bare);
  const before = [{ word: "", sign: 1 }, ...changes];
  const [words, signs] = [before.map(({ word }) => `#${word}`), before.map(({ sign }) => (sign < 0 ? "#-" : "#"))];
  return `MID(SUBSTITUTE(${unmarked},${below(words)},${below(signs)}),2,99)`;
}

/** A text's number by each of some endings. */
function endedBy(within: string, endings: Reading["endings"]): string {
  const texts = endings.map(({ ending }) => textLiteral(`${ending}#`)).join(",");
  const powers = endings.map(({ power }) => textLiteral(`e${power}`));
  const number = `SUBSTITUTE(${within},{${texts}},{${powers.join(",")}})`;
  const times = endings.some(({ times }) => times !== 1) ? `*{${endings.map(({ times }) => times).join(",")}}` : "";
  const parts = endings.some(({ parts }) => parts !== 1) ? `/{${endings.map(({ parts }) => parts).join(",")}}` : "";
  return times === "" && parts === "" ? `--${number}` : `${number}${times}${parts}`;
}

const RATE_DIGITS = 12; // decimals of a rate that is worked out: no binary digits reach a cell

/** The growth that a level stands for, 按现价倒算: against the earlier level of the day, an error where none is known (RULES: Last year, levels and growth). */
function rateOfLevel(typed: string, { reading, asOfDay }: LevelAt): string {
  const { against, statesFall } = reading;
  const level = largest(endedBy(withoutRemarks(typed, reading.marks), reading.endings));
  const of = (values: readonly number[]) =>
    `CHOOSE(MATCH(${asOfDay},{${against.map(({ day }) => day).join(",")}},0),${values.join(",")})`;
  const last = of(against.map((each) => each.level));
  const rate = against.every(({ years }) => years === 1)
    ? `${level}*100/${last}-100`
    : `((${level}/${last})^(1/${of(against.map(({ years }) => years))})-1)*100`;
  return `ROUND(${statesFall ? `-(${rate})` : rate},${RATE_DIGITS})`;
}

/** Whether a figure was worked out from a level: what was typed carries a level's unit and no rate, and a number came of it. */
export const isFromLevel = (periods: Periods, actual: string, { endings }: LevelReading): string =>
  `IF(ISTEXT(${typedNow(periods)}),AND(ISNUMBER(${actual}),COUNT(FIND({${endings
    .flatMap(({ ending }) => (ending === "" ? [] : [textLiteral(ending)]))
    .join(",")}},${typedNow(periods)}))>0,COUNT(FIND({"%","％"},${typedNow(periods)}))=0),FALSE)`;

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

/** What a part of a total holds for a period, and how many of the total's units one of its own is. */
export interface Part {
  readonly id: string;
  readonly times: number;
}

/**
 * A total's period: the sum of its parts' once all of them hold a number. Parts are found by their 编号, so that sorting, moving and
 * inserting rows never changes the sum; without one of their rows there is none. OFFSET names only the cell it finds: a look-up in the
 * period's own column would name the total itself among the rest.
 * @param id the column of 编号, as $W
 * @param figure the period's own column
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
