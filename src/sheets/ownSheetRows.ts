/** The rows of a person's own table: which name a promise, which sum up, head others or are about the table; and what comes from above. */
import { bracketUnit, DEPARTMENT } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { isFigure, saysNothing, type GridCell, type OwnGrid } from "./ownSheetGrid";
import type { OwnColumn, OwnColumns } from "./ownSheetTypes";
import { HEADING_NUMBER, NOTE_ROW, OF_WHICH, SUM_ENDING, SUM_ROW, type OwnRole } from "./ownSheetWords";

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface OwnRow {
  readonly row: number;
  /** `mayBeSum`: its name ends with 合计 or 小计, and may still be that of a promise. */
  readonly kind: "promise" | "mayBeSum" | "sum" | "section" | "note";
  readonly department: string;
  readonly departmentCell: CellPlace | null;
  /** The department stands in a row above. */
  readonly isCarried: boolean;
  readonly name: string;
  readonly nameCell: CellPlace | null;
  /** What its name's cell lies under: 类别, or the heading of its section. */
  readonly group: string;
  /** 其中: part of the row above that is none. */
  readonly isOfWhich: boolean;
  /** The unit its own cells name, in the unit column or behind its name. */
  readonly unit: string | null;
}

/** What carries on downwards. */
interface Carried {
  readonly text: string;
  readonly cell: CellPlace;
}

export function ownRows(grid: OwnGrid, { columns, isTransposed }: OwnColumns, from: number, to: number): OwnRow[] {
  const at = (role: OwnRole) => columns.find((each) => each.role === role)?.column ?? null;
  const place = at("place");
  const owner = isTransposed ? (place ?? at("department")) : at("department");
  const names = isTransposed ? owner : at("indicator");
  const groups = columns.filter(({ role }) => role === "group").map(({ column }) => column);
  const left = columns[0]?.column ?? grid.left;
  const right = (columns.at(-1)?.column ?? grid.right) + 1;
  const carried = new Map<number, Carried>();
  const rows: OwnRow[] = [];
  let section: Carried | null = null;
  const headerTexts = new Set(columns.map(({ label }) => label.split("／").at(-1) ?? ""));
  for (let row = from; row < to; row++) {
    const filled = grid.filled(row, left, right);
    const [first] = filled;
    const own = filled.filter((cell) => cell.row === row);
    if (!first || own.length === 0) continue;
    if (own.length > 1 && own.filter(({ text }) => headerTexts.has(text)).length > own.length / 2) continue;
    const bare = (kind: OwnRow["kind"], name: string): OwnRow => ({ ...NO_NAMES, row, kind, name });
    if (NOTE_ROW.test(first.text) || isRemark(own)) {
      rows.push(bare("note", first.text));
      continue;
    }
    const labels = [names, owner, place, ...groups, at("serial")].flatMap((column) =>
      column === null ? [] : [grid.at(row, column).text],
    );
    const [sum] = [...labels, first.text].filter((text) => SUM_ROW.test(text.replace(/\s/gu, "")));
    if (sum !== undefined) {
      rows.push(bare("sum", sum));
      continue;
    }
    const heading = headingOf(columns, own, names, owner);
    if (heading) {
      section = { text: heading.text, cell: heading };
      carried.clear();
      rows.push(bare("section", heading.text));
      continue;
    }
    const take = (column: number | null): (Carried & { isAbove: boolean }) | null => {
      if (column === null) return null;
      const cell = grid.at(row, column);
      if (cell.text !== "") {
        const found = { text: cell.text, cell: { row: cell.row, column: cell.column } };
        carried.set(column, found);
        return { ...found, isAbove: cell.row !== row };
      }
      const above = carried.get(column);
      return above ? { ...above, isAbove: true } : null;
    };
    const group = groups.map((column) => take(column)?.text ?? "").join("");
    const department = take(owner);
    const ofSection = section && DEPARTMENT.test(withoutNumber(section.text)) ? section : null;
    const nameCell = names === null ? null : grid.at(row, names);
    const name = nameCell?.text ?? "";
    const lead = department ?? ofSection;
    rows.push({
      row,
      kind: !isTransposed && SUM_ENDING.test(name) ? "mayBeSum" : "promise",
      department: lead === null ? "" : lead === ofSection ? withoutNumber(lead.text) : lead.text,
      departmentCell: lead?.cell ?? null,
      isCarried: department ? department.isAbove : ofSection !== null,
      name,
      nameCell: nameCell && name !== "" ? { row: nameCell.row, column: nameCell.column } : null,
      group: group || (section?.text ?? ""),
      isOfWhich: OF_WHICH.test(name),
      unit: unitOf(grid, row, columns, name),
    });
  }
  return rows.filter((row) => row.kind !== "promise" || row.name !== "" || hasFigures(grid, row.row, columns));
}

const NO_NAMES = {
  department: "",
  departmentCell: null,
  isCarried: false,
  nameCell: null,
  group: "",
  isOfWhich: false,
  unit: null,
} as const;

const LONG_REMARK = 45;
const isRemark = (own: readonly GridCell[]) => own.length === 1 && (own[0]?.text.length ?? 0) > LONG_REMARK;

const withoutNumber = (text: string) => text.replace(HEADING_NUMBER, "").trim();

/** A cell alone in its row that heads those below: merged across, numbered, or a department among indicators. */
function headingOf(
  columns: readonly OwnColumn[],
  own: readonly GridCell[],
  names: number | null,
  owner: number | null,
): GridCell | null {
  const said = own.filter((cell) => !columns.some(({ column, role }) => column === cell.column && role === "serial"));
  const [only, ...more] = said.length === 0 ? own : said;
  if (!only || more.length > 0 || isFigure(only)) return null;
  if (only.columns > 2 || HEADING_NUMBER.test(only.text)) return only;
  if (only.column === owner && owner !== names) return null; // a department whose first row is still to be filled
  if (only.column === names)
    return names !== owner && DEPARTMENT.test(only.text) && only.text.length <= 16 ? only : null;
  const role = columns.find(({ column }) => column === only.column)?.role;
  return role === "group" ? null : only;
}

function unitOf(grid: OwnGrid, row: number, columns: readonly OwnColumn[], name: string): string | null {
  const column = columns.find(({ role }) => role === "unit")?.column;
  const text = column === undefined ? "" : grid.at(row, column).text.replace(/^[（(](.*)[）)]$/u, "$1");
  if (text !== "" && isUnitWord(text)) return text;
  return bracketUnit(name);
}

function hasFigures(grid: OwnGrid, row: number, columns: readonly OwnColumn[]): boolean {
  return columns.some(
    ({ column, role }) => (role === "target" || role === "actual") && !saysNothing(grid.at(row, column)),
  );
}
