/** One walk through a text: its figures, its stops, the words that tell what is past and who speaks, what stands in quotes. */
import { MARKED, type Mark } from "./lexicon";
import { codesOf, readChinese, readDigits, type Figure, type Reading } from "./patterns";
import { WordList } from "./wordList";

/** A word that matters to its sentence. */
export interface MarkedWord {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  readonly weight: number;
  readonly word: string;
}

/** What a stop closes. */
export const SENTENCE_STOP = 0;
export const LINE_STOP = 1;
export const CLAUSE_STOP = 2;

/** 一批, 若干, 数十: a promise without a number. */
export interface VagueWord {
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  readonly figures: readonly Figure[];
  /** Digits that are no figure but part of a name (PM2.5, 1+9), or no number at all. */
  readonly numbers: readonly (readonly [start: number, end: number])[];
  readonly vague: readonly VagueWord[];
  readonly words: readonly MarkedWord[];
  /** Where the stops stand and, beside it, what each closes: two lists of numbers, for a text has a stop every dozen characters. */
  readonly stops: readonly number[];
  readonly stopKinds: readonly number[];
  /** Places that are a name: what stands between short quotation marks, and in 《》. */
  readonly names: readonly (readonly [start: number, end: number])[];
  /** Places of round brackets, outermost. */
  readonly brackets: readonly (readonly [start: number, end: number])[];
}

const WORDS = new WordList(
  MARKED.flatMap(({ mark, weight, words }) => words.split(" ").map((word) => [word, { mark, weight }] as const)),
);
const VAGUE =
  /^(?:一批次?|若干[个家所座条项处名人户套件场台]?|一系列|数[十百千万]+[余多]?[个家所座条项处名人户套件场台]?|几(?:[十百千万]+)?[个家所座条项处名人户套件场台]|多[个项家所处座条](?=[\u4e00-\u9fff]))/u;
const VAGUE_BEGINNINGS = codesOf("一若数几");
// Marks of one kind open and close in pairs; the straight ones are told apart by turns, and start afresh on each line.
const QUOTE_PAIRS = new Map<string, { readonly pair: number; readonly closes: boolean | null }>(
  ["“”", "‘’", "「」", "『』", "《》", '"', "'"].flatMap((marks, pair) =>
    [...marks].map(
      (character, index) => [character, { pair, closes: marks.length === 1 ? null : index === 1 }] as const,
    ),
  ),
);
const OPENING_BRACKETS = codesOf("（(［【〔");
const LONGEST_BRACKET = 200;
const SENTENCE_ENDS = codesOf("。！？!?");
const QUOTE_PAIR_COUNT = 7;
const STRAIGHT_PAIRS = [5, 6];
const LONGEST_NAME = 16; // characters between quotation marks that still are a name and no speech

// What to do at a character, by its code: nothing for nearly all of them.
const NOTHING = 0;
const DIGIT = 1;
const NUMERAL = 2;
const STOP = 3;
const QUOTE = 4;
const BRACKET = 5;
const BEGINS_WORD = 8; // besides one of these
const ACTIONS = new Uint8Array(65536);
const act = (characters: string, action: number) => {
  for (const character of characters) ACTIONS[character.charCodeAt(0)] = action;
};
act("0123456789０１２３４５６７８９", DIGIT);
act("一二两三四五六七八九十百翻若数几", NUMERAL);
act("，。；：！？,;:!?\n", STOP);
act("“”‘’\"'「」『』《》", QUOTE);
act("（）()［］【】〔〕", BRACKET);
for (let code = 0; code < ACTIONS.length; code++)
  if (WORDS.mayBegin(code)) ACTIONS[code] = (ACTIONS[code] ?? NOTHING) | BEGINS_WORD;

