/** Every command of the add-in that writes, each with what has to stand before it. */
import type { Commitment } from "../../../src/core/types";
import { RULES } from "../../../src/core/status";
import { applyCollection, undoCollection } from "../../../src/excel/applyCollection";
import { buildLedger, type Placement } from "../../../src/excel/buildLedger";
import { switchBrief } from "../../../src/excel/briefLedger";
import { dropBeside, dropCatalog, keepBeside, keepCatalog, pinUsed } from "../../../src/excel/catalogSource";
import { checkWorkbook, mendCells, restoreDamages } from "../../../src/excel/checkWorkbook";
import { freezePeriod } from "../../../src/excel/freezePeriod";
import { makeLeadersCopy } from "../../../src/excel/leadersCopy";
import { makeScores } from "../../../src/excel/makeScores";
import { makePlacesTable } from "../../../src/excel/makePlacesTable";
import { markOwnSheet, unmarkOwnSheet } from "../../../src/excel/markOwnSheet";
import { insertCells } from "../../../src/excel/insertCells";
import { makeIssueList } from "../../../src/excel/makeIssueList";
import { makeSummary } from "../../../src/excel/makeSummary";
import { refreshOurCells } from "../../../src/excel/refresh";
import { session } from "../../../src/excel/session";
import { checkCatalogSheet, makeCatalogSheet } from "../../../src/excel/sheetSource";
import { updateLedger } from "../../../src/excel/updateLedger";
import { keepEntry, keepPreset } from "../../../src/excel/workbookSettings";
import { writePart } from "../../../src/excel/workbookStore";
import { CATALOG_SHEET } from "../../../src/sheets/catalogSheet";
import { ISSUES_NAME } from "../../../src/sheets/issueSheet";
import type { Damage } from "../../../src/sheets/damage";
import { HISTORY_NAME } from "../../../src/sheets/history";
import { LEDGER_NAME } from "../../../src/sheets/ledger";
import type { Entry } from "../../../src/sheets/ledgerColumns";
import { leadersCopyName } from "../../../src/sheets/leadersCopy";
import { RECORD_NAME } from "../../../src/sheets/returnsRecord";
import type { Collection, Write } from "../../../src/sheets/bids";
import { SCORES_NAME } from "../../../src/sheets/scoreSheet";
import { PLACES_NAME } from "../../../src/sheets/placesTable";
import { SUMMARY_NAME } from "../../../src/sheets/summary";
import { yunzhou } from "../../core/yunzhou";
import type { OpenWorkbook } from "../../workbench/node/openWorkbook";
import { DEPARTMENT, SECOND, useSmallCatalog } from "./situations";

type Work = (context: Excel.RequestContext) => Promise<unknown>;

export interface Command {
  readonly name: string;
  /** The sheet it makes, which a co-author may make at the same time. */
  readonly makes: string;
  /** It keeps a choice: what stands in sheets is only called anew. */
  readonly keepsChoice?: boolean;
  readonly prepare?: (workbook: OpenWorkbook) => Promise<void>;
  readonly run: Work;
}

const once =
  (...works: readonly Work[]) =>
  async (workbook: OpenWorkbook): Promise<void> => {
    for (const work of works) {
      await workbook.run(work);
      await workbook.idle();
    }
    await remark(workbook);
    workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
    await workbook.idle();
  };

/** A person writes something of their own beside what was made, and reckons with it elsewhere. */
async function remark(workbook: OpenWorkbook): Promise<void> {
  await workbook.run(async (context) => {
    for (const name of [SUMMARY_NAME, leadersCopyName(LEDGER_NAME)]) {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      if (sheet.isNullObject) continue;
      sheet.getRange("AA1").values = [["领导批示"]];
      context.workbook.worksheets.getItem("Sheet1").getRange("D1").formulas = [[`='${name}'!AA1`]];
    }
    await context.sync();
  });
}

/** What a department's return came to: two figures, and a text that looks like a formula. */
export function collection(): Collection {
  const [first, second, third] = session.index.commitmentsOf(DEPARTMENT);
  const write = (commitment: Commitment | undefined, column: Write["column"], after: string | number): Write => ({
    id: commitment?.id ?? "",
    department: "市教育局",
    indicator: commitment?.indicator ?? "",
    column,
    before: "",
    after,
    files: ["教育局.xlsx"],
  });
  const writes = [write(first, "quarter3", 1200), write(second, "quarter3", 7), write(third, "measures", "=1+1")];
  return { sheet: LEDGER_NAME, entry: "cumulative", conflicts: [], leftOut: [], files: [], writes };
}

const collect: Work = (context) => applyCollection(context, collection(), new Map());
const CITY = yunzhou();
const comparePlaces = (context: Excel.RequestContext, placement: Placement) =>
  makePlacesTable(context, { ...session.inForce(), index: CITY }, ["YZ2024-001"], placement);
