/** What a refusal looks like in a cell. */
import { isRefusal, type ErrorCode } from "../core/errors";
import { errorSentence } from "../strings/cellStrings";

/** #N/A: there is no such figure. Everything else refused is #VALUE!: the call itself must be put right. */
const NOT_AVAILABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "departmentNotFound",
  "indicatorNotFound",
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

/** Answers a custom function: its value, or the cell error with a sentence that names what was given and what would do. */
export function inCell<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    throw cellError(error);
  }
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
