/** What a commitment is judged by: its figure, period, comparison and start, of single promises, of totals, and over several years. */
import { caseOf, halfLastDigit, hasPace } from "../../src/core/case";
import { CatalogError } from "../../src/core/errors";
import { evaluate, input, roundTo, tidy } from "../../src/core/expression";
import { parsePeriod } from "../../src/core/periods";
import type { Commitment, Comparator } from "../../src/core/types";
import { gapAnswer, paceAnswer, rateAnswer, runRateAnswer, targetAnswer } from "../../src/core/answers";
import { RULES } from "../../src/core/status";
import { catalogOf, refusal, refused } from "./jingzhou";

type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
const target = (comparator: Exclude<Comparator, "range">, value: number, unit = "个") => ({
  target: { comparator, value, unit },
});
const range = (value: number, valueMax: number, unit = "个") => ({
  target: { comparator: "range" as const, value, valueMax, unit },
});
const flow = (comparator: Exclude<Comparator, "range">, value: number, unit = "个"): Promised => ({
  kind: "flow",
  ...target(comparator, value, unit),
});
const of = (...promised: Promised[]) => {
  const index = catalogOf(...promised);
  return { index, last: index.catalog.commitments.at(-1)! };
};
const lastCase = (...promised: Promised[]) => {
  const { index, last } = of(...promised);
  return caseOf(index, last);
};
const parts = ["TT2024-001", "TT2024-002"];
const total = (...promised: Promised[]) =>
  lastCase(...promised, { kind: promised[0]?.kind ?? "flow", sumOf: parts.slice(0, promised.length) });
const codeOf = (figure: object): unknown => (figure instanceof CatalogError ? figure.code : figure);

