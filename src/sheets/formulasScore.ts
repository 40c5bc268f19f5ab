/** The formulas of the score sheet (考核得分): points of a row, totals of a department, and what is wrong with weights. */
import type { Terms } from "../core/case";
import { DONE_WORDS, NOT_DONE_WORDS } from "../core/actual";
import { allOrNone, earnedShare } from "../core/scores";
import type { Expression } from "../core/expression";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { byStretch, spell } from "./formulas";
import { Formula } from "./plan";

const words = zh.scores;
const POINTS_BY_RANK = 0.05; // 100, 95, 90 … of the weight
const WHOLE = 100;

/** A column of the ledger and the one in which its rows are found, as formulas of another sheet name them. */
export interface LedgerLookup {
  readonly ids: string;
  /** The cell of the score sheet that holds the row's 编号. */
  readonly id: string;
}

/** What a ledger's row shows in a column, found by its 编号; blank where the row is gone. A blank cell stays blank and is no 0. */
export function fromLedger({ ids, id }: LedgerLookup, column: string): Formula {
  const found = `INDEX(${column},MATCH(${id},${ids},0))`;
  return new Formula(`=IFERROR(IF(LEN(${found})=0,"",${found}),"")`);
}

/** The cells of a row of the score sheet. */
export interface ScoreCells {
  readonly weight: string;
  readonly rule: string;
  readonly target: string;
  readonly actual: string;
  readonly baseline: string;
  readonly rank: string;
  readonly bonus: string;
  readonly basis: string;
  readonly points: string;
}

/** 基本分: by the rule that stands in the row; blank where there is no weight or nothing to score. */
export function pointsOf(
  stretches: readonly { readonly terms: Terms; readonly until: string | null }[],
  asOfDay: string,
  cells: ScoreCells,
): Formula {
  const { weight, rule, rank, actual, target } = cells;
  const byRank = `IF(AND(ISNUMBER(${rank}),N(${rank})>=1),${weight}*MAX(0,1-${POINTS_BY_RANK}*(${rank}-1)),"")`;
  const isDeed = stretches.every(({ terms }) => terms.kind === "milestone");
  const own = isDeed
    ? `IF(${actual}=${textLiteral(DONE_WORDS[0])},${weight},IF(${actual}=${textLiteral(NOT_DONE_WORDS[0])},0,""))`
    : `IF(COUNT(${actual},${target})=2,${byAttainment(stretches, asOfDay, cells)},"")`;
  const scored = `IF(${rule}=${textLiteral(words.rules.byRank)},${byRank},${own})`;
  return new Formula(`=IF(AND(ISNUMBER(${weight}),N(${weight})>=0),IFERROR(${scored},""),"")`);
}

function byAttainment(
  stretches: readonly { readonly terms: Terms; readonly until: string | null }[],
  asOfDay: string,
  { weight, rule, actual, target, baseline }: ScoreCells,
): string {
  const none = { lastKnown: "", asOfDay, asOfMonths: "", shareTolerance: "", shareGrace: "", pointTolerance: "" };
  const share = (ruleOf: (terms: Terms) => Expression) =>
    byStretch(
      asOfDay,
      stretches.map(({ terms, until }) => ({
        until,
        formula: spell(ruleOf(terms), { ...none, actual, target, baseline, monthsBefore: 0 }),
      })),
    );
  return `${weight}*IF(${rule}=${textLiteral(words.rules.fullOrNone)},${share(allOrNone)},${share(earnedShare)})`;
}

/** 得分: with what was added or taken off, where its basis is given. */
export const scoreOf = ({ points, bonus, basis }: ScoreCells): Formula =>
  new Formula(`=IF(ISNUMBER(${points}),${points}+IF(LEN(${basis})>0,N(${bonus}),0),"")`);

