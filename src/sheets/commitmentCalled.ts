/** What a row of a sheet speaks of, by the names that stand in it. */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Commitment } from "../core/types";
import type { StandingLedger, StandingRow } from "./standingLedger";

/** The promise with these names, or with an id in the place of either; null where the catalog knows none, or several. */
export function commitmentCalled(index: CatalogIndex, department: string, indicator: string): Commitment | null {
  try {
    return index.find(department, indicator);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** The commitment that a row shows; undefined where the row is a person's own, or of another catalog. */
export function commitmentOf(
  index: CatalogIndex,
  { at }: StandingLedger,
  { id, department, indicator }: StandingRow,
): Commitment | undefined {
  if (at.id !== undefined) return index.withId(id);
  const found = index.lookUp(department, indicator);
  return found instanceof CatalogError ? undefined : found;
}
