import { areAlike, convert, parseQuantity } from "../../src/core/units";
import { refused } from "./jingzhou";

describe("units on their ladders", () => {
  it.each([
    [1, "亿斤", "万吨", 5],
    [90, "亿斤", "万吨", 450],
    [450, "万吨", "亿斤", 90],
    [1, "公顷", "亩", 15],
    [1062, "万亩", "公顷", 708000],
    [1, "平方公里", "亩", 1500],
    [1.2, "万个", "个", 12000],
    [12000, "个", "万个", 1.2],
    [10693.9, "亿元", "万元", 106939000],
    [10693.9, "亿元", "元", 1069390000000],
    [1, "吨", "斤", 2000],
    [1, "公斤", "斤", 2],
    [5, "‰", "%", 0.5],
    [3, "万平方米", "平方米", 30000],
    [2, "公里", "米", 2000],
    [8.3, "万户", "户", 83000],
    [3, "千个", "个", 3000],
    [2, "百户", "户", 200],
    [1.5, "兆瓦", "千瓦", 1500],
    [1200, "度", "万千瓦时", 0.12],
  ])("%d %s are %s: %d", (amount, from, to, expected) => {
    expect(convert(amount, from, to)).toBe(expected);
  });

  it.each([
    ["个", "公里"],
    ["个", "家"],
    ["%", "百分点"],
    ["亩", "平方米"],
    ["元", "吨"],
  ])("refuses %s into %s", (from, to) => {
    expect(refused(() => convert(1, from, to))).toBe("unitMismatch");
  });

  it("takes full width and letters for the same unit", () => {
    expect(areAlike("％", "%")).toBe(true);
    expect(areAlike("㎡", "平方米")).toBe(true);
  });
});

describe("quantities as typed or pasted", () => {
  it.each([
    ["8310", 8310, null, false],
    ["8,310个", 8310, "个", false],
    ["１０，６９３．９亿元", 10693.9, "亿元", false],
    ["10,693.9亿元", 10693.9, "亿元", false],
    ["3.2万", 32000, null, false],
    ["1.2万个", 1.2, "万个", false],
    ["一千二百三十", 1230, null, false],
    ["九成", 90, "%", false],
    ["九成五", 95, "%", false],
    ["8.5%", 8.5, "%", false],
    ["8.5％", 8.5, "%", false],
    ["百分之九", 9, "%", false],
    ["-3.5%", -3.5, "%", false],
    ["440万吨", 440, "万吨", false],
    ["约200家", 200, "家", true],
    ["200余家", 200, "家", true],
    ["200家左右", 200, "家", true],
    ["5家以上", 5, "家", true],
    ["2个百分点", 2, "个百分点", false],
    ["¥32亿元", 32, "亿元", false],
    ["1e3", 1000, null, false],
    ["达到100个", 100, "个", false],
    ["下降3.2%", -3.2, "%", false],
    ["同比增长5.5%", 5.5, "%", false],
    ["比上年减少12起", -12, "起", false],
    ["千分之五", 5, "‰", false],
    ["负百分之二", -2, "%", false],
    ["3千个", 3, "千个", false],
    ["十余家", 10, "家", true],
    ["1.2万余人", 1.2, "万人", true],
  ])("reads %s", (typed, amount, unit, isApproximate) => {
    expect(parseQuantity(typed)).toMatchObject({ amount, unit, isApproximate });
  });

  it.each([
    ["翻一番", "quantityRelative"],
    ["翻两番", "quantityRelative"],
    ["数百家", "quantityVague"],
    ["几十个", "quantityVague"],
    ["若干", "quantityVague"],
    ["十几家", "quantityVague"],
    ["一大批", "quantityVague"],
    ["一批项目", "quantityVague"],
    ["上百家", "quantityVague"],
    ["百余家", "quantityVague"],
    ["多个", "quantityVague"],
    ["大量", "quantityVague"],
    ["两倍", "quantityRelative"],
    ["一半", "quantityRelative"],
    ["三分之一", "quantityRelative"],
    ["1e400", "quantityUnreadable"],
    ["3.2.1", "quantityUnreadable"],
    ["个", "quantityUnreadable"],
    ["已完成", "quantityUnreadable"],
    ["", "quantityUnreadable"],
    ["1,2,3", "quantityUnreadable"],
    ["3-5家", "quantityUnreadable"],
    ["=1+1", "quantityUnreadable"],
  ])("refuses %s: %s", (typed, code) => {
    expect(refused(() => parseQuantity(typed))).toBe(code);
  });
});
