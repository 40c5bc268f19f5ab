/** Names, reasons and files that look like formulas, numbers, dates or truth values stay the texts they are, on every sheet of ours. */
import { CatalogIndex } from "../../src/core/catalog";
import { applyCollection, undoCollection } from "../../src/excel/applyCollection";
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { ledgerOn } from "../../src/excel/findLedger";
import { insertCells } from "../../src/excel/insertCells";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeIssueList } from "../../src/excel/makeIssueList";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { makeScores } from "../../src/excel/makeScores";
import { makeSummary } from "../../src/excel/makeSummary";
import { markOwnSheet, unmarkOwnSheet } from "../../src/excel/markOwnSheet";
import { session } from "../../src/excel/session";
import { checkCatalogSheet, makeCatalogSheet } from "../../src/excel/sheetSource";
import { updateLedger } from "../../src/excel/updateLedger";
import { CATALOG_SHEET } from "../../src/sheets/catalogSheet";
import { typedCall, typedRow } from "../../src/sheets/formulasTyped";
import { ISSUES_NAME } from "../../src/sheets/issueSheet";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { USUAL_COLUMNS } from "../../src/sheets/markColumns";
import { PLACES_NAME } from "../../src/sheets/placesTable";
import { addressOf, cell } from "../../src/sheets/plan";
import { collect } from "../../src/sheets/returns";
import { PLACES_SCORES_NAME, SCORES_NAME } from "../../src/sheets/scoreSheet";
import { zh } from "../../src/strings/zh";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { AS_A_BUREAU, AS_A_PLACE, expectTexts, HOSTILE, hostileCatalog, SAID, textsOn } from "./hostileCatalog";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

beforeEach(() => session.useCatalog(new CatalogIndex(hostileCatalog())));
afterEach(() => {
  session.useEmbedded();
  closeWorkbooks();
});

const EVERY = AS_A_BUREAU.map((_, position) => `d${position}`);
const OF_SOURCE = [SAID.document, SAID.section];

async function withLedger(): Promise<OpenWorkbook> {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), EVERY, "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 1);
  await workbook.type(`${LEDGER_NAME}!R6`, "'=8+8");
  await workbook.idle();
  return workbook;
}

const activate = ({ engine, host }: OpenWorkbook, sheet: string) => engine.activate(host.findSheet(sheet)!);

/** The cell under a heading, in the first row below it in which a text stands. */
function under({ engine, host }: OpenWorkbook, sheet: string, heading: string, text: string): string {
  const rows = engine.read(engine.usedArea(host.findSheet(sheet)!, true)!).map((row) => row.map(({ value }) => value));
  const header = rows.map((row) => row.includes(heading)).lastIndexOf(true);
  const row = rows.findIndex((each, at) => at > header && each.includes(text));
  return `${sheet}!${addressOf(cell(row, rows[header]!.indexOf(heading)))}`;
}

it("in ledger, update, summary, history, leader's copy and record", async () => {
  const workbook = await withLedger();
  const ledger = textsOn(workbook, LEDGER_NAME);
  expectTexts(workbook, LEDGER_NAME, [...HOSTILE, ...AS_A_BUREAU, "=8+8"]);

  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, EVERY));
  await workbook.idle();
  expect(textsOn(workbook, LEDGER_NAME)).toEqual(ledger);

  await workbook.run((context) => makeSummary(context, session.inForce(), "ask"));
  await workbook.idle();
  expectTexts(workbook, "汇总", [...AS_A_BUREAU, "=1+1", "=8+8"]);
  const page = workbook.engine.read(workbook.engine.usedArea(workbook.host.findSheet("汇总")!, true)!);
  const counted = AS_A_BUREAU.map((name) => page.find(([first]) => first!.value === name)![8]!.value);
  expect(counted).toEqual([HOSTILE.length - 3, 1, 1, 1]); // COUNTIFS reads no name as a condition

  activate(workbook, LEDGER_NAME);
  await workbook.run((context) => freezePeriod(context, session.inForce(), false));
  await workbook.idle();
  expectTexts(workbook, "历史", [...HOSTILE, ...AS_A_BUREAU, "=8+8"]);

  activate(workbook, LEDGER_NAME);
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await workbook.idle();
  const copy = sheetNames(workbook).find((name) => name.includes("领导版"))!;
  expectTexts(workbook, copy, [...HOSTILE, ...AS_A_BUREAU, "=8+8"]);

  activate(workbook, LEDGER_NAME);
  await workbook.run(async (context) => {
    const master = (await ledgerOn(context, LEDGER_NAME))!;
    const row = master.rows[0]!.row - master.cells.row;
    const typed = new Map([
      [master.at.measures! - master.cells.column, "=9+9"],
      [master.at.reason! - master.cells.column, "=9+8"],
    ]);
    const values = master.cells.values.map((cells, at) =>
      at === row ? cells.map((value, place) => typed.get(place) ?? value) : cells,
    );
    const returned = { ...master, cells: { ...master.cells, values } };
    const collection = collect(session.index, master, [{ file: "=cmd.xlsx", ledgers: [returned] }]);
    await applyCollection(context, collection, new Map(collection.conflicts.map(({ key }) => [key, 0])));
  });
  await workbook.idle();
  expectTexts(workbook, "填报记录", ["=cmd.xlsx", "=1+1", "=2+2", "=8+8", "=9+8", "=9+9"]);
  expectTexts(workbook, LEDGER_NAME, ["=9+8", "=9+9"]);
  await workbook.run((context) => undoCollection(context));
  await workbook.idle();
  expectTexts(workbook, LEDGER_NAME, ["=8+8"]);
  expectTexts(workbook, "填报记录", ["=8+8"]);
});

