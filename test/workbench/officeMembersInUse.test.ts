/**
 * Every member of Excel's API the add-in uses goes through the emulated host at least once. The list comes from the compiler, so
 * a member the source starts to use fails here until the host answers it.
 */
import { buildLedger } from "../../src/excel/buildLedger";
import { dropCatalog, keepCatalog, useWorkbookCatalog, workbookCatalog } from "../../src/excel/catalogSource";
import { goTo, inspectWorkbook, selectedCall } from "../../src/excel/inspect";
import { collectReturns } from "../../src/excel/collectReturns";
import { ledgersAtHand, whenSheetsChange } from "../../src/excel/findLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { refreshOurCells } from "../../src/excel/refresh";
import { insertCells, pickCell, valuesOf } from "../../src/excel/insertCells";
import { isWorkbookEmpty } from "../../src/excel/readSheets";
import { whatStands } from "../../src/excel/whatStands";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { exerciseMember } from "./exerciseMember";
import { membersInUse } from "./membersInUse";
import { writeXlsx } from "./xlsx/writeXlsx";
import { addInFunctions } from "./node/addInFunctions";
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";

/** Events of the document, not of a request: the browser's stories hear them. */
const BESIDE_REQUESTS = new Set(["Workbook.onSelectionChanged"]);

const opened: OpenWorkbook[] = [];
afterAll(() => opened.splice(0).forEach((workbook) => workbook.close()));

async function open(): Promise<OpenWorkbook> {
  const workbook = openWorkbook({ office: "365", sheetName: "样张", functions: await addInFunctions() });
  workbook.useGlobally();
  opened.push(workbook);
  await workbook.type("A1", "市税务局");
  await workbook.type("B1", 1);
  await workbook.type("C5", "=TARGET(A1,A2)");
  return workbook;
}

/** The add-in's own code at work on a sample, and the members its requests used. */
async function membersOfItsWork(): Promise<ReadonlySet<string>> {
  const { run, batches, idle, host, engine } = await open();
  const department = session.index.catalog.departments[0]!.id;
  await run((context) => buildLedger(context, session.inForce(), [department], "ask"));
  await run((context) => buildLedger(context, session.inForce(), [department], "replace"));
  await idle();
  await run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, [department]));
  await idle();
  await run((context) => makeSummary(context, session.inForce(), "ask"));
  const toLedger = () => run((context) => goTo(context, { sheet: LEDGER_NAME, address: "A1" }));
  await toLedger();
  await run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await toLedger();
  await run((context) => freezePeriod(context, session.inForce(), false));
  await run(ledgersAtHand);
  await run((context) => whenSheetsChange(context, () => undefined));
  await toLedger();
  const bytes = await writeXlsx(host, { functions: engine.externalFunctionNames() });
  const file = {
    name: "甲.xlsx",
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
  };
  await run((context) => collectReturns(context, session.index, [file], { largest: 5e6, takesObjects: false }));
  await run(inspectWorkbook);
  await run(refreshOurCells);
  await run((context) => goTo(context, { sheet: "样张", address: "C5" }));
  await run(selectedCall);
  await run((context) => insertCells(context, ["=1"], true));
  await run(pickCell);
  await run((context) => valuesOf(context, ["样张!C5"]));
  await run(whatStands);
  await run(isWorkbookEmpty);
  await run((context) => keepCatalog(context, session.index.catalog));
  await run(workbookCatalog);
  await run(useWorkbookCatalog);
  await run(dropCatalog);
  return batches.reached;
}

const members = membersInUse();

it("the add-in's source uses Excel", () => {
  expect(members.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Range.formulas", "WorksheetCollection.add", "Worksheet.name", "RangeFill.color"]),
  );
});

it("every member in use is reached, by the add-in's work or by itself", async () => {
  const reached = new Set(await membersOfItsWork());
  const byItsWork = members.filter(({ name }) => reached.has(name)).length;
  expect(byItsWork).toBeGreaterThan(members.length / 2);
  const failures: string[] = [];
  for (const member of members) {
    if (reached.has(member.name) || BESIDE_REQUESTS.has(member.name)) continue;
    const workbook = await open();
    try {
      await workbook.run((context) => exerciseMember(context, member));
      if (!workbook.batches.reached.has(member.name)) failures.push(`${member.name} (${member.place}) was not reached`);
    } catch (error) {
      failures.push(
        `${member.name} (${member.place}): ${String(error)} ${workbook.batches.requests.at(-1)?.detail ?? ""}`,
      );
    }
  }
  expect(failures).toEqual([]);
});

it("a member nobody uses is not taken for reached", async () => {
  const { run, batches } = await open();
  const failing = run(async (context) => {
    context.workbook.worksheets.getItem("没有").load("name");
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(batches.reached.has("Worksheet.name")).toBe(false);
});
