/** How rules become Excel's words: each operation, brackets where they are needed and none where they say nothing. */
import {
  add,
  and,
  choose,
  compare,
  divide,
  done,
  input,
  known,
  max,
  min,
  multiply,
  not,
  or,
  round,
  subtract,
  abs,
  blank,
  INPUTS,
  type Input,
} from "../../src/core/expression";
import { serialOf } from "../../src/core/periods";
import { anyOf, spell, spellCondition, spellDoubt, targetCall } from "../../src/sheets/formulas";

const cells = {
  ...(Object.fromEntries(INPUTS.map((name) => [name, name])) as Record<Input, string>),
  actual: "G7",
  target: "E7",
  baseline: "F7",
  lastKnown: "N(Z7)",
  asOfDay: "$B$2",
  asOfMonths: "$B$3",
  monthsBefore: 24276,
};
const [actual, target] = [input("actual"), input("target")];

it.each([
  [7, "7"],
  [-0.5, "-0.5"],
  [actual, "G7"],
  [input("asOfMonths"), "($B$3+24276)"],
  [add(actual, 1), "(G7+1)"],
  [subtract(target, actual), "(E7-G7)"],
  [subtract(input("asOfMonths"), 24276), "$B$3"],
  [subtract(input("asOfMonths"), 24279), "($B$3-3)"],
  [subtract(input("asOfMonths"), 24270), "($B$3+6)"],
  [subtract(input("asOfMonths"), actual), "(($B$3+24276)-G7)"],
  [subtract(actual, 24276), "(G7-24276)"],
  [multiply(target, 2), "E7*2"],
  [multiply(target, add(actual, 1)), "E7*(G7+1)"],
  [divide(actual, target), "G7/E7"],
  [min(1, actual), "MIN(1,G7)"],
  [max(0, subtract(actual, 1)), "MAX(0,(G7-1))"],
  [abs(subtract(actual, target)), "ABS(G7-E7)"],
  [abs(actual), "ABS(G7)"],
  [round(subtract(actual, target), 9), "ROUND(G7-E7,9)"],
  [round(divide(subtract(actual, 1), subtract(target, 1)), 9), "ROUND((G7-1)/(E7-1),9)"],
  [round(divide(subtract(actual, 1), target), 9), "ROUND((G7-1)/E7,9)"],
  [round(multiply(target, subtract(actual, 1)), 2), "ROUND(E7*(G7-1),2)"],
  [round(subtract(add(actual, 1), add(target, 2)), 2), "ROUND((G7+1)-(E7+2),2)"],
  [choose(compare(actual, ">", 0), 1, target), "IF(G7>0,1,E7)"],
])("%j is %s", (expression, formula) => {
  expect(spell(expression, cells)).toBe(formula);
});

it("an expression that stands in a cell is that cell", () => {
  const share = divide(actual, target);
  const inCells = new Map([[share, "L7"]]);
  expect(spell(multiply(share, 2), cells, inCells)).toBe("L7*2");
  expect(spellCondition(compare(share, ">=", 1), cells, inCells)).toBe("L7>=1");
  expect(spell(choose(compare(share, ">", 1), share, 0), cells, inCells)).toBe("IF(L7>1,L7,0)");
});

const positive = compare(actual, ">", 0);
const small = compare(actual, "<", 9);

it.each([
  [positive, "G7>0"],
  [compare(subtract(actual, target), "<=", 0), "G7-E7<=0"],
  [compare(input("asOfDay"), ">=", serialOf("2024-07-01")), "$B$2>=DATE(2024,7,1)"],
  [compare(input("asOfDay"), ">", actual), "$B$2>G7"],
  [compare(actual, ">", 45474), "G7>45474"],
  [and(positive, small), "AND(G7>0,G7<9)"],
  [or(positive, small), "OR(G7>0,G7<9)"],
  [not(positive), "NOT(G7>0)"],
  [known("baseline"), "ISNUMBER(F7)"],
  [known("lastKnown"), "TRUE"],
  [and(known("baseline"), positive), "IF(ISNUMBER(F7),G7>0,FALSE)"],
  [and(known("lastKnown"), positive), "G7>0"],
  [and(known("lastKnown"), known("lastKnown")), "TRUE"],
  [and(positive, known("lastKnown")), "G7>0"],
  [blank("actual"), "LEN(G7)=0"],
  [done("actual"), 'G7="已完成"'],
])("%j is %s", (condition, formula) => {
  expect(spellCondition(condition, cells)).toBe(formula);
});

it("a doubt is over the number and the target's cell, whatever that holds", () => {
  expect(spellDoubt(compare(actual, ">", target), "--G7", "E7")).toBe("--G7>IFERROR(N(E7),0)");
});

it("one of several conditions is enough, and one alone needs no word", () => {
  expect([anyOf(["A"]), anyOf(["A", "B"])]).toEqual(["A", "OR(A,B)"]);
});

it("asks TARGET once, and says what stands in its place", () => {
  const names = { department: "B7", indicator: "C7" };
  expect(String(targetCall(names, 2024, null))).toBe("=TARGET(B7,C7,2024)");
  expect(String(targetCall(names, null, '无"'))).toBe('=IFERROR(TARGET(B7,C7),"无""")');
});
