import "../workbench/fixtures/univerInNode";
import { applyPlan } from "../../src/excel/applyPlan";
import { session } from "../../src/excel/session";
import { ledger, ledgerCommitments } from "../../src/sheets/ledger";
import type { SheetPlan } from "../../src/sheets/plan";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

jest.setTimeout(60_000);
afterEach(closeWorkbooks);

const { index, rules } = session;
const DEPARTMENT = index.catalog.departments.find(({ id }) => ledgerCommitments(index, [id]).length > 2)!;
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
      if (typeof wanted === "string" && wanted.startsWith("=")) expect(formula).toBe(wanted);
      else if (typeof wanted === "number") expect(value).toBe(wanted);
      else if (wanted === "") expect(value).toBeNull();
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

it("cuts what one request cannot hold", async () => {
  // 120 rows of 20 texts of 1,000 Chinese characters: 7.2 MB.
  const rows = Array.from({ length: 120 }, (_, row) => Array.from({ length: 20 }, () => `${row}${"承".repeat(1000)}`));
  const large: SheetPlan = {
    ...plan,
    content: rows,
    numberFormats: [],
    styles: [],
    validations: [],
    colourRules: [],
    names: [],
  };
  const { workbook, sheet } = await applied(large);
  const read = workbook.engine.read({ sheet, row: 0, column: 0, rows: 120, columns: 20 });
  expect(read[119]![19]!.value).toBe(rows[119]![19]);
  const sizes = workbook.batches.requests.map(({ bytes }) => bytes);
  expect(Math.max(...sizes)).toBeLessThan(5 * 1024 * 1024);
  expect(workbook.batches.requests.map(({ error }) => error)).toEqual(sizes.map(() => null));
});
