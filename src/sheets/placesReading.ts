/** The verdicts of a county table as they show: one for each place and indicator. */
import type { Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { statusNamed } from "./ledgerEntries";
import { addressOf, cell } from "./plan";
import { shownAt, type SheetCells } from "./standingLedger";
import { standingPlaces } from "./standingPlaces";

const { headings, city } = zh.placesTable.sheet;

/** A place's figure of one indicator. Rows and columns from 0. */
export interface PlaceVerdict {
  /** The commitment's id. */
  readonly id: string;
  /** The place's id; "" for the city. */
  readonly place: string;
  readonly isCity: boolean;
  /** What the place is called in the table. */
  readonly shown: string;
  readonly row: number;
  readonly status: Status | null;
  /** 完成率 or 差距 as it shows. */
  readonly measure: string;
  /** Its columns with what they show, from the left. */
  readonly columns: readonly { readonly heading: string; readonly text: string; readonly address: string }[];
  /** The cell of the verdict. */
  readonly address: string;
}

/** Empty where the cells are no county table. */
export function placesReading(cells: SheetCells): PlaceVerdict[] {
  const standing = standingPlaces(cells);
  if (!standing) return [];
  const { header, names, entries } = standing;
  const width = cells.texts[0]?.length ?? 0;
  const headingAt = (column: number) => shownAt(cells, header, column).text;
  const rows = lines(cells, header, names);
  return entries.flatMap(({ column: actual, id }) => {
    const first = startOf(headingAt, actual);
    const status = statusColumn(headingAt, actual, cells.column + width);
    if (status === null) return [];
    const columns = Array.from({ length: status - first + 1 }, (_, at) => first + at);
    const measure = columns.find((column) => {
      const heading = headingAt(column);
      return heading === headings.attainment || heading === headings.gap;
    });
    return rows.map(({ row, place, shown }) => ({
      id,
      place,
      isCity: shown === city,
      shown,
      row,
      status: statusNamed(shownAt(cells, row, status).text),
      measure: measure === undefined ? "" : shownAt(cells, row, measure).text,
      columns: columns.map((column) => ({
        heading: headingAt(column),
        text: shownAt(cells, row, column).text,
        address: addressOf(cell(row, column)),
      })),
      address: addressOf(cell(row, status)),
    }));
  });
}

function startOf(headingAt: (column: number) => string, actual: number): number {
  let first = actual;
  while (first > 0 && [headings.target, headings.ownPledge].some((heading) => heading === headingAt(first - 1)))
    first -= 1;
  return first;
}

function statusColumn(headingAt: (column: number) => string, actual: number, end: number): number | null {
  for (let column = actual + 1; column < end; column++) {
    if (headingAt(column) === headings.status) return column;
    if (headingAt(column) === headings.actual) return null;
  }
  return null;
}

/** The rows of the places and of the city: those of the places carry their ids. */
function lines(cells: SheetCells, header: number, names: number): { row: number; place: string; shown: string }[] {
  const { id, place } = zh.placesTable.sheet;
  const heads = cells.texts[header - cells.row] ?? [];
  const ids = heads.indexOf(id, heads.indexOf(place) + 1);
  const found: { row: number; place: string; shown: string }[] = [];
  for (let row = header + 1; row < cells.row + cells.texts.length; row++) {
    const shown = shownAt(cells, row, names).text;
    const own = ids < 0 ? "" : shownAt(cells, row, cells.column + ids).text;
    if (own !== "") found.push({ row, place: own, shown });
    if (shown === city) {
      found.push({ row, place: "", shown });
      break;
    }
  }
  return found;
}
