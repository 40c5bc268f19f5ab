/**
 * Worksheet formulas are spelled here and in the files formulas….ts beside this one, nowhere else. Rules come from core as expressions;
 * here they become Excel's words. Nothing newer than Excel 2010 is used: a ledger goes on calculating where the add-in never was.
 */
import { DONE_WORDS, NOT_DONE_WORDS } from "../core/actual";
import type { Years } from "../core/case";
import { INPUTS, type Condition, type Expression, type Input } from "../core/expression";
import { dayOfSerial } from "../core/periods";
import type { Measures } from "../core/progress";
import type { StatusRule } from "../core/status";
import { STATUSES, type Day, type Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { UNREADABLE } from "./formulasEntry";
import { dateOf } from "./formulasPeriod";
import { called } from "./functionNames";
import { asTyped, Formula, type Content } from "./plan";
import { STATUS_LOOKS } from "./statusColours";

/** The cells a row's formulas refer to, as they are written in a formula. */
export type Cells = Readonly<Record<Input, string>> & {
  /** Months before the year in which the cell of `asOfMonths` begins to count, on the scale of core's completedMonths. */
  readonly monthsBefore: number;
  readonly department: string;
  readonly indicator: string;
  readonly attainment: string;
  readonly share: string;
  readonly status: string;
};

/** Expressions that already stand in a cell of the row: spelled as that cell instead of once more. */
type InCells = ReadonlyMap<Expression, string>;
const NOTHING_IN_CELLS: InCells = new Map();

type RuleCells = Pick<Cells, Input | "monthsBefore">;

/** A rule's expression in Excel's words. */
export function spell(expression: Expression, cells: RuleCells, inCells: InCells = NOTHING_IN_CELLS): string {
  const there = inCells.get(expression);
  if (there !== undefined) return there;
  if (typeof expression === "number") return String(expression);
  if ("input" in expression)
    return expression.input === "asOfMonths" ? months(cells, -cells.monthsBefore) : cells[expression.input];
  const part = (of: Expression) => spell(of, cells, inCells);
  switch (expression.op) {
    case "add":
      return `(${part(expression.left)}+${part(expression.right)})`;
    case "subtract":
      if (isInput(expression.left, "asOfMonths") && typeof expression.right === "number")
        return months(cells, expression.right - cells.monthsBefore);
      return `(${part(expression.left)}-${part(expression.right)})`;
    case "multiply":
      return `${part(expression.left)}*${part(expression.right)}`;
    case "divide":
      return `${part(expression.left)}/${part(expression.right)}`;
    case "min":
      return `MIN(${part(expression.left)},${part(expression.right)})`;
    case "max":
      return `MAX(${part(expression.left)},${part(expression.right)})`;
    case "abs":
      return `ABS(${unbracketed(part(expression.value))})`;
    case "round":
      return `ROUND(${unbracketed(part(expression.value))},${expression.digits})`;
    case "if":
      return `IF(${spellCondition(expression.when, cells, inCells)},${part(expression.then)},${part(expression.otherwise)})`;
  }
}

const isInput = (expression: Expression, input: Input) =>
  typeof expression === "object" && "input" in expression && expression.input === input;

/** The months elapsed, counted from so many months after the ledger's year began. */
function months({ asOfMonths }: RuleCells, less: number): string {
  return less === 0 ? asOfMonths : `(${asOfMonths}${less > 0 ? "-" : "+"}${Math.abs(less)})`;
}

/** A rule's condition in Excel's words. */
export function spellCondition(condition: Condition, cells: RuleCells, inCells: InCells = NOTHING_IN_CELLS): string {
  switch (condition.is) {
    case "and": {
      const both = [condition.left, condition.right].map((each) => spellCondition(each, cells, inCells));
      const open = both.filter((each) => each !== ALWAYS);
      if (open.length < 2) return open[0] ?? ALWAYS;
      // AND asks both sides, and what is compared with a cell that holds an error is an error.
      return condition.left.is === "known" ? `IF(${open.join(",")},FALSE)` : `AND(${open.join(",")})`;
    }
    case "or":
      return `OR(${spellCondition(condition.left, cells, inCells)},${spellCondition(condition.right, cells, inCells)})`;
    case "not":
      return `NOT(${spellCondition(condition.of, cells, inCells)})`;
    case "known":
      return cells[condition.input].startsWith("N(") ? ALWAYS : `ISNUMBER(${cells[condition.input]})`;
    case "blank":
      return `LEN(${cells[condition.input]})=0`; // a plain ="" takes 0 for nothing in some spreadsheets
    case "done":
      return `${cells[condition.input]}=${textLiteral(DONE_WORDS[0])}`; // whatever the word for it, this one stands in the cell
    default:
      if (isInput(condition.left, "asOfDay") && typeof condition.right === "number")
        return `${cells.asOfDay}${condition.is}${dateOf(dayOfSerial(condition.right))}`;
      return `${unbracketed(spell(condition.left, cells, inCells))}${condition.is}${unbracketed(spell(condition.right, cells, inCells))}`;
  }
}

/** What a number made by N always is: known. */
const ALWAYS = "TRUE";

/** A doubt about a bare number, over it and the cell of the target; a target that is none counts as 0, and is no verdict anyway: so does one that TARGET is still asked for, or cannot be. */
export function spellDoubt(doubt: Condition, number: string, target: string): string {
  const none = Object.fromEntries(INPUTS.map((name) => [name, ""])) as Record<Input, string>;
  return spellCondition(doubt, { ...none, monthsBefore: 0, actual: number, target: `IFERROR(N(${target}),0)` });
}

export const anyOf = (conditions: readonly string[]) =>
  conditions.length === 1 ? (conditions[0] ?? "") : `OR(${conditions.join(",")})`;

/** A pair of brackets around the whole says nothing before a comparison or within ROUND. */
function unbracketed(formula: string): string {
  if (!formula.startsWith("(") || !formula.endsWith(")")) return formula;
  let depth = 0;
  for (const [at, character] of [...formula].entries()) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (depth === 0 && at < formula.length - 1) return formula;
  }
  return formula.slice(1, -1);
}

