/** A catalog from a file or a workbook's part: read, checked, and refused with the places of its troubles. */
import isCatalogShape, { type ShapeError } from "./catalogShape";
import { EACH_TICK, inconsistencies, TICK, TICKS } from "./consistency";
import { CatalogError, type CatalogIssue } from "./errors";
import { behindFigure } from "./rates";
import { atOnce, withRests, type Rest, type Steps } from "./steps";
import type { Catalog, Commitment } from "./types";

const SHOWN_ISSUES = 8; // a broken file is described by its first troubles

const MOST_COMMITMENTS = 200_000; // as the schema has it, which a test holds
const MOST_CHARACTERS = 40_000_000; // a hundred thousand promises

/**
 * A catalog from the text of a file or of a workbook's part: both go this one way.
 * @throws CatalogError catalogInvalid, also for what is no JSON or too long
 */
export const catalogOfText = (text: string): Catalog => validateCatalog(valueOfText(text));

/** The same in steps. */
export const catalogInSteps = (text: string, rest: Rest): Promise<Catalog> => validateInSteps(valueOfText(text), rest);

/** What a text of JSON holds. @throws CatalogError catalogInvalid for what is no JSON or too long */
export function valueOfText(text: string): unknown {
  if (text.length > MOST_CHARACTERS)
    throw new CatalogError("catalogInvalid", {
      issues: [{ path: "/", problem: "tooLong", detail: `${MOST_CHARACTERS / 10_000}万` }],
    });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new CatalogError("catalogInvalid", { issues: [{ path: "/", problem: "noJson", detail: text.slice(0, 20) }] });
  }
}

/**
 * Checks that a parsed JSON value is a catalog whose parts fit together.
 * @throws CatalogError catalogInvalid with the place of each trouble
 */
export const validateCatalog = (value: unknown): Catalog => atOnce(validationSteps(value));

/** The same in steps, so that a catalog of a hundred thousand promises does not hold everything up. */
export const validateInSteps = (value: unknown, rest: Rest): Promise<Catalog> =>
  withRests(validationSteps(value), rest);

const STEP = 2000; // promises between two turns of others
const VALID = new WeakSet();
const TICK_SHARE = 0.5; // the shape is the first half of the work

/** Checks in steps, each of which yields how much is done. */
export function* validationSteps(value: unknown): Steps<Catalog> {
  if (typeof value === "object" && value !== null && VALID.has(value)) return value as Catalog;
  yield* shapeChecked(value);
  const catalog = value as Catalog;
  const issues: CatalogIssue[] = [];
  let ticks = 0;
  const all = 1 + (TICKS * catalog.commitments.length) / EACH_TICK;
  for (const issue of inconsistencies(catalog)) {
    if (issue === TICK) {
      yield Math.min(1, TICK_SHARE + ((ticks += 1) / all) * TICK_SHARE);
      continue;
    }
    issues.push({ ...issue, detail: cut(issue.detail) });
    if (issues.length >= SHOWN_ISSUES) break;
  }
  if (issues.length > 0) throw new CatalogError("catalogInvalid", { issues });
  const valid = withShownUnits(catalog);
  VALID.add(valid);
  return valid;
}

/** The shape of everything but the later promises first, then these in portions beside a few of the rest. */
function* shapeChecked(value: unknown): Generator<number> {
  const commitments = longListIn(value);
  if (commitments === null) {
    mustHaveShape(value, 0);
    return;
  }
  const catalog = value as Catalog;
  mustHaveShape({ ...catalog, commitments: commitments.slice(0, STEP) }, 0);
  for (let from = STEP; from < commitments.length; from += STEP) {
    yield (from / commitments.length) * TICK_SHARE;
    mustHaveShape({ ...catalog, ...NO_OTHERS, commitments: commitments.slice(from, from + STEP) }, from);
  }
}

const NO_OTHERS = { documents: [], departments: [], places: [], facts: [], corrections: [], setAside: [] };

/** The promises of a value, where they are many and not too many; null for anything else, which is checked at once. */
function longListIn(value: unknown): readonly unknown[] | null {
  const list =
    typeof value === "object" && value !== null ? (value as { commitments?: unknown }).commitments : undefined;
  return Array.isArray(list) && list.length > STEP && list.length <= MOST_COMMITMENTS ? list : null;
}

/** @param from the number of the first promise of the portion */
function mustHaveShape(value: unknown, from: number): void {
  if (isCatalogShape(value)) return;
  const issues = (isCatalogShape.errors ?? []).map(shapeIssue).map((issue) => ({
    ...issue,
    path: issue.path.replace(/^\/commitments\/(\d+)/, (_, at: string) => `/commitments/${Number(at) + from}`),
  }));
  throw new CatalogError("catalogInvalid", { issues: deepest(issues).slice(0, SHOWN_ISSUES) });
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

/** What the validator's words are in the catalog's; the value beside each is what would have been right. */
const SHAPE_PROBLEMS: Readonly<Record<string, CatalogIssue["problem"]>> = {
  required: "missing",
  additionalProperties: "unknownField",
  type: "wrongType",
  maxLength: "tooLong",
  maxItems: "tooMany",
  maxProperties: "tooMany",
  minItems: "tooFew",
  enum: "notOneOf",
  const: "notOneOf",
  minimum: "outOfRange",
  maximum: "outOfRange",
};

/** What the patterns of the schema ask for, by how they begin: something at all, a day, an id. */
const PATTERNS: readonly (readonly [begins: string, problem: CatalogIssue["problem"]])[] = [
  ["\\S", "blank"],
  ["^\\d", "dayUnreadable"],
  ["^[A-Z]", "idUnreadable"],
];

function shapeIssue(error: ShapeError): CatalogIssue {
  const { missingProperty, additionalProperty, type, limit, allowedValues, allowedValue, pattern } = error.params ?? {};
  const path = error.instancePath || "/";
  const asked = PATTERNS.find(([begins]) => String(pattern).startsWith(begins));
  if (asked) return { path, problem: asked[1], detail: "" };
  const known = SHAPE_PROBLEMS[error.keyword];
  if (known === undefined) return { path, problem: "shape", detail: error.keyword };
  if (Array.isArray(allowedValues)) return { path, problem: known, detail: allowedValues.join("、") };
  const detail = [missingProperty, additionalProperty, type, limit, allowedValue].flat().find(isPlain);
  return { path, problem: known, detail: cut(String(detail ?? error.keyword)) };
}

const isPlain = (value: unknown): value is string | number => ["string", "number"].includes(typeof value);

const LONGEST_DETAIL = 40;
const cut = (text: string) => (text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text);

/**
 * A wrong field inside a choice of shapes is reported by every choice: keep what lies deepest below each place, and of one place what the
 * usual choice, the first, says.
 */
function deepest(issues: CatalogIssue[]): CatalogIssue[] {
  if (!issues.some(({ detail }) => detail === "anyOf")) return issues;
  const kept = issues.filter(
    (issue, at) =>
      issue.detail !== "anyOf" &&
      !issues.some((other) => other.path.startsWith(`${issue.path}/`)) &&
      issues.findIndex((other) => other.path === issue.path) === at,
  );
  return kept.length > 0 ? kept : issues;
}
