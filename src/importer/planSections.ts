/** Which lines of a report stand under the heading of a five-year plan: what is promised there is due in its years, not in the report's. */
import type { Line } from "./layout";
import { periodsIn, yearsOfPlan } from "./periods";

/** Lines under a plan's heading, from `first` up to `end`, and the plan's years. */
export interface PlanSection {
  readonly first: number;
  readonly end: number;
  /** 2026-2030. */
  readonly years: string;
}

/** A plan as a heading names it: “十五五”时期主要目标, 第十五个五年规划纲要的说明. */
const PLAN_NAMED = /[“"]?十([一二三四五六])五|第十([一二三四五六])个五年/gu;

/** A heading without a number that closes a plan: it says another time. */
const SAYS_WHEN = /今年|20\d\d年|年度|回顾|全年/u;
const SAYS_YEAR = /^[^。；]{0,100}?(?:今年|20\d\d年)[^。；]{0,100}$/u;
const THIS_YEAR = /^[\s　]*(?:做好)?(?:今年|20\d\d年)/u;

/** The sections of plans that begin with the report's year or later: each up to the next heading that is numbered in the same way. */
export function planSections(text: string, lines: readonly Line[], year: number | null): readonly PlanSection[] {
  if (year === null) return [];
  const sections: PlanSection[] = [...announcedLists(text, lines, year), ...aimsOfAYear(text, lines, year)];
  let open: { readonly first: number; readonly years: string; readonly numbering: string | null } | null = null;
  for (const [line, { start, end, numbering, isHeading }] of lines.entries()) {
    // Under a heading without a number the plan goes on until this year is spoken of.
    if (open?.numbering === null && THIS_YEAR.test(text.slice(start, start + 12))) {
      sections.push({ first: open.first, end: line, years: open.years });
      open = null;
    }
    // 三、接续奋斗2026年，主动融入…: as long as a sentence, and still the next part.
    const isNextPart =
      open !== null && numbering !== null && numbering === open.numbering && SAYS_YEAR.test(text.slice(start, end));
    if ((!isHeading && !isNextPart) || start === end) continue;
    const years = plannedUnder(text.slice(start, end), year);
    const closes = open?.numbering === null ? SAYS_WHEN.test(text.slice(start, end)) : open?.numbering === numbering;
    if (open && (years !== null || closes)) {
      sections.push({ first: open.first, end: line, years: open.years });
      open = null;
    }
    if (years !== null) open = { first: line, years, numbering };
  }
  if (open) sections.push({ first: open.first, end: lines.length, years: open.years });
  return sections;
}

const LONGEST_ANNOUNCEMENT = 80;
/** 到2030年将实现：, over a list: what opens the list dates its items. */
function announcedLists(text: string, lines: readonly Line[], year: number): PlanSection[] {
  const sections: PlanSection[] = [];
  for (const [line, { start, end }] of lines.entries()) {
    const said = end - start > LONGEST_ANNOUNCEMENT ? "" : text.slice(start, end).trimEnd();
    if (!/[：:]$/u.test(said)) continue;
    const years = periodsIn(said, start, year).at(-1)?.period ?? (/目标/u.test(said) ? plannedUnder(said, year) : null);
    const style = lines[line + 1]?.numbering ?? null;
    if (years === null || years === String(year) || style === null) continue;
    let last = line + 1;
    while (lines[last]?.numbering === style) last++;
    sections.push({ first: line + 1, end: last, years });
  }
  return sections;
}

const AIMS =
  /^[\s　]*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、])?[\s　]*(?:总体|发展|主要|工作|具体|行动|建设)?目标[。：:]?/u;
const BY_YEAR = /^[\s　\n]*(?:通过[^，。]{1,12}努力，|力争)?到(20\d\d)年(?:底|末)?[，,]/u;
/** 力争到2010年，… ⏎ 产业优势更加突出：…: what will be better by then. */
const BETTER_THEN =
  /^[\s　—-]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?[\u4e00-\u9fff]{2,10}(?:更加|更为|明显|显著|持续|进一步|大幅|不断|稳步|全面|基本|加快|加速|逐步)[\u4e00-\u9fff]{2,8}[：:。](?![^。；]{0,80}(?:20\d\d年|今年|明年|去年|[“"]十))/u;
/** （二）发展目标。到2028年，…: what the aims begin with dates the paragraphs below, up to the next heading numbered alike. */
function aimsOfAYear(text: string, lines: readonly Line[], year: number): PlanSection[] {
  const sections: PlanSection[] = [];
  for (const [line, { start, end, numbering }] of lines.entries()) {
    const aims = AIMS.exec(text.slice(start, Math.min(end, start + LONGEST_ANNOUNCEMENT)))?.[0];
    if (aims === undefined) {
      const by = BY_YEAR.exec(text.slice(start, Math.min(end, start + LONGEST_ANNOUNCEMENT)))?.[1];
      let last = line + 1;
      while (by !== undefined && lines[last] && BETTER_THEN.test(text.slice(lines[last]?.start, lines[last]?.end)))
        last++;
      if (by !== undefined && Number(by) > year && last > line + 1)
        sections.push({ first: line, end: last, years: by });
      continue;
    }
    const from = start + aims.length;
    const said = BY_YEAR.exec(text.slice(from, from + LONGEST_ANNOUNCEMENT))?.[1];
    if (said === undefined || Number(said) <= year) continue;
    let last = line + 1;
    while (lines[last] && (numbering === null ? lines[last]?.numbering === null : lines[last]?.numbering !== numbering))
      last++;
    sections.push({ first: line, end: last, years: said });
  }
  return sections;
}

/** The years a heading sets over what stands below it; null where it names a year beside the plan, or no plan that lies ahead. */
function plannedUnder(heading: string, year: number): string | null {
  const coming = /(?:今后|未来)([三五])年/u.exec(heading)?.[1];
  if (coming !== undefined && !/20\d\d年/u.test(heading)) return `${year}-${year + (coming === "五" ? 4 : 2)}`;
  const named = [...heading.matchAll(PLAN_NAMED)].at(-1);
  const years = named ? yearsOfPlan(`十${named[1] ?? named[2] ?? ""}`) : null;
  return years === null || years.first < year || /20\d\d年/u.test(heading) ? null : `${years.first}-${years.last}`;
}
