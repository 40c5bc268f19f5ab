/** Lists whose members share names: each figure gets its own of the names before, of what it is part, where and what is done to it. */
import type { Kind } from "../core/types";
import { trimmedEnd } from "./blanks";
import type { Candidate } from "./candidates";
import { kindOfNoun } from "./kinds";
import { LIST_SEPARATOR } from "./lexicon";
import { startsFrom } from "./lists";
import { AS_LARGE, LONGEST_THING, YARDSTICK } from "./rules";
import { VERB_ENDINGS } from "./clauseCut";
import { DONE_OR_COUNTED } from "./phrases";
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
    return ["第一产业", "第二产业", "第三产业"].map((name) => (three[1] ?? "") + name + tail);
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

const LEVEL_ALONE = /^(?:国家|省|市|县|区|镇|村|校|(?:国家)?\dA|[一二三四五]星)级$/u;
const LEVEL_HEAD = /^(?:国家|省|市|县|区|镇|村|校|(?:国家)?\dA|[一二三四五]星)级(?:及?以[上下])?(?=.{2})/u;
/** 安排惠民项目90个，计划投资总额30亿元: of what, the one before tells. */
const INVESTED = /^(?:年度|全年|年内|当年)?(?:计划)?(?:累计)?(?:完成)?总?投资(?:总?额)?$/u;
const PROJECTS = /^(.*(?:项目|工程))(?:拟?安排|(?:年度)?总?投资)?$/u;
const STAGES = "新开工|开工|签约|建成|投产|竣工|完工";
const STAGE_ALONE = new RegExp(`^(?:${STAGES})$`, "u");
const STAGE_TAIL = new RegExp(`(?<=.{2})(?:${STAGES})$`, "u");

/** 县级骨干教师500名、市级60名; 项目新开工43个、竣工38个: the one before tells of what. */
function withSibling(each: Candidate, last: Candidate | undefined): Candidate {
  if (!last) return each;
  // 实施水利项目12个、完成投资3亿元: what the money is spent on.
  const projects =
    each.figure.unitClass === "money" && INVESTED.test(each.thing)
      ? PROJECTS.exec(/^(?:项目|工程)$/u.test(last.thing) ? last.verb + last.thing : last.thing)?.[1]
      : undefined;
  if (projects !== undefined) {
    const money = each.thing.replace(/^.*?(?=(?:年度)?(?:总)?投资)/u, "");
    return { ...each, thing: projects.replace(AS_LARGE, "") + money };
  }
  if (LEVEL_ALONE.test(each.thing) && LEVEL_HEAD.test(last.thing))
    return { ...each, thing: last.thing.replace(LEVEL_HEAD, each.thing) };
  if (each.ownVerb && STAGE_ALONE.test(each.verb) && each.thing === last.thing && STAGE_TAIL.test(last.thing))
    return { ...each, verb: "", thing: last.thing.replace(STAGE_TAIL, each.verb) };
  // 生态茶园新增4万亩、改造3万亩; 推进食堂提质25个，新建8个: of what, without what was done to that.
  const isNewAct = each.ownVerb && each.impliedIndicator && each.thing === last.thing && !STAGE_ALONE.test(each.verb);
  const done =
    isNewAct && !GENERAL.test(each.verb) && GENERAL.test(last.verb) ? VERB_ENDINGS.endOf(last.thing)?.word : undefined;
  if (done !== undefined && last.thing.length > done.length + 1) {
    const thing = last.thing.slice(0, -done.length);
    return last.verb === "" ? { ...each, verb: "", thing: thing + each.verb } : { ...each, thing };
  }
  // 新建场站10座，面积超过3万平方米: of what.
  if (
    SIZE_ALONE.test(each.thing) &&
    last.kind === "flow" &&
    last.thing.length > 1 &&
    (last.figure.unitClass === "count" || last.figure.bareUnit === each.figure.bareUnit)
  )
    return { ...each, thing: last.thing + each.thing };
  // 生猪存栏44万头、出栏60万头.
  if (each.impliedIndicator && LIVESTOCK.test(each.verb) && LIVESTOCK_TAIL.test(last.thing))
    return { ...each, verb: "", thing: last.thing.replace(LIVESTOCK_TAIL, each.verb) };
  return each;
}
const GENERAL = /^(?:推进|推动|抓好|完成|实施)?$/u;
const SIZE_ALONE = /^(?:总?面积|总?长度|总?里程|总?规模)$/u;
const LIVESTOCK = /^(?:存栏|出栏)$/u;
const LIVESTOCK_TAIL = /(?<=.{1})(?:存栏|出栏|饲养)量?$/u;

/** 抽检食品4000批次，合格率达到98%: how well it was done, by itself no name. */
const RATE_OF_DONE =
  /^(?:合格|达标|完好|办结|整改|成活|保存|到位|开工|竣工|完工|投产|使用|利用|入住|兑现|整改完成)率$/u;
function ofDone({ verb, thing }: Candidate): string | undefined {
  if (thing.length < 2 || thing.length > 14) return undefined;
  return DONE_OR_COUNTED.test(verb) ? thing + verb : thing;
}
const BARE_RATE = /^[\u4e00-\u9fff]{2}率$/u;
const CROP = /^(.{2,8}?)(?:播种|种植)?(?:总?面积|播面|总?产量)$/u;
const BARE_YIELD = /^(?:总产量?|产量|单产|面积)$/u;
/** 档案开放率达到85%、普及率达到92%; 粮食面积稳定在38万亩，产量15万吨: of what, the one before tells. */
export function withHeads(candidates: readonly Candidate[], before: readonly Candidate[]): readonly Candidate[] {
  let last = before.at(-1);
  return candidates.map((own, index) => {
    const each = elsewhere(
      index > 0 ||
        (own.ownVerb && own.impliedIndicator) ||
        SIZE_ALONE.test(own.thing) ||
        LEVEL_ALONE.test(own.thing) ||
        INVESTED.test(own.thing)
        ? withSibling(own, last)
        : own,
      last,
    );
    const head = BARE_YIELD.test(each.thing)
      ? CROP.exec(last?.thing ?? "")?.[1]
      : RATE_OF_DONE.test(each.thing) && last?.kind === "flow"
        ? ofDone(last)
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

/** 3座中型水库和5座小型水库除险加固: done to all. */
const ACTED_ON =
  /(?<=[\u4e00-\u9fff]{2})(?:除险加固|除险保安|维修加固|加固改造|升级改造|提升改造|提质改造|维修改造|提档升级|改扩建|清淤疏浚|生态修复|综合治理|综合整治|救助|帮扶|资助|慰问)(?:项目|工程|建设)?$/u;
/** 16个乡镇卫生院、150个村卫生室改扩建项目. */
const FACILITY = /[院所站室校园区库河村路桥馆场厂渠池塘坝道街巷网井闸沟]$/u;
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
