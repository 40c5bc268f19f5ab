/** The ledger a command is about: the active sheet, or else the one named 台账. */
import { AS_OF_NAME, LEDGER_NAME } from "../sheets/ledger";
import { readLedgerSheet, type LedgerReading } from "../sheets/ledgerEntries";
import { isLeadersCopy } from "../sheets/leadersCopy";
import { readUsedCells } from "./readSheets";

/** A ledger as it was read. */
export interface FoundLedger {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isProtected: boolean;
  readonly reading: LedgerReading;
  /** Its used cells, and where they begin, from 0. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly texts: readonly (readonly string[])[];
}

export interface LedgerSearch {
  /** The names of all sheets. */
  readonly names: readonly string[];
  readonly ledger: FoundLedger | null;
  /** Whether cells of it are still being calculated, so that what was read is half of it. */
  readonly isBusy: boolean;
  /** What the sheet that was asked for beside it shows from A1; null where there is none, or where A1 is blank. */
  readonly beside: readonly (readonly string[])[] | null;
}

/**
 * Looks for the ledger; a leader's copy is none. Three requests for a ledger of up to some thousand rows; the first carries what was queued before.
 * @param besideName another sheet to read in the same requests
 */
export async function findLedger(
  context: Excel.RequestContext,
  besideName: string | null = null,
): Promise<LedgerSearch> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  const active = sheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  const names = sheets.items.map(({ name }) => name);
  const candidates = [...new Set([active.name, LEDGER_NAME])].filter(
    (name) => names.includes(name) && !isLeadersCopy(name),
  );
  const looked = candidates.map((name) => sheets.getItem(name));
  for (const sheet of looked) sheet.protection.load("protected");
  const hasBeside = besideName !== null && names.includes(besideName);
  const cells = await readUsedCells(context, [...looked, ...(hasBeside ? [sheets.getItem(besideName)] : [])]);
  const found = looked.flatMap((sheet, index): FoundLedger[] => {
    const { row, column, values, texts } = cells[index] ?? { row: 0, column: 0, values: [], texts: [] };
    const name = candidates[index] ?? "";
    const reading = readLedgerSheet({ name, row, column, values, texts });
    if (!reading || reading.entries.length === 0) return [];
    return [{ sheet, name, isProtected: sheet.protection.protected, reading, row, column, values, texts }];
  });
  const [ledger = null] = found;
  const isBusy = ledger?.texts.some((row) => row.some((text) => /^#(BUSY|GETTING_DATA)/.test(text))) ?? false;
  const besideCells = hasBeside ? cells[looked.length] : undefined;
  const beginsAtA1 = besideCells?.row === 0 && besideCells.column === 0 && besideCells.texts.length > 0;
  return { names, ledger, isBusy, beside: beginsAtA1 ? besideCells.texts : null };
}

/**
 * Whether the active sheet or the one named 台账 is a ledger, told by the name it gives its 截至期: cheap enough to ask at every change
 * of sheet. Two requests.
 */
export async function isLedgerAtHand(context: Excel.RequestContext): Promise<boolean> {
  const sheets = context.workbook.worksheets;
  const active = sheets.getActiveWorksheet();
  const named = sheets.getItemOrNullObject(LEDGER_NAME);
  active.load("name");
  const found = active.names.getItemOrNullObject(AS_OF_NAME);
  await context.sync();
  if (!found.isNullObject && !isLeadersCopy(active.name)) return true;
  if (named.isNullObject) return false;
  const inNamed = named.names.getItemOrNullObject(AS_OF_NAME);
  await context.sync();
  return !inNamed.isNullObject;
}

/** Calls back when another sheet is shown, and when sheets come, go or are filled by us. */
export async function whenSheetsChange(context: Excel.RequestContext, changed: () => void): Promise<void> {
  const { worksheets } = context.workbook;
  const tell = () => {
    changed();
    return Promise.resolve();
  };
  worksheets.onActivated.add(tell);
  worksheets.onAdded.add(tell);
  worksheets.onDeleted.add(tell);
  await context.sync();
}
