/** Siblings of known traps: other units, other quarters, other directions, other spellings. The right answer follows from DOMAIN's rules. */
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
import { isRefusal } from "../../src/core/errors";
import { validateCatalog } from "../../src/core/loadCatalog";
import { RULES, type Rules } from "../../src/core/status";
import { reasonText } from "../../src/strings/reason";
import { zh } from "../../src/strings/zh";
import { refusal } from "./jingzhou";
import { shapedFile } from "./shaped";
import { flow, last, of, one, range, SIBLINGS, total, type Promised } from "./siblingCases";

function told<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}
const statusOf = (
  index: CatalogIndex,
  actual: unknown,
  asOf: unknown,
  rules: Rules = RULES.standard,
  earlier: unknown = null,
) => told(() => zh.status[statusAnswer(index, rules, last(index), { actual, asOf, earlier })]);

it.each(SIBLINGS)("%s", (_, index, actual, asOf, status) => {
  expect(statusOf(index, actual, asOf)).toBe(status);
});

it.each<[string, CatalogIndex, unknown, string]>([
  ["growth: in the same quarter", one("growth", "plain", 6, "%"), 6, "未填报"],
  ["超 at the figure", one("flow", "moreThan", 100, "个"), 100, "未填报"],
  ["a total that was done", total(flow("plain", 50, "个"), flow("plain", 50, "个")), "100个", "已完成"],
  ["一百 of 100", one("flow", "plain", 100, "个"), "一百", "已完成"],
  ["a deed 已办结", of({ kind: "milestone" }), "已办结", "已完成"],
])("done stays done: %s", (_, index, earlier, status) => {
  expect(statusOf(index, "", "2024Q3", RULES.standard, earlier)).toBe(status);
});

describe("numbers", () => {
  const gap = (index: CatalogIndex, actual: unknown, asOf: unknown = "2024Q4") =>
    told(() => gapAnswer(index, RULES.standard, last(index), { actual, asOf }));
  const run = (index: CatalogIndex, actual: unknown, asOf: unknown) =>
    told(() => runRateAnswer(index, last(index), { actual, asOf }));
  const pace = (index: CatalogIndex, asOf: unknown) =>
    told(() => paceAnswer(index, RULES.standard, last(index), asOf, null));
  const rate = (index: CatalogIndex, actual: unknown) =>
    told(() => rateAnswer(index, RULES.standard, last(index), { actual, asOf: null }));
  const toJune = one("flow", "plain", 100, "个", { due: "2024-06-30" });
  const toMay = one("flow", "plain", 100, "个", { due: "2024-05-31" });

  it.each<[string, () => unknown, unknown]>([
    ["6.3 − 6.1", () => gap(one("growth", "plain", 6.3, "%"), 6.1), 0.2],
    ["1.1 − 1", () => gap(one("stock", "plain", 1.1, "公里"), 1), 0.1],
    ["8.2 ahead of 8.1", () => gap(one("flow", "plain", 8.1, "亿元"), 8.2), -0.1],
    ["≤ 8.1, 8.2", () => gap(one("ratio", "atMost", 8.1, "%"), 8.2), 0.1],
    ["−0.3 against −0.1", () => gap(one("flow", "plain", -0.1, "亿元"), -0.3), 0.2],
    ["a third quarter of 0.7", () => pace(one("flow", "plain", 0.7, "亿元"), "三季度"), 0.525],
    ["10 over eleven months", () => pace(one("flow", "plain", 12, "个"), "1-11月"), 11],
    ["0.6 left over three quarters", () => run(one("flow", "plain", 0.7, "亿元"), 0.1, "一季度"), 0.2],
    ["0.1 of 0.3", () => rate(one("flow", "plain", 0.3, "亿元"), 0.1), 0.333333333333333],
    ["16亿 of 32亿元", () => rate(one("flow", "plain", 32, "亿元"), "16亿"), 0.5],
    ["half a way down", () => rate(one("stock", "atMost", 20, "条", { baseline: { value: 66 } }), 43), 0.5],
    ["a rate of growth", () => rate(one("growth", "plain", 6, "%"), 6), "rateRefused"],
    ["a rate of a loss", () => rate(one("flow", "plain", -6, "亿元"), -6), "rateOfNone"],
    ["what is left in May", () => run(toMay, 50, "5月底"), "noQuartersLeft"],
    ["what is left at 2024-05", () => run(toMay, 50, "2024-05"), "noQuartersLeft"],
    ["what is left on a date of May", () => run(toMay, 50, 45443), "noQuartersLeft"], // 31 May 2024
    ["what is left in April", () => run(toMay, 50, "4月"), 50],
    ["what is left in June", () => run(toJune, 50, "二季度"), "noQuartersLeft"],
    ["what is left in March", () => run(toJune, 50, "一季度"), 50],
    [
      "a year's figure of one begun in July 2022",
      () =>
        told(() =>
          targetAnswer(
            one("flow", "plain", 500, "户", { from: "2022-07-01", due: "2024-06-30" }),
            "教育局",
            "指标1",
            null,
            null,
          ),
        ),
      500,
    ],
    [
      "a level's",
      () =>
        told(() =>
          targetAnswer(one("stock", "plain", 500, "户", { from: "2020-01-01" }), "教育局", "指标1", "2024年", null),
        ),
      500,
    ],
    [
      "in an earlier year nobody planned",
      () =>
        told(() =>
          targetAnswer(one("flow", "plain", 500, "户", { from: "2020-01-01" }), "教育局", "指标1", 2021, null),
        ),
      "noAnnualTarget",
    ],
    [
      "outside",
      () =>
        told(() =>
          targetAnswer(one("flow", "plain", 500, "户", { from: "2020-01-01" }), "教育局", "指标1", 2019, null),
        ),
      "yearOutside",
    ],
    [
      "a range down",
      () =>
        told(() => targetAnswer(range("flow", 90, 100, "起", { direction: "down" }), "教育局", "指标1", null, null)),
      100,
    ],
    ["a range down at half the year", () => pace(range("flow", 90, 100, "起", { direction: "down" }), "2024Q2"), 50],
    ["a range up", () => pace(range("flow", 90, 100, "起"), "2024Q2"), 45],
  ])("%s", (_, ask, answer) => {
    expect(ask()).toBe(answer);
  });
});

