/** Periods as people write them, and the share of a promise's time that has passed. */
import { CatalogError } from "./errors";
import { asLookedUp, WITHIN_YEAR } from "./periodSpellings";
import { chineseNumeral, normaliseFigure } from "./text";
import type { Day, Period } from "./types";

const MONTHS_IN_YEAR = 12;
const MONTHS_IN_QUARTER = 3;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const CENTURY = 100;
// Excel counts days from 1899-12-30 (its day 60, 1900-02-29, never was; nothing here is that old).
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const MILLISECONDS_IN_DAY = 86_400_000;

/** @example day(2024, 6, 30) // "2024-06-30" */
export function day(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Year, month (1 to 12) and date of a day. */
export function partsOf(value: Day): { year: number; month: number; date: number } {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), date: Number(value.slice(8, 10)) };
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the calendar has such a day. */
export function isDay(value: Day): boolean {
  const { year, month, date } = partsOf(value);
  return month >= 1 && month <= MONTHS_IN_YEAR && date >= 1 && date <= daysIn(year, month);
}

/** The serial number Excel keeps a day as. @example serialOf("2024-06-30") // 45473 */
export function serialOf(value: Day): number {
  const { year, month, date } = partsOf(value);
  return Math.round((Date.UTC(year, month - 1, date) - SERIAL_ORIGIN) / MILLISECONDS_IN_DAY);
}

/** The day a serial number stands for. */
export function dayOfSerial(serial: number): Day {
  const found = new Date(SERIAL_ORIGIN + Math.floor(serial) * MILLISECONDS_IN_DAY);
  return day(found.getUTCFullYear(), found.getUTCMonth() + 1, found.getUTCDate());
}

/** The day before a day. @example dayBefore("2024-03-01") // "2024-02-29" */
export const dayBefore = (value: Day): Day => dayOfSerial(serialOf(value) - 1);

/** From the first day of one month to the last day of another. */
export function months(year: number, first: number, last: number, lastYear = year): Period {
  return { from: day(year, first, 1), to: day(lastYear, last, daysIn(lastYear, last)) };
}

/** @example quarter(2024, 2) // { from: "2024-04-01", to: "2024-06-30" } */
export function quarter(year: number, number: number): Period {
  return months(year, number * MONTHS_IN_QUARTER - 2, number * MONTHS_IN_QUARTER);
}

/** The whole of a year. */
export function yearOf(year: number): Period {
  return months(year, 1, MONTHS_IN_YEAR);
}

/**
 * Reads a period: 2024, 2024Q2, 2024年二季度, 24年二季度, 二季度 (of `year`), 上半年, 1-9月, 前三季度 (January to September, not 三季度),
 * 9月底, 2024-09, 202409, 2024-09-30, an Excel date. The first day of a month means that month, since Excel turns a typed 2024-10 or
 * 2024年10月 into it. What could be either, as 2024年1-9, is refused.
 * @param typed text, or a number: a year, or the serial number of a day
 * @param year the workbook's year, for a period written without one
 * @throws CatalogError periodUnreadable
 */
export function parsePeriod(typed: string | number, year: number): Period {
  const period = typeof typed === "number" ? periodOfNumber(typed) : periodOfText(typed, year);
  if (period === null) throw new CatalogError("periodUnreadable", { given: String(typed) });
  return period;
}

function periodOfNumber(value: number): Period | null {
  if (Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) return yearOf(value);
  const yearAndMonth = YEAR_AND_MONTH.exec(String(value)); // 202409 typed into a cell is a number
  if (yearAndMonth?.[3] !== undefined) return monthOf(Number(yearAndMonth[1]), Number(yearAndMonth[3]));
  if (value < serialOf(day(FIRST_YEAR, 1, 1)) || !(value < serialOf(day(LAST_YEAR + 1, 1, 1)))) return null;
  const { year, month, date } = partsOf(dayOfSerial(value));
  return dayPeriod(year, month, date);
}

const DATE = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$/; // one kind of separator: 2024年1-9 is none
const DATE_WITHOUT_YEAR = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]$/;
const YEAR_AND_MONTH = /^(\d{4})(?:[-/.](\d{1,2})|(0[1-9]|1[0-2]))$/; // as text 2024.10 is October; as a number it would be 2024.1
const YEARS = /^(\d{4})年?-(\d{4})年?$/;
const ACROSS_YEARS = /^(\d{4})年(\d{1,2})月-(\d{4})年(\d{1,2})月$/;
const QUARTER_THEN_YEAR = /^(Q[1-4]|[1-4]Q)[-/]?(\d{4})$/;
const YEAR_FIRST = /^(?:(\d{4})(?:年|[-/.](?=.))?|(\d{2})年)(.*)$/;

