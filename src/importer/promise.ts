/** From drafts to commitments: the catalog of what a person accepted. */
import { tidy } from "../core/expression";
import { normaliseName } from "../core/text";
import type { Catalog, Commitment, HistoryEntry, Part as CatalogPart, Source } from "../core/types";
import { areAlike, convert, isRateUnit, isUnit } from "../core/units";
import type { Draft, Part } from "./drafts";
import { aimOf, countable, daysOf, isFall, nameOf, signed } from "./promisedFigure";
import type { Review, ReviewItem } from "./review";
import { countedByYear, joinedYears, type YearlyPromise } from "./yearlyPromise";
import { leadOf, UnitsNamed } from "./unitsNamed";

/** What a catalog needs beside its commitments. */
export interface CatalogFacts {
  readonly region: string;
  readonly year: number;
  readonly title: string;
  readonly version: string;
  /** How the report is called as a source. */
  readonly sourceTitle: string;
  /** What a draft says that the catalog has no field for, in words. */
  readonly noteOf?: (unserved: Unserved) => string | null;
}

/** What of a draft a catalog has no field for: last year's figure and shares in another unit, helpers that are no unit by name. */
export type Unserved = Pick<Draft, "lastYear" | "supporting" | "parts">;

const ID_PREFIX = "RP";
const LONGEST_PHRASE = 80;

/**
 * The catalog of what was accepted: a new one, or an existing one with the accepted commitments added.
 * Several lead units: the first answers, the others help. An indicator's name is made unique within its department.
 */
export function catalogOf(review: Review, facts: CatalogFacts, existing: Catalog | null = null): Catalog {
  const builder = new CatalogBuilder(facts, review, existing);
  for (const [index, item] of review.items.entries()) if (item.state === "accepted") builder.add(item, index);
  return builder.catalog();
}

class CatalogBuilder {
  private readonly units: UnitsNamed;
  private readonly documents: Catalog["documents"];
  private readonly commitments: Commitment[];
  private readonly document: string;
  private readonly taken = new Set<string>();
  /** How what was made of this review was named before names were told apart, by its place. */
  private readonly namesMade = new Map<number, string>();
  private readonly ofOneYear: ReadonlySet<Draft>;
  private number = 0;

  constructor(
    private readonly facts: CatalogFacts,
    private readonly review: Review,
    private readonly existing: Catalog | null,
  ) {
    const accepted = review.items.filter(({ state }) => state === "accepted");
    this.ofOneYear = countedByYear(accepted.map(({ draft }) => draft));
    this.units = new UnitsNamed(existing, review, existing?.region ?? facts.region);
    this.documents = [...(existing?.documents ?? [])];
    this.commitments = [...(existing?.commitments ?? [])];
    const ids = new Set(this.documents.map(({ id }) => id));
    let serial = 1;
    while (ids.has(`report-${serial}`)) serial++;
    this.document = `report-${serial}`;
    this.documents.push({ id: this.document, title: facts.sourceTitle, date: String(facts.year) });
    for (const { department, indicator } of this.commitments) this.taken.add(keyOf(department, indicator));
    const own = new RegExp(`^${ID_PREFIX}${facts.year}-(\\d+)$`);
    for (const { id } of this.commitments) this.number = Math.max(this.number, Number(own.exec(id)?.[1] ?? 0));
  }

  add(item: ReviewItem, index: number): void {
    const { draft } = item;
    if (draft.value === null || draft.department === null) return;
    const department = this.units.department(leadOf(draft.department));
    const others = draft.department.split("、").slice(1);
    const also = this.review.items.filter((other) => other.mergedInto === index).map((other) => this.source(other));
    const { value, valueMax, unit } = signed(draft, countable(draft));
    const { comparator, direction } = aimOf(draft);
    const days = daysOf(draft, this.facts.year);
    const { due } = days;
    const from = this.ofOneYear.has(draft) ? `${due.slice(0, 4)}-01-01` : days.from;
    const helping = this.units.supporters([...others, ...draft.supporting], department);
    const shared = this.parts(draft, unit);
    const past = this.lastYears(draft, unit);
    const lastYear = past === null ? draft.lastYear : undefined;
    const note =
      this.facts.noteOf?.({
        supporting: helping.unknown,
        ...(lastYear === undefined ? {} : { lastYear }),
        ...(shared.unserved.length === 0 ? {} : { parts: shared.unserved }),
      }) ?? null;
    const baseline = draft.baseline && areAlike(draft.baseline.unit || unit, unit) ? draft.baseline : null;
    const level = baseline ? tidy(convert(baseline.value, baseline.unit || unit, unit)) : null;
    const start = level !== null && isFall(draft) ? -Math.abs(level) : level;
    const target = { comparator, value, ...(valueMax === null ? {} : { valueMax }), unit };
    const name = nameOf(draft);
    const promised = { department, kind: draft.kind, target, from, due };
    if (shared.parts.length === 0 && this.joinedTo(name, promised, item)) return;
    this.number++;
    this.commitments.push({
      id: `${ID_PREFIX}${this.facts.year}-${String(this.number).padStart(3, "0")}`,
      department,
      indicator: this.uniqueName(department, name, due),
      kind: draft.kind,
      modality: draft.modality,
      ...(direction === null ? {} : { direction }),
      target,
      from,
      due,
      ...(start !== null && start !== value && baseline ? { baseline: { value: start, phrase: baseline.phrase } } : {}),
      review: "confirmed",
      source: this.source(item),
      ...(also.length > 0 ? { alsoPromised: also } : {}),
      ...(note === null ? {} : { note }),
      ...(helping.ids.length === 0 ? {} : { supporting: helping.ids }),
      ...(shared.parts.length === 0 ? {} : { parts: shared.parts }),
      ...(past === null ? {} : { history: [past] }),
    });
    this.namesMade.set(this.commitments.length - 1, name);
  }

