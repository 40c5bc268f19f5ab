/** Confirming drafts: what a person decided of each, and the catalog of what was accepted. Nothing unconfirmed enters it. */
import { areAlike } from "../core/units";
import {
  ISSUE_CODES,
  type Draft,
  type ImportedReport,
  type Issue,
  type IssueCode,
  type LeftOut,
  type Span,
} from "./drafts";
import { subjectOf } from "./issues";

export type DraftState = "open" | "accepted" | "dropped" | "merged";

/** A draft under review, with the stretch of text it stands in. */
export interface ReviewItem {
  readonly draft: Draft;
  readonly state: DraftState;
  /** Position of the item that took this one in. */
  readonly mergedInto: number | null;
  readonly doubts: readonly IssueCode[];
  /** The two figures that a doubt is about. */
  readonly figures?: Readonly<Partial<Record<IssueCode, Issue["figures"]>>>;
  /** The text around the figure, and where in it the figure stands. */
  readonly context: string;
  readonly mark: readonly [start: number, end: number];
}

export interface Review {
  readonly documentName: string;
  readonly year: number | null;
  readonly region: string;
  readonly items: readonly ReviewItem[];
  /** The figures that became no drafts, in the order of the text. */
  readonly leftOut: readonly LeftOutItem[];
}

/** A figure that was not taken, with its sentence. */
export interface LeftOutItem extends Pick<ReviewItem, "context" | "mark"> {
  readonly leftOut: LeftOut;
  /** Position of the item a person made of it, or null. */
  readonly takenAs: number | null;
}

const CONTEXT = 70; // characters on either side of the figure

/** A review at its beginning: everything open. */
export function startReview(text: string, report: ImportedReport, documentName: string): Review {
  const doubts = new Map<number, Issue[]>();
  for (const issue of report.issues) {
    const { code, drafts } = issue;
    if (code === "departmentMissing" && drafts.length === report.drafts.length) continue; // said once for all
    for (const index of drafts) doubts.set(index, [...(doubts.get(index) ?? []), issue]);
  }
  const items = report.drafts.map((draft, index): ReviewItem => {
    const own = doubts.get(index) ?? [];
    const told = own.filter(({ figures }) => figures !== undefined).map(({ code, figures }) => [code, figures]);
    return {
      draft,
      state: "open",
      mergedInto: null,
      doubts: own.map(({ code }) => code),
      ...(told.length > 0 ? { figures: Object.fromEntries(told) as NonNullable<ReviewItem["figures"]> } : {}),
      ...contextOf(text, draft),
    };
  });
  const leftOut = report.leftOut.map((each): LeftOutItem => ({
    leftOut: each,
    takenAs: null,
    ...contextOf(text, each),
  }));
  return { documentName: titleOf(text) ?? documentName, year: report.year, region: regionOf(text), items, leftOut };
}

/** The text around a figure within its sentence, and where in it the figure stands. */
function contextOf(
  text: string,
  { span, sentence }: { span: Span; sentence: Span },
): Pick<ReviewItem, "context" | "mark"> {
  // A sentence may begin with what closes the one before it: ”某某说.
  const leading = /^[\s”’」』）)]*/u.exec(text.slice(sentence[0], span[0]))?.[0].length ?? 0;
  const start = Math.max(sentence[0] + leading, span[0] - CONTEXT);
  const end = Math.min(Math.max(sentence[1], span[1]), span[1] + CONTEXT);
  const before = start > sentence[0] + leading ? "…" : "";
  const context = before + text.slice(start, end) + (end < sentence[1] ? "…" : "");
  const shift = before.length - start;
  return { context: context.replace(/[\n\t]/g, " "), mark: [span[0] + shift, span[1] + shift] };
}

const LONGEST_TITLE = 40;

/** What a document calls itself: a first line that is a title, or null. */
export function titleOf(text: string): string | null {
  const lines = text
    .slice(0, 2000)
    .split("\n")
    .map((line) => line.replace(/[\s　]+/gu, " ").trim());
  const title = lines
    .filter((line) => line !== "")
    .slice(0, 3)
    .find((line) => TITLE.test(line) && line.length <= LONGEST_TITLE);
  return title ?? null;
}
const TITLE =
  /^[^，。；：\t]{4,}(?:报告|方案|清单|分解表|任务表|计划|要点|意见|通知|通报|规划|纲要|实事|责任书|目标表|安排|承诺|讲话|办法)(?:[（(][^（）()]*[）)])?$/u;

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

/** Makes a draft of a figure that was left out. @returns null where it counts nothing, or is a draft already */
export function takeIn(review: Review, at: number): Review | null {
  const item = review.leftOut[at];
  const draft = item?.leftOut.draft;
  if (!item || !draft || item.takenAs !== null) return null;
  const taken: ReviewItem = {
    draft,
    state: "open",
    mergedInto: null,
    doubts: [],
    context: item.context,
    mark: item.mark,
  };
  const leftOut = review.leftOut.map((each, index) =>
    index === at ? { ...each, takenAs: review.items.length } : each,
  );
  return { ...review, items: [...review.items, taken], leftOut };
}

const GONE = -1; // taken in, decided, and in a catalog since
/** What is still to be decided once the rest is in a catalog, or null. */
export function undecided(review: Review): Review | null {
  const items = review.items.filter(({ state }) => state === "open");
  const places = new Map(items.map((item, at) => [item, at]));
  const placeOf = (at: number) => places.get(review.items[at] ?? ({} as ReviewItem)) ?? GONE;
  const leftOut = review.leftOut.map((each) =>
    each.takenAs === null ? each : { ...each, takenAs: placeOf(each.takenAs) },
  );
  return items.length === 0 ? null : { ...review, items, leftOut };
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
