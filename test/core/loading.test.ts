/** What is wrong with a catalog is told with its place, its kind and what stands there; and what a department may be called. */
import { CatalogIndex } from "../../src/core/catalog";
import { catalogOfText, validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog, Commitment } from "../../src/core/types";
import { catalogFile, catalogOf, refusal } from "./jingzhou";

type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
const goal = (value = 1, unit = "个"): Promised => ({ kind: "flow", target: { comparator: "plain", value, unit } });
const parts = ["TT2024-001", "TT2024-002"];
const of = (kind: Commitment["kind"], unit = "个"): Promised => ({
  kind,
  target: { comparator: "plain", value: 1, unit },
});
const changed = (change: object, ...promised: Promised[]) => ({ ...catalogFile(...promised), ...change });
const issuesOf = (file: unknown) =>
  (refusal(() => validateCatalog(file)).facts as { issues: { path: string; problem: string; detail: string }[] })
    .issues;

it.each<[string, unknown, string, string, string]>([
  [
    "a document's id twice",
    changed(
      {
        documents: [
          { id: "report", title: "甲" },
          { id: "report", title: "乙" },
        ],
      },
      goal(),
    ),
    "/documents/1/id",
    "duplicateId",
    "report",
  ],
  [
    "a department's id twice",
    changed(
      {
        departments: [
          { id: "education", name: "甲局" },
          { id: "education", name: "乙局" },
        ],
      },
      goal(),
    ),
    "/departments/1/id",
    "duplicateId",
    "education",
  ],
  [
    "a department's name twice",
    changed(
      {
        departments: [
          { id: "education", name: "甲局" },
          { id: "other", name: "乙局", aliases: ["甲局"] },
        ],
      },
      goal(),
    ),
    "/departments/1",
    "duplicateName",
    "甲局",
  ],
  [
    "a fact of nobody",
    changed({ facts: [{ department: "nobody", label: "x", value: 1, unit: "个", asOf: "2023", phrase: "x" }] }, goal()),
    "/facts/0/department",
    "unknownDepartment",
    "nobody",
  ],
  [
    "a department that is none",
    catalogFile({ ...goal(), department: "nobody" }),
    "/commitments/0/department",
    "unknownDepartment",
    "nobody",
  ],
  [
    "days the wrong way",
    catalogFile({ ...goal(), from: "2024-12-31", due: "2024-01-01" }),
    "/commitments/0/due",
    "datesReversed",
    "2024-12-31 > 2024-01-01",
  ],
  [
    "a range the wrong way",
    catalogFile({ kind: "flow", target: { comparator: "range", value: 5, valueMax: 3, unit: "个" } }),
    "/commitments/0/target/valueMax",
    "rangeReversed",
    "5 > 3",
  ],
  [
    "a start at its target",
    catalogFile({ ...of("stock"), baseline: { value: 1 } }),
    "/commitments/0/baseline/value",
    "baselineIsTarget",
    "1",
  ],
  [
    "shares that fall",
    catalogFile({ ...goal(), profile: { quarterShares: [0, 0.5, 0.4, 1] } }),
    "/commitments/0/profile/quarterShares",
    "sharesFalling",
    "0, 0.5, 0.4, 1",
  ],
  [
    "shares that end early",
    catalogFile({ ...goal(), profile: { quarterShares: [0, 0.5, 0.6, 0.9] } }),
    "/commitments/0/profile/quarterShares",
    "sharesFalling",
    "0, 0.5, 0.6, 0.9",
  ],
  [
    "a part twice",
    catalogFile(goal(), { kind: "flow", sumOf: ["TT2024-001", "TT2024-001"] }),
    "/commitments/1/sumOf",
    "partTwice",
    "TT2024-001, TT2024-001",
  ],
  [
    "itself as a part",
    catalogFile(goal(), { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] }),
    "/commitments/1/sumOf",
    "partOfItself",
    "TT2024-002",
  ],
  [
    "a part that is none",
    catalogFile(goal(), { kind: "flow", sumOf: ["TT2024-001", "TT2024-009"] }),
    "/commitments/1/sumOf",
    "unknownPart",
    "TT2024-009",
  ],
  [
    "rates of growth",
    catalogFile(of("growth", "%"), of("growth", "%"), { kind: "growth", sumOf: parts }),
    "/commitments/2/sumOf",
    "sumOfRates",
    "TT2024-001",
  ],
  [
    "shares",
    catalogFile(of("ratio", "%"), of("ratio", "%"), { kind: "flow", sumOf: parts }),
    "/commitments/2/sumOf",
    "sumOfRates",
    "TT2024-001",
  ],
  [
    "growth in 个",
    catalogFile(of("growth"), of("growth"), { kind: "flow", sumOf: parts }),
    "/commitments/2/sumOf",
    "sumOfRates",
    "TT2024-001",
  ],
  [
    "points",
    catalogFile(of("flow", "百分点"), of("flow", "百分点"), { kind: "flow", sumOf: parts }),
    "/commitments/2/sumOf",
    "sumOfRates",
    "TT2024-001",
  ],
  [
    "unlike units",
    catalogFile(goal(1, "个"), goal(1, "公里"), { kind: "flow", sumOf: parts }),
    "/commitments/2/sumOf",
    "unlikePart",
    "TT2024-002",
  ],
  [
    "unlike kinds",
    catalogFile(of("flow"), of("stock"), { kind: "flow", sumOf: parts }),
    "/commitments/2/sumOf",
    "unlikePart",
    "TT2024-002",
  ],
  [
    "a total of totals",
    catalogFile(goal(), goal(), { kind: "flow", sumOf: parts }, { kind: "flow", sumOf: ["TT2024-001", "TT2024-003"] }),
    "/commitments/3/sumOf",
    "unlikePart",
    "TT2024-003",
  ],
  [
    "a limit among goals",
    catalogFile(
      goal(),
      { kind: "flow", target: { comparator: "atMost", value: 1, unit: "个" } },
      { kind: "flow", sumOf: parts },
    ),
    "/commitments/2/sumOf",
    "unlikePart",
    "TT2024-002",
  ],
  [
    "a total that goes the other way",
    catalogFile(goal(), goal(), { kind: "flow", direction: "down", sumOf: parts }),
    "/commitments/2/sumOf",
    "unlikePart",
    "TT2024-001",
  ],
  [
    "more than last year among goals",
    catalogFile(
      goal(),
      { kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } },
      { kind: "flow", sumOf: parts },
    ),
    "/commitments/2/sumOf",
    "unlikePart",
    "TT2024-002",
  ],
  ["neither target nor parts", catalogFile({ kind: "flow" }), "/commitments/0/target", "noTarget", "TT2024-001"],
  [
    "unclear without a reason",
    catalogFile({ ...goal(), review: "unclear" }),
    "/commitments/0/reviewReason",
    "reasonMissing",
    "TT2024-001",
  ],
  [
    "a name far too long",
    changed({ title: "长".repeat(5000) }, goal()),
    "/title",
    "tooLong",
    expect.anything() as string,
  ],
  ["a field of its own", changed({ colour: "red" }, goal()), "/", "unknownField", "colour"],
  ["a field that is missing", changed({ title: undefined }, goal()), "/", "missing", "title"],
  ["a field of another type", changed({ year: "2024" }, goal()), "/year", "wrongType", "integer"],
])("names %s", (_, file, path, problem, detail) => {
  expect(issuesOf(JSON.parse(JSON.stringify(file)))[0]).toEqual({ path, problem, detail });
});

