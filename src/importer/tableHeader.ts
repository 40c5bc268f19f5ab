/** The header of a table: which rows it has, and what each column holds. What was understood is data a person may correct. */
import type { Grid, GridCell } from "./grid";
import { columnsOf, isTableOfTasks, namedByContent, namedFigures } from "./tableColumns";
import type { TableColumn } from "./tableColumn";
import { bareLabel, bracketUnit, COLUMN_NUMBER, PLACE, unitInTitle, yearIn } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { readFigureCell } from "./tableFigure";
import { lastLabel, roleOf, unitAlone } from "./tableLabels";
import type { ColumnRole } from "./tableWords";

export interface TableReading {
  readonly grid: Grid;
  /** Rows of the grid before the first of data. */
  readonly headerRows: number;
  readonly columns: readonly TableColumn[];
  /** 单位：万元 over the table: what is counted where nothing else says it. */
  readonly unit: string | null;
  readonly year: number | null;
}

const FURTHEST_HEADER = 8;
const MOST_HEADER_ROWS = 3;
const LONGEST_LABEL = 24;

/** What is understood of a table, or null where it has no header of a table of tasks. @param year the year of the document, where it is known */
export function readHeader(grid: Grid, year: number | null): TableReading | null {
  const first = headerStart(grid);
  if (first === null) return null;
  const title = [grid.caption, ...grid.rows.slice(0, first).map(distinctText)].join("\n");
  const end = headerEnd(grid, first);
  const paths = labelPaths(grid, first, end);
  const own = plannedYear(paths, yearIn(title) ?? year) ?? yearIn(title) ?? year;
  const columns = namedByTitle(namedByContent(grid, end, columnsOf(paths, own)), title);
  if (!isTableOfTasks(columns)) return null;
  return { grid, headerRows: end, columns, unit: unitInTitle(title) ?? unitBesideRates(title, columns), year: own };
}

/** 各县区2026年固定资产投资计划表 over counties and figures without a name of their own: its title names them. */
function namedByTitle(columns: TableColumn[], title: string): TableColumn[] {
  const hasNames = columns.some(
    ({ role, indicator }) => role === "indicator" || (role === "target" && indicator !== null),
  );
  const name = TITLE_NAME.exec(title)?.[1];
  if (hasNames || name === undefined || !columns.some(({ role }) => role === "placeName")) return columns;
  return columns.map((column) => (NAMED_FIGURES.has(column.role) ? { ...column, indicator: name } : column));
}
const TITLE_NAME =
  /20\d\d年度?(?:全[省市县区州]|各[县市区（）()、乡镇街道]{1,10}|[省市县区州]级)?([\u4e00-\u9fff]{2,16}?)(?:目标|任务|计划|指标|分解|责任|安排)+表/u;
const NAMED_FIGURES = new Set<ColumnRole>(["target", "lastYear", "baseline", "growth"]);

/** 单位：亿元、% over levels and a column of rates: the levels' unit. */
function unitBesideRates(title: string, columns: readonly TableColumn[]): string | null {
  const [, unit = ""] =
    /单位[:：]\s*([^\s，。；、）)和或,;%]{1,10})[、，,;；和及\s]*[%％](?![、，,;；和及])/u.exec(title) ?? [];
  return columns.some(({ role }) => role === "growth") && isUnitWord(unit) ? unit : null;
}

/** The year of 2026年目标: one that is given where the labels name it, else the first they plan for; null where they name none. */
function plannedYear(paths: readonly (readonly string[])[], given: number | null): number | null {
  const planned = paths
    .filter((path) => path.some((label) => /目标|计划|任务|预期/u.test(label)))
    .flatMap((path) => path.map(yearIn))
    .filter((each) => each !== null);
  if (planned.length === 0) return null;
  return given !== null && planned.includes(given) ? given : Math.min(...planned);
}

/** Another role for one column, as a person chose it. */
export function withRole(reading: TableReading, column: number, role: ColumnRole): TableReading {
  const columns = reading.columns.map((each, index): TableColumn => {
    if (index !== column) return each;
    const place = role === "place" ? (each.place ?? lastLabel(each.label)) : null;
    return { ...each, role, place, indicator: role === "target" ? each.indicator : null };
  });
  return { ...reading, columns: namedFigures(columns) };
}

/** The different texts of a row, merged ones once. */
export const distinctCells = (row: readonly GridCell[]): GridCell[] =>
  [...new Set(row)].filter(({ text }) => text !== "");
const distinctText = (row: readonly GridCell[]) =>
  distinctCells(row)
    .map(({ text }) => text)
    .join(" ");

/** A figure and no label: 一季度 and 2026年 are labels that read as figures. */
const isFigureOnly = (text: string) =>
  typeof readFigureCell(text) === "object" && yearIn(text) === null && roleOf(text) === null;

/** The first row that labels columns: short words of which at least two are known. */
export function headerStart({ rows }: Pick<Grid, "rows">): number | null {
  for (const [index, row] of rows.slice(0, FURTHEST_HEADER).entries()) {
    const cells = distinctCells(row);
    if (cells.length < 2 || cells.some(({ text }) => text.length > 3 * LONGEST_LABEL)) continue;
    const labels = cells.filter(({ text }) => text.length <= LONGEST_LABEL && !/^[-\d.,%\s]+$/u.test(text));
    const known = labels.filter(({ text }) => roleOf(text) !== null || yearIn(text) !== null);
    const places = labels.filter(({ text }) => PLACE.test(bareLabel(text)));
    const units = labels.filter(({ text }) => bracketUnit(text) !== null);
    // Figures stand in no header: a row that holds one for each label is a row of data.
    const figures = cells.filter(({ text }) => isFigureOnly(text));
    if (figures.length > 0 && figures.length >= labels.length / 3) continue;
    const isFirstKnown = labels[0] !== undefined && roleOf(labels[0].text) !== null;
    if (known.length >= 2 || (known.length >= 1 && places.length >= 2) || (isFirstKnown && units.length >= 1))
      return index;
  }
  return null;
}

