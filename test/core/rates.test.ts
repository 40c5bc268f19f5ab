import { behindFigure } from "../../src/core/rates";
import { validateCatalog } from "../../src/core/loadCatalog";
import { convert, parseQuantity } from "../../src/core/units";
import { importReport } from "../../src/importer/importReport";
import { catalogFile, refused } from "./jingzhou";

describe("rates stand on the ladder of %", () => {
  it.each([
    [10, "/10万", "%", 0.01],
    [10, "1/10万", "‰", 0.1],
    [0.01, "%", "每十万", 10],
    [4, "‰", "1/千人", 4],
    [4, "/千人", "1/10万", 400],
    [5, "人/10万人", "1/10万", 5],
    [3, "例/万人", "‰", 0.3],
    [7, "/百万", "/10万", 0.7],
    [2, "每万人口", "/10万", 20],
  ])("%d %s are %s: %d", (amount, from, to, expected) => {
    expect(convert(amount, from, to)).toBe(expected);
  });

  it.each([
    ["/10万", "个"],
    ["张/千人", "‰"], // beds among people are no share
    ["元/月", "%"],
    ["1/10万", "百分点"],
  ])("refuses %s into %s", (from, to) => {
    expect(refused(() => convert(1, from, to))).toBe("unitMismatch");
  });

  it.each([
    ["10/10万", 10, "/10万"],
    ["10.5／10万", 10.5, "/10万"],
    ["10 1/10万", 10, "/10万"],
    ["10（1/10万）", 10, "/10万"],
    ["101/10万", 101, "/10万"],
    ["5.2/千人", 5.2, "/千人"],
    ["3.5‰", 3.5, "‰"],
    ["十万分之八", 8, "/10万"],
    ["百万分之三", 3, "/百万"],
    ["万分之2.5", 2.5, "/万"],
    ["9例/10万人", 9, "例/10万人"],
    ["7.5张/千人", 7.5, "张/千人"],
    ["740元/月", 740, "元/月"],
  ])("reads %s", (typed, amount, unit) => {
    expect(parseQuantity(typed)).toMatchObject({ amount, unit });
  });

  it.each(["1/2", "5/6家", "3/月", "10/个/10万", "2024/6/30"])("reads no rate in %s", (typed) => {
    expect(refused(() => parseQuantity(typed))).toBe("quantityUnreadable");
  });

  it.each([
    ["1/10万", "/10万"],
    ["每十万人", "/十万人"],
    ["1/千人", "/千人"],
    ["‰", "‰"],
    ["元/月", "元/月"],
    ["每亩", "每亩"],
  ])("%s stands behind a figure as %s", (unit, behind) => {
    expect(behindFigure(unit)).toBe(behind);
  });
});

it("a catalog shows 10 in 1/10万 as 10/10万, never as 101/10万", () => {
  const file = catalogFile({ kind: "ratio", target: { comparator: "atMost", value: 10, unit: "1/10万" } });
  const [commitment] = validateCatalog(file).commitments;
  expect(commitment?.target).toMatchObject({ value: 10, unit: "/10万" });
});

it.each([
  ["孕产妇死亡率控制在10/10万以内。", 10, "/10万"],
  ["孕产妇死亡率控制在10/10万人以内。", 10, "/10万人"],
  ["5岁以下儿童死亡率控制在5.2/千人以内。", 5.2, "/千人"],
  ["婴儿死亡率控制在3.5‰以内。", 3.5, "‰"],
])("the importer reads %s", (text, value, unit) => {
  const [draft] = importReport(text, { year: 2024, department: "市卫健委" }).drafts;
  expect(draft).toMatchObject({ value, unit, kind: "ratio", comparator: "atMost" });
});
