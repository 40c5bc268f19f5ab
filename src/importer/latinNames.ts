/** What stands right before a figure: letters in PM2.5 and B737 make one name with it, in 除颤器（AED40台 they name what is counted. */

/** AED40台, LED灯 apart: two capitals or more, closed by what counts machines and nothing that has a model number. */
const LETTERS = /(?:^|[^A-Za-z\d-])(?!PM|ISO|GB|MA|ARJ|COP|HPV|NQI|QS|DN|PN|JG|CJ|HJ)[A-Z]{2,5}$/;
const COUNTED = /^(?:台套?|套|盏|张|部)(?![\u4e00-\u9fff]{0,6}(?:型|系列))/u;
const LONGEST = 7;

/** @param end where the digits at `at` end @example isCountedBehind("AED40台", 3, 5) // true */
export function isCountedBehind(text: string, at: number, end: number): boolean {
  return (
    text.slice(at - 4, at) === "占GDP" ||
    (COUNTED.test(text.slice(end, end + 12)) && LETTERS.test(text.slice(Math.max(0, at - LONGEST), at)))
  );
}

/** 2.50个 at a line's head, 目前12座: behind these signs of a joined number a figure begins after all. */
export const NOT_JOINED = /(?:^|\n)[ \u3000]*\d{1,2}\.$|[目日此]前$/u;
