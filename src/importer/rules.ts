/**
 * What a figure says in its clause: what was counted, how it compares, of what kind it is. Two forms carry nearly all promises:
 * verb + figure + thing (建设100个口袋公园) and thing + figure (加装农村公路安全护栏4000公里). In a list the later members borrow the verb.
 */
import { trimmedEnd, trimmedStart } from "./blanks";
import { carriedFrom } from "./carriedOn";
import { NO_SUBJECT, type Candidate, type Carried, type Group, type Subject } from "./candidates";
import {
  cutAround,
  splitBetween,
  THOSE_OF_A_PLACE,
  untilMarks,
  VERB_ENDINGS,
  withoutOtherUnit,
  type Cut,
} from "./clauseCut";
import { comparatorBefore, comparatorBehind, ownComparator } from "./comparators";
import { isFlowInside, kindOf } from "./kinds";
import { codesOf, type Figure } from "./patterns";
import { DONE_OR_COUNTED, endWithoutBlanks, leadingVerb, trimLeading } from "./phrases";
import { thingBefore, thingBehind, withoutChange } from "./things";

/** 迈上2000亿元台阶, 突破100亿元大关: a level that is to be passed. */
const MARK_PASSED = /^(?:的)?(?:新)?(?:大关|台阶|关口)/u;
/** 为200万名学生: who receives it stands behind. */
const RECEIVED_BY = codesOf("对为向给将把让使");
/** 分别增长…, A和B保持在1000万亩、400万吨以上: what compares one compares all. */
function saidOfEach(text: string, start: number, first: Figure, second: Figure | undefined): boolean {
  const head = text.slice(start, first.start);
  return (
    /分别|各|均|都/u.test(head) ||
    (NAMES_REACHING.test(head) && /^[、和]$/u.test(text.slice(first.end, second?.start ?? first.end)))
  );
}
const NAMES_REACHING = /[、和与及][^，。；\d]{2,12}(?:保持在|稳定在|达到?|控制在|不低于|突破|超过)$/u;
/** 铺设供水管网，全长8公里: of what stands before. */
const HOW_LONG = /^(?:全长|总长度?|全线长)$/u;
const ALONE = { subject: () => NO_SUBJECT };

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
  const isDistributed = figures.length > 1 && saidOfEach(text, clause.start, first, figures[1]);
  const group: Group = { isDistributed };
  const candidates: Candidate[] = [];
  let left = text.slice(clause.start, first.start);
  let last = carried;
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1];
    const between = text.slice(figure.end, next?.start ?? clause.end);
    const toNext = withoutOtherUnit(figure, next ? between : untilMarks(between));
    const behind = comparatorBehind(toNext);
    const cut = cutAround(figure, left, behind ? toNext.slice(behind.length) : toNext, next !== undefined, index > 0);
    const [right, nextLeft] = next ? splitBetween(cut) : [cut.rest, ""];
    const comparator = ownComparator(figure, comparatorBefore(left), behind?.comparator ?? null);
    const candidate = candidateOf(cut, right, comparator, last, group, index > 0, beside);
    candidates.push(candidate);
    // 投资880万元新建甲、乙3座公园: what is built is not spent.
    const built = /投[资入]$/u.test(candidate.verb) && candidate.isThingBehind ? leadingVerb(candidate.thing) : "";
    last = { ...carriedFrom(candidate), verb: built || candidate.verb };
    left = nextLeft;
  }
  return candidates;
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
  const said = isThingBehind ? thingBehind(right) : thingBefore(cut, ownVerb, right, isMark).replace(HOW_LONG, "");
  // 生产总值达到110亿元、人均达到4.6万元: of the same, by head.
  const ownThing = PER_HEAD_OF.test(said) ? said + last.thing : said;
  // 新增就业9000人: the verb holds what is counted, nothing is borrowed.
  const isWhole = !isLater && ownVerb !== "" && NAMES_ITS_THING.test(ownVerb) && !isThingBehind;
  const hired = hiredOf(ownThing, last, figure, left);
  const ofSuch = OF_SUCH.test(ownThing) && last.unit === figure.bareUnit && last.thing !== "";
  const ofSame = isSuchOf(ownThing, last, figure, left);
  const asked = ownThing === "" && !isWhole && last.thing === "" ? beside.subject() : NO_SUBJECT;
  const before = COUNTED.test(asked.thing) ? NO_SUBJECT : asked;
  const isOther = ownVerb !== "" && isOtherThing(ownVerb, last, figure);
  const borrowed =
    hired ??
    (ofSame
      ? ownThing + (SEATS.exec(last.thing)?.[0] ?? "")
      : ofSuch
        ? ownThing + last.thing.replace(AS_LARGE, "")
        : ownThing !== "" || isWhole
          ? ownThing
          : (isOther ? "" : thingOf(last, figure)) || before.thing);
  const saysItself = hired !== null || (isThingBehind && DONE_BEHIND.test(ownThing));
  const verb = ownVerb || (!saysItself && mayBorrowVerb(cut, last, isLater) ? last.verb || before.verb : "");
  const { kind, direction } = isMark
    ? { kind: "stock" as const, direction: null }
    : kindOf({ figure, left, bare, isThingBehind, last, isLater });
  const isChange = kind === "growth" || (kind === "flow" && direction !== null && !isThingBehind);
  // 其中出口增长12%: what may be done is here what grows.
  if (kind === "growth" && ownThing === "" && DONE_OR_COUNTED.test(ownVerb))
    return {
      ...{ figure, left, right, ownComparator: own, comparator: own ?? "plain", isThingBehind, kind, direction, group },
      ...{ verb: "", ownVerb: false, thing: ownVerb, impliedIndicator: false },
    };
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