describe("a total", () => {
  it.each<[Exclude<Comparator, "range">, Exclude<Comparator, "range">, Comparator, "up" | "down"]>([
    ["plain", "plain", "plain", "up"],
    ["atLeast", "atLeast", "atLeast", "up"],
    ["moreThan", "moreThan", "moreThan", "up"],
    ["plain", "atLeast", "atLeast", "up"],
    ["plain", "moreThan", "moreThan", "up"],
    ["about", "plain", "about", "up"],
    ["about", "moreThan", "moreThan", "up"],
    ["atMost", "atMost", "atMost", "down"],
    ["atMost", "lessThan", "lessThan", "down"],
    ["lessThan", "lessThan", "lessThan", "down"],
  ])("of %s and %s is %s", (one, other, comparator, direction) => {
    for (const promised of [[flow(one, 3), flow(other, 4)] as const, [flow(other, 4), flow(one, 3)] as const]) {
      const { figure, terms } = total(...promised);
      expect(figure).toMatchObject({ value: 7, unit: "个", comparator, direction });
      expect(terms).toMatchObject({ comparator, direction, unit: "个" });
    }
  });

  it("of limits without words goes where its parts go", () => {
    const less = { direction: "down" } as const;
    const { figure } = total({ ...flow("plain", 3), ...less }, { ...flow("atMost", 4), ...less });
    expect(figure).toMatchObject({ value: 7, comparator: "atMost", direction: "down" });
  });

  it("converts what its parts promise into the first one's unit", () => {
    expect(total(flow("plain", 1, "亿斤"), flow("plain", 10, "万吨")).figure).toMatchObject({ value: 3, unit: "亿斤" });
  });

  it("of ranges has both ends, and of a range and a figure is a range by its words", () => {
    const { figure } = total({ kind: "flow", ...range(3, 5) }, { kind: "flow", ...range(10, 12) });
    expect(figure).toMatchObject({ comparator: "range", value: 13, valueMin: 13, valueMax: 17 });
    const mixed = total({ kind: "flow", ...range(3, 5) }, flow("plain", 1)).figure;
    expect(mixed).toMatchObject({ comparator: "atLeast", value: 4 });
    expect(mixed).not.toHaveProperty("valueMax");
  });

  it("leaves as much as its parts leave, in its unit", () => {
    expect(total(flow("about", 9), flow("about", 20)).terms.margin).toBe(1);
    expect(total(flow("about", 9, "亿斤"), flow("plain", 10, "万吨")).terms.margin).toBe(0.5);
    expect(total(flow("plain", 9), flow("plain", 20)).terms.margin).toBe(0);
  });

  it("starts where its parts start, once all are known", () => {
    const stock = (value: number, baseline?: number, unit = "个"): Promised => ({
      kind: "stock",
      ...target("plain", value, unit),
      ...(baseline === undefined ? {} : { baseline: { value: baseline } }),
    });
    expect(total(stock(10, 4), stock(20, 5))).toMatchObject({ start: 9, asksBaseline: false });
    expect(total(stock(10, 4), stock(20))).toMatchObject({ start: null, asksBaseline: true });
    expect(total(stock(10, 1, "亿斤"), stock(20, 5, "万吨")).start).toBe(2);
    expect(total(flow("plain", 3), flow("plain", 4)).start).toBe(null);
  });

  it("is refused as its first refused part is", () => {
    const unclear = { review: "unclear" as const, reviewReason: "没有时态" };
    expect(codeOf(total(flow("plain", 3), { ...flow("plain", 4), ...unclear }).figure)).toBe("unclear");
  });

  it.each<[string, Commitment["profile"], Commitment["profile"], Commitment["profile"]]>([
    ["linear parts", "linear", "linear", "linear"],
    ["annual parts", "atDue", "atDue", "atDue"],
    ["one annual part", "linear", "atDue", "atDue"],
    [
      "alike shares",
      { quarterShares: [0, 0, 0.5, 1] },
      { quarterShares: [0, 0, 0.5, 1] },
      { quarterShares: [0, 0, 0.5, 1] },
    ],
    ["shares and a pace", { quarterShares: [0, 0, 0.4, 1] }, "linear", { quarterShares: [0.1875, 0.375, 0.6625, 1] }],
  ])("of %s falls due as they do, each by its size", (_, one = "linear", other = "linear", profile) => {
    const { terms } = total({ ...flow("plain", 100), profile: one }, { ...flow("plain", 300), profile: other });
    expect(terms.profile).toEqual(profile);
  });
  it("of shares of nothing, or on other days, falls due at the end", () => {
    const shares = { profile: { quarterShares: [0, 0, 0.4, 1] } };
    expect(total({ ...flow("plain", 0), ...shares }, flow("plain", 300)).terms.profile).toBe("atDue");
    expect(total({ ...flow("plain", 9), due: "2024-11-30" }, flow("plain", 300)).terms.profile).toBe("atDue");
    expect(total({ ...flow("plain", 9), from: "2024-02-01" }, flow("plain", 300)).terms.profile).toBe("atDue");
  });
  it("may say its own pace and baseline", () => {
    const { index } = of(flow("plain", 9), flow("plain", 3), { kind: "flow", sumOf: parts, profile: "atDue" });
    expect(caseOf(index, index.catalog.commitments[2]!).terms.profile).toBe("atDue");
  });
});

