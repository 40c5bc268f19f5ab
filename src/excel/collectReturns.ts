/**
 * Reading returns: each file's sheets come into the workbook for a moment, are read and deleted again. What was found is written
 * only once a person has decided, by applyCollection.ts.
 */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError, isRefusal } from "../core/errors";
import { returnedWorkbook, type ChosenFile, type ReturnedWorkbook } from "../files/returnedWorkbook";
import type { Collection } from "../sheets/bids";
import { collect, type ReturnedFile } from "../sheets/returns";
import { standingLedger, type StandingLedger } from "../sheets/standingLedger";
import { findLedger, type NoLedger } from "./findLedger";
import { measure, readMeasured } from "./readSheets";
import { VisitorsLeft } from "./visitorsLeft";

/** Whether this Excel can take sheets of other workbooks in. */
export function canCollect(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.13");
}

export interface CollectOptions {
  /** The largest file Excel takes, in bytes. */
  readonly largest: number;
  /** Whether Excel takes in sheets with charts and the like; without that they are left out, and named where a file has no other ledger. */
  readonly takesObjects: boolean;
  /** Looks into a file; the pane does it in a worker. Without a word it is done here. */
  readonly open?: (file: ChosenFile, largest: number, signal?: AbortSignal) => Promise<ReturnedWorkbook>;
  /** Called before each file. @param done how many are behind */
  readonly progress?: (done: number, total: number, file: string) => void;
  /** The sheet of the ledger to collect into, where a person chose one. */
  readonly wanted?: string | null;
  /** Ends the reading before the next file. */
  readonly signal?: AbortSignal;
}

/** A file that was not read, and why: refused for what it is, or by Excel with a code. */
export interface UnreadFile {
  readonly file: string;
  readonly trouble: CatalogError | { readonly code: string };
}

export type CollectOutcome =
  | NoLedger
  | {
      readonly collection: Collection;
      readonly unread: readonly UnreadFile[];
      /** How many sheets of files could not be deleted again; 0 on any ordinary day. */
      readonly leftBehind: number;
      /** Whether nothing is left of the files; otherwise sheets or names may stand that Excel did not let go or not tell of. */
      readonly isTidy: boolean;
      readonly cancelled: boolean;
    };

/** What no other file would get past either: the workbook is protected, read-only or being edited, or Excel is too old. */
const CONCERNS_ALL = new Set(["AccessDenied", "InvalidOperationInCellEditMode", "ApiNotFound"]);

/**
 * Reads the files one after the other, four requests each, more for large ones, and sets them against the ledger that is open. The ledger is only read.
 * @throws OfficeExtension.Error where the workbook itself lets nothing in; what was inserted is deleted before
 * @throws VisitorsLeft of the same where that could not be deleted
 */
export async function collectReturns(
  context: Excel.RequestContext,
  index: CatalogIndex,
  files: readonly ChosenFile[],
  { largest, takesObjects, open = returnedWorkbook, progress, signal, wanted = null }: CollectOptions,
): Promise<CollectOutcome> {
  const found = await findLedger(context, wanted);
  if (!("ledger" in found)) return found;
  const master = found.ledger;
  const { names, worksheets } = context.workbook;
  names.load("items/name");
  const active = worksheets.getActiveWorksheet();
  active.load("id");
  await context.sync();
  const standingNames = new Set(names.items.map(({ name }) => name));
  const visit: Visit = { leftBehind: new Set(), unsure: null };
  const read: ReturnedFile[] = [];
  const unread: UnreadFile[] = [];
  try {
    for (const [done, { file, name }] of labelled(files).entries()) {
      if (signal?.aborted) break;
      progress?.(done, files.length, name);
      try {
        const { base64, sheets } = await open(file, largest, signal);
        const welcome = sheets.filter(({ holdsObjects }) => takesObjects || !holdsObjects).map((sheet) => sheet.name);
        const leavesSheetsOut = welcome.length < sheets.length;
        const ledgers = leavesSheetsOut && welcome.length === 0 ? [] : await ledgersOf(context, base64, welcome, visit);
        if (leavesSheetsOut && ledgers.length === 0)
          throw new CatalogError("documentRefused", { name, reason: "objects" });
        read.push({ file: name, ledgers });
      } catch (error) {
        if (signal?.aborted && error === signal.reason) break;
        const trouble = troubleOf(error);
        if (!trouble) throw error;
        unread.push({ file: name, trouble });
      }
    }
  } catch (error) {
    if (!(await tidyUp(context, visit, standingNames, active.id))) throw new VisitorsLeft(error);
    throw error;
  }
  const isTidy = await tidyUp(context, visit, standingNames, active.id);
  return {
    collection: collect(index, master, read),
    unread,
    leftBehind: visit.leftBehind.size,
    isTidy,
    cancelled: signal?.aborted === true,
  };
}

function troubleOf(error: unknown): UnreadFile["trouble"] | null {
  if (isRefusal(error)) return error;
  if (!(error instanceof OfficeExtension.Error) || CONCERNS_ALL.has(error.code)) return null;
  return { code: error.code };
}

/** Files of one name from several folders are told apart. */
function labelled(files: readonly ChosenFile[]): { file: ChosenFile; name: string }[] {
  const taken = new Map<string, number>();
  return files.map((file) => {
    const count = (taken.get(file.name) ?? 0) + 1;
    taken.set(file.name, count);
    return { file, name: count === 1 ? file.name : `${file.name} (${count})` };
  });
}

