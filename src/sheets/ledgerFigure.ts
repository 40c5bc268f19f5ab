/** What a ledger row is judged against: its target's cell, and the rules over the time where the figure is set anew. */
import { doubtfulNumbers } from "../core/actual";
import { caseOf, stretchesOf, type Case, type Terms } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { partsOf } from "../core/periods";
import { measuresOf } from "../core/progress";
import { statusRule, type Rules } from "../core/status";
import type { Commitment, Figure } from "../core/types";
import { amountText } from "../strings/evidence";
import { zhSheets as zh } from "../strings/zhSheets";
import {
  anyOf,
  byStretch,
  isAboutLastReport,
  relativeTargetCall,
  spellCondition,
  spellDoubt,
  targetCall,
  targetInForce,
  type Cells,
  type RowRules,
} from "./formulas";
import type { Content } from "./plan";

const words = zh.ledger;

/** The row's rules over the time: what a revision does not change in them is spelled once. */
export function rulesOf(index: CatalogIndex, commitment: Commitment, rules: Rules): RowRules {
  const spans = stretchesOf(index, commitment);
  const kept = spans.filter(({ judged: { terms } }, position) => terms !== spans[position + 1]?.judged.terms);
  const stretches = kept.map(({ judged: { terms }, until }) => {
    const measures = measuresOf(terms);
    return { until, measures, rule: statusRule(terms, measures, rules) };
  });
  return { stretches, years: caseOf(index, commitment).years };
}

/** Done stays done: what met the whole target at an earlier quarter counts until a later figure says otherwise. */
export function staysDone({ stretches }: RowRules, refs: Cells): ((before: string) => string) | null {
  // A stretch in which nothing stays has its say too: a later one must not speak for it.
  const conditions = stretches.map(({ until, rule }) => {
    const stay = rule.cases.find(isAboutLastReport)?.[0];
    return { until, condition: stay?.is === "and" ? stay.right : null };
  });
  if (conditions.every(({ condition }) => condition === null)) return null;
  return (before) => {
    const cells = { ...refs, lastKnown: `N(${before})` };
    const formulas = conditions.map(({ until, condition }) => ({
      until,
      formula: condition === null ? "FALSE" : spellCondition(condition, cells),
    }));
    return byStretch(refs.asOfDay, formulas);
  };
}

/** The catalog's year, where the promise runs in it and TARGET may be asked for it; null where it begins later or is over. */
function yearAsked(index: CatalogIndex, { from, due }: Commitment): number | null {
  const { year } = index.catalog;
  return partsOf(from).year <= year && year <= partsOf(due).year ? year : null;
}

/** The cell of the target: the one call of the row, or what stands in its place. */
export function targetContent(index: CatalogIndex, judged: Case, cells: Cells): Content {
  const { figure } = judged;
  const year = yearAsked(index, judged.commitment);
  if (needsLastYear(figure)) return relativeTargetCall(cells, year, words.notConfirmed);
  return judged.changes.length > 0 && !(figure instanceof CatalogError)
    ? targetInForce(cells)
    : targetCall(cells, year, insteadOfTarget(figure));
}

/** How the target was set anew, in the order of time. @example ["142→128亿元（2024-07-01起，依据…）"] */
export function revisionsSaid({ target, revisions = [] }: Commitment, unit: string): string[] {
  let before = target && "value" in target ? target.value : null;
  return revisions.map(({ from, value, basis }) => {
    const said = words.revised(amountText(before ?? value, ""), amountText(value, unit), from, basis);
    before = value;
    return said;
  });
}

/** When a bare number in this row may mean something else, as a formula over a number; null where it never does. */
export function doubtOf(terms: Terms, target: string): ((number: string) => string) | null {
  const doubts = doubtfulNumbers(terms);
  if (doubts.length === 0) return null;
  return (number) => anyOf(doubts.map(({ when }) => spellDoubt(when, number, target)));
}

/** Whether last year's level is asked for, and is the target once somebody enters it. */
const needsLastYear = (figure: Figure | CatalogError) =>
  figure instanceof CatalogError && figure.code === "baselineMissing";

/**
 * The figure an actual is held against, as formulas name it: the year's cell, or the whole of a promise over several years that nobody
 * planned by year. Its cell says that there is no target of the year.
 */
export function judgedTarget(
  index: CatalogIndex,
  { commitment, figure, judged }: Case,
  cells: Pick<Cells, "target" | "baseline" | "asOfDay">,
): string {
  if (!(figure instanceof CatalogError) || needsLastYear(figure)) return cells.target;
  if (needsLastYear(judged)) return cells.baseline;
  if (judged instanceof CatalogError) return cells.target;
  const wholes = stretchesOf(index, commitment).map(({ judged: { judged: whole }, until }) => ({
    until,
    formula: String(whole instanceof CatalogError ? judged.value : whole.value),
  }));
  return byStretch(cells.asOfDay, wholes);
}

/** The level the row is reckoned from, as formulas name it: its cell, or on a path each stretch's own where they differ. */
export function judgedStart(
  index: CatalogIndex,
  { commitment, start }: Case,
  cells: Pick<Cells, "baseline" | "asOfDay">,
): string {
  const stretches = stretchesOf(index, commitment);
  if (start === null || stretches.every(({ judged }) => judged.start === start)) return cells.baseline;
  const starts = stretches.map(({ judged, until }) => ({ until, formula: String(judged.start ?? start) }));
  return byStretch(cells.asOfDay, starts);
}

/** What the target cell says where the catalog has no figure to give; null where TARGET must answer. */
function insteadOfTarget(found: Figure | CatalogError): string | null {
  if (!(found instanceof CatalogError)) return null;
  if (found.code === "noAnnualTarget") return words.noAnnualTarget;
  return found.code === "noFigure" ? words.toDo : words.notConfirmed;
}
