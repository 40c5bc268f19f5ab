/** The clauses of a text, one after the other: their figures become drafts, or are left out with the reason. */
import { Beside } from "./beside";
import { ClauseFigures } from "./clauseFigures";
import { withNames } from "./clauseNames";
import type { Responsibilities } from "./departments";
import { Drafting, type Place } from "./drafting";
import { isOfEach } from "./eachOf";
import type { Draft, ImportedReport, Issue, IssueCode, LeftOutReason } from "./drafts";
import { findIssues, inOrder } from "./issues";
import { clauseAt, isProgress, type Clause, type Layout, type Sentence } from "./layout";
import { FiguresLeft } from "./figuresLeft";
import type { WithBaseline } from "./lists";
import { distinguished } from "./distinctNames";
import { quotedName } from "./names";
import type { Responsibility } from "./owners";
import type { Figure } from "./patterns";
import { defaultPeriod } from "./periods";
import { isOfAnother } from "./paragraphOwner";
import { PartsLeft } from "./partsLeft";
import { namesAnother } from "./publisher";
import { isWholeOf, placeOf, withPart } from "./placeShares";
import { NOTHING_CARRIED, type Candidate, type Carried } from "./candidates";
import { carriedFrom, countedLast, wholeBySum } from "./carriedOn";
import { readClause } from "./rules";
import { ofEach } from "./sharedNames";
import type { Scan, VagueWord } from "./scan";
import type { Tenses } from "./tense";
import { withYearsOfParts } from "./wholePeriods";

/** What is known of a whole text before its clauses are read. */
export interface Known {
  readonly found: Scan;
  readonly layout: Layout;
  readonly departments: Responsibilities;
  readonly tenses: Tenses;
  readonly year: number | null;
}

/** These count nothing: no draft can be made of them. */
const UNCOUNTED: ReadonlySet<LeftOutReason> = new Set(["date", "age", "name", "number"] as const);

/** Reads a text clause by clause, in its order: what one says is carried to the next. */
export class ReportReading {
  private readonly layout: Layout;
  private readonly counted: ClauseFigures;
  private readonly drafting: Drafting;
  private readonly left: FiguresLeft;
  private readonly drafts: Draft[] = [];
  private readonly unclear = new Set<number>();
  /** Drafts whose bureau spoke in an earlier paragraph, while their own names another. */
  private readonly carriedOn = new Set<number>();
  /** Drafts that are taken for the bureau's that published the page. */
  private readonly ofPage = new Set<number>();
  /** Drafts whose figure is each one's of several. */
  private readonly ofEach = new Set<number>();
  /** Facts about the past by unit and name: a promise may start from one. */
  private readonly facts = new Map<string, Map<string, Figure>>();
  private carried: Carried = NOTHING_CARRIED;
  private carriedSentence = -1;
  private readonly partsLeft: PartsLeft;
  private lastCandidates: readonly Candidate[] = [];

  constructor(
    private readonly text: string,
    private readonly known: Known,
    private readonly department: string | null,
  ) {
    const { found, layout, departments, year } = known;
    this.layout = layout;
    this.counted = new ClauseFigures(text, found, layout.lines);
    this.partsLeft = new PartsLeft(text);
    this.drafting = new Drafting(text, layout.lines, {
      year,
      period: defaultPeriod(text, year),
      department: department ?? departments.title,
    });
    this.left = new FiguresLeft(text, found, layout, this.drafting);
  }

