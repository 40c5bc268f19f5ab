/** Units in the cells of a table whose columns a text has lost: at the ends of lines, on lines of their own, behind the stop of a task. */
import type { Line } from "./layout";
import { ownersIn, type Owners, type Written } from "./owners";
import { onOwnLines } from "./unitsOnLines";
import { behindTasks } from "./unitsRunOn";

/** Every cell of such tables that names units. */
export function namedInCells(text: string, lines: readonly Line[]): Written[] {
  return [...inRows(text, lines), ...betweenStrokes(text, lines), ...onOwnLines(text, lines), ...behindTasks(text)];
}

/** 序号 任务 责任单位 进展 ⏎ 1 总值增长7%. 发改委 增长6%.: a cell of units in rows under a header that says so, cells parted by blanks. */
function inRows(text: string, lines: readonly Line[]): Written[] {
  let isUnder = false;
  return lines.flatMap(({ start, end }, index) => {
    const line = text.slice(start, end);
    if (HEADER.test(line)) isUnder = true;
    const cell = isUnder ? UNITS_CELL.exec(line) : null;
    if (cell?.[1] === undefined || !/\d/.test(line.slice(0, cell.index))) return [];
    // More units stand on the lines below: 区农委 ⏎ 区林业局.
    const isLast = cell.index + cell[0].length === line.length;
    let last = index;
    while (isLast && MORE_UNITS.test(text.slice(lines[last + 1]?.start, lines[last + 1]?.end))) last++;
    const more = lines.slice(index + 1, last + 1).map((each) => text.slice(each.start, each.end).trim());
    const owners = ownersIn([cell[1], ...more].join("、"), true);
    const until = last > index ? (lines[last]?.end ?? end) : start + cell.index + cell[0].length;
    return owners ? [{ ...owners, start: start + cell.index + 1, end: until }] : [];
  });
}
const UNIT = "[\\u4e00-\\u9fff（）()]{1,12}(?:局|委|办|厅|院|会|中心|公司|集团|镇|乡|街道|政府|联社)";
/** The header of columns that blanks part. */
const HEADER =
  /(?:^|[ 　])(?:序号|编号|类别|指标|任务|项目|工作|名称)[^，。；：\n]{0,30}[ 　]+(?:(?:牵头|责任|主办|承办|负责)(?:责任)?|负责)(?:单位|部门)(?:[ 　]+[^，。；：\n]{2,20})?[\s　]*$/u;
const UNITS_CELL = new RegExp(`[ 　]((?:${UNIT}[、，,]?)+)(?=[ 　]|[\\s　]*$)`, "u");
const MORE_UNITS = new RegExp(`^[\\s　]*${UNIT}[\\s　]*$`, "u");

/** 1 | 安装空调900台。 | 县教育局 | 已招标 |: the first cell between strokes that is a bureau; rows merged with it lack the cell. */
function betweenStrokes(text: string, lines: readonly Line[]): Written[] {
  let above: Owners | null = null;
  return lines.flatMap(({ start, end }) => {
    const cells = text.slice(start, end).split(/[|｜]/u);
    if (cells.length < FEWEST_CELLS) {
      if (text.slice(start, end).trim() !== "") above = null;
      return [];
    }
    let at = start;
    for (const cell of cells) {
      const owners = cell.length <= LONGEST_CELL && at > start ? ownersIn(cell.trim()) : null;
      if (owners) {
        above = owners;
        return [{ ...owners, start: at, end: at + cell.length }];
      }
      at += cell.length + 1;
    }
    const isMerged = above !== null && !/^[\s　]*(?:\d+[\s　]*$|序号)/u.test(cells[0] ?? "");
    return isMerged && above ? [{ ...above, start: end - 1, end }] : [];
  });
}
const FEWEST_CELLS = 4;
const LONGEST_CELL = 60;
