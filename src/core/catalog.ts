/** A catalog made ready for look-ups: indexed by the names people type. */
import { CatalogError } from "./errors";
import { NameMemo } from "./nameMemo";
import { isEveryPlace, ownerList } from "./ownerLists";
import { PART_OF, partAsCommitment, shortNames, totalInPlace, type PlacePart } from "./places";
import { standsFor } from "./partNames";
import { nearestNames, normaliseName } from "./text";
import { asKept, isNoIndicator } from "./sheetNames";
import { areAlike, convert } from "./units";
import { unitOfTarget } from "./targetUnit";
import type { Catalog, Commitment, Department, Place } from "./types";

/**
 * A department or a place and its commitments; names are indexed at the first question, so that a country's catalog opens quickly.
 * What it helps others with is found after its own.
 */
interface Entry {
  readonly owner: Department | Place;
  readonly isPlace: boolean;
  readonly commitments: Commitment[];
  readonly supported: Commitment[];
  byName: ReadonlyMap<string, Commitment | readonly Commitment[]> | null;
}

/** What answers the names people type: one catalog, or a shelf of several. */
export interface Answering {
  /** The workbook's own catalog. */
  readonly own: CatalogIndex;
  /** The catalogs beside it. */
  readonly others: readonly CatalogIndex[];
  /** The commitment two names mean, or the refusal. @param year which catalog of a region is meant, where there are several */
  lookUp(department: string, indicator: string, year?: number | null): Commitment | CatalogError;
  /** The same. @throws CatalogError */
  find(department: string, indicator: string, year?: number | null): Commitment;
  withId(id: string): Commitment | undefined;
  /** The catalog in which a commitment that was found stands. */
  indexOf(commitment: Commitment): CatalogIndex;
  /** The catalog in which a department or a place is found. @throws CatalogError departmentAmbiguous, otherYear, catalogAmbiguous where several are meant */
  catalogOf(department: string, year?: number | null): CatalogIndex;
  /** The own region's catalog of a year; null: the own one. @throws CatalogError noCatalogOfYear */
  ofYear(year: number | null): CatalogIndex;
  /** The catalog with this title or id; null where none has it. */
  catalogTitled(name: string): CatalogIndex | null;
}

/** The catalog, indexed. Look-ups are plain reads in memory. */
export class CatalogIndex implements Answering {
  readonly own: CatalogIndex = this;
  readonly others: readonly CatalogIndex[] = [];
  private readonly departments = new Map<string, Entry | readonly Entry[]>();
  private readonly entries = new Map<string, Entry>();
  private readonly places = new Map<string, Entry>();
  private readonly found = new NameMemo<Commitment | CatalogError>();
  private readonly placeParts = new Map<Commitment, PlacePart>();
  private partsByPlace: ReadonlyMap<string, ReadonlyMap<Commitment, Commitment>> | null = null;
  private ids: ReadonlyMap<string, Commitment> | null = null;

  /** @param catalog a validated catalog, see {@link validateCatalog} */
  constructor(readonly catalog: Catalog) {
    for (const department of catalog.departments) this.entries.set(department.id, entryOf(department, false));
    for (const place of catalog.places ?? []) this.places.set(place.id, entryOf(place, true));
    for (const entry of this.entries.values()) this.indexDepartment(entry);
    for (const entry of this.places.values()) this.indexPlace(entry);
    let entry: Entry | undefined;
    for (const commitment of catalog.commitments) {
      if (entry?.owner.id !== commitment.department) entry = this.entries.get(commitment.department);
      entry?.commitments.push(commitment);
      for (const supporter of commitment.supporting ?? [])
        (this.entries.get(supporter) ?? this.places.get(supporter))?.supported.push(commitment);
    }
  }

  indexOf(): this {
    return this;
  }

  /** @throws CatalogError noCatalogOfYear */
  catalogOf(_: string, year: number | null = null): this {
    return this.ofYear(year);
  }

  ofYear(year: number | null): this {
    if (year !== null && year !== this.catalog.year) throw noCatalogOf(year, this.catalog.region, [this.catalog.year]);
    return this;
  }

