import { firstFreeName } from "../../src/excel/asideSheet";
import { buildLedger } from "../../src/excel/buildLedger";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

afterEach(closeWorkbooks);

const { departments } = session.index.catalog;
const DEPARTMENT = departments.find(({ id }) => session.index.commitmentsOf(id).length > 2)!;
const COMMITMENTS = session.index.commitmentsOf(DEPARTMENT.id);
const FIRST_ROW = 6;

it("builds the ledger of a department with its formulas, input rules and verdicts", async () => {
  const workbook = await openForTheAddIn({ office: "2021" });
  const outcome = await workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "ask"));
  await workbook.idle();
  expect(outcome).toEqual({ built: { name: LEDGER_NAME, rows: COMMITMENTS.length } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  const { cell } = workbook;
  expect(cell(`${LEDGER_NAME}!B${FIRST_ROW}`).value).toBe(DEPARTMENT.name);
  expect(cell(`${LEDGER_NAME}!C${FIRST_ROW}`).value).toBe(COMMITMENTS[0]!.indicator);
  const sheet = workbook.host.findSheet(LEDGER_NAME)!;
  const cells = workbook.engine.read({ sheet, row: 0, column: 0, rows: 5 + COMMITMENTS.length, columns: 17 }).flat();
  expect(cells.filter(({ formula }) => formula?.includes("TARGET")).length).toBeGreaterThanOrEqual(COMMITMENTS.length);
  expect(cells.filter(({ isError, formula }) => isError && formula === null)).toEqual([]);
  expect(workbook.engine.colourRules(sheet).length).toBeGreaterThan(0);
  expect(workbook.engine.inputRule(sheet, 2, 2)).toMatchObject({ kind: "list" });
  expect(workbook.engine.activeSheet()).toBe(sheet);
  expect(workbook.host.record(sheet).pageSetup).not.toBeNull();
});

it("makes a ledger in four requests besides the release of its ranges", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "ask"));
  expect(workbook.batches.requests.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(5);
});

describe("where a sheet of the ledger's name stands", () => {
  const occupied = async () => {
    const workbook = await openForTheAddIn({ sheetName: LEDGER_NAME });
    await workbook.type("B2", "手工台账");
    return workbook;
  };

  it("asks and changes nothing", async () => {
    const workbook = await occupied();
    const outcome = await workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "ask"));
    expect(outcome).toEqual({ occupied: { name: LEDGER_NAME, freeName: `${LEDGER_NAME}2`, ledgers: [] } });
    expect(sheetNames(workbook)).toEqual([LEDGER_NAME]);
    expect(workbook.cell("B2").value).toBe("手工台账");
  });

  it("makes another sheet beside it", async () => {
    const workbook = await occupied();
    const outcome = await workbook.run((context) =>
      buildLedger(context, session.inForce(), [DEPARTMENT.id], "newSheet"),
    );
    expect(outcome).toMatchObject({ built: { name: `${LEDGER_NAME}2` } });
    expect(workbook.cell(`${LEDGER_NAME}!B2`).value).toBe("手工台账");
  });

  it("takes its place", async () => {
    const workbook = await occupied();
    const outcome = await workbook.run((context) =>
      buildLedger(context, session.inForce(), [DEPARTMENT.id], "replace"),
    );
    expect(outcome).toMatchObject({ built: { name: LEDGER_NAME } });
    expect(sheetNames(workbook)).toEqual([LEDGER_NAME]);
    expect(workbook.cell(`${LEDGER_NAME}!B${FIRST_ROW}`).value).toBe(DEPARTMENT.name);
  });

  it("fills an empty one without asking", async () => {
    const workbook = await openForTheAddIn({ sheetName: LEDGER_NAME });
    await workbook.run(async (context) => {
      context.workbook.worksheets.add("其他");
      await context.sync();
    });
    const outcome = await workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "ask"));
    expect(outcome).toMatchObject({ built: { name: LEDGER_NAME } });
    expect(sheetNames(workbook).sort()).toEqual(["其他", LEDGER_NAME].sort());
  });

  it.each([
    "Range.formulas",
    "DataValidation.rule",
    "PageLayout.setPrintArea",
    "Worksheet.delete",
    "Worksheet.activate",
  ])("leaves no half sheet when %s fails, and what stood stays", async (member) => {
    const workbook = await occupied();
    workbook.faults.failAt(member, "GeneralException");
    const building = workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "replace"));
    await expect(building).rejects.toMatchObject({ code: "GeneralException" });
    // Excel takes nothing back: behind the deletion the old sheet is gone, and the new one must not be half there either.
    const isBehindDeletion = member === "Worksheet.activate";
    if (!isBehindDeletion) {
      expect(sheetNames(workbook)).toEqual([LEDGER_NAME]);
      expect(workbook.cell("B2").value).toBe("手工台账");
    } else expect(sheetNames(workbook)).not.toContain(`${LEDGER_NAME}2`);
  });
});

it("leaves the workbook as it was when the request is refused as a whole", async () => {
  const workbook = await openForTheAddIn();
  workbook.faults.failRequest("ServiceNotAvailable", 2);
  const building = workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "ask"));
  await expect(building).rejects.toMatchObject({ code: "ServiceNotAvailable" });
  expect(sheetNames(workbook)).toEqual(["Sheet1"]);
});

it("refuses a workbook whose structure is protected", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const building = workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT.id], "ask"));
  await expect(building).rejects.toMatchObject({ code: "AccessDenied" });
  expect(sheetNames(workbook)).toEqual(["Sheet1"]);
});

it.each([
  ["台账", [], "台账"],
  ["台账", ["台账", "台账2"], "台账3"],
  ["Ledger", ["LEDGER"], "Ledger2"],
])("%s beside %j is called %s", (wanted, taken, free) => {
  expect(firstFreeName(wanted, taken)).toBe(free);
});
