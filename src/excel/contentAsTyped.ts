/** What a cell holds, as it would be typed: so that putting it back makes no text a formula, and no formula its value. */
import { asTyped } from "../sheets/plan";
import { isErrorValue } from "../sheets/errorValues";
import type { CellValue } from "../sheets/standingLedger";

/**
 * What to write so that a cell holds again what it holds now. Excel's `formulas` drops the apostrophe of a text, so a text tells
 * itself by being its own value.
 * @example contentAsTyped("=1+1", 2) // "=1+1"
 * @example contentAsTyped("=1+1", "=1+1") // "'=1+1"
 */
export function contentAsTyped(formula: CellValue, value: CellValue): CellValue {
  return typeof formula !== "string" || formula !== value || isErrorValue(value) ? formula : asTyped(formula);
}
