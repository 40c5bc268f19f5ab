/**
 * Writing what returns bring into the ledger: values, the record of who said so, and what undoing needs, in one go or not at all; and
 * taking the last collection back, also after the workbook was closed and opened again.
 */
import type { Entry } from "../sheets/ledgerColumns";
import { decided, RETURNED_COLUMNS, type Collection, type Write } from "../sheets/bids";
import { place, rectangles, reversed, type OvertakenWrite, type PlacedWrite } from "../sheets/returns";
import {
  MOMENT_FORMAT,
  RECORD_HEADINGS,
  RECORD_KEYS,
  RECORD_NAME,
  recordKey,
  recordPlan,
  recordRows,
} from "../sheets/returnsRecord";
import { LEDGER_NAME } from "../sheets/ledger";
import { asTyped } from "../sheets/plan";
import { shownAt, type StandingLedger } from "../sheets/standingLedger";
import { applyPlan } from "./applyPlan";
import { firstFreeName } from "./asideSheet";
import { aliasOf, type Backup, type Keeper, type Unfinished } from "./backup";
import { carryOutClaimed, claimed, whileRowsMove } from "./change";
import { ledgerOn } from "./findLedger";
import { openFor, sheetsToWrite } from "./protection";
import { markedRows, newRows, RowWatch, type WatchedRows } from "./rowWatch";
import { PARTS, readPart, toXml, writePart } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** What was written last, as the workbook keeps it. */
export interface LastCollection {
  readonly version: 1;
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly sheet: string;
  readonly writes: readonly Write[];
}

export type ApplyOutcome =
  /** The ledger's sheet is gone, or no ledger any more. */
  | { readonly noLedger: true }
  | {
      readonly written: number;
      /** Cells that have changed since they were looked at: they were left alone. */
      readonly overtaken: readonly OvertakenWrite[];
      readonly recordSheet: string;
    };

/**
 * Writes what a person decided: the values, the record and what undoing needs.
 * @param choices as `decided` takes them
 * @throws OfficeExtension.Error where Excel refuses; the cells hold what they held before then
 */
export function applyCollection(
  context: Excel.RequestContext,
  collection: Collection,
  choices: ReadonlyMap<string, number>,
): Promise<ApplyOutcome> {
  return inTurn(["collect", collection, [...choices]], () =>
    whileRowsMove(() =>
      claimed(context, "collect", collection.sheet, (keeper, unfinished) =>
        apply(keeper, unfinished, collection, choices),
      ),
    ),
  );
}

async function apply(
  keeper: Keeper,
  unfinished: Unfinished,
  collection: Collection,
  choices: ReadonlyMap<string, number>,
): Promise<ApplyOutcome> {
  const master = await ledgerOn(keeper.context, collection.sheet);
  await unfinished.mustBeNone();
  if (!master) return { noLedger: true };
  const { placed, overtaken } = place(master, decided(collection, choices));
  if (placed.length === 0) return { written: 0, overtaken, recordSheet: RECORD_NAME };
  const now = new Date();
  const last: LastCollection = {
    version: 1,
    at: now.toISOString(),
    sheet: master.name,
    writes: placed.map(({ id, department, indicator, column, before, after, files }) => ({
      id,
      department,
      indicator,
      column,
      before,
      after,
      files,
    })),
  };
  const recordSheet = await write(keeper, master, placed, now, last);
  return { written: placed.length, overtaken, recordSheet };
}

/** What can be undone, or null. */
export async function lastCollection(context: Excel.RequestContext): Promise<LastCollection | null> {
  const kept = await readPart(context, "collected");
  return isLastCollection(kept) ? kept : null;
}

export type UndoOutcome =
  | { readonly nothing: true }
  | { readonly sheetGone: string }
  | { readonly restored: number; readonly overtaken: readonly OvertakenWrite[]; readonly entry: Entry };

/** Takes the last collection back: cells that still hold what it wrote hold again what they held before. The record notes it. */
export function undoCollection(context: Excel.RequestContext): Promise<UndoOutcome> {
  return inTurn(["undo"], () =>
    whileRowsMove(() => claimed(context, "undo", LEDGER_NAME, (keeper, unfinished) => undo(keeper, unfinished))),
  );
}

async function undo(keeper: Keeper, unfinished: Unfinished): Promise<UndoOutcome> {
  const { context } = keeper;
  const last = await lastCollection(context);
  await unfinished.mustBeNone();
  if (!last) return { nothing: true };
  const master = await ledgerOn(context, last.sheet);
  if (!master) return { sheetGone: last.sheet };
  const { placed, overtaken } = place(master, last.writes.map(reversed));
  if (placed.length > 0) await write(keeper, master, placed, new Date(), null);
  else await writePart(context, "collected", null);
  return { restored: placed.length, overtaken, entry: master.entry };
}

/**
 * Writes cells with their record, and keeps what undoing needs; null for an undoing itself.
 * @returns the record's sheet
 */
