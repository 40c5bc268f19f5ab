/** Known traps in other units, quarters, directions and spellings, and the verdict that follows from DOMAIN's rules. */
import type { CatalogIndex } from "../../src/core/catalog";
import type { Commitment, Comparator, Kind } from "../../src/core/types";
import { shaped } from "./shaped";

export type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
export const of = (...promised: Promised[]) => shaped(...promised);
export const one = (
  kind: Kind,
  comparator: Exclude<Comparator, "range">,
  value: number,
  unit: string,
  more: Partial<Commitment> = {},
) => of({ kind, target: { comparator, value, unit }, ...more });
export const range = (kind: Kind, value: number, valueMax: number, unit: string, more: Partial<Commitment> = {}) =>
  of({ kind, target: { comparator: "range", value, valueMax, unit }, ...more });
export const last = (index: CatalogIndex): Commitment => index.catalog.commitments.at(-1)!;
export const total = (...promised: Promised[]) =>
  of(...promised, { kind: promised[0]!.kind, sumOf: promised.map((_, at) => `TT2024-00${at + 1}`) });
export const flow = (
  comparator: Exclude<Comparator, "range">,
  value: number,
  unit: string,
  more: Partial<Commitment> = {},
): Promised => ({
  kind: "flow",
  target: { comparator, value, unit },
  ...more,
});
/** What is promised, what was typed, at which 截至期, and the verdict or the refusal. */
export type Sibling = [name: string, index: CatalogIndex, actual: unknown, asOf: unknown, status: string];

