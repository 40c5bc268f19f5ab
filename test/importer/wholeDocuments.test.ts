/** What whole reports taught: their year, where a review ends, whom headings name, and what their lists count. All places are invented. */
import { importReport } from "../../src/importer/importReport";
import { yearOf } from "../../src/importer/periods";

const named = (text: string) =>
  importReport(text, { year: 2026, tense: "plan" }).drafts.map(({ phrase, indicator }) => [phrase, indicator]);
const tensed = (text: string) => {
  const { drafts, leftOut } = importReport(text, { year: 2026 });
  return {
    promised: drafts.map(({ phrase }) => phrase),
    past: leftOut.filter(({ reason }) => reason === "past").map(({ phrase }) => phrase),
  };
};

const review = (year: number) =>
  `${year}年，全市上下团结奋斗。${year}年，新建学校9所。${year}年，我们坚持创新。${year}年，民生改善。${year}年，成绩可喜。`;

describe("the year of a report", () => {
  it.each<[string, number]>([
    [`柳湾县2024年政府工作报告\n${review(2023)}`, 2024],
    [`——2026年1月20日在柳湾县第九届人民代表大会第三次会议上\n${review(2025)}\n${review(2025)}`, 2026],
    [`（2026年2月3日）\n各位代表：\n${review(2025)}`, 2026],
    [`政府工作报告2022年1月8日在柳湾县第八届人民代表大会\n${review(2021)}`, 2022],
    [`2019年2月1日柳湾县第二届人民代表大会第三次会议\n${review(2018)}`, 2019],
    // delivered in December: the year to come
    [`——2025年12月26日在柳湾县第九届人民代表大会第四次会议上\n${review(2025)}`, 2026],
    [`各位代表：\n一、2025年和“十四五”时期工作回顾\n${review(2025)}\n三、2026年重点工作\n新建学校5所。`, 2026],
    [`一、 2014年工作回顾\n${review(2014)}\n三、 2015年主要任务\n新建学校5所。`, 2015],
    [
      `各位代表：\n一、过去五年工作回顾\n比2007年增长两倍，比2007年多300家，自2007年以来新增9家。\n三、2012年目标任务`,
      2012,
    ],
    // what other pages beside it are called is nothing of its own
    [
      `柳湾县2021年政府工作报告\n${review(2020)}\n东岭县2025年政府工作报告\n西岭县2025年政府工作报告\n`.padEnd(
        900,
        "南山县2025年政府工作报告\n",
      ),
      2021,
    ],
  ])("finds it: %#", (text, year) => {
    expect(yearOf(text)).toBe(year);
  });
});

describe("where a review ends", () => {
  it.each([
    "二、重点任务",
    "二、2026年主要工作",
    "二、主要目标和工作举措",
    "第二部分 今年工作安排",
    "二、奋力谱写柳湾新篇章",
  ])("ends at the heading %s", (heading) => {
    const text = `一、2025年工作回顾\n新建学校8所，改造道路12公里。\n${heading}\n新建幼儿园5所，改造管网30公里。`;
    expect(tensed(text)).toEqual({ promised: ["5所", "30公里"], past: ["8所", "12公里"] });
  });
  it.each(["（二）重点工作扎实推进", "二、办实事解难事", "（一）主要目标全面完成", "一年来主要工作"])(
    "goes on under %s",
    (heading) => {
      const text = `2025年工作回顾\n新建学校8所。\n${heading}\n建成幼儿园5所，改造管网30公里。`;
      expect(tensed(text).promised).toEqual([]);
    },
  );
  it("goes on under headings that begin their own numbering", () => {
    const text = "一、工作回顾\n一、产业\n新建厂房8座。\n二、城市\n新建幼儿园5所。";
    expect(tensed(text)).toEqual({ promised: [], past: ["8座", "5所"] });
  });
  it("takes what stands behind 了 and what is measured by a plan for facts", () => {
    expect(tensed("今年，我们确定了12件实事候选项目。")).toEqual({ promised: [], past: ["12件"] });
    expect(tensed("目前，项目加快推进，完成投资8亿元，占年计划投资的116%。").promised).toEqual([]);
    expect(tensed("规上工业增加值增长9%（年度目标6%以上）。").promised).toEqual([]);
    expect(tensed("新增学位（目标5000个）。").promised).toEqual(["5000个"]);
    expect(tensed("今年要为了8000名学生扩建学校6所。").promised).toContain("6所");
  });
});

