/**
 * The score sheet (考核得分) of a ledger or a county table: a row a promise with its weight, rule and points, and totals by department or
 * place with their ranks. Target and actual are looked up where they stand, so that it follows them; all of it is native and lives without
 * the add-in.
 */
import { caseOf, stretchesOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { scoreRuleOf } from "../core/scores";
import { STATUSES, type Commitment, type ScoreRule } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import {
  countOf,
  pointsOf,
  rankOf,
  scoredOf,
  scoreHint,
  scoreOf,
  scoreRate,
  scoreSum,
  unlessApart,
  weightSum,
  weightTrouble,
  weightTroubleOfEach,
  type ScoreCells,
  type ScoreColumns,
} from "./formulasScore";
import { judgedStart, judgedTarget } from "./ledgerFigure";
import { rowFormats } from "./ledgerFormats";
import { INPUT, MUTED } from "./ledgerRow";
import type { FoundInRow } from "./ledgerFindings";
import { minuteOf } from "./madeAt";
import {
  addressOf,
  cell,
  columnName,
  type Block,
  type Content,
  type Formula,
  type SheetPlan,
  type Style,
} from "./plan";
import { shownAt, type SheetCells } from "./standingLedger";
import { STATUS_LOOKS, statusRules } from "./statusColours";

const words = zh.scores;

/** The name of the sheet, where it is free. */
export const SCORES_NAME = words.sheetName;
/** The name of that of a county table. */
export const PLACES_SCORES_NAME = words.places.sheetName;

/** What is scored: the rows of a ledger, or of a county table. */
export interface Scored {
  /** The sheet it is looked up in. */
  readonly sheet: string;
  readonly title: string;
  /** The line that says 截至期. */
  readonly period: Content;
  /** The cell of 截至日 as formulas name it; "0" where there is none. */
  readonly day: string;
  /** What those are called whose points are added up. */
  readonly owners: { readonly heading: string; readonly totals: string };
  /** Whether each of them is to come to a hundred by itself, and 名次 is looked up. */
  readonly arePlaces: boolean;
  /** The group in which each is ranked; null where all are ranked together. */
  readonly groups: ReadonlyMap<string, string> | null;
  readonly rows: readonly ScoredRow[];
}

export interface ScoredRow {
  readonly commitment: Commitment;
  readonly owner: string;
  /** The rank by which 按名次 scores it, where it stands somewhere; null where people type it. */
  readonly rank: Formula | null;
  /** What is looked up for it. @param id the cell of the score sheet that holds its 编号 */
  readonly found: (id: string) => {
    readonly target: Formula;
    readonly actual: Formula;
    readonly status: Formula;
    /** As an expression. */
    readonly baseline: string;
  };
}

/** The columns of the rows, from A. */
const COLUMNS = [
  "number",
  "department",
  "indicator",
  "weight",
  "rule",
  "target",
  "actual",
  "status",
  "points",
  "rank",
  "bonus",
  "basis",
  "score",
  "hint",
  "id",
] as const;
type Column = (typeof COLUMNS)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  number: 36,
  department: 100,
  indicator: 170,
  weight: 66,
  rule: 84,
  target: 84,
  actual: 84,
  status: 66,
  points: 60,
  rank: 46,
  bonus: 54,
  basis: 110,
  score: 60,
  hint: 130,
  id: 84,
};
/** What people type; it is kept when the sheet is made anew. */
const TYPED = ["weight", "rule", "rank", "bonus", "basis"] as const satisfies readonly Column[];
/** What was typed into a row. */
export type TypedScore = Readonly<Record<(typeof TYPED)[number], string | number>>;

const at = Object.fromEntries(COLUMNS.map((column, place) => [column, place])) as Record<Column, number>;
const INK = "#1F3B63";
const BAND = "#E8EDF5";
const LINES = "#C9D1DE";
const HEIGHT = 20;

/** What each verdict's word means, so many to a line that none runs beyond the page. */
const MEANINGS = STATUSES.map((status) =>
  zh.summary.meaning(STATUS_LOOKS[status].shape, zh.status[status], zh.ledger.meaning[status]),
);
const ON_A_LINE = 3;
const LEGEND = [0, ON_A_LINE, 2 * ON_A_LINE].map((from) => {
  const line = MEANINGS.slice(from, from + ON_A_LINE);
  return from === 0 ? zh.summary.legend(line) : words.meanings(line);
});

