/** The names of a clause's figures, from one another and from those before: lists, second counts, goals, and what was said of them last. */
import type { Candidate, Subject } from "./candidates";
import { withGoals } from "./goalNames";
import { distributeNames, namedByUnit } from "./listNames";
import { joinBaselines, shareComparators, shareThingsBehind, withPurposes, type WithBaseline } from "./lists";
import { withMeasures } from "./secondCounts";
import { namedByOrder } from "./sharedNames";
import { withHeads } from "./siblingNames";

/** @param before the figures of the sentence so far */
export function withNames(
  candidates: readonly Candidate[],
  before: readonly Candidate[],
  beside: { subject(): Subject },
): readonly WithBaseline[] {
  const listed = distributeNames(withPurposes(shareThingsBehind(shareComparators(candidates))), before);
  const headed = withMeasures(withHeads(namedByUnit(listed, before), before), before);
  return namedByOrder(joinBaselines(withGoals(headed, before, () => beside.subject())));
}
