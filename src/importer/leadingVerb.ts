/** The verb with which a text begins: what is done to a thing that is counted. */
import { NOUNS_LIKE_VERBS, NOUN_PARTS, VERBS } from "./lexicon";
import { WordList } from "./wordList";

/** Verbs, where a text begins with one. */
const VERB_BEGINNINGS = new WordList<true>(VERBS.map((word) => [word, true]));
const NOUN_BEGINNINGS = new WordList<true>(NOUNS_LIKE_VERBS.map((word) => [word, true]));

/** The verb at a place: one of the list, or 新 and one of it (新安装). 新发展理念 is none. */
export function verbAt(text: string, at: number): { readonly word: string } | undefined {
  const found = VERB_BEGINNINGS.at(text, at);
  if (found || text[at] !== "新") return found;
  const word = VERB_BEGINNINGS.at(text, at + 1)?.word ?? "";
  const isNoun = (NOUN_BEGINNINGS.at(text, at + 1)?.word.length ?? 0) > word.length || OF_A_NEW_KIND.test(word);
  return word.length < 2 || isNoun ? undefined : { word: `新${word}` };
}
const OF_A_NEW_KIND = /^(?:服务|生产|处|消费|应用)/u;

/** The verb with which a text begins, after its introduction: 新增及优化调整公交线路 → 新增及优化调整. Empty where it begins with a noun (生产总值). */
export function leadingVerb(text: string): string {
  const found = verbAt(text, 0);
  if (!found) return "";
  // 新增上市公司: what goes public is added, and not the going.
  let end =
    found.word.length -
    (found.word.length > 2 && /上市(?:公司|企业)/u.test(text.slice(found.word.length - 2, found.word.length + 2))
      ? 2
      : 0);
  const noun = NOUN_BEGINNINGS.at(text, 0);
  if (noun && noun.word.length > end) return "";
  if (!/^[新净增]/u.test(found.word) && NOUN_PARTS.test(text.slice(end, end + 4))) return "";
  const joined = /^[及和、]/u.exec(text.slice(end, end + 1));
  const next = joined ? end + 1 : end;
  const isNoun =
    (NOUN_BEGINNINGS.at(text, next)?.word.length ?? 0) > (VERB_BEGINNINGS.at(text, next)?.word.length ?? 0);
  const second = isNoun ? undefined : VERB_BEGINNINGS.at(text, next);
  const secondEnd = end + (joined ? 1 : 0) + (second?.word.length ?? 0);
  // 完成投资, 完成新增: what is completed is no part of the verb.
  const closes =
    second !== undefined &&
    ((secondEnd === text.length &&
      (DONE_OR_COUNTED.test(second.word) || /^(?:完成|实现|推进|推动|实施|启动)$/u.test(found.word))) ||
      (/^(?:完成|实现)$/u.test(found.word) && WHOLE_ACTS.test(second.word)));
  if (second && !closes && !NOUN_PARTS.test(text.slice(secondEnd, secondEnd + 4))) end = secondEnd;
  // 购置、租赁、改建: a third act on the same thing.
  const third = joined?.[0] === "、" && text[end] === "、" ? VERB_BEGINNINGS.at(text, end + 1)?.word : undefined;
  return text.slice(0, third === undefined || third.length < 2 ? end : end + 1 + third.length);
}

/** 完成造林绿化5万亩、退化林修复3万亩: an act that needs no thing is what is completed, not how. */
const WHOLE_ACTS = /^(?:造林|绿化|植树|就业|转移就业|新增就业|投资|融资|招生|出栏|演出|义诊|体检|播种)$/u;

/** What may be done, or be what is counted. */
export const DONE_OR_COUNTED =
  /^(?:投资|贷款|融资|就业|治理|改造|服务|补贴|检测|筛查|培训|出口|生产|销售|整治|造林|绿化|诊断|转移就业|新增就业|规划|监测|检查|应用|储备|授权|注册|登记|处理|回收|维护|出栏|送戏下乡|演出|体检|义诊|抽检|接种)$/u;
