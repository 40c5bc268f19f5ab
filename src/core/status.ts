/** The verdict: one word for how a promise stands, by rules everyone can see. */
import type { Case, Terms } from "./case";
import { CatalogError } from "./errors";
import {
  and,
  blank,
  compare,
  done,
  input,
  known,
  not,
  or,
  Readied,
  round,
  roundTo,
  subtract,
  tidy,
  type Condition,
  type Expression,
  type Held,
  type Inputs,
} from "./expression";
import { completedMonths, serialOf } from "./periods";
import { dueReached, hasBegun, measuresOf, SHARE_DIGITS, type Measures } from "./progress";
import type { Day, Status } from "./types";

/** How strictly a shortfall is judged. Shares are fractions of the target (0.1 is ten points), points are 百分点. */
export interface Rules {
  readonly preset: Preset;
  /** Below this share behind, still on pace (exclusive; 0: any shortfall counts). */
  readonly shareGrace: number;
  /** Up to this share behind, yellow (inclusive); beyond it, red. */
  readonly shareTolerance: number;
  /** For growth and ratio: up to this many points short, yellow. */
  readonly pointTolerance: number;
  /** For growth: below target is yellow while there is growth at all, red where it shrinks. */
  readonly growthBySign: boolean;
}
export const PRESETS = ["standard", "xuancheng", "yinchuan", "tianjin"] as const;
export type Preset = (typeof PRESETS)[number];

const STANDARD: Rules = {
  preset: "standard",
  shareGrace: 0,
  shareTolerance: 0.1,
  pointTolerance: 1,
  growthBySign: false,
}; // ours

/** The rules of a preset (RULES: Status). */
export const RULES: Readonly<Record<Preset, Rules>> = {
  standard: STANDARD,
  xuancheng: { ...STANDARD, preset: "xuancheng", shareTolerance: 0, pointTolerance: 0 }, // any shortfall is behind
  yinchuan: { ...STANDARD, preset: "yinchuan", shareGrace: 0.1, shareTolerance: 0.3 }, // 10 to 30 points yellow; 0 to 10 is left open there, on pace here
  tianjin: { ...STANDARD, preset: "tianjin", growthBySign: true },
};

/** Cases in order; the first that holds gives the verdict. */
export interface StatusRule {
  readonly cases: readonly (readonly [Condition, Status])[];
  readonly otherwise: Status;
}

/** A condition, or what is known of it beforehand. */
type Test = Condition | boolean;
const both = (left: Test, right: Test): Test =>
  left === false || right === false ? false : left === true ? right : right === true ? left : and(left, right);
const either = (left: Test, right: Test): Test =>
  left === true || right === true ? true : left === false ? right : right === false ? left : or(left, right);
const neither = (test: Test): Test => (typeof test === "boolean" ? !test : not(test));

/** The rule of these cases; what can never hold is left out, and nothing follows what always holds. */
function inOrder(cases: readonly (readonly [Test, Status])[], otherwise: Status): StatusRule {
  const end = cases.findIndex(([test]) => test === true);
  const kept = (end < 0 ? cases : cases.slice(0, end)).filter((each): each is readonly [Condition, Status] => {
    return typeof each[0] !== "boolean";
  });
  return { cases: kept, otherwise: cases[end]?.[1] ?? otherwise };
}

/**
 * The verdict's rule for one kind of commitment. It presumes a known target: without one the verdict is unverifiable. The cases up to
 * `unreported` are about what was reported at all; those after it presume an actual.
 */
