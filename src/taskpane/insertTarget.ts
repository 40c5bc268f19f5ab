/** Putting a commitment's formula into the selected cell; asks first where somebody's work stands in it. */
import type { Evidence } from "../core/evidence";
import { insertFormula, writeFormula } from "../excel/selection";
import { typedTarget } from "../sheets/formulas";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";

export async function insertTarget({ department, indicator }: Evidence, pane: Pane): Promise<void> {
  const words = strings().pane;
  const formula = typedTarget(department, indicator);
  const inserted = (address: string) => {
    pane.say("success", words.inserted(address), "untilSelection");
    pane.lookAgain();
  };
  const first = await pane.run((context) => insertFormula(context, formula, false));
  if (!first.done) return;
  const { before, written } = first.answer;
  if (written) {
    inserted(before.address);
    return;
  }
  // Written into the cell that was asked about, wherever the selection is by then.
  const replace = async () => {
    const second = await pane.run(async (context) => {
      writeFormula(context, before, formula);
      await context.sync();
    });
    if (second.done) inserted(before.address);
  };
  const present = before.text === "" ? before.formula : before.text;
  const answer = { label: words.replace, chosen: () => void replace() };
  pane.ask(words.insertAsk(before.address, present), [answer], "untilSelection");
}
