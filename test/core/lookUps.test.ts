/** Look-ups by place, by who helps, by several units in a cell, by id and by year: what is found, and each fact of what is refused. */
import { CatalogIndex } from "../../src/core/catalog";
import { CatalogError } from "../../src/core/errors";
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Commitment } from "../../src/core/types";
import { first, refusal } from "./jingzhou";
import { amount, shaped, shapedFile, type Given } from "./shaped";

const of = (indicator: string, more: Partial<Commitment> = {}): Given => ({
  kind: "flow",
  indicator,
  target: amount(100, "个"),
  ...more,
});
const split = (more: object = {}) => ({
  parts: [
    { place: "songzi", value: 20, ...more },
    { place: "gongan", value: 30 },
  ],
});
const index = shaped(
  of("新增学位", { ...split({ ownPledge: 25 }), supporting: ["reform", "shashi"] }),
  of("幼儿园学位", { aliases: ["公办园"] }),
  of("新增学位", { department: "reform", ...split() }),
  of("技改投资", { department: "reform", supporting: ["education", "songzi"] }),
  of("产业投资", { department: "reform", supporting: ["finance"] }),
  of("产业投资额", { department: "reform", supporting: ["finance"] }),
  of("学位合计", { target: undefined as never, sumOf: ["TT2024-001", "TT2024-002"] }),
  of("两项学位", { target: undefined as never, sumOf: ["TT2024-001", "TT2024-003"] }),
);
/** The id that two names come to, or the refusal with its facts. */
function found(department: string, indicator: string, catalog = index): unknown {
  const answer = catalog.lookUp(department, indicator);
  return answer instanceof CatalogError ? [answer.code, answer.facts] : answer.id;
}
const byId = (id: string) => index.withId(id)!;

it.each<[string, string, unknown]>([
  ["公安县", "新增学位（市教育局）", "TT2024-001@gongan"],
  ["松滋", "新增学位（市发改委）", "TT2024-003@songzi"],
  ["松滋市", "两项学位", "TT2024-008@songzi"],
  [
    "松滋市",
    "新增学位",
    [
      "indicatorAmbiguous",
      { department: "松滋市", indicator: "新增学位", candidates: ["新增学位（市教育局）", "新增学位（市发改委）"] },
    ],
  ],
  [
    "松滋市",
    "新增学位（市财政局）",
    [
      "indicatorAmbiguous",
      {
        department: "松滋市",
        indicator: "新增学位",
        candidates: ["新增学位（市教育局）", "新增学位（市发改委）"],
      },
    ],
  ],
  ["松滋市", "幼儿园学位", ["notSplit", { indicator: "幼儿园学位", place: "松滋市" }]],
  ["沙市区", "新增学位", ["notSplit", { indicator: "新增学位", place: "沙市区" }]], // it helps with what others have parts of
  ["沙市区", "产业", ["notSplit", { indicator: "产业", place: "沙市区" }]],
  ["松滋市", "没有的", ["indicatorNotFound", { department: "松滋市", indicator: "没有的", nearest: [] }]],
  ["松滋市", "TT2024-001", "TT2024-001@songzi"],
  ["松滋市", "TT2024-002", ["notSplit", { indicator: "幼儿园学位", place: "松滋市" }]],
  [
    "松滋市",
    "TT2024-001@gongan",
    ["idContradicts", { id: "TT2024-001@gongan", given: "松滋市", department: "公安县", indicator: "新增学位" }],
  ],
  ["TT2024-001@songzi", "新增学位", "TT2024-001@songzi"],
  ["TT2024-001@songzi", "", "TT2024-001@songzi"],
  ["松滋市", "技改投资", "TT2024-004"], // what it helps with that is not split
])("in places: %s, %s", (department, indicator, answer) => {
  expect(found(department, indicator)).toEqual(answer);
});

