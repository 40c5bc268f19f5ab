/** The emulated Excel as people see it: the sample they meet, the help of functions, dark colours, the view without the add-in. */
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench({ sample: true, viewport: { width: 1400, height: 900 } });
  await idle();
});
afterAll(() => workbench.close());

const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const getCell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const select = (address: string) => workbench.page.evaluate((at) => window.workbench.select(at), address);
const colourOf = (selector: string) =>
  workbench.page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
const paneTheme = () =>
  workbench.page
    .frameLocator("iframe")
    .locator("html")
    .evaluate((root) => root.dataset["theme"]);

it("meets a person with a sample that has verdicts in colour", async () => {
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["示例", "Sheet1"]);
  expect(await getCell("D8")).toMatchObject({ value: 8310, text: "8,310" });
  expect(await getCell("H8")).toMatchObject({ value: "欠进度", fill: "#FFEB9C" });
  expect(await getCell("H10")).toMatchObject({ value: "严重滞后", fill: "#FFC7CE" });
  expect((await getCell("D14")).errorMessage).toContain("教育厅");
  await workbench.screenshot("page-light");
});

it("shows average, count and sum of what is selected", async () => {
  const figures = workbench.page.locator("#figures");
  await select("D8:D10");
  await workbench.page.getByText("求和: 14,320").waitFor();
  expect(await figures.textContent()).toBe("平均值: 4,773.3333\u3000计数: 3\u3000求和: 14,320");
  await select("D8");
  expect(await figures.textContent()).toBe("");
  expect(await workbench.page.locator("#state").textContent()).toBe("就绪");
});

it("helps with a function while it is typed, in Chinese", async () => {
  await select("Sheet1!B3");
  await workbench.page.keyboard.type("=TAR");
  await workbench.page.getByText("返回某部门某项承诺的目标值").waitFor();
  await workbench.screenshot("page-function-list");
  await workbench.page.keyboard.type('GET.GAP("教育局",');
  const help = workbench.page.getByText("指标，例如“新增学位”");
  await help.waitFor({ state: "visible" });
  expect(await workbench.page.getByText("[asOf]").first().isVisible()).toBe(true);
  await workbench.screenshot("page-function-help");
  await workbench.page.keyboard.press("Escape");
  await workbench.page.keyboard.press("Escape");
  await select("示例!F8");
});

it("closes the pane and opens it from the ribbon", async () => {
  await workbench.page.getByRole("button", { name: "关闭任务窗格" }).click();
  expect(await workbench.page.locator(".pane--closed").count()).toBe(1);
  await workbench.page.getByRole("button", { name: "打开目录" }).click();
  expect(await workbench.page.locator(".pane--closed").count()).toBe(0);
  expect((await workbench.page.locator("#pane").boundingBox())?.width).toBe(350);
});

it("turns dark and light with the add-in", async () => {
  expect([await paneTheme(), await colourOf("#ribbon")]).toEqual(["light", "rgb(255, 255, 255)"]);
  await workbench.page.getByRole("button", { name: "深色" }).click();
  await workbench.page.frameLocator("iframe").locator('html[data-theme="dark"]').waitFor();
  await idle();
  expect(await colourOf("#ribbon")).toBe("rgb(38, 38, 38)");
  await workbench.screenshot("page-dark");
  await workbench.page.evaluate(() => window.workbench.theme("light"));
  expect(await paneTheme()).toBe("light");
});

it("shows what somebody without the add-in sees", async () => {
  await workbench.page.getByRole("button", { name: "没有加载项" }).click();
  expect(await workbench.page.getByRole("tab", { name: "承诺对账" }).count()).toBe(0);
  expect(await workbench.page.locator("iframe").count()).toBe(0);
  expect((await getCell("H8")).value).toBe("欠进度"); // what was reckoned stays
  await setCell("F8", 4200);
  await idle();
  expect((await getCell("H8")).error).toBe("#NAME?");
  expect((await getCell("H9")).value).toBe("达进度");
  await workbench.screenshot("page-without-add-in");

  await workbench.page.evaluate(() => window.workbench.withoutAddIn(false));
  await setCell("F8", 4300);
  await idle();
  expect((await getCell("H8")).error).toBe("#NAME?"); // being there again heals nothing
  await workbench.page.evaluate(() => window.workbench.clickRibbon("Refresh"));
  await idle();
  expect((await getCell("H8")).value).toBe("达进度");
});
