/** Lists whose members share names: each figure gets its own of the names before, of what it is part, where and what is done to it. */
import type { Kind } from "../core/types";
import { trimmedEnd } from "./blanks";
import type { Candidate } from "./candidates";
import { kindOfNoun } from "./kinds";
import { LIST_SEPARATOR } from "./lexicon";
import { startsFrom } from "./lists";
import { LONGEST_THING, YARDSTICK } from "./things";
import { pairIn, wholeThing, withSharedTail } from "./sharedNames";

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
  // 甲和乙补助标准从380元提高到410元: one change of both.
  if (
    !isSaid &&
    candidates.length === 2 &&
    startsFrom(first) &&
    /(?:到|至|为)[^，。；\d]{0,6}$/u.test(candidates[1]?.left ?? "")
  )
    return candidates;
  // 接待游客…、实现收入…，同比分别增长12%、15%: the names stand with the figures of the clause before.
  if (isSaid && first.impliedIndicator && before.length >= candidates.length)
    return named(
      candidates,
      before.slice(-candidates.length).map(({ verb, ownVerb, thing }) => ({
        verb,
        thing: !ownVerb || /^(?:实现|完成)?$/u.test(verb) || thing.startsWith(verb) ? thing : verb + thing,
      })),
    );
  // 新建、改造管网分别达到20公里、30公里: two acts on one thing.
  const acts = first.verb.split(SEPARATORS);
  if (isSaid && acts.length === candidates.length && !SEPARATORS.test(first.thing))
    return candidates.map((each, at) => ({
      ...each,
      verb: acts[at] ?? each.verb,
      thing: first.thing.replace(/分别$/u, ""),
    }));
  const listed = namesOfIndustries(first.thing, candidates.length);
  if (listed?.length === candidates.length)
    return named(
      candidates,
      listed.map((thing) => ({ verb: first.verb, thing })),
    );
  const whole = (first.left.length <= LONGEST_THING ? first.thing : wholeThing(first))
    .replace(/分别.*$/u, "")
    .replace(/（[^（）]{1,20}）$/u, "")
    .replace(/(?<![县全])城、乡(?![镇村])/u, "城乡")
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

/** 确保面积120万亩，产量9.2亿斤，力争达到125万亩、9.5亿斤: each goes on with what is counted in its unit. */
export function namedByUnit(candidates: readonly Candidate[], before: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  if (!first || before.length < 2 || !HOPED_FOR.test(first.left)) return candidates;
  if (!candidates.every(({ impliedIndicator, ownVerb }) => impliedIndicator && !ownVerb)) return candidates;
  const last = before.slice(-candidates.length);
  const isSame = last.every((each, at) => each.figure.bareUnit === candidates[at]?.figure.bareUnit);
  const nearest = [...before].reverse();
  const known =
    isSame && last.length === candidates.length
      ? last
      : candidates.map(({ figure }) => nearest.find((each) => each.figure.bareUnit === figure.bareUnit));
  if (known.some((each) => each === undefined) || new Set(known).size < known.length) return candidates;
  return candidates.map((each, at) => {
    const { verb = each.verb, thing = each.thing } = known[at] ?? {};
    return { ...each, verb, thing };
  });
}
const HOPED_FOR = /^[\s　]*(?:力争|争取|奋力|努力)[^，。；\d]{0,6}$/u;

/** 二氧化硫、氮氧化物等主要污染物排放总量: what the members are, they need not say. */
const LIST_CLOSED = /(?<=[^等]{2})等(?:[\d两三四五六]+[项种类个])?(?:主要|重点)?(?:污染物|指标|产品|品种|农产品)/u;
const THREE_INDUSTRIES = /^(.*?)(?:一、?二、?三(?:次)?产(?:业)?|三次产业)(.*)$/u;
/** 甲、乙、丙三大主导产业分别实现产值. */
const COUNTED_INDUSTRIES =
  /^(.{2,30}?)[两二三四五六七八九十\d]+[个大](?:主导|支柱|优势|特色|重点)?(产业|行业|集群|园区)(?:分别)?(?:实现|完成|达到)?(.*?)(?:分别)?$/u;

