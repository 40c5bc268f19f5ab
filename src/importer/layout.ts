/** The build of a text: lines, sentences and clauses, and which lines are headings. */
import { isPageLine } from "./pageParts";
import { LINE_STOP, SENTENCE_STOP, type Scan } from "./scan";

export interface Line {
  readonly start: number;
  readonly end: number;
  /** How it is numbered, as a style (一、 or 1.), or null. */
  readonly numbering: string | null;
  /** Short, without a full stop: it stands over something. */
  readonly isHeading: boolean;
  /** Goes on in the next line, as a printed page breaks it. */
  readonly continues: boolean;
}
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly firstClause: number;
  readonly clauses: number;
}
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Position of its sentence. */
  readonly sentence: number;
  /** Its own. */
  readonly index: number;
}
export interface Layout {
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  /** Beginnings, ends and sentences of all clauses, as lists of numbers: most clauses hold no figure and are never looked at. */
  readonly clauseStarts: readonly number[];
  readonly clauseEnds: readonly number[];
  readonly clauseSentences: readonly number[];
}

export function clauseAt(layout: Layout, index: number): Clause | null {
  const start = layout.clauseStarts[index];
  const end = layout.clauseEnds[index];
  const sentence = layout.clauseSentences[index];
  return start === undefined || end === undefined || sentence === undefined ? null : { start, end, sentence, index };
}

