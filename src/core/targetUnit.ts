/** The unit a target is written in. */
import type { Commitment } from "./types";

/** The unit of a target's own figure: 全覆盖 is in percent; null where there is no target, as of a total. */
export function unitOfTarget(target: Commitment["target"]): string | null {
  return !target ? null : "coverage" in target ? "%" : target.unit;
}
