/** Tables as CSV (RFC 4180): what is written is read again to the last character, and no text of it is a formula to whoever opens it. */
import { atOnce, type Steps } from "../core/steps";
import type { CellValue } from "./standingLedger";

const ROWS_A_STEP = 500;

/** What a spreadsheet takes for a formula, in full width too; and our own mark, so that nothing is taken for it. */
const NEEDS_MARK = /^[=+\-@＝＋－＠\t\r\n']/;
const BYTE_ORDER_MARK = "\ufeff"; // without it Excel reads Chinese in the old encoding

/** Rows as CSV, for Excel: with its mark in front and CRLF. */
export function csvOf(rows: readonly (readonly CellValue[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

function written(value: CellValue): string {
  if (typeof value !== "string") return String(value);
  const safe = NEEDS_MARK.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a CSV text; every value is a text. A quotation mark that is never closed ends with the text. */
export const rowsOfCsv = (text: string): string[][] => atOnce(csvSteps(text));

/** The same in steps. */
export function* csvSteps(text: string): Steps<string[][]> {
  const rows: string[][] = [];
  let row: string[] = [];
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const field = /(?:"((?:[^"]|"")*)(?:"|$)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (field.lastIndex < body.length) {
    const [, quoted, rest = "", bare = "", end] = field.exec(body) ?? [];
    const value = quoted === undefined ? bare : quoted.replaceAll('""', '"') + rest;
    row.push(value.startsWith("'") ? value.slice(1) : value);
    if (end === ",") {
      if (field.lastIndex >= body.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
    if (rows.length % ROWS_A_STEP === 0) yield field.lastIndex / body.length;
  }
  return rows;
}
