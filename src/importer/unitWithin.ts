/** Units that stand within the item they answer for, before what it holds: 三、新建学校 ⏎ （一）责任单位：市教育局 ⏎ （二）建设内容：…. */
import type { Line } from "./layout";

const NUMBER = "[\\s　]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]+|[①-⑳])?[\\s　]*";
const ONLY_NUMBER = new RegExp(`^${NUMBER}$`, "u");
/** The label of what is to be done. */
const CONTENT = new RegExp(
  `^${NUMBER}(?:项目|工作|建设|主要|具体|实施|任务|年度|重点|目标)*(?:内容|任务|目标|分解|措施|要求)+(?:(?:及|和|与|、)[\\u4e00-\\u9fff]{2,8})?[\\s　]*[：:]`,
  "u",
);
/** Any label, and what stands behind it on its line. */
const LABELLED = new RegExp(`^${NUMBER}[\\u4e00-\\u9fff]{2,10}[：:]`, "u");
const LONGEST_LABEL = 30;

/**
 * The item within which units stand, from its title to the next of its numbering; null where its content stands above them, or where
 * no label tells that it follows.
 */
export function itemAround(
  text: string,
  lines: readonly Line[],
  { start, line }: { readonly start: number; readonly line: number },
): { readonly start: number; readonly end: number } | null {
  let unit = line; // the last line of those that name units
  while (unit > 0 && (lines[unit]?.start ?? 0) > start) unit--;
  if (!ONLY_NUMBER.test(text.slice(lines[unit]?.start, start))) return null;
  const own = lines[unit]?.numbering ?? null;
  const head = (index: number) => text.slice(lines[index]?.start, lines[index]?.end).slice(0, LONGEST_LABEL);
  const isBlank = (index: number) => head(index).trim() === "";
  let title = unit - 1;
  while (title >= 0 && (isBlank(title) || isLabel(head(title), lines[title], own))) title--;
  const numbering = lines[title]?.numbering ?? null;
  if (numbering === null || numbering === own || CONTENT.test(head(title))) return null;
  const next = lines.findIndex((line, index) => index > unit && line.numbering === numbering);
  const end = next < 0 ? lines.length : next;
  let below = unit + 1;
  while (below < end && (isBlank(below) || (LABELLED.test(head(below)) && !CONTENT.test(head(below))))) below++;
  if (below >= end || !CONTENT.test(head(below))) return null;
  return { start: lines[title]?.start ?? 0, end: lines[end]?.start ?? text.length };
}

/** A label beside the units: numbered as they are, or as little as they. */
const isLabel = (head: string, line: Line | undefined, numbering: string | null): boolean =>
  line?.numbering === numbering && LABELLED.test(head) && !CONTENT.test(head);
