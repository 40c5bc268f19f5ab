/**
 * The custom functions. Their JSDoc is the help people see in Excel, the source of functions.json and of the help page, so it is
 * in Chinese. Pure look-ups in memory: no clock, no Excel call, no network. An omitted argument arrives as null.
 */
import { session } from "../excel/session";
import { ANSWERS, checkedRows } from "../strings/callAnswers";
import { checkedCells } from "../strings/spilledTables";
import { inCell, loadingFor } from "./cellError";
import { asGiven, columnGiven } from "./given";

/**
 * 可以查的各项说明
 * @customenum {string}
 */
export enum Property {
  /** 目标的计量单位 */
  unit = "单位",
  /** 不低于、超过、不超过、左右…… */
  comparison = "比较",
  /** 确保、计划、力争，或直接陈述 */
  modality = "语气",
  /** 累计量、存量、增速、比率或事项 */
  kind = "性质",
  /** 起止日期 */
  period = "期限",
  /** 期初的水平 */
  baseline = "基数",
  /** 原文中带数字的短语 */
  phrase = "原文",
  /** 文件、章节和讲话人 */
  source = "来源",
  /** 合计由哪几项组成 */
  parts = "构成",
  /** 承诺编号 */
  id = "编号",
  /** 调整以前的目标 */
  original = "原目标",
  /** 目标的历次调整和依据 */
  revisions = "调整",
  /** 牵头单位 */
  lead = "牵头",
  /** 配合单位 */
  supporting = "配合",
  /** 分解到各县市区的数 */
  split = "分解",
  /** 约束性或预期性 */
  binding = "约束性",
  /** 上年的数 */
  lastYear = "上年",
  /** 目标数的依据：文件、调整的决定、年度计划或推算 */
  basis = "依据",
  /** 考核权重 */
  weight = "权重",
}

/**
 * 返回某部门某项承诺的目标值。例如 =TARGET("教育局","新增学位") 得 8310
 * @example =TARGET("农业农村局","粮食产量",2024,"万吨") 得 450
 * @customfunction TARGET
 * @helpurl https://localhost:3000/help/functions.html#TARGET
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param [year] 年份，例如 2024；不填为承诺到期的年份，还没到期的跨年承诺为目录的年份。季度请用 TARGET.PACE
 * @param [unit] 单位，例如“万吨”，结果换算成它；不填为目录中的单位
 * @param [asOf] 截至期，例如“2024Q2”，得到当时有效的目标；不填为当年最后一次调整后的目标
 * @returns 目标值
 */
export function target(department: string, indicator: string, year?: any, unit?: any, asOf?: any): number {
  return inCell(() => ANSWERS.TARGET(session, [department, indicator, year, unit, asOf].map(asGiven)));
}

/**
 * 返回截至某期应达到的数（序时应达）；增速和比率不折算。例如 =TARGET.PACE("教育局","新增学位","上半年") 得 4155
 * @customfunction TARGET.PACE
 * @helpurl https://localhost:3000/help/functions.html#TARGET.PACE
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param asOf 截至期，例如“2024Q2”、“上半年”、“1-9月”或一个日期
 * @param [unit] 单位，例如“万个”，结果换算成它；不填为目录中的单位
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 应达数
 */
export function pace(department: string, indicator: string, asOf: any, unit?: any, year?: any): number {
  return inCell(() => ANSWERS["TARGET.PACE"](session, [department, indicator, asOf, unit, year].map(asGiven)));
}

/**
 * 返回实际数与应达数的差距，正数为欠，负数为超；增速和比率的差距是百分点。例如 =TARGET.GAP("教育局","新增学位",3900,"2024Q2") 得 255
 * @customfunction TARGET.GAP
 * @helpurl https://localhost:3000/help/functions.html#TARGET.GAP
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 3900 或“3,900个”
 * @param [asOf] 截至期，例如“2024Q2”；不填则与全部目标比
 * @param [unit] 单位，结果换算成它；不填为目标的单位
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 差距
 */
export function gap(department: string, indicator: string, actual: any, asOf?: any, unit?: any, year?: any): number {
  return inCell(() => ANSWERS["TARGET.GAP"](session, [department, indicator, actual, asOf, unit, year].map(asGiven)));
}

