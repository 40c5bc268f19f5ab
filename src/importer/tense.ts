/**
 * Which figures are promises and which are facts about the past. A sentence that says so itself (去年, 力争) decides; then what was said
 * before it; then how its paragraph sounds: a review tells what was brought about, a plan says what to do.
 */
import type { Layout } from "./layout";
import { codesOf, type Figure } from "./patterns";
import type { MarkedWord, Scan } from "./scan";

export type Tense = "past" | "future";
export interface TenseFound {
  readonly tense: Tense;
  /** said: a word of its sentence; carried: the words before; sounded: its paragraph; assumed: nothing tells. */
  readonly by: "said" | "carried" | "sounded" | "assumed";
}

const CLEAR = 0.8; // a paragraph's hints tell when they outweigh the others by this much
const EXACT_DIGITS = 4; // 23.35万 is counted, 23万 is planned
const EXACT_WEIGHT = 0.4;
const UNEVEN_WEIGHT = 0.2; // 276家: plans are rounder
const EXACT_LIMIT = 2;
const BOUNDS = codesOf("以左");
const SAID_PAST = 0.75; // 已, 目前 and 将, 要 in one sentence colour the others of their paragraph
const SAID_FUTURE = 0.2;
const BOUNDED_WEIGHT = 0.4; // 以上, 左右, 以内: facts have no bounds
const BOUNDED_LIMIT = 1.6;
const PLAN_HEADING =
  /工作安排|重点工作|总体要求|预期目标|主要目标|工作打算|主要任务|下一步|目标任务|实事|项目清单|工作计划|实施方案|任务分解/u;
const REVIEW_HEADING = /回顾|总结|工作情况|主要成效|取得的成绩|完成情况|进展情况/u;
const COMPARING = /[比较与同和于过至从向]$|[于过](?:当地|全国|全省|全市|本地)$|同比|不低于|达到|超过|高于/u; // 比去年增长: the year is a yardstick
// 完成8800万吨，同比增长7.1%: a level beside its exact change is reported; promises leave the year before away, or say how firm they are.
const LEVEL_REPORTED = /\d[余多]?[万亿]*[\u4e00-\u9fff]{1,6}[，,]?[比较]?$/u;
const CHANGE_REPORTED =
  /^(?:同期)?(?:分别|净)?(?:增长|增加|提高|提升|上升|下降|减少|降低|多|少)(?:了|约)?\d[\d.]*(?!\d|\.)[^，。；\n]{0,6}/u;
const PROMISING = /力争|确保|预期|预计|目标|计划|争取|努力|将|要|拟|今年|明年|以上|以内|左右|不低于|不少于|超过|突破/u;
const ATTRIBUTES = new Set(["现有", "已", "已经", "现已"]);
const DESCRIBED = /^[^，。；：\n\d]{1,8}的[^，。；：\n]{0,20}/u; // 已下达的1800户改造任务，8月底…
const SHORT_BEFORE = 6;
const ACTED_UPON =
  /(?:^|[，。；、：\n])(?:加快|持续|继续|积极|全面|有序|稳步|大力)?(?:推进|推动|对|将|把|在|优化|提升|改造|利用|盘活|依托|用好|整合|完善|支持|管好|升级|更新|巩固|拓展|发挥)$/u;
