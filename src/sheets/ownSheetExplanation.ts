/** A row of a person's own table, explained by its own cells and, where it shows a verdict of ours, by the sentence behind it. */
import type { CatalogIndex } from "../core/catalog";
import type { Rules } from "../core/status";
import type { Commitment, Status } from "../core/types";
import { commitmentCalled } from "./commitmentCalled";
import { statusNamed } from "./ledgerEntries";
import { reasonShown } from "./ownReason";
import { understandSheet, type OwnBlock } from "./ownSheet";
import type { OwnRow } from "./ownSheetRows";
import { addressOf, cell } from "./plan";
import type { RowExplanation, Step } from "./rowExplanation";
import { leftOfMarks, standingMarks, type MarkedRow, type StandingMarks } from "./standingMarks";
import { shownAt, type CellValue, type SheetCells } from "./standingLedger";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** null where the sheet is none of targets and actuals, or the cell stands in no row of it. */
export function explainOwnRow(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  place: Place,
): RowExplanation | null {
  const marks = standingMarks(cells);
  const near = withoutGap(leftOfMarks(cells, marks), place.row);
  const sheet = understandSheet({ ...near.cells, merges: null }, index.catalog.year);
  for (const block of sheet?.blocks ?? []) {
    // A row of targets belongs to the row of actuals below it.
    const own = block.rows.find(
      ({ row, targetRow, kind }) => kind === "promise" && (row === near.row || targetRow === near.row),
    );
    if (!own) continue;
    const row = place.row + own.row - near.row;
    const marked = markOf(marks, row, place.column);
    // Whose a row is that says it in one of the rows between, nobody has read.
    if (!marked && near.isFar && (own.isCarried || own.nameCell?.row !== own.row)) continue;
    return marked
      ? explainMarked(index, rules, cells, { block, row }, marked, own)
      : explainUnmarked(index, rules, cells, { block, row, place }, own);
  }
  return null;
}

/** Of indicators across each has marks of its own: those of the column that was asked about. */
function markOf(
  marks: readonly StandingMarks[],
  row: number,
  column: number,
): { standing: StandingMarks; mark: MarkedRow } | null {
  const found = marks.flatMap((standing) =>
    standing.rows.flatMap((mark) => (mark.row === row ? [{ standing, mark }] : [])),
  );
  const isOf = ({ standing, mark }: (typeof found)[number]) =>
    mark.actualCell?.column === column || (column >= standing.columns.target && column <= standing.columns.read);
  return found.find(isOf) ?? found[0] ?? null;
}

interface InBlock {
  readonly block: OwnBlock;
  readonly row: number;
}

function explainMarked(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  { block, row }: InBlock,
  { standing, mark }: { readonly standing: StandingMarks; readonly mark: MarkedRow },
  own: OwnRow,
): RowExplanation {
  const commitment = mark.id === null ? null : (index.withId(mark.id) ?? null);
  const why =
    commitment && mark.status
      ? reasonShown(index, rules, commitment, { actual: mark.actual, asOf: standing.asOf }, mark.status)
      : null;
  return {
    department: commitment ? index.departmentOf(commitment).name : ownDepartment(block, own),
    indicator: commitment?.indicator ?? own.name,
    commitment,
    why,
    hasVerdict: mark.status !== null && why === null,
    steps: stepsOf(cells, block, row),
  };
}

function explainUnmarked(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  { block, row, place }: InBlock & { readonly place: Place },
  own: OwnRow,
): RowExplanation {
  const across = block.series.find(({ target, actual }) => actual === place.column || target === place.column);
  const series = across ?? block.series[0];
  const department = series?.owner ?? ownDepartment(block, own);
  const name = block.isTransposed && across ? across.label : own.name;
  const commitment = commitmentCalled(index, department, name);
  const steps = stepsOf(cells, block, row);
  const shown = steps.map(({ text }) => statusNamed(text)).find((status) => status !== null) ?? null;
  const actual = series?.actual === null || series === undefined ? null : shownAt(cells, row, series.actual).value;
  const why = commitment && shown ? whyOf(index, rules, { block, commitment, shown, actual }) : null;
  return { department, indicator: name, commitment, why, hasVerdict: shown !== null && why === null, steps };
}

const ownDepartment = ({ department }: OwnBlock, own: OwnRow): string =>
  own.department === "" ? (department ?? "") : own.department;

/** The sentence, where it comes to the verdict that the row shows. */
function whyOf(
  index: CatalogIndex,
  rules: Rules,
  asked: {
    readonly block: OwnBlock;
    readonly commitment: Commitment;
    readonly shown: Status;
    readonly actual: CellValue | null;
  },
): string | null {
  const { block, commitment, shown, actual } = asked;
  if (actual === null || block.asOf === null) return null;
  return reasonShown(index, rules, commitment, { actual, asOf: block.asOf }, shown);
}

/** Of a long sheet only its head and one row are read: what lies between is blank, and would end the table. */
function withoutGap(
  cells: SheetCells,
  row: number,
): { readonly cells: SheetCells; readonly row: number; readonly isFar: boolean } {
  const at = row - cells.row;
  const isBlank = (line: readonly string[] | undefined) =>
    line === undefined || line.every((text) => text.trim() === "");
  let from = at;
  while (from > 0 && isBlank(cells.texts[from - 1])) from -= 1;
  if (at - from < GAP_FROM) return { cells, row, isFar: false };
  const joined = <V>(lines: readonly V[]): V[] => [...lines.slice(0, from), ...lines.slice(at)];
  const { values, texts, formulas } = cells;
  return {
    cells: {
      ...cells,
      values: joined(values),
      texts: joined(texts),
      ...(formulas ? { formulas: joined(formulas) } : {}),
    },
    row: cells.row + from,
    isFar: true,
  };
}
const GAP_FROM = 3; // blank rows end a table

/** What joins the lines of a heading. */
const STROKE = "／";

/** What stands in the row under each heading, beside the table too: what is judged there belongs to the row. */
function stepsOf(cells: SheetCells, { header, rowsFrom, columns }: OwnBlock, row: number): Step[] {
  const width = cells.texts.reduce((most, line) => Math.max(most, line.length), 0);
  // A title that lies over all columns says nothing of any of them.
  const firsts = columns.map(({ label }) => label.split(STROKE)[0] ?? "");
  const isShared = columns.length > 1 && firsts.every((first) => first === firsts[0]);
  return Array.from({ length: width }, (_, at) => cells.column + at).flatMap((column) => {
    const { text } = shownAt(cells, row, column);
    const whole =
      columns.find((each) => each.column === column)?.label ?? headingAbove(cells, header.row, rowsFrom, column);
    const [first, ...rest] = whole.split(STROKE);
    const label = isShared && first === firsts[0] && rest.length > 0 ? rest.join(STROKE) : whole;
    return text.trim() === "" || label === ""
      ? []
      : [{ heading: label, text: text.trim(), address: addressOf(cell(row, column)) }];
  });
}

function headingAbove(cells: SheetCells, from: number, to: number, column: number): string {
  const texts = Array.from({ length: to - from }, (_, at) => shownAt(cells, from + at, column).text.trim());
  return texts.filter((text) => text !== "").join(STROKE);
}
