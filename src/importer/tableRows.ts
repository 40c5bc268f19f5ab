/** The rows below a table's header: which hold promises, which head a block, which sum up; and what merged or blank cells take from above. */
import type { GridCell } from "./grid";
import { dueIn, indicatorName, responsibleOf, unitOfCell } from "./tableCells";
import { readFigureCell } from "./tableFigure";
import { distinctCells, isHeaderAgain, type TableReading } from "./tableHeader";
import type { ColumnRole } from "./tableWords";
import { bracketUnit, DEPARTMENT, REMARK_ROW, SUM_WORD, WHOLE_PLACE } from "../core/tableWords";
import type { Day } from "../core/types";

export interface TableRow {
  /** Position in the grid. */
  readonly index: number;
  readonly cells: readonly GridCell[];
  /** From the first of its own cells to the last. */
  readonly span: readonly [number, number];
  readonly kind: "promise" | "sum" | "whole" | "remark";
  /** The name in the indicator's cell, cleaned. */
  readonly name: string;
  readonly nameCell: GridCell | null;
  /** What stands over it: its group's cell, else the heading of its block. */
  readonly group: string;
  /** 1, 1.1, （1）. */
  readonly serial: string;
  /** Whether it is a share of a row above: 其中. */
  readonly isShare: boolean;
  readonly unit: string;
  readonly isUnitCarried: boolean;
  readonly department: string | null;
  readonly isDepartmentCarried: boolean;
  readonly supporting: readonly string[];
  readonly due: Day | null;
  readonly place: string;
}

/** Names of rates: a unit left blank beside one is not that of the row above. */
const RATE = /(?:率|增速|增幅|增长|占比|比重|比例|降幅|性别比|指数|系数)$/u;

