/** What the pane says where a command found no ledger, or asks where it found several. */
import type { NoLedger } from "../excel/findLedger";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";

/** @param chosen called with the sheet of the ledger that was meant */
export function askWhichLedger(pane: Pane, answer: NoLedger, chosen: (sheet: string) => void): void {
  const words = strings().pane;
  if ("noLedger" in answer) pane.say("warning", words.noLedger);
  else
    pane.ask(
      words.whichLedger,
      answer.several.map((name) => ({ label: name, chosen: () => chosen(name) })),
    );
}

/** Whether a command did not find the ledger it was about. */
export function isNoLedger(answer: object): answer is NoLedger {
  return "noLedger" in answer || "several" in answer;
}
