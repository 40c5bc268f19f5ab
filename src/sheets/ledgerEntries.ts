/** A ledger's rows and settings with their values, for other sheets to be made of them. */
import { STATUSES, type Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import type { Entry, LedgerColumn, LedgerSettings } from "./ledgerColumns";
import { addressOf, columnName } from "./plan";
import { lastRowOf, shownAt, shownIn, type Shown, type StandingLedger } from "./standingLedger";

/** A cell by its value, what it shows, and how a formula of another sheet names it. */
export interface ReadCell extends Shown {
  /** With fixed row and column, without the sheet. @example "$C$3" */
  readonly address: string;
}

/** A row of a ledger. Values as cells hold them, blank where the ledger has no such column. */
export interface LedgerEntry {
  /** On the sheet, from 0. */
  readonly row: number;
  readonly id: string;
  readonly department: string;
  readonly indicator: string;
  readonly unit: string;
  readonly target: Shown;
  readonly latest: Shown;
  readonly attainment: Shown;
  readonly share: Shown;
  readonly gap: Shown;
  /** null where the cell shows no verdict. */
  readonly status: Status | null;
  readonly reason: string;
}

/** What people set above a ledger's rows; null where the cell is not to be found, or blank. */
export type SettingCells = Readonly<
  Record<"asOf" | "asOfDay" | "shareTolerance" | "pointTolerance" | "shareGrace", ReadCell | null>
>;

export interface LedgerReading {
  readonly name: string;
  readonly title: string;
  readonly entry: Entry;
  readonly settings: SettingCells;
  readonly entries: readonly LedgerEntry[];
  /** The cells of a column from the first row to the blank one below the last, so that rows added there count as well. */
  readonly columns: { readonly department: string; readonly status: string };
}

/** The ledger as other sheets are made of it. */
export function readingOf(ledger: StandingLedger): LedgerReading {
  const { name, title, entry, header, at } = ledger;
  const [first, last] = [header + 2, Math.max(lastRowOf(ledger), header + 1) + 2];
  const cellsOf = (column: number) => `$${columnName(column)}$${first}:$${columnName(column)}$${last}`;
  return {
    name,
    title,
    entry,
    settings: settingCells(ledger),
    entries: entriesOf(ledger),
    columns: { department: cellsOf(at.department), status: cellsOf(at.status) },
  };
}

/** What every row of a ledger shows. */
export function entriesOf(ledger: StandingLedger): LedgerEntry[] {
  return ledger.rows.map(({ row, id, department, indicator }) => {
    const shown = (column: LedgerColumn) => shownIn(ledger, row, column);
    return {
      row,
      id,
      department, // as it stands: the tallies look for it
      indicator,
      unit: shown("unit").text.trim(),
      target: shown("target"),
      latest: shown("latest"),
      attainment: shown("attainment"),
      share: shown("share"),
      gap: shown("gap"),
      status: statusNamed(shown("status").text),
      reason: shown("reason").text.trim(),
    };
  });
}

/** The verdict a text says; null where it says none. */
export function statusNamed(text: string): Status | null {
  return STATUSES.find((status) => zh.status[status] === text.trim()) ?? null;
}

/** The settings of a ledger as its cells hold them. */
export function settingCells({ cells, settings }: StandingLedger): SettingCells {
  const held = (name: keyof LedgerSettings): ReadCell | null => {
    const block = settings[name];
    const shown = block && shownAt(cells, block.row, block.column);
    if (!block || !shown || shown.text === "") return null;
    return { ...shown, address: addressOf(block).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2") };
  };
  return {
    asOf: held("asOf"),
    asOfDay: held("asOfDay"),
    shareTolerance: held("shareTolerance"),
    pointTolerance: held("pointTolerance"),
    shareGrace: held("shareGrace"),
  };
}
