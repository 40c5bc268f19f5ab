/** Lists of names before a figure: what their last member ends with is said of all, and one figure may be said of each (A、B均增长4%). */
import { trimmedEnd } from "./blanks";
import type { Candidate } from "./candidates";
import { LIST_SEPARATOR } from "./lexicon";
import { bareLeft, leadingVerb, trimLeading } from "./phrases";
import { BRINGS_ABOUT } from "./rules";
import { withoutChange } from "./things";

const SEPARATORS = new RegExp(LIST_SEPARATOR.source, "u");

const PEOPLE =
  /^(?:中心城区|主城区|城区|市区|各?(?:区（市）县|县（市、区）|县（市）)(?:城市|城镇|城区)?|城镇|城市|农村|乡村|乡镇|建制镇|牧区|县城|全体|高中|初中|小学|学前|公办|民办|男性|女性)/u;
const LEVEL = /^(?:国家|省|市|县|区|镇|村|校)级/u;
const TAIL =
  /(?:占[^占、，]{1,12}(?:比重|比例|比)|[\u4e00-\u9fff]{1,2}化率|(?:无害化|资源化|绿化|硬化|亮化|覆盖|综合|集中|规范化|有效|安全|毛|净)?[\u4e00-\u9fff]{2}率|占比|比例|比重|(?:播种|种植|建筑|绿化|保护|治理|造林)?面积|产量|产值|增加值|(?:人均)?(?:可支配)?收入|(?:排放)?总量|排放量|增速|总额|规模|(?:保险)?(?:参保|参合|持卡|从业|就业|服务|在校)?人数|(?:住院|门诊|大病)?(?:费用)?(?:报销|补偿|支付)(?:限额|封顶线|比例|额度)|管网|(?:补贴|补助|保障|供养|低保|救助|养育|收费)?标准|减排量)$/u;
/** What measures by itself: 投资, 收入, 失业率. A name that ends so needs nothing from the one behind it. */
const MEASURES =
  "率|额|值|量|积|速|度|数|比|收入|投资|支出|消费|利润|利税|税收|营收|外资|内资|投入|余额|标准|水平|面积|产能|里程|规模|人次|人口|能耗|水耗|强度|浓度|寿命|成本|时间|时限|比例|比重|涨幅|增幅|降幅|价格|存款|贷款|就业|游客|客流|GDP";
const MEASURED = new RegExp(`(?:${MEASURES})$`, "u");
// 化学需氧量 is what is measured, and no measure.
const isMeasured = (name: string) => (TAIL.test(name) || MEASURED.test(name)) && !name.endsWith("需氧量");
const COMPLETE = new RegExp(`(?:${MEASURES}|进出口|出口|进口|销售|存贷款|增加值)$`, "u");

const TAKE_PART = /^参加(?=.{2})/u;
const PAID = /(?:低保|补助|补贴|津贴|救助|养老金|供养|抚恤)$/u;
/** 社区食堂、乡镇敬老院覆盖率: what the last one ends with is said of all. */
export function withSharedTail(names: readonly string[]): readonly string[] {
  const last = names.at(-1) ?? "";
  // 参加养老保险、工伤保险参保人数: that they take part, their number says.
  if (TAKE_PART.test(names[0] ?? "") && /参保人数$/u.test(last) && names.length > 1)
    return withSharedTail(names.map((name) => name.replace(TAKE_PART, "")));
  // 城镇、农村居民收入: who comes first, what behind the last.
  if (names.length > 1 && PEOPLE.test(last) && names.slice(0, -1).every((name) => PEOPLE.exec(name)?.[0] === name))
    return names.map((name) => (name === last ? name : name + last.replace(PEOPLE, "")));
  // 省级、市级基地.
  if (LEVEL.test(last) && names.slice(0, -1).every((name) => LEVEL.exec(name)?.[0] === name))
    return names.length > 1 ? names.map((name) => (name === last ? name : name + last.replace(LEVEL, ""))) : names;
  // 水稻、玉米、棉花的保费补助标准: what belongs to each stands behind 的.
  const owned = names.length > 1 ? /^[^的]{1,6}的([^的]{3,})$/u.exec(last)?.[1] : undefined;
  if (owned !== undefined && TAIL.test(owned) && names.slice(0, -1).every((name) => /^[^的]{1,6}$/u.test(name)))
    return names.map((name) => (name === last ? name.replace("的", "") : name + owned));
  const ending = TAIL.exec(last)?.[0];
  if (ending === undefined || (last === ending && !names.slice(0, -1).some((name) => TAIL.test(name)))) return names;
  // 粪污、农膜回收率和良种覆盖率: each ends as the next one that ends in a measure does.
  let tail = last === ending ? "" : ending;
  return [...names]
    .reverse()
    .map((name) => {
      const isShareOf = tail.length > 2 && tail.startsWith("占");
      if (isShareOf ? name.includes("占") : isMeasured(name)) {
        tail = TAIL.exec(name)?.[0] ?? tail;
        return name;
      }
      // 低保、五保供养标准: what is paid is named already.
      // 养老、工伤保险参保人数, 养老保险、工伤保险参保人数.
      if (tail.startsWith("保险") && name.endsWith("保险")) return name + tail.slice(2);
      return tail === "" ? name : name + (PAID.test(name) && tail.endsWith("标准") ? "标准" : tail);
    })
    .reverse();
}

const OWN_MEASURE =
  /(?:(?<=旅游|游客)(?:接待)?(?:总)?(?:人次|人数)|营业收入|主营业务收入|销售收入|总产值|产值|增加值|利润(?:总额)?|(?:播种|种植)?面积|总?产量|单产)$/u;
