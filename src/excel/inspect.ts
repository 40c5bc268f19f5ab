/** Finding our formulas in a workbook: what the selected cell asks for, and which cells have gone wrong. */
import { firstCall, type Call } from "../sheets/calls";
import type { Status } from "../core/types";
import { isErrorValue } from "../sheets/errorValues";
import { entriesOf } from "../sheets/ledgerEntries";
import { addressOf, cell, columnName } from "../sheets/plan";
import { standingLedger } from "../sheets/standingLedger";
import { readSheets, type ReadSheet } from "./readSheets";
import { selectedCell, withoutSheet, type SelectedCell } from "./selection";

/** The selected cell's call with the values its arguments have now; an argument that is computed has `undefined`. */
export interface AskedCall {
  readonly cell: SelectedCell;
  readonly call: Call | null;
  readonly values: ArgumentValues;
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

/** The values of a call's arguments: null for a blank, `undefined` for what is computed. */
export type ArgumentValues = readonly (string | number | boolean | null | undefined)[];

/** A cell that holds a formula of ours. */
export interface OurCell {
  readonly sheet: string;
  readonly address: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What the first call of ours in it is called with. */
  readonly arguments: ArgumentValues;
  readonly value: unknown;
  readonly text: string;
  readonly isError: boolean;
}

/** A verdict of a ledger, and the cell in which it stands. */
export interface Verdict {
  readonly sheet: string;
  readonly address: string;
  readonly department: string;
  readonly indicator: string;
  readonly gap: string;
  readonly status: Status;
}

/** What stands in a workbook that is ours to look after. */
export interface Inspection {
  /** Every cell that calls one of our functions. */
  readonly cells: readonly OurCell[];
  /** Every verdict of every ledger. */
  readonly verdicts: readonly Verdict[];
  /** How many sheets were read. */
  readonly sheets: number;
  readonly protectedSheets: readonly string[];
}

/** Looks through the workbook: three requests, and one more for every further thirty thousand cells. */
export async function inspectWorkbook(context: Excel.RequestContext): Promise<Inspection> {
  const sheets = await readSheets(context);
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  return {
    cells: sheets.flatMap((sheet) => ourCells(sheet, byName)),
    verdicts: sheets.flatMap(verdictsOf),
    sheets: sheets.length,
    protectedSheets: sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name),
  };
}

function verdictsOf(sheet: ReadSheet): Verdict[] {
  const ledger = standingLedger(sheet);
  if (!ledger) return [];
  return entriesOf(ledger).flatMap(({ row, department, indicator, gap, status }) =>
    status === null
      ? []
      : [
          {
            sheet: sheet.name,
            address: addressOf(cell(row, ledger.at.status)),
            department,
            indicator,
            gap: gap.text,
            status,
          },
        ],
  );
}

function ourCells(sheet: ReadSheet, byName: ReadonlyMap<string, ReadSheet>): OurCell[] {
  return sheet.formulas.flatMap((row, i) =>
    row.flatMap((formula, j) => {
      const call = typeof formula === "string" ? firstCall(formula) : null;
      if (!call || typeof formula !== "string") return [];
      const value = sheet.values[i]?.[j];
      return [
        {
          sheet: sheet.name,
          address: `${columnName(sheet.column + j)}${sheet.row + i + 1}`,
          row: sheet.row + i,
          column: sheet.column + j,
          formula,
          arguments: call.arguments.map((argument) => {
            if (argument.kind === "value") return argument.value;
            if (argument.kind === "computed") return undefined;
            const there = byName.get((argument.sheet ?? sheet.name).toLowerCase());
            return there ? valueAt(there, argument.address) : undefined;
          }),
          value,
          text: sheet.texts[i]?.[j] ?? "",
          isError: isErrorValue(value),
        },
      ];
    }),
  );
}

/** What a cell that was read holds; null for a blank and for what lies outside the used cells. */
function valueAt({ row, column, values }: ReadSheet, address: string): string | number | boolean | null {
  const parts = /^([A-Z]+)(\d+)$/i.exec(address);
  const letters = parts?.[1]?.toUpperCase() ?? "";
  const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const value = values[Number(parts?.[2]) - 1 - row]?.[at - column];
  return value === "" || value === undefined ? null : value;
}

/** Brings a cell into view and selects it. */
export async function goTo(context: Excel.RequestContext, cell: Pick<OurCell, "sheet" | "address">): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(cell.sheet);
  sheet.activate();
  sheet.getRange(withoutSheet(cell.address)).select();
  await context.sync();
}