/** 一二三产增加值, 甲、乙、丙三大产业分别实现产值: each by its name; null where nothing is counted so. */
function namesOfIndustries(thing: string, count: number): readonly string[] | null {
  const three = THREE_INDUSTRIES.exec(thing);
  if (three) {
    const tail = (three[2] ?? "").replace(/(?:年均|分别|同比)+.*$/u, "");
    return ["第一产业", "第二产业", "第三产业"].map((name) => (three[1] ?? "").replace(/第$/u, "") + name + tail);
  }
  const counted = COUNTED_INDUSTRIES.exec(thing);
  if (!counted) return null;
  const byComma = (counted[1] ?? "").split("、");
  // 索具、零部件和探测装备; 汽车及零部件 is one.
  const members = byComma.length === count ? byComma : (counted[1] ?? "").split(/、|和/u);
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

const PER_HEAD =
  /^每[^，。；、]{0,4}?(?:[千万百]?(?:名|个)?(?:人口?|老人|老年人|常住人口|户籍人口|儿童|户))(?:拥有|配备|有)?/u;
/** 16条道路和500条街巷将启动整治工程: all of them. */
const UNDERGOING =
  /(?<=^[\u4e00-\u9fff]{2,6})(?:[将要](?:全部|全面)?(?:启动|实施|开展|进行|完成)|(?:实施|开展|进行))[\u4e00-\u9fff]{2,16}$/u;
const IMPROVED =
  /^([\u4e00-\u9fff]{2,4}?)((?:周边|校园|内部|供水|供电|供热|燃气|消防|排水|基础|配套)?(?:环境|条件|秩序|设施|品质|管网))$/u;

/** 3座中型水库和5座小型水库除险加固: done to all. */
const ACTED_ON =
  /(?<=[\u4e00-\u9fff]{2})(?:除险加固|除险保安|维修加固|加固改造|升级改造|提升改造|提质改造|维修改造|提档升级|改扩建|清淤疏浚|生态修复|综合治理|综合整治|稳定脱贫|整治|救助|帮扶|资助|慰问)(?:项目|工程|建设)?$/u;
/** 16个乡镇卫生院、150个村卫生室改扩建项目. */
const FACILITY = /[院所站室校园区库河村路桥馆场厂渠池塘坝道街巷网井闸沟患]$/u;
const WHOM = /(?:妇女|儿童|老人|老年人|学生|残疾人|家庭|群众|职工|人员)$/u;

/** 每千人拥有医生3.5人、病床6张: what is counted by stands before the first. 学校、医院周边环境: what is done to all, behind the last. */
function sharePerHead(candidates: readonly Candidate[]): readonly Candidate[] {
  const head = PER_HEAD.exec(candidates[0]?.thing ?? "")?.[0];
  if (head !== undefined)
    return candidates.map((each) =>
      each.verb === "" && each.figure.unitClass === "count" && !/^每|[量额率值数]$/u.test(each.thing)
        ? { ...each, thing: head + each.thing, kind: "ratio" as const }
        : each,
    );
  const placed = inPlaces(candidates);
  if (placed !== candidates) return placed;
  const last = candidates.at(-1);
  const tail = last?.isThingBehind
    ? (IMPROVED.exec(last.thing)?.[2] ?? (UNDERGOING.exec(last.thing) ?? ACTED_ON.exec(last.thing))?.[0])
    : undefined;
  if (tail === undefined) return candidates;
  return candidates.map((each) =>
    each.isThingBehind &&
    each.verb === last?.verb &&
    (each.thing.length <= 4 || WHOM.test(each.thing) || (each.thing.length <= 8 && FACILITY.test(each.thing))) &&
    !each.thing.endsWith(tail)
      ? { ...each, thing: each.thing + tail }
      : each,
  );
}

const PLACE_ALONE =
  /^(?:县（市、区）|县（市）|乡镇（街道）|村（社区）|乡镇|镇|街道|县|县区|社区|村|行政村|自然村|小区|片区|学校|园区)$/u;
const DONE_IN_PLACES =
  /^[\u4e00-\u9fff]{0,4}(?:小区|片区|社区|乡镇|街道|村庄|行政村|学校|园区)([\u4e00-\u9fff“”]{4,}?(?:改造|建设|整治|治理|试点|提升|创建|安装|修缮)(?:任务|工作|项目|工程)?)$/u;
/** 6个乡镇、70个村的垃圾分类试点: done in all of them. */
function inPlaces(candidates: readonly Candidate[]): readonly Candidate[] {
  const last = candidates.at(-1);
  if (!last?.isThingBehind || !candidates.some(({ thing }) => PLACE_ALONE.test(thing))) return candidates;
  const done = /^\s*[\u4e00-\u9fff]{1,4}的/u.test(last.right) ? last.thing : DONE_IN_PLACES.exec(last.thing)?.[1];
  return done === undefined
    ? candidates
    : candidates.map((each) =>
        each !== last && each.isThingBehind && each.verb === last.verb && PLACE_ALONE.test(each.thing)
          ? { ...each, thing: each.thing + done }
          : each,
      );
}
