/** One row of a ledger: what its cells hold, and how they look and warn. */
import { DONE_WORDS, NOT_DONE_WORDS, percentUnclear } from "../core/actual";
import { caseOf, PERCENT } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { monthsBefore } from "../core/periods";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { convert } from "../core/units";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { levelReadingOf, readingOf } from "./entryReading";
import { anyNumber, attainmentOf, gapOf, lightOf, shareOf, spellDoubt, statusOf, type Cells } from "./formulas";
import { asHelped, verdictOf } from "./formulasHelped";
import {
  countedOf,
  deedOf,
  latestOf,
  plausibleNumber,
  sumSoFar,
  totalOf,
  type Part,
  type Periods,
} from "./formulasEntry";
import { hintOf } from "./formulasHint";
import { dueDay, isBeforeReports, timeByRhythm, type RowTime } from "./formulasPeriod";
import { doubtOf, judgedStart, judgedTarget, revisionsSaid, rulesOf, staysDone, targetContent } from "./ledgerFigure";
import { isOfMeasure, rowFormats } from "./ledgerFormats";
import {
  headingOf,
  isAlone,
  isByMonth,
  periodColumns,
  type ByColumn,
  type LedgerColumn,
  type LedgerLayout,
  type PeriodColumn,
} from "./ledgerColumns";
import { rowPeriods } from "./ledgerRhythm";
import {
  addressOf,
  cell,
  columnName,
  type Block,
  type ColourRule,
  type Content,
  type NumberFormats,
  type Style,
  type Validation,
  fixed,
} from "./plan";
import { lightRules, statusRules } from "./statusColours";

const words = zh.ledger;

/** How cells look in which people write. */
export const INPUT = { fill: "#FFFBE6", border: "#8EA9CF" };
const COMPUTED_BORDER = "#D9DEE7";
const COMPUTED_FILL = "#FFFFFF";
const CLOSED_FILL = "#D9D9D9"; // outside the rhythm of a row: nothing is typed there
export const MUTED = "#5A6472";
const HINT_COLOUR = "#9C5700";
const SHORT_UNIT = 3; // letters that its column has room for

/** A row on its sheet: its contents by column, and what its cells ask for. */
export interface LedgerRow {
  /** From 0. */
  readonly row: number;
  readonly content: ByColumn<Content>;
  readonly formats: Readonly<Partial<Record<LedgerColumn, string>>>;
  readonly asksBaseline: boolean;
  /** The periods outside its rhythm. */
  readonly closed: readonly PeriodColumn[];
  /** The cells that other rows fill by formula, and so not for typing: the periods of a sum, all of a row that follows its lead's. */
  readonly computed: readonly LedgerColumn[];
  /** Whether it shows a supporter what another leads (配合): counted there, not here. */
  readonly isHelped: boolean;
  readonly entry: "percent" | "number" | "done";
}

/** How a row names itself where it does not stand for its lead: what 序号, 责任单位, 来源 and 编号 say. */
export interface RowNames {
  readonly number: string;
  readonly department: string;
  readonly source: string;
  readonly id: string;
}

/**
 * The row of a commitment that the layout shows.
 * @param number what 序号 says
 * @param helped how it names itself under a supporter; null under its lead
 */
