/**
 * The county table (县市区对比): a row a place, for each indicator its target, what was reported, how far that is, its rank and its
 * verdict; below, the sum of the places against the city's figure. One TARGET a place and indicator, everything else native formulas.
 */
import type { CatalogIndex } from "../core/catalog";
import { caseOf, PERCENT } from "../core/case";
import { serialOf } from "../core/periods";
import type { Rules } from "../core/status";
import { STATUSES, type Commitment, type Place } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { asOfDay, asOfTrouble, monthsElapsed, periodText } from "./formulasPeriod";
import { sumOf } from "./formulas";
import { tallyOfPlace } from "./formulasPlaces";
import { judgedDay, toleranceTrouble } from "./formulasTolerance";
import { AS_OF_NAME, DAY_NAME } from "./ledger";
import {
  cityCells,
  comparedIndicator,
  placeCells,
  sumCells,
  type ComparedIndicator,
  type IndicatorCells,
} from "./placesCells";
import { dressOf, type DressedIndicator } from "./placesDress";
import {
  HEADER_ROW,
  ID_ROW,
  INDICATOR_ROW,
  inRow,
  NOTE_ROW,
  overPlaces,
  PAGE_WIDTH,
  PLACE_COLUMN,
  placesLayout,
  SETTINGS_ROW,
  TITLE_ROW,
  TROUBLE_ROW,
  type IndicatorColumns,
  type PlacesLayout,
} from "./placesLayout";
import { legendOf, type LegendPlan } from "./placesLegend";
import {
  addressOf,
  cell,
  type Block,
  type Content,
  type NumberFormats,
  type SheetPlan,
  type StackedBars,
  fixed,
} from "./plan";
import { CHART_FILLS } from "./statusColours";

const words = zh.placesTable.sheet;

/** The name of a county table's sheet, where it is free; it is also the name of a cell of it, by which it is told from a ledger. */
export const PLACES_NAME = words.name;

const INK = "#1F3B63";
const MARGIN = 20;

/** What stood in the cells people type into: by the id of the part, the city's own by the commitment's, settings by their name. */
export interface TypedPlaces {
  readonly figures: ReadonlyMap<string, Content>;
  readonly asOf: Content | null;
  readonly tolerances: Readonly<Partial<Record<"shareTolerance" | "pointTolerance" | "shareGrace", Content>>>;
}
export const NOTHING_TYPED: TypedPlaces = { figures: new Map(), asOf: null, tolerances: {} };

/** The commitments that are split over places, in the catalog's order. */
export function splitCommitments(index: CatalogIndex): Commitment[] {
  const places = index.catalog.places ?? [];
  return index.catalog.commitments.filter((each) => places.some(({ id }) => index.partIn(each, id) !== null));
}

/** The places in the order of the table: those of a group together, groups as they come first in the catalog. */
export function placesInOrder(index: CatalogIndex): Place[] {
  const places = index.catalog.places ?? [];
  const groups = [...new Set(places.map(({ group }) => group ?? ""))];
  return groups.flatMap((group) => places.filter((place) => (place.group ?? "") === group));
}

/** Where everything stands on a table of these indicators. */
export function layoutOf(index: CatalogIndex, wholes: readonly Commitment[]): PlacesLayout {
  const places = index.catalog.places ?? [];
  const hasGroups = places.some(({ group }) => group !== undefined);
  const shapes = wholes.map(({ parts = [], kind }) => ({
    hasPledge: parts.some(({ ownPledge }) => ownPledge !== undefined),
    measure: kind === "flow" || kind === "stock" ? ("attainment" as const) : ("gap" as const),
  }));
  return placesLayout(places.length, hasGroups, shapes);
}

/**
 * The plan of a county table.
 * @param wholes the indicators to compare, each split over places
 * @param name the sheet's name
 * @param asOf what the 截至期 cell holds at first, as 2024Q2
 * @param typed what people typed into the table in whose place it comes
 */
