/** Freezing a period: what the ledger says is copied into the history and beside the ledger's rows, so that it stays as signed. */
import {
  emptyHistory,
  frozenRows,
  HISTORY_ALIGNMENTS,
  HISTORY_FIRST_ROW,
  HISTORY_FORMATS,
  HISTORY_NAME,
  readHistory,
} from "../sheets/history";
import { asTyped } from "../sheets/plan";
import { isBeingCalculated, shownAt } from "../sheets/standingLedger";
import { applyPlan } from "./applyPlan";
import { firstFreeName, removeSheet } from "./asideSheet";
import { findLedger, type NoLedger } from "./findLedger";
import { Portions, writeContent, writeNumberFormats } from "./portions";
import { unprotectSheet } from "./protection";
import type { InForce } from "./session";

export type FreezeOutcome =
  | NoLedger
  | { readonly refused: "busy" | "noAsOf" | "locked" }
  /** The history holds this period of this ledger already. */
  | { readonly already: { readonly asOf: string; readonly frozenAt: string } }
  | { readonly frozen: { readonly asOf: string; readonly rows: number; readonly sheet: string } };

/**
 * Freezes the period of a ledger. Three requests to look and one to write.
 * @param isAgain whether a second copy of the period is wanted where the history holds one
 * @param wanted the ledger's sheet, where a person chose one
 */
export async function freezePeriod(
  context: Excel.RequestContext,
  { rules, now }: InForce,
  isAgain: boolean,
  wanted: string | null = null,
): Promise<FreezeOutcome> {
  const sheets = context.workbook.worksheets;
  const found = await findLedger(context, wanted, HISTORY_NAME);
  if (!("ledger" in found)) return found;
  const { ledger, names, beside } = found;
  if (isBeingCalculated(ledger)) return { refused: "busy" };
  const frozen = frozenRows(ledger, rules.preset, now);
  if (!frozen) return { refused: "noAsOf" };

  const texts = beside?.row === 0 && beside.column === 0 ? beside.texts : [];
  const { isHistory, frozenAt } = readHistory(texts, ledger.name, frozen.asOf);
  if (frozenAt !== null && !isAgain) return { already: { asOf: frozen.asOf, frozenAt } };
  const options = found.isProtected ? await unprotectSheet(context, found.sheet) : undefined;
  if (options === null) return { refused: "locked" };

  const name = isHistory ? HISTORY_NAME : firstFreeName(HISTORY_NAME, names);
  const first = isHistory ? texts.length : HISTORY_FIRST_ROW;
  const [top, bottom] = [ledger.rows[0]?.row ?? 0, ledger.rows.at(-1)?.row ?? 0];
  const pastOf = new Map(frozen.past.map(({ row, text }) => [row, text]));
  const column = ledger.at.past;
  const past = Array.from({ length: bottom - top + 1 }, (_, index) => [pastOf.get(top + index) ?? null]);
  try {
    const history = isHistory ? sheets.getItem(name) : sheets.add(name);
    if (!isHistory) await applyPlan(context, history, emptyHistory(name));
    const portions = new Portions(context);
    const block = { row: first, column: 0, rows: frozen.rows.length, columns: HISTORY_FORMATS.length };
    await writeNumberFormats(portions, history, { block, formats: frozen.rows.map(() => HISTORY_FORMATS) });
    for (const { column: left, columns, align } of HISTORY_ALIGNMENTS)
      history.getRangeByIndexes(first, left, frozen.rows.length, columns).format.horizontalAlignment = align;
    await writeContent(portions, history, frozen.rows, { row: first, column: 0 });
    if (column !== undefined) await writeContent(portions, found.sheet, past, { row: top, column });
    await context.sync();
  } catch (error) {
    await takeBack(context, found.sheet, { name, isHistory, first, rows: frozen.rows.length });
    if (column !== undefined) {
      const before = past.map((_, index) => [asTyped(shownAt(ledger.cells, top + index, column).text)]);
      found.sheet.getRangeByIndexes(top, column, before.length, 1).values = before;
      await context.sync();
    }
    throw error;
  } finally {
    if (options) {
      found.sheet.protection.protect(options);
      await context.sync();
    }
  }
  return { frozen: { asOf: frozen.asOf, rows: frozen.rows.length, sheet: name } };
}

/** Takes rows that a failed request may have appended out of the history again, or the history that was begun. */
async function takeBack(
  context: Excel.RequestContext,
  ledger: Excel.Worksheet,
  { name, isHistory, first, rows }: { name: string; isHistory: boolean; first: number; rows: number },
): Promise<void> {
  if (!isHistory) {
    await removeSheet(context, name);
    ledger.activate();
    return;
  }
  context.workbook.worksheets.getItem(name).getRangeByIndexes(first, 0, rows, HISTORY_FORMATS.length).clear();
  await context.sync();
}
