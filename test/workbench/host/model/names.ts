import { parseCells, splitSheet } from "../../engine/address";
import type { DefinedName } from "../../engine/engine";
import { invalid, OfficeError } from "../errors";
import { text } from "./check";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";
import { Worksheet } from "./worksheets";

/** Letters, digits, dots and underscores; nothing that reads as a cell. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** The cells a plain reference formula names, null for constants and calculations. */
export function cellsOf(host: Host, formula: string): Range | null {
  const parts = splitSheet(formula.replace(/^=/, ""));
  const cells = parts && parseCells(parts.cells.replaceAll("$", ""));
  const sheet = parts?.sheet ? host.findSheet(parts.sheet) : null;
  return cells && sheet ? new Range(host, { sheet, ...cells }) : null;
}

/** "$A$1:$B$2" of "A1:B2": names hold their cells fixed. */
const fixed = (address: string): string => address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

export class NamedItemCollection extends OfficeCollection<NamedItem> {
  readonly className = "NamedItemCollection";

  constructor(
    host: Host,
    /** The sheet whose own names these are, null for the workbook's. */
    private readonly sheet: string | null,
  ) {
    super(host);
  }

  get items(): NamedItem[] {
    return this.host.engine
      .names()
      .filter((name) => name.sheet === this.sheet)
      .map((name) => new NamedItem(this.host, name.name, this.sheet));
  }

  private find(name: unknown): NamedItem | null {
    const wanted = text(name, "the name").toLowerCase();
    const found = this.host.engine
      .names()
      .find((each) => each.sheet === this.sheet && each.name.toLowerCase() === wanted);
    return found ? new NamedItem(this.host, found.name, this.sheet) : null;
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(name: unknown): NamedItem {
    const found = this.find(name);
    if (!found) throw new OfficeError("ItemNotFound", `there is no name “${String(name)}”`);
    return found;
  }

  getItemOrNullObject(name: unknown): NamedItem | NullObject {
    return this.find(name) ?? NULL_OBJECT;
  }

  add(nameArgument: unknown, reference: unknown, comment: unknown): NamedItem {
    const name = text(nameArgument, "the name");
    if (!NAME.test(name) || name.length > 255 || parseCells(name)) throw invalid(`“${name}” cannot be a name`);
    if (this.find(name)) throw new OfficeError("ItemAlreadyExists", `the name “${name}” exists`);
    let formula: string;
    if (reference instanceof Range) formula = `=${fixed(this.host.addressOf(reference.area))}`;
    else if (typeof reference === "number" || typeof reference === "boolean")
      formula = `=${String(reference).toUpperCase()}`;
    else {
      const written = text(reference, "the name's formula");
      formula = written.startsWith("=") ? written : `="${written.replaceAll('"', '""')}"`;
    }
    this.host.engine.setName({
      name,
      formula,
      comment: comment === null || comment === undefined ? "" : text(comment, "the comment"),
      isVisible: true,
      sheet: this.sheet,
    });
    return new NamedItem(this.host, name, this.sheet);
  }
}

export class NamedItem extends OfficeObject {
  readonly className = "NamedItem";

  constructor(
    host: Host,
    private readonly key: string,
    private readonly sheet: string | null,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.key };
  }

  private get facts(): DefinedName {
    const found = this.host.engine.names().find((each) => each.name === this.key && each.sheet === this.sheet);
    if (!found) throw new OfficeError("ItemNotFound", `the name “${this.key}” has been deleted`);
    return found;
  }

  get name(): string {
    return this.facts.name;
  }

  get formula(): string {
    return this.facts.formula;
  }
  set formula(formula: unknown) {
    this.host.engine.setName({ ...this.facts, formula: text(formula, "formula") });
  }

  get comment(): string {
    return this.facts.comment;
  }
  set comment(comment: unknown) {
    this.host.engine.setName({ ...this.facts, comment: text(comment, "comment") });
  }

  get visible(): boolean {
    return this.facts.isVisible;
  }
  set visible(visible: unknown) {
    this.host.engine.setName({ ...this.facts, isVisible: visible === true });
  }

  get scope(): string {
    return this.sheet === null ? "Workbook" : "Worksheet";
  }

  get type(): string {
    const formula = this.facts.formula;
    if (cellsOf(this.host, formula)) return "Range";
    if (/^="/.test(formula)) return "String";
    if (/^=(TRUE|FALSE)$/i.test(formula)) return "Boolean";
    return Number.isNaN(Number(formula.slice(1))) ? "String" : "Double";
  }

  get value(): unknown {
    const range = cellsOf(this.host, this.facts.formula);
    if (range) return this.host.addressOf(range.area);
    const written = this.facts.formula.slice(1);
    if (written.startsWith('"')) return written.slice(1, -1).replaceAll('""', '"');
    return Number.isNaN(Number(written)) ? written : Number(written);
  }

  get worksheet(): Worksheet {
    if (this.sheet === null) throw new OfficeError("InvalidOperation", "the name belongs to the workbook");
    return new Worksheet(this.host, this.sheet);
  }

  get worksheetOrNullObject(): Worksheet | NullObject {
    return this.sheet === null ? NULL_OBJECT : new Worksheet(this.host, this.sheet);
  }

  getRange(): Range {
    const range = cellsOf(this.host, this.facts.formula);
    if (!range) throw new OfficeError("InvalidOperation", `the name “${this.key}” names no range`);
    return range;
  }

  getRangeOrNullObject(): Range | NullObject {
    return cellsOf(this.host, this.facts.formula) ?? NULL_OBJECT;
  }

  delete(): void {
    this.host.engine.removeName(this.facts.name, this.sheet);
  }
}