/**
 * The one call of a ledger row; `instead` stands where the catalog has no figure to give. It names its year: a sheet of one year does
 * not show another's figures once the workbook's year is changed.
 */
export function targetCall(
  { department, indicator }: Pick<Cells, "department" | "indicator">,
  year: number | null,
  instead: string | null,
): Formula {
  const call = callOfYear(department, indicator, year);
  return new Formula(instead === null ? `=${call}` : `=IFERROR(${call},${textLiteral(instead)})`);
}

const callOfYear = (department: string, indicator: string, year: number | null) =>
  `${called("TARGET")}(${department},${indicator}${year === null ? "" : `,${year}`})`;

/** The same where the figure was set anew in the course of the year: the one in force at 截至期. */
export function targetInForce({ department, indicator, asOfDay }: Cells): Formula {
  return new Formula(
    `=IFERROR(${called("TARGET")}(${department},${indicator},,,${asOfDay}),${textLiteral(UNREADABLE)})`,
  );
}

/** A formula for each stretch of time, the last one without an end: before a day the one, from it on the next. */
export function byStretch(
  asOfDay: string,
  stretches: readonly { readonly until: Day | null; readonly formula: string }[],
): string {
  return stretches.reduceRight(
    (otherwise, { until, formula }) =>
      until === null || formula === otherwise ? formula : `IF(${asOfDay}<${dateOf(until)},${formula},${otherwise})`,
    "",
  );
}

/** A formula where 截至期 lies in the years; else other words. A 截至期 that cannot be read lies in none. */
function within(asOfDay: string, years: Years | null, formula: string, otherwise = '""'): string {
  const outside = years === null ? null : outsideOf(asOfDay, years);
  return outside === null ? formula : `IF(${outside},${otherwise},${formula})`;
}

/** Whether 截至期 lies outside of some years; null where none can. */
export function outsideOf(asOfDay: string, { first, last }: Years): string | null {
  const year = `IFERROR(YEAR(${asOfDay}),${Number.isFinite(first) ? first : last})`;
  const sides = [
    ...(Number.isFinite(first) ? [`${year}<${first}`] : []),
    ...(Number.isFinite(last) ? [`${year}>${last}`] : []),
  ];
  return sides.length === 0 ? null : anyOf(sides);
}

/** The target of a promise against last year: the level entered beside it, or what the catalog says. */
export function relativeTargetCall(
  { department, indicator, baseline }: Pick<Cells, "department" | "indicator" | "baseline">,
  year: number | null,
  instead: string,
): Formula {
  const call = callOfYear(department, indicator, year);
  return new Formula(`=IF(ISNUMBER(${baseline}),${baseline},IFERROR(${call},${textLiteral(instead)}))`);
}

/** The rules of a row in a stretch of time: they change where its figure is set anew. */
export interface RuleStretch {
  /** The day from which the next one holds; null for the last. */
  readonly until: Day | null;
  readonly measures: Measures;
  readonly rule: StatusRule;
}

/** What of a row's rules does not depend on the row's cells. */
export interface RowRules {
  readonly stretches: readonly RuleStretch[];
  /** The years in which the row's figure judges, of a promise that has others for other years; null where any date can be judged. */
  readonly years: Years | null;
}