/** The rows of a table, header, remarks and headings of blocks left out. */
export function rowsOf(reading: TableReading): TableRow[] {
  const { grid, headerRows, columns, year } = reading;
  const at = (role: ColumnRole) => columns.flatMap((column, index) => (column.role === role ? [index] : []));
  const [names, groups, units, leads, helpers, dues, places] = (
    ["indicator", "group", "unit", "lead", "supporting", "due", "placeName"] as const
  ).map(at) as [number[], number[], number[], number[], number[], number[], number[]];
  const nameLabel = columns[names[0] ?? -1]?.label;
  const rows: TableRow[] = [];
  const above = new Map<number, GridCell>(); // the last filled cell of a column, for pastes that show merged cells as blanks
  let heading = "";
  let headingDepartment: string | null = null;
  for (let index = headerRows; index < grid.rows.length; index++) {
    const cells = grid.rows[index] ?? [];
    const filled = distinctCells(cells);
    const [first] = filled;
    if (!first || isHeaderAgain(cells, reading)) continue;
    const own = filled.filter((cell) => cell.row === index);
    if (own.length === 0) continue;
    if (REMARK_ROW.test(first.text.replace(/\s/gu, ""))) {
      rows.push(bareRow(index, cells, own, "remark", ""));
      continue;
    }
    if (isHeading(cells, filled, own, grid.rows.length, at)) {
      heading = indicatorName(first.text);
      const unit = heading.replace(/[（(][^（）()]*[）)]/gu, "");
      headingDepartment = DEPARTMENT.test(unit) && unit.length <= 16 ? unit : null;
      above.clear();
      continue;
    }
    const carries = (column: number, isAllowed: boolean): { cell: GridCell | null; isCarried: boolean } => {
      const cell = cells[column];
      if (cell && cell.text !== "") {
        above.set(column, cell);
        return { cell, isCarried: false };
      }
      const last = above.get(column);
      return !grid.knowsMerges && isAllowed && last
        ? { cell: last, isCarried: true }
        : { cell: null, isCarried: false };
    };
    const label = (list: readonly number[]) =>
      list.map((column) => cells[column]?.text ?? "").find((text) => text !== "") ?? "";
    const kind = kindOf(cells, [...names, ...places, ...groups, ...leads, ...at("serial")]);
    if (kind === "sum") {
      rows.push(bareRow(index, cells, own, kind, label(names)));
      continue;
    }
    const isBelowPlaces = places.length > 0;
    const nameCell = names.map((column) => carries(column, isBelowPlaces).cell).find((cell) => cell !== null) ?? null;
    const group = groups
      .filter((column) => columns[column]?.label !== nameLabel)
      .map((column) => carries(column, true).cell)
      .filter((cell) => cell !== null)
      .map(({ text }) => indicatorName(text))
      .join("");
    const stem = groups
      .filter((column) => columns[column]?.label === nameLabel && column !== names[0])
      .map((column) => carries(column, true).cell?.text ?? "");
    const bare = nameCell ? named(indicatorName(nameCell.text), stem.map(indicatorName)) : "";
    const over = nameCell === null ? null : parentOf(rows, serialOf(cells, at("serial"), nameCell), nameCell);
    const name = over === null || standsAlone(bare, over.name) ? bare : `${over.name}（${bare}）`;
    const unitFound = units.map((column) => carries(column, !RATE.test(name))).find(({ cell }) => cell !== null);
    const ownUnit = unitFound?.cell ? unitOfCell(unitFound.cell.text) : "";
    const written = nameCell ? (bracketUnit(nameCell.text) ?? "") : "";
    const leadFound = leads.map((column) => carries(column, true)).find(({ cell }) => cell !== null);
    const helperCell = helpers
      .map((column) => carries(column, leadFound?.isCarried ?? false).cell)
      .find((cell) => cell !== null);
    const dueCell = dues.map((column) => cells[column] ?? null).find((cell) => cell !== null && cell.text !== "");
    // 牵头单位 leads; a 责任单位 in a column of its own helps.
    const others = leads
      .map((column) => cells[column])
      .filter((cell) => cell && cell.text !== "" && cell !== leadFound?.cell);
    const helping = [...others.map((cell) => cell?.text ?? ""), helperCell?.text ?? ""].filter((text) => text !== "");
    const responsible = responsibleOf(leadFound?.cell?.text ?? "", helping.join("、"));
    rows.push({
      index,
      cells,
      span: spanOf(own),
      kind,
      name,
      nameCell,
      group: group === "" ? heading : group,
      serial: nameCell === null ? "" : serialOf(cells, at("serial"), nameCell),
      isShare: over !== null,
      unit: ownUnit !== "" ? ownUnit : written !== "" ? written : RATE.test(bare) ? "" : (over?.unit ?? ""),
      isUnitCarried:
        ownUnit !== "" ? (unitFound?.isCarried ?? false) : written === "" && over !== null && !RATE.test(bare),
      department: responsible.lead ?? (leads.length === 0 || leadFound === undefined ? headingDepartment : null),
      isDepartmentCarried: responsible.lead !== null && (leadFound?.isCarried ?? false),
      supporting: responsible.supporting,
      due: dueCell ? dueIn(dueCell.text, year) : null,
      place: places.map((column) => cells[column]?.text ?? "").find((text) => text !== "") ?? "",
    });
  }
  return rows;
}

const SUB_SERIAL = /^(\d{1,2})[.．-]\d{1,2}$/u;
const BRACKETED = /^[（(]\d{1,2}[）)]$/u;

const serialOf = (cells: readonly GridCell[], columns: readonly number[], nameCell: GridCell) =>
  columns
    .map((column) => cells[column])
    .find((cell) => cell && cell !== nameCell && cell.text !== "")
    ?.text.trim() ?? "";

