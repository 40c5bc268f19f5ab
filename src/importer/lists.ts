/** Figures that share a thing, a comparator or a change: baselines joined to what is reached, lists whose members have bounds in common. */
import type { Comparator } from "../core/types";
import { trimmedEnd } from "./blanks";
import type { Candidate } from "./candidates";
import { comparatorBefore } from "./comparators";
import type { Figure } from "./patterns";

// 从业人员, 由于: no starting point.
const FROM =
  /(?:(?<![服跟遵听])从(?![业严快优旧]|事(?!业)|教(?![育师])|医(?![疗院保药])|政(?!府))|(?<![自理经缘])由(?!于))[^，。；、]{0,14}$/u;
const TO = /(?:到|至|为)(?:了)?(?:不低于|不少于|超过|约|近)?$/u;

/** Whether a figure is what a change starts from: 从77%. */
export const startsFrom = ({ left }: Candidate): boolean => FROM.test(trimmedEnd(left));

/** A baseline joined to the figure it leads to: 从77%提高到80%. */
export interface WithBaseline {
  readonly candidate: Candidate;
  readonly baseline: Figure | null;
}

/** 带动7000户、1.6万名群众增收: what both count stands behind the second. */
export function shareThingsBehind(candidates: readonly Candidate[]): readonly Candidate[] {
  let next: Candidate | undefined;
  return [...candidates]
    .reverse()
    .map((each) => (next = withThingBehind(each, next)))
    .reverse();
}

function withThingBehind(each: Candidate, next: Candidate | undefined): Candidate {
  const isBare = each.impliedIndicator && !each.isThingBehind && trimmedEnd(each.right) === "" && each.kind === "flow";
  // 5个千亿级、12个百亿级园区: of what kind, and what.
  const ofLevel =
    each.isThingBehind && LEVEL_ALONE.test(each.thing) ? LEVEL_HEAD.exec(next?.thing ?? "")?.[1] : undefined;
  if (ofLevel !== undefined) return { ...each, thing: each.thing + ofLevel };
  // 完成82个村3400户广播电视“村村通”任务: where, and what is done there.
  if (
    next?.isThingBehind &&
    !next.ownVerb &&
    PLACE.test(each.thing) &&
    next.figure.start - each.figure.end === each.thing.length
  )
    return { ...each, thing: next.thing };
  const tail = each.isThingBehind && next?.isThingBehind && !next.ownVerb ? tailOfSame(each.thing, next.thing) : "";
  if (tail !== "") return { ...each, thing: each.thing + tail };
  if (next && isBare && isDoneToSame(each, next)) return { ...each, thing: next.thing, isThingBehind: true };
  if (!isBare || !next?.isThingBehind || next.ownVerb) return each;
  const gap = next.figure.start - each.figure.end;
  // 完成30宗62项580公里河流治理: all three are of the same.
  if (gap > 0 && each.ownVerb !== (each.verb !== "")) return each;
  if (gap > 1 || next.figure.unitClass === "money") return each;
  return { ...each, thing: next.thing, isThingBehind: true };
}

const PLACE = /^(?:行政村|自然村|村|乡镇|镇|乡|县|社区|小区|学校)$/u;
/** 20个示范村、30个重点村入户道路建设: what is done in the second is done in the first; a place of the same kind ends where its name does. */
function tailOfSame(thing: string, next: string): string {
  const kind = /^[\u4e00-\u9fff]{1,6}(村|乡镇|社区|小区|学校|河|街)$/u.exec(thing)?.[1];
  return kind === undefined
    ? ""
    : (new RegExp(`^[\\u4e00-\\u9fff]{1,6}?${kind}([\\u4e00-\\u9fff]{4,})$`, "u").exec(next)?.[1] ?? "");
}
const LEVEL_ALONE = /^[\u4e00-\u9fffⅠ-Ⅴ\dA-Z]{1,5}[级型类]$/u;
const LEVEL_HEAD = /^[\u4e00-\u9fffⅠ-Ⅴ\dA-Z]{1,5}?[级型类]([\u4e00-\u9fff]{2,})$/u;
/** 新开工60万平方米、建成30万平方米安置房: two things are done to the same. */
function isDoneToSame(each: Candidate, next: Candidate): boolean {
  return (
    each.ownVerb &&
    next.ownVerb &&
    next.isThingBehind &&
    each.figure.bareUnit === next.figure.bareUnit &&
    trimmedEnd(next.left) === next.verb &&
    next.figure.start - each.figure.end === next.verb.length + 1
  );
}

/** 安排2000万元用于1.5万名残疾人的康复: the money is named after what it is for. */
export function withPurposes(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((each, index) => {
    const next = candidates[index + 1];
    const isForNext = each.figure.unitClass === "money" && /用于$/u.test(each.thing) && next?.isThingBehind === true;
    return isForNext ? { ...each, verb: "", thing: `${next.thing}资金`, isThingBehind: false } : each;
  });
}

