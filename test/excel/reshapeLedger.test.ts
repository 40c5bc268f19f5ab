/** A ledger by quarter that goes on by month on its own sheet, and back: what speaks of a cell goes on speaking of the same figure. */
import { buildLedger } from "../../src/excel/buildLedger";
import { session } from "../../src/excel/session";
import { lookAtReshape, updateLedger } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import type { Entry } from "../../src/sheets/ledgerColumns";
import { addressOf } from "../../src/sheets/plan";
import { readSheet } from "../../src/sheets/standingLedger";
import { readSheets } from "../../src/excel/readSheets";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
  session.useEntry("cumulative");
});

/** The ledger of the education bureau by quarter (rows 6 to 15) as people leave it, and what other sheets reckon of it. */
async function workedIn() {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  const type = (address: string, input: string | number) => workbook.type(`${LEDGER_NAME}!${address}`, input);
  await type("C3", "2024Q2");
  await type("G6", 1500);
  await type("H6", 3200);
  await type("R6", "暑期集中完工");
  await workbook.type("Sheet1!A1", `=${LEDGER_NAME}!H6`);
  await workbook.type("Sheet1!A2", `=${LEDGER_NAME}!J4`); // the tolerance in points
  await workbook.type("Sheet1!A3", `=SUM(${LEDGER_NAME}!G6:H6)`);
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
    sheet.getRange("J4").values = [[2]];
    sheet.getRange("Y5:Y6").formulas = [["与上季比"], ["=H6-G6"]];
    sheet.getRange("H6").format.fill.color = "#FFC000";
    context.workbook.names.add("半年数", sheet.getRange("H6"));
    sheet.protection.protect({ allowSort: true });
    await context.sync();
  });
  const id = workbook.host.findSheet(LEDGER_NAME)!;
  workbook.host
    .record(id)
    .notes.push({ area: { sheet: id, row: 5, column: 7, rows: 1, columns: 1 }, content: "问过了" });
  await workbook.idle();
  const at = (address: string) => workbook.cell(`${LEDGER_NAME}!${address}`);
  const values = (...addresses: string[]) => addresses.map((address) => at(address).value);
  const goOnBy = async (entry: Entry, departments: readonly string[] | null = null) => {
    const done = await workbook.run((context) =>
      updateLedger(context, { ...session.inForce(), entry }, LEDGER_NAME, departments, true),
    );
    await workbook.idle();
    return done;
  };
  const ledger = async () => {
    const [, cells] = await workbook.run((context) => readSheets(context));
    const reading = readSheet(cells!);
    if (reading.is !== "ledger") throw new Error(reading.is);
    return reading.ledger;
  };
  return { ...workbook, id, at, values, goOnBy, ledger };
}

