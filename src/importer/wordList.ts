/** Finding any of many words at a place in a text: two characters are looked up, then the longest word that fits is taken. */

interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

const CODES = 65536;
/** Pairs are first looked for in a small table that tells at once of nearly all that they begin no word. */
const SIEVE = 4096;
const sieveAt = (first: number, second: number) => ((first * 31) ^ second) & (SIEVE - 1);
/** Two characters as one whole number of 32 bits, which a Map finds without a detour. */
const pairOf = (first: number, second: number) => (first << 16) ^ second;

/** Words by two of their characters, the longest first; words of a single character by themselves. */
class PairedWords<T> {
  private readonly pairs = new Map<number, Entry<T>[]>();
  private readonly singles = new Map<number, Entry<T>>();
  /** A bit for each character, so that the table stays in the processor's nearest memory. */
  private readonly known = new Uint32Array(CODES / 32);
  private readonly sieve = new Uint8Array(SIEVE);

  /** @param pair the two characters a word is found by, the outer one first */
  constructor(
    entries: Iterable<readonly [word: string, value: T]>,
    pair: (word: string) => [outer: number, inner: number],
  ) {
    for (const [word, value] of entries) {
      const [outer, inner] = pair(word);
      this.known[outer >>> 5] = (this.known[outer >>> 5] ?? 0) | (1 << (outer & 31));
      if (word.length === 1) {
        if (!this.singles.has(outer)) this.singles.set(outer, { word, value });
        continue;
      }
      this.sieve[sieveAt(outer, inner)] = 1;
      const key = pairOf(outer, inner);
      const words = this.pairs.get(key) ?? [];
      // A word that is listed twice keeps its first meaning.
      if (!words.some((entry) => entry.word === word)) words.push({ word, value });
      this.pairs.set(key, words);
    }
    for (const words of this.pairs.values()) words.sort((left, right) => right.word.length - left.word.length);
  }

  mayStand(outer: number): boolean {
    return (((this.known[outer >>> 5] ?? 0) >>> (outer & 31)) & 1) === 1;
  }

  longer(outer: number, inner: number): readonly Entry<T>[] | undefined {
    return this.sieve[sieveAt(outer, inner)] === 1 ? this.pairs.get(pairOf(outer, inner)) : undefined;
  }

  single(outer: number): Entry<T> | undefined {
    return this.singles.get(outer);
  }
}

export class WordList<T> {
  private readonly words: PairedWords<T>;

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    this.words = new PairedWords(entries, (word) => [word.charCodeAt(0), word.charCodeAt(1)]);
  }

  /** Whether some word begins with this character. */
  mayBegin(code: number): boolean {
    return this.words.mayStand(code);
  }

  /** The longest word at `at`, or undefined. */
  at(text: string, at: number): Entry<T> | undefined {
    const code = text.charCodeAt(at);
    if (!this.words.mayStand(code)) return undefined;
    const longer = this.words.longer(code, text.charCodeAt(at + 1));
    if (longer !== undefined) for (const entry of longer) if (text.startsWith(entry.word, at)) return entry;
    return this.words.single(code);
  }
}

/** Finding the longest of many words at the end of a text. */
export class EndingList<T> {
  private readonly words: PairedWords<T>;

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    this.words = new PairedWords(entries, (word) => [
      word.charCodeAt(word.length - 1),
      word.charCodeAt(word.length - 2),
    ]);
  }

  /** The longest word with which `text`, up to `end`, ends; or undefined. */
  endOf(text: string, end = text.length): Entry<T> | undefined {
    const code = text.charCodeAt(end - 1);
    if (!this.words.mayStand(code)) return undefined;
    const longer = this.words.longer(code, text.charCodeAt(end - 2));
    if (longer !== undefined)
      for (const entry of longer)
        if (end >= entry.word.length && text.startsWith(entry.word, end - entry.word.length)) return entry;
    return this.words.single(code);
  }
}
