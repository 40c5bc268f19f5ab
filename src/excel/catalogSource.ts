/** The catalogs a workbook holds: its own, and those beside it. Putting one in force calls our cells anew. */
import { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { isRecord, pinOf, textOfCatalog, type Pin, type Pinned } from "../core/pin";
import type { Catalog } from "../core/types";
import { callAnew, type Refreshed } from "./refresh";
import { session, type OnShelf, type Restored } from "./session";
import { sha256 } from "./sha256";
import { turns } from "./turns";
import { readPartText, readPartTexts, valueOf } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** What reads and checks catalogs: the validator is large, and most workbooks carry none. */
const reading = () => import(/* webpackChunkName: "catalogReading" */ "./pinnedCopies");
const writing = () => import(/* webpackChunkName: "catalogReading" */ "./pinnedParts");
const checking = () => import(/* webpackChunkName: "catalogReading" */ "../core/loadCatalog");

/** The catalog a workbook carries, or null. @throws CatalogError catalogInvalid for one that cannot be used */
export async function workbookCatalog(context: Excel.RequestContext): Promise<Catalog | null> {
  const kept = await readPartText(context, "catalog");
  if (kept === null) return null;
  const { pinnedIn } = await reading();
  return (await pinnedIn(context, kept)).catalog;
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
  const answersAlike = session.isEmbedded && session.beside.length === 0;
  if (found !== "damaged" && answersAlike && hadAnswered && !mustCall) return { found, cells: null };
  return { found, cells: await inTurn(["open"], () => calledAnew(context)) };
}

async function catalogInForce(context: Excel.RequestContext): Promise<Found> {
  const kept = await readPartText(context, "catalog");
  const restored = await useCatalogsBeside(context);
  session.useRestored(restored);
  if (kept === null) {
    if (session.refusal) session.useEmbedded(); // it is known now that there is no other
    return session.beside.length > 0 ? "beside" : "none";
  }
  const embedded = await asEmbedded(kept);
  if (embedded) {
    session.useEmbedded(embedded);
    return "own";
  }
  const { lastGood, pinnedIn } = await reading();
  try {
    const { catalog, pin } = await pinnedIn(context, kept);
    session.useCatalog(new CatalogIndex(catalog), pin);
    return "own";
  } catch (error) {
    if (!isInvalid(error)) throw error;
    const good = await lastGood(kept);
    if (good) {
      session.useCatalog(new CatalogIndex(good.catalog), good.pin);
      session.useRestored([...restored, { ...session.own, place: "catalog" }]);
      return "own";
    }
    session.refuse(new CatalogError("catalogDamaged", error.facts));
    return "damaged";
  }
}

/** The pin of a part in which the very catalog is pinned that is in the add-in: there is nothing to read of it then. */
async function asEmbedded(kept: string): Promise<Pin | null> {
  const value = valueOf(kept);
  const pin = isRecord(value) ? pinOf(value["pin"]) : null;
  return pin?.sha256 === (await sha256(textOfCatalog(session.embedded))) ? pin : null;
}

/** Takes over the catalogs a workbook holds beside its own. One that is damaged is left out, and said: its names find nothing then. */
async function useCatalogsBeside(context: Excel.RequestContext): Promise<Restored[]> {
  const found = new Map<string, OnShelf & { readonly pin: Pin }>();
  const broken: CatalogError<"catalogInvalid">[] = [];
  const restored: Restored[] = [];
  const put = ({ catalog, pin }: Pinned): boolean => {
    if (pin === null) throw new CatalogError("catalogInvalid", { issues: [NO_PIN] });
    const other = found.get(catalog.id); // of two that people added in the same instant the later one
    const isLater = !other || other.pin.taken <= pin.taken;
    if (isLater) found.set(catalog.id, { index: new CatalogIndex(catalog), pin });
    return isLater;
  };
  const texts = await readPartTexts(context, "beside");
  for (const text of texts)
    try {
      const { pinnedIn } = await reading();
      put(await pinnedIn(context, text));
    } catch (error) {
      if (!isInvalid(error)) throw error;
      const { lastGood } = await reading();
      const good = await lastGood(text);
      const isPut = good !== null && !found.has(good.catalog.id) && put(good);
      const standing = isPut ? found.get(good.catalog.id) : null;
      if (standing) restored.push({ ...standing, place: "beside" });
      else broken.push(error);
    }
  session.useBeside([...found.values()], broken);
  return restored;
}

/** Writes what was pinned into the parts that are damaged. */
export function repairPins(context: Excel.RequestContext): Promise<void> {
  return inTurn(["repairPins"], async () => {
    const { writePinned } = await writing();
    for (const { index, pin, place } of session.restored) {
      const { catalog } = index;
      const from = pin ?? MADE_HERE;
      const isOld = place === "catalog" ? null : (id: string | null) => id === catalog.id;
      const { origin, sourceSha256 } = from;
      await writePinned(context, place, catalog, { origin, sourceSha256 }, isOld, turns());
    }
    session.useRestored([]);
  });
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
  return inTurn(["keepCatalog", numberOf(catalog), from], async () => {
    const { validateInSteps } = await checking();
    const valid = await validateInSteps(catalog, turns());
    const [{ writePinned }, { remember }] = await Promise.all([writing(), reading()]);
    const kept = await writePinned(context, "catalog", valid, from ?? fromOf(session.own, catalog), null, turns());
    await remember(kept);
    session.useCatalog(new CatalogIndex(valid), kept.pin);
    session.useRestored(session.restored.filter(({ place }) => place !== "catalog"));
    return calledAnew(context);
  });
}

/** The same catalog, the same number: what is asked for twice is told by it. */
function numberOf(catalog: Catalog): number {
  const known = NUMBERS.get(catalog) ?? (numbered += 1);
  NUMBERS.set(catalog, known);
  return known;
}
const NUMBERS = new WeakMap<Catalog, number>();
let numbered = 0;

/**
 * Pins the catalogs in use that the workbook does not hold yet: its own, and those that ship and were asked for. It answers as before,
 * whatever later versions of the add-in bring along.
 */
export function pinUsed(context: Excel.RequestContext): Promise<void> {
  return inTurn(["pinUsed"], async () => {
    const [{ writePinned }, { remember }] = await Promise.all([writing(), reading()]);
    const { own } = session;
    if (own.pin === null && session.refusal === null) {
      const { catalog } = own.index;
      const isShipped = session.isEmbedded;
      const from: From = isShipped
        ? { origin: { kind: "embedded" }, sourceSha256: await sha256(textOfCatalog(catalog)) }
        : MADE_HERE;
      const kept = await writePinned(context, "catalog", catalog, from, null, turns());
      await remember(kept);
      if (isShipped) session.useEmbedded(kept.pin);
      else session.useCatalog(own.index, kept.pin);
    }
    for (const { index, sourceSha256 } of unpinnedShipped()) {
      const { catalog } = index;
      const from: From = { origin: { kind: "embedded" }, sourceSha256 };
      const kept = await writePinned(context, "beside", catalog, from, (id) => id === catalog.id, turns());
      await remember(kept);
      session.useBeside([...session.beside, { index, pin: kept.pin }], session.damaged);
    }
  });
}

/** Whether catalogs are in use that the workbook does not hold. */
export const hasUnpinned = (): boolean =>
  (session.refusal === null && session.own.pin === null) || unpinnedShipped().length > 0;

const unpinnedShipped = () =>
  session.shipped.filter(({ index: { catalog } }) =>
    [session.own, ...session.beside].every(({ index }) => index.catalog.id !== catalog.id),
  );

/** A catalog that is corrected stays the one its source handed out. */
const fromOf = ({ index, pin }: OnShelf, { id }: Catalog): From => {
  if (index.catalog.id !== id || pin === null) return MADE_HERE;
  return { origin: pin.origin, sourceSha256: pin.sourceSha256 };
};

/** Keeps a catalog in the workbook beside its own, in place of an earlier one with its id. @param from as of `keepCatalog` */
export function keepBeside(context: Excel.RequestContext, catalog: Catalog, from?: From): Promise<Kept> {
  return inTurn(["keepBeside", numberOf(catalog), from], async () => {
    const standing = session.beside.find(({ index }) => index.catalog.id === catalog.id);
    const before = standing ? fromOf(standing, catalog) : MADE_HERE;
    const { validateInSteps } = await checking();
    const valid = await validateInSteps(catalog, turns());
    const isOld = (id: string | null) => id === catalog.id;
    const [{ writePinned }, { remember }] = await Promise.all([writing(), reading()]);
    const kept = await writePinned(context, "beside", valid, from ?? before, isOld, turns());
    await remember(kept);
    const others = session.beside.filter(({ index }) => index.catalog.id !== catalog.id);
    session.useBeside([...others, { index: new CatalogIndex(valid), pin: kept.pin }], session.damaged);
    session.useRestored(session.restored.filter(({ index }) => index.catalog.id !== catalog.id));
    return calledAnew(context);
  });
}

/** Takes a catalog beside the workbook's own away. */
export function dropBeside(context: Excel.RequestContext, id: string): Promise<Kept> {
  return inTurn(["dropBeside", id], async () => {
    const { dropPinned, idIn } = await writing();
    await dropPinned(context, "beside", (held) => idIn(held) === id);
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
    const broken = new Set<string>();
    for (const held of await readPartTexts(context, "beside")) if (!(await isGood(context, held))) broken.add(held);
    const { dropPinned } = await writing();
    await dropPinned(context, "beside", (held) => broken.has(held));
    session.useBeside(session.beside);
  });
}

/** Whether a part holds what was pinned in it. */
async function isGood(context: Excel.RequestContext, held: string): Promise<boolean> {
  const { pinnedIn } = await reading();
  try {
    return (await pinnedIn(context, held)).pin !== null;
  } catch (error) {
    if (isInvalid(error)) return false;
    throw error;
  }
}

/** Takes the workbook's catalog away; the embedded one is in force again. */
export function dropCatalog(context: Excel.RequestContext): Promise<Kept> {
  return inTurn(["dropCatalog"], async () => {
    const { dropPinned } = await writing();
    await dropPinned(context, "catalog", null);
    session.useEmbedded();
    session.useRestored(session.restored.filter(({ place }) => place !== "catalog"));
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
