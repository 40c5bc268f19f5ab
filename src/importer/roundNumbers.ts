/** Round numbers that are written without a number before them, where something comes to them: 突破千亿元, 游客达百万人次, 跨上万亿元台阶. */

/** What comes to a number. 百亿级, 千亿产业 without it is a name. */
const REACHES = /(?:突破|超过?|逾|达到?|迈上|迈入|迈进|跨上|跨入|跨越|站上|迈过|冲刺|冲击)$/u;
const LONGEST_REACH = 2;
const ROUND = /^(?:([百千])(?![万亿])|([十百千])(?=[万亿])|(?=万亿|[万亿]))/u;
/** What a round number says of a thing and no number: 千亿级园区, 百分点, 千瓦, 千家万户. */
const NAMED = /^[十百千]?[万亿]*(?:级|分|瓦|克|帕|伏|米|强|佳|优|家万户|人计划)/u;
const HUNDREDS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const CLOSES = /^(?:以上|左右)?(?:的?(?:大关|台阶|关口|规模|目标))?(?:[，。；、,;：:）)\n]|$)/u;
const LONGEST_CLOSE = 8;
/** Whether a round number closes what is said: 引进超亿元项目5个 says how large each is. */
export const closesAt = (text: string, end: number): boolean => CLOSES.test(text.slice(end, end + LONGEST_CLOSE));

export interface RoundNumber {
  readonly value: number;
  /** How many characters it takes; 万 and 亿 belong to the unit behind it. */
  readonly length: number;
}

/**
 * The round number at `at`, or null.
 * @example roundNumber("突破千亿元", 2) // { value: 1000, length: 1 }, in 亿元
 */
export function roundNumber(text: string, at: number): RoundNumber | null {
  if (!REACHES.test(text.slice(Math.max(0, at - LONGEST_REACH), at))) return null;
  const behind = text.slice(at, at + 5);
  const found = ROUND.exec(behind);
  if (!found || NAMED.test(behind)) return null;
  const word = found[1] ?? found[2] ?? "";
  return { value: HUNDREDS[word] ?? 1, length: word.length };
}
