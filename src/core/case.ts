/**
 * One commitment, made ready to be judged: which figure, which period and which rules hold. This is the only place that decides it;
 * the functions evaluate the case, the ledger spells it, the pane explains it.
 */
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { roundTo, tidy } from "./expression";
import { statesFall } from "./falls";
import { NameMemo } from "./nameMemo";
import { monthsIn, partsOf, yearOf } from "./periods";
import type { Commitment, Comparator, Day, Direction, Figure, Kind, Profile } from "./types";
import { convert } from "./units";

export const PERCENT = "%";
const COMPLETE = 100; // 全覆盖 is all of what is counted, in percent
const SIGNIFICANT_DIGITS = 15; // what a double carries for certain, and what a cell shows
const MOST_DIGITS = 9; // decimals nobody types more of
const SHARE_DIGITS = 12;
const MONTHS_OF_SHARES = 12; // the four quarter ends of a profile lie in one year

/** Whether the value from which a promise is met lies above, at or below zero; unknown where last year's level is still to be entered. */
export type Sign = "positive" | "zero" | "negative" | "unknown";

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
  /** How far the value from which the promise is met lies from the figure: half the last written digit of 约 and 左右. */
  readonly margin: number;
  /** Whether a known baseline is where progress starts; last year's level in 超过去年 is the target itself. */
  readonly startsFromBaseline: boolean;
  readonly sign: Sign;
  /** Whether the figure states a fall as a positive number: 降幅3.1%. */
  readonly statesFall: boolean;
  /** Decimals in which differences are told apart: all that doubles carry of numbers of the figure's size, at most nine. */
  readonly digits: number;
}

/** Everything a verdict needs besides the actual and the date. */
export interface Case {
  readonly commitment: Commitment;
  readonly terms: Terms;
  /** What TARGET answers without a year, or the refusal in its place: of a promise over several years the catalog year's figure. */
  readonly figure: Figure | CatalogError;
  /** The figure an actual is held against: `figure`, or the whole of a promise over several years that nobody planned by year. */
  readonly judged: Figure | CatalogError;
  /** Whether an actual can be held against it: there is a judged figure, or a deed (milestone) that is clear. Else 无法核验. */
  readonly isVerifiable: boolean;
  /** The level progress starts from, in the target's unit; null where none is known or none is meant. */
  readonly start: number | null;
  /** Whether last year's level is the target (超过去年): once entered it can be judged, unless the entry is unclear. */
  readonly isRelative: boolean;
  /** Whether people are to enter a level: it is judged against one, and the catalog has none. */
  readonly asksBaseline: boolean;
}

/** What is known of a catalog's commitments. One catalog is asked over and over, so the last one is at hand. */
interface Shelf {
  readonly cases: Map<Commitment, Case>;
  /** Terms that are alike are one, so that rules are made ready once for all promises of their kind. */
  readonly terms: Map<string, Terms>;
  /** Cases and TARGET's answers by the names people typed. */
  readonly named: NameMemo<Case | CatalogError>;
  readonly values: NameMemo<number | CatalogError>;
}
const SHELVES = new WeakMap<CatalogIndex, Shelf>();
let lastAsked: { readonly index: CatalogIndex; readonly shelf: Shelf } | null = null;

function shelfOf(index: CatalogIndex): Shelf {
  if (lastAsked?.index === index) return lastAsked.shelf;
  let shelf = SHELVES.get(index);
  if (!shelf) {
    shelf = { cases: new Map(), terms: new Map(), named: new NameMemo(), values: new NameMemo() };
    SHELVES.set(index, shelf);
  }
  lastAsked = { index, shelf };
  return shelf;
}

/** The case of a commitment, worked out once. @example caseOf(index, 新增学位).judged // { value: 8310, unit: "个", … } */
export function caseOf(index: CatalogIndex, commitment: Commitment): Case {
  const { cases } = shelfOf(index);
  let found = cases.get(commitment);
  if (!found) cases.set(commitment, (found = newCase(index, commitment)));
  return found;
}

