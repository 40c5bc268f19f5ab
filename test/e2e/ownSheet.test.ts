/** Marking a person's own sheet in the pane: looked at, a column corrected, marked in colours, and taken away again. */
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

const ROWS: readonly (readonly (string | number)[])[] = [
  ["责任单位", "指标名称", "单位", "全年目标", "完成数", "", "备注"],
  ["", "", "", "", "本月", "1-6月", ""],
  ["市教育局", "幼儿园新增学位", "个", 2340, 300, 1200, ""],
  ["", "中小学新增学位", "个", 5970, 520, 2600, ""],
  ["市住建局", "老旧小区改造", "个", 780, 60, 100, ""],
];
const GREEN = "#C6EFCE";
const [YELLOW, RED] = ["#FFEB9C", "#FFC7CE"];

describe.each(["2021", "365"])("in Office %s", (office) => {
  let workbench: OpenWorkbench;
  const pane = () => workbench.page.frameLocator("iframe");
  const idle = () => workbench.page.evaluate(() => window.workbench.idle());
  const cell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
  beforeAll(async () => {
    workbench = await openWorkbench({ query: `?office=${office}`, viewport: { width: 1400, height: 900 } });
    for (const [row, cells] of ROWS.entries())
      for (const [column, value] of cells.entries())
        if (value !== "")
          await workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [
            `${"ABCDEFG".charAt(column)}${row + 1}`,
            value,
          ] as const);
    await idle();
  });
  afterAll(() => workbench.close());

  it("marks a sheet of two header rows, after a column is corrected, and takes the marks away", async () => {
    await workbench.page.evaluate(() => window.workbench.clickRibbon("MarkOwnSheet"));
    await pane().getByText("表1：3行").waitFor();
    // The picture shows the table as it stands, and what each column was taken for.
    const picture = pane().locator(".sheetPicture");
    expect(await picture.locator("tbody th").allTextContents()).toEqual(["3", "4", "5"]);
    expect(await picture.locator("thead th.used").allTextContents()).toEqual(["A", "B", "C", "D", "F"]);
    await workbench.screenshot(`own-sheet-${office}-seen`);
    const remark = pane().getByLabel(/^E 完成数／本月/);
    await remark.selectOption({ label: "不用" });
    await pane().getByText("3行可以标注").waitFor();
    await pane().getByRole("button", { name: "写在表旁边" }).click();
    await pane().getByText("“Sheet1”已标注3行").waitFor();
    await idle();
    await workbench.screenshot(`own-sheet-${office}-marked`);
    expect(await Promise.all(["I2", "M2", "I3", "M3", "M4", "M5"].map(async (at) => (await cell(at)).text))).toEqual([
      "目标",
      "状态",
      "2,340个",
      "达进度",
      "欠进度",
      "严重滞后",
    ]);
    expect(await Promise.all(["M3", "M4", "M5"].map(async (at) => (await cell(at)).fill))).toEqual([
      GREEN,
      YELLOW,
      RED,
    ]);
    await pane().getByRole("button", { name: "撤掉标注" }).click();
    await pane().getByText("“Sheet1”的标注已撤掉").waitFor();
    await idle();
    expect(await Promise.all(["I2", "M3", "R2"].map(async (at) => (await cell(at)).text))).toEqual(["", "", ""]);
    expect((await cell("F5")).value).toBe(100);
  });
});
