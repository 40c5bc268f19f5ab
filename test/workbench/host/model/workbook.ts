import { OfficeError } from "../errors";
import { flag, text, word } from "./check";
import { NamedItemCollection } from "./names";
import { NULL_OBJECT, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";
import { CustomXmlPartCollection, SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WorksheetCollection } from "./worksheets";

export class Workbook extends OfficeObject {
  readonly className = "Workbook";
  isDirty = false;
  readonly autoSave = false;
  readonly readOnly = false;
  readonly previouslySaved = false;

  get name(): string {
    return this.host.options.workbookName;
  }
  get application(): Application {
    return new Application(this.host);
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.host);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.host, null);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.host);
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.host);
  }
  get tables(): TableCollection {
    return new TableCollection(this.host, null);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.host);
  }
  get properties(): DocumentProperties {
    return new DocumentProperties(this.host);
  }

  getSelectedRange(): Range {
    return new Range(this.host, this.host.engine.selection());
  }
  getActiveCell(): Range {
    return new Range(this.host, { ...this.host.engine.selection(), rows: 1, columns: 1 });
  }

  /** The reader of files is loaded when a file comes, for it is large. */
  async insertWorksheetsFromBase64(base64File: unknown, options: unknown): Promise<string[]> {
    const { insertSheets } = await import("../../xlsx/insertSheets");
    return insertSheets(this.host, base64File, options);
  }

  /** The cells a change event is about: the library asks for them by the event's reference. */
  _GetRangeForEventByReferenceId(reference: unknown): Range {
    return new Range(this.host, this.host.eventArea(text(reference, "the event's reference")));
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: unknown): Range | NullObject {
    const area = this.host.eventArea(text(reference, "the event's reference"));
    return this.host.engine.sheets().some((sheet) => sheet.id === area.sheet)
      ? new Range(this.host, area)
      : NULL_OBJECT;
  }
}

export class Application extends OfficeObject {
  readonly className = "Application";

  get calculationMode(): string {
    return this.host.calculationMode;
  }
  set calculationMode(value: unknown) {
    this.host.calculationMode = word(value, ["Automatic", "AutomaticExceptTables", "Manual"], "calculationMode");
  }
  get calculationState(): string {
    return this.host.engine.isCalculating() ? "Calculating" : "Done";
  }
  get calculationEngineVersion(): number {
    return 191_029;
  }
  get decimalSeparator(): string {
    return ".";
  }
  get thousandsSeparator(): string {
    return ",";
  }
  get useSystemSeparators(): boolean {
    return true;
  }

  calculate(kind: unknown): void {
    const wanted = word(kind, ["Recalculate", "Full", "FullRebuild"], "calculationType");
    if (wanted === "Recalculate") return;
    this.host.listener.forgetAnswers?.();
    this.host.engine.recalculate();
  }
  suspendApiCalculationUntilNextSync(): void {
    this.host.isCalculationSuspended = true;
  }
  suspendScreenUpdatingUntilNextSync(): void {}
}

export class WorkbookProtection extends OfficeObject {
  readonly className = "WorkbookProtection";

  get protected(): boolean {
    return this.host.workbookProtection !== null;
  }
  protect(password: unknown): void {
    if (this.protected) throw new OfficeError("AccessDenied", "the workbook is protected already");
    this.host.workbookProtection = {
      password: password === null || password === undefined ? null : text(password, "the password"),
    };
  }
  unprotect(password: unknown): void {
    const { workbookProtection } = this.host;
    if (workbookProtection && workbookProtection.password !== null && workbookProtection.password !== password)
      throw new OfficeError("BadPassword", "the workbook has another password");
    this.host.workbookProtection = null;
  }
}

/** Document properties: kept as text. */
export class DocumentProperties extends OfficeObject {
  readonly className = "DocumentProperties";
}

for (const name of ["author", "category", "comments", "company", "keywords", "manager", "subject", "title"])
  Object.defineProperty(DocumentProperties.prototype, name, {
    get(this: DocumentProperties) {
      return this.host.properties.get(name) ?? "";
    },
    set(this: DocumentProperties, value: unknown) {
      this.host.properties.set(name, text(value, name));
    },
  });

export class Runtime extends OfficeObject {
  readonly className = "Runtime";

  get enableEvents(): boolean {
    return this.host.eventsEnabled;
  }
  set enableEvents(value: unknown) {
    this.host.eventsEnabled = flag(value, "enableEvents");
  }
}
