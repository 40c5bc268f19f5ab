/** Cells that commands and their taking back look at and write alike: what speaks of a sheet, and what a column holds. */
import { columnName } from "../sheets/plan";
import type { ReplacedSheet } from "./backup";

/** Writes formulas and names that speak of a sheet, as they read. */
export function writeReferences(
  context: Excel.RequestContext,
  { cells, names }: Pick<ReplacedSheet, "cells" | "names">,
  standing: ReadonlySet<string>,
): void {
  const { worksheets } = context.workbook;
  for (const { sheet, row, column, formula } of cells)
    if (standing.has(sheet)) worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
  for (const { sheet, name, formula } of names) {
    const owner =
      sheet === null ? context.workbook.names : standing.has(sheet) ? worksheets.getItem(sheet).names : null;
    if (owner) owner.getItem(name).formula = formula;
  }
}

/** The used cells of a column, in the request that comes next. */
export function usedOfColumn(context: Excel.RequestContext, sheet: string, column: number): Excel.Range {
  const name = columnName(column);
  const used = context.workbook.worksheets.getItem(sheet).getRange(`${name}:${name}`).getUsedRangeOrNullObject(true);
  used.load("rowIndex,formulas,values");
  return used;
}