/** The totals' columns, which share the width of the rows'. */
const TOTAL_COLUMNS = ["rank", "department", "note", "weight", "scored", "score", "rate", "count"] as const;

/**
 * The plan of the sheet.
 * @param typed what was typed into an earlier one, by 编号
 * @param name the sheet's name
 */
export function scoreSheet(
  index: CatalogIndex,
  source: Scored,
  typed: ReadonlyMap<string, TypedScore>,
  name: string,
  madeAt: Date,
): SheetPlan {
  const { rows: scored, owners } = source;
  const departments = [...new Set(scored.map(({ owner }) => owner))];
  const firstTotal = 5;
  const lastTotal = firstTotal + departments.length; // the row of 合计
  const header = lastTotal + 2;
  const first = header + 1;
  const last = header + Math.max(1, scored.length);
  const column = (wanted: Column) => `$${columnName(at[wanted])}$${first + 1}:$${columnName(at[wanted])}$${last + 1}`;
  const columns: ScoreColumns = {
    departments: column("department"),
    weights: column("weight"),
    scores: column("score"),
  };
  const content: Content[][] = [
    [words.title(source.title || words.untitled)],
    headLine(index, source, minuteOf(madeAt)),
    [
      source.arePlaces
        ? weightTroubleOfEach(blockAt(firstTotal, lastTotal - 1, 3), departments.length)
        : weightTrouble(blockAt(firstTotal, lastTotal - 1, 3), departments.length),
    ],
    [owners.totals],
    TOTAL_COLUMNS.map((each) => (each === "department" ? owners.heading : words.totalHeadings[each])),
    ...departments.map((department, place) => {
      const among = rankedAmong(departments, department, source.groups);
      const lines = [firstTotal + among.first, firstTotal + among.last] as const;
      return totalRow(columns, department, firstTotal + place, lines, source.groups?.get(department) ?? "");
    }),
    allTogether(columns, source, lastTotal, { each: blockAt(firstTotal, lastTotal - 1, 3), count: departments.length }),
    [],
    COLUMNS.map((each) => (each === "department" ? owners.heading : words.headings[each])),
    ...scored.map((each, place) => row(index, source.day, each, place, first + place, typed)),
    [],
    ...LEGEND.map((line) => [line]),
    ...words.legend.map((line) => [line]),
  ];
  const rows = (from: Column, to: Column = from): Block => ({
    row: first,
    column: at[from],
    rows: last - first + 1,
    columns: at[to] - at[from] + 1,
  });
  const totals: Block = {
    row: firstTotal - 1,
    column: 0,
    rows: lastTotal - firstTotal + 2,
    columns: TOTAL_COLUMNS.length,
  };
  const wholeRow = (line: number): Block => ({ row: line, column: 0, rows: 1, columns: COLUMNS.length });
  const input = (block: Block): Style => ({ block, ...INPUT, locked: false });
  return {
    name,
    tabColor: INK,
    content,
    columnWidths: COLUMNS.map((each) => WIDTHS[each]),
    styles: [
      { block: cell(0, 0), fontSize: 16, bold: true, fontColor: INK },
      { block: wholeRow(1), fontColor: MUTED },
      { block: cell(2, 0), bold: true, fontColor: "#9C0006" },
      { block: cell(3, 0), bold: true, fontColor: INK },
      { block: totals, border: LINES, middle: true, rowHeight: HEIGHT },
      { block: { ...totals, rows: 1 }, bold: true, fill: BAND, align: "Center" },
      { block: { ...totals, row: lastTotal, rows: 1 }, bold: true, fill: BAND },
      { block: { ...totals, row: firstTotal, rows: totals.rows - 1, columns: 1 }, align: "Center" },
      { block: wholeRow(header), bold: true, fill: BAND, align: "Center", wrap: true, border: LINES, middle: true },
      { block: rows("number", "id"), border: LINES, middle: true, rowHeight: HEIGHT },
      { block: rows("department", "indicator"), wrap: true },
      { block: rows("basis"), wrap: true, fontSize: 9 },
      ...(["number", "weight", "status", "rank"] as const).map((each): Style => ({
        block: rows(each),
        align: "Center",
      })),
      ...(["target", "actual"] as const).map((each): Style => ({ block: rows(each), align: "Right" })),
      input(rows("weight", "rule")),
      input(rows(source.arePlaces ? "bonus" : "rank", "basis")),
      { block: rows("hint", "id"), fontColor: MUTED, fontSize: 9 },
      { block: { ...wholeRow(last + 2), rows: LEGEND.length + words.legend.length }, fontColor: MUTED, fontSize: 9 },
    ],
    numberFormats: [
      { block: { ...totals, row: firstTotal, rows: totals.rows - 1, column: 5, columns: 1 }, formats: "#,##0.00" },
      { block: { ...totals, row: firstTotal, rows: totals.rows - 1, column: 6, columns: 1 }, formats: "0.0%" },
      { block: rows("points"), formats: "#,##0.00" },
      { block: rows("score"), formats: "#,##0.00" },
      ...scored.map(({ commitment }, place) => {
        const { target = "General", latest = "General" } = rowFormats(
          caseOf(index, commitment),
          [],
          undefined,
          WIDTHS.target,
        );
        return { block: { ...rows("target", "actual"), row: first + place, rows: 1 }, formats: [[target, latest]] };
      }),
    ],
    validations: [
      {
        block: rows("rule"),
        rule: { list: Object.values(words.rules) },
        title: words.headings.rule,
        message: words.ruleWarning,
      },
    ],
    colourRules: statusRules(rows("status")),
    names: [],
    frozen: { rows: header + 1, columns: 0 },
    print: { columns: at.hint, titleRows: { first: header, last: header } },
    start: cell(first, at.weight),
  };
}

