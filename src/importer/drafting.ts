/** Drafts from what a clause gives: the figure with its name, and who, when and how firmly, which its sentence says. */
import type { Candidate } from "./candidates";
import type { Draft, Implied, Span } from "./drafts";
import type { Clause, Line, Sentence } from "./layout";
import { modalitiesIn, modalityAt, type ModalitySaid } from "./modality";
import type { Responsibility } from "./owners";
import { indicatorOf, type Neighbours } from "./names";
import type { Figure } from "./patterns";
import { periodAt, periodsIn, type PeriodFound, type PeriodSaid } from "./periods";
import { trimLeading } from "./phrases";
import type { VagueWord } from "./scan";
import type { TenseFound } from "./tense";
import { VERBS } from "./lexicon";
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
const UNCOUNTED = /^(?:的)?(?:部门|方面|领域|层面|环节|渠道|维度|地区|国家|主体|层次|角度)/u;
const LONGEST_OPENING = 80;
const OPENING = /^[^。；\n]{0,70}?(?:目标|任务)[^。；\n]{0,6}[：:]/u;

export class Drafting {
  private words: SentenceWords | null = null;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly otherwise: Otherwise,
  ) {}

  /** @param from where the promised change starts, as the clause or an earlier fact says */
  draftOf(candidate: Candidate, from: Figure | null, place: Place, neighbours: Neighbours): Draft {
    const { figure, kind, direction, comparator } = candidate;
    const { text } = this;
    const about = this.about(figure.start, place);
    const implied: Implied[] = [...about.implied];
    if (candidate.verb !== "" && !candidate.ownVerb) implied.push("verb");
    if (candidate.impliedIndicator) implied.push("indicator");
    if (candidate.ownComparator === null && comparator !== "plain") implied.push("comparator");
    if (place.responsibility === null && about.department !== null) implied.push("department");
    return {
      department: about.department,
      supporting: about.supporting,
      speaker: about.speaker,
      indicator: indicatorOf(candidate, neighbours),
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
    const thing =
      /^(?:的)?(?:[^，。；、和及“]|“[^”\n]{1,20}”){1,30}/u.exec(
        text.slice(word.end, Math.min(clause.end, word.end + 32)),
      )?.[0] ?? "";
    if (thing === "" || UNCOUNTED.test(thing)) return null;
    const before = trimLeading(text.slice(clause.start, word.start), true);
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
    const announced = words.periods.length === 0 ? this.announcedOver(sentence) : null;
    const period = announced ?? periodAt(words.periods, at, clause.end, this.otherwise.period);
    const said = modalityAt(this.text, words.modalities, at, clause.start);
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

  /** “十五五”时期的目标是：… — what opens a paragraph dates all of it. */
  private announcedOver({ line, start }: Sentence): PeriodFound | null {
    if (this.announced?.line !== line) {
      const begin = this.lines[line]?.start ?? start;
      const head = OPENING.exec(this.text.slice(begin, Math.min(start, begin + LONGEST_OPENING)))?.[0] ?? "";
      const said = head === "" ? undefined : periodsIn(head, begin, this.otherwise.year).at(-1);
      this.announced = { line, period: said ? { period: said.period, isImplied: false } : null };
    }
    return this.announced.period;
  }
  private announced: { readonly line: number; readonly period: PeriodFound | null } | null = null;

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

function trimmedSpan(text: string, start: number, end: number): Span {
  let first = start;
  while (first < end && /\s/u.test(text.charAt(first))) first++;
  return [first, end];
}
