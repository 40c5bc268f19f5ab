/**
 * The leader's copy of a ledger: values, words and native colours, and nothing that asks for this add-in. It stays readable on a
 * computer that has never heard of us, where a formula of ours would become #NAME? at the first calculation.
 */
import { firstCall } from "../sheets/calls";
import { leadersCopyName, leadersCopyStamp, LEADERS_COPY_TAB } from "../sheets/leadersCopy";
import { addressOf, asTyped } from "../sheets/plan";
import { firstFreeName, removeSheet } from "./asideSheet";
import type { Placement } from "./buildLedger";
import { findLedger } from "./findLedger";
import { isErrorValue } from "./readSheets";

export type CopyOutcome =
  /** Neither the active sheet nor the one named 台账 is a ledger. */
  | { readonly noLedger: true }
  /** Cells of the ledger are still being calculated: a copy now would keep their #BUSY!. */
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly errors: number } };

/**
 * Makes the copy of the active ledger, or of the sheet 台账. Three requests to look, two to make it; the ledger itself is only read.
 * @param placement what to do where a sheet of the copy's name stands: ask, make another, or put the new one in its place
 */
export async function makeLeadersCopy(context: Excel.RequestContext, placement: Placement): Promise<CopyOutcome> {
  const sheets = context.workbook.worksheets;
  const { names, ledger, isBusy } = await findLedger(context);
  if (!ledger) return { noLedger: true };
  if (isBusy) return { busy: true };
  const { sheet, row, column, texts, values } = ledger;

  const wanted = leadersCopyName(ledger.name);
  const freeName = firstFreeName(wanted, names);
  const isTaken = freeName !== wanted;
  if (isTaken && placement === "ask") return { occupied: { name: wanted, freeName } };
  const address = addressOf({ row, column, rows: texts.length, columns: texts[0]?.length ?? 1 });
  const copy = sheet.copy("After", sheet);
  try {
    copy.name = freeName;
    if (ledger.isProtected) copy.protection.unprotect();
    context.application.suspendApiCalculationUntilNextSync();
    const cells = copy.getRange(address);
    cells.copyFrom(sheet.getRange(address), "Values");
    cells.dataValidation.clear();
    cells.load("formulas");
    copy.tabColor = LEADERS_COPY_TAB;
    copy.getRange("A2").values = [[asTyped(leadersCopyStamp(new Date(), texts[1 - row]?.[0] ?? ""))]];
    await context.sync();
    const isOurs = (formula: unknown) => typeof formula === "string" && firstCall(formula) !== null;
    if (cells.formulas.flat().some(isOurs)) throw new Error("a formula is left in the copy");
    if (isTaken && placement === "replace") {
      sheets.getItem(wanted).delete();
      copy.name = wanted;
    }
    copy.activate();
    await context.sync();
  } catch (error) {
    await removeSheet(context, freeName);
    throw error;
  }
  const errors = values.flat().filter((value) => isErrorValue(value)).length;
  return { made: { name: placement === "replace" ? wanted : freeName, errors } };
}
