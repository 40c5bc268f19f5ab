/** Sheets made aside and put in place when they are whole: free names, and taking a begun sheet away again. */
import type { SheetPlan } from "../sheets/plan";
import { applyPlan } from "./applyPlan";

/** @example firstFreeName("台账", ["台账", "台账2"]) // "台账3" */
export function firstFreeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  if (!names.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (names.has(`${wanted}${number}`.toLowerCase())) number += 1;
  return `${wanted}${number}`;
}

/**
 * Makes the sheet of a plan under the name `aside`; where one stands in its place, that one is deleted and its name taken once the new
 * one is whole. Should Excel fail in the middle, the begun sheet is taken away again.
 */
export async function placeSheet(
  context: Excel.RequestContext,
  plan: SheetPlan,
  aside: string,
  standing: Excel.Worksheet | null,
): Promise<void> {
  const sheet = context.workbook.worksheets.add(aside);
  try {
    await applyPlan(context, sheet, plan);
    if (standing) {
      standing.delete();
      sheet.name = plan.name;
    }
    sheet.activate();
    sheet.getRangeByIndexes(plan.start.row, plan.start.column, 1, 1).select();
    await context.sync();
  } catch (error) {
    await removeSheet(context, aside);
    throw error;
  }
}

/** Takes a sheet that was begun out of the workbook again; what the failed request did not reach may not be there. */
export async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const begun = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (begun.isNullObject) return;
  begun.delete();
  await context.sync();
}
