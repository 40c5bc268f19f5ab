/** Pinning what a sheet was made with: it answers next year as it did when it was made. */
import { hasUnpinned, pinUsed } from "../excel/catalogSource";
import { runInExcel } from "../excel/run";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";

/** Keeps the catalogs in use in the workbook, quietly; that they could not be kept is said: the sheet itself stands. */
export async function pinQuietly(pane: Pane): Promise<void> {
  if (!hasUnpinned()) return;
  try {
    await runInExcel(pinUsed);
  } catch {
    pane.say("warning", strings().catalogs.notPinnedYet);
  }
}
