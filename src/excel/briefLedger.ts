/** Switches a ledger between its short view and the whole of it: columns are hidden and shown, and nothing is written. */
import { hiddenByBrief, leftOutOf } from "../sheets/briefLedger";
import { lookForUnfinished, newBackup } from "./backup";
import { carryOut } from "./change";
import { findLedger, type NoLedger } from "./findLedger";
import { lockOf, openFor, sheetsToWrite, type Lock } from "./protection";
import { inTurn } from "./writingQueue";

export type BriefOutcome =
  | NoLedger
  | { readonly refused: Lock }
  /** What of the ledger is on show now. */
  | { readonly shows: "brief" | "whole"; readonly name: string };

/**
 * Shows the short view of a ledger, or all of it where the short view is on show: six requests.
 * @param wanted the ledger's sheet, where a person chose one
 */
export function switchBrief(context: Excel.RequestContext, wanted: string | null = null): Promise<BriefOutcome> {
  return inTurn(["brief", wanted], () => switchIt(context, wanted));
}

async function switchIt(context: Excel.RequestContext, wanted: string | null): Promise<BriefOutcome> {
  const unfinished = lookForUnfinished(context);
  const found = await findLedger(context, wanted);
  await unfinished.mustBeNone();
  if (!("ledger" in found)) return found;
  const { ledger, sheet } = found;
  const { name } = ledger;
  const columnAt = (column: number) => sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
  const leftOut = leftOutOf(ledger);
  const looked = leftOut.map(columnAt);
  for (const column of looked) column.load("columnHidden");
  const [{ protection } = { protection: null }] = await sheetsToWrite(context, [name]);
  const isBrief = looked.length > 0 && looked.every(({ columnHidden }) => columnHidden);
  const protections = protection ? [protection] : [];
  try {
    await carryOut(context, newBackup("view", name, { protections }), async (keeper) => {
      keeper.put();
      const open = openFor(context, protections);
      for (const column of hiddenByBrief(ledger)) columnAt(column).columnHidden = !isBrief && leftOut.includes(column);
      open.close();
      await context.sync();
    });
  } catch (error) {
    const lock = lockOf(error);
    if (lock) return { refused: lock };
    throw error;
  }
  return { shows: isBrief ? "whole" : "brief", name };
}
