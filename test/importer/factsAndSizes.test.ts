/** Done facts, sizes and attributes that stand in plans, and their neighbours that are promised. All places and programmes are invented. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) => importReport(text.replaceAll("⏎", "\n"), { year: 2026 });
const drafted = (text: string) => read(text).drafts.map(({ phrase }) => phrase);

describe("facts", () => {
  it.each<[string, string[]]>([
    // 了 behind a verb, before or behind the figure
    ["今年，东城区共投资260余万元，升级改造了公厕12座、新建公厕4座。", []],
    ["今年我县投入1.2亿元，解决了3万人的饮水问题。", []],
    ["今年，全县举办了招聘会、推介会等活动60场。", []],
    ["有15个村完成了整治。", []],
    ["市文旅局与6个县区签订了合作协议。", []],
    ["今年计划投资260万元，升级改造公厕12座。", ["260万元", "12座"]],
    ["为了方便群众，新建公厕12座。", ["12座"]],
    ["市政府印发了实施方案，新建充电桩2万个。", ["2万个"]],
    // how far one has come
    ["河西引水工程完成投资1.3亿元，占年度任务2亿元的65%。", []],
    ["铺设管道20公里，完成投资8000万元，占年计划的61%。今年新建泵站6座。", ["20公里", "6座"]],
    ["确保完成年度投资任务的60%以上。", ["60%"]],
    // how many there are
    ["今年全市共有重点水利项目18个。", []],
    ["到2028年全市将共有示范校60所。", ["60所"]],
    // reached so far, in a plan's list
    ["今年将更新出租车700台，目前已完成120台；淘汰公交车300台。", ["700台", "300台"]],
    ["巩固村集体收入80万元以上全覆盖成果。", []],
    ["实现村集体收入20万元以上全覆盖。", ["20万元"]],
  ])("in %s", (text, expected) => {
    expect(drafted(text)).toEqual(expected);
  });
  it("are no years that tell of which things something is done", () => {
    expect(drafted("今年将淘汰2008年底前注册营运的黄标车。淘汰货车600台；更新出租车450台。")).toEqual([
      "600台",
      "450台",
    ]);
    expect(drafted("改造2000年底前建成的老旧小区120个。")).toEqual(["120个"]);
    expect(drafted("整治2015年以前形成的违法建筑30万平方米。")).toEqual(["30万平方米"]);
    expect(drafted("2024年底前建成学校3所。")).toEqual([]);
  });
  it("are no months by which something is to be done", () => {
    const told = "33479人脱贫，全区脱贫“摘帽”。";
    expect(drafted(`会议明确提出，9月底前，完成68个贫困村退出、${told}`)).toEqual(["68个", "33479人"]);
    expect(drafted(`去年9月底前，完成68个贫困村退出、${told}`)).toEqual([]);
  });
  it("are no goals that are set already", () => {
    expect(drafted("就业目标已经设定，城镇新增就业60万人，失业率控制在4.5%以内。")).toEqual(["60万人", "4.5%"]);
    expect(drafted("任务清单已经下达，新建公园12座。")).toEqual(["12座"]);
    expect(drafted("已经建成公园12座。")).toEqual([]);
  });
});

describe("sizes", () => {
  it.each<[string, string[]]>([
    ["力争投资逾3亿元的北门商贸项目主体竣工。", []],
    ["抓好海河牧业300万头生猪、通河20万头牛、北川500万只肉羊等投资亿元以上项目建设。", []],
    ["推进金川15亿元新材料、东湾20万吨乙烯等项目。", []],
    ["新建冷库8万吨、仓储5万平方米等项目。", ["8万吨", "5万平方米"]],
    ["安排区级重点项目35个，总投资800亿元，年度计划投资23亿元。", ["35个", "23亿元"]],
    ["新建第二中学，占地120亩，总投资1.8亿元。", []],
    ["引进亿元以上项目30个，总投资200亿元。", ["30个", "200亿元"]],
    ["改造完成后面积可达1500亩、田块300块，有效增加耕地60余亩。", []],
    ["项目投产后，可实现年产值12亿元，带动就业900人。", []],
    ["改造完成后，新增停车位400个。", ["400个"]],
    ["东湖停车场可提供500个车位。", []],
  ])("in %s", (text, expected) => {
    expect(drafted(text)).toEqual(expected);
  });
});

describe("what the work is about", () => {
  it.each<[string, string[]]>([
    ["会上举行了青山县、绿水县2个旅游强县和云岭景区3个4A级景区的授牌仪式。", []],
    ["日前，市人社局等18部门联合印发通知，提出新增岗位3万个。", ["3万个"]],
    ["全面实施6个专项行动35项重点工程。", ["35项"]],
    ["实施治水提质6大行动25条措施。", []],
    ["12个重点城市空气质量优良天数增加6%。", ["6%"]],
    ["全市8个现代农业产业园实现综合产值300亿元以上。", ["300亿元"]],
    ["12个县区全面推行救助制度。", ["12个"]],
    ["大会特邀9个国家的驻华使节旁听会议。", []],
    ["抓好30个小型水利重点县建设。", ["30个"]],
    ["今年将加强与800家企业开展技术交流。", ["800家"]],
    ["对农村48万特困群众实行低保。", ["48万"]],
    ["项目涉及5个镇28个行政村，分3个项目6个标段组织实施。", []],
    ["这18条道路分别是东风路、南京路等。", []],
    ["今年的实事共包括六大类25个项目。", []],
    ["包括增加停车位、治理堵点等6个项目。", []],
    ["云江市《18个扶贫专项2026年工作计划》提出，改造危房3000户。", ["3000户"]],
  ])("in %s", (text, expected) => {
    expect(drafted(text)).toEqual(expected);
  });
});

describe("numerals and numbers that count", () => {
  it("counts 万 in words, and one where there is at least one", () => {
    expect(drafted("新建住宅，让三万户、9万人住进新房。")).toEqual(["三万户", "9万人"]);
    expect(drafted("确保每个区至少有一个国办养老机构。")).toEqual(["一个"]);
    expect(drafted("推进金河、双塔两座中型病险水库除险加固。")).toEqual(["两座"]);
    expect(drafted("打造一个中心。")).toEqual([]);
    expect(drafted("推进甲区、乙区两个重点片区建设。")).toEqual([]);
  });
  it("parts an item's number from what is counted", () => {
    const text = "1.新建公园3座。\n2.60个小区新增充电设施。\n3.300个文化室提供演出2000场。\n新建道路5.5公里。";
    expect(drafted(text)).toEqual(["3座", "60个", "300个", "2000场", "5.5公里"]);
    expect(read(text).leftOut.map(({ phrase }) => phrase)).toEqual(["1", "2", "3"]);
  });
});

it("reads stops of half width as those of full width", () => {
  const text = "今年,全市将新建公园5座;在现有基础上新增、改善灌溉面积200万亩,培训1,200人(含农民)。";
  expect(drafted(text)).toEqual(["5座", "200万亩", "1,200人"]);
  expect(drafted(text)).toEqual(
    drafted(
      text.replaceAll(/,(?!2)|;|\(|\)/g, (stop) => ({ ",": "，", ";": "；", "(": "（", ")": "）" })[stop] ?? stop),
    ),
  );
});

describe("tables of tasks with their progress", () => {
  it.each([
    "序号 | 项目内容 | 进展情况 | 责任单位 |\n1 | 新建公园5座。 | 已建公园2座，完成40%。 | 城管局 |\n2 | 新增托位500个。 | 新增托位610个。 | 卫健局 |\n培训护理员90名。 | 培训护理员30名。 | ||",
    "序号\n\n项目内容\n\n当前进度\n\n牵头单位\n\n1\n\n新建公园5座。\n\n80%(北区滞后)\n\n城管局\n\n县民生实事\n\n2\n\n新增托位500个。\n\n95%\n\n卫健局\n\n3\n\n培训护理员90名。\n\n60%",
    "序号 目标任务 责任单位 上半年推进情况\n1 新建公园5座。 城管局 建成公园2座。\n2 新增托位500个。 卫健局\n妇联\n新增托位210个。\n3 培训护理员90名。 民政局 培训护理员30名。",
    "有关情况如下。\n1.新建公园5座。1-6月，建成公园2座。\n2.新增托位500个。目前，新增托位210个。\n3.培训护理员90名。（责任单位：民政局）\n完成情况：培训护理员30名。",
  ])("promise the tasks: %#", (text) => {
    expect(drafted(text)).toEqual(["5座", "500个", "90名"]);
  });
  it("are told from plans that are numbered", () => {
    expect(drafted("序号 任务 责任单位\n1 新建公园5座。建成步道3公里。\n2 新增托位500个。")).toEqual([
      "5座",
      "3公里",
      "500个",
    ]);
  });
});