it.each<[string, string, unknown]>([
  ["市教育局", "技改投资", "TT2024-004"],
  ["市教育局", "TT2024-004", "TT2024-004"],
  ["市发改委", "新增学位", "TT2024-003"], // its own go before what it helps with
  ["市财政局", "产业投资", "TT2024-005"],
  [
    "市财政局",
    "产业",
    ["indicatorAmbiguous", { department: "市财政局", indicator: "产业", candidates: ["产业投资", "产业投资额"] }],
  ],
  ["市财政局", "新增学位", ["indicatorNotFound", { department: "市财政局", indicator: "新增学位", nearest: [] }]],
  [
    "市财政局",
    "TT2024-001",
    ["idContradicts", { id: "TT2024-001", given: "市财政局", department: "市教育局", indicator: "新增学位" }],
  ],
  [
    "市教育局",
    "公办学",
    [
      "indicatorNotFound",
      { department: "市教育局", indicator: "公办学", nearest: expect.arrayContaining(["公办园"]) as unknown },
    ],
  ],
  ["市教育局", "办园", "TT2024-002"],
  [
    "市教育局",
    "学位",
    ["indicatorAmbiguous", { department: "市教育局", indicator: "学位", candidates: expect.any(Array) as unknown }],
  ],
  ["市教育局", "", ["nameMissing", { missing: "indicator" }]],
  ["", "新增学位", ["nameMissing", { missing: "department" }]],
])("among what a department leads and helps with: %s, %s", (department, indicator, answer) => {
  expect(found(department, indicator)).toEqual(answer);
});

it.each<[string, string, unknown]>([
  ["市教育局、市发改委", "新增学位", "TT2024-001"],
  ["市财政局、市发改委（牵头）", "新增学位", "TT2024-003"],
  ["市教育局、不知道的局", "新增学位", "TT2024-001"],
  ["市教育局 市发改委", "新增学位", "TT2024-001"],
  ["市教育局 各县市区", "新增学位", "TT2024-001"],
  ["市教育局、松滋市", "新增学位", "TT2024-001"],
  ["公安县、市教育局", "两项学位", "TT2024-008@gongan"],
  [
    "公安县、松滋市",
    "两项学位",
    ["departmentAmbiguous", { department: "公安县、松滋市", candidates: ["公安县", "松滋市"] }],
  ],
  [
    "市教育局（牵头）、市发改委（牵头）",
    "新增学位",
    ["departmentAmbiguous", { department: "市教育局（牵头）、市发改委（牵头）", candidates: ["市教育局", "市发改委"] }],
  ],
  [
    "各县（市、区）",
    "新增学位",
    ["departmentAmbiguous", { department: "各县（市、区）", candidates: ["松滋市", "公安县", "沙市区", "荆州区"] }],
  ],
  [
    "不知道的局、市教育局",
    "新增学位",
    ["departmentNotFound", { department: "不知道的局、市教育局", nearest: expect.any(Array) as unknown }],
  ],
  [
    "市教育局 不知道的局",
    "新增学位",
    [
      "departmentNotFound",
      { department: "市教育局 不知道的局", nearest: expect.arrayContaining(["市教育局"]) as unknown },
    ],
  ],
])("several units in one cell: %s, %s", (department, indicator, answer) => {
  expect(found(department, indicator)).toEqual(answer);
});

it("without places every place is nobody, and a name near an alias offers the department", () => {
  const file = shapedFile(of("新增学位"));
  const departments = [{ id: "education", name: "市教育局", aliases: ["教体中心"] }];
  const city = new CatalogIndex(validateCatalog({ ...file, departments, places: undefined }));
  expect(found("各县市区", "新增学位", city)).toMatchObject(["departmentNotFound", {}]);
  expect(found("教体中新", "新增学位", city)).toEqual([
    "departmentNotFound",
    { department: "教体中新", nearest: ["市教育局"] },
  ]);
});

