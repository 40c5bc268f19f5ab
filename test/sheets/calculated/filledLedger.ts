/** A ledger in a real spreadsheet without its screen: filled in, sorted and read as people do it. TARGET answers as the functions do. */
import { targetAnswer } from "../../../src/core/answers";
import { caseOf } from "../../../src/core/case";
import type { CatalogIndex } from "../../../src/core/catalog";
import { CatalogError } from "../../../src/core/errors";
import { dayBefore, serialOf } from "../../../src/core/periods";
import type { Rules } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import { firstCall } from "../../../src/sheets/calls";
import { ledger } from "../../../src/sheets/ledger";
import { columnsOf, periodColumns, type Entry, type LedgerColumn } from "../../../src/sheets/ledgerColumns";
import { Formula, type Block, type Content, type SheetPlan } from "../../../src/sheets/plan";
import { zh } from "../../../src/strings/zh";
import { MOST_COLUMNS } from "../../workbench/engine/address";
import type { CellInput } from "../../workbench/engine/engine";
import { headlessEngine } from "../../workbench/engine/univer/headless";
import type { UniverEngine } from "../../workbench/engine/univer/univerEngine";

/** What stands in a cell: nothing, a number, a text, true or false. */
export type Typed = string | number | boolean | null;

export const columnAt = (name: LedgerColumn, entry: Entry = "cumulative") =>
  columnsOf(entry).findIndex(([each]) => each === name);

/** Where the settings stand on a new ledger. */
const SETTINGS = {
  asOf: zh.ledger.asOf,
  shareTolerance: zh.ledger.toleranceShare,
  pointTolerance: zh.ledger.tolerancePoints,
  shareGrace: zh.ledger.graceShare,
} as const;
type Setting = keyof typeof SETTINGS;

export class FilledLedger {
  readonly plan: SheetPlan;
  /** The ids of the rows, from above. */
  readonly ids: readonly string[];
  readonly first: number;
  private readonly engine: UniverEngine;
  private readonly sheet: string;

  constructor(
    index: CatalogIndex,
    rules: Rules,
    readonly entry: Entry = "cumulative",
    asOf = `${index.catalog.year}Q2`,
  ) {
    const every = index.catalog.departments.map(({ id }) => id);
    this.plan = ledger(index, every, rules, "台账", asOf, entry);
    const at = columnAt("id", entry);
    this.first = this.plan.content.findIndex((cells) => index.withId(String(cells[at])) !== undefined);
    const rows = this.plan.content.slice(this.first).filter((cells) => index.withId(String(cells[at])));
    this.ids = rows.map((cells) => String(cells[at]));
    this.engine = headlessEngine("台账");
    this.sheet = this.engine.sheets()[0]?.id ?? "";
    const width = Math.max(...this.plan.content.map((cells) => cells.length));
    this.write(
      0,
      0,
      this.plan.content.map((cells) => {
        const commitment = index.withId(String(cells[at]));
        return Array.from({ length: width }, (_, column) => answered(index, commitment?.id, cells[column] ?? ""));
      }),
    );
  }

  /** Types a setting of the head. */
  set(setting: Setting, typed: Typed | Formula): void {
    const { row, column } = this.settingCell(setting);
    this.write(row, column, [[typed]]);
  }

  settingCell(setting: Setting): { row: number; column: number } {
    const row = this.plan.content.findIndex((cells) => cells.includes(SETTINGS[setting]));
    return { row, column: (this.plan.content[row] ?? []).indexOf(SETTINGS[setting]) + 1 };
  }

  /** Types the periods of rows, from the first row on; a row whose periods are formulas of ours keeps them. */
  fill(rows: readonly (readonly (Typed | Formula)[])[]): void {
    const periods = periodColumns(this.entry);
    const column = columnAt(periods[0] ?? "quarter1", this.entry);
    this.write(
      this.first,
      column,
      rows.map((typed, position) => {
        const planned = this.plan.content[this.first + position] ?? [];
        return periods.map((_, period) => {
          const own = planned[column + period];
          return own instanceof Formula ? own : (typed[period] ?? null);
        });
      }),
    );
  }

  type(id: string, column: LedgerColumn, typed: Typed | Formula): void {
    this.write(this.first + this.ids.indexOf(id), columnAt(column, this.entry), [[typed]]);
  }

  /** All cells of the rows as they come out, by column, in the order the rows were built. */
  async rows(): Promise<Record<LedgerColumn, unknown>[]> {
    const cells = await this.cells({
      row: this.first,
      column: 0,
      rows: this.ids.length,
      columns: columnsOf(this.entry).length,
    });
    return cells.map(
      (row) =>
        Object.fromEntries(columnsOf(this.entry).map(([name], at) => [name, row[at]])) as Record<LedgerColumn, unknown>,
    );
  }

