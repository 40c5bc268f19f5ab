/** A promise that people add to their workbook's catalog themselves, in a short form: judged like the rest. */
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { validateCatalog } from "./loadCatalog";
import { yearOf } from "./periods";
import type { Catalog, Commitment, Department, Kind } from "./types";
import { isRateUnit, isUnit, parseQuantity } from "./units";

/** What is typed. */
export interface OwnPromise {
  readonly department: string;
  readonly indicator: string;
  /** As written, perhaps with its unit: 300, ≥95%, 1.2万人. */
  readonly figure: string;
  /** Empty where the figure names it. */
  readonly unit: string;
  /** null: as the name and the unit say. */
  readonly kind: Kind | null;
}

/** Kinds that a short form can hold: a milestone has no figure. */
export const OWN_KINDS = ["flow", "stock", "growth", "ratio"] as const satisfies readonly Kind[];

const GROWTH = /(?:增速|增幅|增长率|增长|降幅|涨幅)$/u;
const LEVEL = /(?:保有量|存量|总数|总量|余额|规模)$/u;
const AT_LEAST = /^(?:≥|>=|不低于|不少于|至少)|以上$/u;
const AT_MOST = /^(?:≤|<=|不超过|不高于|控制在)|以内$/u;

/** The kind that a name and a unit speak for. @example guessedKind("工业增加值增速", "%") // "growth" */
export function guessedKind(indicator: string, unit: string): Kind {
  const name = indicator.replace(/[（(][^（）()]*[）)]$/u, "");
  if (GROWTH.test(name)) return "growth";
  if (isUnit(unit) && isRateUnit(unit)) return "ratio";
  return LEVEL.test(name) ? "stock" : "flow";
}

const OWN_DOCUMENT = "own";

/**
 * The catalog with a promise more: for its year, from its first day to its last. A department it does not know is added.
 * @param document the title under which promises added by people stand
 * @returns the catalog, checked as any other, and the promise; or the one it has under that name already
 * @throws CatalogError departmentAmbiguous, nameMissing, quantityUnreadable and the like, unitUnreadable, catalogInvalid
 */
export function withOwnPromise(
  index: CatalogIndex,
  promise: OwnPromise,
  document: string,
): { readonly catalog: Catalog; readonly added: Commitment } | { readonly known: Commitment } {
  const { catalog } = index;
  const [department, indicator] = [promise.department.trim(), promise.indicator.trim()];
  if (department === "") throw new CatalogError("nameMissing", { missing: "department" });
  if (indicator === "") throw new CatalogError("nameMissing", { missing: "indicator" });
  const known = index.lookUp(department, indicator);
  if (!(known instanceof CatalogError)) return { known };
  const owner = ownerOf(index, department);
  const bare = promise.figure.trim().replace(AT_LEAST, "").replace(AT_MOST, "");
  const { amount, unit: written, isApproximate } = parseQuantity(bare);
  if (isApproximate) throw new CatalogError("quantityDoubtful", { given: promise.figure, bare: String(amount) });
  const unit = written ?? promise.unit.trim();
  if (!isUnit(unit)) throw new CatalogError("unitUnreadable", { given: unit });
  const comparator = AT_LEAST.test(promise.figure.trim())
    ? "atLeast"
    : AT_MOST.test(promise.figure.trim())
      ? "atMost"
      : "plain";
  const { from, to: due } = yearOf(catalog.year);
  const added: Commitment = {
    id: freeId(index),
    department: owner.id,
    indicator,
    kind: promise.kind ?? guessedKind(indicator, unit),
    modality: "stated",
    target: { comparator, value: amount, unit },
    from,
    due,
    review: "confirmed",
    source: {
      document: OWN_DOCUMENT,
      section: document,
      phrase: `${indicator}${promise.figure.trim()}${written === null ? unit : ""}`,
    },
  };
  const isNew = !catalog.departments.some(({ id }) => id === owner.id);
  const hasDocument = catalog.documents.some(({ id }) => id === OWN_DOCUMENT);
  const grown = {
    ...catalog,
    documents: hasDocument ? catalog.documents : [...catalog.documents, { id: OWN_DOCUMENT, title: document }],
    departments: isNew ? [...catalog.departments, owner] : catalog.departments,
    commitments: [...catalog.commitments, added],
  };
  return { catalog: validateCatalog(grown), added };
}

function ownerOf(index: CatalogIndex, name: string): Department {
  try {
    const found = index.findDepartment(name);
    const department = index.catalog.departments.find(({ id }) => id === found.id);
    if (!department) throw new CatalogError("departmentNotFound", { department: name, nearest: [] });
    return department;
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== "departmentNotFound") throw error;
    // A place is no department: what it has is its part of a city's promise.
    if (index.catalog.places?.some((place) => place.name === name)) throw error;
    const taken = new Set(index.catalog.departments.map(({ id }) => id));
    let number = 1;
    while (taken.has(`own-${number}`)) number += 1;
    return { id: `own-${number}`, name };
  }
}

/** @example "OWN2024-001" */
function freeId({ catalog }: CatalogIndex): string {
  const taken = new Set(catalog.commitments.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = `OWN${catalog.year}-${String(number).padStart(3, "0")}`;
    if (!taken.has(id)) return id;
  }
}
