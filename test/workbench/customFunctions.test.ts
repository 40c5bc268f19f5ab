import { parseCells } from "./engine/address";
import { headlessEngine } from "./engine/univer/headless";
import type { UniverEngine } from "./engine/univer/univerEngine";
import { CustomFunctions, type FunctionMetadata, type Invocation } from "./host/customFunctions";

const SHEET = "sheet-1";

const text = { type: "string" } as const;
const METADATA: readonly FunctionMetadata[] = [
  {
    id: "TARGET",
    name: "TARGET",
    parameters: [
      { name: "department", ...text },
      { name: "indicator", ...text },
    ],
  },
  {
    id: "TARGET.GAP",
    name: "TARGET.GAP",
    parameters: [
      { name: "actual", type: "number" },
      { name: "asOf", type: "any", optional: true },
    ],
  },
  { id: "TARGET.ALL", name: "TARGET.ALL", parameters: [{ name: "range", type: "any", dimensionality: "matrix" }] },
  {
    id: "WHERE",
    name: "WHERE",
    parameters: [{ name: "cell", type: "any" }],
    options: { requiresAddress: true, requiresParameterAddresses: true },
  },
  {
    id: "ERRORS",
    name: "ERRORS",
    parameters: [
      { name: "cell", type: "any" },
      { name: "cells", type: "any", dimensionality: "matrix" },
      { name: "count", type: "number", optional: true },
    ],
    options: { allowErrorForDataTypeAny: true },
  },
  { id: "SUMUP", name: "SUMUP", parameters: [{ name: "numbers", type: "number", repeating: true }] },
];

const opened: UniverEngine[] = [];
afterEach(() => opened.splice(0).forEach((engine) => engine.close()));

function open() {
  const engine = headlessEngine("台账");
  opened.push(engine);
  const batches: Invocation[][] = [];
  const functions = new CustomFunctions(
    engine,
    (invocations) => batches.push([...invocations]),
    () => undefined,
  );
  functions.define(METADATA);
  const at = (address: string) => ({ sheet: SHEET, ...parseCells(address)! });
  return {
    engine,
    functions,
    batches,
    at,
    type: async (address: string, ...cells: readonly (string | number | boolean | null)[]): Promise<void> => {
      engine.write({ ...at(address), columns: cells.length }, [
        cells.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? { formula: cell } : { value: cell })),
      ]);
      await engine.calculated();
    },
    value: (address: string) => engine.read(at(address))[0]![0]!.value,
    calls: () => batches.flat().map(([, name, given]) => [name, given]),
    /** The add-in answers every call under way. */
    answer: async (...result: readonly [isDone: boolean, value: unknown, code?: number]): Promise<void> => {
      functions.results(batches.flat().map(([id]) => [id, ...result] as [number, boolean, unknown, number?]));
      await engine.calculated();
    },
  };
}

describe("arguments", () => {
  it.each([
    ["a text parameter makes text of a number", "=TARGET(12,TRUE)", ["TARGET", ["12", "TRUE"]]],
    ["a number parameter reads a number out of text", '=TARGET.GAP("12")', ["TARGET.GAP", [12, null]]],
    ["an omitted optional argument is null", "=TARGET.GAP(1)", ["TARGET.GAP", [1, null]]],
    ["an empty cell is nothing of its kind", "=TARGET(A9,A9)", ["TARGET", ["", ""]]],
    [
      "a matrix parameter gets the rectangle",
      "=TARGET.ALL(A1:B2)",
      [
        "TARGET.ALL",
        [
          [
            ["教育局", 3],
            ["", true],
          ],
        ],
      ],
    ],
    ["a matrix parameter makes one of a value", "=TARGET.ALL(7)", ["TARGET.ALL", [[[7]]]]],
    ["repeating parameters come in one list", "=SUMUP(1,2,B1)", ["SUMUP", [[1, 2, 3]]]],
  ])("%s", async (_, formula, call) => {
    const desk = open();
    await desk.type("A1", "教育局", 3);
    await desk.type("A2", null, true);
    desk.functions.ready();
    await desk.type("D5", formula);
    expect(desk.calls()).toEqual([call]);
  });

  it("passes an error on without asking the add-in", async () => {
    const desk = open();
    desk.functions.ready();
    await desk.type("A1", "=1/0", "=TARGET(A1,1)", '=TARGET.GAP("十二")');
    expect([desk.value("B1"), desk.value("C1")]).toEqual(["#DIV/0!", "#VALUE!"]);
    expect(desk.batches).toEqual([]);
  });

  it("hands errors over to a function that allows them, where the parameter is of any kind", async () => {
    const desk = open();
    desk.functions.ready();
    await desk.type("A1", "=1/0", "教育局", "=ERRORS(A1,A1:B1)", "=ERRORS(1,2,A1)", "=TARGET.ALL(A1:B1)");
    const error = { type: "CustomFunctionError", code: "#DIV/0!" };
    expect(desk.calls()).toEqual([["ERRORS", [error, [[error, "教育局"]], null]]]);
    expect(desk.batches.flat()[0]![4]).toBe(4);
    expect([desk.value("D1"), desk.value("E1")]).toEqual(["#DIV/0!", "#DIV/0!"]);
  });

  it("tells the caller's address and the parameters' only to functions that ask for it", async () => {
    const desk = open();
    desk.functions.ready();
    await desk.type("B2", "=WHERE(A1)", '=TARGET("a","b")');
    expect(desk.batches.flat().map(([, name, , address, , parameters]) => [name, address, parameters])).toEqual([
      ["WHERE", "台账!B2", ["台账!A1"]],
      ["TARGET", null, null],
    ]);
  });
});

