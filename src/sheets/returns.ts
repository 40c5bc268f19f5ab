/**
 * Collecting returns (汇总上报表): what the ledgers that departments sent back bring into the master ledger. Rows are matched by 编号
 * and names, never by place; a blank takes nothing away, and where two values compete a person decides.
 */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { isRefusal } from "../core/errors";
import { normaliseName } from "../core/text";
import type { Commitment } from "../core/types";
import { isErrorValue } from "./errorValues";
import { EVERY_PERIOD_COLUMN, headingOf, isPeriodColumn, type Entry } from "./ledgerColumns";
import { rowPeriods } from "./ledgerRhythm";
import { addressOf, asTyped, cell, type Block } from "./plan";
import { formulaIn, shownIn, type CellValue, type StandingLedger } from "./standingLedger";

/** The columns departments fill; the baseline only where the ledger asks for one. */
export const RETURNED_COLUMNS = ["baseline", ...EVERY_PERIOD_COLUMN, "reason", "measures"] as const;
export type ReturnedColumn = (typeof RETURNED_COLUMNS)[number];

/** What a cell holds, as Excel gives it; "" is a blank cell. */
export type Value = CellValue;

/** A file that was read: the ledgers in it. */
export interface ReturnedFile {
  readonly file: string;
  readonly ledgers: readonly StandingLedger[];
}

/** Why nothing is taken from a file that could be read. */
export type Refusal =
  | { readonly reason: "noLedger" }
  /** Running totals must not be read as quarters alone, nor the other way round. */
  | { readonly reason: "entryDiffers"; readonly theirs: Entry; readonly ours: Entry }
  | { readonly reason: "yearDiffers"; readonly theirs: number; readonly ours: number }
  /** A ledger, but none of its commitments is in the master. */
  | { readonly reason: "foreign" };

/** One cell of the master ledger, by what it says and not by where it stands. */
interface MasterCell {
  readonly id: string;
  readonly department: string;
  readonly indicator: string;
  readonly column: ReturnedColumn;
}

/** A value that goes into the master ledger, and the files that say so. */
export interface Write extends MasterCell {
  readonly before: Value;
  readonly after: Value;
  readonly files: readonly string[];
}

/** A value a file offers, with every cell that holds it. */
export interface Offer {
  readonly value: Value;
  readonly sources: readonly { readonly file: string; readonly address: string }[];
}

/** Values that compete for one cell: of the master and a file, or of several files. */
export interface Conflict extends MasterCell {
  readonly key: string;
  /** Where it stands in the master, as in H6. */
  readonly address: string;
  /** What the master holds; "" where only the files differ. */
  readonly before: Value;
  readonly offers: readonly Offer[];
}

/** Why a filled row or cell of a return is left out. */
export type LeftOutReason =
  | "unknown"
  | "ambiguous"
  | "notInMaster"
  | "namesDiffer"
  | "error"
  | "formulaInMaster"
  | "noColumnInMaster"
  | "outsideRhythm";

export interface LeftOut {
  readonly file: string;
  /** The row of the file's ledger, from 1. */
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  readonly id: string;
  readonly why: LeftOutReason;
  /** The column, where it is one cell that is left out. */
  readonly column: ReturnedColumn | null;
}

export interface FileCounts {
  readonly file: string;
  readonly taken: number;
  readonly agreed: number;
  readonly conflicts: number;
  readonly leftOut: number;
}
export type FileReport = FileCounts | { readonly file: string; readonly refusal: Refusal };

/** What the returns come to, before anything is written. */
export interface Collection {
  /** The sheet of the master ledger. */
  readonly sheet: string;
  readonly entry: Entry;
  readonly writes: readonly Write[];
  readonly conflicts: readonly Conflict[];
  readonly leftOut: readonly LeftOut[];
  readonly files: readonly FileReport[];
}

/** A row of the master ledger. */
interface MasterRow extends Omit<MasterCell, "column"> {
  /** On the sheet, from 0. */
  readonly row: number;
}

