/** Why a cell shows what it shows: the call in it is asked again, by the rules the function itself follows. Pure. */
import {
  gapAnswer,
  paceAnswer,
  rateAnswer,
  reasonAnswer,
  runRateAnswer,
  statusAnswer,
  targetAnswer,
  type Reason,
} from "../core/answers";
import { isBlank, requireFigure, yearGiven } from "../core/asked";
import { caseOf } from "../core/case";
import type { Answering, CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { evidenceOf, propertyNamed } from "../core/evidence";
import { promiseAsked, type PromiseAsked } from "../core/promiseAsked";
import { scoreAnswer } from "../core/scores";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { yearOnYearAnswer } from "../core/yearOnYear";
import type { Call } from "../sheets/calls";
import type { OurFunction } from "../sheets/functionNames";
import { propertyText } from "../strings/evidence";
import { PLACES, repairsFor, type Repair } from "./callRepairs";

export type Explanation =
  | { readonly is: "notOurs" }
  /** The names are computed inside the formula: only Excel knows them. */
  | { readonly is: "unreadable" }
  /** `reason` holds the facts behind the verdict on the actual in the call, where it has one that is known. */
  | { readonly is: "answered"; readonly commitment: Commitment; readonly reason: Reason | null }
  /** A call that answers with many commitments at once. */
  | { readonly is: "listed" }
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
const FIRST_GIVEN = 2;

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
    const asked: Asked = { ...promise, rules, ownYear: answering.own.catalog.year };
    askAgain(asked, call.name, valueAt);
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
    const wanted = isBlank(year) ? null : yearGiven(year, answering.own.catalog.year);
    if (department === null) answering.ofYear(wanted);
    else answering.catalogOf(asText(department), wanted).findDepartment(asText(department));
    return { is: "listed" };
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

/** How each function asks with the arguments after the two names; and how many of them there are. */
const ASKING: Readonly<Record<string, Asking>> = {
  TARGET: {
    count: 3,
    ask: ({ index, commitment, year }, [, unit, asOf]) =>
      targetAnswer(index, commitment.id, commitment.id, year, unit, asOf),
  },
  "TARGET.PACE": {
    count: 2,
    ask: ({ index, rules, commitment, year }, [asOf, unit]) => paceAnswer(index, rules, commitment, asOf, unit, year),
  },
  "TARGET.GAP": {
    count: 3,
    ask: ({ index, rules, commitment, year }, [actual, asOf, unit]) =>
      gapAnswer(index, rules, commitment, { actual, asOf, year }, unit),
  },
  "TARGET.RATE": {
    count: 2,
    ask: ({ index, rules, commitment, year }, [actual, asOf]) =>
      rateAnswer(index, rules, commitment, { actual, asOf, year }),
  },
  "TARGET.YOY": {
    count: 3,
    ask: ({ index, commitment, year }, [level, asOf, lastLevel]) =>
      yearOnYearAnswer(index, commitment, level, asOf, lastLevel, year),
  },
  "TARGET.SCORE": {
    count: 3,
    ask: ({ index, commitment, year }, [actual, asOf, weight]) =>
      scoreAnswer(index, commitment, { actual, asOf, year }, weight),
  },
  "TARGET.STATUS": {
    count: 3,
    ask: ({ index, rules, commitment, year }, [actual, asOf, earlier]) =>
      statusAnswer(index, rules, commitment, { actual, asOf, earlier, year }),
  },
  "TARGET.WHY": {
    count: 3,
    ask: ({ index, rules, commitment, year }, [actual, asOf, earlier]) =>
      reasonAnswer(index, rules, commitment, { actual, asOf, earlier, year }),
  },
  "TARGET.TOGO": {
    count: 3,
    ask: ({ index, commitment, year }, [actual, asOf, unit]) =>
      runRateAnswer(index, commitment, { actual, asOf, year }, unit),
  },
  "TARGET.INFO": {
    count: 1,
    ask: ({ index, commitment, year }, [property]) =>
      propertyText(evidenceOf(index, commitment, year), propertyNamed(asText(property ?? null))),
  },
} satisfies Record<Exclude<OurFunction, "TARGET.LIST" | "TARGET.CHECK">, Asking>;
interface Asking {
  readonly count: number;
  readonly ask: (asked: Asked, given: readonly ArgumentValue[]) => unknown;
}
interface Asked extends PromiseAsked {
  readonly rules: Rules;
  readonly ownYear: number;
}
/** They answer with a word where there is no figure. */
const NEED_NO_FIGURE: ReadonlySet<string> = new Set(["TARGET.STATUS", "TARGET.WHY", "TARGET.INFO"]);

/** @throws CatalogError what the function would refuse, as far as its arguments are known */
function askAgain(asked: Asked, name: string, valueAt: (position: number) => ArgumentValue): void {
  const asking = ASKING[name];
  if (!asking) return;
  const given = Array.from({ length: asking.count }, (_, position) => valueAt(FIRST_GIVEN + position));
  if (!given.includes(undefined)) asking.ask(asked, given);
  else if (!NEED_NO_FIGURE.has(name)) requireFigure(caseOf(asked.index, asked.commitment));
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
  { index, rules, commitment, year, ownYear }: Asked,
  name: string,
  valueAt: (position: number) => ArgumentValue,
): Reason | null {
  const [actual, asOf] = [valueAt(ACTUAL), valueAt(AS_OF)];
  const earlier = TAKING_EARLIER.has(name) ? valueAt(AS_OF + 1) : null;
  if (!JUDGING.has(name) || actual === undefined || asOf === undefined || earlier === undefined) return null;
  return reasonAnswer(index, rules, commitment, { actual, asOf, earlier, year }, ownYear);
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
