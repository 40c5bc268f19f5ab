/**
 * What makes a figure no number of anything promised: a date, a rank, a name, a threshold, the size of a thing. Looks at its closest
 * neighbours, and says which of these it is, so that the figure is listed with its reason and never lost.
 */
import { ALLOWANCES } from "./allowanceSigns";
import type { LeftOutReason } from "./drafts";
import { ITEMS_LISTED } from "./itemSigns";
import { NAMES, RANKS_AND_SLOGANS } from "./nameSigns";
import type { Figure } from "./patterns";
import { SCOPES } from "./scopeSigns";
import { SignTable, Surroundings } from "./signs";
import { SIZES } from "./sizeSigns";
import { STANDING } from "./standingSigns";
import { reasonOfSize, THRESHOLDS } from "./thresholdSigns";
import { isCountless, reasonOfTime } from "./timeFigures";
import { RECKONED, TOLD } from "./toldSigns";

/** Where several fit, the first gives the reason: what a figure is called goes before what it tells, and how large it is comes last. */
const SIGNS = new SignTable([
  ...NAMES,
  ...RANKS_AND_SLOGANS,
  ...TOLD,
  ...RECKONED,
  ...STANDING,
  ...ITEMS_LISTED,
  ...SCOPES,
  ...ALLOWANCES,
  ...SIZES,
  ...THRESHOLDS,
]);

/**
 * Why a figure counts nothing that is promised, or null where it may be a promise.
 * @example reasonAgainst("对50户以上自然村", figure, 0, 8) // "threshold"
 */
export function reasonAgainst(
  text: string,
  figure: Figure,
  clauseStart: number,
  clauseEnd: number,
  sentenceStart = clauseStart,
): LeftOutReason | null {
  const seen = new Surroundings(text, figure, clauseStart, clauseEnd, sentenceStart);
  if (figure.unitClass === "time") return reasonOfTime(seen);
  if (figure.unit === "") return isCountless(seen) ? "number" : null;
  return SIGNS.reasonFor(seen) ?? reasonOfSize(seen);
}
