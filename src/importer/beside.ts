/** The clauses beside one, within its sentence: what they are about, where a figure has no name of its own. */
import { NO_SUBJECT, type Subject } from "./candidates";
import { clauseAt, type Clause, type Layout } from "./layout";
import { aimOf, type Neighbours } from "./names";
import { subjectOfClause } from "./clauseSubject";

const SAYS_WHEN = /^[\s　]*(?:力争|确保|争取|计划|预计)?(?:到|至|在)?(?:20\d\d|今|明)?年?(?:底|末|内|前)*$/u;

const FIGURE_ALONE =
  /^\s*(?:约|不少于|不低于|超过|达到?)?\d[\d.,]*[余多]?[\u4e00-\u9fff%％]{1,5}(?:以上|左右|以内)?\s*$/u;
const CELL_OF_WORDS = /^(?!.*(?:单位|部门|领导|责任|时限|[局委办]$))[\u4e00-\u9fff“”（）]{3,18}$/u;
const YEAR = /20\d\d\s*年/gu;
const FARTHEST_TITLE = 4; // lines
const TITLE_NUMBER =
  /^[\s　#*]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/u;
const TITLE_VERB = /^(?:保障好|抓好|做好|办好|加强|加快|强化|深化|推进|实施|提升|优化|完善|保障)+(?=.{4})/u;

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
    const said = this.text.slice(before?.start, before?.end).replace(YEAR, "");
    if (/\d(?![、.．)）])/u.test(said)) return null;
    return this.text
      .slice(beside.start, beside.end)
      .replace(YEAR, "")
      .replace(/。\s*$/u, "")
      .replace(/[（(][^（）()]{1,20}[）)]\s*$/u, "");
  }
  after(): Subject {
    const said = this.said(1);
    return said === null ? NO_SUBJECT : aimOf(said);
  }

  /** 一、抓好困难群体帮扶，… ⏎ 年度投资目标300万元: under what. */
  title(): string {
    const { lines, sentences } = this.layout;
    const own = sentences[this.clause.sentence]?.line ?? 0;
    const start = lines[own]?.start ?? 0;
    if (this.text.slice(start, this.clause.start).trim() !== "" || lines[own]?.numbering != null) return "";
    for (let at = own - 1; at >= Math.max(0, own - FARTHEST_TITLE); at--) {
      const line = lines[at];
      if (line?.numbering != null)
        return (/^[^，,。；：:]+/u.exec(this.text.slice(line.start, line.end).trim())?.[0] ?? "")
          .replace(TITLE_NUMBER, "")
          .replace(TITLE_VERB, "")
          .replace(/(?:工作|任务)?\s*$/u, "");
    }
    return "";
  }

  /** The words of the clause so many places on, within the sentence. */
  private said(places: number): string | null {
    const beside = clauseAt(this.layout, this.clause.index + places);
    return beside?.sentence === this.clause.sentence ? this.text.slice(beside.start, beside.end) : null;
  }
}
