import { openWorkbook, type OpenOptions, type OpenWorkbook } from "./node/openWorkbook";

const opened: OpenWorkbook[] = [];
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));
function open(options?: OpenOptions): OpenWorkbook {
  const workbook = openWorkbook(options);
  opened.push(workbook);
  return workbook;
}
const sheetOf = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet();

describe("the real library on the emulated host, in Node", () => {
  it("writes, calculates and reads", async () => {
    const { run, cell } = open();
    const read = await run(async (context) => {
      const range = sheetOf(context).getRange("A1:B2");
      range.formulas = [
        ["教育局", 2],
        ["=A1", "=B1*2"],
      ];
      range.load("values,address");
      await context.sync();
      return { values: range.values, address: range.address };
    });
    expect(read).toEqual({
      values: [
        ["教育局", 2],
        ["教育局", 4],
      ],
      address: "Sheet1!A1:B2",
    });
    expect(cell("B2")).toMatchObject({ value: 4, formula: "=B1*2", text: "4" });
  });

  it("refuses to read what was not loaded", async () => {
    const { run } = open();
    const reading = run(async (context) => {
      const range = sheetOf(context).getRange("A1");
      await context.sync();
      return range.values;
    });
    await expect(reading).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("tells the code, the place and the statement of an error", async () => {
    const { run } = open();
    const failing = run(async (context) => {
      context.workbook.worksheets.getItem("没有").getRange("A1").values = [[1]];
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { statement: expect.stringContaining("getItem") as string },
    });
  });

  it("answers null objects", async () => {
    const { run } = open();
    const isNull = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
      const used = sheet.getUsedRangeOrNullObject();
      used.load("address");
      await context.sync();
      return [sheet.isNullObject, used.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });

  it("hands events to the add-in's handlers", async () => {
    const { run, type, idle } = open();
    const told: string[] = [];
    await run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        told.push(`${event.changeType} ${event.address} ${event.source}`);
      });
      await context.sync();
    });
    await type("B2", 5);
    await idle();
    expect(told).toEqual(["RangeEdited B2 Local"]);
  });

  it("calls custom functions through the library's own runtime", async () => {
    const { type, idle, cell, functions } = open({
      functions: {
        metadata: [
          { id: "TWICE", name: "TWICE", parameters: [{ name: "number", type: "number" }] },
          { id: "REFUSE", name: "REFUSE", parameters: [] },
        ],
        run: ({ CustomFunctions }) => ({
          TWICE: (number: number) => number * 2,
          REFUSE: () => {
            throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "没有该部门") as unknown as Error;
          },
        }),
      },
    });
    await type("A1", "=TWICE(21)+1");
    await type("A2", "=REFUSE()");
    await idle();
    expect(cell("A1").value).toBe(43);
    expect(cell("A2").value).toBe("#N/A");
    expect(functions.message("sheet-1", 1, 0)).toBe("没有该部门");
  });
});
