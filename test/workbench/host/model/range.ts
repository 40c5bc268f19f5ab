import { numfmt } from "@univerjs/core";
import { addressOf, intersection, MOST_COLUMNS, MOST_ROWS, parseCells, splitSheet } from "../../engine/address";
import type { Area, CellContent, CellInput, StylePatch } from "../../engine/engine";
import { invalid, OfficeError, wrongShape } from "../errors";
import { typed } from "../typed";
import { flag, integer, text, word } from "./check";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { DataValidation } from "./dataValidation";
import type { Host } from "./host";
import { cellsOf } from "./names";
import { NULL_OBJECT, OfficeObject, type NullObject } from "./object";
import { RangeAreas } from "./rangeAreas";
import { RangeFormat } from "./rangeFormat";
import { TableScopedCollection } from "./tables";
import { Worksheet } from "./worksheets";

/** Excel answers null for the cells of whole rows and columns, and takes no values for them. */
const MOST_CELLS = 5_000_000;
const CHINESE_ERRORS: Readonly<Record<string, string>> = { "#SPILL!": "#溢出!", "#CALC!": "#计算!" };
const MOST_MERGED = 512; // documented: of more the method fails
/** The longest text and the longest formula a cell takes. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

export class Range extends OfficeObject {
  readonly className = "Range";

  constructor(
    host: Host,
    readonly area: Area,
  ) {
    super(host);
  }

  /** The range an address or a name means on a sheet (the whole sheet without an address). */
  static at(host: Host, sheet: string, address: unknown): Range {
    if (address === null || address === undefined || address === "")
      return new Range(host, { sheet, row: 0, column: 0, rows: MOST_ROWS, columns: MOST_COLUMNS });
    const written = text(address, "the address");
    const parts = splitSheet(written);
    if (!parts) throw invalid(`“${written}” is no address`);
    if (parts.sheet !== null && host.findSheet(parts.sheet) !== sheet)
      throw invalid(`“${written}” is not on the sheet ${host.sheetName(sheet)}`);
    const cells = parseCells(parts.cells);
    if (cells) return new Range(host, { sheet, ...cells });
    const name = host.engine
      .names()
      .find(
        (each) => each.name.toLowerCase() === written.toLowerCase() && (each.sheet === null || each.sheet === sheet),
      );
    const named = name && cellsOf(host, name.formula);
    if (named && named.area.sheet === sheet) return named;
    throw invalid(`“${written}” is no address and no name on this sheet`);
  }

  /** "台账!A1:B2" or a range object, wherever it is. */
  static from(host: Host, value: unknown, sheet: string): Range {
    if (value instanceof Range) return value;
    const written = text(value, "the range");
    const named = splitSheet(written)?.sheet;
    return Range.at(host, named ? (host.findSheet(named) ?? sheet) : sheet, written);
  }

  override identity(): Record<string, unknown> {
    return {};
  }

  private part(change: Partial<Area>): Range {
    const area = { ...this.area, ...change };
    const isOutside =
      area.row < 0 ||
      area.column < 0 ||
      area.rows < 1 ||
      area.columns < 1 ||
      area.row + area.rows > MOST_ROWS ||
      area.column + area.columns > MOST_COLUMNS;
    if (isOutside) throw invalid("the range would lie outside the sheet");
    return new Range(this.host, area);
  }

  private get isUnbounded(): boolean {
    return this.isEntireRow || this.isEntireColumn || this.area.rows * this.area.columns > MOST_CELLS;
  }

  /** A matrix of answers, null for more cells than Excel hands over. */
  private each<Answer>(answers: () => Answer[][]): Answer[][] | null {
    return this.isUnbounded ? null : answers();
  }

  private contents(): CellContent[][] {
    return this.host.engine.read(this.area);
  }

  // ---- where it is

  get address(): string {
    return this.host.addressOf(this.area);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get rowCount(): number {
    return this.area.rows;
  }
  get columnCount(): number {
    return this.area.columns;
  }
  /** Excel answers -1 when the count does not fit. */
  get cellCount(): number {
    const cells = this.area.rows * this.area.columns;
    return cells > 2 ** 31 - 1 ? -1 : cells;
  }
  get isEntireRow(): boolean {
    return this.area.columns === MOST_COLUMNS;
  }
  get isEntireColumn(): boolean {
    return this.area.rows === MOST_ROWS;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.host, this.area.sheet);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.host, this.area);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.host, this.area);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.host, this.area);
  }

  // ---- what is in it

  get values(): unknown {
    return this.each(() => this.contents().map((row) => row.map((cell) => cell.value ?? "")));
  }
  set values(values: unknown) {
    this.put(values, "values");
  }

  get formulas(): unknown {
    return this.each(() => this.contents().map((row) => row.map((cell) => cell.formula ?? cell.value ?? "")));
  }
  set formulas(formulas: unknown) {
    this.put(formulas, "formulas");
  }

  get formulasLocal(): unknown {
    return this.formulas;
  }
  set formulasLocal(formulas: unknown) {
    this.put(formulas, "formulasLocal");
  }

  get text(): unknown {
    return this.each(() => this.host.engine.texts(this.area).map((row) => row.map((shown) => this.inLanguage(shown))));
  }

  /** The newer errors are shown in Excel's language; their values are the same in all. */
  private inLanguage(shown: string): string {
    return this.host.options.locale.startsWith("zh") ? (CHINESE_ERRORS[shown] ?? shown) : shown;
  }

  get valueTypes(): unknown {
    return this.each(() =>
      this.contents().map((row) =>
        row.map(({ value, isError }) => {
          if (isError) return "Error";
          if (value === null || value === "") return "Empty";
          return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
        }),
      ),
    );
  }

  get numberFormat(): unknown {
    return this.each(() => this.host.engine.styles(this.area).map((row) => row.map((style) => style.numberFormat)));
  }
  set numberFormat(value: unknown) {
    const formats = this.shaped(value, "numberFormat");
    this.host.mustAllow(this.area.sheet, "allowFormatCells");
    const patches = formats.map((row) =>
      row.map((format): StylePatch | undefined => {
        if (format === null) return undefined;
        const pattern = text(format, "a number format");
        if (!numfmt.isValidFormat(pattern === "" ? "General" : pattern))
          throw invalid(`“${pattern}” is no number format`);
        return { numberFormat: pattern === "" ? "General" : pattern };
      }),
    );
    if (this.isUnbounded) this.host.engine.restyle(this.area, patches[0]?.[0] ?? {});
    else this.host.engine.restyleEach(this.area, patches);
  }
  get numberFormatLocal(): unknown {
    return this.numberFormat;
  }
  set numberFormatLocal(value: unknown) {
    this.numberFormat = value;
  }

  get hasSpill(): boolean | null {
    const cells = this.host.engine.spills(this.area.sheet).reduce((sum, spill) => {
      const shared = intersection(spill, this.area);
      return sum + (shared ? shared.rows * shared.columns : 0);
    }, 0);
    return cells === 0 ? false : cells === this.area.rows * this.area.columns ? true : null;
  }

  /** A scalar stands for every cell; an array must have the range's shape. */
  private shaped(value: unknown, what: string): unknown[][] {
    if (!Array.isArray(value)) {
      if (value !== null && typeof value === "object") throw invalid(`${what} takes a value or an array of rows`);
      return this.isUnbounded
        ? [[value]]
        : Array.from({ length: this.area.rows }, () => Array<unknown>(this.area.columns).fill(value));
    }
    if (this.isUnbounded) throw invalid(`${what} cannot be written to ${this.address}: it is unbounded`);
    if (!value.every(Array.isArray)) throw invalid(`${what} takes an array of rows, each an array`);
    const rows = value as unknown[][];
    if (rows.length !== this.area.rows || rows.some((row) => row.length !== this.area.columns)) {
      const widths = [...new Set(rows.map((row) => row.length))].join("/");
      throw wrongShape(
        `${what}: ${rows.length} rows of ${widths} do not fit ${addressOf(this.area)} (${this.area.rows} × ${this.area.columns})`,
      );
    }
    return rows;
  }

  private put(value: unknown, what: string): void {
    const rows = this.shaped(value, what);
    if (this.isUnbounded) throw invalid(`${what} cannot be written to ${this.address}: it is unbounded`);
    this.host.mustBeWritable(this.area);
    const styles = this.host.engine.styles(this.area);
    const formats: (StylePatch | undefined)[][] = [];
    const inputs = rows.map((row, line): (CellInput | undefined)[] => {
      formats.push([]);
      return row.map((each, column) => {
        if (each === null || each === undefined) return undefined;
        if (typeof each === "object")
          throw invalid(`${what} takes text, numbers and booleans, not ${JSON.stringify(each)}`);
        const shown = styles[line]?.[column]?.numberFormat ?? "General";
        const { input, numberFormat } = typed(each, shown, "add-in");
        this.check(input);
        if (numberFormat && shown === "General") formats[line]![column] = { numberFormat };
        return input;
      });
    });
    const before = this.area.rows * this.area.columns === 1 ? this.contents()[0]?.[0] : undefined;
    this.host.engine.write(this.area, inputs);
    if (formats.some(({ length }) => length > 0))
      this.host.engine.restyleEach(
        this.area,
        formats.map((row) => Array.from({ length: this.area.columns }, (_, column) => row[column])),
      );
    this.host.changed(this.area, "RangeEdited", "add-in", before ? details(before, inputs[0]?.[0]) : undefined);
  }

  private check(input: CellInput): void {
    if ("formula" in input) {
      if (input.formula.length > LONGEST_FORMULA) throw invalid(`a formula has at most ${LONGEST_FORMULA} characters`);
      const problem = this.host.engine.formulaProblem(input.formula);
      if (problem) throw invalid(`“${input.formula}” is no formula: ${problem}`);
    } else if (typeof input.value === "string" && input.value.length > LONGEST_TEXT)
      throw invalid(`a cell holds at most ${LONGEST_TEXT} characters`);
  }

  // ---- hidden rows and columns

  private allHidden(count: number, isHidden: (index: number) => boolean): boolean | null {
    const states = Array.from({ length: Math.min(count, 5000) }, (_, index) => isHidden(index));
    return states.every((state) => state) ? true : states.some((state) => state) ? null : false;
  }
  get rowHidden(): boolean | null {
    return this.allHidden(this.area.rows, (row) => this.host.engine.isRowHidden(this.area.sheet, this.area.row + row));
  }
  set rowHidden(value: unknown) {
    this.host.mustAllow(this.area.sheet, "allowFormatRows");
    this.host.engine.setRowsHidden(this.area, flag(value, "rowHidden"));
  }
  get columnHidden(): boolean | null {
    return this.allHidden(this.area.columns, (column) =>
      this.host.engine.isColumnHidden(this.area.sheet, this.area.column + column),
    );
  }
  set columnHidden(value: unknown) {
    this.host.mustAllow(this.area.sheet, "allowFormatColumns");
    this.host.engine.setColumnsHidden(this.area, flag(value, "columnHidden"));
  }
  get hidden(): boolean | null {
    const rows = this.rowHidden;
    const columns = this.columnHidden;
    return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
  }

  // ---- other ranges from this one

  getCell(row: unknown, column: unknown): Range {
    return this.part({
      row: this.area.row + integer(row, "row"),
      column: this.area.column + integer(column, "column"),
      rows: 1,
      columns: 1,
    });
  }
  getRow(row: unknown): Range {
    return this.part({ row: this.area.row + integer(row, "row", 0, this.area.rows - 1), rows: 1 });
  }
  getColumn(column: unknown): Range {
    return this.part({ column: this.area.column + integer(column, "column", 0, this.area.columns - 1), columns: 1 });
  }
  getLastCell(): Range {
    return this.getCell(this.area.rows - 1, this.area.columns - 1);
  }
  getLastRow(): Range {
    return this.getRow(this.area.rows - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(this.area.columns - 1);
  }
  getEntireRow(): Range {
    return this.part({ column: 0, columns: MOST_COLUMNS });
  }
  getEntireColumn(): Range {
    return this.part({ row: 0, rows: MOST_ROWS });
  }
  getResizedRange(deltaRows: unknown, deltaColumns: unknown): Range {
    return this.part({
      rows: this.area.rows + integer(deltaRows, "deltaRows"),
      columns: this.area.columns + integer(deltaColumns, "deltaColumns"),
    });
  }
  getAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    return this.part({ rows: integer(rows, "numRows", 1), columns: integer(columns, "numColumns", 1) });
  }
  getOffsetRange(rows: unknown, columns: unknown): Range {
    return this.part({
      row: this.area.row + integer(rows, "rowOffset"),
      column: this.area.column + integer(columns, "columnOffset"),
    });
  }
  getRowsAbove(count: unknown): Range {
    return this.beside(
      count,
      (rows) => ({ row: this.area.row - rows, rows }),
      (rows) => ({ row: this.area.row + this.area.rows - rows, rows }),
    );
  }
  getRowsBelow(count: unknown): Range {
    return this.beside(
      count,
      (rows) => ({ row: this.area.row + this.area.rows, rows }),
      (rows) => ({ rows }),
    );
  }
  getColumnsBefore(count: unknown): Range {
    return this.beside(
      count,
      (columns) => ({ column: this.area.column - columns, columns }),
      (columns) => ({ column: this.area.column + this.area.columns - columns, columns }),
    );
  }
  getColumnsAfter(count: unknown): Range {
    return this.beside(
      count,
      (columns) => ({ column: this.area.column + this.area.columns, columns }),
      (columns) => ({ columns }),
    );
  }
  /** A negative count means rows or columns inside the range. */
  private beside(
    count: unknown,
    outside: (count: number) => Partial<Area>,
    inside: (count: number) => Partial<Area>,
  ): Range {
    const wanted = count === null || count === undefined ? 1 : integer(count, "count");
    if (wanted === 0) throw invalid("the count cannot be 0");
    return this.part(wanted > 0 ? outside(wanted) : inside(-wanted));
  }
  getBoundingRect(other: unknown): Range {
    const { area } = Range.from(this.host, other, this.area.sheet);
    const row = Math.min(area.row, this.area.row);
    const column = Math.min(area.column, this.area.column);
    const bottom = Math.max(area.row + area.rows, this.area.row + this.area.rows);
    const right = Math.max(area.column + area.columns, this.area.column + this.area.columns);
    return this.part({ row, column, rows: bottom - row, columns: right - column });
  }
  getIntersection(other: unknown): Range {
    const shared = intersection(this.area, Range.from(this.host, other, this.area.sheet).area);
    if (!shared) throw new OfficeError("ItemNotFound", "the ranges have no cell in common");
    return new Range(this.host, shared);
  }
  getIntersectionOrNullObject(other: unknown): Range | NullObject {
    const shared = intersection(this.area, Range.from(this.host, other, this.area.sheet).area);
    return shared ? new Range(this.host, shared) : NULL_OBJECT;
  }

  private used(valuesOnly: unknown): Area | null {
    const used = this.host.engine.usedArea(this.area.sheet, valuesOnly === true);
    const shared = used && intersection(used, this.area);
    if (!shared) return null;
    const contents = this.host.engine.read(shared);
    const styles = valuesOnly === true ? null : this.host.engine.styles(shared);
    const isUsed = (row: number, column: number): boolean =>
      contents[row]![column]!.value !== null ||
      contents[row]![column]!.formula !== null ||
      (styles !== null && JSON.stringify(styles[row]![column]) !== UNSTYLED);
    const rows = contents.map((_, row) => row).filter((row) => contents[row]!.some((_, column) => isUsed(row, column)));
    const columns = (contents[0] ?? [])
      .map((_, column) => column)
      .filter((column) => contents.some((_, row) => isUsed(row, column)));
    if (!rows.length || !columns.length) return null;
    return {
      sheet: shared.sheet,
      row: shared.row + rows[0]!,
      column: shared.column + columns[0]!,
      rows: rows.at(-1)! - rows[0]! + 1,
      columns: columns.at(-1)! - columns[0]! + 1,
    };
  }
  getUsedRange(valuesOnly: unknown): Range {
    const used = this.used(valuesOnly);
    // Excel answers with the first cell when nothing is used.
    return used ? new Range(this.host, used) : this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown): Range | NullObject {
    const used = this.used(valuesOnly);
    return used ? new Range(this.host, used) : NULL_OBJECT;
  }

  /** The block of filled cells around the range, bounded by empty rows and columns. */
  getSurroundingRegion(): Range {
    const used = this.host.engine.usedArea(this.area.sheet, true);
    let region = this.area;
    if (!used) return this;
    for (;;) {
      const wider = intersection(
        {
          sheet: region.sheet,
          row: Math.max(0, region.row - 1),
          column: Math.max(0, region.column - 1),
          rows: region.rows + (region.row > 0 ? 2 : 1),
          columns: region.columns + (region.column > 0 ? 2 : 1),
        },
        { sheet: region.sheet, row: 0, column: 0, rows: MOST_ROWS, columns: MOST_COLUMNS },
      )!;
      const filled = this.host.engine.read(wider);
      const grown = {
        row: region.row,
        column: region.column,
        bottom: region.row + region.rows,
        right: region.column + region.columns,
      };
      filled.forEach((row, line) =>
        row.forEach((cell, place) => {
          if (cell.value === null && cell.formula === null) return;
          grown.row = Math.min(grown.row, wider.row + line);
          grown.bottom = Math.max(grown.bottom, wider.row + line + 1);
          grown.column = Math.min(grown.column, wider.column + place);
          grown.right = Math.max(grown.right, wider.column + place + 1);
        }),
      );
      const next: Area = {
        sheet: region.sheet,
        row: grown.row,
        column: grown.column,
        rows: grown.bottom - grown.row,
        columns: grown.right - grown.column,
      };
      if (addressOf(next) === addressOf(region)) return new Range(this.host, region);
      region = next;
    }
  }

  getSpillingToRange(): Range {
    const spill = this.spillFrom();
    if (!spill) throw new OfficeError("ItemNotFound", "nothing spills from this cell");
    return new Range(this.host, spill);
  }
  getSpillingToRangeOrNullObject(): Range | NullObject {
    const spill = this.spillFrom();
    return spill ? new Range(this.host, spill) : NULL_OBJECT;
  }
  private spillFrom(): Area | undefined {
    return this.host.engine
      .spills(this.area.sheet)
      .find((spill) => spill.row === this.area.row && spill.column === this.area.column);
  }
  getSpillParent(): Range {
    const spill = this.host.engine.spills(this.area.sheet).find((each) => intersection(each, this.area));
    if (!spill) throw new OfficeError("ItemNotFound", "nothing spills into this cell");
    return new Range(this.host, { ...spill, rows: 1, columns: 1 });
  }
  getSpillParentOrNullObject(): Range | NullObject {
    return this.host.engine.spills(this.area.sheet).some((each) => intersection(each, this.area))
      ? this.getSpillParent()
      : NULL_OBJECT;
  }

  getTables(fullyContained: unknown): TableScopedCollection {
    return new TableScopedCollection(this.host, this.area, fullyContained === true);
  }

  // ---- acts

  clear(applyTo: unknown): void {
    const what =
      applyTo === null || applyTo === undefined
        ? "All"
        : word(applyTo, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"], "applyTo");
    if (what === "Formats") this.host.mustAllow(this.area.sheet, "allowFormatCells");
    else this.host.mustBeWritable(this.area);
    if (what === "All" || what === "Formats") {
      this.conditionalFormats.clearAll();
    }
    if (what === "All") {
      this.host.engine.setInputRule(this.area, null);
      this.host.engine.unmerge(this.area);
    }
    if (what === "All" || what === "Contents" || what === "Formats" || what === "ResetContents")
      this.host.engine.clear(this.area, what === "All" ? "all" : what === "Formats" ? "formats" : "contents");
    if (what !== "Formats") this.host.changed(this.area, "RangeEdited", "add-in");
  }

  async insert(shift: unknown): Promise<Range> {
    const direction = word(shift, ["Down", "Right"], "shift");
    this.mustAllowShift(direction === "Down" ? "allowInsertRows" : "allowInsertColumns");
    const rules = this.host.colourRulePlaces(this.area.sheet);
    await this.host.engine.insert(this.area, direction === "Down" ? "down" : "right");
    this.host.cellsMoved(
      (area) =>
        moved(
          area,
          this.area,
          direction === "Down" ? this.area.rows : 0,
          direction === "Right" ? this.area.columns : 0,
        ),
      this.area.sheet,
      rules,
    );
    const kind = this.isEntireRow ? "RowInserted" : this.isEntireColumn ? "ColumnInserted" : "CellInserted";
    this.host.changed(this.area, kind, "add-in", {
      shiftDirection: direction === "Down" ? "ShiftCellDown" : "ShiftCellRight",
    });
    return new Range(this.host, this.area);
  }

  async delete(shift: unknown): Promise<void> {
    const direction = word(shift, ["Up", "Left"], "shift");
    this.mustAllowShift(direction === "Up" ? "allowDeleteRows" : "allowDeleteColumns");
    const rules = this.host.colourRulePlaces(this.area.sheet);
    await this.host.engine.remove(this.area, direction === "Up" ? "up" : "left");
    this.host.cellsMoved(
      (area) =>
        moved(area, this.area, direction === "Up" ? -this.area.rows : 0, direction === "Left" ? -this.area.columns : 0),
      this.area.sheet,
      rules,
    );
    const kind = this.isEntireRow ? "RowDeleted" : this.isEntireColumn ? "ColumnDeleted" : "CellDeleted";
    this.host.changed(this.area, kind, "add-in", {
      shiftDirection: direction === "Up" ? "ShiftCellUp" : "ShiftCellLeft",
    });
  }

  /** Cells that others speak of go on being spoken of where they come to stand. */
  async moveTo(destination: unknown): Promise<void> {
    const { area: at } = Range.from(this.host, destination, this.area.sheet);
    if (at.sheet !== this.area.sheet) throw new OfficeError("NotImplemented", "moves between sheets are not emulated");
    const to: Area = { ...this.area, row: at.row, column: at.column };
    this.host.mustBeWritable(this.area);
    this.host.mustBeWritable(to);
    const rules = this.host.colourRulePlaces(this.area.sheet);
    await this.host.engine.move(this.area, at);
    const isWithin = ({ row, column, rows, columns }: Area) =>
      row >= this.area.row &&
      column >= this.area.column &&
      row + rows <= this.area.row + this.area.rows &&
      column + columns <= this.area.column + this.area.columns;
    this.host.cellsMoved(
      (each) =>
        isWithin(each)
          ? { ...each, row: each.row + to.row - this.area.row, column: each.column + to.column - this.area.column }
          : each,
      this.area.sheet,
      rules,
    );
    this.host.changed(this.area, "RangeEdited", "add-in");
    this.host.changed(to, "RangeEdited", "add-in");
  }

  private mustAllowShift(option: string): void {
    if (this.isEntireRow || this.isEntireColumn) this.host.mustAllow(this.area.sheet, option);
    else if (this.host.record(this.area.sheet).protection)
      throw new OfficeError("AccessDenied", `${this.address} is on a protected sheet`);
  }

  merge(across: unknown): void {
    this.host.mustAllow(this.area.sheet, "allowFormatCells");
    if (across === true)
      for (let row = 0; row < this.area.rows; row++)
        this.host.engine.merge({ ...this.area, row: this.area.row + row, rows: 1 });
    else this.host.engine.merge(this.area);
  }
  unmerge(): void {
    this.host.mustAllow(this.area.sheet, "allowFormatCells");
    this.host.engine.unmerge(this.area);
  }
  getMergedAreasOrNullObject(): RangeAreas | NullObject {
    const areas = this.host.engine.merged(this.area);
    if (areas.length > MOST_MERGED) throw new OfficeError("GeneralException", "too many merged areas");
    return areas.length > 0 ? new RangeAreas(this.host, areas) : NULL_OBJECT;
  }

  select(): void {
    this.host.engine.select(this.area);
  }

  calculate(): void {
    this.host.engine.recalculate([this.area]);
  }

  copyFrom(source: unknown, copyType: unknown, skipBlanks: unknown, transpose: unknown): void {
    const from = Range.from(this.host, source, this.area.sheet).area;
    const what =
      copyType === null || copyType === undefined
        ? "All"
        : word(copyType, ["All", "Formulas", "Values", "Formats", "Link"], "copyType");
    if (transpose === true || what === "Link")
      throw new OfficeError("NotImplemented", "transposed copies and links are not emulated");
    // A small source repeats itself over a larger destination; a small destination grows to the source.
    const rows = this.area.rows % from.rows === 0 ? this.area.rows : from.rows;
    const columns = this.area.columns % from.columns === 0 ? this.area.columns : from.columns;
    const to: Area = { ...this.area, rows, columns };
    this.host.mustBeWritable(to);
    const contents = this.host.engine.read(from);
    const styles = this.host.engine.styles(from);
    const cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => ({ row: row % from.rows, column: column % from.columns })),
    );
    if (what === "All" || what === "Formats") {
      const locks = cells.map((row) =>
        row.map((place) => this.host.lock(from.sheet, from.row + place.row, from.column + place.column)),
      );
      this.host.engine.clear(to, "formats");
      this.host.engine.restyleEach(
        to,
        cells.map((row) => row.map(({ row: line, column }) => ({ ...styles[line]![column]! }))),
      );
      for (const [line, row] of locks.entries())
        for (const [place, { isLocked, hidesFormula }] of row.entries()) {
          const area: Area = { sheet: to.sheet, row: to.row + line, column: to.column + place, rows: 1, columns: 1 };
          const now = this.host.lock(area.sheet, area.row, area.column);
          if (now.isLocked !== isLocked || now.hidesFormula !== hidesFormula)
            this.host.record(to.sheet).locks.push({ area, isLocked, hidesFormula });
        }
    }
    for (let row = 0; row < rows; row += from.rows)
      for (let column = 0; column < columns; column += from.columns) {
        const tile: Area = { ...from, sheet: to.sheet, row: to.row + row, column: to.column + column };
        if (what === "All") this.host.engine.copyInputRules(from, tile);
        if (what === "All" || what === "Formats") new ConditionalFormatCollection(this.host, tile).pasteFrom(from);
      }
    if (what === "Formats") return;
    this.host.engine.write(
      to,
      cells.map((row, line) =>
        row.map((place, column): CellInput | undefined => {
          const cell = contents[place.row]![place.column]!;
          if (cell.value === null && cell.formula === null) return skipBlanks === true ? undefined : { value: null };
          if (cell.formula && what !== "Values")
            return {
              formula: this.host.engine.shiftFormula(
                cell.formula,
                to.row + line - from.row - place.row,
                to.column + column - from.column - place.column,
              ),
            };
          return { value: cell.value };
        }),
      ),
    );
    this.host.changed(to, "RangeEdited", "add-in");
  }
}

