/** The ledger (台账): one row a commitment, one TARGET a row, everything else native formulas. */
import { DONE_WORDS, NOT_DONE_WORDS } from "../core/actual";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { figureOrReason, measuresOf, PERCENT, startOf, termsOf, type Measures, type Terms } from "../core/progress";
import { serialOf } from "../core/periods";
import { statusRule, type Rules } from "../core/status";
import { STATUSES, type Commitment, type Figure, type Status } from "../core/types";
import { areAlike, parseUnit } from "../core/units";
import { zh } from "../strings/zh";
import {
  anyNumber,
  asOfDay,
  attainmentOf,
  completedMonthsOf,
  fraction,
  gapOf,
  latestOf,
  lightOf,
  monthsElapsed,
  plausiblePercent,
  quarterOf,
  relativeTargetCall,
  shareOf,
  statusOf,
  sumWhenAll,
  targetCall,
  type Cells,
} from "./formulas";
import {
  addressOf,
  cell,
  type Block,
  type Content,
  type NumberFormats,
  type SheetPlan,
  type Style,
  type Validation,
} from "./plan";
import { lightRules, STATUS_LOOKS, statusRules } from "./statusColours";

const words = zh.ledger;
const QUARTERS = 4;

/** The name of the ledger's sheet, where it is free. */
export const LEDGER_NAME = words.sheetName;

/** The colour of the tab of a leader's copy. */
export const LEADERS_COPY_TAB = "#8A8A8A";

/** @example leadersCopyName("台账") // "台账（领导版）"; at most the 31 characters a sheet's name may have */
export function leadersCopyName(ledger: string): string {
  return `${ledger.slice(0, SHEET_NAME_LENGTH - words.leadersCopy.suffix.length)}${words.leadersCopy.suffix}`;
}
const SHEET_NAME_LENGTH = 31;

/** Whether a sheet of this name is a leader's copy: it looks like a ledger, and is none. */
export function isLeadersCopy(name: string): boolean {
  return name.replace(/\d+$/, "").endsWith(words.leadersCopy.suffix);
}

