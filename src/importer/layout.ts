/** The build of a text: lines, sentences and clauses, and which lines are headings. */
import type { Scan } from "./scan";

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
  readonly sentence: number;
  /** What closes it: ，or ： or ； or the end of a sentence. */
  readonly closedBy: string;
}
export interface Layout {
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
}

const NUMBERING =
  /^[\s　#*]*(?:(第[一二三四五六七八九十]+[章节部分编篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|\d{1,2}(?=\s+[\u4e00-\u9fff])|[一二三四五六七八九十]{1,3}是|[①-⑳]))/u;
const LONGEST_HEADING = 40;
const SHORTEST_BROKEN_LINE = 15; // a printed line that ends in mid-sentence is at least this long
const LABEL = /^[^，。；]{2,12}[：:]/u; // 责任单位：… keeps to its line
const LONGEST_CLAUSE = 400; // what no sentence of a report reaches: a text without stops is cut, so that each step stays short
const LONGEST_SENTENCE = 3000;
const ENDS_SENTENCE = /[。！？!?；;：:”"』」…）)]$/u;

export function layOut(text: string, { stops }: Scan): Layout {
  const lines = linesOf(text);
  const sentences: Sentence[] = [];
  const clauses: Clause[] = [];
  let line = 0;
  let sentenceStart = 0;
  let clauseStart = 0;
  let firstClause = 0;
  const endSentence = (end: number, next: number) => {
    if (clauses.length > firstClause)
      sentences.push({ start: sentenceStart, end, line, firstClause, clauses: clauses.length - firstClause });
    sentenceStart = next;
    firstClause = clauses.length;
  };
  const closeClause = (end: number, closedBy: string) => {
    while (end - clauseStart > LONGEST_CLAUSE) {
      clauses.push({ start: clauseStart, end: clauseStart + LONGEST_CLAUSE, sentence: sentences.length, closedBy: "" });
      clauseStart += LONGEST_CLAUSE;
      if (clauseStart - sentenceStart > LONGEST_SENTENCE) endSentence(clauseStart, clauseStart);
    }
    if (end > clauseStart) clauses.push({ start: clauseStart, end, sentence: sentences.length, closedBy });
    clauseStart = end + 1;
    if (clauseStart - sentenceStart > LONGEST_SENTENCE) endSentence(end, clauseStart);
  };
  const closeSentence = (end: number, closedBy: string) => {
    closeClause(end, closedBy);
    endSentence(end, end + 1);
  };
  for (const { at, kind } of stops) {
    if (kind === "sentence") closeSentence(at, text[at] ?? "");
    else if (kind === "line") {
      // A list that runs over several lines is one sentence while its lines end in a semicolon.
      if (lines[line]?.continues !== true) closeSentence(at, "\n");
      line++;
    } else closeClause(at, text[at] ?? "");
  }
  closeSentence(text.length, "");
  return { lines, sentences, clauses };
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
        !LABEL.test(head) &&
        /^\n?\s{0,3}[\u4e00-\u9fff\d“"‘'《（]/u.test(text.slice(end + 1, end + 6)) &&
        !NUMBERING.test(text.slice(end + 1, end + 12).trimStart()) &&
        (/[，、,]$/u.test(tail) || end - start > LONGEST_HEADING || followedBySmallRest(text, end + 1)),
    });
    if (found < 0) break;
    start = end + 1;
  }
  return lines;
}

/** Whether the line at `start` closes a sentence that began before: it has a full stop before any heading could end. */
function followedBySmallRest(text: string, start: number): boolean {
  return /^[^\n。；]{1,60}[。；，、]/u.test(text.slice(start, start + 62));
}
