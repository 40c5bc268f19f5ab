/** The rows of a person's own table: which name a promise, which sum up, head others or are about the table; and what comes from above. */
import { bracketUnit, DEPARTMENT } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { isFigure, saysNothing, type GridCell, type OwnGrid } from "./ownSheetGrid";
import { rowMeasures } from "./ownSheetMeasures";
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
  /** Where its target stands: in its own row, or in another where rows are targets and actuals; null where none does. */
  readonly targetRow: number | null;
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

/** A text, and the cell it stands in. */
interface Named {
  readonly text: string;
  readonly cell: CellPlace;
}

/** What stands in the columns of names, and carries on downwards. */
class Carrying {
  private readonly above = new Map<number, Named>();

  constructor(private readonly grid: OwnGrid) {}

  take(column: number | null, row: number): (Named & { readonly isAbove: boolean }) | null {
    if (column === null) return null;
    const cell = this.grid.at(row, column);
    if (cell.text === "") {
      const above = this.above.get(column);
      return above ? { ...above, isAbove: true } : null;
    }
    const found = { text: cell.text, cell: { row: cell.row, column: cell.column } };
    this.above.set(column, found);
    return { ...found, isAbove: cell.row !== row };
  }

  put(column: number, named: Named): void {
    this.above.set(column, named);
  }

  clear(): void {
    this.above.clear();
  }
}

export function ownRows(grid: OwnGrid, { columns, isTransposed }: OwnColumns, from: number, to: number): OwnRow[] {
  const at = (role: OwnRole) => columns.find((each) => each.role === role)?.column ?? null;
  const place = at("place");
  const owner = isTransposed ? (place ?? at("department")) : at("department");
  const names = isTransposed ? owner : at("indicator");
  const units = at("unit");
  const groups = columns.filter(({ role }) => role === "group").map(({ column }) => column);
  const measure = at("measure");
  const measures = measure === null ? null : rowMeasures(grid, measure, from, to);
  const left = columns[0]?.column ?? grid.left;
  const right = (columns.at(-1)?.column ?? grid.right) + 1;
  const carried = new Carrying(grid);
  const targets = new TargetRows();
  const rows: OwnRow[] = [];
  let section: Named | null = null;
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
    const [sum] = [...labels, ...(first.column === measure ? [] : [first.text])].filter(isSum);
    if (sum !== undefined) {
      rows.push(bare("sum", sum));
      const column = names ?? owner;
      if (measures && column !== null) carried.put(column, { text: sum, cell: { row, column } });
      continue;
    }
    const heading = headingOf(columns, own, names, owner);
    if (heading) {
      section = { text: heading.text, cell: heading };
      carried.clear();
      rows.push(bare("section", heading.text));
      continue;
    }
    const group = groups.map((column) => carried.take(column, row)?.text ?? "").join("");
    const department = carried.take(owner, row);
    const ofSection = section && DEPARTMENT.test(withoutNumber(section.text)) ? section : null;
    // Names, and their units, lie over the rows of one indicator; elsewhere each row has its own.
    const named = measures ? carried.take(names, row) : ownName(grid, row, names);
    const name = named?.text ?? "";
    if (isSum(name)) continue;
    const is = measures?.[row - from] ?? null;
    if (measures && named?.isAbove === false && units !== null && grid.at(row, units).text === "")
      carried.put(units, { text: "", cell: { row, column: units } });
    const unit = unitOf(measures ? carried.take(units, row)?.text : grid.at(row, units ?? NOWHERE).text, name);
    const lead = department ?? ofSection;
    const key = [group, section?.text, lead?.text, name].join("|");
    if (is === "target") targets.found(key, row, rows);
    if (measures && is !== "actual") continue;
    rows.push({
      row,
      kind: !isTransposed && SUM_ENDING.test(name) ? "mayBeSum" : "promise",
      targetRow: measures ? targets.of(key) : row,
      department: lead === null ? "" : lead === ofSection ? withoutNumber(lead.text) : lead.text,
      departmentCell: lead?.cell ?? null,
      isCarried: department ? department.isAbove : ofSection !== null,
      name,
      nameCell: named && name !== "" ? named.cell : null,
      group: group || (section?.text ?? ""),
      isOfWhich: OF_WHICH.test(name),
      unit,
    });
    targets.heldBy(key, rows.length - 1);
  }
  return rows.filter((row) => row.kind !== "promise" || row.name !== "" || hasFigures(grid, row.row, columns));
}

const NOWHERE = -1;
const isSum = (text: string) => SUM_ROW.test(text.replace(/\s/gu, ""));

function ownName(grid: OwnGrid, row: number, names: number | null): (Named & { readonly isAbove: boolean }) | null {
  if (names === null) return null;
  const cell = grid.at(row, names);
  return { text: cell.text, cell: { row: cell.row, column: cell.column }, isAbove: cell.row !== row };
}

/** Rows of targets and of actuals that belong together, whichever comes first. */
class TargetRows {
  private readonly targets = new Map<string, number>();
  private readonly waiting = new Map<string, number>();

  of(key: string): number | null {
    const row = this.targets.get(key) ?? null;
    this.targets.delete(key);
    return row;
  }

  /** A row of targets: of an actual above it that has none yet, else of the next one. */
  found(key: string, row: number, rows: OwnRow[]): void {
    const at = this.waiting.get(key);
    const actual = at === undefined ? undefined : rows[at];
    if (at !== undefined && actual && actual.targetRow === null) rows[at] = { ...actual, targetRow: row };
    else this.targets.set(key, row);
  }

  heldBy(key: string, at: number): void {
    this.waiting.set(key, at);
  }
}

const NO_NAMES = {
  targetRow: null,
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
  return role === "group" || role === "measure" ? null : only;
}

function unitOf(typed: string | undefined, name: string): string | null {
  const text = (typed ?? "").replace(/^[（(](.*)[）)]$/u, "$1");
  return text !== "" && isUnitWord(text) ? text : bracketUnit(name);
}

function hasFigures(grid: OwnGrid, row: number, columns: readonly OwnColumn[]): boolean {
  return columns.some(
    ({ column, role }) => (role === "target" || role === "actual") && !saysNothing(grid.at(row, column)),
  );
}
