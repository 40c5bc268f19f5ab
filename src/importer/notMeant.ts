/** Words of time that say nothing where they stand, for what stands beside them: 延续去年做法, 目标已经设定, 科技计划项目. */
import type { Mark } from "./lexicon";
import type { MarkedWord } from "./scan";

/** A word in its text. */
export interface Seen extends MarkedWord {
  readonly text: string;
  readonly year: number | null;
}
export const before = ({ text, start }: Seen, length: number) => text.slice(Math.max(0, start - length), start);
export const behind = ({ text, end }: Seen, length: number) => text.slice(end, end + length);

/** A word of the mark says nothing where all that is given here fits: the word, what stands before it, what stands behind. */
interface NotMeant {
  readonly mark: Mark;
  readonly word?: RegExp;
  readonly before?: RegExp;
  readonly behind?: RegExp;
}
/** Labels of what has been done so far. */
export const PROGRESS = /(?:情况|进展|进度)$/u;
const NOT_MEANT: readonly NotMeant[] = [
  // The first half of this year, and of a plan, is none.
  { mark: "pastLasting", word: /^上半年$/u, before: /(?<!去年|\d年)$/u },
  // 今年前三季度应完成50个: asked for.
  { mark: "pastLasting", word: /^今年前$/u, behind: /^[两三]季度(?:应|须|要|将|计划|确保|力争)/u },
  // 延续去年做法 is about this year.
  { mark: "pastLasting", behind: /^(?:的)?(?:做法|经验|基础|水平|力度|标准)/u },
  { mark: "pastLasting", before: /(?:延续|沿用|参照|借鉴)$/u },
  // 不低于上年度人均收入的60%: by what a share is measured.
  {
    mark: "pastLasting",
    word: /^(?:去年|上年|上一年|上年度)$/u,
    before: /(?:不低于|不少于|达到?|按照?|占|到|高于|超过|相当于|为)[^，。；]{0,16}$/u,
    behind:
      /^度?[^，。；\d]{0,24}(?:收入|支出|产值|总值|GDP|水平|标准|总额|总量|工资|增加值|用量|消费|预算|财力)的\d[\d.]*[%％]/u,
  },
  { mark: "pastLasting", word: /^回顾$/u, behind: /^(?:历史|总结经验)/u },
  // 进展情况：… labels what was done; 通报进展情况 does not.
  { mark: "pastHere", word: PROGRESS, behind: /^(?![：:])/u },
  { mark: "pastHere", word: PROGRESS, before: /[\u4e00-\u9fff]{5}$/u },
  // 解决现有困难: what is there already, of which nothing is counted.
  { mark: "pastHere", word: /^现有$/u, behind: /^[^，。；\d一二三四五六七八九十]*(?:[，。；\n]|$)/u },
  { mark: "pastHere", word: /^当前$/u, behind: /^(?:和今后|及今后|形势)/u },
  // 目标已经设定: it is said next.
  {
    mark: "pastHere",
    word: /^(?:已|已经|现已)$/u,
    before: /(?:目标|任务|计划|指标|清单|方案|盘子)(?:均|都|也)?$/u,
    behind: /^(?:经)?(?:设定|确定|明确|敲定|定下|出炉|下达|发布|公布|印发|出台|排定|划定)/u,
  },
  // 全市有线电视, 全县有效灌溉面积: another word begins with 有.
  {
    mark: "pastHere",
    word: /^[全我][省市县区州]有$/u,
    behind: /^(?:线(?!路)|效|序|机(?!场)|色|轨|需|条件的|意愿|望|关(?:部门|单位)|组织地)/u,
  },
  {
    mark: "pastHere",
    word: /完成$/u,
    before: /(?:确保|力争|要|争取)[^，。；]{0,12}$|(?:月底|年底|月|日)前?$/u,
  },
  { mark: "pastHere", word: /^累计$/u, before: /(?:力争|确保|到)[^，。；]{0,14}$/u },
  // 脱贫目标实现30个、累计达到80个: what is aimed at.
  { mark: "pastHere", word: /^累计$/u, before: /(?:目标|任务)[^。；\n]{0,16}$/u, behind: /^(?:达到?|超过?)/u },
  // 累计培训1000人以上: facts have no bounds.
  {
    mark: "pastHere",
    word: /^累计$/u,
    behind:
      /^[^，。；]{0,20}(?:\d[\d.]*[^，。；\d]{1,4}(?:以上|左右|以内)|(?:不少于|不低于|至少|力争)[^，。；]{0,6}\d)/u,
  },
  // 2020年至今年6月底: up to when it was counted.
  { mark: "futureLasting", word: /^今年$/u, before: /20\d\d年(?:\d{1,2}月)?(?:至|到)$/u },
  { mark: "futureLasting", word: /^今年$/u, before: /截[至止]到?$/u },
  // 今年的成绩来之不易: spoken of.
  {
    mark: "futureLasting",
    word: /^今年$/u,
    behind: /^的(?![^。；\n]{0,24}(?:目标|任务|重点|计划|预期|工作|安排|实事))/u,
  },
  // 去年，省下达的目标任务为：…: what was asked then.
  { mark: "futureLasting", word: /目标|任务/u, before: /(?:去年|上年|上一年)[^。；\n]{0,36}$/u },
  // 2025年下半年: its year tells.
  { mark: "futureLasting", word: /^下半年$/u, before: /(?:20\d\d年|去年|上年)$/u },
  { mark: "futureLasting", word: /(?:实事|项目)$/u, behind: /^(?:顺利|全部|全面|圆满|总体|已|均|如期)/u },
  // 增长9%（年度目标6%以上）: what was aimed at, beside what was reached.
  {
    mark: "futureLasting",
    word: /目标/u,
    before: /\d[\d.]*[%％\u4e00-\u9fff]{0,4}[（(]$/u,
    behind: /^(?:任务)?(?:为|值)?\d/u,
  },
  // 征集2026年民生实事41件, 票决实事: how they were chosen.
  { mark: "futureLasting", word: /(?:实事|项目)$/u, before: /(?:征集|收集|票决|评选|候选|遴选)[^，。；]{0,10}$/u },
  { mark: "futureLasting", word: /实事$/u, before: /(?:完成|办成|完成了|办好了)[^，。；]{0,10}$/u },
  {
    mark: "futureLasting",
    word: /^重点工作$/u,
    behind: /^(?:任务)?(?:完成|全面|取得|扎实|稳步|有序|深入|持续|有力|加快|顺利)/u,
  },
  // 力争…的目标顺利实现
  {
    mark: "futureHere",
    behind: /^[^。；\n]{0,34}目标(?:任务)?(?:顺利|圆满|全面|如期|提前|基本|胜利)?(?:实现|完成|达成)/u,
  },
  { mark: "futureHere", word: /^确保$/u, behind: /^了/u },
  {
    mark: "futureHere",
    word: /^将$/u,
    behind: /^(?=[^，。；]{0,12}(?:提高|提升|纳入|列入|作为))(?=.{0,13}[已了])/u,
  },
  {
    mark: "futureHere",
    word: /^计划$/u,
    behind:
      /^(?:[》”"」的和、，。；（\n]|完成(?:情况|率|进度|较|好|的|了)|完[^成]|纳入|任务|指标|扎实|有序|顺利|加快|深入|全面(?:实施|启动|推进)|惠及)/u,
  },
  // 全年计划的60%, 超额完成全年计划: what was planned, unless what is done follows.
  {
    mark: "futureHere",
    word: /^全年计划$/u,
    behind:
      /^(?!新[建增开改]|改[造建]|扩建|开[工展通]|实施|培[训育养]|引进|安排|发放|造林|植树|招[聘录引商]|创建|建[设成]|完成[\u4e00-\u9fff\d]{1,8}\d|投[放入用]|投资\d|举办|组织|[：:])/u,
  },
  // 科技计划项目: what they are called.
  {
    mark: "futureHere",
    word: /^计划$/u,
    before: /(?:科技|技术|人才|研究|研发|培养|基金|创新|支持|专项|产业)$/u,
    behind: /^(?:立项|入选)?(?:项目|课题|专项|[（(\d])/u,
  },
  { mark: "futureHere", word: /^拟$/u, before: /[模虚和及或]$/u },
  // 计划建成的15条公路: which of them.
  { mark: "futureHere", word: /^计划$/u, behind: /^(?:新建|建成|建设|开工|实施|投产|完成|改造)的/u },
  // 占计划投资的118%, 完成年度计划的70%: what was planned is what the figure is measured by.
  { mark: "futureHere", word: /^计划$/u, before: /占(?:年度?|全年)?$/u },
  { mark: "futureHere", word: /^计划$/u, behind: /^(?:总?投资)?的\d/u },
];
export const LONGEST_NEIGHBOUR = 40;

const NOT_MEANT_BY_MARK = new Map<Mark, readonly NotMeant[]>();
for (const { mark } of NOT_MEANT)
  NOT_MEANT_BY_MARK.set(
    mark,
    NOT_MEANT.filter((other) => other.mark === mark),
  );

/** Whether a word says there what its mark says. */
export function isMeant(seen: Seen): boolean {
  return !NOT_MEANT_BY_MARK.get(seen.mark)?.some(
    (other) =>
      (other.word?.test(seen.word) ?? true) &&
      (other.before?.test(before(seen, LONGEST_NEIGHBOUR)) ?? true) &&
      (other.behind?.test(behind(seen, LONGEST_NEIGHBOUR)) ?? true),
  );
}
