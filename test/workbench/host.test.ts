import { headlessEngine } from "./engine/univer/headless";
import type { UniverEngine } from "./engine/univer/univerEngine";
import * as wire from "./fixtures/wire";
import { Batches, type BatchRequest, type BatchResponse } from "./host/batch";
import { Host, type OfficeEvent } from "./host/model/host";

interface Desk {
  engine: UniverEngine;
  host: Host;
  batches: Batches;
  events: OfficeEvent[];
  readonly send: (request: BatchRequest) => Promise<BatchResponse>;
}

const opened: UniverEngine[] = [];
afterEach(() => opened.splice(0).forEach((engine) => engine.close()));

function desk(excelApi = "1.19"): Desk {
  const engine = headlessEngine("Sheet1");
  opened.push(engine);
  const host = new Host(engine, { excelApi, workbookName: "测试.xlsx", locale: "zh-CN" });
  const events: OfficeEvent[] = [];
  host.listener.events = (told) => events.push(...told);
  const batches = new Batches(host, {});
  return { engine, host, batches, events, send: (request) => batches.process(JSON.stringify(request)) };
}

const valueOf = (response: BatchResponse, action: number): unknown =>
  response.Results.find((result) => result.ActionId === action)?.Value;

/** A request written as office.js would write it: the path to an object, then acts on it. */
function on(
  path: readonly (readonly [name: string, ...pathArguments: unknown[]])[],
  ...acts: readonly (readonly [kind: "set" | "call" | "load", name: string, ...actArguments: unknown[]])[]
): BatchRequest {
  const paths: Record<number, BatchRequest["ObjectPaths"][string]> = { 1: { ObjectPathType: 1, Name: "" } };
  const actions: BatchRequest["Actions"][number][] = [];
  path.forEach(([name, ...given], index) => {
    const id = 2 * index + 3;
    const isMethod = name.endsWith("()");
    paths[id] = {
      ObjectPathType: isMethod ? 3 : 4,
      Name: name.replace("()", ""),
      ParentObjectPathId: index === 0 ? 1 : id - 2,
      ...(isMethod ? { ArgumentInfo: { Arguments: given } } : {}),
    };
    actions.push({ Id: id + 1, ActionType: 1, Name: "", ObjectPathId: id });
  });
  const target = 2 * path.length + 1;
  acts.forEach(([kind, name, ...given], index) => {
    const common = { Id: 1000 + index, Name: kind === "load" ? "" : name, ObjectPathId: target };
    if (kind === "load") actions.push({ ...common, ActionType: 2, QueryInfo: { Select: name.split(",") } });
    else actions.push({ ...common, ActionType: kind === "set" ? 4 : 3, ArgumentInfo: { Arguments: given } });
  });
  return { Actions: actions, ObjectPaths: paths };
}

const SHEET = [["Worksheets"], ["GetActiveWorksheet()"]] as const;
const range = (address: string) => [...SHEET, ["GetRange()", address]] as const;