function headLine({ catalog }: CatalogIndex, { sheet, period }: Scored, made: string): Content[] {
  const from = zh.summary.madeAt(zh.ledger.catalogVersion(catalog.title, catalog.version), sheet, made);
  return [period, "", "", "", "", from];
}

/** The first and the last of those one is ranked among: all, or its group, which stands together. */
function rankedAmong(owners: readonly string[], owner: string, groups: Scored["groups"]) {
  if (groups === null) return { first: 0, last: owners.length - 1 };
  const same = (other: string | undefined) => other !== undefined && groups.get(other) === groups.get(owner);
  let [first, last] = [owners.indexOf(owner), owners.indexOf(owner)];
  while (same(owners[first - 1])) first -= 1;
  while (same(owners[last + 1])) last += 1;
  return { first, last };
}

/** The totals of a department or place, with the lines it is ranked among and the group these are. */
function totalRow(
  columns: ScoreColumns,
  department: string,
  line: number,
  [first, last]: readonly [number, number],
  group: string,
): Content[] {
  const own = fixedAt(line, 1);
  const [weight, scored, score] = [fixedAt(line, 3), fixedAt(line, 4), fixedAt(line, 5)];
  return [
    rankOf(fixedAt(line, 6), blockAt(first, last, 6)),
    department,
    scoredOf(scored, weight, group),
    weightSum(columns, own, false),
    weightSum(columns, own, true),
    scoreSum(columns, own, scored),
    scoreRate(score, scored),
    countOf(columns, own),
  ];
}

/**
 * All together, which have no rank. Points are added up where the rows share one hundred; those who have a hundred each, as places do, are
 * only counted: a sum of their weights is nobody's.
 * @param weights the cells of the weights of each, and how many there are
 */
function allTogether(
  columns: ScoreColumns,
  { arePlaces }: Scored,
  line: number,
  weights: { readonly each: string; readonly count: number },
): Content[] {
  const count = countOf(columns, null);
  if (arePlaces) return ["", words.total, words.places.notAdded, "", "", "", "", count];
  const [weight, scored, score] = [fixedAt(line, 3), fixedAt(line, 4), fixedAt(line, 5)];
  const added = (formula: Formula, otherwise = "") => unlessApart(weights.each, weights.count, formula, otherwise);
  return [
    "",
    words.total,
    added(scoredOf(scored, weight), words.notAdded),
    added(weightSum(columns, null, false)),
    added(weightSum(columns, null, true)),
    added(scoreSum(columns, null, scored)),
    added(scoreRate(score, scored)),
    count,
  ];
}

