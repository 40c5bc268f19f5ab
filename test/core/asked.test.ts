/** What a cell hands to a function, read: levels beside rates, plain amounts, years, units, and words of doubt. */
import { levelGiven, quantityGiven, rateBesideLevel, readActual, remarkOf } from "../../src/core/actual";
import {
  asName,
  isBlank,
  levelEntered,
  periodGiven,
  readEntered,
  unitGiven,
  yearGiven,
  yearWritten,
  asked,
} from "../../src/core/asked";
import { caseOf } from "../../src/core/case";
import { CatalogError } from "../../src/core/errors";
import type { Commitment } from "../../src/core/types";
import { catalogOf, first, refusal } from "./jingzhou";
import { shaped } from "./shaped";

const ERROR = new CatalogError("errorGiven", { given: "#N/A" });
const said = (call: () => unknown): unknown[] => {
  const { code, facts } = refusal(call);
  return [code, facts];
};
type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
const aim = (value: number, unit: string) => ({ target: { comparator: "plain", value, unit } }) as const;
const at = (promised: Promised, asOf = "2024Q2") => {
  const index = catalogOf(promised);
  return asked(index, first(index), asOf);
};
const levels: Partial<Commitment> = { history: [{ period: "2023Q2", value: 100, unit: "亿元", state: "final" }] };

it.each([
  ["142.05亿元，可比增长11.8%", "可比增长11.8%"],
  ["142.05亿元,增长11.8%", "增长11.8%"],
  ["142.05亿元（增长11.8%）", "增长11.8%"],
  ["142.05亿元(同比增长11.8%)", "同比增长11.8%"],
  ["142.05亿元 下降3.2%", "下降3.2%"],
  ["  142.05亿元、按可比价格增长11.8%", "按可比价格增长11.8%"],
  ["142.05亿元；比上年增长11.8%", "比上年增长11.8%"],
])("of %s the rate counts", (given, rate) => {
  expect(rateBesideLevel(given)).toBe(rate);
});

it.each<unknown>([
  "增长11.8%",
  "142.05亿元",
  "11.8%，增长2%", // two rates
  "142.05，增长11.8%", // a level without its unit
  "增长142亿元，增长11.8%",
  "142.05亿元，增长12亿元", // no rate
  "142.05亿元，增长11.8",
  "142.05亿元，增长不少",
  "数百亿元，增长11.8%",
  142.05,
  null,
])("%j is taken as it is", (given) => {
  expect(rateBesideLevel(given)).toBe(given);
});

it.each<[unknown, object | null]>([
  ["142.05亿元", { amount: 142.05, unit: "亿元" }],
  ["142.05亿元（快报）", { amount: 142.05, unit: "亿元" }],
  ["142.05", null],
  ["142亿", null],
  ["8%", null],
  ["增加8亿元", null],
  ["增长8%", null],
  [142.05, null],
  ["暂无", null],
  ["", null],
])("the level in %j is %j", (given, level) => {
  expect(levelGiven(given)).toEqual(level);
});

it.each<[unknown, object | null]>([
  [0.1 + 0.2, { amount: 0.3, unit: null }],
  [1e20, { amount: 1e20, unit: null }],
  ["12", { amount: 12, unit: null }],
  ["12亿元", { amount: 12, unit: "亿元" }],
  ["12亿", { amount: 12e8, unit: null, scale: "亿" }],
  ["预计12亿元", { amount: 12, unit: "亿元" }],
  ["—", null],
  [null, null],
])("the amount in %j is %j", (given, amount) => {
  const found = quantityGiven(given);
  if (amount === null) expect(found).toBeNull();
  else expect(found).toMatchObject(amount);
});

it.each<[unknown, string, object]>([
  [ERROR, "errorGiven", { given: "#N/A" }],
  [1.1e20, "quantityUnreadable", { given: "110000000000000000000" }],
  [NaN, "quantityUnreadable", { given: "null" }],
  [true, "quantityUnreadable", { given: "true" }],
  ["约12亿元", "quantityDoubtful", { given: "约12亿元", bare: "12亿元" }],
  ["约12亿", "quantityDoubtful", { given: "约12亿", bare: "12亿" }],
  ["增加12亿元", "changeNotLevel", { given: "增加12亿元" }],
])("no amount is in %p: %s", (given, code, facts) => {
  expect(said(() => quantityGiven(given))).toEqual([code, facts]);
});

it.each<[unknown, string | null]>([
  ["3900（预计）", "预计"],
  ["３９００【初步】", "初步"],
  ["快报数：3900", "快报"],
  ["初步核算为3900", "初步"],
  ["3900", null],
  [3900, null],
])("the remark in %j is %s", (given, remark) => {
  expect(remarkOf(given)).toBe(remark);
});

it.each<[string, Promised, unknown, number | boolean | null]>([
  ["nothing but dashes", { kind: "flow", ...aim(9, "个") }, "——", null],
  ["a dash in front is a sign", { kind: "flow", ...aim(9, "个") }, "-5", -5],
  ["a deed that is done, preliminarily", { kind: "milestone" }, "已完成（初步）", true],
  ["a rate behind a level", { kind: "growth", ...aim(8, "%"), ...levels }, "110亿元，可比增长9%", 9],
  ["a level", { kind: "growth", ...aim(8, "%"), ...levels }, "110亿元", 10],
  [
    "a fall where falls are stated",
    { kind: "growth", indicator: "能耗降幅", ...aim(3.1, "%"), ...levels },
    "96.5亿元",
    3.5,
  ],
  [
    "a rise where falls are stated",
    { kind: "growth", indicator: "能耗降幅", ...aim(3.1, "%"), ...levels },
    "101亿元",
    -1,
  ],
  [
    "no change where falls are stated",
    { kind: "growth", indicator: "能耗降幅", ...aim(3.1, "%"), ...levels },
    "100亿元",
    0,
  ],
  ["a share of a share with three decimals", { kind: "ratio", ...aim(5, "‰") }, 0.325, 0.325],
  ["what cannot be judged", { kind: "flow", ...aim(9, "个"), review: "unclear", reviewReason: "两说" }, "约5", null],
])("reads %s", (_, promised, given, actual) => {
  const index = shaped(promised);
  expect(readEntered({ judged: caseOf(index, first(index)), day: "2024-06-30" }, given)).toBe(actual);
});

