/** Words of tables: units, years, labels and places, as cells and headings hold them. */
import { bareLabel, bracketUnit, labelWithoutYear, PLACE, unitInTitle, yearIn } from "../../src/core/tableWords";
import { isUnitWord } from "../../src/core/unitWords";
import { isUnit, convert } from "../../src/core/units";

it.each(
  "个 万人 亿元 ％ % ‰ 百分点 个百分点 平方米 万平方米 m² ㎡ km² 万 亿 千瓦 千瓦时 百万千瓦 吨/年 万吨/年 次/千人 个/万人 元/平方米 吨标准煤/万元 家次 台（套） TEU 亿 斤"
    .split(" ")
    .concat("万 元", " 个 ", "万亿元", "千公顷", "百户"),
)("%s is a unit", (word) => {
  expect(isUnitWord(word)).toBe(true);
  // 万 alone is the unit of a column of people or pieces, and of no catalog.
  expect(isUnit(word)).toBe(!["万", "亿"].includes(word));
});

it.each([
  "",
  " ",
  "目标",
  "市教育局",
  "个/",
  "/年",
  "个/年/人",
  "吨/万平方公里",
  "一二三四五六七八九十一二三",
  "2024",
  "万目标",
])("%j is none", (word) => {
  expect(isUnitWord(word)).toBe(false);
});

it("counts square kilometres as they are written", () => {
  expect(convert(2, "km²", "亩")).toBe(3000);
  expect(convert(1, "平方公里", "km2")).toBe(1);
});

it.each([
  ["装机容量（MW）", "MW"],
  ["投资[亿元]", "亿元"],
  ["投资【万元】", "万元"],
  ["投资(单位:亿元)", "亿元"],
  ["投资（计量单位： 亿元 ）", "亿元"],
  ["数量（含续建）（个）", "个"],
  ["数量（个）（含续建）", "个"],
  ["增速（%）", "%"],
  ["占比,%", "%"],
  ["占比／‰", "‰"],
  ["投资，亿元", "亿元"],
  ["投资、万元", null],
  ["投资/ 元 ", "元"],
  ["新建/改建", null],
  ["学位，个", null],
  ["投资（含续建）", null],
  ["投资", null],
  ["投资（）", null],
  ["亿元投资", null],
  ["合计，亿元以上", null],
  ["占比,%以上", null],
] as const)("%s is in %s", (label, unit) => {
  expect(bracketUnit(label)).toBe(unit);
});

it.each([
  ["单位：万元", "万元"],
  ["单位: 万元", "万元"],
  ["（计量单位：亿元）", "亿元"],
  ["2024年目标分解表（单位：个）", "个"],
  ["单位：万元，截至6月底", "万元"],
  ["单位：吨/年", "吨/年"],
  ["单位：市教育局", null],
  ["填报单位：市教育局", null],
  ["万元", null],
  ["单位：", null],
  // Several units say nothing of any one column.
  ["单位：亿元、%", null],
  ["单位：万元，人", null],
  ["单位：亿元 %", null],
  ["单位：个；万元", null],
  ["单位：亿元和%", null],
] as const)("the title %s says %s", (title, unit) => {
  expect(unitInTitle(title)).toBe(unit);
});

it.each([
  ["2026年目标", 2026],
  ["２０２６年目标", 2026],
  ["2026", 2026],
  ["目标2026", 2026],
  ["目标（2026）", 2026],
  ["2026-06", 2026],
  ["12026年", null],
  ["20261", null],
  ["1998年", null],
  ["目标", null],
  ["2026万元", null],
] as const)("%s is of the year %s", (text, year) => {
  expect(yearIn(text)).toBe(year);
});

it.each([
  ["责任 单位：", "责任单位"],
  ["目标值（亿元）", "目标值"],
  ["指标／项目*", "指标项目"],
  ["目标值（含（续建））", "目标值(含)"],
  ["２０２６年、目标", "2026年目标"],
] as const)("%s is compared as %s", (label, bare) => {
  expect(bareLabel(label)).toBe(bare);
});

it.each([
  ["2026年度 目标值（亿元）", "目标值"],
  ["2026年目标", "目标"],
  ["目标2026", "目标"],
  ["１９９８年目标", "1998年目标"],
] as const)("%s is compared without its year as %s", (label, bare) => {
  expect(labelWithoutYear(label)).toBe(bare);
});

it.each([
  ["松滋市", true],
  ["恩施土家族苗族自治州", false],
  ["长阳土家族自治县", true],
  ["荆州开发区", true],
  ["市教育局", false],
  ["县", false],
])("%s is a place's name: %s", (name, is) => {
  expect(PLACE.test(name)).toBe(is);
});
