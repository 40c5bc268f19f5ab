/**
 * Extending a ledger that stands in a workbook and putting it right, as data: new rows, our formulas anew, and nothing that people
 * typed. Rows of commitments that the catalog no longer has are marked and never deleted.
 */
import { caseOf, type Case } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { dayOfSerial } from "../core/periods";
import type { Rules } from "../core/status";
import { helpedWith, idOfHelped } from "../core/supporters";
import type { Commitment } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { commitmentOf } from "./commitmentCalled";
import { ledgerLines, lineRow, type LedgerLine } from "./ledger";
import {
  columnsOf,
  EVERY_PERIOD_COLUMN,
  periodColumns,
  type Entry,
  type LedgerColumn,
  type LedgerLayout,
} from "./ledgerColumns";
import { dress, rhythmStyles, type Dress, type LedgerRow } from "./ledgerRow";
import { judgedAt } from "./ledgerRhythm";
import { aroundRows, type UpdateWrite } from "./ledgerUpdateHead";
import { addressOf, cell, columnName, Formula, type Block, type ColourRule, type Content } from "./plan";
import {
  formulaIn,
  missingOf,
  settingOf,
  shownIn,
  wholeSettings,
  type CellValue,
  type StandingLedger,
} from "./standingLedger";
import { isReshapable, reshaped, reshapedDress, type Reshape } from "./reshapedLedger";
import { lightRules } from "./statusColours";

const words = zh.ledger;

/** A figure of the catalog that differs from what the ledger shows. */
export interface LedgerChange {
  readonly department: string;
  readonly indicator: string;
  readonly field: "target" | "baseline" | "unit";
  readonly before: string;
  readonly after: string;
}

/** A commitment as people know it. */
export interface NamedCommitment {
  readonly department: string;
  readonly indicator: string;
}

export interface LedgerUpdate {
  /** Rows to insert, from below to above, each counted before any of them is inserted. */
  readonly insertions: readonly { readonly before: number; readonly rows: number }[];
  /** What to write once they are inserted; null leaves a cell as it is. */
  readonly writes: readonly UpdateWrite[];
  /** How the new rows look, the number formats of rows whose unit changed, and the greys of those whose rhythm did. */
  readonly dress: Dress;
  /** Cells of standing rows that are painted anew. */
  readonly painted: readonly Block[];
  readonly added: readonly (NamedCommitment & { readonly id: string })[];
  /** Rows whose commitment the catalog no longer has. */
  readonly gone: readonly NamedCommitment[];
  readonly changed: readonly LedgerChange[];
  /** Cells of ours into which somebody typed: they stay. */
  readonly kept: readonly string[];
  /** How the columns change where the ledger goes on by another rhythm; everything else here is told of the columns as they are then. */
  readonly reshape: Reshape | null;
  /** The cells of the settings into which people type. */
  readonly settings: readonly Block[];
  /** The last row of ours afterwards. */
  readonly last: number;
  /** Where the ledger ends before and after, in rows and columns from A1. */
  readonly before: { readonly rows: number; readonly columns: number };
  readonly after: { readonly rows: number; readonly columns: number };
}

export type UpdatePlan =
  | { readonly update: LedgerUpdate }
  /** No ledger, a settings row whose labels are gone, or a ledger of which this catalog knows no row. */
  | { readonly refused: "noLedger" | "noSettings" | "otherCatalog" }
  /** Figures of another kind are wanted than stand there: they would have to be worked out anew, cell by cell. */
  | { readonly refused: "entryDiffers"; readonly standing: Entry }
  /** Columns are gone into which figures are typed. */
  | { readonly refused: "noPeriods"; readonly missing: readonly string[] }
  /** Columns of people's own are called what columns of another rhythm would be. */
  | { readonly refused: "headingTaken"; readonly headings: readonly string[] };

/** Columns that an update leaves alone; it fills the baseline only where that is blank or the catalog's own. */
const TYPED: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>([
  ...EVERY_PERIOD_COLUMN,
  "baseline",
  "reason",
  "measures",
  "past",
]);

