import type { Frame, Page } from "playwright-core";
import type { Workbench } from "../workbench/page/workbenchApi";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

// The emulated Excel itself, with the real office.js in its pane. What an add-in does is done here by small programs in the
// pane's frame; the stories of this add-in have their own files.

type Act = Exclude<keyof Workbench, "ready" | "pane" | "addIn" | "faults">;

let open: OpenWorkbench;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  open = await openWorkbench();
  page = open.page;
  pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
});

afterAll(() => open.close());

/** Calls `window.workbench`. */
function workbench<Name extends Act>(
  name: Name,
  ...given: Parameters<Workbench[Name]>
): Promise<Awaited<ReturnType<Workbench[Name]>>> {
  return page.evaluate(
    ([act, values]) =>
      (window.workbench as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>)[act as string]!(
        ...(values as unknown[]),
      ),
    [name, given] as const,
  ) as Promise<Awaited<ReturnType<Workbench[Name]>>>;
}

/** Runs a program of an add-in. It is passed as text: the test's compiler must not touch it. */
function addin<Result>(program: string): Promise<Result> {
  return pane.evaluate<Result>(
    `Excel.run(async (context) => { const sheets = context.workbook.worksheets; ${program} })`,
  );
}

/** The error an add-in's program ends in. */
function refusal(program: string): Promise<{ code: string; message: string; place: string }> {
  return pane.evaluate(
    `Excel.run(async (context) => { const sheets = context.workbook.worksheets; ${program}; await context.sync(); })
       .then(() => ({ code: "none" }), (error) => ({ code: error.code, message: error.message, place: error.debugInfo?.errorLocation }))`,
  );
}

it("writes and reads values as typed, formulas and texts", async () => {
  const read = await addin<Record<string, unknown>>(`
    const range = sheets.getActiveWorksheet().getRange("A1:C2");
    range.values = [["部门", "9%", "2024-06-30"], ["教育局", 2, "=B1*B2"]];
    range.load("values,formulas,text,address");
    await context.sync();
    return range.toJSON();`);
  expect(read).toEqual({
    address: "Sheet1!A1:C2",
    values: [
      ["部门", 0.09, 45_473],
      ["教育局", 2, 0.18],
    ],
    formulas: [
      ["部门", 0.09, 45_473],
      ["教育局", 2, "=B1*B2"],
    ],
    text: [
      ["部门", "9%", "2024/6/30"],
      ["教育局", "2", "0.18"],
    ],
  });
});

it("refuses what Excel refuses, with its codes", async () => {
  expect(await refusal(`sheets.getItem("没有").load("name")`)).toMatchObject({ code: "ItemNotFound" });
  expect(await refusal(`sheets.getActiveWorksheet().getRange("A1:B2").values = [[1]]`)).toMatchObject({
    code: "InvalidArgument",
    place: "Range.values",
  });
  expect(await refusal(`sheets.getActiveWorksheet().getRange("A1").load("valeus")`)).toMatchObject({
    code: "ApiNotFound",
    place: "Range.valeus",
  });
  expect(
    await refusal(
      `const sheet = sheets.getItemOrNullObject("没有"); await context.sync(); if (!sheet.isNullObject) throw new Error()`,
    ),
  ).toMatchObject({ code: "none" });
});

it("asks the add-in's functions and shows what they answer", async () => {
  await workbench("setCell", "E1", '=TARGET("教育局","新增学位")');
  await workbench("setCell", "E2", "=E1/2");
  await workbench("setCell", "E3", '=TARGET("没有这个局","新增学位")');
  await workbench("setCell", "E4", "=NOSUCHFUNCTION(1)");
  await workbench("idle");
  expect(await workbench("getCell", "E1")).toMatchObject({
    value: 8310,
    error: null,
    errorMessage: null,
    formula: '=TARGET("教育局","新增学位")',
  });
  expect(await workbench("getCell", "E2")).toMatchObject({ value: 4155 });
  const missing = await workbench("getCell", "E3");
  expect(missing.error).toBe("#N/A");
  expect(missing.errorMessage).toContain("没有这个局");
  expect(await workbench("getCell", "E4")).toMatchObject({ error: "#NAME?", errorMessage: null });
});

it("shows the message of a selected error beside the cell", async () => {
  await workbench("select", "E3");
  const card = page.locator("#cell-message");
  await card.waitFor({ state: "visible" });
  expect(await card.textContent()).toContain("没有这个局");
  await workbench("select", "E1");
  await card.waitFor({ state: "hidden" });
});

it("paints colour rules and follows the cells", async () => {
  await addin(`
    const range = sheets.getActiveWorksheet().getRange("G1:G3");
    range.values = [["严重滞后"], ["达进度"], [""]];
    const rule = range.conditionalFormats.add("CellValue");
    rule.cellValue.format.fill.color = "#FFC7CE";
    rule.cellValue.format.font.color = "#9C0006";
    rule.cellValue.rule = { formula1: '="严重滞后"', operator: "EqualTo" };
    await context.sync();`);
  expect(await workbench("getCell", "G1")).toMatchObject({ fill: "#FFC7CE", fontColor: "#9C0006" });
  expect(await workbench("getCell", "G2")).toMatchObject({ fill: null, fontColor: null });
  await workbench("setCell", "G2", "严重滞后");
  expect(await workbench("getCell", "G2")).toMatchObject({ fill: "#FFC7CE" });
});

