import { chineseNumeral, nearestNames, normaliseName } from "../../src/core/text";

describe("names as people type them", () => {
  it.each([
    ["教育局", "教育局"],
    [" 教 育 局 ", "教育局"],
    ["“一事联办”", "一事联办"],
    ["「一事联办」", "一事联办"],
    ['"一事联办"', "一事联办"],
    ["５Ｇ全连接工厂", "5g全连接工厂"],
    ["ＣＩＭ平台", "cim平台"],
    ["全角　空格", "全角空格"],
    ["（试点）", "(试点)"],
    ["", ""],
  ])("compares %s as %s", (typed, compared) => {
    expect(normaliseName(typed)).toBe(compared);
  });
});

describe("Chinese numerals", () => {
  it.each([
    ["零", 0],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["两百", 200],
    ["一百零五", 105],
    ["一百五", 150],
    ["一千二百三十", 1230],
    ["一千零一", 1001],
    ["三万二", 32000],
    ["三万零二", 30002],
    ["十万", 100000],
    ["一亿二千万", 120000000],
    ["二〇二四", 2024],
    ["一二三", 123],
    ["三点五", 3.5],
    ["贰佰叁拾", 230],
  ])("reads %s as %d", (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });

  it.each(["", "百", "个", "一二十", "百二", "三点", "点五", "三点五点六", "万", "亿"])(
    "does not take %s for a number",
    (text) => {
      expect(chineseNumeral(text)).toBeNull();
    },
  );
});

describe("nearest names", () => {
  it("puts the fewest changes first and offers at most three", () => {
    const names = ["市税务局", "市教育局", "市住建局", "市发改委", "市经信局"];
    expect(nearestNames("教育厅", names)[0]).toBe("市教育局");
    expect(nearestNames("市局", names)).toHaveLength(3);
  });
  it("offers nothing that shares no character", () => {
    expect(nearestNames("abc", ["市教育局"])).toEqual([]);
  });
});