function row(
  index: CatalogIndex,
  day: string,
  { commitment, owner, rank, found }: ScoredRow,
  place: number,
  line: number,
  typed: ReadonlyMap<string, TypedScore>,
): Content[] {
  const own = (column: Column) => `$${columnName(at[column])}${line + 1}`;
  const { target, actual, status, baseline } = found(own("id"));
  const judged = caseOf(index, commitment);
  const start = judgedStart(index, judged, { baseline, asOfDay: day });
  const cells: ScoreCells = {
    weight: own("weight"),
    rule: own("rule"),
    // Of a promise over several years that nobody planned by year it is the whole, as in its ledger.
    target: judgedTarget(index, judged, { target: own("target"), baseline: start, asOfDay: day }),
    actual: own("actual"),
    baseline: start,
    rank: own("rank"),
    bonus: own("bonus"),
    basis: own("basis"),
    points: own("points"),
  };
  const stretches = stretchesOf(index, commitment).map(({ judged: { terms }, until }) => ({ terms, until }));
  const kept = typed.get(commitment.id);
  const content: Record<Column, Content> = {
    number: place + 1,
    department: owner,
    indicator: commitment.indicator,
    weight: kept?.weight ?? commitment.weight ?? "",
    rule: kept?.rule || ruleWord(scoreRuleOf(commitment)),
    target,
    actual,
    status,
    points: pointsOf(stretches, day, cells),
    rank: rank ?? kept?.rank ?? "",
    bonus: kept?.bonus ?? "",
    basis: kept?.basis ?? "",
    score: scoreOf(cells),
    hint: scoreHint(cells),
    id: commitment.id,
  };
  return COLUMNS.map((column) => content[column]);
}

const ruleWord = (rule: ScoreRule): string => words.rules[rule];

const fixedAt = (line: number, column: number) => `$${columnName(column)}$${line + 1}`;
const blockAt = (first: number, last: number, column: number) =>
  addressOf({ row: first, column, rows: Math.max(1, last - first + 1), columns: 1 }).replace(
    /([A-Z]+)(\d+)/g,
    "$$$1$$$2",
  );

/** What people typed into a score sheet, by 编号; empty where the cells are none. */
export function typedScores(cells: SheetCells): Map<string, TypedScore> {
  const found = new Map<string, TypedScore>();
  const line = cells.texts.findIndex(
    (texts) => texts.includes(words.headings.id) && texts.includes(words.headings.weight),
  );
  const heads = cells.texts[line];
  if (!heads) return found;
  const placeOf = (column: Column) => heads.indexOf(words.headings[column]);
  for (let below = line + 1; below < cells.texts.length; below += 1) {
    const value = (column: Column) => {
      const shown = shownAt(cells, cells.row + below, cells.column + placeOf(column)).value;
      return typeof shown === "boolean" ? String(shown) : shown;
    };
    const id = placeOf("id") < 0 ? "" : String(value("id"));
    if (id !== "") found.set(id, Object.fromEntries(TYPED.map((each) => [each, value(each)])) as TypedScore);
  }
  return found;
}

/** What the hints of a score sheet say, row by row; empty where the cells are none. */
export function scoreFindings(cells: SheetCells): FoundInRow[] {
  const line = cells.texts.findIndex(
    (texts) => texts.includes(words.headings.id) && texts.includes(words.headings.weight),
  );
  const heads = cells.texts[line];
  if (!heads) return [];
  const found: FoundInRow[] = [];
  for (let row = cells.row + line + 1; row < cells.row + cells.texts.length; row += 1) {
    const shown = (column: Column) => {
      const place = heads.indexOf(words.headings[column]);
      return place < 0 ? "" : shownAt(cells, row, cells.column + place).text.trim();
    };
    // A row without a figure is told by its ledger.
    if (shown("id") === "" || shown("hint") === "" || shown("hint") === words.hints.notScored) continue;
    const address = addressOf(cell(row, cells.column + heads.indexOf(words.headings.hint)));
    const finding = { facts: { is: "hint", text: shown("hint") }, address, mend: null } as const;
    found.push({
      sheet: cells.name,
      row,
      department: shown("department"),
      indicator: shown("indicator"),
      findings: [finding],
    });
  }
  return found;
}
