/** What version 2 of a catalog adds and does not fit is told with its place, its kind and what stands there; what fits is taken. */
import { validateCatalog } from "../../src/core/loadCatalog";
import { CatalogIndex } from "../../src/core/catalog";
import { closedBy, monthsBetween } from "../../src/core/rhythms";
import type { Catalog, Commitment } from "../../src/core/types";
import { catalogFile, refusal } from "./jingzhou";

type Given = Partial<Commitment> & Pick<Commitment, "kind">;
const amount = (value: number, unit = "亿元") => ({ comparator: "plain", value, unit }) as const;
const range = { comparator: "range", value: 5, valueMax: 9, unit: "亿元" } as const;
const flow: Given = { kind: "flow", target: amount(10) };
const growth: Given = { kind: "growth", target: amount(5, "%"), due: "2026-12-31" };
const stock: Given = { kind: "stock", target: amount(10), due: "2026-12-31" };
const revision = { from: "2024-07-01", value: 8, basis: "决定", by: "李四", recorded: "2024-07-05" };
const past = (period: string, unit?: string) => ({
  period,
  value: 1,
  state: "final" as const,
  ...(unit ? { unit } : {}),
});
const PLACES = [
  { id: "songzi", name: "松滋市" },
  { id: "gongan", name: "公安县", aliases: ["公安"] },
];

const fileOf = (commitments: readonly Given[], change: object = {}): Catalog => ({
  ...catalogFile(...commitments),
  schemaVersion: 2,
  departments: [
    { id: "education", name: "市教育局" },
    { id: "reform", name: "市发改委" },
  ],
  places: PLACES,
  ...change,
});
/** As it comes out of a file: without what is left out. */
const asFile = (catalog: object): unknown => JSON.parse(JSON.stringify(catalog));
const issuesOf = (file: object) =>
  (
    refusal(() => validateCatalog(asFile(file))).facts as {
      issues: { path: string; problem: string; detail: string }[];
    }
  ).issues;
type Issue = [path: string, problem: string, detail: string];

it.each<[string, Given, ...Issue[]]>([
  [
    "a helper nobody knows",
    { ...flow, supporting: ["reform", "police"] },
    ["supporting/1", "unknownSupporter", "police"],
  ],
  ["one that helps itself", { ...flow, supporting: ["education"] }, ["supporting/0", "unknownSupporter", "education"]],
  [
    "a place twice",
    { ...flow, parts: ["songzi", "gongan", "songzi"].map((place) => ({ place, value: 1 })) },
    ["parts/2/place", "placeTwice", "songzi"],
  ],
  [
    "a place that is none",
    { ...flow, parts: [{ place: "wuhan", value: 1 }] },
    ["parts/0/place", "unknownPlace", "wuhan"],
  ],
  ["a part without a figure", { ...flow, parts: [{ place: "songzi" }] }, ["parts/0", "nothingSplit", ""]],
  [
    "a part's range the wrong way round",
    { kind: "flow", target: range, parts: [{ place: "songzi", value: 3, valueMax: 2 }] },
    ["parts/0/valueMax", "rangeReversed", "3 > 2"],
  ],
  [
    "a part's revision recorded on no day",
    { ...flow, parts: [{ place: "songzi", value: 3, revisions: [{ ...revision, recorded: "2024-02-30" }] }] },
    ["parts/0/revisions/0/recorded", "noSuchDay", "2024-02-30"],
  ],
  [
    "a part's figure of a year twice",
    { ...flow, parts: [{ place: "songzi", value: 3, history: [past("2023"), past("2023Q4")] }] },
    ["parts/0/history/1/period", "periodTwice", "2023Q4"],
  ],
  ["a revision of a deed", { kind: "milestone", revisions: [revision] }, ["revisions", "revisionOfNone", ""]],
  [
    "a revision from no day",
    { ...flow, revisions: [{ ...revision, from: "2024-06-31" }] },
    ["revisions/0/from", "noSuchDay", "2024-06-31"],
  ],
  [
    "two revisions from one day",
    { ...flow, revisions: [revision, { ...revision, value: 7 }] },
    ["revisions/1/from", "revisionsUnordered", "2024-07-01"],
  ],
  [
    "a revision after the end",
    { ...flow, revisions: [{ ...revision, from: "2025-01-01" }] },
    ["revisions/0/from", "revisionsUnordered", "2025-01-01"],
  ],
  [
    "a revised range the wrong way round",
    { kind: "flow", target: range, revisions: [{ ...revision, valueMax: 7 }] },
    ["revisions/0/valueMax", "rangeReversed", "8 > 7"],
  ],
  ["a unit nobody can read", { ...flow, history: [past("2023", "a1")] }, ["history/0/unit", "unitUnreadable", "a1"]],
  ["another thing's unit", { ...flow, history: [past("2023", "个")] }, ["history/0/unit", "unlikeUnit", "个"]],
  ["a rate of what is counted", { ...flow, history: [past("2023", "%")] }, ["history/0/unit", "unlikeUnit", "%"]],
  [
    "a figure of a deed without a unit",
    { kind: "milestone", history: [past("2023")] },
    ["history/0/unit", "unlikeUnit", ""],
  ],
  [
    "levels of growth in unlike units",
    { ...growth, history: [past("2022", "亿元"), past("2023", "个")] },
    ["history/1/unit", "unlikeUnit", "个"],
  ],
  ["a period nobody can read", { ...flow, history: [past("去年")] }, ["history/0/period", "periodUnreadable", "去年"]],
  ["a path within a year", { ...flow, path: "linear" }, ["path", "pathUnfit", ""]],
  ["a path of a deed", { kind: "milestone", due: "2026-12-31", path: "linear" }, ["path", "pathUnfit", ""]],
  ["a straight path of growth", { ...growth, path: "linear" }, ["path", "pathUnfit", ""]],
  ["a compounding amount", { ...flow, due: "2026-12-31", path: "compound" }, ["path", "pathUnfit", ""]],
  ["a level's path from nowhere", { ...stock, path: "linear" }, ["path", "pathWithoutBase", ""]],
  [
    "one that compounds from nothing",
    { ...stock, path: "compound", baseline: { value: 0 } },
    ["path", "pathWithoutBase", ""],
  ],
  [
    "one that compounds to nothing",
    { ...stock, target: amount(0), path: "compound", baseline: { value: 5 } },
    ["path", "pathWithoutBase", ""],
  ],
])("names %s", (_, given, ...issues) => {
  expect(issuesOf(fileOf([given]))).toEqual(
    issues.map(([path, problem, detail]) => ({ path: `/commitments/0/${path}`, problem, detail })),
  );
});

