/** Tables and interviews through the pane: a Word table with two units, a page with three bureaus, a left-out figure taken in. */
import { wordFile } from "../importer/files";
import { cellsOf } from "../importer/tableCases";
import { workbookOf, wordOf } from "../importer/writtenTables";
import { shareWorkbench, type SharedWorkbench } from "./workbenchPage";

let workbench: SharedWorkbench;
const pane = () => workbench.page.frameLocator("iframe");
const current = () => pane().locator(".drafts li.draft.current");

async function value(address: string, formula: string): Promise<unknown> {
  return workbench.page.evaluate(
    async ([at, put]) => {
      await window.workbench.setCell(at, put);
      await window.workbench.idle();
      return (await window.workbench.getCell(at)).value;
    },
    [address, formula] as const,
  );
}

/** The pane alone, as wide as Excel opens it, and a look whether anything scrolls sideways. */
async function picture(name: string): Promise<void> {
  const frame = pane().locator("body");
  expect(await frame.evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0);
  await workbench.screenshot(name);
}

async function acceptRest(accept: string, rest: RegExp): Promise<void> {
  for (let left = 12; left > 0; left--) {
    const button = pane().getByRole("button", { name: rest });
    if ((await button.count()) === 0) break;
    await button.first().click();
    await pane().locator(".message").getByRole("button", { name: accept, exact: true }).click();
  }
}

async function keep(): Promise<void> {
  await pane().getByLabel("地区").fill("云江市");
  await pane().getByRole("button", { name: "存入本工作簿" }).click();
  await pane()
    .getByText(/已存入/)
    .first()
    .waitFor();
}

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (cells: string) => `<w:tr>${cells.split("|").map(cell).join("")}</w:tr>`;
const TASKS = [
  "序号|指标|单位|2025年完成|2026年目标|牵头单位|配合单位|青禾县|云岭市",
  "1|新增学位|个|2000|2340|市教育局|市财政局|1340|1000",
  "2|污水管网|公里|35|50（预计）|市住建局||30|20",
  "3|单位GDP能耗降幅|%|3.5|3.2|市发改委||3.2|3.0",
];

/** In files the years stand under one merged heading. */
const YEARS = `
指标 | 单位 | 年度目标 | < | < | 责任单位
^ | ^ | 2024年 | 2025年 | 2026年 | ^
林木覆盖率 | % | 38 | 39 | 40.5 | 市林业局
新增学位 | 个 | 2000 | 2340 | 2600 | 市教育局`;
const YEARS_PASTED = `${cellsOf(YEARS.replace(/^.*\n.*\n.*/u, "指标 | 单位 | 2024年 | 2025年 | 2026年 | 责任单位"))
  .map((cells) => cells.join("\t"))
  .join("\n")}\n`;

async function paste(text: string): Promise<void> {
  await pane().getByLabel("报告文字").fill(text);
  await pane().getByRole("button", { name: "抽取承诺" }).click();
}
async function give(name: string, buffer: Buffer): Promise<void> {
  const input = pane().locator('#panel-review input[type="file"]').first();
  await input.setInputFiles({ name, mimeType: "", buffer });
}

