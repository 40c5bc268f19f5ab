/** The clauses beside one, within its sentence: what they are about, where a figure has no name of its own. */
import { NO_SUBJECT, type Subject } from "./candidates";
import { clauseAt, type Clause, type Layout } from "./layout";
import { aimOf, type Neighbours } from "./names";
import { subjectOfClause } from "./rules";

/** What the clauses beside one are about, worked out only where a figure has no name of its own. */
export class Beside implements Neighbours {
  constructor(
    private readonly text: string,
    private readonly layout: Layout,
    private readonly clause: Clause,
  ) {}

  subject(): Subject {
    const said = this.said(-1);
    return said === null ? NO_SUBJECT : subjectOfClause(said);
  }
  before(): Subject {
    const said = this.said(-1);
    return said === null ? NO_SUBJECT : aimOf(said);
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