it("knows parts of places by id, and nothing of places and ids it has not", () => {
  expect(byId("TT2024-001@songzi")).toMatchObject({ target: { value: 20 } });
  expect(
    ["TT2024-001@x", "TT2024-009@songzi", "TT2024-002@songzi", "@", "TT2024-009"].map((id) => index.withId(id)),
  ).toEqual(Array(5).fill(undefined));
  expect(index.partIn(byId("TT2024-001"), "nowhere")).toBeNull();
  expect(index.placePart(byId("TT2024-001@songzi"))).toEqual({
    whole: byId("TT2024-001"),
    place: index.catalog.places?.[0],
    part: { place: "songzi", value: 20, ownPledge: 25 },
  });
  expect(index.placePart(byId("TT2024-001"))).toBeNull();
  const [, total] = index
    .commitmentsOf("songzi")
    .filter(({ sumOf }) => sumOf)
    .concat(byId("TT2024-008@songzi"));
  expect(index.placePart(total!)).toMatchObject({ whole: { id: "TT2024-008" }, part: null });
});

it("lists what each leads, has a part of and helps with", () => {
  const ids = (list: readonly Commitment[]) => list.map(({ id }) => id.replace("TT2024-", ""));
  expect(ids(index.commitmentsOf("education"))).toEqual(["001", "002", "007", "008"]);
  expect(ids(index.commitmentsOf("songzi"))).toEqual(["001@songzi", "003@songzi", "008@songzi"]);
  expect(ids(index.commitmentsOf("shashi"))).toEqual([]);
  expect(ids(index.supportedBy("finance"))).toEqual(["005", "006"]);
  expect(ids(index.supportedBy("shashi"))).toEqual(["001"]);
  expect([index.supportedBy("nobody"), index.commitmentsOf("nobody")]).toEqual([[], []]);
  expect(index.supportersOf(byId("TT2024-001"))).toEqual(["市发改委", "沙市区"]);
  expect(index.supportersOf(byId("TT2024-001@songzi"))).toEqual(["市发改委", "沙市区"]);
  expect(index.supportersOf({ ...byId("TT2024-001"), supporting: ["nobody", "reform"] })).toEqual(["市发改委"]);
  expect(index.supportersOf(byId("TT2024-002"))).toEqual([]);
  expect(ids(index.partsOf(byId("TT2024-007")))).toEqual(["001", "002"]);
  expect(ids(index.partsOf({ ...byId("TT2024-007"), sumOf: ["TT2024-002", "TT2024-099"] }))).toEqual(["002"]);
});

it("whose a commitment is", () => {
  expect(index.departmentOf(byId("TT2024-001@songzi")).name).toBe("松滋市");
  expect(index.leadOf(byId("TT2024-001@songzi")).name).toBe("市教育局");
  const { code, facts } = refusal(() => index.leadOf({ ...first(index), department: "x" }));
  expect([code, facts]).toEqual(["departmentNotFound", { department: "x", nearest: [] }]);
  expect(index.findDepartment("TT2024-003").name).toBe("市发改委");
  expect(index.findDepartment("TT2024-003@songzi").name).toBe("松滋市");
});

it("is of one year, and says which where another is asked for", () => {
  expect([index.ofYear(null), index.ofYear(2024), index.catalogOf("市教育局"), index.indexOf()]).toEqual(
    Array(4).fill(index),
  );
  const { code, facts } = refusal(() => index.ofYear(2023));
  expect([code, facts]).toEqual(["noCatalogOfYear", { year: 2023, region: "荆州市", years: [2024] }]);
  expect(refusal(() => index.catalogOf("市教育局", 2025)).code).toBe("noCatalogOfYear");
  expect(index.others).toEqual([]);
});

it("an alias of several is asked about with all of them, unless it is the name of one", () => {
  const shared = shaped(
    of("一", { aliases: ["共有", "二"] }),
    of("二", { aliases: ["共有", "二"] }),
    of("三", { aliases: ["共有", "共有"] }),
    of("四", { aliases: ["独有", "独有"] }),
  );
  expect(found("市教育局", "共有", shared)).toEqual([
    "indicatorAmbiguous",
    { department: "市教育局", indicator: "共有", candidates: expect.arrayContaining(["一", "二", "三"]) as unknown },
  ]);
  expect([found("市教育局", "二", shared), found("市教育局", "独有", shared)]).toEqual(["TT2024-002", "TT2024-004"]);
});
