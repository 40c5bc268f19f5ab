/** One walk through a text: its figures, its stops, the words that tell what is past and who speaks, what stands in quotes. */
import { MARKED, VAGUE_FORMS, type Mark } from "./lexicon";
import { headingRuns } from "./headingRuns";
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
/** What counts without a number, at the beginning of a text. */
export const VAGUE = new RegExp(`^(?:${VAGUE_FORMS.join("|")})`, "u");
const VAGUE_BEGINNINGS = codesOf(VAGUE_FORMS.map(([first = ""]) => first).join(""));
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
const BULLETS = "◆◇■□●▲△★☆►▶"; // ○ writes a zero in 二○二六
/** At a line's head these mark an item: *为8个小区…, · 对老街…. Elsewhere they multiply, join or part. */
const MARKS_AT_HEAD = codesOf("*＊·•▪◦‣➢➤✓✔※-—–");
const ITEM_BEGINS =
  /(?:^|\n)[\s*]*[*＊·•▪◦‣➢➤✓✔※\-—–][^\d\-—–]$|(?:^|[\n。；！])\s*(?:[\u2600-\u27bf]|[\ud83c-\ud83e][\udc00-\udfff])$/;
const LONGEST_INDENT = 6;
/** ✅新增公厕, 🚌 新增公交线路: little pictures mark items, too. */
const PICTURES = [0x2600, 0x27bf, 0xd83c, 0xd83e] as const;
const CELL_BORDERS = "|｜";
/** 粮食产量 | 不低于50万吨 |: a cell that holds a figure alone belongs to the words in the one before it. */
const FIGURE_CELL =
  /^[|｜][ 　]*(?:[≥≤><＞＜]=?|不[低少]于|不超过|达到?|超过?|增长|下降|提高到?|降到?|约|力争)*[ 　]*\d[\d.,]*[余多]?[\u4e00-\u9fff%％/]{0,6}[ 　]*(?=[|｜\n]|$)/u;
const LONGEST_FIGURE_CELL = 32;
const WORDS_BEFORE = /[\u4e00-\u9fff）)”][ 　]{0,3}$/u;
const SENTENCE_ENDS = codesOf(`。！？!?${BULLETS}${CELL_BORDERS}`);
const QUOTE_PAIR_COUNT = 7;
const STRAIGHT_PAIRS = [5, 6];
const LONGEST_LISTED = 24; // and as long, where others are listed behind it: “甲工程”、“乙工程”等
const LISTED_BEHIND = codesOf("、等");
const LONGEST_NAME = 16; // characters between quotation marks that still are a name and no speech
const LONGEST_TITLE = 40; // and between 《》
const TITLE_PAIR = 4;

const isPicture = (code: number) =>
  (code >= PICTURES[0] && code <= PICTURES[1]) || (code >= PICTURES[2] && code <= PICTURES[3]);

// What to do at a character, by its code: nothing for nearly all of them.
const NOTHING = 0;
const DIGIT = 1;
const NUMERAL = 2;
const STOP = 3;
const QUOTE = 4;
const BRACKET = 5;
const MARK_AT_HEAD = 6;
const BEGINS_WORD = 8; // besides one of these
const ACTIONS = new Uint8Array(65536);
const act = (characters: string, action: number) => {
  for (const character of characters) ACTIONS[character.charCodeAt(0)] = action;
};
act("0123456789０１２３４５６７８９", DIGIT);
act("一二两三四五六七八九十百千万亿翻", NUMERAL);
for (const code of VAGUE_BEGINNINGS) ACTIONS[code] = NUMERAL;
act(`，。；：！？,;:!?\n…${BULLETS}${CELL_BORDERS}`, STOP);
for (const code of MARKS_AT_HEAD) ACTIONS[code] = MARK_AT_HEAD;
for (let code = 0; code < ACTIONS.length; code++)
  if (isPicture(code) && ACTIONS[code] === NOTHING) ACTIONS[code] = MARK_AT_HEAD;
act("“”‘’\"'「」『』《》", QUOTE);
act("（）()［］【】〔〕", BRACKET);
for (let code = 0; code < ACTIONS.length; code++)
  if (WORDS.mayBegin(code)) ACTIONS[code] = (ACTIONS[code] ?? NOTHING) | BEGINS_WORD;

/** Reads the whole text once, in time linear in its length. */
export function scan(text: string): Scan {
  const scanner = new Scanner(text);
  let at = 0;
  while (at < text.length) {
    const toDo = ACTIONS[text.charCodeAt(at)] ?? NOTHING;
    at = toDo === NOTHING ? at + 1 : scanner.read(at, toDo);
  }
  scanner.stopAt(headingRuns(text));
  return scanner;
}

/** What was found so far. Each of its readings stands at a place and tells where to go on. */
class Scanner implements Scan {
  readonly figures: Figure[] = [];
  readonly numbers: [number, number][] = [];
  readonly vague: VagueWord[] = [];
  readonly words: MarkedWord[] = [];
  readonly stops: number[] = [];
  readonly stopKinds: number[] = [];
  readonly names: [number, number][] = [];
  readonly brackets: [number, number][] = [];
  private readonly quoteStarts = Array.from({ length: QUOTE_PAIR_COUNT }, () => -1);
  private bracketStart = -1;
  private bracketDepth = 0;
  private figureEnd = 0; // words inside a figure are none

  constructor(private readonly text: string) {}

