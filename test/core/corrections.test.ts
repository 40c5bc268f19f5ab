import { targetAnswer } from "../../src/core/answers";
import { CatalogIndex } from "../../src/core/catalog";
import { compareCatalogs, mergedCatalog } from "../../src/core/compareCatalogs";
import {
  confirmed,
  decided,
  nextId,
  retired,
  revised,
  withBaseline,
  withCommitment,
  withEarlierFigure,
} from "../../src/core/corrections";
import { evidenceOf } from "../../src/core/evidence";
import { validateCatalog } from "../../src/core/loadCatalog";
import { withOwnPromise } from "../../src/core/ownPromise";
import type { Catalog } from "../../src/core/types";
import { comparisonLines } from "../../src/strings/catalogChanges";
import { catalogFile, refusal, refused } from "./jingzhou";

const signed = { by: "张三", recorded: "2024-07-02", why: "市政府常务会议纪要〔2024〕12号" };
const base: Catalog = validateCatalog(
  catalogFile(
    { kind: "flow", indicator: "新增学位", target: { comparator: "plain", value: 142, unit: "个" } },
    { kind: "stock", indicator: "一事联办", target: { comparator: "atLeast", value: 300, unit: "个" } },
    {
      kind: "flow",
      indicator: "减税",
      target: { comparator: "plain", value: 32, unit: "亿元" },
      review: "unclear",
      reviewReason: "没有时态",
    },
    { kind: "flow", indicator: "项目", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } },
  ),
);
const ask = (catalog: Catalog, indicator: string, asOf: string | null = null) =>
  targetAnswer(new CatalogIndex(validateCatalog(catalog)), "教育局", indicator, null, null, asOf);

it("a revised figure holds from its day on, and the original one before it", () => {
  const catalog = revised(base, "TT2024-001", { from: "2024-07-01", value: 128 }, signed);
  expect([ask(catalog, "新增学位"), ask(catalog, "新增学位", "2024Q2"), ask(catalog, "新增学位", "2024Q3")]).toEqual([
    128, 142, 128,
  ]);
  expect(catalog.corrections).toEqual([{ commitment: "TT2024-001", what: "revised", ...signed }]);
  const again = revised(catalog, "TT2024-001", { from: "2024-07-01", value: 120 }, signed);
  expect(again.corrections?.at(-1)).toMatchObject({ what: "revised", before: "128" });
  expect(base.corrections).toBeUndefined();
});

it("an unclear one is served once a person has confirmed it; the doubt stays in the record", () => {
  expect(refused(() => ask(base, "减税"))).toBe("unclear");
  const catalog = confirmed(base, "TT2024-003", signed);
  expect(ask(catalog, "减税")).toBe(32);
  expect(catalog.corrections).toMatchObject([{ what: "confirmed", before: "没有时态" }]);
});

it("a place's part has earlier figures of its own", () => {
  const split = validateCatalog({
    ...base,
    schemaVersion: 2,
    places: [{ id: "songzi", name: "松滋市" }],
    commitments: base.commitments.map((each, at) =>
      at === 0 ? { ...each, parts: [{ place: "songzi", value: 20 }] } : each,
    ),
  });
  const once = withEarlierFigure(split, "TT2024-001@songzi", { period: "2023", value: 18, state: "final" }, signed);
  const again = withEarlierFigure(once, "TT2024-001@songzi", { period: "2023", value: 19, state: "final" }, signed);
  expect(again.corrections?.map(({ commitment, before }) => [commitment, before])).toEqual([
    ["TT2024-001", undefined],
    ["TT2024-001", "18"],
  ]);
  const index = new CatalogIndex(validateCatalog(again));
  expect(evidenceOf(index, index.find("松滋市", "新增学位")).lastYear).toMatchObject({ value: 19 });
  expect(evidenceOf(index, index.find("教育局", "新增学位")).lastYear).toBeNull();
  for (const id of ["TT2024-001@x", "TT2024-002@songzi"])
    expect(refused(() => withEarlierFigure(split, id, { period: "2023", value: 1, state: "final" }, signed))).toBe(
      "indicatorNotFound",
    );
});

