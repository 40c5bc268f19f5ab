/** Who answers: lists of units, brackets, paragraphs of bureaus. The places are invented. */
import { importReport } from "../../src/importer/importReport";
import { ownersIn } from "../../src/importer/owners";

it.each<[string, readonly string[], readonly string[]]>([
  ["市教育局牵头，市财政局配合", ["市教育局"], ["市财政局"]],
  ["责任单位：市教育局", ["市教育局"], []],
  ["牵头单位：市水务局；配合单位：市财政局、各县（市、区）", ["市水务局"], ["市财政局", "各县（市、区）"]],
  ["责任单位：市教育局、市民政局（牵头）、市财政局", ["市民政局"], ["市教育局", "市财政局"]],
  ["市民政局、市卫健委负责", ["市民政局", "市卫健委"], []],
  ["由县住建局牵头负责，县财政局、各乡镇配合", ["县住建局"], ["县财政局", "各乡镇"]],
  ["县卫健局", ["县卫健局"], []],
  ["主办单位：省教育厅，各州、市人民政府", ["省教育厅"], ["各州、市人民政府"]],
  ["责任单位：市教育局、各县（市、区）政府", ["市教育局"], ["各县（市、区）政府"]],
  ["市教育局牵头，市财政局配合，2026年9月底前完成", ["市教育局"], ["市财政局"]],
  ["市民政局，6月底前", ["市民政局"], []],
  ["市民政局，各县〔市、区〕政府", ["市民政局"], ["各县〔市、区〕政府"]],
  ["各县<市、区>，市民政局", ["市民政局"], ["各县<市、区>"]],
  ["发展改革委，各镇", ["发展改革委"], ["各镇"]],
  ["分管副市长：何山；市民政局", ["市民政局"], []],
  ["何山，市民政局", ["市民政局"], []],
  ["市民政局会同市财政局", ["市民政局"], ["市财政局"]],
  ["牵头单位：市水务局 配合单位：市财政局 市住建局", ["市水务局"], ["市财政局", "市住建局"]],
  ["责任单位：市经信局、市税务局（列第一位者为牵头单位，下同）", ["市经信局"], ["市税务局"]],
  ["责任单位：县农业农村局、县水利局等部门，各乡镇", ["县农业农村局", "县水利局"], ["各乡镇"]],
  ["责任单位：县交通运输局等", ["县交通运输局"], []],
  [
    "省发改委、水利厅等省有关部门和各地级以上市人民政府按职责分工负责",
    ["省发改委", "水利厅"],
    ["各地级以上市人民政府"],
  ],
  ["市人社局牵头，各镇街、园区按职责分工负责", ["市人社局"], ["园区", "各镇街"]],
  [
    "市政府办公室、市审改办牵头，市级各有关部门及各县区政府按职责分工负责",
    ["市政府办公室", "市审改办"],
    ["各县区政府"],
  ],
  ["市大数据局牵头，市级有关部门配合", ["市大数据局"], []],
  ["市民政局、卫健委、住建局", ["市民政局", "卫健委", "住建局"], []],
  ["县交通局、县公路段", ["县交通局", "县公路段"], []],
  ["县残联", ["县残联"], []],
  ["牵头单位：市委农工委，市农业局、畜牧局", ["市委农工委", "市农业局", "畜牧局"], []],
  ["责任单位：市商务局，各区县政府，高新区管委会", ["市商务局"], ["高新区管委会", "各区县政府"]],
  ["落实单位：区园林中心", ["区园林中心"], []],
  ["责任单位：市林业局、市水务局，排在第一位的为牵头单位，下同", ["市林业局"], ["市水务局"]],
])("reads the units in %s", (written, lead, supporting) => {
  expect(ownersIn(written)).toEqual({ lead, supporting });
});

it.each(["含企业自建", "2026年", "不含港口", "市、区", "社区服务中心", "约30公里", "县级以上", ""])(
  "finds no units in （%s）",
  (written) => {
    expect(ownersIn(written)).toBeNull();
  },
);

const answered = (text: string) =>
  importReport(text, { year: 2026 }).drafts.map(({ phrase, department }) => [phrase, department]);

it("gives each paragraph of a page of interviews to its own bureau", () => {
  const text = [
    "市交通局要把路修到村口。今年新改建农村公路90公里。",
    "记者从市建委获悉，今年计划筹建租赁住房300套。去年已筹建280套。",
    "局长何山表示，市林业局将完成造林4万亩，修复湿地600亩。",
    "“就业是大事。”市人社局局长杜梅介绍，全年举办招聘会40场。",
    "市水务局相关负责人介绍，今年将疏浚河道15公里。",
    "市商务局：新增限上企业20家。",
  ].join("\n");
  expect(answered(text)).toEqual([
    ["90公里", "市交通局"],
    ["300套", "市建委"],
    ["4万亩", "市林业局"],
    ["600亩", "市林业局"],
    ["40场", "市人社局"],
    ["15公里", "市水务局"],
    ["20家", "市商务局"],
  ]);
});

