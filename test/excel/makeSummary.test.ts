import { buildLedger } from "../../src/excel/buildLedger";
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { STATUS_LOOKS } from "../../src/sheets/statusColours";
import { SUMMARY_NAME } from "../../src/sheets/summary";
import { STATUSES } from "../../src/core/types";
import { zh } from "../../src/strings/zh";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";
import { session } from "../../src/excel/session";

afterEach(closeWorkbooks);

/** A workbook with the ledger of two departments, judged at the half-year. */
async function withLedger(office: "2021" | "365" = "365") {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education", "government-data"], "ask"));
  const typed = { C3: "2024Q2", H6: 2000, H7: 1170, R6: "两所学校用地未批，预计三季度开工" };
  for (const [address, value] of Object.entries(typed)) await workbook.type(`${LEDGER_NAME}!${address}`, value);
  await workbook.idle();
  return workbook;
}

/** The cells of a sheet, row by row. */
function cellsOf({ engine, host }: OpenWorkbook, sheet: string) {
  const area = engine.usedArea(host.findSheet(sheet)!, true)!;
  const [cells, texts] = [engine.read(area), engine.texts(area)];
  return cells.map((row, i) => row.map((cell, j) => ({ ...cell, text: texts[i]![j]! })));
}
const make = (workbook: OpenWorkbook, placement: "ask" | "newSheet" | "replace" = "ask") =>
  workbook.run((context) => makeSummary(context, session.inForce(), placement));

/** The row whose first cell shows these words, counted as on the sheet. */
const rowOf = (workbook: OpenWorkbook, sheet: string, first: string) =>
  cellsOf(workbook, sheet).findIndex(([cell]) => cell!.text === first) + 1;

it.each(["2021", "365"] as const)("makes the page of the active ledger in Office %s", async (office) => {
  const workbook = await withLedger(office);
  const outcome = await make(workbook);
  await workbook.idle();
  expect(outcome).toMatchObject({ made: { name: SUMMARY_NAME, ledger: LEDGER_NAME } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, SUMMARY_NAME]);
  const cells = cellsOf(workbook, SUMMARY_NAME);
  expect(cells.flat().filter(({ isError }) => isError)).toEqual([]);
  expect(cells.flat().filter(({ formula }) => formula !== null).length).toBeGreaterThan(3 * (STATUSES.length + 2));
  const counts = (first: string) =>
    cells[rowOf(workbook, SUMMARY_NAME, first) - 1]!.slice(1, 10).map(({ text }) => text);
  expect(counts("市教育局")).toEqual(["1", "0", "0", "1", "0", "8", "0", "10", "50.0%"]);
  expect(counts("市政务数据局")).toEqual(["0", "0", "0", "0", "0", "7", "0", "7", "—"]);
  expect(counts("合计")).toEqual(["1", "0", "0", "1", "0", "15", "0", "17", "50.0%"]);
  const shortfall = cells[rowOf(workbook, SUMMARY_NAME, "中小学新增学位") - 1]!.map(({ text }) => text);
  expect(shortfall.filter((text) => text !== "")).toEqual([
    "中小学新增学位",
    "市教育局",
    "严重滞后",
    "2,000个",
    "欠985个",
    "截至二季度应达2,985个(50.0%),实际2,000个(33.5%),欠985个,低于序时16.5个百分点,严重滞后。",
    "两所学校用地未批，预计三季度开工",
  ]);
  expect(cells[1]![0]!.text).toBe("截至期：2024Q2，截至日 2024-06-30");
  expect(cells.flat().map(({ text }) => text)).toContain(
    "现行容差　完成率容差10个百分点；增速、比率的容差1个百分点；起算线0个百分点",
  );
  const sheet = workbook.host.findSheet(SUMMARY_NAME)!;
  expect(workbook.engine.painted(sheet, rowOf(workbook, SUMMARY_NAME, "中小学新增学位") - 1, 4)).toEqual({
    fill: STATUS_LOOKS.farBehind.fill,
    fontColour: STATUS_LOOKS.farBehind.fontColor,
  });
  expect(workbook.host.record(sheet).pageSetup).toMatchObject({
    plain: { orientation: "Landscape", paperSize: "A4" },
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
  });
});

