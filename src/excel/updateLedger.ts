/**
 * Extending a ledger where it stands, so that formulas elsewhere, people's columns, formats and notes stay with it. A copy is laid
 * aside first and put back should the host fail in the middle.
 */
import { planUpdate, type LedgerUpdate, type UpdatePlan } from "../sheets/ledgerUpdate";
import { addressOf, cell } from "../sheets/plan";
import { standingLedger, type StandingLedger } from "../sheets/standingLedger";
import { applyDress } from "./applyPlan";
import { firstFreeName } from "./asideSheet";
import { Portions, writeContent } from "./portions";
import { measure, readMeasured } from "./readSheets";
import type { InForce } from "./session";

interface Standing {
  readonly sheet: Excel.Worksheet;
  readonly ledger: StandingLedger | null;
  readonly names: readonly string[];
}

/** What an update of the ledger on this sheet would do; nothing is changed. Two requests for up to some thousand rows. */
export async function lookAtUpdate(
  context: Excel.RequestContext,
  { index, rules }: InForce,
  name: string,
  departmentIds: readonly string[],
): Promise<UpdatePlan> {
  const { ledger } = await read(context, name);
  return planUpdate(index, departmentIds, rules, ledger);
}

/**
 * Updates the ledger on this sheet. Four requests for up to some thousand rows: measure, look, write, take the copy away.
 * @returns what was done; nothing was changed where it is refused
 */
export async function updateLedger(
  context: Excel.RequestContext,
  { index, rules }: InForce,
  name: string,
  departmentIds: readonly string[],
): Promise<UpdatePlan> {
  const { sheet, ledger, names } = await read(context, name);
  const plan = planUpdate(index, departmentIds, rules, ledger);
  if ("refused" in plan) return plan;
  const aside = firstFreeName(`${name.slice(0, 28)}~`, names);
  const { protection } = sheet;
  const options = protection.protected ? protection.options : null;
  try {
    if (options) protection.unprotect();
    const copy = sheet.copy("End");
    copy.name = aside;
    copy.visibility = "Hidden";
    await write(context, sheet, plan.update);
    await context.sync();
    if (options) protection.protect(options);
    copy.delete();
    await context.sync();
  } catch (error) {
    await putBack(context, sheet, aside, plan.update, options);
    throw error;
  }
  return plan;
}

async function read(context: Excel.RequestContext, name: string): Promise<Standing> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  const sheet = sheets.getItem(name);
  const measured = measure(sheet, name);
  sheet.protection.load("options");
  await context.sync();
  const [cells] = await readMeasured(context, [measured]);
  const names = sheets.items.map((each) => each.name);
  return { sheet, ledger: cells ? standingLedger(cells) : null, names };
}

async function write(context: Excel.RequestContext, sheet: Excel.Worksheet, update: LedgerUpdate): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { before, rows } of update.insertions) sheet.getRange(`${before + 1}:${before + rows}`).insert("Down");
  const portions = new Portions(context);
  await applyDress(portions, sheet, update.dress);
  for (const { block, content } of update.writes) await writeContent(portions, sheet, content, block);
}

/** Makes the sheet what it was, from the copy; where the copy was not yet made, nothing had been changed. */
async function putBack(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  aside: string,
  { before, after }: LedgerUpdate,
  options: Excel.WorksheetProtectionOptions | null,
): Promise<void> {
  const copy = context.workbook.worksheets.getItemOrNullObject(aside);
  sheet.protection.load("protected");
  await context.sync();
  if (!copy.isNullObject) {
    if (sheet.protection.protected) sheet.protection.unprotect();
    sheet.getRange(addressOf({ ...cell(0, 0), ...after })).clear();
    const all = addressOf({ ...cell(0, 0), ...before });
    sheet.getRange(all).copyFrom(copy.getRange(all));
    copy.delete();
  }
  if (options && (!copy.isNullObject || !sheet.protection.protected)) sheet.protection.protect(options);
  await context.sync();
}
