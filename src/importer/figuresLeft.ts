/** The figures of a text that become no drafts, with the reason and the draft each would become. */
import type { Draft, LeftOut, LeftOutReason } from "./drafts";
import type { Drafting } from "./drafting";
import type { Layout, Sentence } from "./layout";
import { LeftFigure, NO_DRAFT } from "./leftFigure";
import type { Figure } from "./patterns";
import type { Scan } from "./scan";

const DAY_OR_HOUR = /(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)|(?<!\d)\d{1,2}[:：][0-5]\d(?::[0-5]\d)?(?![\d:：])/uy;
const digitsIn = (text: string) => text.replace(/\D/gu, "").length;

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
    let told = 0;
    return this.found.numbers.flatMap(([start, end], place) => {
      if (start < told) return [];
      const day = this.dayAt(place);
      told = day ?? end;
      while (at < sentences.length && (sentences[at]?.end ?? 0) < end) at++;
      const sentence = sentences[at];
      if (day !== null) return [this.uncounted("date", start, day, sentence)];
      const isHeading = sentence !== undefined && this.text.slice(sentence.start, start).trim() === "";
      const isRank = /[第前]/u.test(this.text.charAt(start - 1));
      return [this.uncounted(isHeading ? "number" : isRank ? "rank" : "name", start, end, sentence)];
    });
  }

  /** Where a day or an hour ends whose parts are these numbers and the ones behind them (2025-01-08, 10:30), or null. */
  private dayAt(place: number): number | null {
    const { numbers } = this.found;
    const start = numbers[place]?.[0] ?? 0;
    DAY_OR_HOUR.lastIndex = start;
    const found = DAY_OR_HOUR.exec(this.text);
    if (!found) return null;
    const end = start + found[0].length;
    let digits = 0;
    for (let next = place; (numbers[next]?.[0] ?? end) < end; next++) {
      const [from, to] = numbers[next] ?? [end, end];
      if (to > end) return null;
      digits += digitsIn(this.text.slice(from, to));
    }
    return digits === digitsIn(found[0]) ? end : null; // or else a part of it was read as a figure, and is listed as one
  }
}
