/** What the workbook keeps of a chart, and what the chart's cells say now. */
import { intersection, MOST_COLUMNS, MOST_ROWS } from "../../engine/address";
import type { Area, CellContent, Engine } from "../../engine/engine";
import { axisFor, extents, type AxisEnds, type FixedEnds } from "./chartAxis";
import type { Host } from "./host";

/** The types of charts the workbench draws. */
export const CHART_TYPES = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked", "Pie"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export const LEGEND_POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner"] as const;
export type LegendPosition = (typeof LEGEND_POSITIONS)[number];

export interface LabelsRecord {
  showsValue: boolean;
  showsPercentage: boolean;
  showsCategory: boolean;
  showsSeries: boolean;
  /** null follows the cells. */
  numberFormat: string | null;
}

export interface SeriesRecord {
  /** The name an add-in gave; null takes the cell's. */
  name: string | null;
  nameCell: Area | null;
  values: Area | null;
  categories: Area | null;
  /** "#RRGGBB", null for the next of Office's colours. */
  colour: string | null;
  hasFill: boolean;
  labels: LabelsRecord;
}

export interface AxisRecord extends FixedEnds {
  least: number | null;
  most: number | null;
  step: number | null;
  title: string | null;
  showsTitle: boolean;
  isVisible: boolean;
  hasMajorGridlines: boolean;
  isReversed: boolean;
  /** null follows the cells. */
  numberFormat: string | null;
  /** A name stands at every so many categories; null leaves out what would cover others. */
  labelSpacing: number | null;
  /** In points; null is the chart's own. */
  fontSize: number | null;
}

export interface ChartRecord {
  readonly id: string;
  name: string;
  type: ChartType;
  plotsBy: "Rows" | "Columns";
  /** The cell the chart's upper left corner lies in, and how far from that cell's corner, in points: the chart moves with it. */
  corner: { cell: Area; right: number; down: number };
  /** In points. */
  width: number;
  height: number;
  /** null is the chart's own: the name of its only series, or a word. */
  title: string | null;
  showsTitle: boolean;
  showsLegend: boolean;
  legendPosition: LegendPosition;
  plotsVisibleOnly: boolean;
  gapWidth: number;
  series: SeriesRecord[];
  axes: { category: AxisRecord; value: AxisRecord };
}

export const plainLabels = (): LabelsRecord => ({
  showsValue: false,
  showsPercentage: false,
  showsCategory: false,
  showsSeries: false,
  numberFormat: null,
});

export const plainAxis = (hasMajorGridlines: boolean): AxisRecord => ({
  least: null,
  most: null,
  step: null,
  title: null,
  showsTitle: false,
  isVisible: true,
  hasMajorGridlines,
  isReversed: false,
  numberFormat: null,
  labelSpacing: null,
  fontSize: null,
});

export const isStacked = (type: ChartType): boolean => type.endsWith("Stacked");

/** How much of a column's thickness is free between categories, in percent, in a new chart. */
export function firstGapWidth(type: ChartType): number {
  if (isStacked(type)) return 150;
  return type === "BarClustered" ? 182 : 219;
}

// ---- from a source range to series

const looksLikeDate = (numberFormat: string): boolean =>
  /[yd年日]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""));

/** What a cell is to a chart: text and dates name something, numbers are values. */
function roleOf(content: CellContent, numberFormat: string): "label" | "figure" | "empty" {
  if (content.value === null) return "empty";
  if (content.isError || (typeof content.value === "number" && !looksLikeDate(numberFormat))) return "figure";
  return "label";
}

/** How many leading lines hold labels and gaps only, the corner aside; one line stays for the figures. */
function labelLines(roles: readonly (readonly ReturnType<typeof roleOf>[])[]): number {
  let count = 0;
  while (count < roles.length - 1) {
    const line = roles[count]!.length > 1 ? roles[count]!.slice(1) : roles[count]!;
    if (line.includes("figure") || !line.includes("label")) break;
    count += 1;
  }
  return count;
}

export interface SplitSource {
  readonly plotsBy: "Rows" | "Columns";
  readonly categories: Area | null;
  readonly series: readonly { readonly nameCell: Area | null; readonly values: Area }[];
}

