/** Promises that people add themselves: checked, found and judged like the rest. */
import { CatalogIndex } from "../../src/core/catalog";
import { statusAnswer, targetAnswer } from "../../src/core/answers";
import { guessedKind, withOwnPromise, type OwnPromise } from "../../src/core/ownPromise";
import { RULES } from "../../src/core/status";
import { yunzhou } from "./yunzhou";

const promise = (more: Partial<OwnPromise> = {}): OwnPromise => ({
  department: "市教育局",
  indicator: "新改建食堂",
  figure: "40",
  unit: "所",
  kind: null,
  ...more,
});
const added = (more: Partial<OwnPromise> = {}) => {
  const outcome = withOwnPromise(yunzhou(), promise(more), "自定事项");
  if (!("catalog" in outcome)) throw new Error(`known as ${outcome.known.id}`);
  return { ...outcome, index: new CatalogIndex(outcome.catalog) };
};

it("is found and judged like the rest", () => {
  const { index, added: own } = added();
  expect(own.id).toBe("OWN2024-001");
  expect(targetAnswer(index, "教育局", "新改建食堂", null, null, null)).toBe(40);
  expect(statusAnswer(index, RULES.standard, own, { actual: 20, asOf: "2024Q2" })).toBe("onPace");
});

it.each([
  ["新改建食堂", "所", "flow"],
  ["工业增加值增速", "%", "growth"],
  ["城镇登记失业率", "%", "ratio"],
  ["公交车保有量（辆）", "辆", "stock"],
] as const)("guesses the kind of %s in %s: %s", (indicator, unit, kind) => {
  expect(guessedKind(indicator, unit)).toBe(kind);
});

it.each([
  ["≥95%", { comparator: "atLeast", value: 95, unit: "%" }],
  ["1,200家", { comparator: "plain", value: 1200, unit: "家" }],
  ["不超过30", { comparator: "atMost", value: 30, unit: "所" }],
])("reads %s", (figure, target) => {
  expect(added({ figure }).added.target).toEqual(target);
});

it("adds a department the catalog does not know, and refuses what is no figure", () => {
  const { index } = added({ department: "市园林局" });
  expect(index.findDepartment("园林局").name).toBe("市园林局");
  expect(() => added({ figure: "一批" })).toThrow();
  expect(() => added({ figure: "约40" })).toThrow();
  expect(() => added({ department: "" })).toThrow();
});

it("says which promise stands already under the name", () => {
  expect(withOwnPromise(yunzhou(), promise({ indicator: "中小学新增学位" }), "自定事项")).toEqual({
    known: expect.objectContaining({ id: "YZ2024-001" }) as unknown,
  });
});
