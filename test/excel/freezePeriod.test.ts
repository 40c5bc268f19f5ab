/** Freezing a period: last quarter's verdicts stay as signed, and a row that caught up shows its past. */
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { inspectWorkbook } from "../../src/excel/inspect";
import { updateLedger } from "../../src/excel/updateLedger";
import { HISTORY_NAME } from "../../src/sheets/history";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { headingOf, columnsOf } from "../../src/sheets/ledgerColumns";
import { columnName } from "../../src/sheets/plan";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";
import { session } from "../../src/excel/session";

afterEach(closeWorkbooks);

const PAST = columnName(columnsOf("cumulative").findIndex(([name]) => headingOf(name, "cumulative") === "历次状态"));

/** The education bureau's ledger at the first quarter, one row behind. */
async function withLedger(office: "2021" | "365" = "365") {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  const put = (address: string, input: string | number) => workbook.type(`${LEDGER_NAME}!${address}`, input);
  await put("C3", "2024Q1");
  await put("G6", 500);
  await workbook.idle();
  const freeze = async (isAgain = false) => {
    workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
    const outcome = await workbook.run((context) => freezePeriod(context, session.inForce(), isAgain));
    await workbook.idle();
    return outcome;
  };
  const at = (address: string) => workbook.cell(`${LEDGER_NAME}!${address}`).value;
  const history = () => {
    const id = workbook.host.findSheet(HISTORY_NAME)!;
    return workbook.engine.read(workbook.engine.usedArea(id, true)!).map((row) => row.map(({ value }) => value));
  };
  return { ...workbook, put, freeze, at, history };
}

it.each(["2021", "365"] as const)(
  "keeps a period as it was signed and shows a row its past, in Office %s",
  async (office) => {
    const workbook = await withLedger(office);
    const { put, freeze, at, history } = workbook;
    expect(await freeze()).toEqual({ frozen: { asOf: "2024Q1", rows: 10, sheet: HISTORY_NAME } });
    expect(at(`${PAST}6`)).toBe("2024Q1 严重滞后");
    await put("G6", 5000); // a figure is corrected afterwards
    await put("C3", "2024Q2");
    await put("H6", 3000);
    await workbook.idle();
    expect(await freeze()).toMatchObject({ frozen: { asOf: "2024Q2" } });
    expect(at(`${PAST}6`)).toBe("2024Q1 严重滞后；2024Q2 达进度");
    const rows = history();
    expect(rows).toHaveLength(4 + 20);
    const columns = rows[3]!;
    const of = (row: number, heading: string) => rows[row]![columns.indexOf(heading)];
    expect(
      ["截至期", "责任单位", "指标", "年度目标", "最新累计", "当时差距", "状态"].map((heading) => of(4, heading)),
    ).toEqual(["2024Q1", "市教育局", "中小学新增学位", "5,970个", "500个", "欠992.5个", "严重滞后"]);
    expect([of(14, "截至期"), of(14, "状态"), of(14, "完成率")]).toEqual(["2024Q2", "达进度", 3000 / 5970]);
    expect(of(4, "判定规则")).toBe("通用：完成率容差10%，百分点容差1.0，起算线0%");
    const id = workbook.host.findSheet(HISTORY_NAME)!;
    expect(workbook.engine.painted(id, 4, columns.indexOf("状态")).fill).toBe("#FFC7CE");
  },
);

it("asks before it freezes a period a second time, and leaves the first copy alone", async () => {
  const { freeze, history } = await withLedger();
  await freeze();
  const first = history();
  expect(await freeze()).toMatchObject({ already: { asOf: "2024Q1", frozenAt: first[4]![0] } });
  expect(history()).toEqual(first);
  expect(await freeze(true)).toMatchObject({ frozen: { rows: 10 } });
  expect(history().slice(0, first.length)).toEqual(first);
  expect(history()).toHaveLength(first.length + 10);
});