/** What the copy's second row says: what it is, when it was made, and what the ledger said there. */
export function leadersCopyStamp(madeAt: Date, note: string): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${madeAt.getFullYear()}-${two(madeAt.getMonth() + 1)}-${two(madeAt.getDate())}`;
  return words.leadersCopy.stamp(`${day} ${two(madeAt.getHours())}:${two(madeAt.getMinutes())}`, note);
}

/** The columns of the ledger, from A, in the order statisticians know. Widths in points. */
const COLUMNS = [
  ["number", 32],
  ["department", 92],
  ["indicator", 172],
  ["unit", 44],
  ["target", 82],
  ["baseline", 62],
  ["quarter1", 74],
  ["quarter2", 74],
  ["quarter3", 74],
  ["quarter4", 74],
  ["latest", 78],
  ["attainment", 66],
  ["share", 76],
  ["gap", 96],
  ["status", 70],
  ["light", 36],
  ["reason", 130],
  ["measures", 130],
  ["due", 72],
  ["source", 230],
  ["id", 80],
] as const;
type Column = (typeof COLUMNS)[number][0];
const at = Object.fromEntries(COLUMNS.map(([name], index) => [name, index])) as Record<Column, number>;
const letter = (column: Column) => `$${addressOf(cell(0, at[column])).replace(/\d+/, "")}`;

const QUARTER_COLUMNS = ["quarter1", "quarter2", "quarter3", "quarter4"] as const satisfies readonly Column[];

/** Rows above the data, from 0. */
const TITLE_ROW = 0;
const NOTE_ROW = 1;
const SETTINGS_ROW = 2;
const LEGEND_ROW = 3;
const HEADER_ROW = 4;
const FIRST_ROW = 5;

/** The cells people set, on the settings row: where their labels and values stand. */
const AS_OF = cell(SETTINGS_ROW, at.indicator);
const AS_OF_DAY = cell(SETTINGS_ROW, at.target);
const AS_OF_QUARTER = cell(SETTINGS_ROW, at.baseline);
const AS_OF_MONTHS = cell(SETTINGS_ROW, at.quarter1);
const SHARE_TOLERANCE = cell(SETTINGS_ROW, at.quarter3);
const POINT_TOLERANCE = cell(SETTINGS_ROW, at.attainment);
const SHARE_GRACE = cell(SETTINGS_ROW, at.status);

const HEADER = { fill: "#1F3B63", fontColor: "#FFFFFF" };
const INPUT = { fill: "#FFFBE6", border: "#8EA9CF" };
const COMPUTED_BORDER = "#D9DEE7";
const COMPUTED_FILL = "#FFFFFF";
const MUTED = "#5A6472";

/** A row of a ledger as it stands: what a verdict says of whom. */
export interface LedgerLine {
  /** Where the verdict stands in the grid that was read, from 0. */
  readonly row: number;
  readonly column: number;
  readonly department: string;
  readonly indicator: string;
  readonly gap: string;
  readonly status: Status;
}

/**
 * The verdicts of a ledger, read from the texts of a sheet; none where the sheet is no ledger. Columns are found by their headings,
 * so that inserted ones do no harm.
 */
export function readLedger(texts: readonly (readonly string[])[]): LedgerLine[] {
  const { headings } = words;
  const wanted = [headings.department, headings.indicator, headings.gap, headings.status];
  const header = texts.findIndex((row) => wanted.every((heading) => row.includes(heading)));
  const [department = 0, indicator = 0, gap = 0, column = 0] = wanted.map((heading) => texts[header]?.indexOf(heading));
  return texts.flatMap((cellsOfRow, row) => {
    const status = STATUSES.find((each) => zh.status[each] === cellsOfRow[column]);
    if (header < 0 || row <= header || !status || !cellsOfRow[indicator]) return [];
    const line = {
      department: cellsOfRow[department] ?? "",
      indicator: cellsOfRow[indicator],
      gap: cellsOfRow[gap] ?? "",
    };
    return [{ row, column, ...line, status }];
  });
}

/** Which commitments a ledger shows: those of the departments with these ids, in the catalog's order. */
export function ledgerCommitments(index: CatalogIndex, departmentIds: readonly string[]): Commitment[] {
  const chosen = new Set(departmentIds);
  return index.catalog.departments.filter(({ id }) => chosen.has(id)).flatMap(({ id }) => index.commitmentsOf(id));
}

/**
 * The plan of a ledger.
 * @param name the sheet's name
 * @param asOf what the 截至期 cell holds at first, as 2024Q2
 */
export function ledger(
  index: CatalogIndex,
  departmentIds: readonly string[],
  rules: Rules,
  name: string,
  asOf: string,
): SheetPlan {
  const commitments = ledgerCommitments(index, departmentIds);
  const positions = new Map(commitments.map(({ id }, position) => [id, position]));
  const rows = commitments.map((commitment, position) => ledgerRow(index, commitment, position, positions, rules));
  const data: Block = { row: FIRST_ROW, column: 0, rows: rows.length, columns: COLUMNS.length };
  const column = (from: Column, to: Column = from): Block => ({
    ...data,
    column: at[from],
    columns: at[to] - at[from] + 1,
  });
  const notes = legendNotes(FIRST_ROW + rows.length + 1);
  return {
    name,
    tabColor: HEADER.fill,
    content: [...headRows(index, rules, asOf), ...rows.map(({ content }) => content), [], ...notes.content],
    columnWidths: COLUMNS.map(([, width]) => width),
    styles: [
      ...headStyles(),
      { block: data, border: COMPUTED_BORDER, middle: true },
      { block: column("quarter1", "quarter4"), ...INPUT, locked: false },
      { block: column("reason", "measures"), ...INPUT, wrap: true, locked: false },
      { block: column("indicator"), wrap: true },
      { block: column("department"), wrap: true },
      { block: column("number"), align: "Center" },
      { block: column("unit"), align: "Center" },
      { block: column("target", "gap"), align: "Right" },
      { block: column("status", "light"), align: "Center", bold: true },
      { block: column("due"), align: "Center" },
      { block: column("source", "id"), fontColor: MUTED, fontSize: 9 },
      ...runs(rows, (row) => row.addsUp).map((run): Style => ({
        block: { ...cells(run, at.quarter1), columns: QUARTERS },
        fill: COMPUTED_FILL,
        border: COMPUTED_BORDER,
        locked: true,
      })),
      ...runs(rows, (row) => row.asksBaseline).map((run): Style => ({
        block: cells(run, at.baseline),
        ...INPUT,
        locked: false,
      })),
      ...notes.styles,
    ],
    numberFormats: [
      { block: AS_OF_DAY, formats: "yyyy-mm-dd" },
      { block: AS_OF_QUARTER, formats: words.quarterFormat },
      { block: AS_OF_MONTHS, formats: words.monthsFormat },
      { block: SHARE_TOLERANCE, formats: "0%" },
      { block: POINT_TOLERANCE, formats: "0.0#" },
      { block: SHARE_GRACE, formats: "0%" },
      { block: column("target", "gap"), formats: rows.map((row) => row.formats) },
      { block: column("due"), formats: "yyyy-mm-dd" },
    ].filter(({ block }) => block.rows > 0) satisfies NumberFormats[],
    validations: [...settingValidations(index.catalog.year), ...rowValidations(rows)],
    colourRules: [...statusRules(column("status")), ...lightRules(column("light"))],
    names: [
      { name: words.asOf, block: AS_OF },
      { name: words.asOfDay, block: AS_OF_DAY },
    ],
    frozen: { rows: FIRST_ROW, columns: at.unit },
    print: { titleRows: { first: HEADER_ROW, last: HEADER_ROW }, columns: at.due + 1, footer: words.printFooter },
    start: cell(FIRST_ROW, at.quarter1),
  };
}

/** One row, and what its cells ask for. */
interface LedgerRow {
  readonly content: Content[];
  /** Number formats from 年度目标 to 差距. */
  readonly formats: string[];
  readonly asksBaseline: boolean;
  /** Whether the quarters are the sum of other rows, and so not for typing. */
  readonly addsUp: boolean;
  readonly entry: "percent" | "number" | "done";
}

function ledgerRow(
  index: CatalogIndex,
  commitment: Commitment,
  position: number,
  positions: ReadonlyMap<string, number>,
  rules: Rules,
): LedgerRow {
  const terms = termsOf(index, commitment);
  const measures = measuresOf(terms);
  const found = figureOrReason(index, commitment);
  const row = FIRST_ROW + position + 1;
  const own = (column: Column) => `${letter(column)}${row}`;
  const refs = rowCells(own, index.catalog.year);
  const isRelative = commitment.target !== undefined && "relativeTo" in commitment.target;
  const isUnplanned = found instanceof CatalogError && found.code === "noAnnualTarget";
  const isMilestone = terms.kind === "milestone";
  const hasShareCell = terms.kind === "flow" || terms.kind === "stock";
  const source = commitment.source;
  const content: Content[] = [
    position + 1,
    index.departmentOf(commitment).name,
    commitment.indicator,
    terms.unit ?? "",
    isRelative ? relativeTargetCall(refs, words.notConfirmed) : targetCall(refs, insteadOfTarget(found)),
    (isRelative ? commitment.baseline?.value : startOf(terms, commitment)) ?? "",
    ...QUARTER_COLUMNS.map((quarter) => totalOfParts(index, commitment, positions, quarter)),
    latestOf(`${own("quarter1")}:${own("quarter4")}`, fixed(AS_OF_QUARTER)),
    attainmentOf(measures, refs) || (isMilestone ? words.noFigure : words.measuresBesides),
    hasShareCell ? shareOf(measures, refs) : words.noFigure,
    gapOf(measures, refs, hasShareCell) || words.noFigure,
    statusFormula(terms, measures, rules, refs, {
      isUnplanned,
      hasShareCell,
      isUnclear: commitment.review === "unclear",
    }),
    lightOf(refs.status),
    "",
    "",
    serialOf(terms.due),
    `“${source.phrase}”，${source.speaker ?? titleOf(index, source.document)}`,
    commitment.id,
  ];
  return {
    content,
    formats: rowFormats(found, terms),
    asksBaseline: isRelative
      ? commitment.baseline === undefined
      : terms.kind === "stock" && terms.startsFromBaseline && commitment.baseline === undefined,
    addsUp: content[at.quarter1] !== "",
    entry: isMilestone ? "done" : terms.unit === PERCENT ? "percent" : "number",
  };
}

/** A declared total adds up its parts' cells, so that nobody types it a second time; "" for any other row, or where a part is not shown. */
function totalOfParts(
  index: CatalogIndex,
  commitment: Commitment,
  positions: ReadonlyMap<string, number>,
  quarter: Column,
): Content {
  if (!commitment.sumOf) return "";
  const unit = termsOf(index, commitment).unit;
  const parts = index
    .partsOf(commitment)
    .map((part) => ({ row: positions.get(part.id), unit: termsOf(index, part).unit }));
  if (parts.some((part) => part.row === undefined || part.unit !== unit)) return "";
  return sumWhenAll(parts.map(({ row }) => `${letter(quarter)}${FIRST_ROW + (row ?? 0) + 1}`));
}

function statusFormula(
  terms: Terms,
  measures: Measures,
  rules: Rules,
  refs: Cells,
  is: { isUnplanned: boolean; hasShareCell: boolean; isUnclear: boolean },
): string {
  const rule = statusRule(terms, measures, rules);
  const isMilestone = terms.kind === "milestone";
  // A promise over several years is judged by its whole; the year's cell says that no year's target was set.
  const judgedBy = is.isUnplanned ? { ...refs, target: "100" } : refs;
  return statusOf(rule, measures, judgedBy, {
    target: is.isUnclear || (!is.isUnplanned && !isMilestone),
    number: !isMilestone,
    shareCell: is.hasShareCell,
  });
}

/** A cell as a formula names it from any row. @example fixed(cell(2, 4)) // "$E$3" */
const fixed = (block: Block) => addressOf(block).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");

/** The row's cells and the sheet's settings, as formulas name them. */
function rowCells(own: (column: Column) => string, year: number): Cells {
  return {
    actual: own("latest"),
    target: own("target"),
    baseline: own("baseline"),
    asOfDay: fixed(AS_OF_DAY),
    asOfMonths: completedMonthsOf(fixed(AS_OF_MONTHS), year),
    shareTolerance: fixed(SHARE_TOLERANCE),
    shareGrace: fixed(SHARE_GRACE),
    pointTolerance: fixed(POINT_TOLERANCE),
    department: own("department"),
    indicator: own("indicator"),
    attainment: own("attainment"),
    share: own("share"),
    status: own("status"),
  };
}

/** What the target cell says where the catalog has no figure to give; null where TARGET must answer. */
function insteadOfTarget(found: Figure | CatalogError): string | null {
  if (!(found instanceof CatalogError)) return null;
  if (found.code === "noAnnualTarget") return words.noAnnualTarget;
  return found.code === "noFigure" ? words.toDo : words.notConfirmed;
}

const titleOf = (index: CatalogIndex, document: string) =>
  index.catalog.documents.find(({ id }) => id === document)?.title ?? document;

/** Formats from 年度目标 to 差距: figures carry their unit; a gap says 欠 or 超. */
function rowFormats(found: Figure | CatalogError, terms: Terms): string[] {
  const unit = terms.unit ?? "";
  const decimals = found instanceof CatalogError ? 0 : decimalsOf(found, unit);
  const number = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const figure = unit ? `${number}"${unit}"` : number;
  const short = areAlike(unit || "个", PERCENT) ? "个百分点" : unit;
  const [behind, ahead] = terms.direction === "down" ? ["超出", "少"] : ["欠", "超"];
  const gap = `"${behind}"${number}"${short}";"${ahead}"${number}"${short}";"0${short}"`;
  const entry = terms.kind === "milestone" ? "General" : unit === PERCENT ? `0.0#"%"` : number;
  return [figure, figure, ...Array.from({ length: QUARTERS }, () => entry), figure, "0.0%", "0.0%", gap];
}

