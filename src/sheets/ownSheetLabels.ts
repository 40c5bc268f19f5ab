/** What the labels over columns say, by the words of ownSheetWords.ts. */
import { bracketUnit, PLACE } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { FIGURE_WORDS, LABEL_WORDS, type LabelWord } from "./ownSheetWords";

const SAID = new Map<string, ReadonlySet<LabelWord>>();
const MOST_REMEMBERED = 5000;

/** What a label says of its column. */
export function saidBy(label: string): ReadonlySet<LabelWord> {
  const known = SAID.get(label);
  if (known) return known;
  const compared = comparable(label);
  const said = new Set(
    compared === "" ? [] : LABEL_WORDS.flatMap(([word, says]) => (says.test(compared) ? [word] : [])),
  );
  if (SAID.size >= MOST_REMEMBERED) SAID.clear();
  SAID.set(label, said);
  return said;
}

/** Half width and small letters; blanks go where the label is Chinese, and so does a unit in brackets. */
export function comparable(label: string): string {
  const text = label.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  const unit = bracketUnit(text);
  const bare =
    unit === null || /^[%％]$/u.test(unit) ? text : text.replace(`(${unit})`, "").replace(`(单位:${unit})`, "");
  const plain = bare.replace(/20\d\d年?(?:度)?/gu, (year) => (/度$/u.test(year) ? "年度" : ""));
  const isChinese = /[\u4e00-\u9fff]/u.test(plain);
  return (isChinese ? plain.replace(/[\s:*、]/gu, "") : plain.replace(/[:*]/gu, "")).trim();
}

/** Whether a label says which figure stands below it, and names nothing. */
export const saysOnlyAFigure = (label: string): boolean => comparable(label).replace(FIGURE_WORDS, "") === "";

/** 青岩区, without its blanks and brackets. */
export const isPlaceName = (label: string): boolean =>
  PLACE.test(label.normalize("NFKC").replace(/\([^()]*\)|\s/gu, ""));

/** A unit and nothing else, in brackets or not. */
export const isUnitAlone = (text: string): boolean => {
  const inside = /^[（(]?([^（）()]{1,12})[）)]?$/u.exec(text)?.[1] ?? "";
  return isUnitWord(inside) && (/^[%％‰]$/u.test(inside) || saidBy(inside).size === 0);
};
