/** How cells look. One answer stands for all cells of the range; a mixture answers null (or "" for colours), as in Excel. */
import type { Area, Border, BorderLine, BorderSide, CellStyle, StylePatch } from "../../engine/engine";
import { OfficeError } from "../errors";
import { colour, common, flag, integer, number, text, word } from "./check";
import type { Host } from "./host";
import { OfficeCollection, OfficeObject } from "./object";

/** Excel's lengths are points, the screen's are pixels. */
const PIXELS_PER_POINT = 4 / 3;
/** What Excel answers for cells nobody has formatted. */
const DEFAULT = { fontName: "等线", fontSize: 11, fontColour: "#000000", fill: "#FFFFFF" } as const;
/** Styles are asked of at most so many cells; whole columns are looked at in their first rows. */
const MOST_LOOKED_AT = 50_000;

const HORIZONTAL = {
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Justify: "justify",
  Distributed: "distributed",
  CenterAcrossSelection: "center",
  Fill: "left",
} as const;
const VERTICAL = { Top: "top", Center: "center", Bottom: "bottom", Justify: "center", Distributed: "center" } as const;
const LINES: Record<string, Record<string, BorderLine>> = {
  Continuous: { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" },
  Dash: { Hairline: "dashed", Thin: "dashed", Medium: "dashed", Thick: "dashed" },
  DashDot: { Hairline: "dashDot", Thin: "dashDot", Medium: "dashDot", Thick: "dashDot" },
  DashDotDot: { Hairline: "dashDotDot", Thin: "dashDotDot", Medium: "dashDotDot", Thick: "dashDotDot" },
  Dot: { Hairline: "dotted", Thin: "dotted", Medium: "dotted", Thick: "dotted" },
  Double: { Hairline: "double", Thin: "double", Medium: "double", Thick: "double" },
};

/** The part of an area whose styles are looked at. */
function looked(area: Area): Area {
  if (area.rows * area.columns <= MOST_LOOKED_AT) return area;
  const columns = Math.min(area.columns, 50);
  return { ...area, columns, rows: Math.min(area.rows, Math.floor(MOST_LOOKED_AT / columns)) };
}

abstract class Look extends OfficeObject {
  constructor(
    host: Host,
    protected readonly area: Area,
  ) {
    super(host);
  }

  protected shared<Value>(value: (style: CellStyle) => Value, mixed: Value): Value {
    return common(
      this.host.engine.styles(looked(this.area)).map((row) => row.map(value)),
      mixed,
    );
  }

  protected restyle(patch: StylePatch): void {
    this.host.mustAllow(this.area.sheet, "allowFormatCells");
    this.host.engine.restyle(this.area, patch);
  }
}

export class RangeFormat extends Look {
  readonly className = "RangeFormat";

  get fill(): RangeFill {
    return new RangeFill(this.host, this.area);
  }
  get font(): RangeFont {
    return new RangeFont(this.host, this.area);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.host, this.area);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.host, this.area);
  }

  get horizontalAlignment(): string | null {
    const found = this.shared<string | null>((style) => style.horizontal, null);
    return found === null ? null : (Object.entries(HORIZONTAL).find(([, each]) => each === found)?.[0] ?? "General");
  }
  set horizontalAlignment(value: unknown) {
    this.restyle({
      horizontal:
        HORIZONTAL[word(value, Object.keys(HORIZONTAL) as (keyof typeof HORIZONTAL)[], "horizontalAlignment")],
    });
  }

  get verticalAlignment(): string | null {
    const found = this.shared<string | null>((style) => style.vertical, null);
    return found === null ? null : (Object.entries(VERTICAL).find(([, each]) => each === found)?.[0] ?? "Bottom");
  }
  set verticalAlignment(value: unknown) {
    this.restyle({
      vertical: VERTICAL[word(value, Object.keys(VERTICAL) as (keyof typeof VERTICAL)[], "verticalAlignment")],
    });
  }

  get wrapText(): boolean | null {
    return this.shared<boolean | null>((style) => style.wrap, null);
  }
  set wrapText(value: unknown) {
    this.restyle({ wrap: flag(value, "wrapText") });
  }

  get indentLevel(): number | null {
    return this.shared<number | null>((style) => style.indent, null);
  }
  set indentLevel(value: unknown) {
    const indent = integer(value, "indentLevel", 0, 250);
    // Excel turns general alignment to the left when text is indented.
    const isGeneral = indent > 0 && this.shared<string | null>((style) => style.horizontal, null) === "general";
    this.restyle({ indent, ...(isGeneral ? { horizontal: "left" as const } : {}) });
  }

  get columnWidth(): number | null {
    const widths = Array.from({ length: Math.min(this.area.columns, 500) }, (_, column) =>
      this.host.engine.columnWidth(this.area.sheet, this.area.column + column),
    );
    return widths.every((width) => width === widths[0]) ? widths[0]! / PIXELS_PER_POINT : null;
  }
  set columnWidth(value: unknown) {
    this.host.mustAllow(this.area.sheet, "allowFormatColumns");
    // 255 characters are the most, about 1342 points.
    this.host.engine.setColumnWidth(this.area, number(value, "columnWidth", 0, 1342) * PIXELS_PER_POINT);
  }

  get rowHeight(): number | null {
    const heights = Array.from({ length: Math.min(this.area.rows, 2000) }, (_, row) =>
      this.host.engine.rowHeight(this.area.sheet, this.area.row + row),
    );
    return heights.every((height) => height === heights[0]) ? heights[0]! / PIXELS_PER_POINT : null;
  }
  set rowHeight(value: unknown) {
    this.host.mustAllow(this.area.sheet, "allowFormatRows");
    this.host.engine.setRowHeight(this.area, number(value, "rowHeight", 0, 409) * PIXELS_PER_POINT);
  }

  autofitColumns(): void {
    this.host.mustAllow(this.area.sheet, "allowFormatColumns");
    this.host.engine.autofitColumns(this.area);
  }
  autofitRows(): void {
    this.host.mustAllow(this.area.sheet, "allowFormatRows");
    this.host.engine.autofitRows(this.area);
  }
}

