/**
 * The leader's page (汇总) of a ledger: tallies by department with a chart, the largest shortfalls, the paragraph of a circular, the
 * legend with the rules in force. Tallies are native formulas over the ledger's columns and follow it; sentences and the ranking are
 * of the moment the page was made, and the page says when that no longer holds. One A4 page, landscape.
 */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { parsePeriod } from "../core/periods";
import type { Rules } from "../core/status";
import { STATUSES, type Status } from "../core/types";
import { circularText, JUDGED, type CircularFacts } from "../strings/circular";
import { periodName } from "../strings/reason";
import { zhSheets as zh } from "../strings/zhSheets";
import { minuteOf } from "./madeAt";
import {
  cellsOf,
  onceChanged,
  periodLine,
  shareOfCounts,
  sumOf,
  tallyOf,
  tallyOfAll,
  type VerdictColumns,
} from "./formulas";
import { toleranceLine } from "./formulasTolerance";
import type { LedgerReading, SettingCells } from "./ledgerEntries";
import {
  addressOf,
  cell,
  columnName,
  type Block,
  type ColourRule,
  type Formula,
  type Content,
  type NumberFormats,
  type SheetPlan,
  type StackedBars,
  type Style,
} from "./plan";
import { shortfallsOf, type Shortfall } from "./shortfalls";
import { CHART_FILLS, STATUS_LOOKS, statusRules } from "./statusColours";
import { cutToLines, lineCount, linesOf } from "./textLines";

const words = zh.summary;

/** The name of the sheet, where it is free. */
export const SUMMARY_NAME = words.sheetName;

const MOST_SHORTFALLS = 10;
const MOST_CIRCULAR_LINES = 4;
const MOST_REASON_LINES = 2;
/** The ledger's rules begin with those of verdicts; the others are about typing, and nobody types here. */
const RULES_OF_VERDICTS = 3;

/** Columns from A, widths in points. Tallies and the list of shortfalls share them; the chart lies over the two wide ones. */
const NAME = 0;
const FIRST_STATUS = 1;
const TOTAL = FIRST_STATUS + STATUSES.length;
const RATE = TOTAL + 1;
const WHY = RATE + 1;
const REASON = WHY + 1;
const COLUMN_WIDTHS = [112, ...STATUSES.map(() => 42), 36, 50, 268, 142];
const COLUMNS = COLUMN_WIDTHS.length;
/** Where the list of shortfalls puts what runs on over its empty neighbours: 责任单位 to the right, figures to the left. */
const DEPARTMENT = FIRST_STATUS;
const STATUS = FIRST_STATUS + 3;
const ACTUAL = FIRST_STATUS + 5;
const GAP = TOTAL; // a column away from the sentences

/** A4 landscape less the margins is 806 by 559 points: with fourteen departments all fits at nine tenths, so that letters of 9 points print at 8. */
const MARGIN = 18;
const LETTER = 9;
const LINE = 11.5;
const ROW = { title: 24, line: 11.5, heading: 13, least: 12, most: 20, gap: 3 };
const CHART_HEIGHT = 168; // at least, with its legend
const BARS_HEIGHT = 190; // shared by the departments' rows where they are few
const CELL_PADDING = 5;
const PAGE_EMS = (COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0) / LETTER) * 0.96;
const emsOf = (column: number) => ((COLUMN_WIDTHS[column] ?? 0) - CELL_PADDING) / LETTER;

const INK = "#1F3B63";
const MUTED = "#5A6472";
const LINES = "#C9D1DE";
const BAND = "#E8EDF5";
const WARNING = "#9C0006";

/** A page and the paragraph that stands on it, in full. */
export interface Summary {
  readonly plan: SheetPlan;
  /** With every laggard; the page names as many as it has room for. */
  readonly circular: string;
}

/**
 * The summary of a ledger as it stands.
 * @param rules of the session; the ledger's own tolerance cells go before them
 * @param name the sheet's name
 */
