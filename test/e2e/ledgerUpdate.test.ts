/** A ledger people have worked in is extended, seen before it is written, and judged by other rules. */
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;

const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const value = async (address: string) =>
  (await workbench.page.evaluate((at) => window.workbench.getCell(at), address)).value;
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const clickRibbon = (command: string) => workbench.page.evaluate((id) => window.workbench.clickRibbon(id), command);
const pane = () => workbench.page.frameLocator("iframe");
const press = (name: string) => pane().getByRole("button", { name, exact: true }).click();
const department = (name: string) => pane().getByLabel(new RegExp(name));

describe.each(["2021", "365"])("in Office %s", (office) => {
  const shared = shareWorkbench({ query: `?office=${office}`, viewport: { width: 1900, height: 860 } });
  beforeAll(() => {
    workbench = shared;
  });

  it("keeps what was typed and adds a department", async () => {
    await clickRibbon("BuildLedger");
    await department("市教育局").check();
    await press("生成台账");
    await idle();
    await setCell("台账!C3", "2024Q2");
    await setCell("台账!H6", 800);
    await setCell("台账!H7", 80);
    await setCell("台账!R6", "校舍验收推迟");
    await setCell("台账!E8", '=TARGET("教育局","中小学新增学位")');
    await idle();
    expect(await value("台账!K6")).toBe("请填下步措施");
    expect(await value("台账!K7")).toBe("约为目标10倍");
    await workbench.screenshot(`ledger-hints-${office}`);

    await clickRibbon("BuildLedger");
    await department("市税务局").check();
    await press("生成台账");
    await pane().getByRole("button", { name: "更新原表" }).waitFor();
    await workbench.screenshot(`ledger-update-asks-${office}`);
    await press("更新原表");
    await pane().getByText("目录中的数与台账不同（1）").waitFor();
    await pane().getByText("5,970个 → 2,340个").waitFor();
    await workbench.screenshot(`ledger-update-seen-${office}`);
    expect(await value("台账!B16")).not.toBe("市税务局");
    await press("写入台账");
    await pane().getByText("已更新“台账”：新增 2 行，1 处目标有变，0 行目录已无。").waitFor();
    await idle();
    expect(await Promise.all(["H6", "R6", "E8", "B16"].map((at) => value(`台账!${at}`)))).toEqual([
      800,
      "校舍验收推迟",
      2340,
      "市税务局",
    ]);
    await workbench.screenshot(`ledger-updated-${office}`);
  });

  it("is judged by another preset, which the workbook keeps", async () => {
    await setCell("A1", '=TARGET.STATUS("教育局","新增学位",3900,"2024Q2")');
    await idle();
    expect(await value("A1")).toBe("欠进度");
    await pane().getByRole("tab", { name: "设置" }).click();
    await pane().getByLabel("判定标准").selectOption({ label: "宣城" });
    await pane().getByText("判定标准已改为“宣城”，重新计算了 1 个公式。").waitFor();
    await idle();
    expect(await value("A1")).toBe("严重滞后");
    await clickRibbon("BuildLedger");
    await pane().getByRole("combobox", { name: "填报方式" }).selectOption({ label: "按季填当季数" });
    await department("市教育局").check();
    await press("生成台账");
    await idle();
    await setCell("台账!C3", "2024Q2");
    await setCell("台账!G6", 1000);
    await setCell("台账!H6", 1900);
    await setCell("台账!H7", 4);
    await idle();
    expect(await Promise.all(["G5", "L6", "P6", "P7", "K7"].map((at) => value(`台账!${at}`)))).toEqual([
      "一季度\n当季",
      2900,
      "严重滞后",
      "未填报",
      "一季度没有填",
    ]);
    await workbench.screenshot(`ledger-per-quarter-${office}`);
  });
});
