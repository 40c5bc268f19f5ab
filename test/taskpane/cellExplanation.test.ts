import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { Shelf } from "../../src/core/shelf";
import { RULES } from "../../src/core/status";
import { firstCall, withArgument } from "../../src/sheets/calls";
import { explain } from "../../src/taskpane/cellExplanation";

const index = new CatalogIndex(validateCatalog(embedded));

/** Explains a formula as it stands; values of referenced cells are given by address. */
function explained(formula: string, cells: Record<string, string | number | null> = {}) {
  const call = firstCall(formula);
  const values = (call?.arguments ?? []).map((argument) => {
    if (argument.kind === "value") return argument.value;
    return argument.kind === "reference" ? (cells[argument.address] ?? null) : undefined;
  });
  return explain(index, RULES.standard, call, values);
}

/** The refusal's code and the texts offered in its place. */
function refusal(formula: string, cells: Record<string, string | number | null> = {}) {
  const found = explained(formula, cells);
  return found.is === "refused"
    ? { code: found.error.code, repairs: found.repairs.map(({ position, name }) => `${position}:${name}`) }
    : found.is;
}

describe("explaining a cell", () => {
  it("says that a cell without a call of ours is not ours", () => {
    expect(explained("=SUM(A1:A9)").is).toBe("notOurs");
    expect(explained("教育局").is).toBe("notOurs");
  });

  it("finds the commitment behind a right formula", () => {
    const found = explained('=TARGET("教育局","新增学位")');
    expect(found).toMatchObject({ is: "answered", commitment: { id: "JZ2024-016" } });
  });

  it("reads the names from the cells a formula refers to", () => {
    const cells = { A5: "农业农村局", B5: "粮食产量" };
    expect(explained("=TARGET(A5,$B$5)", cells)).toMatchObject({ is: "answered", commitment: { id: "JZ2024-036" } });
  });

  it("knows what was last reported before: done stays done", () => {
    const formula = '=TARGET.STATUS("教育局","新增学位",C1,"2024Q3",D1)';
    expect(explained(formula, { C1: null, D1: 8310 })).toMatchObject({ reason: { standing: { status: "met" } } });
    expect(explained(formula, { C1: null, D1: 8000 })).toMatchObject({
      reason: { standing: { status: "unreported" } },
    });
  });

  it("offers the nearest department in the place of a wrong one", () => {
    expect(refusal('=TARGET("教育厅","新增学位")')).toEqual({
      code: "departmentNotFound",
      repairs: ["0:市教育局"],
    });
  });

  it("offers every candidate of an ambiguous indicator", () => {
    expect(refusal('=TARGET("农业农村局","粮食")')).toEqual({
      code: "indicatorAmbiguous",
      repairs: ["1:粮食播种面积", "1:粮食产量"],
    });
  });

  it("offers a name for a cell the formula refers to", () => {
    expect(refusal('=TARGET(A1,"新增学位")', { A1: "教育厅" })).toMatchObject({ repairs: ["0:市教育局"] });
  });

  it("says why a verdict is what it is, where the actual is known", () => {
    const judged = explained('=TARGET.STATUS("教育局","新增学位",A1,"2024Q2")', { A1: 3900 });
    expect(judged).toMatchObject({ reason: { actual: 3900, standing: { status: "behind", gap: 255 } } });
    expect(explained('=TARGET.STATUS("教育局","新增学位",SUM(A1:A4))')).toMatchObject({ reason: null });
    expect(explained('=TARGET("教育局","新增学位")')).toMatchObject({ reason: null });
  });

  it("does not guess at names that are computed in the formula", () => {
    expect(refusal('=TARGET(A1&"局","新增学位")')).toBe("unreadable");
  });

  it("asks for a name that is missing", () => {
    expect(refusal("=TARGET()")).toEqual({ code: "nameMissing", repairs: [] });
    expect(refusal('=TARGET("教育局",A1)')).toEqual({ code: "nameMissing", repairs: [] });
  });

  it.each([
    ['=TARGET("税务局","降低企业成本措施")', "unclear"],
    ['=TARGET("发改委","新开工亿元以上项目")', "baselineMissing"],
    ['=TARGET("教育局","举办全市高中生运动会")', "noFigure"],
    ['=TARGET("住建局","危旧房屋改造覆盖率")', "noAnnualTarget"],
    ['=TARGET.INFO("教育局","新增学位","基数")', "baselineMissing"],
    ['=TARGET.INFO("教育局","新增学位","颜色")', "propertyUnknown"],
    ['=TARGET.GAP("教育局","新增学位","很多")', "quantityUnreadable"],
    ['=TARGET.GAP("教育局","新增学位","3公里")', "unitMismatch"],
    ['=TARGET.GAP("教育局","新增学位","")', "actualMissing"],
    ['=TARGET.GAP("农业农村局","粮食产量",10,"2024Q2")', "noPace"],
    ['=TARGET.GAP("教育局","新增学位",3900,"下周")', "periodUnreadable"],
    ['=TARGET.RATE("经信局","技改投资增速",9)', "rateRefused"],
    ['=TARGET.STATUS("经信局","技改投资增速",0.15)', "percentUnclear"],
    ['=TARGET.STATUS("教育局","举办全市高中生运动会","也许")', "milestoneUnreadable"],
    ['=TARGET("教育局","新增学位","2024Q2")', "notOneYear"],
    ['=TARGET("教育局","新增学位",2025)', "yearOutside"],
    ['=TARGET("教育局","新增学位",,"公里")', "unitMismatch"],
    ['=TARGET.PACE("教育局","新增学位","")', "asOfMissing"],
    ['=TARGET.PACE("农业农村局","粮食产量","2024Q2")', "noPace"],
    ['=TARGET.WHY("教育局","新增学位","很多")', "quantityUnreadable"],
    ['=TARGET.TOGO("教育局","新增学位",3900,"2024Q4")', "noQuartersLeft"],
    ['=TARGET.TOGO("经信局","技改投资增速",9,"2024Q2")', "runRateRefused"],
    ['=TARGET.LIST("教育厅")', "departmentNotFound"],
  ])("finds in %s the refusal %s", (formula, code) => {
    expect(refusal(formula)).toMatchObject({ code });
  });

  it.each([
    '=TARGET.STATUS("教育局","新增学位","")',
    '=TARGET.STATUS("税务局","降低企业成本措施",3)',
    '=TARGET.STATUS("教育局","举办全市高中生运动会","已完成")',
    '=TARGET.RATE("教育局","新增学位",4155)',
    '=TARGET.GAP("教育局","新增学位",3900,"2024Q2")',
    '=TARGET.GAP("教育局","新增学位",SUM(C1:C4),"2024Q2")',
    '=TARGET.INFO("教育局","新增学位","单位")',
    '=TARGET("农业农村局","粮食产量",2024,"万吨")',
    '=TARGET.PACE("教育局","新增学位","上半年")',
    '=TARGET.WHY("税务局","降低企业成本措施",3)',
    '=TARGET.TOGO("教育局","新增学位",3900,"2024Q2")',
  ])("has nothing against %s", (formula) => {
    expect(explained(formula).is).toBe("answered");
  });

  it("knows a list of a department, of all, and one whose department is computed", () => {
    expect(explained('=TARGET.LIST("教育局")').is).toBe("listed");
    expect(explained("=TARGET.LIST()").is).toBe("listed");
    const twin = new CatalogIndex({ ...index.catalog, id: "twin-2024", title: "另一份" });
    const call = firstCall('=TARGET.LIST("教育局")');
    expect(explain(new Shelf(index, [twin]), RULES.standard, call, ["教育局"])).toEqual({
      is: "listed",
      beside: ["另一份"],
    });
    expect(explain(new Shelf(index, [twin]), RULES.standard, call, ["另一份"])).toEqual({ is: "listed", beside: [] });
    expect(explained('=TARGET.LIST(A1&"局")').is).toBe("unreadable");
  });

  it("offers both readings of an unclear percentage in the formula, and none for a cell", () => {
    expect(refusal('=TARGET.STATUS("经信局","技改投资增速",0.15)')).toMatchObject({ repairs: ["2:15%", "2:0.15%"] });
    expect(refusal('=TARGET.STATUS("经信局","技改投资增速",C4)', { C4: 0.15 })).toMatchObject({ repairs: [] });
  });
});

