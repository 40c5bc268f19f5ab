/** 考核得分: from the ledger to the points, in the browser, with weights that come to 95. */
import { shareWorkbench } from "./workbenchPage";

const workbench = shareWorkbench({ viewport: { width: 1560, height: 900 } });
const pane = () => workbench.page.frameLocator("iframe");
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
const textOf = async (address: string) =>
  (await workbench.page.evaluate((at) => window.workbench.getCell(at), address)).text;

it("scores a ledger, tells that the weights come to 95, and names what is not scored yet", async () => {
  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane()
    .getByRole("checkbox", { name: /市教育局/ })
    .check();
  await pane().getByRole("button", { name: "生成台账" }).click();
  await idle();
  await setCell("台账!C3", "2024Q4");
  for (const [row, actual] of [4155, 1170, 5000, 20].entries()) await setCell(`台账!J${6 + row}`, actual);
  await idle();
  await pane().getByRole("button", { name: "考核得分" }).click();
  await pane().getByText("已由“台账”生成“考核得分”").waitFor();
  for (let row = 0; row < 10; row += 1) await setCell(`考核得分!D${10 + row}`, 9.5);
  await idle();
  expect(await textOf("考核得分!A3")).toBe("权重合计95分，不是100分，请核对");
  expect(await textOf("考核得分!B6")).toBe("市教育局");
  expect(await textOf("考核得分!C6")).toMatch(/^按已评[\d.]+分$/);
  await workbench.screenshot("scores");
});
