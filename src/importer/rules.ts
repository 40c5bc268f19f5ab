/**
 * What a figure says in its clause: what was counted, how it compares, of what kind it is. Two forms carry nearly all promises:
 * verb + figure + thing (建设100个口袋公园) and thing + figure (加装农村公路安全护栏4000公里). In a list the later members borrow the verb.
 */
import { trimmedEnd, trimmedStart, withoutBlanks } from "./blanks";
import { NO_SUBJECT, type Candidate, type Carried, type Group, type Subject } from "./candidates";
import { comparatorBefore, comparatorBehind, ownComparator } from "./comparators";
import { isFlowInside, kindOf, withoutRate } from "./kinds";
import { HANDING_OVER, LIST_SEPARATOR, VERBS } from "./lexicon";
import { codesOf, type Figure } from "./patterns";
import { bareLeft, beginsThing, endWithoutBlanks, leadingVerb, trimLeading } from "./phrases";
import { EndingList } from "./wordList";

const VERB_ENDINGS = new EndingList<true>(VERBS.map((word) => [word, true]));
const HANDING_OVER_ENDINGS = new EndingList<true>(HANDING_OVER.map((word) => [word, true]));

const LONGEST_THING = 36;
const SHORT_REST = 12; // 降低企业成本18条措施: what stands behind closes the name
/** 迈上2000亿元台阶, 突破100亿元大关: a level that is to be passed. */
const MARK_PASSED = /^(?:的)?(?:新)?(?:大关|台阶|关口)/u;
/** 由113元提高到123元: what stands between leads to the second. */
const CHANGING_TO = /^[^、，]{0,6}(?:到|至|为)[^、，]{0,6}$/u;
/** 8个集群产值突破100亿元: what stands between is said of the second, which reaches a level. */
const LEADING_ON = /^([^、，和及与]{2,20}?)(?:分别|均)?(?:达到?|超过|突破|稳定在|保持在|控制在|不低于)$/u;
/** 为200万名学生: who receives it stands behind. */
const RECEIVED_BY = codesOf("对为向给将把");
const JOINS = new RegExp(`^(?:${LIST_SEPARATOR.source})`, "u");
const JOINED = /^(?:[、，\s]|以及|和(?![谐美平田])|及|与|并|或)+/u;
const SEPARATORS = new RegExp(LIST_SEPARATOR.source, "gu");
/** 改善青禾、云岭两县300户…: the verb, and where. */
const PLACES_ENDING =
  /^[\u4e00-\u9fff、（）()]{1,20}?(?:[两三四五六七八九十各\d]+个?)?(?:县|市|县区|区县|镇|乡|村|街道|社区|省|州)$/u;

const ALONE = { subject: () => NO_SUBJECT };

/** A figure with how its clause is cut around it. */
interface Cut {
  readonly figure: Figure;
  readonly left: string;
  /** Behind the figure and its comparator, up to the next figure or the end. */
  readonly rest: string;
  readonly bare: string;
  /** The bare left without what introduces it. */
  readonly trimmed: string;
  readonly isThingBehind: boolean;
}

/**
 * Reads the figures of one clause.
 * @param carried what the clause before leaves to this one
 * @param beside tells what the clause before is about, asked for only where this one has no thing of its own
 */
export function readClause(
  text: string,
  clause: { readonly start: number; readonly end: number },
  figures: readonly Figure[],
  carried: Carried,
  beside: { subject(): Subject } = ALONE,
): Candidate[] {
  const [first] = figures;
  if (!first) return [];
  const isDistributed = figures.length > 1 && /分别|各|均|都/u.test(text.slice(clause.start, first.start));
  const group: Group = { isDistributed };
  const candidates: Candidate[] = [];
  let left = text.slice(clause.start, first.start);
  let last = carried;
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1];
    const toNext = withoutOtherUnit(figure, text.slice(figure.end, next?.start ?? clause.end));
    const behind = comparatorBehind(toNext);
    const cut = cutAround(figure, left, behind ? toNext.slice(behind.length) : toNext, next !== undefined, index > 0);
    const [right, nextLeft] = next ? splitBetween(cut) : [cut.rest, ""];
    const comparator = ownComparator(figure, comparatorBefore(left), behind?.comparator ?? null);
    const candidate = candidateOf(cut, right, comparator, last, group, index > 0, beside);
    candidates.push(candidate);
    last = {
      // 投资880万元新建甲、乙3座公园: what is built is not spent.
      verb:
        (/投[资入]$/u.test(candidate.verb) && candidate.isThingBehind && leadingVerb(candidate.thing)) ||
        candidate.verb,
      thing: candidate.thing,
      kind: candidate.kind,
      direction: candidate.direction,
      unit: figure.bareUnit,
      isWhole: false,
    };
    left = nextLeft;
  }
  return candidates;
}

