/** A ledger of hundreds of rows: what building it asks of the host, and that the sheet answers all of it. For more rows: npm run bench:ledger. */
import { catalogOfSize } from "../bench/catalogs";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

const ROWS = 300;

let workbench: OpenWorkbench;
afterEach(() => workbench.close());

it(`${ROWS} ledger rows build with at most eight requests and recalculate`, async () => {
  workbench = await openWorkbench({ embeddedCatalog: catalogOfSize(ROWS) });
  const { page } = workbench;
  const pane = page.frameLocator("iframe");
  await page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane.getByRole("button", { name: "全选", exact: true }).click();
  await page.evaluate(() => window.workbench.clearRequests());
  await pane.getByRole("button", { name: "生成台账", exact: true }).click();
  await pane.getByText(`共 ${ROWS} 行`).waitFor({ timeout: 120_000 });
  const requests = await page.evaluate(() => window.workbench.requests());
  await page.evaluate(() => window.workbench.idle());
  console.info(
    `${ROWS} rows: ${requests.map(({ actions, bytes, ms }) => `${actions} actions, ${bytes} bytes, ${Math.round(ms)} ms`).join("; ")}`,
  );
  // Behind the last write come only the release of its ranges, which names them all in a few actions, and looks at the selected cell.
  const isWriting = ({ bytes, actions }: (typeof requests)[number]) => bytes > 100_000 && actions > 100;
  const building = requests.slice(0, requests.map(isWriting).lastIndexOf(true) + 1);
  expect(building.length).toBeGreaterThan(0);
  // Two to look, two to make known that a change is under way and to see that nobody else's is, three to write; the pane may look between.
  expect(building.length).toBeLessThanOrEqual(8);
  for (const { bytes } of requests) expect(bytes).toBeLessThan(5_000_000);

  const cell = (address: string) => page.evaluate((at) => window.workbench.getCell(at), address);
  expect((await cell(`台账!E${5 + ROWS}`)).value).toBe(ROWS);
  await page.evaluate(([at]) => window.workbench.setCell(at, "2024Q4"), ["台账!C3"] as const);
  await page.evaluate(([at, value]) => window.workbench.setCell(at, value), [`台账!J${5 + ROWS}`, ROWS] as const);
  await page.evaluate(() => window.workbench.idle());
  expect((await cell(`台账!P${5 + ROWS}`)).value).toBe("已完成");
  expect((await cell(`台账!N${5 + ROWS}`)).value).toBe(1);
});
