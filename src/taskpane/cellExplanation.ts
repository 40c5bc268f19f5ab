/** Why a cell shows what it shows: the call in it is asked again, by the rules the function itself follows. Pure. */
import { gapAnswer, rateAnswer, requireFigure, statusAnswer } from "../core/answers";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError, type ErrorCode } from "../core/errors";
import { evidenceOf, PROPERTIES, propertyNamed } from "../core/evidence";
import { figureOf } from "../core/progress";
import type { Rules } from "../core/status";
import { nearestNames } from "../core/text";
import type { Commitment } from "../core/types";
import type { Call } from "../sheets/calls";
import { propertyText } from "../strings/evidence";

/** A text that would put an argument right. */
export interface Repair {
  readonly position: number;
  readonly name: string;
}

export type Explanation =
  | { readonly is: "notOurs" }
  /** The names are computed inside the formula: only Excel knows them. */
  | { readonly is: "unreadable" }
  | { readonly is: "answered"; readonly commitment: Commitment }
  | {
      readonly is: "refused";
      readonly error: CatalogError;
      readonly commitment: Commitment | null;
      readonly repairs: readonly Repair[];
    };

type ArgumentValue = string | number | boolean | null | undefined;

const DEPARTMENT = 0;
const INDICATOR = 1;
const PROPERTY = 2;
const ACTUAL = 2;
const AS_OF = 3;

/** Asks a call again. @param values of its arguments; `undefined` where one is computed in the formula */
export function explain(
  index: CatalogIndex,
  rules: Rules,
  call: Call | null,
  values: readonly ArgumentValue[],
): Explanation {
  if (!call) return { is: "notOurs" };
  // An argument left out is blank; one that is computed is unknown.
  const valueAt = (position: number) => (position < values.length ? values[position] : null);
  const [department, indicator] = [valueAt(DEPARTMENT), valueAt(INDICATOR)];
  if (department === undefined || indicator === undefined) return { is: "unreadable" };
  let commitment: Commitment | null = null;
  try {
    commitment = index.find(asText(department), asText(indicator));
    askAgain(index, rules, call.name, commitment, valueAt);
    return { is: "answered", commitment };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const refusal = error as CatalogError;
    const repairs = repairsFor(refusal).filter((repair) => isWithinReach(call, repair, refusal));
    return { is: "refused", error: refusal, commitment, repairs };
  }
}

/** @throws CatalogError what the function would refuse */
function askAgain(
  index: CatalogIndex,
  rules: Rules,
  name: string,
  commitment: Commitment,
  valueAt: (position: number) => ArgumentValue,
): void {
  if (name === "TARGET") figureOf(index, commitment);
  if (name === "TARGET.INFO") {
    const property = valueAt(PROPERTY);
    if (property !== undefined) propertyText(evidenceOf(index, commitment), propertyNamed(asText(property)));
  }
  if (name !== "TARGET.GAP" && name !== "TARGET.RATE" && name !== "TARGET.STATUS") return;
  const [actual, asOf] = [valueAt(ACTUAL), name === "TARGET.RATE" ? null : valueAt(AS_OF)];
  if (actual === undefined || asOf === undefined) {
    if (name !== "TARGET.STATUS") requireFigure(index, commitment); // 无法核验 is a status, not an error
  } else if (name === "TARGET.GAP") gapAnswer(index, rules, commitment, { actual, asOf });
  else if (name === "TARGET.RATE") rateAnswer(index, rules, commitment, actual);
  else statusAnswer(index, rules, commitment, { actual, asOf });
}

function asText(value: string | number | boolean | null): string {
  return value === null ? "" : String(value);
}

function isRefusal<C extends ErrorCode>(error: CatalogError, code: C): error is CatalogError<C> {
  return error.code === code;
}

/** What would put a refused argument right, the likeliest first. */
function repairsFor(error: CatalogError): Repair[] {
  const at = (position: number, names: readonly string[]) => names.map((name) => ({ position, name }));
  if (isRefusal(error, "departmentNotFound")) return at(DEPARTMENT, error.facts.nearest);
  if (isRefusal(error, "departmentAmbiguous")) return at(DEPARTMENT, error.facts.candidates);
  if (isRefusal(error, "indicatorNotFound")) return at(INDICATOR, error.facts.nearest);
  if (isRefusal(error, "indicatorAmbiguous")) return at(INDICATOR, error.facts.candidates);
  if (isRefusal(error, "propertyUnknown")) return at(PROPERTY, nearestNames(error.facts.given, PROPERTIES));
  if (isRefusal(error, "percentUnclear")) return at(ACTUAL, [error.facts.asPercent, error.facts.asTyped]);
  return [];
}

/**
 * A text in the formula can be changed, and so can a cell that holds a name. A percentage cannot be put into a cell:
 * Excel would turn the text 9% into 0.09 again.
 */
function isWithinReach(call: Call, repair: Repair, error: CatalogError): boolean {
  const argument = call.arguments[repair.position];
  if (!argument || argument.kind === "computed") return false;
  return argument.kind === "value" || error.code !== "percentUnclear";
}
