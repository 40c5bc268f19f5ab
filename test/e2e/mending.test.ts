/** A clerk's mistakes in formulas, each explained and mended by one press; and a check of a workbook of several kinds of sheet. */
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

/** What somebody typed, what is said of it, the button that mends it, and what the cell shows then. */
const MISTAKES = [
  ["=TARGET(教育局,新增学位)", /没有加英文引号/, /^改为 =TARGET\(/, 8310],
  ['=TARGET("教育局“,”新增学位")', /中文的引号/, /^改为 =TARGET\(/, 8310],
  ['=TRAGET("教育局","新增学位")', /“TRAGET”写错了，应是 TARGET/, /^改为 =TARGET\(/, 8310],
  ['=TARGET("教育厅","新增学位")', /没有部门“教育厅”/, "改为“市教育局”", 8310],
  ['=TARGET("农业农村局","粮食")', /有几项符合“粮食”/, "改为“粮食产量”", 90],
  ['=TARGET.PACE("教育局","新增学位","2024年1-9")', /2024年1-9/, "改为“2024年1-9月”", 6232.5],
  ['=TARGET("农业农村局","粮食产量",,"公里")', /公里/, "改为“万吨”", 450],
] as const;

describe.each(["2021", "365"])("Office %s", (office) => {
  let workbench: OpenWorkbench;
  const idle = () => workbench.page.evaluate(() => window.workbench.idle());
  const setCell = (address: string, value: string | number) =>
    workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
  const cellAt = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
  const clickRibbon = async (control: string) => {
    await workbench.page.evaluate((id) => window.workbench.clickRibbon(id), control);
    await idle();
  };
  const pane = () => workbench.page.frameLocator("iframe");
  const press = async (name: string | RegExp) => {
    await pane().getByRole("button", { name }).first().click();
    await idle();
  };
  beforeAll(async () => {
    workbench = await openWorkbench({ query: `?office=${office}`, viewport: { width: 1500, height: 900 } });
  });
  afterAll(() => workbench.close());

  /** A person's own table that is open, one that stays unmarked, and a sheet that is none. */
  const peoplesSheets = async () => {
    const frame = workbench.page.frames().find((each) => each.url().includes("taskpane.html"));
    await frame?.evaluate(`Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("记事").getRange("A1:B2").values = [["会议", "六月三日"], ["地点", "二楼"]];
      worksheets.add("预算").getRange("A1:C3").values = [["科目", "年初预算", "累计支出"], ["教育支出", 360, 185], ["社保支出", 210, 99]];
      const own = worksheets.add("进度表");
      own.getRange("A1:F6").values = [
        ["责任单位", "指标", "单位", "年度目标", "一季度累计完成", "1-6月累计完成"],
        ["市住建局", "老旧小区改造", "个", 780, 90, 200],
        ["市住建局", "筹集保障性租赁住房", "公里", 1883, 500, 1000],
        ["市教育局", "幼儿园新增学位", "个", 2340, 500, "'900"],
        ["市教育局", "中小学新增学位", "个", 5970, 3100, 2900],
        ["市教育局", "别的事", "个", 1, "", 1],
      ];
      own.activate();
      await context.sync();
    })`);
    await idle();
  };

  // What a name or a period may mean does not hang on the version.
  it.each(office === "2021" ? MISTAKES : MISTAKES.slice(0, 3))("mends %s", async (formula, sentence, button, value) => {
    await setCell("B2", formula);
    await idle();
    await workbench.page.evaluate(() => window.workbench.select("A1"));
    await workbench.page.evaluate(() => window.workbench.select("B2"));
    await clickRibbon("ExplainCell");
    await pane().locator(".reason").getByText(sentence).waitFor();
    await press(button);
    await workbench.page.waitForFunction(
      async (right) => (await window.workbench.getCell("B2")).value === right,
      value,
    );
    await pane().locator(".reason").waitFor({ state: "detached" });
  });

  it("checks a workbook of five kinds of sheet, follows typing, filters, mends and writes the list", async () => {
    await clickRibbon("BuildLedger");
    await pane()
      .getByLabel(/市教育局/)
      .check();
    await press("生成台账");
    await setCell("台账!C3", "2024Q2");
    await setCell("台账!H6", 2500);
    await setCell("Sheet1!D2", "=TARGET(教育局,新增学位)");
    await setCell("Sheet1!D3", '=TARGET.STATUS("教育局","新增学位",3900,"2024Q2")');
    await peoplesSheets();
    await clickRibbon("MarkOwnSheet");
    await pane().getByText("表1：5行").waitFor();
    await pane().getByText("4行可以标注").waitFor();
    await press("写在表旁边");
    await pane().getByText("“进度表”已标注4行").waitFor();
    await idle();
    await clickRibbon("CheckGaps");
    await pane().getByRole("group", { name: "状态" }).waitFor();
    await pane().getByText("按单位看、筛选").waitFor();
    // A marked sheet's row stands with its reason; a sheet of their own that is not marked, cells of ours and notes are told apart.
    await pane()
      .getByText(/应达390个/)
      .waitFor();
    await pane().getByText(/记事/).first().waitFor();
    await pane()
      .getByText(/截至二季度应达2,985个/)
      .waitFor();
    await pane()
      .getByText(/没有加英文引号/)
      .waitFor();
    await workbench.screenshot(`check-${office}`);

    // In a sheet that is marked: a number stored as text, a unit of another kind, a promise twice.
    await pane()
      .getByText(/“1-6月累计完成”的 900 是文字/)
      .waitFor();
    await pane()
      .getByText(/单位写成“公里”/)
      .waitFor();
    await pane().getByRole("button", { name: "改成数字" }).first().click();
    await workbench.page.waitForFunction(async () => (await window.workbench.getCell("进度表!F4")).value === 900);
    await pane()
      .getByText(/“1-6月累计完成”的 900 是文字/)
      .waitFor({ state: "detached" });
    await pane()
      .getByRole("button", { name: /单位改为“套”/ })
      .first()
      .click();
    await workbench.page.waitForFunction(async () => (await window.workbench.getCell("进度表!C3")).value === "套");

    // A sum so far that falls, and a figure ten thousand times too large, have no button of their own: each leads to its cell.
    await pane()
      .getByText(/“1-6月累计完成”少于“一季度累计完成”/)
      .waitFor();
    await pane().getByRole("button", { name: "到 F5" }).click();
    await workbench.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === "F5",
    );
    await setCell("进度表!F5", 59_700_000);
    await pane()
      .getByText(/“1-6月累计完成”少于“一季度累计完成”/)
      .waitFor({ state: "detached" });
    await pane()
      .getByText(/约为目标10000倍/)
      .waitFor();

    // Typing is followed: what was behind is not any more.
    await setCell("台账!H6", 3200);
    await pane()
      .getByText(/截至二季度应达2,985个/)
      .waitFor({ state: "detached" });

    // A verdict in the picture is a filter.
    await press(/未填报 \d+项/);
    await pane()
      .getByText(/没有加英文引号/)
      .waitFor({ state: "detached" });
    await press(/未填报 \d+项/);

    await press("写成问题清单表");
    await pane()
      .getByText(/^已写成工作表“问题清单”/)
      .waitFor();
    expect((await cellAt("问题清单!B3")).value).toBe("工作表");
  });
});
