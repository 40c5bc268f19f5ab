/** A SheetPlan onto an empty sheet. The one writer: rectangles, few requests, each below the web client's limit. */
import type { Dress } from "../sheets/ledgerRow";
import {
  addressOf,
  cell,
  columnName,
  type Block,
  type ColourRule,
  type SheetPlan,
  type StackedBars,
  type Style,
  type Validation,
} from "../sheets/plan";
import { Portions, writeContent, writeNumberFormats } from "./portions";

const FOOTER_HEIGHT = 18; // points above the edge at which a footer begins
const NAME_SIZE = 8; // of the letters beside a bar, in points: as high as a row of the table beside it
const BAR_GAP = 40; // between bars, in hundredths of a bar

/**
 * Writes a plan onto `sheet`, which must be empty. Requests grow with the size of the plan only, not with its rows.
 * The last request is left to the caller's sync, so that it can add to it.
 */
export async function applyPlan(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  // Formats first: a text such as 2024Q2 and a date land in cells that already know what they are.
  const rows = plan.numberFormats.reduce((sum, { block }) => sum + block.rows, plan.content.length);
  const portions = new Portions(context, null, rows);
  for (const formats of plan.numberFormats) await writeNumberFormats(portions, sheet, formats);
  await applyStyles(portions, sheet, plan.styles);
  await writeContent(portions, sheet, plan.content, cell(0, 0));
  for (const [column, points] of plan.columnWidths.entries())
    sheet.getRange(`${columnName(column)}:${columnName(column)}`).format.columnWidth = points;
  for (const validation of plan.validations) applyValidation(sheet, validation);
  for (const rule of plan.colourRules) addColourRule(sheet, rule);
  for (const { name, block } of plan.names) sheet.names.add(name, rangeOf(sheet, block));
  for (const chart of plan.charts ?? []) addChart(sheet, chart);
  if (plan.filter) sheet.autoFilter.apply(rangeOf(sheet, plan.filter));
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
  if (plan.frozen?.columns === 0) sheet.freezePanes.freezeRows(plan.frozen.rows);
  else if (plan.frozen) sheet.freezePanes.freezeAt(rangeOf(sheet, { row: 0, column: 0, ...plan.frozen }));
  setUpPrint(sheet, plan);
}

/** Gives some rows of a standing sheet their looks, warnings and colours. */
export async function applyDress(
  portions: Portions,
  sheet: Excel.Worksheet,
  { styles, numberFormats, validations, colourRules }: Dress,
): Promise<void> {
  for (const formats of numberFormats) await writeNumberFormats(portions, sheet, formats);
  await applyStyles(portions, sheet, styles);
  for (const validation of validations) applyValidation(sheet, validation);
  for (const rule of colourRules) addColourRule(sheet, rule);
}

export function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Block): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** The same in the request that comes next, as it is: for what was written so before. */
export function dressNow(sheet: Excel.Worksheet, { styles, numberFormats, validations, colourRules }: Dress): void {
  for (const { block, formats } of numberFormats)
    rangeOf(sheet, block).numberFormat =
      typeof formats === "string"
        ? Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => formats))
        : formats.map((row) => [...row]);
  for (const style of styles) applyStyle(sheet, style);
  for (const validation of validations) applyValidation(sheet, validation);
  for (const rule of colourRules) addColourRule(sheet, rule);
}

/** The widths of columns in points, from one on; null hides a column. */
export function setWidths(sheet: Excel.Worksheet, first: number, widths: readonly (number | null)[]): void {
  for (const [at, width] of widths.entries()) {
    const column = sheet.getRangeByIndexes(0, first + at, 1, 1).getEntireColumn();
    column.columnHidden = width === null;
    if (width !== null) column.format.columnWidth = width;
  }
}

const BYTES_OF_PROPERTY = 450; // what setting one takes in a request, with the way to it
const BYTES_OF_LINES = 3600; // six edges, each with its style and colour

/** Many small blocks, as the cells outside a rhythm, are more than one request takes. */
async function applyStyles(portions: Portions, sheet: Excel.Worksheet, styles: readonly Style[]): Promise<void> {
  for (const style of styles) {
    const hasLines = style.border !== undefined || style.rowLines !== undefined;
    await portions.makeRoom(Object.keys(style).length * BYTES_OF_PROPERTY + (hasLines ? BYTES_OF_LINES : 0));
    applyStyle(sheet, style);
  }
}

