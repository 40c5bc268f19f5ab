/** What a check finds in a workbook of several kinds of sheet, row by row; following changes; and putting right what was found. */
import { buildLedger } from "../../src/excel/buildLedger";
import { checkChanged, checkWorkbook, mendCells } from "../../src/excel/checkWorkbook";
import { makeIssueList } from "../../src/excel/makeIssueList";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { makeScores } from "../../src/excel/makeScores";
import { markOwnSheet } from "../../src/excel/markOwnSheet";
import { session } from "../../src/excel/session";
import { talliesOf, type CheckedRow } from "../../src/sheets/checkedRows";
import { ISSUES_NAME } from "../../src/sheets/issueSheet";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { PLACES_NAME } from "../../src/sheets/placesTable";
import { zh } from "../../src/strings/zh";
import { asIssues, asText, filtered, NO_FILTERS, shownRows } from "../../src/taskpane/checkRows";
import { yunzhou } from "../core/yunzhou";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

beforeEach(() => session.useCatalog(yunzhou()));
afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const SCHOOL = "YZ2024-001";

/** A ledger at the half-year, in a workbook that may hold other sheets. */
async function withLedger() {
  const workbook = await openForTheAddIn();
  const all = session.index.catalog.departments.map(({ id }) => id);
  await workbook.run((context) => buildLedger(context, session.inForce(), all, "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.idle();
  const check = () => workbook.run((context) => checkWorkbook(context, session.inForce()));
  const sheet = (work: (sheet: Excel.Worksheet) => void, name = LEDGER_NAME) =>
    workbook.run(async (context) => {
      work(context.workbook.worksheets.getItem(name));
      await context.sync();
    });
  const rowOf = (indicator: string, rows: readonly CheckedRow[]) =>
    rows.find((row) => row.from === "ledger" && row.indicator === indicator)!;
  /** The row of the promise with this id, as a person counts rows. */
  const lineOf = (id: string) => {
    const used = workbook.engine.usedArea(workbook.host.findSheet(LEDGER_NAME)!, true)!;
    return workbook.engine.texts(used).findIndex((texts) => texts.includes(id)) + used.row + 1;
  };
  return { ...workbook, check, sheet, rowOf, lineOf };
}

const sentences = ({ findings }: Pick<CheckedRow, "findings">) =>
  findings.map(({ facts }) => zh.pane.check.finding(facts));

it("reads five kinds of sheet, tells what it did not understand, and gives every row its reason in words", async () => {
  const workbook = await withLedger();
  const { run, type, idle, check, lineOf } = workbook;
  await type(`${LEDGER_NAME}!H${lineOf(SCHOOL)}`, 3000);
  await run((context) => makePlacesTable(context, session.inForce(), [SCHOOL], "ask"));
  await type(`${PLACES_NAME}!B3`, "2024Q2");
  await run((context) => makeScores(context, session.inForce(), "ask"));
  await run(async (context) => {
    const own = context.workbook.worksheets.add("我的表");
    own.getRange("A1").formulas = [[`=TARGET.STATUS("${SCHOOL}","",100,"2024Q2")`]];
    own.getRange("A3:B3").formulas = [["=TARGET(教育局,新增学位)", '=TARGET("不存在的局","x")']];
    context.workbook.worksheets.add("记事").getRange("A1").values = [["与本加载项无关"]];
    await context.sync();
  });
  await idle();
  const checked = await check();
  expect(checked).toMatchObject({ places: 1, scores: 1, others: ["记事"] });
  expect(checked.ledgers).toHaveLength(1);
  expect(new Set(checked.rows.map(({ from }) => from))).toEqual(new Set(["ledger", "places", "cell", "other"]));
  const rows = shownRows(checked, () => "没有这个部门");
  // Two cells in error in one row are one row, and no formula is shown as a reason.
  expect(rows.filter(({ from }) => from === "errors")).toMatchObject([{ sheet: "我的表", address: "A3" }]);
  for (const row of rows) expect(row.why() ?? "").not.toMatch(/^=|TARGET\(/);
  const school = rows.find(({ from, address }) => from === "ledger" && address.endsWith(String(lineOf(SCHOOL))))!;
  expect(school.why()).toMatch(/^截至二季度应达/);
  // Filters: a verdict, a sheet.
  const behind = filtered(rows, { ...NO_FILTERS, status: school.status!, sheet: LEDGER_NAME });
  expect(behind).toContain(school);
  expect(behind.every(({ sheet, status }) => sheet === LEDGER_NAME && status === school.status)).toBe(true);
  // A promise counts once, although a cell and nine places judge it, too.
  const counted = talliesOf(checked.rows).reduce((sum, { total }) => sum + total, 0);
  expect(counted).toBe(checked.ledgers[0]!.rows);
  expect(asText([school])).toContain(`${LEDGER_NAME}!${school.address}`);
});

it("counts and lists a promise once that a marked sheet judges and the ledger has no figure for, while both are of one date", async () => {
  const { check, run, idle, type } = await withLedger();
  const { indicator } = session.index.withId(SCHOOL)!;
  await run(async (context) => {
    const own = context.workbook.worksheets.add("科室表");
    own.getRange("A1:C2").values = [
      ["责任单位", "指标", "累计完成"],
      ["教育局", indicator, 1200],
    ];
    await context.sync();
  });
  await run((context) =>
    markOwnSheet(context, session.inForce(), {
      sheet: "科室表",
      roles: new Map(),
      names: new Map(),
      asOf: "2024年上半年",
      shown: ["target", "gap", "status"],
    }),
  );
  await idle();
  const told = async () => {
    const checked = await check();
    const rows = shownRows(checked, () => "");
    const school = talliesOf(checked.rows).find(({ department }) => department === "市教育局");
    const listed = (status: "unreported" | "farBehind") =>
      filtered(rows, { ...NO_FILTERS, status }).filter((row) => row.indicator === indicator);
    return {
      lists: [listed("unreported"), listed("farBehind")].map((found) => found.map(({ sheet }) => sheet)),
      counted: school?.counts.get("farBehind") ?? 0,
      departments: talliesOf(checked.rows).map(({ department }) => department),
      said: checked.rows.filter(({ promise }) => promise === SCHOOL).flatMap(sentences),
    };
  };
  const once = await told();
  expect(once).toMatchObject({ lists: [[], ["科室表"]], counted: 1 });
  expect(once.departments).not.toContain("教育局");
  expect(once.said).toEqual([expect.stringMatching(/^这里没有填；同一项承诺在 科室表![A-Z]+2 有同期的数/)]);
  // Of another date the ledger lacks a figure of its own.
  await type(`${LEDGER_NAME}!C3`, "2024Q3");
  await idle();
  expect(await told()).toMatchObject({ lists: [[LEDGER_NAME], ["科室表"]], counted: 0, said: [] });
});

it("finds numbers stored as text, other units, figures newer than 截至期 and promises twice, and mends what can be", async () => {
  const { check, sheet, rowOf, lineOf, run, idle, cell } = await withLedger();
  const line = lineOf(SCHOOL);
  const { indicator } = session.index.withId(SCHOOL)!;
  await sheet((ledger) => {
    ledger.getRange(`H${line}`).values = [["'3,000"]];
    ledger.getRange(`I${line}`).values = [[4000]];
    ledger.getRange(`D${line}`).values = [["万个"]];
    ledger.getRange(`${line + 1}:${line + 1}`).insert("Down");
    ledger.getRange(`A${line + 1}:X${line + 1}`).copyFrom(`A${line}:X${line}`);
    ledger.getRange(`H${line + 1}`).values = [[2500]];
  });
  await idle();
  const found = rowOf(indicator, (await check()).rows);
  const told = sentences(found);
  expect(told.slice(0, 3)).toEqual([
    "“二季度”的 3,000 是文字，不是数字",
    "单位写成“万个”，承诺的单位是“个”",
    "已填“三季度”，截至期还是 2024Q2，这个数没有算进去",
  ]);
  expect(told[3]).toMatch(new RegExp(`^与 ${LEDGER_NAME}!C${line + 1} 是同一项承诺，数不同`));
  const mends = found.findings.flatMap(({ mend }) => mend ?? []);
  expect(mends).toHaveLength(3);
  expect(await run((context) => mendCells(context, mends))).toEqual({ cells: 3, overtaken: 0, locked: [] });
  await idle();
  expect([cell(`${LEDGER_NAME}!H${line}`).value, cell(`${LEDGER_NAME}!D${line}`).value]).toEqual([3000, "个"]);
  expect(cell(`${LEDGER_NAME}!C3`).value).toBe("2024Q3");
  const again = sentences(rowOf(indicator, (await check()).rows));
  expect(again.filter((sentence) => /文字|单位写成|截至期还是/.test(sentence))).toEqual([]);
  // What holds something else by now is left alone.
  expect(await run((context) => mendCells(context, mends.slice(0, 1)))).toEqual({ cells: 0, overtaken: 1, locked: [] });
});

it("tells what the ledger's hints say of falling cumulatives and slips, and nothing of words still to be typed", async () => {
  const { check, sheet, rowOf, lineOf, idle } = await withLedger();
  const { indicator } = session.index.withId(SCHOOL)!;
  const line = lineOf(SCHOOL);
  await sheet((ledger) => (ledger.getRange(`G${line}:H${line}`).values = [[3000, 2000]]));
  await idle();
  expect(sentences(rowOf(indicator, (await check()).rows))).toEqual(["二季度少于前季"]);
  await sheet((ledger) => (ledger.getRange(`G${line}:H${line}`).values = [[100, 90_000_000]]));
  await idle();
  expect(sentences(rowOf(indicator, (await check()).rows))).toEqual([expect.stringMatching(/^约为目标1?0*倍$/)]);
  await sheet((ledger) => (ledger.getRange(`G${line}:H${line}`).values = [[100, 200]]));
  await idle();
  expect(sentences(rowOf(indicator, (await check()).rows))).toEqual([]);
});

it("follows a change by reading the changed sheet alone", async () => {
  const { check, run, type, idle, lineOf, rowOf, batches } = await withLedger();
  await run(async (context) => {
    context.workbook.worksheets.add("别的").getRange("A1:B2").values = [
      ["甲", 1],
      ["乙", 2],
    ];
    await context.sync();
  });
  const before = await check();
  await type(`${LEDGER_NAME}!H${lineOf(SCHOOL)}`, 9_000);
  await idle();
  batches.requests.length = 0;
  const after = await run((context) => checkChanged(context, session.inForce(), before.read, [LEDGER_NAME]));
  expect(batches.requests.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(3);
  const { indicator } = session.index.withId(SCHOOL)!;
  expect(rowOf(indicator, before.rows).status).toBe("unreported");
  expect(["met", "onPace"]).toContain(rowOf(indicator, after.rows).status);
  const sheetOf = (name: string, { read }: typeof after) => read.sheets.find((each) => each.name === name);
  expect(sheetOf("别的", after)).toBe(sheetOf("别的", before));
});

it("reads a workbook of 100,000 used cells in at most ten requests", async () => {
  const { check, engine, host, batches, run } = await withLedger();
  await run(async (context) => {
    context.workbook.worksheets.add("大表");
    await context.sync();
  });
  const [rows, columns] = [5000, 20];
  engine.write(
    { sheet: host.findSheet("大表")!, row: 0, column: 0, rows, columns },
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => ({ value: row + column })),
    ),
  );
  batches.requests.length = 0;
  const checked = await check();
  expect(checked.read.sheets.find(({ name }) => name === "大表")?.values).toHaveLength(rows);
  expect(batches.requests.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(10);
});

it("writes the list as a sheet of its own, beside whatever has its name", async () => {
  const workbook = await withLedger();
  const { check, run, idle } = workbook;
  const issues = asIssues(shownRows(await check(), () => null));
  expect(issues.length).toBeGreaterThan(3);
  for (const name of [ISSUES_NAME, `${ISSUES_NAME}2`])
    expect(await run((context) => makeIssueList(context, issues, session.inForce().now))).toEqual({ name });
  await idle();
  expect(sheetNames(workbook)).toEqual(expect.arrayContaining([LEDGER_NAME, ISSUES_NAME, `${ISSUES_NAME}2`]));
  const used = workbook.engine.usedArea(workbook.host.findSheet(ISSUES_NAME)!, true)!;
  const texts = workbook.engine.texts(used);
  expect(texts[2]).toEqual(["序号", "工作表", "单元格", "责任单位", "指标", "状态", "差距", "原因和问题"]);
  expect(texts).toHaveLength(issues.length + 3);
  // It is a record: the next check says nothing of it.
  const again = await check();
  expect(again.others).toEqual([]);
  expect(again.rows.some(({ sheet }) => sheet === ISSUES_NAME)).toBe(false);
});

it("reads people's own tables: rows with a verdict of ours beside them, and figures stored as text, in cells formatted as text too", async () => {
  const { check, run, idle, cell } = await withLedger();
  await run(async (context) => {
    const own = context.workbook.worksheets.add("进度表");
    own.getRange("D3:D4").numberFormat = [["@"], ["General"]];
    own.getRange("A1:F1").values = [["2024年重点工作进度", "", "", "", "", ""]];
    own.getRange("A2:F2").values = [["责任单位", "指标", "年初计划", "累计完成", "备注", "状态"]];
    own.getRange("A3:F5").values = [
      ["市教育局", "新增学位", 9000, "'3000", "", "严重滞后"],
      ["", "别的事", 12, 7, "", ""],
      ["合计", "", 9012, 3007, "", ""],
    ];
    await context.sync();
  });
  await idle();
  const checked = await check();
  expect(checked.own).toEqual([{ sheet: "进度表", rows: 2 }]);
  const rows = checked.rows.filter(({ sheet }) => sheet === "进度表");
  expect(rows).toMatchObject([{ from: "own", address: "F3", indicator: "新增学位", status: "farBehind" }]);
  const [mend] = rows[0]!.findings.flatMap((each) => each.mend ?? []);
  await run((context) => mendCells(context, [mend!]));
  await idle();
  expect(cell("进度表!D3").value).toBe(3000);
});