describe("calls", () => {
  it("wait for the add-in, then go in one batch and are put in by one recalculation", async () => {
    const desk = open();
    await desk.type("A1", '=TARGET("a","1")', '=TARGET("a","2")', "=A1+B1");
    expect(desk.batches).toEqual([]);
    desk.functions.ready();
    expect(desk.batches).toHaveLength(1);
    const before = desk.engine.calculations();
    await desk.answer(true, 5);
    expect([desk.value("A1"), desk.value("C1")]).toEqual([5, 10]);
    expect(desk.engine.calculations()).toBe(before + 1);
    expect(desk.functions.isBusy()).toBe(false);
  });

  it("are made again when a formula is written again, and not when something else changes", async () => {
    const desk = open();
    desk.functions.ready();
    await desk.type("A1", '=TARGET("a","1")');
    await desk.answer(true, 5);
    await desk.type("B9", "=A1*2");
    expect(desk.functions.invocations).toBe(1);
    await desk.type("A1", '=TARGET("a","1")');
    expect(desk.functions.invocations).toBe(2);
  });

  it("are made again when an argument changes, also back to what it was", async () => {
    const desk = open();
    desk.functions.ready();
    await desk.type("A1", "甲", '=TARGET(A1,"1")');
    await desk.answer(true, 1);
    await desk.type("A1", "乙");
    await desk.answer(true, 2);
    expect(desk.value("B1")).toBe(2);
    await desk.type("A1", "甲");
    expect(desk.functions.invocations).toBe(3);
  });

  it("are forgotten on a full recalculation", async () => {
    const desk = open();
    desk.functions.ready();
    await desk.type("A1", '=TARGET("a","1")');
    await desk.answer(true, 5);
    desk.functions.forget();
    desk.engine.recalculate();
    await desk.engine.calculated();
    expect(desk.functions.invocations).toBe(2);
  });
});

describe("answers", () => {
  const VALUE_ERROR = { type: "Error", basicType: "Error", basicValue: "#VALUE!", message: "返回的错误" };

  it.each([
    ["a thrown #N/A with its message", [false, "没有该部门", 1], "#N/A", "没有该部门"],
    ["a thrown #DIV/0!", [false, "", 5], "#DIV/0!", null],
    ["a thrown #NUM!", [false, "", 6], "#NUM!", null],
    ["a thrown #VALUE!", [false, "不是数", 7], "#VALUE!", "不是数"],
    ["any other exception", [false, "", 2], "#VALUE!", null],
    ["a returned error", [true, VALUE_ERROR], "#VALUE!", "返回的错误"],
    ["a matrix that holds an error", [true, [[1, VALUE_ERROR]]], "#VALUE!", null],
    ["a matrix of uneven rows", [true, [[1, 2], [3]]], "#VALUE!", null],
    ["text", [true, "达进度"], "达进度", null],
    ["a truth value", [true, true], true, null],
    ["a matrix", [true, [[1, 2]]], 1, null],
  ] as const)("%s", async (_, result, shown, message) => {
    const desk = open();
    desk.functions.ready();
    await desk.type("A1", '=TARGET("a","1")');
    await desk.answer(...(result as unknown as [boolean, unknown, number?]));
    expect(desk.value("A1")).toBe(shown);
    expect(desk.functions.message(SHEET, 0, 0)).toBe(message);
  });
});

it.each([
  ["that is told to be gone", true],
  ["that began anew by itself", false],
])("asks the next runtime for what one %s still owed", async (_, isTold) => {
  const desk = open();
  desk.functions.ready();
  await desk.type("A1", '=TARGET("教育局","新增学位")');
  if (isTold) desk.functions.runtimeGone();
  await desk.type("A2", '=TARGET("教育局","开办订单班")');
  expect(desk.batches).toHaveLength(isTold ? 1 : 2);
  const before = desk.calls().length;
  desk.functions.ready();
  expect(desk.calls().slice(before)).toEqual([
    ["TARGET", ["教育局", "新增学位"]],
    ["TARGET", ["教育局", "开办订单班"]],
  ]);
  await desk.answer(true, 40);
  expect([desk.value("A1"), desk.value("A2"), desk.functions.isBusy()]).toEqual([40, 40, false]);
});
