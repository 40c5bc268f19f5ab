/** The shapes real targets come in: places, supporters, revised targets, earlier figures, several years, scores (DOMAIN). */
import fc from "fast-check";
import { gapAnswer, paceAnswer, rateAnswer, reasonAnswer, statusAnswer, targetAnswer } from "../../src/core/answers";
import { caseOf } from "../../src/core/case";
import type { CatalogIndex } from "../../src/core/catalog";
import { checkAnswer } from "../../src/core/checkAnswer";
import { evidenceOf, propertyNamed } from "../../src/core/evidence";
import { growthOf } from "../../src/core/history";
import { validateCatalog } from "../../src/core/loadCatalog";
import { scoreAnswer } from "../../src/core/scores";
import { RULES } from "../../src/core/status";
import type { Commitment } from "../../src/core/types";
import { yearOnYearAnswer } from "../../src/core/yearOnYear";
import { propertyText } from "../../src/strings/evidence";
import { reasonText } from "../../src/strings/reason";
import { errorSentence } from "../../src/strings/strings";
import { zh } from "../../src/strings/zh";
import { catalogFile, refusal, refused } from "./jingzhou";
import { amount, shaped, shapedFile, type Given } from "./shaped";

const RULE = RULES.standard;
const only = (index: CatalogIndex): Commitment => index.catalog.commitments[0]!;
const status = (index: CatalogIndex, commitment: Commitment, actual: unknown, asOf: unknown) =>
  zh.status[statusAnswer(index, RULE, commitment, { actual, asOf })];
const why = (index: CatalogIndex, commitment: Commitment, actual: unknown, asOf: unknown) =>
  reasonText(reasonAnswer(index, RULE, commitment, { actual, asOf }));