  catalogTitled(name: string): this | null {
    const { id, title } = this.catalog;
    return [id, title].some((each) => normaliseName(each) === normaliseName(name)) ? this : null;
  }

  /** The commitment with an id, or undefined; JZ2024-012@songzi is a place's part of it. */
  withId(id: string): Commitment | undefined {
    this.ids ??= new Map(this.catalog.commitments.map((commitment) => [commitment.id, commitment]));
    const known = this.ids.get(id) ?? this.ids.get(normaliseName(id).toUpperCase());
    if (known || !id.includes(PART_OF)) return known;
    const [whole, place = ""] = id.split(PART_OF);
    const found = this.ids.get(whole ?? "");
    return found && (this.partIn(found, place) ?? undefined);
  }

  /** A place's part of a commitment, as a commitment of its own; null where none was set. @param place the place's id */
  partIn(whole: Commitment, place: string): Commitment | null {
    return this.inPlaces().get(place)?.get(whole) ?? null;
  }

  /** Which promise a place's part belongs to; null for a promise that is no part. */
  placePart(commitment: Commitment): PlacePart | null {
    return this.placeParts.get(commitment) ?? null;
  }

  /** The commitments that a department or a place helps with (配合), in the catalog's order. @param id its id */
  supportedBy(id: string): readonly Commitment[] {
    return (this.entries.get(id) ?? this.places.get(id))?.supported ?? [];
  }

  /** All parts by place: worked out at the first question after a place. */
  private inPlaces(): ReadonlyMap<string, ReadonlyMap<Commitment, Commitment>> {
    if (this.partsByPlace) return this.partsByPlace;
    const byPlace = new Map<string, Map<Commitment, Commitment>>();
    this.partsByPlace = byPlace;
    for (const { id } of this.catalog.places ?? []) byPlace.set(id, new Map());
    const keep = (whole: Commitment, place: Place, commitment: Commitment | null) => {
      if (!commitment) return;
      byPlace.get(place.id)?.set(whole, commitment);
      const part = whole.parts?.find((each) => each.place === place.id) ?? null;
      this.placeParts.set(commitment, { whole, place, part });
      this.places.get(place.id)?.commitments.push(commitment);
    };
    const split = this.catalog.commitments.filter(({ parts, sumOf }) => parts ?? sumOf);
    for (const place of this.catalog.places ?? []) {
      for (const whole of split) if (!whole.sumOf) keep(whole, place, partAsCommitment(whole, place));
      for (const total of split) {
        const parts = (total.sumOf ?? []).map((id) => {
          const part = this.withId(id);
          return (part && byPlace.get(place.id)?.get(part)) ?? null;
        });
        if (total.sumOf) keep(total, place, totalInPlace(total, parts, place));
      }
    }
    return byPlace;
  }

  /** The commitments of a department, or a place's parts, in the catalog's order. @param id its id in the catalog */
  commitmentsOf(id: string): readonly Commitment[] {
    const place = this.places.get(id);
    if (place) this.inPlaces();
    return (this.entries.get(id) ?? place)?.commitments ?? [];
  }

  /** The department that made a commitment; of a place's part the place. */
  departmentOf(commitment: Commitment): Department | Place {
    return this.placePart(commitment)?.place ?? this.leadOf(commitment);
  }

  /** The department that leads a commitment and reports on it (牵头). */
  leadOf(commitment: Commitment): Department {
    const entry = this.entries.get(commitment.department);
    if (!entry) throw new CatalogError("departmentNotFound", { department: commitment.department, nearest: [] });
    return entry.owner;
  }

  /** The names of those who help with a commitment (配合). */
  supportersOf(commitment: Commitment): readonly string[] {
    const ids = this.placePart(commitment)?.whole.supporting ?? commitment.supporting ?? [];
    return ids.flatMap((id) => (this.entries.get(id) ?? this.places.get(id))?.owner.name ?? []);
  }

  /** What a declared total adds up, or the commitment itself. */
  partsOf(commitment: Commitment): readonly Commitment[] {
    return commitment.sumOf ? commitment.sumOf.flatMap((id) => this.withId(id) ?? []) : [commitment];
  }

