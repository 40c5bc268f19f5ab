/** Making the ledger in a workbook: aside first, then put in its place, so that nothing half-done stays. */
import { ledger, LEDGER_NAME, ledgerCommitments } from "../sheets/ledger";
import { ledgerGround } from "../sheets/ledgerReading";
import { applyPlan } from "./applyPlan";
import { firstFreeName, removeSheet } from "./asideSheet";
import { session } from "./session";

/** What to do where a sheet of the ledger's name holds something: ask, make another sheet, or delete it and make it anew. */
export type Placement = "ask" | "newSheet" | "replace";

export type Outcome =
  | { readonly built: { readonly name: string; readonly rows: number } }
  /** `isLedger`: what stands there is a ledger, which may be extended instead. */
  | { readonly occupied: { readonly name: string; readonly freeName: string; readonly isLedger: boolean } };

/**
 * Makes the ledger of the departments with these ids.
 * Two requests for up to some thousand rows: one to look, one to write.
 * @returns `occupied` where the sheet holds something and `placement` is "ask": nothing was changed then
 */
export async function buildLedger(
  context: Excel.RequestContext,
  departmentIds: readonly string[],
  placement: Placement,
): Promise<Outcome> {
  const { index, rules, entry } = session;
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  const standing = sheets.getItemOrNullObject(LEDGER_NAME);
  const used = standing.getUsedRangeOrNullObject();
  used.load("text");
  await context.sync();
  const names = sheets.items.map(({ name }) => name);
  const freeName = firstFreeName(LEDGER_NAME, names);
  const isOccupied = !standing.isNullObject && !used.isNullObject;
  if (isOccupied && placement === "ask") {
    const isLedger = ledgerGround(used.text) !== null;
    return { occupied: { name: LEDGER_NAME, freeName, isLedger } };
  }

  const takesPlace = !standing.isNullObject && placement !== "newSheet";
  const name = takesPlace ? LEDGER_NAME : freeName;
  const aside = takesPlace ? firstFreeName(LEDGER_NAME, names) : name;
  const plan = ledger(index, departmentIds, rules, name, `${index.catalog.year}Q1`, entry);
  const sheet = sheets.add(aside);
  try {
    await applyPlan(context, sheet, plan);
    if (takesPlace) {
      standing.delete();
      sheet.name = name;
    }
    sheet.activate();
    sheet.getRangeByIndexes(plan.start.row, plan.start.column, 1, 1).select();
    await context.sync();
  } catch (error) {
    await removeSheet(context, aside);
    throw error;
  }
  return { built: { name, rows: ledgerCommitments(index, departmentIds).length } };
}