/** An expression of the measures in every stretch; null for a kind that has no such measure. */
function measured(
  { stretches }: RowRules,
  cells: Cells,
  pick: (measures: Measures) => Expression | null,
  inCells: (measures: Measures) => InCells = () => NOTHING_IN_CELLS,
): string | null {
  if (stretches.every(({ measures }) => pick(measures) === null)) return null;
  const formulas = stretches.map(({ until, measures }) => {
    const expression = pick(measures); // a figure set anew to zero or below has no rate, the one before it had
    return { until, formula: expression === null ? '""' : spell(expression, cells, inCells(measures)) };
  });
  return byStretch(cells.asOfDay, formulas);
}

/** 完成率, shown where there is an actual and a target. */
export function attainmentOf(rules: RowRules, cells: Cells): Formula | null {
  const attainment = measured(rules, cells, (measures) => measures.attainment);
  if (attainment === null) return null;
  const shown = `IF(COUNT(${cells.actual},${cells.target})=2,IFERROR(${attainment},""),"")`;
  return new Formula(`=${within(cells.asOfDay, rules.years, shown)}`);
}

/** 序时进度. */
export function shareOf(rules: RowRules, cells: Cells): Formula {
  const share = measured(rules, cells, (measures) => measures.share) ?? "";
  return new Formula(`=IF(ISNUMBER(${cells.asOfDay}),${share},"")`);
}

/** 差距 against what is due at 截至期, shown once something is due. */
export function gapOf(rules: RowRules, cells: Cells, hasShareCell: boolean): Formula | null {
  const inCells = ({ share }: Measures): InCells => (hasShareCell ? new Map([[share, cells.share]]) : NOTHING_IN_CELLS);
  const gaps = rules.stretches.flatMap(({ until, measures }) => {
    if (measures.gap === null) return [];
    const [gap, isDue] = [
      spell(measures.gap, cells, inCells(measures)),
      spellCondition(measures.isDue, cells, inCells(measures)),
    ];
    return [{ until, formula: `IF(${isDue},${gap},"")` }];
  });
  if (gaps.length === 0) return null;
  const shown = `IF(COUNT(${cells.asOfDay},${cells.actual},${cells.target})=3,${byStretch(cells.asOfDay, gaps)},"")`;
  return new Formula(`=${within(cells.asOfDay, rules.years, shown)}`);
}

/** Whether a case is about what was reported last, where nothing newer was: then that figure itself stands as the latest in the ledger. */
export const isAboutLastReport = ([condition]: StatusRule["cases"][number]) =>
  condition.is === "and" && condition.left.is === "blank";

/** What a verdict asks of the row's cells before the rule itself. */
export interface Asked {
  /** A target that is a number; a promise over several years is judged by its whole, and a milestone by the deed. */
  readonly target: boolean;
  readonly kind: "number" | "deed";
  /** The cell of the level the row is reckoned from, where something may stand that is no number; null where there is none. */
  readonly baseline: string | null;
  readonly shareCell: boolean;
  /** Whether in the ledger's year none of the row's periods has closed yet; null where one always has. */
  readonly notYet: string | null;
}

/** Whether something stands in a cell that is no number. */
export const isNoNumber = (cell: string) => `OR(ISTEXT(${cell}),ISERROR(${cell}),ISLOGICAL(${cell}))`;

/**
 * 状态. Before the rule itself: a period that can not be read, no target, and an actual that could not be read are said as such. An
 * error that came into a cell of the row, as by pasting, leaves nothing to verify: a verdict is a word, whatever stands beside it.
 */
export function statusOf(rules: RowRules, cells: Cells, asked: Asked): Formula {
  const word = (status: keyof typeof zh.status) => textLiteral(zh.status[status]);
  const verdicts = rules.stretches.map(({ until, measures, rule }) => {
    const inCells = new Map<Expression, string>();
    if (asked.shareCell) inCells.set(measures.share, cells.share);
    if (measures.attainment !== null && cells.attainment !== "") inCells.set(measures.attainment, cells.attainment);
    let formula = word(rule.otherwise);
    for (const [condition, status] of rule.cases.filter((each) => !isAboutLastReport(each)).reverse())
      formula = `IF(${spellCondition(condition, cells, inCells)},${word(status)},${formula})`;
    return { until, formula };
  });
  const formula = byStretch(cells.asOfDay, verdicts);
  const { actual } = cells;
  const deeds = [DONE_WORDS[0], NOT_DONE_WORDS[0]].map((deed) => `${actual}=${textLiteral(deed)}`).join(",");
  const can = [
    asked.kind === "number" ? `OR(${actual}="",ISNUMBER(${actual}))` : `OR(${actual}="",${deeds})`,
    ...(asked.target ? [`ISNUMBER(${cells.target})`] : []),
    ...(asked.baseline === null ? [] : [`NOT(${isNoNumber(asked.baseline)})`]),
  ];
  const isJudged = can.length === 1 ? (can[0] ?? "") : `AND(${can.join(",")})`;
  const verdict = `IFERROR(IF(${isJudged},${formula},${word("unverifiable")}),${word("unverifiable")})`;
  const inYear = within(cells.asOfDay, rules.years, verdict, word("unverifiable"));
  const due = asked.notYet === null ? inYear : `IF(${asked.notYet},${word("notDue")},${inYear})`;
  return new Formula(`=IF(ISNUMBER(${cells.asOfDay}),${due},"")`);
}

