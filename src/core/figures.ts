/** Which figure a commitment promises: for which year, as revised by which day, of which parts, with which comparison. */
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { tidy } from "./expression";
import { levelBefore, lastYearsLevel } from "./history";
import { isSeveralYears, pathStart, pathValue, type Ends } from "./paths";
import { partsOf, yearOf } from "./periods";
import { asOfDay } from "./revisions";
import { unitOfTarget } from "./targetUnit";
import type { Commitment, Comparator, Day, Direction, Figure } from "./types";
import { convert } from "./units";

export const PERCENT = "%";
const COMPLETE = 100; // 全覆盖 is all of what is counted, in percent

/** A catalog as it stood on a day, asked about a year: what was set by then holds. */
export interface View {
  readonly index: CatalogIndex;
  /** The last day whose revisions count. */
  readonly day: Day;
  /** The year of several that is asked about. */
  readonly year: number;
}

/**
 * The view in which the latest figure of the catalog's year stands, or of the first year of a promise over several that begins later:
 * what TARGET answers without a year.
 */
export function latestView(index: CatalogIndex, commitment: Commitment): View {
  const year = isSeveralYears(commitment)
    ? Math.max(index.catalog.year, partsOf(commitment.from).year)
    : index.catalog.year;
  const end = yearOf(year).to;
  return { index, day: isSeveralYears(commitment) || end > commitment.due ? end : commitment.due, year };
}

/**
 * The view of a day: of a promise over several years, in the year the day lies in. Where that year has no figure, the one of the year
 * before it still judges: what was planned for a year and not met is overdue until the next figure, or until all is due.
 */
export function viewAt(index: CatalogIndex, commitment: Commitment, day: Day): View {
  const { from, due } = commitment;
  const inPeriod = day < from ? from : day > due ? due : day;
  const asked = partsOf(inPeriod).year;
  const { year } = index.catalog;
  const last = partsOf(due).year;
  if (asked === last) return { index, day, year: Math.max(last, year) }; // all is due
  if (asked <= year) return { index, day, year: asked };
  let found = asked;
  while (found > year && !isPlannedFor(index, commitment, found)) found -= 1;
  return { index, day, year: found };
}

/** Whether a year of several has a figure of its own. */
function isPlannedFor(index: CatalogIndex, { annualTargets, path, sumOf }: Commitment, year: number): boolean {
  if (path !== undefined || annualTargets?.[String(year)] !== undefined) return true;
  const parts = (sumOf ?? []).flatMap((id) => index.withId(id) ?? []);
  return parts.length > 0 && parts.every((part) => isPlannedFor(index, part, year));
}

/**
 * The figure a commitment promises for a year: the latest that was set by the end of it, or by a day.
 * @throws CatalogError unclear, noFigure, baselineMissing (超过去年 without last year's level), noAnnualTarget, yearOutside
 */
export function figureOf(index: CatalogIndex, commitment: Commitment, year: number, day?: Day): Figure {
  const latest = isSeveralYears(commitment) ? yearOf(year).to : latestView(index, commitment).day;
  const found = figureInYear({ index, day: day ?? latest, year }, commitment, year);
  if (found instanceof CatalogError) throw found;
  return found;
}

/** The whole of a promise, or what was planned for the view's year of one that runs on beyond it. */
export function figureServed(view: View, commitment: Commitment): Figure | CatalogError {
  const { year } = view;
  if (!isSeveralYears(commitment)) return promised(view, commitment);
  const isOver = partsOf(commitment.due).year <= year; // begun earlier, due by now: 不填为承诺到期的年份
  return isOver && plannedFor(view, commitment, year) === null
    ? promised(view, commitment)
    : (planned(view, commitment, year) ?? withoutPlan(view, commitment, year));
}

function figureInYear(view: View, commitment: Commitment, year: number): Figure | CatalogError {
  const [first, last] = [partsOf(commitment.from).year, partsOf(commitment.due).year];
  const whole = promised(view, commitment);
  if (whole instanceof CatalogError && whole.code !== "baselineMissing") return whole;
  const { indicator, from, due } = commitment;
  if (year < first || year > last)
    return new CatalogError("yearOutside", { indicator, given: String(year), from, due });
  if (!isSeveralYears(commitment)) return whole;
  return planned(view, commitment, year) ?? (year === last ? whole : withoutPlan(view, commitment, year));
}

/** The refusal for a year nobody set a figure for; what stands against the promise itself goes first. */
function withoutPlan(view: View, commitment: Commitment, year: number): CatalogError {
  const whole = promised(view, commitment);
  if (whole instanceof CatalogError && whole.code !== "baselineMissing") return whole;
  const { indicator, due } = commitment;
  return new CatalogError("noAnnualTarget", { indicator, year, due });
}

/** The figure planned for one year of several, set or given by the path; null where none is. */
export function planned(view: View, commitment: Commitment, year: number): Figure | null {
  if (commitment.review === "unclear" || commitment.kind === "milestone") return null;
  const value = plannedFor(view, commitment, year);
  const wording = wordingOf(view.index, commitment);
  if (value === null || wording.unit === null) return null;
  // A plan sets one number for the year, also where the whole is a range.
  const comparator = wording.comparator === "range" ? "plain" : wording.comparator;
  const start = commitment.path === undefined ? null : startOfYear(view, commitment, year);
  const baseline = start === null ? baselineOf(commitment) : { baseline: start };
  return { comparator, direction: wording.direction, ...baseline, value, unit: wording.unit };
}

