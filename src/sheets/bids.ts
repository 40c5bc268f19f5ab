/**
 * What competes for the cells of the master ledger: values with where they come from, set against what stands there. Nothing is written;
 * where two values compete a person decides.
 */
import type { CatalogIndex } from "../core/catalog";
import { normaliseName } from "../core/text";
import type { Commitment } from "../core/types";
import { EVERY_PERIOD_COLUMN, headingOf, type Entry } from "./ledgerColumns";
import { rowPeriods } from "./ledgerRhythm";
import { addressOf, cell } from "./plan";
import { shownIn, type CellValue, type StandingLedger } from "./standingLedger";

/** The columns departments fill; the baseline only where the ledger asks for one. */
export const RETURNED_COLUMNS = ["baseline", ...EVERY_PERIOD_COLUMN, "reason", "measures"] as const;
export type ReturnedColumn = (typeof RETURNED_COLUMNS)[number];

/** What a cell holds, as Excel gives it; "" is a blank cell. */
export type Value = CellValue;

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
  readonly sources: readonly Source[];
}

/** Where an offer stands, and who makes it where that is not the lead: the name of the unit that helps (配合). */
export interface Source {
  readonly file: string;
  readonly address: string;
  readonly supporter: string | null;
}

/**
 * Values that compete for one cell: of the master and a file, or of several files. The lead reports, so what only a supporter says
 * competes with the blank too.
 */
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
  | "outsideRhythm"
  /** Of a county table: a rate, which is never summed; and no period of the ledger closes on the table's day. */
  | "notSummed"
  | "noPeriod";

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
export interface MasterRow extends Omit<MasterCell, "column"> {
  /** On the sheet, from 0. */
  readonly row: number;
}

/** What competes for one cell so far. */
export interface Bid {
  readonly target: MasterRow;
  readonly column: ReturnedColumn;
  readonly offers: { value: Value; sources: Source[] }[];
}

export interface MasterRows {
  /** By id; rows without one by their names, as where the column of ids was taken out. */
  readonly byKey: ReadonlyMap<string, MasterRow>;
  /** By both names; null where several rows share them. */
  readonly byNames: ReadonlyMap<string, MasterRow | null>;
}

export const keyOf = ({ id, department, indicator }: Omit<MasterCell, "column">) =>
  id === "" ? namesKey(department, indicator) : id;

export function masterRows(master: StandingLedger): MasterRows {
  const byKey = new Map<string, MasterRow>();
  const byNames = new Map<string, MasterRow | null>();
  for (const found of master.rows) {
    if (!byKey.has(keyOf(found))) byKey.set(keyOf(found), found);
    const names = namesKey(found.department, found.indicator);
    byNames.set(names, byNames.has(names) ? null : found);
  }
  return { byKey, byNames };
}

/** Adds a value to what competes for a cell. */
export function bid(
  bids: Map<string, Bid>,
  target: MasterRow,
  column: ReturnedColumn,
  value: Value,
  source: Source,
): void {
  const key = `${keyOf(target)} ${column}`;
  const found = bids.get(key) ?? { target, column, offers: [] };
  bids.set(key, found);
  const same = found.offers.find((offer) => isSame(offer.value, value));
  if (same) same.sources.push(source);
  else found.offers.push({ value, sources: [source] });
}

/** What the bids come to. */
export function settled(
  master: StandingLedger,
  files: readonly string[],
  {
    bids,
    leftOut,
    refusals,
  }: {
    readonly bids: ReadonlyMap<string, Bid>;
    readonly leftOut: readonly LeftOut[];
    readonly refusals: ReadonlyMap<string, Refusal>;
  },
): Collection {
  const writes: Write[] = [];
  const conflicts: Conflict[] = [];
  const agreed: Offer[] = [];
  for (const [key, { target, column, offers }] of bids) {
    const { row, ...about } = target;
    const before = shownIn(master, row, column).value;
    const [first, ...others] = offers;
    if (!first) continue;
    const isOfSupporters = first.sources.every(({ supporter }) => supporter !== null);
    if (others.length > 0 || (isBlank(before) ? isOfSupporters : !isSame(before, first.value)))
      conflicts.push({ key, ...about, column, address: addressIn(master, row, column), before, offers });
    else if (isBlank(before)) writes.push({ ...about, column, before, after: first.value, files: filesOf(first) });
    else agreed.push(first);
  }
  const concerns = (file: string) => (offer: Offer) => filesOf(offer).includes(file);
  const reports = files.map((file): FileReport => {
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
  return { sheet: master.name, entry: master.entry, writes, conflicts, leftOut, files: reports };
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

/** Whether a column is of a period in which a promise is not reported. */
export const isOutside = (index: CatalogIndex, commitment: Commitment, entry: Entry, column: ReturnedColumn) =>
  rowPeriods(index, commitment, entry).closed.some((period) => period.column === column);

/** What a column is called on the ledger, on one line. */
export const columnHeading = (column: ReturnedColumn, entry: Entry): string =>
  headingOf(column, entry).replace("\n", "");

export const isBlank = (value: Value) => typeof value === "string" && value.trim() === "";

/** Whether two cells say the same: 3200 and the text “3200” do. */
export const isSame = (left: Value, right: Value) => plain(left).trim() === plain(right).trim();

export const plain = (value: Value) => String(value).replace(/\r\n?/g, "\n");

export const namesKey = (department: string, indicator: string) =>
  `${normaliseName(department)}\n${normaliseName(indicator)}`;

export const addressIn = (ledger: StandingLedger, row: number, column: ReturnedColumn) =>
  addressOf(cell(row, ledger.at[column] ?? 0));

const filesOf = ({ sources }: Offer) => [...new Set(sources.map(({ file }) => file))];
