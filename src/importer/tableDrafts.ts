/** Drafts from the rows of a table: a figure from its column, its unit from the row, the header or the title, the counties' shares beside it. */
import { tidy } from "../core/expression";
import { convert } from "../core/units";
import type { Draft, Issue, IssueCode, LeftOut, Part } from "./drafts";
import type { GridCell } from "./grid";
import { importReport, type ImportOptions } from "./importReport";
import { readFigureCell, type CellFigure } from "./tableFigure";
import { areAlikeSafely, mayAdd, SHARE, sumOf, TableFigures, type Found } from "./tableFigures";
import type { TableReading } from "./tableHeader";
import { TableLeftOut } from "./tableLeftOut";
import { RowDrafts } from "./tableRowDraft";
import { rowsOf, summedRows, type TableRow } from "./tableRows";

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
  private readonly drafts: Draft[] = [];
  private readonly issues: Issue[] = [];
  /** Drafts by the column and row of their figure, for the sums. */
  private readonly byFigure = new Map<GridCell, number>();

  private readonly figures: TableFigures;
  private readonly made: RowDrafts;
  private readonly left: TableLeftOut;

  constructor(
    text: string,
    reading: TableReading,
    private readonly options: ImportOptions,
  ) {
    this.rows = rowsOf(reading);
    this.figures = new TableFigures(text, reading);
    this.made = new RowDrafts(this.figures, options);
    this.left = new TableLeftOut(this.figures, this.made, options);
  }

  read(): void {
    if (this.figures.columns("placeName").length > 0) this.readPlaceRows();
    else for (const row of this.rows) if (row.kind !== "sum") this.readRow(row);
    for (const row of this.rows) if (row.kind === "sum") this.checkSum(row);
    this.left.rest(this.rows);
  }

  result(): TableDrafts {
    const names = new Map<string, number[]>();
    for (const [index, { department, indicator, kind }] of this.drafts.entries()) {
      const key = `${department ?? ""}|${indicator}|${kind}`;
      names.set(key, [...(names.get(key) ?? []), index]);
    }
    const drafts = this.drafts.map((draft, index): Draft => {
      const alike = names.get(`${draft.department ?? ""}|${draft.indicator}|${draft.kind}`) ?? [];
      const group = this.groups[index] ?? "";
      // 新建 under 污水管网 and 新建 under 供水管网: the group tells them apart.
      const isToldApart = alike.length > 1 && group !== "" && new Set(alike.map((each) => this.groups[each])).size > 1;
      return isToldApart && !draft.indicator.includes(group) ? { ...draft, indicator: group + draft.indicator } : draft;
    });
    return { drafts, issues: this.issues, leftOut: this.left.list };
  }
  private readonly groups: string[] = [];

  // One row a promise

  private readRow(row: TableRow): void {
    const figures = this.figures.columns("target").flatMap((column) => this.figures.foundAt(row, column) ?? []);
    const named = this.figures.columns("target").some((column) => this.figures.column(column)?.indicator != null);
    if (named) {
      for (const column of this.figures.columns("target")) {
        const found = this.figures.foundAt(row, column);
        if (found) this.add(row, this.figures.column(column)?.indicator ?? row.name, found, []);
      }
      return;
    }
    const parts = this.partsOf(row);
    const total = this.figures.columns("total").flatMap((column) => this.figures.foundAt(row, column) ?? [])[0];
    const [figure, ...others] = figures;
    const whole = figure ?? total;
    const draft = whole && row.name !== "" ? this.add(row, row.name, whole, parts, whole === total) : null;
    if (draft !== null && total && total !== whole) this.figures.used.add(total.cell);
    if (total) this.compare(draft, "totalDiffers", total, parts);
    if (draft === null && parts.length > 0 && row.name !== "") this.addSummed(row, row.name, parts);
    for (const other of others) this.left.leave("column", other, row, this.made.draftOf(row, row.name, other, []));
    const growth = this.figures.columns("growth").flatMap((column) => this.figures.foundAt(row, column) ?? [])[0];
    if (growth && row.name !== "") this.addGrowth(row, growth, whole !== undefined);
    // 目标 in words, or tasks whose figures stand in their own sentence.
    const words = this.figures.columns("target").flatMap((column) => this.wordsAt(row, column) ?? []);
    for (const cell of words) this.addProse(row, cell);
    if (!whole && !growth && parts.length === 0 && words.length === 0 && row.nameCell) this.addProse(row, row.nameCell);
  }

  private wordsAt(row: TableRow, column: number): GridCell | null {
    const cell = row.cells[column];
    return cell && !this.figures.used.has(cell) && readFigureCell(cell.text) === "words" ? cell : null;
  }

  private partsOf(row: TableRow): Part[] {
    return this.figures.columns("place").flatMap((column) => {
      const found = this.figures.foundAt(row, column);
      const place = this.figures.column(column)?.place;
      return found && place ? [this.partOf(found, place)] : [];
    });
  }

  private partOf({ cell, read, unit }: Found, place: string): Part {
    this.figures.used.add(cell);
    return { ...this.figures.levelOf(cell, read, unit), place, valueMax: read.valueMax, comparator: read.comparator };
  }

  // Counties below each other

  private readPlaceRows(): void {
    const isByName = this.figures.columns("indicator").length > 0;
    const columns = this.figures.columns("target", "total");
    const groups = new Map<string, { name: string; entries: { row: TableRow; found: Found }[] }>();
    for (const row of this.rows)
      for (const column of columns) {
        const found = this.figures.foundAt(row, column);
        const name = isByName ? row.name : (this.figures.column(column)?.indicator ?? "");
        if (!found || (name === "" && row.kind === "promise")) continue;
        const key = isByName && name === "" ? (lastKey(groups) ?? "") : `${isByName ? "" : column}|${name}`;
        const group = groups.get(key) ?? { name, entries: [] };
        group.entries.push({ row, found });
        groups.set(key, group);
      }
    for (const { name, entries } of groups.values()) {
      const whole = entries.find(({ row }) => row.kind === "whole");
      const sum = entries.find(({ row }) => row.kind === "sum");
      const shares = entries.filter(({ row }) => row.kind === "promise" && row.place !== "");
      const parts = shares.map(({ row, found }) => this.partOf(found, row.place.replace(/\s/gu, "")));
      const [first] = shares;
      const row = whole?.row ?? first?.row ?? sum?.row;
      if (!row) continue;
      const departments = new Set(shares.map((each) => each.row.department));
      const own = {
        ...row,
        name,
        department: whole?.row.department ?? (departments.size === 1 ? (first?.row.department ?? null) : null),
      };
      const figure = whole?.found ?? sum?.found;
      const draft = figure ? this.add(own, name, figure, parts, whole === undefined) : null;
      if (sum) this.compare(draft, "totalDiffers", sum.found, parts);
      if (sum && whole) this.figures.used.add(sum.found.cell);
      if (draft === null && parts.length > 0) this.addSummed(own, name, parts);
    }
  }

  // What becomes a draft

  private add(row: TableRow, name: string, found: Found, parts: readonly Part[], isSum = false): number {
    this.figures.used.add(found.cell);
    const at = this.push(this.made.draftOf(row, name, found, parts, true), row);
    this.byFigure.set(found.cell, at);
    if (found.isUnitForeign) this.doubt("unitsDiffer", at);
    const { value, unit } = this.drafts[at] ?? {};
    // A cell that showed 9% may come as 0.09: neither reading is taken without a look.
    if (found.read.unit === "" && unit === "%" && value != null && value !== 0 && Math.abs(value) < 1)
      this.doubt("shareUnclear", at, [value, tidy(value * 100)]);
    if (parts.length > 0) this.compare(at, isSum ? "totalDiffers" : "partsDiffer", found, parts);
    return at;
  }

  private addSummed(row: TableRow, name: string, parts: readonly Part[]): void {
    const [first] = parts;
    if (!first) return;
    const summed = sumOf(parts);
    const read = { ...BARE, value: summed ?? 0, comparator: first.comparator };
    const cell: GridCell = { text: first.phrase, span: first.span, row: row.index };
    const draft = this.made.draftOf(row, name, { cell, read, unit: first.unit, isUnitForeign: false }, parts, true);
    const isSum = summed !== null && mayAdd(draft) && !SHARE.test(first.unit);
    const at = this.push(
      { ...draft, value: isSum ? summed : null, span: first.span, phrase: first.phrase, vague: !isSum },
      row,
    );
    this.doubt(isSum ? "summedFromParts" : "figureMissing", at);
  }

  private addGrowth(row: TableRow, found: Found, hasLevel: boolean): void {
    const down = found.read.value < 0 || found.read.change === "down";
    const read = {
      ...found.read,
      value: Math.abs(found.read.value),
      change: down ? ("down" as const) : ("up" as const),
    };
    const name =
      hasLevel && !/(?:增速|增幅|增长率)$/u.test(row.name) ? `${row.name.replace(/增长$/u, "")}增速` : row.name;
    const draft = this.made.draftOf(row, name, { ...found, read, unit: found.unit === "" ? "%" : found.unit }, []);
    this.figures.used.add(found.cell);
    this.push({ ...draft, kind: "growth", direction: down ? "down" : null, baseline: null }, row);
  }

  private push(draft: Draft, row: TableRow): number {
    const at = this.drafts.length;
    this.drafts.push(draft);
    this.groups.push(row.group);
    if (draft.unit === "" && draft.value !== null) this.doubt("unitMissing", at);
    if (row.isUnitCarried && row.unit === draft.unit) this.doubt("unitCarried", at);
    if (row.isDepartmentCarried && draft.department === row.department) this.doubt("departmentCarried", at);
    return at;
  }

  private doubt(code: IssueCode, at: number, figures?: readonly [number, number]): void {
    const draft = this.drafts[at];
    if (!draft) return;
    const { span, indicator } = draft;
    this.issues.push({ code, span, indicator, drafts: [at], ...(figures ? { figures } : {}) });
  }

  /** A cell that is no figure alone: its sentences are read as those of a report. */
  private addProse(row: TableRow, cell: GridCell): void {
    if (this.figures.used.has(cell)) return;
    this.figures.used.add(cell);
    const year = this.figures.reading.year ?? this.options.year;
    const department = row.department ?? this.options.department;
    const tense = isPlanned(this.figures.reading) ? ({ tense: "plan" } as const) : {};
    const report = importReport(cell.text, { ...this.options, ...tense, year, department });
    const moved = (draft: Draft): Draft => {
      const isNameless = draft.indicator === "" || (draft.implied.includes("indicator") && cell !== row.nameCell);
      return {
        ...this.left.shifted(draft, cell),
        indicator: isNameless && row.name !== "" && cell !== row.nameCell ? row.name : draft.indicator,
        sentence: row.span,
        supporting: row.supporting.length > 0 ? row.supporting : draft.supporting,
        ...(row.due === null ? {} : { due: row.due }),
      };
    };
    for (const draft of report.drafts) {
      const at = this.push(moved(draft), row);
      const code = report.issues.find(
        (issue) => issue.code === "tenseUnclear" && issue.drafts.includes(report.drafts.indexOf(draft)),
      );
      if (code) this.doubt("tenseUnclear", at);
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

  // What is checked and what is left

  /** A stated sum or whole against the counties' shares: rates are never added. */
  private compare(
    at: number | null,
    code: "totalDiffers" | "partsDiffer",
    stated: Found,
    parts: readonly Part[],
  ): void {
    const draft = at === null ? null : this.drafts[at];
    if (!draft || at === null || parts.length < 2 || !mayAdd(draft) || SHARE.test(stated.unit)) return;
    const summed = sumOf(parts);
    if (summed === null || stated.read.valueMax !== null) return;
    const inOwn = tidy(convert(summed, parts[0]?.unit || stated.unit || "个", stated.unit || parts[0]?.unit || "个"));
    const isKnown = this.issues.some((issue) => issue.drafts.includes(at) && issue.figures?.[0] === stated.read.value);
    if (inOwn !== stated.read.value && !isKnown) this.doubt(code, at, [stated.read.value, inOwn]);
  }

  /** 合计 of a column against its rows, where all of them count the same. */
  private checkSum(sum: TableRow): void {
    const isByPlaces = this.figures.columns("placeName").length > 0;
    for (const column of this.figures.columns("target", "total", "place", "lastYear", "baseline", "growth")) {
      const stated = this.figures.foundAt(sum, column);
      if (!stated || this.byFigure.has(stated.cell) || this.figures.used.has(stated.cell)) continue;
      const parts = summedRows(this.rows, sum).flatMap((row) => this.figures.foundAt(row, column) ?? []);
      this.left.leave("total", stated, sum, null);
      const unit = parts[0]?.unit ?? "";
      const isOne =
        parts.length > 1 && parts.every((part) => areAlikeSafely(part.unit, unit) && part.read.valueMax === null);
      if (isByPlaces || !isOne || SHARE.test(unit) || this.figures.column(column)?.role === "growth") continue;
      const total = tidy(
        parts.reduce((added, part) => added + convert(part.read.value, part.unit || "个", unit || "个"), 0),
      );
      const own = tidy(convert(stated.read.value, stated.unit || unit || "个", unit || "个"));
      if (total === own) continue;
      const concerned = parts.flatMap(({ cell }) => this.byFigure.get(cell) ?? []);
      const [first] = concerned;
      const span = this.figures.placeIn(stated.cell, stated.read.start, stated.read.end);
      const indicator = first === undefined ? "" : (this.drafts[first]?.indicator ?? "");
      if (concerned.length > 0)
        this.issues.push({ code: "totalDiffers", span, indicator, drafts: concerned, figures: [own, total] });
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