it("a baseline and last year's figures are entered, and what stood there is kept", () => {
  const once = withBaseline(base, "TT2024-002", { value: 258, asOf: "2023-12-31" }, signed);
  const twice = withBaseline(once, "TT2024-002", { value: 260 }, signed);
  expect(twice.corrections?.[1]).toMatchObject({ what: "baseline", before: "258" });
  expect(refused(() => ask(base, "项目"))).toBe("baselineMissing");
  const known = withEarlierFigure(base, "TT2024-004", { period: "2023", value: 21, state: "final" }, signed);
  expect(ask(known, "项目")).toBe(21);
});

it("revisions stand in the order of their days, each with both ends and what stood there", () => {
  const on = (catalog: Catalog, from: string, value: number, valueMax?: number) =>
    revised(catalog, "TT2024-001", { from, value, ...(valueMax === undefined ? {} : { valueMax }) }, signed);
  const entry = (from: string, value: number, more: object = {}) => ({
    from,
    value,
    ...more,
    basis: signed.why,
    by: signed.by,
    recorded: signed.recorded,
  });
  const [july, october] = [on(base, "2024-07-01", 128), on(on(base, "2024-07-01", 128), "2024-10-01", 120)];
  expect(july.commitments[0]?.revisions).toEqual([entry("2024-07-01", 128)]);
  expect(october.commitments[0]?.revisions).toEqual([entry("2024-07-01", 128), entry("2024-10-01", 120)]);
  const between = on(october, "2024-04-01", 140, 145);
  expect(between.commitments[0]?.revisions).toEqual([
    entry("2024-04-01", 140, { valueMax: 145 }),
    entry("2024-07-01", 128),
    entry("2024-10-01", 120),
  ]);
  const anew = on(between, "2024-04-01", 141);
  expect(anew.commitments[0]?.revisions?.map(({ value }) => value)).toEqual([141, 128, 120]);
  expect(anew.corrections?.map((each) => each.before)).toEqual([undefined, undefined, undefined, "140–145"]);
  expect(anew.corrections?.[0]).not.toHaveProperty("before");
  expect(anew.commitments.slice(1)).toEqual(base.commitments.slice(1));
});

it("says of which id nothing is known", () => {
  const unknown = (call: () => unknown) => {
    const { code, facts } = refusal(call);
    return [code, facts];
  };
  const facts = (indicator: string) => ["indicatorNotFound", { department: "", indicator, nearest: [] }];
  expect(unknown(() => retired(base, "TT2024-009", signed))).toEqual(facts("TT2024-009"));
  const entry = { period: "2023", value: 1, state: "final" } as const;
  expect(unknown(() => withEarlierFigure(base, "TT2024-001@songzi", entry, signed))).toEqual(
    facts("TT2024-001@songzi"),
  );
  expect(unknown(() => withEarlierFigure(base, "TT2024-009@songzi", entry, signed))).toEqual(facts("TT2024-009"));
});

it("earlier figures stand beside one another, and one of the same period is replaced, however it is spelled", () => {
  const enter = (catalog: Catalog, period: string, value: number, valueOfId = "TT2024-004") =>
    validateCatalog(withEarlierFigure(catalog, valueOfId, { period, value, state: "final" }, signed));
  const two = enter(enter(base, "2022", 20), "2023", 21);
  expect(two.commitments[3]?.history?.map(({ value }) => value)).toEqual([20, 21]);
  const again = enter(two, "2023Q4", 22);
  expect(again.commitments[3]?.history?.map(({ period, value }) => [period, value])).toEqual([
    ["2022", 20],
    ["2023Q4", 22],
  ]);
  expect(again.corrections?.map(({ before }) => before)).toEqual([undefined, undefined, "21"]);
});

