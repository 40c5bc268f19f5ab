/** How a figure compares: the words before and behind it (不低于, 以上), and what only looks like one (附近, 节约). */
import type { Comparator } from "../core/types";
import { trimmedEnd } from "./blanks";
import { COMPARATORS_AFTER, COMPARATORS_BEFORE, NEUTRALS } from "./lexicon";
import { codesOf, type Figure } from "./patterns";
import { EndingList, WordList } from "./wordList";

/** Words that compare, before a figure. */
export const COMPARATOR_ENDINGS = new EndingList<Comparator>(
  (Object.entries(COMPARATORS_BEFORE) as [Comparator, readonly string[]][]).flatMap(([comparator, words]) =>
    words.map((word) => [word, comparator] as const),
  ),
);
const AFTER = new WordList<Comparator>(
  (Object.entries(COMPARATORS_AFTER) as [Comparator, readonly string[]][]).flatMap(([comparator, words]) =>
    words.map((word) => [word, comparator] as const),
  ),
);
const BLANK_OR_BRACKET = codesOf(" 　\n（(");

/** The comparator with which the text behind a figure begins. */
export function comparatorBehind(right: string): { comparator: Comparator; length: number } | null {
  if (right === "") return null;
  let blanks = 0;
  while (BLANK_OR_BRACKET.has(right.charCodeAt(blanks))) blanks++;
  const found = AFTER.at(right, right.startsWith("（含") || right.startsWith("(含") ? 0 : blanks);
  if (!found) return null;
  // 5年内, 内 alone, is time or place and no comparator behind a count of things.
  if (found.word === "内" || (found.word === "起" && !/^[，。；、]|^$/u.test(right.slice(1, 2)))) return null;
  if (found.word === "以下" && /^[^，。；]{0,3}(?:几|方面|措施|工作|内容)/u.test(right.slice(2))) return null;
  return { comparator: found.value, length: blanks + found.word.length };
}

const NEUTRAL_ENDINGS = new EndingList<true>(NEUTRALS.map((word) => [word, true]));

/** The comparator with which the text before a figure ends. */
export function comparatorBefore(left: string): { comparator: Comparator; word: string; direct: boolean } | null {
  let rest = withoutPerHead(trimmedEnd(left));
  let direct = true;
  for (let steps = 0; steps < 3 && rest !== ""; steps++) {
    const found = COMPARATOR_ENDINGS.endOf(rest);
    if (found && !isPartOfName(rest, found.word)) return { comparator: found.value, word: found.word, direct };
    const neutral = NEUTRAL_ENDINGS.endOf(rest);
    if (!neutral) break;
    rest = rest.slice(0, -neutral.word.length);
    direct = false;
  }
  // 各市县至少建设1家: it stands before the verb.
  // 小区数量达到住宅小区的35%: at least so much of it.
  if (left.endsWith("的") && /达到?[^，。；、\d]{2,10}的$/u.test(left))
    return { comparator: "atLeast", word: "达到", direct: false };
  if (!/[少低控超压]/.test(left)) return null;
  const counted = !left.includes("以上")
    ? left
    : left.replace(/\d[\d.]*[万亿]?(?:元|人|平方米|亩|个)?(?:及)?以上的?/gu, "");
  const early = /(?:至少|不少于|不低于|不得少于|最少)(?![^，。；、]*\d)[^，。；、\d]{1,12}$/u.exec(counted);
  if (early) return { comparator: "atLeast", word: "至少", direct: false };
  const within = /(?:控制在|控制|压减到|不超过)[^，。；、\d]{0,6}$/u.exec(left);
  return within ? { comparator: "atMost", word: "控制", direct: false } : null;
}

/** 提高到每人每月: the head it is counted by stands between the word and the figure. */
export function withoutPerHead(left: string): string {
  if (/[人户亩]均$/u.test(left)) return left.slice(0, -2);
  if (!left.includes("每")) return left;
  return left.replace(/每(?:[人户亩个]|[千万百]人)?每?[年月日天]?$/u, "").trimEnd();
}

export function isPartOfName(left: string, word: string): boolean {
  const before = left.slice(0, -word.length);
  switch (word) {
    case "超":
      return /[立高反跨]$/u.test(before);
    case "近":
      return /[附邻临就靠远最接]$/u.test(before);
    case "达":
      return /[雷发到通抵表下传直]$/u.test(before) && !/通达$/u.test(left);
    case "满":
      return true;
    case "约":
      return /[节公合签预集契制条大]$/u.test(before);
    case "控制":
      return !/(?:控制)$/u.test(left);
    default:
      return false;
  }
}
/** The comparator its own words give a figure, or null. */
export function ownComparator(
  figure: Figure,
  before: { comparator: Comparator } | null,
  behind: Comparator | null,
): Comparator | null {
  if (figure.valueMax !== null) return "range";
  // 左右 weighs more than 达到 or 控制在; 超过…以上 keeps what stands behind.
  if (behind === "about" || before?.comparator === "about") return "about";
  if (behind !== null) return behind;
  if (before) return before.comparator;
  return figure.isMore ? "moreThan" : null;
}
