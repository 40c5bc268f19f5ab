/** What is no promise is listed with its reason; what may be one is drafted with a doubt. The sentences are of invented places. */
import { importReport, startImport } from "../../src/importer/importReport";
import { LEFT_OUT_REASONS } from "../../src/importer/drafts";
import { en } from "../../src/strings/en";
import { zh } from "../../src/strings/zh";
import { LINEAR, timeGrowth } from "../timeGrowth";

const leftOut = (text: string, year = 2026) =>
  importReport(text, { year }).leftOut.map(({ phrase, reason }) => [phrase, reason]);
const drafted = (text: string, year = 2026) => importReport(text, { year }).drafts.map(({ phrase }) => phrase);

it.each<[string, [string, string][]]>([
  [
    "一、工作回顾\n能耗强度比2020年下降9.4%。",
    [
      ["2020年", "date"],
      ["9.4%", "past"],
    ],
  ],
  ["去年新建学校12所。", [["12所", "past"]]],
  ["普及率从70%提高到80%。", [["70%", "baseline"]]],
  ["对30户以上自然村通硬化路。", [["30户", "threshold"]]],
  [
    "黑石岭240万吨煤矿二季度核准开工。",
    [
      ["240万吨", "size"],
      ["二季度", "date"],
    ],
  ],
  ["推进日供水3万吨水厂扩建。", [["3万吨", "size"]]],
  [
    "西环快速路总投资8.3亿元，全长5.6公里。",
    [
      ["8.3亿元", "size"],
      ["5.6公里", "size"],
    ],
  ],
  ["每户给予2000元补贴。", [["2000元", "allowance"]]],
  [
    "围绕8个产业、60条产业链延链补链。",
    [
      ["8个", "scope"],
      ["60条", "scope"],
    ],
  ],
  ["联通周边5个口岸。", [["5个", "scope"]]],
  ["完善三项制度。", [["三项", "slogan"]]],
  [
    "附件：名词解释\n1.9个创新平台：是指省里批准的9个平台。\n2.百兆算力：指每秒计算80亿次。",
    [
      ["1", "number"],
      ["9个", "definition"],
      ["9个", "definition"],
      ["2", "number"],
      ["80亿次", "definition"],
    ],
  ],
  [
    "滨湖路改造工程长2.1公里，概算投资6000万元。",
    [
      ["2.1公里", "size"],
      ["6000万元", "size"],
    ],
  ],
  [
    "推进南环路建设，全长5.2公里，总投资4亿元。",
    [
      ["5.2公里", "size"],
      ["4亿元", "size"],
    ],
  ],
  ["对新认定的省级企业奖励10万元。", [["10万元", "allowance"]]],
  ["小微企业最高可贷200万元。", [["200万元", "allowance"]]],
  ["超过800万元的采购项目公开招标。", [["800万元", "threshold"]]],
  [
    "涉及6个乡镇2.1万人。",
    [
      ["6个", "scope"],
      ["2.1万人", "scope"],
    ],
  ],
  [
    "参加大会的180名人大代表票决产生10件，共8个项目被列入清单。",
    [
      ["180名", "scope"],
      ["10件", "past"],
      ["8个", "past"],
    ],
  ],
  [
    "新建一座保租房，共6层，宽度约15米。",
    [
      ["6层", "size"],
      ["15米", "size"],
    ],
  ],
  ["一、市教育局牵头工作（8项）", [["8项", "scope"]]],
  ["县里办好12件民生实事。", [["12件", "scope"]]],
  ["发挥甲湖、乙山3个试点示范作用。", [["3个", "scope"]]],
  [
    "录取到本科院校的一次性补助1万元。",
    [
      ["一次", "slogan"],
      ["1万元", "allowance"],
    ],
  ],
  [
    "《报告》有关内容名词注释\n1.“双百”工程：打造2家企业、5家基地。\n2.“三进”行动：推动8个部门下沉。",
    [
      ["1", "number"],
      ["2家", "definition"],
      ["5家", "definition"],
      ["2", "number"],
      ["8个", "definition"],
    ],
  ],
  [
    "1.“双百”工程：到2030年，重点打造2家龙头企业。\n2.“三进”行动：每年推动8个部门下沉办公。\n3.“四送”服务：为企业送去30项便利举措和政策。",
    [
      ["1", "number"],
      ["2030年", "definition"],
      ["2家", "definition"],
      ["2", "number"],
      ["8个", "definition"],
      ["3", "number"],
      ["30项", "definition"],
    ],
  ],
  ["推动北滩、柳湾、石门3个园区高质量发展。", [["3个", "scope"]]],
  [
    "规划细化民生福祉、绿色低碳两类21个主要指标。",
    [
      ["两类", "name"],
      ["21个", "scope"],
    ],
  ],
  ["全镇9个村实现污水收集全覆盖。", [["9个", "scope"]]],
  ["控制50人以上大班额。", [["50人", "threshold"]]],
  ["开通5路公交。", [["5路", "name"]]],
  ["进入全省前10名。", [["10", "rank"]]],
  ["为60岁以上老人体检。", [["60岁", "age"]]],
  [
    "打造4A级景区和5G示范区，治理PM2.5。",
    [
      ["4A", "name"],
      ["5G", "name"],
      ["2.5", "name"],
    ],
  ],
])("lists what %j leaves out", (text, expected) => {
  expect(leftOut(text)).toEqual(expected);
});