/** The case behind the names a person typed, or the refusal of `lookUp`. Remembered for as long as the name is. */
export function caseNamed(index: CatalogIndex, department: string, indicator: string): Case | CatalogError {
  const { named } = shelfOf(index);
  const known = named.get(department, indicator);
  if (known !== undefined) return known;
  const found = index.lookUp(department, indicator);
  return named.set(department, indicator, found instanceof CatalogError ? found : caseOf(index, found));
}

/**
 * What TARGET answers to the names a person typed, without a year and a unit: the value of the case's figure. Remembered likewise.
 * @returns the value, or the refusal of `lookUp` or of the case
 */
export function valueNamed(index: CatalogIndex, department: string, indicator: string): number | CatalogError {
  const { values } = shelfOf(index);
  const known = values.get(department, indicator);
  if (known !== undefined) return known;
  const found = caseNamed(index, department, indicator);
  const figure = found instanceof CatalogError ? found : found.figure;
  return values.set(department, indicator, figure instanceof CatalogError ? figure : figure.value);
}

function newCase(index: CatalogIndex, commitment: Commitment): Case {
  const figure = figureServed(index, commitment);
  const isUnplanned = figure instanceof CatalogError && figure.code === "noAnnualTarget";
  const judged = isUnplanned ? promised(index, commitment) : figure;
  const terms = asOne(index, termsOf(index, commitment, judged));
  const isRelative = commitment.target !== undefined && "relativeTo" in commitment.target;
  const isDeed = terms.kind === "milestone" && judged instanceof CatalogError && judged.code === "noFigure";
  const start = terms.startsFromBaseline ? startOf(index, commitment) : null;
  return {
    commitment,
    terms,
    figure,
    judged,
    isVerifiable: isDeed || !(judged instanceof CatalogError),
    start,
    isRelative,
    asksBaseline:
      commitment.baseline === undefined &&
      (isRelative || (terms.kind === "stock" && terms.startsFromBaseline && start === null)),
  };
}

function asOne(index: CatalogIndex, terms: Terms): Terms {
  const { terms: known } = shelfOf(index);
  const key = JSON.stringify(terms);
  const found = known.get(key);
  if (!found) known.set(key, terms);
  return found ?? terms;
}

/**
 * The figure a commitment promises for a year.
 * @throws CatalogError unclear, noFigure, baselineMissing (超过去年 without last year's level), noAnnualTarget, yearOutside
 */
export function figureOf(index: CatalogIndex, commitment: Commitment, year: number): Figure {
  const found = figureInYear(index, commitment, year);
  if (found instanceof CatalogError) throw found;
  return found;
}

/** Without a year: the whole of a promise, or what was planned for the catalog's year of one that runs on beyond it. */
function figureServed(index: CatalogIndex, commitment: Commitment): Figure | CatalogError {
  const { year } = index.catalog;
  if (!isSeveralYears(commitment)) return promised(index, commitment);
  const isOver = partsOf(commitment.due).year <= year; // begun earlier, due by now: 不填为承诺到期的年份
  return isOver && plannedFor(index, commitment, year) === null
    ? promised(index, commitment)
    : (planned(index, commitment, year) ?? withoutPlan(index, commitment, year));
}

function figureInYear(index: CatalogIndex, commitment: Commitment, year: number): Figure | CatalogError {
  const [first, last] = [partsOf(commitment.from).year, partsOf(commitment.due).year];
  const whole = promised(index, commitment);
  if (whole instanceof CatalogError && whole.code !== "baselineMissing") return whole;
  const { indicator, from, due } = commitment;
  if (year < first || year > last)
    return new CatalogError("yearOutside", { indicator, given: String(year), from, due });
  if (!isSeveralYears(commitment)) return whole;
  return planned(index, commitment, year) ?? (year === last ? whole : withoutPlan(index, commitment, year));
}

/** The refusal for a year nobody set a figure for; what stands against the promise itself goes first. */
function withoutPlan(index: CatalogIndex, commitment: Commitment, year: number): CatalogError {
  const whole = promised(index, commitment);
  if (whole instanceof CatalogError && whole.code !== "baselineMissing") return whole;
  const { indicator, due } = commitment;
  return new CatalogError("noAnnualTarget", { indicator, year, due });
}

