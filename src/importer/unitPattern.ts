/** Units as reports write them behind a number: 余万人, 个百分点, 元/月, 万吨/年. */
import { UNITS, type UnitClass } from "../core/unitWords";
import { WordList } from "./wordList";

const unitEntries = (Object.entries(UNITS) as [UnitClass, readonly string[]][]).flatMap(([unitClass, words]) =>
  words.map((word) => [word, unitClass] as const),
);
// A unit that stands in two classes belongs to the first.
const UNIT_WORDS = new WordList<UnitClass>(unitEntries);
export const SCALES = new WordList<string>(
  ["万亿", "千亿", "百亿", "亿", "千万", "百万", "万"].map((word) => [word, word]),
);
export const CHINESE_SCALES = new WordList<string>(["万亿", "亿", "万"].map((word) => [word, word]));
export const isBlank = (code: number) => code === 32 || code === 0x3000 || code === 0xa0 || code === 9;

export interface UnitRead {
  readonly end: number;
  readonly unit: string;
  readonly bareUnit: string;
  readonly unitClass: UnitClass | "none";
  readonly isMore: boolean;
}

/** Where 余 or 多 at `at` ends; `at` itself where none stands there. */
function endOfMore(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code === MORE || code === MANY) && text[at + 1] !== "种" ? at + 1 : at;
}
const MORE = "余".charCodeAt(0);
const MANY = "多".charCodeAt(0);

const POINTS = "个百分点";
/** 分别提高4个、10个百分点: the first counts what the last does. */
const POINTS_BEHIND = /^(?:[、和及]\d{1,3}(?:\.\d{1,2})?个){0,3}[、和及]\d{1,3}(?:\.\d{1,2})?个百分点/u;
const LONGEST_POINTS = 36;

/** 余, 万, 多, a unit and a further one behind a stroke, at `at`. */
export function readUnit(text: string, at: number, scales: WordList<string>): UnitRead {
  let end = at;
  if (isBlank(text.charCodeAt(end)) && end + 1 < text.length) end++; // 3 万亩, as typesetters and scans write
  const begun = end;
  end = endOfMore(text, end);
  let isMore = end > begun;
  let scale = "";
  let word = UNIT_WORDS.at(text, end);
  if (!word) {
    const scaled = scales.at(text, end);
    if (!scaled) return { end: at, unit: "", bareUnit: "", unitClass: "none", isMore: false };
    scale = scaled.word;
    const scaleEnd = end + scale.length;
    end = endOfMore(text, scaleEnd);
    isMore ||= end > scaleEnd;
    if (isBlank(text.charCodeAt(end)) && UNIT_WORDS.at(text, end + 1)) end++;
    word = UNIT_WORDS.at(text, end);
    if (!word) return { end, unit: scale, bareUnit: "", unitClass: "count", isMore };
  }
  // 3万亩 is 万 and 亩; 50千瓦 is one unit. Behind a stroke stands what it is counted by: 740元/月, 10万吨/年.
  end += word.word.length;
  let bare: string = word.word;
  // 9万人口: counted in 人, as 9万人 is.
  if (bare === "人" && scale !== "" && text[end] === "口" && text[end + 1] !== "普") end++;
  const stroke = text.charCodeAt(end);
  if (stroke === 47 || stroke === 0xff0f) {
    const per = UNIT_WORDS.at(text, end + 1);
    const named = per?.word ?? /^[\u4e00-\u9fff]{1,3}?(?=[，。；、]|$)/u.exec(text.slice(end + 1, end + 5))?.[0];
    if (named !== undefined) {
      bare += `/${named}`;
      end += 1 + named.length;
    }
  }
  if (bare === "％") bare = "%";
  if (bare === "个" && scale === "" && POINTS_BEHIND.test(text.slice(end, end + LONGEST_POINTS)))
    return { end, unit: POINTS, bareUnit: POINTS, unitClass: "share", isMore };
  return { end, unit: scale === "" ? bare : scale + bare, bareUnit: bare, unitClass: word.value, isMore };
}
