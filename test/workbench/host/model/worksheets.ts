import { MOST_COLUMNS, MOST_ROWS, quotedSheet, retargeted } from "../../engine/address";
import type { SheetFacts } from "../../engine/engine";
import { invalid, OfficeError } from "../errors";
import { copyChart } from "./chartData";
import { AutoFilter } from "./autoFilter";
import { ChartCollection } from "./charts";
import { colour, flag, integer, record, sheetName, text, word } from "./check";
import { EVENT, sheetKey, type Host, type Visibility } from "./host";
import { NamedItemCollection } from "./names";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./object";
import { PageLayout } from "./pageLayout";
import { Range } from "./range";
import { TableCollection } from "./tables";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;

export class WorksheetCollection extends OfficeCollection<Worksheet> {
  readonly className = "WorksheetCollection";

  get items(): Worksheet[] {
    return this.host.engine.sheets().map((sheet) => new Worksheet(this.host, sheet.id));
  }

  private find(key: unknown): Worksheet | null {
    const sheet = this.host.findSheet(text(key, "the sheet's name or id"));
    return sheet ? new Worksheet(this.host, sheet) : null;
  }

  private counted(visibleOnly: unknown): Worksheet[] {
    return this.items.filter((sheet) => visibleOnly !== true || sheet.visibility === "Visible");
  }

  getItem(key: unknown): Worksheet {
    const found = this.find(key);
    if (!found) throw new OfficeError("ItemNotFound", `there is no sheet “${String(key)}”`);
    return found;
  }
  getItemOrNullObject(key: unknown): Worksheet | NullObject {
    return this.find(key) ?? NULL_OBJECT;
  }
  getCount(visibleOnly: unknown): number {
    return this.counted(visibleOnly).length;
  }
  getFirst(visibleOnly: unknown): Worksheet {
    return this.counted(visibleOnly)[0]!;
  }
  getLast(visibleOnly: unknown): Worksheet {
    return this.counted(visibleOnly).at(-1)!;
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.host, this.host.engine.activeSheet());
  }

  add(nameArgument: unknown): Worksheet {
    this.host.mustAllowStructure();
    const name = nameArgument === null || nameArgument === undefined ? this.freeName() : sheetName(nameArgument);
    if (this.host.findSheet(name)) throw new OfficeError("ItemAlreadyExists", `the sheet “${name}” exists`);
    const id = this.host.engine.addSheet(name, this.host.engine.sheets().length);
    this.host.sheetEvent(EVENT.worksheetAdded, "WorksheetAdded", id);
    return new Worksheet(this.host, id);
  }

  private freeName(): string {
    for (let number = this.items.length + 1; ; number++)
      if (!this.host.findSheet(`Sheet${number}`)) return `Sheet${number}`;
  }
}

/** "台账 (2)", as Excel names copies. */
export function copyName(host: Host, name: string, taken: readonly string[] = []): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const free = `${stem.slice(0, 31 - ` (${number})`.length)} (${number})`;
    if (!host.findSheet(free) && !taken.includes(free.toLowerCase())) return free;
  }
}

/** Where a copied or inserted sheet goes: an index among the sheets. `relativeTo` is a sheet, its name or its id. */
export function placeOf(host: Host, positionType: unknown, relativeTo: unknown, otherwise: number): number {
  const where =
    positionType === null || positionType === undefined
      ? "None"
      : word(positionType, ["None", "Before", "After", "Beginning", "End"], "positionType");
  if (where === "None") return otherwise;
  if (where === "Beginning") return 0;
  if (where === "End") return host.engine.sheets().length;
  const named = typeof relativeTo === "string" ? host.findSheet(relativeTo) : null;
  const other = named ? new Worksheet(host, named) : relativeTo;
  if (!(other instanceof Worksheet)) throw invalid("a place before or after needs the other sheet");
  return other.position + (where === "After" ? 1 : 0);
}

export class Worksheet extends OfficeObject {
  readonly className = "Worksheet";

  constructor(
    host: Host,
    readonly sheet: string,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }

  private get facts(): SheetFacts {
    const facts = this.host.engine.sheets().find((each) => each.id === this.sheet);
    if (!facts) throw new OfficeError("ItemNotFound", "the sheet has been deleted");
    return facts;
  }