/**
 * Plans the update of a ledger.
 * @param departmentIds the departments whose missing commitments are to be added, or these commitments; null for the departments that stand in it; rows of others are put right too
 * @param ledger null where the sheet holds none
 * @param isReshaped whether a ledger of another rhythm is to go on by the one in force
 */
export function planUpdate(
  index: CatalogIndex,
  departmentIds: readonly string[] | null,
  { rules, entry }: { readonly rules: Rules; readonly entry: Entry },
  ledger: StandingLedger | null,
  isReshaped = false,
): UpdatePlan {
  if (!ledger) return { refused: "noLedger" };
  if (ledger.entry === entry) return planned(index, departmentIds, rules, ledger, null);
  if (!isReshaped || !isReshapable(ledger.entry, entry)) return { refused: "entryDiffers", standing: ledger.entry };
  const shaped = reshaped(ledger, entry);
  return "refused" in shaped ? shaped : planned(index, departmentIds, rules, shaped.ledger, shaped.reshape);
}

function planned(
  index: CatalogIndex,
  departmentIds: readonly string[] | null,
  rules: Rules,
  ledger: StandingLedger,
  reshape: Reshape | null,
): UpdatePlan {
  const { entry } = ledger;
  const missing = missingOf(ledger, periodColumns(entry));
  if (missing.length > 0) return { refused: "noPeriods", missing };
  const settings = wholeSettings(ledger);
  if (!settings) return { refused: "noSettings" };
  const rows = shownRows(index, ledger);
  if (rows.length > 0 && !rows.some(({ line }) => line)) return { refused: "otherCatalog" };
  const where = { at: ledger.at, entry, settings };
  return { update: new Updater(index, rules, ledger, rows, where, reshape).plan(departmentIds) };
}

/** A row of ours, by its id, and what the catalog has for it. */
export interface ShownRow {
  readonly row: number;
  readonly id: string;
  /** undefined where the catalog no longer has it. */
  readonly line: LedgerLine | undefined;
}

/**
 * The rows of ours that a ledger shows, from above; people's own have no id. Without a column of ids the names tell, and rows of 配合,
 * which find their lead's by its id, are left as they are.
 */
export function shownRows(index: CatalogIndex, ledger: StandingLedger): ShownRow[] {
  const rows = ledger.rows.flatMap((row): ShownRow[] => {
    const commitment = commitmentOf(index, ledger, row);
    const id = ledger.at.id === undefined ? (commitment?.id ?? "") : row.id;
    return id === "" ? [] : [{ row: row.row, id, line: commitment && { id, commitment, helped: null } }];
  });
  const helped = ledger.helped.flatMap(({ row, id }): ShownRow[] => {
    if (id === "") return [];
    const found = helpedWith(index, id);
    return [{ row, id, line: found ? { id, commitment: found.commitment, helped: found } : undefined }];
  });
  return [...rows, ...helped].sort((one, other) => one.row - other.row);
}

/** The row of each id: a row that somebody copied below it is theirs. */
export function firstRows(rows: readonly { readonly row: number; readonly id: string }[]): Map<string, number> {
  const rowOf = new Map<string, number>();
  for (const { row, id } of rows) if (!rowOf.has(id)) rowOf.set(id, row);
  return rowOf;
}

/** A row as it will stand: one that was there, or a new one. */
interface Placed {
  readonly id: string;
  readonly line: LedgerLine | undefined;
  /** Its row before; null for a new one. */
  readonly old: number | null;
}

class Updater {
  private readonly changed: LedgerChange[] = [];
  private readonly kept: string[] = [];

  constructor(
    private readonly index: CatalogIndex,
    private readonly rules: Rules,
    private readonly ledger: StandingLedger,
    private readonly rows: readonly ShownRow[],
    private readonly where: Pick<LedgerLayout, "at" | "settings" | "entry">,
    private readonly reshape: Reshape | null,
  ) {}

