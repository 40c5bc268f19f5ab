/**
 * The catalogs a workbook uses: its own, the same region's of other years, and other regions' beside them. Names resolve on the
 * workbook's own catalog first; what fits several of the others is asked about, never taken from the first.
 */
import { CatalogIndex, noCatalogOf, type Answering } from "./catalog";
import { withEarlierFigures } from "./earlierFigures";
import { CatalogError } from "./errors";
import { normaliseName } from "./text";
import type { Catalog, Commitment } from "./types";

/** Why a catalog has no answer itself, so that another one may. */
const NOT_IN_IT: ReadonlySet<string> = new Set(["departmentNotFound", "indicatorNotFound"]);

export class Shelf implements Answering {
  /** The workbook's own catalog: ledgers are made of it. */
  readonly own: CatalogIndex;
  readonly others: readonly CatalogIndex[];
  /** The catalogs as they were taken, without what they lend each other. */
  readonly catalogs: readonly Catalog[];
  private readonly homes = new WeakMap<Commitment, CatalogIndex>();

  /** @param own the workbook's own catalog @param others those beside it, in no order */
  constructor(own: CatalogIndex, others: readonly CatalogIndex[] = []) {
    const all = [own, ...others];
    this.catalogs = all.map(({ catalog }) => catalog);
    const lent = all.map((index) => {
      const joined = withEarlierFigures(index, earlierOf(index, all));
      return joined === index.catalog ? index : new CatalogIndex(joined);
    });
    this.own = lent[0] ?? own;
    this.others = lent.slice(1);
  }

  /** The catalog a commitment that was found here stands in. */
  indexOf(commitment: Commitment): CatalogIndex {
    return this.homes.get(commitment) ?? this.own;
  }

  withId(id: string): Commitment | undefined {
    const own = this.own.withId(id);
    if (own) return own;
    for (const index of this.others) {
      const found = index.withId(id);
      if (found) return this.keep(index, found);
    }
    return undefined;
  }

  /** @throws CatalogError what `lookUp` would return */
  find(department: string, indicator: string, year: number | null = null): Commitment {
    const found = this.lookUp(department, indicator, year);
    if (found instanceof CatalogError) throw found;
    return found;
  }

  /**
   * The commitment two names mean. The own catalog answers what it has; a year picks the same region's catalog of that year; an id
   * decides by itself, and so does the region in front of a department (荆州市教育局).
   * @returns the commitment, or the refusal of `CatalogIndex.lookUp`; otherYear where only catalogs of other years have it, so that a
   *   year has to be named
   */
  lookUp(department: string, indicator: string, year: number | null = null): Commitment | CatalogError {
    const own = this.own.lookUp(department, indicator);
    if (this.others.length === 0) return own;
    const isFound = !(own instanceof CatalogError);
    if (isFound && (year === null || year === this.own.catalog.year || isNamedById(own, department, indicator)))
      return own;
    const kin = this.others.filter((index) => regionOf(index) === regionOf(this.own));
    const sameYear = kin.filter((index) => index.catalog.year === (year ?? this.own.catalog.year));
    // Beside the own catalog another one of the region and the year may say what it does not.
    if (isFound || NOT_IN_IT.has(own.code)) {
      const found = this.amongEqual(sameYear, department, indicator);
      if (found !== null) return found;
    }
    if (isFound) return own; // a promise over several years, perhaps; if not, its figure is refused by its dates
    const named = this.byId(department, indicator);
    if (named !== null) return named;
    if (!NOT_IN_IT.has(own.code)) return own;
    const years = kin.filter((index) => !(index.lookUp(department, indicator) instanceof CatalogError));
    if (years.length > 0) return otherYear(years, department, indicator);
    return own.code === "departmentNotFound" ? this.inOtherRegions(department, indicator, year, own) : own;
  }

