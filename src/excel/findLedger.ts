/** The ledger a command is about: told by what it holds, whatever its sheet is called and wherever one stands. */
import { AS_OF_NAME, LEDGER_NAME } from "../sheets/ledger";
import { isLeadersCopy } from "../sheets/leadersCopy";
import { PLACES_NAME } from "../sheets/placesTable";
import { standingLedger, type CellValue, type StandingLedger } from "../sheets/standingLedger";
import { measure, readMeasured, type MeasuredSheet, type ReadSheet } from "./readSheets";

/** A ledger as it was read. */
export interface FoundLedger {
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** Whether its sheet is the one on show. */
  readonly isOpen: boolean;
  readonly ledger: StandingLedger;
  /** The names of all sheets. */
  readonly names: readonly string[];
  /** The sheets that were asked for beside it, in their order in the workbook. */
  readonly beside: readonly ReadSheet[];
}

/** There is no ledger; or there are several, and none of them is open. */
export type NoLedger = { readonly noLedger: true } | { readonly several: readonly string[] };

/** A sheet's head is enough to tell whether it holds a ledger. */
const HEAD_ROWS = 40;

/** A unit that only helps others has rows of 配合 alone. */
const hasRows = ({ rows, helped }: StandingLedger) => rows.length + helped.length > 0;

interface Candidate extends MeasuredSheet {
  /** Whether it carries the name that a ledger gives the cell of its 截至期; a copied sheet keeps it, a renamed one too. */
  readonly isMarked: boolean;
}

/**
 * Looks for the ledger: the one that is open, else the only one of the workbook; a leader's copy is none. Three requests for a ledger
 * of up to some thousand rows; the first carries what was queued before.
 * @param wanted the sheet of the ledger that a person chose, or null
 * @param isBeside which other sheets to read in the same requests, by their names
 */
export async function findLedger(
  context: Excel.RequestContext,
  wanted: string | null = null,
  isBeside: (name: string) => boolean = () => false,
): Promise<FoundLedger | NoLedger> {
  const { candidates, active } = await candidatesIn(context);
  const names = candidates.map(({ name }) => name);
  const besides = candidates.filter(({ name }) => isBeside(name));
  const named = candidates.filter(({ name }) => name === (wanted ?? active));
  const marked = candidates.filter((each) => wanted === null && each.isMarked && !named.includes(each));
  const looked = [...named, ...marked];
  const sheets = await readMeasured(context, [...looked, ...besides]);
  const beside = sheets.slice(looked.length);
  const found = (each: ReadSheet | undefined): FoundLedger[] => {
    const ledger = each ? standingLedger(each) : null;
    const sheet = looked.concat(candidates).find(({ name }) => name === each?.name)?.sheet;
    return ledger && sheet && hasRows(ledger)
      ? [{ sheet, isProtected: each?.isProtected ?? false, isOpen: ledger.name === active, ledger, names, beside }]
      : [];
  };
  const [open] = found(sheets[0]);
  if (named.length > 0 && open) return open;
  const others = sheets.slice(named.length, looked.length).flatMap(found);
  const unmarked = others.length > 0 || wanted !== null ? [] : candidates.filter((each) => !looked.includes(each));
  const all = others.length > 0 ? others : (await wholeLedgers(context, unmarked)).flatMap(found);
  const [only] = all;
  if (!only) return { noLedger: true };
  return all.length === 1 ? only : { several: all.map(({ ledger }) => ledger.name) };
}

/** Ledgers among sheets without the mark, as where cells were pasted into a new sheet. Their heads are read first. */
async function wholeLedgers(context: Excel.RequestContext, sheets: readonly Candidate[]): Promise<ReadSheet[]> {
  const heads = await readMeasured(context, sheets, { rows: HEAD_ROWS });
  return readMeasured(
    context,
    sheets.filter((_, index) => heads[index] && standingLedger(heads[index]) !== null),
  );
}