  plan(departmentIds: readonly string[] | null): LedgerUpdate {
    const { index, ledger, rows } = this;
    const { cells } = ledger;
    const afterRow = this.newOnes(departmentIds);
    const insertions = [...afterRow]
      .map(([row, lines]) => ({ before: row + 1, rows: lines.length }))
      .sort((left, right) => right.before - left.before);
    const shifted = (row: number) =>
      row + insertions.reduce((sum, { before, rows }) => sum + (before <= row ? rows : 0), 0);
    const placed = new Map<number, Placed>();
    for (const { row, id, line } of rows) placed.set(shifted(row), { id, line, old: row });
    for (const [row, lines] of afterRow)
      for (const [position, line] of lines.entries())
        placed.set(shifted(row) + 1 + position, { id: line.id, line, old: null });
    const inOrder = [...placed].sort(([left], [right]) => left - right);
    const rowOf = firstRows(inOrder.map(([row, { id }]) => ({ row, id })));
    const layout: LedgerLayout = { ...this.where, rowOf: (id) => rowOf.get(id) };

    const content = new Map<number, Map<number, Content>>();
    const fresh: LedgerRow[] = [];
    const reformatted: LedgerRow[] = [];
    const repainted: LedgerRow[] = [];
    const stood: LedgerRow[] = [];
    let number = 0;
    for (const [row, { id, line, old }] of inOrder) {
      if (!line?.helped && idOfHelped(id) === null) number += 1;
      if (!line) {
        content.set(row, this.marked(old ?? row, idOfHelped(id) === null ? number : null));
        continue;
      }
      if (rowOf.get(id) !== row) continue; // a row that somebody copied: theirs
      const spec = lineRow(index, line, number, layout, this.rules);
      if (old !== null) stood.push(spec);
      if (old === null) fresh.push(spec);
      else if (layout.at.unit !== undefined && this.text(old, "unit") !== String(spec.content.unit))
        reformatted.push(spec);
      if (old !== null && this.hasOtherRhythm(spec, old)) repainted.push(spec);
      content.set(row, old === null ? this.whole(spec) : this.ours(spec, line, old));
    }
    const before = {
      rows: cells.row + cells.texts.length,
      columns: cells.column + Math.max(0, ...cells.texts.map((row) => row.length)),
    };
    const dressed = dress(fresh, layout);
    const { reshape } = this;
    const shaped = reshape ? reshapedDress(index.catalog.year, reshape, stood, layout) : dress([], layout);
    const rhythms = rhythmStyles(repainted, layout);
    const around = aroundRows(index, this.rules, ledger, this.where.settings, { shifted, width: before.columns });
    const last = rows.at(-1)?.row ?? ledger.header;
    const isAppended = afterRow.has(last);
    return {
      insertions,
      writes: [...(reshape?.headings ?? []), ...around.writes, ...rectangles(content)],
      dress: {
        styles: [...shaped.styles, ...dressed.styles, ...rhythms],
        validations: [...shaped.validations, ...dressed.validations],
        numberFormats: [
          ...around.formats,
          ...shaped.numberFormats,
          ...dressed.numberFormats,
          ...dress(reformatted, layout).numberFormats,
        ],
        // A rule grows with rows that are inserted among its own; below the last one it ends.
        colourRules: [
          ...dressed.colourRules.filter(({ block }) => isAppended && block.row > shifted(last)),
          ...this.newShapes(shifted),
        ],
      },
      painted: rhythms.map(({ block }) => block),
      added: fresh.map(({ content: { id, department, indicator } }) => ({
        id: String(id),
        department: String(department),
        indicator: String(indicator),
      })),
      gone: inOrder.flatMap(([, { line, old }]) =>
        line || old === null
          ? []
          : [{ department: this.text(old, "department"), indicator: this.text(old, "indicator") }],
      ),
      changed: this.changed,
      kept: this.kept,
      reshape,
      settings: typedSettings(this.where.settings),
      last: inOrder.at(-1)?.[0] ?? ledger.header,
      before,
      after: { ...before, rows: before.rows + insertions.reduce((sum, { rows }) => sum + rows, 0) },
    };
  }

