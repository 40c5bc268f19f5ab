/** The leader's page as it is laid out: its columns, and rows one below the other. */
import { STATUSES } from "../core/types";
import {
  cell,
  type Block,
  type ColourRule,
  type Content,
  type NumberFormats,
  type SheetPlan,
  type StackedBars,
  type Style,
} from "./plan";

/** Columns from A, widths in points. Tallies and the list of shortfalls share them; the chart lies over the two wide ones. */
export const NAME = 0;
export const FIRST_STATUS = 1;
export const TOTAL = FIRST_STATUS + STATUSES.length;
export const RATE = TOTAL + 1;
export const WHY = RATE + 1;
export const REASON = WHY + 1;
export const COLUMN_WIDTHS = [112, ...STATUSES.map(() => 42), 36, 50, 268, 142];
export const COLUMNS = COLUMN_WIDTHS.length;

/** A4 landscape less the margins is 806 by 559 points: with fourteen departments all fits at nine tenths, so that letters of 9 points print at 8. */
const MARGIN = 18;
const LETTER = 9;
export const ROW = { title: 24, line: 11.5, heading: 13, least: 12, most: 20, gap: 3 };
const CELL_PADDING = 5;
export const PAGE_EMS = (COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0) / LETTER) * 0.96;
export const emsOf = (column: number) => ((COLUMN_WIDTHS[column] ?? 0) - CELL_PADDING) / LETTER;

export const INK = "#1F3B63";
export const MUTED = "#5A6472";
export const LINES = "#C9D1DE";
export const BAND = "#E8EDF5";

/** Rows as they are laid one below the other. */
export class Page {
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
