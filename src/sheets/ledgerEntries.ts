/** A ledger as it stands in a sheet, read for other sheets to be made of it. Columns and settings are found by their words: people insert columns. */
import { STATUSES, type Status } from "../core/types";
import { zh } from "../strings/zh";
import { columnName } from "./plan";

const words = zh.ledger;
const headings = words.headings;

/** What was read of a sheet: its used cells, and where they begin. */
export interface ReadSheet {
  readonly name: string;
  /** Of the first cell read, from 0. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  /** As the sheet shows them, of the same size. */
  readonly texts: readonly (readonly string[])[];
}

/** A cell by its value, what it shows, and how a formula of another sheet names it. */
export interface ReadCell {
  readonly value: unknown;
  readonly text: string;
  /** With fixed row and column, without the sheet. @example "$C$3" */
  readonly address: string;
}

/** A row of a ledger. Values as cells hold them, blank where the ledger has no such column. */
export interface LedgerEntry {
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
export type Shown = Pick<ReadCell, "value" | "text">;

/** What people set above a ledger's rows; null where the cell is not to be found. */
export interface SettingCells {
  readonly asOf: ReadCell | null;
  readonly asOfDay: ReadCell | null;
  readonly toleranceShare: ReadCell | null;
  readonly tolerancePoints: ReadCell | null;
  readonly graceShare: ReadCell | null;
}

export interface LedgerReading {
  readonly name: string;
  /** The sheet's first cell. */
  readonly title: string;
  readonly settings: SettingCells;
  readonly entries: readonly LedgerEntry[];
  /** The cells of a column from the first row to the blank one below the last, so that rows added there count as well. */
  readonly columns: { readonly department: string; readonly status: string };
}

/** Reads a ledger; null where the sheet is none. */
export function readLedgerSheet(sheet: ReadSheet): LedgerReading | null {
  const { texts, values } = sheet;
  const header = texts.findIndex((row) =>
    [headings.department, headings.indicator, headings.gap, headings.status].every((heading) => row.includes(heading)),
  );
  const headerRow = texts[header];
  if (!headerRow) return null;
  const column = (heading: string) => headerRow.indexOf(heading);
  const shown = (row: number, heading: string): Shown => ({
    value: values[row]?.[column(heading)] ?? "",
    text: texts[row]?.[column(heading)] ?? "",
  });
  const text = (row: number, heading: string) => shown(row, heading).text.trim();
  // The legend below has words in the same columns.
  const legend = texts.findIndex((row, index) => index > header && row.includes(words.legend));
  const rows = [...texts.keys()].filter(
    (row) => row > header && (legend < 0 || row < legend) && text(row, headings.indicator) !== "",
  );
  const entries = rows.map((row): LedgerEntry => ({
    id: text(row, headings.id),
    department: shown(row, headings.department).text, // as it stands: the tallies look for it
    indicator: text(row, headings.indicator),
    unit: text(row, headings.unit),
    target: shown(row, headings.target),
    latest: shown(row, headings.latest),
    attainment: shown(row, headings.attainment),
    share: shown(row, headings.share),
    gap: shown(row, headings.gap),
    status: STATUSES.find((status) => zh.status[status] === text(row, headings.status)) ?? null,
    reason: text(row, headings.reason),
  }));
  const first = sheet.row + header + 2;
  const last = sheet.row + (rows.at(-1) ?? header + 1) + 2;
  const cellsOf = (heading: string) => {
    const letter = columnName(sheet.column + column(heading));
    return `$${letter}$${first}:$${letter}$${last}`;
  };
  return {
    name: sheet.name,
    title: texts[0]?.find((each) => each !== "") ?? "",
    settings: settingsOf(sheet, header),
    entries,
    columns: { department: cellsOf(headings.department), status: cellsOf(headings.status) },
  };
}

const LABELS = {
  asOf: words.asOf,
  asOfDay: words.asOfDay,
  toleranceShare: words.toleranceShare,
  tolerancePoints: words.tolerancePoints,
  graceShare: words.graceShare,
} satisfies Record<keyof SettingCells, string>;

/** Each setting stands in the first filled cell behind its label. */
function settingsOf(sheet: ReadSheet, header: number): SettingCells {
  const labels = new Set<string>(Object.values(LABELS));
  const find = (label: string): ReadCell | null => {
    for (const [row, cells] of sheet.texts.slice(0, header).entries()) {
      const at = cells.indexOf(label);
      const value = at < 0 ? -1 : cells.findIndex((text, column) => column > at && text !== "");
      const text = cells[value];
      if (text === undefined || labels.has(text)) continue;
      const address = `$${columnName(sheet.column + value)}$${sheet.row + row + 1}`;
      return { value: sheet.values[row]?.[value], text, address };
    }
    return null;
  };
  return Object.fromEntries(
    Object.entries(LABELS).map(([name, label]) => [name, find(label)]),
  ) as unknown as SettingCells;
}
