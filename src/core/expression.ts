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

/** An expression made ready: the number it comes to; NaN where an input it needs is unknown or a divisor is 0. */
export type Worked = (inputs: Inputs) => number;
/** A condition made ready. */
export type Held = (inputs: Inputs) => boolean;

/**
 * Makes rules ready to be worked out many times, since a column of a thousand rows asks for the same few. What several rules share is
 * kept: worked out once for each judgement, in the order in which it was kept.
 */
export class Readied {
  private readonly places = new Map<Expression, number>();
  private readonly kept: Worked[] = [];
  private readonly values: number[] = [];

  /** Keeps what an expression comes to, for those made ready after it. @returns its place among the values of `workOut` */
  keep(expression: Expression): number {
    const known = this.places.get(expression);
    if (known !== undefined) return known;
    const worked = this.number(expression);
    this.places.set(expression, this.kept.length);
    this.values.push(NaN);
    return this.kept.push(worked) - 1;
  }

  /** Works out what was kept. @returns the values by place; the next judgement overwrites them */
  workOut(inputs: Inputs): readonly number[] {
    for (let place = 0; place < this.kept.length; place++) this.values[place] = (this.kept[place] as Worked)(inputs);
    return this.values;
  }

  number(expression: Expression): Worked {
    if (typeof expression === "number") return () => expression;
    const { values } = this;
    const place = this.places.get(expression);
    if (place !== undefined) return () => values[place] as number;
    if ("input" in expression) {
      const name = expression.input;
      return (inputs) => {
        const value = inputs[name];
        return typeof value === "number" ? value : NaN;
      };
    }
    switch (expression.op) {
      case "if": {
        const [when, then, otherwise] = [
          this.condition(expression.when),
          this.number(expression.then),
          this.number(expression.otherwise),
        ];
        return (inputs) => (when(inputs) ? then(inputs) : otherwise(inputs));
      }
      case "abs": {
        const value = this.number(expression.value);
        return (inputs) => Math.abs(value(inputs));
      }
      case "round": {
        const { digits } = expression;
        const value = this.number(expression.value);
        return (inputs) => roundTo(value(inputs), digits);
      }
    }
    const [left, right] = [this.number(expression.left), this.number(expression.right)];
    switch (expression.op) {
      case "add":
        return (inputs) => left(inputs) + right(inputs);
      case "subtract":
        return (inputs) => left(inputs) - right(inputs);
      case "multiply":
        return (inputs) => left(inputs) * right(inputs);
      case "divide":
        return (inputs) => {
          const divisor = right(inputs);
          return divisor === 0 ? NaN : left(inputs) / divisor;
        };
      case "min":
        return (inputs) => Math.min(left(inputs), right(inputs));
      case "max":
        return (inputs) => Math.max(left(inputs), right(inputs));
    }
  }

  /** A comparison with an unknown side does not hold. */
  condition(condition: Condition): Held {
    switch (condition.is) {
      case "and": {
        const [left, right] = [this.condition(condition.left), this.condition(condition.right)];
        return (inputs) => left(inputs) && right(inputs);
      }
      case "or": {
        const [left, right] = [this.condition(condition.left), this.condition(condition.right)];
        return (inputs) => left(inputs) || right(inputs);
      }
      case "not": {
        const of = this.condition(condition.of);
        return (inputs) => !of(inputs);
      }
      case "known": {
        const name = condition.input;
        return (inputs) => typeof inputs[name] === "number";
      }
      case "blank": {
        const name = condition.input;
        return (inputs) => inputs[name] === null || inputs[name] === undefined;
      }
      case "done": {
        const name = condition.input;
        return (inputs) => inputs[name] === true;
      }
    }
    const [left, right] = [this.number(condition.left), this.number(condition.right)];
    switch (condition.is) {
      case ">=":
        return (inputs) => left(inputs) >= right(inputs);
      case ">":
        return (inputs) => left(inputs) > right(inputs);
      case "<=":
        return (inputs) => left(inputs) <= right(inputs);
      case "<":
        return (inputs) => left(inputs) < right(inputs);
    }
  }
}

/** The number an expression comes to; null where an input it needs is unknown or a divisor is 0. */
export function evaluate(expression: Expression, inputs: Inputs): number | null {
  const value = new Readied().number(expression)(inputs);
  return Number.isNaN(value) ? null : value;
}

/** Rounds half away from zero on the decimal digits, as the worksheet's ROUND does. @example roundTo(2.675, 2) // 2.68 */
export function roundTo(value: number, digits: number): number {
  if (digits >= 0 && Number.isInteger(value)) return value || 0; // and never -0
  const power = POWERS[digits] ?? 10 ** digits;
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
const POWERS = Array.from({ length: 23 }, (_, digits) => Number(`1e${digits}`)); // those a double holds exactly

/** The same on the digits as they are written, for what lies at a half. */
function roundDigits(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
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
  const size = Math.abs(value);
  if (size >= 0.01 && size < 10) {
    // Shares of a target: the fifteen digits as a whole number, unless it lies near a half, where the product itself is not sure.
    const power = POWERS[size < 0.1 ? 16 : size < 1 ? 15 : 14] as number;
    const shifted = size * power;
    const below = Math.floor(shifted);
    const rest = shifted - below;
    if (rest < 0.3 || rest > 0.7) return (value < 0 ? -1 : 1) * ((rest < 0.3 ? below : below + 1) / power);
  }
  return Number(value.toPrecision(15));
}

const SIGNIFICANT_DIGITS = 15; // what a double carries for certain, and what a cell shows
const MOST_DIGITS = 9; // decimals nobody types more of

/** Decimals in which numbers up to a size can be told apart: all that doubles carry of them, at most nine. @example digitsOf(142.05) // 9 */
export const digitsOf = (size: number): number =>
  Math.max(0, Math.min(MOST_DIGITS, SIGNIFICANT_DIGITS - String(Math.trunc(size)).length));

/** What is left of one number without another, as their decimals say it. @example difference(4.1, 4) // 0.1 */
export const difference = (one: number, other: number): number =>
  roundTo(one - other, digitsOf(Math.max(Math.abs(one), Math.abs(other))));
