/** What of the things made of a ledger stands in the workbook: looked up for the list of what can be made. */
import { RECORDS, sheetsOfMade, standsBy, type Made, type Stands } from "../sheets/ledgerStands";
import { isMarkedBy } from "../sheets/standingMarks";
import { ledgersAtHand } from "./findLedger";

const HEAD = { rows: 12, columns: 20 };
/** A copy is held against its ledger as far as this. */
const COMPARED = { rows: 500, columns: 24 };
const RECORD = { rows: 5000, columns: 2 }; // of the history 定格时间 and 截至期
/** People's sheets whose heads are looked at for marks. */
const OTHERS_AT_MOST = 30;
const MARKED_HEAD = { rows: 12, columns: 40 };

export interface WhatStands {
  readonly ledgers: readonly string[];
  readonly made: Readonly<Partial<Record<Made, Stands>>>;
  /** People's own sheets that are marked. */
  readonly marked: readonly string[];
}

/** Three requests, whatever the size of the sheets: only heads are read, two columns of records, and of a ledger what its copy is held against. */
export async function whatStands(context: Excel.RequestContext): Promise<WhatStands> {
  const { ledgers, names } = await ledgersAtHand(context);
  const head = (name: string, { rows, columns }: typeof HEAD) =>
    context.workbook.worksheets
      .getItem(name)
      .getRange("A1")
      .getResizedRange(rows - 1, columns - 1);
  const shown = (name: string, size: typeof HEAD) => {
    const range = head(name, size);
    range.load("text");
    return range;
  };
  const sheets = sheetsOfMade(ledgers).filter(({ name }) => names.includes(name));
  const looked = sheets.map(({ made, name, of }) => ({
    made,
    name,
    range: shown(name, RECORDS.has(made) ? RECORD : of === null ? HEAD : COMPARED),
    ledger: of === null ? null : shown(of, COMPARED),
  }));
  const ours = new Set([...ledgers, ...sheets.map(({ name }) => name)]);
  const others = names
    .filter((name) => !ours.has(name))
    .slice(0, OTHERS_AT_MOST)
    .map((name) => {
      const range = head(name, MARKED_HEAD);
      range.load("formulas");
      return { name, range };
    });
  if (looked.length + others.length > 0) await context.sync();
  return {
    ledgers,
    made: Object.fromEntries(
      looked.map(({ made, name, range, ledger }) => [made, standsBy(made, name, range.text, ledger?.text ?? null)]),
    ),
    marked: others.filter(({ range }) => isMarkedBy(range.formulas as unknown[][])).map(({ name }) => name),
  };
}
