/** What pairs of names came to, as people typed them: a sheet asks for the same few names thousands of times. */

const ENTRIES = 50_000; // pairs remembered before the memo starts afresh

/** Answers by department and indicator, raw. Bounded: at the bound everything is dropped and learnt again. */
export class NameMemo<T> {
  private readonly answers = new Map<string, Map<string, T>>();
  private count = 0;

  get(department: string, indicator: string): T | undefined {
    return this.answers.get(department)?.get(indicator);
  }

  /** Keeps an answer and returns it. */
  set(department: string, indicator: string, answer: T): T {
    if (this.count >= ENTRIES) {
      this.answers.clear();
      this.count = 0;
    }
    const ofDepartment = this.answers.get(department) ?? new Map<string, T>();
    this.answers.set(department, ofDepartment);
    ofDepartment.set(indicator, answer);
    this.count += 1;
    return answer;
  }
}
