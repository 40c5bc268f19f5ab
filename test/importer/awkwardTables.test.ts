/** Task tables with awkward headers and cells, each as a CSV, an Excel and a Word file. All places are invented. */
import { counted, line } from "./tableCases";
import { FORMS, readAs } from "./writtenTables";

const shares = ({ parts }: { parts?: readonly { place: string; value: number }[] }) =>
  (parts ?? []).map(({ place, value }) => `${place}${value}`).join(" ");

describe.each(FORMS)("as %s", (form) => {
  it("a header in three rows with counties under 分解", async () => {
    const { drafts } = await readAs(
      `
序号 | 指标 | 单位 | 2026年目标 | < | < | < | 责任单位
^ | ^ | ^ | 全市 | 分解 | < | < | ^
^ | ^ | ^ | ^ | 青禾县 | 云岭市 | 滨江新区 | ^
1 | 新增学位 | 个 | 2340 | 1340 | 800 | 200 | 市教育局
2 | 优良天数比率 | % | 85以上 | 84 | 86 | 85 | 市生态环境局`,
      form,
    );
    expect(drafts.map((draft) => [line(draft), shares(draft)])).toEqual([
      ["市教育局 新增学位 2340个 flow", "青禾县1340 云岭市800 滨江新区200"],
      ["市生态环境局 优良天数比率 atLeast 85% ratio", "青禾县84 云岭市86 滨江新区85"],
    ]);
  });

  it("counties beside a total, one of which does not add up", async () => {
    const { drafts, issues } = await readAs(
      `
指标 | 单位 | 合计 | 青禾县 | 云岭市 | 石门区 | 责任单位
造林面积 | 万亩 | 12.5 | 6 | 4 | 2.5 | 市林业局
高标准农田 | 万亩 | 20 | 9 | 8 | 4 | 市农业农村局`,
      form,
    );
    expect(drafts.map(line)).toEqual(["市林业局 造林面积 12.5万亩 flow", "市农业农村局 高标准农田 20万亩 flow"]);
    expect(issues.filter(({ code }) => code === "totalDiffers").map(({ indicator }) => indicator)).toEqual([
      "高标准农田",
    ]);
  });

  it("several promises in a cell, with who leads and who helps", async () => {
    const { drafts, leftOut } = await readAs(
      `
序号 | 重点任务 | 牵头单位 | 责任单位 | 完成时限
1 | 新建学校3所，新增学位2000个。 | 市教育局 | 市财政局、市人社局 | 12月底
2 | 全年新增就业4万人以上，失业率控制在5.5%以内，对50人以上企业开展用工监测。 | 市人社局 | 市统计局 | 11月底`,
      form,
    );
    expect(drafts.map((draft) => [line(draft), draft.supporting.join(" "), draft.due])).toEqual([
      ["市教育局 新建学校 3所 flow", "市财政局 市人社局", "2026-12-31"],
      ["市教育局 新增学位 2000个 flow", "市财政局 市人社局", "2026-12-31"],
      ["市人社局 新增就业 atLeast 4万人 flow", "市统计局", "2026-11-30"],
      ["市人社局 失业率 atMost 5.5% ratio", "市统计局", "2026-11-30"],
    ]);
    expect(leftOut.map(({ phrase, reason }) => [phrase, reason])).toContainEqual(["50人", "threshold"]);
  });

  it("leads of merged cells go on, and so do those of blank ones", async () => {
    const { drafts } = await readAs(
      `
牵头单位 | 任务 | 目标值 | 单位
市教育局 | 新增学位 | 2000 | 个
^ | 新建幼儿园 | 6 | 所
市水利局 | 除险加固水库 | 12 | 座`,
      form,
    );
    expect(drafts.map(line)).toEqual([
      "市教育局 新增学位 2000个 flow",
      "市教育局 新建幼儿园 6所 flow",
      "市水利局 除险加固水库 12座 flow",
    ]);
  });

  it("tasks by lines in a cell, and figures with bounds", async () => {
    const { drafts } = await readAs(
      `
项目名称 | 年度目标任务 | 责任单位
学前教育扩容 | 1.新建公办园5所\\n2.新增学位1500个 | 市教育局
健康服务 | 为5万名妇女免费筛查“两癌”，筛查率达到90%以上 | 市卫健委、市妇联`,
      form,
    );
    expect(drafts.map(line)).toEqual([
      "市教育局 新建公办园 5所 flow",
      "市教育局 新增学位 1500个 flow",
      "市卫健委 妇女免费筛查“两癌” 5万名 flow",
      "市卫健委 筛查率 atLeast 90% ratio",
    ]);
  });

  it("who heads a unit beside it, and how far it has come", async () => {
    const { drafts } = await readAs(
      `
大类 | 序号 | 工作任务 | 分管市领导 | 牵头单位及主要负责人 | 落实进展情况
一、底线民生 | 1 | 将孤儿养育标准提高到每人每月2200元。 | 陈明 | 市民政局 王小明 | 已完成。已提高到2300元。`,
      form,
    );
    expect(drafts.map((draft) => [line(draft), draft.supporting])).toEqual([
      ["市民政局 孤儿养育标准 2200元 stock", []],
    ]);
  });

  it("two figures of one row that count different things, and what a remark row says", async () => {
    const { drafts, leftOut } = await readAs(
      `
序号 | 项目名称 | 建设规模（公里） | 年度投资（万元） | 牵头单位
1 | 城区雨污分流改造 | 36 | 4200 | 市住建局
2 | 农村公路提升 | 180.5 | 9600 | 市交通运输局
合计 |  | 216.5 | 13800 |
备注：农村公路另有结转45公里。 | < | < | < | <`,
      form,
    );
    expect(drafts.map(line)).toEqual([
      "市住建局 城区雨污分流改造 36公里 flow",
      "市住建局 城区雨污分流改造年度投资 4200万元 flow",
      "市交通运输局 农村公路提升 180.5公里 flow",
      "市交通运输局 农村公路提升年度投资 9600万元 flow",
    ]);
    expect(counted({ leftOut }).map(({ phrase }) => phrase)).toEqual(["216.5", "13800", "45公里"]);
  });

  it("shares below a row: 其中, 1.1 and （1）", async () => {
    const { drafts, issues } = await readAs(
      `
序号 | 工作任务 | 目标 | 责任单位
1 | 新增学位（个） | 3000 | 市教育局
1.1 | 其中：幼儿园 | 1000 | 市教育局
1.2 | 其中：公办小学学位 | 2000 | 市教育局
2 | 新改建农村公路（公里） | 300 | 市交通运输局
（1） | 县道 | 120公里 | 市交通运输局
（2） | 村道 | 180公里 | 市交通运输局`,
      form,
    );
    expect(drafts.map(line)).toEqual([
      "市教育局 新增学位 3000个 flow",
      "市教育局 新增学位（幼儿园） 1000个 flow",
      "市教育局 公办小学学位 2000个 flow",
      "市交通运输局 新改建农村公路 300公里 flow",
      "市交通运输局 新改建农村公路（县道） 120公里 flow",
      "市交通运输局 新改建农村公路（村道） 180公里 flow",
    ]);
    expect(issues.filter(({ code }) => code === "unitCarried").map(({ indicator }) => indicator)).toContain(
      "新增学位（幼儿园）",
    );
  });

  it("numbers in brackets that are no shares of the row before", async () => {
    const { drafts } = await readAs(
      `
序号 | 工作任务 | 目标 | 责任单位
（1） | 新建公厕 | 30座 | 市城管局
（2） | 绿道 | 120公里 | 市园林局`,
      form,
    );
    expect(drafts.map(line)).toEqual(["市城管局 新建公厕 30座 flow", "市园林局 绿道 120公里 flow"]);
  });

  it("levels and rates under one 单位：亿元、%", async () => {
    const { drafts } = await readAs(
      `
指标 | 2025年实际 | 2026年计划 | 增长
地区生产总值 | 1250 | 1320 | 6`,
      form,
      ["2026年国民经济和社会发展计划表", "单位：亿元、%"],
    );
    expect(drafts.map(line)).toEqual(["- 地区生产总值 1320亿元 flow", "- 地区生产总值增速 6% growth"]);
  });
});
