/** The city's own figures out of the county table that stands in the workbook, set against its ledger; both are only read. */
import type { CatalogIndex } from "../core/catalog";
import type { Collection } from "../sheets/bids";
import { PLACES_NAME } from "../sheets/placesTable";
import { rollUp } from "../sheets/rollUp";
import { findLedger, type NoLedger } from "./findLedger";

/** @param wanted the ledger's sheet, where a person chose one. Three requests */
export async function collectPlaces(
  context: Excel.RequestContext,
  index: CatalogIndex,
  wanted: string | null = null,
): Promise<NoLedger | { readonly noTable: true } | { readonly collection: Collection }> {
  const found = await findLedger(context, wanted, (name) => name === PLACES_NAME);
  if (!("ledger" in found)) return found;
  const [table] = found.beside;
  const collection = table ? rollUp(index, found.ledger, table) : null;
  return collection ? { collection } : { noTable: true };
}