const NUMBERING =
  /^[\s　#*]*(?:(第[一二三四五六七八九十]+[章节部分编篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|\d{1,2}(?=\s+[\u4e00-\u9fff])|[一二三四五六七八九十]{1,3}是|[①-⑳]))/u;
const LONGEST_HEADING = 40;
const SHORTEST_BROKEN_LINE = 15; // a printed line that ends in mid-sentence is at least this long
// A title keeps to its line, however long: 市文旅局2025年工作要点.
const TITLE_END =
  /(?:工作)?(?:要点|计划|安排|方案|报告|清单|任务分解|分工|打算|总结|目标|任务|实事)(?:表|（[^）]*）)?\s*$/u;
/** 二、农村饮水维修养护工程: numbered, without a stop, closed by what it is. */
const NUMBERED_TITLE =
  /^[\s　#*]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])[^，。；：\n]{4,30}(?:工程|项目|行动|建设|提升|改造|服务|保障|任务)\s*$/u;
const HAS_WORDS = /[\u4e00-\u9fff]/u; // 2026-01-15 10:20: no sentence
const LABEL = /^[^，。；]{2,12}[：:]/u; // 责任单位：… keeps to its line
const LONGEST_CLAUSE = 400; // what no sentence of a report reaches: a text without stops is cut, so that each step stays short
const LONGEST_SENTENCE = 3000;
/** 日前，记者从…获悉: how a piece of news begins, under its headline. */
const LEAD =
  /^[\s　]*(?:(?:日前|近日|昨[日天]|今[日天]|前不久|\d{1,2}月\d{1,2}日)[，,]?|本报讯|据悉|据了解|近年来|近几年来?|今年以来|去年以来|为(?:进一步|深入|切实|贯彻|全面)|记者(?:昨|日前|近日|从|了解))/u;
const ENDS_SENTENCE = /[。！？!?；;：:”"』」…）)］】〕]$/u;

export function layOut(text: string, { stops, stopKinds }: Scan): Layout {
  const lines = untilStop(text, linesOf(text));
  const sentences: Sentence[] = [];
  const clauseStarts: number[] = [];
  const clauseEnds: number[] = [];
  const clauseSentences: number[] = [];
  const addClause = (start: number, end: number) => {
    clauseStarts.push(start);
    clauseEnds.push(end);
    clauseSentences.push(sentences.length);
  };
  let line = 0;
  let sentenceStart = 0;
  let clauseStart = 0;
  let firstClause = 0;
  const endSentence = (end: number, next: number) => {
    if (clauseStarts.length > firstClause)
      sentences.push({ start: sentenceStart, end, line, firstClause, clauses: clauseStarts.length - firstClause });
    sentenceStart = next;
    firstClause = clauseStarts.length;
  };
  const closeClause = (end: number) => {
    while (end - clauseStart > LONGEST_CLAUSE) {
      addClause(clauseStart, clauseStart + LONGEST_CLAUSE);
      clauseStart += LONGEST_CLAUSE;
      if (clauseStart - sentenceStart > LONGEST_SENTENCE) endSentence(clauseStart, clauseStart);
    }
    if (end > clauseStart) addClause(clauseStart, end);
    clauseStart = end + 1;
    if (clauseStart - sentenceStart > LONGEST_SENTENCE) endSentence(end, clauseStart);
  };
  const closeSentence = (end: number) => {
    closeClause(end);
    endSentence(end, end + 1);
  };
  for (const [index, at] of stops.entries()) {
    const kind = stopKinds[index];
    if (kind === SENTENCE_STOP) closeSentence(at);
    else if (kind === LINE_STOP) {
      if (lines[line]?.continues !== true) closeSentence(at);
      line++;
    } else closeClause(at);
  }
  closeSentence(text.length);
  return { lines, sentences, clauseStarts, clauseEnds, clauseSentences };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const head = text.slice(start, Math.min(end, start + LONGEST_HEADING + 10)).trim();
    const tail = text.slice(Math.max(start, end - 4), end).trimEnd();
    const numbering = NUMBERING.exec(head)?.[1] ?? null;
    const isShort = end - start <= LONGEST_HEADING;
    lines.push({
      start,
      end,
      numbering: numbering === null ? null : numbering.replace(/[一二三四五六七八九十]+/u, "一").replace(/\d+/, "1"),
      isHeading: isShort && head !== "" && !/[。；;，,]$/u.test(tail),
      continues:
        end - start >= SHORTEST_BROKEN_LINE &&
        !ENDS_SENTENCE.test(tail) &&
        !isItem(text, start, end) &&
        !LABEL.test(head) &&
        HAS_WORDS.test(text.slice(start, end)) &&
        !isPageLine(text.slice(start, end)) &&
        !(isShort && (TITLE_END.test(text.slice(start, end)) || NUMBERED_TITLE.test(text.slice(start, end)))) &&
        /^\n?\s{0,3}[\u4e00-\u9fff\d“"‘'《（]/u.test(text.slice(end + 1, end + 6)) &&
        !NUMBERING.test(text.slice(end + 1, end + 12).trimStart()) &&
        !LEAD.test(text.slice(end + 1, end + 16)) &&
        (/[，、,]$/u.test(tail) || end - start > LONGEST_HEADING || followedBySmallRest(text, end + 1)),
    });
    if (found < 0) break;
    start = end + 1;
  }
  return lines;
}

/**
 * A broken line goes on only where what it begins comes to a stop: an item of a list without stops is followed by another item, not by
 * its own rest.
 */
function untilStop(text: string, lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let isStopped = false; // whether what stands below a line comes to a stop before it ends
  for (const line of [...lines].reverse()) {
    const goesOn: boolean = line.continues && isStopped;
    kept.push(goesOn === line.continues ? line : { ...line, continues: goesOn });
    isStopped = goesOn || HAS_STOP.test(text.slice(line.start, line.end).trimEnd());
  }
  return kept.reverse();
}
const HAS_STOP = /[。；;！？，,：:]|、$/u;

const DONE_AT_HEAD =
  /^[\s　·•●\-—]*(?:新增|新建|新开|新改|新组建|新推|改建|扩建|建成|完成|改造|打造|推动|推进|建设|开工|打通|引进|培育|实施|启动|加快|举办|开展|创建|开通|整治|修建|推出|开办|交付|提供|发放|安装|设立|免费)/u;
/** Whether a line without any stop is an item of a list, as the next one is: both say what is done. */
function isItem(text: string, start: number, end: number): boolean {
  const next = text.slice(end + 1, end + 14);
  return (
    DONE_AT_HEAD.test(next) &&
    DONE_AT_HEAD.test(text.slice(start, start + 14)) &&
    !/[。；;，,]/u.test(text.slice(start, end))
  );
}

/** Whether the line at `start` closes a sentence that began before: it has a full stop before any heading could end. */
function followedBySmallRest(text: string, start: number): boolean {
  return /^[^\n。；]{1,60}[。；，、]/u.test(text.slice(start, start + 62));
}

const SHARE_ALONE = /^\d[\d.]*[%％]\s*(?:[（(][^（）()]*[）)]?)?$/u;

/** 新建幼儿园4所。 ⏎ 80%（二小滞后）: a share alone on its line behind a task that is written out is how far it has come. */
export const isProgress = (text: string, lines: readonly Line[], line: number): boolean => {
  const said = (index: number) => text.slice(lines[index]?.start ?? 0, lines[index]?.end ?? 0).trim();
  if (!SHARE_ALONE.test(said(line))) return false;
  let before = line - 1;
  while (before >= 0 && said(before) === "") before--;
  return before >= 0 && /[。；]$/u.test(said(before));
};
