/** Where catalogs come from: every source hands out a catalog and says where it is from and how fresh it is. */
import type { CatalogError } from "../core/errors";
import type { Origin } from "../core/pin";
import type { Catalog } from "../core/types";
import type { Told } from "./turns";

/** A catalog as a source handed it out. */
export interface Taken {
  readonly catalog: Catalog;
  readonly origin: Origin;
  /** Of the file, where there is one to ask for again. */
  readonly sourceSha256: string | null;
  /** When the source was last heard of, as an ISO date with time. */
  readonly at: string;
  /** Why the copy kept in the browser had to do; null where the source itself answered. */
  readonly offline: CatalogError | null;
}

export interface CatalogSource {
  readonly origin: Origin;
  /**
   * @param told is told how much of a large catalog is read
   * @throws CatalogError where neither the source nor a kept copy gives a catalog
   */
  take(told?: Told): Promise<Taken>;
}
