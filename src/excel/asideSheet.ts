/** Sheets made aside and put in place when they are whole: free names, and taking a begun sheet away again. */

/** @example firstFreeName("台账", ["台账", "台账2"]) // "台账3" */
export function firstFreeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  if (!names.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (names.has(`${wanted}${number}`.toLowerCase())) number += 1;
  return `${wanted}${number}`;
}

/** Takes a sheet that was begun out of the workbook again; what the failed request did not reach may not be there. */
export async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const begun = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (begun.isNullObject) return;
  begun.delete();
  await context.sync();
}
