/**
 * What a figure says in its clause: what was counted, how it compares, of what kind it is. Two forms carry nearly all promises:
 * verb + figure + thing (建设100个口袋公园) and thing + figure (加装农村公路安全护栏4000公里). In a list the later members borrow the verb.
 */
import { rateOf } from "../core/rates";
import type { Comparator, Direction, Kind } from "../core/types";
import { trimmedEnd, trimmedStart, withoutBlanks } from "./blanks";
import {
  COMPARATORS_AFTER,
  COMPARATORS_BEFORE,
  FALL,
  FILLERS,
  HANDING_OVER,
  LEVELS,
  NEUTRALS,
  RISE,
  VERBS,
} from "./lexicon";
import { codesOf, type Figure } from "./patterns";
import { EndingList, WordList } from "./wordList";

/** A figure with the words around it, as its clause gives them. */
export interface Candidate {
  readonly figure: Figure;
  /** From what belongs to the figure before, to this one. */
  readonly left: string;
  /** From the figure to what belongs to the next one. */
  readonly right: string;
  /** The comparator its own words give, or null. */
  readonly ownComparator: Comparator | null;
  readonly comparator: Comparator;
  readonly isThingBehind: boolean;
  /** The verb that governs it, its own or borrowed. */
  readonly verb: string;
  readonly ownVerb: boolean;
  readonly thing: string;
  readonly kind: Kind;
  readonly direction: Direction | null;
  readonly impliedIndicator: boolean;
  /** 各20家, 分别达到…: shared by several things. */
  readonly group: Group;
  readonly indexInGroup: number;
}

/** The figures of one clause. */
export interface Group {
  /** 分别, 各, 均: what compares one compares all. */
  readonly isDistributed: boolean;
}

const BEFORE = new EndingList<Comparator>(
  (Object.entries(COMPARATORS_BEFORE) as [Comparator, readonly string[]][]).flatMap(([comparator, words]) =>
    words.map((word) => [word, comparator] as const),
  ),
);
const AFTER = new WordList<Comparator>(
  (Object.entries(COMPARATORS_AFTER) as [Comparator, readonly string[]][]).flatMap(([comparator, words]) =>
    words.map((word) => [word, comparator] as const),
  ),
);
const VERB_BEGINNINGS = new WordList<true>(VERBS.map((word) => [word, true]));
const VERB_ENDINGS = new EndingList<true>(VERBS.map((word) => [word, true]));

const BLANK_OR_BRACKET = codesOf(" 　\n（(");

/** The comparator with which the text behind a figure begins. */
export function comparatorBehind(right: string): { comparator: Comparator; length: number } | null {
  if (right === "") return null;
  let blanks = 0;
  while (BLANK_OR_BRACKET.has(right.charCodeAt(blanks))) blanks++;
  const found = AFTER.at(right, right.startsWith("（含") || right.startsWith("(含") ? 0 : blanks);
  if (!found) return null;
  // 5年内, 内 alone, is time or place and no comparator behind a count of things.
  if (found.word === "内" || (found.word === "起" && !/^[，。；、]|^$/u.test(right.slice(1, 2)))) return null;
  if (found.word === "以下" && /^[^，。；]{0,3}(?:几|方面|措施|工作|内容)/u.test(right.slice(2))) return null;
  return { comparator: found.value, length: blanks + found.word.length };
}

const NEUTRAL_ENDINGS = new EndingList<true>(NEUTRALS.map((word) => [word, true]));
const FILLER_ENDINGS = new EndingList<true>(FILLERS.map((word) => [word, true]));
const LEVEL_ENDINGS = new EndingList<true>(LEVELS.map((word) => [word, true]));
const HANDING_OVER_ENDINGS = new EndingList<true>(HANDING_OVER.map((word) => [word, true]));

