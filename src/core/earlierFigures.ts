/** What the catalogs of earlier years know of an indicator: last year's catalog serves 上年 (DOMAIN: Last year, levels and growth). */
import { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { pastFigures } from "./history";
import { normaliseName } from "./text";
import { unitOfTarget } from "./targetUnit";
import type { Catalog, Commitment, HistoryEntry } from "./types";
import { areAlike } from "./units";

/**
 * The catalog with the figures of earlier periods that catalogs of the same region hold and it does not; itself where there are none.
 * Only an indicator of the same department, name, kind and unit lends its figures; what the catalog says itself stays.
 * @param earlier the latest first
 */
export function withEarlierFigures(index: CatalogIndex, earlier: readonly CatalogIndex[]): Catalog {
  const { catalog } = index;
  const lending = earlier.filter(({ catalog: { commitments } }) => commitments.some(({ history }) => history));
  if (lending.length === 0) return catalog;
  const commitments = catalog.commitments.map((commitment) => {
    const lent = lending.flatMap((lender) => figuresLent(lender, index.leadOf(commitment).name, commitment));
    const history = joined(commitment, lent);
    return history === null ? commitment : { ...commitment, history };
  });
  const isJoined = commitments.some((commitment, at) => commitment !== catalog.commitments[at]);
  return isJoined ? { ...catalog, schemaVersion: 2, commitments } : catalog;
}

/** Earlier figures of the same indicator in another year's catalog, each with its unit. */
function figuresLent(lender: CatalogIndex, department: string, commitment: Commitment): HistoryEntry[] {
  const found = lender.lookUp(department, commitment.indicator);
  if (found instanceof CatalogError || found.history === undefined || found.kind !== commitment.kind) return [];
  if (normaliseName(found.indicator) !== normaliseName(commitment.indicator)) return [];
  const [unit, own] = [unitOfTarget(found.target), unitOfTarget(commitment.target)];
  if (unit === null || own === null || !areAlike(unit, own)) return [];
  return found.history.map((entry) => ({ unit, ...entry }));
}

/** The figures a commitment has, and those lent that lie before it and that it has not; null where there are none of these. */
function joined(commitment: Commitment, lent: readonly HistoryEntry[]): HistoryEntry[] | null {
  const own = commitment.history ?? [];
  const known = new Set(pastFigures(commitment).map(({ to }) => to));
  const added: HistoryEntry[] = [];
  for (const entry of lent) {
    const [figure] = pastFigures({ ...commitment, history: [entry] });
    if (!figure || known.has(figure.to) || figure.to >= commitment.from) continue;
    known.add(figure.to);
    added.push(entry);
  }
  return added.length === 0 ? null : [...own, ...added];
}
