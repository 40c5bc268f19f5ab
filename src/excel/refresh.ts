/** Calling every formula of ours anew: after a change of catalog or rules, and to heal #NAME?. What would change can be seen before. */
import { inspectWorkbook, type Inspection, type OurCell } from "./inspect";
import { lookForUnfinished, newBackup, RowsMoved } from "./backup";
import { carryOut, whileRowsMove } from "./change";
import { contentAsTyped } from "./contentAsTyped";
import { Portions } from "./portions";
import { lockOf, openFor, sheetsToWrite, type Lock, type Opened } from "./protection";
import type { CellValue } from "../sheets/standingLedger";
import { inTurn } from "./writingQueue";

export interface Refreshed {
  /** How many cells were called anew. */
  readonly cells: number;
  /** Sheets with a password, whose cells stay as they are. */
  readonly locked: readonly string[];
  /** Sheets whose protection Excel does not take off, without saying why. */
  readonly denied?: readonly string[];
}

/**
 * Assigns the formulas of our cells again, which is what makes Excel call the functions. Neighbours in a column go together; protected
 * sheets are opened for it and protected again as they were, each in one request.
 */
export function refreshOurCells(context: Excel.RequestContext): Promise<Refreshed> {
  return inTurn(["refresh"], () => callAnew(context));
}

/**
 * The same for a command that is in its turn already.
 * @param isMeant which cells, where not all of ours
 * @param most where more cells are meant, none of them is called
 */
export function callAnew(
  context: Excel.RequestContext,
  isMeant: (cell: OurCell) => boolean = () => true,
  most = Infinity,
): Promise<Refreshed> {
  return whileRowsMove(async () => {
    const unfinished = lookForUnfinished(context);
    const { cells: ours, protectedSheets } = await inspectWorkbook(context);
    const meant = ours.filter(isMeant);
    const cells = meant.length > most ? [] : meant;
    await unfinished.mustBeNone();
    const free = cells.filter(({ sheet }) => !protectedSheets.includes(sheet));
    await assign(context, free, null);
    const refused: Record<Lock, string[]> = { locked: [], denied: [] };
    let count = free.length;
    for (const name of protectedSheets) {
      const own = cells.filter(({ sheet }) => sheet === name);
      if (own.length === 0) continue;
      const lock = await assignProtected(context, name, own);
      if (lock) refused[lock].push(name);
      else count += own.length;
    }
    const { locked, denied } = refused;
    return { cells: count, locked, ...(denied.length > 0 ? { denied } : {}) };
  });
}

/** Assigns the formulas of a protected sheet. @returns why not, where its protection cannot be taken off */
async function assignProtected(
  context: Excel.RequestContext,
  name: string,
  cells: readonly OurCell[],
): Promise<Lock | null> {
  const [sheet] = await sheetsToWrite(context, [name]);
  const protections = sheet?.protection ? [sheet.protection] : [];
  try {
    await carryOut(context, newBackup("refresh", name, { protections }), async (keeper) => {
      keeper.put();
      const open = openFor(context, protections);
      await assign(context, cells, open);
    });
    return null;
  } catch (error) {
    const lock = lockOf(error);
    if (lock) return lock;
    throw error;
  }
}

/**
 * Assigns formulas to the cells they were read from. What stood there is read in the same request, before: a cell that had moved
 * meanwhile gets back what it held.
 * @throws RowsMoved where that was so
 */
async function assign(context: Excel.RequestContext, cells: readonly OurCell[], open: Opened | null): Promise<void> {
  const portions = new Portions(context, open);
  const stood: { run: readonly OurCell[]; range: Excel.Range }[] = [];
  for (const run of columnRuns(cells))
    await portions.write(
      run.map(({ formula }) => [formula]),
      (rows, from) => {
        const part = run.slice(from, from + rows.length);
        const range = rangeOf(context, part);
        range.load("formulas,values");
        stood.push({ run: part, range });
        rangeOf(context, part).formulas = rows.map((row) => [...row]);
      },
    );
  open?.close();
  await context.sync();
  const moved = stood.flatMap(({ run, range }) =>
    run.flatMap((cell, at) => {
      const formula = (range.formulas as CellValue[][])[at]?.[0] ?? "";
      const before = contentAsTyped(formula, (range.values as CellValue[][])[at]?.[0] ?? "");
      return before === cell.formula ? [] : [{ cell, before }];
    }),
  );
  if (moved.length === 0) return;
  open?.again();
  for (const { cell, before } of moved) rangeOf(context, [cell]).formulas = [[before]];
  open?.close();
  await context.sync();
  throw new RowsMoved();
}

/** The range of cells one below the other. */
function rangeOf(context: Excel.RequestContext, cells: readonly OurCell[]): Excel.Range {
  const { sheet = "", row = 0, column = 0 } = cells[0] ?? {};
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, Math.max(1, cells.length), 1);
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
