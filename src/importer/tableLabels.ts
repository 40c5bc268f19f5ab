/** What one label of a table's header says: its role, its year, its unit. */
import { labelWithoutYear } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { LABELS, type ColumnRole } from "./tableWords";

/** The lowest of the labels over a column. */
export const lastLabel = (label: string) => label.split("／").at(-1) ?? label;

/** What a label says of its column, or null. */
export function roleOf(label: string): ColumnRole | null {
  const text = labelWithoutYear(label);
  return text === "" ? null : (LABELS.find(([, words]) => words.test(text))?.[0] ?? null);
}

/** A unit and nothing else, in brackets or not: （个）. */
export const unitAlone = (text: string) => {
  const inside = /^[（(]?([^（）()]{1,12})[）)]?$/u.exec(text.trim())?.[1] ?? "";
  return isUnitWord(inside) && roleOf(inside) === null ? inside : null;
};

/** A label without its unit, its numbering and 其中. */
export function cleanLabel(label: string): string {
  return label
    .replace(/[（([【]([^（）()[\]【】]{1,14})[）)\]】]/gu, (whole, inside: string) =>
      isUnitWord(inside.replace(/^(?:计量)?单位[:：]/u, "").trim()) ? "" : whole,
    )
    .replace(/\s+/gu, "")
    .replace(/^其中[:：]?(?=.)/u, "")
    .trim();
}
