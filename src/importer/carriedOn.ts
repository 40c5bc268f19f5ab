/** What the figures of a clause leave to those behind them. */
import { tidy } from "../core/expression";
import type { Candidate, Carried } from "./candidates";
import type { Figure } from "./patterns";

/** What a figure hands on. */
export const carriedFrom = ({ verb, thing, kind, direction, figure }: Candidate): Carried => ({
  verb,
  thing,
  kind,
  direction,
  unit: figure.bareUnit,
  isWhole: false,
});

/** 清淤支沟2条长3公里，斗沟…: a list goes on from what is counted, not from how long that is. */
export function countedLast(candidates: readonly Candidate[]): Candidate | undefined {
  const [counted, last] = candidates.slice(-2);
  const isLength = last?.figure.unitClass === "measure" && /^(?:全长|总长)?$/u.test(last.left.trim());
  return isLength && counted?.figure.unitClass === "count" ? counted : candidates.at(-1);
}

/** 新建学校9所，年内竣工2所，其中小学5所、初中4所: they add up to the first, and are parts of that. */
export function wholeBySum(figures: readonly Figure[], before: readonly Candidate[]): Candidate | undefined {
  const unit = figures[0]?.unit;
  if (figures.length < 2 || !figures.every((each) => each.unit === unit && each.valueMax === null)) return undefined;
  const sum = tidy(figures.reduce((total, { value }) => total + value, 0));
  return [...before].reverse().find(({ figure }) => figure.unit === unit && figure.value === sum);
}
