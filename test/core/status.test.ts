import { CatalogError } from "../../src/core/errors";
import { readActual } from "../../src/core/actual";
import { parsePeriod } from "../../src/core/periods";
import { caseOf } from "../../src/core/case";
import { figureOf } from "../../src/core/figures";
import { judge, RULES, type Preset, type Standing } from "../../src/core/status";
import type { Commitment } from "../../src/core/types";
import { catalogOf, first, jingzhou, refused } from "./jingzhou";
import type { CatalogIndex } from "../../src/core/catalog";

/** How a commitment stands with an actual at a period, by a preset. */
function standing(
  index: CatalogIndex,
  commitment: Commitment,
  actual: unknown,
  asOf: string,
  preset: Preset = "standard",
): Standing {
  const found = caseOf(index, commitment, parsePeriod(asOf, 2024).to);
  const target = found.judged instanceof CatalogError ? null : found.judged.value;
  const read = found.isVerifiable ? readActual(actual, found.terms, target) : null;
  return judge(found, read, parsePeriod(asOf, 2024).to, RULES[preset]);
}
const of = (commitment: Partial<Commitment> & Pick<Commitment, "kind">) => catalogOf(commitment);
const at = (index: CatalogIndex, actual: unknown, asOf: string, preset?: Preset) =>
  standing(index, first(index), actual, asOf, preset);

const flow = of({ kind: "flow", target: { comparator: "plain", value: 8310, unit: "个" } });
const growth = of({ kind: "growth", target: { comparator: "atLeast", value: 7, unit: "%" } });
const about = of({ kind: "growth", target: { comparator: "about", value: 9, unit: "%" } });
const stock = of({
  kind: "stock",
  target: { comparator: "atLeast", value: 300, unit: "个" },
  baseline: { value: 258 },
});
const bareStock = of({ kind: "stock", target: { comparator: "atLeast", value: 700, unit: "个" } });
const limit = of({ kind: "flow", target: { comparator: "atMost", value: 100, unit: "起" } });
const share = of({ kind: "ratio", target: { comparator: "atLeast", value: 90, unit: "%" } });
const lessThan = of({ kind: "flow", target: { comparator: "lessThan", value: 100, unit: "起" } });
const none = of({ kind: "flow", target: { comparator: "atMost", value: 0, unit: "起" } });
const falling = of({
  kind: "stock",
  direction: "down",
  target: { comparator: "plain", value: 40, unit: "微克" },
  baseline: { value: 50 },
});
const more = of({ kind: "flow", target: { comparator: "moreThan", value: 900, unit: "个" } });
const range = of({ kind: "flow", target: { comparator: "range", value: 25, valueMax: 30, unit: "家" } });
const cost = of({
  kind: "flow",
  direction: "down",
  target: { comparator: "range", value: 25, valueMax: 30, unit: "万元" },
});
const below = of({ kind: "ratio", target: { comparator: "lessThan", value: 40, unit: "%" } });
const aboutLess = of({ kind: "ratio", direction: "down", target: { comparator: "about", value: 40, unit: "%" } });
const fall = of({ kind: "growth", direction: "down", target: { comparator: "plain", value: -3, unit: "%" } });
const milestone = of({ kind: "milestone" });
const halfYear = of({ kind: "flow", target: { comparator: "plain", value: 100, unit: "个" }, due: "2024-06-30" });
const annual = of({ kind: "flow", profile: "atDue", target: { comparator: "plain", value: 1062, unit: "万亩" } });
const harvest = of({
  kind: "flow",
  profile: { quarterShares: [0, 0.2, 0.4, 1] },
  target: { comparator: "plain", value: 100, unit: "亿斤" },
});
const lastYear = of({ kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } });

