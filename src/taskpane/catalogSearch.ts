/** Finding commitments by what a person types: names, units, figures, words of the promise, or how a name sounds, in any order. */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { nearestNames, normaliseName } from "../core/text";
import type { Commitment, Figure } from "../core/types";
import { isLatin, saysSyllables, type Syllables } from "./pinyinNames";
import { SearchText, type Names } from "./searchText";

const DEPARTMENT = 4; // from here on a word does not tell the indicator
/** An indicator's own name weighs more than another name of it, both more than the department, and all more than what is said of it. */
const FIELDS = [
  { weight: 0 }, // the indicator
  { weight: 1 }, // its other names
  { weight: 0 }, // its number
  { weight: DEPARTMENT, isFlat: true },
  { weight: DEPARTMENT + 1, isFlat: true }, // who helps
  { weight: DEPARTMENT + 2 }, // the figure with its unit
  { weight: DEPARTMENT + 5, isFlat: true }, // the phrases
];
const SOUNDS = [{ weight: 1 }, { weight: 2 }, { weight: DEPARTMENT + 1, isFlat: true }];
const CUT_SHORT = 3;

const NONE = 1000; // no fit
const LONGEST_SPLIT = 12; // a longer word without blanks is a sentence, not two names
const NAMES_AT_ONCE = 150; // spelled between two turns of others

export class CatalogSearch {
  private readonly entries: (readonly Names[])[] = [];
  private made: SearchText | null = null;
  private readonly named: ReadonlyMap<string, Names>;
  private readonly region: string;
  private sounds: SearchText | null = null;
  private readonly scores: Int16Array[] = [];
  private taken = 0;
  private spelled: readonly (readonly string[])[] = [];
  /** Names of departments, for one typed with the place before it. */
  private readonly departments: readonly string[];

  constructor(private readonly index: CatalogIndex) {
    const named = new Map(
      index.catalog.departments.map(({ id, name, aliases = [] }) => [id, [name, ...aliases].map(normaliseName)]),
    );
    this.departments = [...new Set([...named.values()].flat())];
    this.named = named;
    this.region = normaliseName(index.catalog.region);
  }

  /** Makes ready for the first search, some commitments at a time; a search that comes before makes the rest at once. */
  async prepare(rest: () => Promise<void>): Promise<void> {
    const { commitments } = this.index.catalog;
    for (let until = NAMES_AT_ONCE; this.entries.length < commitments.length; until += NAMES_AT_ONCE) {
      this.read(until);
      await rest();
    }
  }

  /** Reads commitments up to this one. */
  private read(until: number): void {
    const { index, entries, named } = this;
    for (const commitment of index.catalog.commitments.slice(entries.length, until))
      entries.push([
        [normaliseName(commitment.indicator)],
        (commitment.aliases ?? []).map(normaliseName),
        [normaliseName(commitment.id)],
        named.get(commitment.department) ?? [],
        index.supportersOf(commitment).map(normaliseName),
        figuresOf(index, commitment),
        [commitment.source, ...(commitment.alsoPromised ?? [])].map(({ phrase }) => normaliseName(phrase)),
      ]);
  }

  private get written(): SearchText {
    if (this.made === null) {
      this.read(Infinity);
      this.made = new SearchText(FIELDS, this.entries);
    }
    return this.made;
  }

  /** Whether the names are known by their sound. */
  get knowsSounds(): boolean {
    return this.sounds !== null;
  }

  /** Whether what is typed may mean names by their sound. */
  static asksForSounds(typed: string): boolean {
    return isLatin(typed.normalize("NFKC").toLowerCase());
  }

  /** Learns how names sound, some at a time. @param rest lets others have their turn */
  async learnSounds(syllables: Syllables, rest: () => Promise<void>): Promise<void> {
    const known = new Map<string, readonly string[]>();
    const entries: (readonly Names[])[] = [];
    const spelled: (readonly string[])[] = [];
    const spell = (name: string) => {
      const found = known.get(name) ?? syllables(name);
      known.set(name, found);
      return found;
    };
    const sounding = (names: readonly string[]) =>
      names.map(spell).flatMap((each) => [each.join(""), each.map((syllable) => syllable[0] ?? "").join("")]);
    for (const [at, commitment] of this.index.catalog.commitments.entries()) {
      if (at % NAMES_AT_ONCE === NAMES_AT_ONCE - 1) await rest();
      spelled.push(spell(commitment.indicator));
      const { name, aliases = [] } = this.index.departmentOf(commitment);
      entries.push([
        sounding([commitment.indicator]),
        sounding(commitment.aliases ?? []),
        sounding([name, ...aliases]),
      ]);
    }
    this.spelled = spelled;
    this.sounds = new SearchText(SOUNDS, entries);
  }

