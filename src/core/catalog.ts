/** A catalog made ready for look-ups: validated once, indexed by the names people type. */
import isCatalogShape, { type ShapeError } from "./catalogShape";
import { CatalogError, type CatalogIssue } from "./errors";
import { NameMemo } from "./nameMemo";
import { isDay } from "./periods";
import { behindFigure } from "./rates";
import { nearestNames, normaliseName } from "./text";
import { areAlike } from "./units";
import type { Catalog, Commitment, Department, Figure } from "./types";

const SHOWN_ISSUES = 20; // a broken file is described by its first troubles

/**
 * Checks that a parsed JSON value is a catalog whose parts fit together.
 * @throws CatalogError catalogInvalid with the place of each trouble
 */
export function validateCatalog(value: unknown): Catalog {
  if (!isCatalogShape(value)) {
    const issues = (isCatalogShape.errors ?? []).map(shapeIssue);
    throw new CatalogError("catalogInvalid", { issues: deepest(issues).slice(0, SHOWN_ISSUES) });
  }
  const issues = [...inconsistencies(value as Catalog)].slice(0, SHOWN_ISSUES);
  if (issues.length > 0) throw new CatalogError("catalogInvalid", { issues });
  return withShownUnits(value as Catalog);
}

/** The catalog with units of rates as they stand behind a figure: everything that shows a unit shows it there. */
function withShownUnits(catalog: Catalog): Catalog {
  if (!catalog.commitments.some(({ target }) => shownTarget(target) !== target)) return catalog;
  return {
    ...catalog,
    commitments: catalog.commitments.map((commitment) =>
      commitment.target ? { ...commitment, target: shownTarget(commitment.target) } : commitment,
    ),
  };
}

function shownTarget<T extends Commitment["target"]>(target: T): T {
  if (target === undefined || !("unit" in target)) return target;
  const unit = behindFigure(target.unit);
  return unit === target.unit ? target : { ...target, unit };
}

function shapeIssue(error: ShapeError): CatalogIssue {
  const parameter = Object.values(error.params ?? {})
    .flat()
    .slice(0, 8)
    .join(", ");
  return {
    path: error.instancePath || "/",
    problem: "shape",
    detail: `${error.keyword}${parameter ? ` (${parameter})` : ""}`,
  };
}

/** A wrong field inside a choice of shapes is reported by every choice: keep what lies deepest below each place. */
function deepest(issues: CatalogIssue[]): CatalogIssue[] {
  const kept = issues.filter(
    (issue) => !issues.some((other) => other.path.startsWith(`${issue.path}/`) && issue.detail.startsWith("anyOf")),
  );
  return kept.length > 0 ? kept : issues;
}

function* inconsistencies(catalog: Catalog): Generator<CatalogIssue> {
  const departments = new Set<string>();
  const documents = new Set<string>();
  const names = new Map<string, string>();
  for (const [index, { id }] of catalog.documents.entries()) {
    if (documents.has(id)) yield { path: `/documents/${index}/id`, problem: "duplicateId", detail: id };
    documents.add(id);
  }
  for (const [index, department] of catalog.departments.entries()) {
    const path = `/departments/${index}`;
    if (departments.has(department.id)) yield { path: `${path}/id`, problem: "duplicateId", detail: department.id };
    departments.add(department.id);
    for (const name of [department.name, ...(department.aliases ?? [])]) {
      const owner = names.get(normaliseName(name));
      if (owner !== undefined && owner !== department.id) yield { path, problem: "duplicateName", detail: name };
      names.set(normaliseName(name), department.id);
    }
  }
  const byId = new Map<string, Commitment>();
  const indicators = new Map<string, Set<string>>();
  for (const [index, commitment] of catalog.commitments.entries()) {
    const path = `/commitments/${index}`;
    if (byId.has(commitment.id)) yield { path: `${path}/id`, problem: "duplicateId", detail: commitment.id };
    byId.set(commitment.id, commitment);
    const taken = indicators.get(commitment.department) ?? new Set();
    indicators.set(commitment.department, taken);
    const name = normaliseName(commitment.indicator);
    if (taken.has(name)) yield { path: `${path}/indicator`, problem: "duplicateName", detail: commitment.indicator };
    taken.add(name);
  }
  for (const [index, commitment] of catalog.commitments.entries())
    for (const issue of troubles(commitment, departments, documents, byId))
      yield { ...issue, path: `/commitments/${index}${issue.path}` };
  for (const [index, fact] of (catalog.facts ?? []).entries())
    if (!departments.has(fact.department))
      yield { path: `/facts/${index}/department`, problem: "unknownDepartment", detail: fact.department };
}

