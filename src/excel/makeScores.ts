/** The score sheet of a ledger, put into the workbook: made aside first, then in its place. What was typed into an earlier one is kept. */
import { readingOf } from "../sheets/ledgerEntries";
import { SCORES_NAME, scoreSheet, typedScores } from "../sheets/scoreSheet";
import { isBeingCalculated } from "../sheets/standingLedger";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import type { Placement } from "./buildLedger";
import { findLedger, type NoLedger } from "./findLedger";
import type { InForce } from "./session";
import { inTurn } from "./writingQueue";

export type ScoresOutcome =
  | NoLedger
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly ledger: string; readonly rows: number } };

/**
 * Makes the score sheet of a ledger, which is only read.
 * @param placement what to do where a sheet named 考核得分 holds something: ask, make another, or put the new one in its place
 * @param wanted the ledger's sheet, where a person chose one
 */
export function makeScores(
  context: Excel.RequestContext,
  inForce: InForce,
  placement: Placement,
  wanted: string | null = null,
): Promise<ScoresOutcome> {
  return inTurn(["scores", placement, wanted], () => make(context, inForce, placement, wanted));
}

async function make(
  context: Excel.RequestContext,
  { index, now }: InForce,
  placement: Placement,
  wanted: string | null,
): Promise<ScoresOutcome> {
  const unfinished = lookForUnfinished(context);
  const found = await findLedger(context, wanted, (name) => name === SCORES_NAME);
  await unfinished.mustBeNone();
  if (!("ledger" in found)) return found;
  const { ledger, names } = found;
  const [beside = null] = found.beside;
  if (isBeingCalculated(ledger)) return { busy: true };
  const freeName = firstFreeName(SCORES_NAME, names);
  const isOccupied = freeName !== SCORES_NAME && (beside === null || beside.texts.length > 0);
  if (isOccupied && placement === "ask") return { occupied: { name: SCORES_NAME, freeName } };
  const takesPlace = freeName !== SCORES_NAME && placement !== "newSheet";
  const name = takesPlace ? SCORES_NAME : freeName;
  const typed = takesPlace && beside ? typedScores(beside) : new Map<string, never>();
  const plan = scoreSheet(index, ledger, readingOf(ledger), typed, name, now);
  await placeSheet(context, "scores", plan, takesPlace ? SCORES_NAME : null);
  return { made: { name, ledger: ledger.name, rows: ledger.rows.length } };
}
