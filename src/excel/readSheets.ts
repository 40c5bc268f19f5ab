/** Reading what a workbook's sheets hold, however large they are: Excel on the web answers no request with more than 5 MB. */

/** A sheet's used cells. Grids of one shape, beginning at `row` and `column` (from 0); none where the sheet is empty. */
export interface ReadSheet {
  readonly name: string;
  readonly isProtected: boolean;
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
}

const CELLS_AT_ONCE = 30_000; // three answers a cell, with room for long texts

/** Reads every sheet: one request to list them, one to measure them, and one for every thirty thousand cells. */
export async function readSheets(context: Excel.RequestContext): Promise<ReadSheet[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const measured = sheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject();
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    sheet.protection.load("protected");
    return { sheet, used };
  });
  await context.sync();
  const parts = measured.map(({ sheet, used }) => (used.isNullObject ? [] : slices(sheet, used)));
  await readAll(context, parts.flat());
  return measured.map(({ sheet, used }, index) => {
    const ranges = (parts[index] ?? []).map(({ range }) => range);
    return {
      name: sheet.name,
      isProtected: sheet.protection.protected,
      row: used.isNullObject ? 0 : used.rowIndex,
      column: used.isNullObject ? 0 : used.columnIndex,
      formulas: ranges.flatMap((range) => range.formulas as unknown[][]),
      values: ranges.flatMap((range) => range.values as unknown[][]),
      text: ranges.flatMap((range) => range.text),
    };
  });
}

/** Part of a sheet, as much as one request takes or less. */
interface Slice {
  readonly range: Excel.Range;
  readonly cells: number;
}

/** Reads as many slices at a time as one request takes. */
async function readAll(context: Excel.RequestContext, slices: readonly Slice[]): Promise<void> {
  if (slices.length === 0) return;
  let cells = 0;
  const isBeyond = (slice: Slice, index: number) => {
    cells += slice.cells;
    return index > 0 && cells > CELLS_AT_ONCE;
  };
  const beyond = slices.findIndex(isBeyond);
  const count = beyond < 0 ? slices.length : beyond;
  for (const { range } of slices.slice(0, count)) range.load("formulas,values,text");
  await context.sync();
  await readAll(context, slices.slice(count));
}

/** A used range cut into whole rows that one request takes. */
function slices(sheet: Excel.Worksheet, used: Excel.Range): Slice[] {
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => {
    const count = Math.min(rows, rowCount - index * rows);
    const range = sheet.getRangeByIndexes(rowIndex + index * rows, columnIndex, count, columnCount);
    return { range, cells: count * columnCount };
  });
}

/** Whether a value is an error: #N/A, #NAME?, #DIV/0!. A number too wide for its column shows ####, and is none. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && /^#[A-Z][A-Z0-9_/]*[!?]?$/.test(value);
}