  readClause(index: number): void {
    const end = this.layout.clauseEnds[index] ?? 0;
    const ownSentence = this.layout.clauseSentences[index] ?? 0;
    if (ownSentence !== this.carriedSentence) {
      this.carried = NOTHING_CARRIED;
      this.lastCandidates = [];
      this.carriedSentence = ownSentence;
    }
    const clause = this.counted.isEmptyTo(end) ? null : clauseAt(this.layout, index);
    const sentence = this.layout.sentences[ownSentence];
    const figures = clause === null || !sentence ? [] : this.countedIn(clause, sentence);
    const vague = clause === null ? [] : this.counted.vagueIn(clause);
    if (clause === null || sentence === undefined || (figures.length === 0 && vague.length === 0)) {
      this.carryOver(this.layout.clauseStarts[index] ?? 0, end);
      return;
    }
    const part = this.partsLeft.reasonOf(clause.start, sentence.start);
    if (part !== null) {
      for (const figure of figures) this.leave(figure, part, clause, sentence);
      return;
    }
    let next = 0; // of the vague words: drafts come in the order of the text
    if (figures.length > 0) {
      const beside = new Beside(this.text, this.layout, clause);
      const whole = this.text.startsWith("其中", clause.start) ? wholeBySum(figures, this.lastCandidates) : undefined;
      const carried = whole ? carriedFrom(whole) : this.carried;
      const candidates = readClause(this.text, clause, figures, carried, beside);
      const joined = withNames(candidates, this.lastCandidates, beside);
      for (const each of joined) {
        for (let word = vague[next]; word && word.start < each.candidate.figure.start; word = vague[++next])
          this.takeVague(word, clause, sentence);
        this.take(each, clause, sentence);
      }
      if (joined.length < figures.length) this.leaveStarts(figures, joined, clause, sentence);
      this.lastCandidates = [...this.lastCandidates, ...joined.map(({ candidate }) => candidate)];
      const last = countedLast(candidates);
      // 签约项目80个，其中亿元以上6个；开工50个: the list goes on from the whole, not from its part.
      const isPart = this.text.startsWith("其中", clause.start) && this.carried.thing !== "";
      if (last && !isPart) this.carried = carriedFrom(last);
    }
    for (const word of vague.slice(next)) this.takeVague(word, clause, sentence);
  }

  /** The figures of a clause that may be promised; the others are left out, and what is part of one of them. */
  private countedIn(clause: Clause, sentence: Sentence): readonly Figure[] {
    const leave = (figure: Figure, reason: LeftOutReason) => {
      this.partsLeft.left(figure, reason, sentence.start);
      this.leave(figure, reason, clause, sentence);
    };
    const figures = this.counted.figuresIn(clause, sentence, leave).filter((figure) => {
      const reason = this.partsLeft.besideIn(figure, sentence.start);
      if (reason !== null) this.leave(figure, reason, clause, sentence);
      return reason === null;
    });
    if (figures.length > 0 && !this.text.startsWith("其中", clause.start)) this.partsLeft.taken();
    return figures;
  }

