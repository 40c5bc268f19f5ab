/** Phrases of newspapers, county plans and lists of tasks, one table a question. The sentences are of invented places. */
import { importReport } from "../../src/importer/importReport";

const draftsOf = (text: string) => importReport(text, { year: 2026 }).drafts;
const named = (text: string) => draftsOf(text).map(({ phrase, indicator }) => [phrase, indicator]);

it.each<[string, [string, string][]]>([
  // what is under way with several things is said behind the last
  [
    "今年12条河道和300条沟渠将启动清淤整治工程。",
    [
      ["12条", "河道清淤整治"],
      ["300条", "沟渠清淤整治"],
    ],
  ],
  [
    "今年计划开工（筹集）公租房3万套（间）、基本建成2.4万套（间）。",
    [
      ["3万套", "开工公租房"],
      ["2.4万套", "基本建成公租房"],
    ],
  ],
  // money is not what it builds, and is named after what it is spent on
  [
    "县道建设投资3亿元，新改建90公里，新开工40公里。",
    [
      ["3亿元", "县道建设投资"],
      ["90公里", "新改建县道"],
      ["40公里", "新开工县道"],
    ],
  ],
  [
    "今年实施水利工程24个、完成投资6亿元。",
    [
      ["24个", "实施水利工程"],
      ["6亿元", "水利工程投资"],
    ],
  ],
  ["养老托育方面，年度计划完成投资8000万元。", [["8000万元", "养老托育投资"]]],
  ["码头建设计划完成投资1.2亿元。", [["1.2亿元", "码头建设投资"]]],
  // who says so, and that it is what was aimed at, is no part of a name
  ["某省交通运输厅厅长何平宣布今年将再改造危桥60座。", [["60座", "改造危桥"]]],
  ["今年实事涉及水利的主要内容是建成堤防20公里。", [["20公里", "建成堤防"]]],
  ["下一步目标是新增泊位900个。", [["900个", "新增泊位"]]],
  [
    "为3000户低收入家庭更换门窗……今年新增泊位900个。",
    [
      ["3000户", "低收入家庭更换门窗"],
      ["900个", "新增泊位"],
    ],
  ],
  // some or all of what is counted, by name
  ["对清水沟等6公里河道实施生态治理。", [["6公里", "河道实施生态治理"]]],
  ["项目二：河畅水清 对东大沟等6公里沟渠实施生态治理。", [["6公里", "沟渠实施生态治理"]]],
  ["对城东片区7座泵站进行全面维修改造。", [["7座", "泵站维修改造"]]],
  ["甲线、乙线等8个项目确保建成投产。", [["8个", "项目建成投产"]]],
  ["确保城南快线30公里高速建成通车。", [["30公里", "城南快线高速建成通车"]]],
  // a list of levels
  [
    "今年分别新增省级、市级科普基地2个、5个。",
    [
      ["2个", "新增省级科普基地"],
      ["5个", "新增市级科普基地"],
    ],
  ],
  ["在确保安全的前提下，新开工公租房700套。", [["700套", "新开工公租房"]]],
  ["力争实现30%的行政村集体年收入超20万元。", [["30%", "行政村集体年收入超20万元"]]],
  ["筛查病种范围增加至15余类。", [["15余类", "筛查病种范围"]]],
  // what stands in marks that open before it or close behind it
  [
    "会上明确今年要高质量完成“新建改扩建学校9所，建成投用4所公办校”民生实事项目。",
    [
      ["9所", "新建改扩建学校"],
      ["4所", "建成投用公办校"],
    ],
  ],
  ["包括《新增车位600个以上》等县列实事。", [["600个", "新增车位"]]],
  // both of what is done, and what the money is spent on
  ["今年重点引进和培养600名左右青年技工。", [["600名", "引进和培养青年技工"]]],
  [
    "选拔90名正职后备干部、180名副职后备干部。",
    [
      ["90名", "选拔正职后备干部"],
      ["180名", "选拔副职后备干部"],
    ],
  ],
  ["计划投资900万元，建设青石水库除险加固工程；", [["900万元", "青石水库除险加固工程投资"]]],
  ["谋划储备300个3000万元以上重大项目。", [["300个", "谋划储备3000万元以上重大项目"]]],
  // what is done to several together
  [
    "对31个商住小区和44个农村社区实施物业提升。",
    [
      ["31个", "商住小区物业提升"],
      ["44个", "农村社区物业提升"],
    ],
  ],
  [
    "改造12个城区市场和30个乡镇市场消防设施。",
    [
      ["12个", "改造城区市场消防设施"],
      ["30个", "改造乡镇市场消防设施"],
    ],
  ],
  ["整合提升800个民生服务点。", [["800个", "提升民生服务点"]]],
  // the same elsewhere, and long lists
  [
    "今年市区早教普及率达到70%以上，县（市）达到50%以上。",
    [
      ["70%", "市区早教普及率"],
      ["50%", "县（市）早教普及率"],
    ],
  ],
  [
    "到2030年，全市化学需氧量（COD）、氨氮（NH3-N）和总磷（TP）等主要污染物排放总量比2025年分别下降9%、8%和7%。",
    [
      ["9%", "化学需氧量（COD）排放总量"],
      ["8%", "氨氮（NH3-N）排放总量"],
      ["7%", "总磷（TP）排放总量"],
    ],
  ],
  ["江州市2027年可吸入颗粒物浓度下降9%以上。", [["9%", "江州市可吸入颗粒物浓度"]]],
  ["挥发性有机物排放减排20%以上。", [["20%", "挥发性有机物排放"]]],
  ["居民人均期望寿命达到80岁。", [["80岁", "居民人均期望寿命"]]],
  ["解决6万人口饮水问题。", [["6万人口", "解决饮水问题"]]],
  ["为12户以上困难家庭实施“暖心小屋”改造。", [["12户", "困难家庭“暖心小屋”改造"]]],
])("names what %s promises", (text, expected) => {
  expect(named(text)).toEqual(expected);
});

