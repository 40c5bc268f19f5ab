/** Conditional formats in Excel's words. But for data bars and icon sets each is a formula in the end, and the spreadsheet only knows formulas. */
import { addressOf, intersection, without } from "../../engine/address";
import type { Area, ColourRule, DataBar, Engine, IconSet } from "../../engine/engine";
import { invalid, OfficeError } from "../errors";
import { colour, flag, integer, record, text, word } from "./check";
import { DataBarConditionalFormat, IconSetConditionalFormat, newDataBar, newIconSet } from "./graphicFormats";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";

const KINDS = ["Custom", "CellValue", "ContainsText", "DataBar", "IconSet"] as const;
type Kind = (typeof KINDS)[number];
const KNOWN_KINDS = [...KINDS, "ColorScale", "TopBottom", "PresetCriteria"];

const COMPARISONS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
} as const;

const bare = (formula: string): string => formula.replace(/^=/, "");

/** One rule as Excel keeps it, in the sheet's list of priorities. */
export class ColourRuleRecord {
  stopIfTrue = false;
  formula = "";
  cellValue: { formula1: string; formula2?: string; operator: keyof typeof COMPARISONS } | null = null;
  text: { operator: string; text: string } | null = null;
  graphic: DataBar | IconSet | null = null;
  fill: string | null = null;
  fontColour: string | null = null;
  bold: boolean | null = null;
  italic: boolean | null = null;
  strikethrough: boolean | null = null;
  underline: string | null = null;

  constructor(
    readonly id: string,
    readonly kind: Kind,
    private firstAreas: readonly Area[],
  ) {}

  /** Whether it was put elsewhere, and the spreadsheet has not heard of it yet. */
  private isMoved = false;

  /** Where the rule stands now: a person may have inserted rows since it was made. */
  areas(engine: Engine): readonly Area[] {
    if (this.isMoved) return this.firstAreas;
    const sheet = this.firstAreas[0]?.sheet ?? "";
    const now = engine.colourRules(sheet).find((rule) => rule.id === this.id)?.areas;
    if (now) this.firstAreas = now;
    return this.firstAreas;
  }

  moveTo(areas: readonly Area[]): void {
    this.firstAreas = areas;
    this.isMoved = true;
  }

  /** Cells were inserted or deleted: where the rule stands, and what its formula names from there. */
  follow(areas: readonly Area[], engine: Engine): void {
    const [from, to] = [this.firstAreas[0], areas[0]];
    if (from && to && this.formula)
      this.formula = engine.shiftFormula(this.formula, to.row - from.row, to.column - from.column);
    this.moveTo(areas);
  }

  /** The same rule on other cells; what its formulas name moves along. */
  copy(id: string, areas: readonly Area[], engine: Engine): ColourRuleRecord {
    const { firstAreas, ...rest } = this;
    const [from, to] = [firstAreas[0], areas[0]];
    const copied = Object.assign(new ColourRuleRecord(id, this.kind, areas), { ...rest, id });
    if (from && to && copied.formula)
      copied.formula = engine.shiftFormula(copied.formula, to.row - from.row, to.column - from.column);
    return copied;
  }

  /** The rule as a formula for its first cell. */
  condition(): string {
    const first = this.firstAreas[0];
    const cell = first ? addressOf({ ...first, rows: 1, columns: 1 }) : "A1";
    if (this.kind === "Custom") return this.formula ? `=${bare(this.formula)}` : "";
    if (this.kind === "CellValue") {
      if (!this.cellValue) return "";
      const { operator } = this.cellValue;
      const low = bare(this.cellValue.formula1);
      const high = bare(this.cellValue.formula2 ?? "");
      if (operator === "Between") return `=AND(${cell}>=${low},${cell}<=${high})`;
      if (operator === "NotBetween") return `=OR(${cell}<${low},${cell}>${high})`;
      return `=${cell}${COMPARISONS[operator]}${low}`;
    }
    if (!this.text) return "";
    const quoted = `"${this.text.text.replaceAll('"', '""')}"`;
    const length = this.text.text.length;
    switch (this.text.operator) {
      case "NotContains":
        return `=NOT(ISNUMBER(SEARCH(${quoted},${cell})))`;
      case "BeginsWith":
        return `=LEFT(${cell},${length})=${quoted}`;
      case "EndsWith":
        return `=RIGHT(${cell},${length})=${quoted}`;
      default:
        return `=ISNUMBER(SEARCH(${quoted},${cell}))`;
    }
  }