function periodOfText(typed: string, defaultYear: number): Period | null {
  const text = normaliseFigure(typed).toUpperCase();
  const inWords = DATE_WITHOUT_YEAR.exec(text);
  if (inWords) return dayPeriod(defaultYear, smallNumber(inWords[1]), smallNumber(inWords[2]));
  const read = asLookedUp(text);
  const yearAndMonth = YEAR_AND_MONTH.exec(read);
  if (yearAndMonth) return monthOf(Number(yearAndMonth[1]), Number(yearAndMonth[2] ?? yearAndMonth[3]));
  if (/^\d+(\.\d+)?$/.test(read)) return read === text ? periodOfNumber(Number(read)) : null;
  const several = YEARS.exec(read);
  if (several) {
    const [first, last] = [Number(several[1]), Number(several[2])];
    return inReach(first) && inReach(last) && first <= last ? months(first, 1, MONTHS_IN_YEAR, last) : null;
  }
  const across = ACROSS_YEARS.exec(read);
  if (across) {
    const from = monthOf(Number(across[1]), Number(across[2]));
    const to = monthOf(Number(across[3]), Number(across[4]));
    return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
  }
  const date = DATE.exec(read);
  if (date) return dayPeriod(Number(date[1]), Number(date[3] ?? date[5]), Number(date[4] ?? date[6]));
  const trailing = QUARTER_THEN_YEAR.exec(read);
  if (trailing) return within(Number(trailing[2]), trailing[1] ?? "");
  const dated = YEAR_FIRST.exec(read);
  if (!dated) return within(defaultYear, read);
  const year = dated[1] === undefined ? inFull(Number(dated[2]), defaultYear) : Number(dated[1]);
  return within(year, dated[3] === "" ? "全年" : (dated[3] ?? ""));
}

/** A year of two digits, in the century nearest to another year. @example inFull(24, 2025) // 2024 */
function inFull(twoDigits: number, near: number): number {
  const century = Math.round((near - twoDigits) / CENTURY) * CENTURY;
  return century + twoDigits;
}

/** The months of a year that a spelling of the table means. */
function within(year: number, spelled: string): Period | null {
  const found = WITHIN_YEAR.get(spelled);
  return found && inReach(year) ? months(year, found.first, found.last) : null;
}

const inReach = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
const smallNumber = (text: string | undefined) =>
  text === undefined ? NaN : /^\d+$/.test(text) ? Number(text) : (chineseNumeral(text) ?? NaN);

function monthOf(year: number, month: number): Period | null {
  return inReach(year) && month >= 1 && month <= MONTHS_IN_YEAR ? months(year, month, month) : null;
}

/** A day as a period; the first of a month is that month. */
function dayPeriod(year: number, month: number, date: number): Period | null {
  if (!inReach(year) || month < 1 || month > MONTHS_IN_YEAR || date < 1 || date > daysIn(year, month)) return null;
  if (date === 1) return months(year, month, month);
  const found = day(year, month, date);
  return { from: found, to: found };
}

/**
 * Whole months completed by the end of a day, counted from year 0: pace goes by completed months, as the circulars count.
 * @example completedMonths("2024-06-30") - completedMonths("2023-12-31") // 6
 * @example completedMonths("2024-06-29") - completedMonths("2023-12-31") // 5
 */
export function completedMonths(value: Day): number {
  const { year, month, date } = partsOf(value);
  return year * MONTHS_IN_YEAR + month - (date === daysIn(year, month) ? 0 : 1);
}

/** Months of the calendar before a period begins, on the scale of `completedMonths`. */
export function monthsBefore(from: Day): number {
  const { year, month } = partsOf(from);
  return year * MONTHS_IN_YEAR + month - 1;
}

/** Months a period touches, the first and the last counted whole. @example monthsIn({ from: "2024-01-01", to: "2024-12-31" }) // 12 */
export function monthsIn(period: Period): number {
  const { year, month } = partsOf(period.to);
  return year * MONTHS_IN_YEAR + month - monthsBefore(period.from);
}

/** Quarters of the calendar a period touches, the first and the last counted whole. */
export function quartersIn(period: Period): number {
  return quarterAt(monthsBefore(period.to)) - quarterAt(monthsBefore(period.from)) + 1;
}

/**
 * How many quarters of the calendar are not over on a day, up to the one in which `due` lies.
 * @example quartersLeft("2024-06-30", "2024-12-31") // 2
 */
export function quartersLeft(after: Day, due: Day): number {
  return Math.max(0, quarterAt(monthsBefore(due)) - quarterAt(completedMonths(after)) + 1);
}

/** The number of the quarter in which a month lies, both counted from year 0. */
const quarterAt = (months: number) => Math.floor(months / MONTHS_IN_QUARTER);
