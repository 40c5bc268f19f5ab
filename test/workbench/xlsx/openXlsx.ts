/** An .xlsx file into the workbook that is open: its sheets take the place of the present ones. */
import type { Cell, CellErrorValue, Style, Workbook, Worksheet } from "exceljs";
import type JSZip from "jszip";
import { parseCells } from "../engine/address";
import type { Area, Border, BorderLine, BorderSide, CellInput, Scalar, SheetFacts, StylePatch } from "../engine/engine";
import type { Host } from "../host/model/host";
import { coloursOf, type ColourReader } from "./fileColour";
import { fromFileFormula } from "./fileFormula";
import { notKeptOf } from "./notKept";
import { readNotes } from "./notes";
import { readCharts } from "./openCharts";
import { openPackage, type SheetOfFile } from "./openedPackage";
import { readPageSetup, readProtection } from "./openPageSetup";
import { readColourRules, readInputRules } from "./openRules";
import { readTables } from "./openTables";
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
const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/**
 * What of the file is not kept stands in `host.notKept` afterwards.
 * @throws when the bytes are no workbook; then the open workbook is as it was.
 */
export async function openXlsx(host: Host, bytes: Uint8Array, { functions }: OpenOptions): Promise<void> {
  const opened = await openPackage(bytes);
  const { zip, sheets, book } = opened;
  const colours = await coloursOf(zip);
  const notKept = await notKeptOf(opened);

  const { engine } = host;
  const previous = letGo(host);
  host.notKept = notKept;
  const added: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const id = engine.addSheet(sheet.name, previous.length + index);
    added.push(id);
    await readSheet(host, id, sheet, { zip, colours, functions });
  }
  const views = book.views as typeof book.views | undefined; // a file need not say what it shows
  const place = opened.places[views?.[0]?.activeTab ?? 0] ?? 0;
  engine.activate(added[place] ?? added[0]!);
  for (const { id } of previous) engine.removeSheet(id);
  for (const [index, { worksheet }] of sheets.entries()) {
    if (worksheet.state === "visible") continue;
    host.record(added[index]!).visibility = VISIBILITY[worksheet.state];
    engine.setSheetHidden(added[index]!, true);
  }
  for (const [index, { part }] of sheets.entries()) await readCharts(host, added[index]!, zip, part);
  const ids = opened.places.map((each) => (each === null ? null : added[each]!));
  readNames(host, ids, opened.workbookXml, functions);
  await readKept(host, zip, book);
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

/** What is read of a sheet besides the sheet itself. */
interface Reading {
  readonly zip: JSZip;
  readonly colours: ColourReader;
  readonly functions: readonly string[];
}

/** Everything of a file's sheet into an empty one, but for its charts: they may show other sheets. */
export async function readSheet(
  host: Host,
  id: string,
  { worksheet, xml, part }: SheetOfFile,
  { zip, colours, functions }: Reading,
): Promise<void> {
  readCells(host, id, worksheet, { merges: mergesOf(id, xml), colours, functions });
  await readNotes(host, id, zip, part);
  await readTables(host, id, zip, part);
  readSizes(host, id, worksheet, xml, colours);
  readColourRules(host, id, worksheet, xml, { colours, functions });
  readInputRules(host, id, xml, functions);
  readPageSetup(host, id, worksheet);
  readFilter(host, id, xml);
  readProtection(host, id, xml);
}

/** Where the buttons of a filter stand; what it left out is not kept. */
function readFilter(host: Host, sheet: string, xml: string): void {
  const { ref } = attributesOf(elementsOf(xml, "autoFilter")[0]?.tag ?? "");
  const cells = ref === undefined ? null : parseCells(ref);
  if (cells) host.record(sheet).filter = { sheet, ...cells };
}

const mergesOf = (sheet: string, xml: string): Area[] =>
  elementsOf(xml, "mergeCell").flatMap(({ tag }) => {
    const cells = parseCells(attributesOf(tag).ref ?? "");
    return cells && cells.rows * cells.columns > 1 ? [{ sheet, ...cells }] : [];
  });

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
  host.notKept = [];
  return previous;
}

interface CellReading {
  readonly merges: readonly Area[];
  readonly colours: ColourReader;
  readonly functions: readonly string[];
}

function readCells(host: Host, sheet: string, worksheet: Worksheet, { merges, colours, functions }: CellReading): void {
  const rows = worksheet.rowCount;
  // The library counts the columns of what holds a value only.
  let columns = 0;
  worksheet.eachRow({ includeEmpty: true }, ({ cellCount }) => {
    columns = Math.max(columns, cellCount);
  });
  if (rows === 0 || columns === 0) return;
  const area: Area = { sheet, row: 0, column: 0, rows, columns };
  const inputs: (CellInput | undefined)[][] = Array.from({ length: rows }, () => []);
  const patches: (StylePatch | undefined)[][] = Array.from({ length: rows }, () => []);
  const looks = new Map<Partial<Style>, StylePatch>();
  const spilled: Area[] = [];
  const covered = coveredBy(merges, rows, columns);
  // Rows of which only the look is prepared count as empty there.
  worksheet.eachRow({ includeEmpty: true }, (row, rowNumber) =>
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const at = [rowNumber - 1, columnNumber - 1] as const;
      if (!looks.has(cell.style)) looks.set(cell.style, patchOf(cell.style, colours));
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
      if (isInSpill || covered.has(`${at[0]}|${at[1]}`)) return;
      const { shareType, ref } = (cell.value ?? {}) as { shareType?: string; ref?: string };
      const spill = shareType === "array" && ref ? parseCells(ref) : null;
      if (spill) spilled.push({ sheet, ...spill });
      inputs[at[0]]![at[1]] = inputOf(cell, functions, (formula) => host.engine.canCalculate(formula));
    }),
  );
  host.engine.restyleEach(area, patches);
  host.engine.write(area, inputs);
  host.engine.mergeAll(merges);
}

