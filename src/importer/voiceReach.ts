/**
 * How far each voice reaches. What comes first ends it:
 *
 * | whose voice                           | from                                  | up to                                          |
 * | ------------------------------------- | ------------------------------------- | ---------------------------------------------- |
 * | a heading (市教育局; 二、市水利局)      | itself                                | the next voice; a numbered one: its next equal |
 * | who speaks (局长王明表示)               | his quotation, or his sentence        | the next voice, the next part                  |
 * | a unit at the head of a sentence      | its sentence, unless that counted yet | the next voice, the next part                  |
 * | the only bureau of a text, in passing | its sentence                          | the end of its paragraph                       |
 * | the only one, among the first lines   | the lines above (with a doubt)        | the end                                        |
 * | the mayor, who answers for no bureau  | his sentence                          | the next voice                                 |
 * | on a page heard from one bureau a     | its sentence                          | the end of its paragraph: the page's bureau    |
 * | centre, or the only other that acts   |                                       | goes on (with a doubt)                         |
 *
 * The next part is the next item or heading of the numbering in which the voice began: 二、 behind 一、, 3. behind 2. Units named beside
 * a promise (unitLines) go before every voice; the bureau of the title comes last, where nobody speaks.
 */
import { OF_THE_WHOLE } from "./lexicon";
import type { Layout, Line } from "./layout";
import type { Responsibility } from "./owners";
import { partEnds } from "./parts";
import { TITLE_LINES } from "./titles";

export interface Voice {
  readonly start: number;
  readonly end: number;
  /** Null where nobody answers. */
  readonly department: string | null;
  readonly speaker: string | null;
  readonly isHeading?: boolean;
  /** Whether it is heard of: 记者从市住建局获悉, 据市水利局介绍. */
  readonly isHeard?: boolean;
  /** Whether a paper of it is told of: 市民政局印发《…计划》. */
  readonly isIssuer?: boolean;
  /** Whether what stands before in the paragraph was said, too. */
  readonly isAbove?: boolean;
}

/** The stretch of each voice. @param voices in the order of the text, none within another */
export function stretches(
  text: string,
  layout: Layout,
  voices: readonly Voice[],
  title: string | null,
): Responsibility[] {
  const places = beginnings(text, layout, voices);
  const areTwo = new Set(voices.map(({ department }) => department)).size === 2;
  const reach = areSeveral(voices) ? amongSeveral(text, layout) : ofTheOnlyOne(text, layout, voices[0]);
  return voices.flatMap((voice, index): Responsibility[] => {
    const { start, line } = places[index] ?? { start: voice.start, line: 0 };
    const { department, speaker, isHeading = false } = voice;
    if (department === null) return [];
    const { end: own, isAuthor } = reach(voice, line);
    const end = Math.max(start, Math.min(places[index + 1]?.start ?? text.length, own));
    const from = isHeading ? "heading" : "speaker";
    const page = pageOf(voices[0], voice);
    const stretch = { end, department, supporting: [], from, speaker, pageOf: page } as const;
    // 市水利局2026年工作打算: who else acts in it has a paragraph, and the title goes on.
    if (page === undefined && title !== null && (acts(voice) || voice.isIssuer) && isAnother(department, title))
      return [{ ...stretch, start, end: Math.max(start, Math.min(end, ownWordsEnd(text, layout.lines, line))) }];
    if (page !== undefined && hasItsParagraph(voice, areTwo)) {
      const [opening] = places;
      const until = Math.max(start, Math.min(end, ownWordsEnd(text, layout.lines, line)));
      const last = Math.min(end, opening && voices[0] ? reach(voices[0], opening.line).end : until);
      const goesOn = { ...stretch, start: until, end: last, department: page, speaker: null, pageOf: department };
      return [{ ...stretch, start, end: until }, ...(last > until ? [goesOn] : [])];
    }
    // 全市今年新建学校6所。⏎市教育局局长王明表示…: what the news begins with.
    const isAuthorAbove =
      index === 0 &&
      isAuthor &&
      !isHeading &&
      start <= (layout.lines[line]?.start ?? 0) &&
      !HEARD_ABOVE.test(text.slice(0, start));
    return isAuthorAbove ? [{ ...stretch, start: 0, doubtfulTo: start }] : [{ ...stretch, start }];
  });
}

/** 记者从市民政局获悉，…⏎市福利中心主任王明介绍，…: whose page it is while another speaks. */
function pageOf(first: Voice | undefined, { department, isHeading }: Voice): string | undefined {
  const page = first?.isHeard === true ? first.department : null;
  if (page === null || department === null || isHeading === true) return undefined;
  return isAnother(department, page) ? page : undefined;
}
const isAnother = (one: string, other: string) => !one.endsWith(other) && !other.endsWith(one);
/** Neither a heading, nor quoted, nor heard of. */
const acts = ({ speaker, isHeard, isHeading }: Voice) => speaker === null && isHeard !== true && isHeading !== true;

const PART_OF_A_BUREAU = /(?:中心|[总支大]队|站|所|处|科|院|馆|服务局|稽查局|监察局)$/u;
/** Whether a unit has no more than its paragraph: it belongs to a bureau, or acts, and no third takes turns. */
function hasItsParagraph(voice: Voice, areTwo: boolean): boolean {
  return PART_OF_A_BUREAU.test(voice.department ?? "") || (acts(voice) && areTwo);
}

