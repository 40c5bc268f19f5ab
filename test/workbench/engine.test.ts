import { parseCells } from "./engine/address";
import type { Answer, Area, CellInput, FunctionAnswers, Scalar } from "./engine/engine";
import { headlessEngine } from "./engine/univer/headless";
import type { UniverEngine } from "./engine/univer/univerEngine";

const SHEET = "sheet-1";
const area = (address: string): Area => ({ sheet: SHEET, ...parseCells(address)! });
const input = (value: Scalar | null): CellInput =>
  typeof value === "string" && value.startsWith("=") ? { formula: value } : { value };

const opened: UniverEngine[] = [];
afterEach(() => opened.splice(0).forEach((engine) => engine.close()));

function open(): UniverEngine {
  const engine = headlessEngine("台账");
  opened.push(engine);
  return engine;
}

const put = (engine: UniverEngine, address: string, rows: readonly (readonly (Scalar | null)[])[]): void =>
  engine.write(
    { ...area(address), rows: rows.length, columns: rows[0]!.length },
    rows.map((row) => row.map(input)),
  );

const values = (engine: UniverEngine, address: string): (Scalar | null)[][] =>
  engine.read(area(address)).map((row) => row.map((cell) => cell.value));

describe("formulas a ledger uses", () => {
  let engine: UniverEngine;

  beforeEach(() => {
    engine = open();
    const other = engine.addSheet("我的 表", 1);
    engine.write({ sheet: other, row: 0, column: 0, rows: 3, columns: 1 }, [
      [{ value: 7 }],
      [{ value: "文" }],
      [{ value: true }],
    ]);
    put(engine, "A1", [
      ["部门", "教育局", 3, true, null, 45_000],
      [5970, 0.5, "12", "=NA()", "=1/0", null],
    ]);
    engine.setName({ name: "容差", formula: "=0.1", comment: "", isVisible: true, sheet: null });
    engine.setName({ name: "数据", formula: "='我的 表'!$A$1:$A$3", comment: "", isVisible: true, sheet: null });
  });

  it.each([
    ['=IF(C1>2,"大","小")', "大"],
    ["=IFS(C1>5,1,C1>2,2,TRUE,3)", 2],
    ['=IFERROR(E2,"错")', "错"],
    ['=IFNA(D2,"无")', "无"],
    ["=IFNA(E2,1)", "#DIV/0!"],
    ["=ISNUMBER(A2)", true],
    ["=ISNUMBER(C2)", false],
    ["=ISERROR(D2)", true],
    ["=AND(C1>1,D1)", true],
    ["=OR(FALSE,ISBLANK(E1))", true],
    ['=LOOKUP(2,1/(A1:F1<>""),A1:F1)', 45_000],
    ["=LOOKUP(9E+307,A2:C2)", 0.5],
    ["=INDEX(A1:F2,2,1)", 5970],
    ['=MATCH("教育局",A1:F1,0)', 2],
    ["=COUNT(A1:F2)", 4],
    ["=COUNTA(A1:F2)", 10],
    ["=ROUND(2.345,2)", 2.35],
    ["=ROUND(-2.5,0)", -3],
    ['=TEXT(0.096,"0.0%")', "9.6%"],
    ['=TEXT(F1,"yyyy-mm-dd")', "2023-03-15"],
    ['=TEXT(1234567.891,"#,##0.00")', "1,234,567.89"],
    ["=MAX(A2:C2)", 5970],
    ["=MIN(A2:B2)", 0.5],
    ["=DATE(2024,6,30)", 45_473],
    ["=YEAR(F1)", 2023],
    ["=MONTH(F1)", 3],
    ["=SUM(A2:C2)", 5970.5],
    ["=SUMPRODUCT((A2:B2>1)*A2:B2)", 5970],
    ['=SUMPRODUCT(--(A1:B1="部门"))', 1],
    ["=LEFT(B1,2)", "教育"],
    ["=MID(B1,2,1)", "育"],
    ['=FIND("育",B1)', 2],
    ['=SUBSTITUTE(B1,"局","委")', "教育委"],
    ["=ISBLANK(E1)", true],
    ["=N(B1)", 0],
    ["=N(D1)", 1],
    ["=T(A2)", ""],
    ["=T(B1)", "教育局"],
    ['=A1&"-"&A2', "部门-5970"],
    ["=容差*A2", 597],
    ["=SUM(数据)", 7],
    ["='我的 表'!A1+1", 8],
    ["='我的 表'!$A$2", "文"],
    ["=$A$2*2", 11_940],
    ["=E1", 0],
    ['=E1=""', true],
    ["=E1=0", true],
    ["=NOFUNCTION(1)", "#NAME?"],
    ["=IFERROR(1/0,-1)", -1],
    ['=XLOOKUP("教育局",A1:F1,A2:F2)', 0.5],
  ])("%s gives %p", async (formula, expected) => {
    put(engine, "J9", [[formula]]);
    await engine.calculated();
    expect(values(engine, "J9")).toEqual([[expected]]);
  });
});

