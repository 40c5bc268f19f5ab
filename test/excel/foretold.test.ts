/** What another catalog would change, told beforehand: held against what the cells really show once it is in force. */
import { CatalogIndex } from "../../src/core/catalog";
import type { Commitment } from "../../src/core/types";
import { buildLedger } from "../../src/excel/buildLedger";
import { inspectionOf } from "../../src/excel/inspect";
import { readSheets } from "../../src/excel/readSheets";
import { differences, refreshOurCells } from "../../src/excel/refresh";
import { session } from "../../src/excel/session";
import { standingLedger } from "../../src/sheets/standingLedger";
import { foretell, isNothing, type Foretold } from "../../src/sheets/foretold";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";
import { LINEAR, timeGrowth } from "../timeGrowth";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

type Edit = Partial<Commitment> | null;

/** The embedded catalog with some commitments edited, or taken out. */
function otherCatalog(edits: Readonly<Record<string, Edit>>): CatalogIndex {
  const { catalog } = session.index;
  return new CatalogIndex({
    ...catalog,
    commitments: catalog.commitments.flatMap((each) => {
      const edit = edits[each.indicator];
      return edit === undefined ? [each] : edit === null ? [] : [{ ...each, ...edit }];
    }),
  });
}
const figure = (value: number, unit = "个"): Partial<Commitment> => ({ target: { comparator: "plain", value, unit } });
const CHANGED = otherCatalog({ 中小学新增学位: figure(6000), 新建公办幼儿园: null });

/** What the workbook shows now, and what would come of a catalog. */
async function told(workbook: OpenWorkbook, index: CatalogIndex, isHeldAgainstShown = false) {
  const sheets = await workbook.run(readSheets);
  const newer = { answering: session.shelfWith(index), judging: session.judging, measuring: session.measuring };
  return { before: inspectionOf(sheets), found: foretell(sheets, isHeldAgainstShown ? null : session, newer) };
}

/** Puts it in force; what differs by address. */
async function really(workbook: OpenWorkbook, index: CatalogIndex, before: ReturnType<typeof inspectionOf>) {
  session.useCatalog(index);
  await workbook.run(refreshOurCells);
  await workbook.idle();
  return new Map(
    differences(before, inspectionOf(await workbook.run(readSheets))).map(({ cell, before: old }) => [
      cell.address,
      [old, cell.text],
    ]),
  );
}
const lines = ({ cells }: Foretold) =>
  cells.map(({ address, before, after, isPart }) => [address, before, after, isPart]);

