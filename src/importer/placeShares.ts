/** 新增学位3000个，其中：甲县1200个、乙县800个: what stands beside a place's name alone is its part of the whole before, and no promise of its own. */
import type { Candidate } from "./candidates";
import type { Draft, Part } from "./drafts";

const PLACE =
  /^(?:其中)?(?:分别)?(?:是|为)?([\u4e00-\u9fff]{1,6}?(?:自治县|自治旗|(?<![城郊市辖园社校景片库山牧林新各地小灾矿服专街特老棚区])区|(?<![各全本郊])县|(?<![城各全本超门夜上都])市|(?<![各全])旗))$/u;

/** The place a candidate is named after, or null where it names anything else. */
export function placeOf({ thing, isThingBehind, ownVerb }: Candidate): string | null {
  return isThingBehind || ownVerb ? null : (PLACE.exec(thing)?.[1] ?? null);
}

/** Whether a draft may be the whole of which a place has its part: the same is counted, in the same sentence. */
export function isWholeOf(whole: Draft, { figure, kind }: Candidate, sentence: Draft["sentence"]): boolean {
  const alike = whole.unit === figure.unit || whole.unit.replace(/^[万亿千]+/u, "") === figure.bareUnit;
  return (
    alike &&
    whole.value !== null &&
    whole.sentence[0] === sentence[0] &&
    (whole.kind === kind || (whole.kind !== "growth" && kind !== "growth"))
  );
}

/** The whole with a place's part; null where the place has one already. */
export function withPart(whole: Draft, place: string, share: Draft): Draft | null {
  if (share.value === null || whole.parts?.some((part) => part.place === place)) return null;
  const { value, valueMax, unit, comparator, span, phrase } = share;
  const part: Part = { place, value, valueMax, unit, comparator, span, phrase };
  return { ...whole, parts: [...(whole.parts ?? []), part] };
}
