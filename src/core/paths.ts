/** How a promise over several years runs between the values that were set for it (RULES: Five-year plans). */
import { roundTo, tidy } from "./expression";
import { completedMonths, monthsBefore, monthsIn, partsOf, yearOf } from "./periods";
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

/**
 * What the path of a promise over several years gives for one of them: a flow's amount within the year, a level or a share at its end,
 * a growth rate as it is for every year of 年均. Values set for a year go first.
 * @param end the value promised for the last day, in the target's unit
 * @param base the level at the start, where the path needs one
 * @returns null where the commitment has no path, or the path no start; for a year it does not run over
 */
export function pathValue(commitment: Commitment, year: number, end: number, base: number | null): number | null {
  const { path, kind } = commitment;
  if (path === undefined || !isSeveralYears(commitment)) return null;
  const set = commitment.annualTargets?.[String(year)];
  if (set !== undefined) return set;
  if (year < partsOf(commitment.from).year || year > partsOf(commitment.due).year) return null;
  if (kind === "growth") return path === "compound" ? end : null;
  if (kind === "flow") return path === "linear" ? amountWithin(commitment, year, end) : null;
  return levelAt(commitment, withinYear(commitment, year).due, end, base);
}

/**
 * The level that the path of a promise over several years gives for the day before a year begins: where that year's progress starts.
 * @returns null where no path leads there
 */
export function pathStart(commitment: Commitment, year: number, end: number, base: number | null): number | null {
  const { path, kind } = commitment;
  if (path === undefined || !isSeveralYears(commitment) || kind !== "stock") return null;
  return year <= partsOf(commitment.from).year ? base : levelAt(commitment, yearOf(year - 1).to, end, base);
}

/** What of a flow falls into a year: what no year was given is spread evenly over the months of the other years. */
function amountWithin(commitment: Commitment, year: number, whole: number): number {
  const { annualTargets = {}, from, due } = commitment;
  const set = Object.entries(annualTargets);
  const months = (each: number) => {
    const { from: first, due: last } = withinYear(commitment, each);
    return monthsIn({ from: first, to: last });
  };
  const left = set.reduce((sum, [, amount]) => sum - amount, whole);
  const open = set.reduce((sum, [each]) => sum - months(Number(each)), monthsIn({ from, to: due }));
  return roundTo((left * months(year)) / open, DIGITS);
}

/** The level between the nearest values that were set before and after a day. */
function levelAt(commitment: Commitment, day: Day, end: number, base: number | null): number | null {
  if (base === null) return null;
  const at = completedMonths(day);
  const knots: Knot[] = [{ at: monthsBefore(commitment.from), value: base }];
  for (const [year, value] of Object.entries(commitment.annualTargets ?? {}).sort())
    knots.push({ at: completedMonths(withinYear(commitment, Number(year)).due), value });
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