/** 2.5万套（间）危旧房: the other word for the unit names nothing. */
function withoutOtherUnit({ unitClass }: Figure, right: string): string {
  return unitClass === "count" && right.startsWith("（") ? right.replace(/^（[\u4e00-\u9fff]{1,2}）/u, "") : right;
}

function cutAround(figure: Figure, left: string, rest: string, hasNext: boolean, isLater: boolean): Cut {
  let bare = namedBefore(
    bareLeft(left)
      .replace(LABEL_BEFORE, "")
      .replace(MONEY_SIZE, "")
      .replace(PLACED_HEAD, "")
      .replace(ITEM_BEFORE, "")
      .replace(DONE_TO_BEFORE, ""),
    left,
    figure,
    rest,
    isLater,
  );
  bare = lastOfDone(bare);
  // 、全国重点实验室2家: within a list 全国 belongs to the name.
  let trimmed = isLater && /^全[国省市县区州]/u.test(bare) ? bare : trimLeading(bare, true);
  const verb = leadingVerb(trimmed);
  const begun = trimmedStart(rest);
  const isNamedBehind =
    beginsThing(begun) && !JOINS.test(begun) && !/^等(?:$|[，。；])/u.test(begun) && !/^并(?![网购行发])/u.test(begun);
  if (isNamedBehind && isListOf(figure, trimmed.slice(verb.length))) bare = trimmed = verb;
  if (isNamedBehind && verb !== "" && PLACES_ENDING.test(trimmed.slice(verb.length))) bare = trimmed = verb;
  const endsInVerb =
    bare === "" ||
    trimmed === "" ||
    (VERB_ENDINGS.endOf(bare) !== undefined && !endsInNoun(bare)) ||
    HANDING_OVER_ENDINGS.endOf(bare) !== undefined;
  const leadsOn = hasNext && (CHANGING_TO.test(rest) || leadingOn(rest) !== null);
  const isThingBehind =
    figure.unitClass !== "share" && endsInVerb && isNamedBehind && !(leadsOn && leadingOn(rest) === null);
  return { figure, left, rest, bare, trimmed, isThingBehind };
}

/** 建设商圈、新增碧道100公里: another thing is done before it. 新建、改建 is done to one. */
function lastOfDone(bare: string): string {
  const found = bare.includes("、") ? DONE_BEFORE.exec(bare) : null;
  if (found?.[1] === undefined) return bare;
  const before = trimLeading(found[1], true);
  const verb = leadingVerb(before);
  return verb !== "" && before.length > verb.length + 1 ? bare.slice(found[1].length + 1) : bare;
}
const DONE_BEFORE =
  /^(.{3,})、(?=(?:新增|新建|新改|改建|扩建|建成|完成|改造|打造|引进|培育|确保|力争|实现|举办|开展|发放|整治|修建|安装|推广|开通)[\u4e00-\u9fff“])/u;

/**
 * What stands before a count where the thing counted stands behind: nothing of what is only listed beside it (市本级、3个县), of a
 * place (主城区10座书房开馆), of what it is done to (对甲、乙等359亩土地进行盘活) or where (在30个县建设服务中心).
 */
function namedBefore(bare: string, left: string, { unitClass }: Figure, rest: string, isLater: boolean): string {
  if (unitClass === "share" || unitClass === "money" || bare === "") return bare;
  const begun = trimmedStart(rest);
  if (isLater || !beginsThing(begun) || JOINS.test(begun)) return bare;
  if (PLACE_ALONE.test(bare)) return "";
  const trimmed = trimLeading(bare, true);
  if (PLACES_COUNTED.test(bare)) return leadingVerb(trimmed);
  if (DONE_TO.test(left) && !/^(?:进行|予以)/u.test(begun)) return "";
  if (/^[对在]/u.test(bare) && (HANDLED.test(rest) || PLACED.test(rest))) return "";
  // 完成甲改造、乙治理和5座水库加固: what is only listed beside it.
  return /[、和及与]$/u.test(bare) ? leadingVerb(trimmed) : bare;
}
/** 总投资53亿元的甲、乙等10个项目: how large they are is no part of their name. */
const MONEY_SIZE = /(?:概算|估算|计划)?总?投资(?:约|近|超过?|达)?[\d.]+[余多]?[万亿]+元的/gu;
/** 在甲、乙等7个重点县建设果菜基地5万亩: where is no part of it either. */
const PLACED_HEAD =
  /^.{0,12}在[^，。；]{0,40}?\d+个?[\u4e00-\u9fff]{0,4}?(?:县|区|市|乡镇|镇|村|社区|小区|学校|园区|街道)(?:[（(][^（）()]{1,8}[）)])?(?:[和、及][\u4e00-\u9fff]{2,8}?)?(?=(?:增补|补充|建设|新建|开展|实施|推广|布局|试点|设立|建成|发展|改造|硬化|安装|铺设|新增|增设|创建|整治|维修|架设|新修).)/u;
