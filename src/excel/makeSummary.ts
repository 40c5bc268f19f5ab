/** The leader's page of a ledger, put into the workbook: made aside first, then in its place, so that nothing half-done stays. */
import { readingOf } from "../sheets/ledgerEntries";
import { PLACES_NAME } from "../sheets/placesTable";
import { placesTallied } from "../sheets/standingPlaces";
import { isBeingCalculated } from "../sheets/standingLedger";
import { summary, SUMMARY_NAME } from "../sheets/summary";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import type { Placement } from "./buildLedger";
import { findLedger, type NoLedger } from "./findLedger";
import type { InForce } from "./session";
import { inTurn } from "./writingQueue";

export type SummaryOutcome =
  | NoLedger
  /** Cells of the ledger are still being calculated: the ranking would be of half the figures. */
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  /** `circular` is the paragraph ready to be copied. */
  | { readonly made: { readonly name: string; readonly ledger: string; readonly circular: string } };

/**
 * Makes the summary of a ledger. Three requests to look, two to make it; the ledger is only read.
 * @param placement what to do where a sheet named 汇总 holds something: ask, make another, or put the new one in its place
 * @param wanted the ledger's sheet, where a person chose one
 */
export function makeSummary(
  context: Excel.RequestContext,
  inForce: InForce,
  placement: Placement,
  wanted: string | null = null,
): Promise<SummaryOutcome> {
  return inTurn(["summary", placement, wanted], () => make(context, inForce, placement, wanted));
}

async function make(
  context: Excel.RequestContext,
  { index, rules, now }: InForce,
  placement: Placement,
  wanted: string | null,
): Promise<SummaryOutcome> {
  const sheets = context.workbook.worksheets;
  const standing = sheets.getItemOrNullObject(SUMMARY_NAME);
  const occupied = standing.getUsedRangeOrNullObject(true);
  occupied.load("address");
  const unfinished = lookForUnfinished(context);
  const found = await findLedger(context, wanted, (name) => name === PLACES_NAME);
  await unfinished.mustBeNone();
  if (!("ledger" in found)) return found;
  const { ledger, names, beside } = found;
  const [table] = beside;
  if (isBeingCalculated(ledger)) return { busy: true };

  const freeName = firstFreeName(SUMMARY_NAME, names);
  if (!standing.isNullObject && !occupied.isNullObject && placement === "ask")
    return { occupied: { name: SUMMARY_NAME, freeName } };
  const takesPlace = !standing.isNullObject && placement !== "newSheet";
  const name = takesPlace ? SUMMARY_NAME : freeName;
  const { plan, circular } = summary(index, rules, readingOf(ledger), name, now, table ? placesTallied(table) : null);
  await placeSheet(context, "summary", plan, takesPlace ? SUMMARY_NAME : null);
  return { made: { name, ledger: ledger.name, circular } };
}
