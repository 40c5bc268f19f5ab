/** Looking for damage in a workbook, and putting it right: formulas typed over, totals overwritten, rows of the history changed. */
import { checkedRows, type CheckedRow } from "../sheets/checkedRows";
import { damageOf, type Damage } from "../sheets/damage";
import { changedHistory, HISTORY_NAME, type KeptRows } from "../sheets/history";
import type { Mend } from "../sheets/ledgerFindings";
import { addressOf } from "../sheets/plan";
import { ISSUES_NAME } from "../sheets/issueSheet";
import { ownSheetChecks } from "../sheets/ownSheetChecks";
import { RECORD_NAME } from "../sheets/returnsRecord";
import { typedScores } from "../sheets/scoreSheet";
import { readSheet, standingLedger } from "../sheets/standingLedger";
import { standingPlaces } from "../sheets/standingPlaces";
import { SUMMARY_NAME } from "../sheets/summary";
import { placeSheet } from "./asideSheet";
import { lookForUnfinished, newBackup } from "./backup";
import { carryOut } from "./change";
import { askForHeld } from "./heldCells";
import { inspectionOf, type Inspection } from "./inspect";
import { Portions, writeContent } from "./portions";
import { lockOf, openFor, sheetsToWrite, type Lock } from "./protection";
import { readSheets, readSomeSheets, type ReadSheet } from "./readSheets";
import type { InForce } from "./session";
import { readParts } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** What a check was made of: every sheet as it was read, and the rows of 历史 that were kept aside. */
interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly kept: readonly KeptRows[];
}

export interface Checked extends Inspection {
  readonly damages: readonly Damage[];
  /** What every row says, and what was found of it. */
  readonly rows: readonly CheckedRow[];
  readonly read: ReadWorkbook;
  /** How many county tables and score sheets were read. */
  readonly places: number;
  readonly scores: number;
  /** People's own sheets of targets and actuals, with the rows that name a promise. */
  readonly own: readonly { readonly sheet: string; readonly rows: number }[];
  /** Formulas of ours outside ledgers. */
  readonly calls: number;
  /** Sheets with something in them of which nothing is understood. */
  readonly others: readonly string[];
}

type Judging = Pick<InForce, "index" | "rules">;

/** Inspects the workbook and what in it was damaged: the requests of an inspection, and two more. */
export async function checkWorkbook(context: Excel.RequestContext, inForce: Judging): Promise<Checked> {
  const kept = (await readParts(context, "frozen")).flatMap((part) => (isKept(part) ? [part] : []));
  return checkedFrom(inForce, { sheets: await readSheets(context), kept });
}

/** A check after something changed: only these sheets are read, the others are as they were. @param changed the sheets' ids or names */
export async function checkChanged(
  context: Excel.RequestContext,
  inForce: Judging,
  before: ReadWorkbook,
  changed: readonly string[],
): Promise<Checked> {
  const again = await readSomeSheets(context, changed);
  const byName = new Map(again.map((sheet) => [sheet.name, sheet]));
  return checkedFrom(inForce, { ...before, sheets: before.sheets.map((sheet) => byName.get(sheet.name) ?? sheet) });
}

function checkedFrom({ index, rules }: Judging, read: ReadWorkbook): Checked {
  const { sheets, kept } = read;
  const readings = sheets.map((sheet) => ({ sheet, ledger: standingLedger(sheet) }));
  const ofLedgers = readings.flatMap(({ ledger }) => (ledger ? damageOf(index, rules, ledger) : []));
  const others = readings.flatMap(({ sheet, ledger }) => (ledger ? [] : [sheet]));
  const ofHistory = changedHistory(others, kept.flat(), new Set(sheets.map(({ name }) => name)));
  // A sheet that is too large to be read may be the history.
  const isUnread = sheets.some(({ isTooLarge }) => isTooLarge);
  const damages = [...ofLedgers, ...ofHistory.filter(({ makes }) => !(makes && isUnread))];
  const inspection = inspectionOf(sheets);
  const ledgers = new Set(inspection.ledgers.map(({ sheet }) => sheet));
  const judged = inspection.verdicts.filter(({ sheet }) => !ledgers.has(sheet));
  const places = others.filter((sheet) => standingPlaces(sheet) !== null);
  const scores = others.filter((sheet) => typedScores(sheet).size > 0);
  const called = new Set([...inspection.cells, ...inspection.broken].map(({ sheet }) => sheet));
  const known = new Set([
    ...[...places, ...scores].map(({ name }) => name),
    ...inspection.likeLedgers.map(({ sheet }) => sheet),
  ]);
  const unknown = others.filter((sheet) => sheet.texts.length > 0 && !known.has(sheet.name) && !isOwn(sheet));
  const own = new Map(
    unknown.flatMap((sheet) => {
      const checks = ownSheetChecks(index, rules, sheet);
      return checks ? [[sheet.name, checks] as const] : [];
    }),
  );
  return {
    ...inspection,
    damages,
    rows: checkedRows({ index, rules }, sheets, damages, judged, own),
    own: [...own].map(([sheet, { rows }]) => ({ sheet, rows: rows.length })),
    read,
    places: places.length,
    scores: scores.length,
    calls: inspection.cells.filter(({ sheet }) => !ledgers.has(sheet)).length,
    others: unknown.flatMap(({ name }) => (own.has(name) || called.has(name) ? [] : [name])),
  };
}

