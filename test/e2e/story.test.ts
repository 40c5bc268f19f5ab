/** The main story, from the promise to the coloured cell, as a person goes through it. */
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;

/** window.workbench, called from the test. */
const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const getCell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const pane = () => workbench.page.frameLocator("iframe");

/** The rows of a ledger by indicator. */
async function ledgerRows(sheet: string, last: number): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (let row = 6; row <= last; row++) rows.set(String((await getCell(`${sheet}!C${row}`)).value), row);
  return rows;
}

async function promiseToColour(office: string): Promise<void> {
  await setCell("A1", '=TARGET("教育局","新增学位")');
  await idle();
  expect((await getCell("A1")).value).toBe(8310);

  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane()
    .getByLabel(/市教育局/)
    .check();
  await pane()
    .getByLabel(/市经信局/)
    .check();
  await pane().getByRole("button", { name: "生成台账" }).click();
  await idle();
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", "台账"]);

  await setCell("台账!C3", "2024Q2");
  const rows = await ledgerRows("台账", 26);
  const at = (column: string, indicator: string) => `台账!${column}${rows.get(indicator)}`;
  await setCell(at("H", "中小学新增学位"), 3000);
  await setCell(at("H", "幼儿园新增学位"), 1000);
  await setCell(at("H", "开办订单班"), 5);
  await setCell(at("H", "技改投资增速"), 14.2);
  await setCell(at("H", "举办中小学艺术节"), "已完成");
  await idle();

  const verdicts: Record<string, [string, string, string]> = {
    中小学新增学位: ["达进度", "◆", "#C6EFCE"],
    幼儿园新增学位: ["欠进度", "▲", "#FFEB9C"],
    新增学位: ["欠进度", "▲", "#FFEB9C"],
    开办订单班: ["严重滞后", "■", "#FFC7CE"],
    新建公办幼儿园: ["未填报", "◇", "#EDEDED"],
    技改投资增速: ["欠进度", "▲", "#FFEB9C"],
    举办中小学艺术节: ["已完成", "●", "#C6EFCE"],
  };
  for (const [indicator, expected] of Object.entries(verdicts)) {
    const status = await getCell(at("P", indicator));
    const light = await getCell(at("Q", indicator));
    expect([indicator, status.value, light.value, status.fill]).toEqual([indicator, ...expected]);
  }
  expect((await getCell(at("L", "新增学位"))).value).toBe(4000);
  expect((await getCell(at("O", "幼儿园新增学位"))).text).toBe("欠170个");
  expect((await getCell(at("O", "技改投资增速"))).text).toBe("欠0.8个百分点");
  await workbench.page.evaluate(() => window.workbench.select("台账!G6"));
  await workbench.screenshot(`story-ledger-${office}`);
}

describe("in Office 2021", () => {
  const shared = shareWorkbench({ query: "?office=2021", viewport: { width: 2080, height: 900 } });
  beforeAll(() => {
    workbench = shared;
  });

  it("promise, ledger, actuals, verdicts and colours", () => promiseToColour("2021"));
});

describe("in Microsoft 365", () => {
  const shared = shareWorkbench({ viewport: { width: 2080, height: 900 } });
  beforeAll(() => {
    workbench = shared;
  });

  it("promise, ledger, actuals, verdicts and colours", () => promiseToColour("365"));

  it("a wrong department shows #N/A, and the pane explains it and offers the nearest", async () => {
    await setCell("B2", '=TARGET("教育厅","新增学位")');
    await idle();
    const cell = await getCell("B2");
    expect([cell.error, cell.errorMessage]).toEqual(["#N/A", "目录中没有部门“教育厅”。相近：市教育局"]);
    await workbench.page.evaluate(() => window.workbench.select("B2"));
    await pane().getByText("目录中没有部门“教育厅”").first().waitFor();
    await workbench.screenshot("story-wrong-department");
    await pane()
      .getByRole("button", { name: /市教育局/ })
      .first()
      .click();
    await idle();
    expect((await getCell("B2")).value).toBe(8310);
  });

  it("asks before it touches a sheet that holds anything", async () => {
    const build = async () => {
      await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
      await pane()
        .getByLabel(/市农业农村局/)
        .check();
      await pane().getByRole("button", { name: "生成台账", exact: true }).click();
      await idle();
    };
    await build();
    await setCell("台账!H6", 500);
    await build();
    await pane().getByText("工作表“台账”里已有内容").waitFor();
    expect((await getCell("台账!H6")).value).toBe(500);
    await workbench.screenshot("story-ask-first");
    await pane().getByRole("button", { name: /台账2/ }).click();
    await pane()
      .getByText(/已生成“台账2”/)
      .waitFor();
    await idle();
    expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", "台账", "台账2"]);
    expect((await getCell("台账!H6")).value).toBe(500);
  });
});
