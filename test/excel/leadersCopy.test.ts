import { buildLedger } from "../../src/excel/buildLedger";
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { STATUS_LOOKS } from "../../src/sheets/statusColours";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";
import { session } from "../../src/excel/session";

afterEach(closeWorkbooks);
const COPY = `${LEDGER_NAME}（领导版）`;

/** A workbook with the ledger of the education bureau, judged at the half-year. */
async function withLedger(office: "2021" | "365" = "365") {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 3200);
  await workbook.idle();
  const cells = (sheet: string) => {
    const id = workbook.host.findSheet(sheet)!;
    return workbook.engine.read(workbook.engine.usedArea(id, true)!);
  };
  return { ...workbook, cells };
}

it.each(["2021", "365"] as const)("keeps values, words and colours, and no formula, in Office %s", async (office) => {
  const workbook = await withLedger(office);
  const outcome = await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await workbook.idle();
  expect(outcome).toEqual({ made: { name: COPY, errors: 0 } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, COPY]);
  const [original, copy] = [workbook.cells(LEDGER_NAME), workbook.cells(COPY)];
  expect(copy.flat().filter(({ formula }) => formula !== null)).toEqual([]);
  const hint = original[4]!.findIndex(({ value }) => value === "填报提示");
  const rows = (cells: typeof copy) => cells.slice(4, 15).map((row) => row.map(({ value }) => value ?? ""));
  expect(rows(copy)).toEqual(rows(original).map((row) => row.filter((_, column) => column !== hint)));
  const status = workbook.cell(`${COPY}!O6`);
  expect(status.value).toBe("达进度");
  const id = workbook.host.findSheet(COPY)!;
  expect(workbook.engine.painted(id, 5, 14)).toEqual({
    fill: STATUS_LOOKS.onPace.fill,
    fontColour: STATUS_LOOKS.onPace.fontColor,
  });
  expect(workbook.engine.inputRule(id, 5, 6)).toBeNull();
  expect(String(workbook.cell(`${COPY}!A2`).value)).toMatch(
    /^领导版，只含数值，不再重算　制作于\d{4}-\d\d-\d\d \d\d:\d\d　目录：[^各]+版）$/,
  );
});

it("is a leader's sheet: nothing about filling in, and the verdict beside what it rests on", async () => {
  const workbook = await withLedger();
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await workbook.idle();
  const id = workbook.host.findSheet(COPY)!;
  const texts = workbook.cells(COPY).map((row) => row.map(({ value }) => String(value ?? "")));
  const all = texts.flat().join("\n");
  for (const word of ["填报提示", "完成率容差\n", "起算线\n", "蓝框浅黄底", "请填", "各季度填"])
    expect([word, all.includes(word)]).toEqual([word, false]);
  // The legend is there once and whole: that beside the title would lose what stands over hidden columns.
  expect(texts[0]!.filter((text) => /^[●◆▲■○◇–] /.test(text))).toEqual([]);
  for (const word of ["已完成", "达进度", "欠进度", "严重滞后", "未到期", "未填报", "无法核验"])
    expect([word, texts.slice(5).some((row) => row[1] === word)]).toEqual([word, true]);
  expect(all).toContain("通用：完成率容差10%，百分点容差1.0，起算线0%"); // the rules in force are said all the same
  const fills = workbook.engine.styles(workbook.engine.usedArea(id, false)!).flat();
  expect(fills.filter(({ fill }) => fill === "#FFFBE6")).toEqual([]);
  const shown = await workbook.run(async (context) => {
    const columns = Array.from({ length: 22 }, (_, column) => {
      const range = context.workbook.worksheets.getItem(COPY).getRangeByIndexes(4, column, 1, 1);
      range.load("columnHidden,values,format/columnWidth");
      return range;
    });
    await context.sync();
    return columns.filter(({ columnHidden }) => !columnHidden);
  });
  const headings = shown.map(({ values }) => String(values[0]?.[0]));
  expect(headings).toEqual([
    ...["序号", "责任单位", "指标", "年度目标", "最新累计", "完成率", "序时进度", "差距", "状态", "亮灯"],
    ...["原因说明", "下步措施", "完成时限"],
  ]);
  const light = shown.slice(0, headings.indexOf("亮灯") + 1);
  expect(light.reduce((sum, { format }) => sum + format.columnWidth, 0)).toBeLessThan(700); // points: what a small screen shows
  expect(workbook.host.settings.get("Office.DisableTrustUX")).toBe(true);
});

it.each<[string, (sheet: Excel.Worksheet) => void, string]>([
  ["a row above the title", (sheet) => sheet.getRange("1:1").insert("Down"), "A3"],
  ["the catalog's line taken out", (sheet) => (sheet.getRange("A2").values = [[""]]), "A2"],
])("keeps the title with %s", async (_, change, stamp) => {
  const workbook = await withLedger();
  await workbook.run(async (context) => {
    change(context.workbook.worksheets.getItem(LEDGER_NAME));
    await context.sync();
  });
  await workbook.idle();
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  const texts = workbook.cells(COPY).map((row) => String(row[0]?.value ?? ""));
  expect(texts).toContain("荆州市2024年目标任务台账");
  expect(String(workbook.cell(`${COPY}!${stamp}`).value)).toMatch(/^领导版，只含数值/);
  // Renamed or not, it is no ledger.
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(COPY).name = "给领导";
    context.workbook.worksheets.getItem(LEDGER_NAME).delete();
    await context.sync();
  });
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toEqual({
    noLedger: true,
  });
});

it("says so where there is no ledger", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", "别的表");
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toEqual({
    noLedger: true,
  });
});

it("is no ledger itself: neither copied again nor checked for laggards", async () => {
  const workbook = await withLedger();
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await workbook.idle();
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toMatchObject({
    occupied: { name: COPY },
  });
  const { verdicts } = await workbook.run(inspectWorkbook);
  expect(new Set(verdicts.map(({ sheet }) => sheet))).toEqual(new Set([LEDGER_NAME]));
});

it("asks before a second one, and can stand beside the first or take its place", async () => {
  const workbook = await withLedger();
  const make = (placement: "ask" | "newSheet" | "replace") =>
    workbook.run((context) => makeLeadersCopy(context, session.inForce(), placement));
  await make("ask");
  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  expect(await make("ask")).toEqual({ occupied: { name: COPY, freeName: `${COPY}2` } });
  expect(await make("newSheet")).toEqual({ made: { name: `${COPY}2`, errors: 0 } });
  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  expect(await make("replace")).toEqual({ made: { name: COPY, errors: 0 } });
  expect(sheetNames(workbook).sort()).toEqual(["Sheet1", LEDGER_NAME, COPY, `${COPY}2`].sort());
});

it("leaves no half copy, and the ledger as it was, when Excel refuses in the middle", async () => {
  const workbook = await withLedger();
  const before = workbook.cells(LEDGER_NAME);
  workbook.faults.failAt("Range.copyFrom", "GeneralException");
  await expect(workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).rejects.toMatchObject({
    code: "GeneralException",
  });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  expect(workbook.cells(LEDGER_NAME)).toEqual(before);
});

it("copies a protected ledger and leaves its protection on", async () => {
  const workbook = await withLedger();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect();
    await context.sync();
  });
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toMatchObject({
    made: { name: COPY },
  });
  await workbook.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(LEDGER_NAME);
    protection.load("protected");
    await context.sync();
    expect(protection.protected).toBe(true);
  });
});