/** 其中：幼儿园 under 新增学位, 1.1 and （1） with a short name under 1: the row whose share it is. */
function parentOf(rows: readonly TableRow[], serial: string, nameCell: GridCell): TableRow | null {
  const isShare = /^\s*(?:其\s*中|#)/u.test(nameCell.text);
  const sub = SUB_SERIAL.exec(serial);
  if (!isShare && sub === null && !BRACKETED.test(serial)) return null;
  if (!isShare && indicatorName(nameCell.text).length > LONGEST_PART) return null;
  const before = rows.filter(({ kind, name }) => kind === "promise" && name !== "");
  const over = before.filter((row) => !row.isShare).at(-1);
  if (over === undefined || over.name.length > LONGEST_PARENT) return null;
  if (sub !== null && over.serial !== sub[1]) return null;
  return isShare || sub !== null || /^\d{1,2}[、.．]?$/u.test(over.serial) ? over : null;
}
const LONGEST_PARENT = 16;

/** 其中：公办学位 under 新增学位 says itself of what it is; 其中：小学 does not. */
const standsAlone = (name: string, over: string) =>
  name.length > 8 || (name.length > 2 && over.endsWith(name.slice(-2)));

const LONGEST_PART = 6; // characters of a name that needs what stands before it

/** 指标 over two columns: 床位 | 新增 is 新增床位, 学位 | 幼儿园 is 幼儿园学位; a long name stands by itself. */
function named(last: string, before: readonly string[]): string {
  const stem = before.filter((each) => each !== "" && !last.includes(each)).at(-1) ?? "";
  return last.length <= LONGEST_PART ? last + stem : last;
}

function spanOf(cells: readonly GridCell[]): readonly [number, number] {
  return [Math.min(...cells.map(({ span }) => span[0])), Math.max(...cells.map(({ span }) => span[1]))];
}

function bareRow(
  index: number,
  cells: readonly GridCell[],
  own: readonly GridCell[],
  kind: TableRow["kind"],
  name: string,
): TableRow {
  const nothing = {
    nameCell: null,
    group: "",
    serial: "",
    isShare: false,
    unit: "",
    isUnitCarried: false,
    department: null,
    isDepartmentCarried: false,
  };
  return { index, cells, span: spanOf(own), kind, name, ...nothing, supporting: [], due: null, place: "" };
}

/** One filled cell, over the whole width or at the row's beginning, without a figure: it heads the rows below. */
function isHeading(
  cells: readonly GridCell[],
  filled: readonly GridCell[],
  own: readonly GridCell[],
  rows: number,
  at: (role: ColumnRole) => number[],
): boolean {
  if (rows < 3) return false;
  const [first, second] = filled;
  if (!first || own.length > 2) return false;
  // 一 | 教育事业: a numeral and a heading.
  const isNumbered =
    second !== undefined && filled.length === 2 && /^[（(]?[一二三四五六七八九十]{1,3}[）)、.]?$/u.test(first.text);
  const heading = isNumbered ? second : first;
  if (filled.length > (isNumbered ? 2 : 1)) return false;
  if (/\d\s*(?:%|[万亿]?[\u4e00-\u9fff])/u.test(heading.text) && !/[（(]\d+[项个条件][）)]$/u.test(heading.text))
    return false;
  const column = cells.indexOf(heading);
  const isWide = cells.filter((cell) => cell === heading).length > 1;
  const valued = [...at("target"), ...at("place"), ...at("growth"), ...at("unit"), ...at("lead")];
  return isWide || (!valued.includes(column) && column <= 2);
}

/** @param labels the columns that name a row */
function kindOf(cells: readonly GridCell[], labels: readonly number[]): TableRow["kind"] {
  const texts = (labels.length > 0 ? labels : [0, 1]).map((column) =>
    (cells[column]?.text ?? "").replace(/[\s　]/gu, ""),
  );
  if (texts.some((text) => WHOLE_PLACE.test(text))) return "whole";
  return texts.some((text) => SUM_WORD.test(text)) ? "sum" : "promise";
}

/** The figure cells of one column that a sum adds up: those above it, up to the sum before. */
export function summedRows(rows: readonly TableRow[], sum: TableRow): TableRow[] {
  const before = rows.filter(({ index }) => index < sum.index);
  const isPart = /^小\s*计$/u.test(sum.cells.find(({ text }) => /计/u.test(text))?.text ?? "");
  const last = isPart ? before.map(({ kind }) => kind).lastIndexOf("sum") : -1;
  const above = before.slice(last + 1).filter(({ kind }) => kind === "promise");
  if (above.length > 0 || isPart) return above;
  // 合计 over its rows.
  const below: TableRow[] = [];
  for (const row of rows.filter(({ index }) => index > sum.index)) {
    if (row.kind === "sum") break;
    if (row.kind === "promise") below.push(row);
  }
  return below;
}

/** A figure of a row's column, or null. */
export function figureAt(row: TableRow, column: number) {
  const cell = row.cells[column];
  const read = cell ? readFigureCell(cell.text) : "blank";
  return cell && typeof read === "object" ? { cell, read } : null;
}