/** 新增学位5000个，其中幼儿园420个: as many of the same, at the place that is named. */
function isSuchOf(thing: string, { thing: last, unit }: Carried, { bareUnit }: Figure, left: string): boolean {
  return (
    SEATS.test(last) &&
    unit === bareUnit &&
    SUCH_PLACE.test(thing) &&
    !SEATS.test(thing) &&
    leadingVerb(left.trimStart()) === ""
  );
}
/** 新增城镇就业8000人，其中高校毕业生2000人: who of them finds work, and is not added. */
function hiredOf(thing: string, last: Carried, { bareUnit }: Figure, left: string): string | null {
  const isHired = HIRED.test(last.verb + last.thing) && last.unit === bareUnit && trimmedStart(left).startsWith("其中");
  return isHired && WHO.test(thing) ? `${thing}就业` : null;
}
const HIRED = /就业$/u;
const WHO = /^[^，。；、\d]{0,12}(?:人员|毕业生|青年|劳动力|人口|农民工|退役军人|妇女|残疾人|学生|群体)$/u;
const SEATS = /(?:学位|床位|停车位|泊位|托位|车位)$/u;
const SUCH_PLACE =
  /^[^，。；、\d]{0,6}(?:幼儿园|小学|初中|高中|中学|中小学|学校|医院|卫生院|机构|路内|路外|城区|县城|市区)$/u;
const PER_HEAD_OF = /^[人户亩地]均$/u;
/** 办结积案40件，其中三年以上10件: which of them. */
const OF_SUCH = /^[^，。；、]{2,10}以[上下内]$/u;
/** 亿元以上项目: the size in a name. */
export const AS_LARGE = /^[^，。；、]{2,8}以[上下](?:的)?(?=.{2})/u;
/** 培训2600人: a clause that has a figure of its own lends no name. */
const COUNTED = /\d[\d.]*[万亿]?[\u4e00-\u9fff%]{0,4}(?<!率)$/u;
/** 新建学校3所，培训900人: who is trained is no school. 开工、竣工 go on with the same thing. */
function isOtherThing(verb: string, last: Carried, { bareUnit, unitClass }: Figure): boolean {
  if (last.thing === "" || last.unit === "" || STAGE.test(verb)) return false;
  // 造林2万亩、抚育3万亩: an act that needs no thing lends none.
  if (ACT_ALONE.test(last.thing)) return true;
  if (unitClass !== "count") return unitClass === "money" && last.unit !== bareUnit;
  return last.unit !== bareUnit || (last.verb === "" && isFlowInside(last.thing));
}
/** 10个项目确保建成通车: what becomes of it stands behind. */
const DONE_BEHIND =
  /(?:建成|开工|竣工|投产|投用|通车|完工|投入使用|开业)$|^[\u4e00-\u9fff]{0,12}?(?:接入|用上|喝上|通上|住进|享受|参加|赴|通过|达到|纳入|入选|获评|获得|实现)[\u4e00-\u9fff“]{2,}|^(?:县|市|区|乡镇|村|社区|学校|企业|园区|医院|县（市、区）)(?:全面)?(?:推行|开展|实施|建立|启动|实现|完成|建成)/u;
const ACT_ALONE = /^(?:人工|营|植树|荒山)?造林$|^(?:植树|绿化|退耕还林|招商引资)$/u;
const STAGE = /开工|竣工|建成|投产|投用|完工|交付|落地|验收/u;

