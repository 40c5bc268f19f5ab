/** What Excel refuses, with the codes the real library hands to an add-in. */
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";

let workbook: OpenWorkbook;
beforeAll(() => {
  workbook = openWorkbook({ office: "2021" });
});
afterAll(() => workbook.close());

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

async function refusal(act: Act): Promise<OfficeExtension.Error> {
  try {
    await workbook.run(async (context) => {
      act(context.workbook.worksheets.getActiveWorksheet(), context);
      await context.sync();
    });
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("nothing was refused");
}

const INVALID = "The argument is invalid or missing or has an incorrect format.";

describe("names of sheets", () => {
  it.each(["", "一".repeat(32), "a:b", "a\\b", "a/b", "a?b", "a*b", "a[b", "a]b", "'a", "a'", "History", "HISTORY"])(
    "“%s” names no sheet, neither a new one nor one that stands",
    async (name) => {
      const adding = await refusal((_, context) => context.workbook.worksheets.add(name));
      expect(adding).toMatchObject({ code: "InvalidArgument", message: INVALID });
      const naming = await refusal((sheet) => (sheet.name = name));
      expect(naming).toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "Worksheet.name" } });
      expect(workbook.engine.sheets().map((sheet) => sheet.name)).toEqual(["Sheet1"]);
    },
  );

  it.each(["Sheet1", "sheet1"])("“%s” exists", async (name) => {
    const adding = await refusal((_, context) => context.workbook.worksheets.add(name));
    expect(adding).toMatchObject({
      code: "ItemAlreadyExists",
      message: "The resource being created already exists.",
      debugInfo: { errorLocation: "WorksheetCollection.add" },
    });
  });

  it("31 characters and an apostrophe in the middle are allowed", async () => {
    const name = `${"一".repeat(15)}'${"二".repeat(15)}`;
    await workbook.run(async (context) => {
      const sheet = context.workbook.worksheets.add(name);
      await context.sync();
      sheet.delete();
      await context.sync();
    });
  });
});

it.each<[string, Act, string]>([
  ["an address that is none", (sheet) => sheet.getRange("没有"), "InvalidArgument"],
  ["an address outside the sheet", (sheet) => sheet.getRange("A1048577"), "InvalidArgument"],
  ["a column outside the sheet", (sheet) => sheet.getRange("XFE1"), "InvalidArgument"],
  ["an address of another sheet", (sheet) => sheet.getRange("没有!A1"), "InvalidArgument"],
  ["a negative index", (sheet) => sheet.getRangeByIndexes(-1, 0, 1, 1), "InvalidArgument"],
  ["an empty rectangle", (sheet) => sheet.getRangeByIndexes(0, 0, 0, 1), "InvalidArgument"],
  ["an offset out of the sheet", (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0), "InvalidArgument"],
  ["a colour that is none", (sheet) => (sheet.getRange("A1").format.fill.color = "#12"), "InvalidArgument"],
  ["a colour nobody knows", (sheet) => (sheet.getRange("A1").format.font.color = "浅绿"), "InvalidArgument"],
  [
    "a word outside its list",
    (sheet) => (sheet.getRange("A1").format.horizontalAlignment = "Middle" as "Center"),
    "InvalidArgument",
  ],
  ["a number format that is none", (sheet) => (sheet.getRange("A1").numberFormat = [['"']]), "InvalidArgument"],
  ["a formula that cannot be read", (sheet) => (sheet.getRange("A1").formulas = [["=SUM("]]), "InvalidArgument"],
  ["an object in a cell", (sheet) => (sheet.getRange("A1").values = [[{}]]), "InvalidArgument"],
  ["a sheet that is not there", (_, context) => context.workbook.worksheets.getItem("没有"), "ItemNotFound"],
  ["deleting the only sheet", (sheet) => sheet.delete(), "InvalidOperation"],
])("%s is refused", async (_, act, code) => {
  expect(await refusal(act)).toMatchObject({ code });
});

it.each([[[[1, 2]]], [[[1], [2], [3]]], [[[1], [2, 3]]]])("%j does not fit A1:A2", async (values) => {
  const error = await refusal((sheet) => (sheet.getRange("A1:A2").values = values));
  expect(error).toMatchObject({
    code: "InvalidArgument",
    message: "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    debugInfo: { errorLocation: "Range.values" },
  });
  expect(workbook.cell("A1").value).toBeNull();
});

it("a property that is only read cannot be set", async () => {
  await expect(
    workbook.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.set({ address: "B1" } as object);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^Invalid/) as string });
});

it("a misspelt name in a load is not there", async () => {
  const error = await refusal((sheet) => sheet.getRange("A1").load("valeus"));
  expect(error).toMatchObject({ code: "ApiNotFound", debugInfo: { errorLocation: "Range.valeus" } });
});

it("what is newer than Office 2021 is not there, and Microsoft 365 has it", async () => {
  const listen: Act = (sheet) => sheet.onNameChanged.add(() => Promise.resolve()); // ExcelApi 1.17
  const error = await refusal(listen);
  expect(error).toMatchObject({ code: "ApiNotFound", debugInfo: { errorLocation: "Worksheet.onNameChanged" } });
  const newest = openWorkbook({ office: "365" });
  await newest.run(async (context) => {
    listen(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });
  newest.close();
});

it("reading what was not loaded, or loaded but not synced, is PropertyNotLoaded", async () => {
  for (const isLoaded of [false, true]) {
    const reading = workbook.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      if (isLoaded) range.load("values");
      else await context.sync();
      return range.values;
    });
    await expect(reading).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  }
});

it("a range is of no use when its run is over", async () => {
  const range = await workbook.run(async (context) => {
    const made = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    made.load("values");
    await context.sync();
    return made;
  });
  expect(() => range.load("address")).toThrow(expect.objectContaining({ code: "InvalidObjectPath" }) as Error);
});
