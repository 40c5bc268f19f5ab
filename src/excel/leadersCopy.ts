/**
 * The leader's copy of a ledger: values, words and native colours, and nothing that asks for this add-in. It stays readable on a
 * computer that has never heard of us, where a formula of ours would become #NAME? at the first calculation.
 */
import { firstCall } from "../sheets/calls";
import { isErrorValue } from "../sheets/errorValues";
import { AS_OF_NAME, DAY_NAME } from "../sheets/ledger";
import { leadersCopyName, LEADERS_COPY_TAB } from "../sheets/leadersCopy";
import { leadersPlan, type LeadersPlan } from "../sheets/leadersPlan";
import { addressOf, asTyped, columnName, type Block } from "../sheets/plan";
import { formulaAt, isBeingCalculated, type SheetCells } from "../sheets/standingLedger";
import { firstFreeName, makeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import type { Placement } from "./buildLedger";
import { findLedger, type NoLedger } from "./findLedger";
import { measure, readMeasured } from "./readSheets";
import type { InForce } from "./session";
import { askForNoTrust } from "./trust";
import { inTurn } from "./writingQueue";

const PLAIN = { fill: "#FFFFFF", line: "#D9DEE7" };
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"] as const;

export type CopyOutcome =
  | NoLedger
  /** Cells of the ledger are still being calculated: a copy now would keep their #BUSY!. */
  | { readonly busy: true }
  | { readonly occupied: { readonly name: string; readonly freeName: string } }
  | { readonly made: { readonly name: string; readonly errors: number } };

/**
 * Makes the copy of a ledger. Three requests to look, four to make it; the ledger itself is only read.
 * @param placement what to do where a sheet of the copy's name stands: ask, make another, or put the new one in its place
 * @param wanted the ledger's sheet, where a person chose one
 */
export function makeLeadersCopy(
  context: Excel.RequestContext,
  inForce: InForce,
  placement: Placement,
  wanted: string | null = null,
): Promise<CopyOutcome> {
  return inTurn(["copy", placement, wanted], () => make(context, inForce, placement, wanted));
}

async function make(
  context: Excel.RequestContext,
  { rules, now }: InForce,
  placement: Placement,
  wanted: string | null,
): Promise<CopyOutcome> {
  const unfinished = lookForUnfinished(context);
  const found = await findLedger(context, wanted);
  await unfinished.mustBeNone();
  if (!("ledger" in found)) return found;
  const { ledger, sheet, names } = found;
  if (isBeingCalculated(ledger)) return { busy: true };
  const { row, column, texts, values } = ledger.cells;

  const usual = leadersCopyName(ledger.name);
  const freeName = firstFreeName(usual, names);
  const isTaken = freeName !== usual;
  if (isTaken && placement === "ask") return { occupied: { name: usual, freeName } };
  const takesPlace = isTaken && placement === "replace";
  const name = takesPlace ? usual : freeName;
  const address = addressOf({ row, column, rows: texts.length, columns: texts[0]?.length ?? 1 });
  await makeSheet(context, {
    what: "copy",
    name,
    replaces: takesPlace ? usual : null,
    begin: (alias) => {
      const copy = sheet.copy("After", sheet);
      copy.name = alias;
      return copy;
    },
    fill: async (copy) => {
      if (found.isProtected) copy.protection.unprotect();
      context.application.suspendApiCalculationUntilNextSync();
      const cells = copy.getRange(address);
      cells.copyFrom(sheet.getRange(address), "Values");
      cells.dataValidation.clear();
      copy.tabColor = LEADERS_COPY_TAB;
      copy.names.load("items/name");
      dressForLeaders(copy, leadersPlan(ledger, rules, now));
      const measured = measure(copy, name);
      await context.sync();
      const [left] = await readMeasured(context, [measured]);
      if (left && callsUs(left)) throw new Error("a formula is left in the copy");
      // The names mark a ledger, which the copy is not.
      for (const item of copy.names.items) if ([AS_OF_NAME, DAY_NAME].includes(item.name)) item.delete();
      copy.activate();
    },
    besides: () => askForNoTrust(context),
  });
  const errors = values.flat().filter((value) => isErrorValue(value)).length;
  return { made: { name, errors } };
}

/** Makes the copy a leader's sheet; columns go last, so that places stay what they were. */
function dressForLeaders(copy: Excel.Worksheet, plan: LeadersPlan): void {
  const at = ({ row, column, rows, columns }: Block) => copy.getRangeByIndexes(row, column, rows, columns);
  for (const block of plan.plain) {
    const { format } = at(block);
    format.fill.color = PLAIN.fill;
    for (const edge of EDGES) {
      if (edge === "InsideHorizontal" && block.rows === 1) continue;
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = PLAIN.line;
    }
  }
  for (const block of plan.emptied) at(block).clear();
  for (const { at: place, text } of plan.texts) at(place).values = [[asTyped(text)]];
  if (plan.stampAt) at(plan.stampAt).values = [[asTyped(plan.stamp)]];
  const whole = (column: number) => copy.getRange(`${columnName(column)}:${columnName(column)}`);
  for (const column of plan.removed) whole(column).delete("Left");
  const behind = (column: number) => plan.removed.filter((each) => each < column).length;
  for (const column of plan.hidden) whole(column - behind(column)).columnHidden = true;
  if (plan.stampAt) return;
  const below = plan.titleRow + 2;
  copy.getRange(`${below}:${below}`).insert("Down");
  copy.getRange(`A${below}`).values = [[asTyped(plan.stamp)]];
}

/** Whether a formula of ours is among these cells. */
function callsUs(cells: SheetCells): boolean {
  return cells.texts.some((row, i) =>
    row.some((_, j) => {
      const formula = formulaAt(cells, cells.row + i, cells.column + j);
      return formula !== null && firstCall(formula) !== null;
    }),
  );
}