  /** Whether a row's formula read other periods than its rhythm has now. */
  private hasOtherRhythm({ closed }: LedgerRow, old: number): boolean {
    const { at, entry } = this.where;
    const latest = formulaIn(this.ledger, old, "latest");
    if (latest === null) return false;
    const formula = `${latest} ${formulaIn(this.ledger, old, "counted") ?? ""}`;
    return periodColumns(entry).some((column) => {
      if (this.reshape?.fresh.includes(column)) return false; // dressed as a whole
      const place = at[column];
      if (place === undefined) return false;
      const wasOpen = new RegExp(`\\$${columnName(place)}${old + 1}(?!\\d)`).test(formula);
      return wasOpen === closed.includes(column);
    });
  }

  /** Rules for shapes that the column had none for when the ledger was made: its rows show them from now on. */
  private newShapes(shifted: (row: number) => number): ColourRule[] {
    const column = this.where.at.light;
    const spelled = this.rows
      .map(({ row }) => formulaIn(this.ledger, row, "light"))
      .find((formula) => formula !== null);
    const [first, last] = [this.rows[0], this.rows.at(-1)];
    if (column === undefined || !spelled || !first || !last) return [];
    const [from, to] = [shifted(first.row), shifted(last.row)];
    return lightRules({ row: from, column, rows: to - from + 1, columns: 1 }, spelled);
  }

  /** The rows to add, by the row after which they come: the last of their department, or of all. */
  private newOnes(departmentIds: readonly string[] | null): Map<number, LedgerLine[]> {
    const shown = new Set(this.rows.map(({ id }) => id));
    // What a department leads comes behind what it leads, what it helps with behind everything of it.
    const [lastLed, lastOf] = [new Map<string, number>(), new Map<string, number>()];
    for (const { row, line } of this.rows) {
      if (!line) continue;
      const owner = ownerOf(line);
      lastOf.set(owner, row);
      if (!line.helped) lastLed.set(owner, row);
    }
    const last = this.rows.at(-1)?.row ?? this.ledger.header;
    const found = new Map<number, LedgerLine[]>();
    for (const line of ledgerLines(this.index, departmentIds ?? [...lastOf.keys()])) {
      if (shown.has(line.id) || (line.helped && this.where.at.id === undefined)) continue;
      const row = (line.helped ? lastOf : lastLed).get(ownerOf(line)) ?? lastOf.get(ownerOf(line)) ?? last;
      found.set(row, [...(found.get(row) ?? []), line]);
    }
    return found;
  }

  private whole(spec: LedgerRow): Map<number, Content> {
    const found = new Map<number, Content>();
    for (const [column] of columnsOf(this.where.entry)) this.put(found, column, spec.content[column] ?? "");
    return found;
  }

  /** A ledger may lack a column: nothing is written into it then. */
  private put(into: Map<number, Content>, column: LedgerColumn, content: Content): void {
    const place = this.where.at[column];
    if (place !== undefined) into.set(place, content);
  }

  /** Our cells of a row that was there. */
  private ours(spec: LedgerRow, { commitment, helped }: LedgerLine, old: number): Map<number, Content> {
    const found = new Map<number, Content>();
    const put = (column: LedgerColumn) => this.put(found, column, spec.content[column] ?? "");
    for (const [column] of columnsOf(this.where.entry)) {
      const place = this.where.at[column];
      if (place === undefined) continue;
      const isTypedOver =
        this.value(old, column) !== "" &&
        formulaIn(this.ledger, old, column) === null &&
        spec.content[column] instanceof Formula;
      if (TYPED.has(column)) {
        if (!spec.computed.includes(column)) continue;
      } else if (column === "department" || column === "indicator") {
        if (helped === null && this.names(commitment, old)) continue;
      }
      if (isTypedOver) this.kept.push(addressOf(cell(spec.row, place)));
      else put(column);
    }
    if (helped === null) this.compare(spec, old, put);
    return found;
  }

