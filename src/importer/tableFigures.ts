/** The figures of a table's cells, with their units and their places in the text. */
import { tidy } from "../core/expression";
import { areAlike, convert, parseUnit } from "../core/units";
import type { Draft, Level, Part, Span } from "./drafts";
import type { GridCell } from "./grid";
import type { TableColumn } from "./tableColumn";
import type { CellFigure } from "./tableFigure";
import type { TableReading } from "./tableHeader";
import { figureAt, type TableRow } from "./tableRows";
import type { ColumnRole } from "./tableWords";

/** A figure with its unit, where it was found. */
export interface Found {
  readonly cell: GridCell;
  readonly read: CellFigure;
  readonly unit: string;
  readonly isUnitForeign: boolean;
  /** The year its column names; null where that is the table's. */
  readonly year: number | null;
}

/** Units of rates, which are never added. */
export const SHARE = /^[%‰]$|百分点$/u;

/** 132亿元（预计）: that a figure is not final. */
const REMARK = /^\s*[（(](?:预计|初步|快报)[^（()）]*[)）]/u;
const LONGEST_REMARK = 12;

export class TableFigures {
  /** Cells whose figures became drafts, levels beside them, or are listed as left out. */
  readonly used = new Set<GridCell>();

  constructor(
    readonly text: string,
    readonly reading: TableReading,
  ) {}

  columns(...roles: readonly ColumnRole[]): number[] {
    return this.reading.columns.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));
  }

  column(index: number): TableColumn | undefined {
    return this.reading.columns[index];
  }

  /** The figure of a row's column with its unit, or null. */
  foundAt(row: TableRow, column: number): Found | null {
    const found = figureAt(row, column);
    if (!found || found.cell.row !== row.index) return null;
    const { cell, read } = found;
    const { columns, unit: tableUnit } = this.reading;
    const header = columns[column]?.unit ?? "";
    // The rate beside a level is in %, whatever the row's own unit.
    const isRate = columns[column]?.role === "growth";
    const named = row.unit !== "" && !isRate ? row.unit : header !== "" ? header : isRate ? "%" : "";
    // 单位：万元 over the table says nothing of a rate.
    const expected =
      named !== "" ? named : tableUnit !== null && !/(?:率|增速|比重|占比|人数|个数)$/u.test(row.name) ? tableUnit : "";
    const unit = withScale(read.unit, expected);
    const isUnitForeign = read.change === null && expected !== "" && !areAlikeSafely(unit, expected);
    return { cell, read, unit, isUnitForeign, year: columns[column]?.year ?? null };
  }

  levelOf(cell: GridCell, read: CellFigure, unit: string): Level {
    const span = this.placeIn(cell, read.start, read.end);
    const remark = REMARK.exec(this.text.slice(span[1], span[1] + LONGEST_REMARK))?.[0] ?? "";
    return { value: read.value, unit, span, phrase: this.text.slice(...span) + remark };
  }

  /** Places in a cell as places in the text; a cell in quotation marks is searched for them. */
  placeIn(cell: GridCell, start: number, end: number): Span {
    const [from, to] = cell.span;
    if (this.text.slice(from, to) === cell.text) return [from + start, from + end];
    const found = this.text.slice(from, to).indexOf(cell.text.slice(start, end));
    return found < 0 ? [from, to] : [from + found, from + found + end - start];
  }
}

/** Whether what counties do adds up: amounts do, means and densities do not. */
export const mayAdd = ({ kind, unit, indicator }: Draft) =>
  kind === "flow" ||
  (kind === "stock" && !unit.includes("/") && !/(?:均|率|浓度|寿命|密度|标准|指数|水平|价|质量)/u.test(indicator));

/** 1.2万 under 个 is 万个. 16亿 under 亿元 stays what the column counts: a bare 亿 says its scale again. */
export function withScale(own: string, expected: string): string {
  if (own === "") return expected;
  const isBare = /^[百千]?[万亿]+$|^[百千]$/u.test(own);
  if (!isBare || expected === "" || SHARE.test(expected)) return own;
  if (expected.startsWith(own)) return expected;
  const { numerator } = parseUnit(expected);
  const scale = /^(?:[百千]?[万亿]+)/u.exec(expected)?.[0] ?? "";
  return own + (numerator === 1 || scale === "" ? expected : expected.slice(scale.length));
}

/** Whether two units stand on one ladder; an unreadable one stands on none. */
export function areAlikeSafely(left: string, right: string): boolean {
  try {
    return areAlike(left || right || "个", right || left || "个");
  } catch {
    return false;
  }
}

/** What counties' shares add up to, in the unit of the first; null where they do not count the same. */
export function sumOf(parts: readonly Part[]): number | null {
  const unit = parts[0]?.unit ?? "";
  if (!parts.every((part) => areAlikeSafely(part.unit, unit) && part.valueMax === null)) return null;
  return tidy(
    parts.reduce((added, part) => added + convert(part.value, part.unit || unit || "个", unit || part.unit || "个"), 0),
  );
}
