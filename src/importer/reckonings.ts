/** Figures by which something is reckoned, and which nobody aims at: how the people will age, what a change is measured against, how far one has come. */
import type { LeftOutReason } from "./drafts";
import type { Seen } from "./sizes";

/** 高校毕业生将达727万人: how many there will be, of whom nothing is said to be done. */
const GRADUATES =
  /^[\s　]*(?:今年|全[国省市县区]|预计|20\d\d[年届])*(?:高校|大学)?毕业生(?:人数|规模|总量|总数)?(?:将|预计)*(?:高?达到?|超过?|突破|有|约?为)?$/u;
/** 今年全省将有28万毕业生. */
const HAS_GRADUATES = /(?:将|预计|共|会)有(?:约|近)?$/u;
const GRADUATES_BEHIND = /^[\u4e00-\u9fff]{0,6}毕业生(?:[，。；、离走毕]|$)/u;
/** 60岁及以上人口占比将突破20%: how the people will age, and nothing that is aimed at. */
const AGED_SAID = /\d{2}(?:周)?岁及?(?:以上)?(?:的)?(?:老年|常住|户籍)?人口/u;
const OF_ALL_PEOPLE = /占[^，。；\d]{0,8}人口(?:总数|总量|比重|比例|的)*(?:约为|约|将?达到?|将?超过?|为)?$/u;
const AGED_PEOPLE =
  /\d{2}(?:周)?岁及?(?:以上)?(?:的)?(?:老年|常住|户籍)?人口[^，。；\d]{0,16}(?:占|比重|比例|占比|超过|达|突破|将)[^，。；\d]{0,12}$/u;
/** 14个区分别建立中心: the places in which something is done. */
const PLACES_EACH = /^(?:县|区|市|县区|县（市、区）|区县|乡镇|镇|街道|村|社区)(?:分别|均|都|各)(?=[\u4e00-\u9fff])/u;
/** 援助包括甲、乙等5大类、15项援助内容: how many kinds are listed. */
const KINDS_LISTED = /(?:等|共|分为)[\d一二三四五六七八九十]+(?:个)?(?:大类|方面|大项|大方面)、?$/u;
/** 10万人死亡率: of how many. */
const PER_SO_MANY = /^[\u4e00-\u9fff]{0,3}?(?:死亡率|发病率|发案率|事故率|火灾率|拥有率|受伤率)/u;
/** 比2020年的12.4万吨、1.1万吨分别减少: by what a change is measured. */
const MEASURED_AGAINST =
  /(?:(?<!占)比|较)(?:20\d\d年|上年|去年|上一年|[“"]?十[一二三四五六]五[”"]?(?:期?末))(?:同期|年底|底|末)?的(?:[\d.]+[^，。；、\d]{1,8}、)*$/u;
const CHANGES_BEHIND =
  /^(?:[（(][^（）()]{1,12}[）)])?(?:、[\d.]+[^，。；、\d]{1,8}?)*(?:分别)?(?:净|再|累计)?(?:增|减|降|提高|下|上|翻|压)/u;
/** 突破规划的10.7万户: what was aimed at before. */
const AIMED_BEFORE = /(?:突破|超过|超出|高于|高出)[^，。；\d]{0,16}(?:规划|计划|目标|任务)(?:确定|提出)?的$/u;
/** 超出省下达6.8万人的既定目标: what was asked. */
const ASKED_OF = /(?:突破|超过|超出|高于|高出)[^，。；\d]{0,10}下达(?:的)?$/u;
const GOAL_BEHIND = /^的?(?:既定|年度|全年|计划)?(?:目标|任务|指标)/u;
/** 人均7万元，折合9000美元: the same once more. */
const SAID_AGAIN = /(?:折合|相当于|约合)(?:人民币|美元)?约?$/u;
/** 完成总目标的84.14%: how far one has come, to the last digit. */
const SO_FAR_OF = /完成[^，。；]{0,24}(?:目标|任务|计划|预算)的$/u;

/**
 * Why a figure is only reckoned with, or null.
 * @param head its clause before it
 * @param before its sentence before the clause
 */
export function reasonOfReckoning(seen: Seen, head: string, before: string): LeftOutReason | null {
  const { figure, left, right } = seen;
  if (PER_SO_MANY.test(right)) return "name";
  if (GRADUATES.test(head) || (HAS_GRADUATES.test(left) && GRADUATES_BEHIND.test(right))) return "scope";
  if (isOfAge(seen, before, head)) return "scope";
  if (figure.bareUnit === "个" && PLACES_EACH.test(right)) return "scope";
  if (figure.unitClass === "count" && KINDS_LISTED.test(left)) return "scope";
  if (figure.unitClass === "money" && SAID_AGAIN.test(left)) return "definition";
  if (ASKED_OF.test(head) && GOAL_BEHIND.test(right)) return "baseline";
  if (right === "" && AIMED_BEFORE.test(head)) return "baseline";
  if (MEASURED_AGAINST.test(head) && CHANGES_BEHIND.test(right)) return "baseline";
  return figure.unit === "%" && figure.digits > 2 && SO_FAR_OF.test(head) ? "past" : null;
}

/** 60岁以上人口将达到30万人，占总人口的28%: how the people will age. */
function isOfAge({ figure, left }: Seen, before: string, head: string): boolean {
  if (figure.unitClass !== "share" && figure.bareUnit !== "人") return false;
  return AGED_PEOPLE.test(head) || (OF_ALL_PEOPLE.test(left) && AGED_SAID.test(before));
}
