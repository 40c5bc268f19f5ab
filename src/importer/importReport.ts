/** Report text to draft commitments: scan, lay out, read each clause's figures, refine. Time is linear in the length of the text. */
import { mended } from "./brokenFigures";
import { Definitions } from "./definitions";
import { Responsibilities } from "./departments";
import { Drafting, type Place } from "./drafting";
import type { Draft, ImportedReport, LeftOut, LeftOutReason } from "./drafts";
import { findIssues } from "./issues";
import { clauseAt, layOut, type Clause, type Layout, type Sentence } from "./layout";
import { distributeNames, joinBaselines, shareComparators, type WithBaseline } from "./lists";
import { aimOf, distinguished, quotedName, type Neighbours } from "./names";
import { reasonAgainst } from "./noPromise";
import type { Figure } from "./patterns";
import { defaultPeriod, yearOf } from "./periods";
import { NO_SUBJECT, NOTHING_CARRIED, type Candidate, type Carried, type Subject } from "./candidates";
import { readClause, subjectOfClause } from "./rules";
import { scan, type Scan, type VagueWord } from "./scan";
import { Tenses, type TextKind } from "./tense";

export interface ImportOptions {
  /** The year the report is about; found in the text where it is not given. */
  readonly year?: number | undefined;
  /** Who answers for what the text ascribes to nobody. */
  readonly department?: string | undefined;
  /** What the text is; found in the text itself where it is not given. */
  readonly tense?: TextKind | undefined;
}

/**
 * The promises of a report as drafts, in the order of the text. Facts about the past, thresholds, names and slogans are left out, and listed.
 * @example importReport("今年新建公办幼儿园8所。", { year: 2024 }).drafts[0]?.value // 8
 */
export function importReport(text: string, options: ImportOptions = {}): ImportedReport {
  const { text: whole, restored } = mended(text);
  const reading = new ReportReading(whole, options);
  for (let index = 0; index < reading.layout.clauseStarts.length; index++) reading.readClause(index);
  return restored(reading.report());
}

/** The same, piece by piece, for a caller that shows progress and may stop: `step` reads some clauses and tells the share done. */
export function startImport(
  text: string,
  options: ImportOptions = {},
): { readonly step: () => number; readonly report: () => ImportedReport } {
  const { text: whole, restored } = mended(text);
  const reading = new ReportReading(whole, options);
  const total = reading.layout.clauseStarts.length;
  let next = 0;
  return {
    step: () => {
      for (const end = Math.min(next + CLAUSES_AT_ONCE, total); next < end; next++) reading.readClause(next);
      return total === 0 ? 1 : next / total;
    },
    report: () => restored(reading.report()),
  };
}
const CLAUSES_AT_ONCE = 2000; // some ten milliseconds

/** These count nothing: no draft can be made of them. */
const UNCOUNTED: ReadonlySet<LeftOutReason> = new Set(["date", "age", "name", "number"] as const);

