import { rateBesideLevel, readActual, remarkOf } from "../../src/core/actual";
import { caseOf } from "../../src/core/case";
import { catalogOf, first, refusal, refused } from "./jingzhou";

const terms = (unit: string) => {
  const index = catalogOf({ kind: "growth", target: { comparator: "plain", value: 9, unit } });
  return caseOf(index, first(index)).terms;
};

describe("an actual for a percentage", () => {
  it("takes a bare number for the target's unit", () => {
    expect(readActual(9, terms("%"), 9)).toBe(9);
    expect(readActual(8.5, terms("%"), 9)).toBe(8.5);
  });
  it.each([0.09, 0.045, 0.18, "0.09"])("refuses a bare %s against 9 %% and names both readings", (given) => {
    const error = refusal(() => readActual(given, terms("%"), 9));
    expect(error.code).toBe("percentUnclear");
  });
  it("takes the text that says which", () => {
    expect(readActual("9%", terms("%"), 9)).toBe(9);
    expect(readActual("0.09%", terms("%"), 9)).toBe(0.09);
  });
  it("takes what lies near the target as it stands, and zero", () => {
    expect(readActual(0.5, terms("%"), 0.6)).toBe(0.5);
    expect(readActual(0, terms("%"), 9)).toBe(0);
    expect(readActual(0.3, terms("%"), 9)).toBe(0.3);
  });
});

describe("an actual for a quantity", () => {
  it("converts what carries its own unit", () => {
    expect(readActual("440万吨", terms("亿斤"), 90)).toBe(88);
    expect(readActual("8,310个", terms("个"), 8310)).toBe(8310);
  });
  it.each([
    ["16亿", "亿元", 16],
    ["十六亿", "亿元", 16],
    ["一亿二千万", "亿元", 1.2],
    ["二万一", "万人", 2.1],
    ["十六亿元", "亿元", 16],
    ["十六", "亿元", 16],
  ])("takes the 万 and 亿 of %s for the thing counted, in digits and in words", (given, unit, amount) => {
    expect(readActual(given, terms(unit), 32)).toBe(amount);
  });
  it("refuses 万 and 亿 against %, in digits and in words", () => {
    expect(refused(() => readActual("9万", terms("%"), 95))).toBe("unitMismatch");
    expect(refused(() => readActual("九万", terms("%"), 95))).toBe("unitMismatch");
  });
  it.each([
    ["约8310", "8310"],
    ["8310左右", "8310"],
    ["8公里多", "8公里"],
    ["约16亿", "16亿"],
    ["十六亿左右", "16亿"],
    ["近一亿二千万", "12000万"],
    ["约1.2万", "1.2万"],
    ["3.5千余", "3.5千"],
  ])("offers the figure of %s so that it is read as it was meant: %s", (given, bare) => {
    expect(refusal(() => readActual(given, terms("亿元"), 32))).toMatchObject({
      code: "quantityDoubtful",
      facts: { given, bare },
    });
  });
  it("refuses an unlike unit", () => {
    expect(refused(() => readActual("5公里", terms("个"), 10))).toBe("unitMismatch");
  });
  it.each([null, undefined, "", "  ", "　"])("takes %p for no actual", (given) => {
    expect(readActual(given, terms("个"), 10)).toBeNull();
  });
  it.each([true, {}, NaN, Infinity])("refuses %p", (given) => {
    expect(refused(() => readActual(given, terms("个"), 10))).toBe("quantityUnreadable");
  });
});

describe("an actual with words around it", () => {
  it("keeps two figures apart though a remark stands before them", () => {
    expect(refused(() => readActual("预计39 00", terms("个"), 3900))).toBe("quantityUnreadable");
    expect(readActual("预计 3900 个", terms("个"), 3900)).toBe(3900);
  });
  it("takes a change against last year for no level", () => {
    const index = catalogOf({ kind: "ratio", target: { comparator: "plain", value: 88, unit: "%" } });
    const share = caseOf(index, first(index)).terms;
    expect(refused(() => readActual("同比6.6%", share, 88))).toBe("changeNotLevel");
    expect(readActual("同比6.6%", terms("%"), 9)).toBe(6.6);
  });
  it.each([
    ["142.05亿元，可比增长11.8%", "可比增长11.8%", null],
    ["142.05亿元（快报），可比增长11.8%", "可比增长11.8%", "快报"],
    ["预计142.05亿元，增长9%", "增长9%", "预计"],
    ["142.05亿元，增长9%（初步）", "增长9%", "初步"],
    ["203 下降3.2%", "203 下降3.2%", null],
    ["203（可比增长6.6%）", "203（可比增长6.6%）", null],
  ])("of %s counts %s", (given, counts, remark) => {
    expect(String(rateBesideLevel(given)).replaceAll(" ", "")).toBe(counts.replaceAll(" ", ""));
    expect(remarkOf(given)).toBe(remark);
  });
});

describe("an actual for a milestone", () => {
  const index = catalogOf({ kind: "milestone" });
  const milestone = caseOf(index, first(index)).terms;
  it.each([
    ["已完成", true],
    ["完成", true],
    ["是", true],
    [1, true],
    [true, true],
    ["未完成", false],
    ["否", false],
    [0, false],
    [false, false],
  ])("reads %p", (given, isDone) => {
    expect(readActual(given, milestone, null)).toBe(isDone);
  });
  it("refuses what says neither", () => {
    expect(refused(() => readActual("差不多", milestone, null))).toBe("milestoneUnreadable");
  });
});