export function summary(
  index: CatalogIndex,
  rules: Rules,
  reading: LedgerReading,
  name: string,
  madeAt: Date,
): Summary {
  const shortfalls = shortfallsOf(index, rules, reading);
  const facts = factsOf(index, reading, shortfalls);
  const made = minuteOf(madeAt);
  const page = new Page();
  const title = page.next;
  page.add([words.title(reading.title || words.untitled)], ROW.title, [
    { block: page.cells(NAME), fontSize: 16, bold: true, fontColor: INK },
    { block: page.cells(WHY), bold: true, fontColor: WARNING },
  ]);
  page.add(headLine(index, reading, made), ROW.line, [
    { block: page.cells(NAME, COLUMNS), fontColor: MUTED },
    { block: page.cells(NAME), bold: true, fontColor: INK },
  ]);
  page.gap();
  for (const line of circularLines(facts)) page.add([line], ROW.line);
  page.gap();
  const { totals, chart } = addTallies(page, reading);
  const held = totals.map(([status, at]) => [at, facts.counts[status]] as const);
  page.put(title, WHY, onceChanged(held, words.changed));
  page.gap();
  const colourRules = addShortfalls(page, shortfalls, made);
  page.gap();
  addLegend(page, reading);
  return { plan: page.plan(name, chart, colourRules), circular: circularText(facts) };
}

/** Rows as they are laid one below the other. */
class Page {
  private readonly content: Content[][] = [];
  private readonly styles: Style[] = [];
  private readonly formats: NumberFormats[] = [];

  /** The row that comes next. */
  get next(): number {
    return this.content.length;
  }
  /** Cells of the row that comes next. */
  cells(column: number, columns = 1): Block {
    return { row: this.next, column, rows: 1, columns };
  }
  add(cells: readonly Content[], height: number, styles: readonly Style[] = []): Block {
    const block = this.cells(NAME, COLUMNS);
    this.style({ block, rowHeight: height, middle: true }, ...styles);
    this.content.push([...cells]);
    return block;
  }
  gap(): void {
    this.add([""], ROW.gap);
  }
  put(row: number, column: number, content: Content): void {
    const cells = this.content[row] ?? [];
    this.content[row] = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
      at === column ? content : (cells[at] ?? ""),
    );
  }
  style(...styles: readonly Style[]): void {
    this.styles.push(...styles);
  }
  format(block: Block, formats: string): void {
    this.formats.push({ block, formats });
  }

  plan(name: string, chart: StackedBars | null, colourRules: readonly ColourRule[]): SheetPlan {
    const whole: Block = { row: 0, column: 0, rows: this.content.length, columns: COLUMNS };
    return {
      name,
      tabColor: INK,
      content: this.content,
      columnWidths: COLUMN_WIDTHS,
      styles: [{ block: whole, fontSize: LETTER }, ...this.styles],
      numberFormats: this.formats,
      validations: [],
      colourRules,
      names: [],
      charts: chart ? [chart] : [],
      print: { columns: COLUMNS, onOnePage: true, margin: MARGIN },
      start: cell(0, 0),
    };
  }
}

function factsOf(
  index: CatalogIndex,
  { entries, settings }: LedgerReading,
  laggards: readonly Shortfall[],
): CircularFacts {
  const count = (status: Status | null) => entries.filter((entry) => entry.status === status).length;
  const counts = Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>;
  return { period: periodOf(settings, index.catalog.year), counts, withoutVerdict: count(null), laggards };
}

function periodOf({ asOf }: SettingCells, year: number): string {
  const given = asOf?.value;
  if (typeof given !== "string" && typeof given !== "number") return words.noPeriod;
  try {
    return periodName(parsePeriod(given, year), year);
  } catch (error) {
    if (error instanceof CatalogError) return asOf?.text ?? words.noPeriod;
    throw error;
  }
}

function headLine({ catalog }: CatalogIndex, { name, settings }: LedgerReading, made: string): Content[] {
  const { asOf, asOfDay } = settings;
  const period =
    asOf && asOfDay
      ? periodLine(cellsOf(name, asOf.address), cellsOf(name, asOfDay.address), {
          period: words.asOf,
          day: words.asOfDay,
        })
      : words.asOf + words.noPeriod;
  const line: Content[] = Array.from({ length: COLUMNS }, () => "");
  line[NAME] = period;
  line[ACTUAL] = words.madeAt(zh.ledger.catalogVersion(catalog.title, catalog.version), name, made);
  return line;
}

