/** What PDF files and scans do to figures and characters: blanks inside numbers, radicals in the place of characters. */
import { importReport } from "../../src/importer/importReport";
import { foldRadicals } from "../../src/importer/characterForms";
import { LINEAR, timeGrowth } from "../timeGrowth";

it.each([
  ["增⻓", "增长"],
  ["平⽅⽶", "平方米"],
  ["⼀般公共预算收⼊", "一般公共预算收入"],
  ["增⾧", "增长"],
  ["农⺠、⻛电、⻋位、⻅义勇为、⻚", "农民、风电、车位、见义勇为、页"],
  ["汉字不变 ①㎡", "汉字不变 ①㎡"],
])("reads %s as %s, at the same places", (written, plain) => {
  expect(foldRadicals(written)).toBe(plain);
  expect(foldRadicals(written)).toHaveLength(written.length);
});

const read = (text: string) => importReport(text, { year: 2026 });

it.each([
  ["今年将新增就业1. 35 万人。", 1.35, "万人", "1. 35 万人", false],
  ["今年将新增就业1 .35万人。", 1.35, "万人", "1 .35万人", false],
  ["今年将培训职工2 6 00人。", 2600, "人", "2 6 00人", false],
  ["今年将培训职工12 600人。", 12600, "人", "12 600人", false],
  ["今年将培训职工1 , 200人。", 1200, "人", "1 , 200人", true],
  ["今年将培训职工1, 200人。", 1200, "人", "1, 200人", true],
  ["今年将培训职工2 6人。", 26, "人", "2 6人", true],
  ["今年将新建学校 12 35 所。", 35, "所", "35 所", true],
  ["今年将新增绿地1⽅⽶以外的30平⽅⽶。", 30, "平方米", "30平⽅⽶", false],
])("%s", (text, value, unit, phrase, isAsked) => {
  const { drafts, issues, leftOut } = read(text);
  const draft = drafts.find((each) => each.value === value);
  expect(draft).toMatchObject({ value, unit, phrase });
  expect(text.slice(...draft!.span)).toBe(phrase);
  expect(issues.some(({ code }) => code === "figureBroken")).toBe(isAsked);
  for (const each of leftOut) expect(text.slice(...each.span)).toBe(each.phrase);
});

it("a list's numbers are no part of its figures", () => {
  expect(read("1. 35家企业上市。\n2. 新建学校8所。").drafts.map(({ value }) => value)).toEqual([35, 8]);
  expect(read("到2025 3万人").drafts.map(({ value }) => value)).toEqual(expect.not.arrayContaining([20253]));
});

it.each(["1", "1 ", "1. ", "1\n", "2 6人"])("a long run of %j takes no longer than its length", (unit) => {
  expect(timeGrowth(40_000, (length) => read(unit.repeat(length / unit.length)))).toBeLessThan(LINEAR);
});

it.each([
  ["粮食产量达到３，２５０万吨。", 3250, "万吨", "３，２５０万吨"],
  ["今年完成投资1，250万元。", 1250, "万元", "1，250万元"],
])("reads the thousands of %s, and asks", (text, value, unit, phrase) => {
  const { drafts, issues } = importReport(text, { year: 2026 });
  expect(drafts).toMatchObject([{ value, unit, phrase }]);
  expect(issues.some(({ code }) => code === "figureBroken")).toBe(true);
});

it.each([
  ["投资5亿元，120家企业受益。", ["5亿元", "120家"]],
  ["２０２６年新建学校１２所，占比达到４.６％。", ["１２所", "４.６％"]],
])("reads %s as it is written", (text, phrases) => {
  expect(importReport(text, { year: 2026 }).drafts.map(({ phrase }) => phrase)).toEqual(phrases);
});

it("finds the year of a report in digits of full width", () => {
  expect(importReport("２０２６年政府工作报告\n一、２０２５年工作回顾\n二、２０２６年主要任务\n").year).toBe(2026);
});
