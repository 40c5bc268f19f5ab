/** Which commitment of a department or a place a typed indicator means. */
import type { CatalogContents, Entry } from "./catalogContents";
import { CatalogError } from "./errors";
import { standsFor } from "./partNames";
import { asKept, isNoIndicator } from "./sheetNames";
import { unitOfTarget } from "./targetUnit";
import { nearestNames, normaliseName } from "./text";
import type { Commitment } from "./types";
import { areAlike, convert } from "./units";

/**
 * By its exact name, then by an alias or an id, then where it is part of exactly one name and means the same. Never a first match.
 * @returns the commitment, or the refusal: nameMissing, indicatorNotFound, indicatorAmbiguous, idContradicts, unitInName, notSplit
 */
export function findIndicator(contents: CatalogContents, entry: Entry, typed: string): Commitment | CatalogError {
  const department = entry.owner.name;
  const name = normaliseName(typed);
  if (name === "") return new CatalogError("nameMissing", { missing: "indicator" });
  entry.byName ??= indexNames(entry.commitments);
  const kept = entry.byName.has(name) ? null : asKept(typed);
  const found = entry.byName.get(kept?.whole ?? name) ?? idIn(contents, entry, typed);
  const several = (commitments: readonly Commitment[]) =>
    new CatalogError("indicatorAmbiguous", {
      department,
      indicator: typed,
      candidates: commitments.map((each) =>
        entry.isPlace ? `${each.indicator}（${contents.leadOf(each).name}）` : each.indicator,
      ),
    });
  if (found instanceof CatalogError) return found;
  if (found) return isOne(found) ? found : several(found);
  const unknown = (first: readonly Commitment[] = []) => {
    const names = entry.commitments.flatMap((each) => [each.indicator, ...(each.aliases ?? [])]);
    return new CatalogError("indicatorNotFound", {
      department,
      indicator: typed,
      nearest: [...new Set([...first.map((each) => each.indicator), ...nearestNames(typed, names)])],
    });
  };
  if (isNoIndicator(typed) || kept?.whole === "") return unknown();
  const part = kept?.whole ?? name;
  const containing = new Set<Commitment>();
  const meant = new Set<Commitment>();
  for (const [known, commitments] of entry.byName)
    if (known.includes(part))
      for (const commitment of isOne(commitments) ? [commitments] : commitments) {
        containing.add(commitment);
        if (standsFor(part, known, commitment.kind)) meant.add(commitment);
      }
  const [only, ...others] = containing;
  if (only && others.length > 0) return several([...containing]);
  // What is left off would make it something else: 小学新增学位 is not 中小学新增学位.
  if (only) return meant.has(only) ? only : unknown([only]);
  if (kept === null || kept.inBrackets === null) return unknown();
  const bare = findIndicator(contents, entry, kept.name);
  if (bare instanceof CatalogError) return bare.code === "indicatorNotFound" ? unknown() : bare;
  return countedIn(contents, bare, kept.inBrackets) ?? unknown();
}

/** That an id stands beside the name of something else. @param given that name */
export function idContradicts(contents: CatalogContents, commitment: Commitment, given: string): CatalogError {
  const { id, indicator } = commitment;
  return new CatalogError("idContradicts", {
    id,
    given,
    department: contents.departmentOf(commitment).name,
    indicator,
  });
}

/** The commitment an id means to a department or a place; a refusal where it belongs to another. */
function idIn(
  contents: CatalogContents,
  { owner, isPlace, supported }: Entry,
  id: string,
): Commitment | CatalogError | undefined {
  const found = contents.withId(id);
  if (!found || supported.includes(found)) return found;
  const part = isPlace && contents.placePart(found) === null ? contents.partIn(found, owner.id) : found;
  if (part === null) return new CatalogError("notSplit", { indicator: found.indicator, place: owner.name });
  return contents.departmentOf(part).id === owner.id ? part : idContradicts(contents, part, owner.name);
}

/** The commitment, if its unit is what stood in brackets behind its name; a refusal for another unit; null where that is no unit of it. */
function countedIn(
  contents: CatalogContents,
  commitment: Commitment,
  inBrackets: string,
): Commitment | CatalogError | null {
  const unit = unitOfTarget(contents.partsOf(commitment)[0]?.target);
  try {
    if (unit === null || !areAlike(inBrackets, unit)) return null;
    const { indicator } = commitment;
    return convert(1, inBrackets, unit) === 1
      ? commitment
      : new CatalogError("unitInName", { indicator, given: inBrackets, unit });
  } catch (error) {
    if (error instanceof CatalogError) return null; // no unit at all
    throw error;
  }
}

/** Exact names and, where no exact name stands against them, aliases: of one commitment, or of several. */
function indexNames(commitments: readonly Commitment[]): Map<string, Commitment | readonly Commitment[]> {
  const byName = new Map<string, Commitment | Commitment[]>();
  for (const commitment of commitments) {
    const name = normaliseName(commitment.indicator);
    const taken = byName.get(name); // in a place two departments may promise things of one name
    byName.set(name, taken === undefined ? commitment : [taken, commitment].flat());
  }
  for (const commitment of commitments)
    for (const alias of commitment.aliases ?? []) {
      const name = normaliseName(alias);
      const taken = byName.get(name);
      if (taken === undefined) byName.set(name, commitment);
      else if (Array.isArray(taken)) taken.push(commitment);
      else if (taken !== commitment && normaliseName(taken.indicator) !== name) byName.set(name, [taken, commitment]);
    }
  return byName;
}

function isOne(found: Commitment | readonly Commitment[]): found is Commitment {
  return !Array.isArray(found);
}
