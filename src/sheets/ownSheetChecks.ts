/**
 * People's own sheets in a check: what their rows show of verdicts, where they show any, and what is to be looked at in them: figures stored
 * as text, units that are not the promise's, falling sums, slips of ten and ten thousand, figures newer than what is judged, promises twice.
 */
import type { CatalogIndex } from "../core/catalog";
import type { Rules } from "../core/status";
import type { Commitment, Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { commitmentCalled } from "./commitmentCalled";
import { statusNamed } from "./ledgerEntries";
import type { FoundInRow } from "./ledgerFindings";
import { reasonShown } from "./ownReason";
import { understandSheet, type OwnBlock } from "./ownSheet";
import { duplicates, ownFindings, type CheckedOwnRow, type Marked, type OwnVerdict } from "./ownSheetFindings";
import { addressOf, cell } from "./plan";
import { leftOfMarks, standingMarks, type MarkedRow, type StandingMarks } from "./standingMarks";
import { shownAt, type SheetCells } from "./standingLedger";

export interface OwnChecks {
  readonly rows: readonly OwnVerdict[];
  readonly found: readonly FoundInRow[];
}

const MOST_CELLS = 200_000;

/** null where the sheet is none of targets and actuals, or too large to be looked at. */
export function ownSheetChecks(index: CatalogIndex, rules: Rules, cells: SheetCells): OwnChecks | null {
  const size = cells.texts.length * (cells.texts[0]?.length ?? 0);
  if (size > MOST_CELLS) return null;
  const marks = standingMarks(cells);
  const sheet = understandSheet({ ...leftOfMarks(cells, marks), merges: null }, index.catalog.year);
  if (!sheet) return null;
  const byRow = new Map<number, Marked[]>();
  for (const standing of marks)
    for (const mark of standing.rows) byRow.set(mark.row, [...(byRow.get(mark.row) ?? []), { standing, mark }]);
  const checked = sheet.blocks.flatMap((block) => ofBlock(index, rules, cells, block, byRow));
  const byPromise = new Map<string, CheckedOwnRow[]>();
  for (const each of checked) {
    const { promise } = each.verdict;
    if (promise !== null) byPromise.set(promise, [...(byPromise.get(promise) ?? []), each]);
  }
  const found = checked.flatMap((each) => {
    const findings = [
      ...ownFindings(index, cells, each),
      ...duplicates(cells, each, byPromise.get(each.verdict.promise ?? "") ?? []),
    ];
    const { row, department, indicator } = each.verdict;
    return findings.length === 0 ? [] : [{ sheet: cells.name, row, department, indicator, findings }];
  });
  return { rows: checked.map(({ verdict }) => verdict), found };
}

function ofBlock(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  block: OwnBlock,
  marks: ReadonlyMap<number, readonly Marked[]>,
): CheckedOwnRow[] {
  const statuses = marks.size > 0 ? null : statusColumn(cells, block);
  const promises = block.rows.filter(({ kind }) => kind === "promise" || kind === "mayBeSum");
  return promises.flatMap((row): CheckedOwnRow[] => {
    const marked = marks.get(row.row) ?? [];
    if (marked.length > 0)
      return marked.map(({ standing, mark }) => ({
        block,
        row,
        marked: { standing, mark },
        commitment: mark.id === null ? null : (index.withId(mark.id) ?? null),
        verdict: markedVerdict(index, rules, cells, standing, mark, { department: row.department, name: row.name }),
      }));
    if (row.kind === "mayBeSum") return [];
    const status = statuses === null ? null : statusNamed(shownAt(cells, row.row, statuses).text);
    const place = status === null || statuses === null ? row.nameCell : { row: row.row, column: statuses };
    const department = row.department === "" ? (block.department ?? "") : row.department;
    const commitment = block.isTransposed ? null : commitmentCalled(index, department, row.name);
    return [
      {
        block,
        row,
        marked: null,
        commitment,
        verdict: {
          row: row.row,
          department,
          indicator: row.name,
          promise: commitment?.id ?? null,
          status,
          asOf: block.asOf,
          gap: "",
          why: () => (commitment && status ? whyOf(index, rules, cells, block, row.row, commitment, status) : null),
          address: addressOf(cell(row.row, place?.column ?? cells.column)),
        },
      },
    ];
  });
}

function markedVerdict(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  { columns, asOf }: StandingMarks,
  mark: MarkedRow,
  names: { readonly department: string; readonly name: string },
): OwnVerdict {
  const commitment = mark.id === null ? null : (index.withId(mark.id) ?? null);
  return {
    row: mark.row,
    department: commitment ? index.departmentOf(commitment).name : names.department,
    indicator: commitment?.indicator ?? names.name,
    promise: commitment?.id ?? null,
    status: mark.status,
    asOf,
    gap: mark.status === null ? "" : shownAt(cells, mark.row, columns.gap).text,
    why: () =>
      commitment && mark.status
        ? reasonShown(index, rules, commitment, { actual: mark.actual, asOf }, mark.status)
        : null,
    address: addressOf(cell(mark.row, columns.status)),
  };
}

function whyOf(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  block: OwnBlock,
  row: number,
  commitment: Commitment,
  shown: Status,
): string | null {
  const column = block.series.find(({ actual }) => actual !== null)?.actual ?? null;
  if (column === null || block.asOf === null) return null;
  const actual = shownAt(cells, row, column).value;
  return reasonShown(index, rules, commitment, { actual, asOf: block.asOf }, shown);
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
