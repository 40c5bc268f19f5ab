/** Report text to drafts: passages with marked commitments, single phrases, the seed page, and properties of any text. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import jingzhou from "../../assets/catalogs/jingzhou-2024.json";
import type { Draft } from "../../src/importer/drafts";
import { importReport, startImport } from "../../src/importer/importReport";
import { labelledPassages, ownPassages } from "./passages";
import { emptyScore, measures, plainQuantity, scoreInto, type Passage } from "./scoring";

const only = (text: string, year = 2025): Draft => {
  const { drafts } = importReport(text, { year });
  expect(drafts.map(({ phrase }) => phrase)).toHaveLength(1);
  return drafts[0]!;
};
const phrases = (text: string, year = 2025) => importReport(text, { year }).drafts.map(({ phrase }) => phrase);

describe("passages with marked commitments", () => {
  const score = (passages: readonly Passage[]) => {
    const total = emptyScore();
    for (const passage of passages)
      scoreInto(total, passage, importReport(passage.text, { year: passage.year }).drafts);
    const share = (attribute: "comparator" | "kind" | "unit" | "period" | "department") =>
      total.asked[attribute] === 0 ? 1 : total.right[attribute] / total.asked[attribute];
    return { ...measures(total), share };
  };

  it.each(ownPassages().map((passage) => [passage.id, passage] as const))(
    "finds what is promised in %s",
    (_, passage) => {
      const total = emptyScore();
      scoreInto(total, passage, importReport(passage.text, { year: passage.year }).drafts);
      expect(
        total.remarks.filter((remark) => /^(?:missed|not promised|comparator|unit|period|department)/.test(remark)),
      ).toEqual([]);
    },
  );

  it("keeps kinds apart in the project's own passages", () => {
    expect(score(ownPassages()).share("kind")).toBeGreaterThanOrEqual(0.97);
  });

  const real = labelledPassages();
  (real ? it : it.skip)("reads the real passages beside the project as well as a careful reader", () => {
    const { f1, share } = score(real ?? []);
    expect(f1).toBeGreaterThanOrEqual(0.97);
    expect(share("comparator")).toBeGreaterThanOrEqual(0.97);
    expect(share("kind")).toBeGreaterThanOrEqual(0.93);
    expect(share("unit")).toBeGreaterThanOrEqual(0.99);
    expect(share("department")).toBeGreaterThanOrEqual(0.95);
  });
});

describe("figures", () => {
  it.each([
    ["新建省重点实验室25—30家。", "25—30家", { value: 25, valueMax: 30, unit: "家", comparator: "range" }],
    ["新增公园三至五个。", "三至五个", { value: 3, valueMax: 5, unit: "个", comparator: "range" }],
    ["新增贷款5000—6000万元。", "5000—6000万元", { value: 5000, valueMax: 6000, unit: "万元" }],
    ["县域就诊率达到八成以上。", "八成", { value: 80, unit: "%", comparator: "atLeast", kind: "ratio" }],
    ["森林覆盖率达到百分之四十二。", "百分之四十二", { value: 42, unit: "%", kind: "ratio" }],
    ["软件业收入翻一番。", "翻一番", { value: 100, unit: "%", kind: "growth" }],
    ["制造业占比提高2.5个百分点。", "2.5个百分点", { value: 2.5, unit: "个百分点", kind: "growth" }],
    ["人口自然增长率控制在5‰以内。", "5‰", { value: 5, unit: "‰", comparator: "atMost" }],
    ["低保标准提高到740元/月。", "740元/月", { value: 740, unit: "元/月", kind: "stock" }],
    ["帮扶3000余名残疾人就业。", "3000余名", { value: 3000, unit: "名", comparator: "moreThan" }],
    ["新增学位1.2 万个。", "1.2 万个", { value: 1.2, unit: "万个" }],
    ["改造老旧小区１２０个。", "１２０个", { value: 120, unit: "个" }],
    ["完成投资10,693.9亿元。", "10,693.9亿元", { value: 10693.9, unit: "亿元", kind: "flow" }],
    ["地区生产总值迈上2000亿元台阶。", "2000亿元", { kind: "stock", comparator: "atLeast", indicator: "地区生产总值" }],
    ["最低标准由每月113元提高到123元。", "123元", { kind: "stock", baseline: { value: 113 } }],
    ["新建两座水库。", "两座", { value: 2, unit: "座" }],
    ["优化公交线路十五条。", "十五条", { value: 15, unit: "条" }],
    [
      "PM2.5浓度降至30微克/立方米以下。",
      "30微克/立方米",
      { unit: "微克/立方米", comparator: "atMost", direction: "down" },
    ],
  ])("reads %s", (text, phrase, expected) => {
    expect(only(text)).toMatchObject({ phrase, ...expected });
  });

  it.each([
    ["增长6%左右", "about"],
    ["增长不低于6%", "atLeast"],
    ["增长6%以上", "atLeast"],
    ["增幅控制在6%以内", "atMost"],
    ["增幅控制在6%左右", "about"],
    ["增长超过6%", "moreThan"],
    ["增幅低于6%", "lessThan"],
    ["增长约6%", "about"],
    ["增长6%", "plain"],
    ["突破6%", "atLeast"],
  ])("compares %s", (words, comparator) => {
    expect(only(`今年财政收入${words}。`)).toMatchObject({ value: 6, comparator });
  });
});

describe("lists", () => {
  it("shares a leading 分别 and a trailing 以上 over all members", () => {
    const { drafts } = importReport("入园率、巩固率分别达到93%和98%以上。", { year: 2025 });
    expect(drafts.map(({ indicator, value, comparator }) => [indicator, value, comparator])).toEqual([
      ["入园率", 93, "atLeast"],
      ["巩固率", 98, "atLeast"],
    ]);
  });
  it("gives 城乡 two names", () => {
    const { drafts } = importReport("城乡居民收入分别增长6%和7%。", { year: 2025 });
    expect(drafts.map(({ indicator }) => indicator)).toEqual(["城镇居民收入", "农村居民收入"]);
  });
  it("lets later members borrow the verb", () => {
    const { drafts } = importReport("今年建设100个公园、10座球场和3处驿站。", { year: 2025 });
    expect(drafts.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["建设公园", 100],
      ["建设球场", 10],
      ["建设驿站", 3],
    ]);
  });
  it("keeps the baseline with what is reached", () => {
    expect(only("普及率从77%提高到80%以上。")).toMatchObject({
      value: 80,
      comparator: "atLeast",
      kind: "ratio",
      baseline: { value: 77, unit: "%", phrase: "77%" },
    });
  });
  it("takes a fact said before as the baseline of a level", () => {
    const text = "目前，全市有258个事项实现“一件事”。今年，“一件事”事项达300个。";
    expect(only(text)).toMatchObject({ value: 300, kind: "stock", baseline: { value: 258 } });
  });
});

describe("what is no promise", () => {
  it.each([
    "去年新建学校10所，培训教师2000名。",
    "目前全市已建成社区食堂128个。",
    "对50户以上自然村实施补助。",
    "对年产值2000万元以上的企业给予支持。",
    "推进70万千瓦热电项目前期工作。",
    "总投资120亿元的产业园项目开工，年产10万吨新材料项目投产。",
    "扎实开展六大行动，完善三项制度。",
    "打造4A级景区和5G示范区，治理PM2.5。",
    "为65岁以上老年人提供服务。",
    "12345热线和“1+9”品牌更加响亮。",
    "深化“百县千镇万村”工程，办好“一件事”。",
    "位列全省第3位，进入全国前20名。",
    "2025年12月31日前完成15分钟便民圈规划。",
  ])("finds nothing in %s", (text) => {
    expect(phrases(text)).toEqual([]);
  });
  it("keeps promises between such figures", () => {
    expect(phrases("去年建成12所学校，今年再建15所学校；引进亿元以上项目900个。")).toEqual(["15所", "900个"]);
  });
  it("marks a promise without a number and never invents one", () => {
    const { drafts, issues } = importReport("今年新建一批公园。", { year: 2025 });
    expect(drafts).toMatchObject([{ vague: true, value: null, phrase: "一批", indicator: "新建公园" }]);
    expect(issues.map(({ code }) => code)).toContain("figureMissing");
  });
});

describe("where the past is told", () => {
  it.each([
    ["一、2024年工作回顾\n争取政策资金170亿元，新开工项目213个。", []],
    ["过去一年工作\n争取资金3亿元。预计全年财政收入增长5%。", []],
    ["（2024年）主要工作完成情况\n着力建设学校8所。", []],
    ["2024年工作总结\n将12个村纳入示范，将管网延伸62公里。", []],
    ["2024年工作总结\n计划总投资46亿元，占年计划103%，按计划大修道路29条。", []],
    ["2024年工作总结\n为确保供暖，储煤3.6万吨。", []],
    ["2024年工作总结\n力争产值突破600亿元的目标顺利实现。", []],
    ["2024年工作总结\n确保12个大项目如期投产。", []],
    ["2025年重点工作\n推进去年启动的14个城中村改造，新开工6个。", ["6个"]],
    ["2025年重点工作\n在去年复绿3400亩的基础上，再复绿4000亩。", ["4000亩"]],
    ["2024年工作总结\n新建学校8所。下一步，争取再建5所。", ["5所"]],
    ["2024年工作总结\n新建学校8所，今年力争新建9所。", ["9所"]],
    ["一、2024年工作回顾\n新建学校8所。\n二、2025年工作安排\n争取资金3亿元，将15个村纳入示范。", ["3亿元", "15个"]],
    ["市港航管理局\n全年完成吞吐量8800万吨，同比增长7.1%。", []],
    ["市统计局\n粮食产量52万吨，比上年增加1.4万吨。", []],
    ["市港航管理局\n确保完成吞吐量8800万吨，同比增长7.1%。", ["8800万吨", "7.1%"]],
    ["市港航管理局\n完成吞吐量8800万吨，同比增长7%以上。", ["8800万吨", "7%"]],
    ["市港航管理局\n完成吞吐量8800万吨，增长8%左右。", ["8800万吨", "8%"]],
    ["2025年重点工作\n完成吞吐量8800万吨，同比增长7.1%。", ["8800万吨", "7.1%"]],
    ["2025年重点工作\n延续去年做法，新建学校8所。", ["8所"]],
    ["2025年重点工作\n去年建成学校5所，新增学位900个。\n新建公园8个。", ["8个"]],
  ])("finds in %j only what is to come", (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });
  it("lets 新增就业 name itself and borrow nothing from the clause before", () => {
    const { drafts } = importReport("今年加固农房800户，全年新增就业9000人。", { year: 2025 });
    expect(drafts.map(({ indicator }) => indicator)).toEqual(["加固农房", "新增就业"]);
  });
});

describe("who, when and how firmly", () => {
  it("takes the lead unit before or after the figures", () => {
    const after = "1. 新建公园8个。\n责任单位：市城管局，各区政府\n2. 新建学校3所。\n责任单位：市教育局";
    const before = "（一）公园\n牵头单位：市城管局\n新建公园8个。\n（二）学校\n牵头单位：市教育局\n新建学校3所。";
    for (const text of [after, before])
      expect(importReport(text, { year: 2025 }).drafts.map(({ department }) => department)).toEqual([
        "市城管局",
        "市教育局",
      ]);
  });
  it("takes the bureau that speaks, not the office of a committee", () => {
    const text = "市委农办主任、市农业农村局局长王明表示，今年新建水渠30公里。";
    expect(only(text)).toMatchObject({ department: "市农业农村局", speaker: "王明" });
  });
  it.each([
    ["到2027年，新建公园8个。", "2027"],
    ["2025—2027年，新建公园8个。", "2025-2027"],
    ["“十五五”期间，新建公园8个。", "2026-2030"],
    ["5年内新建公园8个。", "2025-2029"],
    ["明年新建公园8个。", "2026"],
    ["新建公园8个。", "2025"],
  ])("dates %s", (text, period) => {
    expect(only(text).period).toBe(period);
  });
  it("leaves each of a list the comparison behind it, and gives that of the last to those with none", () => {
    const comparators = (text: string) => importReport(text, { year: 2025 }).drafts.map(({ comparator }) => comparator);
    const industries = "今年农业、工业、服务业增加值分别增长";
    expect(comparators(`${industries}3%左右、6%以上、7%左右。`)).toEqual(["about", "atLeast", "about"]);
    expect(comparators(`${industries}3%、6%、7%以上。`)).toEqual(["atLeast", "atLeast", "atLeast"]);
    expect(comparators("今年入学率、巩固率分别达到95%、90%左右。")).toEqual(["about", "about"]);
  });
  it("dates what stands under a plan's heading by the plan, up to the next heading of its kind", () => {
    const text =
      "一、“十五五”时期主要目标\n（一）做强经济。总产值年均增长4%左右。城镇化率达到68%。\n到2027年新建公园6座。\n二、2026年重点工作\n总产值增长5%。";
    const periods = (given: string) => importReport(given, { year: 2026 }).drafts.map(({ period }) => period);
    expect(periods(text)).toEqual(["2026-2030", "2026-2030", "2027", "2026"]);
    expect(periods(text.replace("“十五五”时期", "“十四五”规划和2026年"))).toEqual(["2026", "2026", "2027", "2026"]);
  });
  it("lets 力争 reach through its sentence and 完成 through its clause", () => {
    const { drafts } = importReport("力争建成公园8个，学校3所。完成投资5亿元，改造道路6条。", { year: 2025 });
    expect(drafts.map(({ modalityWord }) => modalityWord)).toEqual(["力争", "力争", "完成", null]);
  });
  it("tells figures that differ", () => {
    const { issues } = importReport("今年新建公园8个。全年新建公园9个。", { year: 2025 });
    expect(issues.filter(({ code }) => code === "figuresDiffer")).toMatchObject([
      { indicator: "新建公园", drafts: [0, 1] },
    ]);
  });
});

const SEED = path.resolve(__dirname, "../../../shared/seed/jingzhou-2024.txt");
(existsSync(SEED) ? it : it.skip)(
  "finds every figure of the embedded catalog in its newspaper page, with its department, and no fact",
  () => {
    const text = readFileSync(SEED, "utf8");
    const { drafts, issues } = importReport(text, { year: 2024 });
    const names = new Map(jingzhou.departments.map(({ id, name }) => [id, name]));
    const found = new Set(drafts.map(({ department, value, unit }) => `${department} ${value} ${unit}`));
    const promised = jingzhou.commitments.flatMap(({ department, target }) =>
      target && "value" in target ? [`${names.get(department)} ${target.value} ${target.unit}`] : [],
    );
    expect(promised.filter((each) => !found.has(each))).toEqual([]);
    const facts = jingzhou.facts.map(({ value }) => value);
    expect(
      drafts.filter(
        ({ value }) =>
          value !== null && (facts.includes(value) || !promised.some((each) => each.includes(` ${value} `))),
      ),
    ).toEqual([]);
    const doubtful = issues.filter(({ code }) => code === "tenseUnclear").flatMap((issue) => issue.drafts);
    expect(doubtful.map((index) => drafts[index]?.phrase)).toEqual(expect.arrayContaining(["18条", "32亿元"]));
    const levels = drafts.filter(({ phrase, kind }) => phrase === "300个" && kind === "stock");
    expect(levels.map(({ baseline }) => baseline?.value)).toContain(258);
  },
);

describe("kinds and years of single figures", () => {
  it.each<[string, readonly (readonly [string, string, string])[]]>([
    ["*为12个居民小区新增充电车棚", [["12个", "flow", "2026"]]],
    ["参与制定国家标准4-6个。", [["4-6个", "flow", "2026"]]],
    ["主导或参与修订行业标准3项。", [["3项", "flow", "2026"]]],
    [
      "启动12万户的改厕三年行动，其中2026年5万户，2027年4万户，2028年3万户。",
      [
        ["12万户", "flow", "2026-2028"],
        ["5万户", "flow", "2026"],
        ["4万户", "flow", "2027"],
        ["3万户", "flow", "2028"],
      ],
    ],
    // Three promises, though two add up to the first.
    [
      "2026年造林9万亩，2027年造林4万亩，2028年造林5万亩。",
      [
        ["9万亩", "flow", "2026"],
        ["4万亩", "flow", "2027"],
        ["5万亩", "flow", "2028"],
      ],
    ],
  ])("%s", (text, expected) => {
    const { drafts } = importReport(text, { year: 2026 });
    expect(drafts.map(({ phrase, kind, period }) => [phrase, kind, period])).toEqual(expected);
  });
});

it.each([
  ["今年1000万元以上固定资产投资增长8%。", "8%", "growth"],
  ["门诊报销比例提高5%、达到70%以上。", "70%", "ratio"],
  ["力争城乡收入倍差缩小到1.7倍。", "1.7倍", "ratio"],
  ["最低工资标准提高到低保标准的3倍以上。", "3倍", "ratio"],
  ["力争出口额增长2倍。", "2倍", "growth"],
  ["力争全县生产总值年均增长8%，到2027年超过300亿元。", "300亿元", "stock"],
])("takes %s for what it is", (text, phrase, kind) => {
  const drafts = importReport(text, { year: 2025 }).drafts.filter((draft) => draft.phrase === phrase);
  expect(drafts).toMatchObject([{ kind }]);
});

it("has no number of a sentence in a name", () => {
  const [draft] = importReport("四是为3万名护理人员发放补贴。", { year: 2025 }).drafts;
  expect(draft?.indicator).not.toContain("四");
});

it("counts in points what a list counts in them only at its end", () => {
  const { drafts } = importReport("水渠完好率、灌溉保证率分别提高2个、3.5个百分点。", { year: 2025 });
  expect(drafts).toMatchObject([
    { value: 2, unit: "个百分点", kind: "growth", phrase: "2个" },
    { value: 3.5, unit: "个百分点", kind: "growth" },
  ]);
});

describe("any text", () => {
  const bits = fc.constantFrom(
    ..."今年 去年 新建 公园 达到 1.2万 3000 个 % 以上 、 ， 。 \n （ “ ” ） 分别 和 从 提高到 责任单位： 市教育局 局长 八成 翻一番 翻2番 一批 2025年 PM2.5 5G 第3 1:100 1+9 《 》 1.2.3 百分之八 50户以上自然村 累计 目前 :  . - — 1,234 / 每人 万 亿".split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(bits, { maxLength: 60 }).map((parts) => parts.join("")),
  );

  it("has spans that lie in it and read back the phrase", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = -1;
        for (const { span, phrase, value, unit, vague, baseline } of importReport(text, { year: 2025 }).drafts) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(text.slice(...span)).toBe(phrase);
          expect(phrase).not.toBe("");
          expect(value === null).toBe(vague);
          expect(value === null || Number.isFinite(plainQuantity(value, unit).value)).toBe(true);
          if (baseline) expect(text.slice(...baseline.span)).toBe(baseline.phrase);
          last = span[0];
        }
      }),
      { numRuns: 400 },
    );
  });

  // One figure may be that of several names: 产值、收入分别翻2番.
  it("leaves no figure out in silence: drafts and what was left out hold every digit, each once", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { drafts, leftOut } = importReport(text, { year: 2025 });
        const places = new Map([...drafts, ...leftOut].map(({ span }) => [span.join(), span]));
        const spans = [...places.values()].sort((one, other) => one[0] - other[0]);
        for (const [index, span] of spans.entries()) expect(span[0]).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
        for (const digits of text.matchAll(/[\d０-９]+/gu)) {
          const holding = spans.filter(
            ([start, end]) => start <= digits.index && digits.index + digits[0].length <= end,
          );
          expect([digits[0], holding.length]).toEqual([digits[0], 1]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same drafts each time, at once or in pieces", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const job = startImport(text, { year: 2025 });
        while (job.step() < 1);
        expect(job.report()).toEqual(importReport(text, { year: 2025 }));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["digits", "1".repeat(1_000_000)],
    ["numerals", "一".repeat(1_000_000)],
    ["opening brackets", "（1个".repeat(100_000)],
    ["opening quotation marks", "“1个".repeat(100_000)],
    ["figures without a stop", "1万个".repeat(100_000)],
    ["unit lines", "责任单位：市教育局\n".repeat(30_000)],
    ["empty lines", "\n".repeat(500_000)],
    ["titles", "局长".repeat(200_000)],
    ["words of time", "今年去年".repeat(100_000)],
  ])("comes to an end with nothing but %s", (_, text) => {
    expect(importReport(text, { year: 2025 }).drafts.length).toBeLessThanOrEqual(text.length);
  });
});
