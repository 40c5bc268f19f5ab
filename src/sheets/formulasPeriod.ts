/** The formulas of 截至期: which spellings its cell takes, and the day, the quarter and the months they mean. */
import { SAME_WRITTEN, WITHIN_YEAR } from "../core/periodSpellings";
import { partsOf } from "../core/periods";
import type { Day } from "../core/types";
import { textLiteral } from "./calls";
import { Formula } from "./plan";

const MONTHS = Array.from({ length: 12 }, (_, position) => position + 1);

/** A day as every workbook understands it: a serial number would be four years off where days are counted from 1904. */
export function dateOf(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `DATE(${year},${month},${date})`;
}

export const dueDay = (day: Day) => new Formula(`=${dateOf(day)}`);

/** Months completed since a year began, for the cell that says so; below 0 before that year. */
export function monthsElapsed(day: string, year: number): Formula {
  return new Formula(`=IF(ISNUMBER(${day}),(YEAR(${day})-${year})*12+MONTH(${day})-IF(DAY(${day}+1)=1,0,1),0)`);
}

/** Which quarter's cell counts, 1 to 4; 0 before the ledger's year and where 截至期 can not be read. */
export function quarterOf(day: string, year: number): Formula {
  return new Formula(`=IF(ISNUMBER(${day}),MAX(0,MIN(4,(YEAR(${day})-${year})*4+ROUNDUP(MONTH(${day})/3,0))),0)`);
}

/** Which month's cell counts: 1 for February, with which January is reported, to 11; 0 until the end of January and where 截至期 can not be read. */
export function monthOfReport(day: string, year: number): Formula {
  return new Formula(`=IF(ISNUMBER(${day}),MAX(0,MIN(11,(YEAR(${day})-${year})*12+MONTH(${day})-1)),0)`);
}

/** 截至期 as the formulas of a row name it: its day, the months passed, and which of the row's periods counts. */
export interface RowTime {
  readonly day: string;
  readonly months: string;
  readonly current: string;
}

/**
 * The same for a row that is reported every so many months: within the year until the end of the last period closed by then.
 * @param step months between two reports
 */
export function timeByRhythm({ day, months }: RowTime, step: number, year: number): RowTime {
  const closed = `INT(${months}/${step})`;
  const within = `AND(${months}>0,${months}<12)`;
  return {
    day: `IF(${within},DATE(${year},${closed}*${step}+1,0),${day})`,
    months: `IF(${within},${closed}*${step},${months})`,
    current: `INT(MAX(0,MIN(12,${months}))/${step})`,
  };
}

/** Whether in the ledger's year none of a row's periods has closed by 截至期. @param day the ledger's own */
export const isBeforeReports = (day: string, current: string, year: number) =>
  `AND(ISNUMBER(${day}),${current}<1,${day}>=DATE(${year},1,1))`;

/** Where 截至期 lies behind the last closed period of a row: the month until which it is judged, in a sentence; else `otherwise`. */
export function judgedUntil(
  months: string,
  step: number,
  words: { before: string; behind: string },
  otherwise: string,
): string {
  const said = `${textLiteral(words.before)}&INT(${months}/${step})*${step}&${textLiteral(words.behind)}`;
  return `IF(AND(${months}>0,${months}<12,MOD(${months},${step})>0),${said},${otherwise})`;
}

/** What is typed as 截至期 in the one form in which it is looked up. Empty for a number or a date. */
export function periodText(period: string): Formula {
  let text = `UPPER(ASC(${period}))`;
  for (const blank of [" ", "　"]) text = `SUBSTITUTE(${text},${textLiteral(blank)},"")`;
  for (const [written, read] of SAME_WRITTEN) text = `SUBSTITUTE(${text},${textLiteral(written)},${textLiteral(read)})`;
  return new Formula(`=IF(ISNUMBER(${period}),"",IFERROR(${text},""))`);
}

/** What is wrong with the 截至期, in full; nothing where its day can be read. */
export function asOfTrouble(
  period: string,
  day: string,
  otherwise: string,
  { before, behind }: { readonly before: string; readonly behind: string },
): Formula {
  return new Formula(
    `=IF(${day}=${textLiteral(otherwise)},${textLiteral(before)}&IFERROR(${period},${textLiteral(otherwise)})&${textLiteral(behind)},"")`,
  );
}

/**
 * The day a 截至期 means, as an expression: the end of its period. What can not be read gives the word `otherwise`.
 * @param period the cell people type into
 * @param text the cell that holds `periodText` of it
 * @param year the ledger's year, meant where none is written
 */