it.each<[string, Promised, unknown, string, object]>([
  [
    "a fall in doubt where a flow falls",
    { kind: "growth", indicator: "降幅", ...aim(3.1, "个") },
    -3,
    "fallSignUnclear",
    { given: "-3", amount: "3个" },
  ],
  [
    "a fall in doubt in percent",
    { kind: "growth", indicator: "降幅", ...aim(3.1, "%") },
    "-3.2%",
    "fallSignUnclear",
    { given: "-3.2%", amount: "3.2%" },
  ],
  [
    "a fraction of a fall",
    { kind: "growth", indicator: "降幅", ...aim(3.1, "%") },
    "下降0.032",
    "percentUnclear",
    { given: 0.032, asTyped: "0.032%", asPercent: "3.2%" },
  ],
  [
    "a level in growth",
    { kind: "growth", ...aim(6, "%") },
    3008.61,
    "levelInGrowth",
    { given: "3008.61", target: "6%", asRate: "3008.61%" },
  ],
  [
    "no level in a share",
    { kind: "ratio", ...aim(6, "%") },
    "约95%",
    "quantityDoubtful",
    { given: "约95%", bare: "95%" },
  ],
  ["an error of another cell", { kind: "flow", ...aim(6, "个") }, ERROR, "errorGiven", { given: "#N/A" }],
  [
    "a change where a level is promised",
    { kind: "stock", ...aim(6, "个") },
    "增加5个",
    "changeNotLevel",
    { given: "增加5个" },
  ],
  [
    "a change against last year",
    { kind: "flow", ...aim(6, "个") },
    "同比增加5个",
    "changeNotLevel",
    { given: "同比增加5个" },
  ],
  ["a bare 万 of a share", { kind: "ratio", ...aim(95, "%") }, "9万", "unitMismatch", { given: "万", expected: "%" }],
])("refuses %s", (_, promised, given, code, facts) => {
  const index = catalogOf(promised);
  const { terms, judged } = caseOf(index, first(index));
  const target = "value" in judged ? judged.value : null;
  expect(said(() => readActual(given, terms, target))).toEqual([code, facts]);
});

it("a level of another thing, or where none is known, is no level", () => {
  const growth = at({ kind: "growth", ...aim(8, "%") });
  expect(levelEntered(growth, "110亿元")).toBeNull();
  const withLevels = {
    ...growth,
    judged: { ...growth.judged, commitment: { ...growth.judged.commitment, ...levels } },
  };
  expect(levelEntered(withLevels, "110亿元")).toMatchObject({ rate: 10 });
  expect(levelEntered(withLevels, "110个")).toBeNull();
  expect(levelEntered(withLevels, "9%")).toBeNull();
  const flow = at({ kind: "flow", ...aim(120, "亿元") });
  expect(
    levelEntered({ ...flow, judged: { ...flow.judged, commitment: withLevels.judged.commitment } }, "110亿元"),
  ).toBeNull();
  expect(said(() => levelEntered({ ...withLevels, day: "2024-09-30" }, "110亿元"))).toEqual([
    "lastYearMissing",
    { indicator: "指标1", period: "2023-09-30", instead: "rate" },
  ]);
});

it.each<[unknown, boolean, string]>([
  [null, true, ""],
  [undefined, true, ""],
  ["", true, ""],
  [" 　", true, ""],
  ["0", false, "0"],
  [0, false, "0"],
  [2024, false, "2024"],
  [false, false, "false"],
  [" 教育局", false, " 教育局"],
])("%j is blank: %s; as a name it is %j", (given, is, name) => {
  expect(isBlank(given)).toBe(is);
  expect(asName(given)).toBe(name);
});

it.each<[unknown, number | null]>([
  ["2023", 2023],
  ["2023年二季度", 2023],
  ["2023-06", 2023],
  [45107, 2023], // 30 June 2023
  [2023, 2023],
  ["二季度", null],
  ["上半年", null],
  ["看不懂", null],
  ["", null],
  [null, null],
  [true, null],
])("the year written in %j is %j", (given, year) => {
  expect(yearWritten(given, 2024)).toBe(year);
  expect(yearWritten(given, 2022)).toBe(year);
});

it("reads years, periods and units, and says what is none", () => {
  expect([yearGiven("2024年", 2023), yearGiven(2024, 2023)]).toEqual([2024, 2024]);
  expect(said(() => yearGiven("2024Q2", 2024))).toEqual(["notOneYear", { given: "2024Q2" }]);
  expect(said(() => yearGiven("1-9月", 2024))).toEqual(["notOneYear", { given: "1-9月" }]);
  expect(said(() => periodGiven(ERROR, 2024))).toEqual(["errorGiven", { given: "#N/A" }]);
  expect(said(() => periodGiven(true, 2024))).toEqual(["periodUnreadable", { given: "true" }]);
  expect(unitGiven("万元")).toBe("万元");
  expect(said(() => unitGiven(ERROR))).toEqual(["errorGiven", { given: "#N/A" }]);
  expect(said(() => unitGiven(7))).toEqual(["unitUnreadable", { given: "7" }]);
});