  /** Whether the names in a row, as somebody may have shortened them, still mean its commitment. */
  private names(commitment: Commitment, old: number): boolean {
    try {
      return this.index.find(this.text(old, "department"), this.text(old, "indicator")) === commitment;
    } catch (error) {
      if (error instanceof CatalogError) return false;
      throw error;
    }
  }

  /** Notes what the catalog says otherwise than the row shows. */
  private compare(spec: LedgerRow, old: number, put: (column: LedgerColumn) => void): void {
    const { unit, baseline } = spec.content;
    const change = (field: LedgerChange["field"], before: string, after: string) =>
      this.changed.push({
        department: String(spec.content.department),
        indicator: String(spec.content.indicator),
        field,
        before,
        after,
      });
    const commitment = this.index.withId(String(spec.content.id));
    const figure = commitment && this.figureShown(commitment);
    const target = figure && !(figure instanceof CatalogError) ? figure.value : null;
    const shown = this.value(old, "target");
    const isOurs = formulaIn(this.ledger, old, "target") !== null;
    if (isOurs && typeof shown === "number" && target !== null && shown !== target)
      change("target", this.text(old, "target"), amount(target, unit));
    if (this.where.at.unit !== undefined && this.text(old, "unit") !== unit)
      change("unit", this.text(old, "unit"), String(unit));
    const level = this.value(old, "baseline");
    if (this.where.at.baseline === undefined) return;
    if (baseline === "" || spec.asksBaseline || level === baseline) return;
    if (level === "" || typeof level === "number") put("baseline");
    if (typeof level === "number") change("baseline", this.text(old, "baseline"), amount(Number(baseline), unit));
  }

  /** The figure that a row shows at 截至期: before the day of a revision, the one before it. */
  private figureShown(commitment: Commitment): Case["figure"] {
    const { index, ledger } = this;
    const latest = caseOf(index, commitment);
    const serial = settingOf(ledger, "asOfDay")?.value;
    if (latest.changes.length === 0 || typeof serial !== "number") return latest.figure;
    const day = dayOfSerial(serial);
    return caseOf(index, commitment, judgedAt(index, commitment, ledger.entry, day) ?? day).figure;
  }

  /** A row whose commitment is gone: its number, and a mark before its source. @param number null for a row of 配合 */
  private marked(old: number, number: number | null): Map<number, Content> {
    const source = this.text(old, "source");
    const found = new Map<number, Content>();
    if (number !== null) this.put(found, "number", number);
    this.put(found, "source", source.startsWith(words.gone) ? source : `${words.gone}${source}`);
    return found;
  }

  private text(row: number, column: LedgerColumn): string {
    return shownIn(this.ledger, row, column).text;
  }
  private value(row: number, column: LedgerColumn): CellValue {
    return shownIn(this.ledger, row, column).value;
  }
}

const typedSettings = ({ asOf, shareTolerance, pointTolerance, shareGrace }: LedgerLayout["settings"]) => [
  asOf,
  shareTolerance,
  pointTolerance,
  shareGrace,
];

/** The department under which a row stands. */
const ownerOf = ({ commitment, helped }: LedgerLine) => helped?.supporter.id ?? commitment.department;

const amount = (value: number, unit: Content) =>
  `${value.toLocaleString("zh-CN", { maximumFractionDigits: 6 })}${String(unit)}`;

/** Neighbouring rows in one rectangle each, as wide as what is written; null between. */
function rectangles(content: ReadonlyMap<number, ReadonlyMap<number, Content>>): UpdateWrite[] {
  const runs: { first: number; rows: ReadonlyMap<number, Content>[] }[] = [];
  for (const [row, cells] of content) {
    const last = runs.at(-1);
    if (last && last.first + last.rows.length === row) last.rows.push(cells);
    else runs.push({ first: row, rows: [cells] });
  }
  return runs.map(({ first, rows }) => {
    const columns = rows.flatMap((cells) => [...cells.keys()]);
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const block: Block = { row: first, column: left, rows: rows.length, columns: right - left + 1 };
    return {
      block,
      content: rows.map((cells) =>
        Array.from({ length: block.columns }, (_, position) => cells.get(left + position) ?? null),
      ),
    };
  });
}
