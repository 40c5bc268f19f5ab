/** Who helps with a promise (配合), and how a row that shows it under a supporter is told from the lead's own. */
import type { CatalogIndex } from "./catalog";
import type { Commitment, Department } from "./types";

/** Between a promise's id and a supporter's: JZ2024-012+reform is that promise as a supporter helps with it. */
const HELPED_BY = "+";

/** A promise as a department helps with it. */
export interface Helped {
  readonly commitment: Commitment;
  readonly supporter: Department;
}

/** @example helpedId(新增学位, 市发改委) // "JZ2024-012+reform" */
export const helpedId = ({ id }: Commitment, supporter: Department): string => id + HELPED_BY + supporter.id;

/** The promise's own id in a supporter's: "JZ2024-012" of "JZ2024-012+reform"; null where an id is no supporter's. */
export function idOfHelped(id: string): string | null {
  const at = id.indexOf(HELPED_BY);
  return at < 0 ? null : id.slice(0, at);
}

/** What an id as `helpedId` makes it speaks of; null where it is none, or the department does not help with it (any more). */
export function helpedWith(index: CatalogIndex, id: string): Helped | null {
  const commitment = index.withId(idOfHelped(id) ?? "");
  if (!commitment) return null;
  return helpingWith(index, commitment).find((helped) => helpedId(commitment, helped.supporter) === id) ?? null;
}

/** The departments that help with a promise; places that do have no rows of their own. */
export function helpingWith({ catalog }: CatalogIndex, commitment: Commitment): Helped[] {
  const helping = new Set(commitment.supporting);
  return catalog.departments.filter(({ id }) => helping.has(id)).map((supporter) => ({ commitment, supporter }));
}
