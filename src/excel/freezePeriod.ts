/** Freezing a period: what the ledger says is copied into the history and beside the ledger's rows, so that it stays as signed. */
import {
  emptyHistory,
  frozenRows,
  HISTORY_ALIGNMENTS,
  HISTORY_FIRST_ROW,
  HISTORY_FORMATS,
  historyKey,
  HISTORY_KEYS,
  HISTORY_NAME,
  isHistoryName,
  standingHistory,
} from "../sheets/history";
import { LEDGER_NAME } from "../sheets/ledger";
import { isBeingCalculated, shownAt } from "../sheets/standingLedger";
import { applyPlan } from "./applyPlan";
import { firstFreeName } from "./asideSheet";
import { aliasOf, type AppendedRows, type Keeper, type Unfinished } from "./backup";
import { carryOutClaimed, claimed, whileRowsMove } from "./change";
import { findLedger, type NoLedger } from "./findLedger";
import { Portions, writeContent, writeNumberFormats } from "./portions";
import { lockOf, openFor, sheetsToWrite, type Lock } from "./protection";
import { markedRows, newRows, RowWatch } from "./rowWatch";
import type { InForce } from "./session";
import { toXml } from "./workbookStore";
import { inTurn } from "./writingQueue";

export type FreezeOutcome =
  | NoLedger
  | { readonly refused: "busy" | "noAsOf" | Lock }
  /** The history holds this period of this ledger already. */
  | { readonly already: { readonly asOf: string; readonly frozenAt: string } }
  | { readonly frozen: { readonly asOf: string; readonly rows: number; readonly sheet: string } };

/**
 * Freezes the period of a ledger. Five requests to look and two to write; one more to make the history.
 * @param isAgain whether a second copy of the period is wanted where the history holds one
 */
export function freezePeriod(
  context: Excel.RequestContext,
  inForce: InForce,
  isAgain: boolean,
  wanted: string | null = null,
): Promise<FreezeOutcome> {
  return inTurn(["freeze", isAgain, wanted], () =>
    whileRowsMove(() =>
      claimed(context, "freeze", wanted ?? LEDGER_NAME, (keeper, unfinished) =>
        freeze(keeper, unfinished, inForce, isAgain, wanted),
      ),
    ),
  );
}

async function freeze(
  keeper: Keeper,
  unfinished: Unfinished,
  { rules, now }: InForce,
  isAgain: boolean,
  wanted: string | null,
): Promise<FreezeOutcome> {
  const { context } = keeper;
  const { worksheets } = context.workbook;
  const found = await findLedger(context, wanted, isHistoryName);
  await unfinished.mustBeNone();
  if (!("ledger" in found)) return found;
  const { ledger, names, beside } = found;
  if (isBeingCalculated(ledger)) return { refused: "busy" };
  const frozen = frozenRows(ledger, rules.preset, now);
  if (!frozen) return { refused: "noAsOf" };

  const history = standingHistory(beside, ledger.name, frozen.asOf);
  if (history && history.frozenAt !== null && !isAgain)
    return { already: { asOf: frozen.asOf, frozenAt: history.frozenAt } };

  const name = history?.name ?? firstFreeName(HISTORY_NAME, names);
  const first = history?.end ?? HISTORY_FIRST_ROW;
  const pastOf = new Map(frozen.past.map(({ row, text }) => [row, text]));
  const top = Math.min(...pastOf.keys());
  const past = Array.from({ length: Math.max(...pastOf.keys()) - top + 1 }, (_, index) => [
    pastOf.get(top + index) ?? null,
  ]);
  const column = ledger.at.past; // people may have taken the column out

  const written = await sheetsToWrite(context, [ledger.name, ...(history ? [name] : [])]);
  const [{ id: ledgerId } = { id: "" }, standing] = written;
  const historyId = standing?.id ?? null;
  const protections = written.flatMap(({ protection }) => protection ?? []);
  const watch = await RowWatch.over(context, {
    sheet: ledgerId,
    ...markedRows(ledger),
    columns:
      column === undefined
        ? []
        : [
            {
              column,
              isWritten: (row) => pastOf.has(row),
              seen: (row) => shownAt(ledger.cells, row, column).value,
            },
          ],
  });
  // Below what the history holds somebody else may freeze at the same time.
  const below = historyId === null ? null : await RowWatch.over(context, newRows(historyId, first, frozen.rows.length));
  const appended = (sheet: string): AppendedRows[] => [
    { sheet, first, columns: HISTORY_FORMATS.length, keyColumns: HISTORY_KEYS, keys: frozen.rows.map(historyKey) },
  ];
  const alias = aliasOf(name);
  const kept = {
    sheet: ledger.name,
    cells: watch.kept,
    appended: historyId === null ? [] : appended(historyId),
    made: historyId === null ? [{ id: null, alias }] : [],
    protections,
  };
  try {
    const change = async () => {
      keeper.put();
      const sheet = historyId === null ? worksheets.add(alias) : worksheets.getItem(historyId);
      if (historyId === null) {
        sheet.load("id");
        await context.sync();
        keeper.put({ made: [{ id: sheet.id, alias }] });
        await applyPlan(context, sheet, emptyHistory(name));
      }
      const open = openFor(context, protections);
      watch.begin();
      below?.begin();
      const portions = new Portions(context, open);
      const block = { row: first, column: 0, rows: frozen.rows.length, columns: HISTORY_FORMATS.length };
      await writeNumberFormats(portions, sheet, { block, formats: frozen.rows.map(() => HISTORY_FORMATS) });
      for (const { column: left, columns, align } of HISTORY_ALIGNMENTS)
        sheet.getRangeByIndexes(first, left, frozen.rows.length, columns).format.horizontalAlignment = align;
      await writeContent(portions, sheet, frozen.rows, { row: first, column: 0 });
      if (column !== undefined) await writeContent(portions, found.sheet, past, { row: top, column });
      if (historyId === null) sheet.name = name;
      open.close();
      await context.sync();
      watch.mustBeStill(keeper);
      below?.mustBeStill(keeper);
    };
    // Kept beside the sheet as well, so that a later change of it shows.
    await carryOutClaimed(keeper, kept, change, () =>
      context.workbook.customXmlParts.add(toXml("frozen", frozen.rows)),
    );
  } catch (error) {
    const lock = lockOf(error);
    if (lock) return { refused: lock };
    throw error;
  }
  return { frozen: { asOf: frozen.asOf, rows: frozen.rows.length, sheet: name } };
}
