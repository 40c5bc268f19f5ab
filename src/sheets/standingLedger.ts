/**
 * The one reader of ledgers: a grid of cells in, the ledger that stands there out. Columns are found by their headings, settings by
 * their labels, so people may rename, delete or insert what a ledger can do without. All places are the sheet's, from 0.
 */
import { idOfHelped } from "../core/supporters";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { isBusyText } from "./errorValues";
import {
  ENTRIES,
  columnsOf,
  headingOf,
  isByMonth,
  isPeriodColumn,
  REQUIRED_COLUMNS,
  type Entry,
  type LedgerColumn,
  type LedgerPlaces,
  type LedgerSettings,
} from "./ledgerColumns";
import { isStampedCopy } from "./leadersCopy";
import { addressOf, cell, type Block } from "./plan";

const words = zh.ledger;

/** What a cell holds, as Excel gives it; "" is a blank cell. */
export type CellValue = string | number | boolean;
type Grid<V> = readonly (readonly V[])[];

/** Cells of a sheet as they were read: grids of one shape that begin at `row` and `column`. */
export interface SheetCells {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly values: Grid<CellValue>;
  /** As the sheet shows them. */
  readonly texts: Grid<string>;
  /** Left out where only values could be read: then nothing counts as a formula. */
  readonly formulas?: Grid<CellValue>;
}

/** A cell by its value and what it shows. */
export interface Shown {
  readonly value: CellValue;
  readonly text: string;
}
const NOTHING: Shown = { value: "", text: "" };

/** What a cell of the sheet holds and shows; blank outside what was read. */
export function shownAt({ row, column, values, texts }: SheetCells, atRow: number, atColumn: number): Shown {
  const value = values[atRow - row]?.[atColumn - column];
  return value === undefined ? NOTHING : { value, text: texts[atRow - row]?.[atColumn - column] ?? "" };
}

/** The formula of a cell, from "=" on; null where it holds none. A text that looks like one is what it is: its own value. */
export function formulaAt(cells: SheetCells, atRow: number, atColumn: number): string | null {
  const formula = cells.formulas?.[atRow - cells.row]?.[atColumn - cells.column];
  const isFormula = typeof formula === "string" && formula.startsWith("=");
  return isFormula && formula !== shownAt(cells, atRow, atColumn).value ? formula : null;
}

/** A row that names an indicator or carries an id. Names as they show. */
export interface StandingRow {
  readonly row: number;
  /** "" where the row has none, as one that people added. */
  readonly id: string;
  readonly department: string;
  readonly indicator: string;
}

export interface StandingLedger {
  readonly name: string;
  /** What stands above everything else. */
  readonly title: string;
  readonly cells: SheetCells;
  /** The row of the headings. */
  readonly header: number;
  readonly at: LedgerPlaces;
  readonly entry: Entry;
  /** From above; sums, notes and the legend are none, nor what is shown to a supporter. */
  readonly rows: readonly StandingRow[];
  /** The rows that show a supporter what another leads (配合): nothing is counted there. */
  readonly helped: readonly StandingRow[];
  /** The settings' cells, as far as their labels are there. */
  readonly settings: Readonly<Partial<LedgerSettings>>;
}

/** What a sheet turned out to be. */
export type SheetReading =
  | { readonly is: "ledger"; readonly ledger: StandingLedger }
  /** It has much of a ledger, but not these columns. */
  | { readonly is: "likeLedger"; readonly missing: readonly string[] }
  | { readonly is: "leadersCopy" | "other" };

/** Reads the ledger of a sheet; null where there is none. */
export function standingLedger(cells: SheetCells): StandingLedger | null {
  const reading = readSheet(cells);
  return reading.is === "ledger" ? reading.ledger : null;
}

