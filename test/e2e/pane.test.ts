/** The pane, as a clerk uses it: finding a promise, putting it into a cell, and putting a wrong cell right. */
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;

const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const getCell = (address: string) => workbench.page.evaluate((at) => window.workbench.getCell(at), address);
const select = async (address: string) => {
  await workbench.page.evaluate((at) => window.workbench.select(at), address);
  await idle();
};
const clickRibbon = async (control: string) => {
  await workbench.page.evaluate((id) => window.workbench.clickRibbon(id), control);
  await idle();
};
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const pane = () => workbench.page.frameLocator("iframe");
const press = async (name: string | RegExp) => {
  await pane().getByRole("button", { name }).first().click();
  await idle();
};
const inPane = (act: () => Promise<void>) =>
  workbench.page
    .frames()
    .find((frame) => frame.url().includes("taskpane"))
    ?.evaluate(act);
const openTab = async () => (await pane().getByRole("tab", { selected: true }).textContent())?.trim();

describe("in Chinese", () => {
  const shared = shareWorkbench();
  beforeAll(() => {
    workbench = shared;
  });

  it("finds a promise, shows its evidence, and asks before its formula replaces anything", async () => {
    await select("C3");
    await pane().getByRole("searchbox").fill("教育局 学位");
    await pane().getByText("找到 3 项").waitFor();
    await workbench.screenshot("pane-search");
    await press(/^新增学位/);
    await pane().getByRole("heading", { name: "新增学位" }).waitFor();
    await pane().getByText("增加学位2340个；新增学位5970个").waitFor();
    await workbench.screenshot("pane-evidence");

    await press("插入公式");
    await pane().getByText("已在 C3 插入公式").waitFor();
    const inserted = await getCell("C3");
    expect([inserted.formula, inserted.value]).toEqual(['=TARGET("市教育局","新增学位")', 8310]);

    await setCell("C4", "手工记录");
    await select("C4");
    await press("插入公式");
    await pane().getByText("C4 已有内容“手工记录”").waitFor();
    await workbench.screenshot("pane-insert-asks");
    await press("取消");
    expect((await getCell("C4")).value).toBe("手工记录");
    await press("插入公式");
    await select("D9");
    expect(await pane().getByText("要换成公式吗").count()).toBe(0); // the question went with the cell it was about
    await select("C4");
    await press("插入公式");
    await press("替换");
    expect((await getCell("C4")).value).toBe(8310);

    await press("返回");
    await pane().getByText("找到 3 项").waitFor();
  });

  it("shows what a total is made of, and the way back", async () => {
    await pane().getByRole("searchbox").fill("JZ2024-016");
    await pane().getByText("找到 1 项").waitFor();
    await press(/^新增学位/);
    await press("幼儿园新增学位");
    await pane().getByRole("heading", { name: "幼儿园新增学位" }).waitFor();
    await press("返回");
    await pane().getByRole("heading", { name: "新增学位", exact: true }).waitFor();
  });

  it("explains a wrong department beside the page that is open, and repairs it with one click", async () => {
    await setCell("B4", '=TARGET("教育厅","新增学位")');
    await idle();
    expect((await getCell("B4")).error).toBe("#N/A");
    await select("B4");
    await pane().getByText("B4：目录中没有部门“教育厅”。相近：市教育局").waitFor();
    expect(await openTab()).toBe("目录");
    await workbench.screenshot("pane-wrong-department");
    await press("改为“市教育局”");
    const repaired = await getCell("B4");
    expect([repaired.formula, repaired.value]).toEqual(['=TARGET("市教育局","新增学位")', 8310]);
    await pane().getByText("已修改 B4").waitFor();
    await pane().getByText("目录中没有部门").waitFor({ state: "detached" });
  });

  it("asks before it changes the cell a formula takes its name from, and leaves formulas alone", async () => {
    await setCell("A5", "教育厅");
    await setCell("B5", '=TARGET(A5,"新增学位")');
    await setCell("A6", '="教育"&"厅"');
    await setCell("B6", '=TARGET(A6,"新增学位")');
    await select("B5");
    await press("改为“市教育局”");
    await pane().getByText("名称写在 A5，现在是“教育厅”").waitFor();
    expect((await getCell("A5")).value).toBe("教育厅");
    await press(/^修改$/);
    await idle();
    expect([(await getCell("A5")).value, (await getCell("B5")).value]).toEqual(["市教育局", 8310]);

    await select("B6");
    await press("改为“市教育局”");
    await pane().getByText("名称由 A6 的公式算出").waitFor();
    expect((await getCell("A6")).formula).toBe('="教育"&"厅"');
  });

  it("explains a right cell, a promise without a figure and a foreign cell", async () => {
    await setCell("B2", '=TARGET("农业农村局","粮食产量")');
    await setCell("B3", '=TARGET("税务局","降低企业成本措施")');
    await setCell("B4", 12);
    await select("B2");
    await clickRibbon("ExplainCell");
    expect(await openTab()).toBe("单元格");
    await pane().getByText("产量90亿斤以上").first().waitFor();
    await workbench.screenshot("pane-cell");
    await press("查看全部依据");
    expect(await openTab()).toBe("目录");
    await press("返回");
    expect(await openTab()).toBe("单元格");
    await select("B3");
    await pane()
      .getByText(/“降低企业成本措施”待确认/)
      .first()
      .waitFor();
    await select("B4");
    await pane().getByText("这个单元格没有本加载项的公式").waitFor();
  });

  it("lists the formulas in error, goes to each, and refreshes them all", async () => {
    await setCell("B2", '=TARGET("教育厅","新增学位")');
    await setCell("B3", '=TARGET("教育局","新增学位")');
    await setCell("F9", '=TARGET("农业农村局","粮食")');
    await idle();
    await clickRibbon("CheckGaps");
    expect(await openTab()).toBe("检查");
    await pane().getByText("2 个公式出错").waitFor();
    await workbench.screenshot("pane-check");
    await press(/F9/);
    await pane()
      .getByText(/^F9：“市农业农村局”有几项符合“粮食”/)
      .waitFor();
    await press("改为“粮食产量”");
    expect((await getCell("F9")).value).toBe(90);
    await clickRibbon("Refresh");
    await pane().getByText("已刷新 3 个目标公式").waitFor();
    await pane().getByText("1 个公式出错").waitFor();
  });

  it("opens the ledger's view and the catalog from the ribbon", async () => {
    await clickRibbon("BuildLedger");
    expect(await openTab()).toBe("台账");
    await press("生成台账");
    await pane().getByText("请先勾选部门").waitFor();
    await press("全选");
    await pane().getByText("已选 8 个部门，46 项").waitFor();
    await workbench.screenshot("pane-ledger");
  });

  it("can be used with the keyboard alone", async () => {
    await pane().getByRole("searchbox").focus();
    await workbench.page.keyboard.type("粮食产量");
    await pane().getByText("找到 1 项").waitFor();
    await workbench.page.keyboard.press("Tab"); // the button that clears the search
    await workbench.page.keyboard.press("Tab");
    await workbench.page.keyboard.press("Enter");
    await pane().getByRole("heading", { name: "粮食产量" }).waitFor();
    await workbench.screenshot("pane-keyboard");
    await workbench.page.keyboard.press("Tab");
    await workbench.page.keyboard.press("Enter");
    await idle();
    expect((await getCell("A1")).value).toBe(90);
    await workbench.page.keyboard.press("Enter"); // the cell is taken now: a question, which the key does not answer
    await pane().getByText("要换成公式吗").waitFor();
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.press("Tab"); // replace
    await workbench.page.keyboard.press("Tab"); // cancel
    await workbench.page.keyboard.press("Enter");
    expect(await pane().getByText("要换成公式吗").count()).toBe(0);
    await workbench.page.keyboard.press("Shift+Tab");
    await workbench.page.keyboard.press("Enter");
    await pane().getByText("找到 1 项").waitFor();
  });

  it("heals a formula typed into a cell formatted as text", async () => {
    await setCell("B2", "x");
    await inPane(async () => {
      await Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getActiveWorksheet().getRange("B2");
        cell.numberFormat = [["@"]];
        cell.values = [['=TARGET("教育局","新增学位")']];
        await context.sync();
      });
    });
    await select("B2");
    expect((await getCell("B2")).value).toBe('=TARGET("教育局","新增学位")');
    await pane().getByText("B2：单元格是“文本”格式，公式没有计算").waitFor();
    await press("改成公式");
    expect((await getCell("B2")).value).toBe(8310);
  });

  it("looks once at a selection that has settled, and nothing while it is closed", async () => {
    const frame = workbench.page.frames().find((each) => each.url().includes("/taskpane.html"))!;
    /** A timer that begins now and is longer comes behind those the selection has begun. */
    const settled = async () => {
      await idle();
      await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
      await idle();
    };
    const requestsAfter = async (act: () => Promise<void>) => {
      await workbench.page.evaluate(() => window.workbench.clearRequests());
      await act();
      await settled();
      return workbench.page.evaluate(async () => (await window.workbench.requests()).length);
    };
    const selectSeveral = () =>
      workbench.page.evaluate(async () => {
        for (const address of ["B2", "B3", "B4", "B5"]) await window.workbench.select(address);
      });
    await requestsAfter(() => Promise.resolve()); // the first look after loading
    expect(await requestsAfter(selectSeveral)).toBe(2); // one reads the cell, one lets go of it
    await workbench.page.locator("#pane-close").click();
    await idle();
    expect(await requestsAfter(selectSeveral)).toBe(0);
  });
});

describe("in English", () => {
  const shared = shareWorkbench({ query: "?language=en-US" });
  beforeAll(() => {
    workbench = shared;
  });

  it("speaks English where Excel does", async () => {
    await pane().getByText("8 departments, 46 commitments").waitFor();
    await setCell("B4", '=TARGET("教育厅","新增学位")');
    await idle();
    await select("B4");
    await pane().getByText("B4: No department “教育厅” in the catalog. Nearest: 市教育局").waitFor();
    await workbench.screenshot("pane-english");
  });
});
