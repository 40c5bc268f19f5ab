import { Desk, ObjectArgument, range, SHEET, type Act, type Step } from "../fixtures/desk";

const opened: Desk[] = [];
afterEach(() => opened.splice(0).forEach((each) => each.close()));

/** Two departments with target and actual, in A1:C3. */
async function desk(excelApi?: string): Promise<Desk> {
  const made = new Desk(excelApi);
  opened.push(made);
  await made.put("A1:C3", [
    ["部门", "目标", "完成"],
    ["教育局", 100, 83],
    ["经信局", 40, "=B3/2"],
  ]);
  return made;
}

const CHARTS: readonly Step[] = [...SHEET, ["Charts"]];
const chart = (name = "图表 1", ...more: readonly Step[]): readonly Step[] => [...CHARTS, ["GetItem()", name], ...more];
const series = (index: number, ...more: readonly Step[]): readonly Step[] =>
  chart("图表 1", ["Series"], ["GetItemAt()", index], ...more);
const axis = (kind: "CategoryAxis" | "ValueAxis", ...more: readonly Step[]): readonly Step[] =>
  chart("图表 1", ["Axes"], [kind], ...more);
const adding = (type: string, address: string, ...seriesBy: string[]): Act => [
  "call",
  "Add",
  type,
  new ObjectArgument(range(address)),
  ...seriesBy,
];
const add = (made: Desk, type = "ColumnClustered", address = "A1:C3", ...seriesBy: string[]): Promise<unknown> =>
  made.act(CHARTS, adding(type, address, ...seriesBy));
async function plotted(made: Desk, name = "图表 1"): Promise<unknown[]> {
  const listed = await made.items(chart(name, ["Series"]), "name");
  return Promise.all(
    listed.map(async ({ Name }, index) => [
      Name,
      ...((await made.act(chart(name, ["Series"], ["GetItemAt()", index]), [
        "call",
        "GetDimensionValues",
        "Values",
      ])) as number[]),
    ]),
  );
}
const categories = (made: Desk): Promise<unknown> => made.act(series(0), ["call", "GetDimensionValues", "Categories"]);

it("adds a chart of a range and lists it", async () => {
  const made = await desk();
  await add(made);
  expect(await made.items(CHARTS, "name,chartType,plotBy")).toEqual([
    expect.objectContaining({ Name: "图表 1", ChartType: "ColumnClustered", PlotBy: "Columns" }),
  ]);
  expect(await made.act(CHARTS, ["call", "GetCount"])).toBe(1);
  expect(await made.load(CHARTS, "count")).toMatchObject({ Count: 1 });
  expect(await plotted(made)).toEqual([
    ["目标", 100, 40],
    ["完成", 83, 20],
  ]);
  expect(await categories(made)).toEqual(["教育局", "经信局"]);
});

it("finds a chart by name in any case and by the id it is listed under", async () => {
  const made = await desk();
  await add(made);
  await made.act(chart(), ["set", "Name", "Overview"]);
  const { Id: id } = (await made.load(chart("OVERVIEW"), "id"))!;
  expect((await made.load(chart(id as string), "name"))!.Name).toBe("Overview");
  expect(await made.load([...CHARTS, ["GetItemOrNullObject()", "没有"]], "name")).toBeNull();
  expect(await made.refusal(chart("没有"), ["load", "name"])).toMatch(/^ItemNotFound/);
  expect(await made.refusal([...CHARTS, ["GetItemAt()", 1]], ["load", "name"])).toMatch(/^InvalidArgument/);
  expect(await made.refusal(chart("Overview"), ["set", "Name", ""])).toMatch(/^InvalidArgument/);
});

it.each<[string, string, unknown[][], string[], unknown[]]>([
  [
    "rows for series where the range is wider than high",
    "A1:D2",
    [
      ["", "一季度", "二季度", "三季度"],
      ["教育局", 1, 2, 3],
    ],
    ["一季度", "二季度", "三季度"],
    [["教育局", 1, 2, 3]],
  ],
  ["figures alone", "B2:B3", [[1], [2]], ["1", "2"], [["系列1", 1, 2]]],
  [
    "years in the first row as names only under an empty corner",
    "A1:C3",
    [
      ["", 2024, 2025],
      ["学位", 1, 2],
      ["床位", 3, 4],
    ],
    ["学位", "床位"],
    [
      ["2024", 1, 3],
      ["2025", 2, 4],
    ],
  ],
  [
    "several columns of labels one after the other",
    "A1:C3",
    [
      ["部门", "指标", "完成"],
      ["教育局", "学位", 1],
      ["", "教师", 2],
    ],
    ["教育局 学位", "教师"],
    [["完成", 1, 2]],
  ],
  [
    "text among figures as zero, an empty cell and an error as none",
    "A1:B4",
    [
      ["部门", "完成"],
      ["甲", 5],
      ["乙", "未报"],
      ["丙", "=NA()"],
    ],
    ["甲", "乙", "丙"],
    [["完成", 5, 0, null]],
  ],
])("reads %s", async (_, address, rows, names, values) => {
  const made = new Desk();
  opened.push(made);
  await made.put(address, rows);
  await add(made, "BarClustered", address);
  expect(await categories(made)).toEqual(names);
  expect(await plotted(made)).toEqual(values);
});

