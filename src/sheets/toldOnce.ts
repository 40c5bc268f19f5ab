/**
 * A promise that stands on several sheets is told once (ours): where one of them has its figure at 截至期, that verdict counts, and a row
 * without a figure says where it is. Figures of other dates say nothing of this one.
 */
import { CatalogError } from "../core/errors";
import { parsePeriod } from "../core/periods";
import type { Status } from "../core/types";
import type { RowFinding } from "./ledgerFindings";

/** A row as far as this looks at it. */
interface Told {
  readonly from: string;
  readonly promise: string | null;
  readonly sheet: string;
  readonly address: string;
  readonly status: Status | null;
  readonly isJudged: boolean;
  readonly asOf: string | null;
  readonly findings: readonly RowFinding[];
}

/** Verdicts for which a figure was read. */
const REPORTED: ReadonlySet<Status | null> = new Set<Status | null>(["met", "onPace", "behind", "farBehind"]);

/** The rows, those without a figure that is known elsewhere no longer judged. @param year of a period that names none */
export function toldOnce<Row extends Told>(rows: readonly Row[], year: number): Row[] {
  const known = new Map<string, Row[]>();
  for (const row of rows)
    if (row.promise !== null && isOfSheet(row) && REPORTED.has(row.status))
      known.set(row.promise, [...(known.get(row.promise) ?? []), row]);
  return rows.map((row) => {
    if (row.promise === null || !isOfSheet(row) || row.status !== "unreported") return row;
    const day = dayOf(row.asOf, year);
    const there = known.get(row.promise)?.find(({ asOf }) => day !== null && dayOf(asOf, year) === day);
    if (!there) return row;
    const facts = { is: "reportedElsewhere", place: `${there.sheet}!${there.address}` } as const;
    return { ...row, isJudged: false, findings: [...row.findings, { facts, address: row.address, mend: null }] };
  });
}

/** Whether a row is of a ledger or of a person's own table; a formula by itself may ask what would be. */
const isOfSheet = ({ from, isJudged }: Told) => isJudged && (from === "ledger" || from === "own");

/** The last day that 截至期 means; null where it cannot be read. */
function dayOf(asOf: string | null, year: number): string | null {
  if (asOf === null) return null;
  try {
    return parsePeriod(asOf, year).to;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}
