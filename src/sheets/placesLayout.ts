/** Where things stand on a county table: a row a place, a block of columns an indicator. Rows and columns from 0. */
import { cell, columnName, type Block } from "./plan";

export const TITLE_ROW = 0;
export const NOTE_ROW = 1;
export const SETTINGS_ROW = 2;
export const TROUBLE_ROW = 3;
export const INDICATOR_ROW = 4;
export const ID_ROW = 5;
export const HEADER_ROW = 6;
export const FIRST_ROW = 7;

export const PLACE_COLUMN = 0;

/** Points of an A4 page, landscape, in letters of about ten points. */
export const PAGE_WIDTH = 780;
const INDICATORS_ON_A_PAGE = 3; // in letters of seven points

/** Widths in points. */
const WIDTHS = {
  place: 72,
  group: 62,
  target: 66,
  ownPledge: 60,
  actual: 60,
  attainment: 58,
  gap: 80,
  rank: 32,
  status: 54,
  beside: 60,
  id: 70,
  read: 66,
};

/** The columns of one indicator. */
export interface IndicatorColumns {
  readonly target: number;
  /** null where no place has a pledge of its own. */
  readonly ownPledge: number | null;
  readonly actual: number;
  readonly measure: number;
  readonly rank: number;
  readonly status: number;
  /** What counts of what was typed, and what it is in the target's unit: behind all that is printed. */
  readonly counted: number;
  readonly read: number;
}

export interface PlacesLayout {
  readonly group: number | null;
  readonly indicators: readonly IndicatorColumns[];
  /** The last column of the table. */
  readonly last: number;
  readonly id: number;
  readonly widths: readonly number[];
  /** How many columns are printed. */
  readonly printed: number;
  /**
   * The pages side by side that the table needs. All are as wide as the widest, the last by columns with nothing in them: a sheet that is
   * fitted to pages is broken where a page is full, and heeds no break of ours, so that a page is to be full where an indicator ends.
   */
  readonly pages: { readonly count: number; readonly width: number; readonly columns: number };
  readonly rows: {
    readonly first: number;
    readonly count: number;
    readonly sum: number;
    readonly city: number;
    /** The headings of the counts of verdicts, which have a row for each place and one for all. */
    readonly tallies: number;
  };
  readonly asOf: Block;
  readonly asOfDay: Block;
  readonly asOfMonths: Block;
  readonly textOfAsOf: Block;
}

/** What the layout needs to know of an indicator. */
export interface IndicatorShape {
  readonly hasPledge: boolean;
  /** 完成率 is shorter than 差距 with its words. */
  readonly measure: "attainment" | "gap";
}

export function placesLayout(places: number, hasGroups: boolean, shapes: readonly IndicatorShape[]): PlacesLayout {
  const widths = [WIDTHS.place];
  const take = (name: keyof typeof WIDTHS) => widths.push(WIDTHS[name]) - 1;
  const group = hasGroups ? take("group") : null;
  const blocks = shapes.map(({ hasPledge, measure }) => ({
    target: take("target"),
    ownPledge: hasPledge ? take("ownPledge") : null,
    actual: take("actual"),
    measure: take(measure),
    rank: take("rank"),
    status: take("status"),
  }));
  const last = widths.length - 1;
  const pages = evenPages(widths, blocks);
  // Counts of verdicts and their chart stand below: of few indicators they are wider than the table.
  while (widths.reduce((sum, width) => sum + width, 0) < PAGE_WIDTH) take("beside");
  const printed = widths.length;
  const id = take("id");
  const read = blocks.map((block) => ({ ...block, read: take("read") }));
  const indicators = read.map((block) => ({ ...block, counted: take("read") }));
  const [sum, city] = [FIRST_ROW + places, FIRST_ROW + places + 1];
  return {
    group,
    indicators,
    last,
    id,
    widths,
    printed,
    pages,
    rows: { first: FIRST_ROW, count: places, sum, city, tallies: city + 2 },
    // A name, two figures and a label stand in the first four columns, whichever they are.
    asOf: cell(SETTINGS_ROW, 1),
    asOfDay: cell(SETTINGS_ROW, 3),
    textOfAsOf: cell(SETTINGS_ROW, id),
    asOfMonths: cell(SETTINGS_ROW, id + 1),
  };
}

/** Widens indicators, and fills the last page, until each is as wide as the widest; the places' names stand on every page. */
function evenPages(
  widths: number[],
  blocks: readonly { readonly target: number; readonly status: number }[],
): PlacesLayout["pages"] {
  const pages: { first: number; last: number; width: number }[] = [];
  for (let at = 0; at < blocks.length; at += INDICATORS_ON_A_PAGE) {
    const [from, to] = [blocks[at], blocks[Math.min(at + INDICATORS_ON_A_PAGE, blocks.length) - 1]];
    const [first, last] = [at === 0 ? PLACE_COLUMN + 1 : (from?.target ?? 0), to?.status ?? 0];
    const width = widths.slice(first, last + 1).reduce((sum, each) => sum + each, widths[PLACE_COLUMN] ?? 0);
    pages.push({ first, last, width });
  }
  const width = Math.max(...pages.map((page) => page.width));
  for (const page of pages.slice(0, -1)) {
    const more = (width - page.width) / (page.last - page.first + 1);
    for (let column = page.first; column <= page.last; column++) widths[column] = (widths[column] ?? 0) + more;
  }
  if (pages.length > 1)
    for (let rest = width - (pages.at(-1)?.width ?? 0); rest > 1; rest -= WIDTHS.beside)
      widths.push(Math.min(rest, WIDTHS.beside));
  return { count: pages.length, width, columns: (pages[0]?.last ?? 0) + 1 };
}

/** A cell of a row as its formulas name it. @example inRow(3, 7) // "$D8" */
export const inRow = (column: number, row: number) => `$${columnName(column)}${row + 1}`;

/** A column's cells over all places. @example "$D$8:$D$16" */
export function overPlaces({ rows }: PlacesLayout, column: number): string {
  const letter = `$${columnName(column)}$`;
  return `${letter}${rows.first + 1}:${letter}${rows.first + rows.count}`;
}
