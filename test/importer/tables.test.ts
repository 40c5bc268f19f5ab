/** Tables of tasks, in the shapes offices give them: what each row promises, who answers, and what is not taken. */
import { counted, codes, line, lines, readMerged, readPasted } from "./tableCases";

const both = [
  ["with merged cells", readMerged],
  ["pasted", readPasted],
] as const;

describe.each(both)("%s", (_, read) => {
  it("one header row: each row has its own unit, name, department", () => {
    const report = read(`
序号 | 指标名称 | 单位 | 2025年完成 | 2026年目标 | 牵头单位 | 配合单位 | 完成时限
1 | 新增学位 | 个 | 2000 | 2340 | 市教育局 | 市财政局、市住建局 | 2026年8月底
2 | （二）污水管网建成（公里） | 公里 | 35 | 50（预计） | 市住建局 | | 12月底
3 | 森林覆盖率 | % | 62.1 | ≥63.5 | 市林业局 | | 全年
4 | 地区生产总值 | 亿元 | 298 | 增长6%左右 | 市发改委 | | `);
    expect(lines(report)).toEqual([
      "市教育局 新增学位 2340个 flow",
      "市住建局 污水管网建成 50公里 flow",
      "市林业局 森林覆盖率 atLeast 63.5% ratio",
      "市发改委 地区生产总值 about 6% growth",
    ]);
    const [school, , forest, product] = report.drafts;
    expect(school).toMatchObject({
      supporting: ["市财政局", "市住建局"],
      due: "2026-08-31",
      lastYear: { value: 2000, unit: "个" },
    });
    expect(forest).toMatchObject({ baseline: { value: 62.1, unit: "%" }, due: "2026-12-31" });
    // The level that growth is taken of goes with it.
    expect(product).toMatchObject({ lastYear: { value: 298, unit: "亿元" }, baseline: null });
    expect(counted(report)).toEqual([]);
    expect(codes(report)).toEqual([]);
  });

  it("two header rows, a unit in the header, 责任单位 over lead and supporters", () => {
    const report = read(`
序号 | 任务 | 建设规模（MW） | 投资（万元） | 责任单位 | <
^ | ^ | ^ | ^ | 牵头单位 | 配合单位
1 | 青山风电场装机容量 | 50 | 32,000 | 市能源局 | 市发改委
2 | 石桥光伏电站装机容量 | 120 | 58,000 | 市能源局 | 市自然资源局`);
    expect(lines(report).slice(0, 2)).toEqual([
      "市能源局 青山风电场装机容量 50MW stock",
      "市能源局 石桥光伏电站装机容量 120MW stock",
    ]);
    expect(report.drafts[1]).toMatchObject({ supporting: ["市自然资源局"] });
    expect(counted(report).map(({ phrase, unit }) => phrase + unit)).toEqual(["32,000万元", "58,000万元"]);
  });

  it("counties across, with the whole and their sum", () => {
    const report = read(`
指标 | 单位 | 全市目标 | 各县（市、区）分解任务 | < | < | 牵头单位
^ | ^ | ^ | 青禾县 | 云岭市 | 高新区 | ^
新增学位 | 个 | 2340 | 1000 | 800 | 540 | 市教育局
改造老旧小区 | 个 | 60 | 20 | 25 | 20 | 市住建局
农民收入增速 | % | 7 | 7.5 | 7 | 6.5 | 市农业农村局`);
    expect(lines(report)).toEqual([
      "市教育局 新增学位 2340个 flow",
      "市住建局 改造老旧小区 60个 flow",
      "市农业农村局 农民收入增速 7% growth",
    ]);
    expect(report.drafts[0]?.parts?.map(({ place, value, unit }) => `${place}${value}${unit}`)).toEqual([
      "青禾县1000个",
      "云岭市800个",
      "高新区540个",
    ]);
    expect(report.issues).toMatchObject([{ code: "partsDiffer", drafts: [1], figures: [60, 65] }]);
  });

  it("counties below each other, each column an indicator with its unit, 合计 checked", () => {
    const report = read(`
县市区 | 新增学位（个） | 污水管网（公里） | 入园率（%）
青禾县 | 1000 | 12.5 | 92
云岭市 | 800 | 10 | 93
高新区 | 540 | 8.5 | 95
合计 | 2340 | 32 | `);
    expect(lines(report)).toEqual(["- 入园率 ?% ratio", "- 新增学位 2340个 flow", "- 污水管网 32公里 flow"]);
    expect(report.drafts[0]?.parts).toHaveLength(3);
    expect(report.drafts[2]?.parts?.map(({ phrase }) => phrase)).toEqual(["12.5", "10", "8.5"]);
    expect(report.issues.find(({ code }) => code === "totalDiffers")).toMatchObject({ drafts: [2], figures: [32, 31] });
    expect(codes(report)).toContain("figureMissing");
  });

  it("a row's sentence holds the figures where no column does", () => {
    const report = read(`
序号 | 重点任务 | 责任单位 | 完成时限
1 | 新建污水管网50公里，改造泵站3座 | 市水利局 | 12月
2 | 推进口袋公园建设，新建口袋公园12个 | 市城管局 | 10月底`);
    expect(lines(report)).toEqual([
      "市水利局 新建污水管网 50公里 flow",
      "市水利局 改造泵站 3座 flow",
      "市城管局 新建口袋公园 12个 flow",
    ]);
    expect(report.drafts[2]).toMatchObject({ due: "2026-10-31" });
  });

  it("an office of the unit does not answer for it", () => {
    const report = read(`
序号 | 指标 | 单位 | 目标 | 责任科室 | 责任单位 | 完成时限
1 | 新增就业 | 人 | 3000 | 就业科 | 县人社局 | 8月底竣工`);
    expect(lines(report)).toEqual(["县人社局 新增就业 3000人 flow"]);
    expect(report.drafts[0]).toMatchObject({ supporting: [], due: "2026-08-31" });
  });

  it("合计 is checked and never a promise of its own", () => {
    const report = read(`
序号 | 项目名称 | 年度计划投资（万元） | 责任单位
1 | 东环快速路 | 12000 | 市交通局
2 | 城北水厂 | 8000 | 市水利局
 | 合计 | 21000 | `);
    expect(report.drafts.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ["东环快速路", 12000, "万元"],
      ["城北水厂", 8000, "万元"],
    ]);
    expect(report.issues).toMatchObject([{ code: "totalDiffers", drafts: [0, 1], figures: [21000, 20000] }]);
    expect(counted(report)).toMatchObject([{ phrase: "21000", reason: "total" }]);
  });

  it("departments as headings of blocks", () => {
    const report = read(`
序号 | 指标 | 计量单位 | 目标值
市教育局 | < | < | <
1 | 新增学位 | 个 | 2340
2 | 新建公办幼儿园 | 所 | 6
市水利局（2项） | < | < | <
3 | 新建水库 | 座 | 3
4 | 治理河道 | 公里 | 120`);
    expect(lines(report)).toEqual([
      "市教育局 新增学位 2340个 flow",
      "市教育局 新建公办幼儿园 6所 flow",
      "市水利局 新建水库 3座 flow",
      "市水利局 治理河道 120公里 flow",
    ]);
  });

  it("a county's own target is never the whole's, whatever stands over it", () => {
    const report = read(`
指标 | 单位 | 青禾县 | < | 云岭市 | <
^ | ^ | 2025年完成 | 2026年目标 | 2025年完成 | 2026年目标
新增学位 | 个 | 900 | 1000 | 700 | 800
森林覆盖率 | % | 60 | 61 | 62 | 63`);
    expect(lines(report)).toEqual(["- 新增学位 1800个 flow", "- 森林覆盖率 ?% ratio"]);
    expect(codes(report)).toEqual(expect.arrayContaining(["summedFromParts", "figureMissing"]));
  });

  it("short names beside their sum are counties; means are not added", () => {
    const report = read(`
项目 | 单位 | 合计 | 松滋 | 公安 | 石首 | 牵头单位
新增就业 | 人 | 1200 | 500 | 400 | 300 | 市人社局
PM2.5平均浓度 | 微克/立方米 | 35以下 | 34 | 36 | 35 | 市生态环境局`);
    expect(lines(report)).toEqual([
      "市人社局 新增就业 1200人 flow",
      "市生态环境局 PM2.5平均浓度 atMost 35微克/立方米 stock",
    ]);
    expect(report.drafts[0]?.parts?.map(({ place }) => place)).toEqual(["松滋", "公安", "石首"]);
    expect(codes(report)).toEqual([]);
  });

  it("a level with its growth, quarters, years to come", () => {
    const report = read(`
指标名称 | 计量单位 | 2025年实际 | 2026年目标 | 增长（%） | 一季度 | 2027年 | 牵头部门
一般公共预算收入 | 亿元 | 120.5 | 128 | 6.2 | 32 | 136 | 市财政局`);
    expect(lines(report)).toEqual([
      "市财政局 一般公共预算收入 128亿元 stock",
      "市财政局 一般公共预算收入增速 6.2% growth",
      "市财政局 一般公共预算收入 136亿元 stock",
    ]);
    expect(report.drafts.map(({ period }) => period)).toEqual(["2026", "2026", "2027"]);
    expect(counted(report).map(({ phrase, reason }) => [phrase, reason])).toEqual([["32", "otherPeriod"]]);
  });

  it("tables side by side under the same labels", () => {
    const report = read(`
指标 | 单位 | 目标 | 指标 | 单位 | 目标
新增学位 | 个 | 2340 | 新建水库 | 座 | 3
新建学校 | 所 | 6 | 治理河道 | 公里 | 120`);
    expect(lines(report)).toEqual([
      "- 新增学位 2340个 flow",
      "- 新建水库 3座 flow",
      "- 新建学校 6所 flow",
      "- 治理河道 120公里 flow",
    ]);
  });

  it("tasks with a standard of their own, a title inside, lead and responsible apart", () => {
    const report = read(`
2026年重点工作任务清单 | < | < | < | <
工作任务 | 完成标准 | 牵头单位 | 责任单位 | 完成时限
推进教育优质均衡 | 新增学位2340个 | 市教育局 | 各县（市、区）人民政府 | 12月底前
改善人居环境 | 改造老旧小区60个、新建口袋公园12个 | 市住建局 | 市城管局 | 10月`);
    expect(lines(report)).toEqual([
      "市教育局 新增学位 2340个 flow",
      "市住建局 改造老旧小区 60个 flow",
      "市住建局 新建口袋公园 12个 flow",
    ]);
    expect(report.drafts[0]).toMatchObject({ supporting: ["各县（市、区）人民政府"], due: "2026-12-31" });
    expect(report.drafts[2]).toMatchObject({ supporting: ["市城管局"], due: "2026-10-31" });
  });

  it("departments below each other, indicators across", () => {
    const report = read(`
单位 | 招商引资（亿元） | 新增就业（人）
市商务局 | 32 | 800
市工信局 | 18.5 | 1,200`);
    expect(lines(report)).toEqual([
      "市商务局 招商引资 32亿元 flow",
      "市商务局 新增就业 800人 flow",
      "市工信局 招商引资 18.5亿元 flow",
      "市工信局 新增就业 1200人 flow",
    ]);
  });
});

