import type { IRange } from "@univerjs/core";
import type { Area } from "../engine";

/** A range of Univer's on a sheet, in our words. */
export const areaOf = (sheet: string, range: IRange): Area => ({
  sheet,
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});
