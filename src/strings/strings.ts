/** The sentences in the language of the person at the screen. A sheet is a Chinese document in every language: it uses zh. */
import { isRefusal, type CatalogError, type ErrorCode } from "../core/errors";
import { en } from "./en";
import { zh, type Strings } from "./zh";

let inUse: Strings = zh;

/** Chooses the language by Excel's display language, as "zh-CN" or "en-US". */
export function useLanguage(displayLanguage: string): void {
  inUse = /^zh/i.test(displayLanguage) ? zh : en;
}

/** The sentences in use. */
export function strings(): Strings {
  return inUse;
}

/** One sentence for anything thrown: a refusal says its facts, anything else is named as unexpected. */
export function errorSentence(error: unknown): string {
  if (isRefusal(error)) return refusal(error);
  return inUse.unexpectedError + (error instanceof Error ? error.message : String(error));
}

function refusal<C extends ErrorCode>(error: CatalogError<C>): string {
  return inUse.errors[error.code](error.facts);
}
