/** A1 addresses, as people and formulas write them. */
import type { Area } from "./engine";

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** @example columnNumber("AB") // 27 */
export function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** @example addressOf({ row: 0, column: 0, rows: 2, columns: 2 }) // "A1:B2" */
export function addressOf({ row, column, rows, columns }: Rectangle): string {
  if (rows >= MOST_ROWS && columns >= MOST_COLUMNS) return `1:${MOST_ROWS}`;
  if (rows >= MOST_ROWS) return `${columnName(column)}:${columnName(column + columns - 1)}`;
  if (columns >= MOST_COLUMNS) return `${row + 1}:${row + rows}`;
  const first = columnName(column) + String(row + 1);
  const last = columnName(column + columns - 1) + String(row + rows);
  return first === last ? first : `${first}:${last}`;
}

const NEEDS_NO_QUOTES = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_CELL = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;

/** @example quotedSheet("我的 表") // "'我的 表'" */
export function quotedSheet(name: string): string {
  return NEEDS_NO_QUOTES.test(name) && !LOOKS_LIKE_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits "台账!C5" or "'我的 表'!A1" into the sheet's name and the rest; null when the quoting is broken. */
export function splitSheet(address: string): { sheet: string | null; cells: string } | null {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: null, cells: address };
  const written = address.slice(0, bang);
  const cells = address.slice(bang + 1);
  if (written.startsWith("'")) {
    if (written.length < 3 || !written.endsWith("'")) return null;
    return { sheet: written.slice(1, -1).replaceAll("''", "'"), cells };
  }
  return written ? { sheet: written, cells } : null;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

function corner(text: string): { row: number | null; column: number | null } | null {
  const cell = CELL.exec(text);
  const column = cell?.[1] ?? COLUMN.exec(text)?.[1];
  const row = cell?.[2] ?? ROW.exec(text)?.[1];
  if (column === undefined && row === undefined) return null;
  const place = {
    row: row === undefined ? null : Number(row) - 1,
    column: column === undefined ? null : columnNumber(column),
  };
  if (place.row !== null && (place.row < 0 || place.row >= MOST_ROWS)) return null;
  if (place.column !== null && place.column >= MOST_COLUMNS) return null;
  return place;
}

/** @example parseCells("B2:C3") // { row: 1, column: 1, rows: 2, columns: 2 } */
export function parseCells(cells: string): Rectangle | null {
  const [left = "", right, ...rest] = cells.trim().split(":");
  if (rest.length) return null;
  const first = corner(left);
  const last = right === undefined ? first : corner(right);
  if (!first || !last) return null;
  // "A" and "5" alone are no addresses; "A:C" and "2:5" are.
  if (right === undefined && (first.row === null || first.column === null)) return null;
  if ((first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null)) return null;
  const rows = [first.row ?? 0, last.row ?? MOST_ROWS - 1];
  const columns = [first.column ?? 0, last.column ?? MOST_COLUMNS - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

export function intersection(first: Area, second: Area): Area | null {
  if (first.sheet !== second.sheet) return null;
  const row = Math.max(first.row, second.row);
  const column = Math.max(first.column, second.column);
  const rows = Math.min(first.row + first.rows, second.row + second.rows) - row;
  const columns = Math.min(first.column + first.columns, second.column + second.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: first.sheet, row, column, rows, columns } : null;
}

/** What is left of `area` when `hole` is cut out: at most four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const pieces: Area[] = [];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  if (cut.row > area.row) pieces.push({ ...area, rows: cut.row - area.row });
  if (cut.row + cut.rows < bottom) pieces.push({ ...area, row: cut.row + cut.rows, rows: bottom - cut.row - cut.rows });
  if (cut.column > area.column)
    pieces.push({ ...area, row: cut.row, rows: cut.rows, columns: cut.column - area.column });
  if (cut.column + cut.columns < right)
    pieces.push({
      ...area,
      row: cut.row,
      rows: cut.rows,
      column: cut.column + cut.columns,
      columns: right - cut.column - cut.columns,
    });
  return pieces;
}

/**
 * A formula that names sheets by their new names.
 * @param names old name to new
 * @example retargeted("=台账!A1&\"台账!\"", new Map([["台账", "台账 (2)"]])) // "='台账 (2)'!A1&\"台账!\""
 */
export function retargeted(formula: string, names: ReadonlyMap<string, string>): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu, (found, quoted, plain) => {
    const name = (
      (quoted as string | undefined)?.replaceAll("''", "'") ?? (plain as string | undefined)
    )?.toLowerCase();
    const now = [...names].find(([before]) => before.toLowerCase() === name)?.[1];
    return now === undefined ? found : `${quotedSheet(now)}!`;
  });
}
