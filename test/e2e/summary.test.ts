/** The leader's page: fourteen departments on one sheet of paper, from the ribbon to the printer. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { projectFolder } from "../workbench/server/projectFolder";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

jest.setTimeout(240_000);

const FOLDER = path.join(projectFolder, "test-results", "summary");
const DEPARTMENTS = 14;
const LEAST_LETTER = 8; // points on paper

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
  const source = commitments
    .filter(({ department, kind }) => department === "education" && kind === "flow")
    .slice(0, 3);
  return {
    ...embedded,
    departments: [...departments, ...further.map((name, at) => ({ id: `more-${at}`, name }))],
    commitments: [
      ...commitments,
      ...further.flatMap((_, at) =>
        source.map(
          ({ alsoPromised: _also, sumOf: _sum, aliases: _aliases, ...each }: Record<string, unknown>, number) => ({
            ...each,
            id: `MORE-${at}-${number}`,
            department: `more-${at}`,
            target: { comparator: "plain", value: 1000 * (number + 1), unit: "个" },
          }),
        ),
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
  for (let row = 6; row < 70; row++) {
    const { value: unit } = await getCell(`台账!D${row}`);
    const { value: target } = await getCell(`台账!E${row}`);
    const { formula } = await getCell(`台账!H${row}`);
    if (formula || typeof target !== "number" || unit === "" || row % 5 === 0) continue;
    await setCell(`台账!H${row}`, Math.round(target * [0.55, 0.46, 0.3, 1][row % 4]! * 10) / 10);
  }
  await setCell("台账!Q8", "项目用地未批，施工许可推迟到三季度；已商自然资源部门并联办理，力争年底前补上全部差额");
  await idle();
  await workbench.page.evaluate(() => window.workbench.clickRibbon("Summary"));
  await idle();
  await pane().getByText("已由“台账”生成“汇总”").waitFor();
});
afterAll(() => workbench.close());

it("stands in the workbook with its paragraph in the pane", async () => {
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", "台账", "汇总"]);
  await workbench.screenshot("summary");
  const paragraph = await pane().getByLabel("通报段落").inputValue();
  expect(paragraph).toMatch(/^截至二季度，可评判的\d+项中\d+项达进度.*占[\d.]+%；严重滞后\d+项、欠进度\d+项。/);
});
