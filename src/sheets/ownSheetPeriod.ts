/** Until when the figures of a person's own sheet are, by its labels, its title or its name. */
import { CatalogError } from "../core/errors";
import { parsePeriod, partsOf } from "../core/periods";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENGLISH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:\d{1,2},?\s*)?(20\d\d)?/iu;
const QUARTER = /\bQ([1-4])(?:\s*(?:FY)?\s*(20\d\d))?|(20\d\d)\s*Q([1-4])/iu;
const SPELLED: readonly RegExp[] = [
  /20\d\d年(?:度)?\s*(?:1|一)月?[-—–~至](?:\d{1,2}|[一二三四五六七八九十]{1,3})月/u,
  /(?:1|一)月?[-—–~至](?:\d{1,2}|[一二三四五六七八九十]{1,3})月/u,
  /20\d\d年\d{1,2}月\d{1,2}日/u,
  /20\d\d[-/.]\d{1,2}[-/.]\d{1,2}/u,
  /20\d\d年(?:度)?(?:第?[一二三四]季度|上半年|前三季度|\d{1,2}月)/u,
  /20\d\d[-/.]\d{1,2}(?!\d)/u,
  /第?[一二三四]季度|上半年|前三季度/u,
  /(?<![-—–~\d/]|[\d月一]至)\d{1,2}月(?:底|末|份)?/u,
];

/** The period the first of some texts names, as 2024-06: the month it ends with. Null where none does. */
export function asOfIn(texts: readonly string[], year: number | null): string | null {
  for (const text of texts) {
    const found = periodIn(text.normalize("NFKC"), year);
    if (found !== null) return found;
  }
  return null;
}

function periodIn(text: string, year: number | null): string | null {
  const own = Number(/20\d\d/u.exec(text)?.[0] ?? year ?? 0);
  if (own === 0) return null;
  for (const spelled of SPELLED) {
    const found = spelled.exec(text)?.[0].replace(/年度/u, "年").replace(/\s/gu, "");
    const read = found === undefined ? null : monthAtEnd(found, own);
    if (read !== null) return read;
  }
  const quarter = QUARTER.exec(text);
  if (quarter) return asMonth(Number(quarter[2] ?? quarter[3] ?? own), Number(quarter[1] ?? quarter[4]) * 3);
  const month = ENGLISH.exec(text);
  const name = month?.[1]?.toLowerCase();
  // May I is no month: one without a year counts only where something says until when.
  if (name !== undefined && (month?.[2] !== undefined || /\b(?:to|as at|as of|ended?|ytd|through)\b/iu.test(text)))
    return asMonth(Number(month?.[2] ?? own), MONTHS.indexOf(name) + 1);
  return null;
}

function monthAtEnd(found: string, year: number): string | null {
  const asRead = found
    .replace(/^(20\d\d)年(\d{1,2})月\d{1,2}日$/u, "$1-$2")
    .replace(/^(20\d\d)[/.](\d{1,2})/u, "$1-$2");
  const bare = /^(20\d\d)-(\d{1,2})/u.exec(asRead);
  if (bare) return Number(bare[2]) >= 1 && Number(bare[2]) <= 12 ? asMonth(Number(bare[1]), Number(bare[2])) : null;
  try {
    const { year: ends, month } = partsOf(parsePeriod(asRead.replace(/^一月?[-—–~至]/u, "1-"), year).to);
    return asMonth(ends, month);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

const asMonth = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;