/** The comparator with which the text before a figure ends. */
export function comparatorBefore(left: string): { comparator: Comparator; word: string; direct: boolean } | null {
  let rest = withoutPerHead(trimmedEnd(left));
  let direct = true;
  for (let steps = 0; steps < 3 && rest !== ""; steps++) {
    const found = BEFORE.endOf(rest);
    if (found && !isPartOfName(rest, found.word)) return { comparator: found.value, word: found.word, direct };
    const neutral = NEUTRAL_ENDINGS.endOf(rest);
    if (!neutral) break;
    rest = rest.slice(0, -neutral.word.length);
    direct = false;
  }
  // 各市县至少建设1家: it stands before the verb.
  if (!/[少低控超压]/.test(left)) return null;
  const early = /(?:至少|不少于|不低于|不得少于|最少)(?![^，。；、]*\d)[^，。；、\d]{1,12}$/u.exec(left);
  if (early) return { comparator: "atLeast", word: "至少", direct: false };
  const within = /(?:控制在|控制|压减到|不超过)[^，。；、\d]{0,6}$/u.exec(left);
  return within ? { comparator: "atMost", word: "控制", direct: false } : null;
}

/** 提高到每人每月: the head it is counted by stands between the word and the figure. */
function withoutPerHead(left: string): string {
  if (!left.includes("每")) return left;
  return left.replace(/每(?:[人户亩个]|[千万百]人)?每?[年月日天]?$/u, "").trimEnd();
}

function isPartOfName(left: string, word: string): boolean {
  const before = left.slice(0, -word.length);
  switch (word) {
    case "超":
      return /[立高反跨]$/u.test(before);
    case "近":
      return /[附邻临就靠远最接]$/u.test(before);
    case "达":
      return /[雷发到通抵表下传直]$/u.test(before) && !/通达$/u.test(left);
    case "满":
      return true;
    case "约":
      return /[节公合签预集契制条大]$/u.test(before);
    case "控制":
      return !/(?:控制)$/u.test(left);
    default:
      return false;
  }
}

const GROWTH_NOUN = /(?:增速|增幅|涨幅|增长率|降幅|跌幅|增长速度|下降率|下降幅度|增长幅度)/u;
const STOCK_NOUN =
  /(?:产量|总产|总产值|产值|总量|总数|总规模|保有量|拥有量|存量|蓄积量|储量|里程|库存|余额|标准|浓度|均值|平均值|噪声|总人口|常住人口|成交额|交易额|总额|收入|消费|用水量|排放量|水平|寿命|库容|装机容量|半径)[^\u4e00-\u9fff]*$/u;
const PER_HEAD =
  /(?:每[^，。；、]{0,4}?[千万百]|[千万百十]人(?!次)[^，。；]{0,6}|万人|千人|千人口|万人口|人均|户均|亩均|地均|单位(?:GDP|国内|地区|生产|工业|面积|产品|建筑)[^，。；]{0,8})/u;
const PER_UNIT = /(?:人均|亩均|户均|地均|店均)[^，。；、]{0,10}$/u;
const RATES = new EndingList<Direction>([
  ...RISE.map((word) => [word, "up"] as const),
  ...FALL.map((word) => [word, "down"] as const),
]);
const FLOW_INSIDE =
  /(?:新增|净增|新建|改建|完成|实现|建成|引进|培育|发放|开行|接待|培训|新开工|改造|投放|办理|新设|新签|投资|转移就业|新登记|筹集|争取|植树|造林|减少|发行|安排|减税|退税|盘活|化解)/u;

/** Takes comparators, adverbs and prepositions off the end of what stands before a figure. */
function bareLeft(left: string): string {
  let end = endWithoutBlanks(left, left.length);
  for (let steps = 0; steps < 6 && end > 0; steps++) {
    const found = BEFORE.endOf(left, end);
    if (found && !isPartOfName(left.slice(0, end), found.word)) {
      end = endWithoutBlanks(left, end - found.word.length);
      continue;
    }
    const filler = FILLER_ENDINGS.endOf(left, end);
    if (!filler) break;
    end = endWithoutBlanks(left, end - filler.word.length);
  }
  return end === left.length ? left : left.slice(0, end);
}

