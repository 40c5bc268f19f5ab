/** Departments send their workbooks back: what they filled in comes into the master ledger, seen first, noted, and undone as a whole. A promise of three bureaus comes back from two of them. */
import jingzhou from "../../assets/catalogs/jingzhou-2024.json";
import { openWorkbench, shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;

const TOGETHER = "中小学新增学位";
const embeddedCatalog = {
  ...jingzhou,
  schemaVersion: 2,
  commitments: jingzhou.commitments.map((commitment) =>
    commitment.indicator === TOGETHER ? { ...commitment, supporting: ["tax", "development-reform"] } : commitment,
  ),
};

const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const value = async (address: string) =>
  (await workbench.page.evaluate((at) => window.workbench.getCell(at), address)).value;
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const pane = () => workbench.page.frameLocator("iframe");
const press = (name: string | RegExp) =>
  pane()
    .getByRole("button", { name, exact: typeof name === "string" })
    .click();

async function build(departments: readonly string[]): Promise<void> {
  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  for (const name of departments) await pane().getByLabel(new RegExp(name)).check();
  await press("生成台账");
  await idle();
  await setCell("台账!C3", "2024Q2");
}

/** A department's workbook as it comes back. */
async function returned(
  departments: readonly string[],
  cells: Readonly<Record<string, string | number>>,
): Promise<Buffer> {
  await workbench.page.evaluate(() => window.workbench.startNew());
  await build(departments);
  for (const [address, input] of Object.entries(cells)) await setCell(`台账!${address}`, input);
  await idle();
  return Buffer.from(await workbench.page.evaluate(() => window.workbench.save()), "base64");
}

let education: Buffer;
let helping: Buffer;
beforeAll(async () => {
  const opened = await openWorkbench({ query: "?office=2021", embeddedCatalog });
  workbench = opened;
  education = await returned(["市教育局"], { H6: 3100, H7: 5, R7: "两所用地未批" });
  // 市税务局 has two promises of its own; below them stands what it helps with.
  helping = await returned(["市税务局"], { H8: 2900 });
  await opened.close();
});

describe.each(["2021", "365"])("in Office %s", (office) => {
  const shared = shareWorkbench({
    query: `?office=${office}`,
    embeddedCatalog,
    viewport: { width: 1900, height: 860 },
  });
  beforeAll(() => {
    workbench = shared;
  });

  it("collects, shows conflicts, writes, notes and undoes", async () => {
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await build(["市教育局", "市税务局"]);
    await setCell("台账!H9", 1200);
    await idle();
    expect(await value("台账!H8")).toBe(1200); // 市税务局 sees what its lead typed
    await workbench.page.evaluate(() => window.workbench.clickRibbon("Returns"));
    const choosing = workbench.page.waitForEvent("filechooser");
    await press("选择文件");
    await (
      await choosing
    ).setFiles([
      { name: "教育局.xlsx", mimeType: type, buffer: education },
      { name: "税务局.xlsx", mimeType: type, buffer: helping },
      { name: "坏的.xlsx", mimeType: type, buffer: Buffer.from("这不是工作簿") },
    ]);
    await pane().getByText("冲突（1）：请选一个").waitFor();
    await pane().getByText("“坏的.xlsx”没有读入：不是 .xlsx 工作簿").waitFor();
    await pane()
      .getByText(/^配合单位市税务局：税务局.xlsx/)
      .waitFor();
    await workbench.screenshot(`returns-seen-${office}`);
    expect(await value("台账!H10")).toBe("");
    await pane().getByText("3,100", { exact: true }).click();
    await press(/^写入 \d+ 项$/);
    await pane()
      .getByText(/^已写入 3 项/)
      .waitFor();
    await idle();
    expect(await Promise.all(["H9", "H8", "H10", "R10"].map((at) => value(`台账!${at}`)))).toEqual([
      3100,
      3100,
      5,
      "两所用地未批",
    ]);
    expect(await value("填报记录!B2")).toContain("教育局.xlsx");
    expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", "台账", "填报记录"]);
    await workbench.screenshot(`returns-written-${office}`);
    await press("撤销本次汇总");
    await pane().getByText("已撤销，3 格恢复原值。").waitFor();
    await idle();
    expect(await Promise.all(["H9", "H10", "R10"].map((at) => value(`台账!${at}`)))).toEqual([1200, "", ""]);
  });
});
