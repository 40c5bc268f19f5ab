/** What catalogs of earlier years lend: figures of the same indicator of the same department, and nothing that stands there already. */
import { CatalogIndex } from "../../src/core/catalog";
import { withEarlierFigures } from "../../src/core/earlierFigures";
import { lastYearsLevel } from "../../src/core/history";
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog, Commitment, HistoryEntry } from "../../src/core/types";
import { amount, shapedFile, type Given } from "./shaped";

const past = (period: string, value: number, unit?: string): HistoryEntry => ({
  period,
  value,
  state: "final",
  ...(unit === undefined ? {} : { unit }),
});
/** A catalog of a year, whose commitments run over it. */
function ofYear(year: number, commitments: readonly Given[], more: Partial<Catalog> = {}): CatalogIndex {
  const dated = commitments.map((each) => ({ from: `${year}-01-01`, due: `${year}-12-31`, ...each }));
  return new CatalogIndex(validateCatalog({ ...shapedFile(...dated), year, id: `test-${year}`, ...more }));
}
const promise = (more: Partial<Commitment> = {}): Given => ({
  kind: "flow",
  indicator: "产业投资",
  target: amount(8),
  ...more,
});
const known = (more: Partial<Commitment> = {}) => promise({ history: [past("2023", 7)], ...more });
/** The figures of the first commitment after lending; null where the catalog stays as it is. */
function lent(own: Given, ...earlier: readonly CatalogIndex[]) {
  const index = ofYear(2024, [own]);
  const catalog = withEarlierFigures(index, earlier);
  return catalog === index.catalog ? null : catalog.commitments[0]?.history;
}

it("lends figures with their unit, so that last year's level is known", () => {
  const index = ofYear(2024, [
    promise({ indicator: "别的" }),
    promise({ target: { comparator: "moreThan", relativeTo: "lastYear", unit: "亿元" } }),
  ]);
  const catalog = withEarlierFigures(index, [
    ofYear(2023, [
      promise({ indicator: "又一个" }),
      known({ target: amount(50_000, "万元"), history: [past("2023", 70_000)] }),
    ]),
  ]);
  expect(catalog).toMatchObject({ schemaVersion: 2, id: "test-2024" });
  const [other, joined] = catalog.commitments;
  expect(other).toBe(index.catalog.commitments[0]);
  expect(joined?.history).toEqual([past("2023", 70_000, "万元")]);
  expect(lastYearsLevel(joined!)).toBe(7);
  expect(() => validateCatalog(structuredClone(catalog))).not.toThrow();
});

it.each<[string, Given, CatalogIndex]>([
  ["no earlier figure", promise(), ofYear(2023, [promise()])],
  ["no such indicator", promise({ indicator: "产业用电" }), ofYear(2023, [known()])],
  ["an indicator with a longer name", promise({ indicator: "投资" }), ofYear(2023, [known({ indicator: "投资增速" })])],
  [
    "an indicator that has it for an alias",
    promise(),
    ofYear(2023, [known({ indicator: "产业总投资", aliases: ["产业投资"] })]),
  ],
  ["another department", promise({ department: "reform" }), ofYear(2023, [known()])],
  ["another kind", promise(), ofYear(2023, [known({ kind: "stock" })])],
  ["a unit unlike it", promise(), ofYear(2023, [known({ target: amount(9, "个") })])],
  ["a figure of its own year", promise(), ofYear(2023, [known({ history: [past("2024-01", 7)] })])],
  ["a figure of its first day", promise({ from: "2023-12-31" }), ofYear(2023, [known()])],
  ["a figure it has", promise({ history: [past("2023", 6)] }), ofYear(2023, [known()])],
  ["a figure it has in other words", promise({ history: [past("2023Q4", 6)] }), ofYear(2023, [known()])],
])("stays as it is where the other catalog has %s", (_, own, earlier) => {
  expect(lent(own, earlier)).toBeNull();
  expect(lent(own)).toBeNull();
});

it("lends nothing to a declared total, which has the figures of its parts", () => {
  const parts = ["一", "二"].map((indicator) => promise({ indicator }));
  const index = ofYear(2024, [...parts, { kind: "flow", indicator: "产业投资", sumOf: ["TT2024-001", "TT2024-002"] }]);
  expect(withEarlierFigures(index, [ofYear(2023, [known()])])).toBe(index.catalog);
});

it.each<[string, Given, Given, HistoryEntry[]]>([
  ["what is lacking", promise({ history: [past("2022", 5)] }), known(), [past("2022", 5), past("2023", 7, "亿元")]],
  [
    "what is lacking of several",
    promise({ history: [past("2023Q2", 3)] }),
    known({ history: [past("2023Q2", 4), past("2023", 7)] }),
    [past("2023Q2", 3), past("2023", 7, "亿元")],
  ],
  ["a figure of the day before it begins", promise({ from: "2024-01-01" }), known(), [past("2023", 7, "亿元")]],
  [
    "a level beside rates, in its own unit",
    promise({ kind: "growth", target: amount(6, "%") }),
    known({ kind: "growth", target: amount(5, "%"), history: [past("2023", 140, "亿元"), past("2022", 5)] }),
    [past("2023", 140, "亿元"), past("2022", 5, "%")],
  ],
  [
    "under a name spelled in another width",
    promise({ indicator: "ＧＤＰ总量" }),
    known({ indicator: "GDP总量" }),
    [past("2023", 7, "亿元")],
  ],
])("lends %s", (_, own, other, history) => {
  expect(lent(own, ofYear(2023, [promise({ indicator: "别的" }), other]))).toEqual(history);
});

it("asks the latest year first, and goes on to earlier ones for what it lacks", () => {
  const latest = ofYear(2023, [known({ history: [past("2023", 7), past("2022", 6)] })]);
  const before = ofYear(2022, [known({ history: [past("2022", 5.9), past("2021", 5)] })]);
  expect(lent(promise(), latest, before)).toEqual([
    past("2023", 7, "亿元"),
    past("2022", 6, "亿元"),
    past("2021", 5, "亿元"),
  ]);
  expect(lent(promise(), ofYear(2023, [promise()]), before)).toEqual([
    past("2022", 5.9, "亿元"),
    past("2021", 5, "亿元"),
  ]);
});
