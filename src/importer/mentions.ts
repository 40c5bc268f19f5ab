/** Bureaus that a pronoun or an office alone points back to: 记者走进县水务局。该局今年…, 局长王明告诉记者…. */
import { AUTHORITY_NAME, NO_SPEAKER, SURNAMES } from "./lexicon";
import { fromItsLevel } from "./authorityNames";

/** A pronoun that stands for a bureau, or a bureau's head whose bureau is not named again. */
const POINTS_BACK = new RegExp(
  `该(?:局|委|厅|办|中心)(?=[\\u4e00-\\u9fff，])|(?<=[。！？\\n”]\\s{0,3})(?:党[组委]书记、)?(?:副?局长|副?主任|副?厅长)(?=[${SURNAMES}][\\u4e00-\\u9fff]{1,2})`,
  "gu",
);
const NAMED = new RegExp(`${AUTHORITY_NAME}|[省市县区][\\u4e00-\\u9fff]{2,10}?中心`, "gu");
const REACH = 80; // characters between a bureau and what points back to it

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly department: string;
}

/** Where the text points back to a bureau it has named shortly before, with that bureau's name. */
export function mentions(text: string): Mention[] {
  return [...text.matchAll(POINTS_BACK)].flatMap(({ index, 0: word }) => {
    const before = text.slice(Math.max(0, index - REACH), index);
    const names = [...before.matchAll(NAMED)]
      .map((match) => fromItsLevel(match[0]))
      .filter((name) => name.length > 2 && !NO_SPEAKER.test(name));
    const department = names.at(-1);
    return department === undefined ? [] : [{ start: index, end: index + word.length, department }];
  });
}
