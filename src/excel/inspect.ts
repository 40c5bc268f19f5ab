/** Finding our formulas in a workbook: what the selected cell asks for, which cells have gone wrong, and calling all of them again. */
import { firstCall, type Call } from "../sheets/calls";
import { isLeadersCopy, readLedger, type LedgerLine } from "../sheets/ledger";
import { columnName } from "../sheets/plan";
import { selectedCell, withoutSheet, type SelectedCell } from "./selection";

/** The selected cell's call with the values its arguments have now; an argument that is computed has `undefined`. */
export interface AskedCall {
  readonly cell: SelectedCell;
  readonly call: Call | null;
  readonly values: readonly (string | number | boolean | null | undefined)[];
}

/** What the selected cell asks our functions, references read. */
export async function selectedCall(context: Excel.RequestContext): Promise<AskedCall> {
  const cell = await selectedCell(context);
  const call = firstCall(cell.formula);
  if (!call) return { cell, call, values: [] };
  const ranges = call.arguments.map((argument) => {
    if (argument.kind !== "reference") return null;
    const range = context.workbook.worksheets.getItem(argument.sheet ?? cell.sheet).getRange(argument.address);
    range.load("values");
    return range;
  });
  if (ranges.some((range) => range !== null)) await context.sync();
  const values = call.arguments.map((argument, index) => {
    if (argument.kind === "value") return argument.value;
    if (argument.kind === "computed") return undefined;
    const value = ranges[index]?.values[0]?.[0] as string | number | boolean | undefined;
    return value === "" || value === undefined ? null : value;
  });
  return { cell, call, values };
}

/** A cell that holds a formula of ours. */
export interface OurCell {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly text: string;
  readonly isError: boolean;
}

/** A verdict of a ledger, and the cell in which it stands. */
export interface Verdict extends LedgerLine {
  readonly sheet: string;
  readonly address: string;
}

/** What stands in a workbook that is ours to look after. */
export interface Inspection {
  /** Every cell that calls one of our functions. */
  readonly cells: readonly OurCell[];
  /** Every verdict of every ledger. */
  readonly verdicts: readonly Verdict[];
  /** How many sheets were read. */
  readonly sheets: number;
}

/** Looks through the workbook. One request to list the sheets, one to read them. */
export async function inspectWorkbook(context: Excel.RequestContext): Promise<Inspection> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const used = sheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject();
    range.load("formulas,text,valueTypes,rowIndex,columnIndex");
    return { name: sheet.name, range };
  });
  await context.sync();
  const cells = used.flatMap(({ name, range }) => {
    if (range.isNullObject) return [];
    return range.formulas.flatMap((row, i) =>
      row.flatMap((formula: unknown, j) => {
        if (typeof formula !== "string" || !firstCall(formula)) return [];
        const text = range.text[i]?.[j] ?? "";
        const address = `${columnName(range.columnIndex + j)}${range.rowIndex + i + 1}`;
        return [{ sheet: name, address, formula, text, isError: range.valueTypes[i]?.[j] === "Error" }];
      }),
    );
  });
  const verdicts = used.flatMap(({ name, range }) => {
    if (range.isNullObject || isLeadersCopy(name)) return [];
    return readLedger(range.text).map((line) => ({
      ...line,
      sheet: name,
      address: `${columnName(range.columnIndex + line.column)}${range.rowIndex + line.row + 1}`,
    }));
  });
  return { cells, verdicts, sheets: used.length };
}

/**
 * Assigns the formulas of our cells again, which is what makes Excel call the functions anew: after a catalog change, and to heal #NAME?.
 * @returns how many cells were assigned
 */
export async function refreshOurCells(context: Excel.RequestContext): Promise<number> {
  const { cells } = await inspectWorkbook(context);
  for (const { sheet, address, formula } of cells)
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
  await context.sync();
  return cells.length;
}

/** Brings a cell into view and selects it. */
export async function goTo(context: Excel.RequestContext, cell: Pick<OurCell, "sheet" | "address">): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(cell.sheet);
  sheet.activate();
  sheet.getRange(withoutSheet(cell.address)).select();
  await context.sync();
}
