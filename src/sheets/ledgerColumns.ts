/** Where things stand on a ledger: its columns in the order statisticians know, and the cells of its settings. */
import { zhSheets as zh } from "../strings/zhSheets";
import { cell, type Block } from "./plan";

const words = zh.ledger;

/** How a ledger is filled: by quarter or by month, and for a flow with the year so far or with the period alone. */
export const ENTRIES = ["cumulative", "perQuarter", "cumulativeByMonth", "perMonth"] as const;
export type Entry = (typeof ENTRIES)[number];

export const isByMonth = (entry: Entry): boolean => entry === "cumulativeByMonth" || entry === "perMonth";

/** Whether flows are typed period by period. */
export const isAlone = (entry: Entry): boolean => entry === "perQuarter" || entry === "perMonth";

/** The columns before those of the periods, from A. Widths in points: as far as 下步措施 a ledger by quarter makes one A4 page at about 7 pt, one by month an A3 page at about 8 pt. */
const BEFORE = [
  ["number", 28],
  ["department", 76],
  ["indicator", 140],
  ["unit", 34],
  ["target", 70],
  ["baseline", 52],
] as const;

/** The periods of the year into which figures are typed, each with the month at whose end it closes. */
const QUARTERS = [
  ["quarter1", 3],
  ["quarter2", 6],
  ["quarter3", 9],
  ["quarter4", 12],
] as const;
/** January and February are reported together, as statistics are. */
const MONTHS = [
  ["month2", 2],
  ["month3", 3],
  ["month4", 4],
  ["month5", 5],
  ["month6", 6],
  ["month7", 7],
  ["month8", 8],
  ["month9", 9],
  ["month10", 10],
  ["month11", 11],
  ["month12", 12],
] as const;
const QUARTER_WIDTH = 57;
const MONTH_WIDTH = 54;

const BEHIND = [
  ["hint", 88],
  ["latest", 66],
  ["attainment", 54],
  ["share", 54],
  ["gap", 78],
  ["status", 62],
  ["light", 28],
  ["reason", 92],
  ["measures", 92],
  ["past", 150],
  ["due", 68],
  ["source", 230],
  ["id", 80],
  ["counted", 80],
] as const;
type OtherColumn = (typeof BEFORE | typeof BEHIND)[number][0];
export type PeriodColumn = (typeof QUARTERS | typeof MONTHS)[number][0];
export type LedgerColumn = OtherColumn | PeriodColumn;

/** A column into which a period's figures are typed. */
export interface EntryPeriod {
  readonly column: PeriodColumn;
  /** The month at whose end it closes. */
  readonly month: number;
}

const BY_QUARTER: readonly EntryPeriod[] = QUARTERS.map(([column, month]) => ({ column, month }));
const BY_MONTH: readonly EntryPeriod[] = MONTHS.map(([column, month]) => ({ column, month }));

/** The periods of a ledger, in the order of time. */
export const periodsOf = (entry: Entry): readonly EntryPeriod[] => (isByMonth(entry) ? BY_MONTH : BY_QUARTER);

/** Their columns. */
export const periodColumns = (entry: Entry): readonly PeriodColumn[] => periodsOf(entry).map(({ column }) => column);

/** The columns of the periods of all ledgers. */
export const EVERY_PERIOD_COLUMN: readonly PeriodColumn[] = [...BY_QUARTER, ...BY_MONTH].map(({ column }) => column);

export function isPeriodColumn(column: LedgerColumn): column is PeriodColumn {
  return EVERY_PERIOD_COLUMN.some((each) => each === column);
}

/** How wide the column of a period is, in points. */
export const periodWidth = (entry: Entry): number => (isByMonth(entry) ? MONTH_WIDTH : QUARTER_WIDTH);

/** The columns of a ledger with their widths in points, from A. */
export function columnsOf(entry: Entry): readonly (readonly [LedgerColumn, number])[] {
  const width = periodWidth(entry);
  return [...BEFORE, ...periodColumns(entry).map((column) => [column, width] as const), ...BEHIND];
}

/** What heads a column. */
export function headingOf(column: LedgerColumn, entry: Entry): string {
  if (!isPeriodColumn(column)) return words.headings[column];
  return (isAlone(entry) ? words.headings.periodsAlone : words.headings.periods)[column];
}