describe("places", () => {
  const index = shaped(
    {
      kind: "flow",
      indicator: "新增学位",
      target: amount(1000, "个"),
      parts: [
        { place: "songzi", value: 300, ownPledge: 350 },
        { place: "gongan", value: 400 },
        { place: "shashi", ownPledge: 20 },
      ],
    },
    {
      kind: "growth",
      department: "reform",
      indicator: "地区生产总值增长",
      target: { comparator: "plain", value: 6, unit: "%" },
      parts: [
        { place: "songzi", value: 7 },
        { place: "gongan", value: 5.5 },
      ],
    },
    {
      kind: "flow",
      department: "finance",
      indicator: "新增学位",
      target: amount(5, "万元"),
      parts: [{ place: "gongan", value: 1 }],
    },
    { kind: "flow", department: "finance", indicator: "地方财政收入", target: amount(142.05) },
  );
  const target = (place: string, indicator: string) => targetAnswer(index, place, indicator, null, null);

  it("work in the department's place", () => {
    expect(target("松滋市", "新增学位")).toBe(300);
    expect(target("松滋", "新增学位")).toBe(300);
    expect(target("荆州市松滋市", "（一）新增学位（个）")).toBe(300);
    expect(target("公安县", "TT2024-001")).toBe(400);
    expect(target("TT2024-001@songzi", "")).toBe(300);
    expect(target("松滋", "地区生产总值增长")).toBe(7);
    expect(target("教育局", "新增学位")).toBe(1000); // parts never change the city's figure
  });

  it("are judged like any promise, in every function", () => {
    const part = index.find("松滋", "新增学位");
    expect(status(index, part, 140, "2024Q2")).toBe("欠进度");
    expect(gapAnswer(index, RULE, part, { actual: 140, asOf: "2024Q2" })).toBe(10);
    expect(paceAnswer(index, RULE, part, "2024Q2", null)).toBe(150);
    expect(rateAnswer(index, RULE, part, { actual: 150, asOf: null })).toBe(0.5);
    const rows = checkAnswer(
      index,
      RULE,
      { departments: ["松滋市", "沙市"], indicators: ["新增学位"], actuals: [140, 10] },
      "2024Q2",
    );
    expect(rows[0]?.standing?.status).toBe("behind");
    expect(rows[1]?.refusal?.code).toBe("notSplit");
  });

  it("of a published circular: January to October, 82.0 % of the year is 1.3 points behind, 97.3 % 14.0 ahead", () => {
    const circular = shaped({
      kind: "flow",
      target: amount(142.05),
      parts: [{ place: "songzi", value: 20 }],
    });
    expect(why(circular, only(circular), 142.05 * 0.82, "1-10月")).toContain("低于序时1.3个百分点");
    expect(why(circular, circular.find("松滋", "指标1"), 20 * 0.973, "1-10月")).toContain("高于序时14.0个百分点");
  });

  it("without a part are 未分解, whatever they pledged themselves", () => {
    expect(refusal(() => target("沙市区", "新增学位"))).toMatchObject({ code: "notSplit" });
    expect(refusal(() => target("荆州区", "地方财政收入"))).toMatchObject({ code: "notSplit" });
    expect(errorSentence(refusal(() => target("荆州区", "新增学位")))).toMatch(/荆州区/);
    expect(refused(() => target("荆州区", "没有的指标"))).toBe("indicatorNotFound");
  });

  it("ask where several departments promise it there", () => {
    const error = refusal(() => target("公安县", "新增学位"));
    expect(error).toMatchObject({
      code: "indicatorAmbiguous",
      facts: { candidates: ["新增学位（市教育局）", "新增学位（市财政局）"] },
    });
    expect(target("公安县", "新增学位（市教育局）")).toBe(400);
    expect(target("公安县", "新增学位（财政局）")).toBe(1);
  });

  it("are never the region itself: 荆州 is not 荆州区", () => {
    expect(refused(() => target("荆州", "新增学位"))).toBe("departmentNotFound");
  });

  it("say how far they are from the city's figure; growth is never added", () => {
    const said = (place: string, indicator: string) =>
      propertyText(evidenceOf(index, index.find(place, indicator)), propertyNamed("分解"));
    expect(said("教育局", "新增学位")).toBe(
      "松滋市 300个（自定350个）；公安县 400个；沙市区 未分解（自定20个）；缺口300个",
    );
    expect(said("发改委", "地区生产总值增长")).toBe("松滋市 7%；公安县 5.5%");
  });

  it("have the parts of a declared total where all of them are split", () => {
    const totals = shaped(
      {
        kind: "flow",
        indicator: "小学学位",
        target: amount(100, "个"),
        parts: [
          { place: "songzi", value: 60 },
          { place: "gongan", value: 40 },
        ],
      },
      { kind: "flow", indicator: "中学学位", target: amount(50, "个"), parts: [{ place: "songzi", value: 30 }] },
      { kind: "flow", indicator: "学位合计", sumOf: ["TT2024-001", "TT2024-002"] },
    );
    expect(targetAnswer(totals, "松滋", "学位合计", null, null)).toBe(90);
    expect(refused(() => targetAnswer(totals, "公安县", "学位合计", null, null))).toBe("notSplit");
  });
});

describe("supporters", () => {
  const index = shaped(
    { kind: "flow", indicator: "新增学位", target: amount(1000, "个"), supporting: ["reform", "songzi"] },
    { kind: "flow", department: "reform", indicator: "重点项目", target: amount(60, "个") },
  );
  it("find the promise after their own", () => {
    expect(targetAnswer(index, "发改委", "新增学位", null, null)).toBe(1000);
    expect(targetAnswer(index, "松滋市", "新增学位", null, null)).toBe(1000);
    expect(targetAnswer(index, "发改委", "重点项目", null, null)).toBe(60);
    expect(refused(() => targetAnswer(index, "财政局", "新增学位", null, null))).toBe("indicatorNotFound");
  });
  it("are named by INFO, beside the lead", () => {
    const said = (property: "牵头" | "配合") => propertyText(evidenceOf(index, only(index)), property);
    expect(said("牵头")).toBe("市教育局");
    expect(said("配合")).toBe("市发改委、松滋市");
  });
});