/** Where a text up to `end` ends without the blanks at its end. */
function endWithoutBlanks(text: string, end: number): number {
  let last = end;
  while (last > 0 && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}
const isBlank = (code: number) => code === 32 || code === 0x3000 || code === 160 || (code >= 9 && code <= 13);

/** Whether a thing may begin here: with a letter, a digit or an opening mark. */
function beginsThing(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || OPENING.has(code);
}
const OPENING = codesOf('“"《（');

const LEADING =
  /^(?:[\s　、，：:）)”"（(]+|其中[：:]?|同时|并且|并(?!购)|和(?!谐|美)|以及|及|与|或|且|也|还(?![迁建贷])|又|再(?![生就贷造])|将(?!军)|要(?!素)|先(?![进行])|我们|我市|我省|我县|我区|全市|全省|全县|全区|全州|全国|全年|今年|明年|年内|年均|当年|年底前|力争|确保|争取|计划|预期|预计|拟|继续|持续|进一步|努力|大力|积极|着力|全力|加快|全面|到20\d\d年(?:底|末)?|20\d\d年(?:底前|底|末|前)?|(?:到|至)?(?:今年|明年)?年?底前?|[一二三四五六七八九十]{1,3}[是、]|[（(]?[\d一二三四五六七八九十]{1,2}[）).．、]\s*|年度目标|目标任务|下一步|新的一年|推动|推进|实现|完成|支持|所有|每个|各地|一律|首先|免费为|用于|通过|约|等(?!级)|的|以(?![工旧上下内奖])|在(?![校建册职读线岗编])|经(?=过)|对(?![外口])|为(?![民])|从(?!业)|由|把|向|使(?!用)|让|20\d\d年)/u;

// The characters with which the above may begin: most things begin with none of them.
const LEADING_BEGINNINGS = codesOf(
  ' \t\n　、，：:）)”"“（(其同并和以及与或且也还又再将要先我全今明年当力确争计预拟继持进努大积着加到20123456789至一二三四五六七八九十目下新推实完支所每各首免用通约等的在经对为从由把向使让',
);

/** The beginning of a clause without what introduces it. */
export function trimLeading(text: string, keepVerb: boolean): string {
  let rest = text;
  for (let steps = 0; steps < 8; steps++) {
    if (!LEADING_BEGINNINGS.has(rest.charCodeAt(0))) break;
    const found = LEADING.exec(rest);
    if (!found || found[0] === "" || found[0].length === rest.length) break;
    if (keepVerb && /^(?:推动|推进|实现|完成|支持)$/u.test(found[0])) break;
    rest = rest.slice(found[0].length);
  }
  return rest;
}

/** The verb with which a text begins, after its introduction: 新增及优化调整公交线路 → 新增及优化调整. */
function leadingVerb(text: string): string {
  const found = VERB_BEGINNINGS.at(text, 0);
  if (!found) return "";
  let end = found.word.length;
  const joined = /^[及和、]/u.exec(text.slice(end));
  const second = joined ? VERB_BEGINNINGS.at(text, end + 1) : VERB_BEGINNINGS.at(text, end);
  if (second && end + (joined ? 1 : 0) + second.word.length < text.length) end += (joined ? 1 : 0) + second.word.length;
  return text.slice(0, end);
}

const LONGEST_THING = 36;
const SHORT_REST = 6; // 降低企业成本18条措施: what stands behind closes the name
/** 迈上2000亿元台阶, 突破100亿元大关: a level that is to be passed. */
const MARK_PASSED = /^(?:的)?(?:新)?(?:大关|台阶|关口)/u;
/** 由113元提高到123元: what stands between leads to the second. */
const CHANGING_TO = /^[^、，]{0,6}(?:到|至|为)[^、，]{0,6}$/u;
/** 8个集群产值突破100亿元: what stands between is said of the second, which reaches a level. */
const LEADING_ON = /^([^、，和及与]{2,20}?)(?:分别|均)?(?:达到?|超过|突破|稳定在|保持在|控制在|不低于)$/u;
const LEVEL_ENDS = codesOf("达到过破在于");
/** 为200万名学生: who receives it stands behind. */
const RECEIVED_BY = codesOf("对为向给将把");
const JOINS = /^(?:[、和及与]|以及)/u;
const SEPARATOR = /[、和及与]|以及/gu;

/** The stretch between two figures belongs to the first up to its last 、 or 和, and to the second behind it. */
function splitBetween(between: string): [string, string] {
  let cut = -1;
  let length = 1;
  for (const match of between.matchAll(SEPARATOR)) {
    // 和 within a name (建设和改造) is no seam, 、 always is one.
    cut = match.index;
    length = match[0].length;
  }
  if (cut < 0) return [between, ""];
  return [between.slice(0, cut), between.slice(cut + length)];
}

export interface Carried {
  readonly verb: string;
  readonly thing: string;
  /** The kind of the figure before, for 分别增长5%、6%. */
  readonly kind: Kind | null;
  readonly direction: Direction | null;
  /** Its unit: behind 提高0.2个百分点 a percentage is the level reached. */
  readonly unit: string;
}
export const NOTHING_CARRIED: Carried = { verb: "", thing: "", kind: null, direction: null, unit: "" };

/**
 * Reads the figures of one clause.
 * @param carried what the clause before leaves to this one
 * @param carriedThing what the clause before is about, for a clause that is all figure: 资助大学生，合计6300名
 */
export function readClause(
  text: string,
  clause: { readonly start: number; readonly end: number },
  figures: readonly Figure[],
  carried: Carried,
  carriedThing: () => string = () => "",
): Candidate[] {
  const isDistributed =
    figures.length > 1 && /分别|各|均|都/u.test(text.slice(clause.start, figures[0]?.start ?? clause.start));
  const group: Group = { isDistributed };
  const candidates: Candidate[] = [];
  let left = text.slice(clause.start, figures[0]?.start ?? clause.end);
  let last = carried;
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index];
    if (!figure) break;
    const next = figures[index + 1];
    const toNext = text.slice(figure.end, next?.start ?? clause.end);
    const behind = comparatorBehind(toNext);
    const rest = behind ? toNext.slice(behind.length) : toNext;
    const bare = bareLeft(left);
    const trimmed = trimLeading(bare, true);
    const endsInVerb =
      bare === "" ||
      trimmed === "" ||
      (VERB_ENDINGS.endOf(bare) !== undefined && !endsInNoun(bare)) ||
      HANDING_OVER_ENDINGS.endOf(bare) !== undefined;
    const isShare = figure.unitClass === "share";
    const begun = trimmedStart(rest);
    const named = next !== undefined && LEVEL_ENDS.has(rest.charCodeAt(rest.length - 1)) ? LEADING_ON.exec(rest) : null;
    const leadsOn = next !== undefined && named === null && CHANGING_TO.test(rest);
    const isThingBehind = !isShare && !leadsOn && endsInVerb && beginsThing(begun) && !JOINS.test(begun);
    let right = rest;
    let nextLeft = "";
    if (next) {
      if (named) [right, nextLeft] = [isThingBehind ? (named[1] ?? "") : "", rest];
      else if (isThingBehind) [right, nextLeft] = splitBetween(rest);
      else {
        // 3000名、社区助理3000名: what stands between belongs to the second.
        const joint = /^(?:[、，\s]|以及|和|及|与|并|或)+/u.exec(rest);
        if (leadsOn) {
          right = "";
          nextLeft = rest;
        } else if (joint || isShare) {
          const cut = joint ? 0 : Math.max(0, rest.search(/[、和及与]/u));
          right = joint ? "" : rest.slice(0, cut);
          nextLeft = rest.slice(joint ? joint[0].length : cut);
          nextLeft = nextLeft.replace(/^[、和及与]/u, "");
        } else [right, nextLeft] = splitBetween(rest);
      }
    }
    const before = comparatorBefore(left);
    const own = ownComparator(figure, before, behind?.comparator ?? null);
    const handsOver = RECEIVED_BY.has(left.charCodeAt(endWithoutBlanks(left, left.length) - 1));
    const verb = leadingVerb(trimmed) || (isThingBehind && !handsOver ? (VERB_ENDINGS.endOf(bare)?.word ?? "") : "");
    const ownThing = isThingBehind
      ? thingBehind(right)
      : thingBefore(trimmed, verb, (isShare || right.length <= SHORT_REST) && !MARK_PASSED.test(right) ? right : "");
    const isWhole = index === 0 && verb !== "" && NAMES_ITS_THING.test(verb) && !isThingBehind;
    const borrowed = ownThing === "" && !isWhole ? (last.thing === "" ? carriedThing() : last.thing) : ownThing;
    // 比上年增加1800亿元 says of what went before how much more it is.
    const thing = /^[比较]/u.test(ownThing) && last.thing !== "" ? `${last.thing}（${ownThing}）` : borrowed;
    // A list borrows its verb inside one clause; in a new clause only a figure that stands first does.
    const mayBorrow =
      !handsOver &&
      !isShare &&
      (index > 0 || bare === "" || /^其中/u.test(trimmedStart(left))) &&
      !FLOW_INSIDE.test(bare);
    const isMark = MARK_PASSED.test(rest);
    const { kind, direction } = isMark
      ? { kind: "stock" as const, direction: null }
      : kindOf(figure, left, bare, isThingBehind, last, index > 0);
    const candidate: Candidate = {
      figure,
      left,
      right,
      ownComparator: own,
      comparator: own ?? (isMark ? "atLeast" : "plain"),
      isThingBehind,
      verb: verb || (mayBorrow ? last.verb : ""),
      ownVerb: verb !== "",
      thing,
      kind,
      direction,
      impliedIndicator: ownThing === "",
      group,
      indexInGroup: index,
    };
    candidates.push(candidate);
    last = { verb: candidate.verb, thing: candidate.thing, kind, direction, unit: figure.bareUnit };
    left = nextLeft;
  }
  return candidates;
}

