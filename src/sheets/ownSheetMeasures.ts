/** Tables whose rows, not columns, are targets and actuals: a column says of each row which it is of. */
import { isFigure, saysNothing, type OwnGrid } from "./ownSheetGrid";
import { comparable, isPlaceName, saidBy, saysOnlyAFigure } from "./ownSheetLabels";
import type { Draft, OwnSeries } from "./ownSheetTypes";
import type { LabelWord, OwnRole } from "./ownSheetWords";

/** What a row is of, by the word in its cell: what is to be reached, what was done, or something said of the two. */
export type RowMeasure = "target" | "actual" | "other";

const OTHERS: readonly LabelWord[] = ["rate", "gap", "growth", "lastYear", "status", "score", "pace", "remark"];
const TOTAL = /合计|总计|全年|累计|年度|本年|total|ytd|year|date/iu;

/** @example measureOf("累计完成") // "actual" */
export function measureOf(text: string): RowMeasure | null {
  if (text === "" || text.length > LONGEST) return null;
  const said = saidBy(text);
  if (OTHERS.some((word) => said.has(word))) return "other";
  if (!saysOnlyAFigure(text) || said.has("unit")) return null;
  if (said.has("target") === said.has("actual")) {
    if (!said.has("target")) return null;
    return /(?:完成|实际|执行|支出|到位)[数值额量情况]*$/u.test(comparable(text)) ? "actual" : "target";
  }
  return said.has("target") ? "target" : "actual";
}
const LONGEST = 16;

/** Which column says of each row whether it is a target or an actual; null where columns are. */
export function measureColumn(grid: OwnGrid, columns: readonly number[], from: number, to: number): number | null {
  return columns.find((column) => saysMeasures(grid, column, from, Math.min(to, from + ROWS_LOOKED_AT))) ?? null;
}
const ROWS_LOOKED_AT = 60;

/** Whether the cells of some rows say targets and actuals, and hardly anything else. */
export function saysMeasures(grid: OwnGrid, column: number, from: number, to: number): boolean {
  let [filled, known] = [0, 0];
  const said = new Set<RowMeasure>();
  for (let row = from; row < to; row++) {
    const cell = grid.at(row, column);
    if (cell.text === "" || cell.row !== row || cell.columns > 1) continue;
    filled += 1;
    const measure = measureOf(cell.text);
    if (measure === null) continue;
    known += 1;
    said.add(measure);
  }
  return said.has("target") && said.has("actual") && known >= filled * MOST_OF;
}
const MOST_OF = 0.8;

/** What each row is of, from the first row on; a blank cell beside a name is of what stands above it. */
export function rowMeasures(grid: OwnGrid, column: number, from: number, to: number): (RowMeasure | null)[] {
  let above: RowMeasure | null = null;
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => {
    const { text } = grid.at(from + at, column);
    if (text === "") return isNamed(grid, column, from + at) ? above : null;
    above = measureOf(text);
    return above;
  });
}

function isNamed(grid: OwnGrid, measure: number, row: number): boolean {
  return grid.filled(row).some((cell) => cell.row === row && cell.column !== measure && !isFigure(cell));
}

const NO_FIGURES: readonly OwnRole[] = [
  "measure",
  "serial",
  "department",
  "place",
  "group",
  "unit",
  "indicator",
  "rate",
  "growth",
  "lastYear",
  "status",
  "asOf",
];
const holdsFigures = ({ role, words, content, isChosen }: Draft) =>
  isChosen
    ? role === "actual" || role === "target"
    : !NO_FIGURES.includes(role) && !words.has("remark") && (content.filled === 0 || content.figures >= 0.5);

export interface MeasuredColumns {
  readonly columns: readonly Draft[];
  readonly series: OwnSeries[];
  readonly isTransposed: boolean;
}

/**
 * The columns of such a table, and its pairs. Where a column names indicators, others are periods: what is judged is the sum so far, or the
 * last period that is filled. Where none does, each column is an indicator, or of the one that the title names.
 * @param hasTargets whether a column has figures in rows of targets
 */
export function measuredColumns(
  drafts: readonly Draft[],
  hasTargets: (column: number) => boolean,
  nameOf: (draft: Draft) => string,
  title: string,
): MeasuredColumns {
  const figures = drafts.filter(holdsFigures);
  const isNamed = drafts.some(({ role }) => role === "indicator");
  const isOfPlaces = figures.filter((draft) => isPlaceName(nameOf(draft))).length > 1;
  // Places across: of what stands in the rows, or of the one indicator that the title names.
  const across = (label: string): Pick<OwnSeries, "label" | "owner" | "labelCell"> =>
    isOfPlaces
      ? { label: isNamed ? "" : title, owner: label, labelCell: null }
      : { label, owner: null, labelCell: null };
  if (isOfPlaces ? isNamed || title !== "" : !isNamed && figures.some((draft) => nameOf(draft) !== "")) {
    const series = figures.flatMap((draft): OwnSeries[] => {
      const label = nameOf(draft);
      if (label === "" || (isOfPlaces && !isPlaceName(label))) return [];
      return [{ ...across(label), target: draft.column, actual: draft.column }];
    });
    const judged = new Set(series.map(({ actual }) => actual));
    const columns = drafts.map((draft): Draft =>
      judged.has(draft.column) ? { ...draft, role: "actual", certainty: 0.8, candidates: ["otherFigure"] } : draft,
    );
    return { columns, series, isTransposed: !isNamed };
  }
  const { best, certainty } = judgedOf(figures);
  const whole = figures.filter((draft) => isTotal(draft) && hasTargets(draft.column)).at(-1);
  const columns = drafts.map((draft): Draft => {
    if (draft === best)
      return { ...draft, role: "actual", certainty: draft.isChosen ? 1 : certainty, candidates: ["otherFigure"] };
    if (!figures.includes(draft)) return draft;
    return { ...draft, role: "otherFigure", certainty: 0.75, candidates: ["actual"] };
  });
  const target = whole ?? (best && hasTargets(best.column) ? best : undefined);
  const pair = { target: target?.column ?? null, actual: best?.column ?? null };
  const series = [{ label: isNamed ? "" : title, owner: null, labelCell: null, ...pair }];
  return { columns, series: isNamed || title !== "" ? series : [], isTransposed: !isNamed };
}

const isTotal = ({ path, words }: Draft) => !words.has("namedPeriod") && TOTAL.test(comparable(path.join("")));

function judgedOf(figures: readonly Draft[]): { best: Draft | undefined; certainty: number } {
  const chosen = figures.find(({ isChosen, role }) => isChosen && role === "actual");
  const filled = figures.filter(({ content }) => content.figures > 0);
  const total = filled.filter(isTotal).at(-1);
  if (chosen) return { best: chosen, certainty: 1 };
  if (total) return { best: total, certainty: 0.8 };
  const [only, ...more] = filled;
  if (only && more.length === 0 && figures.length === 1) return { best: only, certainty: 0.8 };
  const last = [...filled].sort((one, other) => one.column - other.column).at(-1);
  // 上半年 and 1-9月 are sums so far; whether months are, nobody says.
  return { best: last, certainty: last?.words.has("cumulative") ? 0.65 : 0.45 };
}

/** Whether a column has figures in any of some rows. */
export function hasFiguresIn(grid: OwnGrid, column: number, rows: readonly number[]): boolean {
  return rows.some((row) => {
    const cell = grid.at(row, column);
    return !saysNothing(cell) && isFigure(cell);
  });
}
