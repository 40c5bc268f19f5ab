/** Where the rows of a table end: after blank rows, or where the header of another begins. */
import { DEPARTMENT } from "../core/tableWords";
import { isFigure, type OwnGrid } from "./ownSheetGrid";
import { isHeader, labelRows, mayBeLabels, type OwnHeader } from "./ownSheetHeader";
import { saidBy } from "./ownSheetLabels";
import { STATUS_CELL } from "./ownSheetWords";

const MOST_BLANK_ROWS = 2;

/** The row behind the last of a table: where the next one begins, or after blank rows. */
export function bodyEnd(grid: OwnGrid, { row, rows, from, to }: OwnHeader): number {
  let end = row + rows;
  let blank = 0;
  for (let line = end; line < grid.bottom; line++) {
    if (grid.isBlankRow(line, from, to)) {
      blank += 1;
      if (blank > MOST_BLANK_ROWS) break;
      continue;
    }
    if (beginsNext(grid, line, row, rows)) {
      // What stands alone above the next table is its title.
      while (end > row + rows && isAlone(grid, end - 1, from, to)) end -= 1;
      break;
    }
    blank = 0;
    end = line + 1;
  }
  return end;
}

function isAlone(grid: OwnGrid, line: number, from: number, to: number): boolean {
  const [only, ...more] = grid.filled(line, from, to);
  return only === undefined || (more.length === 0 && only.row === line && !isFigure(only));
}

/** Whether a row begins another table: labels that name something, and are not this header once more. */
function beginsNext(grid: OwnGrid, line: number, header: number, rows: number): boolean {
  const cells = grid.filled(line).filter((cell) => cell.row === line);
  if (cells.length < 2 || !mayBeLabels(cells) || !isHeader(grid, line, labelRows(grid, line))) return false;
  const isApart = isUnderTitle(grid, line);
  const known = cells.filter(({ text }) => saidBy(text).size > 0 && (isApart || !isData(text)));
  if (known.length < 2 || known.length < cells.length / 2) return false;
  // 市发改委 beside 重点项目: whose row it is. Departments that stand across are several.
  const owners = cells.filter(({ text }) => DEPARTMENT.test(text) && saidBy(text).size === 0);
  if (owners.length === 1 && !isApart) return false;
  return !isHeaderAgain(grid, line, header, rows) || isApart;
}

/** What stands below a label and is none itself, though its words are those of labels: 已完成, 累计完成投资30亿元. */
const isData = (text: string) =>
  STATUS_CELL.test(text) || /\d/u.test(text.normalize("NFKC").replace(PERIOD_DIGITS, ""));
const PERIOD_DIGITS = /\([^()]*\)|\d+(?:年|月|日|号|[一二三四]?季度)|[-—–~至]|20\d\d|(?:q|h|fy ?)\d+/giu;

/** Whether a title or nothing stands above a row: on the next page the same header stands below a row of data. */
function isUnderTitle(grid: OwnGrid, line: number): boolean {
  const above = grid.filled(line - 1);
  return above.length === 0 || (above.length === 1 && above[0] !== undefined && !isFigure(above[0]));
}

/** Whether a row says the header once more, as on each printed page. */
function isHeaderAgain(grid: OwnGrid, line: number, header: number, rows: number): boolean {
  const said = (row: number) =>
    grid
      .filled(row)
      .map(({ text }) => text)
      .join("|");
  const own = said(line);
  for (let row = header; row < header + rows; row++) if (own !== "" && said(row) === own) return true;
  return false;
}
