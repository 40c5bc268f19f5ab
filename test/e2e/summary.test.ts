/** The leader's page: fourteen departments on one sheet of paper, from the ribbon to the printer. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import type { PrintedPage } from "./printedPages";
import { projectFolder } from "../workbench/server/projectFolder";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

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
  await workbench.page.evaluate(async () => {
    const typing: Promise<void>[] = [];
    for (let row = 6; row < 70; row += 2) {
      const [unit, target, actual] = await Promise.all(
        ["D", "E", "H"].map((column) => window.workbench.getCell(`台账!${column}${row}`)),
      );
      if (actual?.formula || typeof target?.value !== "number" || unit?.value === "" || row % 5 === 0) continue;
      const share = [0.55, 0.46, 1, 0.3][(row / 2) % 4] ?? 0;
      typing.push(window.workbench.setCell(`台账!H${row}`, Math.round(target.value * share * 10) / 10));
    }
    await Promise.all(typing);
  });
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
  const pages = printed(file).map(({ texts, ...size }) => ({ text: texts.join(""), ...size }));
  // The ledger's pages come first; the words of the summary's parts are on one page.
  const [page, ...others] = pages.filter(({ text }) => /各部门情况|差额最大的事项/.test(text));
  expect(others).toEqual([]);
  expect(page!.width).toBeGreaterThan(page!.height);
  const { text } = page!;
  for (const name of ["市政务数据局", "市人力资源和社会保障局", "判定规则", "市交通运输局"])
    expect(text).toContain(name);
  expect(text).not.toMatch(/#(NAME|REF|VALUE|DIV|N\/A)|###/);
});

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