it("tells every function's answer old and new, also in larger formulas, as it comes to pass", async () => {
  const workbook = await openForTheAddIn();
  const formulas: Record<string, string> = {
    B1: "=TARGET(A1,A2)",
    B2: '=IFERROR(TARGET("市教育局","新建公办幼儿园"),"没有")',
    B3: '=TARGET("教育局","开办订单班")',
    B4: '=TARGET("教育局","中小学新增学位")/2',
    B5: '=TARGET("教育局","中小学新增学位",,"百个")',
    B6: '=TARGET.PACE("教育局","中小学新增学位","上半年")',
    B7: '=TARGET.GAP("教育局","中小学新增学位",A3,"2024Q2")',
    B8: '=TARGET.RATE("教育局","中小学新增学位",A3)',
    B9: '=TARGET.STATUS("教育局","中小学新增学位",2990,"2024Q2")',
    B10: '=TARGET.WHY("教育局","中小学新增学位",A3,"2024Q2")',
    B11: '=TARGET.TOGO("教育局","中小学新增学位",A3,"2024Q2")',
    B12: '=TARGET.SCORE("教育局","中小学新增学位",A3,"2024Q4",10)',
    B13: '=TARGET.INFO("教育局","新增学位","构成")',
    B14: '=TARGET("教育局","新增学位")', // a total: one of its parts differs
    B15: '=IF(TARGET.GAP("教育局","中小学新增学位",A3,"2024Q2")>0,"欠"&TARGET("教育局","新增学位"),"")',
    B16: '=TARGET.YOY("教育局","中小学新增学位",110,"2024Q4",100)',
    B17: '=TARGET.INFO("教育局","中小学新增学位","单位")',
  };
  await workbook.type("A1", "教育局");
  await workbook.type("A2", "中小学新增学位");
  await workbook.type("A3", 2900);
  for (const [address, formula] of Object.entries(formulas)) await workbook.type(address, formula);
  await workbook.idle();
  const { before, found } = await told(workbook, CHANGED);
  expect(lines(found)).toEqual([
    ["B1", "5970", "6,000", false],
    ["B2", "8", expect.stringContaining("目录中没有“市教育局”的“新建公办幼儿园”"), false],
    ["B4", "5,970", "6,000", true],
    ["B5", "59.7", "60", false],
    ["B6", "2985", "3,000", false],
    ["B7", "85", "100", false],
    ["B8", expect.any(String), "0.483333", false],
    ["B9", "达进度", "欠进度", false],
    ["B10", expect.stringContaining("2,985"), expect.stringContaining("3,000"), false],
    ["B11", "1535", "1,550", false],
    ["B12", expect.any(String), "4.833333", false],
    ["B13", expect.stringContaining("5,970"), expect.stringContaining("6,000"), false],
    ["B14", "8310", "8,340", false],
    ["B15", "85", "100", true],
    ["B15", "8,310", "8,340", true],
  ]);
  expect([found.rows, found.open]).toEqual([[], []]);
  const shown = await really(workbook, CHANGED, before);
  expect([...shown.keys()].sort()).toEqual([...new Set(found.cells.map(({ address }) => address))].sort());
  expect(shown.get("B1")).toEqual(["5970", "6000"]);
  expect(shown.get("B15")).toEqual(["欠8310", "欠8340"]);
  expect((await told(workbook, CHANGED)).found).toEqual({ cells: [], rows: [], open: [] });
});

it("names what only Excel can work out apart, and only where the promise differs", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B1", '=TARGET.GAP("教育局","中小学新增学位",1000+900,"2024Q2")');
  await workbook.type("B2", '=TARGET.GAP("教育局","幼儿园新增学位",1000+900,"2024Q2")');
  await workbook.type("B3", '=TARGET.GAP("教育局","中小学新增学位",TARGET("教育局","中小学新增学位")/2,"2024Q2")');
  await workbook.idle();
  const { found } = await told(workbook, CHANGED);
  expect(found.open.map(({ address, name }) => [address, name])).toEqual([
    ["B1", "TARGET.GAP"],
    ["B3", "TARGET.GAP"],
  ]);
  expect(lines(found)).toEqual([["B3", "5,970", "6,000", true]]);
});

it("tells the rows of CHECK, and how many of LIST differ", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C4").values = [
      ["单位", "指标", "实际"],
      ["教育局", "中小学新增学位", 2990],
      ["教育局", "幼儿园新增学位", 1200],
      ["教育局", "新建公办幼儿园", 4],
    ];
    sheet.getRange("E2").formulas = [['=TARGET.CHECK(A2:A40,B2:B40,C2:C40,"2024Q2")']];
    sheet.getRange("L1").formulas = [['=TARGET.LIST("教育局")']];
    await context.sync();
  });
  await workbook.idle();
  const { found } = await told(workbook, CHANGED);
  expect(lines(found)).toEqual([
    ["L1", "11 行", expect.stringMatching(/^10 行，其中 \d 行不同$/), false],
    ["E2", "5,970、2,985、-5、50.1%、达进度", "6,000、3,000、10、49.8%、欠进度", false],
    ["E4", expect.stringContaining("8、"), expect.stringContaining("空"), false],
  ]);
  expect(found.cells.map(({ indicator }) => indicator)).toEqual(["", "中小学新增学位", "新建公办幼儿园"]);
});

