/** What stands behind a target, property by property. */
import { evidenceOf, propertyNamed } from "../../src/core/evidence";
import type { Catalog } from "../../src/core/types";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { refusal } from "./jingzhou";
import { amount, shaped, shapedFile, type Given } from "./shaped";

const of = (given: Given, year: number | null = null) => {
  const index = shaped(given);
  return evidenceOf(index, index.catalog.commitments[0]!, year);
};
const flow: Given = { kind: "flow", target: amount(100) };
const past = (period: string, value: number, unit?: string) =>
  ({ period, value, state: "final", ...(unit === undefined ? {} : { unit }) }) as const;

it("says of a bare promise what it is, and of the rest that there is nothing", () => {
  expect(of(flow)).toEqual({
    id: "TT2024-001",
    department: "市教育局",
    lead: "市教育局",
    indicator: "指标1",
    kind: "flow",
    modality: "stated",
    comparator: "plain",
    direction: "up",
    unit: "亿元",
    isCompleteCoverage: false,
    isRelativeToLastYear: false,
    from: "2024-01-01",
    due: "2024-12-31",
    baseline: null,
    parts: [],
    sources: [{ document: "report", section: "一", phrase: "原文", title: "报告", url: null }],
    note: null,
    original: 100,
    revisions: [],
    inForce: null,
    supporters: [],
    split: null,
    binding: null,
    lastYear: null,
    lastYearsEnd: "2023-12-31",
    basis: "promise",
    weight: null,
    figure: expect.objectContaining({ value: 100, unit: "亿元" }) as unknown,
  });
});

it("says what a promise has besides", () => {
  const revisions = [{ from: "2024-07-01", value: 90, basis: "决定", by: "李四", recorded: "2024-07-05" }];
  const alsoPromised = [{ document: "another", section: "二", phrase: "再说一次" }];
  const [note, binding, weight] = ["一句", "binding", 5] as const;
  const catalog: Catalog = {
    ...shapedFile({ ...flow, revisions, alsoPromised, note, binding, weight, supporting: ["reform", "songzi"] }),
  };
  const documents = [...catalog.documents, { id: "another", title: "另一份" }];
  const index = new CatalogIndex(validateCatalog({ ...catalog, documents }));
  expect(evidenceOf(index, index.catalog.commitments[0]!)).toMatchObject({
    sources: [{ title: "报告" }, { title: "另一份" }],
    note,
    binding,
    weight,
    original: 100,
    revisions,
    inForce: revisions[0],
    supporters: ["市发改委", "松滋市"],
    figure: { value: 90 },
  });
});

it("names a document by its id where its title is not known", () => {
  const index = shaped(flow);
  const lost = { ...index.catalog.commitments[0]!, source: { document: "lost", section: "一", phrase: "原文" } };
  expect(evidenceOf(index, lost).sources).toMatchObject([{ title: "lost" }]);
});

it("tells complete coverage and 超过去年", () => {
  expect(of({ kind: "ratio", target: { coverage: "complete" } })).toMatchObject({
    isCompleteCoverage: true,
    isRelativeToLastYear: false,
    original: 100,
    unit: "%",
  });
  const relative: Given = { kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } };
  expect(of(relative)).toMatchObject({
    isCompleteCoverage: false,
    isRelativeToLastYear: true,
    original: null,
    baseline: null,
  });
  expect(of({ ...relative, history: [past("2023", 70)] })).toMatchObject({ original: 70, baseline: { value: 70 } });
});

it.each<[string, Given, object | null]>([
  [
    "as the catalog states it",
    { kind: "stock", target: amount(400), baseline: { value: 7, asOf: "2023-12-31" } },
    { value: 7, asOf: "2023-12-31" },
  ],
  [
    "by the last figure before the first day",
    { kind: "stock", target: amount(400), history: [past("2023", 90)] },
    { value: 90 },
  ],
  ["unknown", { kind: "stock", target: amount(400) }, null],
  [
    "of a path at its own beginning, not the year's",
    {
      kind: "stock",
      target: amount(400),
      path: "linear",
      from: "2023-01-01",
      due: "2025-12-31",
      baseline: { value: 100 },
    },
    { value: 100 },
  ],
  [
    "of several years without a path",
    { kind: "stock", target: amount(400), from: "2023-01-01", due: "2025-12-31", history: [past("2022", 100)] },
    { value: 100 },
  ],
  ["of what adds up nothing of the kind", { ...flow, history: [past("2023", 90)] }, null],
])("the level at the start: %s", (_, given, baseline) => {
  expect(of(given).baseline).toEqual(baseline);
});