describe("whom a heading names", () => {
  it.each([
    "（一）优化城区功能布局",
    "（一）构建生态旅游发展新格局",
    "（一）打造城市会客厅",
    "（一）成立全国首个营商环境建设厅",
  ])("takes %s for no bureau", (heading) => {
    expect(importReport(`${heading}\n今年新建公园5座。`, { year: 2026 }).drafts[0]?.department).toBeNull();
  });
  it("hears a bureau right before what it does, and leaves it out of the name", () => {
    const { drafts } = importReport("市教育局今年新建学校12所。\n市水利局新建水库3座。", { year: 2026 });
    expect(drafts.map(({ department, indicator }) => [department, indicator])).toEqual([
      ["市教育局", "新建学校"],
      ["市水利局", "新建水库"],
    ]);
  });
  it("takes no links of a page for those who answer for what follows", () => {
    const text = "市教育局\n市水利局\n市体育局\n其他网站\n政府工作报告\n今年新建公园5座，改造道路30公里。";
    expect(importReport(text, { year: 2026 }).drafts.map(({ department }) => department)).toEqual([null, null]);
  });
  it("lets a bureau that is only mentioned answer for its own paragraph alone", () => {
    const review = "一年来，各项工作有序推进。\n".repeat(5);
    const text = `${review}国家发改委将支持我市新建水厂2座。\n今年新建公园5座。`;
    expect(importReport(text, { year: 2026 }).drafts.map(({ department }) => department)).toEqual(["国家发改委", null]);
  });
  it.each(["积极对接国家部委，", "综合考虑省委意见，", "成立了市决策委员会，", "深入对接赛事组委，"])(
    "hears nobody in %s",
    (head) => {
      expect(importReport(`${head}今年新建公园5座。`, { year: 2026 }).drafts[0]?.department).toBeNull();
    },
  );
  it.each(["市科技创新局", "市国家安全局", "市营商环境建设局"])("takes %s for one", (heading) => {
    expect(importReport(`${heading}\n今年新建平台5个。`, { year: 2026 }).drafts[0]?.department).toBe(heading);
  });
});

it.each<[string, string, string]>([
  ["依托北湾、同福等40家龙头企业，做强加工业。", "40家", "scope"],
  ["以9个片区、40个社区中心为重点，配置居民服务。", "9个", "scope"],
  ["在现有4条通达主城区公交线路基础上，优化班次。", "4条", "scope"],
  ["加强对3个断面、8个监测点的分析研判。", "8个", "scope"],
  ["在东山、西岭等7个重点县建设果菜基地5万亩。", "7个", "scope"],
  ["对3个乡镇16个村实施污水收集。", "3个", "scope"],
  ["汇聚30万柳湾人民的力量。", "30万", "scope"],
  ["严格落实15项防控措施。", "15项", "scope"],
  ["落实园区管理体制改革20条政策措施。", "20条", "scope"],
  ["推动优化电价机制9条举措落地见效。", "9条", "scope"],
  ["支持北滩、柳湾、石门3个实验室高效运营。", "3个", "scope"],
  ["坚决做到5个“始终坚持”，", "5个", "slogan"],
  ["努力实现经济总量和财政收入两个翻番。", "翻番", "slogan"],
  ["建成一支引领时代的人才队伍。", "一支", "slogan"],
  ["推进五台山旅游开发。", "五台", "name"],
  ["投资5.5亿元的老厂搬迁项目建成投产。", "5.5亿元", "size"],
  ["推动海湾350兆瓦光伏发电并网。", "350兆瓦", "size"],
  ["治理空置率40%以下“空心村”。", "40%", "threshold"],
  ["按照每百户25平方米配建服务用房。", "25平方米", "allowance"],
  ["“瞪羚企业”：通常指那些估值超过8亿元的公司。", "8亿元", "definition"],
])("drafts nothing of %j", (text, phrase, reason) => {
  const { drafts, leftOut } = importReport(text, { year: 2026, tense: "plan" });
  expect(drafts.map((each) => each.phrase)).not.toContain(phrase);
  expect(leftOut).toContainEqual(expect.objectContaining({ phrase, reason }));
});

it.each([
  "贯彻一系列会议精神。",
  "统筹总量和增量等一系列重大关系的平衡。",
  "落实《关于支持就业的若干措施》。",
  "出台若干政策措施。",
  "用好投产一批、储备一批的良性机制。",
  "争取更多项目落地。",
])("counts nothing in %s", (text) => {
  expect(importReport(text, { year: 2026, tense: "plan" }).drafts).toEqual([]);
});