it("goes on by month with every figure where it is spoken of, as a ledger by month is made", async () => {
  const workbook = await workedIn();
  const { id, at, values, goOnBy } = workbook;
  expect(await goOnBy("cumulativeByMonth")).toMatchObject({ update: { added: [], gone: [], changed: [], kept: [] } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  expect(workbook.host.findSheet(LEDGER_NAME)).toBe(id);
  expect(values("G5", "H5", "I5", "K5", "N5", "Q5", "R5")).toEqual([
    "1–2月",
    "3月",
    "4月",
    "6月",
    "9月",
    "12月",
    "填报提示",
  ]);
  expect(values("G6", "H6", "I6", "K6", "Y6", "C3")).toEqual([null, 1500, null, 3200, "暑期集中完工", "2024Q2"]);
  expect([at("S6").value, at("W6").value]).toEqual([3200, "达进度"]);
  expect(["A1", "A2"].map((address) => workbook.cell(`Sheet1!${address}`))).toMatchObject([
    { formula: `=${LEDGER_NAME}!K6`, value: 3200 },
    { formula: `=${LEDGER_NAME}!L4`, value: 2 },
  ]);
  expect(at("AF6")).toMatchObject({ formula: "=K6-H6", value: 1700 });
  // The head is that of a ledger made by month.
  const made = await openForTheAddIn();
  session.useEntry("cumulativeByMonth");
  await made.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await made.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await made.idle();
  const head = (of: typeof made) => {
    const sheet = of.host.findSheet(LEDGER_NAME)!;
    const area = { sheet, row: 0, column: 0, rows: 5, columns: 31 };
    return {
      cells: of.engine.read(area).map((row) => row.map(({ formula, value }) => formula ?? value)),
      looks: of.engine.styles(area).map((row) =>
        row.map(({ fill, fontColour, bold, horizontal, numberFormat }) => ({
          fill,
          fontColour,
          bold,
          horizontal,
          numberFormat,
        })),
      ),
    };
  };
  const [ours, theirs] = [head(workbook), head(made)];
  ours.cells[3]![11] = theirs.cells[3]![11]!; // the tolerance a person set
  expect(ours.cells).toEqual(theirs.cells);
  expect(ours.looks).toEqual(theirs.looks);
  const body = (of: typeof made) =>
    of.engine
      .styles({ sheet: of.host.findSheet(LEDGER_NAME)!, row: 5, column: 6, rows: 10, columns: 11 })
      .map((row) => row.map((look) => ({ ...look, borders: null })));
  const painted = body(workbook).map((row) => row.map((look) => ({ ...look })));
  expect(painted[0]![4]!.fill).toBe("#FFC000");
  painted[0]![4]!.fill = body(made)[0]![4]!.fill;
  expect(painted).toEqual(body(made));
  const record = workbook.host.record(id);
  expect(record.pageSetup?.plain.paperSize).toBe("A3");
  expect(record.pageSetup?.printArea).toMatchObject({
    columns: made.host.record(made.host.findSheet(LEDGER_NAME)!).pageSetup?.printArea?.columns,
  });
  expect(record.notes).toMatchObject([{ area: { row: 5, column: 10 } }]);
  expect(record.protection).toMatchObject({ options: { allowSort: true } });
  const rules = (of: typeof made) =>
    of.engine
      .inputRules(of.host.findSheet(LEDGER_NAME)!)
      .map(({ rule, areas }) => `${areas.map((area) => addressOf(area)).join()} ${rule.first}`)
      .sort();
  expect(rules(workbook)).toEqual(rules(made));
});

it("goes back to quarters, keeps the months aside, and finds them again", async () => {
  const workbook = await workedIn();
  const { id, at, values, goOnBy } = workbook;
  await goOnBy("cumulativeByMonth");
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.unprotect();
    await context.sync();
  });
  await workbook.type(`${LEDGER_NAME}!I6`, 2100); // April
  await workbook.idle();
  expect(await goOnBy("cumulative", ["education", "tax"])).toMatchObject({ update: { reshape: { aside: ["4月"] } } });
  const ledger = await workbook.ledger();
  expect(ledger.entry).toBe("cumulative");
  expect(values("H5", "I5", "K5", "N5", "Q5")).toEqual(["一季度", "4月（原按月）", "二季度", "三季度", "四季度"]);
  expect(values("H6", "I6", "K6", "S6", "W6")).toEqual([1500, 2100, 3200, 3200, "达进度"]);
  const hidden = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].filter((column) =>
    workbook.engine.isColumnHidden(id, column),
  );
  expect(hidden).toEqual([6, 8, 9, 11, 12, 14, 15]);
  expect(workbook.cell("Sheet1!A1").value).toBe(3200);
  expect(workbook.cell("Sheet1!A2")).toMatchObject({ formula: `=${LEDGER_NAME}!Q4`, value: 2 });
  expect(values("H1", "K1", "N1", "Q1", "R1", "S1", "T1")).toEqual([
    "● 已完成",
    "◆ 达进度",
    "▲ 欠进度",
    "■ 严重滞后",
    "○ 未到期",
    "◇ 未填报",
    "– 无法核验",
  ]);
  expect(workbook.host.record(id).pageSetup?.plain.paperSize).toBe("A4");

  await goOnBy("cumulativeByMonth");
  expect((await workbook.ledger()).entry).toBe("cumulativeByMonth");
  expect(values("G5", "I5", "Q5", "I6", "K6")).toEqual(["1–2月", "4月", "12月", 2100, 3200]);
  expect(workbook.cell("Sheet1!A2")).toMatchObject({ formula: `=${LEDGER_NAME}!L4`, value: 2 });
  expect([6, 8, 9].some((column) => workbook.engine.isColumnHidden(id, column))).toBe(false);
  await workbook.type(`${LEDGER_NAME}!C3`, "2024年1-4月");
  await workbook.idle();
  expect(at("S6").value).toBe(2100);
});

it("names what would take in the new columns, and columns of people's own that are called like them", async () => {
  const workbook = await workedIn();
  const look = () =>
    workbook.run((context) =>
      lookAtReshape(context, { ...session.inForce(), entry: "cumulativeByMonth" }, LEDGER_NAME, null),
    );
  expect((await look()).takingIn).toEqual(["Sheet1!A3"]);
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
    sheet.protection.unprotect();
    sheet.getRange("Z5").values = [["4月"]];
    await context.sync();
  });
  expect((await look()).plan).toEqual({ refused: "headingTaken", headings: ["4月"] });
});
