/** The leader's page of a ledger, put into the workbook: made aside first, then in its place, so that nothing half-done stays. */
import { summary, SUMMARY_NAME } from "../sheets/summary";
import { firstFreeName, placeSheet } from "./asideSheet";
import type { Placement } from "./buildLedger";
import { findLedger } from "./findLedger";
import { session } from "./session";

export type SummaryOutcome =
  /** Neither the active sheet nor the one named 台账 is a ledger with rows. */
  | { readonly noLedger: true }
  /** Cells of the ledger are still being calculated: the ranking would be of half the figures. */
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  /** `circular` is the paragraph ready to be copied. */
  | { readonly made: { readonly name: string; readonly ledger: string; readonly circular: string } };

/**
 * Makes the summary of the active ledger, or of the sheet 台账. Three requests to look, one to make it; the ledger is only read.
 * @param placement what to do where a sheet named 汇总 holds something: ask, make another, or put the new one in its place
 */
export async function makeSummary(context: Excel.RequestContext, placement: Placement): Promise<SummaryOutcome> {
  const { index, rules } = session;
  const sheets = context.workbook.worksheets;
  const standing = sheets.getItemOrNullObject(SUMMARY_NAME);
  const occupied = standing.getUsedRangeOrNullObject();
  occupied.load("address");
  const { names, ledger, isBusy } = await findLedger(context);
  if (!ledger) return { noLedger: true };
  if (isBusy) return { busy: true };

  const freeName = firstFreeName(SUMMARY_NAME, names);
  if (!standing.isNullObject && !occupied.isNullObject && placement === "ask")
    return { occupied: { name: SUMMARY_NAME, freeName } };
  const takesPlace = !standing.isNullObject && placement !== "newSheet";
  const name = takesPlace ? SUMMARY_NAME : freeName;
  const { plan, circular } = summary(index, rules, ledger.reading, name, new Date());
  await placeSheet(context, plan, freeName, takesPlace ? standing : null);
  return { made: { name, ledger: ledger.reading.name, circular } };
}