it.each<[string, Promised[]]>([
  ["a total of stocks", [of("stock"), of("stock"), { kind: "stock", sumOf: parts }]],
  [
    "a total of limits",
    [1, 2]
      .map((value): Promised => ({ kind: "flow", target: { comparator: "atMost", value, unit: "个" } }))
      .concat({ kind: "flow", sumOf: parts }),
  ],
  ["a total of steps of one ladder", [goal(1, "亿斤"), goal(1, "万吨"), { kind: "flow", sumOf: parts }]],
  ["a start at the figure of what is counted", [{ ...goal(), baseline: { value: 1 } }]],
  ["one day alone", [{ ...goal(), from: "2024-06-30", due: "2024-06-30" }]],
  ["shares that stand still", [{ ...goal(), profile: { quarterShares: [0, 0.5, 0.5, 1] } }]],
  ["a range of one figure", [{ kind: "flow", target: { comparator: "range", value: 5, valueMax: 5, unit: "个" } }]],
  ["a department called twice by itself", [goal()]],
])("takes %s", (_, promised) => expect(() => catalogOf(...promised)).not.toThrow());

it("tells the first eight troubles, and no more", () => {
  const promised = Array.from({ length: 12 }, (): Promised => ({ ...goal(), from: "2024-12-31", due: "2024-01-01" }));
  expect(issuesOf(catalogFile(...promised)).map(({ path }) => path)).toEqual(
    Array.from({ length: 8 }, (__, place) => `/commitments/${place}/due`),
  );
  expect(issuesOf({}).length).toBeLessThanOrEqual(8);
});

