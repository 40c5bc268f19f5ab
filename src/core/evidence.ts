/** What stands behind a target, property by property: what TARGET.INFO answers and the pane shows. */
import { endIn } from "./asked";
import { caseOf, PERCENT, type Basis } from "./case";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { difference, tidy } from "./expression";
import { lastYearsEnd, pastFigures, type PastFigure } from "./history";
import { normaliseName } from "./text";
import type { Commitment, Comparator, Day, Direction, Figure, Kind, Modality, Revision, Source } from "./types";
import { areAlike, convert } from "./units";

/** The properties TARGET.INFO knows, as asked for in a cell. */
export const PROPERTIES = [
  "单位",
  "比较",
  "语气",
  "性质",
  "期限",
  "基数",
  "原文",
  "来源",
  "构成",
  "编号",
  "原目标",
  "调整",
  "牵头",
  "配合",
  "分解",
  "约束性",
  "上年",
  "依据",
  "权重",
] as const;
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
  /** The level at the start, as the catalog states it or an earlier figure says it; of 超过去年 last year's. */
  readonly baseline: Commitment["baseline"] | null;
  readonly parts: readonly { readonly id: string; readonly indicator: string; readonly figure: Figure | null }[];
  /** `url`: where the document can be read. */
  readonly sources: readonly (Source & { readonly title: string; readonly url: string | null })[];
  readonly note: string | null;
  /** The figure before anything was revised; null where it has none. */
  readonly original: number | null;
  readonly revisions: readonly Revision[];
  /** The one whose figure holds; null where none does. */
  readonly inForce: Revision | null;
  /** The department that leads and reports. */
  readonly lead: string;
  /** Names of those who help. */
  readonly supporters: readonly string[];
  readonly split: Split | null;
  readonly binding: NonNullable<Commitment["binding"]> | null;
  /** Last year's figure, in the target's unit where it can be counted in it: of a growth row the rate before the level. */
  readonly lastYear: PastFigure | null;
  /** The day to which last year's figure would count. */
  readonly lastYearsEnd: Day;
  /** Where the figure comes from: the promise, a plan for the year, or a path. */
  readonly basis: Basis;
  readonly weight: number | null;
  /** The figure, or why there is none. */
  readonly figure: Figure | CatalogError;
}

/** How a figure is split over places. */
export interface Split {
  readonly places: readonly {
    readonly place: string;
    readonly value: number | null;
    readonly ownPledge: number | null;
  }[];
  /** How much more than the city's figure the places have between them, less is negative; null of rates, which are never added. */
  readonly beyond: number | null;
}

/** The evidence of one commitment. @param year of a promise over several years, whose figure is asked about; null: the catalog's */
export function evidenceOf(index: CatalogIndex, commitment: Commitment, year: number | null = null): Evidence {
  const day = endIn(commitment, year);
  const { terms, figure, basis, start, lastYear, revision } = caseOf(index, commitment, day);
  const level = lastYear ?? start;
  const documents = new Map(index.catalog.documents.map((document) => [document.id, document]));
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
    baseline: commitment.baseline ?? (level === null ? null : { value: level }),
    parts: commitment.sumOf
      ? index
          .partsOf(commitment)
          .map((part) => ({ id: part.id, indicator: part.indicator, figure: figureOrNull(index, part) }))
      : [],
    sources: [commitment.source, ...(commitment.alsoPromised ?? [])].map((source) => ({
      ...source,
      title: documents.get(source.document)?.title ?? source.document,
      url: documents.get(source.document)?.url ?? null,
    })),
    note: commitment.note ?? null,
    original: target && "value" in target ? target.value : figure instanceof CatalogError ? null : figure.value,
    revisions: commitment.revisions ?? [],
    inForce: revision,
    lead: index.leadOf(commitment).name,
    supporters: index.supportersOf(commitment),
    split: splitOf(index, commitment, figure),
    binding: commitment.binding ?? null,
    lastYear: lastYearOf(commitment, terms.unit),
    lastYearsEnd: lastYearsEnd(commitment),
    basis,
    weight: commitment.weight ?? null,
    figure,
  };
}

function lastYearOf(commitment: Commitment, unit: string | null): PastFigure | null {
  const end = lastYearsEnd(commitment);
  const known = pastFigures(commitment).filter(({ to }) => to === end);
  const own = unit === null ? undefined : known.find((figure) => areAlike(figure.unit, unit));
  return own && unit !== null ? { ...own, value: convert(own.value, own.unit, unit), unit } : (known[0] ?? null);
}

/** The parts of the places, and how they add up against the city's figure. Growth and shares are each place's own. */
function splitOf(index: CatalogIndex, commitment: Commitment, figure: Figure | CatalogError): Split | null {
  const { parts = [], kind } = commitment;
  if (parts.length === 0) return null;
  const places = parts.map(({ place: id, value, ownPledge }) => {
    const part = index.partIn(commitment, id);
    const own = part && figureOrNull(index, part);
    const name = index.catalog.places?.find((place) => place.id === id)?.name ?? id;
    return { place: name, value: own?.value ?? value ?? null, ownPledge: ownPledge ?? null };
  });
  const isCounted =
    (kind === "flow" || kind === "stock") && !(figure instanceof CatalogError) && figure.unit !== PERCENT;
  const whole = isCounted ? figure.value : null;
  const sum = places.reduce((total, { value }) => tidy(total + (value ?? 0)), 0);
  return { places, beyond: whole === null ? null : difference(sum, whole) };
}

function figureOrNull(index: CatalogIndex, commitment: Commitment): Figure | null {
  const found = caseOf(index, commitment).figure;
  return found instanceof CatalogError ? null : found;
}
