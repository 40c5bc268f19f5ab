/** Words of tables, as data: what a cell under a heading is when it is no figure. Reports and people's own sheets have the same. */
import { isUnitWord } from "./unitWords";

/** Names of counties and the like, as columns and rows name them. */
export const PLACE =
  /^[\u4e00-\u9fff]{1,8}(?:自治县|自治旗|县|市|区|旗|州|盟|新区|开发区|高新区|经开区|度假区|管委会|管理区|农场|镇|乡|街道|示范区|园区|新城)$/u;
/** The place that the table is of: its figure is the whole. */
export const WHOLE_PLACE =
  /^(?:全[市县区州省盟旗]|市本?级?合计|[市县区州省]下达|全[市县区州省]目标|全[市县区州省]任务)$/u;
export const SUM_WORD = /^(?:合计|总计|共计|小计|累计|全[市县区州省](?:合计|总计)|合　+计|总　+计|小　+计)$/u;
/** Not a row of the table any more, or a row about it. */
export const REMARK_ROW = /^(?:注|备注|说明|填表|填报|审核|制表|联系|单位负责|附注|资料来源|数据来源)[:：人单说0-9]/u;
/** 甲 乙 1 2: numbers of columns. */
export const COLUMN_NUMBER = /^(?:[甲乙丙丁戊己]|\d{1,2}|[（(]\d{1,2}[）)]|[①-⑳]|[A-Z])(?:[=＝].*)?$/u;

/** A department, as a cell names it. */
export const DEPARTMENT =
  /(?:局|委|委员会|办|办公室|厅|院|部|中心|集团|公司|政府|管委会|支队|大队|总队|协会|银行|分行|联合会|总工会|团市委|妇联|残联|科协|法院|检察院|指挥部|专班|领导小组|学校|医院|馆|站|处|所)$/u;

/** A label as it is compared: half width, without what stands in brackets, without blanks and marks. */
export const bareLabel = (label: string): string =>
  label
    .normalize("NFKC")
    .replace(/\([^()]*\)/gu, "")
    .replace(/[\s:：、/／*]/gu, "");

/** The year a text names, or null. @example yearIn("2026年目标") // 2026 */
export function yearIn(text: string): number | null {
  const found = /(?:^|\D)(20\d\d)(?![\d万亿千百个元])/u.exec(text.normalize("NFKC"))?.[1];
  return found === undefined ? null : Number(found);
}

/** A label as it is compared, without its year. */
export const labelWithoutYear = (label: string): string => bareLabel(label).replace(/20\d\d(?:年度?)?/gu, "");

/** The unit in a label's brackets, or behind its comma. @example bracketUnit("装机容量（MW）") // "MW" */
export function bracketUnit(label: string): string | null {
  for (const [, inside = ""] of label.matchAll(/[（([【]([^（）()[\]【】]{1,14})[）)\]】]/gu)) {
    const text = inside.replace(/^(?:计量)?单位[:：]/u, "").trim();
    if (isUnitWord(text)) return text;
  }
  const behind = /[,，/／]\s*([^,，/／\s]{1,6})$/u.exec(label.trim())?.[1];
  return behind !== undefined && /[%％‰]$|^[万亿]?元$/u.test(behind) ? behind : null;
}

/** The unit that 单位：万元 over a table says; null where it says none, or several: 单位：亿元、% is of no one column. */
export function unitInTitle(title: string): string | null {
  const [, said, behind] = /(?:计量)?单位[:：]\s*([^\s，。；、）)和或,;]{1,10})(.*)$/su.exec(title) ?? [];
  if (said === undefined || !isUnitWord(said)) return null;
  const other = /^[\s、，,;；和或]+([^\s，。；、）)和或,;]{1,10})/u.exec(behind ?? "")?.[1];
  return other !== undefined && isUnitWord(other) ? null : said;
}
