/** The pairs of target and actual that are judged: one where a column names indicators, one for each indicator that stands across. */
import { labelsOver, type OwnHeader } from "./ownSheetHeader";
import { isPlaceName, saysOnlyAFigure } from "./ownSheetLabels";
import type { Draft, OwnSeries } from "./ownSheetTypes";
import type { OwnGrid } from "./ownSheetGrid";
import type { LabelWord } from "./ownSheetWords";

export function seriesOf(
  grid: OwnGrid,
  header: OwnHeader,
  columns: readonly Draft[],
): { series: OwnSeries[]; isTransposed: boolean } {
  const first = (role: Draft["role"]) => columns.find((each) => each.role === role)?.column ?? null;
  const isOf = (word: LabelWord) => columns.some(({ words }) => words.has(word));
  const isSaid = columns.some(({ role }) => role === "target" || role === "actual");
  // Departments with figures of people are lists of pay and attendance.
  const isTransposed =
    first("indicator") === null &&
    !isOf("person") &&
    (first("place") !== null || (first("department") !== null && isSaid));
  if (!isTransposed) {
    const pair = { target: first("target"), actual: first("actual") };
    return {
      series:
        pair.actual === null && pair.target === null ? [] : [{ label: "", owner: null, labelCell: null, ...pair }],
      isTransposed,
    };
  }
  return { series: acrossOf(grid, header, columns), isTransposed };
}

/** Columns of places, where a column names indicators; none where fewer than two places stand across. */
export function placesAcross(columns: readonly Draft[]): { series: OwnSeries[]; columns: Draft[] } {
  const found = new Map<string, Draft[]>();
  if (columns.some(({ role }) => role === "indicator"))
    for (const column of columns) {
      const place = column.path.find(isPlaceName);
      const isFigure = ["target", "actual", "otherFigure"].includes(column.role) || column.content.figures >= 0.5;
      if (place === undefined || (!isFigure && column.content.filled > 0)) continue;
      found.set(place, [...(found.get(place) ?? []), column]);
    }
  if (found.size < 2) return { series: [], columns: [] };
  const series = [...found].flatMap(([owner, own]): OwnSeries[] => {
    const columnOf = (role: Draft["role"]) => own.find((each) => each.role === role)?.column ?? null;
    const plain = own.find(({ role, isChosen }) => role === "ignored" && !isChosen)?.column ?? null;
    const pair = { target: columnOf("target"), actual: columnOf("actual") ?? plain };
    return pair.target === null && pair.actual === null ? [] : [{ label: "", owner, labelCell: null, ...pair }];
  });
  const judged = new Set(series.map(({ actual }) => actual));
  const taken = [...found.values()].flat();
  return {
    series,
    columns: taken.map((each): Draft =>
      judged.has(each.column) && each.role !== "actual"
        ? { ...each, role: "actual", certainty: PLAIN_FIGURE, candidates: ["otherFigure"] }
        : each,
    ),
  };
}
const PLAIN_FIGURE = 0.65;

/** The indicators that stand across: what their labels say besides target and actual is their name. */
function acrossOf(grid: OwnGrid, header: OwnHeader, columns: readonly Draft[]): OwnSeries[] {
  const found = new Map<string, { label: string; columns: Draft[] }>();
  for (const column of columns) {
    const isFigure =
      column.role === "target" ||
      column.role === "actual" ||
      column.isChosen ||
      (column.content.figures >= 0.5 && (column.role === "ignored" || column.role === "otherFigure"));
    if (!isFigure || column.role === "serial" || column.role === "place" || column.role === "department") continue;
    const label = nameAcross(labelsOver(grid, header.row, header.rows, column.column));
    if (label === "") continue;
    const known = found.get(label) ?? { label, columns: [] };
    known.columns.push(column);
    found.set(label, known);
  }
  return [...found.values()].flatMap(({ label, columns: own }): OwnSeries[] => {
    const target = own.find(({ role }) => role === "target")?.column ?? null;
    const said = own.find(({ role }) => role === "actual")?.column;
    // A figure under the bare name of an indicator is what was done; ranks and remarks are none.
    const plain = own.find(({ role, isChosen, words }) => role === "ignored" && !isChosen && !isAside(words))?.column;
    const actual = said ?? plain ?? null;
    if (actual === null && target === null) return [];
    return [{ label, owner: null, labelCell: labelCellOf(grid, header, actual ?? target ?? 0, label), target, actual }];
  });
}

const ASIDE: readonly LabelWord[] = ["score", "remark", "due", "supporting"];
const isAside = (words: ReadonlySet<LabelWord>) => ASIDE.some((word) => words.has(word));

/** @example nameAcross(["新增学位完成数（个）"]) // "新增学位（个）" */
export function nameAcross(path: readonly string[]): string {
  const only = path.filter((label) => !saysOnlyAFigure(label)).join("");
  const [, front = only, bracket = ""] = /^(.*?)\s*([（(][^（）()]*[）)])?$/u.exec(only) ?? [];
  const bare = front.replace(FIGURE_BEHIND_NAME, "").trim();
  return bare.length >= 2 ? bare + bracket : only;
}
/** 新增学位完成数 in one label; New jobs actual. */
const FIGURE_BEHIND_NAME =
  /(?:年度|全年|累计|实际|已|\s)*(?:目标|计划|任务|完成|实际|target|goal|budget|plan|actual|achieved)(?:情况|任务)?[数值量]?$/iu;

function labelCellOf(
  grid: OwnGrid,
  { row, rows }: OwnHeader,
  column: number,
  label: string,
): { row: number; column: number } | null {
  for (let line = row; line < row + rows; line++) {
    const cell = grid.at(line, column);
    if (cell.text !== "" && label.startsWith(cell.text)) return { row: cell.row, column: cell.column };
  }
  return null;
}