describe("a promise over several years", () => {
  const long = { from: "2023-04-01", due: "2026-06-30" } as const;
  const planned = { ...long, annualTargets: { "2024": 40, "2026": 30 } };
  const { index, last } = of({ ...flow("moreThan", 100), ...planned });
  const unplanned = of({ ...flow("plain", 100), ...long });

  it("is judged by the catalog year's plan, within that year", () => {
    const { figure, terms } = caseOf(index, last);
    expect(figure).toMatchObject({ value: 40, comparator: "moreThan", unit: "个" });
    expect(terms).toMatchObject({
      from: "2024-01-01",
      due: "2024-12-31",
      profile: "linear",
      startsFromBaseline: false,
    });
  });
  it("of which a plan of the first or last year keeps to its own days", () => {
    const within = (year: string, days: Partial<Commitment>) =>
      lastCase({ ...flow("plain", 100), ...days, annualTargets: { [year]: 40 } }).terms;
    expect(within("2024", { from: "2024-04-01", due: "2026-06-30" })).toMatchObject({
      from: "2024-04-01",
      due: "2024-12-31",
      startsFromBaseline: true,
    });
    expect(within("2024", { from: "2022-04-01", due: "2024-06-30" })).toMatchObject({
      from: "2024-01-01",
      due: "2024-06-30",
    });
  });
  it("of which a plan sets one number, also where the whole is a range or unclear", () => {
    expect(lastCase({ kind: "flow", ...range(80, 100), ...planned }).figure).toMatchObject({
      comparator: "plain",
      value: 40,
    });
    const unclear = { review: "unclear" as const, reviewReason: "没有时态" };
    expect(codeOf(lastCase({ ...flow("plain", 100), ...planned, ...unclear }).figure)).toBe("unclear");
    expect(codeOf(lastCase({ kind: "milestone", ...planned }).figure)).toBe("noFigure");
  });
  it.each([
    [index, 2024, 40],
    [index, 2025, "noAnnualTarget"],
    [index, 2026, 30],
    [index, 2022, "yearOutside"],
    [index, 2027, "yearOutside"],
    [unplanned.index, 2023, "noAnnualTarget"],
    [unplanned.index, 2026, 100], // the whole is due in its last year
  ] as const)("%# of the year %d TARGET answers %j", (catalog, year, expected) => {
    const ask = () => targetAnswer(catalog, "教育局", "指标1", year, null);
    if (typeof expected === "number") expect(ask()).toBe(expected);
    else expect(refusal(ask).code).toBe(expected);
  });
  it("without a plan the whole is judged, with no pace before its last day", () => {
    const { figure, judged, terms } = caseOf(unplanned.index, unplanned.last);
    expect([codeOf(figure), judged, terms.profile]).toMatchObject(["noAnnualTarget", { value: 100 }, "atDue"]);
    const facts = refusal(() => targetAnswer(unplanned.index, "教育局", "指标1", null, null)).facts;
    expect(facts).toEqual({ indicator: "指标1", year: 2024, due: "2026-06-30" });
  });
  it("that began earlier and ends this year is its whole, unless the year has a plan", () => {
    const ending = { from: "2020-01-01", due: "2024-12-31" };
    expect(lastCase({ ...flow("plain", 500), ...ending }).figure).toMatchObject({ value: 500 });
    const plan = { ...ending, annualTargets: { "2024": 90 } };
    expect(lastCase({ ...flow("plain", 500), ...plan }).figure).toMatchObject({ value: 90 });
  });
  it("tells what stands against the promise itself before it tells of the year", () => {
    const unclear = { review: "unclear" as const, reviewReason: "没有时态" };
    const catalog = of({ ...flow("plain", 100), ...long, ...unclear }).index;
    for (const year of [2024, 2027])
      expect(refused(() => targetAnswer(catalog, "教育局", "指标1", year, null))).toBe("unclear");
    const relative = of({
      kind: "flow",
      target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" },
      ...long,
    });
    expect(codeOf(caseOf(relative.index, relative.last).figure)).toBe("noAnnualTarget");
    expect(refused(() => targetAnswer(relative.index, "教育局", "指标1", 2027, null))).toBe("yearOutside");
  });
  it("shares of one year say nothing of any date before its last, but of twelve months they do", () => {
    const profile = { quarterShares: [0, 0.2, 0.4, 1] };
    expect(lastCase({ ...flow("plain", 100), ...long, profile }).terms.profile).toBe("atDue");
    const twelve = { from: "2024-04-01", due: "2025-03-31", profile };
    expect(lastCase({ ...flow("plain", 100), ...twelve }).terms.profile).toEqual(profile);
    expect(lastCase({ ...flow("plain", 100), profile }).terms.profile).toEqual(profile);
  });
  it("a total of plans has the plan of each year, and none where one has none", () => {
    const sum = (one: Partial<Commitment>) =>
      lastCase(
        { ...flow("plain", 100), ...long, ...one },
        { ...flow("plain", 90), ...planned },
        { kind: "flow", sumOf: parts, ...long },
      );
    expect(sum({ annualTargets: { "2024": 5 } }).figure).toMatchObject({ value: 45 });
    expect(codeOf(sum({}).figure)).toBe("noAnnualTarget");
    expect(sum({}).judged).toMatchObject({ value: 190 });
  });
});