/** The figure planned for one year of several; null where none is. */
function planned(index: CatalogIndex, commitment: Commitment, year: number): Figure | null {
  if (commitment.review === "unclear" || commitment.kind === "milestone") return null;
  const value = plannedFor(index, commitment, year);
  const wording = wordingOf(index, commitment);
  if (value === null || wording.unit === null) return null;
  // A plan sets one number for the year, also where the whole is a range.
  const comparator = wording.comparator === "range" ? "plain" : wording.comparator;
  return { comparator, direction: wording.direction, ...baselineOf(commitment), value, unit: wording.unit };
}

/** What was planned for one year of a promise over several: a flow's amount within the year, else the level at its end; or null. */
function plannedFor(index: CatalogIndex, commitment: Commitment, year: number): number | null {
  if (!isSeveralYears(commitment)) return null;
  const own = commitment.annualTargets?.[String(year)];
  if (own !== undefined || !commitment.sumOf) return own ?? null;
  const figures = index.partsOf(commitment).map((part) => figureInYear(index, part, year));
  const { unit } = wordingOf(index, commitment);
  return unit === null ? null : sumOf(figures, unit, ({ value }) => value);
}

/** The whole of what is promised, whatever the year; a total of one year adds what its parts promise for that year. */
function promised(index: CatalogIndex, commitment: Commitment): Figure | CatalogError {
  const { indicator, target } = commitment;
  if (commitment.review === "unclear")
    return new CatalogError("unclear", { indicator, reason: commitment.reviewReason ?? "" });
  if (commitment.kind === "milestone") return new CatalogError("noFigure", { indicator });
  const { comparator, direction, unit } = wordingOf(index, commitment);
  const common = { comparator, direction, ...baselineOf(commitment) };
  if (commitment.sumOf) {
    const { year } = partsOf(commitment.due);
    const figures = index
      .partsOf(commitment)
      .map((part) => (isSeveralYears(commitment) ? promised(index, part) : figureInYear(index, part, year)));
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
    if (!commitment.baseline) return new CatalogError("baselineMissing", { indicator });
    return { ...common, value: commitment.baseline.value, unit: target.unit };
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

const baselineOf = ({ baseline }: Commitment) => (baseline ? { baseline: baseline.value } : {});

/** The words around a figure. */
interface Wording {
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly unit: string | null;
}

/** How a commitment is compared, which way is good, and its unit; of a declared total as its parts have it: a total of limits is a limit. */
function wordingOf(index: CatalogIndex, commitment: Commitment): Wording {
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
    unit: !target ? null : "coverage" in target ? PERCENT : target.unit,
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

function termsOf(index: CatalogIndex, commitment: Commitment, judged: Figure | CatalogError): Terms {
  const { comparator, direction, unit } = wordingOf(index, commitment);
  const { year } = index.catalog;
  const isOneYearOfMany = planned(index, commitment, year) !== null;
  const value = judged instanceof CatalogError ? null : judged.value;
  const { from, due } = isOneYearOfMany ? withinYear(commitment, year) : commitment;
  const margin = comparator === "about" ? marginOf(index, commitment, value ?? 0, unit) : 0;
  const size = value === null ? 0 : Math.max(Math.abs(value), Math.abs(commitment.baseline?.value ?? 0));
  return {
    kind: commitment.kind,
    comparator: judged instanceof CatalogError ? comparator : judged.comparator,
    direction,
    unit,
    from,
    due,
    profile: profileOf(index, commitment, isOneYearOfMany),
    margin,
    // Where a later year of several begins is not promised by anybody: the plan's level of the year before is no report.
    startsFromBaseline: !(commitment.target && "relativeTo" in commitment.target) && from === commitment.from,
    sign: value === null ? "unknown" : signOf(direction === "up" ? value - margin : value + margin),
    statesFall: statesFall(commitment, value),
    digits: Math.max(0, Math.min(MOST_DIGITS, SIGNIFICANT_DIGITS - String(Math.trunc(size)).length)),
  };
}

const signOf = (value: number): Sign => (value > 0 ? "positive" : value < 0 ? "negative" : "zero");

/** Whether something of the target falls due before its last day. @param start the level it starts from; null where none is known */
export function hasPace({ kind, profile, startsFromBaseline }: Terms, start: number | null): boolean {
  if (profile === "atDue" || (kind === "stock" && !(startsFromBaseline && start !== null))) return false;
  return typeof profile === "string" || profile.quarterShares.slice(0, -1).some((share) => share > 0);
}

/** How much 约 leaves; a total leaves what its parts leave, in its own unit. */
function marginOf(index: CatalogIndex, commitment: Commitment, value: number, unit: string | null): number {
  if (!commitment.sumOf) return halfLastDigit(value);
  const margins = index.partsOf(commitment).map((part) => {
    const { terms, judged } = caseOf(index, part);
    return judged instanceof CatalogError ? 0 : convert(terms.margin, judged.unit, unit ?? judged.unit);
  });
  return tidy(margins.reduce((sum, each) => sum + each, 0));
}

/** Half of the last digit written: 9左右 is met from 8.5, 8.5左右 from 8.45. @example halfLastDigit(9) // 0.5 */
export function halfLastDigit(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const decimals = (digits.split(".")[1]?.length ?? 0) - Number(exponent);
  return Number(`5e${-Math.max(0, decimals) - 1}`);
}

/** Whether a promise runs past the year it was made for, as 5年内. */
function isSeveralYears(commitment: Commitment): boolean {
  return partsOf(commitment.due).year > partsOf(commitment.from).year;
}

/** The part of a commitment's period that lies in a year. */
function withinYear({ from, due }: Commitment, year: number): { from: Day; due: Day } {
  const whole = yearOf(year);
  return { from: from > whole.from ? from : whole.from, due: due < whole.to ? due : whole.to };
}

/** The level a commitment starts from; a total starts from its parts' levels, once all are known. */
function startOf(index: CatalogIndex, commitment: Commitment): number | null {
  if (commitment.baseline) return commitment.baseline.value;
  const { unit } = wordingOf(index, commitment);
  if (!commitment.sumOf || unit === null) return null;
  let sum = 0;
  for (const part of index.partsOf(commitment)) {
    const { start, terms } = caseOf(index, part);
    if (start === null) return null;
    sum = tidy(sum + convert(start, terms.unit ?? unit, unit));
  }
  return sum;
}

/**
 * When what is promised falls due. 全覆盖 is due at the end. Shares are of one year: over several they say nothing of any date before
 * the last. A total of annual figures is annual, and one whose parts have shares has theirs.
 */
function profileOf(index: CatalogIndex, commitment: Commitment, isOneYearOfMany: boolean): Profile {
  if (commitment.target && "coverage" in commitment.target) return "atDue";
  const isLong = isSeveralYears(commitment) && !isOneYearOfMany;
  const own = commitment.profile ?? (commitment.sumOf ? profileOfTotal(index, commitment, isOneYearOfMany) : null);
  if (own === null) return isLong ? "atDue" : "linear";
  const isBeyondShares = isLong && monthsIn({ from: commitment.from, to: commitment.due }) > MONTHS_OF_SHARES;
  return typeof own === "object" && isBeyondShares ? "atDue" : own;
}

function profileOfTotal(index: CatalogIndex, total: Commitment, isOneYearOfMany: boolean): Profile | null {
  const { from, due } = isOneYearOfMany ? withinYear(total, index.catalog.year) : total;
  const parts = index.partsOf(total).map((part) => caseOf(index, part));
  // Parts that fall due on different days have no common pace: half-way through one, another may be over.
  const isSamePeriod = parts.every(({ terms }) => terms.from === from && terms.due === due);
  if (!isSamePeriod) return "atDue";
  if (parts.every(({ terms }) => terms.profile === "linear")) return null;
  const { unit } = wordingOf(index, total);
  const weights = parts.map(({ judged }) =>
    judged instanceof CatalogError ? 0 : convert(judged.value, judged.unit, unit ?? judged.unit),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const hasShares = parts.every(({ terms }) => terms.profile !== "atDue") && weights.every((weight) => weight > 0);
  if (!hasShares) return "atDue";
  const quarterShares = [0.25, 0.5, 0.75, 1].map((linear, quarter) =>
    roundTo(
      parts.reduce((sum, { terms: { profile } }, position) => {
        const share = typeof profile === "object" ? (profile.quarterShares[quarter] ?? 1) : linear;
        return sum + share * (weights[position] ?? 0);
      }, 0) / whole,
      SHARE_DIGITS,
    ),
  );
  return { quarterShares };
}
