/** What is due by a date and how far an actual has come, by kind of commitment. */
import type { Terms } from "./case";
import {
  add,
  and,
  choose,
  compare,
  divide,
  input,
  known,
  max,
  min,
  multiply,
  or,
  round,
  subtract,
  type Condition,
  type Expression,
} from "./expression";
import { sharesOf } from "./profiles";
import { monthsBefore, monthsIn, serialOf } from "./periods";

// Verdicts compare differences rounded to these digits: below anything typed, above what doubles disagree on.
export const SHARE_DIGITS = 12;
export const POINT_DIGITS = 9;
const MONTHS_IN_YEAR = 12;

/** The measures of one kind of commitment, as rules over the inputs of expression.ts. */
export interface Measures {
  /** 序时进度: share of the target due by the date, 0 to 1. */
  readonly share: Expression;
  /** 完成率 as a fraction; null where it is no measure of progress (growth, ratio, milestone, a target of zero or below). */
  readonly attainment: Expression | null;
  /** 应达: what is due by the date, in the target's unit; null for a milestone. */
  readonly expected: Expression | null;
  /** 差距: how far short of what is due, positive is short; null for a milestone. */
  readonly gap: Expression | null;
  /** How far short of what is due of the value from which it is met, in the target's unit: the gap, less what 约 leaves. */
  readonly shortfall: Expression | null;
  /** The same in shares of that value (flow, stock) or in points (growth, ratio). */
  readonly lag: Expression | null;
  /** The value from which the promise is met. */
  readonly threshold: Expression;
  /** How far the actual lies above that value: what decides whether it is met. */
  readonly excess: Expression;
  /** Whether anything is due at the date. */
  readonly isDue: Condition;
  /** Whether a start is known from which there is a way to go; false where progress counts from nothing. */
  readonly hasWay: Condition | false;
}

/** The measures by the kind of commitment (RULES: Pace, Measures). */
export function measuresOf(terms: Terms): Measures {
  const actual = input("actual");
  const target = input("target");
  const baseline = input("baseline");
  const share = shareOf(terms);
  const isUp = terms.direction === "up";
  const threshold = thresholdOf(terms);
  const difference = (left: Expression, right: Expression) => round(subtract(left, right), terms.digits);
  const short = (expected: Expression) => (isUp ? difference(expected, actual) : difference(actual, expected));
  const common = { share, threshold, excess: difference(actual, threshold), hasWay: false } as const;
  const reached = dueReached(terms);
  // How much of the way is lacking, given the part that is due and the part that was come. Of a value below zero more is a step back.
  const lacking = (due: Expression, come: Expression) =>
    bySign(
      terms,
      () => round(isUp ? subtract(due, come) : subtract(come, due), SHARE_DIGITS),
      () => round(isUp ? subtract(come, due) : subtract(due, come), SHARE_DIGITS),
    );
  switch (terms.kind) {
    case "flow": {
      const attainment = rateOf(terms, actual, target);
      // One expression with the attainment where they are the same. Of zero or below there is a lag without one.
      const isRate = terms.margin === 0 && terms.sign === "positive";
      const judged = (isRate ? attainment : null) ?? divide(actual, threshold);
      const expected = multiply(target, share);
      const gap = short(expected);
      const shortfall = terms.margin === 0 ? gap : short(multiply(threshold, share));
      const lag = lacking(share, judged);
      return { ...common, attainment, expected, gap, shortfall, lag, isDue: compare(share, ">", 0) };
    }
    case "stock": {
      const level = rateOf(terms, actual, target);
      const withoutWay = lacking(1, divide(actual, threshold));
      const ofLevel = { attainment: level, expected: target, gap: short(target), shortfall: short(threshold) };
      if (!terms.startsFromBaseline) return { ...common, ...ofLevel, lag: withoutWay, isDue: reached };
      const way = (full: Expression) => divide(difference(actual, baseline), difference(full, baseline));
      // A start already at the level, or beyond it, leaves no way to go: only the level itself can be judged.
      const hasWay = and(known("baseline"), compare(threshold, isUp ? ">" : "<", baseline));
      const attainment = choose(hasWay, way(target), level ?? divide(actual, 0));
      const due = (full: Expression) => choose(hasWay, add(baseline, multiply(subtract(full, baseline), share)), full);
      const expected = due(target);
      const gap = short(expected);
      const shortfall = terms.margin === 0 ? gap : short(due(threshold));
      const lag = choose(hasWay, round(subtract(share, way(threshold)), SHARE_DIGITS), withoutWay);
      const isDue = or(and(hasWay, compare(share, ">", 0)), reached);
      return { ...common, attainment, expected, gap, shortfall, lag, isDue, hasWay };
    }
    case "growth":
    case "ratio": {
      const isDue = terms.profile === "atDue" ? reached : hasBegun(terms);
      const [gap, lag] = [short(target), short(threshold)];
      return { ...common, attainment: null, expected: target, gap, shortfall: lag, lag, isDue };
    }
    case "milestone":
      return { ...common, attainment: null, expected: null, gap: null, shortfall: null, lag: null, isDue: reached };
  }
}

/** The value from which the promise is met: the figure, or as far from it as 约 leaves. */
function thresholdOf({ margin, direction }: Terms): Expression {
  const target = input("target");
  if (margin === 0) return target;
  return round(direction === "up" ? subtract(target, margin) : add(target, margin), POINT_DIGITS);
}

/** actual/target where that says how far it has come: of a target of zero or below nothing does. */
function rateOf(terms: Terms, actual: Expression, target: Expression): Expression | null {
  if (terms.sign === "positive") return divide(actual, target);
  return terms.sign === "unknown" ? divide(actual, choose(compare(target, ">", 0), target, 0)) : null;
}

/** What holds of a value above zero and of one below it; at zero nothing can be said in shares. */
function bySign(terms: Terms, above: () => Expression, below: () => Expression): Expression {
  if (terms.sign === "positive") return above();
  if (terms.sign === "negative") return below();
  if (terms.sign === "zero") return 0;
  const threshold = thresholdOf(terms);
  return choose(compare(threshold, ">", 0), above(), choose(compare(threshold, "<", 0), below(), 0));
}

/** The first day has come. */
export function hasBegun(terms: Terms): Condition {
  return compare(input("asOfDay"), ">=", serialOf(terms.from));
}

/** The last day has come. */
export function dueReached(terms: Terms): Condition {
  return compare(input("asOfDay"), ">=", serialOf(terms.due));
}

/** Elapsed months over the months of the period; held between 0 and 1, and 1 on the due day. */
function shareOf(terms: Terms): Expression {
  const before = monthsBefore(terms.from);
  const elapsed = subtract(input("asOfMonths"), before);
  const started = (share: Expression) => choose(dueReached(terms), 1, share);
  if (terms.profile === "atDue") return started(0);
  if (terms.profile === "linear")
    return started(max(0, min(1, divide(elapsed, monthsIn({ from: terms.from, to: terms.due })))));
  const shares = sharesOf(terms.profile);
  const monthsEach = MONTHS_IN_YEAR / shares.length;
  const due = shares.reduce<Expression>(
    (before, share, at) => choose(compare(elapsed, ">=", (at + 1) * monthsEach), share, before),
    0,
  );
  return started(due);
}
