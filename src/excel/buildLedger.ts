/** Making the ledger in a workbook: aside first, then put in its place, so that nothing half-done stays. */
import { AS_OF_NAME, ledger, LEDGER_NAME, ledgerCommitments } from "../sheets/ledger";
import { firstFreeName, placeSheet } from "./asideSheet";
import { session } from "./session";

/** What to do where a sheet of the ledger's name holds something: ask, make another sheet, or delete it and make it anew. */
export type Placement = "ask" | "newSheet" | "replace";

export type Outcome =
  | { readonly built: { readonly name: string; readonly rows: number } }
  /** `isLedger`: what stands there is a ledger, which may be extended instead. */
  | { readonly occupied: { readonly name: string; readonly freeName: string; readonly isLedger: boolean } };

/**
 * Makes the ledger of the departments with these ids.
 * Two requests for up to some thousand rows: one to look, one to write; one more to tell what stands in its place.
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
  used.load("address");
  await context.sync();
  const names = sheets.items.map(({ name }) => name);
  const freeName = firstFreeName(LEDGER_NAME, names);
  const isOccupied = !standing.isNullObject && !used.isNullObject;
  if (isOccupied && placement === "ask") {
    const asOf = standing.names.getItemOrNullObject(AS_OF_NAME);
    await context.sync();
    const isLedger = !asOf.isNullObject;
    return { occupied: { name: LEDGER_NAME, freeName, isLedger } };
  }

  const takesPlace = !standing.isNullObject && placement !== "newSheet";
  const name = takesPlace ? LEDGER_NAME : freeName;
  const aside = takesPlace ? firstFreeName(LEDGER_NAME, names) : name;
  const plan = ledger(index, departmentIds, rules, name, `${index.catalog.year}Q1`, entry);
  await placeSheet(context, plan, aside, takesPlace ? standing : null);
  return { built: { name, rows: ledgerCommitments(index, departmentIds).length } };
}