/** What was planned for one year of a promise over several: a flow's amount within the year, else the level at its end; or null. */
function plannedFor(view: View, commitment: Commitment, year: number): number | null {
  if (!isSeveralYears(commitment)) return null;
  const own = commitment.annualTargets?.[String(year)];
  if (own !== undefined) return own;
  if (commitment.sumOf) {
    const figures = view.index.partsOf(commitment).map((part) => figureInYear(view, part, year));
    const { unit } = wordingOf(view.index, commitment);
    return unit === null ? null : sumOf(figures, unit, ({ value }) => value);
  }
  return commitment.path === undefined ? null : pathValue(commitment, year, endsOf(view, commitment));
}

/** Where the progress of one year of several starts on its path; null where no path leads there. */
export function startOfYear(view: View, commitment: Commitment, year: number): number | null {
  return commitment.path === undefined ? null : pathStart(commitment, year, endsOf(view, commitment));
}

/** What a commitment's path runs to, as it stood on a day, and from. */
function endsOf(view: View, commitment: Commitment): Ends {
  const endBy = (day: Day) => {
    const end = promised({ ...view, day }, commitment);
    return end instanceof CatalogError ? null : end.value;
  };
  return { day: view.day, endBy, base: levelAtStart(commitment) };
}

/** The whole of what is promised, whatever the year; a total of one year adds what its parts promise for that year. */
export function promised(view: View, commitment: Commitment): Figure | CatalogError {
  const { indicator } = commitment;
  const { target } = asOfDay(commitment, view.day);
  if (commitment.review === "unclear")
    return new CatalogError("unclear", { indicator, reason: commitment.reviewReason ?? "" });
  if (commitment.kind === "milestone") return new CatalogError("noFigure", { indicator });
  const { comparator, direction, unit } = wordingOf(view.index, commitment);
  const common = { comparator, direction, ...baselineOf(commitment) };
  if (commitment.sumOf) {
    const { year } = partsOf(commitment.due);
    const figures = view.index
      .partsOf(commitment)
      .map((part) => (isSeveralYears(commitment) ? promised(view, part) : figureInYear(view, part, year)));
    const refusal = figures.find((figure) => figure instanceof CatalogError);
    if (refusal) return refusal;
    const sum = (end: (figure: Figure) => number) => sumOf(figures, unit ?? "", end) ?? 0;
    const ends = {
      valueMin: sum((figure) => figure.valueMin ?? figure.value),
      valueMax: sum((figure) => figure.valueMax ?? figure.value),
    };
    return { ...common, unit: unit ?? "", value: sum(({ value }) => value), ...(comparator === "range" ? ends : {}) };
  }
  if (!target) return new CatalogError("noFigure", { indicator });
  if ("coverage" in target) return { ...common, value: COMPLETE, unit: PERCENT };
  if ("relativeTo" in target) {
    const level = lastYearsLevel(commitment);
    if (level === null) return new CatalogError("baselineMissing", { indicator });
    return { ...common, value: level, unit: target.unit };
  }
  if (target.comparator !== "range") return { ...common, value: target.value, unit: target.unit };
  const [valueMin, valueMax] = [target.value, target.valueMax ?? target.value];
  // A range is judged by the end that is enough: the lower one, or the upper one where less is better.
  return { ...common, value: direction === "down" ? valueMax : valueMin, valueMin, valueMax, unit: target.unit };
}

/** The sum of figures in a unit; null where one of them is refused. */
function sumOf(figures: readonly (Figure | CatalogError)[], unit: string, end: (f: Figure) => number): number | null {
  let sum = 0;
  for (const figure of figures) {
    if (figure instanceof CatalogError) return null;
    sum = tidy(sum + convert(end(figure), figure.unit, unit));
  }
  return sum;
}

/** The level at the start that the catalog knows: its baseline, or the last figure before the first day. */
export function levelAtStart(commitment: Commitment): number | null {
  return commitment.baseline?.value ?? (commitment.kind === "stock" ? levelBefore(commitment) : null);
}

function baselineOf(commitment: Commitment): { baseline?: number } {
  const level = levelAtStart(commitment);
  return level === null ? {} : { baseline: level };
}

/** The words around a figure. */
export interface Wording {
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly unit: string | null;
}

/** How a commitment is compared, which way is good, and its unit; of a declared total as its parts have it: a total of limits is a limit. */
export function wordingOf(index: CatalogIndex, commitment: Commitment): Wording {
  const { target } = commitment;
  if (commitment.sumOf) {
    const parts = index.partsOf(commitment).map((part) => wordingOf(index, part));
    const direction = commitment.direction ?? parts[0]?.direction ?? "up";
    return {
      comparator: comparatorOfTotal(
        parts.map(({ comparator }) => comparator),
        direction,
      ),
      direction,
      unit: parts[0]?.unit ?? null,
    };
  }
  const comparator = target && "comparator" in target ? target.comparator : "plain";
  return {
    comparator,
    direction: commitment.direction ?? (comparator === "atMost" || comparator === "lessThan" ? "down" : "up"),
    unit: unitOfTarget(target),
  };
}

/** Parts that agree hand on their comparison; among others a strict one makes the total strict, as a sum is. */
function comparatorOfTotal(parts: readonly Comparator[], direction: Direction): Comparator {
  const [first = "plain", ...others] = parts;
  if (others.every((each) => each === first)) return first;
  if (parts.includes("moreThan") || parts.includes("lessThan")) return direction === "up" ? "moreThan" : "lessThan";
  if (parts.includes("about")) return "about";
  return direction === "up" ? "atLeast" : "atMost";
}
