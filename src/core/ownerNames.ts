/** Which department or place of a catalog a name means, as people type it. */
import type { CatalogContents, Entry } from "./catalogContents";
import { CatalogError } from "./errors";
import { isEveryPlace, ownerList } from "./ownerLists";
import { shortNames } from "./places";
import { asKept } from "./sheetNames";
import { nearestNames, normaliseName } from "./text";
import type { Commitment } from "./types";

/** Departments and places by each name they go by; a name that several go by has all of them. */
export type OwnerNames = ReadonlyMap<string, Entry | readonly Entry[]>;

/** @param region the catalog's @param entries its departments and places; those named first come first where a name means several */
export function ownerNames(region: string, entries: Iterable<Entry>): OwnerNames {
  const names = new Map<string, Entry | readonly Entry[]>();
  const place = normaliseName(region);
  for (const entry of entries)
    for (const spelled of spelledOut(entry)) {
      claim(names, spelled, entry, true);
      for (const variant of entry.isPlace ? shortNames(spelled, place) : withAndWithoutRegion(spelled, place))
        claim(names, variant, entry, false);
    }
  return names;
}

/**
 * The department or place a typed name means, or the commitment whose id it is.
 * @returns the refusal otherwise: nameMissing, departmentNotFound with the nearest names, departmentAmbiguous with the candidates
 */
export function findOwner(
  contents: CatalogContents,
  names: OwnerNames,
  typed: string,
): Entry | Commitment | CatalogError {
  const name = normaliseName(typed);
  if (name === "") return new CatalogError("nameMissing", { missing: "department" });
  const found = names.get(name) ?? names.get(asKept(typed).whole);
  if (found !== undefined) return isEntry(found) ? found : ambiguous(typed, found);
  const meant = contents.withId(typed) ?? leadOfSeveral(contents, names, typed);
  if (meant !== null) return meant;
  const { departments, places } = contents.catalog;
  const known = [...departments, ...(places ?? [])].flatMap((owner) => [owner.name, ...(owner.aliases ?? [])]);
  const nearest = nearestNames(typed, known).map((near) => {
    const owner = names.get(normaliseName(near));
    return owner && isEntry(owner) ? owner.owner.name : near;
  });
  return new CatalogError("departmentNotFound", { department: typed, nearest: [...new Set(nearest)] });
}

/** Who leads of several units in one cell; every place, and several that are marked so, are asked about. null where it names one. */
function leadOfSeveral(contents: CatalogContents, names: OwnerNames, typed: string): Entry | CatalogError | null {
  const everyPlace = contents.catalog.places?.map(({ name }) => name) ?? [];
  if (isEveryPlace(typed) && everyPlace.length > 0)
    return new CatalogError("departmentAmbiguous", { department: typed, candidates: everyPlace });
  const list = ownerList(typed);
  if (list === null) return null;
  const entryOf = (unit: string) => {
    const found = unit === "" || unit === typed ? null : findOwner(contents, names, unit);
    return found !== null && !(found instanceof CatalogError) && "byName" in found ? found : null;
  };
  if (list.isByBlank && !list.units.every((unit) => entryOf(unit) ?? isEveryPlace(unit))) return null;
  const leads = new Set(list.leads.flatMap((unit) => entryOf(unit) ?? []));
  if ([...leads].some(({ isPlace }) => isPlace))
    for (const unit of list.units) {
      const other = entryOf(unit); // of places none leads another
      if (other?.isPlace) leads.add(other);
    }
  const [lead, ...others] = leads;
  if (others.length > 0) return ambiguous(typed, [...leads]);
  return leads.size < list.leads.length ? null : (lead ?? null);
}

const ambiguous = (department: string, entries: readonly Entry[]): CatalogError =>
  new CatalogError("departmentAmbiguous", { department, candidates: entries.map(({ owner }) => owner.name) });

/** The name and the aliases that the catalog gives, made comparable. */
const spelledOut = ({ owner }: Entry): string[] => [owner.name, ...(owner.aliases ?? [])].map(normaliseName);

/** 荆州市教育局, 荆州教育局, 市教育局, 教育局: a department with the region, its level or neither in front. */
function withAndWithoutRegion(name: string, region: string): string[] {
  const level = /[省市区县州盟旗镇乡]$/.exec(region)?.[0] ?? "";
  const place = level ? region.slice(0, -1) : region;
  const prefix =
    [region, place, level].find((each) => each && name.startsWith(each) && name.length > each.length + 1) ?? "";
  const bare = name.slice(prefix.length);
  return [bare, level + bare, region + bare, place + bare];
}

function claim(names: Map<string, Entry | readonly Entry[]>, name: string, entry: Entry, isOwnName: boolean): void {
  const taken = names.get(name);
  if (taken === undefined) {
    names.set(name, entry);
    return;
  }
  const owners = isEntry(taken) ? [taken] : taken;
  if (owners.includes(entry)) return;
  // A name spelled out in the catalog belongs to its department alone; a derived one may be shared, and is then refused.
  const byTheirOwn = owners.filter((owner) => spelledOut(owner).includes(name));
  if (byTheirOwn.length > 0 && !isOwnName) return;
  const left = isOwnName ? byTheirOwn : owners;
  names.set(name, left.length === 0 ? entry : [...left, entry]);
}

const isEntry = (found: Entry | readonly Entry[]): found is Entry => !Array.isArray(found);
