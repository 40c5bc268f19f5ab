/** Indicators are named as a clerk would type them. One table a kind of phrase; the sentences are of invented places. */
import { normaliseName } from "../../src/core/text";
import { importReport } from "../../src/importer/importReport";
import { labelledPassages, ownPassages } from "./passages";
import { emptyScore, scoreInto, type Passage } from "./scoring";

const named = (text: string) =>
  importReport(text, { year: 2026 }).drafts.map(({ phrase, indicator, kind }) => [phrase, indicator, kind]);

it.each<[string, [string, string, string][]]>([
  // nouns that begin as verbs do
  ["主要预期目标是：生产总值增长5%。", [["5%", "生产总值", "growth"]]],
  ["研发经费投入增长10%。", [["10%", "研发经费投入", "growth"]]],
  ["销售收入达到30亿元。", [["30亿元", "销售收入", "stock"]]],
  ["服务业增加值增长6%。", [["6%", "服务业增加值", "growth"]]],
  // the verb of a flow stays, what introduces it goes
  ["今年新增学位1200个。", [["1200个", "新增学位", "flow"]]],
  ["争取上级资金6亿元。", [["6亿元", "争取上级资金", "flow"]]],
  ["争取新增托位300个。", [["300个", "新增托位", "flow"]]],
  ["实现城镇新增就业8000人。", [["8000人", "城镇新增就业", "flow"]]],
  ["完成2026年度2.1亿元政府债务化解目标。", [["2.1亿元", "政府债务化解", "flow"]]],
  ["推进旧厂区改造，完成70户的改造任务。", [["70户", "旧厂区改造", "flow"]]],
  ["市林业局将完成营造林8万亩。", [["8万亩", "营造林", "flow"]]],
  // what stands behind the figure
  ["改善东山、西岭两镇260户低收入家庭的居住条件。", [["260户", "改善低收入家庭居住条件", "flow"]]],
  ["安排资金用于2万受灾群众的救助。", [["2万", "救助受灾群众", "flow"]]],
  ["投资2.6亿元，实施城南水厂迁建工程。", [["2.6亿元", "城南水厂迁建工程投资", "flow"]]],
  ["为40至60周岁妇女开展骨密度筛查3000人。", [["3000人", "妇女骨密度筛查", "flow"]]],
  ["办理各类公证案件3000件。", [["3000件", "办理公证案件", "flow"]]],
  ["农村低保标准占城市低保标准比例达到78%。", [["78%", "农村低保标准占城市低保标准比例", "ratio"]]],
  // levels, heads they are counted by, and what they change by
  ["财政奖补标准提高到人均600元。", [["600元", "人均财政奖补标准", "stock"]]],
  ["农民人均可支配收入增加800元。", [["800元", "农民人均可支配收入", "flow"]]],
  [
    "每千人拥有护士3.8人、床位7张。",
    [
      ["3.8人", "每千人拥有护士", "ratio"],
      ["7张", "每千人拥有床位", "ratio"],
    ],
  ],
  [
    "税收收入达到9亿元，剔除减税因素增长7%。",
    [
      ["9亿元", "税收收入", "stock"],
      ["7%", "税收收入增速", "growth"],
    ],
  ],
  [
    "地区生产总值增长8%，达到260亿元。",
    [
      ["8%", "地区生产总值增速", "growth"],
      ["260亿元", "地区生产总值", "stock"],
    ],
  ],
  [
    "今年接待游客300万人次、旅游收入达到20亿元，同比分别增长12%、15%。",
    [
      ["300万人次", "接待游客", "flow"],
      ["20亿元", "旅游收入", "stock"],
      ["12%", "接待游客增速", "growth"],
      ["15%", "旅游收入增速", "growth"],
    ],
  ],
  [
    "城镇、农村居民人均可支配收入分别增长5%、6%。",
    [
      ["5%", "城镇居民人均可支配收入", "growth"],
      ["6%", "农村居民人均可支配收入", "growth"],
    ],
  ],
  [
    "打造“和美乡村”县5个、“百村示范”村60个。",
    [
      ["5个", "打造“和美乡村”县", "flow"],
      ["60个", "打造“百村示范”村", "flow"],
    ],
  ],
  // times, limits and allotments are no part of a name; the halves of words are
  ["五年新增城镇就业12万人。", [["12万人", "新增城镇就业", "flow"]]],
  ["一般公共预算支出安排46亿元。", [["46亿元", "一般公共预算支出", "flow"]]],
  ["人才住房供应900套。", [["900套", "人才住房供应", "flow"]]],
  ["向上争取资金9亿元。", [["9亿元", "向上争取资金", "flow"]]],
  ["严控大班额比例在2%以内。", [["2%", "大班额比例", "ratio"]]],
  ["生产安全事故起数下降4%。", [["4%", "生产安全事故起数", "growth"]]],
  ["要抓好油菜种植5200亩。", [["5200亩", "油菜种植", "flow"]]],
  ["建设现代农事服务中心14家。", [["14家", "建设现代农事服务中心", "flow"]]],
  ["3.为1200名老人提供助浴。", [["1200名", "老人助浴", "flow"]]],
  ["客户满意度不低于92分。", [["92分", "客户满意度", "stock"]]],
  ["改造1.4万套（间）老旧住宅。", [["1.4万套", "改造老旧住宅", "flow"]]],
  ["推进甲线、乙库等12个重点水利项目建设。", [["12个", "推进重点水利项目建设", "flow"]]],
  // heads that only the one before tells
  [
    "电子病历使用率达到86%、互认率达到90%。",
    [
      ["86%", "电子病历使用率", "ratio"],
      ["90%", "电子病历互认率", "ratio"],
    ],
  ],
  [
    "粮食播种面积稳定在26万亩，产量9万吨以上。",
    [
      ["26万亩", "粮食播种面积", "stock"],
      ["9万吨", "粮食产量", "stock"],
    ],
  ],
  [
    "签约项目70个，其中亿元以上5个；开工40个。",
    [
      ["70个", "签约项目", "flow"],
      ["5个", "签约亿元以上", "flow"],
      ["40个", "开工项目", "flow"],
    ],
  ],
  ["去年茶叶总产达到3万吨，今年力争达到3.4万吨。", [["3.4万吨", "茶叶总产", "stock"]]],
  // how and in what years it is counted is no part of a name
  ["今年全市总产值按增长6%安排。", [["6%", "总产值", "growth"]]],
  [
    "今年税收收入同口径增长4%，地方财政收入可比口径增长3%。",
    [
      ["4%", "税收收入", "growth"],
      ["3%", "地方财政收入", "growth"],
    ],
  ],
  ["今年油菜产量继续保持3万吨以上。", [["3万吨", "油菜产量", "stock"]]],
  ["正常年景下大豆产量达到5万吨。", [["5万吨", "大豆产量", "stock"]]],
  [
    "今年一产、二产、三产增加值分别增长2%左右、5%以上、7%左右。",
    [
      ["2%", "一产增加值", "growth"],
      ["5%", "二产增加值", "growth"],
      ["7%", "三产增加值", "growth"],
    ],
  ],
  // lists: heads, tails and joint names
  [
    "城镇登记失业率和人口自然增长率控制在4.5%和6‰以内。",
    [
      ["4.5%", "城镇登记失业率", "ratio"],
      ["6‰", "人口自然增长率", "ratio"],
    ],
  ],
  [
    "幼儿园普及率、小学巩固率分别达到92%、99%。",
    [
      ["92%", "幼儿园普及率", "ratio"],
      ["99%", "小学巩固率", "ratio"],
    ],
  ],
  [
    "老年食堂、村卫生室、农家书屋覆盖率分别达到60%、90%、80%以上。",
    [
      ["60%", "老年食堂覆盖率", "ratio"],
      ["90%", "村卫生室覆盖率", "ratio"],
      ["80%", "农家书屋覆盖率", "ratio"],
    ],
  ],
  [
    "整治20所学校、6家医院周边环境。",
    [
      ["20所", "整治学校周边环境", "flow"],
      ["6家", "整治医院周边环境", "flow"],
    ],
  ],
  [
    "引进人才260名，其中：教师120名、医生60名。",
    [
      ["260名", "引进人才", "flow"],
      ["120名", "引进教师", "flow"],
      ["60名", "引进医生", "flow"],
    ],
  ],
  [
    "新增充电桩确保达到600个，力争达到800个（不含单位自建）。",
    [
      ["600个", "新增充电桩", "flow"],
      ["800个", "新增充电桩", "flow"],
    ],
  ],
  // one predicate said of each name in a list
  [
    "进出口总额、工业投资增长5%。",
    [
      ["5%", "进出口总额", "growth"],
      ["5%", "工业投资", "growth"],
    ],
  ],
  [
    "一般公共预算收入、服务业增加值和技改投资均增长6%以上。",
    [
      ["6%", "一般公共预算收入", "growth"],
      ["6%", "服务业增加值", "growth"],
      ["6%", "技改投资", "growth"],
    ],
  ],
  [
    "技改投资、社会消费品零售总额、税收收入增长9%、7%、5%。",
    [
      ["9%", "技改投资", "growth"],
      ["7%", "社会消费品零售总额", "growth"],
      ["5%", "税收收入", "growth"],
    ],
  ],
  [
    "城乡居民人均可支配收入均增长7%。",
    [
      ["7%", "城镇居民人均可支配收入", "growth"],
      ["7%", "农村居民人均可支配收入", "growth"],
    ],
  ],
  [
    "乡镇供水普及率、卫生厕所普及率均达到96%。",
    [
      ["96%", "乡镇供水普及率", "ratio"],
      ["96%", "卫生厕所普及率", "ratio"],
    ],
  ],
  [
    "茶叶、水果产量均增长4%。",
    [
      ["4%", "茶叶产量", "growth"],
      ["4%", "水果产量", "growth"],
    ],
  ],
  [
    "规上工业营业收入、利润增长8%。",
    [
      ["8%", "规上工业营业收入", "growth"],
      ["8%", "规上工业利润", "growth"],
    ],
  ],
  // …but not where it is said of all together
  ["更换供水、燃气管网30公里。", [["30公里", "更换供水、燃气管网", "flow"]]],
  ["新能源和清洁能源出租车占比达到70%。", [["70%", "新能源和清洁能源出租车占比", "ratio"]]],
  ["新建粮站、农机库各2座。", [["2座", "新建粮站、农机库", "flow"]]],
  ["生产总值、技改投资增速均高于全市1个百分点。", [["1个百分点", "生产总值、技改投资增速均高于全市", "growth"]]],
  // what stands for all of a list, and what measures by itself
  [
    "技改投资和进出口总额分别增长8%、6%。",
    [
      ["8%", "技改投资", "growth"],
      ["6%", "进出口总额", "growth"],
    ],
  ],
  [
    "居民消费价格涨幅和城镇登记失业率分别控制在2%和4%以内。",
    [
      ["2%", "居民消费价格", "growth"],
      ["4%", "城镇登记失业率", "ratio"],
    ],
  ],
  [
    "村卫生室、乡镇卫生院标准化率分别达到90%、95%。",
    [
      ["90%", "村卫生室标准化率", "ratio"],
      ["95%", "乡镇卫生院标准化率", "ratio"],
    ],
  ],
  [
    "研发投入、数字经济增加值占GDP比重分别达到2.5%和30%。",
    [
      ["2.5%", "研发投入占GDP比重", "ratio"],
      ["30%", "数字经济增加值占GDP比重", "ratio"],
    ],
  ],
  [
    "森林覆盖率、森林蓄积量分别提高到41%、500万立方米。",
    [
      ["41%", "森林覆盖率", "ratio"],
      ["500万立方米", "森林蓄积量", "stock"],
    ],
  ],
  [
    "孤儿、特困人员补助标准分别从每月800元、600元提高到850元、640元。",
    [
      ["850元", "孤儿补助标准", "stock"],
      ["640元", "特困人员补助标准", "stock"],
    ],
  ],
  [
    "存贷款余额分别增长8%、10%。",
    [
      ["8%", "存款余额", "growth"],
      ["10%", "贷款余额", "growth"],
    ],
  ],
  // a level beside its growth, a growth of what was done
  [
    "技改投资增长9%、突破40亿元。",
    [
      ["9%", "技改投资增速", "growth"],
      ["40亿元", "技改投资", "stock"],
    ],
  ],
  [
    "接待游客60万人次，增长12%。",
    [
      ["60万人次", "接待游客", "flow"],
      ["12%", "接待游客增速", "growth"],
    ],
  ],
  // money by its purpose; another thing than the one before
  [
    "安排900万元用于4000名失能老人的康复。",
    [
      ["900万元", "失能老人康复资金", "flow"],
      ["4000名", "康复失能老人", "flow"],
    ],
  ],
  ["落实6000万元用于困难家庭救助。", [["6000万元", "困难家庭救助", "flow"]]],
  [
    "城镇新增就业1.1万人，培训2600人。",
    [
      ["1.1万人", "城镇新增就业", "flow"],
      ["2600人", "培训", "flow"],
    ],
  ],
  [
    "签约项目30个，开工20个。",
    [
      ["30个", "签约项目", "flow"],
      ["20个", "开工项目", "flow"],
    ],
  ],
  ["高标准农田新增3万亩。", [["3万亩", "高标准农田新增", "flow"]]],
])("names the indicators of %s", (text, expected) => {
  expect(named(text)).toEqual(expected);
});

