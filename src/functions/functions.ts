/**
 * The custom functions. Their JSDoc is the help people see in Excel and the source of functions.json, so it is in Chinese.
 * Pure look-ups in memory: no clock, no Excel call, no network. An omitted argument arrives as null.
 */
import { gapAnswer, rateAnswer, statusAnswer } from "../core/answers";
import { CatalogError } from "../core/errors";
import { evidenceOf, propertyNamed } from "../core/evidence";
import { figureNamed } from "../core/progress";
import { session } from "../excel/session";
import { propertyText } from "../strings/evidence";
import { zh } from "../strings/zh";
import { inCell } from "./cellError";

/**
 * 返回某部门某项承诺的目标值，例如 =TARGET("教育局","新增学位") 得 8310。
 * @customfunction TARGET
 * @param department 部门，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @returns 目标值，单位见 TARGET.INFO(部门,指标,"单位")
 */
export function target(department: string, indicator: string): number {
  return inCell(() => {
    const figure = figureNamed(session.index, department, indicator);
    if (figure instanceof CatalogError) throw figure;
    return figure.value;
  });
}

/**
 * 返回一项承诺的说明，例如 =TARGET.INFO("教育局","新增学位","单位") 得 个。
 * @customfunction TARGET.INFO
 * @param department 部门，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param property 要查的一项：单位、比较、语气、性质、期限、基数、原文、来源、构成、编号
 * @returns 说明文字；“基数”为数字
 */
export function info(department: string, indicator: string, property: string): any {
  return inCell(() => {
    const { index } = session;
    const asked = propertyNamed(property);
    return propertyText(evidenceOf(index, index.find(department, indicator)), asked);
  });
}

/**
 * 返回实际数与应达数的差距，正数为欠，负数为超；增速和比率的差距是百分点。例如 =TARGET.GAP("教育局","新增学位",3900,"2024Q2") 得 255。
 * @customfunction TARGET.GAP
 * @param department 部门，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 3900 或“3,900个”
 * @param [asOf] 截至期，例如“2024Q2”；不填则与全部目标比
 * @returns 差距，单位同目标
 */
export function gap(department: string, indicator: string, actual: any, asOf?: any): number {
  return inCell(() => {
    const { index, rules } = session;
    return gapAnswer(index, rules, index.find(department, indicator), { actual, asOf });
  });
}

/**
 * 返回完成率（小数，0.5 即 50%）；有基数的存量从基数算起。例如 =TARGET.RATE("教育局","新增学位",4155) 得 0.5。
 * @customfunction TARGET.RATE
 * @param department 部门，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 4155 或“4,155个”
 * @returns 完成率；增速和比率不算完成率，看差距
 */
export function rate(department: string, indicator: string, actual: any): number {
  return inCell(() => {
    const { index, rules } = session;
    return rateAnswer(index, rules, index.find(department, indicator), actual);
  });
}

/**
 * 返回状态：已完成、达进度、欠进度、严重滞后、未到期、未填报、无法核验。例如 =TARGET.STATUS("教育局","新增学位",3900,"2024Q2") 得 欠进度。
 * @customfunction TARGET.STATUS
 * @param department 部门，例如“教育局”；也可以填承诺编号
 * @param indicator 指标，例如“新增学位”
 * @param actual 实际数，例如 3900 或“3,900个”；空格为未填报
 * @param [asOf] 截至期，例如“2024Q2”；不填则按到期日评判
 * @returns 状态
 */
export function status(department: string, indicator: string, actual: any, asOf?: any): string {
  return inCell(() => {
    const { index, rules } = session;
    return zh.status[statusAnswer(index, rules, index.find(department, indicator), { actual, asOf })];
  });
}