const NAMED_PLAN = /^(?:[》”"」完的和、，。；（\n]|纳入|任务|扎实|有序|顺利|加快|深入|全面(?:实施|启动|推进)|惠及)/u;
const SENTENCE_BEFORE = 60;
const GOAL_NEIGHBOURS = 28;
const LINE_BEGINNING = 8;
const HEADING_HALF = 30;
const ANNOUNCED_BEHIND = /^(?:[^。；，\n]{0,16}[：:]|(?:项目)?(?:主要)?(?:包括|是|为|有|如下|建议))/u;
const ANNOUNCED_BEFORE = /(?:今年|明年|新的一年|下一步|20\d\d年|将|继续|接续|全年)[^。；\n]{0,24}$/u;
const AS_BEFORE = /^(?:的)?(?:做法|经验|基础|水平|力度|标准)/u; // 延续去年做法 is about this year
// 推进去年启动的14个项目, 在上年3400亩的基础上: the year tells of no more than this.
const ATTRIBUTE =
  /^(?:[^，。；：\n]{0,30}?基础上|(?:已|新)?(?:启动|开工|建成|新建|续建|在建|实施|签约|引进|认定|立项)的[^，。；：\n]{0,20})/u;
// 超额完成年度目标任务, 完成目标任务的113%, 民生实事年度任务如期完成: what was aimed at was reached.
const REACHING =
  /(?:(?:圆满|超额|较好|顺利|全面|提前|分别|均|已)(?:地)?完成|实现|高于|好于|快于|达到了?|完成了|办成了?|办好了|(?:^|[，。；\n])完成)[^，。；\n]{0,14}$/u;
const PROMISING_TO_REACH = /(?:确保|力争|争取|努力|要|将|奋力|全力|坚决|保证|为)[^，。；\n]{0,20}$/u;
const REACHED =
  /^(?:[^，。；\n]{0,10}?(?:任务|目标|项目)?(?:已|均|都|总体|全部|全面|圆满|顺利|较好|如期|提前|基本|超额|高质量)+(?:地)?(?:完成|实现|达成|办结|办成|落地)|的\d|[^，。；\n]{0,4}(?:顺利|扎实|有序|加快|稳步|深入|有力|全面)(?:有效)?(?:推进|落实|落地|实施)(?=[，。；])|[^，。；\n]{0,3}(?:齐升|向好|并进)(?=[，。；]))/u;
const GOALS = /目标|任务|实事|项目$|重点工作$/u;
const REACHED_GOAL = /^[^。；\n]{0,34}目标(?:任务)?(?:顺利|圆满|全面|如期|提前|基本|胜利)?(?:实现|完成|达成)/u; // 力争…的目标顺利实现
// Told of what was done as well as of what will be: 将…纳入, where 将 is 把, and 确保…如期投产.
const TOLD_TOO = new Map([
  [
    "将",
    /^[^，。；]{1,16}?(?:纳入|列入|下放|延伸|提高|提升|整合|缩短|压缩|降至|降到|降低|增加到|扩大|拓展|作为|用于|移交|转为|转化|打造成|调整)/u,
  ],
  ["确保", /^[^，。；]{2,24}?(?:如期|按期|按时|顺利)/u],
]);

interface Explicit {
  readonly at: number;
  readonly end: number;
  readonly tense: Tense;
  readonly isLasting: boolean;
  /** Where the word stops to tell. */
  readonly until: number;
  /** Said of what was done as well (争取资金, 将标准提高到): it counts only where no past is told; a weak past, only where no future is. */
  readonly isWeak: boolean;
}

/** Answers, place by place in the order of the text, whether a figure there is past. */
export class Tenses {
  private readonly explicit: readonly Explicit[];
  private readonly lineTense: (Tense | null)[] = [];
  private readonly turnEnds: readonly (readonly [start: number, end: number])[];
  private readonly unsure: boolean;
  private at = 0;
  private state: Tense | null = null;

  constructor(
    private readonly text: string,
    found: Scan,
    private readonly layout: Layout,
    year: number | null,
    private readonly resets: readonly number[],
  ) {
    this.explicit = explicitWords(text, found, layout, year);
    this.turnEnds = turns(found.words, layout, this.explicit);
    this.soundOut(found);
    const tenses = new Set(this.explicit.map(({ tense }) => tense));
    this.unsure = tenses.size > 1;
  }

  /** @param hasComparator whether the figure is said to be reached at least, at most: facts are not */
  find(
    place: number,
    sentence: { readonly start: number; readonly end: number; readonly line: number },
    hasComparator: boolean,
  ): TenseFound {
    this.advance(sentence.start);
    const isBeforeTurn = this.isBeforeTurn(place);
    const sounded = this.lineTense[sentence.line] ?? null;
    let told = isBeforeTurn ? "past" : (this.state ?? sounded);
    let nearest: Explicit | null = null;
    let later: Explicit | null = null;
    for (let index = this.at; index < this.explicit.length; index++) {
      const word = this.explicit[index];
      if (!word || word.at >= sentence.end) break;
      if (word.isWeak && told !== null && told !== word.tense) continue;
      if (!word.isLasting && word.at <= place && word.until < place) continue;
      if (word.at > place) later ??= word;
      else {
        nearest = word;
        if (word.isLasting) told = word.tense;
      }
    }
    if (nearest) return { tense: nearest.tense, by: "said" };
    if (isBeforeTurn) return { tense: "past", by: "carried" };
    if (this.state !== null) {
      // 已 behind the figure tells of this sentence alone; what lasts is not overruled by it.
      return { tense: this.state, by: "carried" };
    }
    if (later && !later.isLasting) return { tense: later.tense, by: "said" };
    if (sounded !== null) return { tense: sounded, by: "sounded" };
    if (hasComparator) return { tense: "future", by: "sounded" };
    return { tense: "future", by: this.unsure ? "assumed" : "sounded" };
  }

  /** Takes in all words before `place`; a new speaker or heading starts afresh. */
  private advance(place: number): void {
    for (; this.at < this.explicit.length && (this.explicit[this.at]?.at ?? 0) < place; this.at++) {
      const word = this.explicit[this.at];
      if (!word) break;
      this.takeResets(word.at);
      if (!word.isLasting) continue;
      this.closeParagraph(word.at);
      this.state = word.tense;
      this.until = word.until;
    }
    this.takeResets(place);
    this.closeParagraph(place);
  }
  private until = Infinity;
  private closeParagraph(place: number): void {
    if (place <= this.until) return;
    this.state = "future";
    this.until = Infinity;
  }
  private resetAt = 0;
  private takeResets(place: number): void {
    while (this.resetAt < this.resets.length && (this.resets[this.resetAt] ?? 0) <= place) {
      this.state = null;
      this.until = Infinity;
      this.resetAt++;
    }
  }

  private turnAt = 0;
  private isBeforeTurn(place: number): boolean {
    while (this.turnAt < this.turnEnds.length && (this.turnEnds[this.turnAt]?.[1] ?? 0) <= place) this.turnAt++;
    const turn = this.turnEnds[this.turnAt];
    return turn !== undefined && turn[0] <= place;
  }

  /** How each line sounds by its hints; a line that says nothing sounds like the one before it. */
  private soundOut(found: Scan): void {
    const { lines } = this.layout;
    const scores = new Float64Array(lines.length);
    let lineOf = lineWalk(lines);
    for (const { mark, weight, start } of found.words) {
      if (mark === "pastHint" || mark === "pastResult") add(scores, lineOf(start), -weight);
      else if (mark === "futureHint") add(scores, lineOf(start), weight);
    }
    lineOf = lineWalk(lines);
    for (const { at, tense, isLasting, isWeak, until } of this.explicit) {
      if (isLasting || isWeak || until !== Infinity) continue;
      add(scores, lineOf(at), tense === "past" ? -SAID_PAST : SAID_FUTURE);
    }
    lineOf = lineWalk(lines);
    const exact = new Float64Array(scores.length);
    const bounded = new Float64Array(scores.length);
    for (const figure of found.figures) {
      const index = lineOf(figure.start);
      if (isBounded(this.text, figure)) add(bounded, index, BOUNDED_WEIGHT);
      else if (isCounted(figure)) add(exact, index, EXACT_WEIGHT);
      else if (isUneven(figure)) add(exact, index, UNEVEN_WEIGHT);
    }
    let before: Tense | null = null;
    let reset = 0;
    for (const [index, score] of scores.entries()) {
      const end = lines[index]?.end ?? 0;
      // Another speaker's lines do not sound like the ones before.
      for (; reset < this.resets.length && (this.resets[reset] ?? 0) <= end; reset++) before = null;
      const total = score - Math.min(exact[index] ?? 0, EXACT_LIMIT) + Math.min(bounded[index] ?? 0, BOUNDED_LIMIT);
      const own: Tense | null = total <= -CLEAR ? "past" : total >= CLEAR ? "future" : null;
      if (own !== null) before = own;
      this.lineTense.push(own ?? before);
    }
  }
}

/** Tells the line of each place it is asked for, which must come in the order of the text. */
function lineWalk(lines: Layout["lines"]): (place: number) => number {
  let line = 0;
  return (place) => {
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) < place) line++;
    return line;
  };
}

