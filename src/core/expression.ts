/**
 * A rule of the field, written once. The functions evaluate it (`evaluate`, here); the ledger spells it as a worksheet
 * formula (sheets/formulas.ts). So the two can not come to disagree.
 *
 * Numbers are doubles in both worlds. A comparison that decides a verdict is made on a rounded difference
 * (`round`), far below anything a person types, so that 0.1 + 0.2 is 0.3 in both.
 */

/**
 * What a rule may ask for. `target`, `baseline`, `actual` and `lastKnown` (the last report before the date) are in the target's unit;
 * days are Excel serial numbers.
 */
export const INPUTS = [
  "actual",
  "lastKnown",
  "target",
  "baseline",
  "asOfDay",
  "asOfMonths",
  "shareTolerance",
  "shareGrace",
  "pointTolerance",
] as const;
export type Input = (typeof INPUTS)[number];

export type Expression =
  | number
  | { readonly input: Input }
  | {
      readonly op: "add" | "subtract" | "multiply" | "divide" | "min" | "max";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: "abs"; readonly value: Expression }
  | { readonly op: "round"; readonly value: Expression; readonly digits: number }
  | { readonly op: "if"; readonly when: Condition; readonly then: Expression; readonly otherwise: Expression };

export type Condition =
  | { readonly is: ">=" | ">" | "<=" | "<"; readonly left: Expression; readonly right: Expression }
  | { readonly is: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly is: "not"; readonly of: Condition }
  | { readonly is: "known"; readonly input: Input }
  | { readonly is: "blank"; readonly input: Input }
  | { readonly is: "done"; readonly input: Input };

export const input = (name: Input): Expression => ({ input: name });
export const add = (left: Expression, right: Expression): Expression => ({ op: "add", left, right });
export const subtract = (left: Expression, right: Expression): Expression => ({ op: "subtract", left, right });
export const multiply = (left: Expression, right: Expression): Expression => ({ op: "multiply", left, right });
export const divide = (left: Expression, right: Expression): Expression => ({ op: "divide", left, right });
export const min = (left: Expression, right: Expression): Expression => ({ op: "min", left, right });
export const max = (left: Expression, right: Expression): Expression => ({ op: "max", left, right });
export const abs = (value: Expression): Expression => ({ op: "abs", value });
export const round = (value: Expression, digits: number): Expression => ({ op: "round", value, digits });
export const choose = (when: Condition, then: Expression, otherwise: Expression): Expression => ({
  op: "if",
  when,
  then,
  otherwise,
});
export const compare = (left: Expression, is: ">=" | ">" | "<=" | "<", right: Expression): Condition => ({
  is,
  left,
  right,
});
export const and = (left: Condition, right: Condition): Condition => ({ is: "and", left, right });
export const or = (left: Condition, right: Condition): Condition => ({ is: "or", left, right });
export const not = (of: Condition): Condition => ({ is: "not", of });
export const known = (name: Input): Condition => ({ is: "known", input: name });
export const blank = (name: Input): Condition => ({ is: "blank", input: name });
export const done = (name: Input): Condition => ({ is: "done", input: name });

/** The values of the inputs. An unknown number is null; a milestone's actual is true or false. */
export type Inputs = { readonly [name in Input]?: number | boolean | null };

/** What expressions are known to come to already, for those that several rules share. */
export type Worked = ReadonlyMap<Expression, number | null>;
const NOTHING_WORKED: Worked = new Map();

/** The number an expression comes to; null where an input it needs is unknown or a divisor is 0. */
export function evaluate(expression: Expression, inputs: Inputs, worked: Worked = NOTHING_WORKED): number | null {
  if (typeof expression === "number") return expression;
  if ("input" in expression) {
    const value = inputs[expression.input];
    return typeof value === "number" ? value : null;
  }
  const known = worked.get(expression);
  if (known !== undefined) return known;
  if (expression.op === "if")
    return evaluate(holds(expression.when, inputs, worked) ? expression.then : expression.otherwise, inputs, worked);
  if (expression.op === "round" || expression.op === "abs") {
    const value = evaluate(expression.value, inputs, worked);
    if (value === null) return null;
    return expression.op === "abs" ? Math.abs(value) : roundTo(value, expression.digits);
  }
  const left = evaluate(expression.left, inputs, worked);
  const right = evaluate(expression.right, inputs, worked);
  if (left === null || right === null) return null;
  switch (expression.op) {
    case "add":
      return left + right;
    case "subtract":
      return left - right;
    case "multiply":
      return left * right;
    case "divide":
      return right === 0 ? null : left / right;
    case "min":
      return Math.min(left, right);
    case "max":
      return Math.max(left, right);
  }
}

/** Whether a condition holds. A comparison with an unknown side does not. */
export function holds(condition: Condition, inputs: Inputs, worked: Worked = NOTHING_WORKED): boolean {
  switch (condition.is) {
    case "and":
      return holds(condition.left, inputs, worked) && holds(condition.right, inputs, worked);
    case "or":
      return holds(condition.left, inputs, worked) || holds(condition.right, inputs, worked);
    case "not":
      return !holds(condition.of, inputs, worked);
    case "known":
      return typeof inputs[condition.input] === "number";
    case "blank":
      return inputs[condition.input] === null || inputs[condition.input] === undefined;
    case "done":
      return inputs[condition.input] === true;
  }
  const left = evaluate(condition.left, inputs, worked);
  const right = evaluate(condition.right, inputs, worked);
  if (left === null || right === null) return false;
  switch (condition.is) {
    case ">=":
      return left >= right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case "<":
      return left < right;
  }
}

/** Rounds half away from zero on the decimal digits, as the worksheet's ROUND does. @example roundTo(2.675, 2) // 2.68 */
export function roundTo(value: number, digits: number): number {
  const power = 10 ** digits;
  const shifted = Math.abs(value) * power;
  const below = Math.floor(shifted);
  const rest = shifted - below;
  // Far from a half, and small enough that doubles carry the digits asked for, the shifted number decides.
  if (shifted < EXACT_SHIFT && (rest < 0.4 || rest > 0.6)) {
    const rounded = (rest < 0.4 ? below : below + 1) / power;
    return value < 0 && rounded !== 0 ? -rounded : rounded;
  }
  return roundDigits(value, digits);
}
const EXACT_SHIFT = 1e14;

/** The same on the digits as they are written, for what lies at a half. */
function roundDigits(value: number, digits: number): number {
  const sign = value < 0 ? -1 : 1;
  const [mantissa = "0", exponent = "0"] = tidy(Math.abs(value)).toString().split("e");
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  if (!Number.isFinite(scaled) || scaled > Number.MAX_SAFE_INTEGER) return value; // beyond the digits a cell holds
  return sign * Number(`${scaled}e${-digits}`) || 0;
}

/** Drops what lies beyond the fifteen digits a cell holds. @example tidy(0.1 + 0.2) // 0.3 */
export function tidy(value: number): number {
  // What has at most six decimals and nine digits before them has nothing beyond the fifteenth.
  if (value < 1e9 && value > -1e9 && Math.round(value * 1e6) / 1e6 === value) return value;
  return Number(value.toPrecision(15));
}
