/** The verdict: one word for how a promise stands, by rules everyone can see. */
import type { Case, Terms } from "./case";
import { CatalogError } from "./errors";
import {
  and,
  blank,
  compare,
  done,
  evaluate,
  holds,
  input,
  not,
  or,
  roundTo,
  tidy,
  type Condition,
  type Expression,
  type Inputs,
  type Worked,
} from "./expression";
import { completedMonths, serialOf } from "./periods";
import { dueReached, measuresOf, SHARE_DIGITS, type Measures } from "./progress";
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

/** The rules of a preset (DOMAIN: Status). */
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

/** The verdict's rule for one kind of commitment. It presumes a known target: without one the verdict is unverifiable. */
export function statusRule(terms: Terms, measures: Measures, rules: Rules): StatusRule {
  const unreported = [blank("actual"), "unreported"] as const;
  if (terms.kind === "milestone")
    return { cases: [unreported, [done("actual"), "met"], [dueReached(terms), "farBehind"]], otherwise: "notDue" };
  const actual = input("actual");
  const { threshold, share, lag } = measures;
  const isStrict = terms.comparator === "moreThan" || terms.comparator === "lessThan";
  const isUp = terms.direction === "up";
  const isMet = compare(actual, isUp ? (isStrict ? ">" : ">=") : isStrict ? "<" : "<=", threshold);
  const isBeyond = compare(actual, isStrict ? ">=" : ">", threshold); // a limit already exceeded, where less is better
  const overdue = compare(input("asOfDay"), ">", serialOf(terms.due));
  const notDue = [not(measures.isDue), "notDue"] as const;
  if (lag === null) return { cases: [unreported], otherwise: "unverifiable" };

  if (terms.kind === "growth" || terms.kind === "ratio") {
    const isWithin =
      terms.kind === "growth" && rules.growthBySign && isUp
        ? compare(actual, ">=", 0)
        : compare(lag, "<=", input("pointTolerance"));
    return {
      cases: [
        unreported,
        [and(isMet, dueReached(terms)), "met"],
        [isMet, "onPace"],
        [overdue, "farBehind"],
        notDue,
        [isWithin, "behind"],
      ],
      otherwise: "farBehind",
    };
  }
  // At the full share a strict comparison (超过) is not met by the figure itself, though nothing is lacking in points.
  const inTime = compare(lag, "<=", 0);
  const onTime = isStrict ? and(inTime, compare(share, "<", 1)) : inTime;
  const isOnPace = or(onTime, compare(lag, "<", input("shareGrace")));
  const pace = [
    [isOnPace, "onPace"],
    [compare(lag, "<=", input("shareTolerance")), "behind"],
  ] as const;
  // Less is better over a period: the count can still rise, so it is met only when the period is over.
  if (terms.kind === "flow" && !isUp)
    return {
      cases: [unreported, [isBeyond, "farBehind"], [dueReached(terms), "met"], notDue, ...pace],
      otherwise: "farBehind",
    };
  return { cases: [unreported, [isMet, "met"], [overdue, "farBehind"], notDue, ...pace], otherwise: "farBehind" };
}

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
  readonly measures: Measures;
  readonly rules: Rules;
  readonly rule: StatusRule;
}
const PREPARED = new WeakMap<Terms, Prepared>();

function prepared(terms: Terms, rules: Rules): Prepared {
  const known = PREPARED.get(terms);
  if (known?.rules === rules) return known;
  const measures = known?.measures ?? measuresOf(terms);
  const fresh: Prepared = { measures, rules, rule: statusRule(terms, measures, rules) };
  PREPARED.set(terms, fresh);
  return fresh;
}

/**
 * Judges an actual by the rules in force.
 * @param actual in the target's unit; for a milestone whether it is done; null where nothing was reported
 * @example judge(case of a flow of 8310, 3900, "2024-06-30", RULES.standard).status // "behind"
 */
export function judge(judged: Case, actual: number | boolean | null, asOf: Day, rules: Rules): Standing {
  const { measures, rule } = prepared(judged.terms, rules);
  const inputs = inputsOf(judged, actual, asOf, rules);
  const worked = new Map<Expression, number | null>();
  const value = (expression: Expression | null) => {
    if (expression === null) return null;
    const found = evaluate(expression, inputs, worked);
    if (typeof expression === "object" && "op" in expression) worked.set(expression, found);
    return found === null ? null : tidy(found);
  };
  const share = roundTo(value(measures.share) ?? 0, SHARE_DIGITS);
  const [attainment, lag] = [value(measures.attainment), value(measures.lag)];
  const isDue = holds(measures.isDue, inputs, worked);
  return {
    status: judged.isVerifiable ? verdict(rule, inputs, worked) : "unverifiable",
    share,
    attainment,
    expected: isDue ? value(measures.expected) : null,
    gap: isDue ? value(measures.gap) : null,
    lag: isDue ? lag : null,
    isDue,
  };
}

/** The inputs of the rules for one judgement. */
function inputsOf({ judged, start }: Case, actual: number | boolean | null, asOf: Day, rules: Rules): Inputs {
  return {
    actual,
    target: judged instanceof CatalogError ? null : judged.value,
    baseline: start,
    asOfDay: serialOf(asOf),
    asOfMonths: completedMonths(asOf),
    shareGrace: rules.shareGrace,
    shareTolerance: rules.shareTolerance,
    pointTolerance: rules.pointTolerance,
  };
}

function verdict(rule: StatusRule, inputs: Inputs, worked: Worked): Status {
  return rule.cases.find(([condition]) => holds(condition, inputs, worked))?.[1] ?? rule.otherwise;
}
