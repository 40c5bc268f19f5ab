/**
 * How people write a period within a year: one table of data, which parsePeriod reads and from which the ledger spells its formula
 * for 截至期, so that both accept the same (RULES: Units and periods).
 */

/** Calendar months from the first to the last, 1 to 12. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/**
 * Ways of writing that make no difference, in this order: each is put in the place of the other wherever it stands. Plain text for
 * plain text, so that a worksheet can do the same with SUBSTITUTE. Before it: half width, capitals, no blanks.
 */
export const SAME_WRITTEN: readonly (readonly [written: string, read: string])[] = [
  ["截至", ""],
  ["截止", ""],
  ["累计", ""],
  ["至", "-"],
  ["到", "-"],
  ["—", "-"],
  ["–", "-"],
  ["~", "-"],
  ["年度", "年"],
  ["月份", "月"],
  ["个月", "月"],
  ["个季度", "季度"],
  ["第", ""],
  ["末", ""], // 二季度末
  ["底", ""], // 9月底, 年底
  ["十二", "12"],
  ["十一", "11"],
  ["十", "10"],
  ["〇", "0"],
  ["零", "0"],
  ["一", "1"],
  ["二", "2"],
  ["两", "2"],
  ["三", "3"],
  ["四", "4"],
  ["五", "5"],
  ["六", "6"],
  ["七", "7"],
  ["八", "8"],
  ["九", "9"],
];

/** A period as it is looked up in {@link WITHIN_YEAR}. @example asLookedUp("第二季度末") // "2季度" */
export function asLookedUp(text: string): string {
  return SAME_WRITTEN.reduce((read, [written, instead]) => read.replaceAll(written, instead), text);
}

/** Every period within a year that is understood, and the months it covers. The year may stand before it: 2024年, 24年, 2024-, 2024. */
export const WITHIN_YEAR: ReadonlyMap<string, Months> = new Map(spellings());

function* spellings(): Generator<[string, Months]> {
  const quarters = (first: number, last: number): Months => ({ first: first * 3 - 2, last: last * 3 });
  for (const year of ["全年", "年", "今年", "本年"]) yield [year, { first: 1, last: 12 }];
  for (const half of ["上半年", "半年", "H1"]) yield [half, { first: 1, last: 6 }];
  for (const half of ["下半年", "H2"]) yield [half, { first: 7, last: 12 }];
  for (let last = 1; last <= 4; last++) {
    for (const quarter of [`${last}季度`, `Q${last}`, `${last}Q`]) yield [quarter, quarters(last, last)];
    yield [`前${last}季度`, quarters(1, last)]; // 前三季度 is January to September, 三季度 is July to September
    for (let first = 1; first < last; first++)
      for (const range of [
        `${first}-${last}季度`,
        `${first}季度-${last}季度`,
        `Q${first}-Q${last}`,
        `Q${first}-${last}`,
      ])
        yield [range, quarters(first, last)];
  }
  for (let last = 1; last <= 12; last++) {
    yield [`${last}月`, { first: last, last }];
    if (last < 10) yield [`0${last}月`, { first: last, last }];
    yield [`前${last}月`, { first: 1, last }];
    for (let first = 1; first < last; first++)
      for (const range of [`${first}-${last}月`, `${first}月-${last}月`]) yield [range, { first, last }];
  }
}
