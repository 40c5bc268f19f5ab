/** Whose a paragraph is that names nobody, where the bureau before it may have had its own words alone. */
import { bureausNamed } from "./authorityNames";
import { OF_THE_WHOLE } from "./lexicon";
import type { Responsibility } from "./owners";

const HEARD_ELSEWHERE = /^[\s　]*[\u4e00-\u9fff]{0,5}(?:记者|笔者)(?:还|另|同时|从[^，]{2,8})?(?:了解到|获悉)/u;
const REACH = 120; // characters before a figure in which its paragraph may name who acts

/**
 * Whether a paragraph that goes on from another's bureau names one of its own before the figure: whose it is, a person decides.
 * @param begin where the paragraph begins
 */
export function isOfAnother(text: string, responsibility: Responsibility | null, begin: number, at: number): boolean {
  if (responsibility?.doubtfulTo !== undefined && at < responsibility.doubtfulTo) return true;
  if (
    responsibility === null ||
    responsibility.from === "unitLine" ||
    responsibility.from === "page" ||
    responsibility.start >= begin
  )
    return false;
  // 记者了解到，…: somebody else's paragraph, perhaps.
  if (responsibility.from === "speaker" && HEARD_ELSEWHERE.test(text.slice(begin, begin + 16))) return true;
  // 全市… is what the whole place does; the bureau that spoke before may only have been quoted.
  if (responsibility.from === "speaker" && OF_THE_WHOLE.test(text.slice(begin, at))) return true;
  // Neither the bureau of the page nor who spoke last is named: “…” goes on with what was said.
  if (responsibility.pageOf !== undefined && !/^[\s　]*[“"「]/u.test(text.slice(begin, begin + 4))) return true;
  const [named] = bureausNamed(text.slice(Math.max(begin, at - REACH), at));
  return (
    named !== undefined && !responsibility.department.includes(named) && !named.includes(responsibility.department)
  );
}
