/** Why a row of a ledger has its verdict, told from the row's own cells. */
import type { CatalogIndex } from "../core/catalog";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { headingOf, type LedgerColumn } from "./ledgerColumns";
import { entriesOf, readingOf } from "./ledgerEntries";
import { commitmentOf } from "./ledgerUpdate";
import { addressOf, cell } from "./plan";
import { whyOf } from "./shortfalls";
import { settingOf, shownIn, type SheetCells, type StandingLedger } from "./standingLedger";

const ASKED_AT = zh.ledger.asOf;
/** The cells a verdict comes from, in the order in which it is worked out. */
const STEPS: readonly LedgerColumn[] = ["target", "baseline", "latest", "attainment", "share", "gap", "status"];
/** Cells that people fill and that need no explanation. */
const TYPED: ReadonlySet<LedgerColumn> = new Set([
  "department",
  "indicator",
  "unit",
  "number",
  "reason",
  "measures",
  "source",
  "id",
]);

export interface RowExplanation {
  readonly department: string;
  readonly indicator: string;
  /** What the catalog knows of the row; null where it is a person's own. */
  readonly commitment: Commitment | null;
  /** The sentence behind the verdict; null where the row shows none. */
  readonly why: string | null;
  readonly steps: readonly { readonly heading: string; readonly text: string; readonly address: string }[];
}

/**
 * Explains the row of a ledger in which a cell stands.
 * @param ledger read from the head of its sheet and the row itself
 * @returns null where the cell is none of a row's, or is one that people fill
 */
export function explainRow(
  index: CatalogIndex,
  rules: Rules,
  ledger: StandingLedger,
  place: { readonly row: number; readonly column: number },
): RowExplanation | null {
  const column = (Object.keys(ledger.at) as LedgerColumn[]).find((each) => ledger.at[each] === place.column);
  const row = ledger.rows.find((each) => each.row === place.row);
  if (!column || !row || TYPED.has(column)) return null;
  const reading = readingOf(ledger);
  const entry = entriesOf(ledger).find((each) => each.row === place.row);
  const commitment = commitmentOf(index, ledger, row) ?? null;
  const step = (heading: string, text: string, at: { row: number; column: number }) =>
    text === "" ? [] : [{ heading, text, address: addressOf(cell(at.row, at.column)) }];
  const { asOf } = ledger.settings;
  return {
    department: row.department,
    indicator: row.indicator,
    commitment,
    why: entry && entry.status !== null ? whyOf(index, rules, reading, entry) : null,
    steps: [
      ...(asOf ? step(ASKED_AT, settingOf(ledger, "asOf")?.text ?? "", asOf) : []),
      ...STEPS.flatMap((each) => {
        const at = ledger.at[each];
        if (at === undefined) return [];
        return step(headingOf(each, ledger.entry), shownIn(ledger, place.row, each).text, {
          row: place.row,
          column: at,
        });
      }),
    ],
  };
}

/** Two pieces of a sheet as one grid: its head, and a row below it; what lies between is blank. */
export function withRow(head: SheetCells, row: SheetCells): SheetCells {
  if (row.row < head.row + head.texts.length) return head;
  const between = row.row - head.row - head.texts.length;
  const blank = <V>(value: V) => Array.from({ length: between }, () => (head.texts[0] ?? []).map(() => value));
  return {
    ...head,
    values: [...head.values, ...blank(""), ...row.values],
    texts: [...head.texts, ...blank(""), ...row.texts],
    ...(head.formulas && row.formulas ? { formulas: [...head.formulas, ...blank(""), ...row.formulas] } : {}),
  };
}
