/** An .xlsx file into the workbook that is open: its sheets take the place of the present ones. */
import { Workbook, type Cell, type Color, type Style, type Worksheet } from "exceljs";
import JSZip from "jszip";
import { parseCells } from "../engine/address";
import type { Area, Border, BorderLine, BorderSide, CellInput, SheetFacts, StylePatch } from "../engine/engine";
import type { Host } from "../host/model/host";
import { fromFileFormula } from "./fileFormula";
import { readNotes } from "./notes";
import { readCharts } from "./openCharts";
import { readPageSetup, readProtection } from "./openPageSetup";
import { readColourRules, readInputRules } from "./openRules";
import { attributesOf, elementsOf, unescaped } from "./xmlElements";

export interface OpenOptions {
  /** The names of the add-in's functions: in a file they are spelled otherwise. */
  readonly functions: readonly string[];
}

const DIGIT_PIXELS = 7;
const PIXELS_PER_POINT = 4 / 3;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Excel's day 0 and the day computers count from lie so many days apart. */
const DAYS_BEFORE_1970 = 25_569;
/** The colours of Office's own theme, in the order files number them. */
const THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");
const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** @throws when the bytes are no workbook; then the open workbook is as it was. */
export async function openXlsx(host: Host, bytes: Uint8Array, options: OpenOptions): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes as never);
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string): Promise<string> => (await zip.file(name)?.async("string")) ?? "";
  if (workbook.worksheets.length === 0) throw new Error("the file holds no sheet");

  const { engine } = host;
  const previous = letGo(host);
  const added: string[] = [];
  for (const [index, worksheet] of workbook.worksheets.entries()) {
    const sheet = engine.addSheet(worksheet.name, previous.length + index);
    added.push(sheet);
    readSheet(host, sheet, worksheet, await part(`xl/worksheets/sheet${worksheet.id}.xml`), options.functions);
  }
  const views = workbook.views as typeof workbook.views | undefined; // a file need not say what it shows
  const place = views?.[0]?.activeTab ?? 0;
  engine.activate(added[place] ?? added[0]!);
  for (const { id } of previous) engine.removeSheet(id);
  for (const [index, worksheet] of workbook.worksheets.entries()) {
    if (worksheet.state === "visible") continue;
    host.record(added[index]!).visibility = VISIBILITY[worksheet.state];
    engine.setSheetHidden(added[index]!, true);
  }
  for (const [index, { id }] of workbook.worksheets.entries())
    await readCharts(host, added[index]!, zip, `xl/worksheets/sheet${id}.xml`);
  readNames(host, added, await part("xl/workbook.xml"), options.functions);
  await readKept(host, zip, workbook);
  host.handOverColourRules();
  engine.fitRows();
  host.tellEvents();
}

/** A new workbook with one empty sheet in the place of the open one. */
export function openBlank(host: Host, sheetName: string): void {
  const { engine } = host;
  const previous = letGo(host);
  const sheet = engine.addSheet(sheetName, previous.length);
  engine.activate(sheet);
  for (const { id } of previous) engine.removeSheet(id);
  engine.select({ sheet, row: 0, column: 0, rows: 1, columns: 1 });
  host.tellEvents();
}

/** Everything of a file's sheet into an empty one; `xml` is the sheet's part of the file. */
export function readSheet(
  host: Host,
  sheet: string,
  worksheet: Worksheet,
  xml: string,
  functions: readonly string[],
): void {
  readCells(host, sheet, worksheet, functions);
  readNotes(host, sheet, worksheet);
  readSizes(host, sheet, worksheet);
  readColourRules(host, sheet, worksheet, xml, functions);
  readInputRules(host, sheet, xml, functions);
  readPageSetup(host, sheet, worksheet);
  readProtection(host, sheet, xml);
}

