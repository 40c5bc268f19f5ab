/** How paragraphs sound: a review tells what was brought about, a plan says what to do. Exact figures alone make no review. */
import type { Layout } from "./layout";
import { codesOf, type Figure } from "./patterns";
import type { Scan } from "./scan";
import { lineWalk } from "./sections";
import type { Tense, TimeSaid } from "./timeSaid";

/** open: it leans to the past, but not by what its words say. null: nothing tells. */
export type Sound = Tense | "open" | null;

const CLEAR = 0.8; // a paragraph's hints tell when they outweigh the others by this much
const TOLD = 0.7; // at least one word of these must tell of something brought about
const TOLD_ALONE = 1.2; // less is one word alone
const EXACT_DIGITS = 4; // 23.35万 is counted, 23万 is planned
const EXACT_WEIGHT = 0.4;
const UNEVEN_WEIGHT = 0.2; // 276家: plans are rounder
const EXACT_LIMIT = 2;
const SAID_PAST = 0.75; // 已, 目前 and 将, 要 in one sentence colour the others of their paragraph
const SAID_FUTURE = 0.2;
const BOUNDED_WEIGHT = 0.4; // 以上, 左右, 以内: facts have no bounds
const BOUNDED_LIMIT = 1.6;
const BOUNDS = codesOf("以左");

/** The hints of one line. */
interface Hints {
  /** Told of what was brought about: 荣获, 首次, 已; as negative weight. What orders is positive. */
  words: number;
  /** 明显提升 says how things stand in a review, and how they are to stand in a list of goals. */
  improved: number;
  exact: number;
  bounded: number;
}

/** How each line sounds by its hints; a line that says nothing sounds like the one before it, unless another speaker begins. */
export function soundOut(
  text: string,
  found: Scan,
  lines: Layout["lines"],
  said: readonly TimeSaid[],
  resets: readonly number[],
): Sound[] {
  const hints = hintsOf(text, found, lines, said);
  let before: Sound = null;
  let reset = 0;
  return hints.map((own, index) => {
    const end = lines[index]?.end ?? 0;
    for (; reset < resets.length && (resets[reset] ?? 0) <= end; reset++) before = null;
    const sound = soundOf(own, before);
    if (sound !== null) before = sound;
    return sound ?? before;
  });
}

function soundOf({ words, improved, exact, bounded }: Hints, before: Sound): Sound {
  const counted = Math.min(exact, EXACT_LIMIT);
  const total = words - improved - counted + Math.min(bounded, BOUNDED_LIMIT);
  if (total >= CLEAR) return "future";
  if (total > -TOLD) return null;
  // Told in words, or exact in every figure of what has improved, or a review that goes on.
  const isTold = words <= -TOLD && words - improved <= -CLEAR;
  // 21条, 13条, 400辆, and one road 全部建成: one word among round figures tells too little.
  const isAlone = words > -TOLD_ALONE && improved === 0 && exact === 0;
  return (isTold && !isAlone) || before === "past" ? "past" : "open";
}

function hintsOf(text: string, found: Scan, lines: Layout["lines"], said: readonly TimeSaid[]): Hints[] {
  const hints: Hints[] = lines.map(() => ({ words: 0, improved: 0, exact: 0, bounded: 0 }));
  const at = (lineOf: (place: number) => number, place: number): Hints => hints[lineOf(place)] ?? NOWHERE;
  let lineOf = lineWalk(lines);
  const isOrdered = orderWalk(text, said);
  for (const { mark, weight, start } of found.words) {
    if (mark === "pastHint" || mark === "pastResult") {
      if (!isOrdered(start)) at(lineOf, start).words -= weight;
    } else if (mark === "improves") at(lineOf, start).improved += weight;
    else if (mark === "futureHint") at(lineOf, start).words += weight;
  }
  lineOf = lineWalk(lines);
  for (const each of said) {
    if (each.isLasting || each.isWeak || each.until !== Infinity) continue;
    at(lineOf, each.at).words += each.tense === "past" ? -SAID_PAST : SAID_FUTURE;
  }
  lineOf = lineWalk(lines);
  for (const figure of found.figures) {
    const own = at(lineOf, figure.start);
    if (isBounded(text, figure)) own.bounded += BOUNDED_WEIGHT;
    else if (isCounted(figure)) own.exact += EXACT_WEIGHT;
    else if (isUneven(figure)) own.exact += UNEVEN_WEIGHT;
  }
  return hints;
}
/** 确保甲路开工建设，乙路建成通车: what is ordered in its sentence is no result. Asked in the order of the text. */
function orderWalk(text: string, said: readonly TimeSaid[]): (place: number) => boolean {
  const orders = said.filter(({ tense, isLasting, isWeak }) => tense === "future" && !isLasting && !isWeak);
  let next = 0;
  return (place) => {
    while ((orders[next]?.at ?? Infinity) < place) next++;
    const order = orders[next - 1];
    return (
      order !== undefined && place - order.end < LONGEST_ORDER && !/[。；！？\n]/u.test(text.slice(order.end, place))
    );
  };
}
const LONGEST_ORDER = 120;
const NOWHERE: Hints = { words: 0, improved: 0, exact: 0, bounded: 0 };

/** 23.35万个, 增长7.3%: nobody plans to the last digit. */
function isCounted({ digits, unitClass, value }: Figure): boolean {
  return digits >= EXACT_DIGITS || (unitClass === "share" && digits >= 2 && !Number.isInteger(value * 2));
}

function isUneven({ digits, unitClass, value }: Figure): boolean {
  return digits >= 3 && unitClass !== "time" && value % 10 !== 0;
}

function isBounded(text: string, { end }: Figure): boolean {
  return (
    BOUNDS.has(text.charCodeAt(end)) && /^(?:以上|左右|以内|以下)(?![\u4e00-\u9fff]{2})/u.test(text.slice(end, end + 4))
  );
}
