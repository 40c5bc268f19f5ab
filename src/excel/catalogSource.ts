/** Where catalogs come from beside the embedded one: the workbook, and files. Putting one in force calls our cells anew. */
import { CatalogIndex, validateCatalog } from "../core/catalog";
import type { Catalog } from "../core/types";
import { refreshOurCells, type Refreshed } from "./refresh";
import { session } from "./session";
import { readPart, writePart } from "./workbookStore";

/** The catalog a workbook carries, or null. @throws CatalogError catalogInvalid for one that cannot be used */
export async function workbookCatalog(context: Excel.RequestContext): Promise<Catalog | null> {
  const kept = await readPart(context, "catalog");
  return kept === null ? null : validateCatalog(kept);
}

/** Puts the workbook's own catalog in force, if it carries one, as on opening it. @returns whether it does */
export async function useWorkbookCatalog(context: Excel.RequestContext): Promise<boolean> {
  const catalog = await workbookCatalog(context);
  if (catalog === null) return false;
  session.useCatalog(new CatalogIndex(catalog));
  await refreshOurCells(context);
  return true;
}

/** Keeps a catalog in the workbook and puts it in force. @returns what was called anew */
export async function keepCatalog(context: Excel.RequestContext, catalog: Catalog): Promise<Refreshed> {
  const checked = validateCatalog(catalog);
  await writePart(context, "catalog", checked);
  session.useCatalog(new CatalogIndex(checked));
  return refreshOurCells(context);
}

/** Takes the workbook's catalog away; the embedded one is in force again. @returns what was called anew */
export async function dropCatalog(context: Excel.RequestContext): Promise<Refreshed> {
  await writePart(context, "catalog", null);
  session.useEmbedded();
  return refreshOurCells(context);
}

/** A catalog from the text of a file. @throws CatalogError catalogInvalid, also for what is no JSON */
export function catalogOfText(text: string): Catalog {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // What is no JSON has the wrong shape like any other value that is no catalog.
  }
  return validateCatalog(value);
}
