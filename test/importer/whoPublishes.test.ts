/** Whose a text is by its page, by whom it is heard of, by whose paper it tells of, and by the cell or the label within an item. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) => importReport(text, { year: 2026 });
const answered = (text: string) => read(text).drafts.map(({ phrase, department }) => [phrase, department]);
const departments = (text: string) => read(text).drafts.map(({ department }) => department);

it.each([
  ["近期从柳湾区水利局召开的2026年度水利工作暨廉政建设大会上获悉，全年新建水闸6座。", "柳湾区水利局"],
  ["笔者昨日从市园林局获悉，今年新建绿道30公里。", "市园林局"],
  ["本报讯（通讯员 何山）笔者从市拆迁委员会办公室获悉：今年安置居民900户。", "市拆迁委员会办公室"],
  ["小编近期从县医保局了解到，今年新增定点药店20家。", "县医保局"],
  ["记者前不久从从化区教育局获悉，今年新建学校6所。", "从化区教育局"],
  ["记者从市民政局日前印发的《养老服务计划》中获悉，今年新增床位300张。", "市民政局"],
])("hears the bureau alone in %s", (text, department) => {
  expect(departments(text)).toEqual([department]);
});

it.each([
  ["市民政局近日印发实施《社区食堂三年计划》。\n“三年计划”提出，新建食堂90个。", "市民政局"],
  ["日前，县水利局出台《小水库整修方案》，今年整修水库7座。", "县水利局"],
  ["近日，市教育局联合市财政局制定下发《学位扩充方案》，今年新增学位4000个。", "市教育局"],
  ["日，江州市体育局发布《全民健身计划》，新建健身点60个。", "江州市体育局"],
  ["2026年县林业局工作计划\n我局今年造林9万亩。", "县林业局"],
])("takes a paper for the bureau's that issued it: %s", (text, department) => {
  expect(departments(text)).toEqual([department]);
});

it("asks about what stands above whoever issued the paper, and knows no bureau by a meeting or a government", () => {
  const { drafts, issues } = read(
    "新增床位300张！江州养老有新计划\n近日，江州市民政局印发《养老计划》，培训护工80人。",
  );
  expect(drafts.map(({ department }) => department)).toEqual(["江州市民政局", "江州市民政局"]);
  expect(issues).toMatchObject([{ code: "departmentCarried", drafts: [0] }]);
  expect(departments("全市水利工作会议提出，今年新建水闸6座。")).toEqual([null]);
  expect(departments("近日，江州市政府印发《水网方案》，今年新建水闸6座。")).toEqual([null]);
});

it("leaves a plan to its own bureau and place where another's paper is told of", () => {
  const plan = "江州市水利局2026年工作要点\n近日，省水利厅印发《全省水网方案》。\n今年新建水闸6座。";
  expect(departments(plan)).toEqual(["江州市水利局"]);
  expect(departments("近日，省水利厅印发《水网方案》，我市今年新建水闸6座。")).toEqual([null]);
  expect(departments("近日，省水利厅印发《水网方案》，全省今年新建水闸60座，我市6座。")[0]).toBe("省水利厅");
  expect(departments("近日，国家林业局印发《造林方案》，我省今年造林60万亩。")).toEqual([null]);
});

it.each([
  ["首页 > 政务公开 > 各部门 > 市水利局\n水利会议召开\n来源：    时间：2026年02月11日", "市水利局"],
  ["索引号：1133/2026-0002 | 发布机构： | 江州市水利局（市河长办） |\n水利会议召开", "江州市水利局"],
  ["发布机构 江州市水利局 组配分类 会议\n水利会议召开\n2026-03-02 10:30文章来源：水利局", "江州市水利局"],
  ["水利会议召开\n来源：本站 供稿单位：江州市水利局", "江州市水利局"],
])("takes what nobody says for the bureau's that published the page, and asks: %s", (head, department) => {
  const { drafts, issues } = read(`${head}\n我市召开水利工作会议。今年新建水闸6座，修渠一批。`);
  expect(drafts[0]).toMatchObject({ department, implied: expect.arrayContaining(["department"]) as string[] });
  expect(issues.find(({ code }) => code === "departmentOfPage")?.drafts).toEqual([0]);
  expect(read(`${head}\n今年新建水闸6座。`).drafts).toHaveLength(1);
});

it("takes the page's foot as well, and a person's word before either", () => {
  const text = "植树任务下达\n今年造林6万亩。\n（来源：江州市林业局）";
  expect(departments(text)).toEqual(["江州市林业局"]);
  const { drafts, issues } = importReport(text, { year: 2026, department: "县林场" });
  expect(drafts[0]?.department).toBe("县林场");
  expect(issues).toEqual([]);
});

it.each([
  ["来源：江州市人民政府办公室"],
  ["来源：江州日报"],
  ["来源：江州发布网"],
  ["来源：县融媒体中心"],
  ["来源：高新区管委会"],
  ["发布机构：江州市水利局 来源：江州晚报"],
  ["发布机构：江州市水利局 来源：江州市林业局"],
  ["江州市2026年政府工作报告\n来源：江州市发展和改革委员会"],
  ["2026年民生实事公布\n发布机构：江州市民政局"],
])("takes nobody's word for a bureau's: %s", (head) => {
  expect(departments(`${head}\n今年新建水闸6座。`)).toEqual([null]);
});

it.each([
  ["本文来源：水利厅\n江州水利冬修\n该市计划完成投资8亿元。", null],
  ["来源：江州省水利厅\n水利冬修\n全省计划完成投资8亿元，我市不在此列。", "江州省水利厅"],
  ["来源：江州市水利局\n云江水利冬修\n我县计划完成投资8亿元。", null],
  ["来源：江州市水利局\n水利冬修\n全市计划完成投资8亿元。", "江州市水利局"],
  ["来源：云江县水利局\n水利冬修\n全镇计划完成投资8亿元。", null],
])("knows when a bureau tells of a smaller place: %s", (text, department) => {
  expect(departments(text)).toEqual([department]);
});

it("leaves what others say, and what a paragraph says of another bureau, out of the page's", () => {
  const head = "水利会议召开\n信息来源：江州市水利局 浏览次数：33";
  expect(answered(`${head}\n今年新建水闸6座。\n江州市财政局配合做好保障，补助渠道8条。`)).toEqual([
    ["6座", "江州市水利局"],
    ["8条", null],
  ]);
  // Whose the news above a speaker is, his or the page's, is not told.
  expect(answered(`${head}\n今年新建水闸6座。\n市教育局局长何山表示，今年新建学校7所。`)).toEqual([
    ["6座", null],
    ["7所", "市教育局"],
  ]);
  expect(answered(`${head}\n1.新建水闸6座。\n责任单位：市城管局\n2.改善水质。`)).toEqual([["6座", "市城管局"]]);
  expect(departments(`${head}\n近日，市政府出台《水网方案》，今年新建水闸6座。`)).toEqual([null]);
});

it("gives an item to the units that stand within it before what it holds", () => {
  const text = [
    "三、开办社区食堂45个",
    "（一）责任领导：何山",
    "（二）责任单位：市民政局",
    "（三）协办单位：市财政局，各区人民政府",
    "（四）项目内容及任务分解：新开食堂30个，改造15个。",
    "（五）资金筹措：45个食堂建设资金由省、市补助。",
    "四、修建农路360公里",
    "（一）责任领导：江河",
    "（二）责任单位：市公路局",
    "（三）协办单位：各区人民政府",
    "（四）项目内容：",
    "1、新建210公里。",
    "2、改建150公里。",
  ].join("\n");
  expect(answered(text)).toEqual([
    ["45个", "市民政局"],
    ["30个", "市民政局"],
    ["15个", "市民政局"],
    ["360公里", "市公路局"],
    ["210公里", "市公路局"],
    ["150公里", "市公路局"],
  ]);
  expect(read(text).leftOut).toContainEqual(expect.objectContaining({ phrase: "45个", reason: "size" }));
});

it("gives an item to its units without numbers, too, and content that stands above them stays theirs", () => {
  expect(
    answered(
      "1.新建水厂2座\n责任单位：市水利局\n建设内容：铺管70公里。\n2.新建泵站6座\n责任单位：市城管局\n建设内容：修渠8公里。",
    ),
  ).toEqual([
    ["2座", "市水利局"],
    ["70公里", "市水利局"],
    ["6座", "市城管局"],
    ["8公里", "市城管局"],
  ]);
  expect(
    answered("1.供水\n建设内容：铺管70公里。\n责任单位：市水利局\n2.排水\n建设内容：修渠8公里。\n责任单位：市城管局"),
  ).toEqual([
    ["70公里", "市水利局"],
    ["8公里", "市城管局"],
  ]);
});

it("ends the last item with its last label", () => {
  const text =
    "二、整修水闸\n（一）责任单位：市水利局\n（二）项目内容：\n整修水闸3座。\n（三）目标：修渠8公里。\n各地另行安置900人。";
  expect(answered(text)).toEqual([
    ["3座", "市水利局"],
    ["8公里", "市水利局"],
    ["900人", null],
  ]);
});

it("gives an item whose numbered labels name its units last to them, with its title", () => {
  const text = [
    "一、建设学校7所",
    "（一）项目内容：新建小学4所、初中3所。",
    "（二）责任单位：市教育局",
    "（三）完成时限：12月",
    "二、整修水闸3座",
    "（一）项目内容：",
    "1、新建2座。",
    "2、改建1座。",
    "（二）责任单位：市水利局",
    "（三）时限：11月",
    "各地另行安置900人。",
  ].join("\n");
  expect(answered(text)).toEqual([
    ["7所", "市教育局"],
    ["4所", "市教育局"],
    ["3所", "市教育局"],
    ["3座", "市水利局"],
    ["2座", "市水利局"],
    ["1座", "市水利局"],
    ["900人", null],
  ]);
});

it("reads units below each other as one cell, with empty lines between all cells, and merged rows as the row's", () => {
  const cells = [
    ["序号", "重点项目", "责任单位", "完成时限"],
    ["1", "新建3座水闸。", "县水利局", "县河道中心", "11月底前"],
    ["2", "新增停车位600个。", "县城管局", "9月投用"],
    ["3", "开办夜校。", "县教育局", "年底前", "新建食堂7个。", "10月底前"],
  ];
  const expected = [
    ["3座", "县水利局、县河道中心"],
    ["600个", "县城管局"],
    ["7个", "县教育局"],
  ];
  expect(answered(cells.flat().join("\n\n"))).toEqual(expected);
  expect(answered(cells.flat().join(" |\n"))).toEqual(expected);
});

it("takes what follows a table for nobody's in its last row", () => {
  const table = "序号\n任务\n责任单位\n1\n新建水闸3座\n市水利局\n2\n改造食堂8个\n市民政局\n年底前\n";
  expect(answered(`${table}附件2\n其他目标\n全市新增学位900个\n各地安置600人`)).toEqual([
    ["3座", "市水利局"],
    ["8个", "市民政局"],
    ["900个", null],
    ["600人", null],
  ]);
});

it("keeps merged rows with the unit above where strokes are left over", () => {
  const text =
    "序号 |\n项目 |\n目标任务 |\n牵头单位 |\n完成时限 |\n1 |\n就业 |\n城镇新增就业2600人 |\n县人社局 |\n12月 |\n|\n新开零工驿站7个 |\n11月 |\n2 |\n养老 |\n新增床位130张 |\n县民政局 |\n12月 |\n|\n改造食堂16个 |\n10月 |\n3 |\n水利 |\n新建水闸3座 |\n县水利局 |\n12月 |";
  expect(departments(text)).toEqual(["县人社局", "县人社局", "县民政局", "县民政局", "县水利局"]);
});
