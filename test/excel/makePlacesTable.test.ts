/** The county table in a workbook: made, typed into, made anew with what was typed, and found again. */
import { ledgersAtHand } from "../../src/excel/findLedger";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { session } from "../../src/excel/session";
import { placesTable, PLACES_NAME, splitCommitments } from "../../src/sheets/placesTable";
import { RULES } from "../../src/core/status";
import { addressOf, cell } from "../../src/sheets/plan";
import { STATUS_LOOKS } from "../../src/sheets/statusColours";
import { largeCity, yunzhou } from "../core/yunzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

beforeEach(() => session.useCatalog(yunzhou()));
afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const [SCHOOL, GROWTH] = ["YZ2024-001", "YZ2024-002"];
const make = (workbook: OpenWorkbook, ids: readonly string[], placement: "ask" | "newSheet" | "replace" = "ask") =>
  workbook.run((context) => makePlacesTable(context, session.inForce(), ids, placement));

/** What the cells of a sheet show. */
function textsOf({ engine, host }: OpenWorkbook, sheet = PLACES_NAME): string[][] {
  return engine.texts(engine.usedArea(host.findSheet(sheet)!, true)!);
}
const rowOf = (workbook: OpenWorkbook, place: string) => textsOf(workbook).find(([name]) => name === place)!;

/** The address of a cell people type into. */
function entry(ids: readonly string[], place: string, at: number): string {
  const wholes = ids.map((id) => session.index.withId(id)!);
  const { content } = placesTable(session.index, wholes, RULES.standard, PLACES_NAME, "2024Q1");
  const header = content.find((row) => row[0] === "县市区")!;
  const columns = header.flatMap((heading, column) => (heading === "实际" ? [column] : []));
  return addressOf(
    cell(
      content.findIndex((row) => row[0] === place),
      columns[at]!,
    ),
  );
}