const OWN_SHEET = "科室表";
/** A person's own table, on a sheet of its own. */
async function ownSheet(workbook: OpenWorkbook): Promise<void> {
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.add(OWN_SHEET);
    const [first, second] = useSmallCatalog().commitmentsOf(DEPARTMENT);
    sheet.getRange("A1:D3").values = [
      ["责任单位", "指标", "目标", "累计完成"],
      ["市教育局", first?.indicator ?? "", "", 500],
      ["", second?.indicator ?? "", "", 3],
    ];
    await context.sync();
  });
  await workbook.idle();
}
const mark: Work = (context) =>
  markOwnSheet(context, session.inForce(), {
    sheet: OWN_SHEET,
    roles: new Map(),
    names: new Map(),
    asOf: "2024Q2",
    shown: ["target", "status"],
  });
/** The ledger by another rhythm, on its sheet, with the rows of a second department. */
const goOnBy =
  (entry: Entry): Work =>
  (context) =>
    updateLedger(context, { ...session.inForce(), entry }, LEDGER_NAME, [DEPARTMENT, SECOND], true);
const freeze: Work = (context) => freezePeriod(context, session.inForce(), true);

/** A figure of ours typed over, and a catalog's sheet with a row in which something is wrong. */
const typeOver: Work = async (context) => {
  const ledger = context.workbook.worksheets.getItem(LEDGER_NAME);
  ledger.protection.load("protected");
  await context.sync();
  if (ledger.protection.protected) ledger.protection.unprotect();
  ledger.getRange("E6").values = [[12]];
  if (ledger.protection.protected) ledger.protection.protect({ allowFormatCells: true, allowSort: true });
  await context.sync();
};
const catalogSheet: Work = async (context) => {
  await makeCatalogSheet(context, useSmallCatalog().catalog, "ask");
  const sheet = context.workbook.worksheets.getItem(CATALOG_SHEET);
  const used = sheet.getUsedRange();
  used.load("values");
  await context.sync();
  const heading = used.values.findIndex((row) => row.includes("指标"));
  const column = used.values[heading]?.indexOf("指标") ?? 0;
  sheet.getRangeByIndexes(heading + 1, column, 1, 1).values = [[""]];
  await context.sync();
};
/** The catalog of another region beside the workbook's own. */
const beside: Work = (context) => keepBeside(context, CITY.catalog);
/** What the check before a mend found. */
let seen: readonly Damage[] = [];
const lookForDamages: Work = async (context) => {
  seen = (await checkWorkbook(context, session.inForce())).damages;
};

