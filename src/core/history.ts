/** Figures of earlier periods: last year's level, and growth worked out from levels (RULES: Last year, levels and growth). */
import { CatalogError } from "./errors";
import { difference, tidy } from "./expression";
import { dayBefore, day as dayOf, daysIn, parsePeriod, partsOf, yearOf } from "./periods";
import { unitOfTarget } from "./targetUnit";
import type { Commitment, Day, HistoryEntry } from "./types";
import { areAlike, convert, isRateUnit } from "./units";

/** An earlier figure and the day to whose end it counts. */
export interface PastFigure {
  readonly value: number;
  readonly unit: string;
  readonly to: Day;
  readonly period: string;
  readonly state: HistoryEntry["state"];
}

/** The earlier figures of an indicator, each counted from the start of its year to the end of its period. */
export function pastFigures(commitment: Commitment): readonly PastFigure[] {
  const { history } = commitment;
  if (history === undefined) return NONE;
  const known = PAST.get(history);
  if (known) return known;
  const own = unitOfTarget(commitment.target) ?? "";
  const found = history.map(({ period, value, unit, state }) => {
    const { to } = parsePeriod(period, partsOf(commitment.from).year);
    return { value, unit: unit ?? own, to, period, state };
  });
  PAST.set(history, found);
  return found;
}
const NONE: readonly PastFigure[] = [];
const PAST = new WeakMap<readonly HistoryEntry[], readonly PastFigure[]>();

/** The same day of the year before; the last of February stays the last. @example sameDayLastYear("2024-02-29") // "2023-02-28" */
export function sameDayLastYear(day: Day): Day {
  const { year, month, date } = partsOf(day);
  const last = daysIn(year - 1, month);
  return dayOf(year - 1, month, date === daysIn(year, month) || date > last ? last : date);
}

/** The last day of the year before the one a commitment falls due in. */
export const lastYearsEnd = ({ due }: Commitment): Day => yearOf(partsOf(due).year - 1).to;

/** Last year's level, which 超过去年 is held against, in the target's unit; null where it is not known. */
export function lastYearsLevel(commitment: Commitment): number | null {
  if (commitment.baseline) return commitment.baseline.value;
  const own = unitOfTarget(commitment.target);
  const to = lastYearsEnd(commitment);
  const found = own === null ? undefined : pastFigures(commitment).find((figure) => figure.to === to);
  return found && own !== null ? convert(found.value, found.unit, own) : null;
}

/** The level of a stock on the last day before its period, in the target's unit; null where it is not known. */
export function levelBefore(commitment: Commitment): number | null {
  const own = unitOfTarget(commitment.target);
  if (own === null || commitment.history === undefined) return null;
  if (commitment.target && "relativeTo" in commitment.target) return null;
  const before = dayBefore(commitment.from);
  const last = pastFigures(commitment).find(({ to }) => to === before);
  return last ? convert(last.value, last.unit, own) : null;
}

/** Growth worked out from two levels: what growth cannot be taken of is told in words. */
export type Growth =
  | { readonly rate: number }
  /** 扭亏, 减亏, 增亏, 持平, 上年为零: the base is zero or below. */
  | { readonly turn: "toProfit" | "lossLess" | "lossMore" | "unchanged" | "fromNothing" | "toLoss" };

/** The growth from last year's level to this year's, in percent, by prices as they are. @example growthOf(153.4, 142.05) // { rate: 7.9901443… } */
export function growthOf(level: number, last: number): Growth {
  if (last > 0) return { rate: tidy(tidy(difference(level, last) * 100) / last) };
  if (last === 0) return { turn: "fromNothing" };
  if (level >= 0) return { turn: "toProfit" };
  return { turn: level > last ? "lossLess" : level < last ? "lossMore" : "unchanged" };
}

/** The rate of growth, in percent. @throws CatalogError noGrowthOf where the base is zero or below: 扭亏, 减亏 or 增亏 */
export function growthRate(level: number, last: number, unit: string): number {
  const growth = growthOf(level, last);
  if ("rate" in growth) return growth.rate;
  throw new CatalogError("noGrowthOf", { last: `${last}${unit}`, level: `${level}${unit}`, turn: growth.turn });
}

/** A rate worked out from a level, 按现价倒算, and what it was worked out from. */
export interface FromLevel {
  readonly rate: number;
  /** In the unit of `last`. */
  readonly level: number;
  readonly last: PastFigure;
  /** Years between the two; more than one where 年均 is compounded. */
  readonly years: number;
}

/**
 * The growth that a level stands for: against the same period of the year before, or yearly since the base year where 年均 is promised.
 * @param instead what a person may give where the earlier level is not known
 * @throws CatalogError lastYearMissing, noGrowthOf, unitMismatch
 */
export function rateFromLevel(
  commitment: Commitment,
  amount: number,
  unit: string,
  day: Day,
  instead: "rate" | "lastLevel",
): FromLevel {
  const { to, years } = dayHeldAgainst(commitment, day);
  const last = pastFigures(commitment).find((figure) => figure.to === to && isLevelOf(commitment, figure.unit));
  if (!last) throw new CatalogError("lastYearMissing", { indicator: commitment.indicator, period: to, instead });
  const level = convert(amount, unit, last.unit);
  const whole = growthRate(level, last.value, last.unit);
  // No yearly rate leads from above zero to below it.
  if (years > 1 && level < 0)
    throw new CatalogError("noGrowthOf", {
      last: `${last.value}${last.unit}`,
      level: `${level}${last.unit}`,
      turn: "toLoss",
    });
  const rate = years === 1 ? whole : tidy(((1 + whole / 100) ** (1 / years) - 1) * 100);
  return { rate, level, last, years };
}

/** The earlier day whose level one of this day is held against, and the years between: the same day last year, of 年均 in the base year. */
function dayHeldAgainst(commitment: Commitment, day: Day): { readonly to: Day; readonly years: number } {
  const isMean = commitment.kind === "growth" && commitment.path === "compound";
  const years = isMean ? Math.max(1, partsOf(day).year - partsOf(commitment.from).year + 1) : 1;
  let to = day;
  for (let back = 0; back < years; back += 1) to = sameDayLastYear(to);
  return { to, years };
}

/** The days within a year at which a level can be held against an earlier one, which that is, and the years between. */
export function levelsHeldAgainst(
  commitment: Commitment,
  year: number,
): { readonly day: Day; readonly last: PastFigure; readonly years: number }[] {
  return pastFigures(commitment).flatMap((last) => {
    if (!isLevelOf(commitment, last.unit)) return [];
    const { month, date } = partsOf(last.to);
    const days = new Set(
      [Math.min(date, daysIn(year, month)), daysIn(year, month)].map((each) => dayOf(year, month, each)),
    );
    return [...days].flatMap((day) => {
      const { to, years } = dayHeldAgainst(commitment, day);
      return to === last.to ? [{ day, last, years }] : [];
    });
  });
}

/** Whether an earlier figure in this unit is a level: all but the rates of a growth row are. */
const isLevelOf = ({ kind }: Commitment, unit: string) => kind !== "growth" || !isRateUnit(unit);

/** Whether a commitment's earlier levels are counted in a unit like this one. */
export const isLevelUnit = (commitment: Commitment, unit: string): boolean =>
  pastFigures(commitment).some((figure) => !isRateUnit(figure.unit) && areAlike(figure.unit, unit));