describe("what is asked of people", () => {
  const relative: Promised = { kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } };
  const stock: Promised = { kind: "stock", ...target("plain", 300) };
  it.each<[string, Promised, object]>([
    ["a flow", flow("plain", 9), { isRelative: false, asksBaseline: false, isVerifiable: true, start: null }],
    ["a flow with a level", { ...flow("plain", 9), baseline: { value: 3 } }, { asksBaseline: false, start: 3 }],
    ["a stock", stock, { isRelative: false, asksBaseline: true, isVerifiable: true, start: null }],
    ["a stock with its start", { ...stock, baseline: { value: 258 } }, { asksBaseline: false, start: 258 }],
    ["more than last year", relative, { isRelative: true, asksBaseline: true, isVerifiable: false, start: null }],
    [
      "more than a known last year",
      { ...relative, baseline: { value: 7 } },
      { isRelative: true, asksBaseline: false, isVerifiable: true, start: null, judged: { value: 7 } },
    ],
    ["a deed", { kind: "milestone" }, { isRelative: false, asksBaseline: false, isVerifiable: true, start: null }],
    ["an unclear deed", { kind: "milestone", review: "unclear", reviewReason: "x" }, { isVerifiable: false }],
    [
      "complete coverage",
      { kind: "ratio", target: { coverage: "complete" } },
      { judged: { value: 100, unit: "%" }, isVerifiable: true },
    ],
  ])("%s", (_, promised, expected) => expect(lastCase(promised)).toMatchObject(expected));
});

describe("terms", () => {
  it.each<[Promised, string]>([
    [flow("plain", 5), "positive"],
    [flow("plain", 0), "zero"],
    [flow("plain", -5), "negative"],
    [flow("about", 5), "positive"],
    [{ ...flow("about", -5), direction: "down" }, "negative"],
    [{ kind: "growth", ...target("about", 0.5, "%") }, "positive"],
    [{ kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } }, "unknown"],
    [{ kind: "milestone" }, "unknown"],
  ])("%# lie %s of zero", (promised, sign) => expect(lastCase(promised).terms.sign).toBe(sign));

  it.each([
    [9, 0.5],
    [8.5, 0.05],
    [100, 0.5],
    [1e-7, 0.5e-7],
    [1.5e-7, 0.05e-7],
    [1e21, 0.5],
  ])("half the last digit of %d is %d", (value, half) => expect(halfLastDigit(value)).toBeCloseTo(half, 12));

  it.each<[string, Promised, boolean]>([
    ["a flow", flow("plain", 9), true],
    ["an annual flow", { ...flow("plain", 9), profile: "atDue" }, false],
    ["shares at the end", { ...flow("plain", 9), profile: { quarterShares: [0, 0, 0, 1] } }, false],
    ["shares before the end", { ...flow("plain", 9), profile: { quarterShares: [0, 0, 0.1, 1] } }, true],
    ["a stock without a start", { kind: "stock", ...target("plain", 9) }, false],
    ["a stock with one", { kind: "stock", ...target("plain", 9), baseline: { value: 1 } }, true],
    ["a rate", { kind: "ratio", ...target("plain", 9, "%") }, true],
  ])("%s has a pace: %s %s", (_, promised, expected) => {
    const { terms, start } = lastCase(promised);
    expect(hasPace(terms, start)).toBe(expected);
  });

  it.each([
    [8310, 9],
    [123456, 9],
    [12345678, 7],
    [1e14, 0],
    [-1e14, 0],
  ])("figures of the size of %d are told apart in %d decimals", (value, digits) =>
    expect(lastCase(flow("plain", value)).terms.digits).toBe(digits),
  );
});

