/** Reading what sheets hold, however large they are: Excel on the web refuses an answer of more than 5 MB. */

/** Grids of one shape that begin at `row` and `column` (from 0); none where the sheet is empty. */
export interface ReadCells {
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly texts: readonly (readonly string[])[];
}
export type CellValue = string | number | boolean;

/** A sheet's used cells. */
export interface ReadSheet extends ReadCells {
  readonly name: string;
  readonly isProtected: boolean;
}

/** Reads every sheet: one request to list them, one to measure them, and one for about every thirty thousand cells. */
export async function readSheets(context: Excel.RequestContext): Promise<ReadSheet[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  for (const sheet of sheets.items) sheet.protection.load("protected");
  const cells = await readUsedCells(context, sheets.items);
  return sheets.items.map((sheet, index) => ({
    name: sheet.name,
    isProtected: sheet.protection.protected,
    ...(cells[index] ?? NOTHING),
  }));
}
const NOTHING: ReadCells = { row: 0, column: 0, formulas: [], values: [], texts: [] };

/** The used cells of these sheets. One request to measure them, which carries what was queued before, and as many as the answers need. */
export async function readUsedCells(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<ReadCells[]> {
  const measured = sheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject();
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, used };
  });
  await context.sync();
  const slices = measured.flatMap(({ sheet, used }, index) => {
    if (used.isNullObject) return [];
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
    return slicesOf({ index, sheet, row, column, rows, columns });
  });
  const parts = await readSlices(context, slices);
  return measured.map(({ used }, index) => {
    const own = parts.filter((part) => part.index === index);
    return {
      row: used.isNullObject ? 0 : used.rowIndex,
      column: used.isNullObject ? 0 : used.columnIndex,
      formulas: own.flatMap(({ range }) => range.formulas as CellValue[][]),
      values: own.flatMap(({ range }) => range.values as CellValue[][]),
      texts: own.flatMap(({ range }) => range.text),
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
async function readSlices(context: Excel.RequestContext, slices: readonly Slice[]): Promise<Part[]> {
  if (slices.length === 0) return [];
  let cells = 0;
  const beyond = slices.findIndex(({ rows, columns }, index) => {
    cells += rows * columns;
    return index > 0 && cells > CELLS_AT_ONCE;
  });
  const count = beyond < 0 ? slices.length : beyond;
  return [...(await readAtOnce(context, slices.slice(0, count))), ...(await readSlices(context, slices.slice(count)))];
}

/** Reads slices in one request; by halves, where the answer grows too large for one. */
async function readAtOnce(context: Excel.RequestContext, slices: readonly Slice[]): Promise<Part[]> {
  const parts = slices.map(({ index, sheet, row, column, rows, columns }): Part => {
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    range.load("formulas,values,text");
    return { index, range };
  });
  try {
    await context.sync();
    return parts;
  } catch (error) {
    const [first, second] = halves(slices);
    if ((error as { code?: unknown }).code !== "ResponsePayloadSizeLimitExceeded" || !first || !second) throw error;
    return [...(await readAtOnce(context, first)), ...(await readAtOnce(context, second))];
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

/** Whether a value is an error: #N/A, #NAME?, #DIV/0!. A number too wide for its column shows ####, and is none. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && /^#[A-Z][A-Z0-9_/]*[!?]?$/.test(value);
}