describe("revised targets", () => {
  const revision = { from: "2024-07-01", value: 128, basis: "市人大常委会决定", by: "李四", recorded: "2024-07-05" };
  const index = shaped({
    kind: "flow",
    indicator: "地方财政收入",
    department: "finance",
    target: amount(142),
    revisions: [revision],
  });
  const revenue = only(index);

  it("judge by the figure in force at the date", () => {
    expect(paceAnswer(index, RULE, revenue, "2024-06", null)).toBe(71);
    expect(paceAnswer(index, RULE, revenue, "2024-08", null)).toBeCloseTo((128 * 8) / 12, 9);
    expect(status(index, revenue, 64, "上半年")).toBe("欠进度");
    expect(status(index, revenue, 85.4, "1-8月")).toBe("达进度");
    expect(rateAnswer(index, RULE, revenue, { actual: 71, asOf: "2024Q2" })).toBe(0.5);
  });
  it("TARGET is the latest of the year, or the one in force at a date", () => {
    expect(targetAnswer(index, "财政局", "地方财政收入", null, null)).toBe(128);
    expect(targetAnswer(index, "财政局", "地方财政收入", null, null, "2024Q2")).toBe(142);
    expect(targetAnswer(index, "财政局", "地方财政收入", 2024, "万元", "2024-07-31")).toBe(1_280_000);
    expect(refused(() => targetAnswer(index, "财政局", "地方财政收入", 2023, null, "2024Q2"))).toBe("yearOutside");
  });
  it("are said: 142→128, from when, on what basis", () => {
    expect(why(index, revenue, 85.4, "1-8月")).toContain("目标142→128亿元(2024-07-01起)");
    expect(why(index, revenue, 64, "上半年")).not.toContain("→");
    const said = (property: "原目标" | "调整" | "依据") => propertyText(evidenceOf(index, revenue), property);
    expect(said("原目标")).toBe(142);
    expect(said("调整")).toBe("142→128亿元（2024-07-01起，依据市人大常委会决定，李四2024-07-05记）");
    expect(said("依据")).toBe("市人大常委会决定");
  });
  it("reach the totals they are part of", () => {
    const totals = shaped(
      { kind: "flow", indicator: "甲", target: amount(10), revisions: [{ ...revision, value: 8 }] },
      { kind: "flow", indicator: "乙", target: amount(5) },
      { kind: "flow", indicator: "合计数", sumOf: ["TT2024-001", "TT2024-002"] },
    );
    const total = totals.find("教育局", "合计数");
    expect(targetAnswer(totals, "教育局", "合计数", null, null)).toBe(13);
    expect(targetAnswer(totals, "教育局", "合计数", null, null, "2024Q2")).toBe(15);
    expect(paceAnswer(totals, RULE, total, "2024Q2", null)).toBe(7.5);
  });
  it("never change a verdict dated before them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<Pick<Given, "kind"> & Partial<Given>>(
          { kind: "flow" },
          { kind: "flow", direction: "down" },
          { kind: "flow", profile: { quarterShares: [0, 0.3, 0.6, 1] } },
          { kind: "stock", baseline: { value: -3 } },
          { kind: "growth" },
          { kind: "ratio" },
        ),
        (before, after, actual, from, month, more) => {
          const unit = more.kind === "growth" || more.kind === "ratio" ? "%" : "亿元";
          const plain: Given = { ...more, target: amount(before, unit) };
          const part = { place: "songzi", value: before };
          const day = `2024-${String(from).padStart(2, "0")}-01`;
          const revisions = [{ ...revision, from: day, value: after }];
          const revised = shaped({ ...plain, revisions, parts: [{ ...part, revisions }] });
          const original = shaped({ ...plain, parts: [part] });
          const asOf = `2024-${String(month).padStart(2, "0")}`;
          const given = `${actual}${unit}`;
          for (const pick of [only, (index: CatalogIndex) => index.partIn(only(index), "songzi")!]) {
            const found = why(revised, pick(revised), given, asOf);
            if (month < from) expect(found).toBe(why(original, pick(original), given, asOf));
            else expect(caseOf(revised, pick(revised), `${asOf}-28`).judged).toMatchObject({ value: after });
          }
        },
      ),
    );
  });
});

