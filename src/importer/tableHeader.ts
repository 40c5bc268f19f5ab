/** The header of a table: which rows it has, and what each column holds. What was understood is data a person may correct. */
import type { Grid, GridCell } from "./grid";
import { isUnit, readFigureCell } from "./tableFigure";
import {
  COLUMN_NUMBER,
  DEPARTMENT,
  DONE_IN_YEAR,
  EITHER_TASK_OR_TARGET,
  LABELS,
  PLACE,
  PLACES_OVER,
  WHOLE_PLACE,
  type ColumnRole,
} from "./tableWords";

/** One column as its header says, from the upper label to the lower one. */
export interface TableColumn {
  readonly role: ColumnRole;
  /** What stands over it, joined by a stroke: 2026年目标／数量. */
  readonly label: string;
  /** What its figures count, where the header says so: （MW）. */
  readonly unit: string | null;
  readonly year: number | null;
  /** The county of a place column. */
  readonly place: string | null;
  /** The indicator of a column of figures that names its own: 新增学位（个） over the counties below each other. */
  readonly indicator: string | null;
}

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
const SAMPLE_ROWS = 40;

/** What is understood of a table, or null where it has no header of a table of tasks. @param year the year of the document, where it is known */
export function readHeader(grid: Grid, year: number | null): TableReading | null {
  const first = headerStart(grid);
  if (first === null) return null;
  const title = [grid.caption, ...grid.rows.slice(0, first).map(distinctText)].join("\n");
  const own = yearIn(title) ?? year;
  const end = headerEnd(grid, first);
  const paths = labelPaths(grid, first, end);
  const columns = namedByContent(grid, end, columnsOf(paths, own), paths);
  if (!isTableOfTasks(columns)) return null;
  return { grid, headerRows: end, columns, unit: unitIn(title), year: own };
}

/** A table of tasks has figures or sentences that promise, and says of what. */
export function isTableOfTasks(columns: readonly TableColumn[]): boolean {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const hasFigures = has("target") || has("place") || has("total") || has("growth");
  const isNamed = has("indicator") || columns.some(({ role, indicator }) => role === "target" && indicator !== null);
  return isNamed && (hasFigures || has("lead"));
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

const lastLabel = (label: string) => label.split("／").at(-1) ?? label;

/** The different texts of a row, merged ones once. */
export const distinctCells = (row: readonly GridCell[]): GridCell[] =>
  [...new Set(row)].filter(({ text }) => text !== "");
const distinctText = (row: readonly GridCell[]) =>
  distinctCells(row)
    .map(({ text }) => text)
    .join(" ");

export function yearIn(text: string): number | null {
  const found = /(?:^|\D)(20\d\d)(?:年|$|\D)/u.exec(text.normalize("NFKC"))?.[1];
  return found === undefined ? null : Number(found);
}

function unitIn(title: string): string | null {
  const found = /(?:计量)?单位[:：]\s*([^\s，。；、）)]{1,10})/u.exec(title)?.[1];
  return found !== undefined && isUnit(found) ? found : null;
}

const bare = (label: string) =>
  label
    .normalize("NFKC")
    .replace(/\([^()]*\)/gu, "")
    .replace(/[\s:：、/／*]/gu, "");
const withoutYear = (label: string) => bare(label).replace(/20\d\d(?:年度?)?/gu, "");

function roleOf(label: string): ColumnRole | null {
  const text = withoutYear(label);
  return text === "" ? null : (LABELS.find(([, words]) => words.test(text))?.[0] ?? null);
}