/** 新增就业9000人: the verb holds what is counted, nothing is borrowed. */
const NAMES_ITS_THING = /(?:就业|造林|植树|招生|出栏|融资|贷款|退税)$/u;

/** 全年完成投资: 投资 may be done, but here it is what is counted. */
function endsInNoun(bare: string): boolean {
  const found = VERB_ENDINGS.endOf(bare);
  if (!found) return false;
  const before = bare.slice(0, -found.word.length);
  return (
    /^(?:投资|贷款|融资|就业|治理|改造|服务|补贴|检测|筛查|培训|出口|生产|销售|整治|造林|绿化|诊断|转移就业|新增就业|规划|监测|检查|应用|储备|授权|注册|登记|处理|回收|维护|出栏|送戏下乡|演出|体检|义诊|演出|抽检|接种)$/u.test(
      found.word,
    ) && trimLeading(before, true) !== ""
  );
}

function ownComparator(
  figure: Figure,
  before: { comparator: Comparator } | null,
  behind: Comparator | null,
): Comparator | null {
  if (figure.valueMax !== null) return "range";
  // 左右 weighs more than 达到 or 控制在; 超过…以上 keeps what stands behind.
  if (behind === "about" || before?.comparator === "about") return "about";
  if (behind !== null) return behind;
  if (before) return before.comparator;
  return figure.isMore ? "moreThan" : null;
}