describe("the verdict", () => {
  it.each([
    ["a flow at half of its target at the half-year is on pace", flow, 4155, "2024Q2", "onPace"],
    ["a flow ten points below pace is behind", flow, 8310 * 0.4, "2024Q2", "behind"],
    ["a flow further below is far behind", flow, 8310 * 0.4 - 1, "2024Q2", "farBehind"],
    ["the full target before its date is met", flow, 8310, "2024Q2", "met"],
    ["a blank is unreported, never red", flow, "", "2024Q4", "unreported"],
    ["a zero was reported: it is judged", flow, 0, "2024Q4", "farBehind"],
    ["text with a unit is read", flow, "0.4155万个", "2024Q2", "onPace"],
    ["91.7 % is due for January to November", flow, 8310 * (11 / 12), "1-11月", "onPace"],
    ["nothing is due before the period begins", flow, 1, "2023Q4", "notDue"],
    ["what was met stays met when the year is over", flow, 8310, "2025Q1", "met"],
    ["overdue and not met is far behind, however little is lacking", flow, 8309, "2025Q1", "farBehind"],
    ["on the due day the tolerance still holds", flow, 8309, "2024Q4", "behind"],
    ["growth is never prorated", growth, 6.1, "2024Q1", "behind"],
    ["growth at target is on pace until the period is over", growth, 7, "2024Q3", "onPace"],
    ["growth at target is met once the period is over", growth, 7.2, "2024Q4", "met"],
    ["growth more than a point short is far behind", growth, 5.9, "2024Q3", "farBehind"],
    ["左右 is met from half its last digit below", about, 8.5, "2024Q3", "onPace"],
    ["and not from less", about, 8.4, "2024Q3", "behind"],
    ["more than 左右 is fine where more is better", about, 12, "2024Q4", "met"],
    ["a stock goes from its baseline: day-one level is no progress", stock, 258, "2024Q1", "farBehind"],
    ["a stock half-way at the half-year is on pace", stock, 279, "2024Q2", "onPace"],
    ["a stock at its level is met", stock, 300, "2024Q2", "met"],
    ["a stock without a baseline has no pace before it is due", bareStock, 690, "2024Q3", "notDue"],
    ["and is judged when it is due", bareStock, 690, "2024Q4", "behind"],
    ["a limit half used at the half-year is on pace", limit, 50, "2024Q2", "onPace"],
    ["a limit used faster is behind", limit, 58, "2024Q2", "behind"],
    ["a limit exceeded is far behind at once", limit, 101, "2024Q1", "farBehind"],
    ["a limit kept is met only when the period is over", limit, 100, "2024Q4", "met"],
    ["none promised and none happened", none, 0, "2024Q2", "onPace"],
    ["none promised and one happened", none, 1, "2024Q2", "farBehind"],
    ["a falling stock half-way down is on pace", falling, 45, "2024Q2", "onPace"],
    ["a falling stock that rose is far behind", falling, 52, "2024Q2", "farBehind"],
    ["低于 a limit: reaching it is too much at once", lessThan, 100, "2024Q2", "farBehind"],
    ["低于 a limit: staying below it is met when the period is over", lessThan, 99, "2024Q4", "met"],
    ["a limit used at a fifth above its pace is far behind", limit, 71, "2024Q2", "farBehind"],
    ["超过: on the way the pace itself is enough", more, 450, "2024Q2", "onPace"],
    ["a level due and far below is far behind", bareStock, 600, "2024Q4", "farBehind"],
    ["超过 is not met by the figure itself", more, 900, "2024Q4", "behind"],
    ["and is by one more", more, 901, "2024Q3", "met"],
    ["a range is met from its lower end", range, 25, "2024Q4", "met"],
    ["a range where less is better is met up to its upper end", cost, 30, "2024Q4", "met"],
    ["and no further", cost, 31, "2024Q4", "farBehind"],
    ["低于 is exceeded by the figure itself", below, 40, "2024Q4", "farBehind"],
    ["and is by anything less", below, 39.9, "2024Q4", "met"],
    ["左右 where less is better is met to half a digit above", aboutLess, 40.5, "2024Q4", "met"],
    ["a change of -3 % promised is met by a larger fall", fall, "下降3.2%", "2024Q4", "met"],
    ["and not by a smaller one", fall, "下降2.5%", "2024Q2", "behind"],
    ["a milestone done is met", milestone, "已完成", "2024Q1", "met"],
    ["a milestone not done is not due before its date", milestone, "未完成", "2024Q3", "notDue"],
    ["a milestone not done at its date is far behind", milestone, false, "2024Q4", "farBehind"],
    ["a milestone without a word is unreported", milestone, null, "2024Q4", "unreported"],
    ["a promise for June is overdue in the third quarter", halfYear, 99, "2024Q3", "farBehind"],
    ["its pace is of its own six months", halfYear, 50, "2024Q1", "onPace"],
    ["an annual figure has no pace", annual, 100, "2024Q3", "notDue"],
    ["shares at quarter ends are the pace", harvest, 20, "2024Q2", "onPace"],
    ["and hold until the next quarter's end", harvest, 20, "2024-08", "onPace"],
    ["超过去年 without last year's level cannot be verified", lastYear, 5, "2024Q4", "unverifiable"],
  ] as const)("%s", (_name, index, actual, asOf, status) => {
    expect(at(index, actual, asOf).status).toBe(status);
  });

  it.each([
    ["危旧房 runs five years: not due in its first", "住建局", "危旧房", 30, "2024Q4", "notDue"],
    ["an unclear entry cannot be verified", "税务局", "减税降费", 32, "2024Q4", "unverifiable"],
    ["grain is nothing until harvest", "农业农村局", "粮食产量", 15, "2024Q3", "notDue"],
    ["and all of it at the year's end", "农业农村局", "粮食产量", 91, "2024Q4", "met"],
    ["新开工亿元以上项目 has no known baseline", "发改委", "新开工亿元以上项目", 100, "2024Q4", "unverifiable"],
  ] as const)("%s", (_name, department, indicator, actual, asOf, status) => {
    expect(standing(jingzhou, jingzhou.find(department, indicator), actual, asOf).status).toBe(status);
  });

  it.each([
    ["宣城: any shortfall is behind", flow, 4154, "xuancheng", "farBehind"],
    ["银川: up to ten points below is on pace", flow, 8310 * 0.41, "yinchuan", "onPace"],
    ["银川: ten points below is yellow", flow, 8310 * 0.4, "yinchuan", "behind"],
    ["银川: thirty points below is still yellow", flow, 8310 * 0.2, "yinchuan", "behind"],
    ["银川: more is red", flow, 8310 * 0.19, "yinchuan", "farBehind"],
    ["天津: growth below target is yellow", growth, "0.1%", "tianjin", "behind"],
    ["天津: shrinking is red", growth, "-0.1%", "tianjin", "farBehind"],
    ["天津: a share far below its target is red though it is positive", share, 60, "tianjin", "farBehind"],
    ["天津: a fall promised is judged by points, not by its sign", fall, -1, "tianjin", "farBehind"],
    ["银川: at pace is on pace", flow, 4155, "yinchuan", "onPace"],
  ] as const)("%s", (_name, index, actual, preset, status) => {
    expect(at(index, actual, "2024Q2", preset).status).toBe(status);
  });

  it("is not flipped by rounding for display: 89.96 is shown as 90.0 and is still behind", () => {
    const index = of({ kind: "ratio", target: { comparator: "atLeast", value: 90, unit: "%" } });
    expect(at(index, 89.96, "2024Q4").status).toBe("behind");
  });

  it("compares decimals, not binary fractions", () => {
    const index = of({ kind: "growth", target: { comparator: "atLeast", value: 0.3, unit: "%" } });
    expect(at(index, "0.3%", "2024Q4").status).toBe("met");
    const tenth = of({ kind: "growth", target: { comparator: "atLeast", value: 1.3, unit: "%" } });
    expect(at(tenth, 0.3, "2024Q4").status).toBe("behind"); // exactly one point
  });
});

