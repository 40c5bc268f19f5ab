/** What goes wrong on demand, seen from an add-in on the real library. */
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";

const opened: OpenWorkbook[] = [];
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));
function open(): OpenWorkbook {
  const workbook = openWorkbook();
  opened.push(workbook);
  return workbook;
}
const sheetOf = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet();
const write = async (context: Excel.RequestContext): Promise<void> => {
  sheetOf(context).getRange("A1").values = [["写入"]];
  await context.sync();
};
const read = async (context: Excel.RequestContext): Promise<unknown> => {
  const range = sheetOf(context).getRange("A1");
  range.load("values");
  await context.sync();
  return range.values[0]?.[0];
};

it("fails the n-th request from now, before anything of it is done, and no other", async () => {
  const { run, faults, cell } = open();
  faults.failRequest("ServiceNotAvailable", 2);
  await run(async (context) => {
    sheetOf(context).getRange("B1").values = [[1]];
    await context.sync();
    await expect(write(context)).rejects.toMatchObject({ code: "ServiceNotAvailable" });
  });
  expect(cell("B1").value).toBe(1);
  expect(cell("A1").value).toBeNull();
  await run(write);
  expect(cell("A1").value).toBe("写入");
});

it("fails at a member; what the request did before stays done", async () => {
  const { run, faults, cell } = open();
  faults.failAt("Range.values", "GeneralException", 2);
  const failing = run(async (context) => {
    sheetOf(context).getRange("A1").values = [[1]];
    sheetOf(context).getRange("A2").values = [[2]];
    sheetOf(context).getRange("A3").values = [[3]];
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({
    code: "GeneralException",
    debugInfo: { errorLocation: "Range.values" },
  });
  expect(["A1", "A2", "A3"].map((address) => cell(address).value)).toEqual([1, null, null]);
});

it("holds answers back", async () => {
  const { run, faults, batches } = open();
  faults.delay = 80;
  await run(write);
  expect(batches.requests[0]!.ms).toBeGreaterThanOrEqual(75);
});

it("refuses a request above 5 MB and writes nothing of it, unless the limit is off", async () => {
  const { run, faults, cell } = open();
  const writeMuch = async (context: Excel.RequestContext): Promise<void> => {
    const texts = Array.from({ length: 60 }, () => ["承".repeat(30_000)]);
    sheetOf(context).getRange("A1:A60").values = texts;
    await context.sync();
  };
  await expect(run(writeMuch)).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  expect(cell("A1").value).toBeNull();
  faults.refusesLargeRequests = false;
  await run(writeMuch);
  expect(String(cell("A60").value)).toHaveLength(30_000);
});

it("refuses an answer above 5 MB", async () => {
  const { run, faults } = open();
  faults.refusesLargeRequests = false;
  await run(async (context) => {
    sheetOf(context).getRange("A1:A60").values = Array.from({ length: 60 }, () => ["承".repeat(30_000)]);
    await context.sync();
  });
  const readMuch = (): Promise<number> =>
    run(async (context) => {
      const range = sheetOf(context).getRange("A1:A60");
      range.load("values");
      await context.sync();
      return range.values.length;
    });
  await expect(readMuch()).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  faults.refusesLargeResponses = false;
  expect(await readMuch()).toBe(60);
});

it("deletes a sheet between two syncs", async () => {
  const { run, faults, engine } = open();
  const failing = run(async (context) => {
    const sheet = context.workbook.worksheets.add("将没有");
    await context.sync();
    faults.deleteSheetBefore("将没有");
    sheet.getRange("A1").values = [[1]];
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(engine.sheets().map(({ name }) => name)).toEqual(["Sheet1"]);
});

it("refuses every change of a read-only document and answers every question", async () => {
  const { run, faults } = open();
  await run(write);
  faults.isReadOnly = true;
  expect(await run(read)).toBe("写入");
  const changes: ((context: Excel.RequestContext) => void)[] = [
    (context) => (sheetOf(context).getRange("A1").values = [[1]]),
    (context) => (sheetOf(context).name = "改名"),
    (context) => context.workbook.worksheets.add("新"),
    (context) => sheetOf(context).getRange("A1").clear(),
    (context) => (sheetOf(context).getRange("A1").format.fill.color = "#FF0000"),
  ];
  for (const change of changes) {
    const changing = run(async (context) => {
      change(context);
      await context.sync();
    });
    await expect(changing).rejects.toMatchObject({ code: "AccessDenied" });
  }
});

it("refuses everything while a cell is being edited", async () => {
  const { run, faults } = open();
  faults.isCellBeingEdited = true;
  await expect(run(read)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  faults.clear();
  expect(await run(read)).toBe("");
});

it("refuses it with either documented code", async () => {
  const { run, faults } = open();
  faults.isCellBeingEdited = true;
  faults.editModeCode = "InvalidOperation";
  await expect(run(read)).rejects.toMatchObject({ code: "InvalidOperation" });
  faults.clear();
  faults.isCellBeingEdited = true;
  await expect(run(read)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
});

it("refuses to unprotect a sheet without a password, and leaves it protected", async () => {
  const { run, faults, host } = open();
  const protection = (context: Excel.RequestContext) => sheetOf(context).protection;
  await run(async (context) => {
    protection(context).protect();
    await context.sync();
  });
  faults.refusesUnprotect = true;
  const unprotecting = () =>
    run(async (context) => {
      protection(context).unprotect();
      await context.sync();
    });
  await expect(unprotecting()).rejects.toMatchObject({ code: "AccessDenied" });
  expect(host.record("sheet-1").protection).not.toBeNull();
  faults.clear();
  await unprotecting();
  expect(host.record("sheet-1").protection).toBeNull();
});

it("reads protection options nobody set as null, which protect() does not take back", async () => {
  const { run, faults, host } = open();
  faults.readsUnsetOptionsAsNull = true;
  const protectingAgain = run(async (context) => {
    const { protection } = sheetOf(context);
    protection.protect({ allowFormatCells: true });
    protection.load("options");
    protection.unprotect();
    await context.sync();
    expect(protection.options).toMatchObject({ allowFormatCells: true, allowSort: null });
    protection.protect(protection.options);
    await context.sync();
  });
  await expect(protectingAgain).rejects.toMatchObject({ code: "InvalidArgument" });
  expect(host.record("sheet-1").protection).toBeNull();
});

it("lets a co-author write, and handlers hear that it was one", async () => {
  const { run, faults, idle, cell } = open();
  const told: string[] = [];
  await run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address, source }) => {
      told.push(`${address} ${source}`);
    });
    await context.sync();
  });
  await faults.coAuthorWrites("B2:C2", [["同事", "=1+1"]]);
  await idle();
  expect(told).toEqual(["B2:C2 Remote"]);
  expect([cell("B2").value, cell("C2").value]).toEqual(["同事", 2]);
});
