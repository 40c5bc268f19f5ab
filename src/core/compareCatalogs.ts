/** Two states of a catalog side by side: what a newer one adds, takes out and says otherwise. Nothing is changed by looking. */
import { decided, type Signed } from "./corrections";
import { normaliseName } from "./text";
import type { Catalog, Commitment } from "./types";

/** A commitment that both have and say differently. */
export interface Changed {
  readonly before: Commitment;
  readonly after: Commitment;
  readonly fields: readonly (keyof Commitment)[];
  /** Whether the figure itself, its unit or its time differ: what a cell may show. */
  readonly isFigure: boolean;
  /** Whether it comes from another document: two documents contradict each other, and a person decides. */
  readonly isContradiction: boolean;
  /** Whether somebody corrected it here since it was published. */
  readonly isCorrected: boolean;
}

export interface Comparison {
  readonly added: readonly Commitment[];
  readonly removed: readonly Commitment[];
  readonly changed: readonly Changed[];
}

const OF_FIGURES: ReadonlySet<keyof Commitment> = new Set<keyof Commitment>([
  "target",
  "sumOf",
  "annualTargets",
  "from",
  "due",
  "baseline",
  "revisions",
  "history",
  "parts",
  "path",
  "profile",
  "kind",
  "direction",
  "review",
]);

/** What `newer` says otherwise than `older`. Commitments are told by their id, or by department and name where that is new. */
export function compareCatalogs(older: Catalog, newer: Catalog): Comparison {
  const [oldById, oldByName] = [new Map(older.commitments.map((each) => [each.id, each])), byName(older)];
  const corrected = new Set((older.corrections ?? []).map(({ commitment }) => commitment));
  const documents = new Map(older.documents.map(({ id, title }) => [id, title]));
  const newDocuments = new Map(newer.documents.map(({ id, title }) => [id, title]));
  const met = new Set<Commitment>();
  const added: Commitment[] = [];
  const changed: Changed[] = [];
  const names = namesOfDepartments(newer);
  for (const after of newer.commitments) {
    const before = oldById.get(after.id) ?? oldByName.get(keyOf(names, after));
    if (before === undefined || met.has(before)) {
      added.push(after);
      continue;
    }
    met.add(before);
    const fields = differingFields(before, after);
    if (fields.length === 0) continue;
    const isFigure = fields.some((field) => OF_FIGURES.has(field));
    const isElsewhere = documents.get(before.source.document) !== newDocuments.get(after.source.document);
    const isContradiction = isElsewhere && fields.includes("target");
    changed.push({ before, after, fields, isFigure, isContradiction, isCorrected: corrected.has(before.id) });
  }
  return { added, removed: older.commitments.filter((each) => !met.has(each)), changed };
}

/**
 * The newer catalog with what a person decided: of what is listed in `held` the older wording holds, the newer one is kept beside it;
 * what holds otherwise is kept beside as well where it was corrected here. Earlier corrections stay in the record.
 * @returns the newer catalog as it was published where nothing is held and nothing was corrected
 */
export function mergedCatalog(older: Catalog, newer: Catalog, held: ReadonlySet<string>, signed: Signed): Catalog {
  const { changed } = compareCatalogs(older, newer);
  const { corrections = [], setAside = [] } = older;
  if (held.size === 0 && corrections.length + setAside.length === 0) return newer;
  let merged: Catalog = {
    ...newer,
    schemaVersion: 2,
    departments: joined(newer.departments, older.departments),
    documents: joined(newer.documents, older.documents),
    corrections: unique([...(newer.corrections ?? []), ...corrections]),
    setAside: unique([...(newer.setAside ?? []), ...setAside]),
  };
  for (const { before, after, isCorrected } of changed) {
    if (held.has(before.id)) merged = decided(merged, { ...before, id: after.id }, after, signed);
    else if (isCorrected) merged = decided(merged, after, before, signed);
  }
  return merged;
}

/** The fields in which two commitments differ; the order in which a file lists them is none. */
export function differingFields(before: Commitment, after: Commitment): (keyof Commitment)[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Commitment>;
  return [...fields].filter((field) => inOrder(before[field]) !== inOrder(after[field]));
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

function byName(catalog: Catalog): Map<string, Commitment> {
  const names = namesOfDepartments(catalog);
  return new Map(catalog.commitments.map((each) => [keyOf(names, each), each]));
}

const namesOfDepartments = ({ departments }: Catalog) => new Map(departments.map(({ id, name }) => [id, name]));
const keyOf = (names: ReadonlyMap<string, string>, { department, indicator }: Commitment) =>
  `${normaliseName(names.get(department) ?? department)} ${normaliseName(indicator)}`;

/** What held entries still speak of stays listed. */
function joined<T extends { id: string }>(newer: readonly T[], older: readonly T[]): T[] {
  const known = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !known.has(id))];
}

function unique<T>(list: readonly T[]): T[] {
  const seen = new Set<string>();
  return list.filter((each) => {
    const text = inOrder(each);
    return seen.has(text) ? false : seen.add(text);
  });
}
