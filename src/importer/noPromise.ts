/**
 * What makes a figure no number of anything promised: a date, a rank, a name, a threshold, the size of a thing. Looks at its closest
 * neighbours only, and says which of these it is, so that the figure is listed with its reason and never lost.
 */
import { trimmedEnd } from "./blanks";
import type { LeftOutReason } from "./drafts";
import {
  AIMED_AT,
  AIMS_COUNTED,
  AMONG_BEFORE,
  AMONG_BEHIND,
  ASKED_OF,
  BELOW_BEFORE,
  BELOW_BEHIND,
  COUNTIES_BEFORE,
  COUNTIES_BEHIND,
  CENTRED_BEFORE,
  CENTRED_BEHIND,
  DELEGATES,
  DIVIDED,
  DONE_TO,
  EACH_IS_GIVEN,
  EVERYBODY,
  GOAL_COMPARED,
  HELPED_BEFORE,
  HELPED_BEHIND,
  USED_WELL_BEFORE,
  USED_WELL_BEHIND,
  WIDENED,
  LEVIED,
  SPEED_BEHIND,
  FURTHERED,
  FURTHERED_TO,
  GATHERED_BEFORE,
  GIVEN_TO_EACH,
  HAS_SIZE,
  HAS_THERE,
  HEADLINE_BEHIND,
  ITEMS_OF_WORK,
  KEPT_BEFORE,
  KEPT_BEHIND,
  LISTED_BEHIND,
  LISTED_NEXT,
  LOOKED_AFTER,
  LOOKED_AFTER_BEHIND,
  LOOKED_AT,
  MADE_USE_OF,
  MORE_OF_THEM,
  MEASURES_OF_PLAN,
  OF_PLACES,
  OF_THOSE_WHO,
  PLACED_BEFORE,
  PLACED_BEHIND,
  PLEDGERS,
  MEETING_BEFORE,
  MEETING_BEHIND,
  PEOPLE,
  RULE_BEFORE,
  RUNS_THROUGH,
  SCOPES,
  SCOPE_AT_HEAD,
  SIZE_OF_BUILDING,
  SLOGAN_BEFORE,
  SLOGAN_BEHIND,
  STARTED_BEFORE,
  STARTED_BEHIND,
  SUMMED_UP,
  TARGET_BESIDE,
  USE_OF,
  WITH_BEHIND,
  WITH_WHOM,
} from "./contextWords";
import type { Figure } from "./patterns";
import { reasonOfReckoning } from "./reckonings";
import { isSlogan } from "./slogans";
import { isOfProjectSize, isSizeOfOne, reasonOfSize, type Seen } from "./sizes";

const LONGEST_LIST = 70; // characters of names in a row before a count
const NEIGHBOURS = 16; // characters around a figure that tell what it is

/**
 * Why a figure counts nothing that is promised, or null where it may be a promise.
 * @example reasonAgainst("对50户以上自然村", figure, 0, 8) // "threshold"
 */