/** 23.35万个, 增长7.3%: nobody plans to the last digit. */
function isCounted({ digits, unitClass, value }: Figure): boolean {
  return digits >= EXACT_DIGITS || (unitClass === "share" && digits >= 2 && !Number.isInteger(value * 2));
}

function isUneven({ digits, unitClass, value }: Figure): boolean {
  return digits >= 3 && unitClass !== "time" && value % 10 !== 0;
}

function isBounded(text: string, { end }: Figure): boolean {
  return (
    BOUNDS.has(text.charCodeAt(end)) && /^(?:以上|左右|以内|以下)(?![\u4e00-\u9fff]{2})/u.test(text.slice(end, end + 4))
  );
}

function add(scores: Float64Array, index: number, weight: number): void {
  scores[index] = (scores[index] ?? 0) + weight;
}

function explicitWords(text: string, { words, figures }: Scan, { lines }: Layout, year: number | null): Explicit[] {
  const found: Explicit[] = [];
  for (const { mark, start, end, word } of words) {
    if (mark === "pastLasting") {
      const before = text.slice(Math.max(0, start - 4), start);
      if (COMPARING.test(before) && !/今年|回顾/u.test(word)) {
        if (isReportedChange(text, start, end))
          found.push({ at: start, end, tense: "past", isLasting: false, until: Infinity, isWeak: true });
        continue;
      }
      const isHalfYear = word === "上半年" && !/去年|\d年$/u.test(text.slice(Math.max(0, start - 5), start));
      if (isHalfYear) continue;
      const within = ATTRIBUTE.exec(text.slice(end, end + 40));
      if (within) {
        found.push({ at: start, end, tense: "past", isLasting: false, until: end + within[0].length, isWeak: false });
        continue;
      }
      if (AS_BEFORE.test(text.slice(end, end + 4)) || /(?:延续|沿用|参照|借鉴)$/u.test(before)) continue;
      if (word === "回顾" && /^(?:历史|总结经验)/u.test(text.slice(end, end + 4))) continue;
      found.push({ at: start, end, tense: "past", isLasting: true, until: Infinity, isWeak: false });
    } else if (mark === "pastHere") {
      if (ATTRIBUTES.has(word) && isAttribute(text, start)) continue;
      const described = ATTRIBUTES.has(word) ? DESCRIBED.exec(text.slice(end, end + GOAL_NEIGHBOURS)) : null;
      if (described) {
        found.push({
          at: start,
          end,
          tense: "past",
          isLasting: false,
          until: end + described[0].length,
          isWeak: false,
        });
        continue;
      }
      if (word === "当前" && /^(?:和今后|及今后|形势)/u.test(text.slice(end, end + 4))) continue;
      if (word === "同比" && !/(?:已|去年|上年|累计|截至)/u.test(text.slice(Math.max(0, start - 30), start))) {
        if (isReportedChange(text, start, end))
          found.push({ at: start, end, tense: "past", isLasting: false, until: Infinity, isWeak: true });
        continue;
      }
      if (
        /完成$/u.test(word) &&
        /(?:确保|力争|要|争取)[^，。；]{0,12}$|(?:月底|年底|月|日)前?$/u.test(
          text.slice(Math.max(0, start - 16), start),
        )
      )
        continue;
      if (word === "累计" && /(?:力争|确保|到)[^，。；]{0,14}$/u.test(text.slice(Math.max(0, start - 18), start)))
        continue;
      if (
        word === "截至" &&
        /^20\d\d年/u.test(text.slice(end, end + 5)) &&
        year !== null &&
        Number(text.slice(end, end + 4)) >= year
      )
        continue;
      // 累计达到50个 is said of plans as well.
      found.push({ at: start, end, tense: "past", isLasting: false, until: Infinity, isWeak: word === "累计" });
    } else if (mark === "futureLasting") {
      const behind = text.slice(end, end + 5);
      if (word === "今年" && /^(?:以来|前|上半年|1[—\-至]|初以|春)/u.test(behind)) {
        found.push({ at: start, end, tense: "past", isLasting: true, until: Infinity, isWeak: false });
        continue;
      }
      if (GOALS.test(word) && isReachedGoal(text, start, end)) continue;
      if (/实事$|项目$/u.test(word) && /^(?:顺利|全部|全面|圆满|总体|已|均|如期)/u.test(behind)) continue;
      if (
        /实事$/u.test(word) &&
        /(?:完成|办成|完成了|办好了)[^，。；]{0,10}$/u.test(text.slice(Math.max(0, start - 14), start))
      )
        continue;
      if (GOALS.test(word) && !isAnnounced(text, start, end)) {
        found.push({ at: start, end, tense: "future", isLasting: false, until: Infinity, isWeak: true });
        continue;
      }
      if (word === "重点工作" && /^(?:完成|全面|取得|任务完成)/u.test(behind)) continue;
      found.push({ at: start, end, tense: "future", isLasting: true, until: Infinity, isWeak: false });
    } else if (mark === "futureUnlessPast" || TOLD_TOO.get(word)?.test(text.slice(end, end + 30))) {
      found.push({ at: start, end, tense: "future", isLasting: false, until: Infinity, isWeak: true });
    } else if (mark === "futureHere") {
      if (REACHED_GOAL.test(text.slice(end, end + 40))) continue;
      if (word === "确保" && /^[了]/u.test(text.slice(end, end + 1))) continue;
      if (
        word === "将" &&
        /^(?:[^，。；]{0,12}(?:提高|提升|纳入|列入|作为))/u.test(text.slice(end, end + 16)) &&
        /[已了]/u.test(text.slice(end, end + 14))
      )
        continue;
      if (word === "计划" && NAMED_PLAN.test(text.slice(end, end + 6))) continue;
      if (word === "拟" && /[模虚]/u.test(text[start - 1] ?? "")) continue;
      found.push({ at: start, end, tense: "future", isLasting: false, until: Infinity, isWeak: false });
    }
  }
  if (year !== null)
    for (const { unitClass, bareUnit, value, start, end, valueMax } of figures) {
      if (unitClass !== "time" || bareUnit !== "年" || value < 1990 || value > 2100 || valueMax !== null) continue;
      const before = text.slice(Math.max(0, start - 3), start);
      const behind = text.slice(end, end + 8);
      if (COMPARING.test(before) && !/至$|到$|从$/u.test(before)) continue;
      if (value < year && /从$/u.test(before)) continue;
      if (/^(?:行动|方案|计划|版|报告|政府工作报告|规划|度国家)/u.test(behind)) continue;
      found.push({
        at: start,
        end,
        tense: value < year ? "past" : "future",
        isLasting: true,
        until: Infinity,
        isWeak: false,
      });
    }
  for (const { start, end, isHeading } of lines) {
    if (!isHeading) continue;
    const heading = text.slice(start, end);
    const named = /20\d\d/u.exec(heading);
    // A heading counts as said at its end, over the year in it.
    if (REVIEW_HEADING.test(heading))
      found.push({ at: end - 1, end, tense: "past", isLasting: true, until: Infinity, isWeak: false });
    else if (PLAN_HEADING.test(heading) && !(named && year !== null && Number(named[0]) < year))
      found.push({ at: end - 1, end, tense: "future", isLasting: true, until: Infinity, isWeak: false });
  }
  return withinSections(
    found.sort((left, right) => left.at - right.at),
    lines,
  );
}

