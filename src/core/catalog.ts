/** A catalog made ready for look-ups: what the names people type come to. */
import { CatalogContents, type Entry } from "./catalogContents";
import { CatalogError } from "./errors";
import { findIndicator, idContradicts } from "./indicatorNames";
import { NameMemo } from "./nameMemo";
import { findOwner, ownerNames, type OwnerNames } from "./ownerNames";
import { asKept } from "./sheetNames";
import { normaliseName } from "./text";
import type { Catalog, Commitment, Department, Place } from "./types";

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
export class CatalogIndex extends CatalogContents implements Answering {
  readonly own: CatalogIndex = this;
  readonly others: readonly CatalogIndex[] = [];
  private readonly names: OwnerNames;
  private readonly found = new NameMemo<Commitment | CatalogError>();

  /** @param catalog a validated catalog, see {@link validateCatalog} */
  constructor(catalog: Catalog) {
    super(catalog);
    this.names = ownerNames(catalog.region, [...this.departments.values(), ...this.places.values()]);
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

  /**
   * The department or place a person means: by name, alias, or either with or without the region and its level (荆州市教育局, 市教育局,
   * 教育局; 松滋 for 松滋市).
   * @throws CatalogError departmentNotFound with the nearest names, departmentAmbiguous with the candidates
   */
  findDepartment(typed: string): Department | Place {
    const found = findOwner(this, this.names, typed);
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
    const entry = findOwner(this, this.names, department);
    if (!(entry instanceof CatalogError))
      return "byName" in entry ? this.resolveOf(entry, indicator) : this.withOtherName(entry, indicator);
    // An id outlives its department's name; of several departments that are meant it must belong to one.
    const byId = indicator === "" ? undefined : this.withId(indicator);
    const others =
      entry.code === "departmentAmbiguous" ? (entry.facts as { candidates: readonly string[] }).candidates : [];
    if (byId && others.length > 0 && !others.includes(this.departmentOf(byId).name))
      return idContradicts(this, byId, department);
    return byId ?? entry;
  }

  /** Among what a department or a place answers for, then among what it helps with. */
  private resolveOf(entry: Entry, indicator: string): Commitment | CatalogError {
    if (entry.isPlace) this.inPlaces();
    const own = findIndicator(this, entry, indicator);
    const named = own instanceof CatalogError && entry.isPlace ? this.withLeadNamed(entry, indicator) : null;
    if (named) return named;
    if (!(own instanceof CatalogError) || own.code !== "indicatorNotFound") return own;
    if (entry.supported.length > 0) {
      const helped = findIndicator(this, { ...entry, commitments: entry.supported, byName: null }, indicator);
      // A place that helps with what is split over others has no part of it: the whole figure is not its own.
      const isSplit = entry.isPlace && !(helped instanceof CatalogError) && (helped.parts ?? []).length > 0;
      if (!isSplit && (!(helped instanceof CatalogError) || helped.code !== "indicatorNotFound")) return helped;
    }
    return entry.isPlace ? (this.notSplit(entry, indicator) ?? own) : own;
  }

  /** In a place, 新增学位（市教育局） is the one that bureau leads; null where nothing such stands in brackets. */
  private withLeadNamed(entry: Entry, typed: string): Commitment | null {
    const { name, inBrackets } = asKept(typed);
    const lead = inBrackets === null ? null : findOwner(this, this.names, inBrackets);
    if (lead === null || lead instanceof CatalogError || !("byName" in lead)) return null;
    const commitments = entry.commitments.filter((each) => each.department === lead.owner.id);
    const found = findIndicator(this, { ...entry, commitments, byName: null }, name);
    return found instanceof CatalogError ? null : found;
  }

  /** That the city promises it, but set nothing for this place; null where the city does not either. */
  private notSplit({ owner }: Entry, typed: string): CatalogError | null {
    const city = { owner, isPlace: true, commitments: [...this.catalog.commitments], supported: [], byName: null };
    const found = findIndicator(this, city, typed);
    if (!(found instanceof CatalogError))
      return new CatalogError("notSplit", { indicator: found.indicator, place: owner.name });
    const isSeveral = found.code === "indicatorAmbiguous";
    return isSeveral ? new CatalogError("notSplit", { indicator: typed, place: owner.name }) : null;
  }

  /** The commitment an id in the department's place stands for, unless the name beside it is known for something else. */
  private withOtherName(commitment: Commitment, indicator: string): Commitment | CatalogError {
    const entry = this.departments.get(commitment.department);
    if (indicator === "" || !entry) return commitment;
    const found = this.withId(indicator) ?? findIndicator(this, entry, indicator);
    if (found === commitment || this.placePart(commitment)?.whole === found) return commitment;
    if (!(found instanceof CatalogError)) return idContradicts(this, commitment, indicator);
    if (found.code === "indicatorAmbiguous") {
      const { candidates } = found.facts as { candidates: readonly string[] };
      return candidates.includes(commitment.indicator) ? commitment : idContradicts(this, commitment, indicator);
    }
    if (found.code !== "indicatorNotFound") return found;
    const { name, whole } = asKept(indicator);
    const isKnown = this.catalog.commitments.some((each) =>
      [each.indicator, ...(each.aliases ?? [])].some((known) => [name, whole].includes(normaliseName(known))),
    );
    return isKnown ? idContradicts(this, commitment, indicator) : commitment; // it was renamed, perhaps
  }
}

/** That no catalog of a region is of a year. @param years those it has */
export const noCatalogOf = (year: number, region: string, years: readonly number[]): CatalogError =>
  new CatalogError("noCatalogOfYear", { year, region, years: [...new Set(years)].sort((one, other) => one - other) });
