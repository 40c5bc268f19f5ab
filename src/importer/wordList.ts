/** Finding any of many words at a place in a text: one look at the character there, then the longest word that fits. */

export class WordList<T> {
  private readonly byFirst = new Map<number, { readonly word: string; readonly value: T }[]>();
  private readonly begins = new Uint8Array(65536);

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      const first = word.charCodeAt(0);
      this.begins[first] = 1;
      const words = this.byFirst.get(first) ?? [];
      if (!words.some((known) => known.word === word)) words.push({ word, value });
      this.byFirst.set(first, words);
    }
    for (const words of this.byFirst.values()) words.sort((left, right) => right.word.length - left.word.length);
  }

  /** Whether some word begins with this character. */
  mayBegin(code: number): boolean {
    return this.begins[code] === 1;
  }

  /** The longest word at `at`, or undefined. */
  at(text: string, at: number): { readonly word: string; readonly value: T } | undefined {
    const code = text.charCodeAt(at);
    if (this.begins[code] !== 1) return undefined;
    const entries = this.byFirst.get(code);
    if (entries !== undefined) for (const entry of entries) if (text.startsWith(entry.word, at)) return entry;
    return undefined;
  }
}

/** Finding the longest of many words at the end of a text. */
export class EndingList<T> {
  private readonly byLast = new Map<number, { readonly word: string; readonly value: T }[]>();

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      const last = word.charCodeAt(word.length - 1);
      const words = this.byLast.get(last) ?? [];
      if (!words.some((known) => known.word === word)) words.push({ word, value });
      this.byLast.set(last, words);
    }
    for (const words of this.byLast.values()) words.sort((left, right) => right.word.length - left.word.length);
  }

  /** The longest word with which `text` ends, or undefined. */
  endOf(text: string): { readonly word: string; readonly value: T } | undefined {
    if (text === "") return undefined;
    const entries = this.byLast.get(text.charCodeAt(text.length - 1));
    if (entries !== undefined) for (const entry of entries) if (text.endsWith(entry.word)) return entry;
    return undefined;
  }
}
