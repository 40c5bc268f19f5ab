/**
 * How a clause is cut around its figures: what before one belongs to it, and what of the words between two belongs to which. Where it is
 * done, to whom and by whom is cut off: 在甲、乙等7个县建设基地5万亩.
 */
import { trimmedStart } from "./blanks";
import { COMMON_BUREAU, LEVELLED_NAME, UNIT_GLUED } from "./authorityNames";
import { DONE_THERE } from "./scopeSigns";
import { HANDING_OVER, LIST_SEPARATOR, VERBS } from "./lexicon";
import type { Figure } from "./patterns";
import { bareLeft, beginsThing, DONE_OR_COUNTED, leadingVerb, trimLeading } from "./phrases";
import { EndingList } from "./wordList";

/** Verbs, where a text ends in one. */
export const VERB_ENDINGS = new EndingList<true>(VERBS.map((word) => [word, true]));
const HANDING_OVER_ENDINGS = new EndingList<true>(HANDING_OVER.map((word) => [word, true]));

/** 由113元提高到123元: what stands between leads to the second. */
const CHANGING_TO = /^[^、，]{0,6}(?:到|至|为)[^、，]{0,6}$/u;
/** 8个集群产值突破100亿元, 5个县（市、区）产值超过9亿元: what stands between is said of the second, which reaches a level. */
const LEADING_ON =
  /^((?:[^、，（）和及与]|（[^（）]{1,8}）){2,20}?)(?:分别|均)?(?:达到?|超过|突破|稳定在|保持在|控制在|不低于)$/u;
const JOINS = new RegExp(`^(?:${LIST_SEPARATOR.source})`, "u");
const JOINED = /^(?:[、，\s]|以及|和(?![谐美平田])|及|与|并|或)+/u;
const SEPARATORS = new RegExp(LIST_SEPARATOR.source, "gu");
/** 改善青禾、云岭两县300户…: the verb, and where. */
const PLACES_ENDING =
  /^[\u4e00-\u9fff、（）()]{1,20}?(?:[两三四五六七八九十各\d]+个?)?(?:县|市|县区|区县|镇|乡|村|街道|社区|省|州)$/u;

/** A figure with how its clause is cut around it. */
export interface Cut {
  readonly figure: Figure;
  readonly left: string;
  /** Behind the figure and its comparator, up to the next figure or the end. */
  readonly rest: string;
  readonly bare: string;
  /** The bare left without what introduces it. */
  readonly trimmed: string;
  readonly isThingBehind: boolean;
}

/** 40套、平方米公寓: the number before the second unit was lost; the name goes on behind it. */
export const LOST_NUMBER = /^、[.．]?\d*[\d.]*万?(?:平方米|平米|公里|立方米)(?=[\u4e00-\u9fff]{2})/u;

/** 2.5万套（间）危旧房: the other word for the unit names nothing. */
export function withoutOtherUnit({ unitClass }: Figure, whole: string): string {
  const right = unitClass === "count" ? whole.replace(LOST_NUMBER, "") : whole;
  return unitClass === "count" && right.startsWith("（") ? right.replace(/^（[\u4e00-\u9fff]{1,2}）/u, "") : right;
}