export function reasonAgainst(
  text: string,
  figure: Figure,
  clauseStart: number,
  clauseEnd: number,
  sentenceStart = clauseStart,
): LeftOutReason | null {
  const left = text.slice(Math.max(clauseStart, figure.start - NEIGHBOURS), figure.start).replace(/[ 　]+$/u, "");
  const right = text.slice(figure.end, Math.min(clauseEnd, figure.end + 2 * NEIGHBOURS));
  const seen = { figure, left, right };
  if (figure.unitClass === "time") return reasonOfTime(seen);
  if (figure.bareUnit === "点" && CLOCK.test(left)) return "date";
  if (figure.unit === "") return isCountless(left, right) ? "number" : null;
  if (right !== "" && isNameBehind(seen)) return "name";
  if (MEETING_BEHIND.test(right) && MEETING_BEFORE.test(left) && !/^[场次个]/u.test(figure.bareUnit)) return "name";
  // 地铁二期: which part of it.
  // 《…的十条》措施: what they are called.
  if (figure.isChinese && figure.unitClass === "count" && right.startsWith("》")) return "name";
  if (figure.isChinese && figure.bareUnit === "期" && !/(?:培训|班|活动|举办)[^，。；]{0,4}$/u.test(left))
    return "name";
  if (isRank(seen)) return "rank";
  if (figure.isChinese && isSlogan(seen)) return "slogan";
  // 实现两个翻番, 作为翻一番的支撑: spoken of.
  if (figure.isGrowth && (left.endsWith("个") || /^(?:的|打好|打下|奠定)/u.test(right))) return "slogan";
  if (figure.unitClass === "count" && SLOGAN_BEHIND.test(right) && SLOGAN_BEFORE.test(left)) return "slogan";
  if (figure.unitClass !== "share" && SHARE_OF_THOSE.test(text.slice(clauseStart, figure.start))) return "threshold";
  if (TOLD_OF.test(text.slice(figure.end, figure.end + 2 * NEIGHBOURS))) return "past";
  if (figure.unitClass === "count") {
    const head = text.slice(clauseStart, figure.start);
    if (PRESENT.test(left) && /^[名人位]$/u.test(figure.bareUnit)) return "past";
    if (AMONG_THEM_ARE.test(head)) return "scope";
    if (MEETS_NEEDS.test(left)) return "size";
    if (ITEMS.has(figure.unit) && right === "" && NAMED_BEFORE.test(head)) return "scope";
    if (INDUSTRIES.test(right) && NAMED_INDUSTRIES.test(head)) return "scope";
    if (FIELDS.test(right)) return "scope";
    if (LISTED_BEHIND.test(right) || GATHERED_BEFORE.test(head)) return "past";
    if (ITEMS.has(figure.unit) && (HEADLINE_BEHIND.test(right) || isHowManyBelow(text, figure))) return "scope";
    if (ITEMS.has(figure.unit) && LISTED_NEXT.test(text.slice(figure.end, figure.end + 2 * NEIGHBOURS))) return "scope";
    if (ITEMS.has(figure.unit) && right === "" && SUMMED_UP.test(left) && !/\d$/u.test(left)) return "scope";
    if (ITEMS.has(figure.unit) && ITEMS_OF_WORK.test(right) && DIVIDED.test(head)) return "scope";
    if (RUNS_THROUGH.test(right) || HAS_THERE.test(left)) return "scope";
    if (AMONG_BEHIND.test(right) && AMONG_BEFORE.test(left)) return "scope";
    if ((WITH_BEHIND.test(right) && WITH_WHOM.test(left)) || MORE_OF_THEM.test(right)) return "scope";
    if (PROGRAMMES.test(right) && NAMED_PROGRAMMES.test(head)) return "slogan";
    if (ITEMS.has(figure.unit) && AIMS_COUNTED.test(right)) return "scope";
    if (LOOKED_AFTER_BEHIND.test(right) && LOOKED_AFTER.test(head)) return "scope";
    if (trimmedEnd(head) === "" && ASKED_OF.test(text.slice(figure.end, figure.end + NEIGHBOURS))) return "scope";
    if (COUNTIES_BEFORE.test(left) && COUNTIES_BEHIND.test(right)) return "scope";
    if (MADE_UP_OF.test(head)) return "size";
    if (DELEGATES.test(right) || PLEDGERS.test(right)) return "scope";
    if (figure.bareUnit === "层" && !/加装|新增/u.test(left)) return "size";
  }
  if (SPECIFICATIONS.has(figure.bareUnit) && !SPECIFIED.test(left)) return "size";
  if (
    (SCOPES.test(left) && !isDoneBeside(seen, text.slice(clauseStart, figure.start))) ||
    isAllOfThem(seen) ||
    isSubject(seen, text.slice(Math.max(clauseStart, figure.start - LONGEST_LIST), figure.start))
  )
    return "scope";
  if (RULE_BEFORE.test(left) || EACH_IS_GIVEN.test(left)) return "allowance";
  if (figure.unitClass === "money" && GIVEN_TO_EACH.test(text.slice(clauseStart, figure.start))) return "allowance";
  if (
    AIMED_AT.test(text.slice(Math.max(0, figure.start - 2 * NEIGHBOURS), figure.start)) ||
    TARGET_BESIDE.test(text.slice(figure.end, figure.end + NEIGHBOURS))
  )
    return "past";
  if (isSizeOfOne(seen, text, sentenceStart)) return "size";
  if (text[figure.end - 1] === "口" && (PEOPLE_OF.test(right) || HAS_PEOPLE.test(left))) return "scope";
  if (SPEED_BEHIND.test(right) || GOAL_COMPARED.test(left) || (figure.unit === "%" && LEVIED.test(right)))
    return "scope";
  if (figure.unitClass === "money" && (USED_WELL_BEFORE.test(left) || USED_WELL_BEHIND.test(right))) return "scope";
  if (figure.unitClass === "count") {
    if (figure.bareUnit === "条" && /(?<![创更革翻全])新$/u.test(left)) return "name"; // 新36条
    if (HELPED_BEHIND.test(right) && HELPED_BEFORE.test(text.slice(clauseStart, figure.start))) return "scope";
    if (ITEMS.has(figure.bareUnit) && WIDENED.test(right)) return "scope";
  }
  if (figure.bareUnit === "人" && PEOPLE.test(right)) return "scope";
  const told = reasonOfReckoning(seen, text.slice(clauseStart, figure.start), text.slice(sentenceStart, clauseStart));
  if (told !== null) return told;
  // 三个1亿人问题: so it is called.
  if (/[一二三四五六七八九十]个$/u.test(left) && !figure.isChinese) return "name";
  if (isOfProjectSize(seen, text, clauseStart, sentenceStart)) return "size";
  if ((SIZE_OF_BUILDING.test(right) && !isLaidOut(seen)) || (figure.unitClass === "measure" && HAS_SIZE.test(left)))
    return "size";
  if (OF_THOSE_WHO.test(text.slice(clauseStart, figure.start)) && right === "") return "threshold";
  const size = right === "" ? null : reasonOfSize(seen);
  if (size !== null || figure.unitClass !== "count") return size;
  return isAbout(seen, text.slice(clauseStart, figure.start)) ? "scope" : null;
}