export const COMMANDS: readonly Command[] = [
  { name: "show the ledger in short", makes: "台账 (2)", run: (context) => switchBrief(context) },
  { name: "go on by month", makes: "台账~", run: goOnBy("cumulativeByMonth") },
  { name: "go on by quarter", makes: "台账~", prepare: once(goOnBy("cumulativeByMonth")), run: goOnBy("cumulative") },
  {
    name: "go on by month again",
    makes: "台账~",
    prepare: once(goOnBy("cumulativeByMonth"), goOnBy("cumulative")),
    run: goOnBy("cumulativeByMonth"),
  },
  {
    name: "restore what was typed over",
    makes: "台账 (2)",
    prepare: once(typeOver, lookForDamages),
    run: (context) => restoreDamages(context, session.inForce(), seen),
  },
  {
    name: "mend a cell",
    makes: "台账 (2)",
    prepare: async (workbook) => {
      await workbook.run(async (context) => {
        context.workbook.worksheets.getItem(LEDGER_NAME).getRange("I6").formulas = [["'960"]];
        await context.sync();
      });
      await workbook.idle();
    },
    run: (context) =>
      mendCells(context, [
        { sheet: LEDGER_NAME, block: { row: 5, column: 8, rows: 1, columns: 1 }, holds: "960", content: 960 },
      ]),
  },
  {
    name: "insert cells",
    makes: "台账 (2)",
    prepare: async (workbook) => {
      workbook.engine.activate(workbook.host.findSheet("Sheet1")!);
      await workbook.idle();
    },
    run: (context) =>
      insertCells(context, ['=TARGET("市教育局","学位")', 12], true, { sheet: "Sheet1", address: "A1:B1" }),
  },
  {
    name: "write the list of issues",
    makes: ISSUES_NAME,
    run: (context) => makeIssueList(context, [], new Date()),
  },
  {
    name: "check the catalog's sheet",
    makes: `${CATALOG_SHEET}2`,
    prepare: once(catalogSheet),
    run: (context) => checkCatalogSheet(context, CATALOG_SHEET),
  },
  { name: "keep a catalog beside", keepsChoice: true, makes: "台账 (2)", run: beside },
  {
    name: "take a catalog beside away",
    keepsChoice: true,
    makes: "台账 (2)",
    prepare: once(beside),
    run: (context) => dropBeside(context, CITY.catalog.id),
  },
  { name: "pin the catalogs in use", keepsChoice: true, makes: "台账 (2)", run: pinUsed },
  {
    name: "build another ledger",
    makes: "台账2",
    run: (context) => buildLedger(context, session.inForce(), [DEPARTMENT], "newSheet"),
  },
  {
    name: "build in place of a ledger",
    makes: "台账 (2)",
    run: (context) => buildLedger(context, session.inForce(), [DEPARTMENT, SECOND], "replace"),
  },
  { name: "make the scores", makes: SCORES_NAME, run: (context) => makeScores(context, session.inForce(), "ask") },
  { name: "make the summary", makes: SUMMARY_NAME, run: (context) => makeSummary(context, session.inForce(), "ask") },
  {
    name: "replace the summary",
    makes: "汇总2",
    prepare: once((context) => makeSummary(context, session.inForce(), "ask")),
    run: (context) => makeSummary(context, session.inForce(), "replace"),
  },
  { name: "make the county table", makes: PLACES_NAME, run: (context) => comparePlaces(context, "ask") },
  {
    name: "replace the county table",
    makes: `${PLACES_NAME}2`,
    prepare: once((context) => comparePlaces(context, "ask")),
    run: (context) => comparePlaces(context, "replace"),
  },
  {
    name: "write the catalog's sheet",
    makes: CATALOG_SHEET,
    run: (context) => makeCatalogSheet(context, useSmallCatalog().catalog, "ask"),
  },
  {
    name: "make the leader's copy",
    makes: leadersCopyName(LEDGER_NAME),
    run: (context) => makeLeadersCopy(context, session.inForce(), "ask"),
  },
  {
    name: "replace the leader's copy",
    makes: "台账 (2)",
    prepare: once((context) => makeLeadersCopy(context, session.inForce(), "ask")),
    run: (context) => makeLeadersCopy(context, session.inForce(), "replace"),
  },
  {
    name: "update the ledger",
    makes: "台账~",
    run: (context) => updateLedger(context, session.inForce(), LEDGER_NAME, [DEPARTMENT, SECOND]),
  },
  { name: "freeze for the first time", makes: HISTORY_NAME, run: freeze },
  { name: "freeze again", makes: "历史2", prepare: once(freeze), run: freeze },
  { name: "write returns for the first time", makes: RECORD_NAME, run: collect },
  {
    name: "take returns back",
    makes: "填报记录2",
    prepare: once(collect),
    run: undoCollection,
  },
  {
    name: "write returns once more",
    makes: "填报记录2",
    prepare: once(collect, undoCollection),
    run: collect,
  },
  { name: "mark a person's sheet", makes: "科室表2", prepare: ownSheet, run: mark },
  {
    name: "mark it anew",
    makes: "科室表2",
    prepare: async (workbook) => {
      await ownSheet(workbook);
      await workbook.run(mark);
      await workbook.idle();
    },
    run: mark,
  },
  {
    name: "take the marks away",
    makes: "科室表2",
    prepare: async (workbook) => {
      await ownSheet(workbook);
      await workbook.run(mark);
      await workbook.idle();
    },
    run: (context) => unmarkOwnSheet(context, OWN_SHEET),
  },
  { name: "refresh", makes: "台账 (2)", run: refreshOurCells },
  {
    name: "keep a catalog",
    keepsChoice: true,
    makes: "台账 (2)",
    run: (context) => keepCatalog(context, useSmallCatalog().catalog),
  },
  {
    name: "keep another catalog",
    keepsChoice: true,
    makes: "台账 (2)",
    prepare: once((context) => keepCatalog(context, { ...useSmallCatalog().catalog, version: "2024-01-02" })),
    run: (context) => keepCatalog(context, useSmallCatalog().catalog),
  },
  {
    name: "go back to the embedded catalog",
    keepsChoice: true,
    makes: "台账 (2)",
    prepare: once((context) => keepCatalog(context, useSmallCatalog().catalog)),
    run: dropCatalog,
  },
  {
    name: "keep a preset",
    keepsChoice: true,
    makes: "台账 (2)",
    run: (context) => {
      session.useRules(RULES.standard);
      return keepPreset(context, "xuancheng");
    },
  },
  {
    name: "keep how ledgers are filled in",
    keepsChoice: true,
    makes: "台账 (2)",
    run: (context) => keepEntry(context, session.entry),
  },
  {
    name: "keep a review",
    keepsChoice: true,
    makes: "台账 (2)",
    run: (context) => writePart(context, "review", { version: 1 }),
  },
];
