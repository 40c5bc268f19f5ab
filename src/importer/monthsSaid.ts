/** Months and years that are over by what is counted of them: 1-6月份，开工64个, “十四五”前四年累计下降. */
import { pastUntil, type TimeSaid } from "./timeSaid";

/** 1-6月份，开复工项目64个: what was counted over the first months, where its sentence promises nothing and goes through no steps. */
const MONTHS_COUNTED =
  /(?<=^|[。；\n])[\s　]*(?:20\d\d年|今年|此外，|另外，)?(?:1\s?[-—–~～至到]\s?\d{1,2}月份?|(?:第?[一二三]|前[二三两])季度)[，,]?(?![^。；\n]*(?:力争|确保|计划|预计|目标|争取|将|要|拟|应完成|应达|底前|季度前|[，、]第?[二三四]季度))(?=[^。；\n]*\d)/gu;
/** 年度计划投资48亿元，1-6月累计完成32亿元，占年计划的66%: within a sentence, no further than its own words. */
const DONE_IN_MONTHS =
  /(?<=[，；：（,;:(])[\s　]?1\s?[-—–~～至到]\s?\d{1,2}月份?[，,]?(?:累计|共|已)?(?:完成|实现|新增|开工|到位|完工|竣工|建成|发放|培训|改造)[^，。；\n]*(?:[，,](?:占|为|完成|同比)[^，。；\n]*)?/gu;
export function monthsCounted(text: string): TimeSaid[] {
  if (!/1\s?[-—–~～至到]\s?\d{1,2}月|[一二三两]季度/u.test(text)) return [];
  return [
    ...[...text.matchAll(MONTHS_COUNTED)].map(({ index, 0: word }) => pastUntil(index, index + word.length, Infinity)),
    ...[...text.matchAll(DONE_IN_MONTHS)].map(({ index, 0: word }) => pastUntil(index, index + 4, index + word.length)),
  ];
}

/** 日前，云溪县组织干部500余人参加植树: what the news tells of a day. */
const EVENT =
  /(?<=^|[。；\n])[\s　]*(?:本报讯|讯)?(?:[（(][^（）()\n]{2,20}[）)])?[\s　]*(?:(?:日前|近日|昨[日天]|\d{1,2}月\d{1,2}日)(?:上午|下午|晚上?)?|活动(?:当[日天]|现场|中)|当[日天])[，,](?![^。；\n]{0,40}(?:获悉|了解到|得知|发布|印发|出台|审议|通过|提出|表示|介绍|明确|将|计划|力争|要|确定))[^。；\n\d]{0,50}?(?:\d|组织|举行|召开|开展|举办|参加)/gu;
export function eventsTold(text: string): TimeSaid[] {
  return [...text.matchAll(EVENT)].map(({ index, 0: word }) =>
    pastUntil(index, index + 2, Math.max(index + word.length, index + 120)),
  );
}

/** 完成投资1.2亿元，占年度任务2亿元的61.5%: how far one has come tells of the sentence up to there. */
const SHARE_OF_TASK =
  /(?:^|[，。；\n])([^，。；\n]{0,40}(?:，[^，。；\d\n]{0,6})?(?:(?:(?<!占)占|完成)(?:[^，。；\d\n]{0,8}(?:任务|计划|目标)[^，。；\d\n]{0,6}|年度投资)(?:\d[\d.]*[^，。；\d\n]{1,4})?的|(?<!占)占(?:全|本|当)?年度?(?:投资|工作|建设)*(?:任务|计划|目标)))$/u;
const SHARE = /(?:的|(?<=占[^，。；\d\n]{0,8}(?:任务|计划|目标)))(?=(\d[\d.]*[%％]))/gu;
/** 目标900人，完成870人，完成率96.7%: what was reached of a target right before it. */
const REACHED_OF_IT =
  /(?<=(?:目标|计划|任务)[^，。；\n]{0,20}\d[^，。；\n]{0,6}，)(?:实际|已|累计)?(?:完成|建成|实现)[^，。；\n]{0,12}\d[^，。；\n]{0,8}，(?:完成率|完成比例|占比|进度)[^，。；\d\n]{0,4}\d[\d.]*[%％]/gu;
export function reachedOfIt(text: string): TimeSaid[] {
  return text.includes("完成率") || text.includes("占比") || text.includes("完成比例")
    ? [...text.matchAll(REACHED_OF_IT)].map(({ index, 0: told }) => pastUntil(index, index + 1, index + told.length))
    : [];
}
const LONGEST_TOLD = 90;
export function progressTold(text: string): TimeSaid[] {
  if (!/任务|计划|目标|投资/u.test(text)) return [];
  return [...text.matchAll(SHARE)].flatMap(({ index, 0: of, 1: share = "" }) => {
    const end = index + of.length;
    const told = SHARE_OF_TASK.exec(text.slice(Math.max(0, end - LONGEST_TOLD), end))?.[1];
    if (told === undefined || /力争|确保|计划完成|争取|要|将|拟/u.test(told)) return [];
    return [pastUntil(end - told.length, end - told.length + 1, end + share.length)];
  });
}

/** 建设内容：…⏎进展情况：…, card after card: a label over what is to be done, where others stand over what was. */
const OF_A_TASK =
  /(?:^|\n)[ 　]*(?:\d{1,2}[.、]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、])?(?:建设|工作|项目|实施|主要|年度|实事|承诺|办理)(?:建设)?(?:内容|目标|任务|事项)(?:及目标)?[：:]/gu;
const OF_PROGRESS = /(?:^|\n)[ 　]*[^，。；：\n]{0,8}(?:进展|完成|推进|落实|办理|实施)(?:情况|进度)[：:]/u;
export function tasksLabelled(text: string): TimeSaid[] {
  if (!OF_PROGRESS.test(text)) return [];
  return [...text.matchAll(OF_A_TASK)].map(({ index, 0: label }) => {
    const at = index + label.length - 1;
    return { at, end: at + 1, tense: "future", isLasting: true, until: Infinity, isWeak: false };
  });
}

/** “十四五”前四年累计下降17%: years that are over, in their clause. */
export function yearsBefore(text: string): TimeSaid[] {
  return [
    ...text.matchAll(
      /(?<![之以目学产])前[两二三四]年(?=[^，。；\n\d]{0,16}(?:累计|年均|平均|共|已|完成|实现)[^，。；\n]{0,12}\d)/gu,
    ),
  ].map(({ index, 0: word }) => {
    const end = index + word.length;
    const stop = text.slice(end, end + 60).search(/[，。；\n]/u);
    return pastUntil(index, end, end + (stop < 0 ? 60 : stop));
  });
}