it("a merged 责任单位 holds for its rows; a blank one in a paste is asked about", () => {
  const table = `
任务 | 单位 | 目标 | 责任单位
新增学位 | 个 | 2340 | 市教育局
新建公办幼儿园 | 所 | 6 | ^`;
  expect(lines(readMerged(table))[1]).toBe("市教育局 新建公办幼儿园 6所 flow");
  expect(codes(readMerged(table))).toEqual([]);
  expect(lines(readPasted(table))[1]).toBe("市教育局 新建公办幼儿园 6所 flow");
  expect(readPasted(table).issues).toMatchObject([{ code: "departmentCarried", drafts: [1] }]);
});

it("each draft's span covers its figure, whatever the table", () => {
  const text = "2026年\n指标\t单位\t目标\n新增学位\t个\t约2,340（含民办）\n";
  const { drafts } = readPasted("指标 | 单位 | 目标\n新增学位 | 个 | 约2,340（含民办）\n新建学校 | 所 | 3");
  expect(drafts.map(({ phrase }) => phrase)).toEqual(["2,340", "3"]);
  expect(line(drafts[0]!)).toBe("- 新增学位 about 2340个 flow");
  expect(text).toContain(drafts[0]!.phrase);
});

it.each([
  // A title's year stands where the labels name it, too; else the year the labels plan for.
  ["指标 | 单位 | 2025年完成 | 2026年目标\n新增学位 | 个 | 2000 | 2340\n新建学校 | 所 | 2 | 3", ["2026", "2026"]],
  [
    "指标 | 单位 | 2026年目标 | 2027年目标\n新增学位 | 个 | 2000 | 2340\n新建学校 | 所 | 2 | 3",
    ["2026", "2027", "2026", "2027"],
  ],
])("takes the year of its targets from the header", (table, years) => {
  const report = readPasted(table, "", 2020);
  const { drafts } = report;
  expect(drafts.map(({ period }) => period)).toEqual(years);
  expect(drafts.length + counted(report).length).toBeLessThanOrEqual(4);
});