/** 接待游客90万人次，增长8%: the growth is of what was done. 公路投资2亿元，新改建18公里: the money is not what is built. */
function thingOf({ kind, verb, thing, unit }: Carried, { unitClass, bareUnit }: Figure): string {
  if (unit !== bareUnit && unitClass === "measure" && INVESTED.test(thing)) return thing.replace(INVESTED, "");
  const isGrowing = unitClass === "share" && kind === "flow" && verb !== "" && thing !== "" && !thing.startsWith(verb);
  return isGrowing && !BRINGS_ABOUT.test(verb) ? verb + thing : thing;
}
const INVESTED = /(?<=.{2})(?:建设)?投资额?$/u;
/** They bring about what they stand before, and are no part of its name. */
export const BRINGS_ABOUT = /^(?:实现|完成|推动|推进|促进|保持|保障|支持|确保|带动|提升|落实|投资|建设|实施)+$/u;

function handsOver(left: string): boolean {
  return RECEIVED_BY.has(left.charCodeAt(endWithoutBlanks(left, left.length) - 1)) || THOSE_OF_A_PLACE.test(left);
}

const JOINT = /[^、及和并与]{3}(?:以及|[、及和并与])$/u;
function verbOf({ left, bare, trimmed, isThingBehind }: Cut): string {
  const leading = leadingVerb(trimmed);
  // 完成甲改造及建设3个公园: the last of what is done.
  const ending = isThingBehind && leading.length < trimmed.length ? VERB_ENDINGS.endOf(bare)?.word : undefined;
  if (ending !== undefined && JOINT.test(bare.slice(0, -ending.length))) {
    const joint = bare.slice(0, -ending.length);
    const first = VERB_ENDINGS.endOf(joint.replace(/(?:以及|[、及和并与])$/u, ""))?.word;
    // 引进和培养人才 does both; 甲改造及建设公园 the last.
    return first !== undefined && !DONE_OR_COUNTED.test(first) && /[及和]$/u.test(joint)
      ? first + joint.slice(-1) + ending
      : ending;
  }
  // 完成新增50辆公交车: what is completed is done.
  if (isThingBehind && /^(?:完成|实现)$/u.test(leading)) {
    const rest = trimmed.slice(leading.length);
    if (VERB_ENDINGS.endOf(rest)?.word === rest && !DONE_OR_COUNTED.test(rest)) return rest;
  }
  // 实施并完成4处修缮工程.
  const last = isThingBehind && /^(?:实施|启动|推进)并/u.test(trimmed) ? leadingVerb(trimmed.slice(3)) : "";
  if (last !== "" && last.length + 3 === trimmed.length) return last;
  // 推进建设10个示范点: it is built.
  const firm = isThingBehind && /^(?:推进|推动|加快|抓好|启动)$/u.test(leading) ? trimmed.slice(leading.length) : "";
  if (/^(?:建设|创建|打造|培育|实施|新建|改造)$/u.test(firm)) return firm;
  // 利用闲置厂房改造建设3个市场: how it is done, and then what is done.
  const own = isThingBehind && /^(?:利用|应用)$/u.test(leading) ? VERB_ENDINGS.endOf(bare)?.word : undefined;
  if (own !== undefined && own !== leading) return own;
  // 农路改造80公里、养护改善工程20公里: a name of work.
  if (!isThingBehind && leading.length > 3 && WORK_ALONE.test(trimmed.slice(leading.length))) return "";
  return leading || (isThingBehind && !handsOver(left) ? (VERB_ENDINGS.endOf(bare)?.word ?? "") : "");
}

const WORK_ALONE = /^(?:工程|项目|行动)$/u;
/** A list borrows its verb inside one clause; in a new clause only a figure that stands first does, and a plain count of things in the same unit. */
function mayBorrowVerb({ figure, left, bare, trimmed }: Cut, last: Carried, isLater: boolean): boolean {
  if (/[程目动]$/u.test(trimmed)) {
    const verb = leadingVerb(trimmed);
    if (verb.length > 3 && WORK_ALONE.test(trimmed.slice(verb.length))) return false;
  }
  if (handsOver(left) || figure.unitClass === "share" || isFlowInside(bare)) return false;
  // 实现100项审批“刷脸办”: nothing of what was built before.
  if (!isLater && bare === "" && trimmedEnd(left).endsWith("实现")) return false;
  if (isLater || bare === "" || HOW_LONG.test(bare) || last.isWhole || trimmedStart(left).startsWith("其中"))
    return true;
  const isListed = last.kind === "flow" && figure.unitClass === "count" && figure.bareUnit === last.unit;
  // 资助专家不少于60名，高层次人才不少于90名.
  return (
    isListed &&
    bare === trimmedEnd(left).replace(/(?:不少于|至少)$/u, "") &&
    !/[人数量率额]$/u.test(bare) &&
    trimLeading(bare, true) === bare
  );
}

const NAMES_ITS_THING = /(?:就业|下乡|造林|植树|招生|出栏|融资|贷款|退税)$/u;
