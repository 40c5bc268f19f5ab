/** Notes of cells: they come with a file, move and are copied with their cells, and go into files again. */
import { Workbook } from "exceljs";
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";
import { openXlsx } from "./xlsx/openXlsx";
import { writeXlsx } from "./xlsx/writeXlsx";

const opened: OpenWorkbook[] = [];
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));

/** A workbook opened from a file with a plain note at A1 and a formatted one at B3. */
async function withNotes(): Promise<OpenWorkbook> {
  const workbook = openWorkbook();
  workbook.useGlobally();
  opened.push(workbook);
  const file = new Workbook();
  const sheet = file.addWorksheet("台账");
  sheet.getCell("A1").value = "口径";
  sheet.getCell("A1").note = "口径见文件";
  sheet.getCell("B3").value = 3;
  sheet.getCell("B3").note = { texts: [{ text: "第三行", font: { bold: true } }, { text: "的数待核" }] };
  await openXlsx(workbook.host, new Uint8Array(await file.xlsx.writeBuffer()), { functions: [] });
  return workbook;
}

/** The notes in a file that is written now. */
async function inFile({ host }: OpenWorkbook): Promise<string[][]> {
  const file = new Workbook();
  await file.xlsx.load((await writeXlsx(host, { functions: [] })) as never);
  const found: string[][] = [];
  for (const sheet of file.worksheets)
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const note = cell.note as string | { texts?: { text: string }[] } | undefined;
        const content = typeof note === "string" ? note : note?.texts?.map(({ text }) => text).join("");
        if (content) found.push([`${sheet.name}!${cell.address}`, content]);
      }),
    );
  return found;
}

it("comes with a file and goes into the next", async () => {
  expect(await inFile(await withNotes())).toEqual([
    ["台账!A1", "口径见文件"],
    ["台账!B3", "第三行的数待核"],
  ]);
});

it("moves with its cell, goes with it, and is copied with the sheet", async () => {
  const workbook = await withNotes();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("台账");
    sheet.getRange("2:2").insert("Down");
    await context.sync();
    sheet.getRange("1:1").delete("Up");
    sheet.copy("End");
    await context.sync();
  });
  expect((await inFile(workbook)).map(([place]) => place)).toEqual(["台账!B3", "台账 (2)!B3"]);
});
