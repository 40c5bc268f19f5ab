/** Several tables on one sheet: a blank row, and below it another header, begin another table. */
import type { Grid, GridCell } from "./grid";
import { headerStart } from "./tableHeader";

/** The tables of a grid; the grid itself where it holds one. */
export function splitAtHeaders(grid: Grid): Grid[] {
  const isBlank = (row: readonly GridCell[]) => row.every(({ text }) => text === "");
  const starts = [0];
  for (let index = 1; index < grid.rows.length; index++) {
    if (!isBlank(grid.rows[index - 1] ?? []) || isBlank(grid.rows[index] ?? [])) continue;
    const from = starts.at(-1) ?? 0;
    // What stood before must have been a table by itself, and no title.
    if (
      headerStart({ rows: grid.rows.slice(from, index) }) !== null &&
      headerStart({ rows: grid.rows.slice(index, index + 4) }) !== null
    )
      starts.push(index);
  }
  return starts.length === 1
    ? [grid]
    : starts.map((start, at) => part(grid, start, starts[at + 1] ?? grid.rows.length));
}

/** Two tables side by side under the same labels, to save paper: 指标 单位 目标 指标 单位 目标. */
export function splitSideways(grid: Grid): Grid[] {
  const start = headerStart(grid);
  const labels = start === null ? [] : (grid.rows[start] ?? []).map(({ text }) => text);
  for (const count of [2, 3]) {
    const width = labels.length / count;
    const isRepeated = labels.every((label, index) => label === labels[index % width]);
    const several = new Set(labels.slice(0, width)).size;
    if (!Number.isInteger(width) || !isRepeated || several < 2 || several < width) continue;
    return Array.from({ length: count }, (_, at) => ({
      ...grid,
      rows: grid.rows.map((row, index) =>
        // Titles over all of them are each one's.
        index < (start ?? 0) ? row.slice(0, width) : row.slice(at * width, (at + 1) * width),
      ),
    }));
  }
  return [grid];
}

function part(grid: Grid, start: number, end: number): Grid {
  const moved = new Map<GridCell, GridCell>();
  const rows = grid.rows.slice(start, end).map((row) =>
    row.map((cell) => {
      const own = moved.get(cell) ?? { ...cell, row: Math.max(0, cell.row - start) };
      moved.set(cell, own);
      return own;
    }),
  );
  const spans = rows
    .flat()
    .filter(({ text }) => text !== "")
    .map(({ span }) => span);
  const first = spans.reduce((least, [from]) => Math.min(least, from), Infinity);
  const last = spans.reduce((most, [, to]) => Math.max(most, to), 0);
  return { ...grid, rows, span: [first, last], ...(start === 0 ? {} : { caption: "" }) };
}
