/** What a sheet contains, as data. excel/applyPlan.ts writes it; tests compare it. */

/** A rectangle of cells by row and column, both counted from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A worksheet formula, from its "=" on. Only formulas.ts makes them: what comes from anywhere else is a text, whatever it begins with. */
export class Formula {
  constructor(private readonly spelled: string) {}
  toString(): string {
    return this.spelled;
  }
}

/** A cell's content: a number, a formula, or a text that stays this very text (`=1+1`, `5%` and `2024-06-30` too). Empty text is an empty cell. */
export type Content = string | number | Formula;

/** What Excel takes for text and nothing else: what begins with a Chinese word, perhaps behind a bracket or one of our shapes, and 2024Q2. */
const PLAIN_TEXT =
  /^(?:[（“《【〔〖●◆▲■○◇]?\s?(?![上下]午|[〇零一二三四五六七八九十]+[年月日时])\p{Script=Han}|\d{4}Q[1-4]$)/u;

/**
 * A content as it is to be handed to Excel so that it stays what it is: before a text that Excel could read as a formula, a number,
 * a date or a truth value stands an apostrophe, which Excel takes away.
 * @example asTyped("3200") // "'3200"
 * @example asTyped(new Formula("=1+1")) // "=1+1"
 */
export function asTyped<C extends Content | boolean | null>(content: C): Exclude<C, Formula> | string {
  if (content instanceof Formula) return content.toString();
  if (typeof content === "string" && content !== "" && !PLAIN_TEXT.test(content)) return `'${content}`;
  return content as Exclude<C, Formula>;
}

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
  /** The rows people may filter, with their headings. */
  readonly filter?: Block;
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly print: {
    /** Rows printed again on top of every page. */
    readonly titleRows?: { readonly first: number; readonly last: number };
    readonly columns: number;
    /** Columns printed again at the left of every page. */
    readonly titleColumns?: { readonly first: number; readonly last: number };
    readonly footer?: string;
    /** How many pages side by side; without a word one. */
    readonly pagesWide?: number;
    /** Whether everything goes on one page; otherwise one page wide and as many high as it takes. */
    readonly onOnePage?: boolean;
    /** Landscape; without a word A4. */
    readonly paper?: "A3";
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

/** @example columnOf("ab") // 27 */
export const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** @example addressOf({ row: 4, column: 1, rows: 2, columns: 2 }) // "B5:C6" */
export function addressOf({ row, column, rows, columns }: Block): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

/** Cells as a formula names them from anywhere. @example fixed({ row: 7, column: 0, rows: 9, columns: 1 }) // "$A$8:$A$16" */
export const fixed = (block: Block): string => addressOf(block).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