it("reads by how much a level changes as a change, never as the level", () => {
  for (const text of ["今年PM2.5年均浓度比上年降低3微克/立方米。", "PM2.5年均浓度较去年下降3微克/立方米。"])
    expect(importReport(text, { year: 2026 }).drafts).toMatchObject([
      { indicator: "PM2.5年均浓度", kind: "flow", direction: "down", value: 3 },
    ]);
});

it("gives every member of 分别…以上 the bound", () => {
  const { drafts } = importReport("老年食堂、农家书屋覆盖率分别达到60%、80%以上。", { year: 2026 });
  expect(drafts.map(({ comparator }) => comparator)).toEqual(["atLeast", "atLeast"]);
});

describe("passages with marked names", () => {
  const rate = (passages: readonly Passage[]) => {
    const total = emptyScore();
    for (const passage of passages)
      scoreInto(total, passage, importReport(passage.text, { year: passage.year }).drafts);
    return total.right.name / total.asked.name;
  };
  it("are named as a reader marked them", () => {
    expect(rate(ownPassages())).toBeGreaterThanOrEqual(0.95);
  });
  const real = labelledPassages();
  (real ? it : it.skip)("so are the real ones beside the project", () => {
    expect(rate(real ?? [])).toBeGreaterThanOrEqual(0.9);
  });
  it("never hold a blank, or punctuation at their edges", () => {
    for (const { text, year } of ownPassages())
      for (const { indicator } of importReport(text, { year }).drafts) {
        expect(indicator).toMatch(/^[^\s，。；：、]/u);
        expect(indicator).not.toMatch(/[\s，。；：、]$/u);
        expect(normaliseName(indicator)).not.toBe("");
      }
  });
});
