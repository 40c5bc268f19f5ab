/**
 * Reading what sheets hold, however large they are: Excel on the web refuses an answer of more than 5 MB. Blank cells that are only
 * formatted do not count, and there is a ceiling: one value in the last row of a sheet makes millions of cells "used".
 */
import type { CellValue, SheetCells } from "../sheets/standingLedger";
import { stepped } from "./underWay";

/** A sheet's used cells, with their formulas; none where the sheet is empty or too large. */
export interface ReadSheet extends SheetCells {
  readonly formulas: readonly (readonly CellValue[])[];
  readonly isProtected: boolean;
  /** More cells than anybody would wait for were left unread. */
  readonly isTooLarge: boolean;
}

/** A sheet and the extent of its used cells. */
export interface MeasuredSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly used: Excel.Range;
}

export interface ReadOptions {
  /** Only so many rows from the first used one. */
  readonly rows?: number;
  /** Only values, which then stand for the texts too. */
  readonly valuesOnly?: boolean;
}

/** Reads every sheet: one request to list them, one to measure them, and one for about every thirty thousand cells. */
export async function readSheets(context: Excel.RequestContext): Promise<ReadSheet[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const measured = sheets.items.map((sheet) => measure(sheet, sheet.name));
  await context.sync();
  return readMeasured(context, measured);
}

/** Reads these sheets, by their ids or names; one that is gone meanwhile is left out. */
export async function readSomeSheets(context: Excel.RequestContext, wanted: readonly string[]): Promise<ReadSheet[]> {
  const sheets = wanted.map((each) => context.workbook.worksheets.getItemOrNullObject(each));
  for (const sheet of sheets) sheet.load("name");
  await context.sync();
  const there = sheets.filter(({ isNullObject }) => !isNullObject);
  const measured = there.map((sheet) => measure(sheet, sheet.name));
  await context.sync();
  return readMeasured(context, measured);
}

/** Whether no sheet holds anything. Two requests. */
export async function isWorkbookEmpty(context: Excel.RequestContext): Promise<boolean> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const measured = sheets.items.map((sheet) => measure(sheet, sheet.name));
  await context.sync();
  return measured.every(({ used }) => used.isNullObject);
}

/** Asks for the extent of a sheet's used cells; known after the caller's sync. */
export function measure(sheet: Excel.Worksheet, name: string): MeasuredSheet {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  sheet.protection.load("protected");
  return { sheet, name, used };
}

/** Reads sheets that were measured, in as many requests as the answers need. */
export async function readMeasured(
  context: Excel.RequestContext,
  measured: readonly MeasuredSheet[],
  { rows: most = Infinity, valuesOnly = false }: ReadOptions = {},
): Promise<ReadSheet[]> {
  const isTooLarge = ({ used }: MeasuredSheet) =>
    !used.isNullObject && Math.min(used.rowCount, most) * used.columnCount > CELLS_AT_MOST;
  const slices = measured.flatMap((each, index) => {
    const { sheet, used } = each;
    if (used.isNullObject || isTooLarge(each)) return [];
    const { rowIndex: row, columnIndex: column, rowCount, columnCount: columns } = used;
    return slicesOf({ index, sheet, row, column, rows: Math.min(rowCount, most), columns });
  });
  const parts = await readSlices(context, slices, valuesOnly);
  return measured.map((each, index) => {
    const { name, sheet, used } = each;
    const own = parts.filter((part) => part.index === index).map(({ range }) => range);
    const values = own.flatMap((range) => range.values as CellValue[][]);
    return {
      name,
      row: used.isNullObject ? 0 : used.rowIndex,
      column: used.isNullObject ? 0 : used.columnIndex,
      formulas: valuesOnly ? [] : own.flatMap((range) => range.formulas as CellValue[][]),
      values,
      texts: valuesOnly ? values.map((row) => row.map(String)) : own.flatMap((range) => range.text),
      isProtected: sheet.protection.protected,
      isTooLarge: isTooLarge(each),
    };
  });
}

/** Rows of the sheet that was asked for as the `index`-th. */
interface Slice {
  readonly index: number;
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A slice and the range that holds its answers. */
interface Part {
  readonly index: number;
  readonly range: Excel.Range;
}

const CELLS_AT_ONCE = 30_000; // three answers a cell: enough room where formulas are short
const CELLS_AT_MOST = 1_500_000; // of one sheet: a ledger of sixty thousand rows, read in fifty requests

/** A used range cut into whole rows that one request may take. */
function slicesOf(whole: Slice): Slice[] {
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / whole.columns));
  return Array.from({ length: Math.ceil(whole.rows / rows) }, (_, index) => ({
    ...whole,
    row: whole.row + index * rows,
    rows: Math.min(rows, whole.rows - index * rows),
  }));
}

/** Reads as many slices at a time as one request may take. */
async function readSlices(
  context: Excel.RequestContext,
  slices: readonly Slice[],
  valuesOnly: boolean,
): Promise<Part[]> {
  const parts: Part[] = [];
  let begun: Slice[] = [];
  let cells = 0;
  for (const slice of slices) {
    const size = slice.rows * slice.columns;
    if (begun.length > 0 && cells + size > CELLS_AT_ONCE) {
      parts.push(...(await readAtOnce(context, begun, valuesOnly)));
      stepped(context, parts.length, slices.length);
      [begun, cells] = [[], 0];
    }
    begun.push(slice);
    cells += size;
  }
  return begun.length === 0 ? parts : [...parts, ...(await readAtOnce(context, begun, valuesOnly))];
}

/** Reads slices in one request; by halves, where the answer grows too large for one. */
async function readAtOnce(
  context: Excel.RequestContext,
  slices: readonly Slice[],
  valuesOnly: boolean,
): Promise<Part[]> {
  const parts = slices.map(({ index, sheet, row, column, rows, columns }): Part => {
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    if (valuesOnly) range.load("values");
    else range.load("formulas,values,text");
    return { index, range };
  });
  try {
    await context.sync();
    return parts;
  } catch (error) {
    const [first, second] = halves(slices);
    if ((error as { code?: unknown }).code !== "ResponsePayloadSizeLimitExceeded" || !first || !second) throw error;
    return [...(await readAtOnce(context, first, valuesOnly)), ...(await readAtOnce(context, second, valuesOnly))];
  }
}

/** Two lists that together are this one; none where there is but one row. */
function halves(slices: readonly Slice[]): [Slice[], Slice[]] | [] {
  const [only] = slices;
  const middle = Math.ceil(slices.length / 2);
  if (slices.length > 1) return [slices.slice(0, middle), slices.slice(middle)];
  if (!only || only.rows < 2) return [];
  const rows = Math.floor(only.rows / 2);
  return [[{ ...only, rows }], [{ ...only, row: only.row + rows, rows: only.rows - rows }]];
}
