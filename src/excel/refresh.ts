/** Calling every formula of ours anew: after a change of catalog or rules, and to heal #NAME?. What would change can be seen before. */
import { targetAnswer } from "../core/answers";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { firstCall } from "../sheets/calls";
import { inspectWorkbook, type Inspection, type OurCell } from "./inspect";
import { unprotectSheet } from "./protection";

/** A cell whose target the catalog in force gives otherwise than the cell shows. */
export interface TargetChange {
  readonly cell: OurCell;
  readonly department: string;
  readonly indicator: string;
  readonly after: number | CatalogError;
}

/** Which targets a refresh would change: cells that hold nothing but a call of TARGET. Cells that show an error are healed, not changed. */
export function targetChanges(index: CatalogIndex, { cells }: Inspection): TargetChange[] {
  return cells.flatMap((cell): TargetChange[] => {
    const call = firstCall(cell.formula);
    if (call?.name !== "TARGET" || typeof cell.value !== "number" || !isWhole(cell.formula, call.end)) return [];
    if (cell.arguments.includes(undefined)) return [];
    const [department = null, indicator = null, year = null, unit = null] = cell.arguments;
    const names = { department: String(department ?? ""), indicator: String(indicator ?? "") };
    const after = answerOf(() => targetAnswer(index, names.department, names.indicator, year ?? null, unit ?? null));
    return after === cell.value ? [] : [{ cell, ...names, after }];
  });
}

/** =TARGET(…), or that within IFERROR. */
function isWhole(formula: string, end: number): boolean {
  return (
    /^=\s*(?:IFERROR\(\s*)?TARGET\s*\(/i.test(formula) &&
    /^\s*(?:,\s*"(?:[^"]|"")*"\s*\)\s*)?$/.test(formula.slice(end))
  );
}

function answerOf(ask: () => number): number | CatalogError {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}

export interface Refreshed {
  /** How many cells were called anew. */
  readonly cells: number;
  /** Sheets with a password, whose cells stay as they are. */
  readonly locked: readonly string[];
}

/**
 * Assigns the formulas of our cells again, which is what makes Excel call the functions. Neighbours in a column go together; protected
 * sheets are opened for it and protected again as they were.
 */
export async function refreshOurCells(context: Excel.RequestContext): Promise<Refreshed> {
  const { cells, protectedSheets } = await inspectWorkbook(context);
  const names = new Set(cells.map(({ sheet }) => sheet));
  const opened: { protection: Excel.WorksheetProtection; options: Excel.WorksheetProtectionOptions }[] = [];
  const locked: string[] = [];
  try {
    for (const name of protectedSheets.filter((each) => names.has(each))) {
      const options = await unprotectSheet(context, context.workbook.worksheets.getItem(name));
      if (options === null) locked.push(name);
      else opened.push({ protection: context.workbook.worksheets.getItem(name).protection, options });
    }
    const ours = cells.filter(({ sheet }) => !locked.includes(sheet));
    for (const run of columnRuns(ours)) {
      const [first] = run;
      if (!first) continue;
      const range = context.workbook.worksheets
        .getItem(first.sheet)
        .getRangeByIndexes(first.row, first.column, run.length, 1);
      range.formulas = run.map(({ formula }) => [formula]);
    }
    await context.sync();
    return { cells: ours.length, locked };
  } finally {
    for (const { protection, options } of opened) protection.protect(options);
    if (opened.length > 0) await context.sync();
  }
}

/** Cells one below the other, in as few runs as there are. */
function columnRuns(cells: readonly OurCell[]): OurCell[][] {
  const runs: OurCell[][] = [];
  const sorted = [...cells].sort((left, right) =>
    left.sheet === right.sheet ? left.column - right.column || left.row - right.row : left.sheet < right.sheet ? -1 : 1,
  );
  for (const cell of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.sheet === cell.sheet && last.column === cell.column && last.row + 1 === cell.row) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** What a refresh came to, cell by cell. */
export interface Difference {
  readonly cell: OurCell;
  readonly before: string;
}

/** Cells that show something else than before, healed ones included. */
export function differences(before: Inspection, after: Inspection): Difference[] {
  const shown = new Map(before.cells.map(({ sheet, address, text }) => [`${sheet}!${address}`, text]));
  return after.cells.flatMap((cell) => {
    const text = shown.get(`${cell.sheet}!${cell.address}`);
    return text === undefined || text === cell.text ? [] : [{ cell, before: text }];
  });
}
