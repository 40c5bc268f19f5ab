/** People's own sheets in a check: what their rows show of verdicts, where they show any, and figures that are stored as text. */
import { normaliseFigure } from "../core/text";
import type { Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { statusNamed } from "./ledgerEntries";
import { PLAIN_NUMBER, type FoundInRow, type RowFinding } from "./ledgerFindings";
import { understandSheet, type OwnBlock } from "./ownSheet";
import { addressOf, cell } from "./plan";
import { formulaAt, shownAt, type SheetCells } from "./standingLedger";

/** A row of a person's own table that names a promise, as it may be. */
export interface OwnVerdict {
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  /** null where the table shows none. */
  readonly status: Status | null;
  /** The cell of the verdict, or of the name. */
  readonly address: string;
}

export interface OwnChecks {
  readonly rows: readonly OwnVerdict[];
  readonly found: readonly FoundInRow[];
}

const MOST_CELLS = 200_000;

/** null where the sheet is none of targets and actuals, or too large to be looked at. @param year of the catalog */
export function ownSheetChecks(cells: SheetCells, year: number): OwnChecks | null {
  const size = cells.texts.length * (cells.texts[0]?.length ?? 0);
  const sheet = size > MOST_CELLS ? null : understandSheet({ ...cells, merges: null }, year);
  if (!sheet) return null;
  const parts = sheet.blocks.map((block) => ofBlock(cells, block));
  return { rows: parts.flatMap(({ rows }) => rows), found: parts.flatMap(({ found }) => found) };
}

function ofBlock(cells: SheetCells, block: OwnBlock): OwnChecks {
  const statuses = statusColumn(cells, block);
  const promises = block.rows.filter(({ kind }) => kind === "promise");
  const rows = promises.map(({ row, department, name, nameCell }): OwnVerdict => {
    const status = statuses === null ? null : statusNamed(shownAt(cells, row, statuses).text);
    const place = status === null || statuses === null ? nameCell : { row, column: statuses };
    return {
      row,
      department: department === "" ? (block.department ?? "") : department,
      indicator: name,
      status,
      address: addressOf(cell(row, place?.column ?? cells.column)),
    };
  });
  const figures = [...new Set(block.series.flatMap(({ target, actual }) => [target, actual]))];
  const found = rows.flatMap(({ row, department, indicator }): FoundInRow[] => {
    const findings = figures.flatMap((column) => (column === null ? [] : textNumber(cells, block, row, column)));
    return findings.length === 0 ? [] : [{ sheet: cells.name, row, department, indicator, findings }];
  });
  return { rows, found };
}

function textNumber(cells: SheetCells, block: OwnBlock, row: number, column: number): RowFinding[] {
  const { value } = shownAt(cells, row, column);
  if (typeof value !== "string" || formulaAt(cells, row, column) !== null) return [];
  const text = normaliseFigure(value);
  if (!PLAIN_NUMBER.test(text)) return [];
  const at = cell(row, column);
  const heading = block.columns.find((each) => each.column === column)?.label ?? "";
  const content = Number(text.replaceAll(",", ""));
  return [
    {
      facts: { is: "textNumber", heading, shows: value },
      address: addressOf(at),
      mend: { sheet: cells.name, block: at, holds: value, content },
    },
  ];
}

/** The column headed 状态 that shows our verdicts: within the table or beside it. */
function statusColumn(cells: SheetCells, { header, rowsFrom, rowsTo }: OwnBlock): number | null {
  const width = cells.texts.reduce((most, line) => Math.max(most, line.length), 0);
  for (let column = cells.column + width - 1; column >= cells.column; column--) {
    const heads = Array.from(
      { length: rowsFrom - header.row },
      (_, at) => shownAt(cells, header.row + at, column).text,
    );
    if (!heads.some((text) => text.includes(zh.ledger.headings.status))) continue;
    for (let row = rowsFrom; row < rowsTo; row++)
      if (statusNamed(shownAt(cells, row, column).text) !== null) return column;
  }
  return null;
}
