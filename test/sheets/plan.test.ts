/** Texts of a plan stay texts, whatever Excel would make of them; only formulas are formulas. */
import fc from "fast-check";
import { RULES } from "../../src/core/status";
import { ledger } from "../../src/sheets/ledger";
import { emptyHistory } from "../../src/sheets/history";
import { asTyped, Formula } from "../../src/sheets/plan";
import { jingzhou } from "../core/jingzhou";
import { typed } from "../workbench/host/typed";

it.each([
  [3200, 3200],
  [true, true],
  [null, null],
  ["", ""],
  [new Formula("=1+1"), "=1+1"],
  ["3200", "'3200"],
  ["=1+1", "'=1+1"],
  ["+86", "'+86"],
  ["-3", "'-3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1+1", "'\t=1+1"],
  ["\r=1+1", "'\r=1+1"],
  [" 5 ", "' 5 "],
  ["9%", "'9%"],
  ["1/2", "'1/2"],
  ["1e3", "'1e3"],
  ["１２", "'１２"],
  ["（5）", "'（5）"],
  ["2024-06-30", "'2024-06-30"],
  ["2024年6月", "'2024年6月"],
  ["六月一日", "'六月一日"],
  ["上午8时", "'上午8时"],
  ["'quoted", "''quoted"],
  ["TRUE", "'TRUE"],
  ["May 5", "'May 5"],
  ["#N/A", "'#N/A"],
  ["2024Q2", "2024Q2"],
  ["已完成", "已完成"],
  ["● 已完成", "● 已完成"],
  ["“新增学位5970个”，李局长", "“新增学位5970个”，李局长"],
  ["用地未批，已协调", "用地未批，已协调"],
])("hands %p to Excel as %p, so that it stays what it is", (content, handed) => {
  expect(asTyped(content)).toBe(handed);
});

it("any text at all stays this text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const { input } = typed(asTyped(text), "General");
      expect(input).toMatchObject({ value: text });
      expect(input).not.toHaveProperty("formula");
    }),
    { numRuns: 2000 },
  );
});

it("no text of our own sheets was meant for a formula", () => {
  const every = jingzhou.catalog.departments.map(({ id }) => id);
  const plans = [ledger(jingzhou, every, RULES.standard, "台账", "2024Q2"), emptyHistory("历史")];
  const texts = plans.flatMap(({ content }) => content.flat()).filter((content) => typeof content === "string");
  expect(texts.filter((text) => text.startsWith("="))).toEqual([]);
});