/** ①北路建设②新修12条农村路: the item before is another. */
const ITEM_BEFORE = /^.*[①-⑳]/u;
/** 【市教育局】新建…: who does it is no part of it either. */
const LABEL_BEFORE = /^[\s　\d.、．]*(?:[【［[][^】］\]]{1,24}[】］\]]|[（(][^（）()]{2,16}(?:局|委|厅|办|中心)[）)])/u;
/** 维护项目将对各乡镇老化闸门467处进行维修: who does it, and 对. */
const DONE_TO_BEFORE = /^[^，。；]{0,24}?(?:将|要|拟|计划)对(?:各[县镇乡村社区]{1,3}|全[省市县区])?/u;
/** 将对全县农村27座处理站进行改造: what it is done to stands behind. */
const DONE_TO = /(?:^|将|要|拟|计划|[，、])对(?:全[省市县区]|各[县镇乡]{1,2})?(?:农村|城区|城市|县城)?\s*$/u;
const PLACE_ALONE =
  /^(?:加快|推进|推动)?(?:主城区|中心城区|市本级|县本级|城区|县城|农村|城市|其他|其余|剩余|首批|第一批)$/u;
/** 甲、乙等6个乡镇41个村的项目. */
const PLACES_COUNTED = /[\d一二三四五六七八九十]+个?(?:县|乡镇|乡|镇|街道|社区)$/u;
const HANDLED = /^[^，。；]{1,16}(?:进行|予以)[\u4e00-\u9fff]/u;
const PLACED =
  /^[\u4e00-\u9fff（）()]{0,6}?(?:县|区|市|乡镇|镇|村|社区|小区|学校|园区|街道|景区)(?:建设|新建|开展|实施|推广|布局|试点|设立|建成|发展)/u;

/** 推进甲线、乙库等12个项目, 推动甲、乙、丙3个园区: some or all of what is counted, by name; what they are stands behind. */
function isListOf({ unitClass, value }: Figure, names: string): boolean {
  if (unitClass !== "count") return false;
  if (/等$/u.test(names)) return true;
  const count = names.split(LIST_SEPARATOR).length;
  return count > 1 && count === value;
}

function leadingOn(rest: string): string | null {
  return LEADING_ON.exec(rest)?.[1] ?? null;
}

/** What stands between two figures: what of it belongs to the first, and what to the second. */
function splitBetween({ figure, rest, isThingBehind }: Cut): [right: string, nextLeft: string] {
  const named = leadingOn(rest);
  if (named !== null) return [isThingBehind ? named : "", rest];
  if (isThingBehind) return HANDED_ON.test(rest) ? [rest, rest] : atLastSeparator(rest);
  if (CHANGING_TO.test(rest)) return ["", rest];
  // 3000名、社区助理3000名: what stands between belongs to the second.
  const joint = JOINED.exec(rest);
  if (joint) return ["", withoutJoint(rest.slice(joint[0].length))];
  if (figure.unitClass !== "share") return atLastSeparator(rest);
  const cut = Math.max(0, rest.search(LIST_SEPARATOR));
  return [rest.slice(0, cut), withoutJoint(rest.slice(cut))];
}
/** 2000万元用于1.5万名残疾人的康复: said of the first, and before the second. */
const HANDED_ON = /^[，\s]*(?:专项|主要|全部)?用于$/u;
const withoutJoint = (text: string) => text.replace(/^(?:[、及与]|和(?![谐美平田]))/u, "");

/** The first figure has the stretch up to the last 、 or 和, the second what stands behind it. */
function atLastSeparator(between: string): [string, string] {
  let cut = -1;
  let length = 1;
  for (const match of between.matchAll(SEPARATORS)) {
    cut = match.index;
    length = match[0].length;
  }
  return cut < 0 ? [between, ""] : [between.slice(0, cut), between.slice(cut + length)];
}

