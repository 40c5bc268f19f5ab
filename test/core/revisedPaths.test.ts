/** Promises over several years whose figure is set anew midway: years that are over keep theirs, the rest leads to the new figure. */
import fc from "fast-check";
import { targetAnswer } from "../../src/core/answers";
import { caseOf } from "../../src/core/case";
import { partsOf } from "../../src/core/periods";
import type { CatalogIndex } from "../../src/core/catalog";
import { amount, shaped, type Given } from "./shaped";

const revision = (from: string, value: number) => ({ from, value, basis: "决定", by: "李四", recorded: from });
const five = { from: "2021-01-01", due: "2025-12-31", path: "linear" } as const;
const YEARS = [2021, 2022, 2023, 2024, 2025];
const yearly = (index: CatalogIndex) => YEARS.map((year) => targetAnswer(index, "教育局", "指标1", year, null));
const flow = (value: number, more: Partial<Given> = {}) =>
  shaped({ kind: "flow", ...five, target: amount(value, "户"), ...more });

it.each<[string, Partial<Given>, number[]]>([
  ["in the third year", { revisions: [revision("2023-07-01", 400)] }, [100, 100, 200 / 3, 200 / 3, 200 / 3]],
  ["with a new year", { revisions: [revision("2024-01-01", 400)] }, [100, 100, 100, 50, 50]],
  ["before it begins", { revisions: [revision("2020-11-01", 400)] }, [80, 80, 80, 80, 80]],
  ["upwards", { revisions: [revision("2025-03-01", 620)] }, [100, 100, 100, 100, 220]],
  [
    "twice",
    { revisions: [revision("2022-05-01", 460), revision("2024-05-01", 400)] },
    [100, 90, 90, 60, 60], // 460 − 100 over four years, then 400 − 280 over two
  ],
  [
    "twice within a year, of which the last holds",
    { revisions: [revision("2023-02-01", 800), revision("2023-07-01", 400)] },
    [100, 100, 200 / 3, 200 / 3, 200 / 3],
  ],
  [
    "beside years set by a plan",
    { annualTargets: { "2022": 60, "2025": 90 }, revisions: [revision("2023-07-01", 400)] },
    [350 / 3, 60, (250 - 350 / 3) / 2, (250 - 350 / 3) / 2, 90],
  ],
])("500 set anew %s: the years add up to the figure in force", (_, more, years) => {
  const found = yearly(flow(500, more));
  found.forEach((value, at) => expect(value).toBeCloseTo(years[at] ?? NaN, 8));
  const whole = more.revisions?.at(-1)?.value ?? 500;
  expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(whole, 7);
});

it("within the year the figure in force at the date judges", () => {
  const index = flow(500, { revisions: [revision("2023-07-01", 400)] });
  const at = (asOf: string) => targetAnswer(index, "教育局", "指标1", null, null, asOf);
  expect([at("2022Q4"), at("2023Q2")]).toEqual([100, 100]);
  expect(at("2023Q3")).toBeCloseTo(200 / 3, 8);
});

it("what is over was given more than the new whole: the year has no figure, and none below zero", () => {
  const index = flow(500, { revisions: [revision("2024-02-01", 250)] });
  expect(() => targetAnswer(index, "教育局", "指标1", 2024, null)).toThrow("noAnnualTarget");
  expect(caseOf(index, index.catalog.commitments[0]!, "2024-06-30").judged).toMatchObject({ value: 250 });
});

it("a level goes on from where the years that are over were to lead", () => {
  const level = { kind: "stock", ...five, baseline: { value: 100 }, target: amount(200, "个") } as const;
  const index = shaped({ ...level, revisions: [revision("2023-07-01", 170)] });
  expect(yearly(index)).toEqual([120, 140, 150, 160, 170]);
  const third = (day: string) => caseOf(index, index.catalog.commitments[0]!, day);
  expect([third("2023-06-30").start, third("2023-09-30").start, third("2024-06-30").start]).toEqual([140, 140, 150]);
});

it("年均 that is set anew compounds from there", () => {
  const index = shaped({
    kind: "stock",
    ...five,
    path: "compound",
    baseline: { value: 100 },
    target: amount(161.051, "亿元"),
    revisions: [revision("2024-01-01", 133.1)],
  });
  const found = yearly(index);
  [110, 121, 133.1, 133.1, 133.1].forEach((value, at) => expect(found[at]).toBeCloseTo(value, 6));
});

it("whatever is set anew and when: earlier years as they were, all years together the figure in force", () => {
  const day = fc.record({ year: fc.integer({ min: 2020, max: 2025 }), month: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), day, fc.integer({ min: 1, max: 900 }), (before, from, after) => {
      const first = `${from.year}-${String(from.month).padStart(2, "0")}-01`;
      const index = flow(before, { revisions: [revision(first, after)] });
      const signed = YEARS.filter((year) => year < partsOf(first).year);
      const left = after - (before / YEARS.length) * signed.length;
      fc.pre(left >= 0 || signed.length === 0);
      const found = yearly(index);
      signed.forEach((_, at) => expect(found[at]).toBeCloseTo(before / YEARS.length, 7));
      expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(after, 6);
    }),
  );
});
