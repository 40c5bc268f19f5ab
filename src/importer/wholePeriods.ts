/** Wholes whose parts are those of several years: 改造12万户，其中2026年5万户、2027年4万户、2028年3万户 is due in all of them. */
import { tidy } from "../core/expression";
import type { Draft } from "./drafts";

const YEAR = /^20\d\d$/u;

/** The drafts, wholes with the years of their parts: these follow in the sentence, one a year, and add up to the whole. */
export function withYearsOfParts(text: string, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((whole, index) => {
    const years = yearsOfParts(text, whole, drafts, index + 1);
    return years === null ? whole : { ...whole, period: years };
  });
}

function yearsOfParts(text: string, whole: Draft, drafts: readonly Draft[], first: number): string | null {
  const next = drafts[first];
  if (whole.value === null || whole.kind !== "flow" || !next || next.sentence[0] !== whole.sentence[0]) return null;
  // 2026年9万，2027年4万，2028年5万 are three promises: parts begin with the year of the whole, or behind 其中.
  if (next.period !== whole.period && !text.slice(whole.span[1], next.span[0]).includes("其中")) return null;
  let sum = 0;
  let last: string | null = null;
  for (let at = first; at < drafts.length; at++) {
    const part = drafts[at];
    if (!part || part.value === null || part.unit !== whole.unit || part.sentence[0] !== whole.sentence[0]) break;
    if (part.period === null || !YEAR.test(part.period) || (last !== null && part.period <= last)) break;
    sum = tidy(sum + part.value);
    last = part.period;
    if (sum === whole.value && at > first) return `${next.period}-${last}`;
  }
  return null;
}
