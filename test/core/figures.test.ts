/** Figures to the last digit, and refusals to the last fact: what a cell's sentence is made of. */
import { readActual } from "../../src/core/actual";
import { caseOf } from "../../src/core/case";
import { isOfFew } from "../../src/core/rates";
import { chineseNumeral, nearestNames } from "../../src/core/text";
import type { Commitment } from "../../src/core/types";
import { areAlike, convert, magnitudeSlips, parseQuantity, parseUnit, usualUnits } from "../../src/core/units";
import { catalogOf, refusal } from "./jingzhou";

const read = (typed: string) => parseQuantity(typed);
const exact = { isApproximate: false };

describe("a quantity", () => {
  it.each<[string, number, string | null, object]>([
    ["八成", 80, "%", exact],
    ["八成五", 85, "%", exact],
    ["八成半", 85, "%", exact],
    ["8成", 80, "%", exact],
    ["8.5成", 85, "%", exact],
    ["5成套设备", 5, "成套设备", exact],
    ["九成五六", 9, "成五六", exact], // no unit of anything: it is refused where it is held against one
    ["负二成", -20, "%", exact],
    ["负三百", -300, null, exact],
    ["百分之八点五", 8.5, "%", exact],
    ["负百分之三", -3, "%", exact],
    ["百分之12.5", 12.5, "%", exact],
    ["百分之20", 20, "%", exact],
    ["千分之3", 3, "‰", exact],
    ["~8310", 8310, null, { isApproximate: true }],
    ["　～8310", 8310, null, { isApproximate: true }],
    ["1e20", 1e20, null, exact],
    ["-1e20", -1e20, null, exact],
    ["十六亿", 16e8, null, { ...exact, scale: "亿" }],
    ["5千", 5000, null, { ...exact, scale: "千" }],
    ["一千二", 1200, null, exact],
    ["一万二千亿元", 12e11, "元", exact],
    ["人民币5万", 5, "万元", exact],
    ["¥5万元", 5, "万元", exact],
    ["￥3200", 3200, "元", exact],
    ["rmb12", 12, "元", exact],
    ["减少0", 0, null, { ...exact, change: "fall" }],
    ["同比增长5.5%", 5.5, "%", { ...exact, change: "rise", isCompared: true }],
    ["比去年下降2%", -2, "%", { ...exact, change: "fall", isCompared: true }],
    ["已完成完成5", 5, null, exact],
    ["5m2", 5, "m2", exact],
    ["5km²", 5, "km2", exact],
    ["5㎡", 5, "m2", exact],
    ["740元/月", 740, "元/月", exact],
    ["3.2万亿元", 3.2, "万亿元", exact],
    ["五百余家", 500, "家", { isApproximate: true }],
    ["1.2万多人", 1.2, "万人", { isApproximate: true }],
    ["8公里多", 8, "公里", { isApproximate: true }],
    ["10 693.9", 10693.9, null, exact],
    ["12,345", 12345, null, exact],
  ])("reads %s", (typed, amount, unit, others) => {
    expect(read(typed)).toEqual({ amount, unit, ...others });
  });

  it.each([
    ["", "quantityUnreadable"],
    ["九成x", "quantityUnreadable"],
    ["百分之x", "quantityUnreadable"],
    ["百分之12.5.6", "quantityUnreadable"],
    ["百分之十x", "quantityUnreadable"],
    ["8310~", "quantityUnreadable"],
    ["3~5", "quantityUnreadable"],
    ["约", "quantityUnreadable"],
    ["左右", "quantityUnreadable"],
    ["1e21", "quantityUnreadable"],
    ["-1e21", "quantityUnreadable"],
    ["¥5个", "quantityUnreadable"],
    ["下降-3%", "quantityUnreadable"],
    ["减少-1", "quantityUnreadable"],
    ["增长", "quantityUnreadable"],
    ["达到", "quantityUnreadable"],
    ["5个3", "quantityUnreadable"],
    ["5个-", "quantityUnreadable"],
    ["5-个", "quantityUnreadable"],
    ["-个", "quantityUnreadable"],
    ["8310①", "quantityUnreadable"],
    ["8310. 5", "quantityUnreadable"],
    ["1,234,5", "quantityUnreadable"],
    ["usd5", "quantityUnreadable"],
    ["US$5", "currencyForeign"],
    ["€3", "currencyForeign"],
    ["三分之一", "quantityRelative"],
    ["一半", "quantityRelative"],
    ["几万", "quantityVague"],
    ["成百上千", "quantityVague"],
  ])("refuses %s, as it was given: %s", (typed, code) => {
    const { code: found, facts } = refusal(() => read(typed));
    expect([found, facts]).toEqual([code, { given: typed }]);
  });
});

