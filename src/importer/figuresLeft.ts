/** The figures of a text that become no drafts, with the reason and the draft each would become. */
import type { Draft, LeftOut, LeftOutReason } from "./drafts";
import type { Drafting } from "./drafting";
import type { Layout, Sentence } from "./layout";
import { LeftFigure, NO_DRAFT } from "./leftFigure";
import type { Figure } from "./patterns";
import type { Scan } from "./scan";

export class FiguresLeft {
  private readonly list: LeftOut[] = [];

  constructor(
    private readonly text: string,
    private readonly found: Scan,
    private readonly layout: Layout,
    private readonly drafting: Drafting,
  ) {}

  /** @param make the draft it becomes where a person takes it in */
  add(reason: LeftOutReason, figure: Figure, sentence: Sentence, make: () => Draft | null): void {
    const { start, end, value, unit } = figure;
    const phrase = this.text.slice(start, end);
    this.list.push(new LeftFigure(reason, value, unit, [start, end], phrase, this.drafting.spanOf(sentence), make));
  }

  /** All of them in the order of the text. */
  inOrder(): LeftOut[] {
    return [...this.list, ...this.passedOver()].sort((left, right) => left.span[0] - right.span[0]);
  }

  /** Of digits that were never read as a figure. */
  private uncounted(reason: LeftOutReason, start: number, end: number, sentence: Sentence | undefined): LeftOut {
    const said = sentence ? this.drafting.spanOf(sentence) : ([start, end] as const);
    return new LeftFigure(reason, null, "", [start, end], this.text.slice(start, end), said, NO_DRAFT);
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
      return this.uncounted(isHeading ? "number" : isRank ? "rank" : "name", start, end, sentence);
    });
  }
}
