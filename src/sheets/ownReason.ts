/** The sentence behind a verdict that stands beside a person's own figure. */
import { reasonAnswer } from "../core/answers";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { reasonText } from "../strings/reason";
import type { CellValue } from "./standingLedger";

/** null where the figure cannot be judged, or comes to another verdict than the one that shows. @param shown the verdict as it stands there */
export function reasonShown(
  index: CatalogIndex,
  rules: Rules,
  commitment: Commitment,
  given: { readonly actual: CellValue; readonly asOf: string },
  shown: string,
): string | null {
  try {
    const reason = reasonAnswer(index, rules, commitment, {
      actual: given.actual === "" ? null : given.actual,
      asOf: given.asOf,
    });
    return reason.standing.status === shown ? reasonText(reason) : null;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}
