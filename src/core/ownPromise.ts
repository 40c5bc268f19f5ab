/** A promise that people add to their workbook's catalog themselves, in a short form: judged like the rest. */
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { namesFall } from "./falls";
import { isLessBetter } from "./lessIsBetter";
import { validateCatalog } from "./loadCatalog";
import { yearOf } from "./periods";
import type { Catalog, Commitment, Comparator, Department, Direction, Kind } from "./types";
import {
  amountIn,
  areAlike,
  bareFigure,
  isRateUnit,
  isUnit,
  parseQuantity,
  thingCounted,
  type Quantity,
} from "./units";

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

const CHANGE = /^(?:同比)?(?:增|升|提|降|减|下|回落|负增长)/u;

/** The kind that a name, a unit and a figure speak for. @example guessedKind("工业增加值增速", "%", "8") // "growth" */
export function guessedKind(indicator: string, unit: string, figure: string): Kind {
  const name = indicator.replace(/[（(][^（）()]*[）)]$/u, "");
  const isRate = (isUnit(unit) && isRateUnit(unit)) || /[%％‰]/u.test(figure);
  if (GROWTH.test(name) || (isRate && CHANGE.test(figure.trim()))) return "growth";
  if (isRate) return "ratio";
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
  const standing = index.lookUp(department, indicator);
  if (!(standing instanceof CatalogError)) return { known: standing };
  const owner = ownerOf(index, knownAs(index, department), department);
  const figure = promise.figure.trim();
  const said = parseQuantity(figure.replace(AT_LEAST, "").replace(AT_MOST, ""));
  const unit = unitOf(said, promise.unit.trim());
  const kind = promise.kind ?? guessedKind(indicator, unit, figure);
  if (said.isApproximate) throw new CatalogError("quantityDoubtful", { given: figure, bare: bareFigure(said) });
  const value = amountIn({ ...said, unit: null }, unit);
  const { from, to: due } = yearOf(catalog.year);
  const added: Commitment = {
    id: freeOf(everAdded(catalog), (number) => `OWN${catalog.year}-${String(number).padStart(3, "0")}`),
    department: owner.id,
    indicator,
    kind,
    modality: "stated",
    ...aimOf(figure, said, indicator, kind, { value, unit }),
    from,
    due,
    review: "confirmed",
    source: {
      document: OWN_DOCUMENT,
      section: document,
      phrase: `${indicator}${figure}${said.unit === null ? unitBehind(said, unit) : ""}`,
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

/** The unit of the figure: the one written behind it, or the one typed beside it. @throws CatalogError unitMismatch, unitUnreadable */
function unitOf({ unit: written }: Quantity, typed: string): string {
  const unit = written ?? typed;
  if (!isUnit(unit)) throw new CatalogError("unitUnreadable", { given: unit });
  if (typed !== "" && (!isUnit(typed) || !areAlike(unit, typed)))
    throw new CatalogError("unitMismatch", { given: unit, expected: typed });
  return unit;
}

/** What stands behind a figure that was typed without its unit: 16亿 of 亿元 is 16亿元, 5 is 5亿元. */
const unitBehind = ({ scale }: Quantity, unit: string) => (scale === undefined ? unit : thingCounted(unit));

const MIRRORED = { atLeast: "atMost", atMost: "atLeast", plain: "plain" } as const satisfies Partial<
  Record<Comparator, Comparator>
>;

/**
 * The target and which way is good. 下降3.2% is −3.2 and a deeper fall better; in a row of 降幅 it is 3.2, and less than nothing is good
 * where a name says so (失业率).
 * @throws CatalogError changeNotLevel for a change where a level is promised
 */
function aimOf(
  figure: string,
  { change }: Quantity,
  indicator: string,
  kind: Kind,
  { value, unit }: { readonly value: number; readonly unit: string },
): { target: NonNullable<Commitment["target"]>; direction?: Direction } {
  const isFallRow = kind === "growth" && namesFall(indicator);
  const fits = change === undefined || kind === "growth" || (kind === "flow" && change === "rise");
  if (!fits || (isFallRow && change === "rise")) throw new CatalogError("changeNotLevel", { given: figure });
  const comparator = AT_LEAST.test(figure) ? "atLeast" : AT_MOST.test(figure) ? "atMost" : "plain";
  if (change === "fall" && !isFallRow) {
    const aim = MIRRORED[comparator];
    return { target: { comparator: aim, value, unit }, ...(aim === "atLeast" ? {} : { direction: "down" as const }) };
  }
  const isLess = comparator === "plain" && isLessBetter(indicator, kind);
  return {
    target: { comparator, value: isFallRow ? Math.abs(value) : value, unit },
    ...(isLess ? { direction: "down" as const } : {}),
  };
}

/** The department that is meant, or a new one. A place is none: what it has is its part of a city's promise. */
function ownerOf({ catalog }: CatalogIndex, found: Department | null, name: string): Department {
  if (found === null) return { id: freeOf(catalog.departments, (number) => `own-${number}`), name };
  const department = catalog.departments.find(({ id }) => id === found.id);
  if (!department) throw new CatalogError("departmentNotFound", { department: name, nearest: [] });
  return department;
}

/** The department or place under a name; null where the catalog knows none. @throws CatalogError departmentAmbiguous */
function knownAs(index: CatalogIndex, name: string): Department | null {
  try {
    return index.findDepartment(name);
  } catch (error) {
    if (error instanceof CatalogError && error.code === "departmentNotFound") return null;
    throw error;
  }
}

/** Those out of service too: formulas may hold their ids. */
const everAdded = ({ commitments, setAside = [] }: Catalog) => [
  ...commitments,
  ...setAside.map(({ commitment }) => commitment),
];

/** The first id, counted from 1, that nothing has. */
function freeOf(taken: readonly { readonly id: string }[], idOf: (number: number) => string): string {
  for (let number = 1; ; number++) if (!taken.some(({ id }) => id === idOf(number))) return idOf(number);
}
