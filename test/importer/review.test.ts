/** Confirming drafts and the catalog that comes of it: it must hold what was accepted and pass the catalog's own checks. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { caseOf } from "../../src/core/case";
import { judge, RULES } from "../../src/core/status";
import { fromXml, toXml } from "../../src/excel/workbookStore";
import { importReport } from "../../src/importer/importReport";
import { catalogOf, type Unserved } from "../../src/importer/promise";
import { beginDecisions, decide, takeBack } from "../../src/importer/reviewHistory";
import * as review from "../../src/importer/review";

const TEXT =
  "云江市政府工作报告。今年，市教育局局长王明表示，计划新建学校8所、新增学位2340个，普及率从77%提高到80%以上，学位供给增长6%。新建学校9所。新建一批公园。财政支出5亿元，增长6%。";
const begin = () => review.startReview(TEXT, importReport(TEXT, { year: 2026 }), "报告.txt");
const FACTS = {
  region: "云江市",
  year: 2026,
  title: "云江市2026年工作承诺",
  version: "2026-02-01",
  sourceTitle: "报告.txt",
};
const acceptAll = (given: review.Review) => given.items.reduce((all, _, index) => review.accept(all, index), given);

it.each([
  ["云江市2026年政府工作报告", "云江市"],
  ["值此荆州两会召开之际，荆州市将新建学校8所。", "荆州市"],
  ["值此澄州两会召开之际，全州将新建学校8所。", "澄州"],
  ["今年新建学校8所。", ""],
])("takes the place of %s", (text, place) => {
  expect(review.regionOf(text)).toBe(place);
});

it("puts what contradicts itself and what nobody answers for before other doubts, one promise side by side", () => {
  const text =
    "为民办实事。新建一批公园。城镇新增就业4万人。市教育局局长王明表示，今年新建学校8所，新建泵站2座，改造危桥5座。" +
    "新建一批书房。新建学校9所，改造危桥5座。";
  const report = importReport(text, { year: 2026 });
  const items = review.groupsOf(review.startReview(text, report, "x"))[0]!.items;
  expect(items.map((index) => report.drafts[index]!.phrase)).toEqual([
    "8所",
    "9所",
    "一批",
    "4万人",
    "5座",
    "5座",
    "一批",
  ]);
  expect(report.issues.map(({ code }) => code)).toEqual([
    "figuresDiffer",
    "departmentMissing",
    "departmentMissing",
    "promisedTwice",
    "figureMissing",
    "figureMissing",
  ]);
});

it("puts contradictions and promises without a figure first", () => {
  const [first, ...others] = review.groupsOf(begin());
  expect(first).toMatchObject({ isDoubtful: true });
  expect(first?.items.map((index) => begin().items[index]?.draft.phrase)).toEqual(["8所", "9所", "一批"]);
  expect(others.map(({ department }) => department)).toEqual(["市教育局"]);
});

it("shows the figure in its sentence", () => {
  for (const { context, mark, draft } of begin().items) expect(context.slice(...mark)).toBe(draft.phrase);
  expect(begin().region).toBe("云江市");
});

it("accepts nothing without a figure or a department, and nothing by itself", () => {
  const started = begin();
  const vague = started.items.findIndex(({ draft }) => draft.vague);
  expect(review.accept(started, vague)).toBe(started);
  expect(review.missingIn(started.items[vague]!)).toBe("figure");
  expect(catalogOf(started, FACTS).commitments).toEqual([]);
  const nobody = review.startReview("今年新建公园9个。", importReport("今年新建公园9个。", { year: 2026 }), "x");
  expect(review.accept(nobody, 0).items[0]?.state).toBe("open");
  expect(review.accept(review.fillDepartment(nobody, "市城管局"), 0).items[0]?.state).toBe("accepted");
});

it("makes a catalog that holds what was accepted and is found by name", () => {
  const catalog = validateCatalog(catalogOf(acceptAll(begin()), FACTS));
  const index = new CatalogIndex(catalog);
  expect(caseOf(index, index.find("教育局", "新增学位")).figure).toMatchObject({ value: 2340, unit: "个" });
  expect(index.find("市教育局", "普及率")).toMatchObject({
    kind: "ratio",
    baseline: { value: 77 },
    source: { speaker: "王明" },
  });
  // The same name twice is told apart, a rate is named as one.
  expect(catalog.commitments.map(({ indicator }) => indicator)).toEqual([
    "新建学校",
    "新增学位",
    "普及率",
    "学位供给增速",
    "新建学校（2）",
    "财政支出",
    "财政支出增速",
  ]);
  expect(catalog.commitments.map(({ id }) => id).slice(0, 2)).toEqual(["RP2026-001", "RP2026-002"]);
});

it("merges two drafts of one promise and keeps both places", () => {
  const started = begin();
  const [first, second] = ["8所", "9所"].map((phrase) =>
    started.items.findIndex(({ draft }) => draft.phrase === phrase),
  );
  const merged = review.merge(started, second!, first!);
  const catalog = catalogOf(review.accept(merged!, first!), FACTS);
  expect(catalog.commitments).toMatchObject([
    { indicator: "新建学校", alsoPromised: [{ phrase: expect.stringContaining("9所") as string }] },
  ]);
  const unlike = started.items.findIndex(({ draft }) => draft.unit === "%");
  expect(review.merge(started, unlike, first!)).toBeNull();
});

it("corrects, drops and takes back", () => {
  const corrected = review.correct(begin(), 0, { value: 10, indicator: "新建小学" });
  const accepted = review.accept(review.drop(corrected, 1), 0);
  expect(catalogOf(accepted, FACTS).commitments).toMatchObject([{ indicator: "新建小学", target: { value: 10 } }]);
  expect(review.countStates(accepted)).toMatchObject({ accepted: 1, dropped: 1 });
  expect(review.countStates(review.reopen(accepted, 0))).toMatchObject({ accepted: 0, dropped: 1 });
});

it("adds to a catalog the workbook already carries, with ids and names of its own", () => {
  const before = catalogOf(acceptAll(begin()), FACTS);
  const after = validateCatalog(catalogOf(acceptAll(begin()), FACTS, before));
  expect(after.commitments).toHaveLength(2 * before.commitments.length);
  expect(after.departments).toEqual(before.departments);
  expect(after.documents.map(({ id }) => id)).toEqual(["report-1", "report-2"]);
});

it("scales a bare 万, for a unit is needed in cells", () => {
  const text = "今年，为200万中小学生开展测评。";
  const started = review.fillDepartment(review.startReview(text, importReport(text, { year: 2026 }), "x"), "市教育局");
  expect(catalogOf(acceptAll(started), FACTS).commitments).toMatchObject([
    { target: { value: 2_000_000, unit: "人" } },
  ]);
});

it("comes back from an XML part as it went in", () => {
  const value = { text: `<&>"'“一事联办”\n😀`, list: [1, null, "]]>"] };
  expect(fromXml(toXml("review", value))).toEqual(value);
  expect(fromXml("<review xmlns='urn:x'>no JSON</review>")).toBeNull();
});

describe("a fall goes into the catalog as actuals are entered: negative", () => {
  const catalogFrom = (text: string) => {
    const report = importReport(`市发展改革委\n${text}`, { year: 2026, department: "市发展改革委" });
    return validateCatalog(catalogOf(acceptAll(review.startReview(text, report, "x")), FACTS));
  };

  it.each([
    ["单位GDP能耗下降3.2%。", { comparator: "plain", value: -3.2, unit: "%" }, "down", -3.5, -2],
    ["单位GDP能耗下降3.2%以上。", { comparator: "atMost", value: -3.2, unit: "%" }, "down", -3.2, -3.1],
    ["单位GDP能耗下降超过3.2%。", { comparator: "lessThan", value: -3.2, unit: "%" }, "down", -3.3, -3.2],
    ["单位GDP能耗下降3%左右。", { comparator: "about", value: -3, unit: "%" }, "down", -2.5, -2.4],
    ["单位GDP能耗下降3%—5%。", { comparator: "range", value: -5, valueMax: -3, unit: "%" }, "down", -3, -2.9],
    ["进出口总额跌幅控制在3%以内。", { comparator: "atLeast", value: -3, unit: "%" }, "up", -2.5, -3.5],
    ["PM2.5占比下降0.5个百分点。", { comparator: "plain", value: -0.5, unit: "个百分点" }, "down", -0.6, -0.4],
  ])("%s", (text, target, direction, met, short) => {
    const [commitment] = catalogFrom(text).commitments;
    expect(commitment).toMatchObject({ kind: "growth", target, direction });
    const index = new CatalogIndex(catalogFrom(text));
    const promise = index.find("市发展改革委", commitment!.indicator);
    const statusAt = (actual: number) => judge(caseOf(index, promise), actual, "2026-12-31", RULES.standard).status;
    expect(statusAt(met)).toBe("met");
    expect(statusAt(short)).not.toBe("met");
  });

  it("is named as a rate, without saying 降 beside a negative figure", () => {
    expect(catalogFrom("单位GDP能耗下降3.2%，进出口总额跌幅控制在3%以内。").commitments).toMatchObject([
      { indicator: "单位GDP能耗增速", kind: "growth" },
      { indicator: "进出口总额增速", kind: "growth" },
    ]);
  });

  it("leaves levels that come down and rates that rise as they are written", () => {
    expect(catalogFrom("PM2.5浓度降至30微克/立方米，财政收入增长5%以上。").commitments).toMatchObject([
      { kind: "stock", direction: "down", target: { value: 30 } },
      { kind: "growth", target: { comparator: "atLeast", value: 5 } },
    ]);
  });

  it.each([
    ["城镇调查失业率5.3%左右。", "down", 5.2, 5.9],
    ["登记失业率控制在4.2%左右。", "down", 4, 4.9],
    ["细颗粒物年均浓度34微克/立方米左右。", "down", 31, 36],
    ["居民消费价格涨幅3%左右。", "down", 2, 3.6],
    ["义务教育巩固率96%左右。", undefined, 97, 94],
  ])("takes less for better where the name says so, though 左右 does not: %s", (text, direction, met, short) => {
    const index = new CatalogIndex(catalogFrom(`今年${text}`));
    const [promise] = index.catalog.commitments;
    expect([promise?.direction, promise?.target]).toEqual([
      direction,
      expect.objectContaining({ comparator: "about" }),
    ]);
    const statusAt = (actual: number) => judge(caseOf(index, promise!), actual, "2026-12-31", RULES.standard).status;
    expect(statusAt(met)).toBe("met");
    expect(statusAt(short)).not.toBe("met");
  });

  it("does not turn a figure twice that a person wrote as a negative one", () => {
    const report = importReport("单位GDP能耗下降3%。", { year: 2026, department: "市发展改革委" });
    const corrected = review.correct(review.startReview("", report, "x"), 0, { value: -3.4 });
    expect(catalogOf(acceptAll(corrected), FACTS).commitments).toMatchObject([{ target: { value: -3.4 } }]);
  });
});

describe("what was left out, and what is taken back", () => {
  const text = "云江市2026年工作任务清单\n市城管局将新建公园9个。去年全市新建公园12个。";
  const started = () => review.startReview(text, importReport(text, { year: 2026 }), "清单.txt");
  const past = (given: review.Review) => given.leftOut.findIndex(({ leftOut }) => leftOut.value === 12);

  it("lists a figure with its sentence and the reason, and makes a draft of it", () => {
    const given = started();
    const at = past(given);
    const item = given.leftOut[at]!;
    expect(item).toMatchObject({ takenAs: null, leftOut: { reason: "past", unit: "个" } });
    expect(item.context.slice(...item.mark)).toBe("12个");
    const taken = review.takeIn(given, at)!;
    expect(taken.items.at(-1)).toMatchObject({ state: "open", draft: { value: 12, unit: "个" } });
    expect(taken.leftOut[at]!.takenAs).toBe(taken.items.length - 1);
    expect(review.takeIn(taken, at)).toBeNull();
  });

  it("names the source by the document's title, else by its file", () => {
    expect(started().documentName).toBe("云江市2026年工作任务清单");
    expect(begin().documentName).toBe("报告.txt");
  });

  it("takes back the last decision, whatever it was about", () => {
    const given = started();
    let decisions = beginDecisions(given);
    decisions = decide(decisions, review.drop(given, 0), 0);
    decisions = decide(decisions, review.takeIn(decisions.review, past(given))!, null);
    const once = takeBack(decisions)!;
    expect(once.decisions.review.items).toHaveLength(given.items.length);
    const twice = takeBack(once.decisions)!;
    expect(twice).toMatchObject({ item: 0, decisions: { review: given } });
    expect(takeBack(twice.decisions)).toBeNull();
  });

  it("keeps what is undecided once the rest is saved", () => {
    const taken = review.takeIn(started(), past(started()))!;
    const rest = review.undecided(review.accept(taken, 0))!;
    expect(rest.items.map(({ draft }) => draft.value)).toEqual([12]);
    expect(rest.leftOut[past(started())]!.takenAs).toBe(0);
    expect(review.undecided(review.drop(rest, 0))).toBeNull();
  });

  it("writes a deadline into the catalog, and what has no field of its own into its note", () => {
    const draft = { ...started().items[0]!.draft, due: "2026-08-31", supporting: ["市财政局", "有关部门"] };
    const given = review.correct(started(), 0, draft);
    const noteOf = ({ supporting }: Unserved) => `配合：${supporting.join("、")}`;
    const catalog = validateCatalog(catalogOf(review.accept(given, 0), { ...FACTS, noteOf }));
    expect(catalog.commitments).toMatchObject([{ from: "2026-01-01", due: "2026-08-31", note: "配合：有关部门" }]);
    expect(catalog.departments.map(({ name }) => name)).toEqual(["市城管局", "市财政局"]);
  });
});
