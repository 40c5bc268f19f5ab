/** Drafts from the rows of a table: a figure from its column, its unit from the row, the header or the title, the counties' shares beside it. */
import { tidy } from "../core/expression";
import type { Draft, Issue, LeftOut, Part } from "./drafts";
import type { GridCell } from "./grid";
import { TableDraftList } from "./tableDraftList";
import { importReport, type ImportOptions } from "./importReport";
import { OVER_YEARS, readFigureCell, type CellFigure } from "./tableFigure";
import { mayAdd, SHARE, sumOf, TableFigures, type Found } from "./tableFigures";
import type { TableColumn } from "./tableColumn";
import type { TableReading } from "./tableHeader";
import type { ColumnRole } from "./tableWords";
import { TableLeftOut } from "./tableLeftOut";
import { isOtherMeasure, measureOver, MONEY, nameInCell, withMeasure } from "./tableNames";
import { RowDrafts } from "./tableRowDraft";
import { TableParts } from "./tableParts";
import { rowsOf, type TableRow } from "./tableRows";
import { checkSum, compareParts } from "./tableSums";

export interface TableDrafts {
  readonly drafts: readonly Draft[];
  /** Their drafts are positions in the list above. */
  readonly issues: readonly Issue[];
  readonly leftOut: readonly LeftOut[];
}

/** @param text the text in which the table stands */
export function draftsOfTable(text: string, reading: TableReading, options: ImportOptions): TableDrafts {
  const drafting = new TableDrafting(text, reading, options);
  drafting.read();
  return drafting.result();
}

class TableDrafting {
  private readonly rows: readonly TableRow[];
  private readonly list = new TableDraftList();
  private readonly figures: TableFigures;
  private readonly made: RowDrafts;
  private readonly left: TableLeftOut;
  private readonly parts: TableParts;

  constructor(
    text: string,
    reading: TableReading,
    private readonly options: ImportOptions,
  ) {
    this.rows = rowsOf(reading);
    this.figures = new TableFigures(text, reading);
    this.parts = new TableParts(this.figures);
    this.made = new RowDrafts(this.figures, options);
    this.left = new TableLeftOut(this.figures, this.made, options);
  }

  read(): void {
    if (this.figures.columns("placeName").length > 0) this.readPlaceRows();
    else for (const row of this.rows) if (row.kind !== "sum" && row.kind !== "remark") this.readRow(row);
    for (const row of this.rows) if (row.kind === "sum") checkSum(this.figures, this.list, this.left, this.rows, row);
    this.left.rest(this.rows);
  }

  result(): TableDrafts {
    this.left.digitsOver(this.list.drafts);
    return { drafts: this.list.toldApart(), issues: this.list.issues, leftOut: this.left.list };
  }

  // One row a promise

  private readRow(row: TableRow): void {
    const figures = this.figures.columns("target").flatMap((index) => {
      const found = this.figures.foundAt(row, index);
      return found ? [{ ...found, measure: measureOver(this.figures.column(index)) }] : [];
    });
    const named = this.figures.columns("target").some((column) => this.figures.column(column)?.indicator != null);
    if (named) {
      for (const column of this.figures.columns("target")) {
        const found = this.figures.foundAt(row, column);
        if (found) this.add(row, this.figures.column(column)?.indicator ?? row.name, found, []);
      }
      return;
    }
    // 主要目标：新增学位2000个 | 全年 2000: the sentence names what the figure beside it says again.
    const [said] = figures;
    if (said && this.saysItself(row, said)) {
      if (row.nameCell) this.addProse(row, row.nameCell);
      for (const each of figures) this.left.leave("column", each, row, null);
      return;
    }
    const parts = this.parts.ofRow(row);
    const total = this.figures.columns("total").flatMap((column) => this.figures.foundAt(row, column) ?? [])[0];
    const [figure, ...others] = figures;
    const whole = figure ?? total;
    const isOneOfSeveral = this.figures.columns("target").length > 1;
    const name = figure && isOneOfSeveral ? withMeasure(row.name, figure.measure, MONEY) : row.name;
    const draft = whole && row.name !== "" ? this.add(row, name, whole, parts, whole === total) : null;
    if (draft !== null && total && total !== whole) this.figures.used.add(total.cell);
    if (total) compareParts(this.list, draft, "totalDiffers", total, parts);
    if (draft === null && parts.length > 0 && row.name !== "") this.addSummed(row, row.name, parts);
    for (const other of others)
      if (draft !== null && other.year !== null && other.year !== whole?.year)
        this.add(row, withMeasure(row.name, other.measure, MONEY), other, []);
      else if (draft !== null && isOtherMeasure(other, figures))
        this.add(row, withMeasure(row.name, other.measure, /./u), other, []);
      else this.left.leave("column", other, row, this.made.draftOf(row, row.name, other, []));
    const growth = this.growthOf(row);
    if (growth && row.name !== "") this.addGrowth(row, growth, whole !== undefined);
    // 目标 in words, or tasks whose figures stand in their own sentence.
    const words = this.figures.columns("target").flatMap((column) => this.wordsAt(row, column) ?? []);
    for (const cell of words) this.addProse(row, cell);
    if (!whole && !growth && parts.length === 0 && words.length === 0 && row.nameCell) this.addProse(row, row.nameCell);
  }

