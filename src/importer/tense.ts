/**
 * Which figures are promises and which are facts about the past. A sentence that says so itself (去年, 力争) decides; then what was said
 * before it; then how its paragraph sounds. Where nothing tells, a figure is a doubtful promise: a person decides, nothing is lost.
 */
import type { Layout } from "./layout";
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
    const words = timeWords(text, found, layout.lines, year);
    const reviews = reviewsWithEnd(text, layout.lines, words);
    this.said = withinSections(text, words, layout.lines, reviews);
    // Whoever is named in a review that a next heading closes: it is a review to its end.
    const spoken = voiceStarts.filter((at) => !reviews.some(([start, end]) => start <= at && at < end));
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
    if (nearest) return { tense: nearest.tense, by: "said" };
    if (isBeforeTurn) return { tense: "past", by: "carried" };
    // 已 behind the figure tells of this sentence alone; what lasts is not overruled by it.
    if (this.state !== null) return { tense: this.state, by: "carried" };
    if (this.isTold) return { tense: "past", by: "carried" };
    if (later && !later.isLasting) return { tense: later.tense, by: "said" };
    // 进入新阶段，年均增长6%左右，到2025年…: what follows in the sentence lies ahead, and facts have no bounds.
    if (sounded === "past" && hasComparator && (later?.tense === "future" || !this.tellsPast))
      return { tense: "future", by: "assumed" };
    if (sounded !== null) return { tense: sounded, by: "sounded" };
    if (hasComparator) return { tense: "future", by: "sounded" };
    return { tense: "future", by: sound === "open" || this.tellsBoth ? "assumed" : "sounded" };
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