it.each([
  ["发布日期：2025-03-07 14:05，新建学校8所。", ["2025-03-07", "14:05"]],
  ["2025.03.07印发，新建学校8所。", ["2025.03.07"]],
])("lists a day and an hour of %s whole", (text, days) => {
  expect(leftOut(text).filter(([, reason]) => reason === "date")).toEqual(days.map((day) => [day, "date"]));
});

it("keeps sizes that are promised", () => {
  expect(drafted("新增污水日处理能力5万吨。")).toEqual(["5万吨"]);
  expect(drafted("引进重点项目80个，总投资300亿元。")).toEqual(["80个", "300亿元"]);
  expect(drafted("新建农村公路全长40公里。")).toEqual(["40公里"]);
  expect(drafted("新建供水工程20处，惠及群众12万人。")).toEqual(["20处", "12万人"]);
});

it("holds the draft that a figure becomes when it is taken in, and none for dates and names", () => {
  const { leftOut: listed } = importReport("2025年新建公办学校12所。", { year: 2026 });
  expect(listed).toMatchObject([
    { phrase: "2025年", draft: null },
    { phrase: "12所", draft: { indicator: "新建公办学校", value: 12, unit: "所", kind: "flow" } },
  ]);
});

it("keeps the draft of a figure left out when it is written down, also where the text had to be mended", () => {
  const { leftOut: listed } = importReport("2025年新建公办学校1 2所，⽂化站3个。", { year: 2026 });
  const kept = JSON.parse(JSON.stringify(listed)) as typeof listed;
  expect(kept.map(({ phrase, draft }) => [phrase, draft?.phrase ?? null, draft?.value ?? null])).toEqual([
    ["2025年", null, null],
    ["1 2所", "1 2所", 12],
    ["3个", "3个", 3],
  ]);
});

it("finds nothing to count in several bureaus, and the verb and the whole name of what is counted without a number", () => {
  const names = (text: string) => importReport(text, { year: 2026 }).drafts.map(({ indicator }) => indicator);
  expect(names("由一个部门牵头、多个部门协同。")).toEqual([]);
  expect(names("在景区管理、票务营销等领域引育一批领军企业。")).toEqual(["引育领军企业"]);
  expect(names("加快落地一批“高、精、尖”项目。")).toEqual(["落地“高、精、尖”项目"]);
});

it("has a word and a sentence for every reason, in both languages", () => {
  for (const words of [zh, en])
    for (const reason of LEFT_OUT_REASONS) {
      expect(words.leftOut[reason].word).not.toBe("");
      expect(words.leftOut[reason].why).not.toBe("");
    }
});