it("takes dates for names", async () => {
  const made = await desk();
  await made.put("A2:A3", [[45_000], [45_031]]);
  await made.act(range("A2:A3"), ["set", "NumberFormat", [["yyyy-mm-dd"], ["yyyy-mm-dd"]]]);
  await add(made);
  expect(await categories(made)).toEqual(["2023-03-15", "2023-04-15"]);
});

it("does what seriesBy says", async () => {
  const made = await desk();
  await add(made, "ColumnStacked", "A1:C3", "Rows");
  expect(await categories(made)).toEqual(["目标", "完成"]);
  expect(await plotted(made)).toEqual([
    ["教育局", 100, 83],
    ["经信局", 40, 20],
  ]);
});

it("shows what its cells hold now, without hidden rows unless told", async () => {
  const made = await desk();
  await add(made);
  await made.put("B2", [[500]]);
  await made.act(range("3:3"), ["set", "RowHidden", true]);
  expect(await plotted(made)).toEqual([
    ["目标", 500],
    ["完成", 83],
  ]);
  expect(await categories(made)).toEqual(["教育局"]);
  await made.act(chart(), ["set", "PlotVisibleOnly", false]);
  expect(await categories(made)).toEqual(["教育局", "经信局"]);
});

it("follows its cells when rows are inserted above", async () => {
  const made = await desk();
  await add(made);
  await made.act(chart(), ["call", "SetPosition", "E4", "H9"]);
  const { Top: before } = (await made.load(chart(), "top"))!;
  await made.act(range("1:2"), ["call", "Insert", "Down"]);
  expect(await plotted(made)).toEqual([
    ["目标", 100, 40],
    ["完成", 83, 20],
  ]);
  expect((await made.load(chart(), "top"))!.Top).toBe((before as number) + 30);
});

it("has the title it is given, otherwise its only series' name", async () => {
  const made = await desk();
  await add(made, "ColumnClustered", "A1:B3");
  const title = chart("图表 1", ["Title"]);
  expect(await made.load(title, "text,visible")).toMatchObject({ Text: "目标", Visible: true });
  await made.act(title, ["set", "Visible", false]);
  await made.act(title, ["set", "Text", "各部门进度"]);
  expect(await made.load(title, "text,visible")).toMatchObject({ Text: "各部门进度", Visible: true });
  await add(made);
  expect(await made.load(chart("图表 2", ["Title"]), "text")).toMatchObject({ Text: "图表标题" });
});

it("has a legend for several series, where it is told", async () => {
  const made = await desk();
  await add(made);
  const legend = chart("图表 1", ["Legend"]);
  expect(await made.load(legend, "visible,position")).toMatchObject({ Visible: true, Position: "Bottom" });
  await made.act(legend, ["set", "Position", "Right"], ["set", "Visible", false]);
  expect(await made.load(legend, "visible,position")).toMatchObject({ Visible: false, Position: "Right" });
  expect(await made.refusal(legend, ["set", "Position", "right"])).toBe("InvalidArgument ChartLegend.position");
  expect(await made.refusal(legend, ["set", "Position", "Custom"])).toBe("InvalidArgument ChartLegend.position");
  await add(made, "BarClustered", "A1:B3");
  expect(await made.load(chart("图表 2", ["Legend"]), "visible")).toMatchObject({ Visible: false });
});

it("lies on the cells it is put on and moves with them", async () => {
  const made = await desk();
  await add(made);
  await made.act(chart(), ["call", "SetPosition", "E2", "F4"]);
  expect(await made.load(chart(), "left,top,width,height")).toMatchObject({
    Left: 216,
    Top: 15,
    Width: 108,
    Height: 45,
  });
  await made.act([...range("A:A"), ["Format"]], ["set", "ColumnWidth", 108]);
  expect((await made.load(chart(), "left"))!.Left).toBe(270);
  await made.act(chart(), ["set", "Left", 10], ["set", "Top", 20], ["set", "Width", 300], ["set", "Height", 200]);
  expect(await made.load(chart(), "left,top,width,height")).toMatchObject({
    Left: 10,
    Top: 20,
    Width: 300,
    Height: 200,
  });
  await made.act(chart(), ["call", "SetPosition", new ObjectArgument(range("B2"))]);
  expect(await made.load(chart(), "left,top,width")).toMatchObject({ Left: 108, Top: 15, Width: 300 });
  expect(await made.refusal(chart(), ["set", "Left", -1])).toBe("InvalidArgument Chart.left");
});

