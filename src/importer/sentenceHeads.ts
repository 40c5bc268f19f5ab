/** The authority that acts or speaks at the head of a sentence or a clause: 今年，市水务局将…; 记者从市住建局获悉; …，区水务局则新建…. */
import { AUTHORITY_NAME, LEVELLED_NAME, JOINED_ON, OTHER_UNIT, namesNobody } from "./authorityNames";
import type { Layout } from "./layout";
import { tellsOfSmaller } from "./placeLevels";
import type { Scan } from "./scan";
import type { Voice } from "./voiceReach";

const either = (words: string) => words.split(" ").join("|");
const LEVEL = "省市县区州盟旗";

/** Who writes of what he has heard. */
const REPORTER = "记者|笔者|小编|通讯员";
/** What may stand before the name: a number, a dash, who reports, when, of what. */
const LEADING_IN = `[\\s　“”"「」》■□◆◇●○▲△★☆►▶•·※*#]*(?:(?:—|-)+)?(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．])?\\s*(?:[\\u4e00-\\u9fff]{1,8}讯|[（(][^（）()\\n]{0,20}(?:记者|通讯员)[^（）()\\n]{0,30}[）)]|本报记者|新的一年|(?:20\\d\\d|今|明)年|下一步|接下来|下阶段|近日|近期|近来|日前|前不久|昨日|(?:\\d{1,2}月)?\\d{1,2}日|日(?=[，,])|会上|会议上|同时|此外|另外|其中|对此|采访中|(?:谈到|谈及|说到|说起|对于|关于|针对|围绕|就)[^，。：\\n]{1,16}[，,]|据悉|另据?|与此同时|随后|据了解|[\\u4e00-\\u9fff]{0,6}?(?:${REPORTER})(?:昨[日天]?|(?:\\d{1,2}月)?\\d{1,2}日|[上下]午|日前|近日|近期|近来|前不久|今[天日]?|当日|还|又|另|也|同时|从(?!化[区市]))*|昨[日天]?(?=从)|里|内|[，,、\\s　])*(?:(?:记者|主持人|网友|问)[：:])?(?:请问?|想问|[\\u4e00-\\u9fff]{1,8}的(?=[${LEVEL}])|来自|从(?!化[区市])|在|据|由|(?:专访|访谈|采访|访|对话|走进|连线)(?=[\\u4e00-\\u9fff]{0,3}[${LEVEL}]))?`;
const PLACED = `[\\u4e00-\\u9fff]{0,3}?[${LEVEL}][\\u4e00-\\u9fff]{1,12}?`;
const OFFICES = either("党组书记 党委书记 局长 主任 厅长 书记 院长");
const ANOTHER = `、${PLACED}(?:局|委|办|厅|联|会|公司|集团|中心|[总支大]队|院|处)`;
/** Who is heard of: 市水利局消息, 市住建局相关负责人, 市人社局就业科科长, 从市民政局日前召开的会议上获悉. */
const HEARD_OF = `[\\u4e00-\\u9fff]{0,4}?(?:负责人|人士|同志|工作人员|消息|获悉|了解|采访|看到|见到|走访)|[\\u4e00-\\u9fff]{2,10}?(?:科|处|股|室|站|中心|大队)(?:(?:有关|相关)?(?:负责人|同志|人士)|科长|处长|股长|站长|主任|大队长)|(?:日前|近日|昨日)?(?:召开|举行|举办|组织|印发|出台|发布|公布)的?[^，。\\n]{2,40}?(?:获悉|了解到|得知)|[\\u4e00-\\u9fff]{0,16}?会议?上?(?:获悉|了解到|得知)`;
/** 市教育局要抓好落实: told to do, by somebody else. */
const ORDERED = "求|抓好|认真|切实|严格|及时|牵头|会同";
const HEARING = either("表示 介绍 提出 承诺 明确 透露 公布 发布");
/** 市水务局在召开的工作会上明确. */
const AT_MEETING = `在[^，。\\n]{0,30}?[会动式谈]上(?:${HEARING}|说)`;
/** 市交通局昨天发布: when, between who and what. */
const WHEN = "(?:昨[日天]|今[日天]|近日|日前|(?:\\d{1,2}月)?\\d{1,2}日|[上下]午)*";
/** 市民政局近日印发实施《…计划》, 联合市财政局出台《…方案》: whose paper it is. */
const ISSUES = `${WHEN}(?:正式|新近|联合(?:[\\u4e00-\\u9fff、]{2,20}?[局委厅办联会](?:等[\\u4e00-\\u9fff]{0,4})?)?)?(?:印发|出台|制[定订]|编制|发布|下发|公布|推出)(?:并|实施|了|出台|下发)*[^，。；《》\\n]{0,12}《`;
/** What follows a name that acts or speaks, whatever the name is. */
const GOES_ON = `(?=[：:]|[，,]?(?:20\\d\\d年|今年|明年|全年|年内|下一步)|方面|${AT_MEETING}|${HEARD_OF}|${ANOTHER}|要(?!求)|计划(?!生育)|以[^，。]{2,14}为|也(?:将|要|计划)|还(?:将|要|计划)|副?(?:${OFFICES})|党组|党委|[，,]|${either(
  "将 拟 力争 确保 继续 聚焦 围绕 紧盯 紧扣 坚持 着力 全力 持续 加快 深入 积极 大力 扎实 牢牢 按照 把 则",
)}|${ISSUES}|${WHEN}(?:${HEARING}))`;
const AT_HEAD = new RegExp(`^${LEADING_IN}(${AUTHORITY_NAME})${GOES_ON}`, "u");
const HEAD = 60; // characters in which a sentence names who acts

