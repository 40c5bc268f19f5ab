/** The leader's page: fourteen departments on one sheet of paper, from the ribbon to the printer. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Workbook } from "exceljs";
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import type { PrintedPage } from "./printedPages";
import { projectFolder } from "../workbench/server/projectFolder";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

jest.setTimeout(240_000);

const FOLDER = path.join(projectFolder, "test-results", "summary");

/** The embedded catalog with more departments, whose promises are like those of the first ones. */
function largerCatalog() {
  const { departments, commitments } = embedded;
  const further = [
    "市民政局",
    "市文化和旅游局",
    "市人力资源和社会保障局",
    "市卫生健康委",
    "市生态环境局",
    "市交通运输局",
  ];
  const [first] = commitments.filter(({ department, kind }) => department === "education" && kind === "flow");
  const like = { ...first, aliases: [], alsoPromised: [] };
  return {
    ...embedded,
    departments: [...departments, ...further.map((name, at) => ({ id: `more-${at}`, name, aliases: [] }))],
    commitments: [
      ...commitments,
      ...further.flatMap((_, at) =>
        ["新增社区服务设施", "新增就业岗位", "完成道路改造里程"].map((indicator, number) => ({
          ...like,
          id: `MORE2024-${100 + at * 10 + number}`,
          department: `more-${at}`,
          indicator,
          target: { comparator: "plain", value: 1000 * (number + 1), unit: "个" },
        })),
      ),
    ],
  };
}

let workbench: OpenWorkbench;
const pane = () => workbench.page.frameLocator("iframe");
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const getCell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  workbench = await openWorkbench({
    query: "?office=2021",
    viewport: { width: 1700, height: 1000 },
    embeddedCatalog: largerCatalog(),
  });
  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane().getByRole("button", { name: "全选", exact: true }).click();
  await pane().getByRole("button", { name: "生成台账" }).click();
  await idle();
  await setCell("台账!C3", "2024Q2");
  for (let row = 6; row < 70; row += 2) {
    const { value: unit } = await getCell(`台账!D${row}`);
    const { value: target } = await getCell(`台账!E${row}`);
    const { formula } = await getCell(`台账!H${row}`);
    if (formula || typeof target !== "number" || unit === "" || row % 5 === 0) continue;
    await setCell(`台账!H${row}`, Math.round(target * [0.55, 0.46, 0.3, 1][(row / 2) % 4]! * 10) / 10);
  }
  await setCell("台账!R6", "项目用地未批，施工许可推迟到三季度；已商自然资源部门并联办理，力争年底前补上全部差额");
  await idle();
  await workbench.page.evaluate(() => window.workbench.clickRibbon("Summary"));
  await idle();
  await pane().getByText("已由“台账”生成“汇总”").waitFor();
});
afterAll(() => workbench.close());

it("stands in the workbook with its paragraph in the pane", async () => {
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", "台账", "汇总"]);
  await workbench.screenshot("summary");
  await pane().getByRole("button", { name: "复制" }).click();
  await pane()
    .getByText(/已复制通报段落|段落已选中/)
    .waitFor();
  const paragraph = await pane().getByLabel("通报段落").inputValue();
  expect(paragraph).toMatch(/^截至二季度，可评判的\d+项中\d+项达进度.*占[\d.]+%；严重滞后\d+项、欠进度\d+项。/);
});

const hasLibreOffice = spawnSync("soffice", ["--version"]).error === undefined;
if (!hasLibreOffice) console.info("Without LibreOffice (soffice) the summary is not printed.");

(hasLibreOffice ? it : it.skip)("prints fourteen departments on one page", async () => {
  const file = path.join(FOLDER, "summary.xlsx");
  writeFileSync(file, Buffer.from(await workbench.page.evaluate(() => window.workbench.save()), "base64"));
  const pages = printed(await aloneIn(file));
  expect(pages).toHaveLength(1);
  const [page] = pages;
  expect(page!.width).toBeGreaterThan(page!.height);
  const text = page!.texts.join("");
  for (const name of ["市政务数据局", "市人力资源和社会保障局", "判定规则", "市交通运输局"])
    expect(text).toContain(name);
  expect(text).not.toMatch(/#(NAME|REF|VALUE|DIV|N\/A)|###/);
});

/** The file with the summary as its only printed sheet: the ledger stays, for formulas read it. */
async function aloneIn(file: string): Promise<string> {
  const book = new Workbook();
  await book.xlsx.readFile(file);
  for (const sheet of book.worksheets) if (sheet.name !== "汇总") sheet.state = "hidden";
  book.views = [{ ...book.views[0]!, activeTab: book.worksheets.findIndex(({ name }) => name === "汇总") }];
  const alone = path.join(FOLDER, "alone.xlsx");
  await book.xlsx.writeFile(alone);
  return alone;
}

/** What LibreOffice prints of a file. */
function printed(file: string): PrintedPage[] {
  const profile = `-env:UserInstallation=file://${path.join(FOLDER, "profile")}`;
  const { status, stderr } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", "pdf", "--outdir", FOLDER, file],
    {
      encoding: "utf8",
      timeout: 120_000,
    },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
  const script = path.join(__dirname, "printedPages.ts");
  const pdf = file.replace(/xlsx$/, "pdf");
  const { stdout } = spawnSync("node", ["--import", "tsx", script, pdf], { encoding: "utf8", cwd: projectFolder });
  return JSON.parse(stdout) as PrintedPage[];
}
