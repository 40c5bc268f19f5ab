/** The figures of a table that are no promises, each once and with the reason. */
import type { Draft, LeftOut, LeftOutReason, Span } from "./drafts";
import type { GridCell } from "./grid";
import { importReport, type ImportOptions } from "./importReport";
import { readFigureCell } from "./tableFigure";
import { withScale, type Found, type TableFigures } from "./tableFigures";
import { cleanLabel } from "./tableLabels";
import type { RowDrafts } from "./tableRowDraft";
import { figureAt, type TableRow } from "./tableRows";
import type { ColumnRole } from "./tableWords";

export class TableLeftOut {
  readonly list: LeftOut[] = [];

  constructor(
    private readonly figures: TableFigures,
    private readonly made: RowDrafts,
    private readonly options: ImportOptions,
  ) {}

  /** Figures of columns that hold no promises, and cells that could not be read. */
  rest(rows: readonly TableRow[]): void {
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
    for (const row of rows)
      if (row.kind === "remark")
        for (const cell of new Set(row.cells.filter(({ row: at }) => at === row.index)))
          this.leaveWords(cell, row, "group");
    for (const row of rows.filter(({ kind }) => kind !== "remark"))
      for (const [index, { role }] of this.figures.reading.columns.entries()) {
        const cell = row.cells[index];
        if (!cell || cell.text === "" || cell.row !== row.index || this.figures.used.has(cell)) continue;
        const found = this.figures.foundAt(row, index);
        const reason = reasons[role];
        if (reason && found)
          this.leave(
            row.kind === "sum" ? "total" : reason,
            found,
            row,
            row.kind === "sum" ? null : this.made.draftOf(row, row.name, found, []),
          );
        else if (reason && /\d/u.test(cell.text) && readFigureCell(cell.text) === "words") this.leaveUnread(cell, row);
        else if (role === "ignored" || role === "group") this.leaveWords(cell, row, role);
      }
  }

  leave(reason: LeftOutReason, { cell, read, unit }: Found, row: TableRow, draft: Draft | null): void {
    if (this.figures.used.has(cell)) return;
    this.figures.used.add(cell);
    const span = this.figures.placeIn(cell, read.start, read.end);
    this.list.push({
      reason,
      value: read.value,
      unit,
      span,
      phrase: this.figures.text.slice(...span),
      sentence: row.span,
      draft,
    });
  }

  private leaveUnread(cell: GridCell, row: TableRow): void {
    this.figures.used.add(cell);
    this.list.push({
      reason: "unreadable",
      value: null,
      unit: "",
      span: cell.span,
      phrase: this.figures.text.slice(...cell.span),
      sentence: row.span,
      draft: null,
    });
  }

  /** Figures of a remark are listed as they would be in a text. */
  private leaveWords(cell: GridCell, row: TableRow, role: ColumnRole): void {
    if (!/\d/u.test(cell.text) || typeof readFigureCell(cell.text) === "object") {
      const at = row.cells.indexOf(cell);
      const found = role === "ignored" ? figureAt(row, at) : null;
      const unit = withScale(found?.read.unit ?? "", this.figures.column(at)?.unit ?? this.figures.reading.unit ?? "");
      if (!found || unit === "") return; // a score, a page: nothing is counted
      const counted = { ...found, unit, isUnitForeign: false, year: null };
      this.leave(
        "column",
        counted,
        row,
        this.made.draftOf(row, row.name + cleanLabel(this.figures.column(at)?.label ?? ""), counted, []),
      );
      return;
    }
    this.figures.used.add(cell);
    const report = importReport(cell.text, {
      ...this.options,
      year: this.figures.reading.year ?? this.options.year,
      department: row.department ?? undefined,
    });
    for (const draft of report.drafts) {
      const own = { ...this.shifted(draft, cell), sentence: row.span };
      if (own.value !== null)
        this.list.push({
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
      const span = this.figures.placeIn(cell, ...each.span);
      this.list.push({
        ...each,
        span,
        phrase: this.figures.text.slice(...span),
        sentence: row.span,
        draft: each.draft && { ...this.shifted(each.draft, cell), sentence: row.span },
      });
    }
  }

  /** Digits of labels, serial numbers, deadlines and telephones: listed too, so that every figure of a table is a draft or here. */
  digitsOver(drafts: readonly Draft[]): void {
    const { grid, headerRows, columns } = this.figures.reading;
    const [begin, end] = grid.span;
    const told = new Uint8Array(end - begin);
    for (const [from, to] of spansToldOf(drafts, this.list)) told.fill(1, Math.max(0, from - begin), to - begin);
    const seen = new Set<GridCell>();
    for (const [row, cells] of grid.rows.entries())
      for (const [column, cell] of cells.entries()) {
        if (seen.has(cell) || !/\d/u.test(cell.text)) continue;
        seen.add(cell);
        const role = row < headerRows ? "label" : (columns[column]?.role ?? "ignored");
        for (const { 0: phrase, index } of cell.text.matchAll(DIGITS)) {
          const span = this.figures.placeIn(cell, index, index + phrase.length);
          if (told.subarray(span[0] - begin, span[1] - begin).includes(1)) continue;
          const reason: LeftOutReason = /年$/u.test(phrase) || role === "due" ? "date" : (REASONS[role] ?? "column");
          const sentence = cell.span;
          this.list.push({ reason, value: null, unit: "", span, phrase, sentence, draft: null });
        }
      }
    this.list.sort((one, other) => one.span[0] - other.span[0]);
  }

  /** A draft out of a cell's own text, with its places in the whole text. */
  shifted(draft: Draft, cell: GridCell): Draft {
    const span = this.figures.placeIn(cell, ...draft.span);
    const baseline = draft.baseline && { ...draft.baseline, span: this.figures.placeIn(cell, ...draft.baseline.span) };
    return { ...draft, span, phrase: this.figures.text.slice(...span), baseline };
  }
}

const DIGITS = /20\d\d年|\d+(?:[.．,，]\d+)*/gu;
/** What digits are that nothing else was made of, by where they stand. */
const REASONS: Partial<Record<ColumnRole | "label", LeftOutReason>> = {
  label: "name",
  indicator: "name",
  group: "name",
  lead: "name",
  supporting: "name",
  placeName: "name",
  unit: "name",
  serial: "number",
};

/** All places of which drafts and what is left out tell: figures, where they start from, what was reached, the counties' shares. */
function spansToldOf(drafts: readonly Draft[], left: readonly LeftOut[]): Span[] {
  const levels = drafts.flatMap(({ span, baseline, lastYear, parts = [] }) => [
    span,
    ...[baseline, lastYear].flatMap((level) => (level ? [level.span] : [])),
    ...parts.flatMap((part) => [part.span, ...(part.ownPledge ? [part.ownPledge.span] : [])]),
  ]);
  return [...levels, ...left.map(({ span }) => span)];
}