/** 亮灯: the shape of the status beside it. */
export function lightOf(status: string): Formula {
  const shapes = STATUSES.map((each) => STATUS_LOOKS[each].shape).join("");
  const words = STATUSES.map((each) => textLiteral(zh.status[each])).join(",");
  return new Formula(`=IFERROR(MID(${textLiteral(shapes)},MATCH(${status},{${words}},0),1),"")`);
}

/** For validation: any number. */
export function anyNumber(actual: string): string {
  return `=ISNUMBER(${actual})`;
}

/** Cells of another sheet as a formula names them. @example cellsOf("李四's 表", "$A$1") // "'李四''s 表'!$A$1" */
export function cellsOf(sheet: string, cells: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}

/** Two columns of a ledger, cell beside cell. */
export interface VerdictColumns {
  readonly departments: string;
  readonly statuses: string;
}

/** A department of the tallies: its name, and the cell that holds it. */
export interface TalliedDepartment {
  readonly name: string;
  readonly cell: string;
}

/** How many promises of a department have a verdict; `department` null counts those that name none. */
export function tallyOf(
  { departments, statuses }: VerdictColumns,
  department: TalliedDepartment | null,
  status: Status,
): Formula {
  const word = textLiteral(zh.status[status]);
  // COUNTIFS takes >5, 5% and 市*局 for conditions: such a name is compared cell by cell.
  if (department && (/[~*?]/.test(department.name) || asTyped(department.name) !== department.name))
    return new Formula(`=SUMPRODUCT((${departments}=${department.cell})*(${statuses}=${word}))`);
  return new Formula(`=COUNTIFS(${departments},${department?.cell ?? textLiteral("=")},${statuses},${word})`);
}

/** How many promises of all departments have a verdict. */
export function tallyOfAll({ statuses }: VerdictColumns, status: Status): Formula {
  return new Formula(`=COUNTIFS(${statuses},${textLiteral(zh.status[status])})`);
}

export function sumOf(cells: string): Formula {
  return new Formula(`=SUM(${cells})`);
}

/** The share of the first two counts in all of a row's; the word `otherwise` where there are none. */
export function shareOfCounts(first: string, all: string, otherwise: string): Formula {
  return new Formula(`=IF(SUM(${all})=0,${textLiteral(otherwise)},SUM(${first})/SUM(${all}))`);
}

/** The sentence, once any of the cells no longer holds the number it held; nothing before. */
export function onceChanged(held: readonly (readonly [cell: string, count: number])[], sentence: string): Formula {
  const same = held.map(([cell, count]) => `${cell}=${count}`);
  return new Formula(`=IF(AND(${same.join(",")}),"",${textLiteral(sentence)})`);
}

/** 截至期 and the day it means, in one line. A period typed as a date shows as that day. */
export function periodLine(period: string, day: string, words: { period: string; day: string }): Formula {
  const shown = `IF(ISNUMBER(${day}),TEXT(${day},"yyyy-mm-dd"),${day})`;
  const typed = `IF(AND(ISNUMBER(${period}),${period}>2100),TEXT(${period},"yyyy-mm-dd"),${period})`;
  return new Formula(
    `=${textLiteral(words.period)}&IFERROR(${typed},${textLiteral(UNREADABLE)})&${textLiteral(words.day)}&${shown}`,
  );
}

/** 截至期 of a sheet in one line, or that it has none. @param asOf the cells of 截至期 and 截至日 there */
export function judgedAt(sheet: string, asOf: string | null | undefined, asOfDay: string | null | undefined): Content {
  const words = zh.summary;
  return asOf && asOfDay
    ? periodLine(cellsOf(sheet, asOf), cellsOf(sheet, asOfDay), { period: words.asOf, day: words.asOfDay })
    : words.asOf + words.noPeriod;
}
