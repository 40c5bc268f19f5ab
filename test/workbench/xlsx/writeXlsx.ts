/** The workbook as an .xlsx file, in the browser and in Node. */
import { Workbook, type Worksheet } from "exceljs";
import { addressOf } from "../engine/address";
import type { SheetFacts } from "../engine/engine";
import type { Host } from "../host/model/host";
import { argb } from "./fileColour";
import { finishPackage, type RuleInFile } from "./filePackage";
import { writeNotes } from "./notes";
import { writeCells } from "./writeCells";
import { writePageSetup, writeProtection } from "./writePageSetup";
import { writeColourRules, writeInputRules } from "./writeRules";

export interface WriteOptions {
  /** The names of the add-in's functions: in a file they are spelled otherwise. */
  readonly functions: readonly string[];
  /** What `Office.context.document.settings` keeps, as JSON. */
  readonly documentSettings?: ReadonlyMap<string, string>;
}

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;
const PIXELS_PER_POINT = 4 / 3;
/** The width of a digit in Excel's default font: column widths in a file count digits. */
const DIGIT_PIXELS = 7;
const DEFAULT_COLUMN_PIXELS = 72;
const DEFAULT_ROW_PIXELS = 20;

/**
 * All of a workbook that a file can hold: contents with their last results, looks, rules, names, print set-up, protection, what the
 * add-in keeps. A formula that waits for the add-in is saved as #N/A, since files have no #BUSY!.
 */
export async function writeXlsx(host: Host, options: WriteOptions): Promise<Uint8Array> {
  const workbook = new Workbook();
  writeProperties(workbook, host);
  const sheets = host.engine.sheets();
  const rules: RuleInFile[] = [];
  for (const facts of sheets) {
    const worksheet = addSheet(workbook, host, facts);
    writeTables(worksheet, host, facts.id);
    writeCells(worksheet, host, facts.id, options.functions);
    writeNotes(worksheet, host.record(facts.id).notes);
    writeSizes(worksheet, host, facts.id);
    rules.push(...writeColourRules(worksheet, host, facts.id, options.functions));
    writeInputRules(worksheet, host, facts.id, options.functions);
    writePageSetup(worksheet, host.record(facts.id).pageSetup);
    const { filter } = host.record(facts.id);
    if (filter) worksheet.autoFilter = addressOf(filter);
    await writeProtection(worksheet, host.record(facts.id).protection);
  }
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 24_000,
      height: 14_000,
      firstSheet: 0,
      activeTab: Math.max(
        0,
        sheets.findIndex((each) => each.id === host.engine.activeSheet()),
      ),
      visibility: "visible",
    },
  ];
  const bytes = await workbook.xlsx.writeBuffer();
  return finishPackage(bytes as unknown as Uint8Array, host, options, rules);
}

function writeProperties(workbook: Workbook, host: Host): void {
  const { properties } = host;
  workbook.creator = properties.get("author") ?? "";
  workbook.title = properties.get("title") ?? "";
  workbook.subject = properties.get("subject") ?? "";
  workbook.keywords = properties.get("keywords") ?? "";
  workbook.category = properties.get("category") ?? "";
  workbook.description = properties.get("comments") ?? "";
  workbook.company = properties.get("company") ?? "";
  workbook.manager = properties.get("manager") ?? "";
}

function addSheet(workbook: Workbook, host: Host, facts: SheetFacts): Worksheet {
  const record = host.record(facts.id);
  const isHidden = facts.isHidden && record.visibility === "Visible";
  const worksheet = workbook.addWorksheet(facts.name, {
    state: isHidden ? "hidden" : VISIBILITY[record.visibility],
    properties: {
      defaultColWidth: DEFAULT_COLUMN_PIXELS / DIGIT_PIXELS,
      defaultRowHeight: DEFAULT_ROW_PIXELS / PIXELS_PER_POINT,
      ...(facts.tabColour ? { tabColor: argb(facts.tabColour) } : {}),
    },
  });
  const { frozenRows, frozenColumns } = facts;
  const shown = { showGridLines: facts.showsGridlines, showRowColHeaders: record.showsHeadings };
  const first = addressOf({ row: frozenRows, column: frozenColumns, rows: 1, columns: 1 });
  worksheet.views = [
    frozenRows || frozenColumns
      ? { ...shown, state: "frozen", xSplit: frozenColumns, ySplit: frozenRows, topLeftCell: first, activeCell: first }
      : { ...shown, state: "normal" },
  ];
  return worksheet;
}

/** A table's cells are written afterwards with all the others; here it is only told where it is and what its columns are called. */
function writeTables(worksheet: Worksheet, host: Host, sheet: string): void {
  for (const table of host.tables.filter((each) => each.area.sheet === sheet)) {
    const header = host.engine.texts({ ...table.area, rows: 1 })[0]!;
    worksheet.addTable({
      name: table.name,
      ref: addressOf({ ...table.area, rows: 1, columns: 1 }),
      headerRow: true,
      style: { theme: "TableStyleMedium2", showRowStripes: true },
      columns: header.map((name, column) => ({ name: name || `列${column + 1}`, filterButton: true })),
      rows: Array.from({ length: Math.max(1, table.area.rows - 1) }, () => header.map(() => null)),
    });
  }
}

function writeSizes(worksheet: Worksheet, host: Host, sheet: string): void {
  const { engine } = host;
  const used = engine.usedArea(sheet, false);
  const columns = Math.max(52, used ? used.column + used.columns : 0);
  for (let column = 0; column < columns; column++) {
    const pixels = engine.columnWidth(sheet, column);
    const hidden = engine.isColumnHidden(sheet, column);
    if (pixels !== DEFAULT_COLUMN_PIXELS) worksheet.getColumn(column + 1).width = pixels / DIGIT_PIXELS;
    if (hidden) worksheet.getColumn(column + 1).hidden = true;
  }
  const rows = used ? used.row + used.rows : 0;
  for (let row = 0; row < rows; row++) {
    const pixels = engine.rowHeight(sheet, row);
    if (pixels !== DEFAULT_ROW_PIXELS) worksheet.getRow(row + 1).height = pixels / PIXELS_PER_POINT;
    if (engine.isRowHidden(sheet, row)) worksheet.getRow(row + 1).hidden = true;
  }
}