function candidateOf(
  cut: Cut,
  right: string,
  own: Candidate["ownComparator"],
  last: Carried,
  group: Group,
  isLater: boolean,
  beside: { subject(): Subject },
): Candidate {
  const { figure, left, bare } = cut;
  const isMark = MARK_PASSED.test(cut.rest);
  const isThingBehind = cut.isThingBehind && !isMark;
  const ownVerb = verbOf(cut);
  const ownThing = isThingBehind ? thingBehind(right) : thingBefore(cut, ownVerb, right, isMark);
  // 新增就业9000人: the verb holds what is counted, nothing is borrowed.
  const isWhole = !isLater && ownVerb !== "" && NAMES_ITS_THING.test(ownVerb) && !isThingBehind;
  const asked = ownThing === "" && !isWhole && last.thing === "" ? beside.subject() : NO_SUBJECT;
  const before = COUNTED.test(asked.thing) ? NO_SUBJECT : asked;
  const isOther = ownVerb !== "" && isOtherThing(ownVerb, last, figure);
  const borrowed = ownThing !== "" || isWhole ? ownThing : (isOther ? "" : thingOf(last, figure)) || before.thing;
  const verb = ownVerb || (mayBorrowVerb(cut, last, isLater) ? last.verb || before.verb : "");
  const { kind, direction } = isMark
    ? { kind: "stock" as const, direction: null }
    : kindOf({ figure, left, bare, isThingBehind, last, isLater });
  const isChange = kind === "growth" || (kind === "flow" && direction !== null && !isThingBehind);
  return {
    figure,
    left,
    right,
    ownComparator: own,
    comparator: own ?? (isMark ? "atLeast" : "plain"),
    isThingBehind,
    verb,
    ownVerb: ownVerb !== "",
    thing: isChange ? withoutChange(borrowed) || borrowed : borrowed,
    kind,
    direction,
    impliedIndicator: ownThing === "",
    group,
  };
}

/** 培训2600人: a clause that has a figure of its own lends no name. */
const COUNTED = /\d[\d.]*[万亿]?[\u4e00-\u9fff%]{0,4}$/u;
/** 新建学校3所，培训900人: who is trained is no school. 开工、竣工 go on with the same thing. */
function isOtherThing(verb: string, last: Carried, { bareUnit, unitClass }: Figure): boolean {
  if (last.thing === "" || last.unit === "" || STAGE.test(verb)) return false;
  if (unitClass !== "count") return unitClass === "money" && last.unit !== bareUnit;
  return last.unit !== bareUnit || (last.verb === "" && isFlowInside(last.thing));
}
const STAGE = /开工|竣工|建成|投产|投用|完工|交付|落地|验收/u;

/** 接待游客90万人次，增长8%: the growth is of what was done. */
function thingOf({ kind, verb, thing }: Carried, { unitClass }: Figure): string {
  const isGrowing = unitClass === "share" && kind === "flow" && verb !== "" && thing !== "" && !thing.startsWith(verb);
  return isGrowing && !BRINGS_ABOUT.test(verb) ? verb + thing : thing;
}
/** They bring about what they stand before, and are no part of its name. */
export const BRINGS_ABOUT = /^(?:实现|完成|推动|推进|促进|保持|保障|支持|确保|带动|提升|落实|投资|建设|实施)$/u;

function handsOver(left: string): boolean {
  return RECEIVED_BY.has(left.charCodeAt(endWithoutBlanks(left, left.length) - 1));
}

function verbOf({ left, bare, trimmed, isThingBehind }: Cut): string {
  const leading = leadingVerb(trimmed);
  // 完成新增50辆公交车: what is completed is done.
  if (isThingBehind && /^(?:完成|实现)$/u.test(leading)) {
    const rest = trimmed.slice(leading.length);
    if (VERB_ENDINGS.endOf(rest)?.word === rest && !DONE_OR_COUNTED.test(rest)) return rest;
  }
  // 利用闲置厂房改造建设3个市场: how it is done, and then what is done.
  const own = isThingBehind && /^(?:利用|应用)$/u.test(leading) ? VERB_ENDINGS.endOf(bare)?.word : undefined;
  if (own !== undefined && own !== leading) return own;
  return leading || (isThingBehind && !handsOver(left) ? (VERB_ENDINGS.endOf(bare)?.word ?? "") : "");
}

