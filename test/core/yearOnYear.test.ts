/** TARGET.YOY: growth of levels as they are given, in whatever units they come. */
import { yearOnYearAnswer } from "../../src/core/yearOnYear";
import type { Commitment } from "../../src/core/types";
import { refusal } from "./jingzhou";
import { amount, shaped, type Given } from "./shaped";

const level = (period: string, value: number, unit = "亿元") => ({ period, value, unit, state: "final" }) as const;
const growth: Given = {
  kind: "growth",
  target: amount(8, "%"),
  history: [level("2022", 130), level("2023Q2", 60), { ...level("2023", 142), value: 150 }, level("2023Q1", 5.1, "%")],
};
const answer = (given: Given, ...[now, asOf, last, year]: [unknown, unknown?, unknown?, (number | null)?]) => {
  const index = shaped(given);
  return yearOnYearAnswer(index, index.catalog.commitments[0] as Commitment, now, asOf, last, year);
};

it.each<[string, Given, unknown, unknown, unknown, number]>([
  ["a bare level is in the indicator's own unit", growth, 66, "2024Q2", null, 10],
  ["a level says its unit", growth, "660000万元", "2024Q2", null, 10],
  ["a bare 亿 counts the thing", growth, "66亿", "2024Q2", "", 10],
  ["a bare 万 counts the thing", growth, "660000万", "2024Q2", null, 10],
  ["figures that are not final count", growth, "66亿元（快报）", "2024Q2", null, 10],
  ["a period without a year is of the catalog's", growth, 165, "四季度", null, 10],
  ["last year's level given goes before the catalog's", growth, 66, "2024Q2", 55, 20],
  ["both in their own units", growth, "66亿元", null, "550000万元", 20],
  ["one bare, one with 亿", growth, "66亿", null, 55, 20],
  ["one with 亿 and one with 万", growth, "66亿", null, "550000万", 20],
  ["of a flow in its own unit", { kind: "flow", target: amount(9) }, "12亿", null, 10, 20],
  ["of a flow whose level is in another unit", { kind: "flow", target: amount(9) }, "120000万元", null, 10, 20],
  ["no unit is known: the one that was given", { kind: "growth", target: amount(8, "%") }, 12, null, "10亿元", 20],
  ["no unit is known: the other one", { kind: "growth", target: amount(8, "%") }, "12亿元", null, 10, 20],
  [
    "no unit is known: unlike ones of a ladder",
    { kind: "growth", target: amount(8, "%") },
    "12亿元",
    null,
    "100000万元",
    20,
  ],
  ["no unit at all", { kind: "growth", target: amount(8, "%") }, 12, null, 10, 20],
  ["scales and no unit at all", { kind: "growth", target: amount(8, "%") }, "15000万", null, "1.2亿", 25],
  ["a fall", growth, 54, "2024-06", null, -10],
  ["binary digits do not show", growth, 0.3, null, 0.1, 200],
])("%s", (_, given, now, asOf, last, rate) => {
  expect(answer(given, now, asOf, last)).toBe(rate);
});

it("takes a period without a year from the year that was named", () => {
  expect(answer(growth, 156, "四季度", null, 2023)).toBe(20);
});

it.each<[string, Given, unknown, unknown, unknown, string, object]>([
  ["no level", growth, null, "2024Q2", null, "actualMissing", { indicator: "指标1" }],
  ["a level still to come", growth, "待定", "2024Q2", null, "actualMissing", { indicator: "指标1" }],
  ["no period", growth, 66, "", null, "asOfMissing", { indicator: "指标1" }],
  [
    "an earlier level that says nothing",
    growth,
    66,
    "2024Q2",
    "—",
    "lastYearMissing",
    { indicator: "指标1", period: null, instead: "lastLevel" },
  ],
  [
    "a period the catalog has no level of",
    growth,
    66,
    "2024Q3",
    null,
    "lastYearMissing",
    { indicator: "指标1", period: "2023-09-30", instead: "lastLevel" },
  ],
  [
    "a period the catalog has only a rate of",
    growth,
    66,
    "2024Q1",
    null,
    "lastYearMissing",
    { indicator: "指标1", period: "2023-03-31", instead: "lastLevel" },
  ],
  [
    "an indicator without earlier levels",
    { kind: "growth", target: amount(8, "%") },
    66,
    "2024Q2",
    null,
    "lastYearMissing",
    { indicator: "指标1", period: "2024-06-30", instead: "lastLevel" },
  ],
  ["a rate for a level", growth, "8%", "2024Q2", null, "unitMismatch", { given: "%", expected: "亿元" }],
  ["an unlike unit", growth, "66个", null, 55, "unitMismatch", { given: "个", expected: "亿元" }],
  ["an unlike unit of the earlier level", growth, 66, null, "55个", "unitMismatch", { given: "个", expected: "亿元" }],
  [
    "a scale of a share",
    { kind: "ratio", target: amount(95, "%") },
    "9万",
    null,
    90,
    "unitMismatch",
    { given: "万", expected: "%" },
  ],
  ["a change for a level", growth, "增长8%", "2024Q2", null, "changeNotLevel", { given: "增长8%" }],
  ["a figure in doubt", growth, "约66亿", "2024Q2", null, "quantityDoubtful", { given: "约66亿", bare: "66亿" }],
  ["a base of zero", growth, 66, null, 0, "noGrowthOf", { last: "0亿元", level: "66亿元", turn: "fromNothing" }],
  [
    "a base below zero, without a unit",
    { kind: "growth", target: amount(8, "%") },
    -3,
    null,
    -5,
    "noGrowthOf",
    { last: "-5", level: "-3", turn: "lossLess" },
  ],
])("refuses %s", (_, given, now, asOf, last, code, facts) => {
  const refused = refusal(() => answer(given, now, asOf, last));
  expect([refused.code, refused.facts]).toEqual([code, facts]);
});
