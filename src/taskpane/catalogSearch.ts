/** Finding commitments by what a person types: department, indicator, other names, or the number of a commitment. */
import type { CatalogIndex } from "../core/catalog";
import { nearestNames, normaliseName } from "../core/text";
import type { Commitment } from "../core/types";

interface Entry {
  readonly commitment: Commitment;
  readonly indicator: string;
  readonly aliases: readonly string[];
  readonly departments: readonly string[];
  readonly id: string;
}

// How well a word fits, best first. An indicator's own name weighs more than another name of it, both more than the department.
const EXACT = 0;
const BEGINS = 1;
const CONTAINS = 2;
const ALIAS = 1; // added to the above
const DEPARTMENT = 4;

export class CatalogSearch {
  private readonly entries: readonly Entry[];

  constructor(private readonly index: CatalogIndex) {
    const departments = new Map(
      index.catalog.departments.map(({ id, name, aliases = [] }) => [id, [name, ...aliases].map(normaliseName)]),
    );
    this.entries = index.catalog.commitments.map((commitment) => ({
      commitment,
      indicator: normaliseName(commitment.indicator),
      aliases: (commitment.aliases ?? []).map(normaliseName),
      departments: departments.get(commitment.department) ?? [],
      id: normaliseName(commitment.id),
    }));
  }

  /** The commitments that fit every word typed, the best first; those of a department in the catalog's order. @example find("教育局 学位") */
  find(typed: string): Commitment[] {
    const wanted = typed
      .split(/[\s,，、]+/)
      .map(normaliseName)
      .filter((word) => word !== "");
    if (wanted.length === 0) return [];
    const found: { commitment: Commitment; score: number; length: number }[] = [];
    for (const entry of this.entries) {
      const scores = wanted.map((word) => fit(entry, word));
      if (!scores.every((score) => score !== null)) continue;
      // Of names that fit alike, the one that says least besides comes first; where only the department fits, none does.
      const isNamed = scores.some((score) => score < DEPARTMENT);
      found.push({
        commitment: entry.commitment,
        score: scores.reduce((sum, score) => sum + score, 0),
        length: isNamed ? entry.indicator.length : 0,
      });
    }
    return found
      .sort((left, right) => left.score - right.score || left.length - right.length)
      .map(({ commitment }) => commitment);
  }

  /** Names like the one typed, for a search that found nothing. */
  nearest(typed: string): string[] {
    const { commitments, departments } = this.index.catalog;
    return nearestNames(typed, [
      ...commitments.map(({ indicator }) => indicator),
      ...departments.map(({ name }) => name),
    ]);
  }
}

/** How well a word fits an entry; null where it does not. */
function fit(entry: Entry, word: string): number | null {
  if (entry.id === word) return EXACT;
  const own = nameFit(entry.indicator, word);
  const fits = [
    own,
    ...entry.aliases.map((alias) => withAdded(nameFit(alias, word), ALIAS)),
    // 荆州市教育局 means 市教育局 too, though it is longer than the name.
    entry.departments.some((name) => name.includes(word) || word.includes(name)) ? DEPARTMENT : null,
    entry.id.includes(word) ? DEPARTMENT : null,
  ].filter((score) => score !== null);
  return fits.length === 0 ? null : Math.min(...fits);
}

function nameFit(name: string, word: string): number | null {
  if (name === word) return EXACT;
  const at = name.indexOf(word);
  return at === 0 ? BEGINS : at > 0 ? CONTAINS : null;
}

function withAdded(score: number | null, added: number): number | null {
  return score === null ? null : score + added;
}