/** What a row holds, by column: no other periods than the ledger's own. */
export type ByColumn<T> = Readonly<Record<OtherColumn, T>> & Readonly<Partial<Record<PeriodColumn, T>>>;

/** The cells of a ledger's settings row. */
export interface LedgerSettings {
  readonly asOf: Block;
  readonly asOfDay: Block;
  /** Which of the periods counts, from 1; 0 where none does. */
  readonly asOfPeriod: Block;
  readonly asOfMonths: Block;
  readonly shareTolerance: Block;
  readonly pointTolerance: Block;
  readonly shareGrace: Block;
}

/** The columns without which nothing can be said of a row; people may take any other out of their ledger. */
export const REQUIRED_COLUMNS = ["department", "indicator", "target", "latest", "status"] as const;

/** Where the columns of a ledger stand; a new one has them all. */
export type LedgerPlaces = Readonly<Record<(typeof REQUIRED_COLUMNS)[number], number>> &
  Readonly<Partial<Record<LedgerColumn, number>>>;

/** A ledger as it lies on its sheet. Rows and columns from 0. */
export interface LedgerLayout {
  readonly at: LedgerPlaces;
  /** The row of the commitment with this id, where the ledger shows it. */
  readonly rowOf: (id: string) => number | undefined;
  readonly settings: LedgerSettings;
  readonly entry: Entry;
}

/** A ledger as it is made, with all its columns. */
export interface NewLayout extends LedgerLayout {
  readonly at: ByColumn<number>;
}

/** Rows above the data of a new ledger, from 0. */
export const TITLE_ROW = 0;
export const NOTE_ROW = 1;
export const SETTINGS_ROW = 2;
/** What is wrong with a setting stands below it. */
export const TROUBLE_ROW = 3;
export const HEADER_ROW = 4;
export const FIRST_ROW = 5;

/**
 * The cell that holds what was typed as 截至期 in one form, for the formula that reads it: in a new ledger, and as far above 截至期 in one
 * that stands. It shows nothing, and stands in a column that no ledger can do without.
 */
export function usualTextOfAsOf({ asOf }: Pick<LedgerSettings, "asOf">, { status }: LedgerPlaces): Block {
  return cell(Math.max(0, asOf.row - (SETTINGS_ROW - TITLE_ROW)), status);
}

/**
 * The columns of periods in which settings stand: all in columns that a ledger needs, so that taking 基数 or 完成率 out takes no setting
 * with it. Tolerances are one below the other behind their labels, which need the room of two narrow columns: no view of the ledger shows
 * one without the other.
 */
export function settingPeriods(
  entry: Entry,
): Readonly<Record<"asOfPeriod" | "asOfMonths" | "toleranceLabel" | "tolerance", PeriodColumn>> {
  return isByMonth(entry)
    ? { asOfPeriod: "month2", asOfMonths: "month3", toleranceLabel: "month6", tolerance: "month7" }
    : { asOfPeriod: "quarter1", asOfMonths: "quarter2", toleranceLabel: "quarter3", tolerance: "quarter4" };
}

/** A new ledger, one row a commitment in the order of `ids`. */
export function newLayout(ids: readonly string[], entry: Entry): NewLayout {
  const rows = new Map(ids.map((id, position) => [id, FIRST_ROW + position]));
  const at = Object.fromEntries(columnsOf(entry).map(([name], index) => [name, index])) as ByColumn<number>;
  const setting = (column: LedgerColumn) => cell(SETTINGS_ROW, at[column] ?? 0);
  const periods = settingPeriods(entry);
  const tolerance = setting(periods.tolerance);
  return {
    at,
    rowOf: (id) => rows.get(id),
    settings: {
      asOf: setting("indicator"),
      asOfDay: setting("target"),
      asOfPeriod: setting(periods.asOfPeriod),
      asOfMonths: setting(periods.asOfMonths),
      shareGrace: { ...tolerance, row: NOTE_ROW },
      shareTolerance: tolerance,
      pointTolerance: { ...tolerance, row: TROUBLE_ROW },
    },
    entry,
  };
}
