/** The filter of a sheet: kept and saved. The workbench draws no buttons and hides no rows by it. */
import { OfficeError } from "../errors";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";

export class AutoFilter extends OfficeObject {
  readonly className = "AutoFilter";

  constructor(
    host: Host,
    private readonly sheet: string,
  ) {
    super(host);
  }

  get enabled(): boolean {
    return this.host.record(this.sheet).filter !== null;
  }
  get isDataFiltered(): boolean {
    return false;
  }

  /** Puts the buttons on the first row of a range. */
  apply(range: unknown, columnIndex: unknown, criteria: unknown): void {
    if ([columnIndex, criteria].some((given) => given !== null && given !== undefined))
      throw new OfficeError("NotImplemented", "the workbench does not filter by criteria");
    this.host.mustAllow(this.sheet, "allowAutoFilter");
    this.host.record(this.sheet).filter = Range.from(this.host, range, this.sheet).area;
  }
  remove(): void {
    this.host.mustAllow(this.sheet, "allowAutoFilter");
    this.host.record(this.sheet).filter = null;
  }

  getRange(): Range {
    const { filter } = this.host.record(this.sheet);
    if (!filter) throw new OfficeError("ItemNotFound", "the sheet has no filter");
    return new Range(this.host, filter);
  }
  getRangeOrNullObject(): Range | NullObject {
    const { filter } = this.host.record(this.sheet);
    return filter ? new Range(this.host, filter) : NULL_OBJECT;
  }
}
