/** How a ledger looks on its sheet: the filter on its headings, its short view, the greys of rhythms, and shapes of a ledger made earlier. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { switchBrief } from "../../src/excel/briefLedger";
import { buildLedger } from "../../src/excel/buildLedger";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import type { Commitment } from "../../src/core/types";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

async function built() {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.idle();
  const sheet = () => workbook.host.findSheet(LEDGER_NAME)!;
  const fills = (row: number, column: number, columns: number) =>
    workbook.engine.styles({ sheet: sheet(), row, column, rows: 1, columns })[0]!.map(({ fill }) => fill);
  const update = () => workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, null));
  const hidden = () =>
    Array.from({ length: 23 }, (_, column) => column).filter((column) =>
      workbook.engine.isColumnHidden(sheet(), column),
    );
  return { ...workbook, sheet, fills, update, hidden };
}
/** The catalog with the first promise of the education bureau as it is reported now. */
function useRhythm(rhythm: Commitment["rhythm"]): void {
  const { catalog } = session.index;
  const [first] = session.index.commitmentsOf("education");
  const commitments = catalog.commitments.map((each) =>
    each.id === first?.id ? { ...each, ...(rhythm ? { rhythm } : {}) } : each,
  );
  session.useCatalog(new CatalogIndex(validateCatalog({ ...catalog, schemaVersion: 2, commitments })));
}
const INPUT = "#FFFBE6";
const CLOSED = "#D9D9D9";

it("has a filter over its headings and rows, and none of its legend", async () => {
  const { host, sheet } = await built();
  expect(host.record(sheet()).filter).toMatchObject({ row: 4, column: 0, rows: 11, columns: 24 });
});

it("shows a short view with the verdict beside what is typed, and all of it again", async () => {
  const { run, hidden, type } = await built();
  await type(`${LEDGER_NAME}!C3`, "2024Q2");
  expect(await run((context) => switchBrief(context))).toEqual({ shows: "brief", name: LEDGER_NAME });
  expect(hidden()).toEqual([5, 11, 12, 13, 14]); // 基数, 最新累计, 完成率, 序时进度, 差距
  expect(await run((context) => switchBrief(context))).toEqual({ shows: "whole", name: LEDGER_NAME });
  expect(hidden()).toEqual([]);
});

it("the short view of a protected ledger leaves it protected, and is refused where a password is", async () => {
  const { run, hidden, host, sheet } = await built();
  await run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect({ allowSort: true });
    await context.sync();
  });
  expect(await run((context) => switchBrief(context))).toMatchObject({ shows: "brief" });
  expect([hidden().length, host.record(sheet()).protection?.options["allowSort"]]).toEqual([5, true]);
  await run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(LEDGER_NAME);
    protection.unprotect();
    protection.protect({}, "secret");
    await context.sync();
  });
  expect(await run((context) => switchBrief(context))).toEqual({ refused: "locked" });
  expect(hidden()).toHaveLength(5);
});

it("an update paints the periods of a row as its rhythm has them now, and nothing of other rows", async () => {
  const workbook = await built();
  const { fills, update, run, host, sheet } = workbook;
  await run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).getRange("G7").format.fill.color = "#FFC000"; // a person's own mark
    await context.sync();
  });
  expect(fills(5, 6, 4)).toEqual([INPUT, INPUT, INPUT, INPUT]);
  useRhythm("halfYearly");
  await update();
  await workbook.idle();
  expect(fills(5, 6, 4)).toEqual([CLOSED, INPUT, CLOSED, INPUT]);
  expect(fills(6, 6, 4)).toEqual(["#FFC000", INPUT, INPUT, INPUT]);
  const isLocked = (column: number) => host.isLocked(sheet(), 5, column);
  expect([6, 7, 8, 9].map(isLocked)).toEqual([true, false, true, false]);
  useRhythm("quarterly");
  await update();
  await workbook.idle();
  expect([fills(5, 6, 4), [6, 7, 8, 9].map(isLocked)]).toEqual([
    [INPUT, INPUT, INPUT, INPUT],
    [false, false, false, false],
  ]);
});

it("a ledger made when two verdicts had one shape has the shapes of today once it is updated, in its legends too", async () => {
  const workbook = await built();
  const { type, run, engine, sheet } = workbook;
  await type(`${LEDGER_NAME}!C3`, "2024Q2");
  await type(`${LEDGER_NAME}!H6`, 4000);
  await run(async (context) => {
    const ledger = context.workbook.worksheets.getItem(LEDGER_NAME);
    const lights = ledger.getRange("Q6:Q15");
    lights.load("formulas");
    await context.sync();
    lights.formulas = (lights.formulas as string[][]).map(([formula]) => [formula!.replace("●◆▲■○◇–", "●●▲■○○–")]);
    ledger.getRange("H1").values = [["● 达进度"]];
    ledger.getRange("A19").values = [["●"]];
    await context.sync();
  });
  await workbook.idle();
  expect([workbook.cell(`${LEDGER_NAME}!Q6`).value, workbook.cell(`${LEDGER_NAME}!B19`).value]).toEqual([
    "●",
    "达进度",
  ]);
  await workbook.update();
  await workbook.idle();
  const shown = (address: string) => workbook.cell(`${LEDGER_NAME}!${address}`).value;
  expect(["Q6", "H1", "A19", "Q7"].map(shown)).toEqual(["◆", "◆ 达进度", "◆", "◇"]);
  expect(engine.painted(sheet(), 5, 16)).toMatchObject({ fontColour: "#0B5A1E" });
});
