/** Correcting a catalog after it was published. What stood there before, who changed it, when and why are kept in it. */
import { CatalogError } from "./errors";
import { parsePeriod, partsOf } from "./periods";
import { PART_OF } from "./places";
import type { Catalog, Commitment, Correction, Day, HistoryEntry, SetAside } from "./types";

/** Who corrects, when and why; where a document is the reason, the document. */
export interface Signed {
  readonly by: string;
  readonly recorded: Day;
  readonly why: string;
}

/** A new figure from a day on: the original one holds before it. @throws CatalogError indicatorNotFound for an id that is none */
export function revised(
  catalog: Catalog,
  id: string,
  { from, value, valueMax }: { readonly from: Day; readonly value: number; readonly valueMax?: number },
  signed: Signed,
): Catalog {
  const commitment = commitmentOf(catalog, id);
  const { by, recorded, why } = signed;
  const others = (commitment.revisions ?? []).filter((each) => each.from !== from);
  const revision = { from, value, ...(valueMax === undefined ? {} : { valueMax }), basis: why, by, recorded };
  const revisions = [...others, revision].sort((one, other) => (one.from < other.from ? -1 : 1));
  const replaced = commitment.revisions?.find((each) => each.from === from);
  return corrected(catalog, { ...commitment, revisions }, "revised", signed, replaced && shownFigure(replaced));
}

/** A person has looked: an unclear entry is served from now on. */
export function confirmed(catalog: Catalog, id: string, signed: Signed): Catalog {
  const { reviewReason, ...commitment } = commitmentOf(catalog, id);
  return corrected(catalog, { ...commitment, review: "confirmed" }, "confirmed", signed, reviewReason);
}

/** The level at the start, in the target's unit. */
export function withBaseline(
  catalog: Catalog,
  id: string,
  { value, asOf }: { readonly value: number; readonly asOf?: Day },
  signed: Signed,
): Catalog {
  const commitment = commitmentOf(catalog, id);
  const baseline = { value, ...(asOf === undefined ? {} : { asOf }) };
  const before = commitment.baseline && String(commitment.baseline.value);
  return corrected(catalog, { ...commitment, baseline }, "baseline", signed, before);
}

/** A figure of an earlier period, in place of one of the same period. @param id of a commitment, or of a place's part of one */
export function withEarlierFigure(catalog: Catalog, id: string, entry: HistoryEntry, signed: Signed): Catalog {
  const [whole = "", place] = id.split(PART_OF);
  const commitment = commitmentOf(catalog, whole);
  const part = place === undefined ? null : commitment.parts?.find((each) => each.place === place);
  if (part === undefined) throw new CatalogError("indicatorNotFound", { department: "", indicator: id, nearest: [] });
  const { history: before = [] } = part ?? commitment;
  const { year } = partsOf(commitment.from);
  const endOf = ({ period }: HistoryEntry) => parsePeriod(period, year).to;
  const standing = before.find((each) => endOf(each) === endOf(entry)); // 2023Q4 ends as 2023 does
  const history = [...before.filter((each) => each !== standing), entry];
  const changed = part
    ? { ...commitment, parts: commitment.parts?.map((each) => (each === part ? { ...part, history } : each)) ?? [] }
    : { ...commitment, history };
  return corrected(catalog, changed, "history", signed, standing && shownFigure(standing));
}

/** One more commitment. */
export function withCommitment(catalog: Catalog, commitment: Commitment, signed: Signed): Catalog {
  const log = entryOf(commitment.id, "added", signed);
  return logged({ ...catalog, commitments: [...catalog.commitments, commitment] }, log);
}

/** A commitment that is none any more: out of service, and kept. */
export function retired(catalog: Catalog, id: string, signed: Signed): Catalog {
  const commitment = commitmentOf(catalog, id);
  const commitments = catalog.commitments.filter((each) => each !== commitment);
  return logged(
    { ...catalog, commitments, setAside: [...(catalog.setAside ?? []), asideOf(commitment, signed)] },
    entryOf(id, "retired", signed),
  );
}

/** Of two documents that say different things of one commitment a person took one: the other is kept beside it. */
export function decided(catalog: Catalog, holds: Commitment, loser: Commitment, signed: Signed): Catalog {
  const commitments = catalog.commitments.map((each) => (each.id === holds.id ? holds : each));
  const setAside = [...(catalog.setAside ?? []), asideOf(loser, signed, holds.id)];
  return logged({ ...catalog, commitments, setAside }, entryOf(holds.id, "decided", signed));
}

/**
 * The id after the last one that begins like most of the catalog's; one that is out of service is not given again, since formulas may
 * hold it.
 * @example nextId(catalog) // "JZ2024-047"
 */
export function nextId({
  commitments,
  setAside = [],
  year,
}: Pick<Catalog, "commitments" | "setAside" | "year">): string {
  const beginnings = new Map<string, number>();
  let last = 0;
  for (const { id } of [...commitments, ...setAside.map(({ commitment }) => commitment)]) {
    const [, letters, number] = /^([A-Z]+)\d{4}-(\d+)$/.exec(id) ?? [];
    if (letters === undefined) continue;
    beginnings.set(letters, (beginnings.get(letters) ?? 0) + 1);
    last = Math.max(last, Number(number));
  }
  const [letters = "CN"] = [...beginnings].sort((one, other) => other[1] - one[1])[0] ?? [];
  return `${letters}${year}-${String(last + 1).padStart(3, "0")}`;
}

function commitmentOf({ commitments }: Catalog, id: string): Commitment {
  const found = commitments.find((each) => each.id === id);
  if (!found) throw new CatalogError("indicatorNotFound", { department: "", indicator: id, nearest: [] });
  return found;
}

function corrected(
  catalog: Catalog,
  commitment: Commitment,
  what: Correction["what"],
  signed: Signed,
  before?: string,
): Catalog {
  const commitments = catalog.commitments.map((each) => (each.id === commitment.id ? commitment : each));
  return logged({ ...catalog, commitments }, entryOf(commitment.id, what, signed, before));
}

function entryOf(commitment: string, what: Correction["what"], { by, recorded, why }: Signed, before?: string) {
  return { commitment, what, ...(before === undefined ? {} : { before }), by, recorded, why };
}

const logged = (catalog: Catalog, entry: Correction): Catalog => ({
  ...catalog,
  schemaVersion: 2,
  corrections: [...(catalog.corrections ?? []), entry],
});

function asideOf(commitment: Commitment, { by, recorded, why }: Signed, inFavourOf?: string): SetAside {
  return { commitment, ...(inFavourOf === undefined ? {} : { inFavourOf }), by, recorded, why };
}

const shownFigure = ({ value, valueMax }: { value: number; valueMax?: number }) =>
  valueMax === undefined ? String(value) : `${value}–${valueMax}`;