/** Rows that say more of the same columns: what is merged downwards ends there, and a row below a wide label. */
function headerEnd(grid: Grid, first: number): number {
  let end = first + 1;
  while (end < Math.min(grid.rows.length, first + MOST_HEADER_ROWS) && continuesHeader(grid, first, end)) end++;
  return end;
}

function continuesHeader({ rows, knowsMerges }: Grid, first: number, next: number): boolean {
  const row = rows[next] ?? [];
  const above = rows[next - 1] ?? [];
  const cells = distinctCells(row);
  if (cells.length === 0) return false;
  const own = cells.filter((cell) => !above.includes(cell));
  const isFigure = ({ text }: GridCell) => isFigureOnly(text);
  if (own.some(isFigure) || own.some(({ text }) => text.length > LONGEST_LABEL)) return false;
  if (
    own.length > 0 &&
    own.every(({ text }) => unitAlone(text) !== null || roleOf(text) === "unit" || (PLACE.test(text) && own.length > 2))
  ) {
    // （个） （公里）: a row of units below the names.
    if (own.some(({ text }) => unitAlone(text) !== null) || own.every(({ text }) => PLACE.test(text)))
      return isUnderLabels(own, row, above, first, rows);
  }
  if (knowsMerges && above.some((cell) => cell.text !== "" && row.includes(cell))) return own.length > 0;
  return isUnderWideLabel(row, above, own);
}

/** Whether units stand below labels and the first column has none of its own. */
function isUnderLabels(
  own: readonly GridCell[],
  row: readonly GridCell[],
  above: readonly GridCell[],
  first: number,
  rows: Grid["rows"],
): boolean {
  const begins = row[0]?.text ?? "";
  const isOpen = begins === "" || above[0] === row[0] || roleOf(begins) === "unit" || unitAlone(begins) !== null;
  return isOpen && own.length >= 2 && rows[first] !== undefined;
}

/** Blank below what is labelled already, filled below a label that reaches over several columns. */
function isUnderWideLabel(row: readonly GridCell[], above: readonly GridCell[], own: readonly GridCell[]): boolean {
  if (own.length < 2) return false;
  let wide = 0;
  let doubled = 0;
  let reach = "";
  for (const [column, cell] of row.entries()) {
    const label = above[column]?.text ?? "";
    const reaches = label === "" || above[column] === above[column - 1] || above[column] === above[column + 1];
    if (label !== "") reach = label;
    if (cell.text === "") continue;
    const next = above[column + 1]?.text ?? "x";
    if (reaches ? reach !== "" : next === "" && (row[column + 1]?.text ?? "") !== "") wide++;
    else doubled++;
  }
  return wide >= 2 && doubled === 0;
}

/** The labels over each column, from above; a blank beside a label that reaches further is that label. */
function labelPaths({ rows, knowsMerges }: Grid, first: number, end: number): string[][] {
  const width = rows[0]?.length ?? 0;
  const filled: string[][] = [];
  for (let row = first; row < end; row++) {
    const labels: string[] = [];
    for (let column = 0; column < width; column++) {
      const text = rows[row]?.[column]?.text ?? "";
      const below = rows.slice(row + 1, end).some((line) => (line[column]?.text ?? "") !== "");
      const aboveEnds = filled.some((line) => (line[column] ?? "") !== (line[column - 1] ?? ""));
      const mayReach =
        !knowsMerges &&
        text === "" &&
        column > 0 &&
        below &&
        !aboveEnds &&
        !filled.some((line) => line[column] !== line[column - 1]);
      labels.push(mayReach ? (labels[column - 1] ?? "") : text);
    }
    filled.push(labels);
  }
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (const labels of filled) {
      const label = (labels[column] ?? "").replace(/\s+/gu, "");
      if (label !== "" && path.at(-1) !== label) path.push(label);
    }
    return path;
  });
}

/** Whether a row only numbers the columns or says the header again. */
export function isHeaderAgain(row: readonly GridCell[], { grid, headerRows }: TableReading): boolean {
  const cells = distinctCells(row);
  if (cells.length > 2 && cells.every(({ text }) => COLUMN_NUMBER.test(text)) && numbersUp(cells)) return true;
  return grid.rows
    .slice(0, headerRows)
    .some((header) => distinctText(header) === distinctText(row) && cells.length > 1);
}

/** 1 2 3 4: each one more than the one before. */
function numbersUp(cells: readonly GridCell[]): boolean {
  const numbers = cells.map(({ text }) => Number(/\d+/u.exec(text)?.[0] ?? NaN)).filter((each) => !Number.isNaN(each));
  return (
    numbers.length === 0 ||
    (numbers[0] !== undefined &&
      numbers[0] <= 3 &&
      numbers.every((each, index) => index === 0 || each === (numbers[index - 1] ?? 0) + 1))
  );
}
