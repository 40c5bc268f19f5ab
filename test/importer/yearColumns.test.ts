/** Tables whose columns are years: what was, and what is promised for each year to come. Saved, the levels of one indicator are one promise. */
import { catalogOf } from "../../src/importer/promise";
import { accept, startReview } from "../../src/importer/review";
import { counted, cellsOf, line, readMerged, readPasted } from "./tableCases";

const told = (report: ReturnType<typeof readPasted>) => report.drafts.map((draft) => `${line(draft)} ${draft.period}`);

describe.each([
  ["as Word gives it", readMerged],
  ["as it is pasted", readPasted],
])("%s", (_, read) => {
  it("2025年 | 2030年 in 2026: where it starts, and what is promised", () => {
    const report = read(`
序号 | 指标 | 单位 | 2025年 | 2030年 | 属性
1 | 林木覆盖率 | % | 38 | 42 | 约束性
2 | 公路里程 | 公里 | 2600 | 3000 | 预期性
3 | 城镇新增就业 | 万人 | 2 | 11 | 预期性`);
    expect(told(report)).toEqual([
      "- 林木覆盖率 42% ratio 2030",
      "- 公路里程 3000公里 stock 2030",
      "- 城镇新增就业 11万人 flow 2030",
    ]);
    expect(report.drafts.map(({ baseline }) => baseline?.value)).toEqual([38, 2600, undefined]);
    expect(report.drafts[2]?.lastYear?.value).toBe(2);
  });

  it("2026年目标 | 2030年目标: two promises", () => {
    const report = read("指标 | 2026年目标 | 2030年目标 | 责任单位\n林木覆盖率（%） | 39 | 42 | 市林业局");
    expect(told(report)).toEqual(["市林业局 林木覆盖率 39% ratio 2026", "市林业局 林木覆盖率 42% ratio 2030"]);
    expect(counted(report)).toEqual([]);
  });

  it("a year for each column of a plan", () => {
    const report = read("指标 | 单位 | 2026年 | 2027年 | 2028年\n公厕保有量 | 座 | 120 | 140 | 165");
    expect(report.drafts.map(({ value, period }) => [value, period])).toEqual([
      [120, "2026"],
      [140, "2027"],
      [165, "2028"],
    ]);
  });

  it("the end of a plan by its name, its base, and the mean growth over its years", () => {
    const report = read(
      `
指标名称 | 2020年 | 2025年 | 年均增速（%） | 属性
全员劳动生产率（万元/人） | 9 | 12 | >6 | 预期性
城镇新增就业（万人） | 3 | 15 | — | 预期性`,
      "“十四五”主要指标\n",
      2022,
    );
    expect(told(report)).toEqual([
      "- 全员劳动生产率 12万元/人 stock 2025",
      "- 全员劳动生产率年均增速 moreThan 6% growth 2021-2025",
      "- 城镇新增就业 15万人 flow 2025",
    ]);
    // The level of 2020 is nobody's last year in 2022.
    expect(report.drafts.map(({ baseline, lastYear }) => [baseline?.value, lastYear?.value])).toEqual([
      [9, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(counted(report).map(({ phrase, reason }) => [phrase, reason])).toEqual([["3", "baseline"]]);
    const named = read("指标 | 单位 | “十四五”末 | “十五五”末目标\n公路里程 | 公里 | 2600 | 3000");
    expect(told(named)).toEqual(["- 公路里程 3000公里 stock 2030"]);
    expect(named.drafts[0]?.baseline?.value).toBe(2600);
  });
});

const textOf = (table: string) =>
  cellsOf(table)
    .map((cells) => cells.join("\t"))
    .join("\n");

function saved(table: string) {
  const report = readPasted(table);
  let review = startReview(textOf(table), report, "规划");
  for (const index of report.drafts.keys()) review = accept(review, index);
  return catalogOf(review, { region: "江州市", year: 2026, title: "江州市规划", version: "1", sourceTitle: "规划" })
    .commitments;
}

it("levels of several years become one promise with what was planned for each", () => {
  const commitments = saved(
    "指标 | 单位 | 2026年 | 2028年 | 2030年 | 责任单位\n林木覆盖率 | % | 39 | 40.5 | 42 | 市林业局",
  );
  expect(commitments).toMatchObject([
    {
      indicator: "林木覆盖率",
      from: "2026-01-01",
      due: "2030-12-31",
      target: { value: 42, unit: "%" },
      annualTargets: { "2026": 39, "2028": 40.5 },
    },
  ]);
});

it("what flows stays each year's own, and says which", () => {
  const commitments = saved("指标 | 单位 | 2026年 | 2027年 | 责任单位\n新增学位 | 个 | 300 | 400 | 市教育局");
  expect(commitments.map(({ indicator, from, due }) => [indicator, from, due])).toEqual([
    ["新增学位", "2026-01-01", "2026-12-31"],
    ["新增学位（2027年）", "2027-01-01", "2027-12-31"],
  ]);
});