  /** 2026年41%, 2030年43%: one promise, due in the later year, with what was planned for the earlier one. */
  private joinedTo(name: string, promised: YearlyPromise, item: ReviewItem): boolean {
    for (const [at, other] of this.namesMade) {
      const known = this.commitments[at];
      const joined = other === name && known ? joinedYears(known, promised) : null;
      if (known === undefined || joined === null) continue;
      this.commitments[at] = { ...joined, alsoPromised: [...(known.alsoPromised ?? []), this.source(item)] };
      return true;
    }
    return false;
  }

  /** Last year's figure where it can be held against the promise: in a unit like its own, or of growth the level it is taken of. */
  private lastYears(draft: Draft, unit: string): HistoryEntry | null {
    const { lastYear } = draft;
    if (!lastYear || isFall(draft)) return null;
    const own = countable({ ...draft, ...lastYear, valueMax: null, unit: lastYear.unit || draft.unit });
    const isLevel = draft.kind === "growth" && isUnit(own.unit) && !isRateUnit(own.unit);
    if (!isLevel && !areAlike(own.unit, unit)) return null;
    const state = /快报/u.test(lastYear.phrase)
      ? "flash"
      : /预计|初步/u.test(lastYear.phrase)
        ? "preliminary"
        : "final";
    return {
      period: String(this.facts.year - 1),
      value: own.value,
      ...(own.unit === unit ? {} : { unit: own.unit }),
      state,
    };
  }

  /** The counties' shares in the promise's own unit; those that count something else are left to the note. */
  private parts(draft: Draft, unit: string): { parts: CatalogPart[]; unserved: Part[] } {
    const parts: CatalogPart[] = [];
    const unserved: Part[] = [];
    const inUnit = (level: { readonly value: number; readonly unit: string }, valueMax: number | null) => {
      const own = signed(draft, countable({ ...draft, ...level, valueMax, unit: level.unit || draft.unit }));
      if (!areAlike(own.unit, unit)) return null;
      const converted = (value: number | null) => (value === null ? null : tidy(convert(value, own.unit, unit)));
      return { value: converted(own.value) ?? 0, valueMax: converted(own.valueMax) };
    };
    for (const part of draft.parts ?? []) {
      const given = inUnit(part, part.valueMax);
      const place = given && this.units.place(part.place);
      if (!given || !place || parts.some((other) => other.place === place)) {
        unserved.push(part);
        continue;
      }
      const pledge = part.ownPledge ? inUnit(part.ownPledge, null) : null;
      parts.push({
        place,
        value: given.value,
        ...(given.valueMax === null ? {} : { valueMax: given.valueMax }),
        ...(pledge === null ? {} : { ownPledge: pledge.value }),
      });
    }
    return { parts, unserved };
  }

  catalog(): Catalog {
    const { region, year, title, version } = this.facts;
    const { existing } = this;
    const { departments, places } = this.units;
    const isNewer =
      existing?.schemaVersion === 2 ||
      places.length > 0 ||
      this.commitments.some(({ supporting, history, source }) => supporting ?? history ?? source.passage);
    return {
      schemaVersion: isNewer ? 2 : 1,
      id: existing?.id ?? `import-${year}`,
      title: existing?.title ?? title,
      region: existing?.region ?? region,
      year: existing?.year ?? year,
      version,
      documents: this.documents,
      departments,
      ...(places.length > 0 ? { places } : {}),
      commitments: this.commitments,
      ...(existing?.facts ? { facts: existing.facts } : {}),
    };
  }

  private uniqueName(department: string, name: string, due: string): string {
    // The same of another year says so; a second one of the same year is numbered.
    const year = due.slice(0, 4);
    const isOfAnotherYear = [...this.namesMade].some(([at, other]) => {
      const known = this.commitments[at];
      return other === name && known?.department === department && known.due.slice(0, 4) !== year;
    });
    let unique = isOfAnotherYear ? `${name}（${year}年）` : name;
    for (let serial = 2; this.taken.has(keyOf(department, unique)); serial++) unique = `${name}（${serial}）`;
    this.taken.add(keyOf(department, unique));
    return unique;
  }

  private source({ draft, context, mark }: ReviewItem): Source {
    const start = Math.max(0, mark[0] - LONGEST_PHRASE / 2);
    const phrase = context.slice(start, mark[1] + LONGEST_PHRASE / 4).trim();
    const passage = context.trim();
    return {
      document: this.document,
      section: draft.department ?? this.facts.sourceTitle,
      ...(draft.speaker === null ? {} : { speaker: draft.speaker }),
      phrase: phrase === "" ? draft.phrase : phrase,
      ...(phrase === "" || passage.length <= phrase.length ? {} : { passage }),
    };
  }
}

const keyOf = (department: string, indicator: string) => `${department} ${normaliseName(indicator)}`;
