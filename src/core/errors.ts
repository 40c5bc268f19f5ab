/** What the rules refuse: a code and the facts of the case. Sentences are made in strings/, cell errors in functions/cellError.ts. */

/** Facts by code. Names are as people typed them; `nearest` and `candidates` are names they could type. */
export interface ErrorFacts {
  departmentNotFound: { department: string; nearest: readonly string[] };
  departmentAmbiguous: { department: string; candidates: readonly string[] };
  indicatorNotFound: { department: string; indicator: string; nearest: readonly string[] };
  indicatorAmbiguous: { department: string; indicator: string; candidates: readonly string[] };
  nameMissing: { missing: "department" | "indicator" };
  unclear: { indicator: string; reason: string };
  baselineMissing: { indicator: string };
  noFigure: { indicator: string };
  noAnnualTarget: { indicator: string; year: number; due: string };
  yearOutside: { indicator: string; given: string; from: string; due: string };
  notOneYear: { given: string };
  rateRefused: { indicator: string };
  rateOfNone: { indicator: string };
  runRateRefused: { indicator: string };
  noQuartersLeft: { indicator: string; due: string };
  noPace: { indicator: string; due: string };
  asOfMissing: { indicator: string };
  actualMissing: { indicator: string };
  percentUnclear: { given: number; asTyped: string; asPercent: string };
  milestoneUnreadable: { given: string };
  quantityUnreadable: { given: string };
  quantityVague: { given: string };
  quantityRelative: { given: string };
  unitMismatch: { given: string; expected: string };
  unitUnreadable: { given: string };
  periodUnreadable: { given: string };
  propertyUnknown: { given: string };
  columnsDiffer: { departments: number; indicators: number; actuals: number };
  catalogInvalid: { issues: readonly CatalogIssue[] };
  documentRefused: { name: string; reason: DocumentTrouble; limit?: string };
}
export type ErrorCode = keyof ErrorFacts;

/** Why a file is not read, as a report or as a workbook. */
export type DocumentTrouble =
  | "empty"
  | "tooLarge"
  | "formatUnknown"
  | "oldWord"
  | "bomb"
  | "tooDeep"
  | "damaged"
  | "locked"
  | "scanned"
  | "notText"
  | "notWorkbook"
  | "oldWorkbook"
  | "macros"
  | "objects";

/** One thing wrong in a catalog file: where it is, what is wrong, and the value found there. */
export interface CatalogIssue {
  readonly path: string;
  readonly problem:
    | "shape"
    | "duplicateId"
    | "duplicateName"
    | "unknownDepartment"
    | "unknownDocument"
    | "unknownPart"
    | "unlikePart"
    | "partOfItself"
    | "noTarget"
    | "reasonMissing"
    | "datesReversed"
    | "noSuchDay"
    | "rangeReversed"
    | "sharesFalling"
    | "baselineIsTarget";
  readonly detail: string;
}

export class CatalogError<C extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: C,
    readonly facts: ErrorFacts[C],
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = "CatalogError";
  }
}

/** Whether something thrown or returned is a refusal of the rules. */
export function isRefusal(value: unknown): value is CatalogError {
  return value instanceof CatalogError;
}
