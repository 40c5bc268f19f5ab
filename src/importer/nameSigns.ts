/** Figures that are part of a name, say which of many is meant, or only sound: 5000吨级, 第3名, 六大行动. */
import { counts, inUnits, inWords, type Sign } from "./signs";
import { isSlogan } from "./slogans";

export const NAMES: readonly Sign[] = [
  // 图书馆开放至晚9点: a time of day.
  { reason: "date", of: inUnits("点"), before: /(?:[至到早晚夜]|[上下中]午|[早晚]上|凌晨)$/u },
  // 5000吨级, 12号线: what follows makes a name of the figure.
  {
    reason: "name",
    behind:
      /^(?:级|型|类|式|版|届|周年|强(?!度)|后|号|线(?!路)|代|期工程|元店|米级|年(?!度|交易|销售|产值|产量|营业|营收|收入|纳税|利润|处理|吞吐)|折|制(?![药造定修度]))/u,
  },
  { reason: "name", of: (counted) => !counts(counted), behind: /^星级/u },
  // 五台山
  { reason: "name", of: inWords, behind: /^(?:山|岭|峰)/u },
  // 21路公交
  { reason: "name", of: inUnits("路"), behind: /^(?:公交|车|线)/u },
  // 23部门联合印发
  { reason: "name", of: inUnits("部"), behind: /^(?:门|委(?!员))/u },
  // 5个G, 4A景区
  { reason: "name", of: counts, behind: /^[GDA]\b(?!级)/ },
  // 在10家基础上: what one starts from.
  { reason: "name", behind: /^(?:在|于)?(?:现有|原有|已有)?(?:的)?基础上/u },
  // 3个方面
  {
    reason: "name",
    of: counts,
    behind: /^(?:方面|环节|层面|维度|阶段|领域|板块|部分|篇章|章节|层级|季度|星期|百分点)/u,
  },
  // 召开全市30万亩茶园建设现场推进会: what a meeting is about.
  {
    reason: "name",
    of: ({ bareUnit }) => !/^[场次个]/u.test(bareUnit),
    before: /(?:召开|举行|举办|在)[^，。；]{0,8}$/u,
    behind: /^[^，。；、\d]{2,24}?(?:现场会|推进会|推进会议|动员会|动员大会|座谈会|部署会)(?:议)?(?=[上，。；]|$)/u,
  },
  // 举行甲县、乙县2个示范县和3个景区的授牌仪式
  {
    reason: "name",
    of: counts,
    head: /(?:举行|举办)[^。；]*$/u,
    beyond:
      /^[^。；，\n]{0,30}(?:授牌|揭牌|挂牌|颁奖|签约|启动|开工|竣工|表彰|交接|捐赠|发布|开幕|闭幕|通车)(?:仪式|大会|典礼)/u,
  },
  // 用好《…的十条》措施: what it is called.
  { reason: "name", of: (figure) => figure.isChinese && counts(figure), behind: /^》/u },
  // 地铁二期: which part of it.
  {
    reason: "name",
    of: ({ isChinese, bareUnit }) => isChinese && bareUnit === "期",
    unless: { before: /(?:培训|班|活动|举办)[^，。；]{0,4}$/u },
  },
];

const RANKED = inUnits("位 名");
export const RANKS_AND_SLOGANS: readonly Sign[] = [
  // 第3, 前20名; 每3个.
  { reason: "rank", before: /(?:[第每]|(?<![目日此])前|每隔)$/u },
  // 退出倒十名
  { reason: "rank", of: RANKED, before: /(?:排名|位次)?[倒后]$/u },
  // 位列全省第5位
  { reason: "rank", of: RANKED, before: /(?:位列|位居|居全.|排名|进入?前)[^，。；]{0,4}$/u },
  // 跻身百强
  { reason: "rank", of: inWords, before: /(?:排名|位列|位居|全国|全省|百强|十大|前列|编号|电话|热线|逢|届)$/u },
  // 六大行动
  { reason: "slogan", of: inWords, holds: isSlogan },
  // 实现两个翻番, 作为翻一番的支撑: spoken of.
  { reason: "slogan", of: ({ isGrowth }) => isGrowth, before: /个$/u },
  { reason: "slogan", of: ({ isGrowth }) => isGrowth, behind: /^(?:的|打好|打下|奠定)/u },
  // 有3个明显的特征: what one speaks of.
  {
    reason: "slogan",
    of: counts,
    behind:
      /^(?:明显|显著|突出|鲜明|主要|重要|基本|新)*的?(?:特征|特点|亮点|看点|关键词|关键|原因|优势|短板|难题|瓶颈|矛盾)(?=[，。：；]|$)/u,
  },
  // 做到6个“始终坚持”: headlines counted.
  {
    reason: "slogan",
    of: counts,
    before: /(?:做到|坚持|实现|突出|强化|聚焦|抓好|打好|落实|落实好|把握|处理好|增强|做好)$/u,
    behind: /^“[^”\n]{2,8}”(?=[，。：；\n]|$)/u,
  },
];
