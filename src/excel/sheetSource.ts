/** The sheet 承诺目录 of a workbook: written from a catalog, and read as one, with messages beside its rows. */
import type { Catalog } from "../core/types";
import { HEADINGS } from "../sheets/catalogGrid";
import { readGrid, type ReadGrid } from "../sheets/catalogGridRead";
import { CATALOG_SHEET, catalogSheet, messagesBeside } from "../sheets/catalogSheet";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished, newBackup } from "./backup";
import { carryOut } from "./change";
import { Portions, writeContent } from "./portions";
import { askForHeld } from "./heldCells";
import { openFor, sheetsToWrite } from "./protection";
import { measure, readMeasured, type ReadSheet } from "./readSheets";
import { inTurn } from "./writingQueue";

export type SheetMade =
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly rows: number } };

/**
 * Makes the sheet of a catalog.
 * @param placement what to do where a sheet of the name stands: ask, make another, or put the new one in its place
 */
export function makeCatalogSheet(
  context: Excel.RequestContext,
  catalog: Catalog,
  placement: "ask" | "newSheet" | "replace",
): Promise<SheetMade> {
  return inTurn(["catalogSheet", catalog.id, placement], async () => {
    const unfinished = lookForUnfinished(context);
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    await context.sync();
    await unfinished.mustBeNone();
    const names = sheets.items.map(({ name }) => name);
    const freeName = firstFreeName(CATALOG_SHEET, names);
    const isOccupied = freeName !== CATALOG_SHEET;
    if (isOccupied && placement === "ask") return { occupied: { name: CATALOG_SHEET, freeName } };
    const takesPlace = isOccupied && placement === "replace";
    const name = takesPlace ? CATALOG_SHEET : freeName;
    await placeSheet(context, "catalogSheet", catalogSheet(catalog, name), takesPlace ? CATALOG_SHEET : null);
    return { made: { name, rows: catalog.commitments.length } };
  });
}

/** What came of reading a sheet. */
export interface CheckedSheet {
  readonly name: string;
  readonly read: ReadGrid;
}

/** The sheets that hold a catalog by their headings, in their order. */
export async function catalogSheets(context: Excel.RequestContext): Promise<string[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const tops = sheets.items.map((sheet) => {
    const top = sheet.getRangeByIndexes(0, 0, LOOKED_AT, HEADINGS.length);
    top.load("values");
    return { name: sheet.name, top };
  });
  await context.sync();
  return tops.flatMap(({ name, top }) => (readGrid(top.values as string[][]).headings === null ? [] : [name]));
}
const LOOKED_AT = 12; // rows in which headings are looked for

/**
 * Reads a sheet as a catalog and writes beside each row what is wrong in it.
 * @throws ItemNotFound of Excel where the sheet is gone
 */
export function checkCatalogSheet(context: Excel.RequestContext, name: string): Promise<CheckedSheet> {
  return inTurn(["checkCatalogSheet", name], async () => {
    const unfinished = lookForUnfinished(context);
    const measured = measure(context.workbook.worksheets.getItem(name), name);
    await context.sync();
    await unfinished.mustBeNone();
    const [sheet] = await readMeasured(context, [measured], { valuesOnly: true });
    const grid = sheet ? gridOf(sheet) : [];
    const read = readGrid(grid);
    const { headings } = read;
    if (headings !== null && sheet) {
      const messages = messagesBeside(read, grid.length);
      const [row, column] = [headings.row + 1 + sheet.row, headings.check + sheet.column];
      const standing = context.workbook.worksheets.getItem(name);
      const held = askForHeld(
        standing,
        messages.length > 0 ? [{ row, column, rows: messages.length, columns: 1 }] : [],
      );
      const [written] = await sheetsToWrite(context, [name]);
      const protections = written?.protection ? [written.protection] : [];
      const kept = written ? held(written.id) : [];
      await carryOut(context, newBackup("catalogSheet", name, { protections, cells: kept }), async (keeper) => {
        keeper.put();
        const open = openFor(context, protections);
        await writeContent(
          new Portions(context, open),
          standing,
          messages.map((message) => [message]),
          { row, column },
        );
        open.close();
        await context.sync();
      });
    }
    return { name, read };
  });
}

const gridOf = ({ values }: ReadSheet): (string | number)[][] =>
  values.map((row) => row.map((value) => (typeof value === "number" ? value : String(value))));