export function statusRule(terms: Terms, measures: Measures, rules: Rules): StatusRule {
  const isOver = dueReached(terms);
  const before = [
    [not(hasBegun(terms)), "notDue"],
    [both(blank("actual"), wasDone(terms, measures)), "met"],
    [blank("actual"), "unreported"],
  ] as const;
  const { threshold, share, lag, shortfall, excess, hasWay } = measures;
  if (terms.kind === "milestone" || lag === null || shortfall === null)
    return inOrder([...before, [done("actual"), "met"], [isOver, "farBehind"]], "notDue");
  const isStrict = terms.comparator === "moreThan" || terms.comparator === "lessThan";
  const isUp = terms.direction === "up";
  const isMet = compare(excess, isUp ? (isStrict ? ">" : ">=") : isStrict ? "<" : "<=", 0);
  const overdue = compare(input("asOfDay"), ">", serialOf(terms.due));
  const notDue = [not(measures.isDue), "notDue"] as const;
  // Where nothing is tolerated, 超过 is not met by the figure itself, though nothing is lacking.
  const within = (tolerance: "shareTolerance" | "pointTolerance") => {
    const isWithin = compare(lag, "<=", input(tolerance));
    return isStrict ? and(isWithin, compare(input(tolerance), ">", 0)) : isWithin;
  };
  const { isPositive, isZero, isNegative } = signs(terms, threshold);
  // A limit already exceeded is missed at once. A figure to be brought below zero can still be reached while the period runs.
  const isBeyond = both(!isUp, both(compare(excess, isStrict ? ">=" : ">", 0), neither(isNegative)));
  // 约 of a level or a rate leaves a tolerance beyond its edge.
  const isExceeded = both(terms.margin === 0, isBeyond);
  if (terms.kind === "growth" || terms.kind === "ratio") {
    const isBySign = terms.kind === "growth" && rules.growthBySign && isUp;
    const isBehind = isBySign ? compare(input("actual"), ">=", 0) : within("pointTolerance");
    const met = [
      [and(isMet, isOver), "met"],
      [isMet, "onPace"],
    ] as const;
    // A rate that is asked for its last day alone may pass the limit until then.
    const limit = [both(terms.profile !== "atDue" || isOver, isExceeded), "farBehind"] as const;
    return inOrder([...before, limit, ...met, [overdue, "farBehind"], notDue, [isBehind, "behind"]], "farBehind");
  }
  // At the full share a strict comparison (超过) is not met by the figure itself, though nothing is lacking in points.
  const inTime = compare(shortfall, "<=", 0);
  const onTime = isStrict ? and(inTime, compare(share, "<", 1)) : inTime;
  const isShareless = both(isZero, neither(hasWay)); // no share can be taken of nothing
  const isGraced = both(compare(lag, "<", input("shareGrace")), neither(isShareless));
  const pace = [
    [either(onTime, isGraced), "onPace"],
    [within("shareTolerance"), "behind"],
  ] as const;
  if (terms.kind === "flow" && !isUp) {
    // Less is better over a period: the count can still rise, so it is met only when the period is over.
    const ended = both(isOver, either(neither(isNegative), isMet));
    const isLate = both(overdue, isNegative);
    return inOrder(
      [...before, [isBeyond, "farBehind"], [ended, "met"], [isLate, "farBehind"], notDue, ...pace],
      "farBehind",
    );
  }
  // A loss can still grow, a level of none be left again: at zero and below it is met only when the period is over.
  const isFinal = either(isOver, either(isPositive, hasWay));
  // What lies short of nothing is behind while the period runs, and far behind when it is over.
  const isMissed = both(isOver, isShareless);
  const late = either(overdue, isMissed);
  // A level that started within its limit has passed it; one that started above is on its way down, and where no start is known that
  // may be so until its day.
  const isWithin = terms.startsFromBaseline && known("baseline");
  const isPassed = both(isExceeded, both(neither(hasWay), either(isWithin, isOver)));
  return inOrder(
    [...before, [isPassed, "farBehind"], [both(isMet, isFinal), "met"], [late, "farBehind"], notDue, ...pace],
    "farBehind",
  );
}

/** On which side of zero the value lies from which a promise is met. */
function signs({ sign }: Terms, threshold: Expression): Record<"isPositive" | "isZero" | "isNegative", Test> {
  if (sign !== "unknown")
    return { isPositive: sign === "positive", isZero: sign === "zero", isNegative: sign === "negative" };
  return {
    isPositive: compare(threshold, ">", 0),
    isZero: and(compare(threshold, ">=", 0), compare(threshold, "<=", 0)),
    isNegative: compare(threshold, "<", 0),
  };
}

/**
 * Done stays done: what the last report before the date already said is finished, where nothing newer was reported. A flow that met the
 * whole target and a deed that was done; a level, a rate and a loss can be lost again.
 */
function wasDone(terms: Terms, { threshold }: Measures): Test {
  if (terms.kind === "milestone") return done("lastKnown");
  if (terms.kind !== "flow" || terms.direction === "down") return false;
  const isMet = compare(
    round(subtract(input("lastKnown"), threshold), terms.digits),
    terms.comparator === "moreThan" ? ">" : ">=",
    0,
  );
  return both(and(known("lastKnown"), isMet), signs(terms, threshold).isPositive);
}

