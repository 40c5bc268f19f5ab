/** Catalogs beside the embedded one: the provinces on first start, one fetched, compared and kept, another year's. Bad days: catalogFaults. */
import type { Catalog } from "../../src/core/types";
import { catalogFile } from "../core/jingzhou";
import { NEW_JOBS } from "../fixtures/provinces2026";
import { xiangyang } from "./xiangyang";
import { paneLoadedAnew, shareWorkbench } from "./workbenchPage";

const workbench = shareWorkbench({ viewport: { width: 1500, height: 900 } });
const pane = () => workbench.page.frameLocator("iframe");
const cell = async (address: string) => {
  await workbench.page.evaluate(() => window.workbench.idle());
  return workbench.page.evaluate((at) => window.workbench.getCell(at), address);
};
it("31 provinces answer on first start, from one file that is fetched when the first of them is asked for", async () => {
  const asked: string[] = [];
  workbench.page.on("request", (request) => asked.push(request.url()));
  expect(NEW_JOBS).toHaveLength(31);
  expect(asked.filter((url) => url.includes("china-provinces"))).toEqual([]);
  const answered = await workbench.page.evaluate(
    async (names) => {
      for (const [at, name] of names.entries())
        await window.workbench.setCell(`A${at + 1}`, `=TARGET("${name}","城镇新增就业",2026)`);
      await window.workbench.idle();
      const cells = [];
      for (let row = 1; row <= names.length; row++) cells.push(await window.workbench.getCell(`A${row}`));
      return cells.map(({ value, error }) => error ?? value);
    },
    NEW_JOBS.map(([name]) => name),
  );
  expect(answered).toEqual(NEW_JOBS.map(([, figure]) => figure ?? "#N/A"));
  expect(asked.filter((url) => url.includes("china-provinces"))).toHaveLength(1);
});

it("a catalog is fetched, kept in the workbook, and a newer one changes nothing until it is accepted", async () => {
  const { page } = workbench;
  let served = JSON.stringify(xiangyang(66, "1"));
  let isDown = false;
  // A page in the server's place, as of a proxy that asks for a password: an error's number would be an error of the page as well.
  await page.route("**/story/xiangyang.json", (route) =>
    isDown
      ? route.fulfill({ body: "<html>", contentType: "text/html" })
      : route.fulfill({ body: served, headers: { "Retry-After": "0" } }),
  );
  const address = new URL("/story/xiangyang.json", page.url()).href;
  await page.evaluate(() => window.workbench.setCell("A1", '=TARGET("襄阳市教育局","新增学位")'));
  expect((await cell("A1")).error).toBe("#N/A");
  await pane().getByRole("tab", { name: "设置" }).click();
  await pane().getByLabel("网址").fill(address);
  await pane().getByRole("button", { name: "取用", exact: true }).click();
  await pane().getByRole("button", { name: "放在旁边" }).click();
  await pane().getByText("“襄阳市2024年承诺”已在本工作簿里").waitFor();
  expect((await cell("A1")).value).toBe(66);
  await workbench.screenshot("catalogs-in-use");

  const update = () =>
    pane().locator(".row.catalog", { hasText: "襄阳市2024年承诺" }).getByRole("button", { name: "检查更新" });
  await update().click();
  await pane().getByText("没有更新的版本").waitFor();
  served = JSON.stringify(xiangyang(77, "2"));
  await update().click();
  await pane().getByText("66个 → 77个").waitFor();
  await workbench.screenshot("catalog-compared");
  expect((await cell("A1")).value).toBe(66);
  await pane().getByRole("button", { name: "采用" }).click();
  await pane().getByText("已在本工作簿里").waitFor();
  expect((await cell("A1")).value).toBe(77);

  // The server answers something else: said, and the workbook answers as it did.
  isDown = true;
  await update().click();
  await pane().getByText("现在取不到").waitFor();
  await paneLoadedAnew(page);
  expect((await cell("A1")).value).toBe(77);

  // Somebody writes into what is pinned: what was pinned answers from this browser's copy, is told, and is put back.
  const frame = () => page.frames().find((each) => each.url().includes("/taskpane.html"))!;
  await frame().evaluate(() =>
    Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace("urn:target-vs-actual:beside:1");
      parts.load("items/id");
      await context.sync();
      const [part] = parts.items;
      const xml = part!.getXml();
      await context.sync();
      part!.delete();
      context.workbook.customXmlParts.add(xml.value.replace('"value":77', '"value":7700'));
      await context.sync();
    }),
  );
  await paneLoadedAnew(page);
  await pane().locator(".message").getByText("固定在本工作簿里的内容被改动过").waitFor();
  expect((await cell("A1")).value).toBe(77);
  await pane().locator(".message").getByRole("button", { name: "写回原样" }).click();
  await pane().getByText("已按固定时的原样写回").waitFor();
  expect((await cell("A1")).value).toBe(77);
  await page.unroute("**/story/xiangyang.json");
});

