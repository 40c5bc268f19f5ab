/** What the pane says of a workbook: which things stand, made when and whether the ledger has gone on, and where a commitment is used. */
import { RULES } from "../../src/core/status";
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { session } from "../../src/excel/session";
import { usesOf } from "../../src/excel/usesOf";
import { whatStands } from "../../src/excel/whatStands";
import { keepEntry, keepPreset, keepTolerances, useWorkbookSettings } from "../../src/excel/workbookSettings";
import { readPart, writePart } from "../../src/excel/workbookStore";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

jest.setTimeout(60_000);
afterEach(() => {
  closeWorkbooks();
  session.useRules(RULES.standard);
});

const NOW = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

it("says of each thing whether it stands, since when, and that the ledger has gone on", async () => {
  const workbook = await openForTheAddIn();
  expect(await workbook.run(whatStands)).toEqual({ ledgers: [], made: {}, marked: [] });
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
  const uses = usesOf(await workbook.run(inspectWorkbook), "JZ2024-012", found);
  expect(uses.map(({ sheet, address, isLedgerRow }) => [sheet, address.replace(/^.*!/, ""), isLedgerRow])).toEqual([
    [LEDGER_NAME, "P6", true],
    ["Sheet1", "B2", false],
    ["Sheet1", "B3", false],
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
