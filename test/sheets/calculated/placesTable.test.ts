/** The county table, worked out by a real spreadsheet, against the functions; ranks, sums and who has reported. */
import { gapAnswer, rateAnswer, statusAnswer } from "../../../src/core/answers";
import { isRefusal } from "../../../src/core/errors";
import { RULES } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import { splitCommitments } from "../../../src/sheets/placesTable";
import { zh } from "../../../src/strings/zh";
import { generator } from "../../bench/catalogs";
import { yunzhou } from "../../core/yunzhou";
import { FilledPlaces } from "./filledPlaces";
import type { Typed } from "./filledLedger";

const index = yunzhou();
const WHOLES = splitCommitments(index);
const named = (indicator: string) => WHOLES.find((each) => each.indicator === indicator)!;
const rules = RULES.standard;

let table: FilledPlaces | null = null;
const opened = (asOf: string, wholes: readonly Commitment[] = WHOLES) =>
  (table = new FilledPlaces(index, wholes, rules, asOf));
afterEach(() => {
  table?.close();
  table = null;
});

it("has a column for every promise that is split, declared totals included", () => {
  expect(WHOLES.map(({ indicator }) => indicator)).toEqual([
    "中小学新增学位",
    "地区生产总值增速",
    "生产安全事故起数",
    "社区养老设施",
    "粮食产量",
    "生活垃圾分类覆盖率",
    "编制养老服务规划",
    "技术改造投资",
    "幼儿园新增学位",
    "新增学位",
    "黑臭水体存量",
    "财政收支差额",
    "信访化解率",
  ]);
});

/** What places type, from the first on: figures around the target, texts, and nothing. */
const FILLINGS: readonly ((value: number, at: number, kind: string) => Typed)[] = [
  () => null,
  (value, at, kind) =>
    kind === "milestone"
      ? at % 2
        ? "已完成"
        : "未完成"
      : tidy(value * [0.5, 0.46, 1, 0.3, 1.2, 0.55, 0.9, 0.41, 0.75][at]!),
  (value, at, kind) =>
    kind === "milestone"
      ? "办结"
      : at % 3 === 0
        ? value
        : at % 3 === 1
          ? `${tidy(value * 0.97)}${kind === "growth" || kind === "ratio" ? "%" : ""}（快报）`
          : "暂无",
  (value, at, kind) => (kind === "milestone" ? "写完了一半" : at % 2 ? "约5000" : tidy(value + 0.0001)),
];
const tidy = (value: number) => Number(value.toPrecision(10));

describe.each(["2024Q2", "2024-08", "2024", "2023Q4"])("at %s", (asOf) => {
  it.each(FILLINGS.map((fill, at) => [at, fill] as const))(
    "judges as the functions do (filling %i)",
    async (_, fill) => {
      const filled = opened(asOf);
      for (const whole of WHOLES)
        for (const [at, place] of filled.places.entries()) {
          const part = index.partIn(whole, place);
          if (part) filled.type(whole, place, fill(valueOf(part), at, whole.kind));
        }
      const differing: unknown[] = [];
      let judged = 0;
      for (const whole of WHOLES)
        for (const [at, place] of filled.places.entries()) {
          const part = index.partIn(whole, place);
          const row = await filled.row(whole, place);
          if (!part) {
            expect(row).toMatchObject({ target: "–", status: "–", measure: "–", rank: "–", read: "" });
            continue;
          }
          const actual = fill(valueOf(part), at, whole.kind);
          const status =
            answerOf(() => zh.status[statusAnswer(index, rules, part, { actual, asOf })]) ?? zh.status.unverifiable;
          if (row.status !== status)
            differing.push({ indicator: whole.indicator, place, entered: actual, shown: row, status });
          judged += 1;
          const rate = answerOf(() => rateAnswer(index, rules, part, { actual, asOf }));
          const gap = answerOf(() => gapAnswer(index, rules, part, { actual, asOf }));
          const isRate = whole.kind === "flow" || whole.kind === "stock";
          const measure = isRate && (rate !== null || whole.indicator !== "财政收支差额") ? rate : gap;
          if (
            whole.kind !== "milestone" &&
            measure !== null &&
            (typeof row.measure !== "number" || Math.abs(row.measure - measure) > 1e-9)
          )
            differing.push({ indicator: whole.indicator, place, entered: actual, shown: row, rate, gap });
        }
      expect(differing).toEqual([]);
      expect(judged).toBeGreaterThan(100);
      expect(await filled.errors()).toEqual([]);
    },
  );
});

function valueOf(part: Commitment): number {
  return part.target && "value" in part.target ? part.target.value : 1500;
}

function answerOf<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

