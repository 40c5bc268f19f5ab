/**
 * The leader's copy of a ledger: values, words and native colours, and nothing that asks for this add-in. It stays readable on a
 * computer that has never heard of us, where a formula of ours would become #NAME? at the first calculation.
 */
import { firstCall } from "../sheets/calls";
import {
  isLeadersCopy,
  leadersCopyName,
  leadersCopyStamp,
  LEADERS_COPY_TAB,
  readLedger,
  LEDGER_NAME,
} from "../sheets/ledger";
import { firstFreeName, removeSheet } from "./asideSheet";
import type { Placement } from "./buildLedger";
import { withoutSheet } from "./selection";

export type CopyOutcome =
  /** Neither the active sheet nor the one named 台账 is a ledger. */
  | { readonly noLedger: true }
  /** Cells of the ledger are still being calculated: a copy now would keep their #BUSY!. */
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly errors: number } };

/**
 * Makes the copy of the active ledger, or of the sheet 台账. Two requests to look, two to make it; the ledger itself is only read.
 * @param placement what to do where a sheet of the copy's name stands: ask, make another, or put the new one in its place
 */
export async function makeLeadersCopy(context: Excel.RequestContext, placement: Placement): Promise<CopyOutcome> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  const active = sheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  const names = sheets.items.map(({ name }) => name);
  const candidates = [...new Set([active.name, LEDGER_NAME])].filter(
    (name) => names.includes(name) && !isLeadersCopy(name),
  );
  const looked = candidates.map((name) => {
    const sheet = sheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject();
    used.load("address,text,valueTypes");
    sheet.protection.load("protected");
    return { name, sheet, used };
  });
  await context.sync();
  const ledger = looked.find(({ used }) => !used.isNullObject && readLedger(used.text).length > 0);
  if (!ledger) return { noLedger: true };
  const { used, sheet } = ledger;
  if (used.text.flat().some((text) => /^#(BUSY|GETTING_DATA)/.test(text))) return { busy: true };

  const wanted = leadersCopyName(ledger.name);
  const freeName = firstFreeName(wanted, names);
  const isTaken = freeName !== wanted;
  if (isTaken && placement === "ask") return { occupied: { name: wanted, freeName } };
  const address = withoutSheet(used.address);
  const copy = sheet.copy("After", sheet);
  try {
    copy.name = freeName;
    if (sheet.protection.protected) copy.protection.unprotect();
    context.application.suspendApiCalculationUntilNextSync();
    const cells = copy.getRange(address);
    cells.copyFrom(sheet.getRange(address), "Values");
    cells.dataValidation.clear();
    cells.load("formulas");
    copy.tabColor = LEADERS_COPY_TAB;
    copy.getRange("A2").values = [[leadersCopyStamp(new Date(), used.text[1]?.[0] ?? "")]];
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
  const errors = used.valueTypes.flat().filter((type) => type === "Error").length;
  return { made: { name: placement === "replace" ? wanted : freeName, errors } };
}
