/** What is promised beside what is told: tables with progress columns, labels over items, mottoes, words for one thing. All places are invented. */
import { importReport } from "../../src/importer/importReport";
import { foldTraditional } from "../../src/importer/traditionalForms";
import { readAs } from "./writtenTables";

const read = (text: string) => importReport(text, { year: 2026 });
const promised = (text: string) => read(text).drafts.map(({ phrase }) => phrase);
const reasonOf = (text: string, phrase: string) =>
  read(text).leftOut.find((each) => each.phrase === phrase)?.reason ?? null;

describe("rows with columns of a goal and of its progress", () => {
  const HEADER = "序号 |\n领域 |\n事项 |\n年度目标 |\n责任单位 |\n目标数 |\n累计完成 |\n完成率 |\n备注 |\n";

  it("cells on lines of their own, some merged with those above", () => {
    const text = `${HEADER}1 |
一、住房(2项) |
旧房改造 |
加固旧房310户 |
县住建局 |
310 |
127 |
41.0% |
|
加装电梯12部 |
12 |
3 |
25% |
|
2 |
植树增绿 |
栽植行道树2600株 |
县林业局 |
2600 |
900 |
34.6% |
雨季补植700株 |
3 |
口袋公园 |
建成口袋公园9处 |
县林业局 |
9 |
4 |
44.4% |
|`;
    expect(promised(text)).toEqual(["310户", "12部", "2600株", "9处"]);
    expect(reasonOf(text, "34.6%")).toBe("past");
    expect(reasonOf(text, "700株")).toBe("past");
  });

  it.each(["|", "\t"])("rows on one line parted by %j, the progress before the goal", (stroke) => {
    const text = [
      ["序号", "领域", "目前完成", "年度目标", "责任单位"],
      ["1", "交通", "铺设沥青8公里", "铺设沥青32公里", "交通局"],
      ["2", "住房", "加固旧房90户", "加固旧房310户", "住建局"],
    ]
      .map((cells) => cells.join(stroke))
      .join("\n");
    expect(promised(text)).toEqual(["32公里", "310户"]);
    expect(reasonOf(text, "90户")).toBe("past");
  });

  it("a row without its merged cells ends where the others do", () => {
    const text = `序号 | 领域 | 年度目标 | 责任单位 | 完成情况
1 | 交通 | 铺设沥青32公里 | 交通局 | 铺设沥青8公里
改造桥梁6座 | 交通局 | 改造桥梁2座
2 | 住房 | 加固旧房310户 | 住建局 | 加固旧房90户`;
    expect(promised(text)).toEqual(["32公里", "6座", "310户"]);
  });

  it("sentences under 年度目标 name what is promised where no other column does", async () => {
    const { drafts } = await readAs(
      `
序号 | 年度目标 | 责任单位 | 完成情况
1 | 铺设沥青32公里 | 市交通局 | 已铺设8公里
2 | 加固旧房310户 | 市住建局 | 已加固90户`,
      "csv",
    );
    expect(drafts.map(({ department, phrase }) => [department, phrase])).toEqual([
      ["市交通局", "32公里"],
      ["市住建局", "310户"],
    ]);
  });
});

it("推进情况：1.…2.… tells of all its items, and what lies behind them is promised", () => {
  const text = `一、增加岗位，组织招聘会60场，安置零就业家庭成员210人。
年度投资目标900万元，1—4月完成投资310万元，占年度投资目标的34.4%。
推进情况：1. 组织招聘会23场。
2. 安置零就业家庭成员77人，其中甲镇30人。

3. 发放补贴41万元。

二、改善出行，新辟公交线路5条。`;
  expect(promised(text)).toEqual(["60场", "210人", "900万元", "5条"]);
});

it("a share of the year's target tells of the figure before it, with 的 or without", () => {
  expect(promised("今年安排投资8亿元。1—3月，完成投资1.9亿元，占年度投资目标23.7%。")).toEqual(["8亿元"]);
  expect(promised("确保年底完成投资8亿元，占全年计划100%。")).toContain("8亿元");
});

