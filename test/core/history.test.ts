/** Earlier figures: the same day a year before, last year's level, what a stock starts from, and growth from levels. */
import {
  growthOf,
  growthRate,
  isLevelUnit,
  lastYearsLevel,
  levelBefore,
  rateFromLevel,
  sameDayLastYear,
} from "../../src/core/history";
import type { Commitment, HistoryEntry } from "../../src/core/types";
import { catalogFile, refusal } from "./jingzhou";

type Given = Partial<Commitment> & Pick<Commitment, "kind">;
const only = (given: Given): Commitment => catalogFile(given).commitments[0]!;
const past = (period: string, value: number, unit?: string): HistoryEntry => ({
  period,
  value,
  state: "final",
  ...(unit === undefined ? {} : { unit }),
});
const plain = (value: number, unit: string) => ({ comparator: "plain", value, unit }) as const;

it.each([
  ["2024-06-15", "2023-06-15"],
  ["2024-06-30", "2023-06-30"],
  ["2024-02-29", "2023-02-28"],
  ["2024-02-28", "2023-02-28"],
  ["2025-02-28", "2024-02-29"],
  ["2025-02-27", "2024-02-27"],
])("a year before %s is %s", (day, before) => expect(sameDayLastYear(day)).toBe(before));

it.each<[string, Given, number | null]>([
  ["the year's end before the one it falls due in", { history: [past("2022", 5), past("2023", 7)] } as never, 7],
  ["in the target's unit", { history: [past("2023", 70_000, "万元")] } as never, 7],
  ["not another day's", { history: [past("2023Q3", 7)] } as never, null],
  ["a baseline goes before", { history: [past("2023", 7)], baseline: { value: 6 } } as never, 6],
  ["nothing without earlier figures", {} as never, null],
])("last year's level: %s", (_, given, level) => {
  expect(lastYearsLevel(only({ ...given, kind: "flow", target: plain(9, "亿元") }))).toBe(level);
});
it("of what counts nothing there is no last year's level", () =>
  expect(lastYearsLevel(only({ kind: "milestone", history: [past("2023", 7)] }))).toBeNull());

it.each<[string, Partial<Commitment>, number | null]>([
  ["on the day before it begins", { history: [past("2023Q3", 5), past("2023", 7)] }, 7],
  ["in its unit", { history: [past("2023", 0.7, "万亿元")] }, 7000],
  ["none of another day", { history: [past("2023Q3", 5)] }, null],
  ["none without earlier figures", {}, null],
  [
    "none where last year's is the target",
    { history: [past("2023", 7)], target: { comparator: "moreThan", relativeTo: "lastYear", unit: "亿元" } },
    null,
  ],
  ["none where nothing is counted", { history: [past("2023", 7)], target: undefined as never }, null],
])("the level a stock starts from: %s", (_, given, level) => {
  expect(levelBefore(only({ kind: "stock", target: plain(9, "亿元"), ...given }))).toBe(level);
});

it.each([
  [110, 100, { rate: 10 }],
  [5, 0, { turn: "fromNothing" }],
  [0, -5, { turn: "toProfit" }],
  [1, -5, { turn: "toProfit" }],
  [-4, -5, { turn: "lossLess" }],
  [-5, -5, { turn: "unchanged" }],
  [-6, -5, { turn: "lossMore" }],
] as const)("from %d against %d", (level, last, growth) => expect(growthOf(level, last)).toEqual(growth));

it("tells both levels where there is no rate", () => {
  const { code, facts } = refusal(() => growthRate(-4, -5, "亿元"));
  expect([code, facts]).toEqual(["noGrowthOf", { last: "-5亿元", level: "-4亿元", turn: "lossLess" }]);
});

describe("a rate out of levels", () => {
  const growth = (given: Partial<Commitment> = {}) => only({ kind: "growth", target: plain(6, "%"), ...given });
  const levels = [
    past("2021", 100, "亿元"),
    past("2023Q2", 200, "亿元"),
    past("2023Q2", 5, "%"),
    past("2023", 400, "亿元"),
  ];

  it("is against the same period of the year before, in that level's unit", () =>
    expect(rateFromLevel(growth({ history: levels }), 2_200_000, "万元", "2024-06-30", "rate")).toEqual({
      rate: 10,
      level: 220,
      last: { value: 200, unit: "亿元", to: "2023-06-30", period: "2023Q2", state: "final" },
      years: 1,
    }));
  it("is compounded since the base year where 年均 is promised, and only there", () => {
    const mean = growth({ history: levels, path: "compound", from: "2022-01-01", due: "2026-12-31" });
    expect(rateFromLevel(mean, 133.1, "亿元", "2024-12-31", "rate")).toMatchObject({ rate: 10, years: 3 });
    const whole = growth({ history: levels, from: "2022-01-01", due: "2026-12-31" });
    expect(rateFromLevel(whole, 440, "亿元", "2024-12-31", "rate")).toMatchObject({ rate: 10, years: 1 });
    const stock = only({ ...mean, kind: "stock", target: plain(9, "亿元") });
    expect(rateFromLevel(stock, 440, "亿元", "2024-12-31", "rate")).toMatchObject({ rate: 10, years: 1 });
  });
  it("takes no rate for a level, and says of which day one is missing", () => {
    const { code, facts } = refusal(() =>
      rateFromLevel(growth({ history: [past("2023Q2", 5, "%")] }), 220, "亿元", "2024-06-30", "rate"),
    );
    expect([code, facts]).toEqual(["lastYearMissing", { indicator: "指标1", period: "2023-06-30", instead: "rate" }]);
  });
  it("knows the units of its levels", () => {
    expect(isLevelUnit(growth({ history: levels }), "万元")).toBe(true);
    expect(isLevelUnit(growth({ history: levels }), "个")).toBe(false);
    expect(isLevelUnit(growth({ history: levels }), "%")).toBe(false);
    expect(isLevelUnit(growth(), "亿元")).toBe(false);
  });
});