describe("cells", () => {
  it("shows a number through its format", async () => {
    const engine = open();
    put(engine, "A1", [[0.5, 1234.5, 45_473, -3]]);
    engine.restyleEach(area("A1:D1"), [
      [
        { numberFormat: "0.0%" },
        { numberFormat: '#,##0.0"万元"' },
        { numberFormat: "yyyy/m/d" },
        { numberFormat: "0;[Red]-0" },
      ],
    ]);
    expect(engine.texts(area("A1:D1"))).toEqual([["50.0%", "1,234.5万元", "2024/6/30", "-3"]]);
  });

  it("recalculates what depends on a cell, and nothing twice", async () => {
    const engine = open();
    put(engine, "A1", [[1], ["=A1+1"], ["=A2+1"]]);
    await engine.calculated();
    const before = engine.calculations();
    put(engine, "A1", [[5]]);
    await engine.calculated();
    expect(values(engine, "A1:A3")).toEqual([[5], [6], [7]]);
    expect(engine.calculations()).toBe(before + 1);
  });

  it("makes rows with wrapped text as high as their text, unless someone set the height", () => {
    const engine = open();
    put(engine, "A1", [["很长很长很长很长很长很长的一句话"], ["同样很长很长很长很长很长的一句话"]]);
    engine.setRowHeight(area("A2"), 24);
    engine.restyle(area("A1:A2"), { wrap: true });
    engine.fitRows();
    expect(engine.rowHeight(SHEET, 0)).toBeGreaterThan(40);
    expect(engine.rowHeight(SHEET, 1)).toBe(24);
  });

  it("keeps what was refused or marked by an input rule with its cells", () => {
    const engine = open();
    const rule = {
      kind: "list",
      comparison: null,
      first: "是,否",
      second: null,
      allowsBlank: true,
      refusal: { title: "", message: "请选择", style: "stop" },
      hint: null,
      showsDropDown: true,
    } as const;
    engine.setInputRule(area("B2:B9"), rule);
    engine.setInputRule(area("B4"), null);
    expect([2, 4, 5].map((row) => engine.inputRule(SHEET, row - 1, 1)?.first ?? null)).toEqual([
      "是,否",
      null,
      "是,否",
    ]);
  });
});

describe("colour rules", () => {
  it("paint by the value of each cell, follow it, and the first rule wins", async () => {
    const engine = open();
    put(engine, "A1", [["严重滞后"], ["达进度"]]);
    const rule = (id: string, word: string, fill: string) => ({
      id,
      areas: [area("A1:A9")],
      formula: `=A1="${word}"`,
      stopIfTrue: false,
      fill,
      fontColour: "#FFFFFF",
      bold: null,
      italic: null,
    });
    engine.setColourRules(SHEET, [
      rule("一", "严重滞后", "#C00000"),
      rule("二", "严重滞后", "#00FF00"),
      rule("三", "达进度", "#008000"),
    ]);
    await engine.calculated();
    expect([0, 1, 2].map((row) => engine.painted(SHEET, row, 0).fill)).toEqual(["#C00000", "#008000", null]);
    put(engine, "A2", [["严重滞后"]]);
    await engine.calculated();
    expect(engine.painted(SHEET, 1, 0)).toEqual({ fill: "#C00000", fontColour: "#FFFFFF" });
  });

  it("never apply when they call an add-in's function", async () => {
    const engine = open();
    engine.defineFunctions([{ name: "TARGET", description: "", parameters: [] }], {
      answer: () => ({ kind: "value", value: 1 }),
      runEnded: () => undefined,
    });
    engine.setColourRules(SHEET, [
      {
        id: "x",
        areas: [area("A1")],
        formula: "=TARGET()=1",
        stopIfTrue: false,
        fill: "#C00000",
        fontColour: null,
        bold: null,
        italic: null,
      },
    ]);
    await engine.calculated();
    expect(engine.painted(SHEET, 0, 0).fill).toBeNull();
    expect(engine.colourRules(SHEET)).toHaveLength(1);
  });
});