/** Reads a sheet, and tells what it lacks to be a ledger where it has much of one. */
export function readSheet(cells: SheetCells): SheetReading {
  const found = headingsOf(cells.texts);
  if (!found) return { is: "other" };
  const { line, entry, at } = found;
  const missing = REQUIRED_COLUMNS.filter((column) => at[column] === undefined);
  const head = cells.texts.slice(0, line);
  if (isStampedCopy(cells.name, head)) return { is: "leadersCopy" };
  if (missing.length > 0)
    return manyOf(found) < MANY_HEADINGS || missing.includes("indicator")
      ? { is: "other" }
      : { is: "likeLedger", missing: missing.map((column) => headingOf(column, entry)) };
  const places = Object.fromEntries(
    Object.entries(at).map(([column, place]) => [column, place + cells.column]),
  ) as unknown as LedgerPlaces;
  const header = cells.row + line;
  const rows = rowsOf(cells, header, places);
  const ledger: StandingLedger = {
    name: cells.name,
    title: head.flat().find((text) => text !== "") ?? "",
    cells,
    header,
    at: places,
    entry,
    rows: rows.filter(({ isHelped }) => !isHelped).map(({ row }) => row),
    helped: rows.filter(({ isHelped }) => isHelped).map(({ row }) => row),
    settings: settingsOf(cells, head),
  };
  return { is: "ledger", ledger };
}

/** How many headings speak for a ledger: months head many tables of statistics. */
const manyOf = ({ at, count, entry }: Headings) =>
  isByMonth(entry) ? Object.keys(at).filter((column) => !isPeriodColumn(column as LedgerColumn)).length : count;
const MANY_HEADINGS = 6; // fewer of ours may head any table of a statistics office
/** What heads the history, which has most of a ledger's columns and is none. */
const OF_HISTORY = words.history.headings.frozenAt;

/** A heading as it is compared: line breaks and spaces in it are nobody's decision. */
export const plain = (text: string) => text.replace(/\s/g, "").replace(/[–—－~～]/g, "-");

interface Headings {
  /** In the grid, from 0. */
  readonly line: number;
  readonly entry: Entry;
  readonly at: Readonly<Partial<Record<LedgerColumn, number>>>;
  readonly count: number;
}

/** The headings of each kind of ledger as they are compared, and all of them. */
const COMPARED = ENTRIES.map((entry) => ({
  entry,
  columns: columnsOf(entry).map(([name]) => [name, plain(headingOf(name, entry))] as const),
}));
const ANY_HEADING: ReadonlySet<string> = new Set(
  COMPARED.flatMap(({ columns }) => columns.map(([, heading]) => heading)),
);

/** The line that has most of our headings, one that has all the required ones before any other. */
function headingsOf(texts: Grid<string>): Headings | null {
  let best: Headings | null = null;
  const isWhole = ({ at }: Headings) => REQUIRED_COLUMNS.every((column) => at[column] !== undefined);
  for (const [line, cellsOfLine] of texts.entries()) {
    const plainTexts = cellsOfLine.map(plain);
    // Most lines are rows of somebody's figures.
    if (plainTexts.reduce((known, text) => known + Number(ANY_HEADING.has(text)), 0) < 2) continue;
    if (plainTexts.includes(OF_HISTORY)) continue;
    for (const { entry, columns } of COMPARED) {
      const places = columns.map(([name, heading]) => [name, plainTexts.indexOf(heading)] as const);
      const there = places.filter(([, place]) => place >= 0);
      const found: Headings = { line, entry, at: Object.fromEntries(there), count: there.length };
      const isBetter = best === null || Number(isWhole(found)) > Number(isWhole(best)) || found.count > best.count;
      if (found.count > 1 && isBetter && !(best && isWhole(best) && !isWhole(found))) best = found;
    }
  }
  return best;
}

/** Words in the place of an indicator that name none: people sum up and annotate below their rows. */
const NO_INDICATOR = /^(合计|总计|小计|共计|注|备注|说明)([:：].*)?$/;

