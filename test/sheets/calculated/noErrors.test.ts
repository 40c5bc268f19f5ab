/** Whatever stands in the cells a ledger reads, what it says of a row is a word, a figure or nothing: never an error. */
import { RULES } from "../../../src/core/status";
import { columnsOf, periodColumns, type LedgerColumn } from "../../../src/sheets/ledgerColumns";
import { Formula } from "../../../src/sheets/plan";
import { zh } from "../../../src/strings/zh";
import { catalogOf } from "../../core/jingzhou";
import { FilledLedger, type Typed } from "./filledLedger";

const SAID: readonly LedgerColumn[] = ["hint", "latest", "attainment", "share", "gap", "status", "light"];
const HOSTILE = [new Formula("=NA()"), new Formula("=1/0"), "约3000", true, -1];

/** A row of each kind, and a total with its parts. */
const index = catalogOf(
  { id: "TT2024-101", kind: "flow", target: { comparator: "plain", value: 5970, unit: "个" } },
  { id: "TT2024-102", kind: "flow", target: { comparator: "atMost", value: 90, unit: "个" } },
  { id: "TT2024-103", kind: "flow", target: { comparator: "plain", value: 100, unit: "个" } },
  { kind: "flow", sumOf: ["TT2024-101", "TT2024-103"] },
  { kind: "flow", target: { comparator: "moreThan", relativeTo: "lastYear", unit: "个" } },
  { kind: "flow", target: { comparator: "atLeast", value: 92, unit: "亿斤" }, profile: "atDue" },
  { kind: "stock", target: { comparator: "atLeast", value: 300, unit: "个" } },
  { kind: "stock", target: { comparator: "atLeast", value: 300, unit: "个" }, baseline: { value: 258 } },
  { kind: "growth", target: { comparator: "about", value: 9, unit: "%" } },
  { kind: "growth", target: { comparator: "plain", value: 15, unit: "%" } },
  { kind: "ratio", target: { comparator: "atLeast", value: 95, unit: "%" } },
  { kind: "milestone" },
);

describe.each(["cumulative", "perQuarter"] as const)("quarters typed %s", (entry) => {
  let ledger: FilledLedger;
  beforeEach(() => {
    ledger = new FilledLedger(index, RULES.standard, entry);
    ledger.fill(ledger.ids.map(() => [10, 20, null, null]));
  });
  afterEach(() => ledger.close());

  /** What the rows say that is an error. */
  async function saidByRows(): Promise<string[]> {
    const all = { row: ledger.first, column: 0, rows: ledger.ids.length, columns: columnsOf("cumulative").length };
    return (await ledger.errors(all)).flatMap(({ row, column, error }) => {
      const name = columnsOf("cumulative")[column]![0];
      return SAID.includes(name) ? [`${ledger.ids[row - ledger.first]!} ${name}: ${String(error)}`] : [];
    });
  }

  it.each([...periodColumns("cumulative").slice(0, 3), "baseline", "target", "reason", "measures"] as const)(
    "none is said whatever stands in %s, with a figure for the quarter and without",
    async (column) => {
      const found: unknown[] = [];
      for (const now of [20, null])
        for (const typed of HOSTILE) {
          for (const id of ledger.ids) {
            ledger.type(id, "quarter2", now);
            ledger.type(id, column, typed);
          }
          const wrong = await saidByRows();
          if (wrong.length > 0) found.push([now, String(typed), ...wrong]);
        }
      expect(found).toEqual([]);
    },
  );

  it.each(["asOf", "shareTolerance", "pointTolerance", "shareGrace"] as const)(
    "none is said whatever stands in the cell of %s, at the head neither",
    async (setting) => {
      const own = ledger.settingCell(setting);
      const head = { row: 0, column: 0, rows: ledger.first - 1, columns: columnsOf("cumulative").length };
      const found: unknown[] = [];
      for (const typed of [...HOSTILE, "", 1e300] satisfies (Typed | Formula)[]) {
        ledger.set(setting, typed);
        const above = (await ledger.errors(head)).filter(({ row, column }) => row !== own.row || column !== own.column);
        const wrong = [...above, ...(await saidByRows())];
        if (wrong.length > 0) found.push([String(typed), ...wrong]);
      }
      expect(found).toEqual([]);
    },
  );
});

it("says that an error in a quarter can not be read, whichever quarter it is", async () => {
  const ledger = new FilledLedger(index, RULES.standard);
  const id = "TT2024-101";
  ledger.type(id, "quarter1", new Formula("=NA()"));
  ledger.type(id, "quarter2", 3000);
  expect(await ledger.row(id)).toMatchObject({ latest: 3000, status: "达进度", hint: "读不出，请填数字" });
  ledger.type(id, "quarter1", 1000);
  ledger.type(id, "quarter2", new Formula("=NA()"));
  expect(await ledger.row(id)).toMatchObject({ status: "无法核验", hint: "读不出，请填数字" });
  ledger.close();
});

it("judges nothing from a level that is no number, and says so", async () => {
  const ledger = new FilledLedger(index, RULES.standard);
  const id = ledger.ids[7]!;
  ledger.type(id, "quarter2", 280);
  expect(await ledger.row(id)).toMatchObject({ baseline: 258, status: "达进度" });
  for (const typed of HOSTILE.slice(0, 4)) {
    ledger.type(id, "baseline", typed);
    expect(await ledger.row(id)).toMatchObject({ status: "无法核验", gap: "", hint: zh.ledger.hints.baselineNoNumber });
  }
  ledger.close();
});
