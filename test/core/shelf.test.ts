import { targetAnswer } from "../../src/core/answers";
import { caseOf } from "../../src/core/case";
import { CatalogIndex } from "../../src/core/catalog";
import { checkAnswer } from "../../src/core/checkAnswer";
import { CatalogError } from "../../src/core/errors";
import { validateCatalog } from "../../src/core/loadCatalog";
import { Shelf } from "../../src/core/shelf";
import { RULES } from "../../src/core/status";
import type { Catalog, Commitment } from "../../src/core/types";
import { catalogFile, refusal } from "./jingzhou";

type Promise_ = Partial<Commitment> & Pick<Commitment, "kind">;
const flow = (indicator: string, value: number, more: Partial<Commitment> = {}): Promise_ => ({
  kind: "flow",
  indicator,
  target: { comparator: "plain", value, unit: "个" },
  ...more,
});

/** A catalog of a region and year; ids begin with the letters given. */
function of(region: string, year: number, letters: string, department: string, ...promises: Promise_[]): CatalogIndex {
  const file = catalogFile(...promises);
  const catalog: Catalog = {
    ...file,
    schemaVersion: 2,
    id: `${letters}-${year}`.toLowerCase(),
    region,
    year,
    departments: [{ id: "education", name: department }],
    commitments: file.commitments.map((each, at) => ({
      ...each,
      id: `${letters}${year}-${String(at + 1).padStart(3, "0")}`,
      from: `${year}-01-01`,
      due: `${year}-12-31`,
      ...(promises[at]?.due ? { due: promises[at].due } : {}),
    })),
  };
  return new CatalogIndex(validateCatalog(catalog));
}

const jingzhou = of("荆州市", 2025, "JZ", "市教育局", flow("新增学位", 25), flow("改造校舍", 7));
const lastYear = of("荆州市", 2024, "JZ", "市教育局", flow("新增学位", 24), flow("旧指标", 3));
const xiangyang = of("襄阳市", 2025, "XY", "市教育局", flow("新增学位", 111), flow("襄阳专有", 5));
const yichang = of("宜昌市", 2025, "YC", "市文旅局", flow("接待游客", 900));
const yichang23 = of("宜昌市", 2023, "YC", "市文旅局", flow("接待游客", 800), flow("旧馆", 1));
const hubei = of("中国", 2026, "CN", "湖北省", flow("城镇新增就业", 70));
const shelf = new Shelf(jingzhou, [lastYear, xiangyang, yichang, yichang23, hubei]);

const ask = (department: string, indicator: string, year: unknown = null, on = shelf) =>
  targetAnswer(on, department, indicator, year, null);