/** The first row that labels columns: short words of which at least two are known. */
export function headerStart({ rows }: Pick<Grid, "rows">): number | null {
  for (const [index, row] of rows.slice(0, FURTHEST_HEADER).entries()) {
    const cells = distinctCells(row);
    if (cells.length < 2 || cells.some(({ text }) => text.length > 3 * LONGEST_LABEL)) continue;
    const labels = cells.filter(({ text }) => text.length <= LONGEST_LABEL && !/^[-\d.,%\s]+$/u.test(text));
    const known = labels.filter(({ text }) => roleOf(text) !== null || yearIn(text) !== null);
    const places = labels.filter(({ text }) => PLACE.test(bare(text)));
    const units = labels.filter(({ text }) => bracketUnit(text) !== null);
    // Figures stand in no header: a row that holds one for each label is a row of data.
    const figures = cells.filter(({ text }) => typeof readFigureCell(text) === "object" && yearIn(text) === null);
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
  const isFigure = ({ text }: GridCell) => typeof readFigureCell(text) === "object" && yearIn(text) === null;
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

/** The unit in a label's brackets, or behind its comma. @example bracketUnit("装机容量（MW）") // "MW" */
export function bracketUnit(label: string): string | null {
  for (const [, inside = ""] of label.matchAll(/[（(\[【]([^（）()[\]【】]{1,14})[）)\]】]/gu)) {
    const text = inside.replace(/^(?:计量)?单位[:：]/u, "").trim();
    if (isUnit(text)) return text;
  }
  const behind = /[,，/／]\s*([^,，/／\s]{1,6})$/u.exec(label)?.[1];
  return behind !== undefined && /[%％‰]$|^[万亿]?元$/u.test(behind) ? behind : null;
}

const unitAlone = (text: string) => {
  const inside = /^[（(]?([^（）()]{1,12})[）)]?$/u.exec(text.trim())?.[1] ?? "";
  return isUnit(inside) && roleOf(inside) === null ? inside : null;
};

/** A label without its unit, its numbering and 其中. */
export function cleanLabel(label: string): string {
  return label
    .replace(/[（(\[【]([^（）()[\]【】]{1,14})[）)\]】]/gu, (whole, inside: string) =>
      isUnit(inside.replace(/^(?:计量)?单位[:：]/u, "").trim()) ? "" : whole,
    )
    .replace(/\s+/gu, "")
    .trim();
}

const lastFound = <T>(found: readonly (T | null)[]): T | null => found.filter((each) => each !== null).at(-1) ?? null;

function columnsOf(paths: readonly (readonly string[])[], year: number | null): TableColumn[] {
  const placesBelow = paths.filter((path) =>
    path.some((label) => PLACE.test(bare(label)) && roleOf(label) === null),
  ).length;
  return paths.map((path): TableColumn => {
    const label = path.join("／");
    const unit = lastFound(path.map(bracketUnit)) ?? lastFound(path.map(unitAlone));
    const own = lastFound(path.map(yearIn));
    const last = path.at(-1) ?? "";
    const nothing = { label, unit, year: own, place: null, indicator: null };
    const placed = path.filter((each) => PLACE.test(bare(each)) && !isPlaceHeading(each)).at(-1);
    const isOver = path.slice(0, -1).some((each) => PLACES_OVER.test(each));
    const lowest = path.filter((each) => unitAlone(each) === null).map(roleOf);
    const role = lastFound(lowest);
    if (lowest.includes("otherPeriod")) return { ...nothing, role: "otherPeriod" };
    if (WHOLE_PLACE.test(bare(last))) return { ...nothing, role: "target" };
    if ((placed !== undefined && (placesBelow > 1 || isOver)) || (isOver && role === null)) {
      const isPast =
        path.some((each) => ["lastYear", "actual", "baseline"].includes(roleOf(each) ?? "")) ||
        (own !== null && year !== null && own < year);
      return { ...nothing, role: isPast ? "actual" : "place", place: cleanLabel(placed ?? last) };
    }
    if (own !== null && (role === null || role === "target" || role === "growth" || role === "indicator")) {
      const word = withoutYear(path.find((each) => yearIn(each) !== null) ?? "") + withoutYear(last);
      const isDone = DONE_IN_YEAR.test(word) && !/目标|计划|任务|预期/u.test(word);
      if (year !== null && own < year) return { ...nothing, role: isDone || role === null ? "lastYear" : "actual" };
      if (year !== null && own > year) return { ...nothing, role: "otherPeriod" };
      if (isDone && role === null && word !== "")
        return { ...nothing, role: /^(?:值|数|水平)$/u.test(word) ? "target" : "actual" };
      if (role === null) return { ...nothing, role: "target" };
    }
    if (role === "growth" && path.some((each) => roleOf(each) === "lastYear" || roleOf(each) === "actual"))
      return { ...nothing, role: "actual" };
    return { ...nothing, role: role ?? "ignored" };
  });
}

const isPlaceHeading = (label: string) =>
  roleOf(label) === "placeName" || WHOLE_PLACE.test(bare(label)) || PLACES_OVER.test(label);

/** What the labels leave open, the cells below decide: 单位 over names of bureaus, 目标任务 over figures or sentences, figures below a name. */
function namedByContent(
  grid: Grid,
  end: number,
  columns: readonly TableColumn[],
  paths: readonly (readonly string[])[],
): TableColumn[] {
  const body = grid.rows.slice(end, end + SAMPLE_ROWS);
  const share = (column: number, fits: (text: string) => boolean) => {
    const texts = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
    return texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
  };
  const isFigure = (text: string) => typeof readFigureCell(text) === "object";
  const isMostly = (column: number, fits: (text: string) => boolean) => share(column, fits) > 0.5;
  const decided = columns.map((column, index): TableColumn => {
    const label = withoutYear(lastLabel(column.label));
    const isFilled = body.some((row) => (row[index]?.text ?? "") !== "");
    if (column.role === "unit" && isFilled && !isMostly(index, isUnit)) {
      if (isMostly(index, (text) => DEPARTMENT.test(text))) return { ...column, role: "lead" };
      if (isMostly(index, (text) => PLACE.test(text))) return { ...column, role: "placeName" };
    }
    if (column.role === "placeName" && !isMostly(index, (text) => PLACE.test(text) || text.length <= 6))
      return { ...column, role: "ignored" };
    if (column.role === "lead" && isMostly(index, (text) => PLACE.test(text) && !DEPARTMENT.test(text)))
      return { ...column, role: "placeName" };
    if (EITHER_TASK_OR_TARGET.test(label) || (column.role === "target" && isFilled && share(index, isFigure) < 0.3)) {
      if (isMostly(index, isFigure)) return { ...column, role: "target" };
      if (isFilled && share(index, isFigure) < 0.3 && !isMostly(index, (text) => text.length < 3))
        return { ...column, role: column.role === "target" ? "target" : "indicator" };
    }
    // 名称 over bureaus, and what no label explains.
    if (
      column.role === "indicator" &&
      isMostly(index, (text) => DEPARTMENT.test(text) && text.length <= 16 && !/[建设改造]/u.test(text))
    )
      return { ...column, role: "lead" };
    return column;
  });
  return namedFigures(oneIndicator(withUnlabelled(decided, isMostly, isFigure, paths)));
}

type Mostly = (column: number, fits: (text: string) => boolean) => boolean;

/** Columns whose label is no known word: among counties a county, over figures a name of its own. */
function withUnlabelled(
  columns: readonly TableColumn[],
  isMostly: Mostly,
  isFigure: (text: string) => boolean,
  paths: readonly (readonly string[])[],
): TableColumn[] {
  const places = columns.filter(({ role }) => role === "place").length;
  const hasRows = columns.some(({ role }) => role === "placeName" || role === "lead");
  const hasNames = columns.some(({ role }) => role === "indicator");
  const hasTargets = columns.some(({ role }) => role === "target");
  return columns.map((column, index): TableColumn => {
    const isOpen =
      column.role === "ignored" &&
      LABELS.every(([role, words]) => role !== "ignored" || !words.test(withoutYear(column.label)));
    if (!isOpen || column.label === "") return column;
    // 松滋 between 公安县 and 石首市.
    if (places >= 2 && /^[\u4e00-\u9fff]{2,5}$/u.test(bare(column.label)) && isMostly(index, isFigure))
      return { ...column, role: "place", place: cleanLabel(column.label) };
    if (!isMostly(index, isFigure)) return column;
    if (hasRows && !hasNames) return { ...column, role: "target", indicator: cleanLabel(nameIn(paths[index] ?? [])) };
    // 数 beside an indicator, without any other column of figures.
    if (hasNames && !hasTargets && places === 0) return { ...column, role: "target" };
    return column;
  });
}

const nameIn = (path: readonly string[]) =>
  path.find((each) => roleOf(each) === null && unitAlone(each) === null) ?? path[0] ?? "";

/** Of several columns of names the last that is no sentence names the promise; those before group it. */
function oneIndicator(columns: readonly TableColumn[]): TableColumn[] {
  const named = columns.flatMap(({ role }, index) => (role === "indicator" ? [index] : []));
  if (named.length < 2) return [...columns];
  const best =
    named.find(
      (index) =>
        /指标|项目名|任务名|事项名|名称/u.test(withoutYear(columns[index]?.label ?? "")) &&
        !/级/u.test(columns[index]?.label ?? ""),
    ) ??
    named.at(-1) ??
    -1;
  const isText = (label: string) => /内容|任务|目标|举措|要求/u.test(label);
  return columns.map((column, index): TableColumn => {
    if (column.role !== "indicator" || index === best) return column;
    // 项目名称 and beside it 建设内容, whose sentences hold the figures.
    return { ...column, role: index > best && isText(column.label) ? "target" : "group" };
  });
}

/** Where no column names indicators, each column of figures is one of its own. */
function namedFigures(columns: readonly TableColumn[]): TableColumn[] {
  if (columns.some(({ role }) => role === "indicator"))
    return columns.map((column) => ({ ...column, indicator: null }));
  if (!columns.some(({ role }) => role === "placeName" || role === "lead")) return [...columns];
  return columns.map((column): TableColumn => {
    if (
      column.role !== "target" &&
      column.role !== "lastYear" &&
      column.role !== "baseline" &&
      column.role !== "growth"
    )
      return column;
    if (column.indicator !== null) return column;
    const upper = column.label
      .split("／")
      .find((each) => unitAlone(each) === null && cleanLabel(each) !== "" && !PLACES_OVER.test(each));
    const name = cleanLabel(upper ?? column.label)
      .replace(/20\d\d年(?:度)?/gu, "")
      .replace(/(?:目标|计划|任务)(?:值|数|量)?$/u, "");
    return name === "" ? column : { ...column, indicator: name };
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