/** Things counted one by one need no decimals; what is measured gets one, or as many as the target was written with. */
function decimalsOf(figure: Figure, unit: string): number {
  const written = /\.(\d+)$/.exec(String(figure.value))?.[1]?.length ?? 0;
  const isMeasured = /[亿%亩斤吨元米瓦度点]/.test(unit) || parseUnit(unit).numerator !== 1;
  return Math.max(written, isMeasured ? 1 : 0);
}

function headRows(index: CatalogIndex, rules: Rules, asOf: string): Content[][] {
  const { catalog } = index;
  const settings: Content[] = COLUMNS.map(() => "");
  const put = (block: Block, label: string, value: Content) => {
    settings[block.column - 1] = label;
    settings[block.column] = value;
  };
  put(AS_OF, words.asOf, asOf);
  put(AS_OF_DAY, words.asOfDay, asOfDay(fixed(AS_OF), words.asOfUnreadable));
  put(SHARE_TOLERANCE, words.toleranceShare, rules.shareTolerance);
  put(POINT_TOLERANCE, words.tolerancePoints, rules.pointTolerance);
  put(SHARE_GRACE, words.graceShare, rules.shareGrace);
  settings[AS_OF_QUARTER.column] = quarterOf(fixed(AS_OF_DAY), catalog.year);
  settings[AS_OF_MONTHS.column] = monthsElapsed(fixed(AS_OF_DAY), catalog.year);
  const legend: Content[] = COLUMNS.map(() => "");
  legend[at.department] = words.legend;
  for (const [position, status] of STATUSES.entries())
    legend[at.quarter1 + position] = `${STATUS_LOOKS[status].shape} ${zh.status[status]}`;
  const { headings } = words;
  const header = COLUMNS.map(([name]) => {
    const quarter = /^quarter(\d)$/.exec(name);
    return quarter
      ? (headings.quarters[Number(quarter[1]) - 1] ?? "")
      : headings[name as Exclude<Column, `quarter${number}`>];
  });
  return [
    [words.title(catalog.region, catalog.year)],
    [`${words.catalogVersion(catalog.title, catalog.version)}　${words.cumulative}`],
    settings,
    legend,
    header,
  ];
}

