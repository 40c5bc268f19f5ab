import "../workbench/fixtures/univerInNode";
import { buildLedger } from "../../src/excel/buildLedger";
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { STATUS_LOOKS } from "../../src/sheets/statusColours";
import { SUMMARY_NAME } from "../../src/sheets/summary";
import { STATUSES } from "../../src/core/types";
import { zh } from "../../src/strings/zh";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

jest.setTimeout(60_000);
afterEach(closeWorkbooks);

/** A workbook with the ledger of two departments, judged at the half-year. */
async function withLedger(office: "2021" | "365" = "365") {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, ["education", "government-data"], "ask"));
  const typed = { C3: "2024Q2", H6: 2000, H7: 1170, Q6: "两所学校用地未批，预计三季度开工" };
  for (const [address, value] of Object.entries(typed)) await workbook.type(`${LEDGER_NAME}!${address}`, value);
  await workbook.idle();
  return workbook;
}

/** The cells of a sheet, row by row. */
function cellsOf({ engine, host }: OpenWorkbook, sheet: string) {
  const area = engine.usedArea(host.findSheet(sheet)!, true)!;
  const [cells, texts] = [engine.read(area), engine.texts(area)];
  return cells.map((row, i) => row.map((cell, j) => ({ ...cell, text: texts[i]![j]! })));
}
const make = (workbook: OpenWorkbook, placement: "ask" | "newSheet" | "replace" = "ask") =>
  workbook.run((context) => makeSummary(context, placement));

it.each(["2021", "365"] as const)("makes the page of the active ledger in Office %s", async (office) => {
  const workbook = await withLedger(office);
  const outcome = await make(workbook);
  await workbook.idle();
  expect(outcome).toMatchObject({ made: { name: SUMMARY_NAME, ledger: LEDGER_NAME } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, SUMMARY_NAME]);
  for (const row of cellsOf(workbook, SUMMARY_NAME)) console.log(row.map((c) => c.text || "·").join(" | "));
});
