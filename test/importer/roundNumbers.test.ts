/** Round numbers without a number before them: read where something comes to them, and nowhere else. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) => importReport(text, { year: 2026 });

it.each([
  ["力争今年园区产值突破千亿元。", "atLeast", 1000, "亿元", "千亿元"],
  ["力争经济总量跨上万亿元台阶。", "atLeast", 1, "万亿元", "万亿元"],
  ["今年接待研学游客超过百万人次。", "moreThan", 100, "万人次", "百万人次"],
  ["技术改造投资达到十亿元以上。", "atLeast", 10, "亿元", "十亿元"],
  ["今年入驻商户超百家。", "moreThan", 100, "家", "百家"],
  ["农民人均纯收入超万元。", "moreThan", 1, "万元", "万元"],
  ["水产品总量突破百万吨。", "atLeast", 100, "万吨", "百万吨"],
  ["今年外贸进出口总额突破百亿。", "atLeast", 100, "亿", "百亿"],
])("%s", (text, comparator, value, unit, phrase) => {
  const { drafts } = read(text);
  expect(drafts).toMatchObject([{ comparator, value, unit, phrase }]);
  expect(text.slice(...drafts[0]!.span)).toBe(phrase);
});

it.each([
  "打造百亿级产业集群，冲击千亿级园区。",
  "走进千家万户，服务达千家万户。",
  "引进人才列入万人计划。",
  "完成万元产值能耗监测。",
  "创建达百强县标准。",
  "使用万吨泊位、千瓦机组。",
  "引进超亿元项目、超百亿元园区。",
])("%s holds none", (text) => {
  expect(read(text).drafts.filter(({ value }) => value !== null)).toEqual([]);
});

it.each(["千亿元", "1000亿元"])("lists %s where it is a mark on the way", (mark) => {
  const { drafts, leftOut } = read(`力争产值突破${mark}大关，达到1050亿元。`);
  expect(drafts.map(({ phrase }) => phrase)).toEqual(["1050亿元"]);
  expect(leftOut).toMatchObject([{ phrase: mark, reason: "mark" }]);
});

it("lists what was passed already", () => {
  const { drafts, leftOut } = read("去年园区产值突破千亿元。");
  expect(drafts).toEqual([]);
  expect(leftOut).toMatchObject([{ phrase: "千亿元", reason: "past" }]);
});
