/** What all objects of the model stand on: the spreadsheet, what Excel keeps beside the cells, and the events waiting to be told. */
import { addressOf, intersection, quotedSheet } from "../../engine/address";
import type { Area, Engine } from "../../engine/engine";
import { OfficeError } from "../errors";
import { Members } from "../members";
import type { ChartRecord } from "./chartData";
import type { NoteRecord } from "./notes";
import type { ColourRuleRecord } from "./conditionalFormats";
import type { PageSetup } from "./pageLayout";
import type { TableRecord } from "./tables";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface Protection {
  readonly password: string | null;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What belongs to a sheet and the spreadsheet does not keep. */
export interface SheetRecord {
  visibility: Visibility;
  protection: Protection | null;
  /** Cells are locked unless an entry here says otherwise; the last one wins. */
  locks: { area: Area; isLocked: boolean; hidesFormula: boolean }[];
  colourRules: ColourRuleRecord[];
  charts: ChartRecord[];
  notes: NoteRecord[];
  pageSetup: PageSetup | null;
  /** The rows people may filter, with their headings. */
  filter: Area | null;
  showsHeadings: boolean;
}

/** Excel's numbers for the events it tells the add-in, see the library's event registration. */
export const EVENT = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Handlers of a whole collection register under this name instead of an object's id. */
export const WORKBOOK_TARGET = "Workbook";

export interface OfficeEvent {
  readonly type: number;
  readonly target: string;
  readonly body: Record<string, unknown>;
}

export interface HostOptions {
  readonly excelApi: string;
  readonly workbookName: string;
  readonly locale: string;
}

/** Who may be interested in what the model does. */
export interface HostListener {
  events(events: readonly OfficeEvent[]): void;
  /** The document's selection moved: `Office.EventType.DocumentSelectionChanged`. */
  selectionChanged(): void;
  /** Something the model keeps for the page to draw changed (workbook name, sheet visibility …). */
  paneVisibility(visible: boolean): void;
  ribbonUpdate(update: unknown): void;
  /** A request of the add-in has been worked off. */
  worked(): void;
  /** These formulas (all without areas) are to ask their functions afresh. */
  forgetAnswers(areas?: readonly Area[]): void;
}

export class Host {
  readonly members: Members;
  readonly records = new Map<string, SheetRecord>();
  readonly settings = new Map<string, unknown>();
  readonly xmlParts = new Map<string, string>();
  readonly tables: TableRecord[] = [];
  /** What of the file that was opened is not kept when the workbook is saved. */
  notKept: readonly { readonly sheet: string | null; readonly what: string }[] = [];
  readonly listener: Partial<HostListener> = {};
  workbookProtection: { readonly password: string | null } | null = null;
  calculationMode = "Automatic";
  eventsEnabled = true;
  /** See `Faults`. */
  readsUnsetOptionsAsNull = false;
  /** Set by suspendApiCalculationUntilNextSync, over when the request is. */
  isCalculationSuspended = false;
  readonly properties = new Map<string, string>();
  /** "Visible" | "Background": how the runtime starts when the workbook opens. */
  startState = "Inactive";
  /** "Visible" | "Background": whether the pane is shown now. */
  runtimeState = "Visible";
  private readonly registered = new Map<string, number>();
  private readonly waitingEvents: OfficeEvent[] = [];
  private readonly dirtyColourRules = new Set<string>();
  /** The sheets there were when events were told last, to see what people did to them since. */
  private known: ReadonlyMap<string, string> = new Map();
  private serial = 0;

  constructor(
    readonly engine: Engine,
    readonly options: HostOptions,
  ) {
    this.members = new Members(options.excelApi);
    this.listenToPeople();
  }

  nextSerial(): number {
    this.serial += 1;
    return this.serial;
  }

  // ---- sheets

  record(sheet: string): SheetRecord {
    let record = this.records.get(sheet);
    if (!record) {
      record = {
        visibility: "Visible",
        protection: null,
        locks: [],
        colourRules: [],
        charts: [],
        notes: [],
        pageSetup: null,
        filter: null,
        showsHeadings: true,
      };
      this.records.set(sheet, record);
    }
    return record;
  }

  sheetName(sheet: string): string {
    const facts = this.engine.sheets().find((each) => each.id === sheet);
    if (!facts) throw new OfficeError("ItemNotFound", "the sheet has been deleted");
    return facts.name;
  }

  findSheet(nameOrId: string): string | null {
    const wanted = nameOrId.toLowerCase();
    return (
      this.engine.sheets().find((each) => each.name.toLowerCase() === wanted || sheetKey(each.id) === nameOrId)?.id ??
      null
    );
  }

  /** "台账!B3:C4", with quotes where Excel puts them. */
  addressOf(area: Area): string {
    return `${quotedSheet(this.sheetName(area.sheet))}!${addressOf(area)}`;
  }

  isLocked(sheet: string, row: number, column: number): boolean {
    return this.lock(sheet, row, column).isLocked;
  }

  lock(sheet: string, row: number, column: number): { isLocked: boolean; hidesFormula: boolean } {
    const cell: Area = { sheet, row, column, rows: 1, columns: 1 };
    return (
      [...this.record(sheet).locks].reverse().find((lock) => intersection(lock.area, cell)) ?? {
        isLocked: true,
        hidesFormula: false,
      }
    );
  }

  /** Throws when a protected sheet forbids writing into an area. */
  mustBeWritable(area: Area): void {
    if (!this.record(area.sheet).protection) return;
    const used = area.rows * area.columns > 10_000 ? null : area;
    if (!used) throw new OfficeError("AccessDenied", `${this.addressOf(area)} is on a protected sheet`);
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        if (this.isLocked(area.sheet, row, column))
          throw new OfficeError(
            "AccessDenied",
            `${this.addressOf({ sheet: area.sheet, row, column, rows: 1, columns: 1 })} is locked on a protected sheet`,
          );
  }

  /** Throws unless the sheet is free or its protection allows this kind of change. */
  mustAllow(sheet: string, option: string): void {
    const protection = this.record(sheet).protection;
    if (protection && protection.options[option] !== true)
      throw new OfficeError("AccessDenied", `${this.sheetName(sheet)} is protected (${option})`);
  }

  mustAllowStructure(): void {
    if (this.workbookProtection) throw new OfficeError("AccessDenied", "the workbook's structure is protected");
  }

  /** Where the colour rules of a sheet stand, to be told to `cellsMoved` after cells were inserted or deleted. */
  colourRulePlaces(sheet: string): ReadonlyMap<ColourRuleRecord, readonly Area[]> {
    return new Map(this.record(sheet).colourRules.map((rule) => [rule, rule.areas(this.engine)]));
  }

  /** Cells moved: what is kept beside them moves too. @param rules where the colour rules stood before */
  cellsMoved(
    move: (area: Area) => Area | null,
    sheet: string,
    rules: ReadonlyMap<ColourRuleRecord, readonly Area[]>,
  ): void {
    const record = this.record(sheet);
    for (const [rule, areas] of rules) {
      const now = areas.flatMap((area) => move(area) ?? []);
      if (now.length > 0) rule.follow(now, this.engine);
      else record.colourRules.splice(record.colourRules.indexOf(rule), 1);
    }
    if (rules.size > 0) this.colourRulesChanged(sheet);
    record.locks = record.locks.flatMap((lock) => {
      const area = move(lock.area);
      return area ? [{ ...lock, area }] : [];
    });
    if (record.filter) record.filter = move(record.filter);
    const { pageSetup } = record;
    if (pageSetup) {
      const { printArea, titleRows, titleColumns } = pageSetup;
      pageSetup.printArea = printArea && move(printArea);
      pageSetup.titleRows = titleRows && move(titleRows);
      pageSetup.titleColumns = titleColumns && move(titleColumns);
    }
    record.notes = record.notes.flatMap((note) => {
      const area = move(note.area);
      return area ? [{ ...note, area }] : [];
    });
    for (const table of this.tables.filter((each) => each.area.sheet === sheet))
      table.area = move(table.area) ?? table.area;
    const moveOn = <Place extends Area | null>(area: Place): Place | null =>
      area?.sheet === sheet ? (move(area) as Place | null) : area;
    for (const { charts } of this.records.values())
      for (const chart of charts) {
        chart.corner.cell = moveOn(chart.corner.cell) ?? chart.corner.cell;
        for (const series of chart.series) {
          series.nameCell = moveOn(series.nameCell);
          series.values = moveOn(series.values);
          series.categories = moveOn(series.categories);
        }
      }
  }

  // ---- colour rules are handed over once per request, however many of their parts were set

  colourRulesChanged(sheet: string): void {
    this.dirtyColourRules.add(sheet);
  }

  handOverColourRules(): void {
    for (const sheet of this.dirtyColourRules)
      if (this.engine.sheets().some((each) => each.id === sheet))
        this.engine.setColourRules(
          sheet,
          this.record(sheet).colourRules.map((rule) => rule.toEngine(this.engine)),
        );
    this.dirtyColourRules.clear();
  }

  // ---- events

  register(type: number, target: string): void {
    const key = `${type}|${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type}|${target}`;
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  /** The add-in's page is gone, and its handlers with it. */
  unregisterAll(): void {
    this.registered.clear();
    this.waitingEvents.splice(0);
  }

  /** Tells both the handlers of one object and those of its collection. */
  raise(type: number, target: string | null, body: Record<string, unknown>): void {
    if (!this.eventsEnabled) return;
    for (const each of target === null ? [WORKBOOK_TARGET] : [target, WORKBOOK_TARGET])
      if (this.registered.has(`${type}|${each}`)) this.waitingEvents.push({ type, target: each, body });
  }

  /** Events reach the add-in after the answer to the request that caused them. */
  tellEvents(): void {
    this.known = this.namedSheets();
    const events = this.waitingEvents.splice(0);
    if (events.length) this.listener.events?.(events);
  }

  changed(area: Area, changeType: string, source: "add-in" | "person", details?: Record<string, unknown>): void {
    const body = {
      type: "WorksheetChanged",
      changeType,
      source: "Local",
      triggerSource: source === "add-in" ? "ThisLocalAddin" : "Unknown",
      worksheetId: sheetKey(area.sheet),
      address: addressOf(area),
      shiftDirection: "None",
      referenceId: [area.sheet, area.row, area.column, area.rows, area.columns].join("|"),
      ...details,
    };
    this.raise(EVENT.worksheetChanged, sheetKey(area.sheet), body);
    for (const table of this.tables)
      if (intersection(table.area, area))
        this.raise(EVENT.tableChanged, table.id, {
          type: "TableChanged",
          changeType,
          source: "Local",
          tableId: table.id,
          worksheetId: sheetKey(area.sheet),
          address: addressOf(area),
        });
  }

  /** The area a change event's reference stands for. */
  eventArea(reference: string): Area {
    const [sheet = "", ...numbers] = reference.split("|");
    const [row = 0, column = 0, rows = 1, columns = 1] = numbers.map(Number);
    return { sheet, row, column, rows, columns };
  }

  sheetEvent(type: number, name: string, sheet: string, more: Record<string, unknown> = {}): void {
    const onlyForCollection = type === EVENT.worksheetAdded || type === EVENT.worksheetDeleted;
    this.raise(type, onlyForCollection ? null : sheetKey(sheet), {
      type: name,
      source: "Local",
      worksheetId: sheetKey(sheet),
      ...more,
    });
  }

  private namedSheets(): ReadonlyMap<string, string> {
    return new Map(this.engine.sheets().map((sheet) => [sheet.id, sheet.name]));
  }

  private listenToPeople(): void {
    this.known = this.namedSheets();
    this.engine.events.edited = (area) => {
      this.changed(area, "RangeEdited", "person");
      this.tellEvents();
    };
    this.engine.events.selected = (area) => {
      this.raise(EVENT.worksheetSelectionChanged, sheetKey(area.sheet), {
        type: "WorksheetSelectionChanged",
        worksheetId: sheetKey(area.sheet),
        address: addressOf(area),
      });
      this.tellEvents();
      this.listener.selectionChanged?.();
    };
    this.engine.events.activated = (sheet, previous) => {
      if (previous && this.engine.sheets().some((each) => each.id === previous))
        this.sheetEvent(EVENT.worksheetDeactivated, "WorksheetDeactivated", previous);
      this.sheetEvent(EVENT.worksheetActivated, "WorksheetActivated", sheet);
      this.tellEvents();
    };
    this.engine.events.sheetsChanged = () => {
      const { known } = this;
      const now = this.namedSheets();
      for (const id of known.keys()) if (!now.has(id)) this.sheetEvent(EVENT.worksheetDeleted, "WorksheetDeleted", id);
      for (const [id, name] of now) {
        const before = known.get(id);
        if (before === undefined) this.sheetEvent(EVENT.worksheetAdded, "WorksheetAdded", id);
        else if (before !== name)
          this.sheetEvent(EVENT.worksheetNameChanged, "WorksheetNameChanged", id, {
            nameBefore: before,
            nameAfter: name,
          });
      }
      this.tellEvents();
    };
    this.engine.events.calculated = () => {
      this.raise(EVENT.worksheetCalculated, null, {
        type: "WorksheetCalculated",
        worksheetId: sheetKey(this.engine.activeSheet()),
        address: "",
      });
      this.tellEvents();
    };
  }
}

/** A sheet's id as it travels: Excel writes it in braces. */
export const sheetKey = (sheet: string): string => `{${sheet}}`;
