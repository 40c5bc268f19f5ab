import { firstCall, withArgument } from "../../src/sheets/calls";

describe("our calls in formulas", () => {
  it.each([
    ['=TARGET("教育局","新增学位")', "TARGET", ["教育局", "新增学位"]],
    ['=target( "教育局" , "新增学位" )', "TARGET", ["教育局", "新增学位"]],
    ['=IFERROR(TARGET("a,b","c""d"),0)', "TARGET", ["a,b", 'c"d']],
    ['=1+TARGET.GAP("教育局","新增学位",3900,"2024Q2")', "TARGET.GAP", ["教育局", "新增学位", 3900, "2024Q2"]],
    ['=TARGET.STATUS("教育局","新增学位",,"2024Q2")', "TARGET.STATUS", ["教育局", "新增学位", null, "2024Q2"]],
    ['=TARGET.RATE("经信局","增速",9%)', "TARGET.RATE", ["经信局", "增速", 0.09]],
  ])("%s", (formula, name, values) => {
    const call = firstCall(formula);
    expect(call?.name).toBe(name);
    expect(call?.arguments.map((argument) => (argument.kind === "value" ? argument.value : argument))).toEqual(values);
  });

  it("takes references apart", () => {
    expect(firstCall("=TARGET($B6,'我的 表'!$C$6)")?.arguments).toEqual([
      { kind: "reference", sheet: null, address: "B6" },
      { kind: "reference", sheet: "我的 表", address: "C6" },
    ]);
  });

  it("names what is computed", () => {
    expect(firstCall('=TARGET(A1&"局",B1)')?.arguments[0]).toEqual({ kind: "computed", formula: 'A1&"局"' });
  });

  it.each(["=SUM(A1:A9)", '="TARGET(1)"', "TARGET(1)", "=MYTARGET(1)", "='TARGET('!A1", ""])(
    "%s is none of ours",
    (formula) => {
      expect(firstCall(formula)).toBeNull();
    },
  );

  it("changes one text of a call and nothing else", () => {
    const formula = '=ROUND(TARGET("教育厅", "新增学位"),0)+1';
    const call = firstCall(formula);
    expect(call && withArgument(formula, call, 0, "市教育局")).toBe('=ROUND(TARGET("市教育局","新增学位"),0)+1');
  });
});
