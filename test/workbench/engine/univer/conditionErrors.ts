/** Sums and counts by conditions over a range that is gone are #REF!, as in Excel; Univer makes #VALUE! of them. */
import type { Injector } from "@univerjs/core";
import { FUNCTION_NAMES_MATH, FUNCTION_NAMES_STATISTICAL, IFunctionService } from "@univerjs/engine-formula";

const BY_CONDITIONS = [
  FUNCTION_NAMES_MATH.SUMIF,
  FUNCTION_NAMES_MATH.SUMIFS,
  FUNCTION_NAMES_STATISTICAL.COUNTIF,
  FUNCTION_NAMES_STATISTICAL.COUNTIFS,
  FUNCTION_NAMES_STATISTICAL.AVERAGEIF,
  FUNCTION_NAMES_STATISTICAL.AVERAGEIFS,
  FUNCTION_NAMES_STATISTICAL.MAXIFS,
  FUNCTION_NAMES_STATISTICAL.MINIFS,
];

/** An error among what these functions are given is what they come to, from now on. */
export function passErrorsOn(injector: Injector): void {
  const functions = injector.get(IFunctionService);
  for (const name of BY_CONDITIONS) {
    const executor = functions.getExecutor(name);
    if (!executor) throw new Error(`Univer has no ${name}`);
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...given) => given.find((each) => each.isError()) ?? calculate(...given);
  }
}
