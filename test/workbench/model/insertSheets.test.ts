import { Desk, ObjectArgument, range, SHEET, type Step } from "../fixtures/desk";
import { retargeted } from "../engine/address";
import { writeXlsx } from "../xlsx/writeXlsx";

const opened: Desk[] = [];
const desk = (excelApi?: string): Desk => {
  const made = new Desk(excelApi);
  opened.push(made);
  return made;
};
afterEach(() => opened.splice(0).forEach((each) => each.close()));

const sheet = (name: string): readonly Step[] => [["Worksheets"], ["GetItemOrNullObject()", name]];
const names = async (made: Desk): Promise<unknown[]> =>
  (await made.items([["Worksheets"]], "name")).map(({ Name }) => Name);

/** A workbook of two sheets, the second reckons with the first. */
async function file(): Promise<string> {
  const source = desk();
  await source.act([["Worksheets"]], ["call", "Add", "说明"]);
  await source.put("A1:B2", [
    ["指标", "目标"],
    ["学位", 8310],
  ]);
  await source.act([...range("B2"), ["Format"], ["Fill"]], ["set", "Color", "#FFC7CE"]);
  await source.act(range("B2"), ["set", "NumberFormat", [["#,##0"]]]);
  await source.act([...range("A1"), ["Format"]], ["set", "ColumnWidth", 150]);
  await source.act([...sheet("说明"), ["GetRange()", "A1"]], ["set", "Formulas", [["=Sheet1!B2*2"]]]);
  await source.act([["Names"]], ["call", "Add", "学位目标", new ObjectArgument(range("B2"))]);
  const bytes = await writeXlsx(source.host, { functions: [] });
  return Buffer.from(bytes).toString("base64");
}

it("inserts all sheets of a file at the end, with values, formulas and looks, and tells their ids", async () => {
  const { base64, made } = { base64: await file(), made: desk() };
  await made.act(SHEET, ["set", "Name", "台账"]);
  const ids = await made.act([], ["call", "InsertWorksheetsFromBase64", base64, null]);
  expect(await names(made)).toEqual(["台账", "Sheet1", "说明"]);
  expect(ids).toEqual([(await made.load(sheet("Sheet1"), "id"))!.Id, (await made.load(sheet("说明"), "id"))!.Id]);
  expect(await made.load([...sheet("Sheet1"), ["GetRange()", "B2"]], "values,text,format/fill/color")).toMatchObject({
    Values: [[8310]],
    Text: [["8,310"]],
    Format: { Fill: { Color: "#FFC7CE" } },
  });
  expect(await made.values("A1", sheet("说明"))).toEqual([[16620]]);
  const width = await made.load([...sheet("Sheet1"), ["GetRange()", "A1"], ["Format"]], "columnWidth");
  expect(width!.ColumnWidth).toBeCloseTo(150, -1);
  expect(await made.load([["Names"], ["GetItem()", "学位目标"]], "formula")).toMatchObject({ Formula: "=Sheet1!$B$2" });
  expect(made.engine.sheets().find(({ id }) => id === made.engine.activeSheet())?.name).toBe("台账");
});

it("gives sheets whose names exist another name, and their formulas follow", async () => {
  const made = desk();
  await made.put("B2", [[1]]);
  await made.act([], ["call", "InsertWorksheetsFromBase64", await file(), { positionType: "Beginning" }]);
  expect(await names(made)).toEqual(["Sheet1 (2)", "说明", "Sheet1"]);
  expect((await made.load([...sheet("说明"), ["GetRange()", "A1"]], "formulas,values"))!).toMatchObject({
    Formulas: [["='Sheet1 (2)'!B2*2"]],
    Values: [[16620]],
  });
  expect(await made.values("B2", sheet("Sheet1"))).toEqual([[1]]);
});

it("inserts only the wanted sheets, before or after another", async () => {
  const made = desk();
  await made.act([["Worksheets"]], ["call", "Add", "末"]);
  const options = { sheetNamesToInsert: ["说明"], positionType: "Before", relativeTo: "末" };
  await made.act([], ["call", "InsertWorksheetsFromBase64", await file(), options]);
  expect(await names(made)).toEqual(["Sheet1", "说明", "末"]);
  expect(made.events).toEqual([]);
});

it("takes the other sheet as an object too, as the library sends it within options", async () => {
  const made = desk();
  await made.act([["Worksheets"]], ["call", "Add", "末"]);
  const request = {
    Actions: [
      {
        Id: 1,
        ActionType: 3,
        Name: "InsertWorksheetsFromBase64",
        ObjectPathId: 1,
        ArgumentInfo: {
          Arguments: [
            await file(),
            { sheetNamesToInsert: ["说明"], positionType: "After", relativeTo: { _ObjectPathId: 5 } },
          ],
        },
      },
    ],
    ObjectPaths: {
      1: { ObjectPathType: 1, Name: "" },
      3: { ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      5: { ObjectPathType: 3, Name: "GetFirst", ParentObjectPathId: 3, ArgumentInfo: { Arguments: [] } },
    },
  };
  expect((await made.batches.process(JSON.stringify(request))).Error).toBeUndefined();
  expect(await names(made)).toEqual(["Sheet1", "说明", "末"]);
});

it.each([
  ["no base64", "这不是文件"],
  ["broken", Buffer.from("PK\u0003\u0004 broken").toString("base64")],
  ["behind a password", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]).toString("base64")],
  ["empty", ""],
])("refuses a file that is %s, and inserts nothing", async (_, base64) => {
  const made = desk();
  expect(await made.refusal([], ["call", "InsertWorksheetsFromBase64", base64, null])).toBe(
    "InvalidArgument Workbook.insertWorksheetsFromBase64",
  );
  expect(await names(made)).toEqual(["Sheet1"]);
});

it("refuses names the file does not have, misspelt options, and an Office that is too old", async () => {
  const base64 = await file();
  const insert = (made: Desk, options: unknown): Promise<string | null> =>
    made.refusal([], ["call", "InsertWorksheetsFromBase64", base64, options]);
  const made = desk();
  expect(await insert(made, { sheetNamesToInsert: ["没有"] })).toMatch(/^InvalidArgument/);
  expect(await insert(made, { sheetNames: ["说明"] })).toMatch(/^InvalidArgument/);
  expect(await insert(made, { positionType: "Before" })).toMatch(/^InvalidArgument/);
  expect(await names(made)).toEqual(["Sheet1"]);
  expect(await insert(desk("1.12"), null)).toMatch(/^ApiNotFound/);
});

it("retargets names of sheets in formulas and leaves texts alone", () => {
  const moved = new Map([["台账", "台账 (2)"]]);
  expect(retargeted(`=SUM(台账!A1,'台账'!B1,清单!A1)&"台账!"`, moved)).toBe(
    `=SUM('台账 (2)'!A1,'台账 (2)'!B1,清单!A1)&"台账!"`,
  );
});
