/** Commands by ribbon and keys: greyed where there is nothing for them, and a period frozen from the ribbon. */
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;

const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const value = async (address: string) =>
  (await workbench.page.evaluate((at) => window.workbench.getCell(at), address)).value;
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const pane = () => workbench.page.frameLocator("iframe");
const command = (name: string) => workbench.page.getByRole("button", { name, exact: true });
const press = (id: string) => workbench.page.evaluate((control) => window.workbench.clickRibbon(control), id);

/** The ledger's tab at the pane's usual size. */
async function ledgerTabFits(name: string): Promise<void> {
  await press("BuildLedger");
  await idle();
  const frame = workbench.page.locator("iframe");
  await frame.evaluate(
    (element, size) => {
      Object.assign(element.style, { width: `${size[0]}px`, height: `${size[1]}px`, flex: "none" });
    },
    [350, 600] as const,
  );
  // The pane is as narrow as its frame now, and drawn so.
  await pane()
    .locator("body")
    .evaluate(async (body) => {
      const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
      do await drawn();
      while (body.clientWidth > 350);
      await drawn();
    });
  await frame.screenshot({ path: `test-results/pane-ledger-${name}.png` });
  const isCut = await pane()
    .locator("body")
    .evaluate((body) => body.scrollWidth > body.clientWidth);
  expect(isCut).toBe(false);
}

describe.each(["2021", "365"])("in Office %s", (office) => {
  const shared = shareWorkbench({ query: `?office=${office}`, viewport: { width: 1900, height: 860 } });
  beforeAll(() => {
    workbench = shared;
  });

  it("greys what needs a ledger until there is one, and freezes a period", async () => {
    await idle();
    for (const name of ["领导汇总", "领导副本", "定格本期", "汇总上报表"])
      expect(await command(name).isDisabled()).toBe(true);
    for (const name of ["打开目录", "生成台账", "检查缺口", "刷新"])
      expect(await command(name).isDisabled()).toBe(false);
    await press("BuildLedger");
    await pane()
      .getByLabel(/市教育局/)
      .check();
    await pane().getByRole("button", { name: "生成台账" }).click();
    await idle();
    await command("定格本期").and(workbench.page.locator(":not([disabled])")).waitFor();
    await setCell("台账!C3", "2024Q1");
    await setCell("台账!G6", 500);
    await idle();
    await press("Freeze");
    await pane().getByText("2024Q1 的 10 项判定已记入“历史”表和台账的“历次状态”。").waitFor();
    await setCell("台账!G6", 5970);
    await setCell("台账!C3", "2024Q2");
    await setCell("台账!H6", 5970);
    await idle();
    await press("Freeze");
    await pane()
      .getByText(/^2024Q2 的 10 项判定已记入/)
      .waitFor();
    await idle();
    expect(await value("台账!T6")).toBe("2024Q1 严重滞后；2024Q2 已完成");
    expect(await value("历史!K5")).toBe("严重滞后");
    await workbench.screenshot(`frozen-ledger-${office}`);
    await workbench.page.evaluate(() => window.workbench.select("历史!A5"));
    await workbench.screenshot(`history-${office}`);
  });

  it("a card says where the workbook uses it, and a tolerance set in 设置 changes a verdict", async () => {
    await setCell("Sheet1!B2", '=TARGET("教育局","新增学位")');
    await setCell("Sheet1!B3", '=TARGET.STATUS("教育局","新增学位",3900,"2024Q2")');
    await idle();
    expect(await value("Sheet1!B3")).toBe("欠进度");
    await press("ShowCatalog");
    await pane().getByRole("searchbox").fill("新增学位");
    await pane().getByText("新增学位", { exact: true }).first().click();
    await pane().getByRole("button", { name: "Sheet1!B2" }).click();
    await idle();
    await pane().getByRole("tab", { name: "设置" }).click();
    await pane().getByLabel("完成率容差（百分点）").fill("2");
    await pane().getByLabel("完成率容差（百分点）").press("Tab");
    await pane().getByText("容差已存进本工作簿，函数和新台账都照它判定。").waitFor();
    await idle();
    expect(await value("Sheet1!B3")).toBe("严重滞后"); // 3.1 points behind
    await pane().getByRole("button", { name: "改回“通用”的容差" }).click();
    await pane().getByRole("button", { name: "改回“通用”的容差" }).waitFor({ state: "detached" });
    await idle();
    expect(await value("Sheet1!B3")).toBe("欠进度");
  });

  it("the ledger's tab fits its place", () => ledgerTabFits(office));
});

describe("in Microsoft 365, in English", () => {
  const shared = shareWorkbench({ query: "?language=en-US" });
  beforeAll(() => {
    workbench = shared;
  });

  it("the ledger's tab fits its place", () => ledgerTabFits("English"));

  it("opens what a key stands for", async () => {
    await idle();
    await workbench.page.keyboard.press("Control+Shift+Alt+T");
    await pane().getByRole("tab", { name: "Ledger", selected: true }).waitFor();
    await workbench.page.keyboard.press("Control+Shift+Alt+J");
    await pane().getByRole("tab", { name: "Check", selected: true }).waitFor();
  });
});