it("names a split of a total", () => {
  const total: Given = { kind: "flow", sumOf: ["TT2024-002", "TT2024-003"], parts: [{ place: "songzi", value: 1 }] };
  expect(issuesOf(fileOf([total, flow, flow]))).toContainEqual({
    path: "/commitments/0/parts",
    problem: "partOfSum",
    detail: "",
  });
});

it.each<[string, object[], ...Issue[]]>([
  ["an id twice", [...PLACES, { id: "songzi", name: "松滋新区" }], ["2/id", "duplicateId", "songzi"]],
  ["a name of two", [...PLACES, { id: "other", name: "公安" }], ["2", "duplicateName", "公安"]],
  [
    "a department's name",
    [...PLACES, { id: "other", name: "乙", aliases: ["市教育局"] }],
    ["2", "duplicateName", "市教育局"],
  ],
])("names places with %s", (_, places, ...issues) => {
  expect(issuesOf(fileOf([flow], { places }))).toEqual(
    issues.map(([path, problem, detail]) => ({ path: `/places/${path}`, problem, detail })),
  );
});

it("names every field that version 1 does not know, with its place", () => {
  const monthShares = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] as const;
  const file = fileOf([flow, { ...flow, weight: 5, binding: "binding", profile: { monthShares } as never }], {
    schemaVersion: 1,
  });
  expect(issuesOf(file)).toEqual(
    ["/places", "/commitments/1/binding", "/commitments/1/weight", "/commitments/1/profile/monthShares"].map(
      (path) => ({
        path,
        problem: "newerField",
        detail: "",
      }),
    ),
  );
});

it.each<[string, Given]>([
  ["a department and a place that help", { ...flow, supporting: ["reform", "songzi"] }],
  ["a place's own pledge alone", { ...flow, parts: [{ place: "songzi", ownPledge: 3 }] }],
  ["a part of a deed without a figure", { kind: "milestone", parts: [{ place: "songzi" }] }],
  [
    "a part's range of one figure",
    { kind: "flow", target: range, parts: [{ place: "songzi", value: 3, valueMax: 3 }] },
  ],
  ["a revision on the last day", { ...flow, revisions: [{ ...revision, from: "2024-12-31" }] }],
  ["a revised range of one figure", { kind: "flow", target: range, revisions: [{ ...revision, valueMax: 8 }] }],
  ["no revisions", { ...flow, revisions: [] }],
  ["a level and a rate of one period of growth", { ...growth, history: [past("2023", "亿元"), past("2023", "%")] }],
  ["levels of growth in steps of one ladder", { ...growth, history: [past("2022", "亿元"), past("2023", "万元")] }],
  ["a compounding path of growth", { ...growth, path: "compound" }],
  ["a straight path of an amount", { ...flow, due: "2026-12-31", path: "linear" }],
  [
    "a straight path of a level down to nothing",
    { ...stock, target: amount(0), path: "linear", baseline: { value: 5 } },
  ],
  ["a straight path of a level from nothing", { ...stock, path: "linear", baseline: { value: 0 } }],
  ["a compounding level", { ...stock, path: "compound", baseline: { value: 5 } }],
])("takes %s", (_, given) => {
  expect(() => validateCatalog(asFile(fileOf([given])))).not.toThrow();
});

