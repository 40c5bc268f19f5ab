/** What a copied sheet takes along, and what is read of text that looks like a formula. */
import { openWorkbook, type OpenWorkbook } from "../node/openWorkbook";

const opened: OpenWorkbook[] = [];
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));
function open(locale: string): OpenWorkbook {
  const workbook = openWorkbook({ sheetName: "台账", locale });
  opened.push(workbook);
  return workbook;
}

it("a copy keeps the sheet's own names, and gets its own of the workbook's names that speak of the sheet", async () => {
  const { run, engine, cell, idle, type } = open("zh-CN");
  await type("A1", 5);
  await run(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheet = worksheets.getItem("台账");
    names.add("截至日", sheet.getRange("A1"));
    names.add("税率", "=0.1");
    sheet.names.add("自己的", sheet.getRange("A1"));
    sheet.getRange("B1").formulas = [["=截至日*2"]];
    await context.sync();
    sheet.copy("End");
    await context.sync();
    worksheets.getItem("台账 (2)").getRange("A1").values = [[7]];
    await context.sync();
  });
  await idle();
  const copy = engine.sheets()[1]!.id;
  const ofCopy = engine.names().filter(({ sheet }) => sheet === copy);
  expect(ofCopy.map(({ name, formula }) => `${name} ${formula}`).sort()).toEqual([
    "截至日 ='台账 (2)'!$A$1",
    "自己的 ='台账 (2)'!$A$1",
  ]);
  expect(engine.names()).toHaveLength(5);
  // The sheet that was copied goes on reckoning with its own cells.
  await type("台账!A1", 6);
  await idle();
  expect(cell("台账!B1").value).toBe(12);
});

it.each([
  ["zh-CN", "#溢出!"],
  ["en-US", "#SPILL!"],
])("in %s a blocked spill is shown as %s; its value is the same everywhere", async (locale, shown) => {
  const { run, type, idle } = open(locale);
  await type("A2", "挡住");
  await type("A1", "=SEQUENCE(2)");
  await idle();
  await run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.load("text,values");
    await context.sync();
    expect([range.text[0]?.[0], range.values[0]?.[0]]).toEqual([shown, "#SPILL!"]);
  });
});

it("`formulas` drops a leading apostrophe: what is read and written back becomes a formula", async () => {
  const { run, type, cell } = open("zh-CN");
  await type("A1", "'=1+1");
  await run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.load("formulas,values");
    await context.sync();
    expect([range.formulas[0]?.[0], range.values[0]?.[0]]).toEqual(["=1+1", "=1+1"]);
    range.formulas = range.formulas as unknown[][];
    await context.sync();
  });
  expect(cell("A1")).toMatchObject({ formula: "=1+1", value: 2 });
});
