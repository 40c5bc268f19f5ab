/**
 * Collecting returns (汇总上报表): what the ledgers that departments sent back bring into the master ledger. Rows are matched by 编号
 * and names, never by place; a blank takes nothing away, and where two values compete a person decides.
 */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError, isRefusal } from "../core/errors";
import { helpedId, helpedWith, helpingWith, idOfHelped } from "../core/supporters";
import { normaliseName } from "../core/text";
import type { Commitment, Department } from "../core/types";
import {
  addressIn,
  bid,
  isBlank,
  isOutside,
  isSame,
  keyOf,
  masterRows,
  namesKey,
  plain,
  RETURNED_COLUMNS,
  settled,
  type Bid,
  type Collection,
  type LeftOut,
  type LeftOutReason,
  type MasterRow,
  type MasterRows,
  type Refusal,
  type ReturnedColumn,
  type Value,
  type Write,
} from "./bids";
import { isErrorValue } from "./errorValues";
import { isPeriodColumn } from "./ledgerColumns";
import { asTyped, cell, type Block } from "./plan";
import { formulaIn, shownIn, type StandingLedger } from "./standingLedger";

/** A file that was read: the ledgers in it. */
export interface ReturnedFile {
  readonly file: string;
  readonly ledgers: readonly StandingLedger[];
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
  return settled(
    master,
    returns.map(({ file }) => file),
    { bids, leftOut, refusals },
  );
}

function refusalOf(master: StandingLedger, rows: MasterRows, ledger: StandingLedger): Refusal | null {
  const [theirs, ours] = [yearOf(ledger), yearOf(master)];
  if (theirs !== null && ours !== null && theirs !== ours) return { reason: "yearDiffers", theirs, ours };
  const ids = [...ledger.rows, ...ledger.helped].flatMap(({ id }) => (id === "" ? [] : [idOfHelped(id) ?? id]));
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
  const idOf = new Map([...ledger.rows, ...ledger.helped].map(({ row, id }) => [row, id]));
  const helped = new Set(ledger.helped.map(({ row }) => row));
  for (let row = ledger.header + 1; row < ledger.cells.row + ledger.cells.texts.length; row++) {
    const filled = RETURNED_COLUMNS.flatMap((column) => {
      const { value } = shownIn(ledger, row, column);
      // What follows the lead's row is nobody's own figure.
      const isFollowing = helped.has(row) && formulaIn(ledger, row, column) !== null;
      return isBlank(value) || isFollowing ? [] : [{ column, value }];
    });
    const id = idOf.get(row) ?? "";
    // Without an id a row counts where a period is filled: the legend and people's own notes are no returns.
    if (filled.length === 0 || (id === "" && !filled.some(({ column }) => isPeriodColumn(column)))) continue;
    const names = namesIn(ledger, row);
    const leave = (why: LeftOutReason, column: ReturnedColumn | null) =>
      leftOut.push({ file, row: row + 1, ...names, id, why, column });
    const meant = helped.has(row) && id === "" ? helpedIdOf(index, names) : id;
    const target = meant === null ? "unknown" : match(index, rows, meant, names);
    if (typeof target === "string") {
      // A row of which only the given baseline stands filled was not filled by anybody.
      if (filled.some(({ column }) => column !== "baseline")) leave(target, null);
      continue;
    }
    const commitment = index.withId(target.id);
    const supporter = commitment ? supporterIn(index, commitment, id, names.department) : null;
    for (const { column, value } of filled) {
      if (column === "baseline" && !(commitment && caseOf(index, commitment).asksBaseline)) continue;
      if (master.at[column] === undefined) leave("noColumnInMaster", column);
      else if (commitment && isOutside(index, commitment, master.entry, column)) leave("outsideRhythm", column);
      else if (formulaIn(master, target.row, column) !== null) {
        // A total follows its parts by itself.
        const standing = shownIn(master, target.row, column).value;
        if (commitment?.sumOf === undefined && !isSame(standing, value)) leave("formulaInMaster", column);
      } else if (isErrorValue(value)) leave("error", column);
      else bid(bids, target, column, value, { file, address: addressIn(ledger, row, column), supporter });
    }
  }
}

/** The id of a row of 配合 whose column of 编号 was taken out: by its names, which a unit's own promise may share. */
function helpedIdOf(
  index: CatalogIndex,
  { department, indicator }: { department: string; indicator: string },
): string | null {
  const isSame = (one: string, other: string) => normaliseName(one) === normaliseName(other);
  const supporter = index.catalog.departments.find(({ name }) => isSame(name, department));
  const helped = supporter ? index.supportedBy(supporter.id) : [];
  const [only, ...others] = helped.filter((each) => isSame(each.indicator, indicator));
  return supporter && only && others.length === 0 ? helpedId(only, supporter) : null;
}

/** The name of the unit whose row it is, where that helps with the promise and does not lead it. */
function supporterIn(index: CatalogIndex, commitment: Commitment, id: string, department: string): string | null {
  const byId = helpedWith(index, id);
  if (byId) return byId.supporter.name;
  const name = normaliseName(department);
  const isNamed = (owner: Department) => {
    try {
      return name !== "" && index.findDepartment(department).id === owner.id;
    } catch (error) {
      if (error instanceof CatalogError) return false;
      throw error;
    }
  };
  return helpingWith(index, commitment).find(({ supporter }) => isNamed(supporter))?.supporter.name ?? null;
}

/** The master's row a return's row speaks of: by its id where the names do not contradict it, else by names that fit one row alone. */
function match(
  index: CatalogIndex,
  rows: MasterRows,
  id: string,
  { department, indicator }: { department: string; indicator: string },
): MasterRow | LeftOutReason {
  const lead = idOfHelped(id);
  if (lead !== null) return rows.byKey.get(lead) ?? (index.withId(lead) ? "notInMaster" : "unknown");
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

const isUnchanged = (now: Value, before: Value) => typeof now === typeof before && plain(now) === plain(before);

const namesIn = (ledger: StandingLedger, row: number) => ({
  department: shownIn(ledger, row, "department").text,
  indicator: shownIn(ledger, row, "indicator").text,
});
