/** Marks beside people's own sheets: what is written, that nothing of theirs changes, and that taking them away leaves no trace. */
import { CatalogIndex } from "../../src/core/catalog";
import { markOwnSheet, seeOwnSheet, unmarkOwnSheet, type MarkRequest } from "../../src/excel/markOwnSheet";
import { checkWorkbook, mendCells } from "../../src/excel/checkWorkbook";
import { cellsAround } from "../../src/excel/inspect";
import { readSheets } from "../../src/excel/readSheets";
import { session } from "../../src/excel/session";
import { matchKey } from "../../src/sheets/ownSheetMatch";
import { USUAL_COLUMNS } from "../../src/sheets/markColumns";
import { standingMarks } from "../../src/sheets/standingMarks";
import { explainCell } from "../../src/sheets/tableExplanation";
import { zh } from "../../src/strings/zh";
import { blockOf } from "../fixtures/ownSheets/ownCells";
import { OWN_SHEETS } from "../fixtures/ownSheets/sheets";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { differing, pictureOf } from "./everyRequest/picture";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const request = (more: Partial<MarkRequest> = {}): MarkRequest => ({
  sheet: null,
  roles: new Map(),
  names: new Map(),
  asOf: "2024Q2",
  shown: USUAL_COLUMNS,
  ...more,
});
const fixture = (name: string) => {
  const found = OWN_SHEETS.find((each) => each.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};

async function openWith(
  rows: readonly (readonly (string | number | null)[])[],
  merges: readonly string[] = [],
): Promise<OpenWorkbook> {
  session.useEmbedded();
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const width = Math.max(...rows.map(({ length }) => length));
    sheet.getRangeByIndexes(0, 0, rows.length, width).formulas = rows.map((row) =>
      Array.from({ length: width }, (_, at) => {
        const value = row[at] ?? "";
        return typeof value === "string" && value !== "" ? `'${value}` : value;
      }),
    );
    for (const address of merges) {
      const { row, column, rows: high, columns } = blockOf(address);
      sheet.getRangeByIndexes(row, column, high, columns).merge(false);
    }
    sheet.getRange("B3:C4").format.fill.color = "#FFC000";
    sheet.getRange("B:B").format.columnWidth = 140;
    await context.sync();
  });
  await workbook.idle();
  return workbook;
}

const verdicts = async (workbook: OpenWorkbook) => {
  const sheets = await workbook.run(readSheets);
  return sheets
    .flatMap((sheet) => standingMarks(sheet))
    .flatMap(({ rows }) => rows.map(({ id, target, said }) => [id, target, said]));
};

it("marks a sheet of two header rows, and takes the marks away without a trace", async () => {
  const { rows, merges } = fixture("两行表头，责任单位合并");
  const workbook = await openWith(rows, merges);
  const before = pictureOf(workbook);
  const outcome = await workbook.run((context) => markOwnSheet(context, session.inForce(), request()));
  expect(outcome).toEqual({ marked: { sheet: "Sheet1", rows: 4 } });
  await workbook.idle();
  expect(await verdicts(workbook)).toEqual([
    ["JZ2024-014", 2340, "达进度"],
    ["JZ2024-012", 5970, "达进度"],
    ["JZ2024-037", 780, "达进度"],
    ["JZ2024-038", 1883, "欠进度"],
  ]);
  const marked = pictureOf(workbook);
  const theirs = [...before.keys()].filter((place) => /R\d+C[1-8]$/.test(place) || /height|merged/.test(place));
  expect(theirs.filter((place) => before.get(place) !== marked.get(place))).toEqual([]);
  expect(await workbook.run((context) => unmarkOwnSheet(context, null))).toEqual({ removed: "Sheet1" });
  await workbook.idle();
  expect(differing(before, pictureOf(workbook))).toEqual([]);
});