it("knows who speaks by a label, a visit, a bracket behind the name, and between two quotations", () => {
  expect(answered("【市公安局】今年新建岗亭20个。\n【市应急局】今年建成避难场所6处。")).toEqual([
    ["20个", "市公安局"],
    ["6处", "市应急局"],
  ]);
  expect(answered("（市教育局）新建学校3所。\n（市民政局）新建养老院2所。")).toEqual([
    ["3所", "市教育局"],
    ["2所", "市民政局"],
  ]);
  expect(
    answered("专访市水务局局长何山\n何山：我们将新建水库2座。\n对话县林业局局长杜梅\n答：今年造林3万亩。"),
  ).toEqual([
    ["2座", "市水务局"],
    ["3万亩", "县林业局"],
  ]);
  expect(answered("何山（市水务局党委书记、局长）：今年新建水库2座。")).toEqual([["2座", "市水务局"]]);
  expect(answered("本报讯（记者 何山）记者日前从县交通局了解到，今年改造农村公路50公里。")).toEqual([
    ["50公里", "县交通局"],
  ]);
  const quoted =
    "“今年新增就业6000人，”市人社局局长何山说，“培训工匠800人。”市财政局局长杜梅表示，民生支出占比保持在80%以上。";
  expect(answered(quoted)).toEqual([
    ["6000人", "市人社局"],
    ["800人", "市人社局"],
    ["80%", "市财政局"],
  ]);
});

it("reads every spelling of the places in a bracket behind an item, and lets nobody answer who only oversees", () => {
  const text = [
    "市政府办公室将对落实情况进行通报。",
    "1.货运量增长6%。（市交通局，各县〔市、区〕政府）",
    "2.旅游收入增长9%。(市文旅局,各县[市、区]人民政府)",
    "3.果品产量增长3%。（各县【市、区】政府，市农业农村局）",
    "4.外贸增长5%。（市商务局,高新区、经开区管委会,各县（市）区政府）",
    "新增泊位80个。",
  ].join("\n");
  expect(answered(text)).toEqual([
    ["6%", "市交通局"],
    ["9%", "市文旅局"],
    ["3%", "市农业农村局"],
    ["5%", "市商务局"],
    ["80个", null],
  ]);
  expect(answered("市政府办公室将建设服务点20个。")).toEqual([["20个", "市政府办公室"]]);
  expect(answered("区考核办负责督促检查。新增泊位80个。")).toEqual([["80个", null]]);
});

it("hears a bureau at its meeting, and asks whose a paragraph is that names nobody behind another's words", () => {
  const text = [
    "25日，记者从海州市民政局工作会议上获悉，今年新建养老院6所。",
    "市福利中心负责人介绍，新增床位300张。",
    "今年，市民政部门将改造敬老院9所。",
  ];
  expect(answered(text.join("\n"))).toEqual([
    ["6所", "海州市民政局"],
    ["300张", "市福利中心"],
    ["9所", "海州市民政局"],
  ]);
  const carried = (below: string) => {
    const { drafts, issues } = importReport([text[0], below, "新开食堂4个。"].join("\n"), { year: 2026 });
    expect(issues.filter(({ code }) => code === "departmentCarried").map((each) => each.drafts)).toEqual([[2]]);
    return drafts[2]?.department;
  };
  expect(carried("市福利中心负责人介绍，新增床位300张。")).toBe("海州市民政局"); // which the centre belongs to
  expect(carried("市财政局将安排补贴2亿元。")).toBe("海州市民政局"); // the other acts in passing
  expect(carried("市财政局局长何山表示，安排补贴2亿元。")).toBe("市财政局"); // who speaks may go on
});

it("keeps each row of a table that runs on to its own units", () => {
  const text =
    "实事清单序号事项名称工作内容分管领导责任单位协办单位1教育扩容新建小学4所，增加学位3000个。何山教育局各街道2稳定就业新增就业9000人。李江人社局各街道3老城更新修缮古井6口。王海文体旅局文旅公司翻修城门3处。芮川住建局东街道4安心养老为9000名老人上门送餐。钱林民政局各街道改造5家养老站。适老化改造200户。序号事项名称工作内容分管领导责任单位协办单位5惠民文体新建书苑2家。孙河文体旅局各街道6便民停车新增泊位700个。";
  expect(answered(text)).toEqual([
    ["4所", "教育局"],
    ["3000个", "教育局"],
    ["9000人", "人社局"],
    ["6口", "文体旅局"],
    ["3处", "住建局"],
    ["9000名", "民政局"],
    ["5家", "民政局"],
    ["200户", "民政局"],
    ["2家", "文体旅局"],
    ["700个", null],
  ]);
});

