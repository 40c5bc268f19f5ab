/** How far what is said of time reaches: paragraphs under a plan's heading, and reviews that a later turn (在肯定成绩的同时) shows. */
import { chineseNumeral } from "../core/text";
import type { Layout } from "./layout";
import type { MarkedWord } from "./scan";
import type { Tense, TimeSaid } from "./timeWords";

/** Tells the line of each place it is asked for, which must come in the order of the text. */
export function lineWalk(lines: Layout["lines"]): (place: number) => number {
  let line = 0;
  return (place) => {
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) < place) line++;
    return line;
  };
}

/** Under a plan's heading 去年 tells of its own paragraph; behind it the plan goes on. */
export function withinSections(words: readonly TimeSaid[], lines: Layout["lines"]): TimeSaid[] {
  const lineOf = lineWalk(lines);
  let section: Tense | null = null;
  return words.map((word) => {
    if (!word.isLasting) return word;
    const line = lineOf(word.at);
    if (lines[line]?.isHeading) section = word.tense;
    else if (section === "future" && word.tense === "past") {
      let last = line; // of the printed lines of its paragraph
      while (last < lines.length - 1 && lines[last]?.continues) last++;
      return { ...word, until: lines[last]?.end ?? word.end };
    }
    return word;
  });
}

const ORDINAL = /^[^一二三四五六七八九十\d]*([一二三四五六七八九十]{1,3}|\d{1,2})/u;

/**
 * Where a review ends because the next heading of its own numbering begins: 一、工作回顾 … 二、…. What that one is about it need not
 * say. Where the numbering starts again within the review, its headings are the review's own.
 */
export function reviewEnds(text: string, lines: Layout["lines"], said: readonly TimeSaid[]): number[] {
  const ends: number[] = [];
  let review: { readonly style: string; readonly ordinal: number } | null = null;
  let at = 0;
  for (const { start, end, numbering, isHeading } of lines) {
    let told: Tense | null = null;
    for (; at < said.length && (said[at]?.at ?? 0) < end; at++)
      if (said[at]?.isLasting && (said[at]?.at ?? 0) >= start) told = said[at]?.tense ?? told;
    if (!isHeading || numbering === null) continue;
    const written = ORDINAL.exec(text.slice(start, end))?.[1] ?? "";
    const ordinal = /^\d/.test(written) ? Number(written) : (chineseNumeral(written) ?? 0);
    if (told !== null) review = told === "past" ? { style: numbering, ordinal } : null;
    else if (review?.style === numbering) {
      if (ordinal === review.ordinal + 1) ends.push(start);
      review = null;
    }
  }
  return ends;
}

const LINE_BEGINNING = 8;

/** Stretches that a turn shows to be a review: from what last lay ahead, or the beginning, up to the turn. */
export function turns(
  words: readonly MarkedWord[],
  { lines }: Layout,
  said: readonly TimeSaid[],
): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  let line = 0;
  let at = 0;
  let opened = -1; // where the last plan's heading stands
  let looksBack = -1; // where something last told of the past
  for (const { mark, start } of words) {
    if (mark !== "turn") continue;
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) < start) {
      // A plan's heading closes a review from above, a 今年 within it does not. Behind the first turn the review is over, and once
      // a line begins with what lies ahead no later 来之不易 turns the plan into a review.
      const own = lines[line];
      for (; at < said.length && (said[at]?.at ?? 0) <= (own?.end ?? 0); at++) {
        const word = said[at];
        if (!own || !word?.isLasting) continue;
        if (word.tense === "past") looksBack = word.at;
        else if (own.isHeading || (found.length > 0 && word.at - own.start < LINE_BEGINNING)) opened = own.end;
      }
      line++;
    }
    const isOver = opened > from && (found.length > 0 || looksBack < opened);
    const begin = Math.max(from, opened);
    const end = Math.max(begin, lines[line]?.start ?? start);
    found.push([isOver ? end : begin, end]);
    from = end;
  }
  return found;
}
