/** The years a promise is about: said in its sentence, or the report's own. */

export interface PeriodFound {
  /** 2025, or 2021-2025. */
  readonly period: string | null;
  readonly isImplied: boolean;
}

const FIVE_YEAR_PLANS = new Map(
  [..."十一 十二 十三 十四 十五 十六".split(" ")].map((word, index) => [word, 2006 + 5 * index]),
);
const PERIOD =
  /(20\d\d)年?\s*[-—–~～－至到]+\s*(20\d\d)\s*年|(?:到|至|力争|确保)?(20\d\d)\s*年|“?(十[一二三四五六])五”?(末|期末|期间|时期|末期)?|(今后|未来|接下来)([一二两三四五六七八九十\d]{1,2})年|([一二两三四五六七八九十\d]{1,2})年(?:(?:之|以)?内|(?=(?:累计|共计?)?(?:建成|新建|完成|改造|新增|增加|实现|培育|打造))())|(?:用|通过|经过)([两三四五2-5])年(?:左右)?的?(?:时间|努力)|今明两年|明年|后年|今年|年内|年底/gu;
const DIGITS = "零一二三四五六七八九十";

/** The years of a five-year plan by its number: 十五 is 2026-2030; null for one nobody names. */
export function yearsOfPlan(number: string): { readonly first: number; readonly last: number } | null {
  const first = FIVE_YEAR_PLANS.get(number);
  return first === undefined ? null : { first, last: first + 4 };
}

function count(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : word === "两" ? 2 : Math.max(0, DIGITS.indexOf(word));
}

/** 2026年江州市政府工作报告 or 江州市2026年政府工作报告, on a line of its own at the top: the year it plans. */
const TITLE =
  /(?:^|\n)[^，。；\n\d]{0,12}(20\d\d)年[^，。；\n]{0,20}(?:工作报告|要点|计划|安排|方案|清单|实事)[^，。；\n]{0,6}(?:\n|$)/u;
/** …三年行动方案（2025—2027年）: a plan begins with the first of its years. */
const RANGE_TITLE =
  /(?:^|\n)[^，。；\n]{2,40}(?:方案|规划|计划|纲要)[\s　]*[（(](20\d\d)年?[\s　]*[-—–~～－至到]+[\s　]*20\d\d年?[）)][\s　]*(?:\n|$)/u;
/** 关于2025年预算执行情况和2026年预算草案的报告: it plans the second of its years. */
const REVIEW_AND_PLAN =
  /(20\d\d)年[^，。；\n]{0,40}?(?:情况|总结|回顾)[\s　]*(?:和|与|及|以及|暨|、)[^，。；\n]{0,6}?(20\d\d)年[^，。；\n]{0,30}?(?:草案|计划|安排|打算|要点|思路|任务|预算|工作)/u;
/** 柳湾县2025年统计公报, 2025年工作总结: written in the next year. */
const TOLD_TITLE =
  /(?:^|\n)[^，。；\n\d]{0,24}(20\d\d)年度?(?!上半年|[一二三四前第]|\d|[^，。；\n]{0,20}(?:计划|打算|安排|要点|思路|方案))[^，。；\n]{0,30}?(?:公报|工作总结|总结报告|决算|绩效(?:自评|评价)(?:报告)?)[^，。；\n]{0,6}(?:\n|$)/u;
const TITLE_WITHIN = 300;
const TITLE_WEIGHT = 8;
/** 2026年1月27日在…会议上, or a day on a line of its own: when it was delivered. In the last quarter the next year is planned. */
const DELIVERED =
  /(?:^|[\n—―–（(-]|报告)[\s　]*(20\d\d)年\s*(\d{1,2})月(?:\d{1,2}日)?(?:[\s　]*(?:在[^\n]{0,40}会议|[^，。\n]{0,24}代表大会)|[）)]?\s*(?:\n|$))/u;
