/** What a ledger of 100, 2,000 and 20,000 rows asks of Excel, and what it takes the add-in itself. `npm run bench:ledger`; a measurement, no test. */
import { performance } from "node:perf_hooks";
import { CatalogIndex } from "../../src/core/catalog";
import { RULES } from "../../src/core/status";
import { buildLedger } from "../../src/excel/buildLedger";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { ledger, LEDGER_NAME } from "../../src/sheets/ledger";
import { closeWorkbooks, openForTheAddIn } from "../excel/openForTheAddIn";
import { catalogOfSize } from "./catalogs";

jest.setTimeout(3_600_000);
afterEach(closeWorkbooks);

const SIZES = (process.env["SIZES"] ?? "100,2000,20000").split(",").map(Number);

it.each(SIZES)("%d rows", async (size) => {
  const index = new CatalogIndex(catalogOfSize(size));
  session.useCatalog(index);
  const every = index.catalog.departments.map(({ id }) => id);
  const planned = Array.from({ length: 3 }, () => {
    const began = performance.now();
    ledger(index, every, RULES.standard, LEDGER_NAME, "2024Q2");
    return performance.now() - began;
  });
  const workbook = await openForTheAddIn();
  // At once, and past jest, which keeps what is said until the end: twenty thousand rows take their time.
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`${size} rows, the plan alone: ${Math.min(...planned).toFixed(0)} ms`);
  const measured = async (what: string, work: (context: Excel.RequestContext) => Promise<unknown>) => {
    workbook.batches.requests.length = 0;
    const began = performance.now();
    await workbook.run(work);
    const asked = workbook.batches.requests.filter(({ actions }) => actions > 0);
    const inHost = asked.reduce((sum, { ms }) => sum + ms, 0);
    const own = performance.now() - began - inHost;
    const largest = Math.max(...asked.map(({ bytes }) => bytes));
    const sum = asked.reduce((all, { bytes }) => all + bytes, 0);
    say(
      `  ${what}: ${asked.length} requests, ${sum} bytes, the largest ${largest}; the add-in itself ${own.toFixed(0)} ms, the emulated host ${inHost.toFixed(0)} ms`,
    );
    await workbook.idle();
  };
  await measured("build", (context) => buildLedger(context, session.inForce(), every, "ask"));
  await measured("update", (context) => updateLedger(context, session.inForce(), LEDGER_NAME, every));
  await measured("leader's copy", (context) => makeLeadersCopy(context, session.inForce(), "ask"));
});
