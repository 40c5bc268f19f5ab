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
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly print: {
    readonly titleRows: { readonly first: number; readonly last: number };
    readonly columns: number;
    readonly footer: string;
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
