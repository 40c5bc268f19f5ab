/** A clerk asks a ledger why it says what it says, and what was damaged in it; one press puts that right. */
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;

const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const value = async (address: string) =>
  (await workbench.page.evaluate((at) => window.workbench.getCell(at), address)).value;
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const select = async (address: string) => {
  await workbench.page.evaluate((at) => window.workbench.select(at), address);
  await idle();
};
const clickRibbon = async (control: string) => {
  await workbench.page.evaluate((id) => window.workbench.clickRibbon(id), control);
  await idle();
};
const pane = () => workbench.page.frameLocator("iframe");
const press = async (name: string | RegExp) => {
  await pane().getByRole("button", { name }).first().click();
  await idle();
};
const openTab = async () => (await pane().getByRole("tab", { selected: true }).textContent())?.trim();

const shared = shareWorkbench({ viewport: { width: 1900, height: 900 } });
beforeAll(() => {
  workbench = shared;
});
beforeEach(async () => {
  await clickRibbon("BuildLedger");
  await pane()
    .getByLabel(/市教育局/)
    .check();
  await press("生成台账");
  await setCell("台账!C3", "2024Q2");
  await setCell("台账!G6", 1200);
  await setCell("台账!H6", 2500);
  await setCell("台账!H8", 1500);
  await idle();
  expect(await value("台账!P6")).toBe("欠进度");
});

it("a click on a verdict explains it: the sentence, and step by step the row's own cells", async () => {
  await select("台账!P6");
  await clickRibbon("ExplainCell");
  expect(await openTab()).toBe("单元格");
  const why = "截至二季度应达2,985个(50.0%),实际2,500个(41.9%),欠485个,低于序时8.1个百分点,欠进度。";
  await pane().getByText(why).waitFor();
  await workbench.screenshot("pane-why-of-row");
  const headings = await pane().locator("dl dt").allTextContents();
  const cells = await pane().locator("dl dd").allTextContents();
  expect(headings.map((heading, at) => [heading.trim(), cells[at]?.trim()]).slice(0, 7)).toEqual([
    ["截至期", "2024Q2C3"],
    ["年度目标", "5,970个E6"],
    ["最新累计", "2,500个L6"],
    ["完成率", "41.9%M62,500个 ÷ 5,970个"],
    ["序时进度", "50.0%N6已过6个月 ÷ 12"],
    ["差距", "欠485个O65,970个 × 50.0% − 2,500个"],
    ["状态", "欠进度P6完成率容差 10%"],
  ]);

  // Light, measures and the hint's neighbours belong to the row, too; the next row is explained at once.
  await select("台账!Q6");
  await pane().getByText(why).waitFor();
  await select("台账!P8");
  await pane()
    .getByText(/截至二季度应达1,170个\(50\.0%\),实际1,500个/)
    .waitFor();
  await select("台账!P7");
  await pane()
    .getByText(/未填报/)
    .first()
    .waitFor();

  // A typed figure judges at once, by the tolerance that stands in the ledger.
  await setCell("台账!J3", 0.05);
  await select("台账!P6");
  await pane()
    .getByText(/低于序时8\.1个百分点,台账容差5个百分点,严重滞后。/)
    .waitFor();
});

it("检查 names a formula, a total and a row of 历史 that were typed over, goes to each, and one press restores them", async () => {
  const total = await totalRow();
  await clickRibbon("Freeze");
  await pane()
    .getByText(/^2024Q2 的 10 项判定已记入/)
    .waitFor();
  await idle();
  const before = await Promise.all(["台账!P6", `台账!H${total}`, "历史!K5"].map(value));
  await setCell("台账!P6", "已完成");
  await setCell(`台账!H${total}`, 271);
  await setCell("历史!K5", "已完成");
  await idle();
  await clickRibbon("CheckGaps");
  expect(await openTab()).toBe("检查");
  await pane()
    .getByText(/3 处被改写/)
    .waitFor();
  await pane().getByText("被改写的公式和历史").first().waitFor();
  await workbench.screenshot("pane-check-damaged");
  for (const place of ["台账!P6", `台账!H${total}`, "历史!K5"]) {
    await press(new RegExp(place));
    await workbench.page.waitForFunction(
      (at) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === at,
      place.split("!")[1],
    );
  }
  await press("恢复这 3 处");
  await pane().getByText("已恢复 3 处。").waitFor();
  expect(await Promise.all(["台账!P6", `台账!H${total}`, "历史!K5"].map(value))).toEqual(before);
  await workbench.screenshot("pane-check-restored");
});

/** The row of the total 新增学位, as a person counts rows. */
async function totalRow(): Promise<number> {
  for (let row = 6; row < 20; row++) if ((await value(`台账!C${row}`)) === "新增学位") return row;
  throw new Error("no total");
}
