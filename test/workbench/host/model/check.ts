/** Checks of what an add-in hands over. Excel refuses the same with InvalidArgument. */
import { invalid } from "../errors";

export function text(value: unknown, what: string): string {
  if (typeof value !== "string") throw invalid(`${what} must be text, not ${JSON.stringify(value)}`);
  return value;
}

export function flag(value: unknown, what: string): boolean {
  if (typeof value !== "boolean") throw invalid(`${what} must be true or false, not ${JSON.stringify(value)}`);
  return value;
}

export function number(value: unknown, what: string, least = -Infinity, most = Infinity): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < least || value > most)
    throw invalid(
      `${what} must be a number${least > -Infinity ? ` from ${least}` : ""}${most < Infinity ? ` to ${most}` : ""}, not ${JSON.stringify(value)}`,
    );
  return value;
}

export function integer(value: unknown, what: string, least = -Infinity, most = Infinity): number {
  const checked = number(value, what, least, most);
  if (!Number.isInteger(checked)) throw invalid(`${what} must be a whole number, not ${checked}`);
  return checked;
}

export function word<Word extends string>(value: unknown, words: readonly Word[], what: string): Word {
  if (!words.includes(value as Word))
    throw invalid(`${what} must be one of ${words.join(", ")}, not ${JSON.stringify(value)}`);
  return value as Word;
}

/** A plain object with none but these keys. */
export function record(value: unknown, keys: readonly string[], what: string): Record<string, unknown> {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw invalid(`${what} must be an object, not ${JSON.stringify(value)}`);
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  if (unknown.length) throw invalid(`${what} has no ${unknown.join(", ")}; it has ${keys.join(", ")}`);
  return value as Record<string, unknown>;
}

const NAMED: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  maroon: "#800000",
  olive: "#808000",
  lime: "#00FF00",
  aqua: "#00FFFF",
  cyan: "#00FFFF",
  teal: "#008080",
  navy: "#000080",
  fuchsia: "#FF00FF",
  magenta: "#FF00FF",
  pink: "#FFC0CB",
  brown: "#A52A2A",
  gold: "#FFD700",
  tomato: "#FF6347",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  darkgray: "#A9A9A9",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
  lightyellow: "#FFFFE0",
  darkred: "#8B0000",
  darkgreen: "#006400",
  darkblue: "#00008B",
  whitesmoke: "#F5F5F5",
  crimson: "#DC143C",
  salmon: "#FA8072",
  coral: "#FF7F50",
  indigo: "#4B0082",
  violet: "#EE82EE",
};

/** "#RRGGBB" of a colour written as "#rrggbb" or by an HTML name. */
export function colour(value: unknown, what: string): string {
  const written = text(value, what);
  if (/^#[0-9a-f]{6}$/i.test(written)) return written.toUpperCase();
  const named = NAMED[written.toLowerCase()];
  if (!named) throw invalid(`${what}: “${written}” is no colour; write #RRGGBB or an HTML colour name`);
  return named;
}

const FORBIDDEN_IN_SHEET_NAMES = /[\\/?*[\]:]/;

/** A sheet's name as Excel allows it. */
export function sheetName(value: unknown): string {
  const name = text(value, "the sheet's name");
  const isBad =
    name === "" ||
    name.length > 31 ||
    FORBIDDEN_IN_SHEET_NAMES.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    /^history$/i.test(name);
  if (isBad) throw invalid(`“${name}” cannot name a sheet`);
  return name;
}

/** Every cell the same: the one value; otherwise what Excel answers for a mixture. */
export function common<Value>(values: readonly (readonly Value[])[], mixed: Value): Value {
  const first = values[0]?.[0];
  return first !== undefined && values.every((row) => row.every((value) => value === first)) ? first : mixed;
}