describe("last year, levels and growth", () => {
  const growth: Given = {
    kind: "growth",
    department: "finance",
    indicator: "地方财政收入增长",
    target: { comparator: "plain", value: 8, unit: "%" },
    history: [
      { period: "2023", value: 127.06, unit: "亿元", state: "final" },
      { period: "2023-10", value: 100, unit: "亿元", state: "preliminary" },
    ],
  };
  const index = shaped(growth);
  const revenue = only(index);

  it("a level with its unit is worked out, and called 按现价倒算", () => {
    expect(status(index, revenue, "108亿元", "1-10月")).toBe("达进度");
    expect(why(index, revenue, "106亿元", "1-10月")).toContain("按现价倒算,本期106亿元,上年同期100亿元(初步)");
    expect(gapAnswer(index, RULE, revenue, { actual: "10700000万元", asOf: "1-10月" })).toBe(-962);
  });
  it("the official rate wins: 可比增长11.8% stays 11.8 though levels say 11.797…", () => {
    expect(gapAnswer(index, RULE, revenue, { actual: "11.8%", asOf: "2024Q4" })).toBe(-3.8);
    expect(gapAnswer(index, RULE, revenue, { actual: "增长11.8%", asOf: "2024Q4" })).toBe(-3.8);
    expect(gapAnswer(index, RULE, revenue, { actual: "142.05亿元", asOf: "2024Q4" })).toBeCloseTo(-3.7976, 3);
    expect(refused(() => statusAnswer(index, RULE, revenue, { actual: 142.05, asOf: "2024Q4" }))).toBe("levelInGrowth");
  });
  it("is refused where last year's same period is not known", () => {
    expect(refused(() => statusAnswer(index, RULE, revenue, { actual: "60亿元", asOf: "2024Q2" }))).toBe(
      "lastYearMissing",
    );
    expect(refused(() => statusAnswer(index, RULE, revenue, { actual: "60万人", asOf: "2024Q4" }))).toBe(
      "unitMismatch",
    );
  });
  it("TARGET.YOY", () => {
    const yoy = (level: unknown, asOf: unknown, last: unknown = null) =>
      yearOnYearAnswer(index, revenue, level, asOf, last);
    expect(yoy(108, "1-10月")).toBe(8);
    expect(yoy("1080000万元", "2024-10")).toBe(8);
    expect(yoy(153.4, null, 142.05)).toBeCloseTo(7.99, 2);
    expect(refused(() => yoy(108, null))).toBe("asOfMissing");
    expect(refused(() => yoy(108, "2024Q1"))).toBe("lastYearMissing");
    expect(refused(() => yoy(null, "1-10月"))).toBe("actualMissing");
    expect(refused(() => yoy("约108亿元", "1-10月"))).toBe("quantityDoubtful");
    expect(refused(() => yoy("108公里", "1-10月"))).toBe("unitMismatch");
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (level) => {
        expect(yoy(level, null, level)).toBe(0);
        const value = Number(level.toPrecision(12));
        const known = shaped({ ...growth, history: [{ period: "2023Q2", value, unit: "亿元", state: "final" }] });
        expect(yearOnYearAnswer(known, only(known), value, "2024Q2", null)).toBe(0);
      }),
    );
  });
  it.each([
    [5, -10, { turn: "toProfit" }, "扭亏"],
    [-5, -10, { turn: "lossLess" }, "减亏"],
    [-15, -10, { turn: "lossMore" }, "增亏"],
    [5, 0, { turn: "fromNothing" }, "上年为零"],
  ] as const)("from a base of zero or below there is no rate: %d after %d", (level, last, turn, word) => {
    expect(growthOf(level, last)).toEqual(turn);
    const error = refusal(() => yearOnYearAnswer(index, revenue, level, null, last));
    expect(error.code).toBe("noGrowthOf");
    expect(errorSentence(error)).toContain(word);
  });
  it("serve 超过去年 in every function", () => {
    const more = shaped({
      kind: "flow",
      target: { comparator: "moreThan", relativeTo: "lastYear", unit: "家" },
      history: [{ period: "2023", value: 40, state: "final" }],
    });
    expect(targetAnswer(more, "教育局", "指标1", null, null)).toBe(40);
    expect(status(more, only(more), 41, "2024Q4")).toBe("已完成");
    expect(status(more, only(more), 40, "2024Q4")).not.toBe("已完成");
    expect(propertyText(evidenceOf(more, only(more)), "上年")).toBe(40);
  });
});