/** The cells that merged ones hide, as far as the sheet is used. */
function coveredBy(merges: readonly Area[], rows: number, columns: number): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { row, column, rows: high, columns: wide } of merges)
    for (let at = row; at < Math.min(rows, row + high); at++)
      for (let across = column; across < Math.min(columns, column + wide); across++)
        if (at !== row || across !== column) covered.add(`${at}|${across}`);
  return covered;
}

function inputOf(
  cell: Cell,
  functions: readonly string[],
  canCalculate: (formula: string) => boolean,
): CellInput | undefined {
  const { value } = cell;
  if (value === null || value === undefined) return undefined;
  if (cell.formula) {
    const formula = fromFileFormula(cell.formula, functions);
    const result = cell.result as Scalar | Date | CellErrorValue | undefined | null;
    if (result === undefined || result === null || canCalculate(formula)) return { formula };
    return { formula, result: scalarOf(result) };
  }
  if (value instanceof Date) return { value: serialOf(value) };
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value === "object" && "error" in value) return { formula: `=${value.error}` };
  const text = typeof value === "string" ? value : cell.text;
  // "001" must not become a number; plain words need no mark.
  return { value: text, isText: text.trim() !== "" && !Number.isNaN(Number(text)) };
}

const serialOf = (date: Date): number => date.getTime() / MILLISECONDS_PER_DAY + DAYS_BEFORE_1970;

function scalarOf(result: Scalar | Date | CellErrorValue): Scalar {
  if (result instanceof Date) return serialOf(result);
  return typeof result === "object" ? result.error : result;
}

/** The file's date "of the place" is the one of China. */
const numberFormatOf = (written: string): string => (written === "mm-dd-yy" ? "yyyy/m/d" : written);

const LINES: Readonly<Record<string, BorderLine>> = {
  mediumDashed: "dashed",
  mediumDashDot: "dashDot",
  mediumDashDotDot: "dashDotDot",
  slantDashDot: "dashDot",
};

function patchOf(style: Partial<Style>, colourOf: ColourReader): StylePatch {
  const patch: StylePatch = {};
  if (style.numFmt && style.numFmt !== "General") patch.numberFormat = numberFormatOf(style.numFmt);
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

function readSizes(host: Host, sheet: string, worksheet: Worksheet, xml: string, colours: ColourReader): void {
  const { engine } = host;
  const one = { sheet, row: 0, column: 0, rows: 1, columns: 1 };
  for (const { tag } of elementsOf(xml, "col")) {
    const { min, max, width, hidden } = attributesOf(tag);
    const columns = { ...one, column: Number(min) - 1, columns: Number(max) - Number(min) + 1 };
    if (width) engine.setColumnWidth(columns, Math.round(Number(width) * DIGIT_PIXELS));
    if (hidden === "1" || hidden === "true") engine.setColumnsHidden(columns, true);
  }
  const heights = new Map<number, Area[]>();
  const hiddenRows: Area[] = [];
  worksheet.eachRow({ includeEmpty: true }, (row, number) => {
    const pixels = row.height ? Math.round(row.height * PIXELS_PER_POINT) : null;
    if (pixels !== null) addRow(getOrMake(heights, pixels), { ...one, row: number - 1 });
    if (row.hidden) addRow(hiddenRows, { ...one, row: number - 1 });
  });
  for (const [pixels, rows] of heights) engine.setRowHeights(rows, pixels);
  for (const rows of hiddenRows) engine.setRowsHidden(rows, true);
  // Declared as always there, yet null in a file whose sheet has no view.
  const view = (worksheet.views as typeof worksheet.views | null)?.[0];
  if (view?.state === "frozen") engine.freeze(sheet, view.ySplit ?? 0, view.xSplit ?? 0);
  if (view?.showGridLines === false) engine.setGridlines(sheet, false);
  host.record(sheet).showsHeadings = view?.showRowColHeaders !== false;
  const tab = colours(worksheet.properties.tabColor);
  if (tab) engine.setTabColour(sheet, tab);
}

/** Rows that follow each other are one area. */
function addRow(areas: Area[], row: Area): void {
  const last = areas.at(-1);
  if (last && last.row + last.rows === row.row) areas[areas.length - 1] = { ...last, rows: last.rows + 1 };
  else areas.push(row);
}

function getOrMake(map: Map<number, Area[]>, key: number): Area[] {
  const found = map.get(key) ?? [];
  map.set(key, found);
  return found;
}

/** Names, those of one sheet and constants too; print areas and title rows are no names to people. */
function readNames(host: Host, sheets: readonly (string | null)[], xml: string, functions: readonly string[]): void {
  for (const { tag, content } of elementsOf(xml, "definedName")) {
    const { name = "", localSheetId, comment = "", hidden } = attributesOf(tag);
    if (name.startsWith("_xlnm.")) continue;
    const sheet = localSheetId === undefined ? null : (sheets[Number(localSheetId)] ?? null);
    if (localSheetId !== undefined && sheet === null) continue;
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