const HOW = either(
  "紧紧 强力 奋力 聚力 稳步 有序 科学 精准 主动 及时 认真 坚决 切实 不断 进一步 多措并举 三措并举 四措并举 五措并举 多举措 多点 统筹 全面 充分 严格 从严 联合 会同 牵头 负责 始终 分别 共 已 新 再 累计 今后",
);
const WHAT = either(
  "推进 推动 抓好 做好 开展 实施 打造 建设 新建 新增 改造 完成 组织 培育 争取 提升 整治 治理 结合 立足 锚定 对标 瞄准 落实 启动 部署 安排 谋划 出台 制定 编制 发布 公布 召开 举行 印发 下发 发出 透露 组建 成立 出席 牵头 加强 加大 强化 优化 完善 深化 用好 打好 办好 建立 健全 构建 创新 探索 引进 投入 筹集 发放 举办 承办 开工 办理 服务 支持 保障 巩固 扩大 增加 减少 拓宽 拓展 突出 抢抓 发挥 履行 为 对 通过 依托 利用 根据 采取 共有 列出 确定 负责 承担 包括 高标准 高质量",
);
/** 市水利局新建水库3座, 县交通局强力推进…: an authority with its level of government, right before what it does and how. */
const ACTS_AT_HEAD = new RegExp(`^${LEADING_IN}(${LEVELLED_NAME})(?=${HOW}|${WHAT}|在|${ANOTHER})`, "u");

/** 市文化中心将建设, 江北医院将投用: what is built, and nobody who acts. */
const IS_BUILT = `(?:全面|加快|正式|如期)?(?:建设|建成|开工|竣工|投用|投入|启用|开放|开业|开馆|完工|封顶|搬迁|扩建|改建)`;
/** Companies, centres and the like are heard of, and act where they cannot be what is built: 市水务集团今年将更换…. */
const OTHERS = new RegExp(
  `^${LEADING_IN}(${OTHER_UNIT}|(?<![\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,4}(?:镇|乡|街道)(?=[：:])|(?<=[从据])[\\u4e00-\\u9fff]{2,12}?(?:集团|公司|中心|医院|学院)(?=获悉|了解到|介绍))(?=[：:]|消息|获悉|了解到|有关|相关|负责人|主任|表示|介绍|(?:今年|明年|全年|年内)?(?:将|要(?!${ORDERED})|拟|计划)(?!${IS_BUILT})|(?<=[总支大]队|集团|公司)(?:[将要拟]|计划|今年|负责|${HOW}|${WHAT}|增设))`,
  "u",
);