  /** Whether the name is a sentence that counts the same as the figure in its row. */
  private saysItself({ nameCell }: TableRow, { read }: Found): boolean {
    if (nameCell === null || !/\d[\d.]*[万亿]?[\u4e00-\u9fff%]/u.test(nameCell.text)) return false;
    const { drafts } = importReport(nameCell.text, { ...this.options, tense: "plan" });
    return drafts.some(({ value, implied }) => value === read.value && !implied.includes("indicator"));
  }

  private growthOf(row: TableRow): (Found & { readonly column: TableColumn }) | undefined {
    return this.figures.columns("growth").flatMap((index) => {
      const found = this.figures.foundAt(row, index);
      const column = this.figures.column(index);
      // [4.5] beside a share: so many points over all years, and no yearly rate.
      return found && column && found.read.note !== OVER_YEARS ? [{ ...found, column }] : [];
    })[0];
  }

  private wordsAt(row: TableRow, column: number): GridCell | null {
    const cell = row.cells[column];
    return cell && !this.figures.used.has(cell) && readFigureCell(cell.text) === "words" ? cell : null;
  }

  // Counties below each other

  private readPlaceRows(): void {
    const isByName = this.figures.columns("indicator").length > 0;
    const columns = this.figures.columns("target", "total");
    const groups = new Map<string, { name: string; entries: { row: TableRow; found: Found; column: number }[] }>();
    for (const row of this.rows.filter(({ kind }) => kind !== "remark"))
      for (const column of columns) {
        const found = this.figures.foundAt(row, column);
        const name = isByName ? row.name : (this.figures.column(column)?.indicator ?? "");
        if (!found || (name === "" && row.kind === "promise")) continue;
        const key = isByName && name === "" ? (lastKey(groups) ?? "") : `${isByName ? "" : column}|${name}`;
        const group = groups.get(key) ?? { name, entries: [] };
        group.entries.push({ row, found, column });
        groups.set(key, group);
      }
    for (const { name, entries } of groups.values()) {
      const whole = entries.find(({ row }) => row.kind === "whole");
      const sum = entries.find(({ row }) => row.kind === "sum");
      const shares = entries.filter(({ row }) => row.kind === "promise" && row.place !== "");
      const parts = shares.map(({ row, found, column }) => this.parts.ofPlace(row, found, column));
      const [first] = shares;
      const row = whole?.row ?? first?.row ?? sum?.row;
      if (!row || name === "") continue;
      const departments = new Set(shares.map((each) => each.row.department));
      // What was reached the year before stands in the row of the whole; a county's is only its own.
      const of = whole?.row ?? sum?.row;
      const own = {
        ...row,
        index: of?.index ?? row.index,
        cells: of?.cells ?? [],
        name,
        department: whole?.row.department ?? (departments.size === 1 ? (first?.row.department ?? null) : null),
      };
      const figure = whole?.found ?? sum?.found;
      const draft = figure ? this.add(own, name, figure, parts, whole === undefined) : null;
      if (sum) compareParts(this.list, draft, "totalDiffers", sum.found, parts);
      if (sum && whole) this.figures.used.add(sum.found.cell);
      if (draft === null && parts.length > 0) this.addSummed(own, name, parts);
    }
  }

  // What becomes a draft

  private add(row: TableRow, name: string, found: Found, parts: readonly Part[], isSum = false): number {
    this.figures.used.add(found.cell);
    const at = this.list.push(this.made.draftOf(row, name, found, parts, true), row);
    this.list.byFigure.set(found.cell, at);
    if (found.isUnitForeign) this.list.doubt("unitsDiffer", at);
    const { value, unit } = this.list.drafts[at] ?? {};
    // A cell that showed 9% may come as 0.09: neither reading is taken without a look.
    if (found.read.unit === "" && unit === "%" && value != null && value !== 0 && Math.abs(value) < 1)
      this.list.doubt("shareUnclear", at, [value, tidy(value * 100)]);
    if (parts.length > 0) compareParts(this.list, at, isSum ? "totalDiffers" : "partsDiffer", found, parts);
    return at;
  }

