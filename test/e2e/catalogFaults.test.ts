/** Catalogs on bad days, in the browser: each ends with the last good catalog in use, a sentence that says so, and nothing lost. */
import { createHash } from "node:crypto";
import type { Page, Route } from "playwright-core";
import { openWorkbench, paneLoadedAnew } from "./workbenchPage";
import { xiangyang } from "./xiangyang";

const TITLE = "襄阳市2024年承诺";
const PATH = "/story/xiangyang.json";
const textOf = (value: number) => JSON.stringify(xiangyang(value, String(value)));
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

const paneOf = (page: Page) => page.frameLocator("iframe");
const frameOf = (page: Page) => page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
const row = (page: Page) => paneOf(page).locator(".row.catalog", { hasText: TITLE });
async function target(page: Page): Promise<unknown> {
  await page.evaluate(() => window.workbench.idle());
  const { value, error } = await page.evaluate(() => window.workbench.getCell("A1"));
  return error ?? value;
}

/** The formula that asks for the catalog, and the pane where catalogs are added. */
async function ask(page: Page): Promise<void> {
  await page.evaluate(() => window.workbench.setCell("A1", '=TARGET("襄阳市教育局","新增学位")'));
  await paneOf(page).getByRole("tab", { name: "设置" }).click();
}
async function fetchFrom(page: Page, path = PATH): Promise<void> {
  const pane = paneOf(page);
  await pane.getByLabel("网址").fill(new URL(path, page.url()).href);
  await pane.getByRole("button", { name: "取用", exact: true }).click();
}
async function keepBeside(page: Page): Promise<void> {
  await fetchFrom(page);
  await paneOf(page).getByRole("button", { name: "放在旁边" }).click();
  await paneOf(page).getByText(`“${TITLE}”已在本工作簿里`).waitFor();
}

/** A server whose answer can be changed on the way. */
async function serving(page: Page, answer: { body: string }): Promise<void> {
  await page.context().route(`**${PATH}`, (route: Route) => route.fulfill({ body: answer.body }));
}

it.each<[string, string]>([
  ["full", "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))"],
  ["blocked", "caches.open = () => Promise.reject(new DOMException('blocked', 'SecurityError'))"],
])(
  "storage %s: the catalog is fetched, pinned in the workbook and answers; without a network as well",
  async (_, spoil) => {
    const { page, close } = await openWorkbench();
    const answer = { body: textOf(66) };
    await serving(page, answer);
    await frameOf(page).evaluate(spoil);
    await ask(page);
    answer.body = "<html>";
    await fetchFrom(page);
    await paneOf(page).locator(".message").getByText("不是 JSON 文件").waitFor();
    expect(await target(page)).toBe("#N/A");
    answer.body = textOf(66);
    await keepBeside(page);
    expect(await target(page)).toBe(66);
    // The address answers nothing of use any more, and storage kept nothing: said, and the workbook's own pin answers.
    answer.body = "<html>";
    await row(page).getByRole("button", { name: "检查更新" }).click();
    await paneOf(page).locator(".message.error, .message.warning").waitFor();
    expect(await target(page)).toBe(66);
    await paneLoadedAnew(page);
    expect(await target(page)).toBe(66);
    await close();
  },
);

