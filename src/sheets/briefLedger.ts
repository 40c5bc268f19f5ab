/**
 * The short view of a ledger (简表): what stands between the periods and the verdict is hidden, so that both are in sight beside the pane on
 * a screen of 1400 pixels. The order of columns stays the one that statisticians know; nothing is taken out, and one press shows all of it.
 */
import { isPeriodColumn, periodColumns, type LedgerColumn } from "./ledgerColumns";
import { settingOf, type StandingLedger } from "./standingLedger";

/** Between the first period and the verdict only the hint stays: it says what is wrong with what was typed. */
const LEFT_OUT: ReadonlySet<LedgerColumn> = new Set(["baseline", "latest", "attainment", "share", "gap"]);
const MOST_PERIODS = 4;

/** The columns of a ledger that its short view hides, from 0: of its periods all but four, that of 截至期 the last of them. */
export function leftOutOf(ledger: StandingLedger): number[] {
  const periods = periodColumns(ledger.entry);
  const current = Number(settingOf(ledger, "asOfPeriod")?.value ?? 0) || 0;
  const last = Math.min(periods.length, Math.max(MOST_PERIODS, current));
  const kept = new Set(periods.slice(last - MOST_PERIODS, last));
  return (Object.entries(ledger.at) as [LedgerColumn, number][])
    .filter(([column]) => (isPeriodColumn(column) ? !kept.has(column) : LEFT_OUT.has(column)))
    .map(([, place]) => place)
    .sort((one, other) => one - other);
}

/** Every column that some short view of a ledger hides: what the whole ledger shows again. */
export function hiddenByBrief({ at }: StandingLedger): number[] {
  return (Object.entries(at) as [LedgerColumn, number][])
    .filter(([column]) => isPeriodColumn(column) || LEFT_OUT.has(column))
    .map(([, place]) => place);
}
