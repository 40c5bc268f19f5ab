import { insertCells, pickCell, valuesOf } from "../../src/excel/insertCells";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(closeWorkbooks);

it("puts formulas beside each other from the selected cell on", async () => {
  const workbook = await openForTheAddIn();
  const inserted = await workbook.run((context) => insertCells(context, ["市教育局", "=1+1"], false));
  expect(inserted).toEqual({ sheet: "Sheet1", address: "A1:B1", present: [] });
  expect(workbook.cell("A1").value).toBe("市教育局");
  expect(workbook.cell("B1")).toMatchObject({ formula: "=1+1", value: 2 });
});

it("overwrites only what it may, and all or nothing", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B1", "手工");
  const refused = await workbook.run((context) => insertCells(context, ["=1+1", "=2+2"], false));
  expect(refused).toEqual({ sheet: "Sheet1", address: "A1:B1", present: ["手工"] });
  expect([workbook.cell("A1").value, workbook.cell("B1").value]).toEqual([null, "手工"]);
  await workbook.run((context) => insertCells(context, ["=1+1", "=2+2"], true, refused));
  expect([workbook.cell("A1").value, workbook.cell("B1").value]).toEqual([2, 4]);
});

it("tells that a protected sheet takes no formula", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().protection.protect();
    await context.sync();
  });
  const inserting = workbook.run((context) => insertCells(context, ["=1+1"], false));
  await expect(inserting).rejects.toMatchObject({ code: "AccessDenied" });
  expect(workbook.cell("A1").formula).toBeNull();
});

it("names the selected cell as a formula may, and reads what such a name holds", async () => {
  const workbook = await openForTheAddIn({ sheetName: "我的 表" });
  await workbook.type("A1", "3900");
  const { reference } = await workbook.run(pickCell);
  expect(reference).toBe("'我的 表'!A1");
  expect(await workbook.run((context) => valuesOf(context, [reference, null]))).toEqual([3900, null]);
});
