import { CatalogError } from "../../src/core/errors";
import { caseNamed, caseOf, halfLastDigit, valueNamed } from "../../src/core/case";
import { figureOf } from "../../src/core/figures";
import type { Commitment } from "../../src/core/types";
import { catalogOf, first, jingzhou, refusal } from "./jingzhou";

const of = (commitment: Partial<Commitment> & Pick<Commitment, "kind">) => {
  const index = catalogOf(commitment);
  return { index, ...caseOf(index, first(index)) };
};

describe("half of the last digit written", () => {
  it.each([
    [9, 0.5],
    [200, 0.5],
    [8.5, 0.05],
    [8.25, 0.005],
    [1200.125, 0.0005],
  ])("of %d is %d", (value, half) => {
    expect(halfLastDigit(value)).toBe(half);
  });
});

describe("a commitment's figure", () => {
  it("carries its comparison, direction, unit and upper end", () => {
    const range = of({ kind: "flow", target: { comparator: "range", value: 25, valueMax: 30, unit: "家" } });
    const ends = { valueMin: 25, valueMax: 30, unit: "家", comparator: "range" };
    expect(range.figure).toEqual({ value: 25, direction: "up", ...ends });
    const cost = of({
      kind: "flow",
      direction: "down",
      target: { comparator: "range", value: 25, valueMax: 30, unit: "家" },
    });
    expect(cost.figure).toEqual({ value: 30, direction: "down", ...ends });
    const limit = of({ kind: "ratio", target: { comparator: "lessThan", value: 40, unit: "%" } });
    expect(limit.figure).toEqual({ value: 40, unit: "%", comparator: "lessThan", direction: "down" });
  });
  it("carries the level at the start", () => {
    const stock = of({
      kind: "stock",
      target: { comparator: "plain", value: 300, unit: "个" },
      baseline: { value: 258 },
    });
    expect(stock.figure).toEqual({ value: 300, unit: "个", comparator: "plain", direction: "up", baseline: 258 });
    expect(stock.start).toBe(258);
  });
  it("of 全覆盖 is a hundred percent", () => {
    const coverage = of({ kind: "ratio", target: { coverage: "complete" } });
    expect(coverage.figure).toEqual({ value: 100, unit: "%", comparator: "plain", direction: "up" });
    expect(coverage.terms).toMatchObject({ unit: "%", comparator: "plain", margin: 0 });
  });
  it("of 超过去年 is last year's level, once that is entered", () => {
    const target = { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } as const;
    const known = of({ kind: "flow", target, baseline: { value: 120 } });
    expect(known.figure).toEqual({ value: 120, unit: "个", comparator: "moreThan", direction: "up", baseline: 120 });
    expect(known.start).toBeNull();
    expect((of({ kind: "flow", target }).figure as CatalogError).code).toBe("baselineMissing");
  });
  it.each([
    ["about", "up", 0.5],
    ["about", "down", 0.5],
    ["range", "up", 0],
    ["range", "down", 0],
    ["plain", "up", 0],
    ["plain", "down", 0],
  ] as const)("%s %s is met within %d of it", (comparator, direction, margin) => {
    const target = { comparator, value: 25, unit: "家", ...(comparator === "range" ? { valueMax: 30 } : {}) };
    expect(of({ kind: "flow", direction, target }).terms.margin).toBe(margin);
  });
  it("a plan's figure is no range, and half its own last digit counts", () => {
    const years = { from: "2024-01-01", due: "2028-12-31", annualTargets: { "2024": 2.5 } };
    const about = of({ kind: "flow", ...years, target: { comparator: "about", value: 10, unit: "万户" } });
    expect(about.terms).toMatchObject({ margin: 0.05, from: "2024-01-01", due: "2024-12-31", profile: "linear" });
    expect(about.figure).toMatchObject({ value: 2.5, unit: "万户" });
    const range = of({
      kind: "flow",
      direction: "down",
      ...years,
      target: { comparator: "range", value: 10, valueMax: 12, unit: "万户" },
    });
    expect(range.terms.margin).toBe(0);
  });
  it("is refused with the facts of the case", () => {
    const milestone = of({ kind: "milestone", indicator: "建成平台" });
    expect(refusal(() => figureOf(milestone.index, milestone.commitment, 2024))).toMatchObject({
      code: "noFigure",
      facts: { indicator: "建成平台" },
    });
    const flow = of({ kind: "flow", indicator: "学位", target: { comparator: "plain", value: 1, unit: "个" } });
    for (const year of [2023, 2025])
      expect(refusal(() => figureOf(flow.index, flow.commitment, year))).toMatchObject({
        code: "yearOutside",
        facts: { indicator: "学位", given: String(year), from: "2024-01-01", due: "2024-12-31" },
      });
    const unclear = of({ kind: "milestone", review: "unclear", reviewReason: "没有时态" });
    expect(unclear.figure).toMatchObject({ code: "unclear", facts: { reason: "没有时态" } });
  });
  it("behind names is worked out once, refusals included", () => {
    expect(caseNamed(jingzhou, "教育局", "新增学位")).toBe(caseOf(jingzhou, jingzhou.find("教育局", "新增学位")));
    expect(caseNamed(jingzhou, "教育厅", "新增学位")).toBe(caseNamed(jingzhou, "教育厅", "新增学位"));
    expect(valueNamed(jingzhou, "教育局", "新增学位")).toBe(8310);
    expect(valueNamed(jingzhou, "教育厅", "新增学位")).toBe(caseNamed(jingzhou, "教育厅", "新增学位"));
    expect(caseOf(jingzhou, jingzhou.find("住建局", "危旧房")).judged).toMatchObject({ value: 100, unit: "%" });
  });
});
