/** The words of people's own sheets, as data: what the label over a column may say. Rules that use them live in ownSheetColumns.ts. */

/** What a column of a person's own sheet holds. The order is that of the list in which a person corrects it. */
export const OWN_ROLES = [
  "indicator", // 指标, 任务, 事项
  "department", // 责任单位
  "place", // 县市区 below each other
  "group", // 类别, 一级指标
  "unit",
  "target", // 年初计划
  "actual", // 累计完成: what is judged
  "otherFigure", // 本月, a month of several, a contract's sum: a figure that is neither
  "lastYear",
  "rate", // 完成率 of their own
  "growth", // 同比
  "gap",
  "status",
  "measure", // 目标, 实际, 完成率 below each other: each row says which it is of
  "asOf", // 截至期
  "serial",
  "ignored", // 备注, 责任人, 措施
] as const;
export type OwnRole = (typeof OWN_ROLES)[number];

/** One thing a label may say. A label often says several: 本年累计完成 is of the year, cumulative, and an actual. */
export type LabelWord =
  | "serial"
  | "remark"
  | "supporting"
  | "asOf"
  | "due"
  | "score"
  | "status"
  | "lastYear"
  | "growth"
  | "rate"
  | "gap"
  | "forecast"
  | "contract"
  | "pace"
  | "person"
  | "adjusted"
  | "target"
  | "actual"
  | "thisPeriod"
  | "namedPeriod"
  | "cumulative"
  | "annual"
  | "unit"
  | "department"
  | "place"
  | "group"
  | "indicator";

const ENGLISH_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec";

