/** Whether what version 2 of the format adds fits together: places, supporters, revisions, earlier figures, paths, shares by month. */
import type { CatalogIssue } from "./errors";
import { isSeveralYears } from "./paths";
import { isDay, parsePeriod, partsOf } from "./periods";
import { normaliseName } from "./text";
import type { Catalog, Commitment, HistoryEntry, Revision } from "./types";
import { unitOfTarget } from "./targetUnit";
import { areAlike, isRateUnit, isUnit } from "./units";

/** Whether a document's address is one that a card may link to: https, and no user name or password in it. */
export const isDocumentAddress = (url: string): boolean =>
  /^https:\/\/[^\s\p{Cc}/?#@:\\<>"'%[\]]+(:\d{1,5})?([/?#][^\s\p{Cc}<>"'\\]*)?$/u.test(url);

/** Addresses of documents that are none. */
export function* addressTroubles({ documents }: Catalog): Generator<CatalogIssue> {
  for (const [index, { url }] of documents.entries())
    if (url !== undefined && !isDocumentAddress(url))
      yield { path: `/documents/${index}/url`, problem: "notHttps", detail: url };
}

/** The fields of a commitment that only version 2 knows. */
const NEWER = [
  "supporting",
  "parts",
  "revisions",
  "history",
  "rhythm",
  "path",
  "binding",
  "weight",
  "scoreRule",
] as const satisfies readonly (keyof Commitment)[];

/** What version 1 does not know, though the file says that it is of version 1. */
export function* newerFields(catalog: Catalog): Generator<CatalogIssue> {
  if (catalog.schemaVersion !== 1) return;
  for (const field of ["places", "corrections", "setAside"] as const)
    if (catalog[field]) yield { path: `/${field}`, problem: "newerField", detail: "" };
  for (const [index, { url }] of catalog.documents.entries())
    if (url !== undefined) yield { path: `/documents/${index}/url`, problem: "newerField", detail: "" };
  for (const [index, commitment] of catalog.commitments.entries()) {
    const path = `/commitments/${index}`;
    for (const [at, { passage }] of [commitment.source, ...(commitment.alsoPromised ?? [])].entries())
      if (passage !== undefined)
        yield {
          path: at === 0 ? `${path}/source/passage` : `${path}/alsoPromised/${at - 1}/passage`,
          problem: "newerField",
          detail: "",
        };
    for (const field of NEWER)
      if (commitment[field] !== undefined) yield { path: `${path}/${field}`, problem: "newerField", detail: "" };
    if (typeof commitment.profile === "object" && "monthShares" in commitment.profile)
      yield { path: `${path}/profile/monthShares`, problem: "newerField", detail: "" };
  }
}

/** Places whose ids or names come twice. @param departments the names of departments: a place may not go by one of them */
export function* placeTroubles(
  { places = [] }: Catalog,
  departments: ReadonlyMap<string, string>,
): Generator<CatalogIssue> {
  const ids = new Set<string>();
  const names = new Map<string, string>();
  for (const [index, place] of places.entries()) {
    const path = `/places/${index}`;
    if (ids.has(place.id)) yield { path: `${path}/id`, problem: "duplicateId", detail: place.id };
    ids.add(place.id);
    for (const name of [place.name, ...(place.aliases ?? [])]) {
      const known = normaliseName(name);
      const owner = names.get(known);
      if ((owner !== undefined && owner !== place.id) || departments.has(known))
        yield { path, problem: "duplicateName", detail: name };
      names.set(known, place.id);
    }
  }
}

/** What of one commitment does not fit, by its path within it. */
export function* newerTroubles(
  commitment: Commitment,
  places: ReadonlySet<string>,
  departments: ReadonlySet<string>,
): Generator<CatalogIssue> {
  const supporting = commitment.supporting ?? [];
  for (const [index, id] of supporting.entries())
    if ((!departments.has(id) && !places.has(id)) || id === commitment.department || supporting.indexOf(id) < index)
      yield { path: `/supporting/${index}`, problem: "unknownSupporter", detail: id };
  yield* partTroubles(commitment, places);
  yield* revisionTroubles(commitment, commitment.revisions, "", upperEnd(commitment.target));
  yield* historyTroubles(commitment, commitment.history, "");
  yield* pathTroubles(commitment);
}

function* partTroubles(commitment: Commitment, places: ReadonlySet<string>): Generator<CatalogIssue> {
  const { parts = [], sumOf, kind, target } = commitment;
  if (parts.length > 0 && sumOf) yield { path: "/parts", problem: "partOfSum", detail: "" };
  const known = new Set<string>();
  const hasFigures = kind !== "milestone" && target !== undefined && "value" in target;
  for (const [index, part] of parts.entries()) {
    const path = `/parts/${index}`;
    if (!places.has(part.place)) yield { path: `${path}/place`, problem: "unknownPlace", detail: part.place };
    if (known.has(part.place)) yield { path: `${path}/place`, problem: "placeTwice", detail: part.place };
    known.add(part.place);
    if (hasFigures && part.value === undefined && part.ownPledge === undefined)
      yield { path, problem: "nothingSplit", detail: "" };
    if (part.value !== undefined && part.valueMax !== undefined && part.valueMax < part.value)
      yield { path: `${path}/valueMax`, problem: "rangeReversed", detail: `${part.value} > ${part.valueMax}` };
    yield* revisionTroubles(commitment, part.revisions, path, part.valueMax);
    yield* historyTroubles(commitment, part.history, path);
  }
}

const upperEnd = (target: Commitment["target"]) => (target && "valueMax" in target ? target.valueMax : undefined);

/** @param upper the upper end of the figure that is set anew, where it is a range */
function* revisionTroubles(
  { target, due }: Commitment,
  revisions: readonly Revision[] | undefined,
  place: string,
  upper: number | undefined,
): Generator<CatalogIssue> {
  if (!revisions || revisions.length === 0) return;
  if (!target || !("value" in target)) yield { path: `${place}/revisions`, problem: "revisionOfNone", detail: "" };
  let before = "";
  for (const [index, { from, recorded, value, valueMax }] of revisions.entries()) {
    const path = `${place}/revisions/${index}`;
    for (const [field, day] of Object.entries({ from, recorded }))
      if (!isDay(day)) yield { path: `${path}/${field}`, problem: "noSuchDay", detail: day };
    if (from <= before || from > due) yield { path: `${path}/from`, problem: "revisionsUnordered", detail: from };
    // A range set anew has both its ends, or the old upper one would go on judging beside the new lower one.
    if (upper !== undefined && valueMax === undefined)
      yield { path: `${path}/valueMax`, problem: "rangeOpen", detail: "" };
    if (valueMax !== undefined && valueMax < value)
      yield { path: `${path}/valueMax`, problem: "rangeReversed", detail: `${value} > ${valueMax}` };
    before = from;
  }
}

function* historyTroubles(
  { kind, target, from }: Commitment,
  history: readonly HistoryEntry[] | undefined,
  place: string,
): Generator<CatalogIssue> {
  const own = unitOfTarget(target);
  let levels: string | null = null;
  const ends = new Set<string>();
  for (const [index, { period, unit }] of (history ?? []).entries()) {
    const path = `${place}/history/${index}`;
    const end = endOf(period, partsOf(from).year);
    if (end === null) yield { path: `${path}/period`, problem: "periodUnreadable", detail: period };
    if (unit !== undefined && !isUnit(unit)) {
      yield { path: `${path}/unit`, problem: "unitUnreadable", detail: unit };
      continue;
    }
    const counted = unit ?? own;
    const isLevelOfGrowth = kind === "growth" && counted !== null && !isRateUnit(counted);
    const like: string | null = isLevelOfGrowth ? (levels ??= counted) : own;
    if (counted === null || like === null || !areAlike(counted, like))
      yield { path: `${path}/unit`, problem: "unlikeUnit", detail: counted ?? "" };
    const key = `${end} ${isLevelOfGrowth}`;
    if (end !== null && ends.has(key)) yield { path: `${path}/period`, problem: "periodTwice", detail: period };
    ends.add(key);
  }
}

function* pathTroubles(commitment: Commitment): Generator<CatalogIssue> {
  const { path, kind, target, sumOf } = commitment;
  if (path === undefined) return;
  const isFigure = target !== undefined && "value" in target && sumOf === undefined;
  const fits = kind === "growth" ? path === "compound" : kind === "flow" ? path === "linear" : kind !== "milestone";
  if (!isFigure || !fits || !isSeveralYears(commitment)) {
    yield { path: "/path", problem: "pathUnfit", detail: "" };
    return;
  }
  if (kind === "growth" || kind === "flow") return;
  const base = commitment.baseline?.value;
  if (base === undefined || (path === "compound" && (base <= 0 || target.value <= 0)))
    yield { path: "/path", problem: "pathWithoutBase", detail: "" };
}

function endOf(period: string, year: number): string | null {
  try {
    return parsePeriod(period, year).to;
  } catch {
    return null;
  }
}
