/** Chinese names as they are typed in Latin letters: whole (xinzeng), by initials (xz), or cut short anywhere (xinz). */

/** A name in syllables; what is no Chinese is a syllable as it stands. */
export type Syllables = (name: string) => readonly string[];

/** Loads the dictionary, some hundred kilobytes that nobody needs who types Chinese. */
export async function pinyinDictionary(): Promise<Syllables> {
  const { pinyin } = await import(/* webpackChunkName: "pinyin" */ "pinyin-pro");
  return (name) =>
    pinyin(name, { toneType: "none", type: "array", v: true })
      .map((syllable) => syllable.toLowerCase())
      .filter((syllable) => syllable.trim() !== "");
}

/** Whether a word is typed by sound. */
export const isLatin = (word: string): boolean => /[a-z]/.test(word);

/**
 * Whether a word says neighbouring syllables one after the other, each whole or cut short.
 * @example saysSyllables("xinzxw", ["xin", "zeng", "xue", "wei"]) // true
 */
export function saysSyllables(word: string, syllables: readonly string[]): boolean {
  const says = (letter: number, syllable: number): boolean => {
    if (letter === word.length) return true;
    const next = syllables[syllable];
    if (next === undefined) return false;
    let length = 0;
    while (length < next.length && letter + length < word.length && next[length] === word[letter + length]) length += 1;
    for (; length > 0; length--) if (says(letter + length, syllable + 1)) return true;
    return false;
  };
  return syllables.some((_, first) => says(0, first));
}
