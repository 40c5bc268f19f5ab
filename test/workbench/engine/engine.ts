/**
 * What the emulated host needs from a spreadsheet: a grid that calculates, is painted, and tells when a person edits it.
 * No Office word appears here, so that a second grid could stand behind the same host.
 */

/** A rectangle of cells on one sheet; rows and columns count from 0. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type Scalar = number | string | boolean;

/** A cell as it stands after the last calculation. `value` is null in an empty cell; an error is its text, e.g. "#N/A". */
export interface CellContent {
  readonly value: Scalar | null;
  readonly formula: string | null;
  readonly isError: boolean;
}

/** What is put into a cell. `isText` keeps "001" from being shown or calculated as a number. */
export type CellInput =
  /** `result` where the formula is not to be calculated: it is what a file says that it came to. */
  { readonly formula: string; readonly result?: Scalar } | { readonly value: Scalar | null; readonly isText?: boolean };

export type BorderSide = "top" | "bottom" | "left" | "right";
export type BorderLine =
  "none" | "thin" | "hair" | "dotted" | "dashed" | "dashDot" | "dashDotDot" | "double" | "medium" | "thick";

export interface Border {
  readonly line: BorderLine;
  readonly colour: string;
}

/** Colours are "#RRGGBB"; null is "as the sheet has it". */
export interface CellStyle {
  readonly fill: string | null;
  readonly fontColour: string | null;
  readonly fontName: string | null;
  readonly fontSize: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly horizontal: "general" | "left" | "center" | "right" | "justify" | "distributed";
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  readonly indent: number;
  readonly numberFormat: string;
  readonly borders: { readonly [side in BorderSide]?: Border };
}

export type StylePatch = { -readonly [name in keyof Omit<CellStyle, "borders">]?: CellStyle[name] | null } & {
  borders?: { [side in BorderSide]?: Border | null };
};

export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly tabColour: string | null;
  readonly showsGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface DefinedName {
  readonly name: string;
  /** "=台账!$A$1:$B$2" or a constant such as "=0.1". */
  readonly formula: string;
  readonly comment: string;
  readonly isVisible: boolean;
  /** The sheet a name belongs to, null for the whole workbook. */
  readonly sheet: string | null;
}

/** A colour rule: wherever `formula` (written for the first cell of the first area) holds, the cell is painted so. */
/** From which value on: the lowest or highest there is, a number, a share of the range, or what a formula says. */
export interface Threshold {
  readonly type: "automatic" | "lowest" | "highest" | "number" | "percent" | "percentile" | "formula";
  readonly value: string;
}

/** A bar in each cell, as long as its value. Colours are #RRGGBB. */
export interface DataBar {
  readonly kind: "dataBar";
  readonly low: Threshold;
  readonly high: Threshold;
  readonly showsValue: boolean;
  readonly isGradient: boolean;
  readonly positive: string;
  readonly negative: string;
  readonly positiveBorder: string | null;
  readonly negativeBorder: string | null;
  readonly negativeAsPositive: boolean;
  readonly negativeBorderAsPositive: boolean;
  readonly axis: string;
  readonly axisFormat: string;
  readonly direction: string;
}

/** An icon in each cell, by the step its value reaches; below the first step stands the lowest icon. */
export interface IconSet {
  readonly kind: "iconSet";
  /** As Excel's API names it. @example "ThreeTrafficLights1" */
  readonly style: string;
  readonly isReversed: boolean;
  readonly showsValue: boolean;
  readonly steps: readonly { readonly isInclusive: boolean; readonly from: Threshold }[];
}

export interface ColourRule {
  readonly id: string;
  /** What is drawn by the values themselves; such a rule has no formula. */
  readonly graphic?: DataBar | IconSet | null;
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly stopIfTrue: boolean;
  readonly fill: string | null;
  readonly fontColour: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
}

export type Comparison =
  | "between"
  | "notBetween"
  | "equalTo"
  | "notEqualTo"
  | "greaterThan"
  | "greaterThanOrEqualTo"
  | "lessThan"
  | "lessThanOrEqualTo";

/** What a cell accepts. */
export interface InputRule {
  readonly kind: "list" | "wholeNumber" | "decimal" | "date" | "textLength" | "custom";
  readonly comparison: Comparison | null;
  readonly first: string;
  readonly second: string | null;
  readonly allowsBlank: boolean;
  /** Message shown with an entry the rule does not take; null lets anything in with a mark. Only "stop" keeps the entry out. */
  readonly refusal: {
    readonly title: string;
    readonly message: string;
    readonly style: "stop" | "warning" | "information";
  } | null;
  readonly hint: { readonly title: string; readonly message: string } | null;
  readonly showsDropDown: boolean;
}

/** A function the grid does not know by itself and asks the host for. */
export interface ExternalFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly isOptional: boolean;
    readonly repeats: boolean;
  }[];
}

/** An argument as the formula holds it: a literal or one cell's value, or a rectangle of values. */
export type Argument =
  | { readonly kind: "value"; readonly value: Scalar | null; readonly area: Area | null }
  | {
      readonly kind: "matrix";
      readonly values: readonly (readonly (Scalar | null | CellErrorValue)[])[];
      readonly area: Area | null;
    }
  | { readonly kind: "error"; readonly error: string };

export interface CellErrorValue {
  readonly error: string;
}

export type Answer =
  | { readonly kind: "value"; readonly value: Scalar | null }
  | { readonly kind: "matrix"; readonly values: readonly (readonly (Scalar | null | CellErrorValue)[])[] }
  | { readonly kind: "error"; readonly error: string };

/**
 * Answers calls of external functions. It answers at once: either with the result or with `null`, "not known yet"; then the
 * cell shows #BUSY! until the caller asks the engine to recalculate it.
 */
