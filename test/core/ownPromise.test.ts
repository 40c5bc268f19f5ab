/** Promises that people add themselves: checked, found and judged like the rest. */
import { CatalogIndex } from "../../src/core/catalog";
import { statusAnswer, targetAnswer } from "../../src/core/answers";
import { isLessBetter } from "../../src/core/lessIsBetter";
import { guessedKind, withOwnPromise, type OwnPromise } from "../../src/core/ownPromise";
import { RULES } from "../../src/core/status";
import type { Kind } from "../../src/core/types";
import { refusal, refused } from "./jingzhou";
import { yunzhou } from "./yunzhou";

const promise = (more: Partial<OwnPromise> = {}): OwnPromise => ({
  department: "市教育局",
  indicator: "新改建食堂",
  figure: "40",
  unit: "所",
  kind: null,
  ...more,
});
const added = (more: Partial<OwnPromise> = {}, index = yunzhou()) => {
  const outcome = withOwnPromise(index, promise(more), "自定事项");
  if (!("catalog" in outcome)) throw new Error(`known as ${outcome.known.id}`);
  return { ...outcome, index: new CatalogIndex(outcome.catalog) };
};

it("is found and judged like the rest", () => {
  const { index, added: own, catalog } = added();
  expect(own).toEqual({
    id: "OWN2024-001",
    department: "education",
    indicator: "新改建食堂",
    kind: "flow",
    modality: "stated",
    target: { comparator: "plain", value: 40, unit: "所" },
    from: "2024-01-01",
    due: "2024-12-31",
    review: "confirmed",
    source: { document: "own", section: "自定事项", phrase: "新改建食堂40所" },
  });
  expect(catalog.departments).toEqual(yunzhou().catalog.departments);
  expect(catalog.documents.slice(1)).toEqual([{ id: "own", title: "自定事项" }]);
  expect(targetAnswer(index, "教育局", "新改建食堂", null, null, null)).toBe(40);
  expect(statusAnswer(index, RULES.standard, own, { actual: 20, asOf: "2024Q2" })).toBe("onPace");
});

it.each([
  ["新改建食堂", "所", "40", "flow"],
  ["工业增加值增速", "%", "8", "growth"],
  ["工业增加值增速（规模以上）", "", "8%", "growth"],
  ["工业增加值增速（规模以上）口径", "%", "8", "ratio"],
  ["城镇登记失业率", "%", "4", "ratio"],
  ["城镇登记失业率", "", "4％", "ratio"],
  ["地区生产总值", "", "增长8%", "growth"],
  ["地区生产总值", "%", "同比增长8", "growth"],
  ["地区生产总值", "亿元", "增加8", "flow"],
  ["单位GDP能耗", "", "下降3.2%", "growth"],
  ["公交车保有量（辆）", "辆", "40", "stock"],
  ["公交车保有量", "看不懂12", "40", "stock"],
] as const)("guesses the kind of %s in %s, %s: %s", (indicator, unit, figure, kind) => {
  expect(guessedKind(indicator, unit, figure)).toBe(kind);
});

it.each<[string, string, object, string]>([
  ["≥95%", "", { comparator: "atLeast", value: 95, unit: "%" }, "≥95%"],
  [" ≥ 95 ", "%", { comparator: "atLeast", value: 95, unit: "%" }, "≥ 95%"],
  ["40所以上", "", { comparator: "atLeast", value: 40, unit: "所" }, "40所以上"],
  ["不少于40", "所", { comparator: "atLeast", value: 40, unit: "所" }, "不少于40所"],
  ["1,200家", "", { comparator: "plain", value: 1200, unit: "家" }, "1,200家"],
  ["不超过30", "所", { comparator: "atMost", value: 30, unit: "所" }, "不超过30所"],
  ["30以内 ", "所", { comparator: "atMost", value: 30, unit: "所" }, "30以内所"],
  ["1.2万", "人", { comparator: "plain", value: 12000, unit: "人" }, "1.2万人"],
  ["16亿", "亿元", { comparator: "plain", value: 16, unit: "亿元" }, "16亿元"],
  ["1600万", "亿元", { comparator: "plain", value: 0.16, unit: "亿元" }, "1600万元"],
  ["3.2万", "千瓦", { comparator: "plain", value: 32000, unit: "千瓦" }, "3.2万千瓦"],
  ["1.2万人", "人", { comparator: "plain", value: 1.2, unit: "万人" }, "1.2万人"],
  ["九成", "", { comparator: "plain", value: 90, unit: "%" }, "九成"],
  ["５００", " 万元 ", { comparator: "plain", value: 500, unit: "万元" }, "５００万元"],
])("reads %s beside %j", (figure, unit, target, written) => {
  const own = added({ figure, unit }).added;
  expect([own.target, own.source.phrase, own.direction]).toEqual([target, `新改建食堂${written}`, undefined]);
});

