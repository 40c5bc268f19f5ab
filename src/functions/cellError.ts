/** What a refusal looks like in a cell. */
import { isRefusal, type CatalogError, type ErrorCode } from "../core/errors";
import { loadFor } from "../excel/shippedNames";
import { errorSentence } from "../strings/cellStrings";

/** #N/A: there is no such figure. Everything else refused is #VALUE!: the call itself must be put right. */
const NOT_AVAILABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "departmentNotFound",
  "indicatorNotFound",
  "otherYear",
  "noCatalogOfYear",
  "sourceRefused",
  "unclear",
  "baselineMissing",
  "noFigure",
  "noAnnualTarget",
  "notSplit",
  "lastYearMissing",
  "noGrowthOf",
  "weightMissing",
  "yearOutside",
  "noPace",
  "nothingDue",
  "notBegun",
  "noQuartersLeft",
  "actualMissing",
]);

/** Whether a refusal shows as #N/A. */
export function isNotAvailable(code: ErrorCode): boolean {
  return NOT_AVAILABLE.has(code);
}

/**
 * Answers a custom function: its value, or the cell error with a sentence that names what was given and what would do. Where the name
 * belongs to a catalog that ships and is not loaded yet, the cell waits for it.
 */
export function inCell<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    const loading = loadingFor(error);
    if (loading === null) throw cellError(error);
    const waiting = loading.then(
      () => inCell(answer),
      (refusal: unknown) => {
        throw cellError(refusal);
      },
    );
    return waiting as unknown as T; // Excel takes a promise in any answer's place; the metadata names what it comes to
  }
}

/** The loading of the catalog whose department was not found; null where no such catalog is left to load. */
export function loadingFor(error: unknown): Promise<void> | null {
  if (!isRefusal(error) || error.code !== "departmentNotFound") return null;
  return loadFor((error as CatalogError<"departmentNotFound">).facts.department);
}

/** The cell error for whatever was thrown. */
export function cellError(error: unknown): CustomFunctions.Error {
  const { ErrorCode: codes } = CustomFunctions;
  const handedOn = isRefusal(error) && "given" in error.facts && error.code === "errorGiven" ? error.facts.given : null;
  const same = Object.values(codes).find((each) => each === handedOn); // an error goes through as itself
  const isMissing = isRefusal(error) && isNotAvailable(error.code);
  const code = same ?? (isMissing ? codes.notAvailable : codes.invalidValue);
  return new CustomFunctions.Error(code, errorSentence(error));
}