it.each<[string, Promised[], string]>([
  [
    "growth in ‰",
    [
      { kind: "growth", target: { comparator: "plain", value: 6, unit: "‰" } },
      { kind: "growth", target: { comparator: "plain", value: 5, unit: "‰" } },
    ],
    "sumOfRates",
  ],
  [
    "shares",
    [
      { kind: "ratio", target: { comparator: "plain", value: 95, unit: "%" } },
      { kind: "ratio", target: { comparator: "plain", value: 90, unit: "%" } },
    ],
    "sumOfRates",
  ],
  [
    "百分点",
    [
      { kind: "growth", target: { comparator: "plain", value: 6, unit: "百分点" } },
      { kind: "growth", target: { comparator: "plain", value: 5, unit: "百分点" } },
    ],
    "sumOfRates",
  ],
  [
    "rates among many",
    [
      { kind: "ratio", target: { comparator: "plain", value: 6, unit: "/10万" } },
      { kind: "ratio", target: { comparator: "plain", value: 5, unit: "/10万" } },
    ],
    "sumOfRates",
  ],
  ["flows in percent", [flow("plain", 50, "%"), flow("plain", 40, "%")], "sumOfRates"],
  [
    "levels in percent",
    [
      { kind: "stock", target: { comparator: "plain", value: 6, unit: "%" } },
      { kind: "stock", target: { comparator: "plain", value: 5, unit: "%" } },
    ],
    "sumOfRates",
  ],
])("a total of %s is refused when it is loaded", (_, parts, problem) => {
  const file = shapedFile(...parts, { kind: parts[0]!.kind, sumOf: ["TT2024-001", "TT2024-002"] });
  const { facts } = refusal(() => validateCatalog(file));
  expect((facts as unknown as { issues: { problem: string }[] }).issues.map((issue) => issue.problem)).toContain(
    problem,
  );
});

