/** A thing that is counted twice or three times, one figure right behind the other: 改造小区40个9000户、60万平方米. Each count gets its own name. */
import { trimmedStart } from "./blanks";
import type { Candidate } from "./candidates";
import { bareLeft, leadingVerb, trimLeading } from "./phrases";

/** Nothing but how much stands between the two. */
const NOTHING_BETWEEN = /^[\s　、，,（(]*(?:共|总计|共计|合计|总共|涉及|约|近|共约|总)*[）)]*$/u;
const WORK_ALONE = /^(?:项目|工程)$/u;
const STAGES = /(?:新?开工|开工建设|竣工|建成|建成通车|通车|完工|投产|投用|续建)$/u;
const OF_ROADS = /(?:公路|道路|铁路|高速|国道|省道|干线|通车|路网|航道|轨道|线路)/u;
const MEASURES: readonly (readonly [unit: RegExp, measure: string])[] = [
  [/^(?:户)$/u, "户数"],
  [/^(?:平方米|平米|平方公里|平方千米|㎡|m2|m²|亩|公顷)$/iu, "面积"],
  [/^(?:公里|千米|km|里)$/iu, "里程"],
  [/^(?:米|延米)$/u, "长度"],
  [/^(?:人|名)$/u, "人数"],
  [/^(?:立方米|方)$/u, "方量"],
  [/^[套栋幢间张台辆床条座处所]$/u, ""],
];

function measureOf({ figure }: Candidate, thing: string): string | null {
  const found = MEASURES.find(([unit]) => unit.test(figure.bareUnit));
  if (!found) return null;
  if (found[1] === "里程" && !OF_ROADS.test(thing) && !WORK_ALONE.test(thing)) return "长度";
  return found[1] || `${figure.bareUnit}数`;
}

/** Names of second and further counts by what they count. */
export function withMeasures(candidates: readonly Candidate[], before: readonly Candidate[]): readonly Candidate[] {
  const whole = candidates.map((each, at) => staged(each, candidates[at + 1]));
  return whole.map((each, at) => {
    const last = candidates[at - 1] ?? goneOn(each, before.at(-1));
    const first = whole[at - 1] ?? last;
    if (!last || !first || each.ownVerb || !each.impliedIndicator || each.isThingBehind) return each;
    if (!isSecond(each, last)) return each;
    const { verb, thing } = acted(first);
    const measure = measureOf(each, verb + thing);
    return measure === null || thing.endsWith(measure)
      ? each
      : { ...each, verb, thing: thing + measure, impliedIndicator: false };
  });
}

/** 改造小区9000户，60万平方米: a clause that is all figure goes on with the same thing. */
const goneOn = (each: Candidate, last: Candidate | undefined): Candidate | undefined =>
  last?.thing.includes(each.thing) === true ? { ...last, verb: each.verb, thing: each.thing } : undefined;

/** 实施小区改造项目, 改造小区: by the act, as its measure needs it. */
function acted({ verb, thing }: Candidate): { readonly verb: string; readonly thing: string } {
  const bare = thing.replace(WORK_SAID, "").replace(/问题$/u, "");
  if (ACTS.test(verb) && !bare.endsWith(verb) && !/^[拓加扩提]/u.test(bare)) return { verb: "", thing: bare + verb };
  return { verb: GENERAL.test(verb) && ENDS_IN_ACT.test(bare) ? "" : verb, thing: bare };
}
const ACTS = /^(?:提升改造|改造提升|改造|整治|治理|修缮|加固|搬迁)$/u;
const GENERAL = /^(?:实施|推进|完成|开展|启动|抓好)$/u;
const ENDS_IN_ACT = /(?:改造|整治|治理|修缮|加固|搬迁|建设|修复|硬化|绿化|亮化)$/u;
const WORK_SAID =
  /(?<=(?:改造|整治|治理|修缮|加固|搬迁|建设|修复|硬化|绿化|亮化|[开竣完]工|通车|建成|续建))(?:项目|工程)$/u;

function isSecond(each: Candidate, last: Candidate): boolean {
  const { unitClass, bareUnit } = each.figure;
  if (unitClass === "share" || unitClass === "money" || last.figure.unitClass === "share") return false;
  if (last.figure.unitClass === "money" || bareUnit === last.figure.bareUnit || each.kind === "growth") return false;
  // 47家医院招聘专家100名: the first is where.
  if (last.isThingBehind && unitClass === "count") return false;
  return each.thing === last.thing && each.thing.length > 1 && NOTHING_BETWEEN.test(each.left);
}

/** 县乡公路续建4个项目56公里: of what, where a second count follows. */
function staged(each: Candidate, next: Candidate | undefined): Candidate {
  if (!each.isThingBehind || !WORK_ALONE.test(each.thing) || next?.impliedIndicator !== true) return each;
  const about = trimLeading(bareLeft(trimmedStart(each.left)), true);
  const stage = STAGES.exec(about)?.[0] ?? "";
  if (stage === "" || about.length > 16 || (about !== stage && leadingVerb(about) !== "")) return each;
  return { ...each, verb: "", thing: about + each.thing };
}