describe("rounding", () => {
  it.each([
    [2.675, 2, 2.68],
    [-2.675, 2, -2.68],
    [1.005, 2, 1.01],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [0.4, 0, 0],
    [-0.4, 0, 0],
    [2.34, 1, 2.3],
    [2.36, 1, 2.4],
    [-2.36, 1, -2.4],
    [12345.6789, -2, 12300],
    [1e15 + 0.5, 3, 1e15 + 0.5],
    [123456789012.345, 2, 123456789012.35],
    [1e300, 9, 1e300],
    [Infinity, 2, Infinity],
    [1.5e-9, 9, 2e-9],
    [0.0449999999, 2, 0.04],
  ])("%d to %d digits is %d", (value, digits, expected) => {
    expect(roundTo(value, digits)).toBe(expected);
    expect(Object.is(roundTo(value, digits), -0)).toBe(false);
  });

  it.each([
    [0.1 + 0.2, 0.3],
    [-(0.1 + 0.2), -0.3],
    [1.1 * 3, 3.3],
    [-1.1 * 3, -3.3],
    [1 / 3, 0.333333333333333],
    [2 / 3, 0.666666666666667],
    [-2 / 3, -0.666666666666667],
    [1 / 30, 0.0333333333333333],
    [20 / 3, 6.66666666666667],
    [200 / 3, 66.6666666666667],
    [1 / 300, 0.00333333333333333],
    [1e9 + 1 / 3, 1000000000.33333],
    [-1e9 - 1 / 3, -1000000000.33333],
    [1e20, 1e20],
    [8310, 8310],
    [0, 0],
    [1e-20, 1e-20],
  ])("%d keeps fifteen digits", (value, expected) => expect(tidy(value)).toBe(expected));

  it("what is divided by nothing, or not known, is nothing", () => {
    const nothing = { actual: null, target: 0 } as never;
    expect(evaluate({ op: "divide", left: 1, right: input("target") }, nothing)).toBe(null);
    expect(evaluate(input("actual"), nothing)).toBe(null);
    expect(evaluate(input("baseline"), nothing)).toBe(null);
    expect(evaluate({ op: "abs", value: -3 }, nothing)).toBe(3);
  });
});

describe("periods at their bounds", () => {
  it.each<[string | number, string, string]>([
    [1990, "1990-01-01", "1990-12-31"],
    [2100, "2100-01-01", "2100-12-31"],
    ["2024年3月-2025年2月", "2024-03-01", "2025-02-28"],
    ["2024年3月-2024年3月", "2024-03-01", "2024-03-31"],
    ["2024-2024", "2024-01-01", "2024-12-31"],
    ["2024年2月29日", "2024-02-29", "2024-02-29"],
    ["2024年12月31日", "2024-12-31", "2024-12-31"],
    ["十二月三十一日", "2024-12-31", "2024-12-31"],
    ["2024-12", "2024-12-01", "2024-12-31"],
    ["45473", "2024-06-30", "2024-06-30"],
    [45473.75, "2024-06-30", "2024-06-30"],
    ["99年二季度", "1999-04-01", "1999-06-30"],
  ])("%s", (typed, from, to) => expect(parsePeriod(typed, 2024)).toEqual({ from, to }));

  it.each([
    ...[1989, 2101, 0, -1, 1e9, 0.5, NaN],
    ...["2024年13月", "2024-00", "2024年2月30日", "2023年2月29日", "2024年4月31日", "2024年1月0日", "2024年0月1日"],
    ...[
      "2025-2024",
      "2024年3月-2024年2月",
      "2024年13月-2025年1月",
      "2024年1月-2025年13月",
      "1989年3月",
      "2101年3月1日",
    ],
    ...["十三月一日", "5月x日"],
  ])("%s is none, as it was given", (typed) => {
    const { code, facts } = refusal(() => parsePeriod(typed, 2024));
    expect([code, facts]).toEqual(["periodUnreadable", { given: String(typed) }]);
  });
});

