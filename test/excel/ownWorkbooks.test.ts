/** Files with people's own sheets: opened, marked, and taken back; every cell, look, merge, rule and protection outside the marks is compared. */
import { markOwnSheet, unmarkOwnSheet, type MarkRequest } from "../../src/excel/markOwnSheet";
import { lookAtOwnSheet, MARKS_NAME } from "../../src/excel/ownSheetLook";
import { session } from "../../src/excel/session";
import { understandSheet } from "../../src/sheets/ownSheet";
import { matchKey } from "../../src/sheets/ownSheetMatch";
import { USUAL_COLUMNS } from "../../src/sheets/markColumns";
import { LAYOUTS } from "../fixtures/ownSheets/layouts";
import { layoutsFile, sheetOf } from "../fixtures/ownSheets/layoutsFile";
import { MORE_LAYOUTS } from "../fixtures/ownSheets/moreLayouts";
import { ownCells } from "../fixtures/ownSheets/ownCells";
import { notUnderstood } from "../fixtures/ownSheets/readLayout";
import { OWN_SHEETS, type OwnSheetFixture } from "../fixtures/ownSheets/sheets";
import { workbookOf } from "../fixtures/ownSheets/workbookOf";
import { parseCells } from "../workbench/engine/address";
import { openXlsx } from "../workbench/xlsx/openXlsx";
import { differing, pictureOf, type Picture } from "./everyRequest/picture";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const PROTECTED = ["部门只写一次，下面留空", "两级指标，本月与本年成对"];
const TABLES = ["文本数字", "只有本月数"];
const PROMISE = "JZ2024-012";

/** All its names chosen for one promise, so that every row that was understood is marked. */
function requestFor(fixture: OwnSheetFixture): MarkRequest {
  const names = new Map<string, string>();
  for (const block of understandSheet(ownCells(fixture), 2024)?.blocks ?? [])
    for (const series of block.series)
      for (const row of block.rows) {
        const owner = series.owner ?? ((block.isTransposed ? row.name : row.department) || (block.department ?? ""));
        names.set(matchKey(owner, block.isTransposed ? series.label : row.name), PROMISE);
      }
  return { sheet: fixture.name, roles: new Map(), names, asOf: "2024Q2", shown: USUAL_COLUMNS };
}

/** The lines of a picture that tell of cells left of a column, and of what a sheet is besides its cells. */
function theirs(picture: Picture, sheet: string, column: number): [string, string][] {
  return [...picture].flatMap(([place, what]): [string, string][] => {
    if (!place.startsWith(`${sheet}!`) && !place.startsWith(`${sheet} `)) return [];
    const at = /R\d+C(\d+)$/.exec(place)?.[1];
    if (at !== undefined) return Number(at) <= column ? [[place, what]] : [];
    if (place.endsWith(" widths")) return [[place, JSON.stringify((JSON.parse(what) as number[]).slice(0, column))]];
    return place.endsWith(" colour rules") || place.endsWith(" facts") ? [] : [[place, what]];
  });
}
/** What a protection does not allow it may also not name. */
const allowed = (picture: Picture): Picture =>
  new Map([...picture].map(([place, what]) => [place, what.replace(/"allow\w+":false,?/g, "").replace(",}", "}")]));

it("changes nothing of theirs in twenty sheets of a file, protected ones and tables among them, and leaves no trace", async () => {
  const workbook = await openForTheAddIn();
  const { run, idle, host, engine } = workbook;
  const bytes = await workbookOf(OWN_SHEETS, { isProtected: PROTECTED, isTable: TABLES });
  await openXlsx(host, bytes, { functions: ["TARGET"] });
  await idle();
  const opened = allowed(pictureOf(workbook));
  const marked: string[] = [];
  for (const fixture of OWN_SHEETS) {
    const outcome = await run((context) => markOwnSheet(context, session.inForce(), requestFor(fixture)));
    const hasSeries = understandSheet(ownCells(fixture), 2024)?.blocks.some(({ series }) => series.length > 0);
    if (hasSeries) marked.push(fixture.name);
    // What is no such sheet is refused, and so is one in which nothing is an actual.
    expect([fixture.name, outcome]).toEqual([
      fixture.name,
      hasSeries
        ? { marked: { sheet: fixture.name, rows: expect.any(Number) as number } }
        : { refused: fixture.tables.length === 0 ? "none" : "noRows", sheet: fixture.name },
    ]);
  }
  await idle();
  const after = allowed(pictureOf(workbook));
  for (const { name } of OWN_SHEETS) {
    const marks = engine.names().find((each) => each.name === MARKS_NAME && each.sheet === host.findSheet(name));
    const column = marks ? parseCells(marks.formula.replace(/^=.*!/, "").replaceAll("$", ""))?.column : 100;
    expect([name, marks !== undefined, column ?? 0]).toEqual([name, marked.includes(name), expect.any(Number)]);
    const now = new Map(theirs(after, name, column ?? 0));
    expect([name, theirs(opened, name, column ?? 0).filter(([place, what]) => now.get(place) !== what)]).toEqual([
      name,
      [],
    ]);
    // Their rules stay as they are; ours come behind.
    const rules = (picture: Picture) => JSON.parse(picture.get(`${name} colour rules`) ?? "[]") as unknown[];
    expect(rules(after)).toEqual(expect.arrayContaining(rules(opened)));
  }
  for (const sheet of marked) {
    expect(await run((context) => unmarkOwnSheet(context, sheet))).toEqual({ removed: sheet });
  }
  await idle();
  // What a person decided of names stays remembered, in a part of the workbook that no cell shows.
  expect(differing(opened, allowed(pictureOf(workbook))).filter((line) => !line.startsWith("parts"))).toEqual([]);
});

it("understands each layout in a file as it does in a grid", async () => {
  const layouts = [...LAYOUTS, ...MORE_LAYOUTS];
  const workbook = await openForTheAddIn();
  await openXlsx(workbook.host, await layoutsFile(layouts), { functions: ["TARGET"] });
  await workbook.idle();
  const found: unknown[] = [];
  for (const [at, layout] of layouts.entries()) {
    const { cells } = await workbook.run((context) => lookAtOwnSheet(context, sheetOf(layout, at)));
    const differs = notUnderstood(layout, understandSheet(cells, layout.year ?? 2024));
    if (differs.length > 0) found.push([layout.name, ...differs]);
  }
  expect(found).toEqual([]);
});