/** The paragraph in as many lines as the page has for it: laggards are left to the list below where they are too many. */
function circularLines(facts: CircularFacts): string[] {
  let most = facts.laggards.length;
  const lines = () => linesOf(circularText(facts, most), PAGE_EMS);
  while (most > 0 && lines().length > MOST_CIRCULAR_LINES) most -= 1;
  return lines();
}

/** The table of tallies with its total, and the chart beside it. @returns the cells that hold the total of each verdict */
function addTallies(
  page: Page,
  reading: LedgerReading,
): { totals: (readonly [Status, string])[]; chart: StackedBars | null } {
  const source: VerdictColumns = {
    departments: cellsOf(reading.name, reading.columns.department),
    statuses: cellsOf(reading.name, reading.columns.status),
  };
  const departments = [...new Set(reading.entries.map(({ department }) => department))];
  const height = Math.min(ROW.most, Math.max(ROW.least, BARS_HEIGHT / (departments.length + 2)));
  const shapes = STATUSES.map((status) => STATUS_LOOKS[status].shape);
  page.add([words.tallies, ...shapes, "", "", words.chart], ROW.heading, [
    ...["", ...STATUSES].map((_, column): Style => ({ block: page.cells(column), align: column ? "Center" : "Left" })),
    { block: page.cells(NAME), bold: true, fontColor: INK },
    { block: page.cells(WHY), bold: true, fontColor: INK },
  ]);
  const first = page.next;
  const header: Content[] = [words.department, ...STATUSES.map((status) => zh.status[status]), words.total, words.rate];
  page.add(header, ROW.heading, [
    { block: page.cells(NAME, RATE + 1), bold: true, fill: BAND, align: "Center" },
    ...STATUSES.map((status, position): Style => {
      const { fill, fontColor } = STATUS_LOOKS[status];
      return { block: page.cells(FIRST_STATUS + position), fill, fontColor };
    }),
  ]);
  const counts = (row: number, of: (status: Status) => Formula): Content[] => {
    const at = (column: number, columns = 1) => addressOf({ row, column, rows: 1, columns });
    return [
      ...STATUSES.map(of),
      sumOf(at(FIRST_STATUS, STATUSES.length)),
      shareOfCounts(at(FIRST_STATUS, ON_PACE.length), at(FIRST_STATUS, JUDGED.length), words.noRate),
    ];
  };
  for (const department of departments) {
    const { row } = page.cells(NAME);
    const own = department === "" ? null : { name: department, cell: `$${columnName(NAME)}${row + 1}` };
    page.add([department || words.noDepartment, ...counts(row, (status) => tallyOf(source, own, status))], height);
  }
  const total = page.next;
  page.add([words.total, ...counts(total, (status) => tallyOfAll(source, status))], height, [
    { block: page.cells(NAME, RATE + 1), bold: true, fill: BAND },
  ]);
  const table: Block = { row: first, column: NAME, rows: page.next - first, columns: RATE + 1 };
  const rows = (column: number, columns: number): Block => ({
    ...table,
    row: first + 1,
    rows: table.rows - 1,
    column,
    columns,
  });
  page.style({ block: table, rowLines: LINES }, { block: rows(FIRST_STATUS, RATE), align: "Center" });
  page.format(rows(RATE, 1), "0.0%");
  let chartHeight = ROW.heading + height * (departments.length + 1);
  for (; chartHeight < CHART_HEIGHT; chartHeight += ROW.most) page.add([""], ROW.most);
  const chart: StackedBars = {
    name: words.chart,
    source: { row: first, column: NAME, rows: departments.length + 1, columns: 1 + STATUSES.length },
    place: { row: first, column: WHY, rows: page.next - first, columns: COLUMNS - WHY },
    fills: STATUSES.map((status) => CHART_FILLS[status]),
  };
  const totals = STATUSES.map((status, at) => [status, addressOf(cell(total, FIRST_STATUS + at))] as const);
  return { totals, chart: departments.length > 0 ? chart : null };
}
const ON_PACE = JUDGED.slice(0, 2);

