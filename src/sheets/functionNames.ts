/**
 * The functions by the names that formulas call them with. A build may put a prefix before all of them (`--env prefix=DEV`: =DEV.TARGET(…)), so
 * that it stands beside one that is deployed; the build says so here.
 */

/** The functions of this add-in, as people speak of them. */
export const OUR_FUNCTIONS = [
  "TARGET",
  "TARGET.PACE",
  "TARGET.GAP",
  "TARGET.RATE",
  "TARGET.STATUS",
  "TARGET.WHY",
  "TARGET.TOGO",
  "TARGET.CHECK",
  "TARGET.INFO",
  "TARGET.LIST",
  "TARGET.YOY",
  "TARGET.SCORE",
] as const;
export type OurFunction = (typeof OUR_FUNCTIONS)[number];

declare const FUNCTIONS_PREFIX: string | undefined;
/** What stands before the names, with its dot; "" where nothing does. */
const PREFIX = typeof FUNCTIONS_PREFIX === "string" && FUNCTIONS_PREFIX !== "" ? `${FUNCTIONS_PREFIX}.` : "";

/** A function as a formula calls it. @example called("TARGET.GAP") // "TARGET.GAP", with a prefix "DEV.TARGET.GAP" */
export const called = (name: OurFunction): string => PREFIX + name;

/** What stands before the names, as a part of a regular expression. */
export const PREFIX_PATTERN = PREFIX.replace(".", "\\.");

/** A function's name without what stands before it. @example withoutPrefix("DEV.TARGET") // "TARGET" in a build with that prefix */
export const withoutPrefix = (written: string): string =>
  written.toUpperCase().startsWith(PREFIX.toUpperCase()) ? written.slice(PREFIX.length) : written;
