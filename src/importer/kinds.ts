/** Of what kind a figure is: done in the period, a level, a change, a share. The words right before it tell, or its unit. */
import type { Direction, Kind } from "../core/types";
import { trimmedEnd, withoutBlanks } from "./blanks";
import type { Carried } from "./candidates";
import { withoutPerHead } from "./comparators";
import { FALL, LEVELS, RISE } from "./lexicon";
import { rateOf } from "../core/rates";
import type { Figure } from "./patterns";
import { leadingVerb, trimLeading } from "./phrases";
import { EndingList } from "./wordList";

const LEVEL_ENDINGS = new EndingList<true>(LEVELS.map((word) => [word, true]));
const GROWTH_NOUN = /(?:增速|增幅|涨幅|增长率|降幅|跌幅|增长速度|下降率|下降幅度|增长幅度)/u;
const STOCK_NOUN =
  /(?:产量|总产|总产值|产值|总量|总数|总规模|存栏|存栏量|保有量|拥有量|存量|蓄积量|储量|里程|库存|余额|标准|浓度|均值|平均值|噪声|总人口|常住人口|成交额|交易额|总额|收入|消费|用水量|排放量|水平|寿命|库容|装机容量|半径|(?:播种|保护|水域|森林|绿地|草原|湿地|果品|蔬菜|茶园|果园|粮食|耕地|农田|用地)(?:总)?面积)[^\u4e00-\u9fff]*$/u;
const PER_HEAD =
  /(?:每[^，。；、]{0,4}?[千万百]|[千万百十]人(?!次)[^，。；]{0,6}|万人|千人|千人口|万人口|人均|户均|亩均|地均|单位(?:GDP|国内|地区|生产|工业|面积|产品|建筑)[^，。；]{0,8})/u;
const PER_UNIT = /(?:人均|亩均|户均|地均|店均)[^，。；、]{0,10}$/u;
const RATES = new EndingList<Direction>([
  ...RISE.map((word) => [word, "up"] as const),
  ...FALL.map((word) => [word, "down"] as const),
]);
const FLOW_INSIDE =
  /(?:新增|净增|新建|改建|完成|实现|建成|引进|培育|发放|开行|接待|培训|新开工|改造|投放|办理|新设|新签|投资|转移就业|新登记|筹集|争取|植树|造林|减少|发行|安排|减税|退税|盘活|化解)/u;
/** Whether what stands before a figure tells that something is done: 新增, 完成. */
export const isFlowInside = (bare: string): boolean => FLOW_INSIDE.test(bare);

/** A kind, and for what falls or rises which way. */
export interface KindFound {
  readonly kind: Kind;
  readonly direction: Direction | null;
}

/** What stands around a figure, as its clause is cut. */
export interface Around {
  readonly figure: Figure;
  readonly left: string;
  /** The left without comparators, adverbs and prepositions at its end. */
  readonly bare: string;
  readonly isThingBehind: boolean;
  readonly last: Carried;
  /** Not the first figure of its clause. */
  readonly isLater: boolean;
}

export function kindOf(around: Around): KindFound {
  return around.figure.unitClass === "share" ? kindOfShare(around) : kindOfAmount(around);
}

/** 缩小到1.9倍, 下降至0.8倍 */
const REACHED = /[升高加大小低降窄少][到至]$/u;
const NOT_OF_CHANGE = /(?:自然增长率|新增|净增|最高)$/u;

/** The kind a share's own name gives it (登记失业率, 价格涨幅), or null. */
export function kindOfNoun(name: string): Kind | null {
  if (/自然增长率$/u.test(name)) return "ratio";
  if (new RegExp(`${GROWTH_NOUN.source}$`, "u").test(name)) return "growth";
  return /(?:率|比重|占比|比例|盖度|达标|覆盖|覆盖面)$/u.test(name) ? "ratio" : null;
}

