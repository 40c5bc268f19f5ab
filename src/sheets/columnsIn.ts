/** Columns that come in among others, and where those stand before and afterwards. All counted from 0. */
import type { Block } from "./plan";

/** Columns that come in, counted before any has; lists of them go from right to left. */
export interface ColumnsIn {
  readonly before: number;
  readonly columns: number;
}

/** A cell and where it is to stand. */
export interface Move {
  readonly from: Block;
  readonly to: Block;
}

/** Where a column comes to stand. */
export const placedBy =
  (insertions: readonly ColumnsIn[]) =>
  (column: number): number =>
    column + insertions.reduce((sum, { before, columns }) => sum + (before <= column ? columns : 0), 0);

/** Where a column stood before others came in; null for one of those. */
export function beforeOf(insertions: readonly ColumnsIn[]): (column: number) => number | null {
  const fromLeft = [...insertions].reverse();
  return (column) => {
    let shift = 0;
    for (const { before, columns } of fromLeft) {
      if (column < before + shift) break;
      if (column < before + shift + columns) return null;
      shift += columns;
    }
    return column - shift;
  };
}
