import { foldRadicals } from "./characterForms";

/** 二〇二六年 is 2026年; as long as before. */
const YEAR_IN_WORDS = /(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)/g;
const DIGITS = "〇一二三四五六七八九○一二三四五六七八九零";
const DIGITS_IN_NUMBERS = 10;

/** A text as it is read: years become digits, line ends of every kind become one, what cannot be seen goes, radicals' forms become characters. */
export function tidyText(text: string): string {
  return foldRadicals(text)
    .replace(YEAR_IN_WORDS, (year) => [...year].map((digit) => DIGITS.indexOf(digit) % DIGITS_IN_NUMBERS).join(""))
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[\u2028\u2029\v\f]/g, "\n");
}