it("writes anew after new figures and rows, in the same place", async () => {
  const { rows } = fixture("部门只写一次，下面留空");
  const workbook = await openWith(rows);
  await workbook.run((context) => markOwnSheet(context, session.inForce(), request()));
  await workbook.idle();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("C2").values = [[100]];
    sheet.getRange("A7:F7").values = [["市住建局", "老旧小区改造", 390, 780, "个", ""]];
    sheet.getRange("B3").values = [["别的事"]];
    await context.sync();
  });
  await workbook.idle();
  expect((await verdicts(workbook)).slice(0, 2)).toEqual([
    ["JZ2024-012", 5970, "严重滞后"],
    [null, "", expect.stringMatching(/./)],
  ]);
  // 市招商局 is no name of the catalog: what is guessed waits for a person, and is remembered.
  const names = new Map([[matchKey("市招商局", "引进亿元以上项目"), "JZ2024-024"]]);
  const again = await workbook.run((context) => markOwnSheet(context, session.inForce(), request({ names })));
  expect(again).toEqual({ marked: { sheet: "Sheet1", rows: 3 } });
  await workbook.idle();
  expect(await verdicts(workbook)).toEqual([
    ["JZ2024-012", 5970, "严重滞后"],
    ["JZ2024-024", 900, "欠进度"],
    ["JZ2024-037", 780, "达进度"],
  ]);
});

it("hands units, percentages and remarks on as the column says", async () => {
  const workbook = await openWith([
    ["责任单位", "指标", "单位", "目标", "累计完成"],
    ["市农业农村局", "粮食产量", "万吨", 450, 225],
    ["市农业农村局", "粮食播种面积", "亩", 10620000, "5310000（预计）"],
    ["市教育局", "新增学位", "公里", 8310, 4300],
  ]);
  await workbook.run((context) => markOwnSheet(context, session.inForce(), request()));
  await workbook.idle();
  expect(await verdicts(workbook)).toEqual([
    ["JZ2024-036", 90, "未到期"], // grain is nothing until harvest
    ["JZ2024-035", 1062, "未到期"],
    ["JZ2024-016", 8310, expect.stringContaining("单位")],
  ]);
});

it("writes nothing where there is no such sheet, and nothing over what stands there", async () => {
  const { rows } = fixture("通讯录");
  const workbook = await openWith(rows);
  const before = pictureOf(workbook);
  expect(await workbook.run((context) => markOwnSheet(context, session.inForce(), request()))).toEqual({
    refused: "none",
    sheet: "Sheet1",
  });
  await workbook.idle();
  expect(differing(before, pictureOf(workbook))).toEqual([]);
});

it("opens a protected sheet and protects it as it was", async () => {
  const { rows } = fixture("文本数字");
  const workbook = await openWith(rows);
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").protection.protect({ allowSort: true });
    await context.sync();
  });
  const before = pictureOf(workbook);
  const outcome = await workbook.run((context) => markOwnSheet(context, session.inForce(), request()));
  expect(outcome).toEqual({ marked: { sheet: "Sheet1", rows: 4 } });
  await workbook.idle();
  expect((await verdicts(workbook)).map(([, , said]) => said)).toEqual(["达进度", "达进度", "未到期", "未填报"]);
  await workbook.run((context) => unmarkOwnSheet(context, null));
  await workbook.idle();
  expect(differing(before, pictureOf(workbook))).toEqual([]);
});

