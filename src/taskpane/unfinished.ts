/** A change that was left half done: it is told, and can be taken back. */
import { restoreUnfinished, unfinishedChange } from "../excel/change";
import { strings } from "../strings/strings";
import { backupSentence } from "./excelRun";
import type { Pane } from "./pane";

/** Offers to take back what was left half done, as on opening a workbook that holds such. */
export async function lookForUnfinished(pane: Pane): Promise<void> {
  const outcome = await pane.run(unfinishedChange);
  if (outcome.done && outcome.answer) offerRestoring(pane, backupSentence(outcome.answer, true));
}

export function offerRestoring(pane: Pane, sentence: string): void {
  pane.ask(sentence, [{ label: strings().pane.restore, chosen: () => void restore(pane) }]);
}

async function restore(pane: Pane): Promise<void> {
  const words = strings().pane;
  const outcome = await pane.run(restoreUnfinished);
  if (!outcome.done) return;
  const sheets = [...new Set(outcome.answer.map(({ sheet }) => sheet))];
  pane.say("success", sheets.length > 0 ? words.restored(sheets) : words.nothingToRestore);
}
