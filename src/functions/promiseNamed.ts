/** The promise two arguments name, and the catalog it stands in. */
import type { CatalogIndex } from "../core/catalog";
import type { Commitment } from "../core/types";
import { session } from "../excel/session";
import { nameGiven } from "./given";

/** @throws CatalogError where no catalog answers, or what the names are refused for */
export function promiseNamed(
  department: unknown,
  indicator: unknown,
): { readonly index: CatalogIndex; readonly commitment: Commitment } {
  const { answering } = session;
  const commitment = answering.find(nameGiven(department), nameGiven(indicator));
  return { index: answering.indexOf(commitment), commitment };
}
