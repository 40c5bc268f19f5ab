/** TARGET.YOY: growth worked out from two levels (RULES: Last year, levels and growth). */
import { quantityGiven } from "./actual";
import { isBlank, periodGiven, type Given } from "./asked";
import type { CatalogIndex } from "./catalog";
import { wordingOf } from "./figures";
import { CatalogError } from "./errors";
import { growthRate, pastFigures, rateFromLevel } from "./history";
import type { Commitment } from "./types";
import { amountIn, isRateUnit } from "./units";

/**
 * The growth against the same period of the year before, in percent, by prices as they are (按现价倒算).
 * @param level this period's level, cumulative from the start of its year; a bare number is in the indicator's own unit
 * @param asOf the period it counts to; not needed beside `lastLevel`
 * @param lastLevel last year's; blank: the catalog's
 * @param year of a period without one, where a year was named
 * @throws CatalogError actualMissing, asOfMissing, lastYearMissing, noGrowthOf (a base of zero or below), unitMismatch, and why an
 *   argument cannot be read
 */
export function yearOnYearAnswer(
  index: CatalogIndex,
  commitment: Commitment,
  level: Given,
  asOf: Given,
  lastLevel: Given,
  year: number | null = null,
): number {
  const { indicator } = commitment;
  const unit = levelUnitOf(index, commitment);
  const now = quantityGiven(level);
  if (now === null) throw new CatalogError("actualMissing", { indicator });
  if (!isBlank(lastLevel)) {
    const last = quantityGiven(lastLevel);
    if (last === null) throw new CatalogError("lastYearMissing", { indicator, period: null, instead: "lastLevel" });
    const common = unit ?? now.unit ?? last.unit;
    const inCommon = (quantity: typeof now) => (common === null ? quantity.amount : amountIn(quantity, common));
    return growthRate(inCommon(now), inCommon(last), common ?? "");
  }
  if (isBlank(asOf)) throw new CatalogError("asOfMissing", { indicator });
  const { to } = periodGiven(asOf, year ?? index.catalog.year);
  if (unit === null) throw new CatalogError("lastYearMissing", { indicator, period: to, instead: "lastLevel" });
  return rateFromLevel(commitment, amountIn(now, unit), unit, to, "lastLevel").rate;
}

/** The unit of an indicator's levels: of a growth row that of its earlier levels; null where none is known. */
function levelUnitOf(index: CatalogIndex, commitment: Commitment): string | null {
  const { unit } = wordingOf(index, commitment);
  if (commitment.kind !== "growth" && unit !== null) return unit;
  return pastFigures(commitment).find((figure) => !isRateUnit(figure.unit))?.unit ?? null;
}