/** The list of the largest shortfalls. @returns the rules that paint its verdicts */
function addShortfalls(page: Page, all: readonly Shortfall[], made: string): ColourRule[] {
  const shown = all.slice(0, MOST_SHORTFALLS);
  page.add([words.shortfalls(shown.length), "", "", "", words.ranking(made)], ROW.heading, [
    { block: page.cells(NAME), bold: true, fontColor: INK },
    { block: page.cells(STATUS), fontColor: MUTED },
  ]);
  const { headings } = words;
  const header = shortfallRow(headings.indicator, headings.department, headings.status, headings.actual, headings.gap);
  const first = page.next;
  page.add([...header, headings.why, headings.reason], ROW.heading, [
    { block: page.cells(NAME, COLUMNS), bold: true, fill: BAND },
    { block: page.cells(STATUS), align: "Center" },
    ...[ACTUAL, GAP].map((column): Style => ({ block: page.cells(column), align: "Right" })),
  ]);
  if (shown.length === 0) page.add([words.noShortfalls], ROW.least);
  for (const each of shown) {
    const { indicator, department, status, actual, gap, why } = each;
    const reason = cutToLines(each.reason, emsOf(REASON), MOST_REASON_LINES);
    const lines = Math.max(
      ...[lineCount(indicator, emsOf(NAME)), lineCount(why, emsOf(WHY)), lineCount(reason, emsOf(REASON))],
    );
    page.add([...shortfallRow(indicator, department, zh.status[status], actual, gap), why, reason], lines * LINE + 1, [
      ...[NAME, WHY, REASON].map((column): Style => ({ block: page.cells(column), wrap: true })),
      { block: page.cells(STATUS), align: "Center", bold: true },
      ...[ACTUAL, GAP].map((column): Style => ({ block: page.cells(column), align: "Right" })),
    ]);
  }
  const list: Block = { row: first, column: NAME, rows: page.next - first, columns: COLUMNS };
  page.style({ block: list, rowLines: LINES });
  return shown.length > 0
    ? statusRules({ ...list, row: first + 1, rows: shown.length, column: STATUS, columns: 1 })
    : [];
}

/** The cells of a shortfall up to its sentences. */
function shortfallRow(indicator: string, department: string, status: string, actual: string, gap: string): Content[] {
  const row: Content[] = Array.from({ length: WHY }, () => "");
  for (const [column, text] of [
    [NAME, indicator],
    [DEPARTMENT, department],
    [STATUS, status],
    [ACTUAL, actual],
    [GAP, gap],
  ] as const)
    row[column] = text;
  return row;
}

/** Every verdict with its shape, word and meaning, the tolerances as they stand in the ledger, and the rules. */
function addLegend(page: Page, { name, settings }: LedgerReading): void {
  const meanings = STATUSES.map((status) =>
    words.meaning(STATUS_LOOKS[status].shape, zh.status[status], zh.ledger.meaning[status]),
  );
  const line = (text: Content) => page.add([text], ROW.line, [{ block: page.cells(NAME), fontColor: MUTED }]);
  for (const text of linesOf(words.legend(meanings), PAGE_EMS)) line(text);
  const { shareTolerance, pointTolerance, shareGrace } = settings;
  if (shareTolerance && pointTolerance && shareGrace) {
    const [share, points, grace] = [shareTolerance, pointTolerance, shareGrace].map(({ address }) =>
      cellsOf(name, address),
    );
    line(toleranceLine({ share: share ?? "", points: points ?? "", grace: grace ?? "" }, words.tolerance));
  }
  const rules = zh.ledger.rules.slice(0, RULES_OF_VERDICTS);
  for (const text of linesOf(words.rules([...rules, words.counting]), PAGE_EMS)) line(text);
}
