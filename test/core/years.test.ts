/** Promises over several years: in which of them a figure judges, on which days it changes, and what months a total falls due in. */
import { caseAt, caseOf, stretchesOf, type Case } from "../../src/core/case";
import type { Commitment } from "../../src/core/types";
import { amount, shaped, type Given } from "./shaped";

const over = (from: number, due: number, more: Partial<Commitment> = {}): Given => ({
  kind: "flow",
  target: amount(500, "户"),
  from: `${from}-01-01`,
  due: `${due}-12-31`,
  ...more,
});
const last = (...given: Given[]) => {
  const index = shaped(...given);
  return { index, commitment: index.catalog.commitments.at(-1)! };
};
const figure = ({ judged }: Case) => ("value" in judged ? judged.value : judged.code);
const sum = ["TT2024-001", "TT2024-002"];

it.each<[string, Given[], string, object | null]>([
  ["one year", [over(2024, 2024)], "2024", null],
  ["several years that nobody planned", [over(2024, 2028)], "2026", null],
  [
    "the first planned year",
    [over(2024, 2028, { annualTargets: { "2024": 80, "2025": 90 } })],
    "2024",
    { first: -Infinity, last: 2024 },
  ],
  [
    "a planned year before others that are not",
    [over(2024, 2028, { annualTargets: { "2024": 80, "2025": 90 } })],
    "2025",
    { first: 2025, last: 2027 },
  ],
  [
    "the year after a planned one",
    [over(2024, 2028, { annualTargets: { "2024": 80 } })],
    "2026",
    { first: -Infinity, last: 2027 },
  ],
  [
    "the last year",
    [over(2024, 2028, { annualTargets: { "2024": 80, "2028": 90 } })],
    "2028",
    { first: 2028, last: Infinity },
  ],
  [
    "a year before the catalog's",
    [over(2022, 2026, { annualTargets: { "2023": 80, "2024": 90 } })],
    "2023",
    { first: 2023, last: 2023 },
  ],
  ["a path", [over(2024, 2026, { path: "linear" })], "2025", { first: 2025, last: 2025 }],
  ["a path's first year", [over(2024, 2026, { path: "linear" })], "2024", { first: -Infinity, last: 2024 }],
  ["a path's last year", [over(2024, 2026, { path: "linear" })], "2026", { first: 2026, last: Infinity }],
  [
    "a total of planned parts",
    [
      over(2024, 2026, { annualTargets: { "2024": 8, "2025": 9 } }),
      over(2024, 2026, { annualTargets: { "2024": 1, "2025": 2 } }),
      over(2024, 2026, { target: undefined as never, sumOf: sum }),
    ],
    "2025",
    { first: 2025, last: 2025 },
  ],
  [
    "a total of parts that nobody planned",
    [over(2024, 2026), over(2024, 2026), over(2024, 2026, { target: undefined as never, sumOf: sum })],
    "2025",
    null,
  ],
  [
    "a total with one part that was planned",
    [
      over(2024, 2026, { annualTargets: { "2024": 8 } }),
      over(2024, 2026),
      over(2024, 2026, { target: undefined as never, sumOf: sum }),
    ],
    "2024",
    { first: -Infinity, last: 2025 },
  ],
])("%s judges its years", (_, given, year, years) => {
  const { index, commitment } = last(...given);
  expect(caseAt(index, caseOf(index, commitment), `${year}-06-30`).years).toEqual(years);
});

it.each<[string, Given, string]>([
  ["the promise itself", over(2024, 2024), "promise"],
  ["several years that nobody planned", over(2024, 2026), "promise"],
  ["a plan for the year", over(2024, 2026, { annualTargets: { "2024": 80 } }), "annualTarget"],
  ["a plan on a path", over(2024, 2026, { annualTargets: { "2024": 80 }, path: "linear" }), "annualTarget"],
  ["the path", over(2024, 2026, { annualTargets: { "2025": 80 }, path: "linear" }), "linear"],
  ["an even rate", over(2024, 2026, { kind: "growth", target: amount(6, "%"), path: "compound" }), "compound"],
])("the figure comes from %s", (_, given, basis) => {
  const { index, commitment } = last(given);
  expect(caseOf(index, commitment).basis).toBe(basis);
});

