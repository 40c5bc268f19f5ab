/** What one label of a table's header says: its role, its year, its unit. */
import { isUnit } from "./tableFigure";
import { LABELS, type ColumnRole } from "./tableWords";

/** The lowest of the labels over a column. */
export const lastLabel = (label: string) => label.split("／").at(-1) ?? label;

export function yearIn(text: string): number | null {
  const found = /(?:^|\D)(20\d\d)(?:年|$|\D)/u.exec(text.normalize("NFKC"))?.[1];
  return found === undefined ? null : Number(found);
}

export const bare = (label: string) =>
  label
    .normalize("NFKC")
    .replace(/\([^()]*\)/gu, "")
    .replace(/[\s:：、/／*]/gu, "");
export const withoutYear = (label: string) => bare(label).replace(/20\d\d(?:年度?)?/gu, "");

/** What a label says of its column, or null. */
export function roleOf(label: string): ColumnRole | null {
  const text = withoutYear(label);
  return text === "" ? null : (LABELS.find(([, words]) => words.test(text))?.[0] ?? null);
}

/** The unit in a label's brackets, or behind its comma. @example bracketUnit("装机容量（MW）") // "MW" */
export function bracketUnit(label: string): string | null {
  for (const [, inside = ""] of label.matchAll(/[（([【]([^（）()[\]【】]{1,14})[）)\]】]/gu)) {
    const text = inside.replace(/^(?:计量)?单位[:：]/u, "").trim();
    if (isUnit(text)) return text;
  }
  const behind = /[,，/／]\s*([^,，/／\s]{1,6})$/u.exec(label)?.[1];
  return behind !== undefined && /[%％‰]$|^[万亿]?元$/u.test(behind) ? behind : null;
}

/** A unit and nothing else, in brackets or not: （个）. */
export const unitAlone = (text: string) => {
  const inside = /^[（(]?([^（）()]{1,12})[）)]?$/u.exec(text.trim())?.[1] ?? "";
  return isUnit(inside) && roleOf(inside) === null ? inside : null;
};

/** A label without its unit, its numbering and 其中. */
export function cleanLabel(label: string): string {
  return label
    .replace(/[（([【]([^（）()[\]【】]{1,14})[）)\]】]/gu, (whole, inside: string) =>
      isUnit(inside.replace(/^(?:计量)?单位[:：]/u, "").trim()) ? "" : whole,
    )
    .replace(/\s+/gu, "")
    .trim();
}
