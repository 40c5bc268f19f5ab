/** Workbooks as other programs write them: opened, saved and opened again. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { returnedWorkbook } from "../../src/files/returnedWorkbook";
import { headlessEngine } from "./engine/univer/headless";
import type { UniverEngine } from "./engine/univer/univerEngine";
import { rows, smallFile, type SmallFile } from "./fixtures/smallFile";
import { Host } from "./host/model/host";
import { notKeptSentence } from "./xlsx/notKept";
import { openXlsx } from "./xlsx/openXlsx";
import { writeXlsx } from "./xlsx/writeXlsx";
import { projectFolder } from "./server/projectFolder";

const TABLE = [
  ["单位", "指标", "目标", "实际"],
  ["甲局", "新增床位", 500, 320],
  ["乙局", "植树", 12.5, 9],
] as const;
const DATA = rows(TABLE);
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const LIST = (cells: string) =>
  `<dataValidations count="1"><dataValidation type="list" sqref="${cells}"><formula1>"是,否"</formula1></dataValidation></dataValidations>`;

let engine: UniverEngine;
let host: Host;
beforeEach(() => {
  engine = headlessEngine("空");
  host = new Host(engine, { excelApi: "1.19", workbookName: "测试.xlsx", locale: "zh-CN" });
});
afterEach(() => engine.close());

async function open(bytes: Uint8Array): Promise<void> {
  await openXlsx(host, bytes, { functions: ["TARGET"] });
  await engine.calculated();
}
const openSmall = async (file: SmallFile) => open(await smallFile(file));
/** What is there once the workbook was saved and opened again. */
async function saveAndOpen(): Promise<void> {
  await open(await writeXlsx(host, { functions: ["TARGET"] }));
}
const sheet = (index = 0) => engine.sheets()[index]!.id;
const cellAt = (row: number, column: number, index = 0) =>
  engine.read({ sheet: sheet(index), row, column, rows: 1, columns: 1 })[0]![0]!;
const textAt = (row: number, column: number) =>
  engine.texts({ sheet: sheet(), row, column, rows: 1, columns: 1 })[0]![0]!;
const listsOf = (index = 0) =>
  engine
    .inputRules(sheet(index))
    .flatMap(({ areas }) => areas.map(({ row, column, rows: high }) => [row, column, high]));
const rulesOf = (index = 0) =>
  host.record(sheet(index)).colourRules.flatMap((rule) => rule.areas(engine).map(({ row, rows: high }) => [row, high]));

it("keeps rules, lists and protection on their own sheet, whatever its part and its sheetId are called", async () => {
  const rule =
    '<conditionalFormatting sqref="D2:D3"><cfRule type="cellIs" priority="1" operator="lessThan" dxfId="0"><formula>C2</formula></cfRule></conditionalFormatting>';
  await openSmall({
    absolute: true,
    styles: "<dxfs><dxf><font><b/></font></dxf></dxfs>",
    sheets: [
      { name: "甲", sheetId: 3, part: "sheet9.xml", data: DATA, behind: rule + LIST("F2:F4") },
      { name: "乙", sheetId: 1, part: "sheet1.xml", data: DATA, behind: '<sheetProtection sheet="1"/>' },
      { name: "丙", sheetId: 2, part: "other.xml", data: DATA },
    ],
  });
  const facts = () =>
    [0, 1, 2].map((index) => [
      rulesOf(index).length,
      listsOf(index).length,
      host.record(sheet(index)).protection !== null,
    ]);
  const right = [
    [1, 1, false],
    [0, 0, true],
    [0, 0, false],
  ];
  expect(facts()).toEqual(right);
  await saveAndOpen();
  expect(facts()).toEqual(right);
});

it.each([
  ["F5000:F5010", [4999, 5, 11]],
  ["IY2:IY4", [1, 258, 3]],
  ["B1000", [999, 1, 1]],
  ["C2:C1048576", [1, 2, 1_048_575]],
  ["D:D", [0, 3, 1_048_576]],
])("keeps a list at %s, far from the used cells", async (cells, right) => {
  await openSmall({ sheets: [{ name: "甲", data: DATA, behind: LIST(cells) }] });
  expect(listsOf()).toEqual([right]);
  // Once there is more to see, it reaches as far as before.
  engine.write({ sheet: sheet(), row: 1500, column: 0, rows: 1, columns: 1 }, [[{ value: 1 }]]);
  expect(listsOf()).toEqual([right]);
  await saveAndOpen();
  expect(listsOf()).toEqual([right]);
});