describe("who answers a name", () => {
  it.each<[string, string, unknown, number]>([
    ["教育局", "新增学位", null, 25],
    ["教育局", "新增学位", 2025, 25],
    ["教育局", "新增学位", 2024, 24],
    ["教育局", "新增学位", "2024年", 24],
    ["荆州市教育局", "新增学位", null, 25],
    ["襄阳市教育局", "新增学位", null, 111],
    ["襄阳教育局", "新增学位", 2025, 111],
    ["文旅局", "接待游客", null, 900],
    ["宜昌市文旅局", "接待游客", 2023, 800],
    ["湖北省", "城镇新增就业", null, 70],
    ["湖北省", "城镇新增就业", 2026, 70],
    ["JZ2024-001", "", null, 24],
    ["JZ2024-001", "JZ2024-001", 2024, 24],
    ["教育局", "JZ2024-002", null, 3],
    ["XY2025-002", "", null, 5],
    ["襄阳市教育局", "XY2025-002", null, 5],
  ])("%s %s of %p is %d", (department, indicator, year, value) => {
    expect(ask(department, indicator, year)).toBe(value);
  });

  it("refuses, with what would do, where only other years have it", () => {
    expect(refusal(() => ask("教育局", "旧指标"))).toMatchObject({ code: "otherYear", facts: { years: ["2024"] } });
    expect(ask("教育局", "旧指标", 2024)).toBe(3);
    expect(refusal(() => ask("文旅局", "旧馆"))).toMatchObject({ code: "indicatorNotFound" });
    expect(ask("文旅局", "旧馆", 2023)).toBe(1);
    const years = new Shelf(of("荆州市", 2022, "JZ", "市教育局", flow("新增学位", 1)), [yichang, yichang23]);
    expect(refusal(() => ask("文旅局", "接待游客", null, years))).toMatchObject({
      code: "otherYear",
      facts: { years: ["2023", "2025"] },
    });
  });

  it("does not look elsewhere for what the own department has not", () => {
    expect(refusal(() => ask("教育局", "襄阳专有"))).toMatchObject({ code: "indicatorNotFound" });
    expect(ask("襄阳市教育局", "襄阳专有")).toBe(5);
  });

  it("asks where a name fits departments of two regions; the region decides", () => {
    const third = of("十堰市", 2025, "SY", "市教育局", flow("新增学位", 222));
    const both = new Shelf(yichang, [xiangyang, third]);
    const asked = refusal(() => ask("教育局", "新增学位", null, both));
    expect(asked).toMatchObject({
      code: "departmentAmbiguous",
      facts: { candidates: ["襄阳市教育局", "十堰市教育局"] },
    });
    const { candidates } = (asked as CatalogError<"departmentAmbiguous">).facts;
    expect(candidates.map((name) => ask(name, "新增学位", null, both))).toEqual([111, 222]);
    expect(refusal(() => both.catalogOf("教育局"))).toMatchObject({ code: "departmentAmbiguous" });
    expect(both.catalogOf("十堰市教育局")).toBe(third);
  });

  it("asks where two catalogs of one region and year have the same name, and takes an id", () => {
    const other = of("襄阳市", 2025, "XB", "市教育局", flow("新增学位", 112));
    const both = new Shelf(yichang, [xiangyang, other]);
    expect(refusal(() => ask("教育局", "新增学位", null, both))).toMatchObject({
      code: "indicatorAmbiguous",
      facts: { candidates: ["XY2025-001", "XB2025-001"] },
    });
    expect(ask("XB2025-001", "", null, both)).toBe(112);
  });

  it("takes a promise over several years of the own catalog for a year whose catalog has it not", () => {
    const plan = of(
      "荆州市",
      2025,
      "JZ",
      "市教育局",
      flow("长期", 90, { due: "2026-12-31", annualTargets: { "2026": 60 } }),
    );
    const next = of("荆州市", 2026, "JZ", "市教育局", flow("新增学位", 26));
    expect(ask("教育局", "长期", 2026, new Shelf(plan, [next]))).toBe(60);
  });

  it("says the own catalog's refusal where nobody knows the department, with names of the others where it has none near", () => {
    expect(refusal(() => ask("湖北", "x"))).toMatchObject({
      code: "departmentNotFound",
      facts: { nearest: ["中国湖北省"] },
    });
    expect(refusal(() => ask("教育厅", "x"))).toMatchObject({ facts: { nearest: ["市教育局"] } });
  });

  it("judges each row of CHECK by its own catalog, of which 二季度 is", () => {
    const columns = {
      departments: ["教育局", "湖北省", "无"],
      indicators: ["新增学位", "城镇新增就业", "x"],
      actuals: [13, 35, 1],
    };
    const rows = checkAnswer(shelf, RULES.standard, columns, "二季度");
    expect(rows.map((row) => row?.standing?.expected ?? null)).toEqual([12.5, 35, null]);
    expect(rows[2]?.refusal?.code).toBe("departmentNotFound");
  });
});

describe("last year's catalog serves 上年", () => {
  const more: Promise_ = {
    kind: "flow",
    indicator: "新增学位",
    target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" },
  };
  const before = of(
    "荆州市",
    2024,
    "JZ",
    "市教育局",
    flow("新增学位", 24, { history: [{ period: "2024", value: 23, state: "final" }] }),
  );
  it("its figures of earlier periods count as the own catalog's, which stays as it was taken", () => {
    const own = of("荆州市", 2025, "JZ", "市教育局", more);
    expect(refusal(() => ask("教育局", "新增学位", null, new Shelf(own))).code).toBe("baselineMissing");
    const on = new Shelf(own, [before]);
    expect(ask("教育局", "新增学位", null, on)).toBe(23);
    expect(on.catalogs[0]).toBe(own.catalog);
    expect(own.catalog.commitments[0]?.history).toBeUndefined();
  });
  it("what the own catalog says stays, and figures of another kind, unit or region are not lent", () => {
    const said = { ...more, history: [{ period: "2024", value: 30, state: "final" as const }] };
    expect(ask("教育局", "新增学位", null, new Shelf(of("荆州市", 2025, "JZ", "市教育局", said), [before]))).toBe(30);
    const other: Promise_ = { ...more, target: { comparator: "moreThan", relativeTo: "lastYear", unit: "公里" } };
    for (const own of [of("荆州市", 2025, "JZ", "市教育局", other), of("襄阳市", 2025, "XY", "市教育局", more)]) {
      const on = new Shelf(own, [before]);
      const commitment = on.own.catalog.commitments[0]!;
      expect(caseOf(on.own, commitment).figure).toBeInstanceOf(CatalogError);
    }
  });
});
