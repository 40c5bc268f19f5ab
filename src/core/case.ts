/**
 * One commitment, made ready to be judged: which figure, which period and which rules hold. This is the only place that decides it;
 * the functions evaluate the case, the ledger spells it, the pane explains it.
 */
import type { Answering, CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { digitsOf, roundTo, tidy } from "./expression";
import { statesFall } from "./falls";
import {
  figureServed,
  latestView,
  levelAtStart,
  PERCENT,
  planned,
  promised,
  startOfYear,
  viewAt,
  wordingOf,
  type View,
} from "./figures";
import { lastYearsLevel } from "./history";
import { NameMemo } from "./nameMemo";
import { isSeveralYears, withinYear } from "./paths";
import { dayBefore, monthsIn, partsOf, yearOf } from "./periods";
import { shareBy, sharesOf } from "./profiles";
import { revisionAt, revisionDays } from "./revisions";
import type { Commitment, Comparator, Day, Direction, Figure, Kind, Profile, Revision } from "./types";
import { convert } from "./units";

export { PERCENT };
const SHARE_DIGITS = 12;
const MONTHS_OF_SHARES = 12; // the ends of a profile's quarters or months lie in one year

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

/** Where the figure of a case comes from: the promise itself, a plan for the year, or the path between what was set. */
export type Basis = "promise" | "annualTarget" | "linear" | "compound";

/** Everything a verdict needs besides the actual and the date. */
export interface Case {
  readonly commitment: Commitment;
  readonly terms: Terms;
  /** What TARGET answers without a year, or the refusal in its place: of a promise over several years the view's year's figure. */
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
  /** Last year's level where it is the target; null where it is not known or not meant. */
  readonly lastYear: number | null;
  readonly basis: Basis;
  /** The revision whose figure holds; null where the original one does. */
  readonly revision: Revision | null;
  /** The years in which this figure judges, of a promise that has others for other years; null where any date can be judged. */
  readonly years: Years | null;
  /** The days on which the figure changes; a case looked at on another side of one of them is another case. */
  readonly changes: readonly Day[];
}

/** What is known of a catalog's commitments. One catalog is asked over and over, so the last one is at hand. */
interface Known {
  readonly cases: Map<Commitment, Case>;
  /** Cases at a day, of commitments whose figure differs by day: by what was set until then, and by year. */
  readonly dated: Map<Commitment, Map<string, Case>>;
  /** Terms that are alike are one, so that rules are made ready once for all promises of their kind. */
  readonly terms: Map<string, Terms>;
}
const KNOWN = new WeakMap<CatalogIndex, Known>();
let lastKnown: { readonly index: CatalogIndex; readonly known: Known } | null = null;

function knownOf(index: CatalogIndex): Known {
  if (lastKnown?.index === index) return lastKnown.known;
  let known = KNOWN.get(index);
  if (!known) {
    known = { cases: new Map(), dated: new Map(), terms: new Map() };
    KNOWN.set(index, known);
  }
  lastKnown = { index, known };
  return known;
}

/** Cases and TARGET's answers by the names people typed, of whatever answers them. */
interface Named {
  readonly cases: NameMemo<Case | CatalogError>;
  readonly values: NameMemo<number | CatalogError>;
  /** The cases asked for with a year. */
  readonly ofYears: Map<number, NameMemo<Case | CatalogError>>;
}
const NAMED = new WeakMap<Answering, Named>();
let lastAsked: { readonly answering: Answering; readonly named: Named } | null = null;

function namedOf(answering: Answering): Named {
  if (lastAsked?.answering === answering) return lastAsked.named;
  let named = NAMED.get(answering);
  if (!named) {
    named = { cases: new NameMemo(), values: new NameMemo(), ofYears: new Map() };
    NAMED.set(answering, named);
  }
  lastAsked = { answering, named };
  return named;
}

/**
 * The case of a commitment, worked out once.
 * @param day the figure in force on that day judges, of a promise over several years that of the day's year; null: the latest of the
 *   catalog's year
 * @example caseOf(index, 新增学位).judged // { value: 8310, unit: "个", … }
 */
export function caseOf(index: CatalogIndex, commitment: Commitment, day: Day | null = null): Case {
  const { cases } = knownOf(index);
  let found = cases.get(commitment);
  if (!found) cases.set(commitment, (found = newCase(latestView(index, commitment), commitment)));
  return day === null ? found : caseAt(index, found, day);
}

/** Years, both counted in. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** A case and the day until which it holds (that day not included); the last one holds on. */
export interface Stretch {
  readonly judged: Case;
  readonly until: Day | null;
}

/** The cases of a commitment over the time, as its figure is set anew: for those who spell the rule for every date. */
export function stretchesOf(index: CatalogIndex, commitment: Commitment): readonly Stretch[] {
  const latest = caseOf(index, commitment);
  const days = latest.changes.map((change) => ({ judged: caseAt(index, latest, dayBefore(change)), until: change }));
  return [...days, { judged: latest, until: null }];
}

/** The case of the same commitment on a day. */
export function caseAt(index: CatalogIndex, latest: Case, day: Day): Case {
  const { commitment, changes } = latest;
  const isByYear = isSeveralYears(commitment);
  if (changes.length === 0 && !isByYear) return latest;
  const view = viewAt(index, commitment, day);
  const passed = changes.filter((change) => change <= day).length;
  if (passed === changes.length && (!isByYear || view.year === latestView(index, commitment).year)) return latest;
  const { dated } = knownOf(index);
  const ofCommitment = dated.get(commitment) ?? new Map<string, Case>();
  dated.set(commitment, ofCommitment);
  const key = `${passed} ${isByYear ? view.year : ""}`;
  let found = ofCommitment.get(key);
  if (!found) ofCommitment.set(key, (found = newCase(view, commitment)));
  return found;
}

/**
 * The case behind the names a person typed, or the refusal of `lookUp`. Remembered for as long as the name is.
 * @param year which catalog of a region is meant, where there are several
 */
export function caseNamed(
  answering: Answering,
  department: string,
  indicator: string,
  year: number | null = null,
): Case | CatalogError {
  const memos = namedOf(answering);
  const cases = year === null || answering.others.length === 0 ? memos.cases : memoOf(memos, year);
  const known = cases.get(department, indicator);
  if (known !== undefined) return known;
  const found = answering.lookUp(department, indicator, year);
  const named = found instanceof CatalogError ? found : caseOf(answering.indexOf(found), found);
  return cases.set(department, indicator, named);
}

function memoOf({ ofYears }: Named, year: number): NameMemo<Case | CatalogError> {
  const memo = ofYears.get(year) ?? new NameMemo();
  ofYears.set(year, memo);
  return memo;
}

/**
 * What TARGET answers to the names a person typed, without a year and a unit: the value of the case's figure. Remembered likewise.
 * @returns the value, or the refusal of `lookUp` or of the case
 */
export function valueNamed(answering: Answering, department: string, indicator: string): number | CatalogError {
  const { values } = namedOf(answering);
  const known = values.get(department, indicator);
  if (known !== undefined) return known;
  const found = caseNamed(answering, department, indicator);
  const figure = found instanceof CatalogError ? found : found.figure;
  return values.set(department, indicator, figure instanceof CatalogError ? figure : figure.value);
}

function newCase(view: View, commitment: Commitment): Case {
  const { index } = view;
  const figure = figureServed(view, commitment);
  const isUnplanned = figure instanceof CatalogError && figure.code === "noAnnualTarget";
  const judged = isUnplanned ? promised(view, commitment) : figure;
  const terms = asOne(index, termsOf(view, commitment, judged));
  const isRelative = commitment.target !== undefined && "relativeTo" in commitment.target;
  const isDeed = terms.kind === "milestone" && judged instanceof CatalogError && judged.code === "noFigure";
  const start = terms.startsFromBaseline ? startOf(view, commitment) : null;
  const lastYear = isRelative ? lastYearsLevel(commitment) : null;
  return {
    commitment,
    terms,
    figure,
    judged,
    isVerifiable: isDeed || !(judged instanceof CatalogError),
    start,
    isRelative,
    asksBaseline:
      (isRelative && lastYear === null) ||
      (!isRelative && terms.kind === "stock" && terms.startsFromBaseline && start === null),
    lastYear,
    basis: basisOf(view, commitment),
    revision: revisionAt(commitment, view.day),
    years: yearsOf(view, commitment),
    changes: revisionDays(index, commitment),
  };
}

/** The years around the view's in which its figure judges; open ends reach as far as dates do. */
function yearsOf({ index, year }: View, commitment: Commitment): Years | null {
  if (!isSeveralYears(commitment)) return null;
  const all = [commitment, ...(commitment.sumOf ? index.partsOf(commitment) : [])];
  if (all.every(({ annualTargets, path }) => annualTargets === undefined && path === undefined)) return null;
  const end = partsOf(commitment.due).year;
  let last = year;
  while (last < end && viewAt(index, commitment, yearOf(last + 1).to).year === year) last += 1;
  const begin = partsOf(commitment.from).year;
  return { first: year <= begin ? -Infinity : year, last: last >= end ? Infinity : last };
}

function basisOf(view: View, commitment: Commitment): Basis {
  const { annualTargets, path } = commitment;
  if (planned(view, commitment, view.year) === null) return "promise";
  return annualTargets?.[String(view.year)] === undefined && path !== undefined ? path : "annualTarget";
}

function asOne(index: CatalogIndex, terms: Terms): Terms {
  const { terms: known } = knownOf(index);
  const key = JSON.stringify(terms);
  const found = known.get(key);
  if (!found) known.set(key, terms);
  return found ?? terms;
}

function termsOf(view: View, commitment: Commitment, judged: Figure | CatalogError): Terms {
  const { index, year } = view;
  const { comparator, direction, unit } = wordingOf(index, commitment);
  const isOneYearOfMany = planned(view, commitment, year) !== null;
  const value = judged instanceof CatalogError ? null : judged.value;
  const { from, due } = isOneYearOfMany ? withinYear(commitment, year) : commitment;
  const margin = comparator === "about" ? marginOf(view, commitment, value ?? 0, unit) : 0;
  const level = judged instanceof CatalogError ? levelAtStart(commitment) : judged.baseline;
  const size = value === null ? 0 : Math.max(Math.abs(value), Math.abs(level ?? 0));
  return {
    kind: commitment.kind,
    comparator: judged instanceof CatalogError ? comparator : judged.comparator,
    direction,
    unit,
    from,
    due,
    profile: profileOf(view, commitment, isOneYearOfMany),
    margin,
    // Where a later year of several begins is promised only by a path: a plan's level of the year before is no report.
    startsFromBaseline:
      !(commitment.target && "relativeTo" in commitment.target) &&
      (from === commitment.from || (isOneYearOfMany && startOfYear(view, commitment, year) !== null)),
    sign: value === null ? "unknown" : signOf(direction === "up" ? value - margin : value + margin),
    statesFall: statesFall(commitment, value),
    digits: digitsOf(size),
  };
}

const signOf = (value: number): Sign => (value > 0 ? "positive" : value < 0 ? "negative" : "zero");

/** Whether something of the target falls due before its last day. @param start the level it starts from; null where none is known */
export function hasPace({ kind, profile, startsFromBaseline }: Terms, start: number | null): boolean {
  if (profile === "atDue" || (kind === "stock" && !(startsFromBaseline && start !== null))) return false;
  return (
    typeof profile === "string" ||
    sharesOf(profile)
      .slice(0, -1)
      .some((share) => share > 0)
  );
}

/** How much 约 leaves; a total leaves what its parts leave, in its own unit. */
function marginOf(view: View, commitment: Commitment, value: number, unit: string | null): number {
  if (!commitment.sumOf) return halfLastDigit(value);
  const margins = view.index.partsOf(commitment).map((part) => {
    const { terms, judged } = caseOf(view.index, part, view.day);
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

/** The level a commitment starts from: on a path that of the year before; a total starts from its parts' levels, once all are known. */
function startOf(view: View, commitment: Commitment): number | null {
  const { index, year } = view;
  const onPath = commitment.path === undefined ? null : startOfYear(view, commitment, year);
  const level = onPath ?? levelAtStart(commitment);
  const { unit } = wordingOf(index, commitment);
  if (level !== null || !commitment.sumOf || unit === null) return level;
  let sum = 0;
  for (const part of index.partsOf(commitment)) {
    const { start, terms } = caseOf(index, part, view.day);
    if (start === null) return null;
    sum = tidy(sum + convert(start, terms.unit ?? unit, unit));
  }
  return sum;
}

/**
 * When what is promised falls due. 全覆盖 is due at the end. Shares are of one year: over several they say nothing of any date before
 * the last. A total of annual figures is annual, and one whose parts have shares has theirs.
 */
function profileOf(view: View, commitment: Commitment, isOneYearOfMany: boolean): Profile {
  if (commitment.target && "coverage" in commitment.target) return "atDue";
  const isLong = isSeveralYears(commitment) && !isOneYearOfMany;
  const own = commitment.profile ?? (commitment.sumOf ? profileOfTotal(view, commitment, isOneYearOfMany) : null);
  if (own === null) return isLong ? "atDue" : "linear";
  const isBeyondShares = isLong && monthsIn({ from: commitment.from, to: commitment.due }) > MONTHS_OF_SHARES;
  return typeof own === "object" && isBeyondShares ? "atDue" : own;
}

function profileOfTotal(view: View, total: Commitment, isOneYearOfMany: boolean): Profile | null {
  const { index } = view;
  const { from, due } = isOneYearOfMany ? withinYear(total, view.year) : total;
  const parts = index.partsOf(total).map((part) => caseOf(index, part, view.day));
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
  const profiles = parts.map(({ terms }) => terms.profile);
  const count = profiles.some((profile) => typeof profile === "object" && "monthShares" in profile) ? 12 : 4;
  const shares = Array.from({ length: count }, (_, at) =>
    roundTo(
      profiles.reduce((sum, profile, position) => sum + shareBy(profile, at, count) * (weights[position] ?? 0), 0) /
        whole,
      SHARE_DIGITS,
    ),
  );
  return count === 4 ? { quarterShares: shares } : { monthShares: shares };
}
