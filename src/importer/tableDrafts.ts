/** Drafts from the rows of a table: a figure from its column, its unit from the row, the header or the title, the counties' shares beside it. */
import { tidy } from "../core/expression";
import type { Comparator, Direction, Kind } from "../core/types";
import { areAlike, convert, parseUnit } from "../core/units";
import type { Draft, Issue, IssueCode, LeftOut, LeftOutReason, Level, Part, Span } from "./drafts";
import type { GridCell } from "./grid";
import { importReport, type ImportOptions } from "./importReport";
import { readFigureCell, type CellFigure } from "./tableFigure";
import type { TableColumn } from "./tableColumns";
import type { TableReading } from "./tableHeader";
import { cleanLabel } from "./tableLabels";
import { figureAt, rowsOf, summedRows, type TableRow } from "./tableRows";
import type { ColumnRole } from "./tableWords";

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

/** A figure with its unit, where it was found. */
interface Found {
  readonly cell: GridCell;
  readonly read: CellFigure;
  readonly unit: string;
  readonly isUnitForeign: boolean;
}

const SHARE = /^[%‰]$|百分点$/u;
const FLOW_NAME =
  /^(?:新增|净增|新建|改建|扩建|完成|实施|改造|建成|培训|引进|培育|发放|开工|减少|化解|整治|修复|招引|争取)/u;

class TableDrafting {
  private readonly rows: readonly TableRow[];
  private readonly drafts: Draft[] = [];
  private readonly issues: Issue[] = [];
  private readonly leftOut: LeftOut[] = [];
  /** Drafts by the column and row of their figure, for the sums. */
  private readonly byFigure = new Map<GridCell, number>();
  private readonly used = new Set<GridCell>();

  constructor(
    private readonly text: string,
    private readonly reading: TableReading,
    private readonly options: ImportOptions,
  ) {
    this.rows = rowsOf(reading);
  }

  read(): void {
    if (this.columns("placeName").length > 0) this.readPlaceRows();
    else for (const row of this.rows) if (row.kind !== "sum") this.readRow(row);
    for (const row of this.rows) if (row.kind === "sum") this.checkSum(row);
    this.leaveRest();
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
    return { drafts, issues: this.issues, leftOut: this.leftOut };
  }
  private readonly groups: string[] = [];

