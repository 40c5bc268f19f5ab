/** Actuals as people enter them, read against the target they belong to. */
import { PERCENT, type Terms } from "./case";
import { CatalogError } from "./errors";
import { tidy } from "./expression";
import { normaliseName } from "./text";
import { convert, LARGEST_AMOUNT, parseQuantity } from "./units";

/** What people write for a milestone that is done, and for one that is not. The ledger's drop-down offers the first of each. */
export const DONE_WORDS = ["已完成", "完成", "是", "已办结", "办结", "done", "yes", "true", "1", "100%"] as const;
export const NOT_DONE_WORDS = ["未完成", "否", "未办结", "进行中", "推进中", "no", "false", "0", "0%"] as const;

// A bare 0.09 against a target of 9 %: its hundredfold lies between half the target and double it.
export const NEAR_FROM = 0.5;
export const NEAR_TO = 2;

/**
 * An actual in the target's unit: a number, or for a milestone whether it is done. Blank is null, never 0.
 * A bare number is in the target's unit (9 means 9 %); text may carry its own (440万吨, 8.5%).
 * @param target the promised value, where there is one: a bare fraction that could be a percentage of it is refused
 * @throws CatalogError percentUnclear, milestoneUnreadable, quantityUnreadable, quantityVague, quantityRelative, unitMismatch
 */
export function readActual(given: unknown, terms: Terms, target: number | null): number | boolean | null {
  if (given === null || given === undefined || (typeof given === "string" && normaliseName(given) === "")) return null;
  if (terms.kind === "milestone") return readDone(given);
  if (typeof given === "number") {
    if (!(Math.abs(given) <= LARGEST_AMOUNT)) throw new CatalogError("quantityUnreadable", { given: String(given) });
    if (terms.unit === PERCENT && target !== null) refuseUnclearPercent(given, target);
    return given;
  }
  if (typeof given !== "string") throw new CatalogError("quantityUnreadable", { given: JSON.stringify(given) });
  const quantity = parseQuantity(given);
  if (quantity.unit === null || terms.unit === null) {
    if (terms.unit === PERCENT && target !== null) refuseUnclearPercent(quantity.amount, target);
    return quantity.amount;
  }
  return convert(quantity.amount, quantity.unit, terms.unit);
}

function readDone(given: unknown): boolean {
  const word = normaliseName(String(given));
  const among = (words: readonly string[]) => words.some((each) => normaliseName(each) === word);
  if (among(DONE_WORDS)) return true;
  if (among(NOT_DONE_WORDS)) return false;
  throw new CatalogError("milestoneUnreadable", { given: String(given) });
}

/** A cell into which someone typed 9% holds 0.09, and 0.09 may also mean 0.09 %: neither is guessed. */
function refuseUnclearPercent(given: number, target: number): void {
  const hundredfold = tidy(given * 100);
  const [low, high] = [target * NEAR_FROM, target * NEAR_TO].sort((left, right) => left - right) as [number, number];
  if (given === 0 || hundredfold < low || hundredfold > high) return;
  if (given >= low && given <= high) return; // it lies near the target as it stands
  throw new CatalogError("percentUnclear", { given, asTyped: `${given}%`, asPercent: `${hundredfold}%` });
}
