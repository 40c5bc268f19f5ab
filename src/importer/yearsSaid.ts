/** What years and headings say of time: a year before the report's own is past, 二、重点任务 announces, 一、工作回顾 looks back. */
import type { Figure } from "./patterns";
import { yearsOfPlan } from "./periods";
import { pastUntil, type TimeSaid } from "./timeSaid";

export const COMPARING =
  /(?:(?<!占)比|[较与同和于过至从向])$|[于过](?:当地|全国|全省|全市|本地)$|同比|不低于|达到|超过|高于/u; // 比去年增长: the year is a yardstick

const NAMED_AFTER_YEAR = /^(?:行动|方案|计划|版|报告|[^，。；：\n]{0,14}政府工作报告|规划|度国家|(?:不变|可比)?价格?)/u;

/** A year before the report's own is past, any other lies ahead; a year compared with, or in a name, is neither. */
export function readYear(
  text: string,
  { value, valueMax, bareUnit, unitClass, start, end }: Figure,
  year: number,
): TimeSaid | null {
  if (unitClass !== "time" || bareUnit !== "年" || value < 1990 || value > 2100 || valueMax !== null) return null;
  const left = text.slice(Math.max(0, start - 3), start);
  if (COMPARING.test(left) && !/[至到从]$/u.test(left)) return null;
  if (value < year && left.endsWith("从")) return null;
  if (value === year && /截[至止]到?$/u.test(left)) return null; // 截至2025年底，全市有…: told or planned, the rest says
  // （2026年3月20日）, ——2026年1月27日在…会议上, alone on its line: when it was written or said.
  if (ALONE_BEFORE.test(text.slice(Math.max(0, start - 8), start)) && ALONE_BEHIND.test(text.slice(end, end + 64)))
    return null;
  if (NAMED_AFTER_YEAR.test(text.slice(end, end + 24))) return null;
  // 在2025年建设110个的基础上: it tells of no more than this.
  const base = left.endsWith("在") ? /^[^，。；\n]{0,30}?基础上/u.exec(text.slice(end, end + 36)) : null;
  if (base && value < year) return pastUntil(start, end, end + base[0].length);
  // 改造2000年底前建成的小区: of which things something is done; it tells of no more than this.
  const attribute = value < year ? OF_WHICH.exec(text.slice(end, end + 36)) : null;
  if (attribute) return pastUntil(start, end, end + attribute[0].length);
  // 列入2026年重点项目15个, 征集2026年民生实事: of which year they are, and not when it is done.
  if (
    value >= year &&
    TAKEN_FOR.test(text.slice(Math.max(0, start - 6), start)) &&
    !/^(?:度?底|末|前|[，,])/u.test(text.slice(end, end + 2))
  )
    return null;
  return { at: start, end, tense: value < year ? "past" : "future", isLasting: true, until: Infinity, isWeak: false };
}

const ALONE_BEFORE = /(?:^|\n)[\s　（(—-]*$/u;
const ALONE_BEHIND = /^\s*\d{1,2}月\s*\d{1,2}日(?:[上下]午)?(?:在[^。；\n]{4,44}会议上?)?[\s　）)]*(?:\n|$)/u;
/** 9月底前完成: by when it is to be done; 去年9月底前 tells of that year, and 截至9月底 of what was counted. */
export function readMonth(text: string, { value, valueMax, bareUnit, unitClass, start, end }: Figure): TimeSaid | null {
  if (unitClass !== "time" || bareUnit !== "月" || valueMax !== null || value < 1 || value > 12) return null;
  if (!/^(?:底|末|中旬|下旬|上旬|份)?(?:以前|之前|前)(?!三季度|后|列)/u.test(text.slice(end, end + 6))) return null;
  if (/(?:年|截[至止]|当年|于|在|已)(?:的)?$/u.test(text.slice(Math.max(0, start - 3), start))) return null;
  return { at: start, end, tense: "future", isLasting: false, until: Infinity, isWeak: false };
}

/** 淘汰2005年底前注册的车辆, 2018年以前形成的债务. */
const OF_WHICH =
  /^(?:\d{1,2}月)?(?:底|末|份)?(?:（含）)?(?:及)?(?:以前|之前|前)[^，。；、\d\n]{0,26}?的(?=[^，。；\n])/u;
const TAKEN_FOR = /(?:列入|入选|纳入|征集|储备|提前下达|获批|进入)(?:了|到)?(?:国家|省|市|全省|全国)?$/u;
const PLAN_NAMED = /[“"‘]?十([一二三四五六])五[”"’]?(?:以来|期间|时期)/gu;
/** “十三五”期间, in a text of 2022: the years of a plan that is over. */
export function plansGone(text: string, year: number): TimeSaid[] {
  return [...text.matchAll(PLAN_NAMED)].flatMap((match): TimeSaid[] => {
    const years = yearsOfPlan(`十${match[1] ?? ""}`);
    if (years === null || years.last >= year || COMPARING.test(text.slice(Math.max(0, match.index - 3), match.index)))
      return [];
    const end = match.index + match[0].length;
    return [{ at: match.index, end, tense: "past", isLasting: true, until: Infinity, isWeak: false }];
  });
}

const PLAN_HEADING =
  /工作安排|重点工作|总体要求|预期目标|主要目标|工作打算|主要任务|下一步|目标任务|(?<!办)实事|项目清单|工作计划|实施方案|任务分解|工作目标|任务分工|工作要点/u;
/** 二、重点任务, 三、2026年主要工作: alone in a heading they announce; 重点任务扎实推进 reports. */
const BARE_PLAN_HEADING =
  /^[\s　#*]*(?:[^\u4e00-\u9fff]*[一二三四五六七八九十]*[、）)]|第[一二三四五]部分)?[\s　]*(?:20\d\d年|今年|明年|[全我][省市县区州]|新的一年|今后|本?年度|[和的及与、]|主要|重点|发展|经济社会|政府|五年|一年|[\s　])*(?:任务|举措|措施|思路|目标|工作|安排|部署|指导思想|指标)[\s　]*$/u;
/** 重点工作扎实推进, 主要目标全面完成: told of, not announced. */
export const TOLD_HEADING =
  /(?:推进|完成|落实|见效|落地|提升|增强|改善|实现|显著|明显|有力|有效|(?:稳步|显著|明显|持续|不断|全面|有效|更加|加速|大幅)(?:提高|加快|激发|绘就|展现|向好|扩大|加强|跃升|凸显|释放|夯实)|成效|进展|新台阶|新步伐|新突破)[\s　。]*$/u;
const REVIEW_HEADING =
  /回顾|总结|工作情况|主要成效|取得的成绩|完成情况|进展情况|(?:目标|任务|指标)情况[\s　]*$|过去|[一五三]年来|去年|上年/u;

/** A heading counts as said at its end, over the year in it. */
export function readHeading(heading: string, end: number, year: number | null): TimeSaid | null {
  const named = /20\d\d/u.exec(heading);
  const isReview = REVIEW_HEADING.test(heading);
  const isPlan =
    !TOLD_HEADING.test(heading) &&
    (PLAN_HEADING.test(heading) || BARE_PLAN_HEADING.test(heading)) &&
    !(named && year !== null && Number(named[0]) < year);
  if (!isReview && !isPlan) return null;
  return { at: end - 1, end, tense: isReview ? "past" : "future", isLasting: true, until: Infinity, isWeak: false };
}
