/** What the rules refuse: a code and the facts of the case. Sentences are made in strings/, cell errors in functions/cellError.ts. */

/** Facts by code. Names are as people typed them; `nearest` and `candidates` are names they could type. */
export interface ErrorFacts {
  departmentNotFound: { department: string; nearest: readonly string[] };
  departmentAmbiguous: { department: string; candidates: readonly string[] };
  indicatorNotFound: { department: string; indicator: string; nearest: readonly string[] };
  indicatorAmbiguous: { department: string; indicator: string; candidates: readonly string[] };
  /** Only catalogs of other years have it: the year has to be named. */
  otherYear: { department: string; indicator: string; years: readonly string[] };
  noCatalogOfYear: { year: number; region: string; years: readonly number[] };
  /** Several catalogs of a region are of the year that is asked for, and all of one of them is wanted: its title has to be named. */
  catalogAmbiguous: { region: string; year: number; titles: readonly string[] };
  /** An id beside a name that belongs to something else. */
  idContradicts: { id: string; given: string; department: string; indicator: string };
  /** 粮食产量（万吨） where the catalog counts in 亿斤. */
  unitInName: { indicator: string; given: string; unit: string };
  nameMissing: { missing: "department" | "indicator" };
  unclear: { indicator: string; reason: string };
  baselineMissing: { indicator: string };
  noFigure: { indicator: string };
  /** The city's figure is split over places, and this one has no part of it. */
  notSplit: { indicator: string; place: string };
  /** Last year's same period is not in the catalog: `period` is the day it ends on. */
  /** `period`: its last day, where one was asked for; `instead`: what may be given in its place. */
  lastYearMissing: { indicator: string; period: string | null; instead: "rate" | "lastLevel" | null };
  /** No growth can be taken of a base of zero or below: 扭亏, 减亏, 增亏. */
  noGrowthOf: {
    last: string;
    level: string;
    turn: "toProfit" | "lossLess" | "lossMore" | "unchanged" | "fromNothing" | "toLoss";
  };
  /** A score by rank needs the others' figures: it is worked out in the score sheet. */
  scoreByRank: { indicator: string };
  weightMissing: { indicator: string };
  weightUnreadable: { given: string };
  noAnnualTarget: { indicator: string; year: number; due: string };
  yearOutside: { indicator: string; given: string; from: string; due: string };
  notOneYear: { given: string };
  rateRefused: { indicator: string };
  rateOfNone: { indicator: string };
  runRateRefused: { indicator: string };
  noQuartersLeft: { indicator: string; due: string };
  noPace: { indicator: string; due: string };
  /** It has a pace, of which nothing is due yet. */
  nothingDue: { indicator: string };
  notBegun: { indicator: string; from: string };
  asOfMissing: { indicator: string };
  actualMissing: { indicator: string };
  percentUnclear: { given: number; asTyped: string; asPercent: string };
  /** A level where growth is asked for; `asRate` says how to write it if it is growth. */
  levelInGrowth: { given: string; target: string; asRate: string };
  /** A negative number where a fall is stated as a positive one: `amount` is its size with the unit. */
  fallSignUnclear: { given: string; amount: string };
  changeNotLevel: { given: string };
  milestoneUnreadable: { given: string };
  quantityUnreadable: { given: string };
  quantityVague: { given: string };
  quantityRelative: { given: string };
  /** 约8310, 8310左右: `bare` is the figure without the word of doubt. */
  quantityDoubtful: { given: string; bare: string };
  currencyForeign: { given: string };
  /** An argument is an error of another cell, as Excel writes it. */
  errorGiven: { given: string };
  unitMismatch: { given: string; expected: string };
  unitUnreadable: { given: string };
  periodUnreadable: { given: string };
  propertyUnknown: { given: string };
  columnsDiffer: { departments: number; indicators: number; actuals: number };
  /** Packed it is larger than a workbook can well carry. In millions of bytes. */
  catalogTooLarge: { megabytes: number; most: number };
  catalogInvalid: { issues: readonly CatalogIssue[] };
  /** The catalog a workbook carries cannot be used, and nobody has chosen another one yet. */
  catalogDamaged: { issues: readonly CatalogIssue[] };
  /** What a workbook carries could not be read on opening it, for the reason Excel gives: whether it has a catalog of its own is not known. */
  workbookUnread: { reason: string };
  /** A tolerance of the ledger that counts can not be read: its text, "" for a blank cell, null where its cell is not found. */
  toleranceUnreadable: { ledger: string; tolerance: ToleranceName; given: string | null };
  /** A source gave no catalog; `kept` says since when there is an earlier one to go on with. */
  sourceRefused: { address: string; trouble: SourceTrouble; detail: string };
  documentRefused: { name: string; reason: DocumentTrouble; limit?: string };
}
export type ErrorCode = keyof ErrorFacts;

/** The tolerances that people may edit. */
export type ToleranceName = "shareTolerance" | "pointTolerance" | "shareGrace";

/** Why a source of catalogs gives none. */
export type SourceTrouble =
  | "noAddress"
  | "notHttps"
  | "credentials"
  | "redirectedToHttp"
  | "unreachable"
  | "timeOut"
  | "status"
  | "tooLarge"
  | "wrongHash"
  | "broken"
  | "noList"
  | "notListed";

/** Why a file is not read, as a report or as a workbook. */
export type DocumentTrouble =
  | "empty"
  | "tooLarge"
  | "formatUnknown"
  | "oldWord"
  | "bomb"
  | "tooDeep"
  | "tooComplex"
  | "tooSlow"
  | "tooMuchMemory"
  | "otherEncoding"
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
    | "noJson"
    | "pinUnreadable"
    | "changedByHand"
    | "missing"
    | "unknownField"
    | "wrongType"
    | "notOneOf"
    | "blank"
    | "dayUnreadable"
    | "idUnreadable"
    | "tooFew"
    | "tooLong"
    | "tooMany"
    | "outOfRange"
    | "unitUnreadable"
    | "notHttps"
    | "partTwice"
    | "duplicateId"
    | "duplicateName"
    | "unknownDepartment"
    | "unknownDocument"
    | "unknownPart"
    | "unlikePart"
    | "sumOfRates"
    | "partOfItself"
    | "noTarget"
    | "reasonMissing"
    | "datesReversed"
    | "noSuchDay"
    | "rangeReversed"
    | "rangeOpen"
    | "notARange"
    | "yearOutside"
    | "sharesFalling"
    | "newerField"
    | "unknownPlace"
    | "placeTwice"
    | "unknownSupporter"
    | "partOfSum"
    | "nothingSplit"
    | "revisionOfNone"
    | "revisionsUnordered"
    | "periodUnreadable"
    | "periodTwice"
    | "unlikeUnit"
    | "pathUnfit"
    | "pathWithoutBase"
    | "baselineIsTarget";
  readonly detail: string;
}

export class CatalogError<C extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: C,
    readonly facts: ErrorFacts[C],
  ) {
    super(`${code} ${JSON.stringify(facts).slice(0, 500)}`);
    this.name = "CatalogError";
  }
}

/** Whether something thrown or returned is a refusal of the rules. */
export function isRefusal(value: unknown): value is CatalogError {
  return value instanceof CatalogError;
}
