/** Where the tables of a person's own sheet begin and end: rows of labels, of which the first may stand far down. */
import { bracketUnit, COLUMN_NUMBER } from "../core/tableWords";
import { isFigure, type GridCell, type OwnGrid } from "./ownSheetGrid";
import { isUnitAlone, saidBy, saysOnlyAFigure } from "./ownSheetLabels";
import { saysMeasures } from "./ownSheetMeasures";
import type { LabelWord } from "./ownSheetWords";

interface ColumnSpan {
  /** The first column of a table, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

export interface OwnHeader extends ColumnSpan {
  readonly row: number;
  /** Rows of labels, a row that only numbers the columns included. */
  readonly rows: number;
  /** Tables that stand beside each other under one row of labels. */
  readonly parts: readonly ColumnSpan[];
}

const MOST_ROWS = 3;
const LONGEST_LABEL = 40;
const NAMES: readonly LabelWord[] = ["indicator", "department", "place", "group"];
const FIGURES: readonly LabelWord[] = [
  "target",
  "actual",
  "rate",
  "gap",
  "lastYear",
  "growth",
  "cumulative",
  "thisPeriod",
];

const isLabel = ({ text }: GridCell) => text.length <= LONGEST_LABEL;
const isColumnNumber = ({ text }: GridCell) => COLUMN_NUMBER.test(text);
/** 2023 and 6 over columns are a year and a month. */
const isNumberLabel = ({ value }: GridCell) =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  ((value >= 1990 && value <= 2100) || (value >= 1 && value <= 12));

/** The first rows of labels from a row on; null where there are none. */
export function nextHeader(grid: OwnGrid, from: number): OwnHeader | null {
  for (let row = from; row < grid.bottom; row++) {
    const cells = grid.filled(row).filter((cell) => cell.row === row);
    if (cells.length === 0) continue;
    const isOver = mayBeNames(cells) && isOverMeasures(grid, row);
    if (!isOver && !mayBeLabels(cells)) continue;
    const rows = isOver ? 1 : labelRows(grid, row);
    if (!isOver && !isHeader(grid, row, rows)) continue;
    const end = row + rows;
    const numbers = grid.filled(end);
    const isNumbered = numbers.length > 2 && numbers.every(isColumnNumber);
    return { row, rows: rows + (isNumbered ? 1 : 0), ...spanOf(grid, row, rows), parts: partsOf(grid, row, rows) };
  }
  return null;
}

