/** Figures that tell what was reached, or by which something is reckoned, and at which nobody aims. */
import { counts, inUnits, items, money, shares, type Of, type Sign } from "./signs";

/** What makes a promise of all that its sentence counts as completed. */
const FIRM_AHEAD =
  /力争|确保|争取|努力|务必|保证|计划|(?<!主|重|需|必|纲|概|提)要(?!素)|将|年内|年底|月底|月末|底前|今年|明年|实现|推动|目标/u;

export const TOLD: readonly Sign[] = [
  // …5亿元等等，这些成绩: told before it is summed up.
  { reason: "past", beyond: /^[^。；\d]{0,4}等等?[，,]?(?:这些|以上|上述)(?:成绩|成效|变化|成就|荣誉)/u },
  // 巩固村集体收入100万元以上全覆盖成果: what was brought about.
  { reason: "past", head: /巩固[^，。；]*$/u, rest: /^[^，。；\d]*成果(?=[，。；]|$)/u },
  // 超过验收标准1.2个百分点, 高于目标2.1个百分点: what was reached.
  {
    reason: "past",
    of: ({ bareUnit }) => bareUnit.endsWith("百分点"),
    before: /(?:超出|超过|高于|低于|优于|快于)[^，。；\d]{0,10}(?:标准|目标|要求|计划|时序进度|序时进度)$/u,
    unless: { said: /力争|确保|争取|将|要求达到/u },
  },
  // 投资325亿元，是前63年总和的1.2倍: measured by what went before.
  {
    reason: "past",
    beyond:
      /^[^，。；\d]{0,6}，(?:是|相当于)[^，。；]{0,24}(?:总和|以来|上届|上一届|同期|过去[^，。；]{1,4}年|历史)[^，。；\d]{0,4}的?[\d.]+倍/u,
  },
  {
    reason: "past",
    of: inUnits("倍"),
    head: /(?:^|，)(?:是|相当于)[^，。；]{0,24}(?:总和|以来|上届|上一届|同期|过去[^，。；]{1,4}年|历史)[^，。；\d]{0,4}的?$/u,
  },
  // 应出席代表181名，实际出席158名.
  {
    reason: "past",
    of: (figure) => counts(figure) && /^[名人位]$/u.test(figure.bareUnit),
    before:
      /(?:出席|到会|应到|实到|参会|列席)(?:的)?(?:会议)?(?:的)?(?:人大|政协)?(?:代表|委员|人员|人数)?(?:共|为)?$/u,
  },
  // 共10个项目被列入
  { reason: "past", of: counts, behind: /^[^，。；\n]{0,10}?(?:被(?:列入|纳入|评为|确定|认定)|候选(?:项目|事项))/u },
  // 收集意见建议110条, 票决产生10件
  {
    reason: "past",
    of: counts,
    head: /(?:公开征集|接收|受理|收到|征集到?)[^，。；\n\d]{0,8}(?:20\d\d年)?[^，。；\n\d]{0,6}(?:实事|留言|投诉|来信|来电|诉求|建议|意见|线索|项目建议)$|(?:收集|征集|梳理|征求|收到|筛选|票决|投票|评选)[^，。；\n]{0,24}?(?:意见|建议|诉求|线索|产生|确定|形成|(?<![突杰付支])出|到|了)[^，。；\n]{0,6}$/u,
  },
  // 会议总结了全年工作，对20个先进集体进行表彰: done at the meeting.
  {
    reason: "past",
    of: counts,
    said: /(?:会议|大会|会上|仪式上)[^。；]*(?:对|为|向|给|表彰)[^，。；]{0,10}$/u,
    behind: /^[^，。；\d]{2,30}(?:表彰|表扬|颁奖|授牌|授奖)[^，。；\d]{0,4}$/u,
    unless: { said: /将|计划|拟|今年|年内|全年(?!工作)|召开|举办/u },
  },
  // 人才公寓（420套）已完成主体施工: what has come how far.
  {
    reason: "past",
    said: /[\u4e00-\u9fff][（(](?:共|计|共计)?$/u,
    beyond:
      /^[）)](?:目前|现|均|全部|也|主体|项目)*已(?:经|全部|全面|基本|正式|陆续)*(?:完成|建成|开工|动工|竣工|完工|封顶|交付|达到|实现|投用|启用|通过|启动|进场|投产|通车|分配|入住)/u,
  },
  // 48个实施项目，46个项目顺利完成: told, where nothing lies ahead.
  {
    reason: "past",
    of: items,
    behind:
      /^[^，。；、\d将要前底]{0,14}?(?:实事|项目|任务|指标|工程|事项|工作|改革|目标)(?:均|已|都|也|年度|如期|高质量)*(?:(?:顺利|圆满|超额)|(?<=实事|指标|事项)(?:全部|全面))(?:完成|完工|竣工|办结)(?=[，。；、]|$)/u,
    unless: { said: FIRM_AHEAD },
  },
  // 各单位负责人90余人参加会议
  {
    reason: "past",
    of: inUnits("人 名 位"),
    behind: /^(?:参加|出席)(?:了)?(?:本次|此次|这次)?(?:会议|大会|活动|仪式|座谈会)(?=[，。；]|$)/u,
    unless: { said: FIRM_AHEAD },
  },
  // 干部群众等800余人，奋战在工地上: who is there.
  {
    reason: "past",
    of: inUnits("人 名 位"),
    beyond: /^，?(?:一起|共同)?(?:奋战|活跃|坚守|忙碌|齐聚|相聚|汇聚|聚集)(?:在|于)/u,
  },
  // 高于考核标准4个百分点
  { reason: "past", of: shares, before: /(?:超出|高于|超过)[^，。；\d]{0,6}(?:认定|验收|考核|创建|达标)标准$/u },
  // 增长9%（年度目标6%以上）: what was reached, beside what was aimed at.
  { reason: "past", said: /\d[\d.]*[%％\u4e00-\u9fff]{0,4}[（(](?:全年|年度|年初)?(?:目标|计划|任务)(?:数|值|为)?$/u },
  { reason: "past", beyond: /^[\s]*[（(](?:全年|年度|年初)?(?:目标|计划|任务)(?:数|值|为)?\d/u },
];

const AGED: Of = (counted) => shares(counted) || counted.bareUnit === "人";
export const RECKONED: readonly Sign[] = [
  // 10万人死亡率: of how many.
  { reason: "name", behind: /^[\u4e00-\u9fff]{0,3}?(?:死亡率|发病率|发案率|事故率|火灾率|拥有率|受伤率)/u },
  // 高校毕业生将达727万人: how many there will be, of whom nothing is said to be done.
  {
    reason: "scope",
    head: /^[\s　]*(?:今年|全[国省市县区]|预计|20\d\d[年届])*(?:高校|大学)?毕业生(?:人数|规模|总量|总数)?(?:将|预计)*(?:高?达到?|超过?|突破|有|约?为)?$/u,
  },
  // 今年全省将有28万毕业生.
  {
    reason: "scope",
    before: /(?:将|预计|共|会)有(?:约|近)?$/u,
    behind: /^[\u4e00-\u9fff]{0,6}毕业生(?:[，。；、离走毕]|$)/u,
  },
  // 60岁及以上人口占比将突破20%: how the people will age.
  {
    reason: "scope",
    of: AGED,
    head: /\d{2}(?:周)?岁及?(?:以上)?(?:的)?(?:老年|常住|户籍)?人口[^，。；\d]{0,16}(?:占|比重|比例|占比|超过|达|突破|将)[^，。；\d]{0,12}$/u,
  },
  // 60岁以上人口将达到30万人，占总人口的28%.
  {
    reason: "scope",
    of: AGED,
    before: /占[^，。；\d]{0,8}人口(?:总数|总量|比重|比例|的)*(?:约为|约|将?达到?|将?超过?|为)?$/u,
    said: /\d{2}(?:周)?岁及?(?:以上)?(?:的)?(?:老年|常住|户籍)?人口/u,
  },
  // 14个区分别建立中心: the places in which something is done.
  {
    reason: "scope",
    of: inUnits("个"),
    behind: /^(?:县|区|市|县区|县（市、区）|区县|乡镇|镇|街道|村|社区)(?:分别|均|都|各)(?=[\u4e00-\u9fff])/u,
  },
  // 援助包括甲、乙等5大类、15项援助内容: how many kinds are listed.
  {
    reason: "scope",
    of: counts,
    before: /(?:等|共|分为)[\d一二三四五六七八九十]+(?:个)?(?:大类|方面|大项|大方面)、?$/u,
  },
  // 人均7万元，折合9000美元: the same once more.
  { reason: "definition", of: money, before: /(?:折合|相当于|约合)(?:人民币|美元)?约?$/u },
  // 超出省下达6.8万人的既定目标: what was asked.
  {
    reason: "baseline",
    head: /(?:突破|超过|超出|高于|高出)[^，。；\d]{0,10}下达(?:的)?$/u,
    behind: /^的?(?:既定|年度|全年|计划)?(?:目标|任务|指标)/u,
  },
  // 突破规划的10.7万户: what was aimed at before.
  {
    reason: "baseline",
    isLast: true,
    head: /(?:突破|超过|超出|高于|高出)[^，。；\d]{0,16}(?:规划|计划|目标|任务)(?:确定|提出)?的$/u,
  },
  // 比2020年的12.4万吨、1.1万吨分别减少: by what a change is measured.
  {
    reason: "baseline",
    head: /(?:(?<!占)比|较)(?:20\d\d年|上年|去年|上一年|[“"]?十[一二三四五六]五[”"]?(?:期?末))(?:同期|年底|底|末)?的(?:[\d.]+[^，。；、\d]{1,8}、)*$/u,
    behind:
      /^(?:[（(][^（）()]{1,12}[）)])?(?:、[\d.]+[^，。；、\d]{1,8}?)*(?:分别)?(?:净|再|累计)?(?:增|减|降|提高|下|上|翻|压)/u,
  },
  // 完成总目标的84.14%: how far one has come, to the last digit.
  {
    reason: "past",
    of: ({ unit }) => unit === "%",
    head: /完成[^，。；]{0,24}(?:目标|任务|计划|预算)的$/u,
    holds: ({ figure }) => figure.digits > 2,
  },
];