const revision = (from: string, value: number) => ({ from, value, basis: "决定", by: "李四", recorded: from });

it("holds until the day of the next revision", () => {
  const { index, commitment } = last({
    kind: "flow",
    target: amount(142),
    revisions: [revision("2024-07-01", 128), revision("2024-10-01", 120)],
  });
  expect(stretchesOf(index, commitment).map(({ judged, until }) => [figure(judged), until])).toEqual([
    [142, "2024-07-01"],
    [128, "2024-10-01"],
    [120, null],
  ]);
  const latest = caseOf(index, commitment);
  expect(figure(caseAt(index, latest, "2024-06-30"))).toBe(142);
  expect(figure(caseAt(index, latest, "2024-07-01"))).toBe(128);
  expect(caseAt(index, latest, "2024-10-01")).toBe(latest);
  expect(caseAt(index, latest, "2024-08-01")).toBe(caseAt(index, latest, "2024-09-01"));
  const plain = last({ kind: "flow", target: amount(9) });
  const only = caseOf(plain.index, plain.commitment);
  expect(stretchesOf(plain.index, plain.commitment)).toEqual([{ judged: only, until: null }]);
  expect(caseAt(plain.index, only, "2030-01-01")).toBe(only);
});

it("has another figure in another year of a plan that is revised", () => {
  const { index, commitment } = last(
    over(2024, 2026, { annualTargets: { "2024": 80, "2025": 100 }, revisions: [revision("2025-07-01", 600)] }),
  );
  const at = (day: string) => figure(caseOf(index, commitment, day));
  expect([at("2024-12-31"), at("2025-06-30"), at("2026-12-31")]).toEqual([80, 100, 600]);
});

it("a deed is verifiable unless it is unclear", () => {
  const of = (given: Given) => {
    const { index, commitment } = last(given);
    return caseOf(index, commitment).isVerifiable;
  };
  expect(of({ kind: "milestone" })).toBe(true);
  expect(of({ kind: "milestone", review: "unclear", reviewReason: "两说" })).toBe(false);
  expect(of({ kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } })).toBe(false);
});

describe("a total by months", () => {
  const months = (shares: number[]) => ({ monthShares: shares });
  const even = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((each) => each / 12);
  const late = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 1];
  const profileOf = (one: Commitment["profile"], other: Commitment["profile"]) => {
    const part = (value: number, profile: Commitment["profile"]): Given => ({
      kind: "flow",
      target: amount(value),
      profile: profile!,
    });
    const { index, commitment } = last(part(100, one), part(300, other), { kind: "flow", sumOf: sum });
    return caseOf(index, commitment).terms.profile;
  };

  it("has the months of its parts, each by its size", () => {
    expect(profileOf(months(late), months(late))).toEqual(months(late));
    const mixed = profileOf(months(late), "linear") as { monthShares: number[] };
    expect(mixed.monthShares[9]).toBeCloseTo((0 * 100 + (10 / 12) * 300) / 400, 12);
    expect(mixed.monthShares[10]).toBeCloseTo((0.5 * 100 + (11 / 12) * 300) / 400, 12);
    expect(mixed.monthShares).toHaveLength(12);
    expect(profileOf("linear", months(late))).toMatchObject({ monthShares: expect.any(Array) as unknown });
    expect(profileOf(months(even), "linear")).toEqual(months(even.map((each) => Number(each.toFixed(12)))));
  });

  it("spreads a quarter's share over its months where another part has months", () => {
    const mixed = profileOf({ quarterShares: [0, 0.4, 0.4, 1] }, months(late)) as { monthShares: number[] };
    expect(mixed.monthShares.map((each) => Math.round(each * 4000) / 10)).toEqual(
      [0, 0, 0, 0, 0, 40, 40, 40, 40, 40, 190, 400].map((each) => each * 1),
    );
  });
});