it.each([
  "1.新增学位",
  "（2）新增学位",
  "①新增学位",
  "新增学位(单位：个)",
  "其中:新增学位",
  "一、新增学位",
  "⑴ 新增学位（个）",
  "3）新增学位",
  "“新增学位”",
  "新增 学位",
  "第一、新增学位",
  "1. 其中：新增学位",
  "TT2024-001",
  "ｔｔ２０２４－００１",
])("%s is 新增学位, also in TARGET.CHECK", (name) => {
  const index = one("flow", "plain", 8310, "个", { indicator: "新增学位" });
  expect(told(() => targetAnswer(index, "教育局", name, null, null))).toBe(8310);
  const columns = { departments: ["教育局"], indicators: [name], actuals: [8310] };
  expect(checkAnswer(index, RULES.standard, columns, "2024Q4")).toMatchObject([
    { figure: { value: 8310 }, standing: { status: "met" } },
  ]);
});

it.each<[string | null, string | null, number | string]>([
  ["TT2024-001", "", 100],
  ["TT2024-001", null, 100],
  ["tt2024-001", "甲", 100],
  ["教育局", "TT2024-002", 200],
  ["TT2024-001", "乙", "idContradicts"],
  ["TT2024-001", "TT2024-002", "idContradicts"],
  ["教育局", "丙", "indicatorNotFound"],
  ["", "甲", "nameMissing"],
])("TARGET.CHECK answers %j, %j as TARGET does", (department, indicator, answer) => {
  const index = of(flow("plain", 100, "个", { indicator: "甲" }), flow("plain", 200, "个", { indicator: "乙" }));
  expect(told(() => targetAnswer(index, department ?? "", indicator ?? "", null, null))).toBe(answer);
  const [row] = checkAnswer(
    index,
    RULES.standard,
    { departments: [department], indicators: [indicator], actuals: [50] },
    "2024Q2",
  );
  expect(row).toMatchObject(typeof answer === "number" ? { figure: { value: answer } } : {});
});

it.each<[string, CatalogIndex, unknown, unknown, RegExp]>([
  [
    "exactly on pace",
    one("stock", "atMost", 20, "条", { baseline: { value: 66 } }),
    43,
    "2024Q2",
    /正好持平,达进度。$/,
  ],
  [
    "ahead on a way down",
    one("stock", "atMost", 20, "条", { baseline: { value: 66 } }),
    40,
    "2024Q2",
    /应不超过43条\(50\.0%\),实际40条.*少3条.*达进度。$/,
  ],
  [
    "behind on a way down",
    one("stock", "atMost", 20, "条", { baseline: { value: 66 } }),
    45,
    "2024Q2",
    /超出2条,低于序时4\.3个百分点,欠进度。$/,
  ],
  [
    "a loss in 亿元",
    one("flow", "atLeast", -1, "亿元"),
    -0.8,
    "2024Q3",
    /应达-0\.75亿元\(75\.0%\),实际-0\.8亿元,欠0\.05亿元,低于序时5\.0个百分点,欠进度。$/,
  ],
  [
    "a range down, as a flow",
    range("flow", 90, 100, "起", { direction: "down" }),
    51,
    "2024Q2",
    /应不超过50起\(50\.0%\),实际51起.*区间90–100起按上限判定,欠进度。$/,
  ],
  ["not begun", one("flow", "plain", 10, "个", { from: "2024-07-01" }), 3, "上半年", /尚未开始,未到期。$/],
  ["quick figures", one("flow", "plain", 8310, "个"), "快报3900", "2024Q2", /系快报数/],
  ["a month by its first day", one("flow", "plain", 120, "个"), 100, 45566, /截至10月应达100个/],
])("the sentence: %s", (_, index, actual, asOf, sentence) => {
  const reason = told(() => reasonText(reasonAnswer(index, RULES.standard, last(index), { actual, asOf })));
  expect(reason).toMatch(sentence);
});