/** Behind a comma a name must show its level, and act by a word that says so: …，市教育局将新建…. */
const PLAINLY = `(?:今年|明年|全年|年内)?(?:将|拟|计划(?!生育)|力争|要(?!${ORDERED}))`;
/** 市住建局负责改造…; but …，由市林业局负责实施。 looks back. */
const TAKES_ON = "(?:负责|牵头|承担)(?!(?:组织|具体)?(?:实施|落实|推进|办理|完成)?[。；\\n])";
const WILL = `${PLAINLY}|则|也|还|${TAKES_ON}|今年|明年|全年|${AT_MEETING}|${HEARING}|新建|新增|改造|推进|实施|启动|开展|打造|完成|建成`;
const IN_CLAUSE = new RegExp(
  `^[\\s　“”]*(?:[据从](${AUTHORITY_NAME})(?=${HEARD_OF}|${HEARING})|(?:而|由|同时|其中|今年|明年|目前|当前)*(?:(${AUTHORITY_NAME})(?=${PLAINLY}|${ISSUES}|${WHEN}(?:${HEARING}))|(${LEVELLED_NAME})(?=${WILL})|(${OTHER_UNIT})(?=(?:今年|明年|全年|年内)?(?:将|拟|计划)(?!${IS_BUILT})|${TAKES_ON})))`,
  "u",
);

/** Without one of these nobody is named, and the longer look is spared. */
const NAMES_ANY = /[局委厅部办队处心团司院会联社行关学校镇乡街]/u;
const NAMES_AUTHORITY = /[局委厅部办]|法院|检察院|总工会|[妇残]联|商联|销|[文侨社]联|科协|十字会|贸促会/u;

/** The authority that acts or speaks at the head of the sentence at `start`; null where none does. */
export function authorityAtHead(text: string, start: number): Voice | null {
  const head = text.slice(start, start + HEAD);
  if (!NAMES_ANY.test(head)) return null;
  const found =
    (NAMES_AUTHORITY.test(head) ? (AT_HEAD.exec(head) ?? ACTS_AT_HEAD.exec(head)) : null) ?? OTHERS.exec(head);
  return voiceOf(text, start, found);
}

/** The same at the head of a clause, where it is told more plainly. */
function authorityInClause(text: string, start: number): Voice | null {
  return voiceOf(text, start, IN_CLAUSE.exec(text.slice(start, start + HEAD)));
}

/** 近段从江州市水利局: what a text heard from it stands before its name; but 从化区教育局 is one. */
const HEARD_FROM = /^[\u4e00-\u9fff]{0,6}从(?!化)(?=[\u4e00-\u9fff]{3})/u;
const ISSUED = /^[^，。；《》\n]{0,40}?(?:印发|出台|制[定订]|编制|下发|公布|推出|发布)[^，。；《》\n]{0,16}《/u;
const TOLD_BEHIND = 240; // characters behind a paper in which the text tells whose place it speaks of
const HEARD = /记者|据|从|获悉|了解|消息|负责|介绍|表示|透露|发布|[会动式谈]上(?:明确|提出|说)/u;

function voiceOf(text: string, start: number, found: RegExpExecArray | null): Voice | null {
  const written = found?.slice(1).find(Boolean);
  const name = written?.replace(HEARD_FROM, "").replace(JOINED_ON, "");
  if (!found || name === undefined || name.length < 3 || namesNobody(name)) return null;
  const end = start + found[0].length;
  if (OVERSEER.test(name) && OVERSEES.test(text.slice(start + found[0].indexOf(name) + name.length, end + HEAD)))
    return null;
  const isIssuer = ISSUED.test(text.slice(end, end + HEAD));
  // 省水利厅印发《…规划》。我市今年…: somebody else speaks of his own place.
  if (isIssuer && tellsOfSmaller(text.slice(end, end + TOLD_BEHIND), name)) return null;
  const others = ALONG.exec(text.slice(end, end + LONGEST_LIST))?.[1] ?? "";
  const closed = /^[\s　”」』]*/u.exec(found[0])?.[0].length ?? 0; // of what was said before
  return {
    start: start + closed,
    end,
    department: name + others,
    speaker: null,
    isHeard: isIssuer || HEARD.test(text.slice(start, end + 30)),
    isIssuer,
  };
}