export function placesTable(
  index: CatalogIndex,
  wholes: readonly Commitment[],
  rules: Rules,
  name: string,
  asOf: string,
  typed: TypedPlaces = NOTHING_TYPED,
): SheetPlan {
  const places = placesInOrder(index);
  const layout = layoutOf(index, wholes);
  const compared = wholes.flatMap((whole, at) => {
    const columns = layout.indicators[at];
    return columns ? [comparedIndicator(index, whole, columns, places)] : [];
  });
  const chart = chartOf(layout);
  const { pages } = layout;
  const width = pages.count > 1 ? Math.min(PAGE_WIDTH, pages.width) : Infinity;
  const legend = legendOf(layout.rows.tallies + places.length + 3, layout, rules, width, typed.tolerances);
  const settings = {
    asOfDay: fixed(layout.asOfDay),
    asOfMonths: fixed(layout.asOfMonths),
    ...legend.tolerances,
  };
  const dressed = compared.map((each): DressedIndicator => {
    const { whole } = each;
    const figure = (id: string) => typed.figures.get(id) ?? "";
    const rows = places.map((place, at) => {
      const part = index.partIn(whole, place.id);
      const row = layout.rows.first + at;
      return placeCells(index, place, each, row, layout, settings, rules, part ? figure(part.id) : "");
    });
    const { terms } = caseOf(index, whole);
    const entry = terms.kind === "milestone" ? "done" : terms.unit === PERCENT ? "percent" : "number";
    const city = cityCells(index, each, layout, settings, rules, figure(whole.id));
    return { compared: each, entry, rows, sum: sumCells(index, each, layout), city };
  });
  const dress = dressOf(dressed, layout, index.catalog.year);
  return {
    name,
    tabColor: INK,
    content: contentOf(index, places, dressed, layout, legend, typed.asOf ?? asOf),
    columnWidths: layout.widths,
    styles: [...dress.styles, ...legend.styles],
    numberFormats: [...dress.numberFormats, ...legend.numberFormats, ...dateFormat(layout, typed.asOf)],
    validations: [...dress.validations, ...legend.validations],
    colourRules: dress.colourRules,
    names: [
      { name: AS_OF_NAME, block: layout.asOf },
      { name: DAY_NAME, block: layout.asOfDay },
      { name: PLACES_NAME, block: cell(HEADER_ROW, PLACE_COLUMN) },
    ],
    charts: [chart],
    frozen: { rows: layout.rows.first, columns: 1 },
    print: {
      columns: layout.printed,
      margin: MARGIN,
      ...(pages.count > 1
        ? {
            pagesWide: pages.count,
            titleColumns: { first: PLACE_COLUMN, last: PLACE_COLUMN },
            titleRows: { first: 0, last: HEADER_ROW },
          }
        : { onOnePage: true }),
    },
    start: cell(layout.rows.first, layout.indicators[0]?.actual ?? 1),
  };
}

/** A 截至期 that was typed as a date shows as one. */
function dateFormat({ asOf }: PlacesLayout, typed: Content | null): NumberFormats[] {
  const isDate = typeof typed === "number" && typed > serialOf("1990-01-01") && typed <= serialOf("2100-12-31");
  return isDate ? [{ block: asOf, formats: "yyyy-mm-dd" }] : [];
}

/** A cell as a formula names it from any row. */

/** All contents, from the title to the legend. */
function contentOf(
  index: CatalogIndex,
  places: readonly Place[],
  indicators: readonly DressedIndicator[],
  layout: PlacesLayout,
  legend: LegendPlan,
  asOf: Content,
): Content[][] {
  const grid = new Grid(layout.widths.length);
  const { catalog } = index;
  grid.put(TITLE_ROW, 0, words.title(catalog.region, catalog.year));
  grid.put(NOTE_ROW, 0, `${zh.ledger.catalogVersion(catalog.title, catalog.version)}　${words.entry}`);
  putSettings(grid, layout, legend, catalog.year, asOf);
  grid.put(HEADER_ROW, PLACE_COLUMN, words.place);
  grid.put(ID_ROW, PLACE_COLUMN, words.id);
  if (layout.group !== null) grid.put(HEADER_ROW, layout.group, words.group);
  grid.put(HEADER_ROW, layout.id, words.id);
  grid.put(INDICATOR_ROW, layout.id, words.readHint);
  for (const each of indicators) putIndicator(grid, index, each, layout);
  const { first, sum, city } = layout.rows;
  for (const [at, place] of places.entries()) {
    const row = first + at;
    grid.put(row, PLACE_COLUMN, place.name);
    if (layout.group !== null) grid.put(row, layout.group, place.group ?? "");
    grid.put(row, layout.id, place.id);
  }
  grid.put(sum, PLACE_COLUMN, words.sum);
  grid.put(city, PLACE_COLUMN, words.city);
  putTallies(grid, layout, places);
  for (const [at, cells] of legend.content.entries())
    for (const [column, content] of cells.entries()) grid.put(legend.first + at, column, content);
  return grid.rows;
}