/** What marks a row of 配合: its 编号, or where that column was taken out, its 序号. */
const isHelpedRow = (id: string, number: string) =>
  id === "" ? number.trim() === words.helped.number : idOfHelped(id) !== null;

function rowsOf(
  cells: SheetCells,
  header: number,
  at: LedgerPlaces,
): { readonly row: StandingRow; readonly isHelped: boolean }[] {
  const rows: { row: StandingRow; isHelped: boolean }[] = [];
  for (let row = header + 1; row < cells.row + cells.texts.length; row++) {
    const text = (column: LedgerColumn) => {
      const place = at[column];
      return place === undefined ? "" : shownAt(cells, row, place).text;
    };
    const [department, indicator, id] = [text("department"), text("indicator").trim(), text("id").trim()];
    if (isLegend(department.trim(), indicator)) break;
    if (indicator === "" && id === "") continue;
    if (id === "" && (NO_INDICATOR.test(plain(indicator)) || NO_INDICATOR.test(plain(department)))) continue;
    rows.push({ row: { row, id, department, indicator }, isHelped: isHelpedRow(id, text("number")) });
  }
  return rows;
}

/** The legend below a ledger has words in the same columns; its heading may be gone, or a line of it. */
function isLegend(department: string, indicator: string): boolean {
  if (department === words.legend || department === words.rulesInForce) return true;
  return STATUSES.some((status) => department === zh.status[status] && indicator === words.meaning[status]);
}

/** The labels of the settings, each before its cell. */
const LABELS = {
  asOf: words.asOf,
  asOfDay: words.asOfDay,
  shareTolerance: words.toleranceShare,
  pointTolerance: words.tolerancePoints,
  shareGrace: words.graceShare,
} as const satisfies Partial<Record<keyof LedgerSettings, string>>;
const ALL_LABELS: ReadonlySet<string> = new Set(Object.values(LABELS));

/** Each setting stands in the first filled cell behind its label, for people insert columns; in the next one where none is filled. */
function settingsOf(cells: SheetCells, head: Grid<string>): Partial<LedgerSettings> {
  const found: Settings = {};
  const lines = new Set<number>();
  for (const [name, label] of Object.entries(LABELS) as [keyof typeof LABELS, string][])
    for (const [at, texts] of head.entries()) {
      const place = texts.findIndex((text) => text.trim() === label);
      if (place < 0 || found[name]) continue;
      lines.add(at);
      const row = cells.row + at;
      const [value, ...further] = filledBehind(cells, row, place + cells.column);
      found[name] = cell(row, value ?? place + cells.column + 1);
      if (name !== "asOfDay") continue;
      // The period and the months of 截至期 stand behind its day, without labels of their own.
      const [period, months] = further.filter((column) => isCount(cells, row, column));
      if (period !== undefined) found.asOfPeriod = cell(row, period);
      if (months !== undefined) found.asOfMonths = cell(row, months);
    }
  for (const line of lines) addUnlabelled(cells, cells.row + line, found);
  return found;
}
type Settings = { -readonly [S in keyof LedgerSettings]?: Block };
const COMPUTED = ["asOfDay", "asOfPeriod", "asOfMonths"] as const;
const TOLERANCES = ["shareTolerance", "pointTolerance", "shareGrace"] as const;

/**
 * Settings whose label went with its column: the three formulas of the row in their order, and the number that is left where one
 * tolerance is missing.
 */