/** What competes for one cell so far. */
interface Bid {
  readonly target: MasterRow;
  readonly column: ReturnedColumn;
  readonly offers: { value: Value; sources: { file: string; address: string }[] }[];
}

/** Sets returns against the master ledger. Nothing is written; what competes or does not match is told. */
export function collect(index: CatalogIndex, master: StandingLedger, returns: readonly ReturnedFile[]): Collection {
  const rows = masterRows(master);
  const bids = new Map<string, Bid>();
  const leftOut: LeftOut[] = [];
  const refusals = new Map<string, Refusal>();
  for (const { file, ledgers } of returns) {
    const refused = ledgers.map((ledger) => refusalOf(master, rows, ledger));
    const fitting = ledgers.filter((_, position) => refused[position] === null);
    // A ledger of another year beside the right one is no trouble; figures entered in another way would be.
    const trouble =
      refused.find((refusal) => refusal?.reason === "entryDiffers") ??
      (fitting.length > 0 ? null : (refused[0] ?? { reason: "noLedger" }));
    if (trouble) refusals.set(file, trouble);
    else for (const ledger of fitting) takeRows(index, master, rows, file, ledger, bids, leftOut);
  }
  const writes: Write[] = [];
  const conflicts: Conflict[] = [];
  const agreed: Offer[] = [];
  for (const [key, { target, column, offers }] of bids) {
    const { row, ...about } = target;
    const before = shownIn(master, row, column).value;
    const [first, ...others] = offers;
    if (!first) continue;
    if (others.length > 0 || (!isBlank(before) && !isSame(before, first.value)))
      conflicts.push({ key, ...about, column, address: addressIn(master, row, column), before, offers });
    else if (isBlank(before)) writes.push({ ...about, column, before, after: first.value, files: filesOf(first) });
    else agreed.push(first);
  }
  const concerns = (file: string) => (offer: Offer) => filesOf(offer).includes(file);
  const files = returns.map(({ file }): FileReport => {
    const refusal = refusals.get(file);
    if (refusal) return { file, refusal };
    return {
      file,
      taken: writes.filter((write) => write.files.includes(file)).length,
      agreed: agreed.filter(concerns(file)).length,
      conflicts: conflicts.filter(({ offers }) => offers.some(concerns(file))).length,
      leftOut: leftOut.filter((each) => each.file === file).length,
    };
  });
  return { sheet: master.name, entry: master.entry, writes, conflicts, leftOut, files };
}

interface MasterRows {
  /** By id; rows without one by their names, as where the column of ids was taken out. */
  readonly byKey: ReadonlyMap<string, MasterRow>;
  /** By both names; null where several rows share them. */
  readonly byNames: ReadonlyMap<string, MasterRow | null>;
}

const keyOf = ({ id, department, indicator }: Omit<MasterCell, "column">) =>
  id === "" ? namesKey(department, indicator) : id;

function masterRows(master: StandingLedger): MasterRows {
  const byKey = new Map<string, MasterRow>();
  const byNames = new Map<string, MasterRow | null>();
  for (const found of master.rows) {
    if (!byKey.has(keyOf(found))) byKey.set(keyOf(found), found);
    const names = namesKey(found.department, found.indicator);
    byNames.set(names, byNames.has(names) ? null : found);
  }
  return { byKey, byNames };
}

function refusalOf(master: StandingLedger, rows: MasterRows, ledger: StandingLedger): Refusal | null {
  const [theirs, ours] = [yearOf(ledger), yearOf(master)];
  if (theirs !== null && ours !== null && theirs !== ours) return { reason: "yearDiffers", theirs, ours };
  const ids = ledger.rows.flatMap(({ id }) => (id === "" ? [] : [id]));
  if (ids.length > 0 && hasIds(master) && !ids.some((id) => rows.byKey.has(id))) return { reason: "foreign" };
  if (ledger.entry !== master.entry) return { reason: "entryDiffers", theirs: ledger.entry, ours: master.entry };
  return null;
}

const hasIds = ({ rows }: StandingLedger) => rows.some(({ id }) => id !== "");

