/** The formulas beside a person's own table: which promise a row is of, its actual as it is judged, and the verdicts of all rows at once. */
import { NOTHING_WORDS } from "../core/actual";
import { textLiteral } from "./calls";
import { called } from "./functionNames";
import { Formula, columnName } from "./plan";
import type { OwnUnit } from "./ownSheetMatch";

interface CellRef {
  readonly row: number;
  readonly column: number;
}
const ref = ({ row, column }: CellRef) => `$${columnName(column)}$${row + 1}`;
const inRow = ({ row, column }: CellRef) => `$${columnName(column)}${row + 1}`;

const LONGEST_LITERAL = 200; // a formula takes texts of 255 characters

/**
 * A promise's id for as long as the names stand in their cells that it was found by: where rows were sorted or names changed, a word
 * instead, so that no verdict stands beside another name.
 */
export function keyOf(
  id: string,
  names: readonly { readonly cell: CellRef; readonly text: string; readonly isFixed: boolean }[],
  changed: string,
): Formula {
  const same = names.map(({ cell, text, isFixed }) => {
    const address = isFixed ? ref(cell) : inRow(cell);
    return text.length > LONGEST_LITERAL
      ? `LEFT(TRIM(${address}),${LONGEST_LITERAL})=${textLiteral(text.slice(0, LONGEST_LITERAL))}`
      : `TRIM(${address})=${textLiteral(text)}`;
  });
  const [only = "TRUE", ...more] = same;
  return new Formula(
    `=IF(${more.length === 0 ? only : `AND(${same.join(",")})`},${textLiteral(id)},${textLiteral(changed)})`,
  );
}

/** An actual as it is judged: as it stands, as a percentage, or with the unit that its column says. */
export function actualOf(cell: CellRef, unit: OwnUnit): Formula {
  const typed = inRow(cell);
  const asItIs = `IF(LEN(${typed})=0,"",${typed})`;
  if (unit.as === "bare") return new Formula(`=${asItIs}`);
  if (unit.as === "percent") return new Formula(`=IF(ISNUMBER(${typed}),ROUND(${typed}*100,9)&"%",${asItIs})`);
  const name = textLiteral(unit.unit);
  const nothing = `ISNUMBER(FIND("|"&LOWER(TRIM(${typed}))&"|",${textLiteral(`||-|—|–|${NOTHING_WORDS.join("|")}|`)}))`;
  const before = (bracket: string, otherwise: string) =>
    `IF(ISNUMBER(FIND(${textLiteral(bracket)},${typed})),SUBSTITUTE(${typed},${textLiteral(bracket)},${textLiteral(unit.unit + bracket)},1),${otherwise})`;
  const text = before("（", before("(", `${typed}&${name}`));
  const own = `ISNUMBER(FIND(${textLiteral(unit.unit.slice(-1))},${typed}))`;
  return new Formula(
    `=IF(ISNUMBER(${typed}),${typed}&${name},IF(LEN(${typed})=0,"",IF(OR(${nothing},${own}),${typed},${text})))`,
  );
}

/** The verdicts of some rows, in five columns: one call for all of them. */
export function verdictsOf(keys: string, actuals: string, asOf: string): Formula {
  return new Formula(`=${called("TARGET.CHECK")}(${keys},${keys},${actuals},${asOf})`);
}

/** Cells below each other as a formula names them. @example downwards(10, 4, 9) // "$K$5:$K$9" */
export const downwards = (column: number, from: number, to: number): string =>
  `$${columnName(column)}$${from + 1}:$${columnName(column)}$${to}`;

export const fixedCell = ref;