/** The embedded catalog's region a year later, with one promise. */
function jingzhou2025(): Catalog {
  const file = catalogFile({
    ...{ id: "JZ2025-001", kind: "flow", indicator: "新增学位", from: "2025-01-01", due: "2025-12-31" },
    target: { comparator: "plain", value: 900, unit: "个" },
  });
  return { ...file, id: "jingzhou-2025", title: "荆州市2025年承诺", year: 2025 };
}

it("the year chosen in 设置 is the one of TARGET without a year and of new ledgers, there and back", async () => {
  const { page } = workbench;
  await page.route("**/story/jingzhou-2025.json", (route) => route.fulfill({ body: JSON.stringify(jingzhou2025()) }));
  const asked = ['"新增学位"', '"新增学位",2024', '"新增学位",2025'];
  for (const [at, rest] of asked.entries())
    await page.evaluate(([to, call]) => window.workbench.setCell(to, call), [
      `A${at + 1}`,
      `=TARGET("教育局",${rest})`,
    ] as const);
  const answers = async () => {
    const cells = [];
    for (const at of [1, 2, 3]) cells.push(await cell(`Sheet1!A${at}`));
    return cells.map(({ value, error }) => error ?? value);
  };
  const settings = () => pane().getByRole("tab", { name: "设置" }).click();
  const choose = async (year: string) => {
    await settings();
    await pane().locator("target-year select").selectOption(year);
    await pane().getByRole("button", { name: "换用这份目录" }).click();
    await pane().getByText(`本工作簿改为${year}年`).waitFor();
  };
  const buildLedger = async () => {
    await page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
    await pane()
      .getByLabel(/市教育局/)
      .check();
    await pane().getByRole("button", { name: "生成台账", exact: true }).click();
  };

  await settings();
  await pane().getByLabel("网址").fill(new URL("/story/jingzhou-2025.json", page.url()).href);
  await pane().getByRole("button", { name: "取用", exact: true }).click();
  await pane().getByRole("button", { name: "放在旁边" }).click();
  await pane().getByText("“荆州市2025年承诺”已在本工作簿里").waitFor();
  expect(await answers()).toEqual([8310, 8310, 900]);

  await choose("2025");
  expect(await answers()).toEqual([900, 8310, 900]);
  await workbench.screenshot("catalogs-year");
  await buildLedger();
  await pane().getByText("已生成“台账”").waitFor();
  expect((await cell("台账!A1")).value).toContain("2025年");
  expect((await cell("台账!C3")).value).toMatch(/^2025/);
  expect((await cell("台账!E6")).value).toBe(900);

  await choose("2024");
  expect(await answers()).toEqual([8310, 8310, 900]);
  await buildLedger();
  await pane().getByRole("button", { name: /台账2/ }).click();
  await pane().getByText("已生成“台账2”").waitFor();
  expect((await cell("台账2!A1")).value).toContain("2024年");
  expect((await cell("台账2!C3")).value).toMatch(/^2024/);
  expect((await cell("台账!E6")).value).toBe(900); // the sheet of 2025 keeps its own
  await page.unroute("**/story/jingzhou-2025.json");
});
