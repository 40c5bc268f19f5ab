import { Workbook, type Cell, type Worksheet } from "exceljs";
import JSZip from "jszip";
import { parseCells } from "./engine/address";
import type { Area, CellInput } from "./engine/engine";
import { headlessEngine } from "./engine/univer/headless";
import type { UniverEngine } from "./engine/univer/univerEngine";
import { Host } from "./host/model/host";
import { ConditionalFormatCollection } from "./host/model/conditionalFormats";
import { PageLayout } from "./host/model/pageLayout";
import { fromFileFormula, toFileFormula } from "./xlsx/fileFormula";
import { writeXlsx } from "./xlsx/writeXlsx";

const FUNCTIONS = ["TARGET", "TARGET.GAP"];
const SHEET = "sheet-1";

let engine: UniverEngine;
let host: Host;
beforeEach(() => {
  engine = headlessEngine("台账");
  host = new Host(engine, { excelApi: "1.19", workbookName: "测试.xlsx", locale: "zh-CN" });
  engine.defineFunctions(
    FUNCTIONS.map((name) => ({ name, description: "", parameters: ["department", "indicator"].map(parameter) })),
    { answer: () => ({ kind: "value", value: 8310 }), runEnded: () => undefined },
  );
});
afterEach(() => engine.close());

const parameter = (name: string) => ({ name, description: "", isOptional: false, repeats: false });
const area = (address: string): Area => ({ sheet: SHEET, ...parseCells(address)! });
const put = (address: string, input: CellInput): void => engine.write(area(address), [[input]]);

interface Saved {
  readonly sheet: Worksheet;
  readonly cell: (address: string) => Cell;
  readonly part: (name: string) => Promise<string>;
}

async function saved(): Promise<Saved> {
  await engine.calculated();
  host.handOverColourRules();
  const bytes = await writeXlsx(host, { functions: FUNCTIONS, documentSettings: new Map([["目录", '"2024"']]) });
  const book = new Workbook();
  await book.xlsx.load(bytes as never);
  const zip = await JSZip.loadAsync(bytes);
  const sheet = book.worksheets[0]!;
  return {
    sheet,
    cell: (address) => sheet.getCell(address),
    part: async (name) => (await zip.file(name)!.async("string")).replaceAll("&quot;", '"'),
  };
}