/** A label is compared half width, in small letters, Chinese without blanks. */
export const LABEL_WORDS: readonly (readonly [word: LabelWord, says: RegExp])[] = [
  ["serial", /^(?:序号?|编号|项次|次序|号|行次|代码|no\.?|№|#|s\/?n|id|ref\.?|code)$/u],
  [
    "remark",
    /备注|说明|口径|依据|来源|措施|举措|原因|问题|责任人|联系人|负责人|领导|电话|联系方式|附件|印章|签字|分管|remark|note|comment|reason|contact|narrative|action/u,
  ],
  [
    "person",
    /姓名|人员名|学生|员工|职工|客户|乙方|供应商|经办|业务员|employee|customer|supplier|vendor|student|salesperson|\bstaff\b/u,
  ],
  ["supporting", /配合|协办|协助|参与|参加|协作|supporting/u],
  [
    "asOf",
    /^(?:截[至止](?:期|日期|时间)|统计期|报告期|数据(?:期|时间|截止)|期间|as (?:of|at)(?: date)?|period|reporting period)$/u,
  ],
  [
    "due",
    /时限|期限|完成时间|时间节点|办结|截止时间|完成日期|签订日期|日期|^时间$|[开竣]工时间|deadline|due|(?<!\bto[ -])\bdate\b/u,
  ],
  ["score", /权重|分值|得分|评分|计分|排名|名次|位次|weight|score|\brank/u],
  ["status", /状态|亮灯|是否|达标情况|预警|红黄绿|^灯|^评价|自评(?!完成)|status|\brag\b|on track/u],
  ["lastYear", /上年|去年|同期(?!比)|往年|上一?年度|上期|prior|last year|previous|\bly\b|\bpy\b/u],
  ["growth", /同比|环比|增长|增速|增幅|增减|比上年|较上年|比去年|growth|\byoy\b|y\/y/u],
  [
    "rate",
    /(?:完成|执行|达成|使用|支出|到位|实现|进度|支付|兑现|收缴|达标)(?:率|比例?|百分比|度)|(?:支出|执行|支付|完成|预算|资金|投资|收入)进度|占(?:年度|全年|年初)?(?:目标|计划|预算|任务)|^[为占达][^%％]{1,8}[%％]|(?:完成|执行|达成)占?比|(?:完成|执行)(?:年度?|全年|年初)?(?:目标|计划|预算|任务)?数?[(（]?[%％]|(?:目标|计划|预算|任务)(?:完成|执行)[(（]?[%％]|^进度(?:%|％)|进度[（(][%％][）)]|序时|^(?:工作|任务|总体)?进度$|^[%％]$|^(?:比例|占比|百分比)|achieve(?:ment|d) ?%|attainment|% ?(?:of|achieved|complete|spent|used|to)|var(?:iance|\.)? ?[(（]?%|[%％] ?var|utili[sz]ation|completion rate|execution rate/u,
  ],
  [
    "gap",
    /差距|差额|差异|差值|缺口|结余|余额|结转|剩余|超欠|超支|尚欠|尚差|还差|相差|欠[数额]|与目标[差比]|未(?:支付|支出|完成|到位|执行|拨付|兑现|实现|使用)(?:数|额|金额|部分)?$|variance|\bvar\b|\bdiff\b|\bdelta\b|\bgap\b|balance|remaining|difference|over ?\/? ?under|fav(?:ou?rable)?\b|shortfall/u,
  ],
  ["forecast", /预计|预测|预估|forecast|outlook|projection|projected|estimate/u],
  ["contract", /合同|签约额|中标|概算|估算|总投资|单价|contract|unit price|\bcommitted\b|encumbr|obligat/u],
  // What is to be reached by now, of a year's target.
  [
    "pace",
    /应(?:完成|达到?|实现|支出|执行|到位)|序时(?:目标|任务|计划|进度(?:目标|任务|应))|(?:阶段|节点|时点)(?:性?目标|任务)|pro.?rata|phased (?:budget|target|plan)/u,
  ],
  ["adjusted", /调整|修订|修正|变更|revised|adjusted|amended/u],
  [
    "target",
    /目标|计划|预算|指标值|核定|任务[数量值]|(?:年度?|全年|[本当][年月季]|考核)任务(?!名|内容|事项|书|清单|类|来源|分解)|参考值|年初|下达|批复|应完成|要求值|标准值|考核值|budget|\btarget|\bgoal|\bplan(?:ned)?\b|allocation/u,
  ],
  [
    "actual",
    /实际|实绩|完成(?!率|时|日|标准|单位|部门|比|度)|累计|执行(?!率|比)|决算|实支|支出(?!率|比)|支付(?!率|比)|实现(?!率|比)|到位(?!率|比)|本[月期年][金数]?额|发生额|达到|目前|进展|现状|现值|当前|actual|achieved\b|\bresult|\bfact\b|realised|realized|\bspent\b|spend\b|outturn|to.?date|\bytd\b|performance/u,
  ],
  [
    "thisPeriod",
    /本月|当月|本期|本季|当季|单月|当期|this (?:month|quarter|period)|current (?:month|quarter|period)|\bmtd\b|\bmonth(?:ly)?$|\bqtd\b/u,
  ],
  [
    "namedPeriod",
    new RegExp(
      `(?<![-—–~至\\d])(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|末|底)?|第?[一二三四1-4]季度|上半年|下半年|前三季度|\\bq[1-4]\\b|\\b(?:${ENGLISH_MONTHS})(?:[a-z]{0,6})\\b`,
      "u",
    ),
  ],
  [
    "cumulative",
    /累计|截[至止]|(?:1|一)月?[-—–~至](?:\d{1,2}|[一二三四五六七八九十]{1,3})月|年内|本年|今年|至今|上半年|前三季度|to.?date|\bytd\b|cumulative|year to/u,
  ],
  ["annual", /全年|年度|本年|年初|年[计目任]|annual|full.?year|\bfy\b|\byear\b/u],
  ["unit", /^(?:计量|计算|指标|数量|度量|统计|金额)?单位$|^units?(?: of measure)?$|^uom$/u],
  [
    "department",
    /(?:牵头|责任|主办|承办|主管|主责|实施|落实|负责|承担|填报|报送|预算|考核|建设)(?:单位|部门|主体|局|科室|处室)|^(?:部门|单位名称|部门名称|牵头|责任|科室|处室|部门(?:[（(]单位[）)]|单位)|单位[（(]部门[）)])$|department|\bdept\b|bureau|division|directorate|responsible|\bowner\b|agency|ministry|\bteam\b/u,
  ],
  [
    "place",
    /^(?:县市区|县区|县市|区县|市县|市州|地区|乡镇|镇街|街道|镇乡|县|区|市|区域|地域|属地|地市|地方|辖区|行政区划?|旗县|区县市|县区市|乡镇街道|各地|(?:县市区|县区|区县|地区|乡镇)名称|county|counties|region|city|district|location|branch)$/u,
  ],
  [
    "group",
    /类别|类型|领域|板块|分类|大类|[一二]级|所属|维度|类$|category|theme|pillar|section|cluster|perspective|\bgoal area\b/u,
  ],
  [
    "indicator",
    /指标(?!值)|任务(?![数量值])|事项|项目|名称|内容|工作|实事|科目|品名|税种|险种|品种|产品|行业|kpi|indicator|\bmeasure\b|metric|\bitem\b|description|objective|account|programme|program\b|activity|\bname\b|line item/u,
  ],
];

/** The words of a label that says which figure stands below it, and names nothing: 年度目标, 截至9月完成, Actual. */
export const FIGURE_WORDS =
  /年度|全年|本年度?|今年|当年|年初|截[至止]|到|目前|累计|实际|实绩|已|应|目标|计划|任务数?|预算|指标值|核定|下达|批复|完成|支出|支付|拨付|到位|执行|实现|达到|[本当][月季期]|上半年|下半年|前三季度|第?[一二三四1-4]季度|\d{1,2}月?|[-—–~至]|[一二三四五六七八九十]{1,3}月|[底末份月年度金数值量额]|情况|budget|target|goal|plan(?:ned)?|actual|achieved|result|fact|ytd|to date|full year|year|annual|q[1-4]|\b(?:to|by|at|of|as|end|total|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b|合计|总计|[\s%％()（）]/gu;

/** What a title says besides the name of the one indicator its table is of: 2024年1-6月各县市区城镇新增就业完成情况表. */
export const TITLE_WORDS =
  /20\d\d年?度?|附件\s*\d*[:：.、]?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})?月?[-—–~至]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?[底末]?|(?:第?[一二三四]|前三)季度|[上下]半年|截[至止]|全[市省县区州](?=各|分)|[各分]?县\s*[（(]?市、?区[)）]?|[各分](?:县市?|区县?|市州|市|地区?|乡镇|镇街|单位|部门)|(?:重点|主要)?(?:目标任务|任务目标|目标|任务|计划|工作|指标)?(?:完成|进展|执行|推进|落实)?(?:情况|进度)(?:调度|统计|汇总|通报|一览|排名)*表?|(?:调度|统计|汇总|通报|一览|排名|任务)表|by (?:county|region|district|city)|(?:performance )?report|target and actual|targets and actuals|[:：（）()《》“”\s–—-]/giu;

/** 目标任务, 任务, 计划, 指标: over figures what is to be reached, over names what is promised. */
export const TARGET_OR_NAME =
  /^(?:年度|全年|主要|重点|工作|考核)?(?:目标任务|任务目标|任务指标|任务|目标|计划|指标|工作目标|工作任务|重点工作|target|goal)$/u;

/** A label that is over names and nothing else. */
export const NAME_LABEL = /(?:指标|项目|任务|事项|工作|科目)名称?$/u;

/** A month, a quarter or a year alone. */
export const PERIOD_CELL =
  /^(?:20\d\d年?)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?|第?[一二三四1-4]季度|[上下]半年|(?:全年|年度))$|^20\d\d(?:年|[-/.]?(?:0?[1-9]|1[0-2])|Q[1-4])?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$/iu;

/** What the cells of a column of verdicts say. */
export const STATUS_CELL =
  /^(?:已|未|基本|超额|提前|部分|按期|逾期)?(?:完成|达标|达到|达序时|达进度)$|^(?:是|否|正常|滞后|严重滞后|欠进度|达进度|超序时|未达序时|未启动|推进中|进行中|[绿黄红蓝](?:灯|色)?|[√×✓✗✔✘○●▲■]|met|not met|yes|no|on track|off track|at risk|behind|delayed|completed?|in progress|green|amber|yellow|red)$/iu;

/** Rows that sum up: 合计, 教育类小计, Total. */
export const SUM_ROW = /^(?:合计|总计|共计|小计|累计|全[市县区州省](?:合计|总计)?|(?:grand |sub ?-?)?total(?:s)?)$/iu;
/** Rows whose name ends so may be sums, or the name of a promise. */
export const SUM_ENDING = /(?:合计|小计|总计|(?:sub)?total)$/iu;
/** One of which what stands above is made up. */
export const OF_WHICH = /^(?:其中|#|of which)/iu;
/** Rows about the table. */
export const NOTE_ROW =
  /^(?:注|备注|说明|填表|填报人|审核|制表|联系|单位负责|附注|资料来源|数据来源|notes?|source|prepared)(?:[:：人单说日0-9\s]|$)/iu;
/** 一、 or （一） in front of a heading between rows. */
export const HEADING_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[部章节类])/u;

/** Who fills the sheet in, in the form above the table: 填报单位（盖章）：市教育局. */
export const FORM_DEPARTMENT =
  /(?:填报|报送|编报|责任|预算|填表|上报)(?:单位|部门)(?:名称)?\s*(?:[（(][^（）()]{0,6}[）)])?\s*[:：]\s*([^\s:：，,。；;（(]{2,20})|department\s*[:：]\s*([^:：,;|]{2,40})/iu;