it.each([
  ["承诺单位：县教育局\n承诺内容：新建学校6所。\n承诺单位：县住建局\n承诺内容：改造公厕20个。"],
  ["单位名称：县教育局\n1.新建学校6所。\n单位名称：县住建局\n1.改造公厕20个。"],
  ["一、县教育局公开承诺\n新建学校6所。\n二、县住建局公开承诺\n改造公厕20个。"],
  ["1.新建学校6所。（县教育局 何山）\n2.改造公厕20个。（县住建局 李江）"],
  ["1.新建学校6所。牵头单位 县教育局 配合单位 县财政局\n2.改造公厕20个。牵头单位 县住建局"],
])("reads who pledges: %s", (text) => {
  expect(answered(text)).toEqual([
    ["6所", "县教育局"],
    ["20个", "县住建局"],
  ]);
});

it.each([
  ["序号实事名称建设内容责任领导牵头单位1扩学位新建小学4所。何山区教育局2稳就业新增就业9000人。李江区人社局"],
  ["序号 实事 内容 牵头单位 协办单位 1 扩学位 新建小学4所。 区教育局 各街道 2 稳就业 新增就业9000人。 区人社局"],
  ["序号实事内容牵头单位完成时限1扩学位新建小学4所。区教育局11月底2稳就业新增就业9000人。区人社局12月底"],
  ["1.新建小学4所，责任单位区教育局；2.新增就业9000人，责任单位区人社局。"],
  ["责任单位：区教育局（按职责分工）\n1.新建小学4所。\n责任单位：区人社局\n2.新增就业9000人。"],
])("keeps the level in a bureau's name: %s", (text) => {
  expect(answered(text)).toEqual([
    ["4所", "区教育局"],
    ["9000人", "区人社局"],
  ]);
});

it("goes on with the bureau of the title where another acts in passing", () => {
  const text = "市水利局2026年工作打算\n新建水库2座。\n市财政局将安排资金3亿元。\n加固堤防20公里。";
  expect(answered(text)).toEqual([
    ["2座", "市水利局"],
    ["3亿元", "市财政局"],
    ["20公里", "市水利局"],
  ]);
  expect(answered("关于印发市水利局2026年工作打算的通知\n新建水库2座。")).toEqual([["2座", "市水利局"]]);
});

it("ends a list of units where the cells of a table run on", () => {
  const text =
    "3.新开线路8条。 责任单位：市交通局 东区 西区 合计 年度目标 3 5 8 4.新增站点60个。 责任单位：市城管局，各区政府";
  expect(answered(text)).toEqual([
    ["8条", "市交通局"],
    ["60个", "市城管局"],
  ]);
});

it("lets units that head several items answer for all of them", () => {
  const text =
    "责任单位：市科技局\n1.认定科技企业40家。\n2.技术合同成交额达到50亿元。\n责任单位：市市监局\n3.新增经营主体2万户。";
  expect(answered(text)).toEqual([
    ["40家", "市科技局"],
    ["50亿元", "市科技局"],
    ["2万户", "市市监局"],
  ]);
});

it("keeps those who help on a line of their own", () => {
  const text =
    "1.新建学校3所。\n责任单位：县教育局\n责任人：何山\n配合单位：县财政局、各乡镇\n2.新建养老院1所。\n牵头单位：县民政局\n配合单位：县财政局";
  expect(importReport(text, { year: 2026 }).drafts).toMatchObject([
    { indicator: "新建学校", department: "县教育局", supporting: ["县财政局", "各乡镇"] },
    { indicator: "新建养老院", department: "县民政局", supporting: ["县财政局"] },
  ]);
});

it("reads a bureau alone in brackets behind a figure", () => {
  expect(answered("今年新增托位260个（县卫健局），建成食堂4个（县教育局）。")).toEqual([
    ["260个", "县卫健局"],
    ["4个", "县教育局"],
  ]);
});

it("never lets the units of an item reach back over the goals above it", () => {
  const text = "一、工作目标\n固定资产投资增长9%。\n二、任务\n1.新建羊舍30座。\n2.新增托位20个。（责任单位：县卫健局）";
  expect(answered(text)).toEqual([
    ["9%", null],
    ["30座", null],
    ["20个", "县卫健局"],
  ]);
  expect(
    answered(
      "一、工作目标\n固定资产投资增长9%。\n1.新建羊舍30座。\n（责任单位：县农业局）\n2.新增托位20个。\n（责任单位：县卫健局）",
    ),
  ).toEqual([
    ["9%", null],
    ["30座", "县农业局"],
    ["20个", "县卫健局"],
  ]);
});

