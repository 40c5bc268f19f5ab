/** What a check reads and does not, what was damaged, and putting it right. */
import { buildLedger } from "../../src/excel/buildLedger";
import { checkWorkbook, restoreDamages } from "../../src/excel/checkWorkbook";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { session } from "../../src/excel/session";
import { HISTORY_NAME } from "../../src/sheets/history";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { addressOf } from "../../src/sheets/plan";
import { zh } from "../../src/strings/zh";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(closeWorkbooks);

/** The education bureau's ledger at the half-year. */
async function withLedger() {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 3200);
  await workbook.idle();
  const check = () => workbook.run((context) => checkWorkbook(context, session.inForce()));
  const damages = async () =>
    (await check()).damages.map(({ sheet, block, indicator, heading, shows }) => [
      `${sheet}!${addressOf(block)}`,
      indicator,
      heading,
      shows,
    ]);
  const restore = async () => {
    const { damages: seen } = await check();
    const outcome = await workbook.run((context) => restoreDamages(context, session.inForce(), seen));
    await workbook.idle();
    return outcome;
  };
  const at = (address: string) => workbook.cell(`${LEDGER_NAME}!${address}`);
  const sheet = (work: (sheet: Excel.Worksheet) => void) =>
    workbook.run(async (context) => {
      work(context.workbook.worksheets.getItem(LEDGER_NAME));
      await context.sync();
    });
  return { ...workbook, check, damages, restore, at, sheet };
}

it("finds no damage in a ledger as people use it", async () => {
  const { damages, sheet, type, idle } = await withLedger();
  await sheet((ledger) => {
    ledger.getRange("G:G").insert("Right");
    ledger.getRange("8:8").insert("Down");
    ledger.getRange("B8:C8").values = [["市教育局", "自加事项"]];
  });
  await type(`${LEDGER_NAME}!S6`, "暑期集中完工");
  await idle();
  expect(await damages()).toEqual([]);
});

it("names and restores what the verdicts rest on: the day, its quarter and the months passed", async () => {
  const { damages, restore, at, type, idle } = await withLedger();
  const before = at("O6");
  await type(`${LEDGER_NAME}!H3`, 0.1);
  await type(`${LEDGER_NAME}!E3`, 45473);
  await idle();
  expect(at("O6").value).not.toBe(before.value);
  expect((await damages()).map(([address, , heading]) => [address, heading])).toEqual([
    [`${LEDGER_NAME}!E3`, "截至日"],
    [`${LEDGER_NAME}!H3`, "已过月数"],
  ]);
  await restore();
  expect(at("O6").value).toBe(before.value);
  expect(await damages()).toEqual([]);
});

it("names typed-over formulas and overwritten totals, and restores them with what depends on them", async () => {
  const { damages, restore, at, sheet, idle } = await withLedger();
  const total = 6 + session.index.commitmentsOf("education").findIndex(({ sumOf }) => sumOf !== undefined);
  await sheet((ledger) => {
    ledger.getRange("E6").values = [[9]];
    ledger.getRange("P7").values = [["已完成"]];
    ledger.getRange("N8").clear("Contents");
    ledger.getRange(`H${total}`).values = [[8310]];
    ledger.getRange("O9").formulas = [["=1+1"]];
  });
  await idle();
  const found = await damages();
  expect(found.map(([address, , heading, shows]) => [address, heading, shows])).toEqual([
    [`${LEDGER_NAME}!E6`, "年度目标", "9个"],
    [`${LEDGER_NAME}!P7`, "状态", "已完成"],
    [`${LEDGER_NAME}!N8`, "序时进度", ""],
    [`${LEDGER_NAME}!O9`, "差距", at("O9").text],
    [`${LEDGER_NAME}!H${total}`, "二季度", "8,310"],
  ]);
  expect(await restore()).toEqual({ cells: 5, overtaken: 0, locked: [] });
  expect(await damages()).toEqual([]);
  expect([at("E6").value, at("P6").value]).toEqual([5970, "达进度"]);
});

it("leaves alone what changed since it was seen", async () => {
  const { run, check, type, idle, at } = await withLedger();
  await type(`${LEDGER_NAME}!E6`, 9);
  await idle();
  const { damages } = await check();
  await type(`${LEDGER_NAME}!E6`, 10);
  expect(await run((context) => restoreDamages(context, session.inForce(), damages))).toEqual({
    cells: 0,
    overtaken: 1,
    locked: [],
  });
  expect(at("E6").value).toBe(10);
});

