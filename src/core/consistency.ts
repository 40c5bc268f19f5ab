/** Whether the parts of a catalog fit together. */
import { addressTroubles, newerFields, newerTroubles, placeTroubles } from "./consistencyNewer";
import type { CatalogIssue } from "./errors";
import { isDay } from "./periods";
import { sharesOf } from "./profiles";
import { normaliseName } from "./text";
import type { Catalog, Commitment, Direction } from "./types";
import { areAlike, isUnit } from "./units";

/** What comes between issues while a long catalog is looked through, so that others may have their turn. */
export const TICK = null;
/** After how many promises it comes, in each of so many rounds. */
export const EACH_TICK = 1000;
export const TICKS = 2;

/** What does not fit together in a catalog of the right shape: where it is, and what is wrong there. */
export function* inconsistencies(catalog: Catalog): Generator<CatalogIssue | typeof TICK> {
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
  yield* newerFields(catalog);
  yield* addressTroubles(catalog);
  yield* placeTroubles(catalog, names);
  const places = new Set((catalog.places ?? []).map(({ id }) => id));
  const byId = new Map<string, Commitment>();
  const indicators = new Map<string, Set<string>>();
  for (const [index, commitment] of catalog.commitments.entries()) {
    if (index % EACH_TICK === EACH_TICK - 1) yield TICK;
    const path = `/commitments/${index}`;
    if (byId.has(commitment.id)) yield { path: `${path}/id`, problem: "duplicateId", detail: commitment.id };
    byId.set(commitment.id, commitment);
    const taken = indicators.get(commitment.department) ?? new Set();
    indicators.set(commitment.department, taken);
    const name = normaliseName(commitment.indicator);
    if (taken.has(name)) yield { path: `${path}/indicator`, problem: "duplicateName", detail: commitment.indicator };
    taken.add(name);
  }
  let isReadable = true;
  for (const [index, { target }] of catalog.commitments.entries())
    if (target && "unit" in target && !isUnit(target.unit)) {
      isReadable = false;
      yield { path: `/commitments/${index}/target/unit`, problem: "unitUnreadable", detail: target.unit };
    }
  if (!isReadable) return; // what follows compares units
  for (const [index, commitment] of catalog.commitments.entries()) {
    if (index % EACH_TICK === EACH_TICK - 1) yield TICK;
    for (const found of [
      troubles(commitment, departments, documents, byId),
      newerTroubles(commitment, places, departments),
    ])
      for (const issue of found) yield { ...issue, path: `/commitments/${index}${issue.path}` };
  }
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
  const ofParts = (commitment.parts ?? []).flatMap(({ source }) => source ?? []);
  for (const source of [commitment.source, ...(commitment.alsoPromised ?? []), ...ofParts])
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
  const comparator = target && "comparator" in target ? target.comparator : null;
  if (target && "value" in target && (comparator === "range") !== (target.valueMax !== undefined))
    yield { path: "/target/valueMax", problem: comparator === "range" ? "rangeOpen" : "notARange", detail: "" };
  for (const year of Object.keys(commitment.annualTargets ?? {}))
    if (year < commitment.from.slice(0, 4) || year > commitment.due.slice(0, 4))
      yield { path: "/annualTargets", problem: "yearOutside", detail: year };
  if (target && "value" in target && commitment.kind === "stock" && commitment.baseline?.value === target.value)
    yield { path: "/baseline/value", problem: "baselineIsTarget", detail: String(target.value) };
  if (typeof commitment.profile === "object") {
    const shares = sharesOf(commitment.profile);
    const field = "monthShares" in commitment.profile ? "monthShares" : "quarterShares";
    if (shares.some((share, index) => index > 0 && share < (shares[index - 1] ?? 0)) || shares.at(-1) !== 1)
      yield { path: `/profile/${field}`, problem: "sharesFalling", detail: shares.join(", ") };
  }
  if (new Set(sumOf).size < (sumOf?.length ?? 0))
    yield { path: "/sumOf", problem: "partTwice", detail: (sumOf ?? []).join(", ") };
  for (const id of sumOf ?? []) {
    const part = byId.get(id);
    if (!part) yield { path: "/sumOf", problem: "unknownPart", detail: id };
    else if (part === commitment) yield { path: "/sumOf", problem: "partOfItself", detail: id };
    else if (isOfRates(commitment, part)) yield { path: "/sumOf", problem: "sumOfRates", detail: id };
    else if (!isLikePart(commitment, part, byId)) yield { path: "/sumOf", problem: "unlikePart", detail: id };
  }
}

/** Growth and shares are each their own: 6.0 % and 5.1 % are never 11.1 %, whatever a catalog declares. */
function isOfRates(total: Commitment, part: Commitment): boolean {
  const isRate = (unit: string) => areAlike(unit, "%") || areAlike(unit, "百分点");
  return [total, part].some(
    ({ kind, target }) =>
      kind === "growth" || kind === "ratio" || (target !== undefined && "unit" in target && isRate(target.unit)),
  );
}

/** Which way is good, as its own words say. */
function directionOf({ direction, target }: Commitment): Direction {
  const comparator = target && "comparator" in target ? target.comparator : "plain";
  return direction ?? (comparator === "atMost" || comparator === "lessThan" ? "down" : "up");
}

/**
 * A total adds figures of one kind, one unit and one direction: a total of limits is a limit. A part is no total itself, so nothing is
 * counted in a circle.
 */
function isLikePart(total: Commitment, part: Commitment, byId: ReadonlyMap<string, Commitment>): boolean {
  const first = byId.get(total.sumOf?.[0] ?? "");
  const unit = part.target && "value" in part.target ? part.target.unit : null;
  const firstUnit = first?.target && "value" in first.target ? first.target.unit : null;
  return (
    part.kind === total.kind &&
    part.sumOf === undefined &&
    unit !== null &&
    firstUnit !== null &&
    areAlike(unit, firstUnit) &&
    first !== undefined &&
    directionOf(part) === (total.direction ?? directionOf(first))
  );
}