/**
 * 返回完成率（小数，0.5 即 50%）；有基数的存量从基数算起；增速和比率不算完成率。例如 =TARGET.RATE("教育局","新增学位",4155) 得 0.5
 * @customfunction TARGET.RATE
 * @helpurl https://localhost:3000/help/functions.html#TARGET.RATE
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 4155 或“4,155个”
 * @param [asOf] 截至期，例如“2024Q2”，按当时有效的目标算；不填按当年最后一次调整后的目标
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 完成率
 */
export function rate(department: string, indicator: string, actual: any, asOf?: any, year?: any): number {
  return inCell(() => ANSWERS["TARGET.RATE"](session, [department, indicator, actual, asOf, year].map(asGiven)));
}

/**
 * 返回状态：已完成、达进度、欠进度、严重滞后、未到期、未填报、无法核验。例如 =TARGET.STATUS("教育局","新增学位",3900,"2024Q2") 得 欠进度
 * @customfunction TARGET.STATUS
 * @helpurl https://localhost:3000/help/functions.html#TARGET.STATUS
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 3900 或“3,900个”；空格为未填报
 * @param [asOf] 截至期，例如“2024Q2”；不填则按到期日评判
 * @param [earlier] 此前最近一次报的数；本期为空而此前已完成的，仍为已完成
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 状态
 */
export function status(
  department: string,
  indicator: string,
  actual: any,
  asOf?: any,
  earlier?: any,
  year?: any,
): string {
  return inCell(() =>
    ANSWERS["TARGET.STATUS"](session, [department, indicator, actual, asOf, earlier, year].map(asGiven)),
  );
}

/**
 * 返回一句话，说明状态是怎么来的：应达多少、实际多少、差多少。例如 =TARGET.WHY("教育局","新增学位",3900,"2024Q2") 得 截至二季度应达4,155个(50.0%),实际3,900个(46.9%),欠255个,低于序时3.1个百分点,欠进度。
 * @customfunction TARGET.WHY
 * @helpurl https://localhost:3000/help/functions.html#TARGET.WHY
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 3900 或“3,900个”；空格为未填报
 * @param [asOf] 截至期，例如“2024Q2”；不填则按到期日评判
 * @param [earlier] 此前最近一次报的数；本期为空而此前已完成的，仍为已完成
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 一句话
 */
export function why(department: string, indicator: string, actual: any, asOf?: any, earlier?: any, year?: any): string {
  return inCell(() =>
    ANSWERS["TARGET.WHY"](session, [department, indicator, actual, asOf, earlier, year].map(asGiven)),
  );
}

/**
 * 返回后续每季需完成的数：余下的目标除以余下的季度。例如 =TARGET.TOGO("教育局","新增学位",3900,"2024Q2") 得 2205
 * @customfunction TARGET.TOGO
 * @helpurl https://localhost:3000/help/functions.html#TARGET.TOGO
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，到截至期的累计，例如 3900 或“3,900个”
 * @param asOf 截至期，例如“2024Q2”
 * @param [unit] 单位，结果换算成它；不填为目标的单位
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 每季需完成的数；目标已达到为 0
 */
export function togo(department: string, indicator: string, actual: any, asOf: any, unit?: any, year?: any): number {
  return inCell(() => ANSWERS["TARGET.TOGO"](session, [department, indicator, actual, asOf, unit, year].map(asGiven)));
}

/**
 * 返回同比增速（%，8 即 8%）：本期数与上年同期数相比，按现价计算。例如 =TARGET.YOY("经信局","工业增加值增速",108,"2024Q4",100) 得 8
 * @customfunction TARGET.YOY
 * @helpurl https://localhost:3000/help/functions.html#TARGET.YOY
 * @param department 部门或县市区，例如“经信局”；也可以填承诺编号
 * @param indicator 指标，例如“工业增加值增速”
 * @param level 本期数，从年初累计到截至期，例如 108 或“108亿元”
 * @param asOf 截至期，例如“2024Q2”；填了上年同期数可以不填
 * @param [lastLevel] 上年同期数；不填用目录中的历年数
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 同比增速
 */
export function yoy(department: string, indicator: string, level: any, asOf: any, lastLevel?: any, year?: any): number {
  return inCell(() =>
    ANSWERS["TARGET.YOY"](session, [department, indicator, level, asOf, lastLevel, year].map(asGiven)),
  );
}