describe("in Chinese", () => {
  const shared = shareWorkbench({ viewport: { width: 1100, height: 760 } });
  beforeAll(() => {
    workbench = shared;
  });

  it("a Word table of tasks shows its header, is corrected, and answers with each row's own unit", async () => {
    await pane().getByRole("tab", { name: "导入" }).click();
    const title = "<w:p><w:r><w:t>云江市2026年目标任务分解表</w:t></w:r></w:p>";
    const buffer = wordFile([], `${title}<w:tbl>${TASKS.map(row).join("")}</w:tbl>`);
    await pane()
      .locator('#panel-review input[type="file"]')
      .first()
      .setInputFiles({ name: "tasks.docx", mimeType: "", buffer });
    await pane().getByRole("heading", { name: "核对表头" }).waitFor();
    const columns = pane().locator(".tables .columns li");
    expect(await columns.filter({ hasText: "牵头单位" }).first().locator("select").inputValue()).toBe("lead");
    expect(await columns.filter({ hasText: "青禾县" }).locator("select").inputValue()).toBe("place");
    await picture("tables-header");
    // The last year's column is not to be used.
    await columns.filter({ hasText: "2025年完成" }).locator("select").selectOption("ignored");
    await pane().locator(".tables").getByRole("button", { name: "抽取承诺" }).click();
    await pane().getByRole("heading", { name: "逐条确认" }).waitFor();
    await pane().getByText("下降3.2%").first().waitFor();
    await picture("tables-review");
    await acceptRest("采用", /采用其余/);
    await keep();
    expect(await value("A1", '=TARGET("教育局","新增学位")')).toBe(2340);
    expect(await value("A2", '=TARGET("住建局","污水管网")')).toBe(50);
    expect(await value("A3", '=TARGET.INFO("住建局","污水管网","单位")')).toBe("公里");
    expect(await value("A5", '=TARGET("青禾县","新增学位")')).toBe(1340);
    expect(String(await value("A4", '=TARGET.INFO("教育局","新增学位","来源")'))).toContain(
      "云江市2026年目标任务分解表",
    );
  });

  it("a page of interviews gives each bureau its own; undo goes back to what was decided", async () => {
    await pane().getByRole("tab", { name: "导入" }).click();
    await pane()
      .getByLabel("报告文字")
      .fill(
        "市教育局局长王明表示，今年将新增学位2340个。\n市住房和城乡建设局要抓好民生工程，今年新建污水管网50公里。\n记者从市水利局获悉，今年将新建水库3座。去年全市新建公园12个。",
      );
    await pane().getByLabel("年份").first().fill("2026");
    await pane().getByRole("button", { name: "抽取承诺" }).click();
    await pane().getByRole("heading", { name: "逐条确认" }).waitFor();
    await current().focus();
    const first = await current().locator(".name").textContent();
    await workbench.page.keyboard.press("Delete");
    await pane().getByRole("button", { name: "重新导入" }).focus();
    await workbench.page.keyboard.press("u");
    expect(await current().locator(".name").textContent()).toBe(first);
    await pane().getByText("舍弃 0").waitFor();
    await acceptRest("采用", /采用其余/);

    // What was left out stands below with its reason, and one key takes it in.
    await pane().locator(".leftout summary").click();
    const park = pane().locator(".leftout li").filter({ hasText: "12个" });
    await park.getByText("回顾").waitFor();
    await picture("left-out");
    await park.click();
    await workbench.page.keyboard.press("t");
    await current().getByText("12个").first().waitFor();
    await workbench.page.keyboard.press("e");
    await pane().locator('input[name="department"]').fill("市城管局");
    await pane().locator('input[name="indicator"]').fill("新建公园");
    await pane().locator('input[name="period"]').fill("2026");
    await picture("correct");
    await pane().locator('input[name="indicator"]').press("Enter");
    await keep();
    expect(await value("A1", '=TARGET("教育局","新增学位")')).toBe(2340);
    expect(await value("A2", '=TARGET("水利局","新建水库")')).toBe(3);
    expect(await value("A3", '=TARGET("城管局","新建公园")')).toBe(12);
  });

  it.each<[string, () => Promise<void>]>([
    ["as they are pasted", async () => paste(YEARS_PASTED)],
    ["of a Word file", async () => give("plan.docx", wordOf(YEARS, ["云江市三年目标分解表"]))],
    ["of an Excel file", async () => give("plan.xlsx", await workbookOf(YEARS, ["云江市三年目标分解表"]))],
  ])("columns that are years, %s, become promises of their years", async (form, handIn) => {
    await pane().getByRole("tab", { name: "导入" }).click();
    await pane().getByLabel("年份").first().fill("2024");
    await handIn();
    await pane().getByRole("heading", { name: "核对表头" }).waitFor();
    await picture(`tables-years-header ${form}`);
    await pane().locator(".tables").getByRole("button", { name: "抽取承诺" }).click();
    await pane().getByRole("heading", { name: "逐条确认" }).waitFor();
    expect(await pane().locator(".drafts li.draft").count()).toBe(6);
    await picture(`tables-years ${form}`);
    await acceptRest("采用", /采用其余/);
    await keep();
    // A level is one promise over the years, what flows is each year's own.
    expect(await value("A1", '=TARGET("林业局","林木覆盖率")')).toBe(38);
    expect(String(await value("A2", '=TARGET.INFO("林业局","林木覆盖率","期限")'))).toContain("2026");
    expect(await value("A3", '=TARGET("教育局","新增学位")')).toBe(2000);
    expect(await value("A4", '=TARGET("教育局","新增学位（2026年）")')).toBe(2600);
  });

  it("what is undecided is not lost on saving", async () => {
    await pane().getByRole("tab", { name: "导入" }).click();
    await pane()
      .getByLabel("报告文字")
      .fill("指标\t单位\t目标\t责任单位\n新增学位\t个\t2340\t市教育局\n新建水库\t座\t3\t市水利局\n");
    await pane().getByLabel("年份").first().fill("2026");
    await pane().getByRole("button", { name: "抽取承诺" }).click();
    await pane().locator(".tables").getByRole("button", { name: "抽取承诺" }).click();
    await current().focus();
    await workbench.page.keyboard.press("Enter");
    await pane().getByLabel("地区").fill("云江市");
    await pane().getByRole("button", { name: "存入本工作簿" }).click();
    await pane().getByRole("button", { name: "存入，待定的留下再看" }).click();
    await pane().getByText("已存入 1 项，还有 1 条待定。").waitFor();
    expect(await current().locator(".name").textContent()).toBe("新建水库");
    expect(await value("A1", '=TARGET("教育局","新增学位")')).toBe(2340);
  });
});

describe("in English", () => {
  const shared = shareWorkbench({ query: "?language=en-US", viewport: { width: 1100, height: 760 } });
  beforeAll(() => {
    workbench = shared;
  });

  it("the header of a pasted table is shown and can be left", async () => {
    await pane().getByRole("tab", { name: "Import" }).click();
    await pane()
      .getByLabel("Text of the report")
      .fill(TASKS.map((line) => line.replaceAll("|", "\t")).join("\n"));
    await picture("tables-start-english");
    await pane().getByRole("button", { name: "Find commitments" }).click();
    await pane().getByRole("heading", { name: "Check the header" }).waitFor();
    await picture("tables-header-english");
    await pane().locator(".tables").getByRole("button", { name: "Find commitments" }).click();
    await pane().getByText("a fall of 3.2%").first().waitFor();
    await picture("tables-review-english");
  });
});