const BARE_MEASURE =
  /^(?:(?:综合|总)?收入|营业收入|总?产值|增加值|利润(?:总额)?|利税|税收|(?:播种|种植)?面积|总产量?|产量|单产)$/u;

/** 规上工业营业收入、利润: of what, the first of a list tells. */
function withFirstHead(names: readonly string[]): readonly string[] {
  const [first = ""] = names;
  const head = first.replace(OWN_MEASURE, "");
  if (head === first || head === "") return names;
  return names.map((name) => (BARE_MEASURE.test(name) ? head + name : name));
}

/** One word for two: 城乡居民, 存贷款余额. */
const PAIRS: readonly (readonly [word: string, both: readonly [string, string]])[] = [
  ["城乡", ["城镇", "农村"]],
  ["存贷款", ["存款", "贷款"]],
];

/** The two names in one (城乡居民收入); null where there are none. */
export function pairIn(name: string): readonly string[] | null {
  const found = PAIRS.find(([word]) => name.includes(word));
  if (found === undefined) return null;
  // 城乡居民: of towns; 城乡社区: of cities.
  const isOfCities = found[0] === "城乡" && /城乡(?:社区|环境|公厕|垃圾|污水|道路)/u.test(name);
  return found[1].map((each) => name.replace(found[0], isOfCities && each === "城镇" ? "城市" : each));
}

const OF_EACH = /(?:(?<![人户亩平年])均|都|各|双双|分别|同步)[^，。；\d]{0,8}$/u;
/** 合计, A与B之比, 占全部的比重: one figure of all together. */
const TOGETHER = /合计|总和|之和|之比|比值|累计|两项|三项/u;
const BY_OTHERS = /(?:高于|低于|快于|好于|优于|超过?)[^、]{0,8}$/u;
const LONGEST_MEMBER = 24;
/**
 * The candidates that one figure is: one for each name where its predicate is said of each, else the candidate itself.
 * 社会消费品零售总额、固定资产投资增长4% are two promises; 供水、燃气管网40公里 and 幼儿园、小学各3所 keep their joint name.
 */
export function ofEach(candidate: Candidate): readonly Candidate[] {
  const { isThingBehind, impliedIndicator, left, kind, thing, group } = candidate;
  // 分别增长5%、6% gives each its own.
  if (group.isDistributed && /分别/u.test(left)) return [candidate];
  if (isThingBehind || impliedIndicator || !(SEPARATORS.test(thing) || pairIn(thing))) return [candidate];
  const isEach = OF_EACH.test(trimmedEnd(left));
  if (kind === "flow" || (!isEach && kind === "stock")) return [candidate];
  const names = namesIn(candidate, isEach);
  return names === null ? [candidate] : names.map((name) => named(candidate, name, name === names[0]));
}

function namesIn(candidate: Candidate, isEach: boolean): readonly string[] | null {
  const whole = wholeThing(candidate);
  // 均高于全省1个百分点: measured by others.
  if (TOGETHER.test(whole) || BY_OTHERS.test(whole) || /[“”《》（）]/u.test(whole)) return null;
  const parts = whole.split(SEPARATORS).map((part) => part.trim());
  if (parts.length === 1) return isEach ? pairIn(whole) : null;
  if (parts.some((part) => part.length < 2 || part.length > LONGEST_MEMBER)) return null;
  const last = parts.at(-1) ?? "";
  if (!isEach) {
    // 民间投资和制造业投资占…比重 is a share of both.
    if (last.includes("占")) return null;
    return parts.every((part) => COMPLETE.test(part)) ? withFirstHead(parts) : null;
  }
  return withFirstHead(withSharedTail(parts));
}
/** What stands before the figure, also where it is longer than a name may be. */
export function wholeThing({ left, thing, kind }: Candidate): string {
  const trimmed = trimLeading(bareLeft(left), true);
  const own = trimmed.slice(leadingVerb(trimmed).length);
  const whole = kind === "growth" ? withoutChange(own) : own;
  const bare = whole.replace(/(?:分别|(?<![人户亩平年])均|都|也|双双|同步)+$/u, "");
  return bare === "" ? thing : bare;
}

function named(candidate: Candidate, name: string, isFirst: boolean): Candidate {
  const { verb, kind } = candidate;
  // 接待游客、旅游收入均增长20%: the verb belongs to the first.
  const keeps = kind === "growth" && isFirst && verb !== "" && !BRINGS_ABOUT.test(verb);
  return {
    ...candidate,
    thing: keeps ? verb + name : name,
    ...(kind === "growth" ? { verb: "", ownVerb: false } : {}),
  };
}

/** 孤儿、特困人员补助标准分别从300元、200元提高到320元、230元: what is reached gets its names in the order of the list. */
export function namedByOrder<T extends { readonly candidate: Candidate; readonly baseline: unknown }>(
  joined: readonly T[],
): readonly T[] {
  const thing = joined[0]?.candidate.thing ?? "";
  if (joined.length < 2 || !joined.every(({ candidate, baseline }) => baseline !== null && candidate.thing === thing))
    return joined;
  const names = withSharedTail(thing.replace(/分别$/u, "").split(SEPARATORS));
  const listed = names.length === joined.length ? names : names.length === 1 ? pairIn(thing) : null;
  return listed?.length !== joined.length
    ? joined
    : joined.map((each, index) => ({ ...each, candidate: { ...each.candidate, thing: listed[index] ?? thing } }));
}