export function ledgerRow(
  index: CatalogIndex,
  commitment: Commitment,
  number: number,
  layout: LedgerLayout,
  rules: Rules,
  helped: RowNames | null = null,
): LedgerRow {
  const judged = caseOf(index, commitment);
  const { terms, isRelative, start, asksBaseline } = judged;
  const rowRules = rulesOf(index, commitment, rules);
  const hasBaseline = asksBaseline || start !== null;
  const row = layout.rowOf(commitment.id) ?? 0;
  const baseline = (isRelative ? judged.lastYear : start) ?? "";
  const own = (column: LedgerColumn) =>
    layout.at[column] === undefined ? inPlaceOf(column, baseline) : `${letter(layout, column)}${row + 1}`;
  const { year } = index.catalog;
  const { open, closed, step } = rowPeriods(index, commitment, layout.entry);
  const ledgerTime = timeOf(layout);
  const time = step === null ? ledgerTime : timeByRhythm(ledgerTime, step, year);
  const cells = rowCells(own, layout, time, year);
  // A supporter may promise something of the same name: the id says which is meant.
  const shown =
    helped === null ? cells : { ...cells, indicator: textLiteral(commitment.id), status: verdictOf(cells.status) };
  const refs = {
    ...shown,
    target: judgedTarget(index, judged, shown),
    baseline: judgedStart(index, judged, shown),
  };
  const isMilestone = terms.kind === "milestone";
  const hasShare = terms.kind === "flow" || terms.kind === "stock";
  const hasShareCell = hasShare && layout.at.share !== undefined;
  const entry = isMilestone ? "done" : terms.unit === PERCENT ? "percent" : "number";
  const source = commitment.source;
  const columns = open.map(({ column }) => column);
  const periods: Periods = {
    cells: columns.map(own),
    names: columns.map((column) => headingOf(column, "cumulative")),
    current: time.current,
    counted: layout.at.counted === undefined ? null : own("counted"),
  };
  const notYet = step !== null || isByMonth(layout.entry) ? isBeforeReports(ledgerTime.day, time.current, year) : null;
  const reading = readingOf(judged);
  const level = levelReadingOf(judged, year);
  const isTypedAlone = terms.kind === "flow" && isAlone(layout.entry);
  const parts = partsShown(index, commitment, layout);
  const addsUp = parts.length > 0;
  const typed = columns.map((column): [LedgerColumn, Content] => [
    column,
    addsUp ? totalOf(parts, letter(layout, "id"), letter(layout, column)) : "",
  ]);
  const stays = staysDone(rowRules, refs);
  const doubt = doubtOf(terms, refs.target);
  const latest = () => {
    if (isMilestone) return deedOf(periods, reading);
    if (isTypedAlone) return sumSoFar(periods, reading, doubt, stays);
    return latestOf(periods, reading, doubt, stays, level && { reading: level, asOfDay: refs.asOfDay });
  };
  const status = statusOf(rowRules, refs, {
    target: commitment.review === "unclear" || !isMilestone,
    kind: isMilestone ? "deed" : "number",
    baseline: hasBaseline && !isRelative ? refs.baseline : null,
    shareCell: hasShareCell,
    notYet,
  });
  const content: ByColumn<Content> = {
    ...Object.fromEntries(typed),
    number: helped?.number ?? number,
    department: helped?.department ?? index.departmentOf(commitment).name,
    indicator: commitment.indicator,
    unit: terms.unit ?? "",
    target: targetContent(index, judged, shown),
    baseline,
    hint: hintOf({
      cells: refs,
      periods,
      reading,
      reason: own("reason"),
      measures: own("measures"),
      unit: terms.unit ?? "",
      isWhole: entry === "number" && hasShare && !isOfMeasure(terms.unit ?? ""),
      entry,
      isGrowth: terms.kind === "growth",
      level,
      flow: terms.kind === "flow" ? layout.entry : null,
      rhythm: { step, months: ledgerTime.months, notYet, closed: closed.map(({ column }) => own(column)) },
      moreIsBetter: terms.direction === "up",
      hasTotal: hasShare,
      parts,
      ids: letter(layout, "id"),
      hasBaseline,
      isSplit: hasShare && (commitment.parts ?? []).length > 0,
      years: rowRules.years,
    }),
    latest: latest(),
    attainment: attainmentOf(rowRules, refs) ?? (isMilestone ? words.noFigure : words.measuresBesides),
    share: hasShare ? shareOf(rowRules, refs) : words.noFigure,
    gap: gapOf(rowRules, refs, hasShareCell) ?? words.noFigure,
    status: helped === null ? status : asHelped(status),
    light: lightOf(refs.status),
    reason: "",
    measures: "",
    past: "",
    due: dueDay(terms.due),
    source: [
      ...(helped ? [helped.source] : []),
      ...revisionsSaid(commitment, terms.unit ?? ""),
      `“${source.phrase}”，${source.speaker ?? titleOf(index, source.document)}`,
    ].join("；"),
    id: helped?.id ?? commitment.id,
    counted: countedOf(periods, reading),
  };
  return {
    row,
    content,
    closed: closed.map(({ column }) => column),
    formats: rowFormats(
      judged,
      columns,
      open.map(({ month }) => month),
    ),
    asksBaseline,
    computed: addsUp ? columns : [],
    isHelped: helped !== null,
    entry,
  };
}

/** The parts that a declared total adds up by itself, so that nobody types it a second time; none for any other row, or where a part is not shown. */
function partsShown(index: CatalogIndex, commitment: Commitment, layout: LedgerLayout): Part[] {
  if (!commitment.sumOf) return [];
  const { unit } = caseOf(index, commitment).terms;
  const parts = index.partsOf(commitment).map((part) => ({ id: part.id, unit: caseOf(index, part).terms.unit }));
  const isWhole = [...periodColumns(layout.entry), "id" as const].every((column) => layout.at[column] !== undefined);
  if (!isWhole || parts.some((part) => layout.rowOf(part.id) === undefined)) return [];
  return parts.map((part) => ({
    id: part.id,
    times: unit !== null && part.unit !== null ? convert(1, part.unit, unit) : 1,
  }));
}

