/** What is wrong with the selected cell, in a sentence, and the buttons that would put it right. */
import type { TemplateResult } from "lit";
import type { ErrorCode } from "../core/errors";
import { isBusyText, isErrorValue, isSpillError } from "../sheets/errorValues";
import { errorSentence, strings } from "../strings/strings";
import { makeFormula, mendFormula, recalculate, repairCall } from "./cellRepair";
import type { Pane } from "./pane";
import { button, type ButtonLook } from "./parts";
import type { Look } from "./selectionWatch";

/** What would put it right, in a word, and the doing of it. */
export interface Remedy {
  readonly label: string;
  readonly look: ButtonLook;
  readonly apply: () => Promise<void>;
}

export interface Trouble {
  readonly sentence: string;
  readonly remedies: readonly Remedy[];
}

export const remedyButtons = ({ remedies }: Trouble): TemplateResult[] =>
  remedies.map(({ label, look, apply }) => button(label, look, () => void apply()));

// Here the nearest name is most likely what was meant. Among candidates that all fit, none is put forward.
const HAS_LIKELIEST: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "departmentNotFound",
  "indicatorNotFound",
  "propertyUnknown",
]);

/** The trouble with the selected cell, or null where there is none. */
export function troubleOf(look: Look, pane: Pane): Trouble | null {
  const words = strings().pane;
  const { asked, explanation, broken } = look;
  const { cell, call } = asked;
  if (broken) {
    const { mended } = broken;
    const remedy = {
      label: words.mendTo(mended),
      look: "primary",
      apply: () => mendFormula(cell, mended, pane),
    } as const;
    return { sentence: words.brokenCall(broken.troubles), remedies: [remedy] };
  }
  if (!call) return null;
  if (explanation.is === "refused") {
    const isFirstPutForward = HAS_LIKELIEST.has(explanation.error.code);
    const remedies = explanation.repairs.map((repair, rank): Remedy => {
      const look = isFirstPutForward && rank === 0 ? "primary" : "secondary";
      return { label: words.useInstead(repair.name), look, apply: () => repairCall(asked, call, repair, pane) };
    });
    return { sentence: errorSentence(explanation.error), remedies };
  }
  if (cell.text === cell.formula) {
    const remedy = { label: words.makeFormula, look: "primary", apply: () => makeFormula(cell, pane) } as const;
    return { sentence: words.formattedAsText, remedies: [remedy] };
  }
  if (isSpillError(cell.value)) return { sentence: words.spillBlocked, remedies: [] };
  if (explanation.is !== "answered" || !isErrorValue(cell.value) || isBusyText(cell.text)) return null;
  const isWholeFormula = call.start === 1 && call.end >= cell.formula.length;
  if (!isWholeFormula) return { sentence: words.otherPartWrong(cell.text), remedies: [] };
  const remedy = { label: words.recalculate, look: "primary", apply: () => recalculate(cell, pane) } as const;
  return { sentence: words.shownError(cell.text), remedies: [remedy] };
}
