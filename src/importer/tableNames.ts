/** What a figure of a table is called: by its row, by what its column measures, and by what stands beside a sentence. */
import { labelWithoutYear } from "../core/tableWords";
import type { Draft } from "./drafts";
import { VERBS } from "./lexicon";
import type { TableColumn } from "./tableColumn";
import { areAlikeSafely, type Found } from "./tableFigures";
import { cleanLabel, lastLabel } from "./tableLabels";

export type Measured = Found & { readonly measure: string };

export const MONEY = /投资|资金|金额|经费|预算|投入/u;

/** What a column says that its figures are, beyond the row's name: 年度投资（万元）. */
export const measureOver = (column: TableColumn | undefined) =>
  labelWithoutYear(cleanLabel(lastLabel(column?.label ?? "")))
    .replace(/(?:目标|计划|任务|安排)(?:值|数|量)?$/u, "")
    .replace(/^(?:计划|拟|预计|安排|目标)(?=[\u4e00-\u9fff]{2})/u, "");

/** 道路改造 under 年度投资 is 道路改造年度投资. */
export const withMeasure = (name: string, measure: string, fits: RegExp) =>
  fits.test(measure) && !MONEY.test(name) && !name.includes(measure) ? name + measure : name;

/** 建设规模（公里） | 年度投资（万元）: two promises of one row, as none of the columns before counts the same. */
export const isOtherMeasure = (other: Measured, all: readonly Measured[]) =>
  other.measure !== "" &&
  other.unit !== "" &&
  all
    .slice(0, all.indexOf(other))
    .every(({ unit, measure }) => measure !== other.measure && !areAlikeSafely(unit, other.unit));

const BARE_VERBS = new Set(VERBS);
/** 完成率, 覆盖率: of what, another cell says. */
const OF_SOMETHING =
  /^(?:完成|覆盖|达标|合格|普及|办结|入户|到位|利用|使用|参与|知晓|报到|优良|整改|处置|回收|受理|群众满意)?(?:率|比例|占比|满意度)$|^(?:总?投资|数量|面积|规模|里程|总里程|资金|产量|产值|总产值|人数|户数)$/u;
const LONGEST_OVER = 16;

/**
 * What is promised in a cell's sentence, by the cell and by what stands over it: 新建3所 in the row 学前教育 is 学前教育（新建）, 完成率100% is
 * 学前教育完成率.
 */
export function nameInCell(draft: Draft, all: readonly Draft[], rowName: string, over: string): string {
  const { indicator, implied } = draft;
  // 改造老旧小区45个、1.2万户: the second counts what the first names.
  const isShared = all.some(
    (other) => other !== draft && other.indicator === indicator && other.span[0] < draft.span[0],
  );
  const isNameless = indicator === "" || (implied.includes("indicator") && !isShared);
  if (isNameless && rowName !== "") return rowName;
  if (over === "" || over.length > LONGEST_OVER) return indicator;
  if (BARE_VERBS.has(indicator)) return `${over}（${indicator}）`;
  return OF_SOMETHING.test(indicator) ? over + indicator : indicator;
}
