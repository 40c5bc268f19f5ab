/** A ledger of the workbook with what people filled in: the one that is open, or the one of a known name. */
import { LEDGER_NAME } from "../sheets/ledger";
import { ledgerGround } from "../sheets/ledgerReading";
import { isLeadersCopy } from "../sheets/leadersCopy";
import {
  RETURNED_COLUMNS,
  type FilledLedger,
  type ReturnedColumn,
  type TypedCell,
  type Value,
} from "../sheets/returns";

/** The active ledger, or that on the sheet 台账; null where neither is one. One request to list the sheets, two to read. */
export async function openLedger(context: Excel.RequestContext): Promise<FilledLedger | null> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  const active = sheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  const standing = new Set(sheets.items.map(({ name }) => name));
  const names = [...new Set([active.name, LEDGER_NAME])].filter((name) => standing.has(name) && !isLeadersCopy(name));
  return firstLedger(context, names);
}

/** The ledger on the first of these sheets that is one. Only the columns people fill are read with their formulas. */
export async function firstLedger(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<FilledLedger | null> {
  const looked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("text,rowIndex,columnIndex");
    return { name, sheet, used };
  });
  await context.sync();
  const found = looked.flatMap(({ name, sheet, used }) => {
    const ground = used.isNullObject ? null : ledgerGround(used.text);
    return ground ? [{ name, sheet, used, ground }] : [];
  })[0];
  if (!found) return null;
  const { name, sheet, ground } = found;
  const { text: texts, rowIndex, columnIndex } = found.used;
  const first = ground.header + 1;
  const rows = Math.max(1, texts.length - first);
  const columns = RETURNED_COLUMNS.map((column) => {
    const range = sheet.getRangeByIndexes(rowIndex + first, columnIndex + ground.at[column], rows, 1);
    range.load("formulas,values");
    return [column, range] as const;
  });
  await context.sync();
  const typed = Object.fromEntries(
    columns.map(([column, { formulas, values }]) => {
      const above = Array.from({ length: first }, (): TypedCell => ({ value: "", isFormula: false }));
      const cells = values.map(([value], row): TypedCell => ({
        value: value as Value,
        isFormula: String(formulas[row]?.[0]).startsWith("="),
      }));
      return [column, [...above, ...cells]];
    }),
  ) as Record<ReturnedColumn, TypedCell[]>;
  return { sheet: name, row: rowIndex, column: columnIndex, texts, ground, typed };
}

/** A ledger in values that were read from another workbook; null where they are none. There a formula counts as its value. */
export function ledgerOfValues(
  sheet: string,
  row: number,
  column: number,
  values: readonly (readonly Value[])[],
): FilledLedger | null {
  const texts = values.map((cells) => cells.map(String));
  const ground = ledgerGround(texts);
  if (!ground) return null;
  const typed = Object.fromEntries(
    RETURNED_COLUMNS.map((name) => [
      name,
      values.map((cells): TypedCell => ({ value: cells[ground.at[name]] ?? "", isFormula: false })),
    ]),
  ) as Record<ReturnedColumn, TypedCell[]>;
  return { sheet, row, column, texts, ground, typed };
}