it("a file that is not what its list says is not used, and the one pinned before answers on", async () => {
  const { page, close, screenshot } = await openWorkbench();
  const answer = { body: textOf(66) };
  await serving(page, answer);
  const listed = (value: number) => {
    const { id, title, region, year, version } = xiangyang(value, String(value));
    return {
      id,
      title,
      region,
      year,
      version,
      url: "xiangyang.json",
      sha256: hash(textOf(value)),
      size: textOf(value).length,
    };
  };
  const list = { body: JSON.stringify({ catalogs: [listed(66)] }) };
  await page.context().route("**/story/index.json", (route) => route.fulfill({ body: list.body }));
  await ask(page);
  await fetchFrom(page, "/story/index.json");
  await paneOf(page).locator("button.finding", { hasText: TITLE }).click();
  await paneOf(page).getByRole("button", { name: "放在旁边" }).click();
  await paneOf(page).getByText(`“${TITLE}”已在本工作簿里`).waitFor();
  expect(await target(page)).toBe(66);

  // The list promises 77, the file says 99: a proxy's old copy, or somebody's hand.
  list.body = JSON.stringify({ catalogs: [listed(77)] });
  answer.body = textOf(99);
  await row(page).getByRole("button", { name: "检查更新" }).click();
  await paneOf(page).locator(".message").getByText("内容与清单上的校验值不符").waitFor();
  await screenshot("catalog-wrong-hash");
  expect(await target(page)).toBe(66);
  await paneLoadedAnew(page);
  expect(await target(page)).toBe(66);

  // The right file comes: compared and accepted.
  answer.body = textOf(77);
  await paneOf(page).getByRole("tab", { name: "设置" }).click();
  await row(page).getByRole("button", { name: "检查更新" }).click();
  await paneOf(page).getByText("66 → 77").first().waitFor();
  await paneOf(page).getByRole("button", { name: "采用" }).click();
  await paneOf(page).locator(".message").getByText("已在本工作簿里").waitFor();
  expect(await target(page)).toBe(77);
  await close();
});

it("two windows take the same catalog at once: each has it, and storage holds one whole file", async () => {
  const { page, close } = await openWorkbench();
  const answer = { body: textOf(66) };
  await serving(page, answer);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForFunction(() => "workbench" in window);
  await other.evaluate(() => window.workbench.ready);
  const both = [page, other];
  await Promise.all(both.map(ask));
  await Promise.all(both.map(keepBeside));
  expect(await Promise.all(both.map(target))).toEqual([66, 66]);
  // One window takes the newer one. The other asks while the server is gone: it says so, and answers as it did.
  answer.body = textOf(77);
  await row(page).getByRole("button", { name: "检查更新" }).click();
  await paneOf(page).getByRole("button", { name: "采用" }).click();
  await paneOf(page).locator(".message").getByText("已在本工作簿里").waitFor();
  expect([await target(page), await target(other)]).toEqual([77, 66]);
  answer.body = "<html>";
  await row(other).getByRole("button", { name: "检查更新" }).click();
  await paneOf(other).locator(".message").getByText("现在取不到").waitFor();
  expect(await target(other)).toBe(66);
  answer.body = textOf(77);
  await row(other).getByRole("button", { name: "检查更新" }).click();
  await paneOf(other).getByRole("button", { name: "采用" }).click();
  await paneOf(other).locator(".message").getByText("已在本工作簿里").waitFor();
  expect(await target(other)).toBe(77);
  await other.close();
  await close();
});

it("another window of the same workbook accepts first: the later one stands, once, and nothing else is lost", async () => {
  const { page, close } = await openWorkbench();
  const answer = { body: textOf(66) };
  await serving(page, answer);
  await ask(page);
  await keepBeside(page);
  answer.body = textOf(77);
  await row(page).getByRole("button", { name: "检查更新" }).click();
  await paneOf(page).getByText("66个 → 77个").waitFor();
  // While this person reads the comparison, a colleague's window writes its own part of the same catalog.
  await frameOf(page).evaluate(() =>
    Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace("urn:target-vs-actual:beside:1");
      parts.load("items/id");
      await context.sync();
      const xml = parts.items[0]!.getXml();
      await context.sync();
      context.workbook.customXmlParts.add(xml.value);
      await context.sync();
    }),
  );
  await paneOf(page).getByRole("button", { name: "采用" }).click();
  await paneOf(page).locator(".message").getByText("已在本工作簿里").waitFor();
  expect(await target(page)).toBe(77);
  await paneLoadedAnew(page);
  expect(await target(page)).toBe(77);
  await paneOf(page).getByRole("tab", { name: "设置" }).click();
  await row(page).waitFor();
  expect(await row(page).count()).toBe(1);
  await close();
});
