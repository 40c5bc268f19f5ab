/**
 * Extending a ledger where it stands, so that formulas elsewhere, people's columns, formats and notes stay with it. A copy is laid
 * aside first, from which it is put back should Excel fail in the middle.
 */
import { planUpdate, type LedgerUpdate, type UpdatePlan } from "../sheets/ledgerUpdate";
import { standingLedger, type StandingLedger } from "../sheets/standingLedger";
import { applyDress } from "./applyPlan";
import { aliasOf, type Keeper, type Unfinished } from "./backup";
import { carryOutClaimed, claimed, whileRowsMove } from "./change";
import { Portions, writeContent } from "./portions";
import { lockOf, openFor, sheetsToWrite, type Lock, type Opened } from "./protection";
import { measure, readMeasured } from "./readSheets";
import { markedRows, RowWatch } from "./rowWatch";
import type { InForce } from "./session";
import { inTurn } from "./writingQueue";

interface Standing {
  readonly sheet: Excel.Worksheet;
  readonly ledger: StandingLedger | null;
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
 * Updates the ledger on this sheet. Six requests for up to some thousand rows: three to look, two to write, and one between that sees
 * whether rows have moved.
 * @returns what was done; nothing was changed where it is refused
 */
export function updateLedger(
  context: Excel.RequestContext,
  inForce: InForce,
  name: string,
  departmentIds: readonly string[] | null,
): Promise<UpdatePlan | { readonly refused: Lock }> {
  return inTurn(["update", name, departmentIds], () =>
    whileRowsMove(() =>
      claimed(context, "update", name, (keeper, unfinished) =>
        update(keeper, unfinished, inForce, name, departmentIds),
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
): Promise<UpdatePlan | { readonly refused: Lock }> {
  const { context } = keeper;
  const { sheet, ledger } = await read(context, name);
  await unfinished.mustBeNone();
  const plan = planUpdate(inForce.index, departmentIds, inForce, ledger);
  if ("refused" in plan || !ledger) return plan;
  const [{ id, protection } = { id: "", protection: null }] = await sheetsToWrite(context, [name]);
  const protections = protection ? [protection] : [];
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
  return plan;
}

async function read(context: Excel.RequestContext, name: string): Promise<Standing> {
  const sheet = context.workbook.worksheets.getItem(name);
  const measured = measure(sheet, name);
  await context.sync();
  const [cells] = await readMeasured(context, [measured]);
  return { sheet, ledger: cells ? standingLedger(cells) : null };
}

async function write(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  update: LedgerUpdate,
  open: Opened,
): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { before, rows } of update.insertions) sheet.getRange(`${before + 1}:${before + rows}`).insert("Down");
  const portions = new Portions(context, open);
  await applyDress(portions, sheet, update.dress);
  for (const { block, content } of update.writes) await writeContent(portions, sheet, content, block);
}
