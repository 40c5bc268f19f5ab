/** What the arguments of calls are at present, and which promises the calls in a workbook name: from the cells that were read. */
import { CatalogError } from "../core/errors";
import { callsIn, rangeNamed, type Argument } from "./calls";
import { isErrorValue } from "./errorValues";
import { addressOf, cell } from "./plan";
import { formulaAt, shownAt, type SheetCells } from "./standingLedger";

/** A cell in which a promise is asked for, and the names that ask. */
export interface AskingCell {
  readonly sheet: string;
  readonly address: string;
  readonly department: string;
  readonly indicator: string;
}

/** Every promise that calls of ours name: each call in a formula, and each row of TARGET.CHECK. TARGET.LIST names none. */
export function* askingCells(sheets: readonly SheetCells[]): Generator<AskingCell> {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  for (const sheet of sheets)
    for (let row = sheet.row; row < sheet.row + sheet.values.length; row++)
      for (let column = sheet.column; column < sheet.column + (sheet.values[row - sheet.row]?.length ?? 0); column++) {
        const formula = formulaAt(sheet, row, column);
        if (formula === null) continue;
        for (const call of callsIn(formula)) {
          if (call.name === "TARGET.LIST") continue;
          const [departments, indicators] = call.arguments
            .slice(0, 2)
            .map((argument) => valueOfArgument(argument, sheet, byName))
            .map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
          const rows = Math.max(departments?.length ?? 0, indicators?.length ?? 1);
          for (let at = 0; at < rows; at++) {
            const names = [departments, indicators].map((all = []) => textIn(all[all.length === 1 ? 0 : at]));
            const [department = "", indicator = ""] = names;
            if (department === "" && indicator === "") continue;
            yield { sheet: sheet.name, address: addressOf(cell(row + at, column)), department, indicator };
          }
        }
      }
}

const textIn = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** The value an argument has now: null for a blank, a list for a block of cells, undefined for what only Excel can work out. */
export function valueOfArgument(argument: Argument, own: SheetCells, byName: ReadonlyMap<string, SheetCells>): unknown {
  if (argument.kind === "value") return argument.value;
  const named = rangeNamed(
    argument.kind === "reference" ? `${argument.address}:${argument.address}` : argument.formula,
  );
  const sheetName = argument.kind === "reference" ? argument.sheet : named?.sheet;
  const sheet = byName.get((sheetName ?? own.name).toLowerCase());
  if (!named || !sheet) return undefined;
  const { columns } = named;
  const [first, last] = named.rows ?? [1, sheet.row + sheet.values.length];
  const bottom = Math.min(last, Math.max(first, sheet.row + sheet.values.length)); // below the last used cell all is blank
  const cells: unknown[] = [];
  for (let row = first; row <= bottom; row++)
    for (let column = columns[0]; column <= columns[1]; column++) cells.push(given(sheet, row - 1, column - 1));
  if (argument.kind === "reference") return cells[0];
  const blanks = last - bottom > MOST_BLANKS ? 0 : last - bottom; // columns side by side have to be of one length
  return [...cells, ...Array.from({ length: named.rows ? blanks : 0 }, () => null)];
}

const MOST_BLANKS = 20_000; // below the last used cell; what is longer means whole columns

function given(sheet: SheetCells, row: number, column: number): unknown {
  const { value } = shownAt(sheet, row, column);
  if (value === "") return null;
  return isErrorValue(value) ? new CatalogError("errorGiven", { given: String(value) }) : value;
}
