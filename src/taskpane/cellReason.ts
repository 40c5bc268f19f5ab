/** Why a cell that calls our functions is in error, in words. */
import type { OurCell } from "../excel/inspect";
import { session } from "../excel/session";
import { firstCall } from "../sheets/calls";
import { errorSentence } from "../strings/strings";
import { explain } from "./cellExplanation";

/** null where what it asks with is computed inside the formula, so that only Excel knows it. */
export function reasonOfCell({ formula, arguments: given }: Pick<OurCell, "formula" | "arguments">): string | null {
  if (session.refusal) return errorSentence(session.refusal);
  const explanation = explain(session.shelf, session.measuring, firstCall(formula), given, session.noVerdict);
  return explanation.is === "refused" ? errorSentence(explanation.error) : null;
}
