/** Confirming drafts: what a person decided of each, and the catalog of what was accepted. Nothing unconfirmed enters it. */
import { normaliseName } from "../core/text";
import type { Catalog, Commitment, Comparator, Direction, Source } from "../core/types";
import { areAlike, convert } from "../core/units";
import { tidy } from "../core/expression";
import { months } from "../core/periods";
import { ISSUE_CODES, type Draft, type ImportedReport, type IssueCode } from "./drafts";
import { subjectOf } from "./issues";

export type DraftState = "open" | "accepted" | "dropped" | "merged";

/** A draft under review, with the stretch of text it stands in. */
export interface ReviewItem {
  readonly draft: Draft;
  readonly state: DraftState;
  /** Position of the item that took this one in. */
  readonly mergedInto: number | null;
  readonly doubts: readonly IssueCode[];
  /** The text around the figure, and where in it the figure stands. */
  readonly context: string;
  readonly mark: readonly [start: number, end: number];
}

export interface Review {
  readonly documentName: string;
  readonly year: number | null;
  readonly region: string;
  readonly items: readonly ReviewItem[];
}

const CONTEXT = 70; // characters on either side of the figure

/** A review at its beginning: everything open. */
export function startReview(text: string, report: ImportedReport, documentName: string): Review {
  const doubts = new Map<number, IssueCode[]>();
  for (const { code, drafts } of report.issues) {
    if (code === "departmentMissing" && drafts.length === report.drafts.length) continue; // said once for all
    for (const index of drafts) doubts.set(index, [...(doubts.get(index) ?? []), code]);
  }
  const items = report.drafts.map((draft, index): ReviewItem => {
    // A sentence may begin with what closes the one before it: ”某某说.
    const leading = /^[\s”’」』）)]*/u.exec(text.slice(draft.sentence[0], draft.span[0]))?.[0].length ?? 0;
    const start = Math.max(draft.sentence[0] + leading, draft.span[0] - CONTEXT);
    const end = Math.min(Math.max(draft.sentence[1], draft.span[1]), draft.span[1] + CONTEXT);
    const before = start > draft.sentence[0] + leading ? "…" : "";
    const context = before + text.slice(start, end) + (end < draft.sentence[1] ? "…" : "");
    const shift = before.length - start;
    return {
      draft,
      state: "open",
      mergedInto: null,
      doubts: doubts.get(index) ?? [],
      context: context.replace(/\n/g, " "),
      mark: [draft.span[0] + shift, draft.span[1] + shift],
    };
  });
  return { documentName, year: report.year, region: regionOf(text), items };
}

