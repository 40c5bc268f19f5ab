/** Finding our formulas in a workbook: what the selected cell asks for, and which cells have gone wrong. */
import { brokenCall, type BrokenCall } from "../sheets/brokenCall";
import { firstCall, type Call } from "../sheets/calls";
import type { Status } from "../core/types";
import { isBusyText, isErrorValue } from "../sheets/errorValues";
import { entriesOf, statusNamed } from "../sheets/ledgerEntries";
import { addressOf, cell, columnName, columnOf } from "../sheets/plan";
import { withRow } from "../sheets/rowExplanation";
import { standingMarks } from "../sheets/standingMarks";
import { formulaAt, readSheet, type CellValue, type SheetCells, type StandingLedger } from "../sheets/standingLedger";
import { measure, readMeasured, readSheets, type ReadSheet } from "./readSheets";
import { selectedCell, withoutSheet, type SelectedCell } from "./selection";

/** The selected cell's call with the values its arguments have now; an argument that is computed has `undefined`. */
export interface AskedCall {
  readonly cell: SelectedCell;
  readonly call: Call | null;
  readonly values: ArgumentValues;
}

/** The head of a cell's sheet and the cell's row, however long the sheet is. Three requests; null where nothing stands there. */
export async function cellsAround(
  context: Excel.RequestContext,
  { sheet: name, row }: Pick<SelectedCell, "sheet" | "row">,
): Promise<SheetCells | null> {
  const sheet = context.workbook.worksheets.getItem(name);
  const measured = measure(sheet, name);
  await context.sync();
  const [head] = await readMeasured(context, [measured], { rows: HEAD_ROWS });
  if (!head || head.texts.length === 0) return null;
  const { column, texts } = head;
  if (row < head.row + texts.length) return head;
  const range = sheet.getRangeByIndexes(row, column, 1, Math.max(1, texts[0]?.length ?? 1));
  range.load("formulas,values,text");
  await context.sync();
  const values = range.values as CellValue[][];
  return withRow(head, { name, row, column, values, texts: range.text, formulas: range.formulas as CellValue[][] });
}
const HEAD_ROWS = 40;

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

/** A cell whose formula was meant to ask our functions. */
export interface BrokenCell {
  readonly sheet: string;
  readonly address: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly text: string;
  readonly broken: BrokenCall;
}

/** A verdict of a ledger, and the cell in which it stands. */
export interface Verdict {
  readonly sheet: string;
  readonly address: string;
  /** From 0. */
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  readonly gap: string;
  /** null where the row shows no verdict, as one that people added. */
  readonly status: Status | null;
}

/** What stands in a workbook that is ours to look after. */
export interface Inspection {
  /** Every cell that calls one of our functions. */
  readonly cells: readonly OurCell[];
  /** Cells that were meant to call one, and cannot be read as they stand. */
  readonly broken: readonly BrokenCell[];
  /** Every row of every ledger, and every cell that asks TARGET.STATUS elsewhere. */
  readonly verdicts: readonly Verdict[];
  /** The ledgers that were read, with the number of their rows. */
  readonly ledgers: readonly { readonly sheet: string; readonly rows: number }[];
  /** Sheets that have much of a ledger, and the headings they lack to be one. */
  readonly likeLedgers: readonly { readonly sheet: string; readonly missing: readonly string[] }[];
  /** Sheets with too many cells to read. */
  readonly tooLarge: readonly string[];
  /** How many sheets were read. */
  readonly sheets: number;
  readonly protectedSheets: readonly string[];
}

/** Looks through the workbook: three requests, and one more for every further thirty thousand cells. */
export async function inspectWorkbook(context: Excel.RequestContext): Promise<Inspection> {
  return inspectionOf(await readSheets(context));
}