function headStyles(): Style[] {
  const line = (row: number): Block => ({ row, column: 0, rows: 1, columns: COLUMNS.length });
  const label = (block: Block): Style => ({
    block: cell(block.row, block.column - 1),
    align: "Right",
    fontColor: MUTED,
  });
  return [
    { block: cell(TITLE_ROW, 0), fontSize: 16, bold: true, fontColor: HEADER.fill, rowHeight: 28, middle: true },
    { block: cell(NOTE_ROW, 0), fontSize: 9, fontColor: MUTED, rowHeight: 16 },
    { block: line(SETTINGS_ROW), rowHeight: 22, middle: true },
    ...[AS_OF, AS_OF_DAY, SHARE_TOLERANCE, POINT_TOLERANCE, SHARE_GRACE].map(label),
    ...[AS_OF, SHARE_TOLERANCE, POINT_TOLERANCE, SHARE_GRACE].map((block): Style => ({
      block,
      ...INPUT,
      align: "Center",
      bold: true,
      locked: false,
    })),
    { block: AS_OF_DAY, align: "Left", bold: true },
    ...[AS_OF_QUARTER, AS_OF_MONTHS].map((block): Style => ({ block, align: "Left", fontColor: MUTED })),
    { block: line(LEGEND_ROW), rowHeight: 20, middle: true },
    { block: cell(LEGEND_ROW, at.department), bold: true, fontColor: MUTED },
    ...STATUSES.map((status, position): Style => {
      const { fill, fontColor } = STATUS_LOOKS[status];
      return { block: cell(LEGEND_ROW, at.quarter1 + position), fill, fontColor, align: "Center", bold: true };
    }),
    {
      block: line(HEADER_ROW),
      ...HEADER,
      bold: true,
      align: "Center",
      middle: true,
      wrap: true,
      rowHeight: 30,
      border: HEADER.fill,
    },
  ];
}

