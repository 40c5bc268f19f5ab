/** Parts of promises in places: what they take of the whole, what they have of their own, and by which names a place goes. */
import { partAsCommitment, shortNames, totalInPlace } from "../../src/core/places";
import type { Commitment, Part, Place } from "../../src/core/types";
import { catalogFile } from "./jingzhou";

const SONGZI: Place = { id: "songzi", name: "松滋市" };
const whole = (more: Partial<Commitment> = {}): Commitment => ({
  ...catalogFile({
    kind: "flow",
    indicator: "新增学位",
    aliases: ["学位"],
    modality: "strive",
    target: { comparator: "atLeast", value: 100, unit: "个" },
    profile: { quarterShares: [0, 0.5, 0.5, 1] },
    weight: 5,
    note: "按学年",
    baseline: { value: 3 },
    annualTargets: { "2024": 9 },
    path: "linear",
    revisions: [{ from: "2024-07-01", value: 90, basis: "决定", by: "李四", recorded: "2024-07-05" }],
    history: [{ period: "2023", value: 80, state: "final" }],
    supporting: ["reform"],
  }).commitments[0]!,
  ...more,
});
const part = (more: Partial<Part> = {}, of: Partial<Commitment> = {}) =>
  partAsCommitment(
    whole({
      parts: [
        { place: "gongan", value: 1 },
        { place: "songzi", ...more },
      ],
      ...of,
    }),
    SONGZI,
  );
const revisions = [{ from: "2024-08-01", value: 20, basis: "决定", by: "李四", recorded: "2024-08-05" }];
const history = [{ period: "2023", value: 28, state: "flash" as const }];

it("has the words, dates, pace and weight of the whole, and its own figure", () => {
  expect(part({ value: 30 })).toEqual({
    id: "TT2024-001@songzi",
    department: "education",
    indicator: "新增学位",
    aliases: ["学位"],
    kind: "flow",
    modality: "strive",
    target: { comparator: "atLeast", value: 30, unit: "个" },
    from: "2024-01-01",
    due: "2024-12-31",
    review: "confirmed",
    profile: { quarterShares: [0, 0.5, 0.5, 1] },
    weight: 5,
    note: "按学年",
    source: { document: "report", section: "一", phrase: "原文" },
  });
});

it("has its own revisions, history, upper end and source, where it has any", () => {
  const source = { document: "report", section: "二", phrase: "松滋市30" };
  expect(part({ value: 30, revisions, history, source })).toMatchObject({ revisions, history, source });
  const range = { comparator: "range", value: 12, valueMax: 13, unit: "%" } as const;
  expect(part({ value: 11, valueMax: 12 }, { kind: "ratio", target: range })?.target).toEqual({
    comparator: "range",
    value: 11,
    valueMax: 12,
    unit: "%",
  });
  expect(part({ value: 11 }, { kind: "ratio", target: range })?.target).toEqual({
    comparator: "range",
    value: 11,
    unit: "%",
  });
  expect(part({ value: 0 })?.target).toMatchObject({ value: 0 });
});

it.each<[string, Partial<Part>, Partial<Commitment>, object | undefined]>([
  ["a deed", {}, { kind: "milestone", target: undefined as never }, undefined],
  ["全覆盖", {}, { kind: "ratio", target: { coverage: "complete" } }, { coverage: "complete" }],
  [
    "超过去年",
    {},
    { target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } },
    { comparator: "moreThan", relativeTo: "lastYear", unit: "个" },
  ],
])("%s holds in every place that has a part", (_, more, of, target) => {
  expect(part(more, of)).toMatchObject({ id: "TT2024-001@songzi" });
  expect(part(more, of)?.target).toEqual(target);
});

it.each<[string, Commitment]>([
  ["is split over nothing", whole()],
  ["is split over others", whole({ parts: [{ place: "gongan", value: 1 }] })],
  ["has only the place's own pledge", whole({ parts: [{ place: "songzi", ownPledge: 4 }] })],
  ["has no target", whole({ target: undefined as never, parts: [{ place: "songzi", value: 4 }] })],
])("is none of a promise that %s", (_, of) => {
  expect(partAsCommitment(of, SONGZI)).toBeNull();
});

it("adds up within a place where all parts are split there", () => {
  const total = whole({ id: "TT2024-009", target: undefined as never, sumOf: ["TT2024-001", "TT2024-002"] });
  const [one, two] = [part({ value: 30 })!, { ...part({ value: 4 })!, id: "TT2024-002@songzi" }];
  expect(totalInPlace(total, [one, two], SONGZI)).toMatchObject({
    id: "TT2024-009@songzi",
    sumOf: ["TT2024-001@songzi", "TT2024-002@songzi"],
    indicator: "新增学位",
    weight: 5,
  });
  expect(Object.keys(totalInPlace(total, [one, two], SONGZI)!)).not.toEqual(expect.arrayContaining(["baseline"]));
  expect(totalInPlace(total, [one, null], SONGZI)).toBeNull();
  expect(totalInPlace(total, [], SONGZI)).toBeNull();
  expect(totalInPlace(whole(), [one], SONGZI)).toBeNull();
});

it.each([
  ["松滋市", "荆州市", ["松滋", "荆州市松滋市", "荆州松滋市"]],
  ["公安县", "荆州市", ["公安", "荆州市公安县", "荆州公安县"]],
  ["沙市区", "荆州市", ["沙市", "荆州市沙市区", "荆州沙市区"]],
  ["科尔沁右翼前旗", "兴安盟", ["科尔沁右翼前", "兴安盟科尔沁右翼前旗", "兴安盟科尔沁右翼前旗"]],
  // A county's bare name may be the region's own: it means the region.
  ["荆州区", "荆州市", ["荆州市荆州区", "荆州荆州区"]],
  ["江县", "荆州市", ["荆州市江县", "荆州江县"]],
  ["开发区管委会", "荆州市", ["荆州市开发区管委会", "荆州开发区管委会"]],
])("%s of %s goes by %j", (name, region, names) => {
  expect(shortNames(name, region)).toEqual(names);
});