it("tells the add-in what people do", async () => {
  await addin(`
    window.heard = [];
    sheets.onChanged.add(async (event) => { window.heard.push(["changed", event.address, event.source]); });
    sheets.onSelectionChanged.add(async (event) => { window.heard.push(["selected", event.address]); });
    sheets.onAdded.add(async () => { window.heard.push(["added"]); });
    sheets.onDeleted.add(async () => { window.heard.push(["deleted"]); });
    await context.sync();`);
  await workbench("setCell", "I5", "新");
  await workbench("select", "J6:K7");
  await addin(`sheets.add("我的 表"); await context.sync();`);
  await workbench("setCell", "'我的 表'!A1", 5);
  await workbench("userDeleteSheet", "我的 表");
  await workbench("idle");
  expect(await workbench("sheetNames")).toEqual(["Sheet1"]);
  expect(await pane.evaluate("window.heard")).toEqual([
    ["changed", "I5", "Local"],
    ["selected", "J6:K7"],
    ["added"],
    ["changed", "A1", "Local"],
    ["deleted"],
  ]);
});

it("hears what is typed with the keyboard", async () => {
  await pane.evaluate("window.heard = []");
  await workbench("select", "M1");
  await page.keyboard.type('=TARGET("教育局","新增学位")');
  await page.keyboard.press("Enter");
  await workbench("idle");
  expect(await workbench("getCell", "M1")).toMatchObject({ value: 8310 });
  expect(await pane.evaluate("window.heard")).toContainEqual(["changed", "M1", "Local"]);
});

it("keeps people out of locked cells and off what an input rule refuses", async () => {
  await addin(`
    const sheet = sheets.add("受保护");
    const cells = sheet.getRange("A1:A3");
    cells.dataValidation.rule = { list: { inCellDropDown: true, source: "是,否" } };
    cells.dataValidation.errorAlert = { title: "填写", message: "请选择是或否", showAlert: true, style: "Stop" };
    cells.format.protection.locked = false;
    sheet.protection.protect();
    await context.sync();`);
  await workbench("setCell", "受保护!A1", "是");
  await expect(workbench("setCell", "受保护!A2", "也许")).rejects.toThrow("请选择是或否");
  await expect(workbench("setCell", "受保护!B1", 1)).rejects.toThrow("perform the requested operation");
  expect(await workbench("getCell", "受保护!A1")).toMatchObject({ value: "是" });
  expect(await workbench("getCell", "受保护!A2")).toMatchObject({ value: "" });
  await workbench("select", "受保护!B1");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await workbench("idle");
  expect(await workbench("getCell", "受保护!B1")).toMatchObject({ value: "" });
  await workbench("select", "Sheet1!A1");
  await workbench("userDeleteSheet", "受保护");
});

it("runs the commands of the ribbon and the context menu", async () => {
  await pane.evaluate(
    `Office.actions.associate("refresh", async (event) => { window.chosen = event.source.id; event.completed(); })`,
  );
  await workbench("clickRibbon", "Refresh");
  expect(await pane.evaluate("window.chosen")).toBe("Refresh");
  await expect(workbench("clickRibbon", "NoSuchCommand")).rejects.toThrow("NoSuchCommand");
});

it("draws the ribbon from the manifest, in Chinese", async () => {
  expect(await page.locator(".ribbon__button").allInnerTexts()).toEqual([
    "打开目录",
    "生成台账",
    "领导汇总",
    "领导副本",
    "定格本期",
    "汇总上报表",
    "标注我的表",
    "检查缺口",
    "刷新",
  ]);
  await pane.evaluate(
    `Office.ribbon.requestUpdate({ tabs: [{ id: "TargetTab", controls: [{ id: "Refresh", enabled: false }] }] })`,
  );
  await page.locator("#ribbon-Refresh:disabled").waitFor();
  await expect(workbench("clickRibbon", "Refresh")).rejects.toThrow("disabled");
});

it("hides and shows the pane, and keeps the add-in alive behind it", async () => {
  await page.click("#pane-close");
  await page.locator(".pane--closed").waitFor({ state: "attached" });
  await workbench("setCell", "E9", '=TARGET("教育局","新增学位")');
  await workbench("idle");
  expect(await workbench("getCell", "E9")).toMatchObject({ value: 8310 });
  await pane.evaluate("Office.addin.showAsTaskpane()");
  await page.locator(".pane:not(.pane--closed)").waitFor();
});

it("keeps settings, XML parts and document settings inside the workbook", async () => {
  const kept = await addin<unknown>(`
    context.workbook.settings.add("配置", { a: [1, "二"] });
    context.workbook.customXmlParts.add('<t xmlns="urn:test">你好</t>');
    const setting = context.workbook.settings.getItem("配置");
    setting.load("value");
    const xml = context.workbook.customXmlParts.getByNamespace("urn:test").getOnlyItem().getXml();
    await context.sync();
    return [setting.value, xml.value];`);
  expect(kept).toEqual([{ a: [1, "二"] }, '<t xmlns="urn:test">你好</t>']);
  const saved = await pane.evaluate(`new Promise((resolve) => {
    Office.context.document.settings.set("键", "值");
    Office.context.document.settings.saveAsync((result) => resolve(result.status));
  })`);
  expect(saved).toBe("succeeded");
});

it("declares no more than the chosen version of Office has", async () => {
  const older = await openWorkbench({ query: "?office=2021" });
  const frame = older.page.frames().find((each) => each.url().includes("/taskpane.html"))!;
  const supported = (set: string, version: string) =>
    frame.evaluate(`Office.context.requirements.isSetSupported("${set}", "${version}")`);
  expect([
    await supported("ExcelApi", "1.14"),
    await supported("ExcelApi", "1.15"),
    await supported("CustomFunctionsRuntime", "1.4"),
  ]).toEqual([true, false, false]);
  await older.close();
});
