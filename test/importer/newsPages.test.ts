/** What pages of news, answers of bureaus and lists of progress taught, one table a question. The sentences are of invented places. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gridsInText } from "../../src/importer/grid";
import { importDocument, understandTables } from "../../src/importer/importDocument";
import { importReport } from "../../src/importer/importReport";

const answered = (lines: readonly string[]) =>
  importReport(lines.join("\n"), { year: 2026 }).drafts.map(({ phrase, department }) => [phrase, department]);
const told = (text: string) => {
  const { drafts, leftOut } = importReport(text, { year: 2026 });
  return {
    promised: drafts.map(({ phrase }) => phrase),
    leftOut: leftOut.filter(({ reason }) => reason !== "number" && reason !== "date").map((each) => each.phrase),
  };
};

describe("whose paragraph it is", () => {
  it.each<[string, readonly string[], readonly [string, string | null][]]>([
    [
      "a headline that begins with a bureau",
      ["县水利局强力推进饮水工程", "2026-03-02 09:10", "一是加快进度。今年计划铺设管网70公里。"],
      [["70公里", "县水利局"]],
    ],
    [
      "a bureau before what it starts from",
      ["2026年，县林业局结合实际，狠抓落实。", "一是扩绿。全年造林2万亩。"],
      [["2万亩", "县林业局"]],
    ],
    [
      "a bureau before how it acts",
      ["市民政局统筹推进养老服务，新建助餐点40个。", "市商务局多措并举稳外贸，新增外贸企业30家。"],
      [
        ["40个", "市民政局"],
        ["30家", "市商务局"],
      ],
    ],
    [
      "what the whole place does, before the quotation that is about it",
      [
        "“市教育局将加快校舍改造，确保3个项目秋季投用。”市教育局副局长何山说道。",
        "我市推进农村公路提质，今年计划养护道路80公里。",
        "“市公路中心将继续实施养护工程，改造桥梁6座。”市公路中心负责人杜梅说道。",
      ],
      [
        ["3个", "市教育局"],
        ["80公里", "市公路中心"],
        ["6座", "市公路中心"],
      ],
    ],
  ])("%s", (_, lines, expected) => {
    expect(answered(lines)).toEqual(expected);
  });

  it("keeps a hall that is built from speaking", () => {
    expect(answered(["市文化中心将加快建设，新增座席800个。"])).toEqual([["800个", null]]);
  });
});

describe("what was done and what is to come", () => {
  it("reads what is ordered as no result, nor the items below it", () => {
    expect(
      told("1、确保湖滨路等6条道路开工建设，山前路等4条道路建成通车。\n2、推进智慧停车，新建泊位2.3万个。").promised,
    ).toEqual(["6条", "4条", "2.3万个"]);
  });
  it.each(["进展情况", "完成情况", "目前进展", "当前进度"])("takes what stands behind %s： for done", (label) => {
    expect(
      told(
        `一、新增供热面积300万平方米。\n${label}：4月底完成120万平方米，占年度计划的40%。\n二、更换管网30公里。\n${label}：管网：4月底完成9公里；泵站：完成2座。`,
      ),
    ).toEqual({ promised: ["300万平方米", "30公里"], leftOut: ["120万平方米", "40%", "9公里", "2座"] });
  });
});

it("hears no plan in what was planned before", () => {
  expect(
    told(
      "公路建设掀起高潮，本届政府计划建成的9条公路全部开工，在建里程700公里。取消和拟取消审批项目800项，占总数的60%。上年新建学校4所。\n今年新建学校6所。",
    ).promised,
  ).toEqual(["6所"]);
});

describe("which years", () => {
  it("are those of a heading without a number, over the headings below it", () => {
    const { drafts } = importReport(
      "“十五五”主要目标\n今后五年的主要任务\n坚持创新驱动\n力争高新技术企业达到900家以上。\n构建都市圈\n城区常住人口达到200万人。\n今年重点工作\n新建学校4所。",
      { year: 2026 },
    );
    expect(drafts.map(({ phrase, period }) => [phrase, period])).toEqual([
      ["900家", "2026-2030"],
      ["200万人", "2026-2030"],
      ["4所", "2026"],
    ]);
  });
});

it("hears no report in what is there already, and knows autonomous places", () => {
  expect(told("年底全县饮用水达标率达到95%，基本解决农村现有饮水困难。").promised).toEqual(["95%"]);
  expect(answered(["青河哈萨克自治县教育局副局长何山表示，2026年力争新建学校3所。"])).toEqual([
    ["3所", "青河哈萨克自治县教育局"],
  ]);
});

it("takes an aim that was set for promised, and reads 计划完成 as planned", () => {
  expect(told("去年制定了50万平方米的目标，实际完成了60万平方米。今年又制定了70万平方米的目标。").promised).toEqual([
    "70万平方米",
  ]);
  expect(
    importReport("全年计划完成投资60亿元，改造公路700公里。", { year: 2026 }).drafts.map(
      ({ modalityWord }) => modalityWord,
    ),
  ).toEqual(["计划", "计划"]);
});

it.each<[string, readonly string[]]>([
  // how large a plant is, behind whose it is
  ["抓好东方40万辆乘用车项目建设。", []],
  ["争取南方公司7万纱锭整体搬迁项目落户。", []],
  // from what size on a thing is meant
  ["培育一批产值过30亿元的特色园区、过80亿元的专业园区。", ["一批"]],
  ["建成6个年交易额超50亿元市场。", ["6个"]],
  ["谋划一批超20亿元、百亿元大项目。", ["一批"]],
  // where the work is done, and what is helped along
  ["突出抓好9个粮食生产基地县建设。", []],
  ["促进青禾制鞋、云岭竹编、柳湾茶叶等17个特色产业集群发展。", []],
  ["抓细抓实“八个常态化”26项措施。", []],
  // headlines, sums, ranks and all of a people
  ["着力打造6个重点场景。一是新型能源场景。", []],
  ["全市9件实事中，我局承担2件，共计5项。", ["2件"]],
  ["空气质量退出全省后十名。", []],
  ["和800万勤劳勇敢的江州人民携手奋进。", []],
  // who pledges, how much, and what is named in a list of marks
  ["县里28个部门“一把手”公开承诺，对120项工作作出承诺。", []],
  ["市政府安排的9件、25项为民办实事。", []],
  ["“增设床位”、“新建12个（120）急救站”等项目获得好评。", []],
  // what is looked after or asked of something, from what size on, and how many aims there are
  ["重点抓好26户重点企业、40户大型企业集团和90户优势企业。", []],
  ["重点抓好青禾、云岭等15个示范县。", []],
  ["抓好南化30万吨聚酯等40项技改项目。", ["40项"]],
  ["120个重点项目，要按计划推进。", []],
  ["培育一批资产超40亿元、80亿元的大型企业。", ["一批"]],
  ["提出节能减排4项目标，既要看到困难，也要看到希望。", []],
  ["做好总投资420亿元、130个重点项目的前期工作。", ["130个"]],
  ["在国家实施的4万 亿元投资计划中多争取份额。", []],
  ["完成520个住房空置率30%—50%的“空心村”治理。", ["520个"]],
  ["我县有甲、乙、丙3条高速贯穿全境且有5个出入口。", []],
  ["其中涉及我县有6项，分别落实。", []],
  ["围绕24项综合性指标和31个专项指标抓落实。", []],
  ["在开发区建立面积各20平方公里的两大园区。", []],
  ["穿山隧道概算投资12亿元，长4.1公里。", []],
  ["加强与相邻5个县市的合作。", []],
  // a size within a name
  ["更新渡船8艘、双体式36车位汽渡船2艘。", ["8艘", "2艘"]],
  ["推动投资大会发布的1.2万亿530个招商项目落地。", ["530个"]],
])("promises no more than it says: %s", (text, promised) => {
  expect(importReport(`今年，${text}`, { year: 2026 }).drafts.map(({ phrase }) => phrase)).toEqual(promised);
});

it.each<[string, readonly [string, string][]]>([
  [
    "城乡居民人均可支配收入、农民人均纯收入比“十四五”末增长40%。",
    [
      ["40%", "城乡居民人均可支配收入"],
      ["40%", "农民人均纯收入"],
    ],
  ],
  [
    "市级项目库重点项目保持在900个以上，县级达到400个以上。",
    [
      ["900个", "市级项目库重点项目"],
      ["400个", "县级项目库重点项目"],
    ],
  ],
  [
    "初步安排重点项目300项，计划总投资80亿元。",
    [
      ["300项", "安排重点项目"],
      ["80亿元", "重点项目总投资"],
    ],
  ],
  [
    "安排重点项目240项以上，计划投资90亿元，确保甲厂等30项重点项目竣工投产。",
    [
      ["240项", "安排重点项目"],
      ["90亿元", "重点项目投资"],
      ["30项", "重点项目竣工投产"],
    ],
  ],
  [
    "森林覆盖率每年提高1个百分点，三年内达到27%。",
    [
      ["1个百分点", "森林覆盖率提高"],
      ["27%", "森林覆盖率"],
    ],
  ],
  ["推进美丽河湖建设，年底前达到35条。", [["35条", "美丽河湖建设"]]],
  [
    "新增上市公司2家、挂牌企业9家。",
    [
      ["2家", "新增上市公司"],
      ["9家", "新增挂牌企业"],
    ],
  ],
  [
    "新增设施农业6万亩，在甲、乙、丙新建3个牧场。",
    [
      ["6万亩", "新增设施农业"],
      ["3个", "新建牧场"],
    ],
  ],
  ["开展市场专项整治，完成拆违任务50万平方米。", [["50万平方米", "拆违"]]],
  [
    "生猪产能恢复到60万头，保持产品合格率98%以上。",
    [
      ["60万头", "生猪产能"],
      ["98%", "产品合格率"],
    ],
  ],
  [
    "打造4个千亿级、9个百亿级开发区。",
    [
      ["4个", "打造千亿级开发区"],
      ["9个", "打造百亿级开发区"],
    ],
  ],
  [
    "新开工40万平方米、建成20万平方米安置房。",
    [
      ["40万平方米", "新开工安置房"],
      ["20万平方米", "建成安置房"],
    ],
  ],
  ["全县实现新增就业4000人。", [["4000人", "新增就业"]]],
  [
    "资助困难学生800人，90所学校接入宽带网络。",
    [
      ["800人", "资助困难学生"],
      ["90所", "学校接入宽带网络"],
    ],
  ],
  [
    "新改迁建4所市场，新（改、扩）建公办园6所，新、改、扩建7所小学。",
    [
      ["4所", "新改迁建市场"],
      ["6所", "新（改、扩）建公办园"],
      ["7所", "新、改、扩建小学"],
    ],
  ],
  ["出口商品总值增长8%。", [["8%", "出口商品总值"]]],
  ["计划投资2亿元实施水利项目建设。", [["2亿元", "水利项目建设投资"]]],
  ["投资30亿元，实施工业“266”工程。", [["30亿元", "工业“266”工程投资"]]],
  [
    "完成4座中型水库和7座小型水库除险加固。",
    [
      ["4座", "中型水库除险加固"],
      ["7座", "小型水库除险加固"],
    ],
  ],
  ["可解决饮水不安全人口3万人。", [["3万人", "解决饮水不安全人口"]]],
  [
    "开放社区停车场300处、泊位4000个。",
    [
      ["300处", "开放社区停车场"],
      ["4000个", "开放泊位"],
    ],
  ],
  ["确保5个民生项目年内完工投用。", [["5个", "民生项目完工投用"]]],
  [
    "做到城镇居民人均收入、农民人均收入也均增长8%。",
    [
      ["8%", "城镇居民人均收入"],
      ["8%", "农民人均收入"],
    ],
  ],
  [
    "该县安排惠民项目90个，计划投资总额逾30亿元。",
    [
      ["90个", "安排惠民项目"],
      ["30亿元", "惠民项目投资总额"],
    ],
  ],
  ["其中跨江大桥建设将完成8亿元。", [["8亿元", "跨江大桥建设"]]],
  [
    "配套建设客运站60个、停靠站300个。",
    [
      ["60个", "配套建设客运站"],
      ["300个", "配套建设停靠站"],
    ],
  ],
  ["继续加大燃气、供水、供热等老旧管网的改造力度，再改造700公里。", [["700公里", "改造老旧管网"]]],
  [
    "支持200名人才赴外地培训，900名骨干参加专题研修。",
    [
      ["200名", "支持人才赴外地培训"],
      ["900名", "骨干参加专题研修"],
    ],
  ],
  [
    "高中、初中、小学教师学历达标率分别达到98%、99%、100%。",
    [
      ["98%", "高中教师学历达标率"],
      ["99%", "初中教师学历达标率"],
      ["100%", "小学教师学历达标率"],
    ],
  ],
  [
    "城市、县城、乡镇污水处理率分别达到96%、93%、60%以上。",
    [
      ["96%", "城市污水处理率"],
      ["93%", "县城污水处理率"],
      ["60%", "乡镇污水处理率"],
    ],
  ],
  [
    "出口额达到20亿美元，按人民币计增长9%。",
    [
      ["20亿美元", "出口额"],
      ["9%", "出口额增速"],
    ],
  ],
  ["力争固定资产投资完成600亿元。", [["600亿元", "固定资产投资"]]],
  [
    "新改建6所照护中心并开园运营，完成8所智慧学校创建工作。",
    [
      ["6所", "新改建照护中心"],
      ["8所", "智慧学校创建"],
    ],
  ],
])("names %s", (text, names) => {
  expect(
    importReport(`今年，${text}`, { year: 2026 }).drafts.map(({ phrase, indicator }) => [phrase, indicator]),
  ).toEqual(names);
});

it("tells a bound of each of two names that reach levels, and the years of what is built in some", () => {
  const { drafts } = importReport(
    "今年，粮食播种面积和产量保持在900万亩、300万吨以上。新建学校6所，三年建成20所；资助学生500人。",
    { year: 2026 },
  );
  expect(drafts.map(({ phrase, indicator, comparator, period }) => [phrase, indicator, comparator, period])).toEqual([
    ["900万亩", "粮食播种面积", "atLeast", "2026"],
    ["300万吨", "粮食产量", "atLeast", "2026"],
    ["6所", "新建学校", "plain", "2026"],
    ["20所", "建成学校", "plain", "2026-2028"],
    ["500人", "资助学生", "plain", "2026"],
  ]);
});

const tabled = (text: string) => {
  const grids = gridsInText(text);
  return importDocument(text, grids, understandTables(text, grids, 2026), { year: 2026 }).drafts.map(
    ({ phrase, indicator, department, supporting }) => [phrase, indicator, department, supporting.join("、")],
  );
};

it("does not take those who are to be chosen or known for what was reached", () => {
  const drafts = (text: string) =>
    importDocument(text, [], understandTables(text, [], 2026), { year: 2026 }).drafts.map(
      ({ phrase, indicator, kind }) => [phrase, indicator, kind],
    );
  expect(
    drafts(
      "7.45人才工程。5年内选聘20名河工巧匠，给予入选者安家补贴。选拔8名在全省有影响的匠人。\n8.师傅带徒项目。3年内引进6名奖章获得者来我县授课，对入选企业给予补助。\n9.窑口服务站。服务“百人工程”等窑工40名。",
    ),
  ).toEqual([
    ["20名", "选聘河工巧匠", "flow"],
    ["8名", "选拔在全省有影响匠人", "flow"],
    ["6名", "引进奖章获得者来我县授课", "flow"],
    ["40名", "服务“百人工程”等窑工", "flow"],
  ]);
});

it("leaves out what a meeting is about and which villages a work touches", () => {
  const text =
    "下一步，将召开全县8万亩茶园提质现场推进会，新建茶园2万亩。该工程涉及柳溪村、石坝村等6个村，计划改造危桥3座。年内举办3场推进会。";
  const { drafts } = importDocument(text, [], understandTables(text, [], 2026), { year: 2026 });
  expect(drafts.map(({ phrase }) => phrase)).toEqual(["2万亩", "3座", "3场"]);
});

describe("tables in a text", () => {
  it("reads cells that strokes part, with a rule under the header or without", () => {
    const header = "| 序号 | 目标任务 | 牵头单位 | 配合单位 |";
    const rows = [
      "| 1 | 新增托位300个以上，公办园占比60%以上。 | 县教育局 | 县财政局 |",
      "| 2 | 改造危桥7座。 | 县交通局 | |",
    ];
    const expected = [
      ["300个", "新增托位", "县教育局", "县财政局"],
      ["60%", "公办园占比", "县教育局", "县财政局"],
      ["7座", "改造危桥", "县交通局", ""],
    ];
    expect(tabled(["2026年任务分解表", header, "|---|:---|---|---|", ...rows].join("\n"))).toEqual(expected);
    expect(tabled(["2026年任务分解表", header, ...rows].join("\n"))).toEqual(expected);
    expect(tabled(["2026年任务分解表", header, ...rows].join("\n").replaceAll("|", "｜"))).toEqual(expected);
  });
  it("knows rows between strokes that lack the cell merged with the one above", () => {
    const rows = [
      "序号 | 项目内容 | 进展情况 | 责任单位 |",
      "1 | 新建学校3所。 | 已建成2所。 | 县教育局 |",
      "新增托位200个。 | 新增托位260个。 | ||",
      "开展筛查2000例以上。 | 已筛查2300例。 | ||",
      "2 | 新增公交线路4条。 | 新增5条。 | 县交通局 |",
    ];
    expect(tabled(["2026年实事进展表", ...rows].join("\n"))).toEqual([
      ["3所", "新建学校", "县教育局", ""],
      ["200个", "新增托位", "县教育局", ""],
      ["2000例", "开展筛查", "县教育局", ""],
      ["4条", "新增公交线路", "县交通局", ""],
    ]);
    const grouped = [
      "类别 | 事项名称 | 2026年任务目标 | 责任单位 | 电话 |",
      "一、教育 | 1.扩建学校 | 建设教学楼2座。 | 县教育局 | 无 |",
      "2.改造操场 | 改造操场9处。 | 县体育局 | 无 | |",
    ];
    expect(tabled(grouped.join("\n")).map(([phrase, , department]) => [phrase, department])).toEqual([
      ["2座", "县教育局"],
      ["9处", "县体育局"],
    ]);
  });
  it("knows units below each other, and rows that lack the cell merged with the one above", () => {
    const cells = [
      ...["序号", "事项分类", "事项名称", "项目内容", "牵头单位", "协同单位"],
      ...["1", "办好教育", "扩建学校", "新建学校5所。", "区教体局", "东安街道", "西河镇", "区发改局"],
      ...["2", "食堂建设", "新建食堂8个。", "区市监局", "/"],
      ...["3", "便民医疗", "村卫生室", "改建村卫生室80家。", "区卫健局", "各乡镇（街道）"],
      ...["4", "献血屋", "建设献血屋1个。", "区卫健局", "区红十字会", "区城管局"],
    ];
    expect(tabled(["2026年实事分解方案", ...cells].join("\n\n"))).toEqual([
      ["5所", "新建学校", "区教体局", "东安街道、西河镇、区发改局"],
      ["8个", "新建食堂", "区市监局", ""],
      ["80家", "改建村卫生室", "区卫健局", "各乡镇（街道）"],
      ["1个", "建设献血屋", "区卫健局", "区红十字会、区城管局"],
    ]);
  });
  it("leaves a page's links alone", () => {
    expect(tabled("首页 | 新闻 | 部门\n政务 | 公开 | 互动\n今年新建学校3所。")).toEqual([
      ["3所", "新建学校", null, ""],
    ]);
  });
  it("takes a column of progress for none of the promises", () => {
    const cells = ["序号", "项目内容", "当前进度", "牵头单位", "备注"];
    const rows = [
      ["1", "新建幼儿园4所。", "80%（二小滞后）", "县教育局", "市实事"],
      ["2", "建设农村路40公里。", "95%", "县交通局", "县实事"],
    ];
    expect(tabled(["2026年实事进度表", ...cells, ...rows.flat()].join("\n"))).toEqual([
      ["4所", "新建幼儿园", "县教育局", ""],
      ["40公里", "建设农村路", "县交通局", ""],
    ]);
  });
});

const ANSWER = /^→ (\S+) (.+)$/u;
const pages = readFileSync(path.resolve(__dirname, "../fixtures/newsPages.txt"), "utf8").split(/^# /mu).slice(1);

it.each(
  pages.map(
    (page) =>
      [
        page.slice(0, page.indexOf("\n")),
        page
          .slice(page.indexOf("\n") + 1)
          .trim()
          .split("\n"),
      ] as const,
  ),
)("knows whose figures are whose on a page with %s", (_, lines) => {
  const expected = lines.flatMap((line) => {
    const [, department = "", phrases = ""] = ANSWER.exec(line) ?? [];
    return phrases === "" ? [] : phrases.split(" ").map((phrase) => [phrase, department === "–" ? null : department]);
  });
  expect(answered(lines.filter((line) => !ANSWER.test(line)))).toEqual(expected);
});
