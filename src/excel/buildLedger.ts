/** Making the ledger in a workbook: aside first, then put in its place, so that nothing half-done stays. */
import { withRests } from "../core/steps";
import { LEDGER_NAME, ledgerLines, ledgerSteps, periodsToChoose } from "../sheets/ledger";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import { ledgersAtHand } from "./findLedger";
import type { InForce } from "./session";
import { askForNoTrust } from "./trust";
import { turns } from "./turns";
import { stepped } from "./underWay";
import { inTurn } from "./writingQueue";

/** What to do where a sheet of the ledger's name holds something: ask, make another sheet, or delete it and make it anew. */
export type Placement = "ask" | "newSheet" | "replace";

export type Outcome =
  | { readonly built: { readonly name: string; readonly rows: number } }
  /** `name`: the sheet that stands in its place, if any; `ledgers`: those of the workbook, which may be extended instead. */
  | {
      readonly occupied: {
        readonly name: string | null;
        readonly freeName: string;
        readonly ledgers: readonly string[];
      };
    };

/**
 * Makes the ledger of the departments with these ids.
 * Four or five requests for up to some thousand rows: to look which ledgers there are, and two to write; more to turn to the new
 * ledger what spoke of one in whose place it comes.
 * @returns `occupied` where there is a ledger, or its sheet holds something, and `placement` is "ask": nothing was changed then
 */
export function buildLedger(
  context: Excel.RequestContext,
  inForce: InForce,
  departmentIds: readonly string[],
  placement: Placement,
): Promise<Outcome> {
  return inTurn(["build", departmentIds, placement], () => build(context, inForce, departmentIds, placement));
}

async function build(
  context: Excel.RequestContext,
  { index, rules, entry }: InForce,
  departmentIds: readonly string[],
  placement: Placement,
): Promise<Outcome> {
  const sheets = context.workbook.worksheets;
  const standing = sheets.getItemOrNullObject(LEDGER_NAME);
  const used = standing.getUsedRangeOrNullObject(true);
  used.load("address");
  const unfinished = lookForUnfinished(context);
  const { ledgers, names } = await ledgersAtHand(context);
  await unfinished.mustBeNone();
  const freeName = firstFreeName(LEDGER_NAME, names);
  const isOccupied = !standing.isNullObject && !used.isNullObject;
  if (placement === "ask" && (isOccupied || ledgers.length > 0))
    return { occupied: { name: isOccupied ? LEDGER_NAME : null, freeName, ledgers } };

  const takesPlace = !standing.isNullObject && placement !== "newSheet";
  const name = takesPlace ? LEDGER_NAME : freeName;
  const [asOf = ""] = periodsToChoose(index.catalog.year, entry);
  const steps = ledgerSteps(index, departmentIds, rules, name, asOf, entry);
  // How far it is is told of what is written; until then it can be called off.
  const plan = await withRests(
    steps,
    turns(() => stepped(context, 0, 1)),
  );
  await placeSheet(context, "build", plan, takesPlace ? LEDGER_NAME : null, () => askForNoTrust(context));
  return { built: { name, rows: ledgerLines(index, departmentIds).filter(({ helped }) => helped === null).length } };
}