function thingBehind(right: string): string {
  const whole = withoutBlanks(right).replace(/^的/u, "");
  // 具有Ⅱ级水平的县级急救点: what it is stands behind what it has.
  const named = /^(?:具有|符合|以|有)[^，。；]{1,30}的([^的]{2,})$/u.exec(whole)?.[1];
  return (named ?? whole).slice(0, LONGEST_THING).trim();
}

const CHANGES = new EndingList<true>(
  "增长 提高 提升 增加 下降 降低 上升 减少 压减 压缩 翻 分别 同比 年均 均 各 实现 力争"
    .split(" ")
    .map((word) => [word, true]),
);

/** A thing without the change it undergoes: 固定资产投资增长 → 固定资产投资. */
export function withoutChange(thing: string): string {
  let rest = thing;
  for (let found = CHANGES.endOf(rest); found; found = CHANGES.endOf(rest)) rest = rest.slice(0, -found.word.length);
  return rest;
}

function thingBefore(whole: string, verb: string, right: string): string {
  let thing = whole;
  if (verb !== "" && whole.startsWith(verb)) thing = whole.slice(verb.length);
  thing = thing.slice(-LONGEST_THING).trim();
  // 科技人员八成以上工作时间用于科研: a share is of what stands behind it, too.
  if (/^(?:的)?[\u4e00-\u9fff“]/u.test(trimmedStart(right)) && !/^(?:和|及|与|并|或|左右)/u.test(trimmedStart(right)))
    if (withoutBlanks(right).length >= 2) thing += withoutBlanks(right).slice(0, LONGEST_THING / 2);
  return withoutChange(thing) === "" ? "" : thing;
}

/** What a clause without a figure is about, without its verb. */
export function thingOf(clause: string): string {
  const trimmed = trimLeading(withoutBlanks(clause), true);
  return thingBefore(trimmed, leadingVerb(trimmed), "");
}