it.each(["2021", "365"] as const)("makes the table of two indicators in Office %s", async (office) => {
  const workbook = await openForTheAddIn({ office });
  const ids = [SCHOOL, GROWTH];
  expect(await make(workbook, ids)).toEqual({ built: { name: PLACES_NAME, places: 9, kept: 0 } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", PLACES_NAME]);
  await workbook.type(`${PLACES_NAME}!B3`, "2024Q2");
  await workbook.type(`${PLACES_NAME}!${entry(ids, "青岩区", 0)}`, 600);
  await workbook.type(`${PLACES_NAME}!${entry(ids, "鼓楼台区", 0)}`, 720);
  await workbook.type(`${PLACES_NAME}!${entry(ids, "青岩区", 1)}`, 7.6);
  await workbook.idle();
  expect(rowOf(workbook, "青岩区").slice(0, 13)).toEqual([
    ...["青岩区", "市辖区", "1,500个", "", "600", "40.0%", "2", "欠进度"],
    ...["7.5%", "7.6%", "超0.1个百分点", "1", "达进度"],
  ]);
  expect(rowOf(workbook, "望江区").slice(0, 8)).toEqual(["望江区", "市辖区", "–", "", "", "–", "–", "–"]);
  expect(rowOf(workbook, "石渡县").slice(0, 8)).toEqual(["石渡县", "县市", "1,100个", "1,300个", "", "", "", "未填报"]);
  expect(rowOf(workbook, "各地合计").slice(0, 8)).toEqual([
    "各地合计",
    "",
    "9,300个",
    "",
    "1,320个",
    "2/8已报",
    "加码300个",
    "",
  ]);
  expect(rowOf(workbook, "全市").slice(0, 8)).toEqual(["全市", "", "9,000个", "", "", "14.7%", "", "暂计"]);
  const sheet = workbook.host.findSheet(PLACES_NAME)!;
  const row = textsOf(workbook).findIndex(([name]) => name === "青岩区");
  expect(workbook.engine.painted(sheet, row, 7)).toMatchObject({ fill: STATUS_LOOKS.behind.fill });
  expect(workbook.engine.painted(sheet, row + 1, 7).fill).not.toBe(STATUS_LOOKS.farBehind.fill);
  const area = workbook.engine.usedArea(sheet, true)!;
  expect(
    workbook.engine
      .read(area)
      .flat()
      .filter(({ isError }) => isError),
  ).toEqual([]);
});

it("is no ledger, though it has a 截至期", async () => {
  const workbook = await openForTheAddIn();
  await make(workbook, [SCHOOL]);
  expect(await workbook.run(ledgersAtHand)).toMatchObject({ ledgers: [] });
});

it("asks where a table stands, and takes what was typed into the new one", async () => {
  const workbook = await openForTheAddIn();
  await make(workbook, [SCHOOL]);
  await workbook.type(`${PLACES_NAME}!B3`, "上半年");
  await workbook.type(`${PLACES_NAME}!${entry([SCHOOL], "青岩区", 0)}`, 600);
  await workbook.type(`${PLACES_NAME}!${entry([SCHOOL], "石渡县", 0)}`, "550个");
  await workbook.idle();
  expect(await make(workbook, [GROWTH, SCHOOL])).toEqual({
    occupied: { name: PLACES_NAME, freeName: `${PLACES_NAME}2`, table: { kept: 2, lost: 0 } },
  });
  expect(await make(workbook, [GROWTH])).toMatchObject({ occupied: { table: { kept: 0, lost: 2 } } });
  expect(await make(workbook, [GROWTH, SCHOOL], "replace")).toEqual({
    built: { name: PLACES_NAME, places: 9, kept: 2 },
  });
  await workbook.idle();
  expect(sheetNames(workbook)).toEqual(["Sheet1", PLACES_NAME]);
  expect(textsOf(workbook)[2]!.slice(0, 2)).toEqual(["截至期", "上半年"]);
  expect(rowOf(workbook, "青岩区").slice(7, 13)).toEqual(["1,500个", "", "600", "40.0%", "1", "欠进度"]);
  expect(rowOf(workbook, "石渡县").slice(7, 13)).toEqual(["1,100个", "1,300个", "550个", "50.0%", "1", "达进度"]);
});

it("keeps formulas that were typed where every cell stays, and their values elsewhere", async () => {
  const workbook = await openForTheAddIn();
  await make(workbook, [SCHOOL]);
  const at = entry([SCHOOL], "青岩区", 0);
  await workbook.type("Sheet1!A1", 300);
  await workbook.type(`${PLACES_NAME}!${at}`, "=Sheet1!A1*2");
  await workbook.idle();
  const formula = async () => {
    await workbook.idle();
    const cells = workbook.engine.read(workbook.engine.usedArea(workbook.host.findSheet(PLACES_NAME)!, true)!);
    return cells.flat().filter((each) => each.formula === "=Sheet1!A1*2").length;
  };
  await make(workbook, [SCHOOL], "replace");
  expect(await formula()).toBe(1);
  await make(workbook, [GROWTH, SCHOOL], "replace");
  expect(await formula()).toBe(0);
  expect(rowOf(workbook, "青岩区")[9]).toBe("600");
});

it("leaves other people's sheet of its name alone until asked", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    context.workbook.worksheets.add(PLACES_NAME).getRange("A1").values = [["我的表"]];
    await context.sync();
  });
  expect(await make(workbook, [SCHOOL])).toEqual({
    occupied: { name: PLACES_NAME, freeName: `${PLACES_NAME}2`, table: null },
  });
  expect(await make(workbook, [SCHOOL], "newSheet")).toMatchObject({ built: { name: `${PLACES_NAME}2` } });
  expect(textsOf(workbook)).toEqual([["我的表"]]);
});

it("compares every indicator that is split", async () => {
  const workbook = await openForTheAddIn();
  const ids = splitCommitments(session.index).map(({ id }) => id);
  expect(await make(workbook, ids)).toMatchObject({ built: { places: 9 } });
});

it("compares sixty indicators of twenty places in at most ten requests", async () => {
  const large = largeCity(20, 60);
  session.useCatalog(large);
  const workbook = await openForTheAddIn();
  const ids = splitCommitments(large).map(({ id }) => id);
  const before = workbook.batches.requests.length;
  expect(await make(workbook, ids)).toMatchObject({ built: { places: 20 } });
  const asked = workbook.batches.requests.slice(before).filter(({ actions }) => actions > 0);
  expect(asked.length).toBeLessThanOrEqual(10);
});