  /**
   * The department or place a person means: by name, alias, or either with or without the region and its level (荆州市教育局, 市教育局,
   * 教育局; 松滋 for 松滋市).
   * @throws CatalogError departmentNotFound with the nearest names, departmentAmbiguous with the candidates
   */
  findDepartment(typed: string): Department | Place {
    const found = this.resolveDepartment(typed);
    if (found instanceof CatalogError) throw found;
    return "byName" in found ? found.owner : this.departmentOf(found);
  }

  /** The commitment a person means, as {@link lookUp} finds it. @throws CatalogError what `lookUp` would return */
  find(department: string, indicator: string): Commitment {
    const found = this.lookUp(department, indicator);
    if (found instanceof CatalogError) throw found;
    return found;
  }

  /**
   * What the names a person typed come to. An id works in place of either name. An indicator is taken by its exact name, then by
   * an alias, then where it is part of exactly one name of the department and means the same. Never a first match.
   * A place's name in the department's place asks for its part; a supporter's finds what it helps with after its own.
   * Numbering, 其中 and a unit in brackets are no part of a name; an id beside a name of something else is refused.
   * @returns the commitment, or the refusal: departmentNotFound, departmentAmbiguous, indicatorNotFound, indicatorAmbiguous,
   *   idContradicts, unitInName, nameMissing, notSplit
   */
  lookUp(department: string, indicator: string): Commitment | CatalogError {
    return (
      this.found.get(department, indicator) ??
      this.found.set(department, indicator, this.resolve(department, indicator))
    );
  }

  private resolve(department: string, indicator: string): Commitment | CatalogError {
    const entry = this.resolveDepartment(department);
    if (!(entry instanceof CatalogError))
      return "byName" in entry ? this.resolveOf(entry, indicator) : this.withOtherName(entry, indicator);
    // An id outlives its department's name; of several departments that are meant it must belong to one.
    const byId = indicator === "" ? undefined : this.withId(indicator);
    const others =
      entry.code === "departmentAmbiguous" ? (entry.facts as { candidates: readonly string[] }).candidates : [];
    if (byId && others.length > 0 && !others.includes(this.departmentOf(byId).name))
      return this.contradiction(byId, department);
    return byId ?? entry;
  }

  /** Among what a department or a place answers for, then among what it helps with. */
  private resolveOf(entry: Entry, indicator: string): Commitment | CatalogError {
    if (entry.isPlace) this.inPlaces();
    const own = this.resolveIndicator(entry, indicator);
    const named = own instanceof CatalogError && entry.isPlace ? this.withLeadNamed(entry, indicator) : null;
    if (named) return named;
    if (!(own instanceof CatalogError) || own.code !== "indicatorNotFound") return own;
    if (entry.supported.length > 0) {
      const helped = this.resolveIndicator({ ...entry, commitments: entry.supported, byName: null }, indicator);
      // A place that helps with what is split over others has no part of it: the whole figure is not its own.
      const isSplit = entry.isPlace && !(helped instanceof CatalogError) && (helped.parts ?? []).length > 0;
      if (!isSplit && (!(helped instanceof CatalogError) || helped.code !== "indicatorNotFound")) return helped;
    }
    return entry.isPlace ? (this.notSplit(entry, indicator) ?? own) : own;
  }

  /** In a place, 新增学位（市教育局） is the one that bureau leads; null where nothing such stands in brackets. */
  private withLeadNamed(entry: Entry, typed: string): Commitment | null {
    const { name, inBrackets } = asKept(typed);
    const lead = inBrackets === null ? null : this.resolveDepartment(inBrackets);
    if (lead === null || lead instanceof CatalogError || !("byName" in lead)) return null;
    const commitments = entry.commitments.filter((each) => each.department === lead.owner.id);
    const found = this.resolveIndicator({ ...entry, commitments, byName: null }, name);
    return found instanceof CatalogError ? null : found;
  }

