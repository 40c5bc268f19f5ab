/**
 * Others work in the same sheet: rows may move, and cells be filled in, between looking and writing. Rows are looked at once more just
 * before the writing request, and once more within it, before anything of it is written.
 */
import { contentAsTyped } from "./contentAsTyped";
import { RowsMoved, type Keeper, type KeptCells } from "./backup";
import { shownAt, type CellValue, type StandingLedger } from "../sheets/standingLedger";
import { usedOfColumn } from "./cellsOfOthers";
import { columnName } from "../sheets/plan";

/** Rows to be written into, as they were when they were looked at. */
export interface WatchedRows {
  /** The sheet's id. */
  readonly sheet: string;
  /** The column that tells rows, from 0 like all columns and rows of the sheet; `id` is what it says. */
  readonly idColumn: number;
  readonly rows: readonly { readonly row: number; readonly id: string }[];
  readonly columns: readonly {
    readonly column: number;
    /** The value a row's cell showed; undefined where it is not written, or does not matter. */
    readonly seen: (row: number) => unknown;
    /** Whether a row's cell is written. */
    readonly isWritten: (row: number) => boolean;
  }[];
}

interface Look {
  readonly ids: Excel.Range;
  readonly columns: readonly Excel.Range[];
}

export class RowWatch {
  private again: Look | null = null;

  private constructor(
    private readonly context: Excel.RequestContext,
    private readonly watched: WatchedRows,
    private readonly look: Look,
  ) {}

  /** Looks at the rows. One request. @throws RowsMoved where they are not what they were */
  static async over(context: Excel.RequestContext, watched: WatchedRows): Promise<RowWatch> {
    const look = lookAt(context, watched);
    await context.sync();
    for (const { row, id } of watched.rows) if (idAt(look.ids, row) !== id) throw new RowsMoved();
    for (const [at, { seen, isWritten }] of watched.columns.entries())
      for (const { row } of watched.rows) {
        const value = seen(row);
        const range = look.columns[at];
        if (range && isWritten(row) && value !== undefined && value !== cellAt(range, row).value) throw new RowsMoved();
      }
    return new RowWatch(context, watched, look);
  }

  /** The cells to be written, as they were typed. */
  get kept(): KeptCells[] {
    return this.keptIn(this.look);
  }

  /** Puts the second look into the writing request; to be called before anything is written and once the sheet is open for it. */
  begin(): void {
    const { sheet, idColumn } = this.watched;
    const { ids } = this.look;
    if (!ids.isNullObject) {
      // An array of nulls leaves every cell as it is, and is refused where rows came or went: then nothing of the request is written.
      const name = columnName(idColumn);
      const used = this.context.workbook.worksheets.getItem(sheet).getRange(`${name}:${name}`).getUsedRange(true);
      used.values = ids.values.map(() => [null]);
    }
    this.again = lookAt(this.context, this.watched);
  }

  /**
   * To be asked once the request has gone.
   * @throws RowsMoved where the rows were others than those looked at; the keeper knows then what stood in the cells
   */
  mustBeStill(keeper: Keeper): void {
    const { again, look } = this;
    if (!again) return;
    const { sheet, idColumn, rows } = this.watched;
    const now = this.keptIn(again);
    const areStill = rows.every(({ row }) => idAt(again.ids, row) === idAt(look.ids, row));
    if (areStill && JSON.stringify(now) === JSON.stringify(this.keptIn(look))) return;
    const others = keeper.backup.cells.filter((kept) => kept.sheet !== sheet || kept.idColumn !== idColumn);
    keeper.backup = { ...keeper.backup, cells: [...others, ...now] };
    throw new RowsMoved();
  }

  private keptIn({ ids, columns }: Look): KeptCells[] {
    const { sheet, idColumn, rows } = this.watched;
    return this.watched.columns.map(({ column, isWritten }, at) => ({
      sheet,
      column,
      idColumn,
      cells: rows.flatMap(({ row }): KeptCells["cells"] => {
        const range = columns[at];
        return range && isWritten(row) ? [[row, idAt(ids, row), cellAt(range, row).typed]] : [];
      }),
    }));
  }
}

/** What tells the rows of a ledger: their 编号, or where there is no such column, their indicators. */
export function markedRows({ at, rows, helped, cells }: StandingLedger): Pick<WatchedRows, "idColumn" | "rows"> {
  const idColumn = at.id ?? at.indicator;
  const marked = [...rows, ...helped].map(({ row }) => ({ row, id: String(shownAt(cells, row, idColumn).value) }));
  return { idColumn, rows: marked.filter(({ id }) => id !== "") };
}

/** Rows of a sheet into which nothing has been written yet. */
export function newRows(sheet: string, first: number, rows: number): WatchedRows {
  return {
    sheet,
    idColumn: 0,
    rows: Array.from({ length: rows }, (_, index) => ({ row: first + index, id: "" })),
    columns: [],
  };
}

function lookAt(context: Excel.RequestContext, { sheet, idColumn, columns }: WatchedRows): Look {
  return {
    ids: usedOfColumn(context, sheet, idColumn),
    columns: columns.map(({ column }) => usedOfColumn(context, sheet, column)),
  };
}

const idAt = (ids: Excel.Range, row: number): string => String(cellAt(ids, row).value);

function cellAt(used: Excel.Range, row: number): { value: CellValue; typed: CellValue } {
  if (used.isNullObject) return { value: "", typed: "" };
  const value = (used.values as CellValue[][])[row - used.rowIndex]?.[0] ?? "";
  return { value, typed: contentAsTyped((used.formulas as CellValue[][])[row - used.rowIndex]?.[0] ?? "", value) };
}