  read(at: number, toDo: number): number {
    const action = toDo & ~BEGINS_WORD;
    if (toDo !== action && at >= this.figureEnd) {
      const end = this.word(at);
      // A word that begins with a digit is none of what it counts.
      if (end > at && action !== DIGIT) return end;
    }
    switch (action) {
      case DIGIT:
        return this.digits(at);
      case NUMERAL:
        return this.numeral(at);
      case STOP:
        return this.stop(at);
      case QUOTE:
        return this.quote(at);
      case BRACKET:
        return this.bracket(at);
      case MARK_AT_HEAD:
        return this.markAtHead(at);
      default:
        return at + 1;
    }
  }

  private word(at: number): number {
    const found = WORDS.at(this.text, at);
    if (!found) return at;
    const { word, value } = found;
    const end = at + word.length;
    if (tells(value.mark, this.text, at, end, this.stops))
      this.words.push({ start: at, end, mark: value.mark, weight: value.weight, word });
    return end;
  }

  private digits(at: number): number {
    const reading = readDigits(this.text, at);
    const end = this.figure(reading, at);
    if (typeof reading === "number") this.numbers.push([at, end]);
    return end;
  }

  private numeral(at: number): number {
    const found = VAGUE_BEGINNINGS.has(this.text.charCodeAt(at)) ? VAGUE.exec(this.text.slice(at, at + 10)) : null;
    // 第一批: which of them.
    if (!found || this.text[at - 1] === "第") return this.figure(readChinese(this.text, at), at);
    this.vague.push({ start: at, end: at + found[0].length });
    return at + found[0].length;
  }

  private figure(reading: Reading, at: number): number {
    this.figureEnd = typeof reading === "number" ? Math.max(reading, at + 1) : reading.end;
    if (typeof reading !== "number") this.figures.push(reading);
    return this.figureEnd;
  }

  private stop(at: number): number {
    const code = this.text.charCodeAt(at);
    if ((code === 124 || code === 0xff5c) && this.holdsFigure(at)) return at + 1;
    const kind = code === 10 ? LINE_STOP : SENTENCE_ENDS.has(code) ? SENTENCE_STOP : CLAUSE_STOP;
    this.stops.push(at);
    this.stopKinds.push(kind);
    if (kind === LINE_STOP) for (const pair of STRAIGHT_PAIRS) this.quoteStarts[pair] = -1;
    return at + 1;
  }

  private holdsFigure(border: number): boolean {
    return (
      WORDS_BEFORE.test(this.text.slice(Math.max(0, border - 4), border)) &&
      FIGURE_CELL.test(this.text.slice(border, border + LONGEST_FIGURE_CELL))
    );
  }

  /** Further places where a sentence ends, in their order. */
  stopAt(places: readonly number[]): void {
    if (places.length === 0) return;
    const stops = this.stops.splice(0);
    const kinds = this.stopKinds.splice(0);
    let next = 0;
    const add = (place: number, kind: number) => {
      this.stops.push(place);
      this.stopKinds.push(kind);
    };
    for (const [index, stop] of stops.entries()) {
      for (let place = places[next]; place !== undefined && place < stop; place = places[++next])
        add(place, SENTENCE_STOP);
      add(stop, kinds[index] ?? CLAUSE_STOP);
    }
    for (const place of places.slice(next)) add(place, SENTENCE_STOP);
  }

  private markAtHead(at: number): number {
    const isPair = this.text.charCodeAt(at) >= 0xd800;
    const end = isPair ? at + 1 : at;
    const isMark = MARKS_AT_HEAD.has(this.text.charCodeAt(at));
    if (!ITEM_BEGINS.test(this.text.slice(Math.max(0, at - LONGEST_INDENT), isMark ? at + 2 : end + 1))) return at + 1;
    this.stops.push(end);
    this.stopKinds.push(SENTENCE_STOP);
    return end + 1;
  }

  private quote(at: number): number {
    const pair = QUOTE_PAIRS.get(this.text[at] ?? "");
    if (!pair) return at + 1;
    const opened = this.quoteStarts[pair.pair] ?? -1;
    // A straight mark closes what the one before it opened.
    const closes = pair.closes || (pair.closes === null && opened >= 0);
    const isListed = closes && LISTED_BEHIND.has(this.text.charCodeAt(at + 1));
    const longest = pair.pair === TITLE_PAIR ? LONGEST_TITLE : isListed ? LONGEST_LISTED : LONGEST_NAME;
    if (closes && opened >= 0 && at - opened <= longest) this.names.push([opened, at + 1]);
    this.quoteStarts[pair.pair] = closes ? -1 : at;
    return at + 1;
  }

  private bracket(at: number): number {
    if (OPENING_BRACKETS.has(this.text.charCodeAt(at))) {
      // One that was never closed holds nothing.
      if (at - this.bracketStart > LONGEST_BRACKET) this.bracketDepth = 0;
      if (this.bracketDepth === 0) this.bracketStart = at;
      this.bracketDepth++;
    } else if (this.bracketDepth > 0) {
      this.bracketDepth--;
      if (this.bracketDepth === 0) this.brackets.push([this.bracketStart, at + 1]);
    }
    return at + 1;
  }
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
const CLAUSE_STARTS = new Set(
  [...`，。；：、！“"${BULLETS}${CELL_BORDERS}`].map((character) => character.charCodeAt(0)),
);
