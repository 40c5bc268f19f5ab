/** Who is responsible for what stands where: units named beside it, the bureau that speaks, a heading that names one, the title. */
import type { Layout } from "./layout";
import type { Responsibility } from "./owners";
import type { Scan } from "./scan";
import { unitLines } from "./unitLines";
import { titleAuthority } from "./titles";
import { voices } from "./voices";

/** The department that answers for a place: a unit line before a speaker. Both lists are in the order of the text. */
export class Responsibilities {
  /** The bureau the whole text is of, by its title. */
  readonly title: string | null;
  /** Where another bureau begins to speak. */
  readonly voiceStarts: readonly number[];
  private readonly lined: readonly Responsibility[];
  private readonly spoken: readonly Responsibility[];

  constructor(text: string, found: Scan, layout: Layout) {
    this.lined = unitLines(text, found, layout);
    this.spoken = voices(text, found, layout);
    this.title = titleAuthority(text, layout);
    this.voiceStarts = this.spoken.map(({ start }) => start);
  }

  find(place: number): Responsibility | null {
    return over(this.lined, place) ?? over(this.spoken, place);
  }
}

/** The first stretch that ends behind a place, where it holds it. */
function over(stretches: readonly Responsibility[], place: number): Responsibility | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found && found.start <= place ? found : null;
}
