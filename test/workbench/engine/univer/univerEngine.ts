/** The spreadsheet behind the emulated host: Univer, with or without its user interface. */
import {
  BooleanNumber,
  CellValueType,
  DataValidationStatus,
  Direction,
  ICommandService,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  numfmt,
  UniverInstanceType,
  VerticalAlign,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleData,
  type IWorksheetData,
  type Nullable,
  type Univer,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/data-validation";
import {
  ErrorType,
  FormulaDataModel,
  IDefinedNamesService,
  IFunctionService,
  LexerTreeBuilder,
  type IDefinedNamesServiceParam,
} from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertDefinedNameCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  MoveRangeCommand,
  InsertSheetMutation,
  RemoveColCommand,
  RemoveDefinedNameCommand,
  RemoveRowCommand,
  RemoveSheetCommand,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetDefinedNameCommand,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  SheetsSelectionsService,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  type IHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import { SheetDataValidationModel, SheetsDataValidationValidatorService } from "@univerjs/sheets-data-validation";
import { addressOf, intersection, MOST_COLUMNS, MOST_ROWS, quotedSheet, without } from "../address";
import type {
  Area,
  CellContent,
  CellInput,
  CellStyle,
  ColourRule,
  DataBar,
  IconSet,
  DefinedName,
  Engine,
  EngineEvents,
  ExternalFunction,
  FunctionAnswers,
  InputRule,
  Scalar,
  SheetFacts,
  StylePatch,
} from "../engine";
import { GENERAL, hexColour, toCellStyle, toStyleData } from "./cellStyle";
import { BUSY, registerExternalFunctions } from "./externalFunctions";
import { areaOf } from "./area";
import { graphicRule, toGraphicRule } from "./graphicRule";
import { fromInputRule, toInputRule } from "./inputRule";
import { Recalculation } from "./recalculation";
import { lookAtConcerned } from "./movedFormulas";
import { findLooksByContent } from "./styleSearch";
import { shareFormulas } from "./sharedFormulas";
import { passErrorsOn } from "./conditionErrors";
import "./numberTexts";
import { keepTextLiterals } from "./textLiterals";

export const UNIT = "workbook";
export const DEFAULT_FONT = "Noto Sans SC";
export const DEFAULT_FONT_SIZE = 11;
export const DEFAULT_COLUMN_WIDTH = 72;
export const DEFAULT_ROW_HEIGHT = 20;
const PIXELS_PER_POINT = 4 / 3;
/** What Noto Sans SC needs from line to line. */
const LINE_HEIGHT = 1.45;
/** What Univer keeps free beside a text, both sides together. */
const CELL_PADDING = 6;
const FIRST_ROWS = 1000;
const FIRST_COLUMNS = 52;
/** A grid grows by so many rows for a rule that ends outside; people give rules to whole columns. */
const MOST_GROWTH = 20_000;
/** InsertRowCommand is missing from the types of Univer. */
const INSERT_ROW = "sheet.command.insert-row";

/** Univer goes to a sheet that is put in or shown by a person at this desk; what comes from elsewhere leaves the person where he is. */
const STAYING: IExecutionOptions = { fromCollab: true };

const ERRORS = new Set<string>([...Object.values(ErrorType), BUSY]);

/** A new sheet as Univer stores it. */
export function blankSheet(id: string, name: string): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({
    id,
    name,
    rowCount: FIRST_ROWS,
    columnCount: FIRST_COLUMNS,
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    defaultStyle: { ff: DEFAULT_FONT, fs: DEFAULT_FONT_SIZE, vt: VerticalAlign.BOTTOM },
    cellData: {},
  });
}

/** A cell that goes through Univer for all that look alike before and get the same patch. */
interface FirstOfLook {
  readonly row: number;
  readonly column: number;
  /** The others, by row and column. */
  readonly alike: [number, number][];
}

type CellMatrix = ReturnType<Worksheet["getCellMatrix"]>;

const rangeOf = (area: Area): IRange => ({
  startRow: area.row,
  endRow: area.row + area.rows - 1,
  startColumn: area.column,
  endColumn: area.column + area.columns - 1,
});

const grid = <Cell>(area: Area, cell: (row: number, column: number) => Cell): Cell[][] =>
  Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => cell(area.row + row, area.column + column)),
  );

/** Widths for autofit where there is no canvas: a Chinese character is as wide as the font is high. */
function measuredWidth(text: string, fontSize: number, isBold: boolean): number {
  const pixels = fontSize * PIXELS_PER_POINT;
  const canvas = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (canvas) {
    canvas.font = `${isBold ? "bold " : ""}${pixels}px "${DEFAULT_FONT}"`;
    return canvas.measureText(text).width;
  }
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? pixels : pixels * 0.56), 0);
}

/**
 * A formula that is not calculated stands beside its result, which Univer takes for a value somebody typed. It is over once another
 * value stands there.
 */
function heldFormula(cell: Nullable<ICellData>): string | null {
  const { formula, result } = (cell?.custom ?? {}) as { formula?: string; result?: unknown };
  return formula !== undefined && cell?.v === result ? formula : null;
}

/** Gives a cell a look that was worked out for another, kept as Univer itself keeps it. */
function giveLook(cells: CellMatrix, row: number, column: number, style: ICellData["s"]): void {
  const cell = cells.getValue(row, column);
  if (!cell) cells.setValue(row, column, style === undefined ? {} : { s: style });
  else if (style === undefined) delete cell.s;
  else cell.s = style;
}

export class UniverEngine implements Engine {
  readonly events: Partial<EngineEvents> = {};
  /** Set where there is a screen. */
  painting: { pause(): void; resume(): void } | null = null;
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly selections: SheetsSelectionsService;
  private readonly colourRuleModel: ConditionalFormattingRuleModel;
  private readonly colourRuleService: ConditionalFormattingService;
  private readonly validation: SheetDataValidationModel;
  private readonly recalculation: Recalculation;
  private readonly lexer: LexerTreeBuilder;
  private answers: FunctionAnswers | null = null;
  private externalNames: string[] = [];
  /** Rules kept but not applied, because they call a function only the add-in knows. */
  private readonly silentRules = new Map<string, ColourRule[]>();
  /** Data bars and icon sets by their rules' ids: Univer keeps less of them than Excel knows. */
  private readonly graphics = new Map<string, DataBar | IconSet>();
  private readonly rowsToFit: Area[] = [];
  private ownWork = 0;
  private serial = 0;