describe("a numeral", () => {
  it.each([
    ["零五", 5],
    ["一百二", 120],
    ["一百零二", 102],
    ["一千零二十", 1020],
    ["一万零五百", 10500],
    ["一万二千三百四十五", 12345],
    ["三十万五", 305000],
    ["三亿五千万", 350000000],
    ["一万亿", 1e12],
    ["一万二千亿", 12e11],
    ["一万亿五千万", 1000050000000],
    ["五千万亿", 5e15],
    ["壹仟贰佰", 1200],
    ["三点一四", 3.14],
    ["十点零五", 10.05],
    ["一二三四五六七八九〇一二三四五", 123456789012345],
  ])("reads %s as %d", (text, value) => expect(chineseNumeral(text)).toBe(value));

  // Two units of one size, or a larger one behind a smaller, are two numbers, and none of them is meant.
  it.each([
    ...["一千一千", "一千二千", "二百三百", "一百一千", "十十", "五六七百"],
    ...["一万二万", "一亿二亿", "一亿亿", "一亿万", "亿万"],
    ...["一百零", "十零", "一x", "三点x", "三点一x", "三点一点四", "一二三四五六七八九〇一二三四五六"],
  ])("%s is none", (text) => expect(chineseNumeral(text)).toBeNull());
});

describe("units", () => {
  it.each([
    ["万吨", ["斤", "公斤", "吨"]],
    ["个", ["个"]],
    ["万元", ["元"]],
    ["%", ["%", "‰"]],
    ["1/10万", ["%", "‰", "/千", "/千人", "/万", "/万人", "/10万", "/10万人", "/十万人"]],
    ["‰", ["%", "‰", "/千", "/千人", "/万", "/万人", "/10万", "/10万人", "/十万人"]],
  ])("of the ladder of %s are written %j", (unit, names) => expect(usualUnits(unit)).toEqual(names));

  it.each([
    ["亿斤", true],
    ["吨", true],
    ["个", false],
    ["", false],
  ])("%s is doubled by mistake: %s", (unit, isWeight) =>
    expect(magnitudeSlips(unit).map(({ factor }) => factor)).toEqual([...(isWeight ? [2] : []), 10, 100, 1e4]),
  );

  it.each([
    ["‰", true],
    ["1 / 10万", true],
    ["每千人", true],
    ["%", false],
    ["个", false],
    ["张/千人", false],
  ])("%s is of few among many: %s", (unit, isFew) => expect(isOfFew(unit)).toBe(isFew));

  it.each(["", "a1", "-个", "个-", "5个", "am2x", "一".repeat(21)])("refuses “%s”, as it was given", (unit) => {
    const { code, facts } = refusal(() => parseUnit(unit));
    expect([code, facts]).toEqual(["unitUnreadable", { given: unit }]);
  });

  it.each([
    ["一".repeat(20), "一".repeat(20)],
    ["KM", "米"],
    ["千瓦", "千瓦"],
    ["吨标准煤/万元", "吨标准煤/万元"],
    ["万", ""],
  ])("“%s” counts “%s”", (unit, base) => expect(parseUnit(unit).base).toBe(base));

  it("keeps what it knows within bounds, and answers right beyond them", () => {
    for (let count = 0; count < 1500; count++) parseUnit(`字${String.fromCodePoint(0x4e00 + count)}`);
    expect(parseUnit("万字龥")).toEqual({ base: "字龥", numerator: 1e4, denominator: 1 });
  });

  it.each([
    [15, "亩", "公顷", 1],
    [1, "亩", "公顷", 1 / 15],
    [7, "亩", "公顷", 7 / 15],
    [5, "万吨", "亿斤", 1],
    [0.1, "公斤", "斤", 0.2],
    [1, "%", "‰", 10],
    [3, "亩", "平方公里", 0.002],
    [1e-7, "x", "x", 1e-7],
  ])("%d %s in %s", (amount, from, to, expected) => expect(convert(amount, from, to)).toBeCloseTo(expected, 14));

  it("are alike by their ladder, or by their word", () => {
    expect([areAlike("亩", "公顷"), areAlike("-", "-"), areAlike("个", "家")]).toEqual([true, true, false]);
  });
});

