/**
 * An indicator's name from the phrase that carries its figure: what a clerk types, short and self-contained. The verb of a flow stays
 * (新增学位), what only introduces it goes (完成, 实现), and so do dates, recipients in passing and the words a list needs but a name does not.
 */
import { normaliseName } from "../core/text";
import type { Candidate, Subject } from "./candidates";
import type { Draft } from "./drafts";
import { ACTS, AUTHORITY_NAME, VERBS } from "./lexicon";
import { leadingVerb, trimLeading } from "./phrases";
import { withoutChange } from "./rules";
import { EndingList } from "./wordList";

/** What the clauses beside that of a figure are about: 投资4.2亿元，实施第三中学扩建工程. Asked for only where a name needs it. */
export interface Neighbours {
  before(): Subject;
  after(): Subject;
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
  const bare = placed(shortened(unmarked(candidate.thing)), candidate);
  const own = candidate.kind === "flow" ? actOf(candidate, bare, neighbours) : null;
  const name = closed(own ?? composed(candidate, bare), candidate);
  const perHead = /(?:到|至|为)(人均|户均|亩均)$/u.exec(candidate.left)?.[1];
  return trimEdges(perHead !== undefined && !name.includes(perHead) ? perHead + name : name)
    .replace(HANDLING, "")
    .replace(THROUGHOUT, "")
    .replace(ARRANGED, "$1");
}

/** 组织专家深入基层开展义诊: what is done, not how. */
const ARRANGED = /^组织[^，。；“]{2,20}?(开展|举办)(?=.{2})/u;

