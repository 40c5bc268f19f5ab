/** Drafts from what a clause gives: the figure with its name, and who, when and how firmly, which its sentence says. */
import type { Candidate } from "./candidates";
import type { Draft, Implied, Span } from "./drafts";
import type { Clause, Line, Sentence } from "./layout";
import { expectedOver } from "./expectedOver";
import { modalitiesIn, modalityAt, type ModalitySaid } from "./modality";
import type { Responsibility } from "./owners";
import { indicatorOf, type Neighbours } from "./names";
import type { Figure } from "./patterns";
import { periodAt, periodsIn, type PeriodSaid } from "./periods";
import { PeriodsOver } from "./periodsOver";
import { OwnPlace } from "./ownPlace";
import { trimLeading } from "./phrases";
import type { VagueWord } from "./scan";
import type { TenseFound } from "./tense";
import { LIST_SEPARATOR, VERBS } from "./lexicon";
import { EndingList } from "./wordList";

/** Where a figure stands, and who and when that makes it. */
export interface Place {
  readonly clause: Clause;
  readonly sentence: Sentence;
  readonly responsibility: Responsibility | null;
  readonly tense: TenseFound;
}

/** What holds for a whole text where it says nothing else. */
export interface Otherwise {
  readonly year: number | null;
  readonly period: string | null;
  readonly department: string | null;
}

/** What a sentence says of when and how firmly, found once for all its figures. */
interface SentenceWords {
  readonly sentence: Sentence;
  /** Where it stands, without the blanks before it. */
  readonly span: Span;
  readonly periods: readonly PeriodSaid[];
  readonly modalities: readonly ModalitySaid[];
}

const VERB_ENDINGS = new EndingList<true>(VERBS.map((word) => [word, true]));
const LONGEST_VERB = 6;
/** 多个部门协同: nothing is promised of these. */
const UNCOUNTED =
  /^(?:的)?(?:部门|方面|领域|层面|环节|渠道|维度|地区|国家|主体|层次|角度|由|(?:重要|重大|会议|决策)?(?:精神|部署|政策|讲话|指示|要求|战略|关系|问题))/u;
const LONGEST_VAGUE = 40;
const ORDERED = /推动|推进|确保|力争|促进|加快|争取|要|将/u;
/** What a vague word counts: 磷、铝等优势矿产 is 优势矿产, 投入少、见效快的项目 is 项目, 夜市、街区 begins with what stands for both. */
function vagueThing(behind: string): string {
  const whole = /^(?:的)?((?:[^，。；“]|“[^”\n]{1,20}”)*)/u.exec(behind)?.[1] ?? "";
  const able = /^(?:具备|具有|拥有|能够|有)[^，。；]*的([^的、]{2,14})$/u.exec(whole)?.[1];
  if (able !== undefined || !/[、和及等]/u.test(whole)) return able ?? whole.slice(0, 30);
  const closing = /(?:等|、[^，。；]{1,16}的)(?:各类)?([^等的、]{2,14})$/u.exec(whole)?.[1];
  if (closing !== undefined) return closing;
  const [first = ""] = whole.split(LIST_SEPARATOR);
  return first.length > 1 && !/(?:级|型|量|高|强|少|好|大|优|多|快|广|低|新|性|显著|明显)$/u.test(first)
    ? first
    : whole;
}

