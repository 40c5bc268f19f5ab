import { applyPlan } from "../../src/excel/applyPlan";
import { session } from "../../src/excel/session";
import { ledger } from "../../src/sheets/ledger";
import { Formula, type SheetPlan } from "../../src/sheets/plan";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(closeWorkbooks);

const { index, rules } = session;
const DEPARTMENT = index.catalog.departments.find(({ id }) => index.commitmentsOf(id).length > 2)!;
const plan = ledger(index, [DEPARTMENT.id], rules, "表", `${index.catalog.year}Q1`);

async function applied(given: SheetPlan): Promise<{ workbook: OpenWorkbook; sheet: string }> {
  const workbook = await openForTheAddIn({ office: "2021", sheetName: "表" });
  await workbook.run(async (context) => {
    await applyPlan(context, context.workbook.worksheets.getItem("表"), given);
    await context.sync();
  });
  await workbook.idle();
  return { workbook, sheet: workbook.engine.activeSheet() };
}

it("writes every content of the plan where it belongs", async () => {
  const { workbook, sheet } = await applied(plan);
  const columns = Math.max(...plan.content.map((row) => row.length));
  const read = workbook.engine.read({ sheet, row: 0, column: 0, rows: plan.content.length, columns });
  for (const [row, contents] of plan.content.entries())
    for (const [column, wanted] of contents.entries()) {
      const { formula, value } = read[row]![column]!;
      if (wanted instanceof Formula) expect(formula).toBe(String(wanted));
      else if (wanted !== "") expect([formula, value]).toEqual([null, wanted]);
      else expect(value).toBeNull();
    }
});

it("lays on the formats, the widths, the rules, the names and the frozen rows", async () => {
  const { workbook, sheet } = await applied(plan);
  const { engine } = workbook;
  for (const { block, formats } of plan.numberFormats) {
    const shown = engine.styles({ sheet, ...block })[0]![0]!.numberFormat;
    expect(shown).toBe(typeof formats === "string" ? formats : formats[0]![0]);
  }
  expect(engine.colourRules(sheet)).toHaveLength(plan.colourRules.length);
  for (const { block } of plan.validations) expect(engine.inputRule(sheet, block.row, block.column)).not.toBeNull();
  expect(engine.names().map(({ name }) => name)).toEqual(expect.arrayContaining(plan.names.map(({ name }) => name)));
  expect(engine.sheets()[0]).toMatchObject({
    showsGridlines: false,
    frozenRows: plan.frozen?.rows,
    frozenColumns: plan.frozen?.columns,
    tabColour: plan.tabColor,
  });
});

it("cuts what one request cannot hold, formats as well as contents", async () => {
  // 20,000 rows with a text of 150 Chinese characters (9 MB) and with formats for ten columns (3 MB).
  const count = 20_000;
  const block = { row: 0, column: 1, rows: count, columns: 10 };
  const large: SheetPlan = {
    ...plan,
    content: Array.from({ length: count }, (_, row) => [`${row}${"承".repeat(150)}`]),
    numberFormats: [
      { block, formats: Array.from({ length: count }, () => Array.from({ length: 10 }, () => "#,##0.00_ ")) },
    ],
    styles: [],
    validations: [],
    colourRules: [],
    names: [],
  };
  const { workbook, sheet } = await applied(large);
  const { engine } = workbook;
  for (const row of [0, 7_777, count - 1]) {
    expect(engine.read({ sheet, row, column: 0, rows: 1, columns: 1 })[0]![0]!.value).toBe(large.content[row]![0]);
    const looks = engine.styles({ sheet, row, column: 1, rows: 1, columns: 10 })[0]!;
    expect(looks.map(({ numberFormat }) => numberFormat)).toEqual(Array.from({ length: 10 }, () => "#,##0.00_ "));
  }
  const { requests } = workbook.batches;
  expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(5_000_000);
  expect(requests.filter(({ bytes }) => bytes > 100_000).length).toBeLessThanOrEqual(4);
  expect(requests.map(({ error }) => error)).toEqual(requests.map(() => null));
});
