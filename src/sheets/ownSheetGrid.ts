/** The cells of a person's own sheet by row and column of the sheet, merged ones as one. */
import { yearIn } from "../core/tableWords";
import type { OwnCells } from "./ownSheetTypes";
import type { CellValue } from "./standingLedger";

/** A number and at most a sign, a unit or a bracket around it; words of doubt in front. */
const FIGURE =
  /^(?:(?:已|累计|已累计)?(?:完成|实现|新增)|约|近|超|超过|达|达到|不低于|不少于|不超过|≥|≤|>|<|＞|＜|≧|≦)?\s*[-+−]?[¥￥$]?\s*\d[\d,，]*(?:[.．]\d+)?\s*(?:[万亿千百]{0,2}[^\s\d（()）]{0,6})?\s*(?:[（(][^（）()]{0,12}[）)])?$/u;
const BLANK = /^(?:[-—–─－/／\\.…·*]+|无|暂无|待定|不涉及|n\/?a)?$/iu;

export interface GridCell {
  readonly text: string;
  readonly value: CellValue;
  /** Where it stands; of merged cells the first. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const NOTHING: GridCell = { text: "", value: "", row: -1, column: -1, rows: 1, columns: 1 };

export class OwnGrid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly knowsMerges: boolean;
  private readonly merged = new Map<number, GridCell>();
  private readonly width: number;

  constructor(readonly cells: OwnCells) {
    const { row, column, texts, merges } = cells;
    this.width = texts.reduce((most, line) => Math.max(most, line.length), 0);
    [this.top, this.bottom] = [row, row + texts.length];
    [this.left, this.right] = [column, column + this.width];
    this.knowsMerges = merges !== null;
    for (const block of merges ?? []) {
      const origin = { ...this.plain(block.row, block.column), ...block };
      const [rowsTo, columnsTo] = [
        Math.min(this.bottom, block.row + block.rows),
        Math.min(this.right, block.column + block.columns),
      ];
      for (let line = Math.max(this.top, block.row); line < rowsTo; line++)
        for (let at = Math.max(this.left, block.column); at < columnsTo; at++)
          this.merged.set(this.keyOf(line, at), origin);
    }
  }

  private keyOf(row: number, column: number): number {
    return (row - this.top) * this.width + column - this.left;
  }

  private plain(row: number, column: number): GridCell {
    const [line, at] = [row - this.top, column - this.left];
    const text = (this.cells.texts[line]?.[at] ?? "").trim();
    const value = this.cells.values[line]?.[at] ?? "";
    return { text, value, row, column, rows: 1, columns: 1 };
  }

  /** A cell; of merged cells each is the first of them. */
  at(row: number, column: number): GridCell {
    if (row < this.top || row >= this.bottom || column < this.left || column >= this.right) return NOTHING;
    return (this.merged.size > 0 ? this.merged.get(this.keyOf(row, column)) : undefined) ?? this.plain(row, column);
  }

  /** The text that stands in this very cell: none in what is merged into another. */
  ownText(row: number, column: number): string {
    const cell = this.at(row, column);
    return cell.row === row && cell.column === column ? cell.text : "";
  }

  /** The filled cells of a row between two columns, merged ones once. */
  filled(row: number, from = this.left, to = this.right): GridCell[] {
    const found: GridCell[] = [];
    for (let column = from; column < to; column++) {
      const cell = this.at(row, column);
      if (cell.text !== "" && !(cell.column < column && cell.column >= from)) found.push(cell);
    }
    return found;
  }

  isBlankRow(row: number, from = this.left, to = this.right): boolean {
    for (let column = from; column < to; column++) if (this.at(row, column).text !== "") return false;
    return true;
  }

  /** The texts of rows, a line each; those merged over several rows once. */
  linesOf(from: number, to: number): string[] {
    const lines: string[] = [];
    for (let row = from; row < to; row++) {
      const texts = this.filled(row)
        .filter((cell) => cell.row === row)
        .map(({ text }) => text);
      if (texts.length > 0) lines.push(texts.join(" "));
    }
    return lines;
  }
}

/** A date that Excel keeps as a number: over months it is a label. */
const DATE_SHOWN = /[年月]|^\d{4}[-/.]\d{1,2}|[a-z]{3}/iu;

/** Whether a cell holds a figure; a year is none. */
export function isFigure({ text, value }: GridCell): boolean {
  if (typeof value === "number" && DATE_SHOWN.test(text)) return false;
  if (typeof value === "number")
    return !(value >= 1990 && value <= 2100 && Number.isInteger(value)) || text.includes(",");
  return FIGURE.test(text) && yearIn(text) === null && !/[月季]|半年/u.test(text);
}

/** Whether a cell says that there is nothing. */
export const saysNothing = ({ text }: GridCell): boolean => BLANK.test(text);
