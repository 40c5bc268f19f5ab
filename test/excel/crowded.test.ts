/** Sheets made in a workbook that others use too: fifty sheets, and a co-author who types meanwhile. */
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { refreshOurCells } from "../../src/excel/refresh";
import { updateLedger } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";
import { session } from "../../src/excel/session";

afterEach(closeWorkbooks);

it("does everything in a workbook of fifty sheets, in a handful of requests each", async () => {
  const workbook = await openForTheAddIn({ office: "2021" });
  await workbook.run(async (context) => {
    for (let sheet = 1; sheet < 50; sheet++) {
      const added = context.workbook.worksheets.add(`第${sheet}张`);
      added.getRange("B2:C3").values = [
        ["部门", sheet],
        ["指标", sheet],
      ];
    }
    await context.sync();
  });
  const others = sheetNames(workbook);
  const requests: Record<string, number> = {};
  const counted = async <T>(name: string, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    const ledger = workbook.host.findSheet(LEDGER_NAME);
    if (ledger) workbook.engine.activate(ledger);
    workbook.batches.requests.length = 0;
    const answer = await workbook.run(work);
    requests[name] = workbook.batches.requests.filter(({ actions }) => actions > 0).length;
    await workbook.idle();
    return answer;
  };
  await counted("build", (context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 900);
  await workbook.idle();
  await counted("update", (context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]));
  await counted("summary", (context) => makeSummary(context, session.inForce(), "ask"));
  await counted("copy", (context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await counted("freeze", (context) => freezePeriod(context, session.inForce(), false));
  await counted("refresh", refreshOurCells);
  const { sheets, verdicts } = await counted("inspect", inspectWorkbook);
  expect(sheets).toBe(50 + 4);
  expect(verdicts).toHaveLength(12);
  expect(sheetNames(workbook)).toEqual(expect.arrayContaining(others));
  expect(Math.max(...Object.values(requests))).toBeLessThanOrEqual(8);
});

it("keeps what a co-author types while a ledger is extended and frozen", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.idle();
  let typed = 3000;
  const typing = (work: (context: Excel.RequestContext) => Promise<unknown>) =>
    workbook.run(async (context) => {
      const sync = context.sync.bind(context);
      context.sync = (async () => {
        await sync();
        typed += 1; // between two requests somebody else fills in a figure and a reason
        await workbook.faults.coAuthorWrites(`${LEDGER_NAME}!H6`, [[typed]]);
        await workbook.faults.coAuthorWrites(`${LEDGER_NAME}!R7`, [[`因为${typed}`]]);
      }) as typeof context.sync;
      await work(context);
    });
  await typing((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]));
  await workbook.idle();
  const at = (address: string) => workbook.cell(`${LEDGER_NAME}!${address}`).value;
  expect([at("H6"), at("R7"), at("B16")]).toEqual([typed, `因为${typed}`, "市税务局"]);
  await typing((context) => freezePeriod(context, session.inForce(), false));
  await workbook.idle();
  expect([at("H6"), at("R7"), at("T6")]).toEqual([typed, `因为${typed}`, "2024Q2 达进度"]);
});
