/**
 * What our functions answer, by their names: to Excel when it calls them, and to the pane, which asks what a cell says and what it would say
 * by another catalog. Pure.
 */
import {
  gapAnswer,
  paceAnswer,
  rateAnswer,
  reasonAnswer,
  runRateAnswer,
  statusAnswer,
  targetAnswer,
} from "../core/answers";
import { nameOf, type Given } from "../core/asked";
import type { Answering } from "../core/catalog";
import { checkAnswer, type CheckedRow } from "../core/checkAnswer";
import { evidenceOf, propertyNamed } from "../core/evidence";
import { promiseAsked } from "../core/promiseAsked";
import { scoreAnswer } from "../core/scores";
import type { Rules } from "../core/status";
import { yearOnYearAnswer } from "../core/yearOnYear";
import { propertyText } from "./evidence";
import { reasonText } from "./reason";
import { checkedCells, listedCells } from "./spilledTables";
import { zhCells as zh } from "./zhCells";

/** Whom a call asks. Each getter may throw why there is none. */
export interface Asking {
  readonly answering: Answering;
  /** The rules of verdicts. */
  readonly judging: Rules;
  /** The rules of what is only measured. */
  readonly measuring: Rules;
}

/** The promise that the first two arguments mean. */
function promise({ answering }: Asking, [department, indicator]: readonly Given[], asOf: Given, year: Given) {
  return promiseAsked(answering, nameOf(department), nameOf(indicator), asOf, year);
}

/**
 * Each function's answer to its arguments as cells give them; what is left out is blank. CHECK takes columns in the place of cells.
 * @throws CatalogError what the function refuses
 */
export const ANSWERS = {
  TARGET: ({ answering }, [department, indicator, year, unit, asOf]) =>
    targetAnswer(answering, nameOf(department), nameOf(indicator), year, unit, asOf),
  "TARGET.PACE": (from, given) => {
    const [, , asOf, unit, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return paceAnswer(index, from.measuring, commitment, asOf, unit, year);
  },
  "TARGET.GAP": (from, given) => {
    const [, , actual, asOf, unit, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return gapAnswer(index, from.measuring, commitment, { actual, asOf, year }, unit);
  },
  "TARGET.RATE": (from, given) => {
    const [, , actual, asOf, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return rateAnswer(index, from.measuring, commitment, { actual, asOf, year });
  },
  "TARGET.STATUS": (from, given) => {
    const [, , actual, asOf, earlier, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return zh.status[statusAnswer(index, from.judging, commitment, { actual, asOf, earlier, year })];
  },
  "TARGET.WHY": (from, given) => {
    const [, , actual, asOf, earlier, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    const entered = { actual, asOf, earlier, year };
    return reasonText(reasonAnswer(index, from.judging, commitment, entered, from.answering.own.catalog.year));
  },
  "TARGET.TOGO": (from, given) => {
    const [, , actual, asOf, unit, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return runRateAnswer(index, commitment, { actual, asOf, year }, unit);
  },
  "TARGET.YOY": (from, given) => {
    const [, , level, asOf, lastLevel, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return yearOnYearAnswer(index, commitment, level, asOf, lastLevel, year);
  },
  "TARGET.SCORE": (from, given) => {
    const [, , actual, asOf, weight, wanted] = given;
    const { index, commitment, year } = promise(from, given, asOf, wanted);
    return scoreAnswer(index, commitment, { actual, asOf, year }, weight);
  },
  "TARGET.INFO": (from, given) => {
    const [, , property, wanted] = given;
    const { index, commitment, year } = promise(from, given, null, wanted);
    return propertyText(evidenceOf(index, commitment, year), propertyNamed(nameOf(property)));
  },
  "TARGET.LIST": ({ answering }, [department, year]) => listedCells(answering, department, year),
  "TARGET.CHECK": (from, given) => checkedCells(checkedRows(from, given)),
} satisfies Record<string, Answer>;

type Answer = (from: Asking, given: readonly Given[]) => unknown;

/** What answers a call by its written name; undefined for TARGET.X, which is none of ours. */
export const answererOf = (name: string): Answer | undefined => (ANSWERS as Readonly<Record<string, Answer>>)[name];

/** The rows that TARGET.CHECK judges. @param given its arguments, columns as lists */
export function checkedRows(
  { answering, judging }: Asking,
  [departments, indicators, actuals, asOf, earlier, year]: readonly Given[],
): (CheckedRow | null)[] {
  const column = (cells: Given) => (Array.isArray(cells) ? (cells as Given[]) : [cells]);
  const columns = {
    departments: column(departments),
    indicators: column(indicators),
    actuals: column(actuals),
    ...(earlier === null || earlier === undefined ? {} : { earlier: column(earlier) }),
  };
  return checkAnswer(answering, judging, columns, asOf, year);
}