  /** That the city promises it, but set nothing for this place; null where the city does not either. */
  private notSplit({ owner }: Entry, typed: string): CatalogError | null {
    const city = { owner, isPlace: true, commitments: [...this.catalog.commitments], supported: [], byName: null };
    const found = this.resolveIndicator(city, typed);
    if (!(found instanceof CatalogError))
      return new CatalogError("notSplit", { indicator: found.indicator, place: owner.name });
    const isSeveral = found.code === "indicatorAmbiguous";
    return isSeveral ? new CatalogError("notSplit", { indicator: typed, place: owner.name }) : null;
  }

  /** The commitment an id in the department's place stands for, unless the name beside it is known for something else. */
  private withOtherName(commitment: Commitment, indicator: string): Commitment | CatalogError {
    const entry = this.entries.get(commitment.department);
    if (indicator === "" || !entry) return commitment;
    const found = this.withId(indicator) ?? this.resolveIndicator(entry, indicator);
    if (found === commitment || this.placePart(commitment)?.whole === found) return commitment;
    if (!(found instanceof CatalogError)) return this.contradiction(commitment, indicator);
    if (found.code === "indicatorAmbiguous") {
      const { candidates } = found.facts as { candidates: readonly string[] };
      return candidates.includes(commitment.indicator) ? commitment : this.contradiction(commitment, indicator);
    }
    if (found.code !== "indicatorNotFound") return found;
    const { name, whole } = asKept(indicator);
    const isKnown = this.catalog.commitments.some((each) =>
      [each.indicator, ...(each.aliases ?? [])].some((known) => [name, whole].includes(normaliseName(known))),
    );
    return isKnown ? this.contradiction(commitment, indicator) : commitment; // it was renamed, perhaps
  }

  private contradiction(commitment: Commitment, given: string): CatalogError {
    const { id, indicator } = commitment;
    return new CatalogError("idContradicts", { id, given, department: this.departmentOf(commitment).name, indicator });
  }

  private resolveDepartment(typed: string): Entry | Commitment | CatalogError {
    const name = normaliseName(typed);
    if (name === "") return new CatalogError("nameMissing", { missing: "department" });
    const found = this.departments.get(name) ?? this.departments.get(asKept(typed).whole);
    if (found === undefined) {
      const commitment = this.withId(typed);
      if (commitment) return commitment;
      const lead = this.resolveLead(typed);
      if (lead !== null) return lead;
      const owners = [...this.catalog.departments, ...(this.catalog.places ?? [])];
      const names = owners.flatMap((owner) => [owner.name, ...(owner.aliases ?? [])]);
      const nearest = nearestNames(typed, names).map((near) => this.departmentNamed(near) ?? near);
      return new CatalogError("departmentNotFound", { department: typed, nearest: [...new Set(nearest)] });
    }
    if (!isEntry(found))
      return new CatalogError("departmentAmbiguous", {
        department: typed,
        candidates: found.map((entry) => entry.owner.name),
      });
    return found;
  }