/**
 * 返回考核得分：按完成率得分最多为权重；增速和比率达到目标得满分，否则按实际与目标之比；控制类反过来算。例如 =TARGET.SCORE("教育局","新增学位",4155,"2024Q4",10) 得 5
 * @customfunction TARGET.SCORE
 * @helpurl https://localhost:3000/help/functions.html#TARGET.SCORE
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 4155 或“4,155个”
 * @param [asOf] 截至期，例如“2024Q4”，按当时有效的目标计分；不填按当年最后一次调整后的目标
 * @param [weight] 权重，例如 10；不填用目录中的权重
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 得分
 */
export function score(
  department: string,
  indicator: string,
  actual: any,
  asOf?: any,
  weight?: any,
  year?: any,
): number {
  return inCell(() =>
    ANSWERS["TARGET.SCORE"](session, [department, indicator, actual, asOf, weight, year].map(asGiven)),
  );
}

/**
 * 返回一项承诺的说明：单位、比较、语气、性质、期限、基数、原文、来源、构成、编号、原目标、调整、牵头、配合、分解、约束性、上年、依据、权重。例如 =TARGET.INFO("教育局","新增学位","单位") 得 个
 * @customfunction TARGET.INFO
 * @helpurl https://localhost:3000/help/functions.html#TARGET.INFO
 * @param department 部门或县市区，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param property 项目，例如“单位”
 * @param [year] 年份，例如 2024，用哪一年的目录；不填用本工作簿自己的
 * @returns 说明文字；“基数”、“原目标”、“上年”、“权重”为数字
 */
export function info(department: string, indicator: string, property: Property, year?: any): any {
  return inCell(() => ANSWERS["TARGET.INFO"](session, [department, indicator, property, year].map(asGiven)));
}

/**
 * 列出目录中一个部门或一个县市区的承诺，第一行是标题；结果占多行多列，请在右方和下方留出空格。例如 =TARGET.LIST("教育局") 得 市教育局的全部承诺
 * @customfunction TARGET.LIST
 * @helpurl https://localhost:3000/help/functions.html#TARGET.LIST
 * @param [department] 部门或县市区，例如“教育局”；不填则列出全部部门；填目录的名称则列出那一份目录
 * @param [year] 年份，例如 2024，用哪一年的目录；不填用本工作簿自己的
 * @returns 编号、责任单位、指标、目标、单位、比较、性质、语气、完成时限、原文
 */
export function list(department?: any, year?: any): any[][] {
  return inCell(() => ANSWERS["TARGET.LIST"](session, [department, year].map(asGiven)));
}

/**
 * 一次评判多行，每行得目标、应达、差距、完成率、状态五列；读不懂的行只影响自己。请在右方和下方留出空格。例如 =TARGET.CHECK(A2:A40,B2:B40,C2:C40,"2024Q2") 得 39 行 5 列
 * @customfunction TARGET.CHECK
 * @helpurl https://localhost:3000/help/functions.html#TARGET.CHECK
 * @param departments 部门或县市区一列，例如 A2:A40；只填一个部门则各行相同
 * @param indicators 指标一列，例如 B2:B40
 * @param actuals 实际数一列，例如 C2:C40；空格为未填报
 * @param [asOf] 截至期，例如“2024Q2”；不填则按到期日评判
 * @param [earlier] 此前最近一次报的数一列；本期为空而此前已完成的，仍为已完成
 * @param [year] 年份，例如 2024，用哪一年的目录；不填按截至期中的年份
 * @returns 每行的目标、应达、差距、完成率、状态
 */
export function check(
  departments: any[][],
  indicators: any[][],
  actuals: any[][],
  asOf?: any,
  earlier?: any[][],
  year?: any,
): any[][] {
  return inCell(() => {
    const columns = [departments, indicators, actuals].map(columnGiven);
    const rows = checkedRows(session, [
      ...columns,
      asGiven(asOf),
      earlier ? columnGiven(earlier) : null,
      asGiven(year),
    ]);
    const waitsFor = rows.find((row) => loadingFor(row?.refusal) !== null);
    if (waitsFor?.refusal) throw waitsFor.refusal;
    return checkedCells(rows);
  });
}
