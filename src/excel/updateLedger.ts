/**
 * Extending a ledger where it stands, so that formulas elsewhere, people's columns, formats and notes stay with it. A copy is laid
 * aside first, from which it is put back should Excel fail in the middle.
 */
import { planUpdate, type LedgerUpdate, type UpdatePlan } from "../sheets/ledgerUpdate";
import { placedBy } from "../sheets/columnsIn";
import type { Block } from "../sheets/plan";
import type { Reshape } from "../sheets/reshapedLedger";
import { standingLedger, type StandingLedger } from "../sheets/standingLedger";
import { applyDress, rangeOf } from "./applyPlan";
import { aliasOf, type Keeper, type Unfinished } from "./backup";
import { carryOutClaimed, claimed, whileRowsMove } from "./change";
import { Portions, writeContent } from "./portions";
import { lockOf, openFor, sheetsToWrite, type Lock, type Opened } from "./protection";
import { measure, readMeasured } from "./readSheets";
import { ColumnsBefore, reshapeColumns } from "./reshapeColumns";
import { markedRows, RowWatch } from "./rowWatch";
import type { InForce } from "./session";
import { takingInColumns } from "./takingInColumns";
import { inTurn } from "./writingQueue";

interface Standing {
  readonly sheet: Excel.Worksheet;
  readonly ledger: StandingLedger | null;
  /** The rows that may be filtered, and whether some are hidden by that now; null where none may. */
  readonly filter: (Block & { readonly isInUse: boolean }) | null;
}

/** What an update of the ledger on this sheet would do; nothing is changed. Two requests for up to some thousand rows. */
export async function lookAtUpdate(
  context: Excel.RequestContext,
  inForce: InForce,
  name: string,
  departmentIds: readonly string[] | null,
): Promise<UpdatePlan> {
  const { ledger } = await read(context, name);
  return planUpdate(inForce.index, departmentIds, inForce, ledger);
}

/**
 * What an update would do that has a ledger of another rhythm go on by the one in force; nothing is changed. Five requests.
 * @returns with the cells whose formulas speak of areas into which new columns come
 */
export async function lookAtReshape(
  context: Excel.RequestContext,
  inForce: InForce,
  name: string,
  departmentIds: readonly string[] | null,
): Promise<{ readonly plan: UpdatePlan; readonly takingIn: readonly string[] }> {
  const { ledger } = await read(context, name);
  const plan = planUpdate(inForce.index, departmentIds, inForce, ledger, true);
  if ("refused" in plan || !ledger || !plan.update.reshape) return { plan, takingIn: [] };
  return { plan, takingIn: await takingInColumns(context, ledger, plan.update.reshape) };
}

/** What was done. @property unfiltered rows stand below the rows that a filter in use hides some of: it is a person's, and was left alone */
export type UpdateDone =
  | (Extract<UpdatePlan, { readonly update: unknown }> & { readonly unfiltered: boolean })
  | Exclude<UpdatePlan, { readonly update: unknown }>
  | { readonly refused: Lock };

/**
 * Updates the ledger on this sheet. Six requests for up to some thousand rows: three to look, two to write, and one between that sees
 * whether rows have moved.
 * @param isReshaped whether a ledger of another rhythm is to go on by the one in force
 * @returns what was done; nothing was changed where it is refused
 */
export function updateLedger(
  context: Excel.RequestContext,
  inForce: InForce,
  name: string,
  departmentIds: readonly string[] | null,
  isReshaped = false,
): Promise<UpdateDone> {
  return inTurn(["update", name, departmentIds, isReshaped], () =>
    whileRowsMove(() =>
      claimed(context, "update", name, (keeper, unfinished) =>
        update(keeper, unfinished, inForce, name, departmentIds, isReshaped),
      ),
    ),
  );
}

