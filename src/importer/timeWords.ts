/** What the words of time say where they stand: one reading a mark. A word among neighbours that make something else of it says nothing. */
import type { Layout } from "./layout";
import type { Mark } from "./lexicon";
import { before, behind, isMeant, LONGEST_NEIGHBOUR, PROGRESS, type Seen } from "./notMeant";
import type { Scan } from "./scan";
import type { Tense, TimeSaid } from "./timeSaid";
import { eventsTold, monthsCounted, progressTold, reachedOfIt, tasksLabelled, yearsBefore } from "./monthsSaid";
import { COMPARING, plansGone, readHeading, readMonth, readYear, TOLD_HEADING } from "./yearsSaid";

function said({ start, end }: Seen, tense: Tense, more: Partial<TimeSaid> = {}): TimeSaid {
  return { at: start, end, tense, isLasting: false, until: Infinity, isWeak: false, ...more };
}

const READINGS: Partial<Record<Mark, (seen: Seen) => TimeSaid | null>> = {
  pastLasting: (seen) => readYearGoneBy(seen),
  pastHere: (seen) => readReached(seen),
  futureLasting: (seen) => readAhead(seen),
  futureUnlessPast: (seen) => said(seen, "future", { isWeak: true }),
  futureHere: (seen) =>
    said(seen, "future", {
      isWeak: (TOLD_TOO.get(seen.word)?.test(behind(seen, LONGEST_NEIGHBOUR)) ?? false) || isPlannedThen(seen),
    }),
};
const PLAN_REPORTED =
  /^[^。；\n]{0,24}?\d[^。；\n]{0,8}[，,](?:现已|目前已?|已|实际)(?:全部|累计)?(?:完成|建成|开工|到位)/u;
/** 去年我市计划解决…: what was planned in a year gone by. */
function isPlannedThen(seen: Seen): boolean {
  if (!/^(?:计划|拟|要|年内)$/u.test(seen.word)) return false;
  // 综合枢纽，计划投资2亿元，现已完成2亿元: reported, where a review goes on.
  if (PLAN_REPORTED.test(behind(seen, LONGEST_NEIGHBOUR))) return true;
  if (/(?:去年|上年)[^。；！\n]{0,40}$/u.test(before(seen, 44))) return true;
  const when = /(?:(20\d\d)年|去年|上年)[^，。；\d\n]{0,10}$/u.exec(before(seen, 18));
  return when !== null && (when[1] === undefined || (seen.year !== null && Number(when[1]) < seen.year));
}
// Told of what was done as well as of what will be: 将…纳入, where 将 is 把, and 确保…如期投产.
const TOLD_TOO = new Map([
  [
    "将",
    /^[^，。；]{1,16}?(?:纳入|列入|下放|延伸|提高|提升|整合|缩短|压缩|降至|降到|降低|增加到|扩大|拓展|作为|用于|移交|转为|转化|打造成|调整)/u,
  ],
  ["确保", /^[^，。；]{2,24}?(?:如期|按期|按时|顺利)/u],
]);

// 推进去年启动的14个项目, 在上年3400亩的基础上: the year tells of no more than this.
const ATTRIBUTE =
  /^(?:[^，。；：\n]{0,30}?基础上|(?:已|新)?(?:启动|开工|建成|新建|续建|在建|实施|签约|引进|认定|立项)的[^，。；：\n]{0,20})/u;

/** 去年: all that follows is past, unless the year is a yardstick or describes one thing. */
function readYearGoneBy(seen: Seen): TimeSaid | null {
  if (COMPARING.test(before(seen, 4)) && !/今年|回顾/u.test(seen.word))
    return isReportedChange(seen) ? said(seen, "past", { isWeak: true }) : null;
  const attribute = ATTRIBUTE.exec(behind(seen, LONGEST_NEIGHBOUR));
  return attribute
    ? said(seen, "past", { until: seen.end + attribute[0].length })
    : said(seen, "past", { isLasting: true });
}

const ATTRIBUTES = new Set(["现有", "已", "已经", "现已"]);
const DESCRIBED = /^[^，。；：\n\d]{1,8}的[^，。；：\n]{0,20}/u; // 已下达的1800户改造任务，8月底…
// 推进现有23家…扩容, 优化已建成的1600个…: what is there already is what something is done to.
const ACTED_UPON =
  /(?:^|[，。；、：\n])(?:在)?(?:加快|持续|继续|积极|全面|有序|稳步|大力)?(?:推进|推动|对|将|把|在|优化|提升|改造|利用|盘活|依托|用好|整合|完善|支持|管好|升级|更新|巩固|拓展|发挥)$/u;
