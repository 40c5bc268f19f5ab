/** Figures of whole documents that are no promises, and their neighbours that are. All places and programmes are invented. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) => importReport(text, { year: 2026 });

it.each<[string, string, string]>([
  ["会议把全年工作细化为8个方面46项具体任务。", "46项", "scope"],
  ["市里确定了12项重点任务和30项工作清单。", "30项", "scope"],
  ["目标任务量化为9项指标。", "9项", "scope"],
  ["7位局长先后走上通道，围绕民生热点回答提问。", "7位", "scope"],
  ["今天，5名负责人做客直播间。", "5名", "scope"],
  ["给100所学校每校安装2台直饮水机。", "2台", "allowance"],
  ["每个社区安排5名志愿者。", "5名", "allowance"],
  ["深化与9所高校战略合作。", "9所", "scope"],
  ["密切与20家金融机构沟通联系。", "20家", "scope"],
  ["在全国300个城市中争先进位。", "300个", "scope"],
  ["开展“清河净湖”“蓝天护航”“净土保卫”3个专项行动。", "3个", "slogan"],
  ["推动谋划的40个项目更多纳入国家盘子。", "40个", "scope"],
  ["以8个村为样板，带动周边提升。", "8个", "scope"],
  ["每个乡镇建设1亩左右的小游园。", "1亩", "size"],
  ["推进北山20兆瓦分布式光伏项目。", "20兆瓦", "size"],
  ["推进青河大桥重建工程，全长420米。", "420米", "size"],
  ["实施东风路改造项目，总里程3.2公里。", "3.2公里", "size"],
  ["规划投资3.2亿元，占地60亩。", "3.2亿元", "size"],
  ["新建800平方米的综合楼。", "800平方米", "size"],
  ["瞄准周边4个市场。", "4个", "scope"],
  ["抓住两个关键。", "两个", "slogan"],
  ["获省里立项支持科技计划项目7项。去年增长9%。", "9%", "past"],
  ["上半年计划完成投资20亿元，实际完成25亿元。", "25亿元", "past"],
])("drafts nothing of %j", (text, phrase, reason) => {
  const { drafts, leftOut } = read(text);
  expect(drafts.map((each) => each.phrase)).not.toContain(phrase);
  expect(leftOut).toContainEqual(expect.objectContaining({ phrase, reason }));
});

it.each<[string, string, string]>([
  ["给100所学校每校安装2台直饮水机。", "100所", "学校安装直饮水机"],
  ["实施省道提升工程3条，总里程51公里。", "51公里", "总里程"],
  ["实施乡村道路改造项目，总里程80公里。", "80公里", "总里程"],
  ["新增屋顶分布式光伏装机60兆瓦。", "60兆瓦", "新增屋顶分布式光伏装机"],
  ["建成20万亩的优质稻基地。", "20万亩", "建成优质稻基地"],
  ["完成城区周边9个村庄环境整治。", "9个", "城区周边村庄环境整治"],
  ["举办三场专场招聘会。", "三场", "举办专场招聘会"],
  ["改造北门桥、南门桥两座危桥。", "两座", "改造危桥"],
  ["新建文化馆一座。", "一座", "新建文化馆"],
  ["引导50家以上企业开展数字化转型提质增效。", "50家", "企业数字化转型提质增效"],
  ["在完成12个小区验收的同时，新建公园3座。", "12个", "小区验收"],
])("drafts of %j", (text, phrase, indicator) => {
  expect(read(text).drafts).toContainEqual(expect.objectContaining({ phrase, indicator }));
});

it("takes a programme's name for no plan: a review goes on around it", () => {
  const text = "去年，新增高新技术企业9家。获省里立项支持科技计划项目7项，预计营业收入达80亿元。";
  expect(read(text).drafts).toEqual([]);
});

describe("places within a list", () => {
  it.each([
    ["新增学位3000个，其中：甲山县1200个、乙水县800个、丙田区1000个。", "新增学位", [1200, 800, 1000]],
    ["全市造林任务是12万亩，分别是甲山县5万亩、乙水县4万亩、丙田县3万亩。", "造林任务", [5, 4, 3]],
    ["规上工业增加值增长8%，其中甲山县增长9%、乙水县增长7.5%。", "规上工业增加值", [9, 7.5]],
  ])("gives each its part of the whole in %s", (text, indicator, shares) => {
    const { drafts } = read(text);
    expect(drafts.map((draft) => draft.indicator)).toEqual([indicator]);
    expect(drafts[0]?.parts?.map(({ value }) => value)).toEqual(shares);
    expect(drafts[0]?.parts?.map(({ span }) => text.slice(...span))).toEqual(
      drafts[0]?.parts?.map(({ phrase }) => phrase),
    );
  });
  it("keeps what is done in a place a promise of its own", () => {
    expect(read("改造老旧小区30个，在甲山县新建公园2个。").drafts).toHaveLength(2);
    expect(read("建设养老社区12个，示范园区3个。").drafts).toHaveLength(2);
  });
  it("finds a part where the text had to be mended", () => {
    const text = "⽂化惠民演出3 00场，其中：甲山县1 20场、乙水县180场。";
    const [draft] = read(text).drafts;
    expect(draft?.parts?.map(({ span, phrase, value }) => [text.slice(...span) === phrase, value])).toEqual([
      [true, 120],
      [true, 180],
    ]);
  });
});

it("knows what is expected over the stop, as long as rates are listed", () => {
  const text = "主要预期目标是：地区生产总值增长6%；投资增长8%。一般公共预算收入增长5%。新建学校3所。";
  expect(read(text).drafts.map(({ modality }) => modality)).toEqual(["plan", "plan", "plan", "stated"]);
});

it("names what is counted by head, what is done once more, and how livestock is counted", () => {
  const names = (text: string) => read(text).drafts.map(({ indicator }) => indicator);
  expect(names("地区生产总值达到120亿元，人均达到5万元。")).toEqual(["地区生产总值", "人均地区生产总值"]);
  expect(names("生猪存栏40万头、出栏55万头。")).toEqual(["生猪存栏", "生猪出栏"]);
  expect(names("新建农村公路30公里，重点养护60公里。")).toEqual(["新建农村公路", "养护农村公路"]);
  expect(names("实施背街小巷整治工程，完成治理20条。")).toEqual(["背街小巷治理"]);
  expect(names("引进项目30个，到位资金42亿元。")).toEqual(["引进项目", "到位资金"]);
});

describe("the year of a page that tells and then plans", () => {
  it.each([
    ["2025年，我市完成水利项目130处。市水利局负责人表示，今年将实施水利项目84处。", 2026],
    ["2025年我市获评先进。今年计划新建公园3座。", 2026],
    ["2025年，我市将新建公园3座。今年计划改造道路5条。", 2025],
  ])("%s", (text, year) => {
    expect(importReport(text).year).toBe(year);
  });
});
