/** Splitting a city's figure over its places: the parts add up exactly, what is held stays. */
import fc from "fast-check";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { targetAnswer } from "../../src/core/answers";
import { lastYearIn, splittable, splitWhole, withParts, type Claim } from "../../src/core/split";
import type { Catalog, Commitment } from "../../src/core/types";
import { catalogFile } from "./jingzhou";
import { yunzhou, yunzhouCatalog } from "./yunzhou";

const claims = (shares: readonly number[], held: readonly (number | null)[] = []): Claim[] =>
  shares.map((share, at) => ({ place: String(at), share, held: held[at] ?? null }));
const split = (whole: number, shares: readonly number[], held: readonly (number | null)[] = []) => {
  const found = splitWhole(whole, claims(shares, held));
  return "parts" in found ? [...found.parts.values()] : found;
};

it.each<[number, number[], (number | null)[], unknown]>([
  [100, [1, 1, 1], [], [34, 33, 33]],
  [100, [1, 2, 3], [], [17, 33, 50]],
  [9000, [1, 1, 1, 1], [3000, null, null, null], [3000, 2000, 2000, 2000]],
  [41.6, [1, 1, 1], [], [13.9, 13.9, 13.8]],
  [10, [1, 1], [2.25, null], [2.25, 7.75]],
  [10, [0, 1, 0], [], [0, 10, 0]],
  [10, [0, 0], [], { refused: "noShares", left: 10 }],
  [10, [0, 0], [4, 6], [4, 6]],
  [10, [1, 1], [4, 6.5], { refused: "heldTooMuch", by: 0.5 }],
  [10, [1, -1], [], { refused: "noAmount", place: "1" }],
  [10, [1, NaN], [], { refused: "noAmount", place: "1" }],
  [10, [1, 1], [-1, null], { refused: "noAmount", place: "0" }],
  [0.3, [1, 1], [0.1, 0.2], [0.1, 0.2]],
  [10, [1, Infinity], [], { refused: "noAmount", place: "1" }],
  [10, [1, 1], [Infinity, null], { refused: "noAmount", place: "0" }],
  [10, [1, 1], [null, 0.12345678], { refused: "noAmount", place: "1" }],
  [10, [1, 1], [0, null], [0, 10]],
  [10, [0, 1, 1, 1], [], [0, 4, 3, 3]],
  [11, [3, 3, 5], [], [3, 3, 5]],
  [10, [5, 3, 1, 1], [], [5, 3, 1, 1]],
  [5, [1, 4, 4, 1], [], [1, 2, 2, 0]],
  [1.25, [1, 1], [], [0.63, 0.62]],
])("splits %d by %j, holding %j", (whole, shares, held, expected) => {
  expect(split(whole, shares, held)).toEqual(expected);
});

const figure = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 3 }))
    .map(([n, d]) => Number((n / 10 ** d).toFixed(d)));
const claim = fc.record({
  share: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1e9, noNaN: true }), figure(100_000)),
  held: fc.option(figure(50_000), { nil: null, freq: 4 }),
});

it("adds up exactly, keeps what is held, and gives nobody less than nothing", () => {
  let done = 0;
  fc.assert(
    fc.property(figure(10_000_000), fc.array(claim, { minLength: 1, maxLength: 30 }), (whole, some) => {
      const all = some.map((each, at): Claim => ({ ...each, place: String(at) }));
      const found = splitWhole(whole, all);
      if (!("parts" in found)) return;
      done += 1;
      const thousandths = (value: number) => Math.round(value * 1000);
      const sum = [...found.parts.values()].reduce((left, value) => left + thousandths(value), 0);
      expect(sum).toBe(thousandths(whole));
      for (const { place, held, share } of all) {
        const part = found.parts.get(place)!;
        expect(part).toBeGreaterThanOrEqual(0);
        expect(thousandths(part)).toBe(Math.round(part * 1e6) / 1000);
        if (held !== null) expect(part).toBe(held);
        else if (share === 0) expect(part).toBe(0);
      }
    }),
    { numRuns: 2000 },
  );
  expect(done).toBeGreaterThan(600); // some 850 of the 2000, now more, now fewer
});

it("gives each place its quota rounded down or up", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
      (whole, shares) => {
        const all = shares.reduce((sum, share) => sum + share, 0);
        fc.pre(all > 0);
        const parts = split(whole, shares) as number[];
        for (const [at, part] of parts.entries())
          expect(Math.abs(part - (whole * shares[at]!) / all)).toBeLessThan(1 + 1e-6);
      },
    ),
  );
});

it("splits counts and amounts, never rates, totals, deeds or what was revised", () => {
  expect(splittable(yunzhou()).map(({ indicator }) => indicator)).toEqual([
    "中小学新增学位",
    "生产安全事故起数",
    "社区养老设施",
    "粮食产量",
    "幼儿园新增学位",
    "黑臭水体存量",
  ]);
});

it("knows the places' figures of the year before", () => {
  const water = splittable(yunzhou()).find(({ indicator }) => indicator === "黑臭水体存量")!;
  expect([lastYearIn(water, "qingyan"), lastYearIn(water, "nanpu"), lastYearIn(water, "nowhere")]).toEqual([
    6,
    14,
    null,
  ]);
});

