/** Making a ledger anew by another rhythm, with what people typed into the one that stands. */
import { carriedLedger, isCarriable, type NotCarried } from "../sheets/carriedLedger";
import { LEDGER_NAME } from "../sheets/ledger";
import { isBeingCalculated } from "../sheets/standingLedger";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import { findLedger, type NoLedger } from "./findLedger";
import { referencesTo } from "./references";
import type { InForce } from "./session";
import { askForNoTrust } from "./trust";
import { inTurn } from "./writingQueue";

export type CarryOutcome =
  | NoLedger
  /** The ledger is still being calculated, or its figures would mean something else in the new one. */
  | { readonly refused: "busy" | "notCarriable" }
  | {
      readonly carried: {
        readonly name: string;
        readonly rows: number;
        readonly cells: number;
        readonly left: readonly NotCarried[];
        /** The sheets and names whose formulas speak of the old ledger, and go on doing so. */
        readonly referring: readonly string[];
      };
    };

/** Makes a ledger of the rhythm in force beside the one on this sheet, which stays as it is, with all that speaks of it. */
export function carryLedger(
  context: Excel.RequestContext,
  inForce: InForce,
  sheet: string,
  departmentIds: readonly string[] | null,
): Promise<CarryOutcome> {
  return inTurn(["carry", sheet, departmentIds], async () => {
    const unfinished = lookForUnfinished(context);
    const found = await findLedger(context, sheet);
    await unfinished.mustBeNone();
    if (!("ledger" in found)) return found;
    const { ledger, names } = found;
    if (isBeingCalculated(ledger)) return { refused: "busy" };
    if (!isCarriable(ledger.entry, inForce.entry)) return { refused: "notCarriable" };
    const name = firstFreeName(LEDGER_NAME, names);
    const referring = await referringTo(context, found.sheet);
    const { plan, rows, carried, left } = carriedLedger(inForce.index, departmentIds, inForce, ledger, name);
    await placeSheet(context, "build", plan, null, () => askForNoTrust(context));
    return { carried: { name, rows, cells: carried, left, referring } };
  });
}

/** Sheets whose cells speak of this one, and names that do. Three requests, one more for every further thirty thousand cells. */
async function referringTo(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string[]> {
  const { worksheets } = context.workbook;
  sheet.load("id,name");
  worksheets.load("items/id,items/name");
  await context.sync();
  const { cells, names } = await referencesTo(context, sheet);
  const holders = new Set(cells.map((each) => each.sheet));
  return [
    ...worksheets.items.filter(({ id }) => holders.has(id)).map((each) => each.name),
    ...names.map((each) => each.name),
  ];
}
