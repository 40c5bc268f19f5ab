import { isReference, typedCall, typedRow } from "../../src/sheets/formulasTyped";
import { firstCall } from "../../src/sheets/calls";

const given = { actual: "C5", asOf: "2024Q2" };

it.each([
  ["TARGET", '=TARGET("市教育局","新增学位")'],
  ["PACE", '=TARGET.PACE("市教育局","新增学位","2024Q2")'],
  ["STATUS", '=TARGET.STATUS("市教育局","新增学位",C5,"2024Q2")'],
  ["TOGO", '=TARGET.TOGO("市教育局","新增学位",C5,"2024Q2")'],
] as const)("spells %s", (asked, formula) => {
  expect(typedCall(asked, "市教育局", "新增学位", given)).toBe(formula);
});

it("keeps a number a number, and a text a text, whatever stands in it", () => {
  expect(typedCall("GAP", 'A"局', "学位", { actual: "3900", asOf: "上半年" })).toBe(
    '=TARGET.GAP("A""局","学位",3900,"上半年")',
  );
  expect(typedCall("GAP", "教育局", "学位", { actual: '3.2万"&A1', asOf: null })).toBe(
    '=TARGET.GAP("教育局","学位","3.2万""&A1")',
  );
});

it.each(["C5", "$C$5", "'我的 表'!C5", "台账!H6"])("takes %s for a cell", (typed) => {
  expect(isReference(typed)).toBe(true);
  expect(firstCall(typedCall("RATE", "教育局", "学位", { actual: typed, asOf: null }))?.arguments[2]?.kind).toBe(
    "reference",
  );
});

it.each(["2024Q2", "3900", "C0", "A1+B1", "C5:C9", "1-9月"])("takes %s for no cell", (typed) => {
  expect(isReference(typed)).toBe(false);
});

it.each([
  "=1+1",
  '=HYPERLINK("http://example.invalid","x")',
  "+86",
  "-2",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "'=1",
  "007",
  "5%",
  "1/2",
])("a name that looks like something else (%p) stays a text in a row", (name) => {
  const calls = ['=TARGET("教育局","新增学位")'];
  expect(typedRow([name, "新增学位"], { calls })).toEqual([`'${name}`, "新增学位", ...calls]);
  expect(typedRow([], { values: [8310, name] })).toEqual([8310, `'${name}`]);
});
