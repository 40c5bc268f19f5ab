/** Units of rates: so many among a thousand, ten thousand, a hundred thousand. They stand on the ladder of %, and convert along it. */

/** A share as a fraction of whole numbers, in per cent: 1 of a hundred thousand is 1/1000 %. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

const AMONG: ReadonlyMap<string, number> = new Map([
  ["百", 100],
  ["100", 100],
  ["千", 1000],
  ["1000", 1000],
  ["1千", 1000],
  ["万", 1e4],
  ["1万", 1e4],
  ["10000", 1e4],
  ["十万", 1e5],
  ["10万", 1e5],
  ["100000", 1e5],
  ["百万", 1e6],
  ["100万", 1e6],
  ["1000000", 1e6],
]);
const NUMBER = "(百万|十万|100万|10万|1万|1千|百|千|万|10{2,6})";
/** 1/10万, /10万, /十万人, 人/10万人, 例/千: people or cases among people are a share. 张/千人 counts beds, and is none. */
const STROKE = new RegExp(`^(?:1|一|人|例)?/${NUMBER}(?:人|人口)?$`);
/** 每十万, 每千人; 每万元 is none. */
const EVERY = new RegExp(`^每${NUMBER}(?:人|人口)?$`);

/** The share one of a unit is, or null for any other unit. @param word half width, without blanks @example rateOf("1/10万") // { numerator: 1, denominator: 1000 } */
export function rateOf(word: string): Rate | null {
  const among = AMONG.get((STROKE.exec(word) ?? EVERY.exec(word))?.[1] ?? "");
  return among === undefined ? null : { numerator: 1, denominator: among / 100 };
}

/**
 * The unit of a rate as it can stand behind a figure: a figure of 10 in 1/10万 is 10/10万, and never 101/10万.
 * @example behindFigure("每十万人") // "/十万人"
 */
export function behindFigure(unit: string): string {
  const word = unit.normalize("NFKC").replace(/\s/g, "");
  return rateOf(word) === null ? unit : word.replace(/^(?:每|[1一]?\/)/, "/");
}

/**
 * Takes the 1 of a unit in brackets, or behind a blank, out of what was typed: 10（1/10万） and 10 1/10万 are 10/10万.
 * Without the blank, 101/10万 is a hundred and one.
 */
export function withoutOne(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(new RegExp(`\\s*\\(\\s*(?:1\\s*/|每)\\s*(${NUMBER}(?:人|人口)?)\\s*\\)\\s*$`), "/$1")
    .replace(new RegExp(`(\\d)\\s+1\\s*/\\s*(?=${NUMBER}(?:人|人口)?\\s*$)`), "$1/");
}

/** 十万分之八, 万分之五: how many among how many; 百分之 and 千分之 are read with the other quantities. */
export const PARTS_OF: ReadonlyMap<string, string> = new Map([
  ["百", "%"],
  ["千", "‰"],
  ["万", "/万"],
  ["十万", "/10万"],
  ["百万", "/百万"],
]);

/** How people write so many among a thousand and more. */
export const USUAL_RATES: readonly string[] = ["‰", "/千", "/千人", "/万", "/万人", "/10万", "/10万人", "/十万人"];

/** Whether a unit counts few among many, so that its figures come in any of {@link USUAL_RATES}. */
export function isOfFew(unit: string): boolean {
  const word = unit.normalize("NFKC").replace(/\s/g, "");
  return word === "‰" || rateOf(word) !== null;
}