async function write(
  keeper: Keeper,
  master: StandingLedger,
  placed: readonly PlacedWrite[],
  now: Date,
  last: LastCollection | null,
): Promise<string> {
  const { context } = keeper;
  const { worksheets, customXmlParts } = context.workbook;
  const sheetName = master.name;
  worksheets.load("items/name");
  const parts = customXmlParts.getByNamespace(PARTS.collected);
  parts.load("items/id");
  const record = worksheets.getItemOrNullObject(RECORD_NAME);
  const used = record.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount");
  await context.sync();
  const headings = used.isNullObject || used.columnIndex !== 0 ? null : used.getRow(0).load("values");
  if (headings) await context.sync(); // of a record of years only its first row is read
  const isOurs = headings !== null && RECORD_HEADINGS.every((heading, at) => headings.values[0]?.[at] === heading);
  const recordName = isOurs
    ? RECORD_NAME
    : firstFreeName(
        RECORD_NAME,
        worksheets.items.map(({ name }) => name),
      );
  const rows = recordRows(sheetName, master.entry, placed, now, last === null);
  const first = isOurs ? used.rowIndex + used.rowCount : 0;

  const written = await sheetsToWrite(context, [sheetName, ...(isOurs ? [recordName] : [])]);
  const [{ id: ledgerId } = { id: "" }, standing] = written;
  const recordId = standing?.id ?? null;
  const protections = written.flatMap(({ protection }) => protection ?? []);
  const watch = await RowWatch.over(context, watchedCells(ledgerId, master, placed));
  // Below what the record holds somebody else may write at the same time.
  const below = recordId === null ? null : await RowWatch.over(context, newRows(recordId, first, rows.length));
  const alias = aliasOf(recordName);
  const kept: Partial<Backup> = {
    sheet: sheetName,
    protections,
    cells: watch.kept,
    made: recordId === null ? [{ id: null, alias }] : [],
    appended:
      recordId === null
        ? []
        : [
            {
              sheet: recordId,
              first,
              columns: RECORD_HEADINGS.length,
              keyColumns: RECORD_KEYS,
              keys: rows.map(recordKey),
            },
          ],
    part: { part: "collected", before: parts.items.map(({ id }) => id) },
  };
  await carryOutClaimed(
    keeper,
    kept,
    async () => {
      keeper.put();
      if (recordId === null) {
        const made = worksheets.add(alias);
        made.load("id");
        await context.sync();
        keeper.put({ made: [{ id: made.id, alias }] });
        await applyPlan(context, made, recordPlan(recordName, rows));
        made.name = recordName;
      }
      context.application.suspendApiCalculationUntilNextSync();
      const open = openFor(context, protections);
      watch.begin();
      below?.begin();
      const sheet = worksheets.getItem(ledgerId);
      for (const { block, values } of rectangles(placed))
        sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns).values = values;
      if (recordId !== null) {
        const standingRecord = worksheets.getItem(recordId);
        standingRecord.getRangeByIndexes(first, 0, rows.length, 1).numberFormat = rows.map(() => [MOMENT_FORMAT]);
        standingRecord.getRangeByIndexes(first, 0, rows.length, RECORD_HEADINGS.length).values = rows.map((row) =>
          row.map(asTyped),
        );
      }
      if (last) customXmlParts.add(toXml("collected", last));
      open.close();
      await context.sync();
      watch.mustBeStill(keeper);
      below?.mustBeStill(keeper);
    },
    () => {
      for (const part of parts.items) part.delete();
    },
  );
  return recordName;
}

/** The cells of the ledger that are written, as they were when they were looked at. */
function watchedCells(sheet: string, master: StandingLedger, placed: readonly PlacedWrite[]): WatchedRows {
  const written = new Set(placed.map(({ at }) => `${at.row},${at.column}`));
  const { idColumn, rows } = markedRows(master);
  return {
    sheet,
    idColumn,
    rows: rows.filter(({ row }) => placed.some(({ at }) => at.row === row)),
    columns: [...new Set(placed.map(({ at }) => at.column))].map((column) => ({
      column,
      isWritten: (row: number) => written.has(`${row},${column}`),
      seen: (row: number) => shownAt(master.cells, row, column).value,
    })),
  };
}

/** Somebody else may have written into the part: only what is whole is taken. */
function isLastCollection(kept: unknown): kept is LastCollection {
  const { version, at, sheet, writes } = (kept ?? {}) as Partial<Record<keyof LastCollection, unknown>>;
  return (
    version === 1 &&
    typeof at === "string" &&
    typeof sheet === "string" &&
    Array.isArray(writes) &&
    writes.every(isWrite)
  );
}

function isWrite(kept: unknown): kept is Write {
  const { id, department, indicator, column, before, after, files } = (kept ?? {}) as Partial<
    Record<keyof Write, unknown>
  >;
  return (
    [id, department, indicator].every((text) => typeof text === "string") &&
    RETURNED_COLUMNS.some((each) => each === column) &&
    [before, after].every((value) => ["string", "number", "boolean"].includes(typeof value)) &&
    Array.isArray(files) &&
    files.every((file) => typeof file === "string")
  );
}