/** Every sheet that may hold a ledger, measured, and the open one. Two requests. */
async function candidatesIn(context: Excel.RequestContext): Promise<{ candidates: Candidate[]; active: string }> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  const active = worksheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  const looked = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(AS_OF_NAME);
    const ofPlaces = sheet.names.getItemOrNullObject(PLACES_NAME); // a county table has a 截至期 too
    return { mark, ofPlaces, ...measure(sheet, sheet.name) };
  });
  await context.sync();
  const candidates = looked.map(({ mark, ofPlaces, ...measured }) => ({
    ...measured,
    isMarked: !mark.isNullObject && ofPlaces.isNullObject && !isLeadersCopy(measured.name),
  }));
  return { candidates, active: active.name };
}

/**
 * The sheets that hold a ledger, by their mark, or by their heads where none is marked; and the names of all sheets. Two requests, or
 * three; the first carries what was queued before.
 */
export async function ledgersAtHand(
  context: Excel.RequestContext,
): Promise<{ readonly ledgers: readonly string[]; readonly names: readonly string[] }> {
  const { candidates } = await candidatesIn(context);
  const names = candidates.map(({ name }) => name);
  const marked = candidates.filter(({ isMarked }) => isMarked);
  if (marked.length > 0) return { ledgers: marked.map(({ name }) => name), names };
  const heads = await readMeasured(context, candidates, { rows: HEAD_ROWS });
  return { ledgers: heads.filter((head) => standingLedger(head) !== null).map(({ name }) => name), names };
}

/** A ledger by its head, and the line below it that names its preset, where that stands. */
export interface LedgerHead {
  /** The sheet's id. */
  readonly id: string;
  readonly ledger: StandingLedger;
}

/**
 * The ledger by which the workbook's functions judge: its only one, of several the one of the usual name, else the first. Only heads are
 * read, and one column of the ledger for the line that names its preset. Three or four requests.
 */
export async function ledgerThatCounts(context: Excel.RequestContext): Promise<LedgerHead | null> {
  const { candidates } = await candidatesIn(context);
  const marked = candidates.filter(({ isMarked }) => isMarked);
  for (const looked of [marked, candidates.filter((each) => !marked.includes(each))]) {
    const heads = await readMeasured(context, looked, { rows: HEAD_ROWS });
    const ledgers = heads.flatMap((head, at) => {
      const ledger = standingLedger(head);
      const candidate = looked[at];
      return ledger && candidate && hasRows(ledger) ? [{ ledger, candidate }] : [];
    });
    const counts = ledgers.find(({ ledger }) => ledger.name === LEDGER_NAME) ?? ledgers[0];
    if (counts) return withNotes(context, counts.candidate, counts.ledger);
  }
  return null;
}

/** Reads on, below the head, in the column of 责任单位, where the notes of a ledger stand. */
async function withNotes(
  context: Excel.RequestContext,
  { sheet, used }: Candidate,
  ledger: StandingLedger,
): Promise<LedgerHead> {
  const { cells, at } = ledger;
  const first = cells.row + cells.texts.length;
  const rows = used.rowIndex + used.rowCount - first;
  const column = sheet.getRangeByIndexes(first, at.department, Math.max(1, rows), 1);
  column.load("values");
  sheet.load("id");
  await context.sync();
  const notes = rows > 0 ? (column.values as CellValue[][]).map((row) => row.map(String)) : [];
  return { id: sheet.id, ledger: { ...ledger, cells: { ...cells, texts: [...cells.texts, ...notes] } } };
}

/** The ledger on the sheet of this name; null where there is none. */
export async function ledgerOn(context: Excel.RequestContext, name: string): Promise<StandingLedger | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (sheet.isNullObject) return null;
  const measured = measure(sheet, name);
  await context.sync();
  const [cells] = await readMeasured(context, [measured]);
  return cells ? standingLedger(cells) : null;
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