describe("cells on lines of their own, as pages give them", () => {
  const read = (text: string) => readPasted(text.replaceAll(" / ", "\n"));

  it("a row begins with its number, wherever that is in its sheet", () => {
    const report = read(
      "市教育局任务分解表 / 序号 / 重点工作任务 / 主要责任单位 / 配合单位 / 一、主要预期目标 / 3 / 固定资产投资增长6%左右。 / 市发改委 / 市工信局、市住建局，各乡镇。 / 71 / 托位数提高至2600个。 / 市教育局 / 市卫健委。",
    );
    expect(lines(report)).toEqual(["市发改委 固定资产投资 about 6% growth", "市教育局 托位数 2600个 stock"]);
    expect(report.drafts.map(({ supporting }) => supporting)).toEqual([
      ["市工信局", "市住建局", "各乡镇"],
      ["市卫健委"],
    ]);
  });

  it("a figure that might be the next number is a figure where its row is full", () => {
    const report = read(
      "序号 / 指标 / 单位 / 2026年目标 / 责任单位 / 1 / 新增公厕 / 座 / 2 / 市城管局 / 2 / 新增学位 / 个 / 1200 / 市教育局 / 说明：以上为初步安排。",
    );
    expect(lines(report)).toEqual(["市城管局 新增公厕 2座 flow", "市教育局 新增学位 1200个 flow"]);
  });

  it("a blank last cell is taken over from the row above, with a doubt", () => {
    const report = read(
      "序号 / 指标 / 单位 / 目标 / 责任单位 / 1 / 新增公厕 / 座 / 9 / 市城管局 / 2 / 改造公厕 / 座 / 6 / 3 / 新增学位 / 个 / 800 / 市教育局",
    );
    expect(lines(report)).toEqual([
      "市城管局 新增公厕 9座 flow",
      "市城管局 改造公厕 6座 flow",
      "市教育局 新增学位 800个 flow",
    ]);
    expect(codes(report)).toContain("departmentCarried");
  });
});

it.each([
  ["3900（预计）", "3900个"],
  ["≥90", "atLeast 90个"],
  ["约1.2万", "about 1.2万个"],
  ["10—12", "range 10–12个"],
  ["3，000", "3000个"],
  ["1 200", "1200个"],
  ["不少于300个", "atLeast 300个"],
  ["3000余", "moreThan 3000个"],
  ["12/3", null],
  ["（3.2）", null],
  ["3-2", null],
  ["—", null],
  ["完成上级下达任务", null],
])("a cell that says %s", (cell, said) => {
  const table = `指标 | 单位 | 目标 | 责任单位\n入库项目数 | 个 | ${cell} | 市发改委\n新建学校 | 所 | 3 | 市教育局`;
  const own = readPasted(table).drafts.filter(({ department }) => department === "市发改委");
  const figures = own.map((draft) => line(draft).split(" ").slice(2, -1).join(" "));
  expect(figures).toEqual(said === null ? [] : [said]);
});
