/**
 * What Excel makes of something typed into a cell. Values written through the API go the same way: "9%" becomes 0.09 shown as 9%,
 * "2024-06-30" a date, "'001" the text 001, "-A1" a formula. Only dates in Chinese stay text there, since the API reads American.
 */
import { numfmt } from "@univerjs/core";
import type { CellInput } from "../engine/engine";

export interface Typed {
  readonly input: CellInput;
  /** The number format that comes with it when the cell has none of its own. */
  readonly numberFormat: string | null;
}

const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i;
const CHINESE_DATE = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/;
/** What begins a formula, blanks and line ends before it or not; + and - only where no number follows that can be read. */
const FORMULA = /^[\t\r\n ]*([=+\-@])([\s\S]+)$/;
const TEXT_FORMAT = "@";

/** Day 1 is 1 January 1900; Excel counts a 29 February 1900 that never was. */
function serial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** How Chinese Excel shows what was typed in another notation. */
function shownAs(pattern: string | undefined, typed: string): string | null {
  if (!pattern || pattern === "General") return null;
  if (pattern.includes("%")) return typed.includes(".") ? "0.00%" : "0%";
  if (/[ymd]/i.test(pattern) && !/[hs]/i.test(pattern))
    return /^\d{1,2}[-/]\d{1,2}$/.test(typed.trim()) ? 'm"月"d"日"' : "yyyy/m/d";
  return pattern;
}

/** A day as Chinese Excel reads it: 2024年6月30日, 2024年6月, 6月30日 (of this year). */
function chineseDate(written: string): Typed | null {
  const [, year, month, day] = CHINESE_DATE.exec(written) ?? [];
  if (month === undefined || (year === undefined && day === undefined)) return null;
  const value = serial(Number(year ?? new Date().getFullYear()), Number(month), Number(day ?? 1));
  if (value === null) return null;
  return {
    input: { value },
    numberFormat: [year && 'yyyy"年"', 'm"月"', day && 'd"日"'].filter((part) => part !== undefined).join(""),
  };
}

/** "+A1" and "-教育局" begin formulas as "=" does; "@SUM(A1)" is one of the old days, without the mark. */
function formulaIn(written: string): string | null {
  const [, mark = "", rest = ""] = FORMULA.exec(written) ?? [];
  if (mark === "") return null;
  return mark === "+" || mark === "-" ? `=${mark}${rest}` : `=${rest}`;
}

/** @param by who enters it: a person at the keyboard, or an add-in through `values` and `formulas` */
export function typed(value: unknown, numberFormat: string, by: "person" | "add-in" = "person"): Typed {
  if (typeof value === "number" || typeof value === "boolean") return { input: { value }, numberFormat: null };
  const written = typeof value === "string" ? value : "";
  if (written === "") return { input: { value: null }, numberFormat: null };
  if (written.startsWith("'")) return { input: { value: written.slice(1), isText: true }, numberFormat: null };
  if (numberFormat === TEXT_FORMAT) return { input: { value: written, isText: true }, numberFormat: null };
  if (ERROR_TEXT.test(written)) return { input: { value: written.toUpperCase() }, numberFormat: null };
  const date = by === "person" ? chineseDate(written) : null;
  if (date) return date;
  const parsed = written.startsWith("=") ? null : numfmt.parseValue(written);
  if (parsed && typeof parsed.v !== "string")
    return { input: { value: parsed.v }, numberFormat: shownAs(parsed.z, written) };
  const formula = formulaIn(written);
  return { input: formula === null ? { value: written } : { formula }, numberFormat: null };
}