/** The year a ledger's title speaks of, or what it says of its catalog; null where people took both away. */
function yearOf({ cells, header }: StandingLedger): number | null {
  for (const text of cells.texts.slice(0, header - cells.row).flat()) {
    const year = /(\d{4})年/.exec(text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

function takeRows(
  index: CatalogIndex,
  master: StandingLedger,
  rows: MasterRows,
  file: string,
  ledger: StandingLedger,
  bids: Map<string, Bid>,
  leftOut: LeftOut[],
): void {
  const idOf = new Map(ledger.rows.map(({ row, id }) => [row, id]));
  for (let row = ledger.header + 1; row < ledger.cells.row + ledger.cells.texts.length; row++) {
    const filled = RETURNED_COLUMNS.flatMap((column) => {
      const { value } = shownIn(ledger, row, column);
      return isBlank(value) ? [] : [{ column, value }];
    });
    const id = idOf.get(row) ?? "";
    // Without an id a row counts where a period is filled: the legend and people's own notes are no returns.
    if (filled.length === 0 || (id === "" && !filled.some(({ column }) => isPeriodColumn(column)))) continue;
    const names = namesIn(ledger, row);
    const leave = (why: LeftOutReason, column: ReturnedColumn | null) =>
      leftOut.push({ file, row: row + 1, ...names, id, why, column });
    const target = match(index, rows, id, names);
    if (typeof target === "string") {
      // A row of which only the given baseline stands filled was not filled by anybody.
      if (filled.some(({ column }) => column !== "baseline")) leave(target, null);
      continue;
    }
    for (const { column, value } of filled) {
      const commitment = index.withId(target.id);
      if (column === "baseline" && !(commitment && caseOf(index, commitment).asksBaseline)) continue;
      if (master.at[column] === undefined) leave("noColumnInMaster", column);
      else if (commitment && isOutside(index, commitment, master.entry, column)) leave("outsideRhythm", column);
      else if (formulaIn(master, target.row, column) !== null) {
        // A total follows its parts by itself.
        const standing = shownIn(master, target.row, column).value;
        if (commitment?.sumOf === undefined && !isSame(standing, value)) leave("formulaInMaster", column);
      } else if (isErrorValue(value)) leave("error", column);
      else bid(bids, target, column, value, { file, address: addressIn(ledger, row, column) });
    }
  }
}

/** Whether a column is of a period in which a promise is not reported. */
const isOutside = (index: CatalogIndex, commitment: Commitment, entry: Entry, column: ReturnedColumn) =>
  rowPeriods(index, commitment, entry).closed.some((period) => period.column === column);

function bid(bids: Map<string, Bid>, target: MasterRow, column: ReturnedColumn, value: Value, source: Source): void {
  const key = `${keyOf(target)} ${column}`;
  const found = bids.get(key) ?? { target, column, offers: [] };
  bids.set(key, found);
  const same = found.offers.find((offer) => isSame(offer.value, value));
  if (same) same.sources.push(source);
  else found.offers.push({ value, sources: [source] });
}
type Source = Offer["sources"][number];

/** The master's row a return's row speaks of: by its id where the names do not contradict it, else by names that fit one row alone. */
function match(
  index: CatalogIndex,
  rows: MasterRows,
  id: string,
  { department, indicator }: { department: string; indicator: string },
): MasterRow | LeftOutReason {
  const own = id === "" ? undefined : rows.byKey.get(id);
  const named = rows.byNames.get(namesKey(department, indicator));
  const resolved = index.lookUp(department, indicator);
  if (own) {
    const agrees = agree(department, own.department) && agree(indicator, own.indicator);
    return agrees || (!isRefusal(resolved) && resolved.id === own.id) ? own : "namesDiffer";
  }
  if (named) return named;
  if (named === null) return "ambiguous";
  if (isRefusal(resolved)) return /Ambiguous$/.test(resolved.code) ? "ambiguous" : "unknown";
  return rows.byKey.get(resolved.id) ?? "notInMaster";
}

/** A name that was taken out, as by merging cells, contradicts nothing. */
function agree(theirs: string, ours: string): boolean {
  const [left, right] = [normaliseName(theirs), normaliseName(ours)];
  return left === "" || right === "" || left === right;
}

/**
 * What is to be written once a person has decided.
 * @param choices by a conflict's key the place of the offer to take; conflicts left out keep what the master holds
 */
export function decided({ writes, conflicts }: Collection, choices: ReadonlyMap<string, number>): Write[] {
  const taken = conflicts.flatMap(({ key, offers, id, department, indicator, column, before }) => {
    const offer = offers[choices.get(key) ?? -1];
    return offer ? [{ id, department, indicator, column, before, after: offer.value, files: filesOf(offer) }] : [];
  });
  return [...writes, ...taken];
}

/** The write that takes another back. */
export const reversed = (write: Write): Write => ({ ...write, before: write.after, after: write.before });

/** A write at its place on the sheet, from 0. */
export interface PlacedWrite extends Write {
  readonly at: Block;
}

/** A write whose cell has changed since: what it holds now, or null where it is gone or holds a formula. */
export interface OvertakenWrite extends Write {
  readonly now: Value | null;
}

/** Finds the cells of writes in the ledger as it stands now; a cell that no longer holds what it held before is not touched. */
export function place(
  master: StandingLedger,
  writes: readonly Write[],
): { readonly placed: PlacedWrite[]; readonly overtaken: OvertakenWrite[] } {
  const rows = masterRows(master).byKey;
  const placed: PlacedWrite[] = [];
  const overtaken: OvertakenWrite[] = [];
  for (const write of writes) {
    const row = rows.get(keyOf(write))?.row;
    const column = master.at[write.column];
    const isOpen = row !== undefined && column !== undefined && formulaIn(master, row, write.column) === null;
    const now = isOpen ? shownIn(master, row, write.column).value : null;
    if (!isOpen || now === null) overtaken.push({ ...write, now: null });
    else if (!isUnchanged(now, write.before)) overtaken.push({ ...write, now });
    else placed.push({ ...write, at: cell(row, column) });
  }
  return { placed, overtaken };
}

/** Cells that stand one under the other as one rectangle each. */
export function rectangles(writes: readonly PlacedWrite[]): { readonly block: Block; readonly values: Value[][] }[] {
  const found: { block: Block; values: Value[][] }[] = [];
  const sorted = [...writes].sort((left, right) => left.at.column - right.at.column || left.at.row - right.at.row);
  for (const { at, after } of sorted) {
    const last = found.at(-1);
    if (last?.block.column === at.column && last.block.row + last.block.rows === at.row) {
      last.block = { ...last.block, rows: last.block.rows + 1 };
      last.values.push([asTyped(after)]);
    } else found.push({ block: at, values: [[asTyped(after)]] });
  }
  return found;
}

/** What a column is called on the ledger, on one line. */
export const columnHeading = (column: ReturnedColumn, entry: Entry): string =>
  headingOf(column, entry).replace("\n", "");

const isBlank = (value: Value) => typeof value === "string" && value.trim() === "";

/** Whether two cells say the same: 3200 and the text “3200” do. */
const isSame = (left: Value, right: Value) => plain(left).trim() === plain(right).trim();

const isUnchanged = (now: Value, before: Value) => typeof now === typeof before && plain(now) === plain(before);

const plain = (value: Value) => String(value).replace(/\r\n?/g, "\n");

const namesKey = (department: string, indicator: string) => `${normaliseName(department)}\n${normaliseName(indicator)}`;

const namesIn = (ledger: StandingLedger, row: number) => ({
  department: shownIn(ledger, row, "department").text,
  indicator: shownIn(ledger, row, "indicator").text,
});

const addressIn = (ledger: StandingLedger, row: number, column: ReturnedColumn) =>
  addressOf(cell(row, ledger.at[column] ?? 0));

const filesOf = ({ sources }: Offer) => [...new Set(sources.map(({ file }) => file))];
