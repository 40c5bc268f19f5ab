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
import { monthsBefore, monthsIn, serialOf } from "./periods";

// Verdicts compare differences rounded to these digits: below anything typed, above what doubles disagree on.
export const SHARE_DIGITS = 12;
export const POINT_DIGITS = 9;

/** The measures of one kind of commitment, as rules over the inputs of expression.ts. */
export interface Measures {
  /** 序时进度: share of the target due by the date, 0 to 1. */
  readonly share: Expression;
  /** 完成率 as a fraction; null where it is no measure of progress (growth, ratio, milestone). */
  readonly attainment: Expression | null;
  /** 应达: what is due by the date, in the target's unit; null for a milestone. */
  readonly expected: Expression | null;
  /** 差距: how far short of what is due, positive is short; null for a milestone. */
  readonly gap: Expression | null;
  /** How far behind, in shares of the target (flow, stock) or in points (growth, ratio), against the value from which it is met. */
  readonly lag: Expression | null;
  /** The value from which the promise is met. */
  readonly threshold: Expression;
  /** Whether anything is due at the date. */
  readonly isDue: Condition;
}

/** The measures by the kind of commitment (DOMAIN: Pace, Measures). */
export function measuresOf(terms: Terms): Measures {
  const actual = input("actual");
  const target = input("target");
  const baseline = input("baseline");
  const share = shareOf(terms);
  const isUp = terms.direction === "up";
  const threshold =
    terms.margin === 0
      ? target
      : round(isUp ? subtract(target, terms.margin) : add(target, terms.margin), POINT_DIGITS);
  const short = (expected: Expression) => (isUp ? subtract(expected, actual) : subtract(actual, expected));
  const reached = dueReached(terms);
  switch (terms.kind) {
    case "flow": {
      const expected = multiply(target, share);
      const attainment = divide(actual, target);
      const judged = threshold === target ? attainment : divide(actual, threshold);
      const behind = isUp ? subtract(share, judged) : subtract(judged, share);
      // A promise of none (零事故) has no ratio: the verdict rests on the comparison with the target itself.
      const lag = choose(compare(threshold, ">", 0), round(behind, SHARE_DIGITS), 0);
      return { share, attainment, expected, gap: short(expected), lag, threshold, isDue: compare(share, ">", 0) };
    }
    case "stock": {
      const way = (full: Expression) => divide(subtract(actual, baseline), subtract(full, baseline));
      const level = (full: Expression) => divide(actual, full);
      const without = round(isUp ? subtract(1, level(threshold)) : subtract(level(threshold), 1), SHARE_DIGITS);
      if (!terms.startsFromBaseline)
        return {
          share,
          attainment: level(target),
          expected: target,
          gap: short(target),
          lag: without,
          threshold,
          isDue: reached,
        };
      // A start already at the level, or beyond it, leaves no way to go: only the level itself can be judged.
      const hasWay = and(known("baseline"), compare(threshold, isUp ? ">" : "<", baseline));
      const attainment = choose(hasWay, way(target), level(target));
      const expected = choose(hasWay, add(baseline, multiply(subtract(target, baseline), share)), target);
      const lag = choose(hasWay, round(subtract(share, way(threshold)), SHARE_DIGITS), without);
      const isDue = or(and(hasWay, compare(share, ">", 0)), reached);
      return { share, attainment, expected, gap: short(expected), lag, threshold, isDue };
    }
    case "growth":
    case "ratio": {
      const lag = round(short(threshold), POINT_DIGITS);
      const isDue = terms.profile === "atDue" ? reached : compare(input("asOfDay"), ">=", serialOf(terms.from));
      return { share, attainment: null, expected: target, gap: short(target), lag, threshold, isDue };
    }
    case "milestone":
      return { share, attainment: null, expected: null, gap: null, lag: null, threshold: target, isDue: reached };
  }
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
  const [first = 0, second = 0, third = 0, fourth = 1] = terms.profile.quarterShares;
  const step = (months: number, share: number, otherwise: Expression) =>
    choose(compare(elapsed, ">=", months), share, otherwise);
  return started(step(12, fourth, step(9, third, step(6, second, step(3, first, 0)))));
}