/** 开放至晚9点. */
const CLOCK = /(?:[至到早晚夜]|[上下中]午|[早晚]上|凌晨)$/u;
/** 包括完善甲、优化乙等十项: how many were named. */
const NAMED_BEFORE = /(?:包括|涵盖|涉及|包含)[^。；]*、[^。；]*等$/u;
/** 我县交通建设项目中有1个省重点工程、20个市重点工程. */
const AMONG_THEM_ARE =
  /(?:项目|工程|企业|任务|事项|指标)(?:当中|之中|中)(?:共|现)?有(?:\d+[个项家件条][^，。；\d]{1,14}、)*$/u;
/** 应出席代表181名，实际出席158名. */
const PRESENT =
  /(?:出席|到会|应到|实到|参会|列席)(?:的)?(?:会议)?(?:的)?(?:人大|政协)?(?:代表|委员|人员|人数)?(?:共|为)?$/u;
/** 巩固提升甲、乙2个优势产业, 支持甲、乙等6条产业链: those that are there, by their names. */
const NAMED_INDUSTRIES =
  /(?:巩固|提升|壮大|升级|做[优强大]|支持|发展|聚焦|推动|围绕|打造|培育)[^，。；、\d]{2,12}(?:、[^。；、\d]{2,12})+等?$|(?:巩固|提升|壮大|升级|做[优强大]|支持|聚焦)[^，。；、\d]{2,8}、[^，。；、\d]{2,8}$/u;
const INDUSTRIES =
  /^(?:优势|新兴|战略性新兴|传统|主导|支柱|特色|重点|未来|先导|基础|骨干|现代)+产业(?!园|基地|项目|集群|带|学院|联盟)|^(?:重点|主导|优势|特色)?产业链/u;
/** 推进十个重点行业领域专项整治: where it is done. */
const FIELDS =
  /^重点(?:行业)?领域(?:的)?(?:专项|突出问题|违法|清理|综合)*(?:整治|清理|规范|治理|改革|攻坚|监管|行动|排查)/u;
/** 55%以上的村收入达到10万元以上: so many reach it, which is the promise. */
const SHARE_OF_THOSE = /\d[%％](?:以上|左右)?的[^，。；、\d]{1,20}(?:达到?|超过?|突破|不低于|不少于)$/u;
/** …5亿元等等，这些成绩: told before it is summed up. */
const TOLD_OF = /^[^。；\d]{0,4}等等?[，,]?(?:这些|以上|上述)(?:成绩|成效|变化|成就|荣誉)/u;
/** 新水厂可满足45万人的用水需求: what one thing is able to. */
const MEETS_NEEDS = /(?:可|能|能够)(?:以)?(?:同时)?(?:满足|保障|承载|容纳)(?:未来|全县|全市|全区|周边)*(?:约|近)?$/u;

/** 占地5000亩，包括1个植物园、2个博物馆: what one thing is made up of. */
const MADE_UP_OF =
  /^[\s　]*(?:主要|共|内部)?(?:包括|包含|涵盖|内设|下设|设有)(?:\d+[个座栋处][^，。；\d]{1,14}(?:（[^）]{1,40}）)?[、和及])*$/u;