  get id(): string {
    return sheetKey(this.sheet);
  }

  get name(): string {
    return this.facts.name;
  }
  set name(value: unknown) {
    this.host.mustAllowStructure();
    const name = sheetName(value);
    const before = this.facts.name;
    const owner = this.host.findSheet(name);
    if (owner && owner !== this.sheet) throw new OfficeError("ItemAlreadyExists", `the sheet “${name}” exists`);
    this.host.engine.renameSheet(this.sheet, name);
    if (before !== name)
      this.host.sheetEvent(EVENT.worksheetNameChanged, "WorksheetNameChanged", this.sheet, {
        nameBefore: before,
        nameAfter: name,
      });
  }

  get position(): number {
    return this.host.engine.sheets().findIndex((each) => each.id === this.sheet);
  }
  set position(value: unknown) {
    this.host.mustAllowStructure();
    const before = this.position;
    const place = integer(value, "position", -this.host.engine.sheets().length, this.host.engine.sheets().length - 1);
    const index = place < 0 ? this.host.engine.sheets().length + place : place;
    this.host.engine.moveSheet(this.sheet, index);
    if (before !== index)
      this.host.sheetEvent(EVENT.worksheetMoved, "WorksheetMoved", this.sheet, {
        positionBefore: before,
        positionAfter: index,
      });
  }

  get visibility(): Visibility {
    const kept = this.host.record(this.sheet).visibility;
    return this.facts.isHidden ? (kept === "VeryHidden" ? "VeryHidden" : "Hidden") : "Visible";
  }
  set visibility(value: unknown) {
    this.host.mustAllowStructure();
    const visibility = word(value, VISIBILITIES, "visibility");
    const before = this.visibility;
    if (visibility !== "Visible") this.mustNotBeTheLastVisible();
    this.host.record(this.sheet).visibility = visibility;
    this.host.engine.setSheetHidden(this.sheet, visibility !== "Visible");
    if (before !== visibility)
      this.host.sheetEvent(EVENT.worksheetVisibilityChanged, "WorksheetVisibilityChanged", this.sheet, {
        visibilityBefore: before,
        visibilityAfter: visibility,
      });
  }

  private mustNotBeTheLastVisible(): void {
    const visible = this.host.engine.sheets().filter((each) => !each.isHidden);
    if (visible.length === 1 && visible[0]!.id === this.sheet)
      throw new OfficeError("InvalidOperation", "a workbook must have a visible sheet");
  }

  get tabColor(): string {
    return this.facts.tabColour ?? "";
  }
  set tabColor(value: unknown) {
    this.host.mustAllowStructure();
    this.host.engine.setTabColour(this.sheet, value === "" ? null : colour(value, "tabColor"));
  }