/** Where the line ends that a label opens; a label alone on its line stands over those below. */
function lineEnd({ text, end }: Seen): number {
  const at = text.indexOf("\n", end);
  return at < 0 || text.slice(end, at).length < 3 ? Infinity : at;
}
/** 推进情况：1.…⏎2.…⏎3.…: the label stands over all items that go on with its number; where the last ends, or null. */
function endOfItems({ text, end }: Seen): number | null {
  const first = FIRST_ITEM.exec(text.slice(end, end + 12));
  if (first === null) return null;
  let at = lineBreak(text, end + first[0].length);
  for (let number = 2; ; number++) {
    const next = NEXT_ITEM.exec(text.slice(at, at + LONGEST_GAP));
    if (Number(next?.[1]) !== number) return at;
    at = lineBreak(text, at + (next?.[0].length ?? 0));
  }
}
const FIRST_ITEM = /^[：:]\s*[（(]?1[.．、）)](?!\d)/u;
const NEXT_ITEM = /^\s*[（(]?(\d{1,2})[.．、）)](?!\d)/u;
const LONGEST_GAP = 16;
const lineBreak = (text: string, from: number) => {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
};
/** 25座（已建成20座），改造…: what is told in brackets behind a figure tells of no more; where they close, or null. */
function bracketEnd(seen: Seen): number | null {
  if (!/\d[\d.]*[余多]?[万亿]?[\u4e00-\u9fff]{1,12}[（(](?:目前|其中|现|，)*$/u.test(before(seen, 24))) return null;
  const close = /^[^（）()。；\n]*[）)]/u.exec(behind(seen, LONGEST_NEIGHBOUR));
  return close === null ? null : seen.end + close[0].length;
}
const REPORT_BEFORE = /(?:已|去年|上年|累计|截至)/u;

/** 目前, 已, 同比: this sentence tells what was reached. */
function readReached(seen: Seen): TimeSaid | null {
  const { word, end, year } = seen;
  if (PROGRESS.test(word)) return said(seen, "past", { isLasting: true, until: endOfItems(seen) ?? lineEnd(seen) });
  const bracket = bracketEnd(seen);
  if (bracket !== null) return said(seen, "past", { until: bracket });
  if (ATTRIBUTES.has(word)) {
    if (ACTED_UPON.test(before(seen, 6))) return null;
    const described = DESCRIBED.exec(behind(seen, 28));
    if (described) return said(seen, "past", { until: end + described[0].length });
  }
  if (word === "同比" && !REPORT_BEFORE.test(before(seen, 30)))
    return isReportedChange(seen) ? said(seen, "past", { isWeak: true }) : null;
  const until = /^20\d\d(?=年)/u.exec(behind(seen, 5))?.[0];
  if (word === "截至" && until !== undefined && year !== null && Number(until) >= year) return null;
  // 累计达到50个 is said of plans as well.
  return said(seen, "past", { isWeak: word === "累计" || word === "总共" });
}

const SO_FAR_THIS_YEAR = /^(?:以来|前|上半年|1[—\-至]|初以|春|第?[一二三]季度以来)/u;
/** 而今年一季度，实名就业达11.1万人: what was counted at a quarter's end, with nothing in the clause that promises. */
const QUARTER_COUNTED =
  /^(?:第?[一二三]|前三)季度(?:末|以来)?[，,]?(?![^，。；]{0,30}(?:力争|确保|争取|计划|将|要|拟|实施|开工|前))[^，。；\d]{0,24}(?:达到?|同比|增长|下降|实现|累计)\d[\d.]*[^，。；\d]{1,4}(?!以上|左右)(?:[，。；]|$)/u;
const isQuarterCounted = (seen: Seen) =>
  QUARTER_COUNTED.test(behind(seen, LONGEST_NEIGHBOUR)) &&
  !/(?:力争|确保|争取|要|努力)[^，。；]{0,4}$/u.test(before(seen, 8));
/** 2025年惠民实事项目有…, in a text of 2026: what was aimed at then. */
function isOfYearGone(seen: Seen): boolean {
  const year = /(20\d\d)年度?(?![^，。；\n]*(?:底|末|前))[^，。；\d\n]{0,16}$/u.exec(before(seen, 24))?.[1];
  return year !== undefined && seen.year !== null && Number(year) < seen.year;
}
const GOALS = /目标|任务|实事|项目$|重点工作$/u;
/** 今年, 下一步, 目标任务: all that follows lies ahead, unless it was reached or is told in passing. */
function readAhead(seen: Seen): TimeSaid | null {
  if (seen.word === "今年" && SO_FAR_THIS_YEAR.test(behind(seen, 5))) return said(seen, "past", { isLasting: true });
  if (seen.word === "今年" && isQuarterCounted(seen)) return said(seen, "past");
  if (!GOALS.test(seen.word)) return said(seen, "future", { isLasting: true });
  if (isReachedGoal(seen) || (/实事|项目/u.test(seen.word) && isOfYearGone(seen))) return null;
  return said(seen, "future", isAnnounced(seen) ? { isLasting: true } : { isWeak: true });
}

