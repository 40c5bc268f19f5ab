/** Who is responsible for what stands where: units named beside it, the bureau that speaks, a heading that names one, the title. */
import { AUTHORITY_NAME, fromItsLevel, namesNobody } from "./authorityNames";
import type { Layout } from "./layout";
import type { Responsibility } from "./owners";
import type { Scan } from "./scan";
import { unitLines } from "./unitLines";
import { titleAuthority } from "./titles";
import { voices } from "./voices";

/** The department that answers for a place: units beside it, then those over its section, then who speaks. */
export class Responsibilities {
  /** The bureau the whole text is of, by its title. */
  readonly title: string | null;
  /** Where another bureau begins to speak. */
  readonly voiceStarts: readonly number[];
  /** What a name is short for: 简称市交委. */
  private readonly fullNames: ReadonlyMap<string, string>;
  private readonly beside: readonly Responsibility[];
  private readonly overSections: readonly Responsibility[];
  private readonly spoken: readonly Responsibility[];

  constructor(text: string, found: Scan, layout: Layout) {
    const { beside, over } = unitLines(text, found, layout);
    this.beside = beside;
    this.overSections = over;
    this.title = titleAuthority(text, layout);
    this.spoken = voices(text, found, layout, this.title);
    this.fullNames = fullNames(text);
    this.voiceStarts = this.spoken.map(({ start }) => start);
  }

  find(place: number): Responsibility | null {
    const section = this.overSections.filter(({ start, end }) => start <= place && place < end).at(-1);
    const found = at(this.beside, place) ?? section ?? at(this.spoken, place);
    const full = found === null ? undefined : this.fullNames.get(found.department);
    return found && full !== undefined ? { ...found, department: full } : found;
  }
}

/** The first stretch that ends behind a place, where it holds it. */
function at(stretches: readonly Responsibility[], place: number): Responsibility | null {
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

/** 江州市交通运输委员会（简称江州市交委）: the short name by its full one. */
function fullNames(text: string): ReadonlyMap<string, string> {
  if (!text.includes("简称")) return new Map();
  return new Map(
    [...text.matchAll(NAMED_SHORT)].flatMap(({ 1: full = "", 2: short = "" }) =>
      namesNobody(full) ? [] : [[short, fromItsLevel(full)] as const],
    ),
  );
}
const NAMED_SHORT = new RegExp(`(${AUTHORITY_NAME})[（(](?:以下)?简称[：“"]?([\\u4e00-\\u9fff]{2,10})[”"]?[）)]`, "gu");