/** The level that is promised, which way is good, and what an actual comes to on the last day. */
it.each<[string, string, number, string | undefined, [string, string][]]>([
  [
    "单位GDP能耗",
    "下降3.2%",
    -3.2,
    "down",
    [
      ["下降3.5%", "met"],
      ["下降3%", "farBehind"],
      ["增长1%", "farBehind"],
    ],
  ],
  [
    "单位GDP能耗",
    "下降3.2%以上",
    -3.2,
    "down",
    [
      ["下降3.2%", "met"],
      ["下降3.1%", "farBehind"],
    ],
  ],
  [
    "进出口总额",
    "下降3%以内",
    -3,
    undefined,
    [
      ["下降2%", "met"],
      ["增长1%", "met"],
      ["下降3.1%", "farBehind"],
    ],
  ],
  [
    "单位GDP能耗降幅",
    "下降3.2%",
    3.2,
    undefined,
    [
      ["下降3.5%", "met"],
      ["3.1%", "farBehind"],
    ],
  ],
  [
    "单位GDP能耗降幅",
    "3.2%",
    3.2,
    undefined,
    [
      ["下降3.5%", "met"],
      ["增长1%", "farBehind"],
    ],
  ],
  [
    "地区生产总值",
    "增长8%",
    8,
    undefined,
    [
      ["8%", "met"],
      ["7.9%", "farBehind"],
    ],
  ],
  [
    "城镇调查失业率",
    "5.5%",
    5.5,
    "down",
    [
      ["5.5%", "met"],
      ["4.9%", "met"],
      ["5.6%", "farBehind"],
    ],
  ],
  [
    "城镇调查失业率",
    "≤5.5%",
    5.5,
    undefined,
    [
      ["4.9%", "met"],
      ["5.6%", "farBehind"],
    ],
  ],
  [
    "居民消费价格涨幅",
    "3%",
    3,
    "down",
    [
      ["2%", "met"],
      ["3.1%", "farBehind"],
    ],
  ],
  [
    "生产安全事故起数（起）",
    "90起",
    90,
    "down",
    [
      ["80", "met"],
      ["91", "farBehind"],
    ],
  ],
  [
    "就业率",
    "95%",
    95,
    undefined,
    [
      ["96%", "met"],
      ["94%", "farBehind"],
    ],
  ],
])("%s %s", (indicator, figure, value, direction, actuals) => {
  const { index, added: own } = added({ indicator, figure, unit: "" });
  expect(own).toMatchObject({ target: { value } });
  expect(own.direction).toBe(direction);
  const verdicts = actuals.map(([actual]) => [
    actual,
    statusAnswer(index, RULES.xuancheng, own, { actual, asOf: "2024" }),
  ]);
  expect(verdicts).toEqual(actuals);
});

