/** How far what is said of time reaches: paragraphs under a plan's heading, and reviews that a later turn (在肯定成绩的同时) shows. */
import { chineseNumeral } from "../core/text";
import type { Layout } from "./layout";
import type { MarkedWord } from "./scan";
import type { Tense, TimeSaid } from "./timeSaid";

/** Tells the line of each place it is asked for, which must come in the order of the text. */
export function lineWalk(lines: Layout["lines"]): (place: number) => number {
  let line = 0;
  return (place) => {
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) < place) line++;
    return line;
  };
}

/**
 * Under a plan's heading 去年 tells of its own paragraph; behind it the plan goes on. In a review that a next heading closes 今后 tells of
 * its own sentence.
 */
export function withinSections(
  text: string,
  words: readonly TimeSaid[],
  lines: Layout["lines"],
  reviews: readonly (readonly [start: number, end: number])[],
): TimeSaid[] {
  const lineOf = lineWalk(lines);
  let section: Tense | null = null;
  let review = 0;
  return words.map((word) => {
    while (review < reviews.length && (reviews[review]?.[1] ?? 0) <= word.at) review++;
    const isInReview = (reviews[review]?.[0] ?? Infinity) <= word.at;
    // 将312万人纳入统筹, in a review: told of what was done.
    if (!word.isLasting) return isInReview && word.tense === "future" ? { ...word, isWeak: true } : word;
    const line = lineOf(word.at);
    if (lines[line]?.isHeading) section = word.tense;
    else if (word.tense === "future" && isInReview) {
      const stop = text.slice(word.at, word.at + LONGEST_SENTENCE).search(/[。！？\n]/u);
      return { ...word, until: word.at + (stop < 0 ? LONGEST_SENTENCE : stop) };
    } else if (section === "future" && word.tense === "past") {
      let last = line; // of the printed lines of its paragraph
      while (last < lines.length - 1 && lines[last]?.continues) last++;
      return { ...word, until: lines[last]?.end ?? word.end };
    }
    return word;
  });
}

const LONGEST_SENTENCE = 200;

/** The number of a heading or item. @example ordinalOf("（三）加快建设") // 3 */
export const ordinalOf = (heading: string): number => {
  const written = ORDINAL.exec(heading)?.[1] ?? "";
  return /^\d/.test(written) ? Number(written) : (chineseNumeral(written) ?? 0);
};

/** From 一、工作回顾 to the next heading of its numbering. */
export function reviewsWithEnd(
  text: string,
  lines: Layout["lines"],
  said: readonly TimeSaid[],
): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  const inHeading = headingWalk(said);
  let open: { readonly at: number; readonly style: string; readonly ordinal: number } | null = null;
  for (const { start, end, numbering, isHeading } of lines) {
    const told = inHeading(start, end);
    if (!isHeading || numbering === null) continue;
    const ordinal = ordinalOf(text.slice(start, end));
    if (open !== null && open.style === numbering) {
      if (ordinal === open.ordinal + 1) found.push([open.at, start]);
      open = null;
    }
    if (told === "past") open = { at: end, style: numbering, ordinal };
  }
  return found;
}

/** Tells what the heading of each line says of time; asked in the order of the text. */
function headingWalk(said: readonly TimeSaid[]): (start: number, end: number) => Tense | null {
  let at = 0;
  return (start, end) => {
    let told: Tense | null = null;
    for (; at < said.length && (said[at]?.at ?? 0) < end; at++)
      if (said[at]?.isLasting && (said[at]?.at ?? 0) >= start) told = said[at]?.tense ?? told;
    return told;
  };
}

const ORDINAL = /^[^一二三四五六七八九十\d]*([一二三四五六七八九十]{1,3}|\d{1,2})/u;

/**
 * Where a review ends because the next heading of its own numbering begins: 一、工作回顾 … 二、…. What that one is about it need not
 * say. Where the numbering starts again within the review, its headings are the review's own.
 */
export function reviewEnds(text: string, lines: Layout["lines"], said: readonly TimeSaid[]): number[] {
  const ends: number[] = [];
  let review: { readonly style: string; readonly ordinal: number } | null = null;
  const inHeading = headingWalk(said);
  for (const { start, end, numbering, isHeading } of lines) {
    const told = inHeading(start, end);
    if (!isHeading || numbering === null) continue;
    const ordinal = ordinalOf(text.slice(start, end));
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