it.each<[string, string, string]>([
  ["去年实施27个民生项目，26个项目顺利完工，1个在建。", "26个", "past"],
  ["2025年全市33项林业计划指标全部完成。", "33项", "past"],
  ["现场干部群众、志愿者等700余人，忙碌在河堤上。", "700余人", "past"],
  ["发挥好6个国家级、18个省级、50个市级实训基地示范作用。", "18个", "scope"],
  ["发挥好6个国家级、18个省级、50个市级实训基地示范作用。", "50个", "scope"],
  ["将重点工作细化为\n260项具体任务，并明确了责任单位。", "260项", "scope"],
  ["会议强调，突出抓好16项重点工作落实。", "16项", "scope"],
  ["着力抓好招工对接、技能提升、创业扶持3项工作，提升质效。", "3项", "scope"],
  ["9个果品加工园区加工产值达60亿元以上。", "9个", "scope"],
  ["以“办成8件大事，再办8件大事”为目标。", "8件", "slogan"],
  ["推动3万吨铝箔、2万吨铜箔、9000吨镍粉等重点项目达产。", "2万吨", "size"],
  ["加快推进金山矿业80万吨铜矿、超远矿业25万吨锌矿和东岭矿业60万吨扩建等项目。", "25万吨", "size"],
  ["资金来源：600公里管护由县财政补助。", "600公里", "size"],
  ["600公里农村公路建设资金由省按里程补助。", "600公里", "size"],
  ["据悉，2025年县惠民实事项目有改造管网48公里、桥梁危改7座。", "48公里", "past"],
  ["培育6个五星级酒店。", "五星", "name"],
])("%s: %s is %s", (text, phrase, reason) => {
  expect(reasonOf(text, phrase)).toBe(reason);
});

it.each<[string, readonly string[]]>([
  ["确保年内26个改造项目顺利完成。", ["26个"]],
  ["完成18个星级驿站创建任务。", ["18个"]],
  ["5个优势产业集群产值突破80亿元。", ["5个", "80亿元"]],
  ["更换节水龙头4200只等，并附上了分区名单。", ["4200只"]],
  ["更换路缘石2300延长米。", ["2300延长米"]],
  ["开设120堂防灾公开课。", ["120堂"]],
  ["对外投资企业8家，对外承包项目新签5个。", ["8家", "5个"]],
  ["新开班车线路7条，其中城区拟新开一条。", ["7条", "一条"]],
  ["每个镇至少完成一座敬老院改造。", ["一座"]],
  ["改造红星小学、和平小学、东方红小学、青松小学四所学校厨房。", ["四所"]],
  ["完成30万库区移民脱贫任务，新增达标村目标实现90个、累计达到260个。", ["30万", "90个", "260个"]],
  ["在车站新增急救除颤设备（AED25台；培训救护员60人。", ["25台", "60人"]],
  ["更新SUV巡逻车辆，配备ETC设备。监测PM10微克浓度。", []],
])("%s promises %j", (text, phrases) => {
  expect(promised(text)).toEqual(phrases);
});

it.each([
  "推进自然生态保护红线、永久性基本农田、城镇开发边界三条控制线划定。",
  "打造企业家经营管理、产品研究设计、能工巧匠三支队伍。",
])("a list of notions is no list of houses: %s", (text) => {
  expect(promised(text)).toEqual([]);
});

describe("traditional characters", () => {
  it("figures are read, their phrases stand as written", () => {
    const { drafts } = read("2026年實施田間整治700畝，改造水閘4處，種植果樹2萬株，更新車輛30輛，培訓農戶1200戶。");
    expect(drafts.map(({ phrase }) => phrase)).toEqual(["700畝", "4處", "2萬株", "30輛", "1200戶"]);
    expect(drafts.map(({ unit }) => unit)).toEqual(["亩", "处", "万株", "辆", "户"]);
  });

  it("one character stands for one, and a simplified text stays as it is", () => {
    const text = "昇腾中心於2026年新增岗位";
    expect(foldTraditional(text)).toBe(text);
    expect(foldTraditional("實施個項")).toBe("实施个项");
  });
});