describe("an actual", () => {
  type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
  const asked = (promised: Promised) => {
    const index = catalogOf(promised);
    const { terms, judged } = caseOf(index, index.catalog.commitments[0]!);
    return { terms, target: "value" in judged ? judged.value : null };
  };
  const against = (unit: string, kind: Commitment["kind"], value = 9, others: Partial<Commitment> = {}) =>
    asked({ kind, target: { comparator: "plain", value, unit }, ...others });
  const places = against("个", "flow", 100);
  const growth = against("%", "growth");
  const fall = against("%", "growth", 3.1, { indicator: "能耗降幅" });
  const money = against("亿元", "flow", 32);
  const rate = against("‰", "ratio", 5);
  const points = against("个百分点", "growth", 2);
  const level = against("个", "stock", 300);
  const deed = asked({ kind: "milestone" });

  it.each<[string, { terms: typeof places.terms; target: number | null }, unknown, number | boolean | null]>([
    ["增加45个", places, "增加45个", 45],
    ["N/A", places, "N/A", null],
    ["----", places, "----", null],
    ["5-", places, 5, 5],
    ["增长9%", growth, "增长9%", 9],
    ["下降9%", growth, "下降9%", -9],
    ["60% of growth", growth, "60%", 60],
    ["下降3.2%", fall, "下降3.2%", 3.2],
    ["增长1%", fall, "增长1%", -1],
    ["3.2", fall, 3.2, 3.2],
    ["16亿", money, "16亿", 16],
    ["4‰", rate, "4‰", 4],
    ["0.4%", rate, "0.4%", 4],
    ["0.325 of a thousand", rate, 0.325, 0.325],
    ["2个百分点", points, "2个百分点", 2],
    ["1e20", places, 1e20, 1e20],
    ["是", deed, "是", true],
  ])("%s is taken", (_, { terms, target }, given, expected) => expect(readActual(given, terms, target)).toBe(expected));

  it.each<[unknown, { terms: typeof places.terms; target: number | null }, string, object]>([
    ["约8310", places, "quantityDoubtful", { given: "约8310", bare: "8310" }],
    ["8310个左右", places, "quantityDoubtful", { given: "8310个左右", bare: "8310个" }],
    ["比上年减少12个", places, "changeNotLevel", { given: "比上年减少12个" }],
    ["同比增加12个", places, "changeNotLevel", { given: "同比增加12个" }],
    ["减少12个", places, "changeNotLevel", { given: "减少12个" }],
    ["增加12个", level, "changeNotLevel", { given: "增加12个" }],
    ["5公里", places, "unitMismatch", { given: "公里", expected: "个" }],
    ["9万", growth, "unitMismatch", { given: "万", expected: "%" }],
    ["2万", points, "unitMismatch", { given: "万", expected: "个百分点" }],
    [2e20, places, "quantityUnreadable", { given: "200000000000000000000" }],
    [{ a: 1 }, places, "quantityUnreadable", { given: '{"a":1}' }],
    ["差不多", deed, "milestoneUnreadable", { given: "差不多" }],
    [0.09, growth, "percentUnclear", { given: 0.09, asTyped: "0.09%", asPercent: "9%" }],
    [0.004, rate, "percentUnclear", { given: 0.004, asTyped: "0.004‰", asPercent: "4‰" }],
    ["增长0.06", growth, "percentUnclear", { given: 0.06 }],
    [3008.61, growth, "levelInGrowth", { given: "3008.61", target: "9%", asRate: "3008.61%" }],
    [-3.2, fall, "fallSignUnclear", { given: "-3.2", amount: "3.2%" }],
    ["-3.2%", fall, "fallSignUnclear", { given: "-3.2%", amount: "3.2%" }],
  ])("%j is refused with its facts", (given, { terms, target }, code, facts) => {
    const error = refusal(() => readActual(given, terms, target));
    expect([error.code, error.facts]).toMatchObject([code, facts]);
  });

  it.each<[string, number, string, string[], boolean]>([
    ["降幅", 3, "下降3%", [], true],
    ["综合能耗", 3, "下降3%", [], true],
    ["综合能耗", 3, "单位能耗降低率 3%", [], true],
    ["综合能耗", 3, "下降率达到3%", [], false],
    ["综合能耗", 3, "下降到3%", [], false],
    ["综合能耗", 3, "下降明显，增长3%", [], false],
    ["综合能耗", 3, "增长3%以上，成本下降", [], false],
    ["综合能耗", 3, "没有数字的下降", [], false],
    ["能耗降低增速", 3, "增长3%", [], false],
    ["降幅", 0, "持平", [], false],
    ["降幅", -3, "下降3%", [], false],
    ["综合", 3, "增长3%", ["能耗降幅"], true],
  ])("%s %d, “%s” %j: it states a fall: %s", (indicator, value, phrase, aliases, isFall) => {
    const source = { document: "report", section: "一", phrase };
    expect(against("%", "growth", value, { indicator, aliases, source }).terms.statesFall).toBe(isFall);
  });
  it("only a rate of change states a fall", () => {
    expect(against("%", "ratio", 3, { indicator: "降幅" }).terms.statesFall).toBe(false);
    expect(deed.terms.statesFall).toBe(false);
  });
});

describe("names near to what was typed", () => {
  const long = "甲".repeat(60);
  it.each<[string, string[], string[]]>([
    ["学位", ["新增学位", "学", "中小学新增学位", "位子", "学位合计"], ["学", "新增学位", "学位合计"]],
    ["ab", ["ba", "ab", "ab", "abc"], ["ab", "abc", "ba"]],
    ["", ["甲"], []],
    ["乙", ["甲"], []],
    [long, [`${long}乙`, "甲".repeat(45)], ["甲".repeat(45), `${long}乙`]],
    ["公园", ["口袋公园个数", "公路", "公园"], ["公园", "公路", "口袋公园个数"]],
  ])("%s", (typed, names, nearest) => expect(nearestNames(typed, names)).toEqual(nearest));
});
