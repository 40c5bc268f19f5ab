/**
 * The verdict once more, from the rule book alone, in whole numbers and without the program's expressions: a twin to hold it against.
 * Promises of one period with one figure above zero; pace in even steps or at the end.
 */
import type { Commitment, Status } from "../../src/core/types";
import type { Rules } from "../../src/core/status";

/** Three decimals: what is typed has two, and half the last digit of 约 one more. */
const SCALE = 1000;
const whole = (amount: number): bigint => BigInt(Math.round(amount * SCALE));

/** Numerator and denominator, the latter above zero. */
type Fraction = readonly [bigint, bigint];
const fraction = (above: bigint, below: bigint): Fraction => (below < 0n ? [-above, -below] : [above, below]);
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const order = (left: Fraction, right: Fraction): number => Number(minus(left, right)[0]);
const NONE: Fraction = [0n, 1n];
const ALL: Fraction = [1n, 1n];
const rounded = (share: number): Fraction => [whole(share), BigInt(SCALE)];

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The whole months gone of the promise's own, by the end of a day; all once it is due. */
function share({ from, due, profile }: Commitment, asOf: string): Fraction {
  if (asOf >= due) return ALL;
  if (profile === "atDue") return NONE;
  const [years, months, days] = asOf.split("-").map(Number) as [number, number, number];
  const [fromYear, fromMonth] = from.split("-").map(Number) as [number, number];
  const [dueYear, dueMonth] = due.split("-").map(Number) as [number, number];
  const gone = (years - fromYear) * 12 + months - fromMonth + (days === lastDay(years, months) ? 1 : 0);
  const all = (dueYear - fromYear) * 12 + dueMonth - fromMonth + 1;
  return [BigInt(Math.max(0, gone)), BigInt(all)];
}

/** @returns the verdict, or null where this twin has nothing to say (a figure of zero or below) */
export function naiveVerdict(promise: Commitment, actual: number | null, asOf: string, rules: Rules): Status | null {
  const { kind, target, direction, baseline, from, due, profile } = promise;
  if (!target || !("comparator" in target) || !("value" in target)) return null;
  if (asOf < from) return "notDue";
  if (actual === null) return "unreported";
  const { comparator, value } = target;
  const isLess = direction === "down" || comparator === "atMost" || comparator === "lessThan";
  const decimals = String(value).split(".")[1]?.length ?? 0;
  const half = comparator === "about" ? BigInt(SCALE / 2 / 10 ** decimals) : 0n;
  const figure = whole(target.comparator === "range" && isLess ? (target.valueMax ?? value) : value);
  const bar = isLess ? figure + half : figure - half;
  if (bar <= 0n) return null;
  const reached = whole(actual);
  const isStrict = comparator === "moreThan" || comparator === "lessThan";
  const isMet = (isLess ? reached < bar : reached > bar) || (!isStrict && reached === bar);
  const isOver = asOf >= due;
  const isLate = asOf > due;
  const isBeyond = isLess && !isMet;
  /** What is short is yellow up to the tolerance; where nothing is tolerated the figure itself does not help 超过. */
  const short = (lag: Fraction, tolerance: number): Status =>
    order(lag, rounded(tolerance)) <= 0 && !(isStrict && tolerance === 0) ? "behind" : "farBehind";

  if (kind === "growth" || kind === "ratio") {
    if (isBeyond && comparator !== "about" && (isOver || profile !== "atDue")) return "farBehind";
    if (isMet) return isOver ? "met" : "onPace";
    if (isLate) return "farBehind";
    if (profile === "atDue" && !isOver) return "notDue";
    if (kind === "growth" && rules.growthBySign && !isLess) return reached >= 0n ? "behind" : "farBehind";
    const points = isLess ? reached - bar : bar - reached;
    return short([points, BigInt(SCALE)], rules.pointTolerance);
  }

  const shareDue = share(promise, asOf);
  const start = kind === "stock" && baseline && "value" in baseline ? whole(baseline.value) : null;
  const hasWay = start !== null && (isLess ? bar < start : bar > start);
  if (kind === "flow" && isLess) {
    if (isBeyond) return "farBehind";
    if (isOver) return "met";
  } else {
    if (kind === "stock" && isBeyond && comparator !== "about" && !hasWay && (start !== null || isOver))
      return "farBehind";
    if (isMet) return "met";
    if (isLate) return "farBehind";
  }
  const isDue = kind === "stock" && !hasWay ? isOver : order(shareDue, NONE) > 0;
  if (!isDue) return "notDue";
  const come = hasWay ? fraction(reached - start, bar - start) : fraction(reached, bar);
  const wanted = kind === "stock" && !hasWay ? ALL : shareDue;
  const lag = isLess && !hasWay ? minus(come, wanted) : minus(wanted, come);
  const isInTime = order(lag, NONE) <= 0 && !(isStrict && order(shareDue, ALL) === 0);
  if (isInTime || order(lag, rounded(rules.shareGrace)) < 0) return "onPace";
  return short(lag, rules.shareTolerance);
}
