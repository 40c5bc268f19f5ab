/** The catalogs a workbook holds: its own, and those beside it. Putting one in force calls our cells anew. */
import { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { textOfCatalog, type Pin, type Pinned } from "../core/pin";
import type { Catalog } from "../core/types";
import { callAnew, type Refreshed } from "./refresh";
import { session, type OnShelf } from "./session";
import { sha256 } from "./sha256";
import { readPartText, readPartTexts, writePart } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** What reads and checks catalogs: the validator is large, and most workbooks carry none. */
const reading = () => import(/* webpackChunkName: "catalogReading" */ "../core/pinnedText");
const checking = () => import(/* webpackChunkName: "catalogReading" */ "../core/loadCatalog");

/** The catalog a workbook carries, or null. @throws CatalogError catalogInvalid for one that cannot be used */
export async function workbookCatalog(context: Excel.RequestContext): Promise<Catalog | null> {
  const kept = await readPartText(context, "catalog");
  return kept === null ? null : (await pinnedIn(kept)).catalog;
}

/** A pinned catalog, once it is seen to be what was pinned. @throws CatalogError catalogInvalid, also for one changed by hand */
async function pinnedIn(kept: string): Promise<Pinned> {
  const { pinnedOfText } = await reading();
  const found = pinnedOfText(kept);
  if (found.pin && (await sha256(found.text)) !== found.pin.sha256)
    throw new CatalogError("catalogInvalid", { issues: [{ path: "/", problem: "changedByHand", detail: "" }] });
  return found;
}

/** What is kept of a catalog: itself, and the pin that says what it was. */
async function pinned(catalog: Catalog, from: From): Promise<{ pin: Pin; catalog: Catalog }> {
  const { version } = catalog;
  const text = textOfCatalog(catalog);
  return { pin: { sha256: await sha256(text), version, taken: new Date().toISOString(), ...from }, catalog };
}

/** Where a catalog that is to be kept came from. */
export type From = Pick<Pin, "origin" | "sourceSha256">;
const MADE_HERE: From = { origin: { kind: "workbook" }, sourceSha256: null };

/** Lets the embedded catalog answer until the workbook is opened again; what the workbook carries stays as it is. */
export function useEmbeddedForNow(context: Excel.RequestContext): Promise<Kept> {
  return inTurn(["embeddedForNow"], () => {
    session.useEmbedded();
    return calledAnew(context);
  });
}

/** What catalogs a workbook carries: none, its own, only some beside the embedded one, or one of its own that is damaged. */
export type Found = "none" | "own" | "beside" | "damaged";

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
  const kept = await readPartText(context, "catalog");
  await useCatalogsBeside(context);
  try {
    if (kept === null) {
      if (session.refusal) session.useEmbedded(); // it is known now that there is no other
      return session.beside.length > 0 ? "beside" : "none";
    }
    const { catalog, pin } = await pinnedIn(kept);
    session.useCatalog(new CatalogIndex(catalog), pin);
    return "own";
  } catch (error) {
    if (!isInvalid(error)) throw error;
    session.refuse(new CatalogError("catalogDamaged", error.facts));
    return "damaged";
  }
}

/** Takes over the catalogs a workbook holds beside its own. One that is damaged is left out, and said: its names find nothing then. */
async function useCatalogsBeside(context: Excel.RequestContext): Promise<void> {
  const found = new Map<string, OnShelf & { readonly pin: Pin }>();
  const broken: CatalogError<"catalogInvalid">[] = [];
  for (const text of await readPartTexts(context, "beside"))
    try {
      const { catalog, pin } = await pinnedIn(text);
      if (pin === null) throw new CatalogError("catalogInvalid", { issues: [NO_PIN] });
      const other = found.get(catalog.id); // of two that people added in the same instant the later one
      if (!other || other.pin.taken <= pin.taken) found.set(catalog.id, { index: new CatalogIndex(catalog), pin });
    } catch (error) {
      if (!isInvalid(error)) throw error;
      broken.push(error);
    }
  session.useBeside([...found.values()], broken);
}
const NO_PIN = { path: "/", problem: "pinUnreadable", detail: "" } as const;

const isInvalid = (error: unknown): error is CatalogError<"catalogInvalid"> =>
  error instanceof CatalogError && error.code === "catalogInvalid";

/** What came of a choice that is kept in the workbook and in force: the cells that were called anew, or why they were not. */
export type Kept = { readonly refreshed: Refreshed } | { readonly notRefreshed: unknown };

/**
 * Keeps a catalog in the workbook and puts it in force.
 * @param from where it came from; without a word it is the one in force, corrected, or one made in the workbook
 * @throws where it is not kept; everything is as before then
 */
export function keepCatalog(context: Excel.RequestContext, catalog: Catalog, from?: From): Promise<Kept> {
  return inTurn(["keepCatalog", catalog, from], async () => {
    const { validateCatalog } = await checking();
    const kept = await pinned(validateCatalog(catalog), from ?? fromOf(session.own, catalog));
    await writePart(context, "catalog", kept);
    session.useCatalog(new CatalogIndex(kept.catalog), kept.pin);
    return calledAnew(context);
  });
}

/** A catalog that is corrected stays the one its source handed out. */
const fromOf = ({ index, pin }: OnShelf, { id }: Catalog): From => {
  if (index.catalog.id !== id || pin === null) return MADE_HERE;
  return { origin: pin.origin, sourceSha256: pin.sourceSha256 };
};

/** Keeps a catalog in the workbook beside its own, in place of an earlier one with its id. @param from as of `keepCatalog` */
export function keepBeside(context: Excel.RequestContext, catalog: Catalog, from?: From): Promise<Kept> {
  return inTurn(["keepBeside", catalog, from], async () => {
    const standing = session.beside.find(({ index }) => index.catalog.id === catalog.id);
    const before = standing ? fromOf(standing, catalog) : MADE_HERE;
    const { validateCatalog } = await checking();
    const kept = await pinned(validateCatalog(catalog), from ?? before);
    const idIn = await idReader();
    await writePart(context, "beside", kept, (held) => idIn(held) === catalog.id);
    const others = session.beside.filter(({ index }) => index.catalog.id !== catalog.id);
    session.useBeside([...others, { index: new CatalogIndex(kept.catalog), pin: kept.pin }], session.damaged);
    return calledAnew(context);
  });
}

/** Takes a catalog beside the workbook's own away. */
export function dropBeside(context: Excel.RequestContext, id: string): Promise<Kept> {
  return inTurn(["dropBeside", id], async () => {
    const idIn = await idReader();
    await writePart(context, "beside", null, (held) => idIn(held) === id);
    session.useBeside(
      session.beside.filter(({ index }) => index.catalog.id !== id),
      session.damaged,
    );
    return calledAnew(context);
  });
}

/** Takes away what stands in place of catalogs beside the workbook's own and is none. */
export function dropDamaged(context: Excel.RequestContext): Promise<void> {
  return inTurn(["dropDamaged"], async () => {
    const idIn = await idReader();
    const good = new Set(session.beside.map(({ index }) => index.catalog.id));
    await writePart(context, "beside", null, (held) => !good.has(idIn(held) ?? ""));
    session.useBeside(session.beside);
  });
}

/** What tells the id of the catalog a part holds; null where it holds none that can be used. */
async function idReader(): Promise<(held: string) => string | null> {
  const { pinnedOfText } = await reading();
  return (held) => {
    try {
      return pinnedOfText(held).catalog.id;
    } catch (error) {
      if (error instanceof CatalogError) return null;
      throw error;
    }
  };
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
