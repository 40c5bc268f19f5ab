/** Which figure is in force on a day, and on which days it changes. */
import { asOfDay, revisionAt, revisionDays } from "../../src/core/revisions";
import type { Commitment, Revision } from "../../src/core/types";
import { catalogOf, first } from "./jingzhou";
import { amount, shaped, type Given } from "./shaped";

const revision = (from: string, value: number, more: Partial<Revision> = {}): Revision => ({
  from,
  value,
  basis: "决定",
  by: "李四",
  recorded: from,
  ...more,
});
const [july, october] = [revision("2024-07-01", 128), revision("2024-10-01", 120)];
const only = (given: Given): Commitment => first(shaped(given));
const revised = only({ kind: "flow", target: amount(142), revisions: [july, october] });

it.each<[string, Revision | null, number]>([
  ["2024-06-30", null, 142],
  ["2024-07-01", july, 128],
  ["2024-09-30", july, 128],
  ["2024-10-01", october, 120],
  ["2024-12-31", october, 120],
])("on %s", (day, inForce, value) => {
  expect(revisionAt(revised, day)).toEqual(inForce);
  expect(asOfDay(revised, day).target).toEqual(amount(value));
});

it("leaves a promise as it is that nobody revised, or that has no figure", () => {
  const plain = only({ kind: "flow", target: amount(142) });
  expect(revisionAt(plain, "2024-12-31")).toBeNull();
  expect(asOfDay(plain, "2024-12-31")).toBe(plain);
  expect(asOfDay(revised, "2024-06-30")).toBe(revised);
  const relative = { comparator: "moreThan", relativeTo: "lastYear", unit: "亿元" } as const;
  for (const target of [undefined, relative, { coverage: "complete" } as const]) {
    const odd = { ...revised, target } as Commitment;
    expect(asOfDay(odd, "2024-12-31")).toBe(odd);
  }
});

it("takes both ends of a range", () => {
  const range = { comparator: "range", value: 12, valueMax: 13, unit: "%" } as const;
  const promise = only({ kind: "ratio", target: range, revisions: [revision("2024-07-01", 10, { valueMax: 11 })] });
  expect(asOfDay(promise, "2024-06-30").target).toEqual(range);
  expect(asOfDay(promise, "2024-07-01").target).toEqual({ ...range, value: 10, valueMax: 11 });
});

it("changes on the days of its own revisions and its parts', each once and in their order", () => {
  const part = (revisions?: Revision[]): Given => ({
    kind: "flow",
    target: amount(9),
    ...(revisions ? { revisions } : {}),
  });
  const index = shaped(
    part([october]),
    part([july, revision("2024-10-01", 4)]),
    part(),
    { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
    { kind: "flow", sumOf: ["TT2024-001", "TT2024-003"] },
  );
  const days = index.catalog.commitments.map((each) => revisionDays(index, each));
  expect(days).toEqual([
    ["2024-10-01"],
    ["2024-07-01", "2024-10-01"],
    [],
    ["2024-07-01", "2024-10-01"],
    ["2024-10-01"],
  ]);
  const plain = catalogOf(part(), part());
  expect(revisionDays(plain, first(plain))).toEqual([]);
});