/** 骨干教师占20%: the share; 公共预算支出安排58亿元: the money. */
function closed(name: string, { figure, isThingBehind, kind }: Candidate): string {
  if (isThingBehind) return name;
  if (figure.unitClass === "share" && name.length > 2 && name.endsWith("占")) return `${name}比`;
  if (figure.unit === "%" && kind === "ratio" && SHARE_OF.test(name)) return `${name}比重`;
  return figure.unitClass === "money" && name.length > 4
    ? name.replace(/(?<=支出|资金|经费|预算|投资|投入|[”"])拟?安排$/u, "")
    : name;
}

/** 民生支出占财政支出: the share of it. */
const SHARE_OF = /占[^占]{2,12}(?<![比率例重度])$/u;
/** 在30个县建设服务中心: what is done there. */
const PLACE_BEHIND =
  /^[\u4e00-\u9fff（）()]{0,6}?(?:县|区|市|乡镇|镇|村|社区|小区|学校|园区|街道|景区)(?=(?:建设|新建|开展|实施|推广|布局|试点|设立|建成|发展).{2})/u;
function placed(bare: string, { left, isThingBehind, verb, ownVerb }: Candidate): string {
  if (!isThingBehind) return bare;
  const isPicked = PICKED.test(verb);
  if ((verb === "" || !ownVerb || isPicked) && HANDLED.test(bare))
    return bare.replace(HANDLED, isPicked ? "$3$1" : "$1$2$3");
  return /(?:^|[，、\s])[在对][^，。；]*$/u.test(left) ? bare.replace(PLACE_BEHIND, "") : bare;
}

function composed({ figure, kind, direction, verb, thing, isThingBehind, ownVerb }: Candidate, bare: string): string {
  const isChange = kind === "growth" || (kind === "flow" && direction !== null && !isThingBehind);
  if (isChange && verb === "") return grown(bare);
  // 接待游客人次增长8%: what is done is part of what grows.
  if (kind === "growth") return grown(ownVerb && GROWS_WITH.test(verb) ? verb + bare : bare);
  const isHandled = isThingBehind && HANDLED.test(thing) && (!ownVerb || PICKED.test(verb));
  if (verb === "" || isHandled || bare.startsWith(verb)) return bare || verb || thing;
  if (INTRODUCING.has(verb) && bare.length > 1) return bare;
  if (isThingBehind && figure.unitClass === "money" && USED_FOR.test(bare)) return bare.replace(USED_FOR, "");
  // 投资1.3亿元实施基础设施项目: the money is named after what it is for.
  if (isThingBehind && figure.unitClass === "money" && SPENT.test(verb) && !bare.startsWith("为"))
    return bare.replace(SPENT_ON, "") + (SPENT.exec(verb)?.[0] ?? "").replace(/筹[措集]/u, "资金");
  if (kind !== "flow") return ownVerb && !isThingBehind && !HELPING_VERBS.has(verb) ? verb + bare : bare;
  return verb + bare;
}
/** 落实1.1亿元用于困难群众救助: what for. */
const USED_FOR = /^(?:专项|主要|全部)?用于(?=.{2})/u;
const GROWS_WITH = /^(?:接待|新增|净增|引进|发放|培育|新设|新建)$/u;
const SPENT = /(?:投资|投入|筹措|筹集)$/u;
const SPENT_ON = /^(?:(?:进行|启动|实施|建设|用于|推进|完成|开展|建成|新建|改造)+)(?=.{2})/u;
/** They say that something is brought about, not what. */
const INTRODUCING = new Set(["实现", "完成", "推动", "抓好"]);
const HELPING_VERBS = new Set(["实现", "完成", "保障", "推动", "促进", "推进", "支持"]);

/** 固定资产投资 of 固定资产投资增长; 经济 alone is no name. */
function grown(bare: string): string {
  const rest = withoutChange(bare) || bare;
  return rest === "经济" ? "经济增长" : rest;
}

const VERB_ENDINGS = new EndingList<true>(VERBS.map((word) => [word, true]));
const ACT_ENDINGS = new EndingList<true>(ACTS.map((word) => [word, true]));
const TASK = /(?:工作|改造|年度)?(?:目标任务|工作任务|任务|目标)$/u;
const MONEY_VERB = /^(?:完成)?(?:总?投资|投入|安排|筹集|下达|落实)(?:资金)?$/u;
/** 困难群众的救济: whom, and what is done for them. */
const FOR_WHOM = /^([^的]{2,12})的([^的]{2,6})$/u;

/** Names of flows that need more than verb and thing; null where those do. */
function actOf(candidate: Candidate, bare: string, beside: Neighbours): string | null {
  const { verb, figure, left, right } = candidate;
  // 投资4.2亿元，实施第三中学扩建工程: the money is named after what it is for.
  const own = candidate.impliedIndicator ? "" : bare;
  if (figure.unitClass === "money" && (MONEY_VERB.test(verb + own) || MONEY_VERB.test(own))) {
    // 总投资59亿元，当年计划投资10亿元: of the same projects, but not the same money.
    if (candidate.impliedIndicator && /投资$/u.test(bare) && /计划投资/u.test(left)) return "年度计划投资";
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
  if (isBareVerb && TASK.test(bare)) {
    const subject = shortened(unmarked(beside.before().thing));
    if (subject !== "") return subject.endsWith(task) ? subject : subject + task;
  }
  if (!INTRODUCING.has(verb)) return null;
  return task.length > 1 ? task : act.length > 1 ? act : null;
}

/** What money is for: what is done with it (…，完成甲等12所学校设备购置), or what it is counted for (抓好124个项目建设，…). */
function purposeOf(beside: Neighbours, sumsUp: boolean): string {
  const next = sumsUp ? "" : counted(beside.after().thing);
  if (
    next !== "" &&
    !/^(?:占|年|当年|其中|同比|较|比|增长|分别|\d)|\d/u.test(next) &&
    !/^(?:突出|力争|确保)/u.test(next)
  )
    return shortened(unmarked(next));
  const before = counted(beside.before().thing).replace(COUNT_BEHIND, "");
  // 教育方面，完成投资2870万元.
  const field = /^([\u4e00-\u9fff]{2,14})方面$/u.exec(before)?.[1];
  if (field !== undefined) return shortened(unmarked(field));
  return /(?:项目|工程|建设)$/u.test(before) && !/\d/u.test(before)
    ? shortened(unmarked(before.slice(leadingVerb(before).length) || before))
    : "";
}
const COUNT_BEHIND = /(?:不少于|不低于|超过|达到)?\d[\d.]*[余多]?[个项](?:以上|左右)?$/u;
/** 完成甲、乙等12所学校设备购置 without whose and how many. */
const counted = (thing: string) =>
  thing.replace(/^(?:[\u4e00-\u9fff]{2,4}?)?(?:[^，。；]{1,40}?等)?\d[\d.]*[万亿]?[个名户人家所座项条处]/u, "");

const FOOTNOTE = /[[［〔]\d{1,3}[\]］〕]/gu;
/** One kind of quotation mark, no blanks, nothing at the edges. */
function unmarked(thing: string): string {
  let bare = /[[［〔]/u.test(thing) ? thing.replace(FOOTNOTE, "") : thing;
  if (/[\s"'‘’]/u.test(bare))
    bare = bare
      .replace(/\s+/gu, "")
      .replace(/["'‘]([^"'‘’]{1,16})["'’]/gu, "“$1”")
      .replace(/["'‘’]/gu, "");
  return trimEdges(bare.replace(/^[（(][^）)]{0,30}[）)]|[（(](?:不?含|不包括|其中|包括)[^）)]{0,30}[）)]?/gu, ""));
}

/** 实施“规模以上企业倍增计划”，新增78家: what the plan adds. */
const PLANNED = /^“([^”]{3,20}?)(?:倍增|培育|提升|壮大|扩容|升级)+(?:计划|行动|工程)”$/u;
const ACTING_AUTHORITY = new RegExp(
  `^(?:${AUTHORITY_NAME})(?:(?:将|要|计划|拟|力争|今年|，)+|(?=新建|新增|建设|改造|完成|实施))`,
  "u",
);
/** 江州市将新建学校. */
const ACTING_PLACE = /^[\u4e00-\u9fff]{1,6}[省市县区州盟旗镇](?:将|计划|拟|力争)+(?=.{3})/u;
/** 江州市2027年…浓度: when is no part of it. */
const YEAR_WITHIN = /(?<=[省市县区州盟旗])20\d\d年度?(?=.{2})/u;
/** 某部部长某某宣布今年将再改造小区: who said so. */
const SAID_BY =
  /^[^，。]{0,16}?(?:[部局委厅办长]|主任|书记|负责人|人士)[\u4e00-\u9fff·]{0,4}(?:宣布|表示|介绍|透露|指出|承诺)(?:称|说)?(?=.{3})/u;
/** 站场建设计划完成投资, 年度计划完成投资: that it is planned is no part of what is spent. */
const PLANNED_MONEY = /^(.*?)(?:年度|全年)?计划(?:总|完成)?(?=投资$)/u;
/** 街巷将启动综合环境整治工程: what is done to what. */
const WILL_BE_DONE =
  /^([\u4e00-\u9fff]{2,12}?)[将要](?:全部|全面)?(?:启动|实施|开展|进行|完成)([\u4e00-\u9fff]{2,14}?)(?:工程|项目|行动)?$/u;
const AGE = /^(?:\d{1,3}(?:周岁|岁)?\s*(?:至|到|-|—|—|~|～)\s*)?\d{1,3}(?:周岁|岁)(?:以上|以下|以内)?(?:的)?/u;
// 各类, 符合条件的, 有就业意愿的: which of them a name leaves open.
const LEFT_OPEN = /各级各类|各类|各种|符合条件的?|群众身边的?|^有[^的]{2,8}的/gu;
/** 控制大班额比例: that it is limited, its comparator says. */
const LIMITING = /^(?:控制|严控)(?=.{2,}(?:率|比例|比重|总量|强度)$)/u;
// 五年新增城镇就业, 去年完成投资, 目前全市有公交线路, 正常年景下粮食产量: when it was counted is no part of its name.
const WHEN =
  /年均(?=新增)|^[“"]?十[一二三四五六]五[”"]?(?:时期|期间)?(?=.{3})|^(?:年末|年底|正常年景下?)|^(?:[三五]年(?:内|累计|共)?(?=[新累建改])|(?:去年|上年|目前)(?:全[省市县区])?(?:共?有|已有|已)?(?:完成|实现)?)/u;
/** 的 within a name; 目的 and 的士 keep it. */
const OF = /(?<!目)的(?![士确])/gu;
const LIGHT_VERBS = "开展|提供|进行|给予|实施";
const LONGEST_RECIPIENT = 10;
const RECIPIENT = new RegExp(
  `^([^，“”]{0,30}?(?:人|者|户|生|群众|儿童|妇女|员|民|家庭|企业|学校|职工|群体|单位|(?<!深入|走进|进|入)(?:小区|社区|街区|村庄|园区)))(?:${LIGHT_VERBS})(.{2,})$`,
  "u",
);

/** The thing without what a clerk leaves away. */
function shortened(thing: string): string {
  let name = thing.replace(PLANNED, "$1");
  if (/[局委厅]/u.test(name) && ACTING_AUTHORITY.test(name))
    name = trimLeading(name.replace(ACTING_AUTHORITY, ""), false);
  name = name.replace(ACTING_PLACE, "");
  if (SAID_BY.test(name)) name = trimLeading(name.replace(SAID_BY, ""), false);
  name = name.replace(PLANNED_MONEY, "$1").replace(WILL_BE_DONE, "$1$2");
  if (/20\d\d年/u.test(name)) name = name.replace(YEAR_WITHIN, "");
  if (/[岁]/u.test(name)) name = name.replace(AGE, "");
  name = name.replace(LIMITING, "").replace(LEFT_OPEN, "").replace(WHEN, "");
  const whom = RECIPIENT.exec(name);
  if (whom?.[1] !== undefined && whom[2] !== undefined)
    name = whom[1].length <= LONGEST_RECIPIENT ? whom[1] + whom[2] : withLightVerb(name, whom[1], whom[2]);
  name = longRecipientGone(name);
  name = name.replace(SURELY, "").replace(TAIL_SAID, "").replace(LIST_CLOSED, "");
  return trimEdges(name.replace(OF, ""));
}
/** 低效土地进行盘活利用, 100个突出问题进行重点攻坚: what is done, and to what. */
const HANDLED = /^([^进]{2,30})(?:进行|予以)(重点|集中|全面)?([\u4e00-\u9fff]{2,12})$/u;
const PICKED = /^(?:选取|遴选|筛选|选择)$/u;
/** 项目早日投产, 大棚要全部投产, 人口稳定增收. */
const SURELY =
  /(?:要|将|均)?(?:确保|力争|全部|早日|顺利|如期|稳定|基本)+(?=(?:投产|增收|入驻|建成|开工|完工|落地|达到|实现|解决|竣工|投用|通过|达标))/gu;
/** 一般公共预算收入可比, 财政收入预计完成, 投资累计, 区财政每年至少, 总产值按, 产量继续: said of the figure, not of what is counted. */
const TAIL_SAID =
  /(?<=.{3})(?:(?<!对)可比|(?<!投资|任务)(?:预计)?完成|累计|全部|分别|每[人户生亩](?:每[年月天])?|达到每[千万百]人|每年至少|每年|至少|预计|全年|全长|总长(?:度)?|按?(?:同|可比)(?:口径|价格?)|按|继续)+$/u;
/** 公交路线等重点任务, 旅游居住设施目标: what closes a list or says that it is aimed at. */
const LIST_CLOSED = /(?<=.{2})等(?:重点|主要)?(?:任务|工作|项目|工程|指标)?$|(?<=.{4})(?<!年度|工作|主要|预期)目标$/u;
/** 老化闸门进行维修: the light verb says nothing. */
const HANDLING = /(?<=.{2})(?:进行|予以)(?=[\u4e00-\u9fff]{2,6}$)/u;
/** 泵站全面维修改造, 园区累计入驻企业: how far it went. */
const THROUGHOUT = /(?<=[\u4e00-\u9fff]{2})(?:全面(?=[\u4e00-\u9fff]{2,4}$)|累计(?=[\u4e00-\u9fff]{2}))/gu;
const withLightVerb = (name: string, whom: string, what: string) =>
  name.slice(whom.length, name.length - what.length) + what;

const FIRM_VERB = /(?:新发放|发放|办理|安装|加装|配备|布局|新建|建设)/u;
/** 10类重点就业群体新发放创业担保贷款, 公共场所布局…: what is done, where a long thing begins with whom or where it is done. */
function longRecipientGone(name: string): string {
  const at = name.search(FIRM_VERB);
  if (at < 3 || leadingVerb(name) !== "") return name;
  const whom = name.slice(0, at);
  return /(?:群体|场所|区域|单位|企业|学校)$/u.test(whom) ? name.slice(at) : name;
}

function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && "、，：:的）)”".includes(text[start] ?? "")) start++;
  while (end > start && "、，：:（(“".includes(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}

/** What a clause beside a figure is about, by its words. */
export function aimOf(clause: string): Subject {
  const trimmed = trimLeading(clause.trim(), false);
  const verb = leadingVerb(trimmed);
  const isIntroducing =
    /^(?:实施|推进|启动|开展|实现|完成|推动|用于|支持)$/u.test(verb) ||
    (/^(?:建设|新建|续建|改建|扩建)$/u.test(verb) && /(?:工程|项目)$/u.test(trimmed));
  return { verb, thing: isIntroducing ? trimmed.slice(verb.length) : trimmed };
}

/**
 * Drafts of one name in a department that are different things get different names: a level and its growth (…增速), a level and by how
 * much it changes (…增加).
 */
export function distinguished(drafts: readonly Draft[]): Draft[] {
  const keys = drafts.map(({ department, indicator }) => `${department ?? ""}|${normaliseName(indicator)}`);
  const kinds = new Map<string, string>();
  const apart = new Set<string>();
  for (const [at, draft] of drafts.entries()) {
    const key = keys[at] ?? "";
    const kind = kindOfName(draft);
    if ((kinds.get(key) ?? kind) === kind) kinds.set(key, kind);
    else apart.add(key);
  }
  if (apart.size === 0) return [...drafts];
  return drafts.map((draft, at) =>
    apart.has(keys[at] ?? "") ? { ...draft, indicator: draft.indicator + suffixOf(draft) } : draft,
  );
}

const isPoints = ({ unit }: Draft) => unit.endsWith("百分点");
const kindOfName = (draft: Draft) =>
  draft.kind === "growth"
    ? isPoints(draft)
      ? "points"
      : "growth"
    : draft.kind === "flow" && draft.direction
      ? "change"
      : "level";

function suffixOf(draft: Draft): string {
  switch (kindOfName(draft)) {
    case "growth":
      return /(?:增速|增幅|涨幅|增长率|降幅)$/u.test(draft.indicator) ? "" : "增速";
    case "points":
      return draft.direction === "down" ? "下降" : "提高";
    case "change":
      return draft.direction === "down" ? "减少" : "增加";
    default:
      return "";
  }
}