export interface Restored {
  readonly cells: number;
  /** Cells that changed since they were looked at: they stay as they are. */
  readonly overtaken: number;
  /** Sheets with a password, which stay as they are. */
  readonly locked: readonly string[];
}

/** Sheets we make and in which nothing is to be judged; a further one has a number behind its name. */
const OWN_SHEETS: readonly string[] = [SUMMARY_NAME, HISTORY_NAME, RECORD_NAME, ISSUES_NAME];
const isOwn = (sheet: ReadSheet) =>
  OWN_SHEETS.includes(sheet.name.replace(/\d+$/, "")) || readSheet(sheet).is === "leadersCopy";

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

/** Puts cells right, as long as they hold what was looked at. Protected sheets are protected again. */
export function mendCells(context: Excel.RequestContext, mends: readonly Mend[]): Promise<Restored> {
  const marks = mends.map(({ sheet, block, holds }) => `${sheet}!${addressOf(block)}=${holds}`);
  return inTurn(["mendCells", ...marks], async () => {
    const unfinished = lookForUnfinished(context);
    const ranges = mends.map(({ sheet, block }) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(addressOf(block));
      range.load("formulas,numberFormat");
      return range;
    });
    await context.sync();
    await unfinished.mustBeNone();
    const still = mends.filter(({ holds }, at) => String(ranges[at]?.formulas[0]?.[0] ?? "") === holds);
    const locked: string[] = [];
    for (const sheet of new Set(still.map((mend) => mend.sheet))) {
      const own = still.filter((mend) => mend.sheet === sheet);
      const cells = own.map((mend) => ({
        block: mend.block,
        content: [[mend.content]],
        // In a cell formatted as text a number would be a text again.
        isText: typeof mend.content === "number" && ranges[mends.indexOf(mend)]?.numberFormat[0]?.[0] === "@",
      }));
      if (await writeRestored(context, sheet, cells)) locked.push(sheet);
    }
    const cells = still.filter(({ sheet }) => !locked.includes(sheet)).length;
    return { cells, overtaken: mends.length - still.length, locked };
  });
}

/** @returns why not, where the sheet's protection cannot be taken off */
async function restoreSheet(
  context: Excel.RequestContext,
  name: string,
  damages: readonly Damage[],
): Promise<Lock | null> {
  const plan = damages.find(({ makes }) => makes)?.makes;
  if (!plan) return writeRestored(context, name, damages);
  await placeSheet(context, "freeze", plan, null);
  return null;
}

async function writeRestored(
  context: Excel.RequestContext,
  name: string,
  cells: readonly (Pick<Damage, "block" | "content"> & { readonly isText?: boolean })[],
): Promise<Lock | null> {
  const standing = context.workbook.worksheets.getItem(name);
  const held = askForHeld(
    standing,
    cells.map(({ block, isText = false }) => ({ ...block, keepsFormat: isText })),
  );
  const [sheet] = await sheetsToWrite(context, [name]);
  const protections = sheet?.protection ? [sheet.protection] : [];
  const kept = sheet ? held(sheet.id) : [];
  try {
    await carryOut(context, newBackup("mend", name, { protections, cells: kept }), async (keeper) => {
      keeper.put();
      const open = openFor(context, protections);
      const portions = new Portions(context, open);
      for (const { block, content, isText } of cells) {
        if (isText) standing.getRange(addressOf(block)).numberFormat = [["General"]];
        await writeContent(portions, standing, content, block);
      }
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