it("keeps a colour rule below the used cells", async () => {
  const rule =
    '<conditionalFormatting sqref="E5000:E5009"><cfRule type="expression" priority="1" dxfId="0"><formula>E5000&gt;1</formula></cfRule></conditionalFormatting>';
  await openSmall({
    styles: "<dxfs><dxf><font><b/></font></dxf></dxfs>",
    sheets: [{ name: "甲", data: DATA, behind: rule }],
  });
  await saveAndOpen();
  expect(rulesOf()).toEqual([[4999, 10]]);
});

describe.each(["/xl/", "../"])("parts named from %s", (root) => {
  it("opens notes", async () => {
    await openSmall({
      sheets: [
        {
          name: "甲",
          data: DATA,
          behind: '<legacyDrawing r:id="rId2"/>',
          related: [
            ["comments", `${root}comments/comment1.xml`],
            ["vmlDrawing", `${root}drawings/commentsDrawing1.vml`],
          ],
        },
      ],
      parts: {
        "xl/comments/comment1.xml":
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>我</author></authors><commentList><comment ref="D2" authorId="0"><text><r><t>快报</t></r><r><t>数</t></r></text></comment></commentList></comments>',
        "xl/drawings/commentsDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
      },
    });
    await saveAndOpen();
    expect(host.record(sheet()).notes).toMatchObject([{ area: { row: 1, column: 3 }, content: "快报数" }]);
  });

  it("opens charts, whatever prefixes they are written with", async () => {
    await openSmall({
      sheets: [
        {
          name: "甲",
          data: DATA,
          behind: '<drawing r:id="rId1"/>',
          related: [["drawing", `${root}drawings/drawing1.xml`]],
        },
      ],
      parts: {
        "xl/drawings/drawing1.xml": `<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:d="${DRAWING}"><oneCellAnchor><from><col>6</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from><ext cx="5400000" cy="2700000"/><graphicFrame><nvGraphicFramePr><cNvPr id="1" name="图 1"/></nvGraphicFramePr><d:graphic><d:graphicData><ch:chart xmlns:ch="${CHART}" xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships" rel:id="rId1"/></d:graphicData></d:graphic></graphicFrame></oneCellAnchor></wsDr>`,
        "xl/drawings/_rels/drawing1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="${root}charts/chart1.xml"/></Relationships>`,
        "xl/charts/chart1.xml": `<chartSpace xmlns="${CHART}"><chart><plotArea><barChart><barDir val="col"/><grouping val="clustered"/><ser><idx val="0"/><order val="0"/><tx><strRef><f>甲!$D$1</f></strRef></tx><val><numRef><f>甲!$D$2:$D$3</f></numRef></val></ser></barChart></plotArea></chart></chartSpace>`,
      },
    });
    expect(host.notKept).toEqual([]);
    await saveAndOpen();
    expect(host.record(sheet()).charts).toMatchObject([
      { type: "ColumnClustered", name: "图 1", series: [{ values: { row: 1, column: 3, rows: 2 } }] },
    ]);
  });

  it("keeps tables, and what their formulas came to", async () => {
    await openSmall({
      sheets: [
        {
          name: "甲",
          data: rows([...TABLE, [null, null, null, "=SUM(进度[实际])|329", "=D4*2|658"]]),
          behind: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
          related: [["table", `${root}tables/table1.xml`]],
        },
      ],
      parts: {
        "xl/tables/table1.xml":
          '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="进度" displayName="进度" ref="A1:D3"><tableColumns count="4"><tableColumn id="1" name="单位"/><tableColumn id="2" name="指标"/><tableColumn id="3" name="目标"/><tableColumn id="4" name="实际"/></tableColumns></table>',
      },
    });
    for (const look of [() => Promise.resolve(), saveAndOpen]) {
      await look();
      expect(host.tables).toMatchObject([{ name: "进度", area: { row: 0, column: 0, rows: 3, columns: 4 } }]);
      expect(cellAt(3, 3)).toEqual({ formula: "=SUM(进度[实际])", value: 329, isError: false });
      // What reckons with it is reckoned.
      expect(cellAt(3, 4)).toEqual({ formula: "=D4*2", value: 658, isError: false });
    }
  });
});

it("opens a workbook's part that has a prefix for everything", async () => {
  await openSmall({
    sheets: [{ name: "甲", data: DATA }],
    workbook: (xml) => xml.replace('xmlns="', 'xmlns:x="').replace(/<(\/?)(?=\w)/g, "<$1x:"),
  });
  expect(textAt(1, 0)).toBe("甲局");
});

