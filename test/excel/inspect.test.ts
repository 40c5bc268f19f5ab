import { goTo, inspectWorkbook, selectedCall } from "../../src/excel/inspect";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(closeWorkbooks);

const CALL = '=TARGET("没有这个局","没有")';

it("finds our cells on every sheet and tells the wrong ones", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    context.workbook.worksheets.add("二");
    await context.sync();
  });
  await workbook.type("B2", CALL);
  await workbook.type("二!C3", "=SUM(1,2)");
  await workbook.type("二!C4", '=IFERROR(TARGET("没有这个局","没有"),"无")');
  await workbook.idle();
  const { cells, sheets } = await workbook.run(inspectWorkbook);
  expect(sheets).toBe(2);
  expect(cells.map(({ sheet, address, text, isError }) => [sheet, address, text, isError])).toEqual([
    ["Sheet1", "B2", "#N/A", true],
    ["二", "C4", "无", false],
  ]);
});

it("reads an empty workbook", async () => {
  const workbook = await openForTheAddIn();
  expect(await workbook.run(inspectWorkbook)).toEqual({
    broken: [],
    cells: [],
    verdicts: [],
    ledgers: [],
    likeLedgers: [],
    tooLarge: [],
    sheets: 1,
    protectedSheets: [],
  });
});

it("tells what the selected cell asks, with the values of its references", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", "市税务局");
  await workbook.type("C1", "=TARGET(A1,B1)");
  await workbook.run((context) => goTo(context, { sheet: "Sheet1", address: "C1" }));
  const { cell, values } = await workbook.run(selectedCall);
  expect(cell).toMatchObject({ sheet: "Sheet1", address: "C1", formula: "=TARGET(A1,B1)" });
  expect(values).toEqual(["市税务局", null]);
});

it("tells that the sheet a reference names is gone", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("C1", '=TARGET("a","b")');
  const going = workbook.run((context) => goTo(context, { sheet: "没有", address: "A1" }));
  await expect(going).rejects.toMatchObject({ code: "ItemNotFound" });
});
