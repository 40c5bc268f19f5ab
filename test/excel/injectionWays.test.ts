/** Every way by which a catalog comes into a workbook: what looks like a formula in it is the same text afterwards, in the catalog and in cells. */
import { CatalogIndex } from "../../src/core/catalog";
import { confirmed, retired, revised, withBaseline, withEarlierFigure } from "../../src/core/corrections";
import { validateCatalog } from "../../src/core/loadCatalog";
import { withOwnPromise } from "../../src/core/ownPromise";
import { textOfCatalog } from "../../src/core/pin";
import type { Catalog } from "../../src/core/types";
import { buildLedger } from "../../src/excel/buildLedger";
import { keepCatalog } from "../../src/excel/catalogSource";
import { PATIENCE } from "../../src/excel/fetching";
import { fileSource } from "../../src/excel/fileSource";
import { openWorkbook } from "../../src/excel/openWorkbook";
import { session } from "../../src/excel/session";
import { checkCatalogSheet, makeCatalogSheet } from "../../src/excel/sheetSource";
import { addressSource } from "../../src/excel/webSource";
import { importDocument, understandTables } from "../../src/importer/importDocument";
import { importReport } from "../../src/importer/importReport";
import { catalogOf } from "../../src/importer/promise";
import { readDocument } from "../../src/importer/readDocument";
import { accept, correct, startReview, type Review } from "../../src/importer/review";
import { gridOf } from "../../src/sheets/catalogGrid";
import { CATALOG_SHEET } from "../../src/sheets/catalogSheet";
import { csvOf } from "../../src/sheets/csv";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { writeXlsx } from "../workbench/xlsx/writeXlsx";
import { closeServers, openServer, withText } from "./catalogServer";
import { expectTexts, hostileCatalog, SAID } from "./hostileCatalog";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(async () => {
  session.useEmbedded();
  closeWorkbooks();
  await closeServers();
});

const taken = async (content: BlobPart, name: string) => (await fileSource(new File([content], name)).take()).catalog;

async function withSheet() {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => makeCatalogSheet(context, hostileCatalog(), "ask"));
  return workbook;
}

it.each<[way: string, take: () => Promise<Catalog>]>([
  [
    "fetched",
    async () => {
      const server = await openServer();
      server.answer("/a.json", withText(textOfCatalog(hostileCatalog())));
      const kept = { get: () => Promise.resolve(null), put: () => Promise.resolve(false) };
      return (await addressSource(`${server.url}/a.json`, { kept, patience: PATIENCE }).take()).catalog;
    },
  ],
  ["in a JSON file", () => taken(textOfCatalog(hostileCatalog()), "a.json")],
  ["in a CSV file", () => taken(csvOf(gridOf(hostileCatalog())), "a.csv")],
  [
    "in an .xlsx file",
    async () => taken((await writeXlsx((await withSheet()).host, { functions: [] })) as BlobPart, "a.xlsx"),
  ],
  [
    "on a sheet",
    async () => {
      const workbook = await withSheet();
      const { read } = await workbook.run((context) => checkCatalogSheet(context, CATALOG_SHEET));
      expect(read.troubles).toEqual([]);
      return read.catalog!;
    },
  ],
  [
    "in the workbook itself",
    async () => {
      const workbook = await openForTheAddIn();
      await workbook.run((context) => keepCatalog(context, hostileCatalog()));
      session.useEmbedded();
      await openWorkbook();
      return session.catalog;
    },
  ],
])("a catalog that comes %s is the one that was sent", async (_, take) => {
  expect(await take()).toEqual(hostileCatalog());
});

const FACTS = { region: SAID.region, year: 2024, title: SAID.title, version: SAID.version, sourceTitle: "=3+7.docx" };
const acceptedOf = (review: Review) =>
  validateCatalog(
    catalogOf(
      review.items.reduce((all, _, at) => accept(all, at), review),
      FACTS,
    ),
  );
const SIGNED = { by: "=9+1", recorded: "2024-07-03", why: "=9+2" };

it.each<[way: string, take: () => Catalog | Promise<Catalog>, wanted: readonly string[], onLedger: readonly string[]]>([
  [
    "drafts of a report, with names that were typed",
    () => {
      const text = "计划新建学校8所。";
      const review = startReview(text, importReport(text, { year: 2024 }), "=1.docx");
      return acceptedOf(correct(review, 0, { department: "=2+2", indicator: "=1+1" }));
    },
    ["=1+1", "=2+2", SAID.title, "=3+7.docx"],
    ["=1+1", "=2+2"],
  ],
  [
    "drafts of a table",
    async () => {
      const file = new TextEncoder().encode(
        '指标,单位,目标,牵头单位\r\n=新增学位,个,"2,340",=cmd局\r\n@新建学校,所,8,+市住建局\r\n-改造危房（=1+1）,户,9,=cmd局\r\n',
      );
      const { text, grids } = await readDocument(file, "a.csv");
      const report = importDocument(text, grids, understandTables(text, grids, 2024), { year: 2024 });
      return acceptedOf(startReview(text, report, "a.csv"));
    },
    [],
    [],
  ],
  [
    "corrections",
    () => {
      const [first = "", second = ""] = hostileCatalog().commitments.map(({ id }) => id);
      const figure = { period: "2023", value: 70, state: "final" } as const;
      const [level, unclear] = [withBaseline(hostileCatalog(), first, { value: 3 }, SIGNED), { reviewReason: "=9+3" }];
      const all = level.commitments.map((each) => (each.id === second ? { ...each, ...unclear } : each));
      const sure = confirmed({ ...level, commitments: all }, second, SIGNED);
      const set = revised(sure, first, { from: "2024-04-01", value: 120 }, SIGNED);
      return validateCatalog(retired(withEarlierFigure(set, first, figure, SIGNED), second, SIGNED));
    },
    [],
    [],
  ],
  [
    "a promise of one's own",
    () => {
      const promise = { department: "+市卫健委", indicator: "=HYPERLINK(A1)", figure: "300个", unit: "", kind: null };
      const own = withOwnPromise(new CatalogIndex(hostileCatalog()), promise, "=4+8");
      if (!("catalog" in own)) throw new Error("it is known already");
      return own.catalog;
    },
    ["+市卫健委", "=HYPERLINK(A1)", "=HYPERLINK(A1)300个"],
    ["+市卫健委", "=HYPERLINK(A1)"],
  ],
])("%s put no formula into cells", async (_, take, wanted, onLedger) => {
  const catalog = await take();
  session.useCatalog(new CatalogIndex(catalog));
  const workbook = await openForTheAddIn();
  const departments = catalog.departments.map(({ id }) => id);
  await workbook.run((context) => buildLedger(context, session.inForce(), departments, "ask"));
  await workbook.run((context) => makeCatalogSheet(context, catalog, "ask"));
  await workbook.idle();
  const owners = new Map(catalog.departments.map(({ id, name }) => [id, name]));
  const names = catalog.commitments.flatMap(({ department, indicator }) => [indicator, owners.get(department) ?? ""]);
  expect(names.some((name) => /^[=+\-@]/.test(name))).toBe(true);
  expectTexts(workbook, LEDGER_NAME, [...names, ...onLedger]);
  expectTexts(workbook, CATALOG_SHEET, wanted);
});
