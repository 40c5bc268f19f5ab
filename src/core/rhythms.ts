/** How often a promise is reported, and until when its figures are judged where a report comes more seldom than the ledger is filled. */
import type { CatalogIndex } from "./catalog";
import { completedMonths, day as dayOf, daysIn, monthsBefore } from "./periods";
import type { Commitment, Day, Rhythm } from "./types";

const MONTHS: Readonly<Record<Rhythm, number>> = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 };
const MONTHS_IN_YEAR = 12;

/**
 * Months between two reports of a promise. A total without a rhythm of its own is reported as seldom as the rarest of its parts.
 * @example monthsBetween(index, 每半年报送的事项) // 6
 */
export function monthsBetween(index: CatalogIndex, commitment: Commitment): number {
  const { rhythm, sumOf } = commitment;
  if (rhythm !== undefined) return MONTHS[rhythm];
  if (!sumOf) return MONTHS.monthly;
  return Math.max(MONTHS.monthly, ...index.partsOf(commitment).map((part) => monthsBetween(index, part)));
}

/**
 * The day at which figures are judged that come every so many months, in the ledger of a year: the end of the last period closed by then.
 * Before the year and after it a ledger has no further period, and the day itself counts.
 * @returns null within the year before the first period closes
 * @example closedBy(3, "2024-04-30", 2024) // "2024-03-31"
 */
export function closedBy(months: number, day: Day, year: number): Day | null {
  const begin = dayOf(year, 1, 1);
  if (day < begin) return day;
  const passed = completedMonths(day) - monthsBefore(begin);
  if (passed >= MONTHS_IN_YEAR) return day;
  const month = Math.floor(passed / months) * months;
  return month === 0 ? null : dayOf(year, month, daysIn(year, month));
}
