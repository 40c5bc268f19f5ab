/** 考核得分: what an actual is worth in points (DOMAIN: Scores). */
import {
  asked,
  enteredStanding,
  isBlank,
  readEntered,
  requireFigure,
  shown,
  type Asked,
  type Entered,
  type Given,
} from "./asked";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { tidy } from "./expression";
import { judge, RULES } from "./status";
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
  const at = asked(index, commitment, entered.asOf);
  requireFigure(at.judged);
  const read = readEntered(at, entered.actual);
  if (read === null) throw new CatalogError("actualMissing", { indicator });
  if (read === true || (typeof read === "number" && isMet(at, read))) return points;
  if (read === false || rule === "fullOrNone") return 0;
  return tidy(points * shareEarned(at, read, entered.actual));
}

/** Whether an actual meets the whole target, whatever the day. */
const isMet = ({ judged }: Asked, actual: number): boolean =>
  judge(judged, actual, judged.terms.due, RULES.standard).status === "met";

/** The share of the weight that an actual earns which does not meet the target: from 0 to 1. */
function shareEarned(at: Asked, actual: number, entered: Given): number {
  const { terms, judged } = at.judged;
  const target = judged instanceof CatalogError ? null : judged.value;
  const isPaced = terms.kind === "flow" || terms.kind === "stock";
  if (isPaced && (terms.direction === "up" || at.judged.start !== null)) {
    const { attainment } = enteredStanding(RULES.standard, at, entered);
    return held(attainment ?? 0);
  }
  if (target === null || actual <= 0 || target <= 0) return 0;
  return held(terms.direction === "up" ? actual / target : target / actual);
}

const held = (share: number) => Math.max(0, Math.min(1, share));

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
