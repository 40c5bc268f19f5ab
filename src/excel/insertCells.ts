/** Putting a few cells beside each other, from the selected one on, without losing what a person typed. */
import { addressOf } from "../sheets/plan";
import { lookForUnfinished, newBackup } from "./backup";
import { carryOut } from "./change";
import { heldCells } from "./heldCells";
import { inTurn } from "./writingQueue";

export interface Inserted {
  readonly sheet: string;
  /** Of the cells, without the sheet. */
  readonly address: string;
  /** What stands in their way: nothing was written where there is any and it may not be replaced. */
  readonly present: readonly string[];
}

/**
 * Writes one row of cells from the active cell on; one request to look, two to write.
 * @param at the sheet and the cells, where a person was asked about them; null for the selected cell
 * @param mayReplace whether what stands there may go
 */
export function insertCells(
  context: Excel.RequestContext,
  content: readonly (string | number)[],
  mayReplace: boolean,
  at: Pick<Inserted, "sheet" | "address"> | null = null,
): Promise<Inserted> {
  return inTurn(["insert", content, mayReplace, at], async () => {
    const unfinished = lookForUnfinished(context);
    const active = at
      ? context.workbook.worksheets.getItem(at.sheet).getRange(at.address).getCell(0, 0)
      : context.workbook.getActiveCell();
    active.load("rowIndex,columnIndex");
    const range = active.getResizedRange(0, content.length - 1);
    range.load("formulas,values,text");
    const sheet = active.worksheet;
    sheet.load("id,name");
    await context.sync();
    await unfinished.mustBeNone();
    const texts = range.text[0] ?? [];
    const formulas = (range.formulas[0] ?? []).map(String);
    const present = formulas.flatMap((formula, index) => (formula === "" ? [] : [texts[index] || formula]));
    const block = { row: active.rowIndex, column: active.columnIndex, rows: 1, columns: content.length };
    const inserted = { sheet: sheet.name, address: addressOf(block), present };
    if (present.length > 0 && !mayReplace) return inserted;
    const cells = heldCells(sheet.id, block, range);
    await carryOut(context, newBackup("insert", sheet.name, { cells }), async (keeper) => {
      keeper.put();
      range.formulas = [[...content]];
      await context.sync();
    });
    return { ...inserted, present: [] };
  });
}

/** A selected cell as a formula may name it, and what it holds. */
interface PickedCell {
  /** With its sheet, where that is another than `from`. */
  readonly reference: string;
  readonly text: string;
}

/** The active cell, to be named in a formula. One request. */
export async function pickCell(context: Excel.RequestContext): Promise<PickedCell & { readonly sheet: string }> {
  const cell = context.workbook.getActiveCell();
  cell.load("address,text");
  const sheet = cell.worksheet;
  sheet.load("name");
  await context.sync();
  return { reference: cell.address, text: cell.text[0]?.[0] ?? "", sheet: sheet.name };
}

/** What the cells named hold now; null for what is no reference. One request. */
export async function valuesOf(
  context: Excel.RequestContext,
  references: readonly (string | null)[],
): Promise<(string | number | boolean | null)[]> {
  const ranges = references.map((reference) => {
    if (reference === null) return null;
    const bang = reference.lastIndexOf("!");
    const sheet = reference.slice(0, bang).replace(/^'|'$/g, "").replaceAll("''", "'");
    const range = context.workbook.worksheets.getItem(sheet).getRange(reference.slice(bang + 1));
    range.load("values");
    return range;
  });
  await context.sync();
  return ranges.map((range) => {
    const value = range?.values[0]?.[0] as string | number | boolean | undefined;
    return value === undefined || value === "" ? null : value;
  });
}