export function cutAround(figure: Figure, left: string, rest: string, hasNext: boolean, isLater: boolean): Cut {
  let bare = namedBefore(
    withoutRowBefore(withinMarks(bareLeft(left)))
      .replace(LABEL_BEFORE, "")
      .replace(WHICH_ROUND, "")
      .replace(TITLE_BEFORE, "")
      .replace(MONEY_SIZE, "")
      .replace(PLACED_HEAD, "")
      .replace(ITEM_BEFORE, "")
      .replace(SERIAL_GLUED, "")
      .replace(OTHER_NUMBER, "")
      .replace(DONE_TO_BEFORE, ""),
    left,
    figure,
    rest,
    isLater,
  );
  bare = figure.unitClass === "share" ? lastOfMeasured(bare) : lastOfDone(bare, isLater);
  // 、全国重点实验室2家: within a list 全国 belongs to the name.
  let trimmed = isLater && /^全[国省市县区州]/u.test(bare) ? bare : trimLeading(bare, true);
  // 努力实现新增100家: what is brought about is done.
  if (BROUGHT_ABOUT.test(trimmed) || BUILT_ANEW.test(trimmed)) bare = trimmed = trimmed.slice(2);
  const verb = leadingVerb(trimmed);
  const begun = trimmedStart(rest);
  const isNamedBehind =
    beginsThing(begun) &&
    !JOINS.test(begun) &&
    !AIM_BEHIND.test(begun) &&
    (!WHO_ALONE.test(begun) || trimmed === verb) &&
    !/^等(?:$|[，。；])/u.test(begun) &&
    !/^并(?![网购行发])/u.test(begun);
  // 在甲、乙、丙新建3座水库: what is done stands behind the names.
  const last = verb === "" ? (VERB_ENDINGS.endOf(trimmed)?.word ?? "") : "";
  if (isNamedBehind && isListOf(figure, trimmed.slice(verb.length, trimmed.length - last.length)))
    bare = trimmed = verb || last;
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

/** 公厕6座市商务局11月: who does it, and nothing of what is counted, where something is before. */
const WHO_ALONE = new RegExp(`^${UNIT_GLUED}(?:[\\u4e00-\\u9fff]{2,3})?(?![\\u4e00-\\u9fff（(])`, "u");
/** …改造住建局王强2公厕改造…: where one row ends and the next one begins. */
const ROW_ENDS = new RegExp(
  `^([^，。；]{2,}?)(?:${COMMON_BUREAU})(?:[\\u4e00-\\u9fff]{2,3})?(?=\\d{1,2}[\\u4e00-\\u9fff]{2})`,
  "u",
);
const WHO_THEN = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2,3}(?=${COMMON_BUREAU}))?${UNIT_GLUED}(?:[\\u4e00-\\u9fff]{2,3})?(?:(?:20\\d\\d年)?\\d{1,2}月(?:底|底?前|\\d{1,2}日前?)?)?(?=\\d)`,
  "u",
);
/** 早稻播种2500亩的目标: that it is aimed at is no thing. */
const AIM_BEHIND = /^的?(?:年度|工作|全年|预期|既定|主要)?(?:目标任务|任务|目标|水平)(?:$|[，。；、])/u;

/** 完成“新建学校3所，…”, 《建成学校3所…》《改造: what stands before a mark that nothing closes is said of all in it. */
function withinMarks(bare: string): string {
  const opened = Math.max(bare.lastIndexOf("“"), bare.lastIndexOf("《"));
  if (opened < 0) return bare;
  return bare.indexOf(bare[opened] === "“" ? "”" : "》", opened) < 0 ? bare.slice(opened + 1) : bare;
}
/** …3所公办园”民生实事项目: the mark closes what was opened before. */
export function untilMarks(right: string): string {
  const closed = /^[^“”《》]*(?=[”》])/u.exec(right);
  return closed ? closed[0] : right;
}

/** 建设商圈、新增碧道100公里: another thing is done before it. 新建、改建 is done to one. */
function lastOfDone(bare: string, isLater: boolean): string {
  const found = bare.includes("、") ? (DONE_BEFORE.exec(bare) ?? (isLater ? WORKS_BEFORE.exec(bare) : null)) : null;
  if (found?.[2] !== undefined) return found[2];
  if (found?.[1] === undefined) return bare;
  const before = trimLeading(found[1], true);
  const verb = leadingVerb(before);
  return verb !== "" && before.length > verb.length + 1 ? bare.slice(found[1].length + 1) : bare;
}
/** 实施老年助餐服务、自然村通车率: a share that is reached stands behind what is done. */
function lastOfMeasured(bare: string): string {
  const found = /^(.{6,})、([^、]{3,}率)$/u.exec(bare);
  const [, before = "", measure = ""] = found ?? [];
  const done = before.slice(before.lastIndexOf("、") + 1);
  const verb = leadingVerb(trimLeading(done, true));
  return verb === "" || MADE_BETTER.test(verb) || done.length < verb.length + 4 ? bare : measure;
}
const MADE_BETTER = /^(?:提升|提高|改善|巩固|扩大|优化|推进|推动|实现|完成|保障|促进|覆盖)/u;
/** …12座、线路优化、县道大修40公里: work that is listed without a figure. */
const WORKS_BEFORE =
  /^([\u4e00-\u9fff]{2,6}(?:优化|大修|管养|[安技]保工程|防护工程))、([\u4e00-\u9fff]{3,}(?:修|养|改造|整治|治理|绿化|建设|工程))$/u;
const DONE_BEFORE =
  /^(.{3,})、(?=(?:新增|新建|新改|改建|扩建|建成|完成|改造|打造|引进|培育|确保|力争|实现|举办|开展|发放|整治|修建|安装|推广|开通|购置|建设(?!用地|资金|项目|工程|标准|水平|规划))[\u4e00-\u9fff“])/u;

/**
 * What stands before a count where the thing counted stands behind: nothing of what is only listed beside it (市本级、3个县), of a
 * place (主城区10座书房开馆), of what it is done to (对甲、乙等359亩土地进行盘活) or where (在30个县建设服务中心).
 */
function namedBefore(bare: string, left: string, { unitClass }: Figure, rest: string, isLater: boolean): string {
  if (unitClass === "share" || unitClass === "money" || bare === "") return bare;
  if (OF_THOSE.test(left) || THOSE_OF_A_PLACE.test(left)) return "";
  const begun = trimmedStart(rest);
  if (isLater || !beginsThing(begun) || JOINS.test(begun)) return bare;
  if (PLACE_ALONE.test(bare)) return "";
  const trimmed = trimLeading(bare, true);
  // 完成辖区50户家庭改造: where is no part of what is done.
  const verb = leadingVerb(trimmed);
  if (verb !== "" && PLACE_ALONE.test(trimmed.slice(verb.length))) return verb;
  if (PLACES_COUNTED.test(bare)) return leadingVerb(trimmed);
  if (DONE_TO.test(left) && !/^(?:进行|予以)/u.test(begun)) return "";
  if (/^[\s　]*[对在]/u.test(left) && (HANDLED.test(rest) || PLACED.test(rest))) return "";
  // 完成甲改造、乙治理和5座水库加固: what is only listed beside it.
  return /[、和及与]$/u.test(bare) ? leadingVerb(trimmed) : bare;
}
/** 总投资53亿元的甲、乙等10个项目: how large they are is no part of their name. */
const MONEY_SIZE = /(?:概算|估算|计划)?总?投资(?:约|近|超过?|达)?[\d.]+[余多]?[万亿]+元的/gu;
/** 在甲、乙等7个重点县建设果菜基地5万亩: where is no part of it either. */
const PLACED_HEAD = new RegExp(
  `^.{0,12}在[^，。；]{0,40}?\\d+个?[\\u4e00-\\u9fff]{0,4}?(?:县|区|市|乡镇|镇|村|社区|小区|学校|园区|街道)(?:[（(][^（）()]{1,8}[）)])?(?:[和、及][\\u4e00-\\u9fff]{2,8}?)?(?=(?:${DONE_THERE}).)`,
  "u",
);
/** 王强教育局2社区改造改造…: what a row ends with, glued to the next one. */
const ROW_BEFORE = new RegExp(
  `^.*(?:${COMMON_BUREAU}|${LEVELLED_NAME})(?:[\\u4e00-\\u9fff]{2,3})?(?=\\d{1,2}[\\u4e00-\\u9fff]{2})`,
  "u",
);
const withoutRowBefore = (bare: string) => (/[局委厅办].*\d/u.test(bare) ? bare.replace(ROW_BEFORE, "") : bare);
/** 3就业促进新增就业: a row's serial and title, glued to what is done. */
const SERIAL_GLUED =
  /^[\s　]*\d{1,2}(?![年月日天个名户家所座条处台套间件人位亩米吨岁项种类层级栋千万百亿型号期线路环分秒]|公[里顷斤]|平方|小时)(?:(?:[\u4e00-\u9fff]{4,14}?|教育|卫生|医疗|养老|就业|交通|住房|文化|体育|环境|民政|水利|农业|社保|供水)(?=(?:新建|新增|新改|改造(?!完成|工程|项目|提升|行动)|改扩建|完成|实施|建成|建设|创建|培育|引进|开展|发放|提升改造|整治)[\u4e00-\u9fff“]{2})|(?=[\u4e00-\u9fff]{2}))/u;
/** …热线139…8道路: a telephone number that got in between. */
const OTHER_NUMBER = /^.*\d{7,}/u;
/** 实施改扩建厂房: it is built, and that it is done says nothing. */
const BUILT_ANEW = /^实施(?=新[建改（]|改扩建|扩建|改建|迁建)(?![^，。；]{2,6}[工项])/u;
/** ①北路建设②新修12条农村路: the item before is another. */
const ITEM_BEFORE = /^.*(?:[①-⑳]|\d[ 　]+\d{1,3}[.．、](?=[\u4e00-\u9fff]))/u;
/** 【市教育局】新建…: who does it is no part of it either. */
const LABEL_BEFORE = /^[\s　\d.、．]*(?:[【［[][^】］\]]{1,24}[】］\]]|[（(][^（）()]{2,16}(?:局|委|厅|办|中心)[）)])/u;
const BROUGHT_ABOUT = /^(?:实现|完成)(?:新增|净增|新建|建成|引进|培育|改造|新开工)$/u;
/** 开展第二轮59家站点建设: which time. */
const WHICH_ROUND = /(?<=[\u4e00-\u9fff]{2})第[一二三四五六七八九十\d]{1,2}(?:轮|批次?|期|阶段)$/u;
/** 环境有改善 对大寨河等…, 教育提升工程 新建小学: a title that a blank closes. */
const TITLE_BEFORE =
  /^[\s　\d]*(?:[\u4e00-\u9fff“”]{3,14}[ 　]+(?=[对为将在把][\u4e00-\u9fff]{2})|[\u4e00-\u9fff“”]{2,12}(?:工程|行动|项目|提升|建设|保障|改善|服务|惠民)[ 　]+(?=(?:新建|新增|改造|建设|建成|完成|实施|开展|创建|培育|引进|发放|提升|更新|整治|加装|修建|改扩建)[\u4e00-\u9fff“]{2}))/u;
/** 维护项目将对各乡镇老化闸门467处进行维修: who does it, and 对. */
const DONE_TO_BEFORE =
  /^(?:[^，。；]{0,24}?(?:将|要|拟|计划)|[\s　]*)对(?![口外接标象策比])(?:各[县镇乡村社区]{1,3}|全[省市县区])?/u;
/** 对居住在山区的300户1200人实施搬迁: which of them. */
const OF_THOSE = /(?:^|[，、\s将要拟①-⑳.）)])[对为给向][^，。；\d]{4,20}的\s*$/u;
/** 为江州市80名患者提供救治: of what place. */
export const THOSE_OF_A_PLACE =
  /(?:^|[，、\s将要拟])[对为给向](?:[\u4e00-\u9fff]{2,3}[市县区州]|[全我本][省市县区州旗盟])\s*$/u;
/** 将对全县农村27座处理站进行改造: what it is done to stands behind. */
const DONE_TO =
  /(?:^|将|要|拟|计划|[，、])对(?:全[省市县区]|各[县镇乡]{1,2}|[市县区]内?|市区内?|辖区内?|境内)?(?:农村|城区|城市|县城)?\s*$/u;
const PLACE_ALONE =
  /^(?:加快|推进|推动)?(?:主城区|中心城区|辖区内?|市本级|县本级|城区|县城|农村|城市|其他|其余|剩余|剩下|首批|第一批)$/u;
/** 甲、乙等6个乡镇41个村的项目. */
const PLACES_COUNTED = /[\d一二三四五六七八九十]+个?(?:县|乡镇|乡|镇|行政村|自然村|村|街道|社区|小区)$/u;
const HANDLED = /^[^，。；]{1,16}(?:进行|予以)[\u4e00-\u9fff]/u;
const PLACED =
  /^[\u4e00-\u9fff（）()]{0,6}?(?:县|区|市|乡镇|镇|村|社区|小区|学校|园区|街道|景区)(?:建设|新建|开展|实施|推广|布局|试点|设立|建成|发展)/u;

/** 推进甲线、乙库等12个项目, 推动甲、乙、丙3个园区: some or all of what is counted, by name; what they are stands behind. */
function isListOf({ unitClass, value }: Figure, names: string): boolean {
  if (unitClass !== "count" && unitClass !== "measure") return false;
  if (/等$/u.test(names)) return true;
  if (unitClass === "measure") return false;
  const count = names.split(LIST_SEPARATOR).length;
  return count > 1 && count === value;
}

function leadingOn(rest: string): string | null {
  return LEADING_ON.exec(rest)?.[1] ?? null;
}

/** What stands between two figures: what of it belongs to the first, and what to the second. */
export function splitBetween({ figure, rest, isThingBehind }: Cut): [right: string, nextLeft: string] {
  const named = leadingOn(rest);
  if (named !== null) return [isThingBehind ? named : "", rest];
  // 新建公厕9座市城管局12月2改造市场: rows run together.
  const who = WHO_THEN.exec(rest)?.[0];
  if (who !== undefined) return ["", rest.slice(who.length)];
  // 实施项目76项（新建48项: what a bracket opens is the next one's.
  if (/^[（(]/u.test(rest)) return ["", rest.slice(1)];
  const row = isThingBehind ? ROW_ENDS.exec(rest) : null;
  if (row) return [row[1] ?? "", rest.slice(row[0].length)];
  if (isThingBehind) return HANDED_ON.test(rest) ? [rest, rest] : atLastSeparator(rest);
  if (CHANGING_TO.test(rest)) return ["", rest];
  if (BASED_ON.test(rest)) return ["", rest.replace(BASED_ON, "")];
  // 3000名、社区助理3000名: what stands between belongs to the second.
  const joint = JOINED.exec(rest);
  if (joint) return ["", withoutJoint(rest.slice(joint[0].length))];
  if (figure.unitClass !== "share") return atLastSeparator(rest);
  const cut = Math.max(0, rest.search(LIST_SEPARATOR));
  return [rest.slice(0, cut), withoutJoint(rest.slice(cut))];
}
/** 在去年任务（5亿元）的基础上增长8%. */
const BASED_ON = /^[）)]*的?基础上/u;
/** 2000万元用于1.5万名残疾人的康复: said of the first, and before the second. */
const HANDED_ON = /^[，\s]*(?:专项|主要|全部)?用于$/u;
const withoutJoint = (text: string) => text.replace(/^(?:[、及与]|和(?![谐美平田]))/u, "");

/** The first figure has the stretch up to the last 、 or 和, the second what stands behind it. */
function atLastSeparator(between: string): [string, string] {
  let cut = -1;
  let length = 1;
  // 县（市、区）: what a bracket holds is one.
  const open = between.replace(/（[^（）]{1,12}）/gu, (bracket) => "○".repeat(bracket.length));
  for (const match of open.matchAll(SEPARATORS)) {
    cut = match.index;
    length = match[0].length;
    // 饮水安全问题、新增灌面和节水灌面: what is done next begins with its verb.
    if (match[0] === "、" && leadingVerb(between.slice(cut + 1)) !== "") break;
  }
  return cut < 0 ? [between, ""] : [between.slice(0, cut), between.slice(cut + length)];
}

/** 全年完成投资: 投资 may be done, but here it is what is counted. */
function endsInNoun(bare: string): boolean {
  const found = VERB_ENDINGS.endOf(bare);
  if (!found || !DONE_OR_COUNTED.test(found.word)) return false;
  const before = trimLeading(bare.slice(0, -found.word.length).replace(PLANNED, ""), true);
  // 全市整治120个村庄: done everywhere.
  return before !== "" && !/^[全我本][省市县区州旗]$/u.test(before);
}
/** 计划投资, 年度拟投资: how firmly it is spent is no part of what it is spent on. */
const PLANNED = /(?:计划|预计|年度|拟|将|共计?|总|累计|重点|集中|全面|免费)+$/u;
