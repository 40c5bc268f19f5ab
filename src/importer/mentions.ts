/** Bureaus that a pronoun or an office alone points back to: 记者走进县水务局。该局今年…, 局长王明告诉记者…. */
import { AUTHORITY_NAME, OTHER_UNIT, fromItsLevel, namesNobody } from "./authorityNames";
import { SURNAMES } from "./lexicon";
import type { MarkedWord } from "./scan";
import type { Voice } from "./voiceReach";

/** A pronoun that stands for a bureau. */
const PRONOUN = /该(?:局|委|厅|办|中心)(?=[\u4e00-\u9fff，])/gu;
/** 走进市水质中心，…。中心主任丁磊介绍: the unit by what it is. */
const KIND_OF_UNIT =
  /(?:中心|集团|公司|医院|支队)(?<=[。！？\n”][\s　]{0,3}(?:中心|集团|公司|医院|支队))(?=(?:党[组委]书记、)?副?(?:主任|董事长|总经理|院长|支队长))/gu;
/** An office at the head of its sentence, or behind a quotation, whose bureau is not named again. */
const OFFICE = /^(?:局长|主任|厅长)$/u;
const ALONE = /[。！？\n”][\s　]{0,3}(?:党[组委]书记、)?副?$/u;
const HOLDER = new RegExp(`^[${SURNAMES}][\\u4e00-\\u9fff]{1,2}`, "u");
const NAMED = new RegExp(`${AUTHORITY_NAME}|${OTHER_UNIT}`, "gu");
const REACH = 80; // characters between a bureau and what points back to it

/** Where the text points back to a bureau it has named shortly before, with that bureau's name. @param titles the offices in the text */
export function mentions(text: string, titles: readonly MarkedWord[]): Voice[] {
  const pronouns = [...text.matchAll(PRONOUN), ...text.matchAll(KIND_OF_UNIT)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const offices = titles.filter(
    ({ word, start, end }) =>
      OFFICE.test(word) &&
      ALONE.test(text.slice(Math.max(0, start - 10), start)) &&
      HOLDER.test(text.slice(end, end + 3)),
  );
  return [...pronouns, ...offices].flatMap(({ start, end }) => {
    const before = text.slice(Math.max(0, start - REACH), start);
    const names = [...before.matchAll(NAMED)]
      .map((match) => fromItsLevel(match[0]))
      .filter((name) => name.length > 2 && !namesNobody(name));
    const department = names.at(-1);
    return department === undefined ? [] : [{ start, end, department, speaker: null }];
  });
}
