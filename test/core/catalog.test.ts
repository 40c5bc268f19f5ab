import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { caseOf } from "../../src/core/case";
import { figureOf } from "../../src/core/figures";
import { evidenceOf } from "../../src/core/evidence";
import { catalogFile, catalogOf, first, jingzhou, refusal, refused } from "./jingzhou";

const target = (department: string, indicator: string) =>
  figureOf(jingzhou, jingzhou.find(department, indicator), jingzhou.catalog.year).value;

describe("Jingzhou 2024", () => {
  it.each([
    ["教育局", "新增学位", 8310],
    ["教育局", "中小学新增学位", 5970],
    ["教育局", "幼儿园新增学位", 2340],
    ["教育局", "增加学位", 2340],
    ["市农业农村局", "粮食产量", 90],
    ["市农业农村局", "粮食播种面积", 1062],
    ["市政务数据局", "“一事联办”", 300],
    ["市政务数据局", "宜荆荆", 700],
    ["招商促进中心", "亿元以上项目", 900],
    ["招商促进中心", "行业协会拜访全覆盖", 100],
    ["经信局", "工业增加值增长", 9],
    ["住建局", "保障性租赁住房", 1883],
  ])("%s %s is %d", (department, indicator, value) => {
    expect(target(department, indicator)).toBe(value);
  });

  it.each(["教育局", "市教育局", "荆州市教育局", "荆州教育局", " 市 教 育 局", "“教育局”"])("knows %s", (typed) => {
    expect(jingzhou.findDepartment(typed).name).toBe("市教育局");
  });

  it("says what a declared total is made of", () => {
    const evidence = evidenceOf(jingzhou, jingzhou.find("教育局", "新增学位"));
    expect(evidence.parts.map(({ indicator, figure }) => [indicator, figure?.value])).toEqual([
      ["幼儿园新增学位", 2340],
      ["中小学新增学位", 5970],
    ]);
  });

  it("takes an id in place of either name", () => {
    expect(jingzhou.find("JZ2024-012", "").indicator).toBe("中小学新增学位");
    expect(jingzhou.find("", "jz2024-012").indicator).toBe("中小学新增学位");
    expect(jingzhou.find("不存在的局", "JZ2024-012").indicator).toBe("中小学新增学位");
  });

  it.each([
    ["教育厅", "新增学位", "departmentNotFound", { department: "教育厅", nearest: ["市教育局"] }],
    ["区教育局", "新增学位", "departmentNotFound", { department: "区教育局", nearest: ["市教育局"] }],
    ["教育局", "新增座位", "indicatorNotFound", { department: "市教育局", indicator: "新增座位" }],
    ["教育局", "学位", "indicatorAmbiguous", { candidates: ["中小学新增学位", "幼儿园新增学位", "新增学位"] }],
    ["", "新增学位", "nameMissing", { missing: "department" }],
    ["教育局", " ", "nameMissing", { missing: "indicator" }],
    ["税务局", "减税降费", "unclear", { indicator: "新增减税降费及退税缓税缓费" }],
    ["发改委", "新开工亿元以上项目", "baselineMissing", {}],
    ["教育局", "高中生运动会", "noFigure", {}],
    ["住建局", "危旧房", "noAnnualTarget", { year: 2024, due: "2028-12-31" }],
  ] as const)("refuses %s %s: %s", (department, indicator, code, facts) => {
    const error = refusal(() => target(department, indicator));
    expect(error.code).toBe(code);
    expect(error.facts).toMatchObject(facts);
  });

  it.each([
    "1.中小学新增学位",
    "1、中小学新增学位",
    "１．中小学新增学位",
    "（１２）中小学新增学位",
    "(1)中小学新增学位",
    "①中小学新增学位",
    "（一）中小学新增学位",
    "一、中小学新增学位",
    "1.2 中小学新增学位",
    "其中：中小学新增学位",
    "其中: 1.中小学新增学位",
    "——中小学新增学位",
    "中小学新增学位（个）",
    "中小学新增学位(单位：个)",
    "（一）中小学新增学位【个】",
    "1.中小学新增",
  ])("knows %s as the bare name", (typed) => {
    expect(jingzhou.find("教育局", typed).indicator).toBe("中小学新增学位");
  });

  it.each([
    ["农业农村局", "粮食产量（万吨）", "unitInName", { indicator: "粮食产量", given: "万吨", unit: "亿斤" }],
    ["教育局", "中小学新增学位（公里）", "indicatorNotFound", {}],
    ["教育局", "中小学新增学位（全市）", "indicatorNotFound", {}],
    ["教育局", "1.学位", "indicatorAmbiguous", {}],
    ["教育局", "合计", "indicatorNotFound", {}], // though 学位合计 is a name of one
    ["教育局", "小 计", "indicatorNotFound", {}],
    ["教育局", "注：数据为初步统计", "indicatorNotFound", {}],
    ["教育局", "1.", "indicatorNotFound", {}],
    [
      "经信局",
      "JZ2024-012",
      "idContradicts",
      { id: "JZ2024-012", department: "市教育局", indicator: "中小学新增学位" },
    ],
    ["JZ2024-012", "粮食产量", "idContradicts", { given: "粮食产量" }],
    ["JZ2024-012", "幼儿园新增学位", "idContradicts", {}],
    ["JZ2024-012", "JZ2024-014", "idContradicts", { given: "JZ2024-014" }],
  ] as const)("refuses %s %s: %s", (department, indicator, code, facts) => {
    const error = refusal(() => jingzhou.find(department, indicator));
    expect(error.code).toBe(code);
    expect(error.facts).toMatchObject(facts);
  });

  it.each([
    ["JZ2024-012", "中小学新增学位"],
    ["JZ2024-012", "学位"],
    ["JZ2024-012", "JZ2024-012"],
    ["JZ2024-012", "从前的名称"],
    ["教育局", "JZ2024-012"],
    ["从前的局", "JZ2024-012"],
  ])("an id agrees with %s %s", (department, indicator) => {
    expect(jingzhou.find(department, indicator).id).toBe("JZ2024-012");
  });

  it("an exact name goes before what could be taken off it", () => {
    const goal = { kind: "flow", target: { comparator: "plain", value: 1, unit: "个" } } as const;
    const index = catalogOf(
      { ...goal, indicator: "合计" },
      { ...goal, indicator: "1.学校" },
      { ...goal, indicator: "学校" },
    );
    for (const [typed, id] of [
      ["合计", "TT2024-001"],
      ["1.学校", "TT2024-002"],
      ["2.学校", "TT2024-003"],
    ] as const)
      expect(index.find("教育局", typed).id).toBe(id);
  });

  it("offers the nearest indicator first", () => {
    expect(refusal(() => target("教育局", "新增座位")).facts).toHaveProperty("nearest.0", "新增学位");
  });

  it("keeps facts apart: none of them is a target", () => {
    const facts = jingzhou.catalog.facts ?? [];
    expect(facts.map(({ value }) => value).sort((a, b) => a - b)).toEqual([21, 258, 1459, 1463, 10693.9]);
    const targets = jingzhou.catalog.commitments.flatMap(({ target: promised }) =>
      promised && "value" in promised ? [promised.value] : [],
    );
    for (const { value } of facts) expect(targets).not.toContain(value);
  });

  const seed = path.resolve(__dirname, "../../../shared/seed/jingzhou-2024.txt");
  (existsSync(seed) ? it : it.skip)(
    "quotes phrases that stand on the page (skipped where the page is not at hand)",
    () => {
      const bare = (text: string) => text.normalize("NFKC").replace(/[\s"'“”‘’]/g, "");
      const page = bare(readFileSync(seed, "utf8"));
      const phrases = jingzhou.catalog.commitments
        .flatMap(({ source, alsoPromised }) => [source, ...(alsoPromised ?? [])])
        .map(({ phrase }) => phrase);
      const missing = phrases.flatMap((phrase) => phrase.split("；")).filter((phrase) => !page.includes(bare(phrase)));
      expect(missing).toEqual([]);
    },
  );
});

describe("names that several things share", () => {
  const catalog = catalogFile(
    { kind: "flow", indicator: "新建学校", aliases: ["学校"], target: { comparator: "plain", value: 1, unit: "所" } },
    {
      kind: "flow",
      indicator: "改建学校",
      aliases: ["学校", "旧校改造"],
      target: { comparator: "plain", value: 2, unit: "所" },
    },
    { kind: "flow", indicator: "学校", target: { comparator: "plain", value: 3, unit: "所" } },
    { kind: "flow", indicator: "体育场馆", aliases: ["场地"], target: { comparator: "plain", value: 4, unit: "座" } },
    { kind: "flow", indicator: "文化场馆", aliases: ["场地"], target: { comparator: "plain", value: 5, unit: "座" } },
  );
  const index = new CatalogIndex(validateCatalog(catalog));
  it("an exact name stands before aliases", () => expect(index.find("教育局", "学校").indicator).toBe("学校"));
  it("an alias is taken where it is one thing's", () =>
    expect(index.find("教育局", "旧校改造").indicator).toBe("改建学校"));
  it("an alias of several is refused", () =>
    expect(refused(() => index.find("教育局", "场地"))).toBe("indicatorAmbiguous"));
  it("a part of one name is enough", () => expect(index.find("教育局", "体育").indicator).toBe("体育场馆"));
  it("a part of several is refused", () =>
    expect(refused(() => index.find("教育局", "场馆"))).toBe("indicatorAmbiguous"));

  it.each([
    ["小学新增学位", "中小学新增学位", "flow"],
    ["小企业贷款", "中小企业贷款", "flow"],
    ["合格率", "食品不合格率", "ratio"],
    ["产能", "去产能", "flow"],
    ["GDP", "人均GDP", "stock"],
    ["GDP", "单位GDP能耗", "stock"],
    ["GDP能耗", "万元GDP能耗", "stock"],
    ["工业增加值", "规上工业增加值", "flow"],
    ["居民人均可支配收入", "农村居民人均可支配收入", "flow"],
    ["固定资产投资", "民间固定资产投资", "flow"],
    ["制造业增加值", "制造业增加值占比", "ratio"],
    ["出口总额", "出口总额增速", "growth"],
    ["工业", "工业园数", "stock"],
    ["小学", "小学生人数", "stock"],
    ["0个项目", "100个项目", "flow"],
    ["项目1", "项目10", "flow"],
  ] as const)("%s is not %s, which is offered", (typed, indicator, kind) => {
    const unit = kind === "growth" || kind === "ratio" ? "%" : "个";
    const other = { kind: "flow", indicator: "别的", target: { comparator: "plain", value: 1, unit: "座" } } as const;
    const found = catalogOf({ kind, indicator, target: { comparator: "plain", value: 5, unit } }, other);
    const error = refusal(() => found.find("教育局", typed));
    expect([error.code, error.facts]).toMatchObject(["indicatorNotFound", { nearest: [indicator] }]);
  });

  it.each([
    ["保障性租赁住房", "筹集保障性租赁住房", "flow"],
    ["租赁住房", "筹集保障性租赁住房", "flow"],
    ["技改", "技改投资", "flow"],
    ["学位", "全市新增学位", "flow"],
    ["工业互联网平台", "创新工业互联网平台", "flow"],
    ["城镇化", "常住人口城镇化率", "ratio"],
    ["出口总额", "出口总额增加", "flow"],
    ["出口总额", "出口总额增速", "flow"],
    ["出口", "出口信用保险增速", "growth"],
    ["5g工厂", "新增5G工厂2期", "flow"],
    ["1所学校", "建成1所学校10班", "flow"],
  ] as const)("%s is %s, where nothing else holds it", (typed, indicator, kind) => {
    const unit = kind === "flow" ? "个" : "%";
    const found = catalogOf({ kind, indicator, target: { comparator: "plain", value: 5, unit } });
    expect(found.find("教育局", typed).indicator).toBe(indicator);
  });

  it("a city's bureau and a district's are told apart", () => {
    const both = new CatalogIndex(
      validateCatalog({
        ...catalogFile({ kind: "milestone" }),
        departments: [
          { id: "education", name: "市教育局" },
          { id: "district", name: "沙市区教育局" },
        ],
      }),
    );
    expect(both.findDepartment("教育局").id).toBe("education");
    expect(both.findDepartment("沙市区教育局").id).toBe("district");
  });

  it("remembers within a bound and still answers right", () => {
    for (let i = 0; i < 60_000; i++) refused(() => index.find("教育局", `没有${i}`));
    expect(index.find("教育局", "体育").indicator).toBe("体育场馆");
  });
});

describe("a catalog file that does not fit", () => {
  const flow = { kind: "flow", target: { comparator: "plain", value: 1, unit: "个" } } as const;
  const issues = (file: unknown) =>
    (refusal(() => validateCatalog(file)).facts as unknown as { issues: { path: string; problem: string }[] }).issues;
  it.each([
    ["is no object", null, "/", "wrongType"],
    ["lacks its commitments", { ...catalogFile(), commitments: undefined }, "/", "missing"],
    [
      "has an unknown kind",
      { ...catalogFile(), commitments: [{ ...catalogFile(flow).commitments[0], kind: "wish" }] },
      "/commitments/0/kind",
      "notOneOf",
    ],
    [
      "has a figure as text",
      catalogFile({ kind: "flow", target: { comparator: "plain", value: "1" as unknown as number, unit: "个" } }),
      "/commitments/0/target/value",
      "wrongType",
    ],
    [
      "has an id twice",
      catalogFile({ ...flow, id: "TT2024-009" }, { ...flow, id: "TT2024-009" }),
      "/commitments/1/id",
      "duplicateId",
    ],
    [
      "has an indicator twice",
      catalogFile({ ...flow, indicator: "学位" }, { ...flow, indicator: " 学位" }),
      "/commitments/1/indicator",
      "duplicateName",
    ],
    [
      "names an unknown department",
      catalogFile({ ...flow, department: "nobody" }),
      "/commitments/0/department",
      "unknownDepartment",
    ],
    [
      "names an unknown document",
      catalogFile({ ...flow, source: { document: "x", section: "一", phrase: "y" } }),
      "/commitments/0/source/document",
      "unknownDocument",
    ],
    [
      "ends before it begins",
      catalogFile({ ...flow, from: "2024-12-31", due: "2024-01-01" }),
      "/commitments/0/due",
      "datesReversed",
    ],
    ["has a day that never was", catalogFile({ ...flow, due: "2024-02-30" }), "/commitments/0/due", "noSuchDay"],
    [
      "is unclear without a reason",
      catalogFile({ ...flow, review: "unclear" }),
      "/commitments/0/reviewReason",
      "reasonMissing",
    ],
    ["has neither target nor parts", catalogFile({ kind: "flow" }), "/commitments/0/target", "noTarget"],
    [
      "adds unlike units",
      catalogFile(
        flow,
        { kind: "flow", target: { comparator: "plain", value: 1, unit: "公里" } },
        { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
      ),
      "/commitments/2/sumOf",
      "unlikePart",
    ],
    [
      "adds up rates of growth",
      catalogFile(
        { kind: "growth", target: { comparator: "plain", value: 6, unit: "%" } },
        { kind: "growth", target: { comparator: "plain", value: 5.1, unit: "%" } },
        { kind: "growth", sumOf: ["TT2024-001", "TT2024-002"] },
      ),
      "/commitments/2/sumOf",
      "sumOfRates",
    ],
    [
      "adds up shares",
      catalogFile(
        { kind: "ratio", target: { comparator: "plain", value: 6, unit: "%" } },
        { kind: "ratio", target: { comparator: "plain", value: 5.1, unit: "%" } },
        { kind: "ratio", sumOf: ["TT2024-001", "TT2024-002"] },
      ),
      "/commitments/2/sumOf",
      "sumOfRates",
    ],
    [
      "adds up percentages that call themselves counted",
      catalogFile(
        { kind: "flow", target: { comparator: "plain", value: 6, unit: "个百分点" } },
        { kind: "flow", target: { comparator: "plain", value: 5, unit: "个百分点" } },
        { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
      ),
      "/commitments/2/sumOf",
      "sumOfRates",
    ],
    [
      "adds a limit to a goal",
      catalogFile(
        flow,
        { kind: "flow", target: { comparator: "atMost", value: 1, unit: "个" } },
        { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
      ),
      "/commitments/2/sumOf",
      "unlikePart",
    ],
    [
      "adds an unknown part",
      catalogFile(flow, { kind: "flow", sumOf: ["TT2024-001", "TT2024-777"] }),
      "/commitments/1/sumOf",
      "unknownPart",
    ],
    [
      "has a range upside down",
      catalogFile({ kind: "flow", target: { comparator: "range", value: 30, valueMax: 25, unit: "家" } }),
      "/commitments/0/target/valueMax",
      "rangeReversed",
    ],
    [
      "has a stock that starts at its target",
      catalogFile({ kind: "stock", target: { comparator: "plain", value: 3, unit: "个" }, baseline: { value: 3 } }),
      "/commitments/0/baseline/value",
      "baselineIsTarget",
    ],
    [
      "has shares that fall",
      catalogFile({ ...flow, profile: { quarterShares: [0.5, 0.2, 0.8, 1] } }),
      "/commitments/0/profile/quarterShares",
      "sharesFalling",
    ],
  ])("%s", (_name, file, place, problem) => {
    expect(issues(file)).toContainEqual(expect.objectContaining({ path: place, problem }));
  });
});

describe("a promise over several years", () => {
  const index = catalogOf({
    kind: "stock",
    target: { comparator: "plain", value: 500, unit: "套" },
    due: "2028-12-31",
    annualTargets: { "2024": 80 },
  });
  const commitment = first(index);
  it("has the year's target where a plan was entered", () =>
    expect(caseOf(index, commitment).figure).toMatchObject({ value: 80 }));
  it("has its whole in its last year", () => expect(figureOf(index, commitment, 2028).value).toBe(500));
  it("has none in a year without a plan", () =>
    expect(refused(() => figureOf(index, commitment, 2025))).toBe("noAnnualTarget"));
  it("refuses a year outside", () => expect(refused(() => figureOf(index, commitment, 2030))).toBe("yearOutside"));
});