describe("five years", () => {
  const five = { from: "2021-01-01", due: "2025-12-31", path: "linear" } as const;
  const year = (index: CatalogIndex, asked: number) => targetAnswer(index, "教育局", "指标1", asked, null);

  it("a level goes straight from base to end", () => {
    const index = shaped({ kind: "stock", ...five, baseline: { value: 100 }, target: amount(200, "个") });
    expect([2021, 2022, 2023, 2024, 2025].map((each) => year(index, each))).toEqual([120, 140, 160, 180, 200]);
    expect(targetAnswer(index, "教育局", "指标1", null, null)).toBe(180); // the catalog's year
    expect(paceAnswer(index, RULE, only(index), "2024Q2", null)).toBe(170);
    expect(paceAnswer(index, RULE, only(index), "2025Q2", null)).toBe(190);
    expect(status(index, only(index), 170, "2024Q2")).toBe("达进度");
    expect(why(index, only(index), 165, "2024Q2")).toMatch(/^本年数按直线推算,/);
    expect(propertyText(evidenceOf(index, only(index)), "依据")).toBe("按直线推算");
  });
  it("through the values set for a year", () => {
    const index = shaped({
      kind: "stock",
      ...five,
      baseline: { value: 100 },
      annualTargets: { "2023": 130 },
      target: amount(200, "个"),
    });
    expect([2021, 2022, 2023, 2024, 2025].map((each) => year(index, each))).toEqual([110, 120, 130, 165, 200]);
  });
  it("an amount is spread over the months", () => {
    const index = shaped({ kind: "flow", ...five, target: amount(500, "户"), annualTargets: { "2021": 60 } });
    expect([2021, 2022, 2025].map((each) => year(index, each))).toEqual([60, 110, 110]);
    expect(paceAnswer(index, RULE, only(index), "2024Q2", null)).toBe(55);
  });
  it("年均 compounds from the base", () => {
    const index = shaped({
      kind: "stock",
      ...five,
      path: "compound",
      baseline: { value: 100 },
      target: amount(161.051, "亿元"),
    });
    expect([2021, 2022, 2025].map((each) => year(index, each))).toEqual([110, 121, 161.051]);
    const rate = shaped({
      kind: "growth",
      ...five,
      path: "compound",
      target: { comparator: "plain", value: 10, unit: "%" },
      history: [{ period: "2020", value: 100, unit: "亿元", state: "final" }],
    });
    expect(gapAnswer(rate, RULE, only(rate), { actual: "146.41亿元", asOf: "2024Q4" })).toBe(0);
    expect(why(rate, only(rate), "146.41亿元", "2024Q4")).toContain("按现价倒算4年年均,本期146.41亿元,基期100亿元");
  });
  it("without path or plan is not due before its last day; met before, it is 提前完成", () => {
    const index = shaped({ kind: "flow", from: "2021-01-01", due: "2025-12-31", target: amount(200, "个") });
    expect(status(index, only(index), 120, "2024Q4")).toBe("未到期");
    expect(why(index, only(index), 200, "2024Q4")).toContain("2025-12-31到期,提前完成");
  });
  it("judges a date by the figure of its year", () => {
    const index = shaped({
      kind: "flow",
      from: "2021-01-01",
      due: "2025-12-31",
      target: amount(500, "户"),
      annualTargets: { "2023": 80, "2024": 100 },
    });
    expect(paceAnswer(index, RULE, only(index), "2023Q2", null)).toBe(40);
    expect(paceAnswer(index, RULE, only(index), "2024Q2", null)).toBe(50);
  });
});

