/** What the pane says stays true: it goes, or changes, with what people do in the sheet meanwhile. */
import { shareWorkbench } from "./workbenchPage";

const workbench = shareWorkbench({ query: "?office=2021" });

const pane = () => workbench.page.frameLocator("iframe");
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const put = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, content]) => window.workbench.setCell(at, content), [address, value] as const);
const select = (address: string) => workbench.page.evaluate((at) => window.workbench.select(at), address);

it("what is said of a wrong cell goes when it is typed anew or taken back, without another being selected, and comes again", async () => {
  const bar = () => pane().locator(".wrongCell");
  await put("B2", '=TARGET("教育厅","新增学位")');
  await select("B2");
  await bar().getByText("目录中没有部门“教育厅”").waitFor();
  await put("B2", '=TARGET("教育局","新增学位")');
  await bar().waitFor({ state: "hidden" });
  await put("B2", '=TARGET("教育局","新增公里")');
  await bar().getByText("新增公里").waitFor();
  await put("B2", "");
  await bar().waitFor({ state: "hidden" });
  await put("B2", '=TARGET("教育厅","新增学位")');
  await bar().getByText("目录中没有部门“教育厅”").waitFor();
  await select("C9");
  await bar().waitFor({ state: "hidden" });
});

it("the cell that is explained follows what is typed into it", async () => {
  await put("B2", '=TARGET("教育局","新增学位")');
  await select("B2");
  await pane().locator("#tab-cell").click();
  await pane().locator("#panel-cell .evidence .number").getByText("8,310").waitFor();
  await put("B2", '=TARGET("教育局","幼儿园新增学位")');
  await pane().locator("#panel-cell .evidence .number").getByText("2,340").waitFor();
  await put("B2", 12);
  await pane().getByText("这个单元格没有本加载项的公式").waitFor();
});

it("the list of what can be made says that a summary is stale as soon as its ledger has gone on, and that it is gone", async () => {
  await pane().locator("#tab-ledger").click();
  const path = (name: string) => pane().locator(`[data-path=${name}]`);
  await path("newLedger").getByRole("button").click();
  await pane()
    .getByRole("checkbox", { name: /市教育局/ })
    .check();
  await pane().locator("#panel-ledger button.primary").click();
  await pane().locator(".message.success").waitFor();
  await put("台账!C3", "2024Q2");
  await put("台账!H6", 2600);
  await idle();
  await path("summary").getByRole("button").click();
  await path("summary").getByText("已有“汇总”").waitFor();
  expect(await path("summary").getByText("台账有变动").count()).toBe(0);
  await put("台账!H6", 5000);
  await path("summary").getByText("台账有变动").waitFor();
  await workbench.page.evaluate(() => window.workbench.userDeleteSheet("汇总"));
  await path("summary").getByText("给领导看的一页").waitFor();
});
