/** The selected cell: what stands in it, and putting a formula there without losing what a person typed. */

/** A cell as it stands. `text` is what the sheet shows. */
export interface SelectedCell {
  readonly sheet: string;
  /** Without the sheet, as in B4. */
  readonly address: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly text: string;
  /** What it holds; of an error its name in English, whatever the sheet shows. */
  readonly value: string | number | boolean;
}

/** The active cell as it stands. @param context callers own Excel.run */
export async function selectedCell(context: Excel.RequestContext): Promise<SelectedCell> {
  const cell = context.workbook.getActiveCell();
  cell.load("address,rowIndex,columnIndex,formulas,text,values");
  const sheet = cell.worksheet;
  sheet.load("name");
  await context.sync();
  return {
    sheet: sheet.name,
    address: withoutSheet(cell.address),
    row: cell.rowIndex,
    column: cell.columnIndex,
    formula: String(cell.formulas[0]?.[0] ?? ""),
    text: cell.text[0]?.[0] ?? "",
    value: (cell.values[0]?.[0] ?? "") as SelectedCell["value"],
  };
}

/** Puts a formula into a cell that was looked at before; without a sync. */
export function writeFormula(
  context: Excel.RequestContext,
  cell: Pick<SelectedCell, "sheet" | "address">,
  formula: string,
): void {
  context.workbook.worksheets.getItem(cell.sheet).getRange(cell.address).formulas = [[formula]];
}

/** Calls back whenever another cell is selected, anywhere in the workbook, and whenever cells are changed, as by typing or taking it back. */
export async function onSelection(
  context: Excel.RequestContext,
  moved: () => Promise<void>,
  changed: () => Promise<void>,
): Promise<void> {
  context.workbook.onSelectionChanged.add(moved);
  context.workbook.worksheets.onChanged.add(changed);
  await context.sync();
}

/** An address as Excel gives it, without its sheet. @example withoutSheet("'我的 表'!B4") // "B4" */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