/** Reads the whole text once, in time linear in its length. */
export function scan(text: string): Scan {
  const figures: Figure[] = [];
  const numbers: [number, number][] = [];
  const vague: VagueWord[] = [];
  const words: MarkedWord[] = [];
  const stops: number[] = [];
  const stopKinds: number[] = [];
  const names: [number, number][] = [];
  const brackets: [number, number][] = [];
  const quoteStarts = Array.from({ length: QUOTE_PAIR_COUNT }, () => -1);
  let bracketStart = -1;
  let bracketDepth = 0;
  let at = 0;
  let figureEnd = 0; // words inside a figure are none
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const toDo = ACTIONS[code] ?? NOTHING;
    if (toDo === NOTHING) {
      at++;
      continue;
    }
    const action = toDo & ~BEGINS_WORD;
    if (toDo !== action && at >= figureEnd) {
      const found = WORDS.at(text, at);
      if (found) {
        const { mark, weight } = found.value;
        if (tells(mark, text, at, at + found.word.length, stops))
          words.push({ start: at, end: at + found.word.length, mark, weight, word: found.word });
        // 一年来 begins with a numeral and is a word; 一批 is read below.
        if (action !== DIGIT) {
          at += found.word.length;
          continue;
        }
      }
    }
    if (action === NOTHING) {
      at++;
      continue;
    }
    if (action === DIGIT) {
      const begun = at;
      at = take(readDigits(text, at), at, figures);
      if (figures.at(-1)?.start !== begun) numbers.push([begun, at]);
      figureEnd = at;
    } else if (action === NUMERAL) {
      const found = VAGUE_BEGINNINGS.has(code) ? VAGUE.exec(text.slice(at, at + 10)) : null;
      if (found) {
        vague.push({ start: at, end: at + found[0].length });
        at += found[0].length;
        continue;
      }
      at = take(readChinese(text, at), at, figures);
      figureEnd = at;
    } else if (action === STOP) {
      const kind = code === 10 ? LINE_STOP : SENTENCE_ENDS.has(code) ? SENTENCE_STOP : CLAUSE_STOP;
      stops.push(at);
      stopKinds.push(kind);
      if (kind === LINE_STOP) for (const pair of STRAIGHT_PAIRS) quoteStarts[pair] = -1;
      at++;
    } else if (action === QUOTE) {
      const pair = QUOTE_PAIRS.get(text[at] ?? "");
      if (pair) {
        const opened = quoteStarts[pair.pair] ?? -1;
        // A straight mark closes what the one before it opened.
        const closes = pair.closes || (pair.closes === null && opened >= 0);
        if (closes && opened >= 0 && at - opened <= LONGEST_NAME) names.push([opened, at + 1]);
        quoteStarts[pair.pair] = closes ? -1 : at;
      }
      at++;
    } else {
      if (OPENING_BRACKETS.has(code)) {
        // One that was never closed holds nothing.
        if (at - bracketStart > LONGEST_BRACKET) bracketDepth = 0;
        if (bracketDepth === 0) bracketStart = at;
        bracketDepth++;
      } else if (bracketDepth > 0) {
        bracketDepth--;
        if (bracketDepth === 0) brackets.push([bracketStart, at + 1]);
      }
      at++;
    }
  }
  return { figures, numbers, vague, words, stops, stopKinds, names, brackets };
}

/** Keeps a figure that was read at `at`, and tells where to go on. */
function take(reading: Reading, at: number, figures: Figure[]): number {
  if (typeof reading === "number") return Math.max(reading, at + 1);
  figures.push(reading);
  return reading.end;
}

/** Whether a word says of its clause what its mark says: hints depend on where they stand in it. */
function tells(mark: Mark, text: string, start: number, end: number, stops: readonly number[]): boolean {
  if (mark === "none") return false;
  if (mark === "futureHint") return isAtClauseStart(text, start);
  if (mark === "improves") return !ORDER.test(clauseHead(text, stops));
  return mark !== "pastResult" || (CLAUSE_ENDS.has(text.charCodeAt(end)) && !ORDER.test(clauseHead(text, stops)));
}
const CLAUSE_ENDS = codesOf("，。；,;\n");
/** 推动…开工, 力争…投产: a result that is ordered is not yet there. */
const ORDER =
  /^[\s　]*(?:[一二三四五六七八九十]是)?(?:并|也|同时|进一步|持续|继续|全力|积极|大力|全面|深入|扎实|稳步|有序|高质量|高标准|着力|切实|努力)*(?:推动|推进|加快|加速|确保|促进|力争|争取|支持|保障|引导|鼓励|力促|督促|抓好|抓实|做好|保证|实现|完成|让|使|要|将|年内|今年|年底)/u;
const HEAD = 16;
function clauseHead(text: string, stops: readonly number[]): string {
  const start = (stops.at(-1) ?? -1) + 1;
  return text.slice(start, start + HEAD);
}

/** Where a word hints at what is to be done, as an order does: 加快建设…, but not 基本完善. */
function isAtClauseStart(text: string, at: number): boolean {
  return at === 0 || CLAUSE_STARTS.has(text.charCodeAt(at - 1)) || /\s/u.test(text.charAt(at - 1));
}
const CLAUSE_STARTS = new Set([...'，。；：、！“"'].map((character) => character.charCodeAt(0)));