  constructor(readonly univer: Univer) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.formulas = this.injector.get(FormulaDataModel);
    this.selections = this.injector.get(SheetsSelectionsService);
    this.colourRuleModel = this.injector.get(ConditionalFormattingRuleModel);
    this.colourRuleService = this.injector.get(ConditionalFormattingService);
    this.lexer = this.injector.get(LexerTreeBuilder);
    this.validation = this.injector.get(SheetDataValidationModel);
    keepTextLiterals(this.injector);
    passErrorsOn(this.injector);
    shareFormulas(this.injector);
    lookAtConcerned(this.injector);
    findLooksByContent(this.book.getStyles());
    this.preferNamesOfWorkbook();
    this.recalculation = new Recalculation(this.injector, () => {
      this.answers?.runEnded();
      this.events.calculated?.();
    });
    this.commands.onCommandExecuted((command, options) => this.commandExecuted(command, options));
    this.letDeletedSheetsGo();
  }

  /** Univer looks at entries when the browser is idle, and throws where their sheet has been deleted in the meantime. */
  private letDeletedSheetsGo(): void {
    const validator = this.injector.get(SheetsDataValidationValidatorService);
    const validate = validator.validatorRanges.bind(validator);
    validator.validatorRanges = (unit, sheet, ranges) =>
      this.sheets().some(({ id }) => id === sheet) ? validate(unit, sheet, ranges) : Promise.resolve([]);
  }

  /** Where a name stands for the workbook and for single sheets, Univer takes the one defined last, for every formula. */
  private preferNamesOfWorkbook(): void {
    const service = this.namesService;
    const anyOf = service.getValueByName.bind(service);
    const isOfWorkbook = (name: Nullable<IDefinedNamesServiceParam>) => name && !this.sheetOfName(name.localSheetId);
    service.getValueByName = (unit, name) => {
      const found = anyOf(unit, name);
      if (!found || isOfWorkbook(found)) return found;
      const alike = Object.values(service.getDefinedNameMap(unit) ?? {}).filter(
        (each) => each.name.toLowerCase() === name.toLowerCase(),
      );
      return alike.find(isOfWorkbook) ?? found;
    };
  }

  private get book(): Workbook {
    const book = this.injector.get(IUniverInstanceService).getUnit<Workbook>(UNIT, UniverInstanceType.UNIVER_SHEET);
    if (!book) throw new Error("the workbook is closed");
    return book;
  }

  private sheet(id: string): Worksheet {
    const sheet = this.book.getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }

  private run(id: string, params: Record<string, unknown>, options?: IExecutionOptions): void {
    this.ownWork += 1;
    try {
      this.commands.syncExecuteCommand(id, { unitId: UNIT, ...params }, options);
    } finally {
      this.ownWork -= 1;
    }
  }

  private async runLater(id: string, params: Record<string, unknown>): Promise<void> {
    this.ownWork += 1;
    try {
      await this.commands.executeCommand(id, { unitId: UNIT, ...params });
    } finally {
      this.ownWork -= 1;
    }
  }

  /** Tells what a person did with Univer's own controls. */
  private commandExecuted(
    command: Readonly<ICommandInfo>,
    options: { onlyLocal?: boolean; fromFormula?: boolean } | undefined,
  ): void {
    const params = (command.params ?? {}) as {
      unitId?: string;
      subUnitId?: string;
      cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
      selections?: { range: IRange }[];
      trigger?: string;
    };
    if (command.id === SetSelectionsOperation.id && params.unitId === UNIT) {
      const range = params.selections?.at(-1)?.range;
      if (range && params.subUnitId) this.selectionMoved(areaOf(params.subUnitId, range));
      return;
    }
    if (command.id === SetWorksheetActiveOperation.id) {
      const previous = this.lastActive;
      this.lastActive = this.activeSheet();
      if (previous !== this.lastActive) this.events.activated?.(this.lastActive, previous);
      return;
    }
    if (params.unitId !== undefined && params.unitId !== UNIT) return;
    if (command.id === RemoveSheetCommand.id) this.forgetLostNames();
    if (
      command.id === SetRangeValuesMutation.id &&
      params.subUnitId &&
      params.cellValue &&
      !options?.onlyLocal &&
      !options?.fromFormula
    ) {
      const area = this.coveredArea(params.subUnitId, params.cellValue);
      if (!area) return;
      const cells = (Object.values(params.cellValue) as (Record<number, Nullable<ICellData>> | undefined)[]).flatMap(
        (row) => Object.values(row ?? {}),
      );
      if (cells.some((cell) => !!cell?.f)) this.events.formulaWritten?.(area);
      const touchesContents = cells.some((cell) => !cell || "v" in cell || "f" in cell);
      if (this.ownWork === 0 && touchesContents) this.events.edited?.(area);
      return;
    }
    if (
      this.ownWork === 0 &&
      /sheet\.mutation\.(insert-sheet|remove-sheet|set-worksheet-name|set-worksheet-order|set-worksheet-hidden|set-tab-color)/.test(
        command.id,
      )
    )
      this.events.sheetsChanged?.();
  }

  private lastActive = "";
  private lastSelection: Area | null = null;

  private selectionMoved(area: Area): void {
    const same = this.lastSelection && JSON.stringify(this.lastSelection) === JSON.stringify(area);
    this.lastSelection = area;
    if (!same) this.events.selected?.(area);
  }

  private coveredArea(sheet: string, cells: IObjectMatrixPrimitiveType<Nullable<ICellData>>): Area | null {
    const rows = Object.keys(cells).map(Number);
    const columns = (Object.values(cells) as (object | undefined)[]).flatMap((row) =>
      Object.keys(row ?? {}).map(Number),
    );
    if (!rows.length || !columns.length) return null;
    const row = rows.reduce((least, each) => Math.min(least, each));
    const column = columns.reduce((least, each) => Math.min(least, each));
    const lastRow = rows.reduce((most, each) => Math.max(most, each));
    const lastColumn = columns.reduce((most, each) => Math.max(most, each));
    return { sheet, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  }

  /** The part of an area the grid holds: a whole column is a million rows in Excel, a few thousand here. */
  private held(area: Area): Area {
    const sheet = this.sheet(area.sheet);
    return {
      ...area,
      rows: Math.max(0, Math.min(area.rows, sheet.getRowCount() - area.row)),
      columns: Math.max(0, Math.min(area.columns, sheet.getColumnCount() - area.column)),
    };
  }

  /** Makes the grid large enough to hold an area that is to be written. */
  private grow(area: Area): void {
    const sheet = this.sheet(area.sheet);
    const rows = area.row + area.rows;
    const columns = area.column + area.columns;
    if (rows <= sheet.getRowCount() && columns <= sheet.getColumnCount()) return;
    const [colours, inputs] = [this.colourRules(area.sheet), this.inputRules(area.sheet)];
    if (rows > sheet.getRowCount())
      this.run(SetWorksheetRowCountMutation.id, { subUnitId: area.sheet, rowCount: rows + 200 });
    if (columns > sheet.getColumnCount())
      this.run(SetWorksheetColumnCountMutation.id, { subUnitId: area.sheet, columnCount: columns + 20 });
    // Rules that reach to the end of the sheet reach to its new end.
    const reaches = (areas: readonly Area[]): boolean =>
      areas.some((each) => each.row + each.rows === MOST_ROWS || each.column + each.columns === MOST_COLUMNS);
    if (colours.some((rule) => reaches(rule.areas))) this.setColourRules(area.sheet, colours);
    for (const { rule, areas } of inputs) if (reaches(areas)) for (const each of areas) this.setInputRule(each, rule);
  }

  /** What of a rule's area the grid holds. It grows for a rule that begins outside, and for one that ends not too far away. */
  private heldForRule(area: Area): Area {
    const sheet = this.sheet(area.sheet);
    const far = (end: number, held: number, most: number): boolean => end === most || end > held + MOST_GROWTH;
    const [end, right] = [area.row + area.rows, area.column + area.columns];
    this.grow({
      ...area,
      // One more than it needs: what ends where the grid does is taken to go on to the end of the sheet.
      rows: far(end, sheet.getRowCount(), MOST_ROWS) ? 1 : area.rows + 1,
      columns: far(right, sheet.getColumnCount(), MOST_COLUMNS) ? 1 : area.columns + 1,
    });
    return this.held(area);
  }

  /** Where a rule stands: one that ends where the grid does goes on to the end of the sheet. */
  private ruleArea(sheetId: string, range: IRange): Area {
    const sheet = this.sheet(sheetId);
    const area = areaOf(sheetId, range);
    return {
      ...area,
      rows: area.row + area.rows >= sheet.getRowCount() ? MOST_ROWS - area.row : area.rows,
      columns: area.column + area.columns >= sheet.getColumnCount() ? MOST_COLUMNS - area.column : area.columns,
    };
  }

  // ---- sheets

  sheets(): SheetFacts[] {
    return this.book.getSheets().map((sheet) => {
      const freeze = sheet.getFreeze();
      return {
        id: sheet.getSheetId(),
        name: sheet.getName(),
        isHidden: sheet.isSheetHidden() === BooleanNumber.TRUE,
        tabColour: hexColour(sheet.getTabColor()),
        showsGridlines: !sheet.hasHiddenGridlines(),
        frozenRows: Math.max(0, freeze.ySplit),
        frozenColumns: Math.max(0, freeze.xSplit),
      };
    });
  }

  private newId(): string {
    this.serial += 1;
    return `sheet-${this.serial}-${Date.now().toString(36)}`;
  }

  addSheet(name: string, index: number): string {
    const id = this.newId();
    this.run(InsertSheetMutation.id, { index, sheet: blankSheet(id, name) }, STAYING);
    return id;
  }

  copySheet(sheet: string, name: string, index: number): string {
    const id = this.newId();
    const data = structuredClone(this.sheet(sheet).getConfig());
    this.run(InsertSheetMutation.id, { index, sheet: { ...data, id, name, hidden: BooleanNumber.FALSE } }, STAYING);
    // Formulas of the copy are reckoned afresh, and so are the rules the mutation does not carry.
    this.setColourRules(
      id,
      this.colourRules(sheet).map((rule) => ({
        ...rule,
        id: `${rule.id}~${id}`,
        areas: rule.areas.map((area) => ({ ...area, sheet: id })),
      })),
    );
    for (const rule of this.validation.getRules(UNIT, sheet))
      this.run(AddDataValidationMutation.id, {
        subUnitId: id,
        rule: { ...structuredClone(rule), uid: this.newId() },
        source: "command",
      });
    this.recalculate([
      areaOf(id, {
        startRow: 0,
        startColumn: 0,
        endRow: this.sheet(id).getRowCount() - 1,
        endColumn: this.sheet(id).getColumnCount() - 1,
      }),
    ]);
    return id;
  }

  removeSheet(sheet: string): void {
    if (this.activeSheet() === sheet) {
      const others = this.sheets().filter((each) => each.id !== sheet && !each.isHidden);
      const place = this.sheets().findIndex((each) => each.id === sheet);
      const next =
        this.sheets()
          .slice(place + 1)
          .find((each) => !each.isHidden) ?? others.at(-1);
      if (next) this.activate(next.id);
    }
    this.run(RemoveSheetCommand.id, { subUnitId: sheet });
  }

  renameSheet(sheet: string, name: string): void {
    this.run(SetWorksheetNameCommand.id, { subUnitId: sheet, name });
  }

  moveSheet(sheet: string, index: number): void {
    const from = this.sheets().findIndex((each) => each.id === sheet);
    if (from !== index) this.run(SetWorksheetOrderMutation.id, { subUnitId: sheet, fromOrder: from, toOrder: index });
  }

  setSheetHidden(sheet: string, hidden: boolean): void {
    this.run(
      SetWorksheetHideMutation.id,
      {
        subUnitId: sheet,
        hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      },
      STAYING,
    );
    if (hidden && this.activeSheet() === sheet) {
      const next = this.sheets().find((each) => !each.isHidden);
      if (next) this.activate(next.id);
    }
  }

  setTabColour(sheet: string, colour: string | null): void {
    this.run(SetTabColorMutation.id, { subUnitId: sheet, color: colour ?? "" });
  }

  setGridlines(sheet: string, shown: boolean): void {
    this.run(ToggleGridlinesMutation.id, {
      subUnitId: sheet,
      showGridlines: shown ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    });
  }

  freeze(sheet: string, rows: number, columns: number): void {
    this.run(SetFrozenMutation.id, {
      subUnitId: sheet,
      startRow: rows || -1,
      startColumn: columns || -1,
      ySplit: rows,
      xSplit: columns,
      resetScroll: false,
    });
  }

  activeSheet(): string {
    return this.book.getActiveSheet()?.getSheetId() ?? this.sheets()[0]?.id ?? "";
  }

  activate(sheet: string): void {
    if (this.activeSheet() !== sheet) this.run(SetWorksheetActiveOperation.id, { subUnitId: sheet });
  }

  // ---- cells

  private raw(sheet: Worksheet, row: number, column: number): Nullable<ICellData> {
    const own = sheet.getCellRaw(row, column);
    if (own && (own.f || own.si || (own.v !== undefined && own.v !== null && own.v !== ""))) return own;
    // The cells a formula spills into hold nothing themselves.
    const spilled = this.formulas.getArrayFormulaCellData()?.[UNIT]?.[sheet.getSheetId()]?.[row]?.[column];
    return spilled ? { ...spilled, ...(own?.s === undefined ? {} : { s: own.s }) } : own;
  }

  private contentOf(sheet: Worksheet, row: number, column: number): CellContent {
    const cell = this.raw(sheet, row, column);
    const formula =
      cell?.f || cell?.si
        ? (this.formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), UNIT) ?? cell.f ?? null)
        : heldFormula(cell);
    const value = cell?.v ?? null;
    if (value === null || value === undefined) return { value: formula ? 0 : null, formula, isError: false };
    if (cell?.t === CellValueType.BOOLEAN)
      return { value: value === 1 || value === true || value === "1" || value === "TRUE", formula, isError: false };
    if (cell?.t === CellValueType.NUMBER && typeof value !== "number")
      return { value: Number(value), formula, isError: false };
    return {
      value,
      formula,
      isError: typeof value === "string" && cell?.t !== CellValueType.FORCE_STRING && ERRORS.has(value),
    };
  }

  read(area: Area): CellContent[][] {
    const sheet = this.sheet(area.sheet);
    return grid(area, (row, column) => this.contentOf(sheet, row, column));
  }

  texts(area: Area): string[][] {
    const sheet = this.sheet(area.sheet);
    return grid(area, (row, column) => {
      const { value, isError } = this.contentOf(sheet, row, column);
      if (value === null) return "";
      if (isError) return String(value);
      const pattern = this.styleOf(sheet, row, column)?.n?.pattern;
      if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
      if (!pattern || pattern === GENERAL) return typeof value === "number" ? numfmt.format(GENERAL, value) : value;
      try {
        return numfmt.format(pattern, value, { locale: "zh-CN", throws: true });
      } catch {
        return String(value);
      }
    });
  }

  write(area: Area, inputs: readonly (readonly (CellInput | undefined)[])[]): void {
    this.grow(area);
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    inputs.forEach((line, row) =>
      line.forEach((input, column) => {
        if (!input) return;
        const cells = (cellValue[area.row + row] ??= {});
        const value = "formula" in input ? (input.result ?? null) : input.value;
        if ("formula" in input && value === null)
          cells[area.column + column] = { f: input.formula, v: null, si: null, p: null, custom: null };
        else if (value === null) cells[area.column + column] = { v: null, f: null, si: null, p: null, custom: null };
        else {
          const stored = typeof value === "boolean" ? Number(value) : value;
          cells[area.column + column] = {
            v: stored,
            t: this.typeOf(value, "isText" in input && input.isText),
            f: null,
            si: null,
            p: null,
            custom: "formula" in input ? { formula: input.formula, result: stored } : null,
          };
        }
      }),
    );
    if (Object.keys(cellValue).length) this.run(SetRangeValuesMutation.id, { subUnitId: area.sheet, cellValue });
    this.rowsToFit.push(area);
  }

  private typeOf(value: Scalar, isText: boolean): CellValueType {
    if (isText) return CellValueType.FORCE_STRING;
    return typeof value === "number"
      ? CellValueType.NUMBER
      : typeof value === "boolean"
        ? CellValueType.BOOLEAN
        : CellValueType.STRING;
  }

  private styleOf(sheet: Worksheet, row: number, column: number): Nullable<IStyleData> {
    const id = sheet.getCellRaw(row, column)?.s;
    return typeof id === "string" ? this.book.getStyles().get(id) : id;
  }

  styles(area: Area): CellStyle[][] {
    const sheet = this.sheet(area.sheet);
    const known = new Map<Nullable<IStyleData>, CellStyle>();
    return grid(area, (row, column) => {
      const style = this.styleOf(sheet, row, column);
      const found = known.get(style) ?? toCellStyle(style);
      known.set(style, found);
      return found;
    });
  }

  restyle(area: Area, patch: StylePatch): void {
    const held = this.held(area);
    if (patch.wrap !== undefined || patch.fontSize !== undefined || patch.bold !== undefined) this.rowsToFit.push(held);
    this.restyleEach(
      held,
      grid(held, () => patch),
    );
  }

  /**
   * Univer works a style out anew for every cell. Here one cell of each look goes through it for each patch, and the corners,
   * so that it knows what to paint again; the others get what came of it.
   */
  restyleEach(area: Area, patches: readonly (readonly (StylePatch | undefined)[])[]): void {
    this.grow(area);
    const cells = this.sheet(area.sheet).getCellMatrix();
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    const firsts = new Map<StylePatch, Map<unknown, FirstOfLook>>();
    patches.forEach((line, lineIndex) =>
      line.forEach((patch, columnIndex) => {
        if (!patch || !Object.keys(patch).length) return;
        const row = area.row + lineIndex;
        const column = area.column + columnIndex;
        const look: unknown = cells.getValue(row, column)?.s ?? null;
        const ofPatch = firsts.get(patch) ?? new Map<unknown, FirstOfLook>();
        firsts.set(patch, ofPatch);
        const first = ofPatch.get(look);
        const isCorner =
          (lineIndex === 0 || lineIndex === area.rows - 1) && (columnIndex === 0 || columnIndex === area.columns - 1);
        if (first) first.alike.push([row, column]);
        else ofPatch.set(look, { row, column, alike: [] });
        if (!first || isCorner) (cellValue[row] ??= {})[column] = { s: toStyleData(patch) ?? null };
      }),
    );
    if (firsts.size === 0) return;
    this.run(SetRangeValuesMutation.id, { subUnitId: area.sheet, cellValue, trigger: "sheet.command.set-style" });
    for (const ofPatch of firsts.values())
      for (const { row, column, alike } of ofPatch.values()) {
        const style = cells.getValue(row, column)?.s;
        for (const [otherRow, otherColumn] of alike) giveLook(cells, otherRow, otherColumn, style);
      }
  }

  clear(area: Area, what: "all" | "contents" | "formats"): void {
    const held = this.held(area);
    const cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>> = {};
    const sheet = this.sheet(area.sheet);
    for (let row = held.row; row < held.row + held.rows; row++)
      for (let column = held.column; column < held.column + held.columns; column++) {
        if (!sheet.getCellRaw(row, column)) continue;
        const cells = (cellValue[row] ??= {});
        if (what !== "formats")
          cells[column] = { v: null, f: null, si: null, p: null, custom: null, ...(what === "all" ? { s: null } : {}) };
        else cells[column] = { s: null };
      }
    if (!Object.keys(cellValue).length) return;
    this.run(SetRangeValuesMutation.id, {
      subUnitId: area.sheet,
      cellValue,
      ...(what === "formats" ? { trigger: "sheet.command.set-style" } : {}),
    });
  }

  usedArea(sheetId: string, valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    this.forUsed(sheetId, valuesOnly, (row, column) => {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
    return bottom < 0
      ? null
      : { sheet: sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  usedRows(sheet: string, valuesOnly: boolean): Area[] {
    const ends = new Map<number, { first: number; last: number }>();
    this.forUsed(sheet, valuesOnly, (row, column) => {
      const end = ends.get(row);
      if (!end) ends.set(row, { first: column, last: column });
      else {
        end.first = Math.min(end.first, column);
        end.last = Math.max(end.last, column);
      }
    });
    return [...ends]
      .sort(([one], [other]) => one - other)
      .map(([row, { first, last }]) => ({ sheet, row, column: first, rows: 1, columns: last - first + 1 }));
  }

  private forUsed(sheet: string, valuesOnly: boolean, include: (row: number, column: number) => void): void {
    this.sheet(sheet)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const hasContent =
          !!cell && (!!cell.f || !!cell.si || (cell.v !== undefined && cell.v !== null && cell.v !== ""));
        if (hasContent || (!valuesOnly && cell?.s)) include(row, column);
      });
    for (const [row, cells] of Object.entries(this.formulas.getArrayFormulaCellData()?.[UNIT]?.[sheet] ?? {}))
      for (const column of Object.keys((cells ?? {}) as object)) include(Number(row), Number(column));
  }

  spills(sheet: string): Area[] {
    const ranges: Area[] = [];
    for (const cells of Object.values(this.formulas.getArrayFormulaRange()?.[UNIT]?.[sheet] ?? {}))
      for (const range of Object.values((cells ?? {}) as Record<string, IRange | undefined>))
        if (range && (range.startRow !== range.endRow || range.startColumn !== range.endColumn))
          ranges.push(areaOf(sheet, range));
    return ranges;
  }

  formulaProblem(formula: string): string | null {
    const read = this.lexer.treeBuilder(formula);
    if (typeof read === "string") return read;
    // The lexer takes a Chinese comma or quotation mark for text; Excel does not.
    const outsideQuotes = formula.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'/g, "");
    const wrong = /[，；（）“”]/.exec(outsideQuotes)?.[0];
    if (wrong) return `“${wrong}” cannot stand in a formula`;
    return (outsideQuotes.match(/\(/g) ?? []).length === (outsideQuotes.match(/\)/g) ?? []).length
      ? null
      : "the brackets do not match";
  }

  canCalculate(formula: string): boolean {
    const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""');
    if (withoutTexts.includes("[")) return false;
    const called = withoutTexts.replace(/'(?:[^']|'')*'/g, "").matchAll(/([\p{L}_\\][\p{L}\p{N}_.]*)\(/gu);
    const known = this.injector.get(IFunctionService);
    return [...called].every(([, name = ""]) => known.hasExecutor(name.toUpperCase() as never));
  }

  shiftFormula(formula: string, rows: number, columns: number): string {
    return this.lexer.moveFormulaRefOffset(formula, columns, rows);
  }

  async insert(area: Area, shift: "down" | "right"): Promise<void> {
    const sheet = this.sheet(area.sheet);
    const range = rangeOf(this.held(area));
    if (area.columns >= sheet.getColumnCount() && shift === "down")
      return this.runLater(INSERT_ROW, { subUnitId: area.sheet, range, direction: Direction.UP });
    if (area.rows >= sheet.getRowCount() && shift === "right")
      return this.runLater(InsertColCommand.id, { subUnitId: area.sheet, range, direction: Direction.LEFT });
    await this.onSheet(
      area.sheet,
      shift === "down" ? InsertRangeMoveDownCommand.id : InsertRangeMoveRightCommand.id,
      range,
    );
  }

  async remove(area: Area, shift: "up" | "left"): Promise<void> {
    const sheet = this.sheet(area.sheet);
    const range = rangeOf(this.held(area));
    if (area.columns >= sheet.getColumnCount() && shift === "up")
      return this.onSheet(area.sheet, RemoveRowCommand.id, range);
    if (area.rows >= sheet.getRowCount() && shift === "left")
      return this.onSheet(area.sheet, RemoveColCommand.id, range);
    await this.onSheet(area.sheet, shift === "up" ? DeleteRangeMoveUpCommand.id : DeleteRangeMoveLeftCommand.id, range);
  }

  async move(area: Area, to: { readonly row: number; readonly column: number }): Promise<void> {
    const [fromRange, toRange] = [rangeOf(area), rangeOf({ ...area, ...to })];
    await this.runLater(MoveRangeCommand.id, {
      fromSubUnitId: area.sheet,
      toSubUnitId: area.sheet,
      fromRange,
      toRange,
    });
  }

  /** These commands of Univer work on the active sheet only, whichever they are told. */
  private async onSheet(sheet: string, command: string, range: IRange): Promise<void> {
    const before = this.activeSheet();
    const tellActivated = this.events.activated;
    delete this.events.activated;
    try {
      this.activate(sheet);
      await this.runLater(command, { range });
      this.activate(before);
    } finally {
      if (tellActivated) this.events.activated = tellActivated;
    }
  }

  merge(area: Area): void {
    this.mergeAll([area]);
  }

  mergeAll(areas: readonly Area[]): void {
    const [first] = areas;
    if (first) this.run(AddWorksheetMergeMutation.id, { subUnitId: first.sheet, ranges: areas.map(rangeOf) });
  }

  unmerge(area: Area): void {
    const ranges = this.merged(area).map(rangeOf);
    if (ranges.length) this.run(RemoveWorksheetMergeMutation.id, { subUnitId: area.sheet, ranges });
  }

  merged(area: Area): Area[] {
    return this.sheet(area.sheet)
      .getMergeData()
      .map((range) => areaOf(area.sheet, range))
      .filter((each) => intersection(each, area));
  }

  columnWidth(sheet: string, column: number): number {
    return this.sheet(sheet).getColumnWidth(column);
  }

  rowHeight(sheet: string, row: number): number {
    return this.sheet(sheet).getRowHeight(row);
  }

  setColumnWidth(area: Area, pixels: number): void {
    this.run(SetWorksheetColWidthMutation.id, {
      subUnitId: area.sheet,
      ranges: [rangeOf(this.held(area))],
      colWidth: pixels,
    });
  }

  setRowHeight(area: Area, pixels: number): void {
    this.setRowHeights([area], pixels);
  }

  setRowHeights(areas: readonly Area[], pixels: number): void {
    const [first] = areas;
    if (!first) return;
    const ranges = areas.map((area) => rangeOf(this.held(area)));
    this.run(SetWorksheetRowHeightMutation.id, { subUnitId: first.sheet, ranges, rowHeight: pixels });
    this.run(SetWorksheetRowIsAutoHeightMutation.id, {
      subUnitId: first.sheet,
      ranges,
      autoHeightInfo: BooleanNumber.FALSE,
    });
  }

  isColumnHidden(sheet: string, column: number): boolean {
    return !this.sheet(sheet).getColVisible(column);
  }

  isRowHidden(sheet: string, row: number): boolean {
    return !this.sheet(sheet).getRowVisible(row);
  }

  setColumnsHidden(area: Area, hidden: boolean): void {
    this.run(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, {
      subUnitId: area.sheet,
      ranges: [rangeOf(this.held(area))],
    });
  }

  setRowsHidden(area: Area, hidden: boolean): void {
    this.run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, {
      subUnitId: area.sheet,
      ranges: [rangeOf(this.held(area))],
    });
  }

  autofitColumns(area: Area): void {
    const used = this.usedArea(area.sheet, true);
    const cells = used && intersection(this.held(area), used);
    if (!cells) return;
    const texts = this.texts(cells);
    const styles = this.styles(cells);
    for (let column = 0; column < cells.columns; column++) {
      const widths = texts.map((line, row) => {
        const style = styles[row]![column]!;
        const lines = (line[column] ?? "").split("\n");
        return (
          Math.max(...lines.map((text) => measuredWidth(text, style.fontSize ?? DEFAULT_FONT_SIZE, style.bold))) +
          style.indent * 9
        );
      });
      const widest = Math.max(...widths);
      if (widest > 0)
        this.setColumnWidth({ ...cells, column: cells.column + column, columns: 1 }, Math.ceil(widest) + 10);
    }
  }

  autofitRows(area: Area): void {
    const range = rangeOf(this.held(area));
    this.run(SetWorksheetRowIsAutoHeightMutation.id, {
      subUnitId: area.sheet,
      ranges: [range],
      autoHeightInfo: BooleanNumber.TRUE,
    });
    this.fitHeights(area);
  }

  /** Rows nobody has given a height follow their text, as in Excel. */
  fitRows(): void {
    const areas = this.rowsToFit.splice(0);
    for (const sheet of new Set(areas.map((area) => area.sheet))) {
      if (!this.book.getSheetBySheetId(sheet)) continue;
      const rows = areas.filter((area) => area.sheet === sheet);
      const first = Math.min(...rows.map((area) => area.row));
      const last = Math.max(...rows.map((area) => area.row + area.rows));
      this.fitHeights({
        sheet,
        row: first,
        column: 0,
        rows: last - first,
        columns: this.sheet(sheet).getColumnCount(),
      });
    }
  }

  private fitHeights(area: Area): void {
    const held = this.held(area);
    const sheet = this.sheet(area.sheet);
    const merged = new Map<number, Area[]>();
    for (const each of this.merged(held))
      for (let row = each.row; row < each.row + each.rows; row++) merged.set(row, [...(merged.get(row) ?? []), each]);
    const fitted = new Map<number, IRange[]>();
    for (const used of this.usedRows(area.sheet, true)) {
      const cells = intersection(held, used);
      if (!cells || sheet.getRowManager().getRow(cells.row)?.ia === BooleanNumber.FALSE) continue;
      const [texts] = this.texts(cells);
      const [styles] = this.styles(cells);
      const heights = (texts ?? []).map((text, column) => {
        if (text === "") return DEFAULT_ROW_HEIGHT;
        const cell: Area = { ...cells, column: cells.column + column, columns: 1 };
        // Excel does not reckon with merged cells when it fits a row.
        if (merged.get(cells.row)?.some((each) => intersection(each, cell))) return DEFAULT_ROW_HEIGHT;
        return this.textHeight(text, styles![column]!, this.columnWidth(cells.sheet, cell.column));
      });
      const height = Math.max(DEFAULT_ROW_HEIGHT, ...heights);
      if (height !== sheet.getRowHeight(cells.row)) fitted.set(height, [...(fitted.get(height) ?? []), rangeOf(cells)]);
    }
    for (const [rowHeight, ranges] of fitted)
      this.run(SetWorksheetRowHeightMutation.id, { subUnitId: area.sheet, ranges, rowHeight });
  }

  private textHeight(text: string, style: CellStyle, columnWidth: number): number {
    const size = style.fontSize ?? DEFAULT_FONT_SIZE;
    const width = Math.max(1, columnWidth - CELL_PADDING);
    const lines = style.wrap
      ? text
          .split("\n")
          .reduce((sum, line) => sum + Math.max(1, Math.ceil(measuredWidth(line, size, style.bold) / width)), 0)
      : 1;
    const fitsDefault = lines === 1 && size <= DEFAULT_FONT_SIZE;
    return fitsDefault ? DEFAULT_ROW_HEIGHT : Math.ceil(lines * size * PIXELS_PER_POINT * LINE_HEIGHT) + 1;
  }

  // ---- names

  private get namesService(): IDefinedNamesService {
    return this.injector.get(IDefinedNamesService);
  }

  private sheetOfName(localSheetId: string | undefined): string | null {
    return localSheetId && localSheetId !== "AllDefaultWorkbook" ? localSheetId : null;
  }

  names(): DefinedName[] {
    return Object.values(this.namesService.getDefinedNameMap(UNIT) ?? {}).map((each) => ({
      name: each.name,
      formula: each.formulaOrRefString.startsWith("=") ? each.formulaOrRefString : `=${each.formulaOrRefString}`,
      comment: each.comment ?? "",
      isVisible: each.hidden !== true,
      sheet: this.sheetOfName(each.localSheetId),
    }));
  }

  private idOfName(name: string, sheet: string | null): string | null {
    const found = Object.values(this.namesService.getDefinedNameMap(UNIT) ?? {}).find(
      (each) => each.name === name && this.sheetOfName(each.localSheetId) === sheet,
    );
    return found?.id ?? null;
  }

  setName(name: DefinedName, previousName = name.name): void {
    const isReference = /^=('[^']+'|[^'!=+\-*/()"&]+)!\$?[A-Z]+\$?\d*(:\$?[A-Z]+\$?\d*)?$/i.test(name.formula);
    const standing = this.idOfName(previousName, name.sheet);
    // A new name changes no formula; Univer would look through all of them.
    this.run(standing === null ? InsertDefinedNameCommand.id : SetDefinedNameCommand.id, {
      id: standing ?? this.newId(),
      name: name.name,
      // Univer keeps a plain reference without the equals sign and an expression with it.
      formulaOrRefString: isReference ? name.formula.slice(1) : name.formula,
      comment: name.comment,
      hidden: !name.isVisible,
      localSheetId: name.sheet ?? "AllDefaultWorkbook",
    });
  }

  removeName(name: string, sheet: string | null): void {
    const found = Object.values(this.namesService.getDefinedNameMap(UNIT) ?? {}).find(
      (each) => each.name === name && this.sheetOfName(each.localSheetId) === sheet,
    );
    if (found) this.run(RemoveDefinedNameCommand.id, { ...found });
  }

  /** The names known within a sheet go with it, whoever deletes it; Univer keeps them, and lets nobody remove them then. */
  private forgetLostNames(): void {
    for (const { id, localSheetId } of Object.values(this.namesService.getDefinedNameMap(UNIT) ?? {})) {
      const sheet = this.sheetOfName(localSheetId);
      if (sheet !== null && !this.book.getSheetBySheetId(sheet)) this.namesService.removeDefinedName(UNIT, id);
    }
  }

  // ---- colour rules

  colourRules(sheet: string): ColourRule[] {
    const applied = (this.colourRuleModel.getSubunitRules(UNIT, sheet) ?? []).flatMap((each) => {
      const rule = each.rule as IHighlightCell & { value?: string };
      const graphic = this.graphics.get(each.cfId);
      if (graphic)
        return [
          {
            ...graphicRule(each, sheet, graphic),
            areas: each.ranges.map((range) => this.ruleArea(sheet, range)),
          },
        ];
      if (each.rule.type !== CFRuleType.highlightCell || rule.subType !== CFSubRuleType.formula) return [];
      return [
        {
          id: each.cfId,
          graphic: null,
          areas: each.ranges.map((range) => this.ruleArea(sheet, range)),
          formula: rule.value ?? "",
          stopIfTrue: each.stopIfTrue,
          fill: hexColour(rule.style.bg?.rgb),
          fontColour: hexColour(rule.style.cl?.rgb),
          bold: rule.style.bl === undefined ? null : rule.style.bl === BooleanNumber.TRUE,
          italic: rule.style.it === undefined ? null : rule.style.it === BooleanNumber.TRUE,
        },
      ];
    });
    return [...applied, ...(this.silentRules.get(sheet) ?? [])];
  }

  setColourRules(sheet: string, rules: readonly ColourRule[]): void {
    const isSilent = (rule: ColourRule): boolean =>
      !rule.graphic && (this.callsExternal(rule.formula) || rule.formula === "");
    for (const { id, graphic } of rules) if (graphic) this.graphics.set(id, graphic);
    this.silentRules.set(sheet, rules.filter(isSilent));
    const wanted = rules.filter((rule) => !isSilent(rule)).map((rule) => this.toUniverRule(rule));
    const present = [...(this.colourRuleModel.getSubunitRules(UNIT, sheet) ?? [])];
    if (JSON.stringify(present) === JSON.stringify(wanted)) return;
    for (const each of present) this.run(DeleteConditionalRuleMutation.id, { subUnitId: sheet, cfId: each.cfId });
    // A rule that is added goes on top of the others.
    for (const rule of [...wanted].reverse()) this.run(AddConditionalRuleMutation.id, { subUnitId: sheet, rule });
  }

  /** Excel never applies a rule that calls an add-in's function. */
  private callsExternal(formula: string): boolean {
    return this.externalNames.some((name) => formula.toUpperCase().includes(`${name.toUpperCase()}(`));
  }

  private toUniverRule(rule: ColourRule): IConditionFormattingRule {
    if (rule.graphic)
      return {
        cfId: rule.id,
        ranges: rule.areas.map((area) => rangeOf(this.heldForRule(area))),
        stopIfTrue: rule.stopIfTrue,
        rule: toGraphicRule(rule.graphic),
      };
    const style: Record<string, unknown> = {};
    if (rule.fill) style.bg = { rgb: rule.fill };
    if (rule.fontColour) style.cl = { rgb: rule.fontColour };
    if (rule.bold !== null) style.bl = Number(rule.bold);
    if (rule.italic !== null) style.it = Number(rule.italic);
    return {
      cfId: rule.id,
      ranges: rule.areas.map((area) => rangeOf(this.heldForRule(area))),
      stopIfTrue: rule.stopIfTrue,
      rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: rule.formula, style },
    };
  }

  painted(sheet: string, row: number, column: number): { fill: string | null; fontColour: string | null } {
    const own = toCellStyle(this.styleOf(this.sheet(sheet), row, column));
    const rule = this.colourRuleService.composeStyle(UNIT, sheet, row, column)?.style;
    return { fill: hexColour(rule?.bg?.rgb) ?? own.fill, fontColour: hexColour(rule?.cl?.rgb) ?? own.fontColour };
  }

  // ---- input rules

  setInputRule(area: Area, rule: InputRule | null): void {
    const held = rule ? this.heldForRule(area) : this.held(area);
    for (const present of [...this.validation.getRules(UNIT, area.sheet)]) {
      const areas = present.ranges.map((range) => areaOf(area.sheet, range));
      if (!areas.some((each) => intersection(each, held))) continue;
      const rest = areas.flatMap((each) => without(each, held));
      this.run(RemoveDataValidationMutation.id, { subUnitId: area.sheet, ruleId: present.uid, source: "command" });
      if (rest.length)
        this.run(AddDataValidationMutation.id, {
          subUnitId: area.sheet,
          rule: this.ruleFrom(present, rest),
          source: "command",
        });
    }
    if (rule)
      this.run(AddDataValidationMutation.id, {
        subUnitId: area.sheet,
        rule: fromInputRule(rule, this.newId(), [rangeOf(held)]),
        source: "command",
      });
  }

  inputRule(sheet: string, row: number, column: number): InputRule | null {
    const cell: Area = { sheet, row, column, rows: 1, columns: 1 };
    const found = this.validation
      .getRules(UNIT, sheet)
      .find((rule) => rule.ranges.some((range) => intersection(areaOf(sheet, range), cell)));
    return found ? toInputRule(found) : null;
  }

  copyInputRules(from: Area, to: Area): void {
    const source = this.held(from);
    this.setInputRule(to, null);
    for (const rule of this.validation.getRules(UNIT, from.sheet)) {
      const areas = rule.ranges.flatMap((range) => intersection(areaOf(from.sheet, range), source) ?? []);
      const moved = areas.map((area) => ({
        ...area,
        sheet: to.sheet,
        row: area.row + to.row - from.row,
        column: area.column + to.column - from.column,
      }));
      if (moved.length === 0) continue;
      this.run(AddDataValidationMutation.id, {
        subUnitId: to.sheet,
        rule: { ...this.ruleFrom(structuredClone(rule), moved), uid: this.newId() },
        source: "command",
      });
    }
  }

  /** A rule as it reads in other areas: its formulas are told from the first cell of the first. */
  private ruleFrom<Rule extends ISheetDataValidationRule>(rule: Rule, areas: readonly Area[]): Rule {
    const [anchor, first] = [rule.ranges[0], areas[0]];
    const shift = (formula: string | undefined) =>
      formula?.startsWith("=") && anchor && first
        ? this.shiftFormula(formula, first.row - anchor.startRow, first.column - anchor.startColumn)
        : formula;
    const [formula1, formula2] = [shift(rule.formula1), shift(rule.formula2)];
    return {
      ...rule,
      ranges: areas.map(rangeOf),
      ...(formula1 === undefined ? {} : { formula1 }),
      ...(formula2 === undefined ? {} : { formula2 }),
    };
  }

  inputRules(sheet: string): { rule: InputRule; areas: Area[] }[] {
    return this.validation.getRules(UNIT, sheet).flatMap((each) => {
      const rule = toInputRule(each);
      return rule ? [{ rule, areas: each.ranges.map((range) => this.ruleArea(sheet, range)) }] : [];
    });
  }

  async isAccepted(sheet: string, row: number, column: number): Promise<boolean> {
    const validator = this.injector.get(SheetsDataValidationValidatorService);
    return (await validator.validatorCell(UNIT, sheet, row, column)) !== DataValidationStatus.INVALID;
  }

  // ---- selection and calculation

  selection(): Area {
    const sheet = this.activeSheet();
    const range = this.selections.getWorkbookSelections(UNIT).getCurrentLastSelection()?.range;
    const inSheet = this.selections.getWorkbookSelections(UNIT).getSelectionsOfWorksheet(sheet)?.at(-1)?.range ?? range;
    return inSheet ? areaOf(sheet, inSheet) : { sheet, row: 0, column: 0, rows: 1, columns: 1 };
  }

  select(area: Area): void {
    this.activate(area.sheet);
    const held = this.held(area);
    this.run(SetSelectionsOperation.id, {
      subUnitId: area.sheet,
      reveal: true,
      selections: [
        {
          range: rangeOf(held),
          primary: {
            ...rangeOf({ ...held, rows: 1, columns: 1 }),
            actualRow: held.row,
            actualColumn: held.column,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
  }

  defineFunctions(functions: readonly ExternalFunction[], answers: FunctionAnswers): void {
    this.answers = answers;
    this.externalNames = functions.map((each) => each.name);
    registerExternalFunctions(this.injector, functions, answers);
  }

  externalFunctionNames(): readonly string[] {
    return this.externalNames;
  }

  recalculate(areas?: readonly Area[]): void {
    if (!areas) this.recalculation.mark({ forceCalculation: true });
    else
      this.recalculation.mark({
        dirtyRanges: areas.map((area) => ({ unitId: UNIT, sheetId: area.sheet, range: rangeOf(area) })),
      });
  }

  calculated(): Promise<void> {
    return this.recalculation.settled();
  }

  isCalculating(): boolean {
    return this.recalculation.isBusy();
  }

  pausePainting(): void {
    this.painting?.pause();
  }

  resumePainting(): void {
    this.painting?.resume();
  }

  /** Lets go of the workbook and everything that runs for it. */
  close(): void {
    this.recalculation.stop();
    this.univer.dispose();
  }

  calculations(): number {
    return this.recalculation.count();
  }

  /** "台账!B3", for messages. */
  nameOf(area: Area): string {
    return `${quotedSheet(this.sheet(area.sheet).getName())}!${addressOf(area)}`;
  }
}