class ReportReading {
  readonly layout: Layout;
  private readonly found: Scan;
  private readonly year: number | null;
  private readonly definitions: Definitions;
  private readonly departments: Responsibilities;
  private readonly tenses: Tenses;
  private readonly drafting: Drafting;
  private readonly drafts: Draft[] = [];
  private readonly leftOut: LeftOut[] = [];
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
    options: ImportOptions,
  ) {
    this.year = options.year ?? yearOf(text);
    this.found = scan(text);
    this.layout = layOut(text, this.found);
    this.definitions = new Definitions(text, this.layout.lines);
    this.departments = new Responsibilities(text, this.found, this.layout);
    this.drafting = new Drafting(text, this.layout.lines, {
      year: this.year,
      period: defaultPeriod(text, this.year),
      department: options.department ?? this.departments.title,
    });
    this.tenses = new Tenses(
      text,
      this.found,
      this.layout,
      this.year,
      this.departments.voiceStarts,
      options.tense ?? "both",
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
    const figures = clause === null || !sentence ? [] : this.figuresIn(clause, sentence);
    const vague = clause === null ? [] : this.vagueIn(clause);
    if (clause === null || sentence === undefined || (figures.length === 0 && vague.length === 0)) {
      this.carryOver(this.layout.clauseStarts[index] ?? 0, end);
      return;
    }
    let next = 0; // of the vague words: drafts come in the order of the text
    if (figures.length > 0) {
      const candidates = readClause(this.text, clause, figures, this.carried, () => {
        const before = clauseAt(this.layout, index - 1);
        return before?.sentence === clause.sentence
          ? subjectOfClause(this.text.slice(before.start, before.end))
          : NO_SUBJECT;
      });
      const joined = joinBaselines(distributeNames(shareComparators(candidates), this.lastCandidates));
      for (const each of joined) {
        for (let word = vague[next]; word && word.start < each.candidate.figure.start; word = vague[++next])
          this.takeVague(word, clause, sentence);
        this.take(each, clause, sentence);
      }
      if (joined.length < figures.length) this.leaveStarts(figures, joined, clause, sentence);
      this.lastCandidates = [...this.lastCandidates, ...candidates];
      const last = candidates.at(-1);
      if (last)
        this.carried = {
          verb: last.verb,
          thing: last.thing,
          kind: last.kind,
          direction: last.direction,
          unit: last.figure.bareUnit,
          isWhole: false,
        };
    }
    for (const word of vague.slice(next)) this.takeVague(word, clause, sentence);
  }

  report(): ImportedReport {
    const { year } = this;
    const drafts = distinguished(this.drafts);
    return {
      drafts,
      issues: findIssues(drafts, this.unclear, year, this.text.length),
      leftOut: [...this.leftOut, ...this.passedOver()].sort((left, right) => left.span[0] - right.span[0]),
      year,
    };
  }

  /** The figures of a clause that count something; names and dates are left out. */
  private figuresIn(clause: Clause, sentence: Sentence): Figure[] {
    const figures: Figure[] = [];
    for (; this.figureAt < this.found.figures.length; this.figureAt++) {
      const figure = this.found.figures[this.figureAt];
      if (!figure || figure.start >= clause.end) break;
      const reason = this.reasonAgainst(figure, clause, sentence);
      if (reason === null) figures.push(figure);
      else this.leave(figure, reason, clause, sentence);
    }
    return figures;
  }

  private reasonAgainst(figure: Figure, clause: Clause, sentence: Sentence): LeftOutReason | null {
    // A text without stops is cut anywhere.
    if (figure.start < clause.start || figure.end > clause.end) return "number";
    if (this.isInName(figure.start)) return "name";
    const bracket = this.bracketAround(figure.start);
    const start = bracket ? Math.max(clause.start, bracket[0] + 1) : clause.start;
    const end = bracket ? Math.min(clause.end, bracket[1] - 1) : clause.end;
    if (this.definitions.holds(figure.start)) return "definition";
    return reasonAgainst(this.text, figure, start, end, sentence.start);
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
    if (this.carried === NOTHING_CARRIED) return;
    const isWithin = this.carried.verb !== "" && this.text.startsWith("其中", start);
    const opensList = this.text[end] === "：" || this.text[end] === ":";
    if (isWithin) this.carried = { ...this.carried, isWhole: opensList };
    else if (!opensList) this.carried = NOTHING_CARRIED;
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
      this.leftOut.push(
        leftOutOf("past", this.drafting.draftOf(candidate, baseline, place, this.neighboursOf(clause))),
      );
      return;
    }
    if (place.tense.by === "assumed") this.unclear.add(this.drafts.length);
    const from = baseline ?? (candidate.kind === "stock" ? this.factFor(candidate) : null);
    this.drafts.push(this.drafting.draftOf(candidate, from, place, this.neighboursOf(clause)));
  }

  private neighboursOf({ index, sentence }: Clause): Neighbours {
    const about = (at: number): Subject => {
      const clause = clauseAt(this.layout, at);
      return clause?.sentence === sentence ? aimOf(this.text.slice(clause.start, clause.end)) : NO_SUBJECT;
    };
    return { before: () => about(index - 1), after: () => about(index + 1) };
  }

  /** Where changes start from is kept with what they lead to, and listed. */
  private leaveStarts(
    figures: readonly Figure[],
    joined: readonly WithBaseline[],
    clause: Clause,
    sentence: Sentence,
  ): void {
    const taken = new Set(joined.map(({ candidate }) => candidate.figure));
    for (const figure of figures) if (!taken.has(figure)) this.leave(figure, "baseline", clause, sentence);
  }

  private leave(figure: Figure, reason: LeftOutReason, clause: Clause, sentence: Sentence): void {
    if (UNCOUNTED.has(reason)) {
      this.leftOut.push(this.uncounted(reason, figure.start, figure.end, sentence, figure));
      return;
    }
    const [candidate] = readClause(this.text, clause, [figure], NOTHING_CARRIED);
    if (!candidate) return;
    const place = this.placeOf(figure.start, clause, sentence, false);
    this.leftOut.push(leftOutOf(reason, this.drafting.draftOf(candidate, null, place, this.neighboursOf(clause))));
  }

  private uncounted(
    reason: LeftOutReason,
    start: number,
    end: number,
    sentence: Sentence | undefined,
    figure: Figure | null,
  ): LeftOut {
    return {
      reason,
      value: figure?.value ?? null,
      unit: figure?.unit ?? "",
      span: [start, end],
      phrase: this.text.slice(start, end),
      sentence: sentence ? this.drafting.spanOf(sentence) : [start, end],
      draft: null,
    };
  }

  /** Digits that the scan took for parts of names (PM2.5, 1+9) or for the number of a heading. */
  private passedOver(): LeftOut[] {
    const { sentences } = this.layout;
    let at = 0;
    return this.found.numbers.map(([start, end]) => {
      while (at < sentences.length && (sentences[at]?.end ?? 0) < end) at++;
      const sentence = sentences[at];
      const isHeading = sentence !== undefined && this.text.slice(sentence.start, start).trim() === "";
      const isRank = /[第前]/u.test(this.text.charAt(start - 1));
      return this.uncounted(isHeading ? "number" : isRank ? "rank" : "name", start, end, sentence, null);
    });
  }

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
    if (place.tense.tense === "past") return;
    const draft = this.drafting.vagueDraftOf(word, place);
    if (draft) this.drafts.push(draft);
  }
}

function leftOutOf(reason: LeftOutReason, draft: Draft): LeftOut {
  const { value, unit, span, phrase, sentence } = draft;
  return { reason, value, unit, span, phrase, sentence, draft };
}
