/** Tables that a page gives cell by cell, each on a line of its own: 序号⏎任务⏎责任单位⏎1⏎新建学校3所⏎市教育局. */
import type { Span } from "./drafts";
import { roleOf } from "./tableLabels";

/** A row as it is cut out of a text. */
export interface RawRow {
  readonly cells: readonly { readonly text: string; readonly span: Span }[];
  readonly span: Span;
}

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 12;
const LONGEST_LABEL = 16;
const LONGEST_CELL = 600;
const SERIAL = /^\d{1,4}[.．、]?$/;
/** 一、主要预期目标: over a block of rows. */
const BLOCK = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

interface Line {
  readonly text: string;
  readonly span: Span;
}

/** The rows of each such table, its header first. A header begins with 序号, and each row with its number. */
export function stackedRows(text: string): RawRow[][] {
  if (!/(?:^|\n)[\s　]*(?:序号?|编号|项次)[\s　]*\n/u.test(text)) return [];
  const lines = filledLines(text);
  const tables: RawRow[][] = [];
  for (let at = 0; at < lines.length; at++) {
    const width = headerWidth(lines, at);
    if (width === 0) continue;
    const { rows, end } = rowsFrom(lines, at, width);
    if (rows.length < 2) continue;
    tables.push(rows);
    at = end - 1;
  }
  return tables;
}

function filledLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const written of text.split("\n")) {
    const own = written.trim();
    const from = start + written.indexOf(own);
    if (own !== "") lines.push({ text: own, span: [from, from + own.length] });
    start += written.length + 1;
  }
  return lines;
}

/** How many labels stand below each other from here on, up to the number of the first row; 0 where this is no header. */
function headerWidth(lines: readonly Line[], start: number): number {
  if (roleOf(lines[start]?.text ?? "") !== "serial") return 0;
  let end = start + 1;
  while (end - start < MOST_COLUMNS && isLabel(lines[end]?.text ?? "")) end++;
  const roles = lines.slice(start, end).map((line) => roleOf(line.text));
  const isOfTasks = roles.includes("indicator") && roles.some((role) => role === "lead" || role === "target");
  return end - start >= FEWEST_COLUMNS && isOfTasks ? end - start : 0;
}
const isLabel = (text: string) =>
  text !== "" && text.length <= LONGEST_LABEL && !SERIAL.test(text) && !BLOCK.test(text) && roleOf(text) !== null;

/** The rows of a table of so many columns: a row that has more cells is none of it. */
function rowsFrom(lines: readonly Line[], start: number, width: number): { rows: RawRow[]; end: number } {
  const rows: RawRow[] = [rowOf(lines.slice(start, start + width))];
  let at = start + width;
  for (;;) {
    const first = lines[at];
    if (first && BLOCK.test(first.text) && first.text.length <= LONGEST_LABEL * 3) {
      rows.push(rowOf([first]));
      at++;
      continue;
    }
    const end = first && SERIAL.test(first.text) ? rowEnd(lines, at, width) : at;
    if (end - at < 2) break;
    rows.push(rowOf(lines.slice(at, end)));
    at = end;
  }
  return { rows, end: at };
}

/** Where the row that begins with its number ends: behind all its cells, or before the next number where its last ones are blank. */
function rowEnd(lines: readonly Line[], start: number, width: number): number {
  const own = numberIn(lines[start]);
  let end = start + 1;
  while (end < lines.length && end - start < width && isCell(lines[end]?.text ?? "")) {
    // 20 may be a figure, or the number of the next row.
    if (end - start > 1 && numberIn(lines[end]) === own + 1 && !isNextRow(lines, start + width, own)) break;
    end++;
  }
  return end;
}
/** Whether a row of full width would be followed by another, or by the end. */
function isNextRow(lines: readonly Line[], at: number, own: number): boolean {
  const next = lines[at];
  return next === undefined || BLOCK.test(next.text) || numberIn(next) > own;
}
const numberIn = (line: Line | undefined) => (line && SERIAL.test(line.text) ? parseInt(line.text, 10) : NaN);
const isCell = (text: string) => !BLOCK.test(text) && !REMARK.test(text) && text.length <= LONGEST_CELL;
const REMARK = /^(?:说明|注|备注|附注)[：:]/u;

function rowOf(lines: readonly Line[]): RawRow {
  const [first] = lines;
  const last = lines.at(-1);
  return {
    cells: lines.map(({ text, span }) => ({ text, span })),
    span: [first?.span[0] ?? 0, last?.span[1] ?? 0],
  };
}
