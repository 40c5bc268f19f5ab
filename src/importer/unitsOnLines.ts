/**
 * Units in tables whose cells stand each on a line of its own, a stroke perhaps left over: 序号 ⏎ 预期目标 ⏎ 责任单位 ⏎ 1 ⏎ 生产总值增长6% ⏎
 * 区发改委 ⏎ 区统计局. Units below each other share a cell, unless the header has two columns for them.
 */
import type { Line } from "./layout";
import { ownersIn, type Written } from "./owners";

/** A cell that is not empty. */
interface Cell {
  readonly start: number;
  readonly end: number;
  /** Its position among the lines. */
  readonly line: number;
  readonly said: string;
}

const LONGEST_CELL = 60;
const STROKES = /[|｜*＊※\s　]/gu;
const UNIT_LABEL = /^(?:牵头|责任|主办|承办|落实|配合|协同|主体|与|和|及|、)+(?:单位|部门|主体)$/u;
const TASK_LABEL = /^[^，。；：]{0,10}(?:目标|任务|事项|内容|项目|指标|名称|措施|实事|工作)$/u;
const OTHER_LABEL = /^[^，。；：\d]{2,8}$/u;

export function onOwnLines(text: string, lines: readonly Line[]): Written[] {
  const cells = lines.flatMap(({ start, end }, line): Cell[] => {
    const said =
      end - start > LONGEST_CELL ? text.slice(start, end).trim() : text.slice(start, end).replace(STROKES, "");
    return said === "" ? [] : [{ start, end, line, said }];
  });
  let columns = 0;
  let isBelowTask = false; // whether a label of tasks stands in the cells right above
  let between = 1; // lines from one cell to the next
  let first = -1; // the cell behind the header
  let last = -1; // the cell of the last unit
  const found: Written[] = [];
  for (const [index, { start, end, line, said }] of cells.entries()) {
    if (end - start > LONGEST_CELL) continue;
    const fromAbove = line - (cells[index - 1]?.line ?? line);
    if (UNIT_LABEL.test(said)) {
      columns += isBelowTask ? 1 : 0;
      between = fromAbove;
      first = index + 1;
    } else if (columns > 0) {
      const owners = ownersIn(said);
      const above = found.at(-1);
      if (owners && above && columns === 1 && last === index - 1 && fromAbove <= between)
        found[found.length - 1] = { ...above, lead: [...above.lead, ...owners.lead], end };
      else if (owners) found.push({ ...owners, start, end });
      if (owners) last = index;
    }
    isBelowTask = TASK_LABEL.test(said) || (isBelowTask && OTHER_LABEL.test(said));
  }
  return found.length === 0 ? found : inRows(cells.slice(first), found, columns);
}

/** Each row's unit answers for all of the row: for what stands above it, and for what is merged with it below. */
function inRows(cells: readonly Cell[], units: readonly Written[], columns: number): Written[] {
  const rows = rowsOf(cells, units);
  const [first] = rows;
  if (first === undefined) return [...units];
  let next = 0; // of the units
  const unitsBefore = (end: number) => {
    const from = next;
    while ((units[next]?.start ?? Infinity) < end) next++;
    return units.slice(from, next);
  };
  return [
    ...unitsBefore(first.start),
    ...rows.flatMap(({ start, end, rest }, row) => {
      const own = unitsBefore(end);
      const named = own.map((unit, index) => (index === 0 ? { ...unit, from: start } : unit));
      const [lead] = own;
      const last = own.at(-1);
      const below = last === undefined ? undefined : rest.filter((cell) => cell.start > last.end);
      const until = below?.at(-1)?.end;
      // Behind the last row the text may go on.
      const isSeenToEnd = row < rows.length - 1 || (below?.length ?? 0) <= FEW_CELLS;
      const isMerged =
        isSeenToEnd &&
        own.length <= columns &&
        below?.some(({ said }) => COUNTS.test(said) && /[\u4e00-\u9fff]{3}/u.test(said));
      return isMerged && lead && last && until !== undefined
        ? [...named, { ...lead, start: until, end: until, from: last.end }]
        : named;
    }),
  ];
}
const FEW_CELLS = 3;
/** A figure, but no day by which something is due. */
const COUNTS = /\d(?!\d*(?:年|月|日|季度))/u;

/** The rows by their numbers, each one more than the last, behind a unit, with a task behind it. */
function rowsOf(
  cells: readonly Cell[],
  units: readonly Written[],
): readonly { readonly start: number; readonly end: number; readonly rest: readonly Cell[] }[] {
  const begins: number[] = [];
  let unit = 0; // of the units, the next one
  for (const [index, { start, said }] of cells.entries()) {
    if (said !== `${begins.length + 1}`) continue;
    const task = cells[index + 1]?.said ?? "";
    if (!/[\u4e00-\u9fff]{2}/u.test(task) || ownersIn(task) !== null) continue;
    const behind = cells[begins.at(-1) ?? index]?.start ?? 0;
    while ((units[unit]?.start ?? Infinity) < behind) unit++;
    if (begins.length === 0 || (units[unit]?.start ?? Infinity) < start) begins.push(index);
  }
  return begins.map((begin, row) => {
    const rest = cells.slice(begin, begins[row + 1]);
    return { start: rest[0]?.start ?? 0, end: rest.at(-1)?.end ?? 0, rest };
  });
}