const UNSTYLED = JSON.stringify({
  fill: null,
  fontColour: null,
  fontName: null,
  fontSize: null,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  numberFormat: "General",
  borders: {},
});

/** Where an area is after cells at `at` were pushed by so many rows and columns (pulled when negative); null when it is gone. */
function moved(area: Area, at: Area, rows: number, columns: number): Area | null {
  if (rows !== 0 && area.column >= at.column && area.column + area.columns <= at.column + at.columns) {
    const line = shifted(area.row, area.rows, at.row, rows);
    return line && { ...area, row: line[0], rows: line[1] };
  }
  if (columns !== 0 && area.row >= at.row && area.row + area.rows <= at.row + at.rows) {
    const line = shifted(area.column, area.columns, at.column, columns);
    return line && { ...area, column: line[0], columns: line[1] };
  }
  return area;
}

function shifted(start: number, length: number, at: number, by: number): [start: number, length: number] | null {
  if (by > 0) return start >= at ? [start + by, length] : start + length > at ? [start, length + by] : [start, length];
  const gone = -by;
  const cut = Math.max(0, Math.min(start + length, at + gone) - Math.max(start, at));
  if (cut >= length) return null;
  return [start >= at + gone ? start - gone : Math.min(start, at), length - cut];
}

/** What the change event tells about a single cell. */
function details(before: CellContent, after: CellInput | undefined): Record<string, unknown> {
  const typeOf = (value: unknown): string =>
    value === null || value === ""
      ? "Empty"
      : typeof value === "number"
        ? "Double"
        : typeof value === "boolean"
          ? "Boolean"
          : "String";
  const now = after === undefined ? before.value : "formula" in after ? after.formula : after.value;
  return {
    valueBefore: before.value ?? "",
    valueAfter: now ?? "",
    valueTypeBefore: typeOf(before.value),
    valueTypeAfter: typeOf(now),
  };
}
