/** What is written beside a person's own tables: a key, an actual and a verdict for each row, headings, colours and a legend. Never into the tables. */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { parsePeriod, partsOf } from "../core/periods";
import type { Rules } from "../core/status";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { actualOf, downwards, fixedCell, keyOf, verdictsOf } from "./formulasOwn";
import { presetLine } from "./ledger";
import { markFormats } from "./ledgerFormats";
import { MUTED, type Dress } from "./ledgerRow";
import { MARK_COLUMNS, type MarkColumn } from "./markColumns";
import type { OwnBlock, OwnSheet } from "./ownSheet";
import { commitmentOf, isSettled, type OwnMatched } from "./ownSheetMatch";
import { cell, type Block, type Content, type NumberFormats, type Style } from "./plan";
import { STATUS_LOOKS, statusRules } from "./statusColours";

const words = zh.ownSheet.sheet;

const WIDTHS: Readonly<Record<MarkColumn, number>> = {
  target: 70,
  expected: 70,
  gap: 84,
  attainment: 56,
  status: 62,
  id: 84,
  read: 60,
};
const GAP = 12; // points of the blank column between a table and what is ours: so neither sorting nor filtering of theirs reaches it
const LEGEND = 220;
const HEAD_FILL = "#E7EEF7";
const LINE = "#BFC8D4";

/** Rectangles of contents, in the order in which they are written. */
export interface MarksPlan {
  /** All that is ours, the blank column in front included. */
  readonly block: Block;
  readonly contents: readonly {
    readonly at: Pick<Block, "row" | "column">;
    readonly content: readonly (readonly Content[])[];
  }[];
  readonly dress: Dress;
  /** Widths in points, from the block's first column; null where a column is hidden. */
  readonly widths: readonly (number | null)[];
  /** How many rows have a verdict. */
  readonly rows: number;
}

interface MarksOptions {
  /** The columns that show. */
  readonly shown: readonly MarkColumn[];
  readonly asOf: string;
  /** The column behind the last one of the sheet's own. */
  readonly column: number;
}

/** The plan of what stands beside a sheet's tables. @param matched the rows of each block, in the blocks' order */
export function planMarks(
  index: CatalogIndex,
  rules: Rules,
  sheet: OwnSheet,
  matched: readonly (readonly OwnMatched[])[],
  { shown, asOf, column }: MarksOptions,
): MarksPlan {
  const places = groupsOf(sheet);
  const groups = Math.max(...places.map(({ group, block }) => group + block.series.length));
  const legend = column + groups * (MARK_COLUMNS.length + 1) + 1;
  const top = Math.min(...sheet.blocks.map(headingRow));
  const period = cell(top, legend + 1);
  const contents: MarksPlan["contents"][number][] = [];
  const dress: Dress = { styles: [], numberFormats: [], validations: [], colourRules: [] };
  let rows = 0;
  for (const { block, group, at } of places)
    for (const [serial, series] of block.series.entries()) {
      const own = (matched[at] ?? []).filter((each) => each.series === series && isSettled(each.match));
      const left = column + 1 + (group + serial) * (MARK_COLUMNS.length + 1);
      const part = markSeries(index, block, (series.owner ?? "") + series.label, own, left, {
        period: fixedCell(period),
        asOf,
      });
      contents.push(...part.contents);
      dress.styles.push(...part.styles);
      dress.numberFormats.push(...part.numberFormats);
      dress.colourRules.push(...statusRules(part.status));
      rows += own.length;
    }
  const lines = legendLines(rules);
  contents.push({ at: { row: top, column: legend }, content: [[words.asOf, asOf], ...lines.map((line) => [line])] });
  dress.numberFormats.push({ block: { ...period, column: legend, columns: 2, rows: lines.length + 1 }, formats: "@" });
  dress.styles.push(
    { block: cell(top, legend), bold: true, fontColor: MUTED },
    { block: period, bold: true, align: "Center", border: LINE },
    { block: { row: top + 1, column: legend, rows: lines.length, columns: 1 }, fontColor: MUTED },
  );
  const bottom = Math.max(top + 1 + lines.length, ...sheet.blocks.map(({ rowsTo }) => rowsTo));
  const ofGroup = [GAP, ...MARK_COLUMNS.map((each) => (shown.includes(each) ? WIDTHS[each] : null))];
  return {
    block: { row: top, column, rows: bottom - top, columns: legend + 2 - column },
    contents,
    dress,
    widths: [...Array.from({ length: groups }, () => ofGroup).flat(), GAP, LEGEND, WIDTHS.target],
    rows,
  };
}

