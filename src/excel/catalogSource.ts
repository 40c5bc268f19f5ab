/** Where catalogs come from beside the embedded one: the workbook, and files. Putting one in force calls our cells anew. */
import { CatalogIndex } from "../core/catalog";
import { catalogOfText, validateCatalog } from "../core/loadCatalog";
import { CatalogError, type ErrorFacts } from "../core/errors";
import type { Catalog } from "../core/types";
import { callAnew, type Refreshed } from "./refresh";
import { session } from "./session";
import { readPartText, writePart } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** The catalog a workbook carries, or null. @throws CatalogError catalogInvalid for one that cannot be used */
export async function workbookCatalog(context: Excel.RequestContext): Promise<Catalog | null> {
  const kept = await readPartText(context, "catalog");
  return kept === null ? null : catalogOfText(kept);
}

/** Lets the embedded catalog answer until the workbook is opened again; what the workbook carries stays as it is. */
export function useEmbeddedForNow(context: Excel.RequestContext): Promise<Kept> {
  return inTurn(["embeddedForNow"], () => {
    session.useEmbedded();
    return calledAnew(context);
  });
}

/** What catalog a workbook carries. */
export type Found = "none" | "own" | "damaged";

/** What came of reading the workbook's catalog. */
export interface CatalogFound {
  readonly found: Found;
  /** What came of calling our cells anew; null where there was no need. */
  readonly cells: Kept | null;
}

/**
 * Puts the workbook's own catalog in force, if it carries one, as on opening it. Where that is damaged, nothing answers until a person
 * has chosen: figures of another catalog in its place would look right and be wrong.
 * @param mustCall whether our cells are to be called anew in any case
 * @returns what the workbook carries
 */
export async function useWorkbookCatalog(context: Excel.RequestContext, mustCall = false): Promise<CatalogFound> {
  const hadAnswered = session.refusal === null;
  const found = await catalogInForce(context);
  if (found === "none" && hadAnswered && !mustCall) return { found, cells: null };
  return { found, cells: await inTurn(["open"], () => calledAnew(context)) };
}

async function catalogInForce(context: Excel.RequestContext): Promise<Found> {
  try {
    const catalog = await workbookCatalog(context);
    if (catalog === null) {
      if (session.refusal) session.useEmbedded(); // it is known now that there is no other
      return "none";
    }
    session.useCatalog(new CatalogIndex(catalog));
    return "own";
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== "catalogInvalid") throw error;
    session.refuse(new CatalogError("catalogDamaged", error.facts as ErrorFacts["catalogInvalid"]));
    return "damaged";
  }
}

/** What came of a choice that is kept in the workbook and in force: the cells that were called anew, or why they were not. */
export type Kept = { readonly refreshed: Refreshed } | { readonly notRefreshed: unknown };

/** Keeps a catalog in the workbook and puts it in force. @throws where it is not kept; everything is as before then */
export function keepCatalog(context: Excel.RequestContext, catalog: Catalog): Promise<Kept> {
  return inTurn(["keepCatalog", catalog], async () => {
    const checked = validateCatalog(catalog);
    await writePart(context, "catalog", checked);
    session.useCatalog(new CatalogIndex(checked));
    return calledAnew(context);
  });
}

/** Takes the workbook's catalog away; the embedded one is in force again. */
export function dropCatalog(context: Excel.RequestContext): Promise<Kept> {
  return inTurn(["dropCatalog"], async () => {
    await writePart(context, "catalog", null);
    session.useEmbedded();
    return calledAnew(context);
  });
}

/** Calls our cells anew after a choice was kept: that they could not be is no reason to say that it was not. */
export async function calledAnew(context: Excel.RequestContext): Promise<Kept> {
  try {
    return { refreshed: await callAnew(context) };
  } catch (error) {
    return { notRefreshed: error };
  }
}
