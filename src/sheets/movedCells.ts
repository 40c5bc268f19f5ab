/** The cells of a sheet as they will read once columns have come in and cells have been moved or written into. */
import { placedBy, type ColumnsIn, type Move } from "./columnsIn";
import { addressOf, columnName, columnOf, type Block, type Content } from "./plan";
import type { CellValue, SheetCells } from "./standingLedger";

/** With columns put in; formulas speak of what they spoke of. @param insertions from right to left */
export function widened(cells: SheetCells, insertions: readonly ColumnsIn[]): SheetCells {
  const placed = placedBy(insertions);
  const wide = <V>(rows: readonly (readonly V[])[], blank: V): V[][] =>
    rows.map((row) => {
      const found = [...row];
      for (const { before, columns } of insertions)
        if (before - cells.column <= found.length)
          found.splice(Math.max(0, before - cells.column), 0, ...Array.from({ length: columns }, () => blank));
      return found;
    });
  const { formulas } = cells;
  return {
    ...cells,
    values: wide(cells.values, ""),
    texts: wide(cells.texts, ""),
    ...(formulas
      ? {
          formulas: wide(formulas, "").map((row) =>
            row.map((content) => (typeof content === "string" ? withPlaces(content, placed) : content)),
          ),
        }
      : {}),
  };
}

/** A formula in which each cell's column has become another. @example withPlaces("=$G6+H$7", (at) => at + 1) // "=$H6+I$7" */
function withPlaces(formula: string, placed: (column: number) => number): string {
  if (!formula.startsWith("=")) return formula;
  return formula.replace(
    /(?<![\p{L}\p{N}_."'!$])(\$?)([A-Z]{1,3})(\$?\d+)(?![\p{L}\p{N}_.(])/gu,
    (_, fix: string, letters: string, row: string) => `${fix}${columnName(placed(columnOf(letters)))}${row}`,
  );
}

/** Rows of their own, to be written into. */
function copied({ texts, values, formulas }: SheetCells) {
  const rows = <V>(grid: readonly (readonly V[])[]): V[][] => grid.map((row) => [...row]);
  return { texts: rows(texts), values: rows(values), ...(formulas ? { formulas: rows(formulas) } : {}) };
}

/** With a text written into some cells. */
export function withTexts(
  cells: SheetCells,
  writes: readonly { readonly block: Block; readonly content: readonly (readonly (Content | null)[])[] }[],
): SheetCells {
  const written = copied(cells);
  for (const { block, content } of writes) {
    const [row, column] = [block.row - cells.row, block.column - cells.column];
    const text = String(content[0]?.[0] ?? "");
    for (const grid of [written.texts, written.values, written.formulas]) {
      const line = grid?.[row];
      if (line) line[column] = text;
    }
  }
  return { ...cells, ...written };
}

/** Moves in an order in which each comes to an empty cell, and the cells then; those that never can are left out. */
export function movedOn(cells: SheetCells, wanted: readonly Move[]): { moves: Move[]; cells: SheetCells } {
  const moved = copied(cells);
  const { texts, values, formulas } = moved;
  const at = <V>(grid: V[][] | undefined, { row, column }: Block): V | undefined =>
    grid?.[row - cells.row]?.[column - cells.column];
  const shift = <V>(grid: V[][] | undefined, { from, to }: Move, blank: V) => {
    const [source, target] = [grid?.[from.row - cells.row], grid?.[to.row - cells.row]];
    if (!source || !target) return;
    target[to.column - cells.column] = source[from.column - cells.column] ?? blank;
    source[from.column - cells.column] = blank;
  };
  const isFree = (block: Block) => (at<CellValue>(formulas, block) ?? at(texts, block)) === "";
  let pending = wanted.filter(({ from, to }) => addressOf(from) !== addressOf(to));
  const moves: Move[] = [];
  for (let next = pending.find(({ to }) => isFree(to)); next; next = pending.find(({ to }) => isFree(to))) {
    const move = next;
    pending = pending.filter((each) => each !== move);
    moves.push(move);
    shift(texts, move, "");
    shift<CellValue>(values, move, "");
    shift<CellValue>(formulas, move, "");
  }
  return { moves, cells: { ...cells, ...moved } };
}

/** An area of cells in a formula, perhaps behind the name of a sheet. */
const AREA = /(?:('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?\b([A-Z]{1,3})\$?\d*:\$?([A-Z]{1,3})\$?\d*(?![\p{L}\p{N}_(])/gu;

/**
 * Whether a formula speaks of an area of a sheet into which columns come.
 * @param own whether the formula stands on that sheet
 * @example takesInColumns("=SUM(台账!G6:H6)", "台账", false, [{ before: 7, columns: 2 }]) // true
 */
export function takesInColumns(
  formula: string,
  sheet: string,
  own: boolean,
  insertions: readonly ColumnsIn[],
): boolean {
  return [...formula.matchAll(AREA)].some(([, named, first = "", last = ""]) => {
    const name = named?.startsWith("'") ? named.slice(1, -1).replaceAll("''", "'") : named;
    if (name === undefined ? !own : name.toLowerCase() !== sheet.toLowerCase()) return false;
    const [from, to] = [columnOf(first), columnOf(last)].sort((one, other) => one - other) as [number, number];
    return insertions.some(({ before }) => from < before && before <= to);
  });
}
