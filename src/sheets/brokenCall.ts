/**
 * Calls of ours that Excel cannot read as they were meant: names without quotation marks, Chinese quotation marks and commas that became
 * part of a name, a misspelt function. What was typed is told apart again and spelled anew; nothing of it is left out.
 */
import { lettersChanged } from "../core/text";
import { textLiteral } from "./calls";
import { called, OUR_FUNCTIONS, withoutPrefix } from "./functionNames";

/** What is wrong with a call. */
type CallTrouble =
  | { readonly is: "misspelt"; readonly given: string; readonly meant: string }
  /** Names that stand without quotation marks: Excel looks for names of cells. */
  | { readonly is: "unquoted"; readonly names: readonly string[] }
  /** Quotation marks, commas or brackets of Chinese writing, which Excel takes for letters. */
  | { readonly is: "chineseMarks" };

export interface BrokenCall {
  readonly troubles: readonly CallTrouble[];
  /** The formula as it was meant. */
  readonly mended: string;
}

const QUOTES = '"“”„‟＂';
const COMMAS = ",，";
const OPENING = /([A-Za-zＡ-Ｚａ-ｚ][\w.．。Ａ-Ｚａ-ｚ]*)\s*[(（]/g;
/** A name somebody left without quotation marks: it begins with a Chinese word, or holds one. */
const BARE_NAME = /^[\p{L}\p{N}_.%·、（）“”\s-]*\p{Script=Han}[\p{L}\p{N}_.%·、（）“”\s-]*$/u;
/** A reference to a cell of another sheet, a text put together, a calculation. */
const COMPUTED = /[!&+*/^<>=(){}]/;

/**
 * A call that was meant otherwise than it can be read; null where the formula holds none, or reads as it was meant.
 * @example brokenCall("=TARGET(教育局,新增学位)")?.mended // '=TARGET("教育局","新增学位")'
 */
export function brokenCall(formula: string): BrokenCall | null {
  if (!/^[=＝]/.test(formula)) return null;
  for (const match of formula.matchAll(OPENING)) {
    if (isWithinText(formula, match.index)) continue;
    const written = match[1] ?? "";
    const meant = functionMeant(written);
    if (meant === null) continue;
    const { parts, end } = partsFrom(formula, match.index + match[0].length);
    const names = parts.flatMap((part) => (part.is === "bare" ? [part.text] : []));
    const call = `${meant}(${parts.map(spelled).join(",")})`;
    const mended = `=${formula.slice(1, match.index)}${call}${formula.slice(end)}`;
    const isMisspelt = plainWidth(written).toUpperCase() !== meant;
    const troubles: CallTrouble[] = [
      ...(isMisspelt ? [{ is: "misspelt", given: written, meant } as const] : []),
      ...(names.length > 0 ? [{ is: "unquoted", names } as const] : []),
      ...(hasChineseMarks(formula, match.index + written.length, end, parts) ? [{ is: "chineseMarks" } as const] : []),
    ];
    return troubles.length > 0 ? { troubles, mended } : null;
  }
  return null;
}

interface Part {
  /** A text in quotation marks of any kind, a name without, or anything else as it stands. */
  readonly is: "text" | "bare" | "asTyped";
  readonly text: string;
}

const spelled = ({ is, text }: Part): string => (is === "asTyped" ? text : textLiteral(text));

/** Chinese marks stand where Excel wants its own: the call without its texts holds one, or a text ends with one that parts it. */
function hasChineseMarks(formula: string, from: number, end: number, parts: readonly Part[]): boolean {
  const call = formula.slice(from, end);
  const isOurs = parts.some(({ is }) => is === "text") || /[（），]/.test(call);
  const asSpelled = `(${parts.map(({ is, text }) => (is === "text" ? textLiteral(text) : text)).join(",")})`;
  return isOurs && /[“”„‟＂，（）＝]/.test(call) && withoutBlanks(call) !== withoutBlanks(asSpelled);
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, "");

/** The arguments from behind the bracket on. A quotation mark ends a text where a comma or the bracket follows it. */
function partsFrom(formula: string, from: number): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let at = from;
  const skipBlanks = () => {
    while (/\s/.test(formula.charAt(at))) at += 1;
  };
  for (;;) {
    skipBlanks();
    const isText = at < formula.length && QUOTES.includes(formula.charAt(at));
    const close = isText ? endOfText(formula, at) : -1;
    if (close >= 0) {
      parts.push({ is: "text", text: formula.slice(at + 1, close).replaceAll('""', '"') });
      at = close + 1;
      skipBlanks();
    } else {
      const stop = endOfOther(formula, at);
      const text = formula.slice(at, stop).trim();
      const isBare = BARE_NAME.test(text) && !COMPUTED.test(text);
      parts.push({ is: isBare ? "bare" : "asTyped", text });
      at = stop;
    }
    const mark = formula.charAt(at);
    at += 1;
    if (mark !== "" && COMMAS.includes(mark)) continue;
    const [only] = parts;
    const isEmpty = parts.length === 1 && only?.is === "asTyped" && only.text === "";
    return { parts: isEmpty ? [] : parts, end: Math.min(at, formula.length) };
  }
}

/** Where the text that begins here is closed; -1 where nothing closes it. */
function endOfText(formula: string, opening: number): number {
  for (let at = opening + 1; at < formula.length; at++)
    if (QUOTES.includes(formula.charAt(at)) && /^\s*(?:[,，)）]|$)/.test(formula.slice(at + 1))) return at;
  return -1;
}

/** Where an argument without quotation marks ends. Brackets of Chinese writing belong to a name where they close in it. */
function endOfOther(formula: string, from: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < formula.length; at++) {
    const character = formula.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if ("(（{".includes(character)) depth += 1;
    else if (")）}".includes(character)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && COMMAS.includes(character)) return at;
  }
  return formula.length;
}

const plainWidth = (written: string): string => written.normalize("NFKC").replace(/[。．]/g, ".");

const MOST_CHANGES = 2; // two letters exchanged are two changes
const SHORTEST = 5; // TARGT; shorter words are other functions

/** The function of ours that a word means, as formulas call it: itself, or one that it misspells; null where it is another word. */
function functionMeant(written: string): string | null {
  const word = withoutPrefix(plainWidth(written).toUpperCase());
  const known = OUR_FUNCTIONS.find((name) => name === word);
  if (known) return called(known);
  if (word.length < SHORTEST || !word.startsWith("T")) return null;
  const [head = "", ...tail] = word.split(".");
  // Where the first word is ours, only the second one can be wrong: TARGET.STAUTS.
  const near = OUR_FUNCTIONS.map((name) => {
    const [first = "", ...rest] = name.split(".");
    const isAlike = (rest.length === 0) === (tail.length === 0);
    const [inFirst, inSecond] = [lettersChanged(head, first), lettersChanged(tail.join("."), rest.join("."))];
    const fits = isAlike && inFirst <= MOST_CHANGES && inSecond <= MOST_CHANGES;
    return { name, changes: inFirst + inSecond, fits };
  })
    .filter(({ fits }) => fits)
    .sort((one, other) => one.changes - other.changes);
  const [first, second] = near;
  return first && first.changes !== second?.changes ? called(first.name) : null;
}

function isWithinText(formula: string, at: number): boolean {
  const before = formula.slice(0, at).replace(/'(?:[^']|'')*'/g, "");
  return (before.match(/"/g) ?? []).length % 2 === 1;
}