/** 推进现有23家…扩容, 优化已建成的1600个…: what is there already is what something is done to. */
function isAttribute(text: string, start: number): boolean {
  return ACTED_UPON.test(text.slice(Math.max(0, start - SHORT_BEFORE), start));
}

/** Whether a goal stands over what follows: in a heading, before a colon, behind 今年. 用心办好民生实事 may be told of what was done. */
function isAnnounced(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - HEADING_HALF), start);
  const behind = text.slice(end, end + HEADING_HALF);
  const isHeading =
    (start < HEADING_HALF || before.includes("\n")) &&
    (/^[^。；]*\n/u.test(behind) || end + behind.length === text.length);
  return isHeading || ANNOUNCED_BEHIND.test(behind) || ANNOUNCED_BEFORE.test(before);
}

/** Whether what was aimed at, said at a place, is told to have been reached. */
function isReachedGoal(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - GOAL_NEIGHBOURS), start);
  if (PROMISING_TO_REACH.test(before)) return false;
  return REACHING.test(before) || REACHED.test(text.slice(end, end + GOAL_NEIGHBOURS));
}

/** Whether a yardstick (同比, 上年) at a place compares what was reached: a level before it, a change behind, no promising word around. */
function isReportedChange(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SENTENCE_BEFORE), start);
  if (!LEVEL_REPORTED.test(before)) return false;
  const change = CHANGE_REPORTED.exec(text.slice(end, end + 24));
  if (change === null) return false;
  const sentence = /[^。！？；\n]*$/u.exec(before)?.[0] ?? "";
  return !PROMISING.test(sentence + change[0]);
}