/** 市政府办公室将定期督查: who sees to it that others keep their word promises nothing by it. */
const OVERSEER = /(?:政府办公?[室厅]?|党政办|督查室|督查办|目标办|考核办|绩效办|小组办公室)$/u;
const OVERSEES = /^[^。；\n\d]{0,40}?(?:督查|督办|督导|督促|通报|考核|跟踪|检查|调度)/u;

/** 市住建委、市发改委等要建设…: those who act together; but 市金融办、市工商联联合… is led by the first. */
const ALONG = new RegExp(
  `^((?:、${PLACED}(?:局|委|办|厅|中心|[总支大]队|公司|集团|联))+)(?:等|和[^，。；\\n]{0,8}?政府)?(?=[将要拟：:]|计划|负责|今年)`,
  "u",
);
const LONGEST_LIST = 80;

/** A place near its beginning shows that a clause may begin with an authority. */
const MAY_NAME = new RegExp(`^[\\s　“”]*(?:[据从]|[\\u4e00-\\u9fff]{0,5}?[${LEVEL}团网关局厅委])`, "u");

/** Everyone who acts at the head of a sentence or a clause, in any order. */
export function actingVoices(text: string, { stops, words }: Scan, { sentences }: Layout): Voice[] {
  const starts = [
    ...sentences.map(({ start }) => start),
    ...behindQuotations(text),
    ...behindHearing(text),
    ...reporters(text),
  ];
  const clauses: number[] = [];
  for (const at of stops) {
    const character = text[at];
    if (character !== "；" && character !== "，" && character !== "," && character !== "：") continue;
    if (MAY_NAME.test(text.slice(at + 1, at + 8))) (character === "；" ? starts : clauses).push(at + 1);
  }
  for (const { mark, start } of words) {
    if (mark !== "subject") continue;
    const before = /[^。；;！？：:，,\n]*$/u.exec(text.slice(Math.max(0, start - LONGEST_NAME), start))?.[0] ?? "";
    clauses.push(start - before.length);
  }
  return [
    // A quotation mark at the end of a line is none of the next line's.
    ...starts.flatMap(
      (start) => (CLOSES_LINE.test(text.slice(start, start + 4)) ? null : authorityAtHead(text, start)) ?? [],
    ),
    ...clauses.flatMap((start) => authorityInClause(text, start) ?? []),
  ];
}

const LONGEST_NAME = 20;
const CLOSES_LINE = /^[”"』」》）)\s　]*\n/u;
/** “…，”列席会议的市教育局负责人说: who said what is quoted. */
function behindQuotations(text: string): number[] {
  return [...text.matchAll(/”[，,]?(?=[\u4e00-\u9fff]{0,8}[省市县区州盟旗])/g)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
}
/** 江州日报讯（记者 何山）近日，记者从市旅游局获悉: whatever stands before who reports. */
function reporters(text: string): number[] {
  return [...text.matchAll(REPORTS)].map(({ index }) => index);
}
const REPORTS = new RegExp(`(?:${REPORTER})(?=[^，。；：\\n（）]{0,8}[从在])`, "gu");
/** 记者从发布会上获悉，去年以来，市交通局紧扣…: who acts in what was heard. */
function behindHearing(text: string): number[] {
  return [
    ...text.matchAll(
      /(?:获悉|了解到|得知|据?悉)[，,](?:20\d\d年以?来[，,]|今年以来[，,])?(?=[\u4e00-\u9fff]{0,8}[省市县区州盟旗])/g,
    ),
  ].map(({ index, 0: mark }) => index + mark.length);
}
