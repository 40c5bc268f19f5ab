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

it.each([
  ["+A1", "=+A1"],
  ["-A1*2", "=-A1*2"],
  ["-教育局", "=-教育局"],
  ["+86-716", "=+86-716"],
  ["@SUM(A1)", "=SUM(A1)"],
  [" =1+1", "=1+1"],
  ["\t=1+1", "=1+1"],
  ["\r\n-A1", "=-A1"],
])("takes %j for the formula %s, typed or through the API", (written, formula) => {
  expect(typed(written, "General").input).toEqual({ formula });
  expect(typed(written, "General", "add-in").input).toEqual({ formula });
});

it.each([
  ["+5", 5],
  ["-5", -5],
  ["-8.5%", -0.085],
  ["-1,234", -1234],
  ["+", "+"],
  ["-", "-"],
  ["=", "="],
  ["@", "@"],
  ["—", "—"],
  ["－5%以内", "－5%以内"],
])("takes %p for %p and no formula", (written, value) => {
  expect(typed(written, "General").input).toEqual({ value });
});

it("takes a day in Chinese for a date where a person types it; the API leaves it as text", () => {
  const { input, numberFormat } = typed("6月30日", "General");
  expect(numberFormat).toBe('m"月"d"日"');
  expect(input).toHaveProperty("value", expect.any(Number));
  for (const written of ["2024年6月30日", "2024年6月", "6月30日"])
    expect(typed(written, "General", "add-in")).toEqual({ input: { value: written }, numberFormat: null });
  expect(typed("2024-06-30", "General", "add-in").input).toEqual({ value: 45_473 });
});
