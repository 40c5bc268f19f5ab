/** Cases of the shapes real targets come in that once gave a wrong number, or none: owners in lists, falls by level, years without a path. */
import { gapAnswer, reasonAnswer, runRateAnswer, statusAnswer, targetAnswer } from "../../src/core/answers";
import type { CatalogIndex } from "../../src/core/catalog";
import { evidenceOf, type Property } from "../../src/core/evidence";
import { validateCatalog } from "../../src/core/loadCatalog";
import { scoreAnswer } from "../../src/core/scores";
import { RULES } from "../../src/core/status";
import { yearOnYearAnswer } from "../../src/core/yearOnYear";
import { propertyText } from "../../src/strings/evidence";
import { reasonText } from "../../src/strings/reason";
import { errorSentence } from "../../src/strings/strings";
import { zh } from "../../src/strings/zh";
import { refusal, refused } from "./jingzhou";
import { amount, shaped, shapedFile, type Given } from "./shaped";

const RULE = RULES.standard;
const only = (index: CatalogIndex) => index.catalog.commitments[0]!;
const target = (
  index: CatalogIndex,
  department: string,
  indicator = "指标1",
  year: unknown = null,
  asOf: unknown = null,
) => targetAnswer(index, department, indicator, year, null, asOf);
const status = (index: CatalogIndex, actual: unknown, asOf: unknown) =>
  zh.status[statusAnswer(index, RULE, only(index), { actual, asOf })];
const why = (index: CatalogIndex, actual: unknown, asOf: unknown) =>
  reasonText(reasonAnswer(index, RULE, only(index), { actual, asOf }));
const info = (index: CatalogIndex, property: Property) => propertyText(evidenceOf(index, only(index)), property);
const past = (period: string, value: number, unit?: string) => ({
  period,
  value,
  state: "final" as const,
  ...(unit === undefined ? {} : { unit }),
});
const revision = (from: string, value: number) => ({
  from,
  value,
  basis: "市人大常委会决定",
  by: "李四",
  recorded: from,
});

describe("several units in one cell", () => {
  const index = shaped(
    {
      kind: "flow",
      target: amount(100, "个"),
      parts: [
        { place: "songzi", value: 30 },
        { place: "gongan", value: 70 },
      ],
    },
    { kind: "flow", department: "reform", indicator: "指标1", target: amount(60, "个") },
  );
  it.each([
    ["市教育局、市发改委", 100],
    ["市教育局,市发改委", 100],
    ["市教育局；市发改委", 100],
    ["市教育局/市发改委", 100],
    ["市教育局 市发改委", 100],
    ["市发改委、市教育局（牵头）", 100],
    ["市发改委、市教育局(牵头单位)", 100],
    ["市教育局牵头，市发改委配合", 100],
    ["市教育局（牵头）", 100],
    ["市发改委（配合）、市教育局", 100],
    ["市教育局、各县（市、区）", 100],
    ["市教育局、各有关高校", 100], // who helps need not stand in the catalog
    ["发改委、市教育局", 60],
  ])("%s: the first leads, or who is marked", (typed, value) => expect(target(index, typed)).toBe(value));
  it.each([
    ["市教育局（牵头）、市发改委（牵头）", "departmentAmbiguous"],
    ["松滋市、公安县", "departmentAmbiguous"], // of places none leads another
    ["各县（市、区）", "departmentAmbiguous"],
    ["各县市区人民政府", "departmentAmbiguous"],
    ["市公安局、市教育局", "departmentNotFound"],
    ["市教育局 王局长", "departmentNotFound"], // a blank may stand within a name
    ["市发改委、市教育局（牵头）、市公安局（牵头）", "departmentNotFound"],
    ["、", "departmentNotFound"],
  ])("%s: %s", (typed, code) => expect(refused(() => target(index, typed))).toBe(code));
  it("every place is asked about by its names", () =>
    expect(errorSentence(refusal(() => target(index, "各县（市、区）")))).toContain("松滋市、公安县、沙市区、荆州区"));
});