/** Forgets what belongs to the workbook that goes. @returns its sheets, under names no other has; they are still to be removed */
function letGo(host: Host): SheetFacts[] {
  const previous = host.engine.sheets();
  previous.forEach(({ id }, index) => host.engine.renameSheet(id, `~${index + 1}~${id}`));
  for (const name of host.engine.names()) host.engine.removeName(name.name, name.sheet);
  host.records.clear();
  host.tables.splice(0);
  host.settings.clear();
  host.xmlParts.clear();
  host.properties.clear();
  host.workbookProtection = null;
  return previous;
}

function readCells(host: Host, sheet: string, worksheet: Worksheet, functions: readonly string[]): void {
  const rows = worksheet.rowCount;
  const columns = worksheet.columnCount;
  if (rows === 0 || columns === 0) return;
  const area: Area = { sheet, row: 0, column: 0, rows, columns };
  const inputs: (CellInput | undefined)[][] = Array.from({ length: rows }, () => []);
  const patches: (StylePatch | undefined)[][] = Array.from({ length: rows }, () => []);
  const looks = new Map<Partial<Style>, StylePatch>();
  const spilled: Area[] = [];
  worksheet.eachRow({ includeEmpty: false }, (row, rowNumber) =>
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const at = [rowNumber - 1, columnNumber - 1] as const;
      if (!looks.has(cell.style)) looks.set(cell.style, patchOf(cell.style));
      patches[at[0]]![at[1]] = looks.get(cell.style);
      const { protection } = cell;
      if (protection?.locked === false || protection?.hidden)
        host.record(sheet).locks.push({
          area: { sheet, row: at[0], column: at[1], rows: 1, columns: 1 },
          isLocked: protection.locked !== false,
          hidesFormula: protection.hidden === true,
        });
      const isInSpill = spilled.some(
        (each) =>
          at[0] >= each.row &&
          at[0] < each.row + each.rows &&
          at[1] >= each.column &&
          at[1] < each.column + each.columns,
      );
      if (isInSpill || (cell.isMerged && cell.master !== cell)) return;
      const { shareType, ref } = (cell.value ?? {}) as { shareType?: string; ref?: string };
      const spill = shareType === "array" && ref ? parseCells(ref) : null;
      if (spill) spilled.push({ sheet, ...spill });
      inputs[at[0]]![at[1]] = inputOf(cell, functions);
    }),
  );
  host.engine.restyleEach(area, patches);
  host.engine.write(area, inputs);
  for (const merged of (worksheet.model as unknown as { merges?: string[] }).merges ?? [])
    host.engine.merge({ sheet, ...parseCells(merged)! });
}

function inputOf(cell: Cell, functions: readonly string[]): CellInput | undefined {
  const { value } = cell;
  if (value === null || value === undefined) return undefined;
  if (cell.formula) return { formula: fromFileFormula(cell.formula, functions) };
  if (value instanceof Date) return { value: value.getTime() / MILLISECONDS_PER_DAY + DAYS_BEFORE_1970 };
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value === "object" && "error" in value) return { formula: `=${value.error}` };
  const text = typeof value === "string" ? value : cell.text;
  // "001" must not become a number; plain words need no mark.
  return { value: text, isText: text.trim() !== "" && !Number.isNaN(Number(text)) };
}

function colourOf(colour: Partial<Color> | undefined): string | null {
  if (colour?.argb) return `#${colour.argb.slice(-6).toUpperCase()}`;
  const themed = colour?.theme === undefined ? undefined : THEME[colour.theme];
  return themed ? `#${themed}` : null;
}

const LINES: Readonly<Record<string, BorderLine>> = {
  mediumDashed: "dashed",
  mediumDashDot: "dashDot",
  mediumDashDotDot: "dashDotDot",
  slantDashDot: "dashDot",
};

