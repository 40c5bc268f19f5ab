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
  const numbered = own === null ? null : amongLabels(text, lines, unit, own);
  if (numbered) return numbered;
  const head = (index: number) => text.slice(lines[index]?.start, lines[index]?.end).slice(0, LONGEST_LABEL);
  const isBlank = (index: number) => head(index).trim() === "";
  let title = unit - 1;
  while (title >= 0 && (isBlank(title) || isLabel(head(title), lines[title], own))) title--;
  const numbering = lines[title]?.numbering ?? null;
  if (numbering === null || numbering === own || CONTENT.test(head(title))) return null;
  const end = lineBelow(text, lines, unit, (index) => lines[index]?.numbering === numbering);
  let below = unit + 1;
  while (below < end && (isBlank(below) || (LABELLED.test(head(below)) && !CONTENT.test(head(below))))) below++;
  if (below >= end || !CONTENT.test(head(below))) return null;
  return { start: lines[title]?.start ?? 0, end: lines[end]?.start ?? text.length };
}

const LONGEST_ITEM = 60; // lines; no item goes on further
/** The next line that is asked for; where none is, the one behind the last label or number, or behind what a label opens. */
function lineBelow(text: string, lines: readonly Line[], from: number, isNext: (index: number) => boolean): number {
  let last = from;
  let opens = false; // whether a label has nothing behind it: 项目内容： ⏎ …
  let isOver = false;
  for (let index = from + 1; index < Math.min(lines.length, from + LONGEST_ITEM); index++) {
    if (isNext(index)) return index;
    const said = text.slice(lines[index]?.start, lines[index]?.end).trimEnd();
    if (said === "" || isOver) continue;
    isOver = !opens && lines[index]?.numbering === null && !LABELLED.test(said);
    if (!isOver) last = index;
    opens = /[：:]$/u.test(said);
  }
  return last + 1;
}

/** A label beside the units: numbered as they are, or as little as they. */
const isLabel = (head: string, line: Line | undefined, numbering: string | null): boolean =>
  line?.numbering === numbering && LABELLED.test(head) && !CONTENT.test(head);

const FIRST = /^[\s　]*[（(]?[一1①][）)、.．]/u;

/** （一）目标任务：… （二）责任单位：…: all labels of one item are numbered, under its title; wherever the units stand, the item is theirs. */
function amongLabels(
  text: string,
  lines: readonly Line[],
  unit: number,
  own: string,
): { readonly start: number; readonly end: number } | null {
  const said = (index: number) => text.slice(lines[index]?.start, lines[index]?.end).slice(0, LONGEST_LABEL);
  const isFirst = (index: number) => lines[index]?.numbering === own && FIRST.test(said(index));
  const filledAbove = (index: number) => {
    let above = index - 1;
    while (above >= 0 && said(above).trim() === "") above--;
    return above;
  };
  let first = unit;
  while (first > unit - LONGEST_ITEM && first > 0 && !isFirst(first)) first--;
  const labels = lines.slice(first, unit + 1).filter(({ numbering }) => numbering === own);
  if (!isFirst(first) || labels.length < 2) return null;
  if (!labels.every(({ start, end }) => LABELLED.test(text.slice(start, end).slice(0, LONGEST_LABEL)))) return null;
  const title = filledAbove(first);
  const numbering = lines[title]?.numbering ?? null;
  if (title < 0 || numbering === own) return null;
  const next = lineBelow(text, lines, unit, (index) => numbering !== null && lines[index]?.numbering === numbering);
  const again = lineBelow(text, lines, unit, isFirst);
  const end = Math.min(next, isFirst(again) ? Math.max(unit + 1, filledAbove(again)) : again);
  return { start: lines[title]?.start ?? 0, end: lines[end]?.start ?? text.length };
}
