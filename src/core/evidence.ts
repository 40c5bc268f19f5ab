/** What stands behind a target, property by property: what TARGET.INFO answers and the pane shows. */
import { caseOf } from "./case";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { normaliseName } from "./text";
import type { Commitment, Comparator, Direction, Figure, Kind, Modality, Source } from "./types";

/** The properties TARGET.INFO knows, as asked for in a cell. */
export const PROPERTIES = ["单位", "比较", "语气", "性质", "期限", "基数", "原文", "来源", "构成", "编号"] as const;
export type Property = (typeof PROPERTIES)[number];

/** A property by the name a person typed. @throws CatalogError propertyUnknown */
export function propertyNamed(typed: string): Property {
  const name = normaliseName(typed);
  const found = PROPERTIES.find((property) => property === name);
  if (!found) throw new CatalogError("propertyUnknown", { given: typed });
  return found;
}

/** All that is known of one commitment, in the domain's own terms. */
export interface Evidence {
  readonly id: string;
  readonly department: string;
  readonly indicator: string;
  readonly kind: Kind;
  readonly modality: Modality;
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly unit: string | null;
  readonly isCompleteCoverage: boolean;
  readonly isRelativeToLastYear: boolean;
  readonly from: string;
  readonly due: string;
  readonly baseline: Commitment["baseline"] | null;
  readonly parts: readonly { readonly id: string; readonly indicator: string; readonly figure: Figure | null }[];
  readonly sources: readonly (Source & { readonly title: string })[];
  readonly note: string | null;
  /** The figure, or why there is none. */
  readonly figure: Figure | CatalogError;
}

/** The evidence of one commitment. */
export function evidenceOf(index: CatalogIndex, commitment: Commitment): Evidence {
  const { terms, figure } = caseOf(index, commitment);
  const titles = new Map(index.catalog.documents.map(({ id, title }) => [id, title]));
  const { target } = commitment;
  return {
    id: commitment.id,
    department: index.departmentOf(commitment).name,
    indicator: commitment.indicator,
    kind: commitment.kind,
    modality: commitment.modality,
    comparator: terms.comparator,
    direction: terms.direction,
    unit: terms.unit,
    isCompleteCoverage: target !== undefined && "coverage" in target,
    isRelativeToLastYear: target !== undefined && "relativeTo" in target,
    from: commitment.from,
    due: commitment.due,
    baseline: commitment.baseline ?? null,
    parts: commitment.sumOf
      ? index
          .partsOf(commitment)
          .map((part) => ({ id: part.id, indicator: part.indicator, figure: figureOrNull(index, part) }))
      : [],
    sources: [commitment.source, ...(commitment.alsoPromised ?? [])].map((source) => ({
      ...source,
      title: titles.get(source.document) ?? source.document,
    })),
    note: commitment.note ?? null,
    figure,
  };
}

function figureOrNull(index: CatalogIndex, commitment: Commitment): Figure | null {
  const found = caseOf(index, commitment).figure;
  return found instanceof CatalogError ? null : found;
}