it.each<[string, string, string]>([
  ["配套建设含60个停车位的校车停车场和500平方米的综合楼。", "60个", "size"],
  ["配套建设含60个停车位的校车停车场和500平方米的综合楼。", "500平方米", "size"],
  ["据了解，地下停车场有8000平方米。", "8000平方米", "size"],
  ["改造桃源路，长度约900米。", "900米", "size"],
  ["力争实现30%的行政村集体年收入超20万元。", "20万元", "threshold"],
  ["整治三类低效用地。", "三类", "name"],
  ["28项供水工程总投资1200万元，其中市级资金300万元，受益人口2万人。", "28项", "size"],
  ["28项供水工程总投资1200万元，其中市级资金300万元，受益人口2万人。", "1200万元", "size"],
  ["28项供水工程总投资1200万元，其中市级资金300万元，受益人口2万人。", "300万元", "size"],
  ["28项供水工程总投资1200万元，其中市级资金300万元，受益人口2万人。", "2万人", "size"],
  ["今年重点任务共计18项。", "18项", "scope"],
  ["用好80亿元引导基金。", "80亿元", "scope"],
  ["把40亿元补贴资金用好用活。", "40亿元", "scope"],
  ["这将使60万名学生的家庭普遍减轻负担。", "60万名", "scope"],
  ["将18项收费的免征范围，从小微企业扩大到所有企业。", "18项", "scope"],
  ["落实鼓励民间投资新36条。", "36条", "name"],
  ["今年高校毕业生将达9万人。", "9万人", "scope"],
  ["6%左右的速度可以实现比较充分的就业。", "6%", "scope"],
  ["城镇新增就业目标比去年多2万人。", "2万人", "scope"],
  ["小型车购置税按5%征收。", "5%", "scope"],
  ["凝聚300万人民的智慧。", "300万人", "scope"],
  ["解决好三个1亿人问题。", "1亿人", "name"],
  ["改革不仅取消了原先6亿元的税赋。", "6亿元", "past"],
  ["我市是60万人口的大县。", "60万人口", "scope"],
  ["在2万人口以上的镇建设2所幼儿园。", "2万人口", "threshold"],
  ["2025年我市计划解决12个村3万人饮水问题。", "12个", "past"],
])("leaves out of %s the figure %s", (text, phrase, reason) => {
  const { leftOut, drafts } = importReport(text, { year: 2026 });
  expect(leftOut.find((left) => left.phrase === phrase)?.reason).toBe(reason);
  expect(drafts.map((draft) => draft.phrase)).not.toContain(phrase);
});