const places = (workbook: OpenWorkbook, placement: "ask" | "replace") =>
  workbook.run((context) => makePlacesTable(context, session.inForce(), ["TT2024-001", "TT2024-008"], placement));
const scores = (workbook: OpenWorkbook, placement: "ask" | "replace") =>
  workbook.run((context) => makeScores(context, session.inForce(), placement));

/** Makes the score sheet twice, with a basis typed into the first one. */
async function scored(workbook: OpenWorkbook, from: string, sheet: string): Promise<void> {
  activate(workbook, from);
  await scores(workbook, "ask");
  await workbook.type(under(workbook, sheet, zh.scores.headings.basis, "=1+1"), "'=8+8");
  activate(workbook, from);
  await scores(workbook, "replace");
}

it.each<[sheet: string, make: () => Promise<OpenWorkbook>, wanted: readonly string[]]>([
  [
    PLACES_NAME,
    async () => {
      const workbook = await openForTheAddIn();
      await places(workbook, "ask");
      await workbook.type(under(workbook, PLACES_NAME, "实际", AS_A_PLACE[0]!), "'=8+8");
      await places(workbook, "replace");
      return workbook;
    },
    [...AS_A_PLACE, SAID.group, "=8+8"],
  ],
  [
    PLACES_SCORES_NAME,
    async () => {
      const workbook = await openForTheAddIn();
      await places(workbook, "ask");
      await scored(workbook, PLACES_NAME, PLACES_SCORES_NAME);
      return workbook;
    },
    [...AS_A_PLACE, "=1+1", "=1+3's", "=8+8"],
  ],
  [
    SCORES_NAME,
    async () => {
      const workbook = await withLedger();
      await scored(workbook, LEDGER_NAME, SCORES_NAME);
      return workbook;
    },
    [...AS_A_BUREAU, ...HOSTILE, "=8+8"],
  ],
  [
    ISSUES_NAME,
    async () => {
      const workbook = await openForTheAddIn();
      const issues = HOSTILE.map((text) => {
        const row = { sheet: text, address: "A1", department: text, indicator: text };
        return { ...row, status: null, gap: text, reasons: [text] };
      });
      await workbook.run((context) => makeIssueList(context, issues, new Date(2024, 6, 1)));
      return workbook;
    },
    HOSTILE,
  ],
  [
    CATALOG_SHEET,
    async () => {
      const workbook = await openForTheAddIn();
      await workbook.run((context) => makeCatalogSheet(context, hostileCatalog(), "ask"));
      await workbook.type(under(workbook, CATALOG_SHEET, "目标值", "=1+1"), "'=8+8");
      await workbook.run((context) => checkCatalogSheet(context, CATALOG_SHEET));
      return workbook;
    },
    ["=1+1", "5%", "007", ...AS_A_BUREAU, SAID.title, SAID.region, SAID.alias, ...OF_SOURCE, "=8+8"],
  ],
  [
    "Sheet1",
    async () => {
      const workbook = await openForTheAddIn();
      const calls = [typedCall("TARGET", AS_A_BUREAU[0]!, HOSTILE[0]!, { actual: null, asOf: null })];
      await workbook.run((context) => insertCells(context, typedRow(["=2+2", "=1+1", "-2"], { calls }), false));
      await workbook.idle();
      expect(workbook.cell("D1").value).toBe(100);
      const values = { values: ["+86", "@SUM(A1)", 8310] };
      await workbook.run((context) =>
        insertCells(context, typedRow([], values), true, { sheet: "Sheet1", address: "A2" }),
      );
      return workbook;
    },
    ["=2+2", "=1+1", "-2", "+86", "@SUM(A1)"],
  ],
])("on %s, made anew over what was typed", async (sheet, make, wanted) => {
  const workbook = await make();
  await workbook.idle();
  expectTexts(workbook, sheet, wanted);
});

it.each<[layout: string, rows: readonly (readonly (string | number)[])[], heading: RegExp]>([
  [
    "indicators down",
    [
      ["责任单位", "指标", "年度目标", "累计完成"],
      [AS_A_BUREAU[0]!, "=1+1", 100, 50],
      [AS_A_BUREAU[0]!, "=1+3's", 107, 107],
    ],
    /状态/,
  ],
  [
    "indicators across",
    [
      ["县市区", "=1+1", "", "=1+3's", ""],
      ["", "目标", "完成", "目标", "完成"],
      ...AS_A_PLACE.map((place, at) => [place, 30 + at, 10, 20 + at, 20]),
    ],
    /^=1\+1.*状态/,
  ],
])("beside a person's own sheet, %s, whose cells stay what they are", async (_, rows, heading) => {
  const workbook = await openForTheAddIn();
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries())
      if (value !== "")
        await workbook.type(addressOf(cell(row, column)), typeof value === "string" ? `'${value}` : value);
  const before = textsOn(workbook, "Sheet1");
  const request = { sheet: null, roles: new Map(), names: new Map(), asOf: "2024Q2", shown: USUAL_COLUMNS };
  const outcome = await workbook.run((context) => markOwnSheet(context, session.inForce(), request));
  await workbook.idle();
  expect(outcome).toMatchObject({ marked: { sheet: "Sheet1" } });
  expectTexts(workbook, "Sheet1", before.texts);
  expect(textsOn(workbook, "Sheet1").texts.some((text) => heading.test(text))).toBe(true);
  await workbook.run((context) => unmarkOwnSheet(context, null));
  await workbook.idle();
  expect(textsOn(workbook, "Sheet1")).toEqual(before);
});
