/** The county table: from the pane to the printer, with a county that has no part of one indicator. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { yunzhouCatalog } from "../core/yunzhou";
import { projectFolder } from "../workbench/server/projectFolder";
import type { PrintedPage } from "./printedPages";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

const FOLDER = path.join(projectFolder, "test-results", "places");
const SHEET = "县市区对比";

let workbench: OpenWorkbench;
const pane = () => workbench.page.frameLocator("iframe");
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [`县市区对比!${address}`, value] as const);
const texts = (row: number, columns: string) =>
  Promise.all(
    [...columns].map(async (column) => {
      const cell = await workbench.page.evaluate((at) => window.workbench.getCell(at), `县市区对比!${column}${row}`);
      return cell.text;
    }),
  );

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  workbench = await openWorkbench({ viewport: { width: 1800, height: 1000 }, embeddedCatalog: yunzhouCatalog() });
  await pane().getByRole("tab", { name: "台账" }).click();
  await pane().getByRole("button", { name: "生成县市区对比" }).click();
});
afterAll(() => workbench.close());

it("is made for two indicators, typed into and ranked", async () => {
  await pane().getByLabel("中小学新增学位 8 地").check();
  await pane().getByLabel("地区生产总值增速 9 地").check();
  await pane().getByText("选了 2 项指标，9 个县市区").waitFor();
  await workbench.screenshot("places-pane");
  await pane().getByRole("button", { name: "生成县市区对比" }).click();
  await pane().getByText("已生成“县市区对比”：9 个县市区、2 项指标").waitFor();
  await idle();
  await setCell("B3", "2024Q2");
  const school = [820, null, 560, 600, 640, 300, 500, 610];
  const growth = [7.6, 6.8, 6.6, 5.2, 7, 7.4, 6.9, 7.1, 7.2];
  for (const [at, figure] of school.entries()) if (figure !== null) await setCell(`E${8 + at}`, figure);
  for (const [at, figure] of growth.entries()) await setCell(`J${8 + at}`, figure);
  await idle();
  await workbench.screenshot("places");
  expect(await texts(8, "ABCEFGH")).toEqual(["青岩区", "市辖区", "1,500个", "820", "54.7%", "1", "达进度"]);
  expect(await texts(9, "ABCEFGH")).toEqual(["望江区", "市辖区", "–", "", "–", "–", "–"]);
  expect(await texts(11, "AIJKLM")).toEqual(["石渡县", "8.0%", "5.2%", "欠2.8个百分点", "6", "严重滞后"]);
  expect(await texts(17, "ACEFG")).toEqual(["各地合计", "9,300个", "4,030个", "7/8已报", "加码300个"]);
  expect(await texts(18, "ACFH")).toEqual(["全市", "9,000个", "44.8%", "暂计"]);
});

it("is made anew with another indicator, and keeps what was typed", async () => {
  await pane().getByLabel("粮食产量 9 地").check();
  await pane().getByRole("button", { name: "生成县市区对比" }).click();
  await pane().getByText("若更新，已填的 16 个数会带到新表。").waitFor();
  await workbench.screenshot("places-ask");
  await pane().getByRole("button", { name: "更新这张表" }).click();
  await pane().getByText("3 项指标，带过来 16 个已填的数").waitFor();
  await idle();
  expect(await texts(8, "ACEFGH")).toEqual(["青岩区", "1,500个", "820", "54.7%", "1", "达进度"]);
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", SHEET]);
  await workbench.screenshot("places-three");
});

const hasLibreOffice = spawnSync("soffice", ["--version"]).error === undefined;
if (!hasLibreOffice) console.info("Without LibreOffice (soffice) the county table is not printed.");

(hasLibreOffice ? it : it.skip)("prints on one page", async () => {
  const file = path.join(FOLDER, "places.xlsx");
  writeFileSync(file, Buffer.from(await workbench.page.evaluate(() => window.workbench.save()), "base64"));
  const profile = `-env:UserInstallation=file://${path.join(FOLDER, "profile")}`;
  const { status, stderr } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", "pdf", "--outdir", FOLDER, file],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
  const script = path.join(__dirname, "printedPages.ts");
  const { stdout } = spawnSync("node", ["--import", "tsx", script, file.replace(/xlsx$/, "pdf")], {
    encoding: "utf8",
    cwd: projectFolder,
  });
  const pages = JSON.parse(stdout) as PrintedPage[];
  expect(pages).toHaveLength(1);
  const [page] = pages;
  expect(page!.width).toBeGreaterThan(page!.height);
  const text = page!.texts.join("");
  for (const words of ["云州市2024年县市区对比", "南浦市", "加码300个", "7/8已报", "判定规则", "暂计", "图例"])
    expect(text).toContain(words);
  expect(text).not.toMatch(/#(NAME|REF|VALUE|DIV|N\/A)|###|供公式用/);
});

it("splits what the city promised over its places, and the table follows", async () => {
  await pane().getByRole("button", { name: "分解到县市区" }).click();
  await pane().getByText("保留的比全市数多 300个").waitFor();
  await pane().getByLabel("青岩区保留").fill("");
  await pane().getByText("合计 9,000个").waitFor();
  await pane().getByLabel("分解人").fill("张三");
  await workbench.screenshot("places-split");
  await pane().getByRole("button", { name: "写入本工作簿的目录" }).click();
  await pane().getByRole("button", { name: "换用这份目录" }).click();
  await pane().getByText("“中小学新增学位”已分解到 9 地，写入本工作簿的目录。").waitFor();
  await idle();
  expect(await texts(8, "ACEF")).toEqual(["青岩区", "600个", "820", "136.7%"]);
  await workbench.page.evaluate(() => window.workbench.setCell("Sheet1!A1", '=TARGET("望江区","中小学新增学位")'));
  await idle();
  const cell = await workbench.page.evaluate(() => window.workbench.getCell("Sheet1!A1"));
  expect(cell.value).toBe(600);
});
