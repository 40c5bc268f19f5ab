/** Why a cell of any sheet of ours says what it says, told from its row's own cells: ledgers, county tables, score sheets, summaries. */
import { reasonAnswer } from "../core/answers";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { PART_OF } from "../core/places";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { reasonText } from "../strings/reason";
import { zhSheets as zh } from "../strings/zhSheets";
import { commitmentCalled } from "./commitmentCalled";
import { explainOwnRow } from "./ownSheetExplanation";
import { addressOf, cell } from "./plan";
import { placesReading, type PlaceVerdict } from "./placesReading";
import { explainRow, type RowExplanation, type Step } from "./rowExplanation";
import { shownAt, standingLedger, type SheetCells } from "./standingLedger";
import { standingPlaces } from "./standingPlaces";

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Explains a cell that asks nothing of us itself.
 * @param cells the head of its sheet and its row, see `withRow`
 * @returns null where the sheet is none of ours, or the cell stands in no row of it
 */
export function explainCell(index: CatalogIndex, rules: Rules, cells: SheetCells, place: Place): RowExplanation | null {
  const ledger = standingLedger(cells);
  if (ledger) return explainRow(index, rules, ledger, place);
  const found = explainPlace(index, rules, cells, place);
  if (found) return found;
  const own = OWN_SHEETS.includes(cells.name.replace(/\d+$/, "")) ? null : explainOwnRow(index, rules, cells, place);
  return own ?? explainTableRow(index, cells, place);
}

/** Tables that we make: they are no person's own, although they name departments and indicators. */
const OWN_SHEETS: readonly string[] = [zh.summary.sheetName, zh.scores.sheetName, zh.ledger.history.sheetName];

/** A place's figure of one indicator in a county table. */
function explainPlace(index: CatalogIndex, rules: Rules, cells: SheetCells, place: Place): RowExplanation | null {
  const address = addressOf(cell(place.row, place.column));
  const found = placesReading(cells).find((each) => each.columns.some((column) => column.address === address));
  if (!found) return null;
  const whole = index.withId(found.id) ?? null;
  const part = found.isCity ? whole : (index.withId(found.id + PART_OF + found.place) ?? null);
  const asOf = standingPlaces(cells)?.asOf ?? null;
  const why = part && reasonOfPlace(index, rules, cells, { found, part, asOf });
  return {
    department: found.shown,
    indicator: whole?.indicator ?? found.id,
    commitment: part ?? whole,
    why,
    hasVerdict: found.status !== null,
    steps: [
      ...(asOf === null ? [] : [{ heading: zh.ledger.asOf, text: String(asOf), address: "" }]),
      ...found.columns.filter(({ text }) => text !== ""),
    ],
  };
}

/** The sentence behind a place's verdict, where the catalog judges as the table does. */
function reasonOfPlace(
  index: CatalogIndex,
  rules: Rules,
  cells: SheetCells,
  asked: { readonly found: PlaceVerdict; readonly part: Commitment; readonly asOf: unknown },
): string | null {
  const { found, part, asOf } = asked;
  const headings = zh.placesTable.sheet.headings;
  const entry = standingPlaces(cells)?.entries.find(({ column }) =>
    found.columns.some(
      ({ heading, address }) => heading === headings.actual && address === addressOf(cell(found.row, column)),
    ),
  );
  if (!entry) return null;
  const { value } = shownAt(cells, found.row, entry.column);
  try {
    const reason = reasonAnswer(index, rules, part, { actual: value === "" ? null : value, asOf });
    return reason.standing.status === found.status ? reasonText(reason) : null;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** Words that head the columns of our tables. */
const { scores, summary, ledger: ledgerWords } = zh;
const DEPARTMENTS: ReadonlySet<string> = new Set([
  ledgerWords.headings.department,
  scores.headings.department,
  scores.totalHeadings.department,
  summary.headings.department,
  summary.department,
]);
const INDICATORS: ReadonlySet<string> = new Set([
  ledgerWords.headings.indicator,
  scores.headings.indicator,
  summary.headings.indicator,
]);
const WHYS: ReadonlySet<string> = new Set([summary.headings.why]);
const FEWEST_HEADINGS = 3;

/** A row of a table with our headings: score sheets, summaries, lists of what was frozen or found. */
function explainTableRow(index: CatalogIndex, cells: SheetCells, { row }: Place): RowExplanation | null {
  const header = headerAbove(cells, row);
  if (header === null || header === row) return null;
  const width = cells.texts[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => cells.column + at);
  const headed = columns.map((column) => ({
    heading: shownAt(cells, header, column).text.replace(/\s/g, ""),
    text: shownAt(cells, row, column).text.trim(),
    address: addressOf(cell(row, column)),
  }));
  const textUnder = (words: ReadonlySet<string>) => headed.find(({ heading }) => words.has(heading))?.text ?? "";
  const [department, indicator] = [textUnder(DEPARTMENTS), textUnder(INDICATORS)];
  if (department === "" && indicator === "") return null;
  const id = textUnder(new Set([scores.headings.id]));
  const steps = headed.filter(
    ({ heading, text }) =>
      heading !== "" && text !== "" && ![DEPARTMENTS, INDICATORS, WHYS].some((words) => words.has(heading)),
  );
  const why = textUnder(WHYS);
  return {
    department,
    indicator: indicator === "" ? department : indicator,
    commitment: index.withId(id) ?? commitmentCalled(index, department, indicator),
    why: why === "" ? null : why,
    hasVerdict: false,
    steps: withScore(steps),
  };
}

/** The nearest line above that heads columns with our words. */
function headerAbove(cells: SheetCells, row: number): number | null {
  for (let above = row; above >= cells.row; above--) {
    const texts = (cells.texts[above - cells.row] ?? []).map((text) => text.replace(/\s/g, ""));
    const filled = texts.filter((text) => text !== "").length;
    if (filled >= FEWEST_HEADINGS && texts.some((text) => DEPARTMENTS.has(text))) return above;
  }
  return null;
}

/** How a score comes about, where the row's own figures show it: its points and what was added. */
function withScore(steps: readonly Step[]): Step[] {
  const textOf = (heading: string) => steps.find((step) => step.heading === heading)?.text ?? "";
  const { headings } = scores;
  return steps.map((step) => {
    if (step.heading !== headings.score) return step;
    const bonus = textOf(headings.bonus);
    return bonus === "" ? step : { ...step, how: `${textOf(headings.points)} + ${bonus}` };
  });
}
