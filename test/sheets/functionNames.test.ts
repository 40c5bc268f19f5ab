/** A build with a prefix spells every call with it and takes no other for its own; without one, names stand bare. */
import type * as BrokenCall from "../../src/sheets/brokenCall";
import type * as Calls from "../../src/sheets/calls";
import type * as Formulas from "../../src/sheets/formulas";
import type * as FormulasOwn from "../../src/sheets/formulasOwn";
import type * as FormulasTyped from "../../src/sheets/formulasTyped";

interface Spelling {
  readonly calls: typeof Calls;
  readonly broken: typeof BrokenCall;
  readonly formulas: typeof Formulas;
  readonly own: typeof FormulasOwn;
  readonly typed: typeof FormulasTyped;
}

/** What spells and reads formulas, as a build with a prefix has it. */
function builtWith(prefix: string): Spelling {
  (globalThis as { FUNCTIONS_PREFIX?: string }).FUNCTIONS_PREFIX = prefix;
  let spelling!: Spelling;
  jest.isolateModules(() => {
    spelling = {
      calls: jest.requireActual("../../src/sheets/calls"),
      broken: jest.requireActual("../../src/sheets/brokenCall"),
      formulas: jest.requireActual("../../src/sheets/formulas"),
      own: jest.requireActual("../../src/sheets/formulasOwn"),
      typed: jest.requireActual("../../src/sheets/formulasTyped"),
    };
  });
  return spelling;
}

const NAMES = { department: "$B6", indicator: "$C6" };
const NOTHING = { actual: null, asOf: null };

describe.each([
  ["", ""],
  ["DEV", "DEV."],
])("a build with the prefix “%s”", (prefix, before) => {
  const { calls, broken, formulas, own, typed } = builtWith(prefix);

  it("spells every call so", () => {
    expect(formulas.targetCall(NAMES, 2024, null).toString()).toBe(`=${before}TARGET($B6,$C6,2024)`);
    expect(formulas.targetCall(NAMES, null, "无").toString()).toBe(`=IFERROR(${before}TARGET($B6,$C6),"无")`);
    expect(own.verdictsOf("$A$1:$A$2", "$B$1:$B$2", "$C$1").toString()).toBe(
      `=${before}TARGET.CHECK($A$1:$A$2,$A$1:$A$2,$B$1:$B$2,$C$1)`,
    );
    expect(typed.typedCall("TARGET", "市教育局", "学位", NOTHING)).toBe(`=${before}TARGET("市教育局","学位")`);
    expect(typed.typedCall("WHY", "市教育局", "学位", { actual: "C5", asOf: "2024Q2" })).toBe(
      `=${before}TARGET.WHY("市教育局","学位",C5,"2024Q2")`,
    );
  });

  it("finds its own calls, by the names people know, and can change them", () => {
    const formula = `=IF(A1,${before}TARGET.GAP("教育厅","学位",C5),"")`;
    const call = calls.firstCall(formula)!;
    expect(call.name).toBe("TARGET.GAP");
    expect(calls.withArgument(formula, call, 0, "市教育局")).toBe(
      `=IF(A1,${before}TARGET.GAP("市教育局","学位",C5),"")`,
    );
  });

  it("takes no other's calls for its own", () => {
    for (const other of ["ABC.TARGET", "XTARGET", prefix === "" ? "DEV.TARGET" : "TARGET"])
      expect(calls.firstCall(`=${other}("市教育局","学位")`)).toBeNull();
  });

  it("mends a call to what it answers to", () => {
    const mended = `=${before}TARGET("教育局","新增学位")`;
    expect(broken.brokenCall(`=${before}TRAGET("教育局","新增学位")`)?.mended).toBe(mended);
    expect(broken.brokenCall(`=${before}TARGET(教育局,新增学位)`)?.mended).toBe(mended);
    expect(broken.brokenCall(`=TRAGET("教育局","新增学位")`)?.mended).toBe(mended);
    expect(broken.brokenCall(mended)).toBeNull();
  });
});
