import { foldRadicals } from "./radicals";

/** A text as it is read: line ends of every kind become one, what cannot be seen goes, radicals' forms become characters. */
export function tidyText(text: string): string {
  return foldRadicals(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[\u2028\u2029\v\f]/g, "\n");
}
