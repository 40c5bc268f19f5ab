/** Periods as people write them, and the share of a promise's time that has passed. */
import { CatalogError } from "./errors";
import { chineseNumeral, normaliseFigure } from "./text";
import type { Day, Period } from "./types";

const MONTHS_IN_YEAR = 12;
const MONTHS_IN_QUARTER = 3;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
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
 * Reads a period: 2024, 2024Q2, 2024年二季度, 二季度 (of `year`), 上半年, 1-9月, 前三季度 (January to September, not 三季度),
 * 2024-09, 2024-09-30, an Excel date.
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
  if (value >= serialOf(day(FIRST_YEAR, 1, 1)) && value < serialOf(day(LAST_YEAR + 1, 1, 1))) {
    const found = dayOfSerial(value);
    return { from: found, to: found };
  }
  return null;
}

const NUMBER = "([0-9]{1,2}|[一二三四五六七八九十两]{1,3})";
const QUARTERS = new RegExp(`^第?${NUMBER}(?:个)?季度$`);
const QUARTER_RANGE = new RegExp(`^(?:第?${NUMBER}(?:季度)?-第?${NUMBER}|前${NUMBER}个?)季度$`);
const MONTH = new RegExp(`^${NUMBER}月份?$`);
const MONTH_RANGE = new RegExp(`^(?:${NUMBER}月?份?-${NUMBER}月份?|前${NUMBER}个?月份?)$`);
const DATE = new RegExp(`^${NUMBER}月${NUMBER}[日号]$`);

function periodOfText(typed: string, defaultYear: number): Period | null {
  const text = normaliseFigure(typed)
    .replace(/[至到]/g, "-")
    .toUpperCase();
  const dotted = /^(\d{4})\.(\d{1,2})$/.exec(text); // as text 2024.10 is October; as a number it would be 2024.1
  if (dotted) return monthOf(Number(dotted[1]), Number(dotted[2]));
  if (/^\d+(\.\d+)?$/.test(text)) {
    const yearAndMonth = /^(\d{4})(\d{2})$/.exec(text);
    if (yearAndMonth && Number(yearAndMonth[2]) <= MONTHS_IN_YEAR && inReach(Number(yearAndMonth[1])))
      return monthOf(Number(yearAndMonth[1]), Number(yearAndMonth[2]));
    return periodOfNumber(Number(text));
  }
  const several = /^(\d{4})年?-(\d{4})年?$/.exec(text);
  if (several) {
    const [first, last] = [Number(several[1]), Number(several[2])];
    return inReach(first) && inReach(last) && first <= last ? months(first, 1, MONTHS_IN_YEAR, last) : null;
  }
  const across = /^(\d{4})年(\d{1,2})月-(\d{4})年(\d{1,2})月$/.exec(text);
  if (across) {
    const from = monthOf(Number(across[1]), Number(across[2]));
    const to = monthOf(Number(across[3]), Number(across[4]));
    return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
  }
  const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text);
  if (date) return dayPeriod(Number(date[1]), Number(date[2]), Number(date[3]));
  const month = /^(\d{4})[-/](\d{1,2})月?$/.exec(text);
  if (month) return monthOf(Number(month[1]), Number(month[2]));
  const trailingYear = /^(?:Q([1-4])|([1-4])Q)[-/]?(\d{4})$/.exec(text);
  if (trailingYear)
    return inReach(Number(trailingYear[3]))
      ? quarter(Number(trailingYear[3]), Number(trailingYear[1] ?? trailingYear[2]))
      : null;
  const dated = /^(\d{4}|[零〇一二三四五六七八九]{4})(?:年度?|[-/.]?(?=Q[1-4](?:-Q?[1-4])?$|[1-4]Q$|H[12]$))(.*)$/.exec(
    text,
  );
  const spelled = dated ? (chineseNumeral(dated[1] ?? "") ?? Number(dated[1])) : defaultYear;
  if (!inReach(spelled)) return null;
  return withinYear(dated ? (dated[2] ?? "") : text, spelled, dated !== null);
}

function withinYear(text: string, year: number, isDated: boolean): Period | null {
  switch (text) {
    case "":
      return isDated ? yearOf(year) : null;
    case "全年":
    case "年度":
    case "今年":
    case "本年":
    case "年底":
    case "底":
    case "末":
    case "年末":
      return yearOf(year);
    case "上半年":
    case "半年":
    case "H1":
      return months(year, 1, 6);
    case "下半年":
    case "H2":
      return months(year, 7, MONTHS_IN_YEAR);
  }
  const english = /^(?:Q([1-4])|([1-4])Q)$/.exec(text);
  if (english) return quarter(year, Number(english[1] ?? english[2]));
  const englishRange = /^Q([1-4])-Q?([1-4])$/.exec(text);
  if (englishRange) return quarters(year, Number(englishRange[1]), Number(englishRange[2]));
  const quarterRange = QUARTER_RANGE.exec(text);
  if (quarterRange) {
    const first = quarterRange[3] === undefined ? smallNumber(quarterRange[1]) : 1;
    return quarters(year, first, smallNumber(quarterRange[3] ?? quarterRange[2]));
  }
  const oneQuarter = QUARTERS.exec(text);
  if (oneQuarter) {
    const number = smallNumber(oneQuarter[1]);
    return number >= 1 && number <= 4 ? quarter(year, number) : null;
  }
  const monthRange = MONTH_RANGE.exec(text);
  if (monthRange) {
    const first = monthRange[3] === undefined ? smallNumber(monthRange[1]) : 1;
    const last = smallNumber(monthRange[3] ?? monthRange[2]);
    return first >= 1 && last <= MONTHS_IN_YEAR && first <= last ? months(year, first, last) : null;
  }
  const month = MONTH.exec(text);
  if (month) return monthOf(year, smallNumber(month[1]));
  const date = DATE.exec(text);
  return date ? dayPeriod(year, smallNumber(date[1]), smallNumber(date[2])) : null;
}

const inReach = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
const smallNumber = (text: string | undefined) =>
  text === undefined ? NaN : /^\d+$/.test(text) ? Number(text) : (chineseNumeral(text) ?? NaN);

/** From the beginning of one quarter to the end of another; null where there are no such quarters, or NaN is given. */
function quarters(year: number, first: number, last: number): Period | null {
  const isInOrder = first >= 1 && last <= 4 && first <= last;
  return isInOrder ? months(year, first * MONTHS_IN_QUARTER - 2, last * MONTHS_IN_QUARTER) : null;
}

function monthOf(year: number, month: number): Period | null {
  return inReach(year) && month >= 1 && month <= MONTHS_IN_YEAR ? months(year, month, month) : null;
}

function dayPeriod(year: number, month: number, date: number): Period | null {
  if (!inReach(year) || month < 1 || month > MONTHS_IN_YEAR || date < 1 || date > daysIn(year, month)) return null;
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
