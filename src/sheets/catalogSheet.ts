/** The sheet 承诺目录: a catalog that people see and edit, checked row by row with messages beside the rows. */
import type { Catalog } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { gridOf, HEADINGS } from "./catalogGrid";
import type { ReadGrid } from "./catalogGridRead";
import { cell, type Block, type Content, type SheetPlan } from "./plan";

/** The name the sheet is given; it is told by its headings. */
export const CATALOG_SHEET = zh.catalogSheet.name;

const INK = "#1F3B63";
const MUTED = "#595959";
const BAND = "#E8EDF5";
const LINES = "#C9D1DE";
const TROUBLE = "#9C0006";
const FIRST_GRID_ROW = 1; // below the hint
const HEADING_ROW = 2;
const WIDTHS: Readonly<Record<string, number>> = {
  指标: 160,
  原文: 200,
  其他字段: 90,
  检查: 220,
  备注: 140,
  责任单位: 110,
};
const WIDTH = 70;

/** The plan of the sheet. @param name the sheet's name */
export function catalogSheet(catalog: Catalog, name: string): SheetPlan {
  const words = zh.catalogSheet;
  const content: Content[][] = [
    [words.hint],
    ...gridOf(catalog).map((row) => row.map((value) => (typeof value === "boolean" ? String(value) : value))),
  ];
  const rows: Block = {
    row: HEADING_ROW,
    column: 0,
    rows: content.length - HEADING_ROW,
    columns: HEADINGS.length,
  };
  const headings = { ...rows, rows: 1 };
  const column = (heading: string): Block => ({ ...rows, column: HEADINGS.indexOf(heading), columns: 1 });
  const list = (heading: string, all: readonly string[]) => ({
    block: { ...column(heading), row: HEADING_ROW + 1, rows: Math.max(1, rows.rows - 1) },
    rule: { list: all },
    title: heading,
    message: words.listWarning,
  });
  return {
    name,
    tabColor: INK,
    content,
    columnWidths: HEADINGS.map((heading) => WIDTHS[heading] ?? WIDTH),
    styles: [
      { block: cell(0, 0), fontColor: MUTED },
      { block: { row: FIRST_GRID_ROW, column: 0, rows: 1, columns: HEADINGS.length }, fontColor: INK, bold: true },
      { block: headings, bold: true, fill: BAND, align: "Center", border: LINES },
      { block: column(words.columns.more), fontColor: MUTED, fontSize: 8 },
      { block: column(words.check), fontColor: TROUBLE, wrap: true },
    ],
    numberFormats: [],
    validations: [
      list(words.columns.kind, Object.values(zh.kind)),
      list(words.columns.modality, Object.values(zh.modality)),
      list(words.columns.review, Object.values(words.review)),
    ],
    colourRules: [],
    names: [],
    frozen: { rows: HEADING_ROW + 1, columns: 0 },
    print: { columns: HEADINGS.length, titleRows: { first: HEADING_ROW, last: HEADING_ROW }, paper: "A3" },
    start: cell(HEADING_ROW + 1, 0),
  };
}

/** What stands beside each row below the headings: its troubles in words, or that it can be used. @param rows of the grid */
export function messagesBeside({ headings, troubles }: ReadGrid, rows: number): string[] {
  if (headings === null) return [];
  const words = zh.catalogSheet;
  const beside = new Map<number, string[]>();
  for (const trouble of troubles)
    if (trouble.row !== null) beside.set(trouble.row, [...(beside.get(trouble.row) ?? []), words.trouble(trouble)]);
  return Array.from({ length: rows - headings.row - 1 }, (_, at) => {
    const said = beside.get(headings.row + 1 + at);
    return said ? said.join("；") : "";
  });
}
