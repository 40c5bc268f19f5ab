/** What a workbook says to people who have not got this add-in. */

/** Asks Office not to ask them whether they trust it: a setting of the document that Office on Windows and Mac heeds. Left to the caller's sync. */
export function askForNoTrust(context: Excel.RequestContext): void {
  context.workbook.settings.add("Office.DisableTrustUX", true);
}
