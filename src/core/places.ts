/** Targets split over places (RULES: Places): what a city's promise is for one of them, as a promise of its own. */
import type { Commitment, Part, Place } from "./types";

/** Between a promise's id and a place's: JZ2024-012@songzi is that place's part of it. */
export const PART_OF = "@";

/** A promise as it is for one place, and where it comes from. */
export interface PlacePart {
  readonly whole: Commitment;
  readonly place: Place;
  /** What the catalog says of the place; of a declared total that its parts make up in the place, nothing. */
  readonly part: Part | null;
}

/**
 * A place's part of a promise as a promise of its own: the figure the city set for it, with the words, dates and pace of the whole.
 * @returns null where the place has no part of it, or only a pledge of its own
 */
export function partAsCommitment(whole: Commitment, place: Place): Commitment | null {
  const part = whole.parts?.find((each) => each.place === place.id);
  if (!part) return null;
  const target = targetOf(whole, part);
  if (target === null) return null;
  return {
    ...sharedWith(whole),
    id: `${whole.id}${PART_OF}${place.id}`,
    ...(target === undefined ? {} : { target }),
    ...(part.revisions ? { revisions: part.revisions } : {}),
    ...(part.history ? { history: part.history } : {}),
    source: part.source ?? whole.source,
  };
}

/** What of a promise holds for its parts as well: its words, dates, pace and weight, not its figures. */
function sharedWith(whole: Commitment): Commitment {
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !OWN.has(field))) as Commitment;
}
const OWN: ReadonlySet<string> = new Set<keyof Commitment>([
  "target",
  "sumOf",
  "baseline",
  "annualTargets",
  "path",
  "revisions",
  "history",
  "parts",
  "supporting",
]);

/** The target of a part: its figure in the whole's words; undefined for a deed, null where no figure was set. */
function targetOf({ kind, target }: Commitment, { value, valueMax }: Part): Commitment["target"] | null {
  if (kind === "milestone") return target;
  if (!target) return null;
  if (!("value" in target)) return target; // 全覆盖 and 超过去年 hold in every place
  if (value === undefined) return null;
  const { comparator, unit } = target;
  return valueMax === undefined ? { comparator, value, unit } : { comparator, value, valueMax, unit };
}

/** A declared total within a place: of the place's parts of all it adds up; null where one of them is not split there. */
export function totalInPlace(
  total: Commitment,
  parts: readonly (Commitment | null)[],
  place: Place,
): Commitment | null {
  if (!total.sumOf || parts.length === 0) return null;
  const ids = parts.flatMap((part) => (part === null ? [] : [part.id]));
  if (ids.length < parts.length) return null;
  return { ...sharedWith(total), id: `${total.id}${PART_OF}${place.id}`, sumOf: ids };
}

const LEVEL = /^(.{2,})[市县区旗]$/u;

/** The names a place goes by, besides its own and its aliases: 松滋 for 松滋市; none that is the region's own. */
export function shortNames(name: string, region: string): string[] {
  const bare = LEVEL.exec(name)?.[1];
  const ofRegion = LEVEL.exec(region)?.[1] ?? region;
  return [bare, region + name, ofRegion + name].filter(
    (each): each is string => each !== undefined && each !== region && each !== ofRegion,
  );
}