describe("shares by month", () => {
  const monthShares = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const index = shaped({ kind: "flow", target: amount(1000, "个"), profile: { monthShares } });
  it.each([
    ["1-2月", 50],
    ["2024Q1", 100],
    ["1-4月", 200],
    ["2024Q2", 400],
    ["2024Q4", 1000],
  ])("%s: %d are due", (asOf, due) => expect(paceAnswer(index, RULE, only(index), asOf, null)).toBe(due));
});

describe("scores", () => {
  const of = (given: Given) => {
    const index = shaped(given);
    return (actual: unknown, asOf: unknown = null, weight: unknown = null) =>
      scoreAnswer(index, only(index), { actual, asOf }, weight);
  };
  it("the weight times the attainment, at most the weight", () => {
    const score = of({ kind: "flow", target: amount(100), weight: 10 });
    expect([0, 50, 95.5, 100, 130].map((actual) => score(actual))).toEqual([0, 5, 9.55, 10, 10]);
    expect(score(50, null, "20分")).toBe(10);
    expect(refused(() => score(null))).toBe("actualMissing");
    expect(refused(() => score(50, null, -1))).toBe("weightUnreadable");
    expect(refused(() => score(50, null, "很多"))).toBe("weightUnreadable");
    expect(refused(() => of({ kind: "flow", target: amount(100) })(50))).toBe("weightMissing");
  });
  it("growth and ratio are full at the target, else in proportion where both are positive", () => {
    const score = of({ kind: "growth", target: { comparator: "plain", value: 8, unit: "%" }, weight: 10 });
    expect([8, 9, 6, "-2%"].map((actual) => score(actual))).toEqual([10, 10, 7.5, 0]);
  });
  it("limits the other way round", () => {
    const score = of({ kind: "ratio", target: { comparator: "atMost", value: 4, unit: "%" }, weight: 10 });
    expect([3.5, 4, 5].map((actual) => score(actual))).toEqual([10, 10, 8]);
    const cases = of({ kind: "flow", target: { comparator: "atMost", value: 100, unit: "起" }, weight: 10 });
    expect([100, 125].map((actual) => cases(actual))).toEqual([10, 8]);
  });
  it("a level earns the way it came from its start; without one its share", () => {
    const level = of({ kind: "stock", target: amount(300), baseline: { value: 200 }, weight: 10 });
    expect([190, 200, 250, 300].map((actual) => level(actual))).toEqual([0, 0, 5, 10]);
    const falling = of({ kind: "stock", direction: "down", target: amount(80), baseline: { value: 100 }, weight: 10 });
    expect([105, 90, 80].map((actual) => falling(actual))).toEqual([0, 5, 10]);
    const unknown = of({ kind: "stock", direction: "down", target: amount(80), weight: 10 });
    expect([100, 80].map((actual) => unknown(actual))).toEqual([8, 10]);
  });
  it("at the figure itself 超过 earns its weight, as its attainment says, and all or nothing earns nothing", () => {
    const more = { comparator: "moreThan", value: 100, unit: "个" } as const;
    const score = of({ kind: "flow", target: more, weight: 10 });
    expect([99, 100, 101].map((actual) => score(actual))).toEqual([9.9, 10, 10]);
    const whole = of({ kind: "flow", target: more, weight: 10, scoreRule: "fullOrNone" });
    expect([100, 101].map((actual) => whole(actual))).toEqual([0, 10]);
  });
  it("完成得满分 is all or nothing, deeds always are", () => {
    const score = of({ kind: "flow", target: amount(100), weight: 10, scoreRule: "fullOrNone" });
    expect([99.9, 100].map((actual) => score(actual))).toEqual([0, 10]);
    const deed = of({ kind: "milestone", weight: 5 });
    expect([deed("完成"), deed("未完成")]).toEqual([5, 0]);
    expect(refused(() => of({ kind: "flow", target: amount(100), weight: 10, scoreRule: "byRank" })(50))).toBe(
      "scoreByRank",
    );
  });
  it("against the figure in force", () => {
    const revision = { from: "2024-07-01", value: 50, basis: "决定", by: "李四", recorded: "2024-07-05" };
    const score = of({ kind: "flow", target: amount(100), weight: 10, revisions: [revision] });
    expect(score(25, "2024Q2")).toBe(2.5);
    expect(score(25, "2024Q4")).toBe(5);
  });
});

