/** The pairs of target and actual that are judged: one where a column names indicators, one for each indicator that stands across. */
import { labelsOver, saysOnlyAFigure, type OwnHeader } from "./ownSheetHeader";
import type { Draft, OwnSeries } from "./ownSheetTypes";
import type { OwnGrid } from "./ownSheetGrid";

export function seriesOf(
  grid: OwnGrid,
  header: OwnHeader,
  columns: readonly Draft[],
): { series: OwnSeries[]; isTransposed: boolean } {
  const first = (role: Draft["role"]) => columns.find((each) => each.role === role)?.column ?? null;
  const isTransposed = first("indicator") === null && (first("place") !== null || first("department") !== null);
  if (!isTransposed) {
    const pair = { target: first("target"), actual: first("actual") };
    return {
      series: pair.actual === null && pair.target === null ? [] : [{ label: "", labelCell: null, ...pair }],
      isTransposed,
    };
  }
  return { series: acrossOf(grid, header, columns), isTransposed };
}

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
    // A figure under the bare name of an indicator is what was done.
    const plain = own.find(({ role, isChosen }) => role === "ignored" && !isChosen)?.column;
    const actual = said ?? plain ?? null;
    if (actual === null && target === null) return [];
    return [{ label, labelCell: labelCellOf(grid, header, actual ?? target ?? 0, label), target, actual }];
  });
}

/** @example nameAcross(["新增学位（个）", "累计完成"]) // "新增学位（个）" */
function nameAcross(path: readonly string[]): string {
  const names = path.filter((label) => !saysOnlyAFigure(label));
  // 新增学位完成数 in one label.
  const only = names.join("");
  const bare = only.replace(/(?:年度|全年|累计|实际|已)?(?:目标|计划|任务|完成|实际)(?:情况|任务)?[数值量]?$/u, "");
  return bare.length >= 2 ? bare : only;
}

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