const ANNOUNCED_BEHIND = /^(?:[^。；，\n]{0,16}[：:]|(?:项目)?(?:主要)?(?:包括|是|为|有|如下|建议))/u;
const ANNOUNCED_BEFORE = /(?:今年|明年|新的一年|下一步|20\d\d年|将|继续|接续|全年)[^。；\n]{0,24}$/u;
const HEADING_HALF = 30;
/** Whether a goal stands over what follows: in a heading, before a colon, behind 今年. 用心办好民生实事 may be told of what was done. */
function isAnnounced(seen: Seen): boolean {
  const [left, right] = [before(seen, HEADING_HALF), behind(seen, HEADING_HALF)];
  const isHeading =
    (seen.start < HEADING_HALF || left.includes("\n")) &&
    (/^[^。；]*\n/u.test(right) || seen.end + right.length === seen.text.length);
  // （六）办好民生实事，生活品质稳步提高: told, not announced.
  if (isHeading && TOLD_HEADING.test(/^[^\n]*/u.exec(right)?.[0] ?? "")) return false;
  return isHeading || ANNOUNCED_BEHIND.test(right) || ANNOUNCED_BEFORE.test(left);
}

const GOAL_NEIGHBOURS = 28;
// 超额完成年度目标任务, 完成目标任务的113%, 民生实事年度任务如期完成: what was aimed at was reached.
const REACHING =
  /(?:(?:圆满|超额|较好|顺利|全面|提前|分别|均|已)(?:地)?完成|实现|高于|好于|快于|达到了?|完成了|办成了?|办好了|(?:^|[，。；\n])完成)[^，。；\n]{0,14}$|(?:(?<!占)比|占|较)(?:(?:全|本|当)?年度?)?$/u;
const PROMISING_TO_REACH = /(?:确保|力争|争取|努力|要|将|奋力|全力|坚决|保证|为)[^，。；\n]{0,20}$/u;
const REACHED =
  /^(?:[^，。；\n]{0,10}?(?:任务|目标|项目)?(?:已|均|都|总体|全部|全面|圆满|顺利|较好|如期|提前|基本|超额|高质量)+(?:地)?(?:完成|实现|达成|办结|办成|落地)|的\d|[^，。；\n]{0,4}(?:顺利|扎实|有序|加快|稳步|深入|有力|全面)(?:有效)?(?:推进|落实|落地|实施)(?=[，。；])|[^，。；\n]{0,3}(?:齐升|向好|并进)(?=[，。；]))/u;

/** Whether what was aimed at is told to have been reached. */
function isReachedGoal(seen: Seen): boolean {
  const left = before(seen, GOAL_NEIGHBOURS);
  if (PROMISING_TO_REACH.test(left)) return false;
  return REACHING.test(left) || REACHED.test(behind(seen, GOAL_NEIGHBOURS));
}

const SENTENCE_BEFORE = 60;
// 完成8800万吨，同比增长7.1%: a level beside its exact change is reported; promises leave the year before away, or say how firm they are.
const LEVEL_REPORTED = /(?<![A-Za-z][\d.]*)\d[余多]?[万亿]*[\u4e00-\u9fff]{1,6}[，,]?[比较]?$/u;
const CHANGE_REPORTED =
  /^(?:同期)?(?:分别|净)?(?:增长|增加|提高|提升|上升|下降|减少|降低|多|少)(?:了|约)?\d[\d.]*(?!\d|\.)[^，。；\n]{0,6}/u;
const PROMISING = /力争|确保|预期|预计|目标|计划|争取|努力|将|要|拟|今年|明年|以上|以内|左右|不低于|不少于|超过|突破/u;

/** Whether a yardstick (同比, 上年) compares what was reached: a level before it, a change behind, no promising word around. */
function isReportedChange(seen: Seen): boolean {
  const left = before(seen, SENTENCE_BEFORE);
  if (!LEVEL_REPORTED.test(left)) return false;
  const change = CHANGE_REPORTED.exec(behind(seen, 24));
  if (change === null) return false;
  const sentence = /[^。！？；\n]*$/u.exec(left)?.[0] ?? "";
  return !PROMISING.test(sentence + change[0]);
}

/** All that a text says of time, in its order. */
export function timeWords(
  text: string,
  { words, figures }: Scan,
  lines: Layout["lines"],
  year: number | null,
): TimeSaid[] {
  const found: TimeSaid[] = [];
  const add = (each: TimeSaid | null) => {
    if (each) found.push(each);
  };
  for (const word of words) {
    const read = READINGS[word.mark];
    if (!read) continue;
    const { start, end, mark, weight } = word;
    const seen: Seen = { start, end, mark, weight, word: word.word, text, year };
    if (isMeant(seen)) add(read(seen));
  }
  for (const figure of figures) add(readMonth(text, figure));
  if (year !== null) {
    for (const figure of figures) add(readYear(text, figure, year));
    found.push(...plansGone(text, year));
  }
  found.push(
    ...monthsCounted(text),
    ...yearsBefore(text),
    ...eventsTold(text),
    ...progressTold(text),
    ...tasksLabelled(text),
    ...reachedOfIt(text),
  );
  for (const { start, end, isHeading } of lines) if (isHeading) add(readHeading(text.slice(start, end), end, year));
  return found.sort((left, right) => left.at - right.at);
}
