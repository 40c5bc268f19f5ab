/** Calling our formulas anew: few requests, protected sheets. */
import { buildLedger } from "../../src/excel/buildLedger";
import { inspectWorkbook } from "../../src/excel/inspect";
import { refreshOurCells } from "../../src/excel/refresh";
import { session } from "../../src/excel/session";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const CALL = '=TARGET("教育局","新增学位")';

it("calls nothing in an empty workbook", async () => {
  const workbook = await openForTheAddIn();
  expect(await workbook.run(refreshOurCells)).toEqual({ cells: 0, locked: [] });
});

it("calls the functions again and leaves other formulas alone", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B2", CALL);
  await workbook.type("B3", "=1+1");
  await workbook.idle();
  const before = workbook.functions.invocations;
  expect(await workbook.run(refreshOurCells)).toEqual({ cells: 1, locked: [] });
  await workbook.idle();
  expect(workbook.functions.invocations).toBe(before + 1);
  expect(workbook.cell("B2").formula).toBe(CALL);
});

it("writes a column of cells as one rectangle", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education", "tax"], "ask"));
  await workbook.idle();
  workbook.batches.requests.length = 0;
  expect(await workbook.run(refreshOurCells)).toEqual({ cells: 12, locked: [] });
  const asked = workbook.batches.requests.filter(({ actions }) => actions > 0);
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(asked.at(-1)!.actions).toBeLessThan(2 * 12); // a cell alone takes several
});

it("opens a protected sheet for it and protects it again as it was", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B2", CALL);
  const protection = (options?: Excel.WorksheetProtectionOptions) =>
    workbook.run(async (context) => {
      const { protection: found } = context.workbook.worksheets.getItem("Sheet1");
      if (options) found.protect(options);
      found.load("protected,options");
      await context.sync();
      return { on: found.protected, options: found.options };
    });
  const before = await protection({ allowInsertRows: true });
  expect(await workbook.run(refreshOurCells)).toEqual({ cells: 1, locked: [] });
  expect(await protection()).toEqual(before);
  workbook.faults.failAt("Range.formulas", "GeneralException");
  await expect(workbook.run(refreshOurCells)).rejects.toMatchObject({ code: "GeneralException" });
  expect(await protection()).toEqual(before);
});

it("names a sheet with a password and refreshes the others", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B2", CALL);
  await workbook.run(async (context) => {
    context.workbook.worksheets.add("公开").getRange("A1").formulas = [[CALL]];
    context.workbook.worksheets.getItem("Sheet1").protection.protect({}, "secret");
    await context.sync();
  });
  await workbook.idle();
  expect(await workbook.run(refreshOurCells)).toEqual({ cells: 1, locked: ["Sheet1"] });
});

it("reads a workbook of a hundred thousand cells in few requests", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:T5000").values = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 20 }, () => row));
    sheet.getRange("T5000").formulas = [[CALL]];
    await context.sync();
  });
  await workbook.idle();
  workbook.batches.requests.length = 0;
  const { cells } = await workbook.run(inspectWorkbook);
  expect(cells.map(({ address, value }) => [address, value])).toEqual([["T5000", 8310]]);
  expect(workbook.batches.requests.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(10);
});

it("leaves text that looks like a formula text", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A2").values = [[`'${CALL}`], [CALL]];
    await context.sync();
  });
  await workbook.idle();
  expect((await workbook.run(inspectWorkbook)).cells.map(({ address }) => address)).toEqual(["A2"]);
  expect(await workbook.run(refreshOurCells)).toEqual({ cells: 1, locked: [] });
  await workbook.idle();
  expect([workbook.cell("A1").value, workbook.cell("A1").formula, workbook.cell("A2").value]).toEqual([
    CALL,
    null,
    8310,
  ]);
});

it("counts formatted blanks for nothing, and does not wait for a sheet of millions of cells", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", CALL);
  await workbook.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Sheet1").getRange("A:T").format.fill.color = "#FFFFCC";
    const far = worksheets.add("远");
    far.getRange("A1").values = [["始"]];
    far.getRange("XFD200").values = [["终"]];
    await context.sync();
  });
  await workbook.idle();
  workbook.batches.requests.length = 0;
  const { cells, tooLarge } = await workbook.run(inspectWorkbook);
  expect([cells.map(({ address }) => address), tooLarge]).toEqual([["A1"], ["远"]]);
  expect(workbook.batches.requests.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(3);
});