it("keeps what cannot be calculated as it was saved, until something else is typed there", async () => {
  await openSmall({
    sheets: [
      {
        name: "甲",
        data: rows([["='[1]二月'!B4*2|640", "=GETPIVOTDATA(&quot;x&quot;,A1)|7", "=A1+B1|647", "=SUM(A1:B1)|1"]]),
      },
    ],
  });
  for (const look of [() => Promise.resolve(), saveAndOpen]) {
    await look();
    expect([0, 1, 2, 3].map((column) => cellAt(0, column).value)).toEqual([640, 7, 647, 647]);
    expect(cellAt(0, 0).formula).toBe("='[1]二月'!B4*2");
  }
  engine.write({ sheet: sheet(), row: 0, column: 0, rows: 1, columns: 1 }, [[{ value: 5 }]]);
  await engine.calculated();
  expect([cellAt(0, 0).formula, cellAt(0, 2).value]).toEqual([null, 12]);
});

it("takes a reference that is gone for #REF! in sums by conditions too", async () => {
  await openSmall({
    sheets: [
      { name: "甲", data: rows([[1, "=SUMIFS(#REF!,A1:A1,1)", "=COUNTIF(甲!#REF!,1)", "=SUMIFS(A1:A1,A1:A1,1)"]]) },
    ],
  });
  expect([1, 2, 3].map((column) => cellAt(0, column).value)).toEqual(["#REF!", "#REF!", 1]);
});

it("leaves a number in a cell formatted as text a number", async () => {
  await openSmall({
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs>',
    sheets: [
      {
        name: "甲",
        data: '<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" s="1"><v>7</v></c><c r="C1"><f>SUM(A1:B1)</f></c><c r="D1"><f>ISNUMBER(A1)</f></c></row>',
      },
    ],
  });
  for (const look of [() => Promise.resolve(), saveAndOpen]) {
    await look();
    expect([cellAt(0, 0).value, cellAt(0, 2).value, cellAt(0, 3).value]).toEqual([5, 12, true]);
  }
});

