/** The words of table headers, as data: what a column holds. Rules that use them live in tableHeader.ts. */

/** What a column of a table of tasks holds. The order is that of the list in which a person corrects it. */
export const COLUMN_ROLES = [
  "indicator", // 指标, 任务: what is promised; its figure may stand in the same cell
  "group", // 类别, 一级指标
  "unit",
  "target",
  "growth", // a rate beside the level: 增长（%）
  "lastYear", // 上年完成
  "baseline", // 基数
  "lead", // 牵头单位, 责任单位
  "supporting", // 配合单位
  "due", // 完成时限
  "place", // one county's share
  "ownPledge", // 自定: what a county pledges beyond its share
  "placeName", // the counties stand below each other
  "total", // 合计
  "otherPeriod", // 一季度, 2027年
  "actual", // 目前完成
  "serial",
  "ignored", // 备注, 责任人, 分值
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Role by the words of a label, the first that fits: 牵头领导 is a person before it is a unit. A label is compared without years, blanks and brackets. */
export const LABELS: readonly (readonly [role: ColumnRole, words: RegExp])[] = [
  ["serial", /^(?:序号?|编号|项次|次序|号|no\.?|№|#)$/iu],
  [
    "ignored",
    /(?:责任人|联系人|(?<![单部][位门](?:及|和)(?:主要)?)负责人|领导|电话|联系方式|备注|说明|措施|举措|依据|来源|页码|权重|分值|得分|评分|考核方式|计分|完成率|占比情况|排名|进展(?!情况)|印章|签字)/u,
  ],
  ["supporting", /(?:配合|协办|协助|协同|参与|参加|协作)/u],
  [
    "lead",
    /(?:牵头|责任|主办|承办|主管|主责|实施|落实|负责|承担|主体|建设|申报|完成)(?:单位|部门|主体|局|科室)|^(?:部门|单位名称|部门名称|牵头|主办|责任)$/u,
  ],
  ["due", /(?:时限|期限|完成时间|时间节点|办结|截止|时间要求|完成日期|计划时间|完成年限)|^时间$/u],
  ["unit", /^(?:计量|计算|指标|数量|度量|统计)?单位$/u],
  [
    "otherPeriod",
    /(?:第?[一二三四1-4]季度|上半年|下半年|前三季度|\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|半年|中期|Q[1-4])/u,
  ],
  [
    "actual",
    /(?:目前|截至|截止|累计)[^目计]{0,8}(?:完成|进度|情况)|^(?:当前|目前|最新|现有|实际|工作)?(?:完成|落实|推进|办理|实施)?(?:进度|进展)(?:情况)?$|^(?:本月|本期|当前|现状完成)$/u,
  ],
  ["total", /^(?:合计|总计|共计|小计|全[市县区州省]合计|总数|总和|各[县地][^数]{0,6}合计)$/u],
  ["lastYear", /(?:上年|去年|上一?年度|同期|往年)/u],
  ["baseline", /(?:基数|基期|基准|现状|起点|现有|初始|基础值)/u],
  [
    "growth",
    /^(?:同比|比上年|较上年|年均|预期|计划|目标)?(?:增长|增速|增幅|增减|增长率|增长速度|增长幅度)(?:目标|预期|计划)?$/u,
  ],
  ["target", /量化(?:指标|目标|任务|标准)?$|(?:预期|标志性|年度)成果$|^(?:工作|完成|验收)标准$/u],
  ["group", /(?:类别|类型|领域|板块|分类|大类|一级|所属|维度|类$)/u],
  [
    "placeName",
    /^(?:县市区|县区|县市|区县|市县|市州|地区|乡镇|镇街|街道|镇乡|县|区|市|区域|地域|属地|地市|县市区名称|行政区|辖区|市区县|旗县|区县市|县区市|乡镇街道|各地|地方)$/u,
  ],
  [
    "indicator",
    /(?:指标(?!值)|任务(?!数|量|值|目标数)|项目|事项|内容|名称|实事|工作|举措名|目标名|具体目标|目标任务)/u,
  ],
  [
    "target",
    /(?:目标|完成标准|工作标准|成效|计划|任务数|任务量|任务值|指标值|下达|预期|目标值|工作量|规模|数量|全年|年度|年内|拟)/u,
  ],
];

/** 自定, 自报 over a figure: beside what the city gave a county, what it pledges of its own. */
export const OWN_PLEDGE = /自定|自报|自加压|自我加压|自立|奋斗目标/u;
/** What a label says once its words were compared in vain: 2026年 alone is that year's figure. */
export const DONE_IN_YEAR = /(?:实际|实绩|完成|执行|达到|快报|预计|统计|值|数|情况|决算|水平)/u;
/** 目标任务, 任务, 计划 over figures is a target, over sentences it is what is promised. */
export const EITHER_TASK_OR_TARGET =
  /^(?:年度|全年|主要|重点|工作)?(?:目标任务|任务目标|任务|目标|计划|任务指标|工作目标|指标|建设内容|工作任务|数量|规模)$/u;

/** The columns or rows below are counties, however short their names. */
export const PLACES_OVER =
  /(?:县[（(]?市|市[、（(]?[县区]|县[、]?区|区县|各县|各地|各区|各乡镇|各镇|分解|县市区|旗县|地区分)/u;
