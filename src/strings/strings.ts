/** The sentences in the language of the person at the screen. A sheet is a Chinese document in every language: it uses zhSheets and zhCells. */
import { useCellWords } from "./cellStrings";
import { zh, type Strings } from "./zh";

export { errorSentence } from "./cellStrings";

let inUse: Strings = zh;

/** Chooses the language by Excel's display language, as "zh-CN" or "en-US". English is loaded where somebody reads it. */
export async function useLanguage(displayLanguage: string): Promise<void> {
  inUse = /^zh/i.test(displayLanguage) ? zh : (await import(/* webpackChunkName: "english" */ "./en")).en;
  useCellWords(inUse);
}

/** The sentences in use. */
export function strings(): Strings {
  return inUse;
}
