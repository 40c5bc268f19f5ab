/** An indicator's name from the phrase that carries its figure. */
import { withoutChange, type Candidate } from "./rules";

/** What stands in quotation marks, of whatever shape; null where nothing does. */
export function quotedName(text: string): string | null {
  const found = /“([^“”]{2,12})”|‘([^‘’]{2,12})’|「([^「」]{2,12})」|"([^"'，。]{2,12})"|'([^"'，。]{2,12})'/u.exec(
    text,
  );
  return found === null ? null : (found.slice(1).find(Boolean) ?? null);
}

/** @example indicatorOf(candidate) // "新增学位" for 新增学位5970个 */
export function indicatorOf({ kind, verb, thing, isThingBehind, ownVerb }: Candidate): string {
  let bare = thing;
  if (/[\s"'‘’]/u.test(bare))
    bare = bare
      .replace(/\s+/gu, "")
      .replace(/["'‘]([^"'‘’]{1,16})["'’]/gu, "“$1”")
      .replace(/["'‘’]/gu, "");
  bare = trimEdges(bare);
  if (kind === "growth") return withoutChange(bare) || bare;
  if (verb === "" || bare.startsWith(verb)) return bare || verb;
  if (kind !== "flow") return ownVerb && !isThingBehind && !HELPING_VERBS.has(verb) ? verb + bare : bare;
  return verb + bare;
}
const HELPING_VERBS = new Set(["实现", "完成", "保障", "推动"]);

function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && "、，：:的".includes(text[start] ?? "")) start++;
  while (end > start && "、，：:（(“".includes(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}