export class Drafting {
  private words: SentenceWords | null = null;
  private readonly periods: PeriodsOver;
  private readonly ownPlace: OwnPlace;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly otherwise: Otherwise,
  ) {
    this.ownPlace = new OwnPlace(text);
    this.periods = new PeriodsOver(text, lines, otherwise.year, otherwise.period);
  }

  /** @param from where the promised change starts, as the clause or an earlier fact says */
  draftOf(candidate: Candidate, from: Figure | null, place: Place, neighbours: Neighbours): Draft {
    const { figure, kind, direction, comparator } = candidate;
    const { text } = this;
    const about = this.about(figure.start, place);
    const implied: Implied[] = [...about.implied];
    if (candidate.verb !== "" && !candidate.ownVerb) implied.push("verb");
    if (candidate.impliedIndicator) implied.push("indicator");
    if (candidate.ownComparator === null && comparator !== "plain") implied.push("comparator");
    if (isImplied(place.responsibility) && about.department !== null) implied.push("department");
    return {
      department: about.department,
      supporting: about.supporting,
      speaker: about.speaker,
      indicator:
        this.ownPlace.without(indicatorOf(candidate, neighbours)) ||
        candidate.left.trim() ||
        text.slice(figure.start, figure.end),
      value: figure.value,
      valueMax: figure.valueMax,
      unit: figure.unit,
      comparator,
      modality: about.modality,
      modalityWord: about.modalityWord,
      period: about.period,
      kind,
      direction,
      baseline: from
        ? {
            value: from.value,
            unit: from.unit,
            span: [from.start, from.end],
            phrase: text.slice(from.start, from.end),
          }
        : null,
      span: [figure.start, figure.end],
      phrase: text.slice(figure.start, figure.end),
      sentence: about.sentence,
      implied,
      vague: false,
    };
  }

  /** A draft without a number for 一批 or 若干; null where nothing countable stands behind. */
  vagueDraftOf(word: VagueWord, place: Place): Draft | null {
    const { text } = this;
    const { clause } = place;
    const thing = vagueThing(text.slice(word.end, Math.min(clause.end, word.end + LONGEST_VAGUE)));
    if (thing === "" || UNCOUNTED.test(thing) || /以下$/u.test(text.slice(clause.start, word.start))) return null;
    const before = trimLeading(text.slice(clause.start, word.start), true);
    // 坚决贯彻一系列会议精神, 《关于…的若干措施》: told of, not counted.
    const isSeries = text.startsWith("一系列", word.start);
    if (isSeries && VERB_ENDINGS.endOf(before) === undefined) return null;
    if (
      (isSeries || text.startsWith("若干", word.start)) &&
      /政策|举措|措施|意见|规定|决定|问题|建议|办法/u.test(thing)
    )
      return null;
    // “三个一批”, 引进一批的方式: spoken of.
    if (
      /^(?:[、”，。]|的[^，。；]{0,6}(?:方式|办法|原则|机制|格局|态势|局面))/u.test(text.slice(word.end, word.end + 12))
    )
      return null;
    // 一批大项目陆续建成, …等一批项目启动实施的开局之年: told.
    if (
      !ORDERED.test(text.slice(clause.start, word.start)) &&
      /^[^，。；]{0,20}?(?:陆续|相继|先后)[\u4e00-\u9fff]|^[^，。；]{2,24}的(?:[\u4e00-\u9fff]{2,4}之年|一年)/u.test(
        text.slice(word.end, word.end + LONGEST_VAGUE),
      )
    )
      return null;
    if (/《[^》]*$/u.test(text.slice(Math.max(0, word.start - LONGEST_VAGUE), word.start))) return null;
    const verb = VERB_ENDINGS.endOf(before)?.word ?? (before.length <= LONGEST_VERB ? before : "");
    const about = this.about(word.start, place);
    return {
      department: about.department,
      supporting: about.supporting,
      speaker: about.speaker,
      indicator: (verb + thing).replace(/\s+/gu, ""),
      value: null,
      valueMax: null,
      unit: /[个家所座条项处名人户套件场台批]$/u.exec(text.slice(word.start, word.end))?.[0] ?? "",
      comparator: "plain",
      modality: about.modality,
      modalityWord: about.modalityWord,
      period: about.period,
      kind: "flow",
      direction: null,
      baseline: null,
      span: [word.start, word.end],
      phrase: text.slice(word.start, word.end),
      sentence: about.sentence,
      implied: about.implied.filter((each) => each === "period"),
      vague: true,
    };
  }

  /** Where a sentence stands, without the blanks before it. */
  spanOf(sentence: Sentence): Span {
    return this.wordsOf(sentence).span;
  }

  /** Who, when and how firmly, of a place. */
  private about(at: number, { clause, sentence, responsibility, tense }: Place) {
    const words = this.wordsOf(sentence);
    const period =
      (words.periods.length === 0 ? this.periods.over(sentence) : null) ??
      periodAt(words.periods, at, clause.end, this.periods.planOver(sentence.line));
    const said =
      modalityAt(this.text, words.modalities, at, clause.start) ?? expectedOver(this.text, this.lines, sentence);
    const implied: Implied[] = [];
    if (period.isImplied) implied.push("period");
    if (tense.by !== "said") implied.push("tense");
    return {
      department: responsibility?.department ?? this.otherwise.department,
      supporting: responsibility?.supporting ?? [],
      speaker: responsibility?.speaker ?? null,
      modality: said?.modality ?? "stated",
      modalityWord: said?.word ?? null,
      period: period.period,
      sentence: words.span,
      implied,
    } as const;
  }

  private wordsOf(sentence: Sentence): SentenceWords {
    if (this.words?.sentence !== sentence) {
      const said = this.text.slice(sentence.start, sentence.end);
      this.words = {
        sentence,
        span: trimmedSpan(this.text, sentence.start, sentence.end),
        periods: periodsIn(said, sentence.start, this.otherwise.year),
        modalities: modalitiesIn(said, sentence.start),
      };
    }
    return this.words;
  }
}

/** Whether neither the place nor what stands over it says who answers. */
const isImplied = (responsibility: Responsibility | null) => responsibility === null || responsibility.from === "page";

function trimmedSpan(text: string, start: number, end: number): Span {
  let first = start;
  while (first < end && /\s/u.test(text.charAt(first))) first++;
  return [first, end];
}
