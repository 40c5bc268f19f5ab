/** What a row of a sheet speaks of, by the names that stand in it. */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Commitment } from "../core/types";

/** The promise with these names, or with an id in the place of either; null where the catalog knows none, or several. */
export function commitmentCalled(index: CatalogIndex, department: string, indicator: string): Commitment | null {
  try {
    return index.find(department, indicator);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}
