/** The leader's page of a ledger, put into the workbook: made aside first, then in its place, so that nothing half-done stays. */
import { isLeadersCopy } from "../sheets/leadersCopy";
import { LEDGER_NAME } from "../sheets/ledger";
import { readLedgerSheet } from "../sheets/ledgerEntries";
import { summary, SUMMARY_NAME } from "../sheets/summary";
import { applyPlan } from "./applyPlan";
import { firstFreeName, removeSheet } from "./asideSheet";
import type { Placement } from "./buildLedger";
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
 * Makes the summary of the active ledger, or of the sheet 台账. Two requests to look, one to make it; the ledger is only read.
 * @param placement what to do where a sheet named 汇总 holds something: ask, make another, or put the new one in its place
 */
export async function makeSummary(context: Excel.RequestContext, placement: Placement): Promise<SummaryOutcome> {
  const { index, rules } = session;
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
    const used = sheets.getItem(name).getUsedRangeOrNullObject();
    used.load("rowIndex,columnIndex,values,text");
    return { name, used };
  });
  const standing = sheets.getItemOrNullObject(SUMMARY_NAME);
  const occupied = standing.getUsedRangeOrNullObject();
  occupied.load("address");
  await context.sync();
  const readings = looked.flatMap(({ name, used }) => {
    if (used.isNullObject) return [];
    const { rowIndex: row, columnIndex: column, values, text: texts } = used;
    const reading = readLedgerSheet({ name, row, column, values, texts });
    return reading && reading.entries.length > 0 ? [{ reading, texts: texts.flat() }] : [];
  });
  const [ledger] = readings;
  if (!ledger) return { noLedger: true };
  if (ledger.texts.some((text) => /^#(BUSY|GETTING_DATA)/.test(text))) return { busy: true };

  const freeName = firstFreeName(SUMMARY_NAME, names);
  if (!standing.isNullObject && !occupied.isNullObject && placement === "ask")
    return { occupied: { name: SUMMARY_NAME, freeName } };
  const takesPlace = !standing.isNullObject && placement !== "newSheet";
  const name = takesPlace ? SUMMARY_NAME : freeName;
  const { plan, circular } = summary(index, rules, ledger.reading, name, new Date());
  const sheet = sheets.add(freeName);
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
    await removeSheet(context, freeName);
    throw error;
  }
  return { made: { name, ledger: ledger.reading.name, circular } };
}