/**
 * Which cells of a source range are names, categories and values: leading rows and columns of texts or dates are labels, and the
 * longer side of what is left gives the categories unless `seriesBy` says otherwise.
 */
export function splitSource(host: Host, source: Area, seriesBy: "Auto" | "Rows" | "Columns"): SplitSource {
  const used = host.engine.usedArea(source.sheet, true);
  const area = (used && intersection(source, used)) ?? { ...source, rows: 1, columns: 1 };
  const contents = host.engine.read(area);
  const styles = host.engine.styles(area);
  const roles = contents.map((line, row) =>
    line.map((content, column) => roleOf(content, styles[row]![column]!.numberFormat)),
  );
  const columns = roles[0]!.map((_, column) => roles.map((line) => line[column]!));
  const hasEmptyCorner = roles[0]![0] === "empty" && area.rows > 1 && area.columns > 1;
  const headRows = Math.max(Number(hasEmptyCorner), labelLines(roles));
  const headColumns = Math.max(Number(hasEmptyCorner), labelLines(columns));
  const body: Area = {
    ...area,
    row: area.row + headRows,
    column: area.column + headColumns,
    rows: area.rows - headRows,
    columns: area.columns - headColumns,
  };
  const plotsBy = seriesBy === "Auto" ? (body.columns > body.rows ? "Rows" : "Columns") : seriesBy;
  const above: Area | null = headRows ? { ...body, row: area.row, rows: headRows } : null;
  const beside: Area | null = headColumns ? { ...body, column: area.column, columns: headColumns } : null;
  if (plotsBy === "Columns")
    return {
      plotsBy,
      categories: beside,
      series: Array.from({ length: body.columns }, (_, index) => ({
        nameCell: above && { ...above, column: body.column + index, columns: 1 },
        values: { ...body, column: body.column + index, columns: 1 },
      })),
    };
  return {
    plotsBy,
    categories: above,
    series: Array.from({ length: body.rows }, (_, index) => ({
      nameCell: beside && { ...beside, row: body.row + index, rows: 1 },
      values: { ...body, row: body.row + index, rows: 1 },
    })),
  };
}

// ---- what the cells say now

/** The cells of an area one after the other, hidden ones left out where the chart leaves them out. */
function cellsOf(host: Host, chart: ChartRecord, area: Area | null): Area[] {
  if (!area || !host.engine.sheets().some(({ id }) => id === area.sheet)) return [];
  const { engine } = host;
  const cells: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const isHidden = engine.isRowHidden(area.sheet, row) || engine.isColumnHidden(area.sheet, column);
      if (!isHidden || !chart.plotsVisibleOnly) cells.push({ sheet: area.sheet, row, column, rows: 1, columns: 1 });
    }
  return cells;
}

/** A number, null for an empty cell or an error; text stands at zero, as in Excel. */
function plotted({ value, isError }: CellContent): number | null {
  if (value === null || isError) return null;
  return typeof value === "number" ? value : 0;
}

export function valuesOf(host: Host, chart: ChartRecord, series: SeriesRecord): (number | null)[] {
  return cellsOf(host, chart, series.values).map((cell) => plotted(host.engine.read(cell)[0]![0]!));
}

/** The format of the first cell with values, which labels and the axis follow. */
export function formatOf(host: Host, chart: ChartRecord, series: SeriesRecord | undefined): string {
  const [first] = cellsOf(host, chart, series?.values ?? null);
  return first ? host.engine.styles(first)[0]![0]!.numberFormat : "General";
}

/** A category for each value of the longest series: what its cells show (labels of several columns one after the other), or its number. */
export function categoriesOf(host: Host, chart: ChartRecord): string[] {
  const count = Math.max(0, ...chart.series.map((series) => valuesOf(host, chart, series).length));
  const area = chart.series.find((series) => series.categories)?.categories ?? null;
  const lines = new Map<number, string[]>();
  for (const cell of cellsOf(host, chart, area)) {
    const line = chart.plotsBy === "Columns" ? cell.row : cell.column;
    lines.set(line, [...(lines.get(line) ?? []), host.engine.texts(cell)[0]![0]!]);
  }
  const names = [...lines.values()].map((texts) => texts.filter(Boolean).join(" "));
  return Array.from({ length: count }, (_, index) => names[index] ?? (area ? "" : String(index + 1)));
}