/** 国发〔2011〕42号: the year of a circular by its number. */
const NUMBERED = /[发函字办]\s*[〔[（(［](20\d\d)[〕\]）)］]\s*\d+\s*号/u;
const NUMBERED_WEIGHT = 12;
const DELIVERED_WITHIN = 500;
const DELIVERED_WEIGHT = 8;
const LAST_QUARTER = 10;
/** 一、2025年和“十四五”时期工作回顾, 三、2026年重点工作: headings tell what was and what is to come. */
const YEAR_HEADING =
  /(?:^|\n)[\s　#*]*(?:[一二三四五]、|（[一二三四五]）|第[一二三四五]部分)?[\s　]*(20\d\d)年([^，。；\n]{2,30})(?=\n)/gu;
const HEADING_WEIGHT = 4;
/** 2026年国民经济和社会发展的主要预期目标是: whose aims are set. */
const AIMS_OF_YEAR =
  /(?<![到至以])(20\d\d)年(?:全[省市县区州])?(?:国民经济和社会发展|经济社会发展|经济和社会发展|我[省市县区])?的?(?:主要|总体)?预期(?:奋斗)?目标(?!(?:任务)?(?:顺利|圆满|全面|完成|实现|基本))/gu;
const AIMS_WEIGHT = 8;
const MENTIONED_WEIGHT = 7; // at most: a review says its year over and over

/** The year a text is about: its title, the day it was delivered, its headings, and how often it is said to lie ahead. */
export function yearOf(text: string): number | null {
  const counts = new Map<number, number>();
  const add = (year: number, weight: number) => {
    if (year >= 1990 && year <= 2100) counts.set(year, (counts.get(year) ?? 0) + weight);
  };
  const head = text.slice(0, 20_000);
  const both = REVIEW_AND_PLAN.exec(text.slice(0, TITLE_WITHIN))?.[2];
  const title = both ?? TITLE.exec(text.slice(0, TITLE_WITHIN))?.[1];
  if (title !== undefined) add(Number(title), TITLE_WEIGHT);
  const range = RANGE_TITLE.exec(text.slice(0, TITLE_WITHIN))?.[1];
  if (range !== undefined && title === undefined) add(Number(range), TITLE_WEIGHT);
  const told = title === undefined ? TOLD_TITLE.exec(text.slice(0, TITLE_WITHIN))?.[1] : undefined;
  if (told !== undefined) add(Number(told) + 1, TITLE_WEIGHT);
  if (title === undefined) for (const [, year] of head.matchAll(AIMS_OF_YEAR)) add(Number(year), AIMS_WEIGHT);
  const numbered = NUMBERED.exec(text.slice(0, TITLE_WITHIN))?.[1];
  if (numbered !== undefined) add(Number(numbered), NUMBERED_WEIGHT);
  const delivered = DELIVERED.exec(text.slice(0, DELIVERED_WITHIN));
  if (delivered) add(Number(delivered[1]) + (Number(delivered[2]) < LAST_QUARTER ? 0 : 1), DELIVERED_WEIGHT);
  for (const [, year, rest = ""] of head.matchAll(YEAR_HEADING)) {
    if (/回顾|总结/u.test(rest)) add(Number(year) + 1, HEADING_WEIGHT);
    else if (/工作|目标|任务|安排/u.test(rest) && !/报告|情况|成[绩效就]/u.test(rest))
      add(Number(year), HEADING_WEIGHT);
  }
  const mentions = new Map<number, number>();
  for (const match of head.matchAll(/(?<![比较从至到自])(20\d\d)年([^，。；\n]{0,16})/gu)) {
    const isPlan = /^(?:政府工作(?!报告)|工作|重点|经济|主要|部门|目标|民生|惠民|为民|办|将|要|计划|，)/u.test(
      match[2] ?? "",
    );
    const isReview = /回顾|总结|成就|(?:完成|执行)情况|^.{0,5}以来|^.{0,5}前/u.test(match[2] ?? "");
    const year = Number(match[1]);
    if (/^(?:政府)?工作报告/u.test(match[2] ?? "")) continue; // what another document is called
    if (/[是为]$/u.test(head.slice(Math.max(0, match.index - 1), match.index)) && /^的\s*\d/u.test(match[2] ?? ""))
      continue; // 是2021年的1.6倍
    const weight = (match.index < 200 ? 3 : 1) + (isPlan ? 2 : 0) - (isReview ? 1 : 0);
    mentions.set(year, Math.min(MENTIONED_WEIGHT, (mentions.get(year) ?? 0) + weight));
  }
  for (const [year, weight] of mentions) add(year, weight);
  if (counts.size === 0) return null;
  const year = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? null;
  const isDated = title !== undefined || told !== undefined || numbered !== undefined || delivered !== null;
  return year !== null && !isDated && isOnlyTold(head, year) ? year + 1 : year;
}

const AHEAD_THIS_YEAR = /今年[^。！？\n]{0,40}?(?:将|计划|拟|力争|要)/u;
const TOLD_OF_YEAR = /完成|实现|公布|通报|获|荣|评为|入选|列入|累计|达到?了|增长了/u;
const AHEAD_IN_YEAR = /将|计划|拟|力争|确保|目标|预期|要点|重点工作|实事|工作安排|预算(?!收入|支出|执行)|草案/u;
/** 2025年，我市完成水利项目…。今年，该局将…: what is only told of its year is written in the next one. */
function isOnlyTold(text: string, year: number): boolean {
  if (isOnlyReviewed(text, year)) return true;
  if (!AHEAD_THIS_YEAR.test(text) || text.includes(`${year + 1}年`)) return false;
  const said = [...text.matchAll(new RegExp(`${year}年[^。！？\\n]*`, "gu"))].map(([sentence]) => sentence);
  return said.length > 0 && said.every((each) => TOLD_OF_YEAR.test(each) && !AHEAD_IN_YEAR.test(each));
}

const REVIEW_HEADING = /(?:^|\n)[\s　]*一、(?:过去[五三四]年|20\d\d年|[^，。\n]{0,8})[^，。\n]{0,12}回顾[\s　]*\n/u;
/** 一、过去五年工作回顾, and the latest year is told of all over: it is the last of those. */
function isOnlyReviewed(text: string, year: number): boolean {
  if (!REVIEW_HEADING.test(text)) return false;
  const said = [...text.matchAll(new RegExp(`${year}年[^。！？\\n]*`, "gu"))].map(([sentence]) => sentence);
  const ahead = said.filter((each) => AHEAD_IN_YEAR.test(each)).length;
  const isReached = new RegExp(`[到至]${year}年的\\d`, "u").test(text);
  return (isReached || said.some((each) => TOLD_OF_YEAR.test(each))) && ahead * FEW_AHEAD <= said.length;
}
const FEW_AHEAD = 5; // of so many sentences one may speak of an aim that was reached

/** The period of undated promises: the report's year, or the years of a plan that a document keeps coming back to. */
export function defaultPeriod(text: string, year: number | null): string | null {
  if (year === null) return null;
  const head = text.slice(0, 100_000);
  const ahead = ALSO_AHEAD.exec(head.slice(0, PLAN_SAYS_WITHIN))?.[1];
  if (ahead !== undefined) return `${year}-${year + (ahead === "五" ? 4 : 2)}`;
  if (/今年/u.test(head)) return String(year);
  const counts = new Map<string, number>();
  for (const match of head.matchAll(/(20\d\d)年?[-—–~～－至]+(20\d\d)年/gu)) {
    const [first, last] = [Number(match[1]), Number(match[2])];
    if (first >= year && last > first && last - first <= 10) {
      const range = `${first}-${last}`;
      counts.set(range, (counts.get(range) ?? 0) + 1);
    }
  }
  const within = [...head.matchAll(/(?:^|[，。；：\n])[\s　]*([三五35])年内/gu)].map((match) => count(match[1] ?? ""));
  if (within.length >= 2 && within.every((length) => length === within[0]) && !/年内(?!.)|明年/u.test(head))
    return `${year}-${year + (within[0] ?? 1) - 1}`;
  const says = PLAN_SAYS.exec(head.slice(0, PLAN_SAYS_WITHIN))?.[1];
  if (says !== undefined && Number(says) > year && !head.includes("明年")) return says;
  const often = [...counts].sort((left, right) => right[1] - left[1])[0];
  if (often && often[1] >= 2) return often[0];
  return head.includes(`${year}年`) ? String(year) : (planOf(head, year) ?? String(year));
}

/** 《公共服务规划》明确，到2029年: what a plan says, as its first lines tell. */
const PLAN_SAYS = /(?:规划|方案|纲要|行动计划|意见)》[^。\n]{0,12}(?:明确|提出|要求|指出)[，,：:]?到(20\d\d)年/u;
const PLAN_SAYS_WITHIN = 200;
/** 2026年及未来五年，我县将办好八件实事: what opens a text dates it. */
const ALSO_AHEAD = /20\d\d年(?:及|和|以及)(?:今后|未来)([三五])年/u;

/** The years of the five-year plan an outline speaks of, by its name or by its last year, where it names no other. */
function planOf(text: string, year: number): string | null {
  const plans = [...text.matchAll(/“?(十[一二三四五六])五”?(?=时期|期间|末|规划)/gu)].map((match) => match[1] ?? "");
  const [name] = plans;
  const years = name === undefined ? null : yearsOfPlan(name);
  if (years === null || years.first < year || plans.some((each) => each !== name)) return null;
  const { first, last } = years;
  return plans.length + text.split(`到${last}年`).length - 1 >= 2 ? `${first}-${last}` : null;
}

/** A period said in a sentence, and where. */
export interface PeriodSaid {
  readonly at: number;
  readonly period: string;
  /** Where it stops to count: 三年建成70所 tells of no more than its clause. */
  readonly until: number;
}

/** The periods a sentence says, in its order. @param start where the sentence stands: places are counted in the whole text */
export function periodsIn(sentence: string, start: number, year: number | null): PeriodSaid[] {
  if (!/[年五]/u.test(sentence)) return [];
  const said: PeriodSaid[] = [];
  for (const match of sentence.matchAll(PERIOD)) {
    const period = resolve(match, sentence, year);
    if (period === null) continue;
    const stop = match[9] === undefined ? -1 : sentence.slice(match.index).search(/[，；]/u);
    said.push({ at: start + match.index, period, until: stop < 0 ? Infinity : start + match.index + stop });
  }
  return said;
}

/** The period a figure stands under: the last one said before it in its sentence, or one said behind it in its own clause. */
export function periodAt(
  said: readonly PeriodSaid[],
  place: number,
  clauseEnd: number,
  otherwise: string | null,
): PeriodFound {
  let found: PeriodSaid | null = null;
  for (const each of said) {
    if (each.until < place) continue;
    if (each.at < place) found = each;
    else if (found === null && each.at < clauseEnd) found = each;
    else break;
  }
  return found ? { period: found.period, isImplied: false } : { period: otherwise, isImplied: true };
}

function resolve(match: RegExpMatchArray, text: string, year: number | null): string | null {
  const before = text.slice(Math.max(0, (match.index ?? 0) - 3), match.index);
  const behind = text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 4);
  if (match[1] !== undefined && /^[)）]?》/u.test(behind)) return null; // 《…规划（2019-2035年）》
  if (match[1] !== undefined) return `${match[1]}-${match[2] ?? match[1]}`;
  if (match[3] !== undefined) {
    if (/(?:(?<!占)比|[较从由自同向])$/u.test(before) || /^(?:以来|版|行动|远景|前后)/u.test(behind)) return null;
    return year !== null && Number(match[3]) < year ? null : match[3];
  }
  if (match[4] !== undefined) {
    const years = yearsOfPlan(match[4]);
    // “十五五”主要目标 speaks of its years, “十五五”规划 of a document.
    const isTime = match[5] !== undefined && match[5] !== "";
    if (years === null || /[比较与同]$/u.test(before)) return null;
    if (
      !isTime &&
      (!/[：:是]\s*$/u.test(text) || !/^(?:经济|社会|发展|主要|[全我][国省市县区]|(?:的)?目标)/u.test(behind))
    )
      return null;
    return match[5]?.includes("末") ? String(years.last) : `${years.first}-${years.last}`;
  }
  // 三年建成20所; 近三年完成, 2025年完成 tell of what was.
  if (match[9] !== undefined && (!/^[两三四五2-5]$/u.test(match[8] ?? "") || /[近来过去这前第历每十]$/u.test(before)))
    return null;
  const years = match[7] ?? match[8] ?? match[10];
  if (years !== undefined) {
    const length = count(years);
    return year === null || length < 1 || length > 15
      ? null
      : length === 1
        ? String(year)
        : `${year}-${year + length - 1}`;
  }
  if (year === null) return null;
  if (match[0] === "今明两年") return `${year}-${year + 1}`;
  return String(year + (match[0] === "明年" ? 1 : match[0] === "后年" ? 2 : 0));
}
