/**
 * In the place of two libraries with which Univer sets Chinese texts and guesses languages when it paints them: in Node nothing is painted, and
 * reading their tables took as long as all the rest of the spreadsheet (test/jest-preset.json).
 */
const nothingPainted = { toRegExp: (): RegExp => /\p{Script=Han}/u };
export const letters = (): typeof nothingPainted => nothingPainted;
export const punctuations = letters;
export const all = letters;
export const franc = (): string => "und";
