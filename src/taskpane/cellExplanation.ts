/** Why a cell shows what it shows: the call in it is asked again, by the rules the function itself follows. Pure. */
import { reasonAnswer, type Reason } from "../core/answers";
import { isBlank, requireFigure, yearGiven } from "../core/asked";
import { caseOf } from "../core/case";
import type { Answering, CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { promiseAsked, type PromiseAsked } from "../core/promiseAsked";
import { RULES, type Rules } from "../core/status";
import type { Commitment } from "../core/types";
import type { Call } from "../sheets/calls";
import { ANSWERS, answererOf } from "../strings/callAnswers";
import { PLACES, repairsFor, type Repair } from "./callRepairs";

export type Explanation =
  | { readonly is: "notOurs" }
  /** The names are computed inside the formula: only Excel knows them. */
  | { readonly is: "unreadable" }
  /** `reason` holds the facts behind the verdict on the actual in the call, where it has one that is known. */
  | { readonly is: "answered"; readonly commitment: Commitment; readonly reason: Reason | null }
  /** A call that answers with many commitments at once; `beside`: titles of catalogs of the same region and year that it does not list. */
  | { readonly is: "listed"; readonly beside: readonly string[] }
  | {
      readonly is: "refused";
      readonly error: CatalogError;
      readonly commitment: Commitment | null;
      readonly repairs: readonly Repair[];
    };

type ArgumentValue = string | number | boolean | null | undefined;

const DEPARTMENT = 0;
const INDICATOR = 1;
const ACTUAL = 2;
const AS_OF = 3;

/** The functions that give verdicts. */
const GIVING_VERDICTS: ReadonlySet<string> = new Set(["TARGET.STATUS", "TARGET.WHY", "TARGET.CHECK"]);

/**
 * Asks a call again.
 * @param values of its arguments; `undefined` where one is computed in the formula
 * @param noVerdict why no verdict is given at present; null where verdicts are
 */
export function explain(
  answering: Answering,
  rules: Rules,
  call: Call | null,
  values: readonly ArgumentValue[],
  noVerdict: CatalogError | null = null,
): Explanation {
  if (!call) return { is: "notOurs" };
  // An argument left out is blank; one that is computed is unknown.
  const valueAt = (position: number) => (position < values.length ? values[position] : null);
  const [department, indicator] = [valueAt(DEPARTMENT), valueAt(INDICATOR)];
  if (call.name === "TARGET.LIST")
    return explainList(answering, call, department, valueAt(PLACES[call.name]?.year ?? 0));
  if (noVerdict && GIVING_VERDICTS.has(call.name)) return refused({ index: answering.own, call }, noVerdict, null);
  if (department === undefined || indicator === undefined) return { is: "unreadable" };
  const { asOf: asOfAt, year: yearAt } = PLACES[call.name] ?? {};
  const [asOf, year] = [asOfAt, yearAt].map((at) => (at === undefined ? null : valueAt(at)));
  let commitment: Commitment | null = null;
  try {
    const names = [asText(department), asText(indicator)] as const;
    if (isOpen(answering, names, asOf, year)) return { is: "unreadable" };
    const promise = promiseAsked(answering, ...names, asOf, year);
    commitment = promise.commitment;
    const asked: Asked = { ...promise, rules, answering };
    askAgain(asked, call, values);
    const reason = noVerdict ? null : reasonBehind(asked, call.name, valueAt);
    return { is: "answered", commitment, reason };
  } catch (error) {
    const index = commitment ? answering.indexOf(commitment) : answering.own;
    return refused({ index, call }, error, commitment);
  }
}

/** Whether the year that picks the catalog is computed inside the formula, and the names find another promise in another year. */
function isOpen(
  answering: Answering,
  names: readonly [string, string],
  asOf: ArgumentValue,
  year: ArgumentValue,
): boolean {
  const isComputed = year === undefined || (isBlank(year) && asOf === undefined);
  if (!isComputed) return false;
  const found = answering.lookUp(...names);
  return answering.others.some(({ catalog }) => {
    const then = answering.lookUp(...names, catalog.year);
    return then !== found && !(then instanceof CatalogError);
  });
}

/** TARGET.LIST asks for a department only, or for all of them. */
function explainList(answering: Answering, call: Call, department: ArgumentValue, year: ArgumentValue): Explanation {
  if (department === undefined || year === undefined) return { is: "unreadable" };
  try {
    ANSWERS["TARGET.LIST"]({ answering, judging: RULES.standard, measuring: RULES.standard }, [department, year]);
    const typed = asText(department);
    const isTitle = answering.catalogTitled(typed) !== null;
    const wanted = isBlank(year) ? null : yearGiven(year, answering.own.catalog.year);
    const { catalog } = isTitle || typed === "" ? answering.ofYear(wanted) : answering.catalogOf(typed, wanted);
    const alike = [answering.own, ...answering.others].filter(
      (each) => each.catalog.region === catalog.region && each.catalog.year === catalog.year,
    );
    const beside = alike.map((each) => each.catalog).filter((each) => each !== catalog);
    return { is: "listed", beside: isTitle ? [] : beside.map(({ title }) => title) };
  } catch (error) {
    return refused({ index: answering.own, call }, error, null);
  }
}

function refused(
  { index, call }: { readonly index: CatalogIndex; readonly call: Call },
  error: unknown,
  commitment: Commitment | null,
): Explanation {
  if (!(error instanceof CatalogError)) throw error;
  const refusal = error as CatalogError;
  const repairs = repairsFor(index, call, commitment, refusal).filter((repair) => isWithinReach(call, repair, refusal));
  return { is: "refused", error: refusal, commitment, repairs };
}

interface Asked extends PromiseAsked {
  readonly rules: Rules;
  readonly answering: Answering;
}
/** They answer with a word where there is no figure. */
const NEED_NO_FIGURE: ReadonlySet<string> = new Set(["TARGET.STATUS", "TARGET.WHY", "TARGET.INFO"]);

/** @throws CatalogError what the function would refuse, as far as its arguments are known */
function askAgain(
  { answering, rules, index, commitment, year }: Asked,
  call: Call,
  values: readonly ArgumentValue[],
): void {
  const { name } = call;
  const yearAt = PLACES[name]?.year ?? Infinity;
  const known = values.map((value, at) => (at === yearAt && value === undefined ? year : value));
  if (!known.includes(undefined)) answererOf(name)?.({ answering, judging: rules, measuring: rules }, known);
  else if (!NEED_NO_FIGURE.has(name)) requireFigure(caseOf(index, commitment));
}

/** The functions that take what was last reported before, behind the period. */
const TAKING_EARLIER: ReadonlySet<string> = new Set(["TARGET.STATUS", "TARGET.WHY"]);

/** The functions that judge an actual. */
const JUDGING: ReadonlySet<string> = new Set([
  "TARGET.GAP",
  "TARGET.RATE",
  "TARGET.STATUS",
  "TARGET.WHY",
  "TARGET.TOGO",
]);

function reasonBehind(
  { index, rules, commitment, year, answering }: Asked,
  name: string,
  valueAt: (position: number) => ArgumentValue,
): Reason | null {
  const [actual, asOf] = [valueAt(ACTUAL), valueAt(AS_OF)];
  const earlier = TAKING_EARLIER.has(name) ? valueAt(AS_OF + 1) : null;
  if (!JUDGING.has(name) || actual === undefined || asOf === undefined || earlier === undefined) return null;
  return reasonAnswer(index, rules, commitment, { actual, asOf, earlier, year }, answering.own.catalog.year);
}

function asText(value: string | number | boolean | null): string {
  return value === null ? "" : String(value);
}

/**
 * A text in the formula can be changed, and so can a cell that holds a name. A percentage cannot be put into a cell:
 * Excel would turn the text 9% into 0.09 again.
 */
function isWithinReach(call: Call, repair: Repair, error: CatalogError): boolean {
  const argument = call.arguments[repair.position];
  if (!argument) return repair.mayAppend === true;
  if (argument.kind === "computed") return false;
  return argument.kind === "value" || error.code !== "percentUnclear";
}