const headingRow = ({ header }: OwnBlock) => header.row + header.rows - 1;

/** Tables below each other share columns; those beside each other, and indicators across, have columns of their own. */
function groupsOf({ blocks }: OwnSheet): { block: OwnBlock; group: number; at: number }[] {
  const placed: { block: OwnBlock; group: number; at: number }[] = [];
  for (const [at, block] of blocks.entries()) {
    const beside = placed.filter(
      (each) => headingRow(each.block) < block.rowsTo && headingRow(block) < each.block.rowsTo,
    );
    const group = Math.max(0, ...beside.map((each) => each.group + each.block.series.length));
    placed.push({ block, group, at });
  }
  return placed;
}

function markSeries(
  index: CatalogIndex,
  block: OwnBlock,
  label: string,
  matched: readonly OwnMatched[],
  left: number,
  { period, asOf }: { readonly period: string; readonly asOf: string },
): { contents: MarksPlan["contents"][number][]; styles: Style[]; numberFormats: NumberFormats[]; status: Block } {
  const head = headingRow(block);
  const { rowsFrom: from, rowsTo: to } = block;
  const at = (name: MarkColumn) => left + MARK_COLUMNS.indexOf(name);
  const headings = MARK_COLUMNS.map((name) =>
    label === "" ? words.headings[name] : words.ofIndicator(label, words.headings[name]),
  );
  const rows = Array.from({ length: to - from }, (): Content[] => ["", ""]);
  const formats = Array.from({ length: to - from }, (): string[] => [
    "General",
    "General",
    "General",
    "0.0%",
    "General",
  ]);
  const month = monthOf(index, asOf);
  for (const each of matched) {
    const commitment = commitmentOf(each.match);
    const { row, series, unit } = each;
    if (!commitment) continue;
    const names = [
      ...(row.departmentCell && !block.isTransposed && series.owner === null
        ? [{ cell: row.departmentCell, text: row.department, isFixed: row.isCarried }]
        : []),
      ...(row.nameCell ? [{ cell: row.nameCell, text: row.name, isFixed: row.nameCell.row !== row.row }] : []),
    ];
    rows[row.row - from] = [
      keyOf(commitment.id, names, words.changed),
      series.actual === null ? "" : actualOf({ row: row.row, column: series.actual }, unit),
    ];
    const { target, expected, gap } = markFormats(caseOf(index, commitment), month);
    formats[row.row - from] = [target, expected, gap, "0.0%", "General"];
  }
  const whole = { row: head, column: left, rows: to - head, columns: MARK_COLUMNS.length };
  const check = verdictsOf(downwards(at("id"), from, to), downwards(at("read"), from, to), period);
  return {
    contents: [
      { at: { row: head, column: left }, content: [headings] },
      { at: { row: from, column: at("id") }, content: rows },
      { at: { row: from, column: at("target") }, content: [[check]] },
    ],
    styles: [
      { block: whole, border: LINE },
      { block: { ...whole, rows: 1 }, fill: HEAD_FILL, bold: true, align: "Center" },
      { block: { ...whole, row: from, rows: to - from, column: at("status"), columns: 1 }, align: "Center" },
      { block: { ...whole, row: from, rows: to - from, column: at("id"), columns: 2 }, fontColor: MUTED },
    ],
    numberFormats: [{ block: { row: from, column: left, rows: to - from, columns: 5 }, formats }],
    status: { row: from, column: at("status"), rows: to - from, columns: 1 },
  };
}

/** The month at whose end the rows are judged; that of the year where the period cannot be read. */
function monthOf({ catalog }: CatalogIndex, asOf: string): number {
  try {
    return partsOf(parsePeriod(asOf, catalog.year).to).month;
  } catch (error) {
    if (error instanceof CatalogError) return 12;
    throw error;
  }
}

function legendLines(rules: Rules): string[] {
  const meanings = STATUSES.map((status) =>
    zh.summary.meaning(STATUS_LOOKS[status].shape, zh.status[status], zh.ledger.meaning[status]),
  );
  return [...meanings, presetLine(rules.preset), ...words.notes];
}
