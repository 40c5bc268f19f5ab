/**
 * The leader's copy of a ledger: values, words and native colours, and nothing that asks for this add-in. It stays readable on a
 * computer that has never heard of us, where a formula of ours would become #NAME? at the first calculation.
 */
import { firstCall } from "../sheets/calls";
import { leadersCopyName, leadersCopyStamp, LEADERS_COPY_TAB } from "../sheets/leadersCopy";
import { isErrorValue } from "../sheets/errorValues";
import { addressOf, asTyped } from "../sheets/plan";
import { isBeingCalculated } from "../sheets/standingLedger";
import { firstFreeName, removeSheet } from "./asideSheet";
import type { Placement } from "./buildLedger";
import { findLedger, type NoLedger } from "./findLedger";
import type { InForce } from "./session";

export type CopyOutcome =
  | NoLedger
  /** Cells of the ledger are still being calculated: a copy now would keep their #BUSY!. */
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly errors: number } };

/**
 * Makes the copy of a ledger. Three requests to look, two to make it; the ledger itself is only read.
 * @param placement what to do where a sheet of the copy's name stands: ask, make another, or put the new one in its place
 * @param wanted the ledger's sheet, where a person chose one
 */
export async function makeLeadersCopy(
  context: Excel.RequestContext,
  { now }: InForce,
  placement: Placement,
  wanted: string | null = null,
): Promise<CopyOutcome> {
  const sheets = context.workbook.worksheets;
  const found = await findLedger(context, wanted);
  if (!("ledger" in found)) return found;
  const { ledger, sheet, names } = found;
  if (isBeingCalculated(ledger)) return { busy: true };
  const { row, column, texts, values } = ledger.cells;

  const name = leadersCopyName(ledger.name);
  const freeName = firstFreeName(name, names);
  const isTaken = freeName !== name;
  if (isTaken && placement === "ask") return { occupied: { name, freeName } };
  const address = addressOf({ row, column, rows: texts.length, columns: texts[0]?.length ?? 1 });
  const copy = sheet.copy("After", sheet);
  try {
    copy.name = freeName;
    if (found.isProtected) copy.protection.unprotect();
    context.application.suspendApiCalculationUntilNextSync();
    const cells = copy.getRange(address);
    cells.copyFrom(sheet.getRange(address), "Values");
    cells.dataValidation.clear();
    cells.load("formulas");
    copy.tabColor = LEADERS_COPY_TAB;
    copy.getRange("A2").values = [[asTyped(leadersCopyStamp(now, texts[1 - row]?.[0] ?? ""))]];
    await context.sync();
    const isOurs = (formula: unknown) => typeof formula === "string" && firstCall(formula) !== null;
    if (cells.formulas.flat().some(isOurs)) throw new Error("a formula is left in the copy");
    if (isTaken && placement === "replace") {
      sheets.getItem(name).delete();
      copy.name = name;
    }
    copy.activate();
    await context.sync();
  } catch (error) {
    await removeSheet(context, freeName);
    throw error;
  }
  const errors = values.flat().filter((value) => isErrorValue(value)).length;
  return { made: { name: placement === "replace" ? name : freeName, errors } };
}
