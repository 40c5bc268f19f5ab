/** The promise a call's arguments name, and the catalog it stands in. */
import { promiseAsked, type PromiseAsked } from "../core/promiseAsked";
import { session } from "../excel/session";
import { asGiven, nameGiven } from "./given";

/** @throws CatalogError where no catalog answers, or what names and year are refused for */
export function promiseNamed(department: unknown, indicator: unknown, asOf: unknown, year: unknown): PromiseAsked {
  return promiseAsked(session.answering, nameGiven(department), nameGiven(indicator), asGiven(asOf), asGiven(year));
}
