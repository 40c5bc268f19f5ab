/** A workbook as it is opened: what it carries for us comes in force, or nothing answers. */
import { CatalogError } from "../core/errors";
import { useWorkbookCatalog, type CatalogFound, type Found } from "./catalogSource";
import { runInExcel } from "./run";
import { session } from "./session";
import { useWorkbookSettings } from "./workbookSettings";

export interface OpenedWorkbook extends Omit<CatalogFound, "found"> {
  readonly found: Found | "unread";
}

const ATTEMPTS = 2;

/**
 * Puts what a workbook carries in force, as on opening it: its settings and its catalog. Where Excel does not let it be read, nothing
 * answers until it does or a person has chosen: the workbook may have a catalog of its own, and another's figures would look right.
 */
export async function openWorkbook(): Promise<OpenedWorkbook> {
  let refused: unknown = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++)
    try {
      return await runInExcel(async (context) => {
        const { rules, hasJudged } = session;
        await useWorkbookSettings(context);
        return useWorkbookCatalog(context, hasJudged && session.rules !== rules);
      });
    } catch (error) {
      refused = error;
    }
  const { code, message } = refused as { code?: unknown; message?: unknown };
  session.refuse(new CatalogError("workbookUnread", { reason: String(code ?? message) }));
  return { found: "unread", cells: null };
}
