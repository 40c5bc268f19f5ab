/** Contents and looks of cells, into a file's worksheet. */
import type { Alignment, Border as FileBorder, CellValue, Style, Worksheet } from "exceljs";
import { addressOf, MOST_COLUMNS, MOST_ROWS } from "../engine/address";
import type { Area, BorderSide, CellContent, CellStyle } from "../engine/engine";
import type { Host } from "../host/model/host";
import { argb } from "./fileColour";
import { toFileFormula } from "./fileFormula";

/** The errors a file can hold; what a newer Excel shows besides is saved as #N/A or #VALUE!. */
const FILE_ERRORS = ["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!"];
export const DEFAULT_FONT = { name: "等线", size: 11 };

const WHOLE = { rows: MOST_ROWS, columns: MOST_COLUMNS };

type Lock = ReturnType<Host["lock"]>;

function errorInFile(error: string): string {
  if (FILE_ERRORS.includes(error)) return error;
  return error === "#BUSY!" ? "#N/A" : "#VALUE!";
}

function plain(content: CellContent): CellValue {
  return content.isError ? ({ error: errorInFile(String(content.value)) } as unknown as CellValue) : content.value;
}

export function writeCells(worksheet: Worksheet, host: Host, sheet: string, functions: readonly string[]): void {
  const { engine } = host;
  const spills = new Map(engine.spills(sheet).map((area) => [`${area.row}|${area.column}`, area]));
  const hasLocks = host.record(sheet).locks.length > 0;
  const known = new Map<string, Partial<Style>>();
  const styleOf = (style: CellStyle, lock: Lock | null): Partial<Style> => {
    const key = JSON.stringify([style, lock]);
    let found = known.get(key);
    if (!found) known.set(key, (found = fileStyle(style, lock)));
    return found;
  };
  for (const used of engine.usedRows(sheet, false)) {
    const [contents] = engine.read(used);
    const [styles] = engine.styles(used);
    for (let column = 0; column < used.columns; column++) {
      const content = contents![column]!;
      const place = { sheet, row: used.row, column: used.column + column, rows: 1, columns: 1 };
      const lock = hasLocks ? host.lock(sheet, place.row, place.column) : null;
      const style = styleOf(styles![column]!, lock);
      if (content.value === null && content.formula === null && Object.keys(style).length === 0) continue;
      const cell = worksheet.getCell(place.row + 1, place.column + 1);
      cell.value = valueInFile(content, spills.get(`${place.row}|${place.column}`) ?? null, functions);
      if (Object.keys(style).length > 0) cell.style = style;
    }
  }
  for (const { row, column, rows, columns } of engine.merged({ sheet, row: 0, column: 0, ...WHOLE }))
    worksheet.mergeCellsWithoutStyle(row + 1, column + 1, row + rows, column + columns);
}

function valueInFile(content: CellContent, spill: Area | null, functions: readonly string[]): CellValue {
  if (content.formula === null) return content.value === null ? null : plain(content);
  const formula = { formula: toFileFormula(content.formula, functions), result: plain(content) };
  return (spill ? { ...formula, shareType: "array", ref: addressOf(spill) } : formula) as unknown as CellValue;
}

/** Only what differs from an untouched cell. */
function fileStyle(style: CellStyle, lock: Lock | null): Partial<Style> {
  const look: Partial<Style> = {};
  if (style.numberFormat !== "General") look.numFmt = style.numberFormat;
  if (style.fill)
    look.fill = { type: "pattern", pattern: "solid", fgColor: argb(style.fill), bgColor: { indexed: 64 } as never };
  const { bold, italic, underline, strikethrough: strike } = style;
  if (style.fontName || style.fontSize || style.fontColour || bold || italic || underline || strike)
    look.font = {
      name: style.fontName ?? DEFAULT_FONT.name,
      size: style.fontSize ?? DEFAULT_FONT.size,
      ...(style.fontColour ? { color: argb(style.fontColour) } : {}),
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(strike ? { strike } : {}),
    };
  const alignment: Partial<Alignment> = {
    ...(style.horizontal === "general" ? {} : { horizontal: style.horizontal }),
    ...(style.vertical === "bottom" ? {} : { vertical: style.vertical === "center" ? "middle" : "top" }),
    ...(style.wrap ? { wrapText: true } : {}),
    ...(style.indent ? { indent: style.indent } : {}),
  };
  if (Object.keys(alignment).length > 0) look.alignment = alignment;
  const sides = Object.entries(style.borders).filter(([, border]) => border.line !== "none");
  if (sides.length > 0)
    look.border = Object.fromEntries(
      sides.map(([side, border]): [BorderSide, FileBorder] => [
        side as BorderSide,
        { style: border.line as FileBorder["style"], color: argb(border.colour) },
      ]),
    );
  if (lock && (!lock.isLocked || lock.hidesFormula))
    look.protection = { locked: lock.isLocked, hidden: lock.hidesFormula };
  return look;
}