it("does not take the history for a ledger, and an update of the ledger keeps the past", async () => {
  const workbook = await withLedger();
  await workbook.freeze();
  const { verdicts } = await workbook.run(inspectWorkbook);
  expect(new Set(verdicts.map(({ sheet }) => sheet))).toEqual(new Set([LEDGER_NAME]));
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]));
  await workbook.idle();
  expect(workbook.at(`${PAST}6`)).toBe("2024Q1 严重滞后");
});

it("goes on with its own history where 历史 is somebody else's sheet, or rows were inserted above it", async () => {
  const workbook = await withLedger();
  await workbook.run(async (context) => {
    context.workbook.worksheets.add(HISTORY_NAME).getRange("A1:B2").values = [
      ["荆州的历史", 1],
      ["楚国", 2],
    ];
    await context.sync();
  });
  expect(await workbook.freeze()).toEqual({ frozen: { asOf: "2024Q1", rows: 10, sheet: `${HISTORY_NAME}2` } });
  expect(await workbook.freeze()).toMatchObject({ already: { asOf: "2024Q1" } });
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(`${HISTORY_NAME}2`).getRange("1:2").insert("Down");
    await context.sync();
  });
  await workbook.put("C3", "2024Q2");
  await workbook.idle();
  expect(await workbook.freeze()).toEqual({ frozen: { asOf: "2024Q2", rows: 10, sheet: `${HISTORY_NAME}2` } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, HISTORY_NAME, `${HISTORY_NAME}2`]);
  expect(workbook.cell(`${HISTORY_NAME}!A1`).value).toBe("荆州的历史");
  expect(["A", "B", "O"].map((column) => workbook.cell(`${HISTORY_NAME}2!${column}16`).value)).toEqual([
    expect.stringMatching(/^\d{4}-/),
    "2024Q1",
    expect.stringMatching(/^JZ2024/),
  ]);
  expect(workbook.cell(`${HISTORY_NAME}2!B17`).value).toBe("2024Q2");
  expect(workbook.cell(`${HISTORY_NAME}2!B27`).value).toBeNull();
});

it("says why it does not: no ledger, a period that can't be read, a password", async () => {
  const empty = await openForTheAddIn();
  expect(await empty.run((context) => freezePeriod(context, session.inForce(), false))).toEqual({ noLedger: true });
  const workbook = await withLedger();
  await workbook.put("C3", "去年");
  await workbook.idle();
  expect(await workbook.freeze()).toEqual({ refused: "noAsOf" });
  await workbook.put("C3", "2024Q1");
  await workbook.idle();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect({}, "secret");
    await context.sync();
  });
  expect(await workbook.freeze()).toEqual({ refused: "locked" });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
});

it("opens a protected ledger for it and protects it again", async () => {
  const workbook = await withLedger();
  const isProtected = () =>
    workbook.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem(LEDGER_NAME);
      protection.load("protected");
      await context.sync();
      return protection.protected;
    });
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect();
    await context.sync();
  });
  expect(await workbook.freeze()).toMatchObject({ frozen: { rows: 10 } });
  expect(await isProtected()).toBe(true);
  expect(workbook.at(`${PAST}6`)).toBe("2024Q1 严重滞后");
});

it.each([false, true])(
  "leaves nothing half-done when Excel refuses in the middle (a history stands: %s)",
  async (stands) => {
    const workbook = await withLedger();
    if (stands) await workbook.freeze();
    await workbook.put("C3", "2024Q2");
    await workbook.idle();
    const before = stands ? workbook.history() : null;
    const past = workbook.at(`${PAST}6`);
    workbook.faults.failAt("Range.formulas", "GeneralException", stands ? 2 : 3);
    await expect(workbook.freeze()).rejects.toMatchObject({ code: "GeneralException" });
    if (stands) expect(workbook.history()).toEqual(before);
    else expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
    expect(workbook.at(`${PAST}6`)).toBe(past);
  },
);