it("keeps a chart that follows the tallies, and the tallies the ledger", async () => {
  const workbook = await withLedger();
  await make(workbook);
  await workbook.idle();
  const plotted = () =>
    workbook.run(async (context) => {
      const { series } = context.workbook.worksheets.getItem(SUMMARY_NAME).charts.getItemAt(0);
      series.load("items/name");
      await context.sync();
      const values = series.items.map((each) => each.getDimensionValues("Values"));
      await context.sync();
      return series.items.map(({ name }, at) => [name, ...values[at]!.value]);
    });
  expect(await plotted()).toEqual(
    STATUSES.map((status) => [
      zh.status[status],
      ...({ met: [1, 0], farBehind: [1, 0], unreported: [8, 7] }[status as string] ?? [0, 0]),
    ]),
  );
  const changed = () => workbook.cell(`${SUMMARY_NAME}!K1`).text;
  expect(changed()).toBe("");
  await workbook.type(`${LEDGER_NAME}!H6`, 2985);
  await workbook.idle();
  expect((await plotted())[STATUSES.indexOf("onPace")]).toEqual(["达进度", 1, 0]);
  expect(changed()).toBe(zh.summary.changed);
});

it("asks for two requests to write, after three to look", async () => {
  const workbook = await withLedger();
  const before = workbook.batches.requests.length;
  await make(workbook);
  const asked = workbook.batches.requests.slice(before).filter(({ actions }) => actions > 0);
  // Releasing the ranges that were read is a request of the library's own.
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(asked.map(({ error }) => error)).toEqual(asked.map(() => null));
});

it("reads a ledger with columns somebody inserted, under a name that needs quotation marks", async () => {
  const workbook = await withLedger();
  const name = "李四's 台账";
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
    sheet.getRange("D:E").insert("Right");
    sheet.name = name;
    sheet.activate();
    await context.sync();
  });
  await workbook.idle();
  expect(await make(workbook)).toMatchObject({ made: { ledger: name } });
  await workbook.idle();
  const cells = cellsOf(workbook, SUMMARY_NAME);
  expect(cells.flat().filter(({ isError }) => isError)).toEqual([]);
  expect(cells[rowOf(workbook, SUMMARY_NAME, "合计") - 1]!.slice(1, 10).map(({ text }) => text)).toEqual([
    "1",
    "0",
    "0",
    "1",
    "0",
    "15",
    "0",
    "17",
    "50.0%",
  ]);
});

it("is fine with a ledger nobody has filled in", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["housing"], "ask"));
  await workbook.idle();
  expect(await make(workbook)).toMatchObject({
    made: { circular: expect.stringMatching(/^截至一季度，共3项，还没有可评判的：.*未填报\d项/) as string },
  });
});

it("is no ledger itself: neither copied nor checked for laggards", async () => {
  const workbook = await withLedger();
  await make(workbook);
  await workbook.idle();
  const { verdicts } = await workbook.run(inspectWorkbook);
  expect(new Set(verdicts.map(({ sheet }) => sheet))).toEqual(new Set([LEDGER_NAME]));
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toMatchObject({
    made: { name: `${LEDGER_NAME}（领导版）` },
  });
});

it("says so where there is no ledger", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", "别的表");
  expect(await make(workbook)).toEqual({ noLedger: true });
});

it("asks before a second one, and can stand beside the first or take its place", async () => {
  const workbook = await withLedger();
  await make(workbook);
  expect(await make(workbook)).toEqual({ occupied: { name: SUMMARY_NAME, freeName: `${SUMMARY_NAME}2` } });
  expect(await make(workbook, "newSheet")).toMatchObject({ made: { name: `${SUMMARY_NAME}2` } });
  expect(await make(workbook, "replace")).toMatchObject({ made: { name: SUMMARY_NAME } });
  expect(sheetNames(workbook).sort()).toEqual(["Sheet1", LEDGER_NAME, SUMMARY_NAME, `${SUMMARY_NAME}2`].sort());
});

it.each(["Range.formulas", "ChartCollection.add", "PageLayout.setPrintMargins"])(
  "leaves no half page, and the one before as it was, when %s fails",
  async (member) => {
    const workbook = await withLedger();
    await make(workbook);
    const before = cellsOf(workbook, SUMMARY_NAME);
    workbook.faults.failAt(member, "GeneralException");
    await expect(make(workbook, "replace")).rejects.toMatchObject({ code: "GeneralException" });
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, SUMMARY_NAME]);
    expect(cellsOf(workbook, SUMMARY_NAME)).toEqual(before);
  },
);
