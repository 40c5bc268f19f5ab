/** Building a ledger on a bad day: a refused request leaves no half sheet, a co-author's work stays. */
import { shareWorkbench } from "./workbenchPage";

const workbench = shareWorkbench();

const pane = () => workbench.page.frameLocator("iframe");
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const sheetNames = () => workbench.page.evaluate(() => window.workbench.sheetNames());

async function chooseDepartment(): Promise<void> {
  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane()
    .getByLabel(/市教育局/)
    .check();
}
const build = () => pane().getByRole("button", { name: "生成台账", exact: true }).click();

it("says what failed and leaves no half sheet, and the next try succeeds", async () => {
  await chooseDepartment();
  await workbench.page.evaluate(() => window.workbench.faults.failAt("PageLayout.setPrintArea", "GeneralException"));
  await build();
  await pane().getByText("Excel 没有完成这一步").waitFor();
  await idle();
  await workbench.screenshot("faults-write-failed");
  expect(await sheetNames()).toEqual(["Sheet1"]);
  await build();
  await pane()
    .getByText(/已生成“台账”/)
    .waitFor();
  expect(await sheetNames()).toEqual(["Sheet1", "台账"]);
});

it("keeps what a co-author types meanwhile, and the ledger", async () => {
  await chooseDepartment();
  await workbench.page.evaluate(() => {
    window.workbench.faults.delay = 300;
  });
  await build();
  await workbench.page.evaluate(async () => {
    await window.workbench.faults.coAuthorWrites("Sheet1!B2:C2", [["同事的数", 42]]);
    window.workbench.faults.delay = 0;
  });
  await pane()
    .getByText(/已生成“台账”/)
    .waitFor();
  await idle();
  const cell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
  expect((await cell("Sheet1!B2")).value).toBe("同事的数");
  expect((await cell("Sheet1!C2")).value).toBe(42);
  expect((await cell("台账!B6")).value).toBe("市教育局");
  expect(await sheetNames()).toEqual(["Sheet1", "台账"]);
});

it("a check of a large workbook shows how far it is, and can be called off", async () => {
  await workbench.page.evaluate(async () => {
    await window.workbench.setCell("A1", '=TARGET("教育局","新增学位")');
    await window.workbench.setCell("Z4000", 1); // used down to there: more cells than one request reads
    window.workbench.faults.delay = 1000;
  });
  await pane().getByRole("tab", { name: "检查" }).click();
  await pane().locator("progress").waitFor();
  await pane().locator(".working").getByRole("button", { name: "取消" }).click();
  await pane().getByText("已取消，工作簿和原来一样。").waitFor();
  await workbench.page.evaluate(() => (window.workbench.faults.delay = 0));
  expect(await pane().locator("progress").count()).toBe(0);
});
