/** A promised target in a few words, for lists. */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Commitment } from "../core/types";
import { fallText, figureText, isFallingRate } from "../strings/evidence";
import type { Strings } from "../strings/zh";

/** The target as a row of the catalog shows it. @example "不低于90亿斤", "全覆盖", "待确认" */
export function targetInShort(index: CatalogIndex, commitment: Commitment, words: Strings): string {
  const { target, kind, review } = commitment;
  if (review === "unclear") return words.pane.notConfirmed;
  if (kind === "milestone") return words.pane.toBeDone;
  if (target && "coverage" in target) return words.completeCoverage;
  if (target && "relativeTo" in target) return words.thanLastYear;
  const { figure } = caseOf(index, commitment);
  if (figure instanceof CatalogError) return words.pane.noAnnualTarget;
  return kind === "growth" && isFallingRate(figure) ? fallText(figure, words) : figureText(figure, words);
}
