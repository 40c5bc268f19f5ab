/**
 * Ledgers of many rows built, updated and copied in the emulated Excel: how many requests of what size, how long, and whose time it is.
 * The engine is the workbench's and not Excel's; what the add-in and office.js take is what they take anywhere.
 *
 * npm run bench:ledger [-- ROWS … ENTRY]; by month every other row is reported by quarter. `-- places` makes the county table of sixty
 * indicators of twenty places instead, `-- ownSheet` marks a person's own sheet of five thousand rows.
 */
import "../workbench/node/plainEngine.cjs";
import { Session, type Profiler } from "node:inspector/promises";
import { CatalogIndex } from "../../src/core/catalog";
import { RULES } from "../../src/core/status";
import { buildLedger } from "../../src/excel/buildLedger";
import { checkWorkbook } from "../../src/excel/checkWorkbook";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { markOwnSheet, seeOwnSheet, unmarkOwnSheet } from "../../src/excel/markOwnSheet";
import { runInExcel } from "../../src/excel/run";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { ledger, LEDGER_NAME } from "../../src/sheets/ledger";
import { ENTRIES, isByMonth } from "../../src/sheets/ledgerColumns";
import { USUAL_COLUMNS } from "../../src/sheets/markColumns";
import { splitCommitments } from "../../src/sheets/placesTable";
import { largeCity } from "../core/yunzhou";
import { closeWorkbooks, openForTheAddIn } from "../excel/openForTheAddIn";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { catalogOfSize } from "./catalogs";

const words = process.argv.slice(2);
const entry = ENTRIES.find((each) => words.includes(each)) ?? "cumulative";
const given = words.map(Number).filter((size) => size > 0);
const SIZES = given.length > 0 ? given : [100, 2000, 20_000];

/** Whose code takes time, told by where it is read from; the first that fits. */
const OWNERS = {
  "add-in": /\/src\/[^/]+\/[^/]+\.ts$/,
  "office.js": /office-js/,
  "emulated Excel": /\/test\//,
  spreadsheet: /@univerjs|rxjs|lodash|opentype|numfmt|@flatten/,
} as const;
const OTHERS = "Node itself";
const SAMPLING = 2000; // µs

interface Line {
  readonly step: string;
  readonly seconds: number;
  /** Seconds by owner. */
  readonly by: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly bytes: number;
  readonly largest: number;
  readonly heap: number;
}

async function main(): Promise<void> {
  if (words.includes("places")) {
    const city = largeCity(20, 60);
    session.useCatalog(city);
    const workbook = await openForTheAddIn();
    const ids = splitCommitments(city).map(({ id }) => id);
    console.log(headline());
    await measured(workbook, "county table", (context) => makePlacesTable(context, session.inForce(), ids, "ask"));
    closeWorkbooks();
    return;
  }
  if (words.includes("ownSheet")) return markedSheet(given[0] ?? 5000);
  for (const size of SIZES) {
    const catalog = catalogOfSize(size);
    const commitments = catalog.commitments.map((each, at) =>
      isByMonth(entry) && at % 2 === 1 ? { ...each, rhythm: "quarterly" as const } : each,
    );
    const index = new CatalogIndex({ ...catalog, commitments });
    session.useEntry(entry);
    session.useCatalog(index);
    const every = index.catalog.departments.map(({ id }) => id);
    const most = every.slice(0, Math.max(1, every.length - 1));
    const workbook = await openForTheAddIn();
    console.log(`\n${size.toLocaleString("en")} rows`);
    console.log(headline());
    const began = performance.now();
    ledger(index, every, RULES.standard, LEDGER_NAME, "2024Q2", entry);
    console.log(`${"plan".padEnd(NAME)}${((performance.now() - began) / 1000).toFixed(2).padStart(FIGURE)}`);
    await measured(workbook, "build", (context) => buildLedger(context, session.inForce(), most, "ask"));
    await measured(workbook, "update", (context) => updateLedger(context, session.inForce(), LEDGER_NAME, every));
    await measured(workbook, "leader's copy", (context) => makeLeadersCopy(context, session.inForce(), "ask"));
    closeWorkbooks();
  }
}