function* troubles(
  commitment: Commitment,
  departments: ReadonlySet<string>,
  documents: ReadonlySet<string>,
  byId: ReadonlyMap<string, Commitment>,
): Generator<CatalogIssue> {
  if (!departments.has(commitment.department))
    yield { path: "/department", problem: "unknownDepartment", detail: commitment.department };
  for (const source of [commitment.source, ...(commitment.alsoPromised ?? [])])
    if (!documents.has(source.document))
      yield { path: "/source/document", problem: "unknownDocument", detail: source.document };
  for (const field of ["from", "due"] as const)
    if (!isDay(commitment[field])) yield { path: `/${field}`, problem: "noSuchDay", detail: commitment[field] };
  if (commitment.from > commitment.due)
    yield { path: "/due", problem: "datesReversed", detail: `${commitment.from} > ${commitment.due}` };
  if (commitment.review === "unclear" && commitment.reviewReason === undefined)
    yield { path: "/reviewReason", problem: "reasonMissing", detail: commitment.id };
  const { target, sumOf } = commitment;
  const figures = [target, sumOf].filter((each) => each !== undefined).length;
  if (figures !== 1 && commitment.kind !== "milestone")
    yield { path: "/target", problem: "noTarget", detail: commitment.id };
  if (target && "valueMax" in target && target.valueMax < target.value)
    yield { path: "/target/valueMax", problem: "rangeReversed", detail: `${target.value} > ${target.valueMax}` };
  if (target && "value" in target && commitment.kind === "stock" && commitment.baseline?.value === target.value)
    yield { path: "/baseline/value", problem: "baselineIsTarget", detail: String(target.value) };
  if (typeof commitment.profile === "object") {
    const shares = commitment.profile.quarterShares;
    if (shares.some((share, index) => index > 0 && share < (shares[index - 1] ?? 0)) || shares.at(-1) !== 1)
      yield { path: "/profile/quarterShares", problem: "sharesFalling", detail: shares.join(", ") };
  }
  for (const id of sumOf ?? []) {
    const part = byId.get(id);
    if (!part) yield { path: "/sumOf", problem: "unknownPart", detail: id };
    else if (part === commitment) yield { path: "/sumOf", problem: "partOfItself", detail: id };
    else if (!isLikePart(commitment, part, byId)) yield { path: "/sumOf", problem: "unlikePart", detail: id };
  }
}

/** A total adds figures of one kind and one unit; a part is no total itself, so nothing is counted in a circle. */
function isLikePart(total: Commitment, part: Commitment, byId: ReadonlyMap<string, Commitment>): boolean {
  const first = byId.get(total.sumOf?.[0] ?? "");
  const unit = part.target && "value" in part.target ? part.target.unit : null;
  const firstUnit = first?.target && "value" in first.target ? first.target.unit : null;
  return (
    part.kind === total.kind &&
    part.sumOf === undefined &&
    unit !== null &&
    firstUnit !== null &&
    areAlike(unit, firstUnit)
  );
}

/** A department and its commitments; names are indexed at the first question, so that a country's catalog opens quickly. */
interface DepartmentEntry {
  readonly department: Department;
  readonly commitments: Commitment[];
  byName: ReadonlyMap<string, Commitment | readonly Commitment[]> | null;
}

