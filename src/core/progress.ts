/** What is due by a date and how far an actual has come, by kind of commitment. */
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
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
  tidy,
  type Condition,
  type Expression,
} from "./expression";
import { monthsBefore, monthsIn, partsOf, serialOf, yearOf } from "./periods";
import type { Commitment, Comparator, Day, Direction, Figure, Kind, Profile } from "./types";
import { convert } from "./units";

export const PERCENT = "%";
const COMPLETE = 100; // 全覆盖 is all of what is counted, in percent
// Verdicts compare differences rounded to these digits: below anything typed, above what doubles disagree on.
export const SHARE_DIGITS = 12;
export const POINT_DIGITS = 9;

/** What the rules need to know of a commitment besides its figures. */
export interface Terms {
  readonly kind: Kind;
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly unit: string | null;
  /** The days the figure is judged over: the commitment's, or the catalog year's part of them where a plan sets that year's figure. */
  readonly from: Day;
  readonly due: Day;
  readonly profile: Profile;
  /** How far the value from which the promise is met lies from the figure: half the last written digit of 约 and 左右, the width of a range. */
  readonly margin: number;
  /** Whether a known baseline is where progress starts; last year's level in 超过去年 is the target itself. */
  readonly startsFromBaseline: boolean;
}

/** The terms of a commitment; those of a declared total come from its first part. */
export function termsOf(index: CatalogIndex, commitment: Commitment): Terms {
  const [part = commitment] = index.partsOf(commitment);
  const { target } = part;
  const isComplete = target !== undefined && "coverage" in target;
  const isRelative = target !== undefined && "relativeTo" in target;
  const comparator: Comparator =
    commitment.sumOf || !target || isComplete || !("comparator" in target) ? "plain" : target.comparator;
  const direction = commitment.direction ?? (comparator === "atMost" || comparator === "lessThan" ? "down" : "up");
  const { year } = index.catalog;
  const planned = plannedFor(commitment, year);
  const isOneYearOfMany = planned !== null;
  const value = planned ?? (target && "value" in target ? target.value : 0);
  const valueMax = planned === null && target && "value" in target ? (target.valueMax ?? value) : value;
  const { from, due } = isOneYearOfMany ? withinYear(commitment, year) : commitment;
  return {
    kind: commitment.kind,
    comparator,
    direction,
    unit: isComplete ? PERCENT : target && "unit" in target ? target.unit : null,
    from,
    due,
    profile: commitment.profile ?? (isSeveralYears(commitment) && !isOneYearOfMany ? "atDue" : "linear"),
    margin:
      comparator === "about"
        ? halfLastDigit(value)
        : comparator === "range" && direction === "down"
          ? tidy(valueMax - value)
          : 0,
    // Where a later year of several begins is not promised by anybody: the plan's level of the year before is no report.
    startsFromBaseline: !isRelative && from === commitment.from,
  };
}

/** Whether a promise runs past the year it was made for, as 5年内. */
export function isSeveralYears(commitment: Commitment): boolean {
  return partsOf(commitment.due).year > partsOf(commitment.from).year;
}

/** What was planned for one year of a promise over several: a flow's amount within the year, else the level at its end; or null. */
function plannedFor(commitment: Commitment, year: number): number | null {
  return isSeveralYears(commitment) ? (commitment.annualTargets?.[String(year)] ?? null) : null;
}

/** The part of a commitment's period that lies in a year. */
function withinYear({ from, due }: Commitment, year: number): { from: Day; due: Day } {
  const whole = yearOf(year);
  return { from: from > whole.from ? from : whole.from, due: due < whole.to ? due : whole.to };
}

/** The level a commitment starts from, in the target's unit; null where none is known or none is meant. */
export function startOf(terms: Terms, commitment: Commitment): number | null {
  return terms.startsFromBaseline ? (commitment.baseline?.value ?? null) : null;
}

/** Half of the last digit written: 9左右 is met from 8.5, 8.5左右 from 8.45. @example halfLastDigit(9) // 0.5 */
export function halfLastDigit(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return Number(`5e-${decimals + 1}`);
}

/**
 * The figure a commitment promises for a year.
 * @param year asked for; null is the year the promise falls due, or the catalog's for a promise over several years
 * @throws CatalogError unclear, noFigure, baselineMissing (超过去年 without last year's level), noAnnualTarget, yearOutside
 */
export function figureOf(index: CatalogIndex, commitment: Commitment, year: number | null = null): Figure {
  const { indicator } = commitment;
  if (commitment.review === "unclear")
    throw new CatalogError("unclear", { indicator, reason: commitment.reviewReason ?? "" });
  if (commitment.kind === "milestone") throw new CatalogError("noFigure", { indicator });
  const terms = termsOf(index, commitment);
  const [first, last] = [partsOf(commitment.from).year, partsOf(commitment.due).year];
  if (year !== null && (year < first || year > last))
    throw new CatalogError("yearOutside", {
      indicator,
      given: String(year),
      from: commitment.from,
      due: commitment.due,
    });
  const common = {
    comparator: terms.comparator,
    direction: terms.direction,
    ...(commitment.baseline ? { baseline: commitment.baseline.value } : {}),
  };
  if (isSeveralYears(commitment)) {
    const asked = year ?? index.catalog.year;
    const planned = plannedFor(commitment, asked);
    if (planned !== null && terms.unit !== null) return { ...common, value: planned, unit: terms.unit };
    if (year !== last) throw new CatalogError("noAnnualTarget", { indicator, year: asked, due: commitment.due });
  }
  if (commitment.sumOf) {
    const parts = index.partsOf(commitment).map((part) => figureOf(index, part, year));
    const unit = parts[0]?.unit ?? "";
    return { ...common, unit, value: tidy(parts.reduce((sum, part) => sum + convert(part.value, part.unit, unit), 0)) };
  }
  const { target } = commitment;
  if (!target) throw new CatalogError("noFigure", { indicator });
  if ("coverage" in target) return { ...common, value: COMPLETE, unit: PERCENT };
  if ("relativeTo" in target) {
    if (!commitment.baseline) throw new CatalogError("baselineMissing", { indicator });
    return { ...common, value: commitment.baseline.value, unit: target.unit };
  }
  return {
    ...common,
    value: target.value,
    unit: target.unit,
    ...(target.valueMax === undefined ? {} : { valueMax: target.valueMax }),
  };
}

/**
 * The figure behind the names a person typed: what TARGET answers. Worked out once for as long as the name is remembered.
 * @returns the figure, or the refusal of `lookUp` or `figureOf`
 */
export function figureNamed(index: CatalogIndex, department: string, indicator: string): Figure | CatalogError {
  const known = index.figures.get(department, indicator);
  if (known !== undefined) return known;
  const found = index.lookUp(department, indicator);
  return index.figures.set(department, indicator, found instanceof CatalogError ? found : figureOrReason(index, found));
}

/** The figure of a commitment, or the refusal that stands in its place. */
export function figureOrReason(index: CatalogIndex, commitment: Commitment): Figure | CatalogError {
  try {
    return figureOf(index, commitment);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}

/** The figure an actual is held against: the year's, or the whole of a promise over several years. Or why there is none. */
export function judgedFigure(index: CatalogIndex, commitment: Commitment): Figure | CatalogError {
  const figure = figureOrReason(index, commitment);
  const isUnplanned = figure instanceof CatalogError && figure.code === "noAnnualTarget";
  return isUnplanned ? figureOf(index, commitment, partsOf(commitment.due).year) : figure;
}

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