/** Sheets of files that are in the workbook just now, by their ids. */
interface Visit {
  readonly leftBehind: Set<string>;
  /** What was asked to come in while Excel's answer has not said whether it did; null where all is known. */
  unsure: { readonly before: ReadonlySet<string>; readonly sheetNames: readonly string[] } | null;
}

/** The ledgers among these sheets of a file. They are gone again when this returns; what could not be deleted stays in `visit`. */
async function ledgersOf(
  context: Excel.RequestContext,
  base64: string,
  sheetNames: readonly string[],
  visit: Visit,
): Promise<StandingLedger[]> {
  const { worksheets } = context.workbook;
  await clearAway(context, visit); // or else strays of the file before would be taken for what stood before this one
  worksheets.load("items/id");
  await context.sync();
  const before = new Set(worksheets.items.map(({ id }) => id));
  visit.unsure = { before, sheetNames };
  try {
    context.application.suspendApiCalculationUntilNextSync();
    const inserted = context.workbook.insertWorksheetsFromBase64(base64, {
      positionType: "End",
      sheetNamesToInsert: [...sheetNames],
    });
    await context.sync();
    for (const id of inserted.value) visit.leftBehind.add(id);
    visit.unsure = null;
  } catch (error) {
    // Excel has been seen to report a failure and insert the sheets all the same.
    await clearAway(context, visit).catch(() => undefined);
    throw error;
  }
  try {
    const looked = [...visit.leftBehind].map((id) => {
      const sheet = worksheets.getItem(id);
      sheet.load("name");
      return { sheet, measured: measure(sheet, id) };
    });
    await context.sync();
    // A formula counts as its value there: what it says is what they sent.
    const cells = await readMeasured(
      context,
      looked.map(({ measured }) => measured),
      { valuesOnly: true },
    );
    for (const { sheet } of looked) {
      sheet.visibility = "Hidden"; // a sheet that is "very hidden" cannot be deleted
      sheet.delete();
    }
    await context.sync();
    visit.leftBehind.clear();
    return cells.flatMap((each, index) => standingLedger({ ...each, name: looked[index]?.sheet.name ?? "" }) ?? []);
  } catch (error) {
    await clearAway(context, visit).catch(() => undefined);
    throw error;
  }
}

/** Deletes what is left of files, also where it is not known yet what that is. */
async function clearAway(context: Excel.RequestContext, visit: Visit): Promise<void> {
  if (visit.unsure) await findStrays(context, visit.unsure, visit);
  visit.unsure = null;
  await deleteVisitors(context, visit);
}

/** Sheets that have come since and are called as the file's are; what a co-author added meanwhile is not among them. */
async function findStrays(
  context: Excel.RequestContext,
  { before, sheetNames }: NonNullable<Visit["unsure"]>,
  visit: Visit,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  for (const { id, name } of worksheets.items)
    if (!before.has(id) && sheetNames.some((each) => isCalledAfter(name, each))) visit.leftBehind.add(id);
}

/** Whether a sheet that came in may have had this name in its file: where it is taken, Excel numbers it, and cuts it to what a name may hold. */
function isCalledAfter(name: string, inFile: string): boolean {
  const [wanted, had] = [inFile.toLowerCase(), name.toLowerCase()];
  if (had === wanted) return true;
  const [, stem] = /^(.*?) ?\(\d+\)$/.exec(had) ?? [];
  if (stem === undefined || stem === "") return false;
  return stem === wanted || (had.length >= LONGEST_NAME - 1 && wanted.startsWith(stem));
}
const LONGEST_NAME = 31;

async function deleteVisitors(context: Excel.RequestContext, visit: Visit): Promise<void> {
  if (visit.leftBehind.size === 0) return;
  const sheets = [...visit.leftBehind].map((id) => ({
    id,
    sheet: context.workbook.worksheets.getItemOrNullObject(id),
  }));
  await context.sync();
  for (const { sheet } of sheets) {
    if (sheet.isNullObject) continue;
    sheet.visibility = "Hidden";
    sheet.delete();
  }
  await context.sync();
  visit.leftBehind.clear();
}

/**
 * After the last file: sheets that withstood, names that came with the files and lead nowhere now, and the sheet that was open.
 * @returns whether nothing can be left of the files; what Excel refuses is tried again, but is no reason to lose what was read
 */
async function tidyUp(
  context: Excel.RequestContext,
  visit: Visit,
  standingNames: ReadonlySet<string>,
  activeId: string,
): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++)
    try {
      await tidyOnce(context, visit, standingNames, activeId);
      return true;
    } catch {
      // once more
    }
  return false;
}
const ATTEMPTS = 3;

async function tidyOnce(
  context: Excel.RequestContext,
  visit: Visit,
  standingNames: ReadonlySet<string>,
  activeId: string,
): Promise<void> {
  await clearAway(context, visit);
  const { names } = context.workbook;
  names.load("items/name,items/formula");
  const active = context.workbook.worksheets.getItemOrNullObject(activeId);
  await context.sync();
  for (const item of names.items)
    if (!standingNames.has(item.name) && String(item.formula).includes("#REF!")) item.delete();
  if (!active.isNullObject) active.activate();
  await context.sync();
}
