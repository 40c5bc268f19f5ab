/** A row of a person's own table, explained by its own cells and, where it shows a verdict of ours, by the sentence behind it. */
import { reasonAnswer } from "../core/answers";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { reasonText } from "../strings/reason";
import { commitmentCalled } from "./commitmentCalled";
import { statusNamed } from "./ledgerEntries";
import { understandSheet, type OwnBlock } from "./ownSheet";
import { addressOf, cell } from "./plan";
import type { RowExplanation, Step } from "./rowExplanation";
import { shownAt, type SheetCells } from "./standingLedger";

/** null where the sheet is none of targets and actuals, or the cell stands in no row of it. */
export function explainOwnRow(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  row: number,
): RowExplanation | null {
  const sheet = understandSheet({ ...cells, merges: null }, index.catalog.year);
  for (const block of sheet?.blocks ?? []) {
    const own = block.rows.find((each) => each.row === row && each.kind === "promise");
    if (!own) continue;
    const department = own.department === "" ? (block.department ?? "") : own.department;
    const commitment = commitmentCalled(index, department, own.name);
    const steps = stepsOf(cells, block, row);
    const shown = steps.map(({ text }) => statusNamed(text)).find((status) => status !== null) ?? null;
    const why = commitment && shown ? whyOf(index, rules, cells, { block, row, commitment, shown }) : null;
    return { department, indicator: own.name, commitment, why, hasVerdict: shown !== null && why === null, steps };
  }
  return null;
}

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

/** The sentence, where it comes to the verdict that the row shows. */
function whyOf(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  asked: { readonly block: OwnBlock; readonly row: number; readonly commitment: Commitment; readonly shown: string },
): string | null {
  const { block, row, commitment, shown } = asked;
  const column = block.series.find(({ actual }) => actual !== null)?.actual ?? null;
  if (column === null || block.asOf === null) return null;
  const { value } = shownAt(cells, row, column);
  try {
    const reason = reasonAnswer(index, rules, commitment, { actual: value === "" ? null : value, asOf: block.asOf });
    return reason.standing.status === shown ? reasonText(reason) : null;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}
