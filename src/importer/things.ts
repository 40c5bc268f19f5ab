/** What is counted: the thing before a figure or behind it, as its clause is cut, without what only closes or measures it. */
import { trimmedStart, withoutBlanks } from "./blanks";
import { COMMON_BUREAU, UNIT_GLUED } from "./authorityNames";
import type { Cut } from "./clauseCut";
import { withoutRate } from "./kinds";

export const LONGEST_THING = 36;
const LONGEST_CLOSING = 24; // characters behind a share
const SHORT_REST = 12; // 降低企业成本18条措施: what stands behind closes the name

/** 20个农村幸福院、县中心敬老院改造: a single one listed behind is another. */
const SINGLE_NEXT = /(?<=.{3})、[县市区镇](?!级)[^、，；]{2,20}(?:院|馆|所|站|中心|学校|公园|医院|道路|大桥|园区).*$/u;
/** 建设6个充电站、养老服务等各方面: one of several that are spoken of. */
const AMONG_OTHERS = /^([^、，。；“”]{2,}?)、[^，。；]*等(?:各个?|多个?|几个?)?(?:方面|领域|内容|环节|事项|实事)$/u;
/** 突出人才、700名重点人才: what is counted next is another thing. */
const FURTHER_COUNT =
  /(?<=[\u4e00-\u9fff]{3})(?:、|和|及)\d[\d.]*[余多]?万?(?:名|人|个|家|所|座|处|条|项|户)[^，。；]*$/u;
/** …、未接种疫苗的学生提供免费接种: a long word on who receives it. */
const RECEIVED_BY_LONG = /^[^，。；]{8,}的(?=[\u4e00-\u9fff]{2,8}(?:提供|开展|实施|进行))/u;
const HOW_LARGE =
  /^(?:总|单体)?(?:装机|规模|建筑面积|占地面积|面积|长度?)(?:容量|规模)?(?:约|达|为|超过?)?\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,4}?(?:以上)?的(?=[^的]{2,})/u;
export function thingBehind(right: string): string {
  const whole = withoutBlanks(right).replace(
    /^(?:(?:村|乡镇|镇|县|社区|小区)?的|村(?=村)|[点处家户次场套](?=$|[，。；、])|口(?=的)的?|[\u4e00-\u9fff]{2,8}率[\d.%％—\-至]+的)/u,
    "",
  );
  // 5个总装机90万千瓦的光伏项目: how large they are.
  const unsized = whole.replace(HOW_LARGE, "");
  if (unsized !== whole) return unsized.slice(0, LONGEST_THING).trim();
  // 具有Ⅱ级水平的县级急救点: what it is stands behind what it has.
  const named = /^(?:具有|符合|有)[^，。；]{1,30}的([^的]{2,})$/u.exec(whole)?.[1];
  return (named ?? (whole.length > LONGEST_THING ? whole.replace(RECEIVED_BY_LONG, "") : whole))
    .replace(REST_OF_ROW, "")
    .replace(AMONG_OTHERS, "$1")
    .replace(FURTHER_COUNT, "")
    .replace(SINGLE_NEXT, "")
    .replace(/(?<=.{2})、(?:若干|一批|多个|一系列).*$/u, "")
    .slice(0, LONGEST_THING)
    .trim();
}

/** 比上年增加1800亿元, 剔除一次性因素增长9%, 按可比价格计算: how it is reckoned, not what. */
const RECKONED =
  /^(?:比|较|与|剔除|扣除|按可比|可比|同口径|按[^，。；]{1,8}(?:计算|口径|计)|(?:人民币|美元|可比价格?|不变价格?)计|不含|不计)/u;
/** 按3%安排, 以上水平: what closes a share names nothing. */
const CLOSING =
  /^(?:人民币|美元|的?(?:年度|工作|全年|预期|奋斗|主要)?(?:任务|目标)|以及|和|及|与|并|或|左右|安排|掌握|测算|控制|执行|实施|达成|水平|目标|的目标|幅度)/u;

