/** The ends of a phrase: what introduces it, the verb it begins with, and the adverbs and prepositions before its figure. */
import { COMPARATOR_ENDINGS, isPartOfName } from "./comparators";
import { circumstanceOf } from "./circumstances";
import { verbAt } from "./leadingVerb";
import { FILLERS, INTRODUCTIONS, LEVELS } from "./lexicon";
import { codesOf } from "./patterns";
import { EndingList, WordList } from "./wordList";

export { DONE_OR_COUNTED, leadingVerb } from "./leadingVerb";

const FILLER_ENDINGS = new EndingList<true>(FILLERS.map((word) => [word, true]));
const LEVEL_BEGINNINGS = new WordList<true>(LEVELS.map((word) => [word, true]));
/** Each with the characters that make another word of it: 和 in 和谐 introduces nothing. */
const INTRODUCING = new WordList<string>(
  INTRODUCTIONS.map((entry) => {
    const [word = "", unless = ""] = entry.split("!");
    return [word, unless] as const;
  }),
);

const DATE_ENDING =
  /(?:(?:到|至|(?<!占)比|较)?20\d\d年(?:度|底|末|前)?|[本全]?年度|[“"]?十[一二三四五六]五[”"]?(?:期?末|时期))$/u;
const PER_HEAD_ENDING = /(?<=[到至为在])(?:人均|户均|亩均)$/u;

/** Takes comparators, adverbs, prepositions and dates off the end of what stands before a figure. */
export function bareLeft(left: string): string {
  let end = endWithoutBlanks(left, left.length);
  for (let steps = 0; steps < 6 && end > 0; steps++) {
    const length = endingAt(left, end);
    if (length === 0) break;
    end = endWithoutBlanks(left, end - length);
  }
  // 四是为3万名…: the sentence is counted.
  if (end <= LONGEST_COUNT && SENTENCE_COUNTED.test(left)) return "";
  return end === left.length ? left : left.slice(0, end);
}
const SENTENCE_COUNTED = /^[\s　]*[一二三四五六七八九十]{1,2}[是要]/u;
const LONGEST_COUNT = 3;

/** How much of the end of `left`, up to `end`, belongs to the figure behind it. */
function endingAt(left: string, end: number): number {
  const last = left.charCodeAt(end - 1);
  const ending = DATE_ENDS.has(last) ? DATE_ENDING : last === MEAN_END ? PER_HEAD_ENDING : null;
  const counted = ending?.exec(left.slice(0, end));
  if (counted) return counted[0].length;
  const found = COMPARATOR_ENDINGS.endOf(left, end);
  if (found && !isPartOfName(left.slice(0, end), found.word)) return found.word.length;
  const filler = FILLER_ENDINGS.endOf(left, end)?.word ?? "";
  // 供应, 平均: the second half of a word.
  const isHalf =
    (filler === "应" && /[供反响效适感]$/u.test(left.slice(0, end - 1))) ||
    (filler === "均" && /[平人户亩]/u.test(left[end - 2] ?? ""));
  return isHalf ? 0 : filler.length;
}
const DATE_ENDS = codesOf("年度底末前");
const MEAN_END = "均".charCodeAt(0);