  private addSummed(row: TableRow, name: string, parts: readonly Part[]): void {
    const [first] = parts;
    if (!first) return;
    const summed = sumOf(parts);
    const read = { ...BARE, value: summed ?? 0, comparator: first.comparator };
    const cell: GridCell = { text: first.phrase, span: first.span, row: row.index };
    const draft = this.made.draftOf(
      row,
      name,
      { cell, read, unit: first.unit, isUnitForeign: false, year: null },
      parts,
      true,
    );
    const isSum = summed !== null && mayAdd(draft) && !SHARE.test(first.unit);
    const at = this.list.push(
      { ...draft, value: isSum ? summed : null, span: first.span, phrase: first.phrase, vague: !isSum },
      row,
    );
    this.list.doubt(isSum ? "summedFromParts" : "figureMissing", at);
  }

  private addGrowth(row: TableRow, found: Found & { readonly column: TableColumn }, hasLevel: boolean): void {
    const down = found.read.value < 0 || found.read.change === "down";
    const read = {
      ...found.read,
      value: Math.abs(found.read.value),
      change: down ? ("down" as const) : ("up" as const),
    };
    const isYearly = found.column.label.includes("年均");
    const name =
      hasLevel && !/(?:增速|增幅|增长率)$/u.test(row.name)
        ? `${row.name.replace(/增长$/u, "")}${isYearly ? "年均" : ""}增速`
        : row.name;
    const draft = this.made.draftOf(row, name, { ...found, read, unit: found.unit === "" ? "%" : found.unit }, []);
    const period = isYearly ? (this.yearsOfPlan() ?? draft.period) : draft.period;
    this.figures.used.add(found.cell);
    this.list.push({ ...draft, period, kind: "growth", direction: down ? "down" : null, baseline: null }, row);
  }

  /** 2020年 | 2025年 | 年均增速: from the year behind the base to the last one; null where no later year stands over a column. */
  private yearsOfPlan(): string | null {
    const { columns, year } = this.figures.reading;
    const yearsOf = (role: ColumnRole) =>
      columns.flatMap((column) => (column.role === role ? (column.year ?? []) : []));
    const last = Math.max(...yearsOf("target"));
    const base = Math.max(...yearsOf("baseline"), ...yearsOf("lastYear"));
    const first = Number.isFinite(base) ? base + 1 : year;
    return first !== null && Number.isFinite(last) && last > first ? `${first}-${last}` : null;
  }

  /** A cell that is no figure alone: its sentences are read as those of a report. */
  private addProse(row: TableRow, cell: GridCell): void {
    if (this.figures.used.has(cell)) return;
    this.figures.used.add(cell);
    const year = this.figures.reading.year ?? this.options.year;
    const department = row.department ?? this.options.department;
    const tense = isPlanned(this.figures.reading) ? ({ tense: "plan" } as const) : {};
    const report = importReport(cell.text, { ...this.options, ...tense, year, department });
    const over = cell === row.nameCell ? row.group : row.name;
    const moved = (draft: Draft): Draft => ({
      ...this.left.shifted(draft, cell),
      indicator: nameInCell(draft, report.drafts, cell === row.nameCell ? "" : row.name, over),
      sentence: row.span,
      supporting: row.supporting.length > 0 ? row.supporting : draft.supporting,
      ...(row.due === null ? {} : { due: row.due }),
    });
    for (const draft of report.drafts) {
      const at = this.list.push(moved(draft), row);
      const code = report.issues.find(
        (issue) => issue.code === "tenseUnclear" && issue.drafts.includes(report.drafts.indexOf(draft)),
      );
      if (code) this.list.doubt("tenseUnclear", at);
    }
    for (const each of report.leftOut) {
      const span = this.figures.placeIn(cell, ...each.span);
      this.left.list.push({
        ...each,
        span,
        phrase: this.figures.text.slice(...span),
        sentence: row.span,
        draft: each.draft && moved(each.draft),
      });
    }
  }
}

const BARE: CellFigure = {
  value: 0,
  valueMax: null,
  unit: "",
  comparator: "plain",
  change: null,
  isLevel: false,
  verb: "",
  modality: "stated",
  modalityWord: null,
  note: "",
  start: 0,
  end: 0,
};

const lastKey = (map: ReadonlyMap<string, unknown>) => [...map.keys()].at(-1);

/** Whether the table says of itself that it is planned: 2026年目标任务分解表. */
const isPlanned = ({ grid, columns }: TableReading) =>
  /目标|任务|计划|分解|清单|责任/u.test(grid.caption) ||
  columns.some(({ role }) => role === "target" || role === "lead");