it("lists what a total adds up, with a figure where there is one", () => {
  const index = shaped(
    flow,
    { ...flow, review: "unclear", reviewReason: "两说" },
    { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
  );
  const total = evidenceOf(index, index.catalog.commitments[2]!);
  expect(total.parts).toMatchObject([
    { id: "TT2024-001", indicator: "指标1", figure: { value: 100 } },
    { id: "TT2024-002", indicator: "指标2", figure: null },
  ]);
  expect(total.original).toBeNull();
});

it.each<[string, Given, object | null]>([
  [
    "in the target's unit",
    { ...flow, history: [past("2022", 60), past("2023", 700_000, "万元")] },
    { value: 70, unit: "亿元", to: "2023-12-31" },
  ],
  ["not another period's", { ...flow, history: [past("2023Q3", 60)] }, null],
  [
    "of growth the rate before the level",
    {
      kind: "growth",
      target: amount(8, "%"),
      history: [past("2023", 140, "亿元"), past("2023Q4", 7.5)].slice(0, 1).concat(past("2022", 9) as never),
    },
    { value: 140, unit: "亿元" },
  ],
  [
    "of growth the rate",
    { kind: "growth", target: amount(8, "%"), history: [past("2022", 9), past("2023", 7.5)] },
    { value: 7.5, unit: "%" },
  ],
])("last year's figure: %s", (_, given, figure) => {
  if (figure === null) expect(of(given).lastYear).toBeNull();
  else expect(of(given).lastYear).toMatchObject(figure);
});

it("asks a promise over several years for one of them", () => {
  const five: Given = { ...flow, from: "2023-01-01", due: "2025-12-31", annualTargets: { "2023": 20, "2024": 30 } };
  expect(of(five, 2023)).toMatchObject({ figure: { value: 20 }, basis: "annualTarget", original: 100 });
  expect(of(five)).toMatchObject({ figure: { value: 30 }, lastYearsEnd: "2024-12-31" });
});

describe("a figure that is split", () => {
  const parts = [
    { place: "songzi", value: 40, ownPledge: 45 },
    { place: "gongan", value: 70 },
    { place: "shashi", ownPledge: 4 },
  ];
  const places = [
    { place: "松滋市", value: 40, ownPledge: 45 },
    { place: "公安县", value: 70, ownPledge: null },
    { place: "沙市区", value: null, ownPledge: 4 },
  ];

  it.each<[string, Given, number | null]>([
    ["flows add up", flow, 10],
    ["stocks add up", { kind: "stock", target: amount(120) }, -10],
    ["levels of growth do not", { kind: "growth", target: amount(100, "%") }, null],
    ["shares do not", { kind: "ratio", target: amount(100, "%") }, null],
    ["amounts for so many do not", { kind: "ratio", target: amount(100, "张/千人") }, null],
    ["nor does what is counted in percent", { kind: "stock", target: amount(100, "%") }, null],
    ["nothing can be said of an unclear figure", { ...flow, review: "unclear", reviewReason: "两说" }, null],
  ])("%s", (_, given, beyond) => {
    const { split } = of({ ...given, parts });
    expect(split?.beyond).toBe(beyond);
    if (given.review !== "unclear") expect(split?.places).toEqual(places);
  });

  it("shows what was set for a place, as revised, in decimals that are none of binary", () => {
    const revisions = [{ from: "2024-07-01", value: 0.2, basis: "决定", by: "李四", recorded: "2024-07-05" }];
    const { split } = of({
      ...flow,
      target: amount(0.25),
      parts: [
        { place: "songzi", value: 0.1 },
        { place: "gongan", value: 7, revisions },
      ],
    });
    expect(split).toEqual({
      places: [
        { place: "松滋市", value: 0.1, ownPledge: null },
        { place: "公安县", value: 0.2, ownPledge: null },
      ],
      beyond: 0.05,
    });
  });

  it("is nothing where no place has a part", () => {
    expect(of({ ...flow, parts: [] }).split).toBeNull();
  });
});

it("knows its properties in any width, and names the one it does not", () => {
  expect(propertyNamed(" 单位 ")).toBe("单位");
  expect(propertyNamed("“来源”")).toBe("来源");
  const { code, facts } = refusal(() => propertyNamed("颜色"));
  expect([code, facts]).toEqual(["propertyUnknown", { given: "颜色" }]);
});
