/** A ledger filled by month, from January to March with 1–2月 together, with a target revised in July, and one by quarter that goes on by month. */
import jingzhou from "../../assets/catalogs/jingzhou-2024.json";
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

const QUARTERLY = "新建公办幼儿园";
const REVISED = "开办订单班";
const revision = { from: "2024-07-01", value: 32, basis: "市政府常务会议", by: "督查室", recorded: "2024-07-03" };
const catalog = {
  ...jingzhou,
  schemaVersion: 2,
  commitments: jingzhou.commitments.map((commitment) => ({
    ...commitment,
    ...(commitment.indicator === QUARTERLY ? { rhythm: "quarterly" } : {}),
    ...(commitment.indicator === REVISED ? { revisions: [revision] } : {}),
  })),
};

const workbench: SharedWorkbench = shareWorkbench({
  embeddedCatalog: catalog,
  viewport: { width: 1400, height: 900 },
});
const setCell = (address: string, put: string | number) =>
  workbench.page.evaluate(([at, typed]) => window.workbench.setCell(at, typed), [address, put] as const);
const getCell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
const value = async (address: string) => (await getCell(address)).value;
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const pane = () => workbench.page.frameLocator("iframe");
const press = (name: string) => pane().getByRole("button", { name, exact: true }).click();

/** The rows of a ledger by indicator. */
async function rowsOf(sheet: string): Promise<(indicator: string) => number> {
  const rows = new Map<string, number>();
  for (let row = 6; row <= 16; row++) rows.set(String(await value(`${sheet}!C${row}`)), row);
  return (indicator) => rows.get(indicator) ?? 0;
}

async function build(way: string): Promise<void> {
  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane().getByRole("combobox", { name: "填报方式" }).selectOption({ label: way });
  await pane()
    .getByLabel(/市教育局/)
    .check();
  await press("生成台账");
}

it("is filled from January to March, with 1–2月 together and a row that is reported by quarter", async () => {
  await build("按月填累计数");
  await pane().getByText("已生成“台账”").waitFor();
  await idle();
  expect(await Promise.all(["C3", "G5", "H5", "Q5", "R5"].map((at) => value(`台账!${at}`)))).toEqual([
    "2024年1-2月",
    "1–2月",
    "3月",
    "12月",
    "填报提示",
  ]);
  const row = await rowsOf("台账");
  const [monthly, quarterly] = [row("中小学新增学位"), row(QUARTERLY)];
  const told = async (at: number) => [
    await value(`台账!S${at}`),
    await value(`台账!W${at}`),
    await value(`台账!R${at}`),
  ];
  expect((await getCell(`台账!G${quarterly}`)).fill).toBe("#D9D9D9");
  expect((await getCell(`台账!H${quarterly}`)).fill).not.toBe("#D9D9D9");

  await setCell("台账!C3", "2024年1月");
  await idle();
  expect(await told(monthly)).toEqual(["", "未到期", "1、2月合并填"]);

  await setCell("台账!C3", "2024年1-2月");
  await setCell(`台账!G${monthly}`, 1000);
  await idle();
  expect(await told(monthly)).toEqual([1000, "达进度", ""]);
  expect(await told(quarterly)).toEqual(["", "未到期", "按季，3月起评判"]);

  await setCell("台账!C3", "2024年1-3月");
  await idle();
  expect(await told(monthly)).toEqual(["", "未填报", "1–2月为1000"]);
  await setCell(`台账!H${monthly}`, 1300);
  await setCell(`台账!H${quarterly}`, 2);
  await idle();
  expect(await told(monthly)).toEqual([1300, "欠进度", "请填原因和措施"]);
  expect((await told(quarterly))[0]).toBe(2);
  await workbench.screenshot("ledger-by-month");

  await setCell("台账!C3", "2024年1-4月");
  await idle();
  const [latest, , hint] = await told(quarterly);
  expect(latest).toBe(2);
  expect(["按季评判到3月", "请填原因和措施"]).toContain(hint);

  // 40 → 32 from July on: twenty in June are on pace of forty, twenty-two in August on pace of thirty-two only.
  const revised = row(REVISED);
  const judged = async (asOf: string) => {
    await setCell("台账!C3", asOf);
    await idle();
    return [(await getCell(`台账!E${revised}`)).text, await value(`台账!W${revised}`)];
  };
  await setCell(`台账!K${revised}`, 20);
  expect(await judged("2024年1-6月")).toEqual(["40个", "达进度"]);
  await setCell(`台账!M${revised}`, 22);
  expect(await judged("2024年1-8月")).toEqual(["40→32个", "达进度"]);
  await workbench.screenshot("ledger-revised");
  expect(await judged("2024年1-6月")).toEqual(["40个", "达进度"]);
});

it("goes on by month where it stands, and back, with what speaks of it", async () => {
  await build("按季填累计数");
  await pane().getByText("已生成“台账”").waitFor();
  await idle();
  const row = (await rowsOf("台账"))("中小学新增学位");
  await setCell(`台账!G${row}`, 1500);
  await setCell(`台账!H${row}`, 2900);
  await setCell(`台账!R${row}`, "用地未批");
  await setCell("台账!C3", "2024Q2");
  await setCell("台账!X5", "科室意见");
  await setCell(`台账!X${row}`, "同意");
  await setCell("Sheet1!A1", `=台账!H${row}`);
  await setCell("Sheet1!A2", `=SUM(台账!G${row}:H${row})`);
  await idle();
  await workbench.screenshot("ledger-by-quarter");
  await build("按月填累计数");
  await press("更新原表");
  await pane().getByText("在原表上改").first().waitFor();
  await pane().getByText("Sheet1!A2").waitFor(); // adds up over an area into which the new months come
  await workbench.screenshot("ledger-reshape-asks");
  await press("在原表上改");
  await pane().getByText("“台账”已改为按月填累计数").waitFor();
  await idle();
  const told = (columns: readonly string[]) => Promise.all(columns.map((column) => value(`台账!${column}${row}`)));
  expect(await told(["C", "H", "K", "Y", "AE"])).toEqual(["中小学新增学位", 1500, 2900, "用地未批", "同意"]);
  expect(await told(["S", "W"])).toEqual([2900, "欠进度"]);
  expect(await getCell("Sheet1!A1")).toMatchObject({ formula: `=台账!K${row}`, value: 2900 });
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", "台账"]);
  await setCell(`台账!I${row}`, 2000);
  await setCell("台账!C3", "2024年1-4月");
  await idle();
  expect(await told(["S"])).toEqual([2000]);
  await workbench.screenshot("ledger-reshaped");

  await build("按季填累计数");
  await press("更新原表");
  await pane().getByText("4月").first().waitFor();
  await press("在原表上改");
  await pane().getByText("“台账”已改为按季填累计数").waitFor();
  await idle();
  expect(await told(["H", "I", "K"])).toEqual([1500, 2000, 2900]);
  expect(await Promise.all(["H5", "I5", "K5"].map((at) => value(`台账!${at}`)))).toEqual([
    "一季度",
    "4月（原按月）",
    "二季度",
  ]);
  expect(await value("Sheet1!A1")).toBe(2900);
  await workbench.screenshot("ledger-reshaped-back");
});
