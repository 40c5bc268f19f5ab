/** What of the things made of a ledger stands in the workbook: looked up for the list of what can be made. */
import {
  CHANGED_NAME,
  isScoredOtherwise,
  placesDiffer,
  RECORDS,
  sheetsOfMade,
  standsBy,
  type Made,
  type Stands,
} from "../sheets/ledgerStands";
import { isMarkedBy } from "../sheets/standingMarks";
import { ledgersAtHand } from "./findLedger";
import { session } from "./session";

const HEAD = { rows: 12, columns: 20 };
/** A copy is held against its ledger as far as this. */
const COMPARED = { rows: 500, columns: 24 };
const RECORD = { rows: 5000, columns: 2 }; // of the history 定格时间 and 截至期
/** People's sheets whose heads are looked at for marks. */
const OTHERS_AT_MOST = 30;
/** The tables whose rows are held against what they were made of. */
const SIZES: Readonly<Partial<Record<Made, typeof HEAD>>> = {
  copy: COMPARED,
  scores: { rows: 600, columns: 24 },
  places: { rows: 80, columns: 400 },
};
const MARKS = { rows: 600, columns: 60 };
const MARKED_HEAD = { rows: 12, columns: 40 };

export interface WhatStands {
  readonly ledgers: readonly string[];
  readonly made: Readonly<Partial<Record<Made, Stands>>>;
  /** People's own sheets that are marked. */
  readonly marked: readonly string[];
  /** Those of them in which a name has changed since, so that its row is marked no more. */
  readonly outdated: readonly string[];
}

/** Three requests, and one more where sheets are marked, whatever their size: only heads are read, two columns of records, and of ledgers what is made of them is held against. */
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
    range: shown(name, RECORDS.has(made) ? RECORD : (SIZES[made] ?? HEAD)),
    ledger: of === null ? null : shown(of, COMPARED),
  }));
  const isScored = sheets.some(({ made }) => made === "scores");
  const scored = isScored ? ledgers.map((name) => shown(name, COMPARED)) : [];
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
  const marked = others.filter(({ range }) => isMarkedBy(range.formulas as unknown[][])).map(({ name }) => name);
  const marks = marked.map((name) => ({ name, range: shown(name, MARKS) }));
  if (marks.length > 0) await context.sync();
  const isBehind = (made: Made, name: string, texts: string[][]) =>
    made === "scores"
      ? isScoredOtherwise(
          texts,
          scored.map(({ text }) => text),
        )
      : made === "places" &&
        session.refusal === null &&
        placesDiffer({ name, row: 0, column: 0, values: texts, texts }, session.index);
  return {
    ledgers,
    made: Object.fromEntries(
      looked.map(({ made, name, range, ledger }) => {
        const stands = standsBy(made, name, range.text, ledger?.text ?? null);
        return [made, { ...stands, isStale: stands.isStale || isBehind(made, name, range.text) }];
      }),
    ),
    marked,
    outdated: marks.filter(({ range }) => range.text.flat().includes(CHANGED_NAME)).map(({ name }) => name),
  };
}
