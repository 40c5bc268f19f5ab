/** Every example that README, RULES.md and the functions' own help give, typed into a cell of the emulated Excel. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { typed } from "../workbench/host/typed";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

const read = (file: string) => readFileSync(path.resolve(__dirname, "../..", file), "utf8");

/** `=TARGET(…)` → answer, =TARGET(…) 得 answer; the answer is as written, up to what explains it. */
function examplesIn(text: string): (readonly [formula: string, answer: string])[] {
  return [...text.matchAll(/(=TARGET[^\n`→]*?\))`?\s*(?:→|得)\s*([^\n|（]+)/g)].map(
    ([, formula = "", answer = ""]) => [formula, answer.trim()] as const,
  );
}

const IN_README = examplesIn(read("README.md").replace(/ 得 (\d+)。.*/g, " → $1"));
const IN_RULES = examplesIn(read("src/core/RULES.md").replaceAll("` | → ", "` → "));
const IN_HELP = examplesIn(read("src/functions/functions.ts"));
/** What README says may be given, as the kinds it names. */
const GIVEN: (readonly [formula: string, answer: string])[] = [
  ['=TARGET.STATUS("教育局","新增学位","8,310个","2024Q4")', "已完成"],
  ['=TARGET.STATUS("经信局","工业增加值增长","8.5%","2024Q2")', "达进度"],
  ['=TARGET.STATUS("农业农村局","粮食产量","440万吨")', "欠进度"],
  ['=TARGET.PACE("教育局","新增学位","2024Q2")', "4155"],
  ['=TARGET.PACE("教育局","新增学位","二季度")', "4155"],
  ['=TARGET.PACE("教育局","新增学位","1-6月")', "4155"],
  ['=TARGET.PACE("教育局","新增学位","前三季度")', "6232.5"],
  ['=TARGET.PACE("教育局","新增学位","2024-06")', "4155"],
  ['=TARGET.PACE("教育局","新增学位","2024-06-30")', "4155"],
  ['=TARGET.PACE("教育局","新增学位",DATE(2024,6,30))', "4155"],
  ['=TARGET.PACE("教育局","新增学位",AA1)', "4155"],
  ['=TARGET.GAP("教育局","新增学位",AA2,AA1)', "255"],
  ['=TARGET.STATUS("经信局","工业增加值增长",AA3,AA1)', "达进度"],
];
const EXAMPLES = [...IN_README, ...IN_RULES, ...IN_HELP, ...GIVEN];
/** Typed beside them: a day, a figure with its unit, a percentage as text. */
const BESIDE = [["2024-06-30"], ["3,900个"], ["'8.5%"]];
/** A table for TARGET.CHECK, A2:C40. */
const ROWS = 39;

let workbook: OpenWorkbook;
let place: (at: number) => string;
beforeAll(async () => {
  workbook = await openForTheAddIn();
  const { engine } = workbook;
  const sheet = engine.activeSheet();
  const write = (row: number, column: number, cells: readonly (readonly (string | number)[])[]) =>
    engine.write(
      { sheet, row, column, rows: cells.length, columns: cells[0]?.length ?? 1 },
      cells.map((line) => line.map((cell) => typed(cell, "General").input)),
    );
  write(
    1,
    0,
    Array.from({ length: ROWS }, () => ["教育局", "新增学位", 3900]),
  );
  write(0, 26, BESIDE);
  // Sixty rows below each other, so that what spills finds its place.
  place = (at) => `E${1 + at * 60}`;
  for (const [at, [formula]] of EXAMPLES.entries()) write(at * 60, 4, [[formula]]);
  await workbook.idle();
});
afterAll(closeWorkbooks);

it("there are examples to try", () => {
  expect(IN_README.length).toBeGreaterThanOrEqual(10);
  expect(IN_RULES.length).toBeGreaterThanOrEqual(10);
  expect(IN_HELP.length).toBeGreaterThanOrEqual(11);
});

it.each(EXAMPLES.map(([formula, answer], at) => ({ formula, answer, at })))("$formula → $answer", ({ answer, at }) => {
  const { value } = workbook.cell(place(at));
  const spill = workbook.engine
    .spills(workbook.engine.activeSheet())
    .find(({ row, column }) => row === at * 60 && column === 4);
  const size = /^(\d+) 行 (\d+) 列$/.exec(answer);
  if (size) expect([spill?.rows, spill?.columns]).toEqual([Number(size[1]), Number(size[2])]);
  else if (answer === "市教育局的全部承诺") {
    expect(spill?.rows).toBeGreaterThan(3);
    const departments = Array.from(
      { length: spill!.rows - 1 },
      (_, row) => workbook.cell(`F${2 + at * 60 + row}`).value,
    );
    expect(new Set(departments)).toEqual(new Set(["市教育局"]));
  } else
    expect(typeof value === "number" ? value : String(value)).toBe(typeof value === "number" ? Number(answer) : answer);
});