  /**
   * The catalog in which a department or a place is found: the own one, or the region's of the year asked for.
   * @throws CatalogError departmentAmbiguous, otherYear, catalogAmbiguous where several are meant, noCatalogOfYear where none is of that year
   */
  catalogOf(department: string, year: number | null = null): CatalogIndex {
    const ownYear = this.own.catalog.year;
    const isOfOwn = knows(this.own, department);
    if (isOfOwn && (year === null || year === ownYear)) return this.own;
    const knowing = [this.own, ...this.others].filter(
      (index) => knows(index, department) && (!isOfOwn || regionOf(index) === regionOf(this.own)),
    );
    const regions = byRegion(knowing).map((indexes) => pickedBy(indexes, year, ownYear));
    const [first, ...more] = regions;
    if (first === undefined) return this.own; // its own refusal says so
    if (more.length > 0) throw this.severalRegions(regions.flat(), department);
    const [only, ...others] = first;
    if (year !== null && first.every(({ catalog }) => catalog.year !== year)) throw noneOf(year, first);
    if (only === undefined || others.length > 0) throw this.severalIn(first) ?? otherYear(first, department, "");
    return only;
  }

  /** The own region's catalog of a year; null: the own one. @throws CatalogError noCatalogOfYear, catalogAmbiguous where several are meant */
  ofYear(year: number | null): CatalogIndex {
    if (year === null || year === this.own.catalog.year) return this.own;
    const kin = [this.own, ...this.others].filter((index) => regionOf(index) === regionOf(this.own));
    const found = kin.filter(({ catalog }) => catalog.year === year);
    const [only] = found;
    if (only === undefined) throw noneOf(year, kin);
    const several = found.length > 1 ? this.severalIn(found) : undefined;
    if (several) throw several;
    return only;
  }

  /** By its id, or by a title that no other catalog has. */
  catalogTitled(name: string): CatalogIndex | null {
    const all = [this.own, ...this.others];
    const wanted = normaliseName(name);
    const titled = all.filter(({ catalog }) => normaliseName(catalog.title) === wanted);
    return (
      all.find(({ catalog }) => normaliseName(catalog.id) === wanted) ??
      (titled.length === 1 ? (titled[0] ?? null) : null)
    );
  }

  /** That one of several catalogs of a region and a year has to be named; undefined where their years differ. */
  private severalIn(indexes: readonly CatalogIndex[]): CatalogError | undefined {
    const [year, ...others] = new Set(indexes.map(({ catalog }) => catalog.year));
    if (year === undefined || others.length > 0) return undefined;
    return new CatalogError("catalogAmbiguous", {
      region: indexes[0]?.catalog.region ?? "",
      year,
      titles: indexes.map(({ catalog: { id, title } }) => (this.catalogTitled(title)?.catalog.id === id ? title : id)),
    });
  }

  private keep(index: CatalogIndex, commitment: Commitment): Commitment {
    if (index !== this.own) this.homes.set(commitment, index);
    return commitment;
  }

  /** What catalogs of one region and year say: one of them has it, several contradict each other, or null where none has. */
  private amongEqual(
    indexes: readonly CatalogIndex[],
    department: string,
    indicator: string,
  ): Commitment | CatalogError | null {
    const answers = indexes.map((index) => ({ index, found: index.lookUp(department, indicator) }));
    const known = answers.flatMap(({ index, found }) => (found instanceof CatalogError ? [] : [{ index, found }]));
    const [first, ...more] = known;
    if (first && more.length > 0)
      return new CatalogError("indicatorAmbiguous", {
        department,
        indicator,
        candidates: known.map(({ found }) => found.id),
      });
    if (first) return this.keep(first.index, first.found);
    // What is asked about there (several indicators fit) has to be answered there.
    const asking = answers.find(({ found }) => found instanceof CatalogError && !NOT_IN_IT.has(found.code));
    return asking ? asking.found : null;
  }

  /** The one catalog that has an id among the names; a refusal where several have it; null where none. */
  private byId(department: string, indicator: string): Commitment | CatalogError | null {
    const having = this.others.filter((index) => index.withId(department) ?? index.withId(indicator));
    const [first, ...more] = having;
    if (first === undefined) return null;
    if (more.length > 0) return this.severalRegions(having, department);
    const found = first.lookUp(department, indicator);
    return found instanceof CatalogError ? found : this.keep(first, found);
  }

  private inOtherRegions(
    department: string,
    indicator: string,
    year: number | null,
    refusal: CatalogError,
  ): Commitment | CatalogError {
    const knowing = this.others.filter((index) => regionOf(index) !== regionOf(this.own) && knows(index, department));
    const regions = byRegion(knowing);
    const [only, ...more] = regions;
    if (only === undefined) return this.withNearest(refusal, department);
    if (more.length > 0)
      return this.severalRegions(
        regions.flatMap(([index]) => index ?? []),
        department,
      );
    const picked = pickedBy(only, year, this.own.catalog.year);
    const years = new Set(picked.map(({ catalog }) => catalog.year));
    if (years.size > 1) return otherYear(picked, department, indicator);
    const found = this.amongEqual(picked, department, indicator);
    return found ?? (picked[0] ?? this.own).lookUp(department, indicator);
  }

