/** A catalog from a file or a workbook's part: read, checked, and refused with the places of its troubles. */
import isCatalogShape, { type ShapeError } from "./catalogShape";
import { inconsistencies } from "./consistency";
import { CatalogError, type CatalogIssue } from "./errors";
import { behindFigure } from "./rates";
import type { Catalog, Commitment } from "./types";

const SHOWN_ISSUES = 8; // a broken file is described by its first troubles

const MOST_CHARACTERS = 40_000_000; // a hundred thousand promises

/**
 * A catalog from the text of a file or of a workbook's part: both go this one way.
 * @throws CatalogError catalogInvalid, also for what is no JSON or too long
 */
export const catalogOfText = (text: string): Catalog => validateCatalog(valueOfText(text));

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
export function validateCatalog(value: unknown): Catalog {
  if (!isCatalogShape(value)) {
    const issues = (isCatalogShape.errors ?? []).map(shapeIssue);
    throw new CatalogError("catalogInvalid", { issues: deepest(issues).slice(0, SHOWN_ISSUES) });
  }
  const issues: CatalogIssue[] = [];
  for (const issue of inconsistencies(value as Catalog)) {
    issues.push({ ...issue, detail: cut(issue.detail) });
    if (issues.length >= SHOWN_ISSUES) break;
  }
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

/** What the validator's words are in the catalog's; the value beside each is what would have been right. */
const SHAPE_PROBLEMS: Readonly<Record<string, CatalogIssue["problem"]>> = {
  required: "missing",
  additionalProperties: "unknownField",
  type: "wrongType",
  maxLength: "tooLong",
  maxItems: "tooMany",
  maxProperties: "tooMany",
  minimum: "outOfRange",
  maximum: "outOfRange",
};

function shapeIssue(error: ShapeError): CatalogIssue {
  const { missingProperty, additionalProperty, type, limit } = error.params ?? {};
  const known = SHAPE_PROBLEMS[error.keyword];
  const path = error.instancePath || "/";
  if (known === undefined) return { path, problem: "shape", detail: error.keyword };
  const detail = [missingProperty, additionalProperty, type, limit].flat().find(isPlain);
  return { path, problem: known, detail: cut(String(detail ?? error.keyword)) };
}

const isPlain = (value: unknown): value is string | number => ["string", "number"].includes(typeof value);

const LONGEST_DETAIL = 40;
const cut = (text: string) => (text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text);

/** A wrong field inside a choice of shapes is reported by every choice: keep what lies deepest below each place. */
function deepest(issues: CatalogIssue[]): CatalogIssue[] {
  if (!issues.some(({ detail }) => detail === "anyOf")) return issues;
  const kept = issues.filter((issue) => !issues.some((other) => other.path.startsWith(`${issue.path}/`)));
  return kept.length > 0 ? kept : issues;
}