it.each<[string, string | null]>([
  ["据市住房和城乡建设局党组书记李明介绍，今年新建停车位900个。", "市住房和城乡建设局"],
  ["市水务局有关人士介绍，今年改造管网60公里。", "市水务局"],
  ["市水务局承诺，今年改造管网60公里。", "市水务局"],
  ["今年，交通运输部将新改建农村公路9万公里。", "交通运输部"],
  ["水利部部长何平宣布，今年新增灌溉面积800万亩。", "水利部"],
  ["记者从农业农村部获悉，今年建设高标准农田9000万亩。", "农业农村部"],
  ["市委组织部将选派干部300名。", "市委组织部"],
  ["市教育部门要新建学校3所。", null],
  ["在省公路局发布会上，公路局副局长陈红介绍，今年，交通运输部将新改建农村公路9万公里。", "交通运输部"],
  ["另据市港航事务中心消息，全年疏浚航道60公里。", "市港航事务中心"],
  ["州民政局有关同志也表示，将新建养老驿站50个。", "州民政局"],
  ["今年县行政审批局要把时限压缩到3天，新增代办站点40个。", "县行政审批局"],
  ["团市委则把目光投向就业：全年提供见习岗位900个。", "团市委"],
  ["市消防救援支队支队长韩明补充道，将新建小型消防站6座。", "市消防救援支队"],
  ["县残联要落实补贴，适配辅具600件。", "县残联"],
  ["新增学位500个。（县教育局、东关镇）", "县教育局、东关镇"],
  ["新增就业3000人。\n　　（县人社局负责）\n改造户厕900户。\n　　（县农业局负责）", "县人社局"],
  ["县水利局局长高原。\n记者来到堤上。\n“今年除险加固水库6座。”高原说。", "县水利局"],
  ["县委要新建学校3所。", null],
  ["市城管局今年要办的六件实事\n新建公厕20座，改造公厕60座，提升背街小巷环境品质。", "市城管局"],
])("files %s under who acts", (text, department) => {
  expect(draftsOf(text)[0]?.department).toBe(department);
});

it("reads what has bounds and leads to a later year as ahead, whatever the clause before it sounds like", () => {
  const text = "经济发展进入崭新阶段，年均增长6%左右，到2030年，生产总值达到900亿元；改革取得全新突破。";
  expect(importReport(text, { year: 2026 }).drafts.map(({ phrase }) => phrase)).toEqual(["6%", "900亿元"]);
});

it("counts visitors over the year where the noun says so", () => {
  expect(draftsOf("全年助餐服务人次达50万以上。")[0]).toMatchObject({ value: 50, unit: "万", kind: "flow" });
});

it("gives each bureau of a sentence its own", () => {
  const text =
    "市民政局要新建养老院6家；市残联要落实两项补贴；市卫健委要新增普惠托位900个；市医保局要把病种扩大到60种。";
  expect(draftsOf(text).map(({ department }) => department)).toEqual(["市民政局", "市卫健委", "市医保局"]);
});

it("counts who is trained as the first to respond, and no rank", () => {
  expect(named("培训应急第一响应人400名。")).toEqual([["400名", "培训应急第一响应人"]]);
});

it("dates a list by what opens it, and what goes on with 其中 by the sentence before", () => {
  const list = "未来五年，到2030年将实现：\n1、建成医院6家\n2、市域内就诊率达到95%以上\n3、人均期望寿命达到80岁";
  expect(importReport(list, { year: 2026 }).drafts.map(({ period }) => period)).toEqual(["2030", "2030", "2030"]);
  const share = "到2028年，全省颗粒物浓度较2025年下降8%。其中，甲市较2025年下降12%。";
  expect(importReport(share, { year: 2026 }).drafts.map(({ period }) => period)).toEqual(["2028", "2028"]);
});

describe("a review that a next heading closes", () => {
  const review = (sentence: string) =>
    `一、2025年工作回顾\n面对困难，我们打基础、利长远。${sentence}\n二、2026年重点工作\n今年新建学校3所。`;
  it.each([
    "着眼未来，全面推开改革。林地确权到户90万亩，完成出口信用保险承保6亿美元。",
    "市政府决定将低保标准每月620元作为新的标准。",
    "将2万名“老工伤”人员纳入统筹管理。",
    "市教育局要求落实责任。改造校舍40栋。",
  ])("holds no promise: %s", (sentence) => {
    expect(importReport(review(sentence), { year: 2026 }).drafts.map(({ phrase }) => phrase)).toEqual(["3所"]);
  });
  it("but what it says of the year to come", () => {
    const { drafts } = importReport(review("今年将再改造校舍50栋。去年改造校舍40栋。"), { year: 2026 });
    expect(drafts.map(({ phrase }) => phrase)).toEqual(["50栋", "3所"]);
  });
});

it("takes a plan that is over for the past, and a circular's number for its year", () => {
  const { drafts, year } = importReport(
    "关于印发环境保护规划的通知江政发〔2026〕12号\n“十四五”期间，污水处理率由72%提高到91%。到2030年，污水处理率达到95%。",
  );
  expect(year).toBe(2026);
  expect(drafts.map(({ phrase }) => phrase)).toEqual(["95%"]);
});
