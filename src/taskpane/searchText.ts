/** Many short texts in one long one, so that a word is looked for in all of them by a single scan. */

const BETWEEN_NAMES = "\u0001";
const BETWEEN_FIELDS = "\u0002";
const BETWEEN_ENTRIES = "\u0003";

// How well a word fits a name, best first.
const EXACT = 0;
const BEGINS = 1;
const CONTAINS = 2;

/** The names of one kind that an entry has, such as its other names. */
export type Names = readonly string[];

/** What an entry's fields weigh; a flat one counts the same wherever the word stands in it. */
interface Field {
  readonly weight: number;
  readonly isFlat?: boolean;
}

export class SearchText {
  private readonly text: string;
  private readonly starts: Int32Array;
  /** Where each field of each entry ends. */
  private readonly ends: Int32Array;

  /** @param entries the names of each entry, field by field, the weightiest first */
  constructor(
    private readonly fields: readonly Field[],
    entries: readonly (readonly Names[])[],
  ) {
    this.starts = new Int32Array(entries.length + 1);
    this.ends = new Int32Array(entries.length * fields.length);
    const texts: string[] = [];
    let at = 0;
    for (const [entry, fieldsOf] of entries.entries()) {
      this.starts[entry] = at;
      let within = 0;
      const written = fieldsOf.map((names, field) => {
        const joined = BETWEEN_NAMES + names.join(BETWEEN_NAMES) + BETWEEN_NAMES;
        within += joined.length + (field === 0 ? 0 : 1);
        this.ends[entry * fields.length + field] = at + within;
        return joined;
      });
      const text = written.join(BETWEEN_FIELDS) + BETWEEN_ENTRIES;
      texts.push(text);
      at += text.length;
    }
    this.starts[entries.length] = at;
    this.text = texts.join("");
  }

  /**
   * Notes how well each entry fits a word.
   * @param word normalised, not blank
   * @param scores one for each entry; lower is better, and a worse one is overwritten
   * @returns how many entries fit
   */
  scan(word: string, scores: Int16Array): number {
    const { text, starts } = this;
    let hits = 0;
    let entry = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[entry])) {
      while ((starts[entry + 1] ?? 0) <= at) entry += 1;
      const score = this.scoreAt(entry, at, word.length);
      if (score < (scores[entry] ?? 0)) scores[entry] = score;
      hits += 1;
      entry += 1;
      if (entry >= starts.length - 1) break;
    }
    return hits;
  }

  private scoreAt(entry: number, at: number, length: number): number {
    const { fields, ends, text } = this;
    let field = 0;
    while (field < fields.length - 1 && (ends[entry * fields.length + field] ?? 0) <= at) field += 1;
    const { weight = 0, isFlat = false } = fields[field] ?? {};
    if (isFlat) return weight;
    const isBegun = text[at - 1] === BETWEEN_NAMES;
    const isEnded = text[at + length] === BETWEEN_NAMES;
    return weight + (isBegun ? (isEnded ? EXACT : BEGINS) : CONTAINS);
  }
}
