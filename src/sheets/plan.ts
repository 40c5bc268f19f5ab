/** What a sheet contains, as data. excel/applyPlan.ts writes it; tests compare it. */

/** A rectangle of cells by row and column, both counted from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell's content: a number, a text, or a formula beginning with "=". Empty text is an empty cell. */
export type Content = string | number;

export type Alignment = "Left" | "Center" | "Right";

/** How a block looks. Colours are #RRGGBB. */
export interface Style {
  readonly block: Block;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly align?: Alignment;
  readonly wrap?: boolean;
  readonly middle?: boolean;
  readonly border?: string;
  /** The colour of lines above, between and below the rows, without any between columns: text may run on into the next cell. */
  readonly rowLines?: string;
  readonly rowHeight?: number;
  /** Whether protection leaves these cells open for typing; without a word they stay as they are. */
  readonly locked?: boolean;
}

/** A number format for each cell of a block, or one for all of them. */
export interface NumberFormats {
  readonly block: Block;
  readonly formats: string | readonly (readonly string[])[];
}

/** What may be typed. Every rule warns or informs: nothing a person insists on is refused. */
export interface Validation {
  readonly block: Block;
  readonly rule: { readonly list: readonly string[] } | { readonly formula: string };
  readonly title: string;
  readonly message: string;
  readonly prompt?: string;
}

/** Paints a cell that shows a word. The rule stands on the cell whose value decides and holds no threshold. */
export interface ColourRule {
  readonly block: Block;
  readonly equals: string;
  readonly fill?: string;
  readonly fontColor: string;
}

/** A name for one cell, known within its sheet. */
export interface CellName {
  readonly name: string;
  readonly block: Block;
}

/** A chart of horizontal bars, each a stack of counts: a bar for each row of its source, a piece for each column. */
export interface StackedBars {
  readonly name: string;
  /** Names of the pieces in the first row, names of the bars in the first column, counts in the rest. */
  readonly source: Block;
  /** The cells the chart covers. */
  readonly place: Block;
  /** The fills of the pieces in their order, #RRGGBB. */
  readonly fills: readonly string[];
}

export interface SheetPlan {
  readonly name: string;
  readonly tabColor: string;
  /** The whole sheet from A1; rows may differ in length. */
  readonly content: readonly (readonly Content[])[];
  /** Widths in points, from column A. */
  readonly columnWidths: readonly number[];
  readonly styles: readonly Style[];
  readonly numberFormats: readonly NumberFormats[];
  readonly validations: readonly Validation[];
  readonly colourRules: readonly ColourRule[];
  readonly names: readonly CellName[];
  readonly charts?: readonly StackedBars[];
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly print: {
    /** Rows printed again on top of every page. */
    readonly titleRows?: { readonly first: number; readonly last: number };
    readonly columns: number;
    readonly footer?: string;
    /** Whether everything goes on one page; otherwise one page wide and as many high as it takes. */
    readonly onOnePage?: boolean;
    /** The margin on all four sides, in points; without a word Excel's own. */
    readonly margin?: number;
  };
  /** The cell selected when the sheet is ready. */
  readonly start: Block;
}

/** One cell. */
export const cell = (row: number, column: number): Block => ({ row, column, rows: 1, columns: 1 });

/** @example columnName(27) // "AB" */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** @example addressOf({ row: 4, column: 1, rows: 2, columns: 2 }) // "B5:C6" */
export function addressOf({ row, column, rows, columns }: Block): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}
