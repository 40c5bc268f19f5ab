/** Which figures of each clause count something: names, dates, definitions, sizes and scopes are told apart. Clauses come in the order of the text. */
import { Definitions } from "./definitions";
import type { LeftOutReason } from "./drafts";
import type { Clause, Layout, Sentence } from "./layout";
import { reasonAgainst } from "./noPromise";
import { PageParts } from "./pageParts";
import type { Figure } from "./patterns";
import type { Scan, VagueWord } from "./scan";

/** 《新增停车位1000个以上》 says what is done, as a title of a document never ends. */
const SAID_IN_MARKS = /[，。；,：]|《[^》]*\d[\d.]*[万亿]?[\u4e00-\u9fff%]{1,3}(?:以上|以内|左右)?》$/u;

export class ClauseFigures {
  readonly definitions: Definitions;
  private readonly page: PageParts;
  private figureAt = 0;
  private vagueAt = 0;
  private nameAt = 0;
  private bracketAt = 0;

  constructor(
    private readonly text: string,
    private readonly found: Scan,
    lines: Layout["lines"],
  ) {
    this.definitions = new Definitions(text, lines);
    this.page = new PageParts(text, lines);
  }

  /** Whether nothing is counted up to a place. */
  isEmptyTo(end: number): boolean {
    return (
      (this.found.figures[this.figureAt]?.start ?? Infinity) >= end &&
      (this.found.vague[this.vagueAt]?.start ?? Infinity) >= end
    );
  }

  /** The figures of a clause that count something; names and dates are left out. */
  figuresIn(
    clause: Clause,
    sentence: Sentence,
    leave: (figure: Figure, reason: LeftOutReason) => void,
  ): readonly Figure[] {
    const figures: Figure[] = [];
    for (; this.figureAt < this.found.figures.length; this.figureAt++) {
      const figure = this.found.figures[this.figureAt];
      if (!figure || figure.start >= clause.end) break;
      const reason = this.reasonAgainst(figure, clause, sentence);
      if (reason === null) figures.push(figure);
      else leave(figure, reason);
    }
    return figures;
  }

  private reasonAgainst(figure: Figure, clause: Clause, sentence: Sentence): LeftOutReason | null {
    // A text without stops is cut anywhere.
    if (figure.start < clause.start || figure.end > clause.end) return "number";
    if (this.page.holds(figure.start)) return "page";
    if (this.isInName(figure.start)) return "name";
    const bracket = this.bracketAround(figure.start);
    const start = bracket ? Math.max(clause.start, bracket[0] + 1) : clause.start;
    const end = bracket ? Math.min(clause.end, bracket[1] - 1) : clause.end;
    if (this.definitions.holds(figure.start)) return "definition";
    return reasonAgainst(this.text, figure, start, end, sentence.start);
  }

  /** The words that count without a number in a clause. */
  vagueIn(clause: Clause): readonly VagueWord[] {
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
      if (name[1] > place) return !SAID_IN_MARKS.test(this.text.slice(name[0], name[1]));
    }
    return false;
  }

  private bracketAround(place: number): readonly [number, number] | null {
    const { brackets } = this.found;
    while (this.bracketAt < brackets.length && (brackets[this.bracketAt]?.[1] ?? 0) <= place) this.bracketAt++;
    const bracket = brackets[this.bracketAt];
    return bracket && bracket[0] < place ? bracket : null;
  }
}