  toEngine(engine: Engine): ColourRule {
    const areas = this.areas(engine);
    this.isMoved = false;
    return {
      id: this.id,
      graphic: this.graphic,
      areas,
      formula: this.condition(),
      stopIfTrue: this.stopIfTrue,
      fill: this.fill,
      fontColour: this.fontColour,
      bold: this.bold,
      italic: this.italic,
    };
  }
}

export class ConditionalFormatCollection extends OfficeCollection<ConditionalFormat> {
  readonly className = "ConditionalFormatCollection";

  constructor(
    host: Host,
    private readonly area: Area,
  ) {
    super(host);
  }

  private get records(): ColourRuleRecord[] {
    return this.host.record(this.area.sheet).colourRules;
  }

  get items(): ConditionalFormat[] {
    return this.records
      .filter((rule) => rule.areas(this.host.engine).some((area) => intersection(area, this.area)))
      .map((rule) => new ConditionalFormat(this.host, this.area.sheet, rule.id));
  }

  /** A new rule stands above the others. */
  add(kind: unknown): ConditionalFormat {
    this.host.mustAllow(this.area.sheet, "allowFormatCells");
    word(kind, KNOWN_KINDS, "the kind of conditional format");
    if (!KINDS.includes(kind as Kind))
      throw new OfficeError("NotImplemented", `conditional formats of kind ${String(kind)} are not emulated`);
    const rule = new ColourRuleRecord(`{cf-${this.host.nextSerial()}}`, kind as Kind, [this.area]);
    if (kind === "DataBar") rule.graphic = newDataBar();
    if (kind === "IconSet") rule.graphic = newIconSet("ThreeTrafficLights1");
    this.records.unshift(rule);
    this.host.colourRulesChanged(this.area.sheet);
    return new ConditionalFormat(this.host, this.area.sheet, rule.id);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(id: unknown): ConditionalFormat {
    const found = this.items.find((item) => item.id === id);
    if (!found)
      throw new OfficeError(
        "ItemNotFound",
        `there is no conditional format ${String(id)} on ${this.host.addressOf(this.area)}`,
      );
    return found;
  }

  getItemOrNullObject(id: unknown): ConditionalFormat | NullObject {
    return this.items.find((item) => item.id === id) ?? NULL_OBJECT;
  }

  getItemAt(index: unknown): ConditionalFormat {
    const found = this.items[integer(index, "the index", 0)];
    if (!found) throw invalid(`there is no conditional format number ${String(index)}`);
    return found;
  }

  /** Takes on the rules of other cells, of an area as large, in place of these cells' own. */
  pasteFrom(from: Area): void {
    const { engine } = this.host;
    this.clearAll();
    for (const rule of this.host.record(from.sheet).colourRules) {
      const areas = rule.areas(engine).flatMap((area) => intersection(area, from) ?? []);
      if (areas.length === 0) continue;
      const moved = areas.map((area) => ({
        ...area,
        sheet: this.area.sheet,
        row: area.row + this.area.row - from.row,
        column: area.column + this.area.column - from.column,
      }));
      this.records.push(rule.copy(`{cf-${this.host.nextSerial()}}`, moved, engine));
    }
    this.host.colourRulesChanged(this.area.sheet);
  }

  /** Takes the rules off these cells; a rule that reaches further stays on the rest. */
  clearAll(): void {
    for (const rule of [...this.records]) {
      const areas = rule.areas(this.host.engine);
      if (!areas.some((area) => intersection(area, this.area))) continue;
      const rest = areas.flatMap((area) => without(area, this.area));
      if (rest.length) rule.moveTo(rest);
      else this.records.splice(this.records.indexOf(rule), 1);
      this.host.colourRulesChanged(this.area.sheet);
    }
  }
}

export class ConditionalFormat extends OfficeObject {
  readonly className = "ConditionalFormat";

