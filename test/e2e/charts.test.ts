/** Charts an add-in makes through the real office.js: drawn over the grid at their cells, and following what the cells say. */
import type { Frame, Page } from "playwright-core";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

let open: OpenWorkbench;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  open = await openWorkbench({ viewport: { width: 1700, height: 1000 }, drawsEveryFrame: true });
  page = open.page;
  pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
});
afterAll(() => open.close());

/** Runs a program of an add-in. It is passed as text: the test's compiler must not touch it. */
function addin<Result>(program: string): Promise<Result> {
  return pane.evaluate<Result>(
    `Excel.run(async (context) => { const sheet = context.workbook.worksheets.getItem("Sheet1"); ${program} })`,
  );
}
const charts = () => page.evaluate(() => window.workbench.charts());
const setCell = (address: string, value: string | number) =>
  page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
/** What a resting pointer would be told of the drawn values: "达进度 教育局: 3". */
const drawn = (title: string) => page.locator(`.chart[aria-label="${title}"] .chart__value title`).allTextContents();
/** Where a chart lies on the page. It is drawn anew whenever something moves, so it is found and measured in one step. */
async function boxOf(title: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const measured = await page.waitForFunction((label) => {
    const chart = document.querySelector(`.chart[aria-label="${label}"]`);
    if (!chart) return null;
    const { x, y, width, height } = chart.getBoundingClientRect();
    return { x, y, width, height };
  }, title);
  return (await measured.jsonValue())!;
}

/** Waits until a chart's upper edge, in pixels of the page, is where it should be. */
async function movedTo(title: string, isThere: (top: number) => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const { y } = await boxOf(title);
    if (isThere(y)) return;
    if (Date.now() > until) throw new Error(`“${title}” stays at ${y}`);
  }
}

it("draws a stacked bar chart at its cells, with the names and figures they hold", async () => {
  await addin(`
    sheet.getRange("A1:D4").values = [
      ["部门", "达进度", "欠进度", "严重滞后"], ["市教育局", 3, 1, 0], ["市农业农村局", 4, 2, 1], ["市住建局", 2, 0, 3]];
    const bars = sheet.charts.add("BarStacked", sheet.getRange("A1:D4"), "Columns");
    bars.name = "部门完成情况";
    bars.title.text = "各部门完成情况";
    bars.setPosition("F2", "L14");
    bars.axes.categoryAxis.reversePlotOrder = true;
    ["#70AD47", "#FFC000", "#C00000"].forEach((colour, index) => {
      const series = bars.series.getItemAt(index);
      series.format.fill.setSolidColor(colour);
      series.hasDataLabels = true;
    });
    const columns = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Auto");
    columns.title.text = "达进度项数";
    columns.setPosition("F16", "L28");
    columns.series.getItemAt(0).hasDataLabels = true;
    columns.axes.valueAxis.title.text = "项";
    const shares = sheet.charts.add("Pie", sheet.getRange("A1:B4"), "Columns");
    shares.title.text = "占比";
    shares.legend.position = "Right";
    shares.dataLabels.showPercentage = true;
    shares.setPosition("A16", "D28");
    await context.sync();`);
  await page.locator('.chart[aria-label="各部门完成情况"]').waitFor();
  expect(await drawn("各部门完成情况")).toEqual(
    expect.arrayContaining(["达进度 市教育局: 3", "欠进度 市农业农村局: 2", "严重滞后 市住建局: 3"]),
  );
  const [bars] = await charts();
  expect(bars).toMatchObject({
    sheet: "Sheet1",
    name: "部门完成情况",
    type: "BarStacked",
    title: "各部门完成情况",
    place: { left: 5 * 72, top: 20, width: 7 * 72, height: 13 * 20 },
    categories: ["市教育局", "市农业农村局", "市住建局"],
    series: [
      { name: "达进度", values: [3, 4, 2] },
      { name: "欠进度", values: [1, 2, 0] },
      { name: "严重滞后", values: [0, 1, 3] },
    ],
  });
  await open.screenshot("charts-light");
});

it("follows a cell a person changes", async () => {
  const before = await drawn("达进度项数");
  expect(before).toContain("达进度 市住建局: 2");
  await setCell("B4", 9);
  await page.getByText("达进度 市住建局: 9").first().waitFor({ state: "attached" });
  expect(await drawn("达进度项数")).toContain("达进度 市住建局: 9");
  expect((await charts())[1]!.series).toEqual([{ name: "达进度", values: [3, 4, 9] }]);
});

it("scrolls and zooms with the sheet, from the chart itself too", async () => {
  const first = await boxOf("达进度项数");
  await page.mouse.move(first.x + 40, first.y + 40);
  await page.mouse.wheel(0, 100);
  await movedTo("达进度项数", (top) => top < first.y - 50);
  const scrolled = await boxOf("达进度项数");
  expect(scrolled).toMatchObject({ x: first.x, width: first.width });
  await page.mouse.move(60, 400);
  await page.mouse.wheel(0, -2000);
  await movedTo("达进度项数", (top) => Math.abs(top - first.y) < 1);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 100);
  await page.keyboard.up("Control");
  await page.waitForFunction(
    ([label, width]) =>
      document.querySelector(`.chart[aria-label="${label}"]`)!.getBoundingClientRect().width < width - 10,
    ["达进度项数", first.width] as const,
  );
  await open.screenshot("charts-zoomed");
  const zoomed = await boxOf("达进度项数");
  expect(zoomed.width / zoomed.height).toBeCloseTo(first.width / first.height, 2);
});

it("stays below panes that stand still", async () => {
  const first = await boxOf("各部门完成情况");
  await addin(`sheet.freezePanes.freezeRows(4); await context.sync();`);
  await page.mouse.move(first.x + 40, first.y + 200);
  await page.mouse.wheel(0, 120);
  await movedTo("达进度项数", (top) => top < 600);
  // The chart's upper rows are frozen; its lower part slides under them.
  await open.screenshot("charts-frozen");
  await page.waitForFunction(() => document.querySelectorAll('.chart[aria-label="各部门完成情况"]').length === 2);
  expect((await boxOf("各部门完成情况")).y).toBeCloseTo(first.y, 0);
  await addin(`sheet.freezePanes.unfreeze(); await context.sync();`);
});

it("is shown on its own sheet only, follows inserted rows, and goes when it is deleted", async () => {
  await addin(`context.workbook.worksheets.add("空").activate(); await context.sync();`);
  await page.locator(".chart").first().waitFor({ state: "detached" });
  expect(await charts()).toHaveLength(3);
  await addin(`sheet.activate(); sheet.getRange("1:2").insert("Down"); await context.sync();`);
  await page.locator(".chart").first().waitFor();
  expect((await charts())[0]!.place.top).toBe(60);
  await addin(`sheet.getRange("1:2").delete("Up"); sheet.charts.getItemAt(2).delete(); await context.sync();`);
  await page.locator('.chart[aria-label="占比"]').waitFor({ state: "detached" });
  expect((await charts()).map(({ title }) => title)).toEqual(["各部门完成情况", "达进度项数"]);
});

it("turns dark with the page", async () => {
  await page.evaluate(() => window.workbench.theme("dark"));
  // A theme redraws the charts, so the paper is looked for again until it is there and dark.
  await page.waitForFunction(() => {
    const paper = document.querySelector(".chart__paper");
    return paper && getComputedStyle(paper).fill === "rgb(43, 43, 43)";
  });
  await open.screenshot("charts-dark");
});