it("the presets are what the places laid down", () => {
  const ours = { shareGrace: 0, shareTolerance: 0.1, pointTolerance: 1, growthBySign: false };
  expect(RULES).toEqual({
    standard: { preset: "standard", ...ours },
    xuancheng: { preset: "xuancheng", ...ours, shareTolerance: 0, pointTolerance: 0 },
    yinchuan: { preset: "yinchuan", ...ours, shareGrace: 0.1, shareTolerance: 0.3 },
    tianjin: { preset: "tianjin", ...ours, growthBySign: true },
  });
});

describe("a promise over several years", () => {
  const years = { from: "2024-01-01", due: "2028-12-31" } as const;
  const unplanned = of({ kind: "flow", ...years, target: { comparator: "plain", value: 500, unit: "户" } });
  const planned = of({
    kind: "flow",
    ...years,
    target: { comparator: "plain", value: 500, unit: "户" },
    annualTargets: { "2024": 80 },
  });
  const plannedStock = of({
    kind: "stock",
    from: "2023-07-01",
    due: "2028-12-31",
    baseline: { value: 100 },
    target: { comparator: "plain", value: 500, unit: "个" },
    annualTargets: { "2024": 180 },
  });
  it.each([
    ["without a plan it is not due before its last day", unplanned, 0, "2027Q4", "notDue"],
    ["and is judged by the whole then", unplanned, 500, "2028Q4", "met"],
    ["what is whole before is met", unplanned, 500, "2025Q1", "met"],
    ["a plan makes the year's amount the target, with a pace of its own", planned, 40, "2024Q2", "onPace"],
    ["and is overdue when the year is over", planned, 79, "2025Q1", "farBehind"],
    [
      "a level planned for a later year has no pace: nobody promised where it starts",
      plannedStock,
      100,
      "2024Q3",
      "notDue",
    ],
    ["and is judged at the year's end", plannedStock, 180, "2024Q4", "met"],
  ] as const)("%s", (_name, index, actual, asOf, status) => {
    expect(at(index, actual, asOf).status).toBe(status);
  });
  it("TARGET gives each planned year's figure, and says where none was set", () => {
    const commitment = first(planned);
    expect(caseOf(planned, commitment).figure).toMatchObject({ value: 80 });
    expect(figureOf(planned, commitment, 2024).value).toBe(80);
    expect(figureOf(planned, commitment, 2028).value).toBe(500);
    expect(refused(() => figureOf(planned, commitment, 2025))).toBe("noAnnualTarget");
    expect(refused(() => figureOf(planned, commitment, 2029))).toBe("yearOutside");
  });
});

