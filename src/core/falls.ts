/** Falls that are stated as positive figures. */
import type { Commitment } from "./types";

const FALL = /降幅|跌幅|减幅|下降|降低|减少|压减|压降|削减|回落|降率|减排/;

/** Whether a name is of a fall that is stated as a positive figure. @example namesFall("单位GDP能耗降幅") // true */
export const namesFall = (name: string): boolean => FALL.test(name) && !/增速|增幅|增长/.test(name);

/** 降幅 and 增速 are different indicators: a rate of change whose name or phrase says a fall, and whose figure is positive. */
export function statesFall(commitment: Commitment, value: number | null): boolean {
  if (commitment.kind !== "growth" || value === null || value <= 0) return false;
  const names = [commitment.indicator, ...(commitment.aliases ?? [])];
  if (names.some(namesFall)) return true;
  const phrase = commitment.source.phrase.replace(/\s/g, "");
  const before = phrase.slice(0, Math.max(0, phrase.indexOf(String(value))));
  return new RegExp(`(?:${FALL.source})(?:率|幅度)?[^，。、；\\d到至为]{0,6}$`).test(before);
}
