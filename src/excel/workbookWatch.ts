/** Tells which sheets were typed into, so that only these need be read again. */

/** What happened: sheets that were changed, by their ids, or that some came or went. */
export type WorkbookChange = { readonly changed: string } | "sheets";

/** Calls back at every change, for as long as the pane is there. One request. */
export async function followWorkbook(
  context: Excel.RequestContext,
  told: (change: WorkbookChange) => void,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.onChanged.add((event) => {
    told({ changed: event.worksheetId });
    return Promise.resolve();
  });
  const sheets = () => {
    told("sheets");
    return Promise.resolve();
  };
  worksheets.onAdded.add(sheets);
  worksheets.onDeleted.add(sheets);
  await context.sync();
}