it("sets the parts in the catalog, and keeps pledges, history and what the note said", () => {
  const before = validateCatalog(yunzhouCatalog());
  const after = validateCatalog(
    withParts(
      before,
      "YZ2024-001",
      new Map([
        ["shidu", 5000],
        ["wangjiang", 4000],
      ]),
      "2024-02-01张三平均分解",
    ),
  );
  const index = new CatalogIndex(after);
  expect(targetAnswer(index, "望江区", "中小学新增学位", null, null)).toBe(4000);
  expect(targetAnswer(index, "石渡县", "中小学新增学位", null, null)).toBe(5000);
  expect(targetAnswer(index, "青岩区", "中小学新增学位", null, null)).toBe(1500);
  const { parts, note } = index.withId("YZ2024-001")!;
  expect(parts).toContainEqual({ place: "shidu", value: 5000, ownPledge: 1300 });
  expect(note).toBe("2024-02-01张三平均分解");
  expect(targetAnswer(index, "市教育局", "中小学新增学位", null, null)).toBe(9000);
});

describe("in a catalog of one promise", () => {
  type Given = Partial<Commitment> & Pick<Commitment, "kind">;
  const plain = (value: number, unit = "个") => ({ comparator: "plain", value, unit }) as const;
  const flow: Given = { kind: "flow", target: plain(100) };
  const revisions = [{ from: "2024-07-01", value: 8, basis: "决定", by: "李四", recorded: "2024-07-05" }];
  const of = (...given: Given[]) => ({
    ...catalogFile(...given),
    schemaVersion: 2 as const,
    places: [
      { id: "songzi", name: "松滋市" },
      { id: "gongan", name: "公安县" },
    ],
  });
  const part = (more: object = {}) => ({ place: "songzi", value: 3, ...more });

  it.each<[string, Given, boolean]>([
    ["a count", flow, true],
    ["a level", { ...flow, kind: "stock" }, true],
    ["one that is split already", { ...flow, parts: [part()] }, true],
    ["a rate of change", { kind: "growth", target: plain(5, "%") }, false],
    ["a level in %", { kind: "stock", target: plain(5, "%") }, false],
    ["a deed", { kind: "milestone" }, false],
    ["what nobody confirmed", { ...flow, review: "unclear", reviewReason: "时态不清" }, false],
    ["what was revised", { ...flow, revisions }, false],
    ["one of whose parts was revised", { ...flow, parts: [part({ revisions }), { place: "gongan", value: 1 }] }, false],
    ["a range", { kind: "flow", target: { comparator: "range", value: 5, valueMax: 9, unit: "个" } }, false],
    ["超过去年", { kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } }, false],
    ["nothing", { kind: "flow", target: plain(0) }, false],
    ["what is finer than can be split", { kind: "flow", target: plain(0.1234567, "亿元") }, false],
    ["what is larger than can be split to its last decimal", { kind: "flow", target: plain(1e15) }, false],
  ])("%s: %s %s", (_, given, can) => {
    expect(splittable(new CatalogIndex(of(given) as Catalog))).toHaveLength(can ? 1 : 0);
    expect(splittable(new CatalogIndex({ ...of(given), places: [] }))).toEqual([]);
  });

  it("a total is not split, its parts are", () => {
    const index = new CatalogIndex(of(flow, flow, { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] }));
    expect(splittable(index).map(({ id }) => id)).toEqual(["TT2024-001", "TT2024-002"]);
  });

  it("last year's figure of a place is of the year's end, in the target's unit, of what is alike", () => {
    const history = (...figures: readonly [string, number, string?][]) =>
      figures.map(([period, value, unit]) => ({ period, value, state: "final", ...(unit ? { unit } : {}) }));
    const last = (more: object, target: object = plain(100, "亿元")) =>
      lastYearIn(of({ kind: "flow", target, parts: [part(more)] } as Given).commitments[0] as Commitment, "songzi");
    expect(last({ history: history(["2022", 1], ["2023", 20_000, "万元"]) })).toBe(2);
    expect(last({ history: history(["2023Q3", 1]) })).toBeNull();
    expect(last({ history: history(["2023", 1, "个"]) })).toBeNull();
    expect(last({})).toBeNull();
    const relative = { comparator: "moreThan", relativeTo: "lastYear", unit: "亿元" };
    expect(last({ history: history(["2023", 1]) }, relative)).toBeNull();
    expect(lastYearIn(of(flow).commitments[0] as Commitment, "songzi")).toBeNull();
  });

  it("parts are added where there were none, and the note to the one that stands; others are left alone", () => {
    const after = withParts(of({ ...flow, note: "原注" }, flow), "TT2024-001", new Map([["songzi", 7]]), "分解");
    expect(after.commitments[0]).toMatchObject({ parts: [{ place: "songzi", value: 7 }], note: "原注；分解" });
    expect(after.commitments[1]).not.toHaveProperty("parts");
  });
});
