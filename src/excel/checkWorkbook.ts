/** Looking for damage in a workbook, and putting it right: formulas typed over, totals overwritten, rows of the history changed. */
import { damageOf, type Damage } from "../sheets/damage";
import { changedHistory, type KeptRows } from "../sheets/history";
import { addressOf } from "../sheets/plan";
import { standingLedger } from "../sheets/standingLedger";
import { placeSheet } from "./asideSheet";
import { lookForUnfinished, newBackup } from "./backup";
import { carryOut } from "./change";
import { inspectionOf, type Inspection } from "./inspect";
import { Portions, writeContent } from "./portions";
import { lockOf, openFor, sheetsToWrite, type Lock } from "./protection";
import { readSheets } from "./readSheets";
import type { InForce } from "./session";
import { readParts } from "./workbookStore";
import { inTurn } from "./writingQueue";

export interface Checked extends Inspection {
  readonly damages: readonly Damage[];
}

/** Inspects the workbook and what in it was damaged: the requests of an inspection, and two more. */
export async function checkWorkbook(
  context: Excel.RequestContext,
  { index, rules }: Pick<InForce, "index" | "rules">,
): Promise<Checked> {
  const kept = (await readParts(context, "frozen")).flatMap((part) => (isKept(part) ? part : []));
  const sheets = await readSheets(context);
  const readings = sheets.map((sheet) => ({ sheet, ledger: standingLedger(sheet) }));
  const ofLedgers = readings.flatMap(({ ledger }) => (ledger ? damageOf(index, rules, ledger) : []));
  const others = readings.flatMap(({ sheet, ledger }) => (ledger ? [] : [sheet]));
  const ofHistory = changedHistory(others, kept, new Set(sheets.map(({ name }) => name)));
  // A sheet that is too large to be read may be the history.
  const isUnread = sheets.some(({ isTooLarge }) => isTooLarge);
  const damages = [...ofLedgers, ...ofHistory.filter(({ makes }) => !(makes && isUnread))];
  return { ...inspectionOf(sheets), damages };
}

export interface Restored {
  readonly cells: number;
  /** Cells that changed since they were looked at: they stay as they are. */
  readonly overtaken: number;
  /** Sheets with a password, which stay as they are. */
  readonly locked: readonly string[];
}

/** Puts what belongs there into damaged cells, if they still hold what a person saw. Protected sheets are protected again. */
export function restoreDamages(
  context: Excel.RequestContext,
  inForce: Pick<InForce, "index" | "rules">,
  seen: readonly Damage[],
): Promise<Restored> {
  const wanted = new Set(seen.map(markOf));
  return inTurn(["restoreDamages", ...wanted], async () => {
    const unfinished = lookForUnfinished(context);
    const { damages } = await checkWorkbook(context, inForce);
    await unfinished.mustBeNone();
    const still = damages.filter((damage) => wanted.has(markOf(damage)));
    const locked: string[] = [];
    for (const sheet of new Set(still.map((damage) => damage.sheet))) {
      const own = still.filter((damage) => damage.sheet === sheet);
      if (await restoreSheet(context, sheet, own)) locked.push(sheet);
    }
    const cells = still.filter(({ sheet }) => !locked.includes(sheet)).length;
    return { cells, overtaken: seen.length - still.length, locked };
  });
}

/** @returns why not, where the sheet's protection cannot be taken off */
async function restoreSheet(
  context: Excel.RequestContext,
  name: string,
  damages: readonly Damage[],
): Promise<Lock | null> {
  const plan = damages.find(({ makes }) => makes)?.makes;
  if (plan) {
    await placeSheet(context, "freeze", plan, null);
    return null;
  }
  const [sheet] = await sheetsToWrite(context, [name]);
  const protections = sheet?.protection ? [sheet.protection] : [];
  try {
    // Each cell stands for itself: what is restored when Excel refuses the next one stays restored.
    await carryOut(context, newBackup("refresh", name, { protections }), async (keeper) => {
      keeper.put();
      const open = openFor(context, protections);
      const portions = new Portions(context, open);
      for (const { block, content } of damages)
        await writeContent(portions, context.workbook.worksheets.getItem(name), content, block);
      open.close();
      await context.sync();
    });
    return null;
  } catch (error) {
    const lock = lockOf(error);
    if (lock) return lock;
    throw error;
  }
}

const markOf = ({ sheet, block, holds }: Damage) => `${sheet}!${addressOf(block)}=${holds}`;

/** Somebody else may have written into the part: only rows of texts and numbers are taken. */
function isKept(part: unknown): part is KeptRows {
  return (
    Array.isArray(part) &&
    part.every(
      (row) => Array.isArray(row) && row.every((value) => typeof value === "string" || typeof value === "number"),
    )
  );
}