/** What was reported: a number in the target's unit, for a milestone whether it is done; null is nothing. */
export type Reported = number | boolean | null;

/** How a promise stands at a date. Amounts are in the target's unit; null where the kind has no such measure. */
export interface Standing {
  readonly status: Status;
  readonly share: number;
  readonly attainment: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
  readonly lag: number | null;
  /** Whether anything is due at the date; where not, `expected` and `gap` are null. */
  readonly isDue: boolean;
}

/** The rules made ready for some terms, since a column of a thousand rows asks for the same few. */
interface Prepared {
  readonly rules: Rules;
  readonly readied: Readied;
  /** Where the measures stand among what is worked out; null for a measure the kind has not. */
  readonly at: Readonly<Record<"share" | "attainment" | "expected" | "gap" | "lag", number | null>>;
  readonly isDue: Held;
  readonly cases: readonly (readonly [Held, Status])[];
  readonly otherwise: Status;
}
const PREPARED = new WeakMap<Terms, Prepared>();

function prepared(terms: Terms, rules: Rules): Prepared {
  const known = PREPARED.get(terms);
  if (known?.rules === rules) return known;
  const measures = measuresOf(terms);
  const rule = statusRule(terms, measures, rules);
  const readied = new Readied();
  const place = (measure: Expression | null) => (measure === null ? null : readied.keep(measure));
  const { share, attainment, expected, gap, lag } = measures;
  const at = {
    share: place(share),
    attainment: place(attainment),
    expected: place(expected),
    gap: place(gap),
    lag: place(lag),
  };
  place(measures.excess);
  const fresh: Prepared = {
    rules,
    readied,
    at,
    isDue: readied.condition(measures.isDue),
    cases: rule.cases.map(([condition, status]) => [readied.condition(condition), status]),
    otherwise: rule.otherwise,
  };
  PREPARED.set(terms, fresh);
  return fresh;
}

/**
 * Judges an actual by the rules in force.
 * @param actual in the target's unit; for a milestone whether it is done; null where nothing was reported
 * @param lastKnown what was last reported before the date, where nothing is reported for it: done stays done
 * @example judge(case of a flow of 8310, 3900, "2024-06-30", RULES.standard).status // "behind"
 */
export function judge(judged: Case, actual: Reported, asOf: Day, rules: Rules, lastKnown: Reported = null): Standing {
  const { readied, at, isDue: due, cases, otherwise } = prepared(judged.terms, rules);
  const inputs = inputsOf(judged, actual, asOf, rules, lastKnown);
  const values = readied.workOut(inputs);
  const isDue = due(inputs);
  let status: Status = judged.isVerifiable ? otherwise : "unverifiable";
  if (judged.isVerifiable)
    for (const [isCase, verdict] of cases)
      if (isCase(inputs)) {
        status = verdict;
        break;
      }
  return {
    status,
    share: roundTo(kept(values, at.share) ?? 0, SHARE_DIGITS),
    attainment: kept(values, at.attainment),
    expected: isDue ? kept(values, at.expected) : null,
    gap: isDue ? kept(values, at.gap) : null,
    lag: isDue ? kept(values, at.lag) : null,
    isDue,
  };
}

/** What was worked out at a place; null where the kind has no such measure, or it comes to nothing. */
function kept(values: readonly number[], place: number | null): number | null {
  const found = place === null ? NaN : (values[place] as number);
  return Number.isNaN(found) ? null : tidy(found) || 0; // never -0
}

/** The inputs of the rules for one judgement. */
function inputsOf({ judged, start }: Case, actual: Reported, asOf: Day, rules: Rules, lastKnown: Reported): Inputs {
  if (asOf !== lastDay.day) lastDay = { day: asOf, serial: serialOf(asOf), months: completedMonths(asOf) };
  return {
    actual,
    lastKnown,
    target: judged instanceof CatalogError ? null : judged.value,
    baseline: start,
    asOfDay: lastDay.serial,
    asOfMonths: lastDay.months,
    shareGrace: rules.shareGrace,
    shareTolerance: rules.shareTolerance,
    pointTolerance: rules.pointTolerance,
  };
}
let lastDay = { day: "", serial: NaN, months: NaN }; // a column is judged at one day