it("tells what was changed in the history, and rows that are gone, and puts them back", async () => {
  const { run, idle, damages, restore, engine, host, type } = await withLedger();
  await run((context) => freezePeriod(context, session.inForce(), false));
  await idle();
  const history = () => {
    const id = host.findSheet(HISTORY_NAME)!;
    return engine.read(engine.usedArea(id, true)!).map((row) => row.map(({ value }) => value));
  };
  const before = history();
  expect(await damages()).toEqual([]);
  await type(`${HISTORY_NAME}!K5`, "已完成");
  await run(async (context) => {
    context.workbook.worksheets.getItem(HISTORY_NAME).getRange("7:7").delete("Up");
    await context.sync();
  });
  await idle();
  const found = await damages();
  expect(found.map(([, , heading, shows]) => [heading, shows])).toEqual([
    ["状态", "已完成"],
    [null, ""],
  ]);
  expect(await restore()).toMatchObject({ cells: 2, overtaken: 0 });
  const row = (cells: (string | number | boolean | null)[]) => cells.map((value) => value ?? "").join("|");
  expect(history().map(row).sort()).toEqual(before.map(row).sort());
  expect(await damages()).toEqual([]);
});

it("tells that the whole history was deleted, and makes it anew from what was kept", async () => {
  const { run, idle, check, damages, restore, engine, host, type } = await withLedger();
  const history = () =>
    engine.read(engine.usedArea(host.findSheet(HISTORY_NAME)!, true)!).map((row) => row.map(({ value }) => value));
  expect(await damages()).toEqual([]); // nothing was frozen, so nothing is gone
  await run((context) => freezePeriod(context, session.inForce(), false));
  await type(`${LEDGER_NAME}!C3`, "2024Q3");
  await idle();
  await run((context) => freezePeriod(context, session.inForce(), false));
  await idle();
  const before = history();
  await run(async (context) => {
    context.workbook.worksheets.getItem(HISTORY_NAME).delete();
    await context.sync();
  });
  const { damages: found } = await check();
  expect(found.map(({ sheet, block, makes }) => [sheet, block.rows, makes?.name])).toEqual([
    [HISTORY_NAME, before.length - 4, HISTORY_NAME],
  ]);
  expect(await restore()).toEqual({ cells: 1, overtaken: 0, locked: [] });
  expect(history()).toEqual(before);
  expect(await damages()).toEqual([]);
});

it("a heading of the history that was typed over is told and restored, and its rows are still watched", async () => {
  const { run, idle, damages, restore, type } = await withLedger();
  await run((context) => freezePeriod(context, session.inForce(), false));
  await idle();
  await type(`${HISTORY_NAME}!K4`, "结论");
  await type(`${HISTORY_NAME}!K5`, "已完成");
  await idle();
  expect(await damages()).toEqual([
    [`${HISTORY_NAME}!K4`, "各期定格的判定", "状态", "结论"],
    [`${HISTORY_NAME}!K5`, expect.anything(), "状态", "已完成"],
  ]);
  await restore();
  expect(await damages()).toEqual([]);
});

it("says what it read and what it did not understand, and never that nothing lags where there is no ledger", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:H1").values = [["序号", "责任单位", "指标", "年度目标", "一季度", "二季度", "最新累计", "差距"]];
    sheet.getRange("A2:H2").values = [[1, "市教育局", "新增学位", 8310, 10, 20, 20, 4135]];
    await context.sync();
  });
  await workbook.type("K9", '=TARGET.STATUS("教育局","新增学位",20,"2024Q2")');
  await workbook.idle();
  const checked = await workbook.run((context) => checkWorkbook(context, session.inForce()));
  expect(checked).toMatchObject({
    ledgers: [],
    likeLedgers: [{ sheet: "Sheet1", missing: ["状态"] }],
    verdicts: [{ address: "K9", department: "教育局", indicator: "新增学位", status: "farBehind" }],
  });
  const facts = { ...checked, errors: 0, damaged: 0, attention: 1 };
  expect(zh.pane.checked(facts)).toBe(
    "读了 1 张表：没有台账，落后与否无从判断。其他表里本加载项的公式 1 个。“Sheet1”像台账，但没有“状态”一栏，没看懂，没有检查。1 项落后、未填报或没有判定。",
  );
  expect(zh.pane.checked({ ...facts, attention: 0 })).not.toMatch(/没有落后/);
});

it("lists rows that cannot be verified and rows that people added", async () => {
  const { check, sheet, idle } = await withLedger();
  await sheet((ledger) => {
    ledger.getRange("8:8").insert("Down");
    ledger.getRange("B8:C8").values = [["市教育局", "自加事项"]];
    ledger.getRange("E7").values = [["未定"]]; // no measurable target
  });
  await idle();
  const { verdicts, ledgers } = await check();
  const of = (name: string) => verdicts.find(({ indicator }) => indicator === name)?.status;
  expect(ledgers).toEqual([{ sheet: LEDGER_NAME, rows: 11 }]);
  expect([of("自加事项"), verdicts.find(({ address }) => address === "P7")?.status]).toEqual([null, "unverifiable"]);
});