/** What these sheets hold of ours. */
export function inspectionOf(sheets: readonly ReadSheet[]): Inspection {
  const readings = sheets.map((sheet) => ({ sheet, reading: readSheet(sheet) }));
  const ledgers = readings.flatMap(({ reading }) => (reading.is === "ledger" ? [reading.ledger] : []));
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const cells = sheets.flatMap((sheet) => ourCells(sheet, byName));
  const own = new Set(ledgers.map(({ name }) => name));
  return {
    cells,
    broken: sheets.flatMap(brokenCells),
    verdicts: [...ledgers.flatMap(verdictsOf), ...cells.filter(({ sheet }) => !own.has(sheet)).flatMap(verdictIn)],
    ledgers: ledgers.map(({ name, rows }) => ({ sheet: name, rows: rows.length })),
    likeLedgers: readings.flatMap(({ sheet, reading }) =>
      // Marks beside a person's own table have headings of ledgers, too.
      reading.is === "likeLedger" && standingMarks(sheet).length === 0
        ? [{ sheet: sheet.name, missing: reading.missing }]
        : [],
    ),
    tooLarge: sheets.filter(({ isTooLarge }) => isTooLarge).map(({ name }) => name),
    sheets: sheets.filter(({ isTooLarge }) => !isTooLarge).length,
    protectedSheets: sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name),
  };
}

function verdictsOf(ledger: StandingLedger): Verdict[] {
  return entriesOf(ledger).map(({ row, department, indicator, gap, status }) => ({
    sheet: ledger.name,
    address: addressOf(cell(row, ledger.at.status)),
    row,
    department,
    indicator,
    gap: gap.text,
    status,
  }));
}

/** The verdict that a cell of a person's own sheet asks TARGET.STATUS for. */
function verdictIn({ sheet, address, row, formula, arguments: given, text }: OurCell): Verdict[] {
  const status = statusNamed(text);
  if (status === null || firstCall(formula)?.name !== "TARGET.STATUS") return [];
  const [department, indicator] = given.map((name) => String(name ?? ""));
  return [{ sheet, address, row, department: department ?? "", indicator: indicator ?? "", gap: "", status }];
}

function ourCells(sheet: ReadSheet, byName: ReadonlyMap<string, ReadSheet>): OurCell[] {
  return sheet.formulas.flatMap((row, i) =>
    row.flatMap((_, j) => {
      const formula = formulaAt(sheet, sheet.row + i, sheet.column + j);
      const call = formula === null ? null : firstCall(formula);
      if (!call || formula === null) return [];
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

/** Formulas that show an error, or are texts, and in which a call of ours can be told that was meant otherwise. */
function brokenCells(sheet: ReadSheet): BrokenCell[] {
  return sheet.formulas.flatMap((line, i) =>
    line.flatMap((written, j) => {
      if (typeof written !== "string" || !/^[=＝]/.test(written)) return [];
      const text = sheet.texts[i]?.[j] ?? "";
      const value = sheet.values[i]?.[j];
      if (!(isErrorValue(value) && !isBusyText(text)) && text !== written) return [];
      const broken = brokenCall(written);
      if (!broken) return [];
      const [row, column] = [sheet.row + i, sheet.column + j];
      return [
        { sheet: sheet.name, address: addressOf(cell(row, column)), row, column, formula: written, text, broken },
      ];
    }),
  );
}

/** What a cell that was read holds; null for a blank and for what lies outside the used cells. */
function valueAt({ row, column, values }: ReadSheet, address: string): string | number | boolean | null {
  const parts = /^([A-Z]+)(\d+)$/i.exec(address);
  const value = values[Number(parts?.[2]) - 1 - row]?.[columnOf(parts?.[1] ?? "") - column];
  return value === "" || value === undefined ? null : value;
}

/** Brings a cell into view and selects it. */
export async function goTo(context: Excel.RequestContext, cell: Pick<OurCell, "sheet" | "address">): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(cell.sheet);
  sheet.activate();
  sheet.getRange(withoutSheet(cell.address)).select();
  await context.sync();
}