function addUnlabelled(cells: SheetCells, row: number, found: Settings): void {
  const width = cells.texts[row - cells.row]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column + cells.column);
  const computed = columns.filter((column) => formulaAt(cells, row, column) !== null);
  // Formulas of other people's are none of the three: the period and the months are worked out from the day.
  const [day = 0, ...fromDay] = computed;
  const spelled = (column: number) => (formulaAt(cells, row, column) ?? "").replace(/\$/g, "");
  const areOurs = fromDay.every((column) => spelled(column).includes(addressOf(cell(row, day))));
  if (!found.asOfDay && computed.length === COMPUTED.length && areOurs)
    for (const [position, name] of COMPUTED.entries()) found[name] = cell(row, computed[position] ?? 0);
  const [name, ...others] = TOLERANCES.filter((each) => !found[each]);
  if (!name || others.length > 0) return;
  const known = new Set(Object.values(found).flatMap((block) => (block.row === row ? [block.column] : [])));
  const left = columns.filter(
    (column) =>
      !known.has(column) && !computed.includes(column) && typeof shownAt(cells, row, column).value === "number",
  );
  const [only, ...more] = left;
  if (only !== undefined && more.length === 0) found[name] = cell(row, only);
}

/** Whether a cell counts something by itself: what people put between our cells does not. */
const isCount = (cells: SheetCells, row: number, column: number) =>
  typeof shownAt(cells, row, column).value === "number" || formulaAt(cells, row, column) !== null;

/** The filled cells behind a label, up to the next label. */
function filledBehind(cells: SheetCells, row: number, label: number): number[] {
  const found: number[] = [];
  for (let column = label + 1; column < cells.column + (cells.texts[row - cells.row]?.length ?? 0); column++) {
    const { text } = shownAt(cells, row, column);
    if (ALL_LABELS.has(text.trim())) break;
    if (text !== "" || formulaAt(cells, row, column) !== null) found.push(column);
  }
  return found;
}

/** The last row of a ledger, whoever it is shown to; that of the headings where there is none. */
export const lastRowOf = ({ header, rows, helped }: StandingLedger): number =>
  Math.max(header, ...[...rows, ...helped].map(({ row }) => row));

/** What a row shows in a column; blank where the ledger has no such column. */
export function shownIn({ cells, at }: StandingLedger, row: number, column: LedgerColumn): Shown {
  const place = at[column];
  return place === undefined ? NOTHING : shownAt(cells, row, place);
}

/** The formula in a row's column, or null. */
export function formulaIn({ cells, at }: StandingLedger, row: number, column: LedgerColumn): string | null {
  const place = at[column];
  return place === undefined ? null : formulaAt(cells, row, place);
}

/** What a setting's cell holds and shows; null where its label is gone. */
export function settingOf({ cells, settings }: StandingLedger, name: keyof LedgerSettings): Shown | null {
  const block = settings[name];
  return block ? shownAt(cells, block.row, block.column) : null;
}

/** The headings of these columns that a ledger lacks. */
export function missingOf({ at, entry }: StandingLedger, columns: readonly LedgerColumn[]): string[] {
  return columns.filter((column) => at[column] === undefined).map((column) => plain(headingOf(column, entry)));
}

/** All settings, or null where a label of them is gone. */
export function wholeSettings({ settings }: StandingLedger): LedgerSettings | null {
  const { asOf, asOfDay, asOfPeriod, asOfMonths, shareTolerance, pointTolerance, shareGrace } = settings;
  if (!asOf || !asOfDay || !asOfPeriod || !asOfMonths || !shareTolerance || !pointTolerance || !shareGrace) return null;
  return { asOf, asOfDay, asOfPeriod, asOfMonths, shareTolerance, pointTolerance, shareGrace };
}

/** The cell above the rows that holds 截至期 in the form in which it is looked up; null where none does. */
export function textOfAsOf({ cells, header }: StandingLedger): Block | null {
  for (const [row, formulas] of (cells.formulas ?? []).slice(0, Math.max(0, header - cells.row)).entries()) {
    const column = formulas.findIndex((formula) => /^=.*UPPER\(/i.test(String(formula)));
    if (column >= 0) return cell(cells.row + row, cells.column + column);
  }
  return null;
}

/** Whether anything in the ledger is still being calculated, so that what was read is half of it. */
export function isBeingCalculated({ cells }: StandingLedger): boolean {
  return cells.texts.some((row) => row.some(isBusyText));
}
