/** What is wrong with the selected cell, in a sentence, and the buttons that would put it right. */
import type { ErrorCode } from "../core/errors";
import { errorSentence, strings } from "../strings/strings";
import { makeFormula, recalculate, repairCall } from "./cellRepair";
import { button } from "./elements";
import type { Pane } from "./pane";
import { isBusy, type Look } from "./selectionWatch";

export interface Trouble {
  readonly sentence: string;
  readonly remedies: readonly HTMLButtonElement[];
}

// Here the nearest name is most likely what was meant. Among candidates that all fit, none is put forward.
const HAS_LIKELIEST: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "departmentNotFound",
  "indicatorNotFound",
  "propertyUnknown",
]);

/** The trouble with the selected cell, or null where there is none. */
export function troubleOf(look: Look, pane: Pane): Trouble | null {
  const words = strings().pane;
  const { asked, explanation } = look;
  const { cell, call } = asked;
  if (!call) return null;
  if (explanation.is === "refused") {
    const isFirstPutForward = HAS_LIKELIEST.has(explanation.error.code);
    const remedies = explanation.repairs.map((repair, rank) => {
      const kind = isFirstPutForward && rank === 0 ? "primary" : "secondary";
      return button(words.useInstead(repair.name), kind, () => void repairCall(asked, call, repair, pane));
    });
    return { sentence: errorSentence(explanation.error), remedies };
  }
  if (cell.text === cell.formula) {
    const remedy = button(words.makeFormula, "primary", () => void makeFormula(cell, pane));
    return { sentence: words.formattedAsText, remedies: [remedy] };
  }
  if (cell.text === "#SPILL!") return { sentence: words.spillBlocked, remedies: [] };
  if (explanation.is !== "answered" || !cell.text.startsWith("#") || isBusy(cell.text)) return null;
  const isWholeFormula = call.start === 1 && call.end >= cell.formula.length;
  if (!isWholeFormula) return { sentence: words.otherPartWrong(cell.text), remedies: [] };
  const remedy = button(words.recalculate, "primary", () => void recalculate(cell, pane));
  return { sentence: words.shownError(cell.text), remedies: [remedy] };
}