const ITEMS = new Set(["件", "项", "条", "个"]);
/** 开展“甲年”“乙年”“丙年”3个专项行动: programmes by their names. */
const PROGRAMMES =
  /^(?:专项|重大|重点|主题|攻坚|提升)*(?:行动|工程|计划|活动|战役|攻坚战|品牌|机制|作风)(?=[，。；、]|$)/u;
const NAMED_PROGRAMMES = /“[^”\n]{1,16}”、?“[^”\n]{1,16}”等?$/u;
/** 建成30万亩的农产品基地: land is laid out by its area. */
function isLaidOut({ figure, left }: Seen): boolean {
  return /^(?:亩|公顷)$/u.test(figure.bareUnit) && /(?:建成|建设|新建|打造|发展|新增|培育|形成)$/u.test(left);
}
/** 一、市教育局牵头工作（8项）: how many items stand below. */
function isHowManyBelow(text: string, { start, end }: Figure): boolean {
  return BELOW_BEFORE.test(text.slice(Math.max(0, start - 3), start)) && BELOW_BEHIND.test(text.slice(end, end + 1));
}

/** 完成县城周边6个安置小区建设: what lies beside is what is built. */
function isDoneBeside({ left, right }: Seen, head: string): boolean {
  return /(?:周边|沿线|周围)$/u.test(left) && BUILT_AT_HEAD.test(head) && BUILT_BEHIND.test(right);
}
const BUILT_AT_HEAD = /^[\s　]*(?:全面|加快|年内|今年|基本)*(?:完成|实施|新建|建成|建设|改造|整治|启动)/u;
const BUILT_BEHIND = /^[^，。；、\d]{2,20}?(?:建设|改造|整治|治理|提升|修复|绿化|加固)(?=[，。；、]|$|工程|项目)/u;

function isSubject({ figure, left, right }: Seen, head: string): boolean {
  if (figure.unitClass !== "count") return false;
  if (/(?:约束性|预期性)指标$|(?:重点|目标|主要)(?:任务|工作|事项)(?:共计?|合计|总计|共?有)$/u.test(left)) return true;
  if (MADE_USE_OF.test(left) && USE_OF.test(right)) return true;
  if (MEASURES_OF_PLAN.test(right)) return true;
  // 引导30家以上企业改造提质: at least so many are.
  return FURTHERED_TO.test(right) && FURTHERED.test(head) && !/^(?:以上|左右)/u.test(right);
}

/** What the work is about, by how its clause begins: 依托…等50家企业, 以12个片区为重点, 在现有3条线路基础上, 加强对7个监测点的研判. */
function isAbout({ left, right }: Seen, head: string): boolean {
  if (SCOPE_AT_HEAD.test(head) && !DONE_TO.test(head)) return true;
  if (CENTRED_BEFORE.test(left) && CENTRED_BEHIND.test(right)) return true;
  if (STARTED_BEFORE.test(left) && STARTED_BEHIND.test(right)) return true;
  if (PLACED_BEFORE.test(head) && PLACED_BEHIND.test(right)) return true;
  if (EVERYBODY.test(right) || OF_PLACES.test(right)) return true;
  if (KEPT_BEFORE.test(left) && KEPT_BEHIND.test(right)) return true;
  return LOOKED_AT.test(head) && !DONE_TO.test(right);
}

/** 全镇12个村实现垃圾清运全覆盖: how many there are, and all of them. */
function isAllOfThem({ figure, left, right }: Seen): boolean {
  return (
    figure.unitClass === "count" && /全[省市县区州盟旗镇乡街]$/u.test(left) && /全覆盖|动态清零|全部|清零/u.test(right)
  );
}

/** 我国有14亿人口, 50万人口的大县: how many people a place has. */
const HAS_PEOPLE = /(?:国|省|市|县|区|州|我们)(?:这样|是|现)?(?:有|一个)?(?:约|近|超)?$/u;
const PEOPLE_OF =
  /^的(?:庞大|巨大|超大|广阔|内需|消费|市场){1,4}(?:体量|规模|群体|需求|潜力|市场)?|^的(?:发展中|人口)?(?:大国|大省|大市|大县|国家|城市|县城)/u;
const RANKED = new Set(["位", "名"]);
const RANK_BEFORE = /(?:排名|位列|位居|全国|全省|百强|十大|前列|编号|电话|热线|逢|届)$/u;
const SPECIFICATIONS = new Set("千伏 伏 千伏安 P E 级 码 度 卷 床".split(" "));
const SPECIFIED = /(?:新增|用电量|发电|节电|算力|容量|达)[^，。；]{0,10}$/u;

