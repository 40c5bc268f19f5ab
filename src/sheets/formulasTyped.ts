/** The formulas the pane puts into a cell for one commitment. */
import { textLiteral } from "./calls";
import { asTyped } from "./plan";
import { called } from "./functionNames";

/** What can be asked of a commitment in a cell; with an actual, as of a period, or neither. */
export const ASKED = ["TARGET", "PACE", "GAP", "RATE", "STATUS", "WHY", "TOGO"] as const;
export type AskedOf = (typeof ASKED)[number];

/** Which of them need the period, and which the actual too. */
export const needsAsOf = (asked: AskedOf): boolean => asked !== "TARGET";
export const needsActual = (asked: AskedOf): boolean => asked !== "TARGET" && asked !== "PACE";

/** Where actual and 截至期 come from: a cell's reference, or what was typed; null where nothing was given. */
interface TypedArguments {
  readonly actual: string | null;
  readonly asOf: string | null;
}

/**
 * One formula. @example typedCall("STATUS", "市教育局", "新增学位", { actual: "C5", asOf: "2024Q2" })
 * // '=TARGET.STATUS("市教育局","新增学位",C5,"2024Q2")'
 */
export function typedCall(asked: AskedOf, department: string, indicator: string, given: TypedArguments): string {
  const names = [textLiteral(department), textLiteral(indicator)];
  const asOf = given.asOf === null ? "" : written(given.asOf);
  const actual = given.actual === null ? "" : written(given.actual);
  const rest = asked === "TARGET" ? [] : asked === "PACE" ? [asOf] : [actual, asOf];
  while (rest.at(-1) === "" && rest.length > 1) rest.pop();
  return `=${called(asked === "TARGET" ? asked : `TARGET.${asked}`)}(${[...names, ...rest].join(",")})`;
}

/**
 * A row that names a commitment in front of what is asked of it. Names come out of catalogs, which anybody may have written: they stay
 * texts in cells, whatever they look like.
 * @param content what `typedCall` spelled, or what that gave
 */
export function typedRow(
  names: readonly string[],
  content: { readonly calls: readonly string[] } | { readonly values: readonly (string | number)[] },
): (string | number)[] {
  return [...names.map(asTyped), ...("calls" in content ? content.calls : content.values.map(asTyped))];
}

/** A cell's reference, with its sheet or without. */
export const isReference = (given: string): boolean =>
  /^(?:(?:'(?:[^']|'')+'|[^\s!'"(),:+*/&<>=^-]+)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/i.test(given);

/** A reference and a number as they are, anything else as a text. */
function written(given: string): string {
  return isReference(given) || /^-?\d+(\.\d+)?$/.test(given) ? given : textLiteral(given);
}