/** 填报单位：市教育局 is a line of a form, 单位：万元 one over the table. */
const FORM_LINE = /^[^（(]{1,12}[:：]\s*\S/u;

/** Short words, perhaps a year; a figure for each name is a row of data. */
export function mayBeLabels(cells: readonly GridCell[]): boolean {
  const [only] = cells;
  if (!only || cells.length === 1) return false; // a title
  if (cells.some(({ text }) => FORM_LINE.test(text))) return false;
  const labels = cells.filter((cell) => isLabel(cell) && !isFigure(cell));
  const figures = cells.filter((cell) => isFigure(cell) && !isNumberLabel(cell));
  return figures.length === 0 && labels.length >= cells.length / 2 && labels.some(({ text }) => saidBy(text).size > 0);
}

/** Words over columns that need not be known ones: indicators that stand across. */
const mayBeNames = (cells: readonly GridCell[]): boolean =>
  cells.length > 1 && cells.every((cell) => isLabel(cell) && !isFigure(cell) && !FORM_LINE.test(cell.text));

/** Whether rows of targets and actuals begin below a row, by the words in one of their first columns. */
function isOverMeasures(grid: OwnGrid, row: number): boolean {
  const right = Math.min(grid.right, grid.left + MEASURES_WITHIN);
  for (let column = grid.left; column < right; column++)
    if (
      saysMeasures(grid, column, row + 1, Math.min(grid.bottom, row + 1 + MEASURES_BELOW)) &&
      grid.filled(row + 1).some((cell) => cell.column === column)
    )
      return true;
  return false;
}
const [MEASURES_WITHIN, MEASURES_BELOW] = [5, 6];

/** How many rows from this one are labels of the same columns. */
export function labelRows(grid: OwnGrid, first: number): number {
  let rows = 1;
  while (rows < MOST_ROWS && first + rows < grid.bottom && goesOn(grid, first, first + rows)) rows++;
  return rows;
}

function goesOn(grid: OwnGrid, first: number, next: number): boolean {
  const cells = grid.filled(next);
  const own = cells.filter(({ row }) => row === next);
  if (own.length === 0) return false;
  if (cells.length > 2 && own.every(isColumnNumber)) return false;
  if (own.some((cell) => isFigure(cell) && !isNumberLabel(cell)) || !own.every(isLabel)) return false;
  if (own.every(({ text }) => isUnitAlone(text))) return true;
  let below = 0;
  for (const cell of own) {
    if (isUnitAlone(cell.text)) continue;
    if (isClosedAbove(grid, first, next, cell.column)) {
      // A label under a label of its own column says more of it; a name does not.
      if (saidBy(cell.text).size === 0 || !hasFigureWord(cell.text)) return false;
      continue;
    }
    below += 1;
  }
  const known = own.filter(
    ({ text, value }) => saidBy(text).size > 0 || isUnitAlone(text) || typeof value === "number",
  );
  if (below === 0) return isBelowNames(grid, first, next, own);
  // Names of indicators, which nobody lists, over a last row of targets and actuals.
  return known.length >= own.length / 2 || (below === own.length && isOverFigureWords(grid, next));
}

/** 目标 and 完成 below names that stand once over each column: 新增就业 | 新增就业. */
function isBelowNames(grid: OwnGrid, first: number, next: number, own: readonly GridCell[]): boolean {
  const above = own.map(({ column }) => labelsOver(grid, first, next - first, column).join(""));
  return (
    own.every(({ text }) => hasFigureWord(text)) &&
    above.every((label) => label !== "" && !saysOnlyAFigure(label)) &&
    above.some((label, at) => at > 0 && label === above[at - 1])
  );
}

function isOverFigureWords(grid: OwnGrid, row: number): boolean {
  const below = grid.filled(row + 1).filter((cell) => cell.row === row + 1);
  return below.length > 1 && below.every((cell) => isLabel(cell) && !isFigure(cell) && hasFigureWord(cell.text));
}

const hasFigureWord = (text: string) => [...saidBy(text)].some((word) => FIGURES.includes(word));

/** Whether the label over a column is of that column alone, so that what stands below it is data. */
function isClosedAbove(grid: OwnGrid, first: number, next: number, column: number): boolean {
  for (let row = next - 1; row >= first; row--) {
    const above = grid.at(row, column);
    if (above.text === "") continue;
    if (above.columns > 1) return false;
    // Unmerged it lies over the blank beside it, where labels stand below that.
    const hasBelow = [next, next + 1].some((line) => grid.ownText(line, column + 1) !== "");
    return !(grid.at(row, column + 1).text === "" && hasBelow && labelsBelow(grid, next, column + 1));
  }
  return false;
}

/** Whether what stands in a column from a row on begins with words, not figures. */
function labelsBelow(grid: OwnGrid, next: number, column: number): boolean {
  const first = [next, next + 1].find((line) => grid.ownText(line, column) !== "");
  return first !== undefined && !isFigure(grid.at(first, column));
}

/** Rows of labels name something, and have figures to say of it. */
export function isHeader(grid: OwnGrid, row: number, rows: number): boolean {
  const said = new Set<LabelWord>();
  let known = 0;
  let labels = 0;
  for (let column = grid.left; column < grid.right; column++) {
    const path = labelsOver(grid, row, rows, column);
    if (path.length > 0) labels += 1;
    const words = path.flatMap((label) => [...saidBy(label)]);
    if (words.length > 0) known += 1;
    for (const word of words) said.add(word);
  }
  const hasNames = NAMES.some((word) => said.has(word));
  const hasFigures = FIGURES.some((word) => said.has(word)) || said.has("namedPeriod");
  if (known < 2 || known < labels / 4) return false;
  // A label column often has no heading of its own.
  return hasFigures ? hasNames || known >= 2 : hasNames && hasUnitsOrFigures(grid, row, rows);
}

/** Indicators across say neither target nor actual: units in their labels, or figures below them, do. */
function hasUnitsOrFigures(grid: OwnGrid, row: number, rows: number): boolean {
  let columns = 0;
  for (let column = grid.left; column < grid.right; column++) {
    const label = labelsOver(grid, row, rows, column).join("");
    const hasUnit = label !== "" && bracketUnit(label) !== null;
    if (hasUnit || (label !== "" && isFigure(grid.at(row + rows, column)))) columns += 1;
  }
  return columns >= 2;
}

/** The labels over a column from above, each once; a wide one reaches over blanks beside it. */
export function labelsOver(grid: OwnGrid, row: number, rows: number, column: number): string[] {
  const path: string[] = [];
  for (let line = row; line < row + rows; line++) {
    const cell = grid.at(line, column);
    const isLast = line === row + rows - 1;
    const text = cell.text !== "" || isLast ? cell.text : reachingLabel(grid, line, row + rows, column);
    const label = text.replace(/[\r\n]+/gu, "").trim();
    if (label !== "" && path.at(-1) !== label && !COLUMN_NUMBER.test(label)) path.push(label);
  }
  return path;
}

function reachingLabel(grid: OwnGrid, row: number, end: number, column: number): string {
  const hasBelow = (at: number) => {
    for (let line = row + 1; line < end; line++) if (grid.ownText(line, at) !== "") return true;
    return false;
  };
  for (let at = column; at >= grid.left; at--) {
    const cell = grid.at(row, at);
    if (cell.text !== "") return at === column || cell.columns > 1 || hasBelow(at) ? cell.text : "";
    if (!hasBelow(at)) return "";
  }
  return "";
}

function spanOf(grid: OwnGrid, row: number, rows: number): ColumnSpan {
  let [from, to] = [grid.right, grid.left];
  for (let line = row; line < row + rows; line++)
    for (const cell of grid.filled(line)) {
      from = Math.min(from, cell.column);
      to = Math.max(to, cell.column + cell.columns);
    }
  // A label column without a heading stands left of the first label.
  while (from > grid.left && hasTextBelow(grid, row + rows, from - 1)) from -= 1;
  while (to < grid.right && hasTextBelow(grid, row + rows, to)) to += 1;
  return { from, to: Math.min(to, grid.right) };
}

const ROWS_LOOKED_AT = 12;
function hasTextBelow(grid: OwnGrid, row: number, column: number): boolean {
  for (let line = row; line < Math.min(grid.bottom, row + ROWS_LOOKED_AT); line++)
    if (grid.ownText(line, column) !== "") return true;
  return false;
}

/** Tables beside each other, parted by a blank column; one where a part by itself is none. */
function partsOf(grid: OwnGrid, row: number, rows: number): ColumnSpan[] {
  const whole = spanOf(grid, row, rows);
  const parts: ColumnSpan[] = [];
  let from = whole.from;
  for (let column = whole.from; column <= whole.to; column++) {
    const isBlank =
      column === whole.to ||
      (labelsOver(grid, row, rows, column).length === 0 && !hasTextBelow(grid, row + rows, column));
    if (!isBlank) continue;
    if (column > from) parts.push({ from, to: column });
    from = column + 1;
  }
  return parts.length > 1 && parts.every((part) => isWhole(grid, row, rows, part)) ? parts : [whole];
}

function isWhole(grid: OwnGrid, row: number, rows: number, { from, to }: ColumnSpan): boolean {
  const said = new Set<LabelWord>();
  for (let column = from; column < to; column++)
    for (const label of labelsOver(grid, row, rows, column)) for (const word of saidBy(label)) said.add(word);
  return NAMES.some((word) => said.has(word)) && (said.has("actual") || said.has("target"));
}