function putSettings(grid: Grid, layout: PlacesLayout, { tolerances }: LegendPlan, year: number, given: Content): void {
  const { asOf, asOfDay: day, asOfMonths, textOfAsOf } = layout;
  const [period, text] = [fixed(asOf), fixed(textOfAsOf)];
  const cells = { share: tolerances.shareTolerance, points: tolerances.pointTolerance, grace: tolerances.shareGrace };
  const ledger = zh.ledger;
  grid.put(SETTINGS_ROW, asOf.column - 1, ledger.asOf);
  grid.put(SETTINGS_ROW, asOf.column, given);
  grid.put(SETTINGS_ROW, day.column - 1, ledger.asOfDay);
  grid.put(
    SETTINGS_ROW,
    day.column,
    judgedDay(cells, asOfDay(period, text, year, ledger.unreadable), ledger.wrongTolerance),
  );
  grid.put(SETTINGS_ROW, asOfMonths.column, monthsElapsed(fixed(day), year));
  grid.put(SETTINGS_ROW, textOfAsOf.column, periodText(period));
  grid.put(TROUBLE_ROW, 0, asOfTrouble(period, fixed(day), ledger.unreadable, ledger.asOfTrouble));
  grid.put(TITLE_ROW, layout.indicators[0]?.measure ?? 1, toleranceTrouble(cells, ledger.toleranceTrouble));
}

function putIndicator(
  grid: Grid,
  index: CatalogIndex,
  { compared, rows, sum, city }: DressedIndicator,
  layout: PlacesLayout,
): void {
  const { whole, columns } = compared;
  const unit = caseOf(index, whole).terms.unit ?? "";
  grid.put(INDICATOR_ROW, columns.target, words.indicator(whole.indicator, unit, index.departmentOf(whole).name));
  grid.put(ID_ROW, columns.target, whole.id);
  for (const [column, heading] of headingsOf(compared)) grid.put(HEADER_ROW, column, heading);
  grid.put(ID_ROW, columns.read, whole.id);
  const { rows: at } = layout;
  for (const [position, cells] of rows.entries()) putCells(grid, at.first + position, columns, cells);
  putCells(grid, at.sum, columns, sum);
  putCells(grid, at.city, columns, city);
}

function headingsOf({ columns, measure }: ComparedIndicator): (readonly [column: number, heading: string])[] {
  const { headings } = words;
  return [
    [columns.target, headings.target],
    ...(columns.ownPledge === null ? [] : [[columns.ownPledge, headings.ownPledge] as const]),
    [columns.actual, headings.actual],
    [columns.measure, headings[measure]],
    [columns.rank, headings.rank],
    [columns.status, headings.status],
    [columns.read, headings.read],
    [columns.counted, headings.counted],
  ];
}

function putCells(grid: Grid, row: number, columns: IndicatorColumns, cells: IndicatorCells): void {
  for (const name of ["target", "actual", "measure", "rank", "status", "counted", "read"] as const)
    grid.put(row, columns[name], cells[name]);
  if (columns.ownPledge !== null) grid.put(row, columns.ownPledge, cells.ownPledge);
}

/** How many verdicts of each kind a place has, for the eye and for the chart. */
function putTallies(grid: Grid, layout: PlacesLayout, places: readonly Place[]): void {
  const { tallies, first, count } = layout.rows;
  const across = (row: number, rows: number): Block => ({ row, column: 1, rows, columns: layout.last });
  const table = {
    places: overPlaces(layout, PLACE_COLUMN),
    all: fixed(across(first, count)),
    headings: fixed(across(HEADER_ROW, 1)),
  };
  const sum = tallies + count + 1;
  grid.put(tallies, PLACE_COLUMN, words.tallies);
  grid.put(sum, PLACE_COLUMN, words.total);
  for (const [at, place] of places.entries()) grid.put(tallies + 1 + at, PLACE_COLUMN, place.name);
  for (const [at, status] of STATUSES.entries()) {
    const column = PLACE_COLUMN + 1 + at;
    grid.put(tallies, column, zh.status[status]);
    for (let row = tallies + 1; row < sum; row++)
      grid.put(row, column, tallyOfPlace(table, inRow(PLACE_COLUMN, row), status));
    grid.put(sum, column, sumOf(addressOf({ row: tallies + 1, column, rows: count, columns: 1 })));
  }
}

/** The verdicts of each place as bars, beside their counts. */
function chartOf({ rows, printed, pages }: PlacesLayout): StackedBars {
  const column = PLACE_COLUMN + STATUSES.length + 1;
  const end = pages.count > 1 ? pages.columns : printed;
  return {
    name: words.chart,
    source: { row: rows.tallies, column: PLACE_COLUMN, rows: rows.count + 1, columns: 1 + STATUSES.length },
    place: { row: rows.tallies, column, rows: rows.count + 2, columns: Math.min(end - column, CHART_COLUMNS) },
    fills: STATUSES.map((status) => CHART_FILLS[status]),
  };
}
const CHART_COLUMNS = 12; // as wide as a page has left

/** Contents put here and there, as rows of one width. */
class Grid {
  readonly rows: Content[][] = [];
  constructor(private readonly width: number) {}
  put(row: number, column: number, content: Content): void {
    while (this.rows.length <= row) this.rows.push(Array.from({ length: this.width }, () => ""));
    const cells = this.rows[row];
    if (cells) cells[column] = content;
  }
}