/** The end of a paragraph and of the quotations below it, which go on with it. */
function ownWordsEnd(text: string, lines: readonly Line[], line: number): number {
  let last = line;
  const goesOn = (next: Line) => text.slice(next.start, next.end).trim() === "" || opensWithQuote(text, next.start);
  for (let next = lines[last + 1]; next && (lines[last]?.continues === true || goesOn(next)); next = lines[last + 1])
    last++;
  return lines[last]?.end ?? text.length;
}

/** What stands above has a source of its own. */
const HEARD_ABOVE = /记者|笔者|获悉|了解到|据/u;

/** Whether several bureaus take turns; 市商务委 is 江州市商务委. */
function areSeveral(voices: readonly Voice[]): boolean {
  const names = [...new Set(voices.map(({ department }) => department))];
  return names.filter((name) => !names.some((other) => other !== name && other?.endsWith(name ?? "-"))).length > 1;
}

type Reach = (voice: Voice, line: number) => { readonly end: number; readonly isAuthor: boolean };

/** Where bureaus take turns each goes on to the next, and none beyond the part in which it began; a heading without a number is in none. */
function amongSeveral(text: string, { lines }: Layout): Reach {
  const partEnd = partEnds(text, lines);
  return ({ isHeading }, line) => ({
    end: isHeading && lines[line]?.numbering === null ? Infinity : partEnd(line),
    isAuthor: false,
  });
}

/** The only bureau that a text names is its author where the text begins with it; one that a report happens to name has its paragraph. */
function ofTheOnlyOne(text: string, { lines }: Layout, first: Voice | undefined): Reach {
  const written = lines.filter(({ start, end }) => text.slice(start, end).trim() !== "");
  const opening = written[TITLE_LINES]?.start ?? text.length;
  const isSaid = first !== undefined && (first.speaker !== null || first.isHeard === true);
  const opens = first !== undefined && first.start < opening && (isSaid || !COUNTS.test(text.slice(0, first.start)));
  const news = written[NEWS_LINES]?.start ?? text.length;
  return ({ start, speaker, isHeading, isHeard }, line) => {
    const isAuthor = opens && start < opening;
    const reachesOn = isAuthor || speaker !== null || isHeading === true || (isHeard === true && start < news);
    return { end: reachesOn ? Infinity : paragraphEnd(lines, line, text.length), isAuthor };
  };
}
const NEWS_LINES = 10; // within which a piece of news says from whom it is heard
/** Figures, but no years or days. */
const COUNTS = /(?<![\d\-:：/])\d+(?![\d年月日\-:：/])/u;

function paragraphEnd(lines: readonly Line[], line: number, otherwise: number): number {
  let last = line;
  while (lines[last]?.continues) last++;
  return lines[last]?.end ?? otherwise;
}

/** Where each voice begins to reach, and on which line it stands: back over its quotation, and over what its sentence says before it. */
function beginnings(
  text: string,
  { lines, sentences }: Layout,
  voices: readonly Voice[],
): { readonly start: number; readonly line: number }[] {
  let line = 0;
  let sentence = 0;
  let before = 0;
  return voices.map((voice) => {
    while ((lines[line]?.end ?? Infinity) < voice.start) line++;
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= voice.start) sentence++;
    const begin = lines[line]?.start ?? 0;
    // “…。”甲局长说，“…。”乙局长说: the quotation between them is the first one's.
    const isQuoted = before <= begin && opensWithQuote(text, begin) && voice.speaker !== null;
    const quoted = isQuoted || voice.isAbove ? begin : quotedBefore(text, voice.start, begin, before);
    const own = Math.min(quoted, sentences[sentence]?.start ?? voice.start);
    // What its sentence says before it is its own, unless that counts something.
    const reached = quoted < voice.start || !/\d/.test(text.slice(own, voice.start)) ? own : voice.start;
    const start = Math.max(quoted < voice.start ? quoted : reached, before);
    const opened =
      before > 0 && start <= begin && opensWithQuote(text, begin) ? openedFrom(text, lines, line, before) : start;
    before = voice.end;
    return { start: Math.min(start, opened), line };
  });
}

const opensWithQuote = (text: string, at: number) => /^[\s　]*[“"「]/u.test(text.slice(at, at + 4));

const LONGEST_QUOTATION = 200;
const NAME_AND_SAYS = 14; // characters between an office and what its holder says
/** “…。”局长王明说: the quotation right before who speaks is theirs, unless whoever spoke before goes on with it: 甲局长何山说，“…。”. */
function quotedBefore(text: string, at: number, begin: number, last: number): number {
  const from = Math.max(begin, at - LONGEST_QUOTATION);
  const before = text.slice(from, at);
  const opened = /”[\s　]*$/u.test(before) ? from + before.lastIndexOf("“") : -1;
  const goesOn = last > begin && opened - last <= NAME_AND_SAYS && /[，：,:]/u.test(text[opened - 1] ?? "");
  return opened < from || goesOn ? at : opened;
}

/**
 * Where what a quotation speaks of begins: 我市推进…，今年计划… ⏎ “…。”乙局长说. Such a paragraph of the whole place, behind another's
 * quotation, opens the next one's.
 */
function openedFrom(text: string, lines: readonly Line[], line: number, before: number): number {
  let first = line;
  while (
    (lines[first - 1]?.start ?? 0) >= before &&
    OF_THE_WHOLE.test(text.slice(lines[first - 1]?.start, lines[first - 1]?.end))
  )
    first--;
  const above = lines[first - 1];
  const begin = lines[first]?.start ?? Infinity;
  return first < line && above && opensWithQuote(text, above.start) ? begin : Infinity;
}
