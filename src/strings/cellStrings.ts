/** What functions say, in the language of the person at the screen; Chinese until another is chosen. */
import { isRefusal, type CatalogError, type ErrorCode } from "../core/errors";
import { zhCells, type CellWords } from "./zhCells";

let inUse: CellWords = zhCells;

export function useCellWords(words: CellWords): void {
  inUse = words;
}

/** One sentence for anything thrown: a refusal says its facts, anything else is named as unexpected. */
export function errorSentence(error: unknown): string {
  if (isRefusal(error)) return refusal(error);
  return inUse.unexpectedError + (error instanceof Error ? error.message : String(error));
}

function refusal<C extends ErrorCode>(error: CatalogError<C>): string {
  return inUse.errors[error.code](shortened(error.facts));
}

const LONGEST_NAME = 60; // of what was given, as a sentence repeats it
const MOST_NAMES = 8;

/** Facts as a sentence can hold them: a pasted page in place of a name, or a thousand candidates, fill no message. */
function shortened<F>(facts: F): F {
  if (typeof facts === "string") return (facts.length > LONGEST_NAME ? `${facts.slice(0, LONGEST_NAME)}…` : facts) as F;
  if (Array.isArray(facts)) {
    const shown: unknown[] = facts.slice(0, MOST_NAMES).map(shortened);
    return (facts.length > MOST_NAMES && typeof shown[0] === "string" ? [...shown, "…"] : shown) as F;
  }
  if (typeof facts !== "object" || facts === null) return facts;
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, shortened(fact)])) as F;
}