describe("answers refuse with their facts", () => {
  const { index, last: goal } = of(flow("plain", 100));
  const of1 = (promised: Promised) => {
    const made = of(promised);
    return [made.index, made.last] as const;
  };
  const deed = of1({ kind: "milestone" });
  const rate = of1({ kind: "ratio", ...target("plain", 90, "%") });
  const none = of1(flow("plain", 0));
  const late = of1({ ...flow("plain", 100), from: "2024-07-01" });
  const annual = of1({ ...flow("plain", 100), profile: "atDue" });
  const shares = of1({ ...flow("plain", 100), profile: { quarterShares: [0, 0, 0.5, 1] } });
  const standard = RULES.standard;
  const entered = (actual: number | null, asOf: string) => ({ actual, asOf });
  it.each<[string, () => unknown, string, object]>([
    [
      "gap of a deed",
      () => gapAnswer(deed[0], standard, deed[1], entered(1, "2024Q2")),
      "noFigure",
      { indicator: "指标1" },
    ],
    [
      "gap without an actual",
      () => gapAnswer(index, standard, goal, entered(null, "2024Q2")),
      "actualMissing",
      { indicator: "指标1" },
    ],
    [
      "rate of a share",
      () => rateAnswer(rate[0], standard, rate[1], { actual: 90, asOf: null }),
      "rateRefused",
      { indicator: "指标1" },
    ],
    [
      "rate of nothing",
      () => rateAnswer(none[0], standard, none[1], { actual: 5, asOf: null }),
      "rateOfNone",
      { indicator: "指标1" },
    ],
    [
      "gap before it begins",
      () => gapAnswer(late[0], standard, late[1], entered(1, "2024Q1")),
      "notBegun",
      { indicator: "指标1", from: "2024-07-01" },
    ],
    [
      "gap of an annual figure",
      () => gapAnswer(annual[0], standard, annual[1], entered(1, "2024Q1")),
      "noPace",
      { indicator: "指标1", due: "2024-12-31" },
    ],
    [
      "gap while nothing is due",
      () => gapAnswer(shares[0], standard, shares[1], entered(1, "2024Q1")),
      "nothingDue",
      { indicator: "指标1" },
    ],
    ["pace without a date", () => paceAnswer(index, standard, goal, null, null), "asOfMissing", { indicator: "指标1" }],
    [
      "run-rate of an annual figure",
      () => runRateAnswer(annual[0], annual[1], entered(1, "2024Q1")),
      "noPace",
      { due: "2024-12-31" },
    ],
    [
      "a date that is none",
      () => gapAnswer(index, standard, goal, { actual: 1, asOf: true }),
      "periodUnreadable",
      { given: "true" },
    ],
    [
      "a year that is a quarter",
      () => targetAnswer(index, "教育局", "指标1", "2024年二季度至", null),
      "periodUnreadable",
      { given: "2024年二季度至" },
    ],
    ["a half year", () => targetAnswer(index, "教育局", "指标1", "上半年", null), "notOneYear", { given: "上半年" }],
    [
      "the second half",
      () => targetAnswer(index, "教育局", "指标1", "下半年", null),
      "notOneYear",
      { given: "下半年" },
    ],
  ])("%s", (_, ask, code, facts) => {
    const error = refusal(ask);
    expect([error.code, error.facts]).toMatchObject([code, facts]);
  });

  it.each<[string, readonly [Parameters<typeof runRateAnswer>[0], Commitment], number, string, number]>([
    ["a flow", [index, goal], 40, "2024Q2", 30],
    ["a flow that is done", [index, goal], 140, "2024Q2", 0],
    ["shares yet to come", shares, 20, "2024Q2", 40],
    ["shares of the last quarter", shares, 60, "2024Q3", 40],
    ["a limit", of1(flow("atMost", 100)), 40, "2024Q2", 30],
    ["a stock to fall", of1({ kind: "stock", ...target("atMost", 80), baseline: { value: 100 } }), 94, "2024Q2", 7],
    ["a stock below", of1({ kind: "stock", ...target("atMost", 80), baseline: { value: 100 } }), 70, "2024Q2", 0],
    ["a loss", of1({ ...flow("plain", -100) }), -150, "2024Q2", 25],
    ["a loss not yet reached", of1({ ...flow("plain", -100) }), -60, "2024Q2", -20],
    ["not below nothing", of1({ ...flow("atLeast", 0) }), 30, "2024Q2", -15],
    ["at most nothing", of1({ ...flow("atMost", 0) }), 30, "2024Q2", 0],
  ])("what is left of %s", (_, [catalog, commitment], actual, asOf, expected) =>
    expect(runRateAnswer(catalog, commitment, { actual, asOf })).toBe(expected),
  );
});