describe("what would put an argument right", () => {
  it.each([
    ['=TARGET.PACE("教育局","新增学位","2024年1-9")', "periodUnreadable", "2:2024年1-9月"],
    ['=TARGET.PACE("教育局","新增学位","2023Q2")', "notBegun", "2:2024Q2"],
    ['=TARGET("教育局","新增学位","2024Q2")', "notOneYear", "2:2024"],
    ['=TARGET("教育局","新增学位",2023)', "yearOutside", "2:2024"],
    ['=TARGET("农业农村局","粮食产量",,"公里")', "unitMismatch", "3:万吨"],
    ['=TARGET.STATUS("教育局","新增学位","约3900","2024Q2")', "quantityDoubtful", "2:3900"],
  ])("%s", (formula, code, first) => {
    const found = refusal(formula);
    expect(found).toMatchObject({ code });
    expect((found as { repairs: string[] }).repairs).toContain(first);
  });

  it("offers the quarters where a period was left out, behind the other arguments", () => {
    const formula = '=TARGET.TOGO("教育局","新增学位",3900)';
    expect(refusal(formula)).toMatchObject({
      code: "asOfMissing",
      repairs: expect.arrayContaining(["3:2024Q2"]) as unknown,
    });
    expect(withArgument(formula, firstCall(formula)!, 3, "2024Q2")).toBe(
      '=TARGET.TOGO("教育局","新增学位",3900,"2024Q2")',
    );
  });

  it("says nothing of a unit that stands behind the actual: only a person knows what was counted", () => {
    expect(refusal('=TARGET.GAP("教育局","新增学位","16公里","2024Q2")')).toMatchObject({
      code: "unitMismatch",
      repairs: [],
    });
  });
});