it("keeps those who help", () => {
  const { drafts } = importReport("1.新建学校3所。（县教育局牵头，县财政局、各乡镇配合）", { year: 2026 });
  expect(drafts).toMatchObject([{ department: "县教育局", supporting: ["县财政局", "各乡镇"] }]);
});

it("takes the bureau in the title for what the text ascribes to nobody", () => {
  expect(answered("县文旅局2026年工作要点\n今年送戏下乡60场。")).toEqual([["60场", "县文旅局"]]);
});

it("marks what a paragraph says that names another bureau than the one that spoke before", () => {
  const text = "市教育局局长王明表示，今年新建学校3所。\n这方面由市民政局一同推进，新增床位60张。";
  const { drafts, issues } = importReport(text, { year: 2026 });
  expect(drafts.map(({ phrase }) => phrase)).toEqual(["3所", "60张"]);
  expect(issues.filter(({ code }) => code === "departmentCarried").map((issue) => issue.drafts)).toEqual([[1]]);
});

it("marks what a paragraph says of the whole place behind a bureau that spoke", () => {
  const carried = (second: string) =>
    importReport(`市教育局局长王明表示，今年新建学校3所。\n${second}`, { year: 2026 })
      .issues.filter(({ code }) => code === "departmentCarried")
      .map(({ drafts }) => drafts);
  expect(carried("全市今年要新建水库2座。")).toEqual([[1]]);
  expect(carried("今年，各县（市、区）新增床位60张。")).toEqual([[1]]);
  expect(carried("学校方面，今年新增学位600个。")).toEqual([]);
});

it("takes the year from the title and the years of a plan from its name", () => {
  const review =
    "2026年江州市政府工作报告\n一、2025年主要工作和发展成就\n2025年新建学校3所。\n二、重点工作\n今年新建医院2所。";
  expect(importReport(review).drafts.map(({ phrase, period }) => [phrase, period])).toEqual([["2所", "2026"]]);
  const outline = "“十五五”时期，生产总值年均增长6%。\n到2030年，城镇化率达到66%。\n森林覆盖率不低于50%。";
  expect(importReport(outline, { year: 2026 }).drafts.map(({ phrase, period }) => [phrase, period])).toEqual([
    ["6%", "2026-2030"],
    ["66%", "2030"],
    ["50%", "2026-2030"],
  ]);
  const unnumbered =
    "“十五五”时期的主要目标任务\n“十五五”时期，要努力实现以下目标任务：\n一是质量提升。生产总值年均增长5%以上。\n二是民生改善。人均预期寿命达到79岁。\n今年是开局之年，生产总值增长6%。";
  expect(importReport(unnumbered, { year: 2026 }).drafts.map(({ phrase, period }) => [phrase, period])).toEqual([
    ["5%", "2026-2030"],
    ["79岁", "2026-2030"],
    ["6%", "2026"],
  ]);
});

it("knows a company by the title, and who speaks behind 谈到…", () => {
  expect(answered("市水务集团2026年经营目标\n更换智能水表9万只。")).toEqual([["9万只", "市水务集团"]]);
  const page = "市科技局局长贺明：今年新增高新技术企业40家。\n谈到消费，市商务局负责人介绍，全年发放消费券3000万元。";
  expect(answered(page)).toEqual([
    ["40家", "市科技局"],
    ["3000万元", "市商务局"],
  ]);
});

it("takes a paper for the bureau's in its title, whatever the page's head says, and for the one in the head where no title names any", () => {
  const departments = (text: string) => importReport(text, { year: 2026 }).drafts.map(({ department }) => department);
  const head = "浏览次数：38 信息来源：市林业局 发布时间：2026-03-02 11:34\n";
  expect(departments(`云江市林业局2026年工作要点\n${head}新造林3万亩，抚育林木5万亩。`)).toEqual([
    "云江市林业局",
    "云江市林业局",
  ]);
  const runTogether = head.replaceAll(" ", "");
  expect(departments(`云江市林业局2026年工作要点\n${runTogether}新造林3万亩。`)).toEqual(["云江市林业局"]);
  expect(departments(`2026年全市林业重点工作任务\n${head}新造林3万亩。`)).toEqual(["市林业局"]);
});

it("hears whoever heads a bureau, also where the page writes 党 as X", () => {
  const text =
    "“全会指明了方向。”市林业局X组书记、局长王明表示，将抓好落实。\n聚焦增绿。全市造林3万亩，抚育林木5万亩。";
  const { drafts } = importReport(text, { year: 2026 });
  expect(drafts.map(({ department, speaker }) => [department, speaker])).toEqual([
    ["市林业局", "王明"],
    ["市林业局", "王明"],
  ]);
});
