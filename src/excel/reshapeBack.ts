/** The columns of a ledger that was to go on by another rhythm, made what they were before. Columns and rows from 0. */
import { beforeOf, placedBy, type ColumnsIn, type Move } from "../sheets/columnsIn";
import { addressOf, columnName, type Block } from "../sheets/plan";
import type { Reshape } from "../sheets/reshapedLedger";
import type { CellValue } from "../sheets/standingLedger";
import { rangeOf } from "./applyPlan";
import type { ReadSheet } from "./readSheets";

/** What taking it back needs; places are as they are afterwards, if not said otherwise. */
export interface ReshapedColumns extends Pick<Reshape, "insertions" | "header" | "renamed" | "moves"> {
  /** Columns that were on show before, and those that were hidden, as they were counted then. */
  readonly visible: readonly number[];
  readonly concealed: readonly number[];
  /** Columns that come back into use, as they were counted before. */
  readonly back: readonly number[];
  /** The cells whose drop-down or warning becomes another, as they were counted before. */
  readonly settings: readonly Block[];
  readonly paper: string;
}

/** A whole column. */
export const columnAt = (sheet: Excel.Worksheet, column: number): Excel.Range =>
  sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();

/** How far a ledger had got when it is to be made what it was. */
export interface ColumnsDone {
  readonly insertions: readonly ColumnsIn[];
  readonly moves: readonly Move[];
}

/**
 * How many of the columns had come in and how many cells had moved. They are worked off in their order.
 * @throws where somebody has put columns in meanwhile
 */
export function columnsDone(
  { header, insertions, renamed, moves }: ReshapedColumns,
  now: ReadSheet,
  before: ReadSheet,
): ColumnsDone {
  const others = headingsOf(before, header).filter(([place, text]) => text !== "" && !renamed.includes(place));
  const present = new Map(headingsOf(now, header));
  for (let done = insertions.length; done >= 0; done--) {
    const placed = placedBy(insertions.slice(0, done));
    if (!others.every(([place, text]) => present.get(placed(place)) === text)) continue;
    if (done < insertions.length) return { insertions: insertions.slice(0, done), moves: [] };
    return { insertions, moves: moves.slice(0, movesDone(moves, insertions, now, before)) };
  }
  throw new Error("the columns are not where they were");
}

/** Makes the columns what they were, before contents are written back, in the request that comes next. */
export function reshapeBack(
  sheet: Excel.Worksheet,
  copy: Excel.Worksheet,
  { header, visible, concealed, back, settings, paper }: ReshapedColumns,
  { insertions, moves }: ColumnsDone,
  before: ReadSheet,
): void {
  for (const { from, to } of [...moves].reverse()) rangeOf(sheet, to).moveTo(rangeOf(sheet, from));
  const placed = placedBy(insertions);
  for (const each of insertions) {
    const [first, last] = [placed(each.before) - each.columns, placed(each.before) - 1];
    sheet.getRange(`${columnName(first)}:${columnName(last)}`).delete("Left");
  }
  const as = (block: Block, what: "Formats" | "All") => rangeOf(sheet, block).copyFrom(rangeOf(copy, block), what);
  const columns = before.column + (before.texts[0]?.length ?? 0);
  as({ row: 0, column: 0, rows: header, columns }, "Formats");
  for (const column of back) as(bodyOf(column, header, before), "All");
  for (const block of settings) as(block, "All");
  for (const column of visible) columnAt(sheet, column).columnHidden = false;
  for (const column of concealed) columnAt(sheet, column).columnHidden = true;
  sheet.pageLayout.paperSize = paper as Excel.PaperType;
}

/** The cells below the headings of a column. */
export const bodyOf = (column: number, header: number, { row, texts }: ReadSheet): Block => ({
  row: header,
  column,
  rows: row + texts.length - header,
  columns: 1,
});

const headingsOf = ({ row, column, texts }: ReadSheet, header: number): [number, string][] =>
  (texts[header - row] ?? []).map((text, at) => [column + at, text]);

/** What a cell holds, as far as moves tell: formulas are written anew. */
function heldAt({ row, column, formulas }: ReadSheet, block: Block): CellValue {
  const held = formulas[block.row - row]?.[block.column - column] ?? "";
  return typeof held === "string" && held.startsWith("=") ? "=" : held;
}

function movesDone(
  moves: readonly Move[],
  insertions: readonly ColumnsIn[],
  now: ReadSheet,
  before: ReadSheet,
): number {
  const place = beforeOf(insertions);
  const held = new Map<string, CellValue>();
  const cells = moves.flatMap(({ from, to }) => [from, to]);
  for (const block of cells) {
    const column = place(block.column);
    held.set(addressOf(block), column === null ? "" : heldAt(before, { ...block, column }));
  }
  let done = 0;
  for (const [at, { from, to }] of moves.entries()) {
    held.set(addressOf(to), held.get(addressOf(from)) ?? "");
    held.set(addressOf(from), "");
    if (cells.every((block) => heldAt(now, block) === held.get(addressOf(block)))) done = at + 1;
  }
  return done;
}
