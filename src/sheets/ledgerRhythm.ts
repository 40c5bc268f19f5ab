/** Which periods of a ledger a row is reported in, and until when it is judged where that is not every one. */
import type { CatalogIndex } from "../core/catalog";
import { closedBy, monthsBetween } from "../core/rhythms";
import type { Commitment, Day } from "../core/types";
import { isByMonth, periodsOf, type Entry, type EntryPeriod } from "./ledgerColumns";

const MONTHS_IN_QUARTER = 3;

/** The periods of one row. */
interface RowPeriods {
  /** Those in which it is reported. */
  readonly open: readonly EntryPeriod[];
  /** Those outside its rhythm: nothing is typed there, and nothing read. */
  readonly closed: readonly EntryPeriod[];
  /** Months between its reports, where those are fewer than the ledger's periods; null where it is reported in every one. */
  readonly step: number | null;
}

/** The periods of a row by the rhythm of its promise. */
export function rowPeriods(index: CatalogIndex, commitment: Commitment, entry: Entry): RowPeriods {
  const all = periodsOf(entry);
  const between = monthsBetween(index, commitment);
  const isOpen = ({ month }: EntryPeriod) => month % between === 0;
  const isEvery = between <= (isByMonth(entry) ? 1 : MONTHS_IN_QUARTER);
  if (isEvery) return { open: all, closed: [], step: null };
  return { open: all.filter(isOpen), closed: all.filter((period) => !isOpen(period)), step: between };
}

/**
 * The day at which a ledger judges a row: 截至期, or the end of the last period closed by then where its rhythm is rarer than the ledger's.
 * @returns null where in the ledger's year nothing of the row is due yet
 */
export function judgedAt(index: CatalogIndex, commitment: Commitment, entry: Entry, asOf: Day): Day | null {
  const { year } = index.catalog;
  const { step } = rowPeriods(index, commitment, entry);
  if (step !== null) return closedBy(step, asOf, year);
  // January is reported with February.
  return isByMonth(entry) && asOf.startsWith(`${year}-01`) ? null : asOf;
}
