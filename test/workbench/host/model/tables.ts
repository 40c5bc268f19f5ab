/** Tables: enough to make one, name it, find it and read its parts. Structured references are not emulated. */
import { intersection } from "../../engine/address";
import type { Area } from "../../engine/engine";
import { invalid, OfficeError } from "../errors";
import { flag, integer, text } from "./check";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";
import { Worksheet } from "./worksheets";

export interface TableRecord {
  readonly id: string;
  name: string;
  area: Area;
  plain: Record<string, unknown>;
}

const HEADER_FILL = "#4472C4";
const HEADER_FONT = "#FFFFFF";
const BAND_FILL = "#D9E1F2";

abstract class Tables extends OfficeCollection<Table> {
  protected abstract includes(table: TableRecord): boolean;

  get items(): Table[] {
    return this.host.tables.filter((table) => this.includes(table)).map((table) => new Table(this.host, table.id));
  }

  protected find(key: unknown): Table | null {
    const wanted = String(key).toLowerCase();
    const found = this.host.tables.find(
      (table) => this.includes(table) && (table.id === String(key) || table.name.toLowerCase() === wanted),
    );
    return found ? new Table(this.host, found.id) : null;
  }

  getCount(): number {
    return this.items.length;
  }
  getItem(key: unknown): Table {
    const found = this.find(key);
    if (!found) throw new OfficeError("ItemNotFound", `there is no table “${String(key)}”`);
    return found;
  }
  getItemOrNullObject(key: unknown): Table | NullObject {
    return this.find(key) ?? NULL_OBJECT;
  }
}

export class TableCollection extends Tables {
  readonly className = "TableCollection";

  constructor(
    host: Host,
    private readonly sheet: string | null,
  ) {
    super(host);
  }

  protected includes(table: TableRecord): boolean {
    return this.sheet === null || table.area.sheet === this.sheet;
  }

  get count(): number {
    return this.items.length;
  }

  getItemAt(index: unknown): Table {
    const found = this.items[integer(index, "index", 0)];
    if (!found) throw invalid(`there is no table number ${String(index)}`);
    return found;
  }

  add(address: unknown, hasHeaders: unknown): Table {
    const sheet = this.sheet ?? this.host.engine.activeSheet();
    const range = Range.from(this.host, address, sheet);
    this.host.mustBeWritable(range.area);
    if (this.host.tables.some((table) => intersection(table.area, range.area)))
      throw invalid("a table cannot overlap another");
    let area = range.area;
    if (!flag(hasHeaders, "hasHeaders")) {
      // Excel puts a row of headers above the data.
      area = { ...area, rows: area.rows + 1 };
      const contents = this.host.engine
        .read(range.area)
        .map((row) => row.map((cell) => (cell.formula ? { formula: cell.formula } : { value: cell.value })));
      this.host.engine.write({ ...range.area, row: range.area.row + 1 }, contents);
      this.host.engine.write({ ...range.area, rows: 1 }, [
        Array.from({ length: area.columns }, (_, column) => ({ value: `列${column + 1}` })),
      ]);
    }
    const id = String(this.host.nextSerial());
    this.host.tables.push({
      id,
      name: `表${this.host.tables.length + 1}`,
      area,
      plain: {
        style: "TableStyleMedium2",
        showHeaders: true,
        showTotals: false,
        showFilterButton: true,
        showBandedRows: true,
        showBandedColumns: false,
        highlightFirstColumn: false,
        highlightLastColumn: false,
      },
    });
    this.host.engine.restyle({ ...area, rows: 1 }, { fill: HEADER_FILL, fontColour: HEADER_FONT, bold: true });
    for (let row = 1; row < area.rows; row += 2)
      this.host.engine.restyle({ ...area, row: area.row + row, rows: 1 }, { fill: BAND_FILL });
    return new Table(this.host, id);
  }
}

export class TableScopedCollection extends Tables {
  readonly className = "TableScopedCollection";

  constructor(
    host: Host,
    private readonly area: Area,
    private readonly fullyContained: boolean,
  ) {
    super(host);
  }

  protected includes(table: TableRecord): boolean {
    const shared = intersection(table.area, this.area);
    return (
      !!shared && (!this.fullyContained || (shared.rows === table.area.rows && shared.columns === table.area.columns))
    );
  }
  getFirst(): Table {
    const [first] = this.items;
    if (!first) throw new OfficeError("ItemNotFound", "there is no table");
    return first;
  }
}

export class Table extends OfficeObject {
  readonly className = "Table";

  constructor(
    host: Host,
    readonly id: string,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }

  get record(): TableRecord {
    const found = this.host.tables.find((table) => table.id === this.id);
    if (!found) throw new OfficeError("ItemNotFound", "the table has been deleted");
    return found;
  }

  get name(): string {
    return this.record.name;
  }
  set name(value: unknown) {
    const name = text(value, "the table's name");
    if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name)) throw invalid(`“${name}” cannot name a table`);
    if (this.host.tables.some((table) => table.id !== this.id && table.name.toLowerCase() === name.toLowerCase()))
      throw new OfficeError("ItemAlreadyExists", `the table “${name}” exists`);
    this.record.name = name;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.host, this.record.area.sheet);
  }
  getRange(): Range {
    return new Range(this.host, this.record.area);
  }
  getHeaderRowRange(): Range {
    return this.getRange().getRow(0);
  }
  getDataBodyRange(): Range {
    const { area } = this.record;
    return new Range(this.host, { ...area, row: area.row + 1, rows: Math.max(1, area.rows - 1) });
  }
  convertToRange(): Range {
    const range = this.getRange();
    this.host.tables.splice(this.host.tables.indexOf(this.record), 1);
    return range;
  }
  resize(address: unknown): void {
    this.record.area = Range.from(this.host, address, this.record.area.sheet).area;
  }
  delete(): void {
    const { area } = this.record;
    this.host.tables.splice(this.host.tables.indexOf(this.record), 1);
    this.host.engine.clear(area, "all");
    this.host.changed(area, "RangeEdited", "add-in");
  }
}

for (const name of [
  "showBandedColumns",
  "showBandedRows",
  "showFilterButton",
  "showHeaders",
  "showTotals",
  "highlightFirstColumn",
  "highlightLastColumn",
  "style",
])
  Object.defineProperty(Table.prototype, name, {
    get(this: Table) {
      return this.record.plain[name];
    },
    set(this: Table, value: unknown) {
      this.record.plain[name] = name === "style" ? text(value, name) : flag(value, name);
    },
  });
