/** Report text to draft commitments: scan, lay out, read each clause's figures, refine. Time is linear in the length of the text. */
import { DepartmentFinder, responsibilities, type Responsibility } from "./departments";
import type { Draft, Implied, ImportedReport, Span } from "./drafts";
import { findIssues } from "./issues";
import { clauseAt, layOut, type Clause, type Layout, type Sentence } from "./layout";
import { modalitiesIn, modalityAt, type ModalitySaid } from "./modality";
import type { Figure } from "./patterns";
import { defaultPeriod, periodAt, periodsIn, yearOf, type PeriodSaid } from "./periods";
import { distributeNames, isNoQuantity, joinBaselines, shareComparators, type WithBaseline } from "./refine";
import {
  NOTHING_CARRIED,
  readClause,
  thingOf,
  trimLeading,
  withoutChange,
  type Candidate,
  type Carried,
} from "./rules";
import { scan, type Scan, type VagueWord } from "./scan";
import { Tenses, type TenseFound } from "./tense";

export interface ImportOptions {
  /** The year the report is about; found in the text where it is not given. */
  readonly year?: number | undefined;
  /** Who answers for what the text ascribes to nobody. */
  readonly department?: string | undefined;
}

/** Where a figure stands, and who and when that makes it. */
interface Place {
  readonly clause: Clause;
  readonly sentence: Sentence;
  readonly responsibility: Responsibility | null;
  readonly tense: TenseFound;
}

/**
 * The promises of a report as drafts, in the order of the text. Facts about the past, thresholds, names and slogans are left out.
 * @example importReport("今年新建公办幼儿园8所。", { year: 2024 }).drafts[0]?.value // 8
 */
export function importReport(text: string, options: ImportOptions = {}): ImportedReport {
  const reading = new ReportReading(text, options);
  for (let index = 0; index < reading.layout.clauseStarts.length; index++) reading.readClause(index);
  return reading.report();
}

/** The same, piece by piece, for a caller that shows progress and may stop: `step` reads some clauses and tells the share done. */
export function startImport(
  text: string,
  options: ImportOptions = {},
): { readonly step: () => number; readonly report: () => ImportedReport } {
  const reading = new ReportReading(text, options);
  const total = reading.layout.clauseStarts.length;
  let next = 0;
  return {
    step: () => {
      for (const end = Math.min(next + CLAUSES_AT_ONCE, total); next < end; next++) reading.readClause(next);
      return total === 0 ? 1 : next / total;
    },
    report: () => reading.report(),
  };
}
const CLAUSES_AT_ONCE = 2000; // some ten milliseconds

interface SentenceWords {
  readonly sentence: Sentence;
  /** Where it stands, without the blanks before it. */
  readonly span: Span;
  readonly periods: readonly PeriodSaid[];
  readonly modalities: readonly ModalitySaid[];
}

class ReportReading {
  readonly layout: Layout;
  private readonly found: Scan;
  private readonly year: number | null;
  private readonly otherwise: string | null;
  private readonly departments: DepartmentFinder;
  private readonly tenses: Tenses;
  private readonly drafts: Draft[] = [];
  private readonly unclear = new Set<number>();
  /** Facts about the past by unit and name: a promise may start from one. */
  private readonly facts = new Map<string, Map<string, Figure>>();
  private carried: Carried = NOTHING_CARRIED;
  private carriedSentence = -1;
  private lastCandidates: readonly Candidate[] = [];
  private figureAt = 0;
  private vagueAt = 0;
  private nameAt = 0;
  private bracketAt = 0;

  constructor(
    private readonly text: string,
    private readonly options: ImportOptions,
  ) {
    this.year = options.year ?? yearOf(text);
    this.otherwise = defaultPeriod(text, this.year);
    this.found = scan(text);
    this.layout = layOut(text, this.found);
    const responsible = responsibilities(text, this.found, this.layout);
    const spoken = responsible.filter(({ from }) => from !== "unitLine");
    this.departments = new DepartmentFinder(
      responsible.filter(({ from }) => from === "unitLine"),
      spoken,
    );
    this.tenses = new Tenses(
      text,
      this.found,
      this.layout,
      this.year,
      spoken.map(({ start }) => start),
    );
  }

