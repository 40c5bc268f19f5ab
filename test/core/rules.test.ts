/** The rules of the field as a table: what is promised, what was entered, and what follows. Each kind of trap once or twice. */
import {
  gapAnswer,
  paceAnswer,
  rateAnswer,
  reasonAnswer,
  runRateAnswer,
  statusAnswer,
  targetAnswer,
} from "../../src/core/answers";
import { checkAnswer } from "../../src/core/checkAnswer";
import type { CatalogIndex } from "../../src/core/catalog";
import { CatalogError, isRefusal } from "../../src/core/errors";
import { RULES, type Preset, type Rules } from "../../src/core/status";
import type { Commitment } from "../../src/core/types";
import { reasonText } from "../../src/strings/reason";
import { zh } from "../../src/strings/zh";
import { catalogOf } from "./jingzhou";

type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
const lastOf = (index: CatalogIndex): Commitment => index.catalog.commitments.at(-1)!;

/** The word of a verdict, or the code of a refusal. */
function statusOf(
  index: CatalogIndex,
  actual: unknown,
  asOf: unknown,
  rules: Rules = RULES.standard,
  earlier: unknown = null,
): string {
  try {
    return zh.status[statusAnswer(index, rules, lastOf(index), { actual, asOf, earlier })];
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}
const whyOf = (
  index: CatalogIndex,
  actual: unknown,
  asOf: unknown,
  rules: Rules = RULES.standard,
  earlier: unknown = null,
) => reasonText(reasonAnswer(index, rules, lastOf(index), { actual, asOf, earlier }));
const of = (...promised: Promised[]) => catalogOf(...promised);
const target = (
  comparator: "plain" | "atLeast" | "moreThan" | "about" | "atMost" | "lessThan",
  value: number,
  unit: string,
) => ({
  target: { comparator, value, unit },
});
const range = (value: number, valueMax: number, unit: string) => ({
  target: { comparator: "range" as const, value, valueMax, unit },
});
const parts = ["TT2024-001", "TT2024-002"];

const money = of({ kind: "flow", ...target("plain", 32, "亿元") });
const people = of({ kind: "flow", ...target("plain", 4.2, "万人") });
const places = of({ kind: "flow", ...target("plain", 8310, "个") });
const road = of({ kind: "flow", ...target("plain", 8, "公里") });
const floor = of({ kind: "flow", ...target("plain", 50, "万平方米") });
const growth = of({ kind: "growth", ...target("atLeast", 6, "%") });
const share = of({ kind: "ratio", ...target("atLeast", 95, "%") });
const loss = of({ kind: "flow", indicator: "利润", ...target("atLeast", -100, "万元") });
const noLoss = of({ kind: "flow", indicator: "利润", ...target("atLeast", 0, "万元") });
const drain = of({ kind: "flow", direction: "down", ...target("plain", -426, "万元") });
const none = of({ kind: "flow", ...target("atMost", 0, "起") });
const limit = of({ kind: "flow", ...target("atMost", 100, "起") });
const limits = of(
  { kind: "flow", ...target("atMost", 100, "起") },
  { kind: "flow", ...target("atMost", 100, "起") },
  { kind: "flow", sumOf: parts },
);
const annualParts = of(
  { kind: "flow", profile: "atDue", ...target("plain", 50, "个") },
  { kind: "flow", profile: "atDue", ...target("plain", 50, "个") },
  { kind: "flow", sumOf: parts },
);
const fallRate = of({ kind: "growth", indicator: "单位GDP能耗降幅", ...target("atLeast", 3.1, "%") });
const clearance = of({ kind: "stock", direction: "down", baseline: { value: 100 }, ...target("plain", 80, "件") });
const aboutHundred = of({ kind: "flow", ...target("about", 100, "个") });
const costRange = of({ kind: "ratio", direction: "down", ...range(12, 13, "%") });
const small = of({ kind: "flow", ...target("atMost", 0.3, "亿元") });
const moreThanSmall = of({ kind: "flow", ...target("moreThan", 0.3, "亿元") });
const fiveYears = of({ kind: "flow", from: "2020-01-01", ...target("plain", 500, "户") });
const shares = of({
  kind: "flow",
  due: "2028-12-31",
  profile: { quarterShares: [0, 0, 0, 1] },
  ...target("plain", 500, "户"),
});
const coverage = of({ kind: "ratio", target: { coverage: "complete" } });
const lastYear = of({
  kind: "flow",
  due: "2025-12-31",
  target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" },
});
const toMay = of({ kind: "flow", due: "2024-05-31", ...target("plain", 100, "个") });
const autumn = of({ kind: "growth", from: "2024-07-01", ...target("atLeast", 6, "%") });
const event = of({ kind: "milestone" });

describe("the verdict", () => {
  it.each([
    ["a bare 亿 counts the thing, not 亿元 again", money, "16亿", "2024Q4", "严重滞后"],
    ["at half the year it is half of it", money, "16亿", "2024Q2", "达进度"],
    ["1600000000元 are the same", money, "1600000000元", "2024Q2", "达进度"],
    ["16 are the same", money, 16, "2024Q2", "达进度"],
    ["¥16亿 is 元", money, "¥16亿", "2024Q2", "达进度"],
    ["a bare 万 against 万人", people, "2.1万", "2024Q2", "达进度"],
    ["a bare 万 against 个", places, "0.4155万", "2024Q2", "达进度"],
    ["a bare 万 against % is no number of it", share, "9万", "2024Q4", "unitMismatch"],
    ["another currency is refused", money, "$32亿元", "2024Q4", "currencyForeign"],
    ["with its sign or its name", money, "32亿美元", "2024Q4", "unitMismatch"],
    ["a total of limits is a limit", limits, 250, "2024Q4", "严重滞后"],
    ["exceeded it is far behind at once", limits, 201, "2024Q1", "严重滞后"],
    ["kept it is met at the end", limits, 200, "2024Q4", "已完成"],
    ["a total of annual figures is annual", annualParts, 0, "2024Q2", "未到期"],
    ["and due at the end", annualParts, 0, "2024Q4", "严重滞后"],
    ["a loss beyond the one allowed", loss, -150, "2024Q4", "严重滞后"],
    ["a loss ten points faster than allowed", loss, -60, "2024Q2", "欠进度"],
    ["a loss more than ten points faster", loss, -61, "2024Q2", "严重滞后"],
    ["a smaller loss is on pace: it can still grow", loss, -40, "2024Q2", "达进度"],
    ["a gain, too", loss, 20, "2024Q2", "达进度"],
    ["and met when the period is over", loss, -100, "2024Q4", "已完成"],
    ["no loss: one at the end is far behind", noLoss, -1, "2024Q4", "严重滞后"],
    ["one before is behind", noLoss, -1, "2024Q2", "欠进度"],
    ["none before is on pace", noLoss, 0, "2024Q2", "达进度"],
    ["none at the end is met", noLoss, 0, "2024Q4", "已完成"],
    ["below zero and less is better: half of it at half the year", drain, -213, "2024Q2", "达进度"],
    ["less than half of it is behind", drain, -180, "2024Q2", "欠进度"],
    ["all of it is met at the end", drain, -426, "2024Q4", "已完成"],
    ["none of it is far behind", drain, 0, "2024Q4", "严重滞后"],
    ["none promised: the first case is far behind at once", none, 1, "2024Q1", "严重滞后"],
    ["no case is on pace", none, 0, "2024Q1", "达进度"],
    ["a limit exceeded is far behind at once", limit, 101, "2024-01-31", "严重滞后"],
    ["0.1+0.2 keeps a limit of 0.3", small, 0.1 + 0.2, "2024Q4", "已完成"],
    ["0.1+0.2 does not exceed 0.3", moreThanSmall, 0.1 + 0.2, "2024Q4", "欠进度"],
    ["a range where less is better is met at its upper end", costRange, 13, "2024Q4", "已完成"],
    ["and above it is exceeded", costRange, 13.1, "2024Q4", "严重滞后"],
    ["约 is no exact figure", places, "约8310", "2024Q4", "quantityDoubtful"],
    ["nor is 近", places, "近8310", "2024Q4", "quantityDoubtful"],
    ["nor is 左右", places, "8310左右", "2024Q4", "quantityDoubtful"],
    ["nor is 以内", places, "8310以内", "2024Q4", "quantityDoubtful"],
    ["nor is 不到", places, "不到8310个", "2024Q4", "quantityDoubtful"],
    ["nor is 多 behind the unit", road, "8公里多", "2024Q4", "quantityDoubtful"],
    ["nor is 余 within", places, "8千余个", "2024Q4", "quantityDoubtful"],
    ["nor is a wave before the figure", places, "～8310", "2024Q4", "quantityDoubtful"],
    ["two figures in one cell", places, "3900 4155", "2024Q4", "quantityUnreadable"],
    ["a figure broken by a blank", places, "8310. 5", "2024Q4", "quantityUnreadable"],
    ["thousands set apart", places, "8 310个", "2024Q4", "已完成"],
    ["a blank before the unit", places, "8310 个", "2024Q4", "已完成"],
    ["a level in a row of growth", growth, 3008.61, "2024Q4", "levelInGrowth"],
    ["a level of GDP with its unit", growth, "3008.61亿元", "2024Q4", "unitMismatch"],
    ["growth beyond fifty is written with its %", growth, "153.4%", "2024Q4", "已完成"],
    ["a fall stated as positive: 下降3.2%", fallRate, "下降3.2%", "2024Q4", "已完成"],
    ["its bare figure", fallRate, 3.2, "2024Q4", "已完成"],
    ["a rise is none", fallRate, "增长1%", "2024Q4", "严重滞后"],
    ["a bare negative may be either", fallRate, -3.2, "2024Q4", "fallSignUnclear"],
    ["as text too", fallRate, "-3.2%", "2024Q4", "fallSignUnclear"],
    ["a growth row takes a fall as negative", growth, "下降1%", "2024Q4", "严重滞后"],
    ["a change is no level", limit, "比上年减少12起", "2024Q4", "changeNotLevel"],
    ["a rise of a level neither", clearance, "增加5件", "2024Q4", "changeNotLevel"],
    ["what was added is", places, "新增8310个", "2024Q4", "已完成"],
    ["9% typed into a cell", growth, 0.06, "2024Q4", "percentUnclear"],
    ["14.2% typed into a cell has three decimals", growth, 0.142, "2024Q4", "percentUnclear"],
    ["0.5 against 6 may be 50% no more", growth, 0.5, "2024Q4", "严重滞后"],
    ["100% typed into a cell holds 1", share, 1, "2024Q4", "percentUnclear"],
    ["1 against 6 is 1%", growth, 1, "2024Q4", "严重滞后"],
    ["a tenth of the target is near enough", growth, 0.006, "2024Q4", "percentUnclear"],
    ["three times the target too", growth, 0.18, "2024Q4", "percentUnclear"],
    ["more is not", growth, 0.19, "2024Q4", "严重滞后"],
    ["its negative is as unclear", growth, -0.06, "2024Q4", "percentUnclear"],
    ["a rise without its % too", growth, "增长0.06", "2024Q4", "percentUnclear"],
    ["and a fall", growth, "同比下降0.06", "2024Q4", "percentUnclear"],
    ["and a fall stated as positive", fallRate, "下降0.032", "2024Q4", "percentUnclear"],
    ["a rise without its % that can be no share", growth, "增长6", "2024Q4", "已完成"],
    ["a rise with it", growth, "增长0.06%", "2024Q4", "严重滞后"],
    ["a rise to a level in a row of growth", growth, "增长3008.61", "2024Q4", "levelInGrowth"],
    ["the sign of a note is no digit", places, "8310①", "2024Q4", "quantityUnreadable"],
    ["nor is one set high", places, "831⁰", "2024Q4", "quantityUnreadable"],
    ["nor one set low", places, "8310₁个", "2024Q4", "quantityUnreadable"],
    ["but ² belongs to a unit", floor, "50万m²", "2024Q4", "已完成"],
    ["the text says which", growth, "0.06%", "2024Q4", "严重滞后"],
    ["a falling stock a little faster than its pace", clearance, 94, "2024Q1", "达进度"],
    ["约 at exactly its pace", aboutHundred, 25, "2024Q1", "达进度"],
    ["shares over several years say nothing of a year", shares, 0, "2024Q4", "未到期"],
    ["全覆盖 is due at the end", coverage, 60, "2024Q1", "未到期"],
    ["and is judged then", coverage, 60, "2024Q4", "严重滞后"],
    ["超过去年 over two years without last year's level", lastYear, 100, "2024Q4", "无法核验"],
    ["before the period begins", autumn, 7, "2024Q2", "未到期"],
    ["whatever was reported", places, 8310, "2023Q4", "未到期"],
    ["or not", places, "", "2023Q4", "未到期"],
    ["a deed as well", of({ kind: "milestone", from: "2024-07-01" }), "已完成", "2024Q2", "未到期"],
    ["预计 is read", places, "3900（预计）", "2024Q2", "欠进度"],
    ["快报 before the figure", places, "快报数3900个", "2024Q2", "欠进度"],
    ["初步 behind it", places, "3900个(初步核算)", "2024Q2", "欠进度"],
    ["a deed with a remark", event, "已完成（初步）", "2024Q2", "已完成"],
    ...["—", "——", "/", "无", "暂无", "待定", "-", "　"].map(
      (word) => [`${word} is no report`, places, word, "2024Q4", "未填报"] as const,
    ),
    ["2024年1-9 is no date", places, 1, "2024年1-9", "periodUnreadable"],
  ] as const)("%s", (_name, index, actual, asOf, status) => {
    expect(statusOf(index, actual, asOf)).toBe(status);
  });

  it.each([
    [
      "宣城: exactly the figure is not 超过",
      of({ kind: "flow", ...target("moreThan", 900, "个") }),
      900,
      "xuancheng",
      "严重滞后",
    ],
    ["宣城: for growth neither", of({ kind: "growth", ...target("moreThan", 9, "%") }), 9, "xuancheng", "严重滞后"],
    ["银川: growth keeps one point", growth, 4.9, "yinchuan", "严重滞后"],
    ["银川: within it yellow", growth, 5, "yinchuan", "欠进度"],
    ["天津: growth that is positive is yellow", growth, 0.2 * 5, "tianjin", "欠进度"],
  ] as const)("%s", (_name, index, actual, preset: Preset, status) => {
    expect(statusOf(index, actual, "2024Q4", RULES[preset])).toBe(status);
  });

  it("done stays done until a later figure says otherwise, and only where it cannot be undone", () => {
    const asked = (index: CatalogIndex, earlier: unknown, actual: unknown = "") =>
      statusOf(index, actual, "2024Q3", RULES.standard, earlier);
    expect(asked(places, 8310)).toBe("已完成");
    expect(asked(places, 8309)).toBe("未填报");
    expect(asked(places, 8310, 8000)).toBe("达进度");
    expect(asked(event, "已完成")).toBe("已完成");
    expect(asked(event, "未完成")).toBe("未填报");
    expect(asked(limit, 50)).toBe("未填报");
    expect(asked(loss, 100)).toBe("未填报");
    expect(asked(of({ kind: "stock", ...target("plain", 5, "个") }), 5)).toBe("未填报");
    expect(whyOf(places, "", "2024Q3", RULES.standard, 8310)).toBe(
      "截至三季度应达6,232.5个(75.0%),没有新的实际数,此前已报8,310个,全部目标8,310个已达到,已完成。",
    );
    expect(whyOf(event, "", "2024Q3", RULES.standard, "是")).toBe(
      "应于2024-12-31前办成,没有新的实际数,此前已报办成,已完成。",
    );
  });
});

describe("the sentence", () => {
  it.each([
    [loss, -60, "2024Q2", "截至二季度应达-50万元(50.0%),实际-60万元,欠10万元,低于序时10.0个百分点,欠进度。"],
    [drain, -213, "2024Q2", "截至二季度应不超过-213万元(50.0%),实际-213万元,正好持平,达进度。"],
    [noLoss, -1, "2024Q2", "截至二季度应达0万元,实际-1万元,欠1万元,欠进度。"],
    [clearance, 94, "2024Q1", "截至一季度应不超过95件(25.0%),实际94件(30.0%),少1件,高于序时5.0个百分点,达进度。"],
    [aboutHundred, 25, "2024Q1", "截至一季度应达25个(25.0%),实际25个(25.0%),正好持平,按±0.5判定,达进度。"],
    [costRange, 13, "2024Q4", "截至四季度应不超过13%,实际13%,正好持平,区间12–13%按上限判定,已完成。"],
    [autumn, 7, "2024Q2", "目标不低于6%,2024-07-01起,尚未开始,未到期。"],
    [
      places,
      "3900（预计）",
      45473,
      "截至2024-06-30应达4,155个(50.0%),实际3,900个(46.9%),系预计数,欠255个,低于序时3.1个百分点,欠进度。",
    ],
    [
      places,
      8310,
      "2024-10-01",
      "截至10月应达6,925个(83.3%),实际8,310个(100.0%),超1,385个,高于序时16.7个百分点,全部目标8,310个已达到,已完成。",
    ],
    [places, 1385, "1-2月", "截至1-2月应达1,385个(16.7%),实际1,385个(16.7%),正好持平,达进度。"],
    [lastYear, 100, "2024Q4", "“指标1”缺基数，目录中没有上年的数，请先填基数,无法核验。"],
  ] as const)("case %#", (index, actual, asOf, sentence) => {
    expect(whyOf(index, actual, asOf)).toBe(sentence);
  });

  it("says the workbook's tolerance where it is not the preset's", () => {
    expect(whyOf(places, 3000, "2024Q2", { ...RULES.standard, shareTolerance: 0.15 })).toBe(
      "截至二季度应达4,155个(50.0%),实际3,000个(36.1%),欠1,155个,低于序时13.9个百分点,台账容差15个百分点,欠进度。",
    );
    expect(whyOf(growth, 4, "2024Q2", { ...RULES.standard, pointTolerance: 2 })).toContain("台账容差2个百分点,欠进度");
    expect(whyOf(places, 3000, "2024Q2")).not.toContain("容差");
  });
});

describe("numbers in cells are decimal", () => {
  const at = (index: CatalogIndex, actual: unknown, asOf: unknown) =>
    gapAnswer(index, RULES.standard, lastOf(index), { actual, asOf });
  const run = (index: CatalogIndex, actual: unknown, asOf: unknown) =>
    runRateAnswer(index, lastOf(index), { actual, asOf });
  it.each([
    [target("atLeast", 5.5, "%"), "growth", 5.6, -0.1],
    [target("atLeast", 9, "%"), "growth", 8.7, 0.3],
    [target("plain", 4524.2, "亿元"), "flow", 3393.15, 0],
    [target("plain", 123456789.3, "元"), "flow", 92592591.775, 0.2],
    [target("plain", 0.3, "亿元"), "flow", 0.1, 0.125],
  ] as const)("the gap of %j as %s at %d is %d", (promised, kind, actual, gap) => {
    expect(at(of({ kind, ...promised }), actual, "前三季度")).toBe(gap);
  });
  it("what each quarter must bring, the rate and the pace", () => {
    const stock = of({ kind: "stock", baseline: { value: 5.4 }, ...target("plain", 5.6, "公里") });
    expect(rateAnswer(stock, RULES.standard, lastOf(stock), { actual: 5.5, asOf: null })).toBe(0.5);
    expect(paceAnswer(stock, RULES.standard, lastOf(stock), "2024Q2", null)).toBe(5.5);
    expect(run(stock, 5.5, "2024Q3")).toBe(0.1);
    expect(run(of({ kind: "flow", ...target("plain", 5.5, "亿元") }), 5.4, "2024Q3")).toBe(0.1);
  });
  it("what is left on the last day, and of losses", () => {
    expect(() => run(toMay, 50, "2024-05-31")).toThrow(
      new CatalogError("noQuartersLeft", { indicator: "指标1", due: "2024-05-31" }),
    );
    expect(run(toMay, 50, "2024-05-30")).toBe(50);
    expect(run(loss, -60, "2024Q2")).toBe(-20);
    expect(run(drain, -213, "2024Q2")).toBe(-106.5);
    expect(run(none, 0, "2024Q2")).toBe(0);
  });
  it("there is no rate of a target of zero or below", () => {
    for (const index of [loss, noLoss, drain, none])
      expect(() => rateAnswer(index, RULES.standard, lastOf(index), { actual: -60, asOf: null })).toThrow(CatalogError);
  });
});

describe("a total whose parts fall due on different days", () => {
  const goal = { kind: "flow", ...target("plain", 100, "个") } as const;
  const uneven = of({ ...goal, due: "2024-06-30" }, goal, { kind: "flow", sumOf: parts });
  const alike = of(goal, goal, { kind: "flow", sumOf: parts });
  it.each([
    [alike, 60, "2024Q2", "严重滞后"],
    [uneven, 60, "2024Q2", "未到期"], // 150 are due by then, not 100: no pace is claimed
    [uneven, 120, "2024Q3", "未到期"],
    [uneven, 200, "2024Q3", "已完成"],
    [uneven, 190, "2024Q4", "欠进度"],
    [uneven, null, "2024Q2", "未填报"],
  ] as const)("has no pace before the last: %# %j at %s is %s", (index, actual, asOf, verdict) => {
    expect(statusOf(index, actual, asOf)).toBe(verdict);
  });
  it("has none where only its own day differs from theirs", () => {
    expect(statusOf(of(goal, goal, { kind: "flow", sumOf: parts, due: "2024-11-30" }), 60, "2024Q2")).toBe("未到期");
  });
  it("has one where the year's plans end on one day, whatever the whole does", () => {
    const plan = { kind: "flow", ...target("plain", 500, "个"), annualTargets: { "2024": 100 } } as const;
    const planned = of(
      { ...plan, due: "2026-12-31" },
      { ...plan, due: "2028-12-31" },
      { kind: "flow", due: "2028-12-31", sumOf: parts },
    );
    expect(statusOf(planned, 100, "2024Q2")).toBe("达进度");
    expect(statusOf(planned, 60, "2024Q2")).toBe("严重滞后");
  });
});

describe("a limit already exceeded is far behind at once, whatever the tolerance", () => {
  const unemployed = of({ kind: "ratio", ...target("atMost", 5.5, "%") });
  const prices = of({ kind: "growth", direction: "down", ...target("plain", 3, "%") });
  const under = of({ kind: "ratio", ...target("lessThan", 5.5, "%") });
  const atTheEnd = of({ kind: "ratio", profile: "atDue", ...target("atMost", 5.5, "%") });
  const roughly = of({ kind: "ratio", direction: "down", ...target("about", 5.5, "%") });
  const yearly = of({ kind: "flow", profile: "atDue", ...target("atMost", 100, "起") });
  const lessEnergy = of({ kind: "growth", direction: "down", ...target("plain", -3, "%") });
  const debt = (baseline: number | null) =>
    of({
      kind: "stock",
      ...target("atMost", 300, "亿元"),
      ...(baseline === null ? {} : { baseline: { value: baseline } }),
    });
  it.each([
    ["a rate", unemployed, 5.6, "2024Q2", "严重滞后"],
    ["kept it is on pace", unemployed, 5.5, "2024Q2", "达进度"],
    ["and met when the period is over", unemployed, 5.5, "2024Q4", "已完成"],
    ["growth", prices, 3.1, "2024Q1", "严重滞后"],
    ["低于 is exceeded by the figure itself", under, 5.5, "2024Q2", "严重滞后"],
    ["what is asked for the last day alone can come back until then", atTheEnd, 5.6, "2024Q2", "未到期"],
    ["and not on it", atTheEnd, 5.6, "2024Q4", "严重滞后"],
    ["左右 has its tolerance from its edge", roughly, 6, "2024Q2", "欠进度"],
    ["a fall promised can still come", lessEnergy, "下降2.5%", "2024Q2", "欠进度"],
    ["a level that began within its limit", debt(280), 301, "2024Q2", "严重滞后"],
    ["and is within it", debt(280), 299, "2024Q2", "已完成"],
    ["a level on its way down is paced", debt(340), 318, "2024Q2", "达进度"],
    ["of one whose start nobody knows nothing is said before its day", debt(null), 310, "2024Q2", "未到期"],
    ["and on it the limit holds", debt(null), 310, "2024Q4", "严重滞后"],
    ["an annual count that was passed", yearly, 101, "2024Q2", "严重滞后"],
  ] as const)("%s", (_name, index, actual, asOf, status) => {
    expect(statusOf(index, actual, asOf)).toBe(status);
    expect(statusOf(index, actual, asOf, { ...RULES.standard, shareTolerance: 0.5, pointTolerance: 50 })).toBe(status);
  });
  it("says so where the tolerance would have let it pass, and only there", () => {
    expect(whyOf(unemployed, 5.6, "2024Q2")).toMatch(/,超出0\.1个百分点,已超上限,不适用容差,严重滞后。$/);
    expect(whyOf(unemployed, 9.6, "2024Q2")).not.toMatch(/上限/);
    expect(whyOf(limit, 101, "2024Q4")).toMatch(/已超上限,不适用容差,严重滞后。$/);
    expect(whyOf(limit, 71, "2024Q2")).not.toMatch(/上限/);
    expect(whyOf(debt(280), 301, "2024Q2")).toMatch(/实际301亿元\(100\.3%\),超出1亿元,已超上限,不适用容差,严重滞后。$/);
    expect(whyOf(yearly, 101, "2024Q2")).toMatch(/超出1起,已超上限,不适用容差,严重滞后。$/);
  });
});

describe("the tolerance of rates among a thousand and more is counted in their own unit, and said", () => {
  const deaths = of({ kind: "ratio", ...target("atMost", 10, "/10万") });
  const births = of({ kind: "ratio", ...target("plain", 5, "‰") });
  it.each([
    [deaths, 10, "达进度"],
    [deaths, 10.1, "严重滞后"],
    [births, 4.2, "欠进度"],
    [births, 3.9, "严重滞后"],
    [births, 5, "达进度"],
  ] as const)("%# %d is %s", (index, actual, verdict) => expect(statusOf(index, actual, "2024Q2")).toBe(verdict));
  it("says so", () => {
    expect(whyOf(births, 4.2, "2024Q2")).toMatch(/,容差按本行单位计,1‰,欠进度。$/);
    expect(whyOf(deaths, 10.8, "2024Q2")).toMatch(/,超出0\.8\/10万,已超上限,不适用容差,严重滞后。$/);
    expect(whyOf(births, 3, "2024Q2")).toMatch(/,容差按本行单位计,1‰,严重滞后。$/);
    expect(whyOf(births, 6, "2024Q2")).not.toMatch(/容差/);
    expect(whyOf(of({ kind: "ratio", ...target("plain", 95, "%") }), 94.5, "2024Q2")).not.toMatch(/容差/);
  });
});

describe("the figure", () => {
  const asked = (index: CatalogIndex, year: unknown = null) =>
    targetAnswer(index, "教育局", lastOf(index).indicator, year, null);
  it("begun earlier and due this year it is the whole", () => {
    expect(asked(fiveYears)).toBe(500);
    expect(asked(fiveYears, 2024)).toBe(500);
    expect(() => asked(fiveYears, 2022)).toThrow("noAnnualTarget");
  });
  it("of a range where less is better it is the upper end, in every function", () => {
    expect(asked(costRange)).toBe(13);
    expect(paceAnswer(costRange, RULES.standard, lastOf(costRange), "2024Q4", null)).toBe(13);
  });
  it("of a total of planned years is the year's", () => {
    const years = { due: "2028-12-31", annualTargets: { "2024": 80 } };
    const total = of(
      { kind: "flow", ...years, ...target("plain", 400, "户") },
      { kind: "flow", ...years, ...target("plain", 0.05, "万户") },
      { kind: "flow", due: "2028-12-31", sumOf: parts },
    );
    expect(asked(total)).toBe(800080);
    const unplanned = of(
      { kind: "flow", due: "2028-12-31", ...target("plain", 400, "户") },
      { kind: "flow", due: "2028-12-31", ...target("plain", 0.05, "万户") },
      { kind: "flow", due: "2028-12-31", sumOf: parts },
    );
    expect(() => asked(unplanned)).toThrow("noAnnualTarget");
    expect(asked(unplanned, 2028)).toBe(900);
    expect(statusOf(unplanned, 900, "2024Q4")).toBe("已完成");
    expect(
      checkAnswer(
        unplanned,
        RULES.standard,
        { departments: ["教育局"], indicators: ["指标3"], actuals: [1] },
        "2024Q4",
      ),
    ).toMatchObject([{ figure: { code: "noAnnualTarget" }, standing: { status: "notDue" } }]);
  });
  it("a total starts where its parts start", () => {
    const total = of(
      { kind: "stock", baseline: { value: 100 }, ...target("plain", 200, "个") },
      { kind: "stock", baseline: { value: 50 }, ...target("plain", 150, "个") },
      { kind: "stock", sumOf: parts },
    );
    expect(rateAnswer(total, RULES.standard, lastOf(total), { actual: 250, asOf: null })).toBe(0.5);
    expect(statusOf(total, 150, "2024Q2")).toBe("严重滞后");
  });
});
