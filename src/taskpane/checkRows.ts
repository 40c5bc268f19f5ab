/** What a check shows: which rows ask for something, under the filters a person chose, and each in words. Pure. */
import type { Status } from "../core/types";
import type { Checked } from "../excel/checkWorkbook";
import type { BrokenCell, OurCell } from "../excel/inspect";
import type { CheckedRow, RowSource } from "../sheets/checkedRows";
import type { Issue } from "../sheets/issueSheet";
import type { Mend } from "../sheets/ledgerFindings";
import { strings } from "../strings/strings";

/** The verdicts that ask for something, the most pressing first. */
export const SHORTFALLS: readonly Status[] = ["farBehind", "behind", "unreported", "unverifiable"];

export type StatusFilter = Status | "" | "none" | "findings";

/** "" lets everything through. */
export interface CheckFilters {
  readonly department: string;
  readonly status: StatusFilter;
  readonly sheet: string;
}
export const NO_FILTERS: CheckFilters = { department: "", status: "", sheet: "" };

/** A row as the pane shows it: of a check, or of cells in error that stand in one row of a sheet. */
export interface ShownRow extends Omit<CheckedRow, "from" | "promise" | "row" | "asOf"> {
  readonly from: RowSource | "errors";
}

/**
 * The rows that ask for something, the most pressing first: behind, without a figure, not verifiable, without a verdict, or with findings.
 * @param reasonOf why a cell is in error, in words
 */
export function shownRows(checked: Checked, reasonOf: (cell: OurCell) => string | null): ShownRow[] {
  const asking = checked.rows.filter(
    ({ status, isJudged, findings }) =>
      findings.length > 0 || (isJudged && (status === null || SHORTFALLS.includes(status))),
  );
  const ranked = asking.map((row, order) => ({ row, order, rank: rankOf(row) }));
  ranked.sort((one, other) => one.rank - other.rank || one.order - other.order);
  return [...errorRows(checked, reasonOf), ...ranked.map(({ row }) => row)];
}

/** What was typed over stands first, then the verdicts, then the rest. */
function rankOf({ status, isJudged, findings }: CheckedRow): number {
  if (findings.some(({ facts }) => facts.is === "typedOver")) return -1;
  const place = status === null ? -1 : SHORTFALLS.indexOf(status);
  if (isJudged && place >= 0) return place;
  return SHORTFALLS.length + (isJudged && status === null ? 0 : 1);
}

/** Cells in error, those of one row of a sheet together. A ledger's row that was typed over says it already. */
function errorRows(
  { cells, broken, rows }: Pick<Checked, "cells" | "broken" | "rows">,
  reasonOf: (cell: OurCell) => string | null,
): ShownRow[] {
  const words = strings().pane;
  const ledgers = new Map(rows.filter(({ from }) => from === "ledger").map((row) => [`${row.row}!${row.sheet}`, row]));
  const byRow = new Map<string, { cell: OurCell | BrokenCell; reason: string | null }[]>();
  const add = (cell: OurCell | BrokenCell, reason: string | null) => {
    const key = `${cell.row}!${cell.sheet}`;
    byRow.set(key, [...(byRow.get(key) ?? []), { cell, reason }]);
  };
  for (const cell of broken) add(cell, words.brokenCall(cell.broken.troubles));
  const isBroken = new Set(broken.map(({ sheet, address }) => `${address}!${sheet}`));
  for (const cell of cells)
    if (cell.isError && !isBroken.has(`${cell.address}!${cell.sheet}`)) add(cell, reasonOf(cell));
  return [...byRow].flatMap(([key, found]) => {
    const [first] = found;
    if (!first) return [];
    const { sheet, address, text } = first.cell;
    const row = ledgers.get(key);
    const reason = found.find((each) => each.reason !== null)?.reason ?? words.check.seeCell;
    return [
      {
        from: "errors" as const,
        sheet,
        address,
        department: row?.department ?? "",
        indicator: row?.indicator ?? "",
        status: null,
        isJudged: false,
        gap: words.check.errorCells(found.length, text.startsWith("=") ? "#NAME?" : text),
        why: () => reason,
        findings: [],
      },
    ];
  });
}

/** The rows that the filters let through. */
export function filtered(rows: readonly ShownRow[], { department, status, sheet }: CheckFilters): ShownRow[] {
  return rows.filter(
    (row) =>
      (department === "" || row.department === department) &&
      (sheet === "" || row.sheet === sheet) &&
      (status === "" ||
        (status === "findings"
          ? row.findings.length > 0 || row.from === "errors"
          : status === "none"
            ? row.isJudged && row.status === null
            : row.isJudged && row.status === status)),
  );
}

/** Why a row asks for something, and everything else that was found of it. */
export function reasonsOf({ why, findings }: ShownRow): string[] {
  const { finding } = strings().pane.check;
  const because = why();
  return [...(because === null ? [] : [because]), ...findings.map(({ facts }) => finding(facts))];
}

/** What can be put right in these rows by pressing one button. */
export const mendsOf = (rows: readonly ShownRow[]): Mend[] =>
  rows.flatMap(({ findings }) => findings.flatMap(({ mend }) => mend ?? []));

/** The rows as lines of a text. */
export function asText(rows: readonly ShownRow[]): string {
  const words = strings();
  return rows
    .map((row) =>
      words.pane.check.line({
        place: `${row.sheet}!${row.address}`,
        department: row.department,
        indicator: row.indicator,
        status: row.status === null ? "" : [words.status[row.status], row.gap].filter((text) => text !== "").join(" "),
        reasons: reasonsOf(row),
      }),
    )
    .join("\n");
}

/** The rows as the sheet 问题清单 lists them. */
export const asIssues = (rows: readonly ShownRow[]): Issue[] =>
  rows.map((row) => ({ ...row, reasons: reasonsOf(row) }));

/** What can be filtered by, in the order of the rows. */
export function choicesOf(rows: readonly ShownRow[]): { readonly departments: string[]; readonly sheets: string[] } {
  const different = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ""))];
  return {
    departments: different(rows.map(({ department }) => department)),
    sheets: different(rows.map(({ sheet }) => sheet)),
  };
}
