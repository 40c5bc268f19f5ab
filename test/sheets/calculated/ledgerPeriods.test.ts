/** 截至期 in a ledger: every spelling the functions take means the same there, and what is read by neither says so and judges nothing. */
import { CatalogError } from "../../../src/core/errors";
import { parsePeriod, serialOf } from "../../../src/core/periods";
import { SAME_WRITTEN, WITHIN_YEAR } from "../../../src/core/periodSpellings";
import { RULES } from "../../../src/core/status";
import { newLayout } from "../../../src/sheets/ledgerColumns";
import { Formula } from "../../../src/sheets/plan";
import { catalogOf } from "../../core/jingzhou";
import { FilledLedger, type Typed } from "./filledLedger";

const index = catalogOf({ kind: "flow", target: { comparator: "plain", value: 100, unit: "个" } });
let ledger: FilledLedger;
beforeAll(() => {
  ledger = new FilledLedger(index, RULES.standard);
  ledger.fill([[50, 50, 50, 50]]);
});
afterAll(() => ledger.close());

/** What the ledger makes of a 截至期: its day as a serial number, or what stands in its place; the quarter; the row's verdict. */
async function judged(typed: Typed | Formula) {
  ledger.set("asOf", typed);
  const { row, column } = ledger.settingCell("asOf");
  const { asOfDay, asOfPeriod } = newLayout([], "cumulative").settings;
  const [[day] = []] = await ledger.cells(asOfDay);
  const [[quarter] = []] = await ledger.cells(asOfPeriod);
  const [[trouble] = []] = await ledger.cells({ row: row + 1, column, rows: 1, columns: 1 });
  const [cells] = await ledger.rows();
  return { day, quarter, trouble, status: cells?.status };
}

function byFunctions(typed: string | number): number | null {
  try {
    return serialOf(parsePeriod(typed, 2024).to);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

const NAMED = [
  ...["2024", "2024年", "24年", "2024Q2", "2024年二季度", "24年二季度", "第二季度", "二季度", "二季度末", "2024-Q2"],
  ...["上半年", "2024上半年", "2024年上半年", "下半年", "1-9月", "1—9月份", "1至9月", "1到9月", "1~9月", "1-2月"],
  ...["前三季度", "三季度", "一至三季度", "9月底", "9月末", "2024-09", "202409", "2024年9月", "2024/9", "2024.10"],
  ...[
    "２０２４年二季度",
    "１－９月",
    "２０２４Ｑ２",
    " 2024 Q2 ",
    "2024q2",
    "2024年1—9月份",
    "前9个月",
    "十月",
    "一季度",
  ],
  ...[
    "2023Q4",
    "2025Q1",
    "2025-03",
    "2024-09-30",
    "2024/9/30",
    "2024年9月30日",
    "2024-09-01",
    "截至9月底",
    "1-9月累计",
  ],
  ...["全年", "年底", "2024年底", "H1", "2024H2", "Q1-Q3", "Q3", "3Q", "2024年度"],
];

it.each(NAMED)("截至期 %s means the day that the functions mean", async (typed) => {
  const { day, trouble, status } = await judged(typed);
  expect(byFunctions(typed)).not.toBeNull();
  expect([typed, day]).toEqual([typed, byFunctions(typed)]);
  expect(trouble).toBe("");
  expect(status).not.toBe("");
});

it.each<[Typed | Formula, string]>([
  [2024, "2024-12-31"],
  [202409, "2024-09-30"],
  [new Formula("=DATE(2024,10,1)"), "2024-10-31"],
  [new Formula("=DATE(2024,10,15)"), "2024-10-15"],
  [new Formula("=DATE(2024,6,30)"), "2024-06-30"],
])("a number or a date (%s) means %s", async (typed, day) => {
  expect((await judged(typed)).day).toBe(serialOf(day));
});

it.each<Typed>([
  "上半年了",
  "2024年1-9",
  "2024Q5",
  "五季度",
  "13月",
  "第0季度",
  "9-1月",
  "2024-13",
  "2024-02-30",
  "明年",
  "0",
  "-",
  null,
  13,
  202413,
  1e9,
])("%s is no 截至期: it says so in full beside the cell and judges nothing", async (typed) => {
  const { day, quarter, trouble, status } = await judged(typed);
  expect(day).toBe("读不出");
  expect(quarter).toBe(0); // not shown: the format leaves a 0 out
  expect(trouble).toBe(`截至期“${typed ?? ""}”读不出：请写成 2024Q2、上半年、1-9月 或一个日期。改好之前不作判定`);
  expect(status).toBe("");
  if (typeof typed === "string" || typeof typed === "number") expect(byFunctions(typed)).toBeNull();
});

it("reads every spelling of core's table as the functions do, alone and behind a year, or reads none", async () => {
  const differing: unknown[] = [];
  let same = 0;
  const written = [...WITHIN_YEAR.keys()].filter((_, place) => place % 3 === 0 || process.env["AGREEMENT_ROUNDS"]);
  for (const [place, spelled] of written.entries()) {
    const [before, other] = SAME_WRITTEN[place % SAME_WRITTEN.length] ?? ["", ""];
    const year = ["", "2024年", "2023年", "25年", "2024"][place % 5] ?? "";
    const typed = year + (other ? spelled.replace(other, before) : spelled);
    const { day, status } = await judged(typed);
    const expected = byFunctions(typed);
    if (day === expected) same += 1;
    else if (expected !== null || day !== "读不出" || status !== "") differing.push([typed, day, expected]);
  }
  expect(differing).toEqual([]);
  expect(same).toBeGreaterThan(50);
});
