/**
 * The paragraph of a circular: how many promises are on pace, then the laggards with figure and gap. The share is of what could be
 * judged, and says so; what nobody reported is counted apart and never as behind.
 */
import { roundTo } from "../core/expression";
import type { Status } from "../core/types";
import { zhSheets as zh } from "./zhSheets";

const words = zh.circular;
/** Verdicts that say how a promise stands; the others say why nothing can be said. */
export const JUDGED = ["met", "onPace", "behind", "farBehind"] as const satisfies readonly Status[];
const UNJUDGED = ["notDue", "unreported", "unverifiable"] as const satisfies readonly Status[];
const LAGGING = ["farBehind", "behind"] as const satisfies readonly Status[];

/** One promise behind pace, in the texts its ledger shows; empty where it has no figure, as a deed. */
export interface Laggard {
  readonly department: string;
  readonly indicator: string;
  readonly status: Status;
  /** @example "3,900个" */
  readonly actual: string;
  /** @example "欠255个" */
  readonly gap: string;
  /** Whether the target is 约束性: such laggards come before all others. */
  readonly isBinding: boolean;
  /** How the target was set anew, where it was. @example "目标142→128亿元(2024-07-01起)" */
  readonly revised: string | null;
}

export interface CircularFacts {
  /** @example "二季度" */
  readonly period: string;
  readonly counts: Readonly<Record<Status, number>>;
  /** Rows of the ledger that have no verdict, as where 截至期 cannot be read. */
  readonly withoutVerdict: number;
  /** In the order in which they are to be named within their status. */
  readonly laggards: readonly Laggard[];
}

/**
 * @param most how many laggards are named; the others are counted
 * @example circularText(facts) // "截至二季度，可评判的4项中2项达进度（含已完成1项），占50%；严重滞后1项、欠进度1项。…"
 */
export function circularText(facts: CircularFacts, most = Infinity): string {
  const { counts, withoutVerdict } = facts;
  const judged = sum(JUDGED.map((status) => counts[status]));
  const all = judged + sum(UNJUDGED.map((status) => counts[status])) + withoutVerdict;
  const besides = countedOf(UNJUDGED, counts);
  if (withoutVerdict > 0) besides.push(words.withoutVerdict(withoutVerdict));
  const opening = words.opening(facts.period);
  if (judged === 0) return `${opening}${words.noneJudged(all, besides.join("、"))}。`;
  const sentences = [opening + judgedClauses(counts, judged)];
  if (besides.length > 0) sentences.push(words.besides(all, besides.join("、")));
  let room = most;
  const name = (heading: string, laggards: readonly Laggard[], text: (laggard: Laggard) => string) => {
    const named = laggards.slice(0, room).map(text);
    room -= named.length;
    if (named.length > 0) sentences.push(words.laggards(heading, named.join("；"), laggards.length - named.length));
  };
  const isBinding = ({ isBinding }: Laggard) => isBinding;
  const binding = LAGGING.flatMap((status) =>
    facts.laggards.filter((each) => isBinding(each) && each.status === status),
  );
  name(words.binding, binding, (each) => words.withStatus(laggardText(each), zh.status[each.status]));
  for (const status of LAGGING)
    name(
      zh.status[status],
      facts.laggards.filter((each) => !isBinding(each) && each.status === status),
      laggardText,
    );
  return `${sentences.join("。")}。`;
}

function judgedClauses(counts: CircularFacts["counts"], judged: number): string {
  const onPace = counts.met + counts.onPace;
  const lagging = countedOf(LAGGING, counts);
  const outcome = lagging.length > 0 ? lagging.join("、") : words.noLaggards;
  return `${words.judged(judged, onPace, counts.met, percentOf(onPace, judged))}；${outcome}`;
}

const countedOf = (statuses: readonly Status[], counts: CircularFacts["counts"]) =>
  statuses.filter((status) => counts[status] > 0).map((status) => words.counted(counts[status], zh.status[status]));
const laggardText = ({ department, indicator, actual, gap, revised }: Laggard) =>
  words.laggard(department, indicator, actual, gap, revised);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A share with one decimal at most, or with as many as keep it apart from all and from nothing. @example percentOf(31, 36) // "86.1%" */
export function percentOf(part: number, whole: number): string {
  let digits = 1;
  const shown = () => roundTo((part / whole) * 100, digits);
  while (digits < MOST_DIGITS && ((shown() === 100 && part < whole) || (shown() === 0 && part > 0))) digits += 1;
  return `${shown()}%`;
}
const MOST_DIGITS = 6;
