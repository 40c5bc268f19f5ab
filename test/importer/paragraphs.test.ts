/** Paragraphs of plans, pledges and news: what is promised in them, by its name, and what is only told. The places are invented. */
import { importReport } from "../../src/importer/importReport";

const YEAR = 2026;
const namesOf = (text: string, year = YEAR) =>
  importReport(text, { year }).drafts.map(({ phrase, indicator }) => [phrase, indicator]);
const kindsOf = (text: string) => importReport(text, { year: YEAR }).drafts.map(({ phrase, kind }) => [phrase, kind]);
const leftOf = (text: string) =>
  importReport(text, { year: YEAR })
    .leftOut.filter(({ reason }) => reason !== "date" && reason !== "age")
    .map(({ phrase, reason }) => [phrase, reason]);

describe("names", () => {
  it.each<[string, [string, string][]]>([
    [
      "今年棠州水利建设计划总投资32.5亿元\n日前，记者从市水利局获悉，2026年水利项目42个，完工18个，计划总投资32.5亿元。",
      [
        ["32.5亿元", "棠州水利建设投资"],
        ["42个", "水利项目"],
        ["18个", "完工水利项目"],
        ["32.5亿元", "水利项目总投资"],
      ],
    ],
    [
      "按项目类别分防洪工程计划完成投资12亿元，供水工程计划完成投资8亿元。",
      [
        ["12亿元", "防洪工程投资"],
        ["8亿元", "供水工程投资"],
      ],
    ],
    ["持续推进农房改善工作，每年改善500户以上。", [["500户", "改善农房"]]],
    ["加强文明村创建工作，新创建15个。", [["15个", "新创建文明村"]]],
    [
      "新铺燃气管道120公里，累计建成600公里以上。",
      [
        ["120公里", "新铺燃气管道"],
        ["600公里", "建成燃气管道"],
      ],
    ],
    [
      "今年实现接待游客320万人次，完成新建和改造提升农贸市场9个。",
      [
        ["320万人次", "接待游客"],
        ["9个", "新建和改造提升农贸市场"],
      ],
    ],
    ["今年新增就业指标由往年的7万人调到5万人。", [["5万人", "新增就业指标"]]],
    [
      "确保粮食播种面积120万亩，产量9.2亿斤，力争达到125万亩、9.5亿斤。",
      [
        ["120万亩", "粮食播种面积"],
        ["9.2亿斤", "粮食产量"],
        ["125万亩", "粮食播种面积"],
        ["9.5亿斤", "粮食产量"],
      ],
    ],
    [
      "确保生产总值突破300亿元、财政收入突破20亿元，力争达到320亿元、22亿元。",
      [
        ["300亿元", "生产总值"],
        ["20亿元", "财政收入"],
        ["320亿元", "生产总值"],
        ["22亿元", "财政收入"],
      ],
    ],
    [
      "同时，新增12个、提升8个A级景区村庄。",
      [
        ["12个", "新增A级景区村庄"],
        ["8个", "提升A级景区村庄"],
      ],
    ],
    [
      "实施好3个省级示范项目，推进建设12个精耕细作示范点。",
      [
        ["3个", "实施省级示范项目"],
        ["12个", "建设精耕细作示范点"],
      ],
    ],
    [
      "今年推动建设商贸综合体3个，推进改造老旧小区20个。",
      [
        ["3个", "建设商贸综合体"],
        ["20个", "改造老旧小区"],
      ],
    ],
    ["各区分别建设口袋公园3个。", [["3个", "建设口袋公园"]]],
    ["全县有效灌溉面积达到35万亩。", [["35万亩", "有效灌溉面积"]]],
    [
      "完成上级下达的营造林任务8万亩，完成市下达我县生猪出栏45万头。",
      [
        ["8万亩", "营造林"],
        ["45万头", "生猪出栏"],
      ],
    ],
    [
      "城、乡居民收入分别增长6%和8%，规上工业增加值名义增长9%。",
      [
        ["6%", "城镇居民收入"],
        ["8%", "农村居民收入"],
        ["9%", "规上工业增加值"],
      ],
    ],
    [
      "实施市政道路提升12项工程，开展暖冬5项行动。",
      [
        ["12项", "实施市政道路提升工程"],
        ["5项", "开展暖冬行动"],
      ],
    ],
    [
      "今年新启用公办园6所，其中新建2所、改扩建4所。",
      [
        ["6所", "新启用公办园"],
        ["2所", "新建公办园"],
        ["4所", "改扩建公办园"],
      ],
    ],
    [
      "总共将新增床位800张，预计能够新增车位300个。",
      [
        ["800张", "新增床位"],
        ["300个", "新增车位"],
      ],
    ],
    ["各县（市、区）、开发区至少新建1所养老院。", [["1所", "新建养老院"]]],
    [
      "除险加固水库5座、塘坝12处，加固堤防12公里。",
      [
        ["5座", "除险加固水库"],
        ["12处", "除险加固塘坝"],
        ["12公里", "加固堤防"],
      ],
    ],
    [
      "开展第三批20个村庄规划编制，完成第一阶段3公里河道治理。",
      [
        ["20个", "开展村庄规划编制"],
        ["3公里", "河道治理"],
      ],
    ],
    [
      "云溪河整治计划完成投资8亿元，“开门红”新增规上企业12家。",
      [
        ["8亿元", "云溪河整治投资"],
        ["12家", "新增规上企业"],
      ],
    ],
    ["2026年目标\n●优良天数不低于310天", [["310天", "优良天数"]]],
  ])("%s", (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});

describe("what is only told", () => {
  it.each<[string, [string, string][]]>([
    [
      "今年全省将有21.6万毕业生离校。全省高校毕业生总量为21.6万人。",
      [
        ["21.6万", "scope"],
        ["21.6万人", "scope"],
      ],
    ],
    ["今年，全市要稳就业。而今年一季度，全市城镇新增就业达3.2万人。", [["3.2万人", "past"]]],
    [
      "预计到2030年，60岁以上老年人口将达到30万人，占总人口的28%。",
      [
        ["30万人", "scope"],
        ["28%", "scope"],
      ],
    ],
    ["市级和12个区分别建立指导中心。", [["12个", "scope"]]],
    [
      "援助包括税费减免、资金援助等6大类、18项援助内容。",
      [
        ["6大", "name"],
        ["18项", "scope"],
      ],
    ],
    [
      "建成青禾门站年输气量3亿方门站，完成云岭供气能力15万方/小时门站。",
      [
        ["3亿方", "size"],
        ["15万方/小时", "size"],
      ],
    ],
    ["对新开办的托育机构，区财政给每个托位补助1万元。", [["1万元", "allowance"]]],
    ["助推年产3亿支注射器、大健康饮品等项目开工。", [["3亿支", "size"]]],
  ])("%s", (text, left) => {
    expect(importReport(text, { year: YEAR }).drafts).toEqual([]);
    expect(leftOf(text)).toEqual(left);
  });
});

it("takes 一季度 as promised where the sentence promises it", () => {
  expect(namesOf("力争今年一季度，地区生产总值增长7%以上。")).toEqual([["7%", "地区生产总值"]]);
});

it("keeps a list of round figures that one finished road stands among, as doubtful", () => {
  const text = "交通出行方面：\n推进快速路建设，9条连接线全部建成。打通断头路20条；新辟公交线路10条，新增公交车400辆。";
  expect(namesOf(text).map(([phrase]) => phrase)).toEqual(["9条", "20条", "10条", "400辆"]);
});

it("takes part of a level for one", () => {
  expect(kindsOf("养老床位总数将达到2万张，其中护理型床位将超过1.2万张。")).toEqual([
    ["2万张", "stock"],
    ["1.2万张", "stock"],
  ]);
});

it("dates what a plan goes on to say by the year it names", () => {
  const { drafts } = importReport("意见明确，到2028年，全市建成充电桩2万个。每个县至少建成1个综合能源站。", {
    year: YEAR,
  });
  expect(drafts.map(({ period }) => period)).toEqual(["2028", "2028"]);
});

it("dates each of a list by the year before it", () => {
  const { drafts } = importReport("公办园在园幼儿占比2027年底达到60%、2028年底达到65%。", { year: YEAR });
  expect(drafts.map(({ indicator, period }) => [indicator, period])).toEqual([
    ["公办园在园幼儿占比", "2027"],
    ["公办园在园幼儿占比", "2028"],
  ]);
});

it("leaves a quotation to who is named before and behind it, not to the next line's bureau", () => {
  const text =
    "市水务局局长陈明：加快建设\n市水务局局长陈明在接受采访时说，水是命脉。\n“今年，我们将新建水厂3座。”谈到下一步，陈明说，还要改造管网50公里。“我们有信心。”\n市林业局局长高山：守护青山\n高山介绍，今年造林5万亩。";
  expect(importReport(text, { year: YEAR }).drafts.map(({ phrase, department }) => [phrase, department])).toEqual([
    ["3座", "市水务局"],
    ["50公里", "市水务局"],
    ["5万亩", "市林业局"],
  ]);
});