describe("functions the engine asks for", () => {
  const twoWords = {
    description: "",
    parameters: ["a", "b"].map((name) => ({ name, description: "", isOptional: false, repeats: false })),
  };

  function answering(answer: FunctionAnswers["answer"]): { engine: UniverEngine; asked: () => number } {
    const engine = open();
    let asked = 0;
    engine.defineFunctions(
      [
        { name: "TARGET", ...twoWords },
        { name: "TARGET.LIST", description: "", parameters: [] },
      ],
      {
        answer: (...call) => {
          asked += 1;
          return answer(...call);
        },
        runEnded: () => undefined,
      },
    );
    return { engine, asked: () => asked };
  }

  it("are busy until the answer is in, then calculated with all that depends on them", async () => {
    let ready: Answer | null = null;
    const { engine } = answering(() => ready);
    put(engine, "A1", [['=TARGET("教育局","学位")', "=A1*2", '=IFERROR(A1,"无")']]);
    await engine.calculated();
    expect(values(engine, "A1:C1")).toEqual([["#BUSY!", "#BUSY!", "无"]]);
    ready = { kind: "value", value: 8310 };
    engine.recalculate([area("A1")]);
    await engine.calculated();
    expect(values(engine, "A1:C1")).toEqual([[8310, 16_620, 8310]]);
  });

  it("know their caller and see references as rectangles", async () => {
    const seen: unknown[] = [];
    const { engine } = answering((name, given, caller) => {
      seen.push([
        name,
        given.map((each) => ("area" in each ? each.area && [each.area.row, each.area.column] : each.error)),
        [caller.row, caller.column],
      ]);
      return { kind: "value", value: 1 };
    });
    put(engine, "A1", [
      ["教育局", null],
      [null, '=target(A1,"学位")'],
    ]);
    await engine.calculated();
    expect(seen).toEqual([["TARGET", [[0, 0], null], [1, 1]]]);
  });

  it("spill a matrix", async () => {
    const { engine } = answering(() => ({
      kind: "matrix",
      values: [
        [1, "二"],
        [3, 4],
      ],
    }));
    put(engine, "B2", [["=TARGET.LIST()"]]);
    put(engine, "E1", [["=SUM(B2:C3)"]]);
    await engine.calculated();
    expect(values(engine, "B2:C3")).toEqual([
      [1, "二"],
      [3, 4],
    ]);
    expect(values(engine, "E1")).toEqual([[8]]);
    expect(engine.spills(SHEET)).toEqual([area("B2:C3")]);
  });

  it("cannot stall the calculation by throwing", async () => {
    const { engine } = answering(() => {
      throw new Error("broken");
    });
    put(engine, "A1", [['=TARGET("a","b")', "=1+1"]]);
    await engine.calculated();
    expect(values(engine, "A1:B1")).toEqual([["#VALUE!", 2]]);
  });

  it("come two thousand at a time", async () => {
    let ready: Answer | null = null;
    const { engine, asked } = answering(() => ready);
    const column = { sheet: SHEET, row: 0, column: 0, rows: 2000, columns: 1 };
    engine.write(
      column,
      Array.from({ length: 2000 }, (_, row) => [{ formula: `=TARGET("教育局","${row}")` }]),
    );
    await engine.calculated();
    expect(asked()).toBe(2000);
    ready = { kind: "value", value: 1 };
    engine.recalculate(Array.from({ length: 2000 }, (_, row) => ({ ...column, row, rows: 1 })));
    await engine.calculated();
    expect(engine.read(column).every(([cell]) => cell!.value === 1)).toBe(true);
  });
});