function kindOfShare({ figure, left, bare, last, isLater }: Around): KindFound {
  const rate = rateAtEnd(bare);
  const growth = (direction: Direction | null): KindFound => ({
    kind: "growth",
    direction: direction === "down" ? "down" : null,
  });
  if (figure.isGrowth) return growth(null);
  const end = trimmedEnd(left);
  if (bare.endsWith("减排")) return growth("down");
  const isLevel = rate !== null && /(?:到|至|为|成)[^\u4e00-\u9fff]*(?:不低于|不少于|超过|约|近)?$/u.test(end);
  if (GROWTH_NOUN.test(left) && !left.includes("自然增长率"))
    return growth(/降幅|跌幅|下降/u.test(left) ? "down" : null);
  // 不低于低保标准的1.3倍, 提高到人均收入的8倍: a multiple of what stands before it; 倍差缩小到1.9倍: one itself.
  if (figure.bareUnit === "倍" && (isLevel || REACHED.test(end))) return { kind: "ratio", direction: null };
  if (
    figure.bareUnit === "倍" &&
    rate === null &&
    !/[年期]的?$/u.test(end) &&
    /(?:不低于|不少于|达到?|为|是|(?:提高|提升|增加|扩大|缩小|降低)(?:到|至))[^，。；\d]{2,12}$/u.test(end)
  )
    return { kind: "ratio", direction: null };
  if (figure.bareUnit.endsWith("百分点") || figure.bareUnit === "倍") return growth(rate);
  if (rate !== null && !isLevel) return growth(rate);
  // Behind 提高0.2个百分点 a percentage is the level reached.
  if (bare === "" && figure.bareUnit === "%" && last.unit.endsWith("百分点") && /[达到至]$/u.test(end))
    return { kind: "ratio", direction: null };
  // 占比年均提高5%，2027年达到50%: the share itself.
  if (bare === "" && last.kind === "growth" && /达到?$/u.test(end) && /(?:比重|占比|比例|率)$/u.test(last.thing))
    return { kind: "ratio", direction: null };
  if (isLater && bare === "" && (last.kind === "growth" || last.kind === "ratio"))
    return { kind: last.kind, direction: last.direction };
  if (bare === "" && withoutBlanks(left) !== "" && last.kind === "growth" && !isLevel) return growth(last.direction);
  return { kind: "ratio", direction: /(?:降|减|压缩)[^，。；]{0,3}(?:到|至)/u.test(left) ? "down" : null };
}

const REACHED_FALLING = /(?:降|减|压缩|缩短)[^，。；]{0,3}(?:到|至)/u;
const HAS_LEVEL = /(?:达到|达|突破|建有|拥有|稳定在|保持在|保持|维持|稳定)$/u;

function kindOfAmount(around: Around): KindFound {
  const { figure, left, bare, isThingBehind, last, isLater } = around;
  const rate = rateAtEnd(bare);
  const end = trimmedEnd(left);
  const falls = rate === "down" || (/[到至]/.test(left) && REACHED_FALLING.test(left.slice(-8)));
  const direction: Direction | null = falls ? "down" : null;
  const isStillLevel = LEVEL_ENDINGS.endOf(withoutPerHead(end)) !== undefined && !end.endsWith("不低于");
  if (/^(?:周?岁|分|天|日|个?小时|分钟|个月|个?工作日)$/u.test(figure.bareUnit))
    return rate !== null && !isStillLevel ? { kind: "flow", direction: rate } : { kind: "stock", direction };
  if (isThingBehind && !HAS_LEVEL.test(end)) return { kind: "flow", direction };
  // 可支配收入增加900元, 浓度降低2微克/立方米: by how much a level changes, never the level.
  if (rate !== null && !isStillLevel && (isLevelNoun(bare) || isConcentration(figure)))
    return { kind: "flow", direction: rate };
  if (figure.unitClass === "money" && PER_UNIT.test(bare)) return { kind: "stock", direction };
  if (rateOf(figure.unit)) return { kind: "ratio", direction };
  if (isPerHead(figure, bare)) return { kind: "ratio", direction };
  if (
    figure.bareUnit === "场" ||
    (figure.bareUnit.length === 2 && figure.bareUnit.endsWith("次")) ||
    /(?:人次|场次|架次|班次|批次)$/u.test(bare)
  )
    return { kind: "flow", direction };
  if (/(?:建有|拥有|保有)$/u.test(bare)) return { kind: "stock", direction };
  if (isLater && bare === "" && last.kind !== null && last.kind !== "ratio")
    return {
      kind: last.kind === "growth" || (isStillLevel && /[到至为]$/u.test(withoutPerHead(end))) ? "stock" : last.kind,
      direction,
    };
  // 新增充电桩确保900个，力争达到1200个: the same, said again and firmer.
  // 生产总值年均增长8%，到2027年超过1万亿元: the level that grows.
  if (bare === "" && last.kind === "growth" && LEVEL_NOUN.test(last.thing)) return { kind: "stock", direction };
  if (bare === "" && last.unit === figure.bareUnit && withoutBlanks(left) !== "") {
    // 养老金增加5元，达到75元; 人口2027年在300万人以内，2030年在315万人以内: a level, and what it comes to.
    if (last.kind === "stock" || (last.kind === "flow" && last.direction !== null && isStillLevel))
      return { kind: "stock", direction };
    if (last.kind === "flow") return { kind: "flow", direction };
  }
  // 床位达到2万张，其中护理型超过1.2万张: part of a level is one.
  if (last.kind === "stock" && last.unit === figure.bareUnit && /^[\s　]*其中/u.test(left) && !FLOW_INSIDE.test(bare))
    return { kind: "stock", direction };
  // 实现创新指数达到160: that it is brought about makes no flow of a level.
  if (isStillLevel && /^实现(?!新增|净增)/u.test(bare) && !FLOW_INSIDE.test(bare.slice(2)))
    return { kind: "stock", direction };
  if (FLOW_INSIDE.test(bare) && !/(?:标准|均值|规模|余额|总量|总数)(?:累计)?$/u.test(bare))
    return { kind: "flow", direction };
  if (isStillLevel || isLevelBeside(around)) return { kind: "stock", direction };
  const isStockNoun =
    STOCK_NOUN.test(bare) &&
    !EARNED.test(bare) &&
    !isRuleWritten(figure, bare) &&
    leadingVerb(trimLeading(bare, true)) === "";
  return { kind: isStockNoun || isConcentration(figure) ? "stock" : "flow", direction };
}