it("colours, names and spaces its series", async () => {
  const made = await desk();
  await add(made);
  await made.act(series(1, ["Format"], ["Fill"]), ["call", "SetSolidColor", "#70ad47"]);
  expect(await made.act(series(1, ["Format"], ["Fill"]), ["call", "GetSolidColor"])).toBe("#70AD47");
  expect(await made.refusal(series(1, ["Format"], ["Fill"]), ["call", "SetSolidColor", "greenish"])).toBe(
    "InvalidArgument ChartFill.setSolidColor",
  );
  await made.act(series(0), ["set", "GapWidth", 80], ["set", "Name", "年度目标"]);
  expect(await made.load(series(1), "gapWidth,name,plotOrder")).toMatchObject({
    GapWidth: 80,
    Name: "完成",
    PlotOrder: 2,
  });
  expect((await made.load(series(0), "name"))!.Name).toBe("年度目标");
  expect(await made.refusal(series(0), ["set", "GapWidth", 501])).toBe("InvalidArgument ChartSeries.gapWidth");
  expect(await made.refusal(series(2), ["load", "name"])).toMatch(/^InvalidArgument/);
});

it("gets, changes and loses series", async () => {
  const made = await desk();
  await made.put("E1:E2", [[7], [8]]);
  await add(made);
  await made.act(chart("图表 1", ["Series"]), ["call", "Add", "去年"]);
  expect(await plotted(made)).toContainEqual(["去年"]);
  await made.act(series(2), ["call", "SetValues", new ObjectArgument(range("E1:E2"))]);
  await made.act(series(0), ["call", "Delete"]);
  expect(await plotted(made)).toEqual([
    ["完成", 83, 20],
    ["去年", 7, 8],
  ]);
  expect(await made.load(chart("图表 1", ["Series"]), "count")).toMatchObject({ Count: 2 });
});

it("labels all series or one", async () => {
  const made = await desk();
  await add(made);
  const all = chart("图表 1", ["DataLabels"]);
  await made.act(series(0), ["set", "HasDataLabels", true]);
  expect(await made.load(all, "showValue")).toMatchObject({ ShowValue: null });
  await made.act(all, ["set", "ShowValue", true], ["set", "NumberFormat", "0.0"]);
  expect(await made.load(series(1, ["DataLabels"]), "showValue,numberFormat,linkNumberFormat")).toMatchObject({
    ShowValue: true,
    NumberFormat: "0.0",
    LinkNumberFormat: false,
  });
  expect((await made.load(series(1), "hasDataLabels"))!.HasDataLabels).toBe(true);
});

it("has axes that find their ends, or take them", async () => {
  const made = await desk();
  await add(made);
  const ends = (): Promise<unknown> => made.load(axis("ValueAxis"), "minimum,maximum,majorUnit");
  expect(await ends()).toMatchObject({ Minimum: 0, Maximum: 120, MajorUnit: 20 });
  await made.act(axis("ValueAxis"), ["set", "Maximum", 120], ["set", "Minimum", 20]);
  expect(await ends()).toMatchObject({ Minimum: 20, Maximum: 120, MajorUnit: 20 });
  await made.act(axis("ValueAxis"), ["set", "Maximum", ""], ["set", "Minimum", ""]);
  expect(await ends()).toMatchObject({ Minimum: 0, Maximum: 120 });
  await made.act(axis("ValueAxis"), ["set", "Maximum", 10]);
  expect(await made.refusal(axis("ValueAxis"), ["set", "Minimum", 10])).toBe("InvalidArgument ChartAxis.minimum");
  expect(await made.refusal(axis("CategoryAxis"), ["set", "Maximum", 10])).toBe("InvalidOperation ChartAxis.maximum");
});