describe("requests as office.js sends them", () => {
  it("writes and reads a range and keeps its reference", async () => {
    const { send } = desk();
    const answer = await send(wire.writeAndRead);
    expect(answer.Error).toBeUndefined();
    expect(answer.Results).toEqual([
      { ActionId: 2, Value: {} },
      { ActionId: 4, Value: {} },
      { ActionId: 6, Value: { Id: "{sheet-1}" } },
      { ActionId: 8, Value: {} },
      { ActionId: 9, Value: "ref1" },
      { ActionId: 10, Value: { _ReferenceId: "ref1" } },
      { ActionId: 11, Value: null },
      {
        ActionId: 12,
        Value: {
          _ReferenceId: "ref1",
          Values: [
            ["部门", 1],
            ["教育局", 2],
          ],
          Address: "Sheet1!A1:B2",
        },
      },
    ]);
    const again = await send({
      Actions: [{ Id: 1, ActionType: 2, Name: "", ObjectPathId: 7, QueryInfo: { Select: ["address"] } }],
      ObjectPaths: { 7: { ObjectPathType: 6, Name: "ref1", ArgumentInfo: {} } },
    });
    expect(valueOf(again, 1)).toMatchObject({ Address: "Sheet1!A1:B2" });
  });

  it("answers what was done before an error, and where the error was", async () => {
    const { send } = desk();
    const answer = await send(wire.wrongShape);
    expect(answer.Results).toHaveLength(4);
    expect(answer.Error).toEqual({
      Code: "InvalidArgument",
      Message: "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      HttpStatusCode: 400,
      Location: "Range.values",
      ActionIndex: 4,
    });
  });

  it("refuses a sheet that is not there and answers a null object when asked for one", async () => {
    const { send } = desk();
    expect((await send(wire.missingSheet)).Error).toMatchObject({ Code: "ItemNotFound", ActionIndex: 2 });
    const answer = await send(wire.nullObject);
    expect(answer.Error).toBeUndefined();
    expect([valueOf(answer, 6), valueOf(answer, 7)]).toEqual([null, null]);
  });

  it("takes objects among the arguments", async () => {
    const { send } = desk();
    expect(valueOf(await send(wire.nameOfRange), 15)).toEqual({
      _Id: "目标区",
      Name: "目标区",
      Formula: "=Sheet1!$A$1:$B$2",
    });
  });

  it("makes a colour rule and paints with it", async () => {
    const { send, engine } = desk();
    await send(on(range("B1:B2"), ["set", "Values", [[0], [2]]]));
    const answer = await send(wire.colourRule);
    expect(answer.Error).toBeUndefined();
    expect(valueOf(answer, 28)).toMatchObject({ Type: "Custom" });
    expect(valueOf(answer, 29)).toBe(1);
    expect(engine.painted("sheet-1", 0, 1)).toEqual({ fill: "#FFC7CE", fontColour: "#9C0006" });
    expect(engine.painted("sheet-1", 1, 1)).toEqual({ fill: null, fontColour: null });
  });

  it("lists a collection", async () => {
    const { send } = desk();
    expect(valueOf(await send(wire.sheetList), 7)).toMatchObject({
      _Items: [{ Id: "{sheet-1}", Name: "Sheet1" }, { Name: "第二" }],
    });
  });

  it("keeps settings", async () => {
    const { send } = desk();
    expect(valueOf(await send(wire.setting), 9)).toEqual({ _Id: "配置", Value: { a: [1, "二"] } });
  });

  it("tells events only to those who listen, after the answer", async () => {
    const { send, events, engine } = desk();
    await send(on(range("A1"), ["set", "Values", [[1]]]));
    expect(events).toEqual([]);
    await send(wire.listen);
    await send(on(range("B2"), ["set", "Values", [["新"]]]));
    engine.select({ sheet: "sheet-1", row: 2, column: 1, rows: 1, columns: 1 });
    expect(events).toMatchObject([
      {
        type: 10,
        target: "Workbook",
        body: { address: "B2", changeType: "RangeEdited", source: "Local", worksheetId: "{sheet-1}", valueAfter: "新" },
      },
      { type: 14, target: "{sheet-1}", body: { address: "B3" } },
    ]);
  });

  it("counts what a request costs", async () => {
    const { send, batches } = desk();
    await send(wire.writeAndRead);
    expect(batches.requests).toMatchObject([{ actions: 8, error: null }]);
    expect(batches.requests[0]!.bytes).toBeGreaterThan(500);
  });
});