/** A column as a row's own formulas name it. @example letter(layout, "target") // "$E" */
export const letter = ({ at }: Pick<LedgerLayout, "at">, column: LedgerColumn) => `$${columnName(at[column] ?? 0)}`;

/** What formulas say in place of a cell whose column people took out: the catalog's baseline, a reason that is not asked for, nothing. */
function inPlaceOf(column: LedgerColumn, baseline: Content): string {
  if (column === "baseline" && typeof baseline === "number") return String(baseline);
  if (column === "reason" || column === "measures") return textLiteral(words.noFigure);
  return column === "attainment" || column === "share" ? "" : textLiteral("");
}

/** 截至期 as the ledger's own cells say it. */
const timeOf = ({ settings }: LedgerLayout): RowTime => ({
  day: fixed(settings.asOfDay),
  months: fixed(settings.asOfMonths),
  current: fixed(settings.asOfPeriod),
});

/** The row's cells and the sheet's settings, as formulas name them. */
function rowCells(
  own: (column: LedgerColumn) => string,
  { settings }: LedgerLayout,
  time: RowTime,
  year: number,
): Cells {
  return {
    actual: own("latest"),
    lastKnown: own("latest"),
    target: own("target"),
    baseline: own("baseline"),
    asOfDay: time.day,
    asOfMonths: time.months,
    monthsBefore: monthsBefore(`${year}-01-01`),
    shareTolerance: fixed(settings.shareTolerance),
    shareGrace: fixed(settings.shareGrace),
    pointTolerance: fixed(settings.pointTolerance),
    department: own("department"),
    indicator: own("indicator"),
    attainment: own("attainment"),
    share: own("share"),
    status: own("status"),
  };
}

const titleOf = (index: CatalogIndex, document: string) =>
  index.catalog.documents.find(({ id }) => id === document)?.title ?? document;

/** How rows look, what they warn of, and which of their cells are painted. */
export interface Dress {
  readonly styles: Style[];
  readonly numberFormats: NumberFormats[];
  readonly validations: Validation[];
  readonly colourRules: ColourRule[];
}

/**
 * The dress of some rows of a ledger, given from above; neighbours are dressed together, columns of other people left alone.
 * @param only the columns to be dressed; null for all
 */
export function dress(
  rows: readonly LedgerRow[],
  layout: LedgerLayout,
  only: ReadonlySet<LedgerColumn> | null = null,
): Dress {
  const columns = (...wanted: readonly LedgerColumn[]) =>
    columnRuns(layout, only ? wanted.filter((column) => only.has(column)) : wanted);
  const periods = periodColumns(layout.entry);
  const everyColumn = columns(...(Object.keys(layout.at) as LedgerColumn[]));
  const all = rowRuns(rows, () => true);
  const over = (style: Omit<Style, "block">, among: readonly Span[], runs: readonly Run<unknown>[] = all): Style[] =>
    runs.flatMap((run) => among.map((span) => ({ block: blockOf(run, span), ...style })));
  return {
    styles: [
      ...over({ border: COMPUTED_BORDER, middle: true }, everyColumn),
      ...over({ ...INPUT, locked: false }, columns(...periods)),
      ...over({ ...INPUT, wrap: true, locked: false }, columns("reason", "measures")),
      ...over({ wrap: true }, columns("department", "indicator")),
      ...over({ align: "Center" }, columns("number")),
      ...over({ align: "Center" }, columns("unit")),
      ...over(
        { fontSize: 8 },
        columns("unit"),
        rowRuns(rows, ({ content }) => String(content.unit).length > SHORT_UNIT),
      ),
      ...over({ align: "Right" }, columns("target", "baseline", ...periods, "latest", "attainment", "share", "gap")),
      ...over({ align: "Left", fontSize: 9, fontColor: HINT_COLOUR }, columns("hint")),
      ...over({ align: "Center", bold: true }, columns("status", "light")),
      ...over({ align: "Center" }, columns("due")),
      ...over({ fontColor: MUTED, fontSize: 9, wrap: true }, columns("past")),
      ...over({ fontColor: MUTED, fontSize: 9 }, columns("source", "id", "counted")),
      ...rowRuns(rows, ({ computed }) => computed.length > 0 && computed.join(" ")).flatMap((run) =>
        over(
          { fill: COMPUTED_FILL, border: COMPUTED_BORDER, locked: true },
          columns(...(run.rows[0]?.computed ?? [])),
          [run],
        ),
      ),
      ...rowRuns(rows, ({ closed }) => closed.length > 0 && closed.join(" ")).flatMap((run) =>
        over({ fill: CLOSED_FILL, locked: true }, columns(...(run.rows[0]?.closed ?? [])), [run]),
      ),
      ...over(
        { ...INPUT, locked: false },
        columns("baseline"),
        rowRuns(rows, (row) => row.asksBaseline && !row.computed.includes("baseline")),
      ),
      ...over(
        { fontColor: MUTED },
        columns("number", "department", "indicator", "unit", "target", "baseline", ...periods, "latest", "status"),
        rowRuns(rows, (row) => row.isHelped),
      ),
      // Its word stands behind 配合 in a column made for the word alone.
      ...over(
        { fontSize: 8, bold: false },
        columns("status"),
        rowRuns(rows, (row) => row.isHelped),
      ),
    ],
    numberFormats: all.flatMap((run) =>
      columns("target", "baseline", ...periods, "latest", "attainment", "share", "gap", "due").map((span) => ({
        block: blockOf(run, span),
        formats: run.rows.map((row) => span.columns.map((column) => row.formats[column] ?? "General")),
      })),
    ),
    validations: rowRuns(rows, (row) => row.entry).flatMap((run) =>
      columns(...periods).map((span) => validationOf(run.value, blockOf(run, span), layout)),
    ),
    colourRules: all.flatMap((run) => [
      ...columns("status").flatMap((span) => statusRules(blockOf(run, span))),
      ...columns("light").flatMap((span) => lightRules(blockOf(run, span))),
    ]),
  };
}