/** The catalog, indexed. Look-ups are plain reads in memory. */
export class CatalogIndex {
  private readonly departments = new Map<string, DepartmentEntry | readonly DepartmentEntry[]>();
  private readonly entries = new Map<string, DepartmentEntry>();
  private readonly found = new NameMemo<Commitment | CatalogError>();
  /** The figures behind names, or the refusals in their place, as progress.ts worked them out. */
  readonly figures = new NameMemo<Figure | CatalogError>();
  private ids: ReadonlyMap<string, Commitment> | null = null;

  /** @param catalog a validated catalog, see {@link validateCatalog} */
  constructor(readonly catalog: Catalog) {
    for (const department of catalog.departments)
      this.entries.set(department.id, { department, commitments: [], byName: null });
    for (const entry of this.entries.values()) this.indexDepartment(entry);
    let entry: DepartmentEntry | undefined;
    for (const commitment of catalog.commitments) {
      if (entry?.department.id !== commitment.department) entry = this.entries.get(commitment.department);
      entry?.commitments.push(commitment);
    }
  }

  /** The commitment with an id, or undefined. */
  withId(id: string): Commitment | undefined {
    this.ids ??= new Map(this.catalog.commitments.map((commitment) => [commitment.id, commitment]));
    return this.ids.get(id) ?? this.ids.get(normaliseName(id).toUpperCase());
  }

  /** The commitments of a department, in the catalog's order. @param id the department's id in the catalog */
  commitmentsOf(id: string): readonly Commitment[] {
    return this.entries.get(id)?.commitments ?? [];
  }

  /** The name of the department that made a commitment. */
  departmentOf(commitment: Commitment): Department {
    const entry = this.entries.get(commitment.department);
    if (!entry) throw new CatalogError("departmentNotFound", { department: commitment.department, nearest: [] });
    return entry.department;
  }

  /** The parts of a declared total, or the commitment itself. */
  partsOf(commitment: Commitment): readonly Commitment[] {
    return commitment.sumOf ? commitment.sumOf.flatMap((id) => this.withId(id) ?? []) : [commitment];
  }

  /**
   * The department a person means: by name, alias, or either with or without the region and its level (荆州市教育局, 市教育局, 教育局).
   * @throws CatalogError departmentNotFound with the nearest names, departmentAmbiguous with the candidates
   */
  findDepartment(typed: string): Department {
    const found = this.resolveDepartment(typed);
    if (found instanceof CatalogError) throw found;
    return "byName" in found ? found.department : this.departmentOf(found);
  }

  /** The commitment a person means, as {@link lookUp} finds it. @throws CatalogError what `lookUp` would return */
  find(department: string, indicator: string): Commitment {
    const found = this.lookUp(department, indicator);
    if (found instanceof CatalogError) throw found;
    return found;
  }

  /**
   * What the names a person typed come to. An id works in place of either name. An indicator is taken by its exact name, then by
   * an alias, then where it is part of exactly one name of the department. Never a first match.
   * @returns the commitment, or the refusal: departmentNotFound, departmentAmbiguous, indicatorNotFound, indicatorAmbiguous, nameMissing
   */
  lookUp(department: string, indicator: string): Commitment | CatalogError {
    return (
      this.found.get(department, indicator) ??
      this.found.set(department, indicator, this.resolve(department, indicator))
    );
  }

  private resolve(department: string, indicator: string): Commitment | CatalogError {
    const entry = this.resolveDepartment(department);
    if (entry instanceof CatalogError) return (indicator !== "" ? this.withId(indicator) : undefined) ?? entry;
    return "byName" in entry ? this.resolveIndicator(entry, indicator) : entry; // an id stood in the department's place
  }

  private resolveDepartment(typed: string): DepartmentEntry | Commitment | CatalogError {
    const name = normaliseName(typed);
    if (name === "") return new CatalogError("nameMissing", { missing: "department" });
    const found = this.departments.get(name);
    if (found === undefined) {
      const commitment = this.withId(typed);
      if (commitment) return commitment;
      const names = this.catalog.departments.flatMap((department) => [department.name, ...(department.aliases ?? [])]);
      const nearest = nearestNames(typed, names).map((near) => this.departmentNamed(near) ?? near);
      return new CatalogError("departmentNotFound", { department: typed, nearest: [...new Set(nearest)] });
    }
    if (!isEntry(found))
      return new CatalogError("departmentAmbiguous", {
        department: typed,
        candidates: found.map((entry) => entry.department.name),
      });
    return found;
  }

