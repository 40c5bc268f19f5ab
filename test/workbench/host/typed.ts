/**
 * What Excel makes of something typed into a cell. Values written through the API go the same way: "9%" becomes 0.09 shown as 9%,
 * "2024-06-30" a date, "'001" the text 001.
 */
import { numfmt } from "@univerjs/core";
import type { CellInput } from "../engine/engine";

export interface Typed {
  readonly input: CellInput;
  /** The number format that comes with it when the cell has none of its own. */
  readonly numberFormat: string | null;
}

const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i;
const CHINESE_DATE = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/;
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

export function typed(value: unknown, numberFormat: string): Typed {
  if (typeof value === "number" || typeof value === "boolean") return { input: { value }, numberFormat: null };
  const written = String(value ?? "");
  if (written === "") return { input: { value: null }, numberFormat: null };
  if (written.startsWith("'")) return { input: { value: written.slice(1), isText: true }, numberFormat: null };
  if (numberFormat === TEXT_FORMAT) return { input: { value: written, isText: true }, numberFormat: null };
  if (written.startsWith("=") && written.length > 1) return { input: { formula: written }, numberFormat: null };
  if (ERROR_TEXT.test(written)) return { input: { value: written.toUpperCase() }, numberFormat: null };
  const chinese = CHINESE_DATE.exec(written);
  if (chinese) {
    const day = serial(Number(chinese[1]), Number(chinese[2]), Number(chinese[3] ?? 1));
    if (day !== null)
      return { input: { value: day }, numberFormat: chinese[3] ? 'yyyy"年"m"月"d"日"' : 'yyyy"年"m"月"' };
  }
  const parsed = numfmt.parseValue(written);
  if (!parsed || typeof parsed.v === "string") return { input: { value: written }, numberFormat: null };
  return { input: { value: parsed.v }, numberFormat: shownAs(parsed.z, written) };
}