/** What a row still lacks. */
export function scoreHint({ weight, rule, rank, bonus, basis, points }: ScoreCells): Formula {
  const { hints } = words;
  const isRankMissing = `AND(${rule}=${textLiteral(words.rules.byRank)},NOT(ISNUMBER(${rank})))`;
  const rest = `IF(ISNUMBER(${points}),"",IF(${isRankMissing},${textLiteral(hints.noRank)},${textLiteral(hints.notScored)}))`;
  const weighed = `IF(AND(ISNUMBER(${weight}),N(${weight})>=0),${rest},${textLiteral(hints.noWeight)})`;
  return new Formula(`=IF(AND(LEN(${bonus})>0,LEN(${basis})=0),${textLiteral(hints.noBasis)},${weighed})`);
}

/** Columns of the rows that are added up, as totals name them. */
export interface ScoreColumns {
  readonly departments: string;
  readonly weights: string;
  readonly scores: string;
}

const rowsOf = ({ departments }: ScoreColumns, name: string | null) =>
  name === null ? `(LEN(${departments})>0)` : `(${departments}=${name})`;

/** How many rows there are. @param name the cell of a department; null: all of them */
export const countOf = (columns: ScoreColumns, name: string | null): Formula =>
  new Formula(`=SUMPRODUCT(${rowsOf(columns, name)}*1)`);

/** The weights of rows; with `scored` only of those that have a score. */
export function weightSum(columns: ScoreColumns, name: string | null, scored: boolean): Formula {
  const isScored = scored ? `*ISNUMBER(${columns.scores})` : "";
  return new Formula(`=SUMPRODUCT(${rowsOf(columns, name)}*1${isScored},${columns.weights})`);
}

/** What rows earned together; blank where none of them is scored: nothing reported is no nought. @param scored the cell of their weights */
export const scoreSum = (columns: ScoreColumns, name: string | null, scored: string): Formula =>
  new Formula(`=IF(${scored}>0,SUMPRODUCT(${rowsOf(columns, name)}*1,${columns.scores}),"")`);

/** 得分率: of what was scored. */
export const scoreRate = (score: string, weight: string): Formula =>
  new Formula(`=IF(${weight}>0,${score}/${weight},"")`);

/** The rank among the rates; those that are alike share one, and who has none has no rank. */
export const rankOf = (rate: string, rates: string): Formula =>
  new Formula(`=IF(ISNUMBER(${rate}),RANK(${rate},${rates}),${textLiteral(zh.ledger.noFigure)})`);

/** How much of the weight was scored, where that is not all of it. @param group in which it is ranked, said before; "" where none is */
export function scoredOf(scored: string, all: string, group = ""): Formula {
  const behind = group === "" ? "" : "　";
  const part = `${textLiteral(behind + words.scoredBefore)}&ROUND(${scored},2)&${textLiteral(words.scoredBehind)}`;
  const before = group === "" ? "" : `${textLiteral(group)}&`;
  return new Formula(
    `=${before}IF(${scored}=0,${textLiteral(behind + words.nothingScored)},IF(${scored}<${all},${part},""))`,
  );
}

const cameToWhole = (each: string) => `SUMPRODUCT((ROUND(${each},6)=${WHOLE})*1)`;

/** What stands for all together, unless each of several comes to 100 by itself: then their weights and points are not added up. */
export function unlessApart(each: string, count: number, formula: Formula, otherwise: string): Formula {
  if (count < 2) return formula;
  const together = formula.toString().slice(1);
  return new Formula(`=IF(${cameToWhole(each)}=${count},${textLiteral(otherwise)},${together})`);
}

/** That weights do not come to 100, neither in all nor in each department: it is told, and not mended. */
export function weightTrouble(each: string, departments: number): Formula {
  const all = `SUM(${each})`;
  const isWhole = `OR(ROUND(${all},6)=${WHOLE},${cameToWhole(each)}=${departments})`;
  const sentence = `${textLiteral(words.weightsBefore)}&ROUND(${all},2)&${textLiteral(words.weightsBehind)}`;
  return new Formula(`=IF(${isWhole},"",${sentence})`);
}

/** How many of those that are to come to 100 each do not. */
export function weightTroubleOfEach(each: string, count: number): Formula {
  const wrong = `(${count}-${cameToWhole(each)})`;
  return new Formula(`=IF(${wrong}=0,"",${wrong}&${textLiteral(words.places.weightsBehind)})`);
}
