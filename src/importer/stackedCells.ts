/** Tables that a page gives cell by cell, each on a line of its own: 序号⏎任务⏎责任单位⏎1⏎新建学校3所⏎市教育局. */
import type { Span } from "./drafts";
import { roleOf } from "./tableLabels";
import { DEPARTMENT, PLACE } from "../core/tableWords";

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
  const lead = lines.slice(start, start + width).findIndex(({ text }) => roleOf(text) === "lead");
  let at = start + width;
  for (;;) {
    const first = lines[at];
    const listed = lead >= width - 2 ? rowOfUnits(lines, at, width, lead) : null;
    if (listed) {
      rows.push(listed.row);
      at = listed.end;
      continue;
    }
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

const LONGEST_UNIT = 16;
const MOST_UNITS = 20;
const isUnit = (text: string) => text.length <= LONGEST_UNIT && DEPARTMENT.test(text) && !/\d/u.test(text);
const isHelper = (text: string) =>
  isUnit(text) ||
  (text.length <= LONGEST_UNIT &&
    (PLACE.test(text) || /[会社校园]$|(?:企业|单位|部门)$|^(?:[/／—-]|无|各.{1,14})$/u.test(text)));

/** A row whose last cells are lists of units, each unit on a line of its own, and that may lack the cell merged with the one above. */
function rowOfUnits(
  lines: readonly Line[],
  start: number,
  width: number,
  lead: number,
): { row: RawRow; end: number } | null {
  const first = lines[start];
  if (first === undefined || !SERIAL.test(first.text)) return null;
  const places = [lead, ...Array.from({ length: lead - 2 }, (_, index) => lead - 1 - index)];
  const at = places.find((place) => place > 1 && isUnit(lines[start + place]?.text ?? ""));
  if (at === undefined || lines.slice(start + 1, start + at).some(({ text }) => !isCell(text) || SERIAL.test(text)))
    return null;
  let end = start + at + 1;
  while (end - start - at < MOST_UNITS && isHelper(lines[end]?.text ?? "")) end++;
  const next = lines[end];
  const isWhole =
    next === undefined || BLOCK.test(next.text) || REMARK.test(next.text) || numberIn(next) === numberIn(first) + 1;
  const isPlain = at === lead && end - start <= width;
  if (!isWhole || isPlain) return null;
  const blank = { text: "", span: [first.span[1], first.span[1]] as const };
  const units = lines.slice(start + at, end);
  const own = lead === width - 1 ? [units] : [units.slice(0, 1), units.slice(1)];
  const cells = [
    first,
    ...Array.from({ length: lead - at }, () => blank),
    ...lines.slice(start + 1, start + at),
    ...own.filter((each) => each.length > 0).map(joined),
  ];
  return { row: { cells, span: [first.span[0], units.at(-1)?.span[1] ?? first.span[1]] }, end };
}

function joined(lines: readonly Line[]): Line {
  const text = lines.map((line) => line.text).join("、");
  return { text, span: [lines[0]?.span[0] ?? 0, lines.at(-1)?.span[1] ?? 0] };
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
