/**
 * An indicator's name from the phrase that carries its figure: what a clerk types, short and self-contained. The verb of a flow stays
 * (新增学位), what only introduces it goes (完成, 实现), and so do dates, recipients in passing and the words a list needs but a name does not.
 */
import type { Candidate, Subject } from "./candidates";
import { ACTS, VERBS } from "./lexicon";
import { bareLeft, leadingVerb, trimLeading } from "./phrases";
import { withoutEnds } from "./nameEnds";
import { shortened, trimEdges, unmarked } from "./shortNames";
import { withoutChange } from "./things";
import { EndingList } from "./wordList";

/** What the clauses beside that of a figure are about: 投资4.2亿元，实施第三中学扩建工程. Asked for only where a name needs it. */
export interface Neighbours {
  before(): Subject;
  after(): Subject;
  /** The numbered item under which a line stands that begins with the figure's clause; empty where there is none. */
  title(): string;
}

/** What stands in quotation marks, of whatever shape; null where nothing does. */
export function quotedName(text: string): string | null {
  const found = /“([^“”]{2,12})”|‘([^‘’]{2,12})’|「([^「」]{2,12})」|"([^"'，。]{2,12})"|'([^"'，。]{2,12})'/u.exec(
    text,
  );
  return found === null ? null : (found.slice(1).find(Boolean) ?? null);
}

/** @example indicatorOf(candidate, neighbours) // "新增学位" for 新增学位5970个 */
export function indicatorOf(candidate: Candidate, neighbours: Neighbours): string {
  if (candidate.named !== undefined) return candidate.named;
  const bare = placed(shortened(unmarked(wholeWork(candidate))), candidate);
  const own = candidate.kind === "flow" ? actOf(candidate, bare, neighbours) : null;
  const name = closed(own ?? composed(candidate, bare), candidate);
  const perHead = /(?:到|至|为|在)(人均|户均|亩均)$/u.exec(candidate.left)?.[1];
  const whole = trimEdges(perHead !== undefined && !name.includes(perHead) ? perHead + name : name)
    .replace(HANDLING, "")
    .replace(THROUGHOUT, "")
    .replace(ARRANGED, "$1")
    .replace(BROUGHT_ABOUT, "")
    .replace(DONE_WELL, "$1");
  return withoutEnds(whole, candidate);
}

/** 实现接待游客, 完成新建和改造农贸市场: what is done, not that it is. */
const BROUGHT_ABOUT =
  /^(?:推进|推动)(?=(?:建设|改造|新建|改扩建|创建|打造|培育|引进)[\u4e00-\u9fff“]{2})|^(?:实现|完成)(?=(?:新增|净增|新建|新改|改建|扩建|改扩建|改造提升|接待|引进|招引|培育|创建|转移|输转|发放|搬迁|安置|清理|拆除|办理|更新|修复|升级|节约|节能|减少)[\u4e00-\u9fff“（、]{2})/u;
/** 实施好示范项目. */
const DONE_WELL = /^(实施|落实|建设|开展|推进|管护|组织)好(?=[\u4e00-\u9fff“]{2})/u;

const WORK_ALONE = /^(?:工程|项目|行动|专项|计划|活动|任务|试点)$/u;
/** 实施服务业发展20项工程: what they are about stands before the count. */
function wholeWork({ isThingBehind, thing, left, verb, impliedIndicator }: Candidate): string {
  // 新建（改建）食堂8家、扩建3家: the bracket belongs to the first.
  if (impliedIndicator) return thing.replace(/^（[^（）]{1,6}）/u, "");
  if (!isThingBehind || !WORK_ALONE.test(thing)) return thing;
  const before = trimLeading(bareLeft(left), true);
  const about = before.startsWith(verb) ? before.slice(verb.length) : "";
  return /^[\u4e00-\u9fff“”]{2,16}$/u.test(about) ? about + thing : thing;
}

/** 低效土地进行盘活利用, 100个突出问题进行重点攻坚: what is done, and to what. */
const HANDLED = /^([^进]{2,30})(?:进行|予以)(重点|集中|全面)?([\u4e00-\u9fff]{2,12})$/u;
const PICKED = /^(?:选取|遴选|筛选|选择)$/u;
/** 对56座水库实施除险加固: what is done to what stands before it. */
const HANDED_TO =
  /^([\u4e00-\u9fff]{1,20}?)(?:进行|予以|给予|实施|开展)(?:重点|集中|全面)?([\u4e00-\u9fff“”、]{2,14})$/u;
const HANDS_TO =
  /(?:^|[，、\s将要拟])对(?:[全本我][省市县区]|[市县区]内?|(?:主城|中心城|[市城])区内?|县城|辖区内?|境内)?\s*$/u;
/** 老化闸门进行维修: the light verb says nothing. */
const HANDLING = /(?<=.{2})(?:进行|予以)(?=[\u4e00-\u9fff“”]{2,8}$)|(?<=.{2}免费)提供(?=.{2})/u;
/** 泵站全面维修改造, 园区累计入驻企业: how far it went. */
const THROUGHOUT = /(?<=[\u4e00-\u9fff]{2})(?:全面(?=[\u4e00-\u9fff]{2,4}$)|累计(?=[\u4e00-\u9fff]{2}))/gu;
/** 组织专家深入基层开展义诊: what is done, not how. */
const ARRANGED = /^组织[^，。；“]{2,20}?(开展|举办)(?=.{2})/u;

/** 骨干教师占20%: the share; 公共预算支出安排58亿元: the money. */
function closed(name: string, { figure, isThingBehind, kind }: Candidate): string {
  if (isThingBehind) return name;
  if (figure.unit === "%" && kind === "ratio" && REACHES_OF.test(name)) return name.replace(REACHES_OF, "占$1比例");
  if (figure.unitClass === "share" && name.length > 2 && name.endsWith("占")) return `${name}比`;
  if (figure.unit === "%" && kind === "ratio" && SHARE_OF.test(name) && !/[率例]占/u.test(name)) return `${name}比重`;
  return figure.unitClass === "money" && name.length > 4
    ? name.replace(/(?<=支出|资金|经费|预算|投资|投入|[”"])拟?安排$/u, "")
    : name;
}

/** 垃圾分类示范小区数量达到住宅小区的35%: the share of those. */
const REACHES_OF = /(?<=.{4})(?:的?数量|总数)?达到?([^，。；占\d]{2,10})(?<![率重例])$/u;
/** 民生支出占财政支出: the share of it. */
const SHARE_OF = /占[^占]{2,12}(?<![比率例重度])$/u;
const COUNTRY = /(?<=[\u4e00-\u9fff])(?<![在对])(?:农村|城镇|城乡|[山牧]区)+$/u;
/** 在30个县建设服务中心: what is done there. */
const PLACE_BEHIND =
  /^[\u4e00-\u9fff（）()]{0,6}?(?:县|区|市|乡镇|镇|村|社区|小区|学校|园区|街道|景区)(?=(?:建设|新建|开展|实施|推广|布局|试点|设立|建成|发展).{2})/u;
const VILLAGES = /^(?:村（社区）|社区（村）)(?=[\u4e00-\u9fff]{4})/u;
function placed(whole: string, { left, right, isThingBehind, verb, ownVerb }: Candidate): string {
  if (!isThingBehind) return whole;
  // 确定2个样板村开展重点打造: what comes of it stands behind what is chosen.
  if (/(?:确定|选定)$/u.test(left.trimEnd())) return whole.replace(/(?<=.{2})(?:进行|开展|予以)[^，。；]{2,8}$/u, "");
  // 加强与90家高校开展合作: with whom is not for whom.
  if (/(?<!参)[与同]$/u.test(left.trimEnd()) && /(?:开展|进行)./u.test(right))
    return left.trimEnd().slice(-1) + right.trim();
  // 解决农村3千人住房安全问题: in the country or in towns is part of what is done.
  const where = COUNTRY.exec(left.trimEnd())?.[0] ?? "";
  // 为8个村（社区）服务机构配备设备: what receives it.
  const behind = /[为对给向]$/u.test(left.trimEnd()) ? whole.replace(VILLAGES, "") : whole;
  const bare = where === "" || behind.startsWith(where) || where === verb ? behind : where + behind;
  const isPicked = PICKED.test(verb);
  if (verb === "" && HANDS_TO.test(left) && HANDED_TO.test(bare)) return bare.replace(HANDED_TO, "$1$2");
  if ((verb === "" || !ownVerb || isPicked) && HANDLED.test(bare))
    return bare.replace(HANDLED, isPicked ? "$3$1" : "$1$2$3");
  return /(?:^|[，、\s])[在对][^，。；]*$/u.test(left) ? bare.replace(PLACE_BEHIND, "") : bare;
}

function composed(
  { figure, left, kind, direction, verb, thing, isThingBehind, ownVerb, impliedIndicator }: Candidate,
  bare: string,
): string {
  // 治理农田700万亩，其中财政资金治理面积300万亩: the act is in the part.
  if (verb.length > 1 && !ownVerb && OF_PART.test(left))
    if (bare.lastIndexOf(verb) > 1 || (DONE_BY_ITSELF.test(verb) && DONE_BY_ITSELF.test(bare))) return bare;
  // 新增就业4万人、失业人员再就业9000人; 建成球场8个、旧器材更新20套: an act of its own is no other's.
  if (!ownVerb && !isThingBehind && bare.length > 3)
    if (/^新?增/u.test(verb) ? /(?:再|转移)就业$/u.test(bare) : BUILT.test(verb) && KEPT_UP.test(bare)) return bare;
  // 培训劳动力50万人、转移就业70万人: of whom, and what becomes of them.
  if (ownVerb && impliedIndicator && verb === "转移就业" && /(?:劳动力|人员|人口|农民)$/u.test(bare))
    return bare + verb;
  // 实施造林7000亩（其中乔木林2000亩: a part is not carried out.
  if (!ownVerb && OF_PART.test(left) && CARRIED_OUT.test(verb) && !/^.?$|(?:项目|工程|行动)$/u.test(bare)) return bare;
  const isChange = kind === "growth" || (kind === "flow" && direction !== null && !isThingBehind);
  if (isChange && verb === "") return grown(bare);
  if (figure.unitClass === "money" && MONEY_FOR.test(bare)) return bare.replace(MONEY_FOR, "$2$1");
  // 接待游客人次增长8%: what is done is part of what grows.
  if (kind === "growth") return grown(ownVerb && GROWS_WITH.test(verb) ? verb + bare : bare);
  const isHandled = isThingBehind && HANDLED.test(thing) && (!ownVerb || PICKED.test(verb));
  if (verb === "" || isHandled || bare.startsWith(verb)) return bare || verb || thing;
  if ((INTRODUCING.has(verb) || ONLY_INTRODUCING.test(verb)) && bare.length > 1) return bare;
  // 实施老旧厂区改造: the act is named by itself.
  if (CARRIED_OUT.test(verb) && NAMES_AN_ACT.test(bare)) return bare;
  if (verb === "免费" && isThingBehind && /[为给向]$/u.test(left.trimEnd())) return bare;
  // 推进农房改善工作，每年改善500户: the act is said already.
  const act = bare.replace(/(?:工作|行动|工程)$/u, "");
  const again = verb.replace(/^新(?=.{2})/u, "");
  if (again.length > 1 && act.length > again.length && act.endsWith(again))
    return verb + act.slice(0, -again.length).replace(/^(?:加强|推进|加快|深化|持续|强化)+/u, "");
  if (isThingBehind && figure.unitClass === "money" && USED_FOR.test(bare))
    return bare.replace(USED_FOR, "") + (SPENT.exec(verb)?.[0] ?? "").replace(/筹[措集]/u, "资金");
  // 投资1.3亿元实施基础设施项目: the money is named after what it is for.
  if (isThingBehind && figure.unitClass === "money" && SPENT.test(verb) && !bare.startsWith("为"))
    return bare.replace(SPENT_ON, "") + (SPENT.exec(verb)?.[0] ?? "").replace(/筹[措集]/u, "资金");
  if (impliedIndicator && figure.unitClass === "money" && /^(?:计划)?(?:完成)?投[资入]$/u.test(verb) && bare.length > 3)
    return bare.endsWith("投资") ? bare : bare + verb.slice(-2);
  // 规划2030年常住人口: that it is planned is no part of what is.
  if (kind !== "flow" && verb === "规划") return bare.replace(/^(?:近期|中期|远期|期)?(?:20\d\d年)?/u, "") || bare;
  if (kind !== "flow") return ownVerb && !isThingBehind && !HELPING_VERBS.has(verb) ? verb + bare : bare;
  return verb + bare;
}
const BUILT = /^(?:新?建成?|建设|新建|修建|改造)$/u;
const KEPT_UP = /(?<=.{2})(?:更新|维护|维修|养护|改造|整治|治理|修缮|清淤|疏浚|硬化|亮化|大修|中修|管养)$/u;
const CARRIED_OUT = /^(?:启动)?实施$/u;
const NAMES_AN_ACT =
  /^(?:棚|危|旧|厕)改$|(?<=.{2})(?:改造|整治|治理|修缮|大中修|大修|中修|加固|筛查|普查|检查|体检|培训|输出|搬迁|修复|绿化|硬化|亮化|抽检|检测|加装|拆除|疏浚|清淤|迁建|扩建|改建)$/u;
const DONE_BY_ITSELF = /(?:造林|绿化|抚育|育林|植树|培训|改造|整治)$/u;
const OF_PART = /^[\s　、（(]*其中/u;
/** 安排专项资金2000万元支持返乡创业: the money is named after what it is for. */
const MONEY_FOR = /^((?:专项|财政|补助|奖补)?资金)(?:用于)?((?:支持|扶持|实施|改造|建设|发展)?[\u4e00-\u9fff]{4,})$/u;
/** 落实1.1亿元用于困难群众救助: what for. */
const USED_FOR = /^(?:专项|主要|全部)?用于(?=.{2})/u;
const GROWS_WITH = /^(?:接待|新增|净增|引进|发放|培育|新设|新建)$/u;
const SPENT = /(?:投资|投入|筹措|筹集)$/u;
const SPENT_ON = /^(?:(?:进行|启动|实施|建设|用于|推进|完成|开展|建成|新建|改造)+)(?=.{2})/u;
/** They say that something is brought about, not what. */
const INTRODUCING = new Set(["实现", "完成", "完成好", "推动", "抓好"]);
/** 抓好实施, 实施完成, 带动完成. */
const ONLY_INTRODUCING =
  /^(?:实现|完成|推动|推进|抓好|做好|带动|促进|实施)并?(?:实现|完成|推动|推进|抓好|做好|带动|促进|实施)$/u;
const HELPING_VERBS = new Set(["实现", "完成", "保障", "推动", "促进", "推进", "支持"]);

/** 固定资产投资 of 固定资产投资增长; 经济 alone is no name. */
function grown(bare: string): string {
  const rest = withoutChange(bare) || bare;
  // 群众人均增收600元: by head, the change is what is counted.
  if (/[人户]均$/u.test(rest)) return rest + (/养老金|标准|待遇|工资|补[助贴]|津贴|低保/u.test(rest) ? "提高" : "增收");
  return rest === "经济" ? "经济增长" : rest;
}

const VERB_ENDINGS = new EndingList<true>(VERBS.map((word) => [word, true]));
const ACT_ENDINGS = new EndingList<true>(ACTS.map((word) => [word, true]));
/** 渠系治理工程。建设任务900亩: of the work. */
const TASK_ALONE = /^(?:年度)?(?:建设|治理|造林|改造)?(?:任务|规模)$/u;
/** 年度投资目标300万元, under a title. */
const YEARLY_ALONE = /^(?:年度|当年|本年度?)(?:计划)?(?:完成)?总?投资(?:目标)?$/u;
const TASK = /(?:工作|改造|年度)?(?:目标任务|工作任务|任务|目标)$/u;
const MONEY_VERB = /^即?(?:完成)?(?:总?投资|投入|安排|筹集|下达|落实)(?:资金)?$/u;
/** 困难群众的救济: whom, and what is done for them. */
const FOR_WHOM = /^([^的]{2,12})的([^的]{2,6})$/u;

/** Names of flows that need more than verb and thing; null where those do. */
function actOf(candidate: Candidate, bare: string, beside: Neighbours): string | null {
  const { verb, figure, left, right } = candidate;
  // 投资4.2亿元，实施第三中学扩建工程: the money is named after what it is for.
  const own = candidate.impliedIndicator ? "" : bare;
  if (figure.unitClass === "money" && /^(?:完成)?$/u.test(bare) && verb === "完成") return "完成投资";
  const over = TASK_ALONE.test(verb + own) ? shortened(unmarked(beside.before().thing)) : "";
  if (over.length > 3 && /(?:工程|项目|行动)$/u.test(over) && !/\d/u.test(over)) return over;
  if (figure.unitClass === "money" && YEARLY_ALONE.test(verb + own)) {
    const title = beside.title();
    if (title !== "") return title + (verb + own).replace(/目标$/u, "");
  }
  if (figure.unitClass === "money" && (MONEY_VERB.test(verb + own) || MONEY_VERB.test(own))) {
    // 总投资59亿元，当年计划投资10亿元: of the same projects, but not the same money.
    if (candidate.impliedIndicator && /投资$/u.test(bare) && /计划(?:完成)?投资/u.test(left)) return "年度计划投资";
    const purpose = purposeOf(beside, /完成/u.test(left));
    return purpose.length > 1 ? purpose + (/总?投资|投入/u.exec(verb + own)?.[0] ?? "资金") : null;
  }
  const whom = /(?:用于|给予)$/u.test(left.trimEnd()) ? FOR_WHOM.exec(right.trim()) : null;
  if (whom?.[1] !== undefined && whom[2] !== undefined && ACT_ENDINGS.endOf(whom[2])) return whom[2] + whom[1];
  if (!INTRODUCING.has(verb) && !/^(?:完成|实施|开展)/u.test(verb)) return null;
  const act = bare.replace(TASK, "") || (/(改造|建设|治理|整治)任务$/u.exec(bare)?.[1] ?? "");
  const task = TASK.test(bare)
    ? bare.slice(0, bare.length - (/(?:目标任务|工作任务|任务|目标)$/u.exec(bare)?.[0].length ?? 0))
    : bare;
  // 推进棚户区改造，完成500户的改造任务: the act says no more than its verb.
  const isBareVerb = task === "" || VERB_ENDINGS.endOf(task)?.word === task;
  // 完成拆违任务40万平方米: the task says what.
  if (isBareVerb && !candidate.isThingBehind && TASK.test(bare)) {
    const said = task || (/^(?:完成|实施|开展)(.{2,})$/u.exec(verb)?.[1] ?? "");
    if (said.length > 1) return said;
  }
  // 实施背街小巷整治工程，完成治理20条: of what, the clause before tells.
  if (isBareVerb && task !== "" && task === bare && !candidate.isThingBehind && !DONE_BY_ITSELF.test(task)) {
    const subject = shortened(unmarked(beside.before().thing)).replace(/(?:工程|项目|行动|工作)+$/u, "");
    if (subject.length > 1 && !/\d/.test(subject))
      return subject.replace(SAME_ACT, "") + (LIGHT.test(task) ? (SAME_ACT.exec(subject)?.[0] ?? "") : task);
  }
  if (isBareVerb && TASK.test(bare)) {
    const subject = shortened(unmarked(beside.before().thing));
    const of = subject.replace(/(?:工程|项目|行动|工作)+$/u, "");
    if (of !== "" && !/\d/u.test(of)) return of.endsWith(task) ? of : of.replace(SAME_ACT, "") + task;
  }
  if (!INTRODUCING.has(verb)) return null;
  return task.length > 1 ? task : act.length > 1 ? act : null;
}

/** 中小学改造工程，年度实施10所: that it is done says nothing. */
const LIGHT = /^(?:实施|完成|开展|推进|启动|安排|落实)$/u;
const SAME_ACT = /(?<=.{2})(?:综合)?(?:整治|治理|改造|建设|提升|修缮|检查|筛查)+$/u;
/** What money is for: what is done with it (…，完成甲等12所学校设备购置), or what it is counted for (抓好124个项目建设，…). */
function purposeOf(beside: Neighbours, sumsUp: boolean): string {
  const next = sumsUp ? "" : counted(beside.after().thing).replace(COUNT_BEHIND, "");
  if (
    next !== "" &&
    !/^(?:占|年|当年|其|同比|较|比|增长|分别|\d)|\d/u.test(next.replace(/“[^”]{1,12}”/gu, "")) &&
    !/^(?:突出|力争|确保)|(?:开工|竣工|投产|投用|建成|入库|落地)$/u.test(next)
  )
    return shortened(unmarked(next));
  const before = counted(beside.before().thing).replace(COUNT_BEHIND, "");
  // 教育方面，完成投资2870万元.
  const field = /^([\u4e00-\u9fff]{2,14})方面$/u.exec(before)?.[1];
  if (field !== undefined) return shortened(unmarked(field));
  // 城乡供水6大工程有序推进，完成投资45亿元.
  const works = WORKS_GO_ON.exec(before)?.[1];
  if (works !== undefined) return shortened(unmarked(works));
  return /(?:项目|工程|建设|整治|治理|改造)$/u.test(before) && !/\d|^其/u.test(before)
    ? shortened(unmarked(before.slice(leadingVerb(before).length) || before))
    : "";
}
const WORKS_GO_ON =
  /^([\u4e00-\u9fff“”]{4,}?)(?:\d+[大项个])?(?:工程|项目)?(?:全面|有序|加快|扎实|稳步|顺利)*(?:推进|实施|开展)$/u;
const COUNT_BEHIND =
  /(?:不少于|不低于|超过|达到|约)?\d[\d.]*[余多]?[万亿]?(?:公里|平方米|[个项所座处家条户亩套台])(?:以上|左右)?$/u;
/** 完成甲、乙等12所学校设备购置 without whose and how many. */
const counted = (thing: string) =>
  thing.replace(
    /^(?:(新建|改造|改建|扩建|修建|购置|更新|建设)(?=\d)|[\u4e00-\u9fff]{2,4}?)?(?:[^，。；]{1,40}?等)?\d[\d.]*[万亿]?(?:乡镇|[个名户人家所座项条处村])(?:\d[\d.]*[万亿]?(?:公里|平方米|乡镇|[个名户人家所座项条处村亩]))*(?:的(?=[^，。；]{4}))?/u,
    "$1",
  );

/** What a clause beside a figure is about, by its words. */
export function aimOf(clause: string): Subject {
  const trimmed = trimLeading(clause.trim(), false);
  const verb = leadingVerb(trimmed);
  const isIntroducing =
    /^(?:实施|推进|启动|开展|实现|完成|推动|用于|支持)$/u.test(verb) ||
    (/^(?:建设|新建|续建|改建|扩建)$/u.test(verb) && /(?:工程|项目)$/u.test(trimmed));
  return { verb, thing: isIntroducing ? trimmed.slice(verb.length) : trimmed };
}