it("shows what a backslash protects as it is, and dates as they are written in China", async () => {
  const formats = ["0.0\\%", "0.0\\‰", "0\\,", "\\0#"];
  await openSmall({
    styles:
      `<numFmts count="4">${formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`).join("")}</numFmts>` +
      `<cellXfs count="6"><xf numFmtId="0"/>${[164, 165, 166, 167, 14].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join("")}</cellXfs>`,
    sheets: [
      {
        name: "甲",
        data: `<row r="1">${[64, 64, 3000, 45, 45688].map((value, index) => `<c r="${"ABCDE"[index]}1" s="${index + 1}"><v>${value}</v></c>`).join("")}</row>`,
      },
    ],
  });
  expect([0, 1, 2, 3, 4].map((column) => textAt(0, column))).toEqual(["64.0%", "64.0‰", "3000,", "045", "2025/1/31"]);
});

it("reads colours of the palette, of the theme and lighter ones", async () => {
  const fills = ['indexed="13"', 'theme="4"', 'theme="4" tint="0.7999"', 'theme="0" tint="-0.5"', 'rgb="FFC6EFCE"'];
  await openSmall({
    styles:
      `<fills count="6"><fill><patternFill/></fill>${fills.map((colour) => `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`).join("")}</fills>` +
      `<cellXfs count="6"><xf numFmtId="0"/>${fills.map((_, index) => `<xf numFmtId="0" fillId="${index + 1}" applyFill="1"/>`).join("")}</cellXfs>`,
    sheets: [
      {
        name: "甲",
        data: `<row r="1">${fills.map((_, index) => `<c r="${"ABCDE"[index]}1" s="${index + 1}"/>`).join("")}</row>`,
      },
    ],
  });
  const styles = engine.styles({ sheet: sheet(), row: 0, column: 0, rows: 1, columns: 5 })[0]!;
  expect(styles.map(({ fill }) => fill)).toEqual(["#FFFF00", "#4472C4", "#DAE3F3", "#808080", "#C6EFCE"]);
});

it("keeps heights, hidden rows and columns beside the used cells", async () => {
  await openSmall({
    sheets: [
      {
        name: "甲",
        before: '<cols><col min="11" max="11" width="13" hidden="1"/><col min="12" max="13" width="30"/></cols>',
        data: `${DATA}<row r="6" ht="40" customHeight="1"/><row r="7" hidden="1"/>`,
      },
    ],
  });
  expect([engine.isColumnHidden(sheet(), 10), engine.columnWidth(sheet(), 12), engine.isRowHidden(sheet(), 6)]).toEqual(
    [true, 210, true],
  );
  expect(engine.rowHeight(sheet(), 5)).toBe(53);
});

it("says what of a file is not kept, and nothing of one that is kept whole", async () => {
  await openSmall({
    sheets: [
      {
        name: "甲",
        data: DATA.replace('<row r="2"', '<row r="2" outlineLevel="1"'),
        behind:
          '<autoFilter ref="A1:D3"><filterColumn colId="0"/></autoFilter><hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks>',
        related: [["hyperlink", "https://example.org/", "External"]],
      },
      { name: "乙", data: DATA },
    ],
    related: [["externalLink", "externalLinks/externalLink1.xml"]],
  });
  expect(notKeptSentence(host.notKept)).toBe(
    "保存时不会保留：“甲”的超链接、筛选条件、分级显示；工作簿的与其他工作簿的链接。",
  );
  await saveAndOpen();
  expect(notKeptSentence(host.notKept)).toBe("");
});

it("comes to its end with many merges, many prepared rows and one cell far away", async () => {
  const merges = Array.from({ length: 2000 }, (_, row) => `<mergeCell ref="A${row + 1}:C${row + 1}"/>`);
  const prepared = Array.from(
    { length: 5000 },
    (_, row) =>
      `<row r="${row + 1}" ht="${18 + (row % 3)}" customHeight="1"><c r="A${row + 1}"><v>${row}</v></c></row>`,
  );
  await openSmall({
    sheets: [
      {
        name: "甲",
        data: rows(Array.from({ length: 2000 }, (_, row) => [`甲${row}`])),
        behind: `<mergeCells>${merges.join("")}</mergeCells>`,
      },
      { name: "乙", data: prepared.join("") },
      { name: "丙", data: `${rows([["甲"]])}<row r="300"><c r="NSR300"><v>1</v></c></row>` },
    ],
  });
  expect(engine.merged({ sheet: sheet(), row: 0, column: 0, rows: 2000, columns: 4 })).toHaveLength(2000);
  expect(engine.rowHeight(sheet(1), 4999)).toBe(25);
  expect(cellAt(299, 9975, 2).value).toBe(1);
  await writeXlsx(host, { functions: [] });
});

it("collects from a workbook with a part in UTF-16, as Power Pivot writes them", async () => {
  const utf16 = new Uint8Array(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><Gemini/>', "utf16le"));
  const bytes = await smallFile({ sheets: [{ name: "甲", data: DATA }], parts: { "customXml/item1.xml": utf16 } });
  const file = { name: "甲.xlsx", size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
  expect((await returnedWorkbook(file, 10_000_000)).sheets).toEqual([{ name: "甲", holdsObjects: false }]);
  await open(bytes);
  expect([...host.xmlParts.values()]).toEqual(['<?xml version="1.0" encoding="UTF-16"?><Gemini/>']);
});

const FOLDER = path.join(projectFolder, "..", "shared", "workbooks");
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx")) : [];
if (files.length === 0) console.info("Without ../shared/workbooks only files written here are opened.");
(files.length > 0 ? it : it.skip)(
  "opens, saves and opens again every workbook of the folder beside this one",
  async () => {
    for (const name of files) {
      const bytes = new Uint8Array(readFileSync(path.join(FOLDER, name)));
      const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
      expect((await returnedWorkbook(file, 10_000_000)).sheets.length).toBeGreaterThan(0);
      const facts = () =>
        engine.sheets().map(({ id, name: called }) => ({
          called,
          used: { ...engine.usedArea(id, true), sheet: "" },
          errors: engine.usedRows(id, true).flatMap((area) =>
            engine
              .read(area)[0]!
              .filter(({ isError }) => isError)
              .map(({ value }) => value),
          ),
          rules: host.record(id).colourRules.map((rule) => rule.areas(engine).map((area) => ({ ...area, sheet: "" }))),
          lists: engine.inputRules(id).map(({ areas }) => areas.map((area) => ({ ...area, sheet: "" }))),
          isProtected: host.record(id).protection !== null,
          notes: host.record(id).notes.length,
          charts: host.record(id).charts.length,
          tables: host.tables.filter(({ area }) => area.sheet === id).length,
        }));
      await open(bytes);
      const before = facts();
      await saveAndOpen();
      expect([name, facts()]).toEqual([name, before]);
    }
  },
);