  readClause(index: number): void {
    const end = this.layout.clauseEnds[index] ?? 0;
    const ownSentence = this.layout.clauseSentences[index] ?? 0;
    if (ownSentence !== this.carriedSentence) {
      this.carried = NOTHING_CARRIED;
      this.lastCandidates = [];
      this.carriedSentence = ownSentence;
    }
    const isEmpty =
      (this.found.figures[this.figureAt]?.start ?? Infinity) >= end &&
      (this.found.vague[this.vagueAt]?.start ?? Infinity) >= end;
    const clause = isEmpty ? null : clauseAt(this.layout, index);
    const sentence = this.layout.sentences[ownSentence];
    const figures = clause === null ? [] : this.figuresIn(clause);
    const vague = clause === null ? [] : this.vagueIn(clause);
    if (clause === null || sentence === undefined || (figures.length === 0 && vague.length === 0)) {
      this.carryOver(this.layout.clauseStarts[index] ?? 0, end);
      return;
    }
    let next = 0; // of the vague words: drafts come in the order of the text
    if (figures.length > 0) {
      const candidates = readClause(this.text, clause, figures, this.carried, () => {
        const before = clauseAt(this.layout, index - 1);
        return before?.sentence === clause.sentence ? thingOf(this.text.slice(before.start, before.end)) : "";
      });
      for (const joined of joinBaselines(distributeNames(shareComparators(candidates), this.lastCandidates))) {
        for (let word = vague[next]; word && word.start < joined.candidate.figure.start; word = vague[++next])
          this.takeVague(word, clause, sentence);
        this.take(joined, clause, sentence);
      }
      this.lastCandidates = candidates;
      const last = candidates.at(-1);
      if (last)
        this.carried = {
          verb: last.verb,
          thing: last.thing,
          kind: last.kind,
          direction: last.direction,
          unit: last.figure.bareUnit,
        };
    }
    for (const word of vague.slice(next)) this.takeVague(word, clause, sentence);
  }

  report(): ImportedReport {
    const { drafts, year } = this;
    return { drafts, issues: findIssues(drafts, this.unclear, year, this.text.length), year };
  }

  /** The figures of a clause that count something, names and dates left out. */
  private figuresIn(clause: Clause): Figure[] {
    const figures: Figure[] = [];
    for (; this.figureAt < this.found.figures.length; this.figureAt++) {
      const figure = this.found.figures[this.figureAt];
      if (!figure || figure.start >= clause.end) break;
      if (figure.start < clause.start || figure.end > clause.end) continue;
      if (this.isInName(figure.start)) continue;
      const bracket = this.bracketAround(figure.start);
      const start = bracket ? Math.max(clause.start, bracket[0] + 1) : clause.start;
      const end = bracket ? Math.min(clause.end, bracket[1] - 1) : clause.end;
      if (!isNoQuantity(this.text, figure, start, end)) figures.push(figure);
    }
    return figures;
  }

  private vagueIn(clause: Clause): VagueWord[] {
    const words: VagueWord[] = [];
    for (; this.vagueAt < this.found.vague.length; this.vagueAt++) {
      const word = this.found.vague[this.vagueAt];
      if (!word || word.start >= clause.end) break;
      if (word.start >= clause.start && word.end <= clause.end) words.push(word);
    }
    return words;
  }

  private isInName(place: number): boolean {
    const { names } = this.found;
    while (this.nameAt < names.length && (names[this.nameAt]?.[1] ?? 0) <= place) this.nameAt++;
    for (let index = this.nameAt; index < names.length; index++) {
      const name = names[index];
      if (!name || name[0] > place) return false;
      // What is said in quotation marks has stops in it; a name has none.
      if (name[1] > place) return !/[，。；,：]/u.test(this.text.slice(name[0], name[1]));
    }
    return false;
  }

  private bracketAround(place: number): readonly [number, number] | null {
    const { brackets } = this.found;
    while (this.bracketAt < brackets.length && (brackets[this.bracketAt]?.[1] ?? 0) <= place) this.bracketAt++;
    const bracket = brackets[this.bracketAt];
    return bracket && bracket[0] < place ? bracket : null;
  }

  /** A clause without a figure lends its verb to a list behind a colon: 引进人才，其中：教师10名. */
  private carryOver(start: number, end: number): void {
    if (this.carried === NOTHING_CARRIED || this.text[end] === "：" || this.text[end] === ":") return;
    if (this.carried.verb !== "" && this.text.startsWith("其中", start)) return;
    this.carried = NOTHING_CARRIED;
  }

  private placeOf(at: number, clause: Clause, sentence: Sentence, hasComparator: boolean): Place {
    return {
      clause,
      sentence,
      responsibility: this.departments.find(at),
      tense: this.tenses.find(at, sentence, hasComparator),
    };
  }

  private take({ candidate, baseline }: WithBaseline, clause: Clause, sentence: Sentence): void {
    const { figure } = candidate;
    const isPromised =
      candidate.comparator !== "plain" &&
      candidate.comparator !== "moreThan" &&
      /以上|不低于|不少于|左右|以内|不超过|至少/u.test(
        candidate.left.slice(-8) + this.text.slice(figure.end, figure.end + 4),
      );
    const place = this.placeOf(figure.start, clause, sentence, isPromised);
    if (place.tense.tense === "past") {
      const name = quotedName(candidate.left) ?? quotedName(candidate.right) ?? candidate.thing;
      const known = this.facts.get(figure.bareUnit);
      if (known) known.set(name, figure);
      else this.facts.set(figure.bareUnit, new Map([[name, figure]]));
      return;
    }
    if (place.tense.by === "assumed") this.unclear.add(this.drafts.length);
    this.drafts.push(this.draftOf(candidate, baseline, place));
  }

