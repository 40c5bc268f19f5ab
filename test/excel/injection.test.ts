/** Names, reasons and files that look like formulas, numbers, dates or truth values stay the texts they are, on every sheet of ours. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { applyCollection, undoCollection } from "../../src/excel/applyCollection";
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { ledgerOn } from "../../src/excel/findLedger";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { collect } from "../../src/sheets/returns";
import { catalogFile } from "../core/jingzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

jest.setTimeout(120_000);
afterEach(() => {
  session.useEmbedded();
  closeWorkbooks();
});

const HOSTILE = [
  "=1+1",
  '=HYPERLINK("http://example.invalid","x")',
  "+86",
  "-2",
  "@SUM(A1)",
  "\t=1+4",
  "\r=1+2",
  "=1+3's",
  "5%",
  "TRUE",
  "2024-06-30",
  "1/2",
  "1e3",
  "007",
  "#N/A",
  "（5）",
  "上午8时",
];
const AS_A_BUREAU = ["=2+2", ">0", "市*局", "12%"];

/** A catalog in which everything that can be a text is one of these. */
function hostileCatalog() {
  const file = catalogFile(
    ...HOSTILE.map((indicator, position) => ({
      kind: "flow" as const,
      indicator,
      department: position < AS_A_BUREAU.length ? `d${position}` : "d0",
      target: { comparator: "plain" as const, value: 100 + position, unit: "个" },
      source: { document: "report", section: "=1", phrase: "=3+4", speaker: "@x" },
    })),
  );
  return validateCatalog({
    ...file,
    title: "=5+5",
    region: "=6+6",
    version: "=7",
    departments: AS_A_BUREAU.map((name, position) => ({ id: `d${position}`, name })),
  });
}

/** Every cell of a sheet that shows one of the texts. */
function textsOn({ engine, host }: OpenWorkbook, sheet: string) {
  const cells = engine.read(engine.usedArea(host.findSheet(sheet)!, true)!).flat();
  return {
    texts: cells.flatMap(({ value, formula }) => (formula === null && typeof value === "string" ? value : [])),
    alive: cells.flatMap(({ formula }) =>
      formula !== null && /^=(\d+\+|HYPERLINK|-|\+)/.test(formula) ? formula : [],
    ),
  };
}

it("in ledger, update, summary, history, leader's copy and record", async () => {
  const workbook = await openForTheAddIn();
  const catalog = hostileCatalog();
  session.useCatalog(new CatalogIndex(catalog));
  const every = AS_A_BUREAU.map((_, position) => `d${position}`);
  await workbook.run((context) => buildLedger(context, session.inForce(), every, "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 1);
  await workbook.type(`${LEDGER_NAME}!R6`, "'=8+8");
  await workbook.idle();
  const ledger = textsOn(workbook, LEDGER_NAME);
  expect(ledger.alive).toEqual([]);
  expect(ledger.texts).toEqual(expect.arrayContaining([...HOSTILE, ...AS_A_BUREAU, "=8+8"]));

  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, every));
  await workbook.idle();
  expect(textsOn(workbook, LEDGER_NAME)).toEqual(ledger);

  await workbook.run((context) => makeSummary(context, session.inForce(), "ask"));
  await workbook.idle();
  const summary = textsOn(workbook, "汇总");
  expect(summary.alive).toEqual([]);
  expect(summary.texts).toEqual(expect.arrayContaining([...AS_A_BUREAU, "=1+1", "=8+8"]));
  const page = workbook.engine.read(workbook.engine.usedArea(workbook.host.findSheet("汇总")!, true)!);
  const counted = AS_A_BUREAU.map((name) => page.find(([first]) => first!.value === name)![8]!.value);
  expect(counted).toEqual([HOSTILE.length - 3, 1, 1, 1]); // COUNTIFS reads no name as a condition

  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  await workbook.run((context) => freezePeriod(context, session.inForce(), false));
  await workbook.idle();
  const history = textsOn(workbook, "历史");
  expect(history.alive).toEqual([]);
  expect(history.texts).toEqual(expect.arrayContaining([...HOSTILE, ...AS_A_BUREAU, "=8+8"]));

  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await workbook.idle();
  const copy = textsOn(
    workbook,
    sheetNames(workbook).find((name) => name.includes("领导版"))!,
  );
  expect(copy.alive).toEqual([]);
  expect(copy.texts).toEqual(expect.arrayContaining([...HOSTILE, ...AS_A_BUREAU, "=8+8"]));

  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  await workbook.run(async (context) => {
    const master = (await ledgerOn(context, LEDGER_NAME))!;
    const row = master.rows[0]!.row - master.cells.row;
    const column = master.at.measures! - master.cells.column;
    const values = master.cells.values.map((cells, at) =>
      at === row ? cells.map((value, place) => (place === column ? "=9+9" : value)) : cells,
    );
    const returned = { ...master, cells: { ...master.cells, values } };
    const collection = collect(session.index, master, [{ file: "=cmd.xlsx", ledgers: [returned] }]);
    await applyCollection(context, collection, new Map());
  });
  await workbook.idle();
  const record = textsOn(workbook, "填报记录");
  expect(record.alive).toEqual([]);
  expect(record.texts).toEqual(expect.arrayContaining(["=cmd.xlsx", "=1+1", "=2+2", "=9+9"]));
  expect(textsOn(workbook, LEDGER_NAME).texts).toContain("=9+9");
  await workbook.run((context) => undoCollection(context));
  await workbook.idle();
  expect(textsOn(workbook, "填报记录").alive).toEqual([]);
});