function kindOf(
  figure: Figure,
  left: string,
  bare: string,
  isThingBehind: boolean,
  last: Carried,
  isLater: boolean,
): { kind: Kind; direction: Direction | null } {
  const rate = rateAtEnd(bare);
  if (figure.unitClass === "share") {
    if (figure.isGrowth) return { kind: "growth", direction: null };
    const isLevel =
      /(?:到|至|为|成)(?:[^\u4e00-\u9fff]*)(?:不低于|不少于|超过|约|近)?$/u.test(trimmedEnd(left)) && rate !== null;
    if (GROWTH_NOUN.test(left) && !/自然增长率/u.test(left))
      return { kind: "growth", direction: /降幅|跌幅|下降/u.test(left) ? "down" : null };
    if (figure.bareUnit.endsWith("百分点") || figure.bareUnit === "倍")
      return { kind: "growth", direction: rate === "down" ? "down" : null };
    if (rate !== null && !isLevel) return { kind: "growth", direction: rate === "down" ? "down" : null };
    if (bare === "" && figure.bareUnit === "%" && last.unit.endsWith("百分点") && /[达到至]$/u.test(trimmedEnd(left)))
      return { kind: "ratio", direction: null };
    if (isLater && bare === "" && (last.kind === "growth" || last.kind === "ratio"))
      return { kind: last.kind, direction: last.direction };
    if (bare === "" && withoutBlanks(left) !== "" && last.kind === "growth" && !isLevel)
      return { kind: "growth", direction: last.direction };
    const direction = /(?:降|减|压缩)[^，。；]{0,3}(?:到|至)/u.test(left) ? "down" : null;
    return { kind: "ratio", direction };
  }
  const falls =
    rate === "down" || (/[到至]/.test(left) && /(?:降|减|压缩|缩短)[^，。；]{0,3}(?:到|至)/u.test(left.slice(-8)));
  const direction: Direction | null = falls ? "down" : null;
  if (figure.bareUnit === "岁" || figure.bareUnit === "周岁") return { kind: "stock", direction };
  if (isThingBehind && !/(?:达到|达|突破|建有|拥有|稳定在|保持在)$/u.test(trimmedEnd(left)))
    return { kind: "flow", direction };
  if (figure.unitClass === "money" && PER_UNIT.test(bare)) return { kind: "stock", direction };
  if (rateOf(figure.unit)) return { kind: "ratio", direction };
  if (
    figure.unitClass !== "money" &&
    /[每万千均单]/.test(bare) &&
    PER_HEAD.test(bare) &&
    !/万人(?:计划|次)/u.test(bare)
  )
    return { kind: "ratio", direction };
  if (figure.bareUnit.length === 2 && figure.bareUnit.endsWith("次")) return { kind: "flow", direction };
  if (/(?:建有|拥有|保有)$/u.test(bare)) return { kind: "stock", direction };
  const isLevel =
    LEVEL_ENDINGS.endOf(withoutPerHead(trimmedEnd(left))) !== undefined && !/不低于$/u.test(trimmedEnd(left));
  if (isLater && bare === "" && last.kind !== null && last.kind !== "ratio")
    return { kind: isLevel && /[到至为]$/u.test(trimmedEnd(left)) ? "stock" : last.kind, direction };
  if (FLOW_INSIDE.test(bare) && !/(?:标准|均值|规模|余额|总量|总数)(?:累计)?$/u.test(bare))
    return { kind: "flow", direction };
  if (isLevel) return { kind: "stock", direction };
  const isStockNoun = STOCK_NOUN.test(bare) && leadingVerb(trimLeading(bare, true)) === "";
  const isConcentration =
    (/立方米$|分贝|\/升$/u.test(figure.bareUnit) && figure.bareUnit.includes("克")) || figure.bareUnit === "分贝";
  if (isStockNoun || isConcentration) return { kind: "stock", direction };
  return { kind: "flow", direction };
}

/** Whether what stands before a figure ends in a word of change (增长, 下降), comparators apart. */
function rateAtEnd(bare: string): Direction | null {
  let rest = bare;
  for (let steps = 0; steps < 3; steps++) {
    const found = RATES.endOf(rest);
    if (found && !/(?:新|净)增$|最高$/u.test(rest)) return found.value;
    const filler = /(?:年均|分别|幅度|比例|左右|目标|预期)$/u.exec(rest);
    if (!filler) return null;
    rest = rest.slice(0, -filler[0].length);
  }
  return null;
}