function patchOf(style: Partial<Style>): StylePatch {
  const patch: StylePatch = {};
  if (style.numFmt && style.numFmt !== "General") patch.numberFormat = style.numFmt;
  const fill = style.fill?.type === "pattern" && style.fill.pattern === "solid" ? colourOf(style.fill.fgColor) : null;
  if (fill) patch.fill = fill;
  const { font, alignment } = style;
  const colour = colourOf(font?.color);
  if (colour && colour !== "#000000") patch.fontColour = colour;
  if (font?.size && font.size !== 11) patch.fontSize = font.size;
  if (font?.bold) patch.bold = true;
  if (font?.italic) patch.italic = true;
  if (font?.underline) patch.underline = true;
  if (font?.strike) patch.strikethrough = true;
  const across = alignment?.horizontal;
  if (across) patch.horizontal = across === "fill" ? "left" : across === "centerContinuous" ? "center" : across;
  if (alignment?.vertical)
    patch.vertical = alignment.vertical === "top" ? "top" : alignment.vertical === "bottom" ? "bottom" : "center";
  if (alignment?.wrapText) patch.wrap = true;
  if (alignment?.indent) patch.indent = alignment.indent;
  const borders: { [side in BorderSide]?: Border } = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const border = style.border?.[side];
    if (border?.style)
      borders[side] = {
        line: LINES[border.style] ?? (border.style as BorderLine),
        colour: colourOf(border.color) ?? "#000000",
      };
  }
  if (Object.keys(borders).length > 0) patch.borders = borders;
  return patch;
}

function readSizes(host: Host, sheet: string, worksheet: Worksheet): void {
  const { engine } = host;
  const one = { sheet, row: 0, column: 0, rows: 1, columns: 1 };
  for (let column = 0; column < worksheet.columnCount; column++) {
    const { width, hidden } = worksheet.getColumn(column + 1);
    if (width) engine.setColumnWidth({ ...one, column }, Math.round(width * DIGIT_PIXELS));
    if (hidden) engine.setColumnsHidden({ ...one, column }, true);
  }
  worksheet.eachRow({ includeEmpty: false }, (row, number) => {
    const place = { ...one, row: number - 1 };
    if (row.height) engine.setRowHeight(place, Math.round(row.height * PIXELS_PER_POINT));
    if (row.hidden) engine.setRowsHidden(place, true);
  });
  // Declared as always there, yet null in a file whose sheet has no view.
  const view = (worksheet.views as typeof worksheet.views | null)?.[0];
  if (view?.state === "frozen") engine.freeze(sheet, view.ySplit ?? 0, view.xSplit ?? 0);
  if (view?.showGridLines === false) engine.setGridlines(sheet, false);
  host.record(sheet).showsHeadings = view?.showRowColHeaders !== false;
  const tab = colourOf(worksheet.properties.tabColor);
  if (tab) engine.setTabColour(sheet, tab);
}

/** Names, those of one sheet and constants too; print areas and title rows are no names to people. */
function readNames(host: Host, sheets: readonly string[], xml: string, functions: readonly string[]): void {
  for (const { tag, content } of elementsOf(xml, "definedName")) {
    const { name = "", localSheetId, comment = "", hidden } = attributesOf(tag);
    if (name.startsWith("_xlnm.")) continue;
    const sheet = localSheetId === undefined ? null : (sheets[Number(localSheetId)] ?? null);
    const formula = fromFileFormula(unescaped(content), functions);
    host.engine.setName({ name, formula, comment, isVisible: hidden !== "1", sheet });
  }
}

/** Settings, XML parts and properties. */
async function readKept(host: Host, zip: JSZip, workbook: Workbook): Promise<void> {
  const extension = (await zip.file("xl/webextensions/webextension1.xml")?.async("string")) ?? "";
  for (const [tag] of extension.matchAll(/<we:property [^>]*>/g)) {
    const { name = "", value = "null" } = attributesOf(tag);
    try {
      host.settings.set(name, JSON.parse(value));
    } catch {
      host.settings.set(name, value);
    }
  }
  for (const file of zip.file(/^customXml\/item\d+\.xml$/))
    host.xmlParts.set(`{xml-${host.nextSerial()}}`, await file.async("string"));
  const { title, subject, creator: author, keywords, category, description: comments, company, manager } = workbook;
  for (const [name, value] of Object.entries({
    title,
    subject,
    author,
    keywords,
    category,
    comments,
    company,
    manager,
  }))
    if (value) host.properties.set(name, value);
}
