/** Who is responsible for what stands where: units named beside it, the bureau that speaks, a heading that names one, the title. */
import { AUTHORITY_NAME, fromItsLevel, namesNobody } from "./authorityNames";
import type { Layout } from "./layout";
import type { Responsibility } from "./owners";
import type { Scan } from "./scan";
import { unitLines } from "./unitLines";
import { isSameBureau, publisherOf } from "./publisher";
import { titleAuthority } from "./titles";
import { voices } from "./voices";

/** The department that answers for a place: units beside it, then those over its section, then who speaks. */
export class Responsibilities {
  /** The bureau the whole text is of, by its title. */
  readonly title: string | null;
  /** The bureau that published the page, where the text is of nobody else. */
  readonly publisher: string | null;
  /** Where another bureau begins to speak. */
  readonly voiceStarts: readonly number[];
  /** Whether the page is a bureau's and others speak on it: what stands above them may be either's. */
  private readonly isPageOfAnother: boolean;
  /** What a name is short for: 简称市交委. */
  private readonly fullNames: ReadonlyMap<string, string>;
  private readonly beside: readonly Responsibility[];
  private readonly overSections: readonly Responsibility[];
  private readonly spoken: readonly Responsibility[];

  constructor(text: string, found: Scan, layout: Layout) {
    const { beside, over } = unitLines(text, found, layout);
    this.beside = beside;
    this.overSections = over;
    const title = titleAuthority(text, layout);
    const publisher = publisherOf(text, layout);
    // 民政局 in the title is 江州市民政局 that published it.
    const isShort = title !== null && !/[省市县区州盟旗]/u.test(title) && publisher?.endsWith(title) === true;
    this.title = isShort ? publisher : title;
    // A table's cell that names who does its row stands over nothing.
    const cells = new Set(beside.map(({ end }) => end));
    this.spoken = voices(text, found, layout, this.title).filter(
      ({ from, start }) => from !== "heading" || !cells.has(start),
    );
    this.fullNames = fullNames(text);
    const named = [...beside, ...over, ...this.spoken];
    const isOthers = publisher !== null && named.some(({ department }) => !isSameBureau(department, publisher));
    this.publisher = isOthers ? null : publisher;
    this.isPageOfAnother = isOthers;
    this.voiceStarts = this.spoken.map(({ start }) => start);
  }

  find(place: number): Responsibility | null {
    const section = this.overSections.filter(({ start, end }) => start <= place && place < end).at(-1);
    const found = at(this.beside, place) ?? section ?? at(this.spoken, place);
    if (this.isPageOfAnother && place < (found?.doubtfulTo ?? 0)) return null;
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
