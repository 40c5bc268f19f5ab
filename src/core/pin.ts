/** A catalog as a workbook holds it: pinned, with what it was on the day it was taken and where it came from. */
import type { Catalog } from "./types";

/** Where a catalog came from. */
export type Origin =
  | { readonly kind: "embedded" }
  /** `index` is the list it was found in, where it came from one. */
  | { readonly kind: "web"; readonly address: string; readonly index?: string }
  | { readonly kind: "sheet"; readonly name: string }
  | { readonly kind: "file"; readonly name: string }
  /** Made or corrected in the workbook itself. */
  | { readonly kind: "workbook" };

export interface Pin {
  /** Of the catalog as JSON without blanks: what is in force is what was pinned. */
  readonly sha256: string;
  readonly version: string;
  readonly origin: Origin;
  /** Of the file as its source handed it out; what differs there is newer. Null where there is no source to ask. */
  readonly sourceSha256: string | null;
  /** When it was taken, as an ISO date with time. */
  readonly taken: string;
}

export interface Pinned {
  /** Null in workbooks of earlier versions, which held the catalog alone. */
  readonly pin: Pin | null;
  readonly catalog: Catalog;
  /** The catalog's text as it was pinned, or as somebody changed it since. */
  readonly text: string;
}

/** The text by which a catalog is told from another one. */
export const textOfCatalog = (catalog: Catalog): string => JSON.stringify(catalog);

export const isSha256 = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