/** The periods of rows whose rhythm has changed: those outside it grey and locked, the others to be typed into. */
export function rhythmStyles(rows: readonly LedgerRow[], layout: LedgerLayout): Style[] {
  return rowRuns(rows, ({ closed, computed }) => `${closed.join(" ")}|${computed.join(" ")}`).flatMap((run) => {
    const { closed = [], computed = [] } = run.rows[0] ?? {};
    const open = periodColumns(layout.entry).filter((column) => !closed.includes(column) && !computed.includes(column));
    const over = (columns: readonly LedgerColumn[], style: Omit<Style, "block">) =>
      columnRuns(layout, columns).map((span): Style => ({ block: blockOf(run, span), ...style }));
    return [...over(open, { ...INPUT, locked: false }), ...over(closed, { fill: CLOSED_FILL, locked: true })];
  });
}

function validationOf(entry: LedgerRow["entry"], block: Block, layout: LedgerLayout): Validation {
  const first = addressOf(cell(block.row, block.column));
  if (entry === "done") return { block, rule: { list: [DONE_WORDS[0], NOT_DONE_WORDS[0]] }, ...words.doneWarning };
  if (entry === "number") return { block, rule: { formula: anyNumber(first) }, ...words.numberWarning };
  const target = `${letter(layout, "target")}${block.row + 1}`;
  const doubt = (number: string) => spellDoubt(percentUnclear(PERCENT), number, target);
  return { block, rule: { formula: plausibleNumber(first, doubt) }, ...words.percentWarning };
}

/** Columns of ours that stand side by side. */
interface Span {
  readonly first: number;
  readonly columns: readonly LedgerColumn[];
}

function columnRuns({ at }: LedgerLayout, wanted: readonly LedgerColumn[]): Span[] {
  const found: { first: number; columns: LedgerColumn[] }[] = [];
  const places = wanted.flatMap((column) => (at[column] === undefined ? [] : [{ column, place: at[column] }]));
  for (const { column, place } of places.sort((left, right) => left.place - right.place)) {
    const last = found.at(-1);
    if (last && last.first + last.columns.length === place) last.columns.push(column);
    else found.push({ first: place, columns: [column] });
  }
  return found;
}

/** Neighbouring rows that agree, so that a rule is written once for all of them. */
interface Run<V> {
  readonly value: V;
  readonly rows: LedgerRow[];
}

/** Rows with a false value are left out. */
function rowRuns<V extends string | boolean>(rows: readonly LedgerRow[], valueOf: (row: LedgerRow) => V): Run<V>[] {
  const found: Run<V>[] = [];
  for (const row of rows) {
    const value = valueOf(row);
    const last = found.at(-1);
    if (value === false) continue;
    if (last?.value === value && last.rows.at(-1)?.row === row.row - 1) last.rows.push(row);
    else found.push({ value, rows: [row] });
  }
  return found;
}

const blockOf = ({ rows }: Run<unknown>, { first, columns }: Span): Block => ({
  row: rows[0]?.row ?? 0,
  column: first,
  rows: rows.length,
  columns: columns.length,
});
