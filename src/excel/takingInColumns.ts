/** Formulas that would take in columns which come in among those they speak of: a person is told of them before. */
import { takesInColumns } from "../sheets/movedCells";
import { addressOf, cell } from "../sheets/plan";
import type { Reshape } from "../sheets/reshapedLedger";
import { formulaAt, type StandingLedger } from "../sheets/standingLedger";
import { referencesTo } from "./references";

/** Cells of people's whose formulas speak of an area of the ledger across columns that come in, by their addresses. Three requests. */
export async function takingInColumns(
  context: Excel.RequestContext,
  ledger: StandingLedger,
  { insertions }: Reshape,
): Promise<string[]> {
  if (insertions.length === 0) return [];
  const { name, cells, at } = ledger;
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  const sheet = worksheets.getItem(name);
  sheet.load("id,name");
  await context.sync();
  const nameOf = new Map(worksheets.items.map((each) => [each.id, each.name]));
  const { cells: referring } = await referencesTo(context, sheet);
  const elsewhere = referring
    .filter(({ formula }) => takesInColumns(formula, name, false, insertions))
    .map(({ sheet: id, row, column }) => `${nameOf.get(id) ?? ""}!${addressOf(cell(row, column))}`);
  const ours = new Set<number>(Object.values(at));
  const rows = new Set([...ledger.rows, ...ledger.helped].map(({ row }) => row));
  const here = (cells.formulas ?? []).flatMap((line, lineAt) =>
    line.flatMap((_, placeAt) => {
      const [row, column] = [cells.row + lineAt, cells.column + placeAt];
      if (row <= ledger.header || (rows.has(row) && ours.has(column))) return [];
      const formula = formulaAt(cells, row, column);
      return formula !== null && takesInColumns(formula, name, true, insertions) ? [addressOf(cell(row, column))] : [];
    }),
  );
  return [...elsewhere, ...here];
}
