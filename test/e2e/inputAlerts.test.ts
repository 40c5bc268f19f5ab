/** An entry an input rule only warns of: a person is asked, and keeps it or takes it back. */
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench({ viewport: { width: 1200, height: 700 } });
});
afterAll(() => workbench.close());

const value = async (address: string) =>
  (await workbench.page.evaluate((at) => window.workbench.getCell(at), address)).value;
async function type(address: string, text: string): Promise<void> {
  await workbench.page.evaluate((at) => window.workbench.select(at), address);
  await workbench.page.locator("#sheet canvas").first().focus();
  await workbench.page.keyboard.type(text);
  await workbench.page.keyboard.press("Enter");
}
const card = () => workbench.page.locator("#entry-warning");

it("asks about an entry a rule warns of", async () => {
  const pane = workbench.page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
  await pane.evaluate(`Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange("B2:B9");
    dataValidation.rule = { decimal: { formula1: 0, formula2: 100, operator: "Between" } };
    dataValidation.errorAlert = { title: "核对完成数", message: "完成数通常不超过100。", showAlert: true, style: "Warning" };
    await context.sync();
  })`);
  await workbench.page.evaluate(() => window.workbench.setCell("B2", 40));
  await type("B2", "400");
  await card().waitFor();
  expect(await card().textContent()).toBe("核对完成数完成数通常不超过100。\n是否继续？是否取消");
  await workbench.screenshot("input-warning");
  // As in Excel, Enter is 否.
  expect(await workbench.page.evaluate(() => document.activeElement?.textContent)).toBe("否");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.evaluate(() => window.workbench.idle());
  expect(await value("B2")).toBe(40);
  await type("B2", "450");
  await workbench.page.getByRole("button", { name: "取消", exact: true }).click();
  await workbench.page.evaluate(() => window.workbench.idle());
  expect(await value("B2")).toBe(40);
  await type("B2", "500");
  await workbench.page.getByRole("button", { name: "是", exact: true }).click();
  expect(await value("B2")).toBe(500);
  expect(await card().isVisible()).toBe(false);
});

it("asks nothing about an entry the rule takes", async () => {
  await type("B3", "50");
  await workbench.page.evaluate(() => window.workbench.idle());
  expect(await value("B3")).toBe(50);
  expect(await card().isVisible()).toBe(false);
});
