/** What a page puts around a text, what is noted and explained below it, and papers that by their title tell what was. All places are invented. */
import { importReport } from "../../src/importer/importReport";
import { yearOf } from "../../src/importer/periods";

const drafted = (text: string) => importReport(text, {}).drafts.map(({ phrase }) => phrase);
const leftFor = (text: string, why: string) =>
  importReport(text, {})
    .leftOut.filter(({ reason }) => reason === why)
    .map(({ phrase }) => phrase);
const PLAN = "东湾县教育局2026年工作计划\n新建公办幼儿园6所。";

describe("what a page says of itself", () => {
  it.each<[string, string]>([
    ["发布日期：2026-01-30 来源：县教育局 浏览量：3521次 字体：[大 中 小]", "3521次"],
    ["阅读量 1.2万 评论 35", "1.2万"],
    ["点击数：88次", "88次"],
    ["总访问量：1258963人次", "1258963人次"],
    ["责任编辑：李明 审核：3人", "3人"],
    ["联系电话：0563-5103118 邮编：242500", "242500"],
    ["上一篇：东湾县将新建公园30个", "30个"],
    ["下一条：县教育局部署8项任务", "8项"],
    ["相关链接：全县新增学位2000个", "2000个"],
    ["【推荐阅读】\n西岭县今年新建公园30个\n北山县建成道路50公里", "50公里"],
    ["热点排行\n1 全县新增就业5000人", "5000人"],
    ["附件：\n1.新增学位3000个任务表.docx", "3000个"],
  ])("is no promise: %j", (line, phrase) => {
    const text = `${PLAN}\n${line}`;
    expect(drafted(text)).toEqual(["6所"]);
    expect(leftFor(text, "page")).toContain(phrase);
  });
  it("nor what stands above the text", () => {
    const head = "索引号：014000335/2026-00045 文号：东政办发〔2026〕3号 点击数：125次";
    expect(drafted(`${head}\n${PLAN}`)).toEqual(["6所"]);
  });
  it.each<[string, string[]]>([
    [`${PLAN}\n新增智能电话亭12个，热线电话 接听率达到95%。`, ["6所", "12个", "95%"]],
    [`${PLAN}\n开展阅读活动300场，阅读量超8万人次。`, ["6所", "300场", "8万人次"]],
    [
      "东湾县要闻\n相关新闻\n东湾县2026年工作计划：新建学校3所，新增学位900个。\n改造道路5公里。",
      ["3所", "900个", "5公里"],
    ],
  ])("and leaves promises beside it: %j", (text, phrases) => {
    expect(drafted(text)).toEqual(phrases);
  });
});

describe("notes and glossaries", () => {
  it.each([
    "注：\n①含改扩建2所。\n②“百路千巷”工程改造主干道100条。",
    "注：1.含改扩建2所。\n2.“百路”工程改造主干道100条。",
    "备注：1.“百千万”：100个典型镇、1000个典型村。2.含改扩建2所。",
    "【注释】\n绿廊工程：建设绿道300公里。\n百巷工程：改造背街小巷100条。",
    "《报告》名词注解\n★百亿园区：年营业收入突破100亿元的园区，到2030年培育3个。",
    "有关指标解释\n1．“四上”企业：规模以上工业企业（年主营业务收入2000万元）。",
    "知识链接：\n海绵城市：将70%以上的降雨就地利用。",
    "附：\n有关缩略语说明\n一、双五计划：到2028年培育50家企业。\n二、头雁计划：每年遴选30名带头人。",
  ])("promise nothing: %j", (notes) => {
    expect(drafted(`${PLAN}\n${notes}`)).toEqual(["6所"]);
  });
  it("are found by a mark of the text", () => {
    expect(drafted("2026年新建学校5所①。新增学位900个。\n①含改扩建2所。")).toEqual(["5所", "900个"]);
    expect(drafted("2026年要做好两件事：\n①新建学校5所。\n②新增学位900个。")).toEqual(["5所", "900个"]);
  });
  it("end where the text goes on", () => {
    expect(drafted("一、教育\n新建学校5所。\n注：含改扩建。\n1.新增学位900个。\n二、交通\n改造道路3公里。")).toEqual([
      "5所",
      "900个",
      "3公里",
    ]);
    expect(drafted(`知识链接：\n海绵城市：将70%以上的降雨就地利用。\n二、2026年重点工作\n新建学校5所。`)).toEqual([
      "5所",
    ]);
  });
});

describe("papers that tell what was", () => {
  it.each([
    "东湾县2025年国民经济和社会发展统计公报\n（2026年3月20日）\n初步核算，全年实现地区生产总值320亿元，增长6%。\n年末常住人口52万人。新增就业5000人。",
    "东湾县水利局2025年度部门决算公开\n收入总计3200万元，其中一般公共预算拨款3100万元。",
    "2025年东湾县生态环境状况公报\n优良天数320天，优良水体比例达到95%以上。",
    "东湾县住建局2025年整体支出绩效评价报告\n改造老旧小区12个，群众满意度达到92%。",
  ])("%j", (text) => {
    expect(drafted(text)).toEqual([]);
  });
  it("still promise what they say will be done", () => {
    expect(drafted("东湾县2025年统计公报\n新增就业5000人。今年将新增就业6000人。")).toEqual(["6000人"]);
  });
});

describe("the year of a paper", () => {
  it.each<[string, number]>([
    ["关于东湾县2025年预算执行情况和2026年预算草案的报告\n一般公共预算收入完成25亿元。", 2026],
    ["东湾县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告\n2025年增长6%，2025年新增就业5000人。", 2026],
    ["东湾县教育局2025年工作总结\n新建学校5所。下一步，新建幼儿园6所。", 2026],
    ["东湾县2025年上半年工作总结\n2025年新建学校5所。", 2025],
    ["东湾县2025年统计公报\n2025年增长6%。", 2026],
    [
      "各位代表：\n一、去年工作回顾\n2025年增长6%，2025年完成投资3亿元。\n二、今年任务\n2026年经济社会发展的主要预期目标是：地区生产总值增长6%。",
      2026,
    ],
    ["东湾县2026年工作计划\n2025年预期目标完成情况较好。新建学校5所。", 2026],
  ])("%j", (text, year) => {
    expect(yearOf(text)).toBe(year);
  });
});