export class RangeFill extends Look {
  readonly className = "RangeFill";

  get color(): string {
    return this.shared((style) => style.fill ?? DEFAULT.fill, "");
  }
  set color(value: unknown) {
    this.restyle({ fill: value === "" ? null : colour(value, "the fill's color") });
  }

  clear(): void {
    this.restyle({ fill: null });
  }
}

export class RangeFont extends Look {
  readonly className = "RangeFont";

  get color(): string {
    return this.shared((style) => style.fontColour ?? DEFAULT.fontColour, "");
  }
  set color(value: unknown) {
    this.restyle({ fontColour: colour(value, "the font's color") });
  }
  get name(): string | null {
    return this.shared<string | null>((style) => style.fontName ?? DEFAULT.fontName, null);
  }
  set name(value: unknown) {
    this.restyle({ fontName: text(value, "the font's name") });
  }
  get size(): number | null {
    return this.shared<number | null>((style) => style.fontSize ?? DEFAULT.fontSize, null);
  }
  set size(value: unknown) {
    this.restyle({ fontSize: number(value, "the font's size", 1, 409) });
  }
  get bold(): boolean | null {
    return this.shared<boolean | null>((style) => style.bold, null);
  }
  set bold(value: unknown) {
    this.restyle({ bold: flag(value, "bold") });
  }
  get italic(): boolean | null {
    return this.shared<boolean | null>((style) => style.italic, null);
  }
  set italic(value: unknown) {
    this.restyle({ italic: flag(value, "italic") });
  }
  get strikethrough(): boolean | null {
    return this.shared<boolean | null>((style) => style.strikethrough, null);
  }
  set strikethrough(value: unknown) {
    this.restyle({ strikethrough: flag(value, "strikethrough") });
  }
  get underline(): string | null {
    return this.shared<string | null>((style) => (style.underline ? "Single" : "None"), null);
  }
  set underline(value: unknown) {
    this.restyle({
      underline:
        word(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"], "underline") !== "None",
    });
  }
}

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];

/** Which border of which cells a side of the range means. */
function cellsOn(side: Side, area: Area): { area: Area; side: BorderSide }[] {
  const { row, column, rows, columns } = area;
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, rows: 1 }, side: "top" }];
    case "EdgeBottom":
      return [{ area: { ...area, row: row + rows - 1, rows: 1 }, side: "bottom" }];
    case "EdgeLeft":
      return [{ area: { ...area, columns: 1 }, side: "left" }];
    case "EdgeRight":
      return [{ area: { ...area, column: column + columns - 1, columns: 1 }, side: "right" }];
    case "InsideVertical":
      return columns < 2 ? [] : [{ area: { ...area, columns: columns - 1 }, side: "right" }];
    case "InsideHorizontal":
      return rows < 2 ? [] : [{ area: { ...area, rows: rows - 1 }, side: "bottom" }];
    default:
      return [];
  }
}

export class RangeBorderCollection extends OfficeCollection<RangeBorder> {
  readonly className = "RangeBorderCollection";

