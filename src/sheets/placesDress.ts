/** How a county table looks, what may be typed into it, and which of its cells are painted. */
import { DONE_WORDS, NOT_DONE_WORDS, percentUnclear } from "../core/actual";
import { PERCENT } from "../core/case";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { anyNumber, spellDoubt } from "./formulas";
import { plausibleNumber } from "./formulasEntry";
import { INPUT, MUTED, type Dress } from "./ledgerRow";
import type { ComparedIndicator, IndicatorCells } from "./placesCells";
import {
  HEADER_ROW,
  ID_ROW,
  INDICATOR_ROW,
  NOTE_ROW,
  SETTINGS_ROW,
  TITLE_ROW,
  TROUBLE_ROW,
  type IndicatorColumns,
  type PlacesLayout,
} from "./placesLayout";
import { addressOf, cell, columnName, type Block, type NumberFormats, type Style, type Validation } from "./plan";
import { STATUS_LOOKS, statusRules } from "./statusColours";

const INK = "#1F3B63";
const BAND = "#E8EDF5";
const LINES = "#D9DEE7";
const NO_PART = "#F2F2F2";
const UNSEEN = { format: ";;;", colour: "#FFFFFF" };
const LETTER = 10;
const SMALL = 8;
const ROW_HEIGHT = 17;
const TALLY_HEIGHT = 16;
const FIGURES = [
  "target",
  "ownPledge",
  "actual",
  "measure",
  "read",
] as const satisfies readonly (keyof IndicatorColumns)[];

/** An indicator with its rows, from above, and the two rows below the places. */
export interface DressedIndicator {
  readonly compared: ComparedIndicator;
  readonly entry: "percent" | "number" | "done";
  readonly rows: readonly IndicatorCells[];
  readonly sum: IndicatorCells;
  readonly city: IndicatorCells;
}

/** @param year the catalog's, for the choices of 截至期 */
export function dressOf(indicators: readonly DressedIndicator[], layout: PlacesLayout, year: number): Dress {
  const { rows, widths, last } = layout;
  const all: Block = { row: 0, column: 0, rows: rows.tallies + rows.count + 2, columns: widths.length };
  const table: Block = { row: HEADER_ROW, column: 0, rows: rows.count + 3, columns: last + 1 };
  const below: Block = { row: rows.sum, column: 0, rows: 2, columns: last + 1 };
  return {
    styles: [
      { block: all, fontSize: LETTER },
      ...headStyles(layout),
      { block: { ...table, row: rows.first, rows: rows.count + 2 }, rowHeight: ROW_HEIGHT, middle: true },
      { block: table, border: LINES },
      { block: below, bold: true, fill: BAND },
      ...indicators.flatMap((each) => indicatorStyles(each, layout)),
      ...tallyStyles(layout),
    ],
    numberFormats: [...headFormats(layout), ...indicators.flatMap((each) => indicatorFormats(each, layout))],
    validations: [asOfValidation(layout, year), ...indicators.map((each) => validationOf(each, layout))],
    colourRules: indicators.flatMap(({ compared: { columns } }) =>
      statusRules({ row: rows.first, column: columns.status, rows: rows.count + 2, columns: 1 }),
    ),
  };
}

function headStyles({ asOf, asOfDay, asOfMonths, textOfAsOf, id, last, widths }: PlacesLayout): Style[] {
  const line = (row: number, columns = last + 1): Block => ({ row, column: 0, rows: 1, columns });
  const trouble = STATUS_LOOKS.farBehind.fontColor;
  return [
    { block: line(TITLE_ROW), bold: true, fontColor: trouble, rowHeight: 26, middle: true },
    { block: cell(TITLE_ROW, 0), fontSize: 16, fontColor: INK },
    { block: cell(NOTE_ROW, 0), fontSize: 9, fontColor: MUTED, rowHeight: 15 },
    { block: line(SETTINGS_ROW), rowHeight: 20, middle: true },
    ...[asOf, asOfDay].map(({ row, column }): Style => ({
      block: cell(row, column - 1),
      align: "Right",
      fontColor: MUTED,
    })),
    { block: asOf, ...INPUT, align: "Center", bold: true, locked: false, fontSize: SMALL }, // 2025年1-12月
    { block: asOfDay, align: "Left", bold: true },
    { block: textOfAsOf, fontColor: UNSEEN.colour, fontSize: SMALL },
    { block: asOfMonths, fontColor: MUTED },
    { block: cell(TROUBLE_ROW, 0), bold: true, fontColor: trouble, rowHeight: 14 },
    { block: line(INDICATOR_ROW), bold: true, fontColor: INK, rowHeight: 18, middle: true },
    { block: line(ID_ROW, widths.length), fontSize: SMALL, fontColor: MUTED, rowHeight: 12 },
    {
      block: line(HEADER_ROW),
      fill: INK,
      fontColor: "#FFFFFF",
      bold: true,
      align: "Center",
      middle: true,
      rowHeight: 20,
    },
    {
      block: { row: INDICATOR_ROW, column: id, rows: HEADER_ROW - INDICATOR_ROW + 1, columns: widths.length - id },
      fontSize: SMALL,
      fontColor: MUTED,
    },
  ];
}

