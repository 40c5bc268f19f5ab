/** Tables of tasks as bureaus write them: who answers, in what words the target stands, what is summed up. As CSV, Excel and Word; all places are invented. */
import { counted, line } from "./tableCases";
import { FORMS, readAs } from "./writtenTables";

describe.each(FORMS)("as %s", (form) => {
  it("各县区 among those who answer is no row of the county", async () => {
    const { drafts } = await readAs(
      `
序号 | 工作任务 | 年度目标 | 牵头领导 | 牵头单位 | 责任单位
（一） | 规上工业企业 | 新增60家 | 王强 | 市工信局 | 各县区
（二） | 粮食产量 | 稳定在120万吨以上 | 李丽 | 市农业农村局 | 各县区
（三） | 技改投资 | 增长15% | 王强 | 市工信局 | 市统计局`,
      form,
    );
    expect(drafts.map((draft) => [line(draft), draft.supporting.join(" ")])).toEqual([
      ["市工信局 新增规上工业企业 60家 flow", "各县区"],
      ["市农业农村局 粮食产量 atLeast 120万吨 stock", "各县区"],
      ["市工信局 技改投资 15% growth", "市统计局"],
    ]);
  });

  it("counties below each other under names that no unit follows", async () => {
    const { drafts, leftOut } = await readAs(
      `
县区 | 人工造林 | 封山育林 | 退化林修复 | 小计
合计 | 3000 | 2600 | 1400 | 7000
青禾县 | 1000 | 800 | 400 | 2200
云岭县 | 2000 | 1800 | 1000 | 4800`,
      form,
      ["2026年造林任务分解表（单位：亩）"],
    );
    expect(
      drafts.map((draft) => [line(draft), draft.parts?.map(({ place, value }) => `${place}${value}`).join(" ")]),
    ).toEqual([
      ["- 人工造林 3000亩 flow", "青禾县1000 云岭县2000"],
      ["- 封山育林 2600亩 flow", "青禾县800 云岭县1800"],
      ["- 退化林修复 1400亩 flow", "青禾县400 云岭县1000"],
    ]);
    expect(counted({ leftOut }).map(({ phrase, reason }) => [phrase, reason])).toEqual([
      ["7000", "total"],
      ["2200", "total"],
      ["4800", "total"],
    ]);
  });

  it("targets in words under 量化指标, telephones beside them", async () => {
    const { drafts, leftOut } = await readAs(
      `
任务名称 | 量化指标 | 责任部门 | 责任人 | 联系电话 | 完成时限
城市更新 | 改造老旧小区45个、1.2万户 | 市住建局 | 张三 | 13800001111 | 三季度
绿道建设 | 新建绿道60公里 | 市城管局 | 李四 | 5103118 | 2026年6月30日`,
      form,
    );
    expect(drafts.map((draft) => [line(draft), draft.due])).toEqual([
      ["市住建局 改造老旧小区 45个 flow", "2026-09-30"],
      ["市住建局 老旧小区改造户数 1.2万户 flow", "2026-09-30"],
      ["市城管局 新建绿道 60公里 flow", "2026-06-30"],
    ]);
    expect(counted({ leftOut }).map(({ phrase }) => phrase)).toEqual(["13800001111", "5103118"]);
  });

  it("verbs and shares that the cell beside them explains", async () => {
    const { drafts } = await readAs(
      `
序号 | 实事项目 | 目标任务 | 责任单位
1 | 学前教育普惠 | 新建3所，改造5所 | 市教育局
2 | 供水保障 | 水质达标率≥95%，覆盖率不低于90％ | 市水利局
3 | 困难群众帮扶 | 完成率100% | 市民政局
4 | 养老服务 | 新增床位300张 | 市民政局`,
      form,
    );
    expect(drafts.map(line)).toEqual([
      "市教育局 学前教育普惠（新建） 3所 flow",
      "市教育局 学前教育普惠（改造） 5所 flow",
      "市水利局 水质达标率 atLeast 95% ratio",
      "市水利局 供水保障覆盖率 atLeast 90% ratio",
      "市民政局 困难群众帮扶完成率 100% ratio",
      "市民政局 新增床位 300张 flow",
    ]);
  });

  it("[15] over all years of a plan", async () => {
    const { drafts, leftOut } = await readAs(
      `
指标 | 2025年 | 2030年 | 年均增长（%） | 属性
地区生产总值（亿元） | 1250 | 1700 | 6.3 | 预期性
单位GDP能耗降低（%） | — | [15] | — | 约束性
常住人口城镇化率（%） | 62.5 | 67 | [4.5] | 预期性`,
      form,
      ["云江市“十五五”主要指标"],
    );
    expect(drafts.map((draft) => `${line(draft)} ${draft.period}`)).toEqual([
      "- 地区生产总值 1700亿元 flow 2030",
      "- 地区生产总值年均增速 6.3% growth 2026-2030",
      "- 单位GDP能耗降低 15% growth down 2026-2030",
      "- 常住人口城镇化率 67% ratio 2030",
    ]);
    expect(counted({ leftOut }).map(({ phrase }) => phrase)).toEqual(["4.5"]);
  });

  it("projects with what is built and what is paid this year", async () => {
    const { drafts } = await readAs(
      `
序号 | 项目名称 | 建设内容及规模 | 总投资 | 累计完成投资 | 2026年计划投资 | 责任单位
1 | 城东污水处理厂 | 日处理污水3万吨，铺设管网26公里 | 18000 | 6000 | 8000 | 市住建局
2 | 北环路改造 | 全长5.6公里，宽30米 | 9600 | 0 | 5000 | 市交通运输局
合计 |  |  | 27600 | 6000 | 13000 | `,
      form,
      ["2026年重点项目计划表　单位：万元"],
    );
    expect(drafts.map(line)).toEqual([
      "市住建局 铺设管网 26公里 flow",
      "市住建局 城东污水处理厂投资 8000万元 flow",
      "市交通运输局 北环路改造投资 5000万元 flow",
    ]);
  });

  it("counties without their ending behind 其中", async () => {
    const { drafts } = await readAs(
      `
任务 | 责任单位 | 全市合计 | 其中：青禾 | 云岭 | 石门 | 滨江新区
农村危房改造 | 市住建局 | 1200 | 500 | 400 | 300 | 0`,
      form,
      ["2026年危房改造任务分解表（单位：户）"],
    );
    expect(
      drafts.map((draft) => [line(draft), draft.parts?.map(({ place, value }) => `${place}${value}`).join(" ")]),
    ).toEqual([["市住建局 农村危房改造 1200户 flow", "青禾500 云岭400 石门300 滨江新区0"]]);
  });

  it("counties below each other under a title that names what is planned", async () => {
    const { drafts } = await readAs(
      `
附表：云江市2026年固定资产投资计划表 | < | < | <
单位：亿元 | < | < | <
县区 | 2025年完成 | 2026年计划 | 增长
青禾县 | 120 | 132 | 10%
云岭市 | 150 | 168 | 12%
合计 | 270 | 300 | 11.1%`,
      form,
      [],
    );
    expect(drafts.map((draft) => [line(draft), draft.lastYear?.phrase])).toEqual([
      ["- 固定资产投资 300亿元 flow", "270"],
    ]);
    expect(drafts[0]?.parts?.map(({ place, value }) => `${place}${value}`)).toEqual(["青禾县132", "云岭市168"]);
  });

  it("a sentence that names what the figure beside it says again", async () => {
    const { drafts, leftOut } = await readAs(
      `
责任单位 | 2026年主要目标 | 一季度 | 上半年 | 前三季度 | 全年
市教育局 | 新增学位2000个 | 300 | 800 | 1500 | 2000
市水利局 | 除险加固水库12座 | 2 | 5 | 9 | 12`,
      form,
    );
    expect(drafts.map(line)).toEqual(["市教育局 新增学位 2000个 flow", "市水利局 除险加固水库 12座 flow"]);
    expect(counted({ leftOut }).map(({ phrase }) => phrase)).toEqual([
      "300",
      "800",
      "1500",
      "2000",
      "2",
      "5",
      "9",
      "12",
    ]);
  });

  it("digits of labels, serial numbers and deadlines are listed", async () => {
    const { leftOut } = await readAs(
      `
序号 | 指标 | 单位 | 2026年目标 | 责任单位 | 完成时限
12 | PM2.5年均浓度 | 微克/立方米 | 30 | 市生态环境局 | 2026年12月底`,
      form,
      [],
    );
    expect(leftOut.map(({ phrase, reason }) => `${phrase} ${reason}`)).toEqual([
      "2026年 date",
      "12 number",
      "2.5 name",
      "2026年 date",
      "12 date",
    ]);
  });
});

it("leaves what is noted below a table to nobody", async () => {
  const { drafts, leftOut } = await readAs(
    `
指标 | 单位 | 目标值
新增就业 | 人 | 42000`,
    "docx",
    ["云江市2026年目标表"],
    ["注：1.新增就业含脱贫人口5000人。", "备注：以上指标分解到12个乡镇。"],
  );
  expect(drafts.map(line)).toEqual(["- 新增就业 42000人 flow"]);
  expect(leftOut.filter(({ reason }) => reason === "definition").map(({ phrase }) => phrase)).toEqual([
    "5000人",
    "12个",
  ]);
});