/** 5000吨级, 3个方面, 在10家基础上: what follows makes a name of the figure. */
function isNameBehind({ figure, right }: Seen): boolean {
  if (
    /^(?:级|型|类|式|版|届|周年|强(?!度)|后|号|线(?!路)|代|期工程|元店|米级|星级|年(?!度|交易|销售|产值|产量|营业|营收|收入|纳税|利润|处理|吞吐)|折|制(?![药造定修度]))/u.test(
      right,
    )
  )
    return true;
  if (figure.isChinese && /^(?:山|岭|峰)/u.test(right)) return true; // 五台山
  if (figure.bareUnit === "路" && /^(?:公交|车|线)/u.test(right)) return true;
  if (/^[GDA]\b(?!级)/.test(right) && figure.unitClass === "count") return true;
  if (/^(?:在|于)?(?:现有|原有|已有)?(?:的)?基础上/u.test(right)) return true;
  return (
    figure.unitClass === "count" &&
    /^(?:方面|环节|层面|维度|阶段|领域|板块|部分|篇章|章节|层级|工作日|月|小时|季度|星期|百分点)/u.test(right)
  );
}

/** 第3, 前20名, 位列全省第5位; 每3个. */
function isRank({ figure, left }: Seen): boolean {
  const before = left.at(-1) ?? "";
  if (before === "第" || before === "前" || before === "每" || left.endsWith("每隔")) return true;
  if (/(?:排名|位次)?[倒后]$/u.test(left) && RANKED.has(figure.bareUnit)) return true; // 退出倒十名
  if (RANKED.has(figure.bareUnit) && /(?:位列|位居|居全.|排名|进入?前)[^，。；]{0,4}$|[第前]$/u.test(left)) return true;
  return figure.isChinese && RANK_BEFORE.test(left);
}

/** Most figures of time are dates, and ages say who is meant: 120天 behind 优良天数, 3小时 behind 压缩 are promised. */
function reasonOfTime({ figure, left, right }: Seen): LeftOutReason | null {
  const { bareUnit } = figure;
  if (bareUnit === "岁" || bareUnit === "周岁") return /(?:预期|期望)寿命[^，。；]{0,12}$/u.test(left) ? null : "age";
  if (bareUnit === "天" || bareUnit === "日")
    return /(?:天数|日数|住院日|时限|时间|周期)[^，。；]{0,14}$/u.test(left) && !/^(?:以前|前|起|至)/u.test(right)
      ? null
      : "date";
  if (bareUnit === "类" || bareUnit === "种") return KINDS_ADDED.test(left) ? null : "name";
  if (bareUnit === "分") return SCORED.test(left) ? null : "name";
  if (bareUnit === "度") return /(?:用电|发电|节电|节约)[^，。；]{0,6}$/u.test(left) ? null : "name";
  if (/^(?:小时|分钟|个月)$/u.test(bareUnit)) return /(?:压缩|缩短|控制)[^，。；]{0,8}$/u.test(left) ? null : "date";
  // 平均受教育年限达11.3年.
  if (bareUnit === "年" && /(?:年限|寿命)[^，。；\d]{0,6}$/u.test(left)) return null;
  return DATES.has(bareUnit) ? "date" : "name";
}
/** 筛查病种增加至20余类, 新增药品30种: kinds that are counted. */
const KINDS_ADDED = /(?:(?:增加?|扩大?|扩展|拓展|提高|达)[至到]|新增[^，。；]{0,6}|引进[^，。；]{0,6})(?:了)?$/u;
/** 客户满意度不低于95分: points that are given, and no minutes. */
const SCORED = /(?:满意度|得分|评分|测评|评价|成绩|考核|指数)[^，。；]{0,10}$/u;
const DATES = new Set("年 月 日 天 号 周 小时 分钟 秒 周年 年度 季度 月份 世纪 时 刻 个月 点钟".split(" "));

/** 达到4.5 closes a clause: a number without a unit may be meant. Anything else without one is a name. */
function isCountless(left: string, right: string): boolean {
  const said = /(?:达到|达|控制在|提高到|提升到|降至|降到|稳定在|不低于|不超过|突破|增至)$/u.test(trimmedEnd(left));
  return !(
    said &&
    /^\s*(?:以上|以内|以下|左右)?\s*(?:$|[、）)])/u.test(right) &&
    /(?:指数|系数|率|比|数|浓度|PM|得分|指标|量)[^，。；]{0,10}$/iu.test(left)
  );
}
