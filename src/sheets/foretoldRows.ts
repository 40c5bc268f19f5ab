/** The rows of ledgers that another catalog changes, and the verdicts they will have: told before anything is written. */
import { statusAnswer } from "../core/answers";
import { differingFields } from "../core/compareCatalogs";
import { CatalogError } from "../core/errors";
import { RULES } from "../core/status";
import type { Commitment, Status } from "../core/types";
import type { Asking } from "../strings/callAnswers";
import { changeText } from "../strings/catalogChanges";
import { strings } from "../strings/strings";
import { rulesBy } from "./judgedBy";
import { entriesOf, settingCells, type LedgerEntry } from "./ledgerEntries";
import { rulesOfLedger } from "./ledgerRules";
import { addressOf, cell } from "./plan";
import type { StandingLedger } from "./standingLedger";

/** Where something changes, and whose. */
export interface ForetoldPlace {
  readonly sheet: string;
  readonly address: string;
  readonly department: string;
  readonly indicator: string;
}

/** A row of a ledger whose promise is said otherwise. */
export interface RowChange extends ForetoldPlace {
  /** What changes of it; null where the catalog to come has no such promise. */
  readonly change: string | null;
  /** The verdict as it stands, and as it will be, where that is known. */
  readonly status: Status | null;
  readonly statusAfter: Status | null;
}

/** The rows of a ledger whose promise differs or whose call does. @param calls what the calls of a row come to, by the row */
export function rowChanges(
  ledger: StandingLedger,
  calls: ReadonlyMap<number, { readonly before: string; readonly after: string }>,
  older: Asking,
  newer: Asking,
): { readonly row: number; readonly change: RowChange }[] {
  return entriesOf(ledger).flatMap((entry) => {
    const { row, department, indicator, status } = entry;
    const [before, after] = [older, newer].map((from) => promiseOf(from, entry));
    const call = calls.get(row);
    const fields = before && after ? differingFields(before, after).filter((field) => field !== "aliases") : [];
    if (!before || (after && fields.length === 0 && !call)) return [];
    const isTold = fields.includes("target") || fields.includes("revisions");
    const arrow = call && !isTold ? [strings().catalogChanges.arrow(call.before, call.after)] : [];
    const rest = after && fields.length > 0 ? [changeText({ before, after, fields })] : [];
    const change = after ? [...arrow, ...rest].join(strings().catalogChanges.and) : null;
    const statusAfter = after ? verdictBy(ledger, entry, before, after, { fields, older, newer }) : null;
    const place = { sheet: ledger.name, address: addressOf(cell(row, ledger.at.target)), department, indicator };
    return [{ row, change: { ...place, change, status, statusAfter } }];
  });
}

function promiseOf({ answering }: Asking, { id, department, indicator }: LedgerEntry): Commitment | null {
  const found = id === "" ? answering.lookUp(department, indicator) : (answering.withId(id) ?? null);
  return found instanceof CatalogError ? null : found;
}

/** What changes a row's verdict by itself; the rest waits for the ledger to be updated. */
const BY_ITSELF: ReadonlySet<keyof Commitment> = new Set<keyof Commitment>(["target", "sumOf", "aliases", "source"]);

/** The verdict to come, where today's follows from the row's latest figure alone; null where it does not, or stays. */
function verdictBy(
  ledger: StandingLedger,
  { latest, status }: LedgerEntry,
  before: Commitment,
  after: Commitment,
  { fields, older, newer }: { fields: readonly (keyof Commitment)[]; older: Asking; newer: Asking },
): Status | null {
  const rules = rulesBy(rulesOfLedger(ledger), RULES.standard);
  if (rules instanceof CatalogError || !fields.every((field) => BY_ITSELF.has(field))) return null;
  const asOf = settingCells(ledger).asOf?.value;
  const of = ({ answering }: Asking, commitment: Commitment) => {
    try {
      return statusAnswer(answering.indexOf(commitment), rules, commitment, { actual: latest.value, asOf });
    } catch (error) {
      if (error instanceof CatalogError) return null;
      throw error;
    }
  };
  if (status === null || of(older, before) !== status) return null;
  const then = of(newer, after);
  return then === status ? null : then;
}