  /** A name that departments of several regions go by: the candidates name the region. */
  private severalRegions(indexes: readonly CatalogIndex[], department: string): CatalogError {
    const candidates = [...new Set(indexes.map((index) => nameWithRegion(index, department)))];
    return new CatalogError("departmentAmbiguous", { department, candidates });
  }

  /** Where the own catalog knows no similar name, those of the others are offered, their region in front. */
  private withNearest(refusal: CatalogError, department: string): CatalogError {
    const { nearest } = refusal.facts as { nearest: readonly string[] };
    if (nearest.length > 0) return refusal;
    const offered = this.others.flatMap((index) => {
      const found = index.lookUp(department, "");
      if (!(found instanceof CatalogError) || found.code !== "departmentNotFound") return [];
      return (found.facts as { nearest: readonly string[] }).nearest.map((name) => nameWithRegion(index, name));
    });
    return new CatalogError("departmentNotFound", { department, nearest: offered.slice(0, MOST_OFFERED) });
  }
}

const MOST_OFFERED = 3; // as many as fit a cell's message

const regionOf = ({ catalog }: CatalogIndex) => normaliseName(catalog.region);

/** Catalogs of the same region of earlier years, the latest first. */
function earlierOf(index: CatalogIndex, all: readonly CatalogIndex[]): CatalogIndex[] {
  return all
    .filter((each) => regionOf(each) === regionOf(index) && each.catalog.year < index.catalog.year)
    .sort((one, other) => other.catalog.year - one.catalog.year);
}

function byRegion(indexes: readonly CatalogIndex[]): CatalogIndex[][] {
  const regions = new Map<string, CatalogIndex[]>();
  for (const index of indexes) regions.set(regionOf(index), [...(regions.get(regionOf(index)) ?? []), index]);
  return [...regions.values()];
}

/** Of one region's catalogs those of the year asked for, or else of the own catalog's year; all of them where there are none. */
function pickedBy(indexes: readonly CatalogIndex[], year: number | null, ownYear: number): CatalogIndex[] {
  const ofYear = indexes.filter(({ catalog }) => catalog.year === (year ?? ownYear));
  return ofYear.length > 0 ? ofYear : [...indexes];
}

const noneOf = (year: number, [first, ...others]: readonly CatalogIndex[]): CatalogError =>
  noCatalogOf(
    year,
    first?.catalog.region ?? "",
    [first, ...others].flatMap((index) => index?.catalog.year ?? []),
  );

function otherYear(indexes: readonly CatalogIndex[], department: string, indicator: string): CatalogError {
  const years = [...new Set(indexes.map(({ catalog }) => String(catalog.year)))].sort();
  return new CatalogError("otherYear", { department, indicator, years });
}

/** Whether a catalog has a department, a place or a commitment of this name. */
function knows(index: CatalogIndex, department: string): boolean {
  const found = index.lookUp(department, "");
  return !(found instanceof CatalogError && NOT_IN_IT.has(found.code) && found.code === "departmentNotFound");
}

function isNamedById({ id }: Commitment, department: string, indicator: string): boolean {
  return [department, indicator].some((name) => normaliseName(name).toUpperCase() === id);
}

/** A department's name with its region in front. @example nameWithRegion(荆州, "教育局") // "荆州市教育局" */
function nameWithRegion(index: CatalogIndex, typed: string): string {
  return withRegion(index.catalog.region, ownerNamed(index, typed));
}

/** @example withRegion("荆州市", "市教育局") // "荆州市教育局" */
export function withRegion(region: string, owner: string): string {
  if (owner.startsWith(region)) return owner;
  return region + (owner.startsWith(region.slice(-1)) ? owner.slice(1) : owner);
}

function ownerNamed(index: CatalogIndex, typed: string): string {
  try {
    return index.findDepartment(typed).name;
  } catch (error) {
    if (error instanceof CatalogError) return typed; // several of the region's own: it asks which
    throw error;
  }
}
