import {
  gapAnswer,
  paceAnswer,
  rateAnswer,
  reasonAnswer,
  runRateAnswer,
  statusAnswer,
  targetAnswer,
} from "../../src/core/answers";
import { caseOf } from "../../src/core/case";
import { CatalogIndex } from "../../src/core/catalog";
import { checkAnswer } from "../../src/core/checkAnswer";
import { CatalogError } from "../../src/core/errors";
import { validateCatalog } from "../../src/core/loadCatalog";
import { evidenceOf } from "../../src/core/evidence";
import { namesInCall, promiseAsked } from "../../src/core/promiseAsked";
import { scoreAnswer } from "../../src/core/scores";
import { Shelf } from "../../src/core/shelf";
import { RULES } from "../../src/core/status";
import type { Catalog, Commitment } from "../../src/core/types";
import { errorSentence } from "../../src/strings/cellStrings";
import { reasonText } from "../../src/strings/reason";
import { listedCells } from "../../src/strings/spilledTables";
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

describe("the year of a period, or one named by itself, picks the catalog that judges", () => {
  const promise = (names: readonly [string, string], asOf: unknown, year: unknown, on = shelf) =>
    promiseAsked(on, ...names, asOf, year);
  const degrees = ["教育局", "新增学位"] as const;

  it.each<[readonly [string, string], unknown, unknown, string]>([
    [degrees, null, null, "JZ2025-001"],
    [degrees, "二季度", null, "JZ2025-001"],
    [degrees, "2025Q2", null, "JZ2025-001"],
    [degrees, "2024Q4", null, "JZ2024-001"],
    [degrees, "24年二季度", null, "JZ2024-001"],
    [degrees, "2024年1-9月", null, "JZ2024-001"],
    [degrees, 202409, null, "JZ2024-001"],
    [degrees, 45473, null, "JZ2024-001"], // 2024-06-30
    [degrees, 2024, null, "JZ2024-001"],
    [degrees, "二季度", 2024, "JZ2024-001"],
    [degrees, "6月30日", "2024年", "JZ2024-001"],
    [degrees, null, 2024, "JZ2024-001"],
    [degrees, "2025-01", 2024, "JZ2024-001"], // last year's promise, looked at after its year
    [degrees, "2024Q4", 2025, "JZ2025-001"],
    [degrees, "2023Q4", null, "JZ2025-001"], // no catalog of that year: its own, which has not begun
    [["JZ2025-001", ""], "2024Q4", null, "JZ2025-001"], // an id decides
    [["教育局", "JZ2025-001"], "2024Q4", null, "JZ2025-001"],
    [["JZ2024-001", ""], "2025Q1", null, "JZ2024-001"],
    [["荆州市教育局", "新增学位"], "2024Q4", null, "JZ2024-001"],
    [["文旅局", "接待游客"], "2023Q4", null, "YC2023-001"],
    [["文旅局", "接待游客"], "四季度", null, "YC2025-001"],
    [["宜昌市文旅局", "旧馆"], "2023Q4", null, "YC2023-002"],
    [["教育局", "旧指标"], "2024Q4", null, "JZ2024-002"],
    [["教育局", "旧指标"], "四季度", 2024, "JZ2024-002"],
    [["湖北省", "城镇新增就业"], "二季度", null, "CN2026-001"],
  ])("%p at %p of year %p is %s", (names, asOf, year, id) => {
    expect(promise(names, asOf, year).commitment.id).toBe(id);
  });

  it("asks and refuses where the year leads nowhere", () => {
    expect(refusal(() => promise(degrees, null, 2023))).toMatchObject({
      code: "yearOutside",
      facts: { given: "2023" },
    });
    expect(refusal(() => promise(["JZ2025-001", ""], null, 2024)).code).toBe("yearOutside");
    expect(refusal(() => promise(degrees, null, "2024Q2")).code).toBe("notOneYear");
    expect(refusal(() => promise(["教育局", "旧指标"], "二季度", null)).code).toBe("otherYear");
    expect(refusal(() => promise(["文旅局", "接待游客"], "2024Q4", null))).toMatchObject({
      code: "otherYear",
      facts: { years: ["2023", "2025"] },
    });
    expect(refusal(() => promise(["无此局", "x"], null, "x")).code).toBe("departmentNotFound");
    const other = of("荆州市", 2024, "JB", "市教育局", flow("新增学位", 26));
    const two = new Shelf(jingzhou, [lastYear, other]);
    expect(refusal(() => promise(degrees, "2024Q4", null, two))).toMatchObject({
      code: "indicatorAmbiguous",
      facts: { candidates: ["JZ2024-001", "JB2024-001"] },
    });
  });

  it("every function judges by it", () => {
    const asked = (asOf: unknown, year: unknown) => {
      const { index, commitment, year: named } = promise(degrees, asOf, year);
      const rules = RULES.standard;
      const entered = { actual: 12, asOf, year: named };
      return [
        paceAnswer(index, rules, commitment, asOf, null, named),
        gapAnswer(index, rules, commitment, entered),
        rateAnswer(index, rules, commitment, entered),
        statusAnswer(index, rules, commitment, entered),
        runRateAnswer(index, commitment, entered),
        scoreAnswer(index, commitment, entered, 10),
        reasonText(reasonAnswer(index, rules, commitment, entered, 2025)),
      ];
    };
    const of2024 = [12, 0, 0.5, "onPace", 6, 5, "截至2024年二季度应达12个(50.0%),实际12个(50.0%),正好持平,达进度。"];
    expect(asked("2024Q2", null)).toEqual(of2024);
    expect(asked("二季度", 2024)).toEqual(of2024);
    expect(asked("二季度", null)).toEqual([
      12.5,
      0.5,
      0.48,
      "behind",
      6.5,
      4.8,
      "截至二季度应达12.5个(50.0%),实际12个(48.0%),欠0.5个,低于序时2.0个百分点,欠进度。",
    ]);
    expect(targetAnswer(shelf, ...degrees, null, null, "2024Q2")).toBe(24);
    const columns = { departments: ["教育局", "文旅局"], indicators: ["新增学位", "接待游客"], actuals: [12, 400] };
    const expected = (asOf: unknown, year: unknown) =>
      checkAnswer(shelf, RULES.standard, columns, asOf, year).map(
        (row) => row?.standing?.expected ?? row?.refusal?.code ?? null,
      );
    expect(expected("2024Q2", null)).toEqual([12, "otherYear"]);
    expect(expected("二季度", 2024)).toEqual([12, "otherYear"]);
    expect(expected("2023Q2", null)).toEqual([null, 400]); // before 2025 nothing is due of what only that year has
    expect(expected("二季度", null)).toEqual([12.5, 450]);
    expect(expected(null, 2023)).toEqual(["yearOutside", 800]);
  });

  it("of a promise over several years a year that is named is judged by its own figure, at its end", () => {
    const plan = of("荆州市", 2025, "JZ", "市教育局", {
      ...flow("长期", 90, { due: "2027-12-31", annualTargets: { "2025": 20, "2026": 30, "2027": 40 } }),
    });
    const on = new Shelf(plan);
    const rate = (year: number | null, asOf: unknown = null) => {
      const { index, commitment, year: named } = promise(["教育局", "长期"], asOf, year, on);
      return [
        targetAnswer(on, "教育局", "长期", year, null),
        rateAnswer(index, RULES.standard, commitment, { actual: 15, asOf, year: named }),
      ];
    };
    expect(rate(2025)).toEqual([20, 0.75]);
    expect(rate(2026)).toEqual([30, 0.5]);
    expect(rate(2026, "二季度")).toEqual([30, 0.5]);
    const { index, commitment } = promise(["教育局", "长期"], null, 2026, on);
    expect(paceAnswer(index, RULES.standard, commitment, "二季度", null, 2026)).toBe(15);
    expect(evidenceOf(index, commitment, 2026).figure).toMatchObject({ value: 30 });
    expect(refusal(() => promise(["教育局", "长期"], null, 2028, on)).code).toBe("yearOutside");
  });

  it("lists a year's catalog", () => {
    expect(shelf.catalogOf("教育局", 2024)).toBe(shelf.others.find(({ catalog }) => catalog.id === "jz-2024"));
    expect(shelf.catalogOf("文旅局", 2023).catalog.year).toBe(2023);
    expect(shelf.ofYear(2024).catalog.id).toBe("jz-2024");
    expect(refusal(() => shelf.catalogOf("教育局", 2023))).toMatchObject({
      code: "noCatalogOfYear",
      facts: { region: "荆州市", years: [2024, 2025] },
    });
    expect(refusal(() => shelf.ofYear(2023)).code).toBe("noCatalogOfYear");
    expect(refusal(() => jingzhou.ofYear(2024)).code).toBe("noCatalogOfYear");
  });

  describe("two catalogs of one region and year", () => {
    const titled = (index: CatalogIndex, id: string, title: string) =>
      new CatalogIndex({ ...index.catalog, id, title });
    const again = (year: number) =>
      titled(of("荆州市", year, "JB", "市教育局", flow("补充项", 9)), `jb-${year}`, `${year}年补充承诺`);
    const on = new Shelf(jingzhou, [lastYear, again(2024), again(2025)]);
    const listed = (department: unknown, year: unknown = null) =>
      listedCells(on, department, year)
        .slice(1)
        .map((row) => row[2]);

    it("the workbook's own is listed, and the other by its title or id", () => {
      expect(listed(null)).toEqual(["新增学位", "改造校舍"]);
      expect(listed("教育局", 2025)).toEqual(["新增学位", "改造校舍"]);
      expect(listed("2025年补充承诺")).toEqual(["补充项"]);
      expect(listed("jb-2024")).toEqual(["补充项"]);
    });

    it("of another year it is asked which, by names that answer", () => {
      for (const department of [null, "教育局"]) {
        const asked = refusal(() => listed(department, 2024));
        expect(asked).toMatchObject({ code: "catalogAmbiguous", facts: { region: "荆州市", year: 2024 } });
        const { titles } = (asked as CatalogError<"catalogAmbiguous">).facts;
        expect(titles.map((title) => listed(title))).toEqual([["新增学位", "旧指标"], ["补充项"]]);
      }
      const asked = errorSentence(refusal(() => listed("教育局", 2024)));
      expect(asked).toContain("荆州市2024年有 2 份目录");
      expect(asked).toContain("“2024年补充承诺”");
    });

    it("titles that are one name are told by their ids", () => {
      const twins = new Shelf(jingzhou, [
        titled(lastYear, "one-2024", "同名"),
        titled(again(2024), "other-2024", "同名"),
      ]);
      expect(refusal(() => listedCells(twins, null, 2024)).facts).toMatchObject({ titles: ["one-2024", "other-2024"] });
    });
  });

  it("a call is written so that the promise meant answers it", () => {
    for (const index of [shelf.own, ...shelf.others])
      for (const commitment of index.catalog.commitments) {
        const { department, indicator } = namesInCall(shelf, shelf.find(commitment.id, ""));
        expect(shelf.find(department, indicator)).toBe(shelf.find(commitment.id, ""));
      }
    expect(namesInCall(shelf, shelf.find("XY2025-001", ""))).toEqual({
      department: "襄阳市教育局",
      indicator: "新增学位",
    });
    expect(namesInCall(shelf, shelf.find("JZ2024-001", "")).department).toBe("JZ2024-001");
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
