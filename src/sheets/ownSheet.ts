/**
 * People's own sheets: a grid of cells in, what was understood out. A sheet that is none of targets and actuals is said to be none.
 * Rows and columns are those of the sheet, from 0.
 */
import { isUnitWord } from "../core/unitWords";
import { bracketUnit, DEPARTMENT, unitInTitle, yearIn } from "../core/tableWords";
import { bodyEnd } from "./ownSheetBody";
import { ownColumns } from "./ownSheetColumns";
import { OwnGrid } from "./ownSheetGrid";
import { nextHeader, type OwnHeader } from "./ownSheetHeader";
import { saidBy } from "./ownSheetLabels";
import { asOfIn } from "./ownSheetPeriod";
import { ownRows, type OwnRow } from "./ownSheetRows";
import { FORM_DEPARTMENT, HEADING_NUMBER, TITLE_WORDS, type OwnRole } from "./ownSheetWords";
import { SURE_FROM, type OwnCells, type OwnColumn, type OwnSeries } from "./ownSheetTypes";

/** One table on a sheet. */
export interface OwnBlock {
  readonly header: OwnHeader;
  /** Its rows of data, the last one not counted in. */
  readonly rowsFrom: number;
  readonly rowsTo: number;
  readonly columns: readonly OwnColumn[];
  /** Indicators stand across, places or departments below each other. */
  readonly isTransposed: boolean;
  /** The pairs of target and actual that are judged: one, or one for each indicator across. */
  readonly series: readonly OwnSeries[];
  readonly rows: readonly OwnRow[];
  /** 单位：万元 over the table. */
  readonly unit: string | null;
  /** Who fills it in, by the form above it. */
  readonly department: string | null;
  /** Until when its figures are, as a period that can be read; null where it does not say. */
  readonly asOf: string | null;
}

export interface OwnSheet {
  readonly name: string;
  readonly blocks: readonly OwnBlock[];
}

/** Roles that a person gave columns, by block and column. */
export type ChosenRoles = ReadonlyMap<string, OwnRole>;
/** @example columnKey(0, 4) // "0:4" */
export const columnKey = (block: number, column: number): string => `${block}:${column}`;

const MOST_BLOCKS = 30;
/**
 * What is understood of a sheet; null where it is no sheet of targets and actuals.
 * @param chosen roles that a person gave columns of what was understood before
 * @param year of the catalog, for columns that name their year
 */
export function understandSheet(
  cells: OwnCells,
  year: number | null = null,
  chosen: ChosenRoles = new Map(),
): OwnSheet | null {
  const grid = new OwnGrid(cells);
  const blocks: OwnBlock[] = [];
  let from = grid.top;
  while (from < grid.bottom && blocks.length < MOST_BLOCKS) {
    const header = nextHeader(grid, from);
    if (header === null) break;
    const to = bodyEnd(grid, header);
    for (const part of header.parts) {
      const block = understoodBlock(grid, { ...header, ...part }, to, from, year, (column) =>
        chosen.get(columnKey(blocks.length, column)),
      );
      if (block) blocks.push(block);
    }
    from = Math.max(to, header.row + header.rows);
  }
  return blocks.length === 0 ? null : { name: cells.name, blocks };
}

function understoodBlock(
  grid: OwnGrid,
  header: OwnHeader,
  to: number,
  above: number,
  catalogYear: number | null,
  chosen: (column: number) => OwnRole | undefined,
): OwnBlock | null {
  const rowsFrom = header.row + header.rows;
  const title = grid.linesOf(above, header.row).join("\n");
  const year = yearIn(title) ?? catalogYear;
  const about = {
    year,
    title: nameInTitle(grid.linesOf(above, header.row)),
    saysActuals: [title, grid.cells.name].some((text) => saidBy(text).has("actual")),
  };
  const found = ownColumns(grid, header, to, about, chosen);
  if (found === null) return null;
  const formed = FORM_DEPARTMENT.exec(title);
  const headed = departmentAbove(grid.linesOf(above, header.row));
  const rows = ownRows(grid, found, rowsFrom, to);
  if (!rows.some(({ kind }) => kind === "promise")) return null;
  const last = rows.at(-1)?.row ?? rowsFrom;
  const unit = unitInTitle(title) ?? bracketUnit(title);
  return {
    header,
    rowsFrom,
    rowsTo: last + 1,
    ...found,
    rows,
    unit: unit !== null && isUnitWord(unit) ? unit : null,
    department: (formed?.[1] ?? formed?.[2])?.trim() ?? headed,
    asOf: asOfIn(
      [
        ...found.series.flatMap(({ actual }) => found.columns.find(({ column }) => column === actual)?.label ?? []),
        title,
        grid.cells.name,
      ],
      year,
    ),
  };
}

/** The department that a line above a table is, and says nothing else: 一、市教育局. */
function departmentAbove(lines: readonly string[]): string | null {
  const last =
    lines
      .at(-1)
      ?.replace(HEADING_NUMBER, "")
      .replace(/[:：]$/u, "")
      .trim() ?? "";
  return DEPARTMENT.test(last) && last.length <= LONGEST_DEPARTMENT && !/[\s:：，,、]/u.test(last) ? last : null;
}
const LONGEST_DEPARTMENT = 16;

/** The indicator that a table is of, by the lines above it; empty where they name none. @example nameInTitle(["2024年各县市区新增就业完成情况表"]) // "新增就业" */
function nameInTitle(lines: readonly string[]): string {
  const named = lines
    .filter((line) => !/[:：]/u.test(line))
    .map((line) =>
      line
        .normalize("NFKC")
        .replace(/\([^()]{1,10}\)/gu, " ")
        .replace(TITLE_WORDS, " ")
        .replace(/\s+/gu, " ")
        .trim(),
    );
  return named.filter((name) => name.length >= 2 && name.length <= LONGEST_NAME).at(-1) ?? "";
}
const LONGEST_NAME = 24;

/** The columns that are not certain enough to write by, with the block each is of. */
export function doubtfulColumns({ blocks }: OwnSheet): { readonly block: number; readonly column: OwnColumn }[] {
  return blocks.flatMap(({ columns }, block) =>
    columns.flatMap((column) => (column.certainty < SURE_FROM ? [{ block, column }] : [])),
  );
}