/** Drops the starting point of a change and keeps it with the figure that is reached. */
export function joinBaselines(candidates: readonly Candidate[]): WithBaseline[] {
  if (!candidates.some(({ left }) => left.includes("从") || left.includes("由")))
    return candidates.map((candidate) => ({ candidate, baseline: null }));
  const joined: WithBaseline[] = [];
  let pending: Candidate[] = []; // several in 分别从202元、270元提高到209元、280元
  let reached = 0; // how many of them have been given the figure they lead to
  for (const candidate of candidates) {
    const [from] = pending;
    const last = pending.at(-1);
    const isNext = reached > 0 && reached < pending.length && trimmedEnd(candidate.left) === "";
    if (from && last && (isNext || (reached === 0 && isReached(last, candidate)))) {
      const baseline = pending[reached] ?? from;
      const thing = stripFrom(from.thing || candidate.thing, candidate.thing);
      joined.push({
        candidate: { ...candidate, thing: BARE_NUMBER.test(thing) ? from.verb + thing : thing },
        baseline: baseline.figure,
      });
      reached++;
      continue;
    }
    const isListed = last !== undefined && reached === 0 && trimmedEnd(candidate.left) === "";
    if (isListed) pending.push(candidate);
    else if (FROM.test(trimmedEnd(candidate.left))) {
      pending = [candidate];
      reached = 0;
    } else {
      pending = [];
      reached = 0;
      joined.push({ candidate, baseline: null });
    }
  }
  return joined;
}

const NEAR = 40; // characters between the start of a change and what it reaches
function isReached(from: Candidate, candidate: Candidate): boolean {
  if (candidate.figure.start - from.figure.end >= NEAR) return false;
  return (
    TO.test(trimmedEnd(candidate.left)) ||
    TO.test(trimmedEnd(from.right + candidate.left)) ||
    /(?:到|至)[^，。；]{0,6}$/u.test(candidate.left)
  );
}

function stripFrom(thing: string, fallback: string): string {
  const stripped = thing.replace(/(?:从|由)[^从由]{0,14}$/u, "").trim();
  return stripped === "" ? fallback : stripped;
}
/** 新增就业指标由7万人调到5万人: the verb says of what. */
const BARE_NUMBER = /^(?:指标|任务|人数|数量|总数|目标)$/u;

/** What compares one member of a distributed list compares all: 分别达到95%、90%以上, 各市县至少建设1家…、1所…. */
export function shareComparators(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const shared: Candidate[] = [];
  for (let from = 0; from < candidates.length;) {
    let to = from + 1;
    while (to < candidates.length && candidates[to]?.group === candidates[from]?.group) to++;
    const members = candidates.slice(from, to);
    const first = members[0];
    const last = members.at(-1);
    const leading = first?.ownComparator ?? null;
    const trailing = members.length > 1 && last && comparatorTrails(last) ? last.ownComparator : null;
    for (const [index, member] of members.entries()) {
      let comparator: Comparator | null = member.ownComparator;
      if (first?.group.isDistributed) {
        if (
          trailing &&
          !isSaidBehind(member) && // 5%左右、6%以上、7%左右: each its own
          comparator !== "range" &&
          comparator !== "about"
        )
          comparator = trailing;
        else if (comparator === null && leading !== "about") comparator = leading;
      } else if (comparator === null && isListedBehind(member, members[index - 1])) {
        comparator = shared.at(-1)?.comparator ?? null;
      } else if (
        comparator === null &&
        index > 0 &&
        leading === "atLeast" &&
        /至少|不少于|不低于/u.test(first?.left ?? "")
      ) {
        // The word stands before the verb that the later members share.
        if (/^\s*$/u.test(member.left) || member.isThingBehind) comparator = "atLeast";
      }
      shared.push(comparator === null || comparator === member.comparator ? member : { ...member, comparator });
    }
    from = to;
  }
  return shared;
}

/** 占比分别达55%、20%: the list begins within the clause. */
function isListedBehind(member: Candidate, before: Candidate | undefined): boolean {
  return before !== undefined && /^\s*$/u.test(member.left) && /分别[^\d]{0,4}$/u.test(before.left);
}

/** 6%以上: the comparator stands behind its own figure, and is said of no other before. */
function isSaidBehind({ ownComparator, left }: Candidate): boolean {
  return ownComparator !== null && comparatorBefore(left) === null;
}

function comparatorTrails(candidate: Candidate): boolean {
  return (
    candidate.ownComparator === "atLeast" || candidate.ownComparator === "atMost" || candidate.ownComparator === "about"
  );
}
