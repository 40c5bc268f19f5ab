/** Our functions as they stand in worksheet formulas: finding a call and taking its arguments apart. */

import { PREFIX_PATTERN } from "./functionNames";
import { columnOf } from "./plan";

/** One argument of a call: a text or a number as written, a reference to a cell, or something computed. */
export type Argument =
  | { readonly kind: "value"; readonly value: string | number | null }
  | { readonly kind: "reference"; readonly sheet: string | null; readonly address: string }
  | { readonly kind: "computed"; readonly formula: string };

/** A call of ours found in a formula. */
export interface Call {
  /** TARGET, TARGET.INFO and so on, in capitals. */
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** Where the call stands in the formula: from the first letter of its name to behind its bracket. */
  readonly start: number;
  readonly end: number;
}

const CALL = new RegExp(`(?<![\\w.])${PREFIX_PATTERN}(TARGET(?:\\.[A-Z]+)?)\\s*\\(`, "gi");
const REFERENCE = /^(?:(?:'((?:[^']|'')+)'|([^\s!'"(),:+*/&<>=^-]+))!)?(\$?[A-Z]{1,3}\$?\d{1,7})$/i;

/** The first call of ours in a formula, or null. Text in quotation marks does not count. */
export const firstCall = (formula: string): Call | null => callsIn(formula).next().value ?? null;

/** Every call of ours in a formula from the left, those within others' arguments as well. */
export function* callsIn(formula: string): Generator<Call, undefined> {
  if (!formula.startsWith("=")) return;
  const quoted = quotedStretches(formula);
  for (const match of formula.matchAll(CALL)) {
    if (quoted.some(([start, end]) => match.index >= start && match.index < end)) continue;
    const opening = match.index + match[0].length;
    const { parts, end } = splitArguments(formula, opening);
    yield { name: (match[1] ?? "").toUpperCase(), arguments: parts.map(argumentOf), start: match.index, end };
  }
}

const WHOLE = /^=\s*(?:IFERROR\(\s*)?$/i;

/** Whether a call is all that stands in a formula, or all within IFERROR beside a text. */
export const isWhole = (formula: string, { start, end }: Call): boolean =>
  WHOLE.test(formula.slice(0, start)) && /^\s*(?:,\s*"(?:[^"]|"")*"\s*\)\s*)?$/.test(formula.slice(end));

/** A block of cells as an argument names it; rows from 1, columns from 1, and null where whole columns are meant. */
export interface RangeArgument {
  readonly sheet: string | null;
  readonly rows: readonly [from: number, to: number] | null;
  readonly columns: readonly [from: number, to: number];
}

const RANGE =
  /^(?:(?:'((?:[^']|'')+)'|([^\s!'"(),:+*/&<>=^-]+))!)?\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?:\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?$/i;

/** A written range, or null for anything else. @example rangeNamed("台账!$A$2:$A$40") // { sheet: "台账", rows: [2, 40], columns: [1, 1] } */
export function rangeNamed(written: string): RangeArgument | null {
  const match = RANGE.exec(written.trim());
  if (!match) return null;
  const [, quoted, plain, first = "", top, last = "", bottom] = match;
  if ((top === undefined) !== (bottom === undefined)) return null;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? null,
    rows: top === undefined ? null : inOrder(Number(top), Number(bottom)),
    columns: inOrder(columnOf(first) + 1, columnOf(last) + 1),
  };
}

const inOrder = (one: number, other: number): [number, number] => [Math.min(one, other), Math.max(one, other)];

/** The formula with one text argument of a call changed, or put behind the others where it was left out. @example withArgument('=TARGET("教育厅","学位")', call, 0, "市教育局") */
export function withArgument(formula: string, call: Call, position: number, value: string): string {
  const opening = formula.indexOf("(", call.start) + 1;
  const { parts } = splitArguments(formula, opening);
  const changed = Array.from({ length: Math.max(parts.length, position + 1) }, (_, index) =>
    index === position ? textLiteral(value) : (parts[index] ?? "").trim(),
  );
  return `${formula.slice(0, opening)}${changed.join(",")})${formula.slice(call.end)}`;
}

/** A text as it is written in a formula. @example textLiteral('说"好"') // '"说""好"""' */
export function textLiteral(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function quotedStretches(formula: string): [number, number][] {
  return [...formula.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

function splitArguments(formula: string, opening: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = opening;
  for (let at = opening; at < formula.length; at++) {
    const character = formula.charAt(at);
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "(" || character === "{") depth += 1;
    else if (character === ")" && depth === 0) {
      const last = formula.slice(start, at);
      return { parts: parts.length === 0 && last.trim() === "" ? [] : [...parts, last], end: at + 1 };
    } else if (character === ")" || character === "}") depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(formula.slice(start, at));
      start = at + 1;
    }
  }
  return { parts: [...parts, formula.slice(start)], end: formula.length };
}

function argumentOf(written: string): Argument {
  const text = written.trim();
  if (text === "") return { kind: "value", value: null };
  const literal = /^"((?:[^"]|"")*)"$/.exec(text);
  if (literal) return { kind: "value", value: (literal[1] ?? "").replaceAll('""', '"') };
  if (/^-?\d+(\.\d+)?%?$/.test(text))
    return { kind: "value", value: text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text) };
  const reference = REFERENCE.exec(text);
  if (reference)
    return {
      kind: "reference",
      sheet: reference[1]?.replaceAll("''", "'") ?? reference[2] ?? null,
      address: (reference[3] ?? "").replaceAll("$", ""),
    };
  return { kind: "computed", formula: text };
}