describe("names in whole reports", () => {
  it.each<[string, [string, string][]]>([
    ["年内打造3个和美乡村示范带。", [["3个", "打造和美乡村示范带"]]],
    ["服务贸易增长6%。", [["6%", "服务贸易"]]],
    ["社会物流成本下降至14%。", [["14%", "社会物流成本"]]],
    ["研发投入增速高于全省平均2个百分点。", [["2个百分点", "研发投入增速高于全省平均"]]],
    ["民生支出占财政支出保持80%以上。", [["80%", "民生支出占财政支出比重"]]],
    ["一般公共预算收入可比增长6%。", [["6%", "一般公共预算收入"]]],
    ["示范面积完成20万平方米以上。", [["20万平方米", "示范面积"]]],
    ["人均预期寿命再提高1.5岁。", [["1.5岁", "人均预期寿命"]]],
    ["③打造2个体育公园。", [["2个", "打造体育公园"]]],
    ["①西园路建设②改造12条农村道路。", [["12条", "改造农村道路"]]],
    ["升级改造13个乡镇卫生院。", [["13个", "升级改造乡镇卫生院"]]],
    ["培育壮大12个千亿级产业集群。", [["12个", "培育壮大千亿级产业集群"]]],
    ["有效期内高新技术企业达8200家。", [["8200家", "有效期内高新技术企业"]]],
    [
      "更新供水、燃气管网分别40公里、55公里。",
      [
        ["40公里", "更新供水管网"],
        ["55公里", "更新燃气管网"],
      ],
    ],
    ["今年将送戏下乡300场。", [["300场", "送戏下乡"]]],
    ["争取年内新建3座书院。", [["3座", "新建书院"]]],
    ["全力加快4个省重点项目建设。", [["4个", "省重点项目建设"]]],
    ["加快首批17个城中村改造。", [["17个", "城中村改造"]]],
    ["市本级、3个县争创国家卫生城市。", [["3个", "县争创国家卫生城市"]]],
    ["主城区10座城市书房开馆。", [["10座", "城市书房开馆"]]],
    ["在30个县建设现代农事服务中心。", [["30个", "建设现代农事服务中心"]]],
    ["在东山、西岭等7个重点县建设果菜基地5万亩。", [["5万亩", "建设果菜基地"]]],
    ["对锋源、东港等300亩低效土地进行盘活利用。", [["300亩", "低效土地盘活利用"]]],
    ["选取60个突出问题进行重点攻坚。", [["60个", "攻坚突出问题"]]],
    ["实施东镇、西镇等3个乡镇13个村的小型水利项目。", [["13个", "实施小型水利项目"]]],
    ["加强青河、白河、柳河3条河流断面水质监管。", [["3条", "河流断面水质监管"]]],
    ["推动总投资90亿元的东湾热泵、西湾机电等18个项目早日投产。", [["18个", "项目投产"]]],
    ["实施“规模以上服务业企业倍增计划”，新增70家。", [["70家", "新增规模以上服务业企业"]]],
    [
      "地区生产总值增长5%，迈上2万亿元台阶。",
      [
        ["5%", "地区生产总值增速"],
        ["2万亿元", "地区生产总值"],
      ],
    ],
    [
      "一二三产增加值分别增长3%、6%、5%。",
      [
        ["3%", "第一产业增加值"],
        ["6%", "第二产业增加值"],
        ["5%", "第三产业增加值"],
      ],
    ],
    [
      "汽车及零部件、索具、探测装备三大主导产业分别实现产值500亿元、300亿元、80亿元。",
      [
        ["500亿元", "汽车及零部件产业产值"],
        ["300亿元", "索具产业产值"],
        ["80亿元", "探测装备产业产值"],
      ],
    ],
    [
      "带动9000户、1.8万名群众增收。",
      [
        ["9000户", "带动群众增收"],
        ["1.8万名", "带动群众增收"],
      ],
    ],
    [
      "培训县级骨干教师400名、市级50名。",
      [
        ["400名", "培训县级骨干教师"],
        ["50名", "培训市级骨干教师"],
      ],
    ],
    [
      "亿元项目新开工40个、竣工30个。",
      [
        ["40个", "亿元项目新开工"],
        ["30个", "亿元项目竣工"],
      ],
    ],
  ])("names what %j counts", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each<[string, [string, string][]]>([
    ["投资2.6亿元进行城市照明改造。", [["2.6亿元", "城市照明改造投资"]]],
    ["改善办学条件，投资600万元，完成南滩小学等9所学校设备购置。", [["600万元", "学校设备购置投资"]]],
    ["抓好100个重点项目建设，力争年内完成投资40亿元以上，突出抓好20个省级项目。", [["40亿元", "重点项目建设投资"]]],
    [
      "安排市级项目90项，计划总投资500亿元，当年计划投资80亿元。",
      [
        ["500亿元", "市级项目总投资"],
        ["80亿元", "年度计划投资"],
      ],
    ],
    ["投资900万元新建东园、西园、南园3座口袋公园。", [["3座", "新建南园口袋公园"]]],
  ])("names money after what it is for in %j", (text, expected) => {
    expect(named(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each<[string, string]>([
    ["引进一批投入少、见效快的项目。", "引进项目"],
    ["探获一批磷、铝等优势矿产。", "探获优势矿产"],
    ["打造一批千亿级、百亿级企业。", "打造千亿级、百亿级企业"],
    ["推出一批非遗夜市、文化街区。", "推出非遗夜市"],
  ])("names what is promised without a number in %j", (text, expected) => {
    expect(named(text)).toEqual([["一批", expected]]);
  });
});
