/** The tallies of the leader's page: native counts of verdicts by department with their chart, and by place where a county table stands. */
import { STATUSES, type Status } from "../core/types";
import { JUDGED } from "../strings/circular";
import { zhSheets as zh } from "../strings/zhSheets";
import { cellsOf, periodLine, shareOfCounts, sumOf, tallyOf, tallyOfAll, type VerdictColumns } from "./formulas";
import { tallyOfPlace } from "./formulasPlaces";
import type { LedgerReading } from "./ledgerEntries";
import {
  addressOf,
  cell,
  columnName,
  type Block,
  type Content,
  type Formula,
  type StackedBars,
  type Style,
} from "./plan";
import type { PlacesTallied } from "./standingPlaces";
import { CHART_FILLS, STATUS_LOOKS } from "./statusColours";
import { BAND, COLUMNS, FIRST_STATUS, INK, LINES, NAME, RATE, ROW, WHY, type Page } from "./summaryPage";

const words = zh.summary;

const CHART_HEIGHT = 168; // at least, with its legend
const BARS_HEIGHT = 190; // shared by the departments' rows where they are few

/** The table of tallies with its total, and the chart beside it. @returns the cells that hold the total of each verdict */
export function addTallies(
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
  const counts = (row: number, of: (status: Status) => Formula): Content[] => [...STATUSES.map(of), ...totals(row)];
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
  const ofStatus = STATUSES.map((status, at) => [status, addressOf(cell(total, FIRST_STATUS + at))] as const);
  return { totals: ofStatus, chart: departments.length > 0 ? chart : null };
}
const ON_PACE = JUDGED.slice(0, 2);

/** How the places stand, out of the county table's own verdicts: below the departments. */
export function addPlaces(page: Page, { sheet, table, time, names }: PlacesTallied): void {
  page.gap();
  const of = {
    places: cellsOf(sheet, table.places),
    all: cellsOf(sheet, table.all),
    headings: cellsOf(sheet, table.headings),
  };
  const header: Content[] = [
    words.placeTallies,
    ...STATUSES.map((status) => zh.status[status]),
    words.total,
    words.rate,
  ];
  page.add(header, ROW.heading, [
    { block: page.cells(NAME), bold: true, fontColor: INK },
    { block: page.cells(FIRST_STATUS, RATE), bold: true, fill: BAND, align: "Center" },
    ...STATUSES.map((status, position): Style => {
      const { fill, fontColor } = STATUS_LOOKS[status];
      return { block: page.cells(FIRST_STATUS + position), fill, fontColor };
    }),
  ]);
  if (time)
    page.put(
      page.next - 1,
      WHY,
      periodLine(cellsOf(sheet, time.asOf), cellsOf(sheet, time.asOfDay), {
        period: words.placesAsOf(sheet),
        day: words.asOfDay,
      }),
    );
  const first = page.next;
  for (const name of names) {
    const place = `$${columnName(NAME)}${page.next + 1}`;
    page.add([name, ...STATUSES.map((status) => tallyOfPlace(of, place, status)), ...totals(page.next)], ROW.least);
  }
  const block: Block = { row: first, column: NAME, rows: names.length, columns: RATE + 1 };
  page.style({ block, rowLines: LINES }, { block: { ...block, column: FIRST_STATUS, columns: RATE }, align: "Center" });
  page.format({ ...block, column: RATE, columns: 1 }, "0.0%");
}

/** The sum of a row's counts, and the share of those on pace. */
function totals(row: number): Content[] {
  const at = (columns: number) => addressOf({ row, column: FIRST_STATUS, rows: 1, columns });
  return [sumOf(at(STATUSES.length)), shareOfCounts(at(ON_PACE.length), at(JUDGED.length), words.noRate)];
}