/** The legend in full, below the rows: every colour with its word and meaning, and the rules in force. */
function legendNotes(first: number): { content: Content[][]; styles: Style[] } {
  const line = (texts: Partial<Record<Column, Content>>): Content[] =>
    COLUMNS.slice(0, at.unit).map(([name]) => texts[name] ?? "");
  const statuses = STATUSES.map((status) =>
    line({ number: STATUS_LOOKS[status].shape, department: zh.status[status], indicator: words.meaning[status] }),
  );
  const rules = words.rules.map((rule) => line({ department: rule }));
  const heading = (text: string) => line({ department: text });
  return {
    content: [heading(words.legend), ...statuses, heading(words.rulesInForce), ...rules],
    styles: [
      { block: cell(first, at.department), bold: true },
      { block: cell(first + 1 + statuses.length, at.department), bold: true },
      ...STATUSES.map((status, position): Style => {
        const { fill, fontColor } = STATUS_LOOKS[status];
        return {
          block: { row: first + 1 + position, column: 0, rows: 1, columns: 2 },
          fill,
          fontColor,
          align: "Center",
        };
      }),
    ],
  };
}

function settingValidations(year: number): Validation[] {
  const { title, message } = words.toleranceWarning;
  return [
    {
      block: AS_OF,
      rule: { list: Array.from({ length: QUARTERS }, (_, index) => `${year}Q${index + 1}`) },
      title: words.asOf,
      message: words.asOfUnreadable,
      prompt: words.asOfPrompt,
    },
    ...[SHARE_TOLERANCE, SHARE_GRACE].map((block) => ({
      block,
      rule: { formula: fraction(addressOf(block)) },
      title,
      message,
    })),
    {
      block: POINT_TOLERANCE,
      rule: { formula: anyNumber(addressOf(POINT_TOLERANCE)) },
      title,
      message: words.numberWarning.message,
    },
  ];
}