  async row(id: string): Promise<Record<LedgerColumn, unknown>> {
    const found = (await this.rows()).find((row) => row.id === id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  }

  async cells(block: Block): Promise<unknown[][]> {
    await this.engine.calculated();
    return this.engine.read({ sheet: this.sheet, ...block }).map((row) => row.map(({ value }) => value ?? ""));
  }

  /** Where an error stands among some cells, by row and column of the sheet, and which. */
  async errors(block: Block): Promise<{ row: number; column: number; error: unknown }[]> {
    await this.engine.calculated();
    return this.engine
      .read({ sheet: this.sheet, ...block })
      .flatMap((row, line) =>
        row.flatMap(({ isError, value }, at) =>
          isError ? [{ row: block.row + line, column: block.column + at, error: value }] : [],
        ),
      );
  }

  /** Everything above the rows, as one text. */
  async head(): Promise<string> {
    const cells = await this.cells({ row: 0, column: 0, rows: this.first, columns: columnsOf(this.entry).length });
    return cells.map((row) => row.join(" ")).join("\n");
  }

  /**
   * Sorts the rows as Excel does: contents move, and a reference to a cell of its own row follows it.
   * @param order for each place the position of the row that comes there
   */
  async sort(order: readonly number[]): Promise<void> {
    await this.engine.calculated();
    const block = {
      sheet: this.sheet,
      row: this.first,
      column: 0,
      rows: order.length,
      columns: columnsOf(this.entry).length,
    };
    const before = this.engine.read(block);
    this.write(
      this.first,
      0,
      order.map((from, to) =>
        (before[from] ?? []).map(({ value, formula }) => (formula ? new Formula(moved(formula, to - from)) : value)),
      ),
    );
  }

  /** Inserts a row above a row of the sheet, as people do. */
  async insertRow(row: number): Promise<void> {
    await this.engine.calculated();
    await this.engine.insert({ sheet: this.sheet, row, column: 0, rows: 1, columns: MOST_COLUMNS }, "down");
  }

  /** Cuts the cells of a row of the sheet out and puts them into another, as people do. */
  async cutRow(row: number, to: number): Promise<void> {
    await this.engine.calculated();
    const columns = columnsOf(this.entry).length;
    await this.engine.move({ sheet: this.sheet, row, column: 0, rows: 1, columns }, { row: to, column: 0 });
  }

  put(row: number, column: number, typed: Typed | Formula): void {
    this.write(row, column, [[typed]]);
  }

  private write(row: number, column: number, contents: readonly (readonly (Typed | Formula)[])[]): void {
    const block = { sheet: this.sheet, row, column, rows: contents.length, columns: contents[0]?.length ?? 0 };
    this.engine.write(
      block,
      contents.map((cells) => cells.map(asInput)),
    );
  }

  close(): void {
    this.engine.close();
  }
}

export function asInput(content: Typed | Formula): CellInput {
  if (content instanceof Formula) return { formula: content.toString() };
  return typeof content === "string" && content !== ""
    ? { value: content, isText: true }
    : { value: content === "" ? null : content };
}

/** A content of the plan with TARGET's answer in place of its call. */
function answered(index: CatalogIndex, id: string | undefined, content: Content): Typed | Formula {
  if (!(content instanceof Formula) || id === undefined) return content;
  const formula = content.toString();
  const call = firstCall(formula);
  if (!call) return content;
  const given = formula.slice(formula.indexOf("(", call.start) + 1, call.end - 1);
  return new Formula(formula.slice(0, call.start) + answerIn(index, id, given) + formula.slice(call.end));
}

/** The answer as an expression. @param given the arguments of the call; only the last may be worked out */
function answerIn(index: CatalogIndex, id: string, given: string): string {
  const asOf = given.split(",").slice(4).join(",");
  if (asOf === "") return targetOf(index, id, null);
  // The figure in force at the day the cell holds: before each change the one until then.
  const { changes } = caseOf(index, index.withId(id) as Commitment);
  const inForce = changes.reduceRight(
    (later, change) => `IF(${asOf}<${serialOf(change)},${targetOf(index, id, dayBefore(change))},${later})`,
    targetOf(index, id, null),
  );
  return `IF(ISNUMBER(${asOf}),${inForce},NA())`;
}

function targetOf(index: CatalogIndex, id: string, asOf: string | null): string {
  try {
    return String(targetAnswer(index, id, "", null, null, asOf));
  } catch (error) {
    if (error instanceof CatalogError) return "NA()";
    throw error;
  }
}

/** A formula as Excel moves it with its cell: references without $ before the row go along. Quoted texts stay what they are. */
function moved(formula: string, rows: number): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece) =>
      piece.startsWith('"')
        ? piece
        : piece.replace(
            /(\$?\b[A-Z]{1,3})(\d+)\b/g,
            (_, column: string, row: string) => `${column}${Number(row) + rows}`,
          ),
    )
    .join("");
}
