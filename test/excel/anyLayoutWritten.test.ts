/**
 * The same promise with the same figure has the same verdict wherever it is written: in a marked sheet of people's own, in the county
 * table and in the ledger, each made by its command in one workbook, whose functions answer as they do in Excel.
 */
import { buildLedger } from "../../src/excel/buildLedger";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { markOwnSheet } from "../../src/excel/markOwnSheet";
import { readSheets } from "../../src/excel/readSheets";
import { session } from "../../src/excel/session";
import { USUAL_COLUMNS } from "../../src/sheets/markColumns";
import { standingLedger } from "../../src/sheets/standingLedger";
import { standingMarks } from "../../src/sheets/standingMarks";
import { cellBehind, standingPlaces } from "../../src/sheets/standingPlaces";
import { zh } from "../../src/strings/zh";
import { generator } from "../bench/catalogs";
import { AnyPromises, PLACE, verdictOf } from "../sheets/calculated/anyPromises";
import type { Typed } from "../sheets/calculated/filledLedger";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const PROMISES = 24;
const OWN = "Sheet1";
const drawn = new AnyPromises(generator(Number(process.env["AGREEMENT_SEED"] ?? 20250117)));

/** What Excel would take for a share or a formula is typed with ', as people must. */
const asTyped = (value: string | number | boolean) =>
  typeof value === "string" && /^[-+]|%$/u.test(value) ? `'${value}` : value;

/** The cells of a sheet as the add-in reads them. */
async function sheetNamed(workbook: OpenWorkbook, name: string) {
  const found = (await workbook.run(readSheets)).find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

it.each([
  ["2024Q2", "quarter2"],
  ["2024Q4", "quarter4"],
] as const)("the same promise has the same verdict in what commands write, at %s", async (asOf, quarter) => {
  const index = drawn.index(PROMISES);
  session.useCatalog(index);
  const { rules } = session.inForce();
  const { commitments } = index.catalog;
  const reported = new Map(commitments.map((each) => [each.id, drawn.reported(index, each)]));
  const expected = new Map(
    commitments.map((each) => [each.id, verdictOf(index, rules, each, reported.get(each.id) ?? null, asOf)]),
  );
  const workbook = await openForTheAddIn();
  /** Types cells, each with its row and column, in one request. */
  const type = async (name: string, cells: readonly (readonly [row: number, column: number, value: Typed])[]) => {
    await workbook.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      for (const [row, column, value] of cells)
        if (value !== null) sheet.getRangeByIndexes(row, column, 1, 1).values = [[asTyped(value)]];
      await context.sync();
    });
    await workbook.idle();
  };
  const shown = new Map<string, Map<string, string>>();

  // A sheet of their own, and its marks.
  const heads = ["责任单位", "指标", "2024年累计完成"].map((heading, at) => [0, at, heading] as const);
  const rows = commitments.flatMap((each, at) => {
    const cells = [index.departmentOf(each).name, each.indicator, reported.get(each.id) ?? null];
    return cells.map((value, column) => [at + 1, column, value] as const);
  });
  await type(OWN, [...heads, ...rows]);
  const request = { sheet: OWN, roles: new Map(), names: new Map(), asOf, shown: USUAL_COLUMNS };
  const marked = await workbook.run((context) => markOwnSheet(context, session.inForce(), request));
  expect(marked).toEqual({ marked: { sheet: OWN, rows: PROMISES } });
  await workbook.idle();
  const words: readonly string[] = Object.values(zh.status);
  shown.set(
    "marked",
    new Map(
      standingMarks(await sheetNamed(workbook, OWN))
        .flatMap(({ rows }) => rows)
        .map(({ id, said }) => [id ?? "", words.includes(said) ? said : zh.status.unverifiable]),
    ),
  );

  // The county table, whose only place with a part has the whole.
  const ids = commitments.map(({ id }) => id);
  const table = await workbook.run((context) => makePlacesTable(context, session.inForce(), ids, "ask"));
  const places = "built" in table ? table.built.name : "";
  await workbook.idle();
  const before = standingPlaces(await sheetNamed(workbook, places))!;
  const period = cellBehind(await sheetNamed(workbook, places), zh.ledger.asOf)!;
  const line = before.header + 1 + before.places.indexOf(PLACE);
  await type(places, [
    [period.row, period.column, asOf],
    ...before.entries.map(({ id, column }) => [line, column, reported.get(id) ?? null] as const),
  ]);
  const cells = await sheetNamed(workbook, places);
  const { headings } = zh.placesTable.sheet;
  const headed = cells.texts[before.header - cells.row]!;
  shown.set(
    "places",
    new Map(
      before.entries.map(({ id, column }) => [
        id,
        cells.texts[line - cells.row]![headed.indexOf(headings.status, column - cells.column)] ?? "",
      ]),
    ),
  );

  // The ledger, by quarter.
  const departments = index.catalog.departments.map(({ id }) => id);
  const built = await workbook.run((context) => buildLedger(context, session.inForce(), departments, "ask"));
  const ledger = "built" in built ? built.built.name : "";
  await workbook.idle();
  const standing = standingLedger(await sheetNamed(workbook, ledger))!;
  const setting = cellBehind(await sheetNamed(workbook, ledger), zh.ledger.asOf)!;
  await type(ledger, [
    [setting.row, setting.column, asOf],
    ...standing.rows.map(({ id, row }) => [row, standing.at[quarter]!, reported.get(id) ?? null] as const),
  ]);
  const filled = await sheetNamed(workbook, ledger);
  shown.set(
    "ledger",
    new Map(
      standing.rows.map(({ id, row }) => [
        id,
        filled.texts[row - filled.row]![standing.at.status - filled.column] ?? "",
      ]),
    ),
  );

  for (const [layout, verdicts] of shown) {
    const found = ids.map((id) => ({ layout, id, reported: reported.get(id), shown: verdicts.get(id) }));
    expect(found).toEqual(found.map((each) => ({ ...each, shown: expected.get(each.id) })));
  }
  expect(new Set(expected.values()).size).toBeGreaterThan(3);
});