function rowValidations(rows: readonly LedgerRow[]): Validation[] {
  return runs(rows, (row) => row.entry).map((run): Validation => {
    const block: Block = { row: FIRST_ROW + run.first, column: at.quarter1, rows: run.count, columns: QUARTERS };
    const first = addressOf(cell(block.row, block.column));
    if (run.value === "done")
      return { block, rule: { list: [DONE_WORDS[0], NOT_DONE_WORDS[0]] }, ...words.doneWarning };
    if (run.value === "number") return { block, rule: { formula: anyNumber(first) }, ...words.numberWarning };
    return {
      block,
      rule: { formula: plausiblePercent(first, `${letter("target")}${block.row + 1}`) },
      ...words.percentWarning,
    };
  });
}

/** Neighbouring rows that agree, so that a rule is written once for all of them. Rows with a false value are left out. */
function runs<T, V extends string | boolean>(
  rows: readonly T[],
  valueOf: (row: T) => V,
): { first: number; count: number; value: V }[] {
  const found: { first: number; count: number; value: V }[] = [];
  for (const [index, row] of rows.entries()) {
    const value = valueOf(row);
    const last = found.at(-1);
    if (value === false) continue;
    if (last && last.value === value && last.first + last.count === index) last.count += 1;
    else found.push({ first: index, count: 1, value });
  }
  return found;
}

const cells = (run: { first: number; count: number }, column: number): Block => ({
  row: FIRST_ROW + run.first,
  column,
  rows: run.count,
  columns: 1,
});
