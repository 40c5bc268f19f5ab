import { typed } from "./host/typed";

it.each([
  ["9%", 0.09, "0%"],
  ["9.5%", 0.095, "0.00%"],
  ["12", 12, null],
  ["-3.5", -3.5, null],
  ["1,234", 1234, "#,##0"],
  ["2024-06-30", 45_473, "yyyy/m/d"],
  ["2024/6/30", 45_473, "yyyy/m/d"],
  ["2024年6月30日", 45_473, 'yyyy"年"m"月"d"日"'],
  ["2024年6月", 45_444, 'yyyy"年"m"月"'],
  ["TRUE", true, null],
  ["#N/A", "#N/A", null],
  ["2024Q2", "2024Q2", null],
  ["1-9月", "1-9月", null],
  ["教育局", "教育局", null],
  ["", null, null],
  [5, 5, null],
])("takes %p for %p", (written, value, numberFormat) => {
  expect(typed(written, "General")).toEqual({ input: { value }, numberFormat });
});

it("takes an apostrophe or a text format for text, and an equals sign for a formula", () => {
  expect(typed("'001", "General").input).toEqual({ value: "001", isText: true });
  expect(typed("=1+1", "@").input).toEqual({ value: "=1+1", isText: true });
  expect(typed("=1+1", "General").input).toEqual({ formula: "=1+1" });
});
