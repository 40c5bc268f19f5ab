/**
 * The same as a person does it in the pane: a list's address, the region, a catalog, once more after the pane was closed, and after
 * an update; then a catalog of a hundred thousand commitments, with the longest time the pane answered nobody.
 */
import type { Frame, Page } from "playwright-core";
import globalSetup from "../e2e/globalSetup";
import globalTeardown from "../e2e/globalTeardown";
import { openWorkbench, paneLoadedAnew } from "../e2e/workbenchPage";

export interface Told {
  /** Says what came over the line since the last time. */
  (what: string, work: () => Promise<void>): Promise<void>;
}

/** @param url of the server @param update publishes a newer catalog of the region */
export async function inBrowser(url: string, region: string, told: Told, update: () => Promise<void>): Promise<void> {
  await globalSetup();
  const { page, close } = await openWorkbench({ viewport: { width: 1400, height: 900 } });
  try {
    const pane = page.frameLocator("iframe");
    const set = (address: string, text: string) =>
      page.evaluate(([at, formula]) => window.workbench.setCell(at ?? "", formula ?? ""), [address, text]);
    const value = async (address: string) => {
      await page.evaluate(() => window.workbench.idle());
      return (await page.evaluate((at) => window.workbench.getCell(at), address)).value;
    };
    const list = async () => {
      await pane.getByRole("tab", { name: "设置" }).click();
      await pane.getByLabel("网址").fill(`${url}/index.json`);
      await pane.getByRole("button", { name: "取用", exact: true }).click();
      await pane.getByLabel("地区").fill(region);
      await pane.getByRole("button", { name: "查找", exact: true }).click();
      await pane.locator("target-add-catalog button", { hasText: "2026" }).first().click();
    };
    await told("in the pane, first open", async () => {
      await list();
      await pane.getByRole("button", { name: "放在旁边" }).click();
      await pane.getByText("已在本工作簿里").waitFor();
    });
    await set("A2", '=TARGET("CT2026-001","")');
    const first = await value("A2");
    if (typeof first !== "number") throw new Error(`no answer: ${String(first)}`);
    await paneLoadedAnew(page);
    await told("in the pane, a cell asked anew", async () => {
      await set("A3", '=TARGET("CT2026-002","")');
      await value("A3");
    });
    await told("in the pane, second open", async () => {
      await list();
      await page.evaluate(() => window.workbench.idle());
    });
    await update();
    await told("in the pane, one update", async () => {
      await pane.locator(".row.catalog", { hasText: region }).getByRole("button", { name: "检查更新" }).click();
      await pane.getByRole("button", { name: "采用" }).click();
      await pane.getByText("已在本工作簿里").waitFor();
    });
    const second = await value("A2");
    if (second !== first + 1) throw new Error(`the update was not seen: ${String(first)} and ${String(second)}`);
    await large(page, url, told);
    await close();
  } finally {
    await globalTeardown();
  }
}

const FRAMES_WITHIN = 50; // milliseconds from which a task counts as long

async function large(page: Page, url: string, told: Told): Promise<void> {
  const pane = page.frameLocator("iframe");
  const frame = page.frames().find((each) => each.url().includes("/taskpane.html"));
  if (!frame) throw new Error("there is no pane");
  const before = await heap(page);
  await watchTasks(frame);
  const seen: string[] = [];
  await told("in the pane, a catalog of 100,000", async () => {
    await pane.getByLabel("网址").fill(`${url}/large.json`);
    await pane.getByRole("button", { name: "取用", exact: true }).click();
    const asked = pane.getByRole("button", { name: "放在旁边" });
    while (!(await asked.isVisible())) {
      const said = await pane
        .getByText(/正在读入… \d+%/)
        .textContent({ timeout: 200 })
        .catch(() => null);
      if (said !== null && said !== seen.at(-1)) seen.push(said);
    }
    console.log(`  read: ${await tasks(frame)}; progress shown: ${seen.join(" ")}`);
    await asked.click();
    await pane.getByText("已在本工作簿里").waitFor({ timeout: 180_000 });
  });
  console.log(`  read and pinned: ${await tasks(frame)}`);
  await page.evaluate(() => window.workbench.setCell("B1", '=TARGET("LG2026-099999","")'));
  await page.evaluate(() => window.workbench.idle());
  const { value } = await page.evaluate(() => window.workbench.getCell("B1"));
  if (typeof value !== "number") throw new Error(`no answer of the large one: ${String(value)}`);
  console.log(`  heap ${before} → ${await heap(page)} MB, the workbench's own included`);
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return Math.round(usedSize / 1e6);
}

const watchTasks = (frame: Frame) =>
  frame.evaluate(`window.longTasks = []; new PerformanceObserver((list) => {
    for (const { duration, name } of list.getEntries()) if (name === "self") window.longTasks.push(duration);
  }).observe({ type: "longtask" });`);

async function tasks(frame: Frame): Promise<string> {
  const all = (await frame.evaluate<number[]>("window.longTasks")).sort((one, other) => other - one);
  const longest = all.slice(0, 4).map((each) => Math.round(each));
  return `${all.length} steps over ${FRAMES_WITHIN} ms, the longest ${longest.join(", ")} ms`;
}
