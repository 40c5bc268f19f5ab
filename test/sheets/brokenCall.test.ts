import { readFileSync } from "node:fs";
import path from "node:path";
import { brokenCall } from "../../src/sheets/brokenCall";
import { OUR_FUNCTIONS } from "../../src/sheets/functionNames";

const RIGHT = '=TARGET("教育局","新增学位")';

describe("a call that was meant otherwise", () => {
  it.each([
    ["=TARGET(教育局,新增学位)", ["unquoted"], RIGHT],
    ['=TARGET("教育局",新增学位)', ["unquoted"], RIGHT],
    ['=TARGET("教育局“,”新增学位")', ["chineseMarks"], RIGHT],
    ["=TARGET(“教育局”,”新增学位”)", ["chineseMarks"], RIGHT],
    ["=TARGET（“教育局”，“新增学位”）", ["chineseMarks"], RIGHT],
    ['=TRAGET("教育局","新增学位")', ["misspelt"], RIGHT],
    ['=TARGT("教育局","新增学位")', ["misspelt"], RIGHT],
    ['=ＴＡＲＧＥＴ("教育局"，"新增学位")', ["chineseMarks"], RIGHT],
    ["=traget(教育局，新增学位)", ["misspelt", "unquoted", "chineseMarks"], RIGHT],
    [
      '=TARGET.STAUTS("教育局","新增学位",C4,"2024Q2")',
      ["misspelt"],
      '=TARGET.STATUS("教育局","新增学位",C4,"2024Q2")',
    ],
    ['=TARGET.PACE(教育局,A5,"2024Q2")', ["unquoted"], '=TARGET.PACE("教育局",A5,"2024Q2")'],
    ["=IFERROR(TARGET(教育局,新增学位),0)*2", ["unquoted"], `=IFERROR(${RIGHT.slice(1)},0)*2`],
    ["=TARGET(教育局,新增学位（个）,,万个)", ["unquoted"], '=TARGET("教育局","新增学位（个）",,"万个")'],
    ['=TARGET("教育局“,”“一事联办”事项")', ["chineseMarks"], '=TARGET("教育局","“一事联办”事项")'],
    ["=TARGET(教育局,新增学位", ["unquoted"], RIGHT],
  ])("%s", (formula, troubles, mended) => {
    const found = brokenCall(formula);
    expect(found?.troubles.map(({ is }) => is)).toEqual(troubles);
    expect(found?.mended).toBe(mended);
  });

  it("names what was typed", () => {
    expect(brokenCall("=TRAGET(教育局,新增学位)")?.troubles).toEqual([
      { is: "misspelt", given: "TRAGET", meant: "TARGET" },
      { is: "unquoted", names: ["教育局", "新增学位"] },
    ]);
  });

  it.each([
    RIGHT,
    '=TARGET( "教育局" , "“一事联办”事项" )',
    '=TARGET("教育局","说""好""")',
    '=TARGET(A5,$B$5,,"万吨")',
    "=TARGET(台账!A5,B5)",
    '=TARGET(A5&"局",B5)',
    '=TARGET.CHECK(A2:A9,B2:B9,C2:C9,"2024Q2")',
    "=TREND(教育局,新增学位)",
    "=TRANSPOSE(A1:A3)",
    "=SUM(合计,小计)",
    '="TRAGET(教育局)"&A1',
    "教育局",
  ])("leaves %s alone", (formula) => {
    expect(brokenCall(formula)).toBeNull();
  });

  it("ends with an answer for whatever is typed, and what it mends stays mended", () => {
    const letters = ['"', "“", "”", ",", "，", "(", "（", ")", "）", "教育局", "A1", "TARGET(", "=", " ", "'"];
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647) % letters.length;
    for (let run = 0; run < 3000; run++) {
      const formula = `=TARGET(${Array.from({ length: 1 + (run % 12) }, () => letters[next()]).join("")}`;
      const found = brokenCall(formula);
      // Nothing that was typed is thrown away: every name is still there.
      if (found) expect(found.mended.split("教育局").length).toBe(formula.split("教育局").length);
    }
  });

  it("OUR_FUNCTIONS (functionNames.ts) names every function of functions.ts", () => {
    const source = readFileSync(path.resolve(__dirname, "../../src/functions/functions.ts"), "utf8");
    const names = [...source.matchAll(/@customfunction (\S+)/g)].map(([, name]) => name);
    expect([...OUR_FUNCTIONS].sort()).toEqual(names.sort());
  });
});
