/** Workbooks in which commands are made to fail: small ledgers, as people leave them. */
import { CatalogIndex } from "../../../src/core/catalog";
import { buildLedger } from "../../../src/excel/buildLedger";
import { session } from "../../../src/excel/session";
import { LEDGER_NAME } from "../../../src/sheets/ledger";
import type { OpenWorkbook } from "../../workbench/node/openWorkbook";
import { openForTheAddIn } from "../openForTheAddIn";

export const SITUATIONS = ["plain", "livedIn", "protected"] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Departments of the small catalog: the ledger has the first, an update adds the second. */
export const DEPARTMENT = "education";
export const SECOND = "tax";
const ROWS = 3;

/** Three promises of one department and two of another. */
export function useSmallCatalog(): CatalogIndex {
  session.useEmbedded();
  const { catalog } = session.index;
  const few = (department: string, count: number) =>
    catalog.commitments
      .filter((each) => each.department === department && !("sumOf" in each && each.sumOf))
      .slice(0, count);
  const index = new CatalogIndex({
    ...catalog,
    departments: catalog.departments.filter(({ id }) => id === DEPARTMENT || id === SECOND),
    commitments: [...few(DEPARTMENT, ROWS), ...few(SECOND, 2)],
    facts: [],
  });
  session.useCatalog(index);
  return index;
}

/** A workbook with a ledger that is judged at the half-year. */
export async function openSituation(situation: Situation): Promise<OpenWorkbook> {
  useSmallCatalog();
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), [DEPARTMENT], "ask"));
  await workbook.run(async (context) => {
    const ledger = context.workbook.worksheets.getItem(LEDGER_NAME);
    ledger.getRange("C3").values = [["2024Q2"]];
    ledger.getRange("G6:H6").values = [[500, 950]];
    await context.sync();
    if (situation !== "plain") liveIn(context, ledger);
    if (situation === "protected") ledger.protection.protect({ allowFormatCells: true, allowSort: true });
    ledger.activate();
    await context.sync();
  });
  const id = workbook.host.findSheet(LEDGER_NAME)!;
  if (situation !== "plain")
    workbook.host
      .record(id)
      .notes.push({ area: { sheet: id, row: 6, column: 2, rows: 1, columns: 1 }, content: "问过了" });
  await workbook.idle();
  return workbook;
}

/** A column and marks of their own, formulas and texts that look like them, and sheets and names that speak of the ledger. */
function liveIn(context: Excel.RequestContext, ledger: Excel.Worksheet): void {
  ledger.getRange("Y5:Y8").values = [["科长意见"], ["同意"], ["'=1+1"], ["'001"]];
  ledger.getRange("R6:S7").formulas = [
    ["暑期完工", "=1+1"],
    ["'=TARGET", "催办"],
  ];
  ledger.getRange("T6:T7").formulas = [["=1+1"], ["'2024-06-30"]]; // into 历次状态 somebody typed
  ledger.getRange("C7").format.fill.color = "#FFC000";
  ledger.getRange("7:7").format.rowHeight = 61;
  const other = context.workbook.worksheets.getItem("Sheet1");
  other.getRange("A1:B2").formulas = [
    [`=${LEDGER_NAME}!H6`, `=SUM(${LEDGER_NAME}!G6:H8)`],
    [`=${LEDGER_NAME}!C8`, `=${LEDGER_NAME}!B12`],
  ];
  context.workbook.names.add("半年数", ledger.getRange("H6"));
}