function applyStyle(sheet: Excel.Worksheet, style: Style): void {
  const { format } = rangeOf(sheet, style.block);
  if (style.fill) format.fill.color = style.fill;
  if (style.fontColor) format.font.color = style.fontColor;
  if (style.fontSize) format.font.size = style.fontSize;
  if (style.bold) format.font.bold = true;
  if (style.align) format.horizontalAlignment = style.align;
  if (style.middle) format.verticalAlignment = "Center";
  if (style.wrap) format.wrapText = true;
  if (style.rowHeight) format.rowHeight = style.rowHeight;
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.border) drawLines(format, style.block, style.border, true);
  if (style.rowLines) drawLines(format, style.block, style.rowLines, false);
}

function drawLines(format: Excel.RangeFormat, { rows, columns }: Block, colour: string, isGrid: boolean): void {
  const edges = ["EdgeTop", "EdgeBottom"];
  if (isGrid) edges.push("EdgeLeft", "EdgeRight");
  if (rows > 1) edges.push("InsideHorizontal");
  if (isGrid && columns > 1) edges.push("InsideVertical");
  for (const edge of edges as Excel.BorderIndex[]) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = colour;
  }
}

function applyValidation(sheet: Excel.Worksheet, { block, rule, title, message, prompt }: Validation): void {
  const { dataValidation } = rangeOf(sheet, block);
  dataValidation.rule =
    "list" in rule
      ? { list: { inCellDropDown: true, source: rule.list.join(",") } }
      : { custom: { formula: rule.formula } };
  dataValidation.ignoreBlanks = true; // only once there is a rule
  dataValidation.errorAlert = { showAlert: true, style: "Warning", title, message };
  if (prompt) dataValidation.prompt = { showPrompt: true, title, message: prompt };
}

/** A rule on the cell whose own value decides: Excel repaints it whenever that value changes. */
function addColourRule(sheet: Excel.Worksheet, { block, equals, fill, fontColor }: ColourRule): void {
  const { cellValue } = rangeOf(sheet, block).conditionalFormats.add("CellValue");
  cellValue.rule = { formula1: `="${equals}"`, operator: "EqualTo" };
  if (fill) cellValue.format.fill.color = fill;
  cellValue.format.font.color = fontColor;
}

function setUpPrint(sheet: Excel.Worksheet, { print, content }: SheetPlan): void {
  const layout = sheet.pageLayout;
  layout.orientation = "Landscape";
  layout.paperSize = print.paper ?? "A4";
  layout.zoom = { horizontalFitToPages: print.pagesWide ?? 1, verticalFitToPages: print.onOnePage ? 1 : 0 };
  layout.centerHorizontally = true;
  if (print.margin !== undefined) {
    const { margin } = print;
    const bottom = print.footer ? margin + FOOTER_HEIGHT : margin;
    layout.setPrintMargins("Points", { top: margin, bottom, left: margin, right: margin });
  }
  layout.setPrintArea(addressOf({ row: 0, column: 0, rows: content.length, columns: print.columns }));
  if (print.titleRows) layout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  if (print.titleColumns) {
    const { first, last } = print.titleColumns;
    layout.setPrintTitleColumns(`$${columnName(first)}:$${columnName(last)}`);
  }
  if (print.footer) layout.headersFooters.defaultForAllPages.centerFooter = print.footer;
}

/** A native chart on its cells: it follows them without this add-in. */
function addChart(sheet: Excel.Worksheet, { name, source, place, fills }: StackedBars): void {
  const chart = sheet.charts.add("BarStacked", rangeOf(sheet, source), "Columns");
  chart.name = name;
  chart.title.visible = false;
  chart.legend.position = "Bottom";
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.reversePlotOrder = true; // the first row on top, as in the table
  categoryAxis.tickLabelSpacing = 1; // every bar has its name
  categoryAxis.format.font.size = NAME_SIZE;
  valueAxis.visible = false;
  valueAxis.majorGridlines.visible = false;
  for (const [index, fill] of fills.entries()) {
    const series = chart.series.getItemAt(index);
    series.format.fill.setSolidColor(fill);
    series.gapWidth = BAR_GAP;
    series.hasDataLabels = true;
    series.dataLabels.numberFormat = "0;;;"; // a piece of nothing has no figure
  }
  const end = { ...place, row: place.row + place.rows - 1, column: place.column + place.columns - 1 };
  chart.setPosition(rangeOf(sheet, { ...place, rows: 1, columns: 1 }), rangeOf(sheet, { ...end, rows: 1, columns: 1 }));
}