export interface FunctionAnswers {
  answer(
    name: string,
    callArguments: readonly Argument[],
    caller: { readonly sheet: string; readonly row: number; readonly column: number },
  ): Answer | null;
  /** A calculation run is over; answers no cell asked for any more may be forgotten. */
  runEnded(): void;
}

export interface EngineEvents {
  /** A person changed cells. */
  edited(area: Area): void;
  /** The selection moved, by a person or by the host. */
  selected(area: Area): void;
  activated(sheet: string, previous: string): void;
  /** A person added, removed, renamed, moved or hid a sheet. */
  sheetsChanged(): void;
  /** A formula was put into cells (so its external functions are to be asked afresh). */
  formulaWritten(area: Area): void;
  calculated(): void;
}

export interface Engine {
  readonly events: Partial<EngineEvents>;

  // sheets
  sheets(): SheetFacts[];
  addSheet(name: string, index: number): string;
  copySheet(sheet: string, name: string, index: number): string;
  removeSheet(sheet: string): void;
  renameSheet(sheet: string, name: string): void;
  moveSheet(sheet: string, index: number): void;
  setSheetHidden(sheet: string, hidden: boolean): void;
  setTabColour(sheet: string, colour: string | null): void;
  setGridlines(sheet: string, shown: boolean): void;
  freeze(sheet: string, rows: number, columns: number): void;
  activeSheet(): string;
  activate(sheet: string): void;

  // cells
  read(area: Area): CellContent[][];
  texts(area: Area): string[][];
  write(area: Area, inputs: readonly (readonly (CellInput | undefined)[])[]): void;
  styles(area: Area): CellStyle[][];
  restyle(area: Area, patch: StylePatch): void;
  restyleEach(area: Area, patches: readonly (readonly (StylePatch | undefined)[])[]): void;
  clear(area: Area, what: "all" | "contents" | "formats"): void;
  /** Where anything is: contents, and formats too unless `valuesOnly`. */
  usedArea(sheet: string, valuesOnly: boolean): Area | null;
  /** For each row with anything in it, in order, its cells from the first used one to the last. */
  usedRows(sheet: string, valuesOnly: boolean): Area[];
  /** The rectangles spilling formulas fill; each begins at its formula. */
  spills(sheet: string): Area[];
  /** What is wrong with a formula, null when it can be read. */
  formulaProblem(formula: string): string | null;
  /** Whether it uses nothing but what is there and known: no other workbook, no column of a table, no function nobody has. */
  canCalculate(formula: string): boolean;
  /** The formula as it reads when it is copied so many rows down and columns right. */
  shiftFormula(formula: string, rows: number, columns: number): string;
  insert(area: Area, shift: "down" | "right"): Promise<void>;
  remove(area: Area, shift: "up" | "left"): Promise<void>;
  /** Cuts cells out and puts them elsewhere on their sheet: what spoke of them follows. */
  move(area: Area, to: { readonly row: number; readonly column: number }): Promise<void>;
  merge(area: Area): void;
  /** The same for many areas of one sheet. */
  mergeAll(areas: readonly Area[]): void;
  unmerge(area: Area): void;
  merged(area: Area): Area[];
  columnWidth(sheet: string, column: number): number;
  rowHeight(sheet: string, row: number): number;
  setColumnWidth(area: Area, pixels: number): void;
  setRowHeight(area: Area, pixels: number): void;
  /** The same for many areas of one sheet. */
  setRowHeights(areas: readonly Area[], pixels: number): void;
  isColumnHidden(sheet: string, column: number): boolean;
  isRowHidden(sheet: string, row: number): boolean;
  setColumnsHidden(area: Area, hidden: boolean): void;
  setRowsHidden(area: Area, hidden: boolean): void;
  autofitColumns(area: Area): void;
  autofitRows(area: Area): void;
  /** Makes rows nobody has given a height as high as their text, where something was written since the last time. */
  fitRows(): void;

  // names, colour rules, input rules
  names(): DefinedName[];
  setName(name: DefinedName, previousName?: string): void;
  removeName(name: string, sheet: string | null): void;
  /** The rules of a sheet in order of priority, with the areas they cover now (rows may have been inserted since). */
  colourRules(sheet: string): ColourRule[];
  setColourRules(sheet: string, rules: readonly ColourRule[]): void;
  /** What the eye sees in a cell, colour rules included. */
  painted(
    sheet: string,
    row: number,
    column: number,
  ): { readonly fill: string | null; readonly fontColour: string | null };
  setInputRule(area: Area, rule: InputRule | null): void;
  inputRule(sheet: string, row: number, column: number): InputRule | null;
  /** Gives cells the input rules of others, in place of their own; both areas are of one size. */
  copyInputRules(from: Area, to: Area): void;
  /** All rules of a sheet, with the rectangles they stand on now. */
  inputRules(sheet: string): { readonly rule: InputRule; readonly areas: readonly Area[] }[];
  /** Whether a cell's rule lets in what the cell holds now. */
  isAccepted(sheet: string, row: number, column: number): Promise<boolean>;

  // selection and calculation
  selection(): Area;
  select(area: Area): void;
  defineFunctions(functions: readonly ExternalFunction[], answers: FunctionAnswers): void;
  /** The names of the functions defined so. */
  externalFunctionNames(): readonly string[];
  /** Calculates these areas again (all of the workbook without them) once the host yields. */
  recalculate(areas?: readonly Area[]): void;
  /** Resolves when no calculation is due or running. */
  calculated(): Promise<void>;
  isCalculating(): boolean;
  /** Nothing is drawn until `resumePainting`. */
  pausePainting(): void;
  resumePainting(): void;
}