/** 参与制定国家标准5项: rules are counted, and no level. */
const isRuleWritten = ({ unitClass }: Figure, bare: string) => unitClass === "count" && bare.endsWith("标准");

/** 播种面积在27万亩以上; 家庭农场突破140家、农民合作社超过320家: a level by its place or its neighbour, where nothing is done. */
function isLevelBeside({ figure, left, bare, last, isLater }: Around): boolean {
  const end = trimmedEnd(left);
  const isSaid =
    end.endsWith("在") || (isLater && last.kind === "stock" && /(?:超过?|不低于|不少于|大于|逾)$/u.test(end));
  return isSaid && bare !== "" && figure.unitClass !== "money" && leadingVerb(trimLeading(bare, true)) === "";
}

/** 利润总额: earned over the period. */
const EARNED = /(?:利润|利税|税金|纳税)(?:总额)?$/u;
const LEVEL_NOUN =
  /(?:人均|户均|亩均|可支配收入|标准|浓度|余额|总量|总额|总值|产值|收入|规模|存量|保有量|库存|噪声|均值|水平|养老金|低保金|津贴|工资|公用经费)(?:[^，。；、]{0,4})$/u;
/** 农民人均可支配收入增加: what stands before the word of change is a level. */
function isLevelNoun(bare: string): boolean {
  const name = withoutRate(bare).replace(/(?:比|较)(?:上年|去年|上一年)[^，。；]{0,4}$/u, "");
  return LEVEL_NOUN.test(name) && leadingVerb(trimLeading(name, true)) === "";
}

function isConcentration({ bareUnit }: Figure): boolean {
  return bareUnit === "分贝" || (bareUnit.includes("克") && /(?:立方米|\/升)$/u.test(bareUnit));
}

function isPerHead({ unitClass }: Figure, bare: string): boolean {
  return (
    unitClass !== "money" &&
    /[每万千均单]/.test(bare) &&
    PER_HEAD.test(bare) &&
    !/[百千万]人(?:计划|工程|行动|项目|次)/u.test(bare)
  );
}

const BETWEEN = /(?:年均|分别|幅度|比例|左右|目标|预期|累计)$/u;

/** Whether what stands before a figure ends in a word of change (增长, 下降), comparators apart. */
function rateAtEnd(bare: string): Direction | null {
  const rest = withoutRate(bare);
  return rest === bare ? null : (RATES.endOf(withoutFillers(bare))?.value ?? null);
}

/** What a word of change at the end of a text is said of; the text itself where there is none. */
export function withoutRate(bare: string): string {
  const rest = withoutFillers(bare);
  const found = RATES.endOf(rest);
  return found && !NOT_OF_CHANGE.test(rest) ? rest.slice(0, -found.word.length) : bare;
}

function withoutFillers(bare: string): string {
  let rest = bare;
  for (let steps = 0; steps < 3; steps++) {
    const filler = RATES.endOf(rest) ? null : BETWEEN.exec(rest);
    if (!filler) return rest;
    rest = rest.slice(0, -filler[0].length);
  }
  return rest;
}