  constructor(
    host: Host,
    private readonly area: Area,
  ) {
    super(host);
  }

  get items(): RangeBorder[] {
    return SIDES.map((side) => new RangeBorder(this.host, this.area, side));
  }
  get count(): number {
    return SIDES.length;
  }
  getItem(side: unknown): RangeBorder {
    return new RangeBorder(this.host, this.area, word(side, SIDES, "the border"));
  }
  getItemAt(index: unknown): RangeBorder {
    return this.items[integer(index, "index", 0, SIDES.length - 1)]!;
  }
}

export class RangeBorder extends Look {
  readonly className = "RangeBorder";

  constructor(
    host: Host,
    area: Area,
    private readonly side: Side,
  ) {
    super(host, area);
  }

  override identity(): Record<string, unknown> {
    return { SideIndex: this.side };
  }
  get sideIndex(): string {
    return this.side;
  }

  private borders(): (Border | null)[] {
    return cellsOn(this.side, this.area).flatMap((part) =>
      this.host.engine.styles(looked(part.area)).flatMap((row) => row.map((style) => style.borders[part.side] ?? null)),
    );
  }
  private one<Value>(value: (border: Border | null) => Value, mixed: Value): Value {
    const found = this.borders().map(value);
    return found.length && found.every((each) => each === found[0]) ? found[0]! : found.length ? mixed : value(null);
  }
  private draw(change: (border: Border) => Border | null): void {
    if (this.side.startsWith("Diagonal")) throw new OfficeError("NotImplemented", "diagonal borders are not emulated");
    const now = this.borders().find((border) => border !== null) ?? { line: "thin" as const, colour: "#000000" };
    for (const part of cellsOn(this.side, this.area)) {
      this.host.mustAllow(part.area.sheet, "allowFormatCells");
      this.host.engine.restyle(part.area, { borders: { [part.side]: change(now) } });
    }
  }

  get style(): string | null {
    return this.one<string | null>((border) => (border ? styleOf(border.line) : "None"), null);
  }
  set style(value: unknown) {
    const style = word(value, ["None", ...Object.keys(LINES), "SlantDashDot"], "the border's style");
    this.draw((border) =>
      style === "None" ? null : { ...border, line: LINES[style]?.[weightOf(border.line)] ?? "dashDot" },
    );
  }

  get color(): string {
    return this.one((border) => border?.colour ?? DEFAULT.fontColour, "");
  }
  set color(value: unknown) {
    const wanted = colour(value, "the border's color");
    this.draw((border) => ({ ...border, colour: wanted }));
  }

  get weight(): string | null {
    return this.one<string | null>((border) => (border ? weightOf(border.line) : "Thin"), null);
  }
  set weight(value: unknown) {
    const weight = word(value, ["Hairline", "Thin", "Medium", "Thick"], "the border's weight");
    this.draw((border) => ({ ...border, line: LINES[styleOf(border.line)]?.[weight] ?? "thin" }));
  }
}

function styleOf(line: BorderLine): string {
  return Object.entries(LINES).find(([, weights]) => Object.values(weights).includes(line))?.[0] ?? "Continuous";
}

function weightOf(line: BorderLine): string {
  return Object.entries(LINES.Continuous!).find(([, each]) => each === line)?.[0] ?? "Thin";
}

export class FormatProtection extends Look {
  readonly className = "FormatProtection";

  private lockState<Value>(value: (lock: { isLocked: boolean; hidesFormula: boolean }) => Value): Value | null {
    const area = looked(this.area);
    const rows = Math.min(area.rows, 200);
    const states = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: Math.min(area.columns, 100) }, (_, column) =>
        value(this.host.lock(area.sheet, area.row + row, area.column + column)),
      ),
    );
    return common<Value | null>(states, null);
  }

  get locked(): boolean | null {
    return this.lockState((lock) => lock.isLocked);
  }
  set locked(value: unknown) {
    this.add({ isLocked: flag(value, "locked") });
  }
  get formulaHidden(): boolean | null {
    return this.lockState((lock) => lock.hidesFormula);
  }
  set formulaHidden(value: unknown) {
    this.add({ hidesFormula: flag(value, "formulaHidden") });
  }

  private add(change: { isLocked?: boolean; hidesFormula?: boolean }): void {
    const record = this.host.record(this.area.sheet);
    if (record.protection) throw new OfficeError("AccessDenied", "the sheet is protected");
    record.locks.push({
      ...this.host.lock(this.area.sheet, this.area.row, this.area.column),
      ...change,
      area: this.area,
    });
  }
}
