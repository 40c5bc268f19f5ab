/** Catalogs with one fault each: the refusal is Chinese, names the place and says what would do. */
import { validateCatalog } from "../../src/core/loadCatalog";
import { errorSentence } from "../../src/strings/strings";
import { refusal } from "./jingzhou";
import { shapedFile, type Given } from "./shaped";

const FLOW: Given = { kind: "flow", target: { comparator: "plain", value: 10, unit: "座" } };
const RANGE = { comparator: "range", value: 6, valueMax: 7, unit: "%" } as const;
const REVISION = { from: "2024-07-01", value: 8, basis: "常务会议", by: "王五", recorded: "2024-07-02" };
const rates: Given[] = [1, 2].map(() => ({ kind: "growth", target: { comparator: "plain", value: 5, unit: "%" } }));
const MONTHS = Array.from({ length: 12 }, (_, at) => (at + 1) / 12);

const sentence = (more: object, changes: object = {}) => {
  const file = { ...shapedFile({ ...FLOW, ...more }, ...rates), ...changes };
  return errorSentence(refusal(() => validateCatalog(JSON.parse(JSON.stringify(file)))));
};

it.each<[string, object, string]>([
  [
    "a revision without basis",
    { revisions: [{ ...REVISION, basis: undefined }] },
    "第1项调整的依据：缺少这一项，请补上",
  ],
  ["a blank basis", { revisions: [{ ...REVISION, basis: " " }] }, "第1项调整的依据：空着，请填写"],
  ["a day in words", { revisions: [{ ...REVISION, from: "7月1日" }] }, "第1项调整的开始日：日期请写成 2025-07-01 这样"],
  ["a day that is none", { revisions: [{ ...REVISION, from: "2024-06-31" }] }, "没有这一天，请改正（2024-06-31）"],
  ["a figure as text", { revisions: [{ ...REVISION, value: "8座" }] }, "第1项调整的数值：类型不对，应为数字"],
  [
    "a sum over rates",
    { target: undefined, sumOf: ["TT2024-002", "TT2024-003"] },
    "的构成：增速和比率不能相加，请写明目标",
  ],
  [
    "an unknown place",
    { parts: [{ place: "wuhan", value: 1 }] },
    "县市区：没有这个县市区，请改正或先列入县市区（wuhan）",
  ],
  ["a history without a period", { history: [{ value: 1, state: "final" }] }, "第1项历年数的期间：缺少这一项，请补上"],
  [
    "a period nobody reads",
    { history: [{ period: "去年", value: 1, state: "final" }] },
    "期间看不懂，可以这样写：2023、2023Q2、2023-06（去年）",
  ],
  [
    "a state of another name",
    { history: [{ period: "2023", value: 1, state: "核定" }] },
    "核定情况：只能写其中之一（final、preliminary、flash）",
  ],
  ["a weight below zero", { weight: -1 }, "权重：超出范围，界限是0"],
  ["another rule of scores", { scoreRule: "按完成率" }, "计分办法：只能写其中之一（byAttainment、fullOrNone、byRank）"],
  ["another rhythm", { rhythm: "weekly" }, "报送频次：只能写其中之一（monthly、quarterly、halfYearly、yearly）"],
  ["eleven months", { profile: { monthShares: MONTHS.slice(1) } }, "各月份额：太少，项数至少是12"],
  [
    "shares in percent",
    { profile: { monthShares: MONTHS.map((share) => share * 100) } },
    "各月份额：超出范围，界限是1",
  ],
  ["another profile", { profile: "even" }, "进度安排：只能写其中之一（linear、atDue）"],
  ["a year beyond the period", { annualTargets: { "2030": 5 } }, "年度目标：年份不在期限以内，请改正（2030）"],
  ["a year in words", { annualTargets: { 二〇二四: 5 } }, "年度目标：有不认识的项，请改名或删去（二〇二四）"],
  ["a range without its end", { target: { ...RANGE, valueMax: undefined } }, "目标的上限：区间要写明上限，调整后也要"],
  ["an end of no range", { target: { ...RANGE, comparator: "plain" } }, "目标的上限：只有区间才写上限，请改比较或删去"],
  ["no unit", { target: { comparator: "plain", value: 5 } }, "目标的单位：缺少这一项，请补上"],
  [
    "a supporter twice",
    { supporting: ["finance", "finance"] },
    "第2项配合单位：配合单位不在部门和县市区中，或就是牵头单位，或写了两次（finance）",
  ],
  ["an id of another form", { id: "TT-1" }, "编号：编号请写成 JZ2024-012 这样"],
  ["no department", { department: "" }, "部门：空着，请填写"],
  ["another kind", { kind: "rate" }, "性质：只能写其中之一（flow、stock、growth、ratio、milestone）"],
])("%s", (_, more, said) => {
  expect(sentence(more)).toMatch(/^目录文件有误：第1项承诺/);
  expect(sentence(more)).toContain(said);
});

it.each<[string, object, string]>([
  [
    "a place twice",
    { places: ["甲县", "甲县"].map((name, at) => ({ id: `p${at}`, name })) },
    "第2项县市区：名称重复，请改名（甲县）",
  ],
  ["another version", { schemaVersion: 3 }, "格式版本：超出范围，界限是2"],
  ["no title", { title: undefined }, "标题：缺少这一项，请补上"],
])("of the whole catalog, %s", (_, changes, said) => {
  expect(sentence({}, changes)).toBe(`目录文件有误：${said}`);
});
