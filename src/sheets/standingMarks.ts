/** The reader of what stands beside a person's own tables: a sheet's cells in, its rows with their verdicts out. */
import { STATUSES, type Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { PREFIX_PATTERN } from "./functionNames";
import { MARK_COLUMNS, type MarkColumn } from "./markColumns";
import { columnOf } from "./plan";
import { shownAt, type CellValue, type SheetCells } from "./standingLedger";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** One row beside which a verdict stands. Rows and columns are those of the sheet, from 0. */
export interface MarkedRow {
  readonly row: number;
  /** The promise's id; null where the names beside have changed since. */
  readonly id: string | null;
  /** The person's own cells, as the formulas name them. */
  readonly names: readonly Place[];
  readonly actualCell: Place | null;
  /** The person's figure as it is judged. */
  readonly actual: CellValue;
  readonly target: CellValue;
  readonly expected: CellValue;
  readonly gap: CellValue;
  readonly attainment: CellValue;
  /** null where a word stands there that is no verdict: why there is none. */
  readonly status: Status | null;
  readonly said: string;
}

/** The marks beside one table, or beside one indicator of it that stands across. */
export interface StandingMarks {
  /** Where the one call of TARGET.CHECK stands. */
  readonly check: Place;
  readonly rowsTo: number;
  readonly columns: Readonly<Record<MarkColumn, number>>;
  /** What the marks are judged at, as the sheet shows it. */
  readonly asOf: string;
  readonly asOfCell: Place;
  readonly rows: readonly MarkedRow[];
}

const CHECK = new RegExp(
  `^=${PREFIX_PATTERN}${/TARGET\.CHECK\(\$([A-Z]+)\$(\d+):\$\1\$(\d+),\$\1\$\2:\$\1\$\3,\$([A-Z]+)\$\2:\$\4\$\3,\$([A-Z]+)\$(\d+)\)$/.source}`,
  "i",
);
const REFERENCE = /\$?([A-Z]{1,3})\$?(\d{1,7})/g;

/** Whether marks of ours stand among these cells. @param formulas what cells hold */
export const isMarkedBy = (formulas: readonly (readonly unknown[])[]): boolean =>
  formulas.some((row) => row.some((formula) => typeof formula === "string" && CHECK.test(formula.replace(/\s/g, ""))));

/** What stands beside the tables of a sheet; none where nothing of it is marked. Formulas must have been read. */
export function standingMarks(cells: SheetCells): StandingMarks[] {
  const found: StandingMarks[] = [];
  for (const [line, formulas] of (cells.formulas ?? []).entries())
    for (const [at, formula] of formulas.entries()) {
      const call = typeof formula === "string" ? CHECK.exec(formula.replace(/\s/g, "")) : null;
      const marks = call && marksOf(cells, call, { row: cells.row + line, column: cells.column + at });
      if (marks) found.push(marks);
    }
  return found;
}

/** The person's own cells: left of what is ours and of the blank column in front of it. */
export function leftOfMarks(cells: SheetCells, marks: readonly StandingMarks[]): SheetCells {
  if (marks.length === 0) return cells;
  const width = Math.max(0, Math.min(...marks.map(({ check }) => check.column)) - 1 - cells.column);
  const left = <V>(lines: readonly (readonly V[])[]) => lines.map((line) => line.slice(0, width));
  const { values, texts, formulas } = cells;
  return { ...cells, values: left(values), texts: left(texts), ...(formulas ? { formulas: left(formulas) } : {}) };
}

function marksOf(cells: SheetCells, call: RegExpExecArray, check: Place): StandingMarks | null {
  const [, keys = "", from = "", to = "", read = "", asOfColumn = "", asOfRow = ""] = call;
  if (Number(from) !== check.row + 1) return null;
  const ofVerdicts = MARK_COLUMNS.slice(0, 5).map((name, at) => [name, check.column + at] as const);
  const columns = Object.fromEntries([...ofVerdicts, ["id", columnOf(keys)], ["read", columnOf(read)]]) as Record<
    MarkColumn,
    number
  >;
  const asOfCell = { row: Number(asOfRow) - 1, column: columnOf(asOfColumn) };
  const rows: MarkedRow[] = [];
  for (let row = check.row; row < Number(to); row++) {
    const marked = rowOf(cells, row, columns);
    if (marked) rows.push(marked);
  }
  return {
    check,
    rowsTo: Number(to),
    columns,
    asOf: shownAt(cells, asOfCell.row, asOfCell.column).text,
    asOfCell,
    rows,
  };
}

function rowOf(cells: SheetCells, row: number, columns: Readonly<Record<MarkColumn, number>>): MarkedRow | null {
  const key = String(formulaIn(cells, row, columns.id));
  if (!key.startsWith("=")) return null;
  const value = (name: MarkColumn) => shownAt(cells, row, columns[name]).value;
  const said = shownAt(cells, row, columns.status).text;
  const id = String(value("id"));
  return {
    row,
    id: id === zh.ownSheet.sheet.changed ? null : id,
    names: referencesIn(key),
    actualCell: referencesIn(String(formulaIn(cells, row, columns.read)))[0] ?? null,
    actual: value("read"),
    target: value("target"),
    expected: value("expected"),
    gap: value("gap"),
    attainment: value("attainment"),
    status: STATUSES.find((status) => zh.status[status] === said) ?? null,
    said,
  };
}

const formulaIn = ({ formulas, row: top, column: left }: SheetCells, row: number, column: number): CellValue =>
  formulas?.[row - top]?.[column - left] ?? "";

/** The cells a formula of ours names, outside its texts. */
function referencesIn(formula: string): Place[] {
  const places = new Map<string, Place>();
  for (const [, letters = "", digits = ""] of formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(REFERENCE))
    places.set(`${letters}${digits}`, { row: Number(digits) - 1, column: columnOf(letters) });
  return [...places.values()];
}