export function asOfDay(period: string, text: string, year: number, otherwise: string): string {
  const unreadable = textLiteral(otherwise);
  return `IFERROR(IF(ISNUMBER(${period}),${dayOfNumber(period, unreadable)},${dayOfText(text, year)}),${unreadable})`;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** A year, a year and month as 202409, or a day; the first of a month is that month, since Excel turns a typed 2024-10 into it. */
function dayOfNumber(period: string, otherwise: string): string {
  const isWhole = (condition: string) => `AND(${period}=INT(${period}),${condition})`;
  const isYear = isWhole(`${period}>=${FIRST_YEAR},${period}<=${LAST_YEAR}`);
  const isMonth = isWhole(
    `${period}>${FIRST_YEAR}00,${period}<=${LAST_YEAR}12,MOD(${period},100)>=1,MOD(${period},100)<=12`,
  );
  const isDay = `AND(${period}>=DATE(${FIRST_YEAR},1,1),${period}<DATE(${LAST_YEAR + 1},1,1))`;
  const month = `DATE(INT(${period}/100),MOD(${period},100)+1,0)`;
  const day = lastOfMonth(period);
  return `IF(${isYear},DATE(${period},12,31),IF(${isMonth},${month},IF(${isDay},${day},${otherwise})))`;
}

const lastOfMonth = (day: string) => `IF(DAY(${day})=1,DATE(YEAR(${day}),MONTH(${day})+1,0),INT(${day}))`;

/** What stands behind a year, or alone: `2024年`, `24年`, `2024-`, `2024` and nothing before it. */
function dayOfText(text: string, year: number): string {
  const begin = (length: number) => `MID(${text},1,${length})`;
  const behind = (place: number) => `MID(${text},${place},99)`;
  const at = (place: number) => `MID(${text},${place},1)`;
  const hasShort = `AND(${at(3)}="年",${isNumber(begin(2))})`;
  const hasLong = isNumber(begin(4));
  const century = Math.floor(year / 100);
  const yearGiven = `IF(${hasShort},${century}&${begin(2)},IF(${hasLong},${begin(4)},${year}))`;
  const isSeparated = `ISNUMBER(FIND(${at(5)},"年-/."))*(LEN(${text})>4)`;
  const rest = `IF(${hasShort},${behind(4)},IF(${hasLong},IF(${isSeparated},${behind(6)},${behind(5)}),${text}))`;
  const isMonth = `AND(${hasLong},LEN(${text})>5,${at(5)}<>"年",${isNumber(rest)},OR(LEN(${rest})=2,${isSeparated}=1),LEN(${rest})<=2)`;
  const monthAlone = `IF(AND(--${rest}>=1,--${rest}<=12),--${rest},NA())`;
  const whole = `IF(AND(OR(${hasShort},${hasLong}),${rest}="",OR(LEN(${text})<=4,RIGHT(${text})="年")),12,NA())`;
  const month = `IF(${isMonth},${monthAlone},IFERROR(${monthOf(rest)},${whole}))`;
  const isInReach = `AND(--${yearGiven}>=${FIRST_YEAR},--${yearGiven}<=${LAST_YEAR})`;
  return `IF(${isInReach},IFERROR(DATE(${yearGiven},${month}+1,0),${dayWritten(text)}),NA())`;
}

/** Written with an exponent, so that 9-12 is no date and 5% no number. */
const isNumber = (text: string) => `ISNUMBER(-(${text}&"e0"))`;

/** The month at whose end a period of core's table ends. The spellings stand in the order of these, so that a place tells the month. */
function monthOf(rest: string): string {
  const inOrder = [...WITHIN_YEAR].sort(([, one], [, other]) => one.last - other.last);
  const firsts = MONTHS.map((month) => inOrder.findIndex(([, { last }]) => last === month) + 1);
  const place = `MATCH(${rest},{${inOrder.map(([spelled]) => textLiteral(spelled)).join(",")}},0)`;
  return `MATCH(${place},{${firsts.join(",")}})`;
}

/** A day written out: 2024-09-30, 2024/9/30, 2024年9月30日, with one kind of separator: 2024年1-9 is none. */
function dayWritten(text: string): string {
  const withDashes = (separators: readonly string[], ends: readonly string[]) => {
    let plain = text;
    for (const separator of separators) plain = `SUBSTITUTE(${plain},${textLiteral(separator)},"-")`;
    for (const end of ends) plain = `SUBSTITUTE(${plain},${textLiteral(end)},"")`;
    return plain;
  };
  const count = (separator: string) => `LEN(${text})-LEN(SUBSTITUTE(${text},"${separator}",""))`;
  const isPlain = ["-", "/", "."].map((separator) => `${count(separator)}=2`).join(",");
  const plain = withDashes(["/", "."], []);
  const inWords = withDashes(["年", "月"], ["日", "号"]);
  const isInWords = `AND(MID(${text},5,1)="年",ISNUMBER(FIND("月",${text})),ISERR(FIND("-",${text})))`;
  const read = (day: string) => lastOfMonth(`DATEVALUE(${day})`);
  return `IF(AND(OR(${isPlain}),ISNUMBER(FIND(MID(${text},5,1),"-/."))),${read(plain)},IF(${isInWords},${read(inWords)},NA()))`;
}
