/** A county table in a real spreadsheet without its screen: typed into, sorted and read as people do it. */
import { targetAnswer } from "../../../src/core/answers";
import type { CatalogIndex } from "../../../src/core/catalog";
import { CatalogError } from "../../../src/core/errors";
import type { Rules } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import { FIRST_ROW, type IndicatorColumns, type PlacesLayout } from "../../../src/sheets/placesLayout";
import { layoutOf, placesInOrder, placesTable } from "../../../src/sheets/placesTable";
import { Formula, type Block, type Content, type SheetPlan } from "../../../src/sheets/plan";
import { headlessEngine } from "../../workbench/engine/univer/headless";
import type { UniverEngine } from "../../workbench/engine/univer/univerEngine";
import { asInput, type Typed } from "./filledLedger";

/** What an indicator's columns show in one row. */
export type ShownRow = Readonly<Record<Exclude<keyof IndicatorColumns, "ownPledge" | "counted">, unknown>>;

export class FilledPlaces {
  readonly plan: SheetPlan;
  readonly columns: readonly IndicatorColumns[];
  /** The ids of the places, from above. */
  readonly places: readonly string[];
  private readonly engine: UniverEngine;
  private readonly sheet: string;
  private readonly layout: PlacesLayout;

  constructor(
    readonly index: CatalogIndex,
    readonly wholes: readonly Commitment[],
    rules: Rules,
    asOf: string,
  ) {
    this.plan = placesTable(index, wholes, rules, "县市区对比", asOf);
    this.places = placesInOrder(index).map(({ id }) => id);
    this.layout = layoutOf(index, wholes);
    this.columns = this.layout.indicators;
    this.engine = headlessEngine("县市区对比");
    this.sheet = this.engine.sheets()[0]?.id ?? "";
    const width = Math.max(...this.plan.content.map((cells) => cells.length));
    this.write(
      0,
      0,
      this.plan.content.map((cells, row) =>
        Array.from({ length: width }, (_, column) => this.answered(cells[column] ?? "", row, column, asOf)),
      ),
    );
  }

  /** TARGET's answer in place of its call. */
  private answered(content: Content, row: number, column: number, asOf: string): Typed | Formula {
    if (!(content instanceof Formula)) return content;
    const whole = this.wholes[this.columns.findIndex(({ target }) => target === column)];
    if (!whole) return content;
    const part = this.index.partIn(whole, this.places[row - FIRST_ROW] ?? "") ?? whole;
    const spelled = content.toString().replace(/TARGET\(("[^"]*"|[^(),"]*),[^()]*\)/g, (call) => {
      try {
        return String(targetAnswer(this.index, part.id, "", null, null, call.includes(",,,") ? asOf : null));
      } catch (error) {
        if (error instanceof CatalogError) return "NA()";
        throw error;
      }
    });
    return new Formula(spelled);
  }

  /** Types a place's figure; null as the place types the city's. */
  type(whole: Commitment, place: string | null, typed: Typed | Formula): void {
    const { actual } = this.columns[this.wholes.indexOf(whole)]!;
    const row = place === null ? this.layout.rows.city : FIRST_ROW + this.places.indexOf(place);
    this.write(row, actual, [[typed]]);
  }

  /** What a row shows of an indicator: a place's, or "sum" or "city". */
  async row(whole: Commitment, place: string): Promise<ShownRow> {
    const columns = this.columns[this.wholes.indexOf(whole)]!;
    const { sum, city } = this.layout.rows;
    const row = place === "sum" ? sum : place === "city" ? city : FIRST_ROW + this.places.indexOf(place);
    const [cells = []] = await this.cells({ row, column: 0, rows: 1, columns: this.layout.widths.length });
    const { target, actual, measure, rank, status, read } = columns;
    return {
      target: cells[target],
      actual: cells[actual],
      measure: cells[measure],
      rank: cells[rank],
      status: cells[status],
      read: cells[read],
    };
  }

  /** The counts of a place's verdicts. */
  async tallies(place: string): Promise<unknown[]> {
    const row = this.layout.rows.tallies + 1 + this.places.indexOf(place);
    const [cells = []] = await this.cells({ row, column: 1, rows: 1, columns: 7 });
    return cells;
  }

  async cells(block: Block): Promise<unknown[][]> {
    await this.engine.calculated();
    return this.engine.read({ sheet: this.sheet, ...block }).map((row) => row.map(({ value }) => value ?? ""));
  }

  /** Every cell that shows an error. */
  async errors(): Promise<unknown[]> {
    await this.engine.calculated();
    const rows = this.plan.content.length;
    return this.engine
      .read({ sheet: this.sheet, row: 0, column: 0, rows, columns: this.layout.widths.length })
      .flatMap((row, at) => row.flatMap(({ isError, value }, column) => (isError ? [{ row: at, column, value }] : [])));
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
