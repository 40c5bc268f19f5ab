/** A person's own sheet as it stands, with what is ours beside it: read together, so that understanding it and writing see the same. */
import type { Dress } from "../sheets/ledgerRow";
import type { MarkColumn } from "../sheets/markColumns";
import type { OwnRole } from "../sheets/ownSheetWords";
import type { OwnCells } from "../sheets/ownSheetTypes";
import { columnOf, type Block } from "../sheets/plan";
import { standingLedger } from "../sheets/standingLedger";
import { standingPlaces } from "../sheets/standingPlaces";
import { givenOptions } from "./protection";
import type { KeptProtection } from "./backup";
import { measure, readMeasured, type ReadSheet } from "./readSheets";
import { fromXml, PARTS } from "./workbookStore";

/** The sheet's own name for all that is ours on it. */
export const MARKS_NAME = "承诺标注";

/** What is remembered of one marked sheet. */
export interface MarkedSheet {
  readonly block: Block;
  /** Rectangles that were written, and those into which verdicts spill. */
  readonly owned: readonly Block[];
  readonly spilled: readonly Block[];
  readonly dress: Dress;
  /** The columns' widths before, from the block's first; null where one was hidden. */
  readonly widths: readonly (number | null)[];
  readonly shown: readonly MarkColumn[];
  readonly asOf: string;
  readonly roles: readonly (readonly [column: string, role: OwnRole])[];
}

/** What a workbook remembers of people's own sheets. */
export interface OwnSheetsKept {
  readonly version: 1;
  /** Names that a person chose a promise for: department and name as `matchKey` has them, and the promise's id. */
  readonly names: readonly (readonly [key: string, id: string])[];
  /** By the sheets' ids. */
  readonly sheets: Readonly<Record<string, MarkedSheet>>;
}
const NOTHING_KEPT: OwnSheetsKept = { version: 1, names: [], sheets: {} };

export interface OwnSheetLook {
  readonly id: string;
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly protection: KeptProtection | null;
  /** The person's own cells: without what is ours. */
  readonly cells: OwnCells;
  readonly all: ReadSheet;
  /** The first column of what is ours, or of what would be: behind everything of theirs, formats included. */
  readonly column: number;
  readonly isOurs: boolean;
  /** Where what is ours stands now, whatever rows and columns came since; null where the sheet is not marked. */
  readonly block: Block | null;
  readonly kept: OwnSheetsKept;
  readonly partIds: readonly string[];
  /** The widths of columns from `column` on. */
  readonly widths: readonly (number | null)[];
}

const COLUMNS_AHEAD = 40;
const FAR = 30; // columns: formats that reach further are those of whole rows

