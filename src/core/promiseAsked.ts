/** Which promise a call means: two names, and the year that is written beside them or in the period it is judged at. */
import { isBlank, yearGiven, yearWritten, type Given } from "./asked";
import type { Answering, CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { partsOf } from "./periods";
import { withRegion } from "./shelf";
import type { Commitment } from "./types";

/** A promise, the catalog it stands in, and the year it is asked about. */
export interface PromiseAsked {
  readonly index: CatalogIndex;
  readonly commitment: Commitment;
  /** As it was named by itself; null where none was: then periods are of the catalog's year. */
  readonly year: number | null;
}

/**
 * The promise a call means. A year named by itself picks the catalog; without one the year in 截至期 does, so that 2023Q4 is judged by
 * the catalog of 2023 where the shelf has it. An id decides by itself.
 * @param asOf blank, or a period; one without a year (二季度) says nothing of the catalog
 * @throws CatalogError what `lookUp` returns, notOneYear and periodUnreadable for a year that is none, yearOutside where the promise does
 *   not run in the year named
 */
export function promiseAsked(
  answering: Answering,
  department: string,
  indicator: string,
  asOf: Given = null,
  year: Given = null,
): PromiseAsked {
  const named = isBlank(year) ? null : yearOrRefusal(year, answering.own.catalog.year);
  const wanted = named ?? yearMeant(answering, asOf);
  // A name that fits nothing is said before a year that is none.
  const commitment = answering.find(department, indicator, typeof wanted === "number" ? wanted : null);
  if (named instanceof CatalogError) throw named;
  const outside = named === null ? null : outsideOf(commitment, named);
  if (outside !== null) throw outside;
  return { index: answering.indexOf(commitment), commitment, year: named };
}

/** The year by which a period picks a catalog; null where there is but one catalog, or the period names no year. */
export const yearMeant = (answering: Answering, asOf: Given): number | null =>
  answering.others.length === 0 ? null : yearWritten(asOf, answering.own.catalog.year);

/** A year argument, or why it is none. */
export function yearOrRefusal(year: Given, defaultYear: number): number | CatalogError {
  try {
    return yearGiven(year, defaultYear);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}

/** That a promise does not run in a year; null where it does, and where it is not clear yet whether and when: that is told first. */
export function outsideOf({ indicator, from, due, review }: Commitment, year: number): CatalogError | null {
  if (review === "unclear") return null;
  return year < partsOf(from).year || year > partsOf(due).year
    ? new CatalogError("yearOutside", { indicator, given: String(year), from, due })
    : null;
}

/** What names a promise in a call so that it is the one that answers. */
export interface NamesInCall {
  readonly department: string;
  readonly indicator: string;
}

/**
 * The names by which a call finds a promise, whichever catalog it stands in: those of the department and the indicator, the region in
 * front of them, or where neither leads to it alone, its id.
 */
export function namesInCall(answering: Answering, commitment: Commitment): NamesInCall {
  const index = answering.indexOf(commitment);
  const { name } = index.departmentOf(commitment);
  const { indicator, id } = commitment;
  const leads = (department: string) => answering.lookUp(department, indicator) === commitment;
  const department = [name, withRegion(index.catalog.region, name)].find(leads);
  return department === undefined ? { department: id, indicator: id } : { department, indicator };
}
