/** Reading a ledger that stands in a workbook, whatever people inserted: columns are found by their headings, rows by their 编号. */
import { STATUSES, type Status } from "../core/types";
import { zh } from "../strings/zh";
import {
  ENTRIES,
  headingOf,
  LEDGER_COLUMNS,
  type Entry,
  type LedgerColumn,
  type LedgerSettings,
} from "./ledgerColumns";
import { cell, type Block } from "./plan";

const words = zh.ledger;
type Texts = readonly (readonly string[])[];

/** A row of a ledger as it stands: what a verdict says of whom. */
export interface LedgerLine {
  /** Where the verdict stands in the grid that was read, from 0. */
  readonly row: number;
  readonly column: number;
  readonly department: string;
  readonly indicator: string;
  readonly gap: string;
  readonly status: Status;
}

/** The verdicts of a ledger, read from the texts of a sheet; none where the sheet is no ledger. */
export function readLedger(texts: Texts): LedgerLine[] {
  const { headings } = words;
  const wanted = [headings.department, headings.indicator, headings.gap, headings.status];
  const header = texts.findIndex((row) => wanted.every((heading) => row.includes(heading)));
  const [department = 0, indicator = 0, gap = 0, column = 0] = wanted.map((heading) => texts[header]?.indexOf(heading));
  return texts.flatMap((cellsOfRow, row) => {
    const status = STATUSES.find((each) => zh.status[each] === cellsOfRow[column]);
    if (header < 0 || row <= header || !status || !cellsOfRow[indicator]) return [];
    const line = {
      department: cellsOfRow[department] ?? "",
      indicator: cellsOfRow[indicator],
      gap: cellsOfRow[gap] ?? "",
    };
    return [{ row, column, ...line, status }];
  });
}

/** A ledger found in a grid of cells. Rows and columns are the grid's, from 0. */
export interface LedgerGround {
  readonly header: number;
  readonly at: Readonly<Record<LedgerColumn, number>>;
  /** The rows that show a commitment, from above; a person's own rows between them are not among them. */
  readonly rows: readonly { readonly row: number; readonly id: string }[];
  /** Null where a label of the settings row is gone. */
  readonly settings: LedgerSettings | null;
  readonly entry: Entry;
}

/** Finds the ledger in the texts of a sheet; null where a heading of ours is missing, or the sheet is none. */
export function ledgerGround(texts: Texts): LedgerGround | null {
  for (const entry of ENTRIES) {
    const wanted = LEDGER_COLUMNS.map(([name]) => headingOf(name, entry));
    const header = texts.findIndex((row) => wanted.every((heading) => row.includes(heading)));
    if (header < 0) continue;
    const places = LEDGER_COLUMNS.map(([name], index) => [name, texts[header]?.indexOf(wanted[index] ?? "")]);
    const at = Object.fromEntries(places) as Record<LedgerColumn, number>;
    const rows = texts.flatMap((cellsOfRow, row) => {
      const id = cellsOfRow[at.id]?.trim();
      return row > header && id ? [{ row, id }] : [];
    });
    return { header, at, rows, settings: settingsOf(texts.slice(0, header)), entry };
  }
  return null;
}

/** The settings' cells, each found by the label on its left or by what it says itself. */
function settingsOf(head: Texts): LedgerSettings | null {
  const find = (holds: (text: string) => boolean, right: number): Block | null => {
    for (const [row, cellsOfRow] of head.entries()) {
      const column = cellsOfRow.findIndex(holds);
      if (column >= 0) return cell(row, column + right);
    }
    return null;
  };
  const after = (label: string) => find((text) => text === label, 1);
  const shown = (format: string) => {
    const [before = "", behind = ""] = format.split("0").map((part) => part.replaceAll('"', ""));
    return find(
      (text) =>
        text.startsWith(before) &&
        text.endsWith(behind) &&
        /^-?\d+$/.test(text.slice(before.length, text.length - behind.length)),
      0,
    );
  };
  const found = {
    asOf: after(words.asOf),
    asOfDay: after(words.asOfDay),
    asOfQuarter: shown(words.quarterFormat),
    asOfMonths: shown(words.monthsFormat),
    shareTolerance: after(words.toleranceShare),
    pointTolerance: after(words.tolerancePoints),
    shareGrace: after(words.graceShare),
  };
  return Object.values(found).every((block) => block !== null) ? (found as LedgerSettings) : null;
}
