/** How firm a promise is: 确保, 力争, 计划, 预期, and how far such a word reaches. */
import type { Modality } from "../core/types";
import { MODALITIES } from "./lexicon";
import { WordList } from "./wordList";

const WORDS = new WordList(MODALITIES.map((each) => [each.word, each] as const));

/** A word of firmness in a sentence. */
export interface ModalitySaid {
  readonly at: number;
  readonly word: string;
  readonly modality: Modality;
  readonly reach: "sentence" | "clause";
  /** 预期 over a list of targets reaches all of them. */
  readonly isTargetList: boolean;
  /** …增长8%的预期目标: it reaches back over its sentence. */
  readonly isBehind: boolean;
}

/** The words of firmness in a sentence, in its order; names (行动计划, 预期寿命) left out. */
export function modalitiesIn(sentence: string, start: number): ModalitySaid[] {
  const said: ModalitySaid[] = [];
  for (let at = 0; at < sentence.length; at++) {
    if (!WORDS.mayBegin(sentence.charCodeAt(at))) continue;
    const found = WORDS.at(sentence, at);
    if (!found) continue;
    const { word, value } = found;
    const behind = sentence.slice(at + word.length, at + word.length + 4);
    const before = sentence.slice(Math.max(0, at - 2), at);
    if (isName(word, before, behind)) continue;
    const { modality, reach } = value;
    const isExpected = word === "预期" && /^性?(?:目标|指标)/u.test(behind);
    const isBehind = isExpected && /\d[^，。；]{0,8}的$/u.test(sentence.slice(0, at));
    said.push({ at: start + at, word, modality, reach, isTargetList: isExpected && !isBehind, isBehind });
    at += word.length - 1;
  }
  return said;
}

function isName(word: string, before: string, behind: string): boolean {
  if (/^(?:了|寿命)/u.test(behind)) return true;
  if (word === "计划")
    return (
      /^(?:[》”"」的和、，内外中书表]|完成(?:情况|率|进度|较|好))/u.test(behind) ||
      /(?:[”"」]|行动|实施|专项|培养|参保|五年|规划|人才|支持|研发|科技|研究|创新|基金)$/u.test(before)
    );
  // 稳预期, 市场预期, 好于预期: what people expect.
  if (word === "预期") return /(?:稳|稳定|改善|社会|市场|引导|好于|超|超出|符合|增强|强)$/u.test(before);
  return word === "争创" && before.endsWith("力");
}

/**
 * The word that governs a figure, or null. The nearest before it in its clause; else one that reaches through the sentence,
 * up to a semicolon; 计划 over semicolons too; 预期目标 over everything behind it.
 */
export function modalityAt(
  text: string,
  said: readonly ModalitySaid[],
  place: number,
  clauseStart: number,
): ModalitySaid | null {
  let found: ModalitySaid | null = null;
  let list: ModalitySaid | null = null;
  for (const each of said) {
    if (each.at >= place) {
      if (each.isBehind) return found ?? each;
      continue;
    }
    if (each.isTargetList) list = each;
    const isNear = each.at >= clauseStart;
    const reaches =
      isNear ||
      each.isTargetList ||
      (each.reach === "sentence" && list === null && (each.word === "计划" || !hasSemicolon(text, each.at, place)));
    if (!reaches) continue;
    const isPlain = each.modality === "stated";
    // 实现 and 完成 count where they lead to the figure itself, not to one before it in a list.
    if (isPlain && /\d[^、]*、/u.test(text.slice(each.at, place))) continue;
    if (isPlain && found !== null && found.modality !== "stated") continue;
    found = each;
  }
  return found;
}

function hasSemicolon(text: string, start: number, end: number): boolean {
  const at = text.slice(start, end).search(/[；;]/u);
  return at >= 0;
}