  private draftOf(candidate: Candidate, baseline: Figure | null, place: Place): Draft {
    const { figure, kind, direction } = candidate;
    const { clause, sentence, responsibility, tense } = place;
    const { text, options } = this;
    const words = this.wordsOf(sentence);
    const period = periodAt(words.periods, figure.start, clause.end, this.otherwise);
    const said = modalityAt(text, words.modalities, figure.start, clause.start);
    const department = responsibility?.department ?? options.department ?? null;
    const implied: Implied[] = [];
    if (period.isImplied) implied.push("period");
    if (tense.by !== "said") implied.push("tense");
    if (candidate.verb !== "" && !candidate.ownVerb) implied.push("verb");
    if (candidate.impliedIndicator) implied.push("indicator");
    if (candidate.ownComparator === null && candidate.comparator !== "plain") implied.push("comparator");
    if (responsibility === null && department !== null) implied.push("department");
    const fact = kind === "stock" && !baseline ? this.factFor(candidate) : null;
    const from = baseline ?? fact;
    return {
      department,
      speaker: responsibility?.speaker ?? null,
      indicator: indicatorOf(candidate),
      value: figure.value,
      valueMax: figure.valueMax,
      unit: figure.unit,
      comparator: candidate.comparator,
      modality: said?.modality ?? "stated",
      modalityWord: said?.word ?? null,
      period: period.period,
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
      sentence: words.span,
      implied,
      vague: false,
    };
  }

  /** What a sentence says of when and how firmly, found once for all its figures. */
  private wordsOf(sentence: Sentence): SentenceWords {
    if (this.sentenceWords?.sentence !== sentence) {
      const said = this.text.slice(sentence.start, sentence.end);
      this.sentenceWords = {
        sentence,
        span: trimmedSpan(this.text, sentence.start, sentence.end),
        periods: periodsIn(said, sentence.start, this.year),
        modalities: modalitiesIn(said, sentence.start),
      };
    }
    return this.sentenceWords;
  }
  private sentenceWords: SentenceWords | null = null;

  /** A fact said before of the same thing in the same unit: where the promise starts from. */
  private factFor({ figure, left, right, thing }: Candidate): Figure | null {
    const known = this.facts.get(figure.bareUnit);
    if (!known) return null;
    const name = quotedName(left) ?? quotedName(right);
    const found = (name === null ? undefined : known.get(name)) ?? known.get(thing);
    return found && found.value !== figure.value ? found : null;
  }

  private takeVague(word: VagueWord, clause: Clause, sentence: Sentence): void {
    const place = this.placeOf(word.start, clause, sentence, false);
    const { text, options } = this;
    const thing =
      /^(?:的)?[^，。；、和及]{1,30}/u.exec(text.slice(word.end, Math.min(clause.end, word.end + 32)))?.[0] ?? "";
    if (place.tense.tense === "past" || thing === "") return;
    const before = trimLeading(text.slice(clause.start, word.start), true);
    const verb = /[\u4e00-\u9fff]{1,6}$/u.exec(before)?.[0] ?? "";
    const words = this.wordsOf(sentence);
    const period = periodAt(words.periods, word.start, clause.end, this.otherwise);
    const said = modalityAt(text, words.modalities, word.start, clause.start);
    this.drafts.push({
      department: place.responsibility?.department ?? options.department ?? null,
      speaker: place.responsibility?.speaker ?? null,
      indicator: (verb + thing).replace(/\s+/gu, ""),
      value: null,
      valueMax: null,
      unit: /[个家所座条项处名人户套件场台批]$/u.exec(text.slice(word.start, word.end))?.[0] ?? "",
      comparator: "plain",
      modality: said?.modality ?? "stated",
      modalityWord: said?.word ?? null,
      period: period.period,
      kind: "flow",
      direction: null,
      baseline: null,
      span: [word.start, word.end],
      phrase: text.slice(word.start, word.end),
      sentence: words.span,
      implied: period.isImplied ? ["period"] : [],
      vague: true,
    });
  }
}

function trimmedSpan(text: string, start: number, end: number): Span {
  let first = start;
  while (first < end && /\s/u.test(text.charAt(first))) first++;
  return [first, end];
}

function quotedName(text: string): string | null {
  const found = /“([^“”]{2,12})”|‘([^‘’]{2,12})’|「([^「」]{2,12})」|"([^"'，。]{2,12})"|'([^"'，。]{2,12})'/u.exec(
    text,
  );
  return found === null ? null : (found.slice(1).find(Boolean) ?? null);
}

function indicatorOf({ kind, verb, thing, isThingBehind, ownVerb }: Candidate): string {
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