function indicatorStyles({ compared: { columns }, rows, city }: DressedIndicator, layout: PlacesLayout): Style[] {
  const over = (column: number, first = layout.rows.first, count = layout.rows.count): Block => ({
    row: first,
    column,
    rows: count,
    columns: 1,
  });
  const whole = (column: number) => over(column, layout.rows.first, layout.rows.count + 2);
  const missing = rows.flatMap((cells, at) => (cells.isTyped ? [] : [layout.rows.first + at]));
  return [
    { block: { ...whole(columns.target), columns: columns.rank - columns.target }, align: "Right" },
    { block: { ...whole(columns.rank), columns: 2 }, align: "Center" },
    { block: whole(columns.status), bold: true },
    { block: cell(layout.rows.sum, columns.rank), align: "Left" },
    { block: over(columns.actual), ...INPUT, locked: false },
    ...(city.isTyped ? [{ block: cell(layout.rows.city, columns.actual), ...INPUT, locked: false }] : []),
    ...missing.map((row): Style => ({
      block: { row, column: columns.target, rows: 1, columns: columns.status - columns.target + 1 },
      fill: NO_PART,
      fontColor: MUTED,
      border: LINES,
      locked: true,
    })),
  ];
}

function tallyStyles({ rows: { tallies, count } }: PlacesLayout): Style[] {
  const all: Block = { row: tallies, column: 0, rows: count + 2, columns: STATUSES.length + 1 };
  return [
    { block: all, border: LINES, rowHeight: TALLY_HEIGHT, middle: true },
    { block: { ...all, column: 1, columns: STATUSES.length }, align: "Center" },
    { block: { ...all, rows: 1 }, bold: true, fill: BAND, fontSize: 9 },
    { block: { ...all, row: tallies + count + 1, rows: 1 }, bold: true, fill: BAND },
    ...STATUSES.map((status, at): Style => {
      const { fill, fontColor } = STATUS_LOOKS[status];
      return { block: cell(tallies, 1 + at), fill, fontColor };
    }),
  ];
}

function headFormats({ asOfDay, asOfMonths, textOfAsOf }: PlacesLayout): NumberFormats[] {
  return [
    { block: asOfDay, formats: "yyyy-mm-dd" },
    { block: asOfMonths, formats: `${zh.ledger.monthsFormat};;` },
    { block: textOfAsOf, formats: UNSEEN.format },
  ];
}

function indicatorFormats(
  { compared: { columns }, rows, sum, city }: DressedIndicator,
  layout: PlacesLayout,
): NumberFormats[] {
  return FIGURES.flatMap((name) => {
    const column = columns[name];
    if (column === null) return [];
    const formats = [...rows, sum, city].map((cells) => [cells.formats[name] ?? "General"]);
    return [{ block: { row: layout.rows.first, column, rows: formats.length, columns: 1 }, formats }];
  });
}

function asOfValidation({ asOf }: PlacesLayout, year: number): Validation {
  const { asOf: title } = zh.ledger;
  const message = zh.ledger.asOfPrompt(false);
  return {
    block: asOf,
    rule: { list: [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`) },
    title,
    message,
    prompt: message,
  };
}

function validationOf({ compared: { columns }, entry }: DressedIndicator, { rows }: PlacesLayout): Validation {
  const block: Block = { row: rows.first, column: columns.actual, rows: rows.count, columns: 1 };
  const first = addressOf(cell(block.row, block.column));
  const { doneWarning, percentWarning } = zh.ledger;
  const { numberWarning } = zh.placesTable.sheet;
  if (entry === "done") return { block, rule: { list: [DONE_WORDS[0], NOT_DONE_WORDS[0]] }, ...doneWarning };
  if (entry === "number") return { block, rule: { formula: anyNumber(first) }, ...numberWarning };
  const target = `$${columnName(columns.target)}${block.row + 1}`;
  const doubt = (number: string) => spellDoubt(percentUnclear(PERCENT), number, target);
  return { block, rule: { formula: plausibleNumber(first, doubt) }, ...percentWarning };
}