  private departmentNamed(name: string): string | undefined {
    const found = this.departments.get(normaliseName(name));
    return found && isEntry(found) ? found.department.name : undefined;
  }

  private resolveIndicator(entry: DepartmentEntry, typed: string): Commitment | CatalogError {
    const department = entry.department.name;
    const name = normaliseName(typed);
    if (name === "") return new CatalogError("nameMissing", { missing: "indicator" });
    entry.byName ??= indexNames(entry.commitments);
    const found = entry.byName.get(name) ?? this.withId(typed);
    const several = (commitments: readonly Commitment[]) =>
      new CatalogError("indicatorAmbiguous", {
        department,
        indicator: typed,
        candidates: commitments.map((each) => each.indicator),
      });
    if (found) return isOne(found) ? found : several(found);
    const containing = new Set<Commitment>();
    for (const [known, commitments] of entry.byName)
      if (known.includes(name))
        for (const commitment of isOne(commitments) ? [commitments] : commitments) containing.add(commitment);
    const [only, ...others] = containing;
    if (only && others.length === 0) return only;
    if (only) return several([...containing]);
    const nearest = nearestNames(
      typed,
      entry.commitments.flatMap((each) => [each.indicator, ...(each.aliases ?? [])]),
    );
    return new CatalogError("indicatorNotFound", { department, indicator: typed, nearest });
  }

  private indexDepartment(entry: DepartmentEntry): void {
    const region = normaliseName(this.catalog.region);
    const level = /[省市区县州盟旗镇乡]$/.exec(region)?.[0] ?? "";
    const place = level ? region.slice(0, -1) : region;
    for (const spelled of [entry.department.name, ...(entry.department.aliases ?? [])]) {
      const name = normaliseName(spelled);
      const prefix =
        [region, place, level].find((each) => each && name.startsWith(each) && name.length > each.length + 1) ?? "";
      const bare = name.slice(prefix.length);
      this.claim(name, entry, true);
      for (const variant of [bare, level + bare, region + bare, place + bare]) this.claim(variant, entry, false);
    }
  }

  private claim(name: string, entry: DepartmentEntry, isOwnName: boolean): void {
    const taken = this.departments.get(name);
    if (taken === undefined) {
      this.departments.set(name, entry);
      return;
    }
    const owners = isEntry(taken) ? [taken] : taken;
    if (owners.includes(entry)) return;
    // A name spelled out in the catalog belongs to its department alone; a derived one may be shared, and is then refused.
    const spelledOut = owners.filter((owner) =>
      [owner.department.name, ...(owner.department.aliases ?? [])].some((each) => normaliseName(each) === name),
    );
    if (spelledOut.length > 0 && !isOwnName) return;
    const left = isOwnName ? spelledOut : owners;
    this.departments.set(name, left.length === 0 ? entry : [...left, entry]);
  }
}

/** Exact names and, where no exact name stands against them, aliases: of one commitment, or of several. */
function indexNames(commitments: readonly Commitment[]): Map<string, Commitment | readonly Commitment[]> {
  const byName = new Map<string, Commitment | readonly Commitment[]>();
  for (const commitment of commitments) byName.set(normaliseName(commitment.indicator), commitment);
  for (const commitment of commitments)
    for (const alias of commitment.aliases ?? []) {
      const name = normaliseName(alias);
      const taken = byName.get(name);
      if (taken === undefined) byName.set(name, commitment);
      else if (!isOne(taken)) byName.set(name, [...taken, commitment]);
      else if (taken !== commitment && normaliseName(taken.indicator) !== name) byName.set(name, [taken, commitment]);
    }
  return byName;
}

function isEntry(found: DepartmentEntry | readonly DepartmentEntry[]): found is DepartmentEntry {
  return !Array.isArray(found);
}

function isOne(found: Commitment | readonly Commitment[]): found is Commitment {
  return !Array.isArray(found);
}