/** Reads a sheet, the open one without a name. Two requests, one more for every thirty thousand cells, and where what is merged cannot be told. */
export async function lookAtOwnSheet(
  context: Excel.RequestContext,
  wanted: string | null,
  afterFirst: () => Promise<void> = () => Promise.resolve(),
): Promise<OwnSheetLook> {
  const { worksheets, customXmlParts } = context.workbook;
  const sheet = wanted === null ? worksheets.getActiveWorksheet() : worksheets.getItem(wanted);
  sheet.load("id,name");
  sheet.protection.load("protected,options");
  const measured = measure(sheet, wanted ?? "");
  const formatted = sheet.getUsedRangeOrNullObject(false);
  formatted.load("columnIndex,columnCount");
  const marks = sheet.names.getItemOrNullObject(MARKS_NAME);
  marks.load("formula");
  const parts = customXmlParts.getByNamespace(PARTS.ownSheets);
  parts.load("items/id");
  await context.sync();
  await afterFirst();
  const block = marks.isNullObject ? null : blockIn(String(marks.formula));
  const { used } = measured;
  const behindUsed = used.isNullObject ? 1 : used.columnIndex + used.columnCount;
  const behindFormats = formatted.isNullObject ? 1 : formatted.columnIndex + formatted.columnCount;
  const column = block
    ? block.column
    : behindFormats <= behindUsed + FAR
      ? Math.max(behindUsed, behindFormats)
      : behindUsed;
  const read = async (asksMerges: boolean) => {
    const merged = asksMerges && !used.isNullObject ? used.getMergedAreasOrNullObject() : null;
    merged?.load("address");
    const xml = parts.items[0] ? parts.items[0].getXml() : null;
    const columns = Array.from({ length: COLUMNS_AHEAD }, (_, at) => {
      const range = sheet.getRangeByIndexes(0, column + at, 1, 1).getEntireColumn();
      range.load("columnHidden");
      range.format.load("columnWidth");
      return range;
    });
    const [all] = await readMeasured(context, [{ ...measured, name: sheet.name }]);
    if (columns[0] && used.isNullObject) await context.sync();
    if (!all) throw new Error("nothing was read");
    const merges = used.isNullObject ? [] : merged && (merged.isNullObject ? [] : blocksIn(merged.address));
    return { all, xml, columns, merges };
  };
  const { all, xml, columns, merges } = await withMergesOrWithout(read);
  const kept = xml === null ? null : fromXml(xml.value);
  const cells = ownCellsOf(all, block, merges);
  return {
    id: sheet.id,
    name: sheet.name,
    sheet,
    protection: sheet.protection.protected
      ? { sheet: sheet.id, options: givenOptions(sheet.protection.options) }
      : null,
    cells,
    all,
    column,
    isOurs: standingLedger(cells) !== null || standingPlaces(cells) !== null,
    block,
    kept: isKept(kept) ? kept : NOTHING_KEPT,
    partIds: parts.items.map(({ id }) => id),
    widths: columns.map((range) => (range.columnHidden ? null : range.format.columnWidth)),
  };
}

/**
 * Reads with what is merged in the same request. Where Excel does not say that, an older one, or one with too many merged cells, it
 * refuses the whole request: it is read again without, and blanks below a name then count as of it.
 */
async function withMergesOrWithout<T>(read: (asksMerges: boolean) => Promise<T>): Promise<T> {
  try {
    return await read(true);
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return read(false);
    throw error;
  }
}

/** @example blocksIn("'年 度'!A1:B2,'年 度'!D1:D4") // two blocks */
function blocksIn(addresses: string): Block[] {
  return [...addresses.matchAll(/!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)(?=,|\s|$)/gu)].map(
    ([, left = "", top, right = "", bottom]) => {
      const [row, column] = [Number(top) - 1, columnOf(left)];
      return { row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 };
    },
  );
}

/** The cells left of what is ours. */
function ownCellsOf(
  { name, row, column, values, texts, formulas }: ReadSheet,
  block: Block | null,
  merges: OwnCells["merges"],
): OwnCells {
  const width = block ? Math.max(0, block.column - column) : Infinity;
  const left = <V>(rows: readonly (readonly V[])[]) =>
    width === Infinity ? rows : rows.map((line) => line.slice(0, width));
  return { name, row, column, values: left(values), texts: left(texts), formulas: left(formulas), merges };
}

/** @example blockIn("=Sheet1!$J$3:$S$20") */
function blockIn(formula: string): Block | null {
  const found = /\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formula);
  if (!found?.[1] || !found[2]) return null;
  const [row, column] = [Number(found[2]) - 1, columnOf(found[1])];
  return {
    row,
    column,
    rows: Number(found[4] ?? found[2]) - row,
    columns: columnOf(found[3] ?? found[1]) - column + 1,
  };
}

function isKept(kept: unknown): kept is OwnSheetsKept {
  const { version, names, sheets } = (kept ?? {}) as Partial<Record<keyof OwnSheetsKept, unknown>>;
  return version === 1 && Array.isArray(names) && typeof sheets === "object" && sheets !== null;
}
