/** The authority with which a sentence begins, where it acts or speaks: 今年，市水务局将…; 记者从市住建局获悉; 区水务局相关负责人介绍. */
import { AUTHORITY_NAME, MINISTRY, NO_SPEAKER } from "./lexicon";

const either = (words: string) => words.split(" ").join("|");

/** What may stand before the name: a number, a dash, who reports, when, of what. */
const LEADING_IN =
  '[\\s　“”"「」》■□◆◇●○▲△★☆►▶•·※*#]*(?:(?:—|-)+)?(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．])?\\s*(?:本报讯|[（(][^（）()\\n]{0,20}(?:记者|通讯员)[^（）()\\n]{0,30}[）)]|本报记者|新的一年|(?:20\\d\\d|今|明)年|下一步|接下来|下阶段|近日|日前|昨日|\\d{1,2}月\\d{1,2}日|会上|会议上|同时|此外|另外|其中|对此|采访中|(?:谈到|谈及|说到|说起|对于|关于|针对|围绕|就)[^，。：\\n]{1,16}[，,]|据悉|另据?|与此同时|随后|据了解|[\\u4e00-\\u9fff]{0,6}?记者(?:昨[日天]?|日前|近日|今[天日]?|当日|从)*|昨[日天]?(?=从)|里|内|[，,、\\s　])*(?:(?:记者|主持人|网友|问)[：:])?(?:请问?|想问|[\\u4e00-\\u9fff]{1,8}的(?=[省市县区州盟旗])|来自|从|在|据|由|(?:专访|访谈|采访|访|对话|走进|连线)(?=[\\u4e00-\\u9fff]{0,3}[省市县区州盟旗]))?';
const OFFICES = either("党组书记 党委书记 局长 主任 厅长 书记 院长");
/** What follows a name that acts or speaks, whatever the name is. */
const GOES_ON = `(?=[：:]|[，,]?(?:20\\d\\d年|今年|明年|全年|年内|下一步)|方面|[\\u4e00-\\u9fff]{0,4}?(?:负责人|人士|同志|工作人员|消息|获悉|了解|采访|看到|见到|走访)|[\\u4e00-\\u9fff]{2,10}?(?:科|处|股|室|站|中心|大队)(?:(?:有关|相关)?(?:负责人|同志|人士)|科长|处长|股长|站长|主任|大队长)|、[\\u4e00-\\u9fff]{0,3}?[省市县区州盟旗][\\u4e00-\\u9fff]{1,12}?(?:局|委|办|厅|联|会|公司)|要(?!求)|计划(?!生育)|以[^，。]{2,14}为|也(?:将|要|计划)|还(?:将|要|计划)|副?(?:${OFFICES})|党组|党委|[，,]|${either(
  "将 拟 力争 确保 继续 聚焦 围绕 紧盯 紧扣 坚持 着力 全力 持续 加快 深入 积极 大力 扎实 牢牢 按照 把 则 表示 介绍 提出 承诺 明确",
)})`;
const AT_HEAD = new RegExp(`^${LEADING_IN}(${AUTHORITY_NAME})${GOES_ON}`, "u");
const HEAD = 60; // characters in which a sentence names who acts

const HOW = either(
  "紧紧 强力 奋力 聚力 稳步 有序 科学 精准 主动 及时 认真 坚决 切实 不断 进一步 多措并举 三措并举 四措并举 五措并举 多举措 多点 统筹 全面 充分 严格 从严 联合 会同 牵头 负责 始终 分别 共 已 新 再 累计 今后",
);
const WHAT = either(
  "推进 推动 抓好 做好 开展 实施 打造 建设 新建 新增 改造 完成 组织 培育 争取 提升 整治 治理 结合 立足 锚定 对标 瞄准 落实 启动 部署 安排 谋划 出台 制定 编制 发布 公布 召开 举行 印发 下发 发出 透露 组建 成立 出席 牵头 加强 加大 强化 优化 完善 深化 用好 打好 办好 建立 健全 构建 创新 探索 引进 投入 筹集 发放 举办 承办 开工 办理 服务 支持 保障 巩固 扩大 增加 减少 拓宽 拓展 突出 抢抓 发挥 履行 为 对 通过 依托 利用 根据 采取 共有 列出 确定 负责 承担 包括 高标准 高质量",
);
/** 市水利局新建水库3座, 县交通局强力推进…: an authority with its level of government, right before what it does and how. */
const ACTS_AT_HEAD = new RegExp(
  `^${LEADING_IN}((?:[\\u4e00-\\u9fff]{0,3}?[省市县区州盟旗])[\\u4e00-\\u9fff]{1,12}?(?:局|委(?!员|托|屈|派|会|办|组|书|常)|厅|办(?![法理学公事好成结案证件])|管委会|妇联|残联|工商联|供销社|${MINISTRY}))(?=(?:${HOW})|(?:${WHAT})|、[\\u4e00-\\u9fff]{0,3}?[省市县区州盟旗][\\u4e00-\\u9fff]{1,12}?(?:局|委|办|厅|联|会|公司))`,
  "u",
);

/** 另据市园林中心消息, 区水务集团相关负责人介绍, 市公路中心将继续…: what else has a level of government, where it is heard of or acts. */
const HEARD_OF = new RegExp(
  `^${LEADING_IN}([省市县区州盟旗][\\u4e00-\\u9fff]{2,10}?(?:中心|集团|公司|[总支大]队|管理处|服务处))(?=消息|获悉|了解到|有关|相关|负责人|主任|介绍|表示|[将要](?:进一步|继续|坚持|按照|聚焦|围绕|立足|持续|积极|全力|认真|严格|加大|充分))`,
  "u",
);

/** 区交警大队增设…: a squad acts, and is nothing that is built. */
const SQUAD = new RegExp(
  `^${LEADING_IN}([省市县区州盟旗][\\u4e00-\\u9fff]{2,10}?[总支大]队)(?=[将要拟]|计划|今年|${HOW}|${WHAT}|增设)`,
  "u",
);

/** Without one of these nobody is named, and the longer look is spared. */
const NAMES_ANY = /[局委厅部办队处心团司院会联社]/u;
const NAMES_AUTHORITY = /[局委厅部办]|法院|检察院|总工会|[妇残]联|商联|销社/u;
const NAMES_OTHER = /中心|集团|公司|[总支大]队|[管服][理务]处/u;

export interface SentenceHead {
  readonly start: number;
  readonly end: number;
  readonly department: string;
}

/** The authority that acts or speaks at the head of the sentence at `start`, as written; null where none does. */
export function authorityAtHead(text: string, start: number): SentenceHead | null {
  const head = text.slice(start, start + HEAD);
  if (!NAMES_ANY.test(head)) return null;
  const found =
    (NAMES_AUTHORITY.test(head) ? (AT_HEAD.exec(head) ?? ACTS_AT_HEAD.exec(head)) : null) ??
    (NAMES_OTHER.test(head) ? (HEARD_OF.exec(head) ?? SQUAD.exec(head)) : null);
  const name = found?.[1];
  if (!found || name === undefined || NO_SPEAKER.test(name)) return null;
  return { start, end: start + found[0].length, department: name };
}

/** 记者从发布会上获悉，去年以来，市交通局紧扣…: who acts in what was heard. */
export function behindHearing(text: string): number[] {
  return [
    ...text.matchAll(
      /(?:获悉|了解到|得知|据?悉)[，,](?:20\d\d年以?来[，,]|今年以来[，,])?(?=[\u4e00-\u9fff]{0,8}[省市县区州盟旗])/g,
    ),
  ].map(({ index, 0: mark }) => index + mark.length);
}
