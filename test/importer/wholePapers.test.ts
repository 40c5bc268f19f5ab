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
      "各位代表：\n一、去年工作回顾\n2025年增长6%，2025年完成投资3亿元。\n二、今年任务\n2026年全县发展的主要预期目标是：货运量增长5%。",
      2026,
    ],
    ["东湾县2026年工作计划\n2025年预期目标完成情况较好。新建学校5所。", 2026],
  ])("%j", (text, year) => {
    expect(yearOf(text)).toBe(year);
  });
});

describe("how things stand", () => {
  it.each<[string, string, string]>([
    ["我局内设办公室、规划股等6个股室，下辖水库管理所等12个单位。", "6个", "scope"],
    ["我局内设办公室、规划股等6个股室，下辖水库管理所等12个单位。", "12个", "scope"],
    ["我县辖12个乡镇、186个村。", "186个", "scope"],
    ["核定编制86名，其中行政编13名，退休人员35人。", "35人", "scope"],
    ["全县总面积1860平方公里，户籍人口62.5万人。", "62.5万人", "scope"],
    ["我市产业体系完备，拥有8个特色产业集群。", "8个", "scope"],
    ["优化已建成的1.6万个驿站的服务。", "1.6万个", "scope"],
    ["做优做强5个国家级先进制造业集群。", "5个", "scope"],
    ["加快发展茶叶、脐橙等20个百亿级产业。", "20个", "scope"],
    ["将6个方面243项工作任务予以分解印发。", "243项", "scope"],
    ["将86项任务分解到35个部门。", "35个", "scope"],
    ["2026年区民生实事项目共10个，其中区住建局民生实事项目3个。", "3个", "scope"],
    ["6%左右的预期增长目标与发展潜力总体匹配。", "6%", "scope"],
    ["提出7%左右的增长目标，综合考虑了多种因素。", "7%", "scope"],
    ["为什么把增速定为6%？一是有基础。", "6%", "scope"],
    ["实施污水治理3个“三年行动”。", "3个", "slogan"],
    ["在9个人口20万以上的县建成特教学校。", "20万", "threshold"],
    ["次年提高大病保险最高支付限额3800元。", "3800元", "allowance"],
    ["累计提高不超过原封顶线的20%。", "20%", "allowance"],
    ["做好东山组团8.8平方公里起步区的规划。", "8.8平方公里", "size"],
    ["确保北山700万吨露天矿一季度完成核准。", "700万吨", "size"],
    ["壮大13条重点产业链。", "13条", "scope"],
    ["以改厕、垃圾治理、污水治理等6项内容为重点，推进整治。", "6项", "scope"],
    ["推动入境8座以下小汽车通行。", "8座", "threshold"],
    ["对重病老人给予每人2600元救助。", "2600元", "allowance"],
    ["确保东湖6万平方米主力店年内完工。", "6万平方米", "size"],
    ["23万平方米的建材城正式运营。", "23万平方米", "size"],
    ["确保金川200万吨褐煤提质一期投产。", "200万吨", "size"],
    ["完成80吨污泥焚烧处置项目。", "80吨", "size"],
  ])("drafts nothing of %j", (text, phrase, reason) => {
    const { drafts, leftOut } = importReport(text, { year: 2026, tense: "plan" });
    expect(drafts.map((each) => each.phrase)).not.toContain(phrase);
    expect(leftOut).toContainEqual(expect.objectContaining({ phrase, reason }));
  });
  it.each([
    ["新设服务中心3个。", "3个"],
    ["新增事业编制20名。", "20名"],
    ["慰问退休干部120人。", "120人"],
    ["到2030年，常住人口达到60万人。", "60万人"],
    ["力争拥有三甲医院5家。", "5家"],
    ["新建3个国家级产业基地。", "3个"],
    ["加快打造6个百亿级产业。", "6个"],
    ["今年实施民生实事项目12个。", "12个"],
    ["力争完成6%的增长目标。", "6%"],
    ["建成5平方公里核心区。", "5平方公里"],
    ["大病保险最高支付限额提高到30万元。", "30万元"],
    ["培育壮大5条重点产业链。", "5条"],
    ["新建3万平方米商场并投用。", "3万平方米"],
    ["新增污水日处理能力2万吨。", "2万吨"],
    ["褐煤产量达到400万吨。", "400万吨"],
  ])("drafts of %j", (text, phrase) => {
    expect(importReport(text, { year: 2026, tense: "plan" }).drafts.map((each) => each.phrase)).toContain(phrase);
  });
});

describe("a review under a headline", () => {
  const REPORT = `2026年东湾县政府工作报告
——2026年1月27日在东湾县第九届人民代表大会第四次会议上
县长 李明
各位代表：
一、一年接着一年干，县域发展取得新进展
2025年，地区生产总值增长5%。
（一）着力推进产业升级，转型步伐持续加快
新增智能工厂9家，带动消费79亿元。
（二）着力办好民生实事，生活品质稳步提高
新增学位900个，惠及群众3万人。
二、一张蓝图绘到底，奋力谱写新篇章
新建学校5所。
三、2026年重点工作
改造道路30公里。`;
  it("goes on through its parts, whatever they are called", () => {
    const { leftOut, drafts } = importReport(REPORT, {});
    expect(leftOut.filter(({ reason }) => reason === "past").map(({ phrase }) => phrase)).toEqual(
      expect.arrayContaining(["5%", "9家", "79亿元", "900个", "3万人"]),
    );
    expect(drafts.map(({ phrase }) => phrase)).toContain("30公里");
  });
  it("is no review where the heading orders", () => {
    const text = "东湾县2026年工作要点\n一、办好民生实事，不断提高生活品质\n新增学位900个。";
    expect(drafted(text)).toEqual(["900个"]);
  });
  it("is of the year before where its last year is only told of", () => {
    const text =
      "一、过去五年政府工作的回顾\n地区生产总值由2020年的100亿元增加到2025年的150亿元。2025年底城镇化率达60%。\n二、今年工作\n新建学校5所。";
    expect(yearOf(text)).toBe(2026);
  });
});

describe("how far something has come", () => {
  it("stands alone on its line behind the task", () => {
    const text =
      "东湾县2026年民生实事\n新建幼儿园4所。\n\n80%（二小滞后）\n\n县教育局\n建设农村路40公里。\n\n95%\n\n县交通局";
    expect(drafted(text)).toEqual(["4所", "40公里"]);
  });
  it("is no progress where its line names it", () => {
    expect(drafted("东湾县2026年主要目标\n森林覆盖率\n45%\n新建学校3所。")).toContain("45%");
  });
  it.each([
    "1—9月，5项指标符合预期，分别是：工业用电量增长8%，货运量增长6%。",
    "3项指标不达预期，分别是：茶叶产量增长1.7%，游客人数增长2%。",
    "竹产业占农业产值的比重超出认定标准1.2个百分点。",
  ])("is told: %j", (text) => {
    expect(importReport(text, { year: 2026 }).drafts).toEqual([]);
  });
  it("stays ahead where growth is to be above a mean", () => {
    expect(drafted("2026年，规上工业增速力争高于全省平均水平1个百分点。")).toEqual(["1个百分点"]);
  });
});