describe("ranks", () => {
  it("shares a rank among equals and leaves the next out, within the group", async () => {
    const [school, growth, accidents] = [named("中小学新增学位"), named("地区生产总值增速"), named("生产安全事故起数")];
    const filled = opened("2024Q2", [school, growth, accidents]);
    // 完成率: 0.5 – 0.25 | 0.6, 0.5, 0.5, nothing, 0.4, 0.7
    const typed = { qingyan: 750, gulou: 300, shidu: 660, lanxi: 650, baisha: 450, yunhe: 480, nanpu: 770 };
    for (const [place, figure] of Object.entries(typed)) filled.type(school, place, figure);
    // Against their targets: 青岩区 −0.1+… : 7.6−7.5, 7.1−7, 6.4−6.5
    for (const [place, figure] of Object.entries({ qingyan: 7.6, wangjiang: 7.1, gulou: 6.4, shidu: 8, lanxi: 7.2 }))
      filled.type(growth, place, figure);
    for (const [place, figure] of Object.entries({ shidu: 7, lanxi: 4, baisha: 3, fengling: 0 }))
      filled.type(accidents, place, figure);
    const ranks = async (whole: Commitment) =>
      Promise.all(filled.places.map(async (place) => (await filled.row(whole, place)).rank));
    expect(await ranks(school)).toEqual([1, "–", 2, 2, 3, 3, "", 5, 1]);
    expect(await ranks(growth)).toEqual([1, 1, 3, 2, 1, "", "", "", ""]);
    expect(await ranks(accidents)).toEqual(["", "", "", 4, 3, 2, 1, "", ""]);
  });

  it("takes 0.1+0.2 for 0.3", async () => {
    const grain = named("粮食产量");
    const filled = opened("2024", [grain]);
    filled.type(grain, "yunhe", 6.1 * 3);
    filled.type(grain, "nanpu", 15);
    filled.type(grain, "shidu", 24.6);
    for (const place of ["yunhe", "nanpu", "shidu"]) expect(await filled.row(grain, place)).toMatchObject({ rank: 1 });
  });

  it("ranks nothing where figures are no common measure", async () => {
    for (const indicator of ["社区养老设施", "财政收支差额", "编制养老服务规划"]) {
      const whole = named(indicator);
      const filled = opened("2024", [whole]);
      for (const place of filled.places) filled.type(whole, place, whole.kind === "milestone" ? "已完成" : 5);
      for (const place of filled.places) expect(await filled.row(whole, place)).toMatchObject({ rank: "–" });
      filled.close();
      table = null;
    }
  });

  it("puts what came furthest of its way first, also where less is better", async () => {
    const water = named("黑臭水体存量");
    const filled = opened("2024Q2", [water]);
    filled.type(water, "qingyan", 3); // 6 → 2: three quarters of the way
    filled.type(water, "wangjiang", 3); // 7 → 3: all of it
    expect(await filled.row(water, "qingyan")).toMatchObject({ measure: 0.75, rank: 2 });
    expect(await filled.row(water, "wangjiang")).toMatchObject({ measure: 1, rank: 1 });
  });
});

describe("the sum of the places", () => {
  it("says by how much it differs from the city's figure, and rolls up what was reported", async () => {
    const [school, grain, accidents] = [named("中小学新增学位"), named("粮食产量"), named("生产安全事故起数")];
    const filled = opened("2024Q2", [school, grain, accidents]);
    expect(await filled.row(school, "sum")).toMatchObject({
      target: 9300,
      actual: "",
      measure: "0/8已报",
      rank: "加码300个",
    });
    expect(await filled.row(grain, "sum")).toMatchObject({ target: 41.6, measure: "0/9已报", rank: "缺口0.4亿斤" });
    expect(await filled.row(accidents, "sum")).toMatchObject({ target: 90, rank: "等额" });
    expect(await filled.row(school, "city")).toMatchObject({ target: 9000, measure: "", status: zh.status.unreported });
    const some = filled.places.filter((place) => place !== "wangjiang" && place !== "nanpu");
    for (const place of some) filled.type(school, place, 600);
    expect(await filled.row(school, "sum")).toMatchObject({ actual: 4200, measure: "7/8已报" });
    expect(await filled.row(school, "city")).toMatchObject({ measure: 4200 / 9000, status: "暂计" });
    filled.type(school, "nanpu", 600);
    expect(await filled.row(school, "sum")).toMatchObject({ actual: 4800, measure: "8/8已报" });
    expect(await filled.row(school, "city")).toMatchObject({ measure: 4800 / 9000, status: zh.status.onPace });
  });

  it("never adds rates up; the city's own is typed", async () => {
    const growth = named("地区生产总值增速");
    const filled = opened("2024Q2", [growth]);
    for (const place of filled.places) filled.type(growth, place, 7.4);
    expect(await filled.row(growth, "sum")).toMatchObject({ target: "–", actual: "–", measure: "9/9已报", rank: "" });
    expect(await filled.row(growth, "city")).toMatchObject({ target: 7, status: zh.status.unreported });
    filled.type(growth, null, 6.9);
    expect(await filled.row(growth, "city")).toMatchObject({ status: zh.status.onPace }); // 约7: from 6.5 on
  });

  it("a roll-up never changes a rate, whatever the places report", async () => {
    const rates = [named("地区生产总值增速"), named("生活垃圾分类覆盖率")];
    const filled = opened("2024Q2", rates);
    filled.type(rates[0]!, null, 6.9);
    filled.type(rates[1]!, null, 94);
    const city = async () => [await filled.row(rates[0]!, "city"), await filled.row(rates[1]!, "city")];
    const before = await city();
    expect(before).toMatchObject([{ status: zh.status.onPace }, { status: zh.status.behind }]);
    const random = generator(20241202);
    for (let round = 0; round < 4; round += 1) {
      for (const rate of rates)
        for (const place of filled.places)
          filled.type(rate, place, random() < 0.2 ? null : Math.round(random() * 10_000) / 100);
      expect(await city()).toEqual(before);
    }
  });

  it("counts a place's verdicts once each, and none where it has no part", async () => {
    const [school, growth] = [named("中小学新增学位"), named("地区生产总值增速")];
    const filled = opened("2024Q2", [school, growth]);
    filled.type(school, "qingyan", 1500);
    filled.type(growth, "qingyan", 3);
    expect(await filled.tallies("qingyan")).toEqual([1, 0, 0, 1, 0, 0, 0]);
    expect(await filled.tallies("wangjiang")).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });
});
