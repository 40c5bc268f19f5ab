/** The reader of county tables: a grid of cells in, what people typed into the table that stands there out. */
import type { CatalogIndex } from "../core/catalog";
import { PART_OF } from "../core/places";
import type { Commitment } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { asItWasTyped, type TableCells } from "./formulasPlaces";
import { comparedIndicator } from "./placesCells";
import { HEADER_ROW, PLACE_COLUMN } from "./placesLayout";
import { TOLERANCE_LABELS, TOLERANCES } from "./placesLegend";
import { layoutOf, placesInOrder, type TypedPlaces } from "./placesTable";
import { addressOf, cell, type Block, type Content } from "./plan";
import { formulaAt, shownAt, type CellValue, type SheetCells } from "./standingLedger";

const words = zh.placesTable.sheet;
const isCommitment = (text: string) => /^[A-Z]{2,8}\d{4}-\d{3,7}$/.test(text);

/** A figure that a person typed: of which part or, of the city's own, of which commitment. */
interface TypedFigure {
  readonly id: string;
  readonly value: Content;
  /** What stands in the cell where that is a formula; null otherwise. */
  readonly formula: string | null;
}

/** A county table as it stands on a sheet. Rows and columns from 0. */
export interface StandingPlaces {
  readonly figures: readonly TypedFigure[];
  readonly header: number;
  /** The column of the places' names. */
  readonly names: number;
  /** The ids of the places, from above. */
  readonly places: readonly string[];
  /** The columns people type into, and of which commitment each is. */
  readonly entries: readonly { readonly column: number; readonly id: string }[];
  readonly asOf: Content | null;
  readonly tolerances: TypedPlaces["tolerances"];
}

/** Reads the county table of a sheet; null where there is none. */
export function standingPlaces(cells: SheetCells): StandingPlaces | null {
  const { texts, row, column } = cells;
  const header = texts.findIndex((line, at) => line.includes(words.place) && (texts[at - 1] ?? []).some(isCommitment));
  const headings = texts[header];
  const ids = texts[header - 1];
  if (!headings || !ids) return null;
  const names = headings.indexOf(words.place);
  const idColumn = headings.indexOf(words.id, names + 1);
  const entries = headings.flatMap((text, at) => {
    const id =
      text === words.headings.actual
        ? ids
            .slice(0, at + 1)
            .filter(isCommitment)
            .at(-1)
        : undefined;
    return id === undefined ? [] : [{ column: column + at, id }];
  });
  const figures: TypedFigure[] = [];
  const places: string[] = [];
  for (let line = header + 1; line < texts.length; line++) {
    const place = texts[line]?.[idColumn] ?? "";
    const isCity = place === "" && texts[line]?.[names] === words.city;
    if (place === "" && !isCity) continue;
    if (!isCity) places.push(place);
    for (const entry of entries) {
      const { value } = shownAt(cells, row + line, entry.column);
      const formula = formulaAt(cells, row + line, entry.column);
      if (value === "" && formula === null) continue;
      figures.push({ id: isCity ? entry.id : entry.id + PART_OF + place, value: asContent(value), formula });
    }
    if (isCity) break;
  }
  const tolerances = TOLERANCES.flatMap((name) => {
    const found = behind(cells, TOLERANCE_LABELS[name]);
    return typeof found === "number" ? [[name, found] as const] : [];
  });
  return {
    figures,
    header: row + header,
    names: column + names,
    places,
    entries,
    asOf: behind(cells, zh.ledger.asOf),
    tolerances: Object.fromEntries(tolerances),
  };
}

const asContent = (value: CellValue): Content => (typeof value === "boolean" ? String(value) : value);

/** The cell behind a label; null where the label is gone. */
export function cellBehind(cells: SheetCells, label: string): Block | null {
  for (const [line, texts] of cells.texts.entries()) {
    const at = texts.findIndex((text) => text.trim() === label);
    if (at >= 0) return cell(cells.row + line, cells.column + at + 1);
  }
  return null;
}

/** What stands there; null also where nothing does. */
function behind(cells: SheetCells, label: string): Content | null {
  const found = cellBehind(cells, label);
  const value = found ? shownAt(cells, found.row, found.column).value : "";
  return value === "" ? null : asContent(value);
}

/** The cells of a standing table that count its verdicts, as formulas of other sheets name them. */
export interface PlacesTallied {
  readonly sheet: string;
  readonly table: TableCells;
  /** The cells of 截至期 and 截至日; null where their labels are gone. */
  readonly time: { readonly asOf: string; readonly asOfDay: string } | null;
  /** The names of the places, from above. */
  readonly names: readonly string[];
}

/** Where the verdicts of each place stand on the county table of a sheet; null where there is none. */
export function placesTallied(cells: SheetCells): PlacesTallied | null {
  const standing = standingPlaces(cells);
  if (!standing || standing.places.length === 0) return null;
  const first = standing.header + 1;
  const width = Math.max(...cells.texts.map((row) => row.length));
  const columns = (column: number, count: number, row = first, rows = standing.places.length) =>
    fixedCells({ row, column, rows, columns: count });
  const names = standing.places.map((_, at) => shownAt(cells, first + at, standing.names).text);
  const [asOf, asOfDay] = [zh.ledger.asOf, zh.ledger.asOfDay].map((label) => cellBehind(cells, label));
  return {
    sheet: cells.name,
    table: {
      places: columns(standing.names, 1),
      all: columns(cells.column, width),
      headings: columns(cells.column, width, standing.header, 1),
    },
    time: asOf && asOfDay ? { asOf: fixedCells(asOf), asOfDay: fixedCells(asOfDay) } : null,
    names,
  };
}

/** @example fixedCells({ row: 7, column: 0, rows: 9, columns: 1 }) // "$A$8:$A$16" */
const fixedCells = (block: Block) => addressOf(block).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** What of a standing table goes into a new one. */
export interface CarriedOver {
  readonly typed: TypedPlaces;
  readonly kept: number;
  /** Figures for which the new table has no cell. */
  readonly lost: number;
}

/**
 * Takes what people typed over into a new table of these indicators. A formula they typed stays one only where every cell of the table
 * stays where it is: what it speaks of would be another cell otherwise.
 */
export function carriedOver(index: CatalogIndex, wholes: readonly Commitment[], standing: StandingPlaces): CarriedOver {
  const places = placesInOrder(index);
  const layout = layoutOf(index, wholes);
  const hasCell = new Set<string>();
  for (const [at, whole] of wholes.entries()) {
    for (const { id } of places) {
      const part = index.partIn(whole, id);
      if (part) hasCell.add(part.id);
    }
    const columns = layout.indicators[at];
    if (columns && !comparedIndicator(index, whole, columns, places).addsUp) hasCell.add(whole.id);
  }
  const same = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other);
  const staysInPlace =
    standing.header === HEADER_ROW &&
    standing.names === PLACE_COLUMN &&
    same(
      standing.places,
      places.map(({ id }) => id),
    ) &&
    same(
      standing.entries.map(({ column, id }) => [column, id]),
      wholes.map(({ id }, at) => [layout.indicators[at]?.actual, id]),
    );
  const kept = standing.figures.filter(({ id }) => hasCell.has(id));
  const figures = kept.map(({ id, value, formula }) => {
    return [id, formula !== null && staysInPlace ? asItWasTyped(formula) : value] as const;
  });
  const { asOf, tolerances } = standing;
  return {
    typed: { figures: new Map(figures), asOf, tolerances },
    kept: kept.length,
    lost: standing.figures.length - kept.length,
  };
}
