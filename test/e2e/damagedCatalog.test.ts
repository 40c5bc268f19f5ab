/** A workbook whose own catalog is damaged: the pane says so everywhere, names no other catalog as in force, and offers what a person may decide. */
import { catalogFile } from "../core/jingzhou";
import { paneLoadedAnew, shareWorkbench } from "./workbenchPage";

const workbench = shareWorkbench({ viewport: { width: 1500, height: 760 } });
const pane = () => workbench.page.frameLocator("iframe");
const paneFrame = () => workbench.page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
const cell = async (address: string) => {
  await workbench.page.evaluate(() => window.workbench.idle());
  return workbench.page.evaluate((at) => window.workbench.getCell(at), address);
};
const EMBEDDED = "荆州市2024年部门工作承诺";

/** The workbook carries a catalog whose only figure somebody made a text, and the add-in starts anew. */
async function openDamaged(): Promise<void> {
  const file = catalogFile({
    kind: "flow",
    indicator: "新增学位",
    target: { comparator: "plain", value: 77, unit: "个" },
  });
  const text = JSON.stringify(file).replace('"value":77', '"value":"77"');
  await paneFrame().evaluate(
    (json) =>
      Excel.run(async (context) => {
        context.workbook.customXmlParts.add(`<catalog xmlns="urn:target-vs-actual:catalog:1">${json}</catalog>`);
        await context.sync();
      }),
    text,
  );
  await paneLoadedAnew(workbench.page);
  await pane().locator(".message").getByText("本工作簿自带的目录已损坏").waitFor();
}

it("nothing answers until a person decides for the embedded catalog", async () => {
  await workbench.page.evaluate(() => window.workbench.setCell("A1", '=TARGET("教育局","新增学位")'));
  expect((await cell("A1")).value).toBe(8310);
  await openDamaged();
  expect(await cell("A1")).toMatchObject({
    error: "#VALUE!",
    errorMessage: expect.stringContaining("第1项承诺的目标") as unknown,
  });
  expect(await pane().locator("header").textContent()).toContain("已损坏");
  await workbench.screenshot("damaged-catalog");

  // Every tab says it, and none shows the embedded catalog as if it were in force.
  for (const tab of ["目录", "台账", "单元格", "检查", "设置"]) {
    await pane().getByRole("tab", { name: tab }).click();
    await pane()
      .getByRole("tabpanel")
      .getByText(tab === "检查" ? "检查" : "已损坏")
      .first()
      .waitFor();
    expect(await pane().getByText(EMBEDDED).count()).toBe(0);
    expect(await pane().getByText("市教育局").filter({ visible: true }).count()).toBe(0);
    await workbench.screenshot(`damaged-catalog-${tab}`);
  }

  // The question went with the first tab: the catalog's own tab still offers the decisions.
  await pane().getByRole("tab", { name: "目录" }).click();
  await pane().getByRole("tabpanel").getByRole("button", { name: "改用内置目录" }).click();
  await pane().getByText("已改用内置目录").waitFor();
  await pane().getByText(EMBEDDED).first().waitFor();
  await pane().getByText("市教育局").first().waitFor();
  expect((await cell("A1")).value).toBe(8310);
});

it("a catalog file takes the damaged one's place", async () => {
  await workbench.page.evaluate(() => window.workbench.setCell("A1", '=TARGET("教育局","新增学位")'));
  await openDamaged();
  await pane().locator(".message").getByRole("button", { name: "打开目录文件" }).click();
  const file = catalogFile({
    kind: "flow",
    indicator: "新增学位",
    target: { comparator: "plain", value: 78, unit: "个" },
  });
  await pane()
    .locator('#panel-settings target-add-catalog input[type="file"]')
    .setInputFiles({ name: "目录.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await pane().getByText("“测试目录”已在本工作簿里").waitFor();
  expect((await cell("A1")).value).toBe(78);
  await pane().locator("header").getByText("测试目录").waitFor();
  await paneLoadedAnew(workbench.page);
  await pane().locator("header").getByText("测试目录").waitFor();
  expect((await cell("A1")).value).toBe(78);
});

describe("a workbook that Excel does not let be read", () => {
  /** The workbook carries a catalog, and is not read as the pane is loaded anew. */
  async function openUnread(): Promise<void> {
    const file = catalogFile({
      kind: "flow",
      indicator: "新增学位",
      target: { comparator: "plain", value: 79, unit: "个" },
    });
    await paneFrame().evaluate(
      (json) =>
        Excel.run(async (context) => {
          context.workbook.customXmlParts.add(`<catalog xmlns="urn:target-vs-actual:catalog:1">${json}</catalog>`);
          await context.sync();
        }),
      JSON.stringify(file),
    );
    await workbench.page.evaluate(() => {
      for (let nth = 1; nth <= 8; nth++)
        window.workbench.faults.failAt("CustomXmlPartCollection.getByNamespace", "ServiceNotAvailable", nth);
    });
    await paneLoadedAnew(workbench.page);
    await pane().locator(".message").getByText("没有读出来（Excel：ServiceNotAvailable）").waitFor();
    await workbench.page.evaluate(() => window.workbench.faults.clear());
    await workbench.page.evaluate(() => window.workbench.setCell("A1", '=TARGET("教育局","新增学位")'));
  }
  const choose = (name: string) => pane().locator(".message").getByRole("button", { name }).click();

  it("answers nothing until it is read again", async () => {
    await openUnread();
    expect(await cell("A1")).toMatchObject({
      error: "#VALUE!",
      errorMessage: expect.stringContaining("读出来之前不作答") as unknown,
    });
    expect(await pane().locator("header").textContent()).toContain("没有读出来");
    expect(await pane().getByText(EMBEDDED).count()).toBe(0);
    await workbench.screenshot("unread-workbook");
    await choose("重试");
    await pane().locator("header").getByText("测试目录").waitFor();
    await pane().getByText("已读出本工作簿的目录和设置").waitFor();
    expect((await cell("A1")).value).toBe(79);
  });

  it("is answered from the built-in catalog for the time being, and keeps its own", async () => {
    await openUnread();
    await choose("暂用内置目录");
    await pane().locator("header").getByText(EMBEDDED).waitFor();
    expect((await cell("A1")).value).toBe(8310);
    await paneLoadedAnew(workbench.page);
    await pane().locator("header").getByText("测试目录").waitFor();
    expect((await cell("A1")).value).toBe(79);
  });
});
