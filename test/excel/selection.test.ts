import { insertFormula, selectedCell, withoutSheet } from "../../src/excel/selection";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

jest.setTimeout(60_000);
afterEach(closeWorkbooks);

it("reads the active cell as it stands", async () => {
  const workbook = await openForTheAddIn({ sheetName: "我的 表" });
  await workbook.type("A1", "9%");
  expect(await workbook.run(selectedCell)).toEqual({
    sheet: "我的 表",
    address: "A1",
    row: 0,
    column: 0,
    formula: "0.09",
    text: "9%",
    value: 0.09,
  });
});

it("puts a formula into an empty cell", async () => {
  const workbook = await openForTheAddIn();
  const { written } = await workbook.run((context) => insertFormula(context, "=1+1", false));
  expect(written).toBe(true);
  expect(workbook.cell("A1")).toMatchObject({ formula: "=1+1", value: 2 });
});

it("overwrites only what it may", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", "手工");
  const { written, before } = await workbook.run((context) => insertFormula(context, "=1+1", false));
  expect([written, before.formula, workbook.cell("A1").value]).toEqual([false, "手工", "手工"]);
  await workbook.run((context) => insertFormula(context, "=1+1", true));
  expect(workbook.cell("A1").value).toBe(2);
});

it("tells that a protected sheet takes no formula", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().protection.protect();
    await context.sync();
  });
  const inserting = workbook.run((context) => insertFormula(context, "=1+1", false));
  await expect(inserting).rejects.toMatchObject({ code: "AccessDenied" });
  expect(workbook.cell("A1").formula).toBeNull();
});

it.each([
  ["'我的 表'!B4", "B4"],
  ["Sheet1!A1:B2", "A1:B2"],
  ["C3", "C3"],
])("%s without its sheet is %s", (address, cells) => {
  expect(withoutSheet(address)).toBe(cells);
});
