/** The clauses beside one, within its sentence: what they are about, where a figure has no name of its own. */
import { NO_SUBJECT, type Subject } from "./candidates";
import { clauseAt, type Clause, type Layout } from "./layout";
import { aimOf, type Neighbours } from "./names";
import { subjectOfClause } from "./clauseSubject";

const SAYS_WHEN = /^[\s　]*(?:力争|确保|争取|计划|预计)?(?:到|至|在)?(?:20\d\d|今|明)?年?(?:底|末|内|前)*$/u;

const FIGURE_ALONE =
  /^\s*(?:约|不少于|不低于|超过|达到?)?\d[\d.,]*[余多]?[\u4e00-\u9fff%％]{1,5}(?:以上|左右|以内)?\s*$/u;
const CELL_OF_WORDS = /^(?!.*(?:单位|部门|领导|责任|时限|[局委办]$))[\u4e00-\u9fff“”（）]{3,18}$/u;

/** What the clauses beside one are about, worked out only where a figure has no name of its own. */
export class Beside implements Neighbours {
  constructor(
    private readonly text: string,
    private readonly layout: Layout,
    private readonly clause: Clause,
  ) {}

  subject(): Subject {
    const said = this.said(-1) ?? this.lineAbove();
    if (said === null) return NO_SUBJECT;
    // 死亡率：力争到2027年，下降20%: when and how firmly is not of what.
    const further = SAYS_WHEN.test(said) ? this.said(-2) : null;
    return subjectOfClause(further ?? said);
  }
  /** 农村公路 ⏎ 90公里: the cell before that of a figure alone. */
  private lineAbove(): string | null {
    const { lines, sentences } = this.layout;
    const line = sentences[this.clause.sentence]?.line ?? 0;
    const own = lines[line];
    if (!own || !FIGURE_ALONE.test(this.text.slice(own.start, own.end))) return null;
    let above = line - 1;
    while (above >= 0 && this.text.slice(lines[above]?.start, lines[above]?.end).trim() === "") above--;
    const said = this.text.slice(lines[above]?.start ?? 0, lines[above]?.end ?? 0).trim();
    return above >= 0 && CELL_OF_WORDS.test(said) ? said : null;
  }
  before(): Subject {
    const said = this.said(-1) ?? this.sentenceBefore();
    return said === null ? NO_SUBJECT : aimOf(said);
  }
  /** 实施街巷改造工程。完成60万平方米的改造任务: what the sentence before announces, on the same line and without a figure. */
  private sentenceBefore(): string | null {
    const beside = clauseAt(this.layout, this.clause.index - 1);
    const before = this.layout.sentences[beside?.sentence ?? -1];
    if (!beside || before?.line !== this.layout.sentences[this.clause.sentence]?.line) return null;
    const hasFigure = /\d(?![、.．)）])/u.test(this.text.slice(before?.start, before?.end));
    return hasFigure ? null : this.text.slice(beside.start, beside.end).replace(/。\s*$/u, "");
  }
  after(): Subject {
    const said = this.said(1);
    return said === null ? NO_SUBJECT : aimOf(said);
  }

  /** The words of the clause so many places on, within the sentence. */
  private said(places: number): string | null {
    const beside = clauseAt(this.layout, this.clause.index + places);
    return beside?.sentence === this.clause.sentence ? this.text.slice(beside.start, beside.end) : null;
  }
}
