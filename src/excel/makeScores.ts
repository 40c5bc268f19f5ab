/**
 * The score sheet of a ledger, or of the county table that is open, put into the workbook: made aside first, then in its place. What was
 * typed into an earlier one is kept.
 */
import { readingOf } from "../sheets/ledgerEntries";
import { PLACES_NAME } from "../sheets/placesTable";
import { scoredLedger } from "../sheets/scoredLedger";
import { scoredPlaces } from "../sheets/scoredPlaces";
import { PLACES_SCORES_NAME, SCORES_NAME, scoreSheet, typedScores, type Scored } from "../sheets/scoreSheet";
import { isBeingCalculated, type SheetCells } from "../sheets/standingLedger";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import type { Placement } from "./buildLedger";
import { findLedger, type NoLedger } from "./findLedger";
import { measure, readMeasured } from "./readSheets";
import type { InForce } from "./session";
import { inTurn } from "./writingQueue";

export type ScoresOutcome =
  | NoLedger
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly ledger: string; readonly rows: number } };

/**
 * Makes the score sheet of a ledger, or of the county table where one is open; that is only read.
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
  inForce: InForce,
  placement: Placement,
  wanted: string | null,
): Promise<ScoresOutcome> {
  const { index } = inForce;
  const unfinished = lookForUnfinished(context);
  const found = await findLedger(context, wanted, (name) => name === SCORES_NAME);
  await unfinished.mustBeNone();
  const open = wanted !== null || ("isOpen" in found && found.isOpen) ? null : await openTable(context);
  const ofPlaces = open && scoredPlaces(index, open.table);
  if (ofPlaces) return place(context, inForce, placement, { ...open, scored: ofPlaces, name: PLACES_SCORES_NAME });
  if (!("ledger" in found)) return found;
  const { ledger, names } = found;
  const [standing = null] = found.beside;
  if (isBeingCalculated(ledger)) return { busy: true };
  const scored = scoredLedger(index, ledger, readingOf(ledger));
  return place(context, inForce, placement, { scored, names, standing, name: SCORES_NAME });
}

/** The county table that is open, with the score sheet of one made earlier; null where another sheet is. One request, three for a table. */
async function openTable(context: Excel.RequestContext) {
  const { worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load("name");
  const mark = active.names.getItemOrNullObject(PLACES_NAME);
  worksheets.load("items/name");
  await context.sync();
  if (mark.isNullObject) return null;
  const names = worksheets.items.map(({ name }) => name);
  const wanted = [active.name, ...names.filter((name) => name === PLACES_SCORES_NAME)];
  const measured = wanted.map((name) => measure(worksheets.getItem(name), name));
  await context.sync();
  const [table, standing = null] = await readMeasured(context, measured);
  return table ? { table, names, standing } : null;
}

/** Puts the score sheet into the workbook, or asks what is to become of the one that stands. */
async function place(
  context: Excel.RequestContext,
  { index, now }: InForce,
  placement: Placement,
  found: {
    readonly scored: Scored;
    readonly names: readonly string[];
    readonly standing: SheetCells | null;
    readonly name: string;
  },
): Promise<ScoresOutcome> {
  const { scored, names, standing } = found;
  const freeName = firstFreeName(found.name, names);
  const isOccupied = freeName !== found.name && (standing === null || standing.texts.length > 0);
  if (isOccupied && placement === "ask") return { occupied: { name: found.name, freeName } };
  const takesPlace = freeName !== found.name && placement !== "newSheet";
  const name = takesPlace ? found.name : freeName;
  const typed = takesPlace && standing ? typedScores(standing) : new Map<string, never>();
  const plan = scoreSheet(index, scored, typed, name, now);
  await placeSheet(context, "scores", plan, takesPlace ? found.name : null);
  return { made: { name, ledger: scored.sheet, rows: scored.rows.length } };
}
