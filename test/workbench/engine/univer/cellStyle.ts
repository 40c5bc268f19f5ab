/** Between the host's words for a cell's look and Univer's. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { Border, BorderLine, BorderSide, CellStyle, StylePatch } from "../engine";

/** What an untouched cell looks like. */
export const GENERAL = "General";

/** One step of indentation, as wide as in Excel: about three digits of the default font. */
const INDENT_PIXELS = 9;
/** Univer keeps two pixels free at the left of every text. */
const TEXT_PADDING = 2;

const LINES: Record<BorderLine, BorderStyleTypes> = {
  none: BorderStyleTypes.NONE,
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
};
const SIDES: Record<BorderSide, "t" | "b" | "l" | "r"> = { top: "t", bottom: "b", left: "l", right: "r" };
const HORIZONTAL: Record<CellStyle["horizontal"], HorizontalAlign> = {
  general: HorizontalAlign.UNSPECIFIED,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Record<CellStyle["vertical"], VerticalAlign> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

const keyOf = <Key extends string, Value>(record: Record<Key, Value>, value: Value, otherwise: Key): Key =>
  (Object.entries(record) as [Key, Value][]).find(([, each]) => each === value)?.[0] ?? otherwise;

/** "#rrggbb", "rgb(1,2,3)" and names to "#RRGGBB". */
export function hexColour(colour: Nullable<string>): string | null {
  if (!colour) return null;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  if (parts)
    return `#${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : null;
}

export function toCellStyle(style: Nullable<IStyleData>): CellStyle {
  const borders: { [side in BorderSide]?: Border } = {};
  for (const side of Object.keys(SIDES) as BorderSide[]) {
    const border = style?.bd?.[SIDES[side]];
    if (border) borders[side] = { line: keyOf(LINES, border.s, "thin"), colour: hexColour(border.cl.rgb) ?? "#000000" };
  }
  return {
    fill: hexColour(style?.bg?.rgb),
    fontColour: hexColour(style?.cl?.rgb),
    fontName: style?.ff ?? null,
    fontSize: style?.fs ?? null,
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    underline: style?.ul?.s === BooleanNumber.TRUE,
    strikethrough: style?.st?.s === BooleanNumber.TRUE,
    horizontal: keyOf(HORIZONTAL, style?.ht ?? HorizontalAlign.UNSPECIFIED, "general"),
    vertical: keyOf(VERTICAL, style?.vt ?? VerticalAlign.BOTTOM, "bottom"),
    wrap: style?.tb === WrapStrategy.WRAP,
    indent: Math.max(0, Math.round(((style?.pd?.l ?? TEXT_PADDING) - TEXT_PADDING) / INDENT_PIXELS)),
    numberFormat: style?.n?.pattern ?? GENERAL,
    borders,
  };
}

const flag = (value: boolean | null): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** Only what the patch names; null takes the look back to the sheet's. */
export function toStyleData(patch: StylePatch): Nullable<IStyleData> {
  const style: Record<string, unknown> = {};
  if (patch.fill !== undefined) style.bg = patch.fill === null ? null : { rgb: patch.fill };
  if (patch.fontColour !== undefined) style.cl = patch.fontColour === null ? null : { rgb: patch.fontColour };
  if (patch.fontName !== undefined) style.ff = patch.fontName;
  if (patch.fontSize !== undefined) style.fs = patch.fontSize;
  if (patch.bold !== undefined) style.bl = flag(patch.bold);
  if (patch.italic !== undefined) style.it = flag(patch.italic);
  if (patch.underline !== undefined) style.ul = { s: flag(patch.underline) };
  if (patch.strikethrough !== undefined) style.st = { s: flag(patch.strikethrough) };
  if (patch.horizontal !== undefined) style.ht = HORIZONTAL[patch.horizontal ?? "general"];
  if (patch.vertical !== undefined) style.vt = VERTICAL[patch.vertical ?? "bottom"];
  if (patch.wrap !== undefined) style.tb = patch.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (patch.indent !== undefined) style.pd = { l: TEXT_PADDING + (patch.indent ?? 0) * INDENT_PIXELS };
  if (patch.numberFormat !== undefined)
    style.n = patch.numberFormat === null || patch.numberFormat === GENERAL ? null : { pattern: patch.numberFormat };
  if (patch.borders) {
    const borders: IBorderData = {};
    for (const [side, border] of Object.entries(patch.borders) as [BorderSide, Border | null][])
      borders[SIDES[side]] =
        border === null || border.line === "none" ? null : { s: LINES[border.line], cl: { rgb: border.colour } };
    style.bd = borders;
  }
  return style;
}