/** A list borrows its verb inside one clause; in a new clause only a figure that stands first does, and a plain count of things in the same unit. */
function mayBorrowVerb({ figure, left, bare }: Cut, last: Carried, isLater: boolean): boolean {
  if (handsOver(left) || figure.unitClass === "share" || isFlowInside(bare)) return false;
  if (isLater || bare === "" || last.isWhole || trimmedStart(left).startsWith("其中")) return true;
  const isListed = last.kind === "flow" && figure.unitClass === "count" && figure.bareUnit === last.unit;
  return isListed && bare === trimmedEnd(left) && !/[人数量率额]$/u.test(bare) && trimLeading(bare, true) === bare;
}

const NAMES_ITS_THING = /(?:就业|下乡|造林|植树|招生|出栏|融资|贷款|退税)$/u;

/** 全年完成投资: 投资 may be done, but here it is what is counted. */
function endsInNoun(bare: string): boolean {
  const found = VERB_ENDINGS.endOf(bare);
  if (!found || !DONE_OR_COUNTED.test(found.word)) return false;
  return trimLeading(bare.slice(0, -found.word.length), true) !== "";
}
const DONE_OR_COUNTED =
  /^(?:投资|贷款|融资|就业|治理|改造|服务|补贴|检测|筛查|培训|出口|生产|销售|整治|造林|绿化|诊断|转移就业|新增就业|规划|监测|检查|应用|储备|授权|注册|登记|处理|回收|维护|出栏|送戏下乡|演出|体检|义诊|抽检|接种)$/u;

function thingBehind(right: string): string {
  const whole = withoutBlanks(right).replace(/^(?:(?:村|乡镇|镇|县|社区|小区)?的|口(?=的)的?)/u, "");
  // 具有Ⅱ级水平的县级急救点: what it is stands behind what it has.
  const named = /^(?:具有|符合|有)[^，。；]{1,30}的([^的]{2,})$/u.exec(whole)?.[1];
  return (named ?? whole).slice(0, LONGEST_THING).trim();
}

/** 比上年增加1800亿元, 剔除一次性因素增长9%, 按可比价格计算: how it is reckoned, not what. */
const RECKONED = /^(?:比|较|与|剔除|扣除|按可比|可比|同口径|按[^，。；]{1,8}(?:计算|口径)|不含|不计)/u;
/** 按3%安排, 以上水平: what closes a share names nothing. */
const CLOSING = /^(?:和|及|与|并|或|左右|安排|掌握|测算|控制|执行|实施|达成|水平|目标|的目标|幅度)/u;

function thingBefore({ trimmed, figure }: Cut, verb: string, right: string, isMark: boolean): string {
  const whole = verb !== "" && trimmed.startsWith(verb) ? trimmed.slice(verb.length) : trimmed;
  let thing = whole.slice(-LONGEST_THING).trim();
  if (RECKONED.test(thing)) return "";
  const isShare = figure.unitClass === "share";
  const closing = trimmedStart(right);
  // 科技人员八成以上工作时间用于科研: a share is of what stands behind it, too.
  if ((isShare || right.length <= SHORT_REST) && !isMark && /^(?:的)?[\u4e00-\u9fff“]/u.test(closing))
    if (!CLOSING.test(closing) && withoutBlanks(right).length >= 2)
      thing += withoutBlanks(right).slice(0, LONGEST_THING / 2);
  return withoutChange(thing) === "" ? "" : thing;
}

const YARDSTICK = /(?:比|较)(?:上年|去年|上一年|20\d\d年)[^，。；]{0,6}$/u;
const CHANGES =
  /(?:增长|提高|提升|增加|下降|降低|上升|减少|压减|压缩|翻|(?:目标|预期)?(?:设定为|确定为|定为)|预期|拟|分别|同比|年均|(?<!平)均|各|实现|力争|累计|净|再)$/u;

/** A thing without the change it undergoes: 固定资产投资增长 → 固定资产投资. */
export function withoutChange(thing: string): string {
  let rest = withoutRate(thing).replace(YARDSTICK, "");
  for (let found = CHANGES.exec(rest); found; found = CHANGES.exec(rest)) rest = rest.slice(0, -found[0].length);
  return rest;
}

/** What a clause without a figure is about. */
export function subjectOfClause(clause: string): Subject {
  const trimmed = trimLeading(withoutBlanks(clause), true);
  const verb = leadingVerb(trimmed);
  return { verb, thing: trimmed.slice(verb.length).slice(-LONGEST_THING).trim() };
}