  get showGridlines(): boolean {
    return this.facts.showsGridlines;
  }
  set showGridlines(value: unknown) {
    this.host.engine.setGridlines(this.sheet, flag(value, "showGridlines"));
  }
  get showHeadings(): boolean {
    return this.host.record(this.sheet).showsHeadings;
  }
  set showHeadings(value: unknown) {
    this.host.record(this.sheet).showsHeadings = flag(value, "showHeadings");
  }
  get standardHeight(): number {
    return 15;
  }
  get standardWidth(): number {
    return 8.43;
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.host, this.sheet);
  }
  get tables(): TableCollection {
    return new TableCollection(this.host, this.sheet);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.host, this.sheet);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.host, this.sheet);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.host, this.sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.host, this.sheet);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.host, this.sheet);
  }

  getRange(address: unknown): Range {
    return Range.at(this.host, this.sheet, address);
  }
  getCell(row: unknown, column: unknown): Range {
    return new Range(this.host, {
      sheet: this.sheet,
      row: integer(row, "row", 0, MOST_ROWS - 1),
      column: integer(column, "column", 0, MOST_COLUMNS - 1),
      rows: 1,
      columns: 1,
    });
  }
  getRangeByIndexes(startRow: unknown, startColumn: unknown, rowCount: unknown, columnCount: unknown): Range {
    const row = integer(startRow, "startRow", 0, MOST_ROWS - 1);
    const column = integer(startColumn, "startColumn", 0, MOST_COLUMNS - 1);
    const rows = integer(rowCount, "rowCount", 1, MOST_ROWS - row);
    return new Range(this.host, {
      sheet: this.sheet,
      row,
      column,
      rows,
      columns: integer(columnCount, "columnCount", 1, MOST_COLUMNS - column),
    });
  }
  getUsedRange(valuesOnly: unknown): Range {
    const used = this.host.engine.usedArea(this.sheet, valuesOnly === true);
    return used ? new Range(this.host, used) : this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown): Range | NullObject {
    const used = this.host.engine.usedArea(this.sheet, valuesOnly === true);
    return used ? new Range(this.host, used) : NULL_OBJECT;
  }

  private neighbour(step: 1 | -1, visibleOnly: unknown): Worksheet | null {
    const sheets = this.host.engine.sheets();
    for (let index = this.position + step; index >= 0 && index < sheets.length; index += step)
      if (visibleOnly !== true || !sheets[index]!.isHidden) return new Worksheet(this.host, sheets[index]!.id);
    return null;
  }
  private mustBe(sheet: Worksheet | null): Worksheet {
    if (!sheet) throw new OfficeError("ItemNotFound", "there is no such sheet");
    return sheet;
  }
  getNext(visibleOnly: unknown): Worksheet {
    return this.mustBe(this.neighbour(1, visibleOnly));
  }
  getNextOrNullObject(visibleOnly: unknown): Worksheet | NullObject {
    return this.neighbour(1, visibleOnly) ?? NULL_OBJECT;
  }
  getPrevious(visibleOnly: unknown): Worksheet {
    return this.mustBe(this.neighbour(-1, visibleOnly));
  }
  getPreviousOrNullObject(visibleOnly: unknown): Worksheet | NullObject {
    return this.neighbour(-1, visibleOnly) ?? NULL_OBJECT;
  }

  activate(): void {
    if (this.facts.isHidden) throw new OfficeError("InvalidOperation", "a hidden sheet cannot be activated");
    this.host.engine.activate(this.sheet);
  }

  calculate(markAllDirty: unknown): void {
    const used = this.host.engine.usedArea(this.sheet, true);
    if (!used) return;
    if (markAllDirty === true) this.host.listener.forgetAnswers?.([used]);
    this.host.engine.recalculate([used]);
  }

  copy(positionType: unknown, relativeTo: unknown): Worksheet {
    this.host.mustAllowStructure();
    const index = placeOf(this.host, positionType, relativeTo, this.position);
    const id = this.host.engine.copySheet(this.sheet, copyName(this.host, this.facts.name), index);
    const record = this.host.record(this.sheet);
    const copied = this.host.record(id);
    copied.protection = record.protection;
    copied.locks = record.locks.map((lock) => ({ ...lock, area: { ...lock.area, sheet: id } }));
    copied.pageSetup = structuredClone(record.pageSetup);
    copied.filter = record.filter && { ...record.filter, sheet: id };
    copied.colourRules = record.colourRules.map((rule) => {
      const areas = rule.areas(this.host.engine).map((area) => ({ ...area, sheet: id }));
      return rule.copy(`{cf-${this.host.nextSerial()}}`, areas, this.host.engine);
    });
    copied.notes = record.notes.map((note) => ({ ...note, area: { ...note.area, sheet: id } }));
    copied.charts = record.charts.map((chart) => copyChart(chart, `{chart-${this.host.nextSerial()}}`, this.sheet, id));
    this.copyNames(id);
    this.host.colourRulesChanged(id);
    this.host.sheetEvent(EVENT.worksheetAdded, "WorksheetAdded", id);
    return new Worksheet(this.host, id);
  }

  /** The copy keeps the sheet's own names; names of the workbook that speak of the sheet become names of the copy's own. */
  private copyNames(copy: string): void {
    const before = this.facts.name;
    const now = new Map([[before, this.host.sheetName(copy)]]);
    for (const name of this.host.engine.names())
      if (name.sheet === this.sheet || (name.sheet === null && name.formula.includes(`${quotedSheet(before)}!`)))
        this.host.engine.setName({ ...name, sheet: copy, formula: retargeted(name.formula, now) });
  }

  delete(): void {
    this.host.mustAllowStructure();
    if (this.visibility === "VeryHidden")
      throw new OfficeError("InvalidOperation", "a very hidden sheet cannot be deleted");
    if (!this.facts.isHidden) this.mustNotBeTheLastVisible();
    this.host.sheetEvent(EVENT.worksheetDeleted, "WorksheetDeleted", this.sheet);
    this.host.engine.removeSheet(this.sheet);
    this.host.records.delete(this.sheet);
    for (const table of this.host.tables.filter((each) => each.area.sheet === this.sheet))
      this.host.tables.splice(this.host.tables.indexOf(table), 1);
  }
}

