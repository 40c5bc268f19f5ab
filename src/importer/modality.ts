/** How firm a promise is: 确保, 力争, 计划, 预期, and how far such a word reaches. */
import type { Modality } from "../core/types";
import { leadingVerb } from "./leadingVerb";
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
  /** 全年计划：…；…: it opens a list, and reaches over its semicolons. */
  readonly opensList: boolean;
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
    const before = sentence.slice(Math.max(0, at - LONGEST_NAME), at);
    if (isName(word, before, behind)) continue;
    const { modality, reach } = value;
    const isExpected = word === "预期" && /^性?(?:目标|指标)/u.test(behind);
    const isBehind = isExpected && /\d[^，。；]{0,8}的$/u.test(sentence.slice(0, at));
    said.push({
      at: start + at,
      word,
      modality,
      reach,
      isTargetList: isExpected && !isBehind,
      isBehind,
      opensList: OPENS_LIST.test(behind),
    });
    at += word.length - 1;
  }
  return said;
}

const OPENS_LIST = /^[^，。；\d]{0,3}[：:]/u;
const LONGEST_NAME = 14; // characters before a word that make a name of it

function isName(word: string, before: string, behind: string): boolean {
  if (/^(?:了|寿命)/u.test(behind)) return true;
  if (word === "计划")
    return (
      /^(?:[》”"」的和、，内外中书表]|完成(?:情况|率|进度|较|好))/u.test(behind) ||
      /(?:[”"」]|行动|实施|专项|培养|参保|五年|规划|人才|支持|研发|科技|研究|创新|基金)$/u.test(before) ||
      /^(?:生育|单列|经济)/u.test(behind) ||
      // 按照年度计划安排，新建…: by what it is done.
      (/^(?:安排|要求|部署|进度)*[，,]/u.test(behind) && /(?:按照|根据|依据|依照|对照)[^，。；]{0,8}$/u.test(before)) ||
      // 待年度计划下达后, 供地计划批准后: what is handed down.
      /^(?:已|正式|一经)*(?:下达|批复|批准|获批|印发|公布|调整)/u.test(behind)
    );
  // 稳预期, 市场预期, 好于预期: what people expect.
  if (word === "预期") return /(?:稳|稳定|改善|社会|市场|引导|好于|超|超出|符合|增强|强)$/u.test(before);
  // 年度目标 5 实际完成 3: a label of what was done.
  if (word === "完成") return before.endsWith("实际");
  return word === "争创" && before.endsWith("力");
}

/**
 * The word that governs a figure, or null. The nearest before it in its clause; else one that reaches through the sentence,
 * up to a semicolon; 预期目标 over everything behind it; 实现 and 完成 over what they list.
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
      (each.reach === "sentence" && list === null && (each.opensList || !hasSemicolon(text, each.at, place))) ||
      isQuotedBy(text, each, place);
    if (!reaches || (each.word === "计划" && isPartOfMore(text, each.at, place))) continue;
    const isPlain = each.modality === "stated";
    if (isPlain && isDoneOtherwise(text.slice(each.at, place))) continue;
    if (isPlain && found !== null && found.modality !== "stated") continue;
    found = each;
  }
  return found;
}

function hasSemicolon(text: string, start: number, end: number): boolean {
  const at = text.slice(start, end).search(/[；;]/u);
  return at >= 0;
}

/** 完成造林3万亩、建设公园2座: the second has a verb of its own, and 完成 tells of the first alone. */
function isDoneOtherwise(upToFigure: string): boolean {
  const own = upToFigure.lastIndexOf("、") + 1;
  return /\d/.test(upToFigure.slice(0, own)) && leadingVerb(upToFigure.slice(own)) !== "";
}

/** 实现“甲达到5万，乙达到6%”的目标: what is quoted is all governed. */
function isQuotedBy(text: string, { at, word }: ModalitySaid, place: number): boolean {
  const said = text.slice(at + word.length, place);
  return said.startsWith("“") && !said.includes("”");
}

/** 实施项目15个，计划竣工4个，其中小学9个: 其中 may be part of what was counted before the plan. */
function isPartOfMore(text: string, at: number, place: number): boolean {
  if (!/[，；]其中/u.test(text.slice(at, place))) return false;
  const before = text.slice(Math.max(0, at - LONGEST_BEFORE), at);
  return /\d[\d.]*[^\d年月，。；\n][^，。；\n\d]{0,8}[，,]$/u.test(before);
}
const LONGEST_BEFORE = 30;