describe("a place that helps", () => {
  const helped = { kind: "flow", target: amount(500, "张"), supporting: ["songzi", "gongan"] } satisfies Given;
  it("finds what it helps with where nothing is split", () => expect(target(shaped(helped), "松滋市")).toBe(500));
  it("has its part where it is split, and without one no figure: the city's is not its own", () => {
    const index = shaped({ ...helped, parts: [{ place: "songzi", value: 200 }] });
    expect(target(index, "松滋市")).toBe(200);
    expect(refused(() => target(index, "公安县"))).toBe("notSplit");
  });
});

it("a place's part is scored by the weight of the whole", () => {
  const index = shaped({ kind: "flow", target: amount(100), weight: 8, parts: [{ place: "songzi", value: 40 }] });
  expect(scoreAnswer(index, index.find("松滋", "指标1"), { actual: 20, asOf: null }, null)).toBe(4);
});

describe("falls stated as positive figures", () => {
  const index = shaped({
    kind: "growth",
    indicator: "单位产值能耗降幅",
    target: amount(3.1, "%"),
    history: [past("2023", 100, "万吨标准煤")],
  });
  it.each([
    ["96.5万吨标准煤", "已完成", -0.4],
    ["97万吨标准煤", "欠进度", 0.1],
    ["101万吨标准煤", "严重滞后", 4.1],
  ])("a level of %s is a fall, or a rise: %s", (actual, verdict, gap) => {
    expect(status(index, actual, "2024")).toBe(verdict);
    expect(gapAnswer(index, RULE, only(index), { actual, asOf: "2024" })).toBe(gap);
  });
  it("YOY stays the growth itself", () =>
    expect(yearOnYearAnswer(index, only(index), "97万吨标准煤", "2024", null)).toBe(-3));
});

describe("the official rate wins", () => {
  const index = shaped({ kind: "growth", target: amount(8, "%"), history: [past("2023", 127.06, "亿元")] });
  it.each([
    "可比增长11.8%",
    "按可比口径增长11.8%",
    "按可比价格计算，同比增长11.8%",
    "同口径增长11.8%",
    "142.05亿元，可比增长11.8%",
    "142.05亿元（可比增长11.8%）",
    "142.05亿元 可比增长11.8%",
    "142.05亿元，同比增长11.8%",
  ])("%s is 11.8", (actual) => {
    expect(gapAnswer(index, RULE, only(index), { actual, asOf: "2024" })).toBe(-3.8);
    expect(why(index, actual, "2024")).not.toContain("倒算");
  });
  it.each(["142.05亿元，可比", "12个，增长11.8亿元", "142.05，增长约11.8%"])("%s is not read", (actual) =>
    expect(refused(() => status(index, actual, "2024"))).not.toBe(""),
  );
});

describe("growth from levels has no binary digits", () => {
  const index = shaped({ kind: "flow", target: amount(100) });
  it.each([
    [4.1, 4, 2.5],
    [1.1, 1, 10],
    [0.3, 0.1, 200],
    [142.3, 142, tidyRate(0.3, 142)],
    [107, 100, 7],
    [1153.4, 1153.4, 0],
  ])("%d after %d is %d", (level, last, rate) =>
    expect(yearOnYearAnswer(index, only(index), level, null, last)).toBe(rate),
  );
  it("a loss that stayed as it was is 持平", () =>
    expect(errorSentence(refusal(() => yearOnYearAnswer(index, only(index), -10, null, -10)))).toContain("持平"));
});
function tidyRate(difference: number, last: number): number {
  return Number(((difference * 100) / last).toPrecision(15));
}

