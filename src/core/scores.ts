/** 考核得分: what an actual is worth in points (RULES: Scores). */
import { asked, isBlank, readEntered, requireFigure, shown, type Entered, type Given } from "./asked";
import type { Terms } from "./case";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { and, choose, compare, divide, evaluate, input, max, min, tidy, type Expression } from "./expression";
import { measuresOf } from "./progress";
import type { Commitment, ScoreRule } from "./types";
import { parseQuantity } from "./units";

const DEFAULT_RULE: ScoreRule = "byAttainment";

/** The rule a commitment is scored by. */
export const scoreRuleOf = ({ scoreRule }: Commitment): ScoreRule => scoreRule ?? DEFAULT_RULE;

/**
 * The points an actual earns of a weight: 按完成率 the weight times the attainment, at most the weight; of growth and ratio the weight at
 * the target, else weight × actual/target where both are positive, else 0; of a limit the other way round. 完成得满分 is all or nothing.
 * @param weight blank: the catalog's
 * @throws CatalogError scoreByRank, weightMissing, weightUnreadable, actualMissing, what stands in the figure's place, and why an
 *   argument cannot be read
 */
export function scoreAnswer(index: CatalogIndex, commitment: Commitment, entered: Entered, weight: Given): number {
  const { indicator } = commitment;
  const points = weightOf(commitment, weight);
  const rule = scoreRuleOf(commitment);
  if (rule === "byRank") throw new CatalogError("scoreByRank", { indicator });
  const at = asked(index, commitment, entered.asOf, entered.year);
  requireFigure(at.judged);
  const read = readEntered(at, entered.actual);
  if (read === null) throw new CatalogError("actualMissing", { indicator });
  if (typeof read === "boolean") return read ? points : 0;
  const { terms, judged, start } = at.judged;
  const target = judged instanceof CatalogError ? null : judged.value;
  const inputs = { actual: read, target, baseline: start };
  return tidy(points * (evaluate(rule === "fullOrNone" ? allOrNone(terms) : earnedShare(terms), inputs) ?? 0));
}

/** 完成得满分: 1 where the whole target is met, else 0; 超过 is met beyond its figure only. */
export function allOrNone(terms: Terms): Expression {
  const { excess } = measuresOf(terms);
  const isUp = terms.direction === "up";
  const isStrict = terms.comparator === "moreThan" || terms.comparator === "lessThan";
  return choose(compare(excess, isUp ? (isStrict ? ">" : ">=") : isStrict ? "<" : "<=", 0), 1, 0);
}

/**
 * 按完成率: the share of its weight that an actual earns, from 0 to 1, as a rule over `actual`, `target` and `baseline`: all of it at the
 * figure, whatever the day. Functions evaluate it, the score sheet spells it.
 */
export function earnedShare(terms: Terms): Expression {
  const { excess, attainment, hasWay } = measuresOf(terms);
  const isUp = terms.direction === "up";
  const isReached = compare(excess, isUp ? ">=" : "<=", 0);
  const [actual, target] = [input("actual"), input("target")];
  const arePositive = and(compare(actual, ">", 0), compare(target, ">", 0));
  // A limit earns the less, the further it is exceeded.
  const proportion = choose(arePositive, isUp ? divide(actual, target) : divide(target, actual), 0);
  const share = hasWay === false || attainment === null ? proportion : choose(hasWay, attainment, proportion);
  return choose(isReached, 1, max(0, min(1, share)));
}

/** @throws CatalogError weightMissing, weightUnreadable */
function weightOf({ indicator, weight }: Commitment, given: Given): number {
  if (given instanceof CatalogError) throw given;
  if (isBlank(given)) {
    if (weight === undefined) throw new CatalogError("weightMissing", { indicator });
    return weight;
  }
  const read = typeof given === "string" ? amountOf(given) : given;
  if (typeof read !== "number" || !(read >= 0)) throw new CatalogError("weightUnreadable", { given: shown(given) });
  return read;
}

/** A weight as text: 5, 5分. */
function amountOf(given: string): number | null {
  try {
    const { amount, unit } = parseQuantity(given);
    return unit === null || unit === "分" ? amount : null;
  } catch {
    return null;
  }
}