/** 提高养老金，幅度不低于平均水平的9%: by how much is no name. */
const EXTENT = /^(?:提高|增长|上调|增加|下降)?幅度[^，。；]{0,16}$/u;

/** 新建小学3所市教育局: who does it, glued behind. */
const WHO_DOES_IT = new RegExp(`^${UNIT_GLUED}`, "u");
/** 改造社区文体局李强3绿化: the rest of a row, and the next one. */
const REST_OF_ROW = new RegExp(
  `(?<=[\\u4e00-\\u9fff]{2})(?:${COMMON_BUREAU})(?:[\\u4e00-\\u9fff]{0,4}(?=$|\\d)).*$`,
  "u",
);

const WHO_THEN_WHAT =
  /^的?[\u4e00-\u9fff]{1,8}(?:户|人|者|员|群众|居民|家庭|企业|学校|村|社区|机构|学生|老人|单位)[\u4e00-\u9fff]{2,}$/u;

export function thingBefore({ trimmed, figure }: Cut, verb: string, right: string, isMark: boolean): string {
  if (figure.unitClass === "share" && EXTENT.test(trimmed)) return "";
  const whole = verb !== "" && trimmed.startsWith(verb) ? trimmed.slice(verb.length) : trimmed;
  let thing = whole.slice(-LONGEST_THING).trim();
  const isShare = figure.unitClass === "share";
  // 使90%以上的农户用上天然气: who and what stand behind.
  if (isShare && /^[让使]$/u.test(thing) && WHO_THEN_WHAT.test(withoutBlanks(right)))
    return withoutBlanks(right).replace(/^的/u, "").slice(0, LONGEST_CLOSING);
  if (RECKONED.test(thing) || /^[从由让使把将为对向给]$/u.test(thing)) return "";
  const closing = trimmedStart(right);
  // 科技人员八成以上工作时间用于科研: a share is of what stands behind it, too.
  // A line that ends behind the figure closes what is said of it.
  if (
    (isShare || right.length <= SHORT_REST) &&
    !/^\s*\n/u.test(right) &&
    !isMark &&
    /^(?:的)?[\u4e00-\u9fff“]/u.test(closing)
  )
    if (!CLOSING.test(closing) && !WHO_DOES_IT.test(closing) && withoutBlanks(right).length >= 2)
      thing += withoutBlanks(right).slice(0, LONGEST_CLOSING);
  return withoutChange(thing) === "" ? "" : thing;
}

/** 比上年: what it is measured by. */
export const YARDSTICK =
  /(?:比|较)(?:上年|去年|上一年|20\d\d年|[“"]?十[一二三四五六]五[”"]?(?:期?末|时期)?|同期|[“"]十五[”"](?:期?末|时期)?)[^，。；]{0,6}$/u;
const CHANGES =
  /(?:(?<=排放)减排|增长|提高|提升|增加|下降|降低|上升|减少|压减|压缩|递增|递减|翻|(?:目标|预期)?(?:设定为|确定为|定为)|预期|拟|分别|同比|年均|(?<![平人户亩])均|各|实现|力争|累计|净|再|实际|名义|还需|仍需|还要|(?<=.{3})(?<![需主重首必纲概摘])要|(?:^|还|仍|均)需)$/u;

/** A thing without the change it undergoes: 固定资产投资增长 → 固定资产投资. */
export function withoutChange(thing: string): string {
  // 居民消费价格涨幅: what is measured is by how much.
  if (/价格(?:指数|总水平|总指数)?(?:总体)?涨幅$/u.test(thing)) return thing;
  let rest = withoutRate(thing).replace(YARDSTICK, "");
  for (let found = CHANGES.exec(rest); found; found = CHANGES.exec(rest)) rest = rest.slice(0, -found[0].length);
  return rest;
}
