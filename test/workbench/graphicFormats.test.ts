/** Data bars and icon sets through the real library: Excel's defaults and refusals, copies, moves and files. */
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";
import { openXlsx } from "./xlsx/openXlsx";
import { writeXlsx } from "./xlsx/writeXlsx";

const opened: OpenWorkbook[] = [];
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));

async function open(): Promise<OpenWorkbook> {
  const workbook = openWorkbook({ office: "2021" });
  workbook.useGlobally();
  opened.push(workbook);
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A5").values = [[10], [30], [50], [70], [-20]];
    await context.sync();
  });
  return workbook;
}

const formats = (context: Excel.RequestContext, address = "A1:A5") =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address).conditionalFormats;
const rulesOf = ({ engine, host }: OpenWorkbook) => engine.colourRules(host.findSheet("Sheet1")!);

/** A bar and icons on the same cells, as a program sets them. */
async function withBoth(workbook: OpenWorkbook): Promise<void> {
  await workbook.run(async (context) => {
    const bar = formats(context).add("DataBar").dataBar;
    bar.positiveFormat.fillColor = "#107C41";
    bar.positiveFormat.gradientFill = false;
    bar.negativeFormat.fillColor = "#C50F1F";
    bar.upperBoundRule = { type: "Number", formula: "100" };
    const icons = formats(context).add("IconSet").iconSet;
    icons.style = "ThreeTrafficLights2";
    icons.criteria = [
      {} as Excel.ConditionalIconCriterion,
      { type: "Number", formula: "30", operator: "GreaterThanOrEqual" },
      { type: "Number", formula: "60", operator: "GreaterThan" },
    ];
    icons.showIconOnly = true;
    await context.sync();
  });
  await workbook.idle();
}

it("begins as Excel's menu begins", async () => {
  const { run } = await open();
  await run(async (context) => {
    const bar = formats(context).add("DataBar");
    const icons = formats(context).add("IconSet");
    bar.load("type,dataBar/lowerBoundRule,dataBar/upperBoundRule,dataBar/showDataBarOnly,dataBar/barDirection");
    icons.load("type,priority,iconSet/style,iconSet/criteria,iconSet/reverseIconOrder");
    await context.sync();
    expect(bar.dataBar.toJSON()).toMatchObject({
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Automatic" },
      showDataBarOnly: false,
      barDirection: "Context",
    });
    expect(icons.iconSet.criteria.map(({ type, formula }) => [type, formula])).toEqual([
      ["Invalid", ""],
      ["Percent", "33"],
      ["Percent", "67"],
    ]);
    expect([bar.type, icons.type, icons.priority, icons.iconSet.style]).toEqual([
      "DataBar",
      "IconSet",
      0,
      "ThreeTrafficLights1",
    ]);
    icons.iconSet.style = "FiveQuarters";
    icons.iconSet.load("criteria");
    await context.sync();
    expect(icons.iconSet.criteria.map(({ formula }) => formula)).toEqual(["", "20", "40", "60", "80"]);
  });
});

it.each<[string, (context: Excel.RequestContext) => void]>([
  ["a style Excel does not have", (context) => (formats(context).add("IconSet").iconSet.style = "SixStars" as never)],
  ["criteria of another number", (context) => (formats(context).add("IconSet").iconSet.criteria = [])],
  [
    "a bound without its number",
    (context) => (formats(context).add("DataBar").dataBar.lowerBoundRule = { type: "Number" }),
  ],
  [
    "a colour that is none",
    (context) => (formats(context).add("DataBar").dataBar.positiveFormat.fillColor = "greenish"),
  ],
])("refuses %s", async (_what, act) => {
  const { run } = await open();
  await expect(
    run(async (context) => {
      act(context);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

it("says that a format of one kind is not of another", async () => {
  const { run } = await open();
  await run(async (context) => {
    const format = formats(context).add("DataBar");
    const icons = format.iconSetOrNullObject;
    icons.load("style");
    await context.sync();
    expect(icons.isNullObject).toBe(true);
  });
});

it("stands on its cells, moves with them and is copied with them", async () => {
  const workbook = await open();
  await withBoth(workbook);
  expect(rulesOf(workbook).map(({ graphic }) => graphic?.kind)).toEqual(["iconSet", "dataBar"]);
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("2:3").insert("Down");
    await context.sync();
    sheet.getRange("C1:C7").copyFrom("A1:A7");
    await context.sync();
  });
  const places = rulesOf(workbook).map(({ graphic, areas }) => [graphic?.kind, areas[0]!.column, areas[0]!.rows]);
  expect(places).toEqual([
    ["iconSet", 0, 7],
    ["dataBar", 0, 7],
    ["iconSet", 2, 7],
    ["dataBar", 2, 7],
  ]);
});

it("comes back from a file", async () => {
  const workbook = await open();
  await withBoth(workbook);
  workbook.host.handOverColourRules();
  const bytes = await writeXlsx(workbook.host, { functions: [] });
  const before = rulesOf(workbook).map(({ graphic }) => graphic);
  await openXlsx(workbook.host, bytes, { functions: [] });
  workbook.host.handOverColourRules();
  const after = rulesOf(workbook).map(({ graphic }) => graphic);
  expect(after.map((graphic) => graphic?.kind)).toEqual(["iconSet", "dataBar"]);
  expect(after[0]).toMatchObject({ style: "ThreeTrafficLights2", showsValue: false });
  expect(after[0]).toMatchObject({ steps: [{ from: { type: "number", value: "30" } }, { from: { value: "60" } }] });
  expect(after[1]).toMatchObject({ positive: "#107C41", high: { type: "number", value: "100" } });
  expect(before).toHaveLength(2);
});