/** The place a report speaks of: the one most often named before 政府, 委 or a year, or an empty text. */
export function regionOf(text: string): string {
  const counts = new Map<string, number>();
  const naming = /([\u4e00-\u9fff]{2,3}[省市县区州])(?=20\d\d年|人民政府|政府|委员会|人民代表大会|两会)/gu;
  for (const [, name = ""] of text.slice(0, 20_000).matchAll(naming))
    if (!/^[全我各本该由在和]/u.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const named = [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? "";
  // 值此荆州两会召开之际: the place is 荆州市, where the text says so in full.
  const place = named.replace(/^(?:值此|时值|正值|欣逢|走进|来自|关于)/u, "");
  return place.endsWith("州") && text.includes(`${place}市`) ? `${place}市` : place;
}

/** A heading of the review and the positions under it. `department` is null where the text names none. */
export interface ReviewGroup {
  readonly isDoubtful: boolean;
  readonly department: string | null;
  readonly items: readonly number[];
}

/** What to look at: doubtful ones first, the gravest before all and what is said of one promise side by side; then by department in the order of the text. */
export function groupsOf(review: Review): ReviewGroup[] {
  const doubtful: number[] = [];
  const byDepartment = new Map<string | null, number[]>();
  for (const [index, { doubts, draft }] of review.items.entries()) {
    if (doubts.length > 0) {
      doubtful.push(index);
      continue;
    }
    const group = byDepartment.get(draft.department) ?? [];
    group.push(index);
    byDepartment.set(draft.department, group);
  }
  const firstOf = new Map<string, number>();
  for (const index of doubtful) {
    const subject = subjectAt(review, index);
    if (!firstOf.has(subject)) firstOf.set(subject, index);
  }
  const together = (index: number) => firstOf.get(subjectAt(review, index)) ?? index;
  doubtful.sort(
    (left, right) =>
      gravityAt(review, left) - gravityAt(review, right) || together(left) - together(right) || left - right,
  );
  return [
    ...(doubtful.length > 0 ? [{ isDoubtful: true, department: null, items: doubtful }] : []),
    ...[...byDepartment].map(([department, items]) => ({ isDoubtful: false, department, items })),
  ];
}

const subjectAt = ({ items }: Review, index: number) => (items[index] ? subjectOf(items[index].draft) : "");
const gravityAt = ({ items }: Review, index: number) =>
  Math.min(...(items[index]?.doubts ?? []).map((code) => ISSUE_CODES.indexOf(code)));

function changed(review: Review, index: number, changes: Partial<ReviewItem>): Review {
  return { ...review, items: review.items.map((item, at) => (at === index ? { ...item, ...changes } : item)) };
}

/** Why a draft cannot be accepted as it stands, or null. */
export function missingIn({ draft }: ReviewItem): "department" | "figure" | null {
  if (draft.value === null || draft.unit === "") return "figure";
  return draft.department === null || draft.department.trim() === "" ? "department" : null;
}

/** @returns the review with one item accepted; unchanged where something is missing */
export function accept(review: Review, index: number): Review {
  const item = review.items[index];
  return item === undefined || missingIn(item) !== null
    ? review
    : changed(review, index, { state: "accepted", mergedInto: null });
}
export const drop = (review: Review, index: number): Review =>
  changed(review, index, { state: "dropped", mergedInto: null });
export const reopen = (review: Review, index: number): Review =>
  changed(review, index, { state: "open", mergedInto: null });

/** Puts what a person wrote in the place of what was read. */
export function correct(review: Review, index: number, changes: Partial<Draft>): Review {
  const item = review.items[index];
  return item === undefined ? review : changed(review, index, { draft: { ...item.draft, ...changes, vague: false } });
}

/** Two drafts of one promise: one is kept, the other becomes a further place where it is said. @returns null for unlike units */
export function merge(review: Review, from: number, into: number): Review | null {
  const [given, kept] = [review.items[from], review.items[into]];
  if (!given || !kept || from === into || kept.state === "merged") return null;
  if (
    given.draft.value !== null &&
    kept.draft.value !== null &&
    !areAlike(given.draft.unit || "个", kept.draft.unit || "个")
  )
    return null;
  // What was merged into the one goes along to the other.
  const items = review.items.map((item, at): ReviewItem =>
    at === from || item.mergedInto === from ? { ...item, state: "merged", mergedInto: into } : item,
  );
  return { ...review, items };
}

/** Fills in a department wherever none was named. */
export function fillDepartment(review: Review, department: string): Review {
  const items = review.items.map((item) =>
    item.draft.department === null ? { ...item, draft: { ...item.draft, department } } : item,
  );
  return { ...review, items };
}

export function countStates(review: Review): Record<DraftState, number> {
  const counts = { open: 0, accepted: 0, dropped: 0, merged: 0 };
  for (const { state } of review.items) counts[state]++;
  return counts;
}

/** What a catalog needs beside its commitments. */
export interface CatalogFacts {
  readonly region: string;
  readonly year: number;
  readonly title: string;
  readonly version: string;
  /** How the report is called as a source. */
  readonly sourceTitle: string;
}

const ID_PREFIX = "RP";
const LONGEST_PHRASE = 80;

/**
 * The catalog of what was accepted: a new one, or an existing one with the accepted commitments added.
 * Several lead units: the first answers. An indicator's name is made unique within its department.
 */
export function catalogOf(review: Review, facts: CatalogFacts, existing: Catalog | null = null): Catalog {
  const builder = new CatalogBuilder(facts, review, existing);
  for (const [index, item] of review.items.entries()) if (item.state === "accepted") builder.add(item, index);
  return builder.catalog();
}

class CatalogBuilder {
  private readonly departments: Catalog["departments"];
  private readonly documents: Catalog["documents"];
  private readonly commitments: Commitment[];
  private readonly document: string;
  private readonly taken = new Set<string>();
  private number = 0;

  constructor(
    private readonly facts: CatalogFacts,
    private readonly review: Review,
    private readonly existing: Catalog | null,
  ) {
    this.departments = [...(existing?.departments ?? [])];
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
    const department = this.departmentId(draft.department);
    const also = this.review.items.filter((other) => other.mergedInto === index).map((other) => this.source(other));
    const { value, valueMax, unit } = signed(draft, countable(draft));
    const { comparator, direction } = aimOf(draft);
    const { from, due } = daysOf(draft.period, this.facts.year);
    const baseline = draft.baseline && areAlike(draft.baseline.unit || unit, unit) ? draft.baseline : null;
    const level = baseline ? tidy(convert(baseline.value, baseline.unit || unit, unit)) : null;
    const start = level !== null && isFall(draft) ? -Math.abs(level) : level;
    this.number++;
    this.commitments.push({
      id: `${ID_PREFIX}${this.facts.year}-${String(this.number).padStart(3, "0")}`,
      department,
      indicator: this.uniqueName(department, nameOf(draft)),
      kind: draft.kind,
      modality: draft.modality,
      ...(direction === null ? {} : { direction }),
      target: {
        comparator,
        value,
        ...(valueMax === null ? {} : { valueMax }),
        unit,
      },
      from,
      due,
      ...(start !== null && start !== value && baseline ? { baseline: { value: start, phrase: baseline.phrase } } : {}),
      review: "confirmed",
      source: this.source(item),
      ...(also.length > 0 ? { alsoPromised: also } : {}),
    });
  }

  catalog(): Catalog {
    const { region, year, title, version } = this.facts;
    const { existing } = this;
    return {
      schemaVersion: 1,
      id: existing?.id ?? `import-${year}`,
      title: existing?.title ?? title,
      region: existing?.region ?? region,
      year: existing?.year ?? year,
      version,
      documents: this.documents,
      departments: this.departments,
      commitments: this.commitments,
      ...(existing?.facts ? { facts: existing.facts } : {}),
    };
  }

  private departmentId(written: string): string {
    const [name = written] = written.split("、");
    const wanted = normaliseName(name);
    const known = this.departments.find((each) =>
      [each.name, ...(each.aliases ?? [])].some((one) => normaliseName(one) === wanted),
    );
    if (known) return known.id;
    const ids = new Set(this.departments.map(({ id }) => id));
    let serial = this.departments.length + 1;
    while (ids.has(`department-${serial}`)) serial++;
    this.departments.push({ id: `department-${serial}`, name: name.trim() });
    return `department-${serial}`;
  }

  private uniqueName(department: string, name: string): string {
    let unique = name;
    for (let serial = 2; this.taken.has(keyOf(department, unique)); serial++) unique = `${name}（${serial}）`;
    this.taken.add(keyOf(department, unique));
    return unique;
  }

  private source({ draft, context, mark }: ReviewItem): Source {
    const start = Math.max(0, mark[0] - LONGEST_PHRASE / 2);
    const phrase = context.slice(start, mark[1] + LONGEST_PHRASE / 4).trim();
    return {
      document: this.document,
      section: draft.department ?? this.facts.sourceTitle,
      ...(draft.speaker === null ? {} : { speaker: draft.speaker }),
      phrase: phrase === "" ? draft.phrase : phrase,
    };
  }
}

const keyOf = (department: string, indicator: string) => `${department} ${normaliseName(indicator)}`;

/** A rate of change is named as one: 技改投资增速. A fall is negative, so its name does not say 降幅 again. */
function nameOf(draft: Draft): string {
  const name = draft.indicator.trim();
  if (isFall(draft)) return `${name.replace(/(?:降幅|跌幅|下降率|下降幅度|下降)$/u, "")}增速`;
  if (draft.kind !== "growth" || /(?:增速|增幅|涨幅|增长率|提高|增长|率（[^）]*）)$/u.test(name)) return name;
  return `${name}增速`;
}

/** Whether a promise is of a rate below nothing: 单位GDP能耗下降3.2%. */
export function isFall({ kind, direction }: Pick<Draft, "kind" | "direction">): boolean {
  return kind === "growth" && direction === "down";
}

interface Amount {
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
}

/** 下降3.2% is -3.2 in a catalog, as actuals are entered; 下降3%—5% reaches from -5 to -3. */
function signed(draft: Draft, { value, valueMax, unit }: Amount): Amount {
  if (!isFall(draft)) return { value, valueMax, unit };
  const [small, large] = [Math.abs(value), Math.abs(valueMax ?? value)];
  return { value: -large, valueMax: valueMax === null ? null : -small, unit };
}

const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  atLeast: "atMost",
  moreThan: "lessThan",
  atMost: "atLeast",
  lessThan: "moreThan",
  plain: "plain",
  about: "about",
  range: "range",
};

/** The comparison a catalog holds and which way is good, null where that follows from it. */
function aimOf(draft: Draft): { comparator: Comparator; direction: Direction | null } {
  const { kind, comparator, direction } = draft;
  // 下降不低于3% is at most -3. A fall that is held within 3% is to stay above -3.
  if (isFall(draft)) {
    const isLimited = comparator === "atMost" || comparator === "lessThan";
    return { comparator: MIRRORED[comparator], direction: isLimited ? "up" : "down" };
  }
  const isLevel = kind === "stock" || kind === "ratio";
  return { comparator, direction: isLevel && direction === "down" ? "down" : null };
}

/** 200万 without a unit is 2 000 000 of what is counted: people, or pieces. */
function countable({ value, valueMax, unit, indicator }: Draft): Amount {
  const scale = { 万: 1e4, 亿: 1e8 }[unit];
  if (scale === undefined) return { value: value ?? 0, valueMax, unit };
  const counted = /人|生|妇女|儿童|职工|群众|就业/u.test(indicator) ? "人" : "个";
  return {
    value: tidy((value ?? 0) * scale),
    valueMax: valueMax === null ? null : tidy(valueMax * scale),
    unit: counted,
  };
}

function daysOf(period: string | null, year: number): { from: string; due: string } {
  const [first = year, last = first] = (period ?? "")
    .split("-")
    .filter((part) => /^\d{4}$/.test(part))
    .map(Number);
  // A level promised for a later year is worked at from this year on.
  const begin = last === first && first > year ? year : first;
  const { from, to } = months(begin, 1, 12, Math.max(begin, last));
  return { from, due: to };
}