  private columns(...roles: readonly ColumnRole[]): number[] {
    return this.reading.columns.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));
  }

  private column(index: number): TableColumn | undefined {
    return this.reading.columns[index];
  }

  // One row a promise

  private readRow(row: TableRow): void {
    const figures = this.columns("target").flatMap((column) => this.foundAt(row, column) ?? []);
    const named = this.columns("target").some((column) => this.column(column)?.indicator != null);
    if (named) {
      for (const column of this.columns("target")) {
        const found = this.foundAt(row, column);
        if (found) this.add(row, this.column(column)?.indicator ?? row.name, found, []);
      }
      return;
    }
    const parts = this.partsOf(row);
    const total = this.columns("total").flatMap((column) => this.foundAt(row, column) ?? [])[0];
    const [figure, ...others] = figures;
    const whole = figure ?? total;
    const draft = whole && row.name !== "" ? this.add(row, row.name, whole, parts, whole === total) : null;
    if (draft !== null && total && total !== whole) this.used.add(total.cell);
    if (total) this.compare(draft, "totalDiffers", total, parts);
    if (draft === null && parts.length > 0 && row.name !== "") this.addSummed(row, row.name, parts);
    for (const other of others) this.leave("column", other, row, this.draftOf(row, row.name, other, []));
    const growth = this.columns("growth").flatMap((column) => this.foundAt(row, column) ?? [])[0];
    if (growth && row.name !== "") this.addGrowth(row, growth, whole !== undefined);
    // 目标 in words, or tasks whose figures stand in their own sentence.
    const words = this.columns("target").flatMap((column) => this.wordsAt(row, column) ?? []);
    for (const cell of words) this.addProse(row, cell);
    if (!whole && !growth && parts.length === 0 && words.length === 0 && row.nameCell) this.addProse(row, row.nameCell);
  }

  private wordsAt(row: TableRow, column: number): GridCell | null {
    const cell = row.cells[column];
    return cell && !this.used.has(cell) && readFigureCell(cell.text) === "words" ? cell : null;
  }

  private partsOf(row: TableRow): Part[] {
    return this.columns("place").flatMap((column) => {
      const found = this.foundAt(row, column);
      const place = this.column(column)?.place;
      return found && place ? [this.partOf(found, place)] : [];
    });
  }

  private partOf({ cell, read, unit }: Found, place: string): Part {
    this.used.add(cell);
    return { ...this.levelOf(cell, read, unit), place, valueMax: read.valueMax, comparator: read.comparator };
  }

  // Counties below each other

  private readPlaceRows(): void {
    const isByName = this.columns("indicator").length > 0;
    const columns = this.columns("target", "total");
    const groups = new Map<string, { name: string; entries: { row: TableRow; found: Found }[] }>();
    for (const row of this.rows)
      for (const column of columns) {
        const found = this.foundAt(row, column);
        const name = isByName ? row.name : (this.column(column)?.indicator ?? "");
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
      if (sum && whole) this.used.add(sum.found.cell);
      if (draft === null && parts.length > 0) this.addSummed(own, name, parts);
    }
  }

  // What becomes a draft

  private add(row: TableRow, name: string, found: Found, parts: readonly Part[], isSum = false): number {
    this.used.add(found.cell);
    const at = this.push(this.draftOf(row, name, found, parts, true), row);
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
    const draft = this.draftOf(row, name, { cell, read, unit: first.unit, isUnitForeign: false }, parts, true);
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
    const draft = this.draftOf(row, name, { ...found, read, unit: found.unit === "" ? "%" : found.unit }, []);
    this.used.add(found.cell);
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

  /** @param isTaken whether the levels beside the figure go with it, and are not listed as left out */
  private draftOf(row: TableRow, written: string, found: Found, parts: readonly Part[], isTaken = false): Draft {
    const { read, cell, unit } = found;
    const name = read.verb !== "" && !written.includes(read.verb) ? read.verb + written : written;
    const said = this.asSaid(name, read, unit);
    const isFallWritten = read.value < 0 && SHARE.test(unit) && (said.kind === "growth" || read.change !== null);
    const kind = isFallWritten ? "growth" : said.kind;
    const direction = isFallWritten ? "down" : said.direction;
    const { baseline, lastYear, hasOwnBase } = this.before(row, unit, kind, isTaken);
    const isReached = hasOwnBase && kind === "flow" && !FLOW_NAME.test(name);
    const span = this.placeIn(cell, read.start, read.end);
    const year = this.reading.year ?? this.options.year ?? null;
    const dueYear = row.due === null ? null : Number(row.due.slice(0, 4));
    const period = dueYear !== null && dueYear !== year ? dueYear : year;
    const department = row.department ?? this.options.department ?? null;
    return {
      department,
      speaker: null,
      indicator: name,
      value: isFallWritten ? Math.abs(read.value) : read.value,
      valueMax: read.valueMax,
      unit,
      comparator: read.comparator,
      modality: read.modality,
      modalityWord: read.modalityWord,
      period: period === null ? null : String(period),
      kind: isReached ? "stock" : kind,
      direction,
      baseline: isReached ? lastYear : baseline,
      span,
      phrase: this.text.slice(...span),
      sentence: row.span,
      implied: row.department === null && department !== null ? ["department"] : [],
      vague: false,
      supporting: row.supporting,
      ...(row.due === null ? {} : { due: row.due }),
      ...(lastYear !== null && !isReached && baseline === null ? { lastYear } : {}),
      ...(parts.length > 0 ? { parts } : {}),
    };
  }

  /** What the rules of the language say of the phrase a report would use: 森林覆盖率 63.5%, 新增学位 2340个. */
  private asSaid(
    name: string,
    { value, change, isLevel, comparator }: CellFigure,
    unit: string,
  ): { kind: Kind; direction: Direction | null } {
    const changed =
      change === null || (isLevel && !SHARE.test(unit))
        ? ""
        : change === "down"
          ? isLevel
            ? "下降到"
            : "下降"
          : isLevel
            ? "提高到"
            : "增长";
    const level = change === null && isLevel ? "达到" : "";
    const phrase = `今年${name}${changed}${level}${Math.abs(value)}${unit === "" ? "个" : unit}。`;
    const [draft] = importReport(phrase, {
      ...this.options,
      tense: "plan",
      year: this.reading.year ?? this.options.year ?? 2000,
    }).drafts;
    const fallback = SHARE.test(unit)
      ? {
          kind: change !== null && !isLevel ? ("growth" as const) : ("ratio" as const),
          direction: change === "down" ? change : null,
        }
      : { kind: isLevel ? ("stock" as const) : ("flow" as const), direction: null };
    if (draft?.value !== Math.abs(value)) return fallback;
    const isLess = (comparator === "atMost" || comparator === "lessThan") && draft.kind === "ratio";
    return { kind: draft.kind, direction: draft.direction ?? (isLess ? "down" : null) };
  }

  /** Where a promise starts from, and what was reached the year before. For a level both are one. */
  private before(
    row: TableRow,
    unit: string,
    kind: Kind,
    isTaken: boolean,
  ): { baseline: Level | null; lastYear: Level | null; hasOwnBase: boolean } {
    const levelAt = (column: number) => {
      const found = this.foundAt(row, column);
      if (!found || (unit !== "" && found.unit !== "" && !areAlikeSafely(found.unit, unit))) return null;
      if (isTaken) this.used.add(found.cell);
      return this.levelOf(found.cell, found.read, found.unit === "" ? unit : found.unit);
    };
    const base =
      this.columns("baseline")
        .map(levelAt)
        .find((each) => each !== null) ?? null;
    const last =
      this.columns("lastYear")
        .map(levelAt)
        .find((each) => each !== null) ?? null;
    const level = base ?? last;
    const isLevel = kind === "stock" || kind === "ratio";
    return { baseline: isLevel ? level : null, lastYear: level, hasOwnBase: base !== null };
  }

  private levelOf(cell: GridCell, read: CellFigure, unit: string): Level {
    const span = this.placeIn(cell, read.start, read.end);
    return { value: read.value, unit, span, phrase: this.text.slice(...span) };
  }

  /** The figure of a row's column with its unit, or null. */
  private foundAt(row: TableRow, column: number): Found | null {
    const found = figureAt(row, column);
    if (!found || found.cell.row !== row.index) return null;
    const { cell, read } = found;
    const { columns, unit: tableUnit } = this.reading;
    const header = columns[column]?.unit ?? "";
    // The rate beside a level is in %, whatever the row's own unit.
    const isRate = columns[column]?.role === "growth";
    const named = row.unit !== "" && !isRate ? row.unit : header !== "" ? header : isRate ? "%" : "";
    // 单位：万元 over the table says nothing of a rate.
    const expected =
      named !== "" ? named : tableUnit !== null && !/(?:率|增速|比重|占比|人数|个数)$/u.test(row.name) ? tableUnit : "";
    const unit = withScale(read.unit, expected);
    const isUnitForeign = read.change === null && expected !== "" && !areAlikeSafely(unit, expected);
    return { cell, read, unit, isUnitForeign };
  }

  /** Places in a cell as places in the text; a cell in quotation marks is searched for them. */
  private placeIn(cell: GridCell, start: number, end: number): Span {
    const [from, to] = cell.span;
    if (this.text.slice(from, to) === cell.text) return [from + start, from + end];
    const found = this.text.slice(from, to).indexOf(cell.text.slice(start, end));
    return found < 0 ? [from, to] : [from + found, from + found + end - start];
  }

  /** A cell that is no figure alone: its sentences are read as those of a report. */
  private addProse(row: TableRow, cell: GridCell): void {
    if (this.used.has(cell)) return;
    this.used.add(cell);
    const year = this.reading.year ?? this.options.year;
    const department = row.department ?? this.options.department;
    const tense = isPlanned(this.reading) ? ({ tense: "plan" } as const) : {};
    const report = importReport(cell.text, { ...this.options, ...tense, year, department });
    const moved = (draft: Draft): Draft => {
      const isNameless = draft.indicator === "" || (draft.implied.includes("indicator") && cell !== row.nameCell);
      return {
        ...this.shifted(draft, cell),
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
      const span = this.placeIn(cell, ...each.span);
      this.leftOut.push({
        ...each,
        span,
        phrase: this.text.slice(...span),
        sentence: row.span,
        draft: each.draft && moved(each.draft),
      });
    }
  }

  private shifted(draft: Draft, cell: GridCell): Draft {
    const span = this.placeIn(cell, ...draft.span);
    const baseline = draft.baseline && { ...draft.baseline, span: this.placeIn(cell, ...draft.baseline.span) };
    return { ...draft, span, phrase: this.text.slice(...span), baseline };
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
    const isByPlaces = this.columns("placeName").length > 0;
    for (const column of this.columns("target", "total", "place", "lastYear", "baseline", "growth")) {
      const stated = this.foundAt(sum, column);
      if (!stated || this.byFigure.has(stated.cell) || this.used.has(stated.cell)) continue;
      const parts = summedRows(this.rows, sum).flatMap((row) => this.foundAt(row, column) ?? []);
      this.leave("total", stated, sum, null);
      const unit = parts[0]?.unit ?? "";
      const isOne =
        parts.length > 1 && parts.every((part) => areAlikeSafely(part.unit, unit) && part.read.valueMax === null);
      if (isByPlaces || !isOne || SHARE.test(unit) || this.column(column)?.role === "growth") continue;
      const total = tidy(
        parts.reduce((added, part) => added + convert(part.read.value, part.unit || "个", unit || "个"), 0),
      );
      const own = tidy(convert(stated.read.value, stated.unit || unit || "个", unit || "个"));
      if (total === own) continue;
      const concerned = parts.flatMap(({ cell }) => this.byFigure.get(cell) ?? []);
      const [first] = concerned;
      const span = this.placeIn(stated.cell, stated.read.start, stated.read.end);
      const indicator = first === undefined ? "" : (this.drafts[first]?.indicator ?? "");
      if (concerned.length > 0)
        this.issues.push({ code: "totalDiffers", span, indicator, drafts: concerned, figures: [own, total] });
    }
  }

  /** Figures of columns that hold no promises, and cells that could not be read. */
  private leaveRest(): void {
    const reasons: Partial<Record<ColumnRole, LeftOutReason>> = {
      lastYear: "past",
      baseline: "baseline",
      actual: "past",
      otherPeriod: "otherPeriod",
      total: "total",
      target: "column",
      growth: "column",
      place: "column",
    };
    for (const row of this.rows)
      for (const [index, { role }] of this.reading.columns.entries()) {
        const cell = row.cells[index];
        if (!cell || cell.text === "" || cell.row !== row.index || this.used.has(cell)) continue;
        const found = this.foundAt(row, index);
        const reason = reasons[role];
        if (reason && found)
          this.leave(
            row.kind === "sum" ? "total" : reason,
            found,
            row,
            row.kind === "sum" ? null : this.draftOf(row, row.name, found, []),
          );
        else if (reason && /\d/u.test(cell.text) && readFigureCell(cell.text) === "words") this.leaveUnread(cell, row);
        else if (role === "ignored" || role === "group") this.leaveWords(cell, row, role);
      }
  }

  private leave(reason: LeftOutReason, { cell, read, unit }: Found, row: TableRow, draft: Draft | null): void {
    if (this.used.has(cell)) return;
    this.used.add(cell);
    const span = this.placeIn(cell, read.start, read.end);
    this.leftOut.push({
      reason,
      value: read.value,
      unit,
      span,
      phrase: this.text.slice(...span),
      sentence: row.span,
      draft,
    });
  }

  private leaveUnread(cell: GridCell, row: TableRow): void {
    this.used.add(cell);
    this.leftOut.push({
      reason: "unreadable",
      value: null,
      unit: "",
      span: cell.span,
      phrase: this.text.slice(...cell.span),
      sentence: row.span,
      draft: null,
    });
  }

  /** Figures of a remark are listed as they would be in a text. */
  private leaveWords(cell: GridCell, row: TableRow, role: ColumnRole): void {
    if (!/\d/u.test(cell.text) || typeof readFigureCell(cell.text) === "object") {
      const at = row.cells.indexOf(cell);
      const found = role === "ignored" ? figureAt(row, at) : null;
      const unit = withScale(found?.read.unit ?? "", this.column(at)?.unit ?? this.reading.unit ?? "");
      if (!found || unit === "") return; // a score, a page: nothing is counted
      const counted = { ...found, unit, isUnitForeign: false };
      this.leave(
        "column",
        counted,
        row,
        this.draftOf(row, row.name + cleanLabel(this.column(at)?.label ?? ""), counted, []),
      );
      return;
    }
    this.used.add(cell);
    const report = importReport(cell.text, {
      ...this.options,
      year: this.reading.year ?? this.options.year,
      department: row.department ?? undefined,
    });
    for (const draft of report.drafts) {
      const own = { ...this.shifted(draft, cell), sentence: row.span };
      if (own.value !== null)
        this.leftOut.push({
          reason: "column",
          value: own.value,
          unit: own.unit,
          span: own.span,
          phrase: own.phrase,
          sentence: row.span,
          draft: own,
        });
    }
    for (const each of report.leftOut) {
      const span = this.placeIn(cell, ...each.span);
      this.leftOut.push({
        ...each,
        span,
        phrase: this.text.slice(...span),
        sentence: row.span,
        draft: each.draft && { ...this.shifted(each.draft, cell), sentence: row.span },
      });
    }
  }
}

const BARE: CellFigure = {
  value: 0,
  valueMax: null,
  unit: "",
  comparator: "plain" as Comparator,
  change: null,
  isLevel: false,
  verb: "",
  modality: "stated",
  modalityWord: null,
  note: "",
  start: 0,
  end: 0,
};

/** Whether what counties do adds up: amounts do, means and densities do not. */
const mayAdd = ({ kind, unit, indicator }: Draft) =>
  kind === "flow" ||
  (kind === "stock" && !unit.includes("/") && !/(?:均|率|浓度|寿命|密度|标准|指数|水平|价|质量)/u.test(indicator));

const lastKey = (map: ReadonlyMap<string, unknown>) => [...map.keys()].at(-1);

/** Whether the table says of itself that it is planned: 2026年目标任务分解表. */
const isPlanned = ({ grid, columns }: TableReading) =>
  /目标|任务|计划|分解|清单|责任/u.test(grid.caption) ||
  columns.some(({ role }) => role === "target" || role === "lead");

/** 1.2万 under 个 is 万个. 16亿 under 亿元 stays what the column counts: a bare 亿 says its scale again. */
function withScale(own: string, expected: string): string {
  if (own === "") return expected;
  const isBare = /^[百千]?[万亿]+$|^[百千]$/u.test(own);
  if (!isBare || expected === "" || SHARE.test(expected)) return own;
  if (expected.startsWith(own)) return expected;
  const { numerator } = parseUnit(expected);
  const scale = /^(?:[百千]?[万亿]+)/u.exec(expected)?.[0] ?? "";
  return own + (numerator === 1 || scale === "" ? expected : expected.slice(scale.length));
}

function areAlikeSafely(left: string, right: string): boolean {
  try {
    return areAlike(left || right || "个", right || left || "个");
  } catch {
    return false;
  }
}

/** What counties' shares add up to, in the unit of the first; null where they do not count the same. */
function sumOf(parts: readonly Part[]): number | null {
  const unit = parts[0]?.unit ?? "";
  if (!parts.every((part) => areAlikeSafely(part.unit, unit) && part.valueMax === null)) return null;
  return tidy(
    parts.reduce((added, part) => added + convert(part.value, part.unit || unit || "个", unit || part.unit || "个"), 0),
  );
}
