/** Charts in files: written as other spreadsheets read them, and there again when the file is opened. */
import JSZip from "jszip";
import { Desk, ObjectArgument, range, SHEET, type Step } from "./fixtures/desk";
import type { ChartRecord } from "./host/model/chartData";
import { openXlsx } from "./xlsx/openXlsx";
import { writeXlsx } from "./xlsx/writeXlsx";

const opened: Desk[] = [];
const desk = (): Desk => {
  const made = new Desk();
  opened.push(made);
  return made;
};
afterEach(() => opened.splice(0).forEach((each) => each.close()));

const CHARTS: readonly Step[] = [...SHEET, ["Charts"]];
const chart = (name: string, ...more: readonly Step[]): readonly Step[] => [...CHARTS, ["GetItem()", name], ...more];

/** A stacked bar chart with all that can be set, and a pie as Excel begins it. */
async function withCharts(): Promise<Desk> {
  const made = desk();
  await made.put("A1:D3", [
    ["部门", "达进度", "欠进度", "严重滞后"],
    ["教育局", 3, 1, 0],
    ["经信局", 2, "=1+1", 4],
  ]);
  await made.act(CHARTS, ["call", "Add", "BarStacked", new ObjectArgument(range("A1:D3")), "Columns"]);
  await made.act(chart("图表 1"), ["set", "Name", "部门 & 完成"]);
  const bars = (...more: readonly Step[]): readonly Step[] => chart("部门 & 完成", ...more);
  await made.act(bars(["Title"]), ["set", "Text", "各部门 <完成> 情况"]);
  await made.act(bars(["Legend"]), ["set", "Position", "Bottom"]);
  await made.act(bars(["Axes"], ["CategoryAxis"]), ["set", "ReversePlotOrder", true]);
  await made.act(bars(["Axes"], ["CategoryAxis"]), ["set", "TickLabelSpacing", 1]);
  await made.act(bars(["Axes"], ["CategoryAxis"], ["Format"], ["Font"]), ["set", "Size", 8]);
  await made.act(bars(["Axes"], ["ValueAxis"]), ["set", "Visible", false]);
  await made.act(bars(["Axes"], ["ValueAxis"]), ["set", "Maximum", 12]);
  const second = bars(["Series"], ["GetItemAt()", 1]);
  await made.act([...second, ["Format"], ["Fill"]], ["call", "SetSolidColor", "#FFEB9C"]);
  await made.act(second, ["set", "HasDataLabels", true]);
  await made.act([...second, ["DataLabels"]], ["set", "NumberFormat", "0;;;"]);
  await made.act(second, ["set", "GapWidth", 40]);
  await made.act(bars(), ["call", "SetPosition", "F2", "L14"]);
  await made.act(CHARTS, ["call", "Add", "Pie", new ObjectArgument(range("A1:B3")), "Columns"]);
  return made;
}

const bytesOf = (made: Desk): Promise<Uint8Array> => writeXlsx(made.host, { functions: [] });
/** Charts without what differs from workbook to workbook. */
const shown = (made: Desk): unknown[] => {
  const [first] = made.host.engine.sheets();
  const text = JSON.stringify(made.host.record(first!.id).charts.map((each: ChartRecord) => ({ ...each, id: "" })));
  return JSON.parse(text.replaceAll(first!.id, "sheet")) as unknown[];
};

it("come back as they were", async () => {
  const source = await withCharts();
  const target = desk();
  await openXlsx(target.host, await bytesOf(source), { functions: [] });
  expect(shown(target)).toEqual(shown(source));
  expect(shown(target)).toHaveLength(2);
});

it("name their cells, and keep what these said", async () => {
  const zip = await JSZip.loadAsync(await bytesOf(await withCharts()));
  const part = async (name: string): Promise<string> => (await zip.file(name)?.async("string")) ?? "";
  const bars = await part("xl/charts/chart1.xml");
  expect(bars).toContain("<c:f>Sheet1!$D$2:$D$3</c:f>");
  expect(bars).toContain('<c:pt idx="1"><c:v>4</c:v></c:pt>');
  expect(bars).toContain("<a:t>各部门 &lt;完成&gt; 情况</a:t>");
  expect(await part("xl/worksheets/sheet1.xml")).toMatch(/<drawing r:id="rIdCharts"\/>/);
  expect(await part("[Content_Types].xml")).toContain('PartName="/xl/charts/chart2.xml"');
});

it("keep a sheet from being inserted into another workbook, as on the web; the file's other sheets come in", async () => {
  const source = await withCharts();
  await source.act([["Worksheets"]], ["call", "Add", "说明"]);
  const base64 = Buffer.from(await bytesOf(source)).toString("base64");
  const target = desk();
  await expect(target.act([], ["call", "InsertWorksheetsFromBase64", base64, null])).rejects.toThrow(
    "UnsupportedFeature",
  );
  await target.act([], ["call", "InsertWorksheetsFromBase64", base64, { sheetNamesToInsert: ["说明"] }]);
  expect(target.host.engine.sheets().map(({ name }) => name)).toEqual(["Sheet1", "说明"]);
});
