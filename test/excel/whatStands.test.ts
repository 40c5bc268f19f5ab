/** What the pane says of a workbook: which things stand, made when and whether the ledger has gone on, and where a commitment is used. */
import { CatalogIndex } from "../../src/core/catalog";
import { RULES } from "../../src/core/status";
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { inspectionOf } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { makeScores } from "../../src/excel/makeScores";
import { makeSummary } from "../../src/excel/makeSummary";
import { readSheets } from "../../src/excel/readSheets";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { usesOf } from "../../src/excel/usesOf";
import { whatStands } from "../../src/excel/whatStands";
import { keepEntry, keepPreset, keepTolerances, useWorkbookSettings } from "../../src/excel/workbookSettings";
import { readPart, writePart } from "../../src/excel/workbookStore";
import { askingCells } from "../../src/sheets/argumentValues";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { yunzhou } from "../core/yunzhou";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
  session.useRules(RULES.standard);
});

const NOW = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

it("says of each thing whether it stands, since when, and that the ledger has gone on", async () => {
  const workbook = await openForTheAddIn();
  expect(await workbook.run(whatStands)).toEqual({ ledgers: [], made: {}, marked: [], outdated: [] });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 3200);
  await workbook.idle();
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask", LEDGER_NAME));
  await workbook.run((context) => makeSummary(context, session.inForce(), "ask", LEDGER_NAME));
  await workbook.run((context) => freezePeriod(context, session.inForce(), false, LEDGER_NAME));
  await workbook.idle();
  const fresh = await workbook.run(whatStands);
  const madeAt = expect.stringMatching(NOW) as string;
  expect(fresh.ledgers).toEqual([LEDGER_NAME]);
  expect(fresh.made).toEqual({
    copy: { sheet: `${LEDGER_NAME}（领导版）`, madeAt, isStale: false, period: null },
    summary: { sheet: "汇总", madeAt, isStale: false, period: null },
    freeze: { sheet: "历史", madeAt, isStale: false, period: "2024Q2" },
  });
  await workbook.type(`${LEDGER_NAME}!H6`, 10);
  await workbook.idle();
  const { made } = await workbook.run(whatStands);
  expect([made.copy?.isStale, made.summary?.isStale, made.freeze?.isStale]).toEqual([true, true, false]);
});

it("knows a person's marked sheet by the call that stands beside its table", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("H2", "=TARGET.CHECK($P$2:$P$4,$Q$2:$Q$4,$R$2:$R$4,$I$1)");
  expect((await workbook.run(whatStands)).marked).toEqual([]); // a call that somebody typed, of two names
  await workbook.type("H2", "=TARGET.CHECK($P$2:$P$4,$P$2:$P$4,$R$2:$R$4,$I$1)");
  expect((await workbook.run(whatStands)).marked).toEqual(["Sheet1"]);
});

it("knows that a ledger has other rows than were scored, and that a marked sheet has other names", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.idle();
  await workbook.run((context) => makeScores(context, session.inForce(), "ask", LEDGER_NAME));
  await workbook.idle();
  const isStale = async () => (await workbook.run(whatStands)).made.scores?.isStale;
  expect(await isStale()).toBe(false);
  await workbook.type(`${LEDGER_NAME}!H6`, 3200); // scores follow figures by themselves
  await workbook.idle();
  expect(await isStale()).toBe(false);
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]));
  await workbook.idle();
  expect(await isStale()).toBe(true);
});

it("knows that the catalog has other places than a county table", async () => {
  const workbook = await openForTheAddIn();
  session.useCatalog(yunzhou());
  await workbook.run((context) => makePlacesTable(context, session.inForce(), ["YZ2024-001", "YZ2024-002"], "ask"));
  await workbook.idle();
  expect((await workbook.run(whatStands)).made.places?.isStale).toBe(false);
  const { catalog } = session.index;
  session.useCatalog(
    new CatalogIndex({ ...catalog, places: [...(catalog.places ?? []), { id: "new", name: "新设区" }] }),
  );
  expect((await workbook.run(whatStands)).made.places?.isStale).toBe(true);
  session.useEmbedded();
});

it("finds where a commitment is used: ledger rows, and cells that ask for it by names or number", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type("Sheet1!B2", '=TARGET("教育局","中小学新增学位")*2');
  await workbook.type("Sheet1!B3", '=TARGET("JZ2024-012","")');
  await workbook.type("Sheet1!B4", '=TARGET("教育局","新增学位")');
  await workbook.idle();
  const { index } = session;
  const found = (department: string, indicator: string) => {
    const commitment = index.lookUp(department, indicator);
    return "id" in commitment ? commitment : null;
  };
  await workbook.type("Sheet1!B5", '=IF(TARGET("教育局","新增学位")>0,TARGET.GAP("教育局","中小学新增学位",1),0)');
  await workbook.type("Sheet1!D2", "教育局");
  await workbook.type("Sheet1!E3", "中小学新增学位"); // the second row that is checked
  await workbook.type("Sheet1!E2", "新增学位");
  await workbook.type("Sheet1!G2", "=TARGET.CHECK(D2,E2:E9,F2:F9)");
  await workbook.type("Sheet1!N2", "JZ2024-012");
  await workbook.type("Sheet1!P2", "=TARGET.CHECK($N$2:$N$4,$N$2:$N$4,$O$2:$O$4,$I$1)"); // as marks have it
  await workbook.idle();
  const sheets = await workbook.run(readSheets);
  const uses = usesOf(inspectionOf(sheets), askingCells(sheets), "JZ2024-012", found);
  expect(uses.map(({ sheet, address, isLedgerRow }) => [sheet, address.replace(/^.*!/, ""), isLedgerRow])).toEqual([
    [LEDGER_NAME, "P6", true],
    ["Sheet1", "B2", false],
    ["Sheet1", "G3", false],
    ["Sheet1", "P2", false],
    ["Sheet1", "B3", false],
    ["Sheet1", "B5", false],
  ]);
});

it("keeps tolerances with the workbook, lets a preset bring its own, and reads no nonsense", async () => {
  const workbook = await openForTheAddIn();
  const set = { shareTolerance: 0.05, pointTolerance: 2, shareGrace: 0 };
  await workbook.run((context) => keepTolerances(context, set));
  expect(session.rules).toEqual({ ...RULES.standard, ...set });
  await workbook.run((context) => keepEntry(context, "cumulative"));
  session.useRules(RULES.tianjin);
  await workbook.run(useWorkbookSettings);
  expect(session.rules).toEqual({ ...RULES.standard, ...set });
  await workbook.run((context) => keepPreset(context, "standard"));
  expect(session.rules).toEqual(RULES.standard);
  expect(await workbook.run((context) => readPart(context, "settings"))).toEqual({
    preset: "standard",
    entry: "cumulative",
  });
  for (const wrong of [{ ...set, shareTolerance: 10 }, { ...set, pointTolerance: "1" }, { shareTolerance: 0.2 }, 7]) {
    await workbook.run((context) => writePart(context, "settings", { preset: "standard", tolerances: wrong }));
    await workbook.run(useWorkbookSettings);
    expect(session.rules).toEqual(RULES.standard);
  }
});