describe("a level that needs no way", () => {
  const above = of({
    kind: "stock",
    target: { comparator: "atLeast", value: 300, unit: "个" },
    baseline: { value: 310 },
  });
  it("a start beyond the target leaves only the level to judge", () => {
    expect(at(above, 305, "2024Q2")).toMatchObject({ status: "met", attainment: 1.01666666666667 });
    expect(at(above, 290, "2024Q2").status).toBe("notDue");
    expect(at(above, 290, "2024Q4").status).toBe("behind");
  });
  it("last year's level of a stock is the target itself and no start", () => {
    const index = of({
      kind: "stock",
      target: { comparator: "moreThan", relativeTo: "lastYear", unit: "天" },
      baseline: { value: 300 },
    });
    expect(at(index, 301, "2024Q4").status).toBe("met");
    expect(at(index, 300, "2024Q4").status).toBe("behind");
    expect(at(index, 200, "2024Q2").status).toBe("notDue");
  });
});

describe("the measures of published circulars", () => {
  it("FDI at 53.3 % of the year's target after three quarters is 21.7 points below (2019 circular)", () => {
    const index = of({ kind: "flow", target: { comparator: "plain", value: 100, unit: "亿元" } });
    const { lag, share, attainment } = at(index, 53.3, "前三季度");
    expect([share, attainment, lag]).toEqual([0.75, 0.533, 0.217]);
  });
  it("GDP growth of 6.1 % against 7 % is 0.9 points below (2019 circular)", () => {
    expect(at(growth, 6.1, "前三季度").gap).toBe(0.9);
  });
  it.each([
    ["一季度", 0.25],
    ["上半年", 0.5],
    ["1-11月", 0.916666666667],
    ["2024Q4", 1],
    ["2023Q4", 0],
    ["2025Q1", 1],
  ])("the share due by %s is %d (Xuancheng circulars 2020–2021)", (asOf, share) => {
    expect(at(flow, 1, asOf).share).toBe(share);
  });
  it("says how far short in the target's unit, and ahead below zero", () => {
    expect(at(flow, 3900, "2024Q2").gap).toBe(255);
    expect(at(flow, 4200, "2024Q2").gap).toBe(-45);
    expect(at(limit, 58, "2024Q2").gap).toBe(8);
  });
  it("counts a stock's attainment from its baseline", () => {
    expect(at(stock, 279, "2024Q2").attainment).toBe(0.5);
    expect(at(bareStock, 350, "2024Q2").attainment).toBe(0.5);
  });
});