  constructor(
    host: Host,
    private readonly sheet: string,
    readonly id: string,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }

  get rule(): ColourRuleRecord {
    const found = this.host.record(this.sheet).colourRules.find((rule) => rule.id === this.id);
    if (!found) throw new OfficeError("ItemNotFound", "the conditional format has been deleted");
    return found;
  }

  changed(): void {
    this.host.colourRulesChanged(this.sheet);
  }

  get type(): string {
    return this.rule.kind;
  }

  get stopIfTrue(): boolean {
    return this.rule.stopIfTrue;
  }
  set stopIfTrue(value: unknown) {
    this.rule.stopIfTrue = flag(value, "stopIfTrue");
    this.changed();
  }

  get priority(): number {
    return this.host.record(this.sheet).colourRules.indexOf(this.rule);
  }
  set priority(value: unknown) {
    const rules = this.host.record(this.sheet).colourRules;
    const place = integer(value, "priority", -rules.length, rules.length - 1);
    const rule = this.rule;
    rules.splice(rules.indexOf(rule), 1);
    rules.splice(place < 0 ? rules.length + 1 + place : place, 0, rule);
    this.changed();
  }

  private part<Part>(kind: Kind, part: Part): Part {
    if (this.rule.kind !== kind)
      throw new OfficeError("InvalidOperation", `the conditional format is ${this.rule.kind}, not ${kind}`);
    return part;
  }

  get custom(): CustomConditionalFormat {
    return this.part("Custom", new CustomConditionalFormat(this.host, this));
  }
  get customOrNullObject(): CustomConditionalFormat | NullObject {
    return this.rule.kind === "Custom" ? this.custom : NULL_OBJECT;
  }
  get cellValue(): CellValueConditionalFormat {
    return this.part("CellValue", new CellValueConditionalFormat(this.host, this));
  }
  get cellValueOrNullObject(): CellValueConditionalFormat | NullObject {
    return this.rule.kind === "CellValue" ? this.cellValue : NULL_OBJECT;
  }
  get textComparison(): TextConditionalFormat {
    return this.part("ContainsText", new TextConditionalFormat(this.host, this));
  }
  get textComparisonOrNullObject(): TextConditionalFormat | NullObject {
    return this.rule.kind === "ContainsText" ? this.textComparison : NULL_OBJECT;
  }

  get dataBar(): DataBarConditionalFormat {
    return this.part("DataBar", new DataBarConditionalFormat(this.host, this));
  }
  get dataBarOrNullObject(): DataBarConditionalFormat | NullObject {
    return this.rule.kind === "DataBar" ? this.dataBar : NULL_OBJECT;
  }
  get iconSet(): IconSetConditionalFormat {
    return this.part("IconSet", new IconSetConditionalFormat(this.host, this));
  }
  get iconSetOrNullObject(): IconSetConditionalFormat | NullObject {
    return this.rule.kind === "IconSet" ? this.iconSet : NULL_OBJECT;
  }

  getRange(): Range {
    const [area, ...more] = this.rule.areas(this.host.engine);
    if (!area || more.length) throw new OfficeError("InvalidOperation", "the conditional format covers several ranges");
    return new Range(this.host, area);
  }

  getRangeOrNullObject(): Range | NullObject {
    const [area, ...more] = this.rule.areas(this.host.engine);
    return area && !more.length ? new Range(this.host, area) : NULL_OBJECT;
  }

  delete(): void {
    const rules = this.host.record(this.sheet).colourRules;
    rules.splice(rules.indexOf(this.rule), 1);
    this.changed();
  }
}

abstract class Part extends OfficeObject {
  constructor(
    host: Host,
    protected readonly owner: ConditionalFormat,
  ) {
    super(host);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.host, this.owner);
  }
}

export class CustomConditionalFormat extends Part {
  readonly className = "CustomConditionalFormat";

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.host, this.owner);
  }
}

export class ConditionalFormatRule extends OfficeObject {
  readonly className = "ConditionalFormatRule";

  constructor(
    host: Host,
    private readonly owner: ConditionalFormat,
  ) {
    super(host);
  }

