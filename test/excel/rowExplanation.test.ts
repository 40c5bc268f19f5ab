/** Clicking a status or light in a ledger: why it says what it says, from the row's own cells. */
import { buildLedger } from "../../src/excel/buildLedger";
import { cellsAround, goTo, selectedCall } from "../../src/excel/inspect";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { makeScores } from "../../src/excel/makeScores";
import { makeSummary } from "../../src/excel/makeSummary";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { addressOf, cell } from "../../src/sheets/plan";
import { PLACES_NAME } from "../../src/sheets/placesTable";
import { SCORES_NAME } from "../../src/sheets/scoreSheet";
import { SUMMARY_NAME } from "../../src/sheets/summary";
import { explainCell } from "../../src/sheets/tableExplanation";
import { yunzhou } from "../core/yunzhou";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

/** A ledger of all departments at the half-year, renamed, in which a cell is clicked. */
async function clicked() {
  const workbook = await openForTheAddIn();
  const all = session.index.catalog.departments.map(({ id }) => id);
  await workbook.run((context) => buildLedger(context, session.inForce(), all, "ask"));
  const row =
    6 +
    all.flatMap((id) => session.index.commitmentsOf(id)).findIndex(({ indicator }) => indicator === "中小学新增学位");
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H${row}`, 2700);
  await workbook.idle();
  const click = (address: string) =>
    workbook.run(async (context) => {
      await goTo(context, { sheet: LEDGER_NAME, address });
      const { cell, call } = await selectedCall(context);
      const cells = await cellsAround(context, cell);
      return { call, row: cells && explainCell(session.index, session.rules, cells, cell) };
    });
  return { ...workbook, row, click };
}

it.each(["P", "Q", "O", "M", "N"])("explains column %s step by step", async (column) => {
  const { row, click } = await clicked();
  const { call, row: explained } = await click(`${column}${row}`);
  expect(call).toBeNull();
  expect(explained).toMatchObject({
    department: "市教育局",
    indicator: "中小学新增学位",
    why: expect.stringMatching(/^截至二季度应达2,985个\(50\.0%\),实际2,700个\(45\.2%\),欠285个,.*欠进度。$/) as unknown,
  });
  expect(explained!.steps.map(({ heading, address }) => `${heading} ${address}`)).toEqual([
    "截至期 C3",
    ...["年度目标 E", "最新累计 L", "完成率 M", "序时进度 N", "差距 O", "状态 P"].map((step) => `${step}${row}`),
  ]);
});

it("tells how the figures come about, by the row's own", async () => {
  const { row, click } = await clicked();
  const { row: explained } = await click(`P${row}`);
  const how = Object.fromEntries(explained!.steps.map((step) => [step.heading, step.how]));
  expect(how).toMatchObject({
    完成率: "2,700个 ÷ 5,970个",
    序时进度: "已过6个月 ÷ 12",
    差距: "5,970个 × 50.0% − 2,700个",
    状态: expect.stringMatching(/^完成率容差 10/) as unknown,
  });
});

it("explains a row far below the head, cells that people fill, and the settings; nothing of cells that are neither", async () => {
  const { row, click, type, idle } = await clicked();
  expect((await click(`R${row}`)).row).toMatchObject({ indicator: "中小学新增学位", hasVerdict: true });
  expect((await click("C3")).row).toMatchObject({ indicator: "截至期", hasVerdict: false });
  expect((await click("A1")).row).toBeNull();
  const last = 5 + session.index.catalog.commitments.length;
  expect(last).toBeGreaterThan(45);
  await type(`${LEDGER_NAME}!E${last}`, 5); // the target was changed: the row's own cells tell
  await type(`${LEDGER_NAME}!H${last}`, 1);
  await idle();
  const { row: explained } = await click(`P${last}`);
  expect(explained).toMatchObject({ why: expect.any(String) as unknown });
  expect(explained!.steps.find(({ heading }) => heading === "年度目标")?.text).toMatch(/^5/);
});

it("explains the cells of a county table, a score sheet and a summary by their own rows", async () => {
  session.useCatalog(yunzhou());
  const SCHOOL = "YZ2024-001";
  const workbook = await openForTheAddIn();
  const { run, type, idle, engine, host } = workbook;
  const all = session.index.catalog.departments.map(({ id }) => id);
  await run((context) => buildLedger(context, session.inForce(), all, "ask"));
  await type(`${LEDGER_NAME}!C3`, "2024Q2");
  const find = (sheet: string, text: string) => {
    const texts = engine.texts({ ...engine.usedArea(host.findSheet(sheet)!, true)!, row: 0, column: 0 });
    const row = texts.findIndex((line) => line.includes(text));
    return { row, column: (heading: string) => texts.map((line) => line.indexOf(heading)).find((at) => at >= 0)! };
  };
  await run((context) => makePlacesTable(context, session.inForce(), [SCHOOL], "ask"));
  await type(`${PLACES_NAME}!B3`, "2024Q2");
  const place = find(PLACES_NAME, "青岩区");
  const entry = place.column("实际");
  await type(`${PLACES_NAME}!${addressOf(cell(place.row, entry))}`, 600);
  await type(`${LEDGER_NAME}!H${find(LEDGER_NAME, SCHOOL).row + 1}`, 3000);
  await idle();
  await run((context) => makeScores(context, session.inForce(), "ask", LEDGER_NAME));
  await run((context) => makeSummary(context, session.inForce(), "ask"));
  await idle();
  const explain = (sheet: string, row: number, column: number) =>
    run(async (context) => {
      const cells = await cellsAround(context, { sheet, row });
      return explainCell(session.index, session.rules, cells!, { row, column });
    });

  expect(await explain(PLACES_NAME, place.row, place.column("状态"))).toMatchObject({
    department: "青岩区",
    commitment: { id: `${SCHOOL}@qingyan` },
    why: expect.stringMatching(/^截至二季度应达750个.*实际600个.*欠进度。$/) as unknown,
    steps: expect.arrayContaining([
      expect.objectContaining({ heading: "市下达", text: "1,500个" }),
      expect.objectContaining({ heading: "完成率", text: "40.0%" }),
    ]) as unknown,
  });

  const scored = find(SCORES_NAME, SCHOOL);
  expect(await explain(SCORES_NAME, scored.row, scored.column("基本分"))).toMatchObject({
    commitment: { id: SCHOOL },
    steps: expect.arrayContaining([expect.objectContaining({ heading: "计分办法" })]) as unknown,
  });

  const { indicator } = session.index.withId(SCHOOL)!;
  const listed = find(SUMMARY_NAME, indicator);
  expect(listed.row).toBeGreaterThan(0);
  expect(await explain(SUMMARY_NAME, listed.row, listed.column("差额"))).toMatchObject({
    indicator,
    commitment: { id: SCHOOL },
    why: expect.stringMatching(/^截至二季度/) as unknown,
  });
  // Nothing is said of a cell outside any row of ours.
  expect(await explain(SUMMARY_NAME, 0, 0)).toBeNull();
});

it("explains a row of a person's own table by its headings, with a verdict beside it", async () => {
  const workbook = await openForTheAddIn();
  const { run, idle } = workbook;
  await run(async (context) => {
    const own = context.workbook.worksheets.add("进度表");
    own.getRange("A1:F1").values = [["截至2024年6月底重点工作进度", "", "", "", "", ""]];
    own.getRange("A2:F2").values = [["责任单位", "指标", "年初计划", "累计完成", "备注", "状态"]];
    own.getRange("A3:F4").values = [
      ["市教育局", "中小学新增学位", 5970, 2700, "", "欠进度"],
      ["", "别的事", 12, 7, "", ""],
    ];
    await context.sync();
  });
  await idle();
  const explain = (row: number, column: number) =>
    run(async (context) => {
      const cells = await cellsAround(context, { sheet: "进度表", row });
      return explainCell(session.index, session.rules, cells!, { row, column });
    });
  expect(await explain(2, 5)).toMatchObject({
    department: "市教育局",
    indicator: "中小学新增学位",
    commitment: { id: "JZ2024-012" },
    steps: [
      { heading: "责任单位", text: "市教育局" },
      { heading: "指标", text: "中小学新增学位" },
      { heading: "年初计划", text: "5970" },
      { heading: "累计完成", text: "2700" },
      { heading: "状态", text: "欠进度", address: "F3" },
    ],
  });
  expect(await explain(3, 2)).toMatchObject({ indicator: "别的事", commitment: null, why: null });
});