/** Where a text up to `end` ends without the blanks, and the cell's border, at its end. */
export function endWithoutBlanks(text: string, end: number): number {
  let last = end;
  while (last > 0 && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}
const isBlank = (code: number) =>
  code === 124 || code === 0xff5c || code === 32 || code === 0x3000 || code === 160 || (code >= 9 && code <= 13);

/** Whether a thing may begin here: with a letter, a digit or an opening mark. */
export function beginsThing(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || OPENING.has(code);
}
const OPENING = codesOf('“"《');

const QUOTE = "“".charCodeAt(0);
const [BY, APART] = [..."按分"].map((each) => each.charCodeAt(0));
const MARKS = codesOf(' 　\t\n\r 、，：:）)”"“（(—-·.…*※\ufe0f\u200d');
const NUMBERED =
  /^(?:\d{1,3}[ 　\t]+(?=[\u4e00-\u9fff“])|[“"]?十[一二三四五六]五[”"]?(?:时期|期间|期末|末)(?=.{3})|(?:到|至)?20\d\d年(?:底前|底|末|前|度)?|[一二三四五六七八九十]{1,3}[是、](?![二三](?:、|次?产))|[①-⑳]|(?:主?汛期|春节|国庆节?|入冬|供暖季?|采暖季|秋?季?开学|[春秋]季?学期|\d{1,2}月[底末]?)前|[（(]?[\d一二三四五六七八九十]{1,2}[）).．、](?![二三](?:、|次?产)|\d)\s*|\d{1,2}月[底末](?:前)?|1[—\-–~至到]\d{1,2}月份?|(?:到|至)?(?:今年|明年)?年?底(?!线)前?|(?:[一二两三四五六七八九十]|\d{1,2})年(?:之|以)?内|用[一二两三四五\d]年(?:左右)?的?时间|[两三四五2-5]年(?:累计|共计?)?(?=建成|增加|新建|完成|改造|新增|实现|培育|打造)|年(?=(?:计划|拟)[\u4e00-\u9fff]{2})|(?:今后|未来)[两三四五\d]年(?:内|里)?(?=[\u4e00-\u9fff]{3})|每个?(?:县（市、区）|县|区|乡镇|镇|村|街道|社区|园区|学校)(?:至少|都|均|要|将|分别)*(?=[新改建选打创培开完实引][\u4e00-\u9fff]{2})|共(?=计划|安排|实施|确定|谋划)|可(?=解决|新增|实现|带动|提供|容纳|改善|增加|满足|惠及))/u;
/** What introduces and stands alone: 3. or * before 为1500名, 今年 before 力争达到. */
const NAMES_NOTHING =
  /^(?:[*※]+|其中(?:包括)?|这当中|(?:共|总)?计划|[还也又再并将要拟]|同时|[（(]?[\d一二三四五六七八九十]{1,2}[）).．、]\s*|(?:20\d\d|今|明|全)年|年内|(?:到|至)?(?:今年|明年)?年[底末]前?|(?:[一二两三四五六七八九十]|\d{1,2})年(?:之|以)?内|(?:到|至)?20\d\d年[底末]前?|\d{1,2}月[底末]?前?|[上下]半年|年初|加快|继续|持续|大力|着力|深入|切实|努力|积极|稳步|有序|全力|务必|扎实|统筹|强化)$/u;
const HOPED_WHEN = /^争取(?:年内|全年|今年|明年|年底|再|在|到)/u;
const HELPING = /^(?:推动|推进|实现|完成|支持)$/u;

/** The beginning of a clause without what introduces it. @param keepVerb whether 推进, 实现, 完成 stay, which are verbs too */
export function trimLeading(text: string, keepVerb: boolean): string {
  let rest = text;
  for (let steps = 0; steps < 10; steps++) {
    const length = introductionOf(rest, keepVerb);
    if (length === 0) break;
    if (length >= rest.length) return NAMES_NOTHING.test(rest) ? "" : rest;
    rest = rest.slice(length);
  }
  return rest;
}

/** 主要内容是建成…, 目标是再改造…, 明确任务为…: what is said of what follows. */
const AIM_IS = /^[^，。；：\d]{0,24}?(?:(?:目标|任务|内容|重点|指标)(?:就|均|都)?是|(?:目标|任务)为)(?=.{2})/u;
/** 按项目类别分高速公路, 分行业看: by what a sum is divided. */
const DIVIDED_BY =
  /^(?:按[\u4e00-\u9fff]{2,8}?(?:来?分(?![别类级])|划分|看)|分[\u4e00-\u9fff]{2,5}?看)[，：]?(?=.{2})/u;

function introductionOf(text: string, keepVerb: boolean): number {
  const first = text.charCodeAt(0);
  const aim = /[是为]/.test(text) ? AIM_IS.exec(text) : first === BY || first === APART ? DIVIDED_BY.exec(text) : null;
  if (aim) return aim[0].length;
  const numbered = NUMBERED.exec(text);
  if (numbered) return numbered[0].length;
  // “百村示范”村 is a name; a mark that nothing closes is none.
  if (MARKS.has(first)) return first === QUOTE && text.includes("”") ? 0 : 1;
  // 主要铺设管网, 重点养护, 年度实施, but not 主要污染物.
  if (/^(?:主要|重点|年度(?!投资))/u.test(text) && verbAt(text, 2)) return 2;
  // 全年共新建, but not 共建, 共享.
  if (text.startsWith("共") && (verbAt(text, 1)?.word.length ?? 0) > 1) return 1;
  const circumstance = circumstanceOf(text);
  if (circumstance > 0) return circumstance;
  const found = INTRODUCING.at(text, 0);
  if (!found) return 0;
  const { word, value: unless } = found;
  if (text.length > word.length && unless.includes(text.charAt(word.length))) return 0;
  if (keepVerb && HELPING.test(word)) return 0;
  // 争取资金 is done, 争取新增 and 争取达到 is hoped for.
  if (word === "争取" && !verbAt(text, 2) && !LEVEL_BEGINNINGS.at(text, 2) && !HOPED_WHEN.test(text)) return 0;
  return word.length;
}
