/** Writes what a check found as a sheet of its own, beside whatever stands there. */
import { ISSUES_NAME, issueSheet, type Issue } from "../sheets/issueSheet";
import { firstFreeName, placeSheet } from "./asideSheet";
import { lookForUnfinished } from "./backup";
import { inTurn } from "./writingQueue";

/** Two requests to look, two to make it. @returns the sheet's name: 问题清单, or the first free one after it */
export function makeIssueList(
  context: Excel.RequestContext,
  issues: readonly Issue[],
  now: Date,
): Promise<{ readonly name: string }> {
  return inTurn(["issues", String(issues.length)], async () => {
    const unfinished = lookForUnfinished(context);
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    await context.sync();
    await unfinished.mustBeNone();
    const name = firstFreeName(
      ISSUES_NAME,
      sheets.items.map((sheet) => sheet.name),
    );
    await placeSheet(context, "issues", issueSheet(issues, name, now), null);
    return { name };
  });
}
