/** The city's own rows take what the places reported in the county table: seen first, judged once all have reported, taken back as a whole. */
import { applyCollection, undoCollection } from "../../src/excel/applyCollection";
import { buildLedger } from "../../src/excel/buildLedger";
import { collectPlaces } from "../../src/excel/collectPlaces";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { makeSummary } from "../../src/excel/makeSummary";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { PLACES_NAME } from "../../src/sheets/placesTable";
import { SUMMARY_NAME } from "../../src/sheets/summary";
import { YUNZHOU_PLACES, yunzhou } from "../core/yunzhou";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const [SCHOOLS, GROWTH] = ["YZ2024-001", "YZ2024-002"];
const REPORTING = YUNZHOU_PLACES.length - 1; // 望江区 has no part

it("takes the sum of counts for the table's own period, never of rates", async () => {
  session.useCatalog(yunzhou());
  const workbook = await openForTheAddIn();
  const collected = async () => {
    const outcome = await workbook.run((context) => collectPlaces(context, session.index, LEDGER_NAME));
    if (!("collection" in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.collection;
  };
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education", "reform"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.idle();
  expect(await workbook.run((context) => collectPlaces(context, session.index, LEDGER_NAME))).toEqual({
    noTable: true,
  });
  await workbook.run((context) => makePlacesTable(context, session.inForce(), [SCHOOLS, GROWTH], "ask"));
  await workbook.type(`${PLACES_NAME}!B3`, "2024Q2");
  const rows = YUNZHOU_PLACES.map((_, at) => 8 + at);
  const columns = workbook.engine
    .texts({ sheet: workbook.host.findSheet(PLACES_NAME)!, row: 6, column: 0, rows: 1, columns: 14 })[0]!
    .flatMap((text, at) => (text === "实际" ? [String.fromCharCode(65 + at)] : []));
  const [schools, growth] = columns as [string, string];
  const [last, ...others] = rows.filter((_, at) => YUNZHOU_PLACES[at]![0] !== "wangjiang").reverse();
  for (const row of others) await workbook.type(`${PLACES_NAME}!${schools}${row}`, 600);
  await workbook.type(`${PLACES_NAME}!${growth}${rows[0]!}`, 7.5);
  await workbook.idle();

  const partial = await collected();
  expect(partial).toMatchObject({
    writes: [{ id: SCHOOLS, column: "quarter2", after: `4200（7/${REPORTING}已报）`, files: [PLACES_NAME] }],
    conflicts: [],
    leftOut: [{ id: GROWTH, why: "notSummed" }],
  });
  const ledgerRow = 6; // the first of the first department
  const at = (column: string) => workbook.cell(`${LEDGER_NAME}!${column}${ledgerRow}`).value;
  expect(at("W") === SCHOOLS || at("X") === SCHOOLS).toBe(true);
  await workbook.run((context) => applyCollection(context, partial, new Map()));
  await workbook.idle();
  expect([at("H"), at("K"), at("P")]).toEqual([`4200（7/${REPORTING}已报）`, `7/${REPORTING}已报，暂计`, "无法核验"]);

  await workbook.type(`${PLACES_NAME}!${schools}${last!}`, 300);
  await workbook.idle();
  const whole = await collected();
  expect(whole.conflicts).toMatchObject([{ before: `4200（7/${REPORTING}已报）`, offers: [{ value: 4500 }] }]);
  await workbook.run((context) => applyCollection(context, whole, new Map([[whole.conflicts[0]!.key, 0]])));
  await workbook.idle();
  expect([at("H"), at("P")]).toEqual([4500, "达进度"]);
  expect((await collected()).files).toMatchObject([{ agreed: 1, conflicts: 0, taken: 0 }]);
  await workbook.run(undoCollection);
  await workbook.idle();
  expect(at("H")).toBe(`4200（7/${REPORTING}已报）`);

  // The leader's page counts the places as the table does.
  await workbook.run((context) => makeSummary(context, session.inForce(), "ask", LEDGER_NAME));
  await workbook.idle();
  const lines = (sheet: string, name: string) => {
    const area = workbook.engine.usedArea(workbook.host.findSheet(sheet)!, true)!;
    return workbook.engine.texts(area).filter(([first]) => first === name);
  };
  for (const [, name] of YUNZHOU_PLACES) {
    const [ofPage] = lines(SUMMARY_NAME, name);
    const ofTable = lines(PLACES_NAME, name).at(-1)!;
    expect(ofPage!.slice(1, 8)).toEqual(ofTable.slice(1, 8));
    expect(ofPage![8]).toBe(String(ofTable.slice(1, 8).reduce((sum, count) => sum + Number(count), 0)));
  }
  expect(lines(SUMMARY_NAME, "青岩区")[0]!.slice(1, 10)).toEqual(["0", "1", "1", "0", "0", "0", "0", "2", "50.0%"]);

  await workbook.type(`${PLACES_NAME}!B3`, "1-4月");
  await workbook.idle();
  expect((await collected()).leftOut).toMatchObject([
    { id: SCHOOLS, why: "noPeriod" },
    { id: GROWTH, why: "notSummed" },
  ]);
});