  /** The commitments that fit every word typed, the best first; those that fit alike in the catalog's order. @example find("教育局 学位") */
  find(typed: string): Commitment[] {
    const { commitments } = this.index.catalog;
    this.taken = 0;
    const wanted = wordsIn(typed).map((word) => this.scoresOf(word));
    const [first, ...others] = wanted.flat();
    if (!first) return [];
    // Of names that fit alike, the one that says least besides comes first; where only the department fits, none does.
    const alike = new Map<number, Commitment[]>();
    for (let at = 0; at < first.length; at++) {
      let sum = first[at] ?? NONE;
      if (sum >= NONE) continue;
      let best = sum;
      for (const scores of others) {
        const score = scores[at] ?? NONE;
        sum += score;
        best = Math.min(best, score);
      }
      const commitment = commitments[at];
      if (sum >= NONE || !commitment) continue;
      const length = best < DEPARTMENT ? Math.min(commitment.indicator.length, LONGEST - 1) : 0;
      const rank = sum * LONGEST + length;
      const sameRank = alike.get(rank);
      if (sameRank) sameRank.push(commitment);
      else alike.set(rank, [commitment]);
    }
    return [...alike.keys()].sort((one, other) => one - other).flatMap((rank) => alike.get(rank) ?? []);
  }

  /** Names like the one typed, for a search that found nothing. */
  nearest(typed: string): string[] {
    const { commitments, departments } = this.index.catalog;
    const names = [...commitments.map(({ indicator }) => indicator), ...departments.map(({ name }) => name)];
    if (this.sounds === null || !CatalogSearch.asksForSounds(typed)) return nearestNames(typed, names);
    const sounding = new Map(this.spelled.map((syllables, at) => [syllables.join(""), names[at] ?? ""]));
    return nearestNames(typed, sounding.keys()).map((sound) => sounding.get(sound) ?? "");
  }

  /** How well each commitment fits a word, NONE where it does not; of two names typed as one word, how well each of them. */
  private scoresOf(word: string): Int16Array[] {
    const scores = this.noScores();
    let hits = this.written.scan(word, scores);
    if (isLatin(word) && this.sounds) {
      hits += this.sounds.scan(word, scores);
      if (hits === 0) this.cutShort(word, scores);
      return [scores];
    }
    // 荆州市教育局 means 市教育局 too, though it is longer than the name.
    if (hits === 0)
      for (const name of this.departments)
        if (word.endsWith(name) && this.region.startsWith(word.slice(0, -name.length)))
          hits += this.written.scan(name, scores);
    return hits === 0 ? (this.inTwo(word) ?? [scores]) : [scores];
  }

  /** Scores of nothing yet. The arrays serve from one search to the next. */
  private noScores(): Int16Array {
    const scores = (this.scores[this.taken] ??= new Int16Array(this.index.catalog.commitments.length));
    this.taken += 1;
    return scores.fill(NONE);
  }

  private cutShort(word: string, scores: Int16Array): void {
    for (const [at, syllables] of this.spelled.entries()) if (saysSyllables(word, syllables)) scores[at] = CUT_SHORT;
  }

  /** Two names typed without a blank between them, in any order: 学位教育局. */
  private inTwo(word: string): Int16Array[] | null {
    if (word.length > LONGEST_SPLIT) return null;
    const { taken } = this;
    for (let cut = word.length - 1; cut > 0; cut--) {
      this.taken = taken;
      const first = this.noScores();
      if (this.written.scan(word.slice(0, cut), first) === 0) continue;
      const second = this.noScores();
      if (this.written.scan(word.slice(cut), second) === 0) continue;
      if (first.some((score, at) => score < NONE && (second[at] ?? NONE) < NONE)) return [first, second];
    }
    return null;
  }
}

const LONGEST = 256; // characters of a name that are told apart

/** What was typed, word by word. A comma within a number parts nothing. */
function wordsIn(typed: string): string[] {
  return typed
    .normalize("NFKC")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .split(/[\s,、;；]+/)
    .map(normaliseName)
    .filter((word) => word !== "");
}

const MYRIADS = [
  [1e4, "万"],
  [1e8, "亿"],
] as const;

/** A figure in the ways it is typed: 12000个, 1.2万个. */
function figuresOf(index: CatalogIndex, commitment: Commitment): string[] {
  const figure = figureToFind(index, commitment);
  if (figure === null) return [];
  const { value, valueMin = value, valueMax = value, unit } = figure;
  return [...new Set([valueMin, value, valueMax])].flatMap((amount) => [
    `${amount}${unit}`,
    ...MYRIADS.flatMap(([size, name]) => (Math.abs(amount) >= size ? `${amount / size}${name}${unit}` : [])),
  ]);
}

/** The figure in force; of most commitments it stands in them as it is. */
function figureToFind(
  index: CatalogIndex,
  commitment: Commitment,
): Pick<Figure, "value" | "valueMin" | "valueMax" | "unit"> | null {
  const { target, sumOf, revisions, annualTargets, path } = commitment;
  const isPlain = !sumOf && !revisions && !annualTargets && !path;
  if (isPlain && target && "value" in target && !("valueMin" in target)) return target;
  const { figure } = caseOf(index, commitment);
  return figure instanceof CatalogError ? null : figure;
}