  get formula(): string {
    return this.owner.rule.formula;
  }
  set formula(value: unknown) {
    const formula = text(value, "the rule's formula");
    const problem = this.host.engine.formulaProblem(`=${bare(formula)}`);
    if (!bare(formula).trim() || problem)
      throw invalid(`“${formula}” is no formula for a rule${problem ? `: ${problem}` : ""}`);
    this.owner.rule.formula = formula.startsWith("=") ? formula : `=${formula}`;
    this.owner.changed();
  }
}

export class CellValueConditionalFormat extends Part {
  readonly className = "CellValueConditionalFormat";

  get rule(): unknown {
    return this.owner.rule.cellValue ?? {};
  }
  set rule(value: unknown) {
    const rule = record(value, ["formula1", "formula2", "operator"], "the cell value rule");
    const operator = word(
      rule.operator,
      Object.keys(COMPARISONS) as (keyof typeof COMPARISONS)[],
      "the rule's operator",
    );
    const formula1 = text(rule.formula1, "formula1");
    const isBetween = operator === "Between" || operator === "NotBetween";
    if (isBetween && typeof rule.formula2 !== "string") throw invalid("a rule “between” needs formula2");
    this.owner.rule.cellValue = {
      formula1,
      operator,
      ...(typeof rule.formula2 === "string" ? { formula2: rule.formula2 } : {}),
    };
    this.owner.changed();
  }
}

export class TextConditionalFormat extends Part {
  readonly className = "TextConditionalFormat";

  get rule(): unknown {
    return this.owner.rule.text ?? {};
  }
  set rule(value: unknown) {
    const rule = record(value, ["operator", "text"], "the text rule");
    const operator = word(rule.operator, ["Contains", "NotContains", "BeginsWith", "EndsWith"], "the rule's operator");
    this.owner.rule.text = { operator, text: text(rule.text, "the rule's text") };
    this.owner.changed();
  }
}

export class ConditionalRangeFormat extends OfficeObject {
  readonly className = "ConditionalRangeFormat";

  constructor(
    host: Host,
    private readonly owner: ConditionalFormat,
  ) {
    super(host);
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.host, this.owner);
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.host, this.owner);
  }
}

export class ConditionalRangeFill extends OfficeObject {
  readonly className = "ConditionalRangeFill";

  constructor(
    host: Host,
    private readonly owner: ConditionalFormat,
  ) {
    super(host);
  }

  get color(): string {
    return this.owner.rule.fill ?? "";
  }
  set color(value: unknown) {
    this.owner.rule.fill = colour(value, "the fill's color");
    this.owner.changed();
  }

  clear(): void {
    this.owner.rule.fill = null;
    this.owner.changed();
  }
}

export class ConditionalRangeFont extends OfficeObject {
  readonly className = "ConditionalRangeFont";

  constructor(
    host: Host,
    private readonly owner: ConditionalFormat,
  ) {
    super(host);
  }

  get color(): string {
    return this.owner.rule.fontColour ?? "";
  }
  set color(value: unknown) {
    this.owner.rule.fontColour = colour(value, "the font's color");
    this.owner.changed();
  }

  get bold(): boolean | null {
    return this.owner.rule.bold;
  }
  set bold(value: unknown) {
    this.owner.rule.bold = flag(value, "bold");
    this.owner.changed();
  }

  get italic(): boolean | null {
    return this.owner.rule.italic;
  }
  set italic(value: unknown) {
    this.owner.rule.italic = flag(value, "italic");
    this.owner.changed();
  }

  get strikethrough(): boolean | null {
    return this.owner.rule.strikethrough;
  }
  set strikethrough(value: unknown) {
    this.owner.rule.strikethrough = flag(value, "strikethrough");
  }

  get underline(): string | null {
    return this.owner.rule.underline;
  }
  set underline(value: unknown) {
    this.owner.rule.underline = word(value, ["None", "Single", "Double"], "underline");
  }

  clear(): void {
    Object.assign(this.owner.rule, {
      fontColour: null,
      bold: null,
      italic: null,
      strikethrough: null,
      underline: null,
    });
    this.owner.changed();
  }
}