it("only the place that is meant has the earlier figure", () => {
  const split = validateCatalog({
    ...base,
    schemaVersion: 2,
    places: [
      { id: "songzi", name: "松滋市" },
      { id: "gongan", name: "公安县" },
    ],
    commitments: base.commitments.map((each, at) =>
      at === 0
        ? {
            ...each,
            parts: [
              { place: "gongan", value: 9 },
              { place: "songzi", value: 20 },
            ],
          }
        : each,
    ),
  });
  const entry = { period: "2023", value: 18, state: "final" } as const;
  expect(withEarlierFigure(split, "TT2024-001@songzi", entry, signed).commitments[0]?.parts).toEqual([
    { place: "gongan", value: 9 },
    { place: "songzi", value: 20, history: [entry] },
  ]);
});

it("a baseline has a day where one was said", () => {
  const of = (more: object) =>
    withBaseline(base, "TT2024-002", { value: 258, ...more }, signed).commitments[1]?.baseline;
  expect(of({})).toEqual({ value: 258 });
  expect(of({ asOf: "2023-12-31" })).toEqual({ value: 258, asOf: "2023-12-31" });
});

it.each<[string, string[], string[], string]>([
  ["goes on after the largest number", ["JZ2024-012", "JZ2024-003"], [], "JZ2024-013"],
  ["begins like most", ["XX2024-050", "JZ2024-001", "JZ2024-002"], [], "JZ2024-051"],
  ["begins like most, wherever they stand", ["JZ2024-001", "JZ2024-002", "XX2024-003"], [], "JZ2024-004"],
  ["goes on from other years", ["JZ2023-100"], [], "JZ2024-101"],
  ["begins anew where there is nothing", [], [], "CN2024-001"],
  [
    "begins anew beside ids of another make",
    ["a-7", "XJZ", "jz2024-900", "JZ2024-9x", "1JZ2024-800"],
    [],
    "CN2024-001",
  ],
  ["has more digits where they are needed", ["JZ2024-999"], [], "JZ2024-1000"],
  ["is none that is out of service", ["JZ2024-001"], ["JZ2024-002"], "JZ2024-003"],
])("the next id %s", (_, ids, aside, next) => {
  const named = (id: string) => ({ ...base.commitments[0]!, id });
  const setAside = aside.map((id) => ({ commitment: named(id), ...signed }));
  expect(nextId({ year: 2024, commitments: ids.map(named), setAside })).toBe(next);
});

it("an id is given once, also where the promise was retired", () => {
  const id = nextId(base);
  const without = retired(withCommitment(base, { ...base.commitments[0]!, id, indicator: "校舍" }, signed), id, signed);
  expect(nextId(without)).toBe("TT2024-006");
  const own = withOwnPromise(new CatalogIndex(base), OWN, "自定");
  if (!("catalog" in own)) throw new Error("known already");
  const again = withOwnPromise(
    new CatalogIndex(validateCatalog(retired(own.catalog, own.added.id, signed))),
    OWN,
    "自定",
  );
  expect(again).toMatchObject({ added: { id: "OWN2024-002" } });
});
const OWN = { department: "市教育局", indicator: "食堂", figure: "40", unit: "所", kind: null };

it("one is added with the next id, one is retired and kept with who and why", () => {
  const id = nextId(base);
  expect(id).toBe("TT2024-005");
  const added = withCommitment(base, { ...base.commitments[0]!, id, indicator: "改造校舍" }, signed);
  expect(ask(added, "改造校舍")).toBe(142);
  const without = retired(added, "TT2024-001", signed);
  expect(refused(() => ask(without, "新增学位"))).toBe("indicatorNotFound");
  expect(without.setAside).toEqual([{ commitment: base.commitments[0], ...signed }]);
  expect(nextId(without)).toBe("TT2024-006");
});

