/**
 * Which figures are promises and which are facts about the past. A sentence that says so itself (去年, 力争) decides; then what was said
 * before it; then how its paragraph sounds. Where nothing tells, a figure is a doubtful promise: a person decides, nothing is lost.
 */
import { isGoalBeside } from "./goalBeside";
import type { Layout } from "./layout";
import { progressRows, withProgressRows } from "./progressRows";
import type { Scan } from "./scan";
import { reviewEnds, reviewsWithEnd, turns, withinSections } from "./sections";
import { soundOut, type Sound } from "./sound";
import type { Tense, TimeSaid } from "./timeSaid";
import { timeWords } from "./timeWords";
import { tellsByTitle } from "./titles";

export interface TenseFound {
  readonly tense: Tense;
  /** said: a word of its sentence; carried: the words before; sounded: its paragraph; assumed: nothing tells. */
  readonly by: "said" | "carried" | "sounded" | "assumed";
}

/** What a text is, as a person says: all plan, all review, or both, which the text must tell itself. */
export const TEXT_KINDS = ["plan", "review", "both"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** 确定了12件, 形成了5项: a figure right behind 了 tells what was done; 为了 and 除了 tell nothing. */
const DONE: TenseFound = { tense: "past", by: "said" };
const isDone = (text: string, place: number) =>
  /(?<![为除罢])了(?:原先|原有|原来)?$/u.test(text.slice(Math.max(0, place - 4), place)) &&
  !AIMED_AT.test(text.slice(place, place + 16));
/** 改造了15座; but 为了, 了解, and what is only decided or told: 印发了, 明确了. */
const DID =
  /(?<![为除罢未末])(?<!印发|出台|发布|制定|提出|明确|确定|公布|部署|下达|召开|介绍|透露|通报|编制|审议|通过|作出|规划|安排|听取|传达|总结|附上|附有|列出|列明|公示)了(?![解结却断然得])/u;
/** 共投资3亿元，新建了3所: what was done with it. */
const DID_BESIDE =
  /^[^，。；\n]{0,12}，[^，。；将要拟力计\n]{1,10}(?<![为除罢未末])(?<!印发|出台|发布|制定|提出|明确|确定|公布|部署|下达|召开|介绍|透露|附上|附有|列出|列明|公示)了(?![解结却断然得])/u;
/** 出租车750台，目前已…: what is reached is told of a figure right before, and not of all that follows. */
const COUNTED_BEFORE = /\d[^。；\n]{0,30}$/u;
/** 今年全市共有重点项目18个，其中在建4个: how many there are. */
const THERE_ARE = /(?<![将会达没])共有[^，。；\d]{0,14}(?:$|\d[^，。；]*(?:，其中[^，。；\d]*|、[^，。；\d]*)$)/u;
const LONGEST_TOLD = 120; // characters of its sentence before a figure in which 了 may tell of it
/** 12个村完成了整治, 与8个县签订了协议: told of what is counted. */
const DID_BEHIND =
  /^[\d.]+[^，。；将要拟力计\n]{1,20}(?:签订|签署|完成|实现|建成|通过|获得|取得|参加|用上|住进|搬进|走上|启动|开展|实施|建立|成立|举行|召开)了(?![解结却])/u;
/** 为15户困难家庭送去了慰问金: what was done for those that are counted, whatever it was. */
const DID_FOR =
  /^[\d.]+[^，。；将要拟力计\n]{2,30}[^，。；\n为除罢未末](?<!印发|出台|发布|制定|提出|明确|确定|公布|部署|下达)了(?![解结却断然])/u;
const FOR_WHOM = /(?<![针面应核校绝相反作成因认以称改行视])(?:对|为|向|给)(?:近|约|全[省市县区])?$/u;
/** 制定了70万平方米的目标: the aim is set, and not reached. */
const AIMED_AT = /^[\d.]+[^，。；\d]{0,6}的(?:年度|全年|工作)?(?:目标|任务)(?!完成|实现)/u;

/** Answers, place by place in the order of the text, whether a figure there is past. */
export class Tenses {
  private readonly said: readonly TimeSaid[];
  private readonly sounds: readonly Sound[];
  private readonly turnEnds: readonly (readonly [start: number, end: number])[];
  private readonly tellsBoth: boolean;
  /** Whether any word of the text says that something is past. */
  private readonly tellsPast: boolean;
  private readonly isTold: boolean;
  private readonly resets: readonly number[];
  private at = 0;
  private state: Tense | null = null;
  private until = Infinity;
  private resetAt = 0;
  private turnAt = 0;

  /** @param voiceStarts where another speaker begins: what was said before says nothing of what follows */
  constructor(
    private readonly text: string,
    found: Scan,
    layout: Layout,
    year: number | null,
    voiceStarts: readonly number[],
    private readonly kind: TextKind,
  ) {
    const rows = progressRows(text);
    const words = timeWords(text, found, layout.lines, year);
    const reviews = reviewsWithEnd(text, layout.lines, words);
    this.said = withProgressRows(rows, withinSections(text, words, layout.lines, reviews));
    // Whoever is named in a review that a next heading closes: it is a review to its end.
    const spoken = voiceStarts.filter(
      (at) =>
        !reviews.some(([start, end]) => start <= at && at < end) && !rows.some((row) => row.at <= at && at < row.end),
    );
    const resets = [...spoken, ...reviewEnds(text, layout.lines, this.said)].sort((left, right) => left - right);
    this.resets = resets;
    this.turnEnds = turns(found.words, layout, this.said);
    this.sounds = soundOut(text, found, layout.lines, this.said, resets);
    this.isTold = tellsByTitle(text, layout);
    this.tellsPast = this.said.some(({ tense }) => tense === "past");
    this.tellsBoth = new Set(this.said.map(({ tense }) => tense)).size > 1;
  }

  /** @param hasComparator whether the figure is said to be reached at least, at most: facts are not */
  find(
    place: number,
    sentence: { readonly start: number; readonly end: number; readonly line: number },
    hasComparator: boolean,
  ): TenseFound {
    this.advance(sentence.start);
    if (this.kind === "both" && isDone(this.text, place)) return DONE;
    const isBeforeTurn = this.isBeforeTurn(place);
    const sound = this.sounds[sentence.line] ?? null;
    const sounded = sound === "open" ? null : sound;
    const told = isBeforeTurn ? "past" : (this.state ?? sounded);
    const { nearest, later } = this.saidIn(sentence, place, told);
    if (this.kind !== "both") return this.asGiven(nearest);
    if (this.isToldOf(sentence, place, nearest)) return DONE;
    if (nearest) return { tense: nearest.tense, by: "said" };
    if (isBeforeTurn) return { tense: "past", by: "carried" };
    // 已 behind the figure tells of this sentence alone; what lasts is not overruled by it.
    if (this.state !== null) return { tense: this.state, by: "carried" };
    if (this.isTold) return { tense: "past", by: "carried" };
    if (later?.tense === "past" && !later.isLasting && sounded !== "past" && isGoalBeside(this.text, place))
      return { tense: "future", by: "assumed" };
    if (later && !later.isLasting) return { tense: later.tense, by: "said" };
    // 进入新阶段，年均增长6%左右，到2025年…: what follows in the sentence lies ahead, and facts have no bounds.
    if (sounded === "past" && hasComparator && (later?.tense === "future" || !this.tellsPast))
      return { tense: "future", by: "assumed" };
    if (sounded !== null) return { tense: sounded, by: "sounded" };
    if (hasComparator) return { tense: "future", by: "sounded" };
    return { tense: "future", by: sound === "open" || this.tellsBoth ? "assumed" : "sounded" };
  }

  /** 共投资3亿元，改造了公厕15座、新建3座: 了 behind a verb tells of the figures beside it, unless its sentence says what will be. */
  private isToldOf(
    { start, end }: { readonly start: number; readonly end: number },
    place: number,
    nearest: TimeSaid | null,
  ) {
    const { text } = this;
    const begin = Math.max(start, place - LONGEST_TOLD);
    const part = text.slice(begin, place);
    const from = part.lastIndexOf("；") + 1;
    const own = part.slice(from);
    const there = own.indexOf("共有");
    if (there >= 0 && THERE_ARE.test(own)) return nearest?.tense !== "future" || nearest.at < begin + from + there;
    const did = part.lastIndexOf("了");
    if (did >= from && DID.test(part.slice(Math.max(from, did - 3)).slice(0, 5)))
      return nearest?.tense !== "future" || (nearest.isLasting && nearest.at < begin + did);
    if (nearest !== null && (nearest.tense === "past" || !nearest.isLasting)) return false;
    const behind = text.slice(place, Math.min(end, place + 48));
    if (!behind.includes("了")) return false;
    return (
      DID_BESIDE.test(behind) ||
      DID_BEHIND.test(behind) ||
      (FOR_WHOM.test(text.slice(Math.max(0, place - 8), place)) && DID_FOR.test(behind))
    );
  }

  /** In a plan only what its own sentence calls past is past, in a review only what it promises is promised. */
  private asGiven(nearest: TimeSaid | null): TenseFound {
    const given: Tense = this.kind === "plan" ? "future" : "past";
    return nearest && !nearest.isWeak ? { tense: nearest.tense, by: "said" } : { tense: given, by: "carried" };
  }

  /** The last word of time before a place in its sentence, and the first behind it. */
  private saidIn(
    sentence: { readonly end: number },
    place: number,
    before: Tense | null,
  ): { readonly nearest: TimeSaid | null; readonly later: TimeSaid | null } {
    let told = before;
    let nearest: TimeSaid | null = null;
    let later: TimeSaid | null = null;
    for (let index = this.at; index < this.said.length; index++) {
      const word = this.said[index];
      if (!word || word.at >= sentence.end) break;
      if (word.isWeak && told !== null && told !== word.tense) continue;
      if (this.isOverBy(word, place, told)) continue;
      if (!word.isLasting && word.at <= place && word.until < place) continue;
      // 1—8月完成86亿元 tells of its own words alone.
      if (word.at > place) {
        if (word.until === Infinity || word.isLasting) later ??= word;
      } else {
        nearest = word;
        if (word.isLasting) told = word.tense;
      }
    }
    return { nearest, later };
  }

  /** 更新出租车750台，目前已完成150台；淘汰330台: within a plan what is reached so far tells of its own part of the sentence. */
  private isOverBy({ at, tense, isLasting, until }: TimeSaid, place: number, told: Tense | null): boolean {
    if (told !== "future" || tense !== "past" || isLasting || until !== Infinity || at > place) return false;
    return this.text.slice(at, place).includes("；") && COUNTED_BEFORE.test(this.text.slice(Math.max(0, at - 40), at));
  }

  /** Takes in all words before `place`; a new speaker or heading starts afresh. */
  private advance(place: number): void {
    for (; this.at < this.said.length && (this.said[this.at]?.at ?? 0) < place; this.at++) {
      const word = this.said[this.at];
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

  private closeParagraph(place: number): void {
    if (place <= this.until) return;
    this.state = this.state === "past" ? "future" : "past"; // what its section goes on with
    this.until = Infinity;
  }

  private takeResets(place: number): void {
    while (this.resetAt < this.resets.length && (this.resets[this.resetAt] ?? 0) <= place) {
      this.state = null;
      this.until = Infinity;
      this.resetAt++;
    }
  }

  private isBeforeTurn(place: number): boolean {
    while (this.turnAt < this.turnEnds.length && (this.turnEnds[this.turnAt]?.[1] ?? 0) <= place) this.turnAt++;
    const turn = this.turnEnds[this.turnAt];
    return turn !== undefined && turn[0] <= place;
  }
}
