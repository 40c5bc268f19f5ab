/** The catalogs that ship beside the embedded one, by the names they are asked for; what loads them is loaded with the first of them. */
import shippedList from "../../assets/catalogs/index.json";
import type { ListedCatalog } from "../core/catalogList";
import { normaliseName } from "../core/text";
import { session } from "./session";

interface Shipped {
  readonly listed: ListedCatalog;
  readonly names: ReadonlySet<string>;
}

/** The embedded one has no names: it is there already. */
const SHIPPED: readonly Shipped[] = (shippedList.catalogs as readonly ListedCatalog[]).flatMap((listed) =>
  listed.names ? [{ listed, names: new Set(listed.names.map(normaliseName)) }] : [],
);
const loading = new Map<string, Promise<void>>();

/** The catalogs that ship and can be chosen by hand. */
export const shippedCatalogs = (): readonly ListedCatalog[] => SHIPPED.map(({ listed }) => listed);

/**
 * Loads the catalog that a name belongs to and that nobody asked for yet.
 * @returns null where there is none: whoever asked has his answer already
 * @throws CatalogError where it cannot be loaded; the next one who asks has it tried again
 */
export function loadFor(department: string): Promise<void> | null {
  const name = normaliseName(department);
  const found = SHIPPED.find(({ listed, names }) => (names.has(name) || isIdOf(listed, name)) && !isAtHand(listed));
  if (!found) return null;
  const { listed } = found;
  const known = loading.get(listed.id);
  if (known) return known;
  const begun = import(/* webpackChunkName: "catalogs" */ "./shippedSource")
    .then(({ useShipped }) => useShipped(listed))
    .finally(() => loading.delete(listed.id));
  loading.set(listed.id, begun);
  return begun;
}

/** Loads what the names in cells belong to, so that what they answer can be told beforehand. What cannot be loaded is let be. */
export async function loadForAll(departments: Iterable<unknown>): Promise<void> {
  const waiting = [...new Set(departments)].flatMap((name) => (typeof name === "string" ? (loadFor(name) ?? []) : []));
  await Promise.allSettled(waiting);
}

const isAtHand = ({ id }: ListedCatalog) => session.shelf.catalogs.some((catalog) => catalog.id === id);

/** A commitment's id begins as all of its catalog do. */
const isIdOf = ({ names = [] }: ListedCatalog, typed: string) =>
  names.some((name) => /^[A-Z]{2,8}\d{4}-$/.test(name) && typed.startsWith(normaliseName(name)));
