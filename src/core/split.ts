/** Splitting a city's figure over its places (RULES: Places): equal, by last year's figures or by shares, so that the parts add up exactly. */
import type { CatalogIndex } from "./catalog";
import { pastFigures } from "./history";
import { partsOf, yearOf } from "./periods";
import type { Catalog, Commitment, Part } from "./types";
import { areAlike, convert, isRateUnit } from "./units";

export const SPLIT_WAYS = ["equal", "lastYear", "shares"] as const;
export type SplitWay = (typeof SPLIT_WAYS)[number];

/** A place's claim to a part of the whole. */
export interface Claim {
  readonly place: string;
  /** How much of what is left it gets, beside the others; 0 or more. */
  readonly share: number;
  /** What it has in any case, in the target's unit; null where it takes its share. */
  readonly held: number | null;
}

export type SplitRefusal =
  /** What is held is more than the whole; `by` so much. */
  | { readonly refused: "heldTooMuch"; readonly by: number }
  /** Something is left, and no place that is not held claims any of it. */
  | { readonly refused: "noShares"; readonly left: number }
  /** A share or a held figure is no amount, or finer than can be split exactly. */
  | { readonly refused: "noAmount"; readonly place: string };

/** A figure for each place. */
export interface SplitParts {
  readonly parts: ReadonlyMap<string, number>;
}

const MOST_DECIMALS = 6;

/** How many decimals a figure was written with. @example decimalsOf(41.6) // 1 */
function decimalsOf(value: number): number {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && Number(value.toFixed(decimals)) !== value) decimals += 1;
  return decimals;
}

/** Whether a figure can be split to its last decimal: in units that are still told apart. */
const isExact = (value: number) =>
  Number(value.toFixed(MOST_DECIMALS)) === value && Number.isSafeInteger(Math.round(value * 10 ** MOST_DECIMALS));

/**
 * Splits a positive whole: held figures stay, the others share what is left in whole units of the last decimal that the whole or a held
 * figure has, the largest remainders first; of equal remainders the place that comes first.
 * @param whole in the target's unit
 * @example splitWhole(100, [{ place: "a", share: 1, held: null }, { place: "b", share: 1, held: null }, { place: "c", share: 1, held: null }])
 *   // a 34, b 33, c 33
 */
export function splitWhole(whole: number, claims: readonly Claim[]): SplitParts | SplitRefusal {
  const wrong = claims.find(
    ({ share, held }) => !(share >= 0 && share < Infinity) || (held !== null && !(held >= 0 && held < Infinity)),
  );
  if (wrong) return { refused: "noAmount", place: wrong.place };
  const fine = claims.find(({ held }) => held !== null && !isExact(held));
  if (fine) return { refused: "noAmount", place: fine.place };
  const decimals = Math.max(decimalsOf(whole), ...claims.map(({ held }) => (held === null ? 0 : decimalsOf(held))));
  const units = (value: number) => Math.round(value * 10 ** decimals);
  const value = (count: number) => Number((count / 10 ** decimals).toFixed(decimals));
  const left = units(whole) - claims.reduce((sum, { held }) => sum + (held === null ? 0 : units(held)), 0);
  if (left < 0) return { refused: "heldTooMuch", by: value(-left) };
  const open = claims.filter(({ held }) => held === null);
  const largest = Math.max(0, ...open.map(({ share }) => share));
  // Taken of the largest, so that no sum of shares is beyond what numbers carry.
  const weights = open.map(({ share }) => (largest === 0 ? 0 : share / largest));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0 && left > 0) return { refused: "noShares", left: value(left) };
  const quotas = weights.map((weight) => (all === 0 ? 0 : (left * weight) / all));
  const counts = quotas.map(Math.floor);
  const byRemainder = quotas
    .map((quota, at) => ({ at, remainder: quota - Math.floor(quota) }))
    .filter(({ at }) => (weights[at] ?? 0) > 0)
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  const given = counts.reduce((sum, count) => sum + count, 0);
  for (let more = 0; more < left - given; more += 1) {
    const next = byRemainder[more % byRemainder.length]?.at ?? 0;
    counts[next] = (counts[next] ?? 0) + 1;
  }
  const parts = new Map<string, number>();
  let position = 0;
  for (const { place, held } of claims) parts.set(place, held ?? value(counts[position++] ?? 0));
  return { parts };
}

/** The commitments whose figure can be split: confirmed counts and amounts above zero, that are not revised yet; never rates. */
export function splittable(index: CatalogIndex): Commitment[] {
  const { commitments, places = [] } = index.catalog;
  if (places.length === 0) return [];
  return commitments.filter(({ kind, review, target, sumOf, revisions, parts = [] }) => {
    if ((kind !== "flow" && kind !== "stock") || review !== "confirmed" || sumOf || revisions) return false;
    if (!target || !("value" in target) || target.comparator === "range" || isRateUnit(target.unit)) return false;
    return target.value > 0 && isExact(target.value) && parts.every((part) => part.revisions === undefined);
  });
}

/** A place's figure of the year before, in the target's unit; null where the catalog has none. */
export function lastYearIn(commitment: Commitment, place: string): number | null {
  const history = commitment.parts?.find((part) => part.place === place)?.history;
  const { target } = commitment;
  if (!history || !target || !("value" in target)) return null;
  const { to } = yearOf(partsOf(commitment.from).year - 1);
  const last = pastFigures({ ...commitment, history }).find((figure) => figure.to === to);
  return last && areAlike(last.unit, target.unit) ? convert(last.value, last.unit, target.unit) : null;
}

/**
 * The catalog with a commitment's parts set; a place's own pledge, history and source stay.
 * @param note who split it, when and how: added to what the commitment's note says
 */
export function withParts(catalog: Catalog, id: string, parts: ReadonlyMap<string, number>, note: string): Catalog {
  const split = (commitment: Commitment): Commitment => {
    const known = new Map((commitment.parts ?? []).map((part) => [part.place, part]));
    const set = [...parts].map(([place, value]): Part => ({ ...known.get(place), place, value }));
    const others = (commitment.parts ?? []).filter(({ place }) => !parts.has(place));
    return {
      ...commitment,
      parts: [...set, ...others],
      note: commitment.note === undefined ? note : `${commitment.note}；${note}`,
    };
  };
  return {
    ...catalog,
    schemaVersion: 2,
    commitments: catalog.commitments.map((each) => (each.id === id ? split(each) : each)),
  };
}
