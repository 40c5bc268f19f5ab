/** Tables out of files: Word, Excel, CSV in two encodings. Bytes in, drafts out. */
import ExcelJS from "exceljs";
import { importDocument, understandTables } from "../../src/importer/importDocument";
import { shownNumber } from "../../src/importer/numberFormat";
import { readDocument } from "../../src/importer/readDocument";
import { wordFile } from "./files";
import { lines } from "./tableCases";

async function read(bytes: Uint8Array, name: string) {
  const { text, grids, format } = await readDocument(bytes, name);
  const report = importDocument(text, grids, understandTables(text, grids, 2026), { year: 2026 });
  for (const { span, phrase } of [...report.drafts, ...report.leftOut]) expect(text.slice(...span)).toBe(phrase);
  return { text, format, report };
}

const cell = (text: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split("\n")
    .map((each) => `<w:p><w:r><w:t>${each}</w:t></w:r></w:p>`)
    .join("")}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

it("a Word table with merged cells, and the sentences around it", async () => {
  const table = `<w:tbl>${row(cell("序号"), cell("指标"), cell("单位"), cell("2026年目标"), cell("责任单位"))}${row(
    cell("1"),
    cell("新增学位"),
    cell("个"),
    cell("2340"),
    cell("市教育局", '<w:vMerge w:val="restart"/>'),
  )}${row(cell("2"), cell("新建公办幼儿园"), cell("所"), cell("6"), cell("", "<w:vMerge/>"))}${row(
    cell("3"),
    cell("污水管网"),
    cell("公里"),
    cell("50"),
    cell("市住建局"),
  )}</w:tbl>`;
  const body = paragraph("云江市2026年目标任务分解表") + table + paragraph("今年，市水利局将新建水库3座。");
  const { report, text } = await read(wordFile([], body), "tasks.docx");
  expect(lines(report)).toEqual([
    "市教育局 新增学位 2340个 flow",
    "市教育局 新建公办幼儿园 6所 flow",
    "市住建局 污水管网 50公里 flow",
    expect.stringContaining("新建水库 3座 flow"),
  ]);
  expect(text.split("\n")[1]).toBe("序号\t指标\t单位\t2026年目标\t责任单位");
});

it("a line break in a Word paragraph parts figures", async () => {
  const body = "<w:p><w:r><w:t>市教育局将新建学校12</w:t><w:br/><w:t>3000名学生</w:t></w:r></w:p>";
  const { text } = await read(wordFile([], body), "break.docx");
  expect(text).toBe("市教育局将新建学校12\n3000名学生\n");
});

it.each([
  [
    "utf-8",
    Buffer.from(
      '\ufeff指标,单位,目标,牵头单位\r\n新增学位,个,"2,340","市教育局、市财政局"\r\n"接待游客\n（含过夜）",万人次,450,市文旅局\r\n',
    ),
  ],
  // 指标,单位,目标,牵头单位 / 新增学位,个,2340,市教育局 in GB18030
  [
    "gb18030",
    Buffer.from(
      "d6b8b1ea2cb5a5cebb2cc4bfb1ea2cc7a3cdb7b5a5cebb0ad0c2d4f6d1a7cebb2cb8f62c323334302ccad0bdccd3fdbed60a",
      "hex",
    ),
  ],
])("a CSV file in %s", async (encoding, bytes) => {
  const { format, report } = await read(bytes, "tasks.csv");
  expect(format).toBe("csv");
  expect(lines(report)[0]).toBe("市教育局 新增学位 2340个 flow");
  if (encoding === "utf-8") expect(lines(report)[1]).toBe("市文旅局 接待游客（含过夜） 450万人次 flow");
});

it("an Excel workbook: merged cells, formats, two sheets, a hidden one", async () => {
  const workbook = new ExcelJS.Workbook();
  const tasks = workbook.addWorksheet("目标任务");
  tasks.addRows([
    ["云江市2026年目标任务分解表"],
    ["序号", "指标", "目标", "分解", "", "牵头单位", "完成时限"],
    ["", "", "", "青禾县", "云岭市", "", ""],
    [1, "新增学位（个）", 2340, 1340, 1000, "市教育局", new Date(Date.UTC(2026, 7, 31))],
    [2, "森林覆盖率", 0.635, 0.62, 0.64, "市林业局", "全年"],
    [3, "新建公园", 12, 6, 6, { richText: [{ text: "市城" }, { text: "管局" }] }, ""],
    [4, "招商引资（亿元）", { formula: "D7+E7", result: 32.1 }, 16, 16.1, "市商务局", ""],
  ]);
  for (const range of ["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3"]) tasks.mergeCells(range);
  for (const address of ["C5", "D5", "E5"]) tasks.getCell(address).numFmt = "0.0%";
  for (const address of ["C6", "D6", "E6"]) tasks.getCell(address).numFmt = '0"个"';
  tasks.getCell("G4").numFmt = "yyyy/m/d";
  workbook.addWorksheet("空表");
  const hidden = workbook.addWorksheet("旧稿", { state: "hidden" });
  hidden.addRows([
    ["指标", "单位", "目标"],
    ["旧指标", "个", 9],
  ]);
  const { format, report } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()), "tasks.xlsx");
  expect(format).toBe("xlsx");
  expect(lines(report)).toEqual([
    "市教育局 新增学位 2340个 flow",
    "市林业局 森林覆盖率 63.5% ratio",
    "市城管局 新建公园 12个 flow",
    "市商务局 招商引资 32.1亿元 flow",
  ]);
  expect(report.drafts[0]).toMatchObject({
    due: "2026-08-31",
    parts: [
      { place: "青禾县", value: 1340 },
      { place: "云岭市", value: 1000 },
    ],
  });
});

it.each([
  [0.0925, "0.00%", "9.25%"],
  [2340, '#,##0"个"', "2340个"],
  [35000, '0!.0,"万人"', "35000人"],
  [1234567, '0.00,,"万"', "1234567"],
  [46265, "yyyy年m月d日", "2026-08-31"],
  [46265, 'yyyy"年"m"月"', "2026年8月"],
  [0.1 + 0.2, "General", "0.3"],
  [-3.2, "0.0;[红色]-0.0", "-3.2"],
])("shows %s formatted %s as %s", (value, format, shown) => {
  expect(shownNumber(value, format, false)).toBe(shown);
});
