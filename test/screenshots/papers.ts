/** The pictures of the README (assets/screenshot-….png) and of the guide (assets/help/pictures), made as a person would. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { openWorkbench } from "../e2e/workbenchPage";
import { projectFolder } from "../workbench/server/projectFolder";
import { asDrawn, paneOf } from "./picture";

const ASSETS = path.join(projectFolder, "assets");
const GUIDE = path.join(ASSETS, "help", "pictures");
const WHOLE = { width: 1180, height: 700 };
/** As wide as the short view of a ledger needs to show the verdict beside what is typed. */
const WIDE = { width: 1400, height: 640 };
/** The guide shows the pane alone, and needs it whole. */
const HIGH = { width: 1180, height: 900 };
const PANE = { width: 350, height: 560 };

/** What a person's own table says that is marked. */
const OWN: readonly (readonly (string | number)[])[] = [
  ["责任单位", "指标", "单位", "全年目标", "1-6月"],
  ["市教育局", "新增学位", "个", 8310, 3900],
  ["市教育局", "开办订单班", "个", 40, 24],
  ["市住建局", "老旧小区", "个", 780, 100],
];
/** What departments reported by the end of June. */
const REPORTED: Readonly<Record<string, number>> = {
  中小学新增学位: 2600,
  新建公办幼儿园: 4,
  幼儿园新增学位: 1200,
  新建改扩建公办中小学: 3,
  开办订单班: 12,
};

/** @returns how many were made */
export async function makePapers(): Promise<number> {
  mkdirSync(GUIDE, { recursive: true });
  const { page, close } = await openWorkbench({ viewport: WHOLE, drawsEveryFrame: true });
  const pane = page.frameLocator("iframe");
  let made = 0;
  const idle = () => page.evaluate(() => window.workbench.idle());
  const keep = async (folder: string, name: string, of: Page | ReturnType<Page["locator"]>) => {
    await asDrawn(page);
    await of.screenshot({ path: path.join(folder, `${name}.png`) });
    made += 1;
  };
  const ofReadme = (name: string) => keep(ASSETS, `screenshot-${name}`, page);
  const ofGuide = async (name: string) => {
    await page.setViewportSize(HIGH);
    await paneOf(page, PANE);
    await keep(GUIDE, name, page.locator("iframe"));
    await paneOf(page, null);
    await page.setViewportSize(WHOLE);
  };
  const put = (address: string, value: string | number) =>
    page.evaluate(([at, content]) => window.workbench.setCell(at, content), [address, value] as const);
  const tab = (name: string) => pane.locator(`#tab-${name}`).click();
  const begin = async (path: string) => {
    await tab("ledger");
    await pane.locator(`[data-path=${path}] button`).click();
    await idle();
  };

  await pane.getByRole("searchbox").fill("xzxw");
  await pane.locator("button.row.commitment").first().waitFor();
  await ofGuide("search");
  await pane.locator("button.row.commitment").first().click();
  await idle();
  await ofGuide("card");

  for (const [row, cells] of OWN.entries())
    for (const [column, value] of cells.entries())
      if (value !== "") await put(`Sheet1!${"ABCDEF".charAt(column)}${row + 1}`, value);
  await begin("ownSheet");
  await pane.getByRole("button", { name: "看看当前工作表" }).click();
  await pane.locator("#panel-ledger .settings").first().waitFor();
  await ofGuide("own-sheet");
  await pane.getByRole("button", { name: "写在表旁边" }).click();
  await pane.locator(".message.success").waitFor();
  await ofReadme("own-sheet");

  await tab("ledger");
  await tab("ledger");
  await begin("newLedger");
  await pane.getByRole("checkbox", { name: /市教育局/ }).check();
  await ofGuide("new-ledger");
  await pane.locator("#panel-ledger button.primary").click();
  await idle();
  await put("台账!C3", "2024Q2");
  const { rows, column } = await ledgerCells(page);
  for (const [indicator, value] of Object.entries(REPORTED)) await put(`台账!${column}${rows.get(indicator)}`, value);
  await idle();
  await begin("brief"); // as it is typed into beside the pane
  await tab("cell");
  await page.evaluate((at) => window.workbench.select(at), `台账!${column}${rows.get("中小学新增学位")}`);
  await pane.locator("#panel-cell h2").first().waitFor();
  await page.setViewportSize(WIDE);
  await ofReadme("ledger");
  await page.setViewportSize(WHOLE);

  await begin("summary");
  await pane.locator(".circular").waitFor();
  await ofReadme("summary");
  await begin("freeze");
  await tab("check"); // what was said is gone with it
  await tab("ledger");
  await pane.getByText("上次定格").waitFor();
  await pane.locator("#panel-ledger").evaluate((panel) => panel.scrollTo(0, 0));
  await ofGuide("paths");

  await tab("check");
  await pane.locator("#panel-check .counts").waitFor();
  await page.evaluate(() => window.workbench.select("台账!A1"));
  await ofReadme("check");
  await tab("settings");
  await ofGuide("settings");
  await close();
  return made;
}

/** Where the ledger's indicators stand, and the column of the second quarter, as its headings say. */
async function ledgerCells(page: Page): Promise<{ rows: ReadonlyMap<string, number>; column: string }> {
  const text = (at: string) => page.evaluate(async (cell) => (await window.workbench.getCell(cell)).text, at);
  const columns = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (let header = 1; header <= HEAD_ROWS; header++) {
    const headings = await Promise.all(columns.map((column) => text(`台账!${column}${header}`)));
    const [indicator, quarter] = ["指标", "二季度"].map((heading) => columns[headings.indexOf(heading)]);
    if (indicator === undefined || quarter === undefined) continue;
    const named = Array.from({ length: LEDGER_ROWS }, (_, at) => header + 1 + at);
    const names = await Promise.all(named.map((row) => text(`台账!${indicator}${row}`)));
    return { rows: new Map(names.map((name, at) => [name, named[at] ?? 0])), column: quarter };
  }
  throw new Error("The ledger has no headings.");
}
const HEAD_ROWS = 12;
const LEDGER_ROWS = 12;
