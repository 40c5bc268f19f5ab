/** Cells that a change writes into, as they are held before it: so that it can be taken back. */
import type { Block } from "../sheets/plan";
import type { CellValue } from "../sheets/standingLedger";
import { rangeOf } from "./applyPlan";
import type { KeptCells } from "./backup";
import { contentAsTyped } from "./contentAsTyped";

/** What was loaded of a block's cells. */
type Held = Pick<Excel.Range, "formulas" | "values">;

/**
 * What to keep of a block, a column each: by its place, for what is written stands there for one request.
 * @param format its number format, where that changes too
 */
export function heldCells(sheet: string, block: Block, { formulas, values }: Held, format?: string): KeptCells[] {
  return Array.from({ length: block.columns }, (_, at) => ({
    sheet,
    column: block.column + at,
    idColumn: block.column + at,
    cells: (formulas as CellValue[][]).map((row, line): KeptCells["cells"][number] => [
      block.row + line,
      "",
      contentAsTyped(row[at] ?? "", (values as CellValue[][])[line]?.[at] ?? ""),
    ]),
    ...(format === undefined ? {} : { format }),
  }));
}

/** Asks for what blocks of a sheet hold, in the request that comes next. @returns what to keep, once that was answered */
export function askForHeld(
  sheet: Excel.Worksheet,
  blocks: readonly (Block & { readonly keepsFormat?: boolean })[],
): (sheetId: string) => KeptCells[] {
  const looked = blocks.map((block) => {
    const range = rangeOf(sheet, block);
    range.load(block.keepsFormat ? "formulas,values,numberFormat" : "formulas,values");
    return { block, range };
  });
  return (sheetId) =>
    looked.flatMap(({ block, range }) =>
      heldCells(sheetId, block, range, block.keepsFormat ? (range.numberFormat as string[][])[0]?.[0] : undefined),
    );
}