it("cuts what it shows", () => {
  const [issue] = issuesOf(
    catalogFile({ ...goal(), department: "d".repeat(40) }, { ...goal(), department: "d".repeat(41) }),
  );
  expect(issue?.detail).toBe("d".repeat(40));
  const [, second] = issuesOf(
    catalogFile({ ...goal(), department: "d".repeat(40) }, { ...goal(), department: "d".repeat(41) }),
  );
  expect(second?.detail).toBe(`${"d".repeat(40)}…`);
});

describe("a catalog as text", () => {
  const text = JSON.stringify(catalogFile(goal()));
  it("is read, also behind a byte order mark", () => {
    expect(catalogOfText(`\ufeff${text}`).id).toBe("test-2024");
    expect(catalogOfText(text.replace("测试目录", "测\ufeff试")).title).toBe("测\ufeff试");
  });
  it("is refused with where it begins", () => {
    expect(refusal(() => catalogOfText(`{"a":${" ".repeat(30)}`)).facts).toEqual({
      issues: [{ path: "/", problem: "noJson", detail: `{"a":${" ".repeat(15)}` }],
    });
  });
});

it("units of rates stand as they do behind a figure, and nothing else changes", () => {
  const file = catalogFile(
    of("ratio", "1/10万"),
    goal(),
    { kind: "milestone" },
    { kind: "ratio", target: { coverage: "complete" } },
  );
  const { commitments } = validateCatalog(file);
  expect(commitments.map(({ target }) => (target && "unit" in target ? target.unit : null))).toEqual([
    "/10万",
    "个",
    null,
    null,
  ]);
  expect(commitments[1]).toEqual(file.commitments[1]);
  const plain = catalogFile(goal());
  expect(validateCatalog(plain)).toBe(plain);
});

