/** Colours as files write them: by red, green and blue, by their place in Office's theme, or in Excel's old palette. */
import type { Color } from "exceljs";
import type JSZip from "jszip";
import { attributesOf, elementsOf } from "./xmlElements";

/** "#RRGGBB" as files write it. @example argb("#c6efce") // { argb: "FFC6EFCE" } */
export const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1).toUpperCase()}` });

/** A colour of a file as "#RRGGBB"; null where the cell has none of its own. */
export type ColourReader = (colour: Partial<Color> | undefined) => string | null;

/** Excel's palette (ECMA-376 Part 1, 18.8.27), from number 8; the first eight are the same as the next eight. */
const PALETTE = [
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080",
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF",
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696",
  "003366 339966 003300 333300 993300 993366 333399 333333",
]
  .join(" ")
  .split(" ");
const FIRST_OF_PALETTE = 8;

/** The colours of Office's own theme, in the order in which cells number them. */
const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");
/** The order in which a theme's part has them. */
const THEME_ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

/** Reads the colours of a file, which may have a theme of its own. */
export async function coloursOf(zip: JSZip): Promise<ColourReader> {
  const [part] = zip.file(/^xl\/theme\/theme\d*\.xml$/);
  const xml = (await part?.async("string")) ?? "";
  const theme = THEME_ORDER.map((name, index) => {
    const [colour] = elementsOf(xml, `a:${name}`);
    const [rgb] = elementsOf(colour?.content ?? "", "a:srgbClr");
    const [system] = elementsOf(colour?.content ?? "", "a:sysClr");
    return attributesOf(rgb?.tag ?? "").val ?? attributesOf(system?.tag ?? "").lastClr ?? OFFICE_THEME[index] ?? "";
  });
  return (colour) => colourIn(theme, colour);
}

function colourIn(theme: readonly string[], colour: Partial<Color> | undefined): string | null {
  const { argb: written, theme: place, tint = 0, indexed } = (colour ?? {}) as Partial<Color> & FileColour;
  if (written) return `#${written.slice(-6).toUpperCase()}`;
  const rgb =
    place !== undefined
      ? theme[place]
      : indexed !== undefined
        ? PALETTE[indexed < FIRST_OF_PALETTE ? indexed : indexed - FIRST_OF_PALETTE]
        : undefined;
  return rgb ? `#${tinted(rgb, tint)}` : null;
}
interface FileColour {
  readonly tint?: number;
  readonly indexed?: number;
}

/** A tint changes how light a colour is: towards white above zero, towards black below (ECMA-376 Part 1, 18.8.19). */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb.toUpperCase();
  const parts = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (most + least) / 2;
  const changed = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // The hue and the saturation stay: every part keeps its place between the least and the most.
  const range = (of: number): number => 1 - Math.abs(2 * of - 1);
  const spread = range(lightness) === 0 ? 0 : ((most - least) / range(lightness)) * range(changed);
  const position = (part: number): number => (most === least ? 0 : (part - least) / (most - least));
  return parts
    .map((part) => Math.round((changed - spread / 2 + position(part) * spread) * 255))
    .map((part) => Math.max(0, Math.min(255, part)).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
