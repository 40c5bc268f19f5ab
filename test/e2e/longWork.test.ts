/** A ledger of 20,000 rows shows how far it is and can be called off, and then nothing of it is left. For times: npm run bench:ledger. */
import { catalogOfSize } from "../bench/catalogs";
import { shareWorkbench } from "./workbenchPage";

const ROWS = 20_000;

describe("long work", () => {
  const workbench = shareWorkbench({ query: "?office=2021", embeddedCatalog: catalogOfSize(ROWS) });

  it("a ledger of 20,000 rows that is called off leaves the workbook as it was, and a small one can be made then", async () => {
    const { page } = workbench;
    const pane = page.frameLocator("iframe");
    const idle = () => page.evaluate(() => window.workbench.idle());
    const progress = pane.locator(".working progress");
    const share = () => progress.evaluate((bar: HTMLProgressElement) => bar.value);
    await page.evaluate(async () => {
      await window.workbench.setCell("B2", "手工记录");
      await window.workbench.clickRibbon("BuildLedger");
    });
    const before = await page.evaluate(() => window.workbench.sheetNames());
    await pane.getByRole("button", { name: "全选", exact: true }).click();
    await pane.getByText(`${ROWS} 项`).waitFor();
    await page.evaluate(() => {
      window.workbench.faults.delay = 400; // between two requests a person has time to press
    });
    const build = pane.getByRole("button", { name: "生成台账", exact: true });
    const callOff = async () => {
      await pane.locator(".working").getByRole("button", { name: "取消" }).click();
      await pane.getByText("已取消，工作簿和原来一样。").waitFor({ timeout: 120_000 });
    };
    // While its rows are worked out, and nothing is written yet.
    await build.click();
    await progress.waitFor();
    await callOff();
    expect(await page.evaluate(() => window.workbench.sheetNames())).toEqual(before);
    // While it is written.
    await build.click();
    await progress.waitFor();
    while ((await share()) === 0) await page.waitForTimeout(20);
    expect(await share()).toBeLessThan(0.9);
    await callOff();
    await page.evaluate(() => {
      window.workbench.faults.delay = 0;
    });
    await idle();
    expect(await progress.count()).toBe(0);
    expect(await page.evaluate(() => window.workbench.sheetNames())).toEqual(before);
    expect((await page.evaluate(() => window.workbench.getCell("Sheet1!B2"))).value).toBe("手工记录");
    await workbench.screenshot("long-work-called-off");

    await pane.getByRole("button", { name: "全不选", exact: true }).click();
    await pane.getByRole("checkbox").first().check();
    await build.click();
    await pane.getByText("已生成“台账”，共 50 行").waitFor({ timeout: 60_000 });
  });
});