it("takes what people expect for no announcement, and what has bounds for no fact", () => {
  const past = "过去一年，多措并举稳就业、稳预期，地区生产总值增长5.1%。";
  expect(leftOut(past)).toEqual([["5.1%", "past"]]);
  expect(drafted("累计培训学员900人以上，开展义诊不少于4期。")).toEqual(["900人", "4期"]);
});

describe("where the tense is open", () => {
  it.each([
    ["三是开放水平明显提升。外贸进出口年均增长8%。服务贸易占比达到20%，人均预期寿命达到80岁。", ["8%", "20%", "80岁"]],
    ["农村低保标准占城市低保标准比例从70%提高到78%以上。孤儿养育标准从每人每月1342元提高到1385元。", ["78%", "1385元"]],
    [
      "一是环境质量稳步提升。优良天数比率达到91.3%，断面优良比例达到86.7%，完成造林12.4万亩。",
      ["91.3%", "86.7%", "12.4万亩"],
    ],
  ])("drafts %s", (text, expected) => {
    expect(drafted(text)).toEqual(expected);
  });

  it("marks what improves and may be told of either way as doubtful", () => {
    const { drafts, issues } = importReport("三是开放水平明显提升。外贸进出口年均增长8%。", { year: 2026 });
    expect(drafts).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toContain("tenseUnclear");
  });

  it("lets a person say what the text is", () => {
    const text = "三是开放水平明显提升。外贸进出口增长8%。去年新建学校3所。今年将新建公园5个。";
    const read = (tense: "plan" | "review" | "both") =>
      importReport(text, { year: 2026, tense }).drafts.map(({ phrase }) => phrase);
    expect(read("plan")).toEqual(["8%", "5个"]);
    expect(read("review")).toEqual(["5个"]);
    expect(read("both")).toEqual(["8%", "5个"]);
    expect(importReport(text, { year: 2026, tense: "plan" }).issues.map(({ code }) => code)).not.toContain(
      "tenseUnclear",
    );
  });
});

describe("hostile texts", () => {
  const LENGTH = 160_000;
  it.each([
    ["unclosed leads", "（市教育局牵头"],
    ["unit labels in one line", "责任单位：市教育局、"],
    ["unit brackets", "（责任单位：市教育局）"],
    ["closed leads", "（市教育局牵头）"],
    ["figures before authorities", "1个（市教育局）"],
    ["acting authorities", "市教育局要建1所。"],
    ["speakers", "市教育局局长王明说"],
    ["numbered unit lines", "1.\n（1）责任单位：市教育局\n"],
    ["glossaries", "名词解释\n1.甲：指1个\n"],
    ["starts of changes", "从1%"],
    ["distributed lists", "分别1%、"],
    ["scopes", "围绕1个、"],
    ["projects", "总投资1亿元，"],
  ])("takes no longer than their length for %s", (_, unit) => {
    const read = (length: number) => importReport(unit.repeat(Math.floor(length / unit.length)), { year: 2025 });
    expect(timeGrowth(LENGTH, read)).toBeLessThan(LINEAR);
  });

  it.each([
    ["levels", "粮食产量达到5万吨，结构持续更优，"],
    ["levels without a figure", "综合实力达到更高水平，产业结构持续更优，"],
    ["levels in one clause", "规模达到产量达到"],
  ])("reads a sentence of many %s in the time of its length", (_, clause) => {
    const read = (count: number) =>
      importReport(`到2030年，总值达到9亿元。${clause.repeat(count)}新建学校5所。`, { year: 2026 });
    expect(timeGrowth(1600, read)).toBeLessThan(LINEAR);
  });

  it("is read in steps that are short beside the whole", () => {
    const job = startImport("今年新建学校8所，（市教育局牵头）。\n".repeat(15_000), { year: 2025 });
    let steps = 0;
    while (job.step() < 1) steps++;
    expect(steps).toBeGreaterThan(10);
  });
});