describe("INFO", () => {
  it("上年 is in the target's unit; a level behind a rate says its own", () => {
    const grain = shaped({ kind: "flow", target: amount(90, "亿斤"), history: [past("2023", 4_500_000, "吨")] });
    expect(info(grain, "上年")).toBe(90);
    const growth: Given = { kind: "growth", target: amount(8, "%"), history: [past("2023", 127.06, "亿元")] };
    expect(info(shaped(growth), "上年")).toBe("127.06亿元");
    expect(info(shaped({ ...growth, history: [...growth.history!, past("2023", 7.2)] }), "上年")).toBe(7.2);
  });
  it("基数 is the level that judges: of an earlier figure, of 超过去年 last year's", () => {
    const stock = shaped({ kind: "stock", target: amount(300, "个"), history: [past("2023", 210)] });
    expect(info(stock, "基数")).toBe(210);
    const more = shaped({
      kind: "flow",
      target: { comparator: "moreThan", relativeTo: "lastYear", unit: "万元" },
      history: [past("2023", 4, "亿元")],
    });
    expect([info(more, "基数"), info(more, "上年")]).toEqual([40_000, 40_000]);
  });
  it("依据 is what the figure in force rests on", () => {
    const five: Given = { kind: "flow", from: "2021-01-01", due: "2025-12-31", target: amount(500, "户") };
    const later = [revision("2025-07-01", 400)];
    expect(info(shaped({ ...five, annualTargets: { "2024": 120 }, revisions: later }), "依据")).toBe("年度计划");
    expect(info(shaped({ ...five, path: "linear" }), "依据")).toBe("按直线推算");
    expect(info(shaped({ ...five, path: "linear", revisions: [revision("2023-07-01", 400)] }), "依据")).toBe(
      "按直线推算；市人大常委会决定",
    );
    expect(info(shaped({ ...five, revisions: later }), "依据")).not.toBe("市人大常委会决定"); // not yet in force
  });
  it("says that 上年 is not known without asking for a rate", () => {
    const sentence = errorSentence(refusal(() => info(shaped({ kind: "flow", target: amount(1) }), "上年")));
    expect(sentence).toBe("目录里没有“指标1”上年同期（截至2023-12-31）的数");
  });
});

describe("years a promise does not run over", () => {
  const path: Given = { kind: "flow", target: amount(500, "户"), path: "linear" };
  it("one that begins later has its first year's figure, never 0", () => {
    const index = shaped({ ...path, from: "2025-01-01", due: "2028-12-31" });
    expect([target(index, "教育局"), target(index, "教育局", "指标1", null, "2024Q2")]).toEqual([125, 125]);
    expect(status(index, 10, "2024Q4")).toBe("未到期");
    expect(why(index, 10, "2024Q4")).toContain("目标125户,2025-01-01起,尚未开始");
    const level = shaped({
      kind: "stock",
      target: amount(180, "个"),
      path: "linear",
      baseline: { value: 100 },
      from: "2025-01-01",
      due: "2028-12-31",
    });
    expect(target(level, "教育局")).toBe(120);
    expect(status(level, 100, "2024Q4")).toBe("未到期");
  });
  it("one that is over has its whole figure, never 0", () => {
    const index = shaped({ ...path, from: "2020-01-01", due: "2023-12-31" });
    expect(target(index, "教育局")).toBe(500);
    expect(target(index, "教育局", "指标1", 2023)).toBe(125);
    expect(refused(() => target(index, "教育局", "指标1", 2024))).toBe("yearOutside");
    expect(status(index, 480, "2024Q1")).toBe("严重滞后");
  });
  it("once all is due no quarter is left, whatever the pace", () => {
    const index = shaped({ kind: "flow", from: "2019-01-01", due: "2023-12-31", target: amount(500, "户") });
    const left = () => runRateAnswer(index, only(index), { actual: 480, asOf: "2024Q1" });
    expect(refused(left)).toBe("noQuartersLeft");
  });
});

it("a range set anew says both its ends", () => {
  const range = { comparator: "range", value: 10, valueMax: 12, unit: "个" } as const;
  const file = (more: object) =>
    shapedFile({ kind: "flow", target: range, revisions: [{ ...revision("2024-07-01", 8), ...more }] });
  expect(errorSentence(refusal(() => validateCatalog(file({}))))).toContain("区间要写明上限，调整后也要");
  expect(target(shaped(file({ valueMax: 9 }).commitments[0]!), "教育局")).toBe(8);
});