  report(): ImportedReport {
    const { year } = this.known;
    const drafts = distinguished(withYearsOfParts(this.text, this.drafts));
    return {
      drafts,
      issues: inOrder([
        ...findIssues(drafts, this.unclear, year, this.text.length),
        ...[...this.carriedOn].flatMap((index) => issueOf("departmentCarried", drafts, index)),
        ...[...this.ofPage].flatMap((index) => issueOf("departmentOfPage", drafts, index)),
        ...[...this.ofEach].flatMap((index) => issueOf("ofEach", drafts, index)),
      ]),
      leftOut: this.left.inOrder(),
      year,
    };
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
      responsibility: this.known.departments.find(at) ?? this.pageAt(at, sentence),
      tense: this.known.tenses.find(at, sentence, hasComparator),
    };
  }

  /** Whose page it is, where neither the text nor a person says who answers. */
  private pageAt(at: number, { line }: Sentence): Responsibility | null {
    const { publisher } = this.known.departments;
    const begin = this.layout.lines[line]?.start ?? at;
    if (
      publisher === null ||
      this.known.departments.title !== null ||
      this.department !== null ||
      namesAnother(this.text, publisher, begin, at)
    )
      return null;
    return { start: 0, end: this.text.length, department: publisher, supporting: [], from: "page", speaker: null };
  }

  private take({ candidate, baseline }: WithBaseline, clause: Clause, sentence: Sentence): void {
    const { figure } = candidate;
    // 总投资 ⏎ 5亿元: alone on its line, of what only the lines around tell.
    if (
      figure.unitClass === "money" &&
      this.text.slice(sentence.start, sentence.end).trim() === this.text.slice(figure.start, figure.end)
    ) {
      this.leave(figure, "size", clause, sentence);
      return;
    }
    if (figure.unit === "%" && isProgress(this.text, this.layout.lines, sentence.line))
      return this.leave(figure, "past", clause, sentence);
    const isPromised =
      candidate.comparator !== "plain" &&
      candidate.comparator !== "moreThan" &&
      /以上|不低于|不少于|左右|以内|不超过|至少/u.test(
        candidate.left.slice(-8) + this.text.slice(figure.end, figure.end + 4),
      );
    const place = this.placeOf(figure.start, clause, sentence, isPromised);
    const isPart = this.partsLeft.besideIn(figure, sentence.start) !== null;
    if (isPart || place.tense.tense === "past") {
      this.partsLeft.left(figure, "past", sentence.start, true);
      const name = quotedName(candidate.left) ?? quotedName(candidate.right) ?? candidate.thing;
      const known = this.facts.get(figure.bareUnit);
      if (known) known.set(name, figure);
      else this.facts.set(figure.bareUnit, new Map([[name, figure]]));
      this.left.add("past", figure, sentence, () => this.draftOf(candidate, baseline, place));
      return;
    }
    const begin = this.layout.lines[sentence.line]?.start ?? figure.start;
    const isCarriedOn = isOfAnother(this.text, place.responsibility, begin, figure.start);
    if (this.takePart(candidate, place)) return;
    for (const each of ofEach(candidate)) {
      if (place.tense.by === "assumed") this.unclear.add(this.drafts.length);
      if (place.responsibility?.from === "page") this.ofPage.add(this.drafts.length);
      if (isCarriedOn) this.carriedOn.add(this.drafts.length);
      const from = baseline ?? (each.kind === "stock" ? this.factFor(each) : null);
      const draft = this.draftOf(each, from, place);
      if (isOfEach(this.text, draft)) this.ofEach.add(this.drafts.length);
      this.drafts.push(draft);
    }
  }

  /** A place's share of what was counted right before. */
  private takePart(candidate: Candidate, place: Place): boolean {
    const name = placeOf(candidate);
    const whole = this.drafts.at(-1);
    if (name === null || whole === undefined) return false;
    const share = this.draftOf(candidate, null, place);
    const joined = isWholeOf(whole, candidate, share.sentence) ? withPart(whole, name, share) : null;
    if (joined === null) return false;
    this.drafts[this.drafts.length - 1] = joined;
    return true;
  }

  private draftOf(candidate: Candidate, from: Figure | null, place: Place): Draft {
    return this.drafting.draftOf(candidate, from, place, new Beside(this.text, this.layout, place.clause));
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
    const place = this.placeOf(figure.start, clause, sentence, false);
    this.left.add(reason, figure, sentence, () => {
      if (UNCOUNTED.has(reason)) return null;
      const [candidate] = readClause(this.text, clause, [figure], NOTHING_CARRIED);
      return candidate ? this.draftOf(candidate, null, place) : null;
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
    if (place.tense.tense === "past" || this.counted.definitions.holds(word.start)) return;
    const draft = this.drafting.vagueDraftOf(word, place);
    if (draft && place.responsibility?.from === "page") this.ofPage.add(this.drafts.length);
    if (draft) this.drafts.push(draft);
  }
}

function issueOf(code: IssueCode, drafts: readonly Draft[], index: number): Issue[] {
  const draft = drafts[index];
  return draft ? [{ code, span: draft.span, indicator: draft.indicator, drafts: [index] }] : [];
}