it.each([
  ['=TARGET("教育局","新增学位")', '_xldudf_TARGET("教育局","新增学位")'],
  ['=IFERROR(Target.Gap(A1,"x"),0)', 'IFERROR(_xldudf_TARGET_GAP(A1,"x"),0)'],
  ["=XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
  ['=TEXTJOIN(",",TRUE,FILTER(A1:A3,A1:A3>1))', '_xlfn.TEXTJOIN(",",TRUE,_xlfn._xlws.FILTER(A1:A3,A1:A3>1))'],
  ['="TARGET(1) ""XLOOKUP("""&A1', '"TARGET(1) ""XLOOKUP("""&A1'],
  ["='XLOOKUP('!A1+SUM(B1)", "'XLOOKUP('!A1+SUM(B1)"],
])("%s stands in a file as %s, and comes back", (shown, inFile) => {
  expect(toFileFormula(shown, FUNCTIONS)).toBe(inFile);
  expect(fromFileFormula(inFile, FUNCTIONS)).toBe(shown.replace("Target.Gap", "TARGET.GAP"));
});

it("an add-in's function nobody knows keeps its name of the file", () => {
  expect(fromFileFormula("_xldudf_OTHER_NAME(1)", FUNCTIONS)).toBe("=_xldudf_OTHER_NAME(1)");
});

it("saves values, texts that look like numbers, formulas with their results, and errors", async () => {
  put("A1", { value: 12.5 });
  put("A2", { value: "001", isText: true });
  put("A3", { value: true });
  put("A4", { formula: "=A1*2" });
  put("A5", { formula: '=TARGET("教育局","新增学位")' });
  put("A6", { formula: "=1/0" });
  put("A7", { formula: '=A2&"号"' });
  put("B1", { formula: "=SEQUENCE(3)" });
  const { cell } = await saved();
  expect([cell("A1").value, cell("A2").value, cell("A3").value]).toEqual([12.5, "001", true]);
  expect(cell("A4").value).toMatchObject({ formula: "A1*2", result: 25 });
  expect(cell("A5").value).toMatchObject({ formula: '_xldudf_TARGET("教育局","新增学位")', result: 8310 });
  expect(cell("A6").value).toMatchObject({ formula: "1/0", result: { error: "#DIV/0!" } });
  expect(cell("A7").value).toMatchObject({ result: "001号" });
  expect(cell("B1").value).toMatchObject({ formula: "_xlfn.SEQUENCE(3)", shareType: "array", ref: "B1:B3", result: 1 });
  expect(cell("B3").value).toBe(3);
});

it("saves how cells look", async () => {
  put("B2", { value: 0.5 });
  engine.restyle(area("B2"), {
    numberFormat: "0.0%",
    fill: "#C6EFCE",
    fontColour: "#006100",
    bold: true,
    horizontal: "center",
    vertical: "center",
    wrap: true,
    borders: { top: { line: "thin", colour: "#D9D9D9" } },
  });
  engine.merge(area("A4:C5"));
  engine.setColumnWidth(area("B1"), 140);
  engine.setRowHeight(area("A2"), 40);
  engine.setColumnsHidden(area("D1"), true);
  const { sheet, cell } = await saved();
  expect(cell("B2")).toMatchObject({
    numFmt: "0.0%",
    fill: { fgColor: { argb: "FFC6EFCE" } },
    font: { bold: true, size: 11, color: { argb: "FF006100" } },
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
    border: { top: { style: "thin", color: { argb: "FFD9D9D9" } } },
  });
  expect([sheet.getColumn(2).width, sheet.getRow(2).height, sheet.getColumn(4).hidden]).toEqual([20, 30, true]);
});

it("saves colour rules in their own kind, in their order, with their stops", async () => {
  const rules = new ConditionalFormatCollection(host, area("C1:C9"));
  const custom = rules.add("Custom");
  custom.custom.rule.formula = "=$A1>5";
  custom.custom.format.fill.color = "#FFEB9C";
  const text = rules.add("ContainsText");
  text.textComparison.rule = { operator: "BeginsWith", text: "严重" };
  text.textComparison.format.font.bold = true;
  const value = rules.add("CellValue");
  value.cellValue.rule = { operator: "EqualTo", formula1: '="严重滞后"' };
  value.cellValue.format.fill.color = "#FFC7CE";
  value.stopIfTrue = true;
  put("C1", { value: "严重滞后" });
  const { part } = await saved();
  const sheet = await part("xl/worksheets/sheet1.xml");
  const found = [...sheet.matchAll(/<cfRule [^>]*>.*?<\/cfRule>/g)].map(([tag]) => tag.replace(/ dxfId="\d"/, ""));
  expect(found.sort((a, b) => (/priority="(\d)/.exec(a)![1]! < /priority="(\d)/.exec(b)![1]! ? -1 : 1))).toEqual([
    '<cfRule type="cellIs" priority="1" operator="equal" stopIfTrue="1"><formula>"严重滞后"</formula></cfRule>',
    '<cfRule type="beginsWith" priority="2" operator="beginsWith" text="严重"><formula>LEFT(C1,2)="严重"</formula></cfRule>',
    '<cfRule type="expression" priority="3"><formula>$A1&gt;5</formula></cfRule>',
  ]);
  expect(await part("xl/styles.xml")).toContain('<bgColor rgb="FFFFC7CE"/>');
});

it("saves what a cell accepts", async () => {
  put("A1", { value: "部门" });
  engine.restyle(area("A2:B9"), { fill: "#FFF8E1" });
  engine.setInputRule(area("A2:B9"), {
    kind: "list",
    comparison: null,
    first: "是,否",
    second: null,
    allowsBlank: true,
    refusal: { title: "填写", message: "请选择", style: "stop" },
    hint: null,
    showsDropDown: true,
  });
  const { part } = await saved();
  expect(await part("xl/worksheets/sheet1.xml")).toMatch(
    /<dataValidation type="list"[^>]*error="请选择"[^>]* sqref="A2:B9"[^>]*><formula1>"是,否"<\/formula1>/,
  );
});

it("saves names of the workbook and of a sheet, frozen panes, tab colours and hidden sheets", async () => {
  const hidden = engine.addSheet("参数", 1);
  host.record(hidden).visibility = "VeryHidden";
  engine.setSheetHidden(hidden, true);
  engine.setName({ name: "截至期", formula: "=台账!$C$3", comment: "", isVisible: true, sheet: SHEET });
  engine.setName({ name: "容差", formula: "=0.1", comment: "", isVisible: true, sheet: null });
  engine.freeze(SHEET, 5, 3);
  engine.setTabColour(SHEET, "#107C41");
  const { sheet, part } = await saved();
  const workbook = await part("xl/workbook.xml");
  expect(workbook).toContain('<definedName name="截至期" localSheetId="0">台账!$C$3</definedName>');
  expect(workbook).toContain('<definedName name="容差">0.1</definedName>');
  expect(workbook).toMatch(/name="参数"[^>]*state="veryHidden"/);
  expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 3, ySplit: 5 });
  expect(sheet.properties.tabColor).toEqual({ argb: "FF107C41" });
});

it("saves the print set-up and the protection", async () => {
  put("A1", { value: 1 });
  const layout = new PageLayout(host, SHEET) as PageLayout & Record<string, unknown>;
  layout["orientation"] = "Landscape";
  layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  layout.setPrintArea("A1:Q30");
  layout.setPrintTitleRows("$1:$5");
  layout.headersFooters.page("defaultForAllPages").texts["centerFooter"] = "第 &P 页";
  host.record(SHEET).locks.push({ area: area("A1"), isLocked: false, hidesFormula: false });
  host.record(SHEET).protection = { password: null, options: { allowFormatColumns: true } };
  const { sheet, cell, part } = await saved();
  expect(sheet.pageSetup).toMatchObject({
    orientation: "landscape",
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: "A1:Q30",
    printTitlesRow: "1:5",
  });
  expect(sheet.headerFooter.oddFooter).toBe("&C第 &P 页");
  expect(cell("A1").protection).toMatchObject({ locked: false });
  // In the file a flag says what is forbidden.
  const protection = /<sheetProtection [^>]*>/.exec(await part("xl/worksheets/sheet1.xml"))![0];
  expect(protection).toContain('sheet="1"');
  expect(protection).toContain('formatColumns="0"');
  expect(protection).not.toContain('formatRows="0"');
});

it("saves what the add-in keeps in the workbook", async () => {
  host.settings.set("配置", { a: [1, "二"] });
  host.xmlParts.set("part", '<t xmlns="urn:test">你好</t>');
  host.properties.set("title", "督查台账");
  const { part } = await saved();
  const extension = await part("xl/webextensions/webextension1.xml");
  expect(extension).toContain('name="配置" value="{"a":[1,"二"]}"');
  expect(extension).toContain('name="目录" value=""2024""');
  expect(await part("customXml/item1.xml")).toBe('<t xmlns="urn:test">你好</t>');
  expect(await part("docProps/core.xml")).toContain("督查台账");
});