it.each<[Partial<OwnPromise>, string, object]>([
  [{ department: "  " }, "nameMissing", { missing: "department" }],
  [{ indicator: " " }, "nameMissing", { missing: "indicator" }],
  [{ figure: "约40" }, "quantityDoubtful", { given: "约40", bare: "40" }],
  [{ figure: "40所左右" }, "quantityDoubtful", { given: "40所左右", bare: "40所" }],
  [{ figure: "一批" }, "quantityVague", { given: "一批" }],
  [{ unit: "" }, "unitUnreadable", { given: "" }],
  [{ unit: "万" }, "unitUnreadable", { given: "万" }],
  [{ unit: "3个" }, "unitUnreadable", { given: "3个" }],
  [{ figure: "80%" }, "unitMismatch", { given: "%", expected: "所" }],
  [{ figure: "80%", unit: "1个" }, "unitMismatch", { given: "%", expected: "1个" }],
  [{ figure: "9万", unit: "%" }, "unitMismatch", { given: "万", expected: "%" }],
  [{ figure: "增加45所", kind: "stock" }, "changeNotLevel", { given: "增加45所" }],
  [{ figure: "提高2%", unit: "", kind: "ratio" }, "changeNotLevel", { given: "提高2%" }],
  [{ figure: "减少12所", kind: "flow" }, "changeNotLevel", { given: "减少12所" }],
  [{ indicator: "能耗降幅", figure: "增长1%", unit: "" }, "changeNotLevel", { given: "增长1%" }],
  [{ department: "青岩区" }, "departmentNotFound", { department: "青岩区" }],
  [{ department: "青岩" }, "departmentNotFound", { department: "青岩", nearest: [] }],
])("refuses %j: %s", (more, code, facts) => {
  const { code: found, facts: said } = refusal(() => added(more));
  expect([found, said]).toMatchObject([code, facts]);
});

it("takes the kind that a person chose", () => {
  expect((["flow", "stock"] as Kind[]).map((kind) => added({ kind }).added.kind)).toEqual(["flow", "stock"]);
  expect(added({ figure: "增加45", kind: "flow" }).added.target).toMatchObject({ value: 45 });
});

it("adds departments the catalog does not know, each once, and numbers what is added", () => {
  const one = added({ department: " 市园林局 " });
  expect(one.index.findDepartment("园林局")).toEqual({ id: "own-1", name: "市园林局" });
  const two = added({ department: "园林局", indicator: " 口袋公园 " }, one.index);
  expect([two.added.id, two.added.department, two.added.indicator]).toEqual(["OWN2024-002", "own-1", "口袋公园"]);
  const three = added({ department: "市气象局", indicator: "观测站" }, two.index);
  expect([three.added.id, three.added.department]).toEqual(["OWN2024-003", "own-2"]);
  expect(three.catalog.documents.filter(({ id }) => id === "own")).toHaveLength(1);
  expect(three.catalog.departments).toHaveLength(6);
});

it("asks whom a name means that fits several", () => {
  const { catalog } = yunzhou();
  const departments = [...catalog.departments, { id: "two", name: "云州市应急办" }, { id: "three", name: "市应急办" }];
  const index = new CatalogIndex({ ...catalog, departments });
  expect(refused(() => added({ department: "应急办" }, index))).toBe("departmentAmbiguous");
});

it("says which promise stands already under the name", () => {
  expect(withOwnPromise(yunzhou(), promise({ indicator: " 中小学新增学位" }), "自定事项")).toEqual({
    known: expect.objectContaining({ id: "YZ2024-001" }) as unknown,
  });
});

it.each<[string, Kind, boolean]>([
  ["城镇登记失业率", "ratio", true],
  ["PM2.5平均浓度（微克/立方米）", "stock", true],
  ["化学需氧量排放量", "flow", true],
  ["道路交通死亡人数", "flow", true],
  ["居民消费价格指数", "growth", true],
  ["CPI涨幅", "growth", true],
  ["城镇登记失业率", "growth", false],
  ["居民消费价格指数", "ratio", false],
  ["就业率", "ratio", false],
  ["二氧化硫减排量", "flow", false],
  ["事故救援队", "flow", false],
])("of %s as %s less is better: %s", (indicator, kind, is) => {
  expect(isLessBetter(indicator, kind)).toBe(is);
});
