/** The columns of a ledger that goes on by another rhythm, put in and put by. Columns and rows from 0. */
import { beforeOf } from "../sheets/columnsIn";
import { addressOf, columnName, type Block } from "../sheets/plan";
import type { Reshape } from "../sheets/reshapedLedger";
import { rangeOf } from "./applyPlan";
import { columnAt, type ReshapedColumns } from "./reshapeBack";

/** How the columns of a ledger stand, asked with the request that comes next. */
export class ColumnsBefore {
  private readonly columns: ReadonlyMap<number, Excel.Range>;

  constructor(
    private readonly sheet: Excel.Worksheet,
    private readonly reshape: Reshape,
    private readonly settings: readonly Block[],
  ) {
    const place = beforeOf(reshape.insertions);
    const wanted = [...reshape.shown, ...reshape.hidden].flatMap((column) => place(column) ?? []);
    this.columns = new Map(wanted.map((column) => [column, columnAt(sheet, column).load("columnHidden")]));
    sheet.pageLayout.load("paperSize");
  }

  /** To be asked once the request has gone. */
  get kept(): ReshapedColumns {
    const { insertions, header, renamed, moves, back } = this.reshape;
    const place = beforeOf(insertions);
    const found = [...this.columns];
    return {
      insertions,
      header,
      renamed,
      moves,
      visible: found.flatMap(([column, { columnHidden }]) => (columnHidden ? [] : [column])),
      concealed: found.flatMap(([column, { columnHidden }]) => (columnHidden ? [column] : [])),
      back: back.flatMap((column) => place(column) ?? []),
      settings: this.settings.flatMap((block) => {
        const came = moves.find(({ to }) => addressOf(to) === addressOf(block))?.from ?? block;
        const column = place(came.column);
        return column === null ? [] : [{ ...came, column }];
      }),
      paper: this.sheet.pageLayout.paperSize,
    };
  }
}

/** Puts the columns in and moves what stands above them, in the request that comes next. */
export function reshapeColumns(sheet: Excel.Worksheet, reshape: Reshape): void {
  const { insertions, header, moves, shown, hidden, paper, width } = reshape;
  for (const { before, columns } of insertions) {
    sheet.getRange(`${columnName(before)}:${columnName(before + columns - 1)}`).insert("Right");
    // They look and ask like their neighbours, whose legend and settings they do not hold.
    const head = sheet.getRangeByIndexes(0, before, header, columns);
    head.clear("Formats");
    head.dataValidation.clear();
    head.getEntireColumn().format.columnWidth = width;
  }
  for (const { from, to } of moves) rangeOf(sheet, from).moveTo(rangeOf(sheet, to));
  for (const column of shown) columnAt(sheet, column).columnHidden = false;
  for (const column of hidden) columnAt(sheet, column).columnHidden = true;
  sheet.pageLayout.paperSize = paper;
}
