/** The only place that spells a worksheet formula. Rules come from core as expressions; here they become Excel's words. */
import { DONE_WORDS, NOT_DONE_WORDS, percentUnclear } from "../core/actual";
import { PERCENT } from "../core/case";
import { INPUTS, type Condition, type Expression, type Input } from "../core/expression";
import type { Measures } from "../core/progress";
import type { StatusRule } from "../core/status";
import { STATUSES, type Status } from "../core/types";
import { magnitudeSlips } from "../core/units";
import { zh } from "../strings/zh";
import { textLiteral } from "./calls";
import { asTyped, Formula } from "./plan";
import { STATUS_LOOKS } from "./statusColours";

/** The cells a row's formulas refer to, as they are written in a formula. */
export type Cells = Readonly<Record<Input, string>> & {
  readonly department: string;
  readonly indicator: string;
  readonly attainment: string;
  readonly share: string;
  readonly status: string;
};

/** Expressions that already stand in a cell of the row: spelled as that cell instead of once more. */
type InCells = ReadonlyMap<Expression, string>;
const NOTHING_IN_CELLS: InCells = new Map();

/** A rule's expression in Excel's words. */
export function spell(expression: Expression, cells: Pick<Cells, Input>, inCells: InCells = NOTHING_IN_CELLS): string {
  const there = inCells.get(expression);
  if (there !== undefined) return there;
  if (typeof expression === "number") return String(expression);
  if ("input" in expression) return cells[expression.input];
  const part = (of: Expression) => spell(of, cells, inCells);
  switch (expression.op) {
    case "add":
      return `(${part(expression.left)}+${part(expression.right)})`;
    case "subtract":
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

/** A rule's condition in Excel's words. */
export function spellCondition(
  condition: Condition,
  cells: Pick<Cells, Input>,
  inCells: InCells = NOTHING_IN_CELLS,
): string {
  switch (condition.is) {
    case "and":
      return `AND(${spellCondition(condition.left, cells, inCells)},${spellCondition(condition.right, cells, inCells)})`;
    case "or":
      return `OR(${spellCondition(condition.left, cells, inCells)},${spellCondition(condition.right, cells, inCells)})`;
    case "not":
      return `NOT(${spellCondition(condition.of, cells, inCells)})`;
    case "known":
      return `ISNUMBER(${cells[condition.input]})`;
    case "blank":
      return `LEN(${cells[condition.input]})=0`; // a plain ="" takes 0 for nothing in some spreadsheets
    case "done":
      return `OR(${[...DONE_WORDS.filter((word) => !/^[\d%]+$/.test(word)).map(textLiteral), "1", "TRUE"].map((word) => `${cells[condition.input]}=${word}`).join(",")})`;
    default:
      return `${unbracketed(spell(condition.left, cells, inCells))}${condition.is}${unbracketed(spell(condition.right, cells, inCells))}`;
  }
}

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

/** Months completed since a year began, for the cell that says so; below 0 before that year. */
export function monthsElapsed(day: string, year: number): Formula {
  return new Formula(`=IF(ISNUMBER(${day}),(YEAR(${day})-${year})*12+MONTH(${day})-IF(DAY(${day}+1)=1,0,1),0)`);
}

/** The month count of 截至期 on the scale of core's completedMonths, from the cell that holds `monthsElapsed`. */
export function completedMonthsOf(elapsed: string, year: number): string {
  return `(${elapsed}+${year * 12})`;
}

/** Which quarter's cell counts, 1 to 4; 0 before the ledger's year and where 截至期 can not be read. */
export function quarterOf(day: string, year: number): Formula {
  return new Formula(`=IF(ISNUMBER(${day}),MAX(0,MIN(4,(YEAR(${day})-${year})*4+ROUNDUP(MONTH(${day})/3,0))),0)`);
}

/** The day a 截至期 cell means: 2024Q2, a year, or a date; the sentence `otherwise` where it means none. */
export function asOfDay(period: string, otherwise: string): Formula {
  const asNumber = `IF(AND(${period}>=1990,${period}<=2100),DATE(${period},12,31),IF(${period}>=32874,INT(${period}),${textLiteral(otherwise)}))`;
  const text = `SUBSTITUTE(${period}," ","")`;
  const isQuarter = `AND(LEN(${text})=6,UPPER(MID(${text},5,1))="Q",VALUE(RIGHT(${text},1))>=1,VALUE(RIGHT(${text},1))<=4)`;
  const asQuarter = `IF(${isQuarter},DATE(VALUE(LEFT(${text},4)),VALUE(RIGHT(${text},1))*3+1,0),${textLiteral(otherwise)})`;
  return new Formula(`=IF(ISNUMBER(${period}),${asNumber},IFERROR(${asQuarter},${textLiteral(otherwise)}))`);
}

/** The one call of a ledger row; `instead` stands where the catalog has no figure to give. */
export function targetCall(
  { department, indicator }: Pick<Cells, "department" | "indicator">,
  instead: string | null,
): Formula {
  const call = `TARGET(${department},${indicator})`;
  return new Formula(instead === null ? `=${call}` : `=IFERROR(${call},${textLiteral(instead)})`);
}

/** The target of a promise against last year: the level entered beside it, or what the catalog says. */
export function relativeTargetCall(
  cells: Pick<Cells, "department" | "indicator" | "baseline">,
  instead: string,
): Formula {
  return new Formula(
    `=IF(ISNUMBER(${cells.baseline}),${cells.baseline},IFERROR(TARGET(${cells.department},${cells.indicator}),${textLiteral(instead)}))`,
  );
}

/** The figure at 截至期: what stands in that quarter's cell, or nothing. The cells are named one by one, so that a column between them does no harm. */
export function latestOf(quarters: readonly string[], quarter: string): Formula {
  return ofQuarter(quarter, quarters.map(orNothing));
}

/** The sum of the quarters up to 截至期, once that quarter is in; nothing where one before it is blank: the sum would look like a whole one. */
export function sumSoFar(quarters: readonly string[], quarter: string): Formula {
  const sums = quarters.map((last, position) => {
    const soFar = quarters.slice(0, position + 1).join(",");
    const sum = `IF(COUNT(${soFar})=${position + 1},SUM(${soFar}),IF(ISNUMBER(${last}),"",${orNothing(last)}))`;
    return position === 0 ? orNothing(last) : sum;
  });
  return ofQuarter(quarter, sums);
}

const ofQuarter = (quarter: string, values: readonly string[]) =>
  new Formula(`=IF(${quarter}<1,"",CHOOSE(${quarter},${values.join(",")}))`);

/** A blank cell handed on would be a 0. */
const orNothing = (cell: string) => `IF(LEN(${cell})=0,"",${cell})`;

/** The sum of cells once all of them hold a number: a total of some of its parts would look like a whole one. */
export function sumWhenAll(cells: readonly string[]): Formula {
  return new Formula(`=IF(COUNT(${cells.join(",")})=${cells.length},SUM(${cells.join(",")}),"")`);
}

/** 完成率, shown where there is an actual and a target. */
export function attainmentOf(measures: Measures, cells: Cells): Formula | null {
  if (measures.attainment === null) return null;
  return new Formula(
    `=IF(AND(ISNUMBER(${cells.actual}),ISNUMBER(${cells.target})),IFERROR(${spell(measures.attainment, cells)},""),"")`,
  );
}

/** 序时进度. */
export function shareOf(measures: Measures, cells: Cells): Formula {
  return new Formula(`=IF(ISNUMBER(${cells.asOfDay}),${spell(measures.share, cells)},"")`);
}

/** 差距 against what is due at 截至期, shown once something is due. */
export function gapOf(measures: Measures, cells: Cells, hasShareCell: boolean): Formula | null {
  if (measures.gap === null) return null;
  const inCells: InCells = hasShareCell ? new Map([[measures.share, cells.share]]) : NOTHING_IN_CELLS;
  const isShown = `AND(ISNUMBER(${cells.asOfDay}),ISNUMBER(${cells.actual}),ISNUMBER(${cells.target}))`;
  const gap = spell(measures.gap, cells, inCells);
  return new Formula(`=IF(${isShown},IF(${spellCondition(measures.isDue, cells, inCells)},${gap},""),"")`);
}

/** 状态. Before the rule itself: a period that can not be read, no target, and an actual that is no number are said as such. */
export function statusOf(
  rule: StatusRule,
  measures: Measures,
  cells: Cells,
  asks: { target: boolean; number: boolean; shareCell: boolean },
): Formula {
  const inCells = new Map<Expression, string>();
  if (asks.shareCell) inCells.set(measures.share, cells.share);
  if (measures.attainment !== null && cells.attainment !== "") inCells.set(measures.attainment, cells.attainment);
  const word = (status: keyof typeof zh.status) => textLiteral(zh.status[status]);
  const spelled = (formula: string, [condition, status]: StatusRule["cases"][number]) =>
    `IF(${spellCondition(condition, cells, inCells)},${word(status)},${formula})`;
  const aboutReports = rule.cases.findIndex(([, status]) => status === "unreported") + 1; // those after them presume an actual
  let formula = rule.cases.slice(aboutReports).reduceRight(spelled, word(rule.otherwise));
  if (asks.number) formula = `IF(NOT(ISNUMBER(${cells.actual})),${word("unverifiable")},${formula})`;
  formula = rule.cases.slice(0, aboutReports).reduceRight(spelled, formula);
  if (asks.target) formula = `IF(NOT(ISNUMBER(${cells.target})),${word("unverifiable")},${formula})`;
  return new Formula(`=IF(NOT(ISNUMBER(${cells.asOfDay})),"",${formula})`);
}

/** 亮灯: the shape of the status beside it. */
export function lightOf(status: string): Formula {
  const shapes = new Map<string, string[]>();
  for (const each of STATUSES) {
    const { shape } = STATUS_LOOKS[each];
    shapes.set(shape, [...(shapes.get(shape) ?? []), zh.status[each]]);
  }
  let formula = '""';
  for (const [shape, words] of [...shapes].reverse()) {
    const tests = words.map((word) => `${status}=${textLiteral(word)}`);
    formula = `IF(${tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`},${textLiteral(shape)},${formula})`;
  }
  return new Formula(`=${formula}`);
}

/** The formula the pane puts into a cell for one commitment. @example typedTarget("市教育局", "新增学位") // '=TARGET("市教育局","新增学位")' */
export function typedTarget(department: string, indicator: string): string {
  return `=TARGET(${textLiteral(department)},${textLiteral(indicator)})`;
}

/** What a row's 填报提示 looks at. */
export interface Hinted {
  readonly cells: Cells;
  /** The four quarters' cells. */
  readonly quarters: readonly string[];
  readonly reason: string;
  readonly measures: string;
  readonly unit: string;
  readonly entry: "percent" | "number" | "done";
  /** How a flow is typed; null for any other kind. */
  readonly flow: "cumulative" | "perQuarter" | null;
  readonly moreIsBetter: boolean;
  /** Whether the figure is of the target's own size, so that a multiple of it is a slip. */
  readonly hasTotal: boolean;
}

/** 填报提示: the first thing that seems wrong with what was typed, or is still asked for. Nothing is forbidden by it. */
export function hintOf(row: Hinted): Formula {
  const hints = zh.ledger.hints;
  const { cells, quarters, unit } = row;
  const found: (readonly [condition: string, sentence: string])[] = [];
  if (row.entry === "done") {
    const done = [...DONE_WORDS, ...NOT_DONE_WORDS].filter((word) => !/^[\d%]+$/.test(word)).map(textLiteral);
    const isWord = [...done, "1", "0", "TRUE", "FALSE"].map((word) => `${cells.actual}=${word}`).join(",");
    found.push([`AND(LEN(${cells.actual})>0,NOT(OR(${isWord})))`, hints.notDoneWord]);
  } else {
    const notNumber = (quarter: string) => `AND(LEN(${quarter})>0,NOT(ISNUMBER(${quarter})))`;
    found.push([`OR(${quarters.map(notNumber).join(",")})`, hints.notNumber]);
  }
  if (row.entry === "percent") found.push([isFractionOf(cells.actual, cells.target), hints.fraction]);
  if (row.flow === "cumulative")
    for (const [position, quarter] of quarters.entries()) {
      const before = quarters.slice(0, position).join(",");
      if (position > 0)
        found.push([
          `AND(ISNUMBER(${quarter}),COUNT(${before})>0,${quarter}<MAX(${before}))`,
          hints.falling(zh.ledger.headings.quarters[position] ?? ""),
        ]);
    }
  if (row.flow === "perQuarter") {
    found.push([`MIN(${quarters.join(",")})<0`, hints.negative]);
    for (const [position, quarter] of quarters.slice(0, -1).entries())
      found.push([
        `AND(LEN(${quarter})=0,COUNT(${quarters.slice(position + 1).join(",")})>0)`,
        hints.missing(zh.ledger.headings.quarters[position] ?? ""),
      ]);
  }
  if (row.hasTotal)
    for (const { factor, margin } of magnitudeSlips(unit)) {
      const isNear = (least: string, most: string) =>
        `IF(AND(ISNUMBER(${cells.actual}),ISNUMBER(${cells.target})),IF(AND(${least}>0,${most}>0),ABS(${most}/${least}/${factor}-1)<=${margin},FALSE),FALSE)`;
      found.push([isNear(cells.target, cells.actual), hints.slip(factor)]);
      // What a flow reached grows over the period, so it is held against what is due; where less is better, little is no slip.
      const due = row.flow === null ? cells.target : `(${cells.target}*${cells.share})`;
      if (row.moreIsBetter) found.push([isNear(cells.actual, due), hints.slipBelow(factor)]);
    }
  const isShort = `OR(${cells.status}=${textLiteral(zh.status.behind)},${cells.status}=${textLiteral(zh.status.farBehind)})`;
  const isBlank = (cell: string) => `LEN(${cell})=0`;
  found.push(
    [`AND(${isShort},${isBlank(row.reason)},${isBlank(row.measures)})`, hints.reasonAndMeasures],
    [`AND(${isShort},${isBlank(row.reason)})`, hints.reason],
    [`AND(${isShort},${isBlank(row.measures)})`, hints.measures],
  );
  return new Formula(
    `=${found.reduceRight((otherwise, [condition, sentence]) => `IF(${condition},${textLiteral(sentence)},${otherwise})`, '""')}`,
  );
}

/** Whether a figure looks like a percentage typed as a fraction: 0.09 where the target is 9 (%). Blank and words do not. */
function isFractionOf(actual: string, target: string): string {
  const cells = { ...(Object.fromEntries(INPUTS.map((name) => [name, ""])) as Record<Input, string>), actual, target };
  return `IF(AND(ISNUMBER(${actual}),ISNUMBER(${target})),${spellCondition(percentUnclear(PERCENT), cells)},FALSE)`;
}

/** For validation: a number that is not a percentage typed as a fraction (0.09 for 9 %). */
export function plausiblePercent(actual: string, target: string): string {
  return `=AND(ISNUMBER(${actual}),NOT(${isFractionOf(actual, target)}))`;
}

/** For validation: any number. */
export function anyNumber(actual: string): string {
  return `=ISNUMBER(${actual})`;
}

/** For validation: a fraction between 0 and 1. */
export function fraction(value: string): string {
  return `=AND(ISNUMBER(${value}),${value}>=0,${value}<=1)`;
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
  return new Formula(`=${textLiteral(words.period)}&${typed}&${textLiteral(words.day)}&${shown}`);
}

/** The ledger's tolerances in one line, all in points. */
export function toleranceLine(
  { share, points, grace }: { share: string; points: string; grace: string },
  words: { share: string; points: string; grace: string; end: string },
): Formula {
  const parts = [
    words.share,
    `ROUND(${share}*100,2)`,
    words.points,
    points,
    words.grace,
    `ROUND(${grace}*100,2)`,
    words.end,
  ];
  return new Formula(`=${parts.map((part, index) => (index % 2 === 0 ? textLiteral(part) : part)).join("&")}`);
}