it("tells the rows of a ledger with the verdict to come, once and not by each cell", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.idle();
  const newer = otherCatalog({
    中小学新增学位: figure(6000),
    新建公办幼儿园: null,
    幼儿园新增学位: { due: "2024-11-30" },
  });
  const { before, found } = await told(workbook, newer);
  expect(found.cells).toEqual([]);
  const rows = found.rows.map(({ indicator, change }) => [indicator, change]);
  expect(rows).toEqual(
    expect.arrayContaining([
      ["新增学位", "8,310个 → 8,340个"],
      ["中小学新增学位", "5,970个 → 6,000个"],
      ["新建公办幼儿园", null],
      ["幼儿园新增学位", "2024-01-01–2024-12-31 → 2024-01-01–2024-11-30"],
    ]),
  );
  expect(rows).toHaveLength(4);
  const shown = await really(workbook, newer, before);
  const told4 = found.rows.filter(({ indicator }) => indicator !== "幼儿园新增学位").map(({ address }) => address);
  expect([...shown.keys()].sort()).toEqual(told4.sort());
});

it("says which verdict of a ledger turns, where it follows from the figure alone", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.idle();
  const ledger = () => workbook.run(readSheets).then((sheets) => sheets.find(({ name }) => name.includes("台账"))!);
  const { texts, row: top, column: left } = await ledger();
  const line = texts.findIndex((cells) => cells.includes("中小学新增学位"));
  const header = texts.find((cells) => cells.includes("指标"))!;
  const at = header.findIndex((text) => text.startsWith("二季度"));
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem((await ledger()).name);
    sheet.getRangeByIndexes(top + line, left + at, 1, 1).values = [[2990]];
    const { asOf } = standingLedger(await ledger())!.settings;
    sheet.getRangeByIndexes(asOf!.row, asOf!.column, 1, 1).values = [["2024Q2"]];
    await context.sync();
  });
  await workbook.idle();
  const status = header.indexOf("状态");
  expect((await ledger()).texts[line]![status]).toBe("达进度");
  const newer = otherCatalog({ 中小学新增学位: figure(6000) });
  const { before, found } = await told(workbook, newer);
  expect(found.rows.find(({ indicator }) => indicator === "中小学新增学位")).toMatchObject({
    change: "5,970个 → 6,000个",
    status: "onPace",
    statusAfter: "behind",
  });
  await really(workbook, newer, before);
  expect((await ledger()).texts[line]![status]).toBe("欠进度");
});

it("what is refused now and will answer is told, and is no change anybody is asked about", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B1", '=TARGET("教育局","另一个指标")');
  await workbook.idle();
  const newer = otherCatalog({ 中小学新增学位: { indicator: "另一个指标" } });
  const { found } = await told(workbook, newer);
  expect(found.cells).toMatchObject([{ address: "B1", after: "5,970", isMended: true }]);
  expect(isNothing(found)).toBe(true);
});

it("holds cells against what they show where the catalog is in force already", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("B1", '=TARGET("教育局","中小学新增学位")');
  await workbook.type("B2", '=TARGET.STATUS("教育局","中小学新增学位",2990,"2024Q2")');
  await workbook.type("B3", '=TARGET("教育局","中小学新增学位")/2'); // what it will show is not foretold
  await workbook.type("B4", '=IFERROR(TARGET("教育局","没有这一项"),"没有")');
  await workbook.idle();
  expect((await told(workbook, session.index, true)).found.cells).toEqual([]);
  expect(lines((await told(workbook, CHANGED, true)).found)).toEqual([
    ["B1", "5970", "6,000", false],
    ["B2", "达进度", "欠进度", false],
  ]);
});

it("goes through twice the cells in twice the time, and no more", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1000").formulas = Array.from({ length: 1000 }, (_, row) => [
      '=TARGET("教育局","中小学新增学位")',
      `=TARGET.GAP("教育局","中小学新增学位",${row},"2024Q2")`,
    ]);
    await context.sync();
  });
  await workbook.idle();
  const [sheet] = await workbook.run(readSheets);
  const newer = { answering: session.shelfWith(CHANGED), judging: session.judging, measuring: session.measuring };
  const told = (rows: number) => {
    const { values, texts, formulas } = sheet!;
    const first = {
      ...sheet!,
      values: values.slice(0, rows),
      texts: texts.slice(0, rows),
      formulas: formulas.slice(0, rows),
    };
    expect(foretell([first], session, newer).cells).toHaveLength(2 * rows);
  };
  expect(timeGrowth(1000, told)).toBeLessThan(LINEAR);
});
