/** Where things stand on a ledger: its columns in the order statisticians know, and the cells of its settings. */
import { zh } from "../strings/zh";
import { cell, type Block } from "./plan";

const words = zh.ledger;

/** The columns of the ledger, from A. Widths in points: as far as 下步措施 they make one A4 page at about 7 pt. */
export const LEDGER_COLUMNS = [
  ["number", 28],
  ["department", 76],
  ["indicator", 140],
  ["unit", 34],
  ["target", 70],
  ["baseline", 52],
  ["quarter1", 57],
  ["quarter2", 57],
  ["quarter3", 57],
  ["quarter4", 57],
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
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number][0];

export const QUARTER_COLUMNS = [
  "quarter1",
  "quarter2",
  "quarter3",
  "quarter4",
] as const satisfies readonly LedgerColumn[];

/** What people type into the quarters of a flow: the year so far, or the quarter alone. */
export const ENTRIES = ["cumulative", "perQuarter"] as const;
export type Entry = (typeof ENTRIES)[number];

/** What heads a column. */
export function headingOf(column: LedgerColumn, entry: Entry): string {
  const quarter = QUARTER_COLUMNS.findIndex((each) => each === column);
  if (quarter < 0) return words.headings[column as Exclude<LedgerColumn, (typeof QUARTER_COLUMNS)[number]>];
  return (entry === "cumulative" ? words.headings.quarters : words.headings.quartersAlone)[quarter] ?? "";
}

/** The cells of a ledger's settings row. */
export interface LedgerSettings {
  readonly asOf: Block;
  readonly asOfDay: Block;
  readonly asOfQuarter: Block;
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
  readonly at: Readonly<Record<LedgerColumn, number>>;
}

/** Rows above the data of a new ledger, from 0. */
export const TITLE_ROW = 0;
export const NOTE_ROW = 1;
export const SETTINGS_ROW = 2;
export const LEGEND_ROW = 3;
export const HEADER_ROW = 4;
export const FIRST_ROW = 5;

const at = Object.fromEntries(LEDGER_COLUMNS.map(([name], index) => [name, index])) as Record<LedgerColumn, number>;
const setting = (column: LedgerColumn) => cell(SETTINGS_ROW, at[column]);

/**
 * The cell of a new ledger that holds what was typed as 截至期 in one form, for the formula that reads it. It shows nothing, and stands in a
 * column that no ledger can do without.
 */
export const TEXT_OF_AS_OF = cell(TITLE_ROW, at.status);

/** Where that cell lies in a ledger as it stands: as far above 截至期 as in a new one, over the verdicts. */
export function usualTextOfAsOf({ asOf }: Pick<LedgerSettings, "asOf">, { status }: LedgerPlaces): Block {
  return cell(Math.max(0, asOf.row - (SETTINGS_ROW - TITLE_ROW)), status);
}

/** A new ledger, one row a commitment in the order of `ids`. */
export function newLayout(ids: readonly string[], entry: Entry): NewLayout {
  const rows = new Map(ids.map((id, position) => [id, FIRST_ROW + position]));
  return {
    at,
    rowOf: (id) => rows.get(id),
    settings: {
      asOf: setting("indicator"),
      asOfDay: setting("target"),
      // All in columns that a ledger needs: taking 基数 or 完成率 out takes no setting with it.
      asOfQuarter: setting("quarter1"),
      asOfMonths: setting("quarter2"),
      shareTolerance: setting("quarter4"),
      pointTolerance: setting("latest"),
      shareGrace: setting("status"),
    },
    entry,
  };
}