export class WorksheetFreezePanes extends OfficeObject {
  readonly className = "WorksheetFreezePanes";

  constructor(
    host: Host,
    private readonly sheet: string,
  ) {
    super(host);
  }

  private get frozen(): { rows: number; columns: number } {
    const facts = this.host.engine.sheets().find((each) => each.id === this.sheet);
    return { rows: facts?.frozenRows ?? 0, columns: facts?.frozenColumns ?? 0 };
  }

  freezeRows(count: unknown): void {
    this.host.engine.freeze(
      this.sheet,
      count === null || count === undefined ? 1 : integer(count, "count", 0, MOST_ROWS - 1),
      0,
    );
  }
  freezeColumns(count: unknown): void {
    this.host.engine.freeze(
      this.sheet,
      0,
      count === null || count === undefined ? 1 : integer(count, "count", 0, MOST_COLUMNS - 1),
    );
  }
  /** What lies above and left of the range's last cell stays in sight. */
  freezeAt(range: unknown): void {
    const { area } = Range.from(this.host, range, this.sheet);
    this.host.engine.freeze(
      this.sheet,
      area.rows === MOST_ROWS ? 0 : area.row + area.rows,
      area.columns === MOST_COLUMNS ? 0 : area.column + area.columns,
    );
  }
  unfreeze(): void {
    this.host.engine.freeze(this.sheet, 0, 0);
  }

  private location(): Range | null {
    const { rows, columns } = this.frozen;
    if (!rows && !columns) return null;
    return new Range(this.host, {
      sheet: this.sheet,
      row: 0,
      column: 0,
      rows: rows || MOST_ROWS,
      columns: columns || MOST_COLUMNS,
    });
  }
  getLocation(): Range {
    const location = this.location();
    if (!location) throw new OfficeError("ItemNotFound", "nothing is frozen");
    return location;
  }
  getLocationOrNullObject(): Range | NullObject {
    return this.location() ?? NULL_OBJECT;
  }
}

const PROTECTION_OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
  "selectionMode",
];

export class WorksheetProtection extends OfficeObject {
  readonly className = "WorksheetProtection";

  constructor(
    host: Host,
    private readonly sheet: string,
  ) {
    super(host);
  }

  get protected(): boolean {
    return this.host.record(this.sheet).protection !== null;
  }
  get options(): Record<string, unknown> {
    const given = this.host.record(this.sheet).protection?.options ?? {};
    const unset = (name: string) =>
      this.host.readsUnsetOptionsAsNull ? null : name === "selectionMode" ? "Normal" : false;
    return Object.fromEntries(PROTECTION_OPTIONS.map((name) => [name, given[name] ?? unset(name)]));
  }

  protect(options: unknown, password: unknown): void {
    if (this.protected) throw new OfficeError("AccessDenied", "the sheet is protected already");
    const given =
      options === null || options === undefined ? {} : record(options, PROTECTION_OPTIONS, "the protection options");
    for (const [name, value] of Object.entries(given))
      if (name === "selectionMode") word(value, ["Normal", "Unlocked", "None"], name);
      else flag(value, name);
    this.host.record(this.sheet).protection = {
      password: password === null || password === undefined ? null : text(password, "the password"),
      options: given,
    };
    this.tell();
  }

  unprotect(password: unknown): void {
    const protection = this.host.record(this.sheet).protection;
    if (!protection) return;
    if (protection.password !== null && protection.password !== password)
      throw new OfficeError("BadPassword", "the sheet has another password");
    this.host.record(this.sheet).protection = null;
    this.tell();
  }

  private tell(): void {
    this.host.sheetEvent(EVENT.worksheetProtectionChanged, "WorksheetProtectionChanged", this.sheet, {
      isProtected: this.protected,
    });
  }
}
