/** What speaks of a sheet from other sheets: it is to speak of the sheet that takes its place. */
import { contentAsTyped } from "./contentAsTyped";
import type { KeptProtection, ReferringCell, ReplacedSheet } from "./backup";
import { givenOptions } from "./protection";
import { measure, readMeasured } from "./readSheets";

export interface References extends Pick<ReplacedSheet, "cells" | "names"> {
  /** Protected sheets among those that hold the cells. */
  readonly protections: readonly KeptProtection[];
}

/** Formulas and names that speak of a sheet. Two requests, and one more for every further thirty thousand cells. */
export async function referencesTo(
  context: Excel.RequestContext,
  { id, name }: { id: string; name: string },
): Promise<References> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name,items/formula");
  await context.sync();
  const others = worksheets.items.filter((sheet) => sheet.id !== id);
  for (const sheet of others) {
    sheet.protection.load("options");
    sheet.names.load("items/name,items/formula");
  }
  const measured = others.map((sheet) => measure(sheet, sheet.name));
  await context.sync();
  const read = await readMeasured(context, measured);
  const speaks = speaksOf(name);
  const cells = others.flatMap((sheet, index): ReferringCell[] => {
    const { row, column, formulas, values } = read[index] ?? { row: 0, column: 0, formulas: [], values: [] };
    return formulas.flatMap((line, i) =>
      line.flatMap((formula, j) => {
        const typed = contentAsTyped(formula, values[i]?.[j] ?? "");
        const isOurs = typeof typed === "string" && typed.startsWith("=") && speaks(typed);
        return isOurs ? [{ sheet: sheet.id, row: row + i, column: column + j, formula: typed }] : [];
      }),
    );
  });
  const named = (items: readonly Excel.NamedItem[], sheet: string | null) =>
    items.flatMap((item) => {
      const formula = String(item.formula);
      return speaks(formula) ? [{ sheet, name: item.name, formula }] : [];
    });
  const holders = new Set(cells.map(({ sheet }) => sheet));
  return {
    cells,
    names: [...named(names.items, null), ...others.flatMap((sheet) => named(sheet.names.items, sheet.id))],
    protections: others.flatMap(({ id: sheet, protection }) =>
      protection.protected && holders.has(sheet) ? [{ sheet, options: givenOptions(protection.options) }] : [],
    ),
  };
}

/** Whether a formula names a sheet, with quotes or without; texts within the formula count too, which does no harm. */
function speaksOf(name: string): (formula: string) => boolean {
  const quoted = `'${name.replaceAll("'", "''")}'!`.toLowerCase();
  const plain = `${name}!`.toLowerCase();
  return (formula) => {
    const text = formula.toLowerCase();
    if (text.includes(quoted)) return true;
    for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1))
      if (at === 0 || !/[\p{L}\p{N}_.'~]/u.test(text.charAt(at - 1))) return true;
    return false;
  };
}