describe("strictness", () => {
  it.each([
    ["a misspelt property to load", on(range("A1"), ["load", "valeus"]), "ApiNotFound"],
    ["a misspelt property to set", on(range("A1"), ["set", "Value", 1]), "ApiNotFound"],
    ["a misspelt method", on(range("A1"), ["call", "Clean"]), "ApiNotFound"],
    ["a write to what is read only", on(range("A1"), ["set", "Address", "B1"]), "InvalidOperation"],
    ["a broken address", on(range("A1:"), ["load", "address"]), "InvalidArgument"],
    ["an address on another sheet", on(range("别处!A1"), ["load", "address"]), "InvalidArgument"],
    ["rows of different length", on(range("A1:B2"), ["set", "Values", [[1, 2], [3]]]), "InvalidArgument"],
    ["an object as a value", on(range("A1"), ["set", "Values", [[{ a: 1 }]]]), "InvalidArgument"],
    ["a broken formula", on(range("A1"), ["set", "Formulas", [["=SUM(1"]]]), "InvalidArgument"],
    ["a Chinese comma in a formula", on(range("A1"), ["set", "Formulas", [["=SUM(1，2)"]]]), "InvalidArgument"],
    [
      "a colour that is none",
      on([...range("A1"), ["Format"], ["Fill"]], ["set", "Color", "reddish"]),
      "InvalidArgument",
    ],
    [
      "a word that is not in the enumeration",
      on([...range("A1"), ["Format"]], ["set", "HorizontalAlignment", "Middle"]),
      "InvalidArgument",
    ],
    ["a number format that is none", on(range("A1"), ["set", "NumberFormat", [['"open']]]), "InvalidArgument"],
    ["a sheet name Excel does not take", on([["Worksheets"]], ["call", "Add", "a/b"]), "InvalidArgument"],
    ["a sheet name that is taken", on([["Worksheets"]], ["call", "Add", "sheet1"]), "ItemAlreadyExists"],
    ["a name that reads as a cell", on([["Names"]], ["call", "Add", "AB12", "=1"]), "InvalidArgument"],
    ["too many arguments", on(SHEET, ["call", "GetRange", "A1", 2]), "InvalidArgument"],
    ["too few arguments", on(SHEET, ["call", "GetRangeByIndexes", 0, 0]), "InvalidArgument"],
    [
      "half a validation rule",
      on([...range("A1"), ["DataValidation"]], ["set", "Rule", { list: { source: "一,二" } }]),
      "InvalidArgument",
    ],
    [
      "a zoom with scale and pages",
      on([...SHEET, ["PageLayout"]], ["set", "Zoom", { scale: 80, horizontalFitToPages: 1 }]),
      "InvalidArgument",
    ],
    ["values for whole columns", on(range("A:C"), ["set", "Values", "x"]), "InvalidArgument"],
    ["the last visible sheet hidden", on(SHEET, ["set", "Visibility", "Hidden"]), "InvalidOperation"],
    ["the last sheet deleted", on(SHEET, ["call", "Delete"]), "InvalidOperation"],
    ["XML that is not well formed", on([["CustomXmlParts"]], ["call", "Add", "<a><b></a>"]), "InvalidArgument"],
  ])("refuses %s", async (_, request, code) => {
    const { send } = desk();
    expect((await send(request)).Error?.Code).toBe(code);
  });

  it("refuses what is newer than the emulated Office", async () => {
    const request = on(range("A1"), ["load", "valuesAsJson"]);
    expect((await desk("1.14").send(request)).Error?.Code).toBe("ApiNotFound");
    expect((await desk("1.14").send(on(range("A1"), ["load", "hasSpill"]))).Error).toBeUndefined();
    expect((await desk("1.11").send(on(range("A1"), ["load", "hasSpill"]))).Error?.Code).toBe("ApiNotFound");
  });

  it("forbids writing into locked cells of a protected sheet, and nothing else", async () => {
    const { send } = desk();
    await send(on([...range("B1"), ["Format"], ["Protection"]], ["set", "Locked", false]));
    await send(on([...SHEET, ["Protection"]], ["call", "Protect", { allowFormatCells: false }, "密码"]));
    expect((await send(on(range("B1"), ["set", "Values", [[1]]]))).Error).toBeUndefined();
    expect((await send(on(range("A1"), ["set", "Values", [[1]]]))).Error?.Code).toBe("AccessDenied");
    expect((await send(on([...range("A1"), ["Format"], ["Fill"]], ["set", "Color", "red"]))).Error?.Code).toBe(
      "AccessDenied",
    );
    expect((await send(on([...SHEET, ["Protection"]], ["call", "Unprotect", "错"]))).Error?.Code).toBe("BadPassword");
    expect((await send(on([...SHEET, ["Protection"]], ["call", "Unprotect", "密码"]))).Error).toBeUndefined();
    expect((await send(on(range("A1"), ["set", "Values", [[1]]]))).Error).toBeUndefined();
  });
});