it("marks five thousand rows in four requests", async () => {
  session.useEmbedded();
  const { catalog } = session.index;
  const index = new CatalogIndex({
    ...catalog,
    commitments: Array.from({ length: 5000 }, (_, at) => ({
      ...catalog.commitments.find(({ id }) => id === "JZ2024-012")!,
      id: `JZ2024-${String(at + 1).padStart(5, "0")}`,
      indicator: `新增学位之${at + 1}`,
      aliases: [],
    })),
    facts: [],
  });
  const workbook = await openWith([
    ["责任单位", "指标", "单位", "目标", "累计完成"],
    ...index.catalog.commitments.map(({ indicator }, at) => ["市教育局", indicator, "个", 5970, 2000 + at]),
  ]);
  session.useCatalog(index);
  const before = workbook.batches.requests.length;
  const outcome = await workbook.run((context) => markOwnSheet(context, session.inForce(), request()));
  expect(outcome).toEqual({ marked: { sheet: "Sheet1", rows: 5000 } });
  expect(workbook.batches.requests.slice(before).filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(4);
  const seen = await workbook.run((context) => seeOwnSheet(context, session.inForce()));
  expect(seen.marked?.asOf).toBe("2024Q2");
});

it("is checked by row: reasons and gaps in words, units, slips, falling sums, later figures and promises twice", async () => {
  const workbook = await openWith([
    ["责任单位", "指标", "单位", "全年目标", "一季度累计", "上半年累计", "前三季度累计"],
    ["市教育局", "中小学新增学位", "个", 5970, 900, 2600, ""],
    ["市住建局", "老旧小区改造", "公里", 780, 100, 400, ""],
    ["市教育局", "幼儿园新增学位", "个", 2340, 900, 700, ""],
    ["市教育局", "新建公办幼儿园", "所", 8, 2, 80000, ""],
    ["市住建局", "筹集保障性租赁住房", "套", 1883, 300, 1000, 1400],
    ["市教育局", "中小学新增学位", "个", 5970, 900, 3100, ""],
  ]);
  // 前三季度 is filled in one row: it is the newest column, and yet what is meant until a person says otherwise is asked for 2024Q2.
  const roles = new Map([["0:5", "actual"] as const]);
  await workbook.run((context) => markOwnSheet(context, session.inForce(), request({ roles })));
  await workbook.idle();
  const checked = await workbook.run((context) => checkWorkbook(context, session.inForce()));
  const rows = new Map(checked.rows.map((row) => [row.row + 1, row]));
  const found = (row: number) => rows.get(row)?.findings.map(({ facts }) => zh.pane.check.finding(facts));
  expect(rows.get(2)).toMatchObject({ from: "own", status: "behind", gap: "欠385个" });
  expect(rows.get(2)?.why()).toBe(
    "截至二季度应达2,985个(50.0%),实际2,600个(43.6%),欠385个,低于序时6.4个百分点,欠进度。",
  );
  expect(found(2)).toEqual(["与 Sheet1!B7 是同一项承诺，数不同：这里 2600，那里 3100"]);
  expect(found(3)).toEqual(["单位写成“公里”，承诺的单位是“个”"]);
  expect(found(4)).toEqual(["“上半年累计”少于“一季度累计”"]);
  expect(found(5)).toEqual(["约为目标10000倍"]);
  expect(found(6)).toEqual(["已填“前三季度累计”，截至期还是 2024Q2，这个数没有算进去"]);
  // A unit of another kind is put right in the cell that says it.
  const mends = checked.rows.flatMap(({ findings }) => findings.flatMap(({ mend }) => mend ?? []));
  expect(await workbook.run((context) => mendCells(context, mends))).toEqual({ cells: 1, overtaken: 0, locked: [] });
  expect(workbook.cell("Sheet1!C3").value).toBe("个");
});

it("explains a row far below by the marks beside it, and none whose department stands in rows nobody read", async () => {
  const workbook = await openWith([
    ["责任单位", "指标", "目标", "累计完成"],
    ...Array.from({ length: 60 }, (_, at) => [
      at % 30 === 0 ? (["市教育局", "市住建局"][at / 30] ?? "") : "",
      `事项${at}`,
      10,
      5,
    ]),
    ["市教育局", "中小学新增学位", 5970, 2600],
  ]);
  await workbook.run((context) => markOwnSheet(context, session.inForce(), request()));
  await workbook.idle();
  const explain = async (row: number, column: number) => {
    const cells = await workbook.run((context) => cellsAround(context, { sheet: "Sheet1", row }));
    return cells && explainCell(session.index, session.rules, cells, { row, column });
  };
  expect((await explain(61, 3))?.why).toMatch(/^截至二季度应达2,985个/);
  expect((await explain(50, 3))?.department).not.toBe("市教育局");
});
