/** The files of catalogs that ship with the add-in, fetched from where it came from itself. */
import { CatalogIndex } from "../core/catalog";
import type { ListedCatalog } from "../core/catalogList";
import { session } from "./session";
import type { CatalogSource, Taken } from "./sources";
import type { Told } from "./turns";
import { listedSource } from "./webSource";

const FOLDER = "assets/catalogs/";

export function shippedSource(listed: ListedCatalog): CatalogSource {
  const address = new URL(FOLDER, document.baseURI).href;
  const origin = { kind: "embedded" } as const;
  const source = listedSource({ address, list: { catalogs: [], shards: [] }, at: "", offline: null }, listed);
  const take = async (told?: Told): Promise<Taken> => ({ ...(await source.take(told)), origin });
  return { origin, take };
}

/** Puts one of them on the shelf. @throws CatalogError where it cannot be loaded */
export async function useShipped(listed: ListedCatalog): Promise<void> {
  const { catalog } = await shippedSource(listed).take();
  session.useShipped(new CatalogIndex(catalog), listed.sha256);
}
