/** Figures that share a name, a comparator or a change: baselines joined to what is reached, lists whose members have names and bounds in common. */
import type { Comparator, Kind } from "../core/types";
import { trimmedEnd } from "./blanks";
import type { Candidate } from "./candidates";
import { comparatorBefore } from "./comparators";
import { kindOfNoun } from "./kinds";
import { LIST_SEPARATOR } from "./lexicon";
import type { Figure } from "./patterns";
import { LONGEST_THING, YARDSTICK } from "./rules";
import { pairIn, wholeThing, withSharedTail } from "./sharedNames";

// 从业人员, 由于: no starting point.
const FROM = /(?:(?<![服跟遵听])从(?![业事教医政严快优旧])|(?<![自理经缘])由(?!于))[^，。；、]{0,14}$/u;
const TO = /(?:到|至|为)(?:了)?(?:不低于|不少于|超过|约|近)?$/u;

/** A baseline joined to the figure it leads to: 从77%提高到80%. */
export interface WithBaseline {
  readonly candidate: Candidate;
  readonly baseline: Figure | null;
}

/** 带动7000户、1.6万名群众增收: what both count stands behind the second. */
export function shareThingsBehind(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((each, index) => {
    const next = candidates[index + 1];
    const isBare =
      each.impliedIndicator && !each.isThingBehind && trimmedEnd(each.right) === "" && each.kind === "flow";
    if (!isBare || !next?.isThingBehind || next.ownVerb || each.ownVerb !== (each.verb !== "")) return each;
    if (next.figure.start - each.figure.end > 1 || next.figure.unitClass === "money") return each;
    return { ...each, thing: next.thing, isThingBehind: true, verb: each.verb };
  });
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
      joined.push({
        candidate: { ...candidate, thing: stripFrom(from.thing || candidate.thing, candidate.thing) },
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

const SEPARATORS = new RegExp(LIST_SEPARATOR.source, "u");

/** 粮食面积、产量分别稳定在85万亩、7亿斤: each figure gets its own of the names before. */
export function distributeNames(
  candidates: readonly Candidate[],
  before: readonly Candidate[] = [],
): readonly Candidate[] {
  const [first] = candidates;
  if (!first || candidates.length < 2) return candidates;
  // Only a list whose later members have no name of their own shares the names of the first.
  if (!candidates.slice(1).every(({ impliedIndicator, ownVerb }) => impliedIndicator && !ownVerb))
    return sharePerHead(candidates);
  const isSaid = first.left.includes("分别");
  // 接待游客…、实现收入…，同比分别增长12%、15%: the names stand with the figures of the clause before.
  if (isSaid && first.impliedIndicator && before.length >= candidates.length)
    return named(
      candidates,
      before.slice(-candidates.length).map(({ verb, ownVerb, thing }) => ({
        verb,
        thing: !ownVerb || /^(?:实现|完成)?$/u.test(verb) || thing.startsWith(verb) ? thing : verb + thing,
      })),
    );
  const listed = namesOfIndustries(first.thing);
  if (listed?.length === candidates.length)
    return named(
      candidates,
      listed.map((thing) => ({ verb: first.verb, thing })),
    );
  const whole = (first.left.length <= LONGEST_THING ? first.thing : wholeThing(first))
    .replace(/分别.*$/u, "")
    .replace(YARDSTICK, "")
    .replace(LIST_CLOSED, "");
  const names = withSharedTail(whole.split(SEPARATORS).filter((name) => name !== ""));
  if (names.length === candidates.length)
    return named(
      candidates,
      names.map((thing) => ({ verb: first.verb, thing })),
    );
  const pair = isSaid && candidates.length === 2 ? pairIn(whole) : null;
  return pair === null
    ? candidates
    : named(
        candidates,
        pair.map((thing) => ({ verb: first.verb, thing })),
      );
}

/** 二氧化硫、氮氧化物等主要污染物排放总量: what the members are, they need not say. */
const LIST_CLOSED = /(?<=[^等]{2})等(?:[\d两三四五六]+[项种类个])?(?:主要|重点)?(?:污染物|指标|产品|品种|农产品)/u;
const THREE_INDUSTRIES = /^(.*?)(?:一、?二、?三(?:次)?产(?:业)?|三次产业)(.*)$/u;
/** 甲、乙、丙三大主导产业分别实现产值. */
const COUNTED_INDUSTRIES =
  /^(.{2,30}?)[两二三四五六七八九十\d]+[个大](?:主导|支柱|优势|特色|重点)?(产业|行业|集群|园区)(?:分别)?(?:实现|完成|达到)?(.*?)(?:分别)?$/u;

/** 一二三产增加值, 甲、乙、丙三大产业分别实现产值: each by its name; null where nothing is counted so. */
function namesOfIndustries(thing: string): readonly string[] | null {
  const three = THREE_INDUSTRIES.exec(thing);
  if (three) {
    const tail = (three[2] ?? "").replace(/(?:年均|分别|同比)+.*$/u, "");
    return ["第一产业", "第二产业", "第三产业"].map((name) => (three[1] ?? "") + name + tail);
  }
  const counted = COUNTED_INDUSTRIES.exec(thing);
  if (!counted) return null;
  const members = (counted[1] ?? "").split("、");
  return members.map((name) => name + (name.endsWith(counted[2] ?? "") ? "" : (counted[2] ?? "")) + (counted[3] ?? ""));
}

/** Names in a row, with the kinds they give: 失业率和价格涨幅控制在5.5%和2%以内. */
function named(
  candidates: readonly Candidate[],
  names: readonly { readonly verb: string; readonly thing: string }[],
): readonly Candidate[] {
  const isLevel = /(?:控制在|达到?|稳定在|保持在|至|到|为)$/u.test(trimmedEnd(candidates[0]?.left ?? ""));
  return candidates.map((each, index) => {
    const { verb = each.verb, thing = each.thing } = names[index] ?? {};
    const kind = isLevel ? levelKind(each, thing, candidates[0]?.kind === "flow") : each.kind;
    return { ...each, verb: each.verb === "" ? "" : verb, thing, kind };
  });
}

/** Of what kind a member is that reaches a level: a share by its noun, an amount beside a share (覆盖率、总量达到90%、300吨) is a level. */
function levelKind({ figure, kind }: Candidate, name: string, isFlow: boolean): Kind {
  if (figure.unitClass === "share") return kindOfNoun(name) ?? kind;
  return kind === "flow" && !isFlow ? "stock" : kind;
}

const LEVEL_ALONE = /^(?:国家|省|市|县|区|镇|村|校)级$/u;
const LEVEL_HEAD = /^(?:国家|省|市|县|区|镇|村|校)级(?=.{2})/u;
const STAGES = "新开工|开工|签约|建成|投产|竣工|完工";
const STAGE_ALONE = new RegExp(`^(?:${STAGES})$`, "u");
const STAGE_TAIL = new RegExp(`(?<=.{2})(?:${STAGES})$`, "u");

/** 县级骨干教师500名、市级60名; 项目新开工43个、竣工38个: the one before tells of what. */
function withSibling(each: Candidate, last: Candidate | undefined): Candidate {
  if (!last) return each;
  // 实施水利项目12个、完成投资3亿元: what the money is spent on.
  if (each.figure.unitClass === "money" && each.thing === "投资" && /(?:项目|工程)$/u.test(last.thing))
    return { ...each, thing: last.thing + each.thing };
  if (LEVEL_ALONE.test(each.thing) && LEVEL_HEAD.test(last.thing))
    return { ...each, thing: last.thing.replace(LEVEL_HEAD, each.thing) };
  if (each.ownVerb && STAGE_ALONE.test(each.verb) && each.thing === last.thing && STAGE_TAIL.test(last.thing))
    return { ...each, verb: "", thing: last.thing.replace(STAGE_TAIL, each.verb) };
  return each;
}

const BARE_RATE = /^[\u4e00-\u9fff]{2}率$/u;
const CROP = /^(.{2,8}?)(?:播种|种植)?(?:总?面积|总?产量)$/u;
const BARE_YIELD = /^(?:总产量?|产量|单产|面积)$/u;
/** 档案开放率达到85%、普及率达到92%; 粮食面积稳定在38万亩，产量15万吨: of what, the one before tells. */
export function withHeads(candidates: readonly Candidate[], before: readonly Candidate[]): readonly Candidate[] {
  let last = before.at(-1);
  return candidates.map((own, index) => {
    const each = elsewhere(index > 0 ? withSibling(own, last) : own, last);
    const head = BARE_YIELD.test(each.thing)
      ? CROP.exec(last?.thing ?? "")?.[1]
      : index > 0 && BARE_RATE.test(each.thing) && last && last.thing.length > 4 && last.thing.endsWith("率")
        ? last.thing.slice(0, -3)
        : undefined;
    last = head === undefined ? each : { ...each, thing: head + each.thing };
    return last;
  });
}

const WHERE = "市区|城区|主城区|中心城区|城镇|农村|县城|县（市）|县\\(市\\)|乡镇|山区|牧区|其他地区";
const WHERE_ALONE = new RegExp(`^(?:${WHERE})$`, "u");
const WHERE_AT_HEAD = new RegExp(`^(?:全[省市县区])?(?:${WHERE})?`, "u");
/** 市区入园率达到60%，县（市）达到50%: the same elsewhere. */
function elsewhere(each: Candidate, last: Candidate | undefined): Candidate {
  if (!last || !WHERE_ALONE.test(each.thing) || last.figure.bareUnit !== each.figure.bareUnit) return each;
  return { ...each, thing: each.thing + last.thing.replace(WHERE_AT_HEAD, ""), kind: last.kind };
}

const PER_HEAD =
  /^每[^，。；、]{0,4}?(?:[千万百]?(?:名|个)?(?:人口?|老人|老年人|常住人口|户籍人口|儿童|户))(?:拥有|配备|有)?/u;
/** 16条道路和500条街巷将启动整治工程: all of them. */
const UNDERGOING =
  /(?<=^[\u4e00-\u9fff]{2,6})(?:[将要](?:全部|全面)?(?:启动|实施|开展|进行|完成)|(?:实施|开展|进行))[\u4e00-\u9fff]{2,16}$/u;
const IMPROVED =
  /^([\u4e00-\u9fff]{2,4}?)((?:周边|校园|内部|供水|供电|供热|燃气|消防|排水|基础|配套)?(?:环境|条件|秩序|设施|品质|管网))$/u;

/** 每千人拥有医生3.5人、病床6张: what is counted by stands before the first. 学校、医院周边环境: what is done to all, behind the last. */
function sharePerHead(candidates: readonly Candidate[]): readonly Candidate[] {
  const head = PER_HEAD.exec(candidates[0]?.thing ?? "")?.[0];
  if (head !== undefined)
    return candidates.map((each) =>
      each.verb === "" && each.figure.unitClass === "count" && !/^每|[量额率值数]$/u.test(each.thing)
        ? { ...each, thing: head + each.thing, kind: "ratio" as const }
        : each,
    );
  const last = candidates.at(-1);
  const tail = last?.isThingBehind ? (IMPROVED.exec(last.thing)?.[2] ?? UNDERGOING.exec(last.thing)?.[0]) : undefined;
  if (tail === undefined) return candidates;
  return candidates.map((each) =>
    each.isThingBehind && each.verb === last?.verb && each.thing.length <= 4 && !each.thing.endsWith(tail)
      ? { ...each, thing: each.thing + tail }
      : each,
  );
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
