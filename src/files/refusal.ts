/** Why a file is not opened, with its name. */
import { CatalogError, type DocumentTrouble } from "../core/errors";

export const MEGABYTE = 1024 * 1024;

/** A refusal of a file. @param limit in words, where a limit was passed */
export function refusedFile(name: string, reason: DocumentTrouble, limit?: string): CatalogError {
  return new CatalogError("documentRefused", { name, reason, ...(limit === undefined ? {} : { limit }) });
}