/** A person's own sheet of so many rows: seen in the pane, marked, and taken back. */
async function markedSheet(size: number): Promise<void> {
  const index = new CatalogIndex(catalogOfSize(size));
  session.useCatalog(index);
  const workbook = await openForTheAddIn();
  const rows = index.catalog.commitments.map((each, at) => [
    index.departmentOf(each).name,
    each.indicator,
    "个",
    at + 1,
    Math.floor(at / 2),
  ]);
  const written = [["责任单位", "指标", "单位", "年度目标", "1-6月完成"], ...rows];
  await workbook.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, written.length, 5).values = written;
    await context.sync();
  });
  await workbook.idle();
  console.log(`\n${size.toLocaleString("en")} rows of a person's own sheet`);
  console.log(headline());
  const request = { sheet: null, roles: new Map(), names: new Map(), asOf: "2024Q2", shown: USUAL_COLUMNS };
  await measured(workbook, "seen", (context) => seeOwnSheet(context, session.inForce()));
  await measured(workbook, "marked", (context) => markOwnSheet(context, session.inForce(), request));
  await measured(workbook, "checked", (context) => checkWorkbook(context, session.inForce()));
  await measured(workbook, "taken back", (context) => unmarkOwnSheet(context, null));
  closeWorkbooks();
}

/** Does work and tells its requests, and whose time it took. */
async function measured(
  workbook: OpenWorkbook,
  step: string,
  work: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<void> {
  workbook.batches.requests.length = 0;
  const profiled = await profile(async () => {
    await runInExcel(work);
    await workbook.idle();
  });
  const asked = workbook.batches.requests.filter(({ actions }) => actions > 0);
  const bytes = asked.map((each) => each.bytes);
  console.log(
    lineOf({
      ...profiled,
      step,
      requests: asked.length,
      bytes: bytes.reduce((sum, each) => sum + each, 0),
      largest: Math.max(...bytes),
      heap: process.memoryUsage().heapUsed,
    }),
  );
}

/** Does work while it is looked at every other millisecond whose code is running. */
async function profile(work: () => Promise<void>): Promise<Pick<Line, "seconds" | "by">> {
  const inspector = new Session();
  inspector.connect();
  await inspector.post("Profiler.enable");
  await inspector.post("Profiler.setSamplingInterval", { interval: SAMPLING });
  await inspector.post("Profiler.start");
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { profile: found } = await inspector.post("Profiler.stop");
  inspector.disconnect();
  return { seconds, by: owned(found, seconds) };
}

/** What Node does for somebody, as sorting or reading JSON, counts as theirs: the nearest caller that is known. */
function owned({ nodes, samples = [] }: Profiler.Profile, seconds: number): ReadonlyMap<string, number> {
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const ownOf = new Map(
    nodes.map(({ id, callFrame }) => [id, Object.entries(OWNERS).find(([, place]) => place.test(callFrame.url))?.[0]]),
  );
  const by = new Map<string, number>();
  for (const sample of samples) {
    let at: number | undefined = sample;
    while (at !== undefined && !ownOf.get(at)) at = parent.get(at);
    const owner = (at === undefined ? undefined : ownOf.get(at)) ?? OTHERS;
    by.set(owner, (by.get(owner) ?? 0) + seconds / samples.length);
  }
  return by;
}

const NAME = 15;
const FIGURE = 12;
const COLUMNS = [...Object.keys(OWNERS), OTHERS];

function headline(): string {
  return ["", "s", ...COLUMNS, "requests", "MB", "largest", "heap MB"]
    .map((word, at) => (at === 0 ? word.padEnd(NAME) : word.padStart(Math.max(FIGURE, word.length + 2))))
    .join("");
}

function lineOf({ step, seconds, by, requests, bytes, largest, heap }: Line): string {
  const megabytes = (count: number) => (count / 1024 / 1024).toFixed(2);
  const figures = [
    seconds.toFixed(2),
    ...COLUMNS.map((owner) => (by.get(owner) ?? 0).toFixed(2)),
    String(requests),
    megabytes(bytes),
    megabytes(largest),
    megabytes(heap),
  ];
  const widths = ["s", ...COLUMNS, "requests", "MB", "largest", "heap MB"].map((word) =>
    Math.max(FIGURE, word.length + 2),
  );
  return step.padEnd(NAME) + figures.map((figure, at) => figure.padStart(widths[at] ?? FIGURE)).join("");
}

void main();