  /** Who leads of several units in one cell; every place, and several that are marked so, are asked about. null where it names one. */
  private resolveLead(typed: string): Entry | CatalogError | null {
    const everyPlace = this.catalog.places?.map(({ name }) => name) ?? [];
    if (isEveryPlace(typed) && everyPlace.length > 0)
      return new CatalogError("departmentAmbiguous", { department: typed, candidates: everyPlace });
    const list = ownerList(typed);
    if (list === null) return null;
    const entryOf = (unit: string) => {
      const found = unit === "" || unit === typed ? null : this.resolveDepartment(unit);
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
    if (others.length > 0)
      return new CatalogError("departmentAmbiguous", {
        department: typed,
        candidates: [...leads].map(({ owner }) => owner.name),
      });
    return leads.size < list.leads.length ? null : (lead ?? null);
  }

  private departmentNamed(name: string): string | undefined {
    const found = this.departments.get(normaliseName(name));
    return found && isEntry(found) ? found.owner.name : undefined;
  }

  private resolveIndicator(entry: Entry, typed: string): Commitment | CatalogError {
    const department = entry.owner.name;
    const name = normaliseName(typed);
    if (name === "") return new CatalogError("nameMissing", { missing: "indicator" });
    entry.byName ??= indexNames(entry.commitments);
    const kept = entry.byName.has(name) ? null : asKept(typed);
    const found = entry.byName.get(kept?.whole ?? name) ?? this.idIn(entry, typed);
    const several = (commitments: readonly Commitment[]) =>
      new CatalogError("indicatorAmbiguous", {
        department,
        indicator: typed,
        candidates: commitments.map((each) =>
          entry.isPlace ? `${each.indicator}（${this.leadOf(each).name}）` : each.indicator,
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
    const bare = this.resolveIndicator(entry, kept.name);
    if (bare instanceof CatalogError) return bare.code === "indicatorNotFound" ? unknown() : bare;
    return this.countedIn(bare, kept.inBrackets) ?? unknown();
  }

  /** The commitment an id means to a department or a place; a refusal where it belongs to another. */
  private idIn({ owner, isPlace, supported }: Entry, id: string): Commitment | CatalogError | undefined {
    const found = this.withId(id);
    if (!found || supported.includes(found)) return found;
    const part = isPlace && this.placePart(found) === null ? this.partIn(found, owner.id) : found;
    if (part === null) return new CatalogError("notSplit", { indicator: found.indicator, place: owner.name });
    return this.departmentOf(part).id === owner.id ? part : this.contradiction(part, owner.name);
  }

  /** The commitment, if its unit is what stood in brackets behind its name; a refusal for another unit; null where that is no unit of it. */
  private countedIn(commitment: Commitment, inBrackets: string): Commitment | CatalogError | null {
    const unit = unitOfTarget(this.partsOf(commitment)[0]?.target);
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

  private indexDepartment(entry: Entry): void {
    const region = normaliseName(this.catalog.region);
    const level = /[省市区县州盟旗镇乡]$/.exec(region)?.[0] ?? "";
    const place = level ? region.slice(0, -1) : region;
    for (const spelled of [entry.owner.name, ...(entry.owner.aliases ?? [])]) {
      const name = normaliseName(spelled);
      const prefix =
        [region, place, level].find((each) => each && name.startsWith(each) && name.length > each.length + 1) ?? "";
      const bare = name.slice(prefix.length);
      this.claim(name, entry, true);
      for (const variant of [bare, level + bare, region + bare, place + bare]) this.claim(variant, entry, false);
    }
  }

  private indexPlace(entry: Entry): void {
    const region = normaliseName(this.catalog.region);
    for (const spelled of [entry.owner.name, ...(entry.owner.aliases ?? [])]) {
      const name = normaliseName(spelled);
      this.claim(name, entry, true);
      for (const variant of shortNames(name, region)) this.claim(variant, entry, false);
    }
  }

  private claim(name: string, entry: Entry, isOwnName: boolean): void {
    const taken = this.departments.get(name);
    if (taken === undefined) {
      this.departments.set(name, entry);
      return;
    }
    const owners = isEntry(taken) ? [taken] : taken;
    if (owners.includes(entry)) return;
    // A name spelled out in the catalog belongs to its department alone; a derived one may be shared, and is then refused.
    const spelledOut = owners.filter((owner) =>
      [owner.owner.name, ...(owner.owner.aliases ?? [])].some((each) => normaliseName(each) === name),
    );
    if (spelledOut.length > 0 && !isOwnName) return;
    const left = isOwnName ? spelledOut : owners;
    this.departments.set(name, left.length === 0 ? entry : [...left, entry]);
  }
}

/** That no catalog of a region is of a year. @param years those it has */
export const noCatalogOf = (year: number, region: string, years: readonly number[]): CatalogError =>
  new CatalogError("noCatalogOfYear", { year, region, years: [...new Set(years)].sort((one, other) => one - other) });

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

const entryOf = (owner: Department | Place, isPlace: boolean): Entry => ({
  owner,
  isPlace,
  commitments: [],
  supported: [],
  byName: null,
});

function isEntry(found: Entry | readonly Entry[]): found is Entry {
  return !Array.isArray(found);
}

function isOne(found: Commitment | readonly Commitment[]): found is Commitment {
  return !Array.isArray(found);
}