describe("a newer one", () => {
  const newer: Catalog = validateCatalog({
    ...base,
    version: "2",
    documents: [
      { id: "report", title: "报告" },
      { id: "list", title: "任务清单" },
    ],
    commitments: [
      { ...base.commitments[0]!, target: { comparator: "plain", value: 150, unit: "个" } },
      {
        ...base.commitments[1]!,
        target: { comparator: "atLeast", value: 310, unit: "个" },
        source: { document: "list", section: "二", phrase: "达310个" },
      },
      { ...base.commitments[2]!, id: "TT2024-009" },
      { ...base.commitments[3]!, id: "TT2024-010", indicator: "新项目" },
    ],
  });

  it("is compared: added, removed, and old → new, told by id or else by names", () => {
    const { added, removed, changed } = compareCatalogs(base, newer);
    expect(added.map(({ id }) => id)).toEqual(["TT2024-010"]);
    expect(removed.map(({ id }) => id)).toEqual(["TT2024-004"]);
    expect(changed.map(({ after, isContradiction, isFigure }) => [after.id, isContradiction, isFigure])).toEqual([
      ["TT2024-001", false, true],
      ["TT2024-002", true, true],
      ["TT2024-009", false, false],
    ]);
    expect(comparisonLines(base, newer, { added, removed, changed })).toEqual([
      "测试目录：1 → 2",
      "新增 1 项，减少 1 项，改动 3 项",
      "+ TT2024-010 市教育局 新项目 超过去年",
      "- TT2024-004 市教育局 项目 超过去年",
      "* TT2024-001 市教育局 新增学位 142个 → 150个",
      "* TT2024-002 市教育局 一事联办 不低于300个 → 不低于310个，另有 1 处说明不同",
      "* TT2024-009 市教育局 减税 另有 1 处说明不同",
    ]);
    expect(compareCatalogs(newer, JSON.parse(JSON.stringify(newer)) as Catalog)).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });

  it("is taken as it was published where nothing was decided or corrected", () => {
    expect(mergedCatalog(base, newer, new Set(), signed)).toBe(newer);
  });

  it("a decision keeps the loser beside the one that holds, whichever it was", () => {
    const merged = validateCatalog(mergedCatalog(base, newer, new Set(["TT2024-002"]), signed));
    expect(ask(merged, "一事联办")).toBe(300);
    expect(ask(merged, "新增学位")).toBe(150);
    expect(merged.setAside).toMatchObject([
      { commitment: { id: "TT2024-002", target: { value: 310 } }, inFavourOf: "TT2024-002", by: "张三" },
    ]);
    expect(merged.corrections).toMatchObject([{ commitment: "TT2024-002", what: "decided" }]);
  });

  it("what was corrected here and is said otherwise is not lost, whichever is taken", () => {
    const own = revised(base, "TT2024-001", { from: "2024-07-01", value: 128 }, signed);
    const { changed } = compareCatalogs(own, newer);
    expect(changed[0]).toMatchObject({ isCorrected: true });
    const held = validateCatalog(mergedCatalog(own, newer, new Set(["TT2024-001"]), signed));
    expect(ask(held, "新增学位")).toBe(128);
    const taken = validateCatalog(mergedCatalog(own, newer, new Set(), signed));
    expect(ask(taken, "新增学位")).toBe(150);
    for (const { setAside, corrections } of [held, taken]) {
      expect(setAside).toHaveLength(1);
      expect(corrections?.map(({ what }) => what)).toEqual(["revised", "decided"]);
    }
  });

  it("two decisions of one promise are both kept", () => {
    const [first] = base.commitments;
    const twice = decided(
      decided(base, first!, { ...first!, note: "甲" }, signed),
      first!,
      { ...first!, note: "乙" },
      signed,
    );
    expect(validateCatalog(twice).setAside).toHaveLength(2);
  });
});