/** Under a plan's heading 去年 tells of its own paragraph; behind it the plan goes on. */
function withinSections(words: readonly Explicit[], lines: Layout["lines"]): Explicit[] {
  let line = 0;
  let section: Tense | null = null;
  return words.map((word) => {
    if (!word.isLasting) return word;
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) < word.at) line++;
    if (lines[line]?.isHeading) section = word.tense;
    else if (section === "future" && word.tense === "past") {
      let last = line; // of the printed lines of its paragraph
      while (last < lines.length - 1 && lines[last]?.continues) last++;
      return { ...word, until: lines[last]?.end ?? word.end };
    }
    return word;
  });
}

/** Stretches that a later turn (在肯定成绩的同时) shows to be a review: from what last lay ahead, or the beginning, up to the turn. */
function turns(
  words: readonly MarkedWord[],
  { lines }: Layout,
  explicit: readonly Explicit[],
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  let line = 0;
  let at = 0;
  let opened = -1; // where the last plan's heading stands
  let looksBack = -1; // where something last told of the past
  for (const { mark, start } of words) {
    if (mark !== "turn") continue;
    while (line < lines.length - 1 && (lines[line]?.end ?? 0) < start) {
      // A plan's heading closes a review from above, a 今年 within it does not. Behind the first turn the review is over, and once
      // a line begins with what lies ahead no later 来之不易 turns the plan into a review.
      const own = lines[line];
      for (; at < explicit.length && (explicit[at]?.at ?? 0) <= (own?.end ?? 0); at++) {
        const word = explicit[at];
        if (!own || !word?.isLasting) continue;
        if (word.tense === "past") looksBack = word.at;
        else if (own.isHeading || (found.length > 0 && word.at - own.start < LINE_BEGINNING)) opened = own.end;
      }
      line++;
    }
    const isOver = opened > from && (found.length > 0 || looksBack < opened);
    const begin = Math.max(from, opened);
    const end = Math.max(begin, lines[line]?.start ?? start);
    found.push([isOver ? end : begin, end]);
    from = end;
  }
  return found;
}