describe("what does not fit is refused on loading, with its place", () => {
  const revision = { from: "2024-07-01", value: 8, basis: "决定", by: "李四", recorded: "2024-07-05" };
  const flow: Given = { kind: "flow", target: amount(10) };
  const issues = (file: unknown): string => errorSentence(refusal(() => validateCatalog(file)));
  it.each([
    [
      "a revision without a basis",
      { ...flow, revisions: [{ ...revision, basis: undefined }] },
      /第1项承诺的第1项调整.*缺少/,
    ],
    ["a revision of nothing", { kind: "milestone", revisions: [revision] }, /调整/],
    [
      "revisions out of order",
      { ...flow, revisions: [revision, { ...revision, from: "2024-03-01" }] },
      /第2项调整.*先后/,
    ],
    [
      "a part of an unknown place",
      { ...flow, parts: [{ place: "wuhan", value: 1 }] },
      /第1项分解的县市区.*没有这个县市区/,
    ],
    [
      "a place twice",
      {
        ...flow,
        parts: [
          { place: "songzi", value: 1 },
          { place: "songzi", value: 2 },
        ],
      },
      /两次/,
    ],
    ["a part without a figure", { ...flow, parts: [{ place: "songzi" }] }, /市下达/],
    [
      "a period that cannot be read",
      { ...flow, history: [{ period: "去年", value: 1, state: "final" }] },
      /历年数的期间.*看不懂/,
    ],
    [
      "a period twice",
      { ...flow, history: ["2023", "2023Q4"].map((period) => ({ period, value: 1, state: "final" })) },
      /两次/,
    ],
    ["another unit", { ...flow, history: [{ period: "2023", value: 1, unit: "个", state: "final" }] }, /单位/],
    ["a weight below zero", { ...flow, weight: -1 }, /权重.*超出范围/],
    ["an unknown supporter", { ...flow, supporting: ["police"] }, /配合单位/],
    ["a path within a year", { ...flow, path: "linear" }, /路径/],
    ["a path without a base", { kind: "stock", due: "2026-12-31", target: amount(10), path: "linear" }, /基数/],
    [
      "falling month shares",
      { ...flow, profile: { monthShares: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] } },
      /各月份额.*不降/,
    ],
    ["a sum over rates", { kind: "growth", sumOf: ["TT2024-002", "TT2024-003"] }, /增速和比率不能相加/],
  ] as const)("%s", (_name, commitment, sentence) => {
    const rates: Given[] = [1, 2].map(() => ({ kind: "growth", target: { comparator: "plain", value: 5, unit: "%" } }));
    expect(issues(JSON.parse(JSON.stringify(shapedFile(commitment as Given, ...rates))))).toMatch(sentence);
  });
  it("version 1 does not know them", () => {
    expect(issues({ ...shapedFile(flow), schemaVersion: 1 })).toMatch(/县市区：这一项要把格式版本写成2/);
    expect(issues({ ...catalogFile({ ...flow, weight: 5 }) })).toMatch(/权重：这一项要把格式版本写成2/);
    expect(issues({ ...catalogFile(flow), schemaVersion: 3 })).toMatch(/格式版本/);
  });
});