const isChinese = (host: Host): boolean => host.options.locale.toLowerCase().startsWith("zh");

/** What Excel calls things nobody has named, in its own language. */
export const unnamed = {
  chart: (host: Host, number: number): string => `${isChinese(host) ? "图表" : "Chart"} ${number}`,
  series: (host: Host, number: number): string => (isChinese(host) ? `系列${number}` : `Series${number}`),
  title: (host: Host): string => (isChinese(host) ? "图表标题" : "Chart Title"),
  axisTitle: (host: Host): string => (isChinese(host) ? "坐标轴标题" : "Axis Title"),
};

export function seriesName(host: Host, chart: ChartRecord, series: SeriesRecord): string {
  if (series.name !== null) return series.name;
  const { nameCell } = series;
  const isThere = nameCell && host.engine.sheets().some(({ id }) => id === nameCell.sheet);
  const named = isThere ? host.engine.texts(nameCell).flat().filter(Boolean).join(" ") : "";
  return named || unnamed.series(host, chart.series.indexOf(series) + 1);
}

/** The title as it is shown: given, or the only series' name, or a word that asks for one. */
export function titleOf(host: Host, chart: ChartRecord): string {
  if (chart.title !== null) return chart.title;
  const [only, ...others] = chart.series;
  return only && !others.length ? seriesName(host, chart, only) : unnamed.title(host);
}

export function valueAxisOf(host: Host, chart: ChartRecord): AxisEnds {
  const values = chart.series.map((series) => valuesOf(host, chart, series));
  return axisFor(extents(values, isStacked(chart.type)), chart.axes.value);
}

// ---- where it lies

const PIXELS_PER_POINT = 4 / 3;

const columnPoints = (engine: Engine, sheet: string, column: number): number =>
  engine.isColumnHidden(sheet, column) ? 0 : engine.columnWidth(sheet, column) / PIXELS_PER_POINT;
const rowPoints = (engine: Engine, sheet: string, row: number): number =>
  engine.isRowHidden(sheet, row) ? 0 : engine.rowHeight(sheet, row) / PIXELS_PER_POINT;

function sum(until: number, size: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < until; index++) total += size(index);
  return total;
}

/** How far a cell's upper left corner is from that of the sheet's first cell, in points. */
export function pointsBefore(
  engine: Engine,
  { sheet, row, column }: Pick<Area, "sheet" | "row" | "column">,
): { left: number; top: number } {
  return {
    left: sum(column, (index) => columnPoints(engine, sheet, index)),
    top: sum(row, (index) => rowPoints(engine, sheet, index)),
  };
}

/** Which line a distance ends in, and how far in it. */
function lineAt(points: number, most: number, size: (index: number) => number): { line: number; rest: number } {
  let rest = points;
  let line = 0;
  while (line < most - 1 && rest >= size(line)) {
    rest -= size(line);
    line += 1;
  }
  return { line, rest };
}

/** The corner of a chart that lies so many points from the sheet's first cell. */
export function cornerAt(engine: Engine, sheet: string, left: number, top: number): ChartRecord["corner"] {
  const column = lineAt(left, MOST_COLUMNS, (index) => columnPoints(engine, sheet, index));
  const row = lineAt(top, MOST_ROWS, (index) => rowPoints(engine, sheet, index));
  return {
    cell: { sheet, row: row.line, column: column.line, rows: 1, columns: 1 },
    right: column.rest,
    down: row.rest,
  };
}

/** A sheet's copy has the chart too; what the chart shows of its own sheet it shows of the copy. */
export function copyChart(chart: ChartRecord, id: string, from: string, to: string): ChartRecord {
  const moved = <Place extends Area | null>(area: Place): Place =>
    area?.sheet === from ? { ...area, sheet: to } : area;
  const copy = structuredClone(chart);
  return {
    ...copy,
    id,
    corner: { ...copy.corner, cell: moved(copy.corner.cell) },
    series: copy.series.map((series) => ({
      ...series,
      nameCell: moved(series.nameCell),
      values: moved(series.values),
      categories: moved(series.categories),
    })),
  };
}