it("has axes with titles, gridlines and an order", async () => {
  const made = await desk();
  await add(made, "BarClustered");
  const title = axis("ValueAxis", ["Title"]);
  expect(await made.load(title, "visible")).toMatchObject({ Visible: false });
  await made.act(title, ["set", "Text", "完成数（个）"]);
  expect(await made.load(title, "text,visible")).toMatchObject({ Text: "完成数（个）", Visible: true });
  await made.act(axis("ValueAxis", ["MajorGridlines"]), ["set", "Visible", false]);
  await made.act(axis("CategoryAxis"), ["set", "ReversePlotOrder", true]);
  expect(await made.load(chart("图表 1", ["Axes"], ["GetItem()", "Category"]), "reversePlotOrder,type")).toMatchObject({
    ReversePlotOrder: true,
    Type: "Category",
  });
  expect(await made.load(axis("ValueAxis", ["MajorGridlines"]), "visible")).toMatchObject({ Visible: false });
  expect(await made.load(axis("CategoryAxis", ["MajorGridlines"]), "visible")).toMatchObject({ Visible: false });
});

it("gives a copied sheet charts of its own cells, and deletes them with their sheet", async () => {
  const made = await desk();
  await add(made);
  await made.act(SHEET, ["call", "Copy"]);
  const copy: readonly Step[] = [["Worksheets"], ["GetItem()", "Sheet1 (2)"]];
  await made.act([...copy, ["GetRange()", "B2"]], ["set", "Values", [[1]]]);
  await made.act([...copy, ["Charts"], ["GetItemAt()", 0]], ["set", "Name", "副本"]);
  const first = [...copy, ["Charts"], ["GetItemAt()", 0], ["Series"], ["GetItemAt()", 0]] as const;
  expect(await made.act(first, ["call", "GetDimensionValues", "Values"])).toEqual([1, 40]);
  expect((await plotted(made))[0]).toEqual(["目标", 100, 40]);
  await made.act(copy, ["call", "Delete"]);
  expect((await made.items(CHARTS, "name")).map(({ Name }) => Name)).toEqual(["图表 1"]);
});

it("deletes one chart", async () => {
  const made = await desk();
  await add(made);
  await add(made, "Pie", "A1:B3");
  await made.act(chart(), ["call", "Delete"]);
  expect((await made.items(CHARTS, "name,chartType")).map((each) => [each.Name, each.ChartType])).toEqual([
    ["图表 2", "Pie"],
  ]);
});

it("refuses types the workbench does not draw, and what is no type or no range", async () => {
  const made = await desk();
  const refusal = (...act: Act): Promise<string | null> => made.refusal(CHARTS, act);
  expect(await refusal(...adding("Waterfall", "A1:C3"))).toBe("NotImplemented ChartCollection.add");
  expect(await refusal(...adding("columnClustered", "A1:C3"))).toBe("InvalidArgument ChartCollection.add");
  expect(await refusal(...adding("Pie", "A1:C3", "Column"))).toBe("InvalidArgument ChartCollection.add");
  expect(await refusal("call", "Add", "Pie", "A1:C3")).toBe("InvalidArgument ChartCollection.add");
  await add(made);
  expect(await made.refusal(chart(), ["set", "ChartType", "Radar"])).toBe("NotImplemented Chart.chartType");
  expect(await made.refusal(chart("图表 1", ["PlotArea"]), ["load", "left"])).toBe("NotImplemented Chart.plotArea");
  await made.act(chart(), ["set", "ChartType", "Pie"]);
  expect(await made.refusal(axis("ValueAxis"), ["set", "Maximum", 1])).toBe("InvalidOperation ChartAxis.maximum");
  expect(await made.items(CHARTS, "name")).toHaveLength(1);
});

it("leaves charts alone on a protected sheet, and lets objects be edited where protection does", async () => {
  const made = await desk();
  await add(made);
  const protection: readonly Step[] = [...SHEET, ["Protection"]];
  await made.act(protection, ["call", "Protect", null]);
  expect(await made.refusal(CHARTS, adding("Pie", "A1:B3"))).toBe("AccessDenied ChartCollection.add");
  expect(await made.refusal(chart(), ["set", "Width", 200])).toBe("AccessDenied Chart.width");
  expect(await made.refusal(series(0, ["Format"], ["Fill"]), ["call", "SetSolidColor", "red"])).toMatch(
    /^AccessDenied/,
  );
  await made.act(protection, ["call", "Unprotect"], ["call", "Protect", { allowEditObjects: true }]);
  await made.act(chart(), ["set", "Width", 200]);
});

it("keeps back what an older Office does not have", async () => {
  const made = await desk("1.6");
  await add(made);
  expect(await made.refusal(chart(), ["load", "chartType"])).toBe("ApiNotFound Chart.chartType");
  expect(await made.refusal(axis("CategoryAxis"), ["set", "ReversePlotOrder", true])).toMatch(/^ApiNotFound/);
});
