/** What of the things made of a ledger stands in the workbook: looked up for the list of what can be made. */
import { sheetsOfMade, standsBy, type Made, type Stands } from "../sheets/ledgerStands";
import { ledgersAtHand } from "./findLedger";

const HEAD = { rows: 12, columns: 20 };
const HISTORY_COLUMNS = 2; // 定格时间 and 截至期

export interface WhatStands {
  readonly ledgers: readonly string[];
  readonly made: Readonly<Partial<Record<Made, Stands>>>;
}

/** Three requests, whatever the size of the sheets: only heads are read, and of the history two columns. */
export async function whatStands(context: Excel.RequestContext): Promise<WhatStands> {
  const { ledgers, names } = await ledgersAtHand(context);
  const looked = sheetsOfMade(ledgers).flatMap(([made, name]) => {
    if (!names.includes(name)) return [];
    const sheet = context.workbook.worksheets.getItem(name);
    const range =
      made === "freeze"
        ? sheet.getRange("A1").getResizedRange(HISTORY_ROWS, HISTORY_COLUMNS - 1)
        : sheet.getRange("A1").getResizedRange(HEAD.rows - 1, HEAD.columns - 1);
    range.load("text");
    return [{ made, name, range }];
  });
  if (looked.length > 0) await context.sync();
  return {
    ledgers,
    made: Object.fromEntries(looked.map(({ made, name, range }) => [made, standsBy(made, name, range.text)])),
  };
}
const HISTORY_ROWS = 5000;
