/** What a function of ours would give for a commitment now, for a cell that is to keep it as a value. */
import {
  gapAnswer,
  paceAnswer,
  rateAnswer,
  reasonAnswer,
  runRateAnswer,
  statusAnswer,
  targetAnswer,
} from "../core/answers";
import type { Entered } from "../core/asked";
import { CatalogError } from "../core/errors";
import type { Commitment } from "../core/types";
import { session } from "../excel/session";
import type { AskedOf } from "../sheets/formulasTyped";
import { reasonText } from "../strings/reason";
import { zhCells } from "../strings/zhCells";

/** @returns the refusal, where there is one, as a value */
export function askedValue(asked: AskedOf, commitment: Commitment, entered: Entered): string | number | CatalogError {
  try {
    return answerOf(asked, commitment, entered);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}

function answerOf(asked: AskedOf, commitment: Commitment, entered: Entered): string | number {
  const { answering, measuring } = session;
  const index = answering.indexOf(commitment);
  switch (asked) {
    case "TARGET":
      return targetAnswer(index, commitment.id, "", null, null, null);
    case "PACE":
      return paceAnswer(index, measuring, commitment, entered.asOf, null);
    case "GAP":
      return gapAnswer(index, measuring, commitment, entered, null);
    case "RATE":
      return rateAnswer(index, measuring, commitment, entered);
    case "STATUS":
      return zhCells.status[statusAnswer(index, session.judging, commitment, entered)];
    case "WHY":
      return reasonText(reasonAnswer(index, session.judging, commitment, entered, answering.own.catalog.year));
    case "TOGO":
      return runRateAnswer(index, commitment, entered, null);
  }
}
