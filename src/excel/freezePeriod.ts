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
import { ledgerGround } from "../sheets/ledgerReading";
import { applyPlan } from "./applyPlan";
import { firstFreeName, removeSheet } from "./asideSheet";
import { findLedger } from "./findLedger";
import { Portions, writeContent, writeNumberFormats } from "./portions";
import { unprotectSheet } from "./protection";
import { session } from "./session";

export type FreezeOutcome =
  | { readonly refused: "noLedger" | "busy" | "noAsOf" | "locked" }
  /** The history holds this period of this ledger already. */
  | { readonly already: { readonly asOf: string; readonly frozenAt: string } }
  | { readonly frozen: { readonly asOf: string; readonly rows: number; readonly sheet: string } };

/**
 * Freezes the period of the active ledger, or of the sheet 台账. Three requests to look and one to write.
 * @param isAgain whether a second copy of the period is wanted where the history holds one
 */
export async function freezePeriod(context: Excel.RequestContext, isAgain: boolean): Promise<FreezeOutcome> {
  const sheets = context.workbook.worksheets;
  const { names, ledger, isBusy, beside } = await findLedger(context, HISTORY_NAME);
  if (!ledger) return { refused: "noLedger" };
  if (isBusy) return { refused: "busy" };
  const ground = ledgerGround(ledger.texts);
  if (!ground) return { refused: "noLedger" };
  const frozen = frozenRows(ledger.name, ground, ledger.texts, ledger.values, session.rules.preset, new Date());
  if (!frozen) return { refused: "noAsOf" };

  const texts = beside ?? [];
  const { isHistory, frozenAt } = readHistory(texts, ledger.name, frozen.asOf);
  if (frozenAt !== null && !isAgain) return { already: { asOf: frozen.asOf, frozenAt } };
  const options = ledger.isProtected ? await unprotectSheet(context, ledger.sheet) : undefined;
  if (options === null) return { refused: "locked" };

  const name = isHistory ? HISTORY_NAME : firstFreeName(HISTORY_NAME, names);
  const first = isHistory ? texts.length : HISTORY_FIRST_ROW;
  const [top, bottom] = [ledger.row + (ground.rows[0]?.row ?? 0), ledger.row + (ground.rows.at(-1)?.row ?? 0)];
  const pastOf = new Map(frozen.past.map(({ row, text }) => [ledger.row + row, text]));
  const column = ledger.column + ground.at.past;
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
    await writeContent(portions, ledger.sheet, past, { row: top, column });
    await context.sync();
  } catch (error) {
    await takeBack(context, ledger.sheet, { name, isHistory, first, rows: frozen.rows.length });
    const before = past.map((_, index) => [asTyped(ledger.texts[top + index - ledger.row]?.[ground.at.past] ?? "")]);
    ledger.sheet.getRangeByIndexes(top, column, before.length, 1).values = before;
    await context.sync();
    throw error;
  } finally {
    if (options) {
      ledger.sheet.protection.protect(options);
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
