/** How a promise over several years runs between the values that were set for it (RULES: Five-year plans). */
import { roundTo, tidy } from "./expression";
import { completedMonths, monthsBefore, monthsIn, partsOf, yearOf } from "./periods";
import { revisionAt } from "./revisions";
import type { Commitment, Day } from "./types";

const DIGITS = 9; // decimals of a value nobody set, but the path gives

/** A value and when it is to be reached, in months on the scale of `completedMonths`. */
interface Knot {
  readonly at: number;
  readonly value: number;
}

/** Whether a promise runs past the year it was made for, as 5年内. */
export function isSeveralYears({ from, due }: Commitment): boolean {
  return due.slice(0, 4) > from.slice(0, 4);
}

/** The part of a commitment's period that lies in a year. */
export function withinYear({ from, due }: Commitment, year: number): { from: Day; due: Day } {
  const whole = yearOf(year);
  return { from: from > whole.from ? from : whole.from, due: due < whole.to ? due : whole.to };
}

/** What a path runs to and from. */
export interface Ends {
  /** The last day whose revisions count. */
  readonly day: Day;
  /** The value promised for the last day, as it stood on a day, in the target's unit; null where none was. */
  readonly endBy: (day: Day) => number | null;
  /** The level at the start; null where none is known. */
  readonly base: number | null;
}

/**
 * What the path of a promise over several years gives for one of them: a flow's amount within the year, a level or a share at its end,
 * a growth rate as it is for every year of 年均. Values set for a year go first. Where the figure was set anew, years that were over by
 * then keep what they were given (signed periods never move), and the path runs on from there: the years of a flow always add up to the
 * figure in force.
 * @returns null where the commitment has no path, or the path no start; for a year it does not run over; where the years that are over
 *   were given more than the whole of a flow set anew
 * @example pathValue(五年500，第三年起400, 2026, …) // 66.666666667, behind two years of 100
 */
export function pathValue(commitment: Commitment, year: number, ends: Ends): number | null {
  const { path, kind } = commitment;
  if (path === undefined || !isSeveralYears(commitment)) return null;
  const set = commitment.annualTargets?.[String(year)];
  if (set !== undefined) return set;
  if (year < partsOf(commitment.from).year || year > partsOf(commitment.due).year) return null;
  if (kind === "growth") return path === "compound" ? ends.endBy(ends.day) : null;
  if (kind === "flow") return path === "linear" ? amountWithin(commitment, year, ends) : null;
  return levelAt(commitment, withinYear(commitment, year).due, year, ends);
}

/**
 * The level that the path of a promise over several years gives for the day before a year begins: where that year's progress starts.
 * @returns null where no path leads there
 */
export function pathStart(commitment: Commitment, year: number, ends: Ends): number | null {
  const { path, kind } = commitment;
  if (path === undefined || !isSeveralYears(commitment) || kind !== "stock") return null;
  return year <= partsOf(commitment.from).year ? ends.base : levelAt(commitment, yearOf(year - 1).to, year, ends);
}

/** The values of years: those that were set, and those of years that were over, before the one asked about, when the figure was set anew. */
function fixedYears(commitment: Commitment, year: number, ends: Ends): Map<number, number> {
  const { annualTargets = {}, revisions = [], from } = commitment;
  const fixed = new Map(Object.entries(annualTargets).map(([each, value]) => [Number(each), value]));
  if (revisions.length === 0) return fixed;
  const inForce = revisionAt(commitment, ends.day);
  for (let each = partsOf(from).year; each < year; each += 1) {
    const day = yearOf(each).to;
    if (fixed.has(each) || day >= ends.day || revisionAt(commitment, day) === inForce) continue;
    const value = pathValue(commitment, each, { ...ends, day });
    if (value !== null) fixed.set(each, value);
  }
  return fixed;
}

/** What of a flow falls into a year: what no year was given is spread evenly over the months of the other years. */
function amountWithin(commitment: Commitment, year: number, ends: Ends): number | null {
  const { from, due } = commitment;
  const whole = ends.endBy(ends.day);
  if (whole === null) return null;
  const fixed = [...fixedYears(commitment, year, ends)];
  const months = (each: number) => {
    const { from: first, due: last } = withinYear(commitment, each);
    return monthsIn({ from: first, to: last });
  };
  const left = fixed.reduce((sum, [, amount]) => tidy(sum - amount), whole);
  if (whole >= 0 && left < 0) return null;
  const open = fixed.reduce((sum, [each]) => sum - months(each), monthsIn({ from, to: due }));
  return roundTo((left * months(year)) / open, DIGITS);
}

/** The level between the nearest values before and after a day that are fixed, as of the year asked about. */
function levelAt(commitment: Commitment, day: Day, year: number, ends: Ends): number | null {
  const { base } = ends;
  const end = ends.endBy(ends.day);
  if (base === null || end === null) return null;
  const at = completedMonths(day);
  const knots: Knot[] = [{ at: monthsBefore(commitment.from), value: base }];
  for (const [each, value] of [...fixedYears(commitment, year, ends)].sort(([one], [other]) => one - other))
    knots.push({ at: completedMonths(withinYear(commitment, each).due), value });
  knots.push({ at: completedMonths(commitment.due), value: end });
  const next = knots.findIndex((knot) => knot.at >= at);
  const [before, after] = [knots[next - 1], knots[next]];
  if (!after || !before) return after?.value ?? end;
  if (after.at === at) return after.value;
  const share = (at - before.at) / (after.at - before.at);
  const value =
    commitment.path === "compound"
      ? before.value * (after.value / before.value) ** share
      : tidy(before.value + (after.value - before.value) * share);
  return roundTo(value, DIGITS);
}