export const SIBLINGS: readonly Sibling[] = [
  // A bare 万 or 亿 counts the thing.
  ["28万 of 56万亩", one("flow", "plain", 56, "万亩"), "28万", "2024Q4", "严重滞后"],
  ["0.25亿 of 5000万元", one("flow", "plain", 5000, "万元"), "0.25亿", "2024Q2", "达进度"],
  ["４５亿 of 90亿斤", one("flow", "atLeast", 90, "亿斤"), "４５亿", "2024Q2", "达进度"],
  ["一万六千 of 3.2万人", one("flow", "plain", 3.2, "万人"), "一万六千", "2024Q2", "达进度"],
  ["150万 of 300万千瓦", one("flow", "plain", 300, "万千瓦"), "150万", "2024Q2", "达进度"],
  ["3千 of 6000户", one("flow", "plain", 6000, "户"), "3千", "2024Q2", "达进度"],
  ["1百 of 200项", one("flow", "plain", 200, "项"), "1百", "2024Q4", "严重滞后"],
  ["￥16亿 of 32亿元", one("flow", "plain", 32, "亿元"), "￥16亿", "2024Q4", "严重滞后"],
  ["人民币16亿元 of 320000万元", one("flow", "plain", 320000, "万元"), "人民币16亿元", "2024Q2", "达进度"],
  // A scale is no share.
  ["9万 of 9‰", one("ratio", "plain", 9, "‰"), "9万", "2024Q4", "unitMismatch"],
  ["95亿 of 95%", one("ratio", "plain", 95, "%"), "95亿", "2024Q4", "unitMismatch"],
  ["3千 of 3百分点", one("growth", "plain", 3, "百分点"), "3千", "2024Q4", "unitMismatch"],
  ["九百 of 95%", one("ratio", "plain", 95, "%"), "九百%", "2024Q4", "已完成"],
  ["9万 of 9/10万", one("ratio", "atMost", 9, "/10万"), "9万", "2024Q4", "unitMismatch"],
  // A total of limits is a limit.
  ["two 低于50, 100", total(flow("lessThan", 50, "起"), flow("lessThan", 50, "起")), 100, "2024Q4", "严重滞后"],
  ["two 低于50, 99", total(flow("lessThan", 50, "起"), flow("lessThan", 50, "起")), 99, "2024Q4", "已完成"],
  [
    "≤1万元 and ≤5000元, 1.6万元",
    total(flow("atMost", 1, "万元"), flow("atMost", 5000, "元")),
    "1.6万元",
    "2024-02",
    "严重滞后",
  ],
  [
    "three ≤10, 30 in November",
    total(flow("atMost", 10, "起"), flow("atMost", 10, "起"), flow("atMost", 10, "起")),
    30,
    "1-11月",
    "欠进度",
  ],
  [
    "two less without a word, 201",
    total(flow("plain", 100, "起", { direction: "down" }), flow("plain", 100, "起", { direction: "down" })),
    201,
    "2024Q1",
    "严重滞后",
  ],
  // A total of annual figures is annual.
  [
    "an annual one and another",
    total(flow("plain", 50, "个", { profile: "atDue" }), flow("plain", 50, "个")),
    0,
    "2024Q3",
    "未到期",
  ],
  [
    "annual to June",
    total(
      flow("plain", 50, "个", { profile: "atDue", due: "2024-06-30" }),
      flow("plain", 50, "个", { profile: "atDue", due: "2024-06-30" }),
    ),
    0,
    "2024Q2",
    "未到期",
  ],
  [
    "levels without a start",
    total(
      { kind: "stock", target: { comparator: "plain", value: 50, unit: "个" } },
      { kind: "stock", target: { comparator: "plain", value: 50, unit: "个" } },
    ),
    0,
    "2024Q2",
    "未到期",
  ],
  // At zero and below.
  ["a loss of 0.6亿 of −5000万元", one("flow", "atLeast", -5000, "万元"), "-0.6亿元", "2024Q4", "严重滞后"],
  ["−80 of −100 after three quarters", one("flow", "atLeast", -100, "万元"), -80, "2024Q3", "欠进度"],
  ["−75 of −100 after three quarters", one("flow", "plain", -100, "万元"), -75, "前三季度", "达进度"],
  ["−99.9 of −100 at the end", one("flow", "plain", -100, "万元"), -99.9, "2024年", "已完成"],
  ["负一百五十万元 of −100万元", one("flow", "plain", -100, "万元"), "负一百五十万元", "全年", "严重滞后"],
  ["−100 above −100, strictly", one("flow", "moreThan", -100, "万元"), -100, "2025Q1", "严重滞后"],
  ["−0.01亿元 of nothing", one("flow", "atLeast", 0, "亿元"), "-0.01亿元", "2024Q4", "严重滞后"],
  ["0 above 0, strictly, at the end", one("flow", "moreThan", 0, "亿元"), 0, "2024Q4", "严重滞后"],
  ["0 above 0, strictly, before", one("flow", "moreThan", 0, "亿元"), 0, "2024Q2", "达进度"],
  ["a level of −1 of none", one("stock", "atLeast", 0, "亿元"), -1, "2024Q4", "严重滞后"],
  ["−5 of ≤−10 at half the year", one("flow", "atMost", -10, "亿元"), -5, "上半年", "达进度"],
  ["−4 lacks ten points", one("flow", "atMost", -10, "亿元"), -4, "上半年", "欠进度"],
  ["−3.9 lacks more", one("flow", "atMost", -10, "亿元"), -3.9, "上半年", "严重滞后"],
  ["growth of −2 promised, −2.5", one("growth", "atLeast", -2, "%"), "-2.5%", "2024Q2", "欠进度"],
  ["growth of −2 promised, −3.1", one("growth", "atLeast", -2, "%"), "-3.1%", "2024Q2", "严重滞后"],
  ["growth of 0 promised, −0.5", one("growth", "atLeast", 0, "%"), "-0.5%", "2024Q2", "欠进度"],
  ["none promised: 0起", one("flow", "atMost", 0, "起"), "0起", "2024Q4", "已完成"],
  ["none promised: 1件 of 0件", one("flow", "plain", 0, "件", { direction: "down" }), "1件", "2024-01", "严重滞后"],
  // Decimals.
  ["0.1+0.2 below 0.3, strictly", one("flow", "lessThan", 0.3, "亿元"), 0.1 + 0.2, "2024Q4", "严重滞后"],
  ["0.1+0.2 of 0.3", one("flow", "atLeast", 0.3, "亿元"), 0.1 + 0.2, "2024Q4", "已完成"],
  ["7 tenths above 0.7, strictly", one("flow", "moreThan", 0.7, "亿元"), 0.1 * 7, "2024Q4", "欠进度"],
  ["7 tenths up to 0.7", one("flow", "atMost", 0.7, "亿元"), 0.1 * 7, "2024Q4", "已完成"],
  ["1.1×3 of a level of 3.3", one("stock", "atLeast", 3.3, "公里"), 1.1 * 3, "2024Q4", "已完成"],
  ["89.96 of 90%", one("ratio", "atLeast", 90, "%"), 89.96, "2024Q4", "欠进度"],
  // A range where less is better counts by its upper end.
  ["95 of 90–100起", range("flow", 90, 100, "起", { direction: "down" }), 95, "2024Q4", "已完成"],
  ["100.5 of 90–100", range("flow", 90, 100, "起", { direction: "down" }), 100.5, "2024Q1", "严重滞后"],
  ["4 of 3–4%", range("growth", 3, 4, "%", { direction: "down" }), 4, "2024Q4", "已完成"],
  ["4.5 of 3–4%", range("growth", 3, 4, "%", { direction: "down" }), 4.5, "2024Q4", "严重滞后"],
  ["3 of 3–4%, more is better", range("growth", 3, 4, "%"), 3, "2024Q4", "已完成"],
  [
    "18 of 15–18件 that must fall from 30",
    range("stock", 15, 18, "件", { direction: "down", baseline: { value: 30 } }),
    18,
    "2024Q4",
    "已完成",
  ],
  [
    "24 at half the way there",
    range("stock", 15, 18, "件", { direction: "down", baseline: { value: 30 } }),
    24,
    "2024Q2",
    "达进度",
  ],
  // Words of doubt.
  ...[
    "将近8310",
    "8310上下",
    "８３１０　左右",
    "至少8310",
    "超8310",
    "8310许",
    "8310个出头",
    "大约8,310个",
    "逾8310",
    "8310+",
    "8310个以上",
    "不少于8310",
    "接近8310",
    "8310个不到",
    "差不多8310",
    "约8310（预计）",
    "8,300多个",
  ].map((given): Sibling => [given, one("flow", "plain", 8310, "个"), given, "2024Q4", "quantityDoubtful"]),
  // Levels in rows of growth.
  ["60.1 of 6%", one("growth", "plain", 6, "%"), 60.1, "2024Q4", "levelInGrowth"],
  ["-3008.6 of 6%", one("growth", "plain", 6, "%"), -3008.6, "2024Q4", "levelInGrowth"],
  ["30,086万元 of 6%", one("growth", "plain", 6, "%"), "30,086万元", "2024Q4", "unitMismatch"],
  ["70 of 15%", one("growth", "plain", 15, "%"), 70, "2024Q4", "已完成"],
  ["49 of 6%", one("growth", "plain", 6, "%"), 49, "2024Q4", "已完成"],
  // Falls.
  [
    "下降3.0% of 降幅3.1",
    one("growth", "atLeast", 3.1, "%", { indicator: "能耗降幅" }),
    "下降3.0%",
    "2024Q4",
    "欠进度",
  ],
  [
    "降低3.2% of 下降率3.1",
    one("growth", "atLeast", 3.1, "%", { indicator: "能耗下降率" }),
    "降低3.2%",
    "2024Q4",
    "已完成",
  ],
  [
    "负增长3.2% of 降幅3.1",
    one("growth", "plain", 3.1, "%", { indicator: "用水降幅" }),
    "负增长3.2%",
    "2024Q4",
    "已完成",
  ],
  ["回落1% of 降幅3.1", one("growth", "plain", 3.1, "%", { indicator: "用水降幅" }), "回落1%", "2024Q4", "严重滞后"],
  [
    "-3.2% of 降幅3.1",
    one("growth", "plain", 3.1, "%", { indicator: "用水降幅" }),
    "-3.2%",
    "2024Q4",
    "fallSignUnclear",
  ],
  [
    "下降3.2% of 增速3.1",
    one("growth", "plain", 3.1, "%", { indicator: "工业增速" }),
    "下降3.2%",
    "2024Q4",
    "严重滞后",
  ],
  // Over several years.
  [
    "month shares over two years",
    one("flow", "plain", 500, "户", {
      due: "2025-12-31",
      profile: { monthShares: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    }),
    0,
    "2024Q4",
    "未到期",
  ],
  [
    "and at the end",
    one("flow", "plain", 500, "户", {
      due: "2025-12-31",
      profile: { monthShares: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    }),
    0,
    "2025Q4",
    "严重滞后",
  ],
  [
    "shares of a planned year",
    one("flow", "plain", 500, "户", {
      due: "2028-12-31",
      annualTargets: { "2024": 80 },
      profile: { quarterShares: [0, 0, 0, 1] },
    }),
    0,
    "2024Q3",
    "未到期",
  ],
  [
    "and at its end",
    one("flow", "plain", 500, "户", {
      due: "2028-12-31",
      annualTargets: { "2024": 80 },
      profile: { quarterShares: [0, 0, 0, 1] },
    }),
    80,
    "2024Q4",
    "已完成",
  ],
  ["8 of 8座 in five years", one("flow", "plain", 8, "座", { due: "2028-12-31" }), 8, "2024Q2", "已完成"],
  ["120 of 200个 in five years", one("flow", "plain", 200, "个", { due: "2028-12-31" }), 120, "2024Q4", "未到期"],
  // 全覆盖.
  ["99.9 of all", of({ kind: "ratio", target: { coverage: "complete" } }), 99.9, "2024Q4", "欠进度"],
  ["all at half the year", of({ kind: "ratio", target: { coverage: "complete" } }), "100%", "2024Q2", "达进度"],
  ["half of all in March, as a flow", of({ kind: "flow", target: { coverage: "complete" } }), 50, "2024Q1", "未到期"],
  // 超过去年 without last year's level.
  [
    "a level above last year's",
    of({ kind: "stock", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "天" } }),
    300,
    "2024Q4",
    "无法核验",
  ],
  [
    "a share above last year's",
    of({ kind: "ratio", target: { comparator: "atLeast", relativeTo: "lastYear", unit: "%" } }),
    "95%",
    "2024Q2",
    "无法核验",
  ],
  [
    "none typed",
    of({ kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } }),
    null,
    "2024Q4",
    "无法核验",
  ],
  // Before it begins.
  [
    "a limit exceeded in spring, begun in July",
    one("flow", "atMost", 10, "起", { from: "2024-07-01" }),
    50,
    "2024Q2",
    "未到期",
  ],
  [
    "a level that is there",
    one("stock", "plain", 10, "个", { from: "2024-07-01", baseline: { value: 3 } }),
    12,
    "2024-06",
    "未到期",
  ],
  ["an annual one", one("flow", "plain", 10, "个", { from: "2024-07-01", profile: "atDue" }), 12, "一季度", "未到期"],
  [
    "an unclear one stays unverifiable",
    one("flow", "plain", 10, "个", { from: "2024-07-01", review: "unclear", reviewReason: "两说" }),
    12,
    "一季度",
    "无法核验",
  ],
  // Remarks, and nothing.
  ...["初步统计3900", "3900[快报]", "预计数：3900个", "３９００（初步）", "预计完成3900", "3900个（快报数）"].map(
    (given): Sibling => [given, one("flow", "plain", 8310, "个"), given, "2024Q2", "欠进度"],
  ),
  ...["－", "―", "–", "N/A", "n/a", "暂缺", "待报", " 无 ", "／", "未报"].map((given): Sibling => [
    given,
    one("flow", "plain", 8310, "个"),
    given,
    "2024Q2",
    "未填报",
  ]),
  // Currencies.
  ...["€32亿", "HK$32亿元", "US$32亿", "£32亿元", "₩32亿"].map((given): Sibling => [
    given,
    one("flow", "plain", 32, "亿元"),
    given,
    "2024Q4",
    "currencyForeign",
  ]),
  ...["32亿日元", "32亿港元", "32亿欧元"].map((given): Sibling => [
    given,
    one("flow", "plain", 32, "亿元"),
    given,
    "2024Q4",
    "unitMismatch",
  ]),
  // Periods.
  ...[
    "24年1-9",
    "2024年3-11",
    "1-9",
    "2024/1-9",
    "2024年1—9",
    "2024年１－９",
    "2024-1-9月底前",
    "2024年13月",
    "五季度",
  ].map((asOf): Sibling => [asOf, one("flow", "plain", 100, "个"), 75, asOf, "periodUnreadable"]),
  ...[
    "1-9月",
    "1—9月份",
    "1至9月",
    "前三季度",
    "9月底",
    "2024-09",
    "202409",
    45536,
    "2024年9月",
    "24年三季度",
    "第三季度",
    "三季度末",
    "2024年9月30日",
    "2024Q3",
    "截至9月底",
    "２０２４年１－９月",
  ].map((asOf): Sibling => [`74.9 at ${asOf}`, one("flow", "plain", 100, "个"), 74.9, asOf, "欠进度"]),
  ...["1-9月", "2024-09", 45536].map((asOf): Sibling => [
    `75 at ${asOf}`,
    one("flow", "plain", 100, "个"),
    75,
    asOf,
    "达进度",
  ]),
];