describe("ranges", () => {
  const read = async (send: Desk["send"], address: string, names: string): Promise<Record<string, unknown>> =>
    valueOf(await send(on(range(address), ["load", names])), 1000) as Record<string, unknown>;

  it("takes values as if they were typed, but no dates in Chinese", async () => {
    const { send } = desk();
    await send(
      on(range("A1:H1"), [
        "set",
        "Values",
        [["9%", "1,234", "2024-06-30", "2024年6月30日", "'001", "true", "=1+1", ""]],
      ]),
    );
    const row = await read(send, "A1:H1", "values,text,formulas,numberFormat,valueTypes");
    expect(row.Values).toEqual([[0.09, 1234, 45473, "2024年6月30日", "001", true, 2, ""]]);
    expect(row.Text).toEqual([["9%", "1,234", "2024/6/30", "2024年6月30日", "001", "TRUE", "2", ""]]);
    expect(row.Formulas).toEqual([[0.09, 1234, 45473, "2024年6月30日", "001", true, "=1+1", ""]]);
    expect(row.ValueTypes).toEqual([["Double", "Double", "Double", "String", "String", "Boolean", "Double", "Empty"]]);
    expect((row.NumberFormat as string[][])[0]).toEqual([
      "0%",
      "#,##0",
      "yyyy/m/d",
      "General",
      "General",
      "General",
      "General",
      "General",
    ]);
  });

  it("fills with a scalar and leaves cells where null stands", async () => {
    const { send } = desk();
    await send(on(range("A1:B2"), ["set", "Values", "满"]));
    await send(
      on(range("A1:B2"), [
        "set",
        "Values",
        [
          [null, 1],
          [2, null],
        ],
      ]),
    );
    expect((await read(send, "A1:B2", "values")).Values).toEqual([
      ["满", 1],
      [2, "满"],
    ]);
  });

  it("keeps text in cells formatted as text", async () => {
    const { send } = desk();
    await send(on(range("A1"), ["set", "NumberFormat", [["@"]]], ["set", "Values", [["2024-06-30"]]]));
    expect(await read(send, "A1", "values,text")).toMatchObject({ Values: [["2024-06-30"]], Text: [["2024-06-30"]] });
  });

  it("answers null for what differs and for whole columns", async () => {
    const { send } = desk();
    await send(on([...range("A1"), ["Format"], ["Font"]], ["set", "Bold", true]));
    expect(await read(send, "A1:B1", "format/font/bold,format/fill/color")).toEqual({
      Format: { Font: { Bold: null }, Fill: { Color: "#FFFFFF" } },
    });
    expect(await read(send, "A:A", "values,address,cellCount")).toEqual({
      Values: null,
      Address: "Sheet1!A:A",
      CellCount: 1_048_576,
    });
  });

  it("finds ranges from ranges", async () => {
    const { send } = desk();
    await send(
      on(range("B2:C3"), [
        "set",
        "Values",
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    );
    const address = async (...path: (readonly [string, ...unknown[]])[]): Promise<unknown> =>
      (valueOf(await send(on(path, ["load", "address"])), 1000) as { Address: string } | null)?.Address ?? null;
    expect(await address(...SHEET, ["GetUsedRange()"])).toBe("Sheet1!B2:C3");
    expect(await address(...range("B2"), ["GetSurroundingRegion()"])).toBe("Sheet1!B2:C3");
    expect(await address(...range("B2:C3"), ["GetResizedRange()", 1, 0])).toBe("Sheet1!B2:C4");
    expect(await address(...range("B2:C3"), ["GetOffsetRange()", -1, 1])).toBe("Sheet1!C1:D2");
    expect(await address(...range("B2:C3"), ["GetLastRow()"], ["GetEntireRow()"])).toBe("Sheet1!3:3");
    expect(await address(...range("B2:C3"), ["GetIntersectionOrNullObject()", "C3:D4"])).toBe("Sheet1!C3");
    expect(await address(...range("B2:C3"), ["GetIntersectionOrNullObject()", "E5"])).toBeNull();
    expect(await address(...SHEET, ["GetRangeByIndexes()", 0, 26, 2, 1])).toBe("Sheet1!AA1:AA2");
  });

  it("inserts and deletes rows, and formulas follow", async () => {
    const { send } = desk();
    await send(on(range("A1:A3"), ["set", "Formulas", [[1], [2], ["=SUM(A1:A2)"]]]));
    expect((await send(on(range("2:2"), ["call", "Insert", "Down"]))).Error).toBeUndefined();
    expect(await read(send, "A4", "formulas,values")).toMatchObject({ Formulas: [["=SUM(A1:A3)"]], Values: [[3]] });
    await send(on(range("2:2"), ["call", "Delete", "Up"]));
    expect(await read(send, "A3", "formulas")).toMatchObject({ Formulas: [["=SUM(A1:A2)"]] });
  });

  it("copies formulas with their references moved", async () => {
    const { send } = desk();
    await send(on(range("A1:B1"), ["set", "Formulas", [[5, "=A1*2"]]]));
    await send(on(range("B2:B3"), ["call", "CopyFrom", "B1"]));
    expect((await read(send, "B2:B3", "formulas")).Formulas).toEqual([["=A2*2"], ["=A3*2"]]);
  });
});

describe("sheets", () => {
  const load = async (send: Desk["send"], path: readonly (readonly [string, ...unknown[]])[], names: string) =>
    valueOf(await send(on(path, ["load", names])), 1000) as Record<string, unknown> | null;

  it("are copied with their colour rules, input rules, locks and page setup", async () => {
    const { send, engine } = desk();
    await send(on(range("A1:A2"), ["set", "Values", [["严重滞后"], ["达进度"]]]));
    await send(
      on(
        [
          ...range("A1:A2"),
          ["ConditionalFormats"],
          ["Add()", "ContainsText"],
          ["TextComparison"],
          ["Format"],
          ["Fill"],
        ],
        ["set", "Color", "#FFC7CE"],
      ),
    );
    const rule = on(
      [...range("A1:A2"), ["ConditionalFormats"], ["GetItemAt()", 0], ["TextComparison"]],
      ["set", "Rule", { operator: "Contains", text: "滞后" }],
    );
    expect((await send(rule)).Error).toBeUndefined();
    await send(
      on(
        [...range("B1"), ["DataValidation"]],
        ["set", "Rule", { wholeNumber: { formula1: 0, formula2: 9, operator: "Between" } }],
      ),
    );
    await send(on([...range("B1"), ["Format"], ["Protection"]], ["set", "Locked", false]));
    await send(
      on([...SHEET, ["PageLayout"]], ["set", "Orientation", "Landscape"], ["call", "SetPrintTitleRows", "$1:$2"]),
    );
    expect((await send(on(SHEET, ["call", "Copy", "End", null]))).Error).toBeUndefined();
    expect(await load(send, [["Worksheets"], ["GetLast()"]], "name,position")).toMatchObject({
      Name: "Sheet1 (2)",
      Position: 1,
    });
    const sheet = engine.sheets()[1]!.id;
    expect([0, 1].map((row) => engine.painted(sheet, row, 0).fill)).toEqual(["#FFC7CE", null]);
    const ofCopy = [["Worksheets"], ["GetLast()"], ["GetRange()", "B1"]] as const;
    expect(await load(send, [...ofCopy, ["DataValidation"]], "rule,type")).toEqual({
      Rule: { wholeNumber: { formula1: "0", formula2: "9", operator: "Between" } },
      Type: "WholeNumber",
    });
    expect(await load(send, [...ofCopy, ["Format"], ["Protection"]], "locked")).toEqual({ Locked: false });
    expect(await load(send, [["Worksheets"], ["GetLast()"], ["PageLayout"]], "orientation")).toEqual({
      Orientation: "Landscape",
    });
  });

  it("freeze, hide, colour and move", async () => {
    const { send } = desk();
    await send(on([["Worksheets"]], ["call", "Add", "台账"]));
    const ledger = [["Worksheets"], ["GetLast()"]] as const;
    await send(on([...ledger, ["FreezePanes"]], ["call", "FreezeAt", "A1:C5"]));
    expect(await load(send, [...ledger, ["FreezePanes"], ["GetLocationOrNullObject()"]], "address")).toEqual({
      Address: "台账!A1:C5",
    });
    await send(
      on(
        ledger,
        ["set", "TabColor", "green"],
        ["set", "Gridlines", false],
        ["set", "Visibility", "VeryHidden"],
        ["set", "Position", 0],
      ),
    );
    const first = [["Worksheets"], ["GetFirst()"]] as const;
    expect(await load(send, first, "name,tabColor,showGridlines,visibility")).toMatchObject({
      Name: "台账",
      TabColor: "#008000",
      ShowGridlines: false,
      Visibility: "VeryHidden",
    });
  });

  it("hold tables", async () => {
    const { send } = desk();
    await send(
      on(range("A1:B2"), [
        "set",
        "Values",
        [
          ["指标", "目标"],
          ["学位", 8310],
        ],
      ]),
    );
    const table = [...SHEET, ["Tables"], ["Add()", "A1:B2", true]] as const;
    expect((await send(on(table, ["set", "Name", "目录表"]))).Error).toBeUndefined();
    expect((await send(on(table, ["load", "name"]))).Error?.Code).toBe("InvalidArgument");
    expect(await load(send, [["Tables"], ["GetItem()", "目录表"], ["GetDataBodyRange()"]], "address,values")).toEqual({
      Address: "Sheet1!A2:B2",
      Values: [["学位", 8310]],
    });
    expect(await load(send, [["Tables"], ["GetItemOrNullObject()", "没有"]], "name")).toBeNull();
  });

  it("take header and footer texts, margins and pages to fit", async () => {
    const { send } = desk();
    const layout = [...SHEET, ["PageLayout"]] as const;
    await send(
      on(
        layout,
        ["set", "Zoom", { horizontalFitToPages: 1, verticalFitToPages: 0 }],
        ["call", "SetPrintMargins", "Inches", { top: 1 }],
        ["call", "SetPrintArea", "A1:C9"],
      ),
    );
    await send(on([...layout, ["HeadersFooters"], ["DefaultForAllPages"]], ["set", "CenterFooter", "第 &P 页"]));
    expect(await load(send, layout, "zoom,topMargin,paperSize")).toMatchObject({
      Zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      TopMargin: 72,
    });
    expect(await load(send, [...layout, ["HeadersFooters"], ["DefaultForAllPages"]], "centerFooter")).toEqual({
      CenterFooter: "第 &P 页",
    });
  });
});