describe("a department", () => {
  const index = (departments: Catalog["departments"], region = "荆州市") =>
    new CatalogIndex(
      validateCatalog({ ...catalogFile({ ...goal(), department: departments[0]!.id }), departments, region }),
    );
  const found = (catalog: CatalogIndex, typed: string) => {
    try {
      return catalog.findDepartment(typed).id;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  it.each<[string, string, string]>([
    ["市教育局", "教育局", "a"],
    ["市教育局", "荆州市教育局", "a"],
    ["市教育局", "荆州教育局", "a"],
    ["教育局", "市教育局", "a"],
    ["荆州市教育局", "教育局", "a"],
    ["荆州教育局", "市教育局", "a"],
    ["市局", "局", "departmentNotFound"], // one character is no name
    ["市教育局", "省教育局", "departmentNotFound"],
    ["市教育局", "1.市教育局", "a"],
  ])("%s may be called %s: %s", (name, typed, id) => expect(found(index([{ id: "a", name }]), typed)).toBe(id));

  it("of a place without a level has its name as it is", () => {
    expect(found(index([{ id: "a", name: "教育局" }], "两江新片"), "两江新片教育局")).toBe("a");
  });

  it("a name spelled out belongs to one, a shared one is asked about", () => {
    const both = index([
      { id: "a", name: "市教育局" },
      { id: "b", name: "荆州教育局", aliases: ["教育委员会"] },
      { id: "c", name: "市教育委员会" },
    ]);
    expect(found(both, "市教育局")).toBe("a");
    expect(found(both, "荆州教育局")).toBe("b");
    expect(refusal(() => both.findDepartment("教育局"))).toMatchObject({
      code: "departmentAmbiguous",
      facts: { department: "教育局", candidates: ["市教育局", "荆州教育局"] },
    });
    expect(found(both, "教育委员会")).toBe("b"); // its alias, whatever could be made of another's name
    expect(found(both, "市教育委员会")).toBe("c");
    expect(refusal(() => both.findDepartment("教育厅")).facts).toMatchObject({ department: "教育厅" });
  });

  it("an id beside several departments must belong to one of them", () => {
    const both = index([
      { id: "a", name: "市教育局" },
      { id: "b", name: "荆州教育局" },
      { id: "c", name: "市税务局" },
    ]);
    expect(both.find("教育局", "TT2024-001").id).toBe("TT2024-001");
    const other = index([
      { id: "c", name: "市税务局" },
      { id: "a", name: "市教育局" },
      { id: "b", name: "荆州教育局" },
    ]);
    expect(refusal(() => other.find("教育局", "TT2024-001")).code).toBe("idContradicts");
    expect(refusal(() => other.find("教育局", "")).code).toBe("departmentAmbiguous");
  });
});

describe("an indicator", () => {
  const named = catalogOf(
    { ...goal(), indicator: "新建学校", aliases: ["学校", "建校"] },
    { ...goal(), indicator: "改建学校", aliases: ["学校", "改校"] },
    { ...goal(), indicator: "粮食产量", target: { comparator: "plain", value: 90, unit: "亿斤" } },
    { kind: "ratio", indicator: "拜访", target: { coverage: "complete" } },
    { kind: "milestone", indicator: "挂牌" },
  );
  const code = (typed: string) => {
    const answer = named.lookUp("教育局", typed);
    return "code" in answer ? answer.code : answer.indicator;
  };
  it.each([
    ["粮食产量（亿斤）", "粮食产量"],
    ["粮食产量（万吨）", "unitInName"],
    ["粮食产量（斤）", "unitInName"],
    ["粮食产量（公里）", "indicatorNotFound"],
    ["粮食产量（12）", "indicatorNotFound"],
    ["拜访（%）", "拜访"],
    ["拜访（个）", "indicatorNotFound"],
    ["挂牌（个）", "indicatorNotFound"],
    ["学校（个）", "indicatorAmbiguous"],
    ["没有的（个）", "indicatorNotFound"],
    ["学校", "indicatorAmbiguous"],
    ["建校", "新建学校"],
    ["（一）", "indicatorNotFound"],
    ["TT2024-003", "粮食产量"],
  ])("%s comes to %s", (typed, expected) => expect(code(typed)).toBe(expected));
  it("an id beside the name of a part, of another, or of nothing known", () => {
    expect(named.find("TT2024-001", "学校").id).toBe("TT2024-001");
    expect(named.find("TT2024-001", "旧名").id).toBe("TT2024-001");
    expect(refusal(() => named.find("TT2024-003", "学校")).code).toBe("idContradicts");
    expect(refusal(() => named.find("TT2024-001", "改校")).code).toBe("idContradicts");
    expect(refusal(() => named.find("TT2024-003", "粮食产量（万吨）")).code).toBe("unitInName");
    expect(named.partsOf(named.withId("tt2024-001")!)).toHaveLength(1);
    expect(named.commitmentsOf("nobody")).toEqual([]);
    expect(refusal(() => named.departmentOf({ ...named.withId("TT2024-001")!, department: "x" })).facts).toEqual({
      department: "x",
      nearest: [],
    });
  });
});