async function update(
  keeper: Keeper,
  unfinished: Unfinished,
  inForce: InForce,
  name: string,
  departmentIds: readonly string[] | null,
  isReshaped: boolean,
): Promise<UpdateDone> {
  const { context } = keeper;
  const { sheet, ledger, filter } = await read(context, name);
  await unfinished.mustBeNone();
  const plan = planUpdate(inForce.index, departmentIds, inForce, ledger, isReshaped);
  if ("refused" in plan) return plan;
  if (!ledger) return { refused: "noLedger" };
  const { reshape } = plan.update;
  const columns = reshape && new ColumnsBefore(sheet, reshape, plan.update.settings);
  const [{ id, protection } = { id: "", protection: null }] = await sheetsToWrite(context, [name]);
  const protections = protection ? [protection] : [];
  const grown = filter && filterGrown(widenedBy(filter, reshape), ledger.header, plan.update);
  const marked = markedRows(ledger);
  const watch = await RowWatch.over(context, { sheet: id, ...marked, columns: [] });
  const { insertions, writes, dress, added } = plan.update;
  const copyName = aliasOf(name);
  const kept = {
    protections,
    grown: {
      sheet: id,
      name,
      copy: copyName,
      idColumn: marked.idColumn,
      insertions,
      added: added.map((each) => (ledger.at.id === undefined ? each.indicator : each.id)),
      written: writes.map(({ block }) => block),
      formatted: dress.numberFormats.map(({ block }) => block),
      painted: plan.update.painted,
      ...(columns ? { columns: columns.kept } : {}),
    },
  };
  try {
    await carryOutClaimed(
      keeper,
      kept,
      async () => {
        keeper.put();
        const open = openFor(context, protections);
        watch.begin();
        const copy = sheet.copy("End");
        copy.name = copyName;
        copy.visibility = "Hidden";
        await write(context, sheet, plan.update, open);
        if (grown && !filter.isInUse) sheet.autoFilter.apply(rangeOf(sheet, grown));
        open.close();
        await context.sync();
        watch.mustBeStill(keeper);
      },
      () => context.workbook.worksheets.getItem(copyName).delete(),
    );
  } catch (error) {
    const lock = lockOf(error);
    if (lock) return { refused: lock };
    throw error;
  }
  return { ...plan, unfiltered: grown !== null && filter?.isInUse === true };
}

/** The rows that may be filtered once rows stand below them; null where they reach far enough, or the filter is no ledger's. */
export function filterGrown(filter: Block, header: number, { insertions, last }: LedgerUpdate): Block | null {
  if (filter.row !== header) return null;
  const end = filter.row + filter.rows;
  const within = insertions.reduce((sum, { before, rows }) => sum + (before < end ? rows : 0), 0);
  const { row, column, columns } = filter;
  return end + within > last ? null : { row, column, columns, rows: last + 1 - row };
}

/** The filter once columns have come in among its own. */
function widenedBy<F extends Block>(filter: F, reshape: Reshape | null): F {
  const placed = placedBy(reshape?.insertions ?? []);
  const [first, last] = [placed(filter.column), placed(filter.column + filter.columns - 1)];
  return { ...filter, column: first, columns: last - first + 1 };
}

async function read(context: Excel.RequestContext, name: string): Promise<Standing> {
  const sheet = context.workbook.worksheets.getItem(name);
  const measured = measure(sheet, name);
  const { autoFilter } = sheet;
  autoFilter.load("isDataFiltered");
  const filtered = autoFilter.getRangeOrNullObject();
  filtered.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const [cells] = await readMeasured(context, [measured]);
  const filter = filtered.isNullObject
    ? null
    : {
        row: filtered.rowIndex,
        column: filtered.columnIndex,
        rows: filtered.rowCount,
        columns: filtered.columnCount,
        isInUse: autoFilter.isDataFiltered,
      };
  return { sheet, ledger: cells ? standingLedger(cells) : null, filter };
}

async function write(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  update: LedgerUpdate,
  open: Opened,
): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  if (update.reshape) reshapeColumns(sheet, update.reshape);
  for (const { before, rows } of update.insertions) sheet.getRange(`${before + 1}:${before + rows}`).insert("Down");
  const portions = new Portions(context, open);
  await applyDress(portions, sheet, update.dress);
  for (const { block, content } of update.writes) await writeContent(portions, sheet, content, block);
}