describe("how often a promise is reported", () => {
  const index = new CatalogIndex(
    validateCatalog(
      asFile(
        fileOf([
          { ...flow, rhythm: "quarterly" },
          { ...flow, rhythm: "halfYearly" },
          { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
          { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"], rhythm: "yearly" },
          flow,
          { ...flow, rhythm: "monthly" },
        ]),
      ),
    ),
  );
  it.each([
    ["TT2024-001", 3],
    ["TT2024-002", 6],
    ["TT2024-003", 6],
    ["TT2024-004", 12],
    ["TT2024-005", 1],
    ["TT2024-006", 1],
  ])("%s every %d months", (id, months) => expect(monthsBetween(index, index.withId(id)!)).toBe(months));

  it.each([
    [3, "2024-04-30", "2024-03-31"],
    [3, "2024-03-31", "2024-03-31"],
    [3, "2024-03-30", null],
    [6, "2024-11-30", "2024-06-30"],
    [12, "2024-11-30", null],
    [12, "2024-12-31", "2024-12-31"],
    [3, "2024-12-30", "2024-09-30"],
    [3, "2023-12-31", "2023-12-31"],
    [3, "2024-01-01", null],
    [3, "2025-02-15", "2025-02-15"],
  ])("every %d months: by %s until %s", (months, day, until) => expect(closedBy(months, day, 2024)).toBe(until));
});

describe("addresses of documents and passages", () => {
  const withUrl = (url: unknown, schemaVersion = 2) => {
    const file = fileOf([flow], { schemaVersion, ...(schemaVersion === 1 ? { places: undefined } : {}) });
    return { ...file, documents: file.documents.map((each) => ({ ...each, url })) };
  };
  it.each([
    "https://example.gov.cn/a.html",
    "https://example.gov.cn",
    "https://例子.中国/公开/报告.html?x=1#二",
    "https://example.gov.cn:8443/a@b",
  ])("%s is one", (url) => {
    expect(validateCatalog(asFile(withUrl(url))).documents[0]?.url).toBe(url);
  });
  it.each([
    "http://example.gov.cn/a.html",
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://",
    " https://example.gov.cn",
    "https://example.gov.cn/a b",
    "https://name:word@example.gov.cn/",
    "https://example.gov.cn\\@evil.example/",
    'https://example.gov.cn/"onclick="x',
    "https://",
    "https:///a",
    "data:text/html,x",
    "//example.gov.cn",
    '=HYPERLINK("https://x")',
  ])("%s is none", (url) => {
    expect(issuesOf(withUrl(url))).toMatchObject([{ path: "/documents/0/url", problem: "notHttps" }]);
  });
  it("are bounded, and version 1 knows neither", () => {
    expect(issuesOf(withUrl(`https://a/${"a".repeat(500)}`))).toMatchObject([
      { path: "/documents/0/url", problem: "tooLong" },
    ]);
    expect(issuesOf(withUrl("https://example.gov.cn", 1))).toMatchObject([
      { path: "/documents/0/url", problem: "newerField" },
    ]);
    const said = (passage: string) => ({
      ...flow,
      source: { document: "report", section: "一", phrase: "原文", passage },
    });
    expect(issuesOf(fileOf([said("长".repeat(601))]))).toMatchObject([
      { path: "/commitments/0/source/passage", problem: "tooLong" },
    ]);
    expect(issuesOf(fileOf([said("前后")], { schemaVersion: 1, places: undefined }))).toMatchObject([
      { path: "/commitments/0/source/passage", problem: "newerField" },
    ]);
    const again = { ...flow, alsoPromised: [{ document: "report", section: "一", phrase: "又说", passage: "前后" }] };
    expect(issuesOf(fileOf([again], { schemaVersion: 1, places: undefined }))).toMatchObject([
      { path: "/commitments/0/alsoPromised/0/passage", problem: "newerField" },
    ]);
  });
});
